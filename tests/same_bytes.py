"""Whether a run makes the same bytes in quite other surroundings; `python -m tests.same_bytes` asks it of every notebook."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["ODD", "everything_in", "odd_run"]

# another time zone, order of hashes, locale and width
ODD = {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", "LC_ALL": "C", "COLUMNS": "40", "PYTHONUTF8": "0"}
ROOT = Path(__file__).resolve().parents[1]
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
ODD_FOLDER, ODD_OUTPUT = "a {folder} of Zoë's $x$", "results {1}"


def everything_in(folder: Path) -> dict[str, bytes]:
    """The files below a folder: path → content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def odd_run(folder: Path, *notebooks: str) -> tuple[subprocess.CompletedProcess, Path]:
    """Runs notebooks in odd surroundings, from a folder and into one with odd names, out of a checkout that cannot be
    written to; returns how it ended and where the results are."""
    workplace = folder / ODD_FOLDER
    workplace.mkdir()
    return run(workplace, ODD_OUTPUT, notebooks, ODD, read_only()), workplace / ODD_OUTPUT


@cache
def read_only() -> tuple[str, ...]:
    """What stands before a command for which the checkout shall be read-only; nothing where the system has no such
    thing or keeps it to the administrator."""
    for options in (("--mount",), ("--map-root-user", "--mount")):
        before = ("unshare", *options, "sh", "-c", READ_ONLY, str(ROOT))
        if (
            shutil.which("unshare")
            and not subprocess.run([*before, "true"], capture_output=True, cwd="/").returncode
        ):
            return before
    return ()


def run(
    workplace: Path,
    output: str,
    notebooks: tuple[str, ...],
    surroundings: Mapping[str, str],
    before: tuple[str, ...] = (),
) -> subprocess.CompletedProcess:
    """Runs the command as a program of its own."""
    return subprocess.run(
        [*before, sys.executable, "-m", "helpers", *notebooks, "-o", output],
        cwd=workplace,
        env=os.environ | dict(surroundings),
        capture_output=True,
        text=True,
    )


def main() -> int:
    """Compares every result of every notebook, made here and in odd surroundings; returns 1 if any differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = run(folder, "plain", (), {})
        odd, there = odd_run(folder)
        assert plain.returncode == odd.returncode == 0, plain.stderr + odd.stderr
        here, other = everything_in(folder / "plain"), everything_in(there)
    different = sorted(name for name in here.keys() | other.keys() if here.get(name) != other.get(name))
    print(
        f"{len(here)} files, {sum(map(len, here.values())):,} bytes; different: {', '.join(different) or 'none'}"
    )
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
