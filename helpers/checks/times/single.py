"""A relation inside one expression: a weekday and its date.

In: dates with the words around them. Out: ties of "weekday". A date that prints no year has that of its neighbour, or follows
from the day of publication (`helpers.dates.resolve.year`). Charity: a year taken from a neighbour may be the next or
the one before; and where all weekdays of a text fit another year, it was published then.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Moment, Story
from helpers.texts import MONTH_NAMES, WEEKDAY_NAMES

__all__ = ["find_single"]

_A_DAY = "|".join([*WEEKDAY_NAMES, r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?"])
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?\b"
_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTH_NAMES)})[a-z]*"
_HOUR = r"[:.]\d|\s?[ap]\.?\s?m\b|\s(?:hours|hrs|noon|midnight|o[’']clock)\b"  # "Saturday 8 a.m." prints no day of the month
_A_DATE = rf"(?:the\s)?(?:{_NUMBER}(?!{_HOUR})(?:\s(?:of\s)?{_MONTH}\b\.?)?|{_MONTH}\.?\s(?:the\s)?{_NUMBER})(?:,?\s(?:19|20)\d\d\b)?"
_IN_NUMBERS = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_AHEAD = re.compile(rf"\b({_A_DAY}){_PART},?\s\(?(?:{_IN_NUMBERS}|{_A_DATE})\)?", re.I)
_BEHIND = re.compile(
    rf",?\s(?:\(?(?:(?:which|that)\s(?:was|is|fell\son|falls\son)\s)?an?\s({_A_DAY})\b(?!\s\w+day)|\(({_A_DAY})\))",
    re.I,
)
# "Monday to Friday, 20 September to 4 October", "every Friday, 3 May to 7 June"
_SEVERAL = re.compile(r"\b(?:(?:every|each)\s|(?:day|days)(?:\sto\s|\sand\s|\sor\s|,\s|\s?[–-]\s?))$", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OTHER_YEARS = (1, *range(-1, -7, -1))  # of publication, from the one that is told


def find_single(story: Story) -> Iterator[Tie]:
    """Weekdays of an article."""
    ties = [(tie, day) for moment in story.moments for tie, day in _weekdays(moment)]
    yearless = [(tie, day) for tie, day in ties if tie.items[0].year_from == "publication"]
    held = any(tie.verdict.holds for tie, _ in yearless)
    elsewhere = len(yearless) > 1 and not held and any(_all_fit(yearless, years) for years in OTHER_YEARS)
    for tie, day in ties:
        by_context = tie.items[0].year_from == "context" and not tie.verdict.holds
        if by_context and any(_all_fit([(tie, day)], years) for years in (1, -1)):
            continue
        if not (elsewhere and tie.items[0].year_from == "publication"):
            yield tie


def _all_fit(found: list[tuple[Tie, date]], years: int) -> bool:
    """Whether all days have their weekdays so many years later."""
    step = relativedelta(years=years)
    return all(_weekday_of(day + step) == _short(str(tie.verdict.stated)) for tie, day in found)


def _weekday_of(day: date) -> str:
    return _short(WEEKDAY_NAMES[day.weekday()])


def _short(weekday: str) -> str:
    return weekday[:3].lower()


def _weekdays(moment: Moment) -> Iterator[tuple[Tie, date]]:
    """A weekday printed beside a date: "Friday, 7 May 2024", "5am on Friday 7 May", "7 May 2024, a Friday", and those of both
    ends of a range; each with its day."""
    if not (moment.begin and moment.finish and (moment.year_from or _YEAR.search(moment.quote))):
        return
    ranged = moment.begin != moment.finish
    if not ranged and (found := _BEHIND.match(moment.after)):
        yield (
            _tie_of_weekday(moment, moment.begin, found[1] or found[2], 0, len(moment.quote) + found.end()),
            moment.begin,
        )
        return
    told = list(_AHEAD.finditer(moment.quote))
    if len(told) != 1 + ranged or told[0].start() == 0 and _SEVERAL.search(moment.before[-20:]):
        return
    for day, found in zip((moment.begin, moment.finish), told, strict=False):
        yield _tie_of_weekday(moment, day, found[1], *found.span()), day


def _tie_of_weekday(moment: Moment, day: date, weekday: str, first: int, last: int) -> Tie:
    """The tie of a weekday; `first` and `last`: where it and its date begin and end, from the date's begin on."""
    actual = WEEKDAY_NAMES[day.weekday()]
    verdict = Verdict(
        HOLDS if _short(actual) == _short(weekday) else FAILS, actual, weekday, f"{day} is a {actual}"
    )
    start = moment.start + first
    quote = moment.sentence[start - moment.sentence_start :][: last - first]
    item = replace(moment, start=start, end=start + len(quote), quote=quote, begin=day, finish=day)
    return Tie("weekday", (item,), verdict, {"adjacent": 1.0}, ("weekday", start), (weekday,))
