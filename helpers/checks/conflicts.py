"""Figures that should be the same and are not: title and lead of one event, a cell and the sentence that names it.

In: the figures of an article. Out: ties of "restated" that fail. More must tie two figures that differ than two that are
equal: the words of one event, a figure that leads back ("of the 124"), swapped digits, a label and a header. Charity: the
smaller one may be a part, the greater one a sum, and a figure of another month or place is another.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.again import counts_things, leads_back, people_only, told_again
from helpers.checks.alike import (
    both_terms,
    cells_and_told,
    is_limit,
    kin,
    of_then,
    other_period,
    other_time,
    periods,
    same_cell,
    same_event,
    shared,
    stems,
    swapped,
)
from helpers.checks.arithmetic import again_verdict, close_verdict, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.slips import PLAIN, slip_between
from helpers.texts import MONTH_NAMES, PEOPLE_CLASSES, noun_class, singular

__all__ = ["find_conflicts"]

# lines in which a figure of the title may come again, and in which one with swapped digits may
SHORT, LONG = 4, 15
SMALL, HUNDRED = 10, 100
# "the 53 rifles of a second store"
_WHICH = re.compile(r"\s(?:[\w’'-]+\s){0,2}(?:of|in|at|on|from|with|that|who|which)\b")
# "the 91 files in which", "the 12 men with": some of those told of before
_CLAUSE = re.compile(r"\s[a-z]+\s(?:[a-z]+\s)?(?:which|who|whose|that|with|without)\b")
# "the 104 passengers without a car", "the 12 still at large": some of those told of before
_WITHOUT = re.compile(
    r"\s(?:[a-z-]+\s)?(?:(?:who|which|that)\s(?:\w+\s)?)?(?:without|still|not|never|except|apart\sfrom|other\sthan)\b"
)
_THE_REST = re.compile(
    r"\b(?:the\s(?:rest|remainder|remaining|others?)|(?:a\sfurther|another|the\sother)\s[\w,]+)\b"
)
_ALL = re.compile(r"\ball\s$", re.I)
_DAY = re.compile(rf"{'|'.join(MONTH_NAMES)}|\b(?:19|20)\d\d\b")
_MOST = re.compile(r"\s(?:[a-z]{2,}est|most\s[a-z]+)\b")
_APPOSED = re.compile(
    r"[a-z],\sall\s\|\sof\sthem\b"
)  # "I have the forms here, all 140 of them": of the forms
_TWO_WORDS = re.compile(r"\s([a-z-]{3,})\s([a-z-]{3,})")
_THESE = re.compile(r"\b(?:these|those)\s$", re.I)
_BACK = re.compile(
    r"\b(?:the\sonly|that\s(?:day|raid|sweep|operation)|in\sall|all\stold|altogether|in\stotal|the\ssame|the\sraid|the\ssweep|the\soperation|all\sof\sthe|covers\sall|these|once\smore|again)\b",
    re.I,
)


def find_conflicts(story: Story) -> Iterator[Tie]:
    """Figures of the title, the lead or a cell, and figures of the text that should be the same."""
    cells, told = cells_and_told(story)
    yield from _cell_conflicts(told, cells)
    yield from _head_conflicts(story, told)


def _cell_conflicts(told: list[Frame], cells: list[Frame]) -> Iterator[Tie]:
    """A sentence that names label and header of one cell and gives another number."""
    for one in told:
        named = [cell for cell in cells if same_cell(one, cell)]
        words = stems(one.sentence)
        named = [cell for cell in named if cell.column and stems(cell.column) <= words] or named
        most = max((len(stems(cell.label)) for cell in named), default=0)
        named = [cell for cell in named if len(stems(cell.label)) == most]
        if len(named) != 1 or not one.exact or one.dimension == "percent" and has_cue("up", one.before[-40:]):
            continue
        cell = named[0]
        if not stems(cell.column) <= words and one.dimension == cell.dimension:
            continue
        verdict = close_verdict(span_of(one), (cell.low, cell.high, cell.step), f"{cell.quote} ≠ {one.quote}")
        ratio = max(one.value, cell.value) / max(min(one.value, cell.value), 1e-9)
        if verdict.holds or ratio > 2 or _of_another_day(one, cell):
            continue
        evidence = {
            "named": 1.0 + bool(stems(cell.column)),
            "same noun": 1.0,
            "back": 1.0,
            "adjacent": float(swapped(one, cell)),
            "scope": float(find_cue("scope", one.sentence[-200:])[:1].islower()),
        }
        claim = ("restated cell", one.start)
        yield Tie("restated", (cell, one), verdict, evidence, claim, (cell.label, cell.column))


def _of_another_day(one: Frame, cell: Frame) -> bool:
    """Whether a cell and a sentence name months or years of which none is the same, or the sentence tells of "that time"."""
    cell_words = f"{cell.label} {cell.column} {cell.lead_in}"
    named = [{found[0] for found in _DAY.finditer(text)} for text in (cell_words, one.sentence)]
    return of_then(one) or all(named) and not named[0] & named[1]


def _head_conflicts(story: Story, told: list[Frame]) -> Iterator[Tie]:
    """A figure of the title, of the lead or of what is named again, and one of the text that should be the same."""
    values = Counter(one.size for one in story.frames)
    heads = [
        one
        for one in told
        if one.exact and one.counts and one.size > 1
        if story.is_head(one) or one.line <= story.lead or _named_again(story, one)
    ]
    others = [one for one in told if one.exact and one.counts and one.size > 1 and values[one.size] <= 1]
    for head in heads[:6]:
        for other in others:
            apart = other.line - head.line
            if not 0 < apart <= LONG:
                continue
            if values[head.size] > 1 and not leads_back(other):
                continue
            if apart > SHORT and not (swapped(head, other) or told_again(head, other)):
                continue
            level = agreement(head, other)
            inside = head.line > story.lead
            if inside and (level != "same noun" or _CLAUSE.match(other.after) or not told_again(head, other)):
                continue
            if not level:
                continue
            if other.refers == "together" and not (head.noun or story.is_head(head)):
                continue  # "28 with engines and 19 painted black. Ninety-one in all"
            times = max(other.size, head.size) / min(other.size, head.size)
            if times > (10 if swapped(head, other) else 2.5):
                continue
            verdict = again_verdict((head, other))
            if not verdict.holds and (head.exact or other.size < head.low):
                evidence = _conflict_evidence(story, head, other, level)
                slip = _slip(head, other)
                sure = swapped(head, other) and told_again(head, other) or slip >= PLAIN
                back = _swapped_back(other, evidence)
                tied = evidence["named"] or slip >= PLAIN or story.is_head(head) or back
                strange = is_limit(head) or is_limit(other)
                if not back:
                    strange = told_of_another(story, head, other) or _is_part(story, head, other)
                alike = evidence["pair"] and level == "same noun" and len(shared(head, other)) > 2
                natural = tied and (sure or alike or not evidence["scope"]) and not strange
                claim = ("restated head", head.start)
                yield Tie("restated", (head, other), verdict, evidence, claim, (), bool(natural), slip=slip)


def _swapped_back(other: Frame, evidence: dict[str, float]) -> bool:
    """Whether a figure leads back with two digits in each other's place, which no other figure has by chance: "all 1,410 coins", of
    1,140."""
    swapped_digits = evidence["same"] and evidence["adjacent"]
    return bool(swapped_digits) and (other.dimension != "count" or not _WHICH.match(other.after))


def _slip(head: Frame, other: Frame) -> float:
    """How much likelier two figures differ as they do if one is the other written wrong; where their digits are swapped,
    that is evidence of its own."""
    if swapped(head, other) or not head.exact:
        return 1.0
    return slip_between(head, other)


def _named_again(story: Story, one: Frame) -> bool:
    """Whether one of the next sentences leads back by its noun to what a figure counts."""
    near = (other for line in (one.line + 1, one.line + 2) for other in story.by_line.get(line, ()))
    return bool(one.noun) and any(other.noun == one.noun and leads_back(other) for other in near)


def told_of_another(story: Story, head: Frame, other: Frame) -> bool:
    """Whether two figures may tell of two things: another period or stage, a limit, what another figure names."""
    nearer = other.noun not in ("", head.noun) and any(
        one.noun == other.noun and one.size != head.size and head.start < one.start < other.start
        for one in story.counted
    )
    return (
        _of_people(head, other)
        or (other.size < head.size and _narrowed(head, other))
        or (nearer and not (swapped(head, other) and len(shared(head, other)) > 2))
        or other_time(other)
        or (other.size < head.size and bool(_THE_REST.search(other.after)))
        or bool(_WITHOUT.match(other.after))
        or _at_another_time(story, head, other)
        or other_period(story, head, other)
        or is_limit(head)
        or is_limit(other)
        or (head.dimension.startswith("time") and not both_terms(head, other))
    )


def _narrowed(head: Frame, other: Frame) -> bool:
    """Whether a word before what is counted makes it some of those told of before: "the seven eastern trawlers", "the four
    largest"."""
    if _MOST.match(other.after) or _APPOSED.search(f"{other.before[-20:]}|{other.after[:9]}"):
        return True
    found = _TWO_WORDS.match(other.after)
    narrows = found and singular(found[2]) == other.noun and noun_class(found[1]) not in PEOPLE_CLASSES
    return bool(narrows) and not stems(found[1]) <= stems(f"{head.sentence} {head.what}")


