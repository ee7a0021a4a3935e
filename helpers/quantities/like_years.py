"""Digits that look like a number and are none, or another one: a year ("the plan for 2030", "the class of '98"), a day
("on 20240425"), thousands with a point ("1.250 arrests").

>>> [bool(_SHORT_YEAR.search(text)) for text in ("the class of '", "said: '")]
[True, False]
"""

import re
from functools import lru_cache

from helpers.quantities.numerals import IDIOMS, names_several, next_word
from helpers.quantities.units import unit_here
from helpers.texts import Sentence

__all__ = ["POINT_OF_THOUSANDS", "looks_like", "no_number_column", "parts_thousands"]

_RANGE_OF_YEARS = re.compile(r"\s?[-–—]\s?\d{4}\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TO_YEAR = re.compile(r"\s(?:to|or)\s\d{4}(?!\d)")
# what computers make of a day, and numbers of files that begin with one
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,7}")
# an apostrophe stands for the century, and no quotation opens: a small word or a comma stands before it
_SHORT_YEAR = re.compile(
    r"(?:\b(?:of|in|since|from|until|till|by|to|before|after|summer|winter|spring|autumn|fall|election)|,)\s['’‘]$"
)
# a year of another era; "the 40 BC Ferries" are of British Columbia
_ERA = re.compile(r"\s?(?:(?:BCE?|AH)(?=[,;:)]|\.?\s*$|\s\d)|B\.\s?C\.(?:\s?E\.)?|B\.\s?E\.|A\.\s?H\.)")
POINT_OF_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MANY_POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,5}(?![\d.])")
_COMMA_OF_DECIMALS = re.compile(  # not "sites 1,2 and 3"
    r"(?<![\d.,])\d{1,3},\d{1,2}\s?(?:[%€]|(?!(?:and|are|at|in|of|or|to|were)\b)[^\W\d_]{2})"
)
_COMMA_OF_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?!\d)")
_FOREIGN_PHRASE = re.compile(r"\s[^\W\d_]{2,20}\s(?:de|del|di|des|du|von|im)\s[^\W\d_]")
_AVERAGED = re.compile(r"(?i)\b(?:average[ds]?|averaging|mean|median|rate|ratio|index|score)\b")


_ANNO = re.compile(
    r"\bA\.?\s?D\.?\s(?:\d{1,4}(?:\s?[-–]\s?|\s(?:to|and)\s))?$"
)  # "between A.D. 1000 and 1260"


def looks_like(text: str, sentence: Sentence, match: re.Match, stop: int, ceiling: int) -> str:
    """What a number without a unit is that looks like a year, a day or thousands; empty if it may count."""
    digits, table = match["digits"], sentence.block.kind == "table row"
    if _DAY.fullmatch(digits) and not table:  # a count of so many digits has commas
        return "date" if len(digits) == 8 else "reference"
    if not table and (
        _ERA.match(text, stop, sentence.end)
        or _ANNO.search(text, max(sentence.start, match.start() - 16), match.start())
    ):
        return "year"
    if len(digits) == 2 and _SHORT_YEAR.search(text, max(sentence.start, match.start() - 12), match.start()):
        return "year"
    # whether 1.25 or 1,250 arrests were made is not to be told
    if (
        POINT_OF_THOUSANDS.fullmatch(digits)
        and not table
        and (digits.endswith(".000") or names_several(next_word(text, stop, ceiling)))
        and not parts_thousands(text, match)
    ):
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        return "" if _AVERAGED.search(before) else "not understood"
    return "year" if _is_year(text, sentence, match, stop, ceiling) else ""


def parts_thousands(text: str, match: re.Match) -> bool:
    """Whether the point of a number parts thousands: other numbers of the text show it, or it stands in words of
    another language ("1.250 kilos de cocaína")."""
    if not POINT_OF_THOUSANDS.fullmatch(match["digits"] or ""):
        return False
    return bool(_FOREIGN_PHRASE.match(text, match.end())) or _writes_points(text)


@lru_cache(maxsize=4)
def _writes_points(text: str) -> bool:
    """Whether a text parts thousands by points: "1.200.000", or a comma before decimals and none before thousands."""
    decimals = _COMMA_OF_DECIMALS.search(text) and not _COMMA_OF_THOUSANDS.search(text)
    return bool(decimals or _MANY_POINTS.search(text))


def _is_year(text: str, sentence: Sentence, match: re.Match, stop: int, ceiling: int) -> bool:
    """A number like a year, without the thing it counts."""
    if (
        not _YEAR.fullmatch(match["digits"])
        or _RANGE_OF_YEARS.match(text, stop)
        or _range_of_things(text, stop, ceiling)
        or names_several(next_word(text, stop, ceiling))
    ):
        return False
    if sentence.block.kind != "table row" or no_number_column(sentence, match.start()):
        return True
    return _only_years(sentence.block.text)


@lru_cache(maxsize=4)  # every number of a row asks it
def _only_years(row: str) -> bool:
    """Whether the numbers of a row are years, each another one: a header of years."""
    numbers = re.findall(r"\d+", row)
    return len(set(numbers)) == len(numbers) > 1 and all(map(_YEAR.fullmatch, numbers))


def _range_of_things(text: str, stop: int, ceiling: int) -> bool:
    """ "carries 1900 to 2000 kg" """
    other = _TO_YEAR.match(text, stop, ceiling)
    return bool(other) and bool(
        unit_here(text, other.end(), ceiling) or names_several(next_word(text, other.end(), ceiling))
    )


def no_number_column(sentence: Sentence, start: int) -> bool:
    """Whether a number stands in a column that only names its rows."""
    if sentence.block.kind != "table row":
        return False
    number, header = sentence.block.cell_at(start), sentence.block.header
    return (
        number is not None
        and number < len(header)
        and header[number].strip().lower() in IDIOMS["no number column"]
    )
