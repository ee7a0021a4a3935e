"""Figures that lead back to one told before: "all 32 inmates", "the whole load, 40 kg", "the sailors, 15 in all".

In: the figures of an article. Out: whether the words of one lead back, and whether they lead to a certain other one.
"""

import re

from helpers.checks.alike import other_time, stems, swapped
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame
from helpers.texts import PEOPLE_CLASSES, noun_class, singular

__all__ = ["counts_things", "leads_back", "people_only", "told_again"]

# "of the 47 dealers convicted in May, nine", "the 12 witnesses for the defence": what narrows a noun
_BEHIND = "for|of|from|in|at|on|with|without|under|over|aged|who|whose|that|which|by|near|behind|against|between|inside|outside"
_NARROWS = re.compile(
    rf"\s(?:(?!(?:had|ha[sv]e|was|were|are|is|of)\s)[a-z-]+\s){{1,2}}?((?:[a-z]+(?:ed|en|wn|ght)|held|found|sent|shot|put|{_BEHIND})\b[^,.;:]*?)"
    r"(?:[,.;:]|$|\s(?:had|ha[sv]e|was|were|are|is|will|did|could)\b)"
)
_PLACED = re.compile(r"\s((?:in|at|on|near|from)\s(?:the\s)?[\w’'-]+)")  # "of the 75 in the valley"
# "the whole seizure, 265 kg", "The seafarers, 15 in all": all of what was told
_WHOLE = re.compile(
    r"\b(?:the|this|that)\s(?:whole|entire|total|full|complete|combined)\s(?P<noun>[a-z]+)(?:,|\s(?:of|was|weighed|came\sto|amounted\sto|comprised|ran\sto))\s$",
    re.I,
)
_ALL_OF = re.compile(r"\b(?:the|these|those|his|her|their|its)\s(?:[a-z]+\s){0,2}?(?P<noun>[a-z]+),\s$", re.I)
_IN_ALL = re.compile(r"\s(?:in\s(?:all|total)|altogether|all\stold)\b")
_ALL_OF_THEM = re.compile(r"\s(?:of\s(?:them|these|those)|(?:were|are|had|have)\b)")
_OF_THE = re.compile(
    r"\sof\s(?:the|these|those|its|their)\s(?:[a-z]+\s)?([a-z]+)\s(?!of\b|in\b|from\b|at\b|who\b)"
)
_EVERY = re.compile(r"\b(?:all(?:\sof)?(?:\sthe)?|these)\s$", re.I)
_DEFINITE = re.compile(r"\b(?:the|(?<!in\s)all|all\sof\sthe|those|these)\s(?:same\s)?$", re.I)
# "a fine of", "The fine of"
_THE_OF = re.compile(r"\b(?:the|this|that)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\sof\s$", re.I)
# "Of these 33 were flown out": some of those told of; but "Of these 33, nine" leads back
_OF_THESE = re.compile(r"(?:^|[.;:,–—]\s)of\s(?:these|those)\s$", re.I)
_VERB_BEHIND = re.compile(r"\s(?:(?:was|were|is|are|had|has|have|did|will|would|could|can)\b|[a-z]{3,}ed\b)")
_GOES_ON = re.compile(r"\s?(?:[,.;]|\s(?:is|was|were|are|will|must|has|had|would|could)\b)")

# "All five were brought before a court": no operation, lorry or flat can be
_DONE_BY_PEOPLE = re.compile(
    r"[^.,;:]{0,50}\b(?:courts?|judges?|magistrates?|prosecutors?|custody|bail|remand(?:ed)?|jail(?:ed)?|prison|hospital\w*|arrest(?:ed)?|detained|charge[sd]|sentenced|convicted|acquitted)\b"
)
_DONE_TO_PEOPLE = re.compile(
    r"[^.,;:]{0,50}\b(?:injur(?:ed|ies)|wounded|died|dead|killed|survived|deported|expelled|questioned|interviewed|plead(?:ed)?|pleas?|confessed|den(?:y|ied)|admit(?:ted)?|fac(?:e|ed|ing)|aged|asylum|nationals|citizens|trial|handcuff\w*|suspected|accused|treated|fined)\b"
)


