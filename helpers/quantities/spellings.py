"""Numbers that are spelt oddly: twice ("twelve (12)"), with a broken comma ("$2, 678"), a point for a comma ("EUR
3.200"), feet and inches (5'10"); and what only looks like a number: a 5K, the 7-Eleven, "$(4.5) million".

>>> _FEET.match("-foot-2 man")[1], _FEET.match("'10”")[1]
('2', '10')
"""

import re

from helpers.quantities.like_years import POINT_OF_THOUSANDS, parts_thousands
from helpers.quantities.lists import dimension_of, pattern_of
from helpers.quantities.marks import WORD_END
from helpers.quantities.millions import m_is
from helpers.quantities.numerals import CORE, IDIOMS, NUMBERS, is_plural, next_word, title_case, value_of
from helpers.quantities.readings import Measured, Window
from helpers.quantities.units import Measure, sign_before

__all__ = ["end_of_twice", "feet_and_inches", "odd_shape", "point_of_thousands", "with_thousands"]

_BROKEN_THOUSANDS = re.compile(r",\s(\d{3})(?![\d,])(?=[.;)]|\s(?:of|and|in|for|to|from|was|were|by|on)\b|$)")
_TWICE = re.compile(r"\s?\((?=[\da-z])", re.IGNORECASE)
_THOUSANDTHS = frozenset(("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD", "BTC", "ETH", "USDT"))
_RATE = re.compile(r"(?:/|\s(?:an?|per|each|for\severy|to\sthe|against)\b)")
_FEET = re.compile(
    r"(?:['’′]\s?(?=[\d.]{1,4}[\"”″'’′])|-foot-|\s?(?:ft|foot|feet)\s(?=\d{1,2}(?:[.,;)]|$|\s(?:tall|and|but|with)\b)))(\d{1,2}(?:\.\d)?)(?:-inch|[\"”″]|['’′]{2})?(?![\w.-]\w)"
)
_SCALE_OUTSIDE = re.compile(r"\)\s(?:thousand|million|billion|trillion)\b")  # "(12.5) million", a loss
_RACE_BEFORE = re.compile(r"(?i)\b(?:an?|the|this|that|his|her|annual|charity|first)\s$")
_ATTACHED_M = re.compile(rf"m{WORD_END}(?![²³/^])")
_HOURS_BEFORE = re.compile(r"\d\s?h(?:(?:ou)?rs?)?\.?\s?$")
_MINUTES = re.compile(r"\s?m(?:ins?)?\b")
_TENS, _UNITS = (
    rf"(?:{pattern_of(word for word, (kind, _) in NUMBERS.items() if kind in kinds)})"
    for kinds in (("teen", "ten"), ("unit",))
)
_SECOND_NUMBER = re.compile(rf"\s{_TENS}(?:[\s-]{_UNITS})?(?![\w-])", re.IGNORECASE)
_TWO_DIGITS = re.compile(rf"\b{_TENS}(?:[\s-]{_UNITS})?$", re.IGNORECASE)
_POINT_BEFORE = re.compile(r"(?i)(?:^|\b(?:by|of|to|than|about|around|only|just)\s|[,;:“]\s?)point\s$")


def odd_shape(window: Window, match: re.Match, end: int, scale: float) -> str:
    """Why a number counts nothing that is shaped like a race, a name or a loss in accounts: "a 5K", "the 7-Eleven",
    "$(4.5) million"; empty for others."""
    text, floor, start = window.text, window.sentence.start, match.start()
    bracket = text[start - 1 : start] == "("
    if bracket and (sign_before(text, start - 1, floor)[0] or _SCALE_OUTSIDE.match(text, end)):
        return "not understood"
    if (
        scale == 1000
        and text[end - 1] == "K"
        and next_word(text, end, window.ceiling) in IDIOMS["sharp picture"]
    ):
        return "kind of thing"  # "4K films"
    if scale == 1000 and text[end - 1] in "kK" and _RACE_BEFORE.search(text, max(floor, start - 24), start):
        return "" if is_plural(next_word(text, end, window.ceiling)) else "kind of thing"
    if scale == 1 and _ATTACHED_M.match(text, end) and not m_is(text, end, end + 1):
        return "not understood"
    if _HOURS_BEFORE.search(text, max(floor, start - 12), start) and _MINUTES.match(text, end):
        return "length of time"  # "2h 15m"
    if (
        match["words"]
        and scale == 1
        and _SECOND_NUMBER.match(text, end)
        and _TWO_DIGITS.search(text, start, end)
    ):
        return "not understood"  # "nineteen eighty-four pages", but not "two twenty-foot containers"
    if match["words"] and text.startswith("-(", end):
        return "not understood"  # "thirty-(37) people": half of the word is lost, the digits are not
    if match["words"] and _POINT_BEFORE.search(text, max(floor, start - 16), start):
        return "not understood"  # "by point five percent"
    second = (
        CORE.match(text, end + 1, window.ceiling) if match["digits"] and text[end : end + 1] == "-" else None
    )
    named = second and second["words"] and text[end + 1].isupper() and not title_case(window.sentence)
    return "name" if named else ""


def point_of_thousands(text: str, match: re.Match, unit: Measure, sign: str) -> int:
    """By what a number is to be multiplied whose point may part thousands: "EUR 3.200" by a thousand, "€1.459 a litre" by
    one; by nothing where that is not to be told: "€1.459"."""
    money = unit.unit == sign or dimension_of(unit.unit) == "money"
    digits = match["digits"] or ""
    if parts_thousands(text, match):
        return 1000
    if not money or not POINT_OF_THOUSANDS.fullmatch(digits):
        return 1
    if unit.unit in _THOUSANDTHS or _RATE.match(text, unit.end) and not digits.endswith("00"):
        return 1
    return 1000 if digits.endswith("00") or len(digits) > 5 else 0


def feet_and_inches(window: Window, start: int, value: float, end: int) -> Measured | None:
    """How tall somebody is: 5'10", 6-foot-2; None for other numbers."""
    inches = _FEET.match(window.text, end, window.ceiling) if value in range(1, 9) else None
    if not inches:
        return None
    return Measured.alone(start, inches.end(), value + float(inches[1]) / 12, "ft")


def with_thousands(text: str, value: float, end: int, ceiling: int) -> tuple[float, int]:
    """Value and end of a sum with a space behind its comma or a dash before its cents: "$2, 678", "R1 500-00"."""
    broken = _BROKEN_THOUSANDS.match(text, end, ceiling) if value in range(1000) else None
    value, end = (value * 1000 + int(broken[1]), broken.end()) if broken else (value, end)
    cents = text.startswith("-00", end) and not text[end + 3 : end + 4].isalnum()
    return value, end + len("-00") * cents


def end_of_twice(text: str, value: float, end: int, ceiling: int) -> int:
    """Where a number ends that is written in words and in digits: "twelve (12) suspects"."""
    bracket = _TWICE.match(text, end, ceiling)
    other = CORE.match(text, bracket.end(), ceiling) if bracket else None
    if not other or other["fraction"] or other["times"] or value_of(other)[0] != value:
        return end
    return other.end() + 1 if text[other.end() : other.end() + 1] == ")" else end
