"""Whether a length of time fits the dates it is told of, by any usual way of counting.

In: a length and a `Stretch` of the calendar. Out: a `Verdict`. Either end may count, weeks may be working weeks, months and
years are rounded, and "nearly", "over" and "under" leave room on their side.
"""

import re

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.frames import Moment, Story, between
from helpers.checks.stretches import Stretch, definite, leads_back
from helpers.texts import MEAN_DAYS, noun_class, singular, word_stems

__all__ = [
    "HELD",
    "UNITS",
    "comparable",
    "is_known",
    "is_of_another_time",
    "leads_in",
    "length_verdict",
    "names_both",
    "names_what_lasted",
    "of_one_event",
    "says_little",
    "without_prison",
    "words_apart",
]

# unit of a TIMEX3 length that dates can tell → its days
UNITS = {name[0].upper(): MEAN_DAYS[name] for name in ("days", "weeks", "months", "years")}
MOST_APART = 4  # times: dates that are further apart than a length says are not those of the length
VAGUE = 1.6  # times: a stretch that may be so much longer than its least bears out any number of days
FAR = 1500  # characters between two sentences about one event
MOST_BETWEEN = 25  # characters between a length and the time of which it is told
MOST_BARE = 2  # words: what lasted, and a preposition
_MOST_MONTHS, _MOST_YEARS = 0.75, 0.3  # how far a length in months or years may be rounded
_WORKING = re.compile(r"\b(?:school|working|business|week|trading|sitting|court|office)[\s-]?days?\b", re.I)
_NEARLY = re.compile(r"(?:almost|nearly|just\sunder|close\sto|barely|some|about)\b", re.I)
_OF_A_TIME = re.compile(
    r"\s(?:of|in|during)\s(?:the|that|this|last|each|every)\s(?:[a-z]+\s)?(?:spring|summer|autumn|winter|season|year|month|time|period)\b(?!\s\d)"
)
# "they were free to return tickets within 30 days"
_DEADLINE = re.compile(
    r"\b(?:free|able|allowed|entitled|obliged|required|ordered|has|have|had|may|can|must)\s(?:to\s)?[^.;,]{2,50}\swithin\s$"
)
_ANY_TIME = re.compile(r"\sin\san?\s[a-z]+\|\s(?:of|when|in\swhich)\b")  # "decent in a year of strikes"
_IN_TIME = re.compile(r",?\s(?:in|of|during)\s(?:the\s(?:[a-z]+\sof\s)?)?")
_KNOWN = re.compile(r"\b(?:the|those|these|all|its|his|her|their)\s$", re.I)
# "the five months that the campaign lasted", "his 14 months on the run", "the eleven months he spent there"
_TOLD_OF = re.compile(
    r"\s(?:that|which|he|she|they|it|on\sthe\srun|at\slarge|in\s(?:custody|hiding|captivity|detention|remand|between))\b"
)
# in whose hands, or where, somebody is held
HELD = r"(?:custody|jail|prison|detention|captivity|remand|cells?|cent(?:er|re)|camp|confinement|hands|hiding|lock-up|cage|hold)"
# "between the request and the surrender three months went by": the two events named once more
_BETWEEN_TWO = re.compile(
    r"\bbetween\s(?:the|his|her|their|its|that)\s(?P<first>[a-z][a-z-]+)(?:\s[^\d;.]{0,30}?)?\sand\s(?:the|his|her|their|its|that)\s(?P<last>[a-z][a-z-]+)",
    re.I,
)
_HAS_SPENT = re.compile(
    r"\b(?:spent|spending|passed|sat|been)\s(?:(?:all|some|about|nearly|almost|over|a|total|of)\s){0,3}$"
)
_FROM_TO = re.compile(r",?\s(?:\(|[–—-]\s|i\.e\.,?\s|that\sis,?\s)?(?:from\s|between\s)?", re.I)
_SMALL = re.compile(
    r"the|an?|he|she|they|it|his|her|their|of|in|on|at|by|for|to|from|against|that|which|who|and|with|was|were|is|has|had|led"
)

_BY_WHOM = re.compile(
    r",?\s[a-z]+\sby\s[^,;.:]{2,60}?(?=,?\s(?:from|between|on|in)\b)|(?<=[a-z])(?:\s[A-Z][\w-]*){1,4}"
)


def _stated_days(length: Moment) -> float:
    """How many days a length says."""
    size, unit = length.length
    return size * UNITS[unit]


def length_verdict(length: Moment, one: Stretch) -> Verdict:
    """Whether two days are as far apart as a length says, by any usual way of counting."""
    size, unit = length.length
    stated = _stated_days(length)
    approx = 0.1 * stated * (length.mod == "APPROX")
    if unit == "Y":
        slack = max(_MOST_YEARS * min(1.0, size) * UNITS["Y"], approx)
    elif unit == "M":
        slack = max(_MOST_MONTHS * UNITS["M"], approx)
    else:
        working = unit == "W" and one.first.weekday() <= 1 and one.last.weekday() in (3, 4)
        slack = approx or (0.0 if unit == "D" else 1.0 + 3 * working)
        if unit == "D" and _WORKING.search(length.quote):
            slack = 2 / 7 * one.days + 2  # week-ends and holidays do not count
    low, high = min(one.fewest, one.days - one.both_ends) - slack, one.days + slack
    if _NEARLY.match(length.quote):
        high += max(0.1 * stated, UNITS[unit] / 2)
    fits = low <= stated <= high
    if length.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        fits = 2 * stated >= low and high >= stated
    elif length.mod in ("LESS_THAN", "EQUAL_OR_LESS") and not _NEARLY.match(length.quote):
        fits = low <= stated <= 2 * high
    exact = min(abs(stated - one.days), abs(stated - one.fewest)) < (0.5 if unit in "DW" else 3)
    shown = _told_in(unit, one, stated if fits else 0.0)
    return Verdict(
        (HOLDS if exact else ROUNDED) if fits else FAILS,
        shown,
        length.quote,
        f"{one.first} to {one.last} is {shown}",
    )


