"""A change is one that somebody can notice only where the printed figures allow no numbers that still fit."""

import pytest

from helpers.accuracy.rounding import may_hold


def figure(quote, value, *, unit="count", step=1.0, low=..., high=..., approx=False):
    low, high = (value if bound is ... else bound for bound in (low, high))
    return {
        "quote": quote,
        "value": value,
        "low": low,
        "high": high,
        "step": step,
        "unit": unit,
        "approx": approx,
    }


def length(quote, value, mod=""):
    return {"quote": quote, "value": value, "mod": mod, "begin": "", "finish": ""}


def day(begin, finish=None):
    return {"quote": begin, "value": begin, "mod": "", "begin": begin, "finish": finish or begin}


def percent(quote, value, **more):
    return figure(quote, value, unit="percent", **more)


@pytest.mark.parametrize(
    ("whole", "stated", "holds"),
    [
        (200, percent("30%", 30.0), True),
        (203, percent("30%", 30.0), True),  # 29.6 percent is 30 when rounded
        (195, percent("30%", 30.0), True),  # 30.8 percent is 30 when cut
        (207, percent("30%", 30.0), False),
        (203, percent("30.0%", 30.0, step=0.1), False),
        (207, percent("about 30%", 30.0, approx=True), True),
        (190, percent("more than 30%", 30.0, high=None), True),
        (160, percent("nearly a third", 100 / 3, low=None), False),
        (185, percent("a third", 100 / 3), True),  # 32.4
        (150, percent("a third", 100 / 3), False),
    ],
)
def test_a_percentage_may_be_rounded_or_cut(whole, stated, holds):
    counts = figure("60", 60.0), figure(str(whole), float(whole))
    assert may_hold("share_matches_counts", [*counts, stated]) is holds


def test_a_change_in_percent_goes_either_way():
    for new, old in ((120.0, 100.0), (80.0, 100.0)):
        told = [figure("new", new), figure("old", old), percent("20%", 20.0)]
        assert may_hold("share_matches_counts", told)
    told = [figure("new", 130.0), figure("old", 100.0), percent("20%", 20.0)]
    assert not may_hold("share_matches_counts", told)


@pytest.mark.parametrize(
    ("parts", "total", "holds"),
    [
        ([7.0, 9.0], figure("16", 16.0), True),
        ([7.0, 10.0], figure("16", 16.0), False),
        ([400.0, 260.0], figure("about 640", 640.0, approx=True), True),
        ([18.0, 2.0], figure("16", 16.0), True),  # a difference: 18 is 2 more than 16
    ],
)
def test_a_whole_number_in_a_sum_stands_for_itself(parts, total, holds):
    told = [figure(str(part), part) for part in parts]
    assert may_hold("parts_sum_to_total", [*told, total]) is holds


def test_figures_in_millions_are_rounded_to_their_last_digit():
    euros = [
        figure("€1.2 million", 1.2e6, unit="EUR", step=1e5),
        figure("€2.3 million", 2.3e6, unit="EUR", step=1e5),
    ]
    assert may_hold("parts_sum_to_total", [*euros, figure("€3.6 million", 3.6e6, unit="EUR", step=1e5)])
    assert not may_hold("parts_sum_to_total", [*euros, figure("€3.8 million", 3.8e6, unit="EUR", step=1e5)])


def test_an_average_in_another_unit_is_compared_on_one_scale():
    told = [figure("6 kg", 6.0, unit="kg"), figure("20", 20.0), figure("300 g", 300.0, unit="g")]
    assert may_hold("average_matches_ratio", told)
    assert not may_hold("average_matches_ratio", [figure("8 kg", 8.0, unit="kg"), *told[1:]])


@pytest.mark.parametrize(
    ("told", "dates", "holds"),
    [
        (length("ten days", "P10D"), [day("2023-08-11"), day("2023-08-20")], True),
        (length("nine days", "P9D"), [day("2023-08-11"), day("2023-08-20")], True),
        (length("eleven days", "P11D"), [day("2023-08-11"), day("2023-08-20")], False),
        (
            length("two weeks", "P2W"),
            [day("2024-03-04"), day("2024-03-15")],
            True,
        ),  # Monday to Friday of the next
        (length("four weeks", "P4W"), [day("2024-03-04"), day("2024-03-15")], False),
        (length("18 months", "P18M"), [day("2023-11-01"), day("2025-04-30")], True),
        (length("20 months", "P20M"), [day("2023-11-01"), day("2025-04-30")], False),
        (
            length("27 months", "P27M"),
            [day("2018-12-01", "2018-12-31"), day("2021-03-01", "2021-03-31")],
            True,
        ),
        (length("over a week", "P1W", "MORE_THAN"), [day("2024-03-04", "2024-03-12")], True),
    ],
)
def test_either_end_of_a_length_may_count(told, dates, holds):
    assert may_hold("duration_matches_range", [told, *dates]) is holds


def test_figures_of_other_tables_hold_nothing():
    assert not may_hold("restated_figure", [figure("3", 3.0), day("2024-03-04")])
    assert not may_hold("average_matches_ratio", [figure("3", 3.0), figure("1", 1.0)])
    assert not may_hold("duration_matches_range", [length("a week", "P1W"), day("")])
    assert not may_hold("share_matches_counts", [figure("3", 3.0), figure("0", 0.0), percent("9%", 9.0)])
    assert may_hold("restated_figure", [figure("over 200", 200.0, high=None), figure("216", 216.0)])
    assert not may_hold("parts_sum_to_total", [figure("3", 3.0)])
