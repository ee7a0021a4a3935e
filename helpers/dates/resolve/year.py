"""The year of a date that names none.

The year comes from the first of these that fits:

0. a step beside it from the date before: "Aug. 11, 2024 … 18 days later, on Aug. 29"; the same day of a month named
   with its year before;
1. a date of the same sentence whose year the text gives, unless that is only what something is compared with
   ("from 5 in June 2023"), or the very same month, which is then meant of another year, or is long before a day
   of the last weeks ("removed on Jan. 14, 2021, and held on Sept. 9", published that September);
2. a date of an earlier sentence of the paragraph, whose story goes on: the date follows within about three
   months, the last such date before the publication is older than six weeks, and it lies in an earlier
   calendar year than the publication (news leaves out the year of the current year) or the story is two years
   older or more;
3. the publication: the last such date up to that day, or the next one where the clause looks ahead
(`helpers.dates.resolve.tense`); where a weekday is printed with it that only fits the other of the two, or a year of which
the article tells, that one; 4. without a publication, that of the nearest day which the article gives in full, if it names no later year.

>>> from helpers.dates.resolve.calendar import month_reading
>>> situation = Situation((date(2025, 2, 1), date(2025, 2, 1)), "")
>>> with_year(lambda year: month_reading(year, 3), Expression(0, 5, "month", month=3), situation).value
'2024-03'
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import DAY, Reading
from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.still_to_come import is_put_off, lasts_until, runs_until
from helpers.dates.resolve.story import delta_of
from helpers.dates.resolve.tense import goes_on, tense_of
from helpers.dates.words import MEASURE, NUMBER, UNIT_WORD, Expression, count_of, unit_of

# "opens on 15 December", published in November, is the coming one
SOON, LONG_AGO = timedelta(days=90), timedelta(days=240)
MOST_STEPS = 400  # of days, weeks, months or years
NEXT_IN_STORY, NEWS, YEARS_BACK = timedelta(days=100), timedelta(days=45), timedelta(days=700)
FORESEEN = timedelta(days=200)  # a day that is told farther ahead has its year printed with it

_YEAR, _DECADE = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\b((?:19|20)\d0)s\b")
_YEARS_AGO = re.compile(rf"(?i)\b({NUMBER})\syears?\s(?:ago|earlier|before)\b")
_LAST_YEAR = re.compile(r"(?i)\b(?:last|previous|past)\syear\b")
_UNITS = rf"(?P<number>{NUMBER})(?:-|\s){MEASURE}{UNIT_WORD}\s(?P<way>later|earlier|afterwards?|before(?=,))"
_STEP_BEFORE = re.compile(rf"(?i)(?:^|(?<=[\s“\"(]))(?:{_UNITS}),?\s(?:(?:on|in)\s)?$")  # "18 days later, on"
_STEP_BEHIND = re.compile(
    rf"(?i),\s(?:(?:just|only|some|about|around|nearly|almost|barely|roughly)\s)?(?:{_UNITS})\b(?!\sthan)"
)


def attempt(make: Callable[[int], Reading], year: int) -> Reading | None:
    """The reading for a year; None where the calendar has no such day."""
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None


def with_year(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """Finds the year of an expression that may name none. `make` gives the reading for a year."""
    if item.year is not None:
        return with_source("text", attempt(make, item.year))
    if item.unit == "Y":  # "June last year", "March of that year"
        base = situation.last if item.anchor == "context" else None
        base_year = base.begin.year if base else situation.published[1].year if situation.published else None
        found = attempt(make, base_year + int(item.number)) if base_year else None
        if base and not item.number and base.finish and base.finish.year > base_year:
            later = attempt(
                make, base.finish.year
            )  # "between March 2021 and July 2022 ... on the 14th of that July"
            found = later if later and later.begin <= base.finish else found
        return with_source("context" if base else "publication", found)
    if item.unit == "M" and item.anchor == "context" and (last := situation.last) and last.finish:
        if item.number > 0:  # "her son was born the following March"
            return with_source("context", _earliest(make, last.finish + DAY))
        return with_source("context", _latest(make, last.begin - DAY))
    if not item.unit and (found := _in_full(make, item, situation) or _by_step(make, item, situation)):
        return with_source("context", found)
    for near, in_sentence in ((situation.year_here, True), (situation.year_before, False)):
        if near and not in_sentence and situation.latest_year and _is_history(near, situation):
            continue
        if near and not item.unit and (found := _near(make, near, item, situation, in_sentence)):
            return _on_weekday(make, found, item, situation)
    if situation.published:
        return with_source("publication", _by_publication(make, item, situation))
    # "last July": before a publication that nobody knows
    elsewhere = situation.year_elsewhere if item.unit != "M" else None
    return with_source("context", attempt(make, elsewhere)) if elsewhere else None


def with_source(source: str, reading: Reading | None) -> Reading | None:
    """A reading with the word for where its year comes from; None stays None."""
    return replace(reading, year_from=source) if reading else None


def with_others(reading: Reading, others: list[Reading | None], settled_by: str) -> Reading:
    """The reading with those it was preferred to, and what settled it."""
    values = dict.fromkeys(other.value for other in others if other and other.value != reading.value)
    return replace(reading, alternatives=tuple(values), settled_by=settled_by) if values else reading


def in_part(item: Expression, reading: Reading) -> Reading:
    """The reading with the part of the day that the expression names: "Friday morning"."""
    if not item.part or reading.precision != "day":
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{item.part}", precision="time of day")


def _in_full(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """The day as the article named it in full before; none with another weekday, or where the clause looks ahead."""
    year = situation.days.get((item.month, item.day)) if item.kind == "day" else None
    found = attempt(make, year) if year else None
    if not found or not _is_on(item, found):
        return None
    return None if _is_over(found, item, situation) else found


def _by_step(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """The date in the year that brings it nearest to where the step beside it leads from the date before, if it lies on
    that side of it: no year is nearer, however wrong the length may be."""
    text, last = situation.sentence, situation.last
    step = _STEP_BEFORE.search(text, max(0, item.start - 60), item.start) or _STEP_BEHIND.match(
        text, item.end
    )
    if not step or not last or not last.finish:
        return None
    number, unit = count_of(step["number"]), unit_of(step["unit"])
    if unit not in ("D", "W", "2W", "M", "Y") or number != int(number) or number > MOST_STEPS:
        return None
    way = -1 if step["way"].lower() in ("earlier", "before") else 1
    place = last.begin + delta_of(unit, way * int(number))
    dated = [found for year in (place.year - 1, place.year, place.year + 1) if (found := attempt(make, year))]
    found = min(dated, key=lambda one: abs(one.begin - place), default=None)
    return found if found and (found.begin - last.begin).days * way >= 0 else None


def _near(
    make: Callable[[int], Reading], near: Reading, item: Expression, situation: Situation, in_sentence: bool
) -> Reading | None:
    """The date in the year of a neighbour whose year the text gives, if it follows closely enough to be the
    same story."""
    if near.begin.year != near.finish.year:
        return None
    found, sentence, at = attempt(make, near.begin.year), situation.sentence, item.start
    if found and found.finish < near.begin and near.precision != "year":
        later = attempt(make, near.begin.year + 1)
        reaches = in_sentence and (lasts_until(sentence, at) or _is_next_step(item, later, situation))
        found = later if later and (reaches or (later.begin - near.finish).days < 120) else found
    if not found:
        return None
    if in_sentence and found.begin > near.begin and (lasts_until(sentence, at) or is_put_off(sentence, at)):
        return found
    if _is_over(found, item, situation) or (in_sentence and _is_news(make, found, near, situation)):
        return None
    if in_sentence:
        return None if near.precision == found.precision == "month" and found.begin == near.begin else found
    if situation.published:
        today = situation.published[1]
        recent = _latest(make, today)
        follows = near.finish < found.begin <= near.begin + NEXT_IN_STORY or near.precision == "year"
        if not follows or recent is None or today - recent.begin <= NEWS:
            return None
        if recent.begin.year == today.year and (
            recent.begin - found.begin < YEARS_BACK or near.precision == "year"
        ):
            return None
    return found


def _is_history(near: Reading, situation: Situation) -> bool:
    """Whether an undated text may only look back to a month, or to a year that is not the latest that it names."""
    return near.precision == "month" or near.begin.year != situation.latest_year


def _is_next_step(item: Expression, later: Reading | None, situation: Situation) -> bool:
    """Whether a sentence goes on from the date before to the next thing that happened, and that is past."""
    before = [one.end for one in situation.beside if one.end <= item.start]
    past = later and not (situation.published and later.begin > situation.published[1])
    return bool(before and past) and goes_on(situation.sentence, max(before), item.start)


def _is_over(found: Reading, item: Expression, situation: Situation) -> bool:
    """Whether a date is past by the day of publication while its clause looks ahead: "arrested in June 2024,
    he will be tried in May"."""
    gone = situation.published and found.finish < situation.published[0]
    return bool(gone) and tense_of(item, situation) == "future"


