"""Streams any number of articles through the reading into Parquet: a folder a table, a file a shard.

Memory is bounded by the shards that are under way. A run that was killed continues where it was, with as many
workers as it is given then, and ends with the same bytes. Any `concurrent.futures` executor will do; there is
no engine of our own.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.copies import find_copies
from helpers.archive.document import Document, SetAside, as_line, first_of, without_empty
from helpers.archive.folder import Names
from helpers.archive.package import data_package
from helpers.archive.schema import TABLES, TEXTS
from helpers.archive.shards import ArchiveError, Given, Shard, as_parquet, in_shards, read_shard
from helpers.archive.workers import Workers
from helpers.extraction import figures_of_events, find_events, stored_events
from helpers.texts import ARCHIVE, PARTIAL, Busy, as_path, own_folder, program, why_not_written, write_file

__all__ = ["ArchiveError", "Summary", "extract_archive", "figures_of_events", "find_events"]

ERRORS = pa.schema(
    [(name, pa.string()) for name in ("article", "source")] + [("row", pa.int64()), ("reason", pa.string())]
)
_SHARD = re.compile(r"[0-9a-f]{32}")  # the name of a shard
_ENDS = ("copies", "errors", "shards", "events")  # files beside the tables, without their ending


@dataclass
class Summary:
    """What became of an archive: `articles` read now, those that were `there` from an earlier run, `errors`
    (rows of errors.parquet), `copies` (rows of copies.parquet) and `rows` of each table."""

    articles: int = 0
    there: int = 0
    errors: list[dict] = field(default_factory=list)
    copies: int = 0
    rows: dict[str, int] = field(default_factory=dict)


def extract_archive(
    items: Iterable[Document | SetAside],
    folder: str | Path,
    *,
    start: Callable[[], Executor] | None = None,
    ahead: int = 4,
    progress: Callable[[int, bool], None] = lambda articles, there: None,
) -> Summary:
    """Reads articles into a folder of tables; continues what is there.

    Args:
        items: From `documents`.
        folder: Where the tables are, or will be.
        start: Makes an executor; called again if its workers die. None to read in this process.
        ahead: Shards under way at once; two a worker keep all of them busy.
        progress: Is told how many articles were done, and whether they were there already.

    Returns:
        A summary. All that was set aside is in it, and in `errors.parquet`.

    Raises:
        ArchiveError: if the folder holds something else, another run writes there now, or nothing could be
            read.
    """
    folder = as_path(folder)
    _check_folder(folder)
    summary, names = Summary(), []
    shards = _noted(in_shards(_given(items, summary)), names)
    try:
        with own_folder(folder):
            _fill(folder, _read(shards, folder, start, ahead), summary, progress)
            if not names:
                reasons = first_of(list(map(as_line, summary.errors)), "")
                raise ArchiveError("\n".join(["no article could be read", *reasons]))
            _finish(folder, names, summary)
    except Busy as error:
        raise ArchiveError(str(error)) from error
    return summary


def _fill(
    folder: Path,
    read: Iterable[tuple[Shard, dict[str, bytes]]],
    summary: Summary,
    progress: Callable[[int, bool], None],
) -> None:
    """Writes the files of shards as they are read."""
    for shard, tables in read:
        (folder / ARCHIVE).unlink(missing_ok=True)  # not sooner: there may be nothing to read
        for name in sorted(tables, key=lambda name: name == TEXTS):  # the texts last: they close a shard
            write_file(folder / name / f"{shard.name}.parquet", tables[name])
        summary.articles += len(shard.given) if tables else 0
        summary.there += 0 if tables else len(shard.given)
        progress(len(shard.given), not tables)


def _check_folder(folder: Path) -> None:
    if why := why_not_written(folder):
        raise ArchiveError(f"{folder}: {why}; choose another folder with -o")
    strange = [str(path.relative_to(folder)) for path in _found(folder) if not _is_ours(path)]
    if strange:
        raise ArchiveError(
            f"{folder} holds other things ({', '.join(sorted(strange)[:3])}); choose another folder with -o"
        )


def _found(folder: Path) -> Iterator[Path]:
    """What lies in a folder, and in those of its tables what a run would take for its own."""
    if folder.exists():
        yield from folder.iterdir()
        for table in TABLES:
            yield from (folder / table).glob("[!.]*.parquet")


def _is_ours(path: Path) -> bool:
    """Whether a run may have written it, and may delete it: a file of another name is somebody's own."""
    if path.name in (*TABLES, ARCHIVE) or path.name.startswith("."):
        return True
    return path.suffix == ".parquet" and (path.stem in _ENDS or bool(_SHARD.fullmatch(path.stem)))


def _given(items: Iterable[Document | SetAside], summary: Summary) -> Iterator[Given]:
    """The articles with their final slugs; what is none goes into the summary."""
    name, number = Names(), 0
    for item in without_empty(items):
        if isinstance(item, SetAside):
            summary.errors.append({"article": "", **vars(item)})
        else:
            number += 1
            yield Given(**{**vars(item), "slug": name(item.slug)}, number=number)


def _noted(shards: Iterable[Shard], names: list[str]) -> Iterator[Shard]:
    """The shards; their names are added to a list, in the order of the articles, whichever is read first."""
    for shard in shards:
        names.append(shard.name)
        yield shard


def _read(
    shards: Iterable[Shard], folder: Path, start: Callable[[], Executor] | None, ahead: int
) -> Iterator[tuple[Shard, dict[str, bytes]]]:
    """Each shard with the files of its tables; without, if they are there already."""
    with Workers(start) if start else nullcontext(()) as workers:
        for shard in shards:
            if (folder / TEXTS / f"{shard.name}.parquet").exists():
                yield shard, {}
            elif start is None:
                yield shard, read_shard(shard.given, program())
            else:
                workers.add(shard)
            while len(workers) >= ahead:
                yield workers.take()
        while workers:
            yield workers.take()


def _finish(folder: Path, names: list[str], summary: Summary) -> None:
    """Removes what belongs to no shard of this run, and writes what is known only at the end."""
    files = [f"{name}.parquet" for name in names]
    wanted = set(files)
    for path in folder.glob(f".*{PARTIAL}"):
        path.unlink()
    for table in TABLES:
        for path in (folder / table).iterdir():
            if path.suffix in (".parquet", PARTIAL) and path.name not in wanted:
                path.unlink()
        summary.rows[table] = sum(pq.read_metadata(folder / table / file).num_rows for file in files)
    for file in files:
        table = pq.read_table(folder / TEXTS / file, columns=["article", "source", "row", "error"])
        bad = table.filter(pa.compute.is_valid(table["error"])).rename_columns(ERRORS.names)
        summary.errors += bad.to_pylist()
    found = find_copies(_texts(folder, files))
    summary.copies = len(found)
    ends = (
        pa.Table.from_pandas(found, preserve_index=False).replace_schema_metadata(),
        pa.Table.from_pylist(summary.errors, schema=ERRORS),
        pa.table({"shard": files}).replace_schema_metadata({"program": program()}),
        stored_events(folder, names, found),
    )
    for name, table in zip(_ENDS, ends, strict=True):
        write_file(folder / f"{name}.parquet", as_parquet(table))
    write_file(folder / ARCHIVE, data_package(folder, names))


def _texts(folder: Path, files: Iterable[str]) -> Iterator[tuple[str, str]]:
    for file in files:
        table = pq.read_table(folder / TEXTS / file, columns=["article", "text"])
        yield from zip(table["article"].to_pylist(), table["text"].to_pylist(), strict=True)
