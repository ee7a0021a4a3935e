"""Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which".

In: the figures of running text. Out: ties of "part within whole".
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import COMPARED, is_limit
from helpers.checks.arithmetic import within_verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import SAME_KIND, Frame, Story, agreement, between
from helpers.checks.shares.per import average_of
from helpers.checks.shares.percents import OF_NUMBER, is_fronted
from helpers.checks.sums.led_back import is_kin, is_led_back, leads_to, words_ahead
from helpers.checks.sums.parts import OF_SEVERAL
from helpers.texts import PEOPLE_CLASSES, singular

__all__ = ["find_within", "is_placed"]

_PART_BEHIND = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?of\s(?:which|whom|th(?:is|at|ese|ose)\s"
    r"(?P<noun>(?!month|day|year|week|time|night|period|age|kind|sort|who\b)[a-z]+))\b",
    re.I,
)
# "of whom 430 were children", "of that sum, trainers alone accounted for €3.9 million", "Of these inspectors, 340"
_OF_THEM = re.compile(r"\s(?:of|among)\sthem\b")
_OF_IT = re.compile(r"\s(?:[a-z]+\s)?of\s(?:which|it|th(?:is|at))\b")
_OF_PEOPLE = re.compile(r"\s(?:[a-z]+\s)?of\s(?:whom|them)\b")
_PLURAL = re.compile(
    r"\b(?:police|people|men|women|children|crew)\b|\b(?!(?:hours|days|weeks|months|years|minutes)\b)[a-z]{3,}(?<!s)s\b"
)  # what "them" may mean as well
_OF_WHOM = re.compile(
    r"(?:[^;:()\d]|\b(?:19|20)\d\d\b){0,120},?\s(?:of|among(?:st)?)\swh(?:om|ich)\s(?:(?:there\s)?(?:were|are)\s)?(?:only\s|some\s|about\s)?"
)
# "23 of the boarded trawlers had", of trawlers told of before
_OF_THE_NOUN = re.compile(
    r"\sof\sthe\s(?:(?P<narrowed>[a-z]+)\s)?(?P<noun>[a-z]{3,})(?=\s(?:had|ha[sv]e|was|were|are|is|will|did|could)\b|[.,;]|$)"
)
# "43 had guards, down from 118 in May": of another time, and of another whole
_EARLIER = re.compile(rf"(?:{COMPARED}|\b(?:against|vs\.?))\s(?:[a-z]+\s){{0,2}}$", re.I)
_REST_AHEAD = re.compile(r"\b(?:rest|remainder|others)\b\W{1,3}$")  # "the rest, 28 of whom have children"
# "two drones filmed 60 of them": of no drones, as a new clause would be: "two drones were seen and one of them"
_NEW_CLAUSE = re.compile(
    r"[,;:(–—]|\b(?:and|but|while|whereas|though|because|as|with|when|where|after|before|at\sleast)\b"
)
_OF_THE_REST = re.compile(
    r"\sof\sthe\s(?:others?|rest|remain[a-z]+)\b"
)  # of those that the figure before leaves
_TWICE = ("twice", "thrice")
_INCLUDING = re.compile(
    r"[^,;:()]{0,80},?\s(?:which\s|(?:a|the)\s(?:figure|number|total|tally|count|group|sum)\s(?:that|which)\s)?includ(?:ing|es?|ed)\s"
)
_IN_ALONE = re.compile(
    r"\s(?:in|at|on|from|by)\s(?:the\s)?(?:[A-ZÀ-Ý]?[\w’'-]+\s){1,3}alone\b"
)  # "63 in Málaga alone"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:year|month|week)\b")
# "480 doors on four floors; 309 of them": a place or a time is not what is told of
_PLACED = re.compile(
    r"\b(?:in|on|at|across|throughout|from|over|within|during|for|after|to|near|between|by|with)\s(?:the\s|all\s|its\s)?$",
    re.I,
)
MOST_OVER = 3  # times: what is so much larger than another figure is not meant as a part of it
NEAR, REACH = (
    80,
    250,
)  # characters between the sentences of part and whole, and of a whole that is named again


def find_within(story: Story) -> Iterator[Tie]:
    """Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which"."""
    counted = story.counted
    for at, part in enumerate(counted):
        if part.refers in ("all", "together") and not words_ahead(part):  # "Of that total, 60"
            continue
        for other in counted[max(0, at - 4) : at + 2]:
            level = agreement(part, other)
            if other.start == part.start or not level:
                continue
            gap = story.gap(part.line, other.line)
            again = gap <= REACH and _names_again(part, other, counted, at)
            if gap > NEAR and not again:
                continue
            if not _can_be_whole(other) or _is_of_a_measure(story, part, other):
                continue
            if other.line != part.line and _REST_AHEAD.search(part.before[-30:]):
                continue
            way = "behind" if again else _way(part, other, counted, at)
            if way and (way == "direct" or not _EARLIER.search(part.before[-40:])):
                verdict = within_verdict(part.size, other.size)
                evidence = _evidence(part, other, level, way)
                claim, others = ("within", part.start), counted[max(0, at - 4) : at]
                rivals = any(_may_be_whole(one, part, other) for one in others)
                clear = way != "behind" or not (rivals or _of_named(part, other))
                clear = clear and part.size < MOST_OVER * other.size
                clear = clear and (verdict.holds or not _of_a_larger(part, other, others))
                clear = clear and not _OF_THE_REST.match(part.after)
                yield Tie("part within whole", (part, other), verdict, evidence, claim, (), clear)


