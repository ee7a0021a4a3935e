"""Finds temporal expressions in a sentence: where they stand and what they say, before any calendar is asked.

A reader starts at a word that can open an expression (a month, a number, "last", "since"); the readers of this module hold another
expression: "the first half of", "late", "since", "week of", "year to". Neighbours are then joined: "March 11" + "to" + "March 22" is
one range, "Tuesday" + "at" + "6:30 p.m." one time. What an expression means on the calendar is the work of `helpers.date_meaning`.

>>> [(e.kind, e.start, e.end) for e in find_expressions("In May 2021 they may seize 2,021 pills.")]
[('month', 3, 11)]
"""
import re
from collections.abc import Callable
from dataclasses import replace

from helpers.date_lengths import (
    VAGUE,
    read_bare_units,
    read_clock,
    read_duration,
    read_few_units,
    read_half,
    read_long,
    read_rate,
    read_relative_units,
    read_set,
    read_vague,
)
from helpers.date_points import (
    COUNTED,
    HOLIDAYS,
    TENS,
    YEAR_ALONE,
    ordinal_of,
    read_century,
    read_day_month,
    read_decade,
    read_fiscal,
    read_fiscal_shift,
    read_holiday,
    read_iso,
    read_month_alone,
    read_month_day,
    read_month_year,
    read_named_quarter,
    read_nested_year,
    read_numeric,
    read_ordinal_day,
    read_quarter,
    read_season_year,
    read_split_year,
    read_weekday,
    read_year,
)
from helpers.date_relative import (
    THE_YEAR,
    read_ago,
    read_same_period,
    read_shift,
    read_so_far,
    read_today,
    read_units_ago,
    read_weekend,
    read_year_before,
)
from helpers.date_words import (
    LONG_DAYS,
    MONTHS,
    NUMBER,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    SEASON,
    SHIFT_UNITS,
    SHIFTS,
    WEEKDAYS,
    Expression,
    any_of,
    number_of,
    unit_of,
    words_of,
)

# ---- expressions that hold another one: late March, the first half of 2025, since 2018 ----------------------------------

Reader = Callable[[str, int], list[Expression]]

# What may stand inside another expression. The depth is bounded: the simple ones hold nothing.
_SIMPLE = (read_holiday, read_month_day, read_day_month, read_month_year, read_month_alone, read_iso, read_numeric, read_weekday,
           read_year_before, read_decade, read_century, read_fiscal, read_quarter, read_named_quarter, read_split_year, read_nested_year,
           read_season_year, read_fiscal_shift, read_same_period, read_relative_units, read_shift, read_today, read_ago, read_ordinal_day)


def _read(text: str, at: int, readers: tuple[Reader, ...]) -> list[Expression]:
    for reader in readers:
        if items := reader(text, at):
            return items
    return []


_PART = re.compile(r"(?i:(?P<part>early|late|mid)(?:-|\s|\sin\s|\son\s)(?:the\s)?)")
_PART_OF = re.compile(rf"(?i:(?P<part>{any_of(words_of('part'))})\sof\s(?:the\s)?)")
_SINCE = re.compile(r"(?i:since\s(?:about\s|around\s|at\sleast\s|approximately\s|the\s|as\searly\sas\s|back\sin\s)?)")
_SHARE = re.compile(
    rf"(?i:{ORDINAL}(?:\s(?P<count>{NUMBER}|few|several))?(?:\s|-)(?:full\s|calendar\s)?(?P<unit>half|quarter|third|trimester"
    rf"|semester|days?|weeks?|weekends?|months?|quarters?|years?|decades?)\s(?:of|in)\s(?:the\s|this\s(?=year|month))?)")
_ENDING = re.compile(
    rf"(?i:(?:(?:first|last|past|full|latest|final|previous)\s)?(?:(?P<count>{NUMBER})(?:\s|-))?(?:full\s|calendar\s)?(?P<unit>years?"
    rf"|months?|weeks?|quarters?|days?)\s(?:to|ending|ended|that\sended|that\sends|up\sto|through|until)(?:\s(?:on|in|the\send\sof"
    rf"|the))?\s)")
