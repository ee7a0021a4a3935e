"""One folding of letters for every list in every room, so that ignoring case means one thing.

A pattern that ignores case finds a few letters equal that `str.lower` keeps apart: the long s and s, the
dotless ı and i, the micro sign and the Greek μ. A word found so is then in no list. Whoever asks a list with
words of a text folds the text first; afterwards two letters match without regard to case exactly if their
lower case is the same. A raised ending of an ordinal is lowered. Folding keeps the length, so that offsets stay, and keeps the case.

>>> fold_letters("5 µg, KİLO, mıllion, ſix"), fold_letters("5 μg") == fold_letters("5 µg")
('5 μg, KILO, million, six', True)
"""

import re

from helpers.texts.lists import word_list

__all__ = ["fold_letters", "fold_spaces"]

_PLAIN = {ord(row["letter"]): row["plain"] for row in word_list("texts/letters")}
# no-break, thin, figure and ideographic spaces: what stands between two words has no say in what they mean
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LOWERED = str.maketrans("ˢᵗⁿᵈʳʰ", "stndrh")
_ORDINAL = re.compile("(?<=[0-9])(?:ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)")  # typists raise the ending of "3ʳᵈ May"
_ODD = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")


def fold_letters(text: str) -> str:
    """The text with every letter of `letters.csv` replaced by its plain one, and every space by a plain one;
    as long as before."""
    if text.isascii():
        return text
    text = _ORDINAL.sub(lambda raised: raised[0].translate(_LOWERED), text)
    return fold_spaces(text if not _ODD.search(text) else text.translate(_PLAIN))


def fold_spaces(text: str) -> str:
    """The text with spaces of every kind and width as plain ones; as long as before.

    >>> fold_spaces("3\u00a0May, 12\u202f000 men")
    '3 May, 12 000 men'
    """
    return text if text.isascii() else _SPACE.sub(" ", text)
