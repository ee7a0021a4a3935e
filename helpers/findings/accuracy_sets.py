"""The annotated sets of notebook 5: what they are, which of them say what, and how each kind of text is read."""

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.accuracy import GoldSet, in_words, scores
from helpers.findings.accuracy_errors import INVENTED
from helpers.findings.words import amount, at_start, listed
from helpers.texts import Corpus

__all__ = [
    "about_errors",
    "about_kinds",
    "about_scores",
    "about_sets",
    "all_articles",
    "articles_of",
    "by_kind",
    "expected",
    "measured",
    "open_sets",
    "sets_in_words",
]


# How the numbers of a section come about; said only where there are any
SCORES = {
    "f1": (
        "**Precision** is the share of what was found that is right, **recall** the share of what is there that was found; **F1** is "
        "high only if both are, and 1.00 if nothing is missed and nothing false."
    ),
    "right": (
        "A row is right if it agrees with the annotator’s: in the days or the length of time (dates); in the number, with its “over” or "
        "“nearly”, and the unit (quantities); in the body, the role and whether that is reported, planned or recommended, in the same "
        "sentence (roles); in the name (speakers); in the words and who says them (statements); in the figures and how they belong "
        "together (checks, with figures given again). What experts do, beliefs and orders count here, though other notebooks leave them "
        "out; vague times (“recently”) and lists that a text announces do not."
    ),
    "interval": (
        "The interval shows how much may be chance: of many sets drawn at random from these articles, 95% have an F1 within it. "
        "Fewer than ten articles, or some without an error, cannot show it, and have none."
    ),
    "altered": (
        "In the texts that the answer above is about, correct numbers that belong to a relation were altered, a sample of each kind: by one, by two digits swapped, by so many percent. "
        "The cells count how often that was noticed. A number that stands alone cannot be checked."
    ),
    "tools": (
        "The same texts, read by two programs that anybody can install: spaCy, whose small English model marks names, dates and numbers, "
        "and dateparser, which looks for dates. Neither was made for this task, so the bars show how far they are from it, not how good "
        "they are: spaCy marks words and does not say which day or number they mean, and takes ages and “recently” for dates and everybody "
        "named for a speaker; dateparser knows no ranges and no lengths of time."
    ),
}


def about_scores(numbers: pd.DataFrame, *topics: str) -> str:
    """How numbers are to be read, in a paragraph; empty if there are none.

    Args:
        numbers: The table that has them.
        topics: Keys of SCORES.
    """
    return " ".join(SCORES[topic] for topic in topics) if len(numbers) else ""


def all_articles(sets: Sequence[GoldSet]) -> Corpus:
    """The articles of all sets in one corpus, for showing rows in their place."""
    return Corpus([article for one in sets for article in one.corpus])


def articles_of(sets: Sequence[GoldSet]) -> str:
    """How many articles these sets have, and whether rules were made for them."""
    every = sum(len(one.corpus) for one in sets)
    if any(one.seen for one in sets):
        return amount(every, "annotated article")
    return f"{amount(every, 'article')} that no rule was made for"


def sets_in_words(sets: Sequence[GoldSet]) -> pd.DataFrame:
    """One row a set: texts (its name), articles, words, annotated (rows), seen ("yes" if rules were written
    with it in view), made (how the texts came to be and who annotated them, if that is known)."""
    return pd.DataFrame(
        [
            {
                "texts": one.name,
                "articles": len(one.corpus),
                "words": sum(article.words for article in one.corpus),
                "annotated": sum(map(len, one.rows.values())),
                "seen": "yes" if one.seen else "no",
                "made": at_start(one.made),
            }
            for one in sets
        ],
        columns=["texts", "articles", "words", "annotated", "seen", "made"],
    )


def about_sets(sets: Sequence[GoldSet]) -> list[str]:
    """How the scores of these sets are to be read, in sentences."""
    unseen, made = [one for one in sets if not one.seen], [one for one in sets if one.made]
    said = []
    if unseen and len(unseen) < len(sets):
        said.append(
            f"**“{unseen[0].name}” says most about other texts**: no rule was written for it. The other texts were at hand "
            "while the rules were written: their scores show that the rules do what they should, and may be higher for it. "
            "In the figure a diamond marks texts that were not at hand."
        )
    if made:
        said.append(
            "The annotators were sessions of a language model; they knew by which rules to annotate, and not the program."
        )
    return said


