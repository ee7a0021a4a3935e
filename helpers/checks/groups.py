"""Men and women, adults and children: groups that together are all, and the figure elsewhere that they give in sum.

In: the figures of running text. Out: ties of the template "sum" that hold. Nobody is in two of these groups and nobody in
none, so that their sum is looked for also where other figures stand between it and them; that it is missing is no error.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import HOLDS, span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.sum_words import OPPOSED, sum_evidence
from helpers.checks.summands import addable
from helpers.texts import singular

__all__ = ["find_groups"]

REACH = 1800  # characters between the groups and their sum
NEAR = 28  # figures on each side that are looked at
LEAST = 20  # smaller numbers are soon the sum of two others
MOST_GROUPS = 4


def find_groups(story: Story) -> Iterator[Tie]:
    """Groups of one line that share nobody, with the nearest figure of the text that is their sum."""
    place = {one.start: at for at, one in enumerate(story.counted)}
    for run in _runs(story):
        at = place[run[0].start]
        near = [*story.counted[max(0, at - NEAR) : at], *story.counted[at + len(run) : at + len(run) + NEAR]]
        for whole in sorted(near, key=lambda one: abs(one.start - run[0].start)):
            if _is_whole(story, run, whole):
                evidence, words = sum_evidence(story, run, whole)
                evidence |= {"opposed": 1.0, "rival": 0.5, "history": 0.0, "scope": 0.0}
                verdict = sum_verdict([span_of(part) for part in run], span_of(whole))
                chance = min(1.0, len(near) / whole.size)
                claim = ("sum", (run[-1].start,))
                yield Tie("sum", (*run, whole), verdict, evidence, claim, words, False, chance)
                break


def _is_whole(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether a figure counts people of the same time, as many as the groups together."""
    return (
        whole.size >= LEAST
        and whole.exact
        and story.gap(run[0].line, whole.line) <= REACH
        and whole.noun_class in ("person", "officer", "")
        and all(agreement(whole, part) for part in run)
        and sum_verdict([span_of(part) for part in run], span_of(whole)).verdict == HOLDS
        and addable(story, run, whole)
    )


def _runs(story: Story) -> Iterator[list[Frame]]:
    """Figures that follow each other in one line, each of another group of one kind."""
    for line in story.by_line.values():
        figures = [one for one in line if one.unit == "count" and not one.block.startswith("table")]
        named = [(one, _group(one, after)) for one, after in zip(figures, [*figures[1:], None], strict=False)]
        for start in range(len(named)):
            for end in range(start + 2, min(len(named), start + MOST_GROUPS) + 1):
                run, groups = zip(*named[start:end], strict=True)
                if len({*groups}) == len(groups) and any({*groups} <= kind for kind in OPPOSED):
                    yield list(run)


def _group(one: Frame, after: Frame | None) -> str:
    """The word for the group that a figure counts: its noun, or the only such word before the next figure."""
    words = one.after[: after.start - one.end] if after else one.after[:80]
    found = {singular(word) for word in re.findall(r"[a-z]{3,}", re.split(r"[.;]\s", words.lower())[0])}
    groups = {word for kind in OPPOSED for word in kind} & {*found, one.noun}
    return groups.pop() if len(groups) == 1 else one.noun
