"""Dates that the texts do not give in full: what they were completed from, and what else they could be."""

import re
from collections.abc import Iterable
from datetime import date

import pandas as pd

from helpers.findings.timeline_tables import inferred
from helpers.findings.words import all_of, amount, day_in_words, listed, number, range_in_words
from helpers.texts import Article, Corpus, date_range

__all__ = ["COMPLETED", "DECIDED_BY", "about_completed", "guessed_publications", "why_completed"]

COMPLETED = {  # values of year_from
    "publication": "the date of publication",
    "context": "another date of the text",
    "dateline": "the date at the head of the text",
}
DECIDED_BY = {  # values of settled_by
    "tense": "the tense of the sentence",
    "publication": "the date of publication",
    "dateline": "the date at the head of the text",
    "weekday": "the weekday beside it",
    "other dates": "the other dates of the text",
    "agency": "the country of the agency",
    "country": "the country it is about",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"\d{4}-W\d\d")


def guessed_publications(corpus: Iterable[Article]) -> pd.DataFrame:
    """The articles whose date of publication is stated nowhere: article, words (what is missing), read (the days that the
    catalogue gives instead) and why."""
    rows = [
        (
            article.slug,
            "(date of publication)",
            range_in_words(*article.published_range) if article.published_range else "unknown",
            f"inferred ({inferred(article)})",
        )
        for article in corpus
        if article.published_inferred
    ]
    return pd.DataFrame(rows, columns=["article", "words", "read", "why"])


def why_completed(row, article: Article) -> str:
    """From what a date was completed that the text does not give in full, and what else its words could mean.

    Args:
        row: A row of the table `dates`, or of `as_meant`.
        article: Its article.
    """
    said = []
    if source := COMPLETED.get(row.year_from):
        guessed = row.year_from == "publication" and article.published_inferred
        said.append(f"completed from {source}{', which is itself inferred' if guessed else ''}")
    if others := [words for value in row.alternatives.split("; ") if (words := _in_words(value))]:
        decides = DECIDED_BY.get(row.settled_by, "")
        also = "also " if row.begin else ""
        said.append(
            f"could {also}be {listed(others, last='or')} ({f'chosen by {decides}' if decides else 'nothing decides'})"
        )
    return "; ".join(said)


def _in_words(value: str) -> str:
    """A value as words; "another time" where it is none of the calendar's days, weeks, months or years.

    >>> [_in_words(value) for value in ("2023-04-07", "2024-05", "2024-W29", "2023-07-04TMO", "2024-07-04/2024-07-05", "2024-SU", "2024-W60", "")]
    ['7 April 2023', 'May 2024', 'the week from 15 July 2024', '4 July 2023', '4–5 July 2024', 'another time', 'another time', '']
    """
    if days := _DAY.findall(value):
        return range_in_words(days[0], days[-1])
    if found := date_range(value):
        return range_in_words(*found)
    if _WEEK.fullmatch(value):
        try:
            return f"the week from {day_in_words(date.fromisoformat(value))}"
        except ValueError:  # the year has no such week
            return "another time"
    return "another time" if value else ""


def about_completed(lacking: pd.DataFrame, guessed: pd.DataFrame, corpus: Corpus) -> str:
    """How many dates the texts do not give in full, in a few sentences; empty if there are none.

    Args:
        lacking: Rows of the table `dates` that were completed, or can be read in more than one way.
        guessed: From `guessed_publications`.
        corpus: The articles.
    """
    completed = int(lacking["year_from"].isin(list(COMPLETED)).sum())
    several = len(lacking) - completed
    said = []
    if len(guessed):
        every = len(guessed) == len(corpus)
        which = all_of(len(corpus)) if every else f"{number(len(guessed))} of {number(len(corpus))}"
        whose = "" if len(corpus) == 1 else f" for {which} articles"
        said.append(f"The date of publication is inferred{whose}.")
    if completed:
        leave, its = (
            ("leaves", "its year, or more, and was")
            if completed == 1
            else ("leave", "the year, or more, and were")
        )
        said.append(f"{amount(completed, 'date').capitalize()} {leave} out {its} completed.")
    if several:
        whole = "with its year" if several == 1 else "with their years"
        said.append(f"{amount(several, 'date').capitalize()} {whole} can be read in more than one way.")
    return " ".join(said)
