"""The command line: `python -m helpers`."""

import sys
from importlib import import_module

# The first word of a command → the room that has it, and its function: it takes the other words and returns
# the exit status. Without one of these words, notebooks are meant.
COMMANDS = {
    "import": ("archive", "import_command"),
    "check": ("archive", "check_command"),
    "extract": ("archive", "extract_command"),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns the exit status: 0 for success, 1 if a notebook failed, 2 if nothing was
    started."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in COMMANDS:
        (room, function), arguments = COMMANDS[arguments[0]], arguments[1:]
    else:
        room, function = "run", "notebooks_command"
    return getattr(import_module(f"helpers.{room}"), function)(arguments)


if __name__ == "__main__":
    sys.exit(main())
