"""Numbers in digits and English words: where they stand in a text and what they are worth.

The pattern of a number, and the small steps that look at the words beside it. Every repetition in a pattern
is bounded, save for runs of one kind of character that nothing follows: no input takes more than linear time.

>>> match = CORE.search("some two hundred and five men")
>>> value_of(match)
(205.0, 25)
>>> [value_of(CORE.search(text))[0] for text in ("2 1/2 miles", "12,75 kg", "three quarters of a million")]
[2.5, 12.75, 750000.0]
"""

import re

from helpers.quantities.lists import Written, dimension_of, kinds_of, listed, pattern_of, written_units
from helpers.quantities.marks import POWER, WORD_END, power_value
from helpers.texts import Sentence, cardinal, number_words

__all__ = [
    "CORE",
    "GLANCE",
    "IDIOMS",
    "NUMBERS",
    "ONE_IN",
    "PLURALS",
    "SCALES",
    "STOP",
    "WORD",
    "is_plural",
    "names_several",
    "next_word",
    "title_case",
    "tokens_before",
    "value_of",
]

NUMBERS = {
    word: (kind, value)
    for word, (kind, value) in number_words("en").items()
    if kind not in ("article", "amount")
}
_NUMBER_WORDS = [word for word, (kind, _) in NUMBERS.items() if kind in ("unit", "teen", "ten", "scale")]
SCALES = [word for word, (kind, _) in NUMBERS.items() if kind == "scale"]
STOP = {row["word"]: row["kind"] for row in listed("en", "stop_words")}
IDIOMS = kinds_of("en", "idioms", "words")
PLURALS = IDIOMS["plural"]


def _is_one(word: str, written: Written) -> bool:
    """Whether a word is a measure that one can have "more than a" of: a tonne, a square mile, but no stone."""
    measures = dimension_of(written.unit) in ("mass", "length", "area") and not written.form
    return measures and len(word) > 2 and word[-1] != "s" and word not in ("stone", "hundredweight")


