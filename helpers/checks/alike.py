"""In what two figures are alike beside their value: the words beside them, what they lead back to, the cell they name.

In: the figures of an article. Out: answers to single questions, used by `repeats` and `conflicts`.
"""

import re
from functools import lru_cache

from helpers.checks.arithmetic import number_in_words
from helpers.checks.cells import class_of_label, is_total
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, between, same_kind
from helpers.checks.kept import once
from helpers.texts import MONTH_NAMES, singular, word_stems

__all__ = [
    "equals_total",
    "COMPARED",
    "again_in_brackets",
    "MONTH",
    "both_terms",
    "cells_and_told",
    "content",
    "is_limit",
    "kin",
    "lasts_again",
    "of_then",
    "other_period",
    "other_time",
    "periods",
    "same_cell",
    "same_event",
    "same_words",
    "shared",
    "stems",
    "swapped",
    "told_as_term",
    "told_alike",
]

MONTH = 28  # days
_OTHER_TIME = re.compile(
    rf"[^.,;]{{0,40}}\b(?:(?:of|in|during|from)\s(?:{'|'.join(MONTH_NAMES)}|(?:19|20)\d\d)"
    r"|last\s(?:year|month|week)|(?:earlier|before(?!\s(?:an?|the|judges?|courts?|magistrates?)\b)|ago))\b"
)
_THEN = re.compile(r"\b(?:at\sth(?:at|e)\stime|back\sthen|in\sthose\sdays)\b", re.I)
_EMPTY = frozenset(
    ("have", "were", "been", "find", "lead", "with", "from", "that", "over", "than", "peopl", "after")
)
COMPARED = r"\b(?:compared\s(?:with|to)|as\sagainst|versus|(?:up|down)\sfrom)\b"
_BRACKET = re.compile(r"\s?\([-–−]?")
# "in the course of a ", "during the "
_LASTED = re.compile(
    r"\b(?:in|during|within|of|over|throughout|after)\s(?:(?:an?|the|this|that|its|their)\s)?$|^(?:the|this)\s$",
    re.I,
)
_OF_MORE = re.compile(r"\b(?:past|last|next|first|every|each|other)\b", re.I)
_THE = re.compile(r"\b(?:the|this|that)\s$", re.I)
_PRISON = re.compile(r"\b(?:sentenced?|prison|jail(?:ed)?|gets|behind\sbars)\b", re.I)
_SUM = re.compile(r"\b(?:total|in\sall|altogether|combined)\b", re.I)
TWO_DIGITS = 10  # of small numbers many are equal by chance
_WORD, _TELLING = re.compile(r"[a-z]{4,}"), re.compile(r"[a-z]{4,}|(?:19|20)\d\d")
_QUARTER = re.compile(r"\b(first|second|third|fourth|last)\squarter\b")
_TELLS_LITTLE = {"share", "number", "total", "case", "people", "person", "with", "percen"}
WORDS = 9  # characters beside a figure that are the same in each line


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
    return not _event_words(one).isdisjoint(_event_words(other))


@once
def _event_words(one: Frame) -> frozenset[str]:
    """The openings of the words that tell of which event a figure is."""
    words = " ".join((one.noun, one.event, one.what, *one.after.split()[:2], *one.before.split()[-1:]))
    return frozenset([word[:5] for word in _WORD.findall(words.lower())]) - _EMPTY


def shared(head: Frame, other: Frame) -> frozenset[str]:
    """What two sentences both tell of, in stems of words."""
    small = frozenset(("police", "people", "person"))
    return (stems(head.sentence) & stems(other.sentence)) - small


def other_time(one: Frame) -> bool:
    """Whether the words behind a figure give it a time of its own: "the 3,410 crossings of 2022"."""
    return bool(_OTHER_TIME.match(one.after))


def of_then(one: Frame) -> bool:
    """Whether the sentence of a figure goes on with another time: "At that time, 37 patients came"."""
    return bool(_THEN.search(one.sentence))


def other_period(story: Story, one: Frame, other: Frame) -> bool:
    """Whether the sentence of a figure names a month or year that is not another one's."""
    told = [periods(story, figure.line) for figure in (one, other)]
    return all(told) and not any(
        a.begin <= b.finish and b.begin <= a.finish for a in told[0] for b in told[1]
    )


