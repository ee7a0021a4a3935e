"""Figures that a text gives more than once: which comparisons are of one figure, and how often each is given."""

from collections import Counter

import pandas as pd

from helpers.findings.arithmetic_words import REPEAT, agreement, times_in_words
from helpers.findings.words import listed, number

__all__ = ["SURE", "agreeing", "by_figure", "given_again", "repeated"]

# How sure words tie figures at least, and how to say so; below a half only agreement brings a relation into the table
SURE = ((0.75, "very"), (0.5, "fairly"), (0.0, "not very; shown as the figures agree"))


def repeated(checks: pd.DataFrame) -> pd.Series:
    """Which figure each repeat gives again: repeats that share a place in the text are of one figure.

    Args:
        checks: Rows of `helpers.check` or from `calculate`.

    Returns:
        For the rows that are repeats, by their index, the first known place of their figure.
    """
    again = checks[checks["kind"] == REPEAT]
    linked: dict[tuple[str, int], tuple[str, int]] = {}

    def first(place: tuple[str, int]) -> tuple[str, int]:
        while (before := linked.setdefault(place, place)) != place:
            place = before
        return place

    places = [[(row.article, start) for start in row.starts] for row in again.itertuples()]
    for own in places:
        for place in own[1:]:
            linked[first(place)] = first(own[0])
    return pd.Series([first(own[0]) for own in places], index=again.index, dtype=object)


def agreeing(checks: pd.DataFrame) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """The figures given more than once, by their first place: those that agree everywhere, and those that do not."""
    figures = repeated(checks)
    differ = set(figures[~checks.loc[figures.index, "holds"].astype(bool)])
    return set(figures) - differ, differ


def given_again(checks: pd.DataFrame, here: pd.Series, first: int, last: int) -> str:
    """How often the figure of a sentence is given in its article, and with which other wordings it agrees ("over 200"
    with "216"), or how many of its figures are given again.

    Args:
        checks: The relations of the article.
        here: Which of them have a figure in the sentence.
        first, last: Where the sentence stands.
    """
    agree = checks[checks["holds"].astype(bool)]
    figures = repeated(agree)
    own = set(figures[here.loc[figures.index].astype(bool)])
    if len(own) > 1:
        return f"{number(len(own))} figures given more than once"
    rows = agree.loc[figures[figures.isin(own)].index]
    quotes = {
        start: " ".join(quote.split())
        for row in rows.itertuples()
        for start, quote in zip(row.starts, row.quotes, strict=True)
    }
    times = Counter(quote.casefold() for quote in quotes.values())
    wordings = {quotes[start].casefold(): quotes[start] for start in sorted(quotes, reverse=True)}
    inside = wordings.pop(quotes[min(start for start in quotes if first <= start < last)].casefold())
    often = {wording: f"given {times_in_words(count)}" for wording, count in times.items() if count > 1}
    others = [
        f"“{quote}”" + (f" ({often[wording]})" if wording in often else "")
        for wording, quote in reversed(wordings.items())
    ]
    again = f"one figure {often.get(inside.casefold(), '')}".rstrip()
    return f"{again} that agrees with {listed(others)}" if others else again


def by_figure(again: pd.DataFrame) -> pd.DataFrame:
    """The figures given again that agree, one row each: comparisons that share a place in the text are of one figure.

    Args:
        again: Such rows of `helpers.findings.arithmetic.with_ties`.
    """
    figure = repeated(again)
    rows = [_of_one_figure(again.loc[figure.index[figure == place]]) for place in dict.fromkeys(figure)]
    return pd.DataFrame(rows, columns=again.columns)


def _of_one_figure(rows: pd.DataFrame) -> dict:
    """Several comparisons of one figure as one row: all its places in their order, what ties them, and how sure the least
    sure of them is."""
    pairs = zip(rows["starts"].explode(), rows["quotes"].explode(), strict=True)
    places = dict(sorted(pairs))
    tied_by = list(dict.fromkeys(words for own in rows["tied_by"] for words in own))
    order = [words for _, words in SURE]
    return rows.iloc[0].to_dict() | {
        "starts": list(places),
        "quotes": list(places.values()),
        "told": agreement(list(places.values())),
        "tied_by": tied_by,
        "sure": max(rows["sure"], key=lambda words: order.index(words) if words in order else -1),
    }
