"""Nouns: the class of one (person, vehicle, weapon, substance …), and those that name people.

Nouns for people are in `helpers/data/texts/person_words.csv`, all others in `noun_classes.csv`, the peoples in
`names/nations.csv`.

>>> noun_class("handguns"), noun_class("Guatemalans"), noun_class("melancholy")
('weapon', 'person', '')
"""

from functools import cache

from helpers.texts.inflection import singular
from helpers.texts.lists import word_list

__all__ = ["NATIONS", "PEOPLES", "PEOPLE_CLASSES", "noun_class", "person_nouns"]

PEOPLE_CLASSES = frozenset(("person", "officer"))
PEOPLES = frozenset(
    word.lower() for row in word_list("names/nations") for word in row["adjectives"].split("|") if word
)
NATIONS = frozenset(  # every name of a country
    name for row in word_list("names/nations") for name in (row["country"], *row["names"].split("|"))
)


@cache
def person_nouns() -> frozenset[str]:
    """Every noun that names people, singular and plural, in small letters."""
    return frozenset(row["word"] for row in word_list("texts/person_words") if row["place"] == "noun")


@cache
def _classes() -> dict[str, str]:
    people = {row["word"]: row["class"] for row in word_list("texts/person_words") if row["place"] == "noun"}
    return people | {row["word"]: row["class"] for row in word_list("texts/noun_classes")}


def noun_class(word: str) -> str:
    """Class of a noun in the singular or plural; "person" for a people; empty for one that no list knows."""
    known, one = _classes(), singular(word)
    low = word.lower()
    if low in known or one in known:
        return known.get(one) or known[low]
    if one in PEOPLES or low in PEOPLES or low.removesuffix("s") in PEOPLES:
        return "person"
    last = one.rsplit("-", 1)[-1]
    return known.get(last, "person" if last.endswith(("man", "ese")) and len(last) > 5 else "")
