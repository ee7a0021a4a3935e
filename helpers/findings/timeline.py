"""What notebook 1 concludes: when the articles say things happened, and how exactly they say it."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from helpers.dates import length_of
from helpers.findings.words import amount, called, day_in_words, listed, number, range_in_words
from helpers.texts import Article, Corpus

__all__ = [
    "PRECISIONS",
    "by_article",
    "dated",
    "in_words",
    "labelled",
    "lengths",
    "sentences",
]

# From the most exact to the least; the order of the columns in tables and figures.
PRECISIONS = (
    "day",
    "range",
    "week",
    "part of month",
    "month",
    "season",
    "quarter",
    "half year",
    "part of year",
    "year",
    "fiscal year",
    "decade",
    "century",
)
SINGULARS = {"range": "range of days", "part of month": "part of a month", "part of year": "part of a year"}
PLURALS = {
    "range": "ranges of days",
    "part of month": "parts of a month",
    "part of year": "parts of a year",
    "century": "centuries",
}
LATE = 60  # days; an article that appears later than that after the last day it names tells old news


def dated(dates: pd.DataFrame, start: date | None = None, end: date | None = None) -> pd.DataFrame:
    """The expressions that stand on the calendar and touch the window from start to end, both included.

    Args:
        dates: The table `dates`.
        start, end: First and last day of the window; None for no limit.

    Returns:
        The same columns and two more: `first` and `last`, the days as `datetime.date`; sorted by them.
    """
    placed = dates[(dates["begin"] != "") & (dates["finish"] != "")]
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
    return dates.assign(label=[in_words(row) for row in dates.itertuples()], kind=kind)


def in_words(row) -> str:
    """What an expression means: its days, its length, or that no calendar holds it.

    Args:
        row: A row of the table `dates`.
    """
    if row.begin and row.finish:
        return range_in_words(row.begin, row.finish)
    if row.vague:
        return "no day, month or year"
    if length := length_of(row.value):
        unit = length.unit.removesuffix("s")
        whole = length.number == int(length.number)
        return amount(int(length.number), unit) if whole else f"{length.number:g} {unit}s"
    return {"SET": "again and again", "DURATION": "a length of time"}.get(row.type, "no year is known")


def lengths(dates: pd.DataFrame) -> pd.DataFrame:
    """The durations that are lengths, with a column `days`: the mean of what they can be."""
    found = dates["value"].map(length_of)
    days = found.map(lambda length: length.days if length else None).astype(float)
    return dates.assign(days=days)[(dates["type"] == "DURATION") & (dates["begin"] == "") & days.notna()]


def by_article(placed: pd.DataFrame, corpus: Iterable[Article]) -> pd.DataFrame:
    """For each article: what it lets a reader place on the calendar, and how long after it was published.

    Args:
        placed: Rows from `dated`.
        corpus: The articles.

    Returns:
        article, published, dates (number), first and last (days in words), lag (days in words from the last
        day named before publication to publication; a range where only the month of publication is known,
        none where it is inferred).
    """
    rows = []
    for article in corpus:
        own = placed[placed["article"] == article.slug]
        rows.append(
            {
                "article": article.slug,
                "published": _published(article),
                "dates": len(own),
                "first": day_in_words(min(own["first"])) if len(own) else "–",
                "last": day_in_words(max(own["last"])) if len(own) else "–",
                "lag": _lag(own, article),
            }
        )
    return pd.DataFrame(rows, columns=["article", "published", "dates", "first", "last", "lag"])


def _published(article: Article) -> str:
    if not article.published_range:
        return "unknown"
    return range_in_words(*article.published_range) + (" (inferred)" if article.published_inferred else "")


def _days_to_publication(own: pd.DataFrame, article: Article) -> tuple[int, int] | None:
    """Fewest and most days from the last day named up to publication to that publication; None if it is not
    known or inferred."""
    if not article.published_range or article.published_inferred:
        return None
    earliest, latest = article.published_range
    before = [day for day in own["last"] if day <= latest]
    return (max(0, (earliest - max(before)).days), (latest - max(before)).days) if before else None


def _lag(own: pd.DataFrame, article: Article) -> str:
    if not article.published_range:
        return "publication unknown"
    if article.published_inferred:
        return "publication only inferred"
    days = _days_to_publication(own, article)
    if not days:
        return "no date before it"
    least, most = days
    return amount(most, "day") if least == most else f"{least} to {most} days"


def sentences(
    placed: pd.DataFrame, dates: pd.DataFrame, checks: pd.DataFrame, corpus: Corpus, *, windowed: bool = False
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        placed: Rows from `dated`, for the window of the notebook.
        dates: The table `dates`.
        checks: The table of `check`.
        corpus: The articles.
        windowed: Whether `placed` was cut to a window.
    """
    window = " in this window" if windowed else ""
    order = _about_order(checks)
    if not len(placed):
        who = (
            "The article names no date"
            if len(corpus) == 1
            else f"None of the {number(len(corpus))} articles names a date"
        )
        return [f"**{who}{window} that can be put on a calendar.**", *_about_vague(dates)]
    return [
        *(said for said in order if "**" in said),
        _about_silence(placed, corpus, window),
        *([] if windowed else _about_old_news(placed, corpus)),
        _about_span(placed),
        _about_precision(placed),
        *_about_years(placed),
        *_about_vague(dates),
        *(said for said in order if "**" not in said),
    ]


