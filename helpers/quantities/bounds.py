"""What stands around a number and is part of the quantity: bounds ("over", "nearly"), a minus, and what the
number is per."""

import re
from collections.abc import Sequence

from helpers.quantities.lists import listed, pattern_of, plain
from helpers.quantities.numerals import IDIOMS, NUMBERS, STOP, tokens_before

__all__ = ["minus_before", "per_after", "qualifier", "qualifier_after"]

_BEFORE = {row["words"]: row["bound"] for row in listed("en", "qualifiers") if row["place"] == "before"}
_AFTER = {
    plain(row["words"]).strip(): row["bound"] for row in listed("en", "qualifiers") if row["place"] == "after"
}
_AFTER_WORDS = pattern_of(word for word in _AFTER if word[0].isalpha() and word not in ("plus", "odd"))
_QUALIFIER_AFTER = re.compile(
    rf"\s(?:{_AFTER_WORDS})(?=[\s,.;)]|$)(?!\s(?:old|than))(?!(?<=imum)\s(?!of|and|or|in|per|for|to|at|on|was|is)[a-z])|-plus(?!\w)|-or-more|-odd",
    re.IGNORECASE,
)
_COMPARED = ("more than", "less than", "fewer than", "greater than")
_ADDS = ("add", "adds", "added", "adding", "totted", "totting", "sum", "sums", "summed", "live", "lived")
_BESIDE_THE = ("under", "below", "above", "near", "short of", "some")
_TIME = r"(?:second|minute|hour|day|night|week|month|quarter|season|year|shift)"
_SOLD_BY = r"(?:head|person|piece|pound|kilo|kg|kilogram|gram|ounce|litre|liter|gallon|barrel|bushel|share|tonne?|mile|unit|pop)"
_STRETCHES = ("annum", "decade", "fortnight", "term", "semester", "century")
_WIDE = r"(?:(?:square|cubic|nautical|small|large|full|standard)\s)?"
_NO_STOP = r"(?!(?:in|of|and|at|on|to|for|from|by|last|this|between|as|was|were|is|are|or|but|while|during|against|compared|than)\b)"
_TO_THE = rf"\sto\sthe\s(?P<to>{_SOLD_BY}|acre|hectare|dollar|euro|dozen)\b(?!\s(?:mark|limit|end))"
_PER = re.compile(
    rf"(?:\s|-)(?:per|for\severy|for\seach)[\s-](?P<per>(?:\d[\d,]{{0,9}}\s{_NO_STOP})?{_WIDE}[A-Za-z][\w’'-]{{0,30}}|\d{{1,3}}(?:,\d{{3}}){{1,2}})"
    rf"|{_TO_THE}"
    rf"|\s(?P<each>each|apiece)\b|[\s-](?:an?|every|each)[\s-](?P<time>{_TIME}|{_SOLD_BY})\b"
    rf"|/(?P<slash>{_TIME}|{_SOLD_BY}|sq(?:uare)?\s(?:ft|foot|m|metre|meter|mile|km)|day|mo|yr)\b",
    re.IGNORECASE,
)
_NOT_PER = re.compile(r"\s(?:later|ago|after|before|earlier|from|prior|when|since|until|as)\b", re.IGNORECASE)
_PER_LATER = re.compile(
    rf"(?P<noun>(?:\s[a-z][\w’'-]{{1,20}}){{1,3}}?)\s(?:(?:an?|per|each|every)\s(?P<time>{_TIME})\b|(?:per|for\severy|for\seach)\s"
    rf"(?P<per>\d{{1,3}}(?:,\d{{3}}){{1,2}}(?:\s[a-z][\w’'-]{{1,30}})?|{_WIDE}[a-z][\w’'-]{{1,30}}))",
    re.IGNORECASE,
)
_MINUS_WORD = re.compile(r"(?<!\w)(?:minus|negative)[\s-]$", re.IGNORECASE)
# "flights to Haiti (-14)" has a minus; "fell by eleven hundred (-1,142)" says a number twice
_WORD_IN_FRONT = re.compile(r"([\w,.]+)\s$")
# "jailed for four years over $3 million fraud": the reason of the sentence
_TERM = re.compile(
    rf"(?i)\b(?:{pattern_of(IDIOMS['punished'])})\s[^.,;]{{1,40}}\s(?:years?|months?|weeks?|days?|life)\s$"
)
_DASHES = "-−–"


