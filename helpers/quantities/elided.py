"""Quantities whose unit is left out because the one before them has it: "the first was 412 grams, the second was
388 and the small one 96", "$1,200 from two buys, 600 apiece", "to $4.2 billion from 3.9 billion", "12 tonnes in May, nine in
June".

>>> left_out("It was 412 grams, the second was 388.", 33, 36)
'same verb'
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.quantities.ages import names_person
from helpers.quantities.lists import dimension_of
from helpers.quantities.numerals import names_several, next_word
from helpers.quantities.readings import Reading

__all__ = ["left_out", "with_units_left_out"]

_LENT = ("mass", "volume", "length", "area", "money", "temperature", "energy", "power")
_BARE = r"(?=[.,;:)]|$|\s(?:and|but|while|in|from|to|on|at|for|before|after|when|last|this|a|an)\b)"
_SAME_VERB = re.compile(
    r"(?i)\b(?P<word>[\w’'-]{1,30})\s(?:was|were|is|are|weighs|weighed|costs?|holds|held)\s(?:only\s|just\s|about\s)?$"
)
_NO_VERB = re.compile(
    r"(?i)(?:,|;|\sand|\sbut)\s(?:and\s|but\s|while\s)?(?:the|an?|its|his|her|their|another)\s(?:[\w’'-]{1,20}\s){0,3}(?P<word>[\w’'-]{1,20})\s$"
)
_EACH = re.compile(r"\s(?:apiece|each)\b")
_IT = re.compile(r"(?:^|[.;:]\s)(?:It|This|That|Both)\b[^.;]{0,40}$")
_CHANGE = re.compile(r"(?i)\b(?:from|to|versus|vs\.?|against|compared\swith|than)\s$")
_ENDS = re.compile(_BARE)
_PLACED = "from|in|to|for|at|on|by|under|against|during"
# "29.4 tonnes came from Ecuador, 21.1 from Colombia": the same little word behind both
_ITEM = re.compile(
    rf"(?i)(?:\sof\s[\w’'-]{{2,20}})?(?:,?\s(?:which\s|that\s)?(?:came|went|was|were|is|are|goes|go|comes?))?\s(?:{_PLACED})\s"
    r"[^;.:()]{2,60}?[,;]?(?:\s(?:and|but|while|plus|with))?\s(?:another\s|a\sfurther\s|about\s|some\s|only\s|just\s|nearly\s|almost\s)?"
)
_WAY = re.compile(rf"\s({_PLACED})\s(?!(?:total|all|addition|particular)\b)")
# "Spain seized 12 tonnes, Portugal nine and France 3.5"
_GAPPED = re.compile(
    r"(?:\sof\s[\w’'-]{2,20})?(?:[,;]|,?\s(?:and|but|while))\s(?:and\s|while\s)?[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}\s(?:about\s|some\s|only\s|just\s)?"
)
_DONE_BY = re.compile(
    r"(?:[,;]|\s(?:and|but|while))\s[A-Z][\w’'-]{2,20}\s$|[A-Z][\w’'-]{2,20}\s(?:has\s|had\s)?[a-z]{3,15}\s(?:about\s|some\s|only\s|just\s|over\s)?$"
)
_CLOSED = re.compile(r"(?=[.,;:)]|$|\s(?:and|but|while)\b)")
_COMPARED = re.compile(
    r"(?i)\b(?:from|to|versus|vs\.?|against|compared\s(?:with|to)|than|above|below)\s(?:just\s|only\s|about\s)?$"
)
# "from an average of 86.9 per day to 64.3"
_TO_RATE = re.compile(r"(?:\s(?:per|an?|each)\s[a-z]{3,10})?\sto\s(?:just\s|only\s|about\s)?")
_STANDARD = re.compile(
    r"(?i)\s(?:against|above|below|than)\s(?:an?|the|its)\s(?:[a-z]{3,12}\s)?(?:standard|norm|target|average|limit|mean|rate)\sof\s$"
)
_IN_A_YEAR = re.compile(r"(?i)\sin\s[^,;.]{2,20},?\s(?:and|or)\s$")
_ANOTHER = re.compile(
    r"(?i)(?:\band|,)\s(?:then\s)?(?:another|a\sfurther)\s$"
)  # "900 euros in May and another 650"
_SOON_AFTER = re.compile(r"\s(?:[a-z]{3,6}|\d{1,2})\s(?:days?|weeks?|months?|years?)\s(?:later|after)\b")
_SCALED = re.compile(r"(?i)\d\s?(?:bn|million|billion|trillion)$")
# characters to the quantity that lends its unit, to the next one, and before the number
_NEAR, _BESIDE, _LEFT = 120, 12, 70
_FAR = 400  # the same, of a number that is told to be money
_POINTS = re.compile(r"\spoints?\b")
_BEHIND_SHARE = re.compile(
    r"(?:\s(?:of|in|for|from)\s[\w’'\s]{2,30})?,?\s(?P<moved>(?:up|down)\s(?:by\s)?)?(?:(?:nearly|about|almost|another|some)\s)?"
)
_BESIDE_LEVEL = re.compile(r"\s(?:up|down|higher|lower|more|less|fewer|above|below|ahead|behind)\b")
_TO_SHARE = re.compile(r",?\s(?:to|from|on|below|above)\s(?:the\s|its\s)?")
_MARGIN = re.compile(r"(?i)\bmargin\sof\serror\b[^.;]{0,40}$")
_OTHER_POINTS = re.compile(
    r"(?i)\b(?:index|indices|dow|nasdaq|ftse|dax|shares|stocks|bourse|team|games?|match|scored?|scores|coach|league|season)\b"
)
_TIMES = 30  # a number that borrows a unit is at most so many times larger or smaller


def left_out(text: str, start: int, end: int) -> str:
    """By which kind of sentence a number leaves out its unit; empty if it has none to leave out."""
    left = text[max(0, start - _LEFT) : start]
    if _EACH.match(text, end):
        return "each"
    if _ENDS.match(text, end) and _CHANGE.search(left) and _SCALED.search(text, start, end):
        return "change"
    if _ENDS.match(text, end) and (found := _SAME_VERB.search(left)):
        return "" if names_person(found["word"]) else "same verb"
    if _ANOTHER.search(left) and (_ENDS.match(text, end) or _SOON_AFTER.match(text, end)):
        return "change"
    if _CLOSED.match(text, end) and (found := _NO_VERB.search(left)):
        return "" if names_person(found["word"]) else "no verb"
    return ""


def with_units_left_out(text: str, found: Sequence[Reading], before: tuple[int, str]) -> list[Reading]:
    """The quantities of a sentence, those without a unit of their own with the one that they leave out.

    Args:
        before: End and unit of the last measured quantity before the sentence.
    """
    found = _with_rows(text, found)
    read: list[Reading] = []
    end, unit, lender = *before, None
    for number, one in enumerate(found):
        kind = left_out(text, one.start, one.end) if one.unit == "count" else ""
        if kind == "" and one.unit == "count":
            one = _points_of_shares(text, one, found) or one
        if kind == "" and read and _is_rate(text, read[-1], one):
            one = replace(one, unit="ratio", per=read[-1].per)
        if _is_money(unit) and one.unit in ("count", "ratio") and _beside(text, end, one):
            kind = "beside"
        if _of_money(text, one) and _is_money(unit):
            kind = "told"
        elif kind == "change" and not (lender and _is_money(unit)):
            after = found[number + 1 : number + 2]  # "to 3.9 billion from $4.2 billion"
            beside = after and after[0].start - one.end < _BESIDE
            end, unit = (one.end, after[0].unit) if beside else (end, unit)
            # "to 20.43 trillion yen. Car sales rose to 4.11 million"
            kind = kind if beside or _IT.search(text, max(0, one.start - _LEFT), one.start) else ""
        if kind == "" and one.unit == "count" and lender and _goes_on(text, lender, one):
            kind = "list"
        lent = (
            _is_alike(text, kind, lender, one)
            if kind in ("same verb", "no verb", "list")
            else kind and _is_money(unit)
        )
        if lent and one.start - end < (_FAR if kind == "told" else _NEAR):
            one = replace(one, unit=unit)
        converted = text[one.start - 1 : one.start] == "(" and _is_money(
            unit
        )  # "589 million euros ($705 million)"
        if not converted and (_is_money(one.unit) or dimension_of(one.unit) in _LENT):
            end, unit, lender = one.end, one.unit, one
        read.append(one)
    return read


_JOINT = re.compile(r",?\s(?:and|or)\s")


def _with_rows(text: str, found: Sequence[Reading]) -> list[Reading]:
    """The quantities, the numbers of a row with the unit of its last: "24, 36 and 41 kilograms"; two numbers are no row, and
    a scale word ("5, 10 and 15 million euros") may be of the last alone."""
    rows = list(found)
    for place, last in enumerate(found):
        measured = _is_money(last.unit) or dimension_of(last.unit) in _LENT or last.unit == "percent"
        before = place - 1
        if not measured or place < 2 or not _JOINT.fullmatch(text, found[before].end, last.start):
            continue
        row = [before]
        while row[-1] and text[found[row[-1] - 1].end : found[row[-1]].start] == ", ":
            row.append(row[-1] - 1)
        numbers = [found[at] for at in row]
        alike = all(last.value / _TIMES <= one.value <= last.value * _TIMES for one in numbers)
        bare = all(one.unit == "count" for one in numbers) and not _SCALED.search(text, last.start, last.end)
        if len(row) > 1 and alike and bare and text[last.start].isdigit():
            for at in row:
                rows[at] = replace(found[at], unit=last.unit)
    return rows


def _points_of_shares(text: str, one: Reading, found: Sequence[Reading]) -> Reading | None:
    """ "19 per cent, two points up on 2021", "up six points to 44%": a difference of two shares; None for points that no
    share stands right beside, and for those of a game or of an index."""
    end = _POINTS.match(text, one.end)
    if end and _MARGIN.search(text, max(0, one.start - _LEFT), one.start):
        return replace(one, unit="percentage points", end=end.end())
    if (
        not end
        or one.value > 100
        or _OTHER_POINTS.search(text, max(0, found[0].start - _NEAR), found[-1].end + _NEAR)
    ):
        return None
    for share in (other for other in found if other.unit in ("percent", "percentage points")):
        behind = _BEHIND_SHARE.fullmatch(text, share.end, one.start)
        moved = behind and (behind["moved"] or _BESIDE_LEVEL.match(text, end.end()))
        if moved or _TO_SHARE.fullmatch(text, end.end(), share.start):
            return replace(one, unit="percentage points", end=end.end())
    return None


def _is_alike(text: str, kind: str, lender: Reading | None, one: Reading) -> bool:
    """Whether a quantity of the sentence is told in the same words, and of about the same size: not in "topped
    $2 trillion; its ratio is 52"."""
    if not lender or not lender.value / _TIMES <= one.value <= lender.value * _TIMES:
        return False
    left = text[max(0, lender.start - _LEFT) : lender.start]
    return kind in ("no verb", "list") or bool(_SAME_VERB.search(left))


