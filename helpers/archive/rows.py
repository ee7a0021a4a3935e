"""Tables of articles: CSV, JSON Lines and Parquet, row by row, never a whole file in memory.

Which column holds the text is given, or guessed from usual names and said.
"""

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from helpers.archive.document import (
    ANEW,
    BLANK,
    Document,
    SetAside,
    Unreadable,
    need,
    whole_characters,
    words_of,
)
from helpers.archive.plain import decode
from helpers.archive.published import day_published
from helpers.archive.web import main_text
from helpers.texts import word_list

__all__ = [
    "FIELDS",
    "document_of_row",
    "documents_of_rows",
    "rows_of_csv",
    "rows_of_json",
    "rows_of_parquet",
    "which_columns",
]

FIELDS = ("text", "title", "published", "publisher", "url", "slug")
BATCH = 64  # rows of a Parquet file at once
SAMPLE = 65536
NAMES_TOLD = 20  # columns
LONGEST_NAME = 40  # letters: without a line of names, the first article stands there
_BLANK_BYTES = BLANK.encode()
_TAGS = re.compile(r"</(?:p|div|span|li|h[1-6]|a|strong|em)>|<br\s*/?>", re.IGNORECASE)
_SAID = re.compile(r"\"?sep=([^\n\r])\"?\r?\n?")
NEVER_CLOSED = "a quotation mark that is never closed"
LONGEST_CELL = 2**31 - 1  # letters; an article is longer than a usual cell


