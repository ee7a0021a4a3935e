"""How fast the collection is, on this machine and now: `python -m helpers benchmark`. Never part of the tests.

Speeds are compared inside one run and in turns, because machines are noisy: a ratio says more than a rate. What is timed: the reading
beside spaCy's stock pipeline on the same texts; the whole rerun of the notebooks beside as many notebooks that only import and load the
model, one after the other; how time and memory grow with the number of articles; and how many articles an hour the
command for archives reads, with one worker and with two.
"""

import argparse
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

import nbformat
import pandas as pd
import papermill

from helpers import CorpusError, check, extract, load_corpus
from helpers.dates import read_dates
from helpers.quantities import read_quantities
from helpers.run.collection import NOTEBOOKS
from helpers.run.execute import QUIET_KERNEL
from helpers.texts import Article, load_model, sentences

__all__ = ["archives", "benchmark", "benchmark_command", "growth", "notebooks", "reading"]

TURNS = 5  # each reader is timed so many times, in turns; the median counts
SIZES = (100, 1000, 3000)  # articles, for growth
ARCHIVE = 1280  # articles of an archive: ten shards, so that two workers have the same to do
WORKERS = (1, 2)
WORDS = 500  # of an article in the news; what is read in an hour is told in articles of this length
COPIES = 8  # of the corpus, so that one turn takes seconds and not milliseconds
Made = Callable[[Sequence[Article], int], Iterable]  # of documents: text and date of publication
STOCK = "spaCy’s stock pipeline"
MINIMAL = "import pandas, matplotlib.pyplot, spacy\nfrom helpers.texts import load_model\nload_model()"


def benchmark(made: Made, folder: Path | None = None) -> Iterable[str]:
    """Runs all of it and yields one block of text after the other, as it is measured.

    Args:
        made: Makes articles for an archive: `helpers.archive.made_articles`.
        folder: A folder of texts to read; None: the project's own.
    """
    yield machine()
    yield f"Reading (median of {TURNS}, in turns)\n{reading(folder).to_string(index=False)}"
    yield f"The notebooks (median of 3, in turns)\n{notebooks().to_string(index=False)}"
    yield f"Growth, one process for each size\n{growth(folder).to_string(index=False)}"
    yield f"Archives: the command `extract`, start-up included\n{archives(made, folder).to_string(index=False)}"


