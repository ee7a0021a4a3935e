"""Spanish numbers that count nothing: in names and laws, ages, years, lists."""

import re

from helpers.quantities.lists import kinds_of, listed
from helpers.quantities.readings import Aside
from helpers.quantities.spanish_around import (
    NOUN,
    STOP,
    TOKEN,
    unit_after,
)
from helpers.quantities.spanish_numerals import SpanishNumber
from helpers.texts import Sentence

__all__ = ["reference", "why_not"]

_NAMES = {row["word"]: row["kind"] for row in listed("es", "names")}
_IDIOMS = kinds_of("es", "idioms", "words")["idiom"]
_REFERENCES = [
    (
        "telephone",
        re.compile(
            r"\d{3}\s\d{2}\s\d{2}\s\d{2}(?!\d)|\d{2}\s\d{4}\s\d{4}(?!\d)|\d{3}\s\d{3}\s\d{3,4}(?!\d)|\d{2,3}-\d{3,4}-\d{4}"
        ),
    ),
    ("time", re.compile(r"\d{1,2}[:.]\d{2}(?=\s(?:horas|h\b|y\b|de\sla))|\d{1,2}:\d{2}|\d{1,2}\shoras\b")),
    ("ratio or date", re.compile(r"\d{1,6}(?:/\d{1,6}){1,3}")),
    ("reference", re.compile(r"\d{1,6}(?:-\d{1,6}){1,4}|0\d+")),
    ("ordinal", re.compile(r"\d{1,3}(?:\.?[ºª°]|er\b|ro\b|do\b|to\b|a\b)")),
    ("name", re.compile(r"\d{1,3}\s?(?=[”\"»])")),
    ("version or address", re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}(?![\d])(?<!\.\d{3})")),
]
_AGE_AFTER = re.compile(r"(?:\s(?:y|a|o)\s\d{1,2}|-\d{1,2})?\s(?:años|meses|semanas|días)\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:edad(?:es)?|entre|de|tienen|tiene|cumplió)\s(?:entre\s)?(?:los\s)?(?:\d{1,2}\s(?:y|a|o)\s)?(?:los\s)?$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Cc]arrera|[Pp]aseo|[Bb]ulevar|[Cc]alzada)\s(?:(?:de\s(?:la\s|los\s|las\s)?)?[A-ZÁÉÍÓÚÑ][\w.]{0,20}\s){1,4}$"
)
_LENGTH_AFTER = re.compile(
    r"\s(?:horas?|días?|semanas?|mes(?:es)?|años?|minutos?|segundos?)\b", re.IGNORECASE
)


def reference(text: str, sentence: Sentence, number: SpanishNumber) -> Aside | None:
    """A telephone, a time, a file number, what a word before makes a name, an age."""
    start, end = number.start, number.end
    if text[start].isdigit():
        for reason, pattern in _REFERENCES:
            if match := pattern.match(text, start, sentence.end):
                return Aside(start, max(match.end(), end), reason)
        if (
            text[start - 1 : start] in tuple("-–#@/_")
            and text[start - 2 : start - 1].isalnum()
            and start > sentence.start
        ):
            return Aside(start, end, "name")
        following = text[end : end + 1]
        if following.isalpha() and unit_after(text, end, sentence.end, "")[0] == "count":
            return Aside(start, end, "name")
    left = text[max(sentence.start, start - 60) : start]
    if _AGE_AFTER.match(text, end, sentence.end) and (
        _AGE_BEFORE.search(left) or text.startswith(" años de edad", end)
    ):
        return Aside(start, end, "age")
    words = [match[0].lower().strip('(“"«,') for match in TOKEN.finditer(left)][:-4:-1]
    kind = (
        next((_NAMES[word] for word in (words[0], words[0].rstrip(":")) if word in _NAMES), "")
        if words
        else ""
    )
    if not kind and len(words) > 2 and words[0] in ("y", "a", "e") and words[1].strip(",.").isdigit():
        kind = _NAMES.get(words[2], "")  # "artículos 194 y 195"
    named = NOUN.match(text, end, sentence.end)
    if _STREET.search(left) and text[start].isdigit() and not (named and named[1].endswith("s")):
        kind = "address or place"
    if kind and (text[start].isdigit() or kind != "name"):
        return Aside(start, end, kind)
    return None


def why_not(text: str, sentence: Sentence, number: SpanishNumber) -> str:
    """Why a number without a unit counts nothing; empty if it may."""
    start, end = number.start, number.end
    words = text[start:end].lower()
    if words == "uno" or text[max(sentence.start, start - 5) : start].lower().endswith("cada "):
        return "one of several"
    around = text[max(sentence.start, start - 12) : end + 12].lower()
    if any(words in idiom and idiom in around for idiom in _IDIOMS):
        return "idiom"
    if _LENGTH_AFTER.match(text, end, sentence.end):
        return "length of time"
    if text[start].isdigit() and re.fullmatch(r"(?:19|20)\d\d", words):
        noun = NOUN.match(text, end, sentence.end)
        return "" if noun and noun[1].endswith("s") and noun[1].lower() not in STOP else "year"
    if re.match(r"[.)]\s", text[end : end + 2]) and start == sentence.start:
        return "list number"
    return ""
