"""Finds the figures that a check names again in the tables, with what they count and their unit."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from helpers.dates import length_of
from helpers.extraction import Tables
from helpers.findings.quoting import quotation
from helpers.findings.words import figure_in_words, percent

__all__ = ["UNITS_OF_TIME", "Figure", "figures_of", "with_unit"]

MOST_BEHIND = 12  # words
_MARK = re.compile(r"[,.;:|(\n—–]")
UNITS_OF_TIME = ("years", "months", "weeks", "days", "hours")


@dataclass(frozen=True)
class Figure:
    """A figure of a text: its words, its value and bounds (None for a date), its unit, what it counts, for a
    date its first and last day, and the words behind it as far as the next mark."""

    quote: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    what: str
    begin: date | None = None
    finish: date | None = None
    behind: str = ""

    @property
    def named(self) -> str:
        """The quote without line ends, in quotation marks."""
        return quotation(self.quote)

    @property
    def printed(self) -> str:
        """The value with its unit."""
        return with_unit(self.value, self)


def with_unit(value: float, like: Figure) -> str:
    """A number with the unit of a figure.

    >>> with_unit(4.5, Figure("3 kg", 3, 3, 3, "kg", "")), with_unit(1, Figure("2 days", 2, 2, 2, "days", ""))
    ('4.5 kg', '1 day')
    """
    if like.unit == "percent":
        return percent(value)
    unit = like.unit[:-1] if value == 1 and like.unit in UNITS_OF_TIME else like.unit
    return figure_in_words(value) + ("" if unit == "count" else f" {unit}")


def figures_of(tables: Tables, places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int, str], Figure]:
    """The figures of the tables that stand at these places (article and start), by article, place and quote; ages, which
    count nothing, with them."""
    found: dict[tuple[str, int, str], Figure] = {}
    for row in _at(tables.dates, places):
        value, unit = _length(row.value)
        begin, finish = (date.fromisoformat(day) if day else None for day in (row.begin, row.finish))
        found[row.article, row.start, row.quote] = Figure(
            row.quote, value, value, value, unit, "", begin, finish
        )
    for row in _at(tables.quantities, places):
        low, high = (None if pd.isna(bound) else float(bound) for bound in (row.low, row.high))
        found[row.article, row.start, row.quote] = Figure(
            row.quote,
            float(row.value),
            low,
            high,
            row.unit,
            " ".join(row.what.split()),
            behind=_behind(row),
        )
    for row in _at(tables.set_aside[tables.set_aside["age"].notna()], places):
        found[row.article, row.start, row.quote] = Figure(row.quote, row.age, row.age, row.age, "years", "")
    return found


def _behind(row) -> str:
    """The words of a sentence behind a figure: "had previous convictions" of "65% had previous convictions, and 20% had none";
    empty if these are many, or if the sentence does not go on so."""
    rest = row.sentence[row.start - row.sentence_start + len(row.quote) :]
    words = _MARK.split(rest, maxsplit=1)[0].split()
    return " ".join(words) if rest[:1] == " " and len(words) <= MOST_BEHIND else ""


def _at(frame: pd.DataFrame, places: Collection[tuple[str, int]]) -> Iterator:
    stands = [place in places for place in zip(frame["article"], frame["start"], strict=True)]
    return frame[stands].itertuples()


def _length(value: str) -> tuple[float | None, str]:
    """Number and unit (one of UNITS_OF_TIME) of a TIMEX3 duration; (None, "") for anything else."""
    length = length_of(value)
    return (length.number, length.unit) if length and length.unit in UNITS_OF_TIME else (None, "")
