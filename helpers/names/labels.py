"""Labels of lists and tables that name a kind of work, and are built like the name of a body: "Preventive Policing:
Increase patrols", "Victim Assistance Services | Stronger protection".

Only names that end with a noun for work, of which no word is that of a place, a nation or a body, and that stand alone
before a colon or in a cell: in a sentence, or as "Alberta Police Services", they are bodies.
"""

import re

from helpers.names.lists import words_of
from helpers.names.pieces import pieces_of
from helpers.names.scanner import Found
from helpers.texts import word_set

__all__ = ["is_label_of_work"]

MOST_BEFORE = 12  # characters of a sign or number in front of a label: "(12) "
_AFTER = re.compile(r"[*_\s]{0,4}(?:[:|–—]|$)")


def is_label_of_work(text: str, found: Found) -> bool:
    """Whether a name that no list holds is the label of a list item or a cell, and tells a kind of work.

    Args:
        text: The sentence.
        found: A candidate in it.
    """
    if found.kind != "pattern" or found.bracket or not found.text.endswith(tuple(word_set("work_heads"))):
        return False
    before = text[max(0, found.start - MOST_BEFORE - 1) : found.start].rpartition("|")[2]
    if len(before) > MOST_BEFORE or any(map(str.isalpha, before)) or not _AFTER.match(text, found.end):
        return False
    return not any(piece.entries for piece in pieces_of(words_of(found.text))[:-1])
