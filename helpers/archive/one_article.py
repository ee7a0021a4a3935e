"""`python -m helpers check`: one article on one page, contradictions first."""

import argparse
import sys
from pathlib import Path

from helpers.archive.document import Document, SetAside, Unreadable
from helpers.archive.sources import STANDARD_INPUT, documents
from helpers.texts import date_range

__all__ = ["check_command"]


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
    if sys.stderr.isatty():
        print("reading; the first seconds go into loading the model ...", file=sys.stderr, flush=True)
    from helpers.archive import (
        report,
        report_shown,
    )  # they load the model: nobody waits for it to hear of a typing error

    shown = {"json": report_shown.as_json, "html": report_shown.as_html, "": report_shown.as_text}
    told = report.report_on(document, options.published)
    sys.stdout.write(shown["json" if options.json else "html" if options.html else ""](told))
    return 0


def _one_document(source: str) -> Document:
    """The one article of a source.

    Raises:
        Unreadable: if there is none, or more than one.
    """
    if source != STANDARD_INPUT and Path(source).is_dir():
        raise Unreadable(f"{source} is a folder; python -m helpers -p corpus {source} reads all its articles")
    found: list[Document] = []
    for item in documents([source]):
        if isinstance(item, SetAside):
            raise Unreadable(f"{item.source}{f', row {item.row}' if item.row else ''}: {item.reason}")
        found.append(item)
        if len(found) > 1:
            raise Unreadable(
                f"{source} holds more than one article; python -m helpers extract {source} -o TABLES reads them all"
            )
    if not found or not found[0].text.strip("\ufeff \t\r\n"):
        raise Unreadable(f"{source}: holds no text")
    return found[0]
