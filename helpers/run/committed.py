"""Renews what is committed: the notebooks with their outputs, the pictures of the README, and the part of
`seeds/README.md` on tables."""

import platform
from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path

import nbclient
import nbformat

from helpers.run.collection import NOTEBOOKS
from helpers.run.execute import END_KERNEL, QUIET_KERNEL, TIMEOUT
from helpers.texts import SEEDS, as_markdown, write_file

__all__ = ["PICTURES", "first_picture", "refresh"]

DICTIONARY = SEEDS / "README.md"
PICTURES = NOTEBOOKS / "pictures"  # the first figure of each notebook, for the README

# What JupyterLab writes into a notebook that lacks it, and then calls the notebook changed. The version is that of the
# first execution, so that the same code gives the same bytes on every machine.
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


def first_picture(notebook: nbformat.NotebookNode) -> bytes | None:
    """The first figure of an executed notebook as PNG, or None; the README shows it."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    picture = next(
        (output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})), None
    )
    return b64decode(picture) if picture else None


def refresh(notebooks: Iterable[Path]) -> list[Path]:
    """Executes notebooks in place, so that the same code gives the same bytes; returns those that changed.

    The pictures of the README and the part on tables of seeds/README.md are written as well. No times, run
    numbers or versions are
    kept: they would differ on every machine (`shared/style.md` §5.3 shows which).
    """
    changed = []
    for path in notebooks:
        before = path.read_text(encoding="utf-8")
        notebook = nbformat.reads(before, as_version=4)
        nbclient.NotebookClient(
            notebook,
            timeout=TIMEOUT,
            kernel_name="python3",
            record_timing=False,
            extra_arguments=QUIET_KERNEL,
            shutdown_kernel=END_KERNEL,
            resources={"metadata": {"path": str(path.parent)}},
        ).execute()
        version = nbformat.reads(before, as_version=4).metadata.get("language_info", {}).get("version")
        notebook.metadata = {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": LANGUAGE | {"version": version or platform.python_version()},
        }
        after = nbformat.writes(notebook) + "\n"
        if after != before:
            write_file(path, after.encode("utf-8"))
            changed.append(path)
        if picture := first_picture(notebook):
            write_file(PICTURES / f"{path.stem}.png", picture)
    texts, _, _ = DICTIONARY.read_text(encoding="utf-8").partition("## Tables\n")
    write_file(DICTIONARY, (texts + as_markdown()).encode("utf-8"))
    return changed