def _of_people(head: Frame, other: Frame) -> bool:
    """Whether "all five" without a noun means people, and the first figure counts things."""
    return counts_things(head) and people_only(other)


def _at_another_time(story: Story, head: Frame, other: Frame) -> bool:
    """Whether a sentence behind the lead dates a figure that does not lead back, and the first has no date: "In 2016 …,
    and 92 tusks"."""
    dated = [bool(periods(story, one.line)) for one in (head, other)]
    return other.line > head.line + 1 and dated == [False, True] and not leads_back(other)


def _is_part(story: Story, head: Frame, other: Frame) -> bool:
    """Whether a smaller figure may be one part of what the title or lead counts: others of its kind follow, a place
    narrows it, or some figures beside it give the first in sum."""
    kinds = ("same noun", "same class") + (("open", "other noun") if other.dimension != "count" else ())
    before = [
        one.size
        for one in story.frames
        if one.start < other.start
        and (agreement(one, other) in kinds or one.line == head.line and agreement(one, other) == "open")
    ][-8:]
    if any(math.isclose(sum(some), other.size) for n in (2, 3) for some in combinations(before, n)):
        return True  # "100 men and 24 women … of the 124"
    close = [
        one
        for line in range(other.line, other.line + 3)
        for one in story.by_line.get(line, ())
        if one.start != other.start and agreement(other, one) and one.counts
    ]
    if head.dimension == "count" and any(math.isclose(other.size - one.size, head.size) for one in close):
        return True  # "ten jailed … all 14 defendants …, and four were acquitted"
    if other.size > head.size or leads_back(other):
        return math.isclose(round(other.value), head.value)
    kin = [one for one in close if one.size < head.size and agreement(other, one) == "same noun"]
    narrowed = bool(other.place) and other.place != head.place and len(shared(head, other)) < 3
    return bool(kin or narrowed) or any(math.isclose(one.size + other.size, head.size) for one in close)


