"""Whether what is told of two figures leads back to them: "that is a rise of", "the number has tripled", "it came to".

In: a change, a difference or a multiple, and the figures it may be told of. Out: yes or no.
"""

import re

from helpers.checks.cues import cue_words, has_cue
from helpers.checks.frames import Frame
from helpers.checks.percents import THEM

__all__ = ["goes_on", "leads_back_to_pair"]

_NOUN_OF_CHANGE = cue_words("noun of change")
# "- increase: 2,375", "Change: +12%": of the rows above
_LABEL = re.compile(
    rf"\W{{0,4}}(?:(?:net|total|annual|yearly)\s)?(?:{_NOUN_OF_CHANGE}|change)\b[^:;.\d]{{0,25}}:\s*[+−–-]?",
    re.I,
)
_CHANGE_BEHIND = re.compile(r"\s(?:[\w-]+\s)?(?:" + _NOUN_OF_CHANGE + r")\b")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|such\sa|an?)\s(?:[\w-]+\s)?$", re.I)

_COUNTED = re.compile(
    r"\b(?:(?:count|record|regist|logg|not|report|list|tall)\w{0,4}ed|counts|lists|there\s(?:were|had\sbeen)|it\s(?:was|were|had))\b",
    re.I,
)
_PLURAL = re.compile(r"\b[a-z]{3,}(?<!s)s\b")  # what figures behind it may count
_IT = re.compile(r"\W{0,3}(?:it|they|the\s(?:numbers?|figures?|totals?|counts?|tally))\s", re.I)
# "The number has tripled", "Their number fell by"
_THE_NUMBER = re.compile(
    r"\W{0,3}(?:the|this|that|these|its|their|such)\s(?:number|figure|count|tally|volume|amount|toll|level|caseload|workload|haul)s?\b(?!\sof)",
    re.I,
)
# "twice as many", "three times the number": as what was told
_ELLIPTIC = re.compile(
    r"(?:\stimes)?\s(?:as\s(?:many|much)|the\s(?:number|figure|amount|total))(?=\W*$|[.,;:!?)”\"]|\s(?:in|within|and|as\s(?:in|last|the\syear|before))\b)"
)


def leads_back_to_pair(one: Frame, clause: str) -> bool:
    """Whether the words lead back to figures told before: "that is a rise of", "the 80% jump"."""
    named = _DEFINITE.search(one.before[-20:]) and _CHANGE_BEHIND.match(one.after)
    return bool(
        named or _is_elliptic(one) or _THE_NUMBER.match(clause) or _LABEL.fullmatch(one.before)
    ) or has_cue("back", clause)


def goes_on(one: Frame, a: Frame, b: Frame) -> bool:
    """Whether two figures of the next sentence count what a change was told of: "It came to 30 after 40", "In 2022 there were
    40 of them", "40 were counted in 2022 and 30 in 2023"."""
    if not a.line == b.line == one.line + 1:
        return False
    if _PLURAL.search(a.before):
        return False  # "Ram raids are counted apart: there were 63 of them"
    bare = not a.noun and not b.noun and a.dimension == "count" and bool(_COUNTED.search(a.before))
    return bare or any(THEM.match(x.after) for x in (a, b)) or bool(_IT.match(a.before))


def _is_elliptic(one: Frame) -> bool:
    """Whether a multiple leaves open of what it is, as that was told: "82, three times as many"."""
    return one.dimension == "ratio" and bool(_ELLIPTIC.match(one.after))
