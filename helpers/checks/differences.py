"""Two figures of one thing at two times or places, and the number by which they are said to differ.

In: figures told as a difference ("14 fewer than", "a shortfall of", "fell by"). Out: ties of "difference" (difference, one,
other).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.alike import again_in_brackets, is_limit
from helpers.checks.arithmetic import difference_verdict
from helpers.checks.binding import Tie
from helpers.checks.far_pairs import pairs_of
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.pairs import (
    chance_of,
    is_bounded,
    is_difference,
    more_times,
    pair_evidence,
    subject_of,
)
from helpers.checks.unlike import of_other_noun

__all__ = ["find_differences"]

_THAN = re.compile(
    r"[^.;]{0,40}\b(?:than|short\sof)\b|\s(?:[a-z]+\s)?(?:above|below|over|under|beyond)\s(?:the|its|their|that)\b"
)
_THAN_ANY = re.compile(
    r"[^.;]{0,40}\bthan\s(?:in\s|on\s)?(?:any|ever|usual|normal|expected|planned|most|(?:the\s)?average)\b"
)
_UNDER_THE = re.compile(r"\b(?:below|above|over|under|than|against)\s(?:the|its|their)\s(?:[a-z]+\s)?$")
_BARE = re.compile(r"\s(?:more|fewer|less|higher|lower)(?=[.,;)])")  # "257, or 35 more"
# "their tally, 910, is 120 higher", "203 higher than ours"
_IS = re.compile(
    r",?\s(?:(?:is|was|are|were|stands?|stood|lies|lay|or|i\.e\.|that\sis),?\s)(?:(?:thus|therefore|some|about|only|just|exactly|fully)\s){0,2}"
)
_THAN_IT = re.compile(
    r"\s(?:more|fewer|less|higher|lower|above|below|larger|smaller|greater)(?:[.,;)]|\sthan\s(?:ours|theirs|his|hers|mine|that|it|this|the\sother)\b)"
)
_GAP = re.compile(r"(?:shortfall|deficit|gap|surplus|excess|overrun|margin|discrepancy|difference)\b")
_LIMIT = re.compile(
    r"\s(?:[a-z]+\s)?(?:above|below|over|under|beyond|short\sof|more\sthan|fewer\sthan|less\sthan|in\sexcess\sof)\s(?:[a-z]+\s){0,2}"
    r"(?:capacity|limit|maximum|quota|target|establishment|strength|ceiling|norm)\b"
)
_THAN_THE = re.compile(r"\s(?:[\w’'-]+\s){0,3}(?:than|above|below|over|under|short\sof)\s(?:the\s|in\s)")


def find_differences(story: Story) -> Iterator[Tie]:
    """Every figure of a difference with the two figures it may lie between."""
    often = (replace(one, dimension="count") for one in story.frames if more_times(story, one))
    for gap in (*story.counted, *often):
        if cue := is_difference(gap):
            alone = replace(gap, noun="", noun_class="") if _BARE.match(gap.after) else gap
            yield from _ties(story, alone, cue)


def _ties(story: Story, gap: Frame, cue: str) -> Iterator[Tie]:
    own = _beside_in_line(story, gap)
    for rank, a, b in pairs_of(story, gap):
        if not (is_bounded(a) and is_bounded(b)) or any(again_in_brackets(gap, one) for one in (a, b)):
            continue
        if not agreement(gap, a) or not agreement(gap, b):
            continue
        if own and not {a.start, b.start} & own or _THAN_ANY.match(gap.after):
            continue
        if a.end < gap.start < b.start and a.line == gap.line and _UNDER_THE.search(a.before[-40:]):
            continue  # "although below the 190 of May, it is 19 over the 138 of March"
        evidence = pair_evidence(story, gap, a, b, rank)
        by = cue.endswith(" by") and evidence["parallel"]  # "higher by 58", and two years
        if (_LIMIT.match(gap.after) or _GAP.match(cue)) and is_limit(a) != is_limit(b):
            evidence["pair"] = evidence["parallel"] = (
                1.0  # "built for 500 and holds 730: 230 above its capacity"
            )
        if told := _is_told_of(story, gap, a, b):
            evidence["adjacent"] = evidence["named"] = 1.0
        compares = told or by or _THAN.match(gap.after) or evidence["back"] or evidence["pair"]
        evidence["wrong way"] += float(not compares)
        evidence["adjacent"] = float(told or bool(_THAN_THE.match(gap.after)) and gap.line == b.line)
        verdict, natural = difference_verdict(a, b, gap), bool(told or by) or _compares(gap, evidence)
        natural = natural and not of_other_noun(story, gap, a, b, subject_of(gap))
        claim, chance = ("difference", gap.start), chance_of(verdict, a, b)
        yield Tie("difference", (gap, a, b), verdict, evidence, claim, (cue,), natural, chance)


def _beside_in_line(story: Story, gap: Frame) -> set[int]:
    """Where the figures start of which a difference is told in its own sentence: "860 sites, 95 sites more than in 2022"."""
    if not _THAN.match(gap.after):
        return set()
    line = (x for x in story.by_line[gap.line] if x.start != gap.start and x.counts)
    return {x.start for x in line if gap.noun and agreement(gap, x) == "same noun"}


def _is_told_of(story: Story, gap: Frame, a: Frame, b: Frame) -> bool:
    """Whether a difference is told of the later of two figures, and no third one is near: "their tally, 910, is 120 higher"."""
    if (
        b.line != gap.line
        or b.end > gap.start
        or not _THAN_IT.match(gap.after)
        or not _IS.fullmatch(between(b, gap))
    ):
        return False
    lines = (story.by_line.get(line, ()) for line in {a.line, b.line})
    return not any(
        one.counts and one not in (a, b) and one.start != gap.start and agreement(a, one)
        for inside in lines
        for one in inside
    )


def _compares(gap: Frame, evidence: dict[str, float]) -> bool:
    """Whether the words set two figures side by side: "twelve more will join the 40" adds and does not compare."""
    if _THAN.match(gap.after) or evidence["back"]:
        return True
    if gap.refers == "more" and not _BARE.match(gap.after):
        return False
    told = evidence["pair"] and evidence["parallel"]
    return bool(told or evidence["same noun"] or evidence["same class"])
