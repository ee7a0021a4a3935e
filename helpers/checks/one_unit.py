"""Two figures on one scale: a bare number takes that of the figure beside it.

In: figures of an article. Out: whether a number is bare, and two figures in one unit.
"""

from dataclasses import replace

from helpers.checks.frames import Frame

__all__ = ["in_one_unit", "is_bare"]


def is_bare(one: Frame) -> bool:
    """Whether a number has neither a noun nor a unit, so that it may be of another's: "fell from 2,600 tonnes to 1,950"."""
    return one.unit == "count" and not one.noun


def in_one_unit(a: Frame, b: Frame) -> tuple[Frame, Frame] | None:
    """Two figures on one scale, a bare number on that of the other; None if they have none in common."""
    if a.dimension == b.dimension:
        return a, b
    for one, other in ((a, b), (b, a)):
        if is_bare(one) and other.unit != "count" and not other.dimension.startswith("time "):
            scaled = _scaled(one, other)
            return (scaled, other) if one is a else (other, scaled)
    return None


def _scaled(one: Frame, other: Frame) -> Frame:
    """A bare number on the scale of another figure; the same again for all figures of that unit."""
    known, key = one.__dict__.setdefault("scaled", {}), (other.unit, other.dimension, other.factor)
    if key not in known:
        known[key] = replace(one, dimension=other.dimension, factor=other.factor, unit=other.unit)
    return known[key]
