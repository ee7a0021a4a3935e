"""Numbers that close a name: of a ship, a model, a version, a patrol, a room, or one in quotation marks.

>>> _is_common("patrol"), _is_common("quito")
(True, False)
"""

import re

from helpers.quantities.lists import listed, pattern_of
from helpers.quantities.numerals import NUMBERS, STOP, is_plural, next_word, title_case
from helpers.quantities.units import sign_before, unit_here
from helpers.texts import Sentence, noun_class, person_nouns

__all__ = ["NAMES", "OPENING", "closes_name", "ends_name", "tells_deed"]


NAMES = {row["word"]: row["kind"] for row in listed("en", "names")}
OPENING = "(“\"‘['"
_MODEL = re.compile(r"\s[A-Z][a-z][\w’'-]{1,20}\s[A-Z]{1,3}[\s-]$")  # "a Lexus RX 350"
_SHIP = re.compile(
    r"\b(M/?V|M/?T|F/?V|SS|RV|HMS|USS|INS|[a-z]{3,12})\s(?:[A-Z][a-z’'-]{1,20}\s){1,3}$"
)  # a short one in capitals stands before the names of ships
_NAME_NUMBER = re.compile(r"\b([A-Z][\w’'-]{1,30}):?\s\(?\d{1,9}\b")
_NUMBERED_CLASSES = frozenset(("place", "vehicle", "document", "person", "officer", "event", "organisation"))
_LETTERS = re.compile(r"[A-Z]{2,5}")
_STATES = frozenset(("US", "UK", "EU", "UAE", "DRC", "UN", "USA", "NYC", "LA", "DC"))
_NUMBER_OF = re.compile(r"\b(?:Group|Committee|Gang|Council|Company|Family)\sof\s$")  # "the Group of 77"
_NAMED_CLASSES = (*_NUMBERED_CLASSES - {"person", "officer"}, "group")
# the last words of "about", "more than" and the like: with a capital they open a sentence
_OPENERS = frozenset(
    row["words"].split()[-1] for row in listed("en", "qualifiers") if row["place"] == "before"
)
# what no count of several has behind it: "Phoenix 9 was launched", "Frente 10 killed four", "the Boko 2 gang"
_SINGULAR = ("was", "is", "has")
_DEED = re.compile(
    rf"\s(?P<verb>[a-z]{{2,15}})\s(?:(?:the|an?|his|her|its|their|{pattern_of(NUMBERS)})(?![\w-])|\d)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his)\s$")
_MEMBERS_OF = re.compile(r"(?:^|[.;:“\"]\s?|\b(?:of|by|and)\s)(?:[A-Z][a-z]{1,20}\s)?$")
# of somebody whom a number names: "Patient 11, an 8-month-old boy", "Nurse 3 (RN 3)"; not "Doctor 12, nurse 4"
_TOLD_OF = re.compile(r",\s(?:an?|the|who|whose|aged|in|of|at|with|on|was|had)\s|\s\([A-Z]")
# "WKLV 9 | Your Valley News": letters and channel of a station
_STATION = re.compile(r"\b[KW][A-Z]{3}(?:-TV)?\s$")
_CHANNEL = re.compile(r"\d{1,2}(?=\s?[|,.:;’')—–-]|\s[A-Z]|\s(?:reported|reports|said|says|news)\b|\s?$)")
# "Operation Mangrove 7, carried out in March"
_OPERATION = re.compile(r"\bOperation\s(?:[A-Z][a-z’'-]{1,20}\s){1,2}$")
_NO_COUNT = re.compile(r"\d{1,2}(?=[,.;:)”\"’]|\s[A-Z]|\s?$|\s(?:was|is|has|had|in|on)\b)")
# "nine ATR 72 turboprops" are counted already
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?i:{pattern_of(NUMBERS)}|\d{{1,3}})\s(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}$"
)
_PLAIN = re.compile(r"\d{1,4}(?=\s[a-z]+s\b)")
_QUOTED = re.compile(r"[“\"‘']((?:[A-Z][\w’'-]{0,20}\s){1,3})$")  # "Reform 21"


def ends_name(text: str, sentence: Sentence, start: int) -> bool:
    """Whether the words right before a number say that it ends a name: "the Group of 77", "the MV Sirius 3", a station."""
    if _NUMBER_OF.search(text, max(sentence.start, start - 16), start):
        return True
    if _STATION.search(text, max(sentence.start, start - 10), start) and _CHANNEL.match(text, start):
        return True
    if _PLAIN.match(text, start) and _COUNTED.search(text, max(sentence.start, start - 60), start):
        return True
    if _OPERATION.search(text, max(sentence.start, start - 60), start) and _NO_COUNT.match(text, start):
        return True
    before = _SHIP.search(text, max(sentence.start, start - 60), start)
    return bool(before) and (before[1].isupper() or noun_class(before[1]) == "vehicle")


