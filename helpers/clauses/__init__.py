"""Grammar of a parsed sentence: who does what to whom, with whom, and in which mode.

Finds actions, whoever their doers are; it knows no agency by name and no article.
"""

from helpers.clauses.find import Action, find_actions, main_doers
from helpers.clauses.frames import event_of, frame_of, reference_of, token_starts
from helpers.clauses.modes import Modes
from helpers.clauses.turns import told_behind

__all__ = [
    "Action",
    "Modes",
    "event_of",
    "find_actions",
    "frame_of",
    "main_doers",
    "reference_of",
    "token_starts",
    "told_behind",
]
