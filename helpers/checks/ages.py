"""An age, a day of birth and the day on which somebody had that age.

In: dates of an article, ages in its lines. Out: ties of "age" (age, birth, day).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story

__all__ = ["find_ages"]

REACH = 300
_IS = r"(?:was|is|turned|be|being|then)\s(?:(?:just|only|then|still|already|barely)\s)?"
_AGE = re.compile(
    r"\b(?P<a>\d{1,2})[\s-]years?[\s-]olds?\b|\b(?:aged?|age\sof)\s(?P<b>\d{1,2})\b|\b(?:man|woman|boy|girl|national|citizen|suspect)\sof\s(?P<c>\d{1,2})\b"
    rf"|\b{_IS}(?P<d>\d{{1,2}})(?=\s(?:when|at|on|years|and)\b|[,.;])|,\s(?P<e>\d{{2}})(?=,)",
    re.I,
)
_BIRTH = re.compile(
    r"\b(?:born|c[ao]me\sinto\sthe\sworld|birth|DOB|birthday|birthdate)\b[^.;\d]{0,40}$", re.I
)
_BIRTH_AFTER = re.compile(r"[^.;]{0,30}\bas\s(?:the|his|her)\s[\w’'\s]{0,15}date\sof\sbirth")
_HOLDER = re.compile(
    r"\b(?:holder|belong\w*|stolen|nephew|niece|brother|sister|son|daughter|father|mother|twin|forged|false|fake|victim|not\shis|not\shers|owner|certificate)\b",
    re.I,
)
_NEW = re.compile(
    r"\b(?:an?|another|of|somebody|someone)\s(?:[\w-]+\s){1,3}(?:(?:who\s)?(?:was|is)\s)?born\b[^.;\d]{0,12}$",
    re.I,
)
_THEN = re.compile(r"\b(?:when|at\sthe\stime|on\sthe\sday|that\sday|then|as\she|as\sshe)\b", re.I)


@dataclass(frozen=True)
class Age:
    """An age as it stands in a line."""

    start: int
    end: int
    quote: str
    years: int
    line: int
    sentence: str
    sentence_start: int
    block: str = ""


def _ages(story: Story) -> Iterator[Age]:
    for line, (start, sentence) in enumerate(story.lines):
        for found in list(_AGE.finditer(sentence[:3000]))[:3]:
            group = next(name for name, value in found.groupdict().items() if value)
            whole = group == "a"
            first, last = (found.start("a"), found.end()) if whole else found.span(group)
            yield Age(
                start + first, start + last, sentence[first:last], int(found[group]), line, sentence, start
            )


def _age_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _somebody_else(age: Age, birth: Moment) -> bool:
    """Whether an age is that of a person told of later, or the day of birth is: "born in 1980, was arrested with a 34-year-old man", "a 41-year-old … the
    passport of a woman born in 1996"."""
    if age.start < birth.start and _NEW.search(birth.before[-80:]):
        return True
    head = age.sentence[max(0, age.start - age.sentence_start - 12) : age.start - age.sentence_start]
    return age.start > birth.start and bool(re.search(r"\b(?:an?|another|two|his|her|their)\s$", head, re.I))


def find_ages(story: Story) -> Iterator[Tie]:
    """Every age beside a day of birth, on the days it may be that of."""
    births = [one for one in story.moments if _is_birth(one)]
    for birth in births[:4]:
        days = [one for one in story.moments if one not in births and _may_be_told(one, birth)]
        for age in _ages(story) if days else ():
            if abs(age.line - birth.line) <= 2 and story.gap(age.line, birth.line) <= REACH:
                yield _tie(age, birth, _day_of(age, birth, days), len(births) - 1)


def _is_birth(one: Moment) -> bool:
    told = _BIRTH.search(one.before[-60:]) or _BIRTH_AFTER.match(one.after)
    return bool(one.begin and one.days == 1 and told)


def _may_be_told(one: Moment, birth: Moment) -> bool:
    """Whether somebody born on a day may have had an age on another: years later, and not only in some year."""
    return bool(one.begin and one.days <= 31 and one.begin.year > birth.begin.year + 5)


def _fits(age: Age, birth: Moment, day: Moment) -> bool:
    return _age_on(birth.begin, day.begin) <= age.years <= _age_on(birth.begin, day.finish)


def _day_of(age: Age, birth: Moment, days: list[Moment]) -> Moment:
    """The nearest day on which somebody had an age; the nearest of all where there is none."""
    near = sorted(days, key=lambda one: (abs(one.line - age.line), abs(one.start - age.start)))
    return next((one for one in near if _fits(age, birth, one)), near[0])


def _tie(age: Age, birth: Moment, day: Moment, rivals: int) -> Tie:
    found = _age_on(birth.begin, day.begin)
    slack = abs(found - age.years) <= 1
    evidence = {
        "cue": 1.0,
        "named": float(bool(_THEN.search(age.sentence)) or age.line in (birth.line, day.line)),
        "same line": float(age.line == birth.line),
        "next line": float(age.line != birth.line),
        "wrong way": 2
        * float(bool(_HOLDER.search(f"{birth.sentence} {age.sentence}")) or _somebody_else(age, birth)),
        "rival": 0.5 * rivals,
    }
    verdict = Verdict(
        HOLDS if _fits(age, birth, day) else ROUNDED if slack else FAILS,
        str(found),
        age.quote,
        f"born {birth.begin}, on {day.begin} {found} years old",
    )
    return Tie("age", (age, birth, day), verdict, evidence, ("age", age.start), ("born",))
