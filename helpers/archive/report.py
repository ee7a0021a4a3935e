"""`python -m helpers check`: one article on one page, contradictions first.

What a reporter or an editor wants to know before it is printed: which figures contradict each other, in the
exact words; then when, how many, who did what, who said what; and which figures nothing in the text tests.
"""

import argparse
import json
import sys
import textwrap
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from helpers.archive.document import Document, SetAside, Unreadable, warnings_about
from helpers.archive.sources import STANDARD_INPUT, documents
from helpers.checks import check
from helpers.extraction import extract
from helpers.texts import Article, date_range, sentences, unread_line

__all__ = ["Report", "as_html", "as_json", "as_text", "check_command", "report_on"]

WIDTH = 100
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #bbb}li{margin:.4rem 0}
q{font-style:normal}mark{background:#ffe08a}small{color:#555;display:block}.fails{border-left:4px solid #b3261e;padding-left:.8rem}
@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}mark{background:#6b5300;color:#fff}small{color:#bbb}}"""


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
        parts: Heading → lines, in the order in which they are shown; contradictions first.
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
    published = published or document.published
    article = Article(slug=document.slug, text=document.text, title=document.title, published=published)
    with warnings.catch_warnings():  # what it warns about is in its tables, and among the notes
        warnings.simplefilter("ignore")
        tables = extract([article])
    checks = check(tables)
    frames = {**dict(tables), "checks": checks}
    within = _Sentences(article)
    parts = {
        "Contradictions": tuple(_relations(checks[~checks["holds"].astype(bool)], within)),
        "Dates": tuple(_dates(tables.dates, within)),
        "Quantities": tuple(_quantities(tables.quantities, within)),
        "Who did what": tuple(_roles(tables.roles, within)),
        "Who said what": tuple(_statements(tables.statements, within)),
        "What agrees": tuple(_relations(checks[checks["holds"].astype(bool)], within)),
        "Not tested": (*_untested(tables.quantities, checks), *_set_aside(tables.set_aside)),
    }
    notes = [*document.warnings, *warnings_about(document.text), *tables.problems["problem"]]
    notes += filter(None, [unread_line(tables.unread.itertuples(index=False, name=None))])
    if not published:
        notes.insert(
            0,
            "no date of publication is known: dates without a year cannot be resolved (--published 2025-03-04)",
        )
    rows = {
        name: json.loads(frame.to_json(orient="records", date_format="iso")) for name, frame in frames.items()
    }
    title = document.title or next(
        (block.text for block in article.blocks if block.kind == "title"), document.source
    )
    return Report(title, tuple(notes), parts, rows)


class _Sentences:
    """The sentences of an article, by a place inside them."""

    def __init__(self, article: Article):
        self._text = article.text
        self._spans = [(one.start, one.end) for one in sentences(article)]

    def around(self, *places: tuple[int, int]) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
        """The sentences that hold the places (start, end), each once, with the places inside them."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for start, end in sorted(set(places)):
            span = next((span for span in self._spans if span[0] <= start < span[1]), (start, end))
            found.setdefault(span, []).append((start - span[0], min(end, span[1]) - span[0]))
        return tuple((self._text[slice(*span)], tuple(marks)) for span, marks in found.items())


def _relations(checks: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in checks.itertuples():
        places = [(start, start + len(quote)) for start, quote in zip(row.starts, row.quotes, strict=True)]
        yield Line(row.about, within.around(*places))


def _dates(dates: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in dates.itertuples():
        meant = (
            row.begin
            if row.begin == row.finish
            else f"{row.begin} to {row.finish}"
            if row.begin
            else row.value
        )
        unsure = "" if not row.vague else ", not to be placed"
        if row.year_from in ("context", "publication"):
            unsure += f", the year from {'the date of publication' if row.year_from == 'publication' else 'another date of the text'}"
        yield Line(f"“{_one_line(row.quote)}”: {meant}{unsure}", within.around((row.start, row.end)))


def _quantities(quantities: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in quantities.itertuples():
        counted = f" {_one_line(row.what)}" if row.what else ""
        yield Line(f"“{_one_line(row.quote)}”{counted}", within.around((row.start, row.end)))


def _roles(roles: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in roles.itertuples():
        what = f"{row.action} {row.object}".strip()
        mode = "" if row.mode == "reported" else f" ({row.mode})"
        denied = " (the text says it did not)" if row.negated else ""
        yield Line(
            f"{row.agency}: {row.role}, “{_one_line(what)}”{mode}{denied}",
            within.around((row.action_start, row.action_end)),
        )


def _statements(statements: pd.DataFrame, within: _Sentences) -> Iterator[Line]:
    for row in statements.itertuples():
        who = row.speaker or _one_line(row.source) or row.agency or "somebody who is not named"
        body = f", {row.agency}" if row.agency and row.agency != who and row.speaker else ""
        denied = " (the text says this was not said)" if row.negated else ""
        yield Line(
            f"{who}{body}: {'“' if row.direct == 'direct' else ''}{_one_line(row.quote)}{'”' if row.direct == 'direct' else ''}{denied}",
            within.around((row.start, row.end)),
        )


def _untested(quantities: pd.DataFrame, checks: pd.DataFrame) -> Iterator[Line]:
    """The quantities that no relation ties to another."""
    tested = {
        (start, quote)
        for row in checks.itertuples()
        for start, quote in zip(row.starts, row.quotes, strict=True)
    }
    alone = [row for row in quantities.itertuples() if (row.start, row.quote) not in tested]
    if alone:
        told = "; ".join(f"“{_one_line(row.quote)}” {_one_line(row.what)}".strip() for row in alone)
        count = "one quantity stands" if len(alone) == 1 else f"{len(alone)} quantities stand"
        yield Line(
            f"{count} alone, with nothing in the text to test {'it' if len(alone) == 1 else 'them'} against: {told}"
        )


def _set_aside(numbers: pd.DataFrame) -> Iterator[Line]:
    """The numbers that count nothing, with the reason."""
    if len(numbers):
        told = "; ".join(f"“{_one_line(row.quote)}” ({row.reason})" for row in numbers.itertuples())
        yield Line(
            f"{'one number counts' if len(numbers) == 1 else f'{len(numbers)} numbers count'} nothing: {told}"
        )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def as_text(report: Report) -> str:
    """The report for a terminal."""
    lines = [_one_line(report.title), "", *(f"note: {note}" for note in report.notes)]
    for heading, told in report.parts.items():
        lines += ["", f"{heading} ({len(told)})" if told and heading != "Not tested" else heading]
        if not told:
            lines.append("  none found")
        for line in told:
            lines += textwrap.wrap(line.words, WIDTH, initial_indent="  ", subsequent_indent="    ")
            if heading == "Contradictions":
                for sentence, _ in line.sentences:
                    lines += textwrap.wrap(
                        f"“{_one_line(sentence)}”", WIDTH, initial_indent="      ", subsequent_indent="      "
                    )
    return "\n".join(lines) + "\n"


def as_json(report: Report) -> str:
    """The report for programs: title, notes, and every row of every table."""
    content = {"title": report.title, "notes": report.notes, **report.tables}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_html(report: Report) -> str:
    """The report as one page that needs nothing from the network."""
    body = [f"<h1>{escape(_one_line(report.title))}</h1>"]
    body += [f"<p><small>{escape(note)}</small></p>" for note in report.notes]
    for heading, told in report.parts.items():
        kind = ' class="fails"' if heading == "Contradictions" and told else ""
        items = "".join(
            f"<li>{escape(line.words)}{''.join(map(_marked, line.sentences))}</li>" for line in told
        )
        body.append(
            f"<section{kind}><h2>{heading}</h2>{f'<ul>{items}</ul>' if told else '<p>none found</p>'}</section>"
        )
    title = escape(_one_line(report.title))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def _marked(evidence: tuple[str, tuple[tuple[int, int], ...]]) -> str:
    """A sentence with its places marked."""
    sentence, places = evidence
    parts, at = [], 0
    for start, end in places:
        start = max(start, at)  # places may overlap
        parts += [
            escape(sentence[at:start]),
            f"<mark>{escape(sentence[start:end])}</mark>" if start < end else "",
        ]
        at = max(at, end)
    return f"<small><q>{''.join(parts)}{escape(sentence[at:])}</q></small>"


def check_command(arguments: list[str]) -> int:
    """Runs the command; returns 0 whatever is found, 2 if there is nothing to read."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers check",
        description="Reads one article and prints what it tells, contradictions first. The file may be of any format that `import` reads.",
    )
    parser.add_argument(
        "file", nargs="?", default=STANDARD_INPUT, metavar="FILE", help="- or nothing: standard input"
    )
    parser.add_argument(
        "--published",
        default="",
        metavar="DATE",
        help="day, month or year of publication, such as 2025-03-04",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="every row of every table, for programs")
    how.add_argument("--html", action="store_true", help="one page, to be written to a file: > page.html")
    options = parser.parse_args(arguments)
    try:
        if options.published and not date_range(options.published):
            raise Unreadable(f"--published is {options.published!r}; write 2025-03-04, 2025-03 or 2025")
        document = _one_document(options.file)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    shown = as_json if options.json else as_html if options.html else as_text
    sys.stdout.write(shown(report_on(document, options.published)))
    return 0


def _one_document(source: str) -> Document:
    """The one article of a source.

    Raises:
        Unreadable: if there is none, or more than one.
    """
    if source != STANDARD_INPUT and Path(source).is_dir():
        raise Unreadable(f"{source} is a folder; python -m helpers extract reads all its articles")
    found: list[Document] = []
    for item in documents([source]):
        if isinstance(item, SetAside):
            raise Unreadable(f"{item.source}{f', row {item.row}' if item.row else ''}: {item.reason}")
        found.append(item)
        if len(found) > 1:
            raise Unreadable(
                f"{source} holds more than one article; python -m helpers extract reads them all"
            )
    if not found or not found[0].text.strip("\ufeff \t\r\n"):
        raise Unreadable(f"{source}: holds no text")
    return found[0]
