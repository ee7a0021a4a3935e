"""Words ahead of a figure that lead back to its whole: "of these inspectors, ", "Among them were ", "They included ".

In: figures that may be part and whole. Out: whether the words ahead of the one mean the other.
"""

import re

from helpers.checks.frames import Frame, agreement, between
from helpers.texts import noun_class, singular

__all__ = ["is_kin", "is_led_back", "leads_to", "words_ahead"]

_FROM_A_GROUP = (
    r"(?:of|among(?:st)?|(?:from|in|within)(?=\sth(?:is|at)\s(?:group|number|total|sample|batch|lot|haul)))"
)
OF_THESE = re.compile(
    rf"(?:^|[;:.(–—]\s?|\band\s|,\s(?=among)){_FROM_A_GROUP}"
    r"\s(?:these|those(?!\swho)|them|(?=th(?:e|is|at)\s[a-z]))"
    r"(?:(?:the|this|that)?\s(?P<noun>[a-z]{3,20})\b)?(?:,\swh(?:o|ich|om)\s[^.;:,\d]{1,60})?,?\s(?:(?!wh|that\b)[^.;:\s]{1,20}\s){0,8}$",
    re.I,
)
_OF_NOUN = re.compile(r"\bof\sthe\s(?:[a-z]{3,20}\s)([a-z]{3,20}s),", re.I)  # "of the false alarms, 37"
_FROM_GROUP = re.compile(r"\W{0,3}(?:and\s)?(?:from|in|within)\s", re.I)
_AMONG = re.compile(r"\W{0,3}(?:and\s)?(?:among|The)", re.I)  # "among the passengers were"
# "They included 17 women", "The survivors included"
_THEY_INCLUDE = re.compile(
    r"^(?:They|(?:The|These|Those)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]{3,20}))\s(?:also\s|in\sturn\s)?includ(?:e|ed|es)\s(?:\w+\s)?$"
)
_PATIENTS = ("", "subject", "object", "passive subject", "complement")
_PARTICIPLE = ("ed", "en", "wn", "ht")
_SUMS = ("sum", "total", "amount", "number", "haul", "figure", "group")


def is_led_back(part: Frame, whole: Frame) -> bool:
    """As in "of these inspectors, 340": the whole is led back to, by its noun or as a sum."""
    found = words_ahead(part)
    if not found or (whole.line == part.line and found[0] not in between(whole, part)):
        return False
    if _AMONG.match(found[0]):
        opens = part.before.lstrip().startswith(found[0].lstrip())  # "them" are those of the sentence before
        named = re.findall(r"[a-z]+", found[0].lower().partition("the ")[2])[:3]
        if not named and found["noun"] and not _is_no_noun(found["noun"]):
            named = [found["noun"]]
        told = not named or any(_names_counted(word, whole) for word in named)
        return bool(whole.noun) and told and (opens or part.line == whole.line)
    if _FROM_GROUP.match(found[0]) and part.noun and not is_kin(part, whole):
        return False  # "from this group 30 samples were taken"
    if named := _OF_NOUN.search(found[0]):
        return leads_to(named[1], whole)
    return not found["noun"] or leads_to(found["noun"], whole)


def words_ahead(part: Frame) -> re.Match | None:
    """The words before a part that lead back to its whole: "of these inspectors, ", "They included ", if any."""
    return OF_THESE.search(part.before[-110:]) or _THEY_INCLUDE.match(part.before)


def leads_to(word: str, whole: Frame) -> bool:
    """Whether a word behind "of these" is what a figure counts, a word for a sum, or what happened to what it counts: "646
    arrested. Of those arrested, 543"."""
    if _names_counted(word, whole) or _is_no_noun(word):
        return True
    if re.search(rf"\b{word}\sof\s(?:the\s)?$", whole.before):
        return True  # "the files of 1,120 detainees; in 218 of these files"
    return (noun_class(singular(word.lower())) or "-") == whole.noun_class


def _is_no_noun(word: str) -> bool:
    """Whether a word behind "of these" is a verb and names nothing: "of these were", "of those gave"."""
    noun = singular(word.lower())
    return noun == word.lower() and not noun_class(noun) and not noun.endswith(_PARTICIPLE)


def _names_counted(word: str, whole: Frame) -> bool:
    """Whether a word is what a figure counts, a word for a sum, or what happened to what it counts."""
    noun = singular(word.lower())
    happened = bool(whole.event) and noun.startswith(whole.event[:5]) and whole.part_in_event in _PATIENTS
    return noun in (whole.noun, *_SUMS) or happened


def is_kin(part: Frame, whole: Frame) -> bool:
    """Whether a figure may count some of what another one counts: people of people, and not cells of prisons."""
    level = agreement(part, whole)
    return (
        level == "same noun"
        or part.dimension != "count"
        or (level == "same class" and part.noun_class != "place")
    )
