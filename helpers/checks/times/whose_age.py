"""Whose age, or whose birth, words tell of: a name, "he", "the accused", or somebody brought in beside others ("her mother", "a nurse").

In: an age or a date of birth with its sentence. Out: `Bearer`, and whether two are the same (`same_bearer`): True, False, or
None where the words leave it open.
"""

import re
from dataclasses import dataclass

from helpers.checks.cues import find_cue
from helpers.checks.frames import Moment
from helpers.texts import MONTH_NAMES, PEOPLE_CLASSES, WEEKDAY_NAMES, noun_class, singular

__all__ = ["bearer_of", "same_bearer"]

_DATED = "|".join([*MONTH_NAMES, *WEEKDAY_NAMES])
_OPENER = r"Born|The|On|In|At|By|After|Before|When|While|If|It|He|She|They|His|Her|Their|Its|A|An|This|That|But|And|As|For|From|Of|With|Now|Then|Aged|Both|Today|Last|Only"
_NAME = re.compile(
    rf"\b(?!(?:{_OPENER}|{_DATED})\b)[^\W\d_a-z][\w’'-]+(?:\s(?:(?:de|da|dos|van|von|der|al|bin|del|la)\s){{0,2}}(?![“\"])[^\W\d_a-z][\w’'.-]*){{0,4}}"
)
_PLACE = re.compile(r"\b(?:in|at|from|of|near|off|outside|around|via)\s(?:the\s)?(?:[^.;:]{0,40},\s)?$", re.I)
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.I)
_SOMEBODY = re.compile(
    r"\b(?P<which>an?|another|one|his|her|their|its|whose|the|this|[\w’'-]+[’']s?)\s(?P<words>(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+))(?![\w’'-])",
    re.I,
)
_BORN = re.compile(r"\b(?:born|birth|birthday|birthdate|b\.|d\.?o\.?b\.?)(?!\w)", re.I)
_SENTENCE = re.compile(r"[.;]\s(?=[^\W\d_a-z])")
_FEMALE, _MALE = ("she", "her", "ms", "mrs"), ("he", "his", "mr")


@dataclass(frozen=True)
class Bearer:
    """Who is told of: `kind` is name, pronoun, known ("the accused"), other ("her mother", "a nurse") or thing ("the club");
    `words` in lower case; `start`: where they stand in the article."""

    kind: str
    words: str
    start: int


def bearer_of(one) -> Bearer | None:
    """Who has an age, or was born on a date; None where the words do not tell."""
    is_birth = isinstance(one, Moment)
    before, at = one.before[-200:], one.start - len(one.before[-200:])
    if is_birth and (born := list(_BORN.finditer(before))):
        before = before[: born[-1].start()]
    parts = list(_SENTENCE.finditer(before))
    cut = parts[-1].end() if parts else 0
    found = _people(before[cut:], at + cut)
    if found:
        return max(found, key=lambda one: one.start)
    behind = _people(one.after[:80], one.end) if is_birth else []
    return min(behind, key=lambda one: one.start, default=None)


def _people(words: str, at: int) -> list[Bearer]:
    """The people that words name."""
    found = [Bearer("pronoun", x[0].lower(), at + x.start()) for x in _PRONOUN.finditer(words)]
    for name in _NAME.finditer(words):
        if not _PLACE.search(words[: name.start()]):
            found.append(Bearer("name", name[0].lower(), at + name.start()))
    if cue := find_cue("other person", words):
        found.append(Bearer("other", cue.lower(), at + words.rindex(cue)))
    for some in _SOMEBODY.finditer(words):
        if bearer := _of_noun(some["which"], some["noun"], at + some.start()):
            found.append(bearer)
    return found


def _of_noun(which: str, noun: str, start: int) -> Bearer | None:
    kind = noun_class(singular(noun.lower()))
    if kind in PEOPLE_CLASSES:
        known = which.lower() in ("the", "this")
        return Bearer("known" if known else "other", noun.lower(), start)
    return None


def same_bearer(a: Bearer | None, b: Bearer | None) -> bool | None:
    """Whether two are one; None where the words leave it open."""
    if a is None or b is None:
        return None
    if a.start == b.start:
        return True
    first, later = sorted((a, b), key=lambda one: one.start)
    if later.kind == "other":
        return False
    kinds = {a.kind, b.kind}
    if kinds == {"name"}:
        return bool(_tokens(a) & _tokens(b))
    if kinds == {"pronoun"} and a.words != b.words:
        return False
    return None


def _tokens(one: Bearer) -> set[str]:
    return {word.removesuffix("'s").removesuffix("’s") for word in one.words.split() if len(word) > 2}
