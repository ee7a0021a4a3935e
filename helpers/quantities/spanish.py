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

from helpers.quantities.lists import SIGNS, dimension_of, kinds_of, listed, pattern_of, plain, written_units
from helpers.quantities.readings import Aside, Reading
from helpers.quantities.spanish_numerals import NUMBER, SHARE, SpanishNumber, number_at, share_of
from helpers.texts import Sentence

__all__ = ["find_quantities", "thing_counted"]

_NAMES = {row["word"]: row["kind"] for row in listed("es", "names")}
_STOP = frozenset(row["word"] for row in listed("es", "stop_words"))
_IDIOMS = kinds_of("es", "idioms", "words")["idiom"]
_BEFORE = {row["words"]: row["bound"] for row in listed("es", "qualifiers") if row["place"] == "before"}
_AFTER = {row["words"]: row["bound"] for row in listed("es", "qualifiers") if row["place"] == "after"}
_EXACT, _WORDS = written_units("es")
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
_LENGTH_AFTER = re.compile(
    r"\s(?:horas?|días?|semanas?|mes(?:es)?|años?|minutos?|segundos?)\b", re.IGNORECASE
)
_LINK = re.compile(r"\s(?P<link>y|a|o)\s|\s?[-–]\s?")
_SIGN = re.compile(
    rf"(?<!\w)({'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))}|[A-Z]{{3}})\s?$"
)
_TOKEN = re.compile(r"\S{1,30}")
_UNIT = re.compile(r"\s?(?:de\s)?")
_NOUN = re.compile(r"\s([^\W\d_][\w’'/-]{1,30})([,.;:)”\"!?]?)")
_OF = re.compile(r"\sde(?:\s(?:un|una|la|las|los|el))?(?=\s[a-záéíóúñ])")
_PER = re.compile(
    r"\s(?:por|cada|al|a\sla)\s(persona|cabeza|día|semana|mes|año|hora|noche|kilo|litro|gramo|viaje|habitante)\b|\scada\suno\b"
)
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
            at = floor = max(at, found.end)


def _in_dates(dates: Sequence[tuple], place: int) -> int:
    """End of the temporal expression at a place; 0 if there is none."""
    return next((end for start, end, _ in dates if start <= place < end), 0)


def _share(text: str, sentence: Sentence, match: re.Match) -> Reading:
    """ "la mitad", "dos tercios", "uno de cada cinco": a percentage."""
    value = share_of(match)
    bound, begin, cue = _bound(text, sentence.start, match.start())
    return _reading(begin, match.end(), value, value, "percent", match.end(), bound, "", cue)


