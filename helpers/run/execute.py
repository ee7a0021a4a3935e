"""Executes the notebooks with papermill, several at once, and writes what they make into a folder.

papermill only logs a misspelt parameter and checks no type, so everything is checked here before anything
runs. A notebook that fails keeps its partial copy beside the others, does not stop them, and does not touch
what an earlier run left.
"""

import os
import shutil
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import nbclient
import nbformat
import papermill
from tqdm import tqdm

from helpers.columns import as_markdown
from helpers.files import write_file
from helpers.run.collection import NOTEBOOKS, find_notebooks, question
from helpers.run.pages import dictionary, index, page
from helpers.run.parameters import CHECKS, ParameterError, prepare
from helpers.texts import SEEDS

__all__ = ["PICTURES", "Outcome", "check_before_running", "first_picture", "refresh", "rerun", "signature"]

DICTIONARY = SEEDS / "README.md"
PICTURES = NOTEBOOKS.parent / ".pictures"  # the first figure of each notebook, for the README
TIMEOUT = 600  # seconds for one cell; the slowest takes two, so that more means that something hangs
LINES_OF_ERROR = 6
QUIET_KERNEL = [
    "--log-level=CRITICAL"
]  # a kernel warns at every start that its local sockets are not encrypted
# everything is written by then; a kernel that takes leave spends half a second on freeing its memory
END_KERNEL = "immediate"


@dataclass(frozen=True)
class Outcome:
    """How one notebook ended.

    Attributes:
        notebook: Its name without ending.
        path: The executed copy, or the partial one if it failed.
        error: Empty, or which cell failed with the last lines of its message.
    """

    notebook: str
    path: Path
    error: str = ""


def signature(notebook: Path) -> dict[str, dict]:
    """The parameters of a notebook as papermill reads them: name → `inferred_type_name`, `default` and
    `help`."""
    return papermill.inspect_notebook(str(notebook))


def check_before_running(notebooks: Iterable[Path], given: Mapping[str, object]) -> dict[Path, dict]:
    """The parameters for each notebook: those given that it has.

    Raises:
        ParameterError: listing every name that no chosen notebook has and every value that cannot be used.
    """
    signatures = {path: signature(path) for path in notebooks}
    known = {name for parameters in signatures.values() for name in parameters}
    problems = []
    for name in given:
        if name == "output_dir":
            problems.append("output_dir is not set with -p; choose the folder with -o")
        elif name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(known))}"
            problems.append(f"no chosen notebook has a parameter {name!r}; {hint}")
    try:
        prepare({name: value for name, value in given.items() if name in CHECKS})
    except ParameterError as error:
        problems.append(str(error))
    if problems:
        raise ParameterError("\n".join(problems))
    return {
        path: {name: value for name, value in given.items() if name in parameters}
        for path, parameters in signatures.items()
    }


def rerun(
    notebooks: Sequence[Path], given: Mapping[str, object], folder: Path, *, progress: bool = True
) -> list[Outcome]:
    """Executes the notebooks, about as many at once as there are cores.

    Args:
        notebooks: From `find_notebooks`.
        given: Parameters by name; `output_dir` is set by this function.
        folder: Where NAME.ipynb and the folder NAME/ with tables and figures go; made if missing.
        progress: Whether to show a progress bar on standard error.

    Returns:
        One outcome a notebook, in their order.

    Raises:
        ParameterError: before anything runs, if a parameter cannot be used or the folder cannot be written.
    """
    parameters = check_before_running(notebooks, given)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(13, "no permission to write")
    except OSError as error:
        raise ParameterError(
            f"cannot write to {folder} ({error.strerror}); choose another folder with -o"
        ) from error
    expected = _with_copies(folder) | {path.stem: question(path) for path in notebooks}
    try:
        ended = _run_all(notebooks, parameters, folder, progress, expected)
    finally:
        shutil.rmtree(folder / ".partial", ignore_errors=True)
    there = _with_copies(folder)
    if list(there) != sorted(expected):  # some failed: the other pages must not lead to them
        for outcome in ended:
            _write_page(folder, outcome, there)
    failed = {outcome.notebook: outcome.error for outcome in ended if outcome.error}
    write_file(folder / "index.html", index(folder, there, failed).encode("utf-8"))
    write_file(folder / "columns.html", dictionary(list(there)).encode("utf-8"))
    return ended


def _with_copies(folder: Path) -> dict[str, str]:
    """The notebooks that have an executed copy in the folder, from this run or an earlier one: name →
    question."""
    return {path.stem: question(path) for path in find_notebooks() if (folder / path.name).exists()}


def _write_page(folder: Path, outcome: Outcome, names: Iterable[str]) -> None:
    if not outcome.error:
        write_file(folder / f"{outcome.notebook}.html", page(outcome.path, sorted(names)).encode("utf-8"))


def _run_all(
    notebooks: Sequence[Path],
    parameters: Mapping[Path, dict],
    folder: Path,
    progress: bool,
    expected: Iterable[str],
) -> list[Outcome]:
    outcomes = {}
    bar = tqdm(
        total=len(notebooks),
        disable=not progress,
        bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt} notebooks {postfix}",
    )
    # one more than there are cores: a kernel that starts or ends waits more than it computes
    with ThreadPoolExecutor(max_workers=1 + (os.cpu_count() or 1)) as pool, bar:
        # the last first, since they have the most to do and would be waited for at the end
        running = {pool.submit(_run, path, parameters[path], folder): path for path in reversed(notebooks)}
        try:
            for done in as_completed(running):
                outcomes[running[done]] = done.result()
                _write_page(folder, done.result(), expected)  # while the others still run
                bar.set_postfix_str(running[done].stem)
                bar.update()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [outcomes[path] for path in notebooks]


def _run(notebook: Path, parameters: Mapping[str, object], folder: Path) -> Outcome:
    """Executes one notebook under temporary names and moves what it made into place."""
    final, failed, partial = (
        folder / f"{notebook.stem}{ending}.ipynb" for ending in ("", ".failed", ".partial")
    )
    made = folder / ".partial" / notebook.stem
    shutil.rmtree(made, ignore_errors=True)
    parameters = {**parameters, "output_dir": str(made)}
    try:
        papermill.execute_notebook(
            str(notebook),
            str(partial),
            parameters=parameters,
            kernel_name="python3",
            progress_bar=False,
            execution_timeout=TIMEOUT,
            extra_arguments=QUIET_KERNEL,
            shutdown_kernel=END_KERNEL,
        )
    except papermill.PapermillExecutionError as error:
        if error.ename == "KeyboardInterrupt":
            raise KeyboardInterrupt from error
        partial.replace(failed)
        lines = [line for line in f"{error.ename}: {error.evalue}".splitlines() if line.strip()]
        return Outcome(
            notebook.stem, failed, f"cell {error.exec_count}: " + "\n    ".join(lines[-LINES_OF_ERROR:])
        )
    except (nbclient.exceptions.CellTimeoutError, nbclient.exceptions.DeadKernelError, RuntimeError) as error:
        if partial.exists():
            partial.replace(failed)
        return Outcome(notebook.stem, failed, str(error).strip().splitlines()[0])
    else:
        partial.replace(final)
        failed.unlink(missing_ok=True)
        if made.is_dir():
            shutil.rmtree(folder / notebook.stem, ignore_errors=True)
            made.replace(folder / notebook.stem)
        return Outcome(notebook.stem, final)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        partial.unlink(missing_ok=True)


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
        notebook.metadata = {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
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
