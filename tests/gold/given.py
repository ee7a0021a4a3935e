"""What the scorers of short texts are given on the command line."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

__all__ = ["given_cases"]


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
