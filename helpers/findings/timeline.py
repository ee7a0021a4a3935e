"""What notebook 1 concludes: when the articles say things happened, and how exactly they say it."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from helpers.findings.archive import about_events
from helpers.findings.languages import is_read, unread
from helpers.findings.publication import published
from helpers.findings.quoting import quotation
from helpers.findings.timeline_completed import COMPLETED
from helpers.findings.timeline_order import about_order
from helpers.findings.timeline_tables import (
    LATE,
    PLURALS,
    PRECISIONS,
    SINGULARS,
    TO_THE_DAY,
    as_meant,
    by_article,
    dated,
    days_by_article,
    days_to_publication,
    in_words,
    inferred,
    is_open,
    labelled,
    lengths,
)
from helpers.findings.words import (
    all_of,
    amount,
    at_start,
    called,
    day_in_words,
    listed,
    none_of,
    number,
    range_in_words,
)
from helpers.texts import Article, Corpus

__all__ = [
    "PRECISIONS",
    "as_meant",
    "by_article",
    "dated",
    "day_in_words",
    "in_words",
    "is_open",
    "labelled",
    "lengths",
    "sentences",
]

GUESSED = "publication, inferred"
_RECENT = r"(?i)\brecent(?:ly)?$"


def sentences(
    placed: pd.DataFrame,
    dates: pd.DataFrame,
    calculated: pd.DataFrame,
    corpus: Corpus,
    *,
    windowed: bool = False,
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        placed: Rows from `dated`, for the window of the notebook.
        dates: The table `dates`.
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
        corpus: The articles.
        windowed: Whether `placed` was cut to a window.
    """
    window = " in this window" if windowed else ""
    order = about_order(calculated)
    if not len(placed):
        who = (
            "The article names no date"
            if len(corpus) == 1
            else f"{at_start(none_of(len(corpus)))} articles names a date"
            if len(corpus)
            else "There is no article, and so no date"
        )
        return [
            unread(corpus) or f"**{who}{window} that can be put on a calendar.**",
            *_about_unplaced(dates),
        ]
    first, *others = [
        *(said for said in order if "**" in said),
        *_about_silence(placed, dates, corpus, window),
        *([] if windowed else _about_old_news(placed, dates, corpus)),
        *_about_precision(placed),
        *_about_years(placed, corpus),
        *_about_unplaced(dates),
        *(said for said in order if "**" not in said),
        *about_events(corpus),
    ]
    return [first, *sorted(others, key=lambda said: "**" not in said)]  # what is bold tells most


def _about_old_news(placed: pd.DataFrame, dates: pd.DataFrame, corpus: Iterable[Article]) -> list[str]:
    """The article that appeared longest after the last date it names, if that is long, and whether it calls something
    recent. Days are counted from the last
    of a month that is named, and to the first of a month of which no more is known."""
    late, named = [], days_by_article(placed)
    for article in corpus:
        own = named.get(article.slug, ())
        days = days_to_publication(own, article)
        if days and not any(first > published(article)[1] for first, _ in own):
            late.append((days, article.slug, max(last for _, last in own)))
    (days, most), slug, last = max(late, default=((0, 0), "", date.min))
    if days < LATE:
        return []
    row = placed[(placed["article"] == slug) & (placed["last"] == last)].iloc[0]
    least = "" if row["first"] == last and days == most else "at least "
    recent = dates.loc[(dates["article"] == slug) & dates["quote"].str.contains(_RECENT), "quote"]
    yet = f"; it uses the word {quotation(recent.iloc[0].split()[-1])}" if len(recent) else ""
    return [
        f"**{called(slug)} appeared {least}{days:,} days after the last date it names** ({quotation(row['quote'])}){yet}."
    ]


def _about_silence(placed: pd.DataFrame, dates: pd.DataFrame, corpus: Corpus, window: str) -> list[str]:
    """Articles that name no date, and from when to when the dates of the others run."""
    span = _span(placed, corpus)
    dated_articles = set(placed["article"])
    undated = [article for article in corpus if article.slug not in dated_articles]
    silent = [article for article in undated if is_read(article)]
    if len(corpus) == 1 or undated and not silent:
        return [f"**{span}.**"]
    if not silent:
        return [f"**{at_start(all_of(len(corpus)))} articles name at least one date{window}**. {span}."]
    lacking, year = _what_is_lacking(dates, [article.slug for article in silent])
    start = (
        f"**{number(len(silent)).capitalize()} of {amount(len(corpus), 'article')} {'names' if len(silent) == 1 else 'name'} no date"
        f"{window or lacking}** ({listed(called(article.slug) for article in silent)})"
    )
    if window:
        return [f"{start}.", f"{span}."]
    unknown = [article.slug for article in silent if not article.published_range]
    guessed = [article for article in silent if article.published_inferred and article.published_range]
    how_guessed = f"inferred ({inferred(guessed[0])})" if len(guessed) == 1 else "inferred"
    notes = [
        f", and even that is {how}"
        if len(slugs) == len(silent)
        else f"; for {listed(map(called, slugs))} even that is {how}"
        for slugs, how in ((unknown, "unknown"), ([article.slug for article in guessed], how_guessed))
        if slugs
    ]
    if not year and len(unknown) == len(silent):
        whose = "its" if len(silent) == 1 else "their"
        return [f"{start}, and {whose} date of publication is unknown.", f"{span}."]
    when = f"{year}readers have only the date of publication"
    return [f"{start}: {when}{''.join(notes)}.", f"{span}."]


