"""Whether the figures of a relation that fails agree in their slots: what they count, and what they are a part of.

In: a tie that fails and the story, with the wholes that parts name. Out: yes or no. A figure without a noun counts what the
figures told before it count ("39 complaints; 23 concerned"); a part that names its whole is no part of another one.
"""

import re

from helpers.checks.again import leads_back
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.parts import COUNTERS
from helpers.texts import noun_class, singular

__all__ = ["agree", "wholes_named"]

_OF_WHOM = re.compile(
    r",\s(?:(?:and|but)\s)?(?:of|among)\swh(?:om|ich)\s(?:(?:only|just|some|about|around|nearly|almost|over)\s)*$"
)
_OF_WHICH = re.compile(r"\sof\swh(?:om|ich)\b")
# "half of what it had claimed", and not "of what it had been"
_OF_WHAT = re.compile(r"\sof\swhat\s(?:it|they|he|she|we)\s(?!(?:had\s(?:[a-z]+\s)?been|was|were|is|are)\b)")
_NOUN_BEFORE = re.compile(r"\b([a-z]{3,}),\s(?:(?:and|about|some|nearly|almost|more\sthan|over)\s)*$")
_KIN = ("same noun", "same class", "open")
_BESIDE = 250  # characters back to the sentence that tells what a figure counts


def wholes_named(ties: list[Tie]) -> dict[int, list[Frame]]:
    """Where a part starts that names its whole → the figures that may be it."""
    named: dict[int, list[Frame]] = {}
    for tie in ties:
        if tie.template == "part within whole":
            named.setdefault(tie.items[0].start, []).append(tie.items[1])
    return named


def agree(story: Story, tie: Tie, wholes: dict[int, list[Frame]]) -> bool:
    """Whether the figures of a sum that fails are of one kind, and none is a part of something else; whether a percentage is
    one of the whole that it names."""
    *run, whole = tie.items
    if tie.template == "share":
        return not _of_another_whole(story, run[1], whole)
    if tie.template not in ("sum", "rest"):
        return True
    return (
        not any(_of_another(part, whole, wholes) for part in run)
        and _is_led_to(run, whole, tie.evidence)
        and not (tie.verdict.computed > tie.verdict.stated and _overlap(story, run, whole))
        and _one_kind(story, run, whole)
    )


def _is_led_to(run: list[Frame], whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether a whole that stands in a later sentence than its parts is told as theirs."""
    named = evidence["all"] or evidence["same"] or evidence["same noun"]
    return (
        whole.line <= run[-1].line or bool(named) or leads_back(whole) or has_cue("leads back", whole.before)
    )


def _overlap(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the words say that some are counted in two of the parts: "some skippers were reported for both"."""
    lines = sorted((run[0].line, run[-1].line, whole.line))
    return any(has_cue("overlap", text) for _, text in story.lines[lines[0] : lines[-1] + 1])


def _of_another_whole(story: Story, whole: Frame, percent: Frame) -> bool:
    """Whether a percentage leads back to something else than a whole: "24,600 people, of whom 60 percent", "the guns, half of
    which"."""
    if _OF_WHOM.search(percent.before[-60:]):
        before = [one for one in story.by_line[percent.line] if one.counts and one.end < percent.start]
        return bool(before) and before[-1].size != whole.size
    if _OF_WHAT.match(percent.after):
        return True
    if found := _NOUN_BEFORE.search(percent.before) if _OF_WHICH.match(percent.after) else None:
        return noun_class(singular(found[1])) != whole.noun_class
    return False


def _of_another(part: Frame, whole: Frame, wholes: dict[int, list[Frame]]) -> bool:
    """Whether a part names other figures as its whole: "the other 114 were trawlers, 19 of them"."""
    named = wholes.get(part.start, ())
    return bool(named) and not any(one.size == whole.size for one in named)


def _one_kind(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether what is told of each part and of the whole leaves open that they count things of one kind."""
    if not whole.noun and whole.start > run[0].start:
        return True  # "that makes 52"
    wholes = _told(story, whole, len(run))
    parts = (_told(story, part, len(run)) for part in run if not part.noun)
    return all(
        any(agreement(a, b) in _KIN for a in some for b in wholes) for some in parts if some and wholes
    )


def _told(story: Story, one: Frame, many: int) -> list[Frame]:
    """The figures that tell what a figure counts: itself, or those with a noun before it in its line, or in the line before,
    but for what says that the parts are so `many`."""
    if one.noun or one.dimension != "count":
        return [one]
    before = [
        x for line in (one.line - 1, one.line) for x in story.by_line.get(line, ()) if x.start < one.start
    ]
    named = [x for x in before if x.noun and x.counts and x.noun_class not in COUNTERS and x.value != many]
    return [x for x in named if x.line == one.line] or [
        x for x in named if story.gap(x.line, one.line) < _BESIDE
    ]
