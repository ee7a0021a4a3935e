"""Numbers that name or locate something: laws, cases, telephones, addresses, times, models, versions."""

import itertools
import re

from helpers.quantities.ages import TO_WORD_AGE, WORD_AGE, age_here, age_in_words, is_age
from helpers.quantities.announced import (
    announced_end,
    file_announced,
    goes_on,
    grouped_telephone_end,
    telephone_end,
)
from helpers.quantities.clocks import clock_end
from helpers.quantities.numbered import NAMES, OPENING, closes_name, ends_name, tells_deed
from helpers.quantities.numerals import (
    IDIOMS,
    STOP,
    is_plural,
    next_word,
    title_case,
    tokens_before,
    value_of,
)
from helpers.quantities.readings import Aside
from helpers.quantities.scores import told_end
from helpers.quantities.shapes import shape_here
from helpers.quantities.units import sign_before, unit_here
from helpers.texts import Sentence, word_list

__all__ = ["reference_end"]
_REASONS = {
    "law": "law",
    "list": "list number",
    "place": "address or place",
    "thing": "name",
    "capital": "name",
    "age": "age",
    "phone": "telephone",
    "index": "name",
}
_BRACKETED = re.compile(r"\([a-z.]{1,8}\)")  # "Executive Order (EO) 13768"
_VULGAR = re.compile(r"(?:\d{1,3}(?:\s|-|\sand\s))?\d{1,2}[/⁄]\d{1,2}$")
_UNIT_OF_AGE = re.compile(r"(?:\s(?:month|week|day)s?\b)?")  # "aged three weeks"
_LISTED = re.compile(
    r"(?:[A-Za-z]s|\b[Aa]ge[ds]?(?:\s(?:from|between|of))?|§§|[Nn]os|\b[Ss]ecs?|\b[Ss]s)\.?\s\S{1,15}\s?(?:,|and|or|to|[-–&/]|through|, and)\s?$"
)
_SUBSECTION = re.compile(
    r"[A-Z]\d{1,2}(?:\.\d{1,2})?(?:\(\w{1,3}\)){0,4}(?!\w)|[A-Z]{0,2}(?:\s?\((?:\d{1,3}[A-Za-z]?|[a-z]{1,2}|[ivx]{1,5}|[A-Z]{1,2})\)){1,6}|[A-Z]{1,2}(?!\w)"
    r"|(?<=\))(?:\s?[-–]\s?|\s(?:to|and|or)\s)\(\w{1,3}\)"  # "sections 12(1) to (3)"
)
_OF_WHOLE = re.compile(
    r"\sof\s(?:an?|the|all|its|their|that|this)\b|\s(?:million|billion|thousand)\b", re.IGNORECASE
)
_COMPARISONS = frozenset(("more", "other", "additional", "further"))
_ABBREVIATION = re.compile(r"\b[A-Z]{3,6}\s[-–‑]$")
_LANGUAGES = frozenset(
    word.lower() for row in word_list("names/nations") for word in row["adjectives"].split("|") if word
) | {"arabic", "latin"}
_WORDS_AFTER = re.compile(r"[^\W\d_][\w’'-]{0,30}")
_OF_PLACE = re.compile(
    r"\b(?!The\s|All\s|Most\s|Its\s|Their\s|Our\s)[A-Z][a-z’'-]{1,20}\s[A-Z][a-z]{1,20}\s$"
)  # "off Tampa Bay 200 whales"


def reference_end(
    text: str, sentence: Sentence, match: re.Match, last: Aside, ceiling: int, floor: int
) -> tuple[int, str]:
    """Where a number ends that names or locates something, and what it is; (0, "") for one that may count.

    Args:
        last: The last number that named something, for lists such as "Articles 3 and 5".
        floor: End of the date before it, whose words name no number: "on Christmas Day 12 men", "last week 20".
    """
    end, reason = _reference(text, sentence, match, last, ceiling, floor)
    if reason == "law" and (more := _SUBSECTION.match(text, end, sentence.end)):
        end = more.end()
    if reason == "age":
        end = _UNIT_OF_AGE.match(text, end, ceiling).end()
    return end, reason


def _reference(
    text: str, sentence: Sentence, match: re.Match, last: Aside, ceiling: int, floor: int
) -> tuple[int, str]:
    start, end = match.span()
    if match["words"]:
        end = max(value_of(match)[1], start + 1)  # "aged ten and thirty adults" are two numbers
    reason = ""
    if match["digits"]:
        found = _digits(text, sentence, match, last, ceiling)
        if found[0]:
            return found
    elif text[start - 1 : start] in tuple("-–‑'’_@#") and start > sentence.start:
        before = text[start - 2 : start - 1]
        if (before.isalnum() and text[start - 6 : start].lower() != "minus-") or text[start - 1] in "@#":
            return end, "name"
    if (
        match["words"]
        and text[last.start : last.start + 1].isalpha()
        and goes_on(text, sentence, last, match)
    ):
        return end, last.reason
    further = TO_WORD_AGE.match(text, end) if match["words"] else None
    last_end = further.end() if further else end
    if match["words"] and (after := WORD_AGE.match(text, last_end)):
        return after.end(), "age"
    if match["words"] and age_in_words(text, sentence, match):
        return last_end, "age"
    words = tokens_before(text, max(sentence.start, floor), start)
    if len(words) > 1 and _BRACKETED.fullmatch(words[0][1]):
        words = words[1:]
    if words and not (match["digits"] and text[start - 1].isalpha()):
        reason = _named_by(text, words, match, sentence, ceiling)
    elif is_age(text, sentence, match):  # "she is now 33"
        reason = "age"
    return (last_end if reason == "age" else end, reason) if reason else (0, "")


