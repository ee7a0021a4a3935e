"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.binding import Template, Tie, stated_words, sure, templates
from helpers.checks.claims import OPERATIONS, claims_of
from helpers.checks.meant_sums import FAILING, Choice, choices, failing, scored
from helpers.checks.pairing import PAIRED, TOLD, Paired, told, words_beside
from helpers.checks.relations import COLUMNS, UNTESTED, check, check_all, each_story, ties, untested
from helpers.checks.summing import SUMMED
from helpers.checks.weighed import Judged, chosen_pair, find_weighed, shares_of

__all__ = [
    "COLUMNS",
    "Choice",
    "FAILING",
    "Judged",
    "OPERATIONS",
    "PAIRED",
    "Paired",
    "SUMMED",
    "TOLD",
    "Template",
    "Tie",
    "UNTESTED",
    "check",
    "check_all",
    "choices",
    "chosen_pair",
    "claims_of",
    "each_story",
    "failing",
    "find_weighed",
    "scored",
    "shares_of",
    "stated_words",
    "sure",
    "templates",
    "ties",
    "told",
    "untested",
    "words_beside",
]
