"""The arithmetic that judges: intervals over bounds and rounding, and what they come to.

In: figures that are tied. Out: a `Verdict` (holds, holds within rounding, fails), with what was computed, what is
stated, and the formula. A figure that is printed as rounded stands for all numbers that round to it; "over 200" for all
above. Nothing here looks at words.

>>> sum_verdict([(20, 20, 1), (16, 16, 1)], (36, 36, 1)).verdict
'holds'
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

__all__ = [
    "ABOUT",
    "GENEROUS",
    "MOST_OFF",
    "FAILS",
    "HOLDS",
    "ROUNDED",
    "SHARE_TOLERANCE",
    "Verdict",
    "again_verdict",
    "average_verdict",
    "change_verdict",
    "close_verdict",
    "difference_verdict",
    "half_unit",
    "number_in_words",
    "share_verdict",
    "span_of",
    "sum_verdict",
    "total_verdict",
    "whole_years",
    "within_verdict",
]

HOLDS, ROUNDED, FAILS = "holds", "holds within rounding", "fails"
TINY = 1e-6  # relative: what remains of a difference of floating numbers
ABOUT = 0.1  # relative: "about 150" may be 140
FINE = 2.5  # steps: "about 147" is no 140, "about 1,450" no 1,400
GENEROUS = 0.2  # relative: "nearly 20%" may be 17, "over 200" may be 230
FINE_PERCENT, ROUND = 2.0, 5  # percentage points by which "about 74 percent" may be off; of "about 75" more
FRACTION = 2.5  # percentage points by which "a third" or "one in five" may be off
MOST_ROUNDED = 0.015  # relative: what rounding may change in a figure at most
SHARE_TOLERANCE = 0.75  # percentage points: a whole number is off by 0.5 at most, counts may be rounded
MOST_OFF = 0.06  # relative: an average is rounded, and so are its figures

Span = tuple[float | None, float | None, float]  # low, high, step of rounding


@dataclass(frozen=True)
class Verdict:
    """What the arithmetic says: the verdict, what was computed and stated (numbers, or words for dates), the formula."""

    verdict: str
    computed: float | str
    stated: float | str
    formula: str

    @property
    def holds(self) -> bool:
        return self.verdict != FAILS


def number_in_words(value: float) -> str:
    """A number as it is written in a line of arithmetic."""
    if not math.isfinite(value):
        return "–"
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,.6g}"


def span_of(figure) -> Span:
    """Low and high bound of a figure on the scale of its dimension, and the step of its rounding."""
    low = None if figure.low is None else figure.low * figure.factor
    high = None if figure.high is None else figure.high * figure.factor
    if figure.approx and low is not None and low == high:
        slack = ABOUT * abs(low)
        if any(letter.isdigit() for letter in figure.quote):
            slack = min(slack, FINE * _roundness(figure) * figure.factor)
        low, high = low - slack, high + slack
    return low, high, figure.step * figure.factor


def _roundness(figure) -> float:
    """The round number of which a figure is a multiple: 50 of 1,450, 1 of 147; the step of one with a fraction."""
    step = 1
    if figure.value % 1 or not figure.value:
        return figure.step
    while figure.value % (10 * step) == 0:
        step *= 10
    return 5 * step if figure.value % (5 * step) == 0 else step


def _in_unit_of(whole, figure) -> Span:
    """The bounds and the step of a figure in the unit of another one."""
    low, high, step = span_of(figure)
    scale = whole.factor
    return None if low is None else low / scale, None if high is None else high / scale, step / scale


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= TINY * max(1.0, abs(a), abs(b))


def _meet(low: float, high: float, other: Span, slack: float = 0.0) -> bool:
    """Whether an interval meets the bounds of a figure, each of which may be missing."""
    slack += TINY * max(1.0, abs(low), abs(high))
    return (other[0] is None or high >= other[0] - slack) and (other[1] is None or low <= other[1] + slack)


def _bounds(span: Span) -> tuple[float, float]:
    low = span[0] if span[0] is not None else (span[1] or 0.0) * (1 - GENEROUS)
    high = span[1] if span[1] is not None else low * (1 + GENEROUS)
    return low, high


def _middle(span: Span) -> float:
    return (
        sum(_bounds(span)) / 2 if span[0] is not None and span[1] is not None else (span[0] or span[1] or 0.0)
    )


def _half(span: Span) -> float:
    """Half of the step to which a figure is rounded; none for a whole number printed to the last digit."""
    return 0.0 if span[2] == 1 else span[2] / 2


def sum_verdict(parts: list[Span], total: Span) -> Verdict:
    """parts add up to total."""
    low, high = (sum(bound) for bound in zip(*map(_bounds, parts), strict=True))
    computed, stated = sum(map(_middle, parts)), _middle(total)
    formula = f"{' + '.join(number_in_words(_middle(part)) for part in parts)} = {number_in_words(computed)}"
    total = (*_bounds(total), total[2]) if total[0] is None or total[1] is None else total
    if _meet(low, high, total):
        return Verdict(HOLDS, computed, stated, formula)
    slack = _half(total) + sum(map(_half, parts)) if total[2] != 1 else 0.0
    slack = min(slack, 0.02 * abs(stated))
    return Verdict(ROUNDED if _meet(low, high, total, slack) else FAILS, computed, stated, formula)


def total_verdict(parts: Sequence, whole) -> Verdict:
    """Figures add up to another one, in its unit."""
    return sum_verdict([_in_unit_of(whole, part) for part in parts], _in_unit_of(whole, whole))


def _percent_fits(value: float, percent: Span, digits: bool, tolerance: float, approx: bool) -> bool:
    """Whether a computed percentage is what a stated one may stand for: rounded, cut, or with a qualifier."""
    low, high = percent[0], percent[1]
    slack = tolerance if digits else FRACTION
    bound = high if low is None else low
    fine = digits and bound % ROUND != 0  # "about 74 percent", "more than 36 percent"
    if approx:
        slack = max(slack, FINE_PERCENT if fine else max(0.08 * (high or low or 0.0), 2.5))
    if low is None:
        return (high - FINE_PERCENT if fine else (1 - GENEROUS) * high) - slack <= value <= high + slack
    if high is None:
        most = low + FINE_PERCENT if fine else max(low * (1 + GENEROUS), low + 8)
        return low - slack <= value <= most + slack
    cut = 1.0 if percent[2] == 1 else percent[2]
    return (
        low - slack - TINY <= value <= high + max(slack, cut - TINY)
        if digits
        else low - slack <= value <= high + slack
    )


def half_unit(figure) -> float:
    """Half of the step to which a figure is rounded, and no more than rounding changes in practice."""
    return 0.0 if figure.step == 1 else min(figure.step * figure.factor / 2, MOST_ROUNDED * figure.size)


def share_verdict(part, whole, percent, tolerance: float) -> Verdict:
    """part / whole is the percentage; counts that are printed as rounded stand for all that round to them."""
    value = 100 * part.size / whole.size
    formula = f"{_figure_in_line(part, whole)} / {_figure_in_line(whole, whole)} = {value:.1f} %"
    return _percentage(value, _spread(part, whole, 0), percent, tolerance, formula)


def change_verdict(new, old, percent, tolerance: float) -> Verdict:
    """The change from old to new is the percentage, whichever way it goes."""
    value = 100 * abs(new.size - old.size) / old.size
    sign = "+" if new.size >= old.size else "−"
    formula = f"from {_figure_in_line(old, old)} to {_figure_in_line(new, old)} is {sign}{value:.1f} %"
    return _percentage(value, _spread(new, old, 100), percent, tolerance, formula)


def _figure_in_line(figure, whole) -> str:
    """A figure in a line of arithmetic, in the unit of another one."""
    return number_in_words(figure.size / whole.factor)


def _spread(part, whole, less: float) -> tuple[float, float]:
    """Lowest and highest percentage that two figures can give if they are printed as rounded."""
    found = []
    for way in (-1, 1):
        above, below = part.size + way * half_unit(part), whole.size - way * half_unit(whole)
        found.append(abs(100 * above / below - less) if below else 0.0)
    return min(found), max(found)


def _percentage(
    value: float, spread: tuple[float, float], percent, tolerance: float, formula: str
) -> Verdict:
    # "30%" and "three per cent" are counted, "a third" and "one in five" are rough
    counted = "cent" in percent.quote or any(letter.isdigit() for letter in percent.quote)
    digits = counted and "in" not in percent.quote.split()
    stated = percent.value
    span = (percent.low, percent.high, percent.step)
    if percent.low is not None and percent.low != percent.high and percent.high is not None:
        span = (percent.low, percent.high, 1.0)
    if _percent_fits(value, span, digits, tolerance, percent.approx):
        exact = abs(value - stated) < 0.05
        return Verdict(HOLDS if exact else ROUNDED, value, stated, formula)
    fits = any(_percent_fits(one, span, digits, tolerance, percent.approx) for one in spread)
    fits = fits or spread[0] <= stated <= spread[1]
    return Verdict(ROUNDED if fits else FAILS, value, stated, formula)


def whole_years(birth: date, day: date) -> int:
    """How old somebody is on a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def difference_verdict(a, b, stated) -> Verdict:
    """a and b differ by the stated figure."""
    gap, unit = abs(a.size - b.size), stated.factor
    low, high = (a, b) if a.size <= b.size else (b, a)
    formula = (
        f"{_figure_in_line(high, stated)} − {_figure_in_line(low, stated)} = {number_in_words(gap / unit)}"
    )
    span = span_of(stated)
    slack = half_unit(a) + half_unit(b) + min(_half(span), ABOUT * stated.size)
    fits = ROUNDED if _meet(gap, gap, span, slack) else FAILS
    return Verdict(HOLDS if _meet(gap, gap, span) else fits, gap / unit, stated.value, formula)


