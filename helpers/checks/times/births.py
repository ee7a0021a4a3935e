"""An age, a day of birth and the day on which somebody had that age.

In: dates of an article and the ages it tells (`helpers.checks.times.ages`). Out: ties of "age" (age, birth, day). Charity: an age
that only fits another day, another person or a document of somebody else contradicts nothing, and somebody whom a text calls so
old today may have been younger on the day it tells of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict, whole_years
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story
from helpers.checks.times.ages import Age, ages_of
from helpers.checks.times.events import kind_of
from helpers.checks.times.whose_age import bearer_of, same_bearer
from helpers.texts import PEOPLE_CLASSES, noun_class, singular, word_stems

__all__ = ["find_births"]

REACH = 320  # characters between the sentences of an age, a birth and a day
NAMED_REACH = 3000  # the same where both are told of one name
MOST_WRONG = 30  # years by which an age is told wrong; further apart two sentences are of two people
_D_O_B = r"\b(?:d\.?\s?o\.?\s?b\.?|b\.):?\s?$"
_BIRTH = re.compile(
    rf"\b(?:born|c[ao]me\sinto\sthe\sworld|(?<!gave\s)birth|(?<!(?:st|nd|rd|th)\s)birthday|birthdate)\b(?:\s(?:was|is|were))?(?:(?!,\s(?:he|she|they)\b|\b(?:when|and|who|was|were|had|until|before|after|so|that|then|which|making)\b)[^.;\d]){{0,80}}$|{_D_O_B}",
    re.I,
)
_BIRTH_AFTER = re.compile(
    r"\)?[^.;]{0,30}\b(?:as|is|was|for)\s(?:the|his|her)\s[\w’'\s]{0,20}(?:date\sof\sbirth|birthday|birthdate)"
)
# papers that are not of the person who shows them, and ages that are only claimed
_PAPERS = r"(?:passports?|papers|cards?|licen[cs]es?|documents?|certificates?|visas?|identit(?:y|ies))"
_LENT = r"(?:stolen|forged|false|fake|borrowed|bought)"
_FALSE = rf"{_LENT}(?=\s(?:[\w’'-]+\s){{0,2}}{_PAPERS}\b)|{_PAPERS}\s[^.;]{{0,30}}\b{_LENT}"
_CLAIMED = r"(?:claim|pretend)(?:s|ed|ing)?\sto|pos(?:ed|ing)\sas|suppos\w+|impersonat\w+"
_NOT_OWN = re.compile(
    rf"\b(?:{_FALSE}|{_CLAIMED}|holder|bearer|belong\w*|rightful|owner|some(?:body|one)\selse|not\s(?:his|hers|her|their)(?:\sown)?|name\sof\san?|whose\sown\sage|(?:passports?|papers|cards?|licen[cs]es?|documents?|visa|identity)\sof\s(?:an?|another|his|her))\b",
    re.I,
)
_SELF = {"he", "him", "his", "himself", "man", "boy", "father", "son", "brother", "husband", "king", "priest"}
_HER = {"she", "her", "hers", "herself", "woman", "girl", "mother", "daughter", "sister", "wife", "widow"}
_WHOSE = re.compile(rf"\b(?:his|her)\s(?=(?:[a-z]+\s)?(?:{'|'.join(sorted(_SELF | _HER))})\b)")
_SOMEONE = re.compile(
    r"(?P<lead>(?:\b(?:as|was|is|were|became|being|like|called|of|with)\s|^[\s,(–—-]*)?)\b(?P<which>an?|another|the\s(?:other|second|third)|others?|one|two|three|his|her|their|whose)\s"
    r"(?P<words>[\w’'-]+(?:\s[\w’'-]+){0,3})(?P<who>,?\s(?:who|whose|born)\b)?",
    re.I,
)
_ENDS_NAME = re.compile(r"of|from|by|in|on|at|for|with|to|and|or|who|that|which|was|were|is|had|has|as|when")
# "an importer of toys, 39", "a 39-year-old importer": somebody who was not told of before
_INDEFINITE = re.compile(r"\b(?:an?|another|one)\s(?:(?:[\w’'-]+\s){0,5}[\w’'-]+,\s)?$", re.I)
_OPENS = re.compile(r"Born\s(?:on|in|at)\b")
_AT = re.compile(r",?\s(?:at|at\sthe\sage\sof|aged)\s$", re.I)
_DIED = re.compile(
    r"\b(died|passed\saway)(?:\s(?:in|near|at)\s[^,;.]{1,30}|\shere)?$"
)  # "has died at the age of 88"
_KNOWN = re.compile(r"\b(?:the|he|she|this|that|mr|mrs|ms|who|aged|born)\b[^.;]{0,40}$", re.I)


@dataclass(frozen=True)
class Birth:
    """The day, month or year of a birth."""

    moment: Moment
    first: date
    last: date

    def years_on(self, begin: date, finish: date) -> tuple[int, int]:
        """The fewest and the most years that somebody born so had between two days."""
        return whole_years(self.last, begin), whole_years(self.first, finish)


def find_births(story: Story) -> Iterator[Tie]:
    """Every age beside a day of birth, on the days it may be that of."""
    births = [birth for one in story.moments if (birth := _birth(one))]
    told = {birth.moment.start for birth in births}
    ages = list(ages_of(story)) if births else []
    for birth in births[:4]:
        days = [one for one in story.moments if one.start not in told and _may_be_told(one, birth)]
        for age in ages if days else ():
            same = same_bearer(bearer_of(age), bearer_of(birth.moment))
            near = _gap(age, birth.moment) <= (NAMED_REACH if same else REACH)
            if near and (tie := _tie_of_age(story, age, birth, days, len(births) - 1, same)):
                yield tie


def _birth(one: Moment) -> Birth | None:
    if not (_BIRTH.search(one.before[-110:]) or _BIRTH_AFTER.match(one.after)):
        return None
    if one.begin and one.finish and one.days <= 366:
        return Birth(one, one.begin, one.finish)
    year = re.fullmatch(r"(\d{4})-XX(?:-XX)?", one.value)  # 3/4/1987
    return Birth(one, date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)) if year else None


def _may_be_told(one: Moment, birth: Birth) -> bool:
    """Whether somebody born on a day may have had an age on another, or in another year: years later."""
    return bool(one.begin and one.finish and one.days <= 366 and one.begin.year > birth.first.year + 5)


def _gap(a: Age | Moment, b: Age | Moment) -> int:
    """Characters between two sentences, 0 for the same one."""
    first, second = sorted((a, b), key=lambda one: one.sentence_start)
    return max(0, second.sentence_start - first.sentence_start - len(first.sentence))


def _own_days(age: Age, days: list[Moment]) -> list[Moment] | None:
    """The days that the words of an age give it; None where any day told of may be meant, no day where its time is not told."""
    inside = [one for one in days if one.sentence_start == age.sentence_start]
    behind = [one for one in inside if one.start >= age.end]
    if age.time == "beside":
        return behind[:1]
    if age.time == "event":
        kind, told = kind_of(age.event), [one for one in days if one.days <= 31]
        return _named(days, age.event) or (told if kind and len(told) == 1 else [])
    if not age.time:
        return None
    clause = re.split(r"[.;]|,\s(?:and|but)\s" if age.time == "when" else r"[.;,]|\sand\s", age.after)[0]
    own = [one for one in behind if one.start - age.end < len(clause)][:1]
    if age.time == "clause" and not own:
        before = _AT.sub("", age.before)  # "died on 3 May 2024, at the age of"
        ahead = len(age.before) - len(before) + len(re.split(r"[.;,]|\sand\s", before)[-1])
        own = [one for one in inside if 0 <= age.start - one.end < ahead]
        if not own and (verb := _DIED.search(before)):
            own = _named(days, verb[1])
    return own


def _named(days: list[Moment], event: str) -> list[Moment]:
    """The days beside which an event is named."""
    stems = word_stems(event.lower())
    return [one for one in days if stems & word_stems(f"{one.before[-90:]} {one.after[:60]}".lower())]


def _tie_of_age(
    story: Story, age: Age, birth: Birth, days: list[Moment], rivals: int, same: bool | None
) -> Tie | None:
    own = _own_days(age, days)
    days = [one for one in days if one.days <= 31]
    if not (own or days):
        return None
    near = sorted(own or days, key=lambda one: (_gap(one, age), abs(one.start - age.start)))
    day = near[0]
    low, high = birth.years_on(day.begin, day.finish)
    verdict = Verdict(
        HOLDS if low <= age.years <= high else ROUNDED if low - 1 <= age.years <= high + 1 else FAILS,
        str(low),
        age.quote,
        f"born {birth.moment.value}, on {day.begin} {low} years old",
    )
    one_line = age.sentence_start == birth.moment.sentence_start
    evidence = {
        "cue": 1.0,
        "named": float(
            one_line or age.sentence_start == day.sentence_start or bool(_KNOWN.search(age.before[-60:]))
        ),
        "same line": float(one_line),
        "next line": float(not one_line),
        "wrong way": 0.0,
        "rival": 0.5 * rivals,
    }
    may_fail = own is None or bool(own)
    if not verdict.holds:
        far = not same and not low - MOST_WRONG <= age.years <= high + MOST_WRONG and not one_line
        doubtful = far or same is False or _doubtful(story, age, birth.moment, same)
        evidence["wrong way"] = 2.0 * doubtful
        may_fail = may_fail and _gap(day, age) <= REACH
    words = ("born",)
    return Tie("age", (age, birth.moment, day), verdict, evidence, ("age", age.start), words, may_fail)


def _doubtful(story: Story, age: Age, birth: Moment, same: bool | None) -> bool:
    """Whether an age and a day of birth may be of two people, or of papers that are not somebody's own; `same`: whether the words
    say that they are of one."""
    first, second = sorted((age, birth), key=lambda one: one.start)
    between = _between(story, first, second)
    told = (birth.sentence, age.sentence, "" if same else between)
    if any(_NOT_OWN.search(words) for words in told):
        return True
    if first is birth and _INDEFINITE.search(age.before[-60:]):
        return True
    if _of_a_thing(age) or has_cue("other person", age.before[-40:]):
        return True
    sexes = [_sexes(f"{one.before[-40:]} {one.after[:25]}") for one in (age, birth)]
    if _OPENS.match(birth.sentence):  # "Born in May as the last of eight, she": of whom its clause is
        sexes[1] = _sexes(birth.sentence)
    if sexes[0] and sexes[1] and not sexes[0] & sexes[1]:
        return True
    return not same and _names_another(between)


def _of_a_thing(age: Age) -> bool:
    """Whether the age is that of no living thing: "the 40-year-old ferry company"."""
    words = re.findall(
        r"[a-z]+", re.split(r"[.;,]|\s(?:who|that|which|of|in|from|with)\b", age.after)[0][:40]
    )[:3]
    kinds = {noun_class(singular(word)) for word in words} if age.quote.endswith("-old") else set()
    return bool(kinds & {"place", "vehicle", "group", "building", "event", "document"}) and not kinds & {
        *PEOPLE_CLASSES,
        "animal",
    }


def _sexes(words: str) -> set[str]:
    found = set(re.findall(r"[a-z]+", _WHOSE.sub("", words.lower())))  # "her husband" is a he
    return {name for name, own in (("he", _SELF), ("she", _HER)) if found & own}


def _between(story: Story, first: Age | Moment, second: Age | Moment) -> str:
    """The words from an age to a birth, or the other way round, as far as the tables hold them."""
    if first.sentence_start == second.sentence_start:
        return first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
    inner = [text for start, text in story.lines if first.sentence_start < start < second.sentence_start]
    tail = first.sentence[first.end - first.sentence_start :]
    return " . ".join([tail, *inner, second.sentence[: second.start - second.sentence_start]])


def _names_another(words: str) -> bool:
    """Whether words bring in another person: "a cousin", "his passenger", "the other"."""
    if has_cue("other person", words):
        return True
    for found in list(_SOMEONE.finditer(words[:600]))[:20]:
        if found["lead"].strip(" ,(–—-") or found["lead"] and found.start() == 0:
            continue  # "was a driver", "38, a Kosovo national"
        name = list(takewhile(lambda word: not _ENDS_NAME.fullmatch(word.lower()), found["words"].split()))
        nouns = [word.lower() for at, word in enumerate(name, 1) if word.islower() or at == len(name)]
        if any(noun_class(singular(word)) in PEOPLE_CLASSES for word in nouns):  # "two European titles"
            return True
    return False
