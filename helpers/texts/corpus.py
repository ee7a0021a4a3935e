"""Reads a folder of news texts and verifies it.

A corpus is a folder of UTF-8 `.txt` files and, if it is there, a `catalogue.csv` that says of each file its
slug, title, publisher and date of publication (columns: `seeds/README.md`). The texts are evidence and are
never cleaned: `Article.text` is the file decoded and nothing else, so that byte order marks, carriage returns
and odd characters stay where they are, and `text[start:end]` is the exact quote for every offset in this
project.

>>> load_corpus(articles=["drug-arrests"])[0].published_range
(datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))
"""

import csv
import hashlib
import re
import warnings
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from helpers.texts.blocks import Block, split_blocks
from helpers.texts.sources import left_aside

__all__ = ["CATALOGUE", "Article", "Corpus", "CorpusError", "Row", "date_range", "load_corpus"]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CATALOGUE = "catalogue.csv"


class CorpusError(ValueError):
    """Something is wrong with the folder of texts. The message lists every problem, with file, line and what
    to do."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The evidence that every row of every table carries.

    Attributes:
        article: Slug of the article.
        start, end: Offsets of the quote into the article's text, end exclusive.
        quote: The exact words, `text[start:end]`.
        block: Kind of the block in which they stand.
    """

    article: str
    start: int
    end: int
    quote: str
    block: str


@dataclass(frozen=True, eq=False)
class Article:
    """One text with what the catalogue says about it.

    Attributes:
        slug: Short name, unique in the corpus; text even if it looks like a number.
        text: The file decoded as UTF-8, unchanged.
        title, publisher, url: As in the catalogue, otherwise empty.
        published: `2025-10-04`, `2025-08`, `2025` or empty for unknown.
        published_basis: How the date of publication is known.
        file: Path of the text.
        blocks: The blocks in the order of the text.
    """

    slug: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    published_basis: str = ""
    url: str = ""
    file: Path | None = None
    blocks: tuple[Block, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "blocks", tuple(split_blocks(self.text, self.title)))

    @property
    def published_range(self) -> tuple[date, date] | None:
        """First and last day on which the article may have been published, both included; None if unknown."""
        return date_range(self.published)

    @property
    def words(self) -> int:
        """Number of words: runs of characters between white space that hold a letter or a digit."""
        return sum(any(map(str.isalnum, word)) for word in self.text.split())

    @property
    def published_inferred(self) -> bool:
        """Whether the date of publication is nowhere stated: its basis in the catalogue begins with
        "inferred"."""
        return self.published_basis.lower().startswith("inferred")

    def evidence(self, start: int, end: int, block: Block) -> dict:
        """The evidence fields of a `Row` for `text[start:end]`.

        Raises:
            ValueError: if the span is empty or not inside the block.
        """
        if not block.start <= start < end <= block.end:
            raise ValueError(
                f"{self.slug}: {start}:{end} is no span of the {block.kind} at {block.start}:{block.end}"
            )
        return {
            "article": self.slug,
            "start": start,
            "end": end,
            "quote": self.text[start:end],
            "block": block.kind,
        }


class Corpus(Sequence):
    """Articles in the order of their file names. `corpus["slug"]` and `corpus[0]` both work."""

    def __init__(self, articles: Sequence[Article], folder: Path | None = None):
        self.articles = tuple(articles)
        self.folder = folder
        self._by_slug = {article.slug: article for article in self.articles}

    def __getitem__(self, key):
        return self._by_slug[key] if isinstance(key, str) else self.articles[key]

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    @property
    def slugs(self) -> list[str]:
        return list(self._by_slug)


def load_corpus(folder: str | Path | None = None, *, articles: Sequence[str] | None = None) -> Corpus:
    """Reads the texts of a folder, checks them against the catalogue and splits them into blocks.

    Args:
        folder: Folder with `.txt` files and optionally a `catalogue.csv`; None or "" for the project's own
            `seeds/`.
        articles: Slugs to keep; None or empty for all.

    Raises:
        CorpusError: listing every problem of the folder, or every slug that does not exist with the nearest
            one that does.
    """
    folder = Path(folder).expanduser() if folder else SEEDS
    if not folder.is_dir():
        what = (
            f"is a file; give the folder that holds it, or: python -m helpers import {folder} -o {folder.stem}_texts"
            if folder.exists()
            else "does not exist; give a folder of .txt files"
        )
        raise CorpusError(f"{folder} {what}")
    entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
    files = sorted(path for path in entries if path.suffix.lower() == ".txt")
    others = left_aside(entries, folder)
    problems = [] if files else [_no_text(folder, others)]
    if files and others:
        warnings.warn(f"{folder}: left aside {others}", stacklevel=2)
    catalogue = _read_catalogue(folder / CATALOGUE, {path.name for path in files}, problems)
    read = [_read_article(path, catalogue.get(path.name, {}), problems) for path in files]
    slugs = {}
    for path in files:
        slug = catalogue.get(path.name, {}).get("slug") or path.stem
        if slug in slugs:
            problems.append(
                f"{path}: slug {slug!r} is already that of {slugs[slug].name}; give one of them another name"
            )
        slugs.setdefault(slug, path)
    if problems:
        raise CorpusError(_as_list(f"{folder} cannot be read", problems))
    return Corpus(_choose(read, articles, list(slugs)), folder)


