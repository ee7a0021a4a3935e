"""What may be an agency in a sentence, as the scanner finds it."""

from dataclasses import dataclass

__all__ = ["Found"]


@dataclass(frozen=True)
class Found:
    """A candidate.

    Attributes:
        start, end: Offsets into the sentence; a bracketed abbreviation after the name is outside.
        text: The words.
        kind: `name`, `abbreviation`, `description`, `pattern` (an organisation that no list holds), `nation`,
            `adjective`, or `official` (a title that stands for a body: "Home Secretary").
        rows: Numbers of the rows of `agencies.csv` (name, abbreviation), `nations.csv` (nation, adjective) or
            `titles.csv` that fit.
        unit: Offsets of the unit in the name of one with the body that it is a part of, or None.
        bracket: Offsets of the abbreviation in brackets that follows, or None.
        whole: Offsets of the name of a body's branch, or with its owner, of which it is the body: "FBI" in "FBI's New
            Orleans Field Office"; or None.
    """

    start: int
    end: int
    text: str
    kind: str
    rows: tuple[int, ...] = ()
    bracket: tuple[int, int] | None = None
    unit: tuple[int, int] | None = None
    whole: tuple[int, int] | None = None
