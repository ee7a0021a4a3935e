"""One quantity: a number with its qualifier, currency sign, scale word, unit, second number and what it is
per."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.quantities.numerals import (
    CORE,
    IDIOMS,
    ONE_IN,
    UNIT_AFTER,
    UNIT_KINDS,
    any_of,
    number_of,
    tokens_before,
)
from helpers.quantities.uncounted import NAME_HERE, may_count, name_end
from helpers.quantities.units import scale_after, sign_before, unit_after
from helpers.texts import Sentence, word_list

__all__ = ["Found", "find_quantities"]


@dataclass(frozen=True)
class Found:
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


_BEFORE = {
    row["words"]: row["bound"] for row in word_list("quantities/qualifiers") if row["place"] == "before"
}
_AFTER = {row["words"]: row["bound"] for row in word_list("quantities/qualifiers") if row["place"] == "after"}
_AFTER = {**_AFTER, "-plus": "low"}
_PART_FOLLOWS = re.compile(
    r"\s(?:of|the|those|these|their|its|all|were|are|was|had|have|came|an?)\b", re.IGNORECASE
)
_BETWEEN_NUMBERS = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
_PER = re.compile(
    r"\s(?:per|for\severy|for\seach)\s((?:\d[\d,]{0,9}\s)?[A-Za-z][\w’'-]{0,30})|\s(each|apiece)\b|\s(an?\s(?:day|week|month|year|head))\b"
)
_AVERAGE = re.compile(
    r"\b(?:average\sof|averages?|averaging|averaged|ratio\sof)\s(?:about\s|around\s|roughly\s|nearly\s|some\s|over\s)?$",
    re.IGNORECASE,
)


_SIGN_HERE = re.compile(r"(?:US|AU|A|CA|C|MX|NZ)?[$£€]\s?")
_SIGNED = re.compile(r"[ |][+−-]$")
_ARTICLE = re.compile(r"\san?")
_LENGTHS = frozenset(unit for unit, kind in UNIT_KINDS.items() if kind == "length")
_THING = re.compile(r"-?(?:\s(?:long|high|tall|deep|wide))?\s[a-z]{3,}")
# "the March figure comes to about 232 apprehensions a day"
_WORKS_OUT = re.compile(
    r"\b(?:comes?\s(?:out\s)?(?:to|at)|came\sto|works?\sout\s(?:to|at)|amounts?\sto|equals|equivalent\sto|translates?\s(?:in)?to|that\sis|that’s|a\srate\sof)\s$",
    re.IGNORECASE,
)
_PER_TIME_LATER = re.compile(
    r"(?:\s[a-z][\w’'-]{1,20}){1,3}?\s((?:an?|per|each|every)\s(?:day|week|month|year|hour))\b"
)
_TIMES = re.compile(
    r"\stimes\s(?:as|more|higher|larger|greater|the|that|what|its|their|over)\b"
)  # "three times as many"


def find_quantities(text: str, sentence: Sentence, dates: list) -> Iterator[Found]:
    """The quantities between the dates of a unit."""
    last_name = -1  # end of the last number that is a name: "Articles 3 and 5"
    for floor, ceiling in _gaps(sentence, dates):
        at = floor
        while match := CORE.search(text, at, ceiling):
            at = match.end()
            skip = name_end(text, sentence, match, last_name, ceiling)
            if skip:
                at = last_name = max(skip, match.end())
                continue
            found = _read_one(_Window(text, sentence, floor, ceiling), match)
            if found:
                yield found
                at = max(found.end, at)


def _gaps(sentence: Sentence, dates: list) -> Iterator[tuple[int, int]]:
    floor = sentence.start
    for start, end, _ in dates:
        if start > floor:
            yield floor, start
        floor = max(floor, end)
    if floor < sentence.end:
        yield floor, sentence.end


@dataclass(frozen=True)
class _Window:
    """Where a quantity is read: between two dates of a unit."""

    text: str
    sentence: Sentence
    floor: int
    ceiling: int


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


def _read_one(window: _Window, match: re.Match) -> Found | None:
    """The quantity whose number is at match, or None if this number is none."""
    text, sentence, ceiling, start = window.text, window.sentence, window.ceiling, match.start()
    value, end = number_of(match)
    if end <= start:
        return None
    if match["fraction"]:
        if match[0].lower() == "half" and (article := _ARTICLE.match(text, end)):  # "half a tonne"
            kind, noun, end = unit_after(text, sentence, article.end(), ceiling, "")
            return _finish(window, _Measured(start, end, end, noun, 0.5, 1, 0.5, 0.5, "", kind))
        share = _Measured(start, end, end, end, value, 1, value, value, "", "percent")
        return _finish(window, share) if _is_fraction(text, sentence, match) else None
    sign, sign_start = sign_before(text, start, window.floor)
    scaled, end, scale = scale_after(text, value, end, ceiling, sign)
    kind, noun, quote_end = unit_after(text, sentence, end, ceiling, sign)
    if not may_count(text, sentence, match, end, quote_end, ceiling, kind, sign):
        return None
    one = _Measured(
        sign_start if sign else start, end, quote_end, noun, value, scale, scaled, scaled, sign, kind
    )
    link = _BETWEEN_NUMBERS.match(text, one.number_end if kind == "count" else one.end, ceiling)
    if link and (aged := NAME_HERE.match(text, link.end(), ceiling)) and "old" in aged[0]:
        return None  # "between 18 and 45 years old"
    both = _one_in(window, one) or (_range(window, one, link) if link else None)
    if kind in _LENGTHS and text[end : end + 1] == "-" and _THING.match(text, quote_end, ceiling):
        return None  # "a 53-foot rig": what it measures is a kind of rig
    if not both and text[end : end + 1] in "-–" and text[end + 1 : end + 2].isdigit():
        return None  # "a 5-4 ruling"
    return _finish(window, both or one)


_FIGURATIVE_HALF = re.compile(
    r"half\s(?:of\s)?the\s(?:block|street|town|village|neighbou?rhood|world|planet|battle|story|fun|time|job|work|night|way)\b",
    re.IGNORECASE,
)


def _is_fraction(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether words such as "half", "a third", "two-thirds" are a share: by what follows, by their plural, or
    by a qualifier before."""
    words = tokens_before(text, sentence.start, match.start())
    last = words[0][1] if words else ""
    if _FIGURATIVE_HALF.match(text, match.start(), sentence.end):
        return False
    if (
        re.match(r"an?\s(?!half|quarter)", match[0], re.IGNORECASE)
        and text[match.end() : match.end() + 3] != " of"
    ):
        return False  # "a third was charged"
    if last in (
        "first",
        "second",
        "latter",
        "other",
        "last",
        "final",
        "top",
        "bottom",
        "former",
        "a",
        "hour",
    ):
        return False
    return (
        bool(_PART_FOLLOWS.match(text, match.end(), sentence.end))
        or match[0][-1] in "sS"
        or last == "by"
        or _qualifier(text, sentence.start, match.start())[0] != ""
    )


