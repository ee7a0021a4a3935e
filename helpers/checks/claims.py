"""Figures that are stated of two others, by their own unit and a cue near them: a share, a change in percent, a difference, a
multiple, an average; and the figures within reach that may be those two.

In: the figures of an article. Out: claims, each with the ordered pairs it may be stated of and what the arithmetic says of each.
No words tie a pair here: `helpers.checks.pairing` weighs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from helpers.checks.arithmetic import Verdict, average_verdict, difference_verdict, share_verdict
from helpers.checks.averages import may_count, rounded_span, spread_of
from helpers.checks.changes import judge
from helpers.checks.denominators import Below, counts_of, lengths_of, may_divide
from helpers.checks.frames import Frame, Story
from helpers.checks.multiples import is_multiple
from helpers.checks.pairs import is_difference
from helpers.checks.per import Average, average_of
from helpers.checks.percents import is_change, majorities

__all__ = ["Claim", "claims_of"]

FAR, LINES = 1600, 8  # characters and lines from a claim to the figures it may be of
MOST_NEAR, MOST_HEADS = 20, 4
MOST_TIMES = 100


@dataclass
class Claim:
    """A figure stated of two others; `family` says which weights are used, `told` what an average is per,
    `kept` what is known of the figures of the article already."""

    story: Story
    figure: Frame
    template: str
    family: str
    tolerance: float
    kept: dict
    told: Average | None = None

    @cached_property
    def near(self) -> list[Frame]:
        """The counts and measures within reach, nearest first, and those of the title and lead."""
        story, one = self.story, self.figure
        around = [
            x
            for line in range(one.line - LINES, one.line + 4)
            for x in story.by_line.get(line, ())
            if x.counts and x.start != one.start and not x.block.startswith("table")
            if story.gap(one.line, line) <= FAR and x.size > 0
        ]
        around.sort(key=lambda x: (story.gap(one.line, x.line), abs(one.start - x.start)))
        found = around[:MOST_NEAR]
        heads = [x for x in story.counted[:12] if story.is_head(x) or x.line == story.lead][:MOST_HEADS]
        return found + [x for x in heads if x not in found and x.start != one.start and x.size > 0]

    @cached_property
    def pairs(self) -> list[tuple[Frame, Below, float]]:
        """Part and whole, the two ends of a change, or numerator and denominator, with the size of the second."""
        if self.family == "average":
            return list(self._ratios())
        found = []
        for at, a in enumerate(self.near):
            for b in self.near[at + 1 :]:
                low, high = sorted((a, b), key=lambda x: x.size)
                if a.dimension != b.dimension or low.size == high.size:
                    continue
                if self.family == "share":
                    found.append((low, high, high.size))
                elif high.size < MOST_TIMES * low.size:
                    found.append((a, b, b.size))
        return found

    def _ratios(self) -> Iterator[tuple[Frame, Below, float]]:
        told = self.told
        below = list(lengths_of(self.story, told) if told.timed else counts_of(self.near, told))
        for above in self.near:
            if may_count(told, above):
                for other, size in below:
                    if other.start != above.start and may_divide(told, above, other, size):
                        yield above, other, size

    def verdict(self, a: Frame, b: Below, size: float) -> tuple[tuple, Verdict]:
        """The figures as a row lists them, and what the arithmetic says of them."""
        one = self.figure
        if self.template == "share":
            return (a, b, one), share_verdict(a, b, one, self.tolerance)
        if self.template == "average":
            spread = spread_of(self.told, a, b, size)
            return (a, b, one), average_verdict(a.size, size, rounded_span(one), spread)
        a, b = sorted((a, b), key=lambda x: x.start)
        if self.template == "change in percent":
            new, old, verdict = judge(self.story, one, a, b, self.tolerance)
            return (new, old, one), verdict
        if self.template == "difference":
            return (one, a, b), difference_verdict(a, b, one)
        fewer = one.value < 1
        factor = 1 / one.value if fewer else one.value
        bounds = (None if bound is None else factor for bound in (one.low, one.high))
        low, high = sorted((a, b), key=lambda x: x.size)
        verdict = average_verdict(high.size, low.size, (*bounds, 0.5 if factor >= 3 else 0.4))
        return ((low, high, one) if fewer else (high, low, one)), replace(verdict, stated=one.quote)


def claims_of(story: Story, tolerance: float) -> Iterator[Claim]:
    """The figures of running text that may be stated of two others."""
    kept: dict = {}
    for one in (*story.frames, *story.multiples, *majorities(story)):
        if one.block.startswith("table") or one.value <= 0:
            continue
        if one.dimension == "percent":
            kind = ("change in percent", "change") if is_change(one) else ("share", "share")
            yield Claim(story, one, *kind, tolerance, kept)
        elif one in story.multiples or is_multiple(one):
            template = "multiple" if one in story.multiples else "times"
            yield Claim(story, one, template, "change", tolerance, kept)
        elif one.counts and is_difference(one):
            yield Claim(story, one, "difference", "change", tolerance, kept)
        elif one.dimension != "percentage points" and (told := average_of(one)):
            yield Claim(story, told.figure, "average", "average", tolerance, kept, told)
