"""What an article says around a temporal expression: its publication, its country, the tense, and the year that a date leaves out.

A yearless date takes the year of its neighbour in the sentence where the text gives one, otherwise that of the publication: the last
such date up to the day of publication, or the next one where the clause looks ahead ("will", "by", "scheduled for"). The country is
the one that the sentence, or else most of the article, names (`helpers/data/date_countries.csv`).

>>> looks_ahead("He will appear in court on Monday.", 27), looks_ahead("He will resign, aides said Monday.", 27)
(True, False)
"""
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from dateutil.relativedelta import relativedelta

from helpers.date_calendar import DAY, Reading
from helpers.date_words import Expression, words_of
from helpers.language import word_list

LONGEST_SENTENCE = 2000     # characters; a longer one is no sentence, and is read for its country again and again
SOON, LONG_AGO = timedelta(days=90), timedelta(days=240)    # "remanded until 15 December", published in November, is the coming one


@dataclass(slots=True)
class Situation:
    """What is known where an expression stands.

    Attributes:
        published: First and last possible day of publication, or None.
        text: The whole article, for its country and its order of day and month.
        sentence: The sentence.
        last: The last placed reading before this one.
        year_here: Reading with a year in the text, earlier in this sentence.
        year_before: The same, in an earlier sentence of the paragraph.
        years_elsewhere: Years of dates that the article gives in full, the nearest first; filled only where the publication is unknown.
        named: How often the article names each country; counted when first asked for.
    """
    published: tuple[date, date] | None
    text: str
    sentence: str = ""
    last: Reading | None = None
    year_here: Reading | None = None
    year_before: Reading | None = None
    years_elsewhere: list[int] = field(default_factory=list)
    named: Counter | None = None

    @property
    def today(self) -> date | None:
        """The day of publication where it is known to the day."""
        return self.published[0] if self.published and self.published[0] == self.published[1] else None


# ---- what the text says around the expression ---------------------------------------------------------------------------

CLAUSE = re.compile(r"[;—]|:\s")
_FUTURE = re.compile(rf"(?i)\b(?:{'|'.join(words_of('future'))}|(?:by|until|till|through)(?=\s*(?:the\s)?$))\b")
_TO_RUN = re.compile(r"(?i)\bto\s\w+(?:\s\w+){0,2}\s(?:through|until|till|by|from|in|on)\s$")
_PASSIVE = re.compile(r"(?i)\b(?:be|been|being|get)\s\w+")
_PUT_OFF = re.compile(
    r"(?i)\b(?:postponed|delayed|adjourned|deferred|extended|remanded|suspended|rescheduled|pushed\sback)\b[^,]{0,60}\b(?:until|till"
    r"|to|through)\s[^,]{0,20}$")
_PRESENT = re.compile(rf"(?i)\b(?:{'|'.join(words_of('present'))})\b")
_UNTIL = re.compile(r"(?i)\b(?:until|till|by)\s(?:about\s|around\s|at\sleast\s|the\s)?$")
_REPORTED = re.compile(rf"(?i)\b(?:{'|'.join(words_of('reporting'))})\b")
PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|been|said|told|took|began|led|found|met|held|went|came|came|made|gave|saw|got|left|won|fell|rose"
    r"|broke|ran|since)\b|\w+ed\b")


def looks_ahead(sentence: str, at: int) -> bool:
    """Whether the clause before an expression speaks of the future ("will appear in court on Monday", "postponed until Monday")."""
    clause = CLAUSE.split(sentence[max(0, at - 120):at])[-1]
    if _PUT_OFF.search(clause):
        return True
    cues = list(_FUTURE.finditer(clause))
    if not cues or _REPORTED.search(_PASSIVE.sub("", clause[cues[-1].end():])):
        return False
    return cues[-1][0].lower() not in ("by", "until", "till", "through") or not PAST.search(clause)


@cache
def _countries() -> tuple[re.Pattern, dict[str, dict[str, str]]]:
    cues = {cue: row for row in word_list("date_countries") for cue in row["cues"].split(";")}
    pattern = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{pattern})(?![a-z])"), cues


@lru_cache(maxsize=2)
def _count_countries(text: str) -> Counter:
    pattern, cues = _countries()
    return Counter(cues[found]["country"] for found in pattern.findall(text))


def country_of(situation: Situation, *, but: str = "") -> dict[str, str] | None:
    """The row of `date_countries.csv` for the country that the sentence names most, or else the article.

    Args:
        but: A country that cannot be meant.

    Returns:
        None if neither names a country.
    """
    if situation.named is None:
        situation.named = _count_countries(situation.text)
    for counts in (_count_countries(situation.sentence[:LONGEST_SENTENCE]), situation.named):
        if name := next((name for name, _ in counts.most_common() if name != but), None):
            return next(row for row in word_list("date_countries") if row["country"] == name)
    return None


