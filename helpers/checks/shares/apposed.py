"""The count that stands beside a percentage as the same part told twice: "20, or 60%", "20 (60%)", "60% (20)", "20 people – 60
percent –"; and the whole, where the words name it.

In: a percentage of running text. Out: the figures that it is of, as far as the words beside it settle them; a rise or a fall is of no part.
"""

import re

from helpers.checks.frames import Frame, Story, between
from helpers.checks.kept import once
from helpers.checks.shares.pairs import is_difference
from helpers.checks.shares.percents import ABOUT, LINK, OF_NUMBER, THEM, is_change, is_fronted

__all__ = ["may_be_of", "part_beside", "whole_named"]

_NOUNS = r"(?:\sof\s(?:them|whom|the|those|these|its|their))?(?:\s(?!and\b|but\b|or\b|to\b|from\b)[^\W\d][\w’'-]*){0,3}"
_OPENED = re.compile(rf"{_NOUNS}\s?[(\[](?:or\s|i\.e\.\s|that\sis\s)?(?:{ABOUT}\s)?", re.I)
_LINKED = re.compile(rf"{_NOUNS},\s{LINK},?\s(?:{ABOUT}\s)?", re.I)
_SET_OFF = re.compile(rf"{_NOUNS}(?:\s[–—]\s|,\s)(?:or\s)?(?:{ABOUT}\s)?", re.I)
# what goes on with "of them" or a noun is of the figure beside it: "4,500 people (60% of them farmers)"
_CLOSED = re.compile(r"\s?[)\],;]|\sof\s(?!them\b|whom\b|which\b|these\b|those[^\w\s])")
_ENDED = re.compile(r"\s?[–—,.;]|$")
_OPENS = re.compile(
    rf"\s?[(\[](?:{ABOUT}\s)?|\s[–—]\s(?:{ABOUT}\s)?|,?\s(?:or|that\sis|i\.e\.|namely),?\s(?:{ABOUT}\s)?",
    re.I,
)
_SHUT = re.compile(
    r"(?:\s(?!more\b|fewer\b|less\b|up\b|down\b|in\b|point)[^\W\d][\w’'-]*){0,3}\s?(?:[)\]–—,.;]|$)"
)
_CLAUSE = re.compile(r"[,;:.–—](?:\s|$)|[()\[\]]")
_ADJACENT = re.compile(r"\W{1,3}(?:or\s)?")
_BACK = re.compile(r"\b(?:of|among)\s(?:whom|which|them|these|those)\b|\bof\sthe\s[a-z]+\b")
_OF_THESE = re.compile(r"\s?[)\]]?,?\s(?:of|among)\s(?:whom|which|them|these|those)\b")
_OF_OTHERS = re.compile(
    r"\s?[)\]]?,?\s(?:of|in|among)\s(?!(?:the|all)\s(?:total|whole)\b)"
)  # "12 of the 40 boats, or 50% of those in Split"
_LABELLED = re.compile(r"[^\W\d][^:;.,]{0,60}\s?[:–—-]\s")
_OF_BEHIND = re.compile(rf"\s?[)\]]?,?{OF_NUMBER.pattern}", re.I)


def part_beside(story: Story, percent: Frame) -> Frame | None:
    """The count that a percentage beside it tells again, if any."""
    return _told_twice(story, percent)[0]


def whole_named(story: Story, percent: Frame) -> Frame | None:
    """The count that a percentage with a part beside it is said to be of: "30 of the 50 (60%)", "Of the 50, 30, or 60%"."""
    return _told_twice(story, percent)[1]


@once
def _told_twice(story: Story, percent: Frame) -> tuple[Frame | None, Frame | None]:
    """Part and whole of a percentage, as far as the words beside it settle them."""
    shares = percent.dimension == "percent" and percent.value <= 100 and not percent.block.startswith("table")
    if not shares or is_change(percent):
        return None, None
    counted = [one for one in story.by_line.get(percent.line, ()) if one.counts]
    before = [one for one in counted if one.end <= percent.start]
    behind = [one for one in counted if one.start >= percent.end]
    if before and _tells_again(before[-1], percent):
        clause = [one for one in before if not _CLAUSE.search(between(one, before[-1]))]
        several = len(clause) > 1 and not THEM.match(before[-1].after)
        if several and OF_NUMBER.fullmatch(between(*clause[:2])):
            elsewhere = _OF_OTHERS.match(percent.after)
            return clause[0], None if elsewhere else clause[1]  # "30 of the 50 boats (60%)"
        if several and not _ADJACENT.fullmatch(between(before[-1], percent)):
            return None, None  # "30 boats of two harbours, or 60%"
        part, ended = before[-1], percent
    elif behind and _OPENS.fullmatch(between(percent, behind[0])) and _SHUT.match(behind[0].after):
        part = ended = behind.pop(0)
    else:
        return None, None
    if is_difference(part):
        return None, None  # "an increase of 42, or 5 percent"
    if behind and _OF_BEHIND.fullmatch(between(ended, behind[0])):  # "30 (60%) of the 50"
        return part, behind[0]
    fronted = [one for one in before if one.end < part.start and is_fronted(one)]
    named = fronted and not (_OF_OTHERS.match(percent.after) or _leads_back(fronted[-1], part, percent))
    return part, fronted[-1] if named else None


def _tells_again(one: Frame, percent: Frame) -> bool:
    """Whether a percentage tells the count before it again."""
    words = between(one, percent)
    if _LINKED.fullmatch(words):
        return True
    if _OPENED.fullmatch(words):
        return bool(_CLOSED.match(percent.after))
    return bool(_SET_OFF.fullmatch(words) and _ENDED.match(percent.after) and not is_fronted(one))


def _leads_back(whole: Frame, part: Frame, percent: Frame) -> bool:
    """Whether the words lead from a part to some of those told before it: "600 (60%), of whom 250 (10%)", "250 (10%) of these"."""
    words = between(whole, part) or part.before
    return bool(_BACK.search(words) or THEM.match(part.after) or _OF_THESE.match(percent.after))


def _is_item(one: Frame) -> bool:
    """Whether a count is what a bullet, or a line of its own with a label, tells."""
    return one.block == "bullet" or bool(_LABELLED.fullmatch(one.before))


def may_be_of(story: Story, percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether the words beside a percentage leave it open that it is the share which a count is of another: the part is the one that
    stands beside it, if any, and the whole is the one named, or none that is told beside the part in a row, with a percentage of
    its own, as in "600 (60%) and 250 (25%)"."""
    told, named = _told_twice(story, percent)
    if told is None:
        return True
    if part.start != told.start or named:
        return part.start == told.start and whole.start == named.start
    # two items of a list, or of lines that are one: "Cuba: 180 (35%)"
    row = part.line == whole.line or _is_item(part) and _is_item(whole)
    if not row or _leads_back(whole, part, percent):
        return True
    percents = (one for one in story.by_line[whole.line] if one.dimension == "percent")
    others = (part_beside(story, one) for one in percents)
    return not any(other and other.start == whole.start for other in others)
