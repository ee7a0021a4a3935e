"""Collections too large or too mixed for a folder of texts in memory.

Brings articles in from any usual format (`documents`), writes them as a corpus folder, streams any number of them
through `extract` and `check` into Parquet (`extract_archive`), finds copies, and describes the tables for
others. It reads no text itself: that is the work of the rooms above.
"""

from importlib import import_module

# Name → module. They are imported when they are first asked for: a notebook over a folder of texts needs no
# pyarrow, and the command line answers --help a second sooner.
_HOME = {
    "Document": "document",
    "SetAside": "document",
    "Unreadable": "document",
    "documents": "sources",
    "from_dataframe": "from_python",
    "from_texts": "from_python",
    "import_command": "folder",
    "import_documents": "folder",
    "find_copies": "copies",
    "made_articles": "made",
    "check_command": "one_article",
    "ArchiveError": "stream",
    "extract_archive": "stream",
    "extract_command": "command",
    "read_tables": "stored",
    "data_package": "package",
    "as_annotations": "annotations",
    "from_annotations": "annotations",
    "with_enforcement_columns": "joins",
    "figures_of_events": "stream",
    "find_events": "stream",
}

__all__ = sorted(_HOME)


def __getattr__(name: str):
    if name not in _HOME:
        raise AttributeError(f"module 'helpers.archive' has no attribute {name!r}")
    return getattr(import_module(f"helpers.archive.{_HOME[name]}"), name)
