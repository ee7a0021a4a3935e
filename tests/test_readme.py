"""What the README and the data dictionary say is true."""

import re
import subprocess
from pathlib import Path

import nbformat
import pytest

from helpers.run.collection import NOTEBOOKS, question
from helpers.run.committed import PICTURES, first_picture
from helpers.run.execute import signature
from helpers.texts.columns import as_markdown

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))


def test_the_two_commands_stand_alone_on_their_lines():
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert [command.split(" && ")[-1] for command in commands] == [
        ".venv/bin/python -m helpers",
        ".venv/bin/python -m pytest",
    ]


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_each_notebook_is_listed_with_its_question_and_all_its_parameters(path):
    line = next(
        line for line in README.splitlines() if f"notebooks/{path.name})" in line and line.startswith("|")
    )
    assert question(path) in line
    parameters = set(re.findall(r"`(\w+)`", line.split("|")[-2]))
    common = set(
        re.findall(
            r"`(\w+)`", next(line for line in README.splitlines() if line.startswith("Every notebook takes"))
        )
    )
    assert parameters | common == set(signature(path))


def test_the_layout_names_what_is_there_and_nothing_else():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    there = {name.split("/")[0] for name in listed if not name.startswith(".")}
    block = README.split("## Layout")[1].split("```")[1]
    assert {
        line.split()[0].rstrip("/") for line in block.splitlines() if line and not line.startswith(" ")
    } == there


def test_links_and_pictures_lead_somewhere():
    for alt, target in re.findall(r"!?\[([^\]]*)\]\(([^)#]+)", README):
        assert alt
        assert target.startswith("https://") or (ROOT / target).exists(), target
        assert not target.startswith("."), "JupyterLab shows nothing of a hidden folder"


def test_the_pictures_are_those_of_the_notebooks():
    for name in re.findall(r"notebooks/pictures/(\w+)\.png", README):
        assert (PICTURES / f"{name}.png").read_bytes() == first_picture(
            nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
        )


def test_the_data_dictionary_is_the_list_of_columns():
    dictionary = (ROOT / "seeds/README.md").read_text(encoding="utf-8")
    assert "## Tables" + dictionary.split("## Tables")[1] == as_markdown()


def test_the_findings_are_those_of_the_first_notebook():
    notebook = nbformat.read(NOTEBOOKS / "0_start_here.ipynb", as_version=4)
    cell = next(cell for cell in notebook.cells if "draw.headlines" in cell.source)
    answer = (
        next(cell for cell in notebook.cells if "show.answer" in cell.source).outputs[1].data["text/plain"]
    )
    for line in cell.outputs[0].data["text/plain"].splitlines():
        head, words = line.replace("](", "](notebooks/").split(")** ", 1)
        whole = (
            answer if answer.startswith(words) else words
        )  # of the answer above, the first sentence is given again
        assert f"{head})** {whole}" in README
