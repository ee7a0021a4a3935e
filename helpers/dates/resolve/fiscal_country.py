"""Whose fiscal year is meant: that of a country, of a state, or one of which the text says when it begins.

>>> fiscal_country(Situation(None, "The Ohio Department of Health spent $3 in fiscal year 2024."))["first_month"]
'7'
"""

import re
from functools import lru_cache

from helpers.dates.resolve.context import LONGEST_SENTENCE, Situation, country_of, row_of
from helpers.dates.words import MONTHS, capitalised, english_words, one_of
from helpers.texts import word_set

__all__ = ["fiscal_country", "speaks_of_fiscal_years", "state_year"]

_BARE_DOLLARS = re.compile(r"(?<![A-Za-z])\$\s?\d")
_STATES = one_of(word_set("us_states"))
# "the Ohio Department of Health", "Texas state police", "the State of Maine", "the state budget", "Gov. Ann Roe of Ohio"
_STATE_BODY = (
    r"(?:Department|Office|Division|Bureau|Board|Commission|Agency|Legislature|Senate|[Pp]olice|[Pp]atrol|Highway\sPatrol|Supreme\sCourt"
    r"|[Aa]ttorney\s[Gg]eneral|[Bb]udget|[Pp]risons?|[Ll]awmakers|troopers)"
)
_STATE_THING = r"(?:budget|general\sfund|spending|legislature|lawmakers|prisons?|agenc(?:y|ies))"
_OF_STATE = re.compile(
    rf"\b(?P<state>{_STATES})(?:[’']s)?\s(?:[Ss]tate\s)?{_STATE_BODY}\b|\bState\sof\s(?P<named>{_STATES})\b"
    rf"|\b[Ss]tate(?:[’']s)?\s{_STATE_THING}\b|\bGov(?:\.|ernor)\s[A-Z]"
)
_FEDERAL = re.compile(
    r"\b(?:U\.S\.|US\b|[Ff]ederal|ICE|CBP|DEA|FBI|DHS|ATF|HSI|ERO|GAO|USCIS|Border\sPatrol|Homeland\sSecurity|Coast\sGuard|Congress"
    r"|Customs|Department\sof\s(?:Justice|State|Defense|Labor))"
)
_MONTH = capitalised(MONTHS)
# "fiscal year 2024, which runs from July 1 to June 30", "the fiscal year that ended June 30", "fiscal year 2024 (July 2023-June 2024)"
_BEGINS = re.compile(
    rf"(?i:fiscal\syear)\b[^.;]{{0,40}}?(?:\b(?:begins?|began|beginning|starts?|started|starting|runs?|ran|running|from)\s(?:on\s|from\s)?|\()"
    rf"(?P<month>{_MONTH})\.?\s(?:1\b|\d{{4}}\s?[-–])"
)
_ENDS = re.compile(
    rf"(?i:fiscal\syear)\b[^.;]{{0,40}}?\b(?:ends?|ended|ending|closes?|closed)\s(?:on\s)?(?P<month>{_MONTH})\.?\s(?:3[01]|28)\b"
)


def fiscal_country(situation: Situation, but: str = "") -> dict[str, str] | None:
    """A row as of `countries.csv`, whose fiscal year is meant: that of which the text says when it begins, of the state of which
    it tells, or of the country; the United States where none is named and sums are in bare dollars.

    Args:
        but: A country that cannot be meant.
    """
    country = country_of(situation, but=but)
    if not country or country["country"] == "US":
        if first := _first_month(situation.text):
            return _beginning_in(first)
        if (state := _state_of(situation)) is not None:
            return state_year(situation, state)
    return country or (row_of("US") if but != "US" and _BARE_DOLLARS.search(situation.text) else None)


def state_year(situation: Situation, state: str = "") -> dict[str, str]:
    """When the fiscal year of a state, or of that which the text names, begins: in July, save in the states of the list."""
    months, told = english_words("state_year"), (state or situation.text).lower()
    return _beginning_in(next((months[name] for name in months if name in told), "7"))


def _beginning_in(month: str) -> dict[str, str]:
    return {"country": "", "first_month": month, "named_after": "begin" if month == "1" else "end"}


@lru_cache(maxsize=1)
def _first_month(text: str) -> str:
    """The month in which the fiscal year of a text begins, if it says so; empty otherwise."""
    if begins := _BEGINS.search(text):
        return str(MONTHS[begins["month"].lower()])
    ends = _ENDS.search(text)
    return str(MONTHS[ends["month"].lower()] % 12 + 1) if ends else ""


def _state_of(situation: Situation) -> str | None:
    """The state of the United States of which a sentence, or else its article, tells, empty without its name; None where it
    tells of none, or of something federal."""
    for text in (situation.sentence[:LONGEST_SENTENCE], situation.text):
        if _FEDERAL.search(text):
            return None
        if state := _OF_STATE.search(text):
            return state["state"] or state["named"] or ""
    return None


@lru_cache(maxsize=1)
def speaks_of_fiscal_years(text: str) -> bool:
    """Whether a text names a fiscal, financial or tax year anywhere."""
    return bool(re.search(r"(?i)\b(?:financial|fiscal|tax)\s+year", text))
