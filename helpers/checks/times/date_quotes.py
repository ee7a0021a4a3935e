"""Dates in the words that name their days, as annotators quote them: without the hour, or the word that opens a range.

In: a date. Out: the same date, its quote and place shortened.
"""

import re
from dataclasses import replace

from helpers.checks.frames import Moment

__all__ = ["day_of"]

_OPENED = re.compile(r"(?:between|from)\s", re.I)
_HOUR = (
    r"(?:(?:at|around|about|shortly|just|early|late|overnight|before|after|dawn|dusk|noon|midnight|hours|evening|night|morning|afternoon|on|of|in|the)"
    r"|\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
)
_HOUR_BEFORE = re.compile(rf"(?:{_HOUR},?\s){{1,6}}(?=(?:last\s|this\s)?[A-Z]|\d{{1,2}}\s[A-Z])")
_HOUR_BEHIND = re.compile(
    r"(?<=[\dy])(?:,?\s(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?(?:\s[A-Z]{2,4})?|\s(?:morning|afternoon|evening|night))$",
    re.I,
)


def day_of(one: Moment) -> Moment:
    """A time of day without its hour: "Saturday" of "11:40 p.m. on Saturday"; a range without the word that opens it: "4 May and
    9 June" of "between 4 May and 9 June". What names no day stays as it is."""
    if one.precision == "range" and (opened := _OPENED.match(one.quote)):
        return replace(one, quote=one.quote[opened.end() :], start=one.start + opened.end())
    if one.precision not in ("time of day", "day"):
        return one
    hour = _HOUR_BEFORE.match(one.quote)
    start = hour.end() if hour else 0
    behind = _HOUR_BEHIND.search(one.quote)
    end = behind.start() if behind and re.match(r"[A-Z\d]", one.quote[start:]) else len(one.quote)
    return replace(one, quote=one.quote[start:end], start=one.start + start, end=one.start + end)
