"""What a number says something of, where that is the subject of its verb: "The fine was $3 million", "The yield on the
bond rose to 2.45pc"."""

import re

from helpers.quantities.lists import dimension_of
from helpers.quantities.noun_phrase import NUMBER_OF, noun_phrase
from helpers.quantities.numerals import IDIOMS, NUMBERS, STOP, title_case
from helpers.quantities.readings import Reading
from helpers.texts import Sentence, person_nouns

__all__ = ["subject_of"]

_NOUN_HERE = re.compile(r"\sof\b")  # "an increase of 54": no verb
# "police estimate the street value of the drugs to be $440 million"
_ESTIMATED = re.compile(
    r"\b(?:estimates?d?|believed?s?|puts?)\s(?:the\s|their\s|its\s)((?:[a-z]{3,12}\s)?(?:value|price|cost|weight|worth|number|total|amount))\b.{0,80}\sto\s$"
)
_TIMES = frozenset(("day", "week", "month", "quarter", "year", "weekend", "morning", "time"))
_MOST_WORDS = 8
_VALUE_VERBS = IDIOMS["value verb"] | IDIOMS["change verb"]
_VERB = re.compile(r"(?<=\s)([a-z]{2,12})(?=\s)")
_CLAUSE = re.compile(
    r"\s(?:shows?|showed|says?|said|finds?|found|reveals?|revealed|indicates?d?|claims?|claimed)\s(?=[a-z])(?!to\b)|[,;:.(—–]\s|\s-\s|\s(?:and|but|that|while|when|as|which|because|where|or(?!\s(?:(?:long|old|young|few)er|more|less)\b))\s|\s[“\"]"
)
_DETERMINER = re.compile(
    r"^(?:(?:and|but|while|that)\s)?(?:(?:the|its|their|his|her|our|a|an|this|that|these|those|all|each|every|some|average|total)\s){0,2}",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"^[A-Z]\w{2,12}\s(?=the\s)")  # "and July the number of"


def subject_of(text: str, sentence: Sentence, one: Reading) -> str:
    """The subject of the verb before a number, if the number tells of it; else empty."""
    left = text[max(sentence.start, one.start - 200) : one.start]
    verbs = [
        match
        for match in _VERB.finditer(left)
        if match[1].lower() in _VALUE_VERBS and not _NOUN_HERE.match(left, match.end())
    ]
    if not verbs or len(left[verbs[-1].end() :].split()) > 9 or re.search(r"[,;:]", left[verbs[-1].end() :]):
        return ""
    if one.unit == "count" and left.endswith(" in "):
        return ""  # "women gained ground in 32", of some chambers
    if verbs[-1][1] in IDIOMS["verb of owners"] and (one.unit == "$" or dimension_of(one.unit) == "money"):
        return ""
    clause = _CLAUSE.split(left[: verbs[-1].start()])[-1]
    if estimated := _ESTIMATED.search(clause):
        return estimated[1]
    if one.start - len(left) > sentence.start and clause == left[: verbs[-1].start()]:
        return ""  # it begins too far away
    clause = _AFTER_DATE.sub("", clause.strip('“”"‘ '))
    opens = left.startswith(clause) and one.start - len(left) == sentence.start
    words = _DETERMINER.sub("", clause).split()
    end = _noun_end(words)
    if (
        not words
        or words[0].lower().split("-")[0] in NUMBERS
        or end == 1
        and words[0].lower() in NUMBER_OF
        and words[1:2] != ["of"]
    ):
        return ""
    if words[end:] and words[end] == "of" and words[end - 1].lower() in NUMBER_OF:
        of_them = " ".join(words[end:])
        return noun_phrase(f" {of_them}", 0, len(of_them) + 1, "percent")
    if words[:end] and words[end - 1].isdigit():
        return ""  # "Resident 7 fell twice"
    said = 0 < end <= _MOST_WORDS and (words[0][0].isalpha() or "-" in words[0])
    counted = said and not _acts(words[:end], sentence, one, opens=opens)
    return " ".join(words[:end]).strip(",.;:") if counted else ""


def _noun_end(words: list[str]) -> int:
    """How many of the first words are a noun phrase: up to a verb, an adverb or a small word."""
    ends = (
        place
        for place, word in enumerate(words)
        if word.lower() in STOP or word.lower() in _VALUE_VERBS or place and word.endswith(("ed", "ly"))
    )
    return next(ends, len(words))


def _acts(words: list[str], sentence: Sentence, one: Reading, *, opens: bool) -> bool:
    """Whether the subject is somebody or a time, of whom no number tells: "Customs Enforcement held 300", "the
    officers paid $500", "this week was 12"; `opens` is whether its first word begins the sentence."""
    last = words[-1].lower().strip(",.;:")
    if last in _TIMES:
        return True
    if one.unit != "count" and last in person_nouns():
        return one.unit == "$" or dimension_of(one.unit) in ("money", "mass")
    named = [word for word in words[1 if opens else 0 :] if word[:1].isalpha()]
    proper = all(word[0].isupper() for word in named) and (named or words[0].isupper())
    return one.unit != "percent" and bool(proper) and not title_case(sentence)
