"""Readers of points on the calendar: days, months, years, decades, weekdays, fiscal years, quarters and holidays.

A reader takes a text and a place and returns the expressions that begin there, usually one ("March 3 and 5" are two), or none. It
decides by the words alone; which year "March 3" belongs to is the work of `helpers.date_meaning`.

>>> [item.kind for item in read_month_day("March 11-22, 2024", 0)]
['day']
"""
import re
from dataclasses import replace

from helpers.date_words import (
    AFTER_DAY,
    DAY_NUMBER,
    FOUR_DIGITS,
    FUNCTION_WORDS,
    LONG_DAYS,
    MONTH,
    MONTHS,
    OF_YEAR,
    ORDINAL,
    ORDINALS,
    PART_OF_DAY,
    PREVIOUS_WORD,
    RELATIVE_YEAR,
    SEASON,
    SECOND_DAY,
    SHIFTS,
    SHORT_MONTHS,
    SUFFIX,
    TO,
    UNSURE_MONTHS,
    WEEKDAYS,
    YEAR,
    Expression,
    any_of,
    capitalised,
    full_year,
    month_number,
    words_of,
    year_shift,
)
from helpers.language import word_list

# ---- days, months and years ---------------------------------------------------------------------------------------------

_MONTH_DAY = re.compile(
    rf"{MONTH}\s?(?:the\s)?{DAY_NUMBER}(?:{TO}{SECOND_DAY}{AFTER_DAY}(?!\s(?!{FUNCTION_WORDS}\b)[a-z]+s\b))?{AFTER_DAY}{OF_YEAR}?")
_MORE_DAYS = re.compile(
    rf"((?:,\s\d{{1,2}}{SUFFIX}){{0,5}},?\s(?:and|&)\s\d{{1,2}}{SUFFIX}(?:\s?[-–]\s?\d{{1,2}})?){AFTER_DAY}(?!\s"
    rf"(?!{FUNCTION_WORDS}\b)[a-z])"
                        rf"(?!\s{capitalised(MONTHS)}){OF_YEAR}?")
_DAY_MONTH = re.compile(
    rf"{DAY_NUMBER}(?:{TO}{SECOND_DAY})?\s?(?:of\s)?(?:the\smonth\sof\s)?{MONTH}(?:,?\s(?:of\s)?{YEAR}|{RELATIVE_YEAR})?")
_DAY_LIST_MONTH = re.compile(
    rf"(?P<days>\d{{1,2}}{SUFFIX}(?:,\s\d{{1,2}}{SUFFIX}){{1,5}},?\s(?:and|&)\s\d{{1,2}}{SUFFIX})\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?")
_ORDINAL_DAY_MONTH = re.compile(rf"(?i:(?P<ordinal>{any_of(ORDINALS)}))\s(?:day\s)?of\s{MONTH}(?:,?\s{YEAR}|{RELATIVE_YEAR})?")
_MONTH_YEAR = re.compile(rf"{MONTH}(?:{OF_YEAR}|\s[’']?(?P<short>\d\d)\b(?<=[’']\d\d))")
_MONTH_ALONE = re.compile(rf"{MONTH}(?!['’]?[a-z])")
_BEFORE_MONTH = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|during|of|from|to|through|between|and|last|this|next|early|late|mid|before|after|for|around"
    r"|least|than|throughout|or|beginning|starting|ending|ended|both|each|every|versus|vs\.?|over|compared\swith|into|was|previous)\s"
    r"|\bmid-|[–-])$")
_ISO = re.compile(
    r"(?P<year>(?:1[89]|20|21)\d\d)([-/.])(?P<month>0?[1-9]|1[0-2])\2(?P<day>0?[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)(?:T\d\d:?\d\d"
    r"(?::?\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = re.compile(rf"(?P<a>\d{{1,2}})([-/.])(?P<b>\d{{1,2}})\2(?P<year>{FOUR_DIGITS}|\d\d)(?![\w]|[-/]\d|\.\d)")
_DECADE = re.compile(r"(?P<year>(?:1[5-9]|20)\d0)[’']?s\b|[’'](?P<short>\d0)s\b")
_SPELLED_DECADE = re.compile(r"(?i:(?:nineteen[- ])?(?P<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)")
TENS = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980,
        "nineties": 1990}
