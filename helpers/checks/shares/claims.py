"""Figures that may be stated of two others, and the figures within reach that may be those two.

In: the figures of an article. Out: claims, each with the pairs it may be stated of, in every way its unit allows: a percentage
as a share or a change, a number as a difference or an average. What the words say for a pair is weighed in
`helpers.checks.shares.pairing`, nothing is decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, combinations
from typing import NamedTuple

import numpy as np

from helpers.checks.arithmetic import (
    HOLDS,
    SHARE_TOLERANCE,
    Verdict,
    average_verdict,
    difference_verdict,
    share_verdict,
    total_verdict,
)
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story
from helpers.checks.kept import once
from helpers.checks.one_unit import in_one_unit, is_bare
from helpers.checks.shares.apposed import may_be_of, part_beside, whole_named
from helpers.checks.shares.averages import may_count, rounded_span, spread_of
from helpers.checks.shares.changes import ends_named, judge, may_change
from helpers.checks.shares.denominators import Below, counts_of, lengths_of, may_divide
from helpers.checks.shares.multiples import is_multiple
from helpers.checks.shares.pairs import is_difference
from helpers.checks.shares.per import Average, average_of
from helpers.checks.shares.percents import majorities
from helpers.checks.shares.told_parts import NO_SHARE, told_multiples, told_shares
from helpers.texts import singular

__all__ = ["OPERATIONS", "Claim", "Pair", "claims_of"]

OPERATIONS = ("share", "change", "times", "difference", "average")
FAR, LINES = 1600, 8  # characters and lines from a claim to the figures it may be of
MOST_NEAR, MOST_HEADS = 14, 4
MOST_NAMED = 3
MOST_TIMES = 100
LOOSE = 1.5  # times: what is averaged to "more than" a figure is not so much more
_WORD = re.compile(r"[^\W\d_]{3,}")
BESIDE = 60  # characters on each side of a number in which a word must speak of a difference or an average
# "Nineteen of those children, over two-thirds", "half of those children, 33"
_OF_THOSE_BEFORE = re.compile(r"\bof\s(?:those|these)\s([a-z]+)(?:,|\s[(–—])\s?(?:or\s)?$")
_OF_THOSE_BEHIND = re.compile(r"\sof\s(?:(?:those|these)\s([a-z]+)|them|whom)(?:,|\s[(–—])\s?(?:or\s)?")


class Pair(NamedTuple):
    """Part and whole, the two ends of a change, or numerator and denominator; `size`: that of the second, in the unit that
    an average is per."""

    operation: str
    a: Frame
    b: Below
    size: float


@dataclass
class Claim:
    """A figure that may be stated of two others; `told`: what it is per, if the words say so."""

    story: Story
    figure: Frame
    operations: tuple[str, ...]
    tolerance: float
    told: Average | None = None

    @cached_property
    def near(self) -> list[Frame]:
        """The figures within reach, nearest first, and those of the title and lead."""
        story, one = self.story, self.figure
        points = one.dimension == "percentage points"
        around = [
            (gap, abs(one.start - x.start), x)
            for line in range(one.line - LINES, one.line + 4)
            if line in story.by_line and (gap := story.gap(one.line, line)) <= FAR
            for x in story.by_line[line]
            if (x.dimension == "percent" if points else x.counts) and not x.block.startswith("table")
            if (x.end <= one.start or one.end <= x.start) and self._may_be_of(x)
        ]
        found = [x for _, _, x in sorted(around, key=lambda told: told[:2])[:MOST_NEAR]]
        heads = () if points else (x for x in _heads(story) if x.start != one.start and x not in found)
        found += [x for x in heads if self._may_be_of(x)]
        return found if points else found + self._named(found)

    def _named(self, found: list[Frame]) -> list[Frame]:
        """The nearest figures beyond reach that count what the words of the claim's sentence name: "or $360 a patrol", of
        1,300 patrols told of long before."""
        one = self.figure
        named = chain.from_iterable(self.story.by_noun.get(word, ()) for word in _words_in(one.sentence))
        far = [x for x in named if x.start != one.start and x not in found and self._may_be_of(x)]
        return sorted(far, key=lambda x: (abs(x.start - one.start), x.start))[:MOST_NAMED]

    @cached_property
    def leads_back(self) -> bool:
        """Whether the words before the claim lead back to what was told: "that is", "this makes"."""
        one = self.figure
        return has_cue("leads back", one.sentence[: one.start - one.sentence_start + 1][-160:])

    @property
    def settled(self) -> Pair | None:
        """The pair that the claim's own words name: "30 of the 50 boats (60%)", "rises by £26m, from £198m to £242m"."""
        story, one = self.story, self.figure
        part, whole = part_beside(story, one), whole_named(story, one)
        pair = in_one_unit(part, whole) if part and whole else None
        if pair and pair[0].size < pair[1].size:
            return Pair("share", *pair, pair[1].size)
        ends = ends_named(story, one)
        if not ends or one.dimension not in ("percent", ends[0].dimension):
            return None
        return Pair("change" if one.dimension == "percent" else "difference", *ends, ends[1].size)

    @cached_property
    def part_and_wholes(self) -> tuple[set[int], set[int]]:
        """Where the words beside a share name both its counts: where the part starts, and where those that may be the whole,
        by what they count or what was done to it. "19 of those children, over two-thirds", "half of those held, or 33"."""
        one = self.figure
        before, behind = _OF_THOSE_BEFORE.search(one.before[-60:]), _OF_THOSE_BEHIND.match(one.after)
        found = before or behind
        word = found[1] or "" if found else ""
        wholes = {x.start for x in self.near if word and x.noun == singular(word)}
        at = one.start - len(before[0]) if before else one.end + len(behind[0]) if behind else 0
        meant = found and (wholes or not word)  # "53 per cent of those inspected, one" names no part
        return {x.start for x in self.near if meant and x.start - 1 <= at <= x.end + 1}, wholes

    def _may_be_of(self, x: Frame) -> bool:
        """Whether a figure may be one of those that the claim is of: no range, not the same again, nor in another unit."""
        one = self.figure
        is_range = x.low is not None and x.high is not None and x.low != x.high
        again = x.dimension == one.dimension and x.size == one.size
        return x.size > 0 and not is_range and not again

    @cached_property
    def pairs(self) -> list[Pair]:
        """All pairs, operation by operation."""
        pairs = []
        for name in self.operations:
            if name == "average":
                pairs += self._ratios()
            elif name == "share":
                pairs += self._shares()
            else:
                pairs += [
                    Pair(name, a, b, b.size)
                    for a, b, low, high in self._alike
                    if high.size < MOST_TIMES * low.size and self._may_be_ends(name, a, b)
                ]
        return pairs

    @property
    def numbers(self) -> np.ndarray:
        """The number of the operation of each pair."""
        return np.array([OPERATIONS.index(pair.operation) for pair in self.pairs], int)

    @cached_property
    def _alike(self) -> list[tuple[Frame, Frame, Frame, Frame]]:
        """Every two figures of one unit, in their order, and the smaller before the larger."""
        found = []
        told = [(x, x.dimension, is_bare(x)) for x in self.near]
        for (a, unit, bare), (b, other, free) in combinations(told, 2):
            alike = (a, b) if unit == other else bare != free and in_one_unit(a, b)
            if alike and alike[0].size != alike[1].size:
                low, high = alike if alike[0].size < alike[1].size else alike[::-1]
                found.append((*alike, low, high))
        return found

    def _shares(self) -> list[Pair]:
        """The pairs of which the words beside a share leave open that it is of them."""
        starts, wholes = self.part_and_wholes
        above = self.figure.value > 100  # "105 percent of the places"
        pairs = [
            Pair("share", high, low, high.size) if above else Pair("share", low, high, high.size)
            for _, _, low, high in self._alike
        ]
        return [
            pair
            for pair in pairs
            if (not starts or pair.a.start in starts and (not wholes or pair.b.start in wholes))
            and may_be_of(self.story, self.figure, pair.a, pair.b)
        ]

    def _may_be_ends(self, operation: str, a: Frame, b: Frame) -> bool:
        """Whether a figure may be the change, or the difference, of two that are alike."""
        one = self.figure
        if operation == "change":
            return may_change(self.story, one, a, b)
        if operation != "difference":
            return True
        points = one.dimension == "percentage points" and a.dimension == "percent"
        return points or a.dimension == one.dimension or is_bare(one)

    def _ratios(self) -> Iterator[Pair]:
        told = self.told or Average(self.figure, "", "")
        below = list(lengths_of(self.story, told) if told.timed else counts_of(self.near, told))
        for above in self.near:
            if may_count(told, above) or is_bare(told.figure):
                for other, size in below:
                    if (
                        other.start == above.start
                        or told.figure.high is None
                        and above.size > LOOSE * self.figure.size * size
                    ):
                        continue  # "more than 1 million each" is no average of 7 million
                    if may_divide(told, above, other, size):
                        yield Pair("average", above, other, size)

    def verdict(self, pair: Pair) -> tuple[str, tuple, Verdict]:
        """The template, the figures as a row lists them, and what the arithmetic says of them."""
        one, (name, a, b, size) = self.figure, pair
        if name == "share":
            return name, (a, b, one), share_verdict(a, b, one, self.tolerance)
        if name == "average":
            spread = spread_of(self.told or Average(one, "", ""), a, b, size)
            turned = a.factor != one.factor and (is_bare(one) or one.dimension == "ratio")
            own = replace(one, factor=a.factor) if turned else one
            return name, (a, b, own), average_verdict(a.size, size, rounded_span(own), spread, own.factor)
        a, b = (a, b) if a.start <= b.start else (b, a)
        if name == "change":
            new, old, verdict = judge(self.story, one, a, b, self.tolerance)
            return "change in percent", (new, old, one), verdict
        if name == "difference":
            turned = is_bare(one) and (a.dimension, a.factor) != (one.dimension, one.factor)
            own = replace(one, dimension=a.dimension, factor=a.factor) if turned else one
            verdict = difference_verdict(a, b, own)
            if not verdict.holds and max(a.size, b.size) < 2 * own.size:
                total = total_verdict((a, b), own)
                if total.verdict == HOLDS:
                    return (
                        "sum",
                        (a, b, one),
                        total,
                    )  # "26 died, seven more than the 19 of last year": of the 26
            return name, (own, a, b), verdict
        return self._times(a, b)

    def _times(self, a: Frame, b: Frame) -> tuple[str, tuple, Verdict]:
        one = self.figure
        fewer = one.value < 1
        factor = 1 / one.value if fewer else one.value
        bounds = (None if bound is None else factor for bound in (one.low, one.high))
        low, high = sorted((a, b), key=lambda x: x.size)
        verdict = average_verdict(high.size, low.size, (*bounds, 0.5 if factor >= 3 else 0.4))
        items = (low, high, one) if fewer else (high, low, one)
        verb = one in self.story.multiples
        return "multiple" if verb else "times", items, replace(verdict, stated=one.quote)


