"""Readers of expressions that hold another one: late March, the first half of 2025, the year to March, since
2018, week of.

See `helpers.dates.find.points` for what a reader is.

>>> [(item.kind, item.inner.kind) for item in read_since("since March 2021", 0)]
[('since', 'month')]
"""

import re
from dataclasses import replace

from helpers.dates.find.months import read_month_alone
from helpers.dates.find.periods import read_season_alone
from helpers.dates.find.points import read_month_year
from helpers.dates.find.shares import read_share
from helpers.dates.find.simple import SIMPLE, read_first, read_the_unit
from helpers.dates.find.years import read_nested_year, read_year
from helpers.dates.words import (
    NUMBER,
    SEASON_ALONE,
    SHIFT_UNITS,
    Expression,
    count_of,
    english_words,
    one_of,
    unit_of,
)

_PART = re.compile(
    r"(?i:(?P<part>early|late|mid)(?:\sin\s|\son\s|-|\s)(?:the\s)?|(?P<edge>end)-(?=[A-Z]|20\d\d|19\d\d))"
)
_TWO_PARTS = re.compile(
    r"(?i:(?P<part>early|mid)(?:-?\sto\s|-to-|\s(?:and|or)\s|[-–/])(?P<upto>mid|late)(?:-|\s)(?:in\s)?(?:the\s)?)"
)
_PART_OF = re.compile(rf"(?i:(?P<part>{one_of(english_words('part'))})\sof\s(?:the\s)?)")
_YEAR_END = re.compile(
    r"(?i:(?:year|month|week|quarter|decade|century)(?P<end>(?:[’']s)?[\s-]end)\b(?P<year_follows>\s(?:of\s)?(?=\d{4}\b))?)"
)
_SINCE = re.compile(
    r"(?i:since\s(?:about\s|around\s|at\sleast\s|approximately\s|the\s|as\searly\sas\s|back\sin\s)?)"
)
# "since the 2013 fire": the year only dates the thing, and says not when the time since then begins
_DATED_THING = re.compile(
    r"\s(?!(?:and|or|but|to|when|as|in|on|at|by|with|until|through|for|of|season|year)\b)[a-z]{3,}"
)
_FISCAL_NTH = r"(?:(?:(?:first|second|third|fourth)\s)?(?:fiscal|financial)\s(?:(?:second|third|fourth)\s)?)?"
_PERIOD = (
    rf"{_FISCAL_NTH}(?:(?:first|last|past|full|latest|final|previous)\s)?"
    rf"(?:(?P<count>{NUMBER})(?:\s|-))?(?:full\s|calendar\s)?(?P<unit>years?|months?|weeks?|quarters?|days?|decades?)"
)
_ENDS = r"(?:to|ending|ended|that\sended|that\sends|up\sto|through|until)(?:\s(?:on|in|the\send\sof|the))?"
_ENDING = re.compile(rf"(?i:{_PERIOD}\s{_ENDS}\s)")
_WEEK_OF = re.compile(
    r"(?i:(?P<unit>week|weekend|fortnight|month|morning|afternoon|evening|night|early\shours|small\shours|day|days|period|quarter"
    r"|eve)\s(?P<link>of|beginning|starting|commencing)\s(?:on\s)?(?:the\s)?)"
)
_OVERNIGHT = re.compile(
    r"(?i:(?:(?:at|before)\s)?(?P<part>overnight|dawn|nightfall|dusk|sunrise|daybreak)\s(?:on\s)?)"
)
_MONTH_OF = re.compile(r"(?i:(?:month|year|calendar\syear|summer|decade)\s(?:of\s)?)")


def _read_year_end(text: str, at: int) -> list[Expression]:
    """ "year-end 2024", "by the year's end"."""
    match = _YEAR_END.match(text, at)
    if not match:
        return []
    follows = match.end("year_follows")
    items = read_nested_year(text, follows) if match["year_follows"] else read_the_unit(text, at)
    end = max(match.end("end"), items[0].end) if items else at
    return [Expression(at, end, "part", mod="END", unit="deadline", inner=items[0])] if items else []


