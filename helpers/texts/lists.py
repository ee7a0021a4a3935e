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
    """
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
