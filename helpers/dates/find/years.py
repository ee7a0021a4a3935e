"""Readers of years, and whether a number of four digits is one.

See `helpers.dates.find.points` for what a reader is.

>>> [item.year for item in read_year("2024", 0)], is_supported("In 2024 it fell", 3, 7, 2024)
([2024], True)
"""

import re

from helpers.dates.words import (
    FUNCTION_WORDS,
    PREVIOUS_WORD,
    YEAR,
    Expression,
    capitalised,
    english_words,
    one_of,
)
from helpers.texts import noun_class

YEAR_ALONE = re.compile(rf"{YEAR}(?![A-Za-z]|[-–/:]\d|-[a-z]{{1,4}}-)")


YEAR_TO = re.compile(r"\s(?:to|through|until)\s(?P<year>(?:19[5-9]|20[0-4])\d)(?![\w%]|[,.]\d)")


COUNTED = re.compile(
    rf"\s(?!{FUNCTION_WORDS}\b|(?:level|figure|total|number|rate|price|result|statistic|estimate|election|budget)s\b)(?:[a-z]+s|people|men|women|kg|km|children)\b"
)


# "Act of 1990", "Law 599 of 2000", "Appeal No. 45 of 2019", "class of 2024": years in names; "the first case
# of 2024" is a date
_NAMES = english_words("name_number")


_NAME_OF = re.compile(
    rf"\b(?:(?:{capitalised(_NAMES)}|act|acts|law|class|vintage|Constitution|Convention|Protocol|Statute|Decree|Ordinance|Charter|Bill|Code)|(?i:{one_of(_NAMES)})\.?\s(?i:(?:nos?|number)\.?\s)?\(?[\w/.-]{{0,9}}\d\w{{0,4}}\)?)\sof\s$"
)


# a cell; only a table line keeps two spaces (`helpers.dates.find.plain`)
_CELL_BEGINS = re.compile(r"(?:\||\t|\s{2})\s{0,20}$")
_CELL_ENDS = re.compile(r"\s{0,10}(?:\||$)|\t|\s{2}")
_DETERMINERS = frozenset(english_words("determiner"))


# "questions nos. 567 and 1606", "sections 1341, 1343 and 1956"
_LISTED_NUMBERS = re.compile(
    r"(?i)\b(?:nos?|numbers|sections?|articles?|rules?|§{1,2})\.?\s(?:(?=\D{0,3}\d)[\w().-]{1,12},?\s(?:(?:and|or)\s)?){1,8}$"
)
# "2019 (1) SACR 103", "[2001] 2 AC 477"
_LAW_REPORT = re.compile(
    r"[\])]?\s(?:\(\d{1,2}\)\s|\d{1,2}\s)[A-Z]{2,8}\s\d{1,4}(?!\d|,\d|\s?%|\s(?!and\b|or\b|at\b|in\b|per\b)[a-z])|\]\s[A-Z]{2,8}\s\d{1,4}(?!\d)"
)
_YEAR_LABEL = re.compile(r"(?:\s\([^()]{1,30}\))?:\s\S")
_YEARS_LABELS = re.compile(r"(?:^|[:;,•|(]\s?)(?:19|20)\d\d(?:\s\([^()]{1,30}\))?:\s")
_LABEL_BEFORE = re.compile(r"(?:^|[:;,•|(]\s?)$")
_HEADING_BEFORE = re.compile(r"[a-z]{3},\s$")
_HEADING_ENDS = re.compile(r"\s?$|:\s")
_OF_HEADING = re.compile(r"(?:^|[\s(])[^\W\d_]{3,20}\s$")
_NEXT_WORD = re.compile(r"[\s-]([a-z]{2,15})\b")
_OPEN_CUES = frozenset(word for word, value in english_words("year_cue").items() if value == "sure")


