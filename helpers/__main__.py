"""The command line: `python -m helpers`."""

import io
import os
import sys
import warnings
from functools import cache
from importlib import import_module
from pathlib import Path

# The first word of a command → the room that has it, and its function: it takes the other words and returns
# the exit status. Without one of these words, notebooks are meant. The benchmark takes the generator of articles
# from another room.
COMMANDS = {
    "import": ("archive", "import_command"),
    "check": ("archive", "check_command"),
    "extract": ("archive", "extract_command"),
    "benchmark": ("run", "benchmark_command"),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns the exit status: 0 for success, 1 if a notebook failed, 2 if nothing was
    started."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in COMMANDS:
        (room, function), (name, *arguments) = COMMANDS[arguments[0]], arguments
        taken = [import_module("helpers.archive").made_articles] if name == "benchmark" else []
        return getattr(import_module(f"helpers.{room}"), function)(arguments, *taken)
    from helpers.run import notebooks_command

    return notebooks_command(arguments, _beside, commands=COMMANDS)


def _beside():
    """What the notebooks read besides the texts, and which values some of their parameters may have: asked
    before anything runs. It stands here because it takes from many rooms."""
    from helpers import extract
    from helpers.accuracy import load_gold
    from helpers.findings import agency_roles, statistics
    from helpers.record import KINDS, VERDICTS, load_record
    from helpers.run import Beside

    @cache
    def tables(corpus):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # the notebooks say it
            return extract(corpus)

    return Beside(
        readers={"load_gold": load_gold, "load_record": load_record},
        choices={
            "agencies": lambda corpus: agency_roles.names(tables(corpus)),
            "units": lambda corpus: statistics.units_in_order(tables(corpus).quantities),
            "verdicts": lambda corpus: VERDICTS,
            "kinds": lambda corpus: KINDS,
        },
    )


def program() -> int:
    """`main` as a program of its own: what its surroundings lack is said in a line, and a reader who has gone away
    ends it without a word."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8"))
    try:
        Path.cwd()
    except OSError:
        print("the working folder is not there any more; change into another", file=sys.stderr)
        return 2
    from helpers.run import as_plain_lines

    as_plain_lines(lambda: sys.stderr)
    status = 1
    try:
        status = main()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        pass
    except OSError as error:
        print(f"stopped: {error.strerror or error}; make room, or write elsewhere", file=sys.stderr)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        status = 130
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left would be written when Python ends
    return status or 1


if __name__ == "__main__":
    sys.exit(program())