def _with_its_words(text: str, sentence: Sentence, start: int, ceiling: int) -> tuple[int, str]:
    """An age with its own words, an hour, a telephone number behind its own."""
    if aged := age_here(text, start, ceiling):
        return aged, "age"
    if hour := clock_end(text, sentence.start, sentence.end, start):
        return hour, "time"
    end = telephone_end(text, sentence, start) or grouped_telephone_end(text, sentence, start)
    return (end, "telephone") if end else (0, "")


def _digits(text: str, sentence: Sentence, match: re.Match, last: Aside, ceiling: int) -> tuple[int, str]:
    start, end = match.span()
    digits = match["digits"]
    found = _with_its_words(text, sentence, start, ceiling)
    if found[0]:
        return found
    if (
        start > sentence.start
        and text[start - 1].isalpha()
        and not sign_before(text, start, sentence.start)[0]
    ):
        return re.compile(r"\w*").match(text, start).end(), "name"  # MP3, A380
    vulgar = _VULGAR.match(digits)
    mixed = vulgar and " " in digits and is_plural(next_word(text, end, ceiling))  # "2 1/2 baths"
    if vulgar and not mixed and not _fraction_of(text, end, ceiling):
        return end, "ratio or date"
    if told := told_end(text, sentence.start, sentence.end, start):
        return told
    if not vulgar:
        named, reason = shape_here(text, start, ceiling, reference=file_announced(text, sentence, start))
        if named:
            return named, reason
    if len(digits) > 15 and digits.isdigit() or digits[0] == "0" and len(digits) > 1 and digits[1].isdigit():
        return end, "reference"
    if goes_on(text, sentence, last, match):
        return end, last.reason  # before "125-130" is taken for a name
    if _glued(text, sentence.start, start, end, digits):
        return end, "name"
    if _in_address(text, start, sentence.start):
        return end, "address or place"
    return _announced(text, sentence, match, last, ceiling)


def _announced(text: str, sentence: Sentence, match: re.Match, last: Aside, ceiling: int) -> tuple[int, str]:
    """End and reason of a number that the words before it announce, or that carries on the one before."""
    start, end = match.span()
    announced = announced_end(text, sentence, start, end)
    if announced[1] == "law" and sign_before(text, start, sentence.start)[0]:
        return 0, ""  # "compared with DKK 980 million"
    if not announced[0] and 0 <= start - last.end < 10:
        reason = _in_series(text, sentence, match, last, ceiling)
        return (end, reason) if reason else announced
    return announced


def _in_series(text: str, sentence: Sentence, match: re.Match, last: Aside, ceiling: int) -> str:
    """What a number is that carries on "Phases 3 and" or "aged 9 and"; empty in "a boy aged 10 and 30 adults"."""
    series = _LISTED.search(text[max(sentence.start, last.end - 30) : match.start()])
    if not series or "age" not in series[0].lower():
        return "list number" if series else ""
    if unit_here(text, match.end(), ceiling):
        return ""  # "a boy aged 10 and 30 kilos of meth"
    return "" if is_plural(next_word(text, match.end(), ceiling)) else "age"


def _fraction_of(text: str, end: int, ceiling: int) -> bool:
    """Whether "3/4" is a fraction: a unit, a scale word or "of" follows."""
    return bool(unit_here(text, end, ceiling) or _OF_WHOLE.match(text, end))


def _glued(text: str, floor: int, start: int, end: int, digits: str) -> bool:
    """Whether the sign before a number makes it part of a longer word: "MS-13", "+1 202", "#5"."""
    before = text[start - 1] if start > floor else " "
    two_before = text[start - 2] if start > floor + 1 else " "
    if before in "-–‑" and text[max(floor, start - 6) : start].lower().endswith("minus-"):
        return False
    if before in "-–‑" and _ABBREVIATION.search(text, max(floor, start - 12), start):
        return True  # "COVID -19"
    if before == "-" and text[end : end + 1] == "-" and not two_before.strip():
        return True  # "-30-" ends a release
    if before in "#@№§/\\_=&^*":
        return not sign_before(text, start, floor)[0]  # "S/500"
    if before in "-–‑.:'’+" and (two_before.isalnum() or two_before in ")+"):
        return not (before == "." and sign_before(text, start, floor)[0])  # "Rs.10.57 crore"
    return (
        before == "+"
        and len(digits) < 4
        and text[end : end + 1] in " -"
        and text[end + 1 : end + 2].isdigit()
    )


