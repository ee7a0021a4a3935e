"""Parts and their total: which figures are the parts of a whole, by the words, and whether they add up.

In: the figures of running text, bullets and titles. Out: ties of the templates "sum" and "rest" (a sum whose last part
is named as the rest). Parts are a stretch of figures before or behind the whole, in its line or the lines beside it;
a stretch that breaks off by the words alone is a natural choice and may fail, any other is reported only if it holds.
Tables are in `helpers.checks.tables`.
"""

from collections.abc import Iterator

from helpers.checks.arithmetic import ABOUT, Span, span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.complete import complete, untold
from helpers.checks.frames import Frame, Story
from helpers.checks.parts import MOST_PARTS, is_part_of, natural_above, natural_behind, reachable
from helpers.checks.sum_words import opposed, sum_evidence

__all__ = ["find_sums"]

CHANCE = 1.2  # a sum meets one of so many numbers about as large as the whole

TRIED = 8  # stretches that are tried where the words leave the choice open

CHARITY = 0.4  # relative: figures that miss the whole by more are not meant as all of it


def find_sums(story: Story) -> Iterator[Tie]:
    """Every stretch of figures that may be the parts of a whole: those that are a natural choice by the words, and
    those that add up."""
    counted = [frame for frame in story.frames if frame.counts and not frame.block.startswith("table")]
    for at, whole in enumerate(counted):
        if whole.value <= 1 or whole.refers in ("rest", "more", "each"):
            continue
        above = reachable(story, whole, reversed(counted[max(0, at - 14) : at]))[::-1]
        below = reachable(story, whole, counted[at + 1 : at + 15])
        first = above[-1:] if above and is_part_of(above[-1], whole) else []
        if first:
            yield from _ties(
                story,
                whole,
                [first + below[:end] for end in range(1, len(below) + 1)],
                natural_behind(story, below, whole, first),
            )
        for stretch, ahead in ((above, False), (below, True)):
            runs = [
                stretch[i:j]
                for i in range(len(stretch))
                for j in range(i + 2, min(len(stretch), i + MOST_PARTS) + 1)
            ]
            natural = natural_behind(story, stretch, whole) if ahead else natural_above(story, stretch, whole)
            yield from _ties(story, whole, runs, natural)


def _ties(story: Story, whole: Frame, runs: list[list[Frame]], natural: list[list[Frame]]) -> Iterator[Tie]:
    known = {tuple(part.start for part in run) for run in natural}
    for run in (*natural, *(run for run in runs if tuple(part.start for part in run) not in known)):
        may_fail = tuple(part.start for part in run) in known
        if any(part.low is None or part.high is None for part in run) and whole.exact:
            continue
        if (
            len(run) < 2
            or len({part.refers == "rest" for part in run[:-1]} & {True})
            or len(run) > MOST_PARTS
            or opposed([whole, run[0]])
        ):
            continue
        verdict = sum_verdict([_scaled(part, whole) for part in run], _scaled(whole, whole))
        if not verdict.holds and not may_fail:
            continue
        off = abs(verdict.computed - verdict.stated) / whole.value
        evidence, words = sum_evidence(story, run, whole)
        evidence["rival"] = 0.5 * (not may_fail)  # other stretches fit as well
        if verdict.holds or (
            off <= CHARITY and not untold(story, run, whole, verdict.computed * whole.factor)
        ):
            template = "rest" if run[-1].refers == "rest" or run[0].refers == "rest" else "sum"
            claim = ("sum", tuple(part.start for part in run[-1:]))
            doubt = not (verdict.holds or complete(story, run, whole, evidence))
            chance = _chance(run, whole, may_fail)
            yield Tie(
                template, (*run, whole), verdict, evidence, claim, words, may_fail and not doubt, chance
            )


def _scaled(one: Frame, whole: Frame) -> Span:
    """The bounds and the step of a figure in the unit of the whole."""
    low, high, step = span_of(one)
    scale = whole.factor
    return None if low is None else low / scale, None if high is None else high / scale, step / scale


def _chance(run: list[Frame], whole: Frame, may_fail: bool) -> float:
    """How likely free numbers meet a whole of this size and step."""
    coarse = max if whole.dimension.startswith("time") else min  # terms are told in whole years or halves
    step = coarse(one.step * one.factor for one in (*run, whole))
    step += sum(2 * ABOUT * one.size for one in run if one.approx or not one.exact)
    if whole.approx or not whole.exact:
        step = max(step, 0.15 * whole.size)
    return min(1.0, CHANCE * step / whole.size * (1 if may_fail else TRIED))
