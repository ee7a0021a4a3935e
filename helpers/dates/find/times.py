"""Readers of times of day, repeated times ("every Monday", "500 a year") and vague words ("recently").

See `helpers.dates.find.points` for what a reader is.

>>> [item.value for item in read_set("every Monday", 0)]
['XXXX-WXX-1']
"""

import re
from dataclasses import replace

from helpers.dates.words import (
    LONG_DAYS,
    MONTHS,
    NUMBER,
    NUMBERS,
    PREVIOUS_WORD,
    SEASON,
    SHORT_MONTHS,
    WEEKDAYS,
    Expression,
    capitalised,
    count_of,
    english_words,
    month_number,
    one_of,
    period_value,
    unit_of,
)
from helpers.texts import word_list

_RATE = re.compile(
    r"(?i:(?:an?|per)\s(?P<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)(?![\w]|-))"
)


_EVERY_UNIT = r"(?P<unit>second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade)s?"
_EVERY_NAMED = (
    rf"(?P<weekday>{one_of(LONG_DAYS)})|(?P<part>morning|afternoon|evening|night|day)|(?P<season>{SEASON})"
    rf"|(?P<month>{one_of(set(MONTHS) - SHORT_MONTHS)})"
)
_SET = re.compile(
    rf"(?i:(?:every|each)\s(?:other\s|single\s)?(?:(?P<number>{NUMBER}|few)\s)?(?:{_EVERY_UNIT}|{_EVERY_NAMED})(?!\w))"
)
_WEEKDAYS = re.compile(rf"(?:{capitalised(LONG_DAYS)})(?:s|S)(?!\w)|(?i:weekdays|weekends|weeknights)(?!\w)")


_ZONE = (
    r"(?:\s?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AEST|AEDT|AWST|IST|JST|(?i:local\stime|eastern"
    r"(?:\stime)?|central\stime|pacific\stime|mountain\stime))\b\)?)"
)


_HALF_DAYS = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>[aApP])(?:\.\s?[mM]\.?|\s?[mM])(?!\w)"
_FULL_DAY = r"(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?![\d:]|[ap]m|[ ,]\d{3})"
_WITH_H = r"(?P<hour5>[01]?\d|2[0-4])\s?h\s?(?P<minute5>[0-5]\d)(?!\w)"  # "at 14h30"
_FOUR_FIGURES = r"(?P<hour3>[01]\d|2[0-4])(?P<minute3>[0-5]\d)\s?(?:hours\b|hrs\b|HOURS\b|HRS\b|GMT\b|UTC\b)"
_OCLOCK = r"(?P<hour4>\d{1,2})\so[’']clock\b"
CLOCK = re.compile(
    rf"{_HALF_DAYS}{_ZONE}?|{_FULL_DAY}(?P<zone>{_ZONE}|\s?(?:hours|hrs|h)\b)?|{_FOUR_FIGURES}|{_OCLOCK}|{_WITH_H}"
)
_SPOKEN_HOUR = rf"(?P<{{}}>1[0-2]|[1-9]|{one_of([w for w, n in NUMBERS.items() if n in range(1, 13) and w not in ('a', 'an', 'couple', 'dozen')])})"
_SPOKEN_CLOCK = re.compile(  # "two or three in the morning"
    rf"(?i:{_SPOKEN_HOUR.format('hour')}(?:\s(?:or|to)\s{_SPOKEN_HOUR.format('other')})?(?:\so[’']clock)?\s(?:in\sthe|at)\s(?P<part>(?<=the\s)(?:morning|afternoon|evening)|(?<=at\s)night)\b)"
)
_LATE_HOUR = one_of(
    [word for word, number in NUMBERS.items() if number in range(2, 13) and word not in ("couple", "dozen")]
)
_NO_CLOCK = r"(?![\w%-]|[.,:]\d|\s?[ap]\.?m|\s(?:per\s?cent|points?|dollars|degrees)\b)"
_CLOCK_ENDS = r"(?=[.,;:!?)”\"]|$|\s(?:in\sthe|on|and|when|that|until|till|sharp|this|tonight|tomorrow)\b)"
_QUARTERS = r"(?P<past>half|quarter)[\s-](?P<way>past|after|to|till)"
_FIVES = r"(?P<minutes>five|ten|twenty(?:[\s-]five)?|5|10|20|25)\s(?P<side>past|to)"
_MINUTES = re.compile(  # "quarter past three", "ten to five", "half seven"
    rf"(?i:(?:{_QUARTERS}|{_FIVES})\s{_SPOKEN_HOUR.format('whole')}{_NO_CLOCK}|half\s(?P<gone>{_LATE_HOUR}){_CLOCK_ENDS})"
)
_SHORT_CLOCK = re.compile(
    r"(?P<first>(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?)(?:\s?[-–]\s?|\s(?:to|and|until|till|or)\s(?:about\s|around\s)?)(?P<other>\d{1,2})(?::[0-5]\d)?\s?(?P<half>[aApP])\.?\s?[mM]\b"
)


