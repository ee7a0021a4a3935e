"""Unit and scale of a bare number in a table, from its column, its row, the corner or the caption.

>>> header_unit("Weight (kg)", "count"), header_unit("Value ($ million)", "count"), header_unit("Pounds seized", "count")
(('kg', 1.0), ('USD', 1000000.0), ('lb', 1.0))
>>> unit_of_cell(Place("2024", "Cocaine", ("Drug", "2023", "2024"), "Drugs seized, in kg", 2), "count", scaled=False)
('kg', 1.0)
"""

import re
from functools import lru_cache

from helpers.quantities.layout import Place
from helpers.quantities.lists import SIGNS, plain, written_units
from helpers.quantities.numerals import IDIOMS, NUMBERS
from helpers.texts import MONTH_NAMES, noun_class

__all__ = ["header_unit", "is_bare", "unit_of_cell"]

_EXACT, _WORDS = written_units("en")
_UNITS = {plain(words): written.unit for words, written in (_EXACT | _WORDS).items() if written.scale == 1}
_SHORT_SCALES = {word: value for word, (kind, value) in NUMBERS.items() if kind == "short scale"}
_SHORT = "|".join(sorted(_SHORT_SCALES, key=len, reverse=True))
_SHORT_SCALE = re.compile(rf"[$£€¥]\s?({_SHORT})(?!\w)")
_THOUSANDS = re.compile(r"(?<![\d.,])['’]?000s?(?!\w)")
_OF_PEOPLE = re.compile(
    r"\b(?:pop(?:ulation)?|people|persons|inhabitants|residents|voters|users|passengers)\b.{0,20}\(m\)"
)
# a header that is a unit, alone or with what is measured: "Pounds", "Tonnes of rice", "Kilograms seized"
_HEADER_UNIT = re.compile(
    r"(?!(?:in|degrees?|points?|cups?|ah|bob|gal)\b)(.{2,30}?)(?:\s(?:of\s.{2,40}|[a-z]{2,12}ed))?"
)
# at the end of a caption, of a label or of the header of the labels: "(kg)", ", $ million", "in millions of pesos"
_TOLD = re.compile(
    r"(?:\((?P<inside>[^()]{1,30})\)|,\s(?P<behind>[^,():]{1,30})|\b(?P<in>in\s[^,():]{1,30}))\s*[:.]?\s*$"
)
# "Amounts below are in thousands of dollars; parentheses show decreases"
_AMOUNTS = re.compile(
    r"(?i:\b(?:amounts|figures|values|sums|costs|numbers)\b)[^.;:]{0,40}?\s(?P<in>in\s[^.;:,()]{3,40})"
)
_TOLD_WORDS = re.compile(
    r"(?i)(?:(?:all\s)?(?:figures|amounts|values|numbers|weights)\s)?(?:in\s)?(?P<sign>N(?=['’])|Rs\.?(?=\s)|[^\w\s'’]|[A-Z]{1,3}\$|[A-Z]{3}(?=\s))?['’]?\s?(?:in\s)?"
    rf"(?:(?P<scale>(?:thousand|million|billion|trillion|crore|lakh)s?|['’]?000s?|{_SHORT})(?![^\W\d_]))?\s?(?:of\s)?(?P<unit>.*)"
)
_RATE = re.compile(r"(?i)\bper\s(?!cent\b)(?:\d[\d,]*\d|[a-z])")  # "Rate per 100,000", "Pupils per teacher"
_MONTHS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES)
_TIME = re.compile(rf"(?:(?:19|20)\d\d|\bFY\s?\d\d|\b[QH][1-4]|\b(?:{_MONTHS}|Sept))\b")
_NO_MEASURE = re.compile(r"(?i)\bchange|%|growth|difference|\bper\b")
_DIFFERS = re.compile(r"(?i)variance|difference|change|balance|net")
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
    if unit == "count":
        told = [_of_column(place.column), *map(_told, _around(place))]
        return next((one for one in told if one != (unit, 1.0)), (unit, 1.0))
    if place.cell < 0 or scaled or unit not in SIGNS.values() and unit != "$":
        return unit, 1.0
    scales = [_factor(place.column.lower()), *(_told(words)[1] for words in _around(place))]
    return unit, next((one for one in scales if one != 1.0), 1.0)


@lru_cache(maxsize=64)  # every cell below it asks it
def _of_column(column: str) -> tuple[str, float]:
    """Unit and scale that the header of a column gives."""
    if _RATE.search(column):
        return "ratio", 1.0
    told, whole = _told(column), _told(f"({column})")
    if told != ("count", 1.0):
        return told
    return whole if whole[1] != 1 else header_unit(column, "count")  # "Thousand tonnes"


