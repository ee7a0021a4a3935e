"""Readers of points on the calendar: days, months, years and weekdays.

A reader takes a text and a place and returns the expressions that begin there, usually one ("March 3 and 5"
are two), or none. It decides by the words alone; which year "March 3" belongs to is the work of
`helpers.dates.resolve.meaning`.

>>> [item.kind for item in read_month_day("March 11-22, 2024", 0)]
['day']
"""

import re
from dataclasses import replace

from helpers.dates.find.years import COUNTED
from helpers.dates.words import (
    AFTER_DAY,
    DAY_NUMBER,
    FUNCTION_WORDS,
    LONG_DAYS,
    MONTH,
    MONTHS,
    OF_YEAR,
    ORDINALS,
    PART_OF_DAY,
    RELATIVE_YEAR,
    SECOND_DAY,
    SHORT_MONTHS,
    SUFFIX,
    TO,
    WEEKDAYS,
    YEAR,
    Expression,
    capitalised,
    english_words,
    full_year,
    month_number,
    one_of,
    year_shift,
)

# ---- words ---------------------------------------------------------------------------------------------

_MONTH_DAY = re.compile(
    rf"{MONTH}\s?(?:the\s)?{DAY_NUMBER}(?:{TO}{SECOND_DAY}{AFTER_DAY}(?!\s(?!{FUNCTION_WORDS}\b)[a-z]+s\b))?{AFTER_DAY}{OF_YEAR}?"
)
_MORE_DAYS = re.compile(
    rf"((?:,\s\d{{1,2}}{SUFFIX}){{0,5}},?\s(?:and|&)\s\d{{1,2}}{SUFFIX}(?:\s?[-–]\s?\d{{1,2}})?){AFTER_DAY}(?!\s"
    rf"(?!{FUNCTION_WORDS}\b)[a-z])"
    rf"(?!\s{capitalised(MONTHS)}){OF_YEAR}?"
)
# "the May 3, 4 and 5 raids"
_DAYS_OF_THINGS = re.compile(
    rf"((?:,\s\d{{1,2}}{SUFFIX}){{0,5}},?\s(?:and|&)\s\d{{1,2}}{SUFFIX}){AFTER_DAY}{OF_YEAR}?"
)
_THE_DAYS = re.compile(r"(?i)\b(?:the|both)\s$")
_DAY_MONTH = re.compile(
    rf"{DAY_NUMBER}(?:{TO}(?:the\s)?{SECOND_DAY})?\s?(?:of\s)?(?:the\smonth\sof\s)?{MONTH}(?:,?\s(?:of\s)?{YEAR}|{RELATIVE_YEAR})?"
)
_MONTH_BEFORE = re.compile(rf"\b{MONTH}[-–]$")  # "30 April-3 May"
_DAY_LIST_MONTH = re.compile(
    rf"(?P<days>\d{{1,2}}{SUFFIX}(?:,\s\d{{1,2}}{SUFFIX}){{1,5}},?\s(?:and|&)\s\d{{1,2}}{SUFFIX})\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?"
)
_ORDINAL_DAY_MONTH = re.compile(
    rf"(?i:(?P<ordinal>{one_of(ORDINALS)}))\s(?:day\s)?of\s{MONTH}(?:,?\s{YEAR}|{RELATIVE_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"{MONTH}(?:{OF_YEAR}|\s[’']?(?P<short>\d\d)\b(?<=[’']\d\d))")
_WEEKDAY = re.compile(rf"(?P<weekday>{capitalised(LONG_DAYS)})(?![A-Za-z])")
_WEEKDAY_DATE = re.compile(
    rf"(?P<weekday>{capitalised(WEEKDAYS)})\.?,?\s(?:the\s|on\s)?(?=\d{{1,2}}{SUFFIX}\s|{capitalised(MONTHS)})"
)
_WEEKDAY_DAYS = re.compile(
    rf"{capitalised(WEEKDAYS)}\.?,?\s(?:the\s)?{DAY_NUMBER}{TO}(?:{capitalised(WEEKDAYS)}\.?,?\s(?:the\s)?)?{SECOND_DAY}\s"
    rf"(?:of\s)?{MONTH}(?:,?\s{YEAR}|{RELATIVE_YEAR})?"
)
_DAY_ALONE = re.compile(r",?\sthe\s\d{1,2}(?:st|nd|rd|th)\b")
_LAST_WEEK = re.compile(r"(?i:,?\s(?:of\s)?(?P<rel>last|next|this)\sweek\b)")
_PART_OF_DAY = re.compile(rf"(?i:,?\s(?:in\sthe\s|at\s)?{PART_OF_DAY}\b)")


