"""What notebook 6 takes apart: one sentence, everything that was read in it, and how much that is.

The sentence is one of the articles, or any other; then it is read as a text of its own, without a day of publication
and without a record.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from helpers.checks import check
from helpers.extraction import Tables, extract
from helpers.findings.agency_roles import located
from helpers.findings.arithmetic import calculate, given_again
from helpers.findings.chosen import (
    Place,
    kind_of,
    most_telling,
    sentence_with,
    sentences_of,
    why_alone,
    why_best,
    why_given,
)
from helpers.findings.languages import unread
from helpers.findings.reading_words import (
    days_in_words,
    explained,
    number_read,
    thrown_away,
    with_verdict,
)
from helpers.findings.timeline import in_words
from helpers.findings.words import amount, called, listed, number
from helpers.record import join, load_record
from helpers.texts import Article, Corpus

__all__ = [
    "KINDS",
    "OWN",
    "One",
    "answer",
    "days_in_words",
    "evidence",
    "explained",
    "headline",
    "most_telling",
    "one_sentence",
    "thrown_away",
    "within",
]

OWN = "your-sentence"  # the slug of a sentence that is in no article
# kind of evidence → its name for one and for more, in the order in which the reading comes to them
KINDS = {
    "name": ("name of a body", "names of bodies"),
    "action": ("action", "actions"),
    "number": ("number", "numbers"),
    "time": ("time", "times"),
    "statement": ("statement", "statements"),
    "relation": ("relation between figures", "relations between figures"),
    "repeat": ("figure given again", "figures given more than once"),
    "claim": ("claim on record", "claims on record"),
}
NOTHING = "no name of a body, no action, no number and no date"


@dataclass(frozen=True)
class One:
    """A sentence and all that is known of its article.

    Attributes:
        texts: The article alone; without one if there is no sentence.
        place: Where the sentence stands; None if there is none.
        text: The sentence.
        why: How it was found, in a sentence.
        tables: The tables of its article.
        checks: The relations in its article.
        claims: The claims on its article, from `helpers.record.join`.
    """

    texts: Corpus
    place: Place | None
    text: str
    why: str
    tables: Tables
    checks: pd.DataFrame
    claims: pd.DataFrame


def one_sentence(corpus: Corpus, wanted: str = "") -> One:
    """Reads the sentence that is wanted, or the one of the corpus with the most kinds of evidence.

    Args:
        corpus: The articles.
        wanted: The sentence; empty to have one chosen. One that no article has is read as a text of its own.
    """
    wanted = " ".join(wanted.split())
    place = sentence_with(corpus, wanted) if wanted else None
    if wanted and not place:
        corpus = Corpus([Article(slug=OWN, text=wanted)], corpus.folder and corpus.folder / OWN)
        place = next(iter(sentences_of(corpus[0])), None)
        why = why_alone(wanted, place)
    else:
        why = why_given(corpus, wanted, place) if place else ""
    tables = extract(corpus)
    checks, claims = check(tables), join(load_record(corpus), tables)
    if not wanted:
        place = most_telling(corpus, tables, checks, claims)
        why = why_best(corpus, place) if place else ""
    own = [article for article in corpus if place and article.slug == place.article]
    why = " ".join(filter(None, [why or "There is no sentence to read.", unread(own, grammar=True)]))
    return _cut(corpus, place, why, tables, checks, claims)


def _cut(
    corpus: Corpus, place: Place | None, why: str, tables: Tables, checks: pd.DataFrame, claims: pd.DataFrame
) -> One:
    own = [article for article in corpus if place and article.slug == place.article]
    slug = place.article if place else ""
    return One(
        texts=Corpus(own, corpus.folder),
        place=place,
        text=own[0].text[place.start : place.end] if place else "",
        why=why,
        tables=Tables(
            **{name: frame[frame["article"] == slug].reset_index(drop=True) for name, frame in tables}
        ),
        checks=checks[checks["article"] == slug].reset_index(drop=True),
        claims=claims[claims["article"] == slug].reset_index(drop=True),
    )


def within(frame: pd.DataFrame, place: Place | None, start: str = "start", end: str = "end") -> pd.DataFrame:
    """The rows of a table that stand in a sentence or reach into it.

    Args:
        frame: A table with the columns `article`, `start` and `end`.
        place: The sentence; None for no row.
        start, end: The columns with the place of a row.
    """
    if place is None:
        return frame.head(0)
    inside = (frame["article"] == place.article) & (frame[start] < place.end) & (frame[end] > place.start)
    return frame[inside].reset_index(drop=True)


# ---- what was read, piece by piece
# ------------------------------------------------------------------------------------


def evidence(one: One) -> pd.DataFrame:
    """All that was read in a sentence, in the order of KINDS and of the text.

    Returns:
        article, start, end, quote, kind (one of KINDS), reading (what it is taken for, in words), sentence,
        sentence_start; a relation has a row for each of its figures in the sentence.
    """
    columns = ["article", "start", "end", "quote", "kind", "reading", "sentence", "sentence_start"]
    if one.place is None:
        return pd.DataFrame(columns=columns)
    slug, first, last = one.place
    text = one.texts[0].text
    rows = []
    for kind, start, end, reading in _pieces(one):
        start, end = max(int(start), first), min(int(end), last)
        rows.append((slug, start, end, text[start:end], kind, reading, one.text, first))
    return pd.DataFrame(rows, columns=columns).drop_duplicates().reset_index(drop=True)


def _pieces(one: One) -> Iterator[tuple[str, int, int, str]]:
    tables = one.tables
    for row in within(tables.agencies, one.place).itertuples():
        yield "name", row.start, row.end, row.agency
    for row in within(located(tables.roles), one.place).itertuples():
        how = "denied" if row.negated else row.mode
        yield "action", row.start, row.end, f"{row.agency}: {row.role}, {how}"
    for row in within(tables.quantities, one.place).itertuples():
        yield "number", row.start, row.end, number_read(row, one.texts[0].text)
    for row in within(tables.dates, one.place).itertuples():
        yield "time", row.start, row.end, in_words(row)
    for row in within(tables.statements, one.place).itertuples():
        form = "paraphrased" if row.direct == "indirect" else "word for word"
        yield (
            "statement",
            row.start,
            row.end,
            f"{row.speaker or row.agency or row.source or 'nobody named'}, {form}",
        )
    for row in calculate(one.checks, tables).itertuples():
        for start, quote in zip(row.starts, row.quotes, strict=True):
            if one.place.start <= start < one.place.end:
                yield kind_of(row), start, start + len(quote), with_verdict(row.told, row.verdict)
    for row in within(one.claims, one.place).itertuples():
        yield "claim", row.start, row.end, with_verdict(row.claim, row.verdict)


# ---- sentences
# ------------------------------------------------------------------------------------------------------------


def answer(one: One, found: pd.DataFrame) -> str:
    """What the sentence holds, in one sentence.

    Args:
        one: The sentence.
        found: From `evidence`.
    """
    if one.place is None:
        return "There is no sentence to read."
    if found.empty:
        return f"**Nothing was read in this sentence**: it has {NOTHING}."
    counts = Counter(found["kind"])
    here = one.checks["starts"].map(
        lambda starts: any(one.place.start <= start < one.place.end for start in starts)
    )
    counts["relation"] = sum(  # one relation has a row for each of its figures
        kind_of(row) == "relation" for row in one.checks[here.astype(bool)].itertuples()
    )
    parts = [
        given_again(one.checks, here, one.place.start, one.place.end)
        if kind == "repeat"
        else _counted(kind, counts[kind], found[found["kind"] == kind])
        for kind in KINDS
        if counts[kind]
    ]
    return f"**Read in this sentence**: {listed(parts)}."


def _counted(kind: str, count: int, own: pd.DataFrame) -> str:
    """How many pieces of evidence of a kind there are: of names also of how many bodies, of actions also for how many
    doers where several share one."""
    if kind == "name" and own["reading"].nunique() < count:
        return f"{amount(count, 'name')} of {amount(own['reading'].nunique(), 'body', 'bodies')}"
    words = own[["start", "end"]].drop_duplicates()
    if kind == "action" and len(words) < count:
        return f"{amount(len(words), *KINDS[kind])} ({number(count)} roles)"
    return amount(count, *KINDS[kind])


def headline(corpus: Corpus, tables: Tables, checks: pd.DataFrame, claims: pd.DataFrame) -> str:
    """The same of the sentence that is chosen, with its article, for the start page."""
    place = most_telling(corpus, tables, checks, claims)
    one = _cut(corpus, place, "", tables, checks, claims)
    said = answer(one, evidence(one)).replace(
        "**Read in this sentence**: ", "**One sentence, taken apart**: "
    )
    said = said.replace("this sentence", "one sentence")
    return f"{said.rstrip('.')} ({called(place.article)})." if place and "**" in said else said
