"""The day under which a unit stands: entries of a log, a diary or a chronology under lines that are a day and nothing
else ("MONDAY, MARCH 10").

A text with one such line has no entries: that line is when it was published. A heading that is no day ends them.
"""

import re
from collections.abc import Sequence

from helpers.dates.find.times import CLOCK
from helpers.dates.found import Found
from helpers.dates.words import Expression
from helpers.texts import Sentence

__all__ = ["day_of", "entries_of", "has_entries", "is_bare"]

LONGEST_LINE = 100  # characters of a line that is no sentence
_MARKS = re.compile(r"[\s.,:|/]+")


def day_of(item: Expression) -> Expression:
    """The day of a time: 9 May of "9 May at 5 p.m."; any other expression is itself."""
    return item.inner if item.kind == "time" and item.inner else item


def is_bare(found: Found) -> bool:
    """Whether a line is a day, with its time or without, and nothing else."""
    text, item = found.words.text, found.expressions[0]
    if len(text) > LONGEST_LINE or day_of(item).kind not in ("day", "numeric"):
        return False
    return not _MARKS.sub("", CLOCK.sub("", text[: item.start] + text[item.end :]))


def has_entries(found: Sequence[Found]) -> bool:
    """Whether several lines of a text are a day and nothing else."""
    return len({_MARKS.sub(" ", one.words.text).strip().lower() for one in found if is_bare(one)}) > 1


def entries_of(units: Sequence[Sentence], found: Sequence[Found]) -> dict[int, int]:
    """Start of a unit → start of the line with the day under which it stands; empty for a text without entries."""
    if not has_entries(found):
        return {}
    days = {one.sentence.start for one in found if is_bare(one)}
    under: dict[int, int] = {}
    day = None
    for unit in units:
        if unit.start in days:
            day = unit.start
        elif unit.block.kind in ("title", "heading"):
            day = None
        elif day is not None:
            under[unit.start] = day
    return under
