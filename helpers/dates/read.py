"""Temporal expressions of an article as TIMEX3, put on the calendar where the text supports it.

`helpers.dates.find.grammar` finds the expressions of a sentence, `helpers.dates.resolve.meaning` says what
they mean (its docstring has the conventions), and this module keeps what is known while an article is read:
its day of publication, its dateline, the last date. A date without a year takes it from the words around it
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

from helpers.dates.find.grammar import find_expressions
from helpers.dates.resolve.calendar import Reading
from helpers.dates.resolve.context import Situation
from helpers.dates.resolve.meaning import resolve
from helpers.dates.words import Expression
from helpers.texts import Article, Row, Sentence

__all__ = ["DateRow", "read_dates"]

DATELINE_SENTENCES = 6  # a dateline or a printed date of publication stands among the first units


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
            cannot be placed.
        precision: day, range, week, weekend, month, quarter, half year, season, year, fiscal year, decade,
            century, "part of" one of these, time of day, duration, set, vague.
        year_from: Where the year comes from: text, context (another date of the text), publication, or none.
        vague: True if the words, with all the article tells, give neither a stretch of the calendar nor a
            length: "recently", "several weeks", "daily", "6 a.m." of no known day, "Monday" in an undated
                text.
        sentence: Text of the unit.
        sentence_start: Offset of the unit in the article's text.
        event: The verb that governs it, as its lemma; empty where the sentence was not parsed.
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
    event: str = ""


def read_dates(article: Article, sentences: Sequence[Sentence]) -> list[DateRow]:
    """Every temporal expression, in the order of the text.

    Args:
        article: The article; relative and yearless dates are resolved against its `published`.
        units: Its units, from `helpers.texts.sentence`.
    """
    found = [
        (sentence, expressions) for sentence in sentences if (expressions := find_expressions(sentence.text))
    ]
    if not found:
        return []
    situation = Situation(_published(article, sentences, found), article.text)
    dated = [
        (sentence.start, year) for sentence, items in found for item in items if (year := _dated_year(item))
    ]
    rows: list[DateRow] = []
    block = None
    for sentence, expressions in found:
        situation.sentence = sentence.text
        if sentence.block is not block:
            block, situation.year_before = sentence.block, None
        situation.year_here = None
        if not situation.published:
            situation.years_elsewhere = _years_near(dated, sentence.start)
        _share_years(sentence.text, expressions)
        for item in expressions:
            rows += _rows(article, sentence, item, situation)
        situation.year_before = situation.year_here or situation.year_before
    return rows


def _rows(article: Article, sentence: Sentence, item: Expression, situation: Situation) -> list[DateRow]:
    reading = resolve(item, situation)
    if reading is None and item.kind == "range":  # the ends do not fit together: two dates
        return [row for end in (item.inner, item.until) for row in _rows(article, sentence, end, situation)]
    if reading is None:
        return []
    if reading.begin and reading.type != "DURATION":
        since = (
            resolve(item.inner, situation) if item.kind == "since" else None
        )  # "two days later" counts from its beginning
        situation.last = since or (reading if reading.finish else replace(reading, finish=reading.begin))
        if _tells_the_year(sentence.text, item, reading):
            situation.year_here = situation.last
    measured = reading.type == "DURATION" and reading.precision == "duration"
    return [
        DateRow(
            **article.evidence(sentence.start + item.start, sentence.start + item.end, sentence.block),
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
        )
    ]


_COMPARED = re.compile(
    r"(?i)\b(?:than|against|versus|vs\.?|compared\s(?:with|to)|up\s(?:[^\s,]{1,12}\s){0,2}(?:from|on)|down\s(?:[^\s,]{1,12}\s){0,2}(?:from|on)"
    r"|from\s[$£€]?\d[\d,.]*)\b[^,;.]{0,40}$"
)


def _tells_the_year(text: str, item: Expression, reading: Reading) -> bool:
    """Whether a date gives its year to the yearless dates after it: not one that something is only compared
    with."""
    if reading.year_from == "context":
        return item.kind in ("day", "month") and not item.unit
    dated = item.kind in ("day", "month", "numeric", "range") or reading.precision == "part of month"
    opening = item.kind == "year" and text[: min(item.start, 12)].strip().lower() in ("in", "during")
    return (
        reading.year_from == "text"
        and (dated or opening)
        and not _COMPARED.search(text, max(0, item.start - 70), item.start)
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


# ---- publication and years
# ----------------------------------------------------------------------------------------------

_AFTER_DATELINE = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:[—–]|--?\s)")
_BEFORE_DATELINE = re.compile(r"[A-Z][\w.,'’()/ -]{1,60}")
_RELEASE = re.compile(
    r"(?i)(?:for immediate release|published|posted|updated|released?|date|last updated|press release)\b[\s:,—–-]{0,5}(?:on )?"
)


def _published(
    article: Article, sentences: Sequence[Sentence], found: list[tuple[Sentence, list[Expression]]]
) -> tuple[date, date] | None:
    """First and last possible day of publication: the catalogue's, or where it has no day, that of a dateline
    or a printed date."""
    known = article.published_range
    if known and known[0] == known[1]:
        return known
    first = {sentence.start for sentence in sentences[:DATELINE_SENTENCES]}
    for sentence, expressions in found:
        if sentence.start not in first:
            break
        item = expressions[0]
        before, after = sentence.text[: item.start], sentence.text[item.end :]
        printed = not after.strip(" .|") and (not before.strip() or _RELEASE.fullmatch(before.strip() + " "))
        dateline = (
            _AFTER_DATELINE.match(after)
            and _BEFORE_DATELINE.fullmatch(before)
            and any(w.isupper() and len(w) > 3 for w in re.split(r"\W+", before))
        )
        if item.kind in ("day", "numeric") and (printed or dateline):
            reading = resolve(item, Situation(known, article.text, sentence.text))
            if (
                reading
                and reading.begin
                and reading.begin == reading.finish
                and (not known or known[0] <= reading.begin <= known[1])
            ):
                return reading.begin, reading.begin
    return known


def _years_near(dated: list[tuple[int, int]], start: int) -> list[int]:
    """The year of the nearest date that the article gives in full, before the unit at start if there is one,
    otherwise after it.

    Args:
        dated: (start of the unit, year) of these dates, in the order of the text.
    """
    place = bisect(dated, (start, 9999))
    return [dated[max(place - 1, 0)][1]] if dated else []


def _dated_year(item: Expression) -> int | None:
    if item.kind in ("day", "month", "numeric"):
        return item.year
    nested = [year for inner in (item.inner, item.until) if inner and (year := _dated_year(inner))]
    return nested[0] if nested else None


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
