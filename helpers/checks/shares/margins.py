"""The lead of a winner: the votes of two people and the margin between them, however far apart they are told.

In: the figures of an article. Out: ties of "difference". A margin is told by its noun ("a margin of 1,362") or as votes by which
somebody won; the votes are the two greatest counts of one ballot told before it. Charity: a margin in another year, an expected
one, or one beside more than one ballot is left alone.
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import periods
from helpers.checks.arithmetic import difference_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story

__all__ = ["find_margins"]

REACH = 1500  # characters from the votes to their margin
NEXT = 2  # lines from one vote to the other
MOST_OFF = 2.5  # times: a margin that is further off is another one
LEAST = 30  # votes of which the difference is soon met by chance
_NOUN = r"(?:margin|lead|majority|gap|difference|advantage|plurality)"
_MARGIN = re.compile(
    rf"\b(?:an?|the|that|this|her|his|their)\s(?:[a-z]+\s)?{_NOUN}(?:\s(?:of|was|is|came\sto|stood\sat)|,)\s(?:(?:just|only|exactly|a\smere)\s)?$",
    re.I,
)
_WON_BY = re.compile(
    r"\b(?:won|ahead|beat\s[^.]{2,40}|defeated\s[^.]{2,40}|lost)\sby\s(?:(?:just|only|a\smere)\s)?$"
)
_GOT = (
    "get",
    "receive",
    "win",
    "poll",
    "take",
    "have",
    "score",
    "collect",
    "garner",
    "secure",
    "obtain",
    "gain",
)
_OTHER = re.compile(
    r"\b(?:last\stime|previous(?:ly)?|earlier|polls?\s(?:had|gave|predict)|expected|forecast|needed?|required?|predicted|blank|spoil(?:ed|t)|invalid)\b",
    re.I,
)


def find_margins(story: Story) -> Iterator[Tie]:
    """Every margin of votes with the two counts that give it."""
    for one in story.counted:
        if not (_is_margin(one) and one.exact and one.noun in ("", "vote", "ballot")):
            continue
        if periods(story, one.line) or _OTHER.search(one.before[-80:]):
            continue
        votes = _two_votes(story, one)
        if not votes:
            continue
        verdict = difference_verdict(*votes, one)
        off = max(verdict.computed, one.size) / max(min(verdict.computed, one.size), 1e-9)
        if verdict.holds or off < MOST_OFF:
            evidence = {"cue": 1.0, "named": 1.0, "pair": 1.0, "back": 1.0}
            yield Tie("difference", (one, *votes), verdict, evidence, ("margin", one.start), ())


def _is_margin(one: Frame) -> bool:
    told = _MARGIN.search(one.before[-60:]) or _WON_BY.search(one.before[-60:])
    return bool(told) and one.dimension == "count"


def _two_votes(story: Story, margin: Frame) -> list[Frame]:
    """The two greatest counts of votes before a margin: the one has the noun, the other stands in its sentence or the next two,
    and somebody got it."""
    before = [one for one in story.counted if one.start < margin.start and margin.start - one.end <= REACH]
    named = [one for one in before if one.noun in ("vote", "ballot") and one.exact and one.size >= LEAST]
    first = named[0] if named else None
    if not first or periods(story, first.line) or any(one.line - first.line > NEXT for one in named):
        return []  # without votes, of another time, or with a second ballot
    beside = [
        one
        for one in before
        if one is not first
        and abs(one.line - first.line) <= NEXT
        and one.exact
        and one.size >= LEAST
        and (one.noun in ("vote", "ballot") or not one.noun and (one.event in _GOT or one.line == first.line))
    ]
    counts = sorted([first, *beside], key=lambda one: -one.size)[:2]
    plain = len(counts) == 2 and first in counts and counts[1].size * 2 > counts[0].size
    return counts if plain else []
