"""The same figure again: in title and lead, in text and table, in "all of the 646". Days: `helpers.checks.times.days_again`.

In: the figures of an article. Out: ties of "restated": all places of a figure that count the same. A figure that returns
is tied by its noun or event, by how it refers ("the 216", "of the 646"), or by the label and header of its cell.
"""

import re
from collections import Counter
from collections.abc import Iterator

from helpers.checks.again import leads_back, told_again
from helpers.checks.alike import (
    again_in_brackets,
    cells_and_told,
    content,
    equals_total,
    lasts_again,
    same_cell,
    same_event,
    same_words,
    stems,
    told_alike,
    told_as_term,
)
from helpers.checks.arithmetic import HOLDS, again_verdict, close_verdict, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import SAME_KIND, Frame, Story, agreement
from helpers.checks.shares.percents import whole_of
from helpers.texts import PEOPLE_CLASSES

__all__ = ["find_repeats"]

MOST_OFF, GENEROUS = 0.1, 0.2  # relative: "over 200" may be 216, "more than two dozen" 28
ROUGHLY = 0.05  # relative: "about 150" of exactly 156
ENUMERATED = 3  # figures without a noun in a line that are a list, each of another place or kind
HUNDRED = 100
_NEARLY = re.compile(r"(?:nearly|almost|close\sto)\b", re.I)
_THIS = re.compile(r"\b(?:this|that|the\ssame)\s$", re.I)
TEN = 10  # steps: two digits are printed
SMALL = 10  # of small numbers many are equal by chance,
RARE = 3  # and of amounts with so many digits few
_PLAIN = ("count", "percent", "ratio")


def find_repeats(story: Story) -> Iterator[Tie]:
    """Figures that return."""
    cells, told = cells_and_told(story)
    lists = _lists(story)
    used: set[int] = set()
    behind: dict[str, list[Frame]] = {}  # dimension → the figures that are still to come
    for one in told:
        behind.setdefault(one.dimension, []).append(one)
    for one in told:
        del behind[one.dimension][0]
        if one.start in used or one.value <= 0:
            continue
        alike = [
            other
            for other in behind[one.dimension]
            if other.start not in used
            and _again(story, one, other, enumerated={one.line, other.line} <= lists)
        ]
        equal = [other for other in alike if other.size == one.size and other.exact == one.exact]
        near = [
            cell
            for cell in cells
            if same_cell(one, cell, spare=1)
            and close_verdict(span_of(one), span_of(cell), "").holds
            or _equal_cell(one, cell)
            or equals_total(one, cell)
        ]
        loose = [other for other in alike if other not in equal]
        if loose and not equal:
            nearest = min(loose, key=lambda other: abs(other.size - one.size))
            used |= {figure.start for figure in (one, nearest) if not figure.exact}
            yield _tie_of_group(story, [one, nearest])
            continue
        group = [one, *equal, *near]
        if len(group) > 1:
            used |= {other.start for other in group}
            yield _tie_of_group(story, sorted(group, key=lambda other: other.start))


def _equal_cell(one: Frame, cell: Frame) -> bool:
    """Whether a cell has the same number: of two digits at least, and the words beside the figure name its row; or an amount of
    three, which seldom agree by chance; of a cell without a unit, where the words around it are those of the sentence."""
    if not (cell.exact and one.exact and one.size >= SMALL):
        return False
    same = one.size == cell.size and one.dimension == cell.dimension
    if same and stems(cell.label) & stems(f"{one.before[-40:]} {one.after[:40]}"):
        return True
    bare = one.value == cell.value and cell.dimension == "count"
    bare = bare and bool(stems(f"{cell.column} {cell.label}") & stems(one.sentence))
    return (same or bare) and one.dimension not in _PLAIN and _digits(one) >= RARE


def _digits(one: Frame) -> int:
    """How many digits a figure has but for noughts at its ends: three of 18,500."""
    return len(re.sub(r"\D", "", f"{one.value:f}").strip("0"))


def _again(story: Story, one: Frame, other: Frame, *, enumerated: bool) -> bool:
    """Whether a figure is another one of its dimension given again, by its value and its words; not so where both are enumerated: "25 in
    Romania" of the arrests and of the searches."""
    if not one.exact and other.exact and _in_brackets(one, other):  # "over eleven hundred (-1,142)"
        return close_verdict(span_of(one), span_of(other), "").verdict == HOLDS
    return (
        _same_size(one, other)
        and not _of_two_wholes(story, one, other)
        and _retold(story, one, other, enumerated)
    )


def _of_two_wholes(story: Story, one: Frame, other: Frame) -> bool:
    """Whether two figures are parts of two others: "Of the 50 people, 30 … Of the 80 men, 30"."""
    wholes = [whole_of(story, x) for x in (one, other)]
    return all(wholes) and wholes[0].size != wholes[1].size


