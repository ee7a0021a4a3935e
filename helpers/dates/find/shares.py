"""Readers of a share of a longer stretch: the first half of 2025, the last Monday in May, the 17th of next month,
the year to March.

See `helpers.dates.find.points` for what a reader is.

>>> [(item.kind, item.unit, item.day) for item in read_share("last Monday in May 2012", 0)]
[('share', 'monday', -1)]
"""

import re

from helpers.dates.find.fiscal import read_fiscal_shift
from helpers.dates.find.points import ordinal_of
from helpers.dates.find.relative import read_shift
from helpers.dates.find.simple import SIMPLE, read_first, read_the_unit
from helpers.dates.words import (
    LONG_DAYS,
    NUMBER,
    ORDINAL,
    WEEKDAYS,
    Expression,
    capitalised,
    count_of,
    one_of,
)

_SHARE = re.compile(
    rf"(?i:{ORDINAL}(?:\s(?P<count>{NUMBER}|few|several))?(?:\s|-)(?:full\s|calendar\s)?(?P<unit>half|quarter|third|trimester"
    rf"|semester|days?|weeks?|weekends?|months?|quarters?|years?|decades?|{one_of(LONG_DAYS)})\s(?:of|in)\s(?:the\s)?)"
)


_DAY_OF = re.compile(
    r"(?i:(?P<day>\d{1,2})(?:st|nd|rd|th)\sof\s(?=(?:this|next|last|the\s(?:following|previous|same)|that)\smonth\b|that\s(?-i:[A-Z]))(?:the\s(?=f|p|s))?)"
)


_GENERIC = re.compile(
    r"(?i:(?:the\s|(?P<each>each\s|every\s))?(?:month|quarter)\b)"
)  # "the last day of the month": of any month


_NTH_DAY = re.compile(
    rf"(?i:{ORDINAL})\s(?:calendar\s|working\s|business\s)?(?:{capitalised(LONG_DAYS)}|(?i:days?|week))\s(?:of|in|after|before)\s(?!Advent)"
)


_SHARED = frozenset(
    ["month", "year", "years", "shift", "fiscal", "decade", "century", "season", "quarter", "half"]
) | {"split year"}

_OF_YEARS = ("quarter", "trimester", "semester")  # no month has them


def read_day_of(text: str, at: int) -> list[Expression]:
    """ "the 17th of next month"."""
    match = _DAY_OF.match(text, at)
    items = read_shift(text, match.end()) if match else []
    if not items or not 1 <= int(match["day"]) <= 31:
        return []
    return [Expression(at, items[0].end, "share", day=int(match["day"]), unit="day", inner=items[0])]


def read_generic(text: str, at: int) -> list[Expression]:
    """ "the first Monday of the month", "the last day of each month": no day of the calendar; nothing in it is."""
    match = _NTH_DAY.match(text, at)
    if not match:
        return []
    if of := _GENERIC.match(text, match.end()):
        kind = "set" if of["each"] else "generic"
        return [Expression(at, of.end(), kind, value="P1M" if of["each"] else "")]
    after = match[0].rstrip().endswith(("after", "before"))
    return (
        [Expression(at, match.end(), "generic")] if after and match[0].split()[1].lower() in WEEKDAYS else []
    )


def read_share(text: str, at: int) -> list[Expression]:
    """Reads a share with its whole at a place: "the first half of 2025", "the second week of March"."""
    match = _SHARE.match(text, at)
    if not match or match["unit"].lower() in WEEKDAYS and text[match.start("unit")].islower():
        return []
    items = read_first(text, match.end(), SIMPLE)
    if not items and text[match.end() - 4 : match.end()].lower() in ("the ", "his "):
        items = read_fiscal_shift(text, match.end() - 4) or read_the_unit(text, match.end() - 4)
    if not items or items[0].kind not in _SHARED:
        return []
    inner, unit = items[0], match["unit"].lower().rstrip("s") if match["unit"].lower() != "half" else "half"
    if unit in _OF_YEARS and inner.kind == "month":
        return []  # "figures for the third quarter in October"
    number, count = ordinal_of(match["ordinal"]), match["count"]
    if count and count.lower() in ("few", "several"):
        return [Expression(at, inner.end, "part", mod="END" if number < 0 else "START", inner=inner)]
    if inner.kind == "split year" and unit in ("quarter", "half") and not count:
        inner.kind, inner.unit = "fiscal", "split"  # "the third quarter of 2020/21"
        return [Expression(at, inner.end, unit, day=number, inner=inner), *items[1:]]
    many = count_of(count) if count else 0
    shares = [
        Expression(one.start, one.end, "share", day=number, number=many, unit=unit, inner=one)
        for one in items  # "the first half of fiscal years 2021 and 2022": of each
    ]
    shares[0].start = at
    return shares