def leads_back(one: Frame) -> bool:
    """Whether a figure leads back to one given before: "of the 124", "all 32 inmates", "the whole load, 40 kg"."""
    if _OF_THESE.search(one.before[-10:]) and _VERB_BEHIND.match(one.after):
        return False
    named = _DEFINITE.search(one.before[-30:]) or _told_whole(one) or _the_of(one)
    return bool(named) and not other_time(one)


def _told_whole(one: Frame) -> re.Match | None:
    """The words that make a figure all of what was told: "the whole seizure, 265 kg", "the sailors, 15 in all"."""
    return _WHOLE.search(one.before[-60:]) or (
        _ALL_OF.search(one.before[-50:]) if _IN_ALL.match(one.after) else None
    )


def _the_of(one: Frame) -> re.Match | None:
    """The words that name again what a sum or a measure is of: "The fine of €6 million is"."""
    plain = one.dimension != "count" and _GOES_ON.match(one.after)
    return _THE_OF.search(one.before[-50:]) if plain else None


def people_only(one: Frame) -> bool:
    """Whether a figure without a noun counts people, by what is told of it: "All five were brought before a court"."""
    return not one.noun and bool(_DONE_BY_PEOPLE.match(one.after) or _DONE_TO_PEOPLE.match(one.after))


def counts_things(one: Frame) -> bool:
    """Whether a figure counts something that is neither people nor a group of them."""
    return bool(one.noun_class) and one.noun_class not in (*PEOPLE_CLASSES, "generic", "group")


def told_again(head: Frame, other: Frame) -> bool:
    """Whether the words behind a figure that leads back ("all 32 inmates who broke out") are those of the first; words
    that narrow it ("the 12 witnesses for the defence") must be there too."""
    if not leads_back(other):
        return False
    if whole := _told_whole(other):
        return other.dimension != "count" or _is_of_kind(whole["noun"], head)
    if named := _the_of(other):
        return bool(re.search(rf"\b{named['noun']}s?\sof\s$", head.before[-30:], re.I))
    known = stems(head.sentence)
    narrowed = _NARROWS.match(other.after) or _PLACED.match(other.after)
    if narrowed and stems(narrowed[1]):
        return stems(narrowed[1]) <= known
    bare = bool(re.match(r",\s", other.after)) and not other.noun  # "of the 124, 23 had"
    if _EVERY.search(other.before[-12:]):
        bare = bare or bool(_ALL_OF_THEM.match(other.after)) and not other.noun  # "all 34 of them"
        named = _OF_THE.match(other.after)  # "all nine of the accused nurses deny"
        bare = bare or bool(named) and singular(named[1]) == head.noun
        bare = bare or other.noun != head.noun and _is_of_kind(other.noun, head)  # "all 11 passengers"
    named = bool(other.noun) and other.noun == head.noun and swapped(head, other)
    return bare or named or bool(stems(other.after[:70].split(". ")[0]) & known)


def _is_of_kind(noun: str, one: Frame) -> bool:
    """Whether a noun names what a figure counts in other words, and not some of it: seafarers of a crew, but no women."""
    noun = singular(noun.lower())
    classes = {noun_class(noun), one.noun_class}
    alike = "" not in classes and (len(classes) == 1 or classes <= PEOPLE_CLASSES)
    roles = {_role_of(noun), _role_of(one.noun)}
    return noun == one.noun or alike and "" in roles and not has_cue("some of", noun)


def _role_of(noun: str) -> str:
    """Which of several groups that exclude each other people belong to: a crew is none of the passengers."""
    return next((role for role in ("crew", "staff", "riders", "held") if has_cue(role, noun)), "")
