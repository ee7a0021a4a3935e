"""An archive on disk: tables as `python -m helpers extract` writes them, a folder a table and a file a shard.

Knows where things stand and how to read them back, not what they mean: the rows are those of the rooms below.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.texts.article import Article, CorpusError
from helpers.texts.problems import printable

__all__ = [
    "ARCHIVE",
    "articles_of",
    "events_of",
    "is_archive",
    "program",
    "same_program",
    "stored_columns",
    "stored_table",
]

ARCHIVE = "datapackage.json"  # written last: a folder that has one is complete
SHARDS = "shards.parquet"
TEXTS = "texts"
_KNOWN = ("article", "text", "title", "publisher", "published", "published_basis", "url")
_AGAIN = "give the command again that wrote it: python -m helpers extract SOURCE -o"
# Of the two kinds of text that pandas has, the one whose cells can share their words
_SHARED = pd.StringDtype("python", na_value=np.nan)


def is_archive(folder: Path) -> bool:
    """Whether a folder holds the tables of an archive, whole or not."""
    return (folder / SHARDS).is_file() or any((folder / TEXTS).glob("*.parquet"))


def stored_table(
    folder: Path,
    table: str,
    columns: Sequence[str] | None = None,
    articles: Collection[str] | None = None,
) -> pd.DataFrame:
    """A table of an archive, in the order of the articles.

    Args:
        folder: Of the archive.
        table: Its name.
        columns: Those to read; None for all.
        articles: Slugs to keep; None for all.

    Raises:
        CorpusError: if the run that writes the archive has not ended, or the folder is damaged or was written by
            another version of this project.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    once: dict[str, str] = {}
    frames = []
    with _saying_what_is_wrong(folder, table):
        for path in _parts(folder, table):
            found = pq.read_table(path, columns=columns and list(columns))
            if articles is not None:
                found = found.filter(pc.is_in(found["article"], pa.array(articles, pa.string())))
            frames.append(pd.DataFrame({name: _cells(found[name], once) for name in found.column_names}))
    return pd.concat(frames, ignore_index=True)


def _cells(column, once: dict[str, str]) -> pd.Series | pd.api.extensions.ExtensionArray | list:
    """The cells of a column of Arrow. Equal words become one object: a slug, a name or a sentence stands in many
    rows, and is kept once."""
    import pyarrow as pa

    if pa.types.is_list(column.type):
        return column.to_pylist()
    if not pa.types.is_string(column.type):
        return column.to_pandas()
    found = column.combine_chunks().dictionary_encode()
    words = [once.setdefault(word, word) for word in found.dictionary.to_pylist()]
    cells = np.array([*words, np.nan], dtype=object)[found.indices.fill_null(len(words)).to_numpy()]
    return pd.array(cells, dtype=_SHARED)


def stored_columns(folder: Path, table: str) -> list[str]:
    """The columns of a table of an archive. Every file of it is opened, and none is read.

    Raises:
        CorpusError: as `stored_table`.
    """
    import pyarrow.parquet as pq

    with _saying_what_is_wrong(folder, table):
        return [pq.read_schema(path).names for path in _parts(folder, table)][0]


def _parts(folder: Path, table: str) -> list[Path]:
    """The files of a table, in the order of the articles."""
    import pyarrow.parquet as pq

    return [folder / table / shard for shard in pq.read_table(folder / SHARDS)["shard"].to_pylist()]


@contextmanager
def _saying_what_is_wrong(folder: Path, table: str) -> Iterator[None]:
    """Says in one line what is wrong with an archive, and what to do."""
    import pyarrow as pa

    if not (folder / ARCHIVE).is_file():
        raise CorpusError(printable(f"{folder} holds no finished tables; {_AGAIN} {folder}"))
    try:
        yield
    except (pa.ArrowException, OSError, KeyError) as error:
        what = " ".join(str(error).split())[:200]
        raise CorpusError(
            printable(
                f"{folder} cannot be read, it is damaged or of another version ({table}: {what}); {_AGAIN} {folder}"
            )
        ) from error


def articles_of(folder: Path) -> list[Article]:
    """The articles of an archive; those that could not be read or decoded have no rows in its tables.

    Raises:
        CorpusError: as `stored_table`.
    """
    import pyarrow.parquet as pq

    with _saying_what_is_wrong(folder, TEXTS):  # file by file: all texts at once would be in memory twice
        return [
            Article(slug=row.pop("article"), **row)
            for path in _parts(folder, TEXTS)
            for row in pq.read_table(path, columns=list(_KNOWN)).to_pylist()
        ]


def events_of(folder: Path) -> Mapping[str, str]:
    """Article → event, of those that tell of an event of which another tells, too.

    Raises:
        CorpusError: if the list is missing or damaged.
    """
    path = folder / "events.parquet"
    try:
        found = pd.read_parquet(path)
        return dict(zip(found["article"], found["event"], strict=True))
    except (ValueError, OSError, KeyError) as error:
        raise CorpusError(
            printable(f"{path} is missing, damaged or of another version; {_AGAIN} {folder}")
        ) from error


def same_program(folder: Path) -> bool:
    """Whether an archive was written by this very version of the program."""
    import pyarrow.parquet as pq

    written = (pq.read_schema(folder / SHARDS).metadata or {}).get(b"program", b"")
    return written.decode("utf-8", "replace") == program()


@cache
def program() -> str:
    """A hash of the program, its word lists and the versions of what it stands on: other rules make other
    tables, and other shards."""
    home = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(f"pyarrow {version('pyarrow')}, spacy {version('spacy')}".encode())
    for path in sorted([*home.rglob("*.py"), *home.rglob("*.csv")]):
        digest.update(path.relative_to(home).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
