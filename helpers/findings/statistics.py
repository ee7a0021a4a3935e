"""What notebook 3 concludes: how many the articles say, how exactly, and whether their figures agree with
each other."""

from collections.abc import Iterable

import pandas as pd

from helpers.findings.archive import about_events, about_ranges
from helpers.findings.arithmetic import AGAIN, OPEN, UNTOLD, agreeing, hardly_fails
from helpers.findings.arithmetic_words import not_counted
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
    sums = _about_checks(calculated, len(quantities), corpus)
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


def _about_checks(calculated: pd.DataFrame, figures: int, corpus: Corpus) -> list[str]:
    may_be_one = int((calculated["verdict"] == OPEN).sum())
    calculated = calculated[calculated["verdict"] != OPEN]
    if calculated.empty:
        if figures == 1:
            return ["**There is one figure, and none to hold it against.**"]
        return ["**No two figures can be held against each other**: none depends on another."]
    untold = calculated["verdict"] == UNTOLD
    failing = calculated[~calculated["holds"].astype(bool) & ~untold]
    again = calculated["relation"] == AGAIN
    parts = [*_relations(calculated[~again]), *_repeats(calculated[again])]
    if len(parts) > 1 and set(failing["relation"]) == {AGAIN}:
        parts = [*parts[-1:], *parts[:-1]]  # what fails is counted first
    strong = "" if len(failing) else "**"  # what fails comes first, and is then what is bold
    counts = f"{strong}{at_start(parts[0])}{strong}" + "".join(f"; {part}" for part in parts[1:]) + "."
    aside = _aside(calculated[~again])
    if may_be_one:
        orders = amount(may_be_one, "order of dates stays", "orders of dates stay")
        aside.append(f"{at_start(orders)} open, as two of the dates may be those of one event.")
    rest = len(failing) - FAILURES_SAID
    more = (
        [
            f"{number(rest).capitalize()} more {'fails' if rest == 1 else 'fail'}; the table below has them all."
        ]
        if rest > 0
        else []
    )
    of_lists = set(calculated.loc[untold, "article"])  # of these it is said that their groups overlap
    notes = [
        f"{called(row.article)}: {row.note.partition('; ')[2] if row.article in of_lists else row.note}."
        for row in failing.drop_duplicates(["article", "note"]).itertuples()
        if row.note
    ]
    said = _failures(failing, corpus)
    unsure = _failures(calculated[untold], corpus)
    first = [f"**{sentence.removesuffix('.')}**." for sentence in said[:1]]
    return [" ".join([*first, counts, *aside]), *said[1:], *more, *unsure, *notes]


def _relations(takes: pd.DataFrame) -> list[str]:
    """How many of the relations other than repeats hold or fail; those that could hardly fail, and those that stay open,
    are told only where there are no others (otherwise by `_aside`)."""
    easy, untold = _left_aside(takes)
    count, fail = len(takes) - easy - untold, int((~takes["holds"].astype(bool)).sum()) - untold
    if not count:
        only = (
            "the one possible check holds, as it"
            if easy == 1
            else f"{all_of(easy)} possible checks hold, as they"
        )
        unsure = f"{amount(untold, 'check stays', 'checks stay')} open, as groups may overlap"
        return [f"{only} could hardly fail"] * (easy > 0) + [unsure] * (untold > 0)
    if count == 1:
        return [f"the one possible check {'fails' if fail else 'holds'}"]
    if fail in (0, count):
        return [f"{all_of(count)} possible checks {'fail' if fail else 'hold'}"]
    return [f"of {number(count)} possible checks, {amount(fail, 'fails', 'fail')}"]


def _left_aside(takes: pd.DataFrame) -> tuple[int, int]:
    """How many relations could hardly fail, and how many stay open."""
    return int(hardly_fails(takes).sum()), int((takes["verdict"] == UNTOLD).sum())


def _aside(takes: pd.DataFrame) -> list[str]:
    """The sentence on relations that are not among those counted as holding or failing, where there are any of these."""
    easy, untold = _left_aside(takes)
    return [not_counted(easy, untold)] if 0 < easy + untold < len(takes) else []


def _repeats(again: pd.DataFrame) -> list[str]:
    """How many figures are given more than once, and whether they agree."""
    holds, fails = map(len, agreeing(again))
    every = holds + fails  # repeats that share a place are of one figure
    said = [f"{amount(holds, 'agrees', 'agree')}"] * (holds > 0) + [
        f"{amount(fails, 'differs', 'differ')}"
    ] * (fails > 0)
    if len(said) == 2:
        return [f"of {amount(every, 'figure')} given more than once, {' and '.join(said)}"]
    return (
        [
            f"one figure is given more than once, and {'differs' if fails else 'agrees'}"
            if every == 1
            else f"{amount(every, 'figures are', 'figures are')} given more than once and {said[0].split()[-1]}"
        ]
        if said
        else []
    )


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
