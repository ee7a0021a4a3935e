"""Whether a figure that fails is stated of other figures than the two it stands beside: its own words say of what.

In: a relation chosen by weights (`helpers.checks.shares.weighed`). Out: yes or no; of a relation that holds nothing is asked, for that
free figures agree is proof of its own.
"""

import re
from itertools import combinations

from helpers.checks.arithmetic import Verdict
from helpers.checks.frames import Frame, between
from helpers.checks.shares.pair_words import is_plan
from helpers.checks.shares.pairs import comes_on_top, common_words, subject_of
from helpers.texts import MONTH_NAMES, PEOPLE_CLASSES, noun_class, singular, word_stems

__all__ = ["class_of", "is_of_others", "of_two_kinds"]

_CONCRETE = {*PEOPLE_CLASSES, "animal", "document", "place", "substance", "vehicle", "weapon"}
# "three more than it had planned", "95 kilos more than in the same month of 2023"
_THAN = re.compile(r"\s(?:[\w’'-]+\s){0,8}?than\s(?P<what>[^.;,:()]{3,70})")
_WHEN = re.compile(r",\s(?:when|which\s(?:had|saw))\b")
# "fell by a third from 2021"
_SINCE = re.compile(
    r"\s(?:from|over|since|against|compared\s(?:with|to))\s(?:the\s)?(?P<what>(?:[a-z]+\s){0,3}(?:19|20)\d\d)\b"
)
# "the remaining 63 from an earlier landing"
_OF_ANOTHER = re.compile(
    r"(?:\s[\w’'-]+){0,2}\s(?:from|of|in|on|at)\s(?:an?|the|its|their)\s(?:[a-z]+\s)?(?:earlier|previous|prior|separate|unrelated|later)\s[a-z]"
)
# "Compared with 2022 the increase comes to 20 percent"
_AGAINST = re.compile(
    r"\b(?:compared\s(?:with|to)|against|measured\sagainst|over|relative\sto)\s(?:the\s)?(?P<what>(?:[a-z]+\s){0,2}(?:19|20)\d\d)\b(?!\s(?:figure|total|level))[^.;:,\d]{0,60}$",
    re.I,
)
_THUS = re.compile(r"\b(?:thus|so|hence|therefore)\b")  # of what was told, in other words
_AVERAGE = re.compile(r"\b(?:average|mean|median|norm)\b")
_END = re.compile(r"\bto\s(?:(?:about|around|some|nearly|almost|just|only|over)\s)?$")
_WISHED = re.compile(
    r"\b(?:planned|expected|intended|wanted|hoped|needed|required|allowed|usual|normal|budgeted|forecast|promised|prescribed|advised)\b"
)
# times that a figure may be compared with: "than in March", "than for last season's final"
_TIME = re.compile(
    rf"\b(?:(?:19|20)\d\d|{'|'.join(MONTH_NAMES)}|(?:last|previous|preceding)\s[a-z]+|before\s(?:the|its|his|her|their)\s[a-z]+)\b"
)
_THOSE = re.compile(
    r"\s(?:of|among)\s(?:all\s)?(?:those|the(?:\s[a-z-]+){1,3}?)\s(?P<what>(?:who|that|which|whose|in|at|from|with|[a-z]+ed)\s[^.;,:()]{3,60})"
)
# "Of those helping with transport, one third were Ukrainians"
_OF_THOSE_WHO = re.compile(
    r"\b[Oo]f\s(?:all\s)?those\s(?P<what>(?:who\s)?[a-z]{3,}(?:\s[^.;:()\d]{3,80})?),?\s$"
)
# "52 percent of the money spent", of contracts: the noun of what the share is of
_OF_NOUN = re.compile(r"\sof\s(?:all\s|the\s|its\s|their\s|total\s){0,2}(?P<what>(?!th[eo])[a-z]{3,})\b")
# "147,000 took part, two thirds of them by post", "a third of what we do"
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which)\b")
_IN_OTHER_WORDS = re.compile(r"\b(?:or|that\sis|i\.e\.|meaning|making)\s")
_OF_WHAT = re.compile(r"\sof\s(?:what|all|everything)\s(?:we|they|he|she|it|you|the)\b")
# "doubled the maximum fine"
_OBJECT = re.compile(
    r"\s(?:the|its|his|her|their)\s(?P<what>(?:[a-z-]+\s){0,2}?[a-z]{3,})(?=\s(?:for|of|on|in|to|from)\b|[.,;])"
)
_NUMBER_OF = re.compile(r"\sthe\s(?:number|amount|total)\sof\s(?:[a-z-]+\s){0,2}?(?P<what>[a-z]{3,}s)\b")
# "3.7 metres below the lowest step"
_FROM_THERE = re.compile(r"\s(?:below|above|short\sof|under|over)\sthe\s(?P<what>[a-z][^.;:,()\d]{2,40})")
_AS_LONG = re.compile(
    r"\stimes\sas\s(?:long|far|old|tall|deep|fast|heavy|expensive|dear|hot|hard)\b|\sas\slong\b"
)
# "at one point it reached 159 kilometres an hour": one of many
_AT_MOST = re.compile(r"\b(?:peak(?:ed|s)?|gusts?|at\sone\spoint|top\sspeed)\b[^.;:]{0,40}$", re.I)
_SOME_OF = re.compile(r"\sof\s(?:the|those|these|its|their|his|her)\s([a-z]{3,})\b")
# "half of it will have been spent by June"
_TO_COME = re.compile(r"[^.;,]{0,90}?\b(?:will|would|shall|(?:is|are)\s(?:due\s)?to)\s(?:have\s)?[a-z]+")
# what is told of another sum than the figures give: "counting those in camps", "excluding the pump business"
_ADJUSTED = re.compile(
    r"\b(?:[Cc]ounting|[Aa]dding(?!\sthat)|[Ee]xcluding|[Ll]eaving\s(?:out|aside)|[Ss]tripping\sout|[Aa]djust\w+\sfor|at\sconstant|in\sreal\sterms|like-for-like|if\s(?:one|you|we)\b)"
)
_TO_SOMEBODY_AND = re.compile(r"\s(?:to|for)\s[^;.]{2,60},?\sand\s(?:[a-z]+\s){0,2}")
_OF_HERS = re.compile(r"\sof\s(?:his|her|its|their|the)\s(?:last|first|next)\b")
_FOLLOWED = re.compile(r"\bfollowed\sby\b|\bahead\sof\b")
_ROW = re.compile(r",|\band\b")
# "thefts from cars came to 318, and those of bicycles fell by 27 percent"
_THOSE_OF = re.compile(
    r"\b(?:those|that)\s(?:of|from|in|at|by|on|among|with)\s(?!which|whom)[^.;:,\d]{3,60}$"
)
_TARGET = re.compile(
    r"\b(?:target|goal|aim|quota|demand|promise|pledge|objective)s?\s(?:of|for)\s(?:an?\s|the\s)?$"
)


