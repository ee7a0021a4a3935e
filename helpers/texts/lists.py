"""The word lists: every list and judgement of the project is a CSV file below `helpers/data/`, read once."""

import csv
from functools import cache
from pathlib import Path

__all__ = ["DATA", "word_list"]

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def word_list(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `helpers/data/NAME.csv`, such as `dates/words`, each a mapping of column to text.

    Raises:
        FileNotFoundError: if there is no such list.
        ValueError: if a row has more fields than the heading, as one with a comma that is not quoted.
    """
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    for row in rows:
        if None in row:
            raise ValueError(
                f"{name}.csv has a row with more fields than its heading; quote the comma in {row}"
            )
    return rows
