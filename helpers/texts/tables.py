"""Finds the tables of a plain text: which lines are one, and which of them are the header.

Lines are a table if a rule stands below the first, or if several
follow each other with as many cells, most of them with figures; where prose has the same signs (commas, dashes,
semicolons) the cells behind the first must be figures and nothing else. Lines "label: figure" are a list of labels.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from helpers.texts.lines import Span
from helpers.texts.page import BARS, FLAT, LABELS, LISTED, MANNERS, WORD, Manner, Page
from helpers.texts.table import Table, has_figure, is_figure, is_time

__all__ = ["Lines", "draw", "find_lists", "find_tables"]

_LABEL_AND_FIGURES = re.compile(
    r"(?P<label>\D{2,60}?[^\W\d]):?(?P<figures>(?:[ \xa0]{1,9}[-+−(]?[$€£]?\d[\d.,]{0,15}[%)]{0,2}){1,8})"
)
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z“\"]")
MOST_WORDS = 8  # of the label in a header
NEAREST = 6  # lines above one with empty cells that show where the columns are
BULLETS = "-*•·–‣▪●◦"


def _is_name(word: str) -> bool:
    """Whether a word can be a header: a time, or a word without a figure that opens with a capital."""
    return is_time(word) or not has_figure(word) and not word[0].islower()


@dataclass(frozen=True)
class Lines:
    """The lines of a table, and their cells.

    Attributes:
        manner: bars, tabs, spaces, leaders, dashes, semicolons, list, commas, or labels ("label: figure").
        header: The one or two lines of the header, each by where it begins; empty if there is none.
        rows: The other lines.
        cells: Of each line the offsets of its cells without the white space around them; an empty cell is an empty span.
        rules: The lines that are nothing but its rules.
    """

    manner: str
    header: tuple[int, ...]
    rows: tuple[int, ...]
    cells: dict[int, tuple[Span, ...]]
    rules: frozenset[int] = frozenset()

    @property
    def all(self) -> tuple[int, ...]:
        """All lines of it."""
        return (*self.header, *self.rows, *self.rules)


def find_tables(text: str, lines: list[Span]) -> list[Lines]:
    """The tables among the lines of a text as they are printed."""
    page = _Finder(text, lines)
    found = list(page.ruled())
    for manner in (*MANNERS, LISTED):
        page.taken.update(start for one in found for start in one.all)
        found += page.tables(manner)
    return found


def find_lists(text: str, lines: list[Span], tables: list[Lines]) -> list[Lines]:
    """The lists of "label: figure" among the bullets and paragraphs of a text, outside of what stands in `tables`."""
    return list(_Finder(text, lines, {start for one in tables for start in one.all}).tables(LABELS))


def draw(text: str, lines: list[Span], found: Lines, others: Container[int]) -> dict[int, Table]:
    """The table of each line of one: those below the heading of a group have a table with that heading. A line before
    another table, whose lines begin at `others`, is no note of this one."""
    words = {
        start: tuple(text[a:b].replace("**", "") for a, b in cells) for start, cells in found.cells.items()
    }
    header, units = (*(words[start] for start in found.header), (), ())[:2]
    names = tuple(name or (units[n] if n < len(units) else "") for n, name in enumerate(header))
    first, last = bisect_left(lines, (min(found.all), 0)), bisect_right(lines, (max(found.all), len(text)))
    above = [text[slice(*span)] for span in reversed(lines[max(0, first - 2) : first])]
    note = (
        text[slice(*lines[last])]
        if last < len(lines) and not any(start in others for start, _ in lines[last : last + 3])
        else ""
    )
    whole = Table(
        found.manner,
        tuple(above[: 1 + bool(above and above[0][-1] not in ".!?;")]),
        note,
        names,
        units,
        tuple(words[start] for start in found.rows),
    )
    tables, table = dict.fromkeys(found.all, whole), whole
    inside, rows = {*found.all}, {*found.rows}
    for start, end in lines[first:last]:
        heads = start not in inside or start in rows and not any(words[start][1:])
        if heads:
            table = replace(whole, captions=(text[start:end], *whole.captions))
        if start in rows:
            tables[start] = table
    return tables


class _Finder(Page):
    """The lines of a text, asked for tables."""

    def ruled(self) -> Iterator[Lines]:
        """The tables with bars and a rule below the header."""
        for run in self.barred:
            rules = [number for number in run if number in self.rules and number > run[0]]
            above = (
                [number for number in range(run[0], rules[0]) if number not in self.rules] if rules else []
            )
            if not above and len(rules) > 1:
                above = [*range(rules[0] + 1, rules[1])]
            if not above:
                continue
            header = above[-2:] if self.adds(above[-1], BARS) else above[-1:]
            rows = [number for number in run if number > header[-1] and number not in self.rules]
            if len(header) == 1 and rows and self.adds(rows[0], BARS):
                header, rows = [*header, rows[0]], rows[1:]
            yield self._lines(BARS, header, rows, self.rules & {*run})

    def tables(self, manner: Manner) -> Iterator[Lines]:
        """The tables without a rule whose cells are parted in one manner."""
        at = 0
        while at < len(self.lines):
            run = self._run(at, manner)
            if run and (table := self._table(run, manner)):
                yield table
            at = run[-1] + 1 if run else at + 1

    def _run(self, at: int, manner: Manner) -> list[int]:
        """The numbers of the lines from one on that have as many cells and follow each other, but for a line that heads
        a group of rows, and but for an empty line below a header."""
        count = len(self._row(at, manner))
        run, number = [at] if count else [], at + 1
        while run and number < len(self.lines):
            headed = self.heads(number, at, manner)
            if headed:
                number += 1
            if number == len(self.lines):
                break
            if len(self._row(number, manner)) != count and not self._fills(number, run, manner):
                break
            opens = self.opens(number, manner)
            first = len(run) == 1 and self.opens(at, manner) and not opens
            if headed and opens or not (headed or first) and self.breaks(number) > 1:
                break
            run.append(number)
            number += 1
        return run

    def _fills(self, number: int, run: list[int], manner: Manner, *, units: bool = False) -> bool:
        """Whether a line with fewer cells is one of a run of lines, each of its cells below one of theirs; the others of
        its cells then stand empty. With `units` it may have one cell, but none for the labels."""
        cells = self.parted(*self.lines[number], manner) if units else self._row(number, manner)
        last = [self.places(one, manner) for one in (*run[:1], *run[-NEAREST:])]
        if manner.name != "spaces" or not 1 < len(cells) + units < len(last[0]) + units:
            return False
        columns = [
            (min(a for a, _ in places), max(b for _, b in places)) for places in zip(*last, strict=True)
        ]
        filled, at = [], cells[0][0]
        begin = self.begin(number)
        for start, end in cells:
            left, right = start - begin, end - begin
            while columns and columns[0][1] <= left:
                filled.append((at, at))
                columns.pop(0)
            if not columns or columns[0][0] >= right or len(columns) > 1 and columns[1][0] < right:
                return False
            filled.append((start, end))
            columns.pop(0)
            at = end
        filled += [(at, at) for _ in columns]
        if units and filled[0][0] < filled[0][1]:
            return False
        self.filled[number] = tuple(filled)
        return True

    def _row(self, number: int, manner: Manner) -> tuple[Span, ...]:
        """The cells of a line that is no prose."""
        cells = self.cells(number, manner)
        if not cells or _SENTENCE.search(self.text, *self.lines[number]):
            return ()
        return () if manner is LISTED and self.line(number)[0] in BULLETS else cells

    def _table(self, run: list[int], manner: Manner) -> Lines | None:
        """The table that some lines are; None if they are none."""
        header = self._header(run, manner)
        rows = [number for number in run if number not in header]
        if len({*header, *rows}) < manner.rows:
            return None
        holds = has_figure if header else is_figure  # "Beds 142   Staff 88" are no columns
        with_figures = sum(
            any(has_figure(word) and holds(word) for word in self.words(number, manner)[1:])
            for number in rows
        )
        if with_figures < max(manner.rows - 1, len(rows) * 2 / 3):
            return None
        if manner.prose and not (all(self._is_row(number, manner) for number in rows)):
            return None
        if (
            manner.name in ("dashes", "semicolons", "list", "commas") and not header
        ):  # "1. Smith, 41, 12 years"
            return None
        if not header and any(re.search(r":\s.*\d", self.words(number, manner)[0]) for number in rows):
            return None  # "Arrests: 12 | Fines: 4"
        return self._lines(manner, header, rows)

    def _header(self, run: list[int], manner: Manner) -> list[int]:
        """The lines of the header: the first ones of a run, or those right above it that have no cell for the labels."""
        first = run[0]
        if len(run) > 1 and self.opens(first, manner) and not all(self.opens(n, manner) for n in run[1:]):
            return run[: 1 + self.adds(run[1], manner)]
        count, above = len(self.cells(first, manner)), []
        if first and FLAT.fullmatch(self.text, *self.lines[first]) and self._flat_header(first - 1, count):
            return [first - 1]
        if first and self.heads(first - 1, run[0], manner) and self.breaks(first) == 1:
            first -= 1  # the heading of the first group of rows
        while manner.name in ("tabs", "spaces") and first and len(above) < 2 and self.breaks(first) == 1:
            first -= 1
            fewer = count - len(self.cells(first, manner))
            if not above and fewer > 1 and self._fills(first, run, manner, units=True):
                fewer = 0
            if fewer not in (0, 1) or count < 3 or not self.opens(first, manner, 1 - fewer):
                break
            above.insert(0, first)
            words = self.words(first, manner)
            if words[0] and fewer == 0 or any(map(is_time, words)):
                break  # what stands above is no part of the header
        return above

    def _flat_header(self, number: int, count: int) -> bool:
        """Whether a line is the header of lines that lost their columns: words, then words for each figure, some of them
        times ("Visits 2023 2024 Change")."""
        words = [word.span() for word in WORD.finditer(self.text, *self.lines[number])][: MOST_WORDS + count]
        behind = [self.text[a:b] for a, b in words[-count + 1 :]]
        if len(words) < count or not any(map(is_time, behind)) or not all(map(_is_name, behind)):
            return False
        self.filled[number] = ((words[0][0], words[-count][1]), *words[-count + 1 :])
        return self.breaks(number + 1) == 1

    def _is_row(self, number: int, manner: Manner) -> bool:
        """Whether most cells behind the label are figures or show that there is none, also the last."""
        label, *words = self.words(number, manner)
        if manner.name == "commas" and ": " in label:  # "Loja: 3,272"
            return False
        return is_figure(words[-1]) and 2 * sum(map(is_figure, words)) >= len(words)

    def _lines(self, manner: Manner, header: list[int], rows: list[int], rules: Iterable[int] = ()) -> Lines:
        cells = {self.lines[number][0]: self.cells(number, manner) for number in (*header, *rows)}
        above, below, rules = ([self.lines[number][0] for number in lines] for lines in (header, rows, rules))
        for start in above[:1]:
            self._part_labels(cells, start, below)
        count = len(cells[below[0]]) if below else 0
        for start in above:
            if len(cells[start]) == count - 1 and manner.name in ("tabs", "spaces"):
                left = cells[start][0][0]  # above the labels stands nothing
                cells[start] = ((left, left), *cells[start])
        return Lines(manner.name, tuple(above), tuple(below), cells, frozenset(rules))

    def _part_labels(self, cells: dict[int, tuple[Span, ...]], header: int, rows: list[int]) -> None:
        """Parts the labels from figures behind them, where the header has as many times: "Offence 2023 | 2024"."""
        words = [word.span() for word in WORD.finditer(self.text, *cells[header][0])]
        times = [*takewhile(lambda span: is_time(self.text[slice(*span)]), reversed(words))][::-1]
        ends = [_LABEL_AND_FIGURES.fullmatch(self.text, *cells[start][0]) for start in rows]
        if not 0 < len(times) < len(words) or not all(ends):
            return
        figures = [[word.span() for word in WORD.finditer(self.text, *end.span("figures"))] for end in ends]
        if {*map(len, figures)} != {len(times)}:
            return
        label = words[0][0], words[-len(times) - 1][1]
        cells[header] = (label, *times, *cells[header][1:])
        for start, end, behind in zip(rows, ends, figures, strict=True):
            cells[start] = (end.span("label"), *behind, *cells[start][1:])