def _read_two_parts(text: str, at: int) -> list[Expression]:
    """ "mid-to-late June"."""
    match = _TWO_PARTS.match(text, at)
    items = read_first(text, match.end(), SIMPLE) if match else []
    if not items or items[0].kind not in ("month", "year", "season", "decade", "quarter"):
        return []
    first, last = (
        Expression(at, items[0].end, "part", mod=english_words("part")[match[name].lower()], inner=items[0])
        for name in ("part", "upto")
    )
    return [Expression(at, items[0].end, "range", inner=first, until=last), *items[1:]]


def read_part(text: str, at: int) -> list[Expression]:
    """ "late October", "mid-2024", "the end of the year", "early Monday"."""
    if items := _read_year_end(text, at) or _read_two_parts(text, at):
        return items
    match = _PART.match(text, at) or _PART_OF.match(text, at)
    if not match:
        return []
    part = match["part"] or match["edge"]
    mod = english_words("part")[re.sub(r"\s", " ", part.lower())]
    items = read_first(text, match.end(), (read_share, *SIMPLE)) or read_the_unit(text, match.end())
    if (
        not items
        and re.match(r"(?i)(?:week|month|year)\b", text[match.end() : match.end() + 6])
        and text[match.end() - 4 : match.end()].lower() == "the "
    ):
        items = read_the_unit(text, match.end() - 4)
    if not items and (year := _CALENDAR_YEAR.match(text, match.end())):
        said = int(year["year"]) if year["year"] else None
        kind = "year" if said else "shift"
        items = [Expression(match.end(), year.end(), kind, said, unit="" if said else "Y")]
    if not items:
        next_word = SEASON_ALONE.match(text, match.end())
        if not next_word:
            return []
        items = [
            Expression(
                match.end(), next_word.end(), "season", value=english_words("season")[next_word[0].lower()]
            )
        ]
    inner = items[0]
    if inner.kind in ("duration", "vague", "set", "time", "range", "since"):
        return []
    if inner.kind == "year" and match[0].lower().endswith(" the ") and _DATED_THING.match(text, inner.end):
        return []  # "the end of the 2019 final" is none of the year
    if inner.kind in ("day", "weekday", "holiday") or inner.part or inner.unit == "D":
        return [replace(inner, start=at, mod=mod), *items[1:]]
    on_the_books = (
        inner.kind == "fiscal" or inner.unit == "F" or "calendar" in text[inner.start : inner.end].lower()
    )
    edge = "edge" if on_the_books and _EDGE.match(part) else ""
    by_the_end = match.groupdict().get("edge") or _is_deadline(text, at, part, inner)
    edge = edge or ("deadline" if by_the_end else "")
    return [Expression(at, inner.end, "part", mod=mod, unit=edge, inner=inner), *items[1:]]


_CALENDAR_YEAR = re.compile(r"(?i:calendar\syear\b(?:\s(?P<year>(?:19|20)\d\d)\b)?)")
_EDGE = re.compile(r"(?i:end|close|start|beginning|outset)$")  # "late FY 2019" is a third of it
_TO_AN_END = re.compile(
    r"(?i)\b(?:by|until|till|through|to|since|before|at|as\s(?:of|at))\s(?:the\s(?:very\s)?)?$"
)


def _is_deadline(text: str, at: int, part: str, inner: Expression) -> bool:
    """Whether the end of a period is its last day: "until the end of July", but not "towards the end of July"."""
    whole = (
        inner.kind in ("month", "quarter", "half", "year")
        or inner.kind == "shift"
        and inner.unit in "MQY"
        or inner.kind == "share"
        and inner.unit in ("quarter", "half")
    )
    return whole and part.lower() in ("end", "close") and bool(_TO_AN_END.search(text, max(0, at - 24), at))


def read_since(text: str, at: int) -> list[Expression]:
    """Reads "since" with the expression behind it."""
    match = _SINCE.match(text, at)
    items = read_first(text, match.end(), (*_CALENDAR, read_season_alone)) if match else []
    if not items or items[0].kind in ("duration", "vague", "set", "since"):
        return []
    if (
        items[0].kind == "year"
        and match[0].lower().endswith("the ")
        and _DATED_THING.match(text, items[0].end)
    ):
        return items
    return [Expression(at, items[0].end, "since", inner=items[0]), *items[1:]]


_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "early hours", "small hours"))


