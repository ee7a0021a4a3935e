"""Stretches of the calendar: days, weeks, months, quarters, fiscal years, their parts and their TIMEX3
values.

Conventions. All stretches include both ends. Early, mid and late are thirds: days 1-10, 11-20 and 21 to the
end of a month, four months each of a year, years 0-3, 4-6 and 7-9 of a decade. Weeks run from Monday to
Sunday, seasons by whole months (winter December to February, the other way round in the south).

>>> month_reading(2024, 2).finish.isoformat(), week_reading(date(2024, 3, 15)).value
('2024-02-29', '2024-W11')
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means.

    Attributes:
        value: TIMEX3 value.
        precision: day, range, week, weekend, month, quarter, half year, season, year, fiscal year, decade,
            century, part of ..., duration, time of day, set, vague.
        begin, finish: First and last day, or None where the expression has no place on the calendar.
        year_from: text, context, publication or none.
        type, mod: As in TIMEX3.
        alternatives: Values of other readings that the words allow.
        settled_by: What chose this reading among them.
    """

    value: str
    precision: str
    begin: date | None = None
    finish: date | None = None
    year_from: str = "none"
    type: str = "DATE"
    mod: str = ""
    alternatives: tuple[str, ...] = ()
    settled_by: str = ""


def day_reading(day: date) -> Reading:
    """A day as a reading."""
    return Reading(day.isoformat(), "day", day, day)


def month_reading(year: int, month: int) -> Reading:
    """A month as a reading."""
    first = date(year, month, 1)
    return Reading(f"{year:04}-{month:02}", "month", first, first + relativedelta(months=1) - DAY)


def year_reading(year: int) -> Reading:
    """A year as a reading."""
    return Reading(f"{year:04}", "year", date(year, 1, 1), date(year, 12, 31))


def week_reading(day: date) -> Reading:
    """The week of a day, from Monday, as a reading."""
    monday = day - DAY * day.weekday()
    year, week, _ = day.isocalendar()
    return Reading(f"{year:04}-W{week:02}", "week", monday, monday + 6 * DAY)


def weekend_reading(day: date) -> Reading:
    """Saturday and Sunday of the week of a day, as a reading."""
    week = week_reading(day)
    return Reading(f"{week.value}-WE", "weekend", week.begin + 5 * DAY, week.finish)


def months_reading(first: date, count: int, value: str, precision: str) -> Reading:
    """So many months from a first day, with the value and precision that are given."""
    return Reading(value, precision, first, first + relativedelta(months=count) - DAY)


def quarter_reading(year: int, quarter: int) -> Reading:
    """A quarter of the calendar year, 1 to 4, as a reading."""
    return months_reading(date(year, 3 * quarter - 2, 1), 3, f"{year:04}-Q{quarter}", "quarter")


def half_reading(year: int, half: int) -> Reading:
    """A half of the calendar year, 1 or 2, as a reading."""
    return months_reading(date(year, 6 * half - 5, 1), 6, f"{year:04}-H{half}", "half year")


def decade_reading(year: int) -> Reading:
    """The decade of a year as a reading."""
    year -= year % 10
    return Reading(f"{year // 10:03}", "decade", date(year, 1, 1), date(year + 9, 12, 31))


def century_reading(number: int) -> Reading:
    """A century by its number as a reading: the 20th begins in 1901."""
    return Reading(f"{number - 1:02}", "century", date(100 * number - 99, 1, 1), date(100 * number, 12, 31))


def season_reading(year: int, season: str, southern: bool) -> Reading:
    """A season (SP, SU, FA, WI) of a year as a reading, by the months of its half of the earth."""
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    month = (month + 5) % 12 + 1 if southern else month
    return months_reading(date(year, month, 1), 3, f"{year:04}-{season}", "season")


def fiscal_reading(begin_year: int, label: str, country: dict[str, str] | None, years: int = 1) -> Reading:
    """Fiscal years of a row of `countries.csv` from a year on; without a country a reading that has no
    dates."""
    if not country:
        return Reading(label, "fiscal year", year_from="text")
    return months_reading(date(begin_year, int(country["first_month"]), 1), 12 * years, label, "fiscal year")


