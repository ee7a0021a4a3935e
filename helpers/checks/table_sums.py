"""Sums that cross the edge of a table: along its rows, of some of its rows against the text, and of the text
against its cells.

In: cells of one row and the row's total, in a column "Total" or in the text ("34 | 52" and "86 operations");
rows for men and for women; parts that a sentence tells and whose sum is a cell. Out: whole columns
(`checks.sums`). A sum that fails is reported for a column "Total" alone, where more rows of the table hold
than fail.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from helpers.checks.figures import Figure, Found
from helpers.checks.series import sum_of
from helpers.checks.sums import SMALL, TOTAL_LABEL, columns_of
from helpers.checks.words import actions_of, are_opposed, content_of, counted_in, kind_of, noun_of

__all__ = ["find_table_sums"]

_MOST_CELLS = 14  # a column a month, and one for the year
_MOST_PARTS = 6
_BY_CHANCE = 20  # a sum below it may be the number of a cell by chance
_TOTAL_COLUMN = re.compile(
    r"(?:grand |sub-?)?(?:totals?|overall|sum|combined|altogether|all|both(?: (?:years|months))?)",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:change|difference|average|mean|median|target|rank|per|rate|totals?|overall|cumulative)\b",
    re.IGNORECASE,
)


def find_table_sums(figures: list[Figure]) -> Iterator[Found]:
    """Every sum along a row, and every sum of which a part or the total stands in a table and the rest
    elsewhere."""
    rows: dict[tuple, list[Figure]] = defaultdict(list)
    told = []
    for figure in figures:
        if (
            figure.unit in ("percent", "percentage points", "ratio")
            or not figure.exact
            or figure.approx
            or figure.per
        ):
            continue
        if figure.block == "table row":
            rows[(figure.group, figure.sentence_start, figure.unit)].append(figure)
        elif figure.value >= SMALL or figure.block == "title":
            told.append(figure)
    tables = groupby(rows.items(), key=lambda item: item[0][0])
    for table in [[cells for _, cells in items] for _, items in tables]:
        yield from _total_column(table)
        yield from (found for cells in table if (found := _row_told(cells, told)))
    yield from _rows_opposed(figures, told)
    yield from _sentence_in_cell([cell for cells in rows.values() for cell in cells], figures)


def _parts_of(cells: list[Figure]) -> list[Figure]:
    """The cells of a row that may be parts of one sum."""
    parts = [
        cell
        for cell in cells
        if not _NO_PART.search(cell.column) and not _TOTAL_COLUMN.fullmatch(cell.column.strip())
    ]
    return parts if 1 < len(parts) <= _MOST_CELLS else []


def _total_column(table: list[list[Figure]]) -> Iterator[Found]:
    found = []
    for cells in table:
        totals = [cell for cell in cells if _TOTAL_COLUMN.fullmatch(cell.column.strip())]
        parts = _parts_of(cells)
        if parts and len(totals) == 1 and totals[0] in (cells[0], cells[-1]):
            found.append(sum_of(parts, totals[0]))
    held = [one for one in found if one.holds]
    yield from found if 2 * len(held) > len(found) else held


def _row_told(cells: list[Figure], told: list[Figure]) -> Found | None:
    """As in "86 operations took place" above "Operations | 34 | 52": the label of the row tells what the text
    counts."""
    parts = _parts_of(cells)
    if not parts or TOTAL_LABEL.match(parts[0].label):
        return None
    value = sum(part.value for part in parts)
    totals = [
        one
        for one in told
        if abs(one.value - value) < 1e-6 and one.unit == parts[0].unit and _label_tells(parts[0], one)
    ]
    return sum_of(parts, totals[0]) if totals else None


def _label_tells(cell: Figure, total: Figure) -> bool:
    """Whether the label of a row names what a figure of the text counts."""
    if not cell.label or not total.what:
        return False
    noun, kind = _counted_by(cell)
    people = kind == total.kind == "person" and actions_of(cell.label) & total.actions
    return bool(noun == total.noun or people or content_of(cell.label) & content_of(total.what))


def _counted_by(cell: Figure) -> tuple[str, str]:
    """Head noun and kind of what the label of a row counts; those of the column for a row "Total"."""
    if TOTAL_LABEL.match(cell.label):
        return cell.noun, cell.kind
    thing = counted_in(cell.label) or cell.label
    return noun_of(thing), kind_of(thing)


def _rows_opposed(figures: list[Figure], told: list[Figure]) -> Iterator[Found]:
    """As in "Men arrested | 20" and "Women arrested | 16" among other rows, with "36 arrests" in the text."""
    for column in columns_of(figures):
        for count in range(min(_MOST_PARTS, len(column) - 1), 1, -1):
            for first in range(len(column) - count + 1):
                parts = column[first : first + count]
                if parts[0].block != "table row" or not all(part.exact and not part.approx for part in parts):
                    break
                value = sum(part.value for part in parts)
                totals = [
                    one
                    for one in told
                    if abs(one.value - value) < 1e-6 and one.unit == parts[0].unit and one.kind == "person"
                ]
                if totals and are_opposed([part.label for part in parts]):
                    yield sum_of(parts, totals[0])


def _sentence_in_cell(cells: list[Figure], figures: list[Figure]) -> Iterator[Found]:
    """As in "61 men and 39 women" above "People held | 100": all that a sentence counts of a kind, and a row
    that names it."""
    by_sentence: dict[tuple, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.block not in ("table row", "title") and figure.group < 0 and figure.unit != "percent":
            by_sentence[(figure.sentence_start, figure.unit)].append(figure)
    by_value = defaultdict(list)
    for cell in cells:
        if cell.value >= _BY_CHANCE and cell.label:
            by_value[round(cell.value, 6)].append(cell)
    for inside in by_sentence.values():
        for kind in dict.fromkeys(figure.kind for figure in inside if figure.kind):
            parts = [figure for figure in inside if figure.kind in (kind, "")]
            if not 1 < len(parts) <= _MOST_PARTS or not all(part.exact and not part.approx for part in parts):
                continue
            opposed = are_opposed([part.what for part in parts])
            for cell in by_value.get(round(sum(part.value for part in parts), 6), ()):
                noun, counted = _counted_by(cell)
                if (
                    cell.unit == parts[0].unit
                    and counted == kind
                    and (opposed or all(part.noun in ("", noun) for part in parts))
                ):
                    yield sum_of(parts, cell)
                    break
