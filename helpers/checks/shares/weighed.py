"""Ties of figures that are stated of two others, chosen by weights: every pair within reach and "none of these" compete.

In: the figures of an article. Out: at most one `Tie` for each claim. The words give each pair a probability (a conditional logit
over `helpers.checks.shares.pairing`, weights in `helpers/data/checks/pair_weights.csv`, fitted by `python -m helpers.accuracy.fit_pairs`);
then the arithmetic is weighed in: a pair that holds would do so by chance only now and then, and few relations fail.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from helpers.checks.binding import Tie
from helpers.checks.frames import Story
from helpers.checks.shares.changes import goes_as_told
from helpers.checks.shares.claim_words import TOLD, told, words_beside
from helpers.checks.shares.claims import OPERATIONS, Claim, Pair, claims_of
from helpers.checks.shares.of_others import is_of_others
from helpers.checks.shares.pairing import Paired, Weights, weights_of
from helpers.checks.shares.pairs import is_difference
from helpers.texts import word_list

__all__ = ["Bars", "Judged", "chosen", "chosen_pair", "find_weighed", "shares_of"]


class Bars(NamedTuple):
    """How likely a candidate must be with the arithmetic to hold and to fail, and by words alone if it holds."""

    hold: float
    fail: float
    least: float


BARS = Bars(0.5, 0.369, 0.04)
MOST_PAIRS = 8  # of an operation: the right one is among so many of a hundred in 99 of 100
# scores against "none" below which a claim is not followed: by its own words, and with what is known of single figures;
# 1 of 100 annotated pairs is lost by it
UNLIKELY, DOUBTFUL = -5.0, -4.0
WRONG = 0.1  # how often a relation that words tie is expected to be wrong
RIGHT = 1 - WRONG
# how much likelier it makes a change that fails that its figures rise or fall as is told: of those planted wrong in the texts that
# were read 50 of 64 do and 11 do not, of free pairs that compete 8 and 9 of 23
AS_TOLD = {True: 2.2, False: 0.4, None: 1.0}
NARROW, WIDE = 0.004, 0.15  # least and greatest chance that a free pair agrees with a claim
ROUGHER = 2.5
# times that what is computed and what is stated are apart → how much likelier a pair is meant than free, first of any pair, then of one
# that words alone make likelier than all else: of these 144 of the changed and planted ones of the texts that were read miss by a tenth
# at most, and two of the free ones
_OFF = np.array([1.1, 1.2, 2.5, 4.0])
_OF_OFF = np.array([[1.5, 1.5, 1.5, 0.8, 0.35], [3.0, 2.0, 1.5, 0.8, 0.35]])
LITTLE = 1e-3  # how likely a pair must be that is judged at all, beside none, if it held
SURE_HOLD, SURE_FAIL = 0.7, 0.9  # what `choice` is told of a pair that is chosen


class Judged:
    """A claim with what the arithmetic says of each of its pairs: `rows` (template, figures, verdict), `holds`, `computed`,
    `chance` that a free pair agrees as well, `ways` (`AS_TOLD`), and the number of the `operations`. With `words` (the probabilities of `shares_of`)
    only pairs are asked of that could be reported: the others count as failing."""

    def __init__(self, claim: Claim, words: np.ndarray | None = None):
        self.claim = claim
        self.operations = claim.numbers
        chances = {name: _chance(claim, name) for name in claim.operations}
        self.chance = np.array([chances[pair.operation] for pair in claim.pairs])
        most = np.ones(len(claim.pairs)) if words is None else RIGHT / self.chance * words[:-1]
        if words is not None and most.sum() < words[-1]:
            most[:] = 0.0  # none of these is likelier, even if all hold
        asked = most > LITTLE * (0.0 if words is None else words[-1])
        self.rows = [
            claim.verdict(pair) if ask else None for pair, ask in zip(claim.pairs, asked, strict=True)
        ]
        self.holds = np.array([bool(row) and row[2].holds for row in self.rows], bool)
        self.ways = np.array([AS_TOLD[self._goes_as_told(pair)] for pair in claim.pairs])
        self.computed = np.array([row[2].computed if row else 0.0 for row in self.rows], float)

    def _goes_as_told(self, pair: Pair) -> bool | None:
        """Whether the figures of a change rise or fall as the words of the claim have it, if they say."""
        a, b = sorted(pair[1:3], key=lambda one: one.start)
        return goes_as_told(self.claim.story, self.claim.figure, a, b) if pair.operation == "change" else None


def find_weighed(story: Story, tolerance: float) -> Iterator[Tie]:
    """The pair of each claim that is likely enough to be reported, if any."""
    known, of_told, of_words, at_word = _weights()
    for claim in claims_of(story, tolerance):
        if pair := claim.settled:
            template, items, verdict = claim.verdict(pair)
            if not is_of_others(template, items, verdict, "share"):
                sure = SURE_HOLD if verdict.holds else SURE_FAIL
                yield Tie(
                    template, items, verdict, {}, ("weighed", claim.figure.start), sure=sure, weighed=True
                )
            continue
        if len(claim.near) + ("average" in claim.operations) < 2:
            continue  # an average may be of one figure and a length of time
        said = [at for word in words_beside(claim) if (at := at_word.get(word)) is not None]
        of_claim = told(claim) @ of_told + of_words[said].sum(axis=0)
        claim.operations = tuple(
            name for name in claim.operations if of_claim[OPERATIONS.index(name)] - of_claim[-1] > UNLIKELY
        )
        if not claim.pairs:
            continue
        features = Paired(claim)
        likely = features.sorted_pairs(known)
        most = max(own[0][0] + of_claim[OPERATIONS.index(name)] for name, own in likely.items())
        if most - of_claim[-1] < DOUBTFUL:
            continue
        likely = {name: own[:MOST_PAIRS] for name, own in likely.items()}
        claim.pairs = [pair for own in likely.values() for _, pair in own]
        of_pairs = np.array(features.scores(likely, known)) + of_claim[claim.numbers]
        words = shares_of(np.append(of_pairs, of_claim[-1]))
        seen = Judged(claim, words)
        place = chosen_pair(seen, words)
        if place is not None and is_of_others(*seen.rows[place], OPERATIONS[seen.operations[place]]):
            place = None
        best = int(words[:-1].argmax()) if place is None else place
        template, items, verdict = seen.rows[best] or claim.verdict(claim.pairs[best])
        tying = () if place is None else _tying(claim, seen.operations[best])
        tie = Tie(template, items, verdict, {}, ("weighed", claim.figure.start), tying, weighed=True)
        if place is None:  # told of by `untested` alone
            tie.evidence, tie.may_fail = {"rival": float(words[best] < 1 - words[-1] - words[best])}, False
        else:
            tie.sure = SURE_HOLD if verdict.holds else SURE_FAIL
        yield tie


def _tying(claim: Claim, operation: int) -> tuple[str, ...]:
    """The words beside a claim that say most for an operation, as they stand there."""
    cue = OPERATIONS[operation] == "average" and claim.told and claim.told.cue
    cue = cue or OPERATIONS[operation] == "difference" and is_difference(claim.figure)
    if cue:
        return (cue,)
    _, _, of_words, at = _weights()
    known = of_words[:, operation] - of_words[:, -1]
    said = {name: known[at[name]] for name in words_beside(claim) if name in at}
    best = max((name for name in said if name[-1].isalpha() and name[:4] != "next"), key=said.get, default="")
    if not best or said[best] <= 0:
        return ()
    side, word = best.split(": ")
    text = claim.figure.before if side == "before" else claim.figure.after
    found = _whole_word(word).findall(text)
    return (found[-1 if side == "before" else 0],) if found else ()


@cache
def _whole_word(word: str) -> re.Pattern:
    return re.compile(rf"\b{re.escape(word)}\b", re.I)


def shares_of(scores: np.ndarray) -> np.ndarray:
    """Probabilities of the pairs of a claim, the last of none of them."""
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def chosen_pair(seen: Judged, words: np.ndarray) -> int | None:
    """The pair that is reported, if any: the likeliest that holds, or, if those that hold are unlikely together, that fails."""
    times = np.where(seen.holds, RIGHT / seen.chance, WRONG * seen.ways * _near(seen, words[:-1]))
    return chosen(times, seen.holds, words, BARS)


def chosen(
    times: np.ndarray,
    holds: np.ndarray,
    words: np.ndarray,
    bars: Bars,
    together: Callable[[np.ndarray], np.ndarray] | None = None,
) -> int | None:
    """Which candidate is reported, if any: the likeliest that holds, or, if those that hold are unlikely together, that fails.

    Args:
        times: How much likelier the arithmetic makes each candidate.
        holds: Whether it holds.
        words: The probabilities of the candidates by words, the last of none.
        bars: How likely one must be.
        together: From how likely each one fails, the same of each with those that tell the same; None: each by itself.
    """
    likely = times * words[:-1]
    likely /= likely.sum() + words[-1]
    held, failed = np.where(holds, likely, 0.0), np.where(holds, 0.0, likely)
    if held.sum() >= bars.hold:
        best = int(held.argmax())
        return best if words[best] >= bars.least else None
    best = int(failed.argmax())
    return best if (together(failed) if together else failed)[best] >= bars.fail else None


def _chance(claim: Claim, operation: str) -> float:
    """How likely two free figures agree with a claim: the rarer, the more digits it is printed with."""
    one = claim.figure
    if operation in ("share", "change"):
        digits = any(letter.isdigit() for letter in one.quote)
        chance = 0.03 if digits else 0.08
    elif operation == "times":
        chance = WIDE
    else:
        chance = 3 * one.step * one.factor / one.size
    return min(max(chance * (1 if one.exact else ROUGHER), NARROW), WIDE)


def _near(seen: Judged, words: np.ndarray) -> np.ndarray:
    """How much likelier what is computed makes it that a figure is meant and wrong than that the pair is another: of the planted
    contradictions of the training texts few are far off. A difference may be of any size: free ones come near one too."""
    one = seen.claim.figure
    stated = np.where(seen.operations == OPERATIONS.index("times"), max(one.value, 1 / one.value), one.value)
    off = np.maximum(seen.computed / stated, stated / np.maximum(seen.computed, 1e-9))
    tied = (words > 0.5) & (seen.operations != OPERATIONS.index("difference"))
    return _OF_OFF[tied.astype(int), np.searchsorted(_OFF, off, side="right")]


@cache
def _weights() -> tuple[Weights, np.ndarray, np.ndarray, dict[str, int]]:
    """Of pairs; of claims by feature and by word, a column for each operation and for none; and the rows of the words."""
    names = (*OPERATIONS, "none")
    rows = {
        row["feature"]: {name: float(row[name] or 0) for name in names}
        for row in word_list("checks/pair_weights")
    }
    words = [name for name in rows if ": " in name]
    of_told, of_words = (np.array([[*rows[name].values()] for name in of]) for of in (TOLD, words))
    return weights_of(rows), of_told, of_words, {name: at for at, name in enumerate(words)}
