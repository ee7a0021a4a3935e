"""Stretches of the calendar: ranges, and pairs of dates that may begin and end one thing.

In: the dates of an article, and what lasts between which events (`helpers/data/checks/states.csv`). Out: `Stretch`, and
how far the words make two dates the beginning and the end of what a length of time is told of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from helpers.checks.cues import has_cue
from helpers.checks.events import bounds, is_dateline
from helpers.checks.frames import Moment, Story, between
from helpers.texts import noun_class, singular, speech_words, word_list

__all__ = [
    "Stretch",
    "definite",
    "is_appended",
    "is_told_of",
    "leads_back",
    "paired",
    "steps_to",
    "stretches_of",
]

STEP = re.compile(
    r"\s(?:after|before|following|into|from)\s", re.I
)  # "two years after the raid of 4 May 2019"
# "from 3 May to 9 June", "from its opening on 3 May to the closing on 9 June"
_NAMED = r"(?:(?:the|its|his|her|their|that)\s(?:[\w’'-]+\s){1,4}?(?:on|of|in)\s)?"
_TO = re.compile(rf",?\s(?:(?:up\s)?to|until|till|through|and|–|-)\s(?:the\s)?{_NAMED}", re.I)
_OPENS_RANGE = re.compile(rf"\b(?:from|between|since)\s(?:the\s)?{_NAMED}$", re.I)
# "ten weeks passed between the request, dated 1 May, and the reply of 9 July"
_LAY_BETWEEN = re.compile(
    r"\b(?:pass(?:ed)?|elapsed|lay|lie|went\sby|gone\sby|separated?|interval|gap|delay|apart|wait)\b[^.;]{0,20}\bbetween\s(?:[\w’'-]+,?\s){0,8}$",
    re.I,
)
_AND = re.compile(r",?\sand\s(?:[\w’'-]+,?\s){0,8}")
_APPENDED = re.compile(
    r",?\s(?:[–—-]\s|\()?(?:after|having\s(?:lasted|spent|been\s[a-z]+(?:\sfor)?)|lasting|in\sall|altogether|an?\s[a-z]+\sof|or|i\.e\.|that\sis,?)?\s?(?:a\stotal\sof\s|some\s|exactly\s)?",
    re.I,
)
# "these last nine days"; no adjective ends in an "s": "it took its restorers nine days"
_BACK = re.compile(
    r"\b(?:these|those|this|that|its|their|the|all|such)\s(?:(?:[\w-]*[^s\s]|previous)\s)?$|\b(?:it|this|that|which)\s(?:had\s)?(?:lasted|took|ran|went\son|dragged\son)\s(?:for\s|over\s)?$|\b(?:so\sthat|so|thus|hence)\s(?:he|she|they|it)\s(?:[a-z]+\s){1,3}$",
    re.I,
)
# "for twenty days no lorry crossed there, until it reopened on"
_UNTIL = re.compile(
    r"[^.;:]{0,120}\b(?:until|till|before|when)\s(?:it|he|she|they|the\s[a-z]+)\s[^.;:,]{0,60}", re.I
)
# "the search had taken", "The journey from Agadez took"
# "In 27 years on the river", "His nine years at the head": what begins the sentence right behind the two dates
_OPENING = re.compile(
    r"(?:in|over|during|throughout)\s(?:(?:all|the|th[eo]se|th(?:is|at)|his|her|their|its)\s){0,2}|(?:his|her|their|its|the|th[eo]se|all)\s(?:(?:th[eo]se|the)\s)?",
    re.I,
)
# what may go on beside what is told: meant only where it was named
_MATTERS = frozenset(
    [
        "case",
        "investigation",
        "inquiry",
        "enquiry",
        "probe",
        "trial",
        "hearing",
        "proceedings",
        "lawsuit",
        "abuse",
        "conflict",
        "war",
        "marriage",
        "talks",
        "fighting",
        "treatment",
        "dispute",
        "negotiation",
    ]
)
_THIS = re.compile(r"\bth(?:is|at|ese|ose)\s(?:very\s|same\s)?[a-z]{4,}", re.I)


@dataclass(frozen=True)
class Stretch:
    """The time between two dates, or of a range: its first and last day, and the days between the two if they are
    vague ("from March to May"). Both ends count but where one day is told as so long after the other."""

    ends: tuple[Moment, ...]
    first: date
    last: date
    fewest: int
    both_ends: bool = True

    @property
    def days(self) -> int:
        return (self.last - self.first).days + self.both_ends

    @property
    def ranged(self) -> bool:
        """Whether the two ends are told in one phrase: a range, or "from … to"."""
        if len(self.ends) == 1:
            return True
        a, b = self.ends
        if _LAY_BETWEEN.search(a.before[-90:]) and _AND.fullmatch(between(a, b)):
            return True
        return bool(_TO.fullmatch(between(a, b)) and _OPENS_RANGE.search(a.before[-60:]))


def stretches_of(story: Story) -> Iterator[Stretch]:
    """Ranges, and pairs of dates beside each other."""
    points = []
    for one in story.moments:
        if not one.begin or not one.finish or is_dateline(one) or _is_of_telling(one):
            continue
        if one.mod == "ON_OR_AFTER" or one.quote.lower().startswith("since"):
            points.append(replace(one, finish=one.begin, precision="since"))
        elif one.days > 1 and ("/" in one.value or one.precision == "range"):
            yield Stretch((one,), one.begin, one.finish, _fewest(one))
        elif one.days <= 31 or one.precision == "year":
            points.append(one)
    for at, one in enumerate(points):
        for other in points[at + 1 : at + 5]:
            first, last = sorted((one, other), key=lambda end: end.begin)
            if first.finish < last.begin and abs(one.line - other.line) <= 2:
                fewest = max(0, (last.begin - first.finish).days)
                yield Stretch((first, last), first.begin, last.finish, fewest)


def _is_of_telling(one: Moment) -> bool:
    """Whether on a day something is only told: "the agency reported on Monday"."""
    return one.event in speech_words() and not re.search(r"\d", one.quote)


def _fewest(one: Moment) -> int:
    """The days between the two ends of a range; between the months or the years that it names, if it names no days."""
    first, _, last = one.value.partition("/")
    if len(first) != len(last) or len(first) not in (4, 7):
        return one.days - 1
    begin, finish = one.begin.replace(day=1), one.finish.replace(day=1)
    if len(first) == 4:
        begin, finish = begin.replace(month=12), finish.replace(month=1)
    return max(0, (finish - begin).days - 31)


@cache
def _states() -> list[tuple[str, re.Pattern, frozenset[str], frozenset[str]]]:
    """What may last: its name, the words for it, the kinds of event that open it, and those that close it."""
    return [
        (
            row["state"],
            re.compile(rf"(?<![\w-])(?:{row['words']})(?![\w-])", re.I),
            frozenset(row["opens"].split()),
            frozenset(row["closes"].split()),
        )
        for row in word_list("checks/states")
    ]


def paired(length: Moment, one: Stretch, kinds: dict[int, str]) -> float:
    """How far the words make two dates the beginning and the end of what lasted: 1 where what happened on them opens and
    closes it."""
    if one.ranged:
        return 1.0
    if STEP.match(length.after):
        return float(steps_to(length, one))
    first, last = one.ends
    told = 0.5 * _opens(first, kinds) + 0.5 * _closes(last, kinds)
    if told == 1 or told and is_appended(length, one):
        return 1.0
    return 0.5 if told else 0.0


def steps_to(length: Moment, one: Stretch) -> bool:
    """Whether one of the two dates stands in the clause right behind a length that leads to it: "22 years after the raid of
    4 May 2019", not "22 years after the crime; a first inquiry of 2003"."""
    behind = [end for end in one.ends if 0 < end.start - length.end < 60]
    return any(";" not in between(length, end) for end in behind)


