"""Multiples in words beside the two counts they are said of: "doubled from 3,400 to 4,250".

In: a verb that tells how many times, and a "from ... to ..." in its sentence. Out: relations that hold, as
the verb is no annotated quantity.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.figures import Figure, Found, number_of, same_kind, sentences_of, words_between

__all__ = ["find_multiples"]

_LOOSE = 0.2  # relative: "doubled" is said of 1.8 and of 2.3
_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_VERB = re.compile(
    r"\b(?P<hedge>(?:more\sthan|nearly|almost|about|roughly|close\sto|over|virtually|practically)\s)?"
    r"(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|e|ing)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"more|over", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"[;:]|\b(?:as|while|when|because|after|and|but|which|who)\b"
)  # "doubled as the unit grew from 20 to 30"
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_TO = re.compile(r"[^;.]{0,60}\bto\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_TO_FIRST = re.compile(r"\bto\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_THEN_FROM = re.compile(
    r"[^;.]{0,60}\b(?:from|compared\s(?:with|to)|against)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)


def find_multiples(figures: list[Figure]) -> Iterator[Found]:
    """Every multiple in words that its two counts deny."""
    counts = [figure for figure in figures if figure.exact and not figure.per and figure.block != "table row"]
    counts = [figure for figure in counts if figure.unit not in ("percent", "percentage points", "ratio")]
    for inside in sentences_of(counts).values():
        verbs = list(_VERB.finditer(inside[0].sentence[: inside[-1].end - inside[0].sentence_start]))
        if len(verbs) == 1 and (found := _denied(verbs[0], inside)):
            yield found


def _denied(verb: re.Match, inside: list[Figure]) -> Found | None:
    """The two counts behind a verb, where they are not so many times each other."""
    offset = inside[0].sentence_start
    behind = [figure for figure in inside if figure.start > offset + verb.end()]
    if len(behind) < 2 or not same_kind(*behind[:2]) or not behind[0].value or not behind[1].value:
        return None
    first, second = behind[:2]
    lead, gap = first.sentence[verb.end() : first.start - offset], words_between(first, second)
    if len(lead) > 80 or _OTHER_CLAUSE.search(lead):
        return None
    if _FROM.search(lead) and _TO.fullmatch(gap):
        old, new = first, second
    elif _TO_FIRST.search(lead) and _THEN_FROM.fullmatch(gap):
        new, old = first, second
    else:
        return None
    times, ratio = _TIMES[verb["verb"].lower()], new.value / old.value
    least, most = times * (1 - _LOOSE), times * (1 + _LOOSE)
    if _MORE.match(verb["hedge"] or ""):
        least, most = (times * 0.95, float("inf")) if times > 1 else (0.0, times * 1.05)
    if least <= ratio <= most:
        return None
    start, end = offset + verb.start(), offset + verb.end()
    told = replace(
        new, start=start, end=end, quote=verb[0], value=times, unit="ratio", what="", kind="", noun=""
    )
    about = f"{number_of(new.value)} / {number_of(old.value)} = {ratio:,.2f}, the text says {verb[0]}"
    return Found("share_matches_counts", False, (new, old, told), about)
