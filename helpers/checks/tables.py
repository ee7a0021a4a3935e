"""Tables and lists of cells: cross-footing, shares and changes by rows and columns, a column and its total in the text.

In: the figures of table rows. Out: ties of "table sum", "share" and "change in percent". Rows and columns tie; that the
columns of a table belong together in one way (part, whole, share) is shown by the rows that hold.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers.checks.arithmetic import Verdict, change_verdict, share_verdict, span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, class_of_label
from helpers.checks.shares import is_change
from helpers.texts import singular

__all__ = ["find_table_ties"]

MOST_ROWS, MOST_COLUMNS = 60, 12
_TOTAL = re.compile(
    r"\W{0,3}(?:(?:grand\s|overall\s)?(?:totals?|overall|sum|in\sall|altogether|combined|together)|all(?:\s(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+)){0,2})(?:\s\([^)]{0,20}\))?\W{0,3}",
    re.I,
)
_PART_OF = re.compile(
    r"\b(?:of\swhich|of\swhom|of\sthem|of\sthese|includ\w{1,4}|thereof|among|different|unique|individuals?\sreached)\b",
    re.I,
)
_REST = re.compile(r"\b(?:other|others|elsewhere|rest|remaining|unknown|all\sother)\b", re.I)
_EVERY = re.compile(r"\b(?:every|all|each|total)\b", re.I)
_SELECTED = re.compile(r"\b(?:selected|top|main|largest|some|leading|most\scommon|examples?)\b", re.I)
_SUBTOTAL = re.compile(r"\bsub-?\s?totals?\b|\bto\sdate\b", re.I)
_RATE = re.compile(r"\b(?:per|rates?|average|mean|median|ages?|share|ratio|index|price)\b", re.I)
_OVERLAP = re.compile(r"\b(?:twice|several|more\sthan\sone|multiple|overlap\w*|double)\b", re.I)
_CHANGE = re.compile(r"\b(?:change|increase|decrease|growth|difference|rise|fall)\b|^\s?[+±]/?-?\s?%?", re.I)


@dataclass
class Table:
    """Cells of one table by row and column."""

    rows: list[list[Frame]]
    columns: list[str]
    lead_in: str

    def cell(self, row: int, column: str) -> Frame | None:
        return next((cell for cell in self.rows[row] if cell.column == column), None)

    def total_row(self) -> int | None:
        """The number of the last row, if it is a bare total."""
        found = [n for n, row in enumerate(self.rows) if _TOTAL.fullmatch(row[0].label)]
        return found[-1] if found and found[-1] == len(self.rows) - 1 and len(self.rows) > 2 else None


def find_table_ties(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every tie along the rows and columns of the tables of an article."""
    for table in _tables(story):
        yield from _column_sums(table)
        yield from _row_sums(table)
        yield from _text_sums(story, table)
        yield from _triples(story, table, tolerance)
        yield from _told_of_rows(story, table, tolerance)


def _tables(story: Story) -> Iterator[Table]:
    groups: dict[int, dict[int, list[Frame]]] = defaultdict(lambda: defaultdict(list))
    for frame in story.frames:
        if frame.block == "table row" and frame.label:
            groups[frame.group][frame.line].append(frame)
    for lines in groups.values():
        rows = [row[:MOST_COLUMNS] for row in list(lines.values())[:MOST_ROWS]]
        columns = list(dict.fromkeys(cell.column for row in rows for cell in row))
        if len(columns) == len({cell.start for cell in rows[0]}) or len(rows) > 1:
            yield Table(rows, columns, rows[0][0].lead_in)


def _column_sums(table: Table) -> Iterator[Tie]:
    """A row of totals under the rows above it."""
    last = table.total_row()
    if last is None or any(_PART_OF.search(row[0].label) for row in table.rows[:last]):
        return
    verdicts = []
    for column in table.columns:
        cells = [table.cell(number, column) for number in range(last + 1)]
        total = cells[-1]
        if not total or not all(cells) or _RATE.search(column):
            continue
        parts = _without_subtotals(cells[:-1])
        if len(parts) < 2 or any(part.dimension != total.dimension for part in parts):
            continue
        if total.dimension in ("ratio", "percentage points") or (
            total.dimension == "percent" and abs(total.value - 100) > 0.5
        ):
            continue
        verdicts.append((parts, total, _sum(parts, total)))
    loose = _SELECTED.search(table.lead_in) or _OVERLAP.search(table.lead_in)
    yield from _sums(verdicts, "column", bool(loose))


def _without_subtotals(cells: list[Frame]) -> list[Frame]:
    """The cells of a column without those whose label says that they add up cells above them."""
    return [cell for cell in cells if not _SUBTOTAL.search(cell.label)]


def _sum(parts: list[Frame], total: Frame) -> Verdict:
    return sum_verdict([span_of(part) for part in parts], span_of(total))


def _sums(verdicts: list, way: str, selected: bool) -> Iterator[Tie]:
    held = sum(verdict.holds for _, _, verdict in verdicts)
    for parts, total, verdict in verdicts:
        others = held - verdict.holds
        evidence = {
            "all": 1.0,
            "parallel": float(others > 0),
            "wrong way": float(selected) + float(len(verdicts) > 2 and not held),
        }
        label = total.label if way == "column" else total.column
        off = abs(verdict.computed - total.size) / total.size if total.size else 1.0
        if verdict.holds or off < 0.4:
            yield Tie(
                "table sum", (*parts, total), verdict, evidence, ("table sum", way, total.start), (label,)
            )


