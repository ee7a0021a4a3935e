"""Two figures of one thing at two times, and the percentage by which the one is said to differ from the other.

In: a percentage and two figures. Out: which of these is the new one, and the verdict. Which figure is the
later one is read from the years and the words beside them (`helpers.checks.earlier`); where they do not say, either way is
allowed. Also whether two figures rise or fall as the words have it: of those that are meant most do, of others half.
"""

import re
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, Verdict, change_verdict
from helpers.checks.cues import has_cue
from helpers.checks.earlier import dated, earlier_of
from helpers.checks.frames import Frame, Story
from helpers.checks.kept import once

__all__ = ["goes_as_told", "judge"]


@once
def _way(percent: Frame) -> tuple[bool, bool]:
    """Whether the words beside a percentage tell of a rise, and whether of a fall."""
    clause = re.split(r"[;:]|\.\s|,\s(?:and|but|while)\s", percent.before)[-1][-70:]
    behind = re.split(r"[;:]|[.,]\s", percent.after)[0][:25]
    rises = percent.before.endswith("plus ") or has_cue("up", clause, behind)
    return rises, has_cue("down", clause, behind)


def goes_as_told(story: Story, percent: Frame, a: Frame, b: Frame) -> bool | None:
    """Whether two figures, in their order in the text, rise or fall as the words beside a percentage have it; None where the
    words do not say which is the later one, or which way it goes."""
    rises, falls = _way(percent)
    old = earlier_of(story, a, b) if rises != falls else None
    return None if old is None else (old.size < max(a.size, b.size)) == rises


def judge(story: Story, percent: Frame, a: Frame, b: Frame, tolerance: float) -> tuple[Frame, Frame, Verdict]:
    """The later and the earlier figure, and whether the change is the percentage, up or down as the words have it."""
    rises, falls = _way(percent)
    told = rises != falls
    low, high = (a, b) if a.size <= b.size else (b, a)
    old = earlier_of(story, a, b)
    known = old is not None and told and dated(story, a, b)
    if old is None:
        old = high if falls and not rises else low
    new = b if old is a else a
    verdict = change_verdict(new, old, percent, tolerance)
    if told and not known:
        other = (low, high) if falls else (high, low)
        turned = change_verdict(*other, percent, tolerance)
        if turned.holds or not verdict.holds:  # the words for a rise or a fall say which is the later one
            (new, old), verdict = other, turned
    if known and (new.size < old.size) != falls and new.size != old.size:
        verdict = replace(verdict, verdict=FAILS)
    return new, old, verdict
