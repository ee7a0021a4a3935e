"""Describes an archive for those who have only its files: `datapackage.json` after the Frictionless standard.

Every table, every column with its type and meaning, units, and whose the words are.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.schema import TABLES, description, schema_of
from helpers.texts import package_of

__all__ = ["data_package"]

_TYPES = {"string": "string", "int64": "integer", "double": "number", "bool": "boolean"}


def data_package(folder: Path, shards: Sequence[str]) -> bytes:
    """The description of the tables in a folder that `extract_archive` filled, as JSON.

    Args:
        folder: The folder.
        shards: The names of the shards, in the order of the articles.
    """
    resources = [
        _resource(table, [f"{table}/{shard}.parquet" for shard in shards], schema_of(table))
        for table in TABLES
    ]
    for path in sorted(folder.glob("*.parquet")):
        resources.append(_resource(path.stem, path.name, pq.read_schema(path)))
    package = package_of("archive", "Articles read closely: the tables of an archive", resources)
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(table: str, path: str | list[str], schema: pa.Schema) -> dict:
    return {
        "name": table,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "fields": [
            (field.name, _TYPES.get(str(field.type), "array"), description(table, field.name))
            for field in schema
        ],
    }
