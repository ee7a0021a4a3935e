"""Shared modules of the notebooks: read texts, extract what they say, check it, show it.

>>> from helpers import check, extract, load_corpus
>>> tables = extract(load_corpus())
>>> checks = check(tables)
"""

from importlib import import_module

# Name → module. They are imported when they are first asked for: the command line does not need the model,
# and starts a second sooner.
_HOME = {
    "check": "checks",
    "Corpus": "texts",
    "CorpusError": "texts",
    "load_corpus": "texts",
    "Tables": "extraction",
    "extract": "extraction",
    "from_dataframe": "archive",
    "from_texts": "archive",
    "verify": "extraction",
}

__all__ = [
    "Corpus",
    "CorpusError",
    "Tables",
    "check",
    "extract",
    "from_dataframe",
    "from_texts",
    "load_corpus",
    "verify",
]


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str):
    if name not in _HOME:
        raise AttributeError(f"module 'helpers' has no attribute {name!r}")
    return getattr(import_module(f"helpers.{_HOME[name]}"), name)
