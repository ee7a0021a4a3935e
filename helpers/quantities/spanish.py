"""Quantities in Spanish: "más de 1.5 toneladas", "dos mil 300 litros", "26 millones de pesos".

The words are in `data/quantities/es/`; units, signs and what becomes of a reading are those of all languages.
A point is a decimal point where the article writes thousands with a comma, as in Mexico, and marks thousands
where it does not, as in Spain and South America.

>>> from helpers.texts import Article, sentences
>>> text = "La policía detuvo a dos personas y aseguró dos mil 300 litros de gasolina y 1,5 toneladas de droga."
>>> sentence = sentences(Article(slug="x", text=text))[0]
>>> [(text[one.start : one.end], one.low, one.unit) for one in find_quantities(text, sentence, [])]
[('dos', 2.0, 'count'), ('dos mil 300 litros', 2300.0, 'litre'), ('1,5 toneladas', 1.5, 'tonne')]
"""

import re
from collections.abc import Iterator, Sequence

from helpers.quantities.marks import mark_end
from helpers.quantities.readings import Aside, Reading
from helpers.quantities.spanish_around import (
    NOUN,
    STOP,
    bound_after,
    bound_before,
    sign_before,
    unit_after,
)
from helpers.quantities.spanish_numerals import NUMBER, SHARE, SpanishNumber, number_at, share_of
from helpers.quantities.spanish_references import reference, why_not
from helpers.texts import Sentence, number_words

__all__ = ["find_quantities", "thing_counted"]

_LINK = re.compile(r"\s(?P<link>y|a|o)\s|\s?[-–]\s?")
_TAKES_DE = {word for word, (kind, _) in number_words("es").items() if kind == "scale"} - {"mil", "cien"}
_OF = re.compile(r"\sde(?:\s(?:un|una|la|las|los|el))?(?=\s[a-záéíóúñ])")
_PER = re.compile(
    r"\s(?:por|cada|al|a\sla)\s(persona|cabeza|día|semana|mes|año|hora|noche|kilo|litro|gramo|viaje|habitante)\b|\scada\suno\b"
)
_ALSO_PEOPLE = ("BOB",)  # a currency whose name is that of its people
_ARTICLES = ("un", "una")
_MOST_WORDS = 5


def find_quantities(text: str, sentence: Sentence, dates: Sequence[tuple]) -> Iterator[Reading | Aside]:
    """The quantities of a Spanish sentence, and the numbers in it that count nothing.

    Args:
        text: The folded text of the article.
        dates: (start, end, row) of the temporal expressions in the sentence.
    """
    at = sentence.start
    for share in SHARE.finditer(text, sentence.start, sentence.end):
        if not _in_dates(dates, share.start()):
            yield from _between(text, sentence, dates, at, share.start())
            yield _share(text, sentence, share)
            at = share.end()
    yield from _between(text, sentence, dates, at, sentence.end)


def _between(
    text: str, sentence: Sentence, dates: Sequence[tuple], at: int, stop: int
) -> Iterator[Reading | Aside]:
    floor = at
    while match := NUMBER.search(text, at, stop):
        number = number_at(text, match)
        at = max(match.start() + 1, number.end if number else match.start() + 1)
        if not number:
            continue
        if covered := _in_dates(dates, number.start) or _in_dates(dates, number.end - 1):
            at = floor = max(at, covered)
            continue
        found = _read_one(text, sentence, dates, number, floor, stop)
        if found:
            yield found
            at = floor = max(at, mark_end(text, found.end, stop))


def _in_dates(dates: Sequence[tuple], place: int) -> int:
    """End of the temporal expression at a place; 0 if there is none."""
    return next((end for start, end, _ in dates if start <= place < end), 0)


def _share(text: str, sentence: Sentence, match: re.Match) -> Reading:
    """ "la mitad", "dos tercios", "uno de cada cinco": a percentage."""
    value = share_of(match)
    bound, begin, cue = bound_before(text, sentence.start, match.start())
    return _reading(begin, match.end(), value, value, "percent", match.end(), bound, "", cue)


