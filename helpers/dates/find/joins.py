"""Joins neighbours: "March 11" + "to" + "March 22" is one range, "Tuesday" + "at" + "6:30 p.m." one time,
"Monday to Friday" a set.

>>> march = [Expression(0, 8, "day", month=3, day=11), Expression(12, 20, "day", month=3, day=22)]
>>> [(item.kind, item.start, item.end) for item in join("March 11 to March 22", march)]
[('range', 0, 20)]
"""

import re
from dataclasses import replace

from helpers.dates.words import WEEKDAYS, Expression, capitalised, period_value

_RANGE_GAP = re.compile(
    r"(?i:\s?[-–]\s?|\s—\s|,?\s(?:to|(?:and\s)?(?:through|thru|until|till|up\sto)|up\suntil|and\sending|and\sending\son|ending|ending\son)\s(?:on\s"
    r"|about\s|around\s|approximately\s|at\sleast\s|(?:in|on)\sor\s(?:about|around)\s|and\sincluding\s)?(?:the\s)?)"
)
_PLACED = frozenset(
    [
        "day",
        "month",
        "year",
        "weekday",
        "quarter",
        "numeric",
        "fiscal",
        "holiday",
        "season",
        "decade",
        "century",
        "part",
        "half",
        "shift",
        "ago",
    ]
)
_DAYS = frozenset(["day", "numeric", "weekday", "month"])
_CLOCK_GAP = re.compile(
    r"(?i:\s?/\s?|,?\s(?:on|at|around|about|of|shortly\safter|just\safter|shortly\sbefore|just\sbefore|before|after|from|between"
    r"|approximately)?\s?(?:the\s)?)"
)
_BETWEEN = re.compile(r"(?i:\bbetween\s(?:the\s)?)$")


def join(text: str, found: list[Expression]) -> list[Expression]:
    """Joins the two ends of a range, and a time of day with its day."""
    found = _beside_its_day(text, _once(text, found))
    joined = [found[0]]
    for item in found[1:]:
        before = joined[-1]
        gap_length = item.start - before.end
        if (
            before.kind == "set"
            and before.value == "P1Y"
            and item.kind == "month"
            and item.year is None
            and text[before.end : item.start] == " in "
        ):
            joined[-1] = replace(before, end=item.end, value=f"XXXX-{item.month:02}")  # "every year in May"
        elif gap_length <= 30 and (
            both := _range(text, before, item)
            or _day_and_time(text, before, item)
            or _short_form(text, before, item)
            or _of_year(text, before, item)
            or _years_back(text, before, item)
        ):
            joined[-1] = both
        else:
            joined.append(item)
    return _with_stretches(text, joined)


