"""What the words beside a figure say of a difference: that it is one, and of what.

In: a figure with the words around it. Out: the words that make it a difference, and those for what rises or falls.
"""

import re
from functools import cache

from helpers.checks.cues import cue_words
from helpers.checks.frames import Frame
from helpers.checks.kept import once
from helpers.checks.shares.earlier import CUT
from helpers.texts import singular, word_list

__all__ = ["comes_on_top", "common_words", "only_differs", "is_difference", "subject_of"]

LONGEST = 120  # characters of a clause that are searched for what rises or falls
_CLAUSE = re.compile(r";|\.\s|,\s(?:and|but|while|whereas)\s")
_NOUN_OF_CHANGE, _VERB_OF_CHANGE = cue_words("noun of change"), cue_words("verb of change")
_DIFFERENCE = re.compile(
    rf"\b(?:(?:{_NOUN_OF_CHANGE})(?:\s(?:of|was|is|comes\sto|amounts\sto)|,|:)|(?:{_VERB_OF_CHANGE}|higher|lower|greater|larger|smaller|fewer|more)"
    r"\s(?:[\w’'-]+\s){0,6}?by|(?:that\sis|i\.e\.|namely),?\sby)\s(?:(?:about|some|only|just|exactly|nearly|fully)\s)?(?:[A-Z]?[$£€]?\s?)?$",
    re.I,
)
_LED_TO = re.compile(r"(?:of|was|is|to|by|[,:])\s(?:[a-z]+\s)?[A-Z]?[$£€]?\s?$", re.I)  # how all of these end
# "40 more than", but not "40 more joined": those come on top
_ADDED = r"(?!(?<=more)\s(?:[a-z]+ed|were|was|are|is|had|have|has|came|went|got|left|took|fell|sat|died)\b(?![^.;,]{0,60}\bthan\b))"
_MORE = re.compile(
    r"\s(?!\w+ed\s(?:up|down)\b|(?:was|were|is|are)\s(?:above|below)\b)(?:[\w’'-]+\s)?(?:more|fewer|less|higher|lower|up|down|above|below|short\sof)\b"
    rf"(?!\s(?:than\s)?(?:a|one|half)\s|\sfrom\b){_ADDED}",
    re.I,
)
_THAN = re.compile(r"\s(?:[\w’'-]+\s)?(?:more|fewer|less|higher|lower)\b[^.;,\d]{0,30}\bthan\b", re.I)
_MORE_IN_ALL = re.compile(r"\s(?:[\w’'-]+\s)?(?:more|fewer|less)(?:[^\w\s]|$)")
_NOUN_OF_WHAT = re.compile(
    rf"(?:.*\b)?(?:{_NOUN_OF_CHANGE})\sin\s(?:the\s)?(?:number\sof\s|amount\sof\s)?(?P<what>[a-z]+(?:\s[a-z]+){{0,2}})"
)
_NOUN_IN = re.compile(
    rf"(?:{_NOUN_OF_CHANGE})\sin\s"
)  # without it the other one need not be tried from every place
_VERB = re.compile(rf"\b(?:{_VERB_OF_CHANGE})\b", re.I)
_PLACE = re.compile(r"\b(?:at|in|on|from|by|near|across|during|for|with)\b", re.I)


def _clause_before(one: Frame) -> str:
    """The words of the clause in which a figure stands that come before it."""
    return _CLAUSE.split(one.before)[-1]


@once
def is_difference(one: Frame) -> str:
    """The words that make a figure a difference ("a shortfall of 12", "14 fewer than"); empty if there are none."""
    found = (
        _MORE.match(one.after) or _LED_TO.search(one.before[-25:]) and _DIFFERENCE.search(one.before[-70:])
    )
    return found[0].strip() if found else ""


def only_differs(one: Frame) -> bool:
    """Whether a figure is nothing but a difference: "nine more than in 2023", "a rise of 12"; "four more people" may come on
    top."""
    return bool(_THAN.match(one.after) or is_difference(one) and not _MORE.match(one.after))


def comes_on_top(one: Frame) -> bool:
    """Whether a figure counts some more, and is no difference: "three died and seven others were hurt"; but "or 35 more"."""
    return one.refers == "more" and not (_THAN.match(one.after) or _MORE_IN_ALL.match(one.after))


@cache
def common_words() -> frozenset[str]:
    """Stems of words that stand in any text of this kind, and tie no two sentences."""
    words = {row["word"] for row in word_list("checks/common_words")}
    return frozenset(singular(word)[:6] for word in words) | {
        row["word"][:6] for row in word_list("quantities/en/stop_words")
    }


@once
def subject_of(one: Frame) -> list[str]:
    """The words for what rises or falls: behind a noun ("a rise in burglaries of"), or before a verb ("burglaries rose by");
    none where neither is told, as in "the district has seen a jump of"."""
    clause = _clause_before(one)
    for words in (clause, f"{one.quote}{one.after[:80]}"):
        if _NOUN_IN.search(words) and (found := _NOUN_OF_WHAT.search(words)):
            return found["what"].split()
    near = clause[-LONGEST:]
    verbs = [found.start() for found in _VERB.finditer(near)] or (
        [len(near)] if one.quote[-2:] == "ed" else []
    )
    phrases = _PLACE.split(CUT.split(near[: verbs[-1]])[-1]) if verbs else []
    return re.findall(r"[^\W\d_]{3,}", next((phrase for phrase in phrases if phrase.strip()), ""))[-6:]
