"""The date that each figure is of: its own, that of its sentence, or none.

A sentence of the table gives the period of each of its figures, in order, separated by semicolons; all are published on
10 June 2025.
"""

import csv
from pathlib import Path

import pytest

from helpers.clauses.frames import frame_of
from helpers.dates import read_dates
from helpers.quantities import read_quantities
from helpers.texts import Article, sentences

with (Path(__file__).parent / "periods.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def periods(text: str, published: str = "2025-06-10") -> list[str]:
    article = Article(slug="x", text=text, published=published)
    split = sentences(article)
    return [row.period for row in read_quantities(article, split, read_dates(article, split))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_a_figure_has_the_date_that_tells_of_it(row):
    assert periods(row["text"]) == [one.strip() for one in row["periods"].split(";")]


def test_the_table_names_each_sentence_once():
    texts = [row["text"] for row in ROWS]
    assert len(texts) == len(set(texts)) >= 50


def test_a_date_that_cannot_be_placed_still_leaves_the_others_to_their_figures():
    text = (
        "Guards caught 57 drones so far this year, compared with 31 in all of 2024, an 84 percent increase."
    )
    assert periods(text, "") == ["", "2024", ""]


def test_a_row_of_a_table_has_the_only_date_in_it():
    assert periods("Month | Raids\n--- | ---\nMay 2024 | 12\nJune 2024 | 15\n") == ["2024-05", "2024-06"]


@pytest.mark.parametrize("since", ["Since Oct. 1, 2024,", "Since October 2024,", "From October 2024 on,"])
def test_an_open_stretch_ends_on_the_day_of_publication_if_it_is_known(since):
    assert periods(f"{since} agents held 40 people.") == ["2024-10-01/2025-06-10"]
    assert periods(f"{since} agents held 40 people.", "") == ["2024-10-01/.."]


def test_an_open_stretch_that_is_given_its_end_is_a_range():
    text = "Since Oct. 1, 2024, and through Jan. 5, 2025, agents held 40 people."
    assert periods(text, "") == ["2024-10-01/2025-01-05"]


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("in May", ""),
        ("in FY 2024", ""),
        ("in FY24", ""),
        ("in Q1", ""),
        ("in Sept.", ""),
        ("at Easter", ""),
        ("from Honduras in May", "Honduras"),
        ("in Mayfield", "Mayfield"),
        ("in Marchville", "Marchville"),
    ],
)
def test_a_time_is_no_place(behind, place):
    text = f"They held 40 people {behind}."
    assert frame_of(text, 10, 12, "40", unit="count", what="people")["place"] == place
