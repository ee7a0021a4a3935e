"""What an article says around a temporal expression: its publication, its country, and the dates read before.

The country is the one that the sentence, or else most of the article, names
(`helpers/data/dates/countries.csv`); it tells which fiscal year, which hemisphere and which order of day and
month are meant.

>>> country_of(Situation(None, "The AFP arrested two men in Perth."))["country"]
'Australia'
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from helpers.dates.resolve.calendar import Reading
from helpers.dates.words import Expression
from helpers.texts import word_list

LONGEST_SENTENCE = (
    2000  # characters; a longer one is no sentence, and is read for its country again and again
)


@dataclass(slots=True)
class Situation:
    """What is known where an expression stands.

    Attributes:
        published: First and last possible day of publication, or None.
        text: The whole article, for its country and its order of day and month.
        sentence: The sentence.
        last: The last placed reading before this one.
        story: The same, but neither a day to come nor one that the story only looks back to.
        day_here: The last placed day of this sentence.
        day_told: The last placed day of the article.
        ranges: The ranges read so far.
        year_here: Reading with a year in the text, earlier in this sentence.
        year_before: The same, in an earlier sentence of the paragraph.
        year_elsewhere: The year of the nearest day that the article gives in full, if it names no later one; only where the
            publication is unknown.
        latest_year: The latest year that the article names; 0 where the publication is known.
        named: How often the article names each country; counted when first asked for.
        published_from: publication or dateline: where the day of publication comes from.
        language: The language of the sentence.
        twelve_months: The last "year ending June 2025" of the text.
        quarter: The last quarter of the text.
        stretch: The last stretch of the calendar, "since" up to the publication: what "the same period" repeats.
        months: Year and month of the months read so far.
        days: Month and day of the days named in full so far, with the year.
        entry: The day under which the sentence stands in a log or a diary (`helpers.dates.entries`).
        beside: The expressions of the sentence.
        told_at: Where in the article the last placed reading stands.
        spoken_from: Where in the article the quotation begins that is open where the sentence begins, if one is.
    """

    published: tuple[date, date] | None
    text: str
    sentence: str = ""
    last: Reading | None = None
    story: Reading | None = None
    day_here: Reading | None = None
    day_told: Reading | None = None
    ranges: list[Reading] = field(default_factory=list)
    year_here: Reading | None = None
    year_before: Reading | None = None
    year_elsewhere: int | None = None
    latest_year: int = 0
    named: Counter | None = None
    published_from: str = "publication"
    language: str = "en"
    twelve_months: Reading | None = None
    quarter: Reading | None = None
    stretch: Reading | None = None
    months: set[tuple[int, int]] = field(default_factory=set)
    days: dict[tuple[int, int], int] = field(default_factory=dict)
    entry: date | None = None
    beside: Sequence[Expression] = ()
    told_at: int = -1
    spoken_from: int | None = None

    @property
    def today(self) -> date | None:
        """The day of publication where it is known to the day."""
        return self.published[0] if self.published and self.published[0] == self.published[1] else None


_CHANGED = r"(?:rose|fell|up|down|changed?|increase[ds]?|decrease[ds]?|grew|dropped|climbed|declined|percent|per\scent)\b|%"
_AGAINST = r"than|below|above|exceed(?:s|ed|ing)?|beat(?:s|ing)?|against|versus|vs\.?|compare[sd]?\s(?:with|to)|relative\sto"
_MULTIPLE = r"(?:twice|half|double)\s(?:that|those|the\s\w+)\s(?:of|in)"
_UP_FROM = r"(?:up|down)\s(?:[^\s,]{1,12}\s){0,2}(?:from|on)|from\s[$£€]?\d[\d,.]*"
_COMPARED = re.compile(
    rf"(?i)(?:\b(?:{_AGAINST}|{_MULTIPLE}|{_UP_FROM})\b(?:[^,;.]|[.,](?=\d)){{0,40}}"
    rf"|\bthat\sof\s|(?:{_CHANGED})[^,;.]{{0,25}}\sfrom\s(?:the\s)?|(?:{_CHANGED})\sfrom\s)$"
)


def is_compared(text: str, start: int) -> bool:
    """Whether something is only compared with the date at start: "30% higher than in 2009"."""
    return bool(_COMPARED.search(text, max(0, start - 70), start))


_BRACKET = re.compile(r"\(([^()]{0,80})$")
_FIGURE = re.compile(r"[^()]{0,80}?\d")


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a date stands in brackets with a figure of its own, with which that before them is compared: "(Q3 2022: $50m)"."""
    bracket = _BRACKET.search(text, max(0, start - 80), start)
    return bool(
        bracket and (re.search(r"\d", bracket[1]) or re.match(r":", text[end:]) and _FIGURE.match(text, end))
    )


# ---- country, and order of day and month
# -----------------------------------------------------------------------------------


