"""Fits the weights by which `helpers.checks.weighed` chooses the two figures that a third is stated of.

    python -m helpers.accuracy.fit_pairs [--folds 5] tests/gold/triples/read.jsonl tests/checks/cases.jsonl tests/gold/dev …

In: texts with the relations a careful reader finds in them, as for `helpers.accuracy.fit`, and collections crowded with figures.
Each claim is one observation: the pair that is annotated, or, where none is, any pair that holds, or none: in a text that agrees
with itself no pair that fails is meant. Out: the weights of a conditional logit, those of the three families drawn towards common
ones, in `helpers/data/checks/pair_weights.csv`. With `--folds` nothing is written: each fold of the texts is judged by weights of
the others, and what is caught, found and falsely alarmed is printed.
"""

import argparse
import csv
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.checks import (
    FAMILIES,
    FEATURES,
    Claim,
    chosen_pair,
    claims_of,
    each_story,
    features_of,
    shares_of,
)
from helpers.extraction import extract
from helpers.texts import DATA, Article, load_corpus

__all__ = ["Seen", "Told", "fit", "observations"]

TOLERANCE = 0.75
COMMON, OWN = (
    1.0,
    4.0,
)  # how strongly common weights are drawn to nought, and those of a family to the common ones
CROWDED = 3.0  # weight of a text crowded with figures: there are few of them
STEPS, MEMORY = 200, 10
FAMILY = {"change_percent": "change", "difference": "change", "multiple": "change", "rate": "average"}
KINDS = {
    "share_matches_counts": ("share", "change"), "average_matches_ratio": ("average", "change"),
    "parts_sum_to_total": ("change",),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A text: its group (all of one group fall into one fold), role, and relations as (families, quotes, whether it holds)."""

    article: Article
    group: str
    role: str
    relations: tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]
    crowded: bool


@dataclass
class Seen:
    """A claim of a text with its features, what the arithmetic says of each pair, and which pairs (last: none) may be meant."""

    told: Told
    claim: Claim
    features: np.ndarray
    quotes: list[tuple[str, ...]]
    holds: np.ndarray
    computed: np.ndarray
    allowed: np.ndarray
    right: bool


def texts_of(path: Path) -> Iterator[Told]:
    """The texts of a file of JSON Lines, or of a folder of gold texts."""
    if path.is_dir():
        for article in load_corpus(path):
            note = path / f"{article.slug}.json"
            if note.exists():
                rows = json.loads(note.read_text(encoding="utf-8")).get("checks", ())
                yield Told(article, f"{path}-{article.slug}", "gold", _relations(rows), True)
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        crowded = "pair" in case or case.get("triple", "").startswith("crowded")
        group = f"{path.stem}-{case.get('triple', case.get('pair')) if crowded else number}"
        role = case.get("role", "case").replace("consistent", "holds")
        if role == "case":
            found = _relations(case["expect"])
        else:
            family = FAMILY.get(case["template"], case["template"])
            quotes = tuple(quote for quote in case["quotes"] if quote in case["text"])
            found = (((family,), quotes, role == "holds"),)
        yield Told(
            Article(f"{path.stem}-{number}", case["text"], case["published"]), group, role, found, crowded
        )


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
        for claim in claims_of(story, TOLERANCE)
        if claim.pairs
    ]


def _seen(told: Told, claim: Claim) -> Seen:
    judged = [claim.verdict(*pair) for pair in claim.pairs]
    quotes = [tuple(item.quote for item in items) for items, _ in judged]
    holds = np.array([verdict.holds for _, verdict in judged])
    right = np.zeros(len(judged), bool)
    for families, named, held in told.relations:
        if claim.family in families and any(same(quote, claim.figure.quote) for quote in named):
            alike = np.array([meets(own, named) for own in quotes])
            right |= alike if told.role in ("planted", "holds") else alike & (holds == held)
    allowed = np.append(right, False)
    if not right.any():
        allowed = np.append(holds & (told.role != "lookalike"), True)
        if told.role == "planted":
            planted = told.relations[0][1]
            allowed[:-1] |= [any(same(a, b) for a in own for b in planted) for own in quotes]
    computed = np.array([verdict.computed for _, verdict in judged], float)
    return Seen(told, claim, features_of(claim), quotes, holds, computed, allowed, bool(right.any()))


def fit(seen: list[Seen]) -> np.ndarray:
    """A row of weights for each family: the likeliest ones, drawn towards common weights, and these towards nought."""
    x = np.concatenate([one.features for one in seen])
    sizes = [len(one.features) for one in seen]
    claim = np.repeat(np.arange(len(seen)), sizes)
    starts = np.cumsum([0, *sizes[:-1]])
    family = np.repeat([FAMILIES.index(one.claim.family) for one in seen], sizes)
    allowed = np.concatenate([one.allowed for one in seen]).astype(float)
    weight = np.array([CROWDED if one.told.crowded and one.told.role != "gold" else 1.0 for one in seen])
    rows = [np.flatnonzero(family == number) for number in range(len(FAMILIES))]
    parts = [x[row] for row in rows]
    drawn = np.array([[COMMON], *[[OWN]] * len(FAMILIES)])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        at = flat.reshape(len(FAMILIES) + 1, -1)
        scores = np.empty(len(x))
        for row, part, own in zip(rows, parts, at[1:], strict=True):
            scores[row] = part @ (at[0] + own)
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[claim])
        p = raised / np.add.reduceat(raised, starts)[claim]
        met = np.maximum(np.add.reduceat(p * allowed, starts), 1e-12)
        off = weight[claim] * (p - p * allowed / met[claim])
        own = np.array([part.T @ off[row] for row, part in zip(rows, parts, strict=True)])
        slope = np.vstack([own.sum(axis=0), own]) + drawn * at
        return float(-(weight * np.log(met)).sum() + (drawn * at * at).sum() / 2), slope.ravel()

    found = _least(loss, np.zeros((len(FAMILIES) + 1) * x.shape[1])).reshape(len(FAMILIES) + 1, -1)
    return found[0] + found[1:]


def _least(loss: Callable, at: np.ndarray) -> np.ndarray:
    """Where a smooth function is least (limited-memory BFGS)."""
    value, slope = loss(at)
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(STEPS):
        way, kept = slope.copy(), []
        for s, y in reversed(steps):
            kept.append((s @ way) / (s @ y))
            way -= kept[-1] * y
        s, y = steps[-1] if steps else (slope, slope * max(1.0, np.linalg.norm(slope)))
        way *= (s @ y) / (y @ y)
        for (s, y), amount in zip(steps, reversed(kept), strict=True):
            way += s * (amount - (y @ way) / (s @ y))
        length = 1.0
        new, turned = loss(at - way)
        while new > value - 1e-4 * length * (slope @ way) and length > 1e-8:
            length /= 2
            new, turned = loss(at - length * way)
        if (length * way) @ (slope - turned) > 1e-10:
            steps = [*steps, (-length * way, turned - slope)][-MEMORY:]
        done = abs(value - new) < 1e-5 * abs(value)
        at, value, slope = at - length * way, new, turned
        if done:
            break
    return at


def cross_validated(seen: list[Seen], folds: int) -> Counter:
    """What weights of other texts catch, find and falsely alarm: (set, what) → texts."""
    fold = [zlib.crc32(one.told.group.encode()) % folds for one in seen]
    rows: dict[Article, list[tuple[Seen, int]]] = {}
    for number in range(folds):
        weights = fit([one for one, at in zip(seen, fold, strict=True) if at != number])
        for one in (one for one, at in zip(seen, fold, strict=True) if at == number):
            words = shares_of(one.features @ weights[FAMILIES.index(one.claim.family)])
            if (place := chosen_pair(one.claim, words, one.holds, one.computed)) is not None:
                rows.setdefault(one.told.article.slug, []).append((one, place))
    return Counter(what for slug, found in rows.items() for what in _scored(found[0][0].told, found))


def _scored(told: Told, found: list[tuple[Seen, int]]) -> set[tuple[str, str]]:
    """What the rows of a text are: caught, found, alarm."""
    name, words = told.group.split("-")[0], set()
    for one, place in found:
        holds, own = bool(one.holds[place]), one.quotes[place]
        met = any(meets(own, quotes) and held == holds for _, quotes, held in told.relations)
        near = any(
            same(a, b)
            for _, quotes, _ in told.relations
            if told.role != "lookalike"
            for a in own
            for b in quotes
        )
        if met:
            words.add((name, "found" if holds else "caught"))
        elif not holds and (told.role in ("holds", "lookalike") or not near):
            words.add((name, "alarm"))
    return words


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="JSON Lines or folders of gold texts")
    parser.add_argument("--folds", type=int, default=0, help="judge each part of the texts by the others")
    given = parser.parse_args()
    seen = observations([told for path in given.paths for told in texts_of(path)])
    print(f"{len(seen)} claims, {sum(one.right for one in seen)} of them annotated")
    if given.folds:
        for (name, what), number in sorted(cross_validated(seen, given.folds).items()):
            print(f"{name:15} {what:8} {number:5}")
        return
    weights = fit(seen)
    with (DATA / "checks" / "pair_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *FAMILIES])
        writer.writerows(
            [name, *(f"{value:.2f}" for value in column)]
            for name, column in zip(FEATURES, weights.T, strict=True)
        )


if __name__ == "__main__":
    main()
