"""Fitting the weights by which dates are told to be steps of a case."""

import csv
import json

import helpers.accuracy.fit_steps as room
from helpers.checks import STEP_FEATURES
from helpers.texts import word_list

TEXT = "Police arrested a man on 4 May 2023. He was charged on 6 May 2023. In 2019 the force had 40 dogs."


def folder(tmp_path):
    """A folder with one gold text."""
    (tmp_path / "catalogue.csv").write_text("slug,file,published\na,a.txt,2023-06-01\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    check = {"kind": "order_of_events", "holds": True, "quotes": ["4 May 2023", "6 May 2023"]}
    (tmp_path / "a.json").write_text(json.dumps({"checks": [check]}), encoding="utf-8")
    return tmp_path


def test_each_stretch_of_the_calendar_is_one_observation(tmp_path):
    seen = list(room.observations(folder(tmp_path)))
    assert [told for _, told in seen] == [True, True, False]
    assert all(found <= set(STEP_FEATURES) and "always" in found for found, _ in seen)


def test_a_feature_of_steps_gains_weight_and_one_of_others_loses_it():
    weights = room.fit([(frozenset(("form day",)), True)] * 9 + [(frozenset(("form year",)), False)] * 9)
    assert weights["form day"] > 0 > weights["form year"]
    assert weights["since"] == 0


def test_the_command_writes_a_weight_for_every_feature(tmp_path, monkeypatch, capsys):
    (tmp_path / "checks").mkdir()
    (tmp_path / "gold").mkdir()
    monkeypatch.setattr(room, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["fit_steps", str(folder(tmp_path / "gold"))])
    room.main()
    with (tmp_path / "checks" / "step_weights.csv").open(encoding="utf-8", newline="") as file:
        assert [row["feature"] for row in csv.DictReader(file)] == list(STEP_FEATURES)
    assert "3 stretches of the calendar, 2 of them steps" in capsys.readouterr().out


def test_the_committed_weights_are_those_of_the_features_that_are_read():
    assert [row["feature"] for row in word_list("checks/step_weights")] == list(STEP_FEATURES)
