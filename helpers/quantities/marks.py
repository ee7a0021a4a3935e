"""Raised and starred signs behind a number: the mark of a note ("216¹", "4,300[1]", "87*") or a power ("10⁶").

A mark says nothing of the number: reading goes on behind it, and it belongs to no quote. Notes are numbered in
order, so that "10⁶" is ten with a sixth note only where the text has a fifth.

>>> mark_end("216¹ men", 3, 8), mark_end("4,300 [12] men", 5, 14), mark_end("12*4", 2, 4)
(4, 10, 2)
>>> power_value("1.5 × 10⁻³"), power_value("2^10"), power_value("1,000")
(0.0015, 1024.0, None)
"""

import re
from functools import lru_cache

from helpers.texts import person_nouns

__all__ = ["GOES_ON", "PIECE", "POWER", "WORD_END", "mark_end", "power_here", "power_value"]

_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = _RAISED_DIGITS + "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº"
PIECE = re.compile(rf"[^\W{_RAISED}]+|[{_RAISED}]+|[^\w\s]")  # of what may be a unit
GOES_ON = re.compile(rf"[^\W{_RAISED}]")  # "20 kg²" is a weight with a note
WORD_END = rf"(?![^\W{_RAISED}])"  # no letter follows; a raised one is no part of the word
_TO_DIGITS = str.maketrans(_RAISED_DIGITS + "⁻−", "0123456789--")
_MARK = re.compile(
    rf"[{_RAISED}]{{1,3}}(?:\s?[,;⁻˒]\s?[{_RAISED}]{{1,3}}){{0,5}}{WORD_END}|[*†‡§¶]{{1,3}}(?![\w*])"
    r"|(?:\s?\[(?:(?:[Nn]otes?|fn\.?|n\.?)\s?)?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\s?[-–,]\s?\d{1,3}){0,4}\](?!\w)){1,4}|\(\d{1,2}\)(?!\w)"
)
# surely a power: by its sign of multiplication or its caret, or by a minus above; none that has no value (0^-1), or none
# that can be held (9999^99)
_EXPONENT = rf"(?:\^\(?[-−–]?\d{{1,2}}\)?|⁻[{_RAISED_DIGITS}]{{1,2}})"
_TIMES_TEN = rf"\s?[×x·*⋅]\s?10(?:{_EXPONENT}|[{_RAISED_DIGITS}]{{1,2}})"
POWER = rf"\d{{1,3}}(?:\.\d{{1,6}})?{_TIMES_TEN}(?!\d)|[1-9]\d{{0,2}}{_EXPONENT}(?!\d)"
_PARTS = re.compile(
    rf"(?:(?P<factor>[\d.]+)\s?[×x·*⋅]\s?)?(?P<base>\d+)(?:\^\(?(?P<caret>[-−–]?\d+)\)?|(?P<raised>⁻?[{_RAISED_DIGITS}]+))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<raised>[{_RAISED_DIGITS}]{{1,2}})(?![{_RAISED}])(?:\s(?P<noun>[a-z]{{2,20}}))?")
_NUMBERED = re.compile(rf"[{_RAISED_DIGITS}]{{1,2}}")


def mark_end(text: str, at: int, ceiling: int) -> int:
    """Where the mark of a note ends that stands at a place; the place itself if none does."""
    match = _MARK.match(text, at, ceiling)
    return match.end() if match else at


def power_value(digits: str) -> float | None:
    """The value of a power as `POWER` finds it; None for other numbers."""
    match = _PARTS.fullmatch(digits)
    if not match:
        return None
    exponent = int((match["caret"] or match["raised"]).replace("–", "-").translate(_TO_DIGITS))
    return float(match["factor"] or 1) * float(match["base"]) ** exponent


def power_here(text: str, digits: str, end: int) -> tuple[float, int] | None:
    """Value and end of "10⁶" whose ten ends here; None where the raised digits are the mark of a note."""
    match = _BARE.match(text, end) if digits == "10" else None
    if not match:
        return None
    exponent = int(match["raised"].translate(_TO_DIGITS))
    noted = exponent < 2 or exponent - 1 in _notes(text) or (match["noun"] or "") in person_nouns()
    return None if noted else (10.0**exponent, match.end("raised"))


@lru_cache(maxsize=4)  # a text has its notes once, however many numbers it has
def _notes(text: str) -> frozenset[int]:
    """The numbers of the raised marks of a text."""
    return frozenset(int(run.translate(_TO_DIGITS)) for run in _NUMBERED.findall(text))
