"""Writes articles as a corpus folder: a `.txt` each and a `catalogue.csv` that says where each comes from.

The same sources give the same folder, byte for byte. Copies are marked, never dropped; what was set aside is
listed in `set_aside.csv`.
"""

import argparse
import csv
import hashlib
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from helpers.archive.copies import find_copies
from helpers.archive.document import OF_ARTICLE, Document, SetAside, as_line, first_of, without_empty
from helpers.archive.rows import FIELDS
from helpers.archive.sources import documents
from helpers.texts import (
    CATALOGUE,
    Busy,
    CorpusError,
    as_path,
    cannot_write,
    folder_given,
    own_folder,
    why_not_written,
    write_file,
)

__all__ = ["COLUMNS", "Names", "add_columns", "columns_given", "import_command", "import_documents"]

COLUMNS = ("slug", "file", *OF_ARTICLE[1:], "sha256", "source", "row", "tool", "copy_of", "warnings")
SET_ASIDE = "set_aside.csv"
LONGEST_NAME = 80  # characters
MOST_BYTES = 200  # of a name: file systems allow 255, and an ending and a number are added
_ODD = re.compile(r"[^\w.-]+")
# names that Windows keeps for devices, whatever stands behind a full stop
_DEVICE = re.compile(r"^(?i:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")


class Names:
    """Gives each article a slug that is a file name too and that no other has: the second `raid` is called
    `raid-2`. Large collections are why only a hash of each is kept, with the last number that was added to it."""

    def __init__(self):
        self._taken: dict[bytes, int] = {}

    def __call__(self, proposed: str) -> str:
        plain = _ODD.sub("-", proposed).strip("-.")[:LONGEST_NAME] or "article"
        plain = plain.encode()[:MOST_BYTES].decode(errors="ignore")
        name = plain = _DEVICE.sub(r"\g<0>-1", plain)
        first = _key(plain)
        while (key := _key(name)) in self._taken:
            self._taken[first] += 1
            name = f"{plain}-{self._taken[first]}"
        self._taken[key] = 1
        return name


def _key(name: str) -> bytes:
    return hashlib.blake2b(name.lower().encode(), digest_size=8).digest()


def import_documents(
    items: Iterable[Document | SetAside], folder: str | Path
) -> tuple[list[dict], list[SetAside]]:
    """Writes articles into a new folder.

    Args:
        items: From `documents`.
        folder: Where to; must not exist or be empty.

    Returns:
        The rows of the catalogue and what was set aside.

    Raises:
        CorpusError: if the folder holds something, or another run writes there now.
    """
    folder = as_path(folder)
    if why := why_not_written(folder):
        raise CorpusError(f"{folder}: {why}; choose another folder with -o")
    try:
        with own_folder(folder):
            if any(not path.name.startswith(".") for path in folder.iterdir()):
                raise CorpusError(f"{folder} exists and is not empty; choose another folder with -o")
            return _fill(folder, items)
    except Busy as error:
        raise CorpusError(str(error)) from error


def _fill(folder: Path, items: Iterable[Document | SetAside]) -> tuple[list[dict], list[SetAside]]:
    rows: list[dict] = []
    aside: list[SetAside] = []
    name = Names()
    for item in without_empty(items):
        if isinstance(item, SetAside):
            aside.append(item)
        else:
            rows.append(_written(item, name(item.slug), folder))
    if rows:
        _mark_copies(rows, folder)
        write_file(folder / CATALOGUE, _as_csv(COLUMNS, rows))
    if aside and rows:
        write_file(folder / SET_ASIDE, _as_csv(("source", "row", "reason"), map(vars, aside)))
    return rows, aside


def _written(document: Document, slug: str, folder: Path) -> dict:
    """Writes the text of a document; returns its row of the catalogue."""
    data = document.text.encode("utf-8", errors="replace")  # a lone half of a pair has no UTF-8
    file = f"{slug}.txt"
    write_file(folder / file, data)
    return {name: getattr(document, name) for name in (*OF_ARTICLE, "source", "tool")} | {
        "slug": slug,
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "row": document.row or "",
        "copy_of": "",
        "warnings": "; ".join(document.notes),
    }


def _mark_copies(rows: list[dict], folder: Path) -> None:
    texts = ((row["slug"], (folder / row["file"]).read_text(encoding="utf-8")) for row in rows)
    found = find_copies(texts)
    of = dict(zip(found["article"], found["copy_of"], strict=True))
    for row in rows:
        row["copy_of"] = of.get(row["slug"], "")


def _as_csv(columns: Iterable[str], rows: Iterable[Mapping]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", errors="replace")


def add_columns(parser: argparse.ArgumentParser) -> None:
    """The options that name the columns of tables, for every command that reads sources."""
    group = parser.add_argument_group("columns of CSV, JSON Lines and Parquet (otherwise guessed, and said)")
    for field in FIELDS:
        group.add_argument(f"--{field}", metavar="COLUMN", help=f"the column that holds the {field}")


def columns_given(options: argparse.Namespace) -> dict[str, str]:
    """Field → column, for those that were given."""
    return {field: getattr(options, field) for field in FIELDS if getattr(options, field)}


def import_command(arguments: list[str]) -> int:
    """`python -m helpers import`: returns 0 if at least one article was written, otherwise 2."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers import",
        description="Makes a folder of plain texts with a catalogue out of HTML, PDF, Word, Markdown, plain text, CSV, "
        "JSON Lines, Parquet, and ZIP of these. Nothing is dropped in silence.",
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="file or folder; - for standard input")
    parser.add_argument(
        "-o", "--output", required=True, type=folder_given, metavar="FOLDER", help="a new folder"
    )
    add_columns(parser)
    options = parser.parse_args(arguments)
    try:
        items = documents(options.sources, columns_given(options), lambda line: print(line, file=sys.stderr))
        rows, aside = import_documents(items, options.output)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(cannot_write(options.output, error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"stopped; {options.output} is not complete: remove it", file=sys.stderr)
        return 130
    for line in _closing_lines(rows, aside, options.output):
        print(line, file=sys.stdout if rows else sys.stderr)
    return 0 if rows else 2


def _closing_lines(rows: list[dict], aside: list[SetAside], folder: Path) -> Iterator[str]:
    """What the command says at its end."""
    count = f"{len(rows):,} article{'' if len(rows) == 1 else 's'}"
    yield f"{count} in {folder}" if rows else "no article could be read"
    dated = sum(bool(row["published"]) for row in rows)
    if rows:
        yield f"{dated:,} with a date of publication; dates without a year can only be resolved against one"
    for column, what in (
        ("copy_of", "copies of others (marked, not dropped)"),
        ("warnings", "with a warning"),
    ):
        if found := [f"{row['slug']}: {row[column]}" for row in rows if row[column]]:
            yield f"{len(found):,} {what}:"
            yield from first_of(found, folder / CATALOGUE)
    if aside:
        yield f"{len(aside):,} set aside:"
        yield from first_of([as_line(vars(item)) for item in aside], folder / SET_ASIDE if rows else "")
