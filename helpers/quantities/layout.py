"""What the layout says of a number: the header and the label of its cell, the label of its bullet, and the table
or list it belongs to.

>>> header_unit("Weight (kg)", "count"), header_unit("Value ($ million)", "count"), header_unit("Pounds seized", "count")
(('kg', 1.0), ('USD', 1000000.0), ('lb', 1.0))
"""

import re

from helpers.quantities.lists import SIGNS, plain, written_units
from helpers.quantities.numerals import NUMBERS
from helpers.quantities.readings import Reading
from helpers.texts import Sentence

__all__ = ["groups_of", "header_unit", "place_of"]

_EXACT, _WORDS = written_units("en")
_UNITS = {plain(words): written.unit for words, written in (_EXACT | _WORDS).items() if written.scale == 1}
_SHORT_SCALES = {word: value for word, (kind, value) in NUMBERS.items() if kind == "short scale"}
_SHORT_SCALE = re.compile(rf"[$£€¥]\s?({'|'.join(sorted(_SHORT_SCALES, key=len, reverse=True))})(?!\w)")
_THOUSANDS = re.compile(r"(?<![\d.,])['’]?000s?(?!\w)")
_OF_PEOPLE = re.compile(
    r"\b(?:pop(?:ulation)?|people|persons|inhabitants|residents|voters|users|passengers)\b.{0,20}\(m\)"
)
# a header that is a unit, alone or with what is measured: "Pounds", "Tonnes of rice", "Kilograms seized"
_HEADER_UNIT = re.compile(
    r"(?!(?:in|degrees?|points?|cups?|ah|bob|gal)\b)(.{2,30}?)(?:\s(?:of\s.{2,40}|[a-z]{2,12}ed))?"
)
_LABEL = re.compile(r"([^:|]{2,50}):\s")


def place_of(text: str, sentence: Sentence, one: Reading) -> tuple[str, str]:
    """Column header and row label of a table cell; the label of a bullet."""
    if sentence.block.kind == "table row":
        cells = sentence.block.cells
        index = sentence.block.cell_at(one.start) or 0
        header = sentence.block.header[index] if index < len(sentence.block.header) else ""
        return header, text[slice(*cells[0])] if cells and index else ""
    if sentence.block.kind == "bullet" and (
        match := _LABEL.match(text, sentence.block.start, min(one.start, sentence.block.end))
    ):
        return "", match[1].strip()
    return "", ""


def header_unit(column: str, kind: str) -> tuple[str, float]:
    """Unit and scale that a column header adds to the bare numbers below it: "Weight (kg)", "Share, %",
    "Value ($ million)"."""
    if not column or kind != "count":
        return kind, 1.0
    low = column.lower()
    factor = _factor(low)
    if _OF_PEOPLE.search(low):
        return kind, 1e6  # no metres
    inside = re.search(r"\(([^)]{1,30})\)|,\s(\S{1,15})$|\bin\s(\S{1,15}(?:\sof\s\S{1,15})?)$", low)
    words = [(part or "").strip() for part in inside.groups()] if inside else []
    alone = _HEADER_UNIT.fullmatch(low.strip())
    for word in [alone[1] if alone else "", *(part for text in words for part in (text, *text.split()))]:
        unit = _UNITS.get(plain(word))
        if unit and word != "in":
            return ("$" if word in ("dollars", "dollar") else unit), factor
    for sign in ("£", "€", "$"):
        if sign in column:
            return SIGNS[sign] if sign != "$" else "$", factor
    if "%" in column or re.search(r"\b(?:percent|percentage|per cent|share)\b", low):
        return "percent", 1.0
    return kind, factor


def _factor(header: str) -> float:
    """What the scale in a header multiplies by: "($ million)", "in thousands", "$bn", "('000)"; 1 without one."""
    for scale in ("thousand", "million", "billion", "trillion"):
        if f"{scale}s" in header or re.search(rf"[($£€¥,]\s?{scale}", header):
            return float(NUMBERS[scale][1])
    if _THOUSANDS.search(header):
        return 1000.0
    short = _SHORT_SCALE.search(header)
    return float(_SHORT_SCALES[short[1]]) if short else 1.0


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
