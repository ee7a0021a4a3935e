"""Readers of days in figures: 2024-03-15, 3/15/24, 23-Oct-12, Nov-18.

See `helpers.dates.find.points` for what a reader is. Which order of day and month is meant is the work of
`helpers.dates.resolve`.

>>> [(item.day, item.month) for item in read_dashed("23-Oct-12", 0)]
[(23, 10)]
"""

import re
from dataclasses import replace

from helpers.dates.find.points import is_valid, point_of
from helpers.dates.words import (
    DAY_NUMBER,
    FOUR_DIGITS,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    YEAR,
    Expression,
    capitalised,
    full_year,
    month_number,
    one_of,
)
from helpers.texts import word_list

_DASHED_DAY = re.compile(  # 23-Oct-12, 3-Sep-2014
    rf"(?P<day>\d{{1,2}})(?P<dash>[-–/.])(?P<month>{capitalised(MONTHS)})\.?(?P=dash)(?P<year>{FOUR_DIGITS}|\d\d)(?![\w-])"
)


_DASHED_MONTH = re.compile(rf"(?P<month>{capitalised(SHORT_MONTHS)})[-–’'](?P<year>\d\d)(?![\w’'-]|[.,]\d)")


# "in Nov-18 and Feb-19" are months, "the gliders May-24" are none
_BEFORE_DASHED_MONTH = re.compile(
    rf"(?:(?i:\b(?:in|since|from|by|of|until|till|during|for|through|before|after|between|mid|early|late|ended|ending|to|dated)[\s-])"
    rf"|[|(:,;]\s?|{capitalised(SHORT_MONTHS)}[-–’']\d\d(?:,|\sand|\sto|\s?[-–])\s?)$|^\W?$"
)


_ISO = re.compile(
    r"(?P<year>(?:1[89]|20|21)\d\d)([-/.])(?P<month>0?[1-9]|1[0-2])\2(?P<day>0?[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)(?:T\d\d:?\d\d"
    r"(?::?\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)


_NUMERIC = re.compile(
    rf"(?P<a>\d{{1,2}})([-/.])(?P<b>\d{{1,2}})\2(?P<year>{FOUR_DIGITS}|\d\d)(?!\w|-\w(?!\d?[/.]\d)|/\d|\.\d)"
)
_SPACED = re.compile(
    rf"(?P<a>\d{{1,2}})(\.)\s(?P<b>1[0-2]|0?[1-9])\.\s(?P<year>{FOUR_DIGITS})(?!\w|[-/.,]\d)"
)


def read_dashed(text: str, at: int) -> list[Expression]:
    """ "23-Oct-12", and "Nov-18" for a month where the words before speak of time."""
    if at and text[at - 1] in "$£€#./-–":
        return []
    if match := _DASHED_DAY.match(text, at):
        item = replace(point_of(match, "day"), end=match.end(), year=full_year(match["year"]))
        return [item] if is_valid(item) else []
    match = _DASHED_MONTH.match(text, at)
    if not match or not _BEFORE_DASHED_MONTH.search(text, max(0, at - 16), at):
        return []
    return [Expression(at, match.end(), "month", full_year(match["year"]), month_number(match["month"]))]


_DATE_TIME_GROUP = re.compile(
    rf"(?P<day>\d\d)(?:[01]\d|2[0-4])[0-5]\d[A-Z]\s(?P<month>{capitalised(SHORT_MONTHS | {'may', 'june', 'july'})})\s(?P<year>\d\d|\d{{4}})(?!\d)"
)


def read_date_time_group(text: str, at: int) -> list[Expression]:
    """ "141830Z JUL 09", the day and hour of a cable."""
    match = _DATE_TIME_GROUP.match(text, at)
    if not match:
        return []
    item = replace(point_of(match, "day"), end=match.end(), year=full_year(match["year"]))
    return [item] if is_valid(item) else []


def read_iso(text: str, at: int) -> list[Expression]:
    """Reads "2024-03-15" at a place."""
    match = _ISO.match(text, at)
    if not match or (at and text[at - 1] in "-/.$#"):
        return []
    return [Expression(at, match.end(), "day", int(match["year"]), int(match["month"]), int(match["day"]))]


# "on 3.12. the men", "from 3.12. to 5.12."; a sentence may end with the number 3.12
_DAY_OF_MONTH = re.compile(r"(?P<day>[12]?\d|0\d|3[01])\.(?P<month>1[0-2]|0?[1-9])\.(?=\s[\da-z]|\s?[-–])")
_BEFORE_DAY = re.compile(
    r"(?i:\b(?:on|since|from|until|till|by|before|after|dated)\s|\d\.\d{1,2}\.(?:\s(?:to|and|until)\s|\s?[-–]\s?))$"
)


def read_day_of_month(text: str, at: int) -> list[Expression]:
    """ "On 3.12. 14 men were held": day and month with the points of the continent, without a year."""
    match = _DAY_OF_MONTH.match(text, at)
    if not match or not _BEFORE_DAY.search(text, max(0, at - 16), at):
        return []
    return [Expression(at, match.end(), "day", None, int(match["month"]), int(match["day"]))]


def read_numeric(text: str, at: int) -> list[Expression]:
    """Reads "3/15/2024", "15.03.2024", "15. 3. 2024" at a place; which number is the month is left open where both can
    be."""
    match = _NUMERIC.match(text, at) or _SPACED.match(text, at)
    joined = at and text[at - 1] in "-–" and _AFTER_NUMERIC.search(text, max(0, at - 12), at)
    if not match or (at and text[at - 1] in "-–/.$£€#:" and not joined):
        return []
    if len(match["year"]) == 2 and match[2] != "/" and not _is_dashed_date(text, at, match):
        return []
    a, b = int(match["a"]), int(match["b"])
    if not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return []
    return [Expression(at, match.end(), "numeric", full_year(match["year"]), a, b)]


_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>{capitalised(WEEKDAYS)})\.?,?\s(?=\d{{1,4}}[-/.]\d)")