def third_of(whole: Reading, mod: str) -> tuple[date, date]:
    """First and last day of the early, middle or late part of a stretch."""
    number = ("START", "MID", "END").index(mod)
    first, last = whole.begin, whole.finish
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole.precision == "month":
        starts = [first, first + 10 * DAY, first + 20 * DAY]
    elif whole.precision == "decade":
        starts = [first, first + relativedelta(years=4), first + relativedelta(years=7)]
    elif whole.precision == "week":
        starts = [first, first + 2 * DAY, first + 4 * DAY]
    elif whole.precision in ("year", "fiscal year", "quarter", "half year", "season", "century"):
        starts = [
            first,
            first + relativedelta(months=months // 3),
            first + relativedelta(months=2 * (months // 3)),
        ]
    else:
        days = (last - first).days + 1
        starts = [first, first + days // 3 * DAY, first + 2 * (days // 3) * DAY]
    return starts[number], (*starts[1:], last + DAY)[number] - DAY


def name_of(begin: date, finish: date, unit: str, whole: Reading) -> dict[str, str]:
    """Value and precision of a stretch cut out of another one."""
    whole_months = begin.day == 1 and (finish + DAY).day == 1
    months = (finish.year - begin.year) * 12 + finish.month - begin.month + 1 if whole_months else 0
    fiscal = whole.precision == "fiscal year"
    if months == 1:
        return {"value": begin.isoformat()[:7], "precision": "month"}
    if unit in ("quarter", "half") and months == (3 if unit == "quarter" else 6):
        code, size = ("Q", 3) if unit == "quarter" else ("H", 6)
        number = ((begin.year - whole.begin.year) * 12 + begin.month - whole.begin.month) // size + 1
        return {
            "value": f"{whole.value if fiscal else f'{begin.year:04}'}-{code}{number}",
            "precision": "quarter" if size == 3 else "half year",
        }
    if months:
        return {"value": f"{begin.isoformat()[:7]}/{finish.isoformat()[:7]}", "precision": "range"}
    if begin == finish:
        return {"value": begin.isoformat(), "precision": "day"}
    return {
        "value": f"{begin}/{finish}",
        "precision": unit if unit in ("week", "weekend") and (finish - begin).days < 7 else "range",
    }


def years_away(stretch: Reading, years: int, source: str = "context") -> Reading:
    """The same stretch in another year; the last day of a month stays the last."""
    begin, finish = stretch.begin + relativedelta(years=years), stretch.finish + relativedelta(years=years)
    if (stretch.finish + DAY).day == 1:
        finish += relativedelta(day=31)
    unit = {"quarter": "quarter", "half year": "half"}.get(stretch.precision, "")
    whole = replace(stretch, begin=date(begin.year, 1, 1)) if unit else stretch
    if named := re.match(r"FY(\d{4})(?:-(\d\d)$)?", stretch.value):
        rest = f"-{(int(named[2]) + years) % 100:02}" if named[2] else stretch.value[6:]
        value = f"FY{int(named[1]) + years}{rest}"
    elif stretch.precision == "year":
        value = f"{begin.year:04}"
    else:
        value = name_of(begin, finish, unit, whole)["value"]
    return Reading(value, stretch.precision, begin, finish, source)


def holiday(row: dict[str, str], year: int) -> date:
    """The day of a holiday of `dates/en/holidays.csv` in a year: fixed, the nth weekday of a month, or counted
    from Easter.

    >>> holiday({"easter": "", "day": "", "month": "11", "weekday": "3", "nth": "4"}, 2024)
    datetime.date(2024, 11, 28)
    """
    if row["easter"]:
        return easter(year) + DAY * int(row["easter"])
    if row["day"]:
        return date(year, int(row["month"]), int(row["day"]))
    weekday, nth = int(row["weekday"]), int(row["nth"])
    if nth < 0:
        last = date(year, int(row["month"]), 1) + relativedelta(day=31)
        return last - DAY * ((last.weekday() - weekday) % 7)
    first = date(year, int(row["month"]), 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))
