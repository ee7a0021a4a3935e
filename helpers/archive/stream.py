"""Streams any number of articles through the reading into Parquet: a folder a table, a file a shard.

Memory is bounded by the shards that are under way. A run that was killed continues where it was, with as many
workers as it is given then, and ends with the same bytes. Any `concurrent.futures` executor will do; there is
no engine of our own.
"""

import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.copies import find_copies
from helpers.archive.document import Document, SetAside, as_line, first_of, without_empty
from helpers.archive.folder import Names
from helpers.archive.package import data_package
from helpers.archive.schema import TABLES, TEXTS
from helpers.archive.shards import ArchiveError, Given, Shard, as_parquet, failed, in_shards, read_shard
from helpers.extraction import figures_of_events, find_events, stored_events
from helpers.texts import ARCHIVE, program, why_not_written, write_file

__all__ = ["ArchiveError", "Summary", "extract_archive", "figures_of_events", "find_events"]

ERRORS = pa.schema(
    [(name, pa.string()) for name in ("article", "source")] + [("row", pa.int64()), ("reason", pa.string())]
)
TRIES = 2  # of a shard whose worker died; then its articles are read one by one, to find the one that kills


@dataclass
class Summary:
    """What became of an archive: `articles` read now, those that were `there` from an earlier run, `errors`
    (rows of errors.parquet), `copies` (rows of copies.parquet) and `rows` of each table."""

    articles: int = 0
    there: int = 0
    errors: list[dict] = field(default_factory=list)
    copies: int = 0
    rows: dict[str, int] = field(default_factory=dict)


