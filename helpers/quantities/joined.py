"""Two numbers that make one quantity: ranges, "one in five", "11 pounds 4 ounces"; and two that do not: "grew by
$2 to $14"."""

import re
from dataclasses import dataclass, replace

from helpers.quantities.lists import dimension_of, unit_factor
from helpers.quantities.marks import power_here
from helpers.quantities.numerals import (
    CORE,
    IDIOMS,
    ONE_IN,
    SCALES,
    names_several,
    next_word,
    tokens_before,
    value_of,
)
from helpers.quantities.readings import Aside, Measured, Window
from helpers.quantities.units import Measure, scale_after, sign_here, unit_after, unit_here

__all__ = ["borrowed", "compound", "hangs", "marks_of", "one_in", "range_of", "side_of"]

_ROUND_WHOLES = (12, 20, 25, 30, 40, 50, 100, *(10**size for size in range(3, 13)))
_OUT_OF = re.compile(r"\sout\sof\s(?=[\da-z])")
_MARKING = re.compile(
    r"(?i)\b(?:scor(?:e[ds]?|ing)|rat(?:e[ds]?|ings?)|mark(?:s|ed|ing)?|grad(?:e[ds]?|ing)|g[ai]ve[ns]?)\s(?:(?:it|him|her|them|the|their|his|its|itself|an?|of|at|as)\s|[a-z]{3,12}\s){0,3}$"
)
_SIDES = re.compile(r"(?:(?:\s?[x×±]\s?|[\s-]by[\s-])\d{1,4}(?:\.\d{1,3})?){1,2}(?![\d,])")
_FROM = re.compile(r",?\sfrom\s(?:(?:about|some|around|nearly)\s)?[$€£]?")
_METRIC = ("kg", "g", "mg", "cm", "mm", "m", "ml")


def compound(window: Window, one: Measured) -> Measured:
    """Joins "4 tons 801 kilograms" and "11 pounds 4 ounces" into one number."""
    dimension, factor = unit_factor(one.unit)
    if dimension not in ("mass", "length", "volume") or not one.full:
        return one
    other = re.compile(r"\s(\d{1,3}(?:\.\d{1,3})?)(?=[\s-]?[a-z])").match(
        window.text, one.end, window.ceiling
    )
    second = unit_here(window.text, other.end(), window.ceiling) if other else None
    if not second or dimension_of(second[1].unit) != dimension:
        return one
    small = second[1].unit
    smaller = unit_factor(small)[1]
    if smaller >= factor or float(other[1]) * smaller >= factor * 1.2:
        return one
    if small in _METRIC:
        factor = unit_factor("tonne")[1] if one.unit == "ton" else factor
        value, unit = one.low * round(factor / smaller, 9) + float(other[1]), small
    else:
        value, unit = one.low + float(other[1]) * smaller / factor, one.unit
    end = second[2] - (second[0].endswith(".") and second[2] >= window.sentence.end)
    return replace(one, end=end, noun=end, low=round(value, 6), high=round(value, 6), unit=unit)


def one_in(window: Window, one: Measured) -> Measured | None:
    """Reads "one in five", "nine out of ten", as a percentage."""
    link = ONE_IN.match(window.text, one.number_end, window.ceiling)
    if not link or one.unit != "count" or one.scale != 1 or not 1 <= one.number < 10:
        return None
    other = CORE.match(window.text, link.end(), window.ceiling)
    if not other or other["fraction"]:
        return None
    whole, end = value_of(other)
    whole, end = power_here(window.text, other["digits"] or "", end) or (whole, end)
    round_number = whole <= 10 or whole in _ROUND_WHOLES
    if one.number >= whole or not round_number or unit_here(window.text, end, window.ceiling):
        return None
    share = 100 * one.number / whole
    return replace(one, end=end, noun=end, low=share, high=share, unit="percent")


def marks_of(window: Window, one: Measured) -> Aside | None:
    """Marks in a test or a poll: "scored nine out of ten", "gave it 4 out of 5"; None for others."""
    link = _OUT_OF.match(window.text, one.number_end, window.ceiling)
    if not link or not _MARKING.search(window.text, max(window.sentence.start, one.start - 40), one.start):
        return None
    other = CORE.match(window.text, link.end(), window.ceiling)
    return Aside(one.start, value_of(other)[1], "score") if other else None


def side_of(window: Window, one: Measured) -> Measured | Aside:
    """The first side of "20 by 30 metres" with the unit of the last; "a 20 x 30 plot" tells none."""
    link = _SIDES.match(window.text, one.number_end, window.ceiling) if one.unit == "count" else None
    if not link or one.scale != 1:
        return one
    unit = unit_after(window.text, window.sentence, link.end(), window.ceiling, "")
    if (
        unit.unit == "mm"
        and one.number < 50
        and names_several(next_word(window.text, unit.end, window.ceiling))
    ):
        return one  # a calibre: "2 x 9mm pistols"
    if dimension_of(unit.unit) == "length" or "±" in link[0] and unit.unit != "count":
        return replace(one, low=one.low * unit.scale, high=one.high * unit.scale, unit=unit.unit, full=True)
    by_word = "by" in link[0] or "±" in link[0] or unit.unit != "count"  # "2 x 500 g"
    return one if by_word else Aside(one.start, link.end(), "kind of thing")


