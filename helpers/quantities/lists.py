"""The word lists of the room: units and signs, and for each language the words around numbers.

`units.csv` has every unit with its dimension and its factor to a base unit, `signs.csv` the currency signs;
both hold in all languages. What is written differently in each has a folder: `en/`, `es/`.

>>> unit_factor("tonne"), unit_factor("lb")
(('mass', 1000.0), ('mass', 0.45359237))
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from helpers.texts import fold_letters, word_list

__all__ = [
    "MONTHS",
    "SIGNS",
    "Written",
    "dimension_of",
    "kinds_of",
    "listed",
    "pattern_of",
    "plain",
    "unit_factor",
    "written_units",
]


class Written(NamedTuple):
    """A way to write a unit: `form` is exact (upper and lower case count), attached (no space before it),
    signed (only behind a currency sign), of (only before "of"), scaled (only behind a scale word) or empty."""

    unit: str
    scale: float
    form: str


_UNITS = {row["unit"]: (row["dimension"], float(row["factor"])) for row in word_list("quantities/units")}
# the months as `dates` has them, long and short, with a capital: "|" between them
MONTHS = "|".join(row["word"].title() for row in word_list("dates/en/words") if row["kind"] == "month")
SIGNS = {row["written"]: row["unit"] for row in word_list("quantities/signs")}


def unit_factor(unit: str) -> tuple[str, float]:
    """Dimension of a unit of the column `unit`, and its factor to the base unit of that dimension.

    Two quantities of one dimension are compared as `value * factor`; money has no rates, so that each
    currency is its own dimension. A unit that is in no list is a dimension of its own.
    """
    dimension, factor = _UNITS.get(unit, (unit, 1.0))
    return (unit, 1.0) if dimension == "money" else (dimension, factor)


def dimension_of(unit: str) -> str:
    """What a unit measures: share, mass, money ...; empty for one that is in no list."""
    return _UNITS.get(unit, ("", 1.0))[0]


@lru_cache(maxsize=4096)  # a unit or a short run of words; asked for at every number
def plain(word: str) -> str:
    """A word as the lists have it: folded, in small letters, with single spaces for white space and hyphens."""
    return re.sub(r"[\s-]+", " ", fold_letters(word).lower())


@cache
def listed(language: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a list of a language."""
    return word_list(f"quantities/{language}/{name}")


@cache
def kinds_of(language: str, name: str, column: str) -> dict[str, frozenset[str]]:
    """Kind -> the words of a list that are of this kind."""
    rows = listed(language, name)
    return {
        kind: frozenset(row[column] for row in rows if row["kind"] == kind)
        for kind in {row["kind"] for row in rows}
    }


@cache
def written_units(language: str) -> tuple[dict[str, Written], dict[str, Written]]:
    """The ways to write units: those whose case counts, and the others in small letters."""
    exact: dict[str, Written] = {}
    words: dict[str, Written] = {}
    for row in listed(language, "units"):
        written = Written(row["unit"], float(row["scale"] or 1), row["form"])
        if row["form"] in ("exact", "attached"):
            exact[re.sub(r"[\s-]+", " ", fold_letters(row["written"]))] = written
        else:
            words[plain(row["written"])] = written
    return exact, words


def pattern_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a space in them stands for white space or hyphen."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"[\s-]")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )
