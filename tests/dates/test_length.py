"""How long TIMEX3 durations are."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from helpers.dates import length_of


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("P12D", "days", 12),
        ("P2W", "days", 14),
        ("P2W", "weeks", 2),
        ("P3Y", "years", 3),
        ("PT3H", "hours", 3),
        ("P2.5Y", "years", 2.5),
        ("P1M", "days", None),
        ("P1D", "persons", None),
        ("PT30M", "months", None),
        ("P30M", "minutes", None),
    ],
)
def test_number_in_a_unit(value, unit, number):
    assert length_of(value).in_unit(unit) == number


@pytest.mark.parametrize(
    "value", ["", "P", "PT", "PXD", "P2Y/P4Y", "2024", "2024-03-11", "P1D2", "T06:00", "P-1D"]
)
def test_what_is_no_length(value):
    assert length_of(value) is None


@given(st.integers(0, 40), st.integers(0, 400), st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_every_stretch_of_so_many_months_is_inside_the_interval(years, months, first):
    first = first.replace(day=1)
    for value, delta in (
        (f"P{years}Y", relativedelta(years=years)),
        (f"P{months}M", relativedelta(months=months)),
    ):
        days = (first + delta - first).days
        assert length_of(value).days_low <= days <= length_of(value).days_high


@pytest.mark.parametrize("months", range(1, 13))
def test_some_stretch_of_so_many_months_is_as_short_and_one_as_long_as_can_be(months):
    firsts = [date(year, month, 1) for year in (2023, 2024) for month in range(1, 13)]
    days = [(first + relativedelta(months=months) - first).days for first in firsts]
    length = length_of(f"P{months}M")
    assert (min(days), max(days)) == (length.days_low, length.days_high)


def test_a_sum_of_units_is_a_length_in_days():
    length = length_of("P2M5D")
    assert (length.unit, length.days_low, length.days_high) == ("days", 64, 67)
    assert length.days_low < length.days < length.days_high
