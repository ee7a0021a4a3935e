"""Table lines of a plain text: with bars and a rule below the header, with bars alone, in columns that tabs
or runs of spaces keep apart, or, of a table that lost its columns, some words and then figures alone.

Lines without a rule are a table only where several follow each other with the same number of cells, most of
them with a figure.
"""

import re
from itertools import groupby

from helpers.texts.lines import Span

__all__ = ["cells_of", "is_rule", "table_lines"]

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:[|+]\s*:?-{3,}:?\s*)*\|?\s*")
_FRAME = re.compile(r"\+(?:[-=]{2,}\+)+")  # of a table in a box
_GAP = re.compile(r"(?<![.!?:;,])(?:[ \xa0]*\t[ \xa0\t]*|[ \xa0]{3,})")
# between other gaps also two spaces before a figure
_NARROW_GAP = re.compile(_GAP.pattern + r"|(?<=\w)[ ]{2}(?=[-+−(]?[$€£]?\d)")
# "Master Calendar 205,178 865 1,136"
_FLAT = re.compile(r"[^\d|:;]{2,60}(?<=[A-Za-z)*])(?P<figures>(?:\s[-+$€£]?\d[\d,.]{0,14}%?){2,8})")
_FIGURE = re.compile(r"\S+")
_DIGIT = re.compile(
    r"(?<![\d.,])(?!000s?(?![\w.,]))\d"
)  # "Cost ($000s)" says what the figures below are worth
# "Oct. 2023", "FY 2024", "Q1 2025", "2019-20": what a column of figures is of
_YEAR = r"(?:FY\s?)?[’']?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d{4}|\d\d))?\*?"
_SHORT_YEAR = r"(?:[A-Z][a-z]{2,8}\s)?FY\s?[’']?\d\d|[QH][1-4]|[A-Z][a-z]{2,3}[-\s’']{1,2}\d\d"
_MONTHS = r"[A-Z][a-z]{2,8}\.?\s?[-–]\s?[A-Z][a-z]{2,8}\.?\s(?:19|20)\d\d"
_RATE = r"[A-Z][A-Za-z\s]{2,40}\sper\s1[\d,]*0(?:\s[a-z]{2,15})?"  # "Rate per 100,000"
_TIME = re.compile(
    rf"(?:(?:(?:[A-Z][a-z]{{2,8}}\.?|[QH][1-4]),?[\s-])?{_YEAR}|{_SHORT_YEAR}|{_MONTHS})(?:\s[A-Za-z]{{2,12}})?|{_RATE}"
)
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z“\"]")
FEWEST_ROWS = 2  # with bars
FEWEST_SPACED = 3  # without


def is_rule(line: str) -> bool:
    """Whether a line is the rule below the header of a table."""
    return "|" in line and bool(_RULE.fullmatch(line)) or bool(_FRAME.fullmatch(line))


def cells_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Offsets of the cells of a table line, without the white space around them; an empty cell is an empty
    span."""
    if "|" not in text[start:end]:
        return _spaced_cells(text, start, end)
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|" and end > start:
        end -= 1
    cells, at = [], start
    for part in text[start:end].split("|"):
        left = at + len(part) - len(part.lstrip())
        cells.append((left, max(left, at + len(part.rstrip()))))
        at += len(part) + 1
    return tuple(cells)


def _spaced_cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    if flat := _FLAT.fullmatch(text, start, end):
        figures = [match.span() for match in _FIGURE.finditer(text, flat.start("figures"), end)]
        return (start, flat.start("figures")), *figures
    cells, at = [], start
    gaps = _NARROW_GAP if _GAP.search(text, start, end) else _GAP
    for gap in gaps.finditer(text, start, end):
        if gap.start() > at:
            cells.append((at, gap.start()))
        at = gap.end()
    return (*cells, (at, end)) if at < end else tuple(cells)


def table_lines(text: str, lines: list[Span]) -> dict[int, str]:
    """Number of a line → "header" or "row", for the lines of tables that have no rule."""
    found: dict[int, str] = {}
    shapes = [(number, _shape(text, *span)) for number, span in enumerate(lines)]
    for shape, run in groupby(shapes, key=lambda item: item[1]):
        numbers = [number for number, _ in run]
        if shape and _is_table(text, lines, numbers, shape):
            header = not _figures(text, lines[numbers[0]]) or _names_times(text, [lines[n] for n in numbers])
            found |= {number: "header" if header and number == numbers[0] else "row" for number in numbers}
            if not header and numbers[0] and _stands_above(text, *lines[numbers[0] - 1 : numbers[0] + 1]):
                found[numbers[0] - 1] = "header"
    return found


def _stands_above(text: str, above: Span, first: Span) -> bool:
    """Whether a line is the header of a table whose labels have none: "          2023     2024     Change"."""
    cells = cells_of(text, *above)
    below = text[above[1] : first[0]].count("\n") == 1 and len(cells_of(text, *first)) == len(cells) + 1
    return below and len(cells) > 1 and _only_times(text, cells)


def _names_times(text: str, lines: list[Span]) -> bool:
    """Whether the first of some table lines gives the time of each column ("Drug | 2023 | 2024"), and the others do not."""
    first, *others = [cells_of(text, *line)[1:] for line in lines]
    return _only_times(text, first) and not all(_only_times(text, cells) for cells in others)


def _only_times(text: str, cells: tuple[Span, ...]) -> bool:
    """Whether the cells with a figure are times."""
    return all(_TIME.fullmatch(text, *cell) for cell in cells if _DIGIT.search(text, *cell))


def _shape(text: str, start: int, end: int) -> tuple[str, int] | None:
    """How the cells of a line are kept apart, and their number; None for a line of prose."""
    line = text[start:end]
    if _SENTENCE.search(line):
        return None
    if "|" in line:
        return "bars", len(cells_of(text, start, end))
    cells = _spaced_cells(text, start, end)
    return ("spaces", len(cells)) if len(cells) > 1 else None


def _is_table(text: str, lines: list[Span], numbers: list[int], shape: tuple[str, int]) -> bool:
    close = all(text[lines[n][1] : lines[n + 1][0]].count("\n") == 1 for n in numbers[:-1])
    with_figures = sum(_figures(text, lines[number]) for number in numbers)
    fewest = FEWEST_ROWS if shape[0] == "bars" else FEWEST_SPACED
    return close and len(numbers) >= fewest and with_figures >= max(fewest - 1, len(numbers) * 2 / 3)


def _figures(text: str, line: Span) -> bool:
    """Whether a cell behind the first holds a figure."""
    return any(_DIGIT.search(text, start, end) for start, end in cells_of(text, *line)[1:])
