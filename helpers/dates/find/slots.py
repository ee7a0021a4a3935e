"""The slots of the phrases of a language: which words or digits fill them, and what those say.

>>> value_of("month", "agosto", "es"), value_of("day", "12", "es")
('8', '12')
"""

import re

from helpers.dates.words import counting_words, language_words, ordinal_words, plain_number

_DIGITS = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)",
    "day2": r"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)",
    "monthnumber": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "days": r"\d{1,2}(?:, \d{1,2}){1,5} [ye] \d{1,2}(?!\d)",
    "year": r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|\s?%)",
    "number": r"\d{1,4}(?!\d|[.,:/]\d|\s?%)",
    "year2": r"(?:(?:1[89]|20|21)\d\d|\d\d)(?!\d|[.,]\d)",
    "number2": r"\d{1,4}(?!\d|[.,:/]\d|\s?%)",
    "decade": r"(?:(?:19|20)\d0|[2-9]0)(?!\d)",
    "clock": r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)",
}


_SAME_WORDS = {
    "day": "first",
    "day2": "",
    "monthnumber": "",
    "year": "",
    "clock": "",
    "decade": "",
    "days": "",
    "year2": "",
}


_SAME_WORDS |= {"number2": "number", "unit2": "unit", "weekday2": "weekday", "month2": "month"}


SLOT_NUMBERS = {
    "day": "day",
    "day2": "last_day",
    "month": "month",
    "monthnumber": "month",
    "year": "year",
    "year2": "last_day",
}


SLOT_NUMBERS |= {"weekday": "weekday", "ordinal": "day"}


def _words(slot: str, language: str) -> dict[str, str]:
    """The words that may fill a slot, each with what it says."""
    kind = _SAME_WORDS.get(slot, slot)
    if kind == "number":
        return {word: plain_number(value) for word, value in counting_words(language).items()}
    if kind == "ordinal":
        return {word: str(value) for word, value in ordinal_words(language).items()}
    return language_words(language, kind)


def pattern_of(slot: str, language: str) -> str:
    """A pattern for the digits and words that may fill a slot in a language."""
    words = _words(slot, language)
    # a short month may have its full stop: "12 ago. 2025"
    stop = r"\.?" if _SAME_WORDS.get(slot, slot) == "month" else ""
    forms = [re.escape(word) + stop * (len(word) <= 4) for word in sorted(words, key=len, reverse=True)]
    spelled = rf"(?:{'|'.join(forms)})(?!\w)" if forms else ""
    return "|".join(filter(None, (_DIGITS.get(slot, ""), spelled)))


def value_of(slot: str, word: str, language: str) -> str:
    """What a word or digits in a slot say, as text: "agosto" in `month` is "8"."""
    if word[0].isdigit() and slot in _DIGITS and word.isdigit():
        return word
    return _words(slot, language)[word.lower().rstrip(".")]