def read_weekday_in_figures(text: str, at: int) -> list[Expression]:
    """Reads "Wed, 09/03/2025", "Monday 2025-03-03" at a place."""
    match = _WEEKDAY_BEFORE.match(text, at)
    items = match and (read_iso(text, match.end()) or read_numeric(text, match.end()))
    return [replace(items[0], start=at, weekday=WEEKDAYS[match["weekday"].lower()])] if items else []


FOREIGN_MONTHS = {row["word"]: int(row["month"]) for row in word_list("texts/foreign_months")}
_FOREIGN_DAY = re.compile(
    rf"{DAY_NUMBER}(?:\s?[-–]\s?(?P<day2>\d{{1,2}}))?(?P<mark>(?:er|[º.])?\s(?:de\s)?)(?P<month>{one_of(FOREIGN_MONTHS)})(?!\w)(?:\s(?:de\s|del\s)?{YEAR})?"
)
_SHORT_MONTH = (
    5  # letters of months that are English words or names too: "12 mars bars", "3 marts", "2 Mai Tais"
)
_UP_TO = re.compile(r"\d\s(?:al?|au|bis|à|e|et|und|y)\s$")  # "del 1 al 5 de marzo" is no single day


def read_foreign_day(text: str, at: int) -> list[Expression]:
    """ "13 de febrero", "1er juillet 2023", "7. Oktober 2023" in an English sentence that quotes them."""
    match = _FOREIGN_DAY.match(text, at)
    if not match or (at and text[at - 1] in "$£€,.:/-–#") or _UP_TO.search(text, max(0, at - 8), at):
        return []
    if len(match["month"]) <= _SHORT_MONTH and match["mark"] == " " and not match["year"]:
        return []
    first, last, year = (int(match[name]) if match[name] else None for name in ("day", "day2", "year"))
    item = Expression(at, match.end(), "day", year, FOREIGN_MONTHS[match["month"]], first, last)
    return [item] if is_valid(item) else []


_WEEK_NUMBER = re.compile(
    r"(?:(?i:(?:calendar\s)?weeks?)\s|(?P<short>W)0?)(?P<week>[1-9]|[1-4]\d|5[0-3])"
    r"(?:\s?(?:-|–|to|and)\s?(?P<last>[1-9]|[1-4]\d|5[0-3]))?"
    rf"(?![\w%]|[.,]\d)(?:,?\s(?:of\s)?{YEAR})?"
)
_ISO_WEEK = re.compile(rf"(?P<year>{FOUR_DIGITS})[-\s]?W(?P<week>0[1-9]|[1-4]\d|5[0-3])(?!\w)")
# who counts the weeks of the year without saying so, right before: a bulletin, a count of the ill; others number those
# of a trial or a strike
_COUNTS_WEEKS = re.compile(
    r"(?i)\b(?:bulletin|surveillance|influenza|flu|calendar|ISO|weekly\s(?:report|figures|update))\b"
    r"(?:(?!\b(?:says?|said)\b)[^;:]){0,20}$"
)
_AMERICAN_WEEK = re.compile(r"(?i)\b(?:epi(?:demiolog\w+)?|MMWR|surveillance)\s$")  # from Sunday


def read_week_number(text: str, at: int) -> list[Expression]:
    """ "week 17 of 2024", "weeks 10 to 12, 2024", "2024-W07"; "week 17" alone only where weeks are counted."""
    if match := _ISO_WEEK.match(text, at):
        return [Expression(at, match.end(), "week number", int(match["year"]), day=int(match["week"]))]
    match = _WEEK_NUMBER.match(text, at)
    if not match or _AMERICAN_WEEK.search(text, max(0, at - 18), at):
        return []
    named = text[at] == "W" or text.startswith(
        " of ", match.end()
    )  # "the Week 17 game", "week 3 of the trial"
    counted = re.match("(?i)calendar", match[0]) or _COUNTS_WEEKS.search(text, max(0, at - 40), at)
    if not match["year"] and (named or not counted):
        return []
    week, last, year = (int(match[name]) if match[name] else None for name in ("week", "last", "year"))
    item = Expression(at, match.end(), "week number", year, day=week, last_day=last)
    return [item] if not item.last_day or item.last_day > item.day else []


_BEFORE_DASHED = re.compile(
    r"(?i)(?:\b(?:on|dated|of|by|from|to|until|since|before|after|through|and|between|born|dob|date|updated|posted|published|revised|filed|received|issued)[\s:]{1,2}|[|(]\s?|\d-\d\d,\s)$|^\W?$"
)


_TO_DASHED = re.compile(r"\s(?:to|through|until|and)\s\d{1,2}-\d{1,2}-\d\d\b")


_AFTER_NUMERIC = re.compile(r"\d[/.]\d{1,2}[/.]\d{2,4}[-–]$")  # the end of a range without spaces


def _is_dashed_date(text: str, at: int, match: re.Match) -> bool:
    """Whether 12-31-20 is a date and no score or case number: the words before speak of time."""
    cue = _BEFORE_DASHED.search(text, max(0, at - 10), at) or _TO_DASHED.match(text, match.end())
    return match[2] == "-" and bool(cue)
