"""How accurately the project reads, against gold annotation; the bars are never loosened."""

import json
import re
from pathlib import Path

import pytest

from helpers import check, extract
from helpers.accuracy.score import in_words, match, ratios
from helpers.findings.words import number
from helpers.texts.corpus import SEEDS, Article
from tests.scorers import said_by

GOLD = Path(__file__).resolve().parents[1] / "gold"
TABLES = ["dates", "quantities", "roles", "speakers", "checks"]
# Bars that are not reached. They stay; a strict mark fails once one is met.
UNREAD = "unseen releases, news and reports (20)"
ABROAD = "unseen documents of other countries (10)"
NOT_YET = {
    **{
        (ABROAD, what): "short of the bar, see README"
        for what in ("dates", "quantities", "roles", "speakers", "alarms")
    },
    **{
        (UNREAD, what): "short of the bar, see README"
        for what in ("dates", "quantities", "roles", "speakers", "checks", "alarms")
    },
    **{
        (
            "seen releases, news and reports (80)",
            what,
        ): "short of the bar of texts nobody read"
        for what in ("dates", "roles", "speakers", "checks", "alarms")
    },
    (
        "more simple articles (36)",
        "alarms",
    ): "two of 13 are left alone: where figures are many, less is sure",
}


def not_yet(request, name, what):
    """Marks the running test as one whose bar is known not to be reached."""
    if reason := NOT_YET.get((name, what)):
        request.node.add_marker(pytest.mark.xfail(reason=reason, strict=True))


BARS = {  # corpus, gold, F1 that each table must reach; the first two rows are those of the design
    "the five articles": (SEEDS, GOLD, [0.98, 0.98, 0.88, 0.95, 0.95]),
    "articles from four countries (4)": (
        GOLD / "dev",
        GOLD / "dev",
        [0.95, 0.95, 0.80, 0.90, 0.90],
    ),
    "more simple articles (36)": (GOLD / "more", GOLD / "more", [0.95, 0.95, 0.80, 0.90, 0.90]),
    "seen releases, news and reports (80)": (
        GOLD / "real/read",
        GOLD / "real/read",
        [0.96, 0.97, 0.90, 0.95, 0.80],
    ),
    UNREAD: (GOLD / "real/unread", GOLD / "real/unread", [0.96, 0.97, 0.90, 0.95, 0.80]),
    ABROAD: (GOLD / "abroad/unread", GOLD / "abroad/unread", [0.96, 0.97, 0.90, 0.95, 0.80]),
    "simple articles (14)": (
        GOLD / "unseen",
        GOLD / "unseen",
        [0.95, 0.95, 0.80, 0.90, 0.80],
    ),
}


@pytest.fixture(scope="module", params=BARS)
def scores(request):
    corpus, gold, bars = BARS[request.param]
    printed = said_by(GOLD / "score.py", "--corpus", corpus, "--gold", gold)
    return (
        request.param,
        json.loads(printed.splitlines()[-1]),
        dict(zip(TABLES, bars, strict=True)),
        printed,
    )


def test_roles_of_single_sentences_reach_their_bar():
    """440 sentences, annotated apart from the code; half of them were read while it was improved."""
    lines = [
        line.partition("\t") for line in (GOLD / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    ]
    tables = extract(
        [
            Article(slug=str(number), text=text, published="2025-06-02")
            for number, (text, _, _) in enumerate(lines)
        ]
    )
    names = {}
    for row in tables.agencies.itertuples():
        names.setdefault((row.article, row.agency), {plain(row.agency)}).add(plain(row.mention))
    read = [
        {
            "article": row.article,
            "role": row.role,
            "mode": row.mode,
            "names": names[row.article, row.agency] | {plain(row.mention)},
        }
        for row in tables.roles.itertuples()
        if not row.negated
    ]
    annotated = [
        (str(number), *part.strip().split("|"))
        for number, (_, _, roles) in enumerate(lines)
        for part in roles.split(";")
        if part.strip()
    ]
    found, missed, false = match(
        annotated,
        read,
        lambda own, row: (
            own[0] == row["article"]
            and plain(own[1]) in row["names"]
            and (own[2], own[3]) == (row["role"], row["mode"])
        ),
    )
    assert len(lines) == 440 and ratios(len(found), len(missed), len(false))["f1"] >= 0.95


def test_planted_contradictions_in_short_texts_are_caught_and_consistent_ones_stay_silent():
    """60 short texts, 40 with one contradiction; written without sight of the code, and read while it was
    improved."""
    texts = json.loads((GOLD / "contradictions.json").read_text(encoding="utf-8"))
    checks = check(
        extract(
            [
                Article(slug=str(number), text=one["text"], published="2025-06-02")
                for number, one in enumerate(texts)
            ]
        )
    )
    failing = set(checks.loc[~checks["holds"].astype(bool), "article"])
    planted = {str(number) for number, one in enumerate(texts) if one["kind"]}
    assert (len(texts), len(planted)) == (60, 40)
    assert failing <= planted
    assert len(failing) >= 29


def plain(name):
    return re.sub("^(the|its|their) ", "", name.lower().replace("’", "'"))


@pytest.mark.parametrize("table", TABLES)
def test_f1_reaches_its_bar(table, scores, request):
    name, reached, bars, _ = scores
    not_yet(request, name, table)
    assert reached[table] >= bars[table]


def test_no_alarm_is_false_and_planted_contradictions_are_caught(scores, request):
    name, reached, _, printed = scores
    not_yet(request, name, "alarms")
    assert reached["false_alarms"] == 0
    assert "wrong 0 of" in printed
    if name not in (UNREAD, ABROAD):
        assert reached["caught"] == reached["planted"]


def test_the_readme_says_how_accurate_it_is(scores):
    name, reached, _, _ = scores
    readme = (GOLD.parent.parent / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if line.startswith(f"| {name} |"))
    assert re.findall(r"\d\.\d+", line) == [in_words(reached[table]) for table in TABLES]
    assert f"| {reached['caught']} of {reached['planted']} |" in line


def test_the_readme_says_how_the_checks_do_on_short_texts_that_nobody_read():
    folder = GOLD / "triples"
    printed = said_by(folder / "score.py", folder / "unread.jsonl")
    caught, planted, alarms, texts = (
        int(figure)
        for figure in re.search(r"caught (\d+) of (\d+), .* alarms (\d+) in (\d+)", printed).groups()
    )
    readme = (GOLD.parent.parent / "README.md").read_text(encoding="utf-8")
    assert f"| {texts} short texts | {caught} of {planted} | {number(alarms)} |" in readme
    for name, told in (
        ("crowded_unread", "pairs of longer articles crowded with figures"),
        ("mixed_unread", "pairs by other writers, longer and shorter"),
    ):
        printed = said_by(folder / "score.py", folder / f"{name}.jsonl")
        figures = re.search(r"caught (\d+) of (\d+), .* \((\d+) where nothing", printed).groups()
        caught, planted, alarms = map(int, figures)
        assert (
            f"| {planted} {told} | {caught} of {planted} | {number(alarms) if alarms else 'none'} |" in readme
        )
