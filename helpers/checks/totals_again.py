"""The total of a table given again in words: "510 of the 1,700 units inspected" beside a row of totals.

In: the figures of an article. Out: whether a figure of the text is a total of a table (used by `repeats`), and ties of
"restated" that fail. The label of a total names nothing, so that the header of its column has to, or the line above the
table. A figure that differs fails only if it has the digits of the total but for a slip of the pen, and stands in no cell.
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import cells_and_told, stems, swapped
from helpers.checks.arithmetic import close_verdict, span_of
from helpers.checks.binding import Tie
from helpers.checks.cells import Table, is_total, label_in, tables_of
from helpers.checks.frames import Frame, Story
from helpers.checks.slips import PLAIN, slip_between

__all__ = ["equals_total", "find_totals_again"]

TWO_DIGITS, THREE_DIGITS = 10, 100  # of small numbers many are equal, or a slip apart, by chance
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SUM = re.compile(r"\b(?:total|in\sall|altogether|combined)\b", re.I)


def equals_total(one: Frame, cell: Frame) -> bool:
    """Whether a figure has the number of a cell in a row of totals, and the words beside it name what that column counts."""
    same = (
        cell.exact and one.exact and one.size == cell.size >= TWO_DIGITS and one.dimension == cell.dimension
    )
    near = f"{one.before[-40:]} {one.after[:50]}"
    return same and is_total(cell.label) and bool(_header(cell) & _words(one, near) or _SUM.search(near))


def find_totals_again(story: Story) -> Iterator[Tie]:
    """Totals of tables that the text gives with another number."""
    told = cells_and_told(story)[1]
    for table in tables_of(story):
        end = table.total_row()
        if end is None or not is_total(table.rows[end][0].label):
            continue
        for cell in table.rows[end]:
            header = _header(cell)
            if header and cell.exact and cell.size >= THREE_DIGITS:
                yield from (_tie(one, cell) for one in told if _differs(story, table, one, cell, header))


def _differs(story: Story, table: Table, one: Frame, cell: Frame, header: frozenset[str]) -> bool:
    """Whether the text gives a total with one slip in its digits, and tells nothing else by it."""
    known = {other.size for other in story.frames if other.start != one.start}
    years = {found[0] for text in (cell.column, cell.lead_in) for found in _YEARS.finditer(text)}
    return (
        one.exact
        and one.dimension == cell.dimension
        and one.size not in known
        and header <= stems(one.sentence)
        and bool(header & _words(one, one.after[:50]))
        and not any(label_in(row[0].label, one.sentence) for row in table.rows[:-1])
        and (not years or bool(years & set(_YEARS.findall(one.sentence))) or story.is_head(one))
        and (swapped(one, cell) or slip_between(one, cell) >= PLAIN)
    )


def _tie(one: Frame, cell: Frame) -> Tie:
    verdict = close_verdict(span_of(one), (cell.low, cell.high, cell.step), f"{cell.quote} ≠ {one.quote}")
    evidence = {"named": 2.0, "same noun": 1.0, "back": 1.0, "adjacent": float(swapped(one, cell))}
    return Tie("restated", (cell, one), verdict, evidence, ("restated cell", one.start), (cell.column,))


def _header(cell: Frame) -> frozenset[str]:
    """The words that say what a column counts: of its header, or of the line above the table if that is a year."""
    own = frozenset(word for word in stems(cell.column) if not word.isdigit())
    return own or frozenset(word for word in stems(cell.lead_in.split("\n")[0]) if not word.isdigit())


def _words(one: Frame, near: str) -> frozenset[str]:
    return stems(f"{one.quote} {one.noun} {one.what} {one.event} {near}")
