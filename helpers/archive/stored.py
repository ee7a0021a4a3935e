"""Reads the tables of an archive back."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from helpers.archive.schema import TABLES
from helpers.archive.shards import ArchiveError
from helpers.texts import CorpusError, as_path, stored_table

__all__ = ["read_tables"]


def read_tables(
    folder: str | Path, columns: Mapping[str, list[str]] | None = None
) -> dict[str, pd.DataFrame]:
    """The tables of an archive as data frames, in the order of the articles.

    Args:
        folder: Made by `extract_archive`.
        columns: Table → columns, to read only these; None for all tables with all columns.

    Raises:
        ArchiveError: if the folder is none, or its run has not ended.
    """
    folder = as_path(folder)
    wanted = columns or dict.fromkeys(TABLES)
    try:
        return {table: stored_table(folder, table, only) for table, only in wanted.items()}
    except CorpusError as error:
        raise ArchiveError(str(error)) from error
