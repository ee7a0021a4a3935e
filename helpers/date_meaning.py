"""What a temporal expression means in its article: which day is "Monday", which year "March 3", whose fiscal year "FY2023".

Conventions. A weekday or a yearless date is the last one up to the day of publication, or the next one where the clause looks ahead
("will", "by", "scheduled for"). A yearless date takes the year of its neighbour in the sentence where the text gives one. "Since"
ends on the day of publication. Fiscal years are those of the country that the sentence, or else most of the article, is about:
`helpers/data/date_countries.csv` has the country words, agencies and currencies that tell. The United States' federal year is meant
only where such a cue is there; "financial year" is never American. Without a cue a fiscal year has a value and no dates. Where
nothing supports a date there is none: the value keeps X for what is not known.

>>> reading = resolve(Expression(0, 9, "month", month=3), Situation((date(2025, 2, 1), date(2025, 2, 1)), ""))
>>> reading.value, reading.year_from
('2024-03', 'publication')
"""
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.date_calendar import (
    DAY,
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    fiscal_reading,
    half_reading,
    holiday,
    month_reading,
    months_reading,
    name_of,
    quarter_reading,
    season_reading,
    third_of,
    week_reading,
    weekend_reading,
    year_reading,
    years_away,
)
from helpers.date_context import (
    CLAUSE,
    PAST,
    Situation,
    attempt,
    country_of,
    day_order,
    looks_ahead,
    speaks_of_fiscal_years,
    with_source,
    with_year,
)
from helpers.date_words import Expression
from helpers.language import word_list

__all__ = ["resolve"]

def _resolve_day(item: Expression, situation: Situation) -> Reading:
    def make(year: int) -> Reading:
        first = date(year, item.month, item.day)
        if not item.last_day:
            return day_reading(first)
        last = date(year, item.month, item.last_day)
        return Reading(f"{first}/{last}", "range", first, last)
    unknown = f"XXXX-{item.month:02}-{item.day:02}" + (f"/XXXX-{item.month:02}-{item.last_day:02}" if item.last_day else "")
    found = with_year(make, item, situation)
    if found is None and not attempt(make, 2000):          # 30 February
        return None
    if found is None and item.year is not None:          # 29 February of another year
        return None
    return _in_part(item, replace(found or Reading(unknown, "range" if item.last_day else "day"), mod=item.mod))


def _in_part(item: Expression, reading: Reading) -> Reading:
    if not item.part or reading.precision != "day":
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{item.part}", precision="time of day")


def _resolve_month(item: Expression, situation: Situation) -> Reading:
    return with_year(lambda year: month_reading(year, item.month), item, situation) or Reading(f"XXXX-{item.month:02}", "month")


