"""Splits a text into blocks: what stands by itself on the page.

A block is a title, heading, paragraph, bullet, table header or table row. Bullets may follow each other
inside a line (" * "), a heading may be glued to the end of one; tables are found by `helpers.texts.tables`, and
paragraphs of fixed width joined by `helpers.texts.lines`. What a page adds to an article (page numbers, "Share",
"5 min read") is furniture: it stands in no table.
What this module does not do: find sentences (`helpers.texts.sentence`) or understand HTML.

>>> [(block.kind, block.text) for block in split_blocks("Raid ends\\nPolice said:\\n- 3 men held. None hurt.\\n")]
[('title', 'Raid ends'), ('paragraph', 'Police said:'), ('bullet', '3 men held. None hurt.')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from operator import itemgetter

from helpers.texts.lines import lines_of, unwrap
from helpers.texts.lists import word_list
from helpers.texts.table import Table
from helpers.texts.tables import Lines, draw, find_lists, find_tables

__all__ = ["BLOCK_KINDS", "Block", "is_furniture", "split_blocks"]

BLOCK_KINDS = ("title", "heading", "paragraph", "bullet", "table header", "table row", "furniture")
HEADING_WORDS = 20  # a longer line without a full stop is taken for a paragraph that lost it
LONGEST_FURNITURE = 80  # characters of a line that is no part of the article
LONGEST_NOTICE = 400  # characters of a notice of copyright
TITLE_WORDS = 30  # headlines may run longer than headings


@dataclass(frozen=True)
class Block:
    """A piece of an article that stands by itself.

    Attributes:
        kind: One of BLOCK_KINDS.
        start, end: Offsets into the article's text, end exclusive. Bullet signs, list numbers and `#` are
            outside.
        text: The words, `article.text[start:end]`.
        cells: For a table line or one of "label: figure", the (start, end) of each cell in the article's text;
            otherwise empty.
        table: The table that it is a line of; None for other blocks.
    """

    kind: str
    start: int
    end: int
    text: str
    cells: tuple[tuple[int, int], ...] = ()
    table: Table | None = field(default=None, compare=False, repr=False)

    @property
    def header(self) -> tuple[str, ...]:
        """For a table row, the words of the header line, cell by cell; otherwise empty."""
        return self.table.header if self.table and self.kind == "table row" else ()

    def cell_at(self, place: int) -> int | None:
        """The number of the cell that an offset into the article's text is in; None if it is in none."""
        number = bisect_right(self.cells, place, key=itemgetter(0)) - 1
        return (
            number if number >= 0 and place < max(self.cells[number][1], self.cells[number][0] + 1) else None
        )


_BULLET = re.compile(r"(?:[-*•·–‣▪●◦]|\d{1,2}[.)])[ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(?:\d{1,2}[.)][ \t]+)?(?=\S)")
_INLINE_BULLET = re.compile(r"(?:(?<=\s)|^)[*•▪●][ \t]+(?=\S)")
_RANK = re.compile(r"(\d{1,2})[.)]?(?:[ \t]+(?=\S)|$|(?=\n))")
_GLUED = re.compile(
    r"(?<=[a-z)”][.!?])(?=[A-Z][a-z]*[ ])"
)  # "…accounts.The Future of": a heading stuck to the text before it
# Words that headings leave in lower case
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "vs",
        "with",
    ]
)


def split_blocks(text: str, title: str = "") -> list[Block]:
    """Splits a text into blocks, in order; together they hold all but white space and the signs of lists and
    tables.

    Args:
        text: The article.
        title: Its title if the catalogue knows it; a line that repeats it is a title as well.
    """
    printed = lines_of(text)
    found = find_tables(text, printed)
    lines = unwrap(text, printed, {start for one in found for start in one.all})
    found += find_lists(text, lines, found)
    starts = {start for one in found for start in one.all}
    tables = {start: (one, table) for one in found for start, table in draw(text, lines, one, starts).items()}
    links = _ranked_links(text, lines)
    blocks: list[Block] = []
    for number, (start, end) in enumerate(lines):
        if number in links:
            blocks.append(Block("furniture", start, end, text[start:end]))
        elif start in tables:
            blocks += _blocks_of(text, start, end, *tables[start])
        else:
            blocks += _plain_blocks(text, start, end)
    return _name_titles(blocks, title)


def _blocks_of(text: str, start: int, end: int, found: Lines, table: Table) -> Iterator[Block]:
    """The blocks of a line of a table or list."""
    if start in found.rules:
        return
    cells = found.cells[start]
    if found.manner != "labels":
        kind = "table header" if start in found.header else "table row"
        yield Block(kind, start, end, text[start:end], cells, table)
        return
    plain = list(_plain_blocks(text, start, end))
    whole = len(plain) == 1 and start not in found.header
    if whole:  # the mark of a bullet is no part of its first cell
        cells = tuple((max(a, plain[0].start), b) for a, b in cells)
        plain = [replace(plain[0], cells=cells, table=table)]
    yield from plain


