"""Whether the words around let a phrase stand: a cue before a bare year, no age, no "la mañana".

>>> is_allowed("en 2019", 3, 7, "year", {"cue": "year_cue"}, {"year": "2019"}, "es")
True
"""

import re

from helpers.dates.words import language_words


def is_allowed(
    text: str, at: int, end: int, kind: str, sets: dict[str, str], slots: dict[str, str], language: str
) -> bool:
    """Whether the words around let a phrase stand: a cue before a bare year or month, no age, no "la mañana"."""
    outermost = "inside" not in sets
    before = re.findall(r"\w+", text[max(0, at - 24) : at])[-2:]
    word = before[-1].lower() if before else ""
    if (cue := sets.get("cue")) and outermost:
        if word not in language_words(language, cue):
            return False
        counted = re.match(r"\s(?!del?\b)\w+s\b", text[end : end + 20])
        if counted and "year" in slots and language_words(language, cue)[word] != "sure":
            return False
    if (
        any(slots[name][0].isupper() for name in ("month", "weekday") if name in slots)
        and "year" not in slots
    ):
        return not text[:at].strip() or text.isupper()  # "Plaza de Mayo", "la casa de Julio"
    if sets.get("nested") and outermost:
        return False
    if kind == "year" and outermost and len(before) == 2 and before[0].isdigit() and word in ("de", "del"):
        return False  # "Decreto 1067 de 2015": the number of a law
    if kind == "day" and word in language_words(language, "name_before"):
        return False
    if kind == "month" and len(before) == 2 and before[0].isdigit() and word == "de" and outermost:
        return False  # of "calle 16 de Septiembre"
    if sets.get("alone") and word in language_words(language, "article"):
        return False
    if kind == "duration":
        return _is_length(text, at, end, slots, language)
    return True


def _is_length(text: str, at: int, end: int, slots: dict[str, str], language: str) -> bool:
    """Whether a number of units is a length and no age: "una pena de 12 años", not "un hombre de 37 años"."""
    clause = re.split(r"[;.:]", text[max(0, at - 50) : at])[-1]
    clause = re.sub(r"\d+ (?:a|o|y) $", "", clause)  # "de 24 a 41 años"
    hedges = language_words(language, "hedge")
    before = [word.lower() for word in re.findall(r"\w+", clause) if word.lower() not in hedges]
    word = before[-1] if before else ""
    unit = language_words(language, "unit")[slots["unit"].lower()]
    larger = word in language_words(language, "number_before") or word in language_words(language, "repeated")
    if larger or unit == "TH" and word == "las":  # "a las 9 horas"
        return False
    if unit in ("TM", "TS") and word in ("con", "y") and before[-2:-1] == ["horas"]:
        return False  # "a las 22 horas con 15 minutos"
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
    return word not in opens_age or not nouns.keys().isdisjoint(before[-3:] if word == "de" else before[-5:])


def _after(text: str, end: int, words: dict[str, str]) -> bool:
    return text[end : end + 40].lower().lstrip().startswith(tuple(words))
