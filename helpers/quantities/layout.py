"""What the layout says of a number: the header and the label of its cell, the label of its bullet, and the table
or list it belongs to.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.quantities.readings import Reading
from helpers.texts import PROSE_MANNERS, Sentence, Table, is_figure

__all__ = ["Place", "cells_in", "groups_of", "names_row", "place_of", "tells_units", "with_cells_apart"]

_LABEL = re.compile(r"([^:|]{2,50}):\s")


@dataclass(frozen=True)
class Place:
    """Where a number stands in a table or list; empty where there is nothing.

    Attributes:
        column: Header of the table column.
        label: Label of the table row, or of the bullet.
        told: The words that may say its unit: the label, also that of a line "label: figure".
        table: The table.
        cell: Number of the cell; -1 outside of tables.
    """

    column: str = ""
    label: str = ""
    told: str = ""
    table: Table | None = None
    cell: int = -1


def place_of(text: str, sentence: Sentence, one: Reading) -> Place:
    """Column, label and table of a cell; the label of a bullet or of a line "label: figure"."""
    block, table = sentence.block, sentence.block.table
    index = (block.cell_at(one.start) or 0) if table else -1
    told = ""
    if table:
        first = min(table.label, len(block.cells) - 1)
        told = text[slice(*block.cells[first])] if index > first else ""
        if block.kind == "table row":
            label, unit = told, table.unit_column
            if 0 <= unit < len(block.cells):  # "Rice | tonnes | 410"
                told += f" ({text[slice(*block.cells[unit])]})"
            return (
                Place(table.column(index), label, told, table, index) if label else Place(table.column(index))
            )
    bullet = block.kind == "bullet" and _LABEL.match(text, block.start, min(one.start, block.end))
    label = bullet[1].strip() if bullet else ""
    return Place("", label, told or label, table if told else None, index if told else -1)


def cells_in(sentence: Sentence, dates: list[tuple]) -> list[tuple[Sentence, list[tuple]]]:
    """The cells of a row of a table, each as a sentence of its own with its dates: what is read in one has no part in
    another. Other sentences are left whole."""
    if sentence.block.kind != "table row":
        return [(sentence, dates)]
    cells, at = [], 0
    for start, end in sentence.block.cells:
        first = at
        while at < len(dates) and dates[at][0] < end:
            at += 1
        begin, stop = start - sentence.start, end - sentence.start
        if end > start and begin >= 0:
            cells.append(
                (replace(sentence, start=start, end=end, text=sentence.text[begin:stop]), dates[first:at])
            )
    return cells


def with_cells_apart(text: str, sentences: list[Sentence]) -> str:
    """The text with white space for the commas, dots and dashes between the cells of tables: "1204,88" are two numbers."""
    pieces, at = [], 0
    for sentence in sentences:
        if sentence.block.table and sentence.block.table.manner in PROSE_MANNERS:
            for (_, end), (start, _) in pairwise(sentence.block.cells):
                pieces += [text[at:end], " " * (start - end)]
                at = start
    return "".join(pieces) + text[at:]


def names_row(cell: Sentence) -> bool:
    """Whether the cell of a row is its label, with figures behind it, and more than a figure."""
    block, table = cell.block, cell.block.table
    number = block.cell_at(cell.start) if table and block.kind == "table row" else None
    if number is None or number > table.label or "figures" not in table.kinds[table.label + 1 :]:
        return False
    return table.kinds[number] == "numbers" or not is_figure(cell.text.strip())


def tells_units(sentence: Sentence) -> bool:
    """Whether a line is the second one of a header."""
    block, table = sentence.block, sentence.block.table
    if not table or block.kind != "table header" or not any(table.units):
        return False
    return tuple(block.text[a - block.start : b - block.start] for a, b in block.cells) == table.units


def groups_of(sentences: list[Sentence]) -> dict[int, tuple[int, str]]:
    """For each unit of a table or list: where that begins, and the unit before it."""
    groups: dict[int, tuple[int, str]] = {}
    current, lead_in, kind = -1, "", ""
    previous = ""
    for number, sentence in enumerate(sentences):
        this = "table" if sentence.block.kind.startswith("table") else sentence.block.kind
        if this not in ("table", "bullet"):
            current, kind, previous = -1, "", sentence.text
            continue
        if this != kind or sentence.block.kind == "table header":
            current, lead_in, kind = (
                sentence.start,
                previous if this == "bullet" else f"{previous}\n{sentence.text}",
                this,
            )
        groups[number] = (current, lead_in)
    return groups
