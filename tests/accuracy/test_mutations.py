"""A number that is changed is noticed where its relation is found, and no number keeps its place when all are dealt out."""

import json
import random

import pandas as pd
import pytest

from helpers import check, extract, load_corpus
from helpers.accuracy import load_gold, mutations, silence
from helpers.accuracy.mutations import CHANGES, _drawn, _other, _places
from helpers.findings import accuracy

TEXT = (
    "Border check\n\nThe ten-day patrol ended on 20 August 2023; it had started on 11 August 2023.\n\n"
    "Officers arrested 46 people: 21 from Guatemala, 14 from Honduras and 11 from Ecuador.\n"
)
GOLD = {
    "dates": [],
    "quantities": [],
    "roles": [],
    "speakers": [],
    "checks": [
        {
            "kind": "duration_matches_range",
            "holds": True,
            "quotes": ["ten-day", "20 August 2023", "11 August 2023"],
        },
        {"kind": "parts_sum_to_total", "holds": True, "quotes": ["21", "14", "11", "46"]},
    ],
}


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gold")
    (folder / "patrol.txt").write_text(TEXT, encoding="utf-8")
    (folder / "patrol.json").write_text(json.dumps(GOLD), encoding="utf-8")
    gold = load_gold(load_corpus(folder))[0]
    return gold, extract(gold.corpus)


def test_a_wrong_number_is_noticed(annotated):
    gold, tables = annotated
    assert check(tables)["holds"].all()
    changed = mutations([gold], [tables])
    assert set(changed["kind"]) == {"duration_matches_range", "parts_sum_to_total"}
    near = changed["change"].isin(["by one", "10%"])  # a part half as large again is left to doubt
    assert near.any() and (changed.loc[near, "noticed"] == 1).all()
    assert (changed["other_alarms"] == 0).all()
    assert set(changed["change"]) <= set(CHANGES) and (changed["tried"] > 0).all()


def test_at_most_so_many_are_tried(annotated):
    gold, tables = annotated
    assert (mutations([gold], [tables], most=1)["tried"] == 1).all()


def test_what_was_noticed_is_said_in_words(annotated):
    gold, tables = annotated
    changed = mutations([gold], [tables])
    tried, hits = int(changed["tried"].sum()), round(float((changed["tried"] * changed["noticed"]).sum()))
    assert accuracy.about_noticed(changed).startswith(
        f"**Of {tried} numbers altered in a test, {hits} ({hits / tried:.0%})"
    )
    assert "no number was altered" in accuracy.about_noticed(mutations([], []))
    told = accuracy.noticed(changed).set_index("relation")
    assert set(told.index) == {"parts and total", "length and days", "all"}
    assert told.loc["all", "all"] == f"{hits} of {tried}"
    for (
        place
    ) in told.index:  # what stands in the cells of a row adds up to its last, so that no number is left out
        cells = [cell.split(" of ") for cell in told.loc[place].drop("all") if cell]
        assert [sum(map(int, part)) for part in zip(*cells, strict=True)] == [
            int(part) for part in told.loc[place, "all"].split(" of ")
        ]
    assert accuracy.noticed(mutations([], [])).empty


@pytest.mark.parametrize(
    ("noticed", "others", "said"),
    [
        (0.5, 0, "**Of four numbers altered in a test, 2 (50%) were noticed**: where nothing fails, a wrong number may still stand. In no case was a relation between other numbers said to fail."),
        (0.25, 0.25, "**Of four numbers altered in a test, 1 (25%) was noticed**: where nothing fails, a wrong number may still stand. In one case a relation between other numbers was said to fail."),
        (0, 0.25, "**Of four numbers altered in a test, none was noticed**: where nothing fails, a wrong number may still stand. In one case a relation between other numbers was said to fail."),
        (1, 0.5, "**Of four numbers altered in a test, all four were noticed**. In two cases a relation between other numbers was said to fail."),
    ],
)  # fmt: skip
def test_what_changing_a_number_did_to_others_can_be_understood(noticed, others, said):
    changed = pd.DataFrame({"tried": [4], "noticed": [noticed], "other_alarms": [others]})
    assert f"{accuracy.about_noticed(changed)} {accuracy.about_others(changed)}" == said


def test_drawn_numbers_do_not_hold(annotated):
    _, tables = annotated
    assert check(tables)["holds"].all()
    found = silence(tables).set_index("template")["articles"]
    assert found["any"] == 0.0


def test_equal_numbers_are_drawn_alike_and_none_stays(annotated):
    _, tables = annotated
    drawn, chance = {}, random.Random(1)
    values = [_drawn(drawn, "a", "people", value, 1.0, chance) for value in (46, 21, 14, 11, 46)]
    assert values[0] == values[-1] and len(set(values)) == 4
    assert min(values) >= 100 and max(values) < 1000
    assert _drawn(drawn, "a", "EUR", 24.5e6, 1e5, chance) % 1e5 == 0


def test_a_number_that_rounding_allows_is_not_tried(annotated, tmp_path):
    text = "Haul\n\nThe 19 raids in Turin brought in 1,900 cartons, 100 cartons a raid.\n"
    (tmp_path / "haul.txt").write_text(text, encoding="utf-8")
    relation = {"kind": "average_matches_ratio", "holds": True, "quotes": ["1,900", "19", "100"]}
    (tmp_path / "haul.json").write_text(json.dumps(GOLD | {"checks": [relation]}), encoding="utf-8")
    gold = load_gold(load_corpus(tmp_path))[0]
    tried = mutations([gold], [extract(gold.corpus)]).set_index("change")["tried"]
    assert tried["by one"] == 2  # 1,901 cartons are 100 a raid as well; 20 raids or 101 cartons are not
    assert tried["50%"] == 3


@pytest.mark.parametrize(
    ("value", "step", "change", "new"),
    [
        (24.5e6, 1e5, "by one", None),  # no figure in millions prints that
        (24.5e6, 1e5, "5%", 25.7e6),
        (24.5e6, 1e5, "digits swapped", 42.5e6),
        (0.8, 0.1, "by one", 1.8),
        (46.0, 1.0, "5%", 48.0),
    ],
)
def test_a_changed_number_is_printed_to_the_same_step(value, step, change, new):
    assert _other(value, step, change) == (new if new is None else pytest.approx(new))


def test_a_figure_told_twice_has_two_places():
    figures = [{"quote": "12", "start": 5}, {"quote": "24", "start": 60}, {"quote": "12", "start": 80}]
    assert sorted(_places(["12", "12", "24"], figures)) == [5, 60, 80]