def _one_in(window: _Window, one: _Measured) -> _Measured | None:
    """Reads "one in five", "nine out of ten", as a percentage."""
    link = ONE_IN.match(window.text, one.number_end, window.ceiling)
    if not link or one.unit != "count" or one.scale != 1 or not 1 <= one.number < 10:
        return None
    other = CORE.match(window.text, link.end(), window.ceiling)
    if not other or other["fraction"]:
        return None
    whole, end = number_of(other)
    round_number = whole <= 10 or whole in (12, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000)
    if one.number >= whole or not round_number or UNIT_AFTER.match(window.text, end, window.ceiling):
        return None
    share = 100 * one.number / whole
    return replace(one, end=end, noun=end, low=share, high=share, unit="percent")


def _range(window: _Window, one: _Measured, link: re.Match) -> _Measured | None:
    """A range whose lower end is known: "between 10 and 20", "$5-10 million", "three or four"."""
    text, ceiling, at = window.text, window.ceiling, link.end()
    if sign := _SIGN_HERE.match(text, at, ceiling):
        at = sign.end()
    other = CORE.match(text, at, ceiling)
    if not other or other["fraction"]:
        return None
    high, number_end = number_of(other)
    high, number_end, scale = scale_after(text, high, number_end, ceiling, one.sign)
    kind, noun, end = unit_after(text, window.sentence, number_end, ceiling, one.sign)
    bare = one.unit in ("count", one.sign)
    # the scale word of the second number holds for the first: "$5-10 million"
    low = one.number * scale if one.scale == 1 and bare and one.number * scale <= high else one.low
    if low >= high or text[end : end + 1].isalnum() or not (bare or kind in (one.unit, "count")):
        return None
    if not _joins(window, one, link[0].strip().lower(), high - low > max(2, low)):
        return None
    if kind == "count":
        return replace(one, end=number_end, noun=number_end, low=low, high=high)
    return replace(one, end=end, noun=noun, low=low, high=high, unit=kind)


