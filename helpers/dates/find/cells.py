"""Dates of table cells: the header says whether the numbers below it are years.

A cell that is nothing but a year or the name of a month is a date in a column of times ("Year", "FY", "Month"), of a
fiscal year where the header says so, and a number in a column of things counted ("Persons").

>>> _counts("Persons"), _counts("Opened in"), _is_of_times("Fiscal year")
(True, False, True)
"""

import re
from collections.abc import Iterator
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
    cells, header = sentence.block.cells, sentence.block.header
    if sentence.block.kind == "table header":
        return sorted([*found, *_in_header(sentence, found)], key=lambda item: item.start)
    if sentence.block.kind != "table row" or not header:
        return found
    for cell, column in zip(cells, header, strict=False):
        begin, end = cell[0] - sentence.start, cell[1] - sentence.start
        inside = [item for item in found if begin <= item.start < end]
        if _counts(column):
            found = [item for item in found if item not in inside or item.kind != "year"]
        elif _is_of_times(column):
            inside = inside or _alone(sentence.text, begin, end)
            if _FISCAL.fullmatch(column):
                inside = [replace(item, kind="fiscal") if item.kind == "year" else item for item in inside]
            found = [item for item in found if not begin <= item.start < end] + inside
    return sorted(found, key=lambda item: item.start)


def _in_header(sentence: Sentence, found: list[Expression]) -> Iterator[Expression]:
    """The months and split years that are all of a cell of a header, but for a word behind."""
    for cell in sentence.block.cells[1:]:
        begin, end = cell[0] - sentence.start, cell[1] - sentence.start
        if any(begin <= item.start < end for item in found):
            continue
        month = _MONTH.fullmatch(sentence.text, begin, end)
        if month and month["month"].lower() in MONTHS:
            yield Expression(
                begin, end, "month", full_year(month["year"]), month=MONTHS[month["month"].lower()]
            )
        split = _SPLIT.match(sentence.text[begin:end])
        if split and int(split["last"]) == (int(split["year"]) + 1) % 100:
            year = int(split["year"])
            yield Expression(begin, begin + split.end(), "fiscal", year, last_day=year + 1, unit="split")


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
