"""Fitting the weights of pairs: from annotated texts, and without touching the committed list."""

import csv
import json

import numpy as np
import pytest

from helpers.accuracy import fit_pairs as room
from helpers.accuracy.told_pairs import observations, texts_of
from helpers.checks import OPERATIONS, PAIRED, TOLD, shares_of
from helpers.texts import word_list

TOWNS = (
    "Leeds",
    "Porto",
    "Lagos",
    "Quito",
    "Perth",
    "Delhi",
    "Turin",
    "Bergen",
    "Cork",
    "Tampa",
    "Izmir",
    "Accra",
)


def texts(folder):
    """Texts in which a percentage is of the two figures of its sentence, and of none of another one."""
    lines = []
    for number, town in enumerate(TOWNS):
        part, whole = 10 + number, 40 + 4 * number
        text = f"Of {whole} drivers stopped in {town}, {part} ({25} percent) had no licence. Fines rose 8 percent. Some 900 cars passed."
        relations = [{"template": "share", "quotes": [str(part), str(whole), "25 percent"]}]
        lines.append(
            {"text": text, "published": "2024-05-03", "relations": relations, "alone": ["8 percent"]}
        )
    path = folder / "towns.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def test_the_pair_that_is_annotated_becomes_the_likeliest_and_none_where_none_is(tmp_path):
    seen = observations(list(texts_of(texts(tmp_path))))
    found = room.fit(seen)
    told, alone = (
        [shares_of(found.scores(one)) for one in seen if one.judged.claim.figure.quote == quote]
        for quote in ("25 percent", "8 percent")
    )
    assert len(told) == len(alone) == len(TOWNS)
    rights = [one.allowed for one in seen if one.judged.claim.figure.quote == "25 percent"]
    assert all(words[right].sum() > 0.8 for words, right in zip(told, rights, strict=True))
    assert all(words[-1] > 0.8 for words in alone)


def test_a_text_has_its_day_of_publication_or_none(tmp_path):
    lines = [
        {"role": "lookalike", "template": "sum", "quotes": [], "text": "12 men.", "published": day}
        for day in ("2024-05-03", None)
    ]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert [(told.article.published, told.article.title) for told in texts_of(path)] == [
        ("2024-05-03", ""),
        ("", ""),
    ]


RAID = "Of 40 drivers stopped, 10 (25 percent) had no licence. Fines rose 8 percent."
RAID_SHARE = {"kind": "share_matches_counts", "quotes": ["10", "40", "25 percent"], "holds": True}


def told_of(path, quote):
    """The one claim with this figure, and the pairs of figures that it may be of."""
    (one,) = [seen for seen in observations(list(texts_of(path))) if seen.judged.claim.figure.quote == quote]
    pairs = {own[:2] for own, allowed in zip(one.quotes, one.allowed[:-1], strict=True) if allowed}
    return one.right, {frozenset(pair) for pair in pairs}, bool(one.allowed[-1])


def test_what_a_gold_text_annotates_is_meant(tmp_path):
    (tmp_path / "raid.txt").write_text(RAID, encoding="utf-8")
    (tmp_path / "raid.json").write_text(json.dumps({"checks": [RAID_SHARE]}), encoding="utf-8")
    (tmp_path / "alone.txt").write_text(RAID.replace("40", "50"), encoding="utf-8")  # without annotation
    assert [told.article.slug for told in texts_of(tmp_path)] == [f"{tmp_path}-raid"]  # unique among folders
    assert told_of(tmp_path, "25 percent") == (True, {frozenset(("10", "40"))}, False)


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ({"expect": [RAID_SHARE]}, RAID, (True, {frozenset(("10", "40"))}, False)),
        (
            {"role": "holds", "template": "share", "quotes": ["10", "40", "25 percent"]},
            RAID,
            (True, {frozenset(("10", "40"))}, False),
        ),
        (
            {"role": "planted", "template": "share", "quotes": ["10", "40", "35 percent"]},
            RAID.replace("25", "35"),
            (True, {frozenset(("10", "40"))}, False),
        ),
        # a lookalike tells only that its own figures are not tied
        ({"role": "lookalike", "template": "share", "quotes": []}, RAID, (False, set(), True)),
    ],
)
def test_a_case_says_what_its_claim_may_mean(tmp_path, case, text, expected):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"text": text, "published": "2024-05-03"} | case), encoding="utf-8")
    figure = "35 percent" if case.get("role") == "planted" else "25 percent"
    assert told_of(path, figure) == expected


def test_a_claim_whose_pair_is_annotated_may_mean_that_pair_alone(tmp_path):
    for one in observations(list(texts_of(texts(tmp_path)))):
        quotes = [own for own, allowed in zip(one.quotes, one.allowed[:-1], strict=True) if allowed]
        assert one.right == bool(quotes) != one.allowed[-1]
        assert all(own[-1] == "25 percent" for own in quotes)


def test_the_command_writes_a_weight_for_every_feature(tmp_path, monkeypatch, capsys):
    (tmp_path / "checks").mkdir()
    monkeypatch.setattr(room, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["fit_pairs", str(texts(tmp_path))])
    room.main()
    with (tmp_path / "checks" / "pair_weights.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["feature"] for row in rows][: len(PAIRED) + len(TOLD)] == [*PAIRED, *TOLD]
    assert f"{len(TOWNS)} of them annotated" in capsys.readouterr().out


def test_the_command_judges_each_fold_by_the_others(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["fit_pairs", "--folds", "3", str(texts(tmp_path))])
    room.main()
    assert f"found    {len(TOWNS):5}" in capsys.readouterr().out


def test_the_committed_weights_are_those_of_the_features_that_are_read():
    rows = word_list("checks/pair_weights")
    names = [row["feature"] for row in rows]
    assert names[: len(PAIRED) + len(TOLD)] == [*PAIRED, *TOLD] and len(set(names)) == len(names)
    weights = np.array([[float(row[name]) for name in (*OPERATIONS, "none")] for row in rows if row["none"]])
    assert np.isfinite(weights).all() and all(": " in name for name in names[len(PAIRED) + len(TOLD) :])