def _with_stretches(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions, of which two times of different days with "to" between them are one stretch of days: "9/19/2019
    9:12 AM to 12/20/2019 12:05 AM", "from 6 p.m. Friday to 6 a.m. Monday"."""
    kept = found[:1]
    for b in found[1:]:
        a = kept[-1]
        days = a.kind == b.kind == "time" and a.inner and b.inner and a.inner.kind == b.inner.kind
        if days and _RANGE_GAP.fullmatch(text, a.end, b.start):
            kept[-1] = Expression(a.start, b.end, "range", inner=a.inner, until=b.inner)
        else:
            kept.append(b)
    return kept


def _once(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions with a day that is told twice as one: "Tuesday (9 August 2022)", "yesterday, Aug. 9", "Monday
    morning, March 10". "Yesterday (9 August)" stays two expressions, which can be held against each other."""
    kept: list[Expression] = []
    for item in found:
        before = kept[-1] if kept else None
        if (
            not before
            or not (gap := _TOLD_TWICE.fullmatch(text, before.end, item.start))
            or not _same_day(before, item)
            or (before.kind == "shift" and "(" in gap[0])
        ):
            kept.append(item)
            continue
        closed = gap[0].startswith(" (") and text.startswith(")", item.end)
        weekday = item.weekday if item.weekday is not None else before.weekday
        kept[-1] = replace(
            item, start=before.start, end=item.end + closed, weekday=weekday, part=item.part or before.part
        )
    return kept


_DAY_BEHIND = re.compile(r"\s\((?:on\s)?|,\son\s")
_CLOSED = re.compile(r"[,;.)]")


def _beside_its_day(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions with "two days later" as a length where the day that it leads to stands beside it: "two days later,
    on 23 July", "on 9 May, one week later, they"; counted again from that day it would be another one."""
    kept = list(found)
    for place, item in enumerate(found):
        back = item.kind == "ago" and item.anchor == "context" and item.number == int(item.number)
        if item.kind != "later" and not (back and item.unit in ("D", "W", "M", "Y")):
            continue
        before = found[place - 1] if place else None
        behind = found[place + 1] if place + 1 < len(found) else None
        apposed = before and before.kind in _DAYS and text[before.end : item.start] in (", ", " (")
        told = apposed and _CLOSED.match(text, item.end)
        told = told or (
            behind and behind.kind in _DAYS and _DAY_BEHIND.fullmatch(text, item.end, behind.start)
        )
        if told:
            end = item.inner.end if item.inner else item.end
            value = period_value(abs(item.number), item.unit)
            kept[place] = Expression(item.start, end, "duration", value=value)
    return kept


_TOLD_TWICE = re.compile(r"\s\((?:on\s)?|,\s(?:on\s)?")


def _same_day(name: Expression, day: Expression) -> bool:
    """Whether a weekday or "today" is the name of a day that is given behind it."""
    named = name.kind == "weekday" and not name.unit or name.kind == "shift" and name.unit == "D"
    dated = day.kind == "day" and not day.last_day or day.kind == "numeric"
    return named and dated and not day.unit and not (name.kind == "weekday" and day.weekday is not None)


def _short_form(text: str, a: Expression, b: Expression) -> Expression | None:
    """ "the 2016 fiscal year (FY16)": said twice."""
    if a.kind != "fiscal" or b.kind != "fiscal" or a.year != b.year or text[a.end : b.start] != " (":
        return None
    return replace(a, end=b.end + 1) if text[b.end : b.end + 1] == ")" else None


def _of_year(text: str, a: Expression, b: Expression) -> Expression | None:
    """ "last year's third quarter" """
    year = a.kind == "year" or a.kind == "shift" and a.unit == "Y"
    if not year or b.kind not in ("quarter", "half") or b.year or b.inner:
        return None
    return replace(b, start=a.start, inner=a) if text[a.end : b.start] in ("’s ", "'s ") else None


def _years_back(text: str, a: Expression, b: Expression) -> Expression | None:
    """ "in the autumn two years ago", "in June three years ago" """
    if a.kind not in ("season", "month", "day") or a.year is not None or a.unit or a.inner:
        return None
    if (
        b.kind != "ago"
        or b.unit != "Y"
        or b.anchor != "publication"
        or text[a.end : b.start] not in (" ", ", ")
    ):
        return None
    return replace(a, end=b.end, unit="Y", number=b.number)


def _range(text: str, a: Expression, b: Expression) -> Expression | None:
    if a.kind == b.kind == "time" and not (a.inner or b.inner):
        between = (
            _BETWEEN.search(text, max(0, a.start - 12), a.start) if text[a.end : b.start] == " and " else None
        )
        if between or _RANGE_GAP.fullmatch(text, a.end, b.start):
            return Expression(between.start() if between else a.start, b.end, "time", clock=a.clock, until=b)
        return None
    first = a.inner if a.kind == "since" else a
    if (
        first.kind not in _PLACED
        or b.kind not in _PLACED
        and not (b.kind == "vague" and b.value == "PRESENT_REF")
    ):
        return None
    gap = text[a.end : b.start]
    between = _BETWEEN.search(text, max(0, a.start - 12), a.start) if gap.strip(" ,\n") == "and" else None
    if gap in (" and ", "/") and not between and a.kind == b.kind == "month" and _follows(first, b):
        return Expression(a.start, b.end, "range", inner=first, until=b)
    if b.kind == "vague" and gap == " " and text[b.start : b.end].lower() == "to date":
        return Expression(a.start, b.end, "range", inner=first, until=b)
    if not between and not _RANGE_GAP.fullmatch(text, a.end, b.start):
        return None
    opened = between or a.kind == "since"  # "Since Oct. 1, 2024, through Jan. 5, 2025" goes on for certain
    if gap[0] == "," and not opened and (a.kind != b.kind or not _ends_in_comma(text, a)):
        return None
    dashed = gap.strip() in ("-", "–", "—")
    if dashed and (a.kind != b.kind or "—" in gap and a.kind == "weekday"):
        return None
    if a.kind == b.kind == "weekday" and not (a.unit or b.unit) and _opening_hours(text, a, b):
        days = "WD" if (a.weekday, b.weekday) == (0, 4) else f"{a.weekday + 1}/XXXX-WXX-{b.weekday + 1}"
        return Expression(a.start, b.end, "set", value=f"XXXX-WXX-{days}")
    if a.kind == "fiscal" and b.kind == "year":
        b = replace(b, kind="fiscal")
    if a.kind == b.kind == "year" and a.year >= b.year:
        return None
    return Expression(between.start() if between else a.start, b.end, "range", inner=first, until=b)


def _ends_in_comma(text: str, day: Expression) -> bool:
    """Whether a comma belongs behind a day: "August 29, 2025, to", "Friday, Aug. 29, through"."""
    return text[day.end - 4 : day.end].isdigit() or day.kind == "day" and day.weekday is not None


def _follows(a: Expression, b: Expression) -> bool:
    """Whether two months are one stretch: "June and July 2025", as "March 10 and 11" is one."""
    return a.year is None and not a.unit and not a.mod and b.month == a.month + 1


_OPEN = re.compile(
    r"(?i)\b(?:open|opens|opening|hours|available|operat(?:es?|ing)|staffed|weekly|daily|works?|reached|call)\b(?!-)"
)
_HOURS = re.compile(
    r"(?i),?\s(?:from\s|between\s|at\s)?\(?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m|to\s|-|–|[,.;)]|$)"
)

_HOURS_BEFORE = re.compile(r"(?i)(?:\d\s?[ap]\.?m\.?|\d:\d\d),?\s$")
_TO_WEEKDAY = re.compile(rf"(?:{_RANGE_GAP.pattern})(?:{capitalised(WEEKDAYS)})\b")


def _opening_hours(text: str, a: Expression, b: Expression) -> bool:
    """Whether "Monday to Friday" stands for every week: "open Monday to Friday", "Monday to Friday, 9 a.m. to
    5 p.m."."""
    hours = _HOURS.match(text, b.end) or _HOURS_BEFORE.search(text, max(0, a.start - 14), a.start)
    return bool(hours or _OPEN.search(text, max(0, a.start - 30), a.start))


def _day_and_time(text: str, a: Expression, b: Expression) -> Expression | None:
    if (a.kind == "time") == (b.kind == "time") or not _CLOCK_GAP.fullmatch(text, a.end, b.start):
        return None
    clock, day = (a, b) if a.kind == "time" else (b, a)
    if clock.until and b.kind == "weekday" and _TO_WEEKDAY.match(text, b.end):
        return None  # "9am to 5pm, Monday to Friday"
    if (
        clock.inner
        or day.kind not in ("day", "weekday", "numeric", "holiday")
        and not (day.kind == "shift" and day.unit == "D")
    ):
        return None
    return Expression(a.start, b.end, "time", clock=clock.clock, inner=day, until=clock.until)
