"""The words of a sentence in pieces, each with a letter that says what it can be part of: the alphabet of
`helpers.names.scanner`.

A piece is a stretch of words that the lists know ("Drug Enforcement Administration"), or a single word. It
gets two letters: one for descriptions ("local police departments") and one for names that are built like an
organisation's ("Harris County Sheriff's Office").
"""

from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS as COMMON_WORDS

from helpers.names.lists import Entry, Word, first_words, fits, head_words, names
from helpers.texts import finite_forms, word_list, word_set

__all__ = ["Piece", "pieces_of"]

STOP_WORDS = COMMON_WORDS - {"serious"}  # "Serious Crime Unit"
LONGEST_NAME = 12  # words; no name in the lists is longer


@dataclass(frozen=True)
class Piece:
    """A stretch of words that is one thing: what the lists say of it, and its letters in the two
    alphabets."""

    start: int  # number of its first word
    end: int
    entries: tuple[Entry, ...]
    letter: str  # alphabet of descriptions
    name: str  # alphabet of names

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind in kinds)


_SIGNS = {
    ",": ",",
    "and": "&",
    "or": "&",
    "&": "&",
    "/": "&",
    "the": "d",
    "of": "o",
    "for": "f",
    "in": "i",
    "from": "r",
    "at": "t",
    "'s": "s",
    "'": "s",
    "levels": "V",
    "level": "V",
    "as": "x",
    "worldwide": "w",
    "by": "b",
}


def _can_modify(word: str) -> bool:
    """Whether an unknown lower-case word can be a noun before "boards" or "agencies" ("parole boards"); verbs
    and small words cannot."""
    return (
        len(word) > 3
        and not word.endswith(("ed", "ing", "ly", "n't"))
        and word not in STOP_WORDS
        and word not in _small_words()
    )


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("texts/sentence_openers")) | word_set("small_words")


def pieces_of(words: tuple[Word, ...]) -> list[Piece]:
    capitals = all(word.text.isupper() for word in words if len(word.text) > 2 and word.text.isalpha())
    pieces, at = [], 0
    while at < len(words):
        longest, entries = 1, ()
        for length in range(min(first_words().get(words[at].key, 0), LONGEST_NAME, len(words) - at), 0, -1):
            stretch = words[at : at + length]
            fitting = tuple(
                e for e in names().get(tuple(word.key for word in stretch), ()) if fits(e, stretch)
            )
            if capitals and len(words) > 3:
                fitting = tuple(
                    e
                    for e in fitting
                    if not (e.kind == "abbreviation" and stretch[0].text in word_set("clashing"))
                )
            if fitting:
                longest, entries = length, fitting
                break
        pieces.append(_piece(words, at, at + longest, entries))
        at += longest
    return pieces


def _piece(words: tuple[Word, ...], start: int, end: int, entries: tuple[Entry, ...]) -> Piece:
    kinds = {entry.kind: entry.letter for entry in reversed(entries)}
    word = words[start]
    sign = _SIGNS.get(word.key, "") if end - start == 1 else ""
    if (
        word.text in word_set("surnames")
        and start
        and words[start - 1].text[:1].isupper()
        and words[start - 1].key not in _small_words()
    ):
        kinds, entries = {}, ()  # "Lisa Monaco"
    if "agency" in kinds or "abbreviation" in kinds:
        letter = "A"
    elif "adjective" in kinds:
        letter = "B" if "nation" in kinds else "N"
    elif "nation" in kinds:
        letter = "C"
    elif "description" in kinds and not (
        start and word.text in word_set("place_heads") and words[start - 1].text[:1].isupper()
    ):
        letter = kinds["description"]
    elif "official" in kinds:
        letter = "x"
    elif (
        word.text[:1].isupper()
        and not sign
        and word.key not in word_set("no_name")
        and word.key not in STOP_WORDS
        and not (
            start == 0 and (word.key in _small_words() or word.key.endswith(("ed", "ing")))
        )  # "Armed officers"
    ):
        letter = "X"
    else:
        number = word.text.isdigit() or word.key in word_set("numbers")
        finite = word.key in finite_forms() and word.text.islower()
        letter = sign or (
            "#"
            if number
            else "v"
            if finite
            else "y"
            if word.text.isalpha() and word.text.islower() and _can_modify(word.text)
            else "x"
        )
    if word.text[:1].isupper() and "head" in kinds:
        name = "Q" if end - start > 1 else kinds["head"]
    elif (
        letter == "A"
        and word.text in word_set("leading_heads")
        and start
        and words[start - 1].text in word_set("whole_state")
    ):
        name = "Q"  # "Federal Ministry of Justice"
    elif words[end - 1].text in head_words() and (
        letter == "A"
        and "agency" in kinds
        or end - start > 1
        and all(word.text[:1].isupper() for word in words[start:end] if len(word.text) > 2)
    ):
        name = "O"
    elif sign in ("o", "f", "d", "&", ",", "s", "i", "t"):
        name = sign
    elif (
        "official" not in kinds
        and word.text[:1].isupper()
        and word.key not in word_set("no_name")
        and (word.key not in STOP_WORDS or "adjective" in kinds)
        and not (start == 0 and word.key in _small_words())
    ):
        name = "W"
    else:
        name = "x"
    return Piece(start, end, entries, letter, name)