def _around(place: Place) -> list[str]:
    """What may name the unit of a cell whose column does not: its label, then the header of the labels and the caption,
    unless a column or the row is of something else."""
    if place.cell < 0:
        return []
    word = place.label.split()[-1].lower() if place.label else ""
    counted = noun_class(word) in _COUNTED and word not in ("other", "others", "all")
    if not place.header or counted:
        return [place.label]
    corner = [f"({place.header[0]})", place.header[0]]  # is of the whole table: also of what differs
    if _are_bare(place.header):
        return [place.label, *corner, place.caption]
    scale_alone = _told(place.caption)[0] == "count"  # "Passengers (millions)" is said of all columns
    return [place.label, *([place.caption] if scale_alone else [])]


@lru_cache(maxsize=4)  # every cell of a table asks it
def _are_bare(header: tuple[str, ...]) -> bool:
    """Whether the columns behind the first say no unit, but for percentages and differences."""
    columns = [column for column in header[1:] if header_unit(column, "count")[0] != "percent"]
    return all(is_bare(column) or bool(_DIFFERS.fullmatch(column.strip())) for column in columns)


def is_bare(column: str) -> bool:
    """Whether a header or a label says only what time or which sum its cells are of: "2024", "Q1", "Total"."""
    if _NO_MEASURE.search(column):
        return False
    return bool(_TIME.search(column)) or {*column.lower().split()} <= IDIOMS["bare header"]


@lru_cache(maxsize=64)  # a caption is asked once for each cell
def _told(words: str) -> tuple[str, float]:
    """Unit and scale that stand in brackets, behind a comma or with "in" at the end of a caption or label."""
    read = _TOLD_WORDS.fullmatch(_phrase(words).split(" per ")[0].strip())
    if not read or not read[0]:
        return "count", 1.0
    scale, sign = (read["scale"] or "").lower().removesuffix("s"), read["sign"] or ""
    factor = (
        float(1000 if scale.endswith("000") else _SHORT_SCALES.get(scale) or NUMBERS[scale][1])
        if scale
        else 1.0
    )
    unit = SIGNS.get(sign) or _UNITS.get(plain(sign or read["unit"]), "")
    unit = (
        {"USD": "$"}.get(unit, unit) if sign == "$" or read["unit"].lower() in ("dollars", "dollar") else unit
    )
    alone = scale in _SHORT_SCALES and not unit  # "(m)" may be metres
    if alone or sign and read["unit"] or (sign or read["unit"]) and not unit:
        return "count", 1.0
    return unit or "count", factor


def _phrase(words: str) -> str:
    """The words that may name a unit or a scale; empty if there are none."""
    if told := _TOLD.search(words):
        return told["inside"] or told["behind"] or told["in"]
    amounts = _AMOUNTS.search(words)
    return amounts["in"] if amounts else ""


def header_unit(column: str, kind: str) -> tuple[str, float]:
    """Unit and scale that a column header adds to the bare numbers below it: "Weight (kg)", "Share, %",
    "Value ($ million)"."""
    if not column or kind != "count":
        return kind, 1.0
    low = column.lower()
    factor = _factor(low)
    if _OF_PEOPLE.search(low):
        return kind, 1e6  # no metres
    inside = re.search(r"\(([^)]{1,30})\)|,\s(\S{1,15})$|\bin\s(\S{1,15}(?:\sof\s\S{1,15})?)$", low)
    words = [(part or "").strip() for part in inside.groups()] if inside else []
    alone = _HEADER_UNIT.fullmatch(low.strip())
    for word in [alone[1] if alone else "", *(part for text in words for part in (text, *text.split()))]:
        unit = _UNITS.get(plain(word))
        if unit and word != "in":
            return ("$" if word in ("dollars", "dollar") else unit), factor
    for sign in ("£", "€", "$"):
        if sign in column:
            return SIGNS[sign] if sign != "$" else "$", factor
    if "%" in column or re.search(r"\b(?:percent|percentage|per cent|share)\b", low):
        return "percent", 1.0
    return kind, factor


def _factor(header: str) -> float:
    """What the scale in a header multiplies by: "($ million)", "in thousands", "$bn", "('000)"; 1 without one."""
    for scale in ("thousand", "million", "billion", "trillion"):
        if f"{scale}s" in header or re.search(rf"[($£€¥,]\s?{scale}", header):
            return float(NUMBERS[scale][1])
    if _THOUSANDS.search(header):
        return 1000.0
    short = _SHORT_SCALE.search(header)
    return float(_SHORT_SCALES[short[1]]) if short else 1.0
