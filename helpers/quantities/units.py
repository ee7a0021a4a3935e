"""What a number is measured in: currency signs and codes, scale words, units of weight, volume, length and
money."""

import re

from helpers.quantities.numerals import (
    NUMBERS,
    ONE_LETTER,
    PLURALS,
    SCALES,
    SIGNS,
    STOP,
    UNIT_AFTER,
    UNIT_KINDS,
    UNITS,
    next_word,
)
from helpers.texts import Sentence

__all__ = ["scale_after", "sign_before", "unit_after"]

_SCALE_AFTER = re.compile(
    rf"[\s-]?(?P<scale>{'|'.join(SCALES)})\b(?P<half>\sand\sa\shalf\b)?|\s?(?P<short>k|mn|mln|mil|bn|tn|m|b)\b\.?",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(
    rf"(?:^|(?<![A-Za-z]))({'|'.join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))}|[A-Z]{{3}})\s?$"
)


def sign_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The currency sign or code right before a number, and where it begins."""
    left = text[max(floor, start - 6) : start]
    if left.strip()[-1:].isalpha() and not left.strip()[-3:].isupper() and not left.endswith(("Rs ", "Rs")):
        return "", start
    match = _SIGN_BEFORE.search(left)
    if not match:
        return "", start
    code = match[1]
    unit = SIGNS.get(code) or (
        UNITS.get(code.lower(), "") if UNIT_KINDS.get(UNITS.get(code.lower(), "")) == "money" else ""
    )
    if not unit:
        return "", start
    return ("$" if code == "$" else unit), start - len(left) + match.start(1)


def scale_after(text: str, value: float, end: int, ceiling: int, sign: str) -> tuple[float, int, float]:
    match = _SCALE_AFTER.match(text, end, ceiling)
    if not match:
        return value, end, 1
    if match["scale"]:
        factor = NUMBERS[match["scale"].lower()][1]
        return (value + 0.5 if match["half"] else value) * factor, match.end(), factor
    short = match["short"]
    attached = match.start("short") == end
    factor = NUMBERS[short.lower()][1]
    if short.lower() in ("m", "b"):
        following = next_word(text, match.end(), ceiling)
        plural = following.lower() in PLURALS or (
            following[:1].islower() and following.endswith("s") and following not in STOP
        )
        if not (
            sign
            or UNIT_KINDS.get(UNITS.get(following.lower(), "")) == "money"
            or (attached and plural)
            or (attached and short in "MB")
            or (plural and short == "M")
        ):
            return value, end, 1
    elif short.lower() in ("k", "mil") and not attached and not sign:
        return value, end, 1
    end = match.end() - (
        match[0].endswith(".") and not text[match.end() : match.end() + 2].strip()[:1].islower()
    )
    return value * factor, end, factor


def unit_after(text: str, sentence: Sentence, end: int, ceiling: int, sign: str) -> tuple[str, int, int]:
    """Unit of a number, where the noun phrase behind it may begin, and where the quote ends."""
    match = UNIT_AFTER.match(text, end, ceiling)
    name = UNITS[re.sub(r"[\s-]", " ", match[1].lower()).replace("per cent", "per cent")] if match else ""
    if match and match[1].lower() in ONE_LETTER and not match[1].islower():
        name = ""
    if match and sign and (UNIT_KINDS[name] if name else "") != "money":
        name = ""
    if (
        match
        and name in ("CAD", "AUD")
        and match[1][0].islower()
        and match[1].lower() in ("canadian", "australian")
    ):
        name = ""
    if (
        name
        and UNIT_KINDS[name] == "money"
        and match[1].lower()
        in ("canadian", "australian", "real", "try", "cop", "php", "all", "soles", "ether")
        and not sign
    ):
        name = ""
    if (
        match
        and match[1].lower()
        in ("in", "foot", "feet", "l", "m", "t", "g", "ha", "mi", "nm", "pp", "gal", "yard", "yards")
        and not _plain_unit(text, match)
    ):
        name = ""
    if not name:
        return (sign or "count"), end, end
    kind = UNIT_KINDS[name]
    if name == "lb" and match[1].lower().startswith("pound") and _money_pounds(text, sentence, match):
        name = "GBP"
    if name == "USD" and match[1].lower() in ("dollar", "dollars"):
        name = "$"
    if kind == "money" and sign and sign not in ("$", name) and name not in ("CAD", "AUD"):
        return sign, end, end
    stop = match.end() - (match[1].endswith(".") and match.end() >= sentence.end)
    return name, stop, stop


def _plain_unit(text: str, match: re.Match) -> bool:
    """Whether a short unit is one: "5 m deep", "30-foot", "6 feet"; "12 in Texas" and "20 yards of ..." need
    care."""
    written, gap = match[1].lower(), match[0][: -len(match[1])]
    following = text[match.end() : match.end() + 12].split()
    following = following[0].lower().strip(",.;") if following else ""
    if written == "in":
        return gap == "-" or text[match.end() : match.end() + 1] == "."
    if written in ("l", "m", "t", "g", "ha", "mi", "nm", "pp", "gal"):
        return gap == "" or following in (
            "of",
            "and",
            "long",
            "deep",
            "high",
            "tall",
            "wide",
            "from",
            "in",
            "",
        )
    return True


def _money_pounds(text: str, sentence: Sentence, match: re.Match) -> bool:
    """Whether "pounds" is money: not "pounds of cocaine", and the unit speaks of money right before."""
    if text[match.end() : match.end() + 4] == " of " or text[match.start() : match.start() + 1] == "-":
        return False
    before = text[max(sentence.start, match.start() - 60) : match.start()].lower()
    return bool(
        re.search(
            r"\b(?:worth|valued?|cost|costs|fined?|paid|pay|cash|loss|earned|sterling|profits?|million|price|fee|fees|charged|owed|debt)\b",
            before,
        )
    )
