"""The words of dates, as patterns and numbers, and the `Expression` that every reader of them returns.

All words are in `helpers/data/dates/en/words.csv`, by kind; the readers are in `dates.find.points` (days to
centuries), `dates.find.relative` (this week, three days ago) and `dates.find.lengths` (durations, sets,
times), and `dates.find.grammar` puts them together.

>>> count_of("two hundred and ten"), period_value(48, "TH")
(210.0, 'PT48H')
"""

import re
from dataclasses import dataclass
from functools import cache

from helpers.texts import cardinal, number_words, word_list


@dataclass(slots=True)
class Expression:
    """A temporal expression as the words give it; None where they say nothing.

    Attributes:
        start, end: Offsets into the sentence.
        kind: day, month, year, years, decade, century, quarter, half, season, fiscal, weekday, shift (this,
            last and next week ...), ago, holiday, part (late March), share (the first three months of 2024),
            ending (the year to March), week of, since, range, same period, duration, set, time, vague.
        year, month, day: Numbers; `day` is also that of a quarter, half, or ordinal week ("second quarter":
            2).
        last_day: Last day of "11-22 March"; last year of "2019-2023".
        weekday: Monday is 0.
        unit: D, W, M, Y, 10Y, Q (quarter), WE (weekend), F (fiscal year), a season code, TH, TM; of a fiscal
            year: split, several, school or state ("state fiscal year"); of a part: edge or deadline, a day;
            of a weekday: ago ("a week ago Tuesday").
        number: How many units; negative for the past in `shift` and `ago`.
        anchor: publication or context: what `shift` and `ago` count from.
        mod: TIMEX3 modifier.
        value: Ready-made TIMEX3 value of durations, sets, times and vague expressions.
        type: TIMEX3 type of vague expressions.
        part: TIMEX3 code of a part of the day: MO, AF, EV, NI.
        clock: HH:MM.
        inner, until: Nested expressions; `until` is the end of a range.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    unit: str = ""
    number: float = 0
    anchor: str = "publication"
    mod: str = ""
    value: str = ""
    type: str = ""
    part: str = ""
    clock: str = ""
    inner: "Expression | None" = None
    until: "Expression | None" = None


@cache
def language_words(language: str, kind: str) -> dict[str, str]:
    """The words of a kind in `dates/LANGUAGE/words.csv`, each with its value."""
    return {row["word"]: row["value"] for row in word_list(f"dates/{language}/words") if row["kind"] == kind}


def english_words(kind: str) -> dict[str, str]:
    """The English words of a kind, each with its value."""
    return language_words("en", kind)


@cache
def counting_words(language: str) -> dict[str, float]:
    """The words that may count units of time, each with its value: those of `texts` from one to ninety-nine,
    dozen, hundred and thousand, and what only dates count with ("a couple of years", "media hora")."""
    numbers = number_words(language)
    counts = {
        word: value for word, (kind, value) in numbers.items() if kind in ("article", "unit", "teen", "ten")
    }
    if language == "es":
        units = [word for word, (kind, value) in numbers.items() if kind == "unit" and value]
        tens = [word for word, (kind, _) in numbers.items() if kind == "ten"]
        counts |= {f"{ten} y {unit}": counts[ten] + counts[unit] for ten in tens for unit in units}
    else:
        counts |= {
            word: value for word, (kind, value) in numbers.items() if kind == "scale" and value <= 1000
        }
    own = {word: float(value) for word, value in language_words(language, "number").items()}
    return {word: value for word, value in counts.items() if value} | own


@cache
def ordinal_words(language: str) -> dict[str, int]:
    """The words for places in a row, each with its number; -1 is the last."""
    general = {
        word: value
        for word, (kind, value) in number_words(language).items()
        if kind == "ordinal" and value <= 31  # days and centuries
    }
    return general | {word: int(value) for word, value in language_words(language, "ordinal").items()}


def one_of(words) -> str:
    """A pattern for any of the words, the longest first; a space stands for any single white space."""
    return (
        "(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
        + ")"
    )


def capitalised(words) -> str:
    """Words as news prints them: Capitalised or ALL CAPITALS, never in small letters ("may", "march",
    "sat")."""
    return one_of({form for word in words for form in (word.capitalize(), word.upper())})


MONTHS = {word: int(value) for word, value in english_words("month").items()}
WEEKDAYS = {word: int(value) for word, value in english_words("weekday").items()}
NUMBERS = counting_words("en")
ORDINALS = ordinal_words("en")
UNITS = english_words("unit")
SHORT_MONTHS = {word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july")}
LONG_DAYS = {word for word in WEEKDAYS if word.endswith("day")}
UNSURE_MONTHS = {
    row["word"]
    for row in word_list("dates/en/words")
    if row["kind"] == "month" and row["why"].startswith("also")
}
FUNCTION_WORDS = one_of(english_words("function"))

MONTH = rf"(?P<month>{capitalised(MONTHS)})(?![A-Za-z])\.?"
SUFFIX = r"(?:st|nd|rd|th)?"
AFTER_DAY = (
    r"(?![\w%°])(?!\s?(?:%|percent\b|per\scent|[ap]\.?m\b))(?![.,:/]\d)"
    r"(?![-–](?:year|month|week|day|hour|minute|mile|page|member|person|foot|point|count)\b)"
)
DAY_NUMBER = rf"(?P<day>\d{{1,2}}){SUFFIX}"
SECOND_DAY = rf"(?P<day2>\d{{1,2}}){SUFFIX}"
FOUR_DIGITS = r"(?:1[5-9]|20|21)\d\d"
YEAR = rf"(?P<year>{FOUR_DIGITS})(?!\d|[,.]\d|%|[-–]\d{{3}})"
TO = r"\s?(?:-|–|—|/|(?:\bup\s)?\bto\b(?:\sand\sincluding\b)?|\bthrough\b|\bthru\b|\buntil\b|&|\band\b|\bor\b)\s?"
RELATIVE_YEAR = (
    r"(?:,?\s(?:of\s)?(?P<rel>this|last|next|the\sprevious|the\sfollowing|that|the\ssame)\syear\b)"
)
OF_YEAR = rf"(?:(?:,|,?\sof|,?\sin)?\s?{YEAR}|{RELATIVE_YEAR})"
_ROUND = ("hundred", "thousand", "dozen", "couple")
# lawyers write a number twice: "thirty (30) days", "5 (five) years"
_TWICE = rf"(?:\s?\((?:\d{{1,4}}|{one_of(NUMBERS)}(?:-{one_of(NUMBERS)})?)\))?"
NUMBER = (
    rf"(?:\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?|(?:an?\s{one_of(_ROUND)}|{one_of(NUMBERS)})(?:(?:(?<!a)(?<!an)(?:-|\s)(?:(?<=hundred.|housand.)and(?:-"
    rf"|\s))?){one_of(set(NUMBERS) - {'a', 'an'})}){{0,3}}(?:(?<=couple|.dozen)\sof)?)(?!(?![½¼¾])[\w%]){_TWICE}"
)
UNIT_WORD = (
    rf"(?P<unit>{one_of(set(UNITS) - {'century', 'millennium'})}s?|centur(?:y|ies)|millenni(?:um|a))(?![\w])"
)
MEASURE = rf"(?:{one_of(english_words('measure'))}\s)?"
QUALIFIER = re.compile(rf"(?i)(?<![\w-])(?:the\s)?({one_of(english_words('qualifier'))})\s$")
OLD = re.compile(r"(?i)[\s-]olds?\b|\s(?:of\s)age\b|\syoung\b")
PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night|lunchtime|midday|noon|overnight|dawn)"
ORDINAL = rf"(?P<ordinal>{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
SEASON = one_of(english_words("season"))
SEASON_ALONE = re.compile(rf"(?i:{SEASON}\b)")
PREVIOUS_WORD = re.compile(r"([A-Za-z][A-Za-z.’']*)[\s]$")
SHIFT_UNITS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "weekend": "WE",
    "fortnight": "2W",
    "calendar year": "Y",
}
SHIFTS = {
    "this": 0,
    "current": 0,
    "present": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that": 0,
    "subsequent": 1,
    "this past": -1,
    "this coming": 1,
    "this last": -1,
}
FEW = (
    r"(?P<few>several|many|few|a\sfew|some|numerous|multiple|countless|a\snumber\sof|(?:a\s)?couple|dozens\sof|scores\sof"
    r"|hundreds\sof|thousands\sof|tens\sof|recent)"
)


def count_of(text: str) -> float:
    """The value of a number in digits or words: "1,200", "twenty-five", "a couple of", "two hundred and
    ten"."""
    text = text.partition("(")[0].strip()
    if text[0].isdigit():
        return float(text.replace(",", ""))
    words = ["two" if word == "couple" else word for word in re.split(r"[\s-]+", text.lower())]
    if words[0] in ("a", "an"):
        words = words[1:] or ["one"]
    return float(cardinal(words, implied=number_words("en")[words[0]][0] == "scale")[0])


