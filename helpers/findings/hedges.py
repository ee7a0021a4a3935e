"""Whether an article states outright that a body did something, or with a word that leaves it open ("likely", "may
have"). The mode of a role says when something is done, not how sure its teller is."""

import re
from functools import cache

import pandas as pd

from helpers.texts import word_list

__all__ = ["hedges"]

BETWEEN = 4  # words from a hedge to the word of action; one further off is about something else
# What ends the reach of a hedge: another clause, or another of several things that are done
_BARS = r"[;:.!?,()\[\]“”\"—–]|\b(?:who|which|whose|that|but|while|because|and|or)\b"
_COMPARED = r"(?<!\bmore )(?<!\bless )(?<!\bas )(?<!\bhow )(?<!\bno )(?<!\bnot )"


@cache
def _hedge() -> re.Pattern[str]:
    words = sorted((row["word"] for row in word_list("findings/hedges")), key=len, reverse=True)
    return re.compile(
        rf"{_COMPARED}\b({'|'.join(words).replace(' ', ' +')})(?:\s+[^\s]+){{0,{BETWEEN}}}\s*$", re.I
    )


def hedges(roles: pd.DataFrame) -> list[str]:
    """The word with which the text leaves open what a role reports, for each role; empty if there is none, and for what
    is only planned or recommended.

    Args:
        roles: Rows of the table `roles`.
    """
    columns = ("quote", "start", "action_start", "action_end", "mode")
    return [_hedge_before(*row) for row in zip(*(roles[name] for name in columns), strict=True)]


def _hedge_before(sentence: str, start: int, first: int, last: int, mode: str) -> str:
    """
    >>> _hedge_before("The arrests likely stemmed from data sharing between agencies.", 0, 37, 44, "reported")
    'likely'
    >>> _hedge_before("A man, likely a smuggler, was arrested by police.", 0, 30, 38, "reported")
    ''
    """
    if mode != "reported" or last <= first:
        return ""
    before = re.split(_BARS, sentence[: first - start], flags=re.I)[-1]
    found = _hedge().search(before)
    return " ".join(found[1].casefold().split()) if found else ""
