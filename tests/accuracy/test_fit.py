"""Fitting the weights of the ties: from annotated texts, towards the judgement, and without touching the committed list."""

import json

from helpers.accuracy import fit as room
from helpers.accuracy.fit import fit, observations
from helpers.checks import ties
from helpers.extraction import extract
from helpers.texts import Article, word_list

CASES = [
    {
        "text": "Police arrested 30 people: 12 men and 18 women.",
        "published": "2024-05-03",
        "expect": [{"kind": "parts_sum_to_total", "quotes": ["30", "12", "18"]}],
    },
    {
        "text": "Police arrested 40 people: 12 men and 18 women.",
        "published": "2024-05-03",
        "role": "planted",
        "kind": "parts_sum_to_total",
        "quotes": ["40", "12", "18"],
    },
    {
        "text": "Police seized 9 cars and 4 guns. Earlier they had seized 13 phones.",
        "published": "2024-05-03",
        "role": "lookalike",
        "kind": "",
        "quotes": [],
    },
]


def written(folder, cases):
    path = folder / "cases.jsonl"
    path.write_text("\n".join(map(json.dumps, cases)) + "\n", encoding="utf-8")
    return path


def test_a_right_tie_raises_the_weights_that_speak_for_it_and_a_wrong_one_lowers_them(tmp_path):
    judgement = {row["evidence"]: float(row["weight"]) for row in word_list("checks/judgement")}
    seen = [(tie, right) for tie, right, _ in observations([written(tmp_path, CASES[:2])])]
    right = next(tie for tie, _ in seen if tie.template == "sum")
    bias = f"bias {right.template}"
    up, down = fit([(right, True)] * 9, judgement), fit([(right, False)] * 9, judgement)
    assert down[bias] < judgement[bias] < up[bias]
    assert fit([], judgement) == {name: round(weight, 2) for name, weight in judgement.items()}


def test_what_the_annotation_does_not_tell_of_is_left_out(tmp_path):
    seen = observations([written(tmp_path, CASES)])
    assert {(article, right) for _, right, article in seen} >= {("cases-0", True), ("cases-1", True)}
    assert not any(right for _, right, article in seen if article == "cases-2")


def test_what_is_chosen_by_other_weights_is_left_out(tmp_path):
    text = "Arrests rose 25 percent, from 40 in 2022 to 50 in 2023."
    expected = [{"kind": "share_matches_counts", "quotes": ["50", "40", "25 percent"]}]
    case = {"text": text, "published": "2024-05-03", "expect": expected}
    found = [tie for _, tie in ties(extract([Article("a", text, "2024-05-03")]))]
    assert [tie.template for tie in found if tie.weighed] == ["change in percent"]
    assert not any(tie.weighed for tie, _, _ in observations([written(tmp_path, [case])]))


def test_the_command_writes_every_weight_and_counts(tmp_path, monkeypatch, capsys):
    (tmp_path / "checks").mkdir()
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.txt").write_text(CASES[0]["text"], encoding="utf-8")
    (gold / "a.json").write_text(json.dumps({"checks": CASES[0]["expect"]}), encoding="utf-8")
    monkeypatch.setattr(room, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["fit", str(written(tmp_path, CASES)), str(gold)])
    room.main()
    lines = (tmp_path / "checks" / "weights.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "evidence,weight,why"
    assert len(lines) == 1 + len(word_list("checks/judgement"))
    assert "sum" in capsys.readouterr().out
