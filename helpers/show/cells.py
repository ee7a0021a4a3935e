"""What stands in the cells of a table: numbers and words as they are shown, links, and columns that say nothing."""

import re
from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from helpers.findings.reading_words import plain
from helpers.record import is_web_address

__all__ = ["as_text", "in_words", "is_number", "link", "linked", "without_empty"]

ROWS_SHOWN = 12  # of a table as plain text
WRITTEN = re.compile(r"[-−]?\d{1,3}(?:,?\d{3}){0,6}(?:\.\d{1,12})?%?")


def link(url: str, words: str, over: str = "") -> str:
    """Words that lead to a web address as HTML, and what is said to whoever points at them; only the words where it is none."""
    if not is_web_address(url):
        return escape(words, quote=False)
    title = f' title="{escape(over)}"' if over else ""
    return f'<a href="{escape(url)}"{title}>{escape(words, quote=False)}</a>'


def linked(values: Iterable, places: Iterable[str]) -> list[str]:
    """Cells as HTML, each a link to its place on the page if it has one.

    >>> linked(["A & B", "C"], ["a", ""])
    ['<a href=#a>A &amp; B</a>', 'C']
    """
    words = (escape(in_words(value), quote=False) for value in values)
    return [
        f"<a href=#{place}>{word}</a>" if place else word for word, place in zip(words, places, strict=False)
    ]


def without_empty(cells: pd.DataFrame) -> pd.DataFrame:
    """The columns that say something of at least one row; all of them where none does."""
    said = [name for name in cells if not all(map(_is_empty, cells[name]))]
    return cells[said] if said else cells


def _is_empty(value) -> bool:
    return all(map(_is_empty, value)) if isinstance(value, (list, tuple)) else value in ("", "–")


def is_number(values: pd.Series) -> bool:
    """Whether a column holds numbers only, as such or as they are written: "0.84", "67%", "–" for none."""
    present = [value for value in values if value not in ("", "–")]
    return bool(present) and all(
        bool(WRITTEN.fullmatch(value))
        if isinstance(value, str)
        else isinstance(value, (int, float)) and not isinstance(value, bool)
        for value in present
    )


def in_words(value) -> str:
    """The value of a cell as it is shown: truth, numbers and lists in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return plain(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def as_text(cells: pd.DataFrame, columns: Mapping[str, str], every: int) -> str:
    """The first rows as plain text, under these headings; a notebook holds all of them as HTML."""
    rows = [[columns[name] for name in cells], *cells.head(ROWS_SHOWN).to_numpy()]
    more = [f"and {every - ROWS_SHOWN:,} more rows"] if every > ROWS_SHOWN else []
    return "\n".join([*(" | ".join(map(in_words, row)) for row in rows), *more])
