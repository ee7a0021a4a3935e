"""Unit and scale of a bare number in a table or behind a label, from its column, its label, the corner, the caption or the
note below. Where these disagree about the scale, there is none.

>>> told("Weight (kg)"), told("Value ($ million)", column=True), told("Pounds seized", column=True)
(Told(unit='kg', factor=1.0), Told(unit='$', factor=1000000.0), Told(unit='lb', factor=1.0))
>>> table = Table("bars", ("Drugs seized, in kg",), "", ("Drug", "2023", "2024"), (), (("Cocaine", "1", "2"),))
>>> unit_of_cell(Place("2024", "Cocaine", "Cocaine", table, 2), "count", scaled=False)
('kg', 1.0)
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from helpers.quantities.layout import Place
from helpers.quantities.lists import SIGNS, dimension_of, plain, written_units
from helpers.quantities.numerals import IDIOMS, NUMBERS, is_plural
from helpers.texts import Table, fold_letters, is_time, noun_class, phrases_told, word_set

__all__ = ["Told", "differs", "is_bare", "told", "unit_of_cell"]


class Told(NamedTuple):
    """What words say of the figures they stand above or before: their unit, empty if none, and what they are to be
    multiplied by."""

    unit: str = ""
    factor: float = 1.0


_NOTHING = Told()
_EXACT, _WORDS = written_units("en")
_SHORT_SCALES = {word: value for word, (kind, value) in NUMBERS.items() if kind == "short scale"}
_SCALES = "(?:thousand|million|billion|trillion|crore|lakh)s?|thsd?\\.?|['’]?000s?|1[ ,.]?000s?"
_SHORT = "|".join(sorted(_SHORT_SCALES, key=len, reverse=True))
# "million tonnes", "000s", "thousands of dollars"; "$ million", "N'million", "€m"
_SCALE_FIRST = re.compile(rf"(?i)(?P<scale>{_SCALES}|{_SHORT})(?![^\W\d_])['’]?\s?(?:of\s)?(?P<unit>.*)")
_SCALE_LAST = re.compile(
    rf"(?i)(?P<unit>.*?)['’]?\s?(?:in\s)?(?P<scale>{_SCALES}|(?<![a-z]){_SHORT}|(?<=[A-Z]{{3}}\s)(?:{_SHORT}))"
)
_LIMITS = re.compile(r"\s(?:per|unless|except|excluding|at|as)\s")
_OPENING = re.compile(
    r"(?i)(?:(?:all\s)?(?:figures|amounts|values|numbers|weights|data)\s)?(?:are\s)?(?:in\s)?"
)
# a header that is a unit, alone or with what is measured: "Pounds", "Tonnes of rice", "Kilograms seized"
_OF_THINGS = re.compile(r"(.{2,30}?)\s(?:of\s.{2,40}|[a-z]{2,12}ed)")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_LAST_WORD = re.compile(
    r"\s((?i:eur|usd|gbp)|[^\W\d]{2,3}[²³23]?(?:/[a-z]{1,4})?|t/ha)$"
)  # "Weight kg", "Cost USD"
_LAST_WORDS = re.compile(r"\s([A-Z]{3}\s(?:m|bn|mn|k|thousand|million|billion|'?000s?))$")  # "Value EUR m"
_SURE_SCALES = ("bn", "mn", "mln")
_THINGS = re.compile(r"(?!of\b|in\b)[a-z]{4,16}s")  # "million passengers"
_WITH_SIGN = re.compile(r"(?:US|A|C|NZ|R)?[$£€¥₹]\s?['’]?\S{0,12}$")  # "Value £m"
# no units where they stand alone: a country, a disease, pieces; ML is a million litres or a thousandth of one
_OTHER_WORDS = frozenset(
    ("degree", "degrees", "point", "points", "cup", "cups", "ah", "bob", "gal", "bar", "mil")
)
_OTHER_WORDS |= {"GB", "TB", "PB", "MB", "Mb", "MV", "pc", "ETH", "per", "the", "and", "for"}
_NEVER = frozenset(("ML", "Ml", "in", "of", "p"))
# "Amounts below are in thousands of dollars; parentheses show decreases"
_AMOUNTS = re.compile(
    r"(?i:\b(?:amounts|figures|values|sums|costs|numbers|data)\b)[^.;:]{0,40}?\s(?P<told>in\s[^.;:,()]{3,40})"
    r"|(?i:\b(?:units?|currency|amounts|figures|values)):\s(?P<named>[^.;:,()]{1,30})"
)
_OF_PEOPLE = re.compile(
    r"\b(?:pop(?:ulation)?|people|persons|inhabitants|residents|voters|users|passengers|visitors)\b.{0,20}\(m\)"
)
_RATE = re.compile(r"(?i)\bper\s(?!cent\b)(?:\d[\d,]*\d|[a-z])")  # "Rate per 100,000", "Pupils per teacher"
_SHARE = re.compile(r"(?i)%|\b(?:percent|percentage|per\scent|share)\b")
_BARE = re.compile(r"[-+−–(]?\d[\d.,'’\s]*\)?[^\w%]{0,3}")
_DIFFERS = re.compile(r"(?i)variance|diff(?:erence|\.)?|change|balance|net|\+/[-−–]|±")
_COUNTED = ("person", "officer", "vehicle", "vessel", "weapon", "event")


def unit_of_cell(place: Place, unit: str, *, scaled: bool) -> tuple[str, float]:
    """Unit and scale of a number, with what its place in a table adds to them.

    Args:
        place: Where it stands.
        unit: As the number itself is written: count, a currency, ...
        scaled: Whether a scale word stands beside the number.

    Returns:
        The unit, and what the number is to be multiplied by.
    """
    money = _is_money(unit)
    if unit != "count" and (scaled or not money):
        return unit, 1.0
    sources = [*_own(place), *_around(place)]
    if money:
        sources = [one for one in sources if one.unit in ("", unit)]
    found = next((one for one in sources if one != _NOTHING), _NOTHING)
    if not found.unit and not money:  # "Thousands" below "Exports, tonnes"
        found = Told(next((one.unit for one in sources if one.unit and one.factor == 1), ""), found.factor)
    return (unit if money else found.unit or unit), 1.0 if scaled else found.factor


def _is_money(unit: str) -> bool:
    return unit == "$" or dimension_of(unit) == "money"


def _own(place: Place) -> Iterator[Told]:
    """What the header of its column and its label say of a cell."""
    if place.table and place.cell < len(place.table.kinds):
        yield _columns(place.table)[place.cell]
    yield told(place.told)


@lru_cache(maxsize=8)
def _columns(table: Table) -> tuple[Told, ...]:
    """Unit and scale that the header of each column gives."""
    return tuple(_of_column(table, number) for number in range(len(table.kinds)))


def _of_column(table: Table, number: int) -> Told:
    if table.manner == "labels":
        return _NOTHING
    lines = [told(f"({table.unit(number).strip('()')})"), told(table.column(number), column=True)]
    found = next((one for one in lines if one != _NOTHING), _NOTHING)
    if any(
        one.factor not in (1, found.factor) and one.unit in ("", found.unit)
        for one in (*lines, _caption(table))
    ):
        return Told(found.unit)  # who says "in millions" above "($ thousand)" has erred
    return found


def _around(place: Place) -> Iterator[Told]:
    """What the corner, the caption and the note of a table say, unless a column or the row is of something else."""
    word = place.told.split()[-1].lower() if place.told else ""
    counted = noun_class(word) in _COUNTED and word not in ("other", "others", "all")
    for one in _of_table(place.table) if place.table else ():
        if not counted or one.unit in ("", "percent", "ratio") or _is_money(one.unit):
            yield one


@lru_cache(maxsize=8)
def _of_table(table: Table) -> tuple[Told, ...]:
    corner = told(table.header[table.label], column=True) if len(table.header) > table.label else _NOTHING
    note = told(table.note, caption=True) if _AMOUNTS.search(table.note) else _NOTHING
    found = [corner, _caption(table), note]
    if table.header and not all(
        _is_bare_column(table, number) for number in range(table.label + 1, len(table.kinds))
    ):
        found = [one for one in found[1:] if not one.unit]  # "Passengers (millions)" is said of all columns
    return tuple(one for one in found if one != _NOTHING)


def _caption(table: Table) -> Told:
    """What the nearest of the captions of a table says that says anything."""
    return next((one for words in table.captions if (one := told(words, caption=True)) != _NOTHING), _NOTHING)


def _is_bare_column(table: Table, number: int) -> bool:
    """Whether a column says no unit, but for percentages and differences, or has no bare numbers."""
    column = table.column(number)
    if (
        is_bare(column)
        or _is_category(column)
        or differs(column)
        or _columns(table)[number].unit == "percent"
    ):
        return True
    cells = (row[number] for row in table.rows if number < len(row))
    return not any(_BARE.fullmatch(cell) for cell in cells)


def differs(column: str) -> bool:
    """Whether a header says that its figures are differences: "Variance", "+/-"."""
    return bool(_DIFFERS.fullmatch(column.strip()))


def _is_category(column: str) -> bool:
    """Whether a header may name a part of what the caption measures: "Coal", "North", not "Cases" and "Price"."""
    words = column.lower().split()
    last = words[-1] if words else ""
    named = {*words} & (IDIOMS["generic header"] | IDIOMS["no number column"] | word_set("measures"))
    return (
        bool(last)
        and last.isalpha()
        and len(words) < 3
        and not (named or is_plural(last) or noun_class(last) in _COUNTED)
    )


def is_bare(column: str) -> bool:
    """Whether a header or a label says only what time or which sum its cells are of: "2024", "Q1", "Total"."""
    return is_time(column) or {*column.lower().split()} <= IDIOMS["bare header"]


@lru_cache(maxsize=1024)  # a label is asked for each of its cells
def told(words: str, *, column: bool = False, caption: bool = False) -> Told:
    """Unit and scale that the words of a label say, those of a column, which may be a unit themselves, or those of a
    caption, which tell of the figures below.

    >>> told("Feed price (€ per tonne)"), told("Rate per 100,000", column=True), told("Sales (m)")
    (Told(unit='EUR', factor=1.0), Told(unit='ratio', factor=1.0), Told(unit='', factor=1.0))
    """
    words = fold_letters(words).replace("_", " ")  # "takings_eur"
    if column and _OF_PEOPLE.search(words.lower()):
        return Told("", 1e6)  # no metres
    told_apart = [*phrases_told(words)]  # in brackets or behind a comma
    phrases = [*told_apart]
    bare = _BRACKETS.sub("", words).strip()
    if caption:
        phrases += [bare, *(match["told"] or match["named"] for match in _AMOUNTS.finditer(words))]
    if column:
        phrases += [
            words,
            bare,
            *(match[1] for match in _OF_THINGS.finditer(words)),
            *_WITH_SIGN.findall(words),
        ]
        phrases += [last[1] for last in (_LAST_WORD.search(bare), _LAST_WORDS.search(bare)) if last]
    phrases = [
        one for one in phrases if one in told_apart or len(one) > 1 and not {one, one.lower()} & _OTHER_WORDS
    ]
    phrases = [*dict.fromkeys(phrases)]
    found = [one for phrase in phrases if (one := _read_whole(phrase, words, caption)) != _NOTHING]
    units, factors = {one.unit for one in found if one.unit}, {one.factor for one in found if one.factor != 1}
    if caption and (len(units) > 1 or len(factors) > 1):
        return _NOTHING  # "Passengers, in millions, and freight, in tonnes"
    if len(found) > 1 and len(units) == len(factors) == 1:
        return Told(*units, *factors)  # "Value, US$ (thousands)"
    if found:
        return found[0]
    if column and _RATE.search(words):
        return Told("ratio")
    return Told("percent") if column and _SHARE.search(words) else _NOTHING


def _read_whole(phrase: str, words: str, caption: bool) -> Told:
    """What a phrase of a header, a label or a caption says."""
    phrase = _OPENING.sub("", _LIMITS.split(phrase)[0].strip(" .:*"), count=1)
    found = _read(phrase) or _read(phrase.split("/")[0]) or _NOTHING  # "t/ha" are tonnes
    if found == Told("m") and (caption or not {*words.lower().split()} & word_set("of_length")):
        return _NOTHING  # metres or millions
    return found


def _read(phrase: str) -> Told | None:
    """Unit and scale of a phrase that is nothing else; None for other phrases."""
    if (unit := _unit(phrase)) is not None:
        return unit
    for parted in (_SCALE_FIRST.fullmatch(phrase), _SCALE_LAST.fullmatch(phrase)):
        if not parted:
            continue
        scale, rest = parted["scale"].lower().removesuffix("s"), parted["unit"].strip(" ,")
        unit = _unit(rest, scaled=True) if rest else _NOTHING
        short = scale in _SHORT_SCALES
        if short and (not unit or not _is_money(unit.unit) and (scale not in _SURE_SCALES or not unit.unit)):
            continue  # "(m)" may be metres
        if not unit and not (parted.start("scale") == 0 and _THINGS.fullmatch(rest)):
            continue
        factor = _SHORT_SCALES[scale] if short else NUMBERS[scale][1] if scale in NUMBERS else 1000.0
        return Told(unit.unit, unit.factor * factor) if unit else Told("", float(factor))
    return None


def _unit(words: str, *, scaled: bool = False) -> Told | None:
    """The unit that some words are: "$", "EUR", "tonnes", and with a scale beside them "N", "won"; None if they are none."""
    if words[:1] == "%":
        return Told("percent")  # "% of total"
    if not scaled and len(words) == 1 and words.isupper() and words != "L":
        return None
    if words.lower() in ("$", "dollar", "dollars"):
        return Told("$")
    if words in SIGNS and plain(words) not in _WORDS:  # "Pounds" are weighed
        return Told(SIGNS[words])
    written = _EXACT.get(words) or _WORDS.get(plain(words))
    if (
        not words
        or not written
        or {words, words.lower()} & _NEVER
        or written.form in ("signed", "of")
        or written.form == "scaled"
        and not scaled
        or written.scale < 1
        and len(words) < 3
    ):
        return None
    return Told(written.unit, written.scale)
