"""Labels of lists, tables and letterheads that are built like the name of a body and name none: a kind of work
("Preventive Policing: Increase patrols", "Victim Assistance Services | Stronger protection") or a function, behind which
the body stands ("Arresting Agency: Mobile Police Department", "Media Relations Office: 555 0100").

Only names that stand alone on their line, before a colon or in a cell: in a sentence they are bodies. The label of a
work ends with a noun for work, and no word of it is that of a place, a nation or a body ("Alberta Police Services"); the
label of a function has no word of its own beside the noun for a body ("Asset Recovery Unit" is one).
"""

import re

from helpers.names.found import Found
from helpers.names.lists import words_of
from helpers.names.pieces import pieces_of
from helpers.texts import word_set

__all__ = ["is_label"]

MOST_BEFORE = 12  # characters of a sign or number in front of a label: "(12) "
_AFTER = re.compile(r"[*_\s]{0,4}(?:[:|–—]|$)")


def is_label(text: str, found: Found) -> bool:
    """Whether a name that no list holds is the label of a line or a cell, and tells a kind of work or a function.

    Args:
        text: The sentence.
        found: A candidate in it.
    """
    if found.kind != "pattern" or found.bracket or not (_is_work(found.text) or _is_function(found.text)):
        return False
    before = text[max(0, found.start - MOST_BEFORE - 1) : found.start].rpartition("|")[2]
    alone = len(before) <= MOST_BEFORE and not any(map(str.isalpha, before))
    return alone and bool(_AFTER.match(text, found.end))


def _is_work(name: str) -> bool:
    """Whether a name is that of a kind of work: "Preventive Policing"."""
    if not name.endswith(tuple(word_set("work_heads"))):
        return False
    return not any(piece.entries for piece in pieces_of(words_of(name))[:-1])


def _is_function(name: str) -> bool:
    """Whether a name says what a body does in a case or for whom it answers, and not which it is: "Arresting Agency"."""
    *words, head = name.split()
    return (
        bool(words)
        and head.lower() in word_set("anaphor_nouns")
        and word_set("label_words").issuperset(words)
    )
