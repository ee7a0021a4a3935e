"""What can be said of the committed notebooks without running them; the numbers are the bars of the
design."""

import json
import re
from html import escape
from pathlib import Path

import nbformat
import pytest

from helpers.run.collection import NOTEBOOKS, question
from helpers.run.committed import LANGUAGE
from helpers.run.execute import signature

PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))
COMMON = {"corpus", "articles", "output_dir"}
TYPES = {"str", "int", "float", "bool", "list"}
IDS = [path.stem for path in PATHS]


@pytest.fixture(params=PATHS, ids=IDS)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    return [output for cell in code(notebook) for output in cell.outputs]


def headings(notebook):
    return [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if re.match(r"#{1,6} ", line)
    ]


def test_it_is_valid_and_small(path, notebook):
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) >= (4, 5)
    assert path.stat().st_size < 300_000


def test_it_is_executed_top_to_bottom_without_errors_or_warnings(notebook):
    assert [cell.execution_count for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))
    assert not [
        output
        for output in outputs(notebook)
        if output.output_type == "error" or output.get("name") == "stderr"
    ]
    assert notebook.metadata.kernelspec.name == "python3"


def test_a_number_of_statements_is_not_taken_for_one_of_sentences():
    """Notebook 2 counts both, and a sentence can hold two statements."""
    source = "\n".join(cell.source for cell in nbformat.read(PATHS[2], as_version=4).cells)
    assert '"direct": "sentences that quote it"' in source and 'f"statements {form}"' in source


def test_nothing_that_differs_between_machines_is_stored(notebook):
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert set(notebook.metadata.language_info) == {*LANGUAGE, "version"}  # or JupyterLab would add them
    assert all(set(cell.metadata) <= {"tags", "jupyter"} for cell in notebook.cells)
    for output in outputs(notebook):
        words = json.dumps(
            {
                kind: value
                for kind, value in output.get("data", {"text": output.get("text", "")}).items()
                if kind != "image/png"
            }
        )
        assert not re.search(r"0x[0-9a-f]{6,}|/home/|/root/|/tmp/|/work/|C:\\\\|<Figure size", words)


def test_the_parameters_cell_comes_first_and_papermill_reads_all_of_it(path, notebook):
    tagged = [cell for cell in code(notebook) if "parameters" in cell.metadata.get("tags", [])]
    assert tagged == code(notebook)[:1]
    found = signature(path)
    assert list(found) == re.findall(r"^(\w+):", tagged[0].source, re.MULTILINE)
    assert set(found) >= COMMON
    assert all(info["inferred_type_name"] in TYPES and info["help"] for info in found.values())
    table = "\n".join(cell.source for cell in notebook.cells if "## Parameters" in cell.source)
    assert all(f"`{name}`" in table for name in found)


def test_headings_begin_with_one_question_and_skip_no_level(notebook):
    levels = [len(line.split()[0]) for line in headings(notebook)]
    assert levels[0] == 1 and levels.count(1) == 1 and notebook.cells[0].source.startswith("# ")
    assert headings(notebook)[0].endswith("?")
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert {"## Parameters", "## In short", "## Check every row", "## Limits"} <= set(headings(notebook))


def test_cells_are_short_and_announced(notebook):
    lengths = [len(cell.source.splitlines()) for cell in code(notebook)]
    assert max(lengths) <= 25
    assert len(notebook.cells) <= 60
    markdown = len(notebook.cells) - len(lengths)
    assert markdown / len(lengths) >= 0.8


def test_no_magics_no_installs_no_trailing_semicolons(notebook):
    for cell in code(notebook):
        for line in cell.source.splitlines():
            assert not line.lstrip().startswith(("%", "!")) and not line.rstrip().endswith(";")
            assert "matplotlib" not in line and "sys.exit" not in line


def test_every_figure_has_a_description_that_can_be_seen(notebook):
    for cell in code(notebook):
        for number, output in enumerate(cell.outputs):
            if "image/png" in output.get("data", {}):
                description = output.metadata["image/png"]["alt"]
                assert len(description.split()) >= 8
                assert output.data["text/plain"].rstrip() == f"Figure: {description}"
                seen = cell.outputs[number + 1].data[
                    "text/html"
                ]  # what is drawn need not be said there once more
                caption = re.search(r'<p class="caption"><i>Figure:</i> (.+)</p>', seen)[1]
                assert escape(description, quote=False) == caption or 5 <= len(caption.split()) < len(
                    description.split()
                )