_WEEK_OF = re.compile(
    r"(?i:(?P<unit>week|weekend|fortnight|month|morning|afternoon|evening|night|early\shours|small\shours|day|days|period|quarter"
    r"|eve)\s(?P<link>of|beginning|starting|commencing)\s(?:on\s)?(?:the\s)?)")
_MONTH_OF = re.compile(r"(?i:(?:month|year|calendar\syear|summer|decade)\s(?:of\s)?)")


def _part(text: str, at: int) -> list[Expression]:
    """"late October", "mid-2024", "the end of the year", "early Monday"."""
    match = _PART.match(text, at) or _PART_OF.match(text, at)
    if not match:
        return []
    mod = words_of("part")[re.sub(r"\s", " ", match["part"].lower())]
    items = _read(text, match.end(), (_share, *_SIMPLE)) or _the_unit(text, match.end())
    if not items and re.match(
        r"(?i)(?:week|month|year)\b", text[match.end():match.end() + 6]) and text[match.end() - 4:match.end()].lower() == "the ":
        items = _the_unit(text, match.end() - 4)
    if not items:
        next_word = _SEASON_ALONE.match(text, match.end())
        if not next_word:
            return []
        items = [Expression(match.end(), next_word.end(), "season", value=words_of("season")[next_word[0].lower()])]
    inner = items[0]
    if inner.kind in ("duration", "vague", "set", "time", "range", "since"):
        return []
    if inner.kind in ("day", "weekday", "holiday") or inner.part or inner.unit == "D":
        return [replace(inner, start=at, mod=mod), *items[1:]]
    return [Expression(at, inner.end, "part", mod=mod, inner=inner), *items[1:]]


_SEASON_ALONE = re.compile(rf"(?i:{SEASON}\b)")


def _the_unit(text: str, at: int) -> list[Expression]:
    """"the year" inside another expression is the current one."""
    match = THE_YEAR.match(text, at) or re.compile(r"(?i:(?P<unit>year|month|week|decade|century)\b)").match(text, at)
    if not match:
        return []
    return [Expression(at, match.end(), "shift", unit=SHIFT_UNITS[match["unit"].lower()])]


def _since(text: str, at: int) -> list[Expression]:
    match = _SINCE.match(text, at)
    items = _read(text, match.end(), _CALENDAR) if match else []
    if not items or items[0].kind in ("duration", "vague", "set", "since"):
        return []
    return [Expression(at, items[0].end, "since", inner=items[0]), *items[1:]]


_SHARED = frozenset(["month", "year", "years", "shift", "fiscal", "decade", "century", "season", "quarter", "half"]) | {"split year"}
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "early hours", "small hours"))


def _share(text: str, at: int) -> list[Expression]:
    match = _SHARE.match(text, at)
    if not match:
        return []
    items = _read(text, match.end(), _SIMPLE)
    if not items and text[match.end() - 4:match.end()].lower() in ("the ", "his "):
        items = read_fiscal_shift(text, match.end() - 4) or _the_unit(text, match.end() - 4)
    if not items or items[0].kind not in _SHARED:
        return []
    inner, unit = items[0], match["unit"].lower().rstrip("s") if match["unit"].lower() != "half" else "half"
    number, count = ordinal_of(match["ordinal"]), match["count"]
    if count and count.lower() in ("few", "several"):
        return [Expression(at, inner.end, "part", mod="END" if number < 0 else "START", inner=inner)]
    return [Expression(at, inner.end, "share", day=number, number=number_of(count) if count else 0, unit=unit, inner=inner), *items[1:]]


def _ending(text: str, at: int) -> list[Expression]:
    match = _ENDING.match(text, at)
    items = _read(text, match.end(), (_part, *_SIMPLE)) if match else []
    if not items or items[0].kind not in ("day", "month", "numeric", "shift", "part", "year"):
        return []
    if items[0].kind == "year" and items[0].year is None or items[0].kind == "shift" and items[0].unit not in ("M", "D"):
        return []
    unit = {"quarter": "3M"}.get(match["unit"].lower().rstrip("s")) or unit_of(match["unit"])
    return [Expression(at, items[0].end, "ending", number=number_of(match["count"]) if match["count"] else 1, unit=unit, inner=items[0])]


