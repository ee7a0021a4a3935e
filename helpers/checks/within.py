"""Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which".

In: the figures of running text. Out: ties of "part within whole".
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import within_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.percents import FRONTED, OF_NUMBER
from helpers.texts import singular

__all__ = ["find_within"]

_PART_BEHIND = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?of\s(?:which|whom|that\s(?!month|day|year|week|time|night|period|age|kind|sort)[a-z]+|those\s[a-z]+|these\s[a-z]+)\b",
    re.I,
)

OF_THESE = re.compile(r"\bOf\s(?:(?:these|those|them)|the(?=\s[a-z]))(?:\s(?P<noun>[a-z]+))?,?\s$")


def find_within(story: Story) -> Iterator[Tie]:
    """Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which"."""
    counted = [one for one in story.frames if one.counts and not one.block.startswith("table")]
    for at, part in enumerate(counted):
        if part.refers in ("all", "together"):
            continue
        for other in counted[max(0, at - 4) : at + 2]:
            level = agreement(part, other)
            if other.start == part.start or not level or story.gap(part.line, other.line) > 80:
                continue
            way = _way(part, other, other is _last_whole(counted, at, part))
            if way:
                verdict = within_verdict(part.size, other.size)
                evidence = _evidence(part, other, level, way)
                yield Tie("part within whole", (part, other), verdict, evidence, ("within", part.start))


def _way(part: Frame, whole: Frame, last: bool) -> str:
    """How the words say that one figure is a part of the other: "direct", "fronted", "behind", or not at all."""
    if part.line == whole.line:
        if part.end < whole.start and OF_NUMBER.fullmatch(between(part, whole)):
            return "direct"
        if whole.end < part.start and FRONTED.search(whole.before) and part.refers in ("new", "part"):
            return "fronted"
    behind = last and whole.end < part.start and (_PART_BEHIND.match(part.after) or _of_these(part, whole))
    return "behind" if behind else ""


def _evidence(part: Frame, whole: Frame, level: str, way: str) -> dict[str, float]:
    """What the words say for and against part and whole."""
    bounded = not whole.exact and whole.high is None
    strange = way == "fronted" and bool(part.noun) and level not in ("same noun", "same class")
    return {
        "named": float(way != "behind"),
        "back": float(way == "behind"),
        "adjacent": float(way == "direct"),
        "of them": 1.0,
        "same line": float(part.line == whole.line),
        "other noun": float(level == "other noun" and way != "direct"),
        "wrong way": float(bounded) + float(strange),
    }


def _of_these(part: Frame, whole: Frame) -> bool:
    """As in "of these inspectors, 340": the noun of the whole is named again."""
    found = OF_THESE.search(part.before[-50:])
    return bool(found) and (not found["noun"] or singular(found["noun"]) == whole.noun)


def _last_whole(counted: list[Frame], at: int, part: Frame) -> Frame | None:
    """The figure before a part that counts the same kind of thing."""
    return next((one for one in reversed(counted[max(0, at - 4) : at]) if agreement(part, one)), None)
