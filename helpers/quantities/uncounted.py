"""Numbers that count nothing: parts of names, laws, addresses, ages, times, idioms, and "one" where it stands
for something."""

import re
from functools import cache

from helpers.quantities.numerals import (
    CORE,
    IDIOMS,
    NUMBERS,
    ONE_IN,
    PLURALS,
    STOP,
    UNIT_AFTER,
    WORD,
    next_word,
    title_case,
    tokens_before,
)
from helpers.texts import Sentence, word_list

__all__ = ["NAME_HERE", "may_count", "name_end"]

_NAMES = {row["word"]: row["kind"] for row in word_list("quantities/names")}
_STREET = (
    r"(?:Streets?|St|Avenue|Ave|Av|Roads?|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Place|Plaza|Parkway|Pkwy|Highway|Hwy|Terrace|"
    r"Crescent|Square|Row|Quay|Embankment)\b"
)
# Numbers that name something, recognised where they begin.
NAME_HERE = re.compile(
    r"\d{1,3}\s(?:U\.?\s?S\.?\s?C(?:ode)?|U\.?S\.?\sCode|C\.?\s?F\.?\s?R)\b\.?"
    r"(?:\s?(?:§{1,2}\s?|[Ss]ections?\s)?\d[\w().-]{0,20})?"  # 8 U.S.C. 1326
    r"|\d{1,4}(?:\(\w{1,4}\)){1,4}"  # 287(g)
    # 866-347-2423
    r"|\d{1,4}-\d{2,4}-\d{3,4}(?:-\d{2,4})?(?!\d)|\d{3}\.\d{3}\.\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{3}\)\s?\d{3}[-.\s]\d{4}"
    r"|(?:1[38]00|0\d{2,4})[\s-]\d{3,4}(?:[\s-]\d{3,4})?(?!\d)|0\d{4}\s\d{6}"  # 1800 333 000, 020 7946 0000
    # 37-year-old
    r"|\d{1,3}(?:[ \xa0-]|-?)(?:year|month|week|day)s?[\s-]old(?:s|er)?\b|\d{1,3}\syears\s(?:of\sage|and\solder)"
    r"|\d{1,3}(?:\.\d{1,2})?(?:x\d{2})?[\s-]?(?:mm|caliber|calibre|cal|gauge)\b"  # 9mm
    r"|\d{1,2}:\d{2}|\d{1,2}\s?[ap]\.?m\b|\d{1,2}\.\d{2}\s?[ap]m\b|\d{4}\shours\b"  # 5:30
    r"|(?:911|999|988|112|101|311|211)(?=\s(?:calls?|callers?|dispatch\w*|operators?|lines?|hotlines?|lifeline|emergency|centers?|centres?)\b)"
    # the section of a penal code that gave the fraud its name
    r"|419(?=\s(?:scam|fraud|scheme|letter|e-?mail)\w{0,4}\b)"
    r"|(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)(?!\d)"  # 2024-2030
    # 500 12th Street
    rf"|\d{{1,5}}(?:\s(?:[A-Z][\w.’']{{0,20}}|\d{{1,3}}(?:st|nd|rd|th))){{1,4}}?\s{_STREET}"
    r"|(?!\d{1,3}(?:\.\d{3}){2,5}(?![\d.]))\d{1,15}(?:\.\d{1,9}){2,5}|\d{1,15}[:/]\d{1,15}|\d{1,4}(?:st|nd|rd|th|s)\b|\d{1,4}°"
)
_LISTED = re.compile(
    r"(?:[A-Za-z]s|\b[Aa]ge[ds]?(?:\s(?:from|between|of))?|§§|[Nn]os)\.?\s\S{1,15}\s?(?:,|and|or|to|[-–&/]|through|, and)\s?$"
)
_WORD_AGE = re.compile(r"-(?:year|month|week|day)s?-olds?\b", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w{4,8}th)\b(?!\s(?:suspect|man|person))",
    re.IGNORECASE,
)


