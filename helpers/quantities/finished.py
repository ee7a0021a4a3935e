"""The last step of reading a quantity: its minus, the qualifiers before and behind it, and what it is per."""

import re

from helpers.quantities.bounds import minus_before, per_after, qualifier, qualifier_after
from helpers.quantities.numerals import tokens_before
from helpers.quantities.readings import Measured, Reading, Window
from helpers.texts import verbs_of

__all__ = ["finished"]

_AVERAGE = re.compile(
    r"\b(?:average\s(?:[a-z]{3,12}\s){0,2}of|averages?|averaging|averaged|ratio\sof)\s(?:about\s|around\s|roughly\s|nearly\s|some\s|over\s)?$",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(r"(?:\s[a-z]{1,12}){0,3}\son\saverage\b")  # "each brought 46 people on average"
_SIGNED = re.compile(r"[ |][+−-]$")
# "the March figure comes to about 232 apprehensions a day"
_WORKS_OUT = re.compile(
    r"\b(?:comes?\s(?:out\s)?(?:to|at)|came\sto|works?\sout\s(?:to|at)|amounts?\sto|equals|equivalent\sto|translates?\s(?:in)?to|that\sis|that’s|a\srate\sof)\s$"
    r"|\d\D{2,100},\sor\s$",  # "755 killings in five months, or five a day"
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\stimes\s(?:as|more|the|that(?!\s(?:night|day|week|month|year)\b)|those|what|its|their|over|(?!after|under|other|another|either|whether)[a-z]{3,12}er|worse)\b"
)  # "three times as many"
_FACTOR = re.compile(r"\bfactor\sof\s(?:[a-z]{2,10}\s){0,2}$")
_LONG_STRETCHES = ("year", "years", "annum", "decade")
_ANNUALLY = re.compile(
    r"(?:\s[a-z][a-z’'-]{1,20}){0,5}\s(?:annually|yearly|monthly|quarterly)\b", re.IGNORECASE
)
_ANNUAL = re.compile(
    r"\b(?:annual|yearly|monthly|quarterly)\s(?:[a-z]{2,12}\s){0,2}(?:average|mean|median)s?\b", re.IGNORECASE
)


def finished(window: Window, one: Measured) -> Reading:
    """Adds the minus, the qualifiers before and after, and what the number is per."""
    text, start, end, noun, low, high = window.text, one.start, one.end, one.noun, one.low, one.high
    if low == high:
        start, low = _minus(window, one)
        high = low
    bound, begin, cue = qualifier(text, window.floor, start)
    if cue == "over" and _is_no_bound(window, one, begin):
        bound, begin = "", start
    if cue == "between" and low < high:
        begin = tokens_before(text, window.floor, start)[0][0]
        begin += len(text[begin:start]) - len(text[begin:start].lstrip('(“"‘[—–-'))
    after, end = qualifier_after(text, end, window.ceiling)
    if after:
        bound, noun = bound or after, max(noun, end)
    elif text[one.number_end : one.number_end + 1] == "-":  # "12-odd miles"
        bound = bound or qualifier_after(text, one.number_end, end)[0]
    value, kind = (low + high) / 2, one.unit
    if low == high:
        low, high = (low, None) if bound == "low" else (None, high) if bound == "high" else (low, high)
    left = text[max(window.sentence.start, begin - 40) : begin]
    per, per_end, average = per_after(text, end, window.sentence.end, window.dates, noun=False)
    averaged = average or _AVERAGE.search(text[max(window.sentence.start, begin - 44) : start])
    averaged = averaged or not bound and _ON_AVERAGE.match(text, end, window.sentence.end)
    if not per:
        per, _, average = per_after(text, end, window.sentence.end, window.dates, noun=True)
        averaged = averaged or average
    averaged = averaged or bool(per and _WORKS_OUT.search(left))
    averaged = averaged or per in ("each", "apiece") and bound == "approx"  # "about eight each"
    averaged = averaged and not _of_long_stretch(window, one, per)
    if kind == "count" and (averaged or _FACTOR.search(left) or _TIMES.match(text, end, window.ceiling)):
        kind = "ratio"
    if per[:1].isdigit():
        kind = "ratio"
    if per[:1].isdigit() and per_end <= window.ceiling:  # "12 per 100,000 people"
        end = noun = per_end
    return Reading(begin, end, low, high, kind, noun, value, bound == "approx", per, cue)


def _of_long_stretch(window: Window, one: Measured, per: str) -> bool:
    """Whether what is averaged is counted over years, as statistics do: "an average of 74,000 removals per year",
    "127,000 of these annually"; such a number is a count of that stretch."""
    text, last = window.text, window.sentence.end
    before = text[max(window.sentence.start, one.start - 60) : one.start]
    return bool(
        per.lower() in _LONG_STRETCHES
        or _ANNUALLY.match(text, one.end, min(last, one.end + 70))
        or _ANNUAL.search(before)
    )


def _is_no_bound(window: Window, one: Measured, begin: int) -> bool:
    """Whether "over" says where or why: "spread over three hospitals", "jailed over 38kg"."""
    if one.unit == "count":
        return one.scale == 1 and one.number < 10 and window.text[one.start].isalpha()
    before = tokens_before(window.text, window.sentence.start, begin)
    verbs = verbs_of().get(before[0][1], ()) if before and before[0][1] != "fined" else ()
    return bool(verbs) and all(verb.role in ("arrest", "prosecute") for verb in verbs)


def _minus(window: Window, one: Measured) -> tuple[int, float]:
    """Where a number begins with its minus, and its value with it."""
    text, start = window.text, one.start
    if window.sentence.block.kind == "table row" and _SIGNED.search(text[max(0, start - 2) : start]):
        start -= 1  # a signed change: "-25%"
        return start, one.low if text[start] == "+" else -one.low
    if one.sign and re.match(r"\D{0,6}[-−]\d", text[start : one.number_end]):
        return start, -one.low  # "$-40.2bn"
    at = minus_before(text, window.taken, start, one.unit)
    return (start, one.low) if at < 0 else (at, -one.low)
