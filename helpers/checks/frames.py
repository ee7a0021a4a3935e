"""The figures and dates of one article as `checks` compares them; `helpers.checks.stories` makes them from rows.

A `Frame` is a quantity with its frame (what is counted, how it refers, where it stands), on one scale with those of
its dimension; a length of time is one too. A `Moment` is a stretch of the calendar. `Story` holds those of an article
in order of the text, by the line (sentence, bullet or table row) in which they stand.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from helpers.checks.kept import kept
from helpers.texts import PEOPLE_CLASSES

__all__ = [
    "SAME_KIND",
    "Frame",
    "Moment",
    "Story",
    "agreement",
    "between",
    "maybe_same_kind",
    "same_kind",
]

_COUNTS = {"count", "charge", "offence", "offense", "crime"}  # 14 offences are as many counts
_COINS = re.compile(r"(?:\sand\s[\w-]{3,20})?\s(?:coins?|notes?|bills?|stamps?|pieces?)\b")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|\s[a-z]+illion)")
NEAR = 400  # characters of a sentence before and after a figure that are looked at


class _InLine:
    """What stands around something that has a start, an end and the sentence it stands in."""

    @kept
    def spot(self) -> tuple[type, int]:
        """Where it stands; a length of time is a figure and a moment at one spot."""
        return (type(self), self.start)

    @kept
    def before(self) -> str:
        at = self.start - self.sentence_start
        return self.sentence[max(0, at - NEAR) : at]

    @kept
    def after(self) -> str:
        at = self.end - self.sentence_start
        return self.sentence[at : at + NEAR]


@dataclass(
    eq=False
)  # each stands for itself, and is soon found in a list; none is changed: that is left unguarded, for many are made
class Frame(_InLine):
    """A quantity or a length of time; see the columns of `QuantityRow`. `size`, `low` and `high` are on the scale of
    its dimension; `line` is the number of its sentence in the article."""

    start: int
    end: int
    quote: str
    value: float
    low: float | None
    high: float | None
    approx: bool
    unit: str
    dimension: str
    factor: float
    block: str
    sentence: str
    sentence_start: int
    line: int
    noun: str = ""
    noun_class: str = ""
    event: str = ""
    part_in_event: str = ""
    refers: str = "new"
    place: str = ""
    restrictors: str = ""
    step: float = 1.0
    per: str = ""
    what: str = ""
    label: str = ""
    column: str = ""
    group: int = -1
    lead_in: str = ""

    @kept
    def size(self) -> float:
        return self.value * self.factor

    @kept
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high and not self.approx

    @kept
    def counts(self) -> bool:
        """Whether it can be added up: a count, a measure, money or a length of time, but no share or ratio, and not "at
        least one", which says that there are some; nor "10.00", a time of day."""
        if self.low == 1 and self.high is None or self.unit == "count" and _CLOCK.match(self.quote):
            return False
        return self.dimension not in ("percent", "percentage points", "ratio") and not self.names_coin

    @kept
    def names_coin(self) -> bool:
        """Whether it is the name of a coin: "Two-euro and 50-cent coins"."""
        return "-" in self.quote and bool(_COINS.match(self.after))


@dataclass(eq=False)
class Moment(_InLine):
    """A temporal expression; `days` is its length on the calendar, `length` that of a pure duration."""

    start: int
    end: int
    quote: str
    type: str
    value: str
    mod: str
    begin: date | None
    finish: date | None
    block: str
    sentence: str
    sentence_start: int
    line: int
    precision: str = ""
    year_from: str = ""
    event: str = ""
    told_behind: int = -1  # start of the date whose verb stands before its own in one row

    @kept
    def days(self) -> int:
        return (self.finish - self.begin).days + 1 if self.begin and self.finish else 0

    @kept
    def length(self) -> tuple[float, str] | None:
        match = re.fullmatch(r"P(T?)(\d{1,9}(?:\.\d{1,6})?)([YMWDH])", self.value)
        if not match or (match[1] and match[3] != "H") or (self.type != "DURATION"):
            return None
        return float(match[2]), match[3]


