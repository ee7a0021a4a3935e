"""Averages, rates and unit prices: a figure told as one per something, the figures it may be the ratio of.

In: figures told with "each", "per", "a day", "on average" and the like (`helpers.checks.per`). Out: ties of "average"
(numerator, denominator, average). The denominator is what the words name ("per flight": flights; "a day": a length of time
or a range of dates), the numerator counts what the average counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpers.checks.arithmetic import MOST_OFF, average_verdict, half_unit, span_of
from helpers.checks.average_words import APPOSED, CUT, against, is_apposed, is_natural, is_rate
from helpers.checks.binding import REACH, Tie, near_counts, near_evidence
from helpers.checks.cues import has_cue
from helpers.checks.denominators import (
    LENGTH,
    Below,
    counts_of,
    is_antecedent,
    is_named,
    is_same,
    lengths_of,
    may_divide,
)
from helpers.checks.frames import Frame, Moment, Story, agreement, between
from helpers.checks.multiples import is_multiple, says_times
from helpers.checks.pairs import is_difference
from helpers.checks.per import DAYS, Average, average_of
from helpers.texts import singular

__all__ = ["find_averages", "may_count", "rounded_span", "spread_of"]

_COMPARED = re.compile(r"\b(?:up|down)\sfrom\s(?:[A-Z]{0,3}[$£€])?$")
MOST = 5  # numerators, and denominators of each, that are tried
COARSE = 0.12  # relative: what rounding may change in an average that holds; "about 1,000" is not 500
ROUGH = 0.18  # the same in one that is told as rough


def find_averages(story: Story) -> Iterator[Tie]:
    """Every average of running text with the two figures it may be the ratio of."""
    for one in story.frames:
        other = one.dimension in ("percent", "percentage points") or is_multiple(one) or is_difference(one)
        if not other and not one.block.startswith("table") and one.value > 0 and (told := average_of(one)):
            yield from _ties(story, told)


def _ties(story: Story, told: Average) -> Iterator[Tie]:
    one = told.figure
    for ranks, above, below, size, named in _nearest(_pairs(story, told), _anchor(story, one), one):
        verdict = average_verdict(above.size, size, rounded_span(one), spread_of(told, above, below, size))
        off = abs(verdict.computed - one.size)
        if (
            verdict.holds
            and off > (COARSE if one.exact else ROUGH) * one.size
            and one.low is not None
            and one.high is not None
        ):
            continue  # too coarse to hold, and too near to fail
        evidence = _evidence(story, told, above, below, ranks, below in named)
        natural = is_natural(story, told, above, below, named) and (
            bool(named) or evidence["back"] > 0 or above.line == below.line == one.line
        )
        items, claim, chance = (above, below, one), ("average", one.start), _chance(verdict.computed, one)
        yield Tie("average", items, verdict, evidence, claim, (told.cue,), natural, chance)


def _pairs(story: Story, told: Average) -> Iterator[tuple[tuple[int, int], Frame, Below, float, list[Below]]]:
    """Numerator and denominator, how many of each came before, the size of the denominator in the unit that the average
    is per, and all that are named as that."""
    near = _near(story, told)
    numerators = [
        other for other in near if may_count(told, other) and not _COMPARED.search(other.before[-30:])
    ]
    if what := re.match(r"([a-z]{3,})\sper\s", told.cue, re.I):  # "deaths per prison"
        stem = singular(what[1].lower())
        numerators = [
            x for x in numerators if stem in (x.noun, x.label) or stem in x.sentence.lower()
        ] or numerators
    numerators.sort(
        key=lambda other: agreement(replace(told.figure, dimension=other.dimension), other) == "other noun"
    )
    denominators = list(lengths_of(story, told) if told.timed else counts_of(near, told))
    if told.timed:  # a length that is told in the same sentence is the one meant
        denominators = [pair for pair in denominators if pair[0].line == told.figure.line] or denominators
    for rank, above in enumerate(numerators[:MOST]):
        below = [
            pair
            for pair in denominators
            if pair[0].start != above.start and may_divide(told, above, *pair) and _held(pair[0], told, above)
        ]
        named = [pair for pair in below if is_named(pair[0], told)]
        named = named or [pair for pair in below if is_antecedent(story, told, above, pair[0])]
        named.sort(key=lambda pair: (pair[0].line != above.line, not is_same(pair[0], told)))
        in_line = [pair for pair in below if pair[0].line == above.line and pair not in named]
        for place, (figure, size) in enumerate((named + in_line or below)[:MOST]):
            yield (rank, place), above, figure, size, [one for one, _ in named]


def _held(below: Below, told: Average, above: Frame) -> bool:
    """Whether a month or year that a sentence names may be what a sum was counted in: that of the clause of the sum, or of a
    sentence that tells the average alone."""
    single = isinstance(below, Moment) and not below.length and "/" not in below.value
    if single and below.line == above.line:
        return not CUT.search(between(above, below))
    return not single or below.line == told.figure.line


def _anchor(story: Story, one: Frame) -> int:
    """Where the figure starts beside which an average stands ("1,440 citations, an average of 80"); −1 if beside none."""
    before = [
        x for x in story.by_line[one.line] if x.end < one.start and (x.counts or x.dimension == "ratio")
    ]
    return before[-1].start if before and APPOSED.fullmatch(between(before[-1], one)) else -1


def _nearest(pairs: Iterable[tuple], anchor: int, one: Frame) -> list[tuple]:
    """The pairs of which one figure is that beside which the average stands, in one sentence if there are such; all pairs
    where it stands beside none."""
    pairs = list(pairs)
    beside = [pair for pair in pairs if anchor in (pair[1].start, pair[2].start)]
    return [pair for pair in beside if pair[1].line == pair[2].line == one.line] or beside or pairs


def _near(story: Story, told: Average) -> list[Frame]:
    """The figures that an average may be the ratio of, nearest first."""
    one = told.figure
    return [
        other
        for other in near_counts(story, one)
        if story.gap(one.line, other.line) <= REACH
        or story.is_head(other)
        or other.line == story.lead
        and is_same(other, told)
        if not (says_times(other) and not (told.timed and other.dimension == "count"))
        and not (other.value == 1 and other.noun == told.per)  # "one guard to every 20"
        if not (told.timed and is_rate(other))
    ]


def may_count(told: Average, other: Frame) -> bool:
    """Whether a figure may be the sum of which another is the average."""
    one = told.figure
    if one.dimension not in ("count", "ratio"):
        return one.dimension == other.dimension
    if other.noun and other.noun == told.per != one.noun:
        return False
    if other.dimension == "count":
        # "a monthly average of 40 removal orders", "480 removals"
        kind = other.noun and other.noun in map(singular, one.what.split())
        return bool(kind) or agreement(replace(one, dimension="count"), other) != ""
    measured = other.dimension != "percent" and not other.dimension.startswith("time")
    return measured and not one.noun and one.dimension == "ratio"


def rounded_span(one: Frame) -> tuple[float | None, float | None, float]:
    """The bounds of an average and the step of its rounding, which is no larger than it."""
    low, high, step = span_of(one)
    return low, high, min(step, one.size) if step != 1 else 1


def spread_of(told: Average, above: Frame, below: Below, size: float) -> tuple[float, float]:
    """Lowest and highest average that two figures can give: what is printed as rounded stands for all that round to it,
    a range has a day more with both ends, and a month is no fixed number of days."""
    if isinstance(below, Moment):
        same = below.length and LENGTH[below.length[1]] == DAYS[told.per]
        off = 0.0 if same else max(MOST_OFF * size, 0.0 if below.length else 1 / DAYS[told.per])
    else:
        off = half_unit(below) * size / below.size
        off = max(off, 0.0 if below.exact else MOST_OFF * size)
    own = max(half_unit(above), 0.0 if above.exact else MOST_OFF * above.size)
    return (above.size - own) / (size + off), (above.size + own) / max(size - off, 1e-9)


def _chance(computed: float, one: Frame) -> float:
    """How likely some two figures near an average give it as well as these do."""
    close = abs(computed - one.size) <= max(0.51 * one.step * one.factor, 0.005 * one.size)
    return 0.12 if close else 0.35


def _evidence(
    story: Story, told: Average, above: Frame, below: Below, ranks: tuple[int, int], named: bool
) -> dict[str, float]:
    """What the words say for and against numerator, denominator and average."""
    one = told.figure
    levels = agreement(replace(one, dimension=above.dimension), above)
    measured = one.dimension not in ("count", "ratio") and one.dimension == above.dimension
    # "for $9 million last year on board were 40": the time stands in the clause of the first figure, and not between them
    link = story.text_between(*sorted((above, one), key=lambda x: x.start))
    link = re.split(r"[.;,]\s", link, maxsplit=1)[-1]
    tail = re.split(r";|\.\s", one.before)[-1][-60:]
    other = bool(told.per) and bool(getattr(below, "noun", "")) and not named and not told.timed
    contrary = against(told, above, tail)
    return {
        "cue": 1.0,
        "back": float(
            has_cue("back", tail)
            or has_cue("average", tail)
            or has_cue("derives", one.before[-300:], one.after[:60], above.sentence)
        ),
        "named": float(named),
        "same noun": float(levels == "same noun"),
        "same class": float(levels == "same class" or measured),
        "other noun": float(levels == "other noun") + float(other),
        "scope": float(has_cue("scope", link)),
        "wrong way": contrary,
        "rival": min(1.0, 0.5 * sum(ranks)),
        **near_evidence(story, {above.line}, one.line),
        "far": float(story.gap(above.line, one.line) > 3)
        + 0.5 * float(story.gap(below.line, above.line) > 3),
        # "400 arrests, or up to 90 a week": beside it, and no average of it
        "adjacent": float(not contrary and is_apposed(one, above, below, named)),
    }