def _told_of_both(head: Frame, other: Frame) -> tuple[str, ...]:
    """The words that may tell of another time or place; those behind the first figure are its own if "these 33" leads back
    to it."""
    return (other.sentence,) if _THESE.search(other.before[-10:]) else (other.sentence, head.after)


def _conflict_evidence(story: Story, head: Frame, other: Frame, level: str) -> dict[str, float]:
    """What the words say for and against two figures being of one thing."""
    title = story.is_head(head)
    one_event = same_event(head, other) or both_terms(head, other)
    again = told_again(head, other)
    alone = again and not other.noun
    digits = swapped(head, other)
    first = title and (digits or (other.line == story.lead and one_event))
    rivals = [one for one in story.by_line[other.line] if one.start != other.start and kin(one, other)]
    return {
        "same noun": float(level == "same noun"),
        "same class": float(level == "same class"),
        "other noun": float(level == "other noun"),
        "same": float(leads_back(other)),
        "pair": float(first and len(shared(head, other)) > 1),
        "named": float(first and len(shared(head, other)) > 1)
        + float(again and (one_event or alone or digits or bool(_ALL.search(other.before[-5:])))),
        "adjacent": float(digits),
        "back": float(bool(_BACK.search(other.sentence)) or again) + float(first),
        "next line": float(story.gap(head.line, other.line) <= 3),
        "scope": float(any(find_cue("scope", text)[:1].islower() for text in _told_of_both(head, other)))
        + float(bool(other.place and head.place and other.place != head.place)),
        "wrong way": float(not leads_back(other))
        * float(other.refers == "part" or bool(re.match(r"\sof\s(?:the|them)\b", other.after)))
        + float(not title and not again and not digits)
        + float(other.refers in ("rest", "more"))
        + 0.5 * float(bool(rivals) and not again),
    }
