"""Two figures far from a change that the first sentences tell: "Attempts dropped by 56 per cent" in the lead, and paragraphs on
"79,200 attempts in 2024. In 2023 there had been 180,000".

In: a change, a difference or a multiple. Out: the one pair of figures beside each other, of two times, that counts by name what
the change is told of; none where there are several.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.checks.earlier import other_times
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.pairs import REACH, common_words, is_bounded, is_difference, pairs_near
from helpers.texts import word_stems

__all__ = ["pairs_of"]

_LEAST_SHARED = 2  # stems that both sentences name


def pairs_of(story: Story, one: Frame) -> Iterator[tuple[int, Frame, Frame]]:
    """The pairs near a change, nearest first and numbered, and one far off that tells of the same by name."""
    yield from pairs_near(story, one)
    if story.is_head(one) or one.line <= story.lead + 1:
        found = [
            (a, b)
            for a, b in pairwise(story.counted)
            if _is_far(story, one, a) and _tells_of(story, one, a, b)
        ]
        if len(found) == 1:
            yield 0, *found[0]


def _is_far(story: Story, one: Frame, a: Frame) -> bool:
    return a.line > one.line and (a.line - one.line > 3 or story.gap(one.line, a.line) > REACH)


def _tells_of(story: Story, one: Frame, a: Frame, b: Frame) -> bool:
    """Whether two figures count what a change is told of, at two times: by the noun, and by another word of both sentences."""
    if (
        b.line - a.line > 1
        or not agreement(a, b)
        or not (a.noun or b.noun)
        or is_difference(a)
        or is_difference(b)
    ):
        return False
    words = word_stems(_clause(one).lower()) - common_words()
    nouns = word_stems(f"{a.noun} {b.noun}")
    told = word_stems(one.sentence.lower()) - common_words()
    shared = told & word_stems(f"{a.sentence} {b.sentence}".lower())
    alike = bool(nouns & words) and len(shared) >= _LEAST_SHARED and is_bounded(a) and is_bounded(b)
    return alike and other_times(story, a, b, one)


def _clause(one: Frame) -> str:
    return re.split(r"[.;:]\s", one.before)[-1] + one.quote + re.split(r"[.;:,]\s", one.after)[0]
