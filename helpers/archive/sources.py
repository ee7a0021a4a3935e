"""Walks the sources: folders, files, archives, standard input; and gives each file to the reader of its
format.

What a file is, its first bytes say before its ending does: a PDF renamed `.txt` is read as a PDF.
"""

import csv
import io
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from helpers.archive.document import BLANK, OF_ARTICLE, Document, SetAside, Unreadable
from helpers.archive.paper import read_pdf
from helpers.archive.plain import read_markdown, read_plain
from helpers.archive.published import day_published
from helpers.archive.rows import documents_of_rows, rows_of_csv, rows_of_json, rows_of_parquet
from helpers.archive.web import read_html
from helpers.archive.word import read_docx
from helpers.texts import CATALOGUE, as_path, format_of, printable, what_is, word_list

__all__ = ["STANDARD_INPUT", "count_documents", "documents"]

STANDARD_INPUT = "-"
PIPED = "standard input"  # the source of all that has no file
OWN_FILES = {CATALOGUE, "set_aside.csv", "datapackage.json"}  # of a corpus folder, and no articles
LARGEST = 200_000_000  # bytes of one article, picture or not; a larger file is no article
LONGEST_ENTRY = 131_072  # characters of a cell of a catalogue; a table with a longer one holds texts
READERS = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
}
ROWS = {"csv": rows_of_csv, "jsonl": rows_of_json, "parquet": rows_of_parquet}
_NOT_UNPACKED = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
)
_LOCKED = 1  # the bit by which a ZIP says that a file has a password
_NAMES = ("source", "slug")  # what the names of files become
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")


