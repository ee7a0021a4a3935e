"""Fits the weights by which `helpers.checks.shares.weighed` chooses the two figures that a third is stated of.

    python -m helpers.accuracy.fit_pairs [--folds 5] tests/gold/triples/read.jsonl tests/checks/cases.jsonl tests/gold/dev …

In: texts with the relations a careful reader finds in them (`helpers.accuracy.told_pairs`). Each claim is one observation: the
pair that is annotated; where none is, none, or, if the annotation is not whole, any pair that holds. Out: the weights of a conditional
logit, those of an operation drawn towards common ones, in `helpers/data/checks/pair_weights.csv`. With `--folds` nothing is
written: each fold of the texts is judged by weights of the others, and what is caught, found and falsely alarmed is printed.
"""

import argparse
import csv
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.accuracy.least import least
from helpers.accuracy.told_pairs import Seen, Told, meets, observations, same, texts_of
from helpers.checks import OPERATIONS, PAIRED, TOLD, chosen_pair, shares_of
from helpers.texts import DATA, Article

__all__ = ["Weights", "cross_validated", "fit"]

# how strongly common weights are drawn to nought, and those of an operation to the common ones
COMMON, OWN = 1.0, 4.0
SPOKEN, WORDS = 0.5, 2.0  # the same for what the words beside a claim say, and for single words
SEEN_IN = 12  # texts that a word must be seen in
CROWDED = 3.0  # weight of a text crowded with figures: there are few of them
STEPS = 200


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

    found = least(loss, np.zeros(at_spoken + spoken.shape[1] * (kinds + 1)), STEPS)
    own = found[:at_spoken].reshape(kinds + 1, width)
    return Weights(own[0] + own[1:], found[at_spoken:].reshape(-1, kinds + 1), words)


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
        rows = [
            *zip(PAIRED, weights.pairs.T, strict=True),
            *zip((*TOLD, *weights.words), weights.spoken, strict=True),
        ]
        writer.writerows([name, *(f"{value:.2f}" for value in column)] for name, column in rows)


if __name__ == "__main__":
    main()
