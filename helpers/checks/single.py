"""Relations inside one expression or one phrase: a weekday and its date, a measure or a sum of money given in two units.

In: dates, counts and measures with the words around them. Out: ties of "weekday" and "conversion".
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict, close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.dimensions import measures
from helpers.checks.frames import Frame, Moment, Story, between
from helpers.texts import WEEKDAY_NAMES

__all__ = ["find_single"]

_A_DAY = "|".join(WEEKDAY_NAMES)
_WEEKDAY = re.compile(rf"(?:.{{1,40}}\s(?:on|of)\s)?({_A_DAY})\b,?\s", re.I)
_WEEKDAY_BEHIND = re.compile(
    rf",?\s\(?(?:(?:which|that)\s(?:was|is|fell\son|falls\son)\s)?an?\s({_A_DAY})\b(?!\s\w+day)", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TURN = r"(?:(?:\s(?:of\s)?[a-z]{2,15}){0,3}\s?\(|\s?[–—]\s?|,?\s(?:or|i\.e\.|equal\sto|equivalent\sto|which\sis|that\sis|worth|about|roughly|converted|in\s[a-z]+\s(?:terms|units|measures?))\s)"
_CONVERTED = re.compile(
    rf"{_TURN}(?:in\s[a-z]+\s(?:terms|units|measures?),?\s)?(?:about|around|roughly|nearly|some|approximately|almost|just\sover|just\sunder|over|more\sthan|equivalent\sto|or|the\sequivalent\sof)?\s?(?:[A-Z]{{0,3}}[$£€]?)?",
    re.I,
)
_TIMES = {"time Y": "years", "time M": "months", "time W": "weeks", "time D": "days", "time H": "hours"}
_CONVERTS = 0.05  # relative: conversions are rounded
_RATE = re.compile(
    r"\b(?:to\s(?:the|a|one)|per|for\s(?:one|a|each|every)|equals?|=|a)\s(?:U\.?S\.?\s|American\s|Canadian\s)?(?:\w+)\b",
    re.I,
)
_RATE_BEFORE = re.compile(r"\brate\s(?:of|was|is|at)\s(?:about\s|roughly\s)?(?:[A-Z]{0,3}[$£€]?)$")


def find_single(story: Story) -> Iterator[Tie]:
    """Weekdays and conversions of an article."""
    for moment in story.moments:
        yield from _weekday(moment)
    yield from _conversions(story)


def _weekday(moment: Moment) -> Iterator[Tie]:
    """A weekday printed beside a full date: "Friday, 7 May 2024", "5am on Friday 7 May 2024", "7 May 2024, a Friday"."""
    found = _WEEKDAY.match(moment.quote) or _WEEKDAY_BEHIND.match(moment.after)
    if not found or "/" in moment.value or not _YEAR.search(moment.quote):
        return
    day = _printed_day(moment)
    if day is None:
        return
    actual = WEEKDAY_NAMES[day.weekday()]
    holds = actual.lower() == found[1].lower()
    formula = f"{day} is a {actual}"
    verdict = Verdict(HOLDS if holds else FAILS, actual, found[1], formula)
    yield Tie("weekday", (_bare(moment),), verdict, {"adjacent": 1.0}, ("weekday", moment.start), (found[1],))


def _bare(moment: Moment) -> Moment:
    """A date from its weekday to its year, without the hour: "3.15am on Friday 7 May 2024"."""
    found = _WEEKDAY.match(moment.quote)
    first = found.start(1) if found else 0
    last = [year.end() for year in _YEAR.finditer(moment.quote)][-1]
    last += moment.quote[last : last + 1] == ")"
    return replace(
        moment, start=moment.start + first, end=moment.start + last, quote=moment.quote[first:last]
    )


def _printed_day(moment: Moment):
    """The day that a full date names, whatever its weekday."""
    if moment.begin and moment.begin == moment.finish:
        return moment.begin
    return None


def _conversions(story: Story) -> Iterator[Tie]:
    """A figure given in another unit beside it, or in other money at a rate that the text states."""
    for line, inside in story.by_line.items():
        for a, b in zip(inside, inside[1:], strict=False):
            if (
                a.dimension == b.dimension
                and a.unit != b.unit
                and a.factor != b.factor
                and _CONVERTED.fullmatch(between(a, b))
            ):
                verdict = _converted(a, b)
                yield Tie("conversion", (a, b), verdict, {"adjacent": 1.0}, ("conversion", b.start), ())
        yield from _money(story, line, inside)


def _converted(a: Frame, b: Frame) -> Verdict:
    """Whether a figure is another one in another unit, by any measure of that name: an imperial gallon, a long ton."""
    told = _TIMES.get(b.unit, b.unit)
    verdicts = []
    for one, other in product(_measured(a), _measured(b)):
        formula = f"{a.quote} = {number_in_words(one.size / other.factor)} {told}"
        verdicts.append(close_verdict(span_of(one), span_of(other), formula, _CONVERTS))
    return next((verdict for verdict in verdicts if verdict.holds), verdicts[0])


def _measured(one: Frame) -> list[Frame]:
    """A figure by its measure, and by the others that go by the name of its unit."""
    measure = measures().get(one.unit)
    return [one, *(replace(one, factor=factor) for factor in (measure.also if measure else ()))]


def _is_money(one: Frame) -> bool:
    return len(one.unit) == 3 and one.unit.isupper()


def _money(story: Story, line: int, inside: list[Frame]) -> Iterator[Tie]:
    """Two sums in two currencies, and the rate between them, all in lines beside each other."""
    near = [
        one
        for number in range(line - 2, line + 3)
        for one in story.by_line.get(number, ())
        if story.gap(line, number) <= 250
    ]
    for rate in inside:
        if not has_cue("rate", rate.sentence):
            continue
        sums = [one for one in near if _is_money(one) and one.start != rate.start and one.value > 1]
        if _RATE_BEFORE.search(rate.before[-40:]):
            yield from _at_rate(rate, sums)
        if not _is_money(rate) or not _RATE.match(rate.after.lstrip()):
            continue
        for a in (one for one in sums if one.unit == rate.unit):
            for b in (one for one in sums if one.unit != rate.unit):
                formula = f"{number_in_words(a.value)} / {number_in_words(rate.value)} = {number_in_words(a.value / rate.value)}"
                low, high, step = span_of(b)
                verdict = close_verdict(
                    (a.value / rate.value,) * 2 + (1,), (low, high, step), formula, _CONVERTS
                )
                gap = abs(a.line - line) + abs(b.line - line)
                beside = a.line == b.line and bool(_CONVERTED.fullmatch(between(a, b)))
                evidence = {
                    "named": 1.0,
                    "same line": float(gap == 0),
                    "next line": float(gap > 0),
                    "rival": 0.5 * (len(sums) > 2 and not beside),
                }
                yield Tie("conversion", (a, rate, b), verdict, evidence, ("conversion", b.start), ())


def _at_rate(rate: Frame, sums: list[Frame]) -> Iterator[Tie]:
    """A sum given in another currency beside it "at the rate of 7.8", whichever way the rate is told."""
    pairs = [(a, b) for a, b in zip(sums, sums[1:], strict=False) if a.line == b.line == rate.line]
    for a, b in pairs:
        beside = between(a, b) == ", " or _CONVERTED.fullmatch(between(a, b))
        if a.unit == b.unit or not beside:
            continue
        if _is_money(rate) and rate.unit not in (a.unit, b.unit):
            continue
        ways = ((a.value / rate.value, "/"), (a.value * rate.value, "×"))
        value, sign = min(ways, key=lambda way: abs(math.log(way[0] / b.value)))
        formula = (
            f"{number_in_words(a.value)} {sign} {number_in_words(rate.value)} = {number_in_words(value)}"
        )
        verdict = close_verdict((value, value, 1), span_of(b), formula, _CONVERTS)
        evidence = {"named": 1.0, "same line": 1.0}
        yield Tie("conversion", (a, rate, b), verdict, evidence, ("conversion", b.start), ())
