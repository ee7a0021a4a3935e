"""The events on record beside the dates and numbers of the articles that tell of them."""

from collections.abc import Iterable

import pandas as pd

from helpers.findings.record_tables import with_event
from helpers.findings.words import range_in_words
from helpers.record import Record
from helpers.texts import Article

__all__ = ["events"]


def events(
    record: Record, dates: pd.DataFrame, quantities: pd.DataFrame, corpus: Iterable[Article]
) -> pd.DataFrame:
    """The events on record that an article of whose event some page tells can mean, and whether it has their day and their number.

    Args:
        record: The record.
        dates, quantities: Tables of the extraction.
        corpus: The articles.

    Returns:
        The events without the spans of statistics and without those that begin after the article was
        published, if that is known, and: `when` (in words), `day_named` (an expression has the same first and
        last day), `number_named` (false where the event has no number, or is about one person or thing, which
        need no figure) and `named`, the number and both in words.
    """
    found = with_event(record.events, record)
    found = found[~found["period"] & ~_afterwards(found, corpus)].reset_index(drop=True)
    rows = list(_with_count(found))
    found = found.assign(
        when=[range_in_words(row.begin, row.end) for row in rows],
        day_named=pd.Series([_names_day(dates, row) for row in rows], dtype=bool),
        number_named=pd.Series([_names_number(quantities, row) for row in rows], dtype=bool),
    )
    return found.assign(named=[_in_article(row) for row in _with_count(found)])


def _afterwards(happened: pd.DataFrame, corpus: Iterable[Article]) -> pd.Series:
    """Which events begin after the last day on which the article may have been published."""
    last = {
        article.slug: article.published_range[1].isoformat() for article in corpus if article.published_range
    }
    return pd.Series(
        [row.begin > last.get(row.article, row.begin) for row in happened.itertuples()],
        index=happened.index,
        dtype=bool,
    )


def _in_article(event) -> str:
    named = [word for word, there in (("day", event.day_named), ("number", event.number_named)) if there]
    size = "" if pd.isna(event.count_) or event.count_ == 1 else _with_unit(event.count_, event.unit)
    return "; ".join(filter(None, [size, f"{' and '.join(named)} in the article" if named else ""]))


def _with_count(happened: pd.DataFrame):
    return happened.rename(columns={"count": "count_"}).itertuples()  # a tuple's own `count` is a method


def _with_unit(count: float, unit: str) -> str:
    return f"{count:,.10g} {unit.removesuffix('s') if count == 1 else unit}".strip()


def _names_day(dates: pd.DataFrame, event) -> bool:
    return bool(
        (
            (dates["article"] == event.article)
            & (dates["begin"] == event.begin)
            & (dates["finish"] == event.end)
        ).any()
    )


def _names_number(quantities: pd.DataFrame, event) -> bool:
    own = quantities[(quantities["article"] == event.article) & (quantities["unit"] != "percent")]
    return event.count_ != 1 and bool((own[["low", "high"]].astype(float) == event.count_).any(axis=None))
