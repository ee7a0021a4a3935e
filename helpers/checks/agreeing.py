"""Relations that agree too well for chance: figures that add up to another one to the last digit, quotients and percentages.

In: the figures of an article and the ties that are reported of it. Out: further ties, all of which hold. The other searches begin with
the words; this one begins with the numbers, and asks by a few named features (`helpers.checks.agreeing_words`) how likely such
an agreement is meant. The weights (`helpers/data/checks/agreeing_weights.csv`) are fitted by `python -m helpers.accuracy.fit_agreeing`.
Nothing that fails comes from here: figures that agree to the last digit belong together, figures that do not say nothing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from helpers.checks.agreeing_words import Quotient, Sum, of_quotient, of_sum
from helpers.checks.arithmetic import Verdict, average_verdict, share_verdict, total_verdict
from helpers.checks.binding import Tie, logistic, templates
from helpers.checks.frames import Frame, Story
from helpers.checks.shares.apposed import may_be_of
from helpers.checks.shares.averages import rounded_span
from helpers.checks.shares.changes import judge
from helpers.checks.sums.lent import with_lent_units
from helpers.checks.sums.parts import is_nested
from helpers.checks.sums.summands import addable, is_cut
from helpers.texts import word_list

__all__ = ["Candidate", "candidates", "find_agreeing", "likely"]

# how likely a candidate must be: of texts of left-out writers nine in ten are right then
LEAST = {"sum": 0.75, "average": 0.7, "share": 0.8, "change in percent": 0.75}
MOST = 80  # figures of an article that are tried with each other
LONGEST, APART = 9, 1600  # figures of a stretch that may add up, and characters that it may take up
SAME = 1e-6  # relative: what remains of a difference of floating numbers
WIDEST = 0.15  # a quotient that is stated more roughly agrees with too many
ABOUT = 0.04  # relative: how far "about 490" may be off
_STATED = ("ratio", "percent")  # these are told of others
_LITTLE_TESTED = ("restated", "part within whole")  # their figures are free for a sum or a quotient


@dataclass(frozen=True)
class Candidate:
    """Figures that agree: the template, the figures in the order of a row, and what is known of them by name."""

    template: str
    items: tuple[Frame, ...]
    features: dict[str, float]


def find_agreeing(story: Story, reported: Iterable[Tie], tolerance: float) -> list[Tie]:
    """The candidates that are likely enough, the likeliest first, each of figures that no other tie puts together.

    Args:
        story: The figures of the article.
        reported: The ties that are reported of it.
        tolerance: Percentage points by which a share may differ from its counts.
    """
    known = [
        (templates()[tie.template].kind if tie.verdict.holds else "", _places(tie.items), _amounts(tie.items))
        for tie in reported
        if tie.template not in _LITTLE_TESTED
    ]
    found: list[Tie] = []
    scored = [(likely(one), one) for one in candidates(story)]
    for sure, one in sorted(scored, key=lambda pair: -pair[0]):
        kind, places, amounts = templates()[one.template].kind, _places(one.items), _amounts(one.items)
        if sure < LEAST[one.template] or any(_clash(kind, places, amounts, *other) for other in known):
            continue
        tie = _tie_of_candidate(story, one, sure, tolerance)
        if tie.verdict.holds:
            known.append((kind, places, amounts))
            found.append(tie)
    return found


def _clash(kind: str, places: set, amounts: set, other: str, there: set, told: set) -> bool:
    """Whether another tie has all the figures, or, if it is of the same kind or fails (of no kind), two of them, if only by their
    amounts."""
    shared = len(amounts & told)
    return shared > 2 or other in (kind, "") and (shared > 1 or len(places & there) > 1)


def _places(items: Iterable) -> set[int]:
    return {item.start for item in items}


def _amounts(items: Iterable) -> set[tuple]:
    return {(item.dimension, round(item.size, 6)) for item in items if isinstance(item, Frame)}


def _tie_of_candidate(story: Story, one: Candidate, sure: float, tolerance: float) -> Tie:
    items, (*others, last) = one.items, one.items
    if one.template == "sum":
        verdict = total_verdict(others, last)
    elif one.template == "share":
        verdict = share_verdict(*others, last, tolerance)
    elif one.template == "change in percent":
        *others, verdict = judge(story, last, *sorted(others, key=lambda x: x.start), tolerance)
        items = (*others, last)
    else:
        verdict = _average(*others, last)
    return Tie(one.template, items, verdict, {}, ("agreeing", last.start), sure=sure)


def _average(above: Frame, below: Frame, stated: Frame) -> Verdict:
    """What the arithmetic says of a quotient in the unit of what is divided, or of bare numbers."""
    if above.dimension == stated.dimension:
        size, own = above.size, stated
    else:
        size, own = above.value, replace(stated, factor=1.0)
    return average_verdict(size, below.value, rounded_span(own), None, own.factor)


def likely(one: Candidate, known: dict[str, float] | None = None) -> float:
    """How likely it is that a candidate is meant: the logistic function of its features, weighed by `known` or by the frozen weights
    of its template."""
    known = known or _weights()[one.template]
    return logistic(known["bias"] + sum(known[name] * amount for name, amount in one.features.items()))


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Template → feature → weight."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in word_list("checks/agreeing_weights"):
        found[row["template"]][row["feature"]] = float(row["weight"])
    return found


def candidates(story: Story) -> list[Candidate]:
    """All figures of an article that add up to another one, and all quotients, with what is known of them."""
    lent = with_lent_units(story)
    story = lent[0] if lent else story
    figures = [one for one in story.frames if _is_figure(one)][:MOST]
    sums = [one for one in _sums(figures) if _may_be_parts(story, one)]
    quotients = [one for one in _quotients(figures) if may_be_of(story, one.stated, one.above, one.below)]
    wholes, stated = Counter(one.whole.start for one in sums), Counter(one.stated.start for one in quotients)
    return [
        *(
            Candidate("sum", (*one.parts, one.whole), of_sum(story, one, wholes[one.whole.start] - 1))
            for one in sums
        ),
        *(
            Candidate(
                one.template,
                (one.above, one.below, one.stated),
                of_quotient(story, one, stated[one.stated.start] - 1, len(figures)),
            )
            for one in quotients
        ),
    ]


def _may_be_parts(story: Story, one: Sum) -> bool:
    """Whether nothing in the words speaks against figures being parts of a whole, which is told before them or behind."""
    if one.parts[0].start < one.whole.start < one.parts[-1].start:
        return False
    nested = any(is_nested(story, part, one.whole) for part in one.parts)
    last = one.parts[-1]
    after = next((x for x in story.by_line[last.line] if x.start > last.start and x.counts), None)
    if after is not one.whole and is_cut(last, after):
        return False
    return not nested and addable(story, list(one.parts), one.whole)


def _is_figure(one: Frame) -> bool:
    """Whether a figure is an amount, a ratio or a percentage, and no range."""
    is_range = one.low is not None and one.high is not None and one.low != one.high
    told = one.counts and one.refers != "each" or one.dimension in _STATED
    return told and one.size > 0 and not is_range


def _sums(figures: list[Frame]) -> Iterator[Sum]:
    """Stretches of exact figures of one dimension, all of them or all but one, that add up to another one."""
    alike: dict[str, list[Frame]] = defaultdict(list)
    for one in figures:
        if one.exact and one.dimension not in _STATED:
            alike[one.dimension].append(one)
    for own in alike.values():
        wholes = sorted(own, key=lambda one: one.size)
        sizes = [one.size for one in wholes]
        for parts, skipped in _stretches(own, sizes):
            total = sum([part.size for part in parts])
            low, high = bisect_left(sizes, total * (1 - SAME)), bisect_right(sizes, total * (1 + SAME))
            if low == high or len({part.column for part in parts if part.block == "table row"}) > 1:
                continue
            most = max(part.size for part in parts)
            for whole in wholes[low:high]:
                if whole not in parts and whole.size > most * (1 + SAME):
                    yield Sum(tuple(parts), whole, skipped, len(own))


def _stretches(figures: list[Frame], wholes: list[float]) -> Iterator[tuple[list[Frame], int]]:
    """Every stretch of two figures and more whose sum may be one of `wholes` (in their order), also without one of those between
    its ends; and how many are left out."""
    for start, first in enumerate(figures):
        total = first.size
        for end in range(start + 1, min(len(figures), start + LONGEST)):
            if end > start + 1 and figures[end].start - first.start > APART:
                break
            total += figures[end].size
            if _is_among(total, wholes):
                yield figures[start : end + 1], 0
            for out in range(start + 1, end):
                if _is_among(total - figures[out].size, wholes):
                    yield figures[start:out] + figures[out + 1 : end + 1], 1


def _is_among(total: float, wholes: list[float]) -> bool:
    """Whether a sum may be one of some numbers, by a look that lets through too many sooner than too few."""
    at = bisect_left(wholes, total * (1 - 2 * SAME))
    return at < len(wholes) and wholes[at] <= total * (1 + 2 * SAME)


def _quotients(figures: list[Frame]) -> Iterator[Quotient]:
    """Two figures whose quotient is a third, to the rounding of that; or a percentage, of the one or of the change to it."""
    stated = [  # what cells are stated of one another `helpers.checks.tables` tells
        (one, width) for one in figures if one.block != "table row" and (width := _width(one)) <= WIDEST
    ]
    amounts = [one for one in figures if one.dimension not in _STATED]
    percents = _Stated([(one.value, one, width) for one, width in stated if one.dimension == "percent"])
    alike, bare = {}, {}  # by the dimension of what is divided
    for name in {one.dimension for one in amounts}:
        alike[name] = _Stated([(one.size, one, width) for one, width in stated if one.dimension == name])
        bare[name] = _Stated([(one.value, one, width) for one, width in stated if _is_bare(one, name)])
    for above, below in _promising(amounts, alike, bare, percents):
        of_one = below.dimension == above.dimension
        if below.value > 1:
            if not of_one or below.dimension == "count":
                yield from alike[above.dimension].met("average", above, below, above.size / below.value)
            yield from bare[above.dimension].met("average", above, below, above.value / below.value)
        if of_one and below.size != above.size:
            share = 100 * above.size / below.size
            if share < 100:
                yield from percents.met("share", above, below, share)
            yield from percents.met("change in percent", above, below, abs(share - 100))


def _promising(
    amounts: list[Frame], alike: dict[str, "_Stated"], bare: dict[str, "_Stated"], percents: "_Stated"
) -> Iterator[tuple[Frame, Frame]]:
    """Every two figures whose quotient is near to anything that is stated."""
    size, value = (np.array([getattr(one, name) for one in amounts]) for name in ("size", "value"))
    share = 100 * size[:, None] / size
    near = percents.near(share) | percents.near(abs(share - 100))
    for name, own in alike.items():
        rows = [at for at, one in enumerate(amounts) if one.dimension == name]
        near[rows] |= own.near(size[rows, None] / value) | bare[name].near(value[rows, None] / value)
    return ((amounts[a], amounts[b]) for a, b in np.argwhere(near).tolist() if a != b)


def _is_bare(one: Frame, dimension: str) -> bool:
    """Whether a figure may tell how many there are to each of something, with a unit of neither."""
    return one.dimension in ("count", "ratio") and one.dimension != dimension


class _Stated:
    """Figures that may be stated of others: amount, figure and width, by amount."""

    def __init__(self, told: list[tuple[float, Frame, float]]):
        self.told = sorted(told, key=lambda one: one[0])
        self.amounts = [one[0] for one in self.told]

    def near(self, values: np.ndarray) -> np.ndarray:
        """Which of some values may be one of these."""
        if not self.amounts:
            return np.zeros(values.shape, bool)
        low = np.searchsorted(self.amounts, values / (1 + WIDEST))
        return low < np.searchsorted(self.amounts, values / (1 - WIDEST), "right")

    def met(self, template: str, above: Frame, below: Frame, value: float) -> list[Quotient]:
        """Those that are a value to their rounding, and neither of the figures it is of."""
        low = bisect_left(self.amounts, value / (1 + WIDEST))
        high = bisect_right(self.amounts, value / (1 - WIDEST), low)
        return [
            Quotient(template, above, below, one, off, width)
            for amount, one, width in self.told[low:high]
            if (off := abs(value - amount) / amount) <= width / 2 + SAME and one not in (above, below)
        ]


def _width(one: Frame) -> float:
    """How much of a figure its rounding leaves open; a bound alone leaves all."""
    if one.low is None or one.high is None:
        return 1.0
    width = one.step * one.factor / one.size
    return max(width, ABOUT) if one.approx else width
