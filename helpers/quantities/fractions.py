"""Fractions: "half a tonne", "two-thirds of the men", "between a third and a half", "0.25 of a percentage point".

>>> _BY_A_PART.match(" were children")["many"], _BY_A_PART.match(" was charged")["many"]
('were', None)
"""

import re

from helpers.quantities.bounds import qualifier
from helpers.quantities.finished import finished
from helpers.quantities.lists import dimension_of
from helpers.quantities.numerals import CORE, tokens_before, value_of
from helpers.quantities.readings import Aside, Measured, Reading, Window
from helpers.quantities.units import Measure, unit_after
from helpers.texts import Sentence

__all__ = ["MEASURES", "part_in_digits", "read_fraction"]

_PART_FOLLOWS = re.compile(
    r"\s(?:of|the|those|these|their|its|all|were|are|was|had|have|came|an?)\b", re.IGNORECASE
)
_OF_A = re.compile(r"\sof\s(?:an?|one|1)(?=[\s%])")
_ARTICLE = re.compile(r"\san?(?!\w)")
_ONE_PART = re.compile(r"an?\s(?!half|quarter)", re.IGNORECASE)
_FIGURATIVE_HALF = re.compile(
    r"half\s(?:of\s)?the\s(?:block|street|town|village|neighbou?rhood|world|planet|battle|story|fun|time|job|work|night|way)\b",
    re.IGNORECASE,
)
_BY_A_PART = re.compile(
    r"\s(?P<many>are|were|have|do)\b|[.,;:)]|\s\(|\s(?:to|in|since|from|over|compared|between|this|last|after|during|on|for|at)\b|$"
    r"|\s(?:is|was|has|had|does|did|will|would|can|could|may|might|must|say|says|said|came|come|went|live|lived|fled|left"
    r"|got|lack|[a-z]{3,12}ed)\b"
)
_NO_PART_BEFORE = frozenset(
    ("first", "second", "third", "fourth", "each", "every", "this", "per", "other", "last", "final")
    + ("top", "bottom", "former", "a", "hour")
)
MEASURES = (
    "mass",
    "length",
    "volume",
    "area",
)  # of which there are parts: "half a tonne", "a mile and a half"
_UNIT_ENDS = re.compile(
    r"[.,;:)]|$|\s(?:of|in|from|to|at|on|off|for|away|long|wide|deep|high|tall|north|south|east|west|above|below|under|inside|and|or|was|were|is|are)\b"
)
_ONLY = frozenset(("just", "only", "merely", "barely", "exactly", "precisely", "fully", "hardly", "scarcely"))
_ENDS = re.compile(r"[.;:)]|$|,\s(?:and|but|as|the|which|who|while|he|she|it|they|in)\b")
_THAT_IS = re.compile(
    r"\b(?:(?:that|which|this)\s(?:is|was|makes|means|equals)|i\.e\.|in\sother\swords|amount(?:s|ed|ing)?\sto|correspond(?:s|ed|ing)?\sto|equal\sto"
    r"|represent(?:s|ed|ing))(?:,?\sto\ssay)?,?\s(?:(?:on|for|in)\s)?$",
    re.I,
)
_AS_MANY = re.compile(r"\sas\s(?:many|much|high|large|big|great)\b")
_FEWER = re.compile(
    r"\s(?:fewer|less|lower|higher|more|smaller|larger|cheaper|dearer|longer|shorter)(?:\s[a-z]{3,20})?\s(?:than|in|this|last)\b"
)
_TO_FRACTION = re.compile(r"\s(to|and|or)\s")


