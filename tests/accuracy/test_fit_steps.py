"""Fitting the weights by which the chain of dates of a case is told from all others."""

import csv
import json

import helpers.accuracy.fit_steps as room
from helpers.checks import CHAIN_FEATURES, LINK_FEATURES, STEP_FEATURES
from helpers.texts import word_list

FEATURES = [*STEP_FEATURES, *LINK_FEATURES, *CHAIN_FEATURES]
TEXT = "Police arrested a man on 4 May 2023. He was charged on 6 May 2023. In 2019 the force had 40 dogs."


def folder(tmp_path):
    """A folder with one gold text."""
    (tmp_path / "catalogue.csv").write_text("slug,file,published\na,a.txt,2023-06-01\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    check = {"kind": "order_of_events", "holds": True, "quotes": ["4 May 2023", "6 May 2023"]}
    (tmp_path / "a.json").write_text(json.dumps({"checks": [check]}), encoding="utf-8")
    return tmp_path


def test_each_article_is_one_observation(tmp_path):
    (one,) = room.observations(folder(tmp_path))
    assert one.chains == ((0, 1),)
    assert one.steps.shape == (3, len(STEP_FEATURES))
    assert one.steps[:, STEP_FEATURES.index("always")].tolist() == [1, 1, 1]
    assert one.links[0, 1].sum() and not one.links[1, 0].sum()


def test_what_stands_in_annotated_chains_gains_weight_and_what_does_not_loses_it():
    steps = [frozenset(("form day",)), frozenset(("form day",)), frozenset(("form year",))]
    links = {(0, 1): frozenset(("link one line",)), (0, 2): frozenset(), (1, 2): frozenset()}
    weights = room.fit([room.observed(steps, links, ((0, 1),))] * 9)
    assert weights["form day"] > 0 > weights["form year"]
    assert weights["link one line"] > 0
    assert weights["since"] == 0


def test_an_article_without_a_chain_makes_every_chain_less_likely():
    steps = [frozenset(("form day",))] * 2
    weights = room.fit([room.observed(steps, {(0, 1): frozenset()}, ())] * 9)
    assert weights["chain"] < 0


def test_the_command_writes_a_weight_for_every_feature(tmp_path, monkeypatch, capsys):
    (tmp_path / "checks").mkdir()
    (tmp_path / "gold").mkdir()
    monkeypatch.setattr(room, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["fit_steps", str(folder(tmp_path / "gold"))])
    room.main()
    with (tmp_path / "checks" / "step_weights.csv").open(encoding="utf-8", newline="") as file:
        assert [row["feature"] for row in csv.DictReader(file)] == FEATURES
    assert "1 articles, 1 chains of dates in them" in capsys.readouterr().out


def test_the_committed_weights_are_those_of_the_features_that_are_read():
    assert [row["feature"] for row in word_list("checks/step_weights")] == FEATURES
