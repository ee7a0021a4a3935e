"""Relations inside one expression or one phrase: a weekday and its date, a number and the names it announces, a measure
or a sum of money given in two units.

In: dates, counts and measures with the words around them. Out: ties of "weekday", "names" and "conversion".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict, close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, between

__all__ = ["find_single"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_DAYS)})\b,?\s", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = r"(?:(?:[A-Z]|[ÉÁÍÓÚÑÜÖÄÅØČŠŽ])[\w’'-]{1,25}(?:\s(?:(?:del?|la|of|the|los|las|el|al|bin|van|von)\s){0,2}[A-Z][\w’'-]{0,25}){0,4})"
_LIST = re.compile(rf"{_NAME}(?:,\s{_NAME}){{0,11}},?\s(?:and|&)\s{_NAME}")
_ONE_NAME = re.compile(_NAME)
_OPEN = re.compile(
    r"\b(?:including|among|such\sas|like|e\.g\.|for\sexample|notably|especially|both|in|from|between|near|by|of|with|at|to|said|says)\s$",
    re.I,
)
_TURN = r"(?:(?:\s(?:of\s)?[a-z]{2,15}){0,3}\s?\(|\s?[–—]\s?|,?\s(?:or|i\.e\.|equal\sto|equivalent\sto|which\sis|that\sis|worth|about|roughly|converted)\s)"
_CONVERTED = re.compile(
    rf"{_TURN}(?:about|around|roughly|nearly|some|approximately|almost|just\sover|just\sunder|over|more\sthan|equivalent\sto|or|the\sequivalent\sof)?\s?(?:[A-Z]{{0,3}}[$£€]?)?",
    re.I,
)
_CONVERTS = 0.05  # relative: conversions are rounded
_RATE = re.compile(
    r"\b(?:to\s(?:the|a|one)|per|for\s(?:one|a|each|every)|equals?|=|a)\s(?:U\.?S\.?\s|American\s|Canadian\s)?(?:\w+)\b",
    re.I,
)


def find_single(story: Story) -> Iterator[Tie]:
    """Weekdays, lists of names and conversions of an article."""
    for moment in story.moments:
        yield from _weekday(moment)
    for one in story.frames:
        if (
            one.dimension == "count"
            and 2 <= one.value <= 12
            and one.exact
            and not one.block.startswith("table")
        ):
            yield from _names(one)
    yield from _conversions(story)


def _weekday(moment: Moment) -> Iterator[Tie]:
    """A weekday printed beside a full date: "Friday, 7 May 2024"."""
    found = _WEEKDAY.match(moment.quote)
    if not found or "/" in moment.value or not _YEAR.search(moment.quote):
        return
    day = _printed_day(moment)
    if day is None:
        return
    actual = _DAYS[day.weekday()]
    holds = actual == found[1].lower()
    formula = f"{day} is a {actual.title()}"
    verdict = Verdict(HOLDS if holds else FAILS, actual.title(), found[1], formula)
    yield Tie("weekday", (moment,), verdict, {"adjacent": 1.0}, ("weekday", moment.start), (found[1],))


def _printed_day(moment: Moment):
    """The day that a full date names, whatever its weekday."""
    if moment.begin and moment.begin == moment.finish:
        return moment.begin
    return None


@dataclass(frozen=True)
class Name:
    """A name in a list, as an item of a tie."""

    start: int
    end: int
    quote: str
    line: int


def _names(one: Frame) -> Iterator[Tie]:
    """A number and the names behind a colon, or before one: "four forces: …", "A, B and C: three ports"."""
    at = one.start - one.sentence_start
    tail = one.sentence[at:]
    colon = re.search(r"(?:[:—–]|\s-)\s", tail[:260])
    if (
        colon
        and (found := _LIST.match(tail, colon.end()))
        and re.match(r"\s?[.;–—)-]|$", tail[found.end() : found.end() + 2])
    ):
        yield _names_tie(one, found, at)
        return
    head = one.sentence[:at]
    found = _LIST.match(head)
    if found and re.fullmatch(r"\s?[:—–]\s(?:the\s|all\s)?", head[found.end() :]):
        yield _names_tie(one, found, 0)


def _names_tie(one: Frame, found: re.Match, offset: int) -> Tie:
    names = [
        Name(
            one.sentence_start + offset + found.start() + name.start(),
            one.sentence_start + offset + found.start() + name.end(),
            name[0],
            one.line,
        )
        for name in _ONE_NAME.finditer(found[0])
    ]
    holds = len(names) == one.value
    verdict = Verdict(
        HOLDS if holds else FAILS, float(len(names)), one.value, f"{len(names)} names are listed"
    )
    opened = has_cue("open", one.sentence)
    evidence = {
        "list": 1.0,
        "adjacent": 1.0,
        "open": float(opened),
        "wrong way": float(abs(len(names) - one.value) > 2 or one.noun_class in ("time", "money")),
    }
    return Tie("names", (one, *names), verdict, evidence, ("names", names[0].start), ())


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
                formula = f"{a.quote} = {number_in_words(a.size / b.factor)} {b.unit}"
                verdict = close_verdict(span_of(a), span_of(b), formula, _CONVERTS)
                yield Tie("conversion", (a, b), verdict, {"adjacent": 1.0}, ("conversion", b.start), ())
        yield from _money(story, line, inside)


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
        if not _is_money(rate) or not _RATE.match(rate.after.lstrip()) or not has_cue("rate", rate.sentence):
            continue
        sums = [one for one in near if _is_money(one) and one.start != rate.start and one.value > 1]
        for a in (one for one in sums if one.unit == rate.unit):
            for b in (one for one in sums if one.unit != rate.unit):
                formula = f"{number_in_words(a.value)} / {number_in_words(rate.value)} = {number_in_words(a.value / rate.value)}"
                low, high, step = span_of(b)
                verdict = close_verdict(
                    (a.value / rate.value,) * 2 + (1,), (low, high, step), formula, _CONVERTS
                )
                gap = abs(a.line - line) + abs(b.line - line)
                evidence = {
                    "named": 1.0,
                    "same line": float(gap == 0),
                    "next line": float(gap > 0),
                    "rival": 0.5 * (len(sums) > 2),
                }
                yield Tie("conversion", (a, rate, b), verdict, evidence, ("conversion", b.start), ())
