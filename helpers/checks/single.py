"""A relation inside one expression: a weekday and its date.

In: dates with the words around them. Out: ties of "weekday".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story
from helpers.texts import WEEKDAY_NAMES

__all__ = ["find_single"]

_A_DAY = "|".join(WEEKDAY_NAMES)
_WEEKDAY = re.compile(rf"(?:.{{1,40}}\s(?:on|of)\s)?({_A_DAY})\b,?\s", re.I)
_WEEKDAY_BEHIND = re.compile(
    rf",?\s\(?(?:(?:which|that)\s(?:was|is|fell\son|falls\son)\s)?an?\s({_A_DAY})\b(?!\s\w+day)", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_single(story: Story) -> Iterator[Tie]:
    """Weekdays of an article."""
    for moment in story.moments:
        yield from _weekday(moment)


def _weekday(moment: Moment) -> Iterator[Tie]:
    """A weekday printed beside a full date: "Friday, 7 May 2024", "5am on Friday 7 May 2024", "7 May 2024, a Friday"."""
    found = _WEEKDAY.match(moment.quote) or _WEEKDAY_BEHIND.match(moment.after)
    if not found or "/" in moment.value or not _YEAR.search(moment.quote):
        return
    day = _printed_day(moment)
    if day is None:
        return
    actual = WEEKDAY_NAMES[day.weekday()]
    holds = actual.lower() == found[1].lower()
    formula = f"{day} is a {actual}"
    verdict = Verdict(HOLDS if holds else FAILS, actual, found[1], formula)
    yield Tie("weekday", (_bare(moment),), verdict, {"adjacent": 1.0}, ("weekday", moment.start), (found[1],))


def _bare(moment: Moment) -> Moment:
    """A date from its weekday to its year, without the hour: "3.15am on Friday 7 May 2024"."""
    found = _WEEKDAY.match(moment.quote)
    first = found.start(1) if found else 0
    last = [year.end() for year in _YEAR.finditer(moment.quote)][-1]
    last += moment.quote[last : last + 1] == ")"
    return replace(
        moment, start=moment.start + first, end=moment.start + last, quote=moment.quote[first:last]
    )


def _printed_day(moment: Moment):
    """The day that a full date names, whatever its weekday."""
    if moment.begin and moment.begin == moment.finish:
        return moment.begin
    return None
