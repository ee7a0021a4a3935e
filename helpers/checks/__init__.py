"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.binding import Template, Tie, stated_words, sure, templates
from helpers.checks.overlap import may_overlap, overlapping
from helpers.checks.relations import COLUMNS, UNTESTED, check, check_all, ties, untested

__all__ = [
    "COLUMNS",
    "Template",
    "Tie",
    "UNTESTED",
    "check",
    "check_all",
    "may_overlap",
    "overlapping",
    "stated_words",
    "sure",
    "templates",
    "ties",
    "untested",
]
