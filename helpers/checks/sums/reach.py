"""Which figures within reach of one that may be a whole may count its parts at all.

In: the figures of an article and one that may be a whole. Out: those before or behind it, nearest first.
"""

import re

from helpers.checks.alike import COMPARED
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between

__all__ = ["STOP", "announces", "of_one_list", "reachable"]

REACH = 900  # characters between a whole and its nearest part
_ANNOUNCED = re.compile(r"[:—–(]\s?(?:[\w’'-]+\s){0,3}$")
_ONE_OF_MANY = re.compile(
    r"\b(?:to|of|by|in|from|with|at|on|for|an?\s(?:second|third|last)|another|the\sother|this|that|which|each|every|no|any)\s$",
    re.I,
)
# "two files out of three", "one boarding in sixteen"
_RATE = re.compile(
    r"\s[a-z]+\s(?:out\sof|in)\s(?:two|three|four|five|six|seven|eight|ten|twelve|sixteen|twenty)\b(?!\s[a-z]+s\b)"
)
STOP = re.compile(
    r"\b(?:after|(?:while|whereas)(?!\s$)|when|since|before|during|until|against|compared|than|whose|per)\b",
    re.I,
)
_COMPARED = re.compile(
    rf"(?:{COMPARED}|\b(?:against|(?:more|less|fewer|lower|higher|up|down)\sthan|after))\s(?:[\w-]+\s){{0,2}}$",
    re.I,
)
_COUNTERS = ("group", "time")  # "three groups", "two loads": they count the parts


def reachable(story: Story, whole: Frame, others) -> list[Frame]:
    """The figures on one side, nearest first, that may count parts of the whole."""
    found: list[Frame] = []
    last, passed, opened = whole, False, -1
    for other in others:
        far = abs(other.start - whole.start) > REACH
        if far and (
            story.gap(last.line, other.line) > REACH or story.gap(whole.line, other.line) > 2 * REACH
        ):
            break
        if _bullet_beside(whole, other) or (story.is_head(other) and not story.is_head(whole)):
            continue
        if _is_earlier(whole, other):
            continue
        kin = agreement(whole, other)
        if kin and (other.noun_class not in _COUNTERS or whole.noun_class in _COUNTERS):
            if other.size >= whole.size:
                if kin != "other noun" or other.start < whole.start:
                    break
                passed = True  # "27 people were held … 160 detectives … 14 of those held"
                continue
            opened = other.line if other.refers == "part" else opened
            if passed and other.line != opened:
                continue
            one_of_many = other.value == 1 and _ONE_OF_MANY.search(other.before[-12:])
            one_of_many = one_of_many or _RATE.match(other.after)
            one_of_many = one_of_many and not (found and of_one_list(other, found[-1]))
            if one_of_many or announces(story, other) or _told_before(story, other):
                continue
            found.append(other)
        last = other
    return found


def of_one_list(one: Frame, other: Frame) -> bool:
    """Whether two figures of a sentence count the same, one after the other: "guilty of one count of fraud, four counts of"."""
    first, last = sorted((one, other), key=lambda x: x.start)
    return (
        one.line == other.line
        and bool(one.noun)
        and one.noun == other.noun
        and not STOP.search(between(first, last))
    )


def _is_earlier(whole: Frame, other: Frame) -> bool:
    """Whether a figure behind a whole is only what that was before: "184,600 tonnes, down from 191,300 a year before"."""
    behind = other.line == whole.line and other.start > whole.end
    return behind and bool(_COMPARED.search(between(whole, other))) and has_cue("earlier", other.after[:40])


def _bullet_beside(whole: Frame, other: Frame) -> bool:
    """Whether both are items of one list, of which none is told as the sum of the others."""
    items = whole.group == other.group != -1 and whole.line != other.line
    return items and whole.refers not in ("all", "together")


def _told_before(story: Story, one: Frame) -> bool:
    """Whether a figure leads back to an earlier one: "the four" after "acquitted four" are no further part."""
    earlier = (other for other in story.frames if other.start < one.start and other.counts)
    return one.refers == "same" and any(other.value == one.value for other in earlier)


def announces(story: Story, one: Frame) -> bool:
    """Whether a figure says how many parts follow in its line: "two countries: 50 in Spain and 45 in Portugal"."""
    if not 1 < one.value < len(story.by_line[one.line]):
        return False
    behind = [other for other in story.by_line[one.line] if other.start > one.end and other.counts]
    return one.value == len(behind) and bool(_ANNOUNCED.search(between(one, behind[0])))
