"""The order in which a table stands once a reader sorts it: days as days, verdicts with what a reader looks for first."""

import re

import pandas as pd
import pytest

from helpers import show
from helpers.findings.timeline_tables import PRECISIONS
from helpers.findings.words import range_in_words
from helpers.record import VERDICTS
from helpers.show.record_claims import LOOKS, STANCES
from helpers.show.sorting import ranks
from helpers.texts import MODES, word_list

# not in the order of the legend, where what is corroborated comes first
VERDICTS_SORTED = ("contradicted", "differs", "not found", "not checkable", "corroborated")


def in_order(values):
    """The values as a click on their heading puts them."""
    return [value for _, value in sorted(zip(ranks(values), values, strict=True), key=lambda pair: pair[0])]


def test_days_stand_in_the_order_of_their_first_day():
    days = [
        ("2021-12-13", "2021-12-13"),
        ("2022-10-01", "2023-09-30"),
        ("2023-10-21", "2023-10-31"),
        ("2023-12-30", "2024-01-02"),
        ("2024-02-01", "2024-02-29"),
        ("2024-03-11", "2024-03-22"),
        ("2024-03-15", "2024-03-15"),
        ("2024-05-30", "2024-06-02"),
        ("2025-01-01", "2025-12-31"),
        ("2025-01-03", "2025-01-03"),
    ]
    said = [range_in_words(*one) for one in days]
    assert in_order(sorted(said)) == said


def test_what_follows_a_day_does_not_count_and_what_is_none_comes_last():
    values = ["unknown", "4 October 2025", "March 2024, inferred", "August 2025 (3×)", "–"]
    assert in_order(values)[:3] == ["March 2024, inferred", "August 2025 (3×)", "4 October 2025"]
    assert in_order(["2025-10-04", "2025-08", "unknown", "2024"]) == [
        "2024",
        "2025-08",
        "2025-10-04",
        "unknown",
    ]


@pytest.mark.parametrize(
    "order",
    [
        VERDICTS_SORTED,
        tuple(STANCES),
        MODES,
        tuple(one for one in PRECISIONS if one != "duration"),
        ("fails", "open", "holds"),
        ("very", "fairly", "not very; shown as the figures agree"),
    ],
)
def test_words_with_an_order_stand_in_it(order):
    known = {row["word"] for row in word_list("show/orders")}
    assert all(any(word.startswith(one) for one in known) for word in order)
    assert in_order(sorted(order)) == list(order)


def test_every_verdict_has_its_place():
    assert set(VERDICTS_SORTED) == set(VERDICTS) == set(LOOKS)


def test_the_sign_of_a_verdict_and_what_is_said_behind_it_change_nothing():
    values = [f"{LOOKS[verdict][3]}\N{NO-BREAK SPACE}{verdict}" for verdict in reversed(VERDICTS_SORTED)]
    assert in_order(values) == values[::-1]
    held = ["holds, unless both are one event", "fails", "open", "holds within rounding"]
    assert in_order(held)[:2] == ["fails", "open"]


@pytest.mark.parametrize(
    ("values", "sorted_so"),
    [
        (["1238–1293", "16–23", "206–215"], ["16–23", "206–215", "1238–1293"]),
        (["10 of 43", "4 of 4"], ["4 of 4", "10 of 43"]),
        (["14.0", "–", "2.0"], ["2.0", "14.0", "–"]),
    ],
)
def test_places_and_counts_stand_by_their_first_number(values, sorted_so):
    assert in_order(values) == sorted_so


@pytest.mark.parametrize(
    "values",
    [
        ["Mexico", "May", "Chile"],
        [3, 20],
        ["3", "20"],
        ["26 people were held", "The raid was small", "12 May was the day", "All left"],
        ["day by day", "month after month"],
        [],
        ["", "–"],
    ],
)
def test_other_columns_sort_as_they_stand(values):
    assert ranks(values) is None


def test_a_table_says_the_order_to_the_page(monkeypatch):
    pages = []
    monkeypatch.setattr("helpers.show.page.display", lambda data, raw: pages.append(data["text/html"]))
    rows = pd.DataFrame({"when": ["12 August 2025", "3 January 2025"], "who": ["b", "a"]})
    show.table(rows, empty="")
    assert re.findall(r"data-order=(\d)", pages[0]) == ["1", "0"]
