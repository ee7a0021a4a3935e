"""A stretch of time that says how long it is, beside the dates of that stretch: "the three fiscal years" and "October 1, 2016,
through September 30, 2019", "January through September" and "the same nine months of 2022".

In: the dates of an article. Out: ties of "duration" (stretch that says its length, range), which hold or are none: another
range may be meant.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story
from helpers.checks.lengths import length_verdict
from helpers.checks.stretches import Stretch
from helpers.texts import cardinal

__all__ = ["find_own_lengths"]

_SAID = re.compile(
    r"(?:the|these|those)\s(?:same\s)?(?P<number>[\w-]+)\s(?:fiscal\s|financial\s)?(?P<unit>day|week|month|year)s\b",
    re.I,
)


def find_own_lengths(story: Story) -> Iterator[Tie]:
    """Every stretch that says its length, with the printed range beside it that is as long."""
    ranges = [one for one in story.moments if one.days > 1 and "/" in one.value]
    for one in ranges:
        length = _length(one)
        near = [
            x for x in ranges if length and x is not one and abs(x.line - one.line) <= 1 and not _length(x)
        ]
        # what stands in brackets says the range before it again
        for other in sorted(near, key=lambda x: (x.before.endswith("("), abs(x.start - one.start)))[:1]:
            days = Stretch((other,), other.begin, other.finish, other.days - 1)
            verdict = length_verdict(length, days)
            if verdict.holds:
                evidence = {"cue": 1.0, "pair": 1.0, "adjacent": 1.0}
                yield Tie("duration", (length, other), verdict, evidence, ("duration", one.start))


def _length(one: Moment) -> Moment | None:
    """A stretch as the length that it names; None if it names none."""
    found = _SAID.match(one.quote)
    if not found:
        return None
    number = int(found["number"]) if found["number"].isdigit() else cardinal([found["number"].lower()])[0]
    return (
        replace(one, type="DURATION", value=f"P{number}{found['unit'][0].upper()}", mod="")
        if number
        else None
    )