@lru_cache(maxsize=1_024)  # the claims of a sentence share it
def _words_in(sentence: str) -> frozenset[str]:
    """The words of a sentence, as nouns in the singular."""
    return frozenset([singular(word) for word in _WORD.findall(sentence.lower())])


@once
def _heads(story: Story) -> list[Frame]:
    """The figures of the title and the lead."""
    return [x for x in story.counted[:12] if story.is_head(x) or x.line == story.lead][:MOST_HEADS]


def claims_of(story: Story, tolerance: float = SHARE_TOLERANCE) -> Iterator[Claim]:
    """The figures of running text that may be stated of two others; `tolerance` in percentage points is for shares."""
    told = (*story.frames, *story.multiples, *majorities(story), *told_shares(story), *told_multiples(story))
    for one in told:
        if one.block.startswith("table") or one.value <= 0:
            continue
        if one.dimension == "percent" and NO_SHARE.search(one.before):
            continue
        average = average_of(one) if one.dimension not in ("percent", "percentage points") else None
        if names := _operations(story, one, average):
            figure = average.figure if average and names == ("average",) else one
            yield Claim(story, figure, names, tolerance, average)


def _operations(story: Story, one: Frame, average: Average | None) -> tuple[str, ...]:
    """What a figure may state of two others, by its unit and the words beside it."""
    if one.dimension == "percent":
        return ("share",) if part_beside(story, one) else ("share", "change")
    if one in story.multiples or one.dimension == "ratio" and not average or is_multiple(one):
        return ("times",)
    beside = (one.before[-BESIDE:], one.after[:BESIDE])
    apart = is_difference(one) or has_cue("apart", *beside)
    names = ("difference",) * bool(apart)
    if one.dimension != "percentage points" and (average or has_cue("for one", *beside)):
        names += ("average",)
    return names
