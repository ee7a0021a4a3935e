"""Reads the `catalogue.csv` of a folder of texts, and says of every line that cannot be meant what is wrong
with it. Columns: `seeds/README.md`; others may stand there and are left alone.

>>> date_range("2024-02")
(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
"""

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from helpers.texts.problems import shown
from helpers.texts.separated import UNCLOSED, csv_rows
from helpers.texts.suggestions import Known, nearest

__all__ = ["date_range", "read_catalogue", "wrong_slug"]

COLUMNS = ("slug", "file", "title", "publisher", "published", "published_basis", "url", "sha256")
REQUIRED = ("slug", "file")
MISSPELT = 0.85  # so much of a heading agrees with a column's name: one slip in a word of five letters
LONGEST_SLUG = 120  # it becomes part of file names, which may have 255 bytes


def read_catalogue(path: Path, names: Iterable[str], problems: list[str]) -> dict[str, dict[str, str]]:
    """The rows of a catalogue by the name of their file; what is wrong with it is added to problems.

    Args:
        path: The catalogue; where it is missing nothing is known.
        names: The names of the texts in its folder.
        problems: Gets a line for everything that is wrong.
    """
    rows: dict[str, dict[str, str]] = {}
    files = Known(names)
    spelling = {_plain(name): name for name in files.words}
    for place, cells in csv_rows(path, problems, wrong_headings=_wrong_headings, short_rows=True):
        row = {name: cell.strip() for name, cell in cells.items()}
        row["file"] = spelling.get(_plain(row["file"]), row["file"])
        problems += [f"{place}: {problem}" for problem in _problems(row, files, rows)]
        rows.setdefault(row["file"], row)
    return rows


def _plain(name: str) -> str:
    """A file name in one spelling: systems differ in how they write "é"."""
    return unicodedata.normalize("NFC", name)


def _wrong_headings(header: list[str]) -> Iterator[str]:
    if missing := [name for name in REQUIRED if name not in header]:
        yield f"no column {' and '.join(missing)}; the first line must name the columns slug and file"
    for name, count in Counter(header).items():
        near = nearest(name, COLUMNS, MISSPELT) or _with_two_letters_swapped(name)
        if count > 1 and name:
            yield f"the column {shown(name)} stands there {count} times; leave one"
        elif near and name not in COLUMNS:
            yield f"there is no column {shown(name)}; did you mean {near!r}?"


def _with_two_letters_swapped(name: str) -> str | None:
    """The column of whose name two neighbouring letters were swapped: that makes a short name less like its column than
    MISSPELT asks for."""
    swapped = {name[:at] + name[at : at + 2][::-1] + name[at + 2 :] for at in range(len(name) - 1)}
    return next((column for column in COLUMNS if column in swapped), None)


def _problems(row: dict[str, str], files: Known, rows: dict[str, dict[str, str]]) -> Iterator[str]:
    """What is wrong with one row."""
    if row["file"] not in files:
        hint = files.hint(row["file"], "add the file or delete the line") if files.words else "add the file"
        yield f"there is no file {shown(row['file'])} in the folder; {hint}"
    elif row["file"] in rows:
        yield f"{shown(row['file'])} has a line already; delete one of them"
    published = row.get("published", "")
    if published and date_range(published) is None:
        yield (
            f"published is {shown(published)}; write 2024-03-15, 2024-03, 2024 in the digits 0 to 9, or nothing for "
            "unknown"
        )
    if row["slug"] and (wrong := wrong_slug(row["slug"])):
        yield f"slug {shown(row['slug'])} {wrong}"
    if row.get("sha256") and not re.fullmatch("[0-9a-fA-F]{64}", row["sha256"]):
        yield f"sha256 is {shown(row['sha256'])}; write the 64 digits and letters a to f, or nothing"
    for name, cell in row.items():
        if name in COLUMNS and re.search(r"[\r\n]", cell):
            yield f"{name} goes over several lines, from {shown(cell[:40])}; {UNCLOSED}"


def wrong_slug(slug: str) -> str:
    """Why a slug cannot name an article, since it becomes part of file names, links and messages; empty if it
    can.

    >>> wrong_slug("../secret"), wrong_slug("01")
    ('holds a slash; use letters, digits and hyphens', '')
    """
    if re.search(r"[/\\]", slug):
        return "holds a slash; use letters, digits and hyphens"
    if slug.startswith("."):
        return "begins with a full stop; use letters, digits and hyphens"
    if not slug.isprintable():
        return "holds a character that cannot be shown; use letters, digits and hyphens"
    if len(slug) > LONGEST_SLUG:
        return f"has {len(slug):,} characters; use at most {LONGEST_SLUG}"
    return ""


def date_range(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO 8601 day, month or year, both included; None if it is none."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        return first, first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None


def moved(day: date, by: int) -> date:
    """The day so many days later, or earlier if below 0; the first or last of the calendar where none lies beyond."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
