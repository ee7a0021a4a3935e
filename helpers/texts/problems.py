"""What is wrong with an input, said so that it can be read: every problem at once, each on one line that no
name or value of an input can break, and no more lines than somebody reads.

Also what a path leads to, asked without ever failing: a name can be too long, a folder closed, a link can lead
nowhere.

>>> printable("a\\x1b[31mb"), shown("x" * 200)
('a\\\\x1b[31mb', "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'")
"""

import os
import stat
import tempfile
from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from reprlib import Repr

__all__ = [
    "SHOWN",
    "as_path",
    "cannot_write",
    "folder_given",
    "listed",
    "may_read",
    "printable",
    "shown",
    "what_is",
    "why_not_written",
]

SHOWN = 20  # problems in one message
LONGEST = 600  # characters of one problem

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 80


def listed(headline: str, problems: Sequence[str]) -> str:
    """One message: the problem, or the headline and a list of the first problems with how many more there
    are."""
    lines = [printable(problem) for problem in problems[:SHOWN]]
    if len(problems) == 1:
        return lines[0]
    more = [f"  … and {len(problems) - SHOWN:,} more"] if len(problems) > SHOWN else []
    return "\n".join(
        [f"{printable(headline)}, {len(problems):,} problems:", *(f"  - {line}" for line in lines), *more]
    )


def printable(value: object) -> str:
    """A name, path or message on one line that is not too long: characters that steer a terminal, end a line
    or are no characters at all are written as escapes."""
    line = str(value)
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2]} … {line[-LONGEST // 2 :]}"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in line
    )


def shown(value: object) -> str:
    """A value as Python writes it, cut where it is long or deep; numbers of any size too."""
    if isinstance(value, int) and value.bit_length() > 1000:
        return f"a number of about {value.bit_length() * 3 // 10:,} digits"
    return _SHORT.repr(value)


def as_path(value: str | Path) -> Path:
    """A path with `~` resolved.

    Raises:
        ValueError: with a sentence for people, if it can be no path.
    """
    if "\0" in str(value):
        raise ValueError(f"{shown(str(value))} is no path: it holds a NUL character; give another")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise ValueError(f"{shown(str(value))}: nobody with this name has a home folder here") from error


def folder_given(name: str) -> Path:
    """The folder that an option names. A name of nothing, as a variable that was not set leaves it, would be the
    working folder.

    Raises:
        ArgumentTypeError: if it names nothing, or the home of nobody.
    """
    if not name.strip():
        raise ArgumentTypeError("it names nothing; give the name of a folder")
    try:
        return as_path(name)
    except ValueError as error:
        raise ArgumentTypeError(f"{error}; give another folder") from error


def what_is(path: Path) -> str:
    """ "folder", "file", "missing", or why it is none of these: a link that leads nowhere, no permission, a
    name that is too long, a pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "link that leads nowhere" if path.is_symlink() else "missing"
    except NotADirectoryError:
        return "missing"
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "device or pipe"


def may_read(path: Path) -> bool:
    """Whether this user may read the file, or list the folder."""
    return _may(path, os.R_OK | (os.X_OK if path.is_dir() else 0))


def why_not_written(folder: Path) -> str:
    """Why a folder cannot be written, or made where it is missing; empty if it can."""
    state = what_is(folder)
    if state not in ("folder", "missing"):
        return f"is a {state}" if state == "file" else state
    above = next(
        path for path in (folder.absolute(), *folder.absolute().parents) if what_is(path) != "missing"
    )
    if what_is(above) != "folder":
        return f"{printable(above)} is no folder ({what_is(above)})"
    if not _may(above, os.W_OK | os.X_OK):
        return f"no permission to write in {printable(above)}"
    try:  # an administrator may do everything, and yet nothing can be made in /proc
        tempfile.TemporaryFile(dir=above).close()  # it has no name that a killed run could leave there
    except OSError:
        return f"nothing can be written in {printable(above)}"
    return ""


def cannot_write(folder: Path, error: OSError) -> str:
    """What to say where writing into a folder failed all the same: a full disk, a folder that was taken away."""
    return f"{printable(folder)}: {error.strerror or error}; make room, or choose another folder with -o"


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)
