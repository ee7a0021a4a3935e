"""The chain of dates that an article most likely tells as one case, of all the chains that its dates can form, and none.

In: the dates of an article with what the words say of each (`helpers.checks.times.steps`). Out: the likeliest chain with its probability;
how likely no step stands outside some dates. A chain weighs what its steps and its links weigh (a link: a step and the next one in the
text); its probability is its share in the weight of all chains. Weights: `helpers/data/checks/step_weights.csv`, fitted on
annotated chains by `python -m helpers.accuracy.fit_steps`. No order of days is asked for.
"""

import math
import re
from collections.abc import Sequence
from functools import cache

from helpers.checks.times.steps import Step
from helpers.texts import word_list, word_stems

__all__ = ["CHAIN_FEATURES", "LINK_FEATURES", "MOST", "likeliest", "links_of", "none_outside"]

MOST = 30  # dates of an article; of more, those that weigh most
LINK_FEATURES = (
    "link one line", "link next line", "link far", "link nearer elsewhere", "link skip 0", "link skip 1", "link skip 2", "link skip 3",
    "link and", "link other block", "link back in time", "link no word", "link one word",
)  # fmt: skip
CHAIN_FEATURES = ("chain",)
FAR = 10  # lines from a step to the next one
SKIPPED = 3  # dates between them
_AND = re.compile(r"\band\b")


def likeliest(steps: Sequence[Step]) -> tuple[list[Step], float]:
    """The chain of at least two steps that is likelier than all others, in order of time, and its probability.

    Args:
        steps: Those of `steps_of`, in order of the text.
    """
    steps, weights, links = _weighed(steps)
    if len(steps) < 2:
        return [], 0.0
    # a chain that ends at each step: of one step so far, and of more
    more: list[tuple[float, tuple[int, ...]]] = []
    for at, own in enumerate(weights):
        before = [max((weights[first], (first,)), more[first], key=lambda one: one[0]) for first in range(at)]
        ends = [(weight + links[first][at] + own, (*path, at)) for first, (weight, path) in enumerate(before)]
        more.append(max(ends, default=(-math.inf, ())))
    weight, path = max(more)
    chain = sorted((steps[at] for at in path), key=lambda one: (one.moment.begin, one.moment.finish))
    return chain, math.exp(weight + _known()["chain"] - _of_all(weights, links))


def none_outside(steps: Sequence[Step], inside: set[int]) -> float:
    """How likely no date is a step of a case but those that begin at `inside`."""
    steps, weights, links = _weighed(steps)
    own = [at for at, one in enumerate(steps) if one.moment.start in inside]
    kept = [[links[a][b] for b in own] for a in own]
    return math.exp(_of_all([weights[at] for at in own], kept) - _of_all(weights, links))


def _of_all(weights: list[float], links: list[list[float]]) -> float:
    """The logarithm of the weight of all chains together, and of none."""
    ends: list[float] = []
    for at, own in enumerate(weights):
        ways = [_log_sum((weights[first], ends[first])) + links[first][at] for first in range(at)]
        ends.append(own + _log_sum(ways))
    return _log_sum((0.0, _known()["chain"] + _log_sum(ends)))


def _log_sum(values: Sequence[float]) -> float:
    highest = max(values, default=-math.inf)
    if highest == -math.inf:
        return highest
    return highest + math.log(sum(math.exp(one - highest) for one in values))


def _weighed(steps: Sequence[Step]) -> tuple[list[Step], list[float], list[list[float]]]:
    """The steps that may form a chain, what each weighs, and what a link of each with each one behind it weighs."""
    known = _known()
    own = [math.fsum(known[name] for name in one.features) for one in steps]
    most = sorted(sorted(range(len(steps)), key=lambda at: -own[at])[:MOST])
    links = {pair: math.fsum(known[name] for name in found) for pair, found in links_of(steps, most).items()}
    return (
        [steps[at] for at in most],
        [own[at] for at in most],
        [[links.get((first, then), 0.0) for then in most] for first in most],
    )


def links_of(steps: Sequence[Step], places: Sequence[int]) -> dict[tuple[int, int], frozenset[str]]:
    """Each step and each behind it in the text, both of `places`, with what the words between them say, as `LINK_FEATURES`."""
    stems = {at: word_stems(steps[at].moment.sentence.lower()) for at in places}
    return {
        (first, then): _link(steps[first], steps[then], then - first - 1, len(stems[first] & stems[then]))
        for at, first in enumerate(places)
        for then in places[at + 1 :]
    }


def _link(first: Step, then: Step, skipped: int, shared: int) -> frozenset[str]:
    """What the words say of a step and another one behind it: of the same matter, or not."""
    a, b = first.moment, then.moment
    gap = b.line - a.line
    nearest = min(abs(one - other) for one in first.lines for other in then.lines)
    between = a.sentence[a.end - a.sentence_start : b.start - a.sentence_start] if not gap else ""
    found = {
        "link one line": gap == 0,
        "link next line": gap == 1,
        "link far": gap >= FAR,
        f"link skip {min(skipped, SKIPPED)}": True,
        "link nearer elsewhere": nearest < gap,
        "link and": bool(_AND.search(between)),
        "link other block": a.block != b.block,
        "link back in time": b.begin < a.begin,
        "link no word": gap > 0 and shared == 0,
        "link one word": gap > 0 and shared == 1,
    }
    return frozenset(name for name, told in found.items() if told)


@cache
def _known() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in word_list("checks/step_weights")}
