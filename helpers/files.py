"""Writes files whole or not at all, and only where somebody asked for it."""
from pathlib import Path

import pandas as pd

__all__ = ["write_file", "write_table"]


def write_file(path: Path, data: bytes) -> None:
    """Writes a file under a temporary name and moves it, so that a crash leaves no half file; makes the folder if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.partial")
    temporary.write_bytes(data)
    temporary.replace(path)


def write_table(path: Path, frame: pd.DataFrame) -> None:
    """Writes a data frame as CSV: UTF-8, RFC 4180, lists joined by "; "."""
    joined = frame.map(lambda value: "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value)
    write_file(path, joined.to_csv(index=False, lineterminator="\r\n").encode("utf-8"))