def is_of_others(template: str, items: tuple[Frame, ...], verdict: Verdict, operation: str) -> bool:
    """Whether the words of a figure lead to others than those it is tied to: it is compared with another time or a plan,
    of people that neither counts, a target, or it comes out by the other usual reading."""
    if verdict.holds:
        return False
    one, *others = items if template == "difference" else items[::-1]
    if _ADJUSTED.search(one.sentence) or _BY_OPERATION[operation](one, others):
        return True
    return operation != "share" and _of_any_others(one, others)


def _share_of_others(one: Frame, others: list[Frame]) -> bool:
    whole, part = others
    return (
        bool(_OF_WHAT.match(one.after))
        or _of_the_part(one, part, whole)
        or _of_those(one, others)
        or _ends_of_a_change(part, whole)
        or _of_another_kind(one, whole)
        or part.line != one.line
        and bool(_TO_COME.match(one.after))
        and not is_plan(part)
    )


def _average_of_others(one: Frame, others: list[Frame]) -> bool:
    paid = None not in (one.low, one.high) and one.low != one.high  # "$7,000 to $9,500 a head"
    return paid or _shared_out_beside(one, others) or bool(_AT_MOST.search(one.before))


def _change_of_others(one: Frame, others: list[Frame]) -> bool:
    return _of_those_of(one, others) or _of_another_subject(one, others)


