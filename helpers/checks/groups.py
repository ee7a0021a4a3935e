"""Men and women, adults and children, peoples, lists of places: groups that together are all, and the figure elsewhere that
they give in sum; and a rest with what it is the rest of.

In: the figures of running text. Out: ties of the templates "sum" and "rest" that hold. Nobody is in two of these groups and
nobody in none, so that their sum is looked for also where other figures stand between it and them; that it is missing is no
error.
"""

import math
import re
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.arithmetic import span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.sum_words import OPPOSED, is_people, sum_evidence
from helpers.checks.summands import addable, is_listed
from helpers.texts import PEOPLE_CLASSES, singular

__all__ = ["find_groups"]

REACH = 1800  # characters between the groups and their sum
NEAR = 28  # figures on each side that are looked at
LEAST = 20  # smaller numbers are soon the sum of two others
MOST_GROUPS = 8
LISTED = 2  # items of a list in brackets: more than so many


def find_groups(story: Story) -> Iterator[Tie]:
    """Groups of one line that share nobody, with the nearest figure of the text that is their sum; and the like of a rest."""
    yield from _rests(story)
    place = {one.start: at for at, one in enumerate(story.counted)}
    for run in _runs(story):
        at = place[run[0].start]
        near = [*story.counted[max(0, at - NEAR) : at], *story.counted[at + len(run) : at + len(run) + NEAR]]
        for whole in sorted(near, key=lambda one: abs(one.start - run[0].start)):
            if _is_whole(story, run, whole):
                yield _tie(story, "sum", run, whole, {"opposed": 1.0}, len(near))
                break


def _rests(story: Story) -> Iterator[Tie]:
    """The rest, with the nearest two figures before it of which one is the other and the rest together."""
    for at, rest in enumerate(story.counted):
        if rest.refers != "rest" or rest.size < LEAST:
            continue
        near = story.counted[max(0, at - NEAR // 2) : at][::-1]
        pairs = ((part, whole) for part, whole in combinations(near, 2) if _adds_up([part, rest], whole))
        for part, whole in pairs:
            if agreement(whole, rest) and addable(story, [part, rest], whole):
                yield _tie(story, "rest", [part, rest], whole, {}, math.comb(len(near), 2))
                break


def _tie(
    story: Story, template: str, run: list[Frame], whole: Frame, known: dict[str, float], tried: int
) -> Tie:
    """A tie that holds, whatever is said between, found among so many that were tried."""
    evidence, words = sum_evidence(story, run, whole)
    evidence |= {"rival": 0.5, "history": 0.0, "scope": 0.0, "open": 0.0, **known}
    verdict = sum_verdict([span_of(part) for part in run], span_of(whole))
    chance, claim = min(1.0, tried / whole.size), ("sum", (run[-1].start,))
    return Tie(template, (*run, whole), verdict, evidence, claim, words, False, chance)


def _adds_up(run: list[Frame], whole: Frame) -> bool:
    """Whether figures that can be compared give another one to the last digit."""
    equal = math.isclose(sum(part.size for part in run), whole.size)
    return equal and all(one.exact and agreement(whole, one) for one in (*run, whole))


def _is_whole(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether a figure counts people of the same time, as many as the groups together."""
    return (
        whole.size >= LEAST
        and _adds_up(run, whole)
        and story.gap(run[0].line, whole.line) <= REACH
        and (whole.noun_class in PEOPLE_CLASSES or not whole.noun_class)
        and addable(story, run, whole)
    )


def _runs(story: Story) -> Iterator[list[Frame]]:
    """Figures that follow each other in one line, each of another group of one kind; and lists of places in brackets."""
    for line in story.by_line.values():
        figures = [one for one in line if one.unit == "count" and not one.block.startswith("table")]
        if len(listed := [one for one in figures if is_listed(one)]) > LISTED:
            yield listed
        named = [(one, _group(one, after)) for one, after in zip(figures, [*figures[1:], None], strict=False)]
        for start in range(len(named)):
            for end in range(start + 2, min(len(named), start + MOST_GROUPS) + 1):
                run, groups = zip(*named[start:end], strict=True)
                apart = all(map(is_people, groups)) or any({*groups} <= kind for kind in OPPOSED)
                if len({*groups}) == len(groups) and apart:
                    yield list(run)


def _group(one: Frame, after: Frame | None) -> str:
    """The word for the group that a figure counts: its noun, or the only such word before the next figure."""
    words = one.after[: after.start - one.end] if after else one.after[:80]
    found = {singular(word) for word in re.findall(r"[a-z]{3,}", re.split(r"[.;]\s", words.lower())[0])}
    if people := re.match(r"\s(?:(?:are|were|is|was)\s)?([A-Z][a-z]+)\b", one.after):
        return people[1].lower()
    groups = {word for kind in OPPOSED for word in kind} & {*found, one.noun}
    return groups.pop() if len(groups) == 1 else one.noun