def is_supported(text: str, start: int, end: int, year: int) -> bool:
    """Whether a bare number of four digits is a year: a preposition, an article before a small-letter noun,
    or a table cell says so."""
    before = text[max(0, start - 30) : start]
    if before[-1:] and before[-1] in "$£€#./+_":
        return False
    if before[-1:] in ("-", "–"):
        return bool(re.search(r"(?i)\b(?:mid|pre|post|late|early)[-–]$", before))
    if _LISTED_NUMBERS.search(text, max(0, start - 60), start) or _LAW_REPORT.match(text, end):
        return False
    if _YEAR_LABEL.match(text, end) and _LABEL_BEFORE.search(before):
        return 1950 <= year <= 2049 and len(_YEARS_LABELS.findall(text)) > 1  # "2019: 41; 2020: 38"
    counted = bool(COUNTED.match(text, end))
    previous = PREVIOUS_WORD.search(before)
    word = previous[1].lower().rstrip(".") if previous else ""
    if word in english_words("year_cue") and not _NAME_OF.search(before):
        return not counted or (word in _OPEN_CUES and year >= 1950 and year % 100)
    if word in _DETERMINERS or word.endswith(("’s", "'s")):
        return (
            1950 <= year <= 2049
            and bool(re.match(r"[\s-](?!people|men\b|women\b|persons)[a-z]", text[end : end + 9]))
            and not _is_model(text, end)
        )
    if (
        word
        and word[0].islower()
        and re.search(r"(?i)\b(?:with|over|on|against|as|from|like|even|only)\s$", before)
    ):
        return 1950 <= year <= 2049 and bool(re.match(r"[.,;)]|$|\s(?:and|when|to)\b", text[end : end + 5]))
    if end == len(text) and _HEADING_BEFORE.search(before):
        return 1950 <= year <= 2049  # "Firearms by quarter, 2024"
    if previous and _HEADING_ENDS.match(text, end) and _OF_HEADING.search(before):
        return 1990 <= year <= 2049 and _tells_of(
            previous[1]
        )  # "Rural fires 2025: 7,812 fires", "Annual Report 2024"
    if start < 20 and re.fullmatch(r"[|\s]*", text[:start]):
        following = re.match(r"[’']s\b|[:,]|\s[-–—]\s|\s(\w+)|\s?(?:\||$)", text[end : end + 20])
        return bool(following) and (not following[1] or following[1] in english_words("year_verb"))
    return bool(
        str(year) not in before
        and _CELL_BEGINS.search(before)
        and _CELL_ENDS.match(text[end : end + 10])
        and 1990 <= year <= 2049
    )


def _tells_of(word: str) -> bool:
    """Whether a heading with a year tells of what there was in it, "asylum statistics 2024", or of a paper on it,
    "Annual Report 2024": not "Euro 2024"."""
    return word.islower() and word.endswith("s") or noun_class(word) == "document"


def _is_model(text: str, end: int) -> bool:
    """Whether a year is that of a vehicle's make: "a 2016 pickup", "the 2014-model van"."""
    word = _NEXT_WORD.match(text, end)
    return bool(word) and (word[1] in ("model", "sedan", "hatchback") or noun_class(word[1]) == "vehicle")


def read_year(text: str, at: int) -> list[Expression]:
    """Reads a year at a place, alone or to another, where its neighbours show that the digits count
    nothing."""
    match = YEAR_ALONE.match(text, at)
    if not match or not is_supported(text, at, match.end(), int(match["year"])):
        second = YEAR_TO.match(text, match.end()) if match else None  # "covers 2025 to 2030"
        if (
            not second
            or int(match["year"]) >= int(second["year"])
            or COUNTED.match(text, second.end())
            or text[at - 1 : at] in "$£€-–/"
        ):
            return []
    return [Expression(at, match.end(), "year", int(match["year"]))]


def read_nested_year(text: str, at: int) -> list[Expression]:
    """A year inside another expression ("since at least 2016") needs no further support."""
    match = YEAR_ALONE.match(text, at)
    if not match or COUNTED.match(text, match.end()) and int(match["year"]) % 100 == 0:
        return []
    return [Expression(at, match.end(), "year", int(match["year"]))]