def _goes_on(text: str, lender: Reading, one: Reading) -> bool:
    """Whether a bare number goes on a list that a measured one began: "4.2 million litres in May and 3.9 million in June",
    "Spain seized 12 tonnes, Portugal nine"."""
    if one.start - lender.end > _NEAR:
        return False
    if _GAPPED.fullmatch(text, lender.end, one.start) and _CLOSED.match(text, one.end):
        return bool(_DONE_BY.search(text, max(0, lender.start - _LEFT), lender.start))
    way = _WAY.match(text, one.end)
    between = text[lender.end : one.start]
    return bool(way and _ITEM.fullmatch(between) and way[1] in _WAY.findall(between))


_TOLD_MONEY = re.compile(
    r"(?i)\b(?:profits?|loss(?:es)?|earnings|revenues?|income|turnover|estimates?|debts?|deficit|surplus|costs?|spending|dividends?|ebitda?"
    r"|budget|proceeds|fines?|fees?|(?:^|net\s|total\s|annual\s|quarterly\s|its\s|the\s)sales)\b[^,;.]{0,40}\s(?:of|to|from|at|was|were|than)\s$"
)


def _of_money(text: str, one: Reading) -> bool:
    """Whether the words before a bare million say that it is money: "an average estimate of 541 million"."""
    bare = one.unit in ("count", "ratio") and not one.per and _ENDS.match(text, one.end)
    scaled = bare and _SCALED.search(text, one.start, one.end)
    return bool(scaled and _TOLD_MONEY.search(text, max(0, one.start - _LEFT), one.start))