_CENTURY = re.compile(rf"(?i:{ORDINAL}[\s-]century\b)(?:\s(?i:BC|BCE)\b)?")
_SPLIT_YEAR = re.compile(rf"(?P<year>{FOUR_DIGITS})\s?[-–/]\s?(?P<last>\d{{2}}(?:\d\d)?)(?![\d]|[-–/.,]\d|%)")
YEAR_ALONE = re.compile(rf"{YEAR}(?![A-Za-z]|[-–/:]\d|-[a-z]{{1,4}}-)")
_SEASON_YEAR = re.compile(rf"(?i:(?P<season>{SEASON}))(?:,?\s(?:of\s|in\s)?{YEAR}(?:[-–/](?P<last>\d\d(?:\d\d)?)(?!\d))?|{RELATIVE_YEAR})")
_WEEKDAY = re.compile(rf"(?P<weekday>{capitalised(LONG_DAYS)})(?![A-Za-z])")
_WEEKDAY_DATE = re.compile(rf"(?P<weekday>{capitalised(WEEKDAYS)})\.?,?\s(?:the\s|on\s)?(?=\d{{1,2}}{SUFFIX}\s|{capitalised(MONTHS)})")
_WEEKDAY_DAYS = re.compile(
    rf"{capitalised(WEEKDAYS)}\.?,?\s(?:the\s)?{DAY_NUMBER}{TO}(?:{capitalised(WEEKDAYS)}\.?,?\s(?:the\s)?)?{SECOND_DAY}\s"
    rf"(?:of\s)?{MONTH}(?:,?\s{YEAR}|{RELATIVE_YEAR})?")
_LAST_WEEK = re.compile(r"(?i:,?\s(?:of\s)?(?P<rel>last|next|this)\sweek\b)")
_PART_OF_DAY = re.compile(rf"(?i:,?\s(?:in\sthe\s|at\s)?{PART_OF_DAY}\b)")
COUNTED = re.compile(rf"\s(?!{FUNCTION_WORDS}\b)(?:[a-z]+s|people|men|women|kg|km|children)\b")
_NAME_OF = re.compile(rf"(?i:\b{any_of(words_of('name_number'))}\s(?:of|in)\s)$")
_DETERMINERS = frozenset(words_of("determiner"))
_OPEN_CUES = frozenset(word for word, value in words_of("year_cue").items() if value == "sure")


def _date_of(match: re.Match, kind: str) -> Expression:
    part = match.groupdict()
    item = Expression(match.start(), match.end(), kind)
    if part.get("month") and match[0].endswith(".") and part["month"].lower() not in SHORT_MONTHS:
        item.end -= 1                                    # the full stop of the sentence, not of an abbreviation
    item.month = month_number(part["month"]) if part.get("month") else None
    item.day = int(part["day"]) if part.get("day") else None
    item.last_day = int(part["day2"]) if part.get("day2") else None
    item.year = int(part["year"]) if part.get("year") else None
    if part.get("rel"):
        word = part["rel"].lower()
        item.number, item.unit, item.anchor = year_shift(word), "Y", "context" if word[0] == "t" and word != "this" else "publication"
    return item


def _valid(item: Expression) -> bool:
    return all(day is None or 1 <= day <= 31 for day in (item.day, item.last_day)) and (item.last_day is None or item.last_day > item.day)


def read_month_day(text: str, at: int) -> list[Expression]:
    match = _MONTH_DAY.match(text, at)
    if not match or not 1 <= int(match["day"]) <= 31:
        return []
    if text[max(0, at - 3):at].lower() == "in " and not match["year"] and COUNTED.match(text, match.end()):
        return []                                    # "In March 25 people were held": a count after a month
    item = _date_of(match, "day")
    if not _valid(item):
        return []
    items = _apart(text, match, item)
    more = None if item.year else _MORE_DAYS.match(text, item.end)
    if more:
        year = int(more["year"]) if more["year"] else None
        for day in re.finditer(r"(\d{1,2})\w{0,2}(?:\s?[-–]\s?(\d{1,2}))?", more[1]):
            items.append(Expression(more.start() + day.start(), more.start() + day.end(), "day", None, item.month,
                                    int(day[1]), int(day[2]) if day[2] else None))
        items[-1].end = more.end() if year else items[-1].end
        items = [replace(one, year=year) for one in items]
    return items if all(map(_valid, items)) else []


def read_day_month(text: str, at: int) -> list[Expression]:
    if at and text[at - 1] in "$£€,.:/-–#" and text[max(0, at - 2):at] not in (": ",):
        return []
    match = _DAY_MONTH.match(text, at)
    if match:
        item = _date_of(match, "day")
        if item.last_day and item.last_day <= item.day or not _valid(item):
            return []
        return _apart(text, match, item)
    match = _DAY_LIST_MONTH.match(text, at)
    if not match:
        return []
    item = _date_of(match, "day")
    days = [Expression(at + d.start(), at + d.end(), "day", item.year, item.month, int(d[1]))
            for d in re.finditer(r"(\d{1,2})\w{0,2}", match["days"])]
    days[-1].end = match.end()
    return days if all(map(_valid, days)) else []


