"""What was found in one article, for a terminal, for programs, and as a page."""

import json
import re
import textwrap
from html import escape

from helpers.archive.report import NOT_TESTED, Report, one_line

__all__ = ["as_html", "as_json", "as_text"]

WIDTH = 100
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # what a text holds must not steer the terminal
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #bbb}li{margin:.4rem 0}
q{font-style:normal}mark{background:#ffe08a}small{color:#555;display:block}.fails{border-left:4px solid #b3261e;padding-left:.8rem}
@media screen and (prefers-color-scheme:dark){body{color:#eee;background:#181818}mark{background:#6b5300;color:#fff}small{color:#bbb}}"""


def as_text(report: Report) -> str:
    """The report for a terminal."""
    notes = [f"note: {note}" for note in report.notes]
    lines = [one_line(report.title), *([""] if report.parts else []), *notes]
    for heading, told in report.parts.items():
        lines += ["", f"{heading} ({len(told)})" if told and heading != NOT_TESTED else heading]
        if not told:
            lines.append("  none found")
        for line in told:
            lines += textwrap.wrap(line.words, WIDTH, initial_indent="  ", subsequent_indent="    ")
            if heading == "Contradictions":
                for sentence, _ in line.sentences:
                    lines += textwrap.wrap(
                        f"“{one_line(sentence)}”", WIDTH, initial_indent="      ", subsequent_indent="      "
                    )
    return _CONTROL.sub(" ", "\n".join(lines) + "\n")


def as_json(report: Report) -> str:
    """The report for programs: title, notes, and every row of every table."""
    content = {"title": report.title, "notes": report.notes, **report.tables}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_html(report: Report) -> str:
    """The report as one page that needs nothing from the network."""
    body = [f"<h1>{escape(one_line(report.title))}</h1>"]
    body += [f"<p><small>{escape(note)}</small></p>" for note in report.notes]
    for heading, told in report.parts.items():
        kind = ' class="fails"' if heading == "Contradictions" and told else ""
        items = "".join(
            f"<li>{escape(line.words)}{''.join(map(_marked, line.sentences))}</li>" for line in told
        )
        body.append(
            f"<section{kind}><h2>{heading}</h2>{f'<ul>{items}</ul>' if told else '<p>none found</p>'}</section>"
        )
    title = escape(one_line(report.title))
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
