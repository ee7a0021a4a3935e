"""Numbers that say how many times as large something is.

In: figures ("twice as many", "a fivefold rise": rows of `quantities`). Out: whether they say so.
"""

import re

from helpers.checks.frames import Frame

__all__ = ["is_multiple", "says_times"]

_WRITTEN = ("fold", "twice", "thrice")
# "more than four times the previous year's 620": a date behind it hides from `quantities` that it is a ratio
_OF_FIGURE = re.compile(r"\stimes\s(?:the|those|that\sof|its|last)\s(?:[\w’'-]+\s){0,3}\d")


def is_multiple(one: Frame) -> bool:
    """Whether a ratio says how many times as large something is, and is no average."""
    return says_times(one) and (one.dimension == "ratio" or bool(_OF_FIGURE.match(one.after)))


def says_times(one: Frame) -> bool:
    """Whether a number says how many times: as large, or how often something is done."""
    return one.quote.lower().endswith(_WRITTEN) or one.after.startswith(" times")
