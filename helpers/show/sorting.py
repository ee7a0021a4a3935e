"""In which order the rows of a table stand once a reader sorts it by a column: days by the first of them, words for
which there is an order (`helpers/data/show/orders.csv`) by that, places and counts by their first number.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from html import unescape

from helpers.texts import word_list

__all__ = ["ranks"]

NOTHING = ("", "–")
FEWEST = 0.5  # of the cells that say something: so many must have a place in the order, and the others stand behind them
_TAG = re.compile(r"<[^>]*>")
_SIGN = re.compile(r"^[^\w“\"'(+−-]+(?=\S)")  # of a verdict, before its words
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?![\d–])")
_DAYS = re.compile(
    r"(?:(\d{1,2})(?:–\d{1,2})? )?([A-Z][a-z]{2,8}) (?:– \d{1,2} [A-Z][a-z]{2,8} )?(\d{4})(?!\d|,\d|–)"
)
_YEAR = re.compile(r"(\d{4})(?=$| \(|, )")  # a day only beside other days: alone it may count something
_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?:\.\d{1,12})?(?=$|[–%]| of )")


def ranks(values: Sequence) -> list[int] | None:
    """The rank of each cell of a column among those of its kind, from 0 on; those without a place come last.

    Args:
        values: The cells, in words or HTML.

    Returns:
        One rank a cell; None of a column that sorts well as it stands, as words or as numbers.

    >>> ranks(["12 August 2025", "3 January 2025", "11–22 March 2024", "unknown"]), ranks(["● corroborated", "✖ contradicted"])
    ([2, 1, 0, 3], [1, 0])
    >>> ranks(["1238–1293", "16–23"]), ranks(["Mexico", "Chile"]), ranks([3, 20])
    ([1, 0], None, None)
    """
    words = [
        _SIGN.sub("", unescape(_TAG.sub("", value)).strip()) if isinstance(value, str) else ""
        for value in values
    ]
    said = sum(word not in NOTHING for word in words)
    for keys in (_first_days(words), _in_an_order(words), _first_numbers(words)):
        known = sorted({key for key in keys if key is not None})
        if len(known) > 1 and sum(key is not None for key in keys) >= FEWEST * said:
            place = {key: rank for rank, key in enumerate(known)}
            return [place.get(key, len(known)) for key in keys]
    return None


def _first_days(words: Sequence[str]) -> list[date | None]:
    if not any(_ISO.match(word) or _DAYS.match(word) for word in words):
        return [None] * len(words)
    return [_first_day(word) for word in words]


def _first_day(words: str) -> date | None:
    """The first day of what begins like a day, a month, a year, or a range of them.

    >>> _first_day("21–31 October 2023 (3×)"), _first_day("1 October 2022 – 30 September 2023"), _first_day("30 May – 2 June 2024")
    (datetime.date(2023, 10, 21), datetime.date(2022, 10, 1), datetime.date(2024, 5, 30))
    >>> _first_day("March 2024, inferred"), _first_day("2025-08"), _first_day("2,024"), _first_day("1238–1293")
    (datetime.date(2024, 3, 1), datetime.date(2025, 8, 1), None, None)
    """
    if found := _ISO.match(words):
        year, month, day = found[1], int(found[2]), found[3]
    elif found := _DAYS.match(words):
        year, month, day = found[3], _months().get(found[2], 0), found[1]
    elif found := _YEAR.match(words):
        year, month, day = found[1], 1, 1
    else:
        return None
    try:
        return date(int(year), month, int(day or 1))
    except ValueError:  # there is no such day
        return None


@cache
def _orders() -> dict[str, dict[str, int]]:
    """Each order: word → place."""
    found: dict[str, dict[str, int]] = {}
    for row in word_list("show/orders"):
        own = found.setdefault(row["order"], {})
        own[row["word"]] = len(own)
    return found


def _months() -> dict[str, int]:
    return {name: place + 1 for name, place in _orders()["month"].items()}


def _in_an_order(words: Sequence[str]) -> list[int | None]:
    """The places of the words in the order to which most of them belong; what follows the word in a cell does not count."""
    found = ([_place(word, order) for word in words] for order in _orders().values())
    return max(found, key=lambda places: sum(place is not None for place in places))


def _place(words: str, order: dict[str, int]) -> int | None:
    fitting = [
        known for known in order if words == known or re.match(rf"{re.escape(known)}(?:[,;:]| \()", words)
    ]
    return order[max(fitting, key=len)] if fitting else None


def _first_numbers(words: Sequence[str]) -> list[float | None]:
    """The number with which each cell begins, if every cell that says something begins with one, and not all are one number
    alone, which sort well by themselves."""
    found = [_NUMBER.match(word) for word in words]
    if any(not one and word not in NOTHING for one, word in zip(found, words, strict=True)):
        return [None] * len(words)
    if all(not one or one[0] == word for one, word in zip(found, words, strict=True)) and "–" not in words:
        return [None] * len(words)
    return [float(one[0].replace(",", "").replace("−", "-")) if one else None for one in found]
