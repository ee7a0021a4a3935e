"""Is a miss a slip of the pen? Who gets a figure wrong mostly writes one digit for another or two in each other's place;
figures that have nothing to do with each other miss by any amount.

In: figures that are tied and do not agree. Out: how much likelier their miss is if they belong together than if they are
free, by the digits alone. Of 80 sums, rests and repeated figures that were planted wrong in the texts that were read
(`tests/gold/triples`), 71 are such slips; of three-digit figures that are free about one in five looks like one, of small
numbers nearly all do, so that these say nothing.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from helpers.checks.arithmetic import Verdict
from helpers.checks.frames import Frame

__all__ = ["PLAIN", "likelihood", "slip_between", "slip_of"]

OF_ERRORS = 0.6  # share of errors that are slips, with some room for other writers
OF_SWAPS = 0.15  # and of those with two digits in each other's place, which few free figures have
PLAIN = 4.0  # times: from here on a miss speaks for itself
RANGE = 0.4  # relative to the figure that is stated: how far free figures miss it on either side
LONGEST = 12  # digits


def likelihood(figures: Sequence[tuple[float, float]], miss: float, stated: float) -> float:
    """How much likelier a miss is among figures that belong together than among free ones.

    Args:
        figures: Each with the step to which it is printed, in one unit: any of them may be the wrong one. Those that must
            grow for the miss to go come with a negative step.
        miss: What is computed less what is stated.
        stated: The figure that the others are held against.

    Returns:
        More than 1 for a slip, less for any other miss.
    """
    finest = min((abs(step) for _, step in figures), default=0.0)
    if not finest or not stated:
        return 1.0
    finest *= _zeros([size / finest for size, _ in figures])
    changed, swaps = (
        {round(change / finest) for size, step in figures for change in of(size, math.copysign(finest, step))}
        for of in (_changed, _swapped)
    )
    slips, missed = changed | swaps, round(miss / finest)
    room = max(2 * RANGE * abs(stated) / finest, 1.0)
    likely = []
    for kind, of_errors in ((slips, OF_ERRORS), (swaps, OF_SWAPS)):
        near = sum(abs(change) <= room / 2 for change in kind)
        likely.append((kind, of_errors, min(of_errors, max(near, 1) / room)))
    found = max((share / free for kind, share, free in likely if missed in kind), default=0.0)
    if found:
        return found if found >= PLAIN else 1.0
    return min(1.0, (1 - OF_ERRORS) / (1 - likely[0][2]))


def _zeros(numbers: list[float]) -> int:
    """The greatest power of ten of which all numbers are multiples: 600 and 1,500 have the digits of 6 and 15."""
    ten = 1
    while ten < 10**LONGEST and all(round(number) % (10 * ten) == 0 for number in numbers):
        ten *= 10
    return ten


def _digits(size: float, step: float) -> str:
    """A figure in digits, empty if it has too many."""
    digits = str(round(size / abs(step)))
    return digits if len(digits) <= LONGEST and digits.isdigit() else ""


def _changed(size: float, step: float) -> list[float]:
    """What one digit for another in a figure would have added to the miss."""
    digits = _digits(size, step)
    return [
        (int(digit) - other) * 10 ** (len(digits) - at - 1) * step
        for at, digit in enumerate(digits)
        for other in range(at == 0 and len(digits) > 1, 10)
        if other != int(digit)
    ]


def _swapped(size: float, step: float) -> list[float]:
    """What two neighbouring digits in each other's place would have added."""
    digits = _digits(size, step)
    return [
        (int(a) - int(b)) * 9 * 10 ** (len(digits) - at - 2) * step
        for at, (a, b) in enumerate(pairwise(digits))
        if a != b and (at or b != "0")
    ]


def slip_between(one: Frame, other: Frame) -> float:
    """How much likelier two figures differ as they do if one is the other written wrong."""
    figures = [(one.size, one.step * one.factor), (other.size, -other.step * other.factor)]
    return likelihood(figures, one.size - other.size, one.size)


def slip_of(parts: Sequence[Frame], whole: Frame, verdict: Verdict) -> float:
    """How much likelier a sum misses the whole as it does if one of the figures is written wrong."""
    figures = [(part.size, part.step * part.factor) for part in parts]
    figures.append((whole.size, -whole.step * whole.factor))
    return likelihood(figures, (verdict.computed - verdict.stated) * whole.factor, whole.size)