def test_the_answer_comes_before_everything_but_the_parameters(path, notebook):
    """The first screen: the question, the parameters, machinery that JupyterLab folds away, the answer with its
    figure or its cards; on the start page below one line that says what the site is."""
    setup = code(notebook)[1]
    # a hidden output JupyterLab shows once the cell has run, and saves the notebook as changed
    assert setup.metadata == {"jupyter": {"source_hidden": True}}
    first = code(notebook)[2]
    answer = int(path.stem.startswith("0"))  # below the line that says what the site is
    assert 'class="answer"' in first.outputs[answer].data["text/html"]
    assert notebook.cells.index(first) <= 4
    drawn = any(
        "image/png" in output.data or "othing to draw" in output.data["text/plain"]
        for output in first.outputs[1:]
    )
    assert path.stem.startswith("0") or drawn


def test_words_of_others_are_left_alone_by_the_typesetter(notebook):
    for output in outputs(notebook):
        if "text/html" in output.get("data", {}):
            assert output.data["text/html"].startswith('<div class="tex2jax_ignore mathjax_ignore">')
        assert "text/markdown" not in output.get("data", {})


def test_the_analysis_stands_in_the_notebook(path, notebook):
    """A reader sees the pandas that makes the tables, and can change it."""
    verbs = r"\b(?:groupby|crosstab|pivot_table|assign|sort_values|isin|drop_duplicates|merge|join)\("
    shown = [cell for cell in code(notebook)[2:] if re.search(verbs, cell.source)]
    assert len(shown) >= (2 if path.stem[0] in "1234" else 0)


def checked(notebook):
    """The lines of the last table of rows that were read again: name, rows, failed."""
    shown = [
        output.data["text/plain"]
        for cell in code(notebook)
        if "verify(" in cell.source
        for output in cell.outputs
        if output.data["text/plain"].startswith("table |")
    ]
    return [line.split(" | ") for line in shown[-1].strip().splitlines()[1:]]


def test_every_row_shown_was_checked(notebook):
    lines = checked(notebook)
    assert lines and all(failed == "0" for _, _, failed in lines)


def test_what_has_one_name_has_one_number():
    """Roles, statements and so on are as many in every notebook that counts all articles."""
    counts = {}
    for path in PATHS:
        if path.stem[0] in "01234":
            for name, rows, _ in checked(nbformat.read(path, as_version=4)):
                counts.setdefault(name, set()).add(rows)
    assert {"roles", "statements", "set aside"} <= {name.replace("_", " ") for name in counts}
    assert not [name for name, found in counts.items() if len(found) > 1]


def test_links_lead_somewhere(path, notebook):
    for cell in notebook.cells:
        for target in re.findall(r"\]\(([^)#]+)", cell.source if cell.cell_type == "markdown" else ""):
            assert target.startswith("https://") or (path.parent / target).exists(), target


def test_a_click_inside_the_outputs_leads_to_a_place_in_them(path, notebook):
    """JupyterLab follows a link to a place that is nowhere without a word."""
    outputs = "\n".join(
        output.data.get("text/html", "")
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "data" in output
    )
    places = set(re.findall(r'\bid="?([^">\s]+)', outputs))
    nowhere = [one for one in re.findall(r'href="?#([^">\s]+)', outputs) if one not in places]
    assert not nowhere


def test_no_two_notebooks_name_a_place_alike():
    """JupyterLab keeps all that are open on one page and takes the first place of a name."""
    owner: dict[str, str] = {}
    for path in PATHS:
        text = path.read_text(encoding="utf-8")
        for place in set(re.findall(r"""id=\\?"?((?:text|row|relation)-[^\s"\\>]+)""", text)):
            assert owner.setdefault(place, path.stem) == path.stem, place
    assert len(owner) > len(PATHS)


def test_the_page_holds_no_figure_typed_by_hand(notebook):
    """Typed prose explains how to read; numbers in it may only be definitions, dates as examples, or list and
    heading numbers."""
    allowed = re.compile(
        r"`[^`]*`|“[^”]*”|\([^)]*\)|\b(?:1 October|30 September|\d+ ?%)|ISO 8601|TIMEX3|^#+ \d", re.MULTILINE
    )
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not cell.source.startswith("## Parameters"):
            rest = allowed.sub("", cell.source)
            assert not re.search(r"\b\d{2,}\b", rest), re.search(r"\b\d{2,}\b", rest)


def test_the_map_of_the_readme_is_true():
    """Its table names each notebook, its question and the parameters of its own."""
    text = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf-8")
    for path in PATHS:
        line = next(
            line
            for line in text.splitlines()
            if line.startswith(f"| [{path.stem}](notebooks/{path.name}) | {question(path)} |")
        )
        assert set(re.findall(r"`(\w+)`", line)) == set(signature(path)) - COMMON


def test_there_is_nothing_else_in_the_folder():
    assert [
        path.name
        for path in Path(NOTEBOOKS).iterdir()
        if path.suffix != ".ipynb" and not path.name.startswith(".")
    ] == ["pictures"]  # of the README, where JupyterLab shows them
    assert {path.name for path in (Path(NOTEBOOKS) / "pictures").iterdir()} == {
        f"{path.stem}.png" for path in PATHS
    }
