"""Readers of expressions that count from somewhere: this week, last March, three days ago, the year before.

See `helpers.dates.find.points` for what a reader is. `anchor` says whether to count from the publication or
from the last date of the text.

>>> [(item.kind, item.unit, item.number) for item in read_shift("last week", 0)]
[('shift', 'W', -1)]
"""

import re
from dataclasses import replace

from helpers.dates.find.lengths import SUM_OF_UNITS, compares_amounts, qualified, sum_of_units
from helpers.dates.find.points import read_month_day, read_weekday, with_part
from helpers.dates.words import (
    FEW,
    LONG_DAYS,
    MEASURE,
    MONTHS,
    NUMBER,
    SEASON,
    SHIFT_UNITS,
    SHIFTS,
    SHORT_MONTHS,
    UNIT_WORD,
    WEEKDAYS,
    Expression,
    capitalised,
    count_of,
    english_words,
    month_number,
    one_of,
    period_value,
    unit_of,
    vague_value,
)

_LENGTHS = ("W", "M", "Y", "10Y", "100Y", "2W", "Q")
_IN_THE_LAST = re.compile(r"(?i)\b(?:in|over|during|within|for|of)\sthe\s$")
_OF_SOMETHING = re.compile(r"\sof\b")
_FROM_CONTEXT = frozenset(["previous", "following", "preceding", "prior", "same", "that", "subsequent"])
SHIFT = re.compile(
    rf"(?i:(?P<word>{one_of(SHIFTS)})\s(?:(?P<unit>{one_of(SHIFT_UNITS)})|(?P<season>{SEASON})|(?P<part>morning|afternoon|evening"
    rf"|night))(?![\w]|-(?:old|long)))"
)
_SHIFT_NAME = re.compile(
    rf"(?i:(?P<word>{one_of(SHIFTS)}))\s(?:(?P<weekday>{capitalised(LONG_DAYS)})|"
    rf"(?P<month>{capitalised(set(MONTHS) - SHORT_MONTHS)}))(?![A-Za-z])"
)
_YEAR_BEFORE = re.compile(
    r"(?i:the\s(?P<unit>year|quarter|month|week|day)\s(?P<way>before|after|earlier|prior|previous|following)(?=[.,;:)]|$"
    r"|\s(?:(?:and|but|or|when|in|as|to|was|were|is|had)\b|(?:it|that|this)(?:[.,;:)]|$|\s(?:was|were|had|is|and|but)\b))))"
)
_TWO_STEPS = re.compile(
    r"(?i:the\s(?P<unit>weekend|week|month|year|quarter)\s(?P<way>after\snext|before\slast)\b)(?!\s(?:to\s|[A-Z]))"
)
_TWO_WEEKDAYS = re.compile(
    rf"(?i:the\s)(?P<weekday>{capitalised(LONG_DAYS)})\s(?i:(?P<way>after\snext|before\slast))\b(?!\s(?:to\s|[A-Z]))"
)
_WEEKEND = re.compile(
    r"(?i:(?<=over\s)the\sweekend|(?<=\bfor\s)the\sweekend|(?<=during\s)the\sweekend|(?<=\bat\s)the\sweekend|(?<=\bon\s)the\sweekend|the\sweekend(?=[’']s\s))\b(?!\s(?:of|before"
    r"|after)\b)"
)
_TODAY = re.compile(
    r"(?i:(?P<word>today|yesterday|tomorrow|tonight|(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow)\b(?:[’']s\b)?)"
)
_UP_TO_NOW = r"(?:so\sfar|thus\sfar|to\sdate)\b"
_CURRENT = r"(?:year|month|week|quarter|fiscal\syear|financial\syear)"
_YEAR_TO_DATE = r"(?P<fiscal>fiscal\s|financial\s)?year[\s-]to[\s-]date"
_SO_FAR = re.compile(
    rf"(?i:{_UP_TO_NOW}\s(?:in\s)?(?:this|the\scurrent)\s(?P<unit>{_CURRENT})\b"
    rf"|(?P<ytd>{_YEAR_TO_DATE}|(?:this|the)\s(?P<after>{_CURRENT})\s{_UP_TO_NOW}))"
)
_DIRECTION = (
    r"(?P<way>ago|before(?=[.,;:)]|$)|earlier(?!\sthan)|later(?!\sthan)|previously|from\snow|hence|afterwards?|prior(?!\sto)|before\sthat"
    r"|after\sthat|beforehand|on(?=[,.;]|$))"
)
_AGO = re.compile(
    rf"(?i:(?:(?P<number>{NUMBER})|{FEW})(?:-|\s)(?:or\sso\s)?{MEASURE}{UNIT_WORD}\s{_DIRECTION}\b)"
)
_SUM_AGO = re.compile(rf"(?i:(?P<length>{SUM_OF_UNITS})\s{_DIRECTION}\b)")
_WAYS = {
    "ago": (-1, "publication"),
    "from now": (1, "publication"),
    "earlier": (-1, "context"),
    "before": (-1, "context"),
    "before that": (-1, "context"),
}
_AGO_WEEKDAY = re.compile(rf"\s(?:on\s|last\s)?(?P<weekday>{capitalised(LONG_DAYS)})(?![A-Za-z])")
_UNITS_AGO = re.compile(
    r"(?i:(?:years|decades|months|weeks|days|centuries|hours|minutes|moments)\s(?P<way>ago|earlier|later|afterwards?)\b)"
)
_THE_QUARTER = re.compile(
    r"(?i:the\s(?P<latest>latest\s|most\srecent\s)?quarter\b(?!\s(?:of|to|end|ending|ended|through|final|century)|-))"
)


