"""Whether a figure that fails is stated of other figures than the two it stands beside: its own words say of what.

In: a relation chosen by weights (`helpers.checks.weighed`). Out: yes or no; of a relation that holds nothing is asked, for that
free figures agree is proof of its own.
"""

import re

from helpers.checks.arithmetic import Verdict
from helpers.checks.frames import Frame
from helpers.checks.pairs import common_words
from helpers.texts import MONTH_NAMES, word_stems

__all__ = ["is_of_others"]

# "three more than it had planned", "95 kilos more than in the same month of 2023"
_THAN = re.compile(r"\s(?:[\w’'-]+\s){0,4}?than\s(?P<what>[^.;,:()]{3,70})")
_AVERAGE = re.compile(r"\b(?:average|mean|median|norm)\b")
_END = re.compile(r"\bto\s(?:(?:about|around|some|nearly|almost|just|only|over)\s)?$")
_WISHED = re.compile(
    r"\b(?:planned|expected|intended|wanted|hoped|needed|required|allowed|usual|normal|budgeted|forecast|promised|prescribed|advised)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(rf"\b(?:(?:19|20)\d\d|{'|'.join(MONTH_NAMES)})\b")
# "two in five of those who returned a form"
_THOSE = re.compile(
    r"\s(?:of|among)\s(?:all\s)?(?:those|the(?:\s[a-z-]+){1,3}?)\s(?P<what>(?:who|that|which|whose|[a-z]+ed)\s[^.;,:()]{3,60})"
)
_TARGET = re.compile(
    r"\b(?:target|goal|aim|quota|demand|promise|pledge|objective)s?\s(?:of|for)\s(?:an?\s|the\s)?$"
)


def is_of_others(template: str, items: tuple[Frame, ...], verdict: Verdict, operation: str) -> bool:
    """Whether the words of a figure lead to others than those it is tied to: it is compared with another time or a plan,
    of people that neither counts, a target, or it comes out by the other usual reading."""
    if verdict.holds:
        return False
    one, *others = items if template == "difference" else items[::-1]
    if operation == "average" and _of_own_years(one, others):
        return True
    if operation == "share":
        return _of_those(one, others)
    # "dropped by half to 88, … quadrupled to 124"
    new_values = all(_END.search(other.before[-20:]) for other in others)
    return new_values or _compared(one, others) or bool(_TARGET.search(one.before[-40:]))


def _compared(one: Frame, others: list[Frame]) -> bool:
    """Whether a figure is compared with a plan, or with a time that is told of neither of two others."""
    found = _THAN.match(one.after)
    if not found or any(one.end < other.start < one.end + found.end() for other in others):
        return False  # "37 more than the 185 of 2023"
    told = [_without(other, one) for other in others]
    for kind in (_WISHED, _AVERAGE):  # "five more than the average for towns of that size"
        if kind.search(found["what"]):
            return not any(kind.search(words) for words in told)
    times = set(_TIME.findall(found["what"]))
    return bool(times) and not any(times & set(_TIME.findall(words)) for words in told)


def _of_own_years(one: Frame, others: list[Frame]) -> bool:
    """Whether an average is told with years of its own, and the figures in another sentence with another time: "740 leva a case
    on average between 2019 and 2022. Last year"."""
    own = set(_YEAR.findall(one.sentence))
    beside = any(other.line == one.line for other in others)
    return bool(own) and not beside


def _without(other: Frame, one: Frame) -> str:
    """The sentence of a figure without the words behind another one in it."""
    return other.sentence[: one.start - one.sentence_start] if other.line == one.line else other.sentence


def _of_those(one: Frame, others: list[Frame]) -> bool:
    """Whether a share is of some of whom neither count is told: "of those who returned a form"."""
    found = _THOSE.match(one.after)
    if not found:
        return False
    named = word_stems(found["what"].lower()) - common_words()
    told = word_stems(" ".join(_without(other, one) for other in others).lower())
    return bool(named) and not named & told
