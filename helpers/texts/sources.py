"""Which formats a folder may hold, by the endings of its files, and what to do about those that are no plain
text. Reading them is the work of `helpers.archive`."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers.texts.lists import word_list

__all__ = ["Format", "format_of", "left_aside"]

OWN_FILES = (
    "README",
    "LICENSE",
    "LICENCE",
    "CATALOGUE",
    "SET_ASIDE",
)  # of a folder of texts, and no articles


class Format(NamedTuple):
    """A format: its `name`, what it is `read_as` by `helpers.archive` (empty: not), and `advice` if not."""

    name: str = ""
    read_as: str = ""
    advice: str = ""


@cache
def _formats() -> dict[str, Format]:
    return {
        row["suffix"]: Format(row["name"], row["read_as"], row["advice"])
        for row in word_list("texts/formats")
    }


def format_of(name: str) -> Format:
    """The format of a file by the ending of its name.

    >>> format_of("Release.PDF").name, format_of("scan.png").advice, format_of("x.unknown").name
    ('PDF', 'run text recognition (OCR) on it first', '')
    """
    return _formats().get(Path(name).suffix.lower(), Format())


def left_aside(paths: Iterable[Path], folder: Path) -> str:
    """A sentence on the files of a folder that are articles in other formats, with the command that brings
    them in; empty if there are none. What is named like a text belongs to it, such as its annotation."""
    paths = list(paths)
    texts = {path.stem for path in paths if path.suffix.lower() == ".txt"}
    found = Counter(
        format_of(path.name).name
        for path in paths
        if path.suffix.lower() != ".txt" and path.stem not in texts and path.stem.upper() not in OWN_FILES
    )
    del found[""]
    if not found:
        return ""
    told = ", ".join(f"{count} {name}" for name, count in sorted(found.items()))
    return f"files in other formats ({told}); to read them too: python -m helpers import {folder} -o {folder}_texts"
