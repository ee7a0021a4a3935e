"""Executes the notebooks with papermill, several at once, and writes what they make into a folder.

papermill only logs a misspelt parameter and checks no type, so everything is checked before anything runs
(`helpers.run.parameters`). A notebook that fails keeps its partial copy beside the others, does not stop them,
and does not touch what an earlier run left.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

import nbclient
import papermill
from tqdm import tqdm

from helpers.run.choices import ParameterError, check_choice
from helpers.run.collection import NOTEBOOKS, find_notebooks, question
from helpers.run.kernels import Kernels
from helpers.run.notes import opening
from helpers.run.outputs import MAKING, Outputs, opened
from helpers.run.pages import dictionary, guides, index, page, title_of
from helpers.run.parameters import CHECKS, prepare
from helpers.run.portable import without_machine, without_traces
from helpers.texts import SEEDS, Corpus, did_you_mean, model_name, printable, shown

__all__ = ["Beside", "Outcome", "check_before_running", "estimated_seconds", "rerun", "signature"]

TIMEOUT = 600  # seconds for one cell, at least; the slowest takes two: more means that something hangs
WORDS_A_SECOND = 1500  # that a notebook reads on one slow core, everything included
STORED_A_SECOND = 500  # articles of an archive, whose tables are there already
START = 7  # seconds of a notebook that do not depend on the texts
LINES_OF_ERROR = 6
# a kernel warns at every start that its local sockets are not encrypted
QUIET_KERNEL = ["--log-level=CRITICAL"]
# everything is written by then; a kernel that takes leave spends half a second on freeing its memory
END_KERNEL = "immediate"


@dataclass(frozen=True)
class Beside:
    """What the notebooks will ask besides the texts, asked before they run, so that errors come first.

    Attributes:
        readers: Name of a function → the function, which reads what stands beside the texts; for the notebooks
            that call it. Its errors are ValueErrors with a message for people.
        choices: Parameter → the values it may have with these texts.
    """

    readers: Mapping[str, Callable[[Corpus], object]] = field(default_factory=dict)
    choices: Mapping[str, Callable[[Corpus], Iterable[str]]] = field(default_factory=dict)


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
    return papermill.inspect_notebook(_literally(notebook))


def _literally(path: Path) -> str:
    """A path for papermill, which takes what stands in braces for a parameter."""
    return str(path).replace("{", "{{").replace("}", "}}")


def check_before_running(
    notebooks: Iterable[Path], given: Mapping[str, object], beside: Beside | None = None
) -> tuple[dict[Path, dict], Corpus]:
    """The parameters for each notebook, those given that it has, and the texts that they will read.

    Args:
        notebooks: From `find_notebooks`.
        given: Parameters by name.
        beside: What else to ask before anything runs.

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
            hint = did_you_mean(name, sorted(known))
            problems.append(f"no chosen notebook has a parameter {shown(name)}; {hint}")
    ready: dict[str, object] = {}
    try:
        model_name()
        ready = prepare({"corpus": ""} | {name: value for name, value in given.items() if name in CHECKS})
        problems += _problems_beside(signatures, ready, beside or Beside())
    except (ParameterError, ModuleNotFoundError) as error:
        problems.append(str(error))
    if problems:
        raise ParameterError("\n".join(problems))
    return {
        path: {name: value for name, value in given.items() if name in parameters}
        for path, parameters in signatures.items()
    }, ready["corpus"]


def _problems_beside(notebooks: Iterable[Path], ready: Mapping[str, object], beside: Beside) -> Iterator[str]:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in notebooks)
    for name, read in beside.readers.items():
        if f"{name}(" in sources:
            try:
                read(ready["corpus"])
            except ValueError as error:
                yield str(error)
    for name, allowed in beside.choices.items():
        if ready.get(name):
            try:
                check_choice(name, ready[name], allowed(ready["corpus"]))
            except ParameterError as error:
                yield str(error)


def estimated_seconds(corpus: Corpus, notebooks: int) -> int:
    """About how long a run will take on this machine."""
    reading = sum(len(article.text) for article in corpus) / 6 / WORDS_A_SECOND
    of_one = START + (len(corpus) / STORED_A_SECOND if corpus.stored else reading)
    return round(of_one * max(1, notebooks / (os.cpu_count() or 1)))


