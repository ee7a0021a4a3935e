"""Figures told in one form by several sentences or bullets that follow each other, and their sum: "The Resolute accounted for
seven cases, taking 11,840 pounds", "The Munro accounted for six cases, taking 8,315 pounds", … of 20 cases and 31,400 pounds.

In: the figures of an article. Out: ties of "sum" that hold. As many figures as there are lines seldom give another one in sum
by chance; that none is their sum says nothing.
"""

import math
from collections.abc import Iterator

from helpers.checks.arithmetic import HOLDS, Verdict, number_in_words
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement

__all__ = ["find_column_sums", "told_alike"]

FEWEST, MOST = 3, 30  # lines
BESIDE = 8  # lines before the first and behind the last in which the sum may stand
WORDS = 9  # characters beside a figure that are the same in each line
SMALL = 10
CLOSE = 0.005  # relative: how far a rounded total may be from the sum


def find_column_sums(story: Story) -> Iterator[Tie]:
    """Every column of such figures with the figure that is its sum."""
    for column in _columns(story.counted):
        own = {one.start for one in column}
        total = sum(one.size for one in column)
        first, last = column[0].line, column[-1].line
        near = [
            one
            for one in story.counted
            if one.start not in own
            and (story.is_head(one) or first - BESIDE <= one.line <= last + BESIDE)
            and one.size >= SMALL
            and agreement(one, column[0])
            and math.isclose(one.size, total, rel_tol=0 if one.exact else CLOSE)
        ]
        for whole in near[:1]:
            parts = " + ".join(number_in_words(one.value) for one in column)
            told = number_in_words(total / whole.factor)
            verdict = Verdict(HOLDS, total / whole.factor, whole.value, f"{parts} = {told}")
            evidence = {"list": 1.0, "parallel": 1.0, "exhaustive": 1.0}
            yield Tie("sum", (*column, whole), verdict, evidence, ("column", column[0].start))


def _columns(counted: list[Frame]) -> Iterator[list[Frame]]:
    """Runs of figures of one thing that are told alike in lines that follow each other."""
    taken: set[int] = set()
    for at, one in enumerate(counted):
        if one.start in taken:
            continue
        column = [one]
        for other in counted[at + 1 :]:
            if other.line > column[-1].line + 1:
                break
            if other.line == column[-1].line + 1 and told_alike(one, other):
                column.append(other)
        if FEWEST <= len(column) <= MOST:
            taken |= {x.start for x in column}
            yield column


def told_alike(one: Frame, other: Frame) -> bool:
    """Whether the same words stand beside two figures of one thing."""
    same = (one.dimension, one.noun, one.event) == (other.dimension, other.noun, other.event)
    return same and bool(one.event) and one.before[-WORDS:] == other.before[-WORDS:] != ""
