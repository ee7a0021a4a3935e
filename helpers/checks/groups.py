"""Men and women, adults and children, peoples, lists of places: groups that together are all, and the figure elsewhere that
they give in sum; and figures of one thing that stand in several sentences.

In: the figures of running text. Out: ties of the templates "sum" and "rest" that hold. Nobody is in two of these groups and
nobody in none, so that their sum is looked for also where other figures stand between it and them; that it is missing is no
error.
"""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from helpers.checks.arithmetic import total_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.pairs import of_another
from helpers.checks.parts import in_brackets
from helpers.checks.sum_words import OPPOSED, is_people, sum_evidence
from helpers.checks.summands import addable, is_listed
from helpers.texts import PEOPLE_CLASSES, singular

__all__ = ["find_groups"]

REACH = 1800  # characters between the groups and their sum
NEAR = 28  # figures on each side that are looked at
LEAST, SMALL = 20, 10  # smaller sums and parts are soon met by chance
MOST_GROUPS = 8
MOST_SUMMANDS = 14  # figures of one thing of which some may give another one in sum
_GROUPS = frozenset().union(*OPPOSED)
LISTED = 2  # items of a list in brackets: more than so many


def find_groups(story: Story) -> Iterator[Tie]:
    """Figures of several sentences, and groups of one line that share nobody, with the figure that is their sum."""
    yield from _scattered(story)
    place = {one.start: at for at, one in enumerate(story.counted)}
    for run in _runs(story):
        at = place[run[0].start]
        near = [*story.counted[max(0, at - NEAR) : at], *story.counted[at + len(run) : at + len(run) + NEAR]]
        for whole in sorted(near, key=lambda one: abs(one.start - run[0].start)):
            if _is_whole(story, run, whole):
                yield _tie(story, "sum", run, whole, {"opposed": 1.0}, len(near))
                break


def _scattered(story: Story) -> Iterator[Tie]:
    """Two or three figures of one thing, wherever they stand, that alone give another one in sum; or a rest, or more of it,
    and what that is told beside."""
    counted = story.counted
    for at, whole in enumerate(counted):
        if not whole.exact or whole.dimension != "count" or whole.refers in ("rest", "more", "each", "part"):
            continue
        near = [*counted[max(0, at - NEAR // 2) : at], *counted[at + 1 : at + NEAR // 2]]
        near = [one for one in near if _is_summand(story, one, whole)]
        near = sorted(near, key=lambda one: abs(one.start - whole.start))[:MOST_SUMMANDS]
        same = {one.start for one in near if agreement(whole, one) in ("same noun", "same class")}
        equal = [one for one in near if one.exact and agreement(whole, one)]
        for many in (2, 3):
            added = [run for run in combinations(equal, many) if _meets(run, whole)]
            runs = [sorted(run, key=lambda one: one.start) for run in added if _tied(run, whole, same)]
            runs = [
                run for run in runs if addable(story, run, whole) and not of_another(story, (*run, whole))
            ]
            if len({tuple(sorted(one.size for one in run)) for run in runs}) == 1:
                run = min(runs, key=lambda run: run[-1].start - run[0].start)
                template = "rest" if run[-1].refers == "rest" else "sum"
                tried = sum(_tied(other, whole, same) for other in combinations(near, many))
                yield _tie(story, template, run, whole, {"rival": 1.0}, tried)
                break


def _is_summand(story: Story, one: Frame, whole: Frame) -> bool:
    """Whether a figure may be a part of another one that stands far from it."""
    free = one.refers not in ("part", "each") and not in_brackets(one)
    return free and 1 < one.size < whole.size and story.gap(one.line, whole.line) <= REACH


def _tied(run: tuple[Frame, ...], whole: Frame, same: set[int]) -> bool:
    """Whether figures count what their sum counts (`same`: where such figures start), or the later of two is told as the rest
    or on top of the other."""
    large = whole.size >= LEAST and (len(run) > 2 or min(one.size for one in run) >= SMALL)
    if large and all(one.start in same and one.refers != "rest" for one in run):
        return True
    if len(run) != 2:
        return False
    first, last = sorted(run, key=lambda one: one.start)
    rest = last.refers == "rest" and last.size >= LEAST and whole.start < last.start
    more = "more" in (first.refers, last.refers) and last.line - first.line <= 1
    return rest or more


def _tie(
    story: Story, template: str, run: list[Frame], whole: Frame, known: dict[str, float], tried: int
) -> Tie:
    """A tie that holds, whatever is said between, found among so many that were tried."""
    evidence, words = sum_evidence(story, run, whole)
    evidence |= {"rival": 0.5, "history": 0.0, "scope": 0.0, "open": 0.0, **known}
    verdict = total_verdict(run, whole)
    chance, claim = min(1.0, tried / whole.size), ("sum", (run[-1].start,))
    return Tie(template, (*run, whole), verdict, evidence, claim, words, False, chance)


def _meets(run: Iterable[Frame], whole: Frame) -> bool:
    return math.isclose(sum([part.size for part in run]), whole.size)


def _adds_up(run: list[Frame], whole: Frame) -> bool:
    """Whether figures that can be compared give another one to the last digit."""
    return _meets(run, whole) and all(one.exact and agreement(whole, one) for one in (*run, whole))


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
        if len(figures) < 2:
            continue
        if len(figures) > LISTED < len(listed := [one for one in figures if is_listed(one)]):
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
    groups = {*found, one.noun} & _GROUPS
    return groups.pop() if len(groups) == 1 else one.noun
