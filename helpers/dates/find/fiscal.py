"""Readers of fiscal years and quarters.

See `helpers.dates.find.points` for what a reader is.

>>> [(item.kind, item.year) for item in read_fiscal("FY2024", 0)]
[('fiscal', 2024)]
"""

import re
from dataclasses import replace

from helpers.dates.find.periods import SPLIT_YEAR
from helpers.dates.find.points import ordinal_of
from helpers.dates.find.years import COUNTED
from helpers.dates.words import (
    FOUR_DIGITS,
    NUMBER,
    ORDINAL,
    YEAR,
    Expression,
    count_of,
    full_year,
)

_FISCAL = re.compile(
    rf"(?i:(?P<prefix>fiscal|financial|tax|budget|[FS]?FY[ES]?)(?:\s?(?P<word>years?)(?:\s\(F?FYS?\))?(?:\sof)?(?:\s(?:ended|ending)(?:\sin)?|(?<=years)[,:](?=\s))?)?[\s-]?[’']?)"
    rf"(?P<year>{FOUR_DIGITS}|\d\d)(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?!\d|[,.]\d|%)"
)


_YEAR_FISCAL = re.compile(
    rf"(?P<year>{FOUR_DIGITS})(?:\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d))?(?i:\s(?:fiscal|financial|tax|budget|(?P<school>academic|school))\syears?\b)"
)


_SCHOOL_YEAR = re.compile(
    rf"(?i:(?:academic|school)\syear\s(?:of\s)?)(?P<year>{FOUR_DIGITS})\s?[-–/]\s?(?P<last>{FOUR_DIGITS}|\d\d)(?!\d|[,.]\d|%)(?P<school>)"
)


_FISCAL_QUARTER = re.compile(rf"(?i:FY\s?)[’']?(?P<year>{FOUR_DIGITS}|\d\d)\s?Q(?P<day>[1-4])\b")


_FISCAL_SHIFT = re.compile(
    r"(?i:(?P<rel>this|last|next|current|previous|past|same|prior|coming|following|the)\s(?:fiscal|financial|tax|budget)\syear\b)"
)


_FISCAL_YEARS = re.compile(
    rf"(?i:the\s(?P<count>{NUMBER})\s(?:fiscal|financial|budget)\syears\b(?!\s(?:19|20|from|ended|ending|to|before|after)))"
)


_STATE = re.compile(
    r"(?i)\bstate(?:[’']s)?\s(?:current\s)?$"
)  # the states of a country keep years of their own


_NEXT_FISCAL = re.compile(rf"(?P<gap>,\s|,?\s(?:and|or|to|through|vs\.?)\s|\s?[-–]\s?){YEAR}(?![-–/]\d)")


_QUARTER = re.compile(
    rf"(?:(?P<kind>[QH])(?P<day>[1-4])|(?P<day_first>[1-4])(?P<kind_last>[QH]))(?:\b|(?<=[QH])(?=\d\d\b))(?:,?\s(?:of\s)?(?:{YEAR}|[’'](?P<short>\d\d)\b|"
    rf"(?P<fiscal>(?i:FY|fiscal(?:\syear)?)\s?(?:\d{{4}}|\d\d)\b))|[’']?(?P<glued>\d\d)\b|[-/](?P<joined>\d{{4}}|\d\d)\b)?"
)


_QUARTER_CUE = re.compile(
    r"(?i)(?:\b(?:in|for|of|the|during|by|since|through|from|to|until|till|vs\.?|and|or|late|early|mid|this|last|next|its|our|over|versus|than)[\s-]|[|(:,;–-]\s?)$|^\W{0,3}$"
)


_YEAR_QUARTER = re.compile(rf"(?P<year>{FOUR_DIGITS})[\s/-]?(?P<kind>[QHqh])(?P<day>[1-4])\b")


_NAMED_QUARTER = re.compile(rf"(?i:{ORDINAL}[\s-](?P<fiscal>fiscal\s)?(?P<kind>quarter|half)\b)(?:\s{YEAR})?")


_YEARS = re.compile(r"(?i)(?:year|\d{4})[’']s\s$")