def _week_of(text: str, at: int) -> list[Expression]:
    if match := _WEEK_OF.match(text, at):
        unit, items = match["unit"].lower(), _read(text, match.end(), _SIMPLE)
        if items and items[0].kind in ("day", "weekday", "shift", "numeric", "holiday"):
            inner = items[0]
            if unit in ("week", "weekend", "fortnight"):
                return [Expression(at, inner.end, "week of", unit={"week": "W", "weekend": "WE", "fortnight": "2W"}[unit], inner=inner)]
            if unit in _PARTS_OF_DAY and (inner.kind != "shift" or inner.unit == "D"):
                return [replace(inner, start=at, part=words_of("daypart").get(unit, "MO"), mod="START" if "hours" in unit else "")]
    match = _MONTH_OF.match(text, at)
    items = _read(text, match.end(), (read_month_year, read_month_alone, read_year)) if match else []
    return [replace(items[0], start=at)] if items else []


_EARLIER = re.compile(
    r"(?i:(?P<word>earlier|later)\s(?:(?P<which>this|that|last|in\sthe|the\ssame)\s(?P<unit>day|week|month|year|decade|century"
    r"|morning|afternoon|evening|summer|spring|fall|autumn|winter)|(?P<today>today))\b)")
_EARLIER_IN = re.compile(r"(?i:(?P<word>earlier|later)\s(?:in\s|on\s)?(?:the\s)?)")
def _earlier(text: str, at: int) -> list[Expression]:
    if match := _EARLIER.match(text, at):
        mod = "START" if match["word"].lower() == "earlier" else "END"
        if match["today"]:
            return [Expression(at, match.end(), "shift", unit="D")]
        unit, which = match["unit"].lower(), match["which"].lower()
        inner = Expression(match.start("which"), match.end(), "shift", number=-1 if which == "last" else 0,
                           anchor="publication" if which in ("this", "last") else "context")
        if unit in words_of("season"):
            inner.kind, inner.value, inner.unit = "season", words_of("season")[unit], "S"
        elif unit in words_of("daypart"):
            inner.unit, inner.part = "D", words_of("daypart")[unit]
            return [replace(inner, start=at)]
        else:
            inner.unit = SHIFT_UNITS[unit]
        if inner.unit == "D":
            return [replace(inner, start=at)]
        return [Expression(at, match.end(), "so far", mod=mod, inner=inner)]
    match = _EARLIER_IN.match(text, at)
    items = _read(text, match.end(), _SIMPLE) if match else []
    if not items or items[0].kind not in ("month", "year", "decade", "weekday", "season", "day"):
        return []
    if items[0].kind in ("weekday", "day"):
        return [replace(items[0], start=at)]
    return [Expression(at, items[0].end, "so far", mod="START" if match["word"].lower() == "earlier" else "END", inner=items[0])]


_CALENDAR = (_share, *_SIMPLE, _part, _week_of)


# ---- reading a sentence -------------------------------------------------------------------------------------------------

_MONTH_READERS = (read_holiday, read_month_day, read_month_year, read_month_alone)
_DIGIT_READERS = (read_iso, read_numeric, read_holiday, read_vague, read_day_month, _share, read_century, read_clock, read_decade,
                  read_fiscal, read_quarter, _ending, read_ago, read_duration, read_split_year, read_year, read_named_quarter)
