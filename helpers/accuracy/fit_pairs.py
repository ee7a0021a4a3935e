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
    OPERATIONS,
    PAIRED,
    TOLD,
    Judged,
    Paired,
    chosen_pair,
    claims_of,
    each_story,
    shares_of,
    told,
    words_beside,
)
from helpers.extraction import extract
from helpers.texts import DATA, Article, load_corpus

__all__ = ["Seen", "Told", "fit", "least", "observations", "same", "texts_of"]

TOLERANCE = 0.75
COMMON, OWN = 1.0, 4.0  # how strongly common weights are drawn to nought, and those of an operation to the common ones
SPOKEN, WORDS = 0.5, 2.0  # the same for what the words beside a claim say, and for single words
SEEN_IN = 12  # texts that a word must be seen in
CROWDED = 3.0  # weight of a text crowded with figures: there are few of them
STEPS, MEMORY = 200, 10
MEANT = {
    "share": ("share", "times"), "change_percent": ("change", "times"), "change": ("change", "times"), "rate": ("average",),
    "difference": ("difference",), "rest": ("difference", "sum"), "sum": ("difference", "sum"), "multiple": ("times", "average"), "average": ("average", "share"),
    "conversion": ("average",),
}  # fmt: skip
KINDS = {
    "share_matches_counts": ("share", "change", "times"), "average_matches_ratio": ("average", "times"),
    "parts_sum_to_total": ("difference", "sum"),
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
        for article in load_corpus(path):
            note = path / f"{article.slug}.json"
            if note.exists():
                rows = json.loads(note.read_text(encoding="utf-8")).get("checks", ())
                yield Told(article, f"{path}-{article.slug}", "gold", _relations(rows), True)
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        if "relations" in case:
            found = tuple(
                (MEANT.get(one["template"], ()), tuple(one["quotes"]), True)
                for one in case["relations"]
                if len(one["quotes"]) > 2
            )
            article = Article(f"{path.stem}-{number}", case["text"], case["published"])
            yield Told(article, f"{path.stem}-{number}", "full", found, False)
            continue
        crowded = "pair" in case or case.get("triple", "").startswith("crowded")
        group = f"{path.stem}-{case.get('triple', case.get('pair')) if crowded else number}"
        role = case.get("role", "case").replace("consistent", "holds")
        if role == "case":
            found = _relations(case["expect"])
        else:
            quotes = tuple(quote for quote in case["quotes"] if quote in case["text"])
            found = ((MEANT.get(case["template"], ()), quotes, role == "holds"),)
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
        told_, judged, Paired(claim).matrix(), told(claim), words_beside(claim), quotes, allowed, bool(right.any())
    )


def known_words(seen: list[Seen]) -> list[str]:
    """The words beside claims that enough texts have."""
    texts: dict[str, set[str]] = {}
    for one in seen:
        for word in one.words:
            texts.setdefault(word, set()).add(one.told.group)
    return sorted(word for word, own in texts.items() if len(own) >= SEEN_IN)


@dataclass
class Weights:
    """Of pairs: a row for each operation; of claims: a column for each operation and for none, by `TOLD` and `words`."""

    pairs: np.ndarray
    spoken: np.ndarray
    words: list[str]

    def scores(self, one: Seen) -> np.ndarray:
        """Of the pairs of a claim, and of none."""
        of_claim = spoken_of(one, self.words) @ self.spoken
        operations = one.judged.operations
        of_pairs = np.einsum("ij,ij->i", one.features, self.pairs[operations])
        return np.append(of_pairs + of_claim[operations], of_claim[-1])


def spoken_of(one: Seen, words: list[str]) -> np.ndarray:
    """What the words beside a claim say of it, and which single words they are."""
    own = set(one.words)
    return np.append(one.spoken, [float(word in own) for word in words])


def fit(seen: list[Seen]) -> Weights:
    """The likeliest weights: those of an operation drawn towards common ones, and these towards nought."""
    words, kinds = known_words(seen), len(OPERATIONS)
    x = np.concatenate([one.features for one in seen])
    spoken = np.array([spoken_of(one, words) for one in seen])
    claim = np.concatenate([np.full(len(one.features), at) for at, one in enumerate(seen)])
    operation = np.concatenate([one.judged.operations for one in seen])
    allowed = np.concatenate([one.allowed[:-1] for one in seen]).astype(float)
    none = np.array([one.allowed[-1] for one in seen], float)
    weight = np.array([CROWDED if one.told.crowded and one.told.role != "gold" else 1.0 for one in seen])
    rows = [np.flatnonzero(operation == number) for number in range(kinds)]
    parts = [x[row] for row in rows]
    cell = claim * (kinds + 1) + operation
    drawn = np.array([[COMMON], *[[OWN]] * kinds])
    drawn_spoken = np.append(np.full(len(TOLD), SPOKEN), np.full(len(words), WORDS))[:, None]
    width, at_spoken = x.shape[1], (kinds + 1) * x.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        own = flat[:at_spoken].reshape(kinds + 1, width)
        said = flat[at_spoken:].reshape(-1, kinds + 1)
        of_claim = spoken @ said
        scores = of_claim[claim, operation]
        for row, part, one in zip(rows, parts, own[1:], strict=True):
            scores[row] += part @ (own[0] + one)
        last = of_claim[:, -1]
        most = last.copy()
        np.maximum.at(most, claim, scores)
        raised, free = np.exp(scores - most[claim]), np.exp(last - most)
        total = free + np.bincount(claim, raised, len(seen))
        p, q = raised / total[claim], free / total
        met = np.maximum(np.bincount(claim, p * allowed, len(seen)) + q * none, 1e-12)
        off = weight[claim] * (p - p * allowed / met[claim])
        off_none = weight * (q - q * none / met)
        by_cell = np.bincount(cell, off, len(seen) * (kinds + 1)).reshape(-1, kinds + 1)
        by_cell[:, -1] += off_none
        of_pairs = np.array([part.T @ off[row] for row, part in zip(rows, parts, strict=True)])
        slope = np.vstack([of_pairs.sum(axis=0), of_pairs]) + drawn * own
        slope_said = spoken.T @ by_cell + drawn_spoken * said
        value = -(weight * np.log(met)).sum() + (drawn * own * own).sum() / 2
        value += (drawn_spoken * said * said).sum() / 2
        return float(value), np.append(slope.ravel(), slope_said.ravel())

    found = least(loss, np.zeros(at_spoken + spoken.shape[1] * (kinds + 1)))
    own = found[:at_spoken].reshape(kinds + 1, width)
    return Weights(own[0] + own[1:], found[at_spoken:].reshape(-1, kinds + 1), words)


def least(loss: Callable, at: np.ndarray) -> np.ndarray:
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
            if (place := chosen_pair(one.judged, shares_of(weights.scores(one)))) is not None:
                rows.setdefault(one.told.article.slug, []).append((one, place))
    return Counter(what for slug, found in rows.items() for what in _scored(found[0][0].told, found))


def _scored(told: Told, found: list[tuple[Seen, int]]) -> set[tuple[str, str]]:
    """What the rows of a text are: caught, found, alarm."""
    name, words = told.group.split("-")[0], set()
    for one, place in found:
        holds, own = bool(one.judged.holds[place]), one.quotes[place]
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
        writer.writerow(["feature", *OPERATIONS, "none"])
        rows = [*zip(PAIRED, weights.pairs.T, strict=True), *zip((*TOLD, *weights.words), weights.spoken, strict=True)]
        writer.writerows([name, *(f"{value:.2f}" for value in column)] for name, column in rows)


if __name__ == "__main__":
    main()
