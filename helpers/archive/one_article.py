"""`python -m helpers check`: one article on one page, contradictions first."""

import argparse
import sys
from pathlib import Path

from helpers.archive.document import Document, SetAside, Unreadable, as_line, without_empty
from helpers.archive.sources import STANDARD_INPUT, documents
from helpers.texts import date_range, what_is

__all__ = ["check_command"]


def check_command(arguments: list[str]) -> int:
    """Runs the command; returns 0 whatever is found, 2 if there is nothing to read."""
    options = _parser().parse_args(arguments)
    try:
        if options.published and not date_range(options.published):
            raise Unreadable(f"--published is {options.published!r}; write 2025-03-04, 2025-03 or 2025")
        document = _one_document(options.file)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    if sys.stderr.isatty():
        print("reading; the first seconds go into loading the model ...", file=sys.stderr, flush=True)
    # they load the model: nobody waits for it to hear of a typing error
    from helpers.archive import report
    from helpers.archive import report_shown as shown

    # a page or rows go into a file, and this is UTF-8 whatever the system writes otherwise
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    show = shown.as_json if options.json else shown.as_html if options.html else shown.as_text
    sys.stdout.write(show(report.report_on(document, options.published)))
    return 0


def _parser() -> argparse.ArgumentParser:
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
    return parser


def _one_document(source: str) -> Document:
    """The one article of a source.

    Raises:
        Unreadable: if there is none, or more than one.
    """
    if source.strip() and source != STANDARD_INPUT and what_is(Path(source)) == "folder":
        raise Unreadable(
            f"{source} is a folder; use python -m helpers -p corpus {source} to read all its articles"
        )
    found: list[Document] = []
    for item in without_empty(documents([source])):
        if isinstance(item, SetAside):
            raise Unreadable(as_line(vars(item)))
        found.append(item)
        if len(found) > 1:
            raise Unreadable(
                f"{source} holds more than one article; python -m helpers extract {source} -o TABLES reads them all"
            )
    return found[0]