def qualifier(text: str, floor: int, start: int) -> tuple[str, int, str]:
    """Bound that the words before a number set, where they begin, and the words."""
    if start > floor and text[start - 1] in "~≈<>≥≤":
        return _BEFORE[text[start - 1]], start - 1, text[start - 1]
    words = tokens_before(text, floor, start)
    words = words[1:] if words and words[0][1] in ("a", "an") else words  # "at least a hundred"
    for length in range(min(5, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[:length][::-1]).lstrip('(“"‘[—–-')
        bound = _BEFORE.get(phrase)
        if not bound:
            continue
        told = phrase == "over" and _TERM.search(text, max(0, words[0][0] - 60), words[0][0])
        if told or _belongs_elsewhere(phrase, words[length][1] if len(words) > length else ""):
            return "", start, phrase
        at = words[length - 1][0]
        at += len(text[at:start]) - len(text[at:start].lstrip('(“"‘[—–-'))
        # "estimated" alone is an adjective: the quote begins with the number
        return bound, start if phrase == "estimated" else at, phrase
    return "", start, words[0][1] if words else ""


def _belongs_elsewhere(phrase: str, before: str) -> bool:
    """Whether the words of a bound say something else: "hand over 12 men", "add up to 40", "73% more than 352"."""
    if phrase == "over":
        return before in IDIOMS["phrasal verb"]
    if phrase == "up to":
        return before in _ADDS
    if phrase in _COMPARED:
        return before[-1:] == "%" or before in ("percent", "cent", "times", "twice", "years", "points")
    return phrase in _BESIDE_THE and before in ("the", "described", "listed")


def qualifier_after(text: str, end: int, ceiling: int) -> tuple[str, int]:
    """Bound that the words behind a number set, and their end."""
    if text[end : end + 1] == "+" and end < ceiling and not text[end + 1 : end + 2].isdigit():
        return "low", end + 1
    match = _QUALIFIER_AFTER.match(text, end, ceiling)
    if not match:
        return "", end
    return _AFTER[plain(match[0]).strip()], match.end()


def minus_before(text: str, floor: int, start: int, unit: str) -> int:
    """Where the minus before a number begins; -1 if there is none. "All sheep minus 12 lambs" has none, nor has
    a count behind a dash, save after a small word: "sank to -5"."""
    if word := _MINUS_WORD.search(text, max(floor, start - 10), start):
        return word.start() if unit != "count" else -1
    if start <= floor or text[start - 1] not in _DASHES:
        return -1
    at = start - 1
    if at > floor and text[at - 1] not in ' \t\xa0\n([|“"':
        return -1
    if at > floor and text[at - 1] == "(" and text[at] != "–":
        told = _WORD_IN_FRONT.search(text, max(0, at - 24), at - 1)
        twice = told and (told[1].lower() in NUMBERS or told[1][0].isdigit())
        return -1 if twice and unit == "count" else at
    before = tokens_before(text, floor, at)
    word = before[0][1] if before else ""
    if unit == "count":
        return at if text[at] != "–" and word in ("to", "at", "of", "by", "from", "was", "is") else -1
    return -1 if word[-1:].isdigit() else at


def per_after(
    text: str, end: int, floor: int, dates: Sequence[tuple], *, noun: bool
) -> tuple[str, int, bool]:
    """What a quantity is per: the words, their end, and whether it is an average ("four per head").

    `dates` are the temporal expressions of the sentence: "a month" may be one of them, but not the beginning of
    "a month after the theft". With `noun` the thing counted may stand between: "900 lorries per day".
    """
    match = _PER_LATER.match(text, end, floor) if noun else _PER.match(text, end, floor)
    if noun and match and not STOP.keys().isdisjoint(match["noun"].lower().split()):
        return "", end, False  # "12 pills in a year"
    if (
        not match
        or not (match["per"] or "").strip()[:1].isdigit()
        and _NOT_PER.match(text, match.end(), floor)
    ):
        return "", end, False
    if any(date[0] < match.end() < date[1] for date in dates):
        return "", end, False
    groups = match.groupdict()
    words = next(word for name, word in groups.items() if word and name != "noun")
    # "four people per event" is a ratio, "900 lorries a day" a count
    return words, match.end(), bool(groups.get("per") or groups.get("to")) and words.lower() not in _STRETCHES
