"""The Arrow schema of every table, derived from its rows and from `helpers/data/texts/columns.csv`."""

import json
import re
from dataclasses import fields
from functools import cache
from inspect import getdoc
from typing import get_type_hints

import pandas as pd
import pyarrow as pa

from helpers.checks import COLUMNS as CHECK_COLUMNS
from helpers.checks import UNTESTED
from helpers.extraction import ROWS
from helpers.texts import meaning, word_list

__all__ = ["TABLES", "TEXTS", "as_arrow", "description", "schema_of"]

TEXTS = "texts"
# An entry under "Attributes:" with the lines that are indented further
_ATTRIBUTE = re.compile(r"^    (\w+(?:, \w+)*): (.+(?:\n {5,}.+)*)", re.MULTILINE)
_OF_TYPE = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
# lists are named as Parquet does
_WORDS, _PLACES = (pa.list_(pa.field("element", kind)) for kind in (pa.string(), pa.int64()))
# Of the tables that are no rows of a class: the columns that are not words
_NO_WORDS = {
    TEXTS: {"number": pa.int64(), "row": pa.int64(), "words": pa.int64()},
    "checks": {
        "holds": pa.bool_(),
        "quotes": _WORDS,
        "starts": _PLACES,
        "tied_by": _WORDS,
        "sure": pa.float64(),
    },
    "untested": {"start": pa.int64(), "end": pa.int64()},
}
TABLES = (TEXTS, *ROWS, "checks", "untested")


@cache
def _own() -> dict[tuple[str, str], str]:
    return {(row["table"], row["column"]): row["content"] for row in word_list("archive/columns")}


def description(table: str, column: str) -> str:
    """What a column holds: as only archives have it, as in the results of the notebooks, or else as the row
    says it in its docstring."""
    return _own().get((table, column)) or meaning(table, column) or _documented(table).get(column, "")


@cache
def _documented(table: str) -> dict[str, str]:
    """Column → what the docstring of the row says of it."""
    entries = _ATTRIBUTE.findall(getdoc(ROWS[table]) or "") if table in ROWS else []
    return {name: " ".join(words.split()) for names, words in entries for name in names.split(", ")}


@cache
def schema_of(table: str) -> pa.Schema:
    """The schema of a table: name, type and, as metadata, the meaning of each column."""
    if table in ROWS:
        hints = get_type_hints(ROWS[table])
        types = {field.name: _arrow_type(hints[field.name]) for field in fields(ROWS[table])}
    else:
        of_texts = [column for of_table, column in _own() if of_table == TEXTS]
        columns = {TEXTS: of_texts, "checks": CHECK_COLUMNS, "untested": UNTESTED}[table]
        types = {name: _NO_WORDS[table].get(name, pa.string()) for name in columns}
    return pa.schema(
        [
            pa.field(name, kind, metadata={"description": description(table, name)})
            for name, kind in types.items()
        ],
        metadata={"table": table},
    )


def _arrow_type(hint: object) -> pa.DataType:
    """The Arrow type for an annotation such as `str`, `float | None` or `tuple[str, ...]`."""
    words = str(getattr(hint, "__name__", hint)) if isinstance(hint, type) else str(hint)
    if words.startswith(("tuple", "list")):
        return _PLACES if "int" in words else _WORDS
    return _OF_TYPE.get(words.replace(" | None", "").strip(), pa.string())


def as_arrow(table: str, frame: pd.DataFrame) -> pa.Table:
    """A data frame with the schema of its table; the same frame gives the same bytes everywhere."""
    schema = schema_of(table)
    columns = []
    for field in schema:
        values = frame[field.name]
        if pa.types.is_string(field.type):
            cells = [_as_words(value) for value in values]
            columns.append(pa.array(cells, field.type))
        elif pa.types.is_list(field.type):
            columns.append(pa.array([list(value) for value in values], field.type))
        else:
            columns.append(pa.Array.from_pandas(values, type=field.type))
    return pa.Table.from_arrays(columns, schema=schema)


def _as_words(value: object) -> str | None:
    """A cell of a column of words. A lone half of a surrogate pair, which a text may hold and UTF-8 may not,
    becomes a question mark."""
    if value is None or (isinstance(value, float) and value != value):
        return None
    words = value if isinstance(value, str) else json.dumps(value, default=str)
    return words if words.isascii() else words.encode("utf-8", "replace").decode("utf-8")
