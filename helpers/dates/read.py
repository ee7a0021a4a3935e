"""Temporal expressions of an article as TIMEX3, put on the calendar where the text supports it.

`helpers.dates.found` has the expressions of a sentence, `helpers.dates.resolve.meaning` says what they mean (its
docstring has the conventions), `helpers.dates.publication` when the article was published, and this module keeps
what is known while it is read: the last date, the story. A date without a year takes it from the words around it
or from the publication, and says which; a vague expression ("recently") is a row without calendar dates;
ages, sections of laws, telephone numbers and years in names are no rows.

>>> from helpers.texts.corpus import Article
>>> from helpers.texts.sentence import sentences
>>> article = Article(slug="x", text="It ran from March 11 to March 22 last year.", published="2025-04-02")
>>> [(row.quote, row.begin, row.finish) for row in read_dates(article, sentences(article))]
[('March 11 to March 22 last year', '2024-03-11', '2024-03-22')]
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from helpers.dates.entries import entries_of
from helpers.dates.found import Found, find_in
from helpers.dates.publication import is_dateline, published_of
from helpers.dates.quotations import Quotations
from helpers.dates.resolve.calendar import Reading
from helpers.dates.resolve.context import Situation, is_aside, is_compared
from helpers.dates.resolve.meaning import resolve
from helpers.dates.words import Expression, english_words, one_of
from helpers.texts import Article, Row, Sentence

__all__ = ["DateRow", "read_dates"]


@dataclass(frozen=True, kw_only=True)
class DateRow(Row):
    """One temporal expression.

    Attributes:
        type: TIMEX3 type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value: 2024-03-15, 2024-04, 2024-W11, 2024-Q3, 2024-H1, 199 (a decade), FY2023, P12D,
            PT48H, PXY, PAST_REF; both ends of a range (2024-03-11/2024-03-22); X for digits that are not
            known (XXXX-03-15).
        mod: TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE,
            ON_OR_AFTER ("since"), or empty.
        begin, finish: First and last day, both included, as ISO dates; empty for durations, sets and what
            cannot be placed. "The past four months" are a duration that ends on the day of publication.
        precision: day, range, week, weekend, month, quarter, half year, season, year, fiscal year, decade,
            century, "part of" one of these, time of day, duration, set, vague.
        year_from: text, context (another date of the text), publication, dateline (where only the text tells it) or none.
        vague: True if the words, with all the article tells, give neither a stretch of the calendar nor a
            length: "recently", "several weeks", "daily", "6 a.m." of no known day, "Monday" in an undated
                text.
        sentence: Text of the sentence.
        sentence_start: Offset of the sentence in the article's text.
        alternatives: Values of the other readings that the words allow ("7/4/2023": 2023-07-04 and 2023-04-07),
            separated by "; "; empty where the words allow one.
        settled_by: What chose among them: tense, publication, dateline, weekday (beside it), other dates (of the text), agency
            (its country), country; empty where nothing did, or nothing had to.
        event: The verb that governs it, as its lemma; empty where the sentence was not parsed.
        told_behind: Start of the date of the verb before it in a row of verbs in the past ("arrested on 8 May and charged on
            9 May"); -1 where there is none.
    """

    type: str
    value: str
    mod: str
    begin: str
    finish: str
    precision: str
    year_from: str
    vague: bool
    sentence: str
    sentence_start: int
    alternatives: str = ""
    settled_by: str = ""
    event: str = ""
    told_behind: int = -1


def read_dates(article: Article, sentences: Sequence[Sentence]) -> list[DateRow]:
    """Every temporal expression, in the order of the text.

    Args:
        article: The article; relative and yearless dates are resolved against its `published`.
        units: Its units, from `helpers.texts.sentence`.
    """
    found = [found for sentence in sentences if (found := find_in(sentence)).expressions]
    if not found:
        return []
    published, source = published_of(article, sentences, found)
    situation = Situation(published, article.text, published_from=source)
    days = [] if published else _days_told(found)
    if not published:
        situation.latest_year = max(map(int, _YEAR.findall(article.text)), default=0)
    under, entries = entries_of(sentences, found), {}
    rows: list[DateRow] = []
    block, quotations = None, Quotations(article.text)
    for one in found:
        situation.sentence, situation.language = one.words.text, one.sentence.language
        if one.sentence.block is not block:
            block, situation.year_before = one.sentence.block, None
        situation.year_here = situation.day_here = None
        situation.spoken_from = quotations.open_at(one.sentence)
        situation.entry, situation.beside = entries.get(under.get(one.sentence.start)), one.expressions
        situation.year_elsewhere = _year_near(days, one.sentence.start, situation.latest_year)
        _share_years(one.words.text, one.expressions)
        for item in one.expressions:
            rows += _rows(article, one, item, situation)
        if one.sentence.start in under.values() and situation.day_here:
            entries[one.sentence.start] = situation.day_here.begin
        situation.year_before = situation.year_here or situation.year_before
    if source == "publication" or article.published_range:
        return rows
    return [replace(row, year_from=source) if row.year_from == "publication" else row for row in rows]


def _rows(article: Article, found: Found, item: Expression, situation: Situation) -> list[DateRow]:
    reading = resolve(item, situation)
    if reading is None and item.kind in ("range", "later", "following", "first months", "units before"):
        parts = [
            part for part in (item.inner, item.until) if part
        ]  # ends that do not fit; no story: a length
        return [row for part in parts for row in _rows(article, found, part, situation)]
    if reading is None:
        return []
    _remember(found, item, reading, situation)
    measured = reading.type == "DURATION" and reading.precision == "duration"
    sentence = found.sentence
    start, end = found.words.span(item.start, item.end)
    return [
        DateRow(
            **article.evidence(sentence.start + start, sentence.start + end, sentence.block),
            type=reading.type,
            value=reading.value,
            mod=reading.mod,
            begin=_iso(reading.begin),
            finish=_iso(reading.finish),
            precision=reading.precision,
            year_from=reading.year_from if reading.begin else "none",
            vague=not (reading.begin or measured),
            sentence=sentence.text,
            sentence_start=sentence.start,
            alternatives="; ".join(value for value in reading.alternatives if value != reading.value),
            settled_by=reading.settled_by if reading.alternatives else "",
        )
    ]


def _remember(found: Found, item: Expression, reading: Reading, situation: Situation) -> None:
    """Keeps a placed reading for the expressions after it: what "the previous year" and "two days later" count
    from."""
    if not reading.begin or reading.type == "DURATION":
        return
    # "two days later" counts from the beginning of "since"
    since = resolve(item.inner, situation) if item.kind == "since" else None
    placed = since or (reading if reading.finish else replace(reading, finish=reading.begin))
    looks_back = item.kind == "same period" or item.kind == "ago" and item.number < 0
    looks_back = looks_back or item.kind == "shift" and item.anchor == "context" and item.number < 0
    aside = is_aside(found.words.text, item.start, item.end)
    looks_back = looks_back or aside
    if reading.finish and reading.begin < reading.finish and not looks_back:
        situation.stretch = reading
    compared = is_compared(found.words.text, item.start) or _tells_when_told(found, item)
    compared = compared or aside or is_dateline(found, item)
    if not (compared and situation.last):
        situation.last = placed
        situation.told_at = found.sentence.start + found.words.span(item.start, item.end)[0]
    to_come = situation.published and placed.begin > situation.published[1]
    if not (to_come or compared or item.kind == "ago" and item.anchor == "context" and item.number < 0):
        situation.story = placed
    if reading.precision == "day" and item.kind == "day":
        situation.day_here = placed
    if item.kind == "range":
        situation.ranges.append(placed)
    if item.kind == "ending" and reading.precision == "range":
        situation.twelve_months = placed
    whole_quarter = reading.precision == "quarter" or item.kind == "ending" and item.unit == "3M"
    if whole_quarter and not looks_back:
        situation.quarter = placed
    if placed.begin == placed.finish and not looks_back:
        situation.day_told = placed
    if item.kind in ("month", "day") and item.unit != "M":
        situation.months.add((placed.begin.year, placed.begin.month))
        named = item.kind == reading.precision == "day" and reading.year_from == "text"
        situation.days |= {(placed.begin.month, placed.begin.day): placed.begin.year} if named else {}
    if _tells_the_year(found.words.text, item, reading) and not (compared and reading.year_from == "text"):
        situation.year_here = placed


_TOLD = re.compile(rf"(?i)\b{one_of(english_words('telling'))}\s(?:(?:on|in|late|early)\s)?$")


def _tells_when_told(found: Found, item: Expression) -> bool:
    """Whether a date behind another one only tells when somebody spoke: "in 2024, according to figures published last
    Tuesday. Two years earlier"."""
    return item is not found.expressions[0] and bool(
        _TOLD.search(found.words.text, max(0, item.start - 24), item.start)
    )


def _tells_the_year(text: str, item: Expression, reading: Reading) -> bool:
    """Whether a date gives its year to the yearless dates after it."""
    if reading.year_from == "context":
        return item.kind in ("day", "month") and not item.unit
    if _HISTORY.search(text, max(0, item.start - 30), item.start):
        return False
    dated = item.kind in ("day", "month", "numeric", "range") or reading.precision == "part of month"
    opening = item.kind == "year" and text[: min(item.start, 12)].strip().lower() in ("in", "during")
    return reading.year_from == "text" and (dated or opening)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


# ---- years -----------------------------------------------------------------------------------------------------------


_HISTORY = re.compile(rf"(?i)\b{one_of(english_words('history'))}\b[^,;.]{{0,15}}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _days_told(found: Sequence[Found]) -> list[tuple[int, int]]:
    """(Start of the sentence, year) of each day that an article gives in full, in the order of the text; not of a birth or a
    founding."""
    return [
        (one.sentence.start, year)
        for one in found
        for item in one.expressions
        if (year := _year_of_day(item))
        and not _HISTORY.search(one.words.text, max(0, item.start - 30), item.start)
    ]


def _year_near(days: list[tuple[int, int]], start: int, latest: int) -> int | None:
    """The year of the nearest of these days, before the unit at start if there is one, if it is the latest that the article
    names: an earlier one, a month and "since" may be history, and tell of no other date."""
    place = bisect(days, (start, 9999))
    year = days[max(place - 1, 0)][1] if days else None
    return year if year == latest else None


def _year_of_day(item: Expression) -> int | None:
    """The year of a day, of that of a time, or of the later end of a range."""
    if item.kind in ("day", "numeric"):
        return item.year
    nested = [_year_of_day(one) for one in (item.until, item.inner) if one and item.kind != "since"]
    return next((year for year in nested if year), None)


_LISTED = re.compile(r"(?:,|,? and|,? or|,? &)\s?(?:on |in |again on |again in )?")


def _share_years(text: str, expressions: list[Expression]) -> None:
    """Gives "March 3" the year of its neighbour in "March 3 and April 5, 2024"."""
    for number in range(len(expressions) - 2, -1, -1):
        item, after = expressions[number], expressions[number + 1]
        if (
            item.kind in ("day", "month")
            and after.kind in ("day", "month")
            and item.year is None
            and not item.unit
            and after.year
            and _LISTED.fullmatch(text, item.end, after.start)
            and (item.month, item.day or 0) <= (after.month, after.day or 31)
        ):
            expressions[number] = replace(item, year=after.year)