def name_end(text: str, sentence: Sentence, match: re.Match, last_name: int, ceiling: int) -> int:
    """Where a number ends that names something (a law, a gang, a telephone) or is an idiom; 0 for one that
    may count."""
    start, end = match.span()
    digits = match["digits"]
    before = text[start - 1] if start > sentence.start else " "
    two_before = text[start - 2] if start > sentence.start + 1 else " "
    if digits:
        if here := NAME_HERE.match(text, start, ceiling):
            return here.end()
        if (
            len(digits) > 15
            and digits.isdigit()
            or (digits[0] == "0" and len(digits) > 1 and digits[1].isdigit())
        ):
            return end
        if (
            before in "#@№§/\\_=&^*"
            or (before in "-–‑.:'’+" and (two_before.isalnum() or two_before in ")+"))
            or (
                before == "+"
                and len(digits) < 4
                and text[end : end + 1] in " -"
                and text[end + 1 : end + 2].isdigit()
            )
        ):
            return end
        if _in_address(text, start, sentence.start):
            return end
    elif before in "-–‑'’_@#" and two_before.isalnum() or before in "@#":
        return end
    if (
        digits
        and 0 <= start - last_name < 10
        and _LISTED.search(text[max(sentence.start, last_name - 30) : start])
    ):
        return end  # "Articles 3 and 5"
    if (
        digits
        and len(digits) == 5
        and digits.isdigit()
        and re.search(r"\b[A-Z]{2},?\s$", text[max(sentence.start, start - 5) : start])
    ):
        return end  # "San Diego, CA 92121"
    if match["words"]:
        after = _WORD_AGE.match(text, end)
        if after:
            return after.end()
    if digits and _FLIGHT.search(text, max(sentence.start, start - 24), start):
        return end  # "flight TG 337"
    words = tokens_before(text, sentence.start, start)
    if words and _named_by(text, words, match, sentence, ceiling):
        return end
    return 0


_FLIGHT = re.compile(r"(?i:\bflights?,?\s)[A-Z]{2}\s?$")


def _in_address(text: str, start: int, floor: int) -> bool:
    """Whether the number is part of a web or mail address or a file name."""
    word = text[max(floor, start - 60) : start].rpartition(" ")[2]
    return "://" in word or "www." in word or "@" in word


def _named_by(
    text: str, words: list[tuple[int, str]], match: re.Match, sentence: Sentence, ceiling: int
) -> bool:
    start, end = match.span()
    last = words[0][1].strip('(“"‘[')
    if last[-1:] in ",;:)”!?" and last not in ("aged:", "age:"):
        return bool(match["digits"]) and _is_age(text, words, match, sentence)
    pair = f"{words[1][1]} {last}" if len(words) > 1 else ""
    kind = _NAMES.get(last) or _NAMES.get(pair)
    original = text[words[0][0] : words[0][0] + len(last)]
    if kind == "age":
        return True
    if kind == "phone":
        following = next_word(text, end, ceiling)
        return bool(match["digits"]) and (not following[:1].islower() or following.lower() in STOP)
    if kind == "list" and last == "no":
        return bool(match["digits"])
    if kind in ("law", "list", "place", "thing") or pair in _NAMES:
        following = next_word(text, end, ceiling)
        if (
            match["digits"]
            and kind in ("place", "thing")
            and (measure := UNIT_AFTER.match(text, end, ceiling))
            and len(measure[1]) > 2
        ):
            return False  # "the Rio Grande Valley Sector 300 miles away"
        if match["digits"]:
            # "unit 12" and "Phase 2" name something; "the unit 12 times" and "the group 40 guns" hardly occur
            stops = following.lower() in STOP and following.lower() not in (
                "more",
                "other",
                "additional",
                "further",
            )
            counts = (
                following[:1].islower()
                and not stops
                and kind in ("thing", "place")
                and original[:1].islower()
            )
            return not counts
        return text[start].isupper() and original[:1].isupper() and not title_case(sentence)
    if match["digits"]:
        if last in ("of", "under") and pair in ("age of", "ages of"):
            return True
        if last in ("between", "from", "of") and len(words) > 1 and words[1][1] in ("aged", "ages", "age"):
            return True
        if _is_version(text, match, sentence, original, following=next_word(text, end, ceiling)):
            return True
        return _is_age(text, words, match, sentence)
    if last == "for" and len(words) > 1 and words[1][1].strip(",(“–—-") in _LANGUAGES:
        return True  # "Spanish for twelve"
    # "Air Force One", "the Big Five", "the CBP One app"
    return (
        text[start].isupper()
        and original[:1].isupper()
        and original[-1:].isalnum()
        and not title_case(sentence)
    )


def _is_version(text: str, match: re.Match, sentence: Sentence, name: str, *, following: str) -> bool:
    """As in "Serengeti 2.0", "the base of Tumaco 2.": a number without a noun behind a name; not in lists
    ("Leeds 22, York 19")."""
    digits, end = match["digits"], match.end()
    if not name[:1].isupper() or not name[-1:].isalnum() or sentence.block.kind == "table row":
        return False
    if re.fullmatch(r"\d\.0", digits):
        return True
    if sentence.text.startswith(name) or name.lower() in STOP:
        return False  # "Some 39 of the men"
    if (
        not digits.isdigit()
        or len(digits) > 2
        or title_case(sentence)
        or (following and following.lower() not in STOP)
    ):
        return False
    return len(_NAME_NUMBER.findall(sentence.text[:2000])) == 1 and bool(
        re.match(r"[.;)”]|\s[a-z]|$", text[end : end + 2])
    )


