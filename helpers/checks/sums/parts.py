"""Which figures a reader takes for the parts of a whole, by where they stand and how they are linked.

In: a figure that may be a whole and those within its reach. Out: the stretches of them that are a natural choice by the words
alone.
"""

import re
from itertools import takewhile

from helpers.checks.frames import Frame, Story, agreement, between, same_kind
from helpers.checks.kept import once
from helpers.checks.sums.reach import STOP, announces

__all__ = [
    "MOST_PARTS",
    "OF_SEVERAL",
    "announced",
    "bracketed",
    "counts_them",
    "in_brackets",
    "is_nested",
    "is_part_of",
    "natural_above",
    "natural_behind",
    "told_apart",
]

MOST_PARTS = 10
OF_SEVERAL = ("family", "household", "couple", "pair", "crew", "team", "gang")  # eight families, 23 children
_OF_THOSE = re.compile(r"[Oo]f\s(?:those|these|them|the)\b")
_OF_THE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:out\s)?of\s(?:the|its|their|these|those|all|his)\s(?:[\w-]+\s){0,2}$", re.I
)
_OF_THEM = re.compile(r"\s(?:[\w’'-]+\s)?(?:of|among)\s(?:them|whom|which)\b")
_INCLUDING = re.compile(r",?\s(?:including|among\s(?:them|whom))\s(?:[\w’'-]+\s){0,2}$", re.I)
_JOIN = re.compile(r"[,;]|\b(?:and|or|but)\b")  # "29 were let after a tender and 17 renewed"


def is_part_of(part: Frame, whole: Frame) -> bool:
    """As in "seven of the 19"."""
    return part.line == whole.line and bool(_OF_THE.fullmatch(between(part, whole)))


def _linked(story: Story, a: Frame, b: Frame) -> bool:
    """Whether two figures go on with one list by the words alone."""
    if a.line == b.line:
        words = between(a, b)
        return b.refers == "rest" or (len(words) <= 130 and not STOP.search(_JOIN.split(words)[-1]))
    if a.group == b.group != -1:
        return True
    return story.gap(a.line, b.line) <= 3 or (
        b.refers in ("rest", "more") and story.gap(a.line, b.line) <= 250
    )


def told_apart(run: list[Frame], whole: Frame, one: Frame) -> bool:
    """Whether a figure stands alone behind a list that is closed, and something else happened to what it counts: "41 people
    were freed: 23 are Ugandans, nine Kenyans and seven Malians. Two men were arrested"."""
    closed = len(run) > 1 and run[-2].line == run[-1].line < one.line and " and " in between(*run[-2:])
    other = one.refers == "new" and one.event not in ("", whole.event) and one.noun not in ("", whole.noun)
    return closed and other and not any(part.noun for part in run)


def _goes_on(story: Story, whole: Frame, frame: Frame) -> bool:
    """Whether the second part of "seven of the 19" and so on follows in its line, or is the rest."""
    return frame.line == whole.line or (frame.refers == "rest" and story.gap(whole.line, frame.line) <= 250)


def natural_behind(
    story: Story, stretch: list[Frame], whole: Frame, first: list[Frame] | None = None
) -> list[list[Frame]]:
    """The stretches behind a whole that a reader would take for its parts: on to the rest, or all of one line or list."""
    if closed := bracketed(stretch, whole):
        return [closed]
    run: list[Frame] = []
    ahead = [] if first else _further(stretch, whole)
    for frame in stretch:
        if (run and (not _linked(story, run[-1], frame) or told_apart(run, whole, frame))) or (
            first and not run and not _goes_on(story, whole, frame)
        ):
            break
        run.append(frame)
        if frame.refers == "rest":
            ways = (run, _of_its_kind(run, whole))
            return [*(found for way in ways if len(found := (first or []) + way) > 1), *ahead]
        if frame.refers in ("together", "all"):
            run.pop()
            break
    found = _blocks(run, whole, bool(first))
    found = [(first or []) + parts for one in found for parts in _without_counters(one, whole)]
    return [*(one for one in found if len(one) > 1), *ahead]


def _further(stretch: list[Frame], whole: Frame) -> list[list[Frame]]:
    """What may be parts of a whole though other figures stand between: the figures before the first rest in its sentence, or
    in the one before, the first list of bullets, and a sentence that begins with "Of those held"."""
    own = [one for one in stretch if one.refers != "each" and agreement(whole, one) != "other noun"]
    rest = next((one for one in own if one.refers == "rest"), None)
    found = []
    if rest:
        told = [one for one in own if one.start <= rest.start and one.line > whole.line]
        last = [one for one in told if one.line == rest.line]
        last = last if len(last) > 1 else [one for one in told if one.line >= rest.line - 1]
        kin = any(same_kind(whole, one) for one in last)
        found.append(last if kin or rest.line == whole.line + 1 else [])
    listed = next((one.group for one in own if one.group not in (-1, whole.group)), None)
    found.append([one for one in own if one.group == listed])
    found.append(_of_those(own))
    return [run for run in found if 1 < len(run) <= MOST_PARTS]


