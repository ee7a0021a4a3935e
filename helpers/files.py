"""Writes files whole or not at all, and only where somebody asked for it."""

from pathlib import Path

__all__ = ["write_file"]


def write_file(path: Path, data: bytes) -> None:
    """Writes a file under a temporary name and moves it, so that a crash leaves no half file; makes the
    folder if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.partial")
    temporary.write_bytes(data)
    temporary.replace(path)
