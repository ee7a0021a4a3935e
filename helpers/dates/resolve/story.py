"""What an expression means that goes on from the day that the story has reached: two days later, the next four
days, on the 21st.

The story is the last dated event that is neither still to come nor only looked back to
(`helpers.dates.resolve.context.Situation`). Without one that is as precise as the expression, such words are
lengths, and `helpers.dates.read` reads them as that.

>>> day = Reading("2023-03-09", "day", date(2023, 3, 9), date(2023, 3, 9))
>>> later = Expression(0, 14, "later", unit="D", number=2)
>>> resolve_later(later, Situation(None, "", story=day)).value
'2023-03-11'
"""

import re
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import (
    DAY,
    Reading,
    day_reading,
    decade_reading,
    month_reading,
    week_reading,
    year_reading,
)
from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.tense import tense_of
from helpers.dates.words import Expression, english_words, one_of

_DELTA = {
    "D": ("days", 1),
    "W": ("weeks", 1),
    "2W": ("weeks", 2),
    "M": ("months", 1),
    "Q": ("months", 3),
    "Y": ("years", 1),
    "10Y": ("years", 10),
    "100Y": ("years", 100),
}
# days: a sentence about a day longer ago than that counts from it, and not from the publication
OLD_NEWS = 60
# what a unit can be counted from: days from a day, years from nearly anything
_FROM = {
    "D": ("day", "time of day"),
    "W": ("day", "time of day", "week", "weekend"),
    "M": ("day", "time of day", "week", "weekend", "month"),
    "Y": ("day", "time of day", "week", "weekend", "month", "year"),
    "10Y": ("day", "month", "year", "decade"),
}


def delta_of(unit: str, number: int) -> relativedelta:
    """So many units of the calendar."""
    name, factor = _DELTA[unit]
    return relativedelta(**{name: factor * number})


def _story(item: Expression, situation: Situation) -> Reading | None:
    told = situation.story
    return told if told and told.finish and told.precision in _FROM[item.unit] else None


def resolve_later(item: Expression, situation: Situation) -> Reading | None:
    """A day where days or weeks are counted from a day, otherwise the month or year around it; None where the
    story has no such date."""
    told = _story(item, situation)
    if not told or tense_of(item, situation) == "future":
        return None
    day = told.begin + delta_of(item.unit, item.number)
    if situation.published and day > situation.published[1]:
        return None
    if item.unit == "D" or item.unit == "W" and told.begin == told.finish:
        found = day_reading(day)
    elif item.unit == "W":
        found = week_reading(day)
    elif item.unit == "M":
        found = month_reading(day.year, day.month)
    elif told.precision == "decade":
        found = decade_reading(day.year // 10 * 10)
    else:
        found = year_reading(day.year)
    return replace(found, year_from="context")


def resolve_before(item: Expression, situation: Situation) -> Reading | None:
    """ "the previous 18 months" behind a stretch of just that length: those before it."""
    told = situation.stretch
    length = delta_of(item.unit, int(item.number))
    if not told or not told.finish or told.begin + length != told.finish + DAY:
        return None
    begin, finish = told.begin - length, told.begin - DAY
    return Reading(f"{begin}/{finish}", "range", begin, finish, "context")


def resolve_following(item: Expression, situation: Situation) -> Reading | None:
    """The days from the one after the story's on; None where the clause is not about the past. "The past four
    months" run up to the publication."""
    if item.number < 0:
        return up_to_publication(item, situation)
    told = _story(item, situation)
    if not told or tense_of(item, situation) != "past":
        return None
    begin, finish = told.finish + DAY, told.finish + delta_of(item.unit, item.number)
    if situation.published and finish > situation.published[1]:
        return None
    return Reading(f"{begin}/{finish}", "range", begin, finish, "context")


# the clause speaks of a time before the one it is told at: "had arrested 40", "by then"
_PARTICIPLE = rf"(?:[a-z]{{2,15}}ed|been|become|seen|taken|come|gone|given|grown|fallen|risen|done|begun|{one_of(english_words('either'))})"
_EARLIER = re.compile(
    rf"\bhad\s(?:(?:not|never|also|already|only|just|[a-z]{{2,12}}ly)\s)?{_PARTICIPLE}\b"
    r"|\b(?:[Bb]y|[Uu]ntil|[Uu]p\sto|[Aa]t)\s(?:then|(?:that|the)\stime|that\s(?:point|date))\b"
)


def _told_beside(item: Expression, situation: Situation) -> Reading | None:
    """The length of an item as the stretch between two months or years of its sentence that lie so far apart: "over the
    past 12 months it grew, from 40 in August 2023 to 52 in August 2024"."""
    size = {"month": 1, "year": 12}
    ends = [end for one in situation.beside for end in (one, one.inner, one.until) if end and end.year]
    ends = [(one.kind, one.year * 12 + (one.month or 1) - 1) for one in ends if one.kind in size]
    months = {"M": 1, "Y": 12, "10Y": 120}.get(item.unit, 0) * -int(item.number)
    for kind, last in ends:
        if months and (kind, last - months) in ends and months % size[kind] == 0:
            begin = date(1, 1, 1) + relativedelta(months=last - months + size[kind] - 12)
            finish = begin + relativedelta(months=months) - DAY
            return Reading(item.inner.value, "duration", begin, finish, "text", type="DURATION")
    return None


def up_to_publication(item: Expression, situation: Situation) -> Reading | None:
    """The length of an item as the stretch that ends on the day of publication; None where that day is not known, or
    the sentence is about another time."""
    if told := _told_beside(item, situation):
        return told
    today, near = situation.today, situation.day_here or situation.year_here
    elsewhere = near and today and near.finish and (today - near.finish).days > OLD_NEWS
    around = max(0, item.start - 80), item.end + 80
    if not today or elsewhere or _EARLIER.search(situation.sentence, *around):
        return None
    begin = today + delta_of(item.unit, int(item.number))
    return Reading(item.inner.value, "duration", begin, today, "publication", type="DURATION")


def resolve_nth(item: Expression, situation: Situation) -> Reading | None:
    """The day of the month that the paragraph speaks of; otherwise the last such day before the publication, or
    the next one where the clause looks ahead."""
    near = situation.day_here or situation.year_before or situation.year_here
    ahead = tense_of(item, situation) in ("future", "prospect", "intention", "timetable", "present")
    if (
        near
        and near.precision in ("day", "month", "time of day")
        and not (ahead and _is_over(near, situation))
    ):
        first = near.begin.replace(day=1)
        found = _such_day(first, item.day, near.begin, 1)
        return replace(day_reading(found), year_from="context") if found else None
    today = situation.today
    if not today:
        return Reading("XXXX-XX-XX", "day")
    found = _such_day(today.replace(day=1), item.day, today, 1 if ahead else -1)
    return replace(day_reading(found), year_from="publication") if found else None


def _is_over(near: Reading, situation: Situation) -> bool:
    return bool(situation.today) and (situation.today - near.begin).days > 60


def _such_day(first: date, number: int, bound: date, step: int) -> date | None:
    """The nearest day with this number on or after a day, or on or before it where the step is -1."""
    for month in range(13):
        begin = first + relativedelta(months=step * month)
        day = begin + DAY * (number - 1)
        if day.month == begin.month and (day >= bound if step > 0 else day <= bound):
            return day
    return None
