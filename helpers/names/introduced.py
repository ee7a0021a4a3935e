"""The short names of bodies that an article introduces: abbreviations in brackets, first letters, bare words of a longer
name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.names.canonical import nation_words
from helpers.names.found import Found
from helpers.names.initials import unique_initials
from helpers.names.lists import words_of
from helpers.names.masks import is_title_case
from helpers.names.organisations import organisations_in
from helpers.names.scanner import scan
from helpers.texts import LONGEST_SENTENCE, Sentence, word_set

__all__ = ["short_names", "with_short_names"]


def with_short_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The units of an article, each with the short names in it that any of them introduces.

    These are abbreviations in brackets behind a name, the first letters of one, bare words of a longer name
    ("Customs" for "New Zealand Customs Service"), and organisations that only the article's own words show to be
    such.
    """
    text = "\n".join(sentence.text for sentence in sentences)
    known = organisations_in(text)
    bodies = []
    for sentence in sentences:
        for found in scan(sentence.text[:LONGEST_SENTENCE], is_title_case(sentence)):
            known |= short_names(sentence, found)
            known |= {name for name in _words_behind(sentence, found) if _is_name(name, text)}
            bodies += [found.text] if found.kind in ("name", "pattern") else []
    known |= frozenset(unique_initials(bodies))
    return (
        [
            replace(sentence, known=here) if (here := _known_in(sentence, known)) else sentence
            for sentence in sentences
        ]
        if known
        else list(sentences)
    )


def short_names(sentence: Sentence, found: Found) -> set[str]:
    """The short names that a candidate introduces: its abbreviation in brackets, and bare words of a longer
    name."""
    short = {sentence.text[slice(*found.bracket)]} if found.bracket else set()
    short |= _words_behind(sentence, found) & sentence.known
    if found.kind not in ("name", "pattern"):
        return short
    *words, last = (word.text for word in words_of(found.text))
    bare = set(words) & word_set("bare_names") | {last} & word_set("bare_last_names")
    return short | bare - {found.text}


def _words_behind(sentence: Sentence, found: Found) -> set[str]:
    """The capitalised word in brackets behind a name: "National Health Surveillance Agency (Anvisa)"."""
    named = found.kind in ("name", "pattern") and " " in found.text
    match = _WORD.match(sentence.text, found.end) if named else None
    return {match[1]} if match else set()


_WORD = re.compile(r"\s\([“\"]?([A-ZÀ-Þ][a-zà-ÿ]{3,14})[”\"]?\)")


def _is_name(word: str, text: str) -> bool:
    """Whether such a word is what an article calls the body: neither a place ("the police of Lima (Peru)") nor one that it
    also writes in small letters ("the Department of Health (Department)")."""
    common = re.search(rf"\b(?:(?i:in|near|at) {word}|{word.lower()})\b", text)
    return not common and word not in nation_words() and text.count(word) > 1


def _known_in(sentence: Sentence, known: frozenset[str]) -> frozenset[str]:
    """Those of the short names that stand in a unit; bare words tell nothing in a headline or a cell of a
    table."""
    text = sentence.text[:LONGEST_SENTENCE]
    here = known.intersection(word.text for word in words_of(text))
    here |= {name for name in known if " " in name and name in " ".join(text.split())}
    return (
        here - word_set("bare_names")
        if here and (is_title_case(sentence) or sentence.block.kind.startswith("table"))
        else here
    )
