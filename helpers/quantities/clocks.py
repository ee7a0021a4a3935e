"""Hours of the day that are written with a point: "at 10.00", "from 9.15 to 21.30", "Monday 10.00", "the 21.30 train".

A number with two decimals is an hour where the words around it speak of one and none of a rate, a price or a result.

>>> [clock_end(text, 0, len(text), 15) for text in ("Police came at 21.30.", "The rate was at 21.30.")]
[20, 0]
"""

import re

from helpers.quantities.lists import pattern_of
from helpers.quantities.numerals import IDIOMS, STOP
from helpers.texts import WEEKDAY_NAMES

__all__ = ["clock_end"]

_HOUR = r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|[.,]\d)"
_CLOCK = re.compile(_HOUR)
_DAYS = rf"(?:{'|'.join(WEEKDAY_NAMES)})"
_RANGE = re.compile(rf"{_HOUR}\s?(?:[-–]|to|and|until|till)\s?{_HOUR}")
_RANGE_BEFORE = re.compile(rf"{_HOUR}\s?(?:[-–]|to|and|until|till)\s?$")
# what tells of an hour by itself: the day beside it, the zone, what is known by the hour at which it leaves
_DAY_BEFORE, _DAY_BEHIND = re.compile(rf"\b{_DAYS},?\s$"), re.compile(rf",?\s(?:on\s)?{_DAYS}\b")
_SURE = re.compile(
    r"\s?(?:hrs\b|GMT\b|BST\b|UTC\b|CET\b|CEST\b|local\stime\b|in\sthe\s(?:morning|afternoon|evening)\b)"
)
_LEAVES = re.compile(r"\s(?:train|bus|flight|ferry|service|news|start|kick-off|departure|curfew)\b")
_ARTICLE = re.compile(r"(?i)\b(?:the|an?|his|her|their)\s$")
_OPENS_LINE = re.compile(r":\s|\s?[–—]\s|\s-\s")
_AT = re.compile(
    r"(?i)\b(?:at|by|until|till|before|after|since|from|between|opens?|opened|daily|hours:?)\s(?:(?:about|around|exactly|just|approximately)\s)?$"
    r"|\b(?:around|just\sbefore|just\safter)\s$"
)
_MEASURED = re.compile(rf"\b(?:{pattern_of(IDIOMS['told in decimals'])})\b|[%$€£]", re.IGNORECASE)
_WORD = re.compile(r"\s?([A-Za-z]*)")
_OF_PRICES = frozenset(("a", "an", "for", "per", "each", "of", "or"))  # "sold at 10.25 a kilo"
NEAR = 90  # characters in which a rate or a price is told of


def clock_end(text: str, floor: int, ceiling: int, at: int) -> int:
    """The end of an hour of the day that is written with a point; 0 for another number.

    Args:
        floor, ceiling: Start and end of the sentence.
        at: Where the number begins.
    """
    clock = _CLOCK.match(text, at, ceiling)
    if not clock:
        return 0
    end, near = clock.end(), max(floor, at - 24)
    sure = _DAY_BEFORE.search(text, near, at) or _DAY_BEHIND.match(text, end, ceiling)
    sure = sure or _SURE.match(text, end, ceiling) or at == floor and _OPENS_LINE.match(text, end, ceiling)
    if _ARTICLE.search(text, near, at) and _LEAVES.match(text, end, ceiling):
        return end
    if _MEASURED.search(text, max(floor, at - NEAR), min(ceiling, end + NEAR)):
        return 0
    first = _RANGE_BEFORE.search(text, near, at)
    told = _AT.search(text, max(floor, (first.start() if first else at) - 24), first.start() if first else at)
    ranged = first or _RANGE.match(text, at, ceiling)
    follows = _WORD.match(text, end, ceiling)[1].lower()
    free = not follows or follows in STOP and follows not in _OF_PRICES
    return end if sure or told and (ranged or free) else 0