def is_appended(length: Moment, one: Stretch) -> bool:
    """Whether a length is added right behind the later of two dates: "came home on 9 October 2024, two years in all"."""
    last = one.ends[-1]
    return (
        last.line == length.line
        and last.start < length.start
        and bool(_APPENDED.fullmatch(between(last, length)))
    )


def _opens(one: Moment, kinds: dict[int, str]) -> bool:
    """Whether a date is told as a beginning."""
    told = one.precision == "since" or one.start in kinds and "opens" in bounds(kinds[one.start])
    return told or has_cue("ends first", one.before[-70:], one.after[:30])


def _closes(one: Moment, kinds: dict[int, str]) -> bool:
    """Whether a date is told as an end."""
    told = one.start in kinds and "closes" in bounds(kinds[one.start])
    return told or has_cue("ends last", one.before[-70:], one.after[:30])


def _words(text: str) -> set[str]:
    """The longer words of a text in the singular."""
    return {singular(word) for word in re.findall(r"[a-z]{4,}", text.lower())}


def definite(text: str) -> set[str]:
    """The nouns of which a text speaks as known, in the singular: "the whole exercise", "this drive"."""
    words = re.findall(r"\b(?:the|this|that)\s(?:whole\s|entire\s)?([a-z]{4,})", text, re.I)
    return {singular(word.lower()) for word in words}


def leads_back(length: Moment) -> bool:
    """Whether a length is told as that of what went before: "all of those eleven days"."""
    return bool(_BACK.search(length.before[-45:]))


def is_told_of(story: Story, length: Moment, one: Stretch) -> bool:
    """Whether the later of two sentences is about what the earlier tells: "those six weeks", "it began"."""
    first = min(one.ends, key=lambda end: end.start)
    around = f"{length.before[-60:]} {length.after[:60]}"
    if has_cue("state", around) and len(one.ends) > 1:
        return True  # held, on the run: what opens and closes that is beside it
    last = max(one.ends, key=lambda end: end.start)
    parted = first.line != length.line == last.line and length.end < last.start
    if parted and _UNTIL.fullmatch(between(length, last)):
        return True
    if length.start > first.start:
        clause = re.split(r"[.;]\s", length.before[-60:])[-1]
        told = _words(" ".join(end.sentence for end in one.ends if end.line != length.line))
        lasted = any(
            noun_class(word) == "event" or any(words.fullmatch(word) for _, words, *_ in _states())
            for word in definite(clause) - (_MATTERS - told)
        )
        beside = {end.line for end in one.ends} == {length.line - 1} and _OPENING.fullmatch(length.before)
        return bool(lasted or beside or leads_back(length) or _THIS.search(length.sentence))
    if has_cue("other case", first.before[-60:]) or re.search(r"\blast\sone\b", first.before[-60:]):
        return False
    if story.is_head(length) or (
        length.line == story.lead and "-" in length.quote and not has_cue("set for", length.after)
    ):
        return True
    named = definite(first.before[-120:])
    return any(noun_class(word) == "event" for word in named)
