"""The words of a sentence in pieces, each with the classes that say what it can be part of.

A piece is a stretch of words that the lists know ("Drug Enforcement Administration"), or a single word. It
has two classes of `helpers.names.classes`: one for descriptions ("local police departments") and one for
names that are built like an organisation's ("Harris County Sheriff's Office").
"""

from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS as COMMON_WORDS

from helpers.names.classes import (
    CAPITALISED,
    COMPLETE,
    COUNTRY,
    COUNTRY_OR_NATIONAL,
    FINITE,
    LISTED,
    NAME_HEAD,
    NATIONAL,
    NOUN,
    NUMBER,
    OTHER,
    SIGNS,
    SIGNS_IN_NAMES,
    WORD,
)
from helpers.names.lists import Entry, Word, first_words, fits, head_words, names
from helpers.texts import finite_forms, governor_forms, word_list, word_set

__all__ = ["STOP_WORDS", "Piece", "is_opener", "pieces_of"]

STOP_WORDS = COMMON_WORDS - {"serious"}  # "Serious Crime Unit"
LONGEST_NAME = 12  # words; no name in the lists is longer


@dataclass(frozen=True)
class Piece:
    """A stretch of words that is one thing: what the lists say of it, and its two classes."""

    start: int  # number of its first word
    end: int
    entries: tuple[Entry, ...]
    letter: str  # class in descriptions
    name: str  # class in names

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        """Those of its entries that are of these kinds."""
        return tuple(entry for entry in self.entries if entry.kind in kinds) if self.entries else ()


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
    """The words of a sentence in pieces, the longest entry of the lists first."""
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
        if any(entry.kind == "place" for entry in entries):  # its words are plain: "New Mexico" is not Mexico
            pieces += [_piece(words, one, one + 1, ()) for one in range(at, at + longest)]
        else:
            pieces.append(_piece(words, at, at + longest, entries))
        at += longest
    return pieces


def _piece(words: tuple[Word, ...], start: int, end: int, entries: tuple[Entry, ...]) -> Piece:
    if _is_surname(words, start) or _is_party(words, end):
        entries = ()
    sign = SIGNS.get(words[start].key, "") if end - start == 1 else ""
    return Piece(
        start,
        end,
        entries,
        _class_in_descriptions(words, start, entries, sign),
        _class_in_names(words, start, end, entries, sign),
    )


def _is_party(words: tuple[Word, ...], end: int) -> bool:
    """Whether a name is that of a case before a court: "United States v. Lopez"."""
    return end < len(words) and words[end].text in ("v", "v.", "vs", "vs.")


def _is_surname(words: tuple[Word, ...], start: int) -> bool:
    """Whether the name of a country is that of a person: "Lisa Monaco"."""
    if words[start].text not in word_set("surnames") or not start:
        return False
    before = words[start - 1]
    return before.text[:1].isupper() and before.key not in _small_words()


# ---- classes in descriptions


def _class_in_descriptions(words: tuple[Word, ...], start: int, entries: tuple[Entry, ...], sign: str) -> str:
    """What a piece can be in "Mexican and U.S. authorities"."""
    kinds = {entry.kind: entry.sign for entry in reversed(entries)}
    word = words[start]
    if "agency" in kinds or "abbreviation" in kinds:
        return LISTED
    if "adjective" in kinds:
        return COUNTRY_OR_NATIONAL if "nation" in kinds else NATIONAL
    if "nation" in kinds:
        return COUNTRY
    in_place = start and word.text in word_set("place_heads") and words[start - 1].text[:1].isupper()
    if "description" in kinds and not in_place:
        return kinds["description"]
    if "official" in kinds:
        return OTHER
    if word.text[:1].isupper() and not sign and _can_be_name(words, start):
        return CAPITALISED
    return sign or _class_of_common(word)


def _can_be_name(words: tuple[Word, ...], start: int) -> bool:
    """Whether a capitalised word belongs to a name, and is not just the first of a sentence ("Armed
    officers")."""
    key = words[start].key
    verbal = key.endswith(("ed", "ing")) and key not in word_set("places_in_ing")
    opener = start == 0 and (key in _small_words() or verbal)
    return key not in word_set("no_name") and key not in STOP_WORDS and not opener


def _class_of_common(word: Word) -> str:
    """Class of a word that no list knows and that is no name."""
    if word.text.isdigit() or word.key in word_set("numbers"):
        return NUMBER
    if not word.text.islower():
        return OTHER
    governs = governor_forms().get(word.key, word.key) != word.key
    if word.key in finite_forms() or governs or word.key in word_set("auxiliaries"):
        return FINITE
    return NOUN if word.text.isalpha() and _can_modify(word.text) else OTHER


# ---- classes in names


def _class_in_names(
    words: tuple[Word, ...], start: int, end: int, entries: tuple[Entry, ...], sign: str
) -> str:
    """What a piece can be in "Harris County Sheriff's Office"."""
    kinds = {entry.kind: entry.sign for entry in reversed(entries)}
    word = words[start]
    capital = word.text[:1].isupper()
    if capital and "head" in kinds:
        of_kind = word.text == "Standards" and start and words[start - 1].key == "of"  # "Bureau of Standards"
        return COMPLETE if end - start > 1 else WORD if of_kind else kinds["head"]
    if word.text in word_set("name_particles") and _is_flanked(words, start):
        return WORD
    listed = "agency" in kinds or "abbreviation" in kinds
    behind_state = start and words[start - 1].text in word_set("whole_state")
    if listed and behind_state and word.text in word_set("leading_heads"):
        return COMPLETE  # "Federal Ministry of Justice"
    if words[end - 1].text in head_words() and _ends_like_name(words[start:end], "agency" in kinds):
        return NAME_HEAD
    if sign in SIGNS_IN_NAMES:
        return sign
    common = word.key in STOP_WORDS and "adjective" not in kinds
    opener = start == 0 and is_opener(word)
    if capital and "official" not in kinds and word.key not in word_set("no_name") and not (common or opener):
        return WORD
    return OTHER


def _is_flanked(words: tuple[Word, ...], start: int) -> bool:
    """Whether a particle stands inside a name: "Rio de Janeiro", "San Juan de la Maguana"."""
    before = next(
        (
            word
            for word in words[max(start - 4, 0) : start][::-1]
            if word.text not in word_set("name_particles")
        ),
        None,
    )
    after = next(
        (word for word in words[start + 1 : start + 3] if word.text not in word_set("name_particles")), None
    )
    return bool(before and after and before.text[:1].isupper() and after.text[:1].isupper())


def _ends_like_name(piece: tuple[Word, ...], listed: bool) -> bool:
    """Whether a piece that ends with "Department" or the like is a listed name, or has capitals throughout."""
    return listed or len(piece) > 1 and all(word.text[:1].isupper() for word in piece if len(word.text) > 2)


def is_opener(word: Word) -> bool:
    """Whether the first word of a sentence is capitalised for that reason alone: "Meanwhile", "Ousted",
    "Beleaguered"."""
    if word.key in _small_words() or word.key in word_set("epithets"):
        return True
    return word.key.endswith(("ed", "ly")) and word.key not in word_set("no_epithets")