def read_ending(text: str, at: int) -> list[Expression]:
    """Reads a period with its end at a place: "the year to March", "six months ending June 30"."""
    match = _ENDING.match(text, at)
    items = read_first(text, match.end(), (read_part, *SIMPLE)) if match else []
    if not items or items[0].kind not in ("day", "month", "numeric", "shift", "part", "year"):
        return []
    if (
        items[0].kind == "year"
        and items[0].year is None
        or items[0].kind == "shift"
        and items[0].unit not in ("M", "D")
    ):
        return []
    unit = {"quarter": "3M"}.get(match["unit"].lower().rstrip("s")) or unit_of(match["unit"])
    return [
        Expression(
            at,
            items[0].end,
            "ending",
            number=count_of(match["count"]) if match["count"] else 1,
            unit=unit,
            inner=items[0],
        )
    ]


def read_week_of(text: str, at: int) -> list[Expression]:
    """Reads "the week of March 3", "the night of May 5", "overnight on Friday" at a place."""
    if match := _OVERNIGHT.match(text, at):
        items = read_first(text, match.end(), SIMPLE)
        part = english_words("daypart")[match["part"].lower()]
        return (
            [replace(items[0], start=at, part=part)] if items and items[0].kind in ("day", "weekday") else []
        )
    if match := _WEEK_OF.match(text, at):
        unit, items = match["unit"].lower(), read_first(text, match.end(), SIMPLE)
        if items and items[0].kind in ("day", "weekday", "shift", "numeric", "holiday"):
            inner = items[0]
            if unit in ("week", "weekend", "fortnight"):
                return [
                    Expression(
                        at,
                        inner.end,
                        "week of",
                        unit={"week": "W", "weekend": "WE", "fortnight": "2W"}[unit],
                        inner=inner,
                    )
                ]
            if unit in _PARTS_OF_DAY and (inner.kind != "shift" or inner.unit == "D"):
                return [
                    replace(
                        inner,
                        start=at,
                        part=english_words("daypart").get(unit, "MO"),
                        mod="START" if "hours" in unit else "",
                    )
                ]
    match = _MONTH_OF.match(text, at)
    items = read_first(text, match.end(), (read_month_year, read_month_alone, read_year)) if match else []
    return [replace(items[0], start=at)] if items else []


_EARLIER = re.compile(
    r"(?i:(?P<word>earlier|later)\s(?:(?P<which>this|that|last|in\sthe|the\ssame)\s(?P<unit>day|week|month|year|decade|century"
    r"|morning|afternoon|evening|summer|spring|fall|autumn|winter)|(?P<today>today))\b)"
)
_EARLIER_IN = re.compile(r"(?i:(?P<word>earlier|later)\s(?:in\s|on\s)?(?:the\s)?)")


def read_earlier(text: str, at: int) -> list[Expression]:
    """Reads "earlier this month", "later that year", "earlier today" at a place."""
    if match := _EARLIER.match(text, at):
        mod = "START" if match["word"].lower() == "earlier" else "END"
        if match["today"]:
            return [Expression(at, match.end(), "shift", unit="D")]
        unit, which = match["unit"].lower(), match["which"].lower()
        inner = Expression(
            match.start("which"),
            match.end(),
            "shift",
            number=-1 if which == "last" else 0,
            anchor="publication" if which in ("this", "last") else "context",
        )
        if unit in english_words("season"):
            inner.kind, inner.value, inner.unit = "season", english_words("season")[unit], "S"
        elif unit in english_words("daypart"):
            inner.unit, inner.part = "D", english_words("daypart")[unit]
            return [replace(inner, start=at)]
        else:
            inner.unit = SHIFT_UNITS[unit]
        return [Expression(at, match.end(), "so far", mod=mod, inner=inner)]
    match = _EARLIER_IN.match(text, at)
    items = read_first(text, match.end(), SIMPLE) if match else []
    if not items or items[0].kind not in ("month", "year", "decade", "weekday", "season", "day"):
        return []
    if items[0].kind in ("weekday", "day"):
        return [replace(items[0], start=at)]
    return [
        Expression(
            at,
            items[0].end,
            "so far",
            mod="START" if match["word"].lower() == "earlier" else "END",
            inner=items[0],
        )
    ]


_CALENDAR = (read_share, *SIMPLE, read_part, read_week_of)