def _read_one(
    text: str, sentence: Sentence, dates: Sequence[tuple], number: SpanishNumber, floor: int, stop: int
) -> Reading | Aside | None:
    start, end = number.start, number.end
    if reason := reference(text, sentence, number):
        return reason
    sign, begin = sign_before(text, start, floor)
    unit, scale, unit_end = unit_after(text, end, stop, sign)
    if unit in _ALSO_PEOPLE and number.words and number.value < 100:  # "tres bolivianos y dos chilenos"
        unit, scale, unit_end = "count", 1.0, end
    if unit == "count" and text[start:end].lower() in _ARTICLES:
        return None
    if not sign and unit == "count" and (reason := why_not(text, sentence, number)):
        return Aside(start, end, reason)
    low = high = number.value * scale
    bound, first, cue = bound_before(text, floor, begin)
    second = _second(text, number, unit_end if unit not in ("count", sign) else end, stop, sign, cue)
    if second:
        other, unit, scale, unit_end = second
        factor = 1.0 if number.scaled or not other.scaled else _scale_of(other)
        low, high = number.value * factor * scale, other.value * scale
        first, bound = (first, "") if cue == "entre" else (begin, bound)
    elif cue == "entre":
        first = begin
    after, unit_end = bound_after(text, unit_end, stop)
    per = _PER.match(text, unit_end, sentence.end)
    noun = mark_end(text, unit_end, stop)
    return _reading(
        first, unit_end, low, high, unit, noun, bound or after, (per[1] or "uno") if per else "", cue
    )


def _reading(
    start: int, end: int, low: float, high: float, unit: str, noun: int, bound: str, per: str, cue: str
) -> Reading:
    value = (low + high) / 2
    lower, upper = (low, None) if bound == "low" else (None, high) if bound == "high" else (low, high)
    if low != high:
        lower, upper = low, high
    return Reading(start, end, lower, upper, unit, noun, value, bound == "approx", per, cue)


def _scale_of(number: SpanishNumber) -> float:
    return next((scale for scale in (1e12, 1e6, 1e3) if number.value >= scale), 1.0)


def _second(
    text: str, number: SpanishNumber, end: int, stop: int, sign: str, cue: str
) -> tuple[SpanishNumber, str, float, int] | None:
    """The second number of "entre 15 y 20", "de 15 a 20", "10-12 kilos"."""
    link = _LINK.match(text, end, stop)
    match = NUMBER.match(text, link.end(), stop) if link else None
    other = number_at(text, match) if match else None
    if not other or other.value <= number.value or other.words != number.words and not other.scaled:
        return None
    joint = link["link"]
    if (
        joint == "y"
        and cue != "entre"
        or joint == "a"
        and cue not in ("de", "entre")
        or joint == "o"
        and other.value > number.value + 2
    ):
        return None
    unit, scale, unit_end = unit_after(text, other.end, stop, sign)
    return other, unit, scale, unit_end if unit != "count" else other.end


def thing_counted(
    text: str, sentence: Sentence, one: Reading, ceiling: int, previous: str, column: str, label: str
) -> str:
    """The thing counted, in the words of the text: the noun phrase behind the number, with what "de" adds; that
    of the number before where there is none ("a 14 personas y a otras seis")."""
    at, words, joined = one.noun, [], False
    scaled = text[one.start : at].lower().split()[-1:]  # "dos millones de personas"
    told = one.unit not in ("count", "ratio") or scaled and scaled[0] in _TAKES_DE
    if told and (of := _OF.match(text, at, ceiling)):
        at = of.end()
    while len(words) < _MOST_WORDS and (noun := NOUN.match(text, at, ceiling)):
        if noun[1].lower() in STOP:
            of = _OF.match(text, at, ceiling)
            if not of or not words or joined:
                break
            words.append(text[at : of.end()].strip())
            at, joined = of.end(), True
            continue
        words.append(noun[1])
        at = noun.end()
        if noun[2]:
            break
    phrase = " ".join(words).removesuffix(" de")
    return phrase or label or column or (previous if one.unit == "count" else "")
