"""Fits the weights by which `helpers.checks.times.chains` tells which dates of an article are the chain of one case.

    python -m helpers.accuracy.fit_steps tests/gold/real/read tests/gold/field/read …

In: folders of gold texts whose chains of dates are annotated (`order_of_events`). Each article is one observation: which of the
chains that its dates can form is annotated, or none; where there are several, each counts for its part. Out: the weights of
steps, links and chains under which what is annotated is likeliest, drawn towards nought, in
`helpers/data/checks/step_weights.csv`.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.checks import CHAIN_FEATURES, LINK_FEATURES, STEP_FEATURES, each_story, steps_told
from helpers.extraction import extract
from helpers.texts import DATA, load_corpus

__all__ = ["Observation", "fit", "observations"]

DRAWN, DRAWN_LINKS = 2.0, 6.0  # how strongly a weight is drawn to nought: as much as so many observations
ROUNDS, STRIDE = 120, 0.1  # of the ascent, and how far a weight moves in one at first
KEPT, KEPT_SQUARE = 0.9, 0.99  # how much of the slopes of earlier rounds counts (Adam)
FEATURES = (*STEP_FEATURES, *LINK_FEATURES, *CHAIN_FEATURES)
NEVER = -1e9


@dataclass(frozen=True)
class Observation:
    """An article: what its words say of each step, and of each with each behind it (rows of noughts and ones), and the chains
    that are annotated, as numbers of steps in order of the text."""

    steps: np.ndarray
    links: np.ndarray
    chains: tuple[tuple[int, ...], ...]


def observations(folder: Path) -> Iterator[Observation]:
    """The articles of a folder of gold texts."""
    corpus = load_corpus(folder)
    for slug, story in each_story(extract(corpus)):
        gold = json.loads((folder / f"{slug}.json").read_text(encoding="utf-8"))
        named, steps, links = steps_told(story)
        orders = [row["quotes"] for row in gold.get("checks", ()) if row["kind"] == "order_of_events"]
        chains = [tuple(at for at, words in enumerate(named) if words & set(quotes)) for quotes in orders]
        yield observed(
            [step.features for step in steps], links, tuple(chain for chain in chains if len(chain) > 1)
        )


def observed(
    steps: list[frozenset[str]],
    links: dict[tuple[int, int], frozenset[str]],
    chains: tuple[tuple[int, ...], ...],
) -> Observation:
    """An article as numbers."""
    of_steps = np.array([[float(name in found) for name in STEP_FEATURES] for found in steps])
    of_links = np.zeros((len(steps), len(steps), len(LINK_FEATURES)))
    for (first, then), found in links.items():
        of_links[first, then] = [float(name in found) for name in LINK_FEATURES]
    return Observation(of_steps.reshape(-1, len(STEP_FEATURES)), of_links, chains)


def fit(seen: list[Observation]) -> dict[str, float]:
    """The likeliest weight of each feature, rounded to two digits."""
    drawn = np.array([DRAWN] * len(STEP_FEATURES) + [DRAWN_LINKS] * (len(FEATURES) - len(STEP_FEATURES)))
    seen = [one for one in seen if len(one.steps) > 1]
    right = sum((_annotated(one) for one in seen), np.zeros(len(FEATURES)))
    weights, slope, square = (np.zeros(len(FEATURES)) for _ in range(3))
    for number in range(1, ROUNDS + 1):
        rise = right - sum(_expected(one, weights) for one in seen) - drawn * weights
        slope = KEPT * slope + (1 - KEPT) * rise
        square = KEPT_SQUARE * square + (1 - KEPT_SQUARE) * rise**2
        step = slope / (1 - KEPT**number) / (np.sqrt(square / (1 - KEPT_SQUARE**number)) + 1e-8)
        weights = weights + STRIDE * (1 - number / ROUNDS) * step
    return {name: round(float(one), 2) + 0.0 for name, one in zip(FEATURES, weights, strict=True)}


def _annotated(one: Observation) -> np.ndarray:
    """How often each feature stands in what is annotated."""
    told = np.zeros(len(FEATURES))
    for chain in one.chains:
        links = sum(one.links[first, then] for first, then in zip(chain, chain[1:], strict=False))
        told += np.concatenate([one.steps[list(chain)].sum(0), links, [1.0]]) / len(one.chains)
    return told


def _expected(one: Observation, weights: np.ndarray) -> np.ndarray:
    """How often each feature is to be expected, all chains and none weighed (forward and backward)."""
    most, last = len(STEP_FEATURES), len(STEP_FEATURES) + len(LINK_FEATURES)
    own, links, chain = one.steps @ weights[:most], one.links @ weights[most:last], weights[last]
    number = len(own)
    first, more, rest = own.copy(), np.full(number, NEVER), np.zeros(number)
    for at in range(1, number):
        more[at] = own[at] + np.logaddexp.reduce(np.logaddexp(first[:at], more[:at]) + links[:at, at])
    gone_on = np.full(number, NEVER)  # what may come behind a step, at least one
    for at in range(number - 2, -1, -1):
        gone_on[at] = np.logaddexp.reduce(links[at, at + 1 :] + own[at + 1 :] + rest[at + 1 :])
        rest[at] = np.logaddexp(0.0, gone_on[at])
    whole = np.logaddexp(0.0, chain + np.logaddexp.reduce(more))
    inside = np.exp(np.logaddexp(first + gone_on, more + rest) + chain - whole)
    ways = np.logaddexp(first, more)[:, None] + links + (own + rest)[None, :] + chain - whole
    pairs = np.triu(np.exp(np.minimum(ways, 0.0)), 1)
    some = np.exp(chain + np.logaddexp.reduce(more) - whole)
    return np.concatenate([inside @ one.steps, np.tensordot(pairs, one.links, 2), [some]])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, help="folders of gold texts")
    seen = [one for folder in parser.parse_args().folders for one in observations(folder)]
    with (DATA / "checks" / "step_weights.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", "weight"])
        rows.writerows(fit(seen).items())
    print(f"{len(seen)} articles, {sum(len(one.chains) for one in seen)} chains of dates in them")


if __name__ == "__main__":
    main()
