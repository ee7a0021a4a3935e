"""The derived tables of notebook 1: dated expressions, their labels, lengths, and articles."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd

from helpers.dates import length_of
from helpers.findings.publication import AT_HEAD, is_known, published
from helpers.findings.words import amount, day_in_words, range_in_words
from helpers.texts import Article

__all__ = [
    "LATE",
    "PLURALS",
    "PRECISIONS",
    "SINGULARS",
    "TO_THE_DAY",
    "as_meant",
    "by_article",
    "dated",
    "days_by_article",
    "days_to_publication",
    "in_words",
    "inferred",
    "is_open",
    "labelled",
    "lengths",
]

# From the most exact to the least; the order of the columns in tables and figures.
PRECISIONS = (
    "time of day",
    "day",
    "weekend",
    "range of days",
    "duration",
    "week",
    "part of month",
    "month",
    "range of months",
    "season",
    "quarter",
    "half year",
    "part of year",
    "year",
    "range of years",
    "fiscal year",
    "decade",
    "century",
)
TO_THE_DAY = PRECISIONS[:2]
SINGULARS = {
    "duration": "length of time up to the publication",
    "part of month": "part of a month",
    "part of year": "part of a year",
}
PLURALS = {
    "range of days": "ranges of days",
    "range of months": "ranges of months",
    "range of years": "ranges of years",
    "duration": "lengths of time up to the publication",
    "part of month": "parts of a month",
    "part of year": "parts of a year",
    "century": "centuries",
}
Days = Sequence[tuple[date, date]]
NO_DAYS: Days = ()
OPEN = "XXXX"  # how a value begins that names a day, week or month but not which: "March 5", "Tuesday", "last month"
LATE = 60  # days; an article that appears later than that after the last day it names tells old news


# A time counted in years or months from a day: "a year earlier", "three months before"; who counts so means no single day
_COUNTED = re.compile(
    r"\b(?:years?|months?)\s(?:\w+\s)?(?:earlier|later|ago|before|after|prior|previously|hence|since|on)\b",
    re.IGNORECASE,
)
_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"[\dX]{4}-\d\d")
_SAID_TO_BE_EXACT = re.compile(r"\b(?:days?|exactly|precisely|today)\b", re.IGNORECASE)


def as_meant(dates: pd.DataFrame) -> pd.DataFrame:
    """The table `dates` with times that are counted in years or months from a day as wide as they are meant: a year
    before 10 June 2024 is about June 2023, and not the tenth alone. A range is one of days, months or years."""
    rough = pd.Series(
        [
            precision == "day" and bool(_COUNTED.search(quote)) and not _SAID_TO_BE_EXACT.search(quote)
            for quote, precision in zip(dates["quote"], dates["precision"], strict=True)
        ],
        index=dates.index,
        dtype=bool,
    )
    months = [_month(day) for day in dates.loc[rough, "begin"]]
    found = dates.copy()
    found.loc[rough, "begin"] = [first for first, _ in months]
    found.loc[rough, "finish"] = [last for _, last in months]
    found.loc[rough, "precision"] = "month"
    if (ranges := found["precision"] == "range").any():
        found.loc[ranges, "precision"] = found.loc[ranges, "value"].map(_range_of)
    return found


def _range_of(value: str) -> str:
    """Between what a range runs, by the less exact of its ends.

    >>> _range_of("2019/2022"), _range_of("2025-01/2025-05"), _range_of("2025-02-05/2025-09-03"), _range_of("2018")
    ('range of years', 'range of months', 'range of days', 'range of years')
    """
    ends = value.split("/")
    return (
        "range of years"
        if any(_YEAR.fullmatch(end) for end in ends)
        else "range of months"
        if any(_MONTH.fullmatch(end) for end in ends)
        else "range of days"
    )


def _month(day: str) -> tuple[str, str]:
    """First and last day of the month in which a day lies, as ISO dates."""
    first = date.fromisoformat(day).replace(day=1)
    if (first.year, first.month) == (date.max.year, date.max.month):
        return first.isoformat(), date.max.isoformat()
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.isoformat(), (after - timedelta(days=1)).isoformat()


def dated(dates: pd.DataFrame, start: date | None = None, end: date | None = None) -> pd.DataFrame:
    """The expressions that stand on the calendar and touch the window from start to end, both included.

    Args:
        dates: The table `dates`.
        start, end: First and last day of the window; None for no limit.

    Returns:
        The columns of `as_meant` and two more: `first` and `last`, the days as `datetime.date`; sorted by them.
    """
    placed = as_meant(dates[(dates["begin"] != "") & (dates["finish"] != "")])
    placed = placed.assign(
        first=[date.fromisoformat(day) for day in placed["begin"]],
        last=[date.fromisoformat(day) for day in placed["finish"]],
    )
    inside = pd.Series(True, index=placed.index)
    if start:
        inside &= placed["last"] >= start
    if end:
        inside &= placed["first"] <= end
    return placed[inside].sort_values(["first", "last", "article", "start"], kind="stable", ignore_index=True)


def labelled(dates: pd.DataFrame) -> pd.DataFrame:
    """The rows with a `label` (what they mean, in words) and a `kind`: on the calendar, a length of time, or
    vague."""
    vague, placed = dates["vague"].astype(bool), dates["begin"] != ""
    kind = (
        pd.Series("length of time", index=dates.index)
        .mask(placed, "on the calendar")
        .mask(vague, "vague")
        .astype(object)
    )
    return dates.assign(label=[in_words(row) for row in as_meant(dates).itertuples()], kind=kind)


def in_words(row) -> str:
    """What an expression means: its days, its length, or why no calendar holds it.

    Args:
        row: A row of the table `dates`, or of `as_meant`.
    """
    if row.begin and row.finish:
        return range_in_words(row.begin, row.finish)
    if row.begin:  # "since October 2024", and nothing tells up to when
        return f"from {day_in_words(row.begin)} on"
    if row.type == "SET":
        return "again and again"
    if row.vague:
        undecided = row.value.startswith(OPEN) or row.value.endswith("-XX-XX")
        return "which one is not known" if undecided else "no day, month or year"
    if length := length_of(row.value):
        unit = length.unit.removesuffix("s")
        whole = length.number == int(length.number)
        return amount(int(length.number), unit) if whole else f"{length.number:g} {unit}s"
    return "a length of time" if row.type == "DURATION" else "no year is known"


def is_open(dates: pd.DataFrame) -> pd.Series:
    """Whether each date names a day, week or month, but not which one."""
    return dates["vague"].astype(bool) & dates["value"].str.startswith(OPEN) & (dates["type"] != "SET")


def lengths(dates: pd.DataFrame) -> pd.DataFrame:
    """The durations that are lengths, with a column `days`: the mean of what they can be."""
    found = dates["value"].map(length_of)
    days = found.map(lambda length: length.days if length else None).astype(float)
    return dates.assign(days=days)[(dates["type"] == "DURATION") & (dates["begin"] == "") & days.notna()]


def by_article(placed: pd.DataFrame, corpus: Iterable[Article]) -> pd.DataFrame:
    """For each article when it was published, and how long after the dates it names.

    Args:
        placed: Rows from `dated`.
        corpus: The articles.

    Returns:
        article, published, lag (days in words from the last day named before publication to publication; a range where
        only the month of publication is known, none where it is inferred).
    """
    days = days_by_article(placed)
    rows = [
        (article.slug, _published(article), _lag(days.get(article.slug, NO_DAYS), article))
        for article in corpus
    ]
    return pd.DataFrame(rows, columns=["article", "published", "lag"])


def _published(article: Article) -> str:
    days = published(article)
    if not days:
        return "unknown"
    how = f", inferred ({inferred(article)})" if not is_known(article) else ""
    return range_in_words(*days) + (how or ("" if article.published_range else f" ({AT_HEAD})"))


def inferred(article: Article) -> str:
    """From what a date of publication is inferred, in the words of the catalogue.

    >>> inferred(Article(slug="a", text="x", published="2024-03", published_basis="inferred: retells a speech of 2 March 2024"))
    'catalogue: retells a speech of 2 March 2024'
    >>> inferred(Article(slug="a", text="x", published="2024-03", published_basis="Inferred."))
    'the catalogue does not say from what'
    """
    basis = article.published_basis[len("inferred") :].strip(" \t:;,.–—-")
    return f"catalogue: {basis}" if basis else "the catalogue does not say from what"


def days_by_article(placed: pd.DataFrame) -> dict[str, Days]:
    """Article → first and last day of each of its expressions.

    Args:
        placed: Rows from `dated`.
    """
    found: dict[str, list[tuple[date, date]]] = {}
    for article, first, last in zip(placed["article"], placed["first"], placed["last"], strict=True):
        found.setdefault(article, []).append((first, last))
    return found


def days_to_publication(own: Days, article: Article) -> tuple[int, int] | None:
    """Fewest and most days from the last day named up to publication to that publication, none if a time that is
    named reaches it ("this June"); None if it is not known or inferred.

    Args:
        own: The days of the article, from `days_by_article`.
        article: The article.
    """
    days = published(article)
    if not days or not is_known(article):
        return None
    earliest, latest = days
    if not article.published_range and days in own:  # the date at the head is itself among them
        own = list(own)
        own.remove(days)
    before = [min(last, latest) for first, last in own if first <= latest]
    return (max(0, (earliest - max(before)).days), (latest - max(before)).days) if before else None


def _lag(own: Days, article: Article) -> str:
    if not published(article):
        return "publication unknown"
    if not is_known(article):
        return "publication date inferred"
    days = days_to_publication(own, article)
    if not days:
        return "no date before it" if own else "no date to count from"
    least, most = days
    told = f"{least} to {most} days" if least < most else amount(most, "day") if most else "the same day"
    later = any(first > published(article)[1] for first, _ in own)
    return f"{told}; later dates are named, too" if later else told
