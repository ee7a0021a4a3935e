"""Fits the weights by which `helpers.checks.times.durations` chooses the dates that a length of time is told of.

    python -m helpers.accuracy.fit_durations [--folds 8] tests/gold/relations/*.jsonl tests/gold/triples/*_read.jsonl \\
        tests/gold/triples/read.jsonl tests/gold/contradictions.json tests/gold/{dev,unseen,more} tests/gold/{real,field,abroad,papers}/read

In: texts with the relations that a careful reader finds in them: JSON Lines as of `helpers.accuracy.told_pairs` and folders of gold
texts. Each length of time is one observation: which of the stretches in reach is annotated; where none is, none, or, if the
annotation is not whole, any that fits. Out: the weights of a conditional logit, drawn towards nought, in
`helpers/data/checks/duration_weights.csv`. With `--folds` nothing is written: the texts of each writer are judged by weights of
other writers, and what is caught, found and falsely alarmed is printed.
"""

import argparse
import csv
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.accuracy.least import least
from helpers.accuracy.told_pairs import annotated, same
from helpers.checks import Lasted, chosen_stretch, each_story, lasted_of
from helpers.extraction import extract
from helpers.texts import DATA, Article

__all__ = ["Seen", "Told", "cross_validated", "fit", "seen_of", "texts_of"]

# how strongly a weight is drawn to nought: of what is asked, and of a single word
DRAWN, DRAWN_WORD = 2.0, 6.0
SEEN_IN = 6  # texts that a feature must be seen in
SELDOM = 0.1  # chance of a fit that is rare enough for it to be meant though it is not annotated
STEPS = 200
KIND = "duration_matches_range"
_PUBLISHED = "2025-06-02"  # the texts of `contradictions.json`


@dataclass(frozen=True)
class Told:
    """A text: its slug, its writer, its role, and its relations as (quotes, whether it holds); `whole`: whether every length that
    is in none of them is told of no dates."""

    slug: str
    writer: str
    role: str
    relations: tuple[tuple[tuple[str, ...], bool], ...]
    whole: bool


@dataclass
class Seen:
    """A length of a text: what the words say of each stretch, and which of them (last: none) may be meant; `right`: whether one is
    annotated."""

    told: Told
    lasted: Lasted
    allowed: np.ndarray
    right: bool


def texts_of(path: Path) -> Iterator[tuple[Article, Told]]:
    """The texts of a file of JSON Lines, or of a folder of gold texts."""
    if path.is_dir():
        for article, note in annotated(path):
            yield article, told_of(note, article.slug, str(path))
        return
    for number, case in enumerate(_cases(path)):
        slug = f"{path.parent.name}-{path.stem}-{number}"
        article = Article(slug, case["text"], published=case["published"] or "")
        part = re.split(r"[\s-]\d", case.get("triple", ""))[0]  # a file may hold texts of several writers
        yield article, told_of(case, slug, f"{path.parent.name}-{path.stem} {part}".strip())


