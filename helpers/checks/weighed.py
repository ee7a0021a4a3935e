"""Ties of figures that are stated of two others, chosen by weights: every pair within reach and "none of these" compete.

In: the figures of an article. Out: at most one `Tie` for each claim. The words give each pair a probability (a conditional logit
over `helpers.checks.pairing`, weights in `helpers/data/checks/pair_weights.csv`, fitted by `python -m helpers.accuracy.fit_pairs`);
then the arithmetic is weighed in: a pair that holds would do so by chance only now and then, and few relations fail.
"""

from collections.abc import Iterator
from functools import cache

import numpy as np

from helpers.checks.binding import Tie
from helpers.checks.claims import Claim, claims_of
from helpers.checks.frames import Story
from helpers.checks.pairing import FEATURES, features_of
from helpers.texts import word_list

__all__ = ["FAMILIES", "chosen_pair", "find_weighed", "shares_of"]

FAMILIES = ("share", "change", "average")
# how likely a pair must be with the arithmetic to hold and to fail, and by words alone if it holds
HOLD, FAIL, LEAST = 0.6, 0.4, 0.04
WRONG = 0.1  # how often a relation that words tie is expected to be wrong
RIGHT = 1 - WRONG
CHANCE = {
    "share": 0.03,
    "change in percent": 0.03,
    "difference": 0.02,
    "times": 0.15,
    "multiple": 0.15,
    "average": 0.15,
}
CHANCE_OF_FRACTION, ROUGHER = 0.08, 4
SURE_HOLD, SURE_FAIL = 0.7, 0.9  # what `choice` is told of a pair that is chosen


def find_weighed(story: Story, tolerance: float) -> Iterator[Tie]:
    """The pair of each claim that is likely enough to be reported, if any."""
    known = _weights()
    for claim in claims_of(story, tolerance):
        if not claim.pairs:
            continue
        scores = features_of(claim) @ known[FAMILIES.index(claim.family)]
        judged = [claim.verdict(*pair) for pair in claim.pairs]
        verdicts = [verdict for _, verdict in judged]
        holds = np.array([verdict.holds for verdict in verdicts])
        computed = np.array([verdict.computed for verdict in verdicts], float)
        if (place := chosen_pair(claim, shares_of(scores), holds, computed)) is not None:
            items, verdict = judged[place]
            yield Tie(
                claim.template, items, verdict, {}, ("weighed", claim.figure.start),
                sure=SURE_HOLD if verdict.holds else SURE_FAIL,
            )  # fmt: skip


def shares_of(scores: np.ndarray) -> np.ndarray:
    """Probabilities of the pairs of a claim, the last of none of them."""
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def chosen_pair(claim: Claim, words: np.ndarray, holds: np.ndarray, computed: np.ndarray) -> int | None:
    """The pair that is reported, if any: the likeliest that holds, or, if those that hold are unlikely together, that fails."""
    likely = np.where(holds, RIGHT / _chance(claim), WRONG * _near(claim, computed)) * words[:-1]
    likely /= likely.sum() + words[-1]
    held, failed = np.where(holds, likely, 0.0), np.where(holds, 0.0, likely)
    if held.sum() >= HOLD:
        best = int(held.argmax())
        return best if words[best] >= LEAST else None
    best = int(failed.argmax())
    return best if failed[best] >= FAIL else None


def _chance(claim: Claim) -> float:
    """How likely two free figures agree with a claim."""
    one, chance = claim.figure, CHANCE[claim.template]
    chance = chance if one.exact else min(1.0, ROUGHER * chance)
    fraction = claim.template == "share" and not any(letter.isdigit() for letter in one.quote)
    return max(chance, CHANCE_OF_FRACTION) if fraction else chance


def _near(claim: Claim, computed: np.ndarray) -> np.ndarray:
    """How much likelier or less likely what is computed makes it that a figure is meant and wrong: few are far off."""
    factor = claim.template in ("times", "multiple") and claim.figure.value < 1
    stated = claim.figure.size if not factor else 1 / claim.figure.value
    off = np.maximum(computed / stated, stated / np.maximum(computed, 1e-9))
    near = np.where(off < 1.3, 2.0, np.where(off < 2.5, 1.0, 0.2))
    close = (claim.template == "change in percent") & (abs(computed - stated) < 15)
    return np.where(close, np.maximum(near, 1.0), near)


@cache
def _weights() -> np.ndarray:
    """A row of weights for each family, in the order of `FEATURES`."""
    rows = {row["feature"]: row for row in word_list("checks/pair_weights")}
    return np.array([[float(rows[name][family]) for name in FEATURES] for family in FAMILIES])
