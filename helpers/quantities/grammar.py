"""One quantity: a number with its qualifier, currency sign, scale word, unit, second number and what it is
per."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from helpers.quantities.ages import age_here
from helpers.quantities.bounds import minus_before, per_after, qualifier, qualifier_after
from helpers.quantities.lists import dimension_of, unit_factor
from helpers.quantities.numerals import CORE, IDIOMS, ONE_IN, SCALES, tokens_before, value_of
from helpers.quantities.references import reference_end
from helpers.quantities.uncounted import why_not
from helpers.quantities.units import Measure, scale_after, sign_before, unit_after, unit_here
from helpers.texts import Sentence

__all__ = ["Aside", "Reading", "find_quantities"]


@dataclass(frozen=True)
class Reading:
    """A quantity while it is being read; offsets into the article's text, `noun` where the words for the
    thing counted may begin."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    noun: int
    value: float
    approx: bool = False
    per: str = ""
    cue: str = ""  # the qualifier or the word before the number


@dataclass(frozen=True)
class Aside:
    """A number that counts nothing, and why."""

    start: int
    end: int
    reason: str


_PART_FOLLOWS = re.compile(
    r"\s(?:of|the|those|these|their|its|all|were|are|was|had|have|came|an?)\b", re.IGNORECASE
)
_BETWEEN_NUMBERS = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
_AVERAGE = re.compile(
    r"\b(?:average\sof|averages?|averaging|averaged|ratio\sof)\s(?:about\s|around\s|roughly\s|nearly\s|some\s|over\s)?$",
    re.IGNORECASE,
)
_SIGN_HERE = re.compile(r"(?:US|AU|A|CA|C|MX|NZ)?[$£€]\s?")
_SIGNED = re.compile(r"[ |][+−-]$")
_OF_A = re.compile(r"\sof\san?(?=\s)")
_ARTICLE = re.compile(r"\san?")
_THING = re.compile(r"-?(?:\s(?:long|high|tall|deep|wide))?\s[a-z]{3,}")
# "the March figure comes to about 232 apprehensions a day"
_WORKS_OUT = re.compile(
    r"\b(?:comes?\s(?:out\s)?(?:to|at)|came\sto|works?\sout\s(?:to|at)|amounts?\sto|equals|equivalent\sto|translates?\s(?:in)?to|that\sis|that’s|a\srate\sof)\s$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\stimes\s(?:as|more|higher|larger|greater|the|that|what|its|their|over)\b"
)  # "three times as many"
_ONE_PART = re.compile(r"an?\s(?!half|quarter)", re.IGNORECASE)
_FIGURATIVE_HALF = re.compile(
    r"half\s(?:of\s)?the\s(?:block|street|town|village|neighbou?rhood|world|planet|battle|story|fun|time|job|work|night|way)\b",
    re.IGNORECASE,
)
_NO_PART_BEFORE = frozenset(
    ("first", "second", "third", "fourth", "each", "every", "this", "per", "other", "last", "final")
    + ("top", "bottom", "former", "a", "hour")
)
_BROKEN_THOUSANDS = re.compile(r",\s(\d{3})(?![\d,])(?=[.;)]|\s(?:of|and|in|for|to|from|was|were|by|on)\b|$)")
_SCORE = re.compile(r"[-–]\d")
_ROUND_WHOLES = (12, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000)
_METRIC = ("kg", "g", "mg", "cm", "mm", "m", "ml")


@dataclass(frozen=True)
class _Window:
    """Where a quantity is read: between two dates of a sentence."""

    text: str
    sentence: Sentence
    floor: int
    ceiling: int
    dates: Sequence[tuple]
    taken: int = 0  # end of the quantity before


@dataclass(frozen=True)
class _Measured:
    """A number with sign, scale word and unit: `number` is its value before the scale, `low` and `high` are
    after it."""

    start: int
    number_end: int
    end: int
    noun: int
    number: float
    scale: float
    low: float
    high: float
    sign: str
    unit: str
    full: bool = False  # whether it has a unit or scale of its own


