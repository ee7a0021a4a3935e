"""The day an article was published, as its source writes it: 2024-03-05, March 5, 2024, 25.03.2024, Tue, 05 Mar
2024 10:00:00 GMT. What may be two days is left empty and said, never guessed."""

import re
from datetime import date, datetime

from dateutil import parser as dateutil_parser

from helpers.archive.document import words_of
from helpers.texts import date_range

__all__ = ["day_published"]

_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].{0,40})?")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b.{0,20}")


def day_published(value: object) -> tuple[str, str]:
    """A date as sources write it, as ISO day, month or year, and a line of warning if it cannot be read for
    certain.

    >>> day_published("March 5, 2024"), day_published("2024-03-05T10:00:00Z"), day_published("March 2024")
    (('2024-03-05', ''), ('2024-03-05', ''), ('2024-03', ''))
    >>> day_published("03/04/2024")
    ('', 'published is “03/04/2024”, which may be 3 April or 4 March: left empty')
    """
    if isinstance(value, date) and value == value:  # pandas' own nothing is a date that is unequal to itself
        return value.isoformat()[:10], ""
    text = words_of(value)[:80]
    if not text or text.lower() in ("nan", "nat", "none", "null", "unknown"):
        return "", ""
    if date_range(text):
        return text, ""
    unread = "", f"published is “{text}”, which is no date that can be read: left empty"
    if match := _ISO_DAY.fullmatch(text):
        return (match[1], "") if date_range(match[1]) else unread
    if match := _FIGURES.fullmatch(text):
        return _in_figures(text, int(match[1]), int(match[3]), int(match[4])) or unread
    if not any(map(str.isalpha, text)):
        return unread
    return _in_words(text) or unread


def _in_figures(text: str, first: int, second: int, year: int) -> tuple[str, str] | None:
    """3/25/2024 and 25/3/2024 can be read, 3/4/2024 cannot."""
    readings = []
    for day, month in {(first, second), (second, first)}:
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    if len(readings) == 1:
        return readings[0].isoformat(), ""
    if not readings:
        return None
    one, other = sorted(readings, key=lambda day: day.day)
    return "", f"published is “{text}”, which may be {one.day} {one:%B} or {other.day} {other:%B}: left empty"


def _in_words(text: str) -> tuple[str, str] | None:
    """A date with the name of its month. What two readings with other defaults do not share is not said."""
    try:
        one, other = (
            dateutil_parser.parse(text, default=datetime(*day)) for day in ((2000, 1, 1), (2001, 2, 2))
        )
    except (ValueError, OverflowError):
        return None
    if one.year != other.year or one.month != other.month:
        return None
    return (f"{one:%Y-%m}" if one.day != other.day else f"{one:%Y-%m-%d}"), ""
