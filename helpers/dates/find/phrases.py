"""Finds the temporal expressions of a language that is laid out as data: a folder of `helpers/data/dates/` with
its words and its phrases.

`words.csv` has the words by kind, `phrases.csv` what may be said with them: literal words, `[what may be left
out]`, `(one|or another)`, `^` where the quote begins and slots in braces that a kind of words fills ({month}, {number}, {inner} for an
expression inside). A row gives the kind of `Expression`, and in `sets` what the words say without a slot. What
an expression means on the calendar is the work of `helpers.dates.resolve`, for every language.

>>> [(e.kind, e.month, e.day, e.last_day) for e in find_phrases("del 5 al 9 de junio", "es")]
[('day', 6, 5, 9)]
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from helpers.dates.find.phrase_context import is_allowed
from helpers.dates.find.phrase_kinds import KINDS
from helpers.dates.find.slots import SLOT_NUMBERS, pattern_of, value_of
from helpers.dates.words import Expression
from helpers.texts import DATA, word_list

__all__ = ["find_phrases"]

_WORD = re.compile(r"\w+")
DEPTH = 2  # how often an expression may hold another one
_TEMPLATE = re.compile(r"\{(\w+)\}|([\[\]()|^])|([^{}\[\]()|^]+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of `phrases.csv`: its pattern up to the expression inside, what follows it, and what it says."""

    pieces: tuple[re.Pattern, ...]
    inner: tuple[str, ...]
    kind: str
    sets: dict[str, str]


@cache
def _phrases(language: str) -> tuple[Phrase, ...]:
    return tuple(
        _compile(row["phrase"], row["kind"], row["sets"], language)
        for row in word_list(f"dates/{language}/phrases")
    )


def _compile(template: str, kind: str, sets: str, language: str) -> Phrase:
    """A template as patterns, cut where another expression stands inside."""
    inner = tuple(re.findall(r"\{(inner|until)\}", template))
    parts = re.split(r"\{(?:inner|until)\}", template)
    last = len(parts) - 1
    ends = r"(?!\w)" if not parts[last].endswith("}") or not inner else ""
    pieces = tuple(
        re.compile(f"(?i:{_pattern(part, language)}){ends if number == last else ''}")
        for number, part in enumerate(parts)
    )
    return Phrase(pieces, inner, kind, dict(pair.split("=") for pair in sets.split()))


def _pattern(template: str, language: str) -> str:
    found = ""
    for slot, sign, words in _TEMPLATE.findall(template):
        if slot:
            found += f"(?P<{slot}>{pattern_of(slot, language)})"
        elif sign:
            found += {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "^": "(?P<start>)"}[sign]
        else:
            found += re.sub(r"\\ ", " ", re.escape(words)).replace(r"\?", "?").replace("-/ ", "-/ ")
    return found


def find_phrases(text: str, language: str) -> list[Expression]:
    """The temporal expressions of a sentence in the order of the text; they do not overlap.

    Returns:
        None in a language without a folder of words.
    """
    found: list[Expression] = []
    at = 0
    for word in _WORD.finditer(text) if (DATA / "dates" / language).is_dir() else ():
        start = word.start()
        if start < at or start and text[start - 1] in "$€£.,:/-–#" and word[0].isdigit():
            continue
        if items := _read(text, start, language, DEPTH):
            found += items
            at = items[-1].end
    return found


def _read(text: str, at: int, language: str, depth: int) -> list[Expression]:
    """What the first phrase says that fits at this place: usually one expression, two for "3 y 7 de mayo"."""
    for phrase in _phrases(language):
        if phrase.inner and not depth or not (item := _match(text, at, phrase, language, depth)):
            continue
        apart = phrase.sets.get("apart") and item.last_day and item.last_day != item.day + 1
        return _days(text, item) if apart or item.value == "days" else [item]
    return []


def _days(text: str, item: Expression) -> list[Expression]:
    """Each day of "3, 4 y 7 de mayo"; the last one keeps the month."""
    numbers = [day for day in re.finditer(r"\d+(?!\d)", text[item.start : item.end]) if len(day[0]) < 3]
    days = [
        replace(
            item,
            start=item.start + day.start(),
            end=item.start + day.end(),
            day=int(day[0]),
            last_day=None,
            value="",
        )
        for day in numbers
    ]
    days[-1].end = item.end
    return days


def _match(text: str, at: int, phrase: Phrase, language: str, depth: int) -> Expression | None:
    match = phrase.pieces[0].match(text, at)
    if not match:
        return None
    slots, end, nested = {k: v for k, v in match.groupdict().items() if v}, match.end(), {}
    for name, piece in zip(phrase.inner, phrase.pieces[1:], strict=True):
        items = _read(text, end, language, depth - 1)
        more = piece.match(text, items[0].end) if items else None
        if not more:
            return None
        nested[name], end = items[0], more.end()
    sets = phrase.sets | ({} if depth == DEPTH else {"inside": "yes"})
    if not is_allowed(text, at, end, phrase.kind, sets, slots, language):
        return None
    start = match.start("start") if "start" in phrase.pieces[0].groupindex else at
    return _expression(Expression(start, end, phrase.kind, **nested), match, phrase, slots, language)


def _expression(
    item: Expression, match: re.Match, phrase: Phrase, slots: dict[str, str], language: str
) -> Expression | None:
    """The expression with what its slots and its row say."""
    for slot, attribute in SLOT_NUMBERS.items():
        if slot in slots:
            setattr(item, attribute, int(value_of(slot, slots[slot], language)))
    sets = phrase.sets
    number = float(sets.get("number", 0))
    item.value = sets.get("value", "")
    item.part, item.mod, item.anchor = (
        sets.get("part", ""),
        sets.get("mod", ""),
        sets.get("anchor", "publication"),
    )
    item.unit = sets.get("unit", "").replace("_", " ")
    if "part" in slots:
        item.mod = value_of("part", slots["part"], language)
    if "longer" in slots:
        item.unit = value_of("longer", slots["longer"], language)
    if "season" in slots:
        item.value = value_of("season", slots["season"], language)
    if "period" in slots:
        item.unit = value_of("period", slots["period"], language)
    if "days" in slots:
        item.value, item.day = "days", 1
    item.number = number
    if sets.get("word"):
        item.number = {"hoy": 0, "ayer": -1}.get(match[0].lower(), -2)
    return KINDS.get(item.kind, lambda item, *_: item)(item, sets, slots, language)


# ---- what only the words around can tell
