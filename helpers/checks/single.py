"""Relations inside one expression or one phrase: a weekday and its date, a number and the names it announces, a measure
or a sum of money given in two units.

In: dates, counts and measures with the words around them. Out: ties of "weekday", "names" and "conversion".
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict, close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, between
from helpers.texts import word_list

__all__ = ["find_single"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_A_DAY = "|".join(_DAYS)
_WEEKDAY = re.compile(rf"(?:.{{1,40}}\s(?:on|of)\s)?({_A_DAY})\b,?\s", re.I)
_WEEKDAY_BEHIND = re.compile(
    rf",?\s\(?(?:(?:which|that)\s(?:was|is|fell\son|falls\son)\s)?an?\s({_A_DAY})\b(?!\s\w+day)", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# what comes before a list that is complete: a colon or a dash, "namely", "they are"
_OPENS_LIST = re.compile(
    r"(?:[:—–]|\s-|,?\s(?:namely|viz\.?|that\sis)|[.;]\s(?:They|These|Those)\s(?:are|were)(?:\sas\sfollows)?)[:,]?\s|\s\((?=[A-ZÀ-Ý])",
    re.I,
)
_LIST = re.compile(
    r"[^.;:()—–]{3,240}?(?=\s?[.;)—–]|,?[\"”]|,\s(?:where|who|which|it|he|she|they)\b"
    r"|,\s(?:[\w’'-]+\s){1,10}(?:said|says|stated|announced|reported|told|wrote)\b|$)"
)
_NO_ITEM = re.compile(
    r"(?:(?:we|he|she|they|i|it|there)\b|\d|.{0,60}\b(?:is|are|was|were|has|have|had|will|would)\b)", re.I
)
_LONGEST_ITEM = 5  # words
_TURN = r"(?:(?:\s(?:of\s)?[a-z]{2,15}){0,3}\s?\(|\s?[–—]\s?|,?\s(?:or|i\.e\.|equal\sto|equivalent\sto|which\sis|that\sis|worth|about|roughly|converted)\s)"
_CONVERTED = re.compile(
    rf"{_TURN}(?:about|around|roughly|nearly|some|approximately|almost|just\sover|just\sunder|over|more\sthan|equivalent\sto|or|the\sequivalent\sof)?\s?(?:[A-Z]{{0,3}}[$£€]?)?",
    re.I,
)
_OF_ITS_OWN = re.compile(r"\s(?:with|without|including|of\s(?:it|them|which))\b")  # "7 miles with the detour"
_TIMES = {"time Y": "years", "time M": "months", "time W": "weeks", "time D": "days", "time H": "hours"}
_CONVERTS = 0.05  # relative: conversions are rounded
_RATE = re.compile(
    r"\b(?:to\s(?:the|a|one)|per|for\s(?:one|a|each|every)|equals?|=|a)\s(?:U\.?S\.?\s|American\s|Canadian\s)?(?:\w+)\b",
    re.I,
)
_RATE_BEFORE = re.compile(r"\brate\s(?:of|was|is|at)\s(?:about\s|roughly\s)?(?:[A-Z]{0,3}[$£€]?)$")


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
            yield from _names(one, story)
    yield from _conversions(story)


def _weekday(moment: Moment) -> Iterator[Tie]:
    """A weekday printed beside a full date: "Friday, 7 May 2024", "5am on Friday 7 May 2024", "7 May 2024, a Friday"."""
    found = _WEEKDAY.match(moment.quote) or _WEEKDAY_BEHIND.match(moment.after)
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
    block: str = ""


def _names(one: Frame, story: Story) -> Iterator[Tie]:
    """A number and the complete list that it announces, or that comes before it: "four forces: …", "six offences. They
    are …", "A, B and C: three ports"."""
    tail = one.sentence[one.end - one.sentence_start :]
    if one.line + 1 < len(story.lines):
        start, text = story.lines[one.line + 1]
        tail += f" {text}" if start == one.sentence_start + len(one.sentence) + 1 else ""
    tail = tail[:420]
    for opening in list(_OPENS_LIST.finditer(tail[:200]))[:2]:
        found = _LIST.match(tail, opening.end())
        at = one.end + found.start() if found else 0
        counted = found and any(at <= other.start < at + len(found[0]) for other in story.frames)
        if found and not counted and (tie := _names_tie(one, found[0].rstrip(), at)):
            yield tie
            return
    head = one.sentence[: one.start - one.sentence_start]
    found = re.fullmatch(r"([^.;:()\d]{3,240})\s?[:—–]\s(?:the\s|all\s|these\s)?", head)
    if found and (tie := _names_tie(one, found[1], one.sentence_start)):
        yield tie


def _items(text: str) -> list[tuple[int, str]]:
    """The items of a list with their places; none where the words are no list."""
    cuts = [joint.span() for joint in re.finditer(r",\s(?:(?:and|&)\s)?", text)]
    last = text[cuts[-1][0] :] if cuts else text
    if not re.match(r",\s(?:and|&)\s", last):  # "A, B and C"
        joint = re.search(r"\s(?:and|&)\s", last)
        if not joint:
            return []
        cuts.append((len(text) - len(last) + joint.start(), len(text) - len(last) + joint.end()))
    starts, stops = [0, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), len(text)]
    return [(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True)]


def _names_tie(one: Frame, text: str, start: int) -> Tie | None:
    """The tie of a number and the items of a list. A name may have an "and" of its own ("Antigua and Barbuda")."""
    items = _items(text)
    if len(items) < 2 or any(not item.strip() or len(item.split()) > _LONGEST_ITEM for _, item in items):
        return None
    named = sum(bool(re.match(r"(?:the\s)?[A-ZÀ-Ý]", item)) for _, item in items)
    if 0 < named < len(items) or any(_NO_ITEM.match(item) for _, item in items):
        return None
    joined = sum(len(re.findall(r"\s(?:and|&)\s", item)) for _, item in items)
    holds = len(items) <= one.value <= len(items) + joined
    names = [Name(start + at, start + at + len(item), item, one.line) for at, item in items]
    formula = f"{len(names)} {'names' if named else 'items'} are listed"
    verdict = Verdict(HOLDS if holds else FAILS, float(len(names)), one.value, formula)
    evidence = {
        "list": 1.0,
        "adjacent": 1.0,
        "open": float(has_cue("open", one.sentence)),
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
                and not _OF_ITS_OWN.match(b.after)
                and _CONVERTED.fullmatch(between(a, b))
            ):
                verdict = _converted(a, b)
                yield Tie("conversion", (a, b), verdict, {"adjacent": 1.0}, ("conversion", b.start), ())
        yield from _money(story, line, inside)


def _converted(a: Frame, b: Frame) -> Verdict:
    """Whether a figure is another one in another unit, by any measure of that name: an imperial gallon, a long ton."""
    ways = [
        (replace(a, factor=one), replace(b, factor=other)) for one in _factors(a) for other in _factors(b)
    ]
    told = _TIMES.get(b.unit, b.unit)
    verdicts = [
        close_verdict(
            span_of(one),
            span_of(other),
            f"{a.quote} = {number_in_words(one.size / other.factor)} {told}",
            _CONVERTS,
        )
        for one, other in ways
    ]
    return next((verdict for verdict in verdicts if verdict.holds), verdicts[0])


def _factors(one: Frame) -> list[float]:
    """The factor of a unit, and those of other measures that go by its name."""
    also = [row["also"].split() for row in word_list("checks/dimensions") if row["unit"] == one.unit]
    return [one.factor, *(float(factor) for factors in also for factor in factors)]


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
