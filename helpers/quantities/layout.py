"""What the layout says of a number: the header and the label of its cell, the label of its bullet, and the table
or list it belongs to.
"""

import re
from dataclasses import dataclass

from helpers.quantities.readings import Reading
from helpers.texts import Sentence, Table

__all__ = ["Place", "groups_of", "place_of"]

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
