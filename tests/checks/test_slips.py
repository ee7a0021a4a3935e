"""Tests of what looks like a slip of the pen, of units that are lent, and of figures that a text accounts for otherwise."""

import pytest

from helpers.checks import check
from helpers.checks.slips import PLAIN, likelihood
from helpers.extraction import extract
from helpers.texts import Article


def rows(text: str) -> list[tuple]:
    found = check(extract([Article(slug="a", text=text, published="2024-11-30")]))
    return [(row["template"], bool(row["holds"]), tuple(row["quotes"])) for row in found.to_dict("records")]


@pytest.mark.parametrize(
    ("parts", "whole", "slip"),
    [
        ((1867, 2408), 4276, True),
        ((1867, 2408), 4725, True),
        ((1867, 2408), 5138, False),
        ((600, 500, 300), 1500, False),
        ((31, 29), 64, False),
        ((31, 29, 15), 57, True),
        ((31, 29, 15), 81, False),
    ],
)
def test_one_digit_or_two_swapped_are_a_slip_where_free_figures_would_miss_by_more(parts, whole, slip):
    figures = [(part, 1.0) for part in parts] + [(whole, -1.0)]
    assert (likelihood(figures, sum(parts) - whole, whole) >= PLAIN) == slip


def test_without_figures_a_miss_says_nothing():
    assert likelihood([], 3, 10) == likelihood([(3, 0.0)], 3, 10) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "The agency recovered 1.8 million zlotys from traders and 0.7 million from a dealer, together 2.5 million.",
        "The ports landed 9,310 tonnes of hake: 4,205 at Mar del Plata, 2,980 at Necochea and 2,125 at Quequén.",
    ],
)
def test_a_bare_number_in_a_list_has_the_unit_of_the_one_before_it(text):
    assert [(template, holds) for template, holds, _ in rows(text)] == [("sum", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Wages were too low at 45 firms, lodging poor at 38; five were guilty of both, and thus 78 firms were fined.",
        "It operates 39 tankers: 24 of its own and 15 hired. Four of the hired ones are broken down.",
        "The raid on 24 June was preceded by a failed attempt on 17 June.",
        "The raid involved 64 officers of 5 agencies.",
        "The driver, born on 30 March 2003, was held on 3 November 2024. In all 6,100 ballots were cast, 6,100 a day.",
        "Nine of the convicted got two years, the five others one. A court sentenced 14 people.",
    ],
)
def test_what_the_text_accounts_for_is_no_error(text):
    assert all(holds for _, holds, _ in rows(text))


def test_a_clause_that_tells_of_something_as_earlier_orders_two_dates():
    text = "The kennel lost its licence on {} May, after its owner had been convicted of cruelty on {} May."
    assert [row[:2] for row in rows(text.format(20, 12))] == [("order", True)]
    assert [row[:2] for row in rows(text.format(12, 20))] == [("order", False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Police arrested 40 people in a 5-day operation. The five-day sweep ended on Friday.",
            [("restated", True, ("5-day", "five-day"))],
        ),
        (
            "Police arrested 40 people during a five-day sweep. Nine were held during a five-day sweep in May.",
            [],
        ),
        (
            "The town counted 90 fires. The crews put out 41 in May. They put out 30 in June. The other 19 burned out.",
            [("rest", True, ("41", "30", "19", "90"))],
        ),
        (
            "The hospital treated 60 patients. On top of the 40 men, 12 women and eight children were treated.",
            [("sum", True, ("40", "12", "eight", "60"))],
        ),
        (
            "The hospital treated 40 patients. On top of the 40 men it treated nobody.",
            [("restated", True, ("40", "40"))],
        ),
        (
            "The crews rescued 52 people. Of them, 31 were flown out and seven died, which leaves 13 in the camp.",
            [
                ("part within whole", True, ("31", "52")),
                ("rest", False, ("31", "seven", "13", "52")),
            ],
        ),
        (
            "The camp took in 30 children and 40 men. Half of these men, 15, were ill.",
            [("share", False, ("15", "40", "Half"))],
        ),
    ],
)
def test_the_words_between_sentences_tie_what_belongs_together_and_no_more(text, found):
    assert rows(text) == found
