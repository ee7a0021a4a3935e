"""Word: headings, bullets and tables keep their kind.

What stands there is what a reader sees who accepts all tracked changes: inserted words are read, deleted and
hidden ones are not. Merged cells hold their words once, text boxes follow their paragraph, and footnotes stand
at the end.
"""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from helpers.archive.document import AGAIN, Document, Unreadable, levelled, need, tool_of

__all__ = ["read_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {
    f"{_W}{name}": sign for name, sign in (("tab", " "), ("br", " "), ("cr", " "), ("noBreakHyphen", "-"))
}
_LEVELS = {"superscript": 1, "subscript": -1}
_CHANGES = [f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]
_NOTES = {f"{_W}{kind}Reference": kind for kind in ("footnote", "endnote")}
_UNSEEN = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # says the same once more
}
_BOX = f"{_W}txbxContent"


def read_docx(data: bytes, slug: str) -> Document:
    """The text of a Word file: paragraphs, headings (`## `), bullets (`- `) and tables (`a | b |`).

    Raises:
        Unreadable: if it is broken, encrypted or empty.
    """
    docx = need("docx")
    try:
        document = docx.Document(io.BytesIO(data))
        reading = _Reading(document)
        lines = [*reading.lines(document.element.body), *reading.notes()]
        title = (document.core_properties.title or "").strip()
    except (BadZipFile, KeyError, ValueError, docx.opc.exceptions.OpcError) as error:
        raise Unreadable(f"is no Word file that can be read: broken, or with a password{AGAIN}") from error
    except Exception as error:  # lxml's own kinds, for a file whose XML is cut
        raise Unreadable(f"is a broken Word file ({type(error).__name__}){AGAIN}") from error
    if not any(line.strip() for line in lines):
        raise Unreadable("holds no text")
    return Document(
        text="\n".join(lines) + "\n",
        slug=slug,
        title=title,
        tool=tool_of("python-docx"),
        warnings=reading.warnings,
    )


class _Reading:
    """The lines of a document, in their order, and the notes that were met on the way."""

    def __init__(self, document):
        self._styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        self._part = document.part
        self._referred: list[tuple[str, str]] = []  # kind and number of each note
        changed = next(document.element.iter(*_CHANGES), None) is not None
        self._changed = ["has tracked changes: read as if all of them were accepted"] if changed else []

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of the text should know."""
        count = len(self._referred)
        told = f"{count} note{' stands' if count == 1 else 's stand'} at the end of the text"
        return (*self._changed, *([told] if count else []))

    def lines(self, parent) -> Iterator[str]:
        """The lines of all paragraphs and tables below an element."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag not in _UNSEEN:  # a content control, or another frame around them
                yield from self.lines(element)

    def notes(self) -> Iterator[str]:
        """The words of the notes that were referred to, a line each."""
        found = {}
        for relation in self._part.rels.values():
            kind = relation.reltype.rpartition("/")[2].removesuffix("s")
            if f"{_W}{kind}Reference" in _NOTES and not relation.is_external:
                for note in need("docx.oxml").parse_xml(relation.target_part.blob):
                    found[kind, note.get(f"{_W}id")] = note
        for key in list(self._referred):
            if key in found:
                yield " ".join(filter(None, self.lines(found[key])))

    def _paragraph(self, paragraph) -> Iterator[str]:
        pieces, boxes = [], []
        for element in _seen(paragraph):
            if element.tag == f"{_W}t":
                align = element.getparent().find(f"{_W}rPr/{_W}vertAlign")
                level = _LEVELS.get(align.get(f"{_W}val"), 0) if align is not None else 0
                pieces.append((level, element.text or ""))
            elif element.tag == _BOX:
                boxes.append(element)
            elif element.tag in _NOTES:
                self._referred.append((_NOTES[element.tag], element.get(f"{_W}id")))
            elif element.tag in _SIGNS:
                pieces.append((0, _SIGNS[element.tag]))
        text = " ".join(levelled(pieces).split())
        yield f"{self._mark(paragraph)}{text}" if text else ""
        for box in boxes:
            yield from self.lines(box)

    def _mark(self, paragraph) -> str:
        """What a heading and a bullet begin with."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get(style.get(f"{_W}val"), "") if style is not None else ""
        if name.startswith("heading"):
            return "## "
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        numbered = number is not None and number.get(f"{_W}val") != "0"
        return "- " if numbered or name.startswith("list") else ""

    def _table(self, table) -> Iterator[str]:
        rows = [
            [cell for part in _inside(row, f"{_W}tc") for cell in self._cell(part)]
            for row in _inside(table, f"{_W}tr")
        ]
        rows = [row for row in rows if any(row)]
        lines = [" | ".join(row) + " |" for row in rows]
        if len(lines) > 1:
            lines = [lines[0], "|".join(["---"] * len(rows[0])) + "|", *lines[1:], ""]
        yield from lines

    def _cell(self, cell) -> list[str]:
        """The words of a cell, those of a table inside it too, and nothing for each further column that it spans."""
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        columns = int(span.get(f"{_W}val", "1")) if span is not None else 1
        words = (line for part in _inside(cell, f"{_W}p") for line in self._paragraph(part) if line)
        return [" ".join(words), *[""] * (min(columns, 100) - 1)]


def _inside(parent, tag: str) -> Iterator:
    """The rows of a table, the cells of a row or the paragraphs of a cell, those in frames too, without deleted rows
    and without what stands inside another of the same kind."""
    for element in parent:
        if element.find(f"{_W}trPr/{_W}del") is not None:
            continue
        if element.tag == tag:
            yield element
        elif element.tag not in _UNSEEN:
            yield from _inside(element, tag)


def _seen(parent) -> Iterator:
    """All that a reader sees below an element, in order; what a text box holds is not taken out of it."""
    for element in parent:
        if element.tag in _UNSEEN or _hidden(element):
            continue
        yield element
        if element.tag != _BOX:
            yield from _seen(element)


def _hidden(element) -> bool:
    mark = element.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")
