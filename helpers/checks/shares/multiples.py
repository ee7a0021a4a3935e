"""Numbers that say how many times as large something is.

In: figures ("twice as many", "a fivefold rise": rows of `quantities`). Out: whether they say so.
"""

from helpers.checks.frames import Frame

__all__ = ["is_multiple"]

_WRITTEN = ("fold", "twice", "thrice")


def is_multiple(one: Frame) -> bool:
    """Whether a ratio says how many times as large something is, and is no average."""
    return says_times(one) and one.dimension == "ratio"


def says_times(one: Frame) -> bool:
    """Whether a number says how many times: as large, or how often something is done."""
    return one.quote.lower().endswith(_WRITTEN) or one.after.startswith(" times")
