"""Ages in brackets behind the names of several people: "Smith (22), Jones (25) and Brown (31) were charged"; not the
numbers behind places, parties or teams.

>>> text = "Police charged Ana Ruiz (22), of Yuma, and Li Wei (31)."
>>> aged_in_list(text, 0, len(text), text.index("31")), aged_in_list("In Yuma (22) and Hull (31)", 0, 26, 9)
(True, False)
"""

import re

from helpers.quantities.lists import kinds_of
from helpers.texts import NATIONS, noun_class, person_nouns, word_list

__all__ = ["ALIAS", "LISTED", "aged_in_list"]

ALIAS = r"\b(?:alias|aka|a\.k\.a\.|known\sas|nicknamed)\s[“\"‘'][^“”\"]{1,30}[”\"’']"
# a list of places with their counts, the number at the bar: "Ikorodu, 28|; Mushin, 19"
LISTED = re.compile(
    r"[A-Z][\w’'-]{1,30},?\s\d{1,9}(?:,|\sand|;).*\||\b(?:in|from)\s[A-Z][\w’'-]{1,30},\s\||\|;\s(?:and\s)?[A-Z][\w’'-]{1,30},\s\d{1,9}\b"
)

_BEFALL = kinds_of("en", "idioms", "words")["befalls a person"]
_PLACES = {row["place"] for row in word_list("names/places")} | NATIONS
_ITEM = re.compile(r"(?P<name>[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3})\s\((?P<age>\d{1,2})\)")
# "Smith (22), of Leeds, and his brother Jones (25)"
_BETWEEN = re.compile(
    r"(?:,?\s(?:from|of)\s[A-Z][^,;.()]{1,40})?(?:,|;)?\s(?:and\s|&\s)?(?:(?:his|her|their)\s[a-z]{3,15}\s)?"
)
_FARTHEST = 400  # characters of a list that are looked at
_OF_PLACE = re.compile(r"\b(?i:in|at|from|near|across|around|to|for|by)\s$")
_SAID_TO_BE = re.compile(
    r"(?P<who>(?:\b[a-z]{3,15}\s){1,5})(?:as|were|are|was|is|include|included|including),?:?\s$"
)
_AFTER = re.compile(
    r"(?:,?\s(?:from|of)\s[A-Z][^,;.()]{1,40})?,?\s(?:(?:were|was|are|is|have|had|both|all|been|later|also)\s){1,4}(?P<verb>[a-z]{3,15})"
)
_BEFORE = re.compile(r"\b(?P<verb>[a-z]{3,15})\s$")


def aged_in_list(text: str, floor: int, ceiling: int, start: int) -> bool:
    """Whether the number in brackets at `start` is an age, as others are beside it and the words around them tell of
    people: what befell them, or that they are the victims or suspects.

    Args:
        floor, ceiling: Where the sentence begins and ends.
    """
    items = _items_around(text, max(floor, start - _FARTHEST), min(ceiling, start + _FARTHEST), start)
    if len(items) < 2 or not all(_may_be_person(item["name"]) for item in items):
        return False
    first, last = items[0].start(), items[-1].end()
    left = text[max(floor, first - 80) : first]
    if _OF_PLACE.search(left):
        return False
    said, before, after = _SAID_TO_BE.search(left), _BEFORE.search(left), _AFTER.match(text, last, ceiling)
    people = said and any(word in person_nouns() or word in _BEFALL for word in said["who"].split())
    befell = any(found and found["verb"] in _BEFALL for found in (before, after))
    return bool(people or befell)


def _items_around(text: str, floor: int, ceiling: int, start: int) -> list[re.Match]:
    """The names with numbers in brackets that follow each other without a gap, the one at `start` among them."""
    runs: list[list[re.Match]] = []
    for item in _ITEM.finditer(text, floor, ceiling):
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1].end(), item.start()):
            runs[-1].append(item)
        else:
            runs.append([item])
    return next((run for run in runs if any(item.start("age") == start for item in run)), [])


def _may_be_person(name: str) -> bool:
    """Whether a name is none of a place or of a people: not "Ohio", not "Hondurans"."""
    return name not in _PLACES and not (name.endswith("s") and noun_class(name.split()[-1].lower()))
