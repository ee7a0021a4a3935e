"""In what two figures are alike beside their value: the words beside them, what they lead back to, the cell they name.

In: the figures of an article. Out: answers to single questions, used by `repeats` and `conflicts`.
"""

import re
from datetime import date
from functools import lru_cache

from helpers.checks.arithmetic import number_in_words
from helpers.checks.cells import class_of_label
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement
from helpers.texts import MONTH_NAMES, PEOPLE_CLASSES, noun_class, singular, word_stems

__all__ = [
    "COMPARED",
    "MONTH",
    "both_terms",
    "cells_and_told",
    "content",
    "elsewhere",
    "is_limit",
    "kin",
    "leads_back",
    "other_period",
    "other_time",
    "same_cell",
    "same_event",
    "same_share",
    "same_words",
    "shared",
    "stems",
    "swapped",
    "told_again",
    "told_as_term",
    "two_things",
]

MONTH = 28  # days
_OTHER_TIME = re.compile(
    rf"[^.,;]{{0,40}}\b(?:(?:of|in|during|from)\s(?:{'|'.join(MONTH_NAMES)}|(?:19|20)\d\d)"
    r"|last\s(?:year|month|week)|(?:earlier|before|ago))\b"
)
_EMPTY = frozenset(
    ("have", "were", "been", "find", "lead", "with", "from", "that", "over", "than", "peopl", "after")
)
_OF_CHANGES = word_stems(
    "increased decreased reduced reduction fell dropped rose compared national average total year month last previous"
)
COMPARED = r"\b(?:compared\s(?:with|to)|as\sagainst|versus|(?:up|down)\sfrom)\b"
# "of the 47 dealers convicted in May, nine", "the 12 witnesses for the defence": what narrows a noun
_NARROWS = re.compile(
    r"\s(?:(?!(?:had|ha[sv]e|was|were|are|is)\s)[a-z-]+\s){1,2}?((?:[a-z]+(?:ed|en|wn|ght)|held|found|sent|shot|put|for|of|from|in|at|on|with|without|under|over|aged|who|whose|that|which|by|near|behind|against|between|inside|outside)\b[^,.;:]*?)"
    r"(?:[,.;:]|$|\s(?:had|ha[sv]e|was|were|are|is|will|did|could)\b)"
)
# "the whole seizure, 265 kg", "The seafarers, 15 in all": all of what was told
_WHOLE = re.compile(
    r"\b(?:the|this|that)\s(?:whole|entire|total|full|complete|combined)\s(?P<noun>[a-z]+)(?:,|\s(?:of|was|weighed|came\sto|amounted\sto|comprised|ran\sto))\s$",
    re.I,
)
_ALL_OF = re.compile(r"\b(?:the|these|those|his|her|their|its)\s(?:[a-z]+\s){0,2}?(?P<noun>[a-z]+),\s$", re.I)
_IN_ALL = re.compile(r"\s(?:in\s(?:all|total)|altogether|all\stold)\b")
_ALL_OF_THEM = re.compile(r"\s(?:of\s(?:them|these|those)|(?:were|are|had|have)\b)")
_EVERY = re.compile(r"\b(?:all|these)\s$", re.I)
_DEFINITE = re.compile(r"\b(?:the|(?<!in\s)all|all\sof\sthe|those|these)\s(?:same\s)?$", re.I)
_PRISON = re.compile(r"\b(?:sentenced?|prison|jail(?:ed)?|gets|behind\sbars)\b", re.I)


def cells_and_told(story: Story) -> tuple[list[Frame], list[Frame]]:
    """The cells of tables, and the figures that are told in words."""
    cells = [one for one in story.frames if one.block == "table row" and not one.noun]
    told = [
        one
        for one in story.frames
        if (one.block != "table row" or one.noun)
        and one.dimension != "ratio"
        and (one.refers not in ("more", "rest", "each") or one.dimension == "percent")
        and not one.before.endswith("per ")
    ]
    return cells, told


def same_event(one: Frame, other: Frame) -> bool:
    """Whether the nouns or verbs of two figures tell of one event: arrests, arrested."""
    told = []
    for x in (one, other):
        beside = [*x.after.split()[:2], *x.before.split()[-1:]]
        words = f"{x.noun} {x.event} {x.what} {' '.join(beside)}".lower()
        told.append({word[:5] for word in re.findall(r"[a-z]{4,}", words)} - _EMPTY)
    return bool(told[0] & told[1])


def two_things(one: Frame, other: Frame) -> bool:
    """Whether two figures of one event count things of two kinds: "seized 22 houses", "seized 22 vehicles"."""
    strange = one.noun and other.noun and not agreement(one, other)
    return bool(strange) and not any(
        a.noun[:5] in f"{b.event} {b.what}" for a, b in ((one, other), (other, one))
    )


def shared(head: Frame, other: Frame) -> frozenset[str]:
    """What two sentences both tell of, in stems of words."""
    small = frozenset(("police", "people", "person"))
    return (stems(head.sentence) & stems(other.sentence)) - small


def other_time(one: Frame) -> bool:
    """Whether the words behind a figure give it a time of its own: "the 3,410 crossings of 2022"."""
    return bool(_OTHER_TIME.match(one.after))


def other_period(story: Story, one: Frame, other: Frame) -> bool:
    """Whether the sentence of a figure names a month or year that is not another one's."""
    told = [_periods(story, figure.line) for figure in (one, other)]
    return all(told) and not any(a[0] <= b[1] and b[0] <= a[1] for a in told[0] for b in told[1])


def _periods(story: Story, line: int) -> list[tuple[date, date]]:
    """The months, years and longer stretches of the calendar that a line names."""
    return [(one.begin, one.finish) for one in story.dated.get(line, ()) if one.days >= MONTH]


