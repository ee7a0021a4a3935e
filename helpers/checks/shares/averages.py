"""Averages, rates and unit prices: whether a figure may be what is divided, and how exact the ratio can be.

In: an average (`helpers.checks.shares.per`) and figures near it. Out: answers to single questions, and bounds for the arithmetic.
"""

from dataclasses import replace

from helpers.checks.arithmetic import MOST_OFF, half_unit, span_of
from helpers.checks.frames import Frame, Moment, agreement
from helpers.checks.kept import once
from helpers.checks.shares.denominators import LENGTH, Below
from helpers.checks.shares.per import DAYS, Average
from helpers.texts import singular

__all__ = ["may_count", "rounded_span", "spread_of"]


def may_count(told: Average, other: Frame) -> bool:
    """Whether a figure may be the sum of which another is the average."""
    one = told.figure
    if one.dimension not in ("count", "ratio"):
        return one.dimension == other.dimension
    if other.noun and other.noun == told.per != one.noun:
        return False
    if other.dimension == "count":
        # "a monthly average of 40 removal orders", "480 removals"
        kind = other.noun and other.noun in map(singular, one.what.split())
        return bool(kind) or told.many > 1 or agreement(_counted(one), other) != ""
    measured = not other.dimension.startswith("time")
    return measured and not one.noun and one.dimension == "ratio"


@once
def _counted(one: Frame) -> Frame:
    """A ratio as a count."""
    return one if one.dimension == "count" else replace(one, dimension="count")


def rounded_span(one: Frame) -> tuple[float | None, float | None, float]:
    """The bounds of an average and the step of its rounding, which is no larger than it."""
    low, high, step = span_of(one)
    return low, high, min(step, one.size) if step != 1 else 1


def spread_of(told: Average, above: Frame, below: Below, size: float) -> tuple[float, float]:
    """Lowest and highest average that two figures can give: what is printed as rounded stands for all that round to it,
    a range has a day more with both ends, and a month is no fixed number of days."""
    if isinstance(below, Moment):
        same = below.length and LENGTH[below.length[1]] == DAYS[told.per]
        off = 0.0 if same else max(MOST_OFF * size, 0.0 if below.length else 1 / DAYS[told.per])
    else:
        off = half_unit(below) * size / below.size
        off = max(off, 0.0 if below.exact else MOST_OFF * size)
    own = max(half_unit(above), 0.0 if above.exact else MOST_OFF * above.size)
    return (above.size - own) / (size + off), (above.size + own) / max(size - off, 1e-9)
