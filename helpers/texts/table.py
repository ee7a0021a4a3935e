"""A table as a reader sees it: its caption, its header, and what each column is of.

`helpers.texts.tables` finds the lines; this module says what their cells are. What a unit is, or a date, it does not
know: `phrases_told` only gives the words that may name one.

>>> [is_time(words) for words in ("FY 2024", "Feb-Apr 2023", "Adopted FY24", "Change on 2023", "310")]
[True, True, True, False, False]
>>> [is_figure(words) for words in ("1,204*", "(3.5)", "US$ 4.1m", "n/a", "14 of them fled")]
[True, True, True, True, False]
>>> list(phrases_told("Cleared, by state (km²)"))
['km²', 'by state']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.texts.lexicon import word_set
from helpers.texts.time_units import MONTH_NAMES

__all__ = [
    "PROSE_MANNERS",
    "Table",
    "has_figure",
    "is_figure",
    "is_time",
    "names_time",
    "of_times",
    "phrases_told",
]

# what only says how much the figures below are worth: "Cost ($000s)", "Rate per 100,000"
_WORTH = re.compile(r"(?<![\d.,])['’]?000s?(?![\w.,])|\b[Pp]er\s\d[\d,. ]*")
_DIGIT = re.compile(r"\d")  # no raised one
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES)
_TIME = re.compile(
    r"\b(?:FY|SY)?\s?[’']?(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?(?!\d)"
    r"|\b(?:FY|SY)\s?[’']?\d\d(?:[-–/]\d\d)?\b|\b(?:[QH][1-4]|[1-4]Q|[12]H)(?:\s?[’']?\d\d)?\b"
    rf"|\b(?:\d{{1,2}}\s)?(?:{_MONTH}|Sept)\b\.?(?:[-\s]?[’']?\d\d\b(?!,))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIFFERENCE = re.compile(r"(?i)\bchange|%|growth|difference|\bper\b")
MOST_WORDS = 4  # beside the time in a header: "Adopted FY24", "As at 31 March 2024 (revised)"
_FISCAL = re.compile(r"(?i)\W*(?:(?:fiscal|financial|budget)\syears?|FYs?)\b[\s\W]*")
_FIGURE = re.compile(
    r"[(\[]?[-+−–±<>~]?\s?(?:[A-Za-z]{0,4}[$£€¥₹₦]|[A-Z]{3}|[A-Z]?[Ss]h|Rs\.?|R|N|Tk|kr)?\s?[-−–]?\d[\d.,'’ \xa0]*"
    r"(?:[-–]\s?\d[\d.,]*)?(?:[%‰]|[A-Za-z°µ][A-Za-z²³/]{0,11}(?:\s[a-z²³]{1,12})?)?[)\]]?"
    r"(?:[*†‡§¶¹²³⁴-⁹]{1,3}|\s?\[\w{1,3}\])?(?:\s?\([^()]{1,24}\))?"
)
_NOTHING = re.compile(r"(?i)n\.?/?a\.?|nil|none|nd|[-–—.…*†:]*")
# in a caption, a label or a header: "(kg)", ", $ million", "in millions of pesos"
_TOLD = re.compile(
    r"\(([^()]{1,30})\)|,\s(?!in\s)([^,():;.]{1,40})(?=\s\(|[,;:.]|$)|\b(in\s(?:1,000\s)?[^,():;.]{1,40})(?=\s\(|[,;:.]|$)"
)
PROSE_MANNERS = ("leaders", "dashes", "semicolons", "list", "commas")  # whose signs also stand within cells
_MARKS = " .:*†‡\xa0"


@dataclass(frozen=True, eq=False)  # known by itself and not by its words: each of its cells asks it
class Table:
    """A table of an article, made once.

    Attributes:
        manner: How its cells are parted (`helpers.texts.tables`); "labels" for lines "label: figure".
        captions: What stands above the rows, the nearest first: the heading of their group, the line before the table, and
            the one before that, if both are no sentences.
        note: The line behind it; empty if there is none.
        header: The words of the header, column by column; empty without one.
        units: The words of its second line, column by column; empty without one.
        rows: The words of the other lines, cell by cell.
    """

    manner: str
    captions: tuple[str, ...]
    note: str
    header: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @cached_property
    def label(self) -> int:
        """The number of the column of labels: the first, or the second where the first only numbers the rows."""
        return int(bool(self.header) and self.header[0].strip(_MARKS).lower() in word_set("row_numbers"))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What each column is of: numbers (of the rows), labels, times, figures or words."""
        return tuple(self._kind(number) for number in range(max(map(len, (self.header, *self.rows)))))

    def _kind(self, number: int) -> str:
        cells = [row[number] for row in self.rows if number < len(row) and row[number]]
        timed = of_times(self.column(number)) and not any(set("$£€%") & {*cell} for cell in cells)
        if timed or number <= self.label and cells and all(map(names_time, cells)):
            return "times"
        if number <= self.label and len(cells) > 1 and cells == [str(n) for n in range(1, len(cells) + 1)]:
            return "numbers"
        if number <= self.label:
            return "labels" if number == self.label else "numbers"
        if cells and all(map(_YEAR.fullmatch, cells)):
            return "times"
        return "figures" if 2 * sum(map(is_figure, cells)) >= len(cells) else "words"

    @cached_property
    def unit_column(self) -> int:
        """The number of the column whose cells say in what the others of their rows are measured; -1 without one."""
        names = (name.strip(_MARKS).lower() for name in self.header)
        return next((number for number, name in enumerate(names) if name in word_set("unit_columns")), -1)

    @cached_property
    def signed(self) -> frozenset[int]:
        """The columns in which brackets are a minus: some of their figures have them and others do not."""
        bracketed = [[cell[:1] == "(" for cell in row] for row in self.rows]
        width = max(map(len, bracketed), default=0)
        columns = ([row[number] for row in bracketed if number < len(row)] for number in range(width))
        return frozenset(number for number, found in enumerate(columns) if any(found) and not all(found))

    def column(self, number: int) -> str:
        """The words of the header above a cell; empty if there are none."""
        return self.header[number] if number < len(self.header) else ""

    def unit(self, number: int) -> str:
        """The words of the second line of the header above a cell; empty if there are none."""
        return self.units[number] if number < len(self.units) else ""