@cache
def _countries() -> tuple[re.Pattern, dict[str, dict[str, str]]]:
    cues = {cue: row for row in word_list("dates/countries") for cue in row["cues"].split(";")}
    cues |= {cue.upper(): row for cue, row in cues.items() if cue[0].isupper() and len(cue) > 4}  # datelines
    pattern = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{pattern})(?![a-z])"), cues


@cache
def _agencies() -> tuple[re.Pattern, dict[str, dict[str, str]]]:
    cues = {cue: row for row in word_list("dates/countries") for cue in row["agencies"].split(";") if cue}
    pattern = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{pattern})(?![a-z])"), cues


@lru_cache(maxsize=2)
def _count_countries(text: str) -> Counter:
    pattern, cues = _countries()
    return Counter(cues[found]["country"] for found in pattern.findall(text))


def country_of(situation: Situation, *, but: str = "") -> dict[str, str] | None:
    """The row of `dates/countries.csv` for the country that the sentence names most, or else the article.

    Args:
        but: A country that cannot be meant.

    Returns:
        None if neither names a country.
    """
    if situation.named is None:
        situation.named = _count_countries(situation.text)
    for counts in (_count_countries(situation.sentence[:LONGEST_SENTENCE]), situation.named):
        if name := next((name for name, _ in counts.most_common() if name != but), None):
            return row_of(name)
    return None


def row_of(name: str) -> dict[str, str]:
    """The row of `dates/countries.csv` for a country."""
    return next(row for row in word_list("dates/countries") if row["country"] == name)


_NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)?\d\d)\b")


@lru_cache(maxsize=1)
def _orders(text: str, published: tuple[date, date] | None) -> frozenset[str]:
    """The orders of day and month that the numeric dates of a text prove: by a number over 12, or because the
    other order would lie after the publication."""
    found = set()
    for a, b, year in _NUMERIC.findall(text):
        first, second = int(a), int(b)
        if (first > 12) != (second > 12):
            found.add("DMY" if first > 12 else "MDY")
        elif published and 0 < first <= 12 and 0 < second <= 12 and first != second:
            full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 50 else 2000)
            gone = [
                o
                for o, month, day in (("MDY", first, second), ("DMY", second, first))
                if date(full, month, day) <= published[1]
            ]
            found |= set(gone) if len(gone) == 1 else set()
    return frozenset(found)


def day_order(situation: Situation) -> tuple[str, str]:
    """MDY or DMY and what tells it: the other numeric dates of the article, the country of the agency that the
    sentence names, that of the dateline, that of the agencies of the article, or the only one that it names; empty if none
    does. One of several countries may only be what the article is about."""
    orders = _orders(situation.text, situation.published)
    if len(orders) == 1:
        return next(iter(orders)), "other dates"
    if agency := _country_of_agency(situation.sentence[:LONGEST_SENTENCE]):
        return _order_in(agency, "agency")
    if orders:
        return "", ""
    if place := _country_of_dateline(situation.text):
        return _order_in(place, "dateline")
    if agency := _country_of_agency(situation.text):
        return _order_in(agency, "agency")
    named = _count_countries(situation.text)
    return _order_in(row_of(next(iter(named))), "country") if len(named) == 1 else ("", "")


def _order_in(country: dict[str, str], told: str) -> tuple[str, str]:
    """The order of a country and what told it; both empty for one that has no order."""
    return (country["day_order"], told) if country["day_order"] else ("", "")


@lru_cache(maxsize=8)
def _country_of_agency(text: str) -> dict[str, str] | None:
    """The row of the country whose agency a text names, if all that it names are of one country; a name may begin with it:
    "the British Geological Survey"."""
    (agencies, of_agency), (countries, of_country) = _agencies(), _countries()
    rows = [of_agency[found[0]] for found in agencies.finditer(text)]
    rows += [of_country[one[0]] for one in countries.finditer(text) if _BODY.match(text, one.end())]
    return rows[0] if rows and all(row is rows[0] for row in rows) else None


_BODY = re.compile(r"\s[A-Z][a-z]+(?:\s(?:of|and|for|the))?\s[A-Z][a-z]+")


# "LONDON (Reuters) -", "LAREDO, Texas, March 4 —", in one of the first lines
_DATELINE = re.compile(
    r"(?m)^[ \t]*(?P<place>[A-Z][\w.,'’ /-]{2,60}?)(?:\s?\([^()\n]{1,30}\))?\s?(?:[—–]|--?)\s"
)
HEAD = 600  # characters in which a dateline stands


@lru_cache(maxsize=1)
def _country_of_dateline(text: str) -> dict[str, str] | None:
    """The row of the country of the place before the first dash of a text that opens a line; None without one."""
    for line in _DATELINE.finditer(text, 0, HEAD):
        named = _count_countries(line["place"])
        if len(named) == 1 and line["place"].split(",")[0].isupper():
            return row_of(next(iter(named)))
    return None
