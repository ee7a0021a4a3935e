"""Tests of lists of short lines that are a table without its lines."""

import pytest

from helpers.checks import check
from helpers.extraction import extract
from helpers.texts import Article


def rows(text: str) -> list[tuple]:
    found = check(extract([Article(slug="a", text=text, published="2024-11-30")]))
    return [(row["template"], bool(row["holds"])) for row in found.to_dict("records")]


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        (("Lateness: 412", "Driving: 187", "Fares: 96", "Other: 41"), "Total: {}"),
        (("Tent hire = $412", "Music = $187", "Printing = $96", "Food = $41"), "All costs = ${}"),
        (("Engine failure ; 412", "Grounding ; 187", "Fire ; 96", "Person overboard ; 41"), "Sum ; {}"),
        (("Grade 1 – 412", "Grade 2 – 187", "Grade 3 – 96", "Grade 4 – 41"), "All grades – {}"),
    ],
)
def test_lines_with_a_label_and_a_number_are_summed_by_the_last(lines, total):
    for number, holds in (("736", True), ("763", False)):
        text = "\n".join(
            ("A report was sent to the council.", "", *lines, total.format(number), "", "It rained.")
        )
        assert rows(text) == [("table sum", holds)]


def test_some_of_what_the_total_counts_are_no_sum():
    lines = (
        "Three of our nine lines in July",
        "Preko: 88,400",
        "Ugljan: 14,300",
        "Brbinj: 19,750",
        "All lines: 171,900",
    )
    assert all(holds for _, holds in rows("\n".join((*lines, "", "A deckhand saved a boy."))))
