"""What notebook 3 concludes: how many the articles say, how exactly, and whether their figures agree with
each other."""

from collections.abc import Iterable

import pandas as pd

from helpers.findings.archive import about_events, about_ranges
from helpers.findings.arithmetic import AGAIN, OPEN, UNTOLD, agreeing, hardly_fails
from helpers.findings.languages import silent, unread
from helpers.findings.quoting import quoted, subjects
from helpers.findings.statistics_tables import (
    checks_of_units,
    in_sentences,
    labelled,
    marks,
    of_relations,
    quantities_of_units,
    units_in_order,
)
from helpers.findings.timeline_order import of_one_event
from helpers.findings.words import all_of, amount, at_start, called, listed, none_of, number
from helpers.texts import Corpus

__all__ = [
    "checks_of_units",
    "in_sentences",
    "labelled",
    "marks",
    "of_relations",
    "quantities_of_units",
    "sentences",
    "units_in_order",
]

FAILURES_SAID = 3  # in the summary; the table has them all


# ---- sentences
# -----------------------------------------------------------------------------------------------------------


def sentences(
    quantities: pd.DataFrame,
    calculated: pd.DataFrame,
    names: Iterable[str],
    corpus: Corpus,
    *,
    filtered: bool = False,
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        quantities: The quantities of the units chosen.
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
        names: Sentences on what people are called, from `helpers.findings.naming.sentences`.
        corpus: The articles.
        filtered: Whether some units only were chosen.
    """
    sums = _about_checks(calculated, corpus, len(quantities))
    if quantities.empty:
        nothing = _about_nothing(corpus, filtered)
        return [*sums, nothing] if (calculated["verdict"] != OPEN).any() else [nothing]
    return [
        *sums,
        *names,
        _about_silence(quantities, corpus),
        *_about_range(quantities, corpus),
        _about_bounds(quantities),
        *about_events(corpus),
        *about_ranges(quantities, corpus),
    ]


def _about_nothing(corpus: Corpus, filtered: bool) -> str:
    if not len(corpus):
        return "There is no article, and so no figure."
    who = "The article" if len(corpus) == 1 else f"{at_start(none_of(len(corpus)))} articles"
    if language := unread(corpus):
        return language
    if filtered:
        return f"{who} gives {'no figure' if len(corpus) == 1 else 'a figure'} of this kind."
    adding = "counts and measures nothing" if len(corpus) == 1 else "counts or measures anything"
    return f"**{who} {adding}**, so there is nothing to add up."


def _about_checks(calculated: pd.DataFrame, corpus: Corpus, figures: int) -> list[str]:
    """What fails, one sentence each after the first, which counts all; then what stays open."""
    if calculated.empty:
        if figures == 1:
            return ["**There is one figure, and none to hold it against.**"]
        return ["**No two figures can be held against each other**: none depends on another."]
    again = calculated["relation"] == AGAIN
    untold, failing = calculated["verdict"] == UNTOLD, calculated[_fails(calculated)]
    counted = [*_relations(calculated[~again]), *_repeats(calculated[again])]
    if len(counted) > 1 and set(failing["relation"]) == {AGAIN}:
        counted = counted[::-1]  # what fails is counted first
    said = _failures(failing, corpus)
    first = [f"**{sentence.removesuffix('.')}**." for sentence in said[:1]]
    if not first and not (calculated["verdict"] == OPEN).all():  # otherwise what fails is bold
        counted[0] = f"**{counted[0].removesuffix('.')}**."
    rest = len(failing) - FAILURES_SAID
    more = [
        f"{at_start(number(rest))} more {'fails' if rest == 1 else 'fail'}; the table below has them all."
    ]
    of_lists = set(calculated.loc[untold, "article"])  # of these it is said that their groups overlap
    notes = [
        f"{called(row.article)}: {row.note.partition('; ')[2] if row.article in of_lists else row.note}."
        for row in failing.drop_duplicates(["article", "note"]).itertuples()
        if row.note
    ]
    unsure = _failures(calculated[untold], corpus)
    one_event = [of_one_event(row) for row in calculated[calculated["verdict"] == OPEN].itertuples()]
    return [
        " ".join([*first, *counted]),
        *said[1:],
        *more * (rest > 0),
        *unsure,
        *notes,
        *one_event[:FAILURES_SAID],
    ]


def _fails(calculated: pd.DataFrame) -> pd.Series:
    """Which rows fail: not those that an overlap of groups may explain."""
    return ~calculated["holds"].astype(bool) & (calculated["verdict"] != UNTOLD)


def _relations(takes: pd.DataFrame) -> list[str]:
    """How many of the relations other than repeats hold, fail or stay open, and how many of these that hold could hardly
    fail."""
    if takes.empty:
        return []
    unsure = takes["verdict"].isin([UNTOLD, OPEN])
    fail, easy = int(_fails(takes).sum()), int(hardly_fails(takes).sum())
    hold = len(takes) - fail - int(unsure.sum())
    counts = [
        ("fails", "fail", fail),
        ("holds", "hold", hold),
        ("stays open", "stay open", int(unsure.sum())),
    ]
    there = [(one, many, count) for one, many, count in counts if count]
    hardly = f"{number(easy)} of which could hardly fail" if easy < hold else "and could hardly fail"
    note = f", {hardly}" if easy else ""
    if len(takes) == 1:
        return [f"The one relation between figures or dates {there[0][0]}{note}."]
    if len(there) == 1:
        return [f"{at_start(all_of(len(takes)))} relations between figures or dates {there[0][1]}{note}."]
    told = [
        f"{amount(count, one, many)}{f' ({hardly})' if easy and one == 'holds' else ''}"
        for one, many, count in there
    ]
    return [f"Of {number(len(takes))} relations between figures or dates, {listed(told)}."]


def _repeats(again: pd.DataFrame) -> list[str]:
    """How many figures are given more than once, and whether they agree."""
    holds, fails = map(len, agreeing(again))
    every = holds + fails  # repeats that share a place are of one figure
    if not every:
        return []
    if holds and fails:
        told = listed([amount(holds, "agrees", "agree"), amount(fails, "differs", "differ")])
        return [f"Of {amount(every, 'figure')} given more than once, {told}."]
    verb = ("differs" if fails else "agrees") if every == 1 else ("differ" if fails else "agree")
    return [f"{at_start(amount(every, 'figure is', 'figures are'))} given more than once, and {verb}."]


def _failures(relations: pd.DataFrame, corpus: Corpus) -> list[str]:
    """The first relations, a sentence each."""
    first = relations.head(FAILURES_SAID)
    return [
        f"{called(row.article)}{f' ({about})' if about else ''}: {row.told}."
        for row, about in zip(first.itertuples(), subjects(first, corpus), strict=True)
    ]


def _about_silence(quantities: pd.DataFrame, corpus: Corpus) -> str:
    counting = set(quantities["article"])
    mute = silent(corpus, counting)
    given = amount(len(quantities), "figure")
    if len(counting) + len(mute) == 1:
        return f"The {'article' if len(corpus) == 1 else 'one article that is read'} gives {given}."
    verb = "gives" if len(mute) == 1 else "give"
    which = "" if len(counting) + len(mute) == len(corpus) else " that are read"
    return f"The {amount(len(counting) + len(mute), 'article')}{which} give {given}" + (
        f"; {listed(map(called, mute))} {verb} none." if mute else "."
    )


def _about_range(quantities: pd.DataFrame, corpus: Corpus) -> list[str]:
    counts = quantities[quantities["unit"] == "count"]
    if len(counts) < 2 or counts["value"].min() == counts["value"].max():
        return []
    return [f"The largest number counted is {_largest(counts.loc[counts['value'].idxmax()], corpus)}."]


def _largest(row: pd.Series, corpus: Corpus) -> str:
    """A figure as it stands inside a sentence, with what it counts and its article."""
    what = f" {quoted(row['what'], corpus[row['article']].text)}" if row["what"].strip() else ""
    figure = " ".join(row["quote"].split())
    if figure[1:2].islower() or figure[1:2] == " ":  # "Two men", "A dozen", but "US$5 million"
        figure = f"{figure[0].lower()}{figure[1:]}"
    return f"{figure}{what} ({called(row['article'])})"


def _about_bounds(quantities: pd.DataFrame) -> str:
    at_least, at_most = quantities["high"].isna() & quantities["low"].notna(), quantities["low"].isna()
    ranges = (quantities["low"] != quantities["high"]) & ~at_least & ~at_most
    about = quantities["approx"].astype(bool) & ~at_least & ~at_most & ~ranges
    kinds = [
        ("gives only a lower bound", "give only a lower bound", at_least),
        ("gives only an upper bound", "give only an upper bound", at_most),
        ("gives a range", "give a range", ranges),
        ("is approximate", "are approximate", about),
    ]
    said = listed(amount(int(which.sum()), one, many) for one, many, which in kinds if which.any())
    exact = len(quantities) - int((at_least | at_most | ranges | about).sum())
    if exact == len(quantities):
        return "Every figure is exact; none is a bound." if exact > 1 else "The figure is exact."
    return f"Of {amount(len(quantities), 'figure')}, {amount(exact, 'is', 'are')} exact; {said}."
