"""`python -m helpers extract`: the options, the workers and the line of progress."""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from tqdm import tqdm

from helpers.archive.document import Unreadable, as_line, first_of
from helpers.archive.folder import add_columns, columns_given
from helpers.archive.sources import count_documents, documents
from helpers.archive.stream import ArchiveError, Summary, extract_archive
from helpers.texts import cannot_write, folder_given

__all__ = ["extract_command", "processes"]

MOST_WORKERS = 1000
EVERY_SECONDS = 10  # a line of progress where nobody sees a bar
SHOWN_AFTER = 1  # seconds: a command that is refused at once draws no bar


def processes(workers: int) -> Callable[[], Executor]:
    """Makes an executor of worker processes. They are started afresh rather than forked: a fork copies the
    threads of Arrow in whatever state they are."""
    return lambda: ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _cluster(address: str) -> tuple[Callable[[], Executor], int, Callable[[], None]]:
    """The same on a Dask cluster: how to start, how many threads it has, how to take leave.

    Raises:
        ArchiveError: if dask is not installed, or nobody answers at the address.
    """
    try:
        from dask.distributed import Client
    except ModuleNotFoundError as error:
        raise ArchiveError("--scheduler needs dask; run: pip install 'dask[distributed]'") from error
    try:
        client = Client(address, timeout="30s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ArchiveError(
            f"no scheduler answers at {address} ({error}); start one there, or give --workers"
        ) from error
    threads = sum(client.nthreads().values())
    return lambda: client.get_executor(pure=False, retries=2), threads, client.close


def extract_command(arguments: list[str]) -> int:
    """Runs the command; returns 0 if the tables are complete, 2 if nothing could be read, 130 if stopped."""
    options = _parser().parse_args(arguments)
    try:
        summary, seconds = _run(options)
    except (ArchiveError, Unreadable) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:
        print(cannot_write(options.output, error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; the same command continues from here", file=sys.stderr)
        return 130
    _tell(summary, seconds, options.output)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers extract",
        description="Reads any number of articles into Parquet: a folder a table, the texts beside them. "
        "The same command continues a run that was stopped.",
    )
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="folder (with those below it), CSV, JSON Lines, Parquet, ZIP or any other file that `import` reads; - for standard input",
    )
    parser.add_argument(
        "-o", "--output", required=True, type=folder_given, metavar="TABLES", help="the folder of the tables"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes on this machine (default: one a core)",
    )
    how.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://10.0.0.1:8786")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress; errors are still shown")
    add_columns(parser)
    return parser


def _run(options: argparse.Namespace) -> tuple[Summary, float]:
    """Reads everything; returns the summary and the seconds it took."""
    if not 1 <= options.workers <= MOST_WORKERS:
        raise ArchiveError(f"--workers must be from 1 to {MOST_WORKERS:,}")
    if options.scheduler:
        start, workers, leave = _cluster(options.scheduler)
    else:
        start, workers, leave = processes(options.workers), options.workers, lambda: None
    say = (lambda line: None) if options.quiet else (lambda line: print(line, file=sys.stderr))
    seconds = 0.5 if sys.stderr.isatty() else EVERY_SECONDS
    bar = tqdm(
        total=None if options.quiet else count_documents(options.sources),
        unit=" articles",
        disable=options.quiet,
        mininterval=seconds,
        maxinterval=seconds,
        delay=SHOWN_AFTER,
    )
    began = time.monotonic()
    try:
        with bar:
            summary = extract_archive(
                documents(options.sources, columns_given(options), say),
                options.output,
                start=start if workers > 1 or options.scheduler else None,
                ahead=2 * workers,
                progress=lambda articles, there: _advance(bar, articles, there),
            )
    finally:
        leave()
    return summary, time.monotonic() - began


def _advance(bar: tqdm, articles: int, there: bool) -> None:
    """Moves the bar. What was there already does not count for the rate."""
    if there and not bar.disable:
        bar.initial += articles
    bar.update(articles)


def _tell(summary: Summary, seconds: float, folder: Path) -> None:
    """What the command says at its end."""
    total = summary.articles + summary.there
    rate = f", {summary.articles / seconds * 3600:,.0f} an hour" if summary.articles and seconds > 1 else ""
    print(
        f"{total:,} {'article' if total == 1 else 'articles'} in {folder}: {summary.articles:,} read now{rate}, {summary.there:,} there already"
    )
    print("  " + ", ".join(f"{name} {rows:,}" for name, rows in summary.rows.items()))
    if summary.copies:
        print(f"  {summary.copies:,} copies of others: copies.parquet")
    if summary.errors:
        print(f"{len(summary.errors):,} set aside (errors.parquet):")
        print(*first_of(list(map(as_line, summary.errors)), folder / "errors.parquet"), sep="\n")