def find_quantities(text: str, sentence: Sentence, dates: Sequence[tuple]) -> Iterator[Reading | Aside]:
    """The quantities between the dates of a sentence, and the numbers there that count nothing.

    Args:
        text: The folded text of the article.
        dates: (start, end, row) of the temporal expressions in the sentence, in the order of the text.
    """
    last_name = -1  # end of the last number that is a name: "Articles 3 and 5"
    for floor, ceiling in _gaps(sentence, dates):
        window = _Window(text, sentence, floor, ceiling, dates)
        at = taken = floor
        while match := CORE.search(text, at, ceiling):
            at = match.end()
            end, reason = reference_end(text, sentence, match, last_name, ceiling)
            if end:
                at = last_name = max(end, at)
                yield Aside(match.start(), min(at, sentence.end), reason)
                continue
            found = _read_one(replace(window, taken=taken), match)
            if isinstance(found, Reading):
                at = taken = max(found.end, at)
            if found:
                yield found
            if not isinstance(found, Reading):
                at = max(match.start() + 1, value_of(match)[1])


def _gaps(sentence: Sentence, dates: Sequence[tuple]) -> Iterator[tuple[int, int]]:
    floor = sentence.start
    for start, end, _ in dates:
        if start > floor:
            yield floor, start
        floor = max(floor, end)
    if floor < sentence.end:
        yield floor, sentence.end


def _read_one(window: _Window, match: re.Match) -> Reading | Aside | None:
    """The quantity whose number is at match; why it is none; None for words that make no number."""
    text, sentence, ceiling, start = window.text, window.sentence, window.ceiling, match.start()
    value, end = value_of(match)
    if end <= start:
        return None
    if match["fraction"]:
        return _read_fraction(window, match, value)
    sign, begin = _sign(window, start)
    if (
        sign
        and (broken := _BROKEN_THOUSANDS.match(text, end, ceiling))
        and value < 1000
        and value == int(value)
    ):
        value, end = value * 1000 + int(broken[1]), broken.end()  # "$2, 678"
    scaled, end, scale = scale_after(text, value, end, ceiling, sign)
    unit = unit_after(text, sentence, end, ceiling, sign)
    if reason := why_not(text, sentence, match, end, unit, sign, ceiling):
        return Aside(start, end, reason)
    if match["digits"] and re.search("[/⁄]", match["digits"]) and unit.unit == "count" and scale == 1:
        part = _OF_A.match(text, end, ceiling)
        unit = unit_after(text, sentence, part.end(), ceiling, "") if part else unit
        if unit.unit == "count":
            return _finish(window, _part_of(match, begin, value, end))
    one = _Measured(
        begin,
        end,
        unit.end,
        unit.noun,
        value,
        scale,
        scaled * unit.scale,
        scaled * unit.scale,
        sign,
        unit.unit,
        full=unit.unit not in ("count", sign) or scale != 1,
    )
    return _with_second(window, _compound(window, one))


def _part_of(match: re.Match, begin: int, value: float, end: int) -> _Measured:
    """ "1/4 of the men": a share; "2 1/2" without a unit: a number."""
    share = match["digits"][0] == match["digits"].replace("⁄", "/").split("/")[0]
    size, unit = (value * 100, "percent") if share else (value, "count")
    return _Measured(begin, end, end, end, size, 1, size, size, "", unit)


def _sign(window: _Window, start: int) -> tuple[str, int]:
    """Currency sign before a number and where it begins; a minus may stand between them."""
    sign, begin = sign_before(window.text, start, window.taken)
    if not sign and window.text[start - 1 : start] in ("-", "−") and start > window.taken:
        sign, begin = sign_before(window.text, start - 1, window.taken)
    return (sign, begin) if sign else ("", start)


def _read_fraction(window: _Window, match: re.Match, value: float) -> Reading | Aside:
    """ "half a tonne", "two-thirds of the men"."""
    start, end = match.span()
    article = _ARTICLE.match(window.text, end) if match[0].lower() == "half" else None
    if article:
        unit = unit_after(window.text, window.sentence, article.end(), window.ceiling, "")
        if unit.unit == "count" and article.end() >= window.ceiling:
            return Aside(start, end, "length of time")
        low = 0.5 * unit.scale
        return _finish(
            window, _Measured(start, unit.end, unit.end, unit.noun, 0.5, 1, low, low, "", unit.unit)
        )
    if part := _OF_A.match(window.text, end, window.ceiling):  # "three quarters of a mile"
        unit = unit_after(window.text, window.sentence, part.end(), window.ceiling, "")
        if unit.unit != "count":
            low = value / 100 * unit.scale
            return _finish(
                window,
                _Measured(start, unit.end, unit.end, unit.noun, value / 100, 1, low, low, "", unit.unit),
            )
    if not _is_fraction(window.text, window.sentence, match):
        ordinal = re.match(r"an?\s(?!half|quarter)", match[0], re.IGNORECASE)
        return Aside(start, end, "ordinal" if ordinal else "part, not a share")
    return _finish(window, _Measured(start, end, end, end, value, 1, value, value, "", "percent"))


