"""What is told of one article, contradictions first.

What a reporter or an editor wants to know before it is printed: which figures contradict each other, in the
exact words; then when, how many, who did what, who said what; and which figures nothing in the text tests.
"""

import json
import math
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter

import pandas as pd

from helpers.archive.document import Document
from helpers.checks import check_all, may_overlap
from helpers.extraction import Tables, extract
from helpers.texts import (
    MONTH_NAMES,
    READ_LANGUAGES,
    SPOKEN,
    Article,
    language_of,
    partly_read_line,
    sentences,
    unread_line,
    word_list,
)

__all__ = ["NOT_TESTED", "Report", "one_line", "report_on"]

_UNDATED = "no date of publication is known; give it, so that dates without a year can be placed: --published 2025-03-04"
NOT_TESTED = "Not tested"
ALL_TESTED = "nothing: every number is compared with another above"
NO_NUMBER = "nothing: no number was read"
SHOWN = 6  # words from an action on
UNTOLD = "Open, as groups may overlap"
_YEAR_FROM = {
    "context": "another date of the text",
    "publication": "the day of publication",
    "dateline": "the date at the head of the text",
}
# What every year has, so that another date gives no more than the year; "Sunday" and "last week" have a place by it alone.
_NAMED = {
    *MONTH_NAMES,
    *(name[:3] for name in MONTH_NAMES),
    *(row["word"] for row in word_list("texts/foreign_months")),
    *(row["name"] for row in word_list("dates/en/holidays")),
    *("Sept", "spring", "summer", "autumn", "fall", "winter", "primavera", "verano", "otoño", "invierno"),
}
_NUMBERED = r"(?:first|second|third|fourth|primer|segundo|tercer|cuarto)\s(?:quarter|half|trimestre|semestre)|[QH][1-4]"
_YEARLY = re.compile(
    rf"(?i)\b(?:{'|'.join(map(re.escape, sorted(_NAMED, key=len, reverse=True)))}|{_NUMBERED})\b"
)


@dataclass(frozen=True)
class Line:
    """One thing that is told: `words`, the `sentences` of the text that show it, each with the places to mark."""

    words: str
    sentences: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()


@dataclass(frozen=True)
class Report:
    """What was found in one article.

    Attributes:
        title: The title of the article, or the name of its source.
        notes: What a reader should know first: no date of publication, odd characters.
        parts: Heading → lines, in the order in which they are shown; contradictions first. None of a text that is not read.
        tables: Table → rows, with all their columns.
    """

    title: str
    notes: tuple[str, ...]
    parts: dict[str, tuple[Line, ...]]
    tables: dict[str, list[dict]]


def report_on(document: Document, published: str = "") -> Report:
    """Reads one article and puts together what it tells.

    Args:
        document: From `documents`.
        published: Day, month or year of publication, if the document does not say or says it wrong.
    """
    article = replace(document, published=published or document.published).article
    with warnings.catch_warnings():  # what it warns about is in its tables, and among the notes
        warnings.simplefilter("ignore")
        tables = extract([article])
    checks, untested = check_all(tables)
    frames = {**dict(tables), "checks": checks}
    holds, untold = checks["holds"].astype(bool), may_overlap(checks, tables.quantities)
    within = _Sentences(article)
    parts = {
        "Contradictions": _once(_relations(checks[~holds & ~untold], within)),
        **({UNTOLD: _once(_relations(checks[untold], within))} if untold.any() else {}),
        "Dates": _once(_dates(tables.dates, within)),
        "Quantities": _once(_quantities(tables.quantities, within)),
        "Who did what": tuple(_roles(tables.roles, within)),
        "Who said what": _once(_statements(tables.statements, within, _linked(tables))),
        "What agrees": _once(_relations(checks[holds], within)),
        NOT_TESTED: (*_untested(untested, tables.quantities), *_set_aside(tables.set_aside))
        or (Line(ALL_TESTED if len(tables.quantities) else NO_NUMBER),),
    }
    notes = [*document.notes, *tables.problems["problem"]]
    unread = unread_line(tables.unread.itertuples(index=False, name=None))
    notes += filter(None, [unread, partly_read_line(document.text)])
    if unread and _is_unread(article, tables):
        parts = {}
    elif not article.published and not (tables.dates["year_from"] == "dateline").any():
        notes.insert(0, _UNDATED)
    rows = {
        name: json.loads(frame.to_json(orient="records", date_format="iso")) for name, frame in frames.items()
    }
    title = document.title or next(
        (block.text for block in article.blocks if block.kind == "title"), document.source
    )
    return Report(title, tuple(notes), parts, rows)