_VULGAR = r"(?:1[/⁄]2|[12][/⁄]3|[1-3][/⁄]4|[1-4][/⁄]5|[15][/⁄]6|[1357][/⁄]8|[1379][/⁄]10|(?:[13579]|1[135])[/⁄]16)(?![\d/⁄])"
_SIGNS_OF_PARTS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_PART_SIGN = f"[{''.join(_SIGNS_OF_PARTS)}]"
_COUNTED = r"(?!(?:others?|more|are|had|was|were)\b)[a-z]{3,20}\b(?! (?:was|were|are|had)\b)"
_DIGITS = "|".join(
    [
        POWER,
        r"\d{16,}",
        r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?(?!\d)",
        # a blank behind the comma: "$1, 234.50", "seized 12, 500 pills", but not "the 12, 500 were never told"
        r"(?<=[$£€])[1-9]\d{0,2}(?:, \d{3}){1,4}(?:\.\d{2})?(?!\d)",
        rf"(?:(?<=\wed )|(?<=found )|(?<=than )|(?<=about )|(?<=over )|(?<=nearly )|(?<=some ))(?<!aged )"
        rf"[1-9]\d{{0,2}}, \d{{3}}(?= {_COUNTED})",
        r"(?<!\s[’'‘])\d{1,3}(?:[ \xa0\u2009\u202f’']\d{3}){1,5}(?:[.,]\d{1,3})?(?!\d)",  # not "in '68 200 men"
        r"\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,2})?(?!\d)|\d{1,3}(?:\.\d{3}){1,5},\d{1,2}(?![\d,])",  # 1.234,50
        r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)",  # of South Asia
        r"\d{1,4},\d{1,2}(?![\d,])",  # the decimal comma: 12,75 kg
        rf"\d{{1,3}}(?:\s|-|\sand\s){_VULGAR}|{_VULGAR}",
        r"(?<!\.)\.\d{1,9}(?!\w)",
        rf"\d{{1,15}}(?:\.\d{{1,9}})?(?:\s?{_PART_SIGN})?|{_PART_SIGN}",
    ]
)
_PARTS = r"(?:half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?)"
_SCALE = pattern_of(SCALES)
_WORD = pattern_of(_NUMBER_WORDS)
_LEAD = rf"(?:(?:half|(?:an?\s|one[\s-]|two[\s-]|three[\s-])?(?:half|quarters?|thirds?(?=\sof)))[\s-](?:of\s)?(?:an?[\s-])?|an?\s)(?:{_SCALE})"
_MIXED = r"[\s-]and[\s-](?:an?[\s-](?:half|quarter|third(?=\sper))|one[\s-](?:half|quarter|third)|two[\s-]thirds|three[\s-]quarters?)\b"
_WORDS = rf"(?:{_LEAD}|(?:{_WORD}))(?:(?!{_MIXED})(?:\s|-|\sand\s|-and-)(?:{_WORD})){{0,24}}(?:{_MIXED}(?:\s(?:{_SCALE})){{0,2}})?{WORD_END}"
_DIGIT_WORDS = pattern_of(word for word, (kind, _) in NUMBERS.items() if kind == "unit")
_POINT = rf"(?<!\b[Aa]t\s)(?P<point>(?:{_WORD})\spoint(?:[\s-](?:{_DIGIT_WORDS})){{1,6}}{WORD_END})"  # "two point five", not "at one point five"
_FRACTION = (
    rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]{_PARTS}|half)(?![\w-])"
    rf"(?!\s(?:(?:an?|of\san?)\s(?:{_SCALE}|hours?|days?|years?|months?|centur\w+|decade)|(?:{_SCALE})\b))"
)
# "a tonne", "a kilo", which count where a bound stands before them: "more than a tonne"
_LONE = rf"an?(?=\s(?:{pattern_of(word for word, one in written_units('en')[1].items() if _is_one(word, one))})\b)"
# A number stands free, or right behind letters that may be a currency: USD12m
_FIRSTS = "".join(sorted({word[0] for word in _NUMBER_WORDS} | set("ahqt.")))  # other words are no numbers
CORE = re.compile(
    rf"(?=[\d{_FIRSTS}{''.join(_SIGNS_OF_PARTS)}])(?:(?<!\w)|(?<=[A-Za-z])(?=\d))(?:(?P<digits>{_DIGITS})|(?P<fraction>{_FRACTION})|{_POINT}|(?P<words>{_WORDS})|(?P<times>twice|thrice|(?:{_WORD})fold)(?![\w-])|(?P<lone>{_LONE}))",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    r"\s(?:in|out\sof)\s(?:every\s)?|-in-", re.IGNORECASE
)  # between the numbers of "one in five"
# What a first glance looks for: most sentences hold no number, and this is fast in finding that out.
GLANCE = re.compile(
    rf"\d|{_PART_SIGN}|\b{_LONE}|"
    + "|".join(sorted({word[:3] for word in _NUMBER_WORDS} | {"hal", "qua", "thi", "twi", "thr"})),
    re.IGNORECASE,
)
WORD = re.compile(r"[ \xa0\t\r\n]{1,3}(?:[“\"‘(])?([^\W_][\w’'./&-]{0,40})([”\"’,;:.)!?]{0,3})")
_TOKEN = re.compile(r"\S{1,40}")
_SIZES = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_LETTERS = re.compile(r"[A-Za-z]+")
_OF_MONEY = re.compile(r"-(?:dollar|pound|euro|peso|yen|rupee)s?\b", re.IGNORECASE)


def tokens_before(text: str, floor: int, at: int) -> list[tuple[int, str]]:
    """Up to five words before a place, the nearest first, with their offsets."""
    floor = max(floor, at - 60)
    return [(floor + match.start(), match[0].lower()) for match in _TOKEN.finditer(text[floor:at])][:-6:-1]


def next_word(text: str, at: int, ceiling: int) -> str:
    """The word behind a place, without the signs at its end; empty if there is none before the ceiling."""
    match = WORD.match(text, at, ceiling)
    return match[1].rstrip(".'’-/") if match else ""


