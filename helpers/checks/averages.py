"""Averages, rates and unit prices: a figure told as one per something, the figures it may be the ratio of.

In: figures told with "each", "per", "a day", "on average" and the like (`helpers.checks.per`). Out: ties of "average"
(numerator, denominator, average). The denominator is what the words name ("per flight": flights; "a day": a length of time
or a range of dates), the numerator counts what the average counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from helpers.checks.arithmetic import MOST_OFF, average_verdict, half_unit, span_of
from helpers.checks.binding import REACH, Tie, near_counts, near_evidence
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, agreement, between
from helpers.checks.multiples import is_multiple, says_times
from helpers.checks.pairs import is_difference
from helpers.checks.per import DAYS, NO_AVERAGE, ONE_FOR_EVERY, Average, average_of
from helpers.texts import noun_class, word_list, word_stems

__all__ = ["find_averages"]

LONGEST = 15_000  # days of a range that something may be counted over
MONTH = 28  # days
MOST = 5  # numerators, and denominators of each, that are tried
COARSE = 0.12  # relative: what rounding may change in an average that holds; "about 1,000" is not 500
ROUGH = 0.18  # the same in one that is told as rough
_LENGTH = {name[0].upper(): days for name, days in DAYS.items()}  # unit of a TIMEX3 length → its days
_UNITS = {"kilo": "kg", "kilogram": "kg", "gram": "g", "pound": "lb"}  # as an average names a unit → its code
_OF_EACH = re.compile(r"(?:\s[\w’'-]+){1,3}\s(?:of|at|for)\s(?:about\s|some\s|roughly\s)?", re.I)
_APPOSED = re.compile(
    r"(?:\s[\w’'-]+){0,4}\s?[,(;–—-]{1,2}\s?(?:(?:or|that\sis|which\sis|an\saverage\sof|on\saverage)\s?,?\s?){0,2}"
    r"(?:about|around|roughly|nearly|some|just\s(?:over|under))?\s?",
    re.I,
)
_HAD = re.compile(r"(?:\s[a-z][\w’'-]*){1,6}\s")
_WHICH_IS = re.compile(
    r"(?:\s[a-z][\w’'-]*){1,8}[,:–—]?\s(?:(?:which|that)\s[a-z\s]{0,30}|a\s[a-z]+\sof\s|or\s)?one\s(?:to|for|per)\s(?:every|each)\s"
)
_APIECE = re.compile(r"(?:each|apiece|a\spiece|a\shead)\b")
_EACH = re.compile(r",\s(?:they\s)?each\b")  # "with 155 hunters caught, each paid an average of"
_OR = re.compile(r",\s|,?\s(?:or|to)\s")  # "two and a half, three hours": one average in two ways
_WORKED_OUT = re.compile(r"\b(?:average|calculation|works?\sout|divid(?:e[sd]?|ing))\b", re.I)
_MOST = re.compile(r"up\sto|as\s(?:much|many)\sas|at\smost", re.I)
_COMPARED = re.compile(r"\b(?:above|below|than|compared\swith|against)\b[^.;]{0,30}$")
_OTHER_SPAN = re.compile(r"\bsince\b|\bbefore\sthat\b")
_RATE_ITSELF = re.compile(r"(?:\s[\w’'-]+){0,3}\s(?:a|per)\s(?:month|year)\b")

Below = Frame | Moment


def find_averages(story: Story) -> Iterator[Tie]:
    """Every average of running text with the two figures it may be the ratio of."""
    for one in story.frames:
        other = one.dimension in ("percent", "percentage points") or is_multiple(one) or is_difference(one)
        if not other and not one.block.startswith("table") and one.value > 0 and (told := average_of(one)):
            yield from _ties(story, told)


def _ties(story: Story, told: Average) -> Iterator[Tie]:
    one = told.figure
    for ranks, above, below, size, named in _nearest(_pairs(story, told), _anchor(story, one), one):
        verdict = average_verdict(above.size, size, _span(one), _spread(told, above, below, size))
        off = abs(verdict.computed - one.size)
        if (
            verdict.holds
            and off > (COARSE if one.exact else ROUGH) * one.size
            and one.low is not None
            and one.high is not None
        ):
            continue  # too coarse to hold, and too near to fail
        evidence = _evidence(story, told, above, below, ranks)
        natural = _is_natural(told, above, below, named) and (
            bool(named) or evidence["back"] > 0 or above.line == below.line == one.line
        )
        items, claim, chance = (above, below, one), ("average", one.start), _chance(verdict.computed, one)
        yield Tie("average", items, verdict, evidence, claim, (told.cue,), natural, chance)


def _pairs(story: Story, told: Average) -> Iterator[tuple[tuple[int, int], Frame, Below, float, list[Below]]]:
    """Numerator and denominator, how many of each came before, the size of the denominator in the unit that the average
    is per, and all that are named as that."""
    near = _near(story, told)
    numerators = [other for other in near if _may_count(told, other)]
    numerators.sort(
        key=lambda other: agreement(replace(told.figure, dimension=other.dimension), other) == "other noun"
    )
    denominators = list(_lengths(story, told) if told.timed else _counts(near, told))
    if told.timed:  # a length that is told in the same sentence is the one meant
        denominators = [pair for pair in denominators if pair[0].line == told.figure.line] or denominators
    for rank, above in enumerate(numerators[:MOST]):
        below = [
            pair for pair in denominators if pair[0].start != above.start and _may_divide(told, above, *pair)
        ]
        named = [pair for pair in below if _is_named(pair[0], told)]
        named.sort(key=lambda pair: (pair[0].line != above.line, not _is_same(pair[0], told)))
        in_line = [pair for pair in below if pair[0].line == above.line and pair not in named]
        for place, (figure, size) in enumerate((named + in_line or below)[:MOST]):
            yield (rank, place), above, figure, size, [one for one, _ in named]


def _anchor(story: Story, one: Frame) -> int:
    """Where the figure starts beside which an average stands ("1,440 citations, an average of 80"); −1 if beside none."""
    before = [
        x for x in story.by_line[one.line] if x.end < one.start and (x.counts or x.dimension == "ratio")
    ]
    return before[-1].start if before and _APPOSED.fullmatch(between(before[-1], one)) else -1


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
        if story.gap(one.line, other.line) <= REACH or story.is_head(other)
        if not says_times(other)
        and not (other.value == 1 and other.noun == told.per)  # "one guard to every 20"
        if other.start < one.start or not _OR.fullmatch(between(one, other))
    ]


def _counts(near: list[Frame], told: Average) -> Iterator[tuple[Below, float]]:
    """Figures near an average that may count what it is per, in the unit it is per."""
    dimension, factor = _unit(told.per)
    for other in near:
        if other.unit != "count" and "-" in other.quote:
            continue  # "38 one-kilo blocks"
        if not other.dimension.startswith("time ") or told.figure.dimension.startswith("time "):
            size = other.size / factor if other.dimension == dimension else other.size
            if size > 0:
                yield other, size


@cache
def _unit(per: str) -> tuple[str, float]:
    """Dimension and factor of the unit that an average is per; no dimension for anything else."""
    code = _UNITS.get(per, per)
    rows = [row for row in word_list("checks/dimensions") if row["unit"] == code]
    return (rows[0]["dimension"], float(rows[0]["factor"])) if rows else ("", 1.0)


def _lengths(story: Story, told: Average) -> Iterator[tuple[Below, float]]:
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
        if moment.length and moment.type != "SET" and not one.start <= moment.start <= one.end:
            size, unit = moment.length
            days = size * _LENGTH[unit]
        elif not moment.length and 1 < moment.days < LONGEST and _may_hold(moment, one):
            days = moment.days
        if days >= DAYS[told.per]:
            yield moment, days / DAYS[told.per]


def _may_hold(moment: Moment, one: Frame) -> bool:
    """Whether something may be counted over a stretch of the calendar: a range, or a month or year of the same sentence."""
    return "/" in moment.value or moment.line == one.line and moment.type == "DATE" and moment.days >= MONTH


def _may_count(told: Average, other: Frame) -> bool:
    """Whether a figure may be the sum of which another is the average."""
    one = told.figure
    if one.dimension not in ("count", "ratio"):
        return one.dimension == other.dimension
    if other.noun and other.noun == told.per != one.noun:
        return False
    if other.dimension == "count":
        return agreement(replace(one, dimension="count"), other) != ""
    measured = other.dimension != "percent" and not other.dimension.startswith("time")
    return measured and not one.noun and one.dimension == "ratio"


def _may_divide(told: Average, above: Frame, figure: Below, size: float) -> bool:
    """Whether a figure may count what an average is per."""
    one, per = told.figure, told.per
    plain = one.dimension in ("count", "ratio")
    if plain and one.value >= 1 and above.size <= size:
        return False
    if told.timed:
        return True
    if figure.dimension not in ("count", _unit(per)[0]):
        return False
    if per and figure.noun and figure.noun_class and noun_class(per) and noun_class(per) != figure.noun_class:
        return {noun_class(per), figure.noun_class} <= {"person", "officer"}
    return not (plain and figure.noun and figure.noun == above.noun)


def _is_named(below: Below, told: Average) -> bool:
    """Whether the words name a figure as what an average is per: "per flight" and flights, "26 payments of $1,200 each"."""
    if told.timed:
        return True
    if not told.per:
        one_for = ONE_FOR_EVERY.search(f"{told.cue} ")
        return _each_of(
            below, told.figure, _WHICH_IS if one_for else _HAD if _APIECE.match(told.cue) else None
        )
    classes = {noun_class(told.per), below.noun_class}
    alike = below.noun and "" not in classes and (len(classes) == 1 or classes <= {"person", "officer"})
    measured = below.dimension == _unit(told.per)[0]
    return bool(below.noun == told.per or measured or alike or _mentioned(below, told))


def _is_same(below: Below, told: Average) -> bool:
    """Whether a figure counts by name, or in its unit, what an average is per."""
    return isinstance(below, Frame) and (below.noun == told.per or below.dimension == _unit(told.per)[0])


def _each_of(below: Below, one: Frame, had: re.Pattern | None) -> bool:
    """Whether a figure is what each of has so much: "26 payments of $1,200 each", "the 306 were worth $80,000 apiece"."""
    if below.line != one.line or below.end > one.start:
        return False
    words = between(below, one)
    return bool(_OF_EACH.fullmatch(words) or _EACH.search(words) or had and had.fullmatch(words))


def _mentioned(below: Below, told: Average) -> bool:
    """Whether a figure that counts nothing by name stands in a sentence that names it: "SIM cards … 1,500 of them"."""
    stems, one = word_stems(told.per), told.figure
    words = one.before if below.line == one.line else below.sentence
    return bool(stems) and not below.noun and below.unit == "count" and stems <= word_stems(words)


def _is_natural(told: Average, above: Frame, below: Below, named: list[Below]) -> bool:
    """Whether the words make these two figures the ones to compare, so that a wrong average may be reported: they come
    first, and nothing else is named that the average could be per."""
    same = [figure for figure in named if _is_same(figure, told)]
    alone = told.timed or not named or below in same or len(named) == 1
    together = bool(named) and not told.timed and above.line == below.line
    told_after = above.line > told.figure.line and not together and not has_cue("derives", above.sentence)
    return alone and not told_after


def _span(one: Frame) -> tuple[float | None, float | None, float]:
    low, high, step = span_of(one)
    return low, high, min(step, one.size) if step != 1 else 1


def _spread(told: Average, above: Frame, below: Below, size: float) -> tuple[float, float]:
    """Lowest and highest average that two figures can give: what is printed as rounded stands for all that round to it,
    a range has a day more with both ends, and a month is no fixed number of days."""
    if isinstance(below, Moment):
        same = below.length and _LENGTH[below.length[1]] == DAYS[told.per]
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
    story: Story, told: Average, above: Frame, below: Below, ranks: tuple[int, int]
) -> dict[str, float]:
    """What the words say for and against numerator, denominator and average."""
    one, named = told.figure, _is_named(below, told)
    levels = agreement(replace(one, dimension=above.dimension), above)
    measured = one.dimension not in ("count", "ratio") and one.dimension == above.dimension
    link = story.text_between(*sorted((above, one), key=lambda x: x.start))
    tail = re.split(r";|\.\s", one.before)[-1][-60:]
    other = bool(told.per) and bool(getattr(below, "noun", "")) and not named and not told.timed
    against = _against(told, above, tail)
    return {
        "cue": 1.0,
        "back": float(
            has_cue("back", tail)
            or has_cue("average", tail)
            or bool(_WORKED_OUT.search(f"{one.before} {one.after[:60]}"))
        ),
        "named": float(named),
        "same noun": float(levels == "same noun"),
        "same class": float(levels == "same class" or measured),
        "other noun": float(levels == "other noun") + float(other),
        "scope": float(has_cue("scope", link)),
        "wrong way": against,
        "rival": min(1.0, 0.5 * sum(ranks)),
        **near_evidence(story, {above.line}, one.line),
        "far": float(story.gap(above.line, one.line) > 3)
        + 0.5 * float(story.gap(below.line, above.line) > 3),
        # "400 arrests, or up to 90 a week": beside it, and no average of it
        "adjacent": float(not against and _is_apposed(one, above, below, named)),
    }


def _against(told: Average, above: Frame, tail: str) -> float:
    """How much in the words says that a figure is no average of the figures told: a limit, a wish, another time."""
    one = told.figure
    at = one.start - one.sentence_start
    around = one.sentence[max(0, at - 40) : at + len(one.quote) + 40]
    return float(
        bool(NO_AVERAGE.search(one.before[-30:]))
        + bool(_MOST.match(one.quote))
        + has_cue("want", tail[-40:])
        + bool(_COMPARED.search(tail))
        + bool(told.timed and _OTHER_SPAN.search(around))
        + bool(not told.timed and _RATE_ITSELF.match(above.after))
    )


def _is_apposed(one: Frame, above: Frame, below: Below, named: bool) -> bool:
    """Whether an average stands beside the last of its two figures: "1,440 citations, an average of 80 per officer"."""
    before = [x for x in (above, below) if x.line == one.line and x.end < one.start]
    last = max(before, key=lambda x: x.start, default=None)
    told = named or above.line == below.line
    return bool(last and told and _APPOSED.fullmatch(between(last, one)))