def _of_a_larger(part: Frame, whole: Frame, others: list[Frame]) -> bool:
    """Whether "of them" may mean what was counted before the last figure: "186 rescues. Kayaks figured in 61; a lifeboat was
    launched for 143 of them"."""
    larger = [one for one in others if one is not whole and one.start < whole.start and one.size >= part.size]
    them = _OF_THEM.match(part.after) and (not whole.noun or whole.line != part.line)
    return bool(them) and any(agreement(part, one) for one in larger)


def _can_be_whole(one: Frame) -> bool:
    """Whether a figure counts what may have parts: not "66 a day", "twice", "12 of them"."""
    return one.value > 1 and not (average_of(one) or _OF_THEM.match(one.after) or one.quote.lower() in _TWICE)


def _is_of_a_measure(story: Story, part: Frame, whole: Frame) -> bool:
    """Whether a bare number is some of the sum or measure that stands before it, and not of what is counted: "the eight must
    pay 870,000 kronor, 290,000 of which"."""
    before = [one for one in story.by_line[part.line] if one.end <= part.start and one.counts]
    if part.noun or part.dimension != "count" or not before or before[-1].dimension == part.dimension:
        return False
    last = before[-1]
    after = whole.line < part.line or whole.end <= last.start
    if _OF_PEOPLE.match(part.after):
        return False
    return after and (bool(_OF_IT.match(part.after)) or last.value >= part.value > whole.size)


def _of_named(part: Frame, whole: Frame) -> bool:
    """Whether "them" may be things that are named since: "the six hid cigarettes: 400 of them"."""
    told = _OF_THEM.match(part.after) and part.line == whole.line
    words = between(whole, part) if told else ""
    return bool(_PLURAL.search(words.split(" ", 2)[-1] if whole.noun else words))


def _may_be_whole(one: Frame, part: Frame, whole: Frame) -> bool:
    """Whether another figure beside a whole is great enough for the part: "them" may be what it counts."""
    return (
        one is not whole and one.line == whole.line and one.size >= part.size and bool(agreement(part, one))
    )


def names_others(whole: Frame) -> bool:
    """Whether the words behind a figure name more than what it counts that "them" may mean: "the 40 men and their wives"."""
    return bool(_PLURAL.search(_behind_noun(whole) if whole.noun else whole.after))


def _way(part: Frame, whole: Frame, counted: list[Frame], at: int) -> str:
    """How the words say that one figure is a part of the other: "direct", "fronted", "behind", or not at all."""
    if part.line == whole.line:
        if part.end < whole.start and _is_direct(part, between(part, whole)):
            return "direct"
        fronted = whole.end < part.start and is_fronted(whole) and part.refers in ("new", "part")
        if fronted:
            return "fronted"
    if whole.end > part.start or not _is_last_whole(counted, at, whole):
        return ""
    found = _PART_BEHIND.match(part.after)
    told = found and (not found["noun"] or leads_to(found["noun"], whole))
    return "behind" if told or _included(part, whole) or is_led_back(part, whole) else ""