@dataclass
class _Underway:
    """A shard that is being read, and how often it was tried."""

    shard: Shard
    future: object
    tries: int = 1


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
        ArchiveError: if the folder holds something else, or nothing could be read.
    """
    folder = Path(folder).expanduser()
    _check_folder(folder)
    summary, names = Summary(), []
    shards = in_shards(_given(items, summary))
    for shard, tables in _read(_noted(shards, names), folder, start, ahead):
        (folder / ARCHIVE).unlink(missing_ok=True)  # not sooner: there may be nothing to read
        for name in sorted(tables, key=lambda name: name == TEXTS):  # the texts last: they close a shard
            write_file(_file(folder, name, shard.name), tables[name])
        summary.articles += len(shard.given) if tables else 0
        summary.there += 0 if tables else len(shard.given)
        progress(len(shard.given), not tables)
    if not names:
        reasons = first_of(list(map(as_line, summary.errors)), "")
        raise ArchiveError("\n".join(["no article could be read", *reasons]))
    _finish(folder, names, summary)
    return summary


def _check_folder(folder: Path) -> None:
    if why := why_not_written(folder):
        raise ArchiveError(f"{folder}: {why}; choose another folder with -o")
    strange = [path.name for path in folder.iterdir() if not _is_ours(path)] if folder.exists() else []
    if strange:
        raise ArchiveError(
            f"{folder} holds other things ({', '.join(sorted(strange)[:3])}); choose another folder with -o"
        )


def _is_ours(path: Path) -> bool:
    return path.name in (*TABLES, ARCHIVE) or path.suffix == ".parquet" or path.name.startswith(".")


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


def _file(folder: Path, table: str, shard: str) -> Path:
    return folder / table / f"{shard}.parquet"


def _read(
    shards: Iterable[Shard], folder: Path, start: Callable[[], Executor] | None, ahead: int
) -> Iterator[tuple[Shard, dict[str, bytes]]]:
    """Each shard with the files of its tables; without, if they are there already."""
    underway: deque[_Underway] = deque()
    executor = None
    try:
        for shard in shards:
            if _file(folder, TEXTS, shard.name).exists():
                yield shard, {}
                continue
            if start is None:
                yield shard, read_shard(shard.given, program())
                continue
            executor = executor or start()
            underway.append(_Underway(shard, _submit(executor, shard.given)))
            while len(underway) >= ahead:
                executor, tables = _result(underway, executor, start)
                yield underway.popleft().shard, tables
        while underway:
            executor, tables = _result(underway, executor, start)
            yield underway.popleft().shard, tables
    finally:
        if executor:
            _end(executor, underway)


def _end(executor: Executor, underway: Iterable[_Underway]) -> None:
    """Takes leave of an executor without waiting for what nobody will ask for."""
    for one in underway:
        if one.future is not None:
            one.future.cancel()
    executor.shutdown(wait=False)


def _submit(executor: Executor, given: tuple[Given, ...]):
    try:
        return executor.submit(read_shard, given, program())
    except BrokenExecutor:
        return None  # its result will be asked for, and then the executor is started again


def _result(underway: deque[_Underway], executor: Executor, start: Callable[[], Executor]):
    """The executor, which may be a new one, and the tables of the first shard under way."""
    first = underway[0]
    while True:
        try:
            if first.future is None:
                raise BrokenExecutor("the workers ended")
            return executor, first.future.result()
        except (ArchiveError, ImportError):
            raise
        except Exception as error:  # a worker died, in whatever way its executor says so
            if first.tries >= TRIES:
                return executor, _alone(first.shard, start, error)
            if isinstance(error, BrokenExecutor):
                executor = _restarted(underway, executor, start)
            else:
                first.future = _submit(executor, first.shard.given)
            first.tries += 1


def _restarted(underway: Iterable[_Underway], executor: Executor, start: Callable[[], Executor]) -> Executor:
    """A new executor, to which all that was not finished is given again."""
    _end(executor, ())
    executor = start()
    for one in underway:
        if one.future is None or not one.future.done() or one.future.cancelled() or one.future.exception():
            one.future = _submit(executor, one.shard.given)
    return executor


def _alone(shard: Shard, start: Callable[[], Executor], error: Exception) -> dict[str, bytes]:
    """Reads the articles of a shard that ends its workers one by one: those that are no reason are read, the
    others get an error."""
    reason = f"ended the process that read it ({type(error).__name__})"
    parts, executor = [], start()
    try:
        for one in shard.given:
            try:
                parts.append(executor.submit(read_shard, (one,), program()).result())
            except (ArchiveError, ImportError):
                raise
            except Exception as again:  # a worker died once more: this article is the reason
                parts.append(failed((one,), reason))
                if isinstance(again, BrokenExecutor):
                    _end(executor, ())
                    executor = start()
    finally:
        _end(executor, ())
    return {
        name: as_parquet(pa.concat_tables(pq.read_table(io.BytesIO(part[name])) for part in parts))
        for name in parts[0]
    }


def _finish(folder: Path, names: list[str], summary: Summary) -> None:
    """Removes what belongs to no shard of this run, and writes what is known only at the end."""
    files = [f"{name}.parquet" for name in names]
    for table in TABLES:
        for path in (folder / table).iterdir():
            if path.name not in set(files):
                path.unlink()
        summary.rows[table] = sum(pq.read_metadata(folder / table / file).num_rows for file in files)
    for file in files:
        table = pq.read_table(folder / TEXTS / file, columns=["article", "source", "row", "error"])
        bad = table.filter(pa.compute.is_valid(table["error"])).rename_columns(ERRORS.names)
        summary.errors += bad.to_pylist()
    found = find_copies(_texts(folder, files))
    summary.copies = len(found)
    ends = {
        "copies": pa.Table.from_pandas(found, preserve_index=False).replace_schema_metadata(),
        "errors": pa.Table.from_pylist(summary.errors, schema=ERRORS),
        "shards": pa.table({"shard": files}).replace_schema_metadata({"program": program()}),
        "events": stored_events(folder, names, found),
    }
    for name, table in ends.items():
        write_file(folder / f"{name}.parquet", as_parquet(table))
    write_file(folder / ARCHIVE, data_package(folder, names))


def _texts(folder: Path, files: Iterable[str]) -> Iterator[tuple[str, str]]:
    for file in files:
        table = pq.read_table(folder / TEXTS / file, columns=["article", "text"])
        yield from zip(table["article"].to_pylist(), table["text"].to_pylist(), strict=True)