def _apart(text: str, match: re.Match, item: Expression) -> list[Expression]:
    """"March 10 and 11" is a range; "March 3 and 5" are two days."""
    if not item.last_day or item.last_day == item.day + 1 or not re.search(r"and|&|/", text[match.end("day"):match.start("day2")]):
        return [item]
    return [replace(item, end=match.end("day"), last_day=None), replace(item, start=match.start("day2"), day=item.last_day, last_day=None)]


def read_month_year(text: str, at: int) -> list[Expression]:
    match = _MONTH_YEAR.match(text, at)
    if not match:
        return []
    item = _date_of(match, "month")
    if match["short"]:
        item.year = full_year(match["short"])
    return [item]


def read_month_alone(text: str, at: int) -> list[Expression]:
    match = _MONTH_ALONE.match(text, at)
    if not match or match["month"].lower() in SHORT_MONTHS:
        return []
    if match["month"].lower() in UNSURE_MONTHS and not _BEFORE_MONTH.search(text, max(0, at - 20), at):
        return []
    return [_date_of(match, "month")]


def read_iso(text: str, at: int) -> list[Expression]:
    match = _ISO.match(text, at)
    if not match or (at and text[at - 1] in "-/.$#"):
        return []
    return [Expression(at, match.end(), "day", int(match["year"]), int(match["month"]), int(match["day"]))]


def read_numeric(text: str, at: int) -> list[Expression]:
    match = _NUMERIC.match(text, at)
    if not match or (at and text[at - 1] in "-/.$£€#:") or (len(match["year"]) == 2 and match[2] != "/"):
        return []
    a, b = int(match["a"]), int(match["b"])
    if not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return []
    return [Expression(at, match.end(), "numeric", full_year(match["year"]), a, b)]


