"""Readers of expressions that go on from the day that the story has reached, or from a day that is named: two
days later, the next four days, on the 21st, a week from Saturday.

See `helpers.dates.find.points` for what a reader is. `inner` is what the expression is without such a day.

>>> [(item.kind, item.unit, item.number, item.inner.value) for item in read_later("two days later", 0)]
[('later', 'D', 2, 'P2D')]
"""

import re

from helpers.dates.find.lengths import qualified
from helpers.dates.find.points import read_weekday
from helpers.dates.words import (
    LONG_DAYS,
    MEASURE,
    NUMBER,
    UNIT_WORD,
    WEEKDAYS,
    Expression,
    capitalised,
    count_of,
    period_value,
    unit_of,
)

_UNIT = rf"(?P<number>{NUMBER})(?:-|\s){MEASURE}{UNIT_WORD}"
_LATER = re.compile(
    rf"(?i:{_UNIT}\s(?:later(?!\sthan)|afterwards?|after\sthat|thereafter|on(?=[,.;]|$))(?![\w-]))"
)
_NEXT_UNITS = re.compile(rf"(?i:(?:(?P<back>past|last)|next|following|ensuing|subsequent)\s{_UNIT}(?![\w-]))")
# "his last two years", "the last two years of the war" and "the last two years before it" do not end today
_UP_TO_TODAY = re.compile(r"(?i)\b(?:the|these|in|over|during|within|for|of)\s$")
_OF_SOMETHING = re.compile(r"(?i)\s(?:of|before|until|as|in\s(?:office|power|prison|jail|custody|service))\b")
_FROM_DAY = re.compile(
    rf"(?i:{_UNIT}\s(?:ago\s(?P<then>today|yesterday)|from\s(?:(?P<today>today|tomorrow|yesterday)|(?:next\s)?(?=[A-Z]))|(?P<on>on)\s(?=[A-Z])))"
)
# "twice a week on Tuesday" tells how often, "a week on Tuesday" when
_HOW_OFTEN = re.compile(r"(?i)\b(?:once|twice|times|days?|hours?|nights?|every|each)\s$")
_WEEKDAY = re.compile(rf"{capitalised(LONG_DAYS)}\b")
_LASTING = re.compile(r"(?i)\b(?:for|of|the|lasting|ran|run|runs|over|within)\s$")
_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_NTH = re.compile(
    r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?=[.,;:!?)”\"’—]|$|\s(?:but|so|at|when|he|she|they|it|we|that|which|was|were|another|after|with|in|for|alone|only|and|to|because|as|is|has|had|will|would)\b)"
)
_ON_THE = re.compile(
    r"(?i)\b(?:on|by|until|till|since|(?:morning|afternoon|evening|night|noon|dawn|early\shours|small\shours|day)\sof)\sthe\s$"
)
_WEEKDAYS_AGO = re.compile(
    rf"(?i:(?P<number>{NUMBER})\s)(?P<weekday>{capitalised({f'{day}s' for day in LONG_DAYS})})\sago\b"
)
_PLACED_UNITS = ("D", "W", "M", "Y", "10Y")


def _counted(match: re.Match | None, most: int) -> tuple[int, str] | None:
    """Number and unit of a length that leads to a day: a whole number, up to `most`, of a unit of the calendar."""
    if not match:
        return None
    number, unit = count_of(match["number"]), unit_of(match["unit"])
    return (int(number), unit) if unit in _PLACED_UNITS and number == int(number) <= most else None


def read_later(text: str, at: int) -> list[Expression]:
    """ "two weeks later": a day, week, month or year of the story, otherwise a length."""
    match = _LATER.match(text, at)
    if not (counted := _counted(match, 999)):
        return []
    number, unit = counted
    length = Expression(at, match.end("unit"), "duration", value=period_value(number, unit))
    if qualified(text, length).mod:  # "more than 20 years later"
        return []
    return [Expression(at, match.end(), "later", unit=unit, number=number, inner=length)]


def read_next_units(text: str, at: int) -> list[Expression]:
    """ "the next four days": a stretch of the story; "the past four months": one up to the publication; otherwise a
    length."""
    match = _NEXT_UNITS.match(text, at)
    if not (counted := _counted(match, 999)) or match["number"].lower() in ("a", "an"):
        return []
    number, unit = counted
    if match["back"] and not ends_today(text, at, match.end()):
        return []
    number *= -1 if match["back"] else 1
    length = Expression(at, match.end(), "duration", value=period_value(abs(number), unit))
    return [Expression(at, match.end(), "following", unit=unit, number=number, inner=length)]


def ends_today(text: str, start: int, end: int) -> bool:
    """Whether "last two years" can be those up to today: neither somebody's nor those of something."""
    return bool(_UP_TO_TODAY.search(text, max(0, start - 8), start)) and not _OF_SOMETHING.match(text, end)


def read_from_day(text: str, at: int) -> list[Expression]:
    """ "a week from today", "two weeks from Saturday", "twenty years ago today": a day."""
    match = _FROM_DAY.match(text, at)
    if not (counted := _counted(match, 9999)):
        return []
    number, unit = counted
    if match["on"] and (unit != "W" or _HOW_OFTEN.search(text, max(0, at - 10), at)):
        return []
    if word := match["then"] or match["today"]:
        day = Expression(match.end() - len(word), match.end(), "shift", unit="D", number=_DAYS[word.lower()])
        sign = -1 if match["then"] else 1
        return [Expression(at, match.end(), "from day", unit=unit, number=sign * number, inner=day)]
    if not _WEEKDAY.match(text, match.end()) or _LASTING.search(text, max(0, at - 10), at):
        return []
    day = read_weekday(text, match.end())
    if not day or day[0].kind != "weekday":
        return []
    day[0].number, day[0].unit = day[0].number or 1, day[0].unit or "next"
    return [Expression(at, day[0].end, "from day", unit=unit, number=number, inner=day[0])]


def read_nth(text: str, at: int) -> list[Expression]:
    """ "on the 21st": a day of the month that the text speaks of, or the nearest one."""
    match = _NTH.match(text, at)
    if not match or not _ON_THE.search(text, max(0, at - 24), at):
        return []
    return [Expression(at, match.end(), "nth", day=int(match["day"]))]


def read_weekdays_ago(text: str, at: int) -> list[Expression]:
    """ "three Fridays ago"."""
    match = _WEEKDAYS_AGO.match(text, at)
    if not match:
        return []
    weekday, number = WEEKDAYS[match["weekday"].lower().removesuffix("s")], int(count_of(match["number"]))
    return [Expression(at, match.end(), "weekday", weekday=weekday, number=-number, unit="such ago")]
