"""Sums that fail: whether some figures are meant as the parts of a whole that they do not come to, by fitted weights.

In: an article, and the ties of it that are chosen by weights. Out: the sums that fail and are meant surely enough. First the words
alone give each stretch of figures a share of its whole ("none" competes); then the best that fails is weighed once more: how
far off it is, and whether its figures are explained by sums and other relations that hold. Weights:
`helpers/data/checks/sum_weights.csv`, fitted by `python -m helpers.accuracy.fit_sums`.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from helpers.checks.arithmetic import HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story
from helpers.checks.summing import SUMMED, Summing
from helpers.texts import word_list

__all__ = ["FAILING", "Choice", "choices", "failing", "find_failing_sums", "scored"]

FAIL = 0.65  # how likely a sum that fails must be meant
HOLD = 0.6  # how likely a sum that holds must be to explain its figures
MOST = 12  # stretches of a whole that are looked at
UNLIKELY = -7.0  # odds of a stretch against "none", as a logarithm, below which it is no sum
RIGHT, WRONG = 0.9, 0.1  # how often a sum that words tie is expected to be right, and wrong
CHANCE, LEAST, ROUGH = (
    4.8,
    0.004,
    0.15,
)  # how likely free figures meet a whole: steps of its size, at least, rough ones
NEAR, FAR = 1.3, 1.7  # times that what is computed and what is stated are apart
FAILING = (
    "one", "odds", "score", "margin", "held", "all held", "whole held", "whole is part", "parts held", "parts of one held",
    "two parts of one held", "off", "much off", "missing", "little missing", "figures", "digits", "small", "many parts",
    "whole explained", "parts explained", "exact",
)  # fmt: skip


@dataclass
class Choice:
    """A whole with the stretches that may be its parts: `rows` and `words` of features, `verdicts`; `scores` by words alone against
    none, and from these the `shares` and, weighed with the arithmetic, `likely`."""

    whole: Frame
    runs: list[tuple[Frame, ...]]
    rows: np.ndarray
    words: list[list[str]]
    verdicts: list[Verdict]
    scores: np.ndarray | None = None
    shares: np.ndarray | None = None
    likely: np.ndarray | None = None

    @property
    def holds(self) -> np.ndarray:
        return np.array([verdict.holds for verdict in self.verdicts])


def choices(story: Story, weights: np.ndarray | None = None, most: int = MOST) -> Iterator[Choice]:
    """The wholes of an article; of the stretches of each all, or the likeliest."""
    summing = Summing(story)
    for whole, runs in summing.wholes():
        if weights is not None and len(runs) > most:
            runs = summing.likely(runs, whole, weights, most)
        rows = np.array([summing.row(run, whole) for run in runs])
        words = [summing.words(run, whole) for run in runs]
        yield Choice(whole, runs, rows, words, [summing.verdict(run, whole) for run in runs])


def scored(choice: Choice, dense: np.ndarray, words: dict[str, float]) -> Choice:
    """A choice with what the weights make of it."""
    choice.scores = choice.rows @ dense + np.array(
        [sum(words.get(word, 0.0) for word in own) for own in choice.words]
    )
    raised = np.exp(np.append(choice.scores, 0.0) - max(0.0, choice.scores.max()))
    shares = raised / raised.sum()
    whole, holds = choice.whole, choice.holds
    chance = float(np.clip(CHANCE * whole.step / whole.value, LEAST, 0.5))
    chances = np.array(
        [chance if v.verdict == HOLDS else min(1.0, max(3 * chance, 0.1)) for v in choice.verdicts]
    )
    chances = chances if whole.exact else np.maximum(chances, ROUGH)
    off = np.exp([_off(verdict) for verdict in choice.verdicts])
    near = np.where(off < NEAR, 2.0, np.where(off < FAR, 1.0, 0.7))
    likely = np.where(holds, RIGHT / chances, WRONG * near) * shares[:-1]
    choice.shares, choice.likely = shares[:-1], likely / (likely.sum() + shares[-1])
    return choice


def _off(verdict: Verdict) -> float:
    """How far apart what is computed and what is stated are, as a logarithm."""
    return abs(math.log(max(verdict.computed, 1e-9) / verdict.stated))


def failing(
    found: Sequence[Choice], others: Sequence[Tie], figures: int
) -> Iterator[tuple[Choice, int, np.ndarray]]:
    """For each whole the likeliest stretch that fails, and its features."""
    held = []
    for choice in found:
        likely = np.where(choice.holds, choice.likely, 0.0)
        if likely.sum() >= HOLD:
            at = int(likely.argmax())
            held.append((choice.whole.start, {one.start for one in choice.runs[at]}))
    for choice in found:
        scores = np.where(choice.holds, -np.inf, choice.scores)
        at = int(scores.argmax())
        if scores[at] > UNLIKELY:
            told = _alone(choice, at, figures) | _beside(choice, at, held, others)
            yield choice, at, np.array([float(told[name]) for name in FAILING])


def _alone(choice: Choice, at: int, figures: int) -> dict[str, float]:
    """What a choice says by itself of one of its stretches."""
    whole, run, verdict, holds = choice.whole, choice.runs[at], choice.verdicts[at], choice.holds
    share, off = choice.shares[at], _off(verdict)
    rivals = [score for n, score in enumerate(choice.scores) if n != at and not holds[n]]
    missing = verdict.stated - verdict.computed
    return {
        "one": 1.0,
        "odds": math.log(share / (1 - share + 1e-9)),
        "score": choice.scores[at],
        "margin": float(np.clip(choice.scores[at] - max(rivals, default=-10.0), -5, 5)),
        "held": math.log(1e-3 + max(choice.likely[holds], default=0.0)),
        "off": off,
        "much off": off > 0.45,
        "missing": missing > 0,
        "little missing": 0 < missing * whole.factor <= min(one.size for one in run),
        "figures": math.log1p(figures),
        "digits": math.log10(max(whole.size, 1.0)),
        "small": whole.size < 20,
        "many parts": len(run),
        "exact": whole.exact and all(one.exact for one in run),
    }


def _beside(
    choice: Choice, at: int, held: list[tuple[int, set[int]]], others: Sequence[Tie]
) -> dict[str, float]:
    """Whether sums that hold, and other relations, explain the figures of a stretch."""
    whole, parts = choice.whole.start, {one.start for one in choice.runs[at]}
    sets = [own | {start} for start, own in held]
    true = [{one.start for one in tie.items} for tie in others if tie.verdict.holds]

    return {
        "all held": any(parts | {whole} <= own for own in sets),
        "whole held": any(start == whole for start, _ in held),
        "whole is part": any(whole in own for _, own in held),
        "parts held": sum(any(part in own for own in sets) for part in parts) / len(parts),
        "parts of one held": any(parts <= own for own in sets),
        "two parts of one held": any(len(parts & own) > 1 for own in sets),
        "whole explained": sum(whole in own for own in true),
        "parts explained": sum(part in own for own in true for part in parts) / len(parts),
    }


def find_failing_sums(story: Story, others: Sequence[Tie]) -> Iterator[Tie]:
    """The sums of an article that fail and are likely enough to be meant."""
    dense, words, last = _weights()
    found = [scored(choice, dense, words) for choice in choices(story, dense)]
    best: dict[tuple[int, ...], Tie] = {}  # a whole may be given again
    for choice, at, features in failing(found, others, len(story.frames)):
        likely = 1 / (1 + math.exp(-float(features @ last)))
        if likely >= FAIL and not _excused(choice, at):
            run = choice.runs[at]
            template = "rest" if "rest" in (run[0].refers, run[-1].refers) else "sum"
            parts = tuple(one.start for one in run)
            tie = Tie(
                template, (*run, choice.whole), choice.verdicts[at], {}, ("summed", *parts), sure=likely
            )
            if parts not in best or likely > best[parts].sure:
                best[parts] = tie
    yield from best.values()


def _excused(choice: Choice, at: int) -> bool:
    """Whether "including" leaves some of the parts out, so that they come to less than their whole."""
    verdict = choice.verdicts[at]
    return verdict.computed < verdict.stated and bool(choice.rows[at][SUMMED.index("lead: open")])


@cache
def _weights() -> tuple[np.ndarray, dict[str, float], np.ndarray]:
    """Of features of words, of single words, and of features of a sum that fails."""
    rows = {row["feature"]: float(row["weight"]) for row in word_list("checks/sum_weights")}
    words = {
        name: value for name, value in rows.items() if name not in SUMMED and not name.startswith("fails: ")
    }
    return (
        np.array([rows[name] for name in SUMMED]), words, np.array([rows[f"fails: {name}"] for name in FAILING])
    )  # fmt: skip
