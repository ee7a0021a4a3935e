"""Readers of expressions that repeat a stretch of the calendar in another year: the same period of 2023, the
year-ago quarter.

See `helpers.dates.find.points` for what a reader is.

>>> [(item.kind, item.year, item.value) for item in read_same_period("same period of 2023", 0)]
[('same period', 2023, 'period')]
"""

import re
from dataclasses import replace

from helpers.dates.words import NUMBER, YEAR, Expression, count_of, full_year

_WHAT = rf"(?P<what>period|time|(?:(?P<count>{NUMBER})\s)?months?|weeks?|quarter|half(?!\sof\sthe)|stage|point|span|timeframe|day|date)"
_LAST_YEAR = (
    r"(?P<rel>last|the\sprevious|the\sprior|the\spreceding|a|one)\syear(?:\s(?:earlier|ago|before|prior))?"
)
_FISCAL_YEAR = r"(?P<fiscal>(?:FY|fiscal(?:\syear)?)\s?(?P<fiscal_year>\d{4}|\d\d)\b)"
_SAME_PERIOD = re.compile(
    rf"(?i:(?:same|corresponding|equivalent)\s{_WHAT}\s(?:(?:of|in|during)\s)?(?:{_LAST_YEAR}|{_FISCAL_YEAR}|{YEAR}))"
)
_YEAR_AGO = re.compile(
    rf"(?i:(?:the\s)?(?:(?:year|12-month)-(?:ago|earlier)|(?:prior|previous)-year)\s(?:(?:third|second|first|fourth)\s|(?P<count>{NUMBER})\s(?=months))?(?P<what>period|quarter|half|months?)\b)"
)
_YEAR_PERIOD = re.compile(rf"(?i:{YEAR}\s(?P<what>period|quarter)\b)")
_COMPARED = re.compile(r"(?i)\b(?:in|for|from|than|with|to|during|of|over|against|versus)\sthe\s$")


def read_year_ago(text: str, at: int) -> list[Expression]:
    """ "the year-ago quarter", "from $12 million in the 1988 period"."""
    match = _YEAR_AGO.match(text, at)
    if match:
        return [_repeated(at, match)]
    match = _YEAR_PERIOD.match(text, at)
    if not match or not _COMPARED.search(text, max(0, at - 16), at):
        return []
    return [Expression(at, match.end(), "same period", int(match["year"]), value=match["what"].lower())]


def read_same_period(text: str, at: int) -> list[Expression]:
    """Reads "the same period last year", "the same nine months of 2023" at a place."""
    match = _SAME_PERIOD.match(text, at)
    if not match:
        return []
    if match["fiscal"]:  # that of the year before the last one told, whichever months it has
        return [replace(_repeated(at, match, full_year(match["fiscal_year"])), anchor="fiscal")]
    return [_repeated(at, match, int(match["year"]) if match["year"] else None)]


def _repeated(at: int, match: re.Match, year: int | None = None) -> Expression:
    months = count_of(match["count"]) if match["count"] else 0
    unit, what = "M" if months else "", match["what"].lower()
    return Expression(at, match.end(), "same period", year, number=months, unit=unit, value=what)
