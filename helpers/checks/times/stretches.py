"""Stretches of the calendar that a length of time may be told of: ranges, pairs of dates, what has lasted since a date.

In: the dates of an article and a length of time. Out: each `Stretch` in reach of the length, whatever the words say of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from helpers.checks.frames import Moment, Story
from helpers.texts import speech_words

__all__ = ["Stretch", "is_since", "leads_on", "stretches_of"]

LINES, FAR = 8, 1600  # lines and characters from a length to the dates it may be of
MOST = 12  # dates
LONGEST_END = 366  # days of a date that may be the beginning or the end of a stretch
# "17 days later", "four days earlier": how far one day lies from another
_LEADS_ON = re.compile(
    r"\s(?:later|afterwards|earlier|before(?:hand)?|previously|after|following|into|from|to\sthe\sday)\b",
    re.I,
)


@dataclass(frozen=True)
class Stretch:
    """The time between two dates, or of a range: its first and last day, and the days between the two if they are
    vague ("from March to May"). Both ends count but where one day is told as so long after the other."""

    ends: tuple[Moment, ...]
    first: date
    last: date
    fewest: int
    both_ends: bool = True

    @property
    def days(self) -> int:
        return (self.last - self.first).days + self.both_ends


def stretches_of(story: Story, length: Moment) -> list[Stretch]:
    """The stretches that a length may be of."""
    told = (one for one in story.moments if one.begin and one.finish and _in_reach(story, length, one))
    told = [one for one in told if not _is_of_telling(one)]
    told.sort(key=lambda one: abs(one.start - length.start))
    both = not leads_on(length)
    return [*_ranges(told[:MOST]), *_pairs(told[:MOST], both)]


def leads_on(length: Moment) -> bool:
    """Whether a length leads from one day to another: "17 days later"."""
    return bool(_LEADS_ON.match(length.after))


def _in_reach(story: Story, length: Moment, one: Moment) -> bool:
    if one.start <= length.start < one.end or length.start <= one.start < length.end:
        return False
    near = abs(one.line - length.line) <= LINES and story.gap(one.line, length.line) <= FAR
    return near or story.is_head(length) or story.is_head(one)


def _is_of_telling(one: Moment) -> bool:
    """Whether on a day something is only told: "the agency reported on Monday"."""
    return one.event in speech_words() and not re.search(r"\d", one.quote)


def is_since(one: Moment) -> bool:
    """Whether a date is the beginning of a time that lasts: "since 5 May"."""
    return one.mod == "ON_OR_AFTER" or one.quote.lower().startswith("since")


def _ranges(told: list[Moment]) -> Iterator[Stretch]:
    for one in told:
        if one.days > 1 and ("/" in one.value or one.precision == "range" or is_since(one)):
            yield Stretch((one,), one.begin, one.finish, _fewest(one))


def _pairs(told: list[Moment], both: bool) -> Iterator[Stretch]:
    points = [replace(one, finish=one.begin, precision="since") if is_since(one) else one for one in told]
    points = [one for one in points if one.days <= LONGEST_END and "/" not in one.value]
    for pair in combinations(points, 2):
        first, last = sorted(pair, key=lambda end: end.begin)
        if first.finish < last.begin:
            fewest = (last.begin - first.finish).days
            yield Stretch((first, last), first.begin, last.finish, fewest, both)


def _fewest(one: Moment) -> int:
    """The days between the two ends of a range; between the months or the years that it names, if it names no days."""
    first, _, last = one.value.partition("/")
    if len(first) != len(last) or len(first) not in (4, 7):
        return one.days - 1
    begin, finish = one.begin.replace(day=1), one.finish.replace(day=1)
    if len(first) == 4:
        begin, finish = begin.replace(month=12), finish.replace(month=1)
    return max(0, (finish - begin).days - 31)
