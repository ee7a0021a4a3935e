"""Finds temporal expressions in a sentence: where they stand and what they say, before any calendar is asked.

A reader starts at a word that can open an expression (a month, a number, "last", "since"); the table here
says which readers to try at which word. Neighbours are then joined (`helpers.dates.find.joins`). What an
expression means on the calendar is the work of `helpers.dates.resolve.meaning`.

>>> [(e.kind, e.start, e.end) for e in find_expressions("In May 2021 they may seize 2,021 pills.")]
[('month', 3, 11)]
"""

import re

from dataclasses import replace

from helpers.dates.find.joins import join
from helpers.dates.find.lengths import (
    VAGUE,
    read_bare_units,
    read_clock,
    read_duration,
    read_few_units,
    read_half,
    read_long,
    read_rate,
    read_relative_units,
    read_set,
    read_vague,
)
from helpers.dates.find.nested import (
    Reader,
    read_day_of,
    read_earlier,
    read_ending,
    read_first,
    read_part,
    read_share,
    read_since,
    read_week_of,
)
from helpers.dates.find.periods import (
    HOLIDAYS,
    TENS,
    read_century,
    read_decade,
    read_fiscal,
    read_fiscal_shift,
    read_holiday,
    read_named_quarter,
    read_quarter,
    read_season_alone,
    read_season_year,
    read_short_decade,
    read_split_year,
    read_spoken_year,
)
from helpers.dates.find.points import (
    COUNTED,
    YEAR_ALONE,
    read_dashed,
    read_day_month,
    read_iso,
    read_month_alone,
    read_month_day,
    read_month_year,
    read_numeric,
    read_ordinal_day,
    read_weekday,
    read_year,
)
from helpers.dates.find.relative import (
    read_ago,
    read_same_period,
    read_shift,
    read_so_far,
    read_the_quarter,
    read_today,
    read_units_ago,
    read_weekend,
    read_year_before,
)
from helpers.dates.words import LONG_DAYS, MONTHS, NUMBERS, ORDINALS, SHIFTS, WEEKDAYS, Expression, words_of

