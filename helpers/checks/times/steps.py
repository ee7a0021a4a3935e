"""What the words say of each date of an article that tells whether it is a step of the one case or story told, and not history, a
plan, another case or the period of a figure.

In: the dates of an article, what happened on them (`helpers.checks.times.events`), and those that words tie to one another. Out: a
`Step` for each stretch of the calendar, with its `FEATURES`, which `helpers.checks.times.chains` weighs.
"""

import re
from dataclasses import dataclass
from datetime import date

from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story
from helpers.checks.times.events import Event, is_dateline

__all__ = ["FEATURES", "Step", "is_reported", "steps_of"]

STEP_BLOCKS = ("paragraph", "bullet")
MONTH, YEAR = 31, 400  # days
OLD = 1200
NEAR, BEHIND, BEFORE = 60, 40, 200  # characters beside a date
MANY, FEW = 8, 3
COURT = frozenset(
    ("indict", "charge", "plead", "convict", "sentence", "trial", "judgment", "appeal", "outcome")
)
_FORMS = ("day", "time of day", "week", "weekend", "range", "year", "fiscal year")
_SINCE = re.compile(r"^(?:since|so\sfar|as\sof)\b|^(?!.*\b(?:to|through|until)\b)from\b", re.I)
_TODAY = re.compile(r"^(?:today|this\s(?:morning|afternoon|evening))", re.I)
_AFTER = re.compile(r"\b(?:later|next\sday|following|after|that\s(?:night|evening|day))\b", re.I)
_HAD = re.compile(r"\bhad\b", re.I)
_PREPOSED = {
    "since": re.compile(r"\bsince\s$", re.I),
    "as of": re.compile(r"\b(?:as\sof|at|up\sto|to\sdate)\s(?:the\s)?$", re.I),
    "by": re.compile(r"\bby\s$", re.I),
    "until": re.compile(r"\b(?:until|till|before)\s$", re.I),
}


@dataclass(frozen=True)
class Step:
    """A stretch of the calendar that an article names, by the mention that tells most of it: the word for what happened then
    (empty if none names it), its `FEATURES`, and the lines in which it is named."""

    moment: Moment
    kind: str
    features: frozenset[str]
    lines: tuple[int, ...]


def steps_of(story: Story, events: list[Event], tied: frozenset[int]) -> list[Step]:
    """Each stretch of the calendar that an article names, in order of the text: where it is named more than once, the mention
    in running text with a word for what happened.

    Args:
        story: Its figures and dates.
        events: Those of `events_of`.
        tied: Where the dates begin that words tie to one another.
    """
    kinds = {event.moment.start: event.kind for event in events}
    named: dict[tuple[date, date], list[Moment]] = {}
    for one in story.moments:
        if one.begin and one.finish and not one.length:
            named.setdefault((one.begin, one.finish), []).append(one)
    chosen = [max(same, key=lambda one: _fit(one, kinds, tied)) for same in named.values()]
    today = _today(chosen)
    days = [one for one in chosen if one.days <= MONTH and one.block in STEP_BLOCKS]
    courts = sum(kinds.get(one.start) in COURT for one in chosen)
    steps = []
    for one in sorted(chosen, key=lambda one: one.start):
        same = named[one.begin, one.finish]
        if kinds.get(one.start) == "birth":
            continue  # whoever is tried was born long before
        others = [other for other in days if other is not one]
        found = {
            "always": True,
            "tied": one.start in tied,
            "untied": bool(tied) and one.start not in tied,
            "case of a court": courts > 1,
            "nothing named": not any(other.start in kinds for other in chosen),
            **_of_words(one, kinds.get(one.start, "")),
            **_of_time(one, others, today),
        }
        court = courts > 1
        found |= {
            "heading of a court": court and one.block in ("heading", "title"),
            "unnamed in court": court and one.start not in kinds,
            "report in court": court and found["reported"],
            "old in court": court and found.get("old", False),
        }
        features = frozenset(name for name in FEATURES if found.get(name))
        lines = tuple(other.line for other in same)
        steps.append(Step(one, kinds.get(one.start, ""), features, lines))
    return steps


def _fit(one: Moment, kinds: dict[int, str], tied: frozenset[int]) -> tuple:
    """How well a mention stands for its day."""
    named = kinds.get(one.start, "")
    return (
        one.block in STEP_BLOCKS,
        not is_dateline(one),
        one.start in tied,
        bool(named),
        not is_reported(one),
        -one.start,
    )


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


def _of_words(one: Moment, kind: str) -> dict[str, bool]:
    """What the words of its sentence say of a date."""
    before, at = one.before[-NEAR:], one.start - one.sentence_start
    around = one.sentence[max(0, at - BEFORE) : at + BEFORE]
    ahead, court = has_cue("ahead", before), has_cue("hearing", around)
    return {
        "event none": not kind,
        f"form {one.precision if one.precision in _FORMS else 'other'}": True,
        "dateline": is_dateline(one),
        "since": bool(_SINCE.match(one.quote) or _PREPOSED["since"].search(before)),
        "as of": bool(_PREPOSED["as of"].search(before)) or one.quote.startswith("the end of"),
        "by": bool(_PREPOSED["by"].search(before)),
        "until": bool(_PREPOSED["until"].search(before)),
        "aside": has_cue("aside", around),
        "compared": has_cue("compared", around),
        "ahead in court": ahead and court,
        "court": court,
        "reported": is_reported(one),
        "perfect": bool(_HAD.search(one.before[-2 * BEHIND :])),
        "quoted": "“" in one.sentence or '"' in one.sentence,
        "counted from another": bool(_AFTER.search(one.quote)),
    }


def _of_time(one: Moment, others: list[Moment], today: date | None) -> dict[str, bool]:
    """Where a date stands in time, and in the text, beside the other days that are told."""
    age = (today - one.finish).days if today else 0
    near = min((abs(other.line - one.line) for other in others), default=MANY)
    gap = min((abs((other.begin - one.begin).days) for other in others), default=YEAR)
    return {
        "ahead": age < 0,
        "old": age > OLD,
        "long": one.days > MONTH,
        "years long": one.days > YEAR,
        "beside a day": near == 0,
        "alone": near > FEW,
        "soon": gap < MONTH,
        "soon, one day": gap < MONTH and one.days == 1,
        "heading of few": one.block not in STEP_BLOCKS and age == 0 and len(others) <= FEW,
    }


FEATURES = (
    "always", "tied", "untied", "case of a court", "nothing named",
    "event none",
    *(f"form {form}" for form in (*_FORMS, "other")),
    "dateline", "since", "as of", "by", "until", "aside", "compared", "ahead in court",
    "court", "reported", "perfect", "quoted", "counted from another",
    "ahead", "long", "years long", "beside a day", "alone", "soon",
    "soon, one day", "heading of few", "heading of a court", "unnamed in court", "report in court", "old in court",
)  # fmt: skip
