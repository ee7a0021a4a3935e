"""Reads every table out of a corpus, chunk by chunk.

One article goes through units → dates → quantities → agencies → statements and speakers → roles. Only the units that
name an agency or hold a verb of speech are parsed. The model's memory is freed after every chunk, so that it stays
flat however many articles there are. An article that cannot be read is set aside and reported, and the others
are read all the same.
"""

import os
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field

import pandas as pd

from helpers.agencies import (
    AgencyRow,
    RoleRow,
    SpeakerRow,
    StatementRow,
)
from helpers.dates import DateRow
from helpers.quantities import QuantityRow
from helpers.texts import Article

__all__ = ["Tables", "extract", "verify"]

ROWS = {
    "dates": DateRow,
    "quantities": QuantityRow,
    "agencies": AgencyRow,
    "roles": RoleRow,
    "speakers": SpeakerRow,
    "statements": StatementRow,
}
PROBLEM = ["article", "problem", "place"]
CHUNK = 32  # articles; large enough to keep the model's batches full, small enough for memory to stay flat


@dataclass(frozen=True)
class Tables:
    """What was extracted: one data frame a table, in the order of the articles and of their text.

    The columns of each are documented at the row it is made of: `DateRow`, `QuantityRow`, `AgencyRow`,
    `RoleRow`, `SpeakerRow`, `StatementRow`. An empty table has all its columns.
    `problems` has one row for each article that could not be read and is in no table: `article`, `problem`,
    `place` (file and line of the code).
    """

    dates: pd.DataFrame
    quantities: pd.DataFrame
    agencies: pd.DataFrame
    roles: pd.DataFrame
    speakers: pd.DataFrame
    statements: pd.DataFrame
    problems: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PROBLEM))

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Name and data frame of each table of evidence."""
        return ((name, getattr(self, name)) for name in ROWS)


def extract(corpus: Iterable[Article], *, executor: Executor | None = None) -> Tables:
    """Reads dates, quantities, agencies, roles, speakers and statements.

    Args:
        corpus: The articles, from `load_corpus`.
        executor: A `concurrent.futures` executor that reads the chunks in parallel, such as
            `ProcessPoolExecutor()` or `dask.distributed.Client(...).get_executor()`; None for this process
            alone.

    Returns:
        One data frame a table; every row carries article, start, end, quote and block. An article that fails
        is in `problems`, and a warning names it.

    Raises:
        TypeError: if this is a text or the name of a folder, with what to write instead.
    """
    if isinstance(corpus, (str, os.PathLike)):
        raise TypeError(
            "extract takes articles: write extract(from_texts([text])) for a text, or extract(load_corpus(folder)) for a folder"
        )
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    problems: list[dict[str, str]] = []
    chunks = _chunks(corpus)
    for chunk, failed in _spread(executor, _read_chunk, chunks) if executor else map(_read_chunk, chunks):
        problems += failed
        for name, kind in ROWS.items():
            parts[name] += [_frame(kind, chunk[name])] if chunk[name] else []
    for problem in problems:
        warnings.warn(
            f"{problem['article']} was not read: {problem['problem']} ({problem['place']})", stacklevel=2
        )
    return Tables(
        **{
            name: pd.concat(parts.pop(name) or [_frame(kind, [])], ignore_index=True)
            for name, kind in ROWS.items()
        },
        problems=pd.DataFrame(problems, columns=PROBLEM),
    )


def verify(tables: Iterable[tuple[str, pd.DataFrame]], corpus: Iterable[Article]) -> pd.DataFrame:
    """Reads every quote again at its place in the text.

    Args:
        tables: `Tables`, or (name, data frame) pairs with the columns article, start, end and quote.
        corpus: The articles the tables were made from.

    Returns:
        One row a table: `table`, `rows` (number checked) and `failed` (rows whose quote is not
            `text[start:end]`).
    """
    texts = {article.slug: article.text for article in corpus}
    counts = [
        (
            name,
            len(frame),
            sum(texts[row.article][row.start : row.end] != row.quote for row in frame.itertuples()),
        )
        for name, frame in tables
    ]
    return pd.DataFrame(counts, columns=["table", "rows", "failed"])
