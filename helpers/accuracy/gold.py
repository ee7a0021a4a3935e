"""Reads gold annotation: what a careful reader found in a text, against which the collection's own reading is
measured.

One JSON file an article; `tests/gold/README.md` has its keys and conventions, `tests/gold/sets.csv` the sets
that come with the project.
"""

import csv
import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.accuracy.annotation import TABLES, GoldError, content_of, is_annotation, wrong_in
from helpers.texts import SEEDS, Article, Corpus, did_you_mean, listed, load_corpus, shown, what_is

__all__ = ["TABLES", "GoldError", "GoldSet", "load_gold", "unseen_sets"]

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT / "tests" / "gold" / "sets.csv"


@dataclass(frozen=True)
class GoldSet:
    """Annotated articles that belong together.

    Attributes:
        name: What they are called on the page.
        seen: Whether rules were written with these texts in view.
        corpus: The annotated articles.
        rows: Table → what was annotated, in the order of the files: `article`, `start`, `end`, `quote` (the
            place), and the keys of the annotation; of a date `begin` and `finish` are its first and last day, of
            a statement `source_start` and `source_end` the place of the source, None without one.
        with_statements: Slugs of the articles whose statements are annotated; not all are.
        made: How the texts came to be and who annotated them, in words; empty if nobody said.
        kinds: Slug → kind of text ("releases of agencies"), as far as the catalogue beside the texts has a column `kind`.
    """

    name: str
    seen: bool
    corpus: Corpus
    rows: dict[str, list[dict]]
    with_statements: frozenset[str] = frozenset()
    made: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)


def load_gold(corpus: Corpus, *, building: bool = False) -> list[GoldSet]:
    """The annotation of a corpus: for the whole of `seeds/` the sets of the project, otherwise that of the
    articles given.

    Args:
        corpus: From `load_corpus`. Annotation of other folders stands beside each text as SLUG.json.
        building: Whether to add the sets of the project that served only for building it; they are large.

    Returns:
        The sets with at least one annotated article.

    Raises:
        GoldError: listing every file that is no annotation and every quote that does not stand in its text.
    """
    sets = _known_sets()
    if corpus.folder is None:
        return []
    if corpus.folder.resolve() != SEEDS:
        found = [_load(corpus.folder.name, True, corpus, corpus.folder)]
        _check_names(corpus)
    elif len(corpus) < len(load_corpus()):
        own = next(row for row in sets if ROOT / row["texts"] == SEEDS)
        found = [_load(own["name"], True, corpus, ROOT / own["annotation"])]
    else:
        found = [_load_known(row) for row in sets if building or row["building"] == "no"]
    return [one for one in found if len(one.corpus)]


