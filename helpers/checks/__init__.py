"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.binding import Template, Tie, stated_words, sure, templates
from helpers.checks.claims import Claim, claims_of
from helpers.checks.pairing import FEATURES, features_of
from helpers.checks.relations import COLUMNS, UNTESTED, check, check_all, each_story, ties, untested
from helpers.checks.weighed import FAMILIES, chosen_pair, shares_of

__all__ = [
    "COLUMNS",
    "Claim",
    "FAMILIES",
    "FEATURES",
    "Template",
    "Tie",
    "UNTESTED",
    "check",
    "check_all",
    "chosen_pair",
    "claims_of",
    "features_of",
    "shares_of",
    "each_story",
    "stated_words",
    "sure",
    "templates",
    "ties",
    "untested",
]
