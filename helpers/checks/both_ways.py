"""A change told in both ways: by how many, and by how many percent. "$912, an increase of $42, or 4.8 percent, from $870".

In: the figures of an article and the differences found in them. Out: ties of "change in percent", of the same two figures.
"""

import re
from collections.abc import Iterable, Iterator

from helpers.checks.binding import Tie
from helpers.checks.changes import judge
from helpers.checks.frames import Frame, Story, between
from helpers.checks.pairs import only_differs

__all__ = ["find_both_ways"]

_OTHER_WAY = re.compile(r"(?:\s[a-z]+){0,2}(?:,?\sor|\s\(|\s?[–—])\s?(?:[a-z]+\s){0,2}(?:[A-Z]{0,3}[$£€])?")
_OF_ALL = re.compile(r"\s(?:of|in|among)\s(?!that|total)")  # "30, or 12 percent of all arrests" is a share


def find_both_ways(story: Story, ties: Iterable[Tie], tolerance: float) -> Iterator[Tie]:
    """The percentages beside differences that hold; `tolerance` in percentage points."""
    for tie in ties:
        if tie.template != "difference" or not tie.verdict.holds or not tie.sure:
            continue
        gap, *ends = tie.items
        if not only_differs(gap):
            continue  # "118 of 164, or 72 percent, are handguns, 46 long guns"
        for percent in story.by_line[gap.line]:
            link = _link(gap, percent) if percent.dimension == "percent" else None
            if link is not None:
                new, old, verdict = judge(story, percent, *sorted(ends, key=lambda one: one.start), tolerance)
                evidence, claim = {"cue": 1.0, "named": 1.0, "adjacent": 1.0}, ("weighed", percent.start)
                words = (link,) if link else ()
                yield Tie("change in percent", (new, old, percent), verdict, evidence, claim, words)


def _link(gap: Frame, percent: Frame) -> str | None:
    """The words that join a difference and the percentage beside it: "or"; None where they are not joined."""
    first, last = sorted((gap, percent), key=lambda one: one.start)
    words = between(first, last)
    joined = _OTHER_WAY.fullmatch(words) and not _OF_ALL.match(percent.after)
    return words.strip(" ,(–—") if joined else None