def _no_text(folder: Path, others: str) -> str:
    return f"{folder}: no .txt file here" + (
        f", but {others}" if others else "; put each article into a UTF-8 file NAME.txt"
    )


def _as_list(headline: str, problems: list[str]) -> str:
    return (
        problems[0]
        if len(problems) == 1
        else "\n".join([f"{headline}, {len(problems)} problems:", *(f"  - {p}" for p in problems)])
    )


def _choose(read: list[Article], wanted: Sequence[str] | None, slugs: list[str]) -> list[Article]:
    if isinstance(wanted, str):
        raise CorpusError(f"articles must be a list of slugs, such as [{wanted!r}], not the text {wanted!r}")
    problems = []
    for slug in wanted or ():
        if slug not in slugs:
            near = get_close_matches(str(slug), slugs, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(slugs[:20])}"
            problems.append(f"no article {slug!r}; {hint}")
    if problems:
        raise CorpusError(_as_list("articles", problems))
    return [article for article in read if not wanted or article.slug in wanted]


def _read_catalogue(path: Path, names: set[str], problems: list[str]) -> dict[str, dict]:
    """Rows of the catalogue by file name; what is wrong with it is added to problems."""
    if not path.exists():
        return {}
    try:
        # utf-8-sig because spreadsheet programs begin a CSV with a byte order mark
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (UnicodeDecodeError, OSError) as error:
        problems.append(f"{path}: cannot be read ({error}); save it as UTF-8")
        return {}
    reader = csv.DictReader(lines, restval="")
    missing = [name for name in ("slug", "file") if name not in (reader.fieldnames or [])]
    if missing:
        problems.append(
            f"{path}, line 1: no column {' and '.join(missing)}; the first line must name the columns slug and file"
        )
        return {}
    rows: dict[str, dict] = {}
    for row in reader:
        row = {key: value.strip() for key, value in row.items() if key and isinstance(value, str)}
        place = f"{path}, line {reader.line_num}"
        if row["file"] not in names:
            near = get_close_matches(row["file"], names, 1)
            hint = f"did you mean {near[0]!r}?" if near else "add the file or delete the line"
            problems.append(f"{place}: there is no file {row['file']!r} in the folder; {hint}")
        elif row["file"] in rows:
            problems.append(f"{place}: {row['file']!r} has a line already; delete one of them")
        if row.get("published") and date_range(row["published"]) is None:
            problems.append(
                f"{place}: published is {row['published']!r}; write 2025-10-04, 2025-10, 2025, or nothing for unknown"
            )
        rows.setdefault(row["file"], row)
    return rows


def _read_article(path: Path, row: dict, problems: list[str]) -> Article | None:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = "a PDF" if data.startswith(b"%PDF-") else f"not UTF-8 at byte {error.start}"
        how = f"save the file as UTF-8, or: python -m helpers import {path.parent} -o {path.parent}_texts"
        problems.append(f"{path}: {what}; {how}")
        return None
    except OSError as error:
        problems.append(f"{path}: cannot be read ({error.strerror}); check its permissions")
        return None
    if not text.strip("\ufeff \t\r\n"):
        problems.append(f"{path}: empty; put the article into it or delete it")
    if row.get("sha256") and hashlib.sha256(data).hexdigest() != row["sha256"]:
        problems.append(
            f"{path}: not the text the catalogue was made for (its sha256 differs); restore the file or correct the catalogue"
        )
    known = {key: row.get(key, "") for key in ("title", "publisher", "published", "published_basis", "url")}
    return Article(slug=row.get("slug") or path.stem, text=text, file=path, **known)


def date_range(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO 8601 day, month or year, both included; None if it is none.

    >>> date_range("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        return first, date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
