"""The figures and dates of one article as `checks` compares them, made from rows of the tables `quantities` and
`dates`.

A `Frame` is a quantity with its frame (what is counted, how it refers, where it stands), on one scale with those of
its dimension; a length of time is one too. A `Moment` is a stretch of the calendar. `Story` holds those of an article
in order of the text, by the line (sentence, bullet or table row) in which they stand.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from operator import attrgetter

import pandas as pd

from helpers.clauses import reference_of
from helpers.texts import PEOPLE_CLASSES, word_list

__all__ = ["Frame", "Moment", "Story", "agreement", "between", "story_of"]

NEAR = 400  # characters of a sentence before and after a figure that are looked at
MOST = 400  # figures of an article, and dates: what compares many must end soon on any text


@cache
def _dimensions() -> dict[str, tuple[str, float]]:
    return {row["unit"]: (row["dimension"], float(row["factor"])) for row in word_list("checks/dimensions")}


class _InLine:
    """Something with a start, an end and the sentence it stands in."""

    @property
    def before(self) -> str:
        at = self.start - self.sentence_start
        return self.sentence[max(0, at - NEAR) : at]

    @property
    def after(self) -> str:
        at = self.end - self.sentence_start
        return self.sentence[at : at + NEAR]


@dataclass(frozen=True)
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

    @property
    def size(self) -> float:
        return self.value * self.factor

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high and not self.approx

    @property
    def counts(self) -> bool:
        """Whether it can be added up: no share and no ratio."""
        return self.dimension not in ("percent", "percentage points", "ratio")


@dataclass(frozen=True)
class Moment(_InLine):
    """A temporal expression; `days` is its length on the calendar."""

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

    @property
    def days(self) -> int:
        return (self.finish - self.begin).days + 1 if self.begin and self.finish else 0

    @property
    def length(self) -> tuple[float, str] | None:
        match = re.fullmatch(r"P(T?)(\d{1,9}(?:\.\d{1,6})?)([YMWDH])", self.value)
        if not match or (match[1] and match[3] != "H") or (self.type != "DURATION"):
            return None
        return float(match[2]), match[3]


@dataclass
class Story:
    """The figures and dates of one article."""

    frames: list[Frame]
    moments: list[Moment]
    lines: list[tuple[int, str]]
    aged: list[tuple[int, str]] = field(default_factory=list)  # where a sentence tells an age, its words
    items: list[tuple[int, str]] = field(default_factory=list)  # where an item of a list stands, its number

    @cached_property
    def by_line(self) -> dict[int, list[Frame]]:
        """Line → the figures that stand in it."""
        return _by_line(self.frames)

    @cached_property
    def counted(self) -> list[Frame]:
        """The figures outside of tables that can be added up."""
        return [one for one in self.frames if one.counts and not one.block.startswith("table")]

    @cached_property
    def dated(self) -> dict[int, list[Moment]]:
        """Line → the stretches of the calendar that it names."""
        return _by_line([one for one in self.moments if one.begin and one.finish])

    def gap(self, a: int, b: int) -> int:
        """Characters between two lines, 0 for the same line."""
        first, second = sorted((a, b))
        return int(a != b) and max(
            1, self.lines[second][0] - self.lines[first][0] - len(self.lines[first][1])
        )

    def text_between(self, a: _InLine, b: _InLine) -> str:
        """The words between two figures, as far as the tables hold them."""
        inner = " ".join(text for _, text in self.lines[a.line + 1 : b.line][:3])
        return between(a, b) if a.line == b.line else f"{a.after} {inner} {b.before}"

    @cached_property
    def lead(self) -> int:
        """Line of the first sentence of running text."""
        return next((frame.line for frame in self.frames if frame.block == "paragraph"), 0)

    def is_head(self, one: _InLine) -> bool:
        """Whether a figure stands in a title, or in a heading above the running text."""
        return one.block == "title" or (one.block == "heading" and one.line < self.lead)


def between(a: _InLine, b: _InLine) -> str:
    """The words of a sentence between two figures."""
    if a.sentence_start != b.sentence_start:
        return ""
    first, second = (a, b) if a.start <= b.start else (b, a)
    start = max(first.end, second.start - NEAR)
    return a.sentence[start - a.sentence_start : second.start - a.sentence_start]


def agreement(a: Frame, b: Frame) -> str:
    """How two figures agree in what they count: "same noun", "same class", "open", "other noun"; empty if incomparable."""
    if a.dimension != b.dimension:
        return ""
    if not a.noun or not b.noun or a.dimension.startswith("time "):
        return "open"
    if a.noun == b.noun:
        return "same noun"
    classes = {a.noun_class, b.noun_class}
    if "generic" in classes:
        return "open"
    if a.noun_class and a.noun_class == b.noun_class or _compound(a.noun, b.noun):
        return "same class"
    if a.dimension != "count" or "" in classes or classes <= PEOPLE_CLASSES:
        return "other noun"
    return ""


def _compound(a: str, b: str) -> bool:
    """Whether a noun is a kind of the other: songbird, bird."""
    return min(len(a), len(b)) > 3 and (a.endswith(b) or b.endswith(a))


def _optional(value: object) -> float | None:
    return None if value == "" or pd.isna(value) else float(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def story_of(quantities: list[dict], dates: list[dict], aside: list[dict] | tuple[dict, ...] = ()) -> Story:
    """The figures and dates of one article, from rows of its tables; `aside` are ages and numbers of items."""
    dates = [row for row in dates if not row["vague"]]
    quantities, dates = (sorted(rows, key=lambda row: row["start"])[:MOST] for rows in (quantities, dates))
    lines = sorted({row["sentence_start"]: row["sentence"] for row in (*quantities, *dates)}.items())
    number = {start: index for index, (start, _) in enumerate(lines)}
    moments = [_moment(row, number) for row in dates]
    frames = [_frame(row, number) for row in quantities]
    dated = {moment.start - 1 for moment in moments}  # "2,310 three weeks later" counts no weeks
    frames = [replace(one, noun="", noun_class="") if one.end in dated else one for one in frames]
    frames = [frames[0], *map(_as_rough, frames, frames[1:])] if frames else []
    lengths = [_length(moment) for moment in moments if moment.length]
    cells = {frame.line: frame for frame in frames if frame.block == "table row"}
    lengths = [replace(one, **_cell_of(cells[one.line])) if one.line in cells else one for one in lengths]
    frames = sorted([*frames, *lengths], key=lambda one: one.start)
    aged = [(row["sentence_start"], row["sentence"]) for row in aside if row["reason"] == "age"]
    items = [(row["start"], row["quote"]) for row in aside if row["reason"] == "list number"]
    return Story(frames, moments, lines, aged[:MOST], items[:MOST])


def _by_line(found: list) -> dict[int, list]:
    return {at: list(own) for at, own in groupby(sorted(found, key=attrgetter("line")), attrgetter("line"))}


def _as_rough(a: Frame, b: Frame) -> Frame:
    """A figure, as rough as the one behind which it stands in brackets: "almost four million ringgits (£750,000)"."""
    again = not a.exact and b.exact and a.dimension != b.dimension and between(a, b) == " ("
    return replace(b, approx=True) if again else b


_NAMES = ("noun", "noun_class", "event", "part_in_event", "refers", "place", "restrictors", "per", "what")
_CELL = ("label", "column", "group", "lead_in")
_PLACE = ("start", "end", "quote", "block", "sentence", "sentence_start")
_NOUN = re.compile(r"(?!percent$)[^\W\d_][^\d]*")  # no figure that the parse takes for what is counted
_TOTAL = re.compile(
    r"^(?:all(?!\sothers?\b)|total|overall|altogether|together|combined|sum)\b|\b(?:total|in\sall|overall)$",
    re.I,
)


def _frame(row: dict, number: dict[int, int]) -> Frame:
    dimension, factor = _dimensions().get(row["unit"], (row["unit"], 1.0))
    given = {name: row[name] for name in (*_NAMES, *_CELL, *_PLACE, "unit")}
    if not _NOUN.fullmatch(row["noun"]):
        given["noun"] = ""
    if row["label"] and row["refers"] == "new" and _TOTAL.search(row["label"]):
        given["refers"] = "together"
    return Frame(
        **given,
        **{name: float(row[name]) for name in ("value", "step")},
        **{name: _optional(row[name]) for name in ("low", "high")},
        approx=bool(row["approx"]),
        dimension=dimension,
        factor=factor,
        line=number[row["sentence_start"]],
    )


def _moment(row: dict, number: dict[int, int]) -> Moment:
    return Moment(
        **{name: row[name] for name in (*_PLACE, "type", "value", "mod", "precision", "year_from", "event")},
        begin=_day(row["begin"]),
        finish=_day(row["finish"]),
        line=number[row["sentence_start"]],
    )


def _cell_of(cell: Frame) -> dict[str, object]:
    """Label and group of a table row, for a length of time in it."""
    return {name: getattr(cell, name) for name in _CELL} | {"column": "length"}


_TIMES = {"Y": ("M", 12.0), "W": ("D", 7.0)}  # unit: the one that it is counted in, how many of these it has


def _length(moment: Moment) -> Frame:
    """A pure duration as a figure: years with months, weeks with days."""
    size, unit = moment.length
    dimension, factor = _TIMES.get(unit, (unit, 1.0))
    low = None if moment.mod in ("LESS_THAN", "EQUAL_OR_LESS") else size
    high = None if moment.mod in ("MORE_THAN", "EQUAL_OR_MORE") else size
    place = (moment.block, moment.sentence, moment.sentence_start, moment.line)
    bounds = (size, low, high, moment.mod == "APPROX", f"time {unit}", f"time {dimension}", factor)
    refers = reference_of(moment.before, moment.after)
    return Frame(moment.start, moment.end, moment.quote, *bounds, *place, refers=refers)
