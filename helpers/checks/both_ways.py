"""A change told in both ways: by how many, and by how many percent. "$912, an increase of $42, or 4.8 percent, from $870".

In: the figures of an article and the differences found in them. Out: ties of "change in percent", of the same two figures.
"""

import re
from collections.abc import Iterable, Iterator

from helpers.checks.binding import Tie
from helpers.checks.changes import judge
from helpers.checks.frames import Frame, Story, between
from helpers.checks.pairs import is_compared

__all__ = ["find_both_ways"]

_OTHER_WAY = re.compile(r"(?:\s[a-z]+){0,2}(?:,?\sor|\s\(|\s?[–—])\s?(?:[a-z]+\s){0,2}(?:[A-Z]{0,3}[$£€])?")
_OF_ALL = re.compile(r"\s(?:of|in|among)\s(?!that|total)")  # "30, or 12 percent of all arrests" is a share


def find_both_ways(story: Story, ties: Iterable[Tie], tolerance: float) -> Iterator[Tie]:
    """The percentages beside differences that hold; `tolerance` in percentage points."""
    for tie in ties:
        if tie.template != "difference" or not tie.verdict.holds or not tie.sure:
            continue
        gap, *ends = tie.items
        if not is_compared(gap):
            continue  # "118 of 164, or 72 percent, are handguns, 46 long guns"
        for percent in story.by_line[gap.line]:
            if percent.dimension == "percent" and _beside(gap, percent):
                new, old, verdict = judge(story, percent, *sorted(ends, key=lambda one: one.start), tolerance)
                evidence = {"cue": 1.0, "named": 1.0, "adjacent": 1.0}
                words = _words_between(gap, percent)
                claim = ("weighed", percent.start)
                yield Tie("change in percent", (new, old, percent), verdict, evidence, claim, words)


def _beside(gap: Frame, percent: Frame) -> bool:
    first, last = sorted((gap, percent), key=lambda one: one.start)
    return bool(_OTHER_WAY.fullmatch(between(first, last))) and not _OF_ALL.match(percent.after)


def _words_between(gap: Frame, percent: Frame) -> tuple[str, ...]:
    words = between(*sorted((gap, percent), key=lambda one: one.start)).strip(" ,(–—")
    return (words,) if words else ()