_NAME_NUMBER = re.compile(r"\b[A-Z][\w’'-]{1,30}:?\s\(?\d{1,9}\b")
_LANGUAGES = frozenset(
    word.lower() for row in word_list("names/nations") for word in row["adjectives"].split("|") if word
) | {"arabic", "latin"}
_SLOGAN = re.compile(r"(?:[A-Z][\w’'-]{0,20}\s){2,7}[A-Z][\w’'-]{0,20}[.!]?")
_ENOUGH = re.compile(
    r"\s(?:[\w’'-]+\s){1,3}(?:is|was|can\sbe|could\sbe|may\sbe|would\sbe|will\sbe|would\shave\sbeen|might\sbe)\s(?:enough|too\smany|all\sit)\b",
    re.IGNORECASE,
)


_ONE_PERSON = frozenset(
    row["word"]
    for row in word_list("texts/person_words")
    if row["place"] == "noun" and row["word"] not in PLURALS and row["word"][-1] != "s"
)


_AGE = re.compile(
    r"\b(?:ages?(?:\s[a-z]{2,8}){0,3}\s(?:from|between)|in age from)\s(?:\d\d\s(?:to|and)\s)?$"
    r"|\b(?:youngest|oldest|eldest)(?:\s[a-z’'-]{1,20}){0,4}\s$"
)  # "their ages range from 24 to 71", "the youngest is 19 and the oldest 63"


def _is_age(text: str, words: list[tuple[int, str]], match: re.Match, sentence: Sentence) -> bool:
    """As in "Name, 37, ..." and "a woman, 28, was ...": two digits alone between commas (or in brackets)
    behind a person."""
    start, end = match.span()
    if (
        not match["digits"].isdigit()
        or not 10 <= int(match["digits"]) <= 99
        or sentence.block.kind == "table row"
    ):
        return False
    if _AGE.search(text, max(sentence.start, start - 80), start) and not re.match(
        r"\s[a-z]{3,20}s\b", text[end : end + 22]
    ):
        return True
    before, after = text[start - 2 : start], text[end : end + 12]
    if len(words) < 2:
        return False
    name = text[words[0][0] : words[0][0] + len(words[0][1])].rstrip(",(")
    if before == ", ":
        if re.match(r",?\s(?:or|and|\d|[a-z]+\s\d)", after) and not re.match(
            r",?\sand\s(?:[A-Z]|an?\s|of\b|was\b)", after
        ):
            return False
        opening = sentence.text[:12].lower()
        person = name[:1].isupper() or words[0][1].rstrip(",") in _ONE_PERSON
        return (
            person
            and bool(re.match(r"[,;.)]|\s(?:of|from|was|who|and|has)\b", after))
            and not opening.startswith(("of ", "among ", "in all", "in total"))
        )
    if before == " (" and after.startswith(")"):
        aged = re.search(
            r"\b(?:an?|the|his|her)\s(?:[\w’'-]+\s){0,2}([\w’'-]+)\s\($",
            text[max(sentence.start, start - 60) : start],
        )
        if aged and aged[1] in _ONE_PERSON:
            return True  # "a van driver (33)"
        previous = text[words[1][0] : words[1][0] + 1]
        return (
            name[:1].isupper()
            and previous.isupper()
            and text.count("(", max(sentence.start, start - 200), min(sentence.end, end + 200)) == 1
        )
    return False


