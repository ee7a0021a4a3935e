"""What an expression means that repeats a stretch of the calendar in another year: the same period of 2023, the
year-ago quarter.

>>> same = Expression(0, 19, "same period", 2023, value="period")
>>> resolve_same_period(same, Situation(None, "", stretch=quarter_reading(2024, 3))).value
'2023-Q3'
"""

from dataclasses import replace

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import DAY, Reading, fiscal_reading, quarter_reading, years_away
from helpers.dates.resolve.context import Situation, country_of
from helpers.dates.words import Expression

__all__ = ["resolve_same_period"]


def resolve_same_period(item: Expression, situation: Situation) -> Reading | None:
    """The stretch that the text has told of last, in the year named or the year before; without dates where it has
    told of none."""
    last = situation.last
    if item.value == "quarter":
        last = situation.quarter or _last_quarter(situation)
    elif item.unit or item.value in ("period", "span", "timeframe", "half"):  # not "the same day last year"
        last = situation.stretch
    unknown = Reading(str(item.year or "XXXX"), "range")
    if not last or not last.finish:
        return unknown
    if item.unit and last.begin + relativedelta(months=int(item.number)) != last.finish + DAY:
        return unknown  # "the same nine months", and the last date is no nine months
    if item.anchor == "fiscal":
        return _in_fiscal_year(item, last, situation) or unknown
    return years_away(
        last, item.year - last.begin.year if item.year else -1, "text" if item.year else "context"
    )


def _in_fiscal_year(item: Expression, last: Reading, situation: Situation) -> Reading | None:
    """The same months of a fiscal year: "the same nine months of FY20" behind "October through June"."""
    country = country_of(situation)
    if not country:
        return None
    behind = int(country["named_after"] == "end" and country["first_month"] != "1")
    whole = fiscal_reading(item.year - behind, "", country)
    found = years_away(last, item.year - behind - last.begin.year, "text")
    if found.begin < whole.begin:
        found = years_away(last, item.year - behind + 1 - last.begin.year, "text")
    return found if whole.begin <= found.begin and found.finish <= whole.finish else None


def _last_quarter(situation: Situation) -> Reading | None:
    """The last quarter that was over by the day of publication: whose results are told."""
    if not situation.published:
        return None
    day = situation.published[1] - relativedelta(months=3)
    return replace(quarter_reading(day.year, (day.month + 2) // 3), year_from="publication")
