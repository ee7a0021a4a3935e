"""One operation, many reports: which articles tell of the same event, and which figures each gives for it.

Before anything is counted over an archive, reports of one event must not count as many. Two articles tell of
the same event if one is a copy of the other, or if they agree in all of these: a body that acts, a figure
(the same number of people, of the same thing, or by weight), and either a day or two more figures; and were
published within two months of each other. Where they share one figure alone, they must not name other places.
That is strict on purpose: two events taken for one are lost, one event taken for two is only counted twice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pandas as pd

from helpers.texts import MONTH_NAMES, WEEKDAY_NAMES, date_range, noun_class

__all__ = ["figures_of_events", "find_events", "stored_events"]

_COLUMNS = {  # all that is read of each table
    "texts": ["article", "published", "text"],
    "dates": ["article", "begin", "finish"],
    "quantities": ["article", "value", "low", "high", "unit", "noun"],
    "roles": ["article", "agency", "role", "mode", "negated"],
}

ACTS = frozenset(("arrest", "lead", "prosecute", "remove", "seize"))
SMALLEST = 10  # "three men" are in every second article
LONGEST = 31  # days; a longer stretch, such as a fiscal year, is shared by articles on anything
MONTHS_APART = 62  # days between two reports of one event
MANY = 50  # articles; a figure that stands in more of them, on one day, tells nothing of the event
MORE_FIGURES = 2  # beside the first, where no day is shared
WEIGHTS = ("lb", "kg", "g", "oz", "t")  # known by their number, whatever each report calls the drug
_PLACE = re.compile(
    r"\b(?:in|near|at|outside|around|from|of|to)\s(?:the\s)?((?:[A-Z][a-zà-ÿ'’-]{1,20}\s?){1,3})"
    r"|\A\W{0,5}([A-Z][A-Za-z .'-]{1,30})(?:,[^–—\n]{1,30})?\s(?:[–—]|--)"
)
_NO_PLACE = frozenset(
    name.lower()
    for name in (
        *MONTH_NAMES,
        *(month[:3] for month in MONTH_NAMES),
        *WEEKDAY_NAMES,
        *("Congress", "Title", "Section"),
    )
)


@dataclass(frozen=True)
class _Facts:
    """What an article is recognised by; places only of one that may be: with a body that acts, and a figure."""

    bodies: frozenset[str]
    figures: frozenset[tuple[float, str, str]]
    days: frozenset[tuple[str, str]]
    places: frozenset[str]
    published: tuple[date, date] | None


def find_events(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The articles of each event that more than one article tells of.

    Args:
        tables: From `read_tables`: texts, dates, quantities and roles; and `copies`, if they are known.

    Returns:
        One row an article, in the order of the texts: `event` (slug of its first article) and `article`.
    """
    return _grouped(_facts(tables), tables.get("copies"))


def _grouped(facts: Mapping[str, _Facts], copies: pd.DataFrame | None) -> pd.DataFrame:
    first = {article: article for article in facts}

    def root(article: str) -> str:
        while first[article] != article:
            first[article] = first[first[article]]
            article = first[article]
        return article

    order = {article: number for number, article in enumerate(facts)}
    pairs = [] if copies is None else list(zip(copies["copy_of"], copies["article"], strict=True))
    for one, other in [*pairs, *_same(facts)]:
        earlier, later = sorted((root(one), root(other)), key=order.__getitem__)
        first[later] = earlier
    groups: dict[str, list[str]] = {}
    for article in facts:
        groups.setdefault(root(article), []).append(article)
    rows = [(event, article) for event, group in groups.items() if len(group) > 1 for article in group]
    return pd.DataFrame(rows, columns=["event", "article"])


def stored_events(folder: Path, shards: Iterable[str], copies: pd.DataFrame) -> object:
    """The events of an archive as a table of Arrow; only what that takes is read of its files, shard by shard.

    Args:
        folder: Of the archive.
        shards: Names of its shards, in the order of the articles.
        copies: From `find_copies`.
    """
    import pyarrow as pa  # a notebook over a folder of texts needs none
    import pyarrow.parquet as pq

    facts: dict[str, _Facts] = {}
    for shard in shards:
        facts |= _facts(
            {
                table: pq.read_table(folder / table / f"{shard}.parquet", columns=columns).to_pandas()
                for table, columns in _COLUMNS.items()
            }
        )
    grouped = _grouped(facts, copies)
    schema = pa.schema([(name, pa.string()) for name in grouped])
    return pa.Table.from_pandas(grouped, schema=schema, preserve_index=False).replace_schema_metadata()


def _facts(tables: Mapping[str, pd.DataFrame]) -> dict[str, _Facts]:
    roles, dates, quantities = tables["roles"], _short(tables["dates"]), _large(tables["quantities"])
    acting = roles[roles["role"].isin(ACTS) & (roles["mode"] == "reported") & ~roles["negated"].astype(bool)]
    bodies = acting.groupby("article")["agency"].agg(frozenset)
    days = _together(dates, ["begin", "finish"])
    figures = _together(quantities.assign(noun=_things(quantities)), ["value", "unit", "noun"])
    nothing: frozenset = frozenset()
    return {
        row.article: _Facts(
            bodies.get(row.article, nothing),
            figures.get(row.article, nothing),
            days.get(row.article, nothing),
            _places(row.text) if row.article in bodies and row.article in figures else nothing,
            date_range(row.published or ""),
        )
        for row in tables["texts"].itertuples()
    }


