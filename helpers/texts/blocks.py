"""Splits a text into blocks: what stands by itself on the page.

A block is a title, heading, paragraph, bullet, table header or table row. Bullets may follow each other
inside a line (" * "), a heading may be glued to the end of one, tables are written with bars and a line of
dashes, and lines of fixed width are joined.
What this module does not do: find sentences (`helpers.texts.sentence`) or understand HTML.

>>> [(block.kind, block.text) for block in split_blocks("Raid ends\\nPolice said:\\n- 3 men held. None hurt.\\n")]
[('title', 'Raid ends'), ('paragraph', 'Police said:'), ('bullet', '3 men held. None hurt.')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["BLOCK_KINDS", "Block", "split_blocks"]

BLOCK_KINDS = ("title", "heading", "paragraph", "bullet", "table header", "table row")
HEADING_WORDS = 20  # a longer line without a full stop is taken for a paragraph that lost it
TITLE_WORDS = 30  # headlines may run longer than headings
WRAP_WIDTH = 100  # plain-text mail and wire copy break their lines well before this column


@dataclass(frozen=True)
class Block:
    """A piece of an article that stands by itself.

    Attributes:
        kind: One of BLOCK_KINDS.
        start, end: Offsets into the article's text, end exclusive. Bullet signs, list numbers and `#` are
            outside.
        text: The words, `article.text[start:end]`.
        cells: For a table line, the (start, end) of each cell in the article's text; otherwise empty.
        header: For a table row, the words of the header line, cell by cell; otherwise empty.
    """

    kind: str
    start: int
    end: int
    text: str
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()


_LINE = re.compile(r"[^\r\n]+")
_TABLE_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
_BULLET = re.compile(r"(?:[-*•·–‣▪●◦]|\d{1,2}[.)])[ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(?:\d{1,2}[.)][ \t]+)?(?=\S)")
_INLINE_BULLET = re.compile(r"(?:(?<=\s)|^)[*•▪●][ \t]+(?=\S)")
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
_SPACE = " \t\ufeff\u200b\xa0\x0b\x0c"


def split_blocks(text: str, title: str = "") -> list[Block]:
    """Splits a text into blocks, in order; together they hold all but white space and the signs of lists and
    tables.

    Args:
        text: The article.
        title: Its title if the catalogue knows it; a line that repeats it is a title as well.
    """
    lines = [
        (m.start() + len(m[0]) - len(m[0].lstrip(_SPACE)), m.start() + len(m[0].rstrip(_SPACE)))
        for m in _LINE.finditer(text)
        if m[0].strip(_SPACE)
    ]
    if _is_wrapped(text, lines):
        lines = _unwrap(text, lines)
    blocks: list[Block] = []
    header: tuple[str, ...] = ()
    in_table = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        below = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if "|" in line and _TABLE_RULE.fullmatch(line):
            in_table = True
        elif "|" in line and (in_table or ("|" in below and _TABLE_RULE.fullmatch(below))):
            cells = _cells(text, start, end)
            if in_table:
                blocks.append(Block("table row", start, end, line, cells, header))
            else:
                header = tuple(text[a:b] for a, b in cells)
                blocks.append(Block("table header", start, end, line, cells))
        else:
            in_table = False
            blocks.extend(_plain_blocks(text, start, end))
    return _name_titles(blocks, title)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the text is broken into lines of fixed width: short lines, most of which run on into the next
    one."""
    if len(lines) < 5 or max(end - start for start, end in lines) > WRAP_WIDTH:
        return False
    followed = [
        (a, b) for (a, b), (c, _) in zip(lines, lines[1:], strict=False) if text[b:c].count("\n") == 1
    ]
    run_on = [text[b - 1] not in '.!?:|”"' and b - a > WRAP_WIDTH // 2 for a, b in followed]
    return len(followed) >= 3 and sum(run_on) > len(followed) / 2


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if (
            joined
            and text[joined[-1][1] : start].count("\n") == 1
            and not _BULLET.match(text, start)
            and "|" not in text[start:end]
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Offsets of the cells of a table line, without the white space around them; an empty cell is an empty
    span."""
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|" and end > start:
        end -= 1
    cells, at = [], start
    for part in text[start:end].split("|"):
        left = at + len(part) - len(part.lstrip())
        cells.append((left, max(left, at + len(part.rstrip()))))
        at += len(part) + 1
    return tuple(cells)


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
    first = blocks[0]
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
