"""Rows of tables that have no rule below their header: lines like "Leeds | 22 |", which are read as headings,
made rows of one table.

In: two or more such lines with a figure, one after the other. Out: lists whose labels say that one row is
part of another ("of which").
"""

import re
from dataclasses import replace

from helpers.checks.figures import Figure, sentences_of
from helpers.checks.sums import TOTAL_LABEL

__all__ = ["with_rows"]

_FIRST_GROUP = 1_000_000  # no group of the tables that are read as such has a number like it
_GAP = 120  # characters between two rows: a row without figures may stand there
_CLOSE = 0.25  # relative: rows that miss their total by more are not meant as all of it
_BARE = re.compile(
    r"(?:grand\s)?(?:totals?|overall|sum|all|in all|altogether|combined)\W{0,3}", re.IGNORECASE
)
_ROW = re.compile(r"\|?\s{0,3}(?P<label>[^|\d\n][^|\n]{0,80}?)\s{0,3}\|")
_PART_OF = re.compile(r"\b(?:of which|of whom|of them|of these|includ\w{1,4}|thereof|among)\b", re.IGNORECASE)


def with_rows(figures: list[Figure]) -> list[Figure]:
    """The figures, with those of lines that are rows of a table as "table row", with the label of the row and
    the group of the table."""
    runs: list[list[list[Figure]]] = [[]]
    for inside in sentences_of(figures).values():
        row = _ROW.match(inside[0].sentence) if inside[0].block in ("heading", "paragraph") else None
        above = runs[-1][-1] if runs[-1] else None
        if above and (
            not row
            or inside[0].sentence_start - above[0].sentence_end > _GAP
            or (len(runs[-1]) > 1 and _is_total(above))
        ):
            runs.append([])
        if row:
            runs[-1].append([replace(figure, label=row["label"]) for figure in inside])
    changed = {
        figure.start: replace(figure, block="table row", group=_FIRST_GROUP + number)
        for number, run in enumerate(runs)
        if len(run) > 1 and not any(_PART_OF.search(inside[0].label) for inside in run) and _total_likely(run)
        for inside in run
        for figure in inside
    }
    return [changed.get(figure.start, figure) for figure in figures]


def _total_likely(run: list[list[Figure]]) -> bool:
    """Whether the row of totals, if there is one, is that of all rows above it: a bare "Total" that comes
    near their sum."""
    *above, last = run
    if not _is_total(last):
        return True
    value = sum(inside[-1].value for inside in above)
    return bool(_BARE.fullmatch(last[0].label)) and abs(value - last[-1].value) <= _CLOSE * last[-1].value


def _is_total(inside: list[Figure]) -> bool:
    return bool(TOTAL_LABEL.match(inside[0].label))
