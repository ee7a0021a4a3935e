"""Parameters, the collection's notebooks, and how they are rerun and turned into pages.

A notebook asks `check_parameters`; the command line asks `rerun`. Names are imported when they are first
asked for: a notebook needs no papermill, and the command line answers `--help` a second sooner.
"""

from importlib import import_module

_HOME = {
    "NOTEBOOKS": "collection",
    "find_notebooks": "collection",
    "question": "collection",
    "as_plain_lines": "notes",
    "benchmark_command": "benchmark",
    "notebooks_command": "command",
    "ParameterError": "choices",
    "check_choice": "choices",
    "check_parameters": "parameters",
    "parameters_from": "given",
    "Beside": "execute",
    "refresh": "committed",
    "rerun": "execute",
    "signature": "execute",
}

__all__ = sorted(_HOME)


def __getattr__(name: str):
    if name not in _HOME:
        raise AttributeError(f"module 'helpers.run' has no attribute {name!r}")
    return getattr(import_module(f"helpers.run.{_HOME[name]}"), name)
