"""Reads a CSV file that people write, row by row, and says of everything that cannot be meant where it stands
and what to do."""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from pathlib import Path

from helpers.texts.problems import what_is

__all__ = ["UNCLOSED", "csv_rows"]

UNCLOSED = "is a quotation mark not closed?"
LONGEST_FIELD = (
    2**17
)  # letters: Python's own limit, which another library may have widened for the whole process


def csv_rows(
    path: Path,
    problems: list[str],
    *,
    wrong_headings: Callable[[list[str]], Iterable[str]],
    missing: str = "",
    short_rows: bool = False,
) -> Iterator[tuple[str, dict[str, str]]]:
    """Place (file and line) and cells of every row that has any.

    Args:
        path: The file, in UTF-8, with or without the mark that spreadsheet programs put first.
        problems: Gets a line for everything that is wrong.
        wrong_headings: Says what is wrong with the headings; if anything is, there are no rows.
        missing: What to say if there is no such file; empty if it need not be there.
        short_rows: Whether a row may end early; its last cells are then empty.
    """
    text = _text_of(path, problems, missing)
    if text is None:
        return
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        if wrong := list(wrong_headings(header)):
            problems += [f"{path}, line 1: {problem}" for problem in wrong]
            return
        line = reader.line_num + 1
        for cells in reader:
            place, line = f"{path}, line {line}", reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if max(map(len, cells)) > LONGEST_FIELD:
                problems.append(f"{place}: a field larger than {LONGEST_FIELD:,} letters; {UNCLOSED}")
                return
            if short_rows:
                cells += [""] * (len(header) - len(cells))
            if len(cells) != len(header):
                problems.append(
                    f"{place}: {len(cells)} fields, but {len(header)} columns; put quotation marks around a field with "
                    "a comma in it"
                )
                continue
            yield place, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        problems.append(f"{path}, line {line}: cannot be read as CSV ({error}); {UNCLOSED}")


def _text_of(path: Path, problems: list[str], missing: str) -> str | None:
    state = what_is(path)
    if state == "missing":
        problems += [f"{path}: {missing}"] if missing else []
        return None
    if state != "file":
        problems.append(f"{path}: is no file that can be read ({state}); put the table there, or remove it")
        return None
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(f"{path}: not UTF-8 at byte {error.start}; save it as CSV in UTF-8")
    except OSError as error:
        problems.append(f"{path}: cannot be read ({error.strerror}); give yourself permission to read it")
    return None
