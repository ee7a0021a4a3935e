"""One folding of letters for every list in every room, so that ignoring case means one thing.

A pattern that ignores case finds a few letters equal that `str.lower` keeps apart: the long s and s, the
dotless ı and i, the micro sign and the Greek μ. A word found so is then in no list. Whoever asks a list with
words of a text folds the text first; afterwards two letters match without regard to case exactly if their
lower case is the same. Folding keeps the length, so that offsets stay, and keeps the case.

>>> fold_letters("5 µg, KİLO, mıllion, ſix"), fold_letters("5 μg") == fold_letters("5 µg")
('5 μg, KILO, million, six', True)
"""

import re

from helpers.texts.lists import word_list

__all__ = ["fold_letters"]

_PLAIN = {ord(row["letter"]): row["plain"] for row in word_list("texts/letters")}
_ODD = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")


def fold_letters(text: str) -> str:
    """The text with every letter of `letters.csv` replaced by its plain one; as long as before."""
    return text if text.isascii() or not _ODD.search(text) else text.translate(_PLAIN)
