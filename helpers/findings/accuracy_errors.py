"""The errors that notebook 5 shows in their sentences: what is missed, what is false, and which two are of one place."""

from collections.abc import Iterable

import pandas as pd

from helpers.accuracy import FOUND, MISSED, GoldSet
from helpers.findings.arithmetic import RELATIONS
from helpers.findings.words import line_in_words

__all__ = ["errors", "in_short", "labelled"]

INVENTED = "for this test"  # how a set came about in whose texts nobody is a real person
FIRST_WORDS = 8  # beside a mark in a text, where the words marked stand anyway


def _first_words(text: str) -> str:
    """The beginning of a text, with an ellipsis if more follows.

    >>> _first_words("One of them: Swim, Bosnia is there. I cannot swim, he said.")
    'One of them: Swim, Bosnia is there. I…'
    """
    words = text.split(" ", FIRST_WORDS)
    return text if len(words) <= FIRST_WORDS else " ".join(words[:FIRST_WORDS]) + "…"


def _as_read(table: str, told: str) -> str:
    """The beginning of what stands in a row, as the other notebooks put it: days and kinds of relation in words, a plain
    number without its unit.

    >>> _as_read("dates", "2023-01-01 to 2023-12-31"), _as_read("quantities", "861 count")
    ('2023', '861')
    >>> _as_read("checks", "duration_matches_range, holds: 33 minutes; 1:52 p.m.; 2:25 p.m.")
    'length and days, holds: 33 minutes; 1:52 p.m.;…'
    """
    if table == "checks":
        kind, comma, rest = told.partition(",")
        told = f"{RELATIONS.get(kind, kind)}{comma}{rest}"
    elif table in ("dates", "quantities"):
        told = line_in_words(told).removesuffix(" count")
    return _first_words(told)


def errors(judged: pd.DataFrame) -> pd.DataFrame:
    """The rows that are not right: all that `judge` returns but what was found, and `counterpart`: of what is missed and
    false at one place, what the two have in common (in words; empty for the rest)."""
    wrong = judged[judged["outcome"] != FOUND].reset_index(drop=True)
    there: dict[tuple, list] = {}
    for row in wrong.itertuples():
        there.setdefault((row.texts, row.article, row.table, row.outcome == MISSED), []).append(row)
    pairs = [
        _counterpart(row, there.get((row.texts, row.article, row.table, row.outcome != MISSED), ()))
        for row in wrong.itertuples()
    ]
    return wrong.assign(counterpart=pd.Series(pairs, index=wrong.index, dtype=object))


def _counterpart(row, others: Iterable) -> str:
    """What an error has in common with one of the other kind; empty if they have no word in common."""
    near = [other for other in others if other.start < row.end and row.start < other.end]
    same = [other for other in near if (other.start, other.end) == (row.start, row.end)]
    told = row.annotated + row.read
    if any(other.annotated + other.read == told for other in same):
        return "same words, source read elsewhere"  # all that is shown is equal; only statements have more than that
    if row.table == "roles":  # whose place may be a whole sentence
        return "same sentence" if near else ""
    return "same words, read otherwise" if same else "overlapping words" if near else ""


def in_short(wrong: pd.DataFrame, sets: Iterable[GoldSet]) -> pd.DataFrame:
    """The rows of `errors` of these sets, all columns, with the first words of what the annotator and the collection have:
    for a page on which the texts follow. The name of a set of invented texts says so: its persons look like real ones."""
    invented = {one.name: f"{one.name} (invented)" for one in sets if INVENTED in one.made}
    return wrong.assign(
        texts=wrong["texts"].replace(invented),
        annotated=list(map(_as_read, wrong["table"], wrong["annotated"])),
        read=list(map(_as_read, wrong["table"], wrong["read"])),
    )


def labelled(wrong: pd.DataFrame) -> pd.DataFrame:
    """The rows of `errors` with a `label` (what is wrong, and the first words of what is there instead) and a `kind` of
    error."""
    told = map(_as_read, wrong["table"], wrong["annotated"].where(wrong["read"] == "", wrong["read"]))
    return wrong.assign(
        label=wrong["outcome"] + ": " + list(told),
        kind=(wrong["outcome"] == MISSED).map({True: "missed", False: "false"}),
    )