def _is_rate(text: str, before: Reading, one: Reading) -> bool:
    """Whether a bare number goes on a rate: "45 per 100,000 in 2023, against 5.8 in 2017"."""
    if before.unit == "ratio" and before.per and _TO_RATE.fullmatch(text, before.end, one.start):
        return one.unit == "count" and bool(_ENDS.match(text, one.end))
    if (
        before.unit != "ratio"
        or not before.per
        or one.unit != "count"
        or not _ENDS.match(text, one.end)
        or one.start - before.end > _NEAR
    ):
        return False
    between = text[before.end : one.start]
    alike = before.value / _TIMES <= one.value <= before.value * _TIMES
    if _STANDARD.search(between):
        return alike
    rate = before.per[:1].isdigit() or before.per == "million"
    return alike and rate and bool(_COMPARED.search(between) or _IN_A_YEAR.search(between))


def _beside(text: str, end: int, one: Reading) -> bool:
    """ "from $35 to 40", "$4,000, 1,500 of it in fines"; not "lent $4,000 to 12 farmers" """
    between = text[end : one.start]
    counted = names_several(next_word(text, one.end, len(text)))
    return (
        between == " to "
        and not counted
        or between == ", "
        and text.startswith((" of it", " of that"), one.end)
    )


def _is_money(unit: str) -> bool:
    return unit == "$" or dimension_of(unit) == "money"
