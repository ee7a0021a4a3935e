"""Stretches measured against another that is already placed: a share of it, so many units up to its end, the
week around it.

>>> march = Reading("2024-03", "month", date(2024, 3, 1), date(2024, 3, 31))
>>> share_of(Expression(0, 0, "share", unit="half", day=1), march).finish.isoformat()
'2024-03-15'
"""

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import (
    DAY,
    Reading,
    month_reading,
    name_of,
    week_reading,
    weekend_reading,
)
from helpers.dates.words import WEEKDAYS, Expression

__all__ = ["ending_with", "first_months", "share_of", "week_around"]

_MONTHS = {
    "half": 6,
    "quarter": 3,
    "third": 4,
    "trimester": 4,
    "semester": 6,
    "bimester": 2,
    "month": 1,
    "year": 12,
    "decade": 120,
}
FRESH = 100  # days; "the first nine months" are told of by then
_SHARES = {"half": 2, "third": 3, "quarter": 4}


def share_of(item: Expression, whole: Reading) -> Reading | None:
    """A share of a stretch: "the first half of 2025", "the last three months of the year", "the second week of
    March"; None where the stretch has no such share."""
    unit, mod = item.unit, "END" if item.day < 0 else "START"
    if not whole.begin:
        return replace(whole, mod=mod)
    first, end = whole.begin, whole.finish + DAY
    if unit == "half" and whole.precision == "month":
        middle = first + 15 * DAY
        begin, stop = (first, middle) if item.day == 1 else (middle, end)
    elif unit in WEEKDAYS or unit == "weekend":
        weekday, days = (5, 2) if unit == "weekend" else (WEEKDAYS[unit], 1)
        begin = _nth_weekday(first, end, weekday, item.day)
        stop = begin + days * DAY
    else:
        step = _step(unit, int(item.number) or 1, first, end)
        begin = end - step if item.day < 0 else first + step * (item.day - 1) if item.day > 1 else first
        stop = end if item.day < 0 else begin + step
    finish = stop - DAY
    if finish > whole.finish + 7 * DAY or begin < first or begin > finish:
        return None
    return replace(whole, begin=begin, finish=finish, **name_of(begin, finish, unit, whole))


def first_months(item: Expression, published: date | None) -> Reading | None:
    """ "in the first nine months", printed soon after them: those of the year; None where they are long over, and so may
    be those of something else."""
    if not published:
        return None
    for year in (published.year, published.year - 1):
        last = month_reading(year, int(item.number))
        if timedelta(0) < published - last.finish < timedelta(days=FRESH):
            begin = date(year, 1, 1)
            return Reading(f"{year}-01/{last.value}", "range", begin, last.finish, "publication")
    return None


def ending_with(item: Expression, last: Reading) -> Reading | None:
    """So many units up to a known end: "the year to March"; None where they end before they begin."""
    count = int(item.number) * (int(item.unit[:-1]) if item.unit[0].isdigit() else 1)
    begin = (
        last.finish
        + DAY
        - relativedelta(**{{"D": "days", "W": "weeks", "M": "months", "Y": "years"}[item.unit[-1]]: count})
    )
    return (
        replace(last, begin=begin, mod="", **name_of(begin, last.finish, "", last))
        if begin <= last.finish
        else None
    )


def week_around(item: Expression, day: Reading) -> Reading:
    """The week, weekend or fortnight of a known day: "the week of March 3"."""
    if item.unit == "WE":
        found = weekend_reading(day.begin)
    elif item.unit == "W" and day.begin.weekday() != 6:
        found = week_reading(day.begin)
    else:
        finish = day.begin + DAY * (6 if item.unit == "W" else 13)
        found = Reading(f"{day.begin}/{finish}", "week" if item.unit == "W" else "range", day.begin, finish)
    return replace(found, year_from=day.year_from)


def _step(unit: str, count: int, first: date, end: date) -> relativedelta:
    """So many units of a stretch: a third of nine months is three of them."""
    months = _MONTHS.get(unit)
    total = (end.year - first.year) * 12 + end.month - first.month
    if unit in _SHARES and total != 12 and total % _SHARES[unit] == 0:
        months = total // _SHARES[unit]
    if months:
        return relativedelta(months=months * count)
    return relativedelta(days=(7 if unit.startswith("week") else 1) * count)


def _nth_weekday(first: date, end: date, weekday: int, number: int) -> date:
    """The nth such weekday from the first day on; the last one before the end where the number is negative."""
    if number < 0:
        return end - DAY * ((end.weekday() - weekday) % 7 or 7)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (number - 1))
