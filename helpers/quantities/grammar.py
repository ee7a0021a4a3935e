"""One quantity: a number with its qualifier, currency sign, scale word, unit, second number and what it is
per."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpers.quantities.ages import age_here
from helpers.quantities.bounds import qualifier
from helpers.quantities.finished import finished
from helpers.quantities.joined import borrowed, compound, one_in, range_of
from helpers.quantities.lists import dimension_of
from helpers.quantities.numerals import CORE, IDIOMS, NUMBERS, tokens_before, value_of
from helpers.quantities.readings import Aside, Measured, Reading, Window
from helpers.quantities.references import reference_end
from helpers.quantities.uncounted import why_not
from helpers.quantities.units import scale_after, sign_before, unit_after
from helpers.texts import Sentence

__all__ = ["find_quantities"]


_PART_FOLLOWS = re.compile(
    r"\s(?:of|the|those|these|their|its|all|were|are|was|had|have|came|an?)\b", re.IGNORECASE
)
_OF_A = re.compile(r"\sof\san?(?=\s)")
_BETWEEN_NUMBERS = re.compile(r"\s[-–]\s|[-–—]\s?|\s[-–]|\s(?:to|and|or)\s")
# "Of 60 files, 21 – 35 per cent – held none"
_SECOND_DASH = re.compile(r"\s[–—-]\s[^–—]{1,30}?(?:%|per\s?cent)[^–—.;\d]{0,30}\s[–—-]\s")
_ARTICLE = re.compile(r"\san?")
_THING = re.compile(r"-?(?:\s(?:long|high|tall|deep|wide))?\s[a-z]{3,}")
_ONE_PART = re.compile(r"an?\s(?!half|quarter)", re.IGNORECASE)
_FOLD = re.compile(r"[\s-]?fold\b")
_AS_MANY = re.compile(r"\s(?:as|the|that|what|its|their|his|her|those)\b")
_HOW_OFTEN = re.compile(r"\s(?:an?|per|each|every|daily|weekly|monthly|yearly|annually|over)\b")
_TIMES_WORDS = {"twice": 2, "thrice": 3}
_NOT_TWICE = re.compile(r"(?i)\b(?:think|thought|or|look|looked)\s$")
_FIGURATIVE_HALF = re.compile(
    r"half\s(?:of\s)?the\s(?:block|street|town|village|neighbou?rhood|world|planet|battle|story|fun|time|job|work|night|way)\b",
    re.IGNORECASE,
)
_BY_A_PART = re.compile(
    r"[.,;:)]|\s\(|\s(?:to|in|since|from|over|compared|between|this|last|after|during|on|for|at)\b|$"
    r"|\s(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|say|says|said|came|come|went|live|lived|fled|left"
    r"|got|lack|[a-z]{3,12}ed)\b"
)
_MANY_DO = re.compile(r"\s(?:are|were|have|do|live|say)\b")
_NO_PART_BEFORE = frozenset(
    ("first", "second", "third", "fourth", "each", "every", "this", "per", "other", "last", "final")
    + ("top", "bottom", "former", "a", "hour")
)
_BROKEN_THOUSANDS = re.compile(r",\s(\d{3})(?![\d,])(?=[.;)]|\s(?:of|and|in|for|to|from|was|were|by|on)\b|$)")
_POINT_OF_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SCORE = re.compile(r"[-–]\d")
_TWICE = re.compile(r"\s?\((?=[\da-z])", re.IGNORECASE)


def find_quantities(text: str, sentence: Sentence, dates: Sequence[tuple]) -> Iterator[Reading | Aside]:
    """The quantities between the dates of a sentence, and the numbers there that count nothing.

    Args:
        text: The folded text of the article.
        dates: (start, end, row) of the temporal expressions in the sentence, in the order of the text.
    """
    last = Aside(-1, -1, "")  # the last number that names something: "Articles 3 and 5"
    for floor, ceiling in _gaps(sentence, dates):
        window = Window(text, sentence, floor, ceiling, dates)
        at = taken = floor
        while match := CORE.search(text, at, ceiling):
            at = match.end()
            if match["lone"] and not qualifier(text, taken, match.start())[0]:
                continue  # "a kilo", not "more than a kilo"
            end, reason = (0, "") if match["lone"] else reference_end(text, sentence, match, last, ceiling)
            if end:
                at = max(end, at)
                last = Aside(match.start(), min(at, sentence.end), reason)
                yield last
                continue
            found = _read_one(replace(window, taken=taken), match)
            if isinstance(found, Reading):
                at = taken = found.end  # "eight and nine charges": the second number is still to come
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


def _read_one(window: Window, match: re.Match) -> Reading | Aside | None:
    """The quantity whose number is at match; why it is none; None for words that make no number."""
    text, sentence, ceiling, start = window.text, window.sentence, window.ceiling, match.start()
    value, end = value_of(match)
    if match["times"]:
        return _read_times(window, match)
    if end <= start:
        return None
    end = _end_of_twice(text, value, end, ceiling)
    if match["fraction"]:
        return _read_fraction(window, match, value)
    sign, begin = _sign(window, start)
    if sign:
        value, end = _with_thousands(text, value, end, ceiling)
    if fold := _FOLD.match(text, end, ceiling):  # "rose 9.3-fold"
        return finished(
            window, Measured(start, fold.end(), fold.end(), fold.end(), value, 1, value, value, "", "ratio")
        )
    scaled, end, scale = scale_after(text, value, end, ceiling, sign)
    unit = unit_after(text, sentence, end, ceiling, sign)
    if unit.unit == "EUR" and scale == 1 and _POINT_OF_THOUSANDS.fullmatch(match["digits"] or ""):
        value, scaled = value * 1000, scaled * 1000  # "EUR 3.200"
    if reason := why_not(text, sentence, match, end, unit, sign, ceiling):
        return Aside(start, end, reason)
    if match["digits"] and re.search("[/⁄]", match["digits"]) and unit.unit == "count" and scale == 1:
        part = _OF_A.match(text, end, ceiling)
        unit = unit_after(text, sentence, part.end(), ceiling, "") if part else unit
        if unit.unit == "count":
            return finished(window, _part_of(match, begin, value, end))
    full, whole = unit.unit not in ("count", sign) or scale != 1, scaled * unit.scale
    one = Measured(begin, end, unit.end, unit.noun, value, scale, whole, whole, sign, unit.unit, full=full)
    return _with_second(window, compound(window, one))


def _with_thousands(text: str, value: float, end: int, ceiling: int) -> tuple[float, int]:
    """Value and end of a sum with a space behind its comma or a dash before its cents: "$2, 678", "R1 500-00"."""
    broken = _BROKEN_THOUSANDS.match(text, end, ceiling) if value in range(1000) else None
    value, end = (value * 1000 + int(broken[1]), broken.end()) if broken else (value, end)
    cents = text.startswith("-00", end) and not text[end + 3 : end + 4].isalnum()
    return value, end + len("-00") * cents


def _end_of_twice(text: str, value: float, end: int, ceiling: int) -> int:
    """Where a number ends that is written in words and in digits: "twelve (12) suspects"."""
    bracket = _TWICE.match(text, end, ceiling)
    other = CORE.match(text, bracket.end(), ceiling) if bracket else None
    if not other or other["fraction"] or other["times"] or value_of(other)[0] != value:
        return end
    return other.end() + 1 if text[other.end() : other.end() + 1] == ")" else end


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


def _part_of(match: re.Match, begin: int, value: float, end: int) -> Measured:
    """ "1/4 of the men": a share; "2 1/2" without a unit: a number."""
    share = match["digits"][0] == match["digits"].replace("⁄", "/").split("/")[0]
    size, unit = (value * 100, "percent") if share else (value, "count")
    return Measured(begin, end, end, end, size, 1, size, size, "", unit)


def _sign(window: Window, start: int) -> tuple[str, int]:
    """Currency sign before a number and where it begins; a minus may stand between them."""
    sign, begin = sign_before(window.text, start, window.taken)
    if not sign and window.text[start - 1 : start] in ("-", "−") and start > window.taken:
        sign, begin = sign_before(window.text, start - 1, window.taken)
    return (sign, begin) if sign else ("", start)


def _read_fraction(window: Window, match: re.Match, value: float) -> Reading | Aside:
    """ "half a tonne", "two-thirds of the men"."""
    start, end = match.span()
    article = _ARTICLE.match(window.text, end) if match[0].lower() == "half" else None
    if article:
        unit = unit_after(window.text, window.sentence, article.end(), window.ceiling, "")
        if unit.unit == "count" and article.end() >= window.ceiling:
            return Aside(start, end, "length of time")
        low = 0.5 * unit.scale
        return finished(
            window, Measured(start, unit.end, unit.end, unit.noun, 0.5, 1, low, low, "", unit.unit)
        )
    if part := _OF_A.match(window.text, end, window.ceiling):  # "three quarters of a mile"
        unit = unit_after(window.text, window.sentence, part.end(), window.ceiling, "")
        if unit.unit != "count":
            low = value / 100 * unit.scale
            return finished(
                window,
                Measured(start, unit.end, unit.end, unit.noun, value / 100, 1, low, low, "", unit.unit),
            )
    if not _is_fraction(window.text, window.sentence, match):
        ordinal = re.match(r"an?\s(?!half|quarter)", match[0], re.IGNORECASE)
        return Aside(start, end, "ordinal" if ordinal else "part, not a share")
    return finished(window, Measured(start, end, end, end, value, 1, value, value, "", "percent"))


def _is_fraction(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether words such as "a third" or "half" are a share: not in "the first half" or "a third suspect"."""
    words = tokens_before(text, sentence.start, match.start())
    last = words[0][1] if words else ""
    if _FIGURATIVE_HALF.match(text, match.start(), sentence.end):
        return False
    if _ONE_PART.match(match[0]) and text[match.end() : match.end() + 3] != " of":
        if _MANY_DO.match(text, match.end(), sentence.end):
            return True  # "a third were children"
        bounded = last == "by" or qualifier(text, sentence.start, match.start())[0]  # "nearly a third (30%)"
        return bool(
            bounded and _BY_A_PART.match(text, match.end(), sentence.end)
        )  # not "a third was charged"
    if last in _NO_PART_BEFORE:
        return False
    return (
        bool(_PART_FOLLOWS.match(text, match.end(), sentence.end))
        or match[0][-1] in "sS"
        or last == "by"
        or qualifier(text, sentence.start, match.start())[0] != ""
    )


def _with_second(window: Window, one: Measured) -> Reading | Aside:
    """Adds the second number of "10 to 20", "one in five", "from 80 to 65 percent"."""
    text, ceiling, kind = window.text, window.ceiling, one.unit
    link = _BETWEEN_NUMBERS.match(text, one.number_end if kind == "count" else one.end, ceiling)
    if link and _SECOND_DASH.match(text, link.start(), window.sentence.end):
        link = None
    if link and age_here(text, link.end(), window.sentence.end):
        return Aside(one.start, one.number_end, "age")  # "between 18 and 45 years old"
    both = one_in(window, one) or (range_of(window, one, link) if link else None)
    if not both and link and link[0].strip() == "to":
        one = borrowed(window, one, link)
    hyphened = text[one.number_end : one.number_end + 1] == "-"
    thing = _THING.match(text, one.end, ceiling) if hyphened and dimension_of(kind) == "length" else None
    if thing and one.number == int(one.number) and thing[0].split()[-1] not in IDIOMS["measured thing"]:
        return Aside(one.start, one.end, "kind of thing")  # "a 53-foot rig"
    if not both and _SCORE.match(text, one.number_end):
        return Aside(one.start, one.number_end, "score")  # "a 5-4 ruling"
    return finished(window, both or one)
