"""Tables and lists of cells: cross-footing, shares and changes by rows and columns, a column and its total in the text.

In: the figures of table rows. Out: ties of "table sum", "share" and "change in percent". Rows and columns tie; that the
columns of a table belong together in one way (part, whole, share) is shown by the rows that hold.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import HOLDS, total_verdict
from helpers.checks.binding import Tie
from helpers.checks.cells import Table, class_of_label, is_total, label_in, tables_of
from helpers.checks.frames import Frame, Story
from helpers.checks.table_shares import told_percent, triples

__all__ = ["find_table_ties"]

_ANY = re.compile(
    r"\W*(?:the\s)?(?:amounts?|numbers?|counts?|values?|sums?|figures?)\W*", re.I
)  # names no thing
TOLD = 50  # a figure from here on that three cells and more add up to is no chance
FAR = 8  # lines of text between a table and a figure that its cells add up to
_PART_OF = re.compile(
    r"\b(?:of\swhich|of\swhom|of\sthem|of\sthese|included|^includ\w{1,4}|thereof|among|different|unique|individuals?\sreached)\b",
    re.I,
)
_REST = re.compile(r"\b(?:other|others|elsewhere|rest|remaining|unknown|all\sother)\b", re.I)
_EVERY = re.compile(r"\b(?:every|all|each|total)\b", re.I)
_SELECTED = re.compile(r"\b(?:selected|top|main|largest|some|leading|most\scommon|examples?)\b", re.I)
# "Only the four largest of 27 airfields are shown", "police cells are not shown separately"
_NOT_ALL = re.compile(r"\b(?:only|not)\b[^.;]{0,60}\b(?:shown|listed|itemi[sz]ed)\b|\bleft\sout\b", re.I)
_SUBTOTAL = re.compile(r"\bsub-?\s?totals?\b|\bto\sdate\b", re.I)
_RATE = re.compile(r"\b(?:per|rates?|average|mean|median|ages?|share|ratio|index|price)\b", re.I)
_OVERLAP = re.compile(r"\b(?:twice|several|more\sthan\sone|multiple|overlap\w*|double)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_table_ties(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every tie along the rows and columns of the tables of an article."""
    for table in tables_of(story):
        yield from _column_sums(story, table)
        yield from _row_sums(table)
        yield from _text_sums(story, table)
        yield from triples(story, table, tolerance)
        yield from _told_of_rows(story, table, tolerance)


def _column_sums(story: Story, table: Table) -> Iterator[Tie]:
    """A row of totals under the rows that it sums, or above them."""
    last = table.total_row()
    first = last is None and table.first_total()
    if first:
        last = 0
    if last is None:
        return
    summed = [number for number in range(len(table.rows) if first else last) if number != last]
    if any(_PART_OF.search(table.rows[number][0].label) for number in summed):
        return
    verdicts = []
    for column in table.columns:
        cells = [table.cell(number, column) for number in (*summed, last)]
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
        verdicts.append((parts, total, total_verdict(parts, total)))
    if not is_total(table.rows[last][0].label) and not any(verdict.holds for *_, verdict in verdicts):
        return
    loose = _SELECTED.search(table.lead_in) or _OVERLAP.search(table.lead_in)
    loose = loose or any(_NOT_ALL.search(one.sentence) for one in _around(story, table))
    yield from _sums(verdicts, "column", bool(loose))


def _without_subtotals(cells: list[Frame]) -> list[Frame]:
    """The cells of a column without those whose label says that they add up cells above them."""
    return [cell for cell in cells if not _SUBTOTAL.search(cell.label)]


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
        off = abs(verdict.computed - total.value) / total.value if total.value else 1.0
        if verdict.holds or off < 0.4:
            yield Tie(
                "table sum", (*parts, total), verdict, evidence, ("table sum", way, total.start), (label,)
            )


