"""The same figure again: in title and lead, in text and table, in "all of the 646".

In: the figures of an article. Out: ties of "restated": all places of a figure that count the same, and pairs that should
be the same and are not. A figure that returns is tied by its noun, by how it refers ("the 216", "of the 646"), or by the
label and header of its cell. Two figures that differ are tied only by more: title and lead of one event, a label and a
header that both stand in the sentence, swapped digits.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import close_verdict, number_in_words, span_of
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, class_of_label
from helpers.checks.shares import is_change
from helpers.texts import singular

__all__ = ["find_repeats"]

SMALL = 10  # of small numbers many are equal by chance
_BACK = re.compile(
    r"\b(?:the\sonly|that\s(?:day|raid|sweep|operation)|in\sall|the\ssame|the\sraid|the\ssweep|the\soperation|all\sof\sthe|covers\sall|these|once\smore|again)\b",
    re.I,
)
_CHANGE = re.compile(r"\b(?:change|increase|decrease|growth|rise|fall|up|down)\b", re.I)
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
    level = agreement(one, other)
    equal = one.size == other.size
    if not level or (not equal and one.exact and other.exact):
        return False
    if one.dimension == "percent":
        loose = one.exact != other.exact
        return (
            (equal or loose)
            and one.line != other.line
            and len(_content(one) & _content(other)) > 1
            and has_cue("up", one.before[-40:]) == has_cue("up", other.before[-40:])
        )
    if one.line == other.line and not re.fullmatch(r"\s?[(–—]\s?", other.before[-2:]):
        return False
    heads = story.is_head(one)
    leads_back = other.refers in ("same", "all", "part", "together")
    if one.size < SMALL and one.dimension == "count":
        return (
            level == "same noun"
            and (heads or leads_back)
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
    a, b = (f"{x.noun} {x.event}" for x in (one, other))
    return bool(
        {word[:5] for word in a.split()}
        & {word[:5] for word in b.split()} - {"be", "have", "say", "find", "lead"}
    )


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
    own = _stems(f"{one.noun} {one.what} {one.after[:50]}")
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


def _swapped(a: float, b: float) -> bool:
    """Whether two numbers have the same digits in another order."""
    x, y = (number_in_words(value).replace(",", "") for value in (a, b))
    return x != y and len(x) == len(y) > 1 and sorted(x) == sorted(y)


def _cell_conflicts(told: list[Frame], cells: list[Frame]) -> Iterator[Tie]:
    for one in told:
        named = [cell for cell in cells if _same_cell(one, cell)]
        if len(named) != 1 or not one.exact or one.dimension == "percent" and has_cue("up", one.before[-40:]):
            continue
        cell = named[0]
        if not _stems(cell.column) <= _stems(one.sentence):
            continue
        verdict = close_verdict(span_of(one), (cell.low, cell.high, cell.step), f"{cell.quote} = {one.quote}")
        ratio = max(one.value, cell.value) / max(min(one.value, cell.value), 1e-9)
        if verdict.holds or ratio > 2:
            continue
        evidence = {
            "named": 1.0 + bool(_stems(cell.column)),
            "same noun": 1.0,
            "back": 1.0,
            "adjacent": float(_swapped(one.value, cell.value)),
            "scope": float(has_cue("scope", one.sentence[-200:])),
        }
        yield Tie(
            "restated",
            (cell, one),
            verdict,
            evidence,
            ("restated cell", one.start),
            (cell.label, cell.column),
        )


def _head_conflicts(story: Story, told: list[Frame]) -> Iterator[Tie]:
    """A figure of the title, or of the lead, and one of the text that should be the same."""
    values = [one.size for one in told]
    heads = [
        one
        for one in told
        if (story.is_head(one) or one.line <= story.lead) and one.exact and one.counts and one.size > 1
    ]
    for head in heads[:6]:
        if values.count(head.size) > 1 or any(
            other.size == head.size for other in story.frames if other is not head and agreement(head, other)
        ):
            continue
        for other in told:
            if (
                other.line <= head.line
                or other.line > head.line + 4
                or not other.exact
                or values.count(other.size) > 1
                or not other.counts
            ):
                continue
            level = agreement(head, other)
            if not level or other.size <= 1 or not 0.4 < other.size / head.size < 2.5:
                continue
            evidence = _conflict_evidence(story, head, other, level)
            verdict = close_verdict(span_of(head), span_of(other), f"{head.quote} = {other.quote}")
            more = [
                one
                for one in told
                if 0 < one.line - other.line <= 2
                and one.size < head.size
                and agreement(other, one) == "same noun"
            ]
            if not verdict.holds:
                natural = not more and not evidence["scope"]
                yield Tie(
                    "restated", (head, other), verdict, evidence, ("restated head", head.start), (), natural
                )


def _told_again(head: Frame, other: Frame) -> bool:
    """Whether the words behind a figure that leads back ("all 32 inmates who broke out") are those of the first."""
    words = _stems(other.after[:70].split(". ")[0]) & _stems(head.sentence)
    return other.refers in ("all", "same") and len(words) > 1


def _conflict_evidence(story: Story, head: Frame, other: Frame, level: str) -> dict[str, float]:
    first = other.line == story.lead and story.is_head(head)
    return {
        "same noun": float(level == "same noun"),
        "same class": float(level == "same class"),
        "other noun": float(level == "other noun"),
        "same": float(other.refers in ("same", "all"))
        + float(bool(re.search(r"\bOf\sthe\s$", other.before))),
        "adjacent": float(_swapped(head.size, other.size)),
        "back": float(bool(_BACK.search(other.sentence)) or _told_again(head, other))
        + float(first and _same_event(head, other)),
        "next line": float(story.gap(head.line, other.line) <= 3),
        "scope": float(has_cue("scope", other.sentence))
        + float(has_cue("scope", head.after))
        + float(bool(other.place and head.place and other.place != head.place)),
        "wrong way": float(other.refers == "part" or bool(re.match(r"\sof\s(?:the|them)\b", other.after)))
        + float(not story.is_head(head) and not _told_again(head, other))
        * (0.3 if _swapped(head.size, other.size) else 1.0)
        + float(other.refers in ("rest", "more"))
        + 0.5 * float(len([one for one in story.by_line[other.line] if agreement(other, one)]) > 1),
    }