_IN_MONTH = re.compile(r"(?i)\b(?:in|early|late|mid)[\s-]$")
_UNITS_BEHIND = re.compile(r"\s(?:year|month|week|day)s\b")
_BETWEEN = re.compile(r"(?i)\bbetween\s(?:the\s)?$")
_SUFFIX = re.compile(SUFFIX)


def point_of(match: re.Match, kind: str) -> Expression:
    """The expression of a match: the day, month and year of its groups."""
    part = match.groupdict()
    item = Expression(match.start(), match.end(), kind)
    if part.get("month") and match[0].endswith(".") and part["month"].lower() not in SHORT_MONTHS:
        item.end -= 1  # the full stop of the sentence, not of an abbreviation
    item.month = month_number(part["month"]) if part.get("month") else None
    item.day = int(part["day"]) if part.get("day") else None
    item.last_day = int(part["day2"]) if part.get("day2") else None
    item.year = int(part["year"]) if part.get("year") else None
    if part.get("rel"):
        word = part["rel"].lower()
        item.number, item.unit, item.anchor = (
            year_shift(word),
            "Y",
            "context" if word[0] == "t" and word != "this" else "publication",
        )
    return item


def is_valid(item: Expression) -> bool:
    """Whether its days can be days of a month, and the last comes after the first."""
    return all(day is None or 1 <= day <= 31 for day in (item.day, item.last_day)) and (
        item.last_day is None or item.last_day > item.day
    )


def read_month_day(text: str, at: int) -> list[Expression]:
    """Reads "March 15, 2024", "March 11-22" at a place."""
    match = _MONTH_DAY.match(text, at)
    if not match or not 1 <= int(match["day"]) <= 31:
        return []
    if not match["year"] and _IN_MONTH.search(text, max(0, at - 10), at) and _counts(text, match):
        return []  # "In March 25 people were held", "in late May 40 farmers": a count after a month
    item = point_of(match, "day")
    if not is_valid(item):
        return []
    items = _apart(text, match, item)
    days = _DAYS_OF_THINGS if _THE_DAYS.search(text, max(0, at - 6), at) else _MORE_DAYS
    more = None if item.year else days.match(text, item.end)
    if more:
        year = int(more["year"]) if more["year"] else None
        for day in re.finditer(r"(\d{1,2})\w{0,2}(?:\s?[-–]\s?(\d{1,2}))?", more[1]):
            items.append(
                Expression(
                    more.start() + day.start(),
                    more.start() + day.end(),
                    "day",
                    None,
                    item.month,
                    int(day[1]),
                    int(day[2]) if day[2] else None,
                )
            )
        items[-1].end = more.end() if year else items[-1].end
        items = [replace(one, year=year) for one in items]
    return items if all(map(is_valid, items)) else []


def _counts(text: str, match: re.Match) -> bool:
    """Whether the number behind a month counts what follows: "25 people", "17 years ago"."""
    return bool(COUNTED.match(text, match.end()) or _UNITS_BEHIND.match(text, match.end()))


def read_day_month(text: str, at: int) -> list[Expression]:
    """Reads "15 March 2024", "11-22 March" at a place."""
    if at and text[at - 1] in "$£€,.:/-–#" and not _MONTH_BEFORE.search(text, max(0, at - 12), at):
        return []
    match = _DAY_MONTH.match(text, at)
    if match:
        item = point_of(match, "day")
        if item.last_day and item.last_day <= item.day or not is_valid(item):
            return []
        return _apart(text, match, item)
    match = _DAY_LIST_MONTH.match(text, at)
    if not match:
        return []
    item = point_of(match, "day")
    days = [
        Expression(at + d.start(), at + d.end(), "day", item.year, item.month, int(d[1]))
        for d in re.finditer(r"(\d{1,2})\w{0,2}", match["days"])
    ]
    days[-1].end = item.end
    return days if all(map(is_valid, days)) else []


