"""What the words beside a figure say of it: whether it is stated of other figures at all, and how.

In: a claim (`helpers.checks.shares.claims`). Out: named features (`TOLD`), and single words with their place ("before: by",
"next behind: fewer"). No figure of the text enters but the claim and how many stand near it.
"""

import re
from math import log10

import numpy as np

from helpers.checks.cues import has_cue
from helpers.checks.one_unit import is_bare
from helpers.checks.shares.claims import Claim
from helpers.checks.shares.pair_words import is_plan
from helpers.checks.shares.pairs import common_words, is_difference
from helpers.checks.shares.percents import beside, is_change
from helpers.texts import word_stems

__all__ = ["OF_WHAT", "TOLD", "told", "words_beside"]

TOLD = (
    "any", "led back", "beside", "percents", "untold", "scope", "two near", "alone", "level", "up", "down", "plan", "rough",
    "own time", "says change", "says difference", "says average", "per", "timed", "fraction", "count", "measure", "points",
    "bare", "digits", "opens", "ends", "heading",
)  # fmt: skip
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d[\d.,]*|[,;:().–—-]", re.I)
_OWN_TIME = re.compile(
    r"[^.;,]{0,40}?\b(?:on|than|from|over|since|against|compared\s(?:with|to)|in)\s(?:the\s)?(?:[a-z]+\s){0,2}"
    r"(?:year|month|quarter|week|decade|(?:19|20)\d\d)\b",
    re.I,
)
OF_WHAT = re.compile(r"\s(?:of|in|for|among)\s(?:all\s|the\s|its\s|their\s)*((?:[\w’'-]+\s?){1,3})")
_LEVEL = re.compile(
    r"\b(?:rate|share|proportion|percentage|account(?:s|ed)?\sfor|made\sup|represent(?:s|ed)?|(?:is|was|at|stood\sat))\b[^.;|]{0,30}\||\|\s?(?:of|were|was|had)\b",
    re.I,
)


def words_beside(claim: Claim) -> list[str]:
    """The words before and behind a claim: "before: of", "behind: fewer", and "next: …" of the nearest."""
    one, found = claim.figure, []
    clause = one.before[-80:]
    for name, words in (
        ("before", [x.lower() for x in _WORD.findall(clause)][::-1][:5]),
        ("behind", [x.lower() for x in _WORD.findall(one.after[:80])][:5]),
    ):
        words = ["#" if word[0].isdigit() else word for word in words]
        found += [f"{name}: {word}" for word in dict.fromkeys(words)]
        found += [f"next {name}: {word}" for word in words[:1]]
        found += [f"next two {name}: {' '.join(words[:2])}"] * (len(words) > 1)
    return found


def told(claim: Claim) -> np.ndarray:
    """What the words beside a claim say of it."""
    one = claim.figure
    inside = [y for y in claim.story.by_line.get(one.line, ()) if y.start != one.start]
    what = OF_WHAT.match(one.after)
    named = word_stems(what[1].lower()) - common_words() if what else frozenset()
    elsewhere = {y.sentence for y in claim.near if named and y.line != one.line} | {one.before}
    counted = [y for y in inside if y.counts]
    near = [y for y in claim.near if abs(y.line - one.line) <= 1]
    beside_it = (one.before[-30:], one.after[:15])
    found = {
        "any": 1.0,
        "led back": claim.leads_back,
        "beside": any(beside(y, one) for y in counted if y.end < one.start),
        "percents": min(sum(y.dimension == one.dimension == "percent" for y in inside), 3) / 2,
        "own time": bool(_OWN_TIME.match(one.after)),
        "rough": not one.exact,
        "untold": bool(named) and not any(named & word_stems(words.lower()) for words in elsewhere),
        "scope": has_cue("scope", one.sentence),
        "two near": float(len(counted) > 1) + float(len(near) > 1),
        "alone": not counted,
        "level": bool(_LEVEL.search(f"{one.before[-70:]}|{one.after[:25]}")),
        "up": has_cue("up", *beside_it),
        "down": has_cue("down", *beside_it),
        "plan": is_plan(one),
        "says change": one.dimension == "percent" and is_change(one),
        "says difference": one.counts and bool(is_difference(one)),
        "says average": bool(claim.told),
        "per": bool(claim.told and claim.told.per),
        "timed": bool(claim.told and claim.told.timed),
        "fraction": one.dimension == "percent" and not any(letter.isdigit() for letter in one.quote),
        "count": one.unit == "count",
        "measure": one.counts and one.unit != "count",
        "points": one.dimension == "percentage points",
        "bare": is_bare(one),
        "digits": min(log10(max(one.size, 1.0)), 6.0) / 3 if one.counts else 0.0,
        "opens": one.start - one.sentence_start < 15,
        "ends": len(one.after.rstrip('.”"')) < 3,
        "heading": one.block in ("title", "heading"),
    }
    return np.array([float(found[name]) for name in TOLD])
