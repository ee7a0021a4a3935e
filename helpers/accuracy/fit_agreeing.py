"""Fits the weights by which `helpers.checks.agreeing` tells figures that are meant to agree from those that do so by chance.

    python -m helpers.accuracy.fit_agreeing [--left-out] tests/gold/relations/a.jsonl tests/gold/papers/read …

In: texts whose every relation is written down (`helpers.accuracy.told_pairs`; of other texts nothing is used). Each candidate is one
observation: right if its figures are those of an annotated relation. Out: the weights of one logistic regression for each template, drawn
towards nought, in `helpers/data/checks/agreeing_weights.csv`; the committed ones are of `relations/` without `pairs`, of `more`, `dev`,
`unseen`, of the folders and triples with "read" in their names, and of `tests/checks/cases.jsonl`. With `--left-out` nothing is written: the texts of each path are judged by
weights of the others, and how many candidates are right and wrong above a threshold is printed.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.accuracy.least import least
from helpers.accuracy.told_pairs import Told, meets, texts_of
from helpers.checks import Candidate, candidates, each_story, likely
from helpers.extraction import extract
from helpers.texts import DATA

__all__ = ["fit", "observations"]

DRAWN = 3.0  # how strongly a weight, of a feature in units of its deviation, is drawn to nought
STEPS = 300
WHOLE = ("full", "gold", "case", "lookalike")  # roles of texts whose annotation is whole
# what `told_pairs` calls the relation of a template
MEANT = {"sum": "difference", "average": "average", "share": "share", "change in percent": "change"}
THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
PLACES = 3


@dataclass(frozen=True)
class Seen:
    """A candidate, whether it is annotated, and the path its text is from."""

    candidate: Candidate
    right: bool
    source: str


def observations(paths: list[Path]) -> list[Seen]:
    """Every candidate of the texts whose annotation is whole."""
    return [one for path in paths for one in _of_path(path)]


def _of_path(path: Path) -> Iterator[Seen]:
    texts = {told.article.slug: told for told in texts_of(path) if told.role in WHOLE}
    tables = extract([told.article for told in texts.values()])
    for slug, story in each_story(tables):
        for one in candidates(story):
            yield Seen(one, _is_right(one, texts[slug]), str(path))


def _is_right(one: Candidate, told: Told) -> bool:
    """Whether the figures of a candidate are those of an annotated relation that holds."""
    own = tuple(item.quote for item in one.items)
    return any(
        holds and len(own) == len(quotes) and MEANT[one.template] in names and meets(own, quotes)
        for names, quotes, holds in told.relations
    )


def fit(seen: list[Seen]) -> dict[str, float]:
    """Feature → weight of one template, with its "bias"."""
    names = list(seen[0].candidate.features)
    x = np.array([[one.candidate.features[name] for name in names] for one in seen])
    y = np.array([one.right for one in seen], float)
    middle, spread = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-6)
    x = (x - middle) / spread

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = x @ w[1:] + w[0]
        off = 1 / (1 + np.exp(-score)) - y
        value = (np.logaddexp(0, score) - y * score).sum() + DRAWN * (w[1:] @ w[1:]) / 2
        return float(value), np.append(off.sum(), x.T @ off + DRAWN * w[1:])

    found = least(loss, np.zeros(len(names) + 1), STEPS)
    weights = found[1:] / spread
    return {"bias": float(found[0] - weights @ middle)} | dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="JSON Lines or folders of gold texts")
    parser.add_argument("--left-out", action="store_true", help="judge each path by the others")
    given = parser.parse_args()
    of_template: dict[str, list[Seen]] = defaultdict(list)
    for one in observations(given.paths):
        of_template[one.candidate.template].append(one)
    for template, seen in of_template.items():
        print(f"{template}: {len(seen)} candidates, {sum(one.right for one in seen)} of them annotated")
    if given.left_out:
        for template, seen in of_template.items():
            _judge(template, seen)
        return
    with (DATA / "checks" / "agreeing_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["template", "feature", "weight"])
        for template, seen in of_template.items():
            writer.writerows([template, name, f"{weight:.{PLACES}f}"] for name, weight in fit(seen).items())


def _judge(template: str, seen: list[Seen]) -> None:
    """Prints how many candidates of each path are right and wrong by weights of the others."""
    chances = {}
    for source in {one.source for one in seen}:
        known = fit([one for one in seen if one.source != source])
        chances |= {id(one): likely(one.candidate, known) for one in seen if one.source == source}
    for least_sure in THRESHOLDS:
        taken = [one for one in seen if chances[id(one)] >= least_sure]
        right = sum(one.right for one in taken)
        print(f"{template} from {least_sure}: {right} right, {len(taken) - right} wrong")


if __name__ == "__main__":
    main()