def read_shift(text: str, at: int) -> list[Expression]:
    """Reads "this week", "last Monday", "next year" at a place."""
    match = SHIFT.match(text, at)
    if not match:
        return _shifted_name(text, at)
    word = re.sub(r"\s", " ", match["word"].lower())
    anchor = "context" if word in _FROM_CONTEXT else "publication"
    item = Expression(at, match.end(), "shift", number=SHIFTS[word], anchor=anchor)
    if match["part"]:
        return _shifted_part(item, word, match["part"].lower())
    if match["season"]:
        item.kind, item.value, item.unit = "season", english_words("season")[match["season"].lower()], "S"
        return [item]
    return _shifted_unit(text, item, word, SHIFT_UNITS[re.sub(r"\s", " ", match["unit"].lower())])


def _shifted_part(item: Expression, word: str, part: str) -> list[Expression]:
    """ "last night", "that morning"."""
    if word not in ("this", "last", "that", "the same", "next", "following", "same", "previous"):
        return []
    item.part, item.unit = english_words("daypart")[part], "D"
    item.anchor = "context" if word == "next" else item.anchor
    item.number = 0 if word == "last" and item.part != "NI" else item.number
    return [item]


def _shifted_unit(text: str, item: Expression, word: str, unit: str) -> list[Expression]:
    """ "this week", "the next day"; "the past year", "the last year" and "the last decade" are lengths."""
    item.unit = unit
    if unit == "D" and word not in _FROM_CONTEXT:
        item.anchor = "context"
        return [item] if word == "next" else []
    past = word in ("past", "this past", "coming", "this coming") and unit in _LENGTHS
    latest = (
        word in ("last", "past")
        and unit == "Y"
        and _IN_THE_LAST.search(text, max(0, item.start - 16), item.start)
    )
    if latest and not _OF_SOMETHING.match(text, item.end):
        return [replace(item, unit="last Y", value="P1Y")]
    if past or unit in ("10Y", "100Y") and item.number:
        value = period_value(1, "3M" if unit == "Q" else unit)
        length = Expression(item.start, item.end, "duration", value=value)
        back = word.endswith("past") and not _OF_SOMETHING.match(text, item.end)
        return [replace(length, kind="following", unit=unit, number=-1, inner=length)] if back else [length]
    return [item]


def _shifted_name(text: str, at: int) -> list[Expression]:
    """ "last Friday", "next March"."""
    match = _SHIFT_NAME.match(text, at)
    if not match:
        return []
    word = re.sub(r"\s", " ", match["word"].lower())
    anchor = "context" if word in _FROM_CONTEXT else "publication"
    if match["weekday"]:
        if (dated := read_weekday(text, match.start("weekday"))) and dated[
            0
        ].kind == "day":  # "last Thursday, Feb. 27"
            return [replace(dated[0], start=at), *dated[1:]]
        weekday = WEEKDAYS[match["weekday"].lower()]
        item = Expression(
            at, match.end(), "weekday", weekday=weekday, number=SHIFTS[word], unit=word, anchor=anchor
        )
        return [with_part(text, item)]
    if word == "past":
        return []
    item = read_month_day(text, match.start("month")) or [
        Expression(at, match.end(), "month", month=month_number(match["month"]))
    ]
    if word == "that":  # of the year that the story has reached
        return [replace(item[0], start=at, unit="Y", anchor="context")]
    unit = "this" if SHIFTS[word] == 0 else "M"
    return [replace(item[0], start=at, number=SHIFTS[word], unit=unit, anchor=anchor)]


def read_year_before(text: str, at: int) -> list[Expression]:
    """ "the year before", "the month after", where nothing follows that they come before or after; "the week
    after next"."""
    if two := _TWO_WEEKDAYS.match(text, at):
        number = 2 if two["way"].lower().endswith("next") else -2
        return [Expression(at, two.end(), "weekday", weekday=WEEKDAYS[two["weekday"].lower()], number=number)]
    if two := _TWO_STEPS.match(text, at):
        number = 2 if two["way"].lower().endswith("next") else -2
        return [Expression(at, two.end(), "shift", unit=SHIFT_UNITS[two["unit"].lower()], number=number)]
    match = _YEAR_BEFORE.match(text, at)
    if not match:
        return []
    number = 1 if match["way"].lower() in ("after", "following") else -1
    return [
        Expression(
            at, match.end(), "shift", unit=SHIFT_UNITS[match["unit"].lower()], number=number, anchor="context"
        )
    ]


