"""Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which".

In: the figures of running text. Out: ties of "part within whole".
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import is_limit, leads_back
from helpers.checks.arithmetic import within_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.per import average_of
from helpers.checks.percents import FRONTED, OF_NUMBER, THEM
from helpers.texts import PEOPLE_CLASSES, noun_class, singular

__all__ = ["find_within", "is_parted", "is_some_of", "names_others", "names_whole_behind"]

_PART_BEHIND = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?of\s(?:which|whom|th(?:is|at|ese|ose)\s"
    r"(?P<noun>(?!month|day|year|week|time|night|period|age|kind|sort|who\b)[a-z]+))\b",
    re.I,
)
# "of whom 430 were children", "of that sum, trainers alone accounted for €3.9 million", "Of these inspectors, 340"
_OF_THEM = re.compile(r"\sof\sthem\b")
_PLURAL = re.compile(r"\b[a-z]{3,}(?<!s)s\b")  # what "them" may mean as well
_OF_WHOM = re.compile(r"[^;:()\d]{0,120},?\sof\swh(?:om|ich)\s(?:only\s|some\s|about\s)?")
_OF_THESE = re.compile(
    r"(?:^|[;:.(–—]\s?|\band\s)of\s(?:these|those(?!\swho)|them|(?=th(?:e|is|at)\s[a-z]))"
    r"(?:(?:the|this|that)?\s(?P<noun>[a-z]{3,20})\b)?,?\s(?:(?!wh|that\b)[^.;:\s]{1,20}\s){0,8}$",
    re.I,
)
# "23 of the boarded trawlers had", of trawlers told of before
_OF_THE_NOUN = re.compile(
    r"\sof\sthe\s(?:(?P<narrowed>[a-z]+)\s)?(?P<noun>[a-z]{3,})(?=\s(?:had|ha[sv]e|was|were|are|is|will|did|could)\b|[.,;]|$)"
)
_INCLUDING = re.compile(r"[^,;:()]{0,80},?\s(?:which\s)?includ(?:ing|es|ed)\s")
NEAR, REACH = (
    80,
    250,
)  # characters between the sentences of part and whole, and of a whole that is named again
_OF_SEVERAL = ("family", "household", "couple", "pair", "crew", "team", "gang")  # eight families, 23 children
_PATIENTS = ("", "subject", "object", "passive subject", "complement")
_PARTICIPLE = ("ed", "en", "wn", "ht")
_SUMS = ("sum", "total", "amount", "number", "haul", "figure", "group")


def find_within(story: Story) -> Iterator[Tie]:
    """Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which"."""
    counted = story.counted
    for at, part in enumerate(counted):
        if part.refers in ("all", "together"):
            continue
        for other in counted[max(0, at - 4) : at + 2]:
            level = agreement(part, other)
            if other.start == part.start or not level:
                continue
            again = _names_again(part, other, counted[:at])
            if story.gap(part.line, other.line) > (REACH if again else NEAR):
                continue
            if average_of(other):
                continue  # "66 a day" are no whole
            way = "behind" if again else _way(part, other, _is_last_whole(counted, at, other))
            if way:
                verdict = within_verdict(part.size, other.size)
                evidence = _evidence(part, other, level, way)
                yield Tie("part within whole", (part, other), verdict, evidence, ("within", part.start))


def is_some_of(story: Story, part: Frame, whole: Frame) -> bool:
    """Whether the words say that one figure is a part of another: "92 of the 214", "of these, 92", "of whom 92"."""
    counted = story.counted
    at = story.rank.get(part.start)
    return bool(
        at is not None
        and agreement(part, whole)
        and not leads_back(part)  # "of these eight, 62.5 percent"
        and whole in counted[max(0, at - 4) : at + 2]
        and story.gap(part.line, whole.line)
        <= (REACH if _only_one_named(part, whole, counted[:at]) else NEAR)
        and not (
            THEM.match(part.after) and is_parted(story, part, whole)
        )  # "of 90, 40 were heard, 30 of these"
        and _way(part, whole, _is_last_whole(counted, at, whole, alone=True))
    )


def _only_one_named(part: Frame, whole: Frame, before: list[Frame]) -> bool:
    """Whether a part names what the whole, and no other figure before it, counts: "276 of those loads"."""
    found = _PART_BEHIND.match(part.after) or _OF_THESE.search(part.before[-110:])
    noun = found["noun"] if found else None
    return bool(noun) and [one for one in before if one.noun == singular(noun)] == [whole]


def names_others(whole: Frame) -> bool:
    """Whether the words behind a figure name more than what it counts that "them" may mean: "the 40 men and their wives"."""
    return bool(_PLURAL.search(whole.after.partition(whole.noun)[2][2:] if whole.noun else whole.after))


def is_parted(story: Story, part: Frame, whole: Frame) -> bool:
    """Whether another count stands between a whole and its part."""
    return any(one.counts and whole.end < one.start < part.start for one in story.by_line[part.line])


def names_whole_behind(part: Frame) -> bool:
    """Whether the words behind a figure lead back to its whole: "$4.2 million of this amount"."""
    return bool(_PART_BEHIND.match(part.after))


