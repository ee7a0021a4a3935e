"""Percentages of tables, and of sentences that name a row: shares of a column or its total, and changes between columns.

In: a table of an article. Out: ties of "share" and "change in percent". That the columns of a table belong together in
one way (part, whole, share) is shown by the rows that hold.
"""

import re
from collections.abc import Callable, Iterator

from helpers.checks.arithmetic import Verdict, change_verdict, share_verdict
from helpers.checks.binding import Tie
from helpers.checks.cells import Table
from helpers.checks.frames import Frame, Story
from helpers.checks.shares.percents import is_change

__all__ = ["told_percent", "triples"]

_CHANGE = re.compile(r"\b(?:change|increase|decrease|growth|difference|rise|fall)\b|^\s?[+±]/?-?\s?%?", re.I)


def told_percent(
    table: Table, cells: list[Frame], percent: Frame, end: int | None, tolerance: float
) -> Iterator[Tie]:
    """A percentage of the text that names a row, as its change, its share of the total or one of its cells as a share of
    another; reported only if it holds."""
    evidence = {"named": 1.0, "list": 1.0, "adjacent": 1.0}
    if is_change(percent):
        pairs = [
            (b, a)
            for a, b in zip(cells, cells[1:], strict=False)
            if a.dimension == b.dimension and a.size > 0
        ]
        template, judge = "change in percent", change_verdict
    else:
        totals = [(cell, table.cell(end, cell.column)) for cell in cells] if end is not None else []
        pairs = [
            (cell, total)
            for cell, total in totals
            if total and total.size > cell.size and total.dimension == cell.dimension
        ]
        pairs += [
            (part, whole)
            for part in cells
            for whole in cells
            if part.size < whole.size
            and part.dimension == whole.dimension
            and (part.column, whole.column) in table.parts
        ]
        template, judge = "share", share_verdict
    held = [
        (verdict, part, whole)
        for part, whole in pairs
        if (verdict := judge(part, whole, percent, tolerance)).holds
    ]
    if held:  # of several, the nearest: "more than 36 percent" is rather 36.3 than 38.5
        verdict, part, whole = min(held, key=lambda one: abs(one[0].computed - percent.value))
        way = "share" if template == "share" else "change"
        yield Tie(
            template,
            (part, whole, percent),
            verdict,
            evidence,
            (way, percent.start),
            (cells[0].label,),
            False,
        )


def triples(story: Story, table: Table, tolerance: float) -> Iterator[Tie]:
    """Columns of percentages with the counts beside, under or above them."""
    for column in table.columns:
        cells = [(number, cell) for number in range(len(table.rows)) if (cell := table.cell(number, column))]
        percents = [
            (number, cell) for number, cell in cells if cell.dimension == "percent" and cell.value > 0
        ]
        if not percents:
            continue
        change = bool(_CHANGE.search(column))
        best, score = None, 0.0
        for way in _ways(story, table, column, change):
            found = [(tie, cell) for number, cell in percents if (tie := way(number, cell, tolerance))]
            held = sum(tie[2].holds for tie, _ in found)
            if found and (held / len(found), held) > (score, 0) and held * 2 >= len(found):
                best, score = found, held / len(found)
        for (part, whole, verdict), cell in best or ():
            template = "change in percent" if change else "share"
            evidence = {"adjacent": 1.0, "list": 1.0, "parallel": float(len(best) > 1), "cue": float(change)}
            yield Tie(template, (part, whole, cell), verdict, evidence, ("share", cell.start), (column,))


Way = Callable[[int, Frame, float], tuple[Frame, Frame, Verdict] | None]


def _ways(story: Story, table: Table, column: str, change: bool) -> Iterator[Way]:
    """The ways in which a column of percentages may be made of the other figures of a table."""
    counts = [
        name
        for name in table.columns
        if name != column and any((c := table.cell(n, name)) and c.counts for n in range(len(table.rows)))
    ]
    for first in counts:
        for second in counts:
            if first != second:
                yield _of_columns(table, first, second, change)
    if change:
        return
    last = table.total_row()
    first_row = table.rows[0][0]
    for name in counts:
        if last is not None and (whole := table.cell(last, name)):
            yield _of_whole(table, name, whole)
        for one in story.frames:
            if (
                one.counts
                and not one.block.startswith("table")
                and one.line < first_row.line
                and first_row.line - one.line <= 4
            ):
                yield _of_whole(table, name, one)


def _of_columns(table: Table, part: str, whole: str, change: bool) -> Way:
    def way(number: int, percent: Frame, tolerance: float):
        a, b = table.cell(number, part), table.cell(number, whole)
        if not a or not b or a.dimension != b.dimension or not b.size or (not change and a.size > b.size):
            return None
        if change:
            verdict = change_verdict(a, b, percent, tolerance)
            falls = percent.quote.strip().startswith(("-", "−", "–"))
            return (
                (a, b, verdict)
                if table.columns.index(part) > table.columns.index(whole) and falls == (a.size < b.size)
                else None
            )
        return a, b, share_verdict(a, b, percent, tolerance)

    return way


def _of_whole(table: Table, part: str, whole: Frame) -> Way:
    def way(number: int, percent: Frame, tolerance: float):
        a = table.cell(number, part)
        if (
            not a
            or a.start == whole.start
            or a.dimension != whole.dimension
            or not whole.size
            or a.size > whole.size
        ):
            return None
        return a, whole, share_verdict(a, whole, percent, tolerance)

    return way
