"""The list of columns knows every column that a notebook writes, and no other."""

import re
from dataclasses import fields
from html import unescape

import nbformat
import pandas as pd
import pytest

from helpers.extraction import ROWS
from helpers.run.collection import NOTEBOOKS
from helpers.texts.columns import OTHERS, SHARED, as_cell, as_markdown, headings, meaning
from helpers.texts.lists import word_list

# columns that are named after what they count: how exact dates are, how numbers were changed, tables of the extraction
NAMED_AFTER = re.compile(r"\d+%|(?:range of |part of )?(?:days?|weeks?|months?|years?)|fiscal year")
LIST = [(row["table"], row["column"]) for row in word_list("texts/columns")]
STEMS = [path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb"))]


def test_the_list_is_sound():
    assert len(LIST) == len(set(LIST))
    for row in word_list("texts/columns"):
        assert row["content"].endswith("."), row
        assert (row["notebook"] == "") == (row["table"] == SHARED) and row["notebook"] in ("", *STEMS), row


def test_every_field_of_every_row_has_a_meaning():
    for table, kind in ROWS.items():
        assert all(meaning(table, field.name) for field in fields(kind))


def test_an_unknown_column_has_none():
    assert meaning("dates", "colour") == meaning("no such table", "value") == ""


@pytest.mark.parametrize("stem", STEMS)
def test_the_results_say_what_each_of_their_columns_means(stem, outputs):
    said = pd.read_csv(outputs / stem / "columns.csv")
    written = {
        (path.stem, column)
        for path in (outputs / stem).glob("*.csv")
        if path.stem != "columns"
        for column in pd.read_csv(path)
    }
    assert set(zip(said["table"], said["column"], strict=True)) == written
    assert said["content"].notna().all(), said[said["content"].isna()]


def test_the_list_names_no_table_and_no_column_that_nobody_writes(outputs):
    for row in word_list("texts/columns"):
        if row["table"] != SHARED:
            columns = set(pd.read_csv(outputs / row["notebook"] / f"{row['table']}.csv"))
            assert row["column"] in (*columns, OTHERS), row


def test_the_markdown_has_a_line_for_each_and_keeps_its_columns():
    lines = [
        line
        for line in as_markdown().splitlines()
        if line.startswith("|") and not line.startswith(("| column", "| heading", "|---"))
    ]
    assert len(lines) == len(LIST) + len(word_list("texts/headings"))
    assert all(line.replace("\\|", "").count("|") == 3 for line in lines)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_compute_has_an_apostrophe(sign):
    assert as_cell(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"
    assert as_cell([f"{sign}1", "2"]) == f"'{sign}1; 2"


@pytest.mark.parametrize("value", ["1=1", "a+b", "5-9", "me@example.org", " -5", "", -5, 1.5, True, None])
def test_everything_else_is_written_as_it_is(value):
    assert as_cell(value) is value


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_every_heading_on_a_page_is_explained(path):
    known = headings(path.stem[0])
    cells = nbformat.read(path, as_version=4).cells
    pages = [
        output.get("data", {}).get("text/html", "") for cell in cells for output in cell.get("outputs", ())
    ]
    shown = {
        unescape(words)
        for page in pages
        for head in re.findall(r'<table class="(?:rows|cards)">(.*?)</thead>', page, re.DOTALL)
        for words in re.findall(r"<th[^>]*>([^<]*)</th>", head)
    }
    measured = {"quantities", "roles", "speakers", "statements", "checks"} if path.stem[0] == "5" else set()
    assert not {words for words in shown - {*known} - measured if not NAMED_AFTER.fullmatch(words)}


def test_the_list_of_headings_is_sound():
    rows = [(row["notebook"], row["heading"]) for row in word_list("texts/headings")]
    assert len(set(rows)) == len(rows)
    assert all(row["content"].rstrip()[-1] in ".…" for row in word_list("texts/headings"))
