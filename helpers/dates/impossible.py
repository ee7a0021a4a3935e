"""Days that no calendar has: "April 31", "Feb. 29, 2025", "31/11/2024", "2025-02-30".

They are no dates, and so in no row; who counts the numbers of a text asks here where they stand.

>>> text = "It opened on April 31 and closed on Feb. 29, 2024, or on 30.02.2024."
>>> [text[start:end] for start, end in impossible_days(text)]
['April 31', '30.02.2024']
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from helpers.dates.find.numeric import FOREIGN_MONTHS, read_foreign_day, read_iso, read_numeric
from helpers.dates.find.plain import plain
from helpers.dates.find.points import read_day_month, read_month_day
from helpers.dates.find.simple import read_first
from helpers.dates.words import MONTHS, Expression, capitalised, one_of

__all__ = ["impossible_days"]

_LATE = r"(?:29|3[01])(?:st|th)?"
_MONTH = rf"(?:{capitalised(MONTHS)}|{one_of(FOREIGN_MONTHS)})"
_UP_TO = r"(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—]|to|and|through)\s?)?"
# where such a day can begin; only the last days of a month are in doubt
_CANDIDATE = re.compile(
    rf"(?<!\w){_MONTH}\.?\s(?:the\s)?{_UP_TO}{_LATE}(?!\w)|(?<!\w){_UP_TO}{_LATE}\s(?:of\s|de\s)?{_MONTH}(?!\w)"
    rf"|(?<!\w)\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?!\w)"
)
_READERS = (read_month_day, read_day_month, read_foreign_day, read_iso, read_numeric)


def impossible_days(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every day of a sentence that no calendar has, or not that of its year."""
    if not re.search("29|3[01]", text):
        return
    words = plain(text)
    for candidate in _CANDIDATE.finditer(words.text):
        for item in read_first(words.text, candidate.start(), _READERS):
            if not _exists(item):
                yield words.span(item.start, item.end)


def _exists(item: Expression) -> bool:
    """Whether a day, and the last one of several, is on the calendar: in its year, or without one in a leap year."""
    pairs = [(item.month, item.last_day or item.day)]
    if item.kind == "numeric":  # either number may be the month
        pairs.append((item.day, item.month))
    return any(month <= 12 and day <= monthrange(item.year or 2000, month)[1] for month, day in pairs)
