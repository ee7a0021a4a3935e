"""What becomes of the words that an article quotes: whether other pages have them, as the record says.

A quotation is a statement of the table `statements` any part of which stands in quotation marks. The record
says something of it where a claim on a wording, or on a cause, has its quote inside the statement. Where no claim does,
nothing is known, and the table says so.
"""

import pandas as pd

from helpers.findings.record_pages import on_pages
from helpers.findings.words import all_of, amount, at_start, listed, number
from helpers.record import Record
from helpers.texts import fold_letters

__all__ = ["FOUND", "quotations", "sentence"]

WORD_FOR_WORD, OTHER_WORDS, AGAINST, NOT_HERE, NOT_LOOKED_FOR = FOUND = (
    "word for word",
    "in other words",
    "contradicted",
    "in none of the sources kept here",
    "not looked for",
)
FEWEST = 4  # words that a page must have in common with a quotation to have it word for word
# what becomes of one quotation, and of several
WORDS = {
    WORD_FOR_WORD: ("stands word for word on another page", "stand word for word on other pages"),
    OTHER_WORDS: ("is told elsewhere in other words", "are told elsewhere in other words"),
    AGAINST: ("is contradicted", "are contradicted"),
    NOT_HERE: ("was not found", "were not found"),  # and where
}
KINDS = ("wording", "cause")
_QUOTES = str.maketrans("’‘", "''", '“”"«»„')


def quotations(statements: pd.DataFrame, joined: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The direct quotations, each with where else it was found.

    Args:
        statements: The table `statements`.
        joined: From `helpers.record.join`.
        reports: `Record.reports`.

    Returns:
        The rows of `statements` that hold words in quotation marks, and `found` (one of FOUND), `claims` (the
        numbers of the claims on it) and `pages` (who published what bears on it), both lists. Of several
        claims on one quotation the first in the order of FOUND counts.
    """
    quoted = statements[statements["direct"] != "indirect"].reset_index(drop=True)
    claims = joined[joined["kind"].isin(KINDS)]
    found, numbers, pages = [], [], []
    for row in quoted.itertuples():
        inside = (
            (claims["article"] == row.article) & (claims["start"] < row.end) & (claims["end"] > row.start)
        )
        own = claims[inside]
        bearing = reports[reports["claim_id"].isin(own["claim_id"])]
        numbers.append(list(own["claim_id"]))
        pages.append(list(dict.fromkeys(bearing["publisher"])))
        found.append(_where(row.quote, own["verdict"], bearing))
    return quoted.assign(
        found=pd.Series(found, dtype=object),
        claims=pd.Series(numbers, dtype=object),
        pages=pd.Series(pages, dtype=object),
    )


def _where(quote: str, verdicts: pd.Series, reports: pd.DataFrame) -> str:
    if verdicts.empty:
        return NOT_LOOKED_FOR
    same = reports[reports["stance"].isin(["supports", "differs", "same source"])]
    if any(_has(page, quote) for page in same["reported_value"]):
        return WORD_FOR_WORD
    if verdicts.isin(["corroborated", "differs"]).any():
        return OTHER_WORDS
    return AGAINST if (verdicts == "contradicted").any() else NOT_HERE


def _has(page: str, quote: str) -> bool:
    """Whether what a page has is a part of the quotation, or the quotation a part of it, word for word."""
    one, other = _plain(page), _plain(quote)
    shorter = min(one, other, key=len)
    return len(shorter.split()) >= FEWEST and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def _plain(words: str) -> str:
    return " ".join(fold_letters(words).translate(_QUOTES).casefold().split()).strip(" .,;:!?")


def sentence(found: pd.DataFrame, record: Record) -> str:
    """What becomes of the quotations, in one sentence.

    Args:
        found: From `quotations`.
        record: The record.
    """
    if found.empty:
        return "These texts quote nobody word for word."
    have, it = amount(len(found), "direct quotation"), "it" if len(found) == 1 else "them"
    if record.folder is None:
        return f"These texts have {have}, and there is no record in which to look for {it}."
    known = found[found["found"] != NOT_LOOKED_FOR]
    if known.empty:
        return f"These texts have {have}, and no other page was searched for {it}."
    rest = len(found) - len(known)
    others = "the other one" if rest == 1 else f"the other {number(rest)}"
    missing = f"; no page was searched for {others}" if rest else ""
    return f"{_how_found(known['found'].value_counts(), len(known), on_pages(record.seen))}{missing}."


def _how_found(counts: pd.Series, total: int, where: str) -> str:
    """How many were found how; `where` those were looked for that were not found."""
    what = f"direct quotation{'s' * (total > 1)} looked for"
    if len(counts) == 1:
        found = counts.index[0]
        if total == 1:
            return f"The one {what} {_of(found, 1, where)}"
        if found == NOT_HERE:
            return f"**None of the {number(total)} {what} was found** {where}"
        return f"{at_start(all_of(total))} {what} {WORDS[found][1]}"
    parts = [
        f"{number(counts[found])} {_of(found, counts[found], where)}" for found in FOUND if found in counts
    ]
    return f"Of {number(total)} {what}, {listed(parts)}"


def _of(found: str, count: int, where: str) -> str:
    return f"{WORDS[found][int(count > 1)]}{f' {where}' if found == NOT_HERE else ''}"
