"""The noun phrase behind a number, read by the shape and order of its words: "stolen vehicles", "members of the
National Guard", "counts of drug trafficking".

>>> noun_phrase("seized 40 stolen vehicles in Leeds", 9, 34)
'stolen vehicles'
"""

import re

from helpers.quantities.numerals import CORE, STOP, WORD, is_plural
from helpers.texts import noun_class

__all__ = ["NUMBER_OF", "noun_phrase"]

_LINK = re.compile(
    r"\s(?:worth\s)?(?:out\s)?of\s(?:(?:the|its|their|all|these|those|his|her|an?|this|that|such|some|any|another)\s){0,2}(?=[A-Za-z“])"
)
_OF_HALF = re.compile(r"\s(?:all\s)?(?:the|its|their|those|these|all)\s(?=[A-Za-z])")  # "half the migrants"
_DEFINITE = re.compile(r"\b(?:the|its|their|all|these|those|this|that|his|her|worth)\s", re.IGNORECASE)
# "the number of cases stood at 53", "19 percent of the total number of beds": cases and beds are counted
NUMBER_OF = frozenset(
    ("number", "numbers", "total", "amount", "quantity", "volume", "tally", "proportion", "percentage")
)
_IN_CASH = re.compile(
    r"\s(?:worth\sof|in)\s(?!(?:lieu|exchange|return|addition|total|all|order|case|connection|relation|respect|the|an?)\b)(?=[a-z])"
)
_HYPHENED = re.compile(r"-([A-Za-z]{1,30}(?:\s[a-z]{1,30})?)")
_SIZE = re.compile(
    r"(?:\s(?:[x×]\s\S{1,10}|[x×]|\.\d{2,3})|[*†‡]{1,3})(?=\s[A-Za-z])"
)  # "1,200 x 30mg pills", "250 .22 rounds"
_SKIPPED = re.compile(
    r"\s(?:other|others|more|fewer|less|further|additional|different|such|separate|own|new)(?=\s[a-z])"
)
# participles that stand for people: "27 arrested in Spain"
_PEOPLE = re.compile(
    r"(?:arrest|charg|detain|jail|indict|convict|sentenc|deport|remov|expell|extradit|kill|rescu|apprehend|captur|accus|releas|repatriat|"
    r"imprison|nabb|injur|wound|missing|suspect|want|displac)",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset(
    [
        "stolen",
        "hidden",
        "injured",
        "wounded",
        "dead",
        "lost",
        "used",
        "live",
        "spent",
        "early",
        "late",
        "daily",
        "weekly",
        "monthly",
    ]
)
_ON_ITSELF = re.compile(
    r"\s(day|week|month|quarter|year)[\s-](?:on|over|after)[\s-]\1\b"
)  # "8% year on year"
_NO_NOUN = ("same", "other", "such", "certain", "so-called")
_MOST_WORDS = 8


def _verb_here(word: str, follows: str, first: bool) -> bool:
    """Whether a word in -ed or -ing is no adjective: "travelled by road", but not "two loaded handguns", "27
    arrested in Spain"."""
    if not word.endswith(("ed", "ing")) or len(word) < 5 or noun_class(word) == "offence":
        return False  # "counts of drug trafficking"
    low = follows.lower()
    ends = not follows or low in STOP and not (first and _is_noun_too(low, seen_plural=False))
    return ends and not (first and _PEOPLE.match(word))  # "35 detailed accounts"


def noun_phrase(text: str, at: int, ceiling: int, measured: str = "count", *, linked: bool = True) -> str:
    """The noun phrase at a place; empty if there is none. `linked` is whether it may begin behind "of"."""
    at += len("-worth") * text.startswith("-worth", at)  # "£2m-worth of pills"
    if text[at : at + 1] == "-":  # "12-member team"
        match = _HYPHENED.match(text, at, ceiling)
        return match[1].rstrip(".'’-/") if match and match[1] not in ("a", "an", "in") else ""
    link = _LINK.match(text, at, ceiling) if linked else None
    if measured == "percent" and not link and text[at - 4 : at].lower() == "half":
        link = _OF_HALF.match(text, at, ceiling)
    first_word = WORD.match(text, at, ceiling)
    nothing = first_word and first_word[1].endswith("ed") or _ON_ITSELF.match(text, at, ceiling)
    if measured == "percent" and linked and not link and nothing:
        return ""  # "at least half involved victims", "8% year on year"
    counts = measured in ("count", "one", "ratio")
    if text[at : at + 2] == " (" or link and counts and not _DEFINITE.search(link[0]):
        return ""  # "$500 (excluding tax)", "163 of smuggling and 94 of trafficking"
    if linked and not link and not counts and measured != "percent":
        link = _IN_CASH.match(text, at, ceiling)
    size = None if link else _SIZE.match(text, at, ceiling)
    at = size.end() if size else at
    skipped = _SKIPPED.match(text, link.end() - 1 if link else at, ceiling)
    first = at = skipped.end() if skipped else link.end() - 1 if link else at
    end, seen_plural, count = at, False, 0
    while count < _MOST_WORDS and (match := WORD.match(text, at, ceiling)):
        word = match[1].rstrip(".")
        low = word.lower()
        following = WORD.match(text, match.end(), ceiling) if not match[2] else None
        follows = following[1] if following else ""
        if low in STOP and not (counts and measured != "one" and _is_noun_too(low, seen_plural)):
            adjective = not count and low in _ADJECTIVES and follows and follows.lower() not in STOP
            adjective = adjective and (low not in ("live", "spent") or is_plural(follows))
            if not adjective:  # "1,384 stolen vehicles"
                return _with_tail(text, first, end, match, ceiling, seen_plural)
        elif _verb_here(low, follows, not count and counts) or _ends_phrase(low, word, count, seen_plural):
            break
        elif not linked and count and low.endswith("ed") and text[first:end].strip() not in _NO_NOUN:
            break  # "ports of entry intercepted drugs"
        end, count = match.end(1), count + 1
        seen_plural = is_plural(low)
        at = match.end()
        if match[2] or text[at : at + 2] == " (":
            break
    return text[first:end].strip(' \xa0\n\t“"‘(.,')


def _is_noun_too(word: str, seen_plural: bool) -> bool:
    """Whether a verb in -s is a noun behind a number: "six bank accounts", "40 lives"."""
    return STOP[word] == "verb" and word.endswith("s") and not seen_plural


def _ends_phrase(low: str, word: str, count: int, seen_plural: bool) -> bool:
    """Whether a word can only follow a noun phrase that is complete."""
    if low.endswith("ed") and (seen_plural or count > 1):
        return True
    return seen_plural and (low.endswith(("ing", "ly")) or not (is_plural(low) and word.islower()))


def _with_tail(text: str, first: int, end: int, match: re.Match, ceiling: int, plural: bool) -> str:
    """A noun phrase with what "of" or "and" adds to it: "members of the National Guard", "charges and
    convictions"."""
    low = match[1].lower()
    if (
        low == "of"
        and text[first:end].lower().split()[-1:]
        and text[first:end].lower().split()[-1] in NUMBER_OF
    ):
        return noun_phrase(text, end, ceiling, "percent")
    if plural and low == "of":
        skip = re.compile(r"\s(?:the|its|their|his|her|an?)(?=\s)").match(text, match.end(), ceiling)
        inner = noun_phrase(text, skip.end() if skip else match.end(), ceiling, linked=False)
        if inner and not inner[0].isdigit():  # not "boys of 15"
            end = text.find(inner, match.end(), ceiling) + len(inner)
    elif (
        plural
        and low == "and"
        and (other := WORD.match(text, match.end(), ceiling))
        and is_plural(other[1])
        and other[1].islower()
    ):
        after = WORD.match(text, other.end(), ceiling)
        number = CORE.match(text, other.end() + 1)  # "85 nurses and runs 12 vans"
        if other[2] or not number and (not after or after[1].lower() in STOP):
            end = other.end(1)
    return text[first:end].strip(' \xa0\n\t“"‘(.,')
