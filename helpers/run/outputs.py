"""The folder into which a run writes: kept to one run at a time, replaced file by file, and nothing in it is
touched that no run has written.

The hidden file `.written` lists what the runs wrote, as `sha256sum` would. A file that is not in it, or that
somebody has changed since, is the reader's own: where a result takes its name, it is kept as NAME.before.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from helpers.run.choices import ParameterError
from helpers.texts import PARTIAL, Busy, own_folder, printable, what_is, why_not_written, write_file

__all__ = ["MAKING", "Outputs", "opened"]

MAKING = PARTIAL  # the folder in which notebooks put what they make until it is moved into place
_LIST = ".written"


class Outputs:
    """An output folder that this run has to itself; from `opened`.

    Attributes:
        folder: Where it is.
        kept: Files of the reader that had the name of a result, under the names they have now.
        title: What the pages are called.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.kept: list[Path] = []
        self.title = ""
        self._known: dict[str, set[str]] = {}
        path = folder / _LIST
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else ():
            checksum, _, name = line.partition("  ")
            if name and ".." not in Path(name).parts:  # whoever passes on a folder may have written the list
                self._known.setdefault(name, set()).add(checksum)

    def put(self, name: str, data: bytes) -> Path:
        """Writes a file; name is its path below the folder, with forward slashes."""
        path, checksum = self.folder / name, hashlib.sha256(data).hexdigest()
        self._keep_what_is_not_ours(path, name)
        self._known.setdefault(name, set()).add(checksum)
        # first the list: a run that is killed in between must not take its own file for the reader's
        with (self.folder / _LIST).open("a", encoding="utf-8", newline="\n") as file:
            # on a line of its own, also after half a line that a full disk left
            file.write(f"\n{checksum}  {name}\n")
        write_file(path, data)
        return path

    def take(self, made: Path, name: str) -> None:
        """Moves what a notebook made, file by file, into the folder of its name, and removes from there what
        an earlier run wrote and this one did not."""
        new = {f"{name}/{path.relative_to(made).as_posix()}": path for path in _files(made)}
        for target, path in new.items():
            self.put(target, path.read_bytes())
        self.remove(known for known in self._known if known.startswith(f"{name}/") and known not in new)

    def remove(self, names: Iterable[str]) -> None:
        """Removes files that a run wrote and nobody has changed since; of others, nothing."""
        for name in list(names):
            path = self.folder / name
            if path.is_file() and _checksum(path) in self._known.get(name, ()):
                path.unlink()
            self._known.pop(name, None)

    def _keep_what_is_not_ours(self, path: Path, name: str) -> None:
        if not path.is_file() or _checksum(path) in self._known.get(name, ()):
            return
        numbers = iter(range(2, 10**6))
        aside = path.with_name(f"{path.stem}.before{path.suffix}")
        while os.path.lexists(aside):
            aside = path.with_name(f"{path.stem}.before-{next(numbers)}{path.suffix}")
        path.rename(aside)
        self.kept.append(aside)

    def close(self) -> None:
        """Leaves one line a file in the list, at the end of a run."""
        there = [name for name in sorted(self._known) if (self.folder / name).is_file()]
        lines = (f"{_checksum(self.folder / name)}  {name}\n" for name in there if self._is_ours(name))
        if text := "".join(lines):
            write_file(self.folder / _LIST, text.encode("utf-8"))

    def _is_ours(self, name: str) -> bool:
        return _checksum(self.folder / name) in self._known[name]


@contextmanager
def opened(
    folder: Path, taken: Iterable[Path] = (), texts: Path | None = None, names: Iterable[str] = ()
) -> Iterator[Outputs]:
    """Makes the folder if it is missing and keeps it to this run; whatever a killed run left half done goes.

    Args:
        folder: Where to write.
        taken: Folders that are none for results, nor is any folder in them: those of the project.
        texts: The folder of the texts, which is none either.
        names: Notebooks whose results will go there.

    Raises:
        ParameterError: if nothing can or may be written there, or another run writes there now.
    """
    _refuse(folder, taken, texts, names)
    with ExitStack() as held:
        try:
            held.enter_context(own_folder(folder))
            _clean(folder)
            outputs = Outputs(folder)
        except Busy as error:
            raise ParameterError(str(error)) from error
        except OSError as error:
            raise ParameterError(
                f"cannot write to {printable(folder)} ({error.strerror}); choose another folder with -o"
            ) from error
        try:
            yield outputs
        finally:
            _clean(folder)
            outputs.close()


def _refuse(folder: Path, taken: Iterable[Path], texts: Path | None, names: Iterable[str]) -> None:
    """Says what is wrong with a folder before anything is made in it."""
    shown = printable(folder)
    if why := why_not_written(folder):
        raise ParameterError(f"cannot write to {shown} ({why}); choose another folder with -o")
    here = folder.resolve()
    within = [path for path in taken if path.resolve() in (here, *here.parents)]
    if texts and texts.resolve() == here:
        within.append(texts)
    if within:
        raise ParameterError(
            f"{shown} is, or is in, {within[0].name}/, which holds what the notebooks are made of or read; "
            "choose another folder with -o"
        )
    files = [f"{name}{ending}" for name in names for ending in (".ipynb", ".html")]
    wrong = [
        f"{printable(folder / name)} is a {what_is(folder / name)}, and a {wanted} goes there; move it away, or "
        "choose another folder with -o"
        for name, wanted in [
            *((name, "file") for name in ("index.html", "columns.html", _LIST, *files)),
            *((name, "folder") for name in (MAKING, *names)),
        ]
        if what_is(folder / name) not in (wanted, "missing")
    ]
    # what is written bit by bit would land where such a link leads
    wrong += [
        f"{printable(folder / name)} is a link; remove it, or choose another folder with -o"
        for name in (_LIST, MAKING)
        if (folder / name).is_symlink()
    ]
    if wrong:
        raise ParameterError("\n".join(wrong))


def _clean(folder: Path) -> None:
    """Removes half-written files and folders, also those of a run that was killed."""
    for path in [
        *folder.glob(f".*{PARTIAL}"),
        *folder.glob(f"*{PARTIAL}.ipynb"),
        *folder.glob(f"*/.*{PARTIAL}"),
    ]:
        if path.is_file() and not path.is_symlink():
            path.unlink(missing_ok=True)
    making = folder / MAKING
    if making.is_dir() and not making.is_symlink():
        for path in sorted(making.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        making.rmdir()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(PARTIAL))


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
