"""Fitting the weights of durations: from annotated texts, and without touching the committed list."""

import csv
import json

import pytest

from helpers.accuracy import fit_durations as room
from helpers.checks import each_story
from helpers.extraction import extract
from helpers.texts import word_list

TOWNS = ("Leeds", "Porto", "Lagos", "Quito", "Perth", "Delhi", "Turin", "Bergen", "Cork", "Tampa", "Izmir")


def texts(folder):
    """Texts of several writers in which a strike has its two dates, and a prison term none."""
    paths = []
    for number, town in enumerate(TOWNS):
        text = (
            f"The strike in {town} began on 3 May 2024 and ended on {10 + number} May 2024. It lasted {8 + number} days. "
            "A driver was sentenced to four years in prison."
        )
        quotes = ["3 May 2024", f"{10 + number} May 2024", f"{8 + number} days"]
        line = {
            "text": text,
            "published": "2024-06-03",
            "relations": [{"template": "duration", "quotes": quotes}],
        }
        paths.append(folder / f"writer{number}.jsonl")
        paths[-1].write_text(json.dumps(line) + "\n", encoding="utf-8")
    return paths


def seen_in(paths):
    pairs = [pair for path in paths for pair in room.texts_of(path)]
    known = {told.slug: told for _, told in pairs}
    stories = each_story(extract([article for article, _ in pairs]))
    return [one for slug, story in stories for one in room.seen_of(known[slug], story)]


def test_the_dates_that_are_annotated_become_the_likeliest_and_none_where_none_are(tmp_path):
    seen = seen_in(texts(tmp_path))
    weights = room.fit(seen)
    for one in seen:
        likely = one.lasted.shares(weights)
        assert one.right == one.lasted.length.quote.endswith("days")
        assert likely[one.allowed > 0].sum() > 0.8


def test_a_writer_is_judged_by_weights_of_others(tmp_path):
    found = room.cross_validated(seen_in(texts(tmp_path)), 4)
    assert {what for _, what in found} == {"found"} and len(found) == len(TOWNS)


@pytest.mark.parametrize(
    ("case", "role", "relations", "whole"),
    [
        (
            {"relations": [{"template": "duration", "quotes": ["1", "2"]}]},
            "full",
            ((("1", "2"), True),),
            False,
        ),
        (
            {"role": "planted", "template": "duration", "quotes": ["1", "2"]},
            "planted",
            ((("1", "2"), False),),
            False,
        ),
        ({"role": "lookalike", "template": "duration", "quotes": ["1"]}, "lookalike", (), True),
        ({"role": "lookalike", "template": "sum", "quotes": ["1"]}, "lookalike", (), False),
        (
            {"checks": [{"kind": room.KIND, "holds": False, "quotes": ["1", "2"]}]},
            "gold",
            ((("1", "2"), False),),
            True,
        ),
    ],
)
def test_what_is_annotated_is_told_whichever_the_form(case, role, relations, whole):
    assert room.told_of(case, "a", "b") == room.Told("a", "b", role, relations, whole)


def test_a_range_meets_its_two_ends():
    assert room.meets(("16-day", "3 to 18 May"), ("from 3", "18 May", "16-day")) is False
    assert room.meets(("16-day", "from 3 to 18 May"), ("from 3", "18 May", "16-day"))
    assert not room.meets(("16-day", "4 June"), ("3 May", "18 May", "16-day"))


def test_the_command_writes_the_weights(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(room, "DATA", tmp_path)
    (tmp_path / "checks").mkdir()
    monkeypatch.setattr("sys.argv", ["fit_durations", *map(str, texts(tmp_path))])
    room.main()
    with (tmp_path / "checks" / "duration_weights.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "11 of them annotated" in capsys.readouterr().out
    assert list(rows[0]) == list(word_list("checks/duration_weights")[0])


def test_with_folds_nothing_is_written(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(room, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["fit_durations", "--folds", "3", *map(str, texts(tmp_path))])
    room.main()
    assert "found" in capsys.readouterr().out and not (tmp_path / "checks").exists()