def periods(story: Story, line: int) -> list[Moment]:
    """The months, years and longer stretches of the calendar that a line names."""
    return [one for one in story.dated.get(line, ()) if one.days >= MONTH]


@once
def is_limit(one: Frame) -> bool:
    """Whether a figure is what something may hold or come to: "built for 120 men", "the 100 mark"."""
    return has_cue("limit", f"{one.before[-60:]}|{one.after[:20]}")


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


def equals_total(one: Frame, cell: Frame) -> bool:
    """Whether a figure has the number of a cell in a row of totals, and the words beside it name what that column counts:
    "510 of the 1,700 units inspected"."""
    same = (
        cell.exact and one.exact and one.size == cell.size >= TWO_DIGITS and one.dimension == cell.dimension
    )
    near = f"{one.before[-40:]} {one.after[:50]}"
    told = stems(f"{one.quote} {one.noun} {one.what} {one.event} {near}")
    return same and is_total(cell.label) and bool(_header(cell) & told or _SUM.search(near))


def _header(cell: Frame) -> frozenset[str]:
    """The words that say what a column counts: of its header, or of the line above the table if that is a year."""
    own = frozenset(word for word in stems(cell.column) if not word.isdigit())
    return own or frozenset(word for word in stems(cell.lead_in.split("\n")[0]) if not word.isdigit())


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that tell one cell or event from another."""
    text = text.lower()
    if "quarter" in text:
        text = _QUARTER.sub(r"quarter\1", text)
    words = _TELLING.findall(text.replace("per cent", "percent"))
    return (
        frozenset([singular(word)[:6] if not word.startswith("quarter") else word for word in words])
        - _TELLS_LITTLE
    )


def swapped(a: Frame, b: Frame) -> bool:
    """Whether two numbers have the same digits in another order."""
    x, y = (number_in_words(one.value).replace(",", "") for one in (a, b))
    return x != y and len(x) == len(y) > 1 and sorted(x) == sorted(y)


def both_terms(head: Frame, other: Frame) -> bool:
    """Whether both are terms of prison."""
    near = [_around(one) for one in (head, other)]
    asked = any(has_cue("no term", text) for text in near)
    prison = any(_PRISON.search(text) for text in near)
    return head.dimension.startswith("time") and prison and not asked


def told_as_term(one: Frame) -> bool:
    """Whether the words beside a length of time tell of a prison term."""
    return bool(_PRISON.search(_around(one)))


def lasts_again(one: Frame, other: Frame, *, heads: bool) -> bool:
    """Whether two lengths of time are told of something that lasted: the one in a title, or in other figures, or with an
    article that leads back: "in 5-day operation", "a five-day sweep"; "during a six-day drive", "the six-day drive"."""
    lasted = all(_LASTED.search(x.before[-30:]) and not _OF_MORE.search(x.quote) for x in (one, other))
    before = "-" in one.quote + other.quote  # "a five-day sweep": it stands before a noun
    return (
        lasted
        and before
        and (heads or one.quote.lower() != other.quote.lower() or bool(_THE.search(other.before[-6:])))
    )


def _around(one: Frame) -> str:
    return f"{one.before[-60:]} {one.after[:40]}"


def kin(one: Frame, other: Frame) -> bool:
    """Whether two figures count the same: people and people, but not pounds of two drugs."""
    return same_kind(other, one) and (other.dimension == "count" or one.what == other.what)


def same_words(one: Frame, other: Frame) -> bool:
    """Whether two figures stand before the same two words: "nine missing children", "9 missing children"."""
    words = [re.findall(r"[a-z]{4,}", x.after[:40].lower())[:2] for x in (one, other)]
    return len(words[0]) == 2 and words[0] == words[1]


def content(one: Frame) -> frozenset[str]:
    """Stems of the words beside a figure."""
    return word_stems(f"{one.label} {one.column} {one.before[-60:]} {one.after[:60]}")


def again_in_brackets(one: Frame | Moment, other: Frame | Moment) -> bool:
    """Whether a figure or a day begins a bracket behind another one: "a decline of over 300 (-312)"."""
    return one.line == other.line and bool(_BRACKET.fullmatch(between(one, other)))


def told_alike(one: Frame, other: Frame) -> bool:
    """Whether the same words stand beside two figures of one thing."""
    same = (one.dimension, one.noun, one.event) == (other.dimension, other.noun, other.event)
    return same and bool(one.event) and one.before[-WORDS:] == other.before[-WORDS:] != ""
