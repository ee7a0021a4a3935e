"""Finds the temporal expressions of a language that is laid out as data: a folder of `helpers/data/dates/` with
its words and its phrases.

`words.csv` has the words by kind, `phrases.csv` what may be said with them: literal words, `[what may be left
out]`, `(one|or another)` and slots in braces that a kind of words fills ({month}, {number}, {inner} for an
expression inside). A row gives the kind of `Expression`, and in `sets` what the words say without a slot. What
an expression means on the calendar is the work of `helpers.dates.resolve`, for every language.

>>> [(e.kind, e.month, e.day, e.last_day) for e in find_phrases("del 5 al 9 de junio", "es")]
[('day', 6, 5, 9)]
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from helpers.dates.words import Expression, language_words, period_value
from helpers.texts import DATA, word_list

__all__ = ["find_phrases"]

_WORD = re.compile(r"\w+")
_DEPTH = 2  # how often an expression may hold another one
_DIGITS = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)",
    "day2": r"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)",
    "monthnumber": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "days": r"\d{1,2}(?:, \d{1,2}){1,5} [ye] \d{1,2}(?!\d)",
    "year": r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|\s?%)",
    "number": r"\d{1,4}(?!\d|[.,:/]\d|\s?%)",
    "year2": r"(?:(?:1[89]|20|21)\d\d|\d\d)(?!\d|[.,]\d)",
    "number2": r"\d{1,4}(?!\d|[.,:/]\d|\s?%)",
    "decade": r"(?:(?:19|20)\d0|[2-9]0)(?!\d)",
    "clock": r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)",
}
_SAME_WORDS = {
    "day": "first",
    "day2": "",
    "monthnumber": "",
    "year": "",
    "clock": "",
    "decade": "",
    "days": "",
    "year2": "",
}
_SAME_WORDS |= {"number2": "number", "unit2": "unit", "weekday2": "weekday"}
_NUMBERS = {
    "day": "day",
    "day2": "last_day",
    "month": "month",
    "monthnumber": "month",
    "year": "year",
    "year2": "last_day",
}
_NUMBERS |= {"weekday": "weekday", "ordinal": "day"}
_TEMPLATE = re.compile(r"\{(\w+)\}|([\[\]()|])|([^{}\[\]()|]+)")


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
            found += f"(?P<{slot}>{_slot(slot, language)})"
        elif sign:
            found += {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}[sign]
        else:
            found += re.sub(r"\\ ", " ", re.escape(words)).replace(r"\?", "?").replace("-/ ", "-/ ")
    return found


def _slot(slot: str, language: str) -> str:
    words = language_words(language, _SAME_WORDS.get(slot, slot))
    forms = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    spelled = rf"(?:{'|'.join(forms)})(?!\w)" if forms else ""
    return "|".join(filter(None, (_DIGITS.get(slot, ""), spelled)))


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
        if items := _read(text, start, language, _DEPTH):
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
        slots |= {k: v for k, v in more.groupdict().items() if v}
    if not _allowed(text, at, end, phrase, slots, language, depth):
        return None
    return _expression(Expression(at, end, phrase.kind, **nested), match, phrase, slots, language)


def _expression(
    item: Expression, match: re.Match, phrase: Phrase, slots: dict[str, str], language: str
) -> Expression | None:
    """The expression with what its slots and its row say."""
    for slot, attribute in _NUMBERS.items():
        if slot in slots:
            setattr(item, attribute, int(_value(slot, slots[slot], language)))
    sets = phrase.sets
    number = float(sets.get("number", 0))
    item.part, item.mod, item.anchor = (
        sets.get("part", ""),
        sets.get("mod", ""),
        sets.get("anchor", "publication"),
    )
    item.unit = sets.get("unit", "").replace("_", " ")
    if "part" in slots:
        item.mod = _value("part", slots["part"], language)
    if "season" in slots:
        item.value = _value("season", slots["season"], language)
    if "period" in slots:
        item.unit = _value("period", slots["period"], language)
    if "days" in slots:
        item.value, item.day = "days", 1
    item.number = number
    if sets.get("word"):
        item.number = {"hoy": 0, "ayer": -1}.get(match[0].lower(), -2)
    return _KINDS.get(item.kind, lambda item, *_: item)(item, sets, slots, language)


def _value(slot: str, word: str, language: str) -> str:
    if word[0].isdigit() and slot in _DIGITS and word.isdigit():
        return word
    return language_words(language, _SAME_WORDS.get(slot, slot))[word.lower()]


def _duration(
    item: Expression, sets: dict[str, str], slots: dict[str, str], language: str
) -> Expression | None:
    number = float(_value("number", slots["number"], language)) + (0.5 if sets.get("half") else 0)
    unit = _value("unit", slots["unit"], language)
    item.value = period_value(number, unit)
    if "number2" not in slots:
        return item
    second = float(_value("number2", slots["number2"], language))
    if "unit2" not in slots:  # "de dos a cuatro años"
        item.value += f"/{period_value(second, unit)}"
        return item if second > number else None
    smaller = _value("unit2", slots["unit2"], language)
    if (unit, smaller) == ("Y", "M") and second < 12:
        item.value = period_value(number * 12 + second, "M")
    elif smaller == "D" and unit in ("Y", "M", "W"):
        item.value += f"{second:g}D"
    else:
        return None
    return item


def _ago(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    number, unit = float(_value("number", slots["number"], language)), _value("unit", slots["unit"], language)
    if unit[0] == "T" or number != int(number):
        return replace(item, kind="duration", value=period_value(number, unit))
    return replace(item, unit=unit, number=number * int(sets["number"]))


def _years(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression | None:
    last = item.last_day if item.last_day > 99 else item.year // 100 * 100 + item.last_day
    return replace(item, last_day=last) if item.year < last <= item.year + 60 else None


def _with_period(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    """ "a finales de año", "en lo que va del año": the period is the current one."""
    if sets.get("inner") == "shift":
        item.inner = Expression(item.start, item.end, "shift", unit=item.unit)
    return item


def _share(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression | None:
    if "period" in slots:
        number = -1 if sets["inner"] == "last" else 0
        item.inner = Expression(item.start, item.end, "shift", unit=item.unit, number=number)
    if not item.inner or item.inner.kind not in ("year", "shift", "month", "quarter", "half"):
        return None
    if "span" in slots:
        item.unit = _value("span", slots["span"], language)
    if "number" in slots:
        item.day, item.number = int(sets["day"]), float(_value("number", slots["number"], language))
        item.unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}.get(
            _value("unit", slots["unit"], language), ""
        )
    return item if item.unit else None


def _decade(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    year = int(slots["decade"])
    return replace(item, year=year if year > 99 else 1900 + year)


def _time(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    return replace(item, clock=f"{slots['clock']:0>5}")


_KINDS = {
    "duration": _duration,
    "ago": _ago,
    "years": _years,
    "part": _with_period,
    "so far": _with_period,
    "share": _share,
    "decade": _decade,
    "time": _time,
}


# ---- what only the words around can tell


def _allowed(
    text: str, at: int, end: int, phrase: Phrase, slots: dict[str, str], language: str, depth: int
) -> bool:
    """Whether the words around let a phrase stand: a cue before a bare year or month, no age, no "la mañana"."""
    before = re.findall(r"\w+", text[max(0, at - 24) : at])[-2:]
    word = before[-1].lower() if before else ""
    if (cue := phrase.sets.get("cue")) and depth == _DEPTH:
        if word not in language_words(language, cue):
            return False
        counted = re.match(r"\s(?!del?\b)\w+s\b", text[end : end + 20])
        if counted and "year" in slots and language_words(language, cue)[word] != "sure":
            return False
    if phrase.sets.get("nested") and depth == _DEPTH:
        return False
    if phrase.kind == "day" and word in language_words(language, "name_before"):
        return False
    if (
        phrase.kind == "month"
        and len(before) == 2
        and before[0].isdigit()
        and word == "de"
        and depth == _DEPTH
    ):
        return False  # of "calle 16 de Septiembre"
    if phrase.sets.get("alone") and word in language_words(language, "article"):
        return False
    if phrase.kind == "duration":
        return _is_length(text, at, end, slots, language)
    return True


def _is_length(text: str, at: int, end: int, slots: dict[str, str], language: str) -> bool:
    """Whether a number of units is a length and no age: "una pena de 12 años", not "un hombre de 37 años"."""
    clause = re.split(r"[;.:]", text[max(0, at - 50) : at])[-1]
    hedges = language_words(language, "hedge")
    before = [word.lower() for word in re.findall(r"\w+", clause) if word.lower() not in hedges]
    word = before[-1] if before else ""
    unit = language_words(language, "unit")[slots["unit"].lower()]
    larger = word in language_words(language, "number_before") or word in language_words(language, "repeated")
    if larger or unit == "TH" and word == "las":  # "a las 9 horas"
        return False
    if _after(text, end, language_words(language, "unless_length_after")):
        return False
    if slots["number"].lower() in language_words(language, "one") and word not in language_words(
        language, "length_cue"
    ):
        return bool(_after(text, end, language_words(language, "length_after")))
    if unit not in ("Y", "M"):
        return True
    if _after(text, end, language_words(language, "length_after")):
        return True
    aged = language_words(language, "age_before")
    if (
        _after(text, end, language_words(language, "age_after"))
        or word in aged
        or not aged.keys().isdisjoint(before[-8:])
    ):
        return False
    if text[at - 1 : at] == "(" or re.search(r",\s$", text[:at]) and text[end : end + 1] in (",", ")", ""):
        return False  # "Juan N, 32 años,"
    nouns = language_words(language, "length_noun")
    opens_age = language_words(language, "age_link")
    return word not in opens_age or not nouns.keys().isdisjoint(before[-5:])


def _after(text: str, end: int, words: dict[str, str]) -> bool:
    return text[end : end + 40].lower().lstrip().startswith(tuple(words))