def documents(
    sources: Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Iterator[Document | SetAside]:
    """The articles of sources, one after the other, in the order of their names.

    Args:
        sources: Folders (with all folders below), files, or "-" for standard input.
        columns: For tables: field (text, title, published, publisher, url, slug) → column; the others are
            guessed from their names.
        say: Is told what was guessed, one line each.

    Yields:
        A `Document` for each article, and a `SetAside` for each file and row that holds none.
    """
    walk = _Walk(columns or {}, say)
    for source in sources:
        for item in _items(walk, source):
            names = {name: _in_letters(value) for name, value in vars(item).items() if name in _NAMES}
            yield replace(item, **names)


def _items(walk: "_Walk", source: str | Path) -> Iterator[Document | SetAside]:
    path = _path(source)
    if str(source) == STANDARD_INPUT:
        yield from walk.data(sys.stdin.buffer.read(), PIPED, "text")
    elif (state := what_is(path)) == "folder":
        yield from walk.folder(path)
    elif state == "missing":
        yield SetAside(
            source=str(source) if str(source).strip() else str(path),
            reason="does not exist; give a file or a folder",
        )
    else:
        yield from walk.file(path, str(path), path.stem)


def _in_letters(name: str) -> str:
    """The name of a file in letters that every table and page can hold: Python keeps bytes that are not in the
    encoding of the system as halves of characters, though they may be UTF-8."""
    with suppress(UnicodeEncodeError):  # halves that stand for no byte
        name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return printable(name)


def count_documents(sources: Iterable[str | Path]) -> int | None:
    """How many articles there are at most, quickly; None where that would take a reading."""
    total = 0
    for source in sources:
        path = _path(source)
        for file in _files(path) if what_is(path) == "folder" else [path]:
            kind = format_of(file.name).read_as
            if str(source) == STANDARD_INPUT or kind == "zip" or what_is(file) == "device or pipe":
                return None
            total += _rows_in(file, kind) if kind in ROWS and file.name not in OWN_FILES else 1
    return total


def _rows_in(file: Path, kind: str) -> int:
    """How many rows a table has; 1 if it cannot be read, which is said when it is to be."""
    try:
        with file.open("rb") as stream:
            return sum(1 for _ in (stream if kind == "jsonl" else ROWS[kind](stream)))
    except (Unreadable, OSError):
        return 1


def _path(source: str | Path) -> Path:
    """The path of a source; what can be none becomes one that leads nowhere. A name of nothing would be the working
    folder."""
    if not str(source).strip():
        return Path(repr(str(source)))
    try:
        return as_path(source)
    except ValueError:
        return Path(printable(source))


def _files(folder: Path) -> list[Path]:
    """The files of a folder and of those below it, by name, and folders that are closed; hidden ones are left out."""
    closed: list[OSError] = []
    found = [
        Path(place, name) for place, _, names in os.walk(folder, onerror=closed.append) for name in names
    ]
    found += [Path(error.filename) for error in closed]
    return sorted(
        path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _catalogue(folder: Path) -> dict[str, dict]:
    """Rows of the catalogue of a folder by file name; empty if it has none, or a table of another kind."""
    path = folder / CATALOGUE
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines(keepends=True)
    try:
        rows = [row for row in csv.DictReader(lines, restval="") if row.get("file")]
    except csv.Error:
        return {}
    if any(len(cell) > LONGEST_ENTRY for row in rows for cell in row.values() if isinstance(cell, str)):
        return {}
    return {row["file"]: row for row in rows}


def _with_catalogue(document: Document, row: Mapping[str, str]) -> Document:
    known = {name: row[name] for name in OF_ARTICLE if row.get(name)}
    published, warning = day_published(known.get("published"))
    if published or warning:
        known["published"] = published
    return replace(document, **known, warnings=(*document.warnings, *filter(None, [warning])))


@dataclass(frozen=True)
class _Walk:
    """What `documents` was asked for: the columns that were given, and who is told what was guessed."""

    columns: Mapping[str, str]
    say: Callable[[str], None]

    def folder(self, folder: Path) -> Iterator[Document | SetAside]:
        """The articles of a folder. Sources are told from its name on: wherever it is moved, its articles stay
        the same."""
        catalogues: dict[Path, dict[str, dict]] = {}
        files = _files(folder)
        if not files:
            yield SetAside(source=str(folder), reason="holds no file; name a folder with articles")
        for path in files:
            if path.parent not in catalogues:
                catalogues[path.parent] = _catalogue(path.parent)
            if path.name in OWN_FILES and (path.name != CATALOGUE or catalogues[path.parent]):
                continue
            inner = path.relative_to(folder)
            source = f"{folder.resolve().name}/{inner.as_posix()}"
            if path.stem.upper() in ("README", "LICENSE", "LICENCE"):
                reason = "explains the folder; name it by itself if it is an article"
                yield SetAside(source=source, reason=reason)
                continue
            if what_is(path) == "device or pipe":  # nobody may ever write into it
                yield SetAside(source=source, reason="is a device or pipe; name it by itself to read it")
                continue
            known = catalogues[path.parent].get(path.name, {})
            for item in self.file(path, source, "-".join(inner.with_suffix("").parts)):
                yield item if isinstance(item, SetAside) or not known else _with_catalogue(item, known)

    def file(self, path: Path, source: str, slug: str) -> Iterator[Document | SetAside]:
        """The articles of a file, or of what a pipe brings."""
        try:
            with path.open("rb") as stream:
                if stream.seekable():
                    yield from self._stream(stream, path.stat().st_size, source, slug)
                else:
                    yield from self.data(stream.read(), PIPED, "text")
        except OSError as error:
            yield SetAside(source=source, reason=f"cannot be read ({error.strerror})")

    def data(self, data: bytes, source: str, slug: str) -> Iterator[Document | SetAside]:
        """The articles of the content of a file."""
        yield from self._stream(io.BytesIO(data), len(data), source, slug)

    def _stream(self, stream: BinaryIO, size: int, source: str, slug: str) -> Iterator[Document | SetAside]:
        """The articles of one file, or one line that says why there are none."""
        start = stream.read(4096)
        stream.seek(0)
        try:
            kind = _kind(source, start)
            if not start.strip(BLANK.encode()):
                raise Unreadable("is empty")
            if kind in READERS and size > LARGEST:
                raise Unreadable(f"is larger than {LARGEST // 1_000_000} MB: no article")
            if kind in READERS:
                yield replace(READERS[kind](stream.read(), slug), source=source)
                return
            if kind == "zip":
                items = self._members(stream, source)
            else:
                items = documents_of_rows(ROWS[kind](stream), source, slug, self.columns, self.say)
            yield next(items, SetAside(source=source, reason="holds no article"))
            yield from items
        except Unreadable as error:
            yield SetAside(source=source, reason=str(error))

    def _members(self, stream: BinaryIO, source: str) -> Iterator[Document | SetAside]:
        """The articles of the files in a ZIP."""
        try:
            archive = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as error:
            raise Unreadable(
                f"is no ZIP that can be read ({error}); pack it anew, or name its files"
            ) from error
        for member in sorted(archive.infolist(), key=lambda info: info.filename):
            path, inner = PurePosixPath(member.filename), f"{source}/{member.filename}"
            is_folder = member.filename.endswith("/")
            if ".." in path.parts:
                yield SetAside(source=inner, reason="leads out of the ZIP; unpack it and name the file")
            elif is_folder or any(part.startswith((".", "__MACOSX")) for part in path.parts):
                continue
            elif not path.name:
                yield SetAside(source=source, reason="holds a file without a name; give it one")
            elif member.flag_bits & _LOCKED:
                yield SetAside(source=inner, reason="has a password; unpack it first")
            elif format_of(path.name).read_as == "zip":
                yield SetAside(source=inner, reason="is a ZIP inside a ZIP; unpack it first")
            elif member.file_size > LARGEST:
                yield SetAside(source=inner, reason=f"is larger than {LARGEST // 1_000_000} MB unpacked")
            else:
                try:
                    data = archive.read(member)
                except _NOT_UNPACKED as error:
                    yield SetAside(source=inner, reason=f"cannot be unpacked ({error})")
                    continue
                yield from self.data(data, inner, "-".join(path.with_suffix("").parts))


def _kind(name: str, start: bytes) -> str:
    """What a file is read as.

    Raises:
        Unreadable: for a format that is not read, with what to do.
    """
    known = format_of(PurePosixPath(name.replace("\\", "/")).name, start)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("is an old Office file, or one with a password; save it as .docx without one")
    if known.advice:
        raise Unreadable(f"is not read ({known.name}): {known.advice}")
    if start.startswith(b"PK\x03\x04") and known.read_as != "docx":
        return "zip"
    if known.read_as in ("plain", "") and start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        return "html"
    if known.read_as:
        return known.read_as
    if name == PIPED:
        return "jsonl" if start.lstrip().startswith(b'{"') else "plain"
    read = ", ".join(dict.fromkeys(row["name"] for row in word_list("texts/formats") if row["read_as"]))
    raise Unreadable(f"is in no format that is read (these are: {read}); plain text needs the ending .txt")
