"""The same figure again: in title and lead, in text and table, in "all of the 646".

In: the figures of an article. Out: ties of "restated": all places of a figure that count the same, and pairs that should
be the same and are not. A figure that returns is tied by its noun, by how it refers ("the 216", "of the 646"), or by the
label and header of its cell. Two figures that differ are tied only by more: title and lead of one event, a label and a
header that both stand in the sentence, swapped digits.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from helpers.checks.arithmetic import close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Story, agreement, class_of_label
from helpers.checks.shares import is_change
from helpers.texts import singular

__all__ = ["find_repeats"]

SHORT, LONG = (
    4,
    15,
)  # lines in which a figure of the title may come again, and in which one with swapped digits may
SMALL = 10  # of small numbers many are equal by chance
_BACK = re.compile(
    r"\b(?:the\sonly|that\s(?:day|raid|sweep|operation)|in\sall|the\ssame|the\sraid|the\ssweep|the\soperation|all\sof\sthe|covers\sall|these|once\smore|again)\b",
    re.I,
)
_CHANGE = re.compile(r"\b(?:change|increase|decrease|growth|rise|fall|up|down)\b", re.I)
_OTHER_TIME = re.compile(
    r"[^.,;]{0,40}\b(?:(?:of|in|during|from)\s(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:19|20)\d\d)|last\s(?:year|month|week)|(?:earlier|before|ago))\b"
)
_EMPTY = frozenset(
    ("have", "were", "been", "find", "lead", "with", "from", "that", "over", "than", "peopl", "after")
)
_DEFINITE = re.compile(r"\b(?:the|all|all\sof\sthe|those|these)\s(?:same\s)?$", re.I)
_OTHERS = re.compile(r"\b(?:the\s(?:rest|others|remaining|remainder)|another|more|further)\b", re.I)
_PRISON = re.compile(r"\b(?:sentenced?|prison|jail(?:ed)?|gets|behind\sbars)\b", re.I)


def find_repeats(story: Story) -> Iterator[Tie]:
    """Figures that return, and figures that should."""
    cells = [one for one in story.frames if one.block == "table row" and not one.noun]
    told = [
        one
        for one in story.frames
        if (one.block != "table row" or one.noun)
        and one.dimension != "ratio"
        and (one.refers not in ("more", "rest", "each") or one.dimension == "percent")
    ]
    used: set[int] = set()
    for at, one in enumerate(told):
        if one.start in used or one.value <= 0:
            continue
        alike = [other for other in told[at + 1 :] if other.start not in used and _again(story, one, other)]
        equal = [other for other in alike if other.size == one.size and other.exact == one.exact]
        near = [
            cell
            for cell in cells
            if _same_cell(one, cell, spare=1) and close_verdict(span_of(one), span_of(cell), "").holds
        ]
        loose = [
            other
            for other in told
            if other not in equal
            and other.start != one.start
            and not one.exact
            and other.exact
            and _pairs(story, one, other)
        ]
        if loose and not equal:
            yield _tie(story, sorted([one, loose[0]], key=lambda other: other.start))
            continue
        group = [one, *equal, *near]
        if len(group) > 1:
            used |= {other.start for other in group}
            yield _tie(story, sorted(group, key=lambda other: other.start))
    yield from _cell_conflicts(told, cells)
    yield from _head_conflicts(story, told)


def _pairs(story: Story, loose: Frame, other: Frame) -> bool:
    """Whether an exact figure is what a bounded one stands for."""
    first, last = sorted((loose, other), key=lambda one: one.start)
    return _again(story, first, last)


def _again(story: Story, one: Frame, other: Frame) -> bool:
    """Whether a figure is another one given again, by its value and its words."""
    if one.dimension != other.dimension or not close_verdict(span_of(one), span_of(other), "").holds:
        return False
    equal = one.size == other.size
    if not equal and one.exact and other.exact:
        return False
    if one.dimension == "percent":
        return _same_share(one, other)
    if equal and one.dimension == "count" and _leads_back(other) and not other.noun:
        return not _elsewhere(one, other)  # "all 41", "three of the eight"
    if one.line == other.line and not re.fullmatch(r"\s?[(–—]\s?", other.before[-2:]):
        return False
    heads = story.is_head(one)
    level = agreement(one, other)
    if not level and equal and one.dimension == "count" and _same_event(one, other):
        level = (
            "same class" if heads or one.size >= SMALL else ""
        )  # "arrest five", "searched 29 sites", "29 searches"
    if not level:
        return False
    leads_back = other.refers in ("same", "all", "part", "together")
    if one.size < SMALL and one.dimension == "count":
        return (
            level == "same noun"
            and (heads or leads_back or _same_words(one, other))
            or (heads and level in ("same class", "open") and other.line <= story.lead + 1)
        )
    if not equal:
        return level in ("same noun", "same class") and (heads or _same_event(one, other) or leads_back)
    if one.dimension.startswith("time"):
        near = [f"{x.before[-60:]} {x.after[:40]}" for x in (one, other)]
        return heads and all(_PRISON.search(text) for text in near)
    if _elsewhere(one, other):
        return False
    return level in ("same noun", "same class") or (
        level == "open"
        and (heads or leads_back or one.dimension != "count" or bool(_content(one) & _content(other)))
    )


def _same_share(one: Frame, other: Frame) -> bool:
    """Whether two percentages of different sentences are told in the same words."""
    loose = one.exact != other.exact
    return (
        (one.size == other.size or loose)
        and one.line != other.line
        and len(_content(one) & _content(other)) > 1
        and has_cue("up", one.before[-40:]) == has_cue("up", other.before[-40:])
    )


def _same_words(one: Frame, other: Frame) -> bool:
    """Whether two figures stand before the same two words: "nine missing children", "9 missing children"."""
    words = [re.findall(r"[a-z]{4,}", x.after[:40].lower())[:2] for x in (one, other)]
    return len(words[0]) == 2 and words[0] == words[1]


def _elsewhere(one: Frame, other: Frame) -> bool:
    """Whether two places or times set two equal figures apart."""
    return bool(
        one.place
        and other.place
        and one.place != other.place
        and not {one.refers, other.refers} & {"same", "all", "part"}
    )


def _content(one: Frame) -> frozenset[str]:
    words = re.findall(
        r"[^\W\d_]{4,}", f"{one.label} {one.column} {one.before[-60:]} {one.after[:60]}".lower()
    )
    return frozenset(singular(word)[:6] for word in words)


def _same_event(one: Frame, other: Frame) -> bool:
    """Whether the nouns or verbs of two figures tell of one event: arrests, arrested."""
    told = []
    for x in (one, other):
        beside = [*x.after.split()[:2], *x.before.split()[-1:]]
        words = f"{x.noun} {x.event} {x.what} {' '.join(beside)}".lower()
        told.append({word[:5] for word in re.findall(r"[a-z]{4,}", words)} - _EMPTY)
    return bool(told[0] & told[1])


def _tie(story: Story, group: list[Frame]) -> Tie:
    exact = all(one.size == group[0].size for one in group)
    verdict = close_verdict(span_of(group[0]), span_of(group[-1]), " = ".join(one.quote for one in group))
    levels = {
        agreement(group[0], other) if other.block != "table row" else "same noun" for other in group[1:]
    }
    evidence = {
        "named": float(exact),
        "same noun": float("same noun" in levels),
        "same class": float("same class" in levels),
        "same": float(any(one.refers in ("same", "all", "part") for one in group[1:])),
        "back": float(story.is_head(group[0]))
        + float(group[0].dimension in ("percent",) or group[0].dimension != "count"),
        "adjacent": float(not exact and group[0].line == group[-1].line),
        "cue": float(group[0].size >= SMALL),
    }
    return Tie("restated", tuple(group), verdict, evidence, ("restated", group[0].start))


def _same_cell(one: Frame, cell: Frame, spare: int = 0) -> bool:
    """Whether a sentence names both the label and the header of a cell, or the label of a one-column table; `spare`
    words of a longer label may be put in other words ("previous", "prior")."""
    if one.dimension != cell.dimension and not (
        cell.dimension == "count" and one.dimension in ("weight", "volume")
    ):
        return False
    text = _stems(one.sentence)
    label, column = _stems(cell.label), _stems(cell.column)
    header = _stems(f"{cell.column} {cell.lead_in}")
    if not label:
        return False
    own = _stems(f"{one.quote} {one.noun} {one.what} {one.after[:50]}")
    if len(label - text) <= spare and len(label & text) > 1:
        label &= text
    if (
        spare
        and label <= text
        and cell.dimension == "percent"
        and _CHANGE.search(f"{cell.column} {cell.quote}")
    ):
        return is_change(one)
    if not column and label <= text:
        kind = class_of_label(cell.column)
        return cell.dimension == "percent" or (bool(kind) and kind == one.noun_class)
    return label <= text and (
        bool(column) and (column <= text or bool(header & own)) or (not column and bool(label & own))
    )


def _stems(text: str) -> frozenset[str]:
    words = re.findall(
        r"[a-z]{4,}|(?:19|20)\d\d", text.lower().replace("first quarter", "q1").replace("per cent", "percent")
    )
    return frozenset(singular(word)[:6] for word in words) - {
        "share",
        "number",
        "total",
        "case",
        "people",
        "person",
        "with",
        "percen",
    }


def _swapped(a: Frame, b: Frame) -> bool:
    """Whether two numbers have the same digits in another order."""
    x, y = (number_in_words(one.value).replace(",", "") for one in (a, b))
    return x != y and len(x) == len(y) > 1 and sorted(x) == sorted(y)


def _cell_conflicts(told: list[Frame], cells: list[Frame]) -> Iterator[Tie]:
    """A sentence that names label and header of one cell and gives another number."""
    for one in told:
        named = [cell for cell in cells if _same_cell(one, cell)]
        words = _stems(one.sentence)
        named = [cell for cell in named if cell.column and _stems(cell.column) <= words] or named
        if len(named) != 1 or not one.exact or one.dimension == "percent" and has_cue("up", one.before[-40:]):
            continue
        cell = named[0]
        if not _stems(cell.column) <= _stems(one.sentence) and one.dimension == cell.dimension:
            continue
        verdict = close_verdict(span_of(one), (cell.low, cell.high, cell.step), f"{cell.quote} = {one.quote}")
        ratio = max(one.value, cell.value) / max(min(one.value, cell.value), 1e-9)
        if verdict.holds or ratio > 2:
            continue
        evidence = {
            "named": 1.0 + bool(_stems(cell.column)),
            "same noun": 1.0,
            "back": 1.0,
            "adjacent": float(_swapped(one, cell)),
            "scope": float(find_cue("scope", one.sentence[-200:])[:1].islower()),
        }
        words = (cell.label, cell.column)
        yield Tie("restated", (cell, one), verdict, evidence, ("restated cell", one.start), words)


def _head_conflicts(story: Story, told: list[Frame]) -> Iterator[Tie]:
    """A figure of the title, or of the lead, and one of the text that should be the same."""
    values = Counter(one.size for one in story.frames)
    heads = [
        one
        for one in told
        if (story.is_head(one) or one.line <= story.lead) and one.exact and one.counts and one.size > 1
    ]
    for head in heads[:6]:
        for other in told:
            reach = LONG if _swapped(head, other) or _told_again(head, other) else SHORT
            near = other.line <= head.line + reach
            once = values[other.size] == 1 and (values[head.size] == 1 or _leads_back(other))
            if not near or not once or other.line <= head.line or not other.exact or not other.counts:
                continue
            level = agreement(head, other)
            if not level or other.size <= 1 or not 0.4 < other.size / head.size < 2.5:
                continue
            verdict = close_verdict(span_of(head), span_of(other), f"{head.quote} = {other.quote}")
            if not verdict.holds:
                evidence = _conflict_evidence(story, head, other, level)
                natural = not evidence["scope"] and not _is_part(story, head, other)
                claim = ("restated head", head.start)
                yield Tie("restated", (head, other), verdict, evidence, claim, (), natural)


def _leads_back(one: Frame) -> bool:
    """Whether a figure leads back to one given before: "of the 124", "all 32 inmates"."""
    return bool(_DEFINITE.search(one.before[-30:])) and not _OTHER_TIME.match(one.after)


def _is_part(story: Story, head: Frame, other: Frame) -> bool:
    """Whether a smaller figure may be one part of what the title or lead counts: others of its kind follow, a place
    narrows it, or some figures beside it give the first in sum."""
    kinds = ("same noun", "same class") + (("open", "other noun") if other.dimension != "count" else ())
    before = [one.size for one in story.frames if one.start < other.start and agreement(one, other) in kinds][
        -8:
    ]
    if any(math.isclose(sum(some), other.size) for n in (2, 3) for some in combinations(before, n)):
        return True  # "100 men and 24 women … of the 124"
    if other.size > head.size or _leads_back(other):
        return math.isclose(round(other.value), head.value)
    close = [
        one
        for line in range(other.line, other.line + 3)
        for one in story.by_line.get(line, ())
        if one.start != other.start and agreement(other, one) and one.counts
    ]
    kin = [one for one in close if one.size < head.size and agreement(other, one) == "same noun"]
    narrowed = bool(other.place) and other.place != head.place and len(_shared(head, other)) < 3
    parted = bool(_OTHERS.search(other.after))
    return bool(kin or narrowed or parted) or any(
        math.isclose(one.size + other.size, head.size) for one in close
    )


def _shared(head: Frame, other: Frame) -> frozenset[str]:
    """What two sentences both tell of, in stems of words."""
    small = frozenset(("police", "people", "person"))
    return (_stems(head.sentence) & _stems(other.sentence)) - small


def _told_again(head: Frame, other: Frame) -> bool:
    """Whether the words behind a figure that leads back ("all 32 inmates who broke out") are those of the first."""
    words = _stems(other.after[:70].split(". ")[0])
    bare = bool(re.match(r",\s", other.after)) and not other.noun  # "of the 124, 23 had"
    return _leads_back(other) and (bare or bool(words & _stems(head.sentence)))


def _conflict_evidence(story: Story, head: Frame, other: Frame, level: str) -> dict[str, float]:
    """What the words say for and against two figures being of one thing."""
    title = story.is_head(head)
    same_event = _same_event(head, other) or _both_terms(head, other)
    first = title and other.line == story.lead and same_event
    again = _told_again(head, other)
    alone = again and not other.noun
    swapped = _swapped(head, other)
    rivals = [one for one in story.by_line[other.line] if one.start != other.start and _kin(one, other)]
    return {
        "same noun": float(level == "same noun"),
        "same class": float(level == "same class"),
        "other noun": float(level == "other noun"),
        "same": float(_leads_back(other)),
        "pair": float(first and len(_shared(head, other)) > 1),
        "named": float(first and len(_shared(head, other)) > 1) + float(again and (same_event or alone)),
        "adjacent": float(swapped),
        "back": float(bool(_BACK.search(other.sentence)) or again) + float(first),
        "next line": float(story.gap(head.line, other.line) <= 3),
        "scope": float(any(find_cue("scope", text)[:1].islower() for text in (other.sentence, head.after)))
        + float(bool(other.place and head.place and other.place != head.place)),
        "wrong way": float(not _leads_back(other))
        * float(other.refers == "part" or bool(re.match(r"\sof\s(?:the|them)\b", other.after)))
        + float(not title and not again and not swapped)
        + float(other.refers in ("rest", "more"))
        + 0.5 * float(bool(rivals) and not again),
    }


def _kin(one: Frame, other: Frame) -> bool:
    """Whether two figures count the same: people and people, but not pounds of two drugs."""
    return agreement(other, one) in ("same noun", "same class") and (
        other.dimension == "count" or one.what == other.what
    )


def _both_terms(head: Frame, other: Frame) -> bool:
    """Whether both are terms of prison."""
    near = [f"{one.before[-60:]} {one.after[:40]}" for one in (head, other)]
    asked = any(has_cue("no term", text) for text in near)
    return head.dimension.startswith("time") and any(_PRISON.search(text) for text in near) and not asked