def _names_again(part: Frame, whole: Frame, counted: list[Frame], at: int) -> bool:
    """Whether a part is of what the whole, and no other figure before, counts by name, in no narrower words: "nineteen
    trawlers boarded", "23 of the boarded trawlers had"."""
    found = _OF_THE_NOUN.match(part.after)
    if not found or whole.line == part.line or [x for x in counted[:at] if _counts(x, found)] != [whole]:
        return False
    return not found["narrowed"] or found["narrowed"][:5] in whole.sentence.lower()


def _counts(one: Frame, found: re.Match) -> bool:
    return one.noun == singular(found["noun"])


def _is_direct(part: Frame, words: str) -> bool:
    """Whether nothing but what a part counts stands between it and its whole: "12 men of the 40", not "12 men consist of"."""
    told = re.findall(r"[^\W\d_]+", re.split(r"\sof\s", words)[0])
    counted = {*part.what.lower().split(), part.noun, "out", "some"}
    named = all({word.lower(), singular(word.lower())} & counted for word in told)
    return bool(OF_NUMBER.fullmatch(words)) and named


def _included(part: Frame, whole: Frame) -> bool:
    """As in "412 firearms, including 53 handguns", "1,150 returnees in May, of whom 430 were children", "60, 20 of them
    women"."""
    if _OF_THEM.match(part.after) and part.line == whole.line:
        return bool(_NEW_CLAUSE.search(between(whole, part)))
    if _OF_THEM.match(part.after) and not _PLURAL.search(part.before.lower()):
        return not whole.noun or not names_others(whole)
    kin = is_kin(part, whole)
    if whole.noun and not part.noun and not is_placed(whole):
        kin = True  # "84 children, including 21 under ten"
    words = between(whole, part)
    if part.line == whole.line and not part.noun and _IN_ALONE.match(part.after):
        return words.endswith((", ", " – ", "; ")) and not _YEAR.search(part.after[:60])
    return bool(_OF_WHOM.fullmatch(words)) or (kin and bool(_INCLUDING.fullmatch(words)))


def _behind_noun(one: Frame) -> str:
    """The words behind what a figure counts."""
    found = re.match(rf".{{0,60}}?\b{re.escape(one.noun[:3])}[\w’'-]*", one.after, re.I | re.S)
    return one.after[found.end() :] if found else ""


def _evidence(part: Frame, whole: Frame, level: str, way: str) -> dict[str, float]:
    """What the words say for and against part and whole."""
    bounded = not whole.exact and whole.high is None
    persons = {part.noun_class, whole.noun_class} <= PEOPLE_CLASSES
    strange = way == "fronted" and bool(part.noun and whole.noun) and level not in SAME_KIND
    return {
        "named": float(way != "behind"),
        "back": float(way == "behind"),
        "adjacent": float(way == "direct"),
        "of them": 1.0,
        "same line": float(part.line == whole.line),
        "other noun": float(level == "other noun" and way != "direct" and not persons),
        "wrong way": float(bounded) + float(strange) + 2 * float(is_limit(whole) or whole.noun in OF_SEVERAL),
    }


def is_placed(one: Frame) -> bool:
    """Whether a figure counts places or times of what is told: "on four floors"."""
    return bool(_PLACED.search(one.before[-30:]))


def _is_last_whole(counted: list[Frame], at: int, whole: Frame) -> bool:
    """Whether a figure is the last before a part that counts the same kind of thing, and the only one of its line if that
    is another, or the sum before a colon: "12 million: three in May, nine in June"."""
    part = counted[at]
    before = [one for one in counted[max(0, at - 4) : at] if agreement(part, one) and not is_limit(one)]
    if found := words_ahead(part):
        before = [one for one in before if not found["noun"] or leads_to(found["noun"], one)]
    beside = [one for one in before if one.line == whole.line]
    beside = [one for one in beside if not is_placed(one)] or beside
    if not before or before[-1].line != whole.line:
        return False
    if len(beside) > 1 and ":" in between(*beside[:2]):
        beside = beside[:1]
    return beside[-1] is whole and (len(beside) == 1 or whole.line == part.line)
