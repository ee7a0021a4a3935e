"""Dates of table cells: the header says whether the numbers below it are years.

A cell that is nothing but a year or the name of a month is a date in a column of times ("Year", "FY", "Month"), of a
fiscal year where the header says so, and a number in a column of things counted ("Persons").

>>> _counts("Persons"), _counts("Opened in"), _is_of_times("Fiscal year")
(True, False, True)
"""

import re
from dataclasses import replace

from helpers.dates.words import MONTHS, YEAR, Expression, full_year
from helpers.texts import Sentence, noun_class, word_set

__all__ = ["of_cells"]

_YEAR = re.compile(YEAR)
_FISCAL = re.compile(r"(?i)\W*(?:(?:fiscal|financial|budget)\syears?|FYs?)\b[\s\W]*")
# "Mar-23", "2023-24 Budget"
_MONTH = re.compile(r"(?P<month>[A-Z][a-z]{2,3})[-\s][’']?(?P<year>\d\d)")
_SPLIT = re.compile(r"(?P<year>(?:19|20)\d\d)[-–/](?P<last>\d\d)(?=\s[A-Za-z]{2,12}$|$)")


def of_cells(sentence: Sentence, found: list[Expression]) -> list[Expression]:
    """The expressions of a sentence; of a table row those that its header allows, and those of cells that are a year
    or a month and nothing else."""
    block = sentence.block
    if block.kind not in ("table header", "table row") or block.kind == "table row" and not block.header:
        return found
    by_cell: dict[int | None, list[Expression]] = {}
    for item in found:
        by_cell.setdefault(block.cell_at(sentence.start + item.start), []).append(item)
    kept = by_cell.pop(None, [])
    for number, cell in enumerate(block.cells):
        inside = by_cell.get(number, [])
        begin, end = cell[0] - sentence.start, cell[1] - sentence.start
        if block.kind == "table header":
            kept += inside or (_in_header(sentence.text, begin, end) if number else [])
        else:
            column = block.header[number] if number < len(block.header) else ""
            kept += _in_row(sentence.text, begin, end, column, inside)
    return sorted(kept, key=lambda item: item.start)


def _in_row(text: str, begin: int, end: int, column: str, inside: list[Expression]) -> list[Expression]:
    """The expressions of a cell of a row, below the header of its column."""
    if _counts(column):
        return [item for item in inside if item.kind != "year"]
    if not _is_of_times(column):
        return inside
    inside = inside or _alone(text, begin, end)
    if _FISCAL.fullmatch(column):
        return [replace(item, kind="fiscal") if item.kind == "year" else item for item in inside]
    return inside


def _in_header(text: str, begin: int, end: int) -> list[Expression]:
    """The month or the split year that is all of a cell of a header, but for a word behind."""
    month = _MONTH.fullmatch(text, begin, end)
    if month and month["month"].lower() in MONTHS:
        return [
            Expression(begin, end, "month", full_year(month["year"]), month=MONTHS[month["month"].lower()])
        ]
    split = _SPLIT.match(text[begin:end])
    year = int(split["year"]) if split else 0
    if not split or int(split["last"]) != (year + 1) % 100:
        return []
    return [Expression(begin, begin + split.end(), "fiscal", year, last_day=year + 1, unit="split")]


def _is_of_times(column: str) -> bool:
    return column.strip(" .:*").lower() in word_set("column_times") or bool(_FISCAL.fullmatch(column))


def _counts(column: str) -> bool:
    """Whether a header names things: "Persons", "Cases opened" names none by its last word and may be of years."""
    word = column.split()[-1].lower() if column.strip() else ""
    several = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return (several or noun_class(word) == "person") and not _is_of_times(column)


def _alone(text: str, begin: int, end: int) -> list[Expression]:
    """The year or the month that is all of a cell."""
    if year := _YEAR.fullmatch(text, begin, end):
        return [Expression(begin, end, "year", int(year["year"]))]
    month = MONTHS.get(text[begin:end].lower().rstrip("."))
    return [Expression(begin, end, "month", month=month)] if month else []