def _is_unread(article: Article, tables: Tables) -> bool:
    """Whether a text is in a language that is not read, so that nothing is to be told of it."""
    of_text = (frame for name, frame in tables if name != "set_aside")
    return language_of(article.text) not in READ_LANGUAGES and all(frame.empty for frame in of_text)


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines with the same words as one, which says how often they were found and shows all their sentences."""
    same: dict[str, list[Line]] = {}
    for line in lines:
        same.setdefault(line.words, []).append(line)
    return tuple(
        Line(words if len(own) == 1 else f"{words} ({len(own)}×)", _joined(own))
        for words, own in same.items()
    )


def _joined(lines: Iterable[Line]) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """The sentences of several lines, each once, with all the places to mark in it."""
    found: dict[str, set[tuple[int, int]]] = {}
    for sentence, places in (one for line in lines for one in line.sentences):
        found.setdefault(sentence, set()).update(places)
    return tuple((sentence, tuple(sorted(places))) for sentence, places in found.items())


class _Sentences:
    """The sentences of an article, by a place inside them."""

    def __init__(self, article: Article):
        self._text = article.text
        self._spans = [(one.start, one.end) for one in sentences(article)]  # in order, none in another

    def around(self, *places: tuple[int, int]) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
        """The sentences that hold the places (start, end), each once, with the places inside them."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for start, end in sorted(set(places)):
            number = bisect_right(self._spans, start, key=itemgetter(0)) - 1
            span = self._spans[number] if number >= 0 and start < self._spans[number][1] else (start, end)
            found.setdefault(span, []).append((start - span[0], min(end, span[1]) - span[0]))
        return tuple((self._text[slice(*span)], tuple(marks)) for span, marks in found.items())

    def words_from(self, start: int) -> str:
        """Some words of the text from a place on, up to the end of its sentence."""
        number = bisect_right(self._spans, start, key=itemgetter(0)) - 1
        words = self._text[start : self._spans[number][1]].split(None, SHOWN) if number >= 0 else []
        return " ".join(words[:SHOWN]).rstrip(" .,;:") + (" …" if len(words) > SHOWN else "")


