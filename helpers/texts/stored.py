"""An archive on disk: tables as `python -m helpers extract` writes them, a folder a table and a file a shard.

Knows where things stand and how to read them back, not what they mean: the rows are those of the rooms below.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from helpers.texts.article import Article, CorpusError
from helpers.texts.problems import printable

__all__ = ["ARCHIVE", "articles_of", "events_of", "is_archive", "program", "same_program", "stored_table"]

ARCHIVE = "datapackage.json"  # written last: a folder that has one is complete
SHARDS = "shards.parquet"
_KNOWN = ("article", "text", "title", "publisher", "published", "published_basis", "url")
_AGAIN = "give the command again that wrote it: python -m helpers extract SOURCE -o"
# A sentence stands in every row that was found in it; as categories it is kept once
_REPEATED = ("sentence",)


def is_archive(folder: Path) -> bool:
    """Whether a folder holds the tables of an archive, whole or not."""
    return (folder / SHARDS).is_file() or any((folder / "texts").glob("*.parquet"))


def stored_table(
    folder: Path,
    table: str,
    columns: Sequence[str] | None = None,
    articles: Collection[str] | None = None,
    compact: bool = False,
) -> pd.DataFrame:
    """A table of an archive, in the order of the articles.

    Args:
        folder: Of the archive.
        table: Its name.
        columns: Those to read; None for all.
        articles: Slugs to keep; None for all.
        compact: Whether sentences are categories, each kept once.

    Raises:
        CorpusError: if the run that writes the archive has not ended, or the folder is damaged or was written by
            another version of this project.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    if not (folder / ARCHIVE).is_file():
        raise CorpusError(printable(f"{folder} holds no finished tables; {_AGAIN} {folder}"))
    try:
        shards = pq.read_table(folder / SHARDS)["shard"].to_pylist()
        parts = [pq.read_table(folder / table / shard, columns=columns and list(columns)) for shard in shards]
        found = pa.concat_tables(parts)
        if articles is not None:
            found = found.filter(pc.is_in(found["article"], pa.array(articles, pa.string())))
        frame = found.to_pandas(
            categories=[name for name in _REPEATED if compact and name in found.column_names]
        )
    except (pa.ArrowException, OSError, KeyError) as error:
        what = " ".join(str(error).split())[:200]
        raise CorpusError(
            printable(
                f"{folder} cannot be read, it is damaged or of another version ({table}: {what}); {_AGAIN} {folder}"
            )
        ) from error
    lists = [name for name in frame if pa.types.is_list(found.schema.field(name).type)]
    return frame.assign(**{name: [list(value) for value in frame[name]] for name in lists})


def articles_of(folder: Path) -> list[Article]:
    """The articles of an archive; those that could not be read or decoded have no rows in its tables.

    Raises:
        CorpusError: as `stored_table`.
    """
    return [
        Article(slug=slug, text=text, **dict(zip(_KNOWN[2:], map(str, others), strict=True)))
        for slug, text, *others in stored_table(folder, "texts", list(_KNOWN)).itertuples(
            index=False, name=None
        )
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
