"""Fitting the weights of names: from annotated sentences, and the committed list is what the fit gives; what is read with it
does not fall."""

import csv
import json
import re
from pathlib import Path

from helpers.accuracy import fit_names as room
from helpers.accuracy.fit_names import SMALLEST, fit, observations
from helpers.texts import word_list
from tests.scorers import said_by

TESTS = Path(__file__).resolve().parents[1]
PASSAGES = TESTS / "gold" / "passages"
HELD_OUT = "VW"  # writers by whom the weights are judged
LEAST = {  # F1, by writer
    "exact": {"R": 0.85, "S": 0.79, "T": 0.85, "U": 0.85, "V": 0.85, "W": 0.87},
    "overlap": {"R": 0.94, "S": 0.93, "T": 0.94, "U": 0.94, "V": 0.94, "W": 0.94},
    "name": {"R": 0.82, "S": 0.73, "T": 0.85, "U": 0.79, "V": 0.83, "W": 0.83},
}
ROLES = 0.69
SENTENCES = """The Zorn Inspectorate met.\tZorn Inspectorate
The Wald Inspectorate left.\tWald Inspectorate
In May Otto Brand met the firm.\t
In June Otto Lind met the firm.\t
"""


def test_what_names_have_in_common_speaks_for_a_name(tmp_path):
    path = tmp_path / "sentences.tsv"
    path.write_text(SENTENCES, encoding="utf-8")
    weights = fit([one for one in observations(path) if one.run.places])
    assert weights["last=inspectorate"] > 0 > weights["first=otto"]


def test_the_command_writes_the_weights_or_judges_each_writer_by_those_of_the_others(
    tmp_path, monkeypatch, capsys
):
    for writer, names in (("A", ("Zorn", "Wald")), ("B", ("Kern", "Lind"))):
        lines = [
            {
                "id": f"{writer}-{number}",
                "text": f"The {name} Inspectorate met. In May Otto Brand left.",
                "bodies": [{"quote": f"{name} Inspectorate", "nth": 1}],
            }
            for number, name in enumerate(names)
        ]
        (tmp_path / f"{writer}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    paths, into = [str(tmp_path / f"{writer}.jsonl") for writer in "AB"], tmp_path / "weights.csv"
    monkeypatch.setattr("sys.argv", ["fit", "--writers", "--into", str(into), *paths])
    room.main()
    assert not into.exists()
    printed = capsys.readouterr().out.splitlines()
    assert [line[0] for line in printed] == ["A", "B"]
    assert all("'found': 2" in line and "'false': 0" in line for line in printed)
    monkeypatch.setattr("sys.argv", ["fit", "--without", "B", "--into", str(into), *paths])
    room.main()
    weights = {row["evidence"]: float(row["weight"]) for row in csv.DictReader(into.open(encoding="utf-8"))}
    assert weights["last=inspectorate"] > 0 > weights["first=otto"]
    assert all(abs(weight) >= SMALLEST for weight in weights.values())


def test_the_committed_weights_are_those_of_the_fit():
    paths = [PASSAGES / "bodies_read.jsonl", TESTS / "agencies" / "shapes.tsv"]
    seen = [one for path in paths for one in observations(path) if one.run.places]
    weights = fit([one for one in seen if one.writer not in HELD_OUT])
    committed = {row["evidence"]: float(row["weight"]) for row in word_list("names/name_weights")}
    assert committed.keys() == {name for name, weight in weights.items() if abs(weight) >= SMALLEST}
    assert all(abs(weights[name] - weight) < 0.02 for name, weight in committed.items())


def test_names_of_bodies_are_seen_as_well_as_before():
    printed = said_by(PASSAGES / "score_bodies.py", PASSAGES / "bodies_read.jsonl")
    found = re.findall(r"^(\w) (\w+) .* F1 (\d\.\d+)", printed, re.MULTILINE)
    assert len(found) == sum(map(len, LEAST.values()))
    assert [one for one in found if float(one[2]) < LEAST[one[1]][one[0]]] == []


def test_roles_beside_them_do_not_fall():
    printed = said_by(PASSAGES / "score.py", PASSAGES / "bodies_read.jsonl")
    assert float(re.search(r"roles .* F1 (\d\.\d+)", printed)[1]) >= ROLES
