"""What stands in the cells of a table: numbers and words as they are shown, links, and columns that say nothing."""

import re
from html import escape

import pandas as pd

from helpers.record import is_web_address

__all__ = ["in_words", "is_number", "link", "without_empty"]

WRITTEN = re.compile(r"[-−]?\d{1,3}(?:,?\d{3}){0,6}(?:\.\d{1,12})?%?")


def link(url: str, words: str, over: str = "") -> str:
    """Words that lead to a web address as HTML, and what is said to whoever points at them; only the words where it is none."""
    if not is_web_address(url):
        return escape(words, quote=False)
    title = f' title="{escape(over)}"' if over else ""
    return f'<a href="{escape(url)}"{title}>{escape(words, quote=False)}</a>'


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
        return f"{value:,.10g}"
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)
