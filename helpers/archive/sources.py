"""Walks the sources: folders, files, archives, standard input; and gives each file to the reader of its
format.

What a file is, its first bytes say before its ending does: a PDF renamed `.txt` is read as a PDF.
"""

import csv
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from helpers.archive.document import Document, SetAside, Unreadable
from helpers.archive.paper import read_docx, read_pdf
from helpers.archive.plain import read_markdown, read_plain
from helpers.archive.rows import documents_of_rows, rows_of_csv, rows_of_json, rows_of_parquet
from helpers.archive.web import read_html
from helpers.texts import CATALOGUE, format_of, word_list

__all__ = ["STANDARD_INPUT", "count_documents", "documents"]

STANDARD_INPUT = "-"
OWN_FILES = {CATALOGUE, "set_aside.csv", "datapackage.json"}  # of a corpus folder, and no articles
LARGEST = 200_000_000  # bytes of one article, picture or not; a larger file is no article
READERS = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
}
ROWS = {"csv": rows_of_csv, "jsonl": rows_of_json, "parquet": rows_of_parquet}
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
    for source in sources:
        if str(source) == STANDARD_INPUT:
            data = sys.stdin.buffer.read()
            yield from _from_bytes("standard input", data, "text", columns or {}, say)
            continue
        path = Path(source).expanduser()
        if path.is_dir():
            yield from _from_folder(path, columns or {}, say)
        elif path.exists():
            yield from _from_file(path, str(path), path.stem, columns or {}, say)
        else:
            yield SetAside(source=str(path), reason="does not exist")


def count_documents(sources: Iterable[str | Path]) -> int | None:
    """How many articles there are at most, quickly; None where that would take a reading."""
    total = 0
    for source in sources:
        path = Path(source).expanduser()
        files = _files(path) if path.is_dir() else [path]
        for file in files:
            kind = format_of(file.name).read_as
            if str(source) == STANDARD_INPUT or kind == "zip":
                return None
            if kind in ROWS and file.name not in OWN_FILES:
                with file.open("rb") as stream:
                    total += sum(1 for _ in (stream if kind == "jsonl" else ROWS[kind](stream)))
            else:
                total += 1
    return total


def _files(folder: Path) -> list[Path]:
    """The files of a folder and of those below it, by name; hidden ones are left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _from_folder(
    folder: Path, columns: Mapping[str, str], say: Callable[[str], None]
) -> Iterator[Document | SetAside]:
    """The articles of a folder. Sources are told from its name on: wherever it is moved, its articles stay the
    same."""
    catalogues: dict[Path, dict[str, dict]] = {}
    for path in _files(folder):
        if path.parent not in catalogues:
            catalogues[path.parent] = _catalogue(path.parent)
        if path.name in OWN_FILES and (path.name != CATALOGUE or catalogues[path.parent]):
            continue
        inner = path.relative_to(folder)
        source = f"{folder.resolve().name}/{inner.as_posix()}"
        if path.stem.upper() in ("README", "LICENSE", "LICENCE"):
            yield SetAside(source=source, reason="explains the folder; name it by itself if it is an article")
            continue
        known = catalogues[path.parent].get(path.name, {})
        for item in _from_file(path, source, "-".join(inner.with_suffix("").parts), columns, say):
            yield item if isinstance(item, SetAside) or not known else _with_catalogue(item, known)


def _catalogue(folder: Path) -> dict[str, dict]:
    """Rows of the catalogue of a folder by file name; empty if it has none."""
    path = folder / CATALOGUE
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines(keepends=True)
    return {row["file"]: row for row in csv.DictReader(lines, restval="") if row.get("file")}


def _with_catalogue(document: Document, row: Mapping[str, str]) -> Document:
    known = {
        name: row[name]
        for name in ("slug", "title", "publisher", "published", "published_basis", "url")
        if row.get(name)
    }
    return Document(**{**vars(document), **known})


def _from_file(
    path: Path, source: str, slug: str, columns: Mapping[str, str], say: Callable[[str], None]
) -> Iterator[Document | SetAside]:
    try:
        with path.open("rb") as stream:
            yield from _from_stream(source, stream, path.stat().st_size, slug, columns, say)
    except OSError as error:
        yield SetAside(source=source, reason=f"cannot be read ({error.strerror})")


def _from_bytes(
    name: str, data: bytes, slug: str, columns: Mapping[str, str], say: Callable[[str], None]
) -> Iterator[Document | SetAside]:
    yield from _from_stream(name, io.BytesIO(data), len(data), slug, columns, say)


def _from_stream(
    name: str, stream: BinaryIO, size: int, slug: str, columns: Mapping[str, str], say: Callable[[str], None]
) -> Iterator[Document | SetAside]:
    """The articles of one file, or one line that says why there are none."""
    start = stream.read(4096)
    stream.seek(0)
    try:
        kind = _kind(name, start)
        if kind == "zip":
            yield from _from_zip(name, stream, columns, say)
        elif kind in ROWS:
            yield from documents_of_rows(ROWS[kind](stream), name, slug, columns, say)
        elif size > LARGEST:
            yield SetAside(source=name, reason=f"is larger than {LARGEST // 1_000_000} MB: no article")
        elif not start.strip(b"\xef\xbb\xbf \t\r\n"):
            yield SetAside(source=name, reason="is empty")
        else:
            document = READERS[kind](stream.read(), slug)
            yield Document(**{**vars(document), "source": name})
    except Unreadable as error:
        yield SetAside(source=name, reason=str(error))


def _kind(name: str, start: bytes) -> str:
    """What a file is read as.

    Raises:
        Unreadable: for a format that is not read, with what to do.
    """
    known = format_of(PurePosixPath(name.replace("\\", "/")).name)
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"PK\x03\x04") and known.read_as not in ("docx", "zip") and not known.advice:
        return "docx" if b"word/" in start or b"[Content_Types]" in start else "zip"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("is an old Office file, or one with a password; save it as .docx without one")
    if known.advice:
        raise Unreadable(f"is not read ({known.name}): {known.advice}")
    if known.read_as in ("plain", "") and start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        return "html"
    if known.read_as:
        return known.read_as
    if name == "standard input":
        return "jsonl" if start.lstrip().startswith(b'{"') else "plain"
    read = ", ".join(dict.fromkeys(row["name"] for row in word_list("texts/formats") if row["read_as"]))
    raise Unreadable(f"is in no format that is read; these are: {read}")


def _from_zip(
    name: str, stream: BinaryIO, columns: Mapping[str, str], say: Callable[[str], None]
) -> Iterator[Document | SetAside]:
    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        raise Unreadable(f"is no ZIP that can be read ({error})") from error
    for member in sorted(archive.infolist(), key=lambda info: info.filename):
        path = PurePosixPath(member.filename)
        inner = f"{name}/{member.filename}"
        if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            continue
        if format_of(path.name).read_as == "zip":
            yield SetAside(source=inner, reason="is a ZIP inside a ZIP; unpack it first")
        elif member.file_size > LARGEST:
            yield SetAside(source=inner, reason=f"is larger than {LARGEST // 1_000_000} MB unpacked")
        else:
            try:
                data = archive.read(member)
            except (
                zipfile.BadZipFile,
                zlib.error,
                RuntimeError,
                NotImplementedError,
                OSError,
                EOFError,
            ) as error:
                yield SetAside(source=inner, reason=f"cannot be unpacked ({error})")
                continue
            yield from _from_bytes(inner, data, "-".join(path.with_suffix("").parts), columns, say)
