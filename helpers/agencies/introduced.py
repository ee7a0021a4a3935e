"""People whom a sentence introduces by one name only: "his sister, Beryl,", "a baker named Ilse", "a woman who gave her
name as Tamar", "identified only as Witness K".
"""

import re

from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.people import Person
from helpers.texts import LONGEST_SENTENCE, Sentence

__all__ = ["begins_with", "introduced"]

_NAME = r"([A-ZÀ-Þ][\w’'-]{1,30})(?![\w’'-]| [A-ZÀ-Þ])"
_BY_KIN = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Tt]he|[Aa]n?|[Oo]ne)|['’]s?) (?:[\w-]{{1,20}} ){{0,3}}?([a-z-]{{3,20}}),? {_NAME}"
)
_AS = r"[“\"‘']?((?:[A-Z][a-z]{2,12}|Mrs?\.|Ms\.?) [A-Z]\b\.?|[A-ZÀ-Þ][\w’'-]{1,30}(?![\w’'-]))(?! [A-ZÀ-Þ])"
_BY_NAME = re.compile(
    r"([\w-]{3,20}),? (?:who (?:is|was) )?(?:[a-z]{2,12}ly )?(?:named|called|nicknamed"
    rf"|(?:known|identified|referred to)(?: (?:only|simply|here|in|by|to|court|police|the|prosecutors)){{0,4}} as) {_AS}(?! (?:an?|the|as|to)\b)"  # "The lawyer called Sample a liar"
)
_GAVE = (
    r"(?:gave|gives|giving) (?:(?:his|her|their) (?:\w{1,10} )?name (?:only )?as"
    r"|only (?:his|her|their|a) (?:first |last )?name,)"
)
_ASKED = r"asked to be (?:called|(?:identified|named|quoted)(?: only)? as)|whom (?:\w{1,12} ){1,3}calls?"
_GOES = (  # "The bus goes by Leeds" names nobody
    r"(?:(?<=who )(?:goes|went) by|going by(?= the (?:name|nickname|alias)))(?: the)?(?: \w{1,10})?(?: of)?"
    r"|introduced (?:him|her)self as"
)
_OWN_NAME = re.compile(rf"([\w-]{{3,20}}),? (?:who )?(?:{_GAVE}|{_ASKED}|{_GOES}) {_AS}")
_BY_AGE = re.compile(rf"{_NAME}, \d{{1,2}},")  # "Nermin, 19, left in May"
_FRONT = re.compile(
    r"(?:(?:But|And|Yet|Then|So|Only|Even|Later|Outside|Inside),? )?(?:(?:(?:[Tt]he|[Hh]is|[Hh]er|[Aa]) )?(?:[\w-]{1,20} ){0,3}[\w-]{1,20})?"
)


def introduced(sentence: Sentence, people: list[Person]) -> list[tuple[Person, str, int]]:
    """Name with its place, what the person is, and where the words for that begin.

    Args:
        sentence: The sentence.
        people: The names that it holds.
    """
    found: dict[int, tuple[Person, str, int]] = {}
    single = {one[1] for one in people if " " not in one[0]}
    for pattern in (_BY_KIN, _BY_NAME, _OWN_NAME):
        for match in pattern.finditer(sentence.text[:LONGEST_SENTENCE]):
            noun, name = match[1].lower(), match[2]
            if name.endswith(("'s", "’s")):
                continue  # "The driver, Jo's brother, said"
            if (" " in name or match.start(2) in single) and (_is_person(noun) or pattern is _OWN_NAME):
                person = (name, match.start(2), match.end(2))
                title = match[1] if _is_person(noun) else ""
                found.setdefault(match.start(2), (person, title, match.start()))
    first = _BY_AGE.match(sentence.text)
    if first and first.start(1) in single:
        found.setdefault(first.start(1), ((first[1], first.start(1), first.end(1)), "", first.start(1)))
    return list(found.values())


def begins_with(sentence: Sentence, start: int) -> bool:
    """Whether a sentence begins with the words for somebody: "But the old man's sister, Beryl,"."""
    return _FRONT.fullmatch(sentence.text[:start].strip()) is not None


def _is_person(noun: str) -> bool:
    if noun.endswith("-year-old"):
        return True
    few = noun in statement_words("nobody") | statement_words("people") or noun.endswith("s")
    return not few and source_class(noun, noun) == "person"
