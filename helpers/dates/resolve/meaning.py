"""What a temporal expression means in its article: which day is "Monday", which year "March 3", whose fiscal
year "FY2023".

Conventions. A weekday is the last one up to the day of publication, or the next one where its clause looks
ahead (`helpers.dates.resolve.tense`); the year of a yearless date is found by the rule of
`helpers.dates.resolve.year`. "Since" ends on the day of publication. "Two days later" is a day, but a length beside the
day that it leads to ("two days later, on 23 July"). Fiscal years are those of the country
that the sentence, or else most of the article, is about: `helpers/data/dates/countries.csv` has the country
words, agencies and currencies that tell. The United States' federal year is meant only where such a cue is
there; "financial year" is never American. A state's body has the year of its state
(`helpers.dates.resolve.fiscal_country`). Without a cue a fiscal year has a value and no dates. Where nothing supports a
date there is none: the value keeps X for what is not known.

>>> reading = resolve(Expression(0, 12, "month", 2024, month=2), Situation(None, ""))
>>> reading.value, reading.finish.isoformat(), reading.year_from
('2024-02', '2024-02-29', 'text')
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import (
    DAY,
    Reading,
    day_reading,
    half_reading,
    months_reading,
    quarter_reading,
    third_of,
)
from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.placed_stretches import ending_with, first_months, share_of, week_around
from helpers.dates.resolve.repeated import resolve_same_period
from helpers.dates.resolve.single import SINGLE
from helpers.dates.resolve.story import resolve_before, resolve_following, resolve_later, resolve_nth
from helpers.dates.resolve.tense import tense_of
from helpers.dates.resolve.year import with_year
from helpers.dates.words import Expression

__all__ = ["resolve"]


def _resolve_quarter(item: Expression, situation: Situation) -> Reading | None:
    size, name, code = (3, "quarter", "Q") if item.kind == "quarter" else (6, "half year", "H")
    if item.inner:
        whole = resolve(item.inner, situation)
        if not whole or not whole.begin:
            return Reading(f"{whole.value if whole else 'FYXXXX'}-{code}{item.day}", name)
        first = whole.begin + relativedelta(months=size * (item.day - 1))
        return replace(
            months_reading(first, size, f"{whole.value}-{code}{item.day}", name), year_from=whole.year_from
        )
    make = (
        (lambda year: quarter_reading(year, item.day))
        if item.kind == "quarter"
        else (lambda year: half_reading(year, item.day))
    )
    return with_year(make, item, situation) or Reading(f"XXXX-{code}{item.day}", name)


def _resolve_part(item: Expression, situation: Situation) -> Reading | None:
    whole = resolve(item.inner, situation)
    if not whole:
        return None
    if not whole.begin:
        return replace(whole, mod=item.mod, precision=f"part of {whole.precision}")
    begin, finish = third_of(whole, item.mod)
    explicit = situation.sentence[item.inner.start : item.inner.start + 4].lower() == "this"
    if item.inner.kind == "shift" and not item.inner.number and not explicit and situation.published:
        clause = tense_of(item, situation)
        past = clause == "past"
        near = situation.year_here
        if clause == "prospect" and _EXPECTED.search(situation.sentence, max(0, item.start - 80), item.start):
            near, past = near or situation.year_before, True
        if (
            near
            and past
            and near.finish < whole.begin
            and near.begin.year == near.finish.year
            and item.inner.unit == "Y"
        ):
            return _resolve_part(
                replace(item, inner=replace(item.inner, kind="year", year=near.begin.year)), situation
            )
        if past and begin > situation.published[1]:
            return _resolve_part(
                replace(item, inner=replace(item.inner, number=-1)), situation
            )  # "peaked by the end of the year"
    if item.unit == "edge":  # the books close on a day
        return replace(day_reading(begin if item.mod == "START" else finish), year_from=whole.year_from)
    begin = finish if item.unit == "deadline" else begin
    return replace(whole, mod=item.mod, precision=f"part of {whole.precision}", begin=begin, finish=finish)


# what was to come when somebody spoke, not when it was printed: "officials said that they hoped to finish by"
_EXPECTED = re.compile(
    r"(?i)\b(?:told|said|stated|reported)\b.{0,60}\b(?:expected|planned|hoped|aimed|intended|wanted)\sto\b"
)


def _resolve_share(item: Expression, situation: Situation) -> Reading | None:
    whole = resolve(item.inner, situation)
    return share_of(item, whole) if whole else None


def _resolve_first_months(item: Expression, situation: Situation) -> Reading | None:
    return first_months(item, situation.published[1] if situation.published else None)


_AHEAD = re.compile(
    r"(?i)\b(?:will|would|expects?|expected|forecasts?|plans?|planned|budget|targets?|guidance|outlook|may|shall)\b"
)


def _resolve_ending(item: Expression, situation: Situation) -> Reading | None:
    last = resolve(item.inner, situation)
    today = situation.published[1] if situation.published else None
    inner = item.inner.inner if item.inner.kind == "part" else item.inner
    if last and last.begin and today and last.begin > today and last.year_from == "publication":
        gone = resolve(_set_year(item.inner, last.begin.year - 1), situation)
        told = inner.year is None and inner.kind in _YEARLESS and _AHEAD.search(situation.sentence) is None
        last = gone if told and gone and gone.finish else last  # nobody has counted what is still to come
    return ending_with(item, last) if last and last.begin else last


def _resolve_week_of(item: Expression, situation: Situation) -> Reading | None:
    day = resolve(item.inner, situation)
    return week_around(item, day) if day and day.begin else day


def _resolve_since(item: Expression, situation: Situation) -> Reading | None:
    start = resolve(item.inner, situation)
    if not start or not start.begin:
        return start
    return replace(
        start, finish=_to_date(start, situation), mod="ON_OR_AFTER", precision="range", type="DATE"
    )


def _to_date(start: Reading, situation: Situation) -> date | None:
    """The day of publication, on which what goes on ends as far as the text knows; None where it is not known, or
    lies before the beginning: then something is wrong with one of them, and where it ends is open."""
    finish = situation.published[1] if situation.published else None
    return finish if finish and start.begin <= finish else None


def _resolve_so_far(item: Expression, situation: Situation) -> Reading | None:
    """ "earlier this month" ends, and "later this month" begins, on the day of publication."""
    whole = resolve(item.inner, situation)
    if not whole or not whole.begin:
        return whole
    begin, finish, today = whole.begin, whole.finish, situation.today
    if today and begin <= today <= finish:
        begin, finish = (begin, today) if item.mod == "START" else (today, finish)
    return replace(whole, begin=begin, finish=finish, mod=item.mod, precision=f"part of {whole.precision}")


def _resolve_until_now(item: Expression, situation: Situation) -> Reading | None:
    """ "from 2019 to date", up to the day of publication."""
    start = resolve(item.inner, situation)
    if not start or not start.begin:
        return start
    return replace(start, finish=_to_date(start, situation), precision="range", mod="ON_OR_AFTER")


_YEARLESS = ("day", "month", "quarter", "half", "season", "holiday")


def _resolve_range(item: Expression, situation: Situation) -> Reading | None:
    a, b = item.inner, item.until
    if b.kind == "vague":
        return _resolve_until_now(item, situation)
    if a.kind in _YEARLESS and b.kind in _YEARLESS and a.year is not None and b.year is None and not b.unit:
        first = resolve(a, situation)
        last = resolve(replace(b, year=a.year), situation)
        if first and first.begin and last and last.begin and last.finish < first.begin:
            last = resolve(replace(b, year=a.year + 1), situation)
    else:
        last = resolve(b, situation)
        first = _start_before(a, last, situation)
    if not first or not last:
        return None
    ahead = ("future", "prospect")  # a fair that "runs from Saturday to Tuesday" may be on
    running = a.kind == b.kind == "weekday" and first.begin and situation.today
    if running and first.begin < situation.today <= last.begin and tense_of(a, situation) in ahead:
        first, last = day_reading(first.begin + 7 * DAY), day_reading(last.begin + 7 * DAY)
        first, last = (replace(one, year_from="publication") for one in (first, last))
    first, last = _of_entry(first, last, situation)
    value = f"{first.value}/{last.value}"
    if not first.begin or not last.finish:
        return Reading(value, "range")
    return (
        Reading(value, "range", first.begin, last.finish, last.year_from)
        if first.begin <= last.finish
        else None
    )


def _of_entry(first: Reading, last: Reading, situation: Situation) -> tuple[Reading, Reading]:
    """ "9 p.m. Friday until 2 a.m. Saturday" under a Friday is of that day, not of the week before."""
    week, entry = 7 * DAY, situation.entry
    if not entry or not first.begin or first.begin + week != entry or first.year_from != "context":
        return first, last
    if not last.finish or not 0 <= (last.finish - first.begin).days <= 2:
        return first, last
    return tuple(
        replace(
            one,
            begin=one.begin + week,
            finish=one.finish + week,
            value=one.value.replace(str(one.begin), str(one.begin + week)),
        )
        for one in (first, last)
    )


def _start_before(a: Expression, last: Reading | None, situation: Situation) -> Reading | None:
    """The first end of a range whose last end is known: without a year of its own it lies before that."""
    inner = a.inner if a.kind == "part" else a
    if last and last.begin and inner.kind in _YEARLESS and inner.year is None and not inner.unit:
        first = resolve(_set_year(a, last.begin.year), situation)
        if first and first.begin and first.begin > last.finish:
            first = resolve(_set_year(a, last.begin.year - 1), situation)
        return replace(first, year_from=last.year_from) if first else None
    if last and last.begin and a.kind == "weekday" and last.precision == "day":
        back = (last.begin.weekday() - a.weekday) % 7
        return replace(day_reading(last.begin - DAY * (back or 7)), year_from=last.year_from)
    return resolve(a, situation)


def _set_year(item: Expression, year: int) -> Expression:
    return (
        replace(item, inner=replace(item.inner, year=year))
        if item.kind == "part"
        else replace(item, year=year)
    )


def _resolve_from_day(item: Expression, situation: Situation) -> Reading | None:
    """ "a week from today", "twenty years ago today"."""
    day = resolve(item.inner, situation)
    if not day or not day.begin:
        return day
    count = int(item.number) * (int(item.unit[:-1]) if item.unit[0].isdigit() else 1)
    name = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}[item.unit[-1]]
    return replace(day_reading(day.begin + relativedelta(**{name: count})), year_from=day.year_from)


_OPENS_ENTRY = re.compile(r"(?i)\W*(?:(?:at|around|about|approximately|shortly|just|before|after)\s){0,2}")


def _resolve_time(item: Expression, situation: Situation) -> Reading | None:
    clock = f"T{item.clock}" + (f"/T{item.until.clock}" if item.until else "")
    day = resolve(item.inner, situation) if item.inner else None
    if not day and item.inner:  # "Sept. 31, at 9 a.m."
        return None
    if situation.entry and not item.inner and _OPENS_ENTRY.fullmatch(situation.sentence, 0, item.start):
        day = replace(day_reading(situation.entry), year_from="context")
    if not day:
        return Reading(clock, "time of day", type="TIME")
    value = day.value.split("T")[0]
    return replace(
        day, value="/".join(value + part for part in clock.split("/")), type="TIME", precision="time of day"
    )


_KINDS: dict[str, Callable[[Expression, Situation], Reading | None]] = SINGLE | {
    "quarter": _resolve_quarter,
    "half": _resolve_quarter,
    "part": _resolve_part,
    "share": _resolve_share,
    "ending": _resolve_ending,
    "first months": _resolve_first_months,
    "week of": _resolve_week_of,
    "since": _resolve_since,
    "so far": _resolve_so_far,
    "same period": resolve_same_period,
    "range": _resolve_range,
    "time": _resolve_time,
    "from day": _resolve_from_day,
    "later": resolve_later,
    "following": resolve_following,
    "units before": resolve_before,
    "nth": resolve_nth,
}


def resolve(item: Expression, situation: Situation) -> Reading | None:
    """What an expression means; None if it can mean nothing (30 February, a range that ends before it
    begins)."""
    try:
        return _KINDS[item.kind](item, situation)
    except (ValueError, OverflowError):  # outside the years 1 to 9999
        # "tomorrow" on the last day of the calendar: it was said, and has no place
        nowhere = Situation(None, situation.text, situation.sentence, language=situation.language)
        return _KINDS[item.kind](item, nowhere) if item.kind in ("shift", "ago", "weekday") else None
