"""What is left of a whole when a part is taken off, told as known: "in 49 of the 140 files … in the 91 files with a date", "all
but six of the 57".

In: the figures of an article. Out: ties of "sum" (part, complement, whole) that hold. A figure behind a definite article that
was not told before is no figure given again; it is a complement if it is what the part leaves of the whole.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import HOLDS, span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, between

__all__ = ["find_complements"]

LEAST = 10  # of small numbers many agree by chance
LINES = 4
_OF_THE = re.compile(r"\s(?:(?:out\s)?of)\s(?:the|these|those)\s$")
_ALL_BUT = re.compile(r"\ball\sbut\s(?:about\s|some\s)?$", re.I)


def find_complements(story: Story) -> Iterator[Tie]:
    """Every complement of a part of a whole."""
    told: set[float] = set()
    for at, one in enumerate(story.counted):
        before = story.counted[max(0, at - 12) : at]
        known = one.refers == "same" and one.size >= LEAST and one.size not in told
        if one.exact and one.dimension == "count":
            found = _taken_off(one, before) if known else _all_but(one, before)
            if found:
                yield found
        told.add(one.size)


def _taken_off(one: Frame, before: list[Frame]) -> Tie | None:
    """A definite figure with the last part and whole that leave it: "49 of the 140 files"."""
    found = []
    for part, whole in zip(before[::-1][1:], before[::-1], strict=False):
        near = part.line == whole.line < one.line <= part.line + LINES
        if near and _OF_THE.fullmatch(between(part, whole)) and agreement(whole, one) == "same noun":
            found.append(_tie(part, one, whole))
    return next(filter(None, found), None)


def _all_but(one: Frame, before: list[Frame]) -> Tie | None:
    """A figure behind "all but six of them", with the whole of which six are taken off."""
    part = before[-1] if before else None
    if not part or part.line != one.line or not _ALL_BUT.search(part.before[-20:]):
        return None
    wholes = [x for x in before[:-1] if one.line - x.line <= LINES and agreement(x, one)]
    return next(filter(None, (_tie(part, one, whole) for whole in wholes[::-1])), None)


def _tie(part: Frame, one: Frame, whole: Frame) -> Tie | None:
    verdict = sum_verdict([span_of(part), span_of(one)], span_of(whole))
    if verdict.verdict != HOLDS or part.dimension != whole.dimension:
        return None
    evidence = {"of them": 1.0, "rest": 1.0}
    return Tie("sum", (part, one, whole), verdict, evidence, ("complement", one.start))
