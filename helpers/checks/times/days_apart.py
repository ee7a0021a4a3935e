"""One event told with two days: "the trial will begin on 21 October", "the opening day of the trial, 28 October".

In: the dates of an article. Out: ties of "restated" that fail. One of the two sentences must name the event as known, and whether it
begins or ends; the other day may be told of it anywhere in the text, but be the only one. Charity: what is put off, or is one of several, has two days.
"""

import re
from collections.abc import Iterator
from os.path import commonprefix

from helpers.checks.arithmetic import FAILS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story
from helpers.checks.shares.pairs import common_words
from helpers.texts import word_stems

__all__ = ["find_days_apart"]

FARTHEST = 366  # days between two that are meant as one
SHARED, ENDING = (
    4,
    2,
)  # letters that a verb and its noun share at least, and that only one has: "seized", "seizure"
NEAR = 90  # characters beside a date in which its event is told
_WHAT = r"(?:the|this|that|its|his|her|their)\s(?P<what>[^,;.:()|]{3,50}?)"
_BOUND = r"(?P<bound>opening|first|starting|last|closing|final|expiry)"
_BEFORE = [
    re.compile(rf"\bthe\s(?:{_BOUND}\s)?(?:day|date)\s(?:of|for)\s{_WHAT},\s(?:on\s)?$", re.I),
    re.compile(rf"\b{_WHAT}[’']s\s{_BOUND}\sday,\s(?:on\s)?$", re.I),
    re.compile(
        rf"\b{_WHAT},\s(?:which\sis\s|now\s)?(?:set|due|scheduled|planned|fixed|called)\s(?:for|on)\s$", re.I
    ),
]
_BEHIND = [
    re.compile(
        rf",\s(?:which\sis\s)?the\s(?:{_BOUND}\s)?(?:day|date)\s(?:of|for|set\sfor|fixed\sfor)\s{_WHAT}(?=[.,;:]|$)"
    ),
    re.compile(rf",\s(?:which\sis\s)?when\s{_WHAT}\s(?P<bound>begins|starts|opens|ends|expires|closes)\b"),
]
_BEGINS = re.compile(r"\b(?:begin\w*|beg[au]n|start\w*|open(?:s|ed|ing)?|first|launch\w*|commenc\w+)\b", re.I)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|expir\w+|clos(?:es?|ed|ing)|last|final|until|till|deadline|finish\w*|conclu\w+)\b",
    re.I,
)
_IN = re.compile(r"\b[Ii]n\s([A-Z][a-z]+)")
_PUT_OFF = re.compile(
    r"\b(?:postpon\w+|put\s(?:off|back)|mov(?:e|ed|ing)|brought\sforward|instead|original\w*|reschedul\w+|delay\w*|exten[ds]\w*|adjourn\w*"
    r"|resum\w+|called\soff|cancel\w+|scrapped|avert\w+|another|previous\w*|earlier|again|next|new|unless|provisional\w*|chang\w+|each|every|some|both|correct\w*)\b",
    re.I,
)


def find_days_apart(story: Story) -> Iterator[Tie]:
    """Every day that is told of an event of which the text tells another day."""
    days = [one for one in story.moments if one.days == 1 and one.begin and not one.length]
    for one in days:
        found = _named(one)
        others = [other for other in days if other.line != one.line and _tells(other, found)] if found else []
        if len(others) == 1 and _may_differ(story, one, others[0], found["what"]):
            yield _tie_of_days(*sorted((one, others[0]), key=lambda day: day.start), found["what"])


def _named(one: Moment) -> re.Match | None:
    """The event of which a day is told in apposition, and whether it begins or ends."""
    before = (pattern.search(one.before[-NEAR:]) for pattern in _BEFORE)
    behind = (pattern.match(one.after[:NEAR]) for pattern in _BEHIND)
    return next((found for found in (*before, *behind) if found), None)


def _tells(other: Moment, found: re.Match) -> bool:
    """Whether a day is told of the same event, and of the same end of it."""
    near = f"{other.before[-NEAR:]} {other.after[:NEAR]}".lower()
    stems = word_stems(found["what"].lower())
    named = stems - common_words() or stems
    told = re.findall(r"[a-z]{4,}", near)
    if not named or not all(
        any(word.startswith(stem.removesuffix("ing")) or _akin(word, stem) for word in told) for stem in named
    ):
        return False
    bound = found.groupdict("").get("bound", "")
    if _BEGINS.search(bound):
        return bool(_BEGINS.search(near))
    return bool(_ENDS.search(near)) == bool(_ENDS.search(bound))


def _may_differ(story: Story, one: Moment, other: Moment, what: str) -> bool:
    """Whether two days differ, and nothing says that there was more than one."""
    if one.begin == other.begin or abs((one.begin - other.begin).days) > FARTHEST:
        return False
    places = [set(_IN.findall(day.sentence)) for day in (one, other)]
    if all(places) and not places[0] & places[1]:
        return False  # "in Lima", "in Cusco"
    first, last = sorted((one.line, other.line))
    words = " ".join(text for _, text in story.lines[first : last + 1])
    return one.year_from == other.year_from and not _PUT_OFF.search(words.replace(what, " "))


def _tie_of_days(first: Moment, last: Moment, what: str) -> Tie:
    verdict = Verdict(FAILS, str(first.begin), str(last.begin), f"{what}: {first.begin} and {last.begin}")
    return Tie(
        "restated", (first, last), verdict, {"named": 1.0, "cue": 1.0}, ("restated", first.start), (what,)
    )


def _akin(one: str, other: str) -> bool:
    """Whether two words may be forms of one: a verb and its noun."""
    shared = len(commonprefix([one, other]))
    return shared >= max(SHARED, min(len(one), len(other)) - ENDING)
