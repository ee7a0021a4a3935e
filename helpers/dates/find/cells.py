"""Dates of table cells: the table says whether the numbers of a column are years, and whether they are lengths of time.

A cell that is nothing but a year or the name of a month is a date in a column of times ("Year", "FY", "Month"), of a
fiscal year where the header says so, and a number in a column of things counted ("Persons"). A number below "Wait (days)"
or behind "Average wait, days" is a length of time.

>>> _counts("Persons"), _counts("Opened in"), _unit_of_time("Median wait (days)"), _unit_of_time("Working days lost")
(True, False, 'D', '')
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from helpers.dates.words import MONTHS, UNITS, YEAR, Expression, full_year, period_value
from helpers.texts import Sentence, Table, names_time, noun_class, of_times, phrases_told

__all__ = ["of_cells", "of_lists"]

_YEAR = re.compile(YEAR)
_WHOLE_YEAR = re.compile(r"(?<![\d.,–-])(?:19|20)\d\d(?![\d–/-])")
# "Mar-23", "2023-24 Budget"
_MONTH = re.compile(r"(?P<month>[A-Z][a-z]{2,3})[-\s][’']?(?P<year>\d\d)")
_SPLIT = re.compile(r"(?P<year>(?:19|20)\d\d)[-–/](?P<last>\d\d)(?=\s[A-Za-z]{2,12}$|$)")
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,2})?")
_LENGTH = re.compile(r"(?:in\s)?([a-z]+)(?:\s[a-z]{1,12}(?:ed|eld|pent))?")  # "Days", "Months held"


def of_cells(sentence: Sentence, words: str, find: Callable[[str], list[Expression]]) -> list[Expression]:
    """The expressions of a line of a table, cell by cell; of a row those that its header allows, and those of cells that are
    a year, a month or a length of time and nothing else.

    Args:
        sentence: The line.
        words: Its plain text.
        find: The reader of its language.
    """
    block, table = sentence.block, sentence.block.table
    row = block.kind != "table header"
    label = (
        _unit_of_time(_words_between(sentence, *block.cells[min(table.label, len(block.cells) - 1)]))
        if row
        else ""
    )
    by_cell: dict[int | None, list[Expression]] = {}
    for item in find(words):
        by_cell.setdefault(block.cell_at(sentence.start + item.start), []).append(item)
    kept: list[Expression] = []
    for number, cell in enumerate(block.cells):
        begin, end = cell[0] - sentence.start, cell[1] - sentence.start
        inside = [item for item in by_cell.get(number, ()) if item.end <= end]
        if row:
            inside = _in_row(words, begin, end, table, number, inside)
            if number > table.label and not inside:
                inside = _length(words, begin, end, _unit_above(table, number) or label)
        else:
            inside = inside or [_moved(item, begin) for item in find(words[begin:end])]
            if number > table.label and not inside:
                inside = _in_header(words, begin, end)
        kept += _in_year_of(table, number, inside) if row or number else inside
    return kept


def _moved(item: Expression, by: int) -> Expression:
    """An expression with those nested in it, further on in the text."""
    inner, until = (one and _moved(one, by) for one in (item.inner, item.until))
    return replace(item, start=item.start + by, end=item.end + by, inner=inner, until=until)


def of_lists(sentence: Sentence, words: str, found: list[Expression]) -> list[Expression]:
    """The expressions of a line "label: figure": those found in it, a label that is a year and nothing else, and a figure
    that is a length of time by its label or by the line above the list."""
    block, table = sentence.block, sentence.block.table
    if (sentence.start, sentence.end) != (block.start, block.end):
        return found
    (begin, middle), (start, end) = ((a - sentence.start, b - sentence.start) for a, b in block.cells[:2])
    if table.kinds[0] == "times" and not any(item.start < middle for item in found):
        found = _alone(words, begin, middle) + found
    if not any(item.end > start for item in found):
        unit = _unit_of_time(words[begin:middle]) or _unit_of_time(words[begin:middle], alone=True)
        unit = unit or next(filter(None, map(_unit_of_time, table.captions[:1])), "")
        found = found + _length(words, start, end, unit)
    return found


def _in_year_of(table: Table, number: int, found: list[Expression]) -> Iterator[Expression]:
    """The expressions of a cell: a month, a quarter or a day without a year are of the one that the caption or the corner of
    the table names; a quarter of no year is none of a calendar."""
    if number <= table.label and sum(map(_names_year, table.header)) > 1:
        found = [item for item in found if item.year or item.kind != "month"]  # of which of them?
    told = {
        int(year) for words in (*table.captions, *table.header[:1]) for year in _WHOLE_YEAR.findall(words)
    }
    fiscal = any("FY" in words or "iscal" in words for words in (*table.captions, *table.header[:1]))
    for item in found:
        if item.year or item.kind not in ("month", "quarter", "half", "day"):
            yield item
        elif len(told) == 1 and not fiscal:
            yield replace(item, year=next(iter(told)))
        elif item.kind in ("month", "day"):
            yield item


def _names_year(column: str) -> bool:
    return bool(_WHOLE_YEAR.search(column))


def _words_between(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[max(0, start - sentence.start) : max(0, end - sentence.start)]


def _in_row(
    text: str, begin: int, end: int, table: Table, number: int, inside: list[Expression]
) -> list[Expression]:
    """The expressions of a cell of a row, below the header of its column."""
    column = table.column(number)
    if _counts(column):
        return [item for item in inside if item.kind != "year"]
    if table.kinds[number] == "figures":  # others of which are no years
        return [item for item in inside if item.kind != "year" or item.end - item.start < end - begin]
    if table.kinds[number] != "times":
        return inside
    months = (
        _MONTH.fullmatch(text, begin, end) if table.column(number).lower() in ("month", "months") else None
    )
    inside = _in_header(text, begin, end) if months else inside  # "Jan 24" is no day
    inside = inside or _alone(text, begin, end)
    if of_times(column) == "fiscal":
        return [replace(item, kind="fiscal") if item.kind == "year" else item for item in inside]
    return inside


def _in_header(text: str, begin: int, end: int) -> list[Expression]:
    """The year, or the month or split year, that is all of a cell of a header, but for a word or a unit beside it."""
    years = [*_WHOLE_YEAR.finditer(text, begin, end)]
    if len(years) == 1 and names_time(text[begin:end].split("(")[0]):
        return [Expression(*years[0].span(), "year", int(years[0][0]))]
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


def _counts(column: str) -> bool:
    """Whether a header names things: "Persons", "Cases opened" names none by its last word and may be of years."""
    word = column.split()[-1].lower() if column.strip() else ""
    several = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return (several or noun_class(word) == "person") and not of_times(column)


def _alone(text: str, begin: int, end: int) -> list[Expression]:
    """The year or the month that is all of a cell."""
    if year := _YEAR.fullmatch(text, begin, end):
        return [Expression(begin, end, "year", int(year["year"]))]
    month = MONTHS.get(text[begin:end].lower().rstrip("."))
    return [Expression(begin, end, "month", month=month)] if month else []


def _unit_above(table: Table, number: int) -> str:
    """The unit of time that the header of a column gives."""
    column = table.column(number)
    return _unit_of_time(f"{column} ({table.unit(number)})") or _unit_of_time(column, alone=True)


def _unit_of_time(words: str, *, alone: bool = False) -> str:
    """The unit of time that words say figures are in: behind them, or, if they may stand alone, as all of them."""
    for phrase in [*phrases_told(words), *([words] if alone and not of_times(words) else [])]:
        told = _LENGTH.fullmatch(phrase.lower().strip())
        unit = UNITS.get(told[1], "") if told and len(told[1]) < 5 else ""
        if told and (unit or told[1][-1] == "s"):
            return unit or UNITS.get(told[1][:-1], "")
    return ""


def _length(text: str, begin: int, end: int, unit: str) -> list[Expression]:
    """The length of time that is all of a cell, in a unit that the table tells."""
    cell = text[begin:end].replace("**", "  ")
    number = _NUMBER.fullmatch(cell.strip()) if unit else None
    if not number:
        return []
    at = begin + cell.index(number[0])
    value = float(number[0])
    return [Expression(at, at + len(number[0]), "duration", value=period_value(value, unit))]