def _is_fraction(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether words such as "a third" or "half" are a share: not in "the first half" or "a third suspect"."""
    words = tokens_before(text, sentence.start, match.start())
    last = words[0][1] if words else ""
    if _FIGURATIVE_HALF.match(text, match.start(), sentence.end):
        return False
    if _ONE_PART.match(match[0]) and text[match.end() : match.end() + 3] != " of":
        return False  # "a third was charged"
    if last in _NO_PART_BEFORE:
        return False
    return (
        bool(_PART_FOLLOWS.match(text, match.end(), sentence.end))
        or match[0][-1] in "sS"
        or last == "by"
        or qualifier(text, sentence.start, match.start())[0] != ""
    )


def _compound(window: _Window, one: _Measured) -> _Measured:
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
    return replace(one, end=second[2], noun=second[2], low=round(value, 6), high=round(value, 6), unit=unit)


def _with_second(window: _Window, one: _Measured) -> Reading | Aside:
    """Adds the second number of "10 to 20", "one in five", "from 80 to 65 percent"."""
    text, ceiling, kind = window.text, window.ceiling, one.unit
    link = _BETWEEN_NUMBERS.match(text, one.number_end if kind == "count" else one.end, ceiling)
    if link and age_here(text, link.end(), window.sentence.end):
        return Aside(one.start, one.number_end, "age")  # "between 18 and 45 years old"
    both = _one_in(window, one) or (_range(window, one, link) if link else None)
    if not both and link and link[0].strip() == "to":
        one = _borrowed(window, one, link)
    hyphened = text[one.number_end : one.number_end + 1] == "-"
    if hyphened and dimension_of(kind) == "length" and _THING.match(text, one.end, ceiling):
        return Aside(one.start, one.end, "kind of thing")  # "a 53-foot rig"
    if not both and _SCORE.match(text, one.number_end):
        return Aside(one.start, one.number_end, "score")  # "a 5-4 ruling"
    return _finish(window, both or one)


def _one_in(window: _Window, one: _Measured) -> _Measured | None:
    """Reads "one in five", "nine out of ten", as a percentage."""
    link = ONE_IN.match(window.text, one.number_end, window.ceiling)
    if not link or one.unit != "count" or one.scale != 1 or not 1 <= one.number < 10:
        return None
    other = CORE.match(window.text, link.end(), window.ceiling)
    if not other or other["fraction"]:
        return None
    whole, end = value_of(other)
    round_number = whole <= 10 or whole in _ROUND_WHOLES
    if one.number >= whole or not round_number or unit_here(window.text, end, window.ceiling):
        return None
    share = 100 * one.number / whole
    return replace(one, end=end, noun=end, low=share, high=share, unit="percent")


@dataclass(frozen=True)
class _Second:
    """The second number of a range or a change: `words` is what its own scale words are worth."""

    number: float
    value: float
    end: int
    scale: float
    unit: Measure
    signed: bool


def _second(window: _Window, one: _Measured, at: int) -> _Second | None:
    sign = _SIGN_HERE.match(window.text, at, window.ceiling)
    other = CORE.match(window.text, sign.end() if sign else at, window.ceiling)
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


def _range(window: _Window, one: _Measured, link: re.Match) -> _Measured | None:
    """A range whose lower end is known: "between 10 and 20", "$5-10 million", "three or four"."""
    other = _second(window, one, link.end())
    if not other:
        return None
    kind, end, high = other.unit.unit, other.unit.end, other.value
    bare = one.unit in ("count", one.sign)
    # the scale word of the second number holds for the first: "$5-10 million", "two to three million"
    small = one.scale == 1 and bare and one.number < max(other.number, 10) and one.number < other.number
    low = one.number * other.scale if small and one.number * other.scale <= high else one.low
    low = low * other.unit.scale if bare and kind != "count" else low
    if low >= high or window.text[end : end + 1].isalnum() or not (bare or kind == one.unit):
        return None
    if other.signed and not one.sign and one.unit == "count":
        return None
    if not _joins(window, one, other, link[0].strip().lower(), high - low > max(2 * other.scale, low)):
        return None
    if kind == "count":
        return replace(one, end=other.end, noun=other.end, low=low, high=high)
    return replace(one, end=end, noun=other.unit.noun, low=low, high=high, unit=kind)


def _joins(window: _Window, one: _Measured, other: _Second, joint: str, wide: bool) -> bool:
    """Whether the word between two numbers makes them a range: not in "rose from 352 to 609" nor in "grew by
    $12.5 billion to $88.1 billion"."""
    words = [word.strip(",.;:()") for _, word in tokens_before(window.text, window.floor, one.start)]
    if joint == "and":
        return "between" in words[:2]
    if joint == "or":
        return not wide
    if joint != "to" or not words:
        return True
    before = [
        word.strip(",.;:()")
        for word in window.text[max(window.sentence.start, one.start - 300) : one.start].lower().split()
    ]
    changes = IDIOMS["change verb"]
    if words[0] in changes or words[0] == "from" and any(word in changes for word in before):
        return False
    changed = any(word in changes for word in before[-6:])
    full = one.full or one.sign and other.signed
    return not (full and other.value > 3 * one.low and (changed or words[0] == "by"))


def _borrowed(window: _Window, one: _Measured, link: re.Match) -> _Measured:
    """The first number of "fell from 80 to 65 percent" with the unit and scale of the second."""
    before = tokens_before(window.text, window.floor, one.start)
    if not before or "from" not in [word for _, word in before[:3]] or one.unit != "count" or one.scale != 1:
        return one
    other = _second(window, one, link.end())
    if not other or other.unit.unit == "count" and other.scale == 1 or other.signed:
        return one
    scale = other.scale if max(one.number, other.number) < 1000 else 1
    value = one.low * scale * other.unit.scale
    return replace(one, low=value, high=value, unit=other.unit.unit)


def _finish(window: _Window, one: _Measured) -> Reading:
    """Adds the minus, the qualifiers before and after, and what the number is per."""
    text, start, end, noun, low, high = window.text, one.start, one.end, one.noun, one.low, one.high
    if low == high:
        start, low = _minus(window, one)
        high = low
    bound, begin, cue = qualifier(text, window.floor, start)
    if cue == "between" and low < high:
        begin = tokens_before(text, window.floor, start)[0][0]
        begin += len(text[begin:start]) - len(text[begin:start].lstrip('(“"‘[—–-'))
    after, end = qualifier_after(text, end, window.ceiling)
    if after:
        bound, noun = bound or after, max(noun, end)
    value, kind = (low + high) / 2, one.unit
    if low == high:
        low, high = (low, None) if bound == "low" else (None, high) if bound == "high" else (low, high)
    left = text[max(window.sentence.start, begin - 40) : begin]
    per, per_end, average = per_after(text, end, window.sentence.end, window.dates, noun=False)
    averaged = average or _AVERAGE.search(text[max(window.sentence.start, begin - 24) : start])
    if not per:
        per, _, _ = per_after(text, end, window.sentence.end, window.dates, noun=True)
        averaged = averaged or bool(per and _WORKS_OUT.search(left))
    if kind == "count" and (averaged or _TIMES.match(text, end, window.ceiling)):
        kind = "ratio"
    if per[:1].isdigit() and per_end <= window.ceiling:  # "12 per 100,000 people"
        end = noun = per_end
    return Reading(begin, end, low, high, kind, noun, value, bound == "approx", per, cue)


def _minus(window: _Window, one: _Measured) -> tuple[int, float]:
    """Where a number begins with its minus, and its value with it."""
    text, start = window.text, one.start
    if window.sentence.block.kind == "table row" and _SIGNED.search(text[max(0, start - 2) : start]):
        start -= 1  # a signed change: "-25%"
        return start, one.low if text[start] == "+" else -one.low
    if one.sign and re.search(r"[-−]\d", text[start : one.number_end]):
        return start, -one.low  # "$-40.2bn"
    at = minus_before(text, window.taken, start, one.unit)
    return (start, one.low) if at < 0 else (at, -one.low)
