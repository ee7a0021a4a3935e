"""Whether figures can be added up to another one, whatever their sum: that none holds another, tells it again, or is of
another time.

In: figures that may be parts, and one that may be their whole. Out: yes or no.
"""

import math
import re
from itertools import pairwise

from helpers.checks.alike import COMPARED, other_period, told_alike
from helpers.checks.frames import SAME_KIND, Frame, Story, agreement, between
from helpers.checks.shares.percents import whole_of
from helpers.checks.sums.parts import MOST_PARTS
from helpers.checks.sums.sum_words import opposed

__all__ = ["addable", "is_cut"]

LONGEST = 70  # characters between the last two items of a list
SMALL = 10  # of small numbers one is soon the sum of two others
_BRACKET = re.compile(r"(?:\s[^\W\d][\w’'-]*){0,3}\s?\((?:[^\W\d][\w’'-]*\s){0,2}\W{0,2}")
_LISTED = re.compile(r"[^\W\d][\w’'.-]*\s?(?:\(|\s[–—-]\s?)$")
_OF_ITS_OWN = re.compile(
    r"\s(?:[a-z]+\s)?of\s(?!them\b|wh|th[eo]se\b|the\b)"
)  # "seven counts of theft, two of fraud"
_FOR = re.compile(r"\s(?:months?\s|years?\s)?(for|on|to|from)\s(?!them\b|wh|th[eo]se\b)")
_OF = re.compile(r"\s(?:[\w’'-]+\s)?(?:out\s)?of\s(?:[\w’'-]+\s)?")  # "seven of 28 blocks"
_LAST = re.compile(r"[^.;:()]*\band\s(?:(?:just|only|another|some)\s)?")
_OF_WHOM = re.compile(r"\sof\s(?:them|whom|which|these|those)\b")
_COMPARED = re.compile(COMPARED, re.I)
_INSIDE = re.compile(
    r"\b(?:most|majority|half|some|many|all|one|part)\sof\s(?:them|whom|these|those)\b", re.I
)


def addable(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether figures can be the parts of a whole, whatever their sum."""
    bounded = any(part.low is None or part.high is None for part in run)
    return (
        1 < len(run) <= MOST_PARTS
        and not (bounded and whole.exact)
        and not any(part.refers == "rest" for part in run[:-1])
        and not opposed([whole, run[0]])
        and not (_on_top(run, whole) and not story.is_head(whole))
        and not _listed_alike(run, whole)
        and not _in_column(run, whole)
        and not any(_inside(a, b) or whole_of(story, b) is a for a, b in pairwise(run))
        and not _has_sum(run)
        and not _compared(story, run, whole)
    )


def _in_column(run: list[Frame], whole: Frame) -> bool:
    """Whether the whole is told in the same words as each part, as one more of them."""
    more = whole.line != run[0].line and whole.refers not in ("all", "together")
    return more and all(told_alike(part, whole) for part in run)


def _on_top(run: list[Frame], whole: Frame) -> bool:
    """Whether the first part comes on top of what was told before: "another 18", and not "two more than July"."""
    more = run[0].refers == "more" and whole.start < run[0].start
    return more and not re.search(r"\bthan\b", run[0].after[:30])


def _listed_alike(run: list[Frame], whole: Frame) -> bool:
    """Whether whole and part are items of one list, each behind what it counts ("Leeds (6), York (5)",
    "Leeds – 6") or before it: "seven counts of theft, two of fraud"."""
    both = whole.after[:1] == run[0].after[:1] == ")" or is_listed(whole) and is_listed(run[0])
    ahead = whole.start < run[0].start and between(whole, run[0]).endswith((", ", ", and "))
    both = (
        both
        or ahead
        and (all(_OF_ITS_OWN.match(one.after) for one in (whole, *run)) or _for_each(run, whole))
    )
    return both and whole.line == run[0].line


def is_cut(last: Frame, after: Frame | None) -> bool:
    """Whether figures that end before another one leave out the last item of their list: "two men, six women and two boys"."""
    if not after or last.line != after.line or len(words := between(last, after)) > LONGEST:
        return False
    kin = agreement(last, after)
    alike = kin in SAME_KIND or kin and not last.noun and not after.noun
    return bool(alike and _LAST.fullmatch(words))


def _for_each(run: list[Frame], whole: Frame) -> bool:
    """Whether whole and parts are told with the same word for what each is: "eight years for trafficking, five for bribery"."""
    words = [_FOR.match(one.after) for one in (whole, *run)]
    return all(words) and len({found[1] for found in words}) == 1


def is_listed(one: Frame) -> bool:
    """Whether a figure stands alone behind what it counts, in brackets or after a dash."""
    return bool(_LISTED.search(one.before[-40:])) and one.after[:1] in (")", ",", ";", ".", "")


def _inside(a: Frame, b: Frame) -> bool:
    """Whether a figure is some of the one before it, or the same again."""
    if a.line == b.line and (_BRACKET.fullmatch(between(a, b)) or _OF.fullmatch(between(a, b))):
        return True
    if a.line == b.line and _OF_WHOM.match(b.after) and not _OF_WHOM.match(a.after):
        return True  # "6 arrested, four of whom"
    again = not a.exact and a.quote == b.quote
    return again or (a.line != b.line and bool(_INSIDE.search(b.before[-60:])))


def _has_sum(run: list[Frame]) -> bool:
    """Whether a part is the sum of those before it."""
    return any(
        run[at].size >= SMALL and math.isclose(run[at].size, sum(part.size for part in run[:at]))
        for at in range(2, len(run))
    )


def _compared(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the words set a figure beside another one, or part and whole are of two months or years."""
    ordered = sorted((*run, whole), key=lambda one: one.start)
    told = re.match(r"\s(?:[a-z]+\s)?(?:more|fewer|less)\b", run[0].after)  # it is their difference
    beside = not told and any(
        a.line == b.line and _COMPARED.search(between(a, b)) for a, b in pairwise(ordered)
    )
    return beside or any(part.line != whole.line and other_period(story, part, whole) for part in run)
