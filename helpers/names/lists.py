"""The word lists of agencies, countries, titles and descriptions as one table, and the words of a sentence by
which it is searched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from unicodedata import normalize

from helpers.names.classes import CLASS_OF_DESCRIPTION, NAME_HEAD, WHOLE
from helpers.texts import word_list

__all__ = ["Entry", "Word", "first_words", "fits", "gazetteer", "head_words", "names", "words_of"]


@dataclass(frozen=True)
class Word:
    """One word or sign: offsets into the sentence, the text, and the form by which it is looked up."""

    start: int
    end: int
    text: str
    key: str


# ---- words
# ---------------------------------------------------------------------------------------------------------------

_WORD = re.compile(
    r"(?:[A-Z]\.){2,6}|(?:St|Ft|Mt)\.(?= [A-Z])|[A-Z]['’][^\W_]{2,30}|[A-ZÀ-Þ][^\W\d_]{1,20}['’][^\W\d_]{3,20}|['’]s\b|\b[A-Z]{3,5}(?=-[A-Z]{3,5}\b)|\b(?:Enforcement|Administration|Service|Investigations?|Department)(?=-[A-Z])|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_"
)

_ACCENT = re.compile(r"[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words and signs of a sentence; "U.S." is one word, the possessive 's another."""
    return tuple(Word(m.start(), m.end(), m[0], _key(m[0])) for m in _WORD.finditer(text))


def _key(word: str) -> str:
    plain = (word.replace(".", "") if len(word) > 1 else word).replace("’", "'").casefold()
    return plain if plain.isascii() else _ACCENT.sub("", normalize("NFD", plain))  # "Policia" is "Policía"


# ---- lists
# ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """What a list says that some words can be.

    Attributes:
        kind: agency, abbreviation, nation, adjective, official, description or head.
        row: Number of the row of its list.
        shape: Per word: "A" all capitals, "a" capitalised, "" any.
        sign: Class of a description or head (`helpers.names.classes`).
    """

    kind: str
    row: int
    shape: tuple[str, ...] = ()
    sign: str = ""


@cache
def gazetteer() -> tuple[dict[str, str], ...]:
    """The rows of `agencies.csv`."""
    return word_list("names/agencies")


@cache
def names() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """All lists together: looked-up words -> what they can be."""
    lexicon: dict[tuple[str, ...], list[Entry]] = {}
    for name, cased, entry in chain(
        _agencies(), _nations(), _places(), _officials(), _descriptions(), _organisation_heads()
    ):
        words = words_of(name)
        entry = replace(entry, shape=tuple(_shape(word.text) if cased else "" for word in words))
        found = lexicon.setdefault(tuple(word.key for word in words), [])
        if entry not in found:
            found.append(entry)
    return {key: tuple(entries) for key, entries in lexicon.items()}


_Named = tuple[str, bool, Entry]  # the words, whether their capitals count, what they are


def _agencies() -> Iterator[_Named]:
    for number, row in enumerate(gazetteer()):
        for name in [row["agency"], *filter(None, row["names"].split("|"))]:
            yield name, not _in_any_case(name, row), Entry("agency", number)
        for name in filter(None, row["abbreviations"].split("|")):
            if len(name) > 2:  # two letters mean too much; they count once a text introduces them
                yield name, True, Entry("abbreviation", number)


def _in_any_case(name: str, row: dict[str, str]) -> bool:
    """Whether a name is one in small letters too, as transcripts write it: "the transportation security administration"."""
    return row["country"] == "United States" and row["level"] == "federal" and len(name.split()) > 2


def _nations() -> Iterator[_Named]:
    for number, row in enumerate(word_list("names/nations")):
        for name in [row["country"], *filter(None, row["names"].split("|"))]:
            yield name, True, Entry("nation", number)
        for name in filter(None, row["adjectives"].split("|")):
            yield name, True, Entry("adjective", number)


def _places() -> Iterator[_Named]:
    for row in word_list("names/places"):
        yield row["place"], True, Entry("place", 0)


def _officials() -> Iterator[_Named]:
    for number, row in enumerate(word_list("names/titles")):
        if row["agency"]:
            for title in (row["title"], row["title"] + "s", row["title"].lower()):
                yield title, True, Entry("official", number)


def _descriptions() -> Iterator[_Named]:
    for row in word_list("names/agency_descriptions"):
        yield row["words"], False, Entry("description", 0, sign=CLASS_OF_DESCRIPTION[row["class"]])


def _organisation_heads() -> Iterator[_Named]:
    for row in word_list("names/organisation_heads"):
        if row["class"] != "none":
            yield row["word"], True, Entry("head", 0, sign=WHOLE if row["class"] == "whole" else NAME_HEAD)


@cache
def first_words() -> dict[str, int]:
    """First word -> number of words of the longest entry that begins with it."""
    first: dict[str, int] = {}
    for key in names():
        first[key[0]] = max(first.get(key[0], 0), len(key))
    return first


def _shape(word: str) -> str:
    letters = word.replace(".", "")
    return "A" if len(letters) > 1 and letters.isupper() else "a" if word[:1].isupper() else ""


def fits(entry: Entry, words: tuple[Word, ...]) -> bool:
    """Whether the capitals of some words are those of an entry."""
    return all(
        not shape or (word.text[:1].isupper() if shape == "a" else word.text.replace(".", "").isupper())
        for shape, word in zip(entry.shape, words, strict=True)
    )


@cache
def head_words() -> frozenset[str]:
    """The words that end the name of an organisation: "Bureau", "Department"."""
    return frozenset(row["word"] for row in word_list("names/organisation_heads") if row["class"] == "head")
