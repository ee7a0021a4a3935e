"""What an average may be per: the figures and lengths of time that it may be divided by, and whether the words name them.

In: an average (`helpers.checks.shares.per`) and the figures near it. Out: denominators with their size in the unit that the
average is per ("a day": days), and answers to single questions about them.
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.checks.alike import MONTH
from helpers.checks.binding import REACH, near_counts
from helpers.checks.dimensions import measures
from helpers.checks.frames import Frame, Moment, Story
from helpers.checks.shares.per import DAYS, Average
from helpers.texts import PEOPLE_CLASSES, noun_class, word_list, word_stems

__all__ = ["LENGTH", "Below", "counts_of", "is_named", "is_same", "lengths_of", "may_divide"]

LONGEST = 15_000  # days of a range that something may be counted over
LENGTH = {name[0].upper(): days for name, days in DAYS.items()}  # unit of a TIMEX3 length → its days
_TRIPS = frozenset(
    ("flight", "charter", "aircraft", "plane", "jet", "helicopter")
)  # one flight is one aircraft

_POPULATION = re.compile(
    r"\b(?:population|headcount|census|occupancy|enrolment|roll)\s(?:of|was|is|stood\sat|:)\s$", re.I
)
# "waited 30 hours": how long something else was
_OTHER_LENGTH = re.compile(
    r"\b(?:wait|delay|queu|detain|held\b|jail|sentenc|prison|dr[io]v|st[ao][no]d|stay|spen[dt]|sl[ae]?e?pt?\b|terms?\b|gave\b|given\b|faces?\b"
    r"|shifts?\b|journey|trip|old\b)[^.;:,]{0,40}$",
    re.I,
)
_OTHER_BEHIND = re.compile(
    r"\s?(?:(?:on\saverage|more|less|longer|shorter|later|earlier|ago|old|each|apiece|late|behind|before|long|a\s(?:day|week|month))\b"
    r"|in\s(?:prison|jail|custody|detention)\b)",
    re.I,
)
_OWN_SPAN = re.compile(
    r"\b(?:in|over|during|within|throughout|for)\s(?:the|that|this|last)\s(?:[a-z]+\s){0,2}?(?:week|month|year|season|quarter|weekend|fortnight|day|night)\b",
    re.I,
)

_ONE_WORD = re.compile(r"\s(?:[a-z-]+\s)?")

Below = Frame | Moment


def counts_of(near: list[Frame], told: Average) -> Iterator[tuple[Below, float]]:
    """Figures near an average that may count what it is per, in the unit it is per."""
    dimension, factor = _unit_of(told.per)
    for other in near:
        if other.unit != "count" and "-" in other.quote:
            continue  # "38 one-kilo blocks"
        if not other.dimension.startswith("time ") or told.figure.dimension.startswith("time "):
            size = other.size / factor if other.dimension == dimension else other.size
            size /= told.many
            if size > 0:
                yield other, size


def _unit_of(per: str) -> tuple[str, float]:
    """Dimension and factor of the unit that an average is per; no dimension for anything else."""
    measure = measures().get(_units().get(per, per))
    return (measure.dimension, measure.factor) if measure else ("", 1.0)


@cache
def _units() -> dict[str, str]:
    """A unit of measure as it is written → its code."""
    return {row["written"]: row["unit"] for row in word_list("quantities/en/units") if not row["scale"]}


def lengths_of(story: Story, told: Average) -> Iterator[tuple[Below, float]]:
    """Lengths of time near an average, in the unit it is per."""
    one = told.figure
    near = [
        moment
        for moment in story.moments
        if abs(moment.line - one.line) <= 3 and story.gap(moment.line, one.line) <= REACH
        if moment.start != one.start
    ]
    for moment in sorted(
        near, key=lambda x: (not x.length, abs(x.line - one.line), abs(x.start - one.start))
    ):
        days = 0.0
        if moment.length and not one.start <= moment.start <= one.end:
            size, unit = moment.length
            days = size * LENGTH[unit] if _is_counted_over(moment, one) else 0.0
            if days == DAYS[told.per]:
                continue  # what is counted in one day is no average
        elif 1 < moment.days < LONGEST and _may_hold(moment, one):
            days = moment.days
        if days >= DAYS[told.per]:
            yield moment, days / DAYS[told.per]
    for other in near_counts(story, one):  # "22 sitting days"
        if other.unit == "count" and other.noun == told.per and other.value > 1:
            yield other, other.size


def _is_counted_over(length: Moment, one: Frame) -> bool:
    """Whether the counting of which a figure is the average may have taken a length of time: not "waited 30 hours", and none
    of another sentence where its own names a time ("8,400 in the week, 1,200 a day")."""
    aside = length.before.endswith("(") and length.after.startswith(")")
    if length.line != one.line and (aside or _OWN_SPAN.search(one.sentence)):
        return False
    return not (_OTHER_LENGTH.search(length.before[-60:]) or _OTHER_BEHIND.match(length.after))


def _may_hold(moment: Moment, one: Frame) -> bool:
    """Whether something may be counted over a stretch of the calendar: a range, or a month or year of the same sentence."""
    if moment.mod == "ON_OR_AFTER":
        return False
    return "/" in moment.value or moment.line <= one.line and moment.days >= MONTH


def is_named(below: Below, told: Average) -> bool:
    """Whether the words name a figure as what an average is per: "per flight" and flights."""
    if told.timed:
        return True
    if not told.per:
        return False
    told_class = noun_class(told.per)
    classes = {told_class, below.noun_class}
    alike = below.noun and "" not in classes and (len(classes) == 1 or classes <= PEOPLE_CLASSES)
    crowd = told_class in PEOPLE_CLASSES and _POPULATION.search(below.before[-40:])
    alike = alike or crowd or _stands_behind(told.per, below.after)
    measured = below.dimension == _unit_of(told.per)[0]
    return bool(below.noun == told.per or measured or alike or _mentioned(below, told))


def _stands_behind(word: str, text: str) -> bool:
    """Whether a word begins a text, or stands behind the first word in it."""
    found = _ONE_WORD.match(text)
    return bool(found) and (text.startswith(word, found.end()) or text.startswith(word, 1))


def is_same(below: Below, told: Average) -> bool:
    """Whether a figure counts by name, or in its unit, what an average is per."""
    return isinstance(below, Frame) and (below.noun == told.per or below.dimension == _unit_of(told.per)[0])


def _mentioned(below: Below, told: Average) -> bool:
    """Whether a figure that counts nothing by name stands in a sentence that names it: "SIM cards … 1,500 of them"."""
    stems, one = word_stems(told.per), told.figure
    words = one.before if below.line == one.line else below.sentence
    return bool(stems) and not below.noun and below.unit == "count" and stems <= word_stems(words)


def may_divide(told: Average, above: Frame, figure: Below, size: float) -> bool:
    """Whether a figure may count what an average is per."""
    one, per = told.figure, told.per
    plain = one.dimension in ("count", "ratio")
    if told.many > 1:  # "36 persons died", "14 deaths per 100,000 persons"
        return above.size < size * told.many
    if plain and one.value >= 1 and above.size <= size:
        return False
    if told.timed:
        return True
    if figure.dimension not in ("count", _unit_of(per)[0]):
        return False
    if {per, figure.noun} <= _TRIPS:
        return True
    if per and figure.noun and figure.noun_class and noun_class(per) and noun_class(per) != figure.noun_class:
        return {noun_class(per), figure.noun_class} <= PEOPLE_CLASSES
    return not (plain and figure.noun and figure.noun == above.noun)
