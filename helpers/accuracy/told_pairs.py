"""Texts with the relations that a careful reader finds between their figures, and each claim of theirs with the pair that is meant.

In: JSON Lines and folders of gold texts. A line has `text`, `published` and either `relations` (every relation of a text that agrees
with itself: `template`, `quotes`, the stated figure last), or `role` with `template` and `quotes` of one relation that holds
("holds"), fails ("planted") or looks like one ("lookalike"), or `expect` with rows as of `check`. Out: observations for
`helpers.accuracy.fit_pairs`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from helpers.checks import Judged, Paired, claims_of, each_story, told, words_beside
from helpers.extraction import extract
from helpers.texts import Article, load_corpus

__all__ = ["Seen", "Told", "annotated", "meets", "observations", "same", "texts_of"]

# the operations by which the figures of an annotated relation may be tied
MEANT = {
    "share": ("share", "times"), "change_percent": ("change", "times"), "change": ("change", "times"), "rate": ("average",),
    "difference": ("difference",), "rest": ("difference",), "sum": ("difference",), "multiple": ("times", "average"), "average": ("average", "share"),
    "conversion": ("average",),
}  # fmt: skip
KINDS = {
    "share_matches_counts": ("share", "change", "times"), "average_matches_ratio": ("average", "times"),
    "parts_sum_to_total": ("difference",),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A text: its group (all of one group fall into one fold), role, and relations as (operations, quotes, whether it holds)."""

    article: Article
    group: str
    role: str
    relations: tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]
    crowded: bool


@dataclass
class Seen:
    """A claim of a text: features of its pairs, what the words say of it, what the arithmetic says of the pairs, and which of them
    (last: none) may be meant; `right`: whether one is annotated."""

    told: Told
    judged: Judged
    features: np.ndarray
    spoken: np.ndarray
    words: list[str]
    quotes: list[tuple[str, ...]]
    allowed: np.ndarray
    right: bool


def texts_of(path: Path) -> Iterator[Told]:
    """The texts of a file of JSON Lines, or of a folder of gold texts."""
    if path.is_dir():
        for article, note in annotated(path):
            yield Told(article, article.slug, "gold", _relations(note.get("checks", ())), True)
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        if "relations" in case:
            found = tuple(
                (MEANT.get(one["template"], ()), tuple(one["quotes"]), True)
                for one in case["relations"]
                if len(one["quotes"]) > 2
            )
            yield Told(_article(path, number, case), f"{path.stem}-{number}", "full", found, False)
            continue
        crowded = "pair" in case or case.get("triple", "").startswith("crowded")
        group = f"{path.stem}-{case.get('triple', case.get('pair')) if crowded else number}"
        role = case.get("role", "case").replace("consistent", "holds")
        if role == "case":
            found = _relations(case["expect"])
        else:
            quotes = tuple(quote for quote in case["quotes"] if quote in case["text"])
            found = ((MEANT.get(case["template"], ()), quotes, role == "holds"),)
        yield Told(_article(path, number, case), group, role, found, crowded)


def annotated(folder: Path) -> Iterator[tuple[Article, dict]]:
    """The texts of a folder that are annotated, each with its annotation; their slugs, unique in one folder only, name it too."""
    for article in load_corpus(folder):
        note = folder / f"{article.slug}.json"
        if note.exists():
            told = json.loads(note.read_text(encoding="utf-8"))
            yield replace(article, slug=f"{folder}-{article.slug}"), told


def _article(path: Path, number: int, case: dict) -> Article:
    """The text of a line, with the day of its publication if one is given."""
    return Article(f"{path.stem}-{number}", case["text"], published=case["published"] or "")


def _relations(rows) -> tuple:
    return tuple(
        (KINDS[row["kind"]], tuple(row["quotes"]), row["holds"])
        for row in rows
        if row["kind"] in KINDS and len(row["quotes"]) > 2
    )


def same(a: str, b: str) -> bool:
    """Whether one quote is the other, or has it in it."""
    short, long = sorted((a, b), key=len)
    return bool(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long))


def meets(own: tuple[str, ...], quotes: tuple[str, ...]) -> bool:
    """Whether three figures are those of an annotation."""
    left, found = list(quotes), 0
    for quote in sorted(own, key=len, reverse=True):
        hit = quote if quote in left else next((one for one in left if same(one, quote)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return found > 1 and (not left or found == 3)


def observations(texts: list[Told]) -> list[Seen]:
    """Every claim of the texts."""
    tables = extract([told.article for told in texts])
    known = {told.article.slug: told for told in texts}
    return [
        _seen(known[slug], claim)
        for slug, story in each_story(tables)
        for claim in claims_of(story)
        if claim.pairs
    ]


def _seen(told_: Told, claim) -> Seen:
    judged = Judged(claim)
    quotes = [tuple(item.quote for item in items) for _, items, _ in judged.rows]
    names = [pair.operation for pair in claim.pairs]
    right = np.zeros(len(quotes), bool)
    whole = told_.role in ("planted", "holds", "full")
    for meant, named, held in told_.relations:
        if any(same(quote, claim.figure.quote) for quote in (named[-1:] if told_.role == "full" else named)):
            alike = [name in meant and meets(own, named) for name, own in zip(names, quotes, strict=True)]
            right |= np.array(alike) if whole else np.array(alike) & (judged.holds == held)
    if told_.role == "full":
        right &= judged.holds
    allowed = np.append(right, False)
    if told_.role == "full" and not right.any():
        alike = [any(meets(own, named) for _, named, _ in told_.relations) for own in quotes]
        allowed[:-1] = np.array(alike, bool) & judged.holds  # the same figures, told of another of them
    if not right.any():
        allowed = np.append(allowed[:-1] | judged.holds & (told_.role not in ("lookalike", "full")), True)
        if told_.role == "planted":
            planted = told_.relations[0][1]
            allowed[:-1] |= [any(same(a, b) for a in own for b in planted) for own in quotes]
    return Seen(
        told_,
        judged,
        Paired(claim).matrix(),
        told(claim),
        words_beside(claim),
        quotes,
        allowed,
        bool(right.any()),
    )
