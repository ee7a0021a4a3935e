"""What stands around a Spanish number: a sign before it, a unit behind it, the words that make it a bound."""

import re

from helpers.quantities.lists import SIGNS, dimension_of, listed, pattern_of, plain, written_units
from helpers.quantities.marks import GOES_ON, PIECE, mark_end

__all__ = ["NOUN", "STOP", "TOKEN", "bound_after", "bound_before", "sign_before", "unit_after"]

STOP = frozenset(row["word"] for row in listed("es", "stop_words"))
_BEFORE = {row["words"]: row["bound"] for row in listed("es", "qualifiers") if row["place"] == "before"}
_AFTER = {row["words"]: row["bound"] for row in listed("es", "qualifiers") if row["place"] == "after"}
_EXACT, _WORDS = written_units("es")
_SIGN = re.compile(
    rf"(?<!\w)({'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))}|[A-Z]{{3}})\s?$"
)
TOKEN = re.compile(r"\S{1,30}")
_UNIT = re.compile(r"\s?(?:de\s)?")
NOUN = re.compile(r"\s([^\W\d_][\w’'/-]{1,30})([,.;:)”\"!?]?)")


def sign_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The unit of a currency sign or code right before a place and where it begins; "" and the place itself
    if there is none."""
    left = text[max(floor, start - 6) : start]
    match = _SIGN.search(left)
    if not match and left.endswith("Q"):  # Guatemala's sign, which elsewhere is a letter
        return "GTQ", start - 1
    if not match:
        return "", start
    unit = SIGNS.get(match[1]) or (match[1] if dimension_of(match[1]) == "money" else "")
    return ("peso" if match[1] == "$" else unit), start - len(left) + match.start(1) if unit else start


def unit_after(text: str, end: int, stop: int, sign: str) -> tuple[str, float, int]:
    """Unit behind a number and the mark of its note: its name, what one of it is worth, its end."""
    bare, end = end, mark_end(text, end, stop)
    begin = _UNIT.match(text, end, stop).end()
    piece = text[begin : min(stop, begin + 30)]
    for match in reversed([*PIECE.finditer(piece)][:5]):
        if GOES_ON.match(piece, match.end()):
            continue
        written = _EXACT.get(piece[: match.end()]) or _WORDS.get(plain(piece[: match.end()]))
        if not written or text[end:begin].endswith("de ") and dimension_of(written.unit) != "money":
            continue
        if (
            len(match[0]) == 1
            and match[0].isalpha()
            and match.end() == 1
            and piece[1:3].strip()[:1] not in ("", "d", ",", ".", "y")
        ):
            continue
        if sign and dimension_of(written.unit) != "money":
            break
        return written.unit, written.scale, begin + match.end()
    return sign or "count", 1.0, bare


def bound_before(text: str, floor: int, start: int) -> tuple[str, int, str]:
    """Bound that the words before a number set, where they begin, and the word before."""
    words = [
        (floor + match.start(), match[0].lower().lstrip('(“"«'))
        for match in TOKEN.finditer(text[max(floor, start - 60) : start])
    ]
    shift = max(floor, start - 60) - floor
    words = [(place + shift, word) for place, word in words][:-6:-1]
    for length in range(min(4, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[:length][::-1])
        if phrase in _BEFORE:
            at = words[length - 1][0]
            return _BEFORE[phrase], at + len(text[at:start]) - len(text[at:start].lstrip('(“"«')), phrase
    if words and words[0][1] == "entre":
        return "", words[0][0], "entre"
    return "", start, words[0][1] if words else ""


_BOUND_AFTER = re.compile(rf"\s(?:{pattern_of(_AFTER)})(?=[\s,.;)]|$)", re.IGNORECASE)


def bound_after(text: str, end: int, stop: int) -> tuple[str, int]:
    """The bound that the words behind a number set ("o más") and their end; "" and the place itself if
    there are none."""
    match = _BOUND_AFTER.match(text, end, stop)
    return (_AFTER[plain(match[0].strip())], match.end()) if match else ("", end)