def _told_in(unit: str, one: Stretch, stated: float) -> str:
    """How long a stretch is, in words that can be held against a length in a unit; with the other way of counting its days if
    it is that which gives the days stated."""
    if unit in "DW":
        other = f", or {stated:g} if one end is not" if stated == one.days - 1 else ""
        return f"{one.days} days" + (f", both ends counted{other}" if one.both_ends else "")
    name = "months" if unit == "M" else "years"
    low, high = (round(days / UNITS[unit], 1) for days in (one.fewest, one.days))
    between = low if unit == "Y" and high - low >= 1 else high  # "2022 to 2024" are one to three years
    return f"{high:g} {name}" if between == high else f"{low:g} to {high:g} {name}"


def words_apart(between: str) -> int:
    """How many characters part a length from its dates; names and those who led what lasted do not count: "the ten-day
    Operation Tern, led by the coast guard from 3 to 12 May"."""
    bare = _BY_WHOM.sub("", between)
    return len(bare if len(bare.split()) <= MOST_BARE else between)


def says_little(length: Moment, one: Stretch) -> bool:
    """Whether a length holds whatever the dates: one that only says "more than" and is so much shorter than a stretch, or
    one in days or weeks beside months: "12 days in May and June"."""
    unit = length.length[1]
    if unit in "DW" and one.days > VAGUE * max(1, one.fewest):
        return _stated_days(length) < one.days / VAGUE
    most = 1.3 * _stated_days(length) + UNITS[unit]
    return length.mod in ("MORE_THAN", "EQUAL_OR_MORE") and one.fewest > most


def comparable(length: Moment, one: Stretch, times: int) -> bool:
    """Whether a length and a stretch are near enough in size for the one to be meant as the other."""
    most = MOST_APART * times
    return 1 / most <= _stated_days(length) / max(1, one.days) <= most


def is_known(length: Moment) -> bool:
    """Whether a length is told of as one that the text has told: "the five months that it lasted", "his months on the run"."""
    return bool(_KNOWN.search(length.before[-12:]) and _TOLD_OF.match(length.after))


def without_prison(length: Moment, words: str) -> str:
    """The words around a length without those for where somebody spent it, which else tell of a term in prison."""
    return re.sub(rf"\b{HELD}\b", "", words) if _HAS_SPENT.search(length.before[-30:]) else words


def leads_in(length: Moment, one: Stretch) -> bool:
    """Whether a range explains the length right before it: "will be closed for nine days, from 2 to 10 May"."""
    return (
        one.ranged
        and length.end < one.ends[0].start
        and bool(_FROM_TO.fullmatch(between(length, one.ends[0])))
    )


def is_of_another_time(story: Story, length: Moment, one: Stretch) -> bool:
    """Whether the words beside a length say of which time it is, and that is not the stretch, or a deadline: "shut for eight months in
    2020", "for nine weeks of the summer"."""
    if _ANY_TIME.search(f"{length.before[-4:]}{length.quote}|{length.after[:12]}"):
        return True
    if _OF_A_TIME.match(length.after) or _DEADLINE.search(length.before[-80:]):
        return True
    behind = next((x for x in story.moments if 0 < x.start - length.end < MOST_BETWEEN and x.begin), None)
    if behind is None or behind.start in {end.start for end in one.ends} or not behind.finish:
        return False
    return bool(_IN_TIME.fullmatch(between(length, behind))) and (
        behind.finish < one.first
        or behind.begin > one.last
        or behind.finish - behind.begin < one.last - one.first
    )


def of_one_event(story: Story, length: Moment, one: Moment) -> bool:
    """Whether a length and a range that stand apart are told of one event, known in both sentences ("the operation ran
    from", "the operation lasted"), or the length of a range before it ("in those 91 days")."""
    if story.gap(length.line, one.line) > FAR:
        return False
    named = [{word for word in definite(x.sentence) if noun_class(word) == "event"} for x in (length, one)]
    return bool(named[0] & named[1]) or length.start > one.start and leads_back(length)


def _nouns(length: Moment) -> list[str]:
    """The nouns of what lasted so long, its head last: "18-month drugs investigation"."""
    found = re.match(r"\s(?:of\s)?((?:[a-z][\w-]+\s?){1,4})", length.after)
    words = found[1].split() if found else []
    end = next((at for at, word in enumerate(words) if _SMALL.fullmatch(word)), len(words))
    return [singular(word) for word in words[:end]]


def names_what_lasted(length: Moment, one: Stretch) -> bool:
    """Whether what lasted so long is named beside the dates."""
    others = [end.sentence for end in one.ends if end.line != length.line]
    words = {singular(word) for sentence in others for word in re.findall(r"[^\W\d_]{4,}", sentence)}
    return bool({noun for noun in _nouns(length) if len(noun) > 3} & words)


def names_both(length: Moment, one: Stretch) -> bool:
    """Whether the sentence of a length names what happened on the first or the last of two dates as one end of it: "between
    the request and the surrender"."""
    found = _BETWEEN_TWO.search(length.sentence)
    ends = zip(("first", "last"), (one.ends[0], one.ends[-1]), strict=True)
    return bool(found) and any(
        word_stems(found[name].lower()) & word_stems(f"{end.before[-60:]} {end.after[:40]}".lower())
        for name, end in ends
    )
