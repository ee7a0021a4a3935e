"""The tables of an extraction, what each row is, and the check that every quote stands where it says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields

import pandas as pd

from helpers.agencies import AgencyRow, RoleRow, SpeakerRow, StatementRow
from helpers.dates import DateRow
from helpers.quantities import QuantityRow, SetAsideRow
from helpers.texts import Article, Row, did_you_mean

__all__ = ["PROBLEM", "ROWS", "Tables", "UNREAD", "frame_of_rows", "verify"]

ROWS = {
    "dates": DateRow,
    "quantities": QuantityRow,
    "agencies": AgencyRow,
    "roles": RoleRow,
    "speakers": SpeakerRow,
    "statements": StatementRow,
    "set_aside": SetAsideRow,
}
PROBLEM = ["article", "problem", "place"]
UNREAD = ["article", "language"]


@dataclass(frozen=True)
class Tables:
    """What was extracted: one data frame a table, in the order of the articles and of their text.

    The columns of each are documented at the row it is made of: `DateRow`, `QuantityRow`, `AgencyRow`,
    `RoleRow`, `SpeakerRow`, `StatementRow`, `SetAsideRow`. An empty table has all its columns.
    `problems` has one row for each article that could not be read and is in no table: `article`, `problem`,
    `place` (file and line of the code). `unread` has one row for each article and language of which sentences were
    left out of all tables. `checks` and `untested` are those that an archive holds; None where `check` has yet to
    make them.
    """

    dates: pd.DataFrame
    quantities: pd.DataFrame
    agencies: pd.DataFrame
    roles: pd.DataFrame
    speakers: pd.DataFrame
    statements: pd.DataFrame
    set_aside: pd.DataFrame = field(default_factory=lambda: frame_of_rows(SetAsideRow, []))
    problems: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PROBLEM))
    unread: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=UNREAD))
    checks: pd.DataFrame | None = None
    untested: pd.DataFrame | None = None

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Name and data frame of each table of evidence."""
        return ((name, getattr(self, name)) for name in ROWS)


def frame_of_rows(kind: type[Row], rows: Sequence[Row]) -> pd.DataFrame:
    """The rows of a chunk as a data frame. Equal words become one object: a sentence stands in many rows, and
    is kept once."""
    once: dict[str, str] = {}
    cells = [
        [once.setdefault(value, value) if isinstance(value, str) else value for value in vars(row).values()]
        for row in rows
    ]
    columns = pd.Index([one.name for one in fields(kind)])
    with pd.option_context("mode.string_storage", "python"):  # Arrow would copy the sentence into every row
        frame = pd.DataFrame(cells, columns=columns)
    numbers = [one.name for one in fields(kind) if "None" in str(one.type)]
    return frame.astype(dict.fromkeys(numbers, float))  # also where all are missing


def verify(tables: Iterable[tuple[str, pd.DataFrame]], corpus: Iterable[Article]) -> pd.DataFrame:
    """Reads every quote again at its place in the text.

    Args:
        tables: `Tables`, or (name, data frame) pairs with the columns article, start, end and quote.
        corpus: The articles the tables were made from.

    Returns:
        One row a table: `table`, `rows` (number checked) and `failed` (rows whose quote is not
            `text[start:end]`).

    Raises:
        KeyError: if a row is of an article that the corpus has not.
    """
    texts = {article.slug: article.text for article in corpus}
    counts = []
    for name, frame in tables:
        if others := [slug for slug in frame["article"].unique() if slug not in texts]:
            raise KeyError(f"no article {others[0]!r}; {did_you_mean(others[0], texts)}")
        rows = frame[["article", "start", "end", "quote"]].itertuples(index=False, name=None)
        failed = sum(texts[article][start:end] != quote for article, start, end, quote in rows)
        counts.append((name, len(frame), failed))
    return pd.DataFrame(counts, columns=["table", "rows", "failed"])
