"""The corpus in chunks, in this process or spread over others, and the tables put together from them."""

import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice

import pandas as pd

from helpers.extraction.chunk import read_chunk
from helpers.extraction.stored import stored_tables
from helpers.extraction.tables import PROBLEM, ROWS, UNREAD, Tables, frame_of_rows
from helpers.texts import Article, Corpus, CorpusError, shown, unread_line

__all__ = ["extract"]

NO_ARTICLES = "extract takes articles: write extract(from_texts([text])) for a text, or extract(load_corpus(folder)) for a folder"
CHUNK = 32  # articles; large enough to keep the model's batches full, small enough for memory to stay flat


def extract(corpus: Iterable[Article], *, executor: Executor | None = None) -> Tables:
    """Reads dates, quantities, agencies, roles, speakers and statements.

    Args:
        corpus: The articles, from `load_corpus`. Those of an archive are not read again: its tables are given as
            they are stored.
        executor: A `concurrent.futures` executor that reads the chunks in parallel, such as
            `ProcessPoolExecutor()` or `dask.distributed.Client(...).get_executor()`; None for this process
            alone.

    Returns:
        One data frame a table; every row carries article, start, end, quote and block. An article that fails
        is in `problems`, and a warning names it.

    Raises:
        TypeError: if this is no run of articles but a text or the name of a folder, with what to write instead; if
            the executor is none.
        CorpusError: if two articles have the same slug.
    """
    if isinstance(corpus, (str, bytes, os.PathLike)) or not isinstance(corpus, Iterable):
        raise TypeError(NO_ARTICLES)
    if not isinstance(executor, Executor | None):
        raise TypeError(f"executor must be an executor of concurrent.futures or None, not {shown(executor)}")
    if isinstance(corpus, Corpus) and corpus.stored:
        return stored_tables(corpus)
    tables = _tables(corpus, executor)
    for problem in tables.problems.itertuples():
        warnings.warn(f"{problem.article} was not read: {problem.problem} ({problem.place})", stacklevel=2)
    if line := unread_line(tables.unread.itertuples(index=False, name=None)):
        warnings.warn(line, stacklevel=2)
    return tables


def _tables(corpus: Iterable[Article], executor: Executor | None) -> Tables:
    """The tables of all chunks put together."""
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    problems: list[dict[str, str]] = []
    unread: list[tuple[str, str]] = []
    chunks = _chunks(corpus)
    for chunk, failed in _spread(executor, read_chunk, chunks) if executor else map(read_chunk, chunks):
        problems += failed
        unread += chunk["unread"]
        for name, kind in ROWS.items():
            parts[name] += [frame_of_rows(kind, chunk[name])] if chunk[name] else []
    return Tables(
        **{
            name: pd.concat(parts.pop(name) or [frame_of_rows(kind, [])], ignore_index=True)
            for name, kind in ROWS.items()
        },
        problems=pd.DataFrame(problems, columns=PROBLEM),
        unread=pd.DataFrame(unread, columns=UNREAD),
    )


def _chunks(articles: Iterable[Article]) -> Iterator[Sequence[Article]]:
    articles, seen = iter(articles), set()
    while chunk := list(islice(articles, CHUNK)):
        for article in chunk:
            if not isinstance(article, Article):
                raise TypeError(NO_ARTICLES)
            if article.slug in seen:
                raise CorpusError(f"two articles have the same slug: {article.slug!r}; give each another")
            seen.add(article.slug)
        yield chunk


def _spread(executor: Executor, function: Callable, items: Iterable) -> Iterator:
    """`executor.map` that takes no more items than keep the workers busy: the articles need not fit into
    memory."""
    ahead = 2 * (os.cpu_count() or 1) + 2
    running: deque = deque()
    for item in items:
        running.append(executor.submit(function, item))
        if len(running) >= ahead:
            yield running.popleft().result()
    while running:
        yield running.popleft().result()