def _of_those(figures: list[Frame]) -> list[Frame]:
    """The figures of the first sentence that begins with "Of those held", or whose first figure is some of them."""
    lines = [
        [one for one in figures if one.line == line] for line in dict.fromkeys(one.line for one in figures)
    ]
    return next(
        (
            own
            for own in lines
            if own[0].refers == "part" and (len(own) > 1 or _OF_THOSE.match(own[0].sentence))
        ),
        [],
    )


def announced(story: Story, stretch: list[Frame], whole: Frame) -> list[Frame]:
    """The parts behind a whole that a later line announces with their number: "four kinds: pills (210), powders (38), …"."""
    own = [one for one in stretch if one.line > whole.line and agreement(whole, one) != "other noun"]
    lines = dict.fromkeys(one.line for one in own)
    head = next((one for line in lines for one in story.by_line[line] if announces(story, one)), None)
    found = [one for one in own if head and one.line == head.line and one.start > head.end]
    return found if head and len(found) == head.value else []


def is_nested(story: Story, one: Frame, whole: Frame) -> bool:
    """Whether a figure is told as some of another part: "29 minors, eleven of them girls", "29 men, including two Poles"."""
    if not _is_some(one):
        return False
    ahead = [other for other in story.by_line[one.line] if other.end < one.start and other.counts]
    return bool(ahead) and ahead[-1] is not whole and whole.line != one.line and one.size < ahead[-1].size


@once
def _is_some(one: Frame) -> bool:
    """Whether the words beside a figure say that it is some of what was told before."""
    return bool(_OF_THEM.match(one.after) or _INCLUDING.search(one.before[-40:]))


@once
def in_brackets(one: Frame) -> bool:
    """Whether a figure stands in brackets."""
    return one.before.rfind("(") > one.before.rfind(")")


def bracketed(stretch: list[Frame], whole: Frame) -> list[Frame]:
    """The figures of the bracket that opens behind a whole, if they are more than one: "38 people (7 in Bonn, 31 in Ulm)"."""
    if not stretch or stretch[0].line != whole.line or in_brackets(whole) or not in_brackets(stretch[0]):
        return []
    inside = takewhile(lambda one: one.line == whole.line and ")" not in between(stretch[0], one), stretch)
    return found if len(found := list(inside)) > 1 else []


def _of_its_kind(run: list[Frame], whole: Frame) -> list[Frame]:
    """A run without the figures in the line of the whole that count other things: "nineteen men stood in two rows. Six"."""
    return [one for one in run if one.line != whole.line or agreement(whole, one) != "other noun"]


def _blocks(run: list[Frame], whole: Frame, short: bool) -> list[list[Frame]]:
    """A run of figures, and what of it stands in one line: in the first one, and in the one behind that of the whole."""
    if not run or run[0].group != -1:
        return [[frame for frame in run if frame.group == run[0].group]]
    lines = list(dict.fromkeys(frame.line for frame in run))
    blocks = [[frame for frame in run if frame.line == line] for line in lines[:2]]
    found = [run]
    if len(lines) > 1 and (short or len(blocks[0]) > 1):
        found.append(blocks[0])
    if len(lines) > 1 and lines[0] == whole.line and len(blocks[1]) > 1:
        found.append(blocks[1])
    return found


def natural_above(story: Story, stretch: list[Frame], whole: Frame) -> list[list[Frame]]:
    """The stretches before a whole that a reader would take for its parts."""
    if stretch and is_part_of(stretch[-1], whole):
        stretch = (
            stretch[:-1] if whole.refers == "same" else []
        )  # "Eleven of the 29 detainees" are no further part
    run: list[Frame] = []
    for frame in reversed(stretch):
        if run and not _linked(story, frame, run[0]):
            break
        if frame.refers in ("together", "all") or (run and frame.group != run[0].group):
            break
        run.insert(0, frame)
    line = [frame for frame in run if frame.line == run[-1].line] if run else []
    found = [run, line] if len(line) != len(run) else [run]
    own = _without_others(stretch, whole)
    found += [own] * (own not in found)
    return [parts for one in found for parts in _without_counters(one, whole) if len(parts) > 1]


def _without_others(stretch: list[Frame], whole: Frame) -> list[Frame]:
    """The figures of the last line before a whole that has some of its kind, whatever stands between: "46 crashes … 23 … 19.
    Three sectors were patrolled by 12 ambulances. Altogether 65 crashes"."""
    if whole.refers not in ("all", "together", "same"):
        return []
    kin = [one for one in stretch if same_kind(whole, one)]
    if not kin or kin[-1].line == stretch[-1].line:
        return []
    return [one for one in stretch if one.line == kin[-1].line and agreement(whole, one) != "other noun"]


def _without_counters(run: list[Frame], whole: Frame) -> list[list[Frame]]:
    """A stretch as it is, and without a figure that may say how many parts there are."""
    for at, one in enumerate(run):
        others = run[:at] + run[at + 1 :]
        if counts_them(one, others, whole):
            return [others, run]
    return [run]


def counts_them(one: Frame, run: list[Frame], whole: Frame) -> bool:
    """Whether a figure says how many parts there are, and counts nothing of their kind: "three flights", "five prisons"."""
    return (
        len(run) == one.value >= 2
        and bool(one.noun or one.after.startswith(" of them"))
        and one.unit == "count"
        and not any(same_kind(one, other) for other in (*run, whole))
    )
