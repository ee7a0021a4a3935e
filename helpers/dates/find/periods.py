"""Readers of periods with a name: decades, centuries, seasons, split and fiscal years, quarters, halves and
holidays.

See `helpers.dates.find.points` for what a reader is.

>>> [item.kind for item in read_decade("1990s", 0)]
['decade']
"""

import re
from dataclasses import replace

from helpers.dates.find.points import date_of, is_supported, ordinal_of
from helpers.dates.words import (
    FOUR_DIGITS,
    NUMBERS,
    ORDINAL,
    RELATIVE_YEAR,
    SEASON,
    SHIFTS,
    YEAR,
    Expression,
    any_of,
    full_year,
    words_of,
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
    rf"(?i:(?P<century>nineteen|twenty)[\s-](?:hundred\s(?:and\s)?)?(?P<tens>{any_of(TENS_WORDS)})(?:[\s-](?P<ones>{any_of(ONES_WORDS)}))?(?!\w))"
)
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
_AT_END = re.compile(r"\s?(?:[.;:)\]|\n]|$)")
_CENTURY = re.compile(rf"(?i:{ORDINAL}[\s-]century\b)(?:\s(?i:BC|BCE)\b)?")
_SPLIT_YEAR = re.compile(rf"(?P<year>{FOUR_DIGITS})\s?[-–/]\s?(?P<last>\d{{2}}(?:\d\d)?)(?![\d]|[-–/.,]\d|%)")
_SEASON_YEAR = re.compile(
    rf"(?i:(?P<season>{SEASON}))(?:,?\s(?:of\s|in\s)?{YEAR}(?:[-–/](?P<last>\d\d(?:\d\d)?)(?!\d))?|{RELATIVE_YEAR})"
)
_SEASON_ALONE = re.compile(rf"(?i:{SEASON}\b)")
_IN_THE = re.compile(
    r"(?i)\b(?:in|during|by|until|over|throughout|since|before|after|for)\sthe\s(?:early\s|late\s|mid-)?$"
)
_NOT_OF = re.compile(r"(?!\sof\b|-)")
_SEASON_ENDS = re.compile(r"(?=[.,;:)]|$|\s(?:and|but|or|when|as|before|after|while|because|to)\b)")


