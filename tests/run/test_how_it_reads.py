"""Notebook 6 with parameters: with another sentence, with an empty one, and with what is no sentence."""

import nbformat
import pytest

from helpers.run.choices import ParameterError
from helpers.run.collection import NOTEBOOKS
from helpers.run.parameters import check_parameters
from tests.kernel import one_kernel


@pytest.fixture(scope="module")
def kernel():
    with one_kernel() as kernel:
        yield kernel


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Police arrested 30 people: 12 men and 19 women.", "Read in this sentence: one name"),
        ("", "Read in this sentence: "),
        ("?!", "There is no sentence to read."),
    ],
)
def test_any_sentence_is_read(sentence, answer, kernel, tmp_path):
    executed = kernel.execute(
        NOTEBOOKS / "6_how_it_reads.ipynb",
        tmp_path / "out.ipynb",
        sentence=sentence,
        output_dir=str(tmp_path / "tables"),
    )
    notebook = nbformat.read(executed, as_version=4)
    plain = [
        output.data["text/plain"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "data" in output
    ]
    assert answer in plain[0]
    assert (tmp_path / "tables" / "evidence.csv").is_file()
    assert not [
        cell
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.get("name") == "stderr"
    ]


@pytest.mark.parametrize("value", [7, ["a"], "x" * 200_000])
def test_what_cannot_be_a_sentence_is_said(value):
    with pytest.raises(ParameterError, match="sentence"):
        check_parameters(sentence=value)


def test_spaces_are_no_sentence(capsys):
    assert check_parameters(sentence=" \n ").sentence == ""
    assert "most kinds of evidence" in capsys.readouterr().out