def _in_address(text: str, start: int, floor: int) -> bool:
    """Whether the number is part of a web or mail address or a file name."""
    word = text[max(floor, start - 60) : start].rpartition(" ")[2]
    return "://" in word or "www." in word or "@" in word


def _named_by(
    text: str, words: list[tuple[int, str]], match: re.Match, sentence: Sentence, ceiling: int
) -> str:
    """Why the words before a number make it a name, an age or a place; empty if they do not."""
    start = match.start()
    last = words[0][1].strip(OPENING)
    if last[-1:] in ",;:)”!?" and last not in ("aged:", "age:"):
        return "age" if is_age(text, sentence, match) else ""
    if match["digits"] and ends_name(text, sentence, start):
        return "name"
    pair = f"{words[1][1]} {last}" if len(words) > 1 else ""
    three = f"{words[2][1]} {pair}" if len(words) > 2 else ""
    listed_as = next((word for word in (three, pair, last) if word.lstrip(OPENING) in NAMES), None)
    at = words[0][0] + len(words[0][1]) - len(words[0][1].lstrip(OPENING))
    original = text[at : at + len(last)]
    if (
        match["words"]
        and last in ("count", "counts")
        and not is_plural(next_word(text, match.end(), ceiling))
    ):
        return "list number"  # "guilty on counts two and three"
    if listed_as is not None:
        kind = NAMES[listed_as.lstrip(OPENING)]
        if kind in ("thing", "list") and len(words) > 1 and words[1][1] in IDIOMS["no announcer"]:
            return ""  # "will charge 18 of the 96 detainees", "of this number 846 came"
        return _REASONS[kind] if _names(text, match, sentence, kind, original, ceiling) else ""
    if last in ("of", "under") and pair in ("age of", "ages of"):
        return "age"  # "by the age of four"
    if match["digits"]:
        if last in ("between", "from", "of") and len(words) > 1 and words[1][1] in ("aged", "ages", "age"):
            return "age"
        if named := closes_name(text, match, sentence, at, original, ceiling):
            return named
        return "age" if is_age(text, sentence, match) else ""
    if last == "for" and len(words) > 1 and words[1][1].strip(",(“–—-") in _LANGUAGES:
        return "idiom"  # "Spanish for twelve"
    # "Air Force One", "the Big Five", "the CBP One app"
    named = text[start].isupper() and original[:1].isupper() and original[-1:].isalnum()
    return "name" if named and not title_case(sentence) else ""


def _names(text: str, match: re.Match, sentence: Sentence, kind: str, original: str, ceiling: int) -> bool:
    """Whether a number behind a word that may announce a name is one: "unit 12", "Phase 2", "call 911"."""
    following = next_word(text, match.end(), ceiling)
    if kind == "age":
        return True
    if text[match.end() : match.end() + 2].strip()[:1] == "%":
        return False  # "Yes 51.9%, No 48.1%", "the region 25%"
    if kind == "capital" and (not original[:1].isupper() or "," in (match["digits"] or "")):
        return False  # "the old pit at Quebrada Honda 61,500"
    if kind == "index":
        return bool(match["digits"])
    if kind == "phone":
        return bool(match["digits"]) and (not following[:1].islower() or following.lower() in STOP)
    if not match["digits"]:
        if kind in ("list", "law") and original.islower() and original in IDIOMS["part of a work"]:
            return not is_plural(following) and not unit_here(text, match.end(), ceiling)  # "in chapter two"
        return text[match.start()].isupper() and original[:1].isupper() and not title_case(sentence)
    if original.endswith("ing") and original.islower() and kind == "list":
        return False  # "after finding 300kg of drugs", not "Finding 3"
    if kind in ("place", "thing", "capital"):
        measure = unit_here(text, match.end(), ceiling)
        if measure and len(measure[0]) > 2:
            return False  # "the Rio Grande Valley Sector 300 miles away"
        # "unit 12", "Phase 2" and "a level 3 offender" name something; "the group 40 guns" hardly occurs
        stops = following.lower() in STOP and following.lower() not in _COMPARISONS
        of_place = _OF_PLACE.search(text, max(0, match.start() - 60), match.start())
        counts = following[:1].islower() and not stops and (original.islower() or bool(of_place))
        deed = tells_deed(text, match.end(), ceiling)
        return deed or not (counts and _plural_near(text, match.end(), ceiling))
    return True


def _plural_near(text: str, at: int, ceiling: int) -> bool:
    """Whether one of the next words is a plural, as where something is counted; a singular noun is only named."""
    words = [word[0] for word in itertools.islice(_WORDS_AFTER.finditer(text, at, min(ceiling, at + 60)), 4)]
    words = words[1:] if words and words[0].lower() in _COMPARISONS else words
    return any(map(is_plural, itertools.takewhile(lambda word: word.lower() not in STOP, words)))