def _row_sums(table: Table) -> Iterator[Tie]:
    """A column of totals beside the other columns."""
    totals = [column for column in table.columns if is_total(column)]
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
        verdicts.append((parts, total, total_verdict(parts, total)))
    yield from _sums(verdicts, "row", False)


def _text_sums(story: Story, table: Table) -> Iterator[Tie]:
    """A column that adds up to a figure of the text above or below the table."""
    several = any(_PART_OF.search(row[0].label) for row in table.rows)
    if table.total_row() is not None or table.first_total() or len(table.rows) < 2 or several:
        return
    around = _around(story, table)
    for column in table.columns:
        parts = [table.cell(number, column) for number in range(len(table.rows))]
        if not all(parts):
            continue
        years = bool(re.fullmatch(r"\D{0,3}(?:19|20)\d\d\D{0,3}", parts[0].label))
        for whole in around:
            if whole.dimension != parts[0].dimension or whole.size <= max(part.size for part in parts):
                continue
            verdict = total_verdict(parts, whole)
            exact = verdict.verdict == HOLDS and len(parts) > 2 and whole.exact and whole.value >= TOLD
            if (
                exact
                or not years
                and (verdict.holds or abs(verdict.computed - whole.value) < 0.25 * whole.value)
            ):
                evidence = _evidence(table, column, whole)
                if exact and not evidence["named"]:
                    evidence["wrong way"] -= 1.0  # so many figures tell by themselves
                told = bool(evidence["rest"] or _EVERY.search(f"{table.lead_in} {whole.sentence}"))
                claim = ("table sum", "text", column, parts[0].start)
                yield Tie("table sum", (*parts, whole), verdict, evidence, claim, (column,), told)


def _around(story: Story, table: Table) -> list[Frame]:
    """The figures of the text above and below a table, and of the title."""
    first, last = table.rows[0][0].line - FAR, table.rows[-1][-1].line + FAR
    return [one for one in story.counted if first <= one.line <= last or story.is_head(one)]


def _evidence(table: Table, column: str, whole: Frame) -> dict[str, float]:
    """What the words say for and against a figure of the text being the sum of a column."""
    named = _names(column, whole) or _names(table.lead_in.split("\n")[0], whole)
    other = "" if _ANY.fullmatch(column) else class_of_label(column)
    strange = bool(other and whole.noun_class and other != whole.noun_class)
    selected = bool(_SELECTED.search(f"{table.lead_in} {column}"))
    return {
        "named": float(named),
        "list": 0.5,
        "rest": float(bool(_REST.search(table.rows[-1][0].label))),
        "wrong way": float(selected) + 2.0 * strange + float(not named),
    }


def _told_of_rows(story: Story, table: Table, tolerance: float) -> Iterator[Tie]:
    """Percentages and totals of the text that name a row: its share of the total, its change, the sum of its cells."""
    first, last = table.rows[0][0].line, table.rows[-1][0].line
    around = [one for one in story.frames if one.block != "table row" and first - 8 <= one.line <= last + 8]
    end = table.total_row()
    for row in table.rows[: end if end is not None else len(table.rows)]:
        cells = [cell for cell in row if cell.counts]
        named = [one for one in around if label_in(row[0].label, one.sentence)]
        for one in named:
            if one.dimension == "percent":
                yield from told_percent(table, cells, one, end, tolerance)
            elif (
                one.counts
                and len(cells) == 2
                and all(cell.dimension == one.dimension for cell in cells)
                and _YEAR.search(cells[0].column)
            ):
                verdict = total_verdict(cells, one)
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


def _names(label: str, figure: Frame) -> bool:
    """Whether a label or header names what a figure counts."""
    stems = {word[:5] for word in re.findall(r"[a-z]{4,}", label.lower())}
    own = {
        word[:5] for word in re.findall(r"[a-z]{4,}", f"{figure.noun} {figure.what} {figure.event}".lower())
    }
    return bool(stems & own) or bool(class_of_label(label) and class_of_label(label) == figure.noun_class)
