"""A number of things told one by one, each with its figure, and the figure that they give in sum: "412 people in three boats. The
first had 137 aboard … A second, with 121, … The last carried 154".

In: the figures of running text and bullets. Out: ties of "sum". That something is so many, and that as many are told behind it,
each by an ordinal or a name, says that none is left out, whatever else is told of each.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.checks.arithmetic import total_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import SAME_KIND, Frame, Story, agreement, between
from helpers.checks.slips import slip_of
from helpers.checks.sums.accounted import accounted
from helpers.checks.sums.complete import untold
from helpers.checks.sums.parts import in_brackets
from helpers.checks.sums.sum_words import sum_evidence
from helpers.checks.sums.totals import CHARITY, chance_of
from helpers.texts import cardinal

__all__ = ["find_one_by_one"]

FEWEST, MOST = 3, 8  # things told; of two, many other things are said
REACH = 420  # characters between two of them, and from the whole to the first,
BESIDE = 160  # where no ordinals number them
_COUNTED = re.compile(
    r"\b(three|four|five|six|seven|eight|3|4|5|6|7|8)\s(?!of\b)(?:[a-z][a-z’'-]*\s(?!of\b)){0,2}?(?!years|months|weeks|days|hours|minutes|times)"
    r"(?:[a-z-]{2,}s|aircraft|people|men|women)\b",
    re.I,
)
_TIME = r"(?!\s(?:[a-z]+\s)?(?:time|half|quarter|year|month|week|day|night|hour|case|place|step|\w+\s(?:month|year|week|day)s)\b)"
_FIRST = re.compile(rf"\b(?:(?:the|its|their|a)\s(?:first|leading|initial)|^one){_TIME}\b", re.I)
_LATER = re.compile(
    rf"\b(?:(?:the|a|its|their)\s(?:second|third|fourth|fifth|sixth|seventh|eighth|next|last|final|other)|another|(?<=\bthe\sother\s)one)\b{_TIME}",
    re.I,
)
# what is told of some of a thing alone, or of what it could hold
_SOME = re.compile(
    r"\b(?:(?:among|of)\s(?:them|whom|which|these|those)|including|includes?|seats?|places\sfor|room\sfor|capacity|built\sfor|licensed|up\sto"
    r"|after|against|from)\W{0,2}(?:[a-z]+\s){0,2}$",
    re.I,
)
_OF_THEM = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:of|among)\s(?:them|whom|which|those|these|its|their|his|her)\b"
)
_NEXT_NAME = re.compile(r"(?:,|;|\band|\bwhile)\s(?:[a-z]+\s){0,4}?[A-ZÀ-Ý][\w’'-]+")
_NO_NAME = re.compile(
    r"(?:it|they|he|she|we|this|these|that|those|there|some|another|others?|most|many|all|in\sall|among|of|more|about|altogether|total|last\s[a-z]+"
    r"|the\s(?:largest|biggest|smallest|most|oldest|youngest|total|rest|remaining))\b",
    re.I,
)


def find_one_by_one(story: Story) -> Iterator[Tie]:
    """Things that are counted and then told one by one, each with one figure of what another figure counts in all."""
    free = [one for one in story.counted if _is_own(one)]
    for whole in free:
        if whole.value > FEWEST and whole.exact and whole.refers not in ("rest", "each", "more"):
            behind = [one for one in free if _is_part(one, whole)]
            for run in _runs(story, whole, behind) if len(behind) >= FEWEST else ():
                yield from _ties(story, run, whole)


def _is_own(one: Frame) -> bool:
    """Whether a figure is no part of one beside it, and not told again."""
    aside = one.refers in ("part", "same") or in_brackets(one) or _OF_THEM.match(one.after)
    return not (aside or _SOME.search(one.before[-50:]))


def _is_part(one: Frame, whole: Frame) -> bool:
    if one.start <= whole.end or one.size >= whole.size:
        return False
    kin = agreement(one, whole)
    return kin in SAME_KIND or kin == "open" and not (one.noun and whole.noun)


def _runs(story: Story, whole: Frame, behind: list[Frame]) -> Iterator[list[Frame]]:
    """Figures behind a whole that are those of as many things as its sentence, or one between, counts."""
    for many in _numbers(story, whole, behind[0]):
        for run, far in ((_by_ordinal(story, behind, many), REACH), (_by_name(story, behind, many), BESIDE)):
            if len(run) == many and all(story.gap(a.line, b.line) <= far for a, b in pairwise([whole, *run])):
                yield run
                return


def _numbers(story: Story, whole: Frame, first: Frame) -> Iterator[int]:
    """How many things the sentence of a whole and those up to the first of its parts count."""
    for start, words in story.lines[whole.line : first.line + 1]:
        for match in _COUNTED.finditer(words[: max(0, first.start - start)]):
            yield cardinal([match[1].lower()])[0] or int(match[1])


def _by_ordinal(story: Story, behind: list[Frame], many: int) -> list[Frame]:
    """The figures behind "the first", "a second", "the last", of each the next one in its sentence, for
    so many of them; none where one has none."""
    opened: list[tuple[int, int]] = []  # where an ordinal stands, and where its sentence ends
    for start, words in story.lines[behind[0].line : behind[0].line + MOST]:
        found = [(one.start(), False) for one in _LATER.finditer(words)]
        if not opened and (first := _FIRST.search(words)):
            found.append((first.start(), True))
        for place, is_first in sorted(found):
            if opened or is_first:
                opened.append((start + place, start + len(words)))
    opened = opened[: many + 1]
    ends = [min(end, after[0]) for (_, end), after in pairwise(opened)] + [end for _, end in opened[-1:]]
    items = [
        next((one for one in behind if place < one.start < end), None)
        for (place, _), end in list(zip(opened, ends, strict=True))[:many]
    ]
    return [] if None in items else items


def _by_name(story: Story, behind: list[Frame], many: int) -> list[Frame]:
    """The first so many figures behind a whole, if each stands behind a name or thing of its own, in a sentence or clause of
    its own; of bullets, if they are all."""
    run = behind[:many]
    before = [None, *run[:-1]]
    if not all(_has_name(story, one, last) for one, last in zip(run, before, strict=True)):
        return []
    listed = {one.line for one in behind if one.group == run[0].group != -1}
    return [] if listed and listed != {one.line for one in run} else run


def _has_name(story: Story, one: Frame, last: Frame | None) -> bool:
    """Whether a figure is told of something that is named between the last figure, or the start of its sentence, and it."""
    if last and last.line == one.line:
        return bool(_NEXT_NAME.search(between(last, one)))
    first = next(x for x in story.by_line[one.line] if x.dimension == one.dimension)
    return first is one and not _NO_NAME.match(one.sentence) and one.start > one.sentence_start


def _ties(story: Story, run: list[Frame], whole: Frame) -> Iterator[Tie]:
    """The tie of a whole and its parts, unless the words give another reading where it fails."""
    verdict = total_verdict(run, whole)
    computed = verdict.computed * whole.factor
    if not verdict.holds:
        near = abs(verdict.computed - verdict.stated) <= CHARITY * whole.value
        if not near or untold(story, run, whole, computed) or accounted(story, run, whole, computed):
            return
    evidence, words = sum_evidence(story, run, whole)
    evidence |= {"exhaustive": 1.0, "all": 1.0, "wrong way": 0.0, "open": 0.0, "history": 0.0, "scope": 0.0}
    slip = 1.0 if verdict.holds else slip_of(run, whole, verdict)
    claim, chance = ("sum", (run[-1].start,)), chance_of(run, whole, True, verdict)
    yield Tie("sum", (*run, whole), verdict, evidence, claim, words, True, chance, slip=slip)