def _what_is_lacking(dates: pd.DataFrame, silent: list[str]) -> tuple[str, str]:
    """What the dates of articles without a place on the calendar lack, and what they lack it for: only the year where
    they name a day, month or weekday."""
    unplaced = dates[dates["article"].isin(silent) & dates["value"].str.contains(_WITHOUT_YEAR)]
    named = unplaced["article"].nunique()
    if not named:
        return " at all", ""
    return (
        (" with its year", "for the year ")
        if named == len(silent)
        else (" that can be put on a calendar", "")
    )


_WITHOUT_YEAR = r"^XXXX-(?:\d\d|WXX-\d)"


def _span(placed: pd.DataFrame, corpus: Corpus) -> str:
    first, last = placed.iloc[0], placed.loc[placed["last"].idxmax()]
    if len(placed) == 1:
        where = f", {called(first['article'])}" if len(corpus) > 1 else ""
        return f"The one date is {range_in_words(first['first'], first['last'])} ({quotation(first['quote'])}{where})"
    several = placed["article"].nunique() > 1
    where = [f", {called(row['article'])}" if several else "" for row in (first, last)]
    return (
        f"The dates run from {_end(first, 'first')} ({quotation(first['quote'])}{where[0]}) "
        f"to {_end(last, 'last')} ({quotation(last['quote'])}{where[1]})"
    )


def _end(row: pd.Series, side: str) -> str:
    """One end of all dates: the month or year of which more is not said, otherwise the day."""
    whole = range_in_words(row["first"], row["last"])
    return day_in_words(row[side]) if "–" in whole else whole


def _about_precision(placed: pd.DataFrame) -> list[str]:
    if len(placed) == 1:  # it was given as it is
        return []
    counts = placed["precision"].value_counts()
    exact = int(counts.reindex(TO_THE_DAY).sum())
    others = listed(
        (
            amount(int(counts[name]), SINGULARS.get(name, name), PLURALS.get(name, ""))
            for name in PRECISIONS
            if name not in TO_THE_DAY and name in counts
        ),
        most=len(PRECISIONS),
    )
    if exact == len(placed):
        return [f"{at_start(all_of(exact))} dated expressions are exact to the day."]
    how_many = "none is" if not exact else amount(exact, "is", "are")
    rest = f"; {'the other is' if len(placed) - exact == 1 else 'the others are'} wider: " if exact else ": "
    return [f"Of {amount(len(placed), 'dated expression')}, {how_many} exact to the day{rest}{others}."]


def _about_years(placed: pd.DataFrame, corpus: Iterable[Article]) -> list[str]:
    inferred = placed[placed["year_from"].isin(list(COMPLETED))]
    if not len(inferred):
        return []
    guessed = {article.slug for article in corpus if article.published_inferred}
    around = "them" if len(inferred) > 1 else "it"
    sources = COMPLETED | {
        "context": f"the sentences around {around}",
        GUESSED: "a date of publication that is itself only inferred",
    }
    unsure = (inferred["year_from"] == "publication") & inferred["article"].isin(guessed)
    own = inferred["year_from"].mask(unsure, GUESSED)
    counts = own.value_counts()
    wordings = dict.fromkeys(map(quotation, inferred["quote"]))
    which = listed(wordings, most=4)
    if len(inferred) == 1:
        return [
            f"One expression names no year ({which}); its year was inferred from {sources[counts.index[0]]}."
        ]
    ways = listed(
        f"{number(int(count)) if len(counts) > 1 else all_of(count).split()[0]} from {sources[way]}"
        for way, count in counts.items()
    )
    return [
        f"{amount(len(inferred), 'expression').capitalize()} name no year ({which}); the years were inferred, {ways}."
    ]


def _about_unplaced(dates: pd.DataFrame) -> list[str]:
    """What no calendar holds: times of which it is not known which one they are, those that are none, and those that
    stand for many."""
    vague = dates[dates["vague"].astype(bool)]
    named, many = is_open(vague), vague["type"] == "SET"
    return [*_about_open(vague[named]), *_about_vague(vague[~named & ~many]), *_about_recurring(vague[many])]


def _about_open(named: pd.DataFrame) -> list[str]:
    """Times that name a day, week or month, but not which one."""
    if not len(named):
        return []
    words = listed(_wordings(named), most=4)
    return [
        f"{amount(len(named), 'expression').capitalize()} of time could be placed only if a year or the day of publication were known: "
        f"{words}."
    ]


def _about_recurring(many: pd.DataFrame) -> list[str]:
    """Times that stand for many: "every night"."""
    if not len(many):
        return []
    words = listed(_wordings(many), most=4)
    verb = "stands" if len(many) == 1 else "stand"
    return [
        f"{amount(len(many), 'expression').capitalize()} of time {verb} for what happens again and again: {words}."
    ]


def _wordings(dates: pd.DataFrame) -> pd.Series:
    """The different wordings of some times in quotation marks, the most frequent first."""
    wordings = dates["quote"].groupby(dates["quote"].str.casefold(), sort=False)
    first = wordings.agg(["first", "size"])
    return first.sort_values("size", ascending=False, kind="stable")["first"].map(quotation)


def _about_vague(vague: pd.DataFrame) -> list[str]:
    """Times that name no day, month or year."""
    if not len(vague):
        return []
    different = _wordings(vague)
    words = listed(different, most=4)
    several = (
        f" ({number(len(different))} different wordings)"
        if 1 < len(different) < len(vague)
        else (", always in the same words" if len(different) == 1 < len(vague) else "")
    )
    verb = "names" if len(vague) == 1 else "name"
    return [
        f"{amount(len(vague), 'expression').capitalize()} of time {verb} no day, month or year{several}: {words}."
    ]
