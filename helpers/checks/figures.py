"""The figures that `checks` compares, made from rows of the tables `dates` and `quantities`, and what kind of
thing they count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

import pandas as pd

from helpers.checks.words import actions_of, content_of, counted_in, is_participle, kind_of, noun_of

__all__ = [
    "Figure",
    "Found",
    "Moment",
    "NEAR",
    "date_of",
    "figure_of",
    "headline",
    "lead_end",
    "length_of",
    "number_of",
    "other_lengths",
    "out_of",
    "prison_terms",
    "same_kind",
    "sentences_of",
    "with_headline",
    "words_between",
]

_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the|those|these|all|its|their)\s(?:\w+\s)?")
NEAR = 400  # characters of a sentence before and after a figure that are looked at


class _InSentence:
    """What stands around something that has a start, an end and the sentence it stands in."""

    @property
    def sentence_end(self) -> int:
        return self.sentence_start + len(self.sentence)

    @property
    def before(self) -> str:
        """The words before it in its sentence, as far as they matter."""
        at = self.start - self.sentence_start
        return self.sentence[max(0, at - NEAR) : at]

    @property
    def after(self) -> str:
        at = self.end - self.sentence_start
        return self.sentence[at : at + NEAR]


@dataclass(frozen=True)
class Figure(_InSentence):
    """A quantity, or a duration that is added up like one (prison terms)."""

    start: int
    end: int
    quote: str
    value: float
    low: float | None
    high: float | None
    approx: bool
    unit: str
    what: str
    block: str
    sentence: str
    sentence_start: int
    label: str
    column: str
    group: int
    lead_in: str
    per: str
    kind: str = ""  # class of the thing counted: person, force, or the stem of its head noun
    words: frozenset[str] = field(default=frozenset(), compare=False)
    actions: frozenset[str] = field(default=frozenset(), compare=False)
    noun: str = field(default="", compare=False)

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high


@dataclass(frozen=True)
class Moment(_InSentence):
    """A temporal expression."""

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

    @property
    def days(self) -> int:
        return (self.finish - self.begin).days + 1 if self.begin and self.finish else 0


@dataclass(frozen=True)
class Found:
    """A relation: `items` in the order in which the quotes are listed."""

    kind: str
    holds: bool
    items: tuple
    about: str


def _optional(value: object) -> float | None:
    return None if value is None or value == "" or pd.isna(value) else float(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


_CLOCK = re.compile(r"[^,;]{1,40}?\son\s(?=\S)")  # "5 a.m. on 12 June"


def date_of(row: dict) -> Moment:
    """A row of the table `dates`, without the hour: days are compared."""
    clock = _CLOCK.match(row["quote"]) if row["type"] == "TIME" else None
    hour = clock.end() if clock else 0
    return Moment(
        row["start"] + hour,
        row["end"],
        row["quote"][hour:],
        row["type"],
        str(row["value"]),
        str(row["mod"] or ""),
        _day(row["begin"]),
        _day(row["finish"]),
        row["block"],
        row["sentence"],
        row["sentence_start"],
    )


_PREPOSITION = re.compile(r"\s(?:with|over|for|on|to|after|under|by|before)\s")


def figure_of(row: dict) -> Figure:
    """A row of the table `quantities`, with the kind of thing it counts and the actions told around it."""
    what, at = row["what"], row["end"] - row["sentence_start"]
    if (
        what
        and row["block"] != "table row"
        and not row["label"]
        and not what.lower().startswith(("those", "them", "these"))
    ):
        behind = row["sentence"][at : at + 120]
        heads = row["sentence"][: row["start"] - row["sentence_start"]].rstrip(" (:").endswith(what)
        if what not in behind and is_participle(behind.lstrip()):
            what = re.split(r"\W", behind.lstrip())[
                0
            ]  # "Raid leaves 15 dead", "broken up in three countries, 29 held"
        elif (what not in behind and not heads) or _PREPOSITION.match(behind):
            what = ""  # "40 in Texas", "charged the nine with fraud": the words are those of something else
    if row["block"] == "bullet" and what == row["label"]:
        what = ""  # "Pacific: 112.5 tonnes": a label may be a place
    if row["block"] == "table row" and what == row["label"] and kind_of(what) not in ("person", "force"):
        what = counted_in(row["column"]) or what  # a row may be a place, or the total
    head = (
        kind_of(what)
        or kind_of(row["column"])
        or (kind_of(row["label"]) if row["block"] == "table row" else "")
    )
    near = row["sentence"][
        max(0, row["start"] - row["sentence_start"] - 80) : row["end"] - row["sentence_start"] + 80
    ]
    return Figure(
        row["start"],
        row["end"],
        row["quote"],
        float(row["value"]),
        _optional(row["low"]),
        _optional(row["high"]),
        bool(row["approx"]),
        row["unit"],
        row["what"],
        row["block"],
        row["sentence"],
        row["sentence_start"],
        row["label"],
        row["column"],
        row["group"],
        row["lead_in"],
        row["per"],
        head,
        content_of(f"{row['what']} {row['label']} {row['column']}"),
        actions_of(f"{near} {row['column']}"),
        noun_of(what) or noun_of(row["column"]) or noun_of(row["label"]),
    )


_PRISON = re.compile(
    r"\b(?:prison|jail(?:ed)?|sentenced?|imprisonment|behind bars|custody|combined|terms?|incarceration|custodial|average|each|"
    r"in total|total of|gets|got|handed|locked up)\b",
    re.IGNORECASE,
)


def prison_terms(times: list[Moment], counted: list[Figure]) -> Iterator[Figure]:
    """Durations that are counted and added up: prison terms and the cells of a table."""
    tables = {figure.sentence_start: figure for figure in counted if figure.block == "table row"}
    terms = {
        time.sentence_start
        for time in times
        if time.type == "DURATION" and _PRISON.search(time.before[-30:] + time.after[:30])
    }
    for time in times:
        length = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", time.value)
        if time.type != "DURATION" or time.begin or not length:
            continue
        row = tables.get(time.sentence_start)
        if re.match(r"\s(?:after|ago|later|since|before|earlier)\b", time.after) or not (
            time.sentence_start in terms or (row and time.block == "table row")
        ):
            continue
        bounds = float(length[2])
        low = None if time.mod in ("LESS_THAN", "EQUAL_OR_LESS") else bounds
        high = None if time.mod in ("MORE_THAN", "EQUAL_OR_MORE") else bounds
        yield Figure(
            time.start,
            time.end,
            time.quote,
            bounds,
            low,
            high,
            time.mod == "APPROX",
            f"time {length[1]}{length[3]}",
            "",
            time.block,
            time.sentence,
            time.sentence_start,
            row.label if row else "",
            "",
            row.group if row else -1,
            row.lead_in if row else "",
            "",
            "term",
            frozenset(),
            frozenset(),
        )


def other_lengths(times: list[Moment], known: list[Figure]) -> Iterator[Figure]:
    """The other lengths of time, which an average may divide by: durations ("24 crossings in 12 weeks") and,
    in days, ranges of dates."""
    starts = {figure.start for figure in known}
    for time in times:
        length = length_of(time)
        ranged = 1 < time.days < 1500 and "/" in time.value
        if time.start in starts or not (length or ranged):
            continue
        size, unit, column = (*length, "") if length else (float(time.days), "D", "range")
        place = (time.block, time.sentence, time.sentence_start, "", column, -1, "", "", "term")
        yield Figure(time.start, time.end, time.quote, size, size, size, False, f"time {unit}", "", *place)


def number_of(value: float) -> str:
    """A number as it is written in a line of arithmetic."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures may count the same kind of thing in the same unit; an unknown kind agrees with
    all."""
    return a.unit == b.unit and (
        a.kind == b.kind or not a.kind or not b.kind or {a.kind, b.kind} <= {"person", "force"}
    )


def with_headline(figures: list[Figure]) -> list[Figure]:
    """The figures, with headings above the first paragraph as titles: a press release begins with its date
    and its office."""
    first = next((figure.start for figure in figures if figure.block not in ("title", "heading")), 0)
    return [
        replace(figure, block="title") if figure.block == "heading" and figure.start < first else figure
        for figure in figures
    ]


def lead_end(figures: list[Figure]) -> int:
    """End of the lead: of the first sentence outside titles and headings that holds a figure."""
    return next((figure.sentence_end for figure in figures if figure.block == "paragraph"), 0)


def headline(figures: list[Figure]) -> list[Figure]:
    """The figures of titles and of the lead."""
    lead = lead_end(figures)
    return [figure for figure in figures if figure.block == "title" or figure.end <= lead]


_Item = TypeVar("_Item", bound=_InSentence)


def sentences_of(items: Iterable[_Item]) -> dict[int, list[_Item]]:
    """Figures or dates by the offset of the sentence they stand in, both in the order given."""
    sentences: dict[int, list[_Item]] = {}
    for item in items:
        sentences.setdefault(item.sentence_start, []).append(item)
    return sentences


def words_between(a: Figure | Moment, b: Figure | Moment) -> str:
    """The words of a sentence between two figures."""
    return (
        a.sentence[max(a.end, b.start - NEAR) - a.sentence_start : b.start - a.sentence_start]
        if a.sentence_start == b.sentence_start
        else ""
    )


def length_of(time: Moment) -> tuple[float, str] | None:
    """Size and unit (D, W, M, Y, H) of a pure duration; None for anything else."""
    match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", time.value)
    if time.type != "DURATION" or time.begin or not match or (match[1] and match[3] == "M"):
        return None
    return float(match[2]), match[3]


def out_of(part: Figure, total: Figure) -> bool:
    """Whether one figure is told as a part of the next: "seven of the 19"."""
    return bool(_OUT_OF.fullmatch(words_between(part, total)))
