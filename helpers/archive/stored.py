"""Reads the tables of an archive back."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.schema import TABLES
from helpers.archive.shards import ArchiveError

__all__ = ["PACKAGE", "read_tables"]

PACKAGE = "datapackage.json"  # written last: a folder that has one is complete


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
    folder = Path(folder).expanduser()
    if not (folder / PACKAGE).is_file():
        raise ArchiveError(
            f"{folder} holds no finished tables; run: python -m helpers extract SOURCE -o {folder}"
        )
    shards = pq.read_table(folder / "shards.parquet")["shard"].to_pylist()
    wanted = columns or dict.fromkeys(TABLES)
    return {
        table: pa.concat_tables(
            pq.read_table(folder / table / shard, columns=only) for shard in shards
        ).to_pandas()
        for table, only in wanted.items()
    }
