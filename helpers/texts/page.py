"""The lines of a plain text and their cells: what parts them in each manner of tables, and what a line can be in one.

Cells are kept apart by bars, tabs or runs of spaces, leaders of dots, dashes, semicolons or commas; of a table that lost
its columns, some words stand before figures alone. Which lines are a table is asked in `helpers.texts.tables`.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import groupby

from helpers.texts.lines import Span
from helpers.texts.table import has_figure, is_figure, names_time

__all__ = ["BARS", "FLAT", "LABELS", "LISTED", "MANNERS", "WORD", "Manner", "Page"]

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:[|+]\s*:?-{3,}:?\s*)*\|?\s*")
_FRAME = re.compile(r"\+(?:[-=]{2,}\+)+")  # of a table in a box
_GAP = re.compile(r"(?<![.!?:;,])(?:[ \xa0]*\t[ \xa0\t]*|[ \xa0]{2,})")
# "Master Calendar 205,178 865 1,136"
FLAT = re.compile(r"[^\d|:;]{2,60}(?<=[A-Za-z)*])(?P<figures>(?:\s[-+$€£]?\d[\d,.'’]{0,14}%?){2,8})")
WORD = re.compile(r"\S+")
_THOUSANDS = re.compile(r"\W*1[ ,.]?000s?\W*(?:[^\W\d]+)?")  # "1 000", "1 000 t": in which figures are given
# "18-24", "6 to 12 weeks", "65+", "25 and over": what a column is of
_BAND = re.compile(
    r"[$£€]?\d[\d,]{0,9}\s?(?:(?:[-–]|to)\s?[$£€]?\d[\d,]{0,9}(?:\s[a-z]{2,9})?|\+|(?:and|or)\s(?:over|under|more|older|less|above)(?:\s[a-z]{2,9})?)"
)
LONGEST_LINE = 400  # characters of a line of cells that are parted by the signs of prose
LONGEST_HEADING = 60  # of a line between the groups of a table
SIGNS = "%$£€¥₹"


@dataclass(frozen=True)
class Manner:
    """What parts the cells; how many lines and cells there are at least; whether prose has this sign, too."""

    name: str
    gap: re.Pattern
    rows: int
    cells: int = 2
    prose: bool = True


BARS = Manner("bars", re.compile(r"\|"), 2, prose=False)
MANNERS = (
    BARS,
    Manner("tabs", re.compile(r"\t"), 3, prose=False),
    Manner("spaces", _GAP, 3, prose=False),
    Manner("leaders", re.compile(r"\s?\.{2,}\s?"), 3, 3),
    Manner("dashes", re.compile(r"\s[—–]\s"), 3, 3),
    Manner("semicolons", re.compile(r";\s?"), 3),
    Manner("list", re.compile(r",\s"), 3, 3),
    Manner("commas", re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)'), 3, 3),
)
LABELS = Manner("labels", re.compile(r":\s+|\s[—–]\s|\s?\.{4,}\s?"), 2)
LISTED = replace(LABELS, rows=3)  # among printed lines; a bullet may go on below itself


@dataclass
class Page:
    """The lines of a text; `taken` are those of the tables that were found, by where they begin."""

    text: str
    lines: list[Span]
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rules = {number for number in range(len(self.lines)) if self._is_rule(*self.lines[number])}
        runs = groupby(range(len(self.lines)), key=lambda n: n in self.rules or "|" in self.line(n))
        self.filled: dict[int, tuple[Span, ...]] = {}  # lines with cells that stand empty
        self.barred = [[*run] for bars, run in runs if bars]
        # lines with bars above and below a rule: of a table also if they have one cell
        self.ruled_off = {number for run in self.barred if self.rules & {*run} for number in run}
        self.known: dict[tuple[int, int, str], tuple[Span, ...]] = {}  # what `parted` has found
        self.opened: set[int] = set()  # lines that begin with a bar as most around them do: it parts no cells
        self.closed: set[int] = set()
        for run in self.barred:
            written = [self.line(number) for number in run if number not in self.rules]
            self.opened.update(run if 2 * sum(line[0] == "|" for line in written) > len(written) else ())
            self.closed.update(run if 2 * sum(line[-1] == "|" for line in written) > len(written) else ())

    def begin(self, number: int) -> int:
        """Where a line begins, with its white space."""
        start = self.lines[number - 1][1] if number else 0
        return max(start, self.text.rfind("\n", start, self.lines[number][0]) + 1)

    def line(self, number: int) -> str:
        """The words of a line."""
        return self.text[slice(*self.lines[number])]

    def _is_rule(self, start: int, end: int) -> bool:
        barred = self.text[start] in "|:-" and "|" in self.text[start:end]
        return bool(
            barred and _RULE.fullmatch(self.text, start, end) or _FRAME.fullmatch(self.text, start, end)
        )

    def cells(self, number: int, manner: Manner) -> tuple[Span, ...]:
        """The cells of a line; none if it cannot be one of a table in this manner."""
        if number in self.filled and manner.name == "spaces":
            return self.filled[number]
        if not 0 <= number < len(self.lines) or self.lines[number][0] in self.taken or number in self.rules:
            return ()
        start, end = self.lines[number]
        if manner.name == "spaces" and (flat := FLAT.fullmatch(self.text, start, end)):
            figures = [match.span() for match in WORD.finditer(self.text, flat.start("figures"), end)]
            return (start, flat.start("figures")), *figures
        if manner.prose and end - start > LONGEST_LINE or not manner.gap.search(self.text, start, end):
            return ()
        if manner.name == "bars":
            start += number in self.opened and self.text[start] == "|"
            end -= number in self.closed and self.text[end - 1] == "|"
        if manner.name == "tabs":  # also those before the first word and behind the last
            start = self.begin(number)
            last = self.lines[number + 1][0] if number + 1 < len(self.lines) else len(self.text)
            end = max(end, self.text.find("\n", end, last))
        found = self.parted(start, end, manner)
        least = 1 if number in self.ruled_off and manner.name == "bars" else manner.cells
        return found if len(found) >= least else ()

    def parted(self, start: int, end: int, manner: Manner) -> tuple[Span, ...]:
        """The cells between two places, however few."""
        key = (start, end, manner.name)
        if key in self.known:
            return self.known[key]
        found, at = [], start
        for parted in (*manner.gap.finditer(self.text, start, end), None):
            found.append(self._bare(at, parted.start() if parted else end))
            at = parted.end() if parted else end
        if manner.name == "labels" and len(found) > 2:  # "Costs: $9m (2022: $8m)"
            found = [found[0], (found[1][0], found[-1][1])]
        self.known[key] = tuple(found)
        return self.known[key]

    def _bare(self, start: int, end: int) -> Span:
        """A cell without white space and quotation marks around it."""
        cell = self.text[start:end]
        left, right = start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip())
        quoted = right - left > 1 and self.text[left] == self.text[right - 1] == '"'
        return left + quoted, max(left, right) - quoted

    def words(self, number: int, manner: Manner) -> list[str]:
        """The words of each cell of a line."""
        return [self.text[a:b] for a, b in self.cells(number, manner)]

    def places(self, number: int, manner: Manner) -> list[Span]:
        """Where the cells of a line stand in it."""
        begin = self.begin(number)
        return [(start - begin, end - begin) for start, end in self.cells(number, manner)]

    def breaks(self, number: int) -> int:
        """How many breaks stand between a line and the one before."""
        return self.text.count("\n", self.lines[number - 1][1], self.lines[number][0]) if number else 0

    def heads(self, number: int, row: int, manner: Manner) -> bool:
        """Whether a line can head a group of rows such as one of a table: "Young people"."""
        if manner.name not in ("tabs", "spaces"):
            return False
        line, places = self.line(number), self.places(row, manner)
        if self.lines[number][0] - self.begin(number) >= places[1][0]:
            return False  # it stands below a column of figures
        bare = len(line) <= LONGEST_HEADING and line[-1] not in ".!?;," and not has_figure(line)
        return bare and not self.cells(number, manner)

    def opens(self, number: int, manner: Manner, labels: int = 1) -> bool:
        """Whether a line can be a header: behind the labels stands no figure but in a time or behind words ("Over 60"), or a band."""
        words = [word for word in self.words(number, manner)[labels:] if has_figure(word)]
        if manner.name == "labels":  # "Filed: 3 May 2024"
            return not words
        return all(
            names_time(word) or _BAND.fullmatch(word) or word[0].isalpha() and not is_figure(word)
            for word in words
        )

    def adds(self, number: int, manner: Manner) -> bool:
        """Whether a line below a header is its second one, of units: without a label, or in brackets, and no figures."""
        label, *words = self.words(number, manner) or [""]
        words = [word for word in words if word]
        bare = not label or all(word[0] == "(" and word[-1] == ")" for word in words)
        told = any(sign.isalnum() or sign in SIGNS for word in words for sign in word)
        return (
            bare and told and not any(has_figure(word) and not _THOUSANDS.fullmatch(word) for word in words)
        )