@dataclass
class Story:
    """The figures and dates of one article; `lines`: where each sentence that holds one begins, and its words; `aged`: the
    same of the sentences that tell an age, `timed` of those that tell a time of day; `items`: where an item of a numbered list
    stands, and its number; `multiples`: the verbs that say how many times as large something is; `written`: where a sentence
    begins → its words with the letters that the article has, if these are others; `sentences`: all that the tables hold, also those
    without a figure."""

    frames: list[Frame]
    moments: list[Moment]
    lines: list[tuple[int, str]]
    aged: list[tuple[int, str]]
    timed: list[tuple[int, str]]
    items: list[tuple[int, str]]
    multiples: list[Frame]
    written: dict[int, str]
    sentences: list[tuple[int, str]]

    def written_at(self, item) -> str:
        """The words of an item of a tie, with the letters that the article has."""
        for start, words in self.written.items():
            if start <= item.start < start + len(words):
                return words[item.start - start : item.end - start]
        return item.quote

    @kept
    def by_line(self) -> dict[int, list[Frame]]:
        """Line → the figures that stand in it."""
        return _by_line(self.frames)

    def inside(self, start: int, end: int) -> list[Frame]:
        """The figures that begin in a stretch of the text."""
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        return self.frames[low:high]

    @kept
    def _starts(self) -> list[int]:
        return [one.start for one in self.frames]

    @kept
    def counted(self) -> list[Frame]:
        """The figures outside of tables that can be added up."""
        return [one for one in self.frames if one.counts and not one.block.startswith("table")]

    @kept
    def by_noun(self) -> dict[str, list[Frame]]:
        """Noun → the figures of running text that count it."""
        found: dict[str, list[Frame]] = {}
        for one in self.counted:
            if one.noun:
                found.setdefault(one.noun, []).append(one)
        return found

    @kept
    def rank(self) -> dict[int, int]:
        """Where one of these starts → its number among them."""
        return {one.start: number for number, one in enumerate(self.counted)}

    @kept
    def dated(self) -> dict[int, list[Moment]]:
        """Line → the stretches of the calendar that it names."""
        return _by_line([one for one in self.moments if one.begin and one.finish])

    @kept
    def told_times(self) -> dict[int, list[Moment]]:
        """Line → the temporal expressions that stand in it."""
        return _by_line(self.moments)

    def gap(self, a: int, b: int) -> int:
        """Characters between two lines, 0 for the same line."""
        if a == b:
            return 0
        first, second = (a, b) if a < b else (b, a)
        return max(1, self.lines[second][0] - self._ends[first])

    @kept
    def _ends(self) -> list[int]:
        """Where each line ends."""
        return [start + len(text) for start, text in self.lines]

    def text_between(self, a: _InLine, b: _InLine) -> str:
        """The words from the end of one figure to the start of another, as far as the tables hold them."""
        if a.line == b.line:
            return between(a, b)
        inner = " ".join(text for _, text in self.lines[a.line + 1 : b.line][:3])
        return f"{a.after} {inner} {b.before}"

    @kept
    def lead(self) -> int:
        """Line of the first sentence of running text."""
        return next((frame.line for frame in self.frames if frame.block == "paragraph"), 0)

    def is_head(self, one: _InLine) -> bool:
        """Whether a figure stands in a title, or in a heading above the running text."""
        return one.block == "title" or (one.block == "heading" and one.line < self.lead)


def _by_line(found: list) -> dict[int, list]:
    """Line → what stands in it, in the order given."""
    return {at: list(own) for at, own in groupby(sorted(found, key=attrgetter("line")), attrgetter("line"))}


def between(a: _InLine, b: _InLine) -> str:
    """The words of a sentence between two figures."""
    if a.sentence_start != b.sentence_start:
        return ""
    first, second = (a, b) if a.start <= b.start else (b, a)
    start = max(first.end, second.start - NEAR)
    return a.sentence[start - a.sentence_start : second.start - a.sentence_start]


def agreement(a: Frame, b: Frame) -> str:
    """How two figures agree in what they count: "same noun", "same class", "open" (one does not say), "other noun", or
    empty where they cannot be compared at all."""
    if a.dimension != b.dimension:
        return ""
    if not a.noun or not b.noun or a.dimension.startswith("time "):
        return "open"
    if a.noun == b.noun:
        return "same noun"
    classes = {a.noun_class, b.noun_class}
    if "generic" in classes:
        return "open"
    if (
        a.noun_class
        and a.noun_class == b.noun_class
        or _compound(a.noun, b.noun)
        or {a.noun, b.noun} <= _COUNTS
    ):
        return "same class"
    if a.dimension != "count" or "" in classes or classes <= PEOPLE_CLASSES:
        return "other noun"
    return ""


# levels of `agreement`: figures that count the same, and those of which it may be so
SAME_KIND = ("same noun", "same class")
MAYBE_SAME_KIND = (*SAME_KIND, "open")


def same_kind(a: Frame, b: Frame) -> bool:
    """Whether two figures count the same kind of thing by their nouns."""
    return agreement(a, b) in SAME_KIND


def maybe_same_kind(a: Frame, b: Frame) -> bool:
    """Whether two figures may count the same kind of thing: by their nouns, or for want of one."""
    return agreement(a, b) in MAYBE_SAME_KIND


def _compound(a: str, b: str) -> bool:
    """Whether a noun is a kind of the other by its last part: songbird, bird."""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and long.endswith(short)
