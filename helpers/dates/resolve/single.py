"""What an expression means that holds no other: a day, a month, a weekday, last week, three days ago, FY2023,
a season, a holiday.

The conventions are those of `helpers.dates.resolve.meaning`.

>>> SINGLE["year"](Expression(0, 4, "year", 2024), Situation(None, "")).finish.isoformat()
'2024-12-31'
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from helpers.dates.resolve.calendar import (
    DAY,
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    holiday,
    month_reading,
    season_reading,
    week_reading,
    year_reading,
)
from helpers.dates.resolve.context import (
    Situation,
    country_of,
    day_order,
)
from helpers.dates.resolve.fiscal import resolve_fiscal, resolve_fiscal_years, resolve_split_year
from helpers.dates.resolve.shifts import resolve_ago, resolve_month_day, resolve_shift
from helpers.dates.resolve.still_to_come import runs_until
from helpers.dates.resolve.tense import goes_on, tense, tense_of
from helpers.dates.resolve.year import attempt, in_part, with_others, with_source, with_year
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
    return in_part(
        item, replace(found or Reading(unknown, "range" if item.last_day else "day"), mod=item.mod)
    )


def _resolve_week_number(item: Expression, situation: Situation) -> Reading | None:
    def make(year: int) -> Reading:
        first = week_reading(date.fromisocalendar(year, item.day, 1))
        if not item.last_day:
            return first
        last = week_reading(date.fromisocalendar(year, item.last_day, 1))
        return Reading(f"{first.value}/{last.value}", "range", first.begin, last.finish)

    in_words = situation.sentence[item.start : item.start + 4].lower() == "week"
    if in_words and (country := country_of(situation)) and country["country"] == "US":
        return Reading(f"XXXX-W{item.day:02}", "week")  # whose weeks of illness begin on Sundays
    return with_year(make, item, situation)


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
    if len(readings) == 1 or a == b:
        return with_source("text", next(iter(readings.values())))
    if (
        "." in situation.sentence[item.start : item.end]
    ):  # nobody parts month and day by dots but who puts the day first
        return with_source("text", readings["DMY"])
    named = [order for order, reading in readings.items() if reading.begin.weekday() == item.weekday]
    if len(named) == 1:  # "Wed, 09/03/2025"
        return with_source("text", with_others(readings[named[0]], list(readings.values()), "weekday"))
    order, settled_by = day_order(situation)
    past = [o for o, r in readings.items() if situation.published and r.begin <= situation.published[1]]
    if len(past) == 1:
        order, settled_by = past[0], situation.published_from
    if not order:
        values = tuple(reading.value for reading in readings.values())
        return Reading(f"{item.year:04}-XX-XX", "day", alternatives=values)
    return with_source("text", with_others(readings[order], list(readings.values()), settled_by))


def _resolve_weekday(item: Expression, situation: Situation) -> Reading:
    unknown = in_part(item, Reading(f"XXXX-WXX-{item.weekday + 1}", "day", mod=item.mod))
    today, source = situation.entry or situation.today, "context" if situation.entry else "publication"
    if item.anchor == "context" and situation.last and situation.last.begin == situation.last.finish:
        today = situation.last.begin
    if told := _said_on(item, today, situation):
        return in_part(item, replace(day_reading(told), year_from="context", mod=item.mod))
    if today is None:
        return unknown
    day, others = _day_of_weekday(item, today, situation)
    reading = replace(day_reading(day), year_from=source, mod=item.mod)
    return in_part(item, with_others(reading, [day_reading(other) for other in others], "tense"))


def _said_on(item: Expression, today: date | None, situation: Situation) -> date | None:
    """The weekday after the day on which it was said: ' "Send it Tuesday," he wrote on May 12', 'on May 12 he said
    that it would go Tuesday'; None where no long past day of the sentence is spoken of."""
    day = situation.day_here
    if not day or not today or item.unit or item.number or (today - day.begin).days <= 7:
        return None
    opened = max(situation.sentence.rfind(mark, 0, item.start) for mark in '"“') + 1
    quoted = situation.sentence.count("“", 0, item.start) + situation.sentence.count('"', 0, item.start)
    quoted -= situation.sentence.count("”", 0, item.start)
    if quoted % 2:
        wrong = tense(situation.sentence[opened:], item.start - opened, item.end - opened) == "past"
    else:
        wrong = tense_of(item, situation) != "prospect"
    if wrong:
        return None
    return day.begin + DAY * ((item.weekday - day.begin.weekday()) % 7 or 7)


