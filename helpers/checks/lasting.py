"""What a length of time is told of: the nouns of what lasted, the range that tells when it was, what it leads from.

In: a length with the words around it, and stretches of the calendar. Out: answers to single questions, used by `durations` and
`stretches`.
"""

import re
from collections.abc import Sequence

from helpers.checks.cues import has_cue
from helpers.checks.events import kind_of
from helpers.checks.frames import Moment
from helpers.texts import noun_class, singular

__all__ = ["is_named_beside", "is_range_of", "may_last", "other_event", "steps"]

_SMALL = re.compile(
    r"the|an?|he|she|they|it|his|her|their|of|in|on|at|by|for|to|from|against|that|which|who|and|with|under|over|after|before|during|within|without|between|was|were|is|has|had|led"
)
_LASTS = r"(?:lasted|ran|took|went\son|dragged\son|continued)"
_LASTED_BEHIND = re.compile(
    rf"\s(?:that|which|for\swhich|during\swhich)?\s?(?:the|this)\s(?:[a-z-]+\s)??(?P<what>[a-z]+)\s{_LASTS}\b"
)
_LASTED_BEFORE = re.compile(
    rf"\b(?:the|this)\s(?:[a-z-]+\s)??(?P<what>[a-z]+)\s(?:had\s)?{_LASTS}\s(?:for\s|over\s)?$", re.I
)
_RAN = re.compile(
    rf"\b(?:the|this)\s(?:[a-z-]+\s)??(?P<what>[a-z]+)\s(?:(?:had\s|was\s|were\s)?(?:{_LASTS}|held|carried\sout|conducted|under\sway)\s)?(?:from\s|between\s)?$",
    re.I,
)
_NUMBERED = re.compile(r"\b(?:first|second|third|fourth|fifth|last|next|latest|new|\d+(?:st|nd|rd|th))\s")
_STEP = re.compile(
    r"\s(?:after|before|following|into|from)\s", re.I
)  # "two years after the raid of 4 May 2019"
_BETWEEN_EVENTS = re.compile(
    r"\sfrom\s(?:[a-z-]+\s){1,4}?(?P<first>[a-z]+)\sto\s(?:[a-z-]+\s){1,3}?(?P<last>[a-z]+)(?=[.,;:]|$)"
)


def is_range_of(length: Moment, ends: Sequence[Moment]) -> bool:
    """Whether what lasted so long is told from when to when, wherever that stands: "for the 21 days that the operation lasted",
    "the operation ran from 3 to 23 June"."""
    told = re.split(r"[.;:]\s", ends[0].before)[-1]
    found = _RAN.search(told)
    other = has_cue("other case", told) or _NUMBERED.search(told)
    return bool(found) and singular(found["what"]) in _lasting(length) and not other


def _lasting(length: Moment) -> list[str]:
    """The nouns of what lasted so long: "18-month drugs investigation", "21 days that the operation lasted"."""
    found = _LASTED_BEHIND.match(length.after) or _LASTED_BEFORE.search(length.before[-60:])
    return [*_nouns(length), *([found["what"]] if found else [])]


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


def is_named_beside(length: Moment, ends: Sequence[Moment]) -> bool:
    """Whether what lasted so long is named beside the dates."""
    others = [end.sentence for end in ends if end.line != length.line]
    words = {singular(word) for sentence in others for word in re.findall(r"[^\W\d_]{4,}", sentence)}
    return bool({noun for noun in _lasting(length) if len(noun) > 3} & words)


def other_event(length: Moment, between: str) -> bool:
    """Whether another event stands nearer to the dates: "a three-month investigation lay behind the sweep from"."""
    words = [singular(word) for word in re.findall(r"[a-z]{4,}", between)]
    return any(noun_class(word) == "event" and word not in _nouns(length) for word in words)


def steps(length: Moment) -> bool:
    """Whether a length leads from or to something that is told behind it; not "two years from the first hearing to the verdict"."""
    ends = _BETWEEN_EVENTS.match(length.after)
    return bool(_STEP.match(length.after)) and not (ends and all(map(_is_event, ends.groups())))


def _is_event(word: str) -> bool:
    return noun_class(word) == "event" or bool(kind_of(word))
