"""Whether a length of time fits the dates it is told of, by any usual way of counting.

In: a length and a `Stretch` of the calendar. Out: a `Verdict`. Either end may count, weeks may be working weeks, months and
years are rounded, and "nearly", "over" and "under" leave room on their side.
"""

import re

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story, between
from helpers.checks.stretches import Stretch, definite, leads_back
from helpers.texts import MEAN_DAYS, noun_class, singular

__all__ = [
    "UNITS",
    "comparable",
    "length_verdict",
    "may_be_part",
    "may_last",
    "names_what_lasted",
    "of_one_event",
    "says_little",
    "words_apart",
]

# unit of a TIMEX3 length that dates can tell → its days
UNITS = {name[0].upper(): MEAN_DAYS[name] for name in ("days", "weeks", "months", "years")}
MOST_APART = 4  # times: dates that are further apart than a length says are not those of the length
FAR = 1500  # characters between two sentences about one event
MOST_BETWEEN = 25  # characters between a length and the time of which it is told
MOST_BARE = 2  # words: what lasted, and a preposition
_MOST_MONTHS, _MOST_YEARS = 0.75, 0.3  # how far a length in months or years may be rounded
_WORKING = re.compile(r"\b(?:school|working|business|week|trading|sitting|court|office)[\s-]?days?\b", re.I)
_NEARLY = re.compile(r"(?:almost|nearly|just\sunder|close\sto|barely|some|about)\b", re.I)
_KNOWN = re.compile(r"\b(?:the|those|these|all|its|his|her|their)\s$", re.I)

_SMALL = re.compile(
    r"the|an?|he|she|they|it|his|her|their|of|in|on|at|by|for|to|from|against|that|which|who|and|with|was|were|is|has|had|led"
)
_BY_WHOM = re.compile(
    r",?\s[a-z]+\sby\s[^,;.:]{2,60}?(?=,?\s(?:from|between|on|in)\b)|(?<=[a-z])(?:\s[A-Z][\w-]*){1,4}"
)


def _stated_days(length: Moment) -> float:
    """How many days a length says."""
    size, unit = length.length
    return size * UNITS[unit]


def length_verdict(length: Moment, one: Stretch) -> Verdict:
    """Whether two days are as far apart as a length says, by any usual way of counting."""
    size, unit = length.length
    stated = _stated_days(length)
    approx = 0.1 * stated * (length.mod == "APPROX")
    if unit == "Y":
        slack = max(_MOST_YEARS * min(1.0, size) * UNITS["Y"], approx)
    elif unit == "M":
        slack = max(_MOST_MONTHS * UNITS["M"], approx)
    else:
        working = unit == "W" and one.first.weekday() <= 1 and one.last.weekday() in (3, 4)
        slack = approx or (0.0 if unit == "D" else 1.0 + 3 * working)
        if unit == "D" and _WORKING.search(length.quote):
            slack = 2 / 7 * one.days + 2  # week-ends and holidays do not count
    low, high = min(one.fewest, one.days - one.both_ends) - slack, one.days + slack
    if _NEARLY.match(length.quote):
        high += max(0.1 * stated, UNITS[unit] / 2)
    fits = low <= stated <= high
    if length.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        fits = 2 * stated >= low and high >= stated
    elif length.mod in ("LESS_THAN", "EQUAL_OR_LESS") and not _NEARLY.match(length.quote):
        fits = low <= stated <= 2 * high
    exact = min(abs(stated - one.days), abs(stated - one.fewest)) < (0.5 if unit in "DW" else 3)
    months = round(one.days / UNITS["M"], 1)
    counted = ", both ends counted" if one.both_ends else ""
    shown = f"{one.days} days{counted}" if unit in "DW" else f"{months:g} months"
    return Verdict(
        (HOLDS if exact else ROUNDED) if fits else FAILS,
        shown,
        length.quote,
        f"{one.first} to {one.last} is {shown}",
    )


def words_apart(between: str) -> int:
    """How many characters part a length from its dates; names and those who led what lasted do not count: "the ten-day
    Operation Tern, led by the coast guard from 3 to 12 May"."""
    bare = _BY_WHOM.sub("", between)
    return len(bare if len(bare.split()) <= MOST_BARE else between)


def says_little(length: Moment, one: Stretch) -> bool:
    """Whether a length that only says "more than" is so much shorter than a stretch that it holds whatever the dates."""
    most = 1.3 * _stated_days(length) + UNITS[length.length[1]]
    return length.mod in ("MORE_THAN", "EQUAL_OR_MORE") and one.fewest > most


def comparable(length: Moment, one: Stretch, times: int) -> bool:
    """Whether a length and a stretch are near enough in size for the one to be meant as the other."""
    most = MOST_APART * times
    return 1 / most <= _stated_days(length) / max(1, one.days) <= most


def may_be_part(length: Moment, one: Stretch) -> bool:
    """Whether a length that is shorter than a stretch may be days of it that do not follow each other, or the time that some
    of what is told of took: unless it says that it lasted, or is known."""
    if _stated_days(length) >= one.fewest:
        return False
    first = one.ends[0]
    inside = length.start < first.start and (
        re.match(r"between\b", first.quote) and not between(length, first).strip()
    )
    before = length.before[-40:]
    lasted = has_cue("goes on", before) or has_cue("state", before) or _KNOWN.search(before)
    whole = lasted and not before.endswith("on ")  # "ran on 19 days of the months"
    return bool(inside and not whole)


def of_one_event(story: Story, length: Moment, one: Moment) -> bool:
    """Whether a length and a range that stand apart are told of one event, known in both sentences ("the operation ran
    from", "the operation lasted"), or the length of a range before it ("in those 91 days")."""
    if story.gap(length.line, one.line) > FAR:
        return False
    named = [{word for word in definite(x.sentence) if noun_class(word) == "event"} for x in (length, one)]
    return bool(named[0] & named[1]) or length.start > one.start and leads_back(length)


def _nouns(length: Moment) -> list[str]:
    """The nouns of what lasted so long, its head last: "18-month drugs investigation"."""
    found = re.match(r"\s(?:of\s)?((?:[a-z][\w-]+\s?){1,4})", length.after)
    words = found[1].split() if found else []
    end = next((at for at, word in enumerate(words) if _SMALL.fullmatch(word)), len(words))
    return [singular(word) for word in words[:end]]


def may_last(length: Moment) -> bool:
    """Whether what a length stands before is something that happens: "two-week drive", not "three-year grant"."""
    return all(
        noun_class(noun) in ("event", "generic", "time", "") or has_cue("length", noun)
        for noun in _nouns(length)[-1:]
    )


def names_what_lasted(length: Moment, one: Stretch) -> bool:
    """Whether what lasted so long is named beside the dates."""
    others = [end.sentence for end in one.ends if end.line != length.line]
    words = {singular(word) for sentence in others for word in re.findall(r"[^\W\d_]{4,}", sentence)}
    return bool({noun for noun in _nouns(length) if len(noun) > 3} & words)
