"""How likely each date of an article is a step of the one case or story that it tells, and not history, a plan, another case
or the period of a figure.

In: the dates of an article, what happened on them (`helpers.checks.events`), and those that words tie to one another. Out: a
`Step` for each stretch of the calendar, with its probability (a logistic regression over `FEATURES`, weights in
`helpers/data/checks/step_weights.csv`, fitted by `python -m helpers.accuracy.fit_steps`). No order of days enters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from helpers.checks.binding import logistic
from helpers.checks.cases import somebody_else
from helpers.checks.cues import has_cue
from helpers.checks.events import Event, is_dateline
from helpers.checks.frames import Moment, Story
from helpers.texts import word_list

__all__ = ["FEATURES", "Step", "day_of", "features_of", "is_reported", "steps_of"]

STEP_BLOCKS = ("paragraph", "bullet")
MONTH, YEAR = 31, 400  # days
AGES = ((0, "today"), (8, "week"), (70, "months"), (400, "year"), (1200, "three years"))
NEAR, BEHIND, BEFORE = 60, 40, 200  # characters beside a date
MANY, FEW = 8, 3
COURT = frozenset(
    ("indict", "charge", "plead", "convict", "sentence", "trial", "judgment", "appeal", "outcome")
)
BOUNDS = frozenset(("begin", "end", "inquiry"))
MOVES = frozenset(("arrive", "depart", "entry", "sighting", "post", "open"))
_FORMS = ("day", "time of day", "week", "weekend", "part of month", "month", "range", "year", "fiscal year")
_SINCE = re.compile(r"^(?:since|so\sfar|as\sof)\b|^(?!.*\b(?:to|through|until)\b)from\b", re.I)
_TODAY = re.compile(r"^(?:today|this\s(?:morning|afternoon|evening))", re.I)
_LINK = re.compile(
    r"\b(?:later|then|after|afterwards|following|next|subsequently|earlier|before|when)\b", re.I
)
_AFTER = re.compile(r"\b(?:later|next\sday|following|after|that\s(?:night|evening|day))\b", re.I)
_HAD = re.compile(r"\bhad\b", re.I)
_HOUR = (
    r"(?:(?:at|around|about|shortly|just|early|late|overnight|before|after|dawn|dusk|noon|midnight|hours|evening|night|morning|afternoon|on|of|in|the)"
    r"|\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
)
_HOUR_BEFORE = re.compile(rf"(?:{_HOUR},?\s){{1,6}}(?=(?:last\s|this\s)?[A-Z]|\d{{1,2}}\s[A-Z])")
_HOUR_BEHIND = re.compile(
    r"(?<=[\dy])(?:,?\s(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?(?:\s[A-Z]{2,4})?|\s(?:morning|afternoon|evening|night))$",
    re.I,
)
_PREPOSED = {
    "since": re.compile(r"\bsince\s$", re.I),
    "as of": re.compile(r"\b(?:as\sof|at|up\sto|to\sdate)\s(?:the\s)?$", re.I),
    "by": re.compile(r"\bby\s$", re.I),
    "until": re.compile(r"\b(?:until|till|before)\s$", re.I),
}


@dataclass(frozen=True)
class Step:
    """A date, the word for what happened then (empty if none names it), and how likely it is a step of the case."""

    moment: Moment
    kind: str
    share: float


def steps_of(story: Story, events: list[Event], tied: frozenset[int]) -> list[Step]:
    """Each stretch of the calendar that an article names, in order of time.

    Args:
        story: Its figures and dates.
        events: Those of `events_of`.
        tied: Where the dates begin that words tie to one another.
    """
    known = _weights()
    kinds = {event.moment.start: event.kind for event in events}
    steps = [
        Step(one, kinds.get(one.start, ""), logistic(sum(known[name] for name in found)))
        for one, found in features_of(story, events, tied)
    ]
    return sorted(steps, key=lambda step: (step.moment.begin, step.moment.finish))


def features_of(
    story: Story, events: list[Event], tied: frozenset[int]
) -> Iterator[tuple[Moment, frozenset[str]]]:
    """Each stretch of the calendar with what the words say of it, as `FEATURES`: where it is named more than once, the mention
    in running text with a word for what happened."""
    kinds = {event.moment.start: event.kind for event in events}
    named: dict[tuple[date, date], list[Moment]] = {}
    for one in story.moments:
        if one.begin and one.finish and not one.length:
            named.setdefault((one.begin, one.finish), []).append(one)
    chosen = [max(same, key=lambda one: _fit(one, kinds, tied)) for same in named.values()]
    today = _today(chosen)
    days = [one for one in chosen if one.days <= MONTH and one.block in STEP_BLOCKS]
    courts = sum(kinds.get(one.start) in COURT for one in chosen)
    for one in chosen:
        others = [other for other in days if other is not one]
        found = {
            "always": True,
            "tied": one.start in tied,
            "untied": bool(tied) and one.start not in tied,
            "named twice": len(named[one.begin, one.finish]) > 1,
            "case of a court": courts > 1,
            "nothing named": not any(other.start in kinds for other in chosen),
            "many days": len(others) > MANY,
            **_of_words(story, one, kinds.get(one.start, "")),
            **_of_time(one, others, today),
        }
        court = courts > 1
        found |= {
            "heading of a court": court and one.block in ("heading", "title"),
            "unnamed in court": court and one.start not in kinds,
            "range in court": court and one.precision == "range" and one.start not in kinds,
            "report in court": court and found["reported"],
            "old in court": court and found.get("old", False),
        }
        yield one, frozenset(name for name in FEATURES if found.get(name))


def day_of(one: Moment) -> Moment:
    """A time of day without its hour: "Saturday" of "11:40 p.m. on Saturday"; what names no day stays as it is."""
    if one.precision != "time of day":
        return one
    hour = _HOUR_BEFORE.match(one.quote)
    start = hour.end() if hour else 0
    behind = _HOUR_BEHIND.search(one.quote)
    end = behind.start() if behind and one.quote[start : start + 1].isupper() else len(one.quote)
    return replace(one, quote=one.quote[start:end], start=one.start + start, end=one.start + end)


def _fit(one: Moment, kinds: dict[int, str], tied: frozenset[int]) -> tuple:
    """How well a mention stands for its day."""
    named = kinds.get(one.start, "")
    return (one.block in STEP_BLOCKS, one.start in tied, bool(named), not is_reported(one), -one.start)


def is_reported(one: Moment) -> bool:
    """Whether it is the day on which something is said: "police said on Friday"."""
    return has_cue("teller", one.event)


def _today(moments: list[Moment]) -> date | None:
    """The day of publication, as far as the text tells it: that of its heading, its dateline or "today", else its last day."""
    days = [one for one in moments if one.days == 1]
    told = [
        one for one in days if one.block not in STEP_BLOCKS or is_dateline(one) or _TODAY.match(one.quote)
    ]
    past = [one for one in days if not has_cue("ahead", one.before[-NEAR:])]
    return max((one.begin for one in told or past or days), default=None)


def _of_words(story: Story, one: Moment, kind: str) -> dict[str, bool]:
    """What the words of its sentence say of a date."""
    before, at = one.before[-NEAR:], one.start - one.sentence_start
    around = one.sentence[max(0, at - BEFORE) : at + BEFORE]
    ahead, court = has_cue("ahead", before), has_cue("hearing", around)
    named = "court" if kind in COURT else "move" if kind in MOVES else "bound" if kind in BOUNDS else "other"
    return {
        f"event {named if kind else 'none'}": True,
        f"form {one.precision if one.precision in _FORMS else 'other'}": True,
        f"block {one.block if one.block in STEP_BLOCKS else 'table' if 'table' in one.block else 'head'}": True,
        "dateline": is_dateline(one),
        "since": bool(_SINCE.match(one.quote) or _PREPOSED["since"].search(before)),
        "as of": bool(_PREPOSED["as of"].search(before)) or one.quote.startswith("the end of"),
        "by": bool(_PREPOSED["by"].search(before)),
        "until": bool(_PREPOSED["until"].search(before)),
        "aside": has_cue("aside", around),
        "somebody else": somebody_else(before) or has_cue("next person", before),
        "compared": has_cue("compared", around),
        "ahead in court": ahead and court,
        "planned": ahead and not court,
        "court": court,
        "reported": is_reported(one),
        "perfect": bool(_HAD.search(one.before[-2 * BEHIND :])),
        "quoted": "“" in one.sentence or '"' in one.sentence,
        "linked": bool(_LINK.search(before)),
        "counted from another": bool(_AFTER.search(one.quote)),
        "among figures": len(story.by_line.get(one.line, ())) > 2,
        "in the lead": one.line <= story.lead + 1,
    }


def _of_time(one: Moment, others: list[Moment], today: date | None) -> dict[str, bool]:
    """Where a date stands in time, and in the text, beside the other days that are told."""
    age = (today - one.finish).days if today else 0
    aged = "ahead" if age < 0 else next((name for most, name in AGES if age <= most), "old")
    near = min((abs(other.line - one.line) for other in others), default=MANY)
    gap = min((abs((other.begin - one.begin).days) for other in others), default=YEAR)
    return {
        aged: True,
        "long": one.days > MONTH,
        "years long": one.days > YEAR,
        "beside a day": near == 0,
        "next to a day": near == 1,
        "alone": near > FEW,
        "soon": gap < MONTH,
        "soon, one day": gap < MONTH and one.days == 1,
        "far in time": gap >= YEAR,
        "heading of few": one.block not in STEP_BLOCKS and age == 0 and len(others) <= FEW,
    }


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in word_list("checks/step_weights")}


FEATURES = (
    "always", "tied", "untied", "named twice", "case of a court", "nothing named", "many days",
    "event court", "event move", "event bound", "event other", "event none",
    *(f"form {form}" for form in (*_FORMS, "other")),
    "block paragraph", "block bullet", "block head", "block table",
    "dateline", "since", "as of", "by", "until", "aside", "somebody else", "compared", "ahead in court", "planned",
    "court", "reported", "perfect", "quoted", "linked", "counted from another", "among figures", "in the lead",
    "ahead", *(name for _, name in AGES), "old", "long", "years long", "beside a day", "next to a day", "alone", "soon",
    "soon, one day", "far in time", "heading of few", "heading of a court", "unnamed in court", "range in court",
    "report in court", "old in court",
)  # fmt: skip