def _day_of_weekday(item: Expression, today: date, situation: Situation) -> tuple[date, list[date]]:
    """The day of a weekday, and those that other tenses would mean."""
    back = (today.weekday() - item.weekday) % 7
    if item.unit == "W":
        return today + DAY * (item.weekday - today.weekday() + 7 * item.number), []
    if item.unit == "this" or item.unit == "current":
        return today + DAY * (item.weekday - today.weekday()), []
    if item.unit == "that":  # of the story: the day itself, or the first one after it
        return today + DAY * ((7 - back) % 7), []
    if item.unit == "ago":  # "a week ago Tuesday"
        return today - DAY * (back - 7 * item.number), []
    if item.unit == "such ago":  # "three Fridays ago"
        return today - DAY * ((back or 7) - 7 * (int(item.number) + 1)), []
    if item.number < 0:
        return today - DAY * ((back or 7) + 7 * (item.number == -2)), []
    if item.number > 0:
        return today + DAY * (7 - back + 7 * (item.number == 2)), []
    gone, coming = today - DAY * back, today + DAY * ((7 - back) % 7)
    clause = tense_of(item, situation)
    if clause in (
        "future",
        "timetable",
        "prospect",
    ):  # "will speak on Friday", published that Friday: the same day
        if not back and runs_until(situation.sentence, item.start):
            return today + 7 * DAY, [today]
        return coming, [coming - 7 * DAY if back else coming + 7 * DAY]
    if (after := _next_day(item, situation)) is not None and gone > today - DAY * (
        (today.weekday() - after.weekday) % 7
    ):
        return gone - 7 * DAY, [gone]  # "opened on Saturday and closed on Friday", published that Thursday
    return gone, [gone + 7 * DAY] if back else []


def _next_day(item: Expression, situation: Situation) -> Expression | None:
    """The past weekday of the next step that the sentence tells behind this one, if it tells one."""
    sentence = situation.sentence
    days = [one.inner or one for one in situation.beside if one.kind in ("weekday", "time")]
    after = next((one for one in days if one.kind == "weekday" and one.start >= item.end), None)
    if after is None or after.unit or after.number or not goes_on(sentence, item.end, after.start):
        return None
    return after if tense_of(after, situation) == "past" else None


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
    if item.anchor == "context" and situation.story:
        today = situation.story.begin
        found = next(r for year in range(today.year - 1, today.year + 2) if (r := make(year)).finish >= today)
        return with_source("context", found)
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
        latest = near[0] if item.anchor == "context" and near[1].begin > today else near[1]
        found = next((r for r in near if r.begin <= today <= r.finish), latest)
    return with_source("publication", found) or unknown


def _resolve_holiday(item: Expression, situation: Situation) -> Reading | None:
    rows = {row["country"]: row for row in word_list("dates/en/holidays") if row["name"] == item.value}
    country = country_of(situation) if len(rows) > 1 or "" not in rows else None
    row = rows.get(country["country"] if country else "", rows.get(""))
    if not row and country:
        return Reading("XXXX-XX-XX", "day")
    row = row or next(iter(rows.values()))
    if row["year"]:
        return with_source("text", day_reading(date(int(row["year"]), int(row["month"]), int(row["day"]))))
    return with_year(lambda year: day_reading(holiday(row, year)), item, situation) or Reading(
        "XXXX-XX-XX", "day"
    )


# first and last day of the weekend of a holiday, counted from it, by its weekday; a Wednesday has none
_LONG_WEEKENDS = {0: (-3, 0), 1: (-4, 0), 3: (0, 3), 4: (0, 2), 5: (-1, 1), 6: (-2, 1)}


def _resolve_holiday_weekend(item: Expression, situation: Situation) -> Reading | None:
    """ "the Labor Day weekend": from the Friday to the holiday, or from the holiday to the Sunday."""
    day = SINGLE[item.inner.kind](item.inner, situation)
    if not day or not day.begin or day.begin.weekday() not in _LONG_WEEKENDS:
        return Reading("XXXX-WXX-WE", "weekend")
    before, after = _LONG_WEEKENDS[day.begin.weekday()]
    begin, finish = day.begin + before * DAY, day.begin + after * DAY
    return Reading(f"{begin}/{finish}", "weekend", begin, finish, day.year_from)


def _resolve_years(item: Expression, _: Situation) -> Reading:
    return Reading(
        f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text"
    )


SINGLE: dict[str, Callable[[Expression, Situation], Reading | None]] = {
    "day": _resolve_day,
    "month": _resolve_month,
    "week number": _resolve_week_number,
    "numeric": _resolve_numeric,
    "weekday": _resolve_weekday,
    "shift": resolve_shift,
    "month day": resolve_month_day,
    "ago": resolve_ago,
    "fiscal": resolve_fiscal,
    "split year": resolve_split_year,
    "season": _resolve_season,
    "holiday": _resolve_holiday,
    "fiscal years": resolve_fiscal_years,
    "holiday weekend": _resolve_holiday_weekend,
    "years": _resolve_years,
    "year": lambda item, _: replace(year_reading(item.year), year_from="text"),
    "decade": lambda item, _: replace(decade_reading(item.year), year_from="text"),
    "century": lambda item, _: replace(century_reading(item.year), year_from="text"),
    "duration": lambda item, _: Reading(item.value, "duration", type="DURATION", mod=item.mod),
    "generic": lambda *_: None,
    "set": lambda item, _: Reading(item.value, "set", type="SET"),
    "vague": lambda item, _: Reading(item.value, "vague", type=item.type, mod=item.mod),
}