def _row_sums(table: Table) -> Iterator[Tie]:
    """A column of totals beside the other columns."""
    totals = [column for column in table.columns if _TOTAL.fullmatch(column)]
    if len(totals) != 1:
        return
    verdicts = []
    for row in table.rows:
        total = next((cell for cell in row if cell.column == totals[0]), None)
        parts = [
            cell for cell in row if cell.column != totals[0] and total and cell.dimension == total.dimension
        ]
        if not total or len(parts) < 2 or any(_PART_OF.search(part.column) for part in parts):
            continue
        verdicts.append((parts, total, _sum(parts, total)))
    yield from _sums(verdicts, "row", False)


def _text_sums(story: Story, table: Table) -> Iterator[Tie]:
    """A column that adds up to a figure of the text above or below the table."""
    if (
        table.total_row() is not None
        or len(table.rows) < 2
        or any(_PART_OF.search(row[0].label) for row in table.rows)
    ):
        return
    first, last = table.rows[0][0], table.rows[-1][-1]
    around = [
        one
        for one in story.frames
        if not one.block.startswith("table")
        and one.counts
        and (abs(one.line - first.line) <= 4 or abs(one.line - last.line) <= 3 or story.is_head(one))
    ]
    for column in table.columns:
        parts = [table.cell(number, column) for number in range(len(table.rows))]
        if not all(parts) or len(parts) < 2 or re.fullmatch(r"\D{0,3}(?:19|20)\d\d\D{0,3}", parts[0].label):
            continue
        for whole in around:
            if whole.dimension != parts[0].dimension or whole.size <= max(part.size for part in parts):
                continue
            verdict = _sum(parts, whole)
            named = _names(column, whole) or _names(table.lead_in.split("\n")[0], whole)
            other = class_of_label(column)
            rest = bool(_REST.search(table.rows[-1][0].label))
            evidence = {
                "named": float(named),
                "list": 0.5,
                "rest": float(rest),
                "wrong way": float(bool(_SELECTED.search(f"{table.lead_in} {column}")))
                + float(bool(other and whole.noun_class and other != whole.noun_class)) * 2
                + float(not named),
            }
            off = abs(verdict.computed - whole.size) / whole.size
            if verdict.holds or off < 0.25:
                whole_told = rest or bool(_EVERY.search(f"{table.lead_in} {whole.sentence}"))
                yield Tie(
                    "table sum",
                    (*parts, whole),
                    verdict,
                    evidence,
                    ("table sum", "text", column, parts[0].start),
                    (column,),
                    whole_told,
                )


def _told_of_rows(story: Story, table: Table, tolerance: float) -> Iterator[Tie]:
    """Percentages and totals of the text that name a row: its share of the total, its change, the sum of its cells."""
    first, last = table.rows[0][0].line, table.rows[-1][0].line
    around = [one for one in story.frames if one.block != "table row" and first - 8 <= one.line <= last + 8]
    end = table.total_row()
    for row in table.rows[: end if end is not None else len(table.rows)]:
        cells = [cell for cell in row if cell.counts]
        named = [one for one in around if _label_in(row[0].label, one.sentence)]
        for one in named:
            if one.dimension == "percent":
                yield from _told_percent(table, cells, one, end, tolerance)
            elif (
                one.counts
                and len(cells) == 2
                and all(cell.dimension == one.dimension for cell in cells)
                and _YEAR.search(cells[0].column)
            ):
                verdict = _sum(cells, one)
                if verdict.holds:
                    evidence = {"named": 1.0, "list": 1.0}
                    yield Tie(
                        "table sum",
                        (*cells, one),
                        verdict,
                        evidence,
                        ("table sum", "told", row[0].start),
                        (row[0].label,),
                        False,
                    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _told_percent(
    table: Table, cells: list[Frame], percent: Frame, end: int | None, tolerance: float
) -> Iterator[Tie]:
    """A percentage of the text that names a row, as its change or its share of the total; reported only if it holds."""
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
        template, judge = "share", share_verdict
    for part, whole in pairs:
        verdict = judge(part, whole, percent, tolerance)
        if verdict.holds:
            yield Tie(
                template,
                (part, whole, percent),
                verdict,
                evidence,
                ("share" if template == "share" else "change", percent.start),
                (cells[0].label,),
                False,
            )


def _label_in(label: str, sentence: str) -> bool:
    """Whether a sentence names a row by the words of its label."""
    words = {singular(word)[:6] for word in re.findall(r"[^\W\d_]{4,}", label)}
    return bool(words) and words <= {singular(word)[:6] for word in re.findall(r"[^\W\d_]{4,}", sentence)}


def _names(label: str, figure: Frame) -> bool:
    """Whether a label or header names what a figure counts."""
    stems = {word[:5] for word in re.findall(r"[a-z]{4,}", label.lower())}
    own = {
        word[:5] for word in re.findall(r"[a-z]{4,}", f"{figure.noun} {figure.what} {figure.event}".lower())
    }
    return bool(stems & own) or bool(class_of_label(label) and class_of_label(label) == figure.noun_class)


def _triples(story: Story, table: Table, tolerance: float) -> Iterator[Tie]:
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
