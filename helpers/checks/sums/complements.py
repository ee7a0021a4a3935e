"""What is left of a whole when a part is taken off, told as known: "in 49 of the 140 files … in the 91 files with a date", "all
but six of the 57", "which leaves 14 missing"; and what comes on top of a part: "besides the 38 of yesterday, 10 in Rome".

In: the figures of an article. Out: ties of "sum" (part, complement, whole) that hold. A figure behind a definite article that
was not told before is no figure given again; it is a complement if it is what the part leaves of the whole.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.arithmetic import HOLDS, total_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, between, maybe_same_kind, same_kind
from helpers.checks.sums.parts import in_brackets

__all__ = ["find_complements"]

LEAST = 10  # of small numbers many agree by chance
LINES = 4
MOST_TOLD = 8  # figures before those that are left, of which two are the others
_OF_THE = re.compile(r"\s(?:(?:out\s)?of)\s(?:the|these|those)\s$")
_ALL_BUT = re.compile(r"\ball\sbut\s(?:about\s|some\s)?$", re.I)
_LEAVES = re.compile(r"\b(?:leav(?:e|es|ing)|left)\s(?:about\s|some\s)?$", re.I)
_ON_TOP = re.compile(r"\b(?:besides|in\saddition\sto|on\stop\sof|apart\sfrom)\s(?:[\w’'-]+\s){0,4}$", re.I)


def find_complements(story: Story) -> Iterator[Tie]:
    """Every complement of a part of a whole."""
    told: set[float] = set()
    for at, one in enumerate(story.counted):
        before = story.counted[max(0, at - 12) : at]
        known = one.refers == "same" and one.size >= LEAST and one.size not in told
        if one.exact and one.dimension == "count":
            found = _taken_off(one, before) if known else _all_but(one, before)
            if found := found or _left(one, before) or _on_top(story, one, before):
                yield found
        told.add(one.size)


def _taken_off(one: Frame, before: list[Frame]) -> Tie | None:
    """A definite figure with the last part and whole that leave it: "49 of the 140 files"."""
    found = []
    for part, whole in zip(before[::-1][1:], before[::-1], strict=False):
        near = part.line == whole.line < one.line <= part.line + LINES
        if near and _OF_THE.fullmatch(between(part, whole)) and agreement(whole, one) == "same noun":
            found.append(_tie_of_parts(part, one, whole))
    return next(filter(None, found), None)


def _all_but(one: Frame, before: list[Frame]) -> Tie | None:
    """A figure behind "all but six of them", with the whole of which six are taken off."""
    part = before[-1] if before else None
    if not part or part.line != one.line or not _ALL_BUT.search(part.before[-20:]):
        return None
    wholes = [x for x in before[:-1] if one.line - x.line <= LINES and agreement(x, one)]
    return next(filter(None, (_tie_of_parts(part, one, whole) for whole in wholes[::-1])), None)


def _left(one: Frame, before: list[Frame]) -> Tie | None:
    """Those who are left, with the two figures of others and that of all: 31 rescued and seven dead of 52, which leaves 14."""
    if not _LEAVES.search(one.before[-20:]):
        return None
    told = [x for x in before[-MOST_TOLD:] if one.line - x.line <= LINES]
    tries = ((x, a, b) for x in told for a, b in combinations(told, 2) if x not in (a, b))
    return next(
        filter(None, (_tie_of_parts(a, b, one, x) for x, a, b in tries if maybe_same_kind(x, a))), None
    )


def _on_top(story: Story, one: Frame, before: list[Frame]) -> Tie | None:
    """A figure on top of which those behind it in its sentence come, with the sum of all told before."""
    if not _ON_TOP.search(one.before[-50:]):
        return None
    others = [x for x in story.by_line[one.line] if x.start > one.end and x.counts and not in_brackets(x)]
    wholes = [x for x in before if x.size >= LEAST and same_kind(x, one)]
    return next(filter(None, (_tie_of_parts(one, *others, whole) for whole in wholes if others)), None)


def _tie_of_parts(*figures: Frame) -> Tie | None:
    """The tie of parts and their whole, the last of them, if they add up to the last digit."""
    *parts, whole = figures
    verdict = total_verdict(parts, whole)
    if verdict.verdict != HOLDS or any(part.dimension != whole.dimension for part in parts):
        return None
    evidence = {"of them": 1.0, "rest": 1.0}
    return Tie("sum", figures, verdict, evidence, ("complement", *(part.start for part in parts)))
