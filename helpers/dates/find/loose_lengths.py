"""Readers of lengths without a number: "half an hour", "year-long", "for decades".

See `helpers.dates.find.points` for what a reader is.

>>> [item.value for item in read_half("half an hour", 0)]
['PT30M']
"""

import re

from helpers.dates.find.lengths import qualified
from helpers.dates.words import OLD, Expression, period_value, unit_of, vague_value

_HALF = re.compile(
    r"(?i:half[\s-](?:an?[\s-]|of\sa[\s-])?(?P<unit>hour|minute|day|month|year|decade|century)\b(?!\s(?:report|results?|review|accounts|profits?)\b)|(?P<quarter>quarter)(?:[\s-]of\san?\s"
    r"(?P<unit2>hour|year|century)\b|[\s-]century\b))"
)
_HALVES = {
    "hour": "PT30M",
    "minute": "PT30S",
    "month": "P15D",
    "day": "PT12H",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}
_QUARTERS = {"hour": "PT15M", "year": "P3M", "century": "P25Y"}
_WHOLE = re.compile(r"(?i)[\s-]an?[\s-]")  # "half an hour", "quarter of a century"
_AND_A = re.compile(r"(?i)\band (?:a )?$")
_LONG = re.compile(r"(?i:(?P<unit>hour|day|week|month|year|decade|century|quarter)(?P<many>s|ies)?-?long\b)")
_BARE_UNITS = re.compile(r"(?i:(?P<unit>decades|years|months|weeks|days|hours|minutes|centuries)\b)")
_BEFORE_UNITS = re.compile(
    r"(?i:\b(?:for|over|in|within|after|took|takes|take|lasting|spent|spend|lasted|through|of|by|the|ensuing|following|past"
    r"|many)\s)$"
)


def read_half(text: str, at: int) -> list[Expression]:
    """Reads "half an hour", "half a century", "quarter of an hour" at a place."""
    match = _HALF.match(text, at)
    if not match or OLD.match(text, match.end()):
        return []
    # "an hour and a half hour-long delays" has no second length, "a year there and half a year here" has
    if not _WHOLE.search(match[0]) and _AND_A.search(text, max(0, at - 6), at):
        return []
    unit = (match["unit"] or match["unit2"] or "century").lower()
    value = (_QUARTERS if match["quarter"] else _HALVES)[unit]
    return [qualified(text, Expression(at, match.end(), "duration", value=value))]


def read_long(text: str, at: int) -> list[Expression]:
    """Reads a length of one unit or of unknown many at a place: "year-long", "months-long"."""
    match = _LONG.match(text, at)
    if not match:
        return []
    unit = unit_of(match["unit"])
    if match["many"]:
        return [Expression(at, match.end(), "vague", type="DURATION", value=vague_value(unit))]
    return [Expression(at, match.end(), "duration", value=period_value(1, unit))]


_EVENT_FOLLOWS = re.compile(r"\s(?:before|after)\s[a-z]")
_WEAK_BEFORE = re.compile(r"(?i)\b(?:the|of|by|in|through)\s$")
_STRONG_AFTER = re.compile(r"\s(?:of|to\scome|since|before|after|ahead|later|that)\b")


def read_bare_units(text: str, at: int) -> list[Expression]:
    """ "for years", "decades of", "days before the raid"."""
    match = _BARE_UNITS.match(text, at)
    if not match or OLD.match(text, match.end()) or text[max(0, at - 8) : at].lower() == "as many ":
        return []
    before_event = _EVENT_FOLLOWS.match(text, match.end()) and text[max(0, at - 4) : at].lower() != "the "
    lasting = _BEFORE_UNITS.search(text, max(0, at - 12), at)
    weak = _WEAK_BEFORE.search(text, max(0, at - 8), at) and not _STRONG_AFTER.match(text, match.end())
    if not before_event and (not lasting or weak):
        return []
    return [Expression(at, match.end(), "vague", type="DURATION", value=vague_value(unit_of(match["unit"])))]
