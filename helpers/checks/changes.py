"""Two figures of one thing at two times, and the percentage by which the one is said to differ from the other.

In: percentages told with a word of change. Out: ties of "change in percent" (new, old, percentage). Which figure is the
later one is read from the years and the words beside them (`helpers.checks.earlier`); where they do not say, either way is
allowed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, Verdict, change_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.earlier import dated, earlier_of, other_base, other_range
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.pairs import (
    is_beside,
    is_bounded,
    is_difference,
    other_subject,
    pair_evidence,
    pairs_near,
    subject_of,
    words_of_change,
)
from helpers.checks.percents import is_change
from helpers.checks.unlike import of_other_noun, of_plan

__all__ = ["find_changes", "judge"]

_SIGNS = (("plus", "+"), ("minus", "−–-"))  # "(plus 10 percent)", "+10%"


def find_changes(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every percentage of a change with the two figures it may lie between."""
    for percent in story.frames:
        if percent.dimension != "percent" or percent.block.startswith("table") or not is_change(percent):
            continue
        own = [one.start for one in story.counted if is_beside(percent, one) and not is_difference(one)]
        for rank, a, b in pairs_near(story, percent):
            if own and not {a.start, b.start} & set(own):
                continue
            if other_base(story, percent, a, b) or other_range(story, percent, a, b):
                continue
            new, old, verdict = judge(story, percent, a, b, tolerance)
            evidence = pair_evidence(story, percent, a, b, rank) | {"adjacent": _apposed(percent, a, b)}
            if story.is_head(percent) and not rank:
                evidence["back"] = 1.0  # a title says what the text tells
            mixed = a.line != b.line and percent.line in (a.line, b.line) and not evidence["back"]
            if mixed and not is_bounded(percent):
                continue  # "at least 5%" holds of too much
            natural = not evidence["scope"] and not other_subject(percent, a, b)
            natural = natural and not has_cue("forecast", percent.after[:30]) and not of_plan(percent, a, b)
            natural = natural and not of_other_noun(story, percent, a, b, subject_of(percent))
            natural = natural and not _of_another(story, percent, a, b) and is_bounded(a) and is_bounded(b)
            claim, words = ("change", percent.start), words_of_change(percent)
            yield Tie("change in percent", (new, old, percent), verdict, evidence, claim, words, natural)


def _way(percent: Frame) -> tuple[bool, bool]:
    """Whether the words beside a percentage tell of a rise, and whether of a fall."""
    clause = re.split(r"[;:]|\.\s|,\s(?:and|but|while)\s", percent.before)[-1][-70:]
    behind = re.split(r"[;:]|[.,]\s", percent.after)[0][:25]
    signs = [percent.before.endswith(f"{sign} ") or percent.quote[0] in written for sign, written in _SIGNS]
    return signs[0] or has_cue("up", clause, behind), signs[1] or has_cue("down", clause, behind)


def judge(story: Story, percent: Frame, a: Frame, b: Frame, tolerance: float) -> tuple[Frame, Frame, Verdict]:
    """The later and the earlier figure, and whether the change is the percentage, up or down as the words have it."""
    rises, falls = _way(percent)
    told = rises != falls
    low, high = sorted((a, b), key=lambda one: one.size)
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


def _apposed(percent: Frame, a: Frame, b: Frame) -> float:
    """Whether a percentage stands beside one of two figures of its own sentence."""
    return float(a.line == b.line and any(is_beside(percent, one) for one in (a, b)))


def _of_another(story: Story, percent: Frame, a: Frame, b: Frame) -> bool:
    """Whether another percentage stands beside one of two figures, nearer to both, or alone in their sentences."""
    others = [one for one in story.frames if one.dimension == "percent" and one.start != percent.start]
    low, high = min(a.start, b.start), max(a.start, b.start)
    nearer = any(percent.start < one.start < low or high < one.start < percent.start for one in others)
    inside = percent.line not in (a.line, b.line) and any(one.line in (a.line, b.line) for one in others)
    listed = percent.line not in (a.line, b.line) and any(
        one.line == percent.line and is_change(one) for one in others
    )
    beside = any(
        is_beside(other, one) and not is_beside(percent, one) and agreement(a, b) != "same noun"
        for one in (a, b)
        for other in others
    )
    return nearer or inside or listed or beside
