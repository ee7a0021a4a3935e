"""What a number is measured in: currency signs and codes, scale words and units, as they are written around
it."""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from helpers.quantities.lists import SIGNS, Written, dimension_of, kinds_of, plain, written_units
from helpers.quantities.marks import GOES_ON, PIECE, WORD_END, mark_end
from helpers.quantities.millions import m_is
from helpers.quantities.numerals import NUMBERS, PLURALS, SCALES, STOP, next_word
from helpers.quantities.primes import unit_of_prime
from helpers.texts import Sentence, singular

__all__ = ["Measure", "scale_after", "sign_before", "sign_here", "unit_after", "unit_here"]


class Measure(NamedTuple):
    """Unit of a number: `scale` is what one of it is worth (a cent: 0.01), `noun` where the noun phrase behind
    it may begin, `end` where the quote ends."""

    unit: str
    scale: float
    noun: int
    end: int


_EXACT, _WORDS = written_units("en")
_WORD_CODES = ("COP",)  # a conference, too: a sign only right before an amount with a comma or a scale word
_CODES = frozenset(
    name for name, written in _EXACT.items() if re.fullmatch("[A-Z]{3}", name) and name == written.unit
)
_SCALE_AFTER = re.compile(
    rf"[\s-]?(?P<scale>{'|'.join(SCALES)})s?{WORD_END}(?P<half>\sand\sa\shalf\b)?|\s?(?P<short>k|mm|mn|mln|mio|mil|mrd|mld|bn|tn|trn|m|b|l|cr)(?!²|³){WORD_END}\.?",
    re.IGNORECASE,
)
_LOCAL = dict.fromkeys(("dollar", "dollars", "$"), "$") | dict.fromkeys(("cent", "cents", "¢"), "cent")
_MODEL = re.compile(r"-\d{1,3}s?\b(?!-)")  # "two Mi-8s"
# "tonne-kilometres" are no tonnes
_WORK = re.compile(r"-(?:kilomet(?:re|er)|met(?:re|er)|mile|hour|day|year)s?\b")
# "40 crowns", but "two crowns" sit on heads and teeth
_MANY = re.compile(r"(?:\d\d|\d[.,]\d|thousand|illion)[\s-]$")
_BILL = re.compile(r"-(?:dollar|pound|euro|peso|yen|rupee|note|bill)s?\b", re.IGNORECASE)
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_SIGNED_CODE = rf"(?:{'|'.join(sorted(_CODES))})[$€£₱₹¥₦]"  # NZD$7 million
_SIGN_BEFORE = re.compile(rf"(?:^|(?<![A-Za-z]))({_SIGNED_CODE}|{_SIGN}|[A-Z]{{3}})\s?$")
_SIGN_HERE = re.compile(rf"({_SIGNED_CODE}|{_SIGN}|[A-Z]{{3}})\s?(?=\d)")
# a single letter is a sign only of what can be no name: N1.9 million, P10,000, but not P5; of rand R500, too
_LETTER_SIGNS = frozenset(sign for sign in SIGNS if len(sign) == 1 and sign.isalpha() and sign != "R")
_AMOUNT = re.compile(
    r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,4}(?:\.\d{1,3})?(?:[\s-]?(?:[mbtr]{1,2}illion|thousand)|\s?(?:[mb]n?|trn))\b"
)
# "of P 3,400,000": with a gap the letter needs a sum with a comma or a scale, and a word that is no name before it
_APART = re.compile(r"\b(?:[a-z]{2,20}|\d)\s$")
_SUM = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,4}(?:\.\d{1,3})?\s(?:million|billion|thousand)\b")
_GAP = re.compile(r"[\s-]?")
_MORE = re.compile(
    r"\s(?:more|additional|extra|further|other)\s(?=[a-z]{4})|\sof\s(?=[a-z]{3,}s\b)|-(?:odd|plus)[\s-]"
)  # "12 more pounds", "2 millions of dollars", "12-odd miles"
_SHORT = ("in", "foot", "feet", "l", "m", "t", "g", "ha", "mi", "nm", "pp", "gal", "yard", "yards")
_MOST_PIECES, _LONGEST = 9, 40
_LARGE = re.compile(r"(?i)(?:billion|trillion|bn)$")
_MONEY_TALK = re.compile(
    r"\b(?:worth|valued?|cost|costs|fined?|paid|pay|cash|loss|earned|sterling|profits?|million|price|fee|fees|charged|owed|debt)\b"
)
_SCALED = re.compile(r"(?i)(?:thousand|million|billion|trillion|\d\s?(?:bn|m|tn))\s$")
_OBJECT = re.compile(r"\s(?:the|an?|its|his|her|their|this|that|by|against|over|in\scourt)\b")
_WORD = re.compile(r"[A-Za-z]+")
_PRICED = kinds_of("en", "idioms", "words")["priced thing"]
_IN_CASH = re.compile(
    r"\s(?:in|as)\s(?:cash|notes|coins|fines?|damages|compensation|taxe?s?|fees|wages|bribes)\b"
)
_ANY_MONEY = ("cash", "loss", "price", "charged")  # of dollars, too: "cash to take 15 more pounds"
_STERLING = re.compile(
    r"£|\b(?:sterling|GBP|UK|Brit(?:ain|ish|ons?)|England|English|Scotland|Scottish|Wales|Welsh|London|Ireland|Irish|Egypt|Leban|Syria|Sudan|Cyprus)"
)
_HEAT = re.compile(
    r"(?i)\b(?:temperatures?|degrees|heat\w*|hot\w*|cold\w*|cool\w*|warm\w*|highs?|lows?|mercury|weather)\b"
)
_RESOLUTION = re.compile(r"(?:480|720|1080|1440|2160|4320)p\b")


