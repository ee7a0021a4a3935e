"""The officials who announce something together, each for a body: "U.S. Attorney Jo Sample and Special Agent in
Charge Al Sample of the FBI announced", "announced Jo Sample, United States Attorney; and Al Sample, Chief of"."""

import re
from collections.abc import Iterator

from helpers.agencies.agency_rows import AgencyRow
from helpers.clauses import Action
from helpers.texts import Sentence, word_set

__all__ = ["announcers"]

_ANNOUNCING = ("announce", "unveil", "release")
_WORD = re.compile(r"[^\W\d_]{2,30}")
_APART = re.compile(r"[;:()\"“”]|\band\b(?! (?:\w{1,20} )?Removal)")
_BODY_FIRST = re.compile(r"(?:['’]s)?,?\s(?:[A-Z][\w.'’-]{1,20}\s){0,4}")
_ANNOUNCED_BY = re.compile(r"\b(?:was|were|been) (?:jointly )?announced (?:\w{1,12} ){0,2}by\b")
TITLE_BEFORE = 110  # characters from a title to the body it is of


def announcers(
    sentence: Sentence, rows: list[AgencyRow], actions: tuple[Action, ...]
) -> Iterator[tuple[AgencyRow, Action]]:
    """The bodies whose officials are named one after the other as those who announce something.

    Args:
        sentence: The sentence.
        rows: The bodies that it names.
        actions: What is said and done in it.
    """
    spoken = [a for a in actions if a.lemma in _ANNOUNCING and a.speech and a.doers and not a.negated]
    for action in spoken or _passive(sentence):
        first, last = _stretch(sentence, action)
        inside = [row for row in rows if first <= row.start - sentence.start < last]
        officials = [row for row in inside if _has_title(sentence, row, first, last)]
        if len(officials) > 1:
            whole = {
                one.start
                for one, part in zip(officials, officials[1:], strict=False)
                if _near(sentence, one, part)
            }
            yield from ((row, action) for row in officials if row.start not in whole)


def _passive(sentence: Sentence) -> list[Action]:
    """ "were announced by", which has no speaker of its own."""
    found = _ANNOUNCED_BY.search(sentence.text)
    span = found.span() if found else (0, 0)
    return [Action("report", "announce", *span, (), "reported", False, speech=True)] if found else []


def _stretch(sentence: Sentence, action: Action) -> tuple[int, int]:
    """Where those who announce stand: before the verb, or behind it or its "by"."""
    if action.doers and min(start for start, _ in action.doers) < action.start:
        return 0, action.start
    return action.end, len(sentence.text)


def _has_title(sentence: Sentence, row: AgencyRow, first: int, last: int) -> bool:
    """Whether the title of an official stands before a body in its part of the list, or right behind it."""
    if row.linked_by == "official":
        return True
    start, end = row.start - sentence.start, row.end - sentence.start
    before = _APART.split(sentence.text[max(first, start - TITLE_BEFORE) : start])[-1]
    behind = _BODY_FIRST.match(sentence.text, end, last)
    words = _WORD.findall(before) + (_WORD.findall(behind[0]) if behind else [])
    return any(word[0].isupper() and word.lower() in word_set("functions") for word in words)


def _near(sentence: Sentence, whole: AgencyRow, part: AgencyRow) -> bool:
    """Whether two bodies stand in one title: "the Louisville Field Division of the ATF"."""
    between = sentence.text[whole.end - sentence.start : part.start - sentence.start]
    return len(between) < 12 and not _APART.search(between) and "," not in between