def _read_one(
    text: str, sentence: Sentence, dates: Sequence[tuple], number: SpanishNumber, floor: int, stop: int
) -> Reading | Aside | None:
    start, end = number.start, number.end
    if reason := _reference(text, sentence, number):
        return reason
    sign, begin = _sign(text, floor, start)
    unit, scale, unit_end = _unit(text, end, stop, sign)
    if unit == "count" and text[start:end].lower() in _ARTICLES:
        return None
    if not sign and unit == "count" and (reason := _why_not(text, sentence, number)):
        return Aside(start, end, reason)
    low = high = number.value * scale
    bound, first, cue = _bound(text, floor, begin)
    second = _second(text, number, unit_end if unit not in ("count", sign) else end, stop, sign, cue)
    if second:
        other, unit, scale, unit_end = second
        factor = 1.0 if number.scaled or not other.scaled else _scale_of(other)
        low, high = number.value * factor * scale, other.value * scale
        first, bound = (first, "") if cue == "entre" else (begin, bound)
    elif cue == "entre":
        first = begin
    after, unit_end = _bound_after(text, unit_end, stop)
    per = _PER.match(text, unit_end, sentence.end)
    return _reading(
        first, unit_end, low, high, unit, unit_end, bound or after, (per[1] or "uno") if per else "", cue
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
    unit, scale, unit_end = _unit(text, other.end, stop, sign)
    return other, unit, scale, unit_end if unit != "count" else other.end


def _reference(text: str, sentence: Sentence, number: SpanishNumber) -> Aside | None:
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
        if following.isalpha() and _unit(text, end, sentence.end, "")[0] == "count":
            return Aside(start, end, "name")
    left = text[max(sentence.start, start - 60) : start]
    if _AGE_AFTER.match(text, end, sentence.end) and (
        _AGE_BEFORE.search(left) or text.startswith(" años de edad", end)
    ):
        return Aside(start, end, "age")
    words = [match[0].lower().strip('(“"«,') for match in _TOKEN.finditer(left)][:-4:-1]
    kind = (
        next((_NAMES[word] for word in (words[0], words[0].rstrip(":")) if word in _NAMES), "")
        if words
        else ""
    )
    if not kind and len(words) > 2 and words[0] in ("y", "a", "e") and words[1].strip(",.").isdigit():
        kind = _NAMES.get(words[2], "")  # "artículos 194 y 195"
    if kind and (text[start].isdigit() or kind != "name"):
        return Aside(start, end, kind)
    return None


def _why_not(text: str, sentence: Sentence, number: SpanishNumber) -> str:
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
        noun = _NOUN.match(text, end, sentence.end)
        return "" if noun and noun[1].endswith("s") and noun[1].lower() not in _STOP else "year"
    if re.match(r"[.)]\s", text[end : end + 2]) and start == sentence.start:
        return "list number"
    return ""


def _sign(text: str, floor: int, start: int) -> tuple[str, int]:
    left = text[max(floor, start - 6) : start]
    match = _SIGN.search(left)
    if not match:
        return "", start
    unit = SIGNS.get(match[1]) or (match[1] if dimension_of(match[1]) == "money" else "")
    return ("peso" if match[1] == "$" else unit), start - len(left) + match.start(1) if unit else start


def _unit(text: str, end: int, stop: int, sign: str) -> tuple[str, float, int]:
    """Unit behind a number: its name, what one of it is worth, its end."""
    begin = _UNIT.match(text, end, stop).end()
    piece = text[begin : min(stop, begin + 30)]
    for match in reversed([*re.finditer(r"\w+|[^\w\s]", piece)][:5]):
        if piece[match.end() : match.end() + 1].isalnum():
            continue
        written = _EXACT.get(piece[: match.end()]) or _WORDS.get(plain(piece[: match.end()]))
        if not written or text[end:begin].endswith("de ") and dimension_of(written.unit) != "money":
            continue
        if (
            len(match[0]) == 1
            and match[0].isalpha()
            and match.end() == 1
            and piece[1:3].strip()[:1] not in ("", "d", ",", ".", "y")
        ):
            continue
        if sign and dimension_of(written.unit) != "money":
            break
        return written.unit, written.scale, begin + match.end()
    return sign or "count", 1.0, end


def _bound(text: str, floor: int, start: int) -> tuple[str, int, str]:
    """Bound that the words before a number set, where they begin, and the word before."""
    words = [
        (floor + match.start(), match[0].lower().lstrip('(“"«'))
        for match in _TOKEN.finditer(text[max(floor, start - 60) : start])
    ]
    shift = max(floor, start - 60) - floor
    words = [(place + shift, word) for place, word in words][:-6:-1]
    for length in range(min(4, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[:length][::-1])
        if phrase in _BEFORE:
            at = words[length - 1][0]
            return _BEFORE[phrase], at + len(text[at:start]) - len(text[at:start].lstrip('(“"«')), phrase
    if words and words[0][1] == "entre":
        return "", words[0][0], "entre"
    return "", start, words[0][1] if words else ""


_BOUND_AFTER = re.compile(rf"\s(?:{pattern_of(_AFTER)})(?=[\s,.;)]|$)", re.IGNORECASE)


def _bound_after(text: str, end: int, stop: int) -> tuple[str, int]:
    match = _BOUND_AFTER.match(text, end, stop)
    return (_AFTER[plain(match[0].strip())], match.end()) if match else ("", end)


def thing_counted(
    text: str, sentence: Sentence, one: Reading, ceiling: int, previous: str, column: str, label: str
) -> str:
    """The thing counted, in the words of the text: the noun phrase behind the number, with what "de" adds; that
    of the number before where there is none ("a 14 personas y a otras seis")."""
    at, words, joined = one.noun, [], False
    if one.unit not in ("count", "ratio") and (of := _OF.match(text, at, ceiling)):
        at = of.end()
    while len(words) < _MOST_WORDS and (noun := _NOUN.match(text, at, ceiling)):
        if noun[1].lower() in _STOP:
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