def sign_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The currency sign or code right before a number, and where it begins; ("", start) if there is none."""
    left = text[max(floor, start - 9) : start]
    match = _SIGN_BEFORE.search(left)
    if not match:
        return "", start
    sign, apart, begin = match[1], left != left.rstrip(), start - len(left) + match.start(1)
    if sign == "R" and not _AMOUNT.match(text, start) and left[: match.start(1)].lower().endswith("the "):
        return "", start  # "the R21", a road
    if sign in _LETTER_SIGNS and not _is_sum(text, floor, begin, start, apart=apart) or sign == "R" and apart:
        return "", start
    unit = _currency(sign)
    if (len(sign) > 3 and sign.isalpha() or sign in _WORD_CODES) and not _AMOUNT.match(text, start):
        return "", start  # "Euro 2024"
    return (unit, begin) if unit else ("", start)


def _currency(sign: str) -> str:
    """The unit of a currency sign or code; empty for letters that are none."""
    if sign == "$":
        return sign  # that of the article's country
    return SIGNS.get(sign) or next((code for code in (sign, sign[:-1]) if code in _CODES), "")


def _is_sum(text: str, floor: int, begin: int, start: int, *, apart: bool) -> bool:
    """Whether a number behind a single letter is a sum of money: P10,000, and "of P 10,000", not "Class P 5"."""
    if not apart:
        return bool(_AMOUNT.match(text, start))
    return bool(_SUM.match(text, start) and _APART.search(text, max(floor, begin - 22), begin))


def sign_here(text: str, at: int, ceiling: int) -> tuple[str, int]:
    """The currency sign or code that begins at a place, and where the number behind it begins."""
    match = _SIGN_HERE.match(text, at, ceiling)
    unit = SIGNS.get(match[1]) or _currency(match[1]) if match else ""
    if match and match[1] in _LETTER_SIGNS and not _AMOUNT.match(text, match.end()):
        return "", at
    return (unit, match.end()) if unit else ("", at)


def scale_after(text: str, value: float, end: int, ceiling: int, sign: str) -> tuple[float, int, float]:
    """A number with the scale words behind it ("million", "hundred million", "bn"): value, end, factor."""
    factor, half = 1.0, 0.0
    while match := _SCALE_AFTER.match(text, end, ceiling):
        if not match["scale"]:
            if factor != 1:
                break
            short, end = _short_scale(text, match, ceiling, sign, whole=value == int(value))
            return value * short, end, short
        if match["scale"].lower() in ("hundred", "thousand") and _BILL.match(text, match.end("scale")):
            break  # "9 hundred-dollar bills"
        factor *= NUMBERS[match["scale"].lower()][1]
        end = match.end()
        if match["half"]:
            half = 0.5
            break
    return (value + half) * factor, end, factor


def _short_scale(text: str, match: re.Match, ceiling: int, sign: str, *, whole: bool) -> tuple[float, int]:
    """Factor and end of "k", "m", "bn" behind a number, which is `whole` or not; (1, end) where they are no
    scale: "5 m deep"."""
    end = match.start()
    short, attached = match["short"].lower(), match.start("short") == end
    if short in ("l", "cr") and sign not in ("rupee", "INR", "PKR", "BDT"):
        return 1.0, end  # litres
    if short in ("m", "b"):
        following = next_word(text, match.end(), ceiling)
        plural = following.lower() in PLURALS or (
            following[:1].islower() and following.endswith("s") and following not in STOP
        )
        money = (here := unit_here(text, match.end(), ceiling)) and dimension_of(here[1].unit) == "money"
        # "34B of the code" is a section
        capital = match["short"] == "M" or match["short"] == "B" and not whole
        capital = capital and not following[:1].isupper()
        if match["short"] == "m" and attached and not sign and not money:
            if m_is(text, end, match.end()) != "million":
                return 1.0, end
        elif not (sign or money or (attached and (plural or capital)) or (plural and match["short"] == "M")):
            return 1.0, end
    elif short == "mm" and not sign or short in ("k", "mil") and not attached and not sign:
        return 1.0, end
    ends_sentence = (
        match[0].endswith(".")
        and short not in ("mio", "mrd")
        and not text[match.end() : match.end() + 2].strip()[:1].islower()
    )
    return float(NUMBERS[short][1]), match.end() - ends_sentence


def unit_here(text: str, at: int, ceiling: int) -> tuple[str, Written, int] | None:
    """The longest unit written behind a place: its words, what they are, and their end."""
    if at >= ceiling:
        return None
    begin = (_MORE.match(text, at, ceiling) or _GAP.match(text, at, ceiling)).end()
    piece = text[begin : min(ceiling, begin + _LONGEST)]
    ends = [match.end() for match, _ in zip(PIECE.finditer(piece), range(_MOST_PIECES), strict=False)]
    for end in reversed(ends):
        if (
            GOES_ON.match(text, begin + end)
            or _WORK.match(text, begin + end)
            or piece[end - 1].isalpha()
            and _MODEL.match(text, begin + end)
        ):
            continue
        words = piece[:end]
        written = _EXACT.get(re.sub(r"[\s-]+", " ", words)) or _WORDS.get(plain(words))
        if written:
            return words, written, begin + end
    return None


def unit_after(text: str, sentence: Sentence, end: int, ceiling: int, sign: str) -> Measure:
    """Unit of a number that ends here; without one "count", or the currency of the sign before it. The mark of a
    note may stand on either side of the unit."""
    bare, end = end, mark_end(text, end, ceiling)
    none = Measure(sign or "count", 1.0, end, bare)
    if not sign and (length := unit_of_prime(text, end, ceiling)):
        return Measure(length, 1.0, end + 1, end + 1)
    found = unit_here(text, end, ceiling)
    if not found:
        return none
    words, written, stop = found
    gap = text[end : stop - len(words)]
    if not _is_unit(text, words, written, gap, stop, sign) or sentence.text.isupper() and words in _CODES:
        return none
    name, money = written.unit, dimension_of(written.unit) == "money"
    if name == "lb" and words.lower().startswith("pound") and _money_pounds(text, sentence, end, stop):
        name = "GBP"
    if money and name == "USD" and (local := _LOCAL.get(words.lower())):
        name = local
    if money and sign and sign not in ("$", name) and written.form != "signed":
        return none
    stop -= words.endswith(".") and stop >= sentence.end
    return Measure(name, written.scale, mark_end(text, stop, ceiling), stop)


def _is_unit(text: str, words: str, written: Written, gap: str, stop: int, sign: str) -> bool:
    """Whether words that may be a unit are one here."""
    low = words.lower()
    if (
        sign
        and dimension_of(written.unit) != "money"
        or written.form == "signed"
        and not (sign and words[0].isupper())
    ):
        return False
    if low in ("g", "t", "l", "m") and words.isupper() and written.form != "attached":
        return False
    if written.form == "attached" and written.unit == "°C":  # "seat 38C"
        named = text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isupper()
        return gap == "" and not named and bool(_HEAT.search(text, max(0, stop - 90), stop + 40))
    if written.form == "attached":
        return gap == "" and not _RESOLUTION.fullmatch(text[max(0, stop - 5) : stop].lstrip())
    if written.unit == "crown" and not _MANY.search(text, max(0, stop - 24), stop - len(words)):
        return False
    if written.form == "scaled":  # "2 trillion won", not "five won" and "the 2 million won the case"
        return bool(_SCALED.search(text, max(0, stop - 24), stop - len(words))) and not _OBJECT.match(
            text, stop
        )
    if written.form == "of":
        return text[stop : stop + 4].lower() == " of " or "/" in text[max(0, stop - len(words) - 4) : stop]
    return low not in _SHORT or _plain_unit(text, low, gap, stop)


def _plain_unit(text: str, written: str, gap: str, stop: int) -> bool:
    """Whether a short unit is one: "5 m deep", "30-foot", "6 feet"; "12 in Texas" needs care."""
    following = text[stop : stop + 12].split()
    if written == "in":
        return gap == "-" or text[stop : stop + 1] == "."
    if written in ("l", "m", "t", "g", "ha", "mi", "nm", "pp", "gal"):
        word = following[0].lower().strip(",.;)") if following else ""
        return (
            gap == ""
            or not word[:1].isalpha()
            or word in STOP
            or word in ("long", "deep", "high", "tall", "wide")
        )
    return True


def _money_pounds(text: str, sentence: Sentence, start: int, stop: int) -> bool:
    """Whether "pounds" is money: not "pounds of cocaine", and the sentence speaks of money right before."""
    if text[start : start + 1] == "-":  # "a five-million-pound loan"
        words = islice(_WORD.finditer(text, stop, stop + 40), 2)
        return any(singular(word[0]) in _PRICED for word in words)
    if text[stop : stop + 4].lower() == " of ":
        return False
    if _IN_CASH.match(text, stop):
        return True
    if _LARGE.search(text, max(sentence.start, start - 9), start):
        return True  # nobody weighs a billion pounds
    talk = _MONEY_TALK.search(text[max(sentence.start, start - 60) : start].lower())
    return bool(talk) and (talk[0] not in _ANY_MONEY or _has_sterling(text))


@lru_cache(maxsize=4)
def _has_sterling(text: str) -> bool:
    """Whether a text pays in pounds, so that mere talk of cash may mean them."""
    return bool(_STERLING.search(text))
