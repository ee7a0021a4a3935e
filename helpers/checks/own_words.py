"""Figures that the things themselves tie, whatever stands between: a turnout with the votes and the roll of voters, a price a night
with the nights and the bill.

In: figures of an article. Out: ties of "share" (votes, voters, turnout) and "average" (bill, nights, price), where just one figure
near the claim is told as each of the others.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import average_verdict, share_verdict, span_of
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story

__all__ = ["find_own_words"]

NEAR, REACH = 4, 400  # sentences, and characters between them
MOST_OFF = 2.0  # times: figures that are further apart are not of one thing
_TURNOUT = re.compile(r"\b(?:turnout|participation)\b(?!\s(?:than|from|against))[^.;,:\d]{0,30}$", re.I)
_ROLL = re.compile(
    r"\b(?:regist\w+|(?:electoral|voters?[’']?)\s(?:rolls?|lists?)|on\sthe\srolls?|electorate|eligible|entitled|enrolled)\b",
    re.I,
)
_VOTES = re.compile(
    r"\b(?:votes?\s(?:were\s)?cast|ballots?|voted|went\sto\sthe\spolls|cast\s(?:a|their|his)\s(?:votes?|ballots?)|turned\sout)\b",
    re.I,
)
_BILL = re.compile(
    r"\b(?:bill|costs?|paid|pays?|charged?|total(?:led)?|came\sto|comes\sto|in\sall|altogether|sum|invoiced?)\b",
    re.I,
)
_FOR = re.compile(r"\s(?:on|for)\s")  # "paid 45 euros for food"


def find_own_words(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every turnout and every price a night with the figures that give it; `tolerance` in percentage points."""
    for one in story.frames:
        if one.block.startswith("table"):
            continue
        if one.unit == "percent" and (_TURNOUT.search(one.before[-60:])):
            yield from _turnout(story, one, tolerance)
        elif one.per in ("night", "per night"):
            yield from _stay(story, one)


def _near(story: Story, one: Frame) -> list[Frame]:
    """The other figures of the sentences about a figure."""
    lines = (line for line in range(one.line - NEAR, one.line + NEAR + 1) if line in story.by_line)
    near = [line for line in lines if story.gap(line, one.line) <= REACH]
    return [other for line in near for other in story.by_line[line] if other is not one]


def _clause(story: Story, one: Frame) -> str:
    """The words about a figure up to the next comma, stop or figure on each side."""
    before = re.split(r"[,;.]\s", one.before)[-1]
    after = re.split(r"[,;.](?:\s|$)", one.after)[0]
    beside = [other for other in story.by_line[one.line] if other is not one]
    left = max((other.end for other in beside if other.end <= one.start), default=one.start - len(before))
    right = min((other.start for other in beside if other.start >= one.end), default=one.end + len(after))
    return f"{before[-max(0, one.start - left) :] if one.start > left else ''} {after[: right - one.end]}"


def _turnout(story: Story, percent: Frame, tolerance: float) -> Iterator[Tie]:
    told = [(one, _clause(story, one)) for one in _near(story, percent) if one.unit == "count"]
    rolls = [one for one, words in told if _ROLL.search(words) and not _VOTES.search(words)]
    votes = [one for one, words in told if _VOTES.search(words) and not _ROLL.search(words)]
    if len(rolls) != 1 or len(votes) != 1 or not 0 < votes[0].size < rolls[0].size:
        return
    verdict = share_verdict(votes[0], rolls[0], percent, tolerance)
    if verdict.holds or 1 / MOST_OFF < verdict.computed / percent.size < MOST_OFF:
        yield _tie("share", (votes[0], rolls[0], percent), verdict, "turnout")


def _stay(story: Story, price: Frame) -> Iterator[Tie]:
    near = _near(story, price)
    nights = [
        one for one in near if one.dimension == "time D" and "night" in one.quote or one.noun == "night"
    ]
    sums = [one for one in near if one.unit == price.unit]
    bills = [one for one in sums if _BILL.search(_clause(story, one)) and not one.per]
    bills = (
        [one for one in bills if not _FOR.match(one.after) or 0 < nights[0].start - one.end < 12]
        if nights
        else []
    )
    if len(nights) != 1 or len(sums) != 1 or not bills or nights[0].size <= 1:
        return
    verdict = average_verdict(bills[0].size, nights[0].size, span_of(price))
    if verdict.holds or 1 / MOST_OFF < verdict.computed / price.size < MOST_OFF:
        yield _tie("average", (bills[0], nights[0], price), verdict, "night")


def _tie(template: str, items: tuple[Frame, ...], verdict, word: str) -> Tie:
    evidence = {"cue": 1.0, "named": 1.0, "adjacent": 1.0}
    return Tie(template, items, verdict, evidence, (template, items[-1].start), (word,))
