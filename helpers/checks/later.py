"""A length of time that leads from one date to another: "17 days later, on 21 May 2021", "opened on 4 March, 100 days earlier".

In: dates of an article. Out: ties of "duration" (length, earlier date, later date). One of the dates stands beside the length;
any date told shortly before may be the other one, so that it fails only if it fits none of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.binding import Tie
from helpers.checks.events import is_dateline
from helpers.checks.frames import Moment, Story, between
from helpers.checks.lengths import length_verdict
from helpers.checks.stretches import Stretch
from helpers.texts import cardinal

__all__ = ["find_later"]

BEFORE = 4  # dates that a length may lead from
_LATER = re.compile(
    r"(?:(?:just|only|exactly|some)\s)?(?P<number>[\w-]+(?:\s[a-z]+){0,3})\s(?P<units>(?:day|week|month|year)s?)\s(?:later|afterwards|after\sthat|thereafter|on|earlier|before(?:hand)?|previously)",
    re.I,
)
_BACK = re.compile(r"\b(?:earlier|before(?:hand)?|previously)$", re.I)
# "17 days later, on 21 May", "21 May, only 17 days later"
_BESIDE = re.compile(
    r"[\s,(–—-]{1,3}(?:(?:on|in|only|just|exactly|that\sis|i\.e\.|some)\s)?(?:[A-Z][a-z]+day,?\s)?"
)


def find_later(story: Story) -> Iterator[Tie]:
    """Every such length with a date beside it."""
    dated = [one for one in story.moments if one.begin and one.finish and not one.length and one.days <= 31]
    lengths = [_length(one) for one in dated]
    points = [one for one, length in zip(dated, lengths, strict=True) if not length]
    for at, (one, length) in enumerate(zip(dated, lengths, strict=True)):
        beside = length and _led_to(one, dated[at + 1 : at + 2], dated[max(0, at - 1) : at])
        if not beside:
            continue
        told = [x for x in points if x.start < min(one.start, beside.start)]
        back = bool(_BACK.search(one.quote))
        pairs = [(beside, x) if back else (x, beside) for x in told[-2 * BEFORE :][::-1]]
        ties = [_tie(length, *pair) for pair in pairs if _may_lead(*pair)][:BEFORE]
        yield from [tie for tie in ties if tie.verdict.holds][:1] or ties[:1]


def _length(one: Moment) -> Moment | None:
    """What is read as a date ("17 days later") as the length that it names."""
    found = _LATER.fullmatch(one.quote)
    if not found:
        return None
    words = found["number"].lower().replace("-", " ").split()
    number, used = (int(words[0]), 1) if words[0].isdigit() and len(words) == 1 else cardinal(words)
    if used != len(words) or not 0 < number < 1000:
        return None
    quote = one.quote if _BACK.search(one.quote) else one.quote[: found.end("units")]
    value = f"P{number}{found['units'][0].upper()}"
    return replace(one, type="DURATION", value=value, mod="", quote=quote, end=one.start + len(quote))


def _led_to(one: Moment, behind: list[Moment], before: list[Moment]) -> Moment | None:
    """The date that stands beside such a length."""
    beside = (x for x in (*behind, *before) if x.line == one.line and _BESIDE.fullmatch(between(one, x)))
    return next(beside, None)


def _may_lead(first: Moment, last: Moment) -> bool:
    near = abs(first.line - last.line) <= 2 and not is_dateline(first) and not is_dateline(last)
    return first.finish < last.begin and near


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
    words = (length.after.split()[0].strip(",.;:"),)
    return Tie(
        "duration",
        (length, first, last),
        length_verdict(length, stretch),
        evidence,
        ("later", length.start),
        words,
    )