def _retold(story: Story, one: Frame, other: Frame, enumerated: bool) -> bool:
    """Whether the words beside two figures of one value tell of one thing."""
    equal = one.size == other.size
    heads = story.is_head(one)
    if one.dimension == "percent":
        return equal and bool(_THIS.search(other.before))
    if equal and one.dimension == "count" and leads_back(other) and not other.noun:
        return True  # "all 41", "three of the eight"
    if one.line == other.line and not re.fullmatch(r"\s?[(–—]\s?", other.before[-2:]):
        return False
    level = agreement(one, other)
    if not level and equal and one.dimension == "count" and same_event(one, other):
        # "arrest five", "searched 29 sites" and "29 searches"
        level = "same class" if heads or one.size >= SMALL else ""
    if level in ("", "other noun") and equal and one.dimension == "count" and _unnamed(story, one, other):
        level = "open"
    if not level or (level == "open" and other.noun == one.noun == "" and enumerated):
        return False
    exactly = one.line < other.line and has_cue("exact", other.before[-60:], other.after[:40])
    back = exactly or other.refers in ("same", "all", "part", "together")
    if one.size < SMALL and one.dimension == "count":
        return not told_alike(one, other) and (
            level == "same noun"
            and (heads or back or same_words(one, other))
            or (level == "same class" and equal and told_again(one, other))
            or (heads and level in ("same class", "open") and other.line <= story.lead + 1)
        )
    if not equal:
        told = heads or one.line == story.lead or same_event(one, other) or back
        return told and (level in SAME_KIND or back or one.dimension != "count")
    if one.dimension.startswith("time"):
        return heads and told_as_term(one) and told_as_term(other) or lasts_again(one, other, heads=heads)
    return level in SAME_KIND or (
        level == "open" and (heads or back or one.dimension != "count" or bool(content(one) & content(other)))
    )


def _unnamed(story: Story, one: Frame, other: Frame) -> bool:
    """Whether a figure returns with another noun: one that names no class in a title ("18 charged at the jail"), or any
    behind a definite article that leads back: "49 people", "the 49 co-conspirators"."""
    if story.is_head(one):
        people = not one.noun_class and other.noun_class in PEOPLE_CLASSES
        return people and other.line <= story.lead + 1
    known = one.noun_class and other.noun_class
    return other.refers == "same" and other.exact and other.size >= (HUNDRED if known else SMALL)


def _in_brackets(one: Frame, other: Frame) -> bool:
    """Whether a figure stands alone in brackets behind another one."""
    return again_in_brackets(one, other) and other.after[:1] == ")"


def _same_size(one: Frame, other: Frame) -> bool:
    """Whether two figures may be one: equal, or the exact one what the other, rounded or bounded, stands for."""
    if one.exact and other.exact:
        return one.size == other.size or _rounded(one, other)
    if one.exact == other.exact:
        alike = one.size == other.size and (one.low is None) == (other.low is None)
        words = agreement(one, other) == "same noun" and not all(map(_in_digits, (one, other)))
        return alike or (words or one.dimension != "count") and _both_rough(one, other)
    exact, loose = (one, other) if one.exact else (other, one)
    limit = loose.low is None and not _NEARLY.match(loose.quote)  # "less than 20"
    # "a quarter of a million" is rough
    finer = _in_digits(loose) and loose.step * loose.factor < exact.step * exact.factor
    far = ROUGHLY if loose.approx else MOST_OFF if exact.size >= HUNDRED else GENEROUS
    near = abs(exact.size - loose.size) <= far * exact.size
    return (
        not limit and not finer and near and close_verdict(span_of(one), span_of(other), "").verdict == HOLDS
    )


def _in_digits(one: Frame) -> bool:
    return any(letter.isdigit() for letter in one.quote)


def _both_rough(one: Frame, other: Frame) -> bool:
    """Whether two rough figures of one measure may be the same: "nearly £4m", "some £3.9m"."""
    near = abs(one.size - other.size) <= ROUGHLY * max(one.size, other.size)
    return near and close_verdict(span_of(one), span_of(other), "").verdict == HOLDS


def _lists(story: Story) -> set[int]:
    """The lines that are lists of bare numbers."""
    bare = Counter(figure.line for figure in story.frames if figure.counts and not figure.noun)
    return {line for line, times in bare.items() if times >= ENUMERATED}


def _rounded(one: Frame, other: Frame) -> bool:
    """Whether one of two figures is the other, rounded to two digits at least: 1.3 million and 1,297,450."""
    coarse, fine = sorted((one, other), key=lambda figure: -figure.step * figure.factor)
    step = coarse.step * coarse.factor
    plain = fine.step * fine.factor < step <= coarse.size / TEN
    return plain and abs(coarse.size - fine.size) <= step / 2


def _tie_of_group(story: Story, group: list[Frame]) -> Tie:
    exact = all(one.size == group[0].size for one in group)
    verdict = again_verdict(group)
    levels = {
        agreement(group[0], other) if other.block != "table row" else "same noun" for other in group[1:]
    }
    evidence = {
        "named": float(exact),
        "same noun": float("same noun" in levels),
        "same class": float("same class" in levels),
        "same": float(any(one.refers in ("same", "all", "part") for one in group[1:])),
        "back": float(story.is_head(group[0])) + float(group[0].dimension != "count"),
        "adjacent": float(not exact and group[0].line == group[-1].line),
        "cue": float(group[0].size >= SMALL),
    }
    return Tie("restated", tuple(group), verdict, evidence, ("restated", group[0].start))