def _about_old_news(placed: pd.DataFrame, corpus: Iterable[Article]) -> list[str]:
    """The article that appeared longest after the last day it names, if that is long."""
    late = []
    for article in corpus:
        own = placed[placed["article"] == article.slug]
        if days := _days_to_publication(own, article):
            late.append(
                (days[0], article.slug, max(day for day in own["last"] if day <= article.published_range[1]))
            )
    days, slug, last = max(late, default=(0, "", date.min))
    if days < LATE:
        return []
    return [f"**{called(slug)} appeared {days:,} days after the last day it names**, {day_in_words(last)}."]


def _about_silence(placed: pd.DataFrame, corpus: Corpus, window: str) -> str:
    silent = [article for article in corpus if article.slug not in set(placed["article"])]
    if not silent:
        every = {1: "The article names", 2: "Both articles name"}.get(
            len(corpus), f"All {number(len(corpus))} articles name"
        )
        return f"**{every} at least one date{window}.**"
    start = (
        f"**{number(len(silent)).capitalize()} of {amount(len(corpus), 'article')} {'names' if len(silent) == 1 else 'name'} no date"
        f"{window or ' at all'}** ({listed(called(article.slug) for article in silent)})"
    )
    if window:
        return f"{start}."
    unknown, inferred = (
        [article.slug for article in silent if not article.published_range],
        [article.slug for article in silent if article.published_inferred and article.published_range],
    )
    notes = [
        f"for {listed(map(called, slugs))} even that is {how}"
        for slugs, how in ((unknown, "unknown"), (inferred, "only inferred"))
        if slugs
    ]
    when = "all a reader has to go by is the date of publication"
    return f"{start}: {when}" + "".join(f"; {note}" for note in notes) + "."


def _about_span(placed: pd.DataFrame) -> str:
    first, last = placed.iloc[0], placed.loc[placed["last"].idxmax()]
    several = placed["article"].nunique() > 1
    where = [f", {called(row['article'])}" if several else "" for row in (first, last)]
    return (
        f"The calendar runs from {day_in_words(first['first'])} (“{first['quote']}”{where[0]}) "
        f"to {day_in_words(last['last'])} (“{last['quote']}”{where[1]})."
    )


def _about_precision(placed: pd.DataFrame) -> str:
    counts = placed["precision"].value_counts()
    exact = int(counts.get("day", 0))
    others = listed(
        amount(int(counts[name]), SINGULARS.get(name, name), PLURALS.get(name, ""))
        for name in PRECISIONS
        if name != "day" and name in counts
    )
    if len(placed) == 1:
        return (
            f"The one dated expression is {'exact to the day' if exact else f'wider than a day: {others}'}."
        )
    if exact == len(placed):
        return f"{'Both' if exact == 2 else f'All {number(exact)}'} dated expressions are exact to the day."
    how_many = "none is" if not exact else amount(exact, "is", "are")
    rest = f"; {'the other is' if len(placed) - exact == 1 else 'the others are'} wider: " if exact else ": "
    return f"Of {amount(len(placed), 'dated expression')}, {how_many} exact to the day{rest}{others}."


def _about_years(placed: pd.DataFrame) -> list[str]:
    inferred = placed[placed["year_from"].isin(["context", "publication"])]
    if not len(inferred):
        return []
    sources = {"context": "the sentences around it", "publication": "the date of publication"}
    counts = inferred["year_from"].value_counts()
    if len(inferred) == 1:
        return [f"One expression names no year; its year was inferred from {sources[counts.index[0]]}."]
    ways = listed(
        f"{number(int(count)) if len(counts) > 1 else 'all'} from {sources[way]}"
        for way, count in counts.items()
    )
    return [
        f"{amount(len(inferred), 'expression').capitalize()} name no year; the years were inferred, {ways}."
    ]


def _about_vague(dates: pd.DataFrame) -> list[str]:
    vague = dates[dates["vague"].astype(bool)]
    if not len(vague):
        return []
    first = (
        vague.assign(key=vague["quote"].str.casefold())
        .groupby("key", sort=False)["quote"]
        .agg(["first", "size"])
    )
    different = first.sort_values("size", ascending=False, kind="stable")["first"]
    words = listed((f"“{word}”" for word in different), most=4)
    several = (
        f", {number(len(different))} of them different"
        if 1 < len(different) < len(vague)
        else (", all the same" if len(different) == 1 < len(vague) else "")
    )
    verb = "is" if len(vague) == 1 else "are"
    return [
        f"{amount(len(vague), 'expression').capitalize()} of time {verb} too vague for any calendar{several}: {words}."
    ]


def _about_order(checks: pd.DataFrame) -> list[str]:
    timed = checks[checks["kind"].isin(["order_of_events", "duration_matches_range"])]
    if not len(timed):
        return []
    failing = timed[~timed["holds"].astype(bool)]
    if not len(failing):
        return [
            f"Lengths and order of events can be tested in {amount(len(timed), 'place')}, and "
            f"{'it holds' if len(timed) == 1 else 'they hold'}."
        ]
    where = listed(f"{called(row.article)}: {row.about}" for row in failing.itertuples())
    if len(timed) == 1:
        return [f"**The one length or order of events that can be tested fails** ({where})."]
    fail = "fails" if len(failing) == 1 else "fail"
    return [
        f"**Of {amount(len(timed), 'length or order', 'lengths and orders')} of events that can be tested, {number(len(failing))} {fail}** ({where})."
    ]
