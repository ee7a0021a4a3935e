"""The command line of the notebooks: `python -m helpers [NOTEBOOK ...]`."""

import argparse
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

# jsonschema, which nbformat brings, would build the whole grammar of web addresses: most of the time until
# --help is shown
sys.modules.setdefault("rfc3987_syntax", None)

from helpers.run.choices import ParameterError  # noqa: E402
from helpers.run.collection import NOTEBOOKS, find_notebooks, question  # noqa: E402
from helpers.run.committed import refresh  # noqa: E402
from helpers.run.execute import Beside, Outcome, rerun, signature  # noqa: E402
from helpers.run.given import parameters_from  # noqa: E402
from helpers.texts import folder_given, printable  # noqa: E402

__all__ = ["notebooks_command"]

OUTPUT = Path("outputs")
EPILOG = """examples:
  python -m helpers                                         every notebook, over the project's own texts, into outputs/
  python -m helpers timeline -p start 2024-01 -o january    one notebook, from January 2024 on, into january/
  python -m helpers -p corpus my_texts                      every notebook over the .txt files in my_texts/
  python -m helpers -p articles '[drug-arrests, "01"]'      only these articles; quotation marks keep 01 from becoming a number
  python -m helpers --list                                  the notebooks, what they ask, and their parameters

other commands, each with --help:
  python -m helpers check FILE                              one article: contradictions first, then what it tells
  python -m helpers import SOURCE... -o FOLDER              HTML, PDF, Word, CSV, JSON Lines ... into a folder of texts
  python -m helpers extract SOURCE... -o TABLES             any number of articles into Parquet, on one machine or many
  python -m helpers benchmark                               how fast all this is, here and now, beside stock tools
"""


def notebooks_command(
    arguments: list[str], beside: Callable[[], Beside] = Beside, commands: Collection[str] = ()
) -> int:
    """Runs the command line; returns the exit status: 0 if every notebook ran, 1 if one failed, 2 if nothing
    was started.

    Args:
        arguments: The words of the command.
        beside: Makes what else to ask before anything runs.
        commands: The first words of the other commands: one of them may have been meant.
    """
    options = _parser().parse_args(arguments)
    try:
        notebooks = find_notebooks(options.notebooks, commands)
        if options.list:
            print(_listing(notebooks))
            return 0
        if options.refresh:
            if options.parameter or options.file or options.yaml or options.output:
                raise ParameterError(
                    "--refresh executes the notebooks of the project in place and as they are; "
                    "leave out -p, -f, -y and -o"
                )
            print(_refreshed(notebooks))
            return 0
        outcomes = _run(notebooks, options, beside())
    except ParameterError as error:
        print(f"nothing was run:\n{_indented(str(error))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk, a folder that was taken away
        place = f"{error.filename}: " if error.filename else ""
        print(
            f"stopped: {printable(f'{place}{error.strerror or error}')}; make room, or choose another folder with -o; "
            "notebooks that had ended are kept, and so is what was there before",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("stopped; notebooks that had ended are kept, the others left nothing behind", file=sys.stderr)
        return 130
    _tell(outcomes, options)
    return 1 if any(outcome.error for outcome in outcomes) else 0


def _run(notebooks: list[Path], options: argparse.Namespace, beside: Beside) -> list[Outcome]:
    return rerun(
        notebooks,
        parameters_from(options.file, options.yaml, options.parameter),
        options.output or OUTPUT,
        progress=sys.stderr.isatty() and not options.quiet,
        beside=beside,
        tell=lambda line: None if options.quiet else print(line, file=sys.stderr, flush=True),
    )


def _refreshed(notebooks: list[Path]) -> str:
    changed = ", ".join(path.stem for path in refresh(notebooks))
    return f"{len(notebooks)} executed in place; changed: {changed or 'none'}"


def _tell(outcomes: Iterable[Outcome], options: argparse.Namespace) -> None:
    """What the command says at its end; of one notebook it names the page itself."""
    outcomes = list(outcomes)
    alone = len(outcomes) == 1 and not outcomes[0].error
    for outcome in outcomes:
        if outcome.error:
            print(
                f"FAILED  {outcome.notebook}, {outcome.error}\n        its partial copy: {printable(outcome.path)}",
                file=sys.stderr,
            )
        elif not options.quiet:
            print(f"done    {printable(outcome.path)}")
    if not options.quiet:
        page = outcomes[0].notebook if alone else "index"
        print(f"open    {printable((options.output or OUTPUT) / f'{page}.html')}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Executes the notebooks and writes them, their tables and their figures into a folder.",
    )
    parser.add_argument(
        "notebooks",
        nargs="*",
        metavar="NOTEBOOK",
        help="which ones, such as 1_timeline, timeline or 1 (default: all)",
    )
    _add_parameters(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=folder_given,
        metavar="FOLDER",
        help=f"where to write (default: {OUTPUT})",
    )
    for *names, told in (
        ("-q", "--quiet", "no progress bar and no list of results; errors are still shown"),
        ("--list", "show the notebooks and their parameters, run nothing"),
        ("--refresh", "for developers: execute the notebooks of the project in place"),
    ):
        parser.add_argument(*names, action="store_true", help=told)
    return parser


def _add_parameters(parser: argparse.ArgumentParser) -> None:
    """The three ways to give parameters."""
    parser.add_argument(
        "-p",
        "--parameter",
        nargs=2,
        action="append",
        default=[],
        metavar=("NAME", "VALUE"),
        help="set a parameter; VALUE is read as YAML, so lists work: -p articles '[drug-arrests]'",
    )
    parser.add_argument(
        "-f",
        "--file",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="YAML file with parameters; those of -p win",
    )
    parser.add_argument(
        "-y",
        "--yaml",
        action="append",
        default=[],
        metavar="YAML",
        help="parameters as YAML, as for papermill: -y 'articles: [drug-arrests]'; those of -p win",
    )


def _listing(notebooks: list[Path]) -> str:
    parts = []
    for path in notebooks:
        parts.append(f"{path.stem}: {question(path)}")
        for name, info in signature(path).items():
            parts.append(f"    {name}: {info['inferred_type_name']} = {info['default']}   {info['help']}")
    return "\n".join(parts) if parts else f"there are no notebooks in {NOTEBOOKS}"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
