"""What an expression means that counts from somewhere: this week, last year, three days ago.

The conventions are those of `helpers.dates.resolve.meaning`.

>>> day = date(2024, 3, 15)
>>> resolve_shift(Expression(0, 9, "shift", unit="W", number=-1), Situation((day, day), "")).value
'2024-W10'
"""

import re
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
    month_reading,
    quarter_reading,
    week_reading,
    weekend_reading,
    year_reading,
    years_away,
)
from helpers.dates.resolve.context import (
    Situation,
    is_compared,
)
from helpers.dates.resolve.fiscal_country import fiscal_country
from helpers.dates.resolve.story import up_to_publication
from helpers.dates.resolve.tense import tense_of
from helpers.dates.resolve.year import in_part, with_others, with_source
from helpers.dates.words import Expression


def _resolve_latest_year(item: Expression, situation: Situation) -> Reading:
    """ "in the last year": the twelve months that the text speaks of, otherwise those up to the publication."""
    length = Reading("P1Y", "duration", type="DURATION")
    if not situation.twelve_months:
        whole = replace(item, unit="Y", number=-1, inner=item)
        return up_to_publication(whole, situation) or length
    found = replace(situation.twelve_months, year_from="context", mod="")
    return with_others(found, [length], "other dates")


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
        country = fiscal_country(situation)
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


# "12-14 July: bail is set; the day after": a range of so many days has a next one, a month or a year has none
_LONGEST_RANGE = 31


def _goes_on(item: Expression, situation: Situation) -> bool:
    """Whether "the next week" is that of a story: with its article, in a clause about the past."""
    if item.number != 1 or item.unit not in ("W", "M", "Y") or not situation.story:
        return False
    article = situation.sentence[item.start : item.start + 9].lower() == "the next "
    return article and tense_of(item, situation) == "past"


def _year_beside(item: Expression, situation: Situation) -> Reading | None:
    """ "the previous year" of twelve months that are no calendar year, which a comparison goes back to over other dates:
    "in the year to June ... since 1981. It fell compared with the previous year"."""
    last = situation.last
    compared = item.number == -1 and is_compared(situation.sentence, item.start)
    if compared and situation.twelve_months and not situation.year_here:
        last = situation.twelve_months
    if item.unit != "Y" or not item.number or not last or last.precision == "year":
        return None
    return years_away(last, int(item.number)) if 363 < (last.finish - last.begin).days < 368 else None


def _running_year(item: Expression, situation: Situation) -> Reading | None:
    """ "the current year" of results: the twelve months behind "the year ended March 31", on which the publication falls."""
    past, today = situation.twelve_months, situation.published[1] if situation.published else None
    said = situation.sentence[item.start : item.end].lower().endswith("current year")
    if item.unit != "Y" or item.number or not said or not past or not today or past.finish >= today:
        return None
    year = years_away(past, 1)
    calendar = past.begin.month == past.begin.day == 1
    return replace(year, year_from="context") if year.finish >= today and not calendar else None


def _in_story(item: Expression, situation: Situation, unknown: Reading) -> Reading | None:
    """What a unit counted from the last date of the text means; None if there is none to count it from."""
    last = situation.last
    if _is_of_another_story(item, situation):
        return unknown
    if item.unit == "D" and tense_of(item, situation) not in ("future", "prospect"):
        last = situation.story or last
    if year := _year_beside(item, situation):
        return year
    longest = _LONGEST_RANGE if last and last.precision == "range" else 0
    if last and (item.unit != "D" or (last.finish - last.begin).days <= longest):
        found = _shifted(item, last.finish if item.number > 0 else last.begin, situation)
        return in_part(item, replace(found, year_from="context"))
    return unknown if item.unit == "D" else None


def _is_of_another_story(item: Expression, situation: Situation) -> bool:
    """Whether "that night" is a speaker's, who may mean any of the days that the text told before: of different months,
    none in the sentence."""
    that = situation.sentence[item.start : item.start + 5].lower() == "that "
    if item.unit != "D" or not that or situation.day_here or len(situation.months) < 2:
        return False
    before = situation.sentence[: item.start]
    if situation.spoken_from is not None and not re.search('["”]', before):
        return situation.told_at < situation.spoken_from
    return (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 and situation.spoken_from is None
    )