_MONTH_READERS = (read_holiday, read_dashed, read_month_day, read_month_year, read_month_alone)
_DIGIT_READERS = (
    read_iso,
    read_numeric,
    read_dashed,
    read_holiday,
    read_vague,
    read_day_month,
    read_day_of,
    read_share,
    read_century,
    read_clock,
    read_decade,
    read_short_decade,
    read_fiscal,
    read_quarter,
    read_ending,
    read_ago,
    read_duration,
    read_split_year,
    read_year,
    read_named_quarter,
)
_NUMBER_READERS = (read_ending, read_ago, read_duration)
_SHIFT_READERS = (
    read_so_far,
    read_fiscal_shift,
    read_ending,
    read_share,
    read_few_units,
    read_relative_units,
    read_shift,
)


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Which readers to try at a word, in this order; a digit stands for every number."""
    table: dict[str, list[Reader]] = {digit: list(_DIGIT_READERS) for digit in "0123456789"}

    def add(words, *readers: Reader) -> None:
        for word in words:
            known = table.setdefault(re.match(r"[a-z]+|\d", word)[0], [])
            known += [reader for reader in readers if reader not in known]

    add(SHIFTS, *_SHIFT_READERS)
    add(("full", "latest", "preceding"), read_ending, read_relative_units)
    add(("same",), read_same_period)
    table["same"] = [
        read_same_period,
        *[reader for reader in table["same"] if reader is not read_same_period],
    ]
    add(MONTHS, *_MONTH_READERS)
    add(WEEKDAYS, read_holiday, read_weekday, read_set)
    add(("weekdays", "weekends", "weeknights", "every", "each", *(f"{day}s" for day in LONG_DAYS)), read_set)
    add(
        ORDINALS,
        read_ordinal_day,
        read_ending,
        read_share,
        read_few_units,
        read_relative_units,
        read_century,
        read_named_quarter,
    )
    add(("early", "late", "mid", "year", "month", "week", "quarter", "decade"), read_part)
    add(("overnight", "at", "before"), read_week_of)
    add(words_of("part"), read_part, read_share)
    add(NUMBERS, *_NUMBER_READERS)
    add(("a", "an", "per"), read_few_units, read_rate)
    add(
        [
            "several",
            "many",
            "few",
            "some",
            "numerous",
            "multiple",
            "countless",
            "couple",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens",
        ],
        read_ago,
        read_few_units,
    )
    add(("half", "quarter"), read_half, read_ending)
    add(
        ("fiscal", "financial", "tax", "budget", "fy", "fye", "sfy", "ffy"),
        read_so_far,
        read_quarter,
        read_fiscal,
    )
    add(("q", "h"), read_quarter)
    add(TENS, read_decade)
    add(("nineteen", "twenty"), read_decade, read_spoken_year)
    add(words_of("season"), read_season_year, read_season_alone)
    add(("today", "yesterday", "tomorrow", "tonight", "day"), read_today, read_week_of, read_long)
    add(("earlier", "later"), read_earlier)
    add(("so", "thus", "to", "year"), read_so_far)
    add(("the",), read_weekend, read_year_before, read_the_quarter)
    add(("since",), read_since)
    add(
        [
            "week",
            "weekend",
            "fortnight",
            "month",
            "morning",
            "afternoon",
            "evening",
            "night",
            "early",
            "small",
            "calendar",
            "decade",
            "year",
        ],
        read_ending,
        read_week_of,
        read_long,
    )
    add(
        [
            "hour",
            "day",
            "week",
            "month",
            "year",
            "decade",
            "century",
            "quarter",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
        ],
        read_long,
    )
    add(
        [
            "hourlong",
            "daylong",
            "weeklong",
            "monthlong",
            "yearlong",
            "decadelong",
            "weekslong",
            "monthslong",
            "yearslong",
            "decadeslong",
        ],
        read_long,
    )
    add(
        ["hours", "days", "weeks", "months", "years", "decades", "centuries", "minutes", "moments"],
        read_units_ago,
        read_ending,
        read_bare_units,
    )
    add(["years", "months", "weeks", "quarters"], read_ending)
    add(("noon", "midnight", "midday"), read_clock)
    add(HOLIDAYS, read_holiday)
    add(VAGUE, read_vague)
    return {word: tuple(readers) for word, readers in table.items()}


_TABLE = _readers()
_TOKEN = re.compile(r"[A-Za-z]+|[’']?\d+")
_TRIGGER = re.compile(r"[a-z]+|\d")
_TRIGGERS = frozenset(_TABLE)
_LIST_GAP = re.compile(
    r"(?:,\s|,?\s(?:and|or|nor|to|vs\.?|versus|but|then|from)\s|\s?/\s?|\s?\|\s?)(?:in\s)?"
)
_LISTED_KINDS = ("year", "month", "ending")
_AND_GAP = re.compile(r",\s|,?\s(?:and|or)\s")
_OR_NEXT = re.compile(r"\s(?:or|and)\s(?:the\s)?")
_NEXT = re.compile(r"(?i:next)(?=[.,;:)]|$|\s(?!(?:day|week|month|year|quarter|weekend|\w+day)\b)[a-z])")
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
        readers = _TABLE.get(word[-1] if word[-1].isdigit() else word.lower())
        if readers is None or (start and text[start - 1].isalnum()):
            continue
        items = _listed(text, found[-1], start, word) if found else []
        items = items or read_first(text, start, readers)
        if items:
            found += [_with_article(text, item, at) for item in items]
            at = items[-1].end
    return join(text, found) if len(found) > 1 else found


def _listed(text: str, before: Expression, at: int, word: str) -> list[Expression]:
    """What goes on a list: 2020 and 2021 in "in 2019, 2020 and 2021"; 2015 in "in March 2014 and 2015" is the
    March of 2015; "next" in "this month or next" is the next month."""
    if at - before.end >= 8:
        return []
    if word.lower() == "next" and before.kind == "shift" and before.number == 0:
        both = _OR_NEXT.fullmatch(text, before.end, at) and _NEXT.match(text, at)
        return [replace(before, start=at, end=at + 4, number=1)] if both else []
    match = YEAR_ALONE.match(text, at) if word.isdigit() and before.kind in _LISTED_KINDS else None
    if not match or not _LIST_GAP.fullmatch(text, before.end, at):
        return []
    year, counted = int(match["year"]), COUNTED.match(text, match.end())
    if before.kind == "year":
        bare = counted and not (1950 <= year <= 2049 and year % 100)
        return [] if bare else [Expression(at, match.end(), "year", year)]
    inner = before.inner or before
    if counted or inner.year is None or not _AND_GAP.fullmatch(text, before.end, at):
        return []
    inner = replace(inner, start=at, end=match.end(), year=year)
    return [
        inner
        if before is not before.inner and before.kind == "month"
        else replace(before, start=at, end=match.end(), inner=inner)
    ]


def _with_article(text: str, item: Expression, floor: int) -> Expression:
    """Takes "the" into the expression where it belongs to it: "the first half of 2025", "the 15th of March",
    "the past few years"."""
    if item.start - 4 < floor or not _THE.search(text, item.start - 4, item.start):
        return item
    ordinal_day = item.kind == "day" and _ORDINAL_DAY.match(text, item.start)
    relative = item.kind in ("duration", "vague") and _RELATIVE.match(text, item.start)
    if item.kind in _TAKES_ARTICLE or ordinal_day or relative:
        item.start -= 4
    return item
