"""Reads every table out of a corpus, chunk by chunk.

One article goes through units → dates → quantities → agencies → statements and speakers → roles. Only the units that
name an agency or hold a verb of speech are parsed. The model's memory is freed after every chunk, so that it stays
flat however many articles there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, fields, replace
from itertools import islice

import pandas as pd

from helpers.agencies import (
    AgencyRow,
    Parses,
    RoleRow,
    SpeakerRow,
    StatementRow,
    read_agencies,
    read_roles,
    read_voices,
    to_parse,
)
from helpers.dates import DateRow, read_dates
from helpers.names import with_short_names
from helpers.quantities import QuantityRow, read_quantities
from helpers.texts import Article, Row, load_model, parse, sentences

__all__ = ["Tables", "extract", "verify"]

ROWS = {
    "dates": DateRow,
    "quantities": QuantityRow,
    "agencies": AgencyRow,
    "roles": RoleRow,
    "speakers": SpeakerRow,
    "statements": StatementRow,
}
CHUNK = 32  # articles; large enough to keep the model's batches full, small enough for memory to stay flat


@dataclass(frozen=True)
class Tables:
    """What was extracted: one data frame a table, in the order of the articles and of their text.

    The columns of each are documented at the row it is made of: `DateRow`, `QuantityRow`, `AgencyRow`,
    `RoleRow`, `SpeakerRow`, `StatementRow`. An empty table has all its columns.
    """

    dates: pd.DataFrame
    quantities: pd.DataFrame
    agencies: pd.DataFrame
    roles: pd.DataFrame
    speakers: pd.DataFrame
    statements: pd.DataFrame = field(default_factory=lambda: _frame(StatementRow, []))

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Name and data frame of each table."""
        return ((one.name, getattr(self, one.name)) for one in fields(self))


def extract(corpus: Iterable[Article], *, executor: Executor | None = None) -> Tables:
    """Reads dates, quantities, agencies, roles, speakers and statements.

    Args:
        corpus: The articles, from `load_corpus`.
        executor: A `concurrent.futures` executor that reads the chunks in parallel; None for this process
            alone.

    Returns:
        One data frame a table; every row carries article, start, end, quote and block.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    for chunk in (executor.map if executor else map)(_read_chunk, _chunks(corpus)):
        for name, kind in ROWS.items():
            parts[name] += [_frame(kind, chunk[name])] if chunk[name] else []
    return Tables(
        **{
            name: pd.concat(parts.pop(name) or [_frame(kind, [])], ignore_index=True)
            for name, kind in ROWS.items()
        }
    )


def _frame(kind: type[Row], rows: Sequence[Row]) -> pd.DataFrame:
    """The rows of a chunk as a data frame. Equal words become one object: a sentence stands in many rows, and
    is kept once."""
    once: dict[str, str] = {}
    cells = [
        [once.setdefault(value, value) if isinstance(value, str) else value for value in vars(row).values()]
        for row in rows
    ]
    frame = pd.DataFrame(cells, columns=[field.name for field in fields(kind)])
    return frame.astype(
        {field.name: float for field in fields(kind) if "None" in str(field.type)}
    )  # also where all are missing


def _chunks(articles: Iterable[Article]) -> Iterator[Sequence[Article]]:
    articles = iter(articles)
    while chunk := list(islice(articles, CHUNK)):
        yield chunk


def _read_chunk(articles: Sequence[Article]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in ROWS}
    split = [with_short_names(sentences(article)) for article in articles]
    wanted = [
        (number, *request)
        for number, (article, of_article) in enumerate(zip(articles, split, strict=True))
        for request in to_parse(article, of_article)
    ]
    with load_model().memory_zone():
        parses = [Parses() for _ in articles]
        for (number, sentence, _, forms), doc in zip(
            wanted, parse(text for _, _, text, _ in wanted), strict=True
        ):
            parses[number].add(sentence, forms, doc)
        for article, of_article, parsed in zip(articles, split, parses, strict=True):
            dates = read_dates(article, of_article)
            rows["dates"] += dates
            quantities = read_quantities(article, of_article, dates)
            agencies = read_agencies(article, of_article, parsed.plain)
            voices = read_voices(article, of_article, parsed, agencies)
            rows["agencies"] += agencies
            rows["speakers"] += voices.speakers
            rows["statements"] += voices.statements
            roles = read_roles(article, of_article, parsed.plain, agencies, voices.speeches)
            rows["roles"] += roles
            rows["quantities"] += _with_agency(quantities, roles)
    return rows


def _with_agency(quantities: Iterable[QuantityRow], roles: Iterable[RoleRow]) -> list[QuantityRow]:
    """The quantities with `by`: the agency that acts in the same unit, if there is exactly one."""
    acting: dict[int, set[str]] = {}
    for role in roles:
        if not role.negated:
            acting.setdefault(role.start, set()).add(role.agency)
    single = {start: next(iter(agencies)) for start, agencies in acting.items() if len(agencies) == 1}
    return [
        replace(row, by=single[row.sentence_start]) if row.sentence_start in single else row
        for row in quantities
    ]


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