def is_limit(one: Frame) -> bool:
    """Whether a figure is what something may hold or come to: "built for 120 men", "the 100 mark"."""
    return has_cue("limit", f"{one.before[-60:]}|{one.after[:20]}")


def leads_back(one: Frame) -> bool:
    """Whether a figure leads back to one given before: "of the 124", "all 32 inmates", "the whole load, 40 kg"."""
    return bool(_DEFINITE.search(one.before[-30:]) or _told_whole(one)) and not other_time(one)


def _told_whole(one: Frame) -> re.Match | None:
    """The words that make a figure all of what was told: "the whole seizure, 265 kg", "the sailors, 15 in all"."""
    return _WHOLE.search(one.before[-60:]) or (
        _ALL_OF.search(one.before[-50:]) if _IN_ALL.match(one.after) else None
    )


def _is_of_kind(noun: str, one: Frame) -> bool:
    """Whether a noun names what a figure counts in other words, and not some of it: seafarers of a crew, but no women."""
    noun = singular(noun.lower())
    classes = {noun_class(noun), one.noun_class}
    alike = "" not in classes and (len(classes) == 1 or classes <= PEOPLE_CLASSES)
    return noun == one.noun or alike and not has_cue("some of", noun)


def told_again(head: Frame, other: Frame) -> bool:
    """Whether the words behind a figure that leads back ("all 32 inmates who broke out") are those of the first; words
    that narrow it ("the 12 witnesses for the defence") must be there too."""
    if not leads_back(other):
        return False
    if whole := _told_whole(other):
        return other.dimension != "count" or _is_of_kind(whole["noun"], head)
    known = stems(head.sentence)
    narrowed = _NARROWS.match(other.after)
    if narrowed and stems(narrowed[1]):
        return stems(narrowed[1]) <= known
    bare = bool(re.match(r",\s", other.after)) and not other.noun  # "of the 124, 23 had"
    if _EVERY.search(other.before[-10:]):
        bare = bare or bool(_ALL_OF_THEM.match(other.after)) and not other.noun  # "all 34 of them"
        bare = bare or other.noun != head.noun and _is_of_kind(other.noun, head)  # "all 11 passengers"
    named = bool(other.noun) and other.noun == head.noun and swapped(head, other)
    return bare or named or bool(stems(other.after[:70].split(". ")[0]) & known)


def same_cell(one: Frame, cell: Frame, spare: int = 0) -> bool:
    """Whether a sentence names both the label and the header of a cell, or the label of a one-column table; `spare`
    words of a longer label may be put in other words ("previous", "prior")."""
    if one.dimension != cell.dimension and not (
        cell.dimension == "count" and one.dimension in ("weight", "volume")
    ):
        return False
    text = stems(one.sentence)
    label, column = stems(cell.label), stems(cell.column)
    header = stems(f"{cell.column} {cell.lead_in}")
    if not label:
        return False
    own = stems(f"{one.quote} {one.noun} {one.what} {one.after[:50]}")
    if len(label - text) <= spare and len(label & text) > 1:
        label &= text
    if not column and label <= text:
        kind = class_of_label(cell.column)
        return cell.dimension == "percent" or (bool(kind) and kind == one.noun_class)
    return label <= text and (
        bool(column) and (column <= text or bool(header & own)) or (not column and bool(label & own))
    )


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that tell one cell or event from another."""
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


def swapped(a: Frame, b: Frame) -> bool:
    """Whether two numbers have the same digits in another order."""
    x, y = (number_in_words(one.value).replace(",", "") for one in (a, b))
    return x != y and len(x) == len(y) > 1 and sorted(x) == sorted(y)


def both_terms(head: Frame, other: Frame) -> bool:
    """Whether both are terms of prison."""
    near = [_around(one) for one in (head, other)]
    asked = any(has_cue("no term", text) for text in near)
    return head.dimension.startswith("time") and any(_PRISON.search(text) for text in near) and not asked


def told_as_term(one: Frame) -> bool:
    """Whether the words beside a length of time tell of a prison term."""
    return bool(_PRISON.search(_around(one)))


def _around(one: Frame) -> str:
    return f"{one.before[-60:]} {one.after[:40]}"


def kin(one: Frame, other: Frame) -> bool:
    """Whether two figures count the same: people and people, but not pounds of two drugs."""
    return agreement(other, one) in ("same noun", "same class") and (
        other.dimension == "count" or one.what == other.what
    )


def same_words(one: Frame, other: Frame) -> bool:
    """Whether two figures stand before the same two words: "nine missing children", "9 missing children"."""
    words = [re.findall(r"[a-z]{4,}", x.after[:40].lower())[:2] for x in (one, other)]
    return len(words[0]) == 2 and words[0] == words[1]


def same_share(one: Frame, other: Frame, heads: bool) -> bool:
    """Whether two percentages of different sentences are told in the same words; `heads` if the first is in the title."""
    return (
        one.size == other.size
        and one.line != other.line
        and len((content(one) & content(other)) - (frozenset() if heads else _OF_CHANGES)) > 1
        and has_cue("up", one.before[-40:]) == has_cue("up", other.before[-40:])
    )


def content(one: Frame) -> frozenset[str]:
    """Stems of the words beside a figure."""
    return word_stems(f"{one.label} {one.column} {one.before[-60:]} {one.after[:60]}")


def elsewhere(one: Frame, other: Frame) -> bool:
    """Whether two places or times set two equal figures apart."""
    return bool(
        one.place
        and other.place
        and one.place != other.place
        and not {one.refers, other.refers} & {"same", "all", "part"}
    )
