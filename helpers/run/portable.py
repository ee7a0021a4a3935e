"""Takes out of an executed notebook what is true of one machine and one minute only: folders, times, run
numbers. The same texts and parameters then give the same bytes everywhere, and whoever is sent the copy learns
nothing about the sender."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import nbformat
from papermill.translators import PythonTranslator

from helpers.texts import write_file

__all__ = ["without_machine", "without_traces"]

_CELL = re.compile(r"^[^\n]{0,300}ipykernel_\d{1,9}[/\\]\d{1,12}\.py:\d{1,9}: ", re.MULTILINE)


def without_traces(path: Path, names: Mapping[str, str], parameters: Mapping[str, object]) -> None:
    """Rewrites an executed copy in place. Words of the articles, and whatever else a notebook shows, stay.

    Args:
        path: The copy, as papermill left it.
        names: Folder of this machine → what to write in its place.
        parameters: Those given; a corpus with an absolute path is called by its name alone.
    """
    notebook = nbformat.read(path, as_version=4)
    corpus = str(parameters.get("corpus") or "")
    if Path(corpus).is_absolute() or corpus.startswith("~"):
        names = {**names, corpus: Path(corpus).name, str(Path(corpus).expanduser()): Path(corpus).name}
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        tags = cell.metadata.get("tags", [])
        if "injected-parameters" in tags:
            cell.id = "injected-parameters"  # papermill invents one
            for folder, name in names.items():
                cell.source = cell.source.replace(
                    PythonTranslator.translate(folder), PythonTranslator.translate(name)
                )
        elif "papermill-error-cell-tag" in tags:
            cell.id = f"error-{number}"
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                output.evalue = _replaced(output.evalue, names)
                output.traceback = [_replaced(line, names) for line in output.traceback]
            elif output.get("name") == "stderr":  # warnings, which begin with the file of the cell
                output.text = _replaced(_CELL.sub("", output.text), names)
    write_file(path, (nbformat.writes(notebook) + "\n").encode("utf-8"))


def _replaced(text: str, names: Mapping[str, str]) -> str:
    for folder in sorted(names, key=len, reverse=True):
        text = text.replace(folder, names[folder])
    return text


def without_machine(message: str) -> str:
    """A message for a page that is passed on: folders of this machine are left out."""
    return message.replace(f"{Path.cwd()}{os.sep}", "").replace(str(Path.home()), "~")