def read_decade(text: str, at: int) -> list[Expression]:
    if match := _DECADE.match(text, at):
        year = int(match["year"]) if match["year"] else full_year(match["short"])
        if year % 100 == 0 and year < 2000:              # "the 1800s" are the century
            return [Expression(at, match.end(), "century", year // 100 + 1)]
        return [Expression(at, match.end(), "decade", year)]
    if (match := _SPELLED_DECADE.match(text, at)) and re.search(r"(?i)\b(?:the|early|late|mid)(?:\s|-)$", text[max(0, at - 7):at]):
        return [Expression(at, match.end(), "decade", TENS[match["name"].lower()])]
    return []


def read_century(text: str, at: int) -> list[Expression]:
    match = _CENTURY.match(text, at)
    if not match:
        return []
    number = ordinal_of(match["ordinal"])
    return [Expression(at, match.end(), "century", number)] if 1 <= number <= 30 else []


def ordinal_of(word: str) -> int:
    return int(word[:-2]) if word[0].isdigit() else ORDINALS[word.lower()]


def _supported(text: str, start: int, end: int, year: int) -> bool:
    """Whether a bare number of four digits is a year: a preposition, an article before a small-letter noun, or a table cell says so."""
    before = text[max(0, start - 30):start]
    if before[-1:] and before[-1] in "$£€#./+_":
        return False
    if before[-1:] in ("-", "–"):
        return bool(re.search(r"(?i)\b(?:mid|pre|post|late|early)[-–]$", before))
    counted = bool(COUNTED.match(text, end))
    previous = PREVIOUS_WORD.search(before)
    word = previous[1].lower().rstrip(".") if previous else ""
    if word in words_of("year_cue") and not _NAME_OF.search(before):
        return not counted or (word in _OPEN_CUES and year >= 1950 and year % 100)
    if word in _DETERMINERS or word.endswith(("’s", "'s")):
        return 1950 <= year <= 2049 and bool(re.match(r"[\s-](?!people|men\b|women\b|persons)[a-z]", text[end:end + 9]))
    if word and word[0].islower() and re.search(r"(?i)\b(?:with|over|on|against|as|from|like|even|only)\s$", before):
        return 1950 <= year <= 2049 and bool(re.match(r"[.,;)]|$|\s(?:and|when|to)\b", text[end:end + 5]))
    if start < 20 and re.fullmatch(r"[|\s]*", text[:start]):
        following = re.match(r"[’']s\b|[:,]|\s[-–—]\s|\s(\w+)|\s?(?:\||$)", text[end:end + 20])
        return bool(following) and (not following[1] or following[1] in words_of("year_verb"))
    return bool(re.search(r"\|\s*$", before) and re.match(r"\s*(?:\||$)", text[end:end + 10]) and 1990 <= year <= 2049)


def read_split_year(text: str, at: int) -> list[Expression]:
    match = _SPLIT_YEAR.match(text, at)
    if not match:
        return []
    year, last = int(match["year"]), match["last"]
    last_year = int(last) if len(last) == 4 else year // 100 * 100 + int(last) + (100 if year % 100 == 99 and last == "00" else 0)
    brackets = at and text[at - 1] == "(" and text[match.end():match.end() + 1] == ")"
    if not year < last_year <= year + 150 or not (brackets or _supported(text, at, match.end(), year)):
        return []
    kind = "split year" if last_year == year + 1 and len(last) == 2 else "years"
    return [Expression(at, match.end(), kind, year, last_day=last_year)]


def read_year(text: str, at: int) -> list[Expression]:
    match = YEAR_ALONE.match(text, at)
    if not match or not _supported(text, at, match.end(), int(match["year"])):
        return []
    return [Expression(at, match.end(), "year", int(match["year"]))]


def read_nested_year(text: str, at: int) -> list[Expression]:
    """A year inside another expression ("since at least 2016") needs no further support."""
    match = YEAR_ALONE.match(text, at)
    if not match or COUNTED.match(text, match.end()) and int(match["year"]) % 100 == 0:
        return []
    return [Expression(at, match.end(), "year", int(match["year"]))]


def read_season_year(text: str, at: int) -> list[Expression]:
    match = _SEASON_YEAR.match(text, at)
    if not match:
        return []
    season = words_of("season")[match["season"].lower()]
    item = replace(_date_of(match, "season"), value=season)
    item.last_day = 1 if match["last"] else None
    return [item]


def read_weekday(text: str, at: int) -> list[Expression]:
    if match := _WEEKDAY_DATE.match(text, at):
        for reader in (read_month_day, read_day_month):
            if items := reader(text, match.end()):
                items[0] = replace(items[0], start=at, weekday=WEEKDAYS[match["weekday"].lower()])
                return items
    match = _WEEKDAY.match(text, at)
    if not match:
        return []
    if both := _WEEKDAY_DAYS.match(text, at):
        item = _date_of(both, "day")
        return [item] if _valid(item) else []
    item = Expression(at, match.end(), "weekday", weekday=WEEKDAYS[match["weekday"].lower()])
    if text[item.end:item.end + 1] == "s":
        return []
    if week := _LAST_WEEK.match(text, item.end):
        item.end, item.unit, item.number = week.end(), "W", year_shift(week["rel"])
    return [with_part(text, item)]


def with_part(text: str, item: Expression) -> Expression:
    if match := _PART_OF_DAY.match(text, item.end):
        item.end, item.part = match.end(), words_of("daypart")[match["part"].lower()]
    return item


def read_ordinal_day(text: str, at: int) -> list[Expression]:
    match = _ORDINAL_DAY_MONTH.match(text, at)
    if not match or not 1 <= ordinal_of(match["ordinal"]) <= 31:
        return []
    return [replace(_date_of(match, "day"), day=ordinal_of(match["ordinal"]))]


# ---- fiscal years, quarters, holidays -----------------------------------------------------------------------------------

_FISCAL = re.compile(
    rf"(?i:(?P<prefix>fiscal|financial|tax|budget|FYE?)(?:\s?(?P<word>years?)(?:\s(?:ended|ending)(?:\sin)?)?)?[\s-]?[’']?)"
    rf"(?P<year>{FOUR_DIGITS}|\d\d)(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?!\d|[,.]\d|%)")
_YEAR_FISCAL = re.compile(
    rf"(?P<year>{FOUR_DIGITS})(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?i:\s(?:fiscal|financial|tax|budget)\syears?\b)")
_FISCAL_QUARTER = re.compile(rf"(?i:FY\s?)[’']?(?P<year>{FOUR_DIGITS}|\d\d)\s?Q(?P<day>[1-4])\b")
_FISCAL_SHIFT = re.compile(
    r"(?i:(?P<rel>this|last|next|current|previous|past|same|prior|coming|following|the)\s(?:fiscal|financial|tax|budget)\syear\b)")
_NEXT_FISCAL = re.compile(rf"(?P<gap>,\s|,?\s(?:and|or|to|through|vs\.?)\s|\s?[-–]\s?){YEAR}(?![-–/]\d)")
_QUARTER = re.compile(
    rf"(?:(?P<kind>[QH])(?P<day>[1-4])|(?P<day_first>[1-4])(?P<kind_last>[QH]))\b(?:,?\s(?:of\s)?(?:{YEAR}|[’'](?P<short>\d\d)\b|"
    rf"(?P<fiscal>(?i:FY|fiscal(?:\syear)?)\s?(?:\d{{4}}|\d\d)\b))|[’'](?P<glued>\d\d)\b|[-/](?P<joined>\d{{4}})\b)?")
_YEAR_QUARTER = re.compile(rf"{YEAR[:-len('|[-–]' + chr(92) + 'd{3})')]}|[-–]\d{{3}})[\s-](?P<kind>[QH])(?P<day>[1-4])\b")
_NAMED_QUARTER = re.compile(rf"(?i:{ORDINAL}[\s-](?P<fiscal>fiscal\s)?(?P<kind>quarter|half|trimester)\b)(?:\s{YEAR})?")
HOLIDAYS = {row["name"]: row for row in word_list("date_holidays")}
_HOLIDAY_NAMES = any_of({name.replace("'", quote) for name in HOLIDAYS for quote in ("'", "’")})
_HOLIDAY = re.compile(rf"(?P<name>(?i:{_HOLIDAY_NAMES}))(?!\w)(?:,?\s(?:of\s|in\s)?{YEAR}|{RELATIVE_YEAR})?")


def read_fiscal(text: str, at: int) -> list[Expression]:
    match = _FISCAL.match(text, at) or _YEAR_FISCAL.match(text, at)
    if not match or (len(match["year"]) == 2 and not match["prefix"].lower().startswith("fy")):
        return []
    item = Expression(at, match.end(), "fiscal", full_year(match["year"]))
    last = match["last"] and (int(match["last"]) if len(match["last"]) == 4 else item.year // 100 * 100 + int(match["last"]))
    several = match.groupdict().get("word") and match["word"].lower() == "years" or match[0].lower().endswith("years")
    if last and last > item.year:
        item.last_day = last
        item.unit = "several" if several or last > item.year + 1 else "split"
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
    return [Expression(at, match.end(), "shift", unit="F", number={"last": -1, "previous": -1, "past": -1, "prior": -1, "next": 1,
                                                                  "coming": 1, "following": 1}.get(match["rel"].lower(), 0))]


def read_quarter(text: str, at: int) -> list[Expression]:
    if match := _FISCAL_QUARTER.match(text, at):
        inner = Expression(at, match.start("day"), "fiscal", full_year(match["year"]))
        return [Expression(at, match.end(), "quarter", day=int(match["day"]), inner=inner)]
    if match := _YEAR_QUARTER.match(text, at):
        return [Expression(at, match.end(), "quarter" if match["kind"] == "Q" else "half", int(match["year"]), day=int(match["day"]))]
    match = _QUARTER.match(text, at)
    if not match:
        return []
    kind = match["kind"] or match["kind_last"]
    number = int(match["day"] or match["day_first"])
    year = match["year"] or match["short"] or match["glued"] or match["joined"]
    if kind == "H" and (number > 2 or not year and not match["fiscal"]) or match["day_first"] and not year:
        return []
    item = Expression(at, match.end(), "quarter" if kind == "Q" else "half", full_year(year) if year else None, day=number)
    if match["year"] and (split := _SPLIT_YEAR.match(text, match.start("year"))) and int(split["last"][-2:]) == (item.year + 1) % 100:
        item.end = split.end()                           # "Q1 of 2024/25"
        item.inner = Expression(split.start(), split.end(), "fiscal", item.year, last_day=item.year + 1, unit="split")
    if match["fiscal"]:
        item.inner = Expression(match.start("fiscal"), match.end("fiscal"), "fiscal", full_year(re.search(r"\d+", match["fiscal"])[0]))
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
        return []                                    # "last quarter" is a shift
    if kind == "half" and not match["year"]:
        return []                                    # also of a match
    item = Expression(at, match.end(), kind, int(match["year"]) if match["year"] else None, day=number)
    if match["fiscal"]:
        item.inner = Expression(at, match.end(), "shift", unit="F")
    return [item]


def read_holiday(text: str, at: int) -> list[Expression]:
    match = _HOLIDAY.match(text, at)
    if not match or text[at].islower():
        return []
    item = replace(_date_of(match, "holiday"), value=match["name"].lower().replace("’", "'"))
    if near := re.compile(r"(?i)\b(this|last|next)\s$").search(text, max(0, at - 5), at):
        number = SHIFTS[near[1].lower()]
        item = replace(item, start=near.start(), number=number, unit="M" if number else "this")
    return [item]
