"""Whether a number counts or measures something, by what stands around it: not in idioms, names of one's own,
list numbers, years, and not "one" where it stands for something."""

import re
from functools import cache, lru_cache

from helpers.quantities.like_years import looks_like, no_number_column
from helpers.quantities.marks import mark_end
from helpers.quantities.numerals import (
    CORE,
    IDIOMS,
    NUMBERS,
    ONE_IN,
    STOP,
    WORD,
    next_word,
    title_case,
    tokens_before,
)
from helpers.quantities.units import Measure
from helpers.texts import Sentence

__all__ = ["why_not"]

_SLOGAN = re.compile(r"(?:[A-Z][\w’'-]{0,20}\s){2,7}[A-Z][\w’'-]{0,20}[.!]?")
_ENOUGH = re.compile(
    r"\s(?:[\w’'-]+\s){1,3}(?:is|was|can\sbe|could\sbe|may\sbe|would\sbe|will\sbe|would\shave\sbeen|might\sbe)\s(?:enough|too\smany|all\sit)\b",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w{4,8}th)\b(?!\s(?:suspect|man|person))",
    re.IGNORECASE,
)
# "the one hundred and first"
_ORDINAL_APART = re.compile(
    r"(?:hundred|thousand|million)(?:\sand)?\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w{4,8}th)\b(?!-)",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[-–]([A-Za-z]{1,20}(?:-old)?)")
_AGE_LABEL = re.compile(
    r"(?:(?:under|over|aged?|ages|below|above|up\sto)\s)?\d{1,3}(?:\s?(?:[-–]|to)\s?\d{1,3})?(?:\s?(?:and|or|&)\s(?:over|older|under|above|more|up|younger)|\+)?"
    r"(?:\syears?)?(?:\sold)?",
    re.IGNORECASE,
)


_ITEM_WORDS = re.compile(r"\)\s(?!and\b|or\b|in\b|from\b)[A-Za-z]")
_JOINING = ("and", "or", "--", "–", "—")
_OF_DOING = re.compile(r"\sof\s[a-z]{3,20}ing\b")
_LENGTH = re.compile(
    r"\s(?:fiscal|calendar|school|academic|consecutive|full|straight|whole|working|more)\s(?:years?|months?|weeks?|days?|hours?|quarters?)\b",
    re.IGNORECASE,
)
_WITH_DIGITS = re.compile(r"\s(?:in|to)\s\d")
_OF_LAW = re.compile(
    r"\b(?:Act|Code|Law|Ordinance|Constitution|Convention|Treaty|Statute|Rules|Order|Decree|Charter|Bill)(?:,|\sof)?\s$"
)
_FOR_BASE = r"for\severy\s(?:10{2,6}|10{0,2}(?:,000)+)$"  # a rate, but not "one guard for every 17 prisoners"
_PER = re.compile(rf"(?:\bper|(?<!\bone)\s[\w’'-]+\sfor\severy)\s[\d.,]+$|\b{_FOR_BASE}")
_PER_UNIT = re.compile(r"\bper\s$")
_FOOTNOTE = re.compile(r"\.\d{1,2}\s[A-Z“\"]")
_OLD_YEAR = re.compile(r"1[5-8]\d\d")
_YEAR_OF_LAW = re.compile(r"(?:19|20)\d\d")
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")
_SUCH_ONE = re.compile(r"(?i)\b(?:the|an?|this|that|each|another)\s(?!only\b|other\b|first\b)[a-z]{3,12}\s$")
# "the iPhone 11 Pro and 11 Pro Max", "the Boeing 737 and 737 MAX"
_NAMED_BEFORE = re.compile(
    r"\b[A-Za-z]*[A-Z][\w’'-]{1,20}\s(?P<digits>\d{1,4})(?:\s[A-Z][\w+-]{0,15}){0,2},?\s(?:and|or)\s(?:the\s)?$"
)
_CAPITAL = re.compile(r"\s[A-Z]")
_TO_NUMBER = re.compile(r"\s(?:to|or)\s")


def why_not(
    text: str, sentence: Sentence, match: re.Match, end: int, unit: Measure, sign: str, ceiling: int
) -> str:
    """Why a number with its unit does not count or measure anything; empty if it does.

    Args:
        end: End of the number with its scale word; `unit.end` is that with the unit.
    """
    if label := _label_of_ages(sentence, match.start()):
        return label
    of_many = (
        sum(map(str.isdigit, match["digits"] or "")) > 4
    )  # "25,000 working days" are those of many people
    if unit.unit == "count" and not of_many and _LENGTH.match(text, unit.end, sentence.end):
        return "length of time"
    if match["digits"]:
        return _digits(text, sentence, match, end, unit, ceiling)
    return _reason_in_words(text, sentence, match, end, unit, sign, ceiling)


def _digits(text: str, sentence: Sentence, match: re.Match, end: int, unit: Measure, ceiling: int) -> str:
    start, stop = match.start(), mark_end(text, unit.end, ceiling)
    following, second = text[stop : stop + 1], text[stop + 1 : stop + 2]
    glued = following.isalnum() or following in ("_", "#") or following in "/:\\*+" and second.isalnum()
    if glued and not _per_slash(text, stop, unit):
        return "name"
    bare = unit.end == match.end() and unit.unit == "count"
    if (
        following
        and following in ",."
        and second.isdigit()
        or bare
        and _DECIMAL_COMMA.fullmatch(match["digits"])
    ):
        return "not understood"
    same = _NAMED_BEFORE.search(text, max(sentence.start, start - 40), start)
    if same and same["digits"] == match["digits"] and _CAPITAL.match(text, match.end()):
        return "name"
    if following == ")" and _is_list_number(text, sentence, start, end, unit):
        return "list number"
    bracketed = text[start - 1 : start] == "(" and following == ")"
    law = _OF_LAW.search(text, max(sentence.start, start - 18), start)
    year = _OLD_YEAR.fullmatch(match["digits"]) or law and _YEAR_OF_LAW.fullmatch(match["digits"])
    if (bracketed or law) and unit.unit == "count" and year:
        return "year"  # "the Habitual Criminals Act (1869)", "the Penal Code, 1860", "the Lacey Act of 1900"
    if match["digits"][0] == "." and _FOOTNOTE.match(text, start):
        return "list number"  # "(see Table 1).1 From", "the gap .2 ICE"
    if (bare or _PER_UNIT.search(text, max(sentence.start, start - 5), start)) and _PER.search(
        text, max(sentence.start, start - 40), match.end()
    ):
        return "kind of thing"  # "264 complaints per 1,000 officers", "five litres per 100 km"
    if unit.unit == "count" and (reason := looks_like(text, sentence, match, stop, ceiling)):
        return reason
    if unit.unit == "count" and no_number_column(sentence, start):
        return "label"
    return _hyphen_stop(text, stop) if following and following in "-–" and unit.unit == "count" else ""


def _per_slash(text: str, stop: int, unit: Measure) -> bool:
    """ "$3/month": what it is per follows the unit."""
    return unit.unit != "count" and text[stop] == "/" and text[stop + 1 : stop + 2].isalpha()


def _is_list_number(text: str, sentence: Sentence, start: int, end: int, unit: Measure) -> bool:
    """ "1) ..." and "(1) identify"."""
    if text[start - 1 : start] != "(":
        return unit.unit == "count" and "(" not in text[max(sentence.start, start - 60) : start]
    if end - start <= 2 and _is_one_of_items(text, sentence, start, end):
        return True
    if end - start > 1:
        return False
    before = text[max(sentence.start, start - 3) : start - 1].strip()
    after = text[unit.end + 1 : unit.end + 3]
    return (not before or before[-1] in ":;,.") and after[:1] == " " and after[1:].islower()


def _is_one_of_items(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number in brackets opens an item, and its neighbour another: "who (1) have lied, or (2) fled"; not
    "Auburn (1) and Opelika (2)"."""
    number = int(text[start:end]) if text[start:end].isdigit() else 0
    beside = any(f"({other})" in sentence.text for other in (number - 1, number + 1))
    before = text[max(sentence.start, start - 30) : start - 1].split()
    opens = not before or before[-1][0].islower() or before[-1][-1] in ":;,."
    return bool(number) and beside and opens and bool(_ITEM_WORDS.match(text, end))


def _reason_in_words(
    text: str, sentence: Sentence, match: re.Match, end: int, unit: Measure, sign: str, ceiling: int
) -> str:
    start, stop, word = match.start(), unit.end, match[0].lower()
    following = text[stop : stop + 1]
    if following and following in "-–" and unit.unit == "count" and (reason := _hyphen_stop(text, stop)):
        return reason
    if _ORDINAL_AFTER.match(text, end) and following == "-" or _ORDINAL_APART.search(text, start, end + 20):
        return "ordinal"
    if _is_idiom(text, sentence, start, end):
        return "idiom"
    slogan = sentence.block.kind == "paragraph" and _SLOGAN.fullmatch(sentence.text)
    if slogan and sentence.text != text[sentence.block.start : sentence.block.end]:
        return "name"  # "One Pill Can Kill."
    if word == "one":
        if _ENOUGH.match(text, end, sentence.end):
            return "idiom"  # "one phone call would have been enough"
        if unit.unit == "count" and not sign:
            return "" if _one_counts(text, sentence, match, ceiling) else "one of several"
    if unit.unit != "count" or word[0] in "aA" and not NUMBERS.get(word):
        return ""
    noun = next_word(text, stop, ceiling) if text[start].isupper() else ""
    if noun[:1].isupper():
        previous = text[max(sentence.start, start - 2) : start].strip()
        plain = start > sentence.start and not title_case(sentence)
        if (
            plain
            and previous[-1:] not in ':•*-–—“"('
            or not plain
            and _is_named(text, f"{match[0]} {noun}".title())
        ):
            return "name"  # "the Seven Sisters"
    return ""


@lru_cache(maxsize=256)
def _is_named(text: str, words: str) -> bool:
    """Whether a text has such words as a name in a line where capitals say something: "THREE FORKS, Mont. –", as it has
    "at Three Forks Airport" elsewhere."""
    for found in re.finditer(rf"[a-z]\s{re.escape(words)}\b", text):
        begin, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        starts = [word[0] for word in text[begin : end if end > 0 else None].split() if word[0].isalpha()]
        if sum(map(str.islower, starts)) > 0.4 * len(starts):
            return True
    return False


def _hyphen_stop(text: str, at: int) -> str:
    """Why a number before a hyphen counts nothing: a length of time, an age; empty if it may."""
    match = _HYPHENED.match(text, at)
    if not match or match[1].lower() not in IDIOMS["hyphen"]:
        return ""
    if (
        match[1][0].isupper()
        and text[match.end() : match.end() + 1] == "-"
        and "old" not in text[at : at + 12].lower()
    ):
        return ""  # "5 Year-Books"
    return "age" if "old" in text[at : match.end() + 5].lower() else "kind of thing"


def _label_of_ages(sentence: Sentence, start: int) -> str:
    """ "Under 25" in the first cell of a table row is a label."""
    if sentence.block.kind != "table row" or len(sentence.block.cells) < 2:
        return ""
    begin, end = sentence.block.cells[0]
    words = sentence.text[begin - sentence.start : end - sentence.start].strip()
    if not begin <= start < end or not _AGE_LABEL.fullmatch(words):
        return ""
    return "" if words.isdigit() else "age"


def _is_idiom(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number is part of an idiom or of a name: "the Group of Seven", but not "a group of seven men"."""
    begin = max(sentence.start, start - 20)
    around = text[begin : min(sentence.end, end + 24)]
    word, low = text[start:end].lower(), around.lower()
    idioms, names = ([one for one in _idioms_with(word, kind) if one in low] for kind in ("idiom", "name"))
    if any(_covering(around, idiom, start - begin) for idiom in idioms):
        return True
    names = filter(None, (_covering(around, name, start - begin) for name in names))
    opening = 1 if begin == sentence.start else 0  # whose capital may be that of the sentence
    return any(title_case(sentence) or any(map(str.isupper, name[opening:])) for name in names)


def _covering(original: str, idiom: str, at: int) -> str:
    """The words of an idiom as they stand around a place; empty if they do not."""
    around = original.lower()
    found = around.find(idiom)
    while found >= 0:
        whole = (
            not around[found - 1 : found].isalnum()
            and not around[found + len(idiom) : found + len(idiom) + 1].isalnum()
        )
        if whole and found <= at < found + len(idiom):
            return original[found : found + len(idiom)]
        found = around.find(idiom, found + 1)
    return ""


@cache
def _idioms_with(word: str, kind: str) -> tuple[str, ...]:
    first = re.split(r"[\s-]", word)[0]
    return tuple(idiom for idiom in IDIOMS[kind] if first in re.split(r"[\s-]", idiom))


def _one_counts(text: str, sentence: Sentence, match: re.Match, ceiling: int) -> bool:
    """Whether "one" counts: "one fugitive", but not "one of", "no one" or "just one piece of"."""
    if (share := ONE_IN.match(text, match.end(), ceiling)) and CORE.match(text, share.end(), ceiling):
        return True  # "warned that one in five"
    if (other := _TO_NUMBER.match(text, match.end(), ceiling)) and CORE.match(text, other.end(), ceiling):
        return True  # "one or two million"
    words = tokens_before(text, sentence.start, match.start())
    if words and words[0][1].strip('(“"‘') in IDIOMS["before one"] and words[0][1] not in ("than", "of"):
        return False
    noun = WORD.match(text, match.end(), ceiling)
    bare = not noun or noun[1].lower().rstrip(".'’-/") in STOP
    if bare and _SUCH_ONE.search(text, max(sentence.start, match.start() - 30), match.start()):
        return False
    if not noun:
        return (
            text[match.end() : match.end() + 2].strip()[:1] in ("-", "$", "€", "£")
            or sentence.block.kind == "table row"
        )
    following = noun[1].lower().rstrip(".'’-/")
    if following in IDIOMS["after one, elliptical"]:
        joined = words and (words[0][1].endswith(",") or words[0][1] in _JOINING)
        if words and STOP.get(words[0][1]) == "preposition" and not _WITH_DIGITS.match(text, match.end()):
            return False  # "the jail is near one in Texas", but "rose from one in 2019 to 12"
        if following in ("for", "with", "on", "under", "against", "to") and not joined:
            return False  # "one with a gun" is a pronoun, but ", one for bribery" counts
        return any(
            other.start() != match.start()
            for other in CORE.finditer(
                text, max(sentence.start, match.start() - 200), min(sentence.end, match.end() + 200)
            )
        )
    if words and words[0][1] in ("and", ",") and _OF_DOING.match(text, match.end()):
        return True  # "18 counts of conspiracy and one of trafficking"
    return following not in IDIOMS["after one"] and not following.endswith("’s")
