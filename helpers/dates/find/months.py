"""Reads a month without day or year, where its neighbours show that it is one: "in May", "June accounted for 12".

See `helpers.dates.find.points` for what a reader is.

>>> read_month_alone("May they", 0), [item.month for item in read_month_alone("in May they", 3)]
([], [5])
"""

import re

from helpers.dates.find.points import point_of
from helpers.dates.words import (
    FUNCTION_WORDS,
    MONTH,
    MONTHS,
    SHORT_MONTHS,
    UNSURE_MONTHS,
    Expression,
    capitalised,
    english_words,
    one_of,
)

_MONTH_ALONE = re.compile(rf"{MONTH}(?!['’]?[a-rt-z]|['’]s[a-z]|s|\.?\s(?:19|20)\d\d\b)")
_BEFORE_MONTH = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|during|of|from|to|through|between|and|last|this|next|early|late|mid|before|after|for|around"
    r"|least|than|throughout|or|beginning|starting|ending|ended|both|each|every|versus|vs\.?|over|compared\swith|into|was|previous)\s"
    r"|\bmid-|[–-]|\|\s?)$"
)
# "the March figure", "its May report": a month as modifier; "the March on Washington", "the March drew many"
# are none
_MODIFIER = re.compile(
    r"(?i)\b(?:the|an?|this|that|its|his|her|their|our|any|another|every|[a-z]{2,20}[’']s)\s(?:\w+\s)?$"
)
_MODIFIED = re.compile(
    rf"\s(?!{FUNCTION_WORDS}\b|(?:{one_of({*english_words('past'), *english_words('either')})}|has|is|will|said|[a-z]+ed)\b)[a-z]{{3,}}"
)
_LABEL = re.compile(r"\s?[|:]")
_MONTH_TELLS = re.compile(
    r"\s(?:alone\s)?(?:saw|brought|accounted|marked|recorded|registered|produced|ended|began|closed|proved|remains"
    r"|(?:was|is|had)\s(?:the|also\sthe|our|their|its|by\sfar))\b"
)
_MONTH_TO = re.compile(rf"(?:\s?[-–]\s?|\s(?:to|through|until)\s){MONTH}")
_NAME_AFTER = re.compile(r"(?:['’]s)?\s[A-Z][a-z]")
_WEAK_BEFORE_MONTH = re.compile(r"(?i)\b(?:and|or|for|of|to|by|from|with|was|both|into)\s$")


def read_month_alone(text: str, at: int) -> list[Expression]:
    """Reads a month without day or year at a place, where its neighbours show that it is one."""
    match = _MONTH_ALONE.match(text, at)
    if match and _MONTH_TO.match(text, match.end()):  # "the April to June period", "Jan.-Feb."
        return [point_of(match, "month")]
    if not match or match["month"].lower() in SHORT_MONTHS and not _is_short_month(text, at, match):
        return []
    if match["month"].lower() in UNSURE_MONTHS and not _is_month(text, at, match.end()):
        return []
    return [point_of(match, "month")]


_BEFORE_SHORT_MONTH = re.compile(
    r"(?i)\b(?:in|since|until|till|by|during|(early|late|mid|last|next)|this|from|through)[\s-]$"
    rf"|({capitalised(MONTHS)}\.?(?:\s(?:to|and|or|through)\s|\s?[-–]\s?))$"
)
_AFTER_SHORT_MONTH = re.compile(rf"[.,;:)]|$|\s{FUNCTION_WORDS}\b")


def _is_short_month(text: str, at: int, match: re.Match) -> bool:
    """Whether "Jan.", "Oct" is a month by itself: after "in" or "early", and no given name before another name."""
    before = _BEFORE_SHORT_MONTH.search(text, max(0, at - 12), at)
    sure = (
        match[0].endswith(".")
        or before
        and (before[1] or before[2])
        or _AFTER_SHORT_MONTH.match(text, match.end())
    )
    return bool(before and sure)


def _is_month(text: str, at: int, end: int) -> bool:
    """Whether March, April, May, June or August is the month here, and no verb, given name or march."""
    if _BEFORE_MONTH.search(text, max(0, at - 20), at):
        return not (_NAME_AFTER.match(text, end) and _WEAK_BEFORE_MONTH.search(text, max(0, at - 8), at))
    # "March | 5 | 6", "March: 7,181", "June accounted for 1,831"
    label = at == 0 and (_LABEL.match(text, end) or _MONTH_TELLS.match(text, end))
    return bool(label or _MODIFIER.search(text, max(0, at - 24), at) and _MODIFIED.match(text, end))
