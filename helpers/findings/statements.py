"""What is said in the articles: statements with who makes them, how long they are, and what share of the words they are."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from helpers.findings.bodies import in_quotes
from helpers.findings.languages import silent, unread
from helpers.findings.quoting import quotation
from helpers.findings.words import all_of, amount, called, listed, number
from helpers.texts import SPOKEN, Corpus

__all__ = ["JOINED_BY", "about_statements", "spoken", "told"]

NOBODY = "nobody named"
JOINED_BY = "; "  # between those who say something together


def spoken(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements in which somebody says something: none that is only believed or decreed, and none denied."""
    return statements[statements["kind"].isin(SPOKEN) & ~statements["negated"].astype(bool)]


def told(
    statements: pd.DataFrame,
    unnamed: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """The statements with who makes them and how long they are.

    Args:
        statements: Rows of the table `statements`.
        unnamed: From `bodies.described`: bodies that are only described, which stand in quotation marks.

    Returns:
        The rows with who (the person or the body, or those who share it, else the words for the source in quotation marks,
        else "nobody named"), form ("word for word" if any of it stands in quotation marks, else
        "paraphrased") and words (their number; words that an earlier statement holds as well are not counted again).
    """
    rows = statements.reset_index(drop=True)
    who = [
        (row.speaker and listed(row.speaker.split(JOINED_BY)))
        or (row.agency and listed(in_quotes(one, unnamed) for one in row.agency.split(JOINED_BY)))
        or (quotation(row.source) if row.source else NOBODY)
        for row in rows.itertuples()
    ]
    reached: dict[str, int] = {}
    words = []
    for row in rows.itertuples():
        first = max(row.start, reached.get(row.article, 0))
        reached[row.article] = max(row.end, first)
        rest = row.quote[first - row.start :]
        words.append(sum(any(map(str.isalnum, word)) for word in rest.split()))
    return rows.assign(
        who=pd.Series(who, dtype=object),
        form=rows["direct"].map(lambda direct: "paraphrased" if direct == "indirect" else "word for word"),
        words=pd.Series(words, dtype=int),
    )


def about_statements(said: pd.DataFrame, corpus: Corpus) -> str:
    """How many statements there are, how many word for word, and how much of the articles they are.

    Args:
        said: From `told`.
        corpus: The articles.
    """
    if not len(corpus):
        return "There is no article, and so nobody who speaks."
    where = "the article" if len(corpus) == 1 else "the articles"
    if said.empty:
        return unread(corpus, grammar=True) or f"Nobody is quoted or paraphrased in {where}."
    quoted, every = int((said["form"] == "word for word").sum()), len(said)
    share = 100 * int(said["words"].sum()) / max(sum(article.words for article in corpus), 1)
    if every == 1:
        form = "quoted word for word" if quoted else "paraphrased"
        text = f"Somebody is {form} once; that makes up {_percent(share)} of the words of {where}"
    else:
        how = (
            "none is word for word"
            if not quoted
            else f"{f'{all_of(every)} are' if quoted == every else amount(quoted, 'is', 'are')} word for word{_in_part(said)}"
        )
        text = f"Of {number(every)} quotations and paraphrases, {how}; {all_of(every)} together make up {_percent(share)} of the words of {where}"
    nobody = int((said["who"] == NOBODY).sum())
    alone = f", and for {number(nobody)} of them nobody is named" if nobody and every > 1 else ""
    mute = silent(corpus, set(said["article"]), grammar=True)
    none = f". Nobody is quoted or paraphrased in {listed(map(called, mute), most=3)}" if mute else ""
    return f"{text}{alone}{none}."


def _in_part(said: pd.DataFrame) -> str:
    """That some of what is word for word is so in part only, if it is."""
    return ", if only in part" if (said["direct"] == "mixed").any() else ""


def _percent(share: float) -> str:
    return f"{share:.0f}%" if share >= 1 else "less than 1%"