def read_fiscal(text: str, at: int) -> list[Expression]:
    """Reads "FY2024", "fiscal year 2023-24", "2024 budget year" at a place."""
    match = _FISCAL.match(text, at) or _YEAR_FISCAL.match(text, at) or _SCHOOL_YEAR.match(text, at)
    if not match:
        return []
    short = len(match["year"]) == 2 and not match["prefix"].lower().endswith(("fy", "fye", "fys"))
    if short and text[match.start("year") - 1] not in "’'":
        return []
    item = Expression(at, match.end(), "fiscal", full_year(match["year"]))
    last = match["last"] and (
        int(match["last"]) if len(match["last"]) == 4 else item.year // 100 * 100 + int(match["last"])
    )
    more = _years_after(text, item.end)
    several = (
        match.groupdict().get("word")
        and match["word"].lower() == "years"
        or match[0].lower().endswith("years")
        or (match.groupdict().get("prefix") or "").lower() == "fys"
        or more
        and more[-1]["gap"].strip(" ,") in ("and", "or")  # "FY 2021, 2022 and 2023"
    )
    if last and last > item.year:
        item.last_day = last
        item.unit = "several" if several or last > item.year + 1 else "split"
    if (
        match.groupdict().get("school") is not None
    ):  # that of one year may be either of the two that it lies in
        return [replace(item, unit="school")] if last == item.year + 1 else []
    if match.groupdict().get("prefix", "").lower() == "sfy":
        item.unit = "state"
    if state := _STATE.search(text, max(0, at - 18), at):
        item.start, item.unit = state.start(), "state"
    items = [item]
    for year in more if several else ():
        if year["gap"].strip() in ("to", "through", "-", "–"):
            items[-1] = replace(items[-1], end=year.end(), last_day=int(year["year"]), unit="several")
        else:
            items.append(Expression(year.start("year"), year.end(), "fiscal", int(year["year"])))
    return items


def _years_after(text: str, at: int) -> list[re.Match]:
    """The years that go on behind a fiscal year, each with what joins it to the one before."""
    found: list[re.Match] = []
    while (year := _NEXT_FISCAL.match(text, at)) and len(found) < 7 and not COUNTED.match(text, year.end()):
        found.append(year)
        at = year.end()
    return found


def read_fiscal_years(text: str, at: int) -> list[Expression]:
    """ "the three fiscal years" that a text has told before."""
    match = _FISCAL_YEARS.match(text, at)
    return [Expression(at, match.end(), "fiscal years", number=count_of(match["count"]))] if match else []


def read_fiscal_shift(text: str, at: int) -> list[Expression]:
    """Reads "this fiscal year", "last financial year" at a place."""
    match = _FISCAL_SHIFT.match(text, at)
    if not match:
        return []
    told = match["rel"].lower() in ("previous", "prior", "following")  # than that of the text
    return [
        Expression(
            at,
            match.end(),
            "shift",
            unit="F",
            anchor="context" if told else "publication",
            number={
                "last": -1,
                "previous": -1,
                "past": -1,
                "prior": -1,
                "next": 1,
                "coming": 1,
                "following": 1,
            }.get(match["rel"].lower(), 0),
        )
    ]


def read_quarter(text: str, at: int) -> list[Expression]:
    """ "Q3 2024", "2019-Q3", "FY24 Q1", "H1 2020"."""
    if match := _FISCAL_QUARTER.match(text, at):
        inner = Expression(at, match.start("day"), "fiscal", full_year(match["year"]))
        return [Expression(at, match.end(), "quarter", day=int(match["day"]), inner=inner)]
    if match := _YEAR_QUARTER.match(text, at):
        kind = "quarter" if match["kind"].upper() == "Q" else "half"
        return [Expression(at, match.end(), kind, int(match["year"]), day=int(match["day"]))]
    match = _QUARTER.match(text, at)
    if not match:
        return []
    kind = match["kind"] or match["kind_last"]
    number = int(match["day"] or match["day_first"])
    year = match["year"] or match["short"] or match["glued"] or match["joined"]
    bare = not year and not match["fiscal"]
    if kind == "H" and (number > 2 or bare) or match["day_first"] and not year:
        return []
    if bare and not _QUARTER_CUE.search(text, max(0, at - 16), at):
        return []  # "an Audi Q2"
    item = Expression(
        at, match.end(), "quarter" if kind == "Q" else "half", full_year(year) if year else None, day=number
    )
    if (
        match["year"]
        and (split := SPLIT_YEAR.match(text, match.start("year")))
        and int(split["last"][-2:]) == (item.year + 1) % 100
    ):
        item.end = split.end()  # "Q1 of 2024/25"
        item.inner = Expression(
            split.start(), split.end(), "fiscal", item.year, last_day=item.year + 1, unit="split"
        )
    if match["fiscal"]:
        item.inner = Expression(
            match.start("fiscal"),
            match.end("fiscal"),
            "fiscal",
            full_year(re.search(r"\d+", match["fiscal"])[0]),
        )
    return [item]


def read_named_quarter(text: str, at: int) -> list[Expression]:
    """Reads "second quarter of 2024", "first half" at a place; no quarter that a year does not have."""
    match = _NAMED_QUARTER.match(text, at)
    if not match:
        return []
    number, kind = ordinal_of(match["ordinal"]), match["kind"].lower()
    if not 1 <= number <= {"quarter": 4, "half": 2}[kind]:
        return []  # "last quarter" is a shift
    of_year = _YEARS.search(text, max(0, at - 8), at)  # "last year's first half"
    if kind == "half" and not match["year"] and not of_year:
        return []  # also of a match
    item = Expression(at, match.end(), kind, int(match["year"]) if match["year"] else None, day=number)
    if match["fiscal"]:
        item.inner = Expression(at, match.end(), "shift", unit="F")
    return [item]
