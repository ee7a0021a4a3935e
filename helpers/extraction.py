"""Reads every table out of a corpus, chunk by chunk.

One article goes through units → dates → quantities → agencies → speakers → roles. Only the units that name an
agency or hold a verb of speech are parsed. The model's memory is freed after every chunk, so that it stays
flat however many articles there are. An article that cannot be read is set aside and reported, and the others
are read all the same.
"""

import traceback
import warnings
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, fields, replace
from itertools import islice

import pandas as pd

from helpers.agencies import (
    AgencyRow,
    RoleRow,
    SpeakerRow,
    needs_parse,
    read_agencies,
    read_roles,
    read_speakers,
)
from helpers.dates import DateRow, read_dates
from helpers.names import mask, with_short_names
from helpers.quantities import QuantityRow, SetAsideRow, read_numbers
from helpers.texts import Article, Row, load_model, parse, sentences

__all__ = ["Tables", "extract", "verify"]

ROWS = {
    "dates": DateRow,
    "quantities": QuantityRow,
    "agencies": AgencyRow,
    "roles": RoleRow,
    "speakers": SpeakerRow,
    "set_aside": SetAsideRow,
}
PROBLEM = ["article", "problem", "place"]
CHUNK = 32  # articles; large enough to keep the model's batches full, small enough for memory to stay flat


@dataclass(frozen=True)
class Tables:
    """What was extracted: one data frame a table, in the order of the articles and of their text.

    The columns of each are documented at the row it is made of: `DateRow`, `QuantityRow`, `AgencyRow`,
    `RoleRow`, `SpeakerRow`, `SetAsideRow`. An empty table has all its columns. `problems` has one row for each article that
    could not be read and is in no table: `article`, `problem`, `place` (file and line of the code).
    """

    dates: pd.DataFrame
    quantities: pd.DataFrame
    agencies: pd.DataFrame
    roles: pd.DataFrame
    speakers: pd.DataFrame
    set_aside: pd.DataFrame = field(default_factory=lambda: _frame(SetAsideRow, []))
    problems: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PROBLEM))

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Name and data frame of each table of evidence."""
        return ((name, getattr(self, name)) for name in ROWS)


def extract(corpus: Iterable[Article], *, executor: Executor | None = None) -> Tables:
    """Reads dates, quantities, agencies, roles and speakers.

    Args:
        corpus: The articles, from `load_corpus`.
        executor: A `concurrent.futures` executor that reads the chunks in parallel; None for this process
            alone.

    Returns:
        One data frame a table; every row carries article, start, end, quote and block. An article that fails
        is in `problems`, and a warning names it.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    problems: list[dict[str, str]] = []
    for chunk, failed in (executor.map if executor else map)(_read_chunk, _chunks(corpus)):
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


def _read_chunk(articles: Sequence[Article]) -> tuple[dict[str, list[Row]], list[dict[str, str]]]:
    """The rows of the articles by table, and the problems of those that could not be read.

    The model reads a chunk at once; where that fails, its articles are read one by one to find out which."""
    try:
        return _read_together(articles), []
    except Exception as error:  # whatever it is, it concerns one article and is reported with it
        if len(articles) == 1:
            return {name: [] for name in ROWS}, [_problem(articles[0], error)]
    rows: dict[str, list[Row]] = {name: [] for name in ROWS}
    problems: list[dict[str, str]] = []
    for article in articles:
        single, failed = _read_chunk([article])
        problems += failed
        for name, found in single.items():
            rows[name] += found
    return rows, problems


def _problem(article: Article, error: Exception) -> dict[str, str]:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return {
        "article": article.slug,
        "problem": f"{type(error).__name__}: {error}",
        "place": f"{frame.filename}:{frame.lineno}",
    }


def _read_together(articles: Sequence[Article]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in ROWS}
    split = [with_short_names(sentences(article)) for article in articles]
    wanted = [
        (number, sentence)
        for number, of_article in enumerate(split)
        for sentence in of_article
        if needs_parse(sentence)
    ]
    with load_model().memory_zone():
        docs: list[dict[int, object]] = [{} for _ in articles]
        for (number, sentence), doc in zip(
            wanted, parse(mask(sentence).text for _, sentence in wanted), strict=True
        ):
            docs[number][sentence.start] = doc
        for article, of_article, parsed in zip(articles, split, docs, strict=True):
            dates = read_dates(article, of_article)
            rows["dates"] += dates
            quantities, aside = read_numbers(article, of_article, dates)
            rows["set_aside"] += aside
            agencies = read_agencies(article, of_article, parsed)
            speakers = read_speakers(article, of_article, parsed, agencies)
            rows["agencies"] += agencies
            rows["speakers"] += speakers
            roles = read_roles(article, of_article, parsed, agencies, speakers)
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
