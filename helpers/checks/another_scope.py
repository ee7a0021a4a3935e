"""Whether a figure that fails is told of something wider than the others, or of something else: "for the season as a whole",
"nationwide", "over the past decade", "on a different vessel".

In: a tie that fails. Out: yes or no. Figures of one sentence are told together, whatever its words; dates have an order wherever
they are.
"""

import re

from helpers.checks.binding import Tie, templates
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame
from helpers.checks.shares.pair_words import clause_of

__all__ = ["is_of_another_scope"]


# "In the neighbouring region, where the fleet is larger, boats had"
_OPENING = re.compile(r"(?:in|at|on|across|throughout|for|over)\s[^,.;:]{3,60},", re.I)


def _opening(one: Frame) -> str:
    """The words for a place or a time that open the sentence of a figure, and are told of all of it."""
    found = _OPENING.match(one.sentence)
    return found[0] if found else ""


def is_of_another_scope(tie: Tie) -> bool:
    """Whether the clause of what is stated tells of a scope that those of what it is stated of do not, or all of these of one that
    the first does not."""
    first = templates()[tie.template].stated == "first"
    one, others = (tie.items[0], tie.items[1:]) if first else (tie.items[-1], tie.items[:-1])
    if not others or not all(isinstance(item, Frame) and item.line != one.line for item in others):
        return False
    if tie.evidence.get("all"):
        return False  # "over the quarter as a whole that makes 116"
    # a whole may be of one place and another
    scopes = ("at large",) if tie.template in ("sum", "rest") else ("at large", "another")
    own, *told = (f"{_opening(item)} {clause_of(item)}" for item in (one, *others))
    return any(
        not any(has_cue(scope, words) for words in told)
        if has_cue(scope, own)
        else all(has_cue(scope, words) for words in told)
        for scope in scopes
    )