def _multiple_of_others(one: Frame, others: list[Frame]) -> bool:
    long = _AS_LONG.match(one.after) and all(other.dimension == "count" for other in others)
    return bool(long) or _of_kinds_apart(one, others)


def _difference_of_others(one: Frame, others: list[Frame]) -> bool:
    apart = (
        any(map(comes_on_top, (one, *others))) or _of_kinds_apart(one, others) or _is_in_a_row(one, others)
    )
    return apart or of_another_time(one) or _from_there(one, others)


_BY_OPERATION = {
    "share": _share_of_others,
    "average": _average_of_others,
    "change": _change_of_others,
    "times": _multiple_of_others,
    "difference": _difference_of_others,
}


def _of_any_others(one: Frame, others: list[Frame]) -> bool:
    """What is asked of all figures but shares."""
    return (
        all(_END.search(other.before[-20:]) for other in others)  # "by half to 88, … quadrupled to 124"
        or _counts_some([one, *others])
        or _ranked(others)
        or _of_an_object(one, others)
        or _of_another_thing(one, others)
        or _compared(one, others)
        or bool(_TARGET.search(one.before[-40:]))
    )


def _of_kinds_apart(one: Frame, others: list[Frame]) -> bool:
    """Whether two of the figures count things that are never the same."""
    return any(of_two_kinds(*pair) for pair in combinations(map(class_of, (one, *others)), 2))


def _shared_out_beside(one: Frame, others: list[Frame]) -> bool:
    """Whether what each gets comes beside a sum for somebody else: "200,000 euros to the widow and 50,000 to each of three"."""
    above = others[-1]
    return above.line == one.line and bool(_TO_SOMEBODY_AND.fullmatch(between(above, one)))


def _counts_some(items: list[Frame]) -> bool:
    """Whether a number that is held against measures counts some of others: "three of her last five", "15 meters"."""
    measured = any(isinstance(one, Frame) and one.dimension != "count" for one in items)
    return measured and any(_OF_HERS.match(one.after) and one.quote.isalpha() for one in items)


def _ranked(others: list[Frame]) -> bool:
    """Whether two figures are told as the largest of several, and not as those of two times: "610, followed by 440"."""
    return others[0].line == others[1].line and bool(_FOLLOWED.search(between(*others)))


def _is_in_a_row(one: Frame, others: list[Frame]) -> bool:
    """Whether a figure is told between two others of its sentence, like them: "190 goats, 88 sheep and 41 camels"."""
    a, b = sorted(others, key=lambda x: x.start)
    inside = a.line == one.line == b.line and a.start < one.start < b.start and not one.before.endswith("by ")
    return inside and "," in between(a, one) and bool(_ROW.search(between(one, b)))


def of_another_time(rest: Frame) -> bool:
    """Whether what is left is said to be of something else: "the remaining 63 from an earlier landing"."""
    return bool(_OF_ANOTHER.match(rest.after))


def class_of(one: Frame) -> str:
    """The class of what a figure counts, also of "three of those addresses"."""
    found = _SOME_OF.match(one.after)
    return noun_class(singular(found[1])) if found else one.noun_class


def of_two_kinds(a: str, b: str) -> bool:
    """Whether two classes are of things that are never the same: people and places, but not men and officers."""
    return {a, b} <= _CONCRETE and a != b and not {a, b} <= PEOPLE_CLASSES


def _compared(one: Frame, others: list[Frame]) -> bool:
    """Whether a figure is compared with a plan, or with a time that is told of neither of two others."""
    found = _AGAINST.search(one.before) or _THAN.match(one.after) or _SINCE.match(one.after)
    last = max(other.start for other in others) - one.end
    # "37 more than the 185 of 2023", "37 more than in 2023, when it was 185"
    if not found or 0 < last < found.end() or last > 0 and _WHEN.match(one.after, found.end()):
        return False
    told = [_without(other, one) for other in others]
    for kind in (_WISHED, _AVERAGE):  # "five more than the average for towns of that size"
        if kind.search(found["what"]):
            return not any(kind.search(words) for words in told)
    times = set(_TIME.findall(found["what"]))
    return bool(times) and not any(times & set(_TIME.findall(words)) for words in told)


