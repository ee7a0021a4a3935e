"""Names that the first letters in brackets behind them spell, and which hold an "and" that could part two bodies: "National
Environmental Standards and Regulations Enforcement Agency (NESREA)"."""

from collections.abc import Sequence

from helpers.names.lists import Word, head_words

__all__ = ["spelled_names"]

LONGEST = 14  # words
FEWEST = 4  # letters
_SMALL = frozenset(["of", "for", "the", "and", "&", "on", "in", "against", "to", "'s"])


def spelled_names(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The stretches of words whose first letters are exactly those of the abbreviation in brackets behind them.

    Args:
        words: The words of a sentence.
    """
    found = []
    for at in range(4, len(words) - 1):
        letters = words[at].text
        bracketed = words[at - 1].text == "(" and words[at + 1].text == ")"
        if bracketed and letters.isupper() and letters.isalpha() and len(letters) >= FEWEST:
            first = _start(words, at - 1, letters)
            inside = words[first : at - 1] if first is not None else ()
            if any(word.key in ("and", "&") for word in inside) and inside[-1].text in head_words():
                found.append((first, at - 1))
    return found


def _start(words: Sequence[Word], end: int, letters: str) -> int | None:
    """Number of the word with which the letters begin; None if the words before do not spell them."""
    left = letters
    for number in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        word = words[number]
        if word.text[:1].isupper() and left.endswith(word.text[0]):
            left = left[:-1]
            if not left:
                return number
        elif word.key not in _SMALL:
            return None
    return None
