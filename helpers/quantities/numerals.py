"""Numbers in digits and words: where they stand in a text and what they are worth.

The word lists and the pattern of a number, and the small steps that look at the words beside it. Every
repetition in a pattern is bounded, save for runs of one kind of character that nothing follows: no input
takes more than linear time.

>>> match = CORE.search("some two hundred and five men")
>>> number_of(match)
(205.0, 25)
"""

import re
from collections.abc import Iterable

from helpers.texts import Sentence, fold_letters, word_list

__all__ = [
    "CORE",
    "GLANCE",
    "IDIOMS",
    "NUMBERS",
    "ONE_IN",
    "ONE_LETTER",
    "PLURALS",
    "SCALES",
    "SIGNS",
    "STOP",
    "UNITS",
    "UNIT_AFTER",
    "UNIT_KINDS",
    "WORD",
    "any_of",
    "next_word",
    "number_of",
    "title_case",
    "tokens_before",
]


def _list(name: str, column: str, kind: str) -> frozenset[str]:
    return frozenset(row[column] for row in word_list(f"quantities/{name}") if row["kind"] == kind)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a space in them stands for any white space or
    hyphen."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"[\s-]")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )


NUMBERS = {row["word"]: (row["kind"], int(row["value"])) for row in word_list("quantities/numbers")}
_NUMBER_WORDS = [word for word, (kind, _) in NUMBERS.items() if kind in ("unit", "teen", "ten", "scale")]
SCALES = [word for word, (kind, _) in NUMBERS.items() if kind == "scale"]
UNITS = {
    fold_letters(row["written"]).lower(): row["unit"]
    for row in word_list("quantities/units")
    if row["kind"] != "sign"
}
UNIT_KINDS = {row["unit"]: row["kind"] for row in word_list("quantities/units") if row["kind"] != "sign"}
SIGNS = {row["written"]: row["unit"] for row in word_list("quantities/units") if row["kind"] == "sign"}
STOP = {row["word"]: row["kind"] for row in word_list("quantities/stop_words")}
IDIOMS = {
    kind: _list("idioms", "words", kind) for kind in {row["kind"] for row in word_list("quantities/idioms")}
}
ONE_LETTER = "gtlm"  # units that are read in small letters only
PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "personnel",
        "staff",
        "cattle",
        "aircraft",
        "troops",
        "crew",
        "persons",
    ]
)
_DIGITS = (
    r"\d{16,}|\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?(?!\d)|\d{1,3}(?:[ \xa0\u2009\u202f’']\d{3}){1,5}(?:[.,]\d{1,3})?(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,2})?(?!\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)|\d{1,15}(?:\.\d{1,9})?(?:\s?[½¼¾⅓⅔])?|[½¼¾⅓⅔]"
)
_PARTS = r"(?:half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?)"
_WORDS = (
    rf"(?:(?:half[\s-](?:an?\s)?|(?:an?\s|three\s)?quarters?\sof\san?\s|an?\s)(?:{'|'.join(SCALES)})|(?:{any_of(_NUMBER_WORDS)}))"
    rf"(?:(?:\s|-|\sand\s)(?:{any_of(_NUMBER_WORDS)})){{0,24}}(?:\sand\sa\shalf)?(?!\w)"
)
_FRACTION = (
    rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]{_PARTS}|half)(?![\w-])"
    rf"(?!\s(?:an?|of\san?)\s(?:{'|'.join(SCALES)}|hours?|days?|years?|months?|centur\w+|decade))"
)
CORE = re.compile(
    rf"(?<!\w)(?:(?P<digits>{_DIGITS})|(?P<fraction>{_FRACTION})|(?P<words>{_WORDS}))", re.IGNORECASE
)
ONE_IN = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)  # between the numbers of "one in five"
# What a first glance looks for: most units hold no number, and this is fast in finding that out.
GLANCE = re.compile(
    r"\d|[½¼¾⅓⅔]|" + "|".join(sorted({word[:3] for word in _NUMBER_WORDS} | {"hal", "qua", "thi"})),
    re.IGNORECASE,
)
UNIT_AFTER = re.compile(rf"[\s-]?({any_of(UNITS)})(?!\w)", re.IGNORECASE)
WORD = re.compile(r"[ \xa0\t\r\n]{1,3}(?:[“\"‘(])?([^\W_][\w’'./&-]{0,40})([”\"’,;:.)!?]{0,3})")
_TOKEN = re.compile(r"\S{1,40}")


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
    return (
        sentence.block.kind in ("title", "heading", "table row", "table header")
        or sentence.text[:200].isupper()
    )


def number_of(match: re.Match) -> tuple[float, int]:
    """Value of a number and its end in the text: words are read as far as they make one number."""
    if match["digits"]:
        return _digits(match["digits"]), match.end()
    if match["fraction"]:
        return _fraction(match["fraction"]), match.end()
    total = current = 0
    end, last_scale = match.start(), 10**18
    text = match[0]
    factor = 1.0
    words = list(re.finditer(r"[A-Za-z]+", text))
    position = 0
    lead = [word[0].lower() for word in words[:5]]
    if lead[0] in ("half", "quarter", "quarters", "a", "an") or lead[:2] == ["three", "quarters"]:
        scale = next(index for index, word in enumerate(lead) if word in SCALES)
        factor = (
            0.5
            if "half" in lead[:scale]
            else 0.75
            if lead[0] == "three"
            else 0.25
            if "quarter" in lead[:scale]
            else 1.0
        )
        value = factor * NUMBERS[lead[scale]][1]
        if factor != 1.0:
            return value, match.start() + words[scale].end()
        position, current, end = scale, 1, match.start() + words[scale].start()
    joined = False
    whole_words = len(words) - 3 if lead[0] != "half" and text.lower().endswith("and a half") else len(words)
    for word in words[position:whole_words]:
        kind, value = NUMBERS.get(word[0].lower(), ("", 0))
        if word[0].lower() == "and":
            if current + total == 0 or current % 100:
                break
            joined = True
            continue
        if kind == "scale":
            if joined or (value >= last_scale) or current == 0:
                break
            if value in (100, 12):
                current *= value
            else:
                total, current, last_scale = total + current * value, 0, value
        else:
            room = {"unit": 10, "teen": 100, "ten": 100}[kind]
            if (
                current % room
                or (kind == "unit" and 0 < current % 100 < 20)
                or (value == 0 and end > match.start())
            ):
                break
            if current and current % 100 == 0 and not joined and kind == "unit" and current < 100:
                break
            current += value
        joined = False
        end = match.start() + word.end()
    else:
        if whole_words < len(words):  # "two and a half"
            return total + current + 0.5, match.end()
    return float(total + current), end


def _digits(text: str) -> float:
    fraction = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}.get(text[-1], 0.0)
    plain = re.sub(r"[\s’'½¼¾⅓⅔]", "", text)
    if plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    return float(plain.replace(",", "") or 0) + fraction


def _fraction(text: str) -> float:
    """A fraction in words, as a percentage."""
    words = re.split(r"[\s-]", text.lower())
    part = words[-1]
    size = {"halves": 2, "fourth": 4, "fourths": 4}.get(part) or NUMBERS.get(
        part, NUMBERS.get(part[:-1], ("", 2))
    )[1]
    count = 1 if len(words) == 1 or words[0] in ("a", "an") else NUMBERS[words[0]][1]
    return 100.0 * count / size