def _short(dates: pd.DataFrame) -> pd.DataFrame:
    """The dates that are days, or stretches of a month at most."""
    placed = dates[(dates["begin"].fillna("") != "") & (dates["finish"].fillna("") != "")]
    first, last = (pd.to_datetime(placed[name], errors="coerce") for name in ("begin", "finish"))
    length = last - first
    return placed[length.dt.days.lt(LONGEST)]


def _large(quantities: pd.DataFrame) -> pd.DataFrame:
    """The figures by which an event can be known: exact, large enough, of a named thing, no percentages."""
    exact = (quantities["low"] == quantities["high"]) & (quantities["value"] >= SMALLEST)
    return quantities[exact & ~quantities["unit"].str.startswith("percent") & (quantities["noun"] != "")]


def _things(quantities: pd.DataFrame) -> list[str]:
    """What each figure counts, as far as reports agree on it: one calls people migrants whom the other calls men,
    and of a weight the number says enough."""
    return [
        "" if unit in WEIGHTS else "person" if noun_class(noun) == "person" else noun
        for unit, noun in zip(quantities["unit"], quantities["noun"], strict=True)
    ]


def _places(text: str) -> frozenset[str]:
    """What a text may be about as a place: capitalised words after "in", "near" and the like, and its dateline."""
    found = (name or dateline for name, dateline in _PLACE.findall(text))
    words = (frozenset(name.lower().split()) for name in found)
    return frozenset(word for name in words if not name & _NO_PLACE for word in name)


def _together(frame: pd.DataFrame, columns: list[str]) -> dict[str, frozenset[tuple]]:
    found: dict[str, set[tuple]] = {}
    for article, *values in frame[["article", *columns]].itertuples(index=False, name=None):
        found.setdefault(article, set()).add(tuple(values))
    return {article: frozenset(values) for article, values in found.items()}


def _same(facts: Mapping[str, _Facts]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that tell of the same event; only those that share a figure are compared."""
    by_figure: dict[tuple, list[str]] = {}
    for article, one in facts.items():
        for figure in one.figures:
            by_figure.setdefault(figure, []).append(article)
    candidates = {
        pair
        for articles in by_figure.values()
        for near in _near(articles, facts)
        for pair in combinations(near, 2)
    }
    for one, other in sorted(candidates):
        if _alike(facts[one], facts[other]):
            yield one, other


def _near(articles: list[str], facts: Mapping[str, _Facts]) -> Iterator[list[str]]:
    """The articles that have a figure in common as they are to be compared: all, or, where they are many, those
    of each day."""
    if len(articles) <= MANY:
        yield articles
        return
    by_day: dict[tuple[str, str], list[str]] = {}
    for article in articles:
        for day in facts[article].days:
            by_day.setdefault(day, []).append(article)
    yield from (near for near in by_day.values() if len(near) <= MANY)


def _alike(one: _Facts, other: _Facts) -> bool:
    if not one.bodies & other.bodies:
        return False
    if one.published and other.published:
        apart = max(one.published[0], other.published[0]) - min(one.published[1], other.published[1])
        if apart.days > MONTHS_APART:
            return False
    shared = len(one.figures & other.figures)
    if shared > MORE_FIGURES:
        return True
    elsewhere = bool(one.places and other.places) and not one.places & other.places
    return bool(one.days & other.days) and not (shared == 1 and elsewhere)


def figures_of_events(found: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """The range of the figures that the reports of an event give for the same thing.

    Args:
        found: From `find_events`.
        quantities: The table of the same articles.

    Returns:
        One row for each event and thing that at least two articles count: `event`, `unit`, `noun`, `low` and
        `high` (the smallest and the largest figure), and `given` (the values, each with the articles that
        give it). Where an article gives several figures of the same thing, such as people held and people
        released, nobody knows which belong together: only those on which two articles agree have a row.
    """
    told: dict[tuple[str, str, str], dict[float, dict[str, None]]] = {}
    joined = _large(quantities)[["article", "value", "unit", "noun"]].merge(found, on="article")
    for article, value, *thing, event in joined.itertuples(index=False, name=None):
        told.setdefault((event, *thing), {}).setdefault(value, {})[article] = None
    rows = []
    for thing, given in told.items():
        values = sorted(given)
        every = [article for value in values for article in given[value]]
        alone = len(set(every)) == len(every)  # no article gives two
        for together in [values] if alone else [[value] for value in values]:
            if len({article for value in together for article in given[value]}) > 1:
                words = "; ".join(f"{value:,g}: {', '.join(given[value])}" for value in together)
                rows.append((*thing, together[0], together[-1], words))
    return pd.DataFrame(rows, columns=["event", "unit", "noun", "low", "high", "given"])
