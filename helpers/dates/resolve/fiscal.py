"""What fiscal, school and split years mean: those of the country or the state that the text names.

>>> resolve_split_year(Expression(0, 7, "split year", 2021, last_day=2022), Situation(None, "")).value
'2021/2022'
"""

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.dates.resolve.calendar import DAY, Reading, fiscal_reading
from helpers.dates.resolve.context import Situation, country_of
from helpers.dates.resolve.fiscal_country import fiscal_country, speaks_of_fiscal_years, state_year
from helpers.dates.words import Expression

__all__ = ["resolve_fiscal", "resolve_fiscal_years", "resolve_split_year"]


_SCHOOL_YEAR = {"first_month": "9"}  # a year written as two begins in the autumn of the first


def resolve_fiscal(item: Expression, situation: Situation) -> Reading:
    """A fiscal or school year, or several: those of the country, or of the state for "state fiscal year 2021"."""
    if item.unit == "school":
        label = f"{item.year}/{item.last_day}"
        return replace(fiscal_reading(item.year, label, _SCHOOL_YEAR), year_from="text")
    financial = "financial" in situation.sentence[item.start : item.end].lower()
    country = (
        fiscal_country(situation, but="US" if financial else "")
        if item.unit != "state"
        else state_year(situation)
    )
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


def resolve_split_year(item: Expression, situation: Situation) -> Reading:
    """ "2021-22" alone is a fiscal year where the country writes them so, otherwise two years."""
    country = country_of(situation)
    usual = country and country["country"] != "US" and item.year >= 1990
    if country and country["first_month"] != "1" and (usual or speaks_of_fiscal_years(situation.text)):
        return resolve_fiscal(replace(item, unit="split"), situation)
    return Reading(
        f"{item.year}/{item.last_day}", "range", date(item.year, 1, 1), date(item.last_day, 12, 31), "text"
    )


def resolve_fiscal_years(item: Expression, situation: Situation) -> Reading | None:
    """ "the three fiscal years" of a text that has told of a range of just so many years."""
    for stretch in reversed(situation.ranges):
        if stretch.begin + relativedelta(years=int(item.number)) == stretch.finish + DAY:
            return replace(stretch, year_from="context", mod="")
    return None
