"""Inflection by rule, for words outside a parse: the forms of a verb, the plural and the singular of a noun.

Where a sentence has been parsed, spaCy's lemma is asked instead.

>>> singular("Bodies"), plural("inquiry"), "seizing" in verb_forms("seize")
('body', 'inquiries', True)
"""

import re
from functools import lru_cache

__all__ = ["plural", "singular", "verb_forms", "word_stems"]

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
    "series": "series",
    "species": "species",
    "buses": "bus",
}


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """A noun without the ending of its plural, in lower case: "Bodies" gives "body", "policemen" "policeman"."""
    word = word.lower().replace("’s", "").replace("'s", "").strip("’'-.")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    for ending, instead in _ENDINGS:
        shortest = 4 if ending == "s" else len(ending) + 2  # "gas" and "pies" are left to the others
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) >= shortest:
            return word[: -len(ending)] + instead
    return word


def plural(noun: str) -> str:
    """The regular plural of a noun in small letters: "inquiry" gives "inquiries", "march" "marches"."""
    if re.search(r"[^aeou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|sh|ch|x)$", noun) else "s")


def verb_forms(lemma: str, irregular: str = "") -> set[str]:
    """All forms of a verb: itself, third person, past, participles.

    >>> sorted(verb_forms("seize")), sorted(verb_forms("hold", "held"))
    (['seize', 'seized', 'seizes', 'seizing'], ['held', 'hold', 'holded', 'holding', 'holds'])

    Args:
        lemma: Its plain form, in small letters.
        irregular: Forms that no rule makes, parted by spaces.
    """
    if lemma.endswith("e"):
        stem = {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2] not in "aeou":
        stem = {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif re.search(r"(?:s|sh|ch|x|z)$", lemma):
        stem = {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        stem = {lemma + "s", lemma + "ed", lemma + "ing"}
    if re.fullmatch(r"[a-z]*[^aeiou][aeiou][bdgnpt]", lemma) and len(lemma) < 6:
        stem |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return stem | {lemma} | set(irregular.split())


@lru_cache(maxsize=4_096)  # checks ask for the same sentences again and again
def word_stems(text: str) -> frozenset[str]:
    """The first six letters of the words of four letters or more, as nouns in the singular."""
    return frozenset([singular(word)[:6] for word in re.findall(r"[^\W\d_]{4,}", text)])
