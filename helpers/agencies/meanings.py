"""Abbreviations that are no agency in this article: trains called ICE, the CBP that is a blood pressure.

`names/other_meanings.csv` has the words that betray another meaning; an article betrays its own where it
writes the abbreviation out.
"""

import re
from functools import cache

from helpers.names import Found, gazetteer, significant
from helpers.texts import Article, Sentence, verbs_of, word_list, word_set

__all__ = ["by_bracket", "means_other_thing", "other_things"]

_WRITTEN_OUT = re.compile(r"\b([A-Z]{3,6}) \(([a-z][a-z -]{5,60})\)")
_INTRODUCED = re.compile(r"((?:[A-Z][\w'’-]{1,30} (?:(?:of|for|and|the|in|on) ){0,2}){2,7})\(([A-Z]{3,6})\)")
_OWNER = re.compile(r"['’]s?\s{0,2}$")
_FIRST_WORD = re.compile(r"[\s-]{1,2}([\w-]{1,30})")
_LAST_WORD = re.compile(r"([\w-]{1,30})\s{1,2}$")


def by_bracket(sentence: Sentence, found: Found) -> dict[str, str] | None:
    """The row of the only listed body whose abbreviation stands behind some words of its name: "Drug Enforcement (DEA)"."""
    if found.bracket is None:
        return None
    short, words = sentence.text[slice(*found.bracket)], significant(found.text)
    fitting = [row for row in gazetteer() if short in row["abbreviations"].split("|")]
    fitting = [row for row in fitting if words <= significant(row["agency"])]
    return fitting[0] if len(fitting) == 1 else None


def other_things(article: Article, scans: dict[int, tuple[Found, ...]]) -> frozenset[str]:
    """Abbreviations that the article writes out as something else than a body that is known by them.

    Args:
        article: The article.
        scans: Start of a sentence -> its candidates.
    """
    every = (found for scanned in scans.values() for found in scanned)
    named = {significant(found.text) for found in every if found.bracket or found.kind == "name"}
    others = {
        match[1] for match in _WRITTEN_OUT.finditer(article.text) if _spells(match[2].split(), match[1])
    }
    for match in _INTRODUCED.finditer(article.text):
        words = match[1].split()
        introduced = significant(
            _OWNER.sub("", match[1])
        )  # "the Canada Border Services Agency's (CBSA) officers"
        known = any(names <= introduced for names in named if names)
        if not known and _spells(words, match[2]):
            others.add(match[2])
    return frozenset(others)


def _spells(words: list[str], short: str) -> bool:
    """Whether the first letters of words spell an abbreviation; small words may be left out."""
    initials = iter("".join(word[0] for word in words).upper())
    return words[0][0].upper() == short[0] and all(letter in initials for letter in short)


@cache
def _betraying() -> dict[tuple[str, str], frozenset[str]]:
    words: dict[tuple[str, str], frozenset[str]] = {}
    for row in word_list("names/other_meanings"):
        key = (row["abbreviation"], row["place"])
        words[key] = words.get(key, frozenset()) | frozenset(row["words"].lower().split())
    return words


_WIRE = re.compile(r"\)\s{0,2}(?:—|–|-{1,2})\s")
_DATELINE = 60  # characters in which a dateline ends: "LAGOS, March 3 (AFP) -"


def means_other_thing(sentence: Sentence, found: Found) -> bool:
    """Whether the word before or behind an abbreviation shows that it is no body: "a German ICE train"; or its capitals are
    those of the whole line, and it is a word as well: "FLOOD ALERT"."""
    if sentence.text.isupper() and " " in sentence.text.strip() and found.text.lower() in verbs_of():
        return True
    if _WIRE.match(sentence.text, found.end) and sentence.text[found.start - 1 : found.start] == "(":
        return found.start < _DATELINE
    after = _FIRST_WORD.match(sentence.text, found.end)
    if found.text in word_set("title_words") and after is not None and after[1].istitle():
        return after[1] not in word_set("title_words")  # a rank: "DCI Jo Sample"
    if after is not None and after[1].lower() in word_set("field_people"):
        return False  # "by AFP officers"
    before = _LAST_WORD.search(sentence.text[max(0, found.start - 32) : found.start])
    return any(
        word is not None and word[1].lower() in _betraying().get((found.text, place), ())
        for word, place in ((after, "after"), (before, "before"))
    )