def may_count(
    text: str,
    sentence: Sentence,
    match: re.Match,
    end: int,
    quote_end: int,
    ceiling: int,
    kind: str,
    sign: str,
) -> bool:
    """Whether a number with its unit counts or measures something, by what stands around it."""
    following = text[quote_end : quote_end + 1]
    start = match.start()
    if match["digits"]:
        if (
            following.isalnum()
            or following == "_"
            or (following in "/:\\" and text[quote_end + 1 : quote_end + 2].isalnum())
        ):
            return False
        if following in ",." and text[quote_end + 1 : quote_end + 2].isdigit():
            return False
        if (
            following == ")"
            and text[start - 1 : start] != "("
            and kind == "count"
            and "(" not in text[max(sentence.start, start - 60) : start]
        ):
            return False  # "1) "
        if following == ")" and text[start - 1 : start] == "(" and end - start == 1:
            before = text[max(sentence.start, start - 3) : start - 1].strip()
            after = text[quote_end + 1 : quote_end + 3]
            if (not before or before[-1] in ":;,.") and after[:1] == " " and after[1:].islower():
                return False  # "(1) identify"
        if kind == "count" and re.fullmatch(r"(?:19|20)\d\d", match["digits"]):
            noun = next_word(text, quote_end, ceiling)
            if not (
                noun in PLURALS
                or (
                    noun[:1].islower() and noun.endswith("s") and noun not in STOP and not noun.endswith("ss")
                )
            ):
                return sentence.block.kind == "table row" and not _no_number_column(sentence, start)
        if _no_number_column(sentence, start):
            return False
        return not (following in "-–" and kind == "count" and _hyphen_stop(text, quote_end))
    word = match[0].lower()
    if following in "-–" and kind == "count" and _hyphen_stop(text, quote_end):
        return False
    if _ORDINAL_AFTER.match(text, end) and following == "-":
        return False
    if _is_idiom(text, sentence, start, end):
        return False
    if (
        _SLOGAN.fullmatch(sentence.text)
        and sentence.block.kind == "paragraph"
        and sentence.text != text[sentence.block.start : sentence.block.end]
    ):
        return False  # "One Pill Can Kill."
    if word == "one" and _ENOUGH.match(text, end, sentence.end):
        return False  # "one phone call would have been enough"
    if word == "one" and kind == "count" and not sign:
        return _one_counts(text, sentence, match, ceiling)
    if kind == "count" and word[0] in "aA" and not NUMBERS.get(word):
        return True
    if text[start].isupper() and start > sentence.start and not title_case(sentence) and kind == "count":
        noun = next_word(text, quote_end, ceiling)
        previous = text[max(sentence.start, start - 2) : start].strip()
        return not noun[:1].isupper() or previous[-1:] in ':•*-“"('  # "the Seven Sisters"
    return True


def _hyphen_stop(text: str, at: int) -> bool:
    match = re.compile(r"[-–]([A-Za-z]{1,20}(?:-old)?)").match(text, at)
    return bool(match) and match[1].lower() in IDIOMS["hyphen"]


def _is_idiom(text: str, sentence: Sentence, start: int, end: int) -> bool:
    around = text[max(sentence.start, start - 20) : min(sentence.end, end + 24)].lower()
    return any(
        idiom in around
        for kind in ("name", "idiom")
        for idiom in _IDIOMS_BY_WORD(text[start:end].lower(), kind)
        if _covers(around, idiom, start - max(sentence.start, start - 20))
    )


def _covers(around: str, idiom: str, at: int) -> bool:
    found = around.find(idiom)
    while found >= 0:
        whole = (
            not around[found - 1 : found].isalnum()
            and not around[found + len(idiom) : found + len(idiom) + 1].isalnum()
        )
        if whole and found <= at < found + len(idiom):
            return True
        found = around.find(idiom, found + 1)
    return False


@cache
def _IDIOMS_BY_WORD(word: str, kind: str) -> tuple[str, ...]:
    first = re.split(r"[\s-]", word)[0]
    return tuple(idiom for idiom in IDIOMS[kind] if first in re.split(r"[\s-]", idiom))


def _one_counts(text: str, sentence: Sentence, match: re.Match, ceiling: int) -> bool:
    """Whether "one" counts: "one fugitive", but not "one of", "no one" or "just one piece of"."""
    if (share := ONE_IN.match(text, match.end(), ceiling)) and CORE.match(text, share.end(), ceiling):
        return True  # "warned that one in five"
    words = tokens_before(text, sentence.start, match.start())
    if words and words[0][1].strip('(“"‘') in IDIOMS["before one"] and words[0][1] not in ("than", "of"):
        return False
    noun = WORD.match(text, match.end(), ceiling)
    if not noun:
        return text[match.end() : match.end() + 1] == "-" or sentence.block.kind == "table row"
    following = noun[1].lower().rstrip(".'’-/")
    if following in IDIOMS["after one, elliptical"]:
        if following in ("for", "with", "on") and not (
            words and (words[0][1].endswith(",") or words[0][1] in ("and", "or"))
        ):
            return False  # "one with a gun" is a pronoun, but ", one for bribery" counts
        return any(
            other.start() != match.start()
            for other in CORE.finditer(
                text, max(sentence.start, match.start() - 200), min(sentence.end, match.end() + 200)
            )
        )
    return following not in IDIOMS["after one"] and not following.endswith("’s")


def _no_number_column(sentence: Sentence, start: int) -> bool:
    if sentence.block.kind != "table row":
        return False
    for (begin, end), header in zip(sentence.block.cells, sentence.block.header, strict=False):
        if begin <= start < end:
            return header.strip().lower() in IDIOMS["no number column"]
    return False
