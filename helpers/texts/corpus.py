"""Reads a folder of news texts and verifies it.

A corpus is a folder of UTF-8 `.txt` files and, if it is there, a `catalogue.csv` that says of each file its
slug, title, publisher and date of publication (columns: `seeds/README.md`). The texts are evidence and are
never cleaned: `Article.text` is the file decoded and nothing else, so that byte order marks, carriage returns
and odd characters stay where they are, and `text[start:end]` is the exact quote for every offset in this
project.

>>> load_corpus(articles=["drug-arrests"])[0].published_range
(datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))
"""

import hashlib
import warnings
from collections.abc import Iterable
from pathlib import Path

from helpers.texts.article import Article, Corpus, CorpusError, Row
from helpers.texts.catalogue import date_range, read_catalogue, wrong_slug
from helpers.texts.problems import SHOWN, as_path, listed, may_read, printable, shown, what_is
from helpers.texts.sources import format_of, import_of, left_aside
from helpers.texts.stored import articles_of, events_of, is_archive, same_program
from helpers.texts.suggestions import Known

__all__ = ["Article", "CATALOGUE", "Corpus", "CorpusError", "Row", "load_corpus"]

CATALOGUE = "catalogue.csv"
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LARGEST = 100_000_000  # bytes of a text; a longer one is no article, and would not end within a day


def load_corpus(folder: str | Path | None = None, *, articles: Iterable[str] | None = None) -> Corpus:
    """Reads the texts of a folder, checks them against the catalogue and splits them into blocks.

    Args:
        folder: Folder with `.txt` files and optionally a `catalogue.csv`, or with the tables that
            `python -m helpers extract` wrote; None or "" for the project's own `seeds/`.
        articles: Slugs to keep; None or empty for all.

    Raises:
        CorpusError: listing every problem of the folder, or every slug that does not exist with the nearest
            one that does.
    """
    wanted = _as_slugs(articles)
    folder = _as_folder(folder)
    if is_archive(folder):
        return _load_archive(folder, wanted)
    entries = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    files = [path for path in entries if path.suffix.lower() == ".txt"]
    others = left_aside(entries, folder)
    problems: list[str] = [] if files else [_no_text(folder, others)]
    if files and others:
        warnings.warn(printable(f"{folder}: left aside {others}"), stacklevel=2)
    catalogue = read_catalogue(folder / CATALOGUE, [path.name for path in files], problems)
    read = [_read_article(path, catalogue.get(path.name, {}), problems) for path in files]
    slugs: dict[str, Path] = {}
    for path in files:
        slug = catalogue.get(path.name, {}).get("slug") or path.stem
        if slug in slugs:
            problems.append(
                f"{path}: slug {shown(slug)} is already that of {slugs[slug].name}; give one of them another name"
            )
        slugs.setdefault(slug, path)
    if problems:
        raise CorpusError(listed(f"{folder} cannot be read", problems))
    return Corpus(_choose(read, wanted, slugs), folder, list(slugs))


def _load_archive(folder: Path, wanted: list[str]) -> Corpus:
    """The texts beside the tables of an archive, which need not be read again."""
    read = articles_of(folder)
    if not same_program(folder):
        told = "the tables were written by another version of this project and are shown as they are"
        warnings.warn(
            printable(f"{folder}: {told}; extract once more to have them of this one"), stacklevel=3
        )
    slugs = [article.slug for article in read]
    chosen = _choose(read, wanted, slugs)
    return Corpus(chosen, folder, slugs, stored=folder, events=events_of(folder))


def _as_folder(folder: str | Path | None) -> Path:
    try:
        path = as_path(folder) if folder else SEEDS
        state = what_is(path)
        if state == "folder" and not may_read(path):
            state = "cannot be opened; give yourself permission to read it"
    except ValueError as error:
        raise CorpusError(str(error)) from error
    except TypeError as error:
        raise CorpusError(f"the folder must be text or a path, not {shown(folder)}") from error
    told = {
        "folder": "",
        "file": f"is a file; give the folder that holds it, or: python -m helpers import {path} -o {path.stem}_texts",
        "missing": "does not exist; give a folder of .txt files",
    }.get(state, f"{state}; give a folder of .txt files")
    if told:
        raise CorpusError(printable(f"{path}{' ' if state in ('file', 'missing') else ': '}{told}"))
    return path


def _no_text(folder: Path, others: str) -> str:
    return f"{folder}: no .txt file here" + (
        f", but {others}" if others else "; put each article into a UTF-8 file NAME.txt"
    )


def _as_slugs(articles: Iterable[str] | None) -> list[str]:
    if isinstance(articles, str):
        raise CorpusError(
            f"articles must be a list of slugs, such as [{shown(articles)}], not the text {shown(articles)}"
        )
    try:
        return list(articles or ())
    except TypeError as error:
        raise CorpusError(f"articles must be a list of slugs, not {shown(articles)}") from error


def _choose(read: list[Article], wanted: list[str], slugs: Iterable[str]) -> list[Article]:
    known = Known(slugs)
    unknown = [slug for slug in wanted if not isinstance(slug, str) or slug not in known]
    if unknown:
        problems = [
            f"no article {shown(slug)}; {known.hint(str(slug)) if number < SHOWN else ''}"
            for number, slug in enumerate(unknown)
        ]
        raise CorpusError(listed("articles", problems))
    chosen = set(wanted)
    return [article for article in read if not chosen or article.slug in chosen]


def _read_article(path: Path, row: dict[str, str], problems: list[str]) -> Article | None:
    """The article of a file; None if it cannot be read, with the reason in problems."""
    slug = row.get("slug") or path.stem
    if wrong := _wrong_file(path) or (not row.get("slug") and wrong_slug(slug)):
        problems.append(f"{path}: {wrong}")
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.append(f"{path}: cannot be read ({error.strerror}); give yourself permission to read it")
        return None
    if other := format_of("", data[:4096]).name:
        how = f"give it its own ending, then: {import_of(path.parent)}"
        problems.append(f"{path}: a file of another format ({other}); {how}")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        how = f"save the file as UTF-8, or: {import_of(path.parent)}"
        problems.append(f"{path}: not UTF-8 at byte {error.start}; {how}")
        return None
    if text.count("\0") > len(text) // 4:
        problems.append(f"{path}: every other character is NUL, as in UTF-16; save the file as UTF-8")
    elif not any(map(str.isalnum, text)):
        problems.append(f"{path}: empty, without a letter or digit; put the article into it or delete it")
    if row.get("sha256") and hashlib.sha256(data).hexdigest() != row["sha256"].lower():
        problems.append(
            f"{path}: not the text the catalogue was made for (its sha256 differs); restore the file or correct the catalogue"
        )
    known = {key: row.get(key, "") for key in ("title", "publisher", "published", "published_basis", "url")}
    if not date_range(known["published"]):
        known["published"] = ""  # said with the line of the catalogue
    return Article(slug=slug, text=text, file=path, **known)


def _wrong_file(path: Path) -> str:
    """Why a file can be no text, before it is opened; empty if it can."""
    state = what_is(path)
    if state == "folder":
        return "is a folder; move it, or give it a name that does not end in .txt"
    if state != "file":
        return f"{state}; remove it, or put the text there"
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not UTF-8; give it another"
    size = path.stat().st_size
    if size > LARGEST:
        return f"has {size // 10**6:,} MB; an article has at most {LARGEST // 10**6}: split the file"
    return ""
