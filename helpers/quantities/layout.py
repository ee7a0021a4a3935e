"""What the layout says of a number: the header and the label of its cell, the label of its bullet, and the table
or list it belongs to.
"""

import re
from dataclasses import dataclass

from helpers.quantities.numerals import IDIOMS
from helpers.quantities.readings import Reading
from helpers.texts import Sentence

__all__ = ["Place", "groups_of", "place_of"]

_LABEL = re.compile(r"([^:|]{2,50}):\s")


@dataclass(frozen=True)
class Place:
    """Where a number stands in a table or list; empty where there is nothing.

    Attributes:
        column: Header of the table column.
        label: Label of the table row, or of the bullet.
        header: The headers of all columns of the table.
        caption: The unit of text right before the table.
        cell: Number of the cell; -1 outside of tables.
    """

    column: str = ""
    label: str = ""
    header: tuple[str, ...] = ()
    caption: str = ""
    cell: int = -1


def place_of(text: str, sentence: Sentence, one: Reading, lead_in: str) -> Place:
    """Column, label, header and caption of a table cell, its `lead_in` from `groups_of`; the label of a bullet."""
    if sentence.block.kind == "table row":
        header = sentence.block.header
        index = sentence.block.cell_at(one.start) or 0
        return Place(
            column=header[index] if index < len(header) else "",
            label=_label(text, sentence, index),
            header=header,
            caption=lead_in.split("\n")[0],
            cell=index,
        )
    if sentence.block.kind == "bullet" and (
        match := _LABEL.match(text, sentence.block.start, min(one.start, sentence.block.end))
    ):
        return Place(label=match[1].strip())
    return Place()


def _label(text: str, sentence: Sentence, index: int) -> str:
    """The first cell of a row, or the second where the first only numbers the rows; empty for these cells themselves."""
    cells, header = sentence.block.cells, sentence.block.header
    first = int(bool(header) and header[0].strip().lower() in IDIOMS["number of row"])
    return text[slice(*cells[first])] if first < index < len(cells) else ""


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
