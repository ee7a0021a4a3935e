"""Lists of short lines that are a table without its lines: "Gold: 9", "Grounding ; 38", "Fees – 710", one below the other.

In: the figures of an article. Out: the same, those of such lists as cells of a table with their label.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.frames import Frame

__all__ = ["with_label_lists"]

FEWEST = 3  # lines of a list
BESIDE = 4  # characters between two lines of one list
_LABEL = re.compile(r"(?P<label>[^\W\d][^:;|=\n]{0,60}?)\s?(?:[:;|=–—]|\s-|\.{2,20})\s?[$£€]?\s?")
# "Three of our nine lines": not all of them are listed
_SOME = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:out\s)?of\s(?:(?:the|our|its|their|all)\s)?(?:\d+|[a-z]+)\s",
    re.I,
)


def with_label_lists(frames: list[Frame]) -> list[Frame]:
    """The figures of an article, those of lists of labels with the block, the label and the group of a cell."""
    cells = {}
    for run in _runs([(one, label) for one in frames if (label := _label_of(one))]):
        if len({label for _, label in run}) < max(FEWEST, len(run)):
            continue
        line = run[0][0].line
        lead = next((one.sentence for one in reversed(frames) if one.line == line - 1), "")
        if not _SOME.search(lead):
            told = {"block": "table row", "group": -2 - line, "noun": "", "lead_in": lead}
            cells |= {one.start: replace(one, label=label, **told) for one, label in run}
    return [cells.get(one.start, one) for one in frames]


def _label_of(one: Frame) -> str:
    """What stands before the only figure of a line of its own and a mark; empty if that is not all of the line."""
    if one.block not in ("heading", "title") or re.search(r"\w", one.after):
        return ""
    found = _LABEL.fullmatch(one.before)
    return found["label"] if found else ""


def _runs(told: list[tuple[Frame, str]]) -> Iterator[list[tuple[Frame, str]]]:
    """Stretches of figures whose lines follow each other."""
    run: list[tuple[Frame, str]] = []
    for one, label in told:
        last = run[-1][0] if run else None
        if last and not 0 < one.sentence_start - last.sentence_start - len(last.sentence) <= BESIDE:
            yield run
            run = []
        run.append((one, label))
    yield run
