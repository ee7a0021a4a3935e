"""Tests of what is left of a whole, told by verbs: it holds, it fails, and what is left of something else."""

import pytest

from helpers.checks import check
from helpers.extraction import extract
from helpers.texts import Article


def rows(text: str) -> list[tuple]:
    found = check(extract([Article(slug="a", text=text, published="2024-11-30")]))
    return [(row["kind"], bool(row["holds"])) for row in found.to_dict("records")]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "The appeal raised £48,200 by Easter. The roof will cost £71,000, which leaves the parish £{} to find.",
            "22,800",
            "28,200",
        ),
        (
            "The library owned 26,300 volumes before the flood. It has lost 8,450 and still has {} on its shelves.",
            "17,850",
            "18,750",
        ),
        (
            "The yard ordered 860 tonnes of steel. 515 tonnes have come; {} tonnes are outstanding.",
            "345",
            "354",
        ),
        ("She set out to walk 1,240 kilometres and has done 865, so she has {} to go.", "375", "475"),
        ("Parliament approved 300 posts; 214 have been filled and {} are vacant.", "86", "96"),
    ],
)
def test_what_is_left_is_the_whole_without_the_part(text, right, wrong):
    assert rows(text.format(right)) == [("parts_sum_to_total", True)]
    assert rows(text.format(wrong)) == [("parts_sum_to_total", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The wing holds 655 men. By Monday 410 of them had a first dose. A second dose is still due for 180.",
        "Ninety women live there. Forty-one have a child with them, 28 have not yet been tried, ten are over sixty years old.",
        "Of its 1,360 trains the railway cancelled 214; 37 of 1,342 a year before. On Thursday 88 trains stood still.",
        "The force has 640 officers and a budget of 12 million euros. It left 585 calls unanswered and 61 cars rusted.",
    ],
)
def test_what_is_told_of_others_is_not_left_of_a_whole(text):
    assert all(holds for _, holds in rows(text))
