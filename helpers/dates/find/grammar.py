"""Finds temporal expressions in a sentence: where they stand and what they say, before any calendar is asked.

A reader starts at a word that can open an expression (a month, a number, "last", "since"); `openers` says which
readers to try at which word. Neighbours are then joined (`helpers.dates.find.joins`). What an
expression means on the calendar is the work of `helpers.dates.resolve.meaning`.

>>> [(e.kind, e.start, e.end) for e in find_expressions("In May 2021 they may seize 2,021 pills.")]
[('month', 3, 11)]
"""

import re
from dataclasses import replace

from helpers.dates.find.joins import join
from helpers.dates.find.left_out import with_lengths_left_out
from helpers.dates.find.openers import READERS
from helpers.dates.find.simple import read_first
from helpers.dates.find.years import COUNTED, YEAR_ALONE
from helpers.dates.words import Expression

_TOKEN = re.compile(r"[A-Za-z]+|[’']?\d+")
_TRIGGER = re.compile(r"[a-z]+|\d")
_TRIGGERS = frozenset(READERS)
_LIST_GAP = re.compile(
    r"(?:,\s|,?\s(?:and|or|nor|to|vs\.?|versus|but|then|from)\s|\s?/\s?|\s?\|\s?)(?:in\s)?"
)
_LISTED_KINDS = ("year", "month", "day", "ending", "share", "quarter", "half", "season")
_PART_BEHIND = re.compile(r"[\s/-]?[QHqh][1-4]\b")  # "Q4/2012 and 2013 Q1"
_SUBJECT = re.compile(
    r"\s(?:brought|saw|was|is|became|marked|ended|began|will|has|had|looks?|proved|promises)\b"
)
_AND_GAP = re.compile(r",\s|,?\s(?:and|or)\s")
_OR_NEXT = re.compile(r"\s(?:or|and)\s(?:the\s)?")
_STEPS = {"this": 0, "next": 1, "last": -1}
_NEXT = re.compile(
    r"(?i:next|last|this)(?=[.,;:)]|$|\s(?!(?:day|week|month|year|quarter|weekend|\w+day)\b)[a-z])"
)
_ORDINAL_DAY = re.compile(r"\w+(?:st|nd|rd|th)\b")
_RELATIVE = re.compile(r"(?i:last|past|next|coming|previous|following|preceding|final|first)\b")
_THE = re.compile(r"(?i:\bthe\s)$")
_TAKES_ARTICLE = frozenset(
    [
        "part",
        "share",
        "fiscal",
        "decade",
        "century",
        "ending",
        "shift",
        "quarter",
        "half",
        "season",
        "holiday",
        "week of",
        "same period",
        "split year",
        "nth",
        "following",
    ]
)


def find_expressions(text: str) -> list[Expression]:
    """The temporal expressions of a sentence in the order of the text; they do not overlap."""
    if _TRIGGERS.isdisjoint(_TRIGGER.findall(text.lower())):
        return []
    found: list[Expression] = []
    at = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < at:
            continue
        word = token[0]
        readers = READERS.get(word[-1] if word[-1].isdigit() else word.lower())
        if readers is None or (start and text[start - 1].isalnum()):
            continue
        items = _listed(text, found[-1], start, word) if found else []
        items = items or read_first(text, start, readers)
        if items:
            found += [_with_article(text, item, at) for item in items]
            at = items[-1].end
    found = with_lengths_left_out(text, found)
    return join(text, found) if len(found) > 1 else found


def _listed(text: str, before: Expression, at: int, word: str) -> list[Expression]:
    """What goes on a list: 2020 and 2021 in "in 2019, 2020 and 2021"; 2015 in "in March 2014 and 2015" is the
    March of 2015; "next" in "this month or next" is the next month."""
    if at - before.end >= 8:
        return []
    if word.lower() in _STEPS and before.kind in ("shift", "season") and before.unit != "D":
        both = _OR_NEXT.fullmatch(text, before.end, at) and _NEXT.match(text, at)
        number = _STEPS[word.lower()]
        other = both and number != before.number and before.number in (-1, 0, 1)
        return [replace(before, start=at, end=at + 4, number=number)] if other else []
    match = YEAR_ALONE.match(text, at) if word.isdigit() and before.kind in _LISTED_KINDS else None
    if not match or not _LIST_GAP.fullmatch(text, before.end, at) or _PART_BEHIND.match(text, match.end()):
        return []
    if _SUBJECT.match(text, match.end()):
        return [Expression(at, match.end(), "year", int(match["year"]))]
    year, counted = int(match["year"]), COUNTED.match(text, match.end())
    if before.kind == "year" and year == before.year and "|" in text[before.end : at]:
        return []  # "2024 | 2024 |": how many there were in 2024
    if before.kind == "year":
        bare = counted and not (1950 <= year <= 2049 and year % 100)
        return [] if bare else [Expression(at, match.end(), "year", year)]
    inner = before if before.year is not None else before.inner
    if counted or not inner or inner.year is None or not _AND_GAP.fullmatch(text, before.end, at):
        return []
    if inner is before:
        return [replace(before, start=at, end=match.end(), year=year)]
    return [replace(before, start=at, end=match.end(), inner=replace(inner, year=year))]


_FROM = re.compile(r"(?i)\bfrom\s$")
_ON = re.compile(r"(?i)\s(?:on(?=[.,;:)]|$)|onwards?\b)")
_BEGINNINGS = frozenset(["year", "month", "day", "numeric", "weekday", "quarter", "fiscal"])


def _open_ended(text: str, item: Expression) -> Expression:
    """What goes on from a date: "from 2012 on, they", "from May 2020 onwards"."""
    if item.kind not in _BEGINNINGS or not _FROM.search(text, max(0, item.start - 6), item.start):
        return item
    on = _ON.match(text, item.end)
    return Expression(item.start, on.end(), "since", inner=item) if on else item


def _with_article(text: str, item: Expression, floor: int) -> Expression:
    """Takes "the" into the expression where it belongs to it: "the first half of 2025", "the 15th of March",
    "the past few years"."""
    item = _open_ended(text, item)
    if item.start - 4 < floor or not _THE.search(text, item.start - 4, item.start):
        return item
    ordinal_day = item.kind == "day" and _ORDINAL_DAY.match(text, item.start)
    relative = item.kind in ("duration", "vague", "first months", "units before") and _RELATIVE.match(
        text, item.start
    )
    if item.kind in ("quarter", "half") and text[item.start].isdigit():  # "the 2016H1 report"
        return item
    calendar = item.kind == "year" and not text[item.start].isdigit()  # "the calendar year of 2017"
    if item.kind in _TAKES_ARTICLE or calendar or ordinal_day or relative:
        item.start -= 4
        if item.kind in ("following", "first months", "units before"):  # a length without a story has it too
            item.inner.start -= 4
    return item
