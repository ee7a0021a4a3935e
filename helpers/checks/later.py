"""A length of time that leads from one date to another: "17 days later, on 21 May 2021", "on 10 August, four days earlier".

In: dates of an article. Out: ties of "duration" (length, date it leads from, date it leads to). The date it leads to stands
beside it; any date told shortly before may be the one it leads from, so that it fails only if it fits none of them. What lies
so long before or after something that is only named ("two days before the seizure, on 15 January") is tied where one day of
the text fits, and never fails.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from os.path import commonprefix

from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story, between
from helpers.checks.lengths import UNITS, length_verdict
from helpers.checks.stretches import Stretch
from helpers.texts import cardinal

__all__ = ["akin", "find_later"]

BEFORE = 4  # dates that a length may lead from
_LATER = re.compile(
    r"(?:(?:just|only|exactly|some)\s)?(?P<number>[\w-]+(?:\s[a-z]+){0,3})\s(?P<units>(?:day|week|month|year)s?)\s(?:later|afterwards|after\sthat|thereafter|on|(?P<back>earlier|before(?:hand)?|previously))",
    re.I,
)
# "17 days later, on 21 May", "21 May, only 17 days later"
_BESIDE = re.compile(
    r"[\s,(–—-]{1,3}(?:(?:on|in|only|just|exactly|that\sis|i\.e\.|some)\s)?(?:[A-Z][a-z]+day,?\s)?"
)
_WAY = re.compile(r"\b(?:later|afterwards|after|thereafter|on|earlier|before|beforehand|previously)\b")
# "two days before the seizure, on ", ", two days after the lorry left Ghent"
_NAMED = r"\s(?P<way>before|after)\s(?P<named>(?:the|his|her|their|its|that)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)"
_FROM_NAMED = re.compile(rf"{_NAMED},?\s(?:on\s)?(?:[A-Z][a-z]+day,?\s)?")
_NAMED_BEHIND = re.compile(rf"{_NAMED}(?=[.,;:)]|\s(?:and|but|in|at|on|from|of|by)\b|$)")
_AHEAD = re.compile(r"[\s,(–—-]{1,3}(?:(?:only|just|exactly|some|that\sis)\s)?")
SHARED, ENDING = (
    4,
    2,
)  # letters that a verb and its noun share at least, and that only one has: "seized", "seizure"


def find_later(story: Story) -> Iterator[Tie]:
    """Every such length with the dates that it leads from and to."""
    read = [(one, _length(one)) for one in map(_whole, story.moments)]
    told = [(one, length) for one, length in read if length or _is_point(one)]
    dated = [one for one, _ in told]
    points = [one for one, length in told if not length]
    for at, (one, length) in enumerate(told):
        beside = length and _led_to(one, dated[at + 1 : at + 2], dated[max(0, at - 1) : at])
        if not beside:
            continue
        before = [x for x in points if x.start < min(one.start, beside.start)][::-1]
        back = length.end == one.end  # "four days earlier": the later of the two days was told before
        ties = [
            _tie(length, *((beside, x) if back else (x, beside)))
            for x in before
            if (beside.finish < x.begin if back else x.finish < beside.begin)
        ][:BEFORE]
        # "The appeal came 100 days later. He left on 5 May, two days later.": the day that it leads from is not told
        untold = any(
            max(x.start for x in before) < other.start < min(one.start, beside.start)
            for other, _ in told
            if before
        )
        # "on 10 August, four days earlier": than what, is plain only where one day was told just before
        plain = (
            len({x.begin for x in before}) == 1 and beside.line - before[0].line <= 1 if back else not untold
        )
        yield from [tie for tie in ties if tie.verdict.holds][:1] or ties[:plain]
    yield from _from_named(story, points)


def _from_named(story: Story, points: list[Moment]) -> Iterator[Tie]:
    """Lengths before or after what is only named, with the day beside them and the day that it leads from: the one of which it
    is told in the same words, or the one day of the text that fits, and then it never fails."""
    for at, length in enumerate(story.moments):
        beside, found = _named_from(length, story.moments[at - 1 : at] + story.moments[at + 1 : at + 2])
        if beside not in points or length.length[1] not in UNITS:
            continue
        days = [x for x in points if x.days == 1]
        if found["way"] == "before":
            ties = [_tie(length, beside, x) for x in days if beside.finish < x.begin]
        else:
            ties = [_tie(length, x, beside) for x in days if x.finish < beside.begin]
        fitting = [tie for tie in ties if tie.verdict.holds]
        if len({item.begin for tie in fitting for item in tie.items[1:]}) == 2:
            yield fitting[0]
        elif not fitting:
            often = {line: _told(words, found["named"]) for line, (_, words) in enumerate(story.lines)}
            telling = {line: times for line, times in often.items() if times and line != beside.line}
            told = [x for x in points if telling == {x.line: 1}]
            yield from (tie for tie in ties if len(told) == 1 and told[0] in tie.items)


def _named_from(length: Moment, others: list[Moment]) -> tuple[Moment | None, re.Match | None]:
    """The day beside a length that leads from something named, and the words for that."""
    for other in others if length.length else ():
        if length.start < other.start:
            found = _FROM_NAMED.fullmatch(between(length, other))
        else:
            joined = other.line == length.line and _AHEAD.fullmatch(between(other, length))
            found = _NAMED_BEHIND.match(length.after) if joined else None
        if found:
            return other, found
    return None, None


def _is_point(one: Moment) -> bool:
    """Whether a moment is a day or a month, from which a length may lead."""
    return bool(one.begin and one.finish and not one.length and one.days <= 31)


def _told(sentence: str, named: str) -> int:
    """How often a sentence tells what is named: "seized on 9 May", of "the seizure"."""
    return sum(akin(word, named.lower().split()[-1]) for word in re.findall(r"[a-z]{4,}", sentence.lower()))


def akin(one: str, other: str) -> bool:
    """Whether two words may be forms of one: a verb and its noun."""
    shared = len(commonprefix([one, other]))
    return shared >= max(SHARED, min(len(one), len(other)) - ENDING)


def _length(one: Moment) -> Moment | None:
    """What is read as a date or as a length ("17 days later") as the length that it names."""
    found = _LATER.fullmatch(one.quote)
    if not found:
        return None
    words = found["number"].lower().replace("-", " ").split()
    number, used = (int(words[0]), 1) if words[0].isdigit() and len(words) == 1 else cardinal(words)
    if used != len(words) or not 0 < number < 1000:
        return None
    quote = one.quote if found["back"] else one.quote[: found.end("units")]
    value = one.value if one.length else f"P{number}{found['units'][0].upper()}"
    return replace(one, type="DURATION", value=value, mod="", quote=quote, end=one.start + len(quote))


def _whole(one: Moment) -> Moment:
    """A length with the words behind it that lead on from a date ("six days later"); any other moment as it is."""
    found = _LATER.match(one.quote + one.after[:12]) if one.length else None
    # neither "four years on 15 May" nor "two months before the raids" leads on
    leads = found and found.end("units") == len(one.quote) and not found[0].endswith((" on", " before"))
    return replace(one, quote=found[0], end=one.start + found.end()) if leads else one


def _led_to(one: Moment, behind: list[Moment], before: list[Moment]) -> Moment | None:
    """The date that stands beside such a length."""
    beside = (
        x for x in (*behind, *before) if x.begin and x.line == one.line and _BESIDE.fullmatch(between(one, x))
    )
    return next(beside, None)


def _tie(length: Moment, first: Moment, last: Moment) -> Tie:
    stretch = Stretch(
        (first, last), first.begin, last.finish, (last.begin - first.finish).days, both_ends=False
    )
    evidence = {
        "cue": 1.0,
        "pair": 1.0,
        "adjacent": 1.0,
        "same line": float(first.line == last.line),
        "next line": float(first.line != last.line),
    }
    words = (*_WAY.findall(f"{length.quote} {length.after[:20]}")[:1],)
    return Tie(
        "duration",
        (length, first, last),
        length_verdict(length, stretch),
        evidence,
        ("later", length.start),
        words,
    )
