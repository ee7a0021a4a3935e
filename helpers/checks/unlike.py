"""Whether two figures near a change count different things: a plan beside what was counted, a part of something else, a
figure of another noun than the change names.

In: a change, a multiple or a difference, and the two figures it may lie between. Out: yes or no.
"""

import re
from collections.abc import Iterable

from helpers.checks.frames import Frame, Story, agreement, between
from helpers.texts import noun_class, singular

__all__ = ["is_plan", "of_other_noun", "of_plan"]

_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|although|though)\s")
_PLAN = re.compile(
    r"\b(?:capacity|targets?|quotas?|ceiling|plan(?:s|ned)?|wants?|aims?|intends?|hopes?|proposes?|would|will|shall|should"
    r"|(?:is|are|was|were)\sto\s(?!date)|set\sto|due\sto\s(?:be|rise|fall|reach)|scheduled|projected|projects|expect(?:s|ed)"
    r"|forecasts?|pledged|promised)\b",
    re.I,
)
_PLAN_BEHIND = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:(?:is|are)\splanned|planned|by\sthe\send\sof\s20\d\d|by\s20\d\d)\b"
)
_OF_SOME = re.compile(r"\W{0,3}(?:Of|Among|Out\sof)\s(?:the|those|these|them|all|its|their)\b")


def of_plan(one: Frame, a: Frame, b: Frame) -> bool:
    """Whether just one of two figures is a plan, target or capacity, told apart from the other: "bringing capacity to
    5,100. A year earlier the prisons held 5,200"; not "is to rise from 4,200 to 5,100"."""
    apart = a.line != b.line or bool(_CLAUSE.search(between(a, b)))
    return apart and not is_plan(one) and is_plan(a) != is_plan(b)


def is_plan(one: Frame) -> bool:
    """Whether a figure is a plan, target or capacity."""
    clause = _CLAUSE.split(one.before)[-1]
    return bool(_PLAN.search(clause[-90:]) or _PLAN_BEHIND.match(one.after))


def of_other_noun(story: Story, one: Frame, a: Frame, b: Frame, subject: Iterable[str]) -> bool:
    """Whether two counts are of different things, by the nouns told last before them, or one is of another thing than a
    change names (`subject`): "Of the 54, 35 were bailed. There were 44 visits. Visits are up by"."""
    if a.dimension != "count" or b.dimension != "count":
        return False
    if a.line != b.line and (_is_part(story, one, a) != _is_part(story, one, b) or _parted(story, a, b)):
        return True
    counted = {x.noun for x in story.counted if x.noun and x.noun_class != "generic"}
    named = {singular(word.lower()) for word in subject} & counted
    return bool(named) and not all(_counts(story, x, named) for x in (a, b))


def _is_part(story: Story, one: Frame, x: Frame) -> bool:
    """Whether a figure is a part of what its sentence begins with: the 35 of "Of the 54, 19 were held and 35 bailed"."""
    first = story.by_line[x.line][0]
    return x.line != one.line and first.start != x.start and bool(_OF_SOME.match(x.sentence))


def _parted(story: Story, a: Frame, b: Frame) -> bool:
    """Whether one of two figures has no noun of its own, and that told last before it is not the other's."""
    if bool(a.noun) == bool(b.noun):
        return False
    bare, full = (b, a) if a.noun else (a, b)
    last = _told_last(story, bare)
    return (
        last is not None
        and full.line != last.line
        and agreement(last, full) in ("", "other noun")
        and not _mentions(bare.sentence, {full.noun})
    )


def _told_last(story: Story, x: Frame) -> Frame | None:
    """The last count before a figure, in its own or the sentence before, that has a noun."""
    before = (
        y
        for y in reversed(story.counted)
        if y.start < x.start and x.line - y.line <= 1 and y.dimension == "count"
    )
    return next((y for y in before if y.noun), None)


def _counts(story: Story, x: Frame, named: set[str]) -> bool:
    """Whether a figure counts what a change names, or does not say that it counts something else."""
    if x.noun in named or x.noun and noun_class(x.noun) == "generic":
        return True
    others = {y.noun for y in story.by_line[x.line] if y.start != x.start}
    if _mentions(x.sentence, named):
        return not (x.noun and others & named)
    last = x if x.noun else _told_last(story, x)
    return last is None or last.noun in named or last.noun_class == "generic"


def _mentions(sentence: str, nouns: set[str]) -> bool:
    """Whether one of some nouns, or its verb, stands in a sentence."""
    words = {singular(word) for word in re.findall(r"[^\W\d_]{3,}", sentence.lower())}
    return any(word == noun or len(noun) > 4 and word[:6] == noun[:6] for noun in nouns for word in words)
