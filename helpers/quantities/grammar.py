"""One quantity: a number with its qualifier, currency sign, scale word, unit, second number and what it is
per."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpers.quantities.ages import age_here
from helpers.quantities.bounds import qualifier
from helpers.quantities.finished import finished
from helpers.quantities.fractions import MEASURES, part_in_digits, read_fraction
from helpers.quantities.joined import borrowed, compound, hangs, marks_of, one_in, range_of, side_of
from helpers.quantities.lists import dimension_of
from helpers.quantities.marks import mark_end, power_here
from helpers.quantities.numerals import CORE, IDIOMS, NUMBERS, value_of
from helpers.quantities.readings import Aside, Measured, Reading, Window
from helpers.quantities.references import reference_end
from helpers.quantities.spellings import (
    end_of_twice,
    feet_and_inches,
    odd_shape,
    point_of_thousands,
    with_thousands,
)
from helpers.quantities.uncounted import why_not
from helpers.quantities.units import scale_after, sign_before, unit_after
from helpers.texts import Sentence

__all__ = ["find_quantities"]


# "a 20- to 30-foot wall" hangs the first number up
_BETWEEN_NUMBERS = re.compile(
    r"(?:…|\.{2,3})(?=\d)|-\s?(?:to|and|or)[\s-](?=[\da-z])|\s[-–]\s|[-–—]\s?|\s[-–]|\s(?:to|and|or)\s"
)
# "Of 60 files, 21 – 35 per cent – held none"
_SECOND_DASH = re.compile(r"\s[–—-]\s[^–—]{1,30}?(?:%|per\s?cent)[^–—.;\d]{0,30}\s[–—-]\s")
_THING = re.compile(r"-?(?:\s(?:long|high|tall|deep|wide))?\s[a-z]{3,}")
# "a 3-fold rise", "1.1x higher", "3x the norm"; but not "a 2x4 board"
_FOLD = re.compile(
    r"[\s-]?fold\b|[x×](?=\s(?:as|more|the|that|its|their|those|worse|rise|increase|jump|growth|return|(?!after|under|other|over)[a-z]{3,12}er)\b)"
)
_AS_MANY = re.compile(r"\s(?:as|the|that|what|its|their|his|her|those)\b")
_HOW_OFTEN = re.compile(r"\s(?:an?|per|each|every|daily|weekly|monthly|yearly|annually|over)\b")
_TIMES_WORDS = {"twice": 2, "thrice": 3}
_NOT_TWICE = re.compile(r"(?i)\b(?:think|thought|or|look|looked)\s$")
_AND_A_PART = re.compile(r"\sand\sa\s(half|quarter)\b")  # "a mile and a half", "two tonnes and a quarter"
_AFTER_NOTE = re.compile(r"\s*$|[.,;:)](?!\d)|\s?\n|\s[a-z]")
_RUN_ON = re.compile(r"(?:[.,]\d{1,15}){0,6}")
_SIDE_BY_SIDE = re.compile(r"\d\s{1,2}\d")
_SCORE = re.compile(r"[-–]\d")


def find_quantities(text: str, sentence: Sentence, dates: Sequence[tuple]) -> Iterator[Reading | Aside]:
    """The quantities between the dates of a sentence, and the numbers there that count nothing.

    Args:
        text: The folded text of the article.
        dates: (start, end, row) of the temporal expressions in the sentence, in the order of the text.
    """
    before: Reading | None = None  # the quantity before
    last = Aside(-1, -1, "")  # the last number that names something: "Articles 3 and 5"
    for floor, ceiling in _gaps(sentence, dates):
        window = Window(text, sentence, floor, ceiling, dates)
        at = taken = floor
        while match := CORE.search(text, at, ceiling):
            at = match.end()
            if match["lone"] and not _lone_counts(text, sentence, match, taken):
                continue  # "a kilo", not "more than a kilo" and "a kilo and a half"
            end, reason = (
                (0, "") if match["lone"] else reference_end(text, sentence, match, last, ceiling, floor)
            )
            if end:
                at = max(end, value_of(match)[1])
                last = Aside(match.start(), min(at, sentence.end), reason)
                yield last
                continue
            found = _read_one(replace(window, taken=taken), match)
            if isinstance(found, Reading) and before and _is_note(text, sentence, before, found):
                found = Aside(found.start, found.end, "list number")
            if isinstance(found, Reading):
                before = found
                at = taken = mark_end(
                    text, found.end, ceiling
                )  # "eight and nine charges": the second number is still to come
            else:
                at = max(match.start() + 1, value_of(match)[1], found.end if found else 0)
            if found:
                yield found


def _is_note(text: str, sentence: Sentence, before: Reading, one: Reading) -> bool:
    """Whether a number is the mark of a note that lost its place above the line: "were removed: 216 1", "216 1 men";
    not in rows of numbers."""
    gap = text[before.end : one.start]
    small = one.unit == "count" and text[one.start : one.end].isdigit() and one.value < min(100, before.value)
    prose = sentence.block.kind not in ("table row", "table header") and not gap.strip(" ")
    closes = small and prose and 0 < len(gap) < 3 and _AFTER_NOTE.match(text, one.end)
    around = max(sentence.start, one.start - 40), min(sentence.end, one.end + 40)
    alone = closes and len(_SIDE_BY_SIDE.findall(text, *around)) == 1
    return bool(alone) and text[before.end - 1].isdigit()


def _lone_counts(text: str, sentence: Sentence, match: re.Match, floor: int) -> bool:
    """Whether the article before a unit is a number: a bound stands before it, or a part of one behind it."""
    unit = unit_after(text, sentence, match.end(), sentence.end, "")
    return bool(qualifier(text, floor, match.start())[0] or _AND_A_PART.match(text, unit.end, sentence.end))


def _gaps(sentence: Sentence, dates: Sequence[tuple]) -> Iterator[tuple[int, int]]:
    floor = sentence.start
    for start, end, _ in dates:
        if start > floor:
            yield floor, start
        floor = max(floor, end)
    if floor < sentence.end:
        yield floor, sentence.end


def _read_one(window: Window, match: re.Match) -> Reading | Aside | None:
    """The quantity whose number is at match; why it is none; None for words that make no number."""
    text, sentence, ceiling, start = window.text, window.sentence, window.ceiling, match.start()
    value, end = value_of(match)
    if match["times"]:
        return _read_times(window, match)
    if end <= start:
        return None
    if match["fraction"]:
        return read_fraction(window, match, value)
    value, end = power_here(text, match["digits"] or "", end) or (value, end)
    if feet := feet_and_inches(window, start, value, end):
        return finished(window, feet)
    end = end_of_twice(text, value, end, ceiling)
    sign, begin = _sign(window, start)
    if sign:
        value, end = with_thousands(text, value, end, ceiling)
    if fold := _FOLD.match(text, end, ceiling):  # "rose 9.3-fold"
        return finished(window, Measured.alone(start, fold.end(), value, "ratio"))
    scaled, end, scale = scale_after(text, value, end, ceiling, sign)
    if sign == "$" and text[start:end].endswith("millones"):
        sign = "peso"  # a sum that is quoted in Spanish
    unit = unit_after(text, sentence, end, ceiling, sign)
    factor = point_of_thousands(text, match, unit, sign) if scale == 1 else 1
    reason = why_not(text, sentence, match, end, unit, sign, ceiling) or odd_shape(window, match, end, scale)
    if reason or not factor:
        if reason == "not understood":  # "$1,2345", "nineteen eighty-four pages"
            end = _RUN_ON.match(text, end).end() if match["digits"] else match.end()
        return Aside(start, end, reason or "not understood")
    value, scaled = value * factor, scaled * factor
    if unit.unit == "count" and scale == 1 and (part := part_in_digits(window, match, value, end)):
        return finished(window, part)
    if part := _AND_A_PART.match(text, unit.end, ceiling) if dimension_of(unit.unit) in MEASURES else None:
        scaled += {"half": 0.5, "quarter": 0.25}[part[1]] * scale
        unit = unit._replace(end=part.end(), noun=part.end())
    full, whole = unit.unit not in ("count", sign) or scale != 1, scaled * unit.scale
    one = Measured(begin, end, unit.end, unit.noun, value, scale, whole, whole, sign, unit.unit, full=full)
    return _with_second(window, compound(window, one))


def _read_times(window: Window, match: re.Match) -> Reading | None:
    """ "twice as many", "a fivefold increase": a ratio; "asked twice": how often; none in "twice a day" and "think twice"."""
    text, (start, end) = window.text, match.span()
    if _HOW_OFTEN.match(text, end, window.sentence.end) or _NOT_TWICE.search(text, max(0, start - 12), start):
        return None
    word = match[0].lower()
    number = float(_TIMES_WORDS.get(word) or NUMBERS[word.removesuffix("fold")][1])
    ratio = word not in _TIMES_WORDS or _AS_MANY.match(text, end, window.sentence.end)
    bound, begin, _ = qualifier(text, window.floor, start) if ratio else ("", start, "")
    low, high = (None if bound == "high" else number), (None if bound == "low" else number)
    kind = "ratio" if ratio else "count"
    return Reading(begin, end, low, high, kind, end, number, bound == "approx", cue=word)


def _sign(window: Window, start: int) -> tuple[str, int]:
    """Currency sign before a number and where it begins; a minus may stand between them."""
    sign, begin = sign_before(window.text, start, window.taken)
    if not sign and window.text[start - 1 : start] in ("-", "−") and start > window.taken:
        sign, begin = sign_before(window.text, start - 1, window.taken)
    return (sign, begin) if sign else ("", start)


def _with_second(window: Window, one: Measured) -> Reading | Aside:
    """Adds the second number of "10 to 20", "one in five", "from 80 to 65 percent"."""
    text, ceiling, kind = window.text, window.ceiling, one.unit
    link = _BETWEEN_NUMBERS.match(text, one.number_end if kind == "count" else one.end, ceiling)
    if link and _SECOND_DASH.match(text, link.start(), window.sentence.end):
        link = None
    if link and age_here(text, link.end(), window.sentence.end):
        return Aside(one.start, one.number_end, "age")  # "between 18 and 45 years old"
    if marked := marks_of(window, one):
        return marked  # "scored nine out of ten"
    one = side_of(window, one)
    if isinstance(one, Aside):
        return one
    both = one_in(window, one) or (range_of(window, one, link) if link else None)
    if not both and link and (link[0].strip() == "to" or hangs(link)):
        one = borrowed(window, one, link)
    hyphened = text[one.number_end : one.number_end + 1] == "-"
    thing = _THING.match(text, one.end, ceiling) if hyphened and dimension_of(kind) == "length" else None
    if thing and one.number == int(one.number) and thing[0].split()[-1] not in IDIOMS["measured thing"]:
        return Aside(one.start, one.end, "kind of thing")  # "a 53-foot rig"
    if not both and _SCORE.match(text, one.number_end):
        return Aside(one.start, one.number_end, "score")  # "a 5-4 ruling"
    return finished(window, both or one)
