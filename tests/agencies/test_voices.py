"""Whose words they are, in short passages: `voices.txt`.

A line with "# " begins a kind, a passage follows, and below it stands for each of its statements "- who :: words"; "nobody"
where nobody may be named. The passages were written with what is expected before the code was changed.
"""

from pathlib import Path

import pytest

from helpers import extract
from helpers.texts import Article


def cases() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Kind, text, and who says which words."""
    found, kind, text, expected = [], "", [], []
    for line in [*(Path(__file__).parent / "voices.txt").read_text(encoding="utf-8").splitlines(), "# "]:
        if line.startswith("- "):
            who, words = line[2:].split(" :: ")
            expected.append((who, words))
            continue
        if expected:
            found.append((kind, "\n".join(text), expected))
            text, expected = [], []
        if line.startswith("# "):
            kind = line[2:]
        else:
            text.append(line)
    return found


CASES = cases()


@pytest.fixture(scope="module")
def tables():
    return extract(
        Article(slug=f"v{number:03}", text=text, published="2024-05-01")
        for number, (_, text, _) in enumerate(CASES)
    )


def test_there_are_enough_passages():
    assert len(CASES) > 100 and len({kind for kind, *_ in CASES}) > 15


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{kind}: {text[:50]}" for kind, text, _ in CASES])
def test_whose_words_they_are(number, tables):
    rows = tables.statements[tables.statements["article"] == f"v{number:03}"]
    rows = rows[rows["kind"].isin(("speech", "report"))]
    for who, words in CASES[number][2]:
        said = [
            row.speaker or row.agency
            for row in rows.itertuples()
            if words in row.quote or row.quote.removeprefix("that ") in words
        ]
        assert set(said) - {""} == ({who} if who != "nobody" else set()), words


@pytest.mark.parametrize(
    "text",
    [
        "Pros: It is cheap.\n\nCons: Who needs it?\n\nPros: It is light.\n\nCons: It is loud.",
        "Monday: Rain in the north.\n\nTuesday: Will it snow?\n\nMonday: Fog.\n\nTuesday: Sun.",
    ],
)
def test_labels_of_a_list_say_nothing(text):
    assert extract([Article(slug="x", text=text)]).statements.empty
