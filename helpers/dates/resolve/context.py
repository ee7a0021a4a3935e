"""What an article says around a temporal expression: its publication, its country, and the dates read before.

The country is the one that the sentence, or else most of the article, names
(`helpers/data/dates/countries.csv`); it tells which fiscal year, which hemisphere and which order of day and
month are meant.

>>> country_of(Situation(None, "The AFP arrested two men in Perth."))["country"]
'Australia'
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from helpers.dates.resolve.calendar import Reading
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
        year_here: Reading with a year in the text, earlier in this sentence.
        year_before: The same, in an earlier sentence of the paragraph.
        years_elsewhere: Years of dates that the article gives in full, the nearest first; filled only where
            the publication is unknown.
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


# ---- country, and order of day and month
# -----------------------------------------------------------------------------------


@cache
def _countries() -> tuple[re.Pattern, dict[str, dict[str, str]]]:
    cues = {cue: row for row in word_list("dates/countries") for cue in row["cues"].split(";")}
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
            return next(row for row in word_list("dates/countries") if row["country"] == name)
    return None


@lru_cache(maxsize=1)
def speaks_of_fiscal_years(text: str) -> bool:
    """Whether a text names a fiscal, financial or tax year anywhere."""
    return bool(re.search(r"(?i)\b(?:financial|fiscal|tax)\s+year", text))


_NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](?:19|20)?\d\d\b")


@lru_cache(maxsize=1)
def _orders(text: str) -> frozenset[str]:
    """The orders of day and month that the numeric dates of a text prove."""
    return frozenset(
        "DMY" if int(a) > 12 else "MDY" for a, b in _NUMERIC.findall(text) if (int(a) > 12) != (int(b) > 12)
    )


def day_order(situation: Situation) -> str:
    """MDY or DMY from the other numeric dates of the article, or from its country; empty if neither tells."""
    orders = _orders(situation.text)
    if len(orders) == 1:
        return next(iter(orders))
    country = country_of(situation)
    return country["day_order"] if country and not orders else ""