def _relations(checks: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in checks.itertuples():
        places = [(start, start + len(quote)) for start, quote in zip(row.starts, row.quotes, strict=True)]
        compared = dict.fromkeys(f"“{one_line(quote)}”" for quote in row.quotes)
        told = (
            "" if all(quote.strip("“”") in row.about for quote in compared) else f" ({'; '.join(compared)})"
        )
        yield Line(f"{row.about}{told}", within.around(*places))


def _dates(dates: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in dates.itertuples():
        told = [_meant(row), *_source(row)]
        yield Line(f"“{one_line(row.quote)}”: {', '.join(told)}", within.around((row.start, row.end)))


def _source(row) -> Iterator[str]:
    """From where a date has what its words do not say: the year of "May 3", the day of "Sunday"."""
    if row.year_from in _YEAR_FROM:
        yield f"{'the year from' if _YEARLY.search(row.quote) else 'counted from'} {_YEAR_FROM[row.year_from]}"


def _meant(row) -> str:
    """What a row of the dates means: days of the calendar, a length of time, or neither."""
    if row.begin:
        return row.begin if row.begin == row.finish else f"{row.begin} to {row.finish}"
    if row.type == "DURATION" and row.value:
        return f"a length of time ({row.value})"
    if row.type == "SET" and row.value:
        return f"again and again ({row.value})"
    if row.value.startswith("XXXX-"):
        return "in a year that the text does not give"
    return "not to be placed on a calendar"


def _quantities(quantities: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in quantities.itertuples():
        counted = f" {one_line(row.what)}" if row.what else ""
        yield Line(f"“{one_line(row.quote)}”{counted}{_of_cell(row)}", within.around((row.start, row.end)))


def _of_cell(row) -> str:
    """What the column of a table cell says of its figure, and the value with its unit where these stand around it."""
    column = one_line(row.column) if row.column and not row.column.startswith(row.what or " ") else ""
    written = re.sub(r"[^\d.]", "", row.quote)
    bare = row.block == "table row" and re.fullmatch(r"\d*\.?\d+", written)
    scaled = bare and not math.isclose(float(written), abs(row.value))
    value = f"{row.value:,.15g} " if scaled else ""
    unit = row.unit if bare and row.unit != "count" and not re.search(r"[^\W\d_]|[%$€£¥₹]", row.quote) else ""
    told = [part for part in (column, f"{value}{unit}".strip()) if part]
    return f" ({', '.join(told)})" if told else ""


def _roles(roles: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    """Each body and what it did as one line, with the words of the text for every time that it is told."""
    for (agency, role, mode, negated), rows in roles.groupby(
        ["agency", "role", "mode", "negated"], sort=False
    ):
        starts = dict.fromkeys(rows["action_start"])
        words = dict.fromkeys(f"“{within.words_from(start)}”" for start in starts)
        told = "" if mode == "reported" else f" ({mode})"
        denied = " (the text says it did not)" if negated else ""
        places = zip(rows["action_start"], rows["action_end"], strict=True)
        yield Line(f"{agency}: {role}, {'; '.join(words)}{told}{denied}", within.around(*places))


def _linked(tables: Tables) -> dict[str, str]:
    """Body → the sentences that name or describe it, and those in which a title stands beside one who speaks for it."""
    named = tables.agencies[tables.agencies["linked_by"] != "pronoun"]
    titled = tables.speakers[tables.speakers["title"] != ""].rename(columns={"organisation": "agency"})
    beside = pd.concat([named[["agency", "sentence"]], titled[["agency", "sentence"]]]).drop_duplicates()
    return beside.groupby("agency")["sentence"].agg(" ".join).to_dict()


def _body_of(row, linked: Mapping[str, str]) -> str:
    """The body for which somebody speaks, and whether it is only inferred: it nowhere stands beside the name."""
    if not row.agency or not row.speaker:
        return ""
    beside = linked.get(row.agency, "")
    sure = row.agency.casefold() in row.sentence.casefold() or all(
        name in beside for name in row.speaker.split("; ")
    )
    return f", {row.agency}{'' if sure else ' (inferred)'}"


def _statements(statements: pd.DataFrame, within: _Sentences, linked: Mapping[str, str]) -> Iterator[Line]:
    for row in statements[statements["kind"].isin(SPOKEN)].itertuples():
        who = row.speaker or one_line(row.source) or row.agency or "somebody who is not named"
        body = _body_of(row, linked) if row.agency != who else ""
        cue = f" ({one_line(row.cue)})" if row.cue else ""
        said = f"“{one_line(row.quote)}”" if row.direct == "direct" else one_line(row.quote)
        yield Line(f"{who}{body}{cue}: {said}", within.around((row.start, row.end)))


def _untested(untested: pd.DataFrame, quantities: pd.DataFrame) -> Iterator[Line]:
    """The quantities that no relation tests, by the reason."""
    counted = {row.start: one_line(row.what) for row in quantities.itertuples()}
    known = untested[untested["start"].isin(counted)]
    for reason, rows in known.groupby("reason", sort=False):
        told = "; ".join(f"“{one_line(row.quote)}” {counted[row.start]}".strip() for row in rows.itertuples())
        yield Line(f"{reason}: {told}")


def _set_aside(numbers: pd.DataFrame) -> Iterator[Line]:
    """The numbers that count nothing, with the reason."""
    if len(numbers):
        told = "; ".join(f"“{one_line(row.quote)}” ({row.reason})" for row in numbers.itertuples())
        count = "one number counts" if len(numbers) == 1 else f"{len(numbers)} numbers count"
        yield Line(f"{count} nothing: {told}")


def one_line(words: str) -> str:
    """The words with every stretch of blanks and line ends as one space."""
    return " ".join(words.split())
