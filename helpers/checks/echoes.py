"""The figure of the lead again in other words: "48 cadets … the four dozen", "18 trees … 'the 18 trees were sound'", "eight people
were killed … after the eight deaths", or in what somebody says of it.

In: the figures of an article. Out: ties of "restated" that fail (those that are equal are found by `repeats`). A figure is an echo
if it leads back by its article, and by its noun, a wider one, its deed or a number in dozens, or if a quotation speaks of it. Charity:
what has another time, place or clause of its own, and what somebody needs, had or wants, is no echo.
"""

import re
from collections import Counter
from collections.abc import Iterator

from helpers.checks.alike import periods, same_deed
from helpers.checks.arithmetic import again_verdict
from helpers.checks.binding import Tie
from helpers.checks.conflicts import told_of_another
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement
from helpers.texts import noun_class, singular

__all__ = ["find_echoes"]

FEWEST = 5  # of smaller numbers many are told of other things
NEAR = 12  # sentences behind the lead
MOST_OFF = 2.6  # times: figures that are further apart are not of one thing
_DEFINITE = re.compile(r"\b(?:the|these|those|all(?:\sthe)?|any\sof\sthe|her|his|its|their)\s$", re.I)
_DOZENS = re.compile(r"\b(?:dozen|score)\b", re.I)
_QUOTES = re.compile(r"[“”\"„«»]")
# "the 46 animals that a circus had left", "the 12 still at large"
_NARROWED = re.compile(
    r"\s(?:[a-z-]+\s)?(?:which|who|whose|that|with|without|of|in|at|from|on|left|still|not|more|fewer|other|under|over|aged|by|held|found|shot|sent|[a-z]{2,}(?:ed|en|wn|ght))\b"
)
_OWN = re.compile(
    r"\b(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Yy]ou)(?:\s[a-z]+|[’'][a-z]+)?\s(?:have|had|need\w*|want\w*|ask\w*|saw|got|lost|sent|know|counted|bought|took|could|should|would|were|are)\b"
)
_NOT_IT = re.compile(
    r"\b(?:more|another|other|only|than|instead|at\sleast|needs?|wants?|last|ago|once|before|every|each|if|first)\b"
)
_DEATHS = ("death", "killing", "victim")
_WIDER = ("animal", "vessel", "ship", "boat", "vehicle", "person", "creature", "bird", "building", "weapon")


def find_echoes(story: Story) -> Iterator[Tie]:
    """Figures that lead back to one of the lead and differ from it."""
    values = Counter(one.size for one in story.frames)
    heads = [one for one in story.counted if one.line <= story.lead and _may_return(one)]
    for other in story.counted:
        if not _may_be_echo(story, other) or values[other.size] > 1:
            continue
        fitting = [head for head in heads if _speaks_of(story, head, other)]
        if len(fitting) == 1 and values[fitting[0].size] == 1:
            head = fitting[0]
            verdict = again_verdict((head, other))
            if not (verdict.holds or told_of_another(story, head, other) or _of_some(story, head, other)):
                yield Tie(
                    "restated",
                    (head, other),
                    verdict,
                    _evidence(head, other),
                    ("restated echo", other.start),
                    (),
                )


def _of_some(story: Story, head: Frame, other: Frame) -> bool:
    """Whether a share or part of the first figure is told before the other, which may be of that: "Of the 1,260 lorries three
    quarters were over the limit. Drivers of these 840 vehicles"."""
    between = story.inside(head.end, other.start)
    return any(one.dimension == "percent" or one.refers in ("part", "rest") for one in between)


def _may_return(one: Frame) -> bool:
    return one.exact and one.dimension == "count" and one.size >= FEWEST and bool(one.noun)


def _may_be_echo(story: Story, one: Frame) -> bool:
    """Whether a figure behind the lead may lead back: exact, with no time or clause of its own."""
    return (
        story.lead < one.line <= story.lead + NEAR
        and one.exact
        and one.dimension == "count"
        and one.size >= FEWEST
        and one.refers not in ("more", "rest", "each", "together")
        and not _NARROWED.match(one.after)
        and not periods(story, one.line)
        and not has_cue("earlier", one.after[:60])
    )


def _speaks_of(story: Story, head: Frame, other: Frame) -> bool:
    """Whether a figure is told as the one of the lead, by its words alone."""
    times = max(head.size, other.size) / min(head.size, other.size)
    if times > MOST_OFF:
        return False
    noun = _noun(other)
    if _DEFINITE.search(other.before[-14:]):
        dozens = not other.noun and bool(_DOZENS.search(other.quote))
        deaths = noun in _DEATHS and same_deed(head, other)
        return noun == head.noun or _is_wider(noun, head) or dozens or deaths
    return noun == head.noun and _is_quoted(other)


def _noun(one: Frame) -> str:
    """What a figure counts, or the word behind it, where the parse has none."""
    word = re.match(r"\s([a-z]+)", one.after)
    return one.noun or (singular(word[1]) if word else "")


def _is_wider(noun: str, head: Frame) -> bool:
    """Whether a noun names what a figure counts by its kind: animals are dogs."""
    return noun in _WIDER and noun_class(noun) == head.noun_class


def _is_quoted(one: Frame) -> bool:
    """Whether somebody speaks of a figure that was told before: it is what the sentence is about, or what is asked."""
    marks = len(_QUOTES.findall(one.sentence[: one.start - one.sentence_start]))
    words = re.split(r"[“\"„«]", one.before)[-1]
    about = one.part_in_event in ("subject", "passive subject") or len(words) < 2 or "?" in one.after
    return (
        marks % 2 == 1
        and about
        and not _OWN.search(words)
        and not _NOT_IT.search(f"{words} {one.after[:60]}")
    )


def _evidence(head: Frame, other: Frame) -> dict[str, float]:
    """What the words say for two figures being one."""
    definite = bool(_DEFINITE.search(other.before[-14:]))
    return {
        "named": 1.0,
        "back": 1.0,
        "same noun": float(agreement(head, other) == "same noun"),
        "same": float(definite),
        "pair": float(not definite or bool(_DOZENS.search(other.quote))),
    }