def _is_news(make: Callable[[int], Reading], found: Reading, near: Reading, situation: Situation) -> bool:
    """Whether a date is one of the weeks before the publication and no part of an old story that its sentence tells:
    "removed on Jan. 14, 2021, and taken into custody on Sept. 9", published that September."""
    if not situation.published or found.precision != "day" or near.precision != "day":
        return False
    today = situation.published[1]
    recent = _latest(make, today)
    fresh = recent is not None and today - recent.finish <= NEWS and recent.begin.year == today.year
    return fresh and near.begin.year < today.year and found.begin - near.finish > NEXT_IN_STORY


def _latest(make: Callable[[int], Reading], day: date) -> Reading | None:
    return next(
        (r for year in range(day.year, day.year - 5, -1) if (r := attempt(make, year)) and r.begin <= day),
        None,
    )


def _earliest(make: Callable[[int], Reading], day: date) -> Reading | None:
    return next(
        (r for year in range(day.year, day.year + 5) if (r := attempt(make, year)) and r.finish >= day), None
    )


def _by_publication(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    first, last = situation.published
    if item.unit == "M" and item.number:  # "last March", "next March"
        return _last_or_next(make, item, situation)
    if item.unit in ("latest", "next"):  # "el pasado 3 de junio"
        return _latest(make, last) if item.unit == "latest" else _earliest(make, first)
    if item.unit == "this":
        return attempt(make, last.year)
    found, coming = _latest(make, last), _earliest(make, first)
    clause, gone = tense_of(item, situation), found
    reach = 2 if runs_until(situation.sentence, item.start) else 1
    if coming and (not found or _is_coming(clause, found, coming, situation.published, reach)):
        found = coming
    if gone and coming and gone.value != coming.value:
        found = with_others(found, [gone, coming], "tense" if clause else "publication")
    if found and not _is_on(item, found):
        fitting = _in_year_told(make, item, situation)
        near = [one for one in (coming, gone) if one and _is_on(item, one)]
        near = [one for one in near if one is gone or one.begin - last < FORESEEN]
        if (
            coming
            and found.value == coming.value
            and clause in ("future", "timetable")
            and gone
            and coming.begin - last < SOON
        ):
            near = []  # "begins on Tuesday, June 6" is told of no day of a year ago
        if coming and found.value == coming.value and clause in ("future", "timetable"):
            fitting = fitting if fitting and fitting.begin >= first else None
        if not near and coming and gone and 4 * (coming.begin - last) < first - gone.finish:
            found = coming  # whatever the tense: with its weekday a day is seldom told of that is so much farther away
        return next((one for one in (*near, fitting) if one), found)
    return found


def _on_weekday(
    make: Callable[[int], Reading], found: Reading, item: Expression, situation: Situation
) -> Reading:
    """The date in the year of its neighbour, or in that which follows from the publication, if only that one is on the weekday
    that is printed with it."""
    if situation.published and not _is_on(item, found):
        latest = _by_publication(make, item, situation)
        if latest and _is_on(item, latest):
            return with_source("publication", latest)
    return with_source("context", found)


def _is_on(item: Expression, found: Reading) -> bool:
    """Whether a day is on the weekday that is printed with it, if one is."""
    return item.weekday is None or found.begin.weekday() == item.weekday


def _in_year_told(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """The date in that year of which the article tells where it is on the weekday printed with it; the latest of them."""
    today = situation.published[1]
    told = {int(year) for year in _YEAR.findall(situation.text)}
    told |= {int(decade) + n for decade in _DECADE.findall(situation.text) for n in range(10)}
    told |= {today.year - int(count_of(number)) for number in _YEARS_AGO.findall(situation.text)}
    told |= {today.year - 1} if _LAST_YEAR.search(situation.text) else set()
    dated = (attempt(make, year) for year in sorted(told, reverse=True) if 0 < year <= today.year + 1)
    return next((one for one in dated if one and _is_on(item, one)), None)


def _last_or_next(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """ "last February": the last one before this month; beside a February of its own, the one before that."""
    first_day = situation.published[1].replace(day=1)
    if item.number > 0:
        return _earliest(make, first_day + relativedelta(day=31) + DAY)
    found = _latest(make, first_day - DAY)
    if found and item.month and (found.begin.year, item.month) in situation.months:
        return with_others(attempt(make, found.begin.year - 1) or found, [found], "other dates")
    return found


def _is_coming(clause: str, gone: Reading, coming: Reading, days: tuple[date, date], reach: int) -> bool:
    """Whether the next such date is meant and not the last one; in doubt the nearer one (or one twice as far, to which
    something reaches: "would be done by December", told in June), or one of the next weeks in the present tense."""
    first, last = days
    if clause in ("prospect", "intention"):
        return coming.begin - last < reach * (first - gone.finish)
    soon = first <= coming.begin <= last + SOON and gone.begin <= last - LONG_AGO
    likely = clause in ("present", "timetable") or not clause and gone.precision in ("day", "range")
    planned = clause == "timetable" and gone.precision == "month" and last - gone.finish > NEWS
    return clause == "future" or planned or likely and soon