def average_verdict(
    numerator: float,
    denominator: float,
    stated: Span,
    spread: tuple[float, float] | None = None,
    unit: float = 1.0,
) -> Verdict:
    """numerator / denominator is the stated average: to its rounding, or cut, for all that the figures may stand for
    (`spread`: the lowest and the highest); within some percent where that is not known. `unit`: what they are told in."""
    value = numerator / denominator
    middle, told = _middle(stated), round(value / unit, 4)
    formula = (
        f"{number_in_words(numerator / unit)} / {number_in_words(denominator)} = {number_in_words(told)}"
    )
    near = stated[0] is not None or value > middle * (1 - ABOUT)  # "almost ten" is not one
    if near and _meet(value, value, stated):
        return Verdict(HOLDS, value / unit, middle / unit, formula)
    cut = 1.0 if stated[2] == 1 else stated[2] / 2
    low, high = (spread[0] - cut, spread[1] + stated[2] / 2) if spread else (value, value)
    slack = 0.0 if spread else max(stated[2] / 2, MOST_OFF * abs(middle))
    fits = near and _meet(low, high, stated, slack)
    return Verdict(ROUNDED if fits else FAILS, value / unit, middle / unit, formula)


def close_verdict(a: Span, b: Span, formula: str, relative: float = 0.0) -> Verdict:
    """Two figures are the same, or compatible with their qualifiers and their rounding."""
    low, high = _bounds(a) if a[0] is None or a[1] is None else (a[0], a[1])
    computed, stated = _middle(a), _middle(b)
    if _near(computed, stated):
        return Verdict(HOLDS, computed, stated, formula)
    other = _bounds(b)
    if low <= other[1] * (1 + TINY) and other[0] <= high * (1 + TINY):
        return Verdict(HOLDS, computed, stated, formula)
    largest = max(abs(computed), abs(stated))
    half = max(_half(a), _half(b))
    if a[2] != b[2] and max(a[2], b[2]) == 1:
        half = 0.5  # "146 kg" of the title are the 146.4 of the text
    # "1,000 kilograms" may be rounded to the thousand where it is told again, and not where it is converted
    slack = max(relative * largest, min(half, ABOUT * largest) if relative else half)
    meets = low - slack <= other[1] and other[0] - slack <= high
    return Verdict(ROUNDED if meets else FAILS, computed, stated, formula)


def again_verdict(figures: Sequence) -> Verdict:
    """The first and the last of some figures are one figure that is given again."""
    verdict = close_verdict(span_of(figures[0]), span_of(figures[-1]), "")
    return replace(verdict, formula=f" {'=' if verdict.holds else '≠'} ".join(one.quote for one in figures))


def within_verdict(part: float, whole: float) -> Verdict:
    """A part is no larger than its whole."""
    holds = part <= whole * (1 + TINY)
    sign = "≤" if holds else ">"
    return Verdict(
        HOLDS if holds else FAILS, part, whole, f"{number_in_words(part)} {sign} {number_in_words(whole)}"
    )