_BEFORE_CLOCK = re.compile(  # "as of 9:30", but not "a scale of 1:50"
    r"(?i:\b(?:at|around|about|by|from|until|till|before|after|since|to|and|between|approximately|(?:as|time|hour|deadline|curfew)\sof)\s|[-–]\s?|,\s)$"
)
_BEFORE_H = re.compile(  # "2h30" alone may be a length
    r"(?i:\b(?:at|from|until|till|since|between|before)\s(?:\d{1,2}h\d{0,2}(?:\s(?:to|and|until)\s|\s?[-–]\s?))?)$"
)


_NOON = re.compile(r"(?i:(?P<word>noon|midnight|midday)\b)")


VAGUE = {row["phrase"]: row for row in word_list("dates/en/vague")}


_VAGUE_PHRASE = re.compile(rf"(?i:{one_of(VAGUE)})(?![\w’']|-\w)")


_NOT_VAGUE = re.compile(
    r"(?i:\s(?:after|before|than|as|thereafter|afterwards?|following)\b|\s(?:years?|months?|weeks?|days?|decades?)\b)"
)


_NOUN_AFTER = re.compile(
    r"(?!\s(?:and|or|but|by|to|is|was|as|for|with|where|when|that|of|who|in|on|at)\b)\s[\w’'\"“]"
)


_COMPARED = re.compile(r"(?i:\b(?:most|more|less|as|how)\s$)")


def read_rate(text: str, at: int) -> list[Expression]:
    """ "twice a week", "500 arrests a year", "per month"."""
    match = _RATE.match(text, at)
    if not match or re.match(
        r"\s(?:ago|earlier|later|before|after|from|in\s(?:prison|jail)|and\sa|when|of|that|old|or\s)",
        text[match.end() : match.end() + 12],
    ):
        return []
    if match[0][:3].lower() != "per":
        word = PREVIOUS_WORD.search(text, max(0, at - 20), at)
        name = word[1].lower() if word else ""
        if (
            re.search(r"[\d%]\s$", text[max(0, at - 3) : at])
            or name in NUMBERS
            or name in english_words("money")
        ):
            return []  # "404 a day": what the number is counted by
        counted = (
            len(name) > 3
            and name.endswith("s")
            and name not in english_words("function")
            and name not in english_words("duration_before")
        )
        if not counted and name not in english_words("rate_before"):
            return []
        if match["unit"].lower() in ("second", "quarter"):
            return []
    unit = unit_of(match["unit"])
    return [Expression(at, match.end(), "set", value=period_value(1, unit))]


_SECOND_OF = re.compile(
    r"\s(?!of\b|that\b|counts\b|matters\b|and\b|until\b|to\b|in\b|on\b|at\b|for\b|a\b|the\b|or\b|is\b|was\b)[a-z]"
)
_DAY_BEHIND = re.compile(r"\s([12]?\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[,.]\d|\s[a-z]+s\b)")


def read_set(text: str, at: int) -> list[Expression]:
    """Reads what happens again and again at a place: "Mondays", "every two weeks", "daily"."""
    if match := _WEEKDAYS.match(text, at):
        word = match[0].lower()[:-1]
        value = (
            f"XXXX-WXX-{WEEKDAYS[word] + 1}"
            if word in WEEKDAYS
            else "XXXX-WXX-WE"
            if word == "weekend"
            else "XXXX-WXX-WD"
        )
        return [Expression(at, match.end(), "set", value=value)]
    match = _SET.match(text, at)
    if not match:
        return []
    if match["unit"] == "second" and not match["number"] and _SECOND_OF.match(text, match.end()):
        return []  # "every second household": the ordinal
    if match["unit"]:
        number = (
            1 if not match["number"] else 2 if match["number"].lower() == "few" else count_of(match["number"])
        )
        value = period_value(number, unit_of(match["unit"]))
    elif match["weekday"]:
        value = f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"
    elif match["month"]:
        value = f"XXXX-{month_number(match['month']):02}"
        if day := _DAY_BEHIND.match(text, match.end()):  # "each August 17"
            return [Expression(at, day.end(), "set", value=f"{value}-{int(day[1]):02}")]
    elif match["season"]:
        value = f"XXXX-{english_words('season')[match['season'].lower()]}"
    else:
        value = f"XXXX-XX-XXT{english_words('daypart')[match['part'].lower()]}"
    return [Expression(at, match.end(), "set", value=value)]


