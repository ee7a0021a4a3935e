"""Lengths of time, and whether one fits the dates it is told of, by any usual way of counting.

In: the dates of an article; a length and a `Stretch` of the calendar. Out: the lengths; a `Verdict`, and how likely a free stretch
agrees as well. Either end may count, weeks may be working weeks, months and years are rounded, and "nearly", "over" and "under"
leave room on their side.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import log

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.frames import Moment, Story
from helpers.checks.times.stretches import Stretch
from helpers.texts import MEAN_DAYS, cardinal

__all__ = ["UNITS", "chance_of", "length_verdict", "lengths_of", "times_off"]

# unit of a TIMEX3 length that dates can tell → its days
UNITS = {name[0].upper(): MEAN_DAYS[name] for name in ("days", "weeks", "months", "years")}
_MOST_MONTHS, _MOST_YEARS = 0.75, 0.3  # how far a length in months or years may be rounded
# how likely a free stretch is to fall into a window whose greatest length is e times its least
AGREES = 0.14
MOST_CHANCE = 0.9
_WORKING = re.compile(r"\b(?:school|working|business|week|trading|sitting|court|office)[\s-]?days?\b", re.I)
_NEARLY = re.compile(r"(?:almost|nearly|just\sunder|close\sto|barely|some|about)\b", re.I)
_LATER = re.compile(
    r"(?:(?:just|only|exactly|some)\s)?(?P<number>[\w-]+(?:\s[a-z]+){0,3})\s(?P<units>(?:day|week|month|year)s?)"
    r"\s(?:later|afterwards|after\sthat|thereafter|on|earlier|before(?:hand)?|previously)",
    re.I,
)
# "the five-year average": nothing lasted so long
_COMPARED = re.compile(r"\s(?:average|mean|median|high|low)\b")


def lengths_of(story: Story) -> Iterator[Moment]:
    """The lengths of time that an article tells, also those that are read as the day they lead to."""
    for one in map(_length, story.moments):
        told = one and one.length and one.length[1] in UNITS and one.length[0] > 0
        if told and not _COMPARED.match(one.after):
            yield one


def _length(one: Moment) -> Moment | None:
    """What is read as a date ("17 days later") as the length that it names; a length as it is."""
    found = None if one.length else _LATER.fullmatch(one.quote)
    if not found:
        return one
    words = found["number"].lower().replace("-", " ").split()
    number, used = (int(words[0]), 1) if words[0].isdigit() and len(words) == 1 else cardinal(words)
    if used != len(words) or not 0 < number < 1000:
        return None
    quote = one.quote[: found.end("units")]
    value = f"P{number}{found['units'][0].upper()}"
    return replace(one, type="DURATION", value=value, mod="", quote=quote, end=one.start + len(quote))


def _stated_days(length: Moment) -> float:
    """How many days a length says."""
    size, unit = length.length
    return size * UNITS[unit]


def _window(length: Moment, one: Stretch) -> tuple[float, float]:
    """The least and the greatest number of days that a length may say of a stretch."""
    size, unit = length.length
    stated = _stated_days(length)
    approx = 0.1 * stated * (length.mod == "APPROX")
    if unit == "Y":
        slack = max(_MOST_YEARS * min(1.0, size) * UNITS["Y"], approx)
    elif unit == "M":
        slack = max(_MOST_MONTHS * UNITS["M"], approx)
    else:
        working = unit == "W" and one.first.weekday() <= 1 and one.last.weekday() in (3, 4)
        slack = approx or (0.0 if unit == "D" else 1.0 + 3 * working)
        if unit == "D" and _WORKING.search(length.quote):
            slack = 2 / 7 * one.days + 2  # week-ends and holidays do not count
    low, high = min(one.fewest, one.days - one.both_ends) - slack, one.days + slack
    if _NEARLY.match(length.quote):
        high += max(0.1 * stated, UNITS[unit] / 2)
    if length.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        low /= 2
    elif length.mod in ("LESS_THAN", "EQUAL_OR_LESS") and not _NEARLY.match(length.quote):
        high *= 2
    return low, high


def length_verdict(length: Moment, one: Stretch) -> Verdict:
    """Whether two days are as far apart as a length says, by any usual way of counting."""
    unit, stated = length.length[1], _stated_days(length)
    low, high = _window(length, one)
    fits = low <= stated <= high
    exact = min(abs(stated - one.days), abs(stated - one.fewest)) < (0.5 if unit in "DW" else 3)
    shown = _told_in(unit, one, stated if fits else 0.0)
    return Verdict(
        (HOLDS if exact else ROUNDED) if fits else FAILS,
        shown,
        length.quote,
        f"{one.first} to {one.last} is {shown}",
    )


def chance_of(length: Moment, one: Stretch) -> float:
    """How likely a stretch of about so many days fits a length that is not told of it."""
    low, high = _window(length, one)
    return min(MOST_CHANCE, AGREES * log((high + 0.5) / max(0.5, low - 0.5)))


def times_off(length: Moment, one: Stretch) -> float:
    """How many times as long a length is as a stretch, or the stretch as the length."""
    stated, days = _stated_days(length), max(1.0, (one.days + one.fewest) / 2)
    return max(stated / days, days / stated)


def _told_in(unit: str, one: Stretch, stated: float) -> str:
    """How long a stretch is, in words that can be held against a length in a unit; with the other way of counting its days if
    it is that which gives the days stated."""
    if unit in "DW":
        other = f", or {stated:g} if one end is not" if stated == one.days - 1 else ""
        return f"{one.days} days" + (f", both ends counted{other}" if one.both_ends else "")
    name = "months" if unit == "M" else "years"
    low, high = (round(days / UNITS[unit], 1) for days in (one.fewest, one.days))
    between = low if unit == "Y" and high - low >= 1 else high  # "2022 to 2024" are one to three years
    return f"{high:g} {name}" if between == high else f"{low:g} to {high:g} {name}"
