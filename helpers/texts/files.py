"""Writes files whole or not at all, only where somebody asked for it, and never two runs into one folder."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.texts.problems import printable

__all__ = ["PARTIAL", "Busy", "locked", "own_folder", "write_file"]

PARTIAL = ".partial"  # ending of a file that is being written; what a killed run left of these is litter
_LOCK = ".lock"
# what file systems of some clusters answer that keep no locks at all: there, two runs cannot be told apart
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)


class Busy(RuntimeError):
    """Another process writes into the folder at this moment."""


def write_file(path: Path, data: bytes) -> None:
    """Writes a file under a temporary name and moves it, so that a crash leaves no half file; makes the
    folder if it is missing.

    A link that stands in the place of the file is replaced, not followed: what it points to stays as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # a name that nobody can foresee, and that is not longer for a long name
    temporary = path.with_name(f".{secrets.token_hex(8)}{PARTIAL}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def own_folder(folder: Path) -> Iterator[None]:
    """Makes a folder if it is missing and keeps it to this process for as long as the block runs; what was made
    and stayed empty goes again.

    Raises:
        Busy: if another run writes there now; the message says what to do.
        OSError: if nothing can be written there.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            yield
    finally:
        for path in made:
            with suppress(OSError):  # it is not empty
                path.rmdir()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps a folder to this process for as long as the block runs. The system frees it when a process dies.

    Raises:
        Busy: if another process has it.
        OSError: if no file can be made in the folder.
    """
    path = folder / _LOCK
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            _hold(file)
        except OSError as error:
            os.close(file)
            raise Busy(
                f"another run writes into {printable(folder)} at this moment; wait until it has ended, or choose "
                "another folder with -o"
            ) from error
        # whoever had it may have removed the file in the meantime: then this is the lock of nothing
        if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
            break
        os.close(file)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(file)


def _hold(file: int) -> None:
    """Takes the lock of an open file without waiting for it; raises OSError if it is taken."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
