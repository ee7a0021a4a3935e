"""What the readers of quantities hand on: a quantity, a number set aside, and the steps between."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.texts import Sentence

__all__ = ["Aside", "Measured", "Reading", "Window"]


@dataclass(frozen=True)
class Reading:
    """A quantity while it is being read; offsets into the article's text, `noun` where the words for the
    thing counted may begin."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    noun: int
    value: float
    approx: bool = False
    per: str = ""
    cue: str = ""  # the qualifier or the word before the number


@dataclass(frozen=True)
class Aside:
    """A number that counts nothing, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Window:
    """Where a quantity is read: between two dates of a sentence."""

    text: str
    sentence: Sentence
    floor: int
    ceiling: int
    dates: Sequence[tuple]
    taken: int = 0  # end of the quantity before


@dataclass(frozen=True)
class Measured:
    """A number with sign, scale word and unit: `number` is its value before the scale, `low` and `high` are
    after it."""

    start: int
    number_end: int
    end: int
    noun: int
    number: float
    scale: float
    low: float
    high: float
    sign: str
    unit: str
    full: bool = False  # whether it has a unit or scale of its own

    @classmethod
    def alone(cls, start: int, end: int, value: float, unit: str, high: float | None = None) -> "Measured":
        """A number whose end is that of its unit as well, without sign and scale word; a range with `high`."""
        return cls(start, end, end, end, value, 1, value, value if high is None else high, "", unit)