def has_figure(words: str) -> bool:
    """Whether a cell holds a figure, and not only what figures are worth."""
    return bool(_DIGIT.search(_WORTH.sub("", words)))


def is_figure(words: str) -> bool:
    """Whether a cell is a figure and nothing else, or shows that there is none."""
    return bool(_FIGURE.fullmatch(words) or _NOTHING.fullmatch(words))


def names_time(words: str) -> bool:
    """Whether a cell names a time and has no other figure: "Q1 2025", "2022-23 Actuals", "Change on 2023"."""
    rest = _TIME.sub(" ", words)
    return rest != words and not _DIGIT.search(rest) and len(rest.split()) <= MOST_WORDS


def is_time(words: str) -> bool:
    """Whether a header is the time that the figures below are of: names one, and no difference."""
    return names_time(words) and not _DIFFERENCE.search(words)


def of_times(header: str) -> str:
    """Whether the cells below a header are times: "fiscal" of fiscal years, "any" of others; empty of no times."""
    if _FISCAL.fullmatch(header):
        return "fiscal"
    return "any" if header.strip(_MARKS).lower() in word_set("column_times") else ""


def phrases_told(words: str) -> Iterator[str]:
    """The words that may name a unit or a scale: in brackets, behind a comma, or with "in"; the last ones first."""
    words = words.strip(_MARKS)
    for told in reversed([*_TOLD.finditer(words)]):
        phrase = next(filter(None, told.groups()))
        yield phrase
        yield from phrase.split(", ")[:0:-1]
        yield from ["in " + part for part in phrase.split(" in ")[1:]]
