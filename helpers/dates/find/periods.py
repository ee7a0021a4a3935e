"""Readers of periods with a name: decades, centuries, seasons, split and fiscal years, quarters, halves and
holidays.

See `helpers.dates.find.points` for what a reader is.

>>> [item.kind for item in read_decade("1990s", 0)]
['decade']
"""

import re
from dataclasses import replace

from helpers.dates.find.points import ordinal_of, point_of
from helpers.dates.find.years import is_supported
from helpers.dates.words import (
    DAY_NUMBER,
    FOUR_DIGITS,
    MONTH,
    NUMBERS,
    ORDINAL,
    RELATIVE_YEAR,
    SEASON,
    SEASON_ALONE,
    SHIFTS,
    YEAR,
    Expression,
    english_words,
    full_year,
    one_of,
)
from helpers.texts import word_list

TENS_WORDS = [word for word, value in NUMBERS.items() if 10 <= value < 100 and word != "dozen"]
ONES_WORDS = [
    word for word, value in NUMBERS.items() if 1 <= value < 10 and word not in ("a", "an", "couple")
]

# ---- decades, centuries, seasons, split years
# -----------------------------------------------------------------------------

_DECADE = re.compile(r"(?P<year>(?:1[5-9]|20)\d0)[’']?s\b|[’'](?P<short>\d0)s\b")
_SHORT_DECADE = re.compile(r"(?P<tens>[1-9]0)s\b")
_THE = re.compile(r"(?i)\bthe\s(?:(?:early|late|mid)[\s-])?$|\b[1-9]0s(?:,|,?\s(?:and|or|to))\s(?:the\s)?$")
_DEGREES = re.compile(
    r"(?i)\b(?:temperatures?|degrees|highs?|lows?|mph|percent|scor\w{1,3}|in\s(?:his|her|their))\b"
)
_SPOKEN_YEAR = re.compile(
    rf"(?i:(?P<century>nineteen|twenty)[\s-](?:hundred\s(?:and\s)?)?(?P<tens>{one_of(TENS_WORDS)})(?:[\s-](?P<ones>{one_of(ONES_WORDS)}))?(?!\w))"
)
_THOUSAND_YEAR = re.compile(
    rf"(?i:two\sthousand\s(?:and\s)?(?P<ones>{one_of(ONES_WORDS)}|ten|eleven|twelve|\w{{3,5}}teen)(?!\w))"
)
_OF_A_LIFE = re.compile(
    r"(?i)\bin\s(?:his|her|their|my|our|your)\s(?:early|late|mid)[\s-]$"
)  # "in her late fifties"
_SPELLED_DECADE = re.compile(
    r"(?i:(?:nineteen[- ])?(?P<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)"
)
TENS = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}
_CAPTION_YEARS = re.compile(r"(?i)(?:\b[A-Za-z]+,|:|\))\s$")
_PAPER = re.compile(
    r"\b(?i:report|review|accounts|budget|estimates|statement),?\s$"
)  # "Annual Report 2023-24"
_AT_END = re.compile(r"\s?(?:[.;:)(\]|\n]|$)")
_CENTURY = re.compile(rf"(?i:{ORDINAL}[\s-]century\b)(?:\s(?i:BC|BCE)\b)?")
SPLIT_YEAR = re.compile(rf"(?P<year>{FOUR_DIGITS})\s?[-–/]\s?(?P<last>\d{{2}}(?:\d\d)?)(?![\d]|[-–/.,]\d|%)")
_SEASON_YEAR = re.compile(
    rf"(?i:(?P<season>{SEASON}))(?:,?\s(?:of\s|in\s)?{YEAR}(?:[-–/](?P<last>\d\d(?:\d\d)?)(?!\d))?|{RELATIVE_YEAR})"
)
_IN_THE = re.compile(
    r"(?i)\b(?:in|during|by|until|over|throughout|since|before|after|for)\sthe\s(?:early\s|late\s|mid-)?$"
    r"|\b(?P<bare>until|till|since|by)\s(?:early\s|late\s|mid-)?$"
)
_NOT_OF = re.compile(r"(?!\sof\b|-)")
_SEASON_ENDS = re.compile(r"(?=[.,;:)]|$|\s(?:and|but|or|when|as|before|after|while|because|to)\b)")