_NUMBER_READERS = (_ending, read_ago, read_duration)
_SHIFT_READERS = (read_so_far, read_fiscal_shift, _ending, _share, read_few_units, read_relative_units, read_shift)


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Which readers to try at a word, in this order; a digit stands for every number."""
    table: dict[str, list[Reader]] = {digit: list(_DIGIT_READERS) for digit in "0123456789"}

    def add(words, *readers: Reader) -> None:
        for word in words:
            known = table.setdefault(re.match(r"[a-z]+|\d", word)[0], [])
            known += [reader for reader in readers if reader not in known]
    add(SHIFTS, *_SHIFT_READERS)
    add(("full", "latest", "preceding"), _ending, read_relative_units)
    add(("same",), read_same_period)
    table["same"] = [read_same_period, *[reader for reader in table["same"] if reader is not read_same_period]]
    add(MONTHS, *_MONTH_READERS)
    add(WEEKDAYS, read_holiday, read_weekday, read_set)
    add(("weekdays", "weekends", "weeknights", "every", "each", *(f"{day}s" for day in LONG_DAYS)), read_set)
    add(ORDINALS, read_ordinal_day, _ending, _share, read_few_units, read_relative_units, read_century, read_named_quarter)
    add(("early", "late", "mid"), _part)
    add(words_of("part"), _part, _share)
    add(NUMBERS, *_NUMBER_READERS)
    add(("a", "an", "per"), read_few_units, read_rate)
    add(["several", "many", "few", "some", "numerous", "multiple", "countless", "couple", "dozens", "scores", "hundreds", "thousands",
         "tens"], read_ago, read_few_units)
    add(("half", "quarter"), read_half, _ending)
    add(("fiscal", "financial", "tax", "budget", "fy", "fye"), read_so_far, read_quarter, read_fiscal)
    add(("q", "h"), read_quarter)
    add(TENS, read_decade)
    add(("nineteen",), read_decade)
    add(words_of("season"), read_season_year)
    add(("today", "yesterday", "tomorrow", "tonight", "day"), read_today, _week_of, read_long)
    add(("earlier", "later"), _earlier)
    add(("so", "thus", "to", "year"), read_so_far)
    add(("the",), read_weekend, read_year_before)
    add(("since",), _since)
    add(["week", "weekend", "fortnight", "month", "morning", "afternoon", "evening", "night", "early", "small", "calendar", "decade",
         "year"], _ending, _week_of, read_long)
    add(["hour", "day", "week", "month", "year", "decade", "century", "quarter", "hours", "days", "weeks", "months", "years", "decades",
         "centuries"], read_long)
    add(["hourlong", "daylong", "weeklong", "monthlong", "yearlong", "decadelong", "weekslong", "monthslong", "yearslong", "decadeslong"],
         read_long)
    add(["hours", "days", "weeks", "months", "years", "decades", "centuries", "minutes", "moments"], read_units_ago, _ending,
         read_bare_units)
    add(["years", "months", "weeks", "quarters"], _ending)
    add(("noon", "midnight", "midday"), read_clock)
    add(HOLIDAYS, read_holiday)
    add(VAGUE, read_vague)
    return {word: tuple(readers) for word, readers in table.items()}


_TABLE = _readers()
_TOKEN = re.compile(r"[A-Za-z]+|[’']?\d+")
_TRIGGER = re.compile(r"[a-z]+|\d")
_TRIGGERS = frozenset(_TABLE)
_LIST_GAP = re.compile(r"(?:,\s|,?\s(?:and|or|nor|to|vs\.?|versus|but|then|from)\s|\s?/\s?|\s?\|\s?)(?:in\s)?")
_ORDINAL_DAY = re.compile(r"\w+(?:st|nd|rd|th)\b")
_RELATIVE = re.compile(r"(?i:last|past|next|coming|previous|following|preceding|final|first)\b")
_THE = re.compile(r"(?i:\bthe\s)$")
_TAKES_ARTICLE = frozenset(["part", "share", "fiscal", "decade", "century", "ending", "shift", "quarter", "half", "season", "holiday",
                            "week of", "same period", "split year"])


def find_expressions(text: str) -> list[Expression]:
    """The temporal expressions of a sentence in the order of the text; they do not overlap."""
    if _TRIGGERS.isdisjoint(_TRIGGER.findall(text.lower())):
        return []
    found: list[Expression] = []
    at = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < at:
            continue
        word = token[0]
        readers = _TABLE.get(word[-1] if word[-1].isdigit() else word.lower())
        if readers is None or (start and text[start - 1].isalnum()):
            continue
        items = _read(text, start, readers)
        if not items and found and found[-1].kind == "year" and word.isdigit():
            items = _listed_year(text, found[-1], start)
        if items:
            found += [_with_article(text, item, at) for item in items]
            at = items[-1].end
    return _join(text, found) if len(found) > 1 else found


def _listed_year(text: str, before: Expression, at: int) -> list[Expression]:
    """2020 and 2021 in "in 2019, 2020 and 2021"."""
    match = YEAR_ALONE.match(text, at)
    if match and at - before.end < 8 and _LIST_GAP.fullmatch(text, before.end, at):
        year = int(match["year"])
        if COUNTED.match(text, match.end()) and not (1950 <= year <= 2049 and year % 100):
            return []
        return [Expression(at, match.end(), "year", int(match["year"]))]
    return []


def _with_article(text: str, item: Expression, floor: int) -> Expression:
    """Takes "the" into the expression where it belongs to it: "the first half of 2025", "the 15th of March", "the past few years"."""
    if item.start - 4 < floor or not _THE.search(text, item.start - 4, item.start):
        return item
    ordinal_day = item.kind == "day" and _ORDINAL_DAY.match(text, item.start)
    relative = item.kind in ("duration", "vague") and _RELATIVE.match(text, item.start)
    if item.kind in _TAKES_ARTICLE or ordinal_day or relative:
        item.start -= 4
    return item


_RANGE_GAP = re.compile(
    r"(?i:\s?[-–]\s?|\s—\s|\s(?:to|through|thru|until|till|up\sto|up\suntil|and\sending|and\sending\son|ending|ending\son)\s(?:on\s"
    r"|about\s|around\s|approximately\s|at\sleast\s|(?:in|on)\sor\s(?:about|around)\s|and\sincluding\s)?(?:the\s)?)")
_PLACED = frozenset(["day", "month", "year", "weekday", "quarter", "numeric", "fiscal", "holiday", "season", "decade", "century", "part",
                     "half", "shift", "ago"])
_CLOCK_GAP = re.compile(
    r"(?i:,?\s(?:on|at|around|about|of|shortly\safter|just\safter|shortly\sbefore|just\sbefore|before|after|from|between"
    r"|approximately)?\s?(?:the\s)?)")
_BETWEEN = re.compile(r"(?i:\bbetween\s(?:the\s)?)$")


def _join(text: str, found: list[Expression]) -> list[Expression]:
    """Joins the two ends of a range, and a time of day with its day."""
    joined = [found[0]]
    for item in found[1:]:
        before = joined[-1]
        gap_length = item.start - before.end
        if before.kind == "set" and item.kind == "month" and item.year is None and text[before.end:item.start] == " in ":
            joined[-1] = replace(before, end=item.end, value=f"XXXX-{item.month:02}")         # "every year in May"
        elif gap_length <= 30 and (both := _range(text, before, item) or _day_and_time(text, before, item)):
            joined[-1] = both
        else:
            joined.append(item)
    return joined


def _range(text: str, a: Expression, b: Expression) -> Expression | None:
    if a.kind == b.kind == "time" and not (a.inner or b.inner):
        between = text[a.end:b.start] == " and " and _BETWEEN.search(text, max(0, a.start - 12), a.start)
        if between or _RANGE_GAP.fullmatch(text, a.end, b.start):
            return Expression(a.start, b.end, "time", clock=a.clock, until=b)
        return None
    first = a.inner if a.kind == "since" else a
    if first.kind not in _PLACED or b.kind not in _PLACED and not (b.kind == "vague" and b.value == "PRESENT_REF"):
        return None
    gap = text[a.end:b.start]
    between = _BETWEEN.search(text, max(0, a.start - 12), a.start) if gap.strip() == "and" else None
    if not between and not _RANGE_GAP.fullmatch(gap):
        return None
    dashed = gap.strip() in ("-", "–", "—")
    if dashed and (a.kind != b.kind or "—" in gap and a.kind == "weekday"):
        return None
    if a.kind == "fiscal" and b.kind == "year":
        b = replace(b, kind="fiscal")
    if a.kind == b.kind == "year" and a.year >= b.year:
        return None
    return Expression(between.start() if between else a.start, b.end, "range", inner=first, until=b)


def _day_and_time(text: str, a: Expression, b: Expression) -> Expression | None:
    if (a.kind == "time") == (b.kind == "time") or not _CLOCK_GAP.fullmatch(text, a.end, b.start):
        return None
    clock, day = (a, b) if a.kind == "time" else (b, a)
    if clock.inner or day.kind not in ("day", "weekday", "numeric", "holiday") and not (day.kind == "shift" and day.unit == "D"):
        return None
    return Expression(a.start, b.end, "time", clock=clock.clock, inner=day, until=clock.until)
