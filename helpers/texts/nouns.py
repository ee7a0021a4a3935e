"""Nouns: the singular of one, and its class (person, vehicle, weapon, substance …).

The classes are in `helpers/data/texts/noun_classes.csv`, the peoples in `names/nations.csv`.

>>> noun_class("handguns"), noun_class("Guatemalans"), noun_class("melancholy")
('weapon', 'person', '')
"""

from functools import cache

from helpers.texts.lists import word_list

__all__ = ["PEOPLES", "noun_class", "singular"]

_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "persons": "person",
    "lives": "life",
    "knives": "knife",
    "wives": "wife",
    "teeth": "tooth",
    "mice": "mouse",
}
PEOPLES = frozenset(
    word.lower() for row in word_list("names/nations") for word in row["adjectives"].split("|") if word
)


def singular(word: str) -> str:
    """A noun without the ending of its plural, in lower case: "Bodies" gives "body", "policemen" "policeman"."""
    word = word.lower().replace("’s", "").replace("'s", "").strip("’'-.")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    return word


@cache
def _classes() -> dict[str, str]:
    return {row["word"]: row["class"] for row in word_list("texts/noun_classes")}


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