def which_columns(names: list[str], given: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Field → column, for the fields that have one, and the fields that were guessed.

    Raises:
        Unreadable: if a column that was given is not there, or none looks like the text.

    >>> which_columns(["id", "Headline", "body"], {})
    ({'text': 'body', 'title': 'Headline', 'slug': 'id'}, ['text', 'title', 'slug'])
    """
    there = ", ".join(" ".join(name.split())[:LONGEST_NAME] for name in names[:NAMES_TOLD]) or "none"
    for field, column in given.items():
        if column not in names:
            raise Unreadable(f"has no column {column!r} for the {field}; there are: {there}")
    plain = {_plain(name): name for name in reversed(names)}
    chosen, guessed = dict(given), []
    for field in FIELDS:
        usual = (row["name"] for row in word_list("archive/column_names") if row["field"] == field)
        free = (plain[name] for name in usual if name in plain and plain[name] not in chosen.values())
        if field not in chosen and (column := next(free, "")):
            chosen[field] = column
            guessed.append(field)
    if "text" not in chosen:
        raise Unreadable(f"has no column that looks like the text; name it with --text; there are: {there}")
    return {field: chosen[field] for field in FIELDS if field in chosen}, guessed


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def other_texts(names: list[str], chosen: Mapping[str, str]) -> list[str]:
    """Columns that look like the text too, beside the one that was chosen.

    >>> other_texts(["id", "body", "Content"], {"text": "body", "slug": "id"})
    ['Content']
    """
    usual = {row["name"] for row in word_list("archive/column_names") if row["field"] == "text"}
    return [name for name in names if _plain(name) in usual and name not in chosen.values()]


def rows_of_csv(stream: BinaryIO) -> Iterator[tuple[int, dict | str]]:
    """Number and cells of each row of a CSV file, or a line that says why the row cannot be read. Commas,
    semicolons, tabs and bars are told apart by the first line that is not blank: the names of the columns."""
    sample = stream.read(SAMPLE)
    stream.seek(0)
    wrapped = io.TextIOWrapper(stream, encoding=_encoding(stream, sample), newline="")
    first = _first_line(wrapped)
    said = _SAID.fullmatch(first)  # by Excel, in a line of its own
    if not said:
        wrapped.seek(0)
    delimiter = said[1] if said else max(",;\t|", key=first.count)
    ended = []

    def end() -> Iterator[str]:
        """An empty line after the last: where a quotation mark is never closed, it becomes part of a row."""
        ended.append(True)
        yield ""

    reader = csv.reader(chain(wrapped, end()), delimiter=delimiter)
    rows = _with_long_cells(reader)
    try:
        header = next(filter(any, rows), [])
        if header and ended:
            raise Unreadable(f"has {NEVER_CLOSED} among the names of its columns")
        header = [name.strip() for name in header]
        yield 0, dict.fromkeys(header, "")
        for number, cells in enumerate(rows, 1):
            if cells and ended:
                yield number, f"has {NEVER_CLOSED}: nothing from here on was read"
            elif len(cells) > len(header):
                yield (
                    number,
                    f"has {len(cells)} cells under {len(header)} names; put quotation marks around cells that hold {delimiter!r}",
                )
            elif cells:
                yield number, dict(zip(header, cells, strict=False))
    except (csv.Error, UnicodeDecodeError) as error:
        raise Unreadable(f"is broken at line {reader.line_num + 1} ({error}){ANEW}") from error


def _first_line(lines: Iterable[str]) -> str:
    """The first line that is not blank."""
    try:
        return next(filter(str.strip, lines), "")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is broken at its beginning ({error}){ANEW}") from error


def _with_long_cells(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows of a reader, whose cells may be long. The limit is that of the whole process: it is back before a row is
    given, as nobody has to ask for all of them."""
    while True:
        usual = csv.field_size_limit(LONGEST_CELL)
        try:
            cells = next(reader, None)
        finally:
            csv.field_size_limit(usual)
        if cells is None:
            return
        yield cells


def _encoding(stream: BinaryIO, sample: bytes) -> str:
    """UTF-8 if the whole file is, read piece by piece; otherwise what its first piece looks like."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    odd = sample
    try:
        while piece := stream.read(SAMPLE):
            odd = piece
            decoder.decode(piece)
        decoder.decode(b"", final=True)
        return "utf-8-sig"
    except UnicodeDecodeError:
        return decode(odd)[1] or "cp1252"
    finally:
        stream.seek(0)


def rows_of_json(stream: BinaryIO) -> Iterator[tuple[int, dict | str]]:
    """Number and fields of each object: one a line, a list of them, or a single one over several lines."""
    first, line_end, _ = stream.read(SAMPLE).lstrip(_BLANK_BYTES).partition(b"\n")
    stream.seek(0)
    is_list = first.startswith(b"[")
    if is_list or (first.startswith(b"{") and line_end and not first.rstrip().endswith(b"}")):
        try:
            content = json.loads(stream.read().decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            if is_list:
                raise Unreadable(f"is no JSON that can be read ({error}){ANEW}") from error
            stream.seek(0)  # one a line, and the first one is broken
        else:
            yield from enumerate(map(_fields, content if is_list else [content]), 1)
            return
    for number, line in enumerate(stream, 1):
        if not line.strip(_BLANK_BYTES):
            continue
        try:
            yield number, _fields(json.loads(line.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            yield number, f"is not UTF-8 at byte {error.start} of its line"
        except (ValueError, RecursionError) as error:
            yield number, f"is no JSON ({error}); correct it"


def _fields(item: object) -> dict | str:
    return item if isinstance(item, dict) else "is no object with fields; write one a line"


def rows_of_parquet(stream: BinaryIO) -> Iterator[tuple[int, dict | str]]:
    """Number and cells of each row of a Parquet file."""
    arrow, parquet = need("pyarrow"), need("pyarrow.parquet")
    try:
        file = parquet.ParquetFile(stream)
        number = 0
        yield 0, dict.fromkeys(file.schema_arrow.names, "")
        for batch in file.iter_batches(batch_size=BATCH, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (arrow.ArrowException, OSError) as error:
        raise Unreadable(
            f"is no Parquet file that can be read ({str(error).splitlines()[0]}){ANEW}"
        ) from error


def documents_of_rows(
    rows: Iterator[tuple[int, dict | str]],
    source: str,
    slug: str,
    given: Mapping[str, str],
    say: Callable[[str], None],
) -> Iterator[Document | SetAside]:
    """The articles of a table. Columns are chosen by the names of its first row."""
    columns: dict[str, str] = {}
    for number, row in rows:
        if isinstance(row, str):
            yield SetAside(source=source, row=number, reason=row)
            continue
        if not columns:
            names = [str(name) for name in row]
            columns, guessed = which_columns(names, given)
            if guessed:
                told = ", ".join(f"{field} from column “{columns[field]}”" for field in guessed)
                say(f"{source}: {told} (guessed from the names)")
            if "text" in guessed and (others := other_texts(names, columns)):
                also = ", ".join(f"“{' '.join(name.split())[:LONGEST_NAME]}”" for name in others[:NAMES_TOLD])
                say(f"{source}: {also} could be the text, too; if so, name it with --text")
        if number:
            yield document_of_row(row, number, source, slug, columns)


def document_of_row(
    row: Mapping, number: int, source: str, slug: str, columns: Mapping[str, str]
) -> Document | SetAside:
    """One row as a document, or why it is none."""
    cells = {field: row.get(column) for field, column in columns.items()}
    if not isinstance(cells["text"], str) or not cells["text"].strip():
        return SetAside(source=source, row=number, reason="has no text")
    text = whole_characters(cells["text"])
    tool = f"column “{columns['text']}”"
    if len(_TAGS.findall(text[:5000])) > 1:
        text, tool = _without_tags(text), tool + ", tags taken out by trafilatura"
    published, warning = day_published(cells.get("published"))
    return Document(
        text=text,
        slug=words_of(cells.get("slug")) or f"{slug}-{number}",
        title=words_of(cells.get("title")),
        publisher=words_of(cells.get("publisher")),
        published=published,
        published_basis=f"column “{columns['published']}”" if published else "",
        url=words_of(cells.get("url")),
        source=source,
        row=number,
        tool=tool,
        warnings=(warning,) if warning else (),
    )


def _without_tags(text: str) -> str:
    page = f"<html><body><article>{text}</article></body></html>"
    plain = main_text(page, favor_recall=True)
    return f"{plain}\n" if plain else text
