"""The share that is left of a whole: "62 percent have been paid, while the remaining 38 percent are outstanding".

In: the percentages of an article. Out: ties of "rest": the shares told before in the sentence, in the one before it or in both,
and the last, which must make a hundred together.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, between
from helpers.checks.shares.percents import is_change

__all__ = ["find_rest_shares"]

NEAR = 220  # characters between sentences that go on
EXACT, ROUNDING, ABOUT = (
    1e-9,
    1.0,
    4.0,
)  # percentage points by which they may miss a hundred: each share, and "about"
# "the remaining 38 percent", "the rest, 38%,", "the other 38 percent"
_REST = re.compile(
    r"\b(?:the|a|its)\s(?:remaining|other|rest|remainder)(?:[,:]?\s|\s\()(?:(?:was|were|about|some|of)\s)?$",
    re.I,
)
_OF = re.compile(
    r"\sof\s(?:the|all|its|their|these|those)\s(?:[a-z-]+\s){0,2}?(?P<what>[a-z]{3,})\b(?!\s[a-z]+s\b)"
)
_OF_SHARE = re.compile(r"\bof\s(?:those|these|them|whom|which)\b|,\s\w+\sof\s(?:whom|which)\b")


def find_rest_shares(story: Story) -> Iterator[Tie]:
    """Every share that is told as the rest, with the shares that leave it."""
    percents = [one for one in story.frames if one.unit == "percent" and one.low == one.high]
    for one in percents:
        if not (one.refers == "rest" or _REST.search(one.before[-40:])) or one.block.startswith("table"):
            continue
        own = [other for other in percents if other.line == one.line and other.start < one.start]
        above = _above(story, one, percents)
        inherited = bool(above and own) and _inherits(above, [*own, one])
        runs = [[*above, *own]] if inherited else [own, [*above, *own]]
        others = next((run for run in runs if run and _verdict(run, one) != FAILS), runs[0] or above)
        if others and not any(is_change(other) for other in others):
            yield _tie_of_shares(others, one, may_fail=bool(own) and (inherited or not above))


def _inherits(above: list[Frame], own: list[Frame]) -> bool:
    """Whether the shares of a sentence are of the whole that the one before names: "takes 52 per cent of the shares. The chairman
    keeps 31 per cent"."""
    return any(_OF.match(one.after) for one in above) and not any(_OF.match(one.after) for one in own)


def _above(story: Story, one: Frame, percents: list[Frame]) -> list[Frame]:
    """The shares of the sentence before its own, if that is near."""
    near = [other for other in percents if other.line == one.line - 1 and one.start - other.end <= NEAR]
    return near if near and story.gap(one.line - 1, one.line) <= 1 else []


def _verdict(others: list[Frame], one: Frame) -> str:
    slack = ABOUT if any(figure.approx for figure in (*others, one)) else ROUNDING * len(others)
    missed = abs(100 - sum(other.value for other in others) - one.value)
    return HOLDS if missed < EXACT else ROUNDED if missed <= slack else FAILS


def _tie_of_shares(others: list[Frame], one: Frame, *, may_fail: bool) -> Tie:
    """The tie of the shares; it may fail only where all that may be meant are in it."""
    computed = 100 - sum(other.value for other in others)
    told = " − ".join(f"{other.value:g}" for other in others)
    wholes = {found["what"] for figure in (*others, one) if (found := _OF.match(figure.after))}
    nested = len(wholes) > 1 or any(
        _OF_SHARE.search(between(a, b)) for a, b in zip([*others], [*others[1:], one], strict=True)
    )
    evidence = {"rest": 1.0, "cue": 1.0, "same line": float(others[0].line == one.line), "of them": 1.0}
    return Tie(
        "rest",
        (*others, one),
        Verdict(_verdict(others, one), computed, one.value, f"100 − {told} = {computed:g}"),
        evidence,
        ("rest", one.start),
        may_fail=not nested and computed > 0 and may_fail,
    )
