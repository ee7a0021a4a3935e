"""Finds the tables of a plain text: which lines are one, where their cells are, and which of them are the header.

Cells are kept apart by bars, tabs or runs of spaces, leaders of dots, dashes, semicolons or commas; of a table that lost
its columns, some words stand before figures alone. Lines are a table if a rule stands below the first, or if several
follow each other with as many cells, most of them with figures; where prose has the same signs (commas, dashes,
semicolons) the cells behind the first must be figures and nothing else. Lines "label: figure" are a list of labels.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from helpers.texts.lines import Span
from helpers.texts.table import has_figure, is_figure, is_time, names_time

__all__ = ["Lines", "find_lists", "find_tables"]

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:[|+]\s*:?-{3,}:?\s*)*\|?\s*")
_FRAME = re.compile(r"\+(?:[-=]{2,}\+)+")  # of a table in a box
_GAP = re.compile(r"(?<![.!?:;,])(?:[ \xa0]*\t[ \xa0\t]*|[ \xa0]{2,})")
# "Master Calendar 205,178 865 1,136"
_FLAT = re.compile(r"[^\d|:;]{2,60}(?<=[A-Za-z)*])(?P<figures>(?:\s[-+$€£]?\d[\d,.'’]{0,14}%?){2,8})")
_LABEL_AND_FIGURES = re.compile(
    r"(?P<label>\D{2,60}?[^\W\d]):?(?P<figures>(?:[ \xa0]{1,9}[-+−(]?[$€£]?\d[\d.,]{0,15}[%)]{0,2}){1,8})"
)
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z“\"]")
_THOUSANDS = re.compile(r"\W*1[ ,.]?000s?\W*(?:[^\W\d]+)?")  # "1 000", "1 000 t": in which figures are given
MOST_WORDS = 8  # of the label in a header
LONGEST_LINE = 400  # characters of a line of cells that are parted by the signs of prose
NEAREST = 6  # lines above one with empty cells that show where the columns are
LONGEST_HEADING = 60  # of a line between the groups of a table
BULLETS = "-*•·–‣▪●◦"
SIGNS = "%$£€¥₹"


def _is_name(word: str) -> bool:
    """Whether a word can be a header: a time, or a word without a figure that opens with a capital."""
    return is_time(word) or not has_figure(word) and not word[0].islower()


@dataclass(frozen=True)
class _Manner:
    """What parts the cells; how many lines and cells there are at least; whether prose has this sign, too."""

    name: str
    gap: re.Pattern
    rows: int
    cells: int = 2
    prose: bool = True


_BARS = _Manner("bars", re.compile(r"\|"), 2, prose=False)
_MANNERS = (
    _BARS,
    _Manner("tabs", re.compile(r"\t"), 3, prose=False),
    _Manner("spaces", _GAP, 3, prose=False),
    _Manner("leaders", re.compile(r"\s?\.{2,}\s?"), 3, 3),
    _Manner("dashes", re.compile(r"\s[—–]\s"), 3, 3),
    _Manner("semicolons", re.compile(r";\s?"), 3),
    _Manner("list", re.compile(r",\s"), 3, 3),
    _Manner("commas", re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)'), 3, 3),
)
_LABELS = _Manner("labels", re.compile(r":\s+|\s[—–]\s|\s?\.{4,}\s?"), 2)
_LISTED = replace(_LABELS, rows=3)  # among printed lines; a bullet may go on below itself


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
    page = _Page(text, lines)
    found = list(page.ruled())
    for manner in (*_MANNERS, _LISTED):
        page.taken.update(start for one in found for start in one.all)
        found += page.tables(manner)
    return found


def find_lists(text: str, lines: list[Span], tables: list[Lines]) -> list[Lines]:
    """The lists of "label: figure" among the bullets and paragraphs of a text, outside of what stands in `tables`."""
    return list(_Page(text, lines, {start for one in tables for start in one.all}).tables(_LABELS))


@dataclass
class _Page:
    """The lines of a text; `taken` are those of the tables that were found, by where they begin."""

    text: str
    lines: list[Span]
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rules = {number for number in range(len(self.lines)) if self._is_rule(*self.lines[number])}
        runs = groupby(range(len(self.lines)), key=lambda n: n in self.rules or "|" in self._line(n))
        self.filled: dict[int, tuple[Span, ...]] = {}  # lines with cells that stand empty
        self.barred = [[*run] for bars, run in runs if bars]
        self.opened: set[int] = set()  # lines that begin with a bar as most around them do: it parts no cells
        self.closed: set[int] = set()
        for run in self.barred:
            written = [self._line(number) for number in run if number not in self.rules]
            self.opened.update(run if 2 * sum(line[0] == "|" for line in written) > len(written) else ())
            self.closed.update(run if 2 * sum(line[-1] == "|" for line in written) > len(written) else ())

    def _line(self, number: int) -> str:
        return self.text[slice(*self.lines[number])]

    def _is_rule(self, start: int, end: int) -> bool:
        barred = self.text[start] in "|:-" and "|" in self.text[start:end]
        return bool(
            barred and _RULE.fullmatch(self.text, start, end) or _FRAME.fullmatch(self.text, start, end)
        )

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
            header = above[-2:] if self._adds(above[-1], _BARS) else above[-1:]
            rows = [number for number in run if number > header[-1] and number not in self.rules]
            if len(header) == 1 and rows and self._adds(rows[0], _BARS):
                header, rows = [*header, rows[0]], rows[1:]
            yield self._lines(_BARS, header, rows, self.rules & {*run})

    def tables(self, manner: _Manner) -> Iterator[Lines]:
        """The tables without a rule whose cells are parted in one manner."""
        at = 0
        while at < len(self.lines):
            run = self._run(at, manner)
            if len(run) >= manner.rows and (table := self._table(run, manner)):
                yield table
            at = run[-1] + 1 if run else at + 1

    def cells(self, number: int, manner: _Manner) -> tuple[Span, ...]:
        """The cells of a line; none if it cannot be one of a table in this manner."""
        if number in self.filled and manner.name == "spaces":
            return self.filled[number]
        if not 0 <= number < len(self.lines) or self.lines[number][0] in self.taken or number in self.rules:
            return ()
        start, end = self.lines[number]
        if manner.name == "spaces" and (flat := _FLAT.fullmatch(self.text, start, end)):
            figures = [match.span() for match in _WORD.finditer(self.text, flat.start("figures"), end)]
            return (start, flat.start("figures")), *figures
        if manner.prose and end - start > LONGEST_LINE or not manner.gap.search(self.text, start, end):
            return ()
        if manner.name == "bars":
            start += number in self.opened and self.text[start] == "|"
            end -= number in self.closed and self.text[end - 1] == "|"
        if manner.name == "tabs":  # also those before the first word and behind the last
            start = self.lines[number - 1][1] if number else 0
            start = max(start, self.text.rfind("\n", start, self.lines[number][0]) + 1)
            last = self.lines[number + 1][0] if number + 1 < len(self.lines) else len(self.text)
            end = max(end, self.text.find("\n", end, last))
        found = self._parted(start, end, manner)
        return found if len(found) >= manner.cells else ()

    def _parted(self, start: int, end: int, manner: _Manner) -> tuple[Span, ...]:
        found, at = [], start
        for parted in (*manner.gap.finditer(self.text, start, end), None):
            found.append(self._bare(at, parted.start() if parted else end))
            at = parted.end() if parted else end
        if manner.name == "labels" and len(found) > 2:  # "Costs: $9m (2022: $8m)"
            found = [found[0], (found[1][0], found[-1][1])]
        return tuple(found)

    def _bare(self, start: int, end: int) -> Span:
        """A cell without white space and quotation marks around it."""
        cell = self.text[start:end]
        left, right = start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip())
        quoted = right - left > 1 and self.text[left] == self.text[right - 1] == '"'
        return left + quoted, max(left, right) - quoted

    def words(self, number: int, manner: _Manner) -> list[str]:
        """The words of each cell of a line."""
        return [self.text[a:b] for a, b in self.cells(number, manner)]

    def _run(self, at: int, manner: _Manner) -> list[int]:
        """The numbers of the lines from one on that have as many cells and follow each other, but for a line that heads
        a group of rows, and but for an empty line below a header."""
        count = len(self._row(at, manner))
        run, number = [at] if count else [], at + 1
        while run and number < len(self.lines):
            headed = self._heads(number, at, manner)
            if headed:
                number += 1
            if number == len(self.lines):
                break
            if len(self._row(number, manner)) != count and not self._fills(number, run, manner):
                break
            opens = self._opens(number, manner)
            first = len(run) == 1 and self._opens(at, manner) and not opens
            if headed and opens or not (headed or first) and self._breaks(number) > 1:
                break
            run.append(number)
            number += 1
        return run

    def _fills(self, number: int, run: list[int], manner: _Manner, *, units: bool = False) -> bool:
        """Whether a line with fewer cells is one of a run of lines, each of its cells below one of theirs; the others of
        its cells then stand empty. With `units` it may have one cell, but none for the labels."""
        cells = self._parted(*self.lines[number], manner) if units else self._row(number, manner)
        last = [self._places(one, manner) for one in (*run[:1], *run[-NEAREST:])]
        if manner.name != "spaces" or not 1 < len(cells) + units < len(last[0]) + units:
            return False
        columns = [
            (min(a for a, _ in places), max(b for _, b in places)) for places in zip(*last, strict=True)
        ]
        filled, at = [], cells[0][0]
        begin = self.text.rfind("\n", 0, cells[0][0]) + 1
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

    def _places(self, number: int, manner: _Manner) -> list[Span]:
        """Where the cells of a line stand in it."""
        begin = self.text.rfind("\n", 0, self.lines[number][0]) + 1
        return [(start - begin, end - begin) for start, end in self.cells(number, manner)]

    def _row(self, number: int, manner: _Manner) -> tuple[Span, ...]:
        """The cells of a line that is no prose."""
        cells = self.cells(number, manner)
        if not cells or _SENTENCE.search(self.text, *self.lines[number]):
            return ()
        return () if manner is _LISTED and self._line(number)[0] in BULLETS else cells

    def _breaks(self, number: int) -> int:
        """How many breaks stand between a line and the one before."""
        return self.text.count("\n", self.lines[number - 1][1], self.lines[number][0]) if number else 0

    def _heads(self, number: int, row: int, manner: _Manner) -> bool:
        """Whether a line can head a group of rows such as one of a table: "Young people"."""
        if manner.name not in ("tabs", "spaces"):
            return False
        line, places = self._line(number), self._places(row, manner)
        if self.lines[number][0] - self.text.rfind("\n", 0, self.lines[number][0]) > places[1][0]:
            return False  # it stands below a column of figures
        bare = len(line) <= LONGEST_HEADING and line[-1] not in ".!?;," and not has_figure(line)
        return bare and not self.cells(number, manner)

    def _opens(self, number: int, manner: _Manner, labels: int = 1) -> bool:
        """Whether a line can be a header: behind the labels stands no figure that is no time."""
        words = self.words(number, manner)[labels:]
        return all(names_time(word) for word in words if has_figure(word))

    def _adds(self, number: int, manner: _Manner) -> bool:
        """Whether a line below a header is its second one, of units: without a label, or in brackets, and no figures."""
        label, *words = self.words(number, manner) or [""]
        words = [word for word in words if word]
        bare = not label or all(word[0] == "(" and word[-1] == ")" for word in words)
        told = any(sign.isalnum() or sign in SIGNS for word in words for sign in word)
        return (
            bare and told and not any(has_figure(word) and not _THOUSANDS.fullmatch(word) for word in words)
        )

    def _table(self, run: list[int], manner: _Manner) -> Lines | None:
        """The table that some lines are; None if they are none."""
        header = self._header(run, manner)
        rows = [number for number in run if number not in header]
        holds = has_figure if header else is_figure  # "Beds 142   Staff 88" are no columns
        with_figures = sum(
            any(has_figure(word) and holds(word) for word in self.words(number, manner)[1:])
            for number in rows
        )
        if with_figures < max(manner.rows - 1, len(rows) * 2 / 3):
            return None
        if manner.prose and not (all(self._is_row(number, manner) for number in rows)):
            return None
        if manner.name == "commas" and not header:  # "Leeds,1,204"
            return None
        if not header and any(re.search(r":\s.*\d", self.words(number, manner)[0]) for number in rows):
            return None  # "Arrests: 12 | Fines: 4"
        return self._lines(manner, header, rows)

    def _header(self, run: list[int], manner: _Manner) -> list[int]:
        """The lines of the header: the first ones of a run, or those right above it that have no cell for the labels."""
        first = run[0]
        if self._opens(first, manner) and not all(self._opens(number, manner) for number in run[1:]):
            return run[: 1 + self._adds(run[1], manner)]
        count, above = len(self.cells(first, manner)), []
        if first and _FLAT.fullmatch(self.text, *self.lines[first]) and self._flat_header(first - 1, count):
            return [first - 1]
        if first and self._heads(first - 1, run[0], manner) and self._breaks(first) == 1:
            first -= 1  # the heading of the first group of rows
        while manner.name in ("tabs", "spaces") and first and len(above) < 2 and self._breaks(first) == 1:
            first -= 1
            fewer = count - len(self.cells(first, manner))
            if not above and fewer > 1 and self._fills(first, run, manner, units=True):
                fewer = 0
            if fewer not in (0, 1) or count < 3 or not self._opens(first, manner, 1 - fewer):
                break
            above.insert(0, first)
            words = self.words(first, manner)
            if words[0] and fewer == 0 or any(map(is_time, words)):
                break  # what stands above is no part of the header
        return above

    def _flat_header(self, number: int, count: int) -> bool:
        """Whether a line is the header of lines that lost their columns: words, then words for each figure, some of them
        times ("Visits 2023 2024 Change")."""
        words = [word.span() for word in _WORD.finditer(self.text, *self.lines[number])][: MOST_WORDS + count]
        behind = [self.text[a:b] for a, b in words[-count + 1 :]]
        if len(words) < count or not any(map(is_time, behind)) or not all(map(_is_name, behind)):
            return False
        self.filled[number] = ((words[0][0], words[-count][1]), *words[-count + 1 :])
        return self._breaks(number + 1) == 1

    def _is_row(self, number: int, manner: _Manner) -> bool:
        """Whether most cells behind the label are figures or show that there is none, also the last."""
        label, *words = self.words(number, manner)
        if manner.name == "commas" and has_figure(label):  # "Loja: 3,272"
            return False
        return is_figure(words[-1]) and 2 * sum(map(is_figure, words)) >= len(words)

    def _lines(self, manner: _Manner, header: list[int], rows: list[int], rules: Iterable[int] = ()) -> Lines:
        cells = {self.lines[number][0]: self.cells(number, manner) for number in (*header, *rows)}
        above, below, rules = ([self.lines[number][0] for number in lines] for lines in (header, rows, rules))
        more = 0 if manner.name == "labels" else self._part_labels(cells, below)
        count = len(cells[below[0]]) if below else 0
        for start in above:
            words = [word.span() for word in _WORD.finditer(self.text, *cells[start][0])]
            if 0 < more < len(words) and all(
                is_time(self.text[a:b]) for a, b in words[-more:]
            ):  # "Offence 2023 | 2024"
                cells[start] = ((words[0][0], words[-more - 1][1]), *words[-more:], *cells[start][1:])
            elif len(cells[start]) == count - 1 and (more or manner.name in ("tabs", "spaces")):
                left = cells[start][0][0]  # above the labels stands nothing
                cells[start] = ((left, left), *cells[start])
        return Lines(manner.name, tuple(above), tuple(below), cells, frozenset(rules))

    def _part_labels(self, cells: dict[int, tuple[Span, ...]], rows: list[int]) -> int:
        """Parts each label from the figures behind it, if all have as many behind other words: "Theft 410 | 388". Out: how
        many they are."""
        ends = [_LABEL_AND_FIGURES.fullmatch(self.text, *cells[start][0]) for start in rows]
        if len(rows) < 2 or not all(ends) or len({end["label"] for end in ends}) < len(rows):
            return 0
        figures = [[word.span() for word in _WORD.finditer(self.text, *end.span("figures"))] for end in ends]
        if len(set(map(len, figures))) > 1:
            return 0
        for start, end, behind in zip(rows, ends, figures, strict=True):
            cells[start] = (end.span("label"), *behind, *cells[start][1:])
        return len(figures[0])
