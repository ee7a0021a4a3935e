"""Two figures of one thing at two times or places, and how many times as large the one is said to be.

In: multiples ("twice as many", "a fivefold rise": rows of `quantities`), and verbs that say one ("tripled": rows of
`set_aside`). Out: ties of "multiple" for the verbs and of "times" for the others (larger, smaller,
multiple; the other way round for "halved").
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.alike import is_limit
from helpers.checks.arithmetic import Verdict, average_verdict
from helpers.checks.binding import Tie
from helpers.checks.far_pairs import pairs_of
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.pairs import (
    chance_of,
    is_beside,
    is_bounded,
    more_times,
    other_subject,
    pair_evidence,
    subject_of,
    words_of_change,
)
from helpers.checks.unlike import of_other_noun, of_plan
from helpers.texts import noun_class, singular

__all__ = ["find_multiples", "is_multiple", "says_times"]

_WRITTEN = ("fold", "twice", "thrice")
_AS_MANY = re.compile(r"\sas\s(?:many|much)\s(?:[a-z]+\s)?([a-z]+)\sas\s([a-z]+)\b")
_MORE = re.compile(r"\stimes\s(?:more|higher|larger|greater|bigger)\b")
_NEEDED = re.compile(r"[^.;]{0,60}\b(?:needed|wanted|required)\b")
# "more than four times the previous year's 620": a date behind it hides from `quantities` that it is a ratio
_OF_FIGURE = re.compile(r"\stimes\s(?:the|those|that\sof|its|last)\s(?:[\w’'-]+\s){0,3}\d")


def find_multiples(story: Story) -> Iterator[Tie]:
    """Every multiple with the two figures it may be the ratio of."""
    told = [(one, "times") for one in story.frames if is_multiple(one)]
    for multiple, template in (*told, *((one, "multiple") for one in story.multiples)):
        if not multiple.block.startswith("table") and not more_times(story, multiple):
            yield from _ties(story, multiple, template)


def is_multiple(one: Frame) -> bool:
    """Whether a ratio says how many times as large something is, and is no average."""
    return says_times(one) and (one.dimension == "ratio" or bool(_OF_FIGURE.match(one.after)))


def says_times(one: Frame) -> bool:
    """Whether a number says how many times: as large, or how often something is done."""
    return one.quote.lower().endswith(_WRITTEN) or one.after.startswith(" times")


def _ties(story: Story, multiple: Frame, template: str) -> Iterator[Tie]:
    fewer = multiple.value < 1
    factor = 1 / multiple.value if fewer else multiple.value
    bounds = (None if bound is None else factor for bound in (multiple.low, multiple.high))
    span = (*bounds, 0.5 if factor >= 3 else 0.4)
    own = {one.start for one in story.counted if is_beside(multiple, one) and one.start < multiple.start}
    for rank, a, b in pairs_of(story, multiple):
        if not (is_bounded(a) and is_bounded(b)) or own and not {a.start, b.start} & own:
            continue
        low, high = sorted((a, b), key=lambda one: one.size)
        more = low.size * bool(
            _MORE.match(multiple.after)
        )  # 1,200 are three times more than 300, and four times as many
        verdicts = [average_verdict(size, low.size, span) for size in (high.size, high.size - more)]
        verdict: Verdict = replace(
            next((one for one in verdicts if one.holds), verdicts[0]), stated=multiple.quote
        )
        evidence = pair_evidence(story, multiple, a, b, rank)
        if _both_named(multiple, a, b):
            evidence["named"] = 2.0
        evidence["wrong way"] += float(bool(_NEEDED.match(multiple.after)))
        natural = (
            not other_subject(multiple, a, b)
            and not _other_things(multiple, a, b)
            and a.exact
            and b.exact
            and not is_limit(multiple)  # "designed for half as many"
            and not of_plan(multiple, a, b)
            and (
                _both_named(multiple, a, b) or not of_other_noun(story, multiple, a, b, subject_of(multiple))
            )
        )
        items = (low, high, multiple) if fewer else (high, low, multiple)
        words = words_of_change(multiple) or (multiple.before[-20:].strip(),)
        even = math.isclose(high.size, factor * low.size)
        claim, chance = ("multiple", multiple.start), chance_of(verdict, a, b) if even else 0.0
        yield Tie(template, items, verdict, evidence, claim, words, natural, chance)


def _other_things(multiple: Frame, a: Frame, b: Frame) -> bool:
    """Whether a multiple is of another class than two figures: "three times as many people" beside knives; what happens may
    be counted by the people it happens to."""
    if agreement(a, b) == "other noun" and not _both_named(multiple, a, b):
        return True
    told, classes = multiple.noun_class, {one.noun_class for one in (a, b)} - {""}
    groups = _AS_MANY.match(multiple.after)
    if groups and all(map(noun_class, groups.groups())) and not _both_named(multiple, a, b):
        return True  # "twice as many women as men", and two years
    return bool(told and classes) and told not in classes and not {"event", "generic"} & {told, *classes}


def _both_named(multiple: Frame, a: Frame, b: Frame) -> bool:
    """Whether the words behind a multiple name what each of two figures counts: "twice as many men as women"."""
    words = {singular(word) for word in re.findall(r"[^\W\d_]+", multiple.after[:60])}
    return bool(a.noun and b.noun and a.noun != b.noun and {a.noun, b.noun} <= words)
