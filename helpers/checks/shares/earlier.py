"""Which of two figures is the earlier one, and whether they are of two times at all.

In: two figures and the dates and words beside them ("the year before", "from … to", "in 2022"). Out: the earlier figure,
or None where the words do not say.
"""

import re

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, between
from helpers.checks.kept import once

__all__ = ["CUT", "dated", "earlier_of"]

REACH = 200  # characters from a figure to a date that may be its own
OPENING = 12  # characters of a sentence in which a date is told of all of it
_FROM = re.compile(r"\bfrom\s(?:[\w’'$£€-]+\s){0,4}$", re.I)
_TO = re.compile(r"\bto\s(?:[\w’'$£€-]+\s){0,3}$", re.I)
# "16,000 after 20,000", "300 against 250": the second is the earlier one
_AFTER = re.compile(r"\s(?:[a-z]+\s){0,2}(?:after|following|(?:up|down)\sfrom)\s(?:[a-z]+\s){0,2}", re.I)
# where the words that are told of one figure end
CUT = re.compile(r"[;,.(—–]|\b(?:against|compared|from|than|having|whereas|while)\b")


def earlier_of(story: Story, a: Frame, b: Frame) -> Frame | None:
    """Which of two figures is the earlier one, if the words say so; a comes before b in the text."""
    return {None: None, 0: a, 1: b}[_first_in_time(story, a, b)]


@once
def _first_in_time(story: Story, a: Frame, b: Frame) -> int | None:
    """0 for the first figure, 1 for the second, None where the words do not say."""
    for number, (one, other) in enumerate(((a, b), (b, a))):
        if from_to(one, other):
            return number
    if a.line == b.line and _AFTER.fullmatch(between(a, b)):
        return 1
    if found := _told_earlier(a, b):
        return int(found is b)
    for number, (one, other) in enumerate(((a, b), (b, a))):
        if _led_to(one)[0] and other.start < one.start:
            return number
    first, second = _moment_of(story, a), _moment_of(story, b)
    if first and second and first.begin != second.begin:
        return int(first.begin > second.begin)
    return None


def from_to(one: Frame, other: Frame) -> bool:
    """Whether the words lead from one figure to another: "from 212 to 265"."""
    return _led_to(one)[0] and _led_to(other)[1]


@once
def _led_to(one: Frame) -> tuple[bool, bool]:
    """Whether the words before a figure are "from" and "to"."""
    near = one.before[-30:]
    return bool(_FROM.search(near)), bool(_TO.search(near))


def dated(story: Story, a: Frame, b: Frame) -> bool:
    """Whether years printed beside both figures, or "from … to", say which is the later one."""
    if any(_led_to(one)[0] for one in (a, b)) and any(_led_to(one)[1] for one in (a, b)):
        return True
    moments = [moment for one in (a, b) if (moment := _moment_of(story, one))]
    years = [re.findall(r"\b(?:19|20)\d\d\b", moment.quote) for moment in moments]
    return len(years) == 2 and all(years) and years[0] != years[1]


@once
def _moment_of(story: Story, figure: Frame) -> Moment | None:
    """The date told beside a figure: behind it and before the next, or between it and the one before."""
    inside = [one for one in story.told_times.get(figure.line, ()) if one.begin and not one.length]
    figures = story.by_line.get(figure.line, ())
    after = min((one.start for one in figures if one.start > figure.start), default=figure.end + REACH)
    before = max(
        (one.end for one in figures if one.start < figure.start and one.counts), default=figure.start - REACH
    )
    behind = [moment for moment in inside if figure.end <= moment.start < after]
    ahead = [moment for moment in inside if before <= moment.start < figure.start]
    if len(inside) == 1 and not behind and inside[0].start - figure.sentence_start < OPENING:
        return inside[0]  # "In 2023, in spite of two moves, it settled 3,480"
    told = sorted([*inside, *(one for one in figures if one.counts)], key=lambda one: one.start)
    fronted = (
        bool(ahead) and told[0] in inside and told[-1] not in inside
    )  # "In 2021 there were 58 and in 2022 83"
    return behind[0] if behind and not fronted else ahead[-1] if ahead else None


def _told_earlier(a: Frame, b: Frame) -> Frame | None:
    """The figure beside which "the year before" or the like stands; a comes before b in the text."""
    later, tail = _beside(b)
    if later:
        return a
    link = between(a, b) if a.line == b.line else f"{a.after[:80]} {b.before[-80:]}"
    own, *rest = CUT.split(link, maxsplit=1)
    if not rest:
        return b if tail or has_cue("earlier", link) else None
    if has_cue("earlier", rest[0]):
        return b
    return a if has_cue("earlier", own) else b if tail else None


@once
def _beside(one: Frame) -> tuple[bool, bool]:
    """Whether the words before a figure make it the later one, and those behind it the earlier one."""
    return has_cue("later", one.before[-60:]), has_cue("earlier", CUT.split(one.after[:60], maxsplit=1)[0])
