"""What every column of every table means: `helpers/data/texts/columns.csv`, for people who read the files without
the code.

In that list the table `*` holds the columns that tables share, and the column `*` of a table all those it
names nowhere else, such as one column a role.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from helpers.texts.lists import word_list

__all__ = ["as_cell", "as_markdown", "as_package", "headings", "meaning", "package_of", "table_of_meanings"]

SHARED = OTHERS = "*"
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
_OF_COLUMNS = {
    "table": "Name of the table.",
    "column": "Name of its column.",
    "content": "What the column holds.",
}
LICENCE = {
    "name": "other-closed",
    "title": "The articles and the words quoted from them belong to their publishers and stand here for research and "
    "criticism. For the other columns no licence is granted yet.",
}


@cache
def _meanings() -> dict[tuple[str, str], str]:
    return {(row["table"], row["column"]): row["content"] for row in word_list("texts/columns")}


def meaning(table: str, column: str) -> str:
    """What a column holds; empty for one that the list does not know.

    >>> meaning("dates", "start")
    'Position of the first character of the quote in the decoded text, counted from 0.'
    """
    known = _meanings()
    places = [(table, column), (SHARED, column), (table, OTHERS)]
    return next((known[place] for place in places if place in known), "")


def table_of_meanings(columns: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """One row for each (table, column): table, column, content."""
    return [
        {"table": table, "column": column, "content": meaning(table, column)} for table, column in columns
    ]


def as_markdown() -> str:
    """The whole list as Markdown: a heading and a table for each table, under one for the columns that all
    share."""
    parts = []
    for (table, notebook), rows in groupby(
        word_list("texts/columns"), key=lambda row: (row["table"], row["notebook"])
    ):
        heading = (
            "## Tables\n\nEvery row that stands for words of an article begins with its evidence."
            if table == SHARED
            else f"### {table}\n\nIn the results of {notebook}."
        )
        lines = (
            f"| {_named(row['column'])} | {row['content'].replace('|', chr(92) + '|')} |" for row in rows
        )
        parts.append("\n".join([heading, "", "| column | content |", "|---|---|", *lines]))
    parts.append("## What the headings on the pages mean")
    for notebook, rows in groupby(word_list("texts/headings"), key=lambda row: row["notebook"]):
        where = "in every notebook" if notebook == SHARED else f"in notebook {notebook}"
        lines = (f"| {row['heading']} | {row['content']} |" for row in rows)
        parts.append("\n".join([f"| heading {where} | content |", "|---|---|", *lines]))
    return "\n\n".join(parts) + "\n"


def headings(notebook: str) -> dict[str, str]:
    """What the headings of the tables of a notebook mean: heading → content.

    >>> headings("1")["exact to"][:13]
    'How wide the '
    """
    rows = word_list("texts/headings")
    return {row["heading"]: row["content"] for row in rows if row["notebook"] in (SHARED, notebook)}


def _named(column: str) -> str:
    return "all others" if column == OTHERS else f"`{column}`"


def as_cell(value: object) -> object:
    """A value as it is written into a CSV file: lists joined by "; ", and before words that a spreadsheet
    would compute (they begin with =, +, -, @, a tab or a carriage return) an apostrophe, as OWASP advises.
    Parquet, JSON and annotations have the exact words.

    >>> as_cell("=1+1"), as_cell("-5%"), as_cell(-5), as_cell(["12", "13"])
    ("'=1+1", "'-5%", -5, '12; 13')
    """
    if isinstance(value, (list, tuple)):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_COMPUTED) else value


def as_package(name: str, tables: Mapping) -> str:
    """The description of tables that are written as CSV, as JSON after the Frictionless standard.

    Args:
        name: Of the folder.
        tables: Name → data frame.
    """
    resources = [
        {
            "name": table.replace("_", "-").lower(),
            "path": f"{table}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "fields": [(column, _type(frame[column]), _meaning_in(table, column)) for column in frame],
        }
        for table, frame in tables.items()
    ]
    package = package_of(
        re.sub(r"[^a-z0-9._-]+", "-", name.lower()) or "tables", f"Tables of {name}", resources
    )
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _meaning_in(table: str, column: str) -> str:
    return _OF_COLUMNS[column] if table == "columns" else meaning(table, column)


def _type(values) -> str:
    """The type of a column as the standard names it."""
    kind = values.dtype.kind if hasattr(values.dtype, "kind") else "O"
    return {"b": "boolean", "i": "integer", "u": "integer", "f": "number"}.get(kind, "string")


def package_of(name: str, title: str, resources: Iterable[Mapping]) -> dict:
    """The description of tables after the Frictionless standard (Data Package 1).

    Args:
        name: A short name of the package.
        title: What it is, for people.
        resources: For each table `name`, `path` (a file or a list of files), `format`, `mediatype`, and
            `fields`: name, type and meaning of each column.
    """
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "licenses": [LICENCE],
        "resources": [
            {
                **{key: value for key, value in resource.items() if key != "fields"},
                "encoding": "utf-8",
                "schema": {
                    "fields": [_described(*field) for field in resource["fields"]],
                    "missingValues": [""],
                },
            }
            for resource in resources
        ],
    }


def _described(name: str, kind: str, content: str) -> dict[str, str]:
    """One column. Places are counted in characters (Unicode code points), which the standard has no word for."""
    unit = {"unit": "character"} if kind == "integer" and name.endswith(("start", "end")) else {}
    return {"name": name, "type": kind, "description": content, **unit}
