"""Words that tie figures, by what they say: `helpers/data/checks/cues.csv`, one pattern a kind.

In: a stretch of text. Out: the first cue of a kind in it. A stretch is at most some hundred characters long, and no
pattern of the list repeats without a bound.
"""

import re
from functools import cache

from helpers.texts import word_list

__all__ = ["cue_words", "find_cue", "has_cue"]

LONGEST = 600  # characters of a stretch that are looked at


def cue_words(kind: str) -> str:
    """The words of a kind as alternatives of a pattern.

    Raises:
        KeyError: if there are none.
    """
    words = [row["words"] for row in word_list("checks/cues") if row["kind"] == kind]
    if not words:
        raise KeyError(f"no cues of the kind {kind!r}")
    return "|".join(words)


@cache
def _pattern(kind: str) -> re.Pattern:
    return re.compile(rf"(?<![\w-])(?:{cue_words(kind)})(?![\w-])", re.IGNORECASE)


def find_cue(kind: str, text: str) -> str:
    """The first cue of a kind in a stretch of text, as it stands there; empty if there is none."""
    found = _pattern(kind).search(text[:LONGEST])
    return found[0] if found else ""


def has_cue(kind: str, *texts: str) -> bool:
    """Whether a cue of a kind stands in any of the stretches."""
    return any(_pattern(kind).search(text[:LONGEST]) for text in texts)