def read_clock(text: str, at: int) -> list[Expression]:
    """Reads a time of day at a place: "3:30 p.m.", "between 9 and 11 p.m.", "half past six"."""
    if (
        (short := _SHORT_CLOCK.match(text, at))
        and _BEFORE_CLOCK.search(text, max(0, at - 14), at)
        and 1 <= int(short["hour"]) <= 12
    ):
        late = (
            short["half"].lower() == "p" and int(short["hour"]) % 12 < int(short["other"]) % 12
        )  # "between 9 and 11 p.m."
        hour = int(short["hour"]) % 12 + 12 * late
        return [Expression(at, short.end("first"), "time", clock=f"{hour:02}:{int(short['minute'] or 0):02}")]
    for pattern, told in ((_MINUTES, _minutes_told), (_SPOKEN_CLOCK, _spoken_time)):
        if (spoken := pattern.match(text, at)) and (item := told(text, spoken)):
            return [item]
    match = CLOCK.match(text, at)
    if match and not (at and text[at - 1] in "$£€#.,:/"):
        hour = int(match["hour"] or match["hour2"] or match["hour3"] or match["hour4"] or match["hour5"])
        minute = int(match["minute"] or match["minute2"] or match["minute3"] or match["minute5"] or 0)
        if match["hour5"] and not _BEFORE_H.search(text, max(0, at - 20), at):
            return []
        if match["hour2"] and not match["zone"] and not _BEFORE_CLOCK.search(text, max(0, at - 14), at):
            return []
        if match["half"]:
            if not 1 <= hour <= 12:
                return []
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        end = match.end()
        return [Expression(at, end, "time", clock=f"{hour:02}:{minute:02}")] if hour <= 24 else []
    if match := _NOON.match(text, at):
        return [
            Expression(
                at, match.end(), "time", clock="24:00" if match["word"].lower() == "midnight" else "12:00"
            )
        ]
    return []


_TIME_TOLD = re.compile(
    r"(?i:\b(?:at|was|is|around|about|by|till|until|before|after|since|like|maybe|probably|say)\s)$"
)


def _spoken_time(text: str, match: re.Match) -> Expression | None:
    """A time told without figures for its minutes; None for a number of things: "fired three at night"."""
    if not _TIME_TOLD.search(text, max(0, match.start() - 12), match.start()):
        return None
    early = match["part"].lower() == "morning"
    hours = [int(count_of(match[name])) for name in ("hour", "other") if match[name]]
    if match["part"].lower() == "night":
        hours = [hour % 12 if hour % 12 < 5 else hour + 12 for hour in hours]
    else:
        hours = [hour % 12 if early else hour % 12 + 12 for hour in hours]
    first, *last = [Expression(match.start(), match.end(), "time", clock=f"{hour:02}:00") for hour in hours]
    return replace(first, until=last[0]) if last else first


_LATE_PART = re.compile(r"(?i)\sin\sthe\s(?:afternoon|evening)\b")
_AT_A_TIME = re.compile(r"(?i:\b(?:at|until|till|since|before|after)\s(?:about\s|around\s|just\s)?)$")


def _minutes_told(text: str, match: re.Match) -> Expression | None:
    """ "quarter past three", "ten to five", "half seven"; None for "by five to six" and "at ten to one"."""
    start, hour = match.start(), int(count_of(match["whole"] or match["gone"]))
    minutes = (
        int(count_of(match["minutes"]))
        if match["minutes"]
        else 15
        if (match["past"] or "").lower() == "quarter"
        else 30
    )
    before = (match["way"] or match["side"] or "").lower() in ("to", "till")
    if not _TIME_TOLD.search(text, max(0, start - 12), start):
        return None
    if (
        before
        and match["side"]
        and not (1 < hour < minutes and _AT_A_TIME.search(text, max(0, start - 14), start))
    ):
        return None  # a range goes up, and odds are ten to one
    total = hour * 60 + (-minutes if before else minutes)
    if total < 12 * 60 and _LATE_PART.match(text, match.end()):
        total += 12 * 60
    return Expression(start, match.end(), "time", clock=f"{total // 60:02}:{total % 60:02}")


def read_vague(text: str, at: int) -> list[Expression]:
    """Reads a phrase of `vague.csv` at a place: "recently", "in recent years"."""
    match = _VAGUE_PHRASE.match(text, at)
    if not match:
        return []
    phrase = re.sub(r"\s", " ", match[0].lower())
    row = VAGUE[phrase]
    if phrase in ("earlier", "soon", "shortly", "recently") and (
        _NOT_VAGUE.match(text, match.end())
        or re.search(r"(?i)\b(?:as|no|than)\s$", text[max(0, at - 5) : at])
    ):
        return []
    if phrase == "recent" and _COMPARED.search(text, max(0, at - 6), at):
        return []
    if phrase.endswith("hours") and re.match(r"\s(?:of|on)\s", text[match.end() : match.end() + 4]):
        return []
    if phrase.endswith(
        ("the past", "the future", "the present", "earlier", "near future")
    ) and _NOUN_AFTER.match(text, match.end()):
        return []
    if phrase.endswith(("the past", "the future")) and re.match(
        r"\sof\b", text[match.end() : match.end() + 4]
    ):
        return []  # "the future of the service" is what becomes of it
    return [
        Expression(
            at, match.end(), "set" if row["type"] == "SET" else "vague", type=row["type"], value=row["value"]
        )
    ]