def benchmark_command(arguments: list[str], made: Made) -> int:
    """The command `python -m helpers benchmark [FOLDER]`; returns the exit status. For `made` see `benchmark`."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers benchmark",
        description="Measures speed and growth on this machine, beside stock tools; takes some minutes.",
    )
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of texts (default: the project's own)")
    folder = parser.parse_args(arguments).folder
    try:
        load_corpus(folder)
    except CorpusError as error:
        print(f"nothing was measured:\n{error}", file=sys.stderr)
        return 2
    for block in benchmark(made, folder):
        print(block, end="\n\n", flush=True)
    return 0


def machine() -> str:
    """The machine, the Python and the versions of what the speed depends on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "pandas", "matplotlib", "papermill"))
    cores = f"{os.cpu_count()} cores of {_processor()}"
    return f"{cores}, {platform.system()}, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    """The name of the processor, where the system tells it, otherwise its kind."""
    told = Path("/proc/cpuinfo")
    named = (
        re.search(r"^model name\s*:\s*(.{1,100})$", told.read_text(), re.MULTILINE) if told.exists() else None
    )
    return named[1].strip() if named else platform.processor() or platform.machine()


def copies(folder: Path | None, number: int) -> list[Article]:
    """So many articles, made by repeating those of a folder under new slugs."""
    originals = list(load_corpus(folder))
    return [
        Article(slug=f"{place:06}", text=originals[place % len(originals)].text, published="2024-05-06")
        for place in range(number)
    ]


def reading(folder: Path | None = None) -> pd.DataFrame:
    """Words per second of each reader, and how many times those of the stock pipeline that is.

    Returns:
        reader, words_per_second, times_stock.
    """
    articles = copies(folder, COPIES * len(load_corpus(folder)))
    model, tables = load_model(), extract(articles)

    def dates() -> None:
        for article in articles:
            read_dates(article, sentences(article))

    def dates_and_quantities() -> None:
        for article in articles:
            parts = sentences(article)
            read_quantities(article, parts, read_dates(article, parts))

    readers: dict[str, Callable[[], object]] = {
        STOCK: lambda: list(model.pipe(article.text for article in articles)),
        "dates": dates,
        "dates and quantities": dates_and_quantities,
        "whole extraction": lambda: extract(articles),
        "checks, of tables": lambda: check(tables),
    }
    words = sum(article.words for article in articles)
    rates = {name: words / seconds for name, seconds in medians(readers, TURNS).items()}
    rows = [
        {"reader": name, "words_per_second": round(rate), "times_stock": round(rate / rates[STOCK], 2)}
        for name, rate in rates.items()
    ]
    return pd.DataFrame(rows)


def medians(acts: dict[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Median seconds of each act, all of them once in every turn, after a turn that warms them up."""
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for turn in range(turns + 1):
        for name, act in acts.items():
            started = perf_counter()
            act()
            if turn:
                taken[name].append(perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def notebooks() -> pd.DataFrame:
    """The whole job beside as many minimal notebooks, one after the other.

    Returns:
        job, seconds, times_minimal.
    """
    number = len(list(NOTEBOOKS.glob("*.ipynb")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cell = nbformat.v4.new_code_cell(MINIMAL)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "minimal.ipynb")

        def minimal() -> None:
            for place in range(number):
                papermill.execute_notebook(
                    folder / "minimal.ipynb",
                    folder / f"{place}.ipynb",
                    progress_bar=False,
                    kernel_name="python3",
                    extra_arguments=QUIET_KERNEL,
                )

        def whole() -> None:
            command = [sys.executable, "-m", "helpers", "-q", "-o", str(folder / "outputs")]
            subprocess.run(command, check=True)

        seconds = medians({f"{number} minimal notebooks": minimal, "python -m helpers": whole}, 3)
    first = next(iter(seconds.values()))
    rows = [
        {"job": job, "seconds": round(taken, 1), "times_minimal": round(taken / first, 2)}
        for job, taken in seconds.items()
    ]
    return pd.DataFrame(rows)


def growth(folder: Path | None = None) -> pd.DataFrame:
    """Time an article and peak memory by number of articles, each size in a process of its own.

    Returns:
        articles, milliseconds_an_article, peak_megabytes.
    """
    rows = []
    for size in SIZES:
        seconds, peak = _apart(one_size, str(folder or ""), size)
        rows.append(
            {
                "articles": size,
                "milliseconds_an_article": round(1000 * seconds / size, 1),
                "peak_megabytes": round(peak),
            }
        )
    return pd.DataFrame(rows)


def one_size(folder: str, size: int) -> None:
    """Prints the seconds that the extraction of so many articles takes, and the peak memory of this process in
    megabytes."""
    articles = copies(Path(folder) if folder else None, size)
    load_model()
    started = perf_counter()
    extract(articles)
    print(perf_counter() - started, peak_megabytes())


def archives(made: Made, folder: Path | None = None, count: int = ARCHIVE) -> pd.DataFrame:
    """How fast made articles become tables on disk: the command that a reader gives, in a process of its own.

    Returns:
        workers, seconds, times_one, articles_an_hour (of WORDS words) and peak_megabytes (of the largest process).
    """
    rows = []
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "articles.jsonl"
        given = list(made(list(load_corpus(folder)), count))
        source.write_text(
            "".join(json.dumps({"text": one.text, "date": one.published}) + "\n" for one in given)
        )
        words = sum(len(one.text.split()) for one in given)
        for workers in WORKERS:
            seconds, peak = _apart(one_archive, str(source), workers)
            rows.append(
                {
                    "workers": workers,
                    "seconds": round(seconds, 1),
                    "times_one": round(rows[0]["seconds"] / seconds, 2) if rows else 1.0,
                    "articles_an_hour": round(words / WORDS / seconds * 3600, -3),
                    "peak_megabytes": round(peak),
                }
            )
    return pd.DataFrame(rows).astype({"articles_an_hour": int})


def one_archive(source: str, workers: int) -> None:
    """Prints the seconds that the command `extract` takes for a source, and the most memory that one of its
    processes has held, in megabytes."""
    options = ["-q", "--workers", str(workers), "-o", str(Path(source).with_name(f"tables_{workers}"))]
    started = perf_counter()
    command = [sys.executable, "-m", "helpers", "extract", source, *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(perf_counter() - started, _megabytes(resource.getrusage(resource.RUSAGE_CHILDREN)))


def _apart(act: Callable[[str, int], None], folder: str, number: int) -> tuple[float, float]:
    """The seconds and megabytes that a function of this module prints, in a process of its own."""
    code = f"from {__name__} import {act.__name__}; {act.__name__}({folder!r}, {number})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def peak_megabytes() -> float:
    """The most memory this process has held."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says on Linux includes the process that started this one
        return float(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return _megabytes(resource.getrusage(resource.RUSAGE_SELF))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
