"""Does a text agree with itself? Relations between the figures of one article: which hold and which fail.

The words tie figures to the slots of a template, the arithmetic judges. Works on the tables alone; whether other
sources agree is asked in `helpers.record`.
"""

from helpers.checks.relations import COLUMNS, check

__all__ = ["COLUMNS", "check"]