def title_case(sentence: Sentence) -> bool:
    """Whether capitals say nothing here: in titles, headings, tables and texts in capitals."""
    if sentence.block.kind in ("title", "heading", "table row", "table header"):
        return True
    letters = [letter for letter in sentence.text[:200] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural: "pills", "people", but not "this" or "bus"."""
    word = word.lower()
    return word in PLURALS or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and len(word) > 3
    )


def names_several(word: str) -> bool:
    """Whether a word as it stands behind a number may be a plural: "boats", "gas", but not "across", "Jones" or "glass";
    `is_plural` takes fewer endings, and capitals."""
    ends = word[:1].islower() and word.endswith("s") and not word.endswith("ss")
    return word in PLURALS or ends and word not in STOP


def value_of(match: re.Match) -> tuple[float, int]:
    """Value of a number and its end in the text: words are read as far as they make one number. An end that
    is no further than the start says that they make none."""
    if match["digits"]:
        return _digits(match["digits"]), match.end()
    if match["fraction"]:
        return _fraction(match["fraction"]), match.end()
    if match["lone"]:
        return 1.0, match.end()
    if match["point"]:
        whole, _, part = match["point"].lower().partition(" point")
        return float(
            f"{NUMBERS[whole][1]}.{''.join(str(NUMBERS[word][1]) for word in _LETTERS.findall(part))}"
        ), match.end()
    words = list(_LETTERS.finditer(match[0]))
    factor, first = _lead([word[0].lower() for word in words[:6]])
    if first is not None and factor != 1.0:
        return factor * _value(words[first]), match.start() + words[first].end()
    skipped = first or 0
    value, read = cardinal([word[0].lower() for word in words[skipped:]], implied=first is not None)
    if not read:
        if words[0][0].lower() in SCALES and _OF_MONEY.match(match.string, match.start() + words[0].end()):
            return float(_value(words[0])), match.start() + words[0].end()  # "hundred-dollar bills"
        return 0.0, match.start()
    read += skipped
    part, parts = _mixed([word[0].lower() for word in words[read:]])
    last = words[read - 1][0].lower()
    value += part * (NUMBERS[last][1] if last in SCALES else 1)  # "two million and a half"
    read += parts
    while parts and read < len(words) and words[read][0].lower() in SCALES:
        value *= _value(words[read])
        read += 1
    return float(value), match.start() + words[read - 1].end()


def _value(word: re.Match) -> int:
    return NUMBERS[word[0].lower()][1]


def _lead(words: list[str]) -> tuple[float, int | None]:
    """Of "half a million", "three quarters of a million", "a hundred": the factor and the place of the scale
    word; (1, None) for other numbers."""
    if words[0] not in ("half", "quarter", "quarters", "a", "an") and (
        words[0] not in _COUNTS or len(words) < 2 or words[1] not in _SIZES
    ):
        return 1.0, None
    scale = next((place for place, word in enumerate(words) if word in SCALES), None)
    if scale is None:
        return 1.0, None
    before = words[:scale]
    size = next((_SIZES[word] for word in before if word in _SIZES), 1)
    return _COUNTS.get(before[0], 1) / size, scale


def _mixed(words: list[str]) -> tuple[float, int]:
    """Value of "and a half", "and three quarters" and the number of words; (0, 0) for others."""
    if len(words) < 3 or words[0] != "and" or words[1] not in _COUNTS:
        return 0.0, 0
    size = _SIZES.get(words[2])
    return (_COUNTS[words[1]] / size, 3) if size else (0.0, 0)


def _digits(text: str) -> float:
    if (power := power_value(text)) is not None:
        return power
    if part := re.search(r"(?:^|[\s-]|and\s)(\d+)[/⁄](\d+)$", text):
        whole = re.match(r"\d+", text[: part.start()])
        return (float(whole[0]) if whole else 0.0) + int(part[1]) / int(part[2])
    fraction = _SIGNS_OF_PARTS.get(text[-1], 0.0)
    plain = re.sub(rf"[\s’']|{_PART_SIGN}", "", text)
    if plain.count(".") > 1 or re.fullmatch(r"[\d.]+\.\d{3},\d{1,2}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    return float(plain.replace(",", "") or 0) + fraction


def _fraction(text: str) -> float:
    """A fraction in words, as a percentage."""
    words = re.split(r"[\s-]", text.lower())
    part = words[-1]
    size = (NUMBERS.get(part) or NUMBERS[part[:-1]])[1]
    count = 1 if len(words) == 1 or words[0] in ("a", "an") else NUMBERS[words[0]][1]
    return 100.0 * count / size
