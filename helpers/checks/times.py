"""A length of time and the dates it runs between; an age, a day of birth and the day on which somebody had that age.

In: durations, dates and ranges of an article. Out: ties of "duration" (length, begin, end, or length, range) and "age"
(age, birth, day). Charity: either end may count, weeks may be working weeks, months and years are rounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpers.checks.arithmetic import FAILS, HOLDS, ROUNDED, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Moment, Story
from helpers.texts import noun_class, singular

__all__ = ["find_ages", "find_durations"]

REACH = 300
_MONTH, _YEAR = 30.44, 365.25
_UNITS = {"D": 1.0, "W": 7.0, "M": _MONTH, "Y": _YEAR, "H": 1 / 24}
_MOST_MONTHS, _MOST_YEARS = 0.75, 0.3  # how far a length in months or years may be rounded
_BEFORE_LENGTH = re.compile(
    r"\b(?:for|over|in|within|during|of|after|lasted|took|spent|some)\s(?:all\s|about\s|nearly\s|almost\s|over\s|some\s|the\s)?$",
    re.I,
)
_THIS_EVENT = re.compile(
    r"\bth(?:is|at|ese|ose)\s(?:very\s|same\s)?(?:detention|arrest|operation|sweep|trial|period|campaign|raid|stay|custody|search|siege|count|visit|voyage|journey|strike)\b",
    re.I,
)
_AGE = re.compile(
    r"\b(?P<a>\d{1,2})[\s-]years?[\s-]olds?\b|\baged?\s(?P<b>\d{1,2})\b|\b(?:man|woman|boy|girl|national|citizen|suspect)\sof\s(?P<c>\d{1,2})\b"
    r"|\b(?:was|is|turned|be|being|then)\s(?:just\s|only\s|then\s)?(?P<d>\d{1,2})(?=\s(?:when|at|on|years|and)\b|[,.;])|,\s(?P<e>\d{2})(?=,)",
    re.I,
)
_BIRTH = re.compile(r"\b(?:born|birth|DOB|birthday|birthdate)\b[^.;]{0,40}$", re.I)
_HOLDER = re.compile(
    r"\b(?:holder|belong\w*|stolen|nephew|niece|brother|sister|son|daughter|father|mother|twin|forged|false|fake|victim|not\shis|not\shers|owner|certificate)\b",
    re.I,
)
_THEN = re.compile(r"\b(?:when|at\sthe\stime|on\sthe\sday|that\sday|then|as\she|as\sshe)\b", re.I)


def find_durations(story: Story) -> Iterator[Tie]:
    """Every length of time with the dates near it."""
    ranges = [one for one in story.moments if _is_range(one)]
    points = [
        one for one in story.moments if one.begin and one.finish and not _is_range(one) and one.days <= 31
    ]
    for length in (one for one in story.moments if one.length and one.length[1] != "H" and one.length[0] > 0):
        near = [one for one in ranges if _reach(story, length, one)]
        for rank, one in enumerate(sorted(near, key=lambda x: abs(x.start - length.start))[:4]):
            verdict = _length_verdict(length, one.begin, one.finish, one)
            evidence = _evidence(story, length, (one,), rank)
            natural = (
                _linked(evidence) and one.mod != "ON_OR_AFTER" and not one.quote.lower().startswith("since")
            )
            yield Tie(
                "duration",
                (length, one),
                verdict,
                evidence,
                ("duration", length.length),
                _cue(length),
                natural,
                _chance(verdict, length),
            )
        yield from _between_points(story, length, points, bool(near))


def _between_points(story: Story, length: Moment, points: list[Moment], ranged: bool) -> Iterator[Tie]:
    near = [one for one in points if _reach(story, length, one)]
    near = sorted(near, key=lambda one: abs(one.start - length.start))[:5]
    pairs = [(a, b) for at, a in enumerate(near) for b in near[at + 1 :] if a.begin != b.begin]
    pairs.sort(
        key=lambda pair: (
            1000 * (pair[0].line != pair[1].line)
            + abs(pair[0].start - length.start)
            + abs(pair[1].start - length.start)
        )
    )
    for rank, pair in enumerate(pairs[:6]):
        first, last = sorted(pair, key=lambda one: one.begin)
        if first.finish >= last.begin and first.days > 1:
            continue
        verdict = _length_verdict(length, first.begin, last.finish, None, first.finish, last.begin)
        evidence = _evidence(story, length, (first, last), rank + ranged)
        natural = _linked(evidence) and (first.line == last.line or evidence["pair"] >= 1)
        yield Tie(
            "duration",
            (length, first, last),
            verdict,
            evidence,
            ("duration", length.length),
            _cue(length),
            natural,
            _chance(verdict, length),
        )


def _chance(verdict: Verdict, length: Moment) -> float:
    """How likely two dates near a length are as far apart by chance."""
    if verdict.verdict == HOLDS:
        return 0.12 if length.length[1] in "DW" and length.length[0] > 3 else 0.2
    return 0.35


def _linked(evidence: dict[str, float]) -> bool:
    """Whether a length stands in the line of its dates or leads back to them."""
    return bool(evidence["same line"] or evidence["back"] or evidence["named"])


def _is_range(one: Moment) -> bool:
    return bool(one.begin and one.finish) and ("/" in one.value or one.precision == "range") and one.days > 1


def _reach(story: Story, a: Moment, b: Moment) -> bool:
    near = abs(a.line - b.line) <= 2 and story.gap(a.line, b.line) <= REACH
    return a.start != b.start and (near or (story.is_head(a) and b.line <= story.lead + 3))


def _months(first: date, last: date) -> float:
    return (last.year - first.year) * 12 + last.month - first.month + (last.day - first.day) / _MONTH


def _length_verdict(
    length: Moment,
    begin: date,
    finish: date,
    ranged: Moment | None,
    first: date | None = None,
    last: date | None = None,
) -> Verdict:
    """Whether two days are as far apart as a length says, by any usual way of counting."""
    size, unit = length.length
    days = (finish - begin).days + 1
    inner = ((last - first).days if first and last else days - 1) or 0
    shortest, longest = min(inner, days - 1), days
    if unit in ("M", "Y"):
        slack = max(
            _MOST_MONTHS if unit == "M" else _MOST_YEARS * 12 * min(1.0, size),
            0.08 * size * (12 if unit == "Y" else 1) if length.mod == "APPROX" else 0,
        )
        low, high = shortest / _MONTH - slack, longest / _MONTH + slack
        stated = size * (12 if unit == "Y" else 1)
        shown = f"{_months(begin, finish) + 1 / _MONTH:.1f} months"
    else:
        slack = 0.1 * size * _UNITS[unit] if length.mod == "APPROX" else (0.0 if unit == "D" else 1.0)
        low, high = shortest - slack, longest + slack
        if unit == "W" and begin.weekday() <= 1 and finish.weekday() in (3, 4):
            high += 3
        stated = size * _UNITS[unit]
        shown = f"{days} days, both ends counted"
    formula = f"{begin} to {finish} is {shown}"
    fits = low - 1e-9 <= stated <= high + 1e-9
    if length.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        fits = high >= stated
    elif length.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        fits = low <= stated
    exact = abs(stated - days) < 0.5 or abs(stated - inner) < 0.5
    return Verdict((HOLDS if exact else ROUNDED) if fits else FAILS, shown, length.quote, formula)


def _cue(length: Moment) -> tuple[str, ...]:
    cue = find_cue("length", f"{length.before[-50:]} {length.after[:50]}")
    return (cue,) if cue else ()


def _evidence(story: Story, length: Moment, ends: tuple[Moment, ...], rank: int) -> dict[str, float]:
    """What the words say for and against a length between two dates."""
    inside = {one.line for one in ends}
    around = f"{length.before[-45:]} {length.quote} {length.after[:45]}"
    told = bool(_BEFORE_LENGTH.search(length.before[-40:]))
    adjective = "-" in length.quote and not has_cue("no length", f" {length.after[:30]}")
    texts = {one.sentence for one in ends}
    parted = [story.text_between(*sorted((length, one), key=lambda x: x.start)) for one in ends]
    same_line = inside == {length.line}
    named = _named(length, texts) if adjective else 0.0
    return {
        "cue": float(has_cue("length", around) or adjective or told),
        "pair": 1.0 if len(ends) == 1 else 0.5 * _opens(ends[0]) + 0.5 * _closes(ends[1]),
        "adjacent": float(len(ends) == 1 and same_line and len(parted[0]) < 40),
        "back": float(not same_line and bool(_THIS_EVENT.search(length.sentence)))
        + float(
            bool(
                re.search(
                    r"\b(?:these|those|this|that|the|its|during\sall)\s(?:\w+\s)?$", length.before[-25:], re.I
                )
            )
            and not same_line
        ),
        "named": float(named > 0 and not same_line),
        "scope": float(any(has_cue("scope", text) for text in parted)),
        "wrong way": 0.3 * float(adjective and not named and not same_line)
        + float(has_cue("no length", around))
        + float(
            bool(
                re.search(r"\b(?:past|last|next|coming|first)\s", length.quote + " ", re.I)
                or re.search(
                    r"\b(?:past|last|next|coming|first|every|within|another|further)\s$",
                    length.before[-12:],
                    re.I,
                )
            )
        )
        + float(bool(re.match(r"\s(?:ago|old|later\sthan)\b", length.after))),
        "rival": 0.5 * min(rank, 2) + 0.5 * sum(not re.search(r"\d", one.quote) for one in ends),
        "same line": float(same_line),
        "next line": float(not same_line and max(story.gap(line, length.line) for line in inside) <= 3),
        "far": float(max(story.gap(line, length.line) for line in inside) > 3),
        "other noun": float(
            bool(
                re.search(
                    r"\b(?:his|her)\s(?:co-accused|brother|colleague|accomplice)\b|\b(?:another|other)\s(?:man|woman|case)",
                    " ".join((*texts, length.sentence)),
                    re.I,
                )
            )
        ),
    }


def _opens(one: Moment) -> bool:
    """Whether a date is told as a beginning."""
    return has_cue("ends first", one.before[-70:], one.after[:30])


def _closes(one: Moment) -> bool:
    """Whether a date is told as an end."""
    return has_cue("ends last", one.before[-70:], one.after[:30])


def _named(length: Moment, texts: set[str]) -> float:
    """Whether what lasted so long ("18-month investigation") is named beside the dates, by its word or another event."""
    found = re.match(r"\s([a-z][\w-]+)(?:\s([a-z][\w-]+))?", length.after)
    nouns = {singular(word) for word in found.groups() if word} if found else set()
    words = {singular(word) for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}
    events = any(noun_class(noun) == "event" for noun in nouns) and any(
        noun_class(word) == "event" for word in words
    )
    return float(bool(nouns & words) or events)


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


def find_ages(story: Story) -> Iterator[Tie]:
    """Every age beside a day of birth, on the days it may be that of."""
    births = [
        one
        for one in story.moments
        if one.begin
        and one.days == 1
        and (
            _BIRTH.search(one.before[-60:])
            or re.match(r"[^.;]{0,30}\bas\s(?:the|his|her)\s[\w’'\s]{0,15}date\sof\sbirth", one.after)
        )
    ]
    for birth in births[:4]:
        days = [
            one
            for one in story.moments
            if one.begin
            and one is not birth
            and one.days <= 31
            and one.begin.year > birth.begin.year + 5
            and one not in births
        ]
        for age in _ages(story):
            if abs(age.line - birth.line) > 2 or story.gap(age.line, birth.line) > REACH or not days:
                continue
            near = sorted(days, key=lambda one: (abs(one.line - age.line), abs(one.start - age.start)))
            day = next(
                (
                    one
                    for one in near
                    if _age_on(birth.begin, one.begin) <= age.years <= _age_on(birth.begin, one.finish)
                ),
                near[0],
            )
            found = _age_on(birth.begin, day.begin)
            holds = found <= age.years <= _age_on(birth.begin, day.finish)
            slack = abs(found - age.years) <= 1 and not holds
            texts = f"{birth.sentence} {age.sentence}"
            evidence = {
                "cue": 1.0,
                "named": float(bool(_THEN.search(age.sentence)) or age.line == birth.line),
                "same line": float(age.line == birth.line),
                "next line": float(age.line != birth.line),
                "wrong way": 2 * float(bool(_HOLDER.search(texts))),
                "rival": 0.5 * (len(births) - 1),
            }
            verdict = Verdict(
                HOLDS if holds else ROUNDED if slack else FAILS,
                str(found),
                age.quote,
                f"born {birth.begin}, on {day.begin} {found} years old",
            )
            yield Tie("age", (age, birth, day), verdict, evidence, ("age", age.start), ("born",))