def _plain_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks of a line outside tables: one, or several where bullets or a heading share the line."""
    marks = list(_INLINE_BULLET.finditer(text[start:end]))
    inline = len(marks) > 1 or (marks and marks[0][0][0] != "*" and marks[0].start() > 0)
    if not inline:
        yield from _one_line(text, start, end)
        return
    if marks[0].start() > 0:
        yield from _one_line(text, start, _strip_end(text, start, start + marks[0].start()))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        first = start + mark.end()
        last = _strip_end(text, first, start + after.start() if after else end)
        cut = _glued_heading(text, first, last)
        yield Block("bullet", first, cut, text[first:cut])
        if cut < last:
            yield Block("heading", cut, last, text[cut:last])


def _one_line(text: str, start: int, end: int) -> Iterator[Block]:
    if mark := _MARKDOWN_HEADING.match(text, start, end):
        yield Block("heading", mark.end(), end, text[mark.end() : end])
        return
    if is_furniture(text[start:end]):
        yield Block("furniture", start, end, text[start:end])
        return
    mark = _BULLET.match(text, start, end)
    first = mark.end() if mark else start
    cut = _glued_heading(text, first, end)
    kind = (
        "bullet"
        if mark
        else "heading"
        if _looks_like_heading(text[first:end], HEADING_WORDS)
        else "paragraph"
    )
    yield Block(kind, first, cut, text[first:cut])
    if cut < end:
        yield Block("heading", cut, end, text[cut:end])


@cache
def _furniture(kind: str) -> re.Pattern:
    patterns = [row["pattern"] for row in word_list("texts/furniture") if row["kind"] == kind]
    return re.compile(f"(?i:{'|'.join(patterns)})")


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article: "5 min read"; a notice may be longer."""
    line = line.strip(" |·•>-–—*_")
    short = len(line) <= LONGEST_FURNITURE and _furniture("furniture").fullmatch(line)
    return bool(short or len(line) <= LONGEST_NOTICE and _furniture("notice").match(line))


def _ranked_links(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """The numbers of the lines below "Most read" that begin with 1, 2, 3 …, and of that line."""
    found: set[int] = set()
    for number, span in enumerate(lines):
        if not _furniture("links").fullmatch(text[slice(*span)].strip(" |·•:*_")):
            continue
        rank, at = 1, number + 1
        while at < len(lines) and (match := _RANK.match(text, *lines[at])) and int(match[1]) == rank:
            alone = match.end() == lines[at][1]  # the rank stands above its link
            rank, at = rank + 1, at + 1 + alone
        if rank > 2:
            found |= set(range(number, min(at, len(lines))))
    return found


def _strip_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _glued_heading(text: str, start: int, end: int) -> int:
    """Where a heading begins that is stuck to the end of a line ("…accounts.The Future of …"), or the end of
    the line."""
    floor = max(start, end - 200)  # a heading is short; looking no further keeps this linear
    for match in _GLUED.finditer(text, floor, end):
        rest = text[match.end() : end]
        words = [word for word in rest.split() if word.lower() not in _SMALL_WORDS]
        if (
            len(words) > 1
            and _looks_like_heading(rest, HEADING_WORDS)
            and all(not word[0].islower() for word in words)
        ):
            return match.end()
    return end


def _looks_like_heading(line: str, most_words: int) -> bool:
    """Short, and without the full stop (or comma, or quotation mark) that ends a sentence.

    A line that ends in a colon leads into what follows; it is a heading only if its words are capitalised
    like one.
    """
    words = line.split()
    if (
        len(words) > most_words
        or line[-1] in '.!,;…"”’)'
        or (line[-1] == "?" and len(words) > HEADING_WORDS // 2)
    ):
        return False
    if line[-1] == ":":
        return all(not word[0].islower() for word in words if word.lower() not in _SMALL_WORDS)
    return any(character.isalpha() for character in line)


def _name_titles(blocks: list[Block], title: str) -> list[Block]:
    """Marks the title: the first line if it looks like a headline, and every line that repeats it or the
    catalogue's title."""
    if not blocks:
        return blocks
    first = next((block for block in blocks if not _is_label(block)), blocks[0])
    titles = {title} if title else set()
    if (
        first.kind in ("heading", "paragraph")
        and first.text[-1] != ":"
        and _looks_like_heading(first.text, TITLE_WORDS)
    ):
        titles.add(first.text)
    return [
        Block("title", b.start, b.end, b.text)
        if b.text in titles and b.kind in ("heading", "paragraph")
        else b
        for b in blocks
    ]


def _is_label(block: Block) -> bool:
    """Whether a block stands above the title: "FOR IMMEDIATE RELEASE", a link of the page."""
    short = len(block.text) <= LONGEST_FURNITURE
    return (
        block.kind == "furniture" or short and bool(_furniture("label").fullmatch(block.text.strip(" :*_")))
    )
