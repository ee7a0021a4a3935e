"""Temporal expressions of an article as TIMEX3, put on the calendar where the text supports it.

`find` reads where an expression stands and what it says, `resolve` what it means on the calendar, `publication` from
which day a text without catalogue counts, `read` makes the rows, `length` tells how long a TIMEX3 duration is. A language is a folder of `helpers/data/dates/`. Numbers that count something belong to `helpers.quantities`, the order of events to
`helpers.checks`.
"""

from helpers.dates.impossible import impossible_days
from helpers.dates.length import Length, length_of
from helpers.dates.publication import is_dated, published_at_head
from helpers.dates.read import DateRow, read_dates

__all__ = ["DateRow", "Length", "impossible_days", "is_dated", "length_of", "published_at_head", "read_dates"]