@dataclass(frozen=True)
class _Second:
    """The second number of a range or a change: `words` is what its own scale words are worth."""

    number: float
    value: float
    end: int
    scale: float
    unit: Measure
    signed: bool


def _second(window: Window, one: Measured, at: int) -> _Second | None:
    sign, at = sign_here(window.text, at, window.ceiling)
    other = CORE.match(window.text, at, window.ceiling)
    if not other or other["fraction"]:
        return None
    number, end = value_of(other)
    if end <= other.start():
        return None
    value, end, scale = scale_after(window.text, number, end, window.ceiling, one.sign)
    if other["words"]:
        for word in re.findall(r"[a-z]+", other[0].lower())[:0:-1]:
            if word not in SCALES:
                break
            size = value_of(CORE.match(f"a {word}"))[0]
            scale, number = scale * size, number / size
    unit = unit_after(window.text, window.sentence, end, window.ceiling, one.sign)
    return _Second(number, value * unit.scale, end, scale, unit, bool(sign))


def range_of(window: Window, one: Measured, link: re.Match) -> Measured | None:
    """A range whose lower end is known: "between 10 and 20", "$5-10 million", "three or four"."""
    other = _second(window, one, link.end())
    if not other:
        return None
    kind, end, high = other.unit.unit, other.unit.end, other.value
    bare = one.unit in ("count", one.sign)
    # the scale word of the second number holds for the first: "$5-10 million", "two to three million"
    small = one.scale == 1 and bare and one.number < max(other.number, 10) and one.number < other.number
    low = one.number * other.scale if small and one.number * other.scale <= high else one.low
    if (
        not other.signed
        and link[0] in "-–"
        and one.number < 100
        and one.scale == 1
        and high in range(1000, 100000, 1000)
        and low * 1000 < high
    ):
        low *= 1000  # "$5-10,000", "10-15,000 tablets"
    low = low * other.unit.scale if bare and kind != "count" else low
    if low >= high or window.text[end : end + 1].isalnum() or not (bare or kind == one.unit):
        return None
    if other.signed and not one.sign and one.unit == "count":
        return None
    if not _joins(
        window, one, other, link[0].strip(" -").lower() or "-", high - low > max(2 * other.scale, low)
    ):
        return None
    if kind == "count":
        return replace(one, end=other.end, noun=other.end, low=low, high=high)
    return replace(one, end=end, noun=other.unit.noun, low=low, high=high, unit=kind)


def _joins(window: Window, one: Measured, other: _Second, joint: str, wide: bool) -> bool:
    """Whether the word between two numbers makes them a range: not in "rose from 352 to 609" nor in "grew by
    $12.5 billion to $88.1 billion"."""
    words = [
        re.split("[—–]", word.strip(",.;:()"))[-1]
        for _, word in tokens_before(window.text, window.floor, one.start)
    ]
    if joint == "and":
        return "between" in words[:2]
    if joint == "or":
        return not wide
    if joint != "to" or not words:
        return True
    before = [
        word.strip(",.;:()")
        for word in re.split(
            r"[\s—–]+", window.text[max(window.sentence.start, one.start - 300) : one.start].lower()
        )
    ]
    changes = IDIOMS["change verb"]
    close = one.unit == "count" and other.unit.unit == "percent" and other.value <= 3 * one.low
    spelled = not re.search(r"\d", window.text[one.start : other.end])
    # "lost six to eight thousand hives", but "fell ten to two hundred"
    close = close or spelled and other.scale > 1 and one.number < other.number
    if words[0] in changes and not close or words[0] == "from" and any(word in changes for word in before):
        return False
    changed = any(word in changes for word in before[-6:])
    if changed and words[0] == "by" and _has_start(window, one, other):
        return False  # "fell by 12 to 30, from 42"
    if (
        changed
        and words[0] == "by"
        and other.unit.unit == "count"
        and one.number > 20
        and other.value > 2 * one.low
    ):
        return False  # "increased by 54 to 153"
    full = one.full or one.sign and other.signed
    return not (full and other.value > 3 * one.low and (changed or words[0] == "by"))


def _has_start(window: Window, one: Measured, other: _Second) -> bool:
    """Whether the number from which the change started follows, so that the first of the two is the change."""
    link = _FROM.match(window.text, other.unit.end) or _FROM.match(window.text, other.end)
    start = CORE.match(window.text, link.end(), window.ceiling) if link else None
    return bool(start) and bool(one.sign) == other.signed and other.unit.unit in (one.unit, "count")


def hangs(link: re.Match) -> bool:
    """Whether a hyphen before "to", "or", "and" says that what follows belongs to both numbers."""
    return len(link[0].strip()) > 2 and link[0][0] == "-"


def borrowed(window: Window, one: Measured, link: re.Match) -> Measured:
    """The first number of "fell from 80 to 65 percent" with the unit and scale of the second."""
    before = tokens_before(window.text, window.floor, one.start)
    if one.full or not hangs(link) and "from" not in [word for _, word in before[:3]]:
        return one
    other = _second(window, one, link.end())
    if not other or other.unit.unit == "count" and other.scale == 1 or other.signed != bool(one.sign):
        return one
    scale = other.scale if max(one.number, other.number) < 1000 else 1
    value = one.low * scale * other.unit.scale
    return replace(one, low=value, high=value, unit=other.unit.unit)
