"""The short names of bodies that an article introduces: abbreviations in brackets, first letters, bare words of a longer
name."""

from collections.abc import Sequence
from dataclasses import replace

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
    known = organisations_in("\n".join(sentence.text for sentence in sentences))
    bodies = []
    for sentence in sentences:
        for found in scan(sentence.text[:LONGEST_SENTENCE], is_title_case(sentence)):
            known |= short_names(sentence, found)
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
    if found.kind not in ("name", "pattern"):
        return short
    *words, last = (word.text for word in words_of(found.text))
    bare = set(words) & word_set("bare_names") | {last} & word_set("bare_last_names")
    return short | bare - {found.text}


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
