"""A turnout with the votes and the roll of voters, which the things themselves tie, whatever stands between.

In: figures of an article. Out: ties of "share" (votes, voters, turnout), where just one figure near the turnout is told as each
of the others. Charity: a turnout elsewhere or at another time is left alone.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import share_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story

__all__ = ["find_turnouts"]

NEAR, REACH = 4, 400  # sentences, and characters between them
MOST_OFF = 2.0  # times: figures that are further apart are not of one thing
_TURNOUT = re.compile(r"\b(?:turnout|participation)\b(?!\s(?:than|from|against))[^.;,:\d]{0,30}$", re.I)
_TURNOUT_BEHIND = re.compile(r",?\s(?:the\s)?turnout\b")
_ROLL = re.compile(
    r"\b(?:regist\w+|(?:electoral|voters?[’']?)\s(?:rolls?|lists?)|on\sthe\srolls?|electorate|eligible|entitled|enrolled)\b",
    re.I,
)
_VOTES = re.compile(
    r"\b(?:votes?\s(?:were\s)?cast|ballots?|voted|went\sto\sthe\spolls|cast\s(?:a|their|his)\s(?:votes?|ballots?)|turned\sout)\b",
    re.I,
)
_SOME_VOTES = re.compile(
    r"\b(?:invalid|void|spoil\w+|blank|rejected|postal|early|wom[ae]n|men|for|against|abroad)\b", re.I
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]f)\s(?:the\s)?((?:[a-z]+\s)?[A-Z][\w’'-]+|[a-z]+\s(?:districts?|wards?|towns?|villages?))"
)
_WISHED = re.compile(r"\b(?:hope|expect|forecast|aim|target|need|requir|threshold|minimum|at\sleast)", re.I)


def find_turnouts(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every turnout with the figures that give it; `tolerance` in percentage points."""
    for one in story.frames:
        if one.block.startswith("table"):
            continue
        if one.unit == "percent" and (_TURNOUT.search(one.before[-60:]) or _TURNOUT_BEHIND.match(one.after)):
            yield from _turnout(story, one, tolerance)


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
    counts = f"{rolls[0].sentence} {votes[0].sentence}"
    elsewhere = _WISHED.search(percent.sentence) or any(
        place not in counts for place in _PLACE.findall(percent.before)
    )
    if elsewhere or has_cue("scope", percent.before[-60:]) or _SOME_VOTES.search(_clause(story, votes[0])):
        return
    verdict = share_verdict(votes[0], rolls[0], percent, tolerance)
    if verdict.holds or 1 / MOST_OFF < verdict.computed / percent.size < MOST_OFF:
        yield _tie_of_votes("share", (votes[0], rolls[0], percent), verdict, "turnout")


def _tie_of_votes(template: str, items: tuple[Frame, ...], verdict, word: str) -> Tie:
    evidence = {"cue": 1.0, "named": 1.0, "adjacent": 1.0}
    return Tie(template, items, verdict, evidence, (template, items[-1].start), (word,))
