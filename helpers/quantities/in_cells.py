"""The numbers of a table, cell by cell: what is read in one has no part in another, and no part in a label.

>>> from helpers.texts import Article
>>> from helpers.texts.sentence import sentences
>>> text = "| Ward | Beds |" + chr(10) + "|---|---|" + chr(10) + "| A 1 | 12 |"
>>> [(cell.text, names_row(cell)) for cell, _ in cells_in(sentences(Article(slug="x", text=text))[1], [])]
[('A 1', True), ('12', False)]
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from helpers.quantities.cells import differs
from helpers.quantities.numerals import is_plural, next_word
from helpers.quantities.readings import Aside, Reading
from helpers.texts import PROSE_MANNERS, Sentence, is_figure

__all__ = ["cells_in", "in_cell", "names_row", "with_cells_apart"]


def cells_in(sentence: Sentence, dates: list[tuple]) -> list[tuple[Sentence, list[tuple]]]:
    """The cells of a line of a table, each as a sentence of its own with its dates: what is read in one has no part in
    another. Other sentences are left whole."""
    if not sentence.block.kind.startswith("table"):
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
    """Whether a cell is a header, or the label of a row with figures behind it, and more than a figure."""
    block, table = cell.block, cell.block.table
    if block.kind != "table row":
        return block.kind == "table header"
    number = block.cell_at(cell.start)
    if number is None or number > table.label or "figures" not in table.kinds[table.label + 1 :]:
        return False
    return table.kinds[number] == "numbers" or not is_figure(cell.text.strip())


def in_cell(text: str, sentence: Sentence, read: Iterable[Reading | Aside]) -> Iterator[Reading | Aside]:
    """What was read in a cell of a table or in a line of a list, with its sign; numbers that name a row set aside."""
    if names_row(sentence):
        found = list(read)
        named = sum(isinstance(one, Reading) for one in found) == 1  # names have one number
        return (_unless_it_names(text, sentence, one) if named else one for one in found)
    return (_signed(text, sentence, one) if isinstance(one, Reading) else one for one in read)


def _unless_it_names(text: str, label: Sentence, one: Reading | Aside) -> Reading | Aside:
    """What was read in a label: a number without unit and noun names its row or says what others are worth ("School No. 7",
    "Under 18", "1 000"); "Under 5 kg" and "10 to 49 employees" are quantities."""
    if isinstance(one, Aside) or one.unit != "count" or is_plural(next_word(text, one.end, label.end)):
        return one
    return Aside(one.start, one.end, "label")


def _signed(text: str, sentence: Sentence, one: Reading) -> Reading:
    """A figure with the sign that stands before it in its cell, or the brackets around it that mean a minus there."""
    block, table = sentence.block, sentence.block.table
    number = block.cell_at(one.start) if table else None
    if number is None or block.kind == "table header":
        return one
    begin, end = block.cells[number]
    before, after = text[begin : one.start].strip(), text[one.end : end].strip()
    bracketed = before == "(" and after[:1] == ")"
    minus = before in ("-", "−", "–")
    if bracketed:
        minus = number in table.signed or differs(table.column(number))
    if not (minus or before == "+") or one.low is None or one.low != one.high:
        return one
    end = text.index(")", one.end) + 1 if bracketed else one.end
    sign = -1 if minus else 1
    start = text.index(before, begin)
    return replace(
        one, start=start, end=end, value=sign * one.value, low=sign * one.low, high=sign * one.high
    )