def rerun(
    notebooks: Sequence[Path],
    given: Mapping[str, object],
    folder: Path,
    *,
    progress: bool = True,
    beside: Beside | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> list[Outcome]:
    """Executes the notebooks, about as many at once as there are cores.

    Args:
        notebooks: From `find_notebooks`.
        given: Parameters by name; `output_dir` is set by this function.
        folder: Where NAME.ipynb and the folder NAME/ with tables and figures go; made if missing.
        progress: Whether to show a progress bar on standard error.
        beside: What else to ask before anything runs.
        tell: Called with a line on what is done now.

    Returns:
        One outcome a notebook, in their order.

    Raises:
        ParameterError: before anything runs, if a parameter cannot be used, the folder cannot be written, or
            another run is writing there.
    """
    tell("checking the texts and parameters …")
    parameters, corpus = check_before_running(notebooks, given, beside)
    taken = [NOTEBOOKS, SEEDS, Path(__file__).resolve().parents[1]]
    names = [path.stem for path in find_notebooks()]
    with opened(folder, taken, corpus.folder, names) as outputs:
        seconds, outputs.title = estimated_seconds(corpus, len(notebooks)), title_of(corpus)
        for line in opening(corpus, len(notebooks), seconds):
            tell(line)
        ended = _run_all(notebooks, parameters, outputs, progress, seconds)
        for path in outputs.kept:
            tell(f"kept {printable(path)}: a file of yours had the name of a result")
    return ended


def _with_copies(folder: Path) -> dict[str, str]:
    """The notebooks that have an executed copy in the folder, from this run or an earlier one: name →
    question."""
    return {path.stem: question(path) for path in find_notebooks() if (folder / path.name).exists()}


def _run_all(
    notebooks: Sequence[Path],
    parameters: Mapping[Path, dict],
    outputs: Outputs,
    progress: bool,
    seconds: int,
) -> list[Outcome]:
    outcomes: dict[Path, Outcome] = {}
    expected = _with_copies(outputs.folder) | {path.stem: question(path) for path in notebooks}
    limit = max(TIMEOUT, 10 * seconds)
    bar = tqdm(
        total=len(notebooks),
        disable=not progress,
        bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt} notebooks {postfix}",
    )
    # one more than there are cores: a kernel that starts or ends waits more than it computes
    with Kernels() as kernels, ThreadPoolExecutor(max_workers=1 + (os.cpu_count() or 1)) as pool, bar:
        # the last first, since they have the most to do and would be waited for at the end
        running = {
            pool.submit(_run, path, parameters[path], outputs.folder, limit, kernels.manager): path
            for path in reversed(notebooks)
        }
        try:
            for done in as_completed(running):
                # moved into place here, while the others still run: one file after the other
                outcomes[running[done]] = _settled(done.result(), outputs, expected)
                bar.set_postfix_str(running[done].stem)
                bar.update()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            kernels.end()
            raise
    ended = [outcomes[path] for path in notebooks]
    _write_index(outputs, ended, sorted(expected))
    return ended


def _write_index(outputs: Outputs, ended: Sequence[Outcome], expected: Sequence[str]) -> None:
    """The pages that lead to the others, and the others again if they were expected to lead to more."""
    there = _with_copies(outputs.folder)
    if list(there) != expected:  # some failed: the other pages must not lead to them
        for outcome in ended:
            if not outcome.error:
                _write_page(outputs, outcome, there)
    failed = {outcome.notebook: without_machine(outcome.error) for outcome in ended if outcome.error}
    outputs.put("index.html", index(outputs.folder, there, failed, outputs.title).encode("utf-8"))
    for name, guide in guides(list(there), outputs.title).items():
        outputs.put(f"{name}.html", guide.encode("utf-8"))
    outputs.put("columns.html", dictionary(list(there), outputs.title).encode("utf-8"))


def _settled(outcome: Outcome, outputs: Outputs, expected: Iterable[str]) -> Outcome:
    """The outcome of a notebook once what it made is in its place, with its page."""
    name, made = outcome.notebook, outputs.folder / MAKING / outcome.notebook
    copy = made.with_suffix(".ipynb")
    final = f"{name}{'.failed' if outcome.error else ''}.ipynb"
    try:
        if copy.exists():
            outputs.put(final, copy.read_bytes())
        if outcome.error:
            return Outcome(name, outputs.folder / final, outcome.error)
        outputs.remove([f"{name}.failed.ipynb"])
        if made.is_dir():
            outputs.take(made, name)
        done = Outcome(name, outputs.folder / final)
        _write_page(outputs, done, expected)
    except OSError as error:
        return Outcome(name, outputs.folder / final, f"its results cannot be written: {error.strerror}")
    return done


def _write_page(outputs: Outputs, outcome: Outcome, names: Iterable[str]) -> None:
    made = page(outcome.path, sorted(names), outputs.title)
    outputs.put(f"{outcome.notebook}.html", made.encode("utf-8"))


def _run(
    notebook: Path, parameters: Mapping[str, object], folder: Path, limit: int, manager: type
) -> Outcome:
    """Executes one notebook below `MAKING`: its copy NAME.ipynb, and what it writes in NAME/."""
    made = folder / MAKING / notebook.stem
    copy = made.with_suffix(".ipynb")
    error = ""
    try:
        made.parent.mkdir(exist_ok=True)
        papermill.execute_notebook(
            _literally(notebook),
            _literally(copy),
            parameters={**parameters, "output_dir": str(made)},
            kernel_name="python3",
            progress_bar=False,
            execution_timeout=limit,
            extra_arguments=QUIET_KERNEL,
            kernel_manager_class=manager,
            shutdown_kernel=END_KERNEL,
        )
    except papermill.PapermillExecutionError as failure:
        if failure.ename == "KeyboardInterrupt":
            raise KeyboardInterrupt from failure
        lines = [line for line in f"{failure.ename}: {failure.evalue}".splitlines() if line.strip()]
        error = f"cell {failure.exec_count}: " + "\n    ".join(lines[-LINES_OF_ERROR:])
    except (
        nbclient.exceptions.CellTimeoutError,
        nbclient.exceptions.DeadKernelError,
        RuntimeError,
    ) as failure:
        error = str(failure).strip().splitlines()[0]
    except OSError as failure:
        error = f"{failure.strerror or failure} (while it was executed)"
    if copy.exists():
        without_traces(copy, {str(made): notebook.stem}, parameters)
    return Outcome(notebook.stem, copy, error)
