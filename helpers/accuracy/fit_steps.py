"""Fits the weights by which `helpers.checks.steps` tells the dates of a case from all others.

    python -m helpers.accuracy.fit_steps tests/gold/real/read tests/gold/field/read …

In: folders of gold texts whose chains of dates are annotated (`order_of_events`). Each stretch of the calendar that an article names
is one observation: whether it is of such a chain. Out: the weights of a logistic regression, drawn towards nought, in
`helpers/data/checks/step_weights.csv`.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from helpers.checks import STEP_FEATURES, each_story, steps_told
from helpers.extraction import extract
from helpers.texts import DATA, load_corpus

__all__ = ["fit", "observations"]

DRAWN = 2.0  # how strongly a weight is drawn to nought: as much as so many observations against it
STEPS = 40


def observations(folder: Path) -> Iterator[tuple[frozenset[str], bool]]:
    """What the words say of each stretch that the articles of a folder name, and whether it is annotated as a step."""
    corpus = load_corpus(folder)
    for slug, story in each_story(extract(corpus)):
        gold = json.loads((folder / f"{slug}.json").read_text(encoding="utf-8"))
        orders = [row for row in gold.get("checks", ()) if row["kind"] == "order_of_events"]
        quotes = {quote for row in orders for quote in row["quotes"]}
        for named, found in steps_told(story):
            yield found, bool(named & quotes)


def fit(seen: list[tuple[frozenset[str], bool]]) -> dict[str, float]:
    """The likeliest weight of each feature (Newton's method), rounded to two digits."""
    x = np.array([[float(name in found) for name in STEP_FEATURES] for found, _ in seen])
    right = np.array([float(told) for _, told in seen])
    drawn = np.eye(len(STEP_FEATURES)) * DRAWN
    weights = np.zeros(len(STEP_FEATURES))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-x @ weights))
        bend = (x.T * (share * (1 - share))) @ x + drawn
        weights += np.linalg.solve(bend, x.T @ (right - share) - drawn @ weights)
    return {name: round(float(one), 2) for name, one in zip(STEP_FEATURES, weights, strict=True)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, help="folders of gold texts")
    seen = [one for folder in parser.parse_args().folders for one in observations(folder)]
    with (DATA / "checks" / "step_weights.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", "weight"])
        rows.writerows(fit(seen).items())
    print(f"{len(seen)} stretches of the calendar, {sum(told for _, told in seen)} of them steps")


if __name__ == "__main__":
    main()
