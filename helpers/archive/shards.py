"""One shard of an archive: some articles, read into the bytes of a Parquet file a table.

A shard is named by the hash of all that makes its content: the articles and the program. So it is the same
for one worker and for a hundred, and what is there already need not be made again. This is what runs in the
workers.
"""

import hashlib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.document import Document
from helpers.archive.schema import TEXTS, as_arrow, schema_of
from helpers.checks import check_all
from helpers.extraction import extract
from helpers.texts import load_model, program

__all__ = ["ArchiveError", "Given", "Shard", "as_parquet", "failed", "in_shards", "read_shard"]

ARTICLES = 128  # of a shard: large enough for full batches and small files to be few, small enough for memory
MOST_CHARACTERS = 2_000_000  # of a shard, however few articles these are


class ArchiveError(RuntimeError):
    """The archive cannot be read or written; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Given(Document):
    """An article as it is sent to a worker: its `slug` is unique in the archive, `number` its place there, from
    1."""

    number: int


@dataclass(frozen=True)
class Shard:
    """Some articles and the `name` of the files that will hold their tables."""

    given: tuple[Given, ...]
    name: str = field(init=False)

    def __post_init__(self):
        digest = hashlib.sha256(program().encode())
        for one in self.given:
            digest.update(repr(tuple(vars(one).items())).encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "name", digest.hexdigest()[:32])


def in_shards(articles: Iterable[Given]) -> Iterator[Shard]:
    """The articles in shards, in their order."""
    shard: list[Given] = []
    characters = 0
    for one in articles:
        shard.append(one)
        characters += len(one.text)
        if len(shard) >= ARTICLES or characters >= MOST_CHARACTERS:
            yield Shard(tuple(shard))
            shard, characters = [], 0
    if shard:
        yield Shard(tuple(shard))


def read_shard(given: Sequence[Given], made_by: str) -> dict[str, bytes]:
    """Reads articles into the bytes of one Parquet file a table.

    An article that breaks the reading is read alone, and if it breaks it again, has no rows but an `error` in
    the table `texts`.

    Args:
        given: The articles.
        made_by: `program()` of whoever asks; another program on a worker of a cluster would mix two readings.

    Raises:
        ArchiveError: if the worker runs another version of the program.
    """
    if made_by != program():
        raise ArchiveError("a worker runs another version of this program; install the same on all machines")
    load_model()  # without it no article can be read: that is not the fault of one of them
    try:
        parts = [_read(given)]
    except Exception:
        parts = [_read_alone(one) for one in given]
    tables = {
        name: as_parquet(pa.concat_tables(part.tables[name] for part in parts)) for name in parts[0].tables
    }
    errors = {article: reason for part in parts for article, reason in part.errors.items()}
    unread = {article: languages for part in parts for article, languages in part.unread.items()}
    return {**tables, TEXTS: as_parquet(as_arrow(TEXTS, _texts(given, errors, unread)))}


class _Read(NamedTuple):
    """The tables of some articles; article → why it could not be read; article → languages of which sentences
    were left out."""

    tables: dict[str, pa.Table]
    errors: dict[str, str] = {}
    unread: dict[str, str] = {}


def _read_alone(one: Given) -> _Read:
    try:
        return _read([one])
    except Exception as error:
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        return _Read(_read([]).tables, {one.slug: reason})


def _read(given: Sequence[Given]) -> _Read:
    articles = [one.article for one in given]
    with warnings.catch_warnings():  # what it warns about is in its tables, and goes into ours
        warnings.simplefilter("ignore")
        tables = extract(articles)
    found = {name: as_arrow(name, frame) for name, frame in tables}
    places = {one.slug: number for number, one in enumerate(given)}
    judged = {
        name: as_arrow(name, frame.sort_values("article", key=lambda slugs: slugs.map(places), kind="stable"))
        for name, frame in zip(("checks", "untested"), check_all(tables), strict=True)
    }
    unread: dict[str, str] = {}
    for row in tables.unread.itertuples():
        unread[row.article] = "; ".join(filter(None, [unread.get(row.article), row.language]))
    errors = dict(zip(tables.problems["article"], tables.problems["problem"], strict=True))
    return _Read({**found, **judged}, errors, unread)


def _texts(given: Sequence[Given], errors: dict[str, str], unread: dict[str, str]) -> pd.DataFrame:
    """The table of the texts: what is known of each, and its words."""
    rows = [
        {
            **vars(one),
            "article": one.slug,
            "warnings": "; ".join(one.notes),
            "sha256": hashlib.sha256(one.text.encode("utf-8", "replace")).hexdigest(),
            "words": len(one.text.split()),
            "not_read": unread.get(one.slug, ""),
            "error": errors.get(one.slug),
        }
        for one in given
    ]
    return pd.DataFrame(rows, columns=schema_of(TEXTS).names)


def as_parquet(table: pa.Table) -> bytes:
    """The bytes of a Parquet file that holds a table; the same table gives the same bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=1 << 20)
    return sink.getvalue().to_pybytes()


def failed(given: Sequence[Given], reason: str) -> dict[str, bytes]:
    """The files of a shard whose articles ended every worker that read them: empty tables and an error
    each."""
    tables = {name: as_parquet(table) for name, table in _read([]).tables.items()}
    texts = _texts(given, {one.slug: reason for one in given}, {})
    return {**tables, TEXTS: as_parquet(as_arrow(TEXTS, texts))}
