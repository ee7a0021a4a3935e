"""Marks of feet and inches behind a number: 12", 3′, 3' long; and the same marks where they close a quotation.

>>> unit_of_prime('A 12" knife', 4, 11), unit_of_prime('"We saw 12" and', 10, 15)
('in', '')
"""

import re
from functools import lru_cache

__all__ = ["unit_of_prime"]

_INCHES = re.compile(r"[\"”″](?![\w\"”])")
_FEET = re.compile(r"['’′](?=\s(?:long|wide|deep|high|tall|thick|by|x)\b)|′(?!\w)")
_OTHER_SIDE = re.compile(r"\d['’′]\s?(?:x|×|by)\s?[\d.]{1,6}$")  # "a sheet of 3' x 5' was"
_MARKS = re.compile(r"(?P<open>“)|(?P<close>”)|(?P<straight>\")|\n")


def unit_of_prime(text: str, at: int, ceiling: int) -> str:
    """ "in" or "ft" for the mark that stands at a place, right behind a digit; empty for none, and for one that closes a
    quotation: "we arrested 12"."""
    if at >= ceiling or not text[at - 1].isdigit():
        return ""
    if _FEET.match(text, at, ceiling) or text[at] in "'’" and _OTHER_SIDE.search(text, max(0, at - 16), at):
        return "ft"
    return "in" if _INCHES.match(text, at, ceiling) and at not in _closing(text) else ""


@lru_cache(maxsize=4)  # a text has its quotations once, however many numbers it has
def _closing(text: str) -> frozenset[int]:
    """Where the quotations of a text end; at a line end none is open any more."""
    closing: set[int] = set()
    opened = ""
    for mark in _MARKS.finditer(text):
        kind = mark.lastgroup or ""
        if opened and kind == {"open": "close"}.get(opened, opened):
            closing.add(mark.start())
            opened = ""
        elif not opened and (
            kind == "open"
            or kind == "straight"
            and not text[max(0, mark.start() - 1) : mark.start()].isdigit()
        ):
            opened = kind
        elif not kind:
            opened = ""
    return frozenset(closing)
