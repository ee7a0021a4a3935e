"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.agreeing import Candidate, candidates, likely
from helpers.checks.arithmetic import GENEROUS
from helpers.checks.binding import Template, Tie, stated_words, sure, templates
from helpers.checks.chains import CHAIN_FEATURES, LINK_FEATURES
from helpers.checks.claim_words import TOLD, told, words_beside
from helpers.checks.claims import OPERATIONS, claims_of
from helpers.checks.durations import Lasted, chosen_stretch, lasted_of
from helpers.checks.orders import steps_told
from helpers.checks.overlap import Overlap, may_overlap, overlapping
from helpers.checks.pairing import PAIRED, Paired
from helpers.checks.relations import COLUMNS, UNTESTED, check, check_all, each_story, ties, untested
from helpers.checks.steps import FEATURES as STEP_FEATURES
from helpers.checks.weighed import Judged, chosen_pair, shares_of

__all__ = [
    "CHAIN_FEATURES",
    "COLUMNS",
    "Candidate",
    "GENEROUS",
    "Judged",
    "LINK_FEATURES",
    "Lasted",
    "OPERATIONS",
    "Overlap",
    "PAIRED",
    "Paired",
    "STEP_FEATURES",
    "TOLD",
    "Template",
    "Tie",
    "UNTESTED",
    "candidates",
    "check",
    "check_all",
    "may_overlap",
    "overlapping",
    "chosen_pair",
    "chosen_stretch",
    "claims_of",
    "each_story",
    "lasted_of",
    "likely",
    "shares_of",
    "stated_words",
    "steps_told",
    "sure",
    "templates",
    "ties",
    "told",
    "untested",
    "words_beside",
]
