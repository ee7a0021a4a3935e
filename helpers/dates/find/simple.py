"""What may stand inside another expression: the readers of expressions that hold none.

See `helpers.dates.find.points` for what a reader is.

>>> [item.kind for item in read_first("March 2024", 0, SIMPLE)]
['month']
"""

import re
from collections.abc import Callable

from helpers.dates.find.fiscal import read_fiscal, read_fiscal_shift, read_named_quarter, read_quarter
from helpers.dates.find.lengths import read_relative_units
from helpers.dates.find.months import read_month_alone
from helpers.dates.find.numeric import read_iso, read_numeric, read_weekday_in_figures
from helpers.dates.find.periods import (
    read_century,
    read_decade,
    read_holiday,
    read_season_year,
    read_short_decade,
    read_split_year,
)
from helpers.dates.find.points import (
    read_day_month,
    read_month_day,
    read_month_year,
    read_ordinal_day,
    read_weekday,
)
from helpers.dates.find.relative import (
    read_ago,
    read_shift,
    read_today,
    read_year_before,
)
from helpers.dates.find.repeated import read_same_period
from helpers.dates.find.years import read_nested_year
from helpers.dates.words import (
    SHIFT_UNITS,
    Expression,
)

Reader = Callable[[str, int], list[Expression]]


# What may stand inside another expression. The depth is bounded: the simple ones hold nothing.
SIMPLE = (
    read_holiday,
    read_month_day,
    read_day_month,
    read_month_year,
    read_month_alone,
    read_iso,
    read_numeric,
    read_weekday_in_figures,
    read_weekday,
    read_year_before,
    read_decade,
    read_short_decade,
    read_century,
    read_fiscal,
    read_quarter,
    read_named_quarter,
    read_split_year,
    read_nested_year,
    read_season_year,
    read_fiscal_shift,
    read_same_period,
    read_relative_units,
    read_shift,
    read_today,
    read_ago,
    read_ordinal_day,
)


def read_first(text: str, at: int, readers: tuple[Reader, ...]) -> list[Expression]:
    """What the first of the readers finds that finds something at a place; empty if none does."""
    for reader in readers:
        if items := reader(text, at):
            return items
    return []


_THE_YEAR = re.compile(
    r"(?i:the\s(?P<unit>year|quarter|decade|century|week|month)\b(?!\s(?:to|end|through|19|20)))"
)


def read_the_unit(text: str, at: int) -> list[Expression]:
    """ "the year" inside another expression is the current one."""
    match = _THE_YEAR.match(text, at) or re.compile(
        r"(?i:(?P<unit>year|month|week|quarter|decade|century)\b)"
    ).match(text, at)
    if not match:
        return []
    return [Expression(at, match.end(), "shift", unit=SHIFT_UNITS[match["unit"].lower()])]