def read_fraction(window: Window, match: re.Match, value: float) -> Reading | Aside:
    """ "half a tonne", "two-thirds of the men"."""
    text, (start, end) = window.text, match.span()
    article = _ARTICLE.match(text, end) if match[0].lower() == "half" else None
    if article and article.end() >= window.ceiling:
        return Aside(start, end, "length of time")  # "half a" before "year"
    of_a = article or _OF_A.match(text, end, window.ceiling)  # "three quarters of a mile"
    unit = unit_after(text, window.sentence, of_a.end(), window.ceiling, "") if of_a else None
    if article or unit and unit.unit != "count":
        return finished(window, _some_of(start, value / 100, unit))
    if text[end : end + 1] == " ":  # "one-half ton of cocaine", but not a half-ton truck
        unit = unit_after(text, window.sentence, end, window.ceiling, "")
        if dimension_of(unit.unit) in MEASURES and _UNIT_ENDS.match(text, unit.end):
            return finished(window, _some_of(start, value / 100, unit))
    if both := _range_of_fractions(window, match, value):
        return finished(window, both)
    if not _is_fraction(text, window.sentence, match):
        if match[0].lower() == "half" and _AS_MANY.match(text, end, window.ceiling):
            return Aside(start, end, "multiple")  # "half as many as in 2020"
        return Aside(start, end, "ordinal" if _ONE_PART.match(match[0]) else "part, not a share")
    return finished(window, Measured.alone(start, end, value, "percent"))


def _some_of(start: int, part: float, unit: Measure) -> Measured:
    """A part of one of a unit."""
    size = part * unit.scale
    return Measured(start, unit.end, unit.end, unit.noun, part, 1, size, size, "", unit.unit)


def _range_of_fractions(window: Window, match: re.Match, value: float) -> Measured | None:
    """ "between a third and a half of them", "a quarter to a third of the cases"."""
    link = _TO_FRACTION.match(window.text, match.end(), window.ceiling)
    other = CORE.match(window.text, link.end(), window.ceiling) if link else None
    if not other or not other["fraction"] or (high := value_of(other)[0]) <= value:
        return None
    between = tokens_before(window.text, window.floor, match.start())[:1]
    if link[1] == "and" and [word for _, word in between] != ["between"]:
        return None
    if not _is_fraction(window.text, window.sentence, other):
        return None
    return Measured.alone(match.start(), other.end(), value, "percent", high)


def _is_fraction(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether words such as "a third" or "half" are a share: not in "the first half" or "a third suspect"."""
    words = tokens_before(text, sentence.start, match.start())
    last = words[0][1] if words else ""
    if _FIGURATIVE_HALF.match(text, match.start(), sentence.end):
        return False
    told = last in _ONLY or _THAT_IS.search(text, max(sentence.start, match.start() - 40), match.start())
    if told and _ENDS.match(text, match.end(), sentence.end):
        return True  # "125 were carried out, just a quarter.", "of the 90, that is to say half,"
    if _FEWER.match(text, match.end(), sentence.end):
        return True  # "a third fewer than in May"
    if _ONE_PART.match(match[0]) and text[match.end() : match.end() + 3] != " of":
        follows = _BY_A_PART.match(text, match.end(), sentence.end)
        bounded = last == "by" or qualifier(text, sentence.start, match.start())[0]  # "nearly a third (30%)"
        # "a third were children", but not "a third was charged"
        return bool(follows and (bounded or follows["many"]))
    if last in _NO_PART_BEFORE:
        return False
    return (
        bool(_PART_FOLLOWS.match(text, match.end(), sentence.end))
        or match[0][-1] in "sS"
        or last == "by"
        or qualifier(text, sentence.start, match.start())[0] != ""
    )


def part_in_digits(window: Window, match: re.Match, value: float, end: int) -> Measured | None:
    """ "0.25 of a percentage point", "1/4 of a mile"; "1/4 of the men": a share; "2 1/2" without a unit: a number; None
    for other numbers."""
    digits = (match["digits"] or "").replace("⁄", "/")
    part = _OF_A.match(window.text, end, window.ceiling) if "/" in digits or value < 1 and digits else None
    unit = unit_after(window.text, window.sentence, part.end(), window.ceiling, "") if part else None
    if unit and unit.unit != "count":
        return _some_of(match.start(), value, unit)
    if "/" not in digits:
        return None
    share = digits[0] == digits.split("/")[0]
    size, name = (value * 100, "percent") if share else (value, "count")
    return Measured.alone(match.start(), end, size, name)