def _way(part: Frame, whole: Frame, last: bool) -> str:
    """How the words say that one figure is a part of the other: "direct", "fronted", "behind", or not at all."""
    if part.line == whole.line:
        if part.end < whole.start and _is_direct(part, between(part, whole)):
            return "direct"
        fronted = whole.end < part.start and FRONTED.search(whole.before) and part.refers in ("new", "part")
        if fronted and between(whole, part).strip():
            return "fronted"
    if not last or whole.end > part.start:
        return ""
    found = _PART_BEHIND.match(part.after)
    told = found and (not found["noun"] or _leads_to(found["noun"], whole))
    return "behind" if told or _included(part, whole) or _of_these(part, whole) else ""


def _names_again(part: Frame, whole: Frame, before: list[Frame]) -> bool:
    """Whether a part is of what the whole, and no other figure before, counts by name, in no narrower words: "nineteen
    trawlers boarded", "23 of the boarded trawlers had"."""
    found = _OF_THE_NOUN.match(part.after)
    if not found or whole.line == part.line or [one for one in before if _counts(one, found)] != [whole]:
        return False
    return not found["narrowed"] or found["narrowed"][:5] in whole.sentence.lower()


def _counts(one: Frame, found: re.Match) -> bool:
    return one.noun == singular(found["noun"])


def _is_direct(part: Frame, words: str) -> bool:
    """Whether nothing but what a part counts stands between it and its whole: "12 men of the 40", not "12 men consist of"."""
    told = re.findall(r"[^\W\d_]+", re.split(r"\sof\s", words)[0])
    counted = {*part.what.lower().split(), part.noun, "out", "some"}
    verb = any(singular(word.lower()) == part.event != part.noun for word in told)
    named = all({word.lower(), singular(word.lower())} & counted for word in told)
    return bool(OF_NUMBER.fullmatch(words)) and named and not verb


def _included(part: Frame, whole: Frame) -> bool:
    """As in "412 firearms, including 53 handguns", "1,150 returnees in May, of whom 430 were children", "60, 20 of them
    women"."""
    if _OF_THEM.match(part.after) and (part.line == whole.line or part.start == part.sentence_start):
        return part.line == whole.line or not names_others(whole)
    kin = agreement(part, whole) in ("same noun", "same class")
    words = between(whole, part)
    return bool(_OF_WHOM.fullmatch(words)) or (kin and bool(_INCLUDING.fullmatch(words)))


def _evidence(part: Frame, whole: Frame, level: str, way: str) -> dict[str, float]:
    """What the words say for and against part and whole."""
    bounded = not whole.exact and whole.high is None
    persons = {part.noun_class, whole.noun_class} <= PEOPLE_CLASSES
    strange = way == "fronted" and bool(part.noun and whole.noun) and level not in ("same noun", "same class")
    return {
        "named": float(way != "behind"),
        "back": float(way == "behind"),
        "adjacent": float(way == "direct"),
        "of them": 1.0,
        "same line": float(part.line == whole.line),
        "other noun": float(level == "other noun" and way != "direct" and not persons),
        "wrong way": float(bounded)
        + float(strange)
        + 2 * float(is_limit(whole) or whole.noun in _OF_SEVERAL),
    }


def _of_these(part: Frame, whole: Frame) -> bool:
    """As in "of these inspectors, 340": the whole is led back to, by its noun or as a sum."""
    found = _OF_THESE.search(part.before[-110:])
    if not found or (whole.line == part.line and found[0] not in between(whole, part)):
        return False
    return not found["noun"] or _leads_to(found["noun"], whole)


def _leads_to(word: str, whole: Frame) -> bool:
    """Whether a word behind "of these" is what a figure counts, a word for a sum, or what happened to what it counts: "646
    arrested. Of those arrested, 543"."""
    noun = singular(word.lower())
    if noun == word.lower() and not noun_class(noun) and not noun.endswith(_PARTICIPLE):
        return True  # "of these were", "of those gave"
    happened = bool(whole.event) and noun.startswith(whole.event[:5]) and whole.part_in_event in _PATIENTS
    return noun in (whole.noun, *_SUMS) or (noun_class(noun) or "-") == whole.noun_class or happened


def _is_last_whole(counted: list[Frame], at: int, whole: Frame, *, alone: bool = False) -> bool:
    """Whether a figure is the last before a part that counts the same kind of thing, and the only one of its line if that
    is another or it must stand `alone`, or the sum before a colon: "12 million: three in May, nine in June"."""
    part = counted[at]
    before = [one for one in counted[max(0, at - 4) : at] if agreement(part, one) and not is_limit(one)]
    if found := _OF_THESE.search(part.before[-110:]):
        before = [one for one in before if not found["noun"] or _leads_to(found["noun"], one)]
    named = _PART_BEHIND.match(part.after)
    if alone and named and named["noun"]:  # "19 of those children": of the children, and not of the adults
        before = [one for one in before if one.noun == singular(named["noun"].lower())] or before
    beside = [one for one in before if one.line == whole.line]
    if not before or before[-1].line != whole.line:
        return False
    if len(beside) > 1 and ":" in between(*beside[:2]):
        beside = beside[:1]
    return beside[-1] is whole and (len(beside) == 1 or whole.line == part.line and not alone)
