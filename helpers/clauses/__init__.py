"""Grammar of a parsed sentence: who does what to whom, with whom, and in which mode.

Finds actions, whoever their doers are; it knows no agency by name and no article.
"""

from helpers.clauses.find import Action, find_actions
from helpers.clauses.modes import Modes

__all__ = ["Action", "Modes", "find_actions"]