def _resolve_numeric(item: Expression, situation: Situation) -> Reading | None:
    a, b = item.month, item.day
    readings = {"MDY": attempt(lambda year: day_reading(date(year, a, b)), item.year),
                "DMY": attempt(lambda year: day_reading(date(year, b, a)), item.year)}
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
    elif item.number < 0:
        day = today - DAY * (back or 7)
    elif item.number > 0 or looks_ahead(situation.sentence, item.start):
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
    return {"Y": year_reading, "10Y": decade_reading, "100Y": lambda y: century_reading((y + 99) // 100)}[unit](year)


_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "latest WE": "XXXX-WXX-WE", "M": "XXXX-XX",
            "Q": "XXXX-QX", "F": "FYXXXX", "Y": "XXXX", "10Y": "XXX", "100Y": "XX"}
_PRECISION = {"D": "day", "W": "week", "2W": "week", "WE": "weekend", "latest WE": "weekend", "M": "month", "Q": "quarter",
              "F": "fiscal year", "Y": "year", "10Y": "decade", "100Y": "century"}


def _resolve_shift(item: Expression, situation: Situation) -> Reading:
    unknown = _in_part(item, Reading(_UNKNOWN[item.unit], _PRECISION[item.unit]))
    if item.anchor == "context":
        last = situation.last
        if last and item.unit == "Y" and item.number and last.precision != "year" and 363 < (last.finish - last.begin).days < 368:
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


_AROUND = {"day": day_reading, "week": week_reading, "month": lambda day: month_reading(day.year, day.month),
           "year": lambda day: year_reading(day.year), "quarter": lambda day: quarter_reading(day.year, (day.month + 2) // 3),
           "half year": lambda day: half_reading(day.year, 1 + (day.month > 6))}


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
    return replace(first, year_from="publication", mod=item.mod) if first == last else Reading(_UNKNOWN[unit], _PRECISION[unit])


def _resolve_fiscal(item: Expression, situation: Situation) -> Reading:
    financial = "financial" in situation.sentence[item.start:item.end].lower()
    country = country_of(situation, but="US" if financial else "")
    split = item.unit == "split"
    behind = int(bool(country) and country["named_after"] == "end" and country["first_month"] != "1" and not split)
    if item.unit == "several":
        years = item.last_day - item.year + 1
        found = fiscal_reading(item.year - behind, f"FY{item.year}/FY{item.last_day}", country, years)
        return replace(found, year_from="text", precision="range")
    label = f"FY{item.year}-{item.last_day % 100:02}" if split else f"FY{item.year}"
    return replace(fiscal_reading(item.year - behind, label, country), year_from="text")


def _resolve_split_year(item: Expression, situation: Situation) -> Reading:
    """"2021-22" alone is a fiscal year where the country writes them so, otherwise two years."""
    country = country_of(situation)
    usual = country and country["country"] != "US" and item.year >= 1990
    if country and country["first_month"] != "1" and (usual or speaks_of_fiscal_years(situation.text)):
        return _resolve_fiscal(replace(item, unit="split"), situation)
    return Reading(f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text")


def _resolve_season(item: Expression, situation: Situation) -> Reading:
    country = country_of(situation)
    southern = bool(country) and country["hemisphere"] == "S"

    def make(year: int) -> Reading:
        return season_reading(year, item.value, southern)
    unknown = Reading(f"XXXX-{item.value}", "season")
    if item.year is not None or item.unit == "Y":
        return with_year(make, item, situation) or unknown
    if not situation.published:
        return unknown
    today = situation.published[1]
    if item.number < 0:
        found = next((r for year in range(today.year, today.year - 3, -1) if (r := make(year)).finish < today), None)
    elif item.number > 0:
        found = next((r for year in range(today.year, today.year + 3) if (r := make(year)).begin > today), None)
    else:
        near = [make(today.year - 1), make(today.year)]
        found = next((r for r in near if r.begin <= today <= r.finish), near[1])
    return with_source("publication", found) or unknown


def _resolve_quarter(item: Expression, situation: Situation) -> Reading | None:
    size, name, code = (3, "quarter", "Q") if item.kind == "quarter" else (6, "half year", "H")
    if item.inner:
        whole = resolve(item.inner, situation)
        if not whole or not whole.begin:
            return Reading(f"{whole.value if whole else 'FYXXXX'}-{code}{item.day}", name)
        first = whole.begin + relativedelta(months=size * (item.day - 1))
        return replace(months_reading(first, size, f"{whole.value}-{code}{item.day}", name), year_from=whole.year_from)
    make = (lambda year: quarter_reading(year, item.day)) if item.kind == "quarter" else (lambda year: half_reading(year, item.day))
    return with_year(make, item, situation) or Reading(f"XXXX-{code}{item.day}", name)


def _resolve_holiday(item: Expression, situation: Situation) -> Reading | None:
    row = next(row for row in word_list("date_holidays") if row["name"] == item.value)
    country = country_of(situation) if row["country"] else None
    if country and country["country"] != row["country"]:
        return Reading("XXXX-XX-XX", "day")
    if row["year"]:
        return with_source("text", day_reading(date(int(row["year"]), int(row["month"]), int(row["day"]))))
    return with_year(lambda year: day_reading(holiday(row, year)), item, situation) or Reading("XXXX-XX-XX", "day")


def _resolve_part(item: Expression, situation: Situation) -> Reading | None:
    whole = resolve(item.inner, situation)
    if not whole:
        return None
    if not whole.begin:
        return replace(whole, mod=item.mod, precision=f"part of {whole.precision}")
    begin, finish = third_of(whole, item.mod)
    if item.inner.kind == "shift" and not item.inner.number and situation.published and begin > situation.published[1]:
        before = CLAUSE.split(situation.sentence[max(0, item.start - 120):item.start])[-1]
        explicit = situation.sentence[item.inner.start:item.inner.start + 4].lower() == "this"
        if PAST.search(before) and not looks_ahead(situation.sentence, item.start) and not explicit:
            return _resolve_part(replace(item, inner=replace(item.inner, number=-1)), situation)      # "peaked by the end of the year"
    return replace(whole, mod=item.mod, precision=f"part of {whole.precision}", begin=begin, finish=finish)


def _resolve_share(item: Expression, situation: Situation) -> Reading | None:
    """"the first half of 2025", "the last three months of the year", "the second week of March"."""
    whole = resolve(item.inner, situation)
    if not whole:
        return None
    unit, count, mod = item.unit, int(item.number) or 1, "END" if item.day < 0 else "START"
    if not whole.begin:
        return replace(whole, mod=mod)
    months = {"half": 6, "quarter": 3, "third": 4, "trimester": 4, "semester": 6, "month": 1, "year": 12, "decade": 120}.get(unit)
    first, end = whole.begin, whole.finish + DAY
    if unit == "half" and whole.precision == "month":
        middle = first + 15 * DAY
        begin, stop = (first, middle) if item.day == 1 else (middle, end)
    else:
        total = (end.year - first.year) * 12 + end.month - first.month
        if unit in ("half", "third", "quarter") and total not in (12,) and total % {"half": 2, "third": 3, "quarter": 4}[unit] == 0:
            months = total // {"half": 2, "third": 3, "quarter": 4}[unit]
        step = relativedelta(months=months * count) if months else DAY * (7 if unit.startswith("week") else 1) * count
        if unit == "weekend":
            after_first, before_end = (5 - first.weekday()) % 7 + 7 * (item.day - 1), (end.weekday() - 5) % 7 or 7
            saturday = first + DAY * after_first if item.day > 0 else end - DAY * before_end
            begin, stop = saturday, saturday + 2 * DAY
        elif item.day < 0:
            begin, stop = end - step, end
        else:
            begin = first + step * (item.day - 1) if item.day > 1 else first
            stop = begin + step
    finish = stop - DAY
    if finish > whole.finish + 7 * DAY or begin < first or begin > finish:
        return None
    return replace(whole, begin=begin, finish=finish, **name_of(begin, finish, unit, whole))


def _resolve_ending(item: Expression, situation: Situation) -> Reading | None:
    last = resolve(item.inner, situation)
    if not last or not last.begin:
        return last
    count = int(item.number) * (int(item.unit[:-1]) if item.unit[0].isdigit() else 1)
    begin = last.finish + DAY - relativedelta(**{{"D": "days", "W": "weeks", "M": "months", "Y": "years"}[item.unit[-1]]: count})
    return replace(last, begin=begin, mod="", **name_of(begin, last.finish, "", last)) if begin <= last.finish else None


def _resolve_week_of(item: Expression, situation: Situation) -> Reading | None:
    day = resolve(item.inner, situation)
    if not day or not day.begin:
        return day
    if item.unit == "WE":
        found = weekend_reading(day.begin)
    elif item.unit == "W" and day.begin.weekday() != 6:
        found = week_reading(day.begin)
    else:
        finish = day.begin + DAY * (6 if item.unit == "W" else 13)
        found = Reading(f"{day.begin}/{finish}", "week" if item.unit == "W" else "range", day.begin, finish)
    return replace(found, year_from=day.year_from)


def _resolve_since(item: Expression, situation: Situation) -> Reading | None:
    start = resolve(item.inner, situation)
    if not start or not start.begin:
        return start
    finish = situation.published[1] if situation.published else None
    if finish and start.begin > finish:
        return None
    return replace(start, finish=finish, mod="ON_OR_AFTER", precision="range", type="DATE")


def _resolve_so_far(item: Expression, situation: Situation) -> Reading | None:
    """"earlier this month" ends, and "later this month" begins, on the day of publication."""
    whole = resolve(item.inner, situation)
    if not whole or not whole.begin:
        return whole
    begin, finish, today = whole.begin, whole.finish, situation.today
    if today and begin <= today <= finish:
        begin, finish = (begin, today) if item.mod == "START" else (today, finish)
    return replace(whole, begin=begin, finish=finish, mod=item.mod, precision=f"part of {whole.precision}")


def _resolve_same_period(item: Expression, situation: Situation) -> Reading | None:
    last = situation.last
    if not last or not last.finish:
        return Reading("XXXX", "range")
    return years_away(last, item.year - last.begin.year if item.year else -1, "text" if item.year else "context")


def _resolve_range(item: Expression, situation: Situation) -> Reading | None:
    a, b = item.inner, item.until
    if b.kind == "vague":
        finish = situation.published[1] if situation.published else None
        start = resolve(a, situation)
        return replace(start, finish=finish, precision="range", mod="ON_OR_AFTER") if start and start.begin else start
    yearless = ("day", "month", "quarter", "half", "season", "holiday")
    if a.kind in yearless and b.kind in yearless and a.year is not None and b.year is None and not b.unit:
        first = resolve(a, situation)
        last = resolve(replace(b, year=a.year), situation)
        if first and first.begin and last and last.begin and last.finish < first.begin:
            last = resolve(replace(b, year=a.year + 1), situation)
    else:
        last = resolve(b, situation)
        inner = a.inner if a.kind == "part" else a
        if last and last.begin and inner.kind in yearless and inner.year is None and not inner.unit:
            first = resolve(_set_year(a, last.begin.year), situation)
            if first and first.begin and first.begin > last.finish:
                first = resolve(_set_year(a, last.begin.year - 1), situation)
            first = replace(first, year_from=last.year_from) if first else None
        elif last and last.begin and a.kind == "weekday" and last.precision == "day":
            back = (last.begin.weekday() - a.weekday) % 7
            first = replace(day_reading(last.begin - DAY * (back or 7)), year_from=last.year_from)
        elif last and last.begin and a.kind == "decade" or not last:
            first = resolve(a, situation)
        else:
            first = resolve(a, situation)
    if not first or not last:
        return None
    value = f"{first.value}/{last.value}"
    if not first.begin or not last.finish:
        return Reading(value, "range")
    return Reading(value, "range", first.begin, last.finish, last.year_from) if first.begin <= last.finish else None


def _set_year(item: Expression, year: int) -> Expression:
    return replace(item, inner=replace(item.inner, year=year)) if item.kind == "part" else replace(item, year=year)


def _resolve_time(item: Expression, situation: Situation) -> Reading | None:
    clock = f"T{item.clock}" + (f"/T{item.until.clock}" if item.until else "")
    day = resolve(item.inner, situation) if item.inner else None
    if not day:
        return Reading(clock, "time of day", type="TIME")
    value = day.value.split("T")[0]
    return replace(day, value="/".join(value + part for part in clock.split("/")), type="TIME", precision="time of day")


def _resolve_years(item: Expression, _: Situation) -> Reading:
    return Reading(f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text")


_KINDS: dict[str, Callable[[Expression, Situation], Reading | None]] = {
    "day": _resolve_day, "month": _resolve_month, "numeric": _resolve_numeric, "weekday": _resolve_weekday, "shift": _resolve_shift,
    "ago": _resolve_ago, "fiscal": _resolve_fiscal, "split year": _resolve_split_year, "season": _resolve_season,
    "quarter": _resolve_quarter, "half": _resolve_quarter, "holiday": _resolve_holiday,
    "part": _resolve_part, "share": _resolve_share, "ending": _resolve_ending,
    "week of": _resolve_week_of, "since": _resolve_since, "so far": _resolve_so_far, "same period": _resolve_same_period,
    "range": _resolve_range, "time": _resolve_time, "years": _resolve_years,
    "year": lambda item, _: replace(year_reading(item.year), year_from="text"),
    "decade": lambda item, _: replace(decade_reading(item.year), year_from="text"),
    "century": lambda item, _: replace(century_reading(item.year), year_from="text"),
    "duration": lambda item, _: Reading(item.value, "duration", type="DURATION", mod=item.mod),
    "set": lambda item, _: Reading(item.value, "set", type="SET"),
    "vague": lambda item, _: Reading(item.value, "vague", type=item.type, mod=item.mod),
}


def resolve(item: Expression, situation: Situation) -> Reading | None:
    """What an expression means; None if it can mean nothing (30 February, a range that ends before it begins)."""
    try:
        return _KINDS[item.kind](item, situation)
    except (ValueError, OverflowError):                  # outside the years 1 to 9999
        return None
