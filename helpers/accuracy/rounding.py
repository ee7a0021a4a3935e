"""May a relation still hold, by the rounding that its figures are printed with?

In: the rows of the figures of an annotated relation, in the order of its quotes. Out: whether the figures fit each other for
some numbers that they may stand for. This is arithmetic of its own, apart from `helpers.checks`, which it helps to judge. A
figure stands for all that round to it ("2.4 million" to half a hundred thousand, a whole number in a sum for itself),
"about" for a tenth more or less, "over" and "nearly" for a fifth on their side, a fraction in words for two and a half points
more or less; a percentage, an average and a length may be rounded or cut, and either end of a stretch of time may count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

import pandas as pd

from helpers.texts import MEAN_DAYS, word_list

__all__ = ["LENGTH", "may_hold"]

ABOUT, OPEN, ROUGH = 0.1, 0.2, 2.5
WORKING = 3  # days of a week-end with a day before or behind it, which working weeks leave out
LENGTH = re.compile(r"P(\d{1,9}(?:\.\d+)?)([YMWD])")
_DAYS = {name[0].upper(): MEAN_DAYS[name] for name in ("days", "weeks", "months", "years")}
_OVER, _UNDER = ("MORE_THAN", "EQUAL_OR_MORE"), ("LESS_THAN", "EQUAL_OR_LESS")

Interval = tuple[float, float]


@dataclass(frozen=True)
class _Figure:
    """A number with the bounds that its qualifier leaves it and the step it is printed to, all in one unit a dimension."""

    low: float
    high: float
    step: float
    whole: bool
    dimension: str
    in_words: bool

    def within(self, half: float | None = None) -> Interval:
        """The numbers it may stand for, if it is rounded by `half` at most; a whole number is not rounded."""
        half = (0.0 if self.whole else self.step / 2) if half is None else half
        return self.low - half, self.high + half


def may_hold(kind: str, figures: Sequence[dict]) -> bool:
    """Whether figures may stand in a relation of a kind.

    Args:
        kind: As annotated (`tests/gold/README.md`).
        figures: Rows of `quantities` and `dates`, in the order of the quotes.

    Returns:
        False as well where the figures are too few or of other tables than the kind needs.
    """
    if kind == "duration_matches_range":
        return _length_fits(figures)
    told = [_figure(row) for row in figures]
    if None in told:
        return False
    if kind == "parts_sum_to_total":
        return len(told) > 1 and any(_adds_up(told, at) for at in range(len(told)))
    if kind == "restated_figure":
        alike = len({one.dimension for one in told}) == 1
        return alike and all(_meet(a.within(), b.within()) for a, b in pairwise(told))
    if len(told) != 3 or told[1].low <= 0:
        return False
    (a, b), stated = (one.within() for one in told[:2]), told[2]
    ratio = a[0] / b[1], a[1] / max(b[0], 1e-9)
    if kind == "average_matches_ratio":
        return _meet(ratio, _computed(stated))
    changes = sorted(abs(100 * bound - 100) for bound in ratio)
    return any(_meet(way, _computed(stated)) for way in ((100 * ratio[0], 100 * ratio[1]), (*changes,)))


@cache
def _factors() -> dict[str, tuple[str, float]]:
    return {row["unit"]: (row["dimension"], float(row["factor"])) for row in word_list("quantities/units")}


def _figure(row: dict) -> _Figure | None:
    """A row of `quantities`, or a length of time of `dates`; None for any other date."""
    if "unit" in row:
        dimension, factor = _factors().get(row["unit"], (row["unit"], 1.0))
        low, high = (None if pd.isna(row[name]) else float(row[name]) for name in ("low", "high"))
        value, step, about = float(row["value"]), float(row["step"]), bool(row["approx"])
    elif told := LENGTH.fullmatch(str(row["value"])):
        dimension, factor, value, step = "days", _DAYS[told[2]], float(told[1]), 1.0
        low, high = (None if row["mod"] in mods else value for mods in (_UNDER, _OVER))
        about = row["mod"] == "APPROX"
    else:
        return None
    low = high * (1 - OPEN) if low is None else low
    high = low * (1 + OPEN) if high is None else high
    more, quote = ABOUT * value * about, row["quote"]
    in_words = row.get("unit") == "percent" and (
        " in " in quote or not ("cent" in quote or re.search(r"\d", quote))
    )
    bounds = ((low - more) * factor, (high + more) * factor)
    return _Figure(*bounds, step * factor, step == 1, dimension, in_words)


def _computed(stated: _Figure) -> Interval:
    """What a computed number may be for a figure to be stated: rounded, or cut."""
    low, high = stated.within(0.0)
    return (low - ROUGH, high + ROUGH) if stated.in_words else (low - stated.step / 2, high + stated.step)


def _adds_up(figures: Sequence[_Figure], at: int) -> bool:
    """Whether one figure is the sum of the others; parts are rounded only where the sum is."""
    total, parts = figures[at], [*figures[:at], *figures[at + 1 :]]
    spans = [one.within(0.0 if total.whole else None) for one in parts]
    low, high = (sum(bounds) for bounds in zip(*spans, strict=True))
    return _meet((low, high), total.within())


def _meet(a: Interval, b: Interval) -> bool:
    slack = 1e-9 * max(1.0, *map(abs, (*a, *b)))
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack


def _length_fits(figures: Sequence[dict]) -> bool:
    """Whether a length is that between the first and the last day of the other dates."""
    length, *dates = figures
    told = LENGTH.fullmatch(str(length["value"]))
    days = [_day(row.get(name)) for row in dates for name in ("begin", "finish")]
    if not told or not days or None in days:
        return False
    first, last = sorted((days[:2], days[-2:]))
    most = (max(days) - min(days)).days + 1
    fewest = most - 2 if len(dates) == 1 else (last[0] - first[1]).days
    unit = _DAYS[told[2]]
    slack = {"D": 0.0, "W": WORKING}.get(told[2], 0.75 * unit)
    one = _figure(length)
    return _meet((fewest - slack, most + slack), (one.low, one.high))


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value and not pd.isna(value) else None
