"""What an expression means that holds no other: a day, a month, a weekday, last week, three days ago, FY2023,
a season, a holiday.

The conventions are those of `helpers.dates.resolve.meaning`.

>>> SINGLE["year"](Expression(0, 4, "year", 2024), Situation(None, "")).finish.isoformat()
'2024-12-31'
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import (
    DAY,
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    fiscal_reading,
    half_reading,
    holiday,
    month_reading,
    quarter_reading,
    season_reading,
    week_reading,
    weekend_reading,
    year_reading,
    years_away,
)
from helpers.dates.resolve.context import Situation, country_of, day_order, speaks_of_fiscal_years
from helpers.dates.resolve.tense import tense
from helpers.dates.resolve.year import attempt, with_source, with_year
from helpers.dates.words import Expression
from helpers.texts import word_list

__all__ = ["SINGLE"]


def _resolve_day(item: Expression, situation: Situation) -> Reading:
    def make(year: int) -> Reading:
        first = date(year, item.month, item.day)
        if not item.last_day:
            return day_reading(first)
        last = date(year, item.month, item.last_day)
        return Reading(f"{first}/{last}", "range", first, last)

    unknown = f"XXXX-{item.month:02}-{item.day:02}" + (
        f"/XXXX-{item.month:02}-{item.last_day:02}" if item.last_day else ""
    )
    found = with_year(make, item, situation)
    if found is None and not attempt(make, 2000):  # 30 February
        return None
    if found is None and item.year is not None:  # 29 February of another year
        return None
    return _in_part(
        item, replace(found or Reading(unknown, "range" if item.last_day else "day"), mod=item.mod)
    )


def _in_part(item: Expression, reading: Reading) -> Reading:
    if not item.part or reading.precision != "day":
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{item.part}", precision="time of day")


def _resolve_month(item: Expression, situation: Situation) -> Reading:
    return with_year(lambda year: month_reading(year, item.month), item, situation) or Reading(
        f"XXXX-{item.month:02}", "month"
    )


def _resolve_numeric(item: Expression, situation: Situation) -> Reading | None:
    a, b = item.month, item.day
    readings = {
        "MDY": attempt(lambda year: day_reading(date(year, a, b)), item.year),
        "DMY": attempt(lambda year: day_reading(date(year, b, a)), item.year),
    }
    readings = {order: reading for order, reading in readings.items() if reading}
    if not readings:
        return None
    order = next(iter(readings))
    if len(readings) == 2 and a != b:
        past = [o for o, r in readings.items() if situation.published and r.begin <= situation.published[1]]
        order = day_order(situation) or (past[0] if len(past) == 1 else "")
        if not order:
            return Reading(f"{item.year:04}-XX-XX", "day")
    return with_source("text", readings.get(order) or next(iter(readings.values())))


def _resolve_weekday(item: Expression, situation: Situation) -> Reading:
    unknown = _in_part(item, Reading(f"XXXX-WXX-{item.weekday + 1}", "day", mod=item.mod))
    today = situation.today
    if item.anchor == "context" and situation.last and situation.last.begin == situation.last.finish:
        today = situation.last.begin
    if today is None:
        return unknown
    back = (today.weekday() - item.weekday) % 7
    if item.unit == "W":
        day = today + DAY * (item.weekday - today.weekday() + 7 * item.number)
    elif item.unit == "this" or item.unit == "current":
        day = today + DAY * (item.weekday - today.weekday())
    elif item.unit == "ago":  # "a week ago Tuesday"
        day = today - DAY * (back - 7 * item.number)
    elif item.number < 0:
        day = today - DAY * (back or 7)
    elif item.number > 0 or tense(situation.sentence, item.start, item.end) in (
        "future",
        "timetable",
        "prospect",
    ):
        day = today + DAY * (7 - back)
    else:
        day = today - DAY * back
    return _in_part(item, replace(day_reading(day), year_from="publication", mod=item.mod))


def _shifted(item: Expression, day: date, situation: Situation) -> Reading:
    number, unit = int(item.number), item.unit
    if unit == "D":
        return day_reading(day + DAY * number)
    if unit == "W":
        return week_reading(day + 7 * DAY * number)
    if unit == "2W":
        return Reading("P2W", "range", day + 14 * DAY * min(number, 0), day + 14 * DAY * max(number, 0))
    if unit == "WE":
        return weekend_reading(day + 7 * DAY * number)
    if unit == "latest WE":
        return weekend_reading(day - 5 * DAY)
    if unit == "M":
        day += relativedelta(months=number)
        return month_reading(day.year, day.month)
    if unit == "Q":
        day += relativedelta(months=3 * number)
        return quarter_reading(day.year, (day.month + 2) // 3)
    if unit == "F":
        country = country_of(situation)
        if not country:
            return Reading("FYXXXX", "fiscal year")
        begin = day.year - (day.month < int(country["first_month"])) + number
        named = begin + (country["named_after"] == "end")
        return fiscal_reading(begin, f"FY{named}", country)
    year = day.year + number * {"Y": 1, "10Y": 10, "100Y": 100}[unit]
    return {"Y": year_reading, "10Y": decade_reading, "100Y": lambda y: century_reading((y + 99) // 100)}[
        unit
    ](year)


_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "latest WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "F": "FYXXXX",
    "Y": "XXXX",
    "10Y": "XXX",
    "100Y": "XX",
}
_PRECISION = {
    "D": "day",
    "W": "week",
    "2W": "week",
    "WE": "weekend",
    "latest WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "F": "fiscal year",
    "Y": "year",
    "10Y": "decade",
    "100Y": "century",
}


def _resolve_shift(item: Expression, situation: Situation) -> Reading:
    unknown = _in_part(item, Reading(_UNKNOWN[item.unit], _PRECISION[item.unit]))
    if item.anchor == "context":
        last = situation.last
        if (
            last
            and item.unit == "Y"
            and item.number
            and last.precision != "year"
            and 363 < (last.finish - last.begin).days < 368
        ):
            return years_away(last, int(item.number))
        if last and (item.unit != "D" or last.begin == last.finish):
            found = _shifted(item, last.finish if item.number > 0 else last.begin, situation)
            return _in_part(item, replace(found, year_from="context"))
        if item.unit == "D":
            return unknown
    if not situation.published:
        return unknown
    first, last = (_shifted(item, day, situation) for day in situation.published)
    return _in_part(item, replace(first, year_from="publication", mod=item.mod)) if first == last else unknown


_AROUND = {
    "day": day_reading,
    "week": week_reading,
    "month": lambda day: month_reading(day.year, day.month),
    "year": lambda day: year_reading(day.year),
    "quarter": lambda day: quarter_reading(day.year, (day.month + 2) // 3),
    "half year": lambda day: half_reading(day.year, 1 + (day.month > 6)),
}


def _resolve_ago(item: Expression, situation: Situation) -> Reading:
    count = int(item.number) * (int(item.unit[:-1]) if item.unit[0].isdigit() else 1)
    unit = item.unit[-1]
    delta = relativedelta(**{{"D": "days", "W": "weeks", "M": "months", "Y": "years"}[unit]: count})
    last = situation.last
    if item.anchor == "context" and last and last.begin:
        begin = last.begin + delta
        whole = _AROUND.get(last.precision)
        if whole and not (unit != "Y" and last.precision == "year"):
            return replace(whole(begin), year_from="context", mod=item.mod)
        if last.precision == "range":
            finish = last.finish + delta
            return Reading(f"{begin}/{finish}", "range", begin, finish, "context")
    if item.anchor == "context" and unit == "D" or not situation.published:
        return Reading(_UNKNOWN[unit], _PRECISION[unit], mod=item.mod)
    whole = _AROUND[_PRECISION[unit]]
    first, last = (whole(day + delta) for day in situation.published)
    return (
        replace(first, year_from="publication", mod=item.mod)
        if first == last
        else Reading(_UNKNOWN[unit], _PRECISION[unit])
    )


def _resolve_fiscal(item: Expression, situation: Situation) -> Reading:
    financial = "financial" in situation.sentence[item.start : item.end].lower()
    country = country_of(situation, but="US" if financial else "") if item.unit != "state" else None
    split = item.unit == "split"
    behind = int(
        bool(country) and country["named_after"] == "end" and country["first_month"] != "1" and not split
    )
    if item.unit == "several":
        years = item.last_day - item.year + 1
        found = fiscal_reading(item.year - behind, f"FY{item.year}/FY{item.last_day}", country, years)
        return replace(found, year_from="text", precision="range")
    label = f"FY{item.year}-{item.last_day % 100:02}" if split else f"FY{item.year}"
    return replace(fiscal_reading(item.year - behind, label, country), year_from="text")


def _resolve_split_year(item: Expression, situation: Situation) -> Reading:
    """ "2021-22" alone is a fiscal year where the country writes them so, otherwise two years."""
    country = country_of(situation)
    usual = country and country["country"] != "US" and item.year >= 1990
    if country and country["first_month"] != "1" and (usual or speaks_of_fiscal_years(situation.text)):
        return _resolve_fiscal(replace(item, unit="split"), situation)
    return Reading(
        f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text"
    )


def _resolve_season(item: Expression, situation: Situation) -> Reading:
    country = country_of(situation)
    southern = bool(country) and country["hemisphere"] == "S"

    def make(year: int) -> Reading:
        return season_reading(year, item.value, southern)

    unknown = Reading(f"XXXX-{item.value}", "season")
    if item.unit != "S":
        return with_year(make, item, situation) or unknown
    if not situation.published:
        return unknown
    today = situation.published[1]
    if item.number < 0:
        found = next(
            (r for year in range(today.year, today.year - 3, -1) if (r := make(year)).finish < today), None
        )
    elif item.number > 0:
        found = next(
            (r for year in range(today.year, today.year + 3) if (r := make(year)).begin > today), None
        )
    else:
        near = [make(today.year - 1), make(today.year)]
        found = next((r for r in near if r.begin <= today <= r.finish), near[1])
    return with_source("publication", found) or unknown


def _resolve_holiday(item: Expression, situation: Situation) -> Reading | None:
    row = next(row for row in word_list("dates/holidays") if row["name"] == item.value)
    country = country_of(situation) if row["country"] else None
    if country and country["country"] != row["country"]:
        return Reading("XXXX-XX-XX", "day")
    if row["year"]:
        return with_source("text", day_reading(date(int(row["year"]), int(row["month"]), int(row["day"]))))
    return with_year(lambda year: day_reading(holiday(row, year)), item, situation) or Reading(
        "XXXX-XX-XX", "day"
    )


def _resolve_years(item: Expression, _: Situation) -> Reading:
    return Reading(
        f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text"
    )


SINGLE: dict[str, Callable[[Expression, Situation], Reading | None]] = {
    "day": _resolve_day,
    "month": _resolve_month,
    "numeric": _resolve_numeric,
    "weekday": _resolve_weekday,
    "shift": _resolve_shift,
    "ago": _resolve_ago,
    "fiscal": _resolve_fiscal,
    "split year": _resolve_split_year,
    "season": _resolve_season,
    "holiday": _resolve_holiday,
    "years": _resolve_years,
    "year": lambda item, _: replace(year_reading(item.year), year_from="text"),
    "decade": lambda item, _: replace(decade_reading(item.year), year_from="text"),
    "century": lambda item, _: replace(century_reading(item.year), year_from="text"),
    "duration": lambda item, _: Reading(item.value, "duration", type="DURATION", mod=item.mod),
    "set": lambda item, _: Reading(item.value, "set", type="SET"),
    "vague": lambda item, _: Reading(item.value, "vague", type=item.type, mod=item.mod),
}
