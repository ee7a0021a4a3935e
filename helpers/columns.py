"""What every column of every table means: `helpers/data/columns.csv`, for people who read the files without
the code.

In that list the table `*` holds the columns that tables share, and the column `*` of a table all those it
names nowhere else, such as one column a role.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from helpers.texts import word_list

__all__ = ["as_markdown", "meaning", "package_of", "table_of_meanings"]

SHARED = OTHERS = "*"
LICENCE = {
    "name": "other-closed",
    "title": "The articles and the words quoted from them belong to their publishers and stand here for research and "
    "criticism. For the other columns no licence is granted yet.",
}


@cache
def _meanings() -> dict[tuple[str, str], str]:
    return {(row["table"], row["column"]): row["content"] for row in word_list("columns")}


def meaning(table: str, column: str) -> str:
    """What a column holds; empty for one that the list does not know.

    >>> meaning("dates", "start")
    'Place of the quote in the text, in characters of the decoded file: its first character.'
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
        word_list("columns"), key=lambda row: (row["table"], row["notebook"])
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
    return "\n\n".join(parts) + "\n"


def _named(column: str) -> str:
    return "all others" if column == OTHERS else f"`{column}`"


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
