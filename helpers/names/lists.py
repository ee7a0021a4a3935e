"""The word lists of agencies, countries, titles and descriptions as one table, and the words of a sentence by
which it is searched."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

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
    r"(?:[A-Z]\.){2,6}|(?:St|Ft|Mt)\.(?= [A-Z])|[A-Z]['’][^\W_]{2,30}|['’]s\b|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_"
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words and signs of a sentence; "U.S." is one word, the possessive 's another."""
    return tuple(Word(m.start(), m.end(), m[0], _key(m[0])) for m in _WORD.finditer(text))


def _key(word: str) -> str:
    return (word.replace(".", "") if len(word) > 1 else word).replace("’", "'").casefold()


# ---- lists
# ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    kind: str  # agency, abbreviation, nation, adjective, description, head
    row: int
    shape: tuple[str, ...]  # per word: "A" all capitals, "a" capitalised, "" any
    letter: str = ""


_LETTER = {
    "head": "H",
    "generic": "G",
    "weak": "K",
    "member": "M",
    "both": "Z",
    "quantifier": "Q",
    "pair": "D",
    "bodies": "J",
    "level": "L",
    "sector": "T",
    "service": "U",
}


@cache
def gazetteer() -> tuple[dict[str, str], ...]:
    """The rows of `agencies.csv`."""
    return word_list("names/agencies")


@cache
def names() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """All lists together: looked-up words -> what they can be."""
    lexicon: dict[tuple[str, ...], list[Entry]] = {}

    def add(name: str, kind: str, row: int, *, letter: str = "", cased: bool = True) -> None:
        words = words_of(name)
        key = tuple(word.key for word in words)
        entry = Entry(kind, row, tuple(_shape(word.text) if cased else "" for word in words), letter)
        if entry not in lexicon.setdefault(key, []):
            lexicon[key].append(entry)

    for number, row in enumerate(gazetteer()):
        for name in [row["agency"], *filter(None, row["names"].split("|"))]:
            add(name, "agency", number)
        for name in filter(None, row["abbreviations"].split("|")):
            if (
                len(name) > 2
            ):  # two letters mean too much; such an abbreviation counts once a text introduces it
                add(name, "abbreviation", number)
    for number, row in enumerate(word_list("names/nations")):
        for name in [row["country"], *filter(None, row["names"].split("|"))]:
            add(name, "nation", number, letter="C")
        for name in filter(None, row["adjectives"].split("|")):
            add(name, "adjective", number, letter="N")
    for number, row in enumerate(word_list("names/titles")):
        if row["agency"]:
            for title in (row["title"], row["title"] + "s", row["title"].lower()):
                add(title, "official", number, letter="x")
    for row in word_list("names/agency_descriptions"):
        add(row["words"], "description", 0, letter=_LETTER[row["class"]], cased=False)
    for row in word_list("names/organisation_heads"):
        if row["class"] != "none":
            add(row["word"], "head", 0, letter="P" if row["class"] == "whole" else "O")
    return {key: tuple(entries) for key, entries in lexicon.items()}


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
    return all(
        not shape or (word.text[:1].isupper() if shape == "a" else word.text.replace(".", "").isupper())
        for shape, word in zip(entry.shape, words, strict=True)
    )


@cache
def head_words() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("names/organisation_heads") if row["class"] == "head")
