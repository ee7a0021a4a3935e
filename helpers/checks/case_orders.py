"""All dated steps of one court case in one row: what led to it, the charge, the plea, the verdict, the sentence.

In: the dates of an article, and what happened on those that a word for an event names. Out: one tie of "order" at most, which
holds, or none. A text that tells of one case dates its steps once each. What no word names ("officers referred the car to a
second inspection") led to the plea, the verdict or the sentence if it came before it. Where something unnamed comes later, a
step comes twice, the steps are out of order, or a day told as ahead comes before others, more than one case is told of.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from helpers.checks.arithmetic import HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cases import somebody_else
from helpers.checks.events import Event, is_dateline
from helpers.checks.frames import Moment, Story

__all__ = ["case_order"]

MOST = 4  # steps: a text with more of them mostly tells of more than one case
SPAN = 4 * 366  # days
MONTH = 31  # days
_COURT = frozenset(("indict", "charge", "plead", "convict", "sentence"))
_ENDS = frozenset(("plead", "convict", "sentence"))
_TOLD = frozenset(("day", "range", "month", "time of day"))
_SINCE = re.compile(r"(?:since|from|so\sfar)\b", re.I)
# "A fourth defendant is due in court on"
_NEXT_PERSON = re.compile(
    r"(?:^|[.;,]\s)(?:an?|the|his|her|their)\s(?:second|third|fourth|fifth|sixth|seventh|last)\b[^.;]*$", re.I
)

_AHEAD = re.compile(r"\b(?:will|would|to\sbe|due|set|scheduled|fixed|expected|faces?|until)\b[^.;]*$", re.I)


def case_order(
    story: Story, events: list[Event], tied: set[int], turned: Callable[[list[str]], bool]
) -> Tie | None:
    """The steps of the case that an article tells of, in order.

    Args:
        story: The figures and dates of the article.
        events: Those of `events_of`.
        tied: Where the dates start that words tie to one another.
        turned: Whether, in a series of kinds of event, one comes after one that it must precede.

    Returns:
        A tie that holds; None if the article tells of no case, of several, or dates fewer than two steps.
    """
    named = {event.moment.start: event for event in events}
    if not any(event.kind in _COURT for event in events):
        return None
    steps = _steps(story)
    told = [named[one.start].kind if one.start in named else "" for one in steps]
    if not 1 < len(steps) <= MOST or (steps[-1].finish - steps[0].begin).days > SPAN:
        return None
    if not _of_one_case(steps, told, tied) or turned(told):
        return None
    words = tuple(named[one.start].words for one in steps if one.start in named)
    days = [f"{kind or 'a step'} on {one.begin}" for one, kind in zip(steps, told, strict=True)]
    verdict = Verdict(HOLDS, str(steps[0].begin), str(steps[-1].begin), ", then ".join(days))
    claim = ("order", *(one.start for one in steps))
    return Tie("order", tuple(steps), verdict, {"cue": 1.0, "back": 1.0}, claim, words)


def _steps(story: Story) -> list[Moment]:
    """The days, short ranges and months of the running text, each once, in order of time."""
    steps: dict[tuple, Moment] = {}
    for one in story.moments:
        if one.begin and one.finish and _is_step(one):
            steps.setdefault((one.begin, one.finish), one)
    in_time = sorted(steps.values(), key=lambda one: (one.begin, one.finish))
    return [one for one in in_time if not any(_within(other, one) for other in in_time)]


def _is_step(one: Moment) -> bool:
    return (
        one.block == "paragraph"
        and not one.length
        and one.precision in _TOLD
        and one.days <= MONTH
        and not is_dateline(one)
        and not _SINCE.match(one.quote)
        and not _NEXT_PERSON.search(one.before)
        and not somebody_else(one.before[-60:])
    )


def _within(one: Moment, other: Moment) -> bool:
    """Whether a date lies in a longer stretch."""
    return other.begin <= one.begin and one.finish <= other.finish and one.days < other.days


def _of_one_case(steps: list[Moment], told: list[str], tied: set[int]) -> bool:
    """Whether the steps are those of one case: one of a court, on a single day or tied to another, no step twice, what
    is ahead last, and nothing but steps of a court behind the first plea, verdict or sentence."""
    in_court = [one for one, kind in zip(steps, told, strict=True) if kind in _COURT]
    kinds = [kind for kind in told if kind]
    if not any(one.days == 1 or one.start in tied for one in in_court) or len(set(kinds)) < len(kinds):
        return False
    first = next((at for at, kind in enumerate(told) if kind in _ENDS), len(told))
    ahead = [bool(_AHEAD.search(one.before[-60:])) for one in steps]
    apart = sorted(ahead) == ahead and all(one.finish < other.begin for one, other in pairwise(steps))
    return first > 0 and apart and _COURT.issuperset(told[first:])