def read_the_quarter(text: str, at: int) -> list[Expression]:
    """ "the quarter" in a text that speaks of one."""
    match = _THE_QUARTER.match(text, at)
    number = -1 if match and match["latest"] else 0
    return [Expression(at, match.end(), "shift", unit="the Q", number=number)] if match else []


def read_weekend(text: str, at: int) -> list[Expression]:
    """Reads "the weekend", "over the weekend" at a place."""
    match = _WEEKEND.match(text, at)
    return [Expression(at, match.end(), "shift", unit="latest WE")] if match else []


def read_today(text: str, at: int) -> list[Expression]:
    """Reads "today", "yesterday", "the day before yesterday", "tomorrow night" at a place."""
    match = _TODAY.match(text, at)
    if not match:
        return []
    word = match["word"].lower()
    number = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(
        word, -2 if "before" in word else 2
    )
    end = match.end("word")
    return [
        with_part(
            text,
            Expression(at, end, "shift", unit="D", number=number, part="NI" if word == "tonight" else ""),
        )
    ]


def read_so_far(text: str, at: int) -> list[Expression]:
    """Reads "so far this year", "year to date" at a place."""
    match = _SO_FAR.match(text, at)
    if not match:
        return []
    unit = (match["unit"] or match["after"] or (match["fiscal"] or "") + "year").lower()
    inner = Expression(at, match.end(), "shift", unit="F" if unit.startswith("fi") else SHIFT_UNITS[unit])
    return [Expression(at, match.end(), "so far", mod="START", inner=inner)]


def read_sum_ago(text: str, at: int) -> list[Expression]:
    """ "two months and five days ago"."""
    match = _SUM_AGO.match(text, at)
    value = sum_of_units(match["length"]) if match else ""
    if not value or match["way"].lower() not in _WAYS:
        return []
    sign, anchor = _WAYS[match["way"].lower()]
    return [Expression(at, match.end(), "ago", unit="D", value=value, number=sign, anchor=anchor)]


def read_ago(text: str, at: int) -> list[Expression]:
    """ "three days ago", "a year earlier"; "two weeks later" is a length."""
    if items := read_sum_ago(text, at):
        return items
    match = _AGO.match(text, at)
    if not match:
        return []
    unit, way = unit_of(match["unit"]), match["way"].lower()
    if way == "ago" and unit == "W" and match["number"] and (day := _AGO_WEEKDAY.match(text, match.end())):
        number, weekday = -int(count_of(match["number"])), WEEKDAYS[day["weekday"].lower()]
        item = Expression(at, day.end(), "weekday", weekday=weekday, number=number, unit="ago")
        return [with_part(text, item)]
    past = way in ("ago", "earlier", "before", "previously", "prior", "before that", "beforehand")
    anchor = "publication" if way in ("ago", "from now", "hence") else "context"
    if match["few"] and match["few"].lower().split()[-1] != "couple":
        kind, value = ("DATE", "PAST_REF") if way == "ago" else ("DURATION", vague_value(unit))
        return [Expression(at, match.end(), "vague", type=kind, value=value)]
    number = count_of(match["number"]) if match["number"] else 2.0
    if way in ("later", "after that", "on") or way.startswith("afterward"):  # "two weeks later": a length
        return [
            qualified(text, Expression(at, match.end("unit"), "duration", value=period_value(number, unit)))
        ]
    if unit[0] == "T" or number != int(number) or number > 9999:
        return [Expression(at, match.end(), "duration", value=period_value(number, unit))]
    mod = "APPROX" if " or so " in match[0] else ""
    length = qualified(text, Expression(at, match.end("unit"), "duration", value=period_value(number, unit)))
    if (
        past
        and length.mod in ("LESS_THAN", "MORE_THAN")
        and compares_amounts(text, length.start, match["number"])
    ):
        length = replace(length, mod="")  # "296 fewer than a year earlier"
    if way in ("earlier", "before") and length.mod not in ("", "APPROX"):  # "at least two years earlier"
        return [replace(length, end=match.end())]
    return [
        Expression(
            at, match.end(), "ago", unit=unit, mod=mod, number=-number if past else number, anchor=anchor
        )
    ]


def read_units_ago(text: str, at: int) -> list[Expression]:
    """Reads "years ago", "weeks later" at a place: without a number they mean the past or the future."""
    match = _UNITS_AGO.match(text, at)
    if not match:
        return []
    value = "PAST_REF" if match["way"].lower() in ("ago", "earlier") else "FUTURE_REF"
    return [Expression(at, match.end(), "vague", type="DATE", value=value)]
