"""Spanish numbers in digits and words: "dos mil 300", "1.234" in Spain and "1,234" in Mexico.

>>> number_at("un millón y medio", NUMBER.match("un millón y medio")).value
1500000.0
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.quantities.lists import pattern_of
from helpers.quantities.marks import POWER, WORD_END, power_here, power_value
from helpers.texts import number_words

__all__ = ["NUMBER", "SHARE", "SpanishNumber", "number_at", "share_of"]

NUMBERS = {
    word: ("unit" if kind == "article" else kind, value)
    for word, (kind, value) in number_words("es").items()
    if kind in ("article", "unit", "teen", "ten", "hundred", "scale")
}
_DIGITS = (
    rf"{POWER}|"
    + r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d{1,3}(?:[ \xa0\u202f]\d{3}){1,4}(?!\d)|\d{1,15}(?:[.,]\d{1,3})?(?!\d)"
)
_WORD = pattern_of(NUMBERS)
_PART = rf"(?:{_DIGITS}|(?:{_WORD}){WORD_END})"
# The words and digits of a number: "dos mil 300", "treinta y cinco", "un millón y medio"
NUMBER = re.compile(
    rf"(?<![\w.,])(?P<half>medi[oa]\s(?:millón|docena|centenar))|(?:(?<![\w.,])|(?<=\bQ)(?=\d{{2}}|\d[,.]\d))(?P<number>{_PART}(?:\s(?:y\s)?{_PART}){{0,14}})(?P<and_half>\sy\smedi[oa]\b)?",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"{_DIGITS}|[^\W\d_]+")

_PARTS = r"(?:(?P<third>tercios?)|(?P<quarter>cuartas?\spartes?|cuartos?)|(?P<fifth>quintas?\spartes?))"
_OF_EACH = (
    r"(?P<some>un[oa]|dos|tres|cuatro|\d)\s(?:de\scada|por\scada)"
    r"\s(?P<each>dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,4})"
)
SHARE = re.compile(
    rf"(?<!\w)(?:(?P<half>la\smitad)|(?P<part>(?P<count>un|dos|tres)\s{_PARTS})|{_OF_EACH})(?=\sde|\slos|\slas|[\s,.])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SpanishNumber:
    """A number as the words give it: its offsets, its value, and whether a scale word has a part in it."""

    start: int
    end: int
    value: float
    words: bool  # whether it is in words alone
    scaled: bool = False


@lru_cache(maxsize=8)
def _point_is_decimal(text: str) -> bool:
    """Whether the numbers of a text have a decimal point: it says so by "1,234" or "24.6" and not by "1,5"."""
    for_point = len(
        re.findall(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d{1,4}\.\d{1,2}(?![\d.,:])", text)
    )
    for_comma = len(
        re.findall(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])|(?<![\d.,])\d{1,4},\d{1,2}(?![\d,])", text)
    )
    return for_point > for_comma


def number_at(text: str, match: re.Match) -> SpanishNumber | None:
    """What the words and digits are worth, as far as they make one number."""
    if match["half"]:
        scale = NUMBERS[match["half"].split()[1].lower()][1]
        return SpanishNumber(match.start(), match.end(), scale / 2, False, True)
    total, current, last, end, joined = 0.0, 0.0, 10.0**18, 0, False
    words = scaled = False
    for piece in _PIECE.finditer(text, match.start("number"), match.end("number")):
        word = piece[0].lower()
        if word == "y":
            joined = True
            continue
        kind, value = ("digits", _digits(text, word)) if word[0].isdigit() else NUMBERS[word]
        step = _step(kind, value, total, current, last, joined=joined)
        if step is None:
            break
        total, current, last = step
        words, scaled = words or kind != "digits", scaled or kind == "scale"
        end, joined = piece.end(), False
    if not end:
        return None
    value = total + current
    value, end = power_here(text, text[match.start() : end], end) or (value, end)
    if match["and_half"] and end == match.end("number") and scaled:
        value, end = value + last / 2, match.end()
    return SpanishNumber(match.start(), end, value, words, scaled)


def _step(
    kind: str, value: float, total: float, current: float, last: float, *, joined: bool
) -> tuple | None:
    """Total, current and last scale with one more word; None where it cannot follow."""
    if kind == "scale":
        if joined or value in (10, 12, 100) and not current:
            return None
        if value in (10, 12, 100):
            return total, current * value, last
        if value > last:  # "mil millones"
            return (total + current) * value, 0.0, value
        if value == last or value > 1000 and not current:
            return None
        return total + (current or 1) * value, 0.0, value
    if kind == "digits":
        return None if current or joined or total and value >= last else (total, value, last)
    room = {"unit": 10, "teen": 100, "ten": 100, "hundred": 1000}[kind]
    tens = current % 100
    fits = (
        not current % room
        and (joined == (kind == "unit" and tens >= 30))
        and not (kind == "unit" and 0 < tens < 30)
    )
    return (total, current + value, last) if fits and value < last else None


def _digits(text: str, number: str) -> float:
    if (power := power_value(number)) is not None:
        return power
    plain_number = re.sub(r"[\s\xa0\u202f]", "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain_number) and not _point_is_decimal(text):
        return float(plain_number.replace(".", ""))
    if re.fullmatch(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d{1,2}", plain_number):
        return float(plain_number.replace(".", "").replace(",", "."))
    if plain_number.count(".") > 1:
        return float(plain_number.replace(".", ""))
    return float(plain_number.replace(",", ""))


def share_of(match: re.Match) -> float:
    """The percentage of "la mitad", "dos tercios", "uno de cada cinco"."""
    if match["half"]:
        return 50.0
    if match["part"]:
        return (
            100 * NUMBERS[match["count"].lower()][1] / (3 if match["third"] else 4 if match["quarter"] else 5)
        )
    some, each = (
        float(word) if word.isdigit() else float(NUMBERS[word.lower()][1])
        for word in (match["some"], match["each"])
    )
    return 100 * some / each
