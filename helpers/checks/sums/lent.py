"""Figures whose unit the one before them has: "310,000 euros for signs, 145,000 for paint and 95,000 for barriers".

In: the figures of an article. Out: the same with those units filled in, where a bare number stands in one list or clause
with a measured one and is of its size. Only sums and parts ask for them: that they add up, or nearly, or name their whole, bears the reading out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, between
from helpers.checks.kept import once

__all__ = ["with_lent_units"]

_TIMES = 60  # a number that borrows a unit is at most so many times larger or smaller
_TOLD = ("weight", "volume", "length", "area", "energy")
# what stands behind a number that leaves out its unit
_PLACED = "in|from|to|on|at|by|for|under|with|before|after|until|since|during|over|up|against|last|this"
_TOLD_OF = "was|were|is|are|came|went|had|has|left|remain(?:s|ed|ing)?|outstanding|un(?:spent|paid|sold|used|claimed|touched)"
_JOINED = "and|but|while|or|so|as|than|more|less|still|yet|a|an"
_BARE = re.compile(
    rf"\s?(?:[.,;:)(–—|-]|$)|\s(?:{_JOINED}|{_PLACED}|{_TOLD_OF}|of\s(?:it|this|that|which))\b"
)
_ORDER = re.compile(r"\b(?:million|billion|trillion|crore|lakh)\b|(?<=\d)(?:m|bn|tn)\b", re.I)
_OF_THOSE = re.compile(r"\sof\s(?:those|these|them|which)\b")
_AND = re.compile(r"\s(?:and|or|to)\s")


def with_lent_units(story: Story) -> tuple[Story, frozenset[int]] | None:
    """An article whose bare numbers have the units of the figures beside them, and where those numbers stand; None if there
    are none such."""
    lent = {one.start: one for line in story.by_line.values() for one in _of_line(line)}
    _lend_on(story, lent)
    if not lent:
        return None
    frames = [lent.get(one.start, one) for one in story.frames]
    return replace(story, frames=frames), frozenset(lent)


def _of_line(line: list[Frame], lender: Frame | None = None) -> Iterator[Frame]:
    """The bare numbers of a sentence with the unit of the last measured one (or of one in the sentence before: `lender`), or of
    that to which "and" joins them."""
    for one, after in zip(line, [*line[1:], None], strict=True):
        if _is_measured(one):
            lender = one
        elif one.unit == "count" and one.noun and lender and not _is_bare(one):
            lender = None  # "12,000 euros from 40 drivers": what follows may count drivers
        elif after and _is_measured(after) and _AND.fullmatch(between(one, after)) and _is_alike(one, after):
            yield _with_unit(one, after)
        elif lender and _is_bare(one) and _is_alike(one, lender):
            lender = _with_unit(one, lender)
            yield lender


def _lend_on(story: Story, lent: dict[int, Frame]) -> None:
    """Adds what the sentence before lends to the first bare number of one, if all its figures are measured: to a total ("… in
    Riga. Together 2.6 million was paid"), and to a number of the same order ("7.2 million dollars … They spent 4.5 million");
    and to all bare numbers of one that tells of shares in it ("sold 73,400 hectolitres. Lager accounted for 31,900 and")."""
    for number, line in story.by_line.items():
        before = [
            lent.get(one.start, one) for one in story.by_line.get(number - 1, ()) if one.unit != "percent"
        ]
        first = line[0]
        if len(before) == 1 and before[0].dimension.startswith("time") and _OF_THOSE.match(first.after):
            lent.update(
                (one.start, _with_unit(one, before[0])) for one in line if _is_bare(one) or one is first
            )
        if not before or not _is_bare(first) or not all(map(_is_measured, before)):
            continue
        order = _order(first) and _order(first) == _order(before[-1])
        if tells_share(first):
            lent.update((one.start, one) for one in _of_line(line, before[0]))
        elif first.noun:
            continue
        elif (first.refers in ("together", "all", "rest") or order) and _is_alike(first, before[-1]):
            lent[first.start] = _with_unit(first, before[-1])


@once
def tells_share(one: Frame) -> bool:
    """Whether the words beside a number say that it is some of a whole: "Lager accounted for 31,900", "20 came from"."""
    return has_cue("share of", f"{one.before[-30:]}|{one.after[:30]}")


def _order(one: Frame) -> str:
    """The word of a number that says how large it is: "million"."""
    found = _ORDER.search(one.quote)
    return found[0].lower() if found else ""


def _is_measured(one: Frame) -> bool:
    return one.dimension in _TOLD or len(one.dimension) == 3 and one.dimension.isupper()


def _is_bare(one: Frame) -> bool:
    """Whether a number counts nothing by its own words."""
    return one.unit == "count" and bool(_BARE.match(one.after)) and not one.block.startswith("table")


def _is_alike(one: Frame, lender: Frame) -> bool:
    return one.unit == "count" and lender.value / _TIMES <= one.value <= lender.value * _TIMES


def _with_unit(one: Frame, lender: Frame) -> Frame:
    known = {name: getattr(lender, name) for name in ("unit", "dimension", "factor", "noun", "noun_class")}
    return replace(one, **known)
