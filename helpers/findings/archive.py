"""What the notebooks do otherwise over an archive: which articles stand for all, what is counted once, what is
counted by month or year, and which figures the reports of one event give.
"""

from collections.abc import Sequence
from typing import TypeVar

import pandas as pd

from helpers.extraction import figures_of_events
from helpers.findings.words import amount, called, listed, number
from helpers.texts import Article, Corpus

__all__ = [
    "about_events",
    "about_ranges",
    "by_period",
    "is_large",
    "once",
    "periods",
    "sample",
    "shares_of_roles",
]

Item = TypeVar("Item")
LARGE = 50  # articles; with more nobody reads a row for each
SAMPLED = 8  # articles shown whole and in every table of evidence
MONTHS = 60  # periods in a figure; a longer time is counted by year
YEARS = 40
RANGES_SAID = 5
EVENTS_LISTED = 3


def is_large(corpus: Sequence[Article]) -> bool:
    """Whether there are too many articles for a row each."""
    return len(corpus) > LARGE


def sample(every: Sequence[Item], most: int = SAMPLED) -> list[Item]:
    """So many articles, or rows, at even distances through all of them, always the same; all of fewer."""
    if len(every) <= most:
        return list(every)
    return [every[place * len(every) // most] for place in range(most)]


def once(frame: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The rows without those of articles that tell of an event of which an earlier article tells.

    Args:
        frame: Rows of any table, with article.
        corpus: The articles, with the events of an archive.
    """
    events = getattr(corpus, "events", {})
    later = {article for article, event in events.items() if article != event}
    return frame[~frame["article"].isin(later)] if later else frame


def about_events(corpus: Corpus) -> list[str]:
    """How many articles of an archive tell of the same events, and that these are counted once."""
    events = getattr(corpus, "events", {})
    if not events:
        return []
    count = len(set(events.values()))
    return [
        f"{number(len(events)).capitalize()} of {amount(len(corpus), 'article')} tell of "
        f"{'an event' if count == 1 else f'{number(count)} events'} of which another of them tells, too; figures over "
        "time count only the first report of each."
    ]


def about_ranges(quantities: pd.DataFrame, corpus: Corpus) -> list[str]:
    """The figures on which the reports of one event differ most, with who gives which."""
    events = getattr(corpus, "events", {})
    if not events:
        return []
    found = pd.DataFrame({"event": list(events.values()), "article": list(events)})
    ranges = figures_of_events(found, quantities)
    unequal = ranges[ranges["low"] < ranges["high"]]
    if ranges.empty:
        return []
    first = (
        f"Reports of one event can be compared in {amount(len(ranges), 'figure')}; in {number(len(unequal))} of "
        f"them they differ{'' if len(unequal) <= RANGES_SAID else ', most in these'}."
    )
    apart = (unequal["high"] / unequal["low"]).sort_values(ascending=False, kind="stable")
    return [first, *(_range(unequal.loc[place], found, quantities) for place in apart.index[:RANGES_SAID])]


def _range(row: pd.Series, found: pd.DataFrame, quantities: pd.DataFrame) -> str:
    reports = set(found.loc[found["event"] == row["event"], "article"])
    own = quantities[
        quantities["article"].isin(reports)
        & (quantities["unit"] == row["unit"])
        & (quantities["noun"] == row["noun"])
        & quantities["value"].between(row["low"], row["high"])
    ]
    given = own.groupby("value")["article"].unique()
    told = "; ".join(
        f"{value:,g} in {listed(map(called, articles), most=EVENTS_LISTED)}"
        for value, articles in given.items()
    )
    unit = "" if row["unit"] == "count" else f" ({row['unit']})"
    return f"Of one event, {row['low']:,g} to {row['high']:,g} (counted: {row['noun']}){unit}: {told}."


def periods(days: pd.Series) -> pd.Series:
    """The month of each day as `2024-03`, or its year where there would be more than MONTHS months.

    Args:
        days: Days as `2024-03-15`, months or years; what is no date is missing in the result.
    """
    text = days.astype("str")
    month = text.str.slice(0, 7).where(text.str.fullmatch(r"\d{4}-\d\d.*"))
    year = text.str.slice(0, 4).where(text.str.fullmatch(r"\d{4}(?:-.*)?"))
    present = month.dropna()
    if present.empty or month.isna().sum() > year.isna().sum():
        return year
    first, last = (pd.Period(present.min(), "M"), pd.Period(present.max(), "M"))
    return month if (last - first).n < MONTHS else year


def by_period(days: pd.Series) -> pd.DataFrame:
    """How many of the days fall into each month, or year, from the first to the last with no gap.

    Returns:
        period, number. Where there are more than so many periods those at the ends, in which fewest fall, are
        left out; `number` then does not add up to the days given.
    """
    found = periods(days).dropna()
    if found.empty:
        return pd.DataFrame(columns=["period", "number"])
    counts = found.value_counts()
    monthly = len(counts.index[0]) > 4
    if not monthly and len(counts) > 1:
        counts = _dense(counts)
    every = pd.period_range(counts.index.min(), counts.index.max(), freq="M" if monthly else "Y")
    numbers = counts.reindex([str(period) for period in every], fill_value=0)
    return pd.DataFrame({"period": numbers.index, "number": numbers.to_numpy()})


def _dense(counts: pd.Series) -> pd.Series:
    """The YEARS years in a row that hold most."""
    years = counts.rename(index=int).sort_index()
    every = years.reindex(range(years.index.min(), years.index.max() + 1), fill_value=0)
    if len(every) <= YEARS:
        return counts
    last = every.rolling(YEARS).sum().idxmax()
    return counts[(counts.index.astype(int) > last - YEARS) & (counts.index.astype(int) <= last)]


def shares_of_roles(roles: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """What part of the roles of each month or year of publication each role is.

    Args:
        roles: Rows of the table `roles`; of reports of one event the first alone is counted.
        corpus: The articles, with their dates of publication.

    Returns:
        One row a period with a role, one column a role, in percent, the commonest first; `roles` is the number
        that they are shares of.
    """
    published = {article.slug: article.published for article in corpus}
    own = once(roles, corpus)
    period = periods(own["article"].map(published).fillna(""))
    counts = pd.crosstab(period, own["role"])
    counts = counts[counts.sum().sort_values(ascending=False, kind="stable").index]
    every = counts.sum(axis=1)
    shares = (100 * counts.div(every, axis=0)).round(1)
    return shares.assign(roles=every).rename_axis("period").reset_index().rename_axis(None, axis=1)
