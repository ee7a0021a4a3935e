"""Whether a text itself accounts for figures that miss a sum: it tells their sum elsewhere, makes the whole one part more,
gives the whole by other figures, or says that something is counted twice.

In: figures tied as parts and whole that do not agree, with those around them. Out: yes or no.
"""

import math
import re
from itertools import combinations

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, maybe_same_kind
from helpers.checks.sums.attached import attached

__all__ = ["accounted"]

LEAST = 20  # smaller figures are soon met by chance
SMALL = 5  # smaller figures beside the parts fit by chance
NEAR = 9  # figures beside the parts of which some may give the whole
MOST = 4  # of them at once
RARE = 5  # times: a figure so much larger than the number of sums is not met by chance
_ALSO = re.compile(r"[^.]{0,50}\balso\b", re.I)  # "and tyres on 131; lights and mirrors were also noted"


def accounted(story: Story, run: list[Frame], whole: Frame, computed: float) -> bool:
    """Whether another reading of the figures leaves nothing wrong; `computed` is the sum of the parts."""
    own = {one.start for one in (*run, whole)}
    others = [one for one in story.counted if one.start not in own and one.dimension == whole.dimension]
    large = [one.size for one in others if one.size >= LEAST and agreement(one, whole)]
    missing = whole.size - computed
    # a list in brackets is of the figure before it, whatever else its figures make
    by_others = not attached(run, whole) and (
        (computed >= LEAST and any(math.isclose(size, computed) for size in large))
        or _made_of_others(story, run, whole, large)
    )
    return by_others or _twice(story, run, whole) or (missing > 0 and bool(_ALSO.match(run[-1].after)))


def _made_of_others(story: Story, run: list[Frame], whole: Frame, large: list[float]) -> bool:
    """Whether some of the parts, and figures beside them, give the whole to the last digit, or together with it another
    figure: such that follow each other, or any, where few sums could be as large by chance."""
    lines = {line + step for line in {one.line for one in (*run, whole)} for step in (-1, 0, 1)}
    near = [one for line in sorted(lines) for one in story.by_line.get(line, ()) if one.start != whole.start]
    near = [one for one in near if one.dimension == whole.dimension and (one in run or _is_free(one, whole))]
    near = sorted(near, key=lambda one: min(abs(one.start - part.start) for part in run))[:NEAR]
    near.sort(key=lambda one: one.start)
    told = [(one.size, one in run) for one in near]
    stretches = [told[a:b] for a in range(len(told)) for b in range(a + 2, len(told) + 1)]
    others = (some for many in range(2, MOST + 1) for some in combinations(told, many))
    in_a_row, any_of = (
        {sum([size for size, _ in some]) for some in tried if any(own for _, own in some)}
        for tried in (stretches, others)
    )
    totals = [whole.size] * (whole.size >= LEAST) + [size - whole.size for size in large]
    return any(
        math.isclose(total, made)
        for total in totals
        for made in (any_of if total > RARE * len(any_of) else in_a_row)
    )


def _is_free(one: Frame, whole: Frame) -> bool:
    """Whether a figure may be one more part: it counts no other thing, is not "two of them", and not so small that it fits
    by chance."""
    kin = maybe_same_kind(one, whole)
    return kin and one.refers != "part" and one.size >= SMALL


def _twice(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the sentences of the parts, or the next, say that something is in more than one of them."""
    first, last = run[0].line, max(run[-1].line, whole.line)
    return any(has_cue("twice", words) for _, words in story.lines[first : last + 2][:6])
