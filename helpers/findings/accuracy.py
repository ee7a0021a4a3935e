"""What notebook 5 concludes: how accurately the collection reads, and where it goes wrong."""

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.accuracy import COLUMNS, FOUND, MISSED, OWN, GoldSet, in_words, judge, scores, unseen_sets
from helpers.checks import check
from helpers.extraction import extract
from helpers.findings.words import amount, listed, number
from helpers.texts import Article, Corpus

__all__ = [
    "all_articles",
    "errors",
    "expected",
    "headline",
    "labelled",
    "left_out",
    "sentences",
    "sets_in_words",
    "shown",
    "together",
]

NO_GOLD = "so nothing can be measured. Put an annotation NAME.json beside each NAME.txt; tests/gold/README.md has the format."
MISSED_COLOUR, FALSE_COLOUR = "#BFE0F5", "#F6E3B5"  # light enough for dark letters
FAILS = ", fails: "  # in the words of a check


def together(judged: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """What `judge` returns for each set, in one table; with all its columns if there is no set."""
    return pd.concat([pd.DataFrame(columns=COLUMNS), *judged], ignore_index=True)


def all_articles(sets: Sequence[GoldSet]) -> Corpus:
    """The articles of all sets in one corpus, for showing rows in their place."""
    return Corpus([article for one in sets for article in one.corpus])


def sets_in_words(sets: Sequence[GoldSet]) -> pd.DataFrame:
    """One row a set: texts (its name), articles, words, annotated (rows), seen ("yes" if rules were written
    with it in view)."""
    return pd.DataFrame(
        [
            {
                "texts": one.name,
                "articles": len(one.corpus),
                "words": sum(article.words for article in one.corpus),
                "annotated": sum(map(len, one.rows.values())),
                "seen": "yes" if one.seen else "no",
            }
            for one in sets
        ],
        columns=["texts", "articles", "words", "annotated", "seen"],
    )


def expected(sets: Sequence[GoldSet]) -> list[GoldSet]:
    """The sets that say what to expect of other texts: those not seen while building, if there are any."""
    return [one for one in sets if not one.seen] or list(sets)


def headline() -> str:
    """How well the collection reads the texts that no rule was written for, in one sentence. Reads them."""
    sets = unseen_sets()
    tables = [extract(one.corpus) for one in sets]
    return _about_expected(
        sets, scores(together(judge(one, own, check(own)) for one, own in zip(sets, tables, strict=True)))
    )


def left_out(corpus: Iterable[Article], sets: Sequence[GoldSet]) -> list[str]:
    """A sentence that names the articles without annotation, if there are any."""
    annotated = {article.slug for article in all_articles(sets)}
    slugs = [article.slug for article in corpus if article.slug not in annotated]
    return [f"Without gold annotation, and left out: {listed(slugs)}."] if slugs else []


def sentences(
    corpus: Iterable[Article],
    sets: Sequence[GoldSet],
    judged: pd.DataFrame,
    scored: pd.DataFrame,
    compared: pd.DataFrame,
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        corpus: The articles of the run.
        sets: From `load_gold`.
        judged: From `helpers.accuracy.score.judge`, of all sets.
        scored: From `helpers.accuracy.score.scores`.
        compared: From `helpers.accuracy.baselines.compare_tools`.
    """
    if not sets:
        return [f"No text has gold annotation ({listed(article.slug for article in corpus)}), {NO_GOLD}"]
    chosen = expected(sets)
    return [
        _about_expected(chosen, scored),
        _about_weakest(chosen, scored),
        _about_contradictions(chosen, judged),
        _about_stock(compared),
        *left_out(corpus, sets),
    ]


def _about_expected(sets: Sequence[GoldSet], scored: pd.DataFrame) -> str:
    own = scored[scored["texts"].isin([one.name for one in sets])]
    values = listed(f"{row.table} {in_words(row.f1)}" for row in own.itertuples())
    if len(sets) > 1:
        values = "; ".join(
            f"{name}: " + listed(f"{row.table} {in_words(row.f1)}" for row in of_set.itertuples())
            for name, of_set in own.groupby("texts", sort=False)
        )
    where = amount(sum(len(one.corpus) for one in sets), "article")
    unseen = (
        " written for this test, and not used to write the rules" if not any(one.seen for one in sets) else ""
    )
    return f"**Measured against one annotator in {where}{unseen}**, F1 is: {values} (1.00 is without a miss or a false row)."


def _about_weakest(sets: Sequence[GoldSet], scored: pd.DataFrame) -> str:
    own = (
        scored[scored["texts"].isin([one.name for one in sets])]
        .groupby("table", sort=False)[["annotated", "missed", "false"]]
        .sum()
    )
    errors = own["missed"] + own["false"]
    if not errors.sum():
        return "Nothing is missed there and nothing is false."
    table = (errors / (own["annotated"] + own["false"]).clip(lower=1)).idxmax()
    row = own.loc[table]
    false = f"{number(row['false'])} false" if row["false"] else "nothing false"
    return f"Weakest are the {table}: of {row['annotated']:,} annotated, {number(row['missed'])} missed; {false}."


def _about_contradictions(sets: Sequence[GoldSet], judged: pd.DataFrame) -> str:
    own = judged[judged["texts"].isin([one.name for one in sets]) & (judged["table"] == "checks")]
    there, reported = (own[column].str.contains(FAILS) for column in ("annotated", "read"))
    if not there.any():
        found = "The texts hold no contradiction between figures that the annotator saw"
    else:
        found = f"Of {amount(int(there.sum()), 'contradiction')} between figures, {number(int((there & reported).sum()))} found"
    return f"{found}; {amount(int((reported & ~there).sum()), 'contradiction', 'contradiction')} reported where the annotator saw none."


def _about_stock(compared: pd.DataFrame) -> str:
    parts = []
    for task, own in compared.groupby("task", sort=False):
        values = {row.reader: row.f1 for row in own.itertuples()}
        others = listed(
            f"{in_words(value)} for {reader}" for reader, value in values.items() if reader != OWN
        )
        parts.append(f"{task} {in_words(values[OWN])} against {others}")
    return f"Beside stock tools, on the same texts and by F1: {'; '.join(parts)}."


def shown(scored: pd.DataFrame) -> pd.DataFrame:
    """The scores as they are written: 1.00 only where nothing is missed and nothing is false."""
    return (
        scored.assign(**{name: scored[name].map(in_words) for name in ("precision", "recall", "f1")})
        if len(scored)
        else scored
    )


def errors(judged: pd.DataFrame) -> pd.DataFrame:
    """The rows that are not right: all that `judge` returns but what was found."""
    return judged[judged["outcome"] != FOUND].reset_index(drop=True)


def labelled(wrong: pd.DataFrame) -> pd.DataFrame:
    """The rows of `errors` with a `label` (what is wrong, and what is there instead) and a `colour` by the
    kind of error."""
    label = wrong["outcome"] + ": " + wrong["annotated"].where(wrong["read"] == "", wrong["read"])
    return wrong.assign(
        label=label, colour=wrong["outcome"].map({MISSED: MISSED_COLOUR}).fillna(FALSE_COLOUR)
    )
