"""What of an average, its sum and what it is per is told of other times or of a part only.

In: an average and figures or lengths of time near it. Out: answers to single questions, used by `average_words` and
`denominators`.
"""

import re

from helpers.checks.alike import MONTH, periods
from helpers.checks.frames import Frame, Moment, Story, between

__all__ = ["belong_together", "is_counted_over"]

_BEHIND = re.compile(r"(?:\s[a-z’'-]+){0,4}?\s(?:(?:in|during|throughout|for|over|of)\s)?(?:the\s)?")
_OF_ALL = re.compile(r"\s(?:[a-z’'-]+\s)?of\s(?:the|these|those|them|its|their|all|which|whom)\b")
_SOME_OF = re.compile(
    r"\b(?:includ(?:ing|ed|es?)|of\swh(?:om|ich)|account(?:s|ed|ing)?\sfor)\s(?:[a-z]+\s)?$"
)
# "waited 30 hours": how long something else was
_OTHER_LENGTH = re.compile(
    r"\b(?:wait|delay|queu|detain|held\b|jail|sentenc|prison|dr[io]v|st[ao][no]d|stay|spen[dt]|sl[ae]?e?pt?\b|terms?\b|gave\b|given\b|faces?\b"
    r"|shifts?\b|journey|trip|old\b)[^.;:,]{0,40}$",
    re.I,
)
_OTHER_BEHIND = re.compile(
    r"\s?(?:(?:on\saverage|more|less|longer|shorter|later|earlier|ago|old|each|apiece|late|behind|before|long|a\s(?:day|week|month))\b"
    r"|in\s(?:prison|jail|custody|detention)\b)",
    re.I,
)
_OWN_SPAN = re.compile(
    r"\b(?:in|over|during|within|throughout|for)\s(?:the|that|this|last)\s(?:[a-z]+\s){0,2}?(?:week|month|year|season|quarter|weekend|fortnight|day|night)\b",
    re.I,
)


def is_counted_over(length: Moment, one: Frame) -> bool:
    """Whether the counting of which a figure is the average may have taken a length of time: not "waited 30 hours", and none
    of another sentence where its own names a time ("8,400 in the week, 1,200 a day")."""
    aside = length.before.endswith("(") and length.after.startswith(")")
    if length.line != one.line and (aside or _OWN_SPAN.search(one.sentence)):
        return False
    return not (_OTHER_LENGTH.search(length.before[-60:]) or _OTHER_BEHIND.match(length.after))


def belong_together(story: Story, one: Frame, above: Frame, below: Frame | Moment) -> bool:
    """Whether nothing in the words says that a sum and what it is divided by are of different times, of another time than
    the average, or that one is a part of what the other is told of: "2,880 of the fines … In all, the fines brought in"."""
    if isinstance(below, Frame) and above.line != below.line and _is_part(below):
        return False
    theirs = [spans for spans in (_spans(story, above), _spans(story, below)) if spans]
    own = _own_spans(story, one)
    if not own or above.line == one.line:
        return len(theirs) < 2 or bool(theirs[0] & theirs[1])
    return bool(theirs) and all(spans & own for spans in theirs)


def _is_part(one: Frame) -> bool:
    """Whether a figure is told as a part of a greater one."""
    return bool(one.refers == "part" or _OF_ALL.match(one.after) or _SOME_OF.search(one.before[-40:]))


def _spans(story: Story, one: Frame | Moment) -> set[tuple]:
    """The stretches of the calendar, none below a month, that a figure may be of: those of its sentence."""
    of_itself = isinstance(one, Moment) and one.begin
    found = [one] * (one.days >= MONTH) if of_itself else periods(story, one.line)
    return {(moment.begin, moment.finish) for moment in found if of_itself or _may_be_of(story, one, moment)}


def _may_be_of(story: Story, one: Frame | Moment, moment: Moment) -> bool:
    """Whether no other figure stands right before a stretch of the calendar: "3,650 prisoners, … 54,500 euros in 2019"."""
    before = [x for x in story.by_line.get(moment.line, ()) if x.end <= moment.start]
    return not before or before[-1].start <= one.start or not _BEHIND.fullmatch(between(before[-1], moment))


def _own_spans(story: Story, one: Frame) -> set[tuple]:
    """That beside an average, behind it or else the last before it: "2.2 tonnes in 2016 and 6.2 tonnes in 2019"."""
    near = periods(story, one.line)
    behind = [x for x in near if one.end <= x.start and _BEHIND.fullmatch(between(one, x))]
    beside = behind or [x for x in near if x.end <= one.start][-1:]
    return {(moment.begin, moment.finish) for moment in beside}