def _check_names(corpus: Corpus) -> None:
    """Refuses annotation that has the name of no article: nothing would be measured by it, and nothing said."""
    others = [path for path in sorted(corpus.folder.glob("*.json")) if path.stem not in corpus.slugs]
    lost = [path for path in others if is_annotation(path)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it was said when the articles were read
        known = load_corpus(corpus.folder).slugs if lost else []
    problems = [
        f"{path}: is the annotation of no article; {did_you_mean(path.stem, known, 'name it after the slug of one')}"
        for path in lost
        if path.stem not in known
    ]
    if problems:
        raise GoldError(listed(f"the annotation in {corpus.folder} cannot be used", problems))


def unseen_sets() -> list[GoldSet]:
    """The sets of the project that no rule was written for."""
    return [_load_known(row) for row in _known_sets() if row["seen"] == "no"]


def _known_sets() -> list[dict[str, str]]:
    with SETS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _load_known(row: dict[str, str]) -> GoldSet:
    corpus = load_corpus(ROOT / row["texts"])
    found = _load(row["name"], row["seen"] == "yes", corpus, ROOT / row["annotation"])
    return replace(found, made=row["made"])


def _kinds(folder: Path | None, slugs: Iterable[str]) -> dict[str, str]:
    """Slug → what the catalogue of a folder says of the kind of text."""
    path = folder / "catalogue.csv" if folder else None
    if path is None or not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        kinds = {row["slug"]: row.get("kind") or "" for row in csv.DictReader(file)}
    return {slug: kinds[slug].strip() for slug in slugs if kinds.get(slug, "").strip()}


def _load(name: str, seen: bool, corpus: Corpus, folder: Path) -> GoldSet:
    rows: dict[str, list[dict]] = {table: [] for table in TABLES}
    annotated: list[Article] = []
    problems: list[str] = []
    with_statements: set[str] = set()
    for article in corpus:
        path = folder / f"{article.slug}.json"
        if (state := what_is(path)) == "missing":
            continue
        annotated.append(article)
        if state != "file":
            problems.append(f"{path}: is no file ({state}); put the annotation there or remove it")
            continue
        for table, found in _read(path, article, problems).items():
            rows[table] += found
            with_statements |= {article.slug} if table == "statements" else set()
    if problems:
        raise GoldError(listed(f"the annotation in {folder} cannot be used", problems))
    found = Corpus(annotated, folder)
    kinds = _kinds(corpus.folder, found.slugs)
    return GoldSet(name, seen, found, rows, frozenset(with_statements), kinds=kinds)


def _read(path: Path, article: Article, problems: list[str]) -> dict[str, list[dict]]:
    """The rows of a file by table; what is wrong with it is added to problems."""
    content = content_of(path, problems)
    tables = [table for table in TABLES if table != "statements" or table in content]
    rows: dict[str, list[dict]] = {table: [] for table in tables}
    for table in tables:
        for number, row in enumerate(content.get(table, []), 1):
            where = f"{path}: {table} {number}"
            if wrong := list(wrong_in(table, row)):
                problems += [f"{where}: {problem}" for problem in wrong]
            elif not (span := _place(table, row, article.text)):
                problems.append(
                    f"{where}: its words do not stand in {article.slug} as often as said: {shown(_words_of_place(table, row))}; "
                    "copy them exactly, and count from 1"
                )
            else:
                start, end = span
                place = {
                    "article": article.slug,
                    "start": start,
                    "end": end,
                    "quote": article.text[start:end],
                }
                if table == "statements":
                    place |= _with_source(row, place, article.text)
                rows[table].append(_with_days(row) | place if table == "dates" else row | place)
    return rows


_NEW_SENTENCE = re.compile(r"[.!?][”\"’)\]]{0,2}\s+[“\"‘(]?[A-ZÀ-Þ]|\n")


def _with_source(row: dict, place: dict, text: str) -> dict[str, int | None]:
    """The place of a statement's source: of its words, as whole words, the one nearest to the content, outside of it, in its
    sentence or paragraph if there is one."""
    words = row["source"]
    whole = rf"(?<!\w){re.escape(words or '')}(?!\w)"
    starts = [match.start() for match in re.finditer(whole, text)] if words else []
    outside = [at for at in starts if at + len(words) <= place["start"] or at >= place["end"]] or starts
    first, last = place["start"], place["end"]
    for border in ("\n", _NEW_SENTENCE):
        near = [
            at
            for at in outside
            if not re.search(border, text[min(at + len(words), last) : max(at, first) + 1])
        ]
        outside = near or outside
    if not outside:
        return {"source_start": None, "source_end": None}
    start = min(outside, key=lambda at: min(abs(at - place["end"]), abs(place["start"] - at - len(words))))
    return {"source_start": start, "source_end": start + len(words)}


def _words_of_place(table: str, row: dict) -> str:
    """The words by which an annotation says where it stands; of a check its first figure, of a speaker the
    name, or the title without one."""
    return {
        "roles": row.get("sentence_has"),
        "speakers": row.get("name") or row.get("title"),
        "checks": row["quotes"][0] if table == "checks" else "",
    }.get(table, row.get("quote"))


def _place(table: str, row: dict, text: str) -> tuple[int, int] | None:
    """Place of the nth occurrence of the words; None if there are fewer. A speaker whose name stands in parts, or in
    capitals, is where the last part is."""
    words, at = _words_of_place(table, row), -1
    for _ in range(row.get("nth", 1)):
        at = text.find(words, at + 1)
        if at < 0:
            break
    if at < 0 and table == "speakers":
        last = re.search(rf"\b{re.escape(words.split()[-1])}\b", text, re.IGNORECASE)
        return last.span() if last else None
    return (at, at + len(words)) if at >= 0 else None


def _with_days(row: dict) -> dict:
    """A date with its last day as `finish`: `end` is the end of the span everywhere else."""
    return {("finish" if key == "end" else key): value for key, value in row.items()}