def resolve_shift(item: Expression, situation: Situation) -> Reading | None:
    """What "this", "last" and "next" with a unit mean, counted from where the item's anchor says; None if
    nothing."""
    if item.unit == "last Y":
        return _resolve_latest_year(item, situation)
    if item.unit == "the Q":
        if not item.number and situation.quarter or not situation.published:
            return with_source("context", situation.quarter)
        told = item.number or tense_of(item, situation) == "past"  # results are told once a quarter is over
        return resolve_shift(replace(item, unit="Q", number=-1), situation) if told else None
    if item.unit == "latest WE" and tense_of(item, situation) == "future":
        item = replace(item, unit="WE")
    if running := _running_year(item, situation):
        return running
    unknown = in_part(item, Reading(_UNKNOWN[item.unit], _PRECISION[item.unit]))
    if _goes_on(item, situation):
        item = replace(item, anchor="context")
    if item.anchor == "context" and (told := _in_story(item, situation, unknown)):
        return told
    if situation.entry and item.unit == "D":
        return in_part(item, replace(_shifted(item, situation.entry, situation), year_from="context"))
    if not situation.published:
        return unknown
    first, last = (_shifted(item, day, situation) for day in situation.published)
    return in_part(item, replace(first, year_from="publication", mod=item.mod)) if first == last else unknown


_AROUND = {
    "day": day_reading,
    "week": week_reading,
    "month": lambda day: month_reading(day.year, day.month),
    "year": lambda day: year_reading(day.year),
    "quarter": lambda day: quarter_reading(day.year, (day.month + 2) // 3),
    "half year": lambda day: half_reading(day.year, 1 + (day.month > 6)),
}


def _resolve_sum_ago(item: Expression, situation: Situation) -> Reading:
    """ "two months and five days ago": to the day."""
    parts = {
        _DELTA[unit]: int(item.number) * int(number)
        for number, unit in re.findall(r"(\d+)([YMWD])", item.value)
    }
    last = situation.last if item.anchor == "context" else None
    day = last.begin if last and last.begin == last.finish else situation.today if not last else None
    if not day:
        return Reading("XXXX-XX-XX", "day")
    source = "context" if last else "publication"
    return replace(day_reading(day + relativedelta(**parts)), year_from=source)


_DELTA = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


def resolve_month_day(item: Expression, situation: Situation) -> Reading:
    """ "el pasado día 12": the last such day of a month, or the next one."""
    today = situation.today
    months = range(0, -13, -1) if item.number < 0 else range(13)
    for number in months if today else ():
        first = today.replace(day=1) + relativedelta(months=number)
        day = first + DAY * (item.day - 1)
        if day.month == first.month and (day <= today if item.number < 0 else day >= today):
            return replace(day_reading(day), year_from="publication")
    return Reading("XXXX-XX-XX", "day")


_RESULT = re.compile(
    r",?\s(?:it|they|(?:the|its)\s[a-z]{2,15}|[A-Z][\w.&’' -]{1,40}?)\s(?:had\s)?(?:earned|lost|reported|posted|recorded|booked|netted)\b"
)


def _tells_results(item: Expression, situation: Situation) -> bool:
    """Whether "a year ago" is the same month or quarter of that year: what a figure is compared with, or whose result is
    told ("A year ago, it lost $4 million")."""
    opens = not situation.sentence[: item.start].strip(' “"')
    result = opens and _RESULT.match(situation.sentence, item.end)
    return bool(result) or is_compared(situation.sentence, item.start)


def resolve_ago(item: Expression, situation: Situation) -> Reading:
    """What "three days ago", "two weeks earlier" means, counted from where the item's anchor says."""
    if item.value:
        return _resolve_sum_ago(item, situation)
    told = situation.last
    told = told if told and told.precision in ("month", "half year") else situation.quarter
    if told and item.unit == "Y" and item.number == -1 and _tells_results(item, situation):
        return years_away(told, -1)  # "up from $3m a year ago", of a month or quarter
    count = int(item.number) * (int(item.unit[:-1]) if item.unit[0].isdigit() else 1)
    unit = item.unit[-1]
    delta = relativedelta(**{_DELTA[unit]: count})
    last = situation.last
    if unit in "DW" and last and (last.finish - last.begin).days > _LONGEST_RANGE:
        last = situation.day_told or last  # days are counted from a day, not from "the 2010s"
    if item.anchor == "context" and last and last.begin:
        begin = last.begin + delta
        precision = last.precision.removeprefix("part of ")
        begin = date(last.begin.year, 1, 1) + delta if last.precision == "part of year" else begin
        whole = _AROUND.get(precision)
        if whole and not (unit != "Y" and precision == "year"):
            return replace(whole(begin), year_from="context", mod=item.mod)
        if unit == "Y" and ("fiscal" in last.precision or last.precision == "season"):
            return years_away(last, count)
        if last.precision == "range":
            finish = last.finish + delta
            return Reading(f"{begin}/{finish}", "range", begin, finish, "context")
    if item.anchor == "context" and (unit == "D" or last and last.begin) or not situation.published:
        return Reading(_UNKNOWN[unit], _PRECISION[unit], mod=item.mod)
    whole = _AROUND[_PRECISION[unit]]
    first, last = (whole(day + delta) for day in situation.published)
    return (
        replace(first, year_from="publication", mod=item.mod)
        if first == last
        else Reading(_UNKNOWN[unit], _PRECISION[unit])
    )
