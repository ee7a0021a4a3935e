"""Names of bodies by weights: every way to part a run of capitalised words into names and other words competes, and a stretch
is a name if it is one in most of them, each counted by how likely it is.

The weights stand in `helpers/data/names/name_weights.csv` and are fitted by `python -m helpers.accuracy.fit_names`.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from helpers.names.built import built_names
from helpers.names.descriptions import descriptions
from helpers.names.evidence import at_end, at_start, within
from helpers.names.lists import words_of
from helpers.names.pieces import pieces_of
from helpers.names.spans import Run, Seen, Span, runs_of, spans_of
from helpers.texts import word_list, word_set

__all__ = ["NameRun", "name_runs", "name_weights", "weighed_names"]

LEAST = 0.5  # how likely a name must be
HEADLESS = 0.55  # how likely one without a noun for a body: "Human Rights First"
DOUBTED = 0.25  # how likely one word of what a rule finds by its shape must be part of a name
HIGHEST = 10.0  # score: more says no more, and many in a run could not be multiplied


def weighed_names(seen: Seen) -> tuple[list[Span], list[Span]]:
    """The stretches of a sentence that are likely to be names, and those found by shape that are likely to be none."""
    weights, chosen = name_weights(), []
    in_name = [0.0] * len(seen.words)  # how likely each word is part of a name
    for run in runs_of(seen):
        spans = spans_of(run, seen)
        shares, _ = shares_of(run, spans, _scores(seen, run, spans, weights))
        for span, share in zip(spans, shares, strict=True):
            least = LEAST if seen.has_head(*span) else HEADLESS
            if share > least and not _is_place(seen, span[1]):
                chosen.append(span)
            for number in range(*span):
                in_name[number] += share
    several = (span for span in seen.built if span[1] > span[0] + 1)
    return chosen, [span for span in several if max(in_name[slice(*span)]) < DOUBTED]


def _is_place(seen: Seen, last: int) -> bool:
    return last not in seen.classes and seen.words[last - 1].text in word_set("bare_places")


def _scores(seen: Seen, run: Run, spans: Sequence[Span], weights: Mapping[str, float]) -> list[float]:
    """The weights of the evidence of each stretch, added up."""
    weigh = weights.get
    starts = {
        n: sum(weigh(one, 0.0) for one in at_start(seen, run, n)) for n in {first for first, _ in spans}
    }
    ends = {n: sum(weigh(one, 0.0) for one in at_end(seen, run, n)) for n in {last for _, last in spans}}
    return [
        starts[first] + ends[last] + sum(weigh(one, 0.0) for one in within(seen, first, last))
        for first, last in spans
    ]


@dataclass(frozen=True)
class NameRun:
    """A run of a sentence, for the fit.

    Attributes:
        start, end: Offsets of the run.
        places: Those of each stretch that may be a name.
        evidence: What speaks for and against each.
        shares: Scores of the stretches -> how likely each is a name, and the weight of all ways to part the run.
    """

    start: int
    end: int
    places: list[Span]
    evidence: list[list[str]]
    shares: Callable[[Sequence[float]], tuple[list[float], float]]


def name_runs(text: str) -> Iterator[NameRun]:
    """The runs of a sentence with the evidence of their stretches."""
    words = words_of(text)
    pieces = pieces_of(words)
    described = list(descriptions(words, pieces, title_case=False))
    seen = Seen(words, pieces, list(built_names(words, pieces)), described)
    for run in runs_of(seen):
        spans = spans_of(run, seen)
        places = [(words[first].start, words[last - 1].end) for first, last in spans]
        evidence = [[*at_start(seen, run, a), *at_end(seen, run, b), *within(seen, a, b)] for a, b in spans]
        yield NameRun(
            words[run.first].start, words[run.last - 1].end, places, evidence, partial(shares_of, run, spans)
        )


def shares_of(run: Run, spans: Sequence[Span], scores: Sequence[float]) -> tuple[list[float], float]:
    """How likely each stretch of a run is a name, over all ways to part the run, and the weight of all these ways.

    Args:
        run: The run.
        spans: Its stretches, by their first word.
        scores: The score of each; a word outside of all names has none.
    """
    size, begins = run.last - run.first, run.first
    raised = [math.exp(min(score, HIGHEST)) for score in scores]
    if len(spans) == 1:
        return [raised[0] / (1 + raised[0])], 1 + raised[0]
    before, behind = [1.0] + [0.0] * size, [0.0] * size + [1.0]
    ending: dict[int, list[tuple[int, float]]] = {}
    starting: dict[int, list[tuple[int, float]]] = {}
    for (first, last), weight in zip(spans, raised, strict=True):
        ending.setdefault(last - begins, []).append((first - begins, weight))
        starting.setdefault(first - begins, []).append((last - begins, weight))
    for at in range(1, size + 1):
        before[at] = before[at - 1] + sum(before[first] * weight for first, weight in ending.get(at, ()))
    for at in range(size - 1, -1, -1):
        behind[at] = behind[at + 1] + sum(weight * behind[last] for last, weight in starting.get(at, ()))
    shares = [
        before[first - begins] * weight * behind[last - begins] / before[size]
        for (first, last), weight in zip(spans, raised, strict=True)
    ]
    return shares, before[size]


@cache
def name_weights() -> Mapping[str, float]:
    """Evidence -> weight."""
    return {row["evidence"]: float(row["weight"]) for row in word_list("names/name_weights")}