def closes_name(text: str, match: re.Match, sentence: Sentence, at: int, name: str, ceiling: int) -> str:
    """Why a number in digits behind a word is that of a name; empty if it is none.

    Args:
        at: Where the word before the number begins.
        name: That word, as it is written.
    """
    following = next_word(text, match.end(), ceiling)
    if _is_version(text, match, sentence, name, following=following):
        return "version or address"
    if _numbered(text, match, sentence, at, name, following):
        return "name"
    return "name" if _counts_nothing(text, match, sentence, at, name) else ""


def _is_common(word: str) -> bool:
    """Whether a word is a common noun, which with a capital and a number names something: "Patrol 17", not "Quito 30"."""
    return word in NAMES or noun_class(word) in _NUMBERED_CLASSES and not is_plural(word)


def _numbered(text: str, match: re.Match, sentence: Sentence, at: int, name: str, following: str) -> bool:
    """Whether a number is that of a common noun with a capital ("Patrol 17"), of an abbreviation ("FOB 7"), or closes a
    name in quotation marks."""
    name = name.lstrip(OPENING)
    if sentence.block.kind == "table row" or title_case(sentence) or not name[:1].isupper():
        return False
    if not match["digits"].isdigit() or sign_before(text, match.start(), sentence.start)[0]:
        return False
    if text[match.end() : match.end() + 1] in ('"', "”", "’", "'") and _QUOTED.search(
        text, max(sentence.start, match.start() - 60), match.start()
    ):
        return True
    if is_plural(following) and following.islower() or unit_here(text, match.end(), sentence.end):
        return False
    told_of = _TOLD_OF.match(text, match.end(), sentence.end)
    if at == sentence.start and not following[:1].islower() and not told_of:
        return False  # a label: "Witness 12"
    if _LETTERS.fullmatch(name):
        return name not in _STATES and STOP.get(following.lower()) != "auxiliary"
    return len(match["digits"]) < 5 and noun_class(name.lower()) in _NUMBERED_CLASSES and not is_plural(name)


def tells_deed(text: str, at: int, ceiling: int) -> bool:
    """Whether a verb in the past and its object stand behind a number: "Task Force 88 raided two houses"."""
    deed = _DEED.match(text, at, ceiling)
    return bool(deed) and (deed["verb"].endswith("ed") or STOP.get(deed["verb"]) == "verb")


def _counts_nothing(text: str, match: re.Match, sentence: Sentence, at: int, name: str) -> bool:
    """Whether what stands around a name with a number leaves no room for a count: "Mir 2 was never built", "Frente 10 killed
    four soldiers", "the Boko 2 gang fled"."""
    digits, end = match["digits"], match.end()
    name = name.lstrip(OPENING)
    if (
        sentence.block.kind == "table row"
        or title_case(sentence)
        or not re.fullmatch("[A-Z][a-z]{1,20}", name)
    ):
        return False
    if (
        not digits.isdigit()
        or len(digits) > 4
        or int(digits) < 2
        or name.lower() in STOP
        or name.lower() in _OPENERS
    ):
        return False
    following = next_word(text, end, sentence.end)
    if not following.islower() or unit_here(text, end, sentence.end):
        return False
    left = text[max(sentence.start, at - 32) : at]
    if following in _SINGULAR:
        return True
    if tells_deed(text, end, sentence.end):
        return bool(_MEMBERS_OF.search(left))
    many = is_plural(following) or following in person_nouns() or following in STOP or following in NUMBERS
    return (
        not many
        and bool(_ARTICLE.search(left))
        and following.isalpha()
        and noun_class(following) in _NAMED_CLASSES
    )


def _is_version(text: str, match: re.Match, sentence: Sentence, name: str, *, following: str) -> bool:
    """As in "Serengeti 2.0", "the base of Tumaco 2.": a number without a noun behind a name; not in lists
    ("Leeds 22, York 19")."""
    digits, end = match["digits"], match.end()
    model = _MODEL.search(text, max(sentence.start, match.start() - 30), match.start())
    if not name[:1].isupper() or not name[-1:].isalnum() or sentence.block.kind == "table row":
        return False
    if sign_before(text, match.start(), sentence.start)[0]:
        return False  # "CHF 63"
    if re.fullmatch(r"\d\.0", digits):
        return True
    if sentence.text.startswith(name) or name.lower() in STOP:
        return False  # "Some 39 of the men"
    if (
        not digits.isdigit()
        or len(digits) > (4 if model else 2)
        or title_case(sentence)
        or (following and following.lower() not in STOP)
    ):
        return False
    others = [word for word in _NAME_NUMBER.findall(sentence.text[:2000]) if not _is_common(word.lower())]
    return (model or len(others) == 1) and bool(re.match(r"[.;)”]|\s[a-z]|$", text[end : end + 2]))