def _joins(window: _Window, one: _Measured, joint: str, wide: bool) -> bool:
    """Whether the word between two numbers makes them a range: not in "rose from 352 to 609"."""
    words = [word.strip(",.;:()") for _, word in tokens_before(window.text, window.floor, one.start)]
    if joint == "and":
        return "between" in words[:2]
    if joint == "or":
        return not wide
    if joint != "to" or not words:
        return True
    before = window.text[max(window.sentence.start, one.start - 300) : one.start].lower().split()
    changes = IDIOMS["change verb"]
    return words[0] not in changes and not (
        words[0] == "from" and any(word.strip(",.;:()") in changes for word in before)
    )


def _finish(window: _Window, one: _Measured) -> Found:
    """Adds the qualifiers before and after, and what the number is per."""
    text, start, end, noun, low, high = window.text, one.start, one.end, one.noun, one.low, one.high
    if (
        window.sentence.block.kind == "table row"
        and low == high
        and _SIGNED.search(text[max(0, start - 2) : start])
    ):
        start -= 1  # a signed change: "-25%"
        low = high = low if text[start] == "+" else -low
    bound, begin, cue = _qualifier(text, window.floor, start)
    if cue == "between" and low < high:
        begin = tokens_before(text, window.floor, start)[0][0]
        begin += len(text[begin:start]) - len(text[begin:start].lstrip('(“"‘[—–-'))
    after, end = _qualifier_after(text, end, window.ceiling)
    if after:
        bound, noun = bound or after, max(noun, end)
    value, kind = (low + high) / 2, one.unit
    if low == high:
        low, high = (low, None) if bound == "low" else (None, high) if bound == "high" else (low, high)
    per = _PER.match(text, end, window.ceiling)
    averaged = (per and per[0].split()[0] in ("per", "for")) or _AVERAGE.search(
        text[max(window.sentence.start, begin - 24) : start]
    )
    if kind == "count" and (averaged or _TIMES.match(text, end, window.ceiling)):
        kind = "ratio"
    later = _PER_TIME_LATER.match(text, end, window.sentence.end)
    before = text[max(window.sentence.start, begin - 40) : begin]
    if kind == "count" and later and (_WORKS_OUT.search(before) or _AVERAGE.search(before)):
        return Found(begin, end, low, high, "ratio", noun, value, bound == "approx", later[1], cue)
    if per and per[1] and per[1][0].isdigit():  # "12 per 100,000 people"
        end = noun = per.end()
    return Found(
        begin,
        end,
        low,
        high,
        kind,
        noun,
        value,
        bound == "approx",
        (per[1] or per[2] or per[3] or "") if per else "",
        cue,
    )


def _qualifier(text: str, floor: int, start: int) -> tuple[str, int, str]:
    """Bound that the words before a number set, where they begin, and the words."""
    if start > floor and text[start - 1] in "~≈<>≥≤":
        return _BEFORE[text[start - 1]], start - 1, text[start - 1]
    words = tokens_before(text, floor, start)
    if (
        words
        and words[0][1] in ("a", "an", "the", "of")
        and " ".join(word for _, word in words[:3][::-1]) not in _BEFORE
    ):
        skipped = 1 if words[0][1] in ("a", "an") else 0
        words = words[skipped:]
    for length in range(min(5, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[:length][::-1]).lstrip('(“"‘[—–-')
        bound = _BEFORE.get(phrase)
        if not bound:
            continue
        at = words[length - 1][0]
        at += len(text[at:start]) - len(text[at:start].lstrip('(“"‘[—–-'))
        before = words[length][1] if len(words) > length else ""
        if phrase == "over" and before in IDIOMS["phrasal verb"]:
            return "", start, phrase
        if phrase in ("more than", "less than", "fewer than", "greater than") and (
            before[-1:] == "%" or before in ("percent", "cent", "times", "twice", "years", "points")
        ):
            return "", start, phrase
        if phrase in ("under", "below", "above", "near", "short of", "some") and before in (
            "the",
            "described",
            "listed",
        ):
            return "", start, phrase
        return (
            bound,
            (start if phrase.endswith("estimated") else at),
            phrase,
        )  # an adjective: the quote begins with the number
    return "", start, words[0][1] if words else ""


def _qualifier_after(text: str, end: int, ceiling: int) -> tuple[str, int]:
    if text[end : end + 1] == "+" and end < ceiling:
        return "low", end + 1
    match = _QUALIFIER_AFTER.match(text, end, ceiling)
    if not match:
        return "", end
    return _AFTER[re.sub(r"\s", " ", match[0].lower().strip())], match.end()


_QUALIFIER_AFTER = re.compile(
    rf"\s(?:{any_of(word for word in _AFTER if word[0].isalpha() and word not in ('plus', 'odd'))})(?=[\s,.;)]|$)(?!\s(?:old|than))"
    r"|-plus(?!\w)|-or-more|-odd",
    re.IGNORECASE,
)
