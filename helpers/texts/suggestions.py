"""The nearest known word, for messages: did you mean …?

>>> did_you_mean("reportd", ["reported", "planned"])
"did you mean 'reported'?"
>>> did_you_mean("x", ["reported", "planned"]), did_you_mean("x", [], "leave it out")
('there are: reported, planned', 'leave it out')
"""

from collections.abc import Iterable
from difflib import get_close_matches

from helpers.texts.problems import SHOWN, shown

__all__ = ["Known", "did_you_mean", "nearest"]

LONGEST = 100  # letters that are compared
CUTOFF = 0.6  # of the letters agree: one or two slips in a short word


def nearest(word: str, known: Iterable[str], cutoff: float = CUTOFF) -> str | None:
    """The known word that is most like a word, upper and lower case the same; None if none is like it."""
    spelling: dict[str, str] = {}
    for one in known:
        spelling.setdefault(one[:LONGEST].casefold(), one)
    found = get_close_matches(str(word)[:LONGEST].casefold(), spelling, 1, cutoff)
    return spelling[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The nearest known word as a question; if none is like it `otherwise`, or the first known words."""
    return Known(known).hint(word, otherwise)


class Known:
    """Known words, for as many questions as there are rows. Each takes a comparison with every word, so that
    only as many are answered as a message shows problems."""

    def __init__(self, words: Iterable[str]):
        self.words = list(dict.fromkeys(words))
        self._set = set(self.words)
        self._asked = 0

    def __contains__(self, word: str) -> bool:
        return word in self._set

    def hint(self, word: str, otherwise: str = "") -> str:
        """See `did_you_mean`."""
        self._asked += 1
        near = nearest(word, self.words) if self._asked <= SHOWN else None
        if near is not None:
            return f"did you mean {shown(near)}?"
        if otherwise:
            return otherwise
        more = f" and {len(self.words) - SHOWN:,} more" if len(self.words) > SHOWN else ""
        return f"there are: {', '.join(self.words[:SHOWN])}{more}" if self.words else "there are none"