def by_kind(judged: pd.DataFrame, sets: Iterable[GoldSet]) -> pd.DataFrame:
    """F1 of each table for each kind of text, over the sets whose catalogue names kinds and whose errors may be shown.

    Returns:
        One row a kind: kind, articles, and one column a table with its F1 in words (empty if nothing is annotated).
    """
    kind_of = {(one.name, slug): kind for one in open_sets([*sets]) for slug, kind in one.kinds.items()}
    kinds = [kind_of.get(place) for place in zip(judged["texts"], judged["article"], strict=True)]
    own = judged.assign(texts=pd.Series(kinds, index=judged.index, dtype=object)).dropna(subset="texts")
    scored = measured(scores(own)) if len(own) else pd.DataFrame()
    if scored.empty:
        return pd.DataFrame(columns=["kind", "articles"])
    told = scored.assign(f1=scored["f1"].map(in_words)).pivot(index="texts", columns="table", values="f1")
    articles = scored.groupby("texts")["articles"].max()
    found = told[list(dict.fromkeys(scored["table"]))].fillna("").rename_axis(columns=None)
    found.insert(0, "articles", articles)
    return found.sort_values("articles", ascending=False, kind="stable").rename_axis("kind").reset_index()


def about_kinds(found: pd.DataFrame, sets: Iterable[GoldSet]) -> str:
    """Of which texts the scores by kind are; empty if there are none.

    Args:
        found: From `by_kind`.
        sets: The sets.
    """
    if found.empty:
        return ""
    names = [f"“{one.name}”" for one in open_sets([*sets]) if one.kinds]
    used = any(not one.seen for one in sets)
    caution = (
        " These texts were at hand while the rules were written: compare the kinds, and expect less of other texts."
        if used
        else ""
    )
    return f"F1 by kind of text, in {listed(names)}.{caution}"


def expected(sets: Sequence[GoldSet]) -> list[GoldSet]:
    """The set that says what to expect of other texts: the first that was not seen while building; all sets if each
    was."""
    return [one for one in sets if not one.seen][:1] or list(sets)


def open_sets(sets: Sequence[GoldSet]) -> list[GoldSet]:
    """The sets whose errors may be shown: those that were read while building. The others stay unread, so they are
    in no table of errors and in no sample for it."""
    return [one for one in sets if one.seen]


def measured(scored: pd.DataFrame) -> pd.DataFrame:
    """The scores, or the comparisons with stock tools, of what the annotation holds: where nothing is annotated
    nothing is measured, and no score is perfect for want of a question.

    Args:
        scored: From `helpers.accuracy.scores` (a row a set and table) or `compare_tools` (a row a task and
            reader).
    """
    if scored.empty:
        return scored
    if "annotated" in scored:
        return scored[scored["annotated"] > 0].reset_index(drop=True)
    return scored[scored["found"] + scored["missed"] > 0].reset_index(drop=True)


def about_errors(some: pd.DataFrame, every: pd.DataFrame, sets: Sequence[GoldSet]) -> list[str]:
    """What a reader has to know of the errors shown, in sentences.

    Args:
        some: The errors shown: of each table the first of each kind.
        every: From `errors`: all of which these are the first.
        sets: The sets.
    """
    said = []
    if len(some):
        said.append(
            "“Missed” is what only the annotator found, “false” what only the collection found; over some, careful readers may differ."
        )
    if len(some) < len(every):
        said.append(
            f"The first errors of each table and kind, {len(some)} of {len(every):,}; with `output_dir`, judged.csv has them all."
        )
    if (some["counterpart"] != "").any():
        said.append("A near miss appears twice, as missed and as false.")
    if any(not one.seen for one in sets):
        said.append(
            "Errors in texts that are kept aside are only counted: whoever read them would write rules for them."
        )
    if any(INVENTED in one.made for one in sets):
        said.append(
            "**The texts written for this test are fiction**: all private persons, and most statements about real agencies and "
            "officials, are made up."
        )
    return said
