"""Averages, rates and unit prices: a figure told as one per something, the figures it may be the ratio of.

In: figures told with "each", "per", "a day", "on average" and the like. Out: ties of "average" (numerator, denominator,
average). The denominator is what the words name ("per flight": flights; "a day": a length of time or a range of dates),
the numerator counts what the average counts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.arithmetic import average_verdict, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, agreement, between
from helpers.checks.multiples import is_multiple, says_times
from helpers.checks.sums import near_evidence
from helpers.texts import noun_class, singular

__all__ = ["find_averages"]

REACH = 450
_EACH = r"(?:for\s)?each\b(?!\sof\b|\s(?!(?:between|for|from|in|on|at|to|by|with|and|or|but|over|during|after|before|under|when|while|as)\b)[a-z])|apiece|a\spiece|a\shead|per\shead|between\sthem"
_OF_A_NOUN = r"(?:per|for\s(?:each|every)|to\s(?:each|every)|in\s(?:each|every)|to\s(?:a|an|the)|every)\s(?P<per>[a-z][\w’'-]+(?:\sof\sstaff|\s[a-z][\w’'-]+)?)"
_OF_A_MEASURE = r"an?\s(?P<time>day|week|month|year|night|hour|kilo|kilogram|kg|gram|litre|tonne|pound|pill|tablet|shift|piece|person|flight|unit)\b(?!\s(?:earlier|ago|before|later|old|after|from|in))"
_FILLED = r"(?:\s(?!than|for|over|within|after|in|last|about|and|or)[\w’'-]+){0,4}?\s"
_PER = re.compile(rf"{_FILLED}(?:(?P<each>{_EACH})|{_OF_A_NOUN}|{_OF_A_MEASURE}|(?P<in>in\seach))", re.I)
_EACH_BEFORE = re.compile(
    r"\b(?:each|every)\s(?:of\s(?:the|these|those|them)\s)?(?P<per>[a-z][\w’'-]+)?(?:(?!--)[^.;:,–—(]){0,70}$",
    re.I,
)
_AVERAGE_BEFORE = re.compile(r"\b(?:average(?:d|s)?|on\saverage|mean)\b[^.;,]{0,40}$", re.I)
_AVERAGE_TIME = re.compile(r"\baverage\s(day|night|week|month|year|hour)\b[^.;]{0,40}$", re.I)
_AVERAGE_AFTER = re.compile(r"[^.;,]{0,40}?\bon\saverage\b|\s(?:is|was)\sthe\saverage\b", re.I)
_DAYS = {"day": 1, "night": 1, "week": 7, "month": 30.44, "year": 365.25, "hour": 1 / 24}
_LENGTH = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25, "H": 1 / 24}
_OTHER = re.compile(
    r"\b(?:as\smuch\sas|up\sto|at\sleast|at\smost|between|maximum|minimum|fine|fined|penalty|limit|costs?\sup)\s(?:[\w$£€]+\s)?$",
    re.I,
)


_A_NOUN = re.compile(r"\san?\s(?P<per>[a-z][\w’'-]+)(?!\s(?:ago|earlier|before|later))")
_OF_EACH = re.compile(r"(?:\s[\w’'-]+){1,3}\s(?:of|at|for)\s(?:about\s|some\s|roughly\s)?", re.I)
_APPOSED = re.compile(
    r"(?:\s[\w’'-]+){0,4}\s?[,(;–—-]{1,2}\s?(?:(?:or|that\sis|which\sis|an\saverage\sof|on\saverage)\s?,?\s?){0,2}"
    r"(?:about|around|roughly|nearly|some|just\s(?:over|under))?\s?",
    re.I,
)
_UNITS = {"kilo": "kg", "kilogram": "kg", "gram": "g", "pound": "lb"}  # as an average names a unit → its code
COARSE = 0.12  # relative: what rounding may change in an average that holds; "about 1,000" is not 500


def find_averages(story: Story) -> Iterator[Tie]:
    """Every average of running text with the two figures it may be the ratio of."""
    for one in story.frames:
        if (
            one.block.startswith("table")
            or one.dimension in ("percent", "percentage points")
            or one.value <= 0
            or is_multiple(one)
        ):
            continue
        per, cue = _denominator(one)
        if cue:
            yield from _ties(story, one, per, cue)


def _denominator(one: Frame) -> tuple[str, str]:
    """What an average is of, and the words that make it one; two empty strings for a figure that is none."""
    found = _PER.match(one.after)
    if found:
        return _head(found["per"] or found["time"] or ""), found[0].strip()
    if one.per:
        return singular(one.per), one.per
    if timed := _AVERAGE_TIME.search(one.before[-70:]):
        return timed[1].lower(), timed[0].strip()[:30]
    if one.unit.isupper() and (noun := _A_NOUN.match(one.after)):  # money: "$600 a trip"
        return singular(noun["per"]), noun[0].strip()
    before = _AVERAGE_BEFORE.search(one.before[-70:]) or _AVERAGE_AFTER.match(one.after)
    if before or one.dimension == "ratio":
        return "", before[0].strip()[:30] if before else one.quote
    clause = re.split(r"[;.:]", one.before)[-1]
    each = _EACH_BEFORE.search(clause[-90:])
    if each and not _OTHER.search(clause[-30:]):
        return singular(each["per"]) if each["per"] else "", each[0].split()[0]
    return "", ""


def _head(words: str) -> str:
    """The noun of what an average is per: "position" of "empty position", "member" of "member of staff"."""
    first, *more = words.split() or [""]
    return singular(more[0] if len(more) == 1 and noun_class(more[0]) else first)


def _is_named(below: Frame | Moment, one: Frame, per: str) -> bool:
    """Whether the words name a figure as what an average is per: "per flight" and flights, "26 payments of $1,200 each"."""
    noun, unit = getattr(below, "noun", ""), getattr(below, "unit", "")
    if per:
        alike = noun and _alike(noun_class(per), getattr(below, "noun_class", ""))
        return per in _DAYS or noun == per or unit == _UNITS.get(per, per) or bool(alike)
    return below.line == one.line and below.end < one.start and bool(_OF_EACH.fullmatch(between(below, one)))


def _near(story: Story, one: Frame) -> list[Frame]:
    found = [
        other
        for line in range(one.line - 3, one.line + 4)
        for other in story.by_line.get(line, ())
        if other.start != one.start
        and other.counts
        and not says_times(other)
        and not other.block.startswith("table")
        and story.gap(line, one.line) <= REACH
    ]
    heads = [other for other in story.frames[:10] if other.counts and story.is_head(other)]
    found += [other for other in heads if other not in found]
    return sorted(found, key=lambda other: (story.gap(one.line, other.line), abs(one.start - other.start)))[
        :10
    ]


def _lengths(story: Story, one: Frame, per: str) -> Iterator[tuple[Frame | Moment, float]]:
    """Lengths of time near an average, in the unit it is per."""
    for moment in sorted(
        story.moments, key=lambda x: (not x.length, abs(x.line - one.line), abs(x.start - one.start))
    ):
        if (
            abs(moment.line - one.line) > 3
            or story.gap(moment.line, one.line) > REACH
            or moment.start == one.start
        ):
            continue
        if moment.length:
            size, unit = moment.length
            if (moment.end <= one.start or moment.start >= one.end + 1) and moment.type != "SET":
                yield moment, size * _LENGTH[unit] / _DAYS[per]
        elif moment.begin and moment.finish and 1 < moment.days < 1500 and "/" in moment.value:
            yield moment, moment.days / _DAYS[per]


def _ties(story: Story, one: Frame, per: str, cue: str) -> Iterator[Tie]:
    near = _near(story, one)
    timed = per in _DAYS
    numerators = [other for other in near if _may_count(one, other)]
    if timed:
        denominators = list(_lengths(story, one, per))
    else:
        denominators = [
            (other, other.value if other.unit == _UNITS.get(per, per) else other.size)
            for other in near
            if not other.dimension.startswith("time ") or one.dimension.startswith("time ")
        ]
    for rank, above in enumerate(numerators[:5]):
        below = [
            pair
            for pair in denominators
            if pair[0].start != above.start
            and pair[1] > 0
            and (timed or _may_divide(one, above, pair[0], per))
        ]
        named = [pair for pair in below if _is_named(pair[0], one, per)]
        in_line = [pair for pair in below if pair[0].line == above.line and pair not in named]
        for place, (figure, size) in enumerate((named + in_line or below)[:5]):
            if timed and size < 1:
                continue
            if above.size <= size and one.value >= 1 and one.dimension in ("count", "ratio"):
                continue
            verdict = average_verdict(above.size, size, _span(one))
            off = abs(verdict.computed - one.size)
            if one.exact and verdict.holds and off > COARSE * one.size:
                continue  # too coarse to hold, and too near to fail
            evidence = _evidence(story, one, above, figure, per, (rank, place), cue)
            natural = above.line <= one.line or has_cue("derives", above.sentence)
            natural = natural and bool(named or evidence["back"] or above.line == figure.line == one.line)
            yield Tie(
                "average",
                (above, figure, one),
                verdict,
                evidence,
                ("average", one.start),
                (cue,),
                natural,
                _chance(verdict.computed, one),
            )


def _span(one: Frame) -> tuple[float | None, float | None, float]:
    low, high, step = span_of(one)
    return low, high, min(step, one.size) if step != 1 else 1


def _may_count(one: Frame, other: Frame) -> bool:
    """Whether a figure may be the sum of which another is the average."""
    if one.dimension in ("count", "ratio"):
        return (
            other.dimension == "count"
            and agreement(replace(one, dimension="count"), other) != ""
            or (
                other.dimension not in ("count", "percent")
                and not one.noun
                and one.dimension == "ratio"
                and not other.dimension.startswith("time")
            )
        )
    return one.dimension == other.dimension


def _may_divide(one: Frame, above: Frame, figure: Frame, per: str) -> bool:
    """Whether a figure may count what an average is per."""
    if figure.dimension != "count" and per not in (
        "kg",
        "kilo",
        "kilogram",
        "gram",
        "tonne",
        "litre",
        "pound",
    ):
        return False
    if per and figure.noun and figure.noun_class and noun_class(per) and noun_class(per) != figure.noun_class:
        return {noun_class(per), figure.noun_class} <= {"person", "officer"}
    return not (one.dimension in ("count", "ratio") and figure.noun and figure.noun == above.noun)


def _chance(computed: float, one: Frame) -> float:
    """How likely some two figures near an average give it as well as these do."""
    close = abs(computed - one.size) <= max(0.51 * one.step * one.factor, 0.005 * one.size)
    return 0.12 if close else 0.35


def _alike(a: str, b: str) -> bool:
    return bool(a and b) and (a == b or {a, b} <= {"person", "officer"})


def _evidence(
    story: Story, one: Frame, above: Frame, below, per: str, ranks: tuple[int, int], cue: str
) -> dict[str, float]:
    """What the words say for and against numerator, denominator and average."""
    noun = getattr(below, "noun", "")
    times = per in _DAYS
    named = _is_named(below, one, per)
    last = max((x for x in (above, below) if x.start < one.start), key=lambda x: x.start, default=above)
    levels = agreement(replace(one, dimension=above.dimension), above)
    measured = one.dimension not in ("count", "ratio") and one.dimension == above.dimension
    link = story.text_between(*sorted((above, one), key=lambda x: x.start))
    clause = re.split(r";|\.\s", one.before)[-1]
    evidence = {
        "cue": 1.0,
        "back": float(
            has_cue("back", clause[-60:])
            or has_cue("average", clause[-60:])
            or bool(
                re.search(
                    r"\b(?:average|calculation|works?\sout|divided)\b", f"{one.before} {one.after[:60]}", re.I
                )
            )
        ),
        "named": float(named),
        "same noun": float(levels == "same noun"),
        "same class": float(levels == "same class" or measured),
        "other noun": float(levels == "other noun")
        + float(bool(per) and bool(noun) and not named and not times),
        "scope": float(has_cue("scope", link)),
        "wrong way": float(bool(_OTHER.search(one.before[-30:])))
        + float(bool(re.match(r"up\sto|as\s(?:much|many)\sas|at\smost", one.quote, re.I)))
        + float(has_cue("want", clause[-40:]))
        + float(bool(re.search(r"\b(?:above|below|than|compared\swith|against)\b[^.;]{0,30}$", clause[-60:])))
        + float(
            times
            and bool(
                re.search(
                    r"\bsince\b|\bbefore\sthat\b",
                    one.sentence[
                        max(0, one.start - one.sentence_start - 40) : one.end - one.sentence_start + 40
                    ],
                )
            )
        )
        + float(
            bool(re.match(r"(?:\s[\w’'-]+){0,3}\s(?:a|per)\s(?:month|year)\b", above.after)) and not times
        ),
        "rival": min(1.0, 0.5 * sum(ranks)),
        **near_evidence(story, {above.line}, one.line),
        "far": float(story.gap(above.line, one.line) > 3)
        + 0.5 * float(story.gap(below.line, above.line) > 3),
        "adjacent": float(
            last.line == one.line
            and last.end < one.start
            and (named or above.line == below.line)
            and bool(_APPOSED.fullmatch(between(last, one)))
        ),
    }
    if evidence["wrong way"]:
        evidence["adjacent"] = 0.0  # "400 arrests, or up to 90 a week": beside it, and no average of it
    return evidence