def read_decade(text: str, at: int) -> list[Expression]:
    if match := _DECADE.match(text, at):
        year = int(match["year"]) if match["year"] else full_year(match["short"])
        if year % 100 == 0 and year < 2000:  # "the 1800s" are the century
            return [Expression(at, match.end(), "century", year // 100 + 1)]
        return [Expression(at, match.end(), "decade", year)]
    if (match := _SPELLED_DECADE.match(text, at)) and re.search(
        r"(?i)\b(?:the|early|late|mid)(?:\s|-)$", text[max(0, at - 7) : at]
    ):
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
    match = _SPOKEN_YEAR.match(text, at)
    if not match or re.match(r"\s[a-z]+s\b", text[match.end() : match.end() + 20]):
        return []
    tens, ones = NUMBERS[match["tens"].lower()], NUMBERS[match["ones"].lower()] if match["ones"] else 0
    year = (1900 if match["century"].lower() == "nineteen" else 2000) + tens + ones
    known = tens + ones < 100 and (tens % 10 == 0 or not ones)
    return (
        [Expression(at, match.end(), "year", year)]
        if known and is_supported(text, at, match.end(), year)
        else []
    )


def read_century(text: str, at: int) -> list[Expression]:
    match = _CENTURY.match(text, at)
    if not match:
        return []
    number = ordinal_of(match["ordinal"])
    return [Expression(at, match.end(), "century", number)] if 1 <= number <= 30 else []


def read_split_year(text: str, at: int) -> list[Expression]:
    match = _SPLIT_YEAR.match(text, at)
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
        len(last) == 4
        and 1950 <= year <= 2049
        and _CAPTION_YEARS.search(text, max(0, at - 20), at)
        and _AT_END.match(text, match.end())
    )
    supported = brackets or caption or is_supported(text, at, match.end(), year)
    if not year < last_year <= year + 150 or not supported:
        return []
    kind = "split year" if last_year == year + 1 and len(last) == 2 else "years"
    return [Expression(at, match.end(), kind, year, last_day=last_year)]


def read_season_year(text: str, at: int) -> list[Expression]:
    match = _SEASON_YEAR.match(text, at)
    if not match:
        return []
    season = words_of("season")[match["season"].lower()]
    item = replace(date_of(match, "season"), value=season)
    item.last_day = 1 if match["last"] else None
    return [item]


def read_season_alone(text: str, at: int) -> list[Expression]:
    """ "in the spring"; none in "in summer" and "after the fall of the city"."""
    match = _SEASON_ALONE.match(text, at)
    if not match or not _IN_THE.search(text, max(0, at - 24), at):
        return []
    follows = _NOT_OF if match[0].lower() != "fall" else _SEASON_ENDS
    if not follows.match(text, match.end()):
        return []
    return [Expression(at, match.end(), "season", value=words_of("season")[match[0].lower()])]


# ---- fiscal years, quarters, holidays
# -----------------------------------------------------------------------------------

_FISCAL = re.compile(
    rf"(?i:(?P<prefix>fiscal|financial|tax|budget|[FS]?FYE?)(?:\s?(?P<word>years?)(?:\s\(FY\))?(?:\sof)?(?:\s(?:ended|ending)(?:\sin)?)?)?[\s-]?[’']?)"
    rf"(?P<year>{FOUR_DIGITS}|\d\d)(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?!\d|[,.]\d|%)"
)
_YEAR_FISCAL = re.compile(
    rf"(?P<year>{FOUR_DIGITS})(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?i:\s(?:fiscal|financial|tax|budget)\syears?\b)"
)
_FISCAL_QUARTER = re.compile(rf"(?i:FY\s?)[’']?(?P<year>{FOUR_DIGITS}|\d\d)\s?Q(?P<day>[1-4])\b")
_FISCAL_SHIFT = re.compile(
    r"(?i:(?P<rel>this|last|next|current|previous|past|same|prior|coming|following|the)\s(?:fiscal|financial|tax|budget)\syear\b)"
)
_STATE = re.compile(
    r"(?i)\bstate(?:[’']s)?\s(?:current\s)?$"
)  # the states of a country keep years of their own
_NEXT_FISCAL = re.compile(rf"(?P<gap>,\s|,?\s(?:and|or|to|through|vs\.?)\s|\s?[-–]\s?){YEAR}(?![-–/]\d)")
_QUARTER = re.compile(
    rf"(?:(?P<kind>[QH])(?P<day>[1-4])|(?P<day_first>[1-4])(?P<kind_last>[QH]))\b(?:,?\s(?:of\s)?(?:{YEAR}|[’'](?P<short>\d\d)\b|"
    rf"(?P<fiscal>(?i:FY|fiscal(?:\syear)?)\s?(?:\d{{4}}|\d\d)\b))|[’'](?P<glued>\d\d)\b|[-/](?P<joined>\d{{4}})\b)?"
)
_QUARTER_CUE = re.compile(
    r"(?i)(?:\b(?:in|for|of|the|during|by|since|through|from|to|until|till|vs\.?|and|or|late|early|mid|this|last|next|its|our|over|versus|than)[\s-]|[|(:,;–-]\s?)$|^\W{0,3}$"
)
_YEAR_QUARTER = re.compile(rf"(?P<year>{FOUR_DIGITS})[\s-]?(?P<kind>[QHqh])(?P<day>[1-4])\b")
_NAMED_QUARTER = re.compile(
    rf"(?i:{ORDINAL}[\s-](?P<fiscal>fiscal\s)?(?P<kind>quarter|half|trimester)\b)(?:\s{YEAR})?"
)
HOLIDAYS = {row["name"]: row for row in word_list("dates/en/holidays")}
_HOLIDAY_NAMES = any_of({name.replace("'", quote) for name in HOLIDAYS for quote in ("'", "’")})
_HOLIDAY = re.compile(rf"(?P<name>(?i:{_HOLIDAY_NAMES}))(?!\w)(?:,?\s(?:of\s|in\s)?{YEAR}|{RELATIVE_YEAR})?")


def read_fiscal(text: str, at: int) -> list[Expression]:
    match = _FISCAL.match(text, at) or _YEAR_FISCAL.match(text, at)
    if not match or (len(match["year"]) == 2 and not match["prefix"].lower().startswith("fy")):
        return []
    item = Expression(at, match.end(), "fiscal", full_year(match["year"]))
    last = match["last"] and (
        int(match["last"]) if len(match["last"]) == 4 else item.year // 100 * 100 + int(match["last"])
    )
    several = (
        match.groupdict().get("word")
        and match["word"].lower() == "years"
        or match[0].lower().endswith("years")
    )
    if last and last > item.year:
        item.last_day = last
        item.unit = "several" if several or last > item.year + 1 else "split"
    if match.groupdict().get("prefix", "").lower() == "sfy":
        item.unit = "state"
    if state := _STATE.search(text, max(0, at - 18), at):
        item.start, item.unit = state.start(), "state"
    items = [item]
    while several and (more := _NEXT_FISCAL.match(text, items[-1].end)) and len(items) < 8:
        if more["gap"].strip() in ("to", "through", "-", "–"):
            items[-1] = replace(items[-1], end=more.end(), last_day=int(more["year"]), unit="several")
        else:
            items.append(Expression(more.start("year"), more.end(), "fiscal", int(more["year"])))
    return items


def read_fiscal_shift(text: str, at: int) -> list[Expression]:
    match = _FISCAL_SHIFT.match(text, at)
    if not match:
        return []
    return [
        Expression(
            at,
            match.end(),
            "shift",
            unit="F",
            number={
                "last": -1,
                "previous": -1,
                "past": -1,
                "prior": -1,
                "next": 1,
                "coming": 1,
                "following": 1,
            }.get(match["rel"].lower(), 0),
        )
    ]


def read_quarter(text: str, at: int) -> list[Expression]:
    if match := _FISCAL_QUARTER.match(text, at):
        inner = Expression(at, match.start("day"), "fiscal", full_year(match["year"]))
        return [Expression(at, match.end(), "quarter", day=int(match["day"]), inner=inner)]
    if match := _YEAR_QUARTER.match(text, at):
        return [
            Expression(
                at,
                match.end(),
                "quarter" if match["kind"].upper() == "Q" else "half",
                int(match["year"]),
                day=int(match["day"]),
            )
        ]
    match = _QUARTER.match(text, at)
    if not match:
        return []
    kind = match["kind"] or match["kind_last"]
    number = int(match["day"] or match["day_first"])
    year = match["year"] or match["short"] or match["glued"] or match["joined"]
    bare = not year and not match["fiscal"]
    if kind == "H" and (number > 2 or bare) or match["day_first"] and not year:
        return []
    if bare and not _QUARTER_CUE.search(text, max(0, at - 16), at):
        return []  # "an Audi Q2"
    item = Expression(
        at, match.end(), "quarter" if kind == "Q" else "half", full_year(year) if year else None, day=number
    )
    if (
        match["year"]
        and (split := _SPLIT_YEAR.match(text, match.start("year")))
        and int(split["last"][-2:]) == (item.year + 1) % 100
    ):
        item.end = split.end()  # "Q1 of 2024/25"
        item.inner = Expression(
            split.start(), split.end(), "fiscal", item.year, last_day=item.year + 1, unit="split"
        )
    if match["fiscal"]:
        item.inner = Expression(
            match.start("fiscal"),
            match.end("fiscal"),
            "fiscal",
            full_year(re.search(r"\d+", match["fiscal"])[0]),
        )
    return [item]


def read_named_quarter(text: str, at: int) -> list[Expression]:
    match = _NAMED_QUARTER.match(text, at)
    if not match:
        return []
    number = ordinal_of(match["ordinal"])
    kind = match["kind"].lower()
    size = {"quarter": 4, "half": 2, "trimester": 3}[kind]
    number = size if number == -1 else number
    if not 1 <= number <= size or kind == "trimester" or match["ordinal"].lower() in ("last", "final"):
        return []  # "last quarter" is a shift
    if kind == "half" and not match["year"]:
        return []  # also of a match
    item = Expression(at, match.end(), kind, int(match["year"]) if match["year"] else None, day=number)
    if match["fiscal"]:
        item.inner = Expression(at, match.end(), "shift", unit="F")
    return [item]


def read_holiday(text: str, at: int) -> list[Expression]:
    match = _HOLIDAY.match(text, at)
    if not match or text[at].islower():
        return []
    item = replace(date_of(match, "holiday"), value=match["name"].lower().replace("’", "'"))
    if near := re.compile(r"(?i)\b(this|last|next)\s$").search(text, max(0, at - 5), at):
        number = SHIFTS[near[1].lower()]
        item = replace(item, start=near.start(), number=number, unit="M" if number else "this")
    return [item]
