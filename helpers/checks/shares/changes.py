"""Two figures of one thing at two times, and the percentage by which the one is said to differ from the other.

In: a percentage and two figures. Out: which of these is the new one, and the verdict. Which figure is the
later one is read from the years and the words beside them (`helpers.checks.shares.earlier`); where they do not say, either way is
allowed. Also whether two figures rise or fall as the words have it: of those that are meant most do, of others half.
"""

import re
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, Verdict, change_verdict
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, between
from helpers.checks.kept import once
from helpers.checks.shares.earlier import dated, earlier_of
from helpers.checks.shares.pairs import common_words, is_difference, subject_of
from helpers.checks.shares.percents import is_change
from helpers.texts import word_stems

__all__ = ["ends_named", "goes_as_told", "judge", "may_change"]

# "by £26m, from", "12 percent last year from"
_FROM = re.compile(r"(?:\s[a-z]+){0,3},?\sfrom\s")
_ON_TO = re.compile(r"[^.;:,\d]{0,30}\sto\s")
_TO = re.compile(r"\s(?:\([^()]{1,20}\)\s)?to\s")


@once
def _end_of(story: Story, percent: Frame) -> Frame | None:
    """The figure to which a change leads in so many words: "rose 9% to 1,204"."""
    behind = (x for x in story.by_line.get(percent.line, ()) if x.counts and x.start > percent.end)
    end = next(behind, None)
    return end if end and _TO.fullmatch(between(percent, end)) else None


@once
def _changes_to(story: Story, end: Frame) -> Frame | None:
    """The percentage of a change that leads to a figure."""
    before = (x for x in story.by_line.get(end.line, ()) if x.dimension == "percent" and x.end < end.start)
    return next((x for x in before if _end_of(story, x) is end), None)


def may_change(story: Story, percent: Frame, a: Frame, b: Frame) -> bool:
    """Whether a percentage may be told of two figures: the one to which it leads must be among them, and neither may be that to
    which another thing has changed: "exports rose 8% to $41bn; imports fell 3% to $39bn"."""
    end = _end_of(story, percent)
    if end and end.start not in (a.start, b.start):
        return False
    others = [x for one in (a, b) if (x := _changes_to(story, one)) and x.start != percent.start]
    own = _subject(percent)
    return all(not own or not (told := _subject(x)) or own & told for x in others)


def _subject(percent: Frame) -> frozenset[str]:
    """Stems of the words for what rises or falls."""
    return word_stems(" ".join(subject_of(percent)).lower()) - common_words()


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
    old = _old(story, percent, a, b) if rises != falls else None
    return None if old is None else (old.size < max(a.size, b.size)) == rises


@once
def ends_named(story: Story, one: Frame) -> tuple[Frame, Frame] | None:
    """The two ends that a change or a difference names right behind: "rises by £26m, from £198m to £242m"."""
    behind = [x for x in story.by_line.get(one.line, ()) if x.counts and x.start > one.end][:2]
    if (
        len(behind) < 2
        or behind[0].dimension != behind[1].dimension
        or not (is_change(one) or is_difference(one))
    ):
        return None
    named = _FROM.fullmatch(between(one, behind[0])) and _ON_TO.fullmatch(between(*behind))
    return (behind[0], behind[1]) if named else None


def _old(story: Story, percent: Frame, a: Frame, b: Frame) -> Frame | None:
    """Which of two figures is the earlier one, if the words say so."""
    end = _end_of(story, percent)
    if end and end.start in (a.start, b.start):
        return a if end.start == b.start else b
    return earlier_of(story, a, b)


def judge(story: Story, percent: Frame, a: Frame, b: Frame, tolerance: float) -> tuple[Frame, Frame, Verdict]:
    """The later and the earlier figure, and whether the change is the percentage, up or down as the words have it."""
    rises, falls = _way(percent)
    told = rises != falls
    low, high = (a, b) if a.size <= b.size else (b, a)
    old = _old(story, percent, a, b)
    known = old is not None and told and (dated(story, a, b) or _end_of(story, percent) is not None)
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