def read_decade(text: str, at: int) -> list[Expression]:
    """Reads "the 1990s", "the ’80s", "the nineties" at a place; "the 1800s" are a century."""
    if match := _DECADE.match(text, at):
        year = int(match["year"]) if match["year"] else full_year(match["short"])
        if year % 100 == 0 and year < 2000:  # "the 1800s" are the century
            return [Expression(at, match.end(), "century", year // 100 + 1)]
        return [Expression(at, match.end(), "decade", year)]
    match = _SPELLED_DECADE.match(text, at)
    named = match and re.search(r"(?i)\b(?:the|early|late|mid)(?:\s|-)$", text[max(0, at - 7) : at])
    if named and not _OF_A_LIFE.search(text, max(0, at - 16), at):
        return [Expression(at, match.end(), "decade", TENS[match["name"].lower()])]
    return []


def read_short_decade(text: str, at: int) -> list[Expression]:
    """ "the 60s", "the 80s and 90s"; "in their 60s" is an age, and "temperatures in the 60s" are degrees."""
    match = _SHORT_DECADE.match(text, at)
    if not match or not _THE.search(text, max(0, at - 16), at) or _DEGREES.search(text, max(0, at - 60), at):
        return []
    tens = int(match["tens"])
    return [Expression(at, match.end(), "decade", (2000 if tens <= 20 else 1900) + tens)]


def read_spoken_year(text: str, at: int) -> list[Expression]:
    """ "in nineteen eighty-four", "since twenty twenty"."""
    match = _SPOKEN_YEAR.match(text, at) or _THOUSAND_YEAR.match(text, at)
    if not match or re.match(r"\s[a-z]+s\b", text[match.end() : match.end() + 20]):
        return []
    if match.re is _THOUSAND_YEAR:  # "in two thousand eight"
        year = 2000 + int(NUMBERS.get(match["ones"].lower(), 0))
        found = year > 2000 and is_supported(text, at, match.end(), year)
        return [Expression(at, match.end(), "year", year)] if found else []
    tens, ones = (int(NUMBERS[match[name].lower()]) if match[name] else 0 for name in ("tens", "ones"))
    year = (1900 if match["century"].lower() == "nineteen" else 2000) + tens + ones
    known = tens + ones < 100 and (tens % 10 == 0 or not ones)
    return (
        [Expression(at, match.end(), "year", year)]
        if known and is_supported(text, at, match.end(), year)
        else []
    )


def read_century(text: str, at: int) -> list[Expression]:
    """Reads "21st century", "nineteenth-century" at a place."""
    match = _CENTURY.match(text, at)
    if not match:
        return []
    number = ordinal_of(match["ordinal"])
    return [Expression(at, match.end(), "century", number)] if 1 <= number <= 30 else []


def read_split_year(text: str, at: int) -> list[Expression]:
    """Reads "2023/24", "2023-24" at a place: a year that lies in two."""
    match = SPLIT_YEAR.match(text, at)
    if not match:
        return []
    year, last = int(match["year"]), match["last"]
    last_year = (
        int(last)
        if len(last) == 4
        else year // 100 * 100 + int(last) + (100 if year % 100 == 99 and last == "00" else 0)
    )
    brackets = at and text[at - 1] == "(" and text[match.end() : match.end() + 1] == ")"
    caption = (  # "Removals by ICE, 2008–2017"
        (len(last) == 4 or last_year > year + 1)
        and 1950 <= year <= 2049
        and _CAPTION_YEARS.search(text, max(0, at - 20), at)
        and _AT_END.match(text, match.end())
    )
    paper = last_year == year + 1 and len(last) == 2 and _PAPER.search(text, max(0, at - 14), at)
    supported = brackets or caption or paper or is_supported(text, at, match.end(), year)
    if not year < last_year <= year + 150 or not supported:
        return []
    kind = "split year" if last_year == year + 1 and len(last) == 2 else "years"
    return [Expression(at, match.end(), kind, year, last_day=last_year)]


_WEATHER = re.compile(
    r"(?i)[\s-](?:heat|cold|sun|sunshine|rains?|snows?|chill|weather|storms?|temperatures|clothes)\b"
)


def read_season_year(text: str, at: int) -> list[Expression]:
    """Reads "spring 2024", "winter of 2023/24" at a place."""
    match = _SEASON_YEAR.match(text, at)
    if not match:
        return []
    season = english_words("season")[match["season"].lower()]
    item = replace(point_of(match, "season"), value=season)
    item.last_day = 1 if match["last"] else None
    return [item]


def read_season_alone(text: str, at: int) -> list[Expression]:
    """ "in the spring", "since spring"; none in "in summer" and "after the fall of the city"."""
    match = SEASON_ALONE.match(text, at)
    before = _IN_THE.search(text, max(0, at - 24), at) if match else None
    if not before:
        return []
    if _WEATHER.match(text, match.end()):
        return []
    follows = _NOT_OF if match[0].lower() != "fall" and not before["bare"] else _SEASON_ENDS
    if not follows.match(text, match.end()):
        return []
    return [Expression(at, match.end(), "season", value=english_words("season")[match[0].lower()])]


# ---- fiscal years, quarters, holidays
# -----------------------------------------------------------------------------------

HOLIDAYS = {row["name"]: row for row in word_list("dates/en/holidays")}
_HOLIDAY_NAMES = one_of({name.replace("'", quote) for name in HOLIDAYS for quote in ("'", "’")})
_HOLIDAY = re.compile(rf"(?P<name>(?i:{_HOLIDAY_NAMES}))(?!\w)(?:,?\s(?:of\s|in\s)?{YEAR}|{RELATIVE_YEAR})?")
_HOLIDAY_WEEKEND = re.compile(
    rf"(?i:\s(?:holiday\s)?weekend)(?!\w)(?:,?\s(?:of\s|in\s)?{YEAR}|{RELATIVE_YEAR})?"
)


_SINCE = re.compile(r"(?i)\b(?:since|after|before|until|on|following|post)[\s-]$")
_DATED_WEEKEND = re.compile(
    rf"{MONTH}\s{DAY_NUMBER}(?i:(?:\sholiday|(?<=July\s4)|(?<=July\s4th))\sweekend\b)(?:,?\s(?:of\s|in\s)?{YEAR}|{RELATIVE_YEAR})?"
)


def read_dated_weekend(text: str, at: int) -> list[Expression]:
    """ "the July 4th holiday weekend"."""
    match = _DATED_WEEKEND.match(text, at)
    return [Expression(at, match.end(), "holiday weekend", inner=point_of(match, "day"))] if match else []


def read_holiday(text: str, at: int) -> list[Expression]:
    """Reads a holiday of the list at a place, with its year or weekend; never in small letters."""
    match = _HOLIDAY.match(text, at)
    if not match or text[at].islower() or match["name"] == "May day" and not match["year"]:
        return []
    if text[at].isdigit() and not _SINCE.search(text, max(0, at - 10), at):
        return []  # "a film about 9/11"
    item = replace(point_of(match, "holiday"), value=match["name"].lower().replace("’", "'"))
    if not match["year"] and not match["rel"] and (weekend := _HOLIDAY_WEEKEND.match(text, match.end())):
        dated = replace(point_of(weekend, "holiday"), value=item.value, start=at, end=match.end())
        return [Expression(at, weekend.end(), "holiday weekend", inner=dated)]
    if near := re.compile(r"(?i)\b(this|last|next)\s$").search(text, max(0, at - 5), at):
        number = SHIFTS[near[1].lower()]
        item = replace(item, start=near.start(), number=number, unit="M" if number else "this")
    return [item]