@lru_cache(maxsize=1)
def speaks_of_fiscal_years(text: str) -> bool:
    """Whether a text names a fiscal, financial or tax year anywhere."""
    return bool(re.search(r"(?i)\b(?:financial|fiscal|tax)\s+year", text))


_NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](?:19|20)?\d\d\b")


@lru_cache(maxsize=1)
def _orders(text: str) -> frozenset[str]:
    """The orders of day and month that the numeric dates of a text prove."""
    return frozenset("DMY" if int(a) > 12 else "MDY" for a, b in _NUMERIC.findall(text) if (int(a) > 12) != (int(b) > 12))


def day_order(situation: Situation) -> str:
    """MDY or DMY from the other numeric dates of the article, or from its country; empty if neither tells."""
    orders = _orders(situation.text)
    if len(orders) == 1:
        return next(iter(orders))
    country = country_of(situation)
    return country["day_order"] if country and not orders else ""


# ---- the year of a date that names none ---------------------------------------------------------------------------------

def attempt(make: Callable[[int], Reading], year: int) -> Reading | None:
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None


def with_year(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    """Finds the year of an expression that may name none. `make` gives the reading for a year."""
    if item.year is not None:
        return with_source("text", attempt(make, item.year))
    if item.unit == "Y":                                 # "June last year", "March of that year"
        base = situation.last if item.anchor == "context" else None
        base_year = base.begin.year if base else situation.published[1].year if situation.published else None
        found = attempt(make, base_year + int(item.number)) if base_year else None
        return with_source("context" if base else "publication", found)
    for near, in_sentence in ((situation.year_here, True), (situation.year_before, False)):
        if near and not item.unit and (found := _near(make, near, situation, in_sentence)):
            return with_source("context", found)
    if situation.published:
        return with_source("publication", _by_publication(make, item, situation))
    for year in situation.years_elsewhere:
        if found := attempt(make, year):
            return with_source("context", found)
    return None


def with_source(source: str, reading: Reading | None) -> Reading | None:
    return replace(reading, year_from=source) if reading else None


def _near(make: Callable[[int], Reading], near: Reading, situation: Situation, in_sentence: bool) -> Reading | None:
    """The date in the year of a neighbour whose year the text gives, if it follows closely enough to be the same story."""
    if near.begin.year != near.finish.year:
        return None
    found = attempt(make, near.begin.year)
    if found and found.finish < near.begin and near.precision != "year":
        later = attempt(make, near.begin.year + 1)
        found = later if later and (later.begin - near.finish).days < 120 else found
    if not found or in_sentence:
        return found
    if situation.published:
        distance = (found.begin - near.begin).days
        recent = _latest(make, situation.published[1])
        if not 0 <= distance <= 92 or recent is None or (situation.published[1] - recent.begin).days <= 45:
            return None
    return found


def _latest(make: Callable[[int], Reading], day: date) -> Reading | None:
    return next((r for year in range(day.year, day.year - 5, -1) if (r := attempt(make, year)) and r.begin <= day), None)


def _earliest(make: Callable[[int], Reading], day: date) -> Reading | None:
    return next((r for year in range(day.year, day.year + 5) if (r := attempt(make, year)) and r.finish >= day), None)


def _by_publication(make: Callable[[int], Reading], item: Expression, situation: Situation) -> Reading | None:
    first, last = situation.published
    if item.unit == "M" and item.number:                 # "last March", "next March"
        return _latest(make, last.replace(day=1) - DAY) if item.number < 0 else _earliest(make, last + relativedelta(day=31) + DAY)
    if item.unit == "this":
        return attempt(make, last.year)
    found, coming = _latest(make, last), _earliest(make, first)
    if coming and (looks_ahead(situation.sentence, item.start) or found and _soon(coming, found, item, situation)):
        found = coming
    if item.weekday is not None and found and found.begin.weekday() != item.weekday:
        for year in (found.begin.year + 1, *range(found.begin.year - 1, found.begin.year - 7, -1)):
            other = attempt(make, year)
            if other and other.begin.weekday() == item.weekday and (other.begin - last).days < 200:
                return other
    return found


def _soon(coming: Reading, gone: Reading, item: Expression, situation: Situation) -> bool:
    """Whether a date a few weeks ahead is meant and not one of last year: after "until", or in the present tense ("the trial opens on")."""
    first, last = situation.published
    if not first <= coming.begin <= last + SOON or gone.begin > last - LONG_AGO:
        return False
    before = situation.sentence[max(0, item.start - 120):item.start]
    clause = CLAUSE.split(before)[-1]
    return bool(_UNTIL.search(before) or _TO_RUN.search(before) or _PRESENT.search(clause) and not PAST.search(clause))
