"""What is left of a whole when a part of it is gone, told by verbs and not as "the rest": "The grant was 8.4 million. By June 5.9
million had been paid out. That leaves 2.5 million"; "a tender of £186,000 … the appeal has brought in £112,500 … still to find".

In: the figures of an article. Out: ties of "rest" (part, what is left, whole). Whole and part may stand in either order, and far
before what is left. Any two that give it hold; of those that do not, only such fail as are the only two of their kind
near it, or the only two that miss it by a slip of the pen.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.arithmetic import HOLDS, total_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Story, agreement, maybe_same_kind
from helpers.checks.slips import PLAIN, slip_of
from helpers.checks.sums.accounted import accounted
from helpers.checks.sums.complete import untold
from helpers.checks.sums.lent import with_lent_units
from helpers.checks.sums.totals import CHARITY, chance_of

__all__ = ["find_left"]

BEFORE = 10  # figures before what is left of which two are whole and part
REACH = 1500  # characters
NEAR = 3  # lines to the part of those that may fail, and to the whole if they miss by no slip
LEAST = 10  # of small numbers many agree by chance
_BY_THEN = re.compile(
    r"\b(?:by|at|until)\s(?:the\s(?:end|close|middle|start)\sof\s)?(?:last|this)\s[a-z]+", re.I
)  # no other time
_REFERS = ("new", "same", "part", "rest")


def find_left(story: Story) -> Iterator[Tie]:
    """Every figure that is told as what is left, with the whole and the part that leave it."""
    lent = with_lent_units(story)
    story = lent[0] if lent else story
    for at, one in enumerate(story.counted):
        if one.size < LEAST or one.dimension.startswith("time") or one.refers not in _REFERS:
            continue
        if told := _words_of("left over", one) or _words_of("may be left", one):
            yield from _ties(story, one, _before(one, story.counted[:at]), told)


def _words_of(kind: str, one: Frame) -> str:
    """The words of a kind that make a figure what is left of a whole; empty if there are none."""
    return find_cue(kind, f"{one.before[-60:]}|{one.after[:45]}")


def _before(one: Frame, figures: list[Frame]) -> list[Frame]:
    """The figures before what is left that are of its kind."""
    near = [x for x in figures if one.start - x.end <= REACH and maybe_same_kind(x, one)]
    return [x for x in near if x.exact and x.refers != "each" and x.size != one.size][-BEFORE:]


def _ties(story: Story, one: Frame, before: list[Frame], told: str) -> Iterator[Tie]:
    """The ties with two figures before that give what is left or, if none do, with those that must have been meant."""
    pairs = [sorted(pair, key=lambda x: x.size) for pair in combinations(before, 2)]
    pairs = [(part, whole) for part, whole in pairs if part.size < whole.size > one.size]
    judged = [(part, whole, total_verdict([part, one], whole)) for part, whole in pairs]
    held = [found for found in judged if found[2].verdict == HOLDS]
    chosen = held[-1:] or _meant(story, one, before, judged)
    for part, whole, verdict in chosen:
        evidence = {"rest": 1.0, "cue": 1.0, "same noun": float(agreement(part, whole) == "same noun")}
        chance = min(1.0, len(pairs) * chance_of([part, one], whole, True, verdict))
        slip = 1.0 if held else slip_of([part, one], whole, verdict)
        yield Tie(
            "rest",
            (part, one, whole),
            verdict,
            evidence,
            ("left", one.start),
            (told,),
            True,
            chance,
            slip=slip,
        )


def _meant(story: Story, one: Frame, before: list[Frame], judged: list[tuple]) -> list[tuple]:
    """The pair that must have been meant though it does not give what is left."""
    judged = [found for found in judged if _may_be_meant(story, one, *found)]
    slips = [found for found in judged if slip_of([found[0], one], found[1], found[2]) >= PLAIN]
    if len(slips) == 1:
        return slips
    near = [x for x in before if one.line - x.line <= NEAR]
    return judged if len(near) == len(before) == 2 and not slips else []


def _may_be_meant(story: Story, one: Frame, part: Frame, whole: Frame, verdict) -> bool:
    """Whether nothing told near two figures keeps them from giving what is left."""
    first, last = sorted((part, whole), key=lambda x: x.start)
    words = f"{story.text_between(first, last)} {story.text_between(last, one)}"
    computed = verdict.computed * whole.factor
    slip = slip_of([part, one], whole, verdict)
    return (
        one.line - part.line <= NEAR
        and abs(computed - whole.size) <= CHARITY * whole.size
        and bool(_words_of("left over", one))
        and (slip >= PLAIN or not (has_cue("scope", _BY_THEN.sub(" ", words)) or has_cue("open", words)))
        and not untold(story, [part, one], whole, computed)
        and not accounted(story, [part, one], whole, computed)
    )
