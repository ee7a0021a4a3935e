"""Which formats a folder may hold, by the endings and the first bytes of its files, and what to do about those
that are no plain text. Reading them is the work of `helpers.archive`."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers.texts.lists import word_list

__all__ = ["Format", "format_of", "import_of", "left_aside"]

OWN_FILES = (
    "README",
    "LICENSE",
    "LICENCE",
    "CATALOGUE",
    "SET_ASIDE",
)  # of a folder of texts, and no articles


ZIP = b"PK\x03\x04"


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


def format_of(name: str, start: bytes = b"") -> Format:
    r"""The format of a file.

    Args:
        name: Its ending says the format.
        start: Its first bytes; where they say another they are right, but for a ZIP, which may hold anything.

    >>> format_of("Release.PDF").name, format_of("scan.png").advice, format_of("x.unknown").name
    ('PDF', 'run text recognition (OCR) on it first', '')
    >>> format_of("renamed.txt", b"%PDF-1.7").name, format_of("renamed.txt", rb"{\rtf1 Police").name
    ('PDF', 'RTF')
    """
    by_name = _formats().get(Path(name).suffix.lower(), Format())
    return by_name if by_name.read_as == "zip" else _format_at(start) or by_name


def _format_at(start: bytes) -> Format | None:
    """The format that the first bytes of a file tell. A format that is a ZIP of its own is known by the names
    of what it holds; Word, by any of the names that Office gives."""
    if start.startswith(ZIP):
        held = next((row["suffix"] for row in word_list("texts/formats") if _holds(start, row["packed"])), "")
        return _formats().get(held or (".docx" if b"[Content_Types]" in start else ""))
    rows = word_list("texts/formats")
    found = (row for row in rows if row["begins"] and start.startswith(bytes.fromhex(row["begins"])))
    return next((_formats()[row["suffix"]] for row in found), None)


def _holds(start: bytes, packed: str) -> bool:
    return bool(packed) and packed.encode() in start


def import_of(folder: Path) -> str:
    """The command that brings in a folder, whatever its formats."""
    beside = f"{folder}_texts" if Path(folder).name else "my_texts"  # "." and "/" have no name
    return f"python -m helpers import {folder} -o {beside}"


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
    return f"files in other formats ({told}); to read them too: {import_of(folder)}"
