"""Where the words of a page stand, and in which order they are read.

Columns are found by the white between them: a gap that runs through several lines, with lines of text on both
sides. Words of one line may stand far apart, as in justified columns, and still belong together; the cells of
a table, which are short, stay in their row.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

__all__ = ["Line", "Piece", "blocks"]

GUTTER = 0.75  # of the height of a line: the white between two columns is at least that wide
LINES = 3  # on each side of it
LETTERS = 15  # in the middle one of these lines; the cells of a table are shorter
TRIED = 10  # the widest stretches of white; what has more is a table or a drawing
SAME_LINE = 0.5  # of the lower of two pieces: so much of it stands beside the other
PARAGRAPH = 0.5  # of the height of a line: a wider gap parts two paragraphs
SIZE = 1.25  # times as high: a heading
INDENT = 0.8  # of the height of a line


class Piece(NamedTuple):
    """Some words of one line and where they stand; y grows upwards."""

    x0: float
    y0: float
    x1: float
    y1: float
    words: str


class Line(NamedTuple):
    """A line: its lower and upper edge, its words, and where it begins."""

    low: float
    top: float
    words: str
    left: float = 0.0


Gaps = list[tuple[float, float]]


def blocks(pieces: Iterable[Piece]) -> list[list[Line]]:
    """The paragraphs of a page in the order in which they are read, each as its lines."""
    pieces = [piece for piece in pieces if piece.words]
    if not pieces:
        return []
    height = median(piece.y1 - piece.y0 for piece in pieces)
    return [block for region in _regions(pieces, height) for block in _paragraphs(_lines(region))]


def _regions(pieces: list[Piece], height: float) -> Iterator[list[Piece]]:
    """The pieces of each column, or of what runs over the whole width, in order."""
    bands, at, rest = _bands(pieces), 0, []
    while at < len(bands):
        shared = [_gaps(bands[at])]  # white that runs on through one band more each
        for band in bands[at + 1 :]:
            if not (common := _common(shared[-1], _gaps(band), GUTTER * height)):
                break
            shared.append(common)
        count, columns = _columns(bands[at : at + len(shared)], shared, height)
        if columns:
            yield from [rest] if rest else []
            rest = []
            for column in columns:
                yield from _regions(column, height)
        else:
            rest += [piece for band in bands[at : at + count] for piece in band]
        at += count
    yield from [rest] if rest else []


def _columns(bands: list[list[Piece]], shared: list[Gaps], height: float) -> tuple[int, list[list[Piece]]]:
    """How many of the bands stand in two columns, and these; all of them and none, if no such bands begin here.
    What follows the columns, such as a table, may leave the same white: it is cut off at a wider space."""
    ends = [
        number
        for number in range(1, len(bands))
        if _low(bands[number - 1]) - max(piece.y1 for piece in bands[number]) > PARAGRAPH * height
    ]
    for end in [len(bands), *reversed(ends)][:TRIED]:
        run = [piece for band in bands[:end] for piece in band]
        wide = [gap for gap in shared[end - 1][1:-1] if gap[1] - gap[0] >= GUTTER * height]
        for low, high in sorted(wide, key=lambda gap: gap[0] - gap[1])[:TRIED]:
            middle = (low + high) / 2
            sides = [[one for one in run if one.x1 <= middle], [one for one in run if one.x1 > middle]]
            if all(_is_column(_lines(side)) for side in sides):
                return end, sides
    return len(bands), []


def _low(band: list[Piece]) -> float:
    return min(piece.y0 for piece in band)


def _bands(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces from top to bottom, parted wherever white runs over the whole width."""
    bands: list[list[Piece]] = []
    low = 0.0
    for piece in sorted(pieces, key=lambda piece: -piece.y1):
        if not bands or piece.y1 <= low:
            bands.append([])
            low = piece.y0
        bands[-1].append(piece)
        low = min(low, piece.y0)
    return bands


def _gaps(pieces: list[Piece]) -> Gaps:
    """The stretches of a line of the page on which none of the pieces stands."""
    gaps, right = [], float("-inf")
    for piece in sorted(pieces):
        if piece.x0 > right:
            gaps.append((right, piece.x0))
        right = max(right, piece.x1)
    return [*gaps, (right, float("inf"))]


def _common(one: Gaps, other: Gaps, width: float) -> Gaps:
    """The white that two bands share, where something stands on both sides of it in one of them at least."""
    shared, place = [], 0
    for low, high in one:
        while place < len(other) and other[place][1] <= low:
            place += 1
        at = place
        while at < len(other) and other[at][0] < high:
            start, end = max(low, other[at][0]), min(high, other[at][1])
            shared += [(start, end)] if end - start >= width else []
            at += 1
    return shared if len(shared) > 2 else []


def _is_column(lines: list[Line]) -> bool:
    return len(lines) >= LINES and median(len(line.words) for line in lines) >= LETTERS


def _lines(pieces: list[Piece]) -> list[Line]:
    """The lines of a column, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-(piece.y0 + piece.y1), piece.x0)):
        before = rows[-1][0] if rows else None
        if before and _shared_height(before, piece) > SAME_LINE * min(
            before.y1 - before.y0, piece.y1 - piece.y0
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [
        Line(
            min(piece.y0 for piece in row),
            max(piece.y1 for piece in row),
            " ".join(piece.words for piece in sorted(row)),
            min(piece.x0 for piece in row),
        )
        for row in rows
    ]


def _shared_height(one: Piece, other: Piece) -> float:
    return min(one.y1, other.y1) - max(one.y0, other.y0)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines of a column in paragraphs: parted by white, another size, or an indent after a sentence."""
    left = min((line.left for line in lines), default=0)
    block = lines[:1]
    for before, line in pairwise(lines):
        height, other = line.top - line.low, before.top - before.low
        indented = line.left > left + INDENT * height and before.left <= left + INDENT * other
        if (
            before.low - line.top > PARAGRAPH * height
            or max(height, other) > SIZE * min(height, other)
            or (indented and before.words.endswith((".", "!", "?", "”", '"')))
        ):
            yield block
            block = []
        block.append(line)
    if block:
        yield block