def _cases(path: Path) -> Iterator[dict]:
    """The lines of a file of JSON Lines; of `contradictions.json`, which annotates what fails alone, the texts where that is a
    length of time or nothing."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        yield from map(json.loads, text.splitlines())
        return
    for case in json.loads(text):
        if case["kind"] in (KIND, ""):
            role = "planted" if case["kind"] else "lookalike"
            yield {"role": role, "template": "", "published": _PUBLISHED, "quotes": [], **case}


def told_of(case: dict, slug: str, writer: str) -> Told:
    """What is annotated of a text."""
    if "relations" in case:
        found = tuple((tuple(map(_bare, one["quotes"])), True) for one in case["relations"])
        return Told(slug, writer, "full", found, False)
    if "role" in case:
        role = case["role"].replace("consistent", "holds")
        found = () if role == "lookalike" else ((tuple(case["quotes"]), role == "holds"),)
        return Told(slug, writer, role, found, role == "lookalike" and "duration" in case["template"])
    rows = (row for row in case.get("checks", ()) if row["kind"] == KIND)
    return Told(slug, writer, "gold", tuple((tuple(row["quotes"]), row["holds"]) for row in rows), True)


def _bare(quote: str) -> str:
    """A quote without what leads to it: "from 3" of "3 to 18 May"."""
    return re.sub(r"^(?:from|between|on|in|of|since)\s", "", quote)


def meets(own: tuple[str, ...], quotes: tuple[str, ...]) -> bool:
    """Whether a length and its dates are those of an annotation, a range also for its two ends."""
    return (
        len(quotes) > 1
        and all(any(same(one, quote) for quote in quotes) for one in own)
        and all(any(same(one, quote) for one in own) for quote in quotes)
    )


def seen_of(told: Told, story) -> Iterator[Seen]:
    """Every length of a text that has stretches in reach."""
    for lasted in lasted_of(story):
        named = [
            quotes for quotes, _ in told.relations if any(same(lasted.length.quote, one) for one in quotes)
        ]
        right = np.array([any(meets(own, quotes) for quotes in named) for own in lasted.quotes], bool)
        allowed = np.append(right, False).astype(float)
        if not right.any():
            if named and told.role in ("holds", "planted"):
                continue  # it is told of dates that are not in reach
            again = [any(meets(own[1:], quotes[1:]) for quotes, _ in told.relations) for own in lasted.quotes]
            untold = lasted.holds & (np.array(again) if told.whole else lasted.chance < SELDOM)
            by_chance = lasted.chance[untold].sum() if untold.any() else 1.0
            allowed = np.append(untold.astype(float), min(1.0, by_chance))
        yield Seen(told, lasted, allowed, bool(right.any()))


def _names(seen: list[Seen]) -> list[str]:
    """The features that enough texts have, and not all of them."""
    texts: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        for name in one.lasted.of_length.union(*one.lasted.of_stretches):
            texts[name].add(one.told.slug)
    return sorted(name for name, own in texts.items() if len(own) >= SEEN_IN)


def fit(seen: list[Seen]) -> dict[str, float]:
    """The likeliest weight of each feature."""
    names = ["any", *_names(seen)]
    place = {name: number for number, name in enumerate(names)}
    claim = np.concatenate([np.full(len(one.lasted.holds), at) for at, one in enumerate(seen)])
    rows, columns = [], []
    number = 0
    for one in seen:
        own = [place[name] for name in ("any", *one.lasted.of_length) if name in place]
        for told in one.lasted.of_stretches:
            at = own + [place[name] for name in told if name in place]
            rows += [number] * len(at)
            columns += at
            number += 1
    rows, columns = np.array(rows), np.array(columns)
    allowed = np.concatenate([one.allowed[:-1] for one in seen])
    none = np.array([one.allowed[-1] for one in seen])
    drawn = np.array([DRAWN_WORD if ": " in name else DRAWN for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = np.bincount(rows, weights[columns], number)
        most = np.zeros(len(seen))
        np.maximum.at(most, claim, scores)
        raised, free = np.exp(scores - most[claim]), np.exp(-most)
        total = free + np.bincount(claim, raised, len(seen))
        p, q = raised / total[claim], free / total
        met = np.maximum(np.bincount(claim, p * allowed, len(seen)) + q * none, 1e-12)
        off = p - p * allowed / met[claim]
        slope = np.bincount(columns, off[rows], len(names)) + drawn * weights
        return float(-np.log(met).sum() + (drawn * weights * weights).sum() / 2), slope

    found = least(loss, np.zeros(len(names)), STEPS)
    return {name: round(float(value), 2) + 0.0 for name, value in zip(names, found, strict=True)}


def cross_validated(seen: list[Seen], folds: int) -> Counter:
    """What weights of other writers catch, find and falsely alarm: (set, what) → texts."""
    fold = [zlib.crc32(one.told.writer.encode()) % folds for one in seen]
    rows: dict[Told, set[str]] = defaultdict(set)
    for number in range(folds):
        weights = fit([one for one, at in zip(seen, fold, strict=True) if at != number])
        for one in (one for one, at in zip(seen, fold, strict=True) if at == number):
            rows[one.told].add(_scored(one, chosen_stretch(one.lasted, one.lasted.shares(weights))))
    return Counter((told.writer, what) for told, found in rows.items() for what in found if what)


def _scored(one: Seen, place: int | None) -> str:
    """What is made of a length: caught, found, alarm, row (that holds and is not annotated), or nothing."""
    told, lasted = one.told, one.lasted
    if place is None:
        return ""
    own, holds = lasted.quotes[place], bool(lasted.holds[place])
    if any(meets(own, quotes) and held == holds for quotes, held in told.relations):
        return "found" if holds else "caught"
    near = any(same(a, b) for a in own for quotes, _ in told.relations for b in quotes)
    if holds:
        return "row" if told.role in ("gold", "full") else ""
    return "" if told.role == "planted" and near else "alarm"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="JSON Lines or folders of gold texts")
    parser.add_argument("--folds", type=int, default=0, help="judge the texts of each writer by the others")
    given = parser.parse_args()
    texts = [pair for path in given.paths for pair in texts_of(path)]
    known = {told.slug: told for _, told in texts}
    stories = each_story(extract([article for article, _ in texts]))
    seen = [one for slug, story in stories for one in seen_of(known[slug], story)]
    print(f"{len(seen)} lengths of time, {sum(one.right for one in seen)} of them annotated")
    if given.folds:
        for (name, what), number in sorted(cross_validated(seen, given.folds).items()):
            print(f"{name:30} {what:8} {number:5}")
        return
    with (DATA / "checks" / "duration_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows(fit(seen).items())


if __name__ == "__main__":
    main()
