"""Two figures of one thing at two times or places, and the number by which they are said to differ.

In: figures told as a difference ("14 fewer than", "a shortfall of", "fell by"). Out: ties of "difference" (difference, one,
other).
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import difference_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.pairs import chance_of, is_bounded, is_difference, pair_evidence, pairs_near

__all__ = ["find_differences"]

_BRACKET = re.compile(r"\s\([-−–]?")  # "a decline of over 300 (-312)": the same difference, exactly
_THAN = re.compile(r"[^.;]{0,40}\b(?:than|short\sof)\b")
_BARE = re.compile(r"\s(?:more|fewer|less)(?=[.,;)])")  # "257, or 35 more"
_THAN_THE = re.compile(r"\s(?:[\w’'-]+\s){0,3}(?:than|above|below|short\sof)\s(?:the\s|in\s)")


def find_differences(story: Story) -> Iterator[Tie]:
    """Every figure of a difference with the two figures it may lie between."""
    for gap in story.counted:
        if cue := is_difference(gap):
            yield from _ties(story, gap, cue)


def _ties(story: Story, gap: Frame, cue: str) -> Iterator[Tie]:
    for rank, a, b in pairs_near(story, gap):
        if not (is_bounded(a) and is_bounded(b)) or any(_told_again(gap, one) for one in (a, b)):
            continue
        if not agreement(gap, a) or not agreement(gap, b) or (max(a.size, b.size) <= gap.size and gap.noun):
            continue
        evidence = pair_evidence(story, gap, a, b, rank)
        by = cue.endswith(" by") and evidence["parallel"]  # "higher by 58", and two years
        compares = by or _THAN.match(gap.after) or evidence["back"] or evidence["pair"]
        evidence["wrong way"] += float(not compares)
        evidence["adjacent"] = float(bool(_THAN_THE.match(gap.after)) and gap.line == b.line)
        verdict, natural = difference_verdict(a, b, gap), bool(by) or _compares(gap, evidence)
        claim, chance = ("difference", gap.start), chance_of(verdict, a, b)
        yield Tie("difference", (gap, a, b), verdict, evidence, claim, (cue,), natural, chance)


def _told_again(gap: Frame, one: Frame) -> bool:
    """Whether a figure in brackets only says a difference again."""
    return one.start > gap.end and gap.line == one.line and bool(_BRACKET.fullmatch(between(gap, one)))


def _compares(gap: Frame, evidence: dict[str, float]) -> bool:
    """Whether the words set two figures side by side: "twelve more will join the 40" adds and does not compare."""
    if _THAN.match(gap.after) or evidence["back"]:
        return True
    if gap.refers == "more" and not _BARE.match(gap.after):
        return False
    told = evidence["pair"] and evidence["parallel"]
    return bool(told or evidence["same noun"] or evidence["same class"])
