"""Parts and their total: which figures are the parts of a whole, by the words, and whether they add up.

In: the figures of running text, bullets and titles. Out: ties of the templates "sum" and "rest" (a sum whose last part
is named as the rest). Parts are a stretch of figures before or behind the whole, in its line or the lines beside it;
a stretch that breaks off by the words alone is a natural choice and may fail, any other is reported only if it holds.
Tables are in `helpers.checks.tables`.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from helpers.checks.arithmetic import ABOUT, HOLDS, ROUNDED, Verdict, total_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, maybe_same_kind
from helpers.checks.slips import slip_of
from helpers.checks.sums.accounted import accounted
from helpers.checks.sums.apart import apart
from helpers.checks.sums.attached import apposed_list, elliptic, list_of_them
from helpers.checks.sums.complete import complete, untold
from helpers.checks.sums.parts import (
    MOST_PARTS,
    announced,
    bracketed,
    in_brackets,
    is_nested,
    is_part_of,
    natural_above,
    natural_behind,
)
from helpers.checks.sums.reach import of_one_list, reachable
from helpers.checks.sums.sum_words import sum_evidence
from helpers.checks.sums.summands import addable, is_cut

__all__ = ["CHARITY", "chance_of", "find_sums"]

CHANCE = 1.2  # a sum meets one of so many numbers about as large as the whole
NEAR = 14  # figures before and behind a whole that are looked at
TRIED = 8  # stretches that are tried where the words leave the choice open
_TOLD = ("exhaustive", "all", "of them", "rest")  # evidence that figures are parts, whatever they count
OFF = 1e-5  # relative: how far a sum may be off that is exact
LOOSE = 0.5  # chance from which free figures agree with a whole as often as not: "about 140", "under 18"
LITTLE = 20  # smaller sums are soon met by chance
WIDEST = 1.5  # times: of a range, the highest to the lowest
CHARITY = 0.4  # relative: figures that miss the whole by more are not meant as all of it


def find_sums(story: Story, lent: tuple[Story, frozenset[int]] | None) -> Iterator[Tie]:
    """Every stretch of figures that may be the parts of a whole: those that are a natural choice by the words, and
    those that add up; of bare numbers with the units of those beside them too (`lent`, from `with_lent_units`)."""
    yield from _sums(story)
    if lent:
        with_units, new = lent
        yield from (tie for tie in _sums(with_units) if new & {item.start for item in tie.items})


def _is_wide(whole: Frame) -> bool:
    """Whether a figure is a range that so many sums meet that it is the total of none: "3 to 27"."""
    return None not in (whole.low, whole.high) and whole.high > WIDEST * whole.low


def _sums(story: Story) -> Iterator[Tie]:
    counted = story.counted
    for at, whole in enumerate(counted):
        if whole.value <= 1 or whole.refers in ("rest", "each") or _is_wide(whole):
            continue
        above = reachable(story, whole, reversed(counted[max(0, at - NEAR) : at]))[::-1]
        below = reachable(story, whole, counted[at + 1 : at + 1 + NEAR])
        if above and is_part_of(above[-1], whole):
            first = above[-1:]
            runs = (first + below[:end] for end in range(1, len(below) + 1))
            runs = [run for run in runs if _may_add_up(run, whole, OFF)]
            yield from _ties(story, whole, runs, natural_behind(story, below, whole, first))
        known = natural_above(story, above, whole)
        yield from _ties(story, whole, _stretches(above, whole), known)
        if listed := announced(story, below, whole):
            yield from _ties(story, whole, (), [listed])
        outside = [
            [one for one in side if not (in_brackets(one) or is_nested(story, one, whole))]
            for side in (above, below)
        ]
        if 1 < len(outside[1]) < len(below) and not bracketed(below, whole):
            below = outside[1]  # what stands in brackets are parts of parts
        if len(outside[0]) < len(above):
            fresh = [run for run in natural_above(story, outside[0], whole) if run not in known]
            yield from _ties(story, whole, _stretches(outside[0], whole), fresh)
        yield from _ties(story, whole, _stretches(below, whole), natural_behind(story, below, whole))


def _stretches(figures: list[Frame], whole: Frame) -> Iterator[list[Frame]]:
    """Every stretch of two figures and more whose sum may be another figure; none begins within a list of one kind."""
    size, off = whole.size, OFF * whole.size
    for start, first in enumerate(figures):
        if start and of_one_list(figures[start - 1], first):
            continue
        total, exact = first.size, whole.exact and first.exact
        for end in range(start + 1, min(len(figures), start + MOST_PARTS)):
            total, exact = total + figures[end].size, exact and figures[end].exact
            near = not exact or abs(total - size) <= off
            if near and not is_cut(figures[end], next(iter(figures[end + 1 :]), None)):
                yield figures[start : end + 1]


def _ties(
    story: Story, whole: Frame, runs: Iterable[list[Frame]], natural: list[list[Frame]]
) -> Iterator[Tie]:
    """The ties of a whole with stretches that are natural parts of it, and with others (`runs`) that may add up."""
    known = {tuple([part.start for part in run]) for run in natural}
    others = (run for run in runs if _of_a_kind(run) and tuple([part.start for part in run]) not in known)
    likely = (run for run in natural if _may_add_up(run, whole, CHARITY))
    for run, chosen in (*((run, True) for run in likely), *((run, False) for run in others)):
        verdict = total_verdict(run, whole)
        if not (verdict.verdict == HOLDS or chosen and (verdict.holds or _meant(story, run, whole, verdict))):
            continue
        if not addable(story, run, whole):
            continue
        evidence, words = sum_evidence(story, run, whole)
        little = (
            not verdict.holds or whole.value < LITTLE
        )  # few free figures give a large one to the last digit
        if little and not any(evidence[name] for name in _TOLD) and not _comparable((*run, whole)):
            continue  # "two ships … four villages" are no six of anything
        evidence["rival"] = 0.0 if chosen else 0.5  # other stretches fit as well
        if chosen and apart(run, bool(evidence["of them"]) or elliptic(run, whole)):
            evidence |= {"opposed": 1.0, "history": 0.0}
        if chosen and len(run) > 2 and verdict.verdict == HOLDS:
            evidence["open"] = 0.0  # what is included is all of it
        over = verdict.computed > verdict.stated and list_of_them(run, whole)
        if chosen and (over or apposed_list(run, whole)):
            evidence |= {"exhaustive": 1.0, "wrong way": 0.0}
        template = "rest" if "rest" in (run[0].refers, run[-1].refers) else "sum"
        slip = 1.0 if verdict.holds else slip_of(run, whole, verdict)
        may_fail = (
            chosen
            and whole.refers != "more"
            and (verdict.holds or complete(story, run, whole, evidence, slip))
        )
        claim, chance = ("sum", (run[-1].start,)), chance_of(run, whole, chosen, verdict)
        if chance >= LOOSE and not chosen and not all(one.exact for one in (*run, whole)):
            continue
        yield Tie(template, (*run, whole), verdict, evidence, claim, words, may_fail, chance, slip=slip)


def _may_add_up(run: list[Frame], whole: Frame, off: float) -> bool:
    """Whether the sum of figures may be another one, or `off` by so much of it at most; exact ones need no interval for that."""
    near = abs(sum([part.size for part in run]) - whole.size) <= off * whole.size
    return near or not whole.exact or not all(part.exact for part in run)


def _of_a_kind(run: list[Frame]) -> bool:
    """Whether no two figures name things of two kinds: attempts and people."""
    return all(maybe_same_kind(a, b) for a, b in pairwise(run))


def _comparable(run: Iterable[Frame]) -> bool:
    """Whether all figures count what can be added up."""
    return all(agreement(a, b) for a, b in combinations(run, 2))


def _meant(story: Story, run: list[Frame], whole: Frame, verdict: Verdict) -> bool:
    """Whether figures that miss the whole are meant as all of it: near it, with no part left untold."""
    near = abs(verdict.computed - verdict.stated) <= CHARITY * whole.value
    computed = verdict.computed * whole.factor
    return near and not untold(story, run, whole, computed) and not accounted(story, run, whole, computed)


def chance_of(run: list[Frame], whole: Frame, may_fail: bool, verdict: Verdict) -> float:
    """How likely free numbers meet a whole of this size and step."""
    coarse = max if whole.dimension.startswith("time") else min  # terms are told in whole years or halves
    step = coarse(one.step * one.factor for one in (*run, whole))
    if verdict.verdict == ROUNDED:
        step = sum(one.step * one.factor for one in (*run, whole))
    step += sum(2 * ABOUT * one.size for one in run if one.approx or not one.exact)
    if whole.approx or not whole.exact:
        step = max(step, 0.15 * whole.size)
    return min(1.0, CHANCE * step / whole.size * (1 if may_fail else TRIED))
