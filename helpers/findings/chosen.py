"""Which sentence notebook 6 takes apart: the one that is asked for, otherwise the one with the most kinds of evidence; and in
words why that one.

The tables say of most sentences where they stand, so that hardly any text is split into its sentences again.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import pandas as pd

from helpers.extraction import Tables
from helpers.findings.arithmetic_words import REPEAT
from helpers.findings.quoting import quotation
from helpers.findings.words import called
from helpers.texts import Article, Corpus, sentences

__all__ = [
    "Place",
    "kind_of",
    "most_telling",
    "sentence_with",
    "sentences_of",
    "why_alone",
    "why_best",
    "why_given",
]

MOST_WORDS = 45  # of a sentence that is chosen: a longer one fills more than a screen


class Place(NamedTuple):
    """A sentence of an article."""

    article: str
    start: int
    end: int


def sentences_of(article: Article) -> list[Place]:
    """The sentences of an article that have a letter or a digit."""
    return [
        Place(article.slug, unit.start, unit.end)
        for unit in sentences(article)
        if any(map(str.isalnum, unit.text))
    ]


def most_telling(corpus: Corpus, tables: Tables, checks: pd.DataFrame, claims: pd.DataFrame) -> Place | None:
    """The sentence with the most kinds of evidence; of several the one with the most evidence, then the first. None
    without a sentence.

    Args:
        corpus: The articles.
        tables: From `extract`.
        checks: From `check`.
        claims: From `helpers.record.join`.
    """
    held = _held(corpus, _starts(tables, checks, claims), _known(tables))
    numbers = {slug: number for number, slug in enumerate(corpus.slugs)}
    evident = sorted(held, key=lambda place: (numbers[place.article], place.start))
    best = max(
        evident,
        key=lambda place: (_is_short(corpus, place), len(held[place]), held[place].total()),
        default=None,
    )
    if best and _is_short(corpus, best):
        return best
    every = (place for article in corpus for place in sentences_of(article))
    first = next(every, None)
    short = (place for place in chain([first] if first else [], every) if _is_short(corpus, place))
    return next(short, best or first)


def _is_short(corpus: Corpus, place: Place) -> bool:
    return len(corpus[place.article].text[place.start : place.end].split()) <= MOST_WORDS


def _known(tables: Tables) -> dict[str, list[Place]]:
    """Article → the sentences in which something was read, in their order."""
    columns = ["article", "sentence_start", "sentence"]
    frames = [frame[columns] for _, frame in tables if set(columns) <= set(frame)]
    found: dict[str, set[Place]] = {}
    for frame in frames:
        for slug, start, sentence in frame.drop_duplicates(columns[:2]).itertuples(index=False, name=None):
            found.setdefault(slug, set()).add(Place(slug, int(start), int(start) + len(sentence)))
    return {slug: sorted(own) for slug, own in found.items()}


def _held(
    corpus: Corpus, evidence: Iterable[tuple[str, str, int]], known: Mapping[str, list[Place]]
) -> dict[Place, Counter]:
    """The evidence that stands in each sentence, by kind.

    Args:
        corpus: The articles; one in which evidence stands outside its known sentences is split.
        evidence: From `_starts`.
        known: From `_known`.
    """
    held: dict[Place, Counter] = {}
    places, split = dict(known), set()
    for kind, slug, start in evidence:
        place = _around(places.get(slug, []), start)
        if place is None and slug not in split:
            split.add(slug)
            places[slug] = sentences_of(corpus[slug])
            place = _around(places[slug], start)
        if place:
            held.setdefault(place, Counter())[kind] += 1
    return held


def _around(places: list[Place], start: int) -> Place | None:
    """The sentence in which a character stands."""
    at = bisect_right(places, start, key=lambda place: place.start) - 1
    return places[at] if at >= 0 and start < places[at].end else None


def kind_of(check) -> str:
    """The kind of evidence that a row of `helpers.check` is: a figure that is only given again is no relation."""
    return "repeat" if check.kind == REPEAT and check.holds else "relation"


def _starts(tables: Tables, checks: pd.DataFrame, claims: pd.DataFrame) -> Iterator[tuple[str, str, int]]:
    """Kind, article and first character of every piece of evidence."""
    actions = tables.roles[~tables.roles["negated"].astype(bool)]
    of_kind = {
        "name": (tables.agencies, "start"),
        "action": (actions, "action_start"),
        "number": (tables.quantities, "start"),
        "time": (tables.dates, "start"),
        "statement": (tables.statements, "start"),
        "claim": (claims, "start"),
    }
    for kind, (frame, start) in of_kind.items():
        for article, first in zip(frame["article"], frame[start], strict=True):
            yield kind, article, int(first)
    for row in checks.itertuples():
        for first in row.starts:
            yield kind_of(row), row.article, int(first)


def sentence_with(corpus: Corpus, wanted: str) -> Place | None:
    """The first sentence that holds these words, no part of another word, whatever spaces stand between them."""
    words = re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(wanted)}(?!\w)(?![.,]\d)")
    for article in corpus:
        if wanted in " ".join(article.text.split()):
            for place in sentences_of(article):
                if words.search(" ".join(article.text[place.start : place.end].split())):
                    return place
    return None


def why_best(corpus: Corpus, place: Place) -> str:
    """That no other sentence has more kinds of evidence."""
    if len(corpus) == 1:
        return "No other sentence of the article has more kinds of evidence than this one."
    return (
        "No other sentence of these texts has more kinds of evidence than this one; "
        f"it stands in {called(place.article)}."
    )


def why_given(corpus: Corpus, wanted: str, place: Place) -> str:
    """That the sentence that is wanted, or one with the words that are, stands in an article."""
    whole = " ".join(corpus[place.article].text[place.start : place.end].split())
    if wanted.strip(".!?") == whole.strip(".!?"):
        return f"The sentence stands in {called(place.article)}."
    return (
        f"It is the first sentence with the words {quotation(wanted)}; it stands in {called(place.article)}."
    )


def why_alone(wanted: str, place: Place | None) -> str:
    """What is to be said of words that no article has."""
    if place is None:
        return "What was given has neither a letter nor a digit, so it is no sentence."
    if place.end - place.start < len(wanted):
        return "No article has these words; the first sentence of them is read as a text of its own."
    return "No article has this sentence, so it is read as a text of its own."