def plain_number(number: float) -> str:
    """Without a trailing zero: 2.5, 12."""
    return f"{number:g}" if number < 1e6 else f"{number:.0f}"


def unit_of(word: str) -> str:
    """The code of a unit in singular or plural: "decades" is 10Y."""
    word = word.lower()
    if word.startswith(("centur", "millenni")):
        return UNITS["century" if word.startswith("c") else "millennium"]
    return UNITS[word] if word in UNITS else UNITS[word[:-1]]


def vague_value(unit: str) -> str:
    """The TIMEX3 value of an unknown number of units: PXY, PTXH, PXDE."""
    return f"PTX{unit[1]}" if unit[0] == "T" else f"PX{'DE' if unit == '10Y' else unit[-1]}"


def period_value(number: float, unit: str) -> str:
    """The TIMEX3 value of so many units: (2, "10Y") is P20Y, (48, "TH") is PT48H."""
    factor, code = (int(unit[:-1]), unit[-1]) if unit[0].isdigit() else (1, unit)
    return (
        f"PT{plain_number(number)}{code[1]}" if code[0] == "T" else f"P{plain_number(number * factor)}{code}"
    )


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return MONTHS[word.lower()]


def full_year(text: str) -> int:
    """Years of two digits lie between 1950 and 2049."""
    return int(text) if len(text) == 4 else (1900 if int(text) >= 50 else 2000) + int(text)


def year_shift(word: str | None) -> int:
    """How far "last year" lies from this one."""
    return {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(
        (word or "").lower().replace("\n", " "), 0
    )
