"""Reads shards on workers that may die: what was lost with them is given out again, and the article that kills
them is found, so that the others are read all the same."""

import io
from collections import deque
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.shards import ArchiveError, Given, Shard, as_parquet, failed, read_shard
from helpers.texts import program

__all__ = ["Workers"]

TRIES = 2  # of a shard whose worker died; then its articles are read one by one, to find the one that kills


@dataclass
class _Underway:
    """A shard that is being read, and how often it was tried."""

    shard: Shard
    future: Future
    tries: int = 1


class Workers:
    """An executor that is started again whenever its workers die, and the shards that it reads, in their order.

    Args:
        start: Makes the executor.
    """

    def __init__(self, start: Callable[[], Executor]):
        self._start = start
        self._executor: Executor | None = None
        self._underway: deque[_Underway] = deque()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_) -> None:
        """Takes leave without waiting for what nobody will ask for."""
        for one in self._underway:
            one.future.cancel()
        self._end()

    def __len__(self) -> int:
        """How many shards are under way."""
        return len(self._underway)

    def add(self, shard: Shard) -> None:
        """Has one more shard read."""
        self._underway.append(_Underway(shard, self._submit(shard.given)))

    def take(self) -> tuple[Shard, dict[str, bytes]]:
        """The first shard under way with the files of its tables; waits for them."""
        first, tables = self._underway[0], None
        while tables is None:
            try:
                tables = first.future.result()
            except (ArchiveError, ImportError):
                raise
            except Exception as error:  # a worker died, in whatever way its executor says so
                if first.tries >= TRIES:
                    tables = self._one_by_one(first.shard, error)
                elif isinstance(error, BrokenExecutor):
                    self._end()
                    for one in self._underway:
                        if not one.future.done() or one.future.cancelled() or one.future.exception():
                            one.future = self._submit(one.shard.given)
                else:
                    first.future = self._submit(first.shard.given)
                first.tries += 1
        self._underway.popleft()
        return first.shard, tables

    def _submit(self, given: tuple[Given, ...]) -> Future:
        self._executor = self._executor or self._start()
        try:
            return self._executor.submit(read_shard, given, program())
        except BrokenExecutor as error:  # said when the result is asked for
            lost: Future = Future()
            lost.set_exception(error)
            return lost

    def _end(self) -> None:
        if self._executor:
            self._executor.shutdown(wait=False)
        self._executor = None

    def _one_by_one(self, shard: Shard, error: Exception) -> dict[str, bytes]:
        """The tables of a shard that ends its workers: of the articles that are no reason their rows, of the
        others an error. They are read by workers of their own, so that no other shard is lost."""
        reason = f"ended the process that read it ({type(error).__name__})"
        parts = []
        with Workers(self._start) as alone:
            for one in shard.given:
                try:
                    parts.append(alone._submit((one,)).result())
                except (ArchiveError, ImportError):
                    raise
                except Exception as again:  # a worker died once more: this article is the reason
                    parts.append(failed((one,), reason))
                    if isinstance(again, BrokenExecutor):
                        alone._end()
        return {
            name: as_parquet(pa.concat_tables(pq.read_table(io.BytesIO(part[name])) for part in parts))
            for name in parts[0]
        }
