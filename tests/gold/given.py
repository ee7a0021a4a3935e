"""What the scorers are given: the cases that the command line names, and the tables of texts."""

import argparse
import json
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers import extract
from helpers.extraction import Tables
from helpers.texts import Article

__all__ = ["extracted", "given_cases"]


def extracted(articles: Iterable[Article]) -> Tables:
    """The tables of texts that are scored.

    Raises:
        UserWarning: if a text could not be read: it is no text without rows.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".* was not read")
        return extract(articles)


def given_cases(what: str, folder: Path) -> Iterator[tuple[Path, list[dict], bool]]:
    """Each file that is named, or else each of a folder: its path, its lines, and whether what goes wrong is to be shown.

    Args:
        what: The docstring of the scorer; its first line is the help text.
        folder: That of the scorer.
    """
    parser = argparse.ArgumentParser(description=what.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(folder.glob("*.jsonl")))
    parser.add_argument(
        "-v",
        action="store_true",
        help="show every text that goes wrong (never of a half that is to stay unread)",
    )
    given = parser.parse_args()
    for path in given.files:
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path, [json.loads(line) for line in lines], given.v