def _from_there(one: Frame, others: list[Frame]) -> bool:
    """Whether a difference is told from something that neither figure is told of: "3.7 metres below the lowest step"."""
    found = _FROM_THERE.match(one.after)
    named = word_stems(found["what"].lower()) - common_words() if found else frozenset()
    return bool(named) and not named & _stems_told(one, others)


def _without(other: Frame, one: Frame) -> str:
    """The sentence of a figure without the words behind another one in it."""
    return other.sentence[: one.start - one.sentence_start] if other.line == one.line else other.sentence


def _stems_told(one: Frame, others: list[Frame]) -> frozenset[str]:
    return word_stems(" ".join(_without(other, one) for other in others).lower())


def _of_those(one: Frame, others: list[Frame]) -> bool:
    """Whether a share is of some of whom neither count is told: "of those who returned a form"."""
    found = _THOSE.match(one.after) or _OF_THOSE_WHO.search(one.before)
    if not found:
        return False
    named = word_stems(found["what"].lower()) - common_words()
    return bool(named) and not named & _stems_told(one, others)


def _ends_of_a_change(a: Frame, b: Frame) -> bool:
    """Whether two figures are those of two times: "grew from 5,900 to 8,300"."""
    return (
        a.line == b.line
        and b.before[-60:].endswith(" to ")
        and a.before.endswith(" from ")
        and a.end < b.start
    )


def _of_the_part(one: Frame, part: Frame, whole: Frame) -> bool:
    """Whether a share is said to be of the part itself: "some 147,000 took part, more than two thirds of them by post"."""
    apart = part.line == one.line and part.end < one.start and whole.end < part.start
    return bool(apart and _OF_THEM.match(one.after)) and not _IN_OTHER_WORDS.search(between(part, one))


def _of_an_object(one: Frame, others: list[Frame]) -> bool:
    """Whether a multiple is told of what neither figure counts ("with 27 votes for and 20 against, it doubled the fine"), or of
    things that one of them does not count: "double the number of buses to ten and hire six drivers"."""
    number = _NUMBER_OF.match(one.after)
    what = singular(number["what"]) if number else ""
    if number and any(other.noun not in ("", what) for other in others if isinstance(other, Frame)):
        return True
    found = _OBJECT.match(one.after) if all(other.end < one.start for other in others) else None
    named = word_stems(found["what"].lower()) if found else frozenset()
    return bool(named) and not named & _stems_told(one, others)


def _of_another_thing(one: Frame, others: list[Frame]) -> bool:
    """Whether the sentence of a figure is about a substance, and the others, told elsewhere, count another: "Cocaine was down: 310
    kilos less"."""
    if any(other.line == one.line for other in others):
        return False
    counted = {x.noun for x in others if isinstance(x, Frame) and x.noun_class == "substance"}
    words = map(singular, re.findall(r"[a-z]{3,}", one.sentence[: one.start - one.sentence_start].lower()))
    about = {word for word in words if noun_class(word) == "substance"}
    return bool(about and counted) and not about & counted


def _of_another_subject(one: Frame, others: list[Frame]) -> bool:
    """Whether what is said to rise or fall is told of beside neither of two figures of other sentences."""
    about = word_stems(" ".join(subject_of(one)).lower()) - common_words()
    elsewhere = all(other.line != one.line for other in others)
    apart = bool(about) and not about & _stems_told(one, others)
    return elsewhere and apart and not _THUS.search(one.sentence)


def _of_those_of(one: Frame, others: list[Frame]) -> bool:
    """Whether what is said to rise or fall is "those of" something, told behind both figures."""
    found = _THOSE_OF.search(one.before)
    return bool(found) and all(other.end <= one.start - len(found[0]) for other in others)


def _of_another_kind(one: Frame, whole: Frame) -> bool:
    """Whether a share is said to be of a thing of another class than what the whole counts: of money, and not of contracts."""
    found = _OF_NOUN.match(one.after)
    kind = noun_class(singular(found["what"])) if found else ""
    return whole.dimension == "count" if kind == "money" else of_two_kinds(kind, whole.noun_class)