def _apart(text: str, match: re.Match, item: Expression) -> list[Expression]:
    """ "March 10 and 11" is a range, and so is "between March 3 and 5"; "March 3 and 5" are two days."""
    if item.last_day and (between := _BETWEEN.search(text, max(0, item.start - 12), item.start)):
        return [replace(item, start=between.start())]
    if (
        not item.last_day
        or item.last_day == item.day + 1
        and not re.search(r"\bor\b", text[match.end("day") : match.start("day2")])
        or not re.search(r"and|&|/|or", text[match.end("day") : match.start("day2")])
    ):
        return [item]
    return [
        replace(item, end=_SUFFIX.match(text, match.end("day")).end(), last_day=None),
        replace(item, start=match.start("day2"), day=item.last_day, last_day=None),
    ]


def read_month_year(text: str, at: int) -> list[Expression]:
    """Reads "March 2024", "March of this year" at a place."""
    match = _MONTH_YEAR.match(text, at)
    if not match:
        return []
    item = point_of(match, "month")
    if match["short"]:
        item.year = full_year(match["short"])
    return [item]


def ordinal_of(word: str) -> int:
    """The number of "third" or "3rd"; -1 for "last"."""
    return int(word[:-2]) if word[0].isdigit() else ORDINALS[word.lower()]


def read_weekday(text: str, at: int) -> list[Expression]:
    """Reads a weekday at a place, with the date behind it: "Monday", "Friday, March 15"."""
    if match := _WEEKDAY_DATE.match(text, at):
        for reader in (read_month_day, read_day_month):
            if items := reader(text, match.end()):
                items[0] = replace(items[0], start=at, weekday=WEEKDAYS[match["weekday"].lower()])
                return items
    match = _WEEKDAY.match(text, at)
    if not match:
        return []
    if both := _WEEKDAY_DAYS.match(text, at):
        item = point_of(both, "day")
        return [item] if is_valid(item) else []
    if _APPOSED.search(text, max(0, at - 30), at) or _is_of_a_name(text, at, match.end()):
        return []
    item = Expression(at, match.end(), "weekday", weekday=WEEKDAYS[match["weekday"].lower()])
    if text[item.end : item.end + 1] == "s" or _DAY_ALONE.match(text, item.end):
        return []  # "Friday the 13th" is no Friday of last week
    if week := _LAST_WEEK.match(text, item.end):
        item.end, item.unit, item.number = week.end(), "W", year_shift(week["rel"])
    return [with_part(text, item)]


# "on Sept. 29, a Friday,": the weekday of the date before
_APPOSED = re.compile(
    rf"(?:{capitalised(MONTHS)}\.?\s\d{{1,2}}(?:,\s\d{{4}})?|\d\s{capitalised(MONTHS)}(?:\s\d{{4}})?),\s?a\s$"
)


_OF_PAPER = re.compile(rf"\s(?:{capitalised([*english_words('medium'), *english_words('paper')])})\b")
_ON = re.compile(r"(?i)\b(?:on|last|next|this)\s$")
_NAME_BEFORE = re.compile(r"(?:(?<!Royal )\bMail on|\bSheffield)\s$")


def _is_of_a_name(text: str, at: int, end: int) -> bool:
    """Whether a weekday is part of the name of a newspaper or a club: "a Sunday Mail poll", "the Mail on Sunday"; "he told on
    Sunday News reporters" is none."""
    paper = _OF_PAPER.match(text, end) and not _ON.search(text, max(0, at - 6), at)
    return bool(paper or _NAME_BEFORE.search(text, max(0, at - 16), at))


def with_part(text: str, item: Expression) -> Expression:
    """The expression with the part of the day behind it: "Monday morning"."""
    if match := _PART_OF_DAY.match(text, item.end):
        item.end, item.part = match.end(), english_words("daypart")[match["part"].lower()]
    return item


def read_ordinal_day(text: str, at: int) -> list[Expression]:
    """Reads "the third of March 2024" in words at a place."""
    match = _ORDINAL_DAY_MONTH.match(text, at)
    if not match or not 1 <= ordinal_of(match["ordinal"]) <= 31:
        return []
    return [replace(point_of(match, "day"), day=ordinal_of(match["ordinal"]))]
