"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.agreeing import Candidate, candidates, likely
from helpers.checks.arithmetic import GENEROUS, whole_years
from helpers.checks.binding import Template, Tie, stated_words, sure, templates
from helpers.checks.relations import COLUMNS, UNTESTED, check, check_all, each_story, ties, untested
from helpers.checks.shares.claim_words import TOLD, told, words_beside
from helpers.checks.shares.claims import OPERATIONS, claims_of
from helpers.checks.shares.pairing import PAIRED, Paired
from helpers.checks.shares.weighed import Judged, chosen_pair, shares_of
from helpers.checks.sums.overlap import Overlap, may_overlap, overlapping
from helpers.checks.times.chains import CHAIN_FEATURES, LINK_FEATURES
from helpers.checks.times.durations import Lasted, chosen_stretch, lasted_of
from helpers.checks.times.orders import steps_told
from helpers.checks.times.steps import FEATURES as STEP_FEATURES

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
    "whole_years",
    "words_beside",
]
