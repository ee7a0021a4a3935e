"""Number words: what each is worth, and what several make together.

One list a language (`helpers/data/texts/numbers/LANGUAGE.csv`) for all rooms: counts, amounts of time, ages,
numbers set aside.

>>> number_words("en")["twenty"], number_words("es")["mil"]
(('ten', 20), ('scale', 1000))
>>> cardinal(["two", "hundred", "and", "ten", "men"])
(210, 4)
"""

from collections.abc import Sequence
from functools import cache

from helpers.texts.lists import word_list

__all__ = ["cardinal", "number_words"]


@cache
def number_words(language: str) -> dict[str, tuple[str, int]]:
    """The number words of a language, each with its kind and value.

    Kinds: article (a, an), unit, teen, ten, hundred (Spanish "doscientos") and scale (dozen, thousand,
    million) make cardinal numbers; short scale is written at digits (bn); the value of a part (half, thirds)
    is how many of it make one; ordinal (third); amount says no number (dozens).

    Raises:
        FileNotFoundError: if there is no list for the language.
    """
    return {row["word"]: (row["kind"], int(row["value"])) for row in word_list(f"texts/numbers/{language}")}


def cardinal(words: Sequence[str], *, implied: bool = False) -> tuple[int, int]:
    """Value of the longest English cardinal number at the beginning of some words, and how many words it has;
    (0, 0) where none begins.

    Args:
        words: In small letters, parted at hyphens.
        implied: Whether a scale word may begin the number, because "a" stood before it: "hundred and five".
    """
    numbers = number_words("en")
    total, current, last_scale, end = 0, int(implied), 10**18, 0
    joined = False
    for place, word in enumerate(words):
        kind, value = numbers.get(word, ("", 0))
        if word == "and":
            if current + total == 0 or current % 100:
                break
            joined = True
            continue
        if kind == "scale":
            if joined or not _may_scale(total, current, last_scale, value):
                break
            total, current, last_scale = _scaled(total, current, last_scale, value)
        elif kind in ("unit", "teen", "ten"):
            if not _fits(current, kind, value, first=end == 0):
                break
            current += value
        else:
            break
        joined, end = False, place + 1
    return total + current, end


def _may_scale(total: int, current: int, last_scale: int, value: int) -> bool:
    """Whether a scale word can follow: "five" + "thousand", "five lakh" + "crore"."""
    return value < last_scale if current else bool(total and value > last_scale)


def _scaled(total: int, current: int, last_scale: int, value: int) -> tuple[int, int, int]:
    if value in (100, 12):
        return total, current * value, last_scale
    if current == 0:  # "five lakh crore"
        return total * value, 0, value
    return total + current * value, 0, value


def _fits(current: int, kind: str, value: int, *, first: bool) -> bool:
    """Whether a number below hundred can follow: "twenty" + "five", but not "five" + "twenty"."""
    room = {"unit": 10, "teen": 100, "ten": 100}[kind]
    return not (current % room or (kind == "unit" and 0 < current % 100 < 20) or (value == 0 and not first))
