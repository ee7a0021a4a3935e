"""Whether an m right behind digits is a million or a metre: "of 3m visas, 1.2m were for work", "a boat 12m long".

A plural behind it is what there are millions of, unless it is something that has a length; otherwise words of length or
of number beside it decide, and without any the m is neither.

>>> [m_is(text, 2, 3) for text in ("12m long", "12m were held", "12m boats", "12m people", "12m")]
['metre', 'million', 'metre', 'million', '']
"""

import re

from helpers.quantities.numerals import IDIOMS, PLURALS, names_several, next_word
from helpers.texts import singular

__all__ = ["m_is"]

_NEAR = 90  # characters to either side
_LONG_AFTER = re.compile(
    r"(?:-(?!strong)|\s?[x×]|\s(?:by|long|wide|deep|high|tall|away|apart|across|thick|below|above|up|down|off|offshore|north|south|east|west|inland"
    r"|underground|underwater|square|in\s(?:length|width|height|depth|diameter))\b)"
)
_FROM = re.compile(r"\s(?:from|inside|outside|to)\s(?:the|an?|its|his|her|their|where)\b")
_SIZE = r"(?:depths?|heights?|widths?|lengths?|distances?|altitude|elevation|radius|diameter|waves?|tunnels?|walls?|fences?)"
_GOES = (
    r"(?:measur\w{1,4}|stands?|stood|sw[aiu]m|swimming|ra[cn]\w{0,4}|run|walk\w{0,3}|div(?:e|ed|ing)|dug|s[aiu]nk|climb\w{0,3}|jump\w{0,3}"
    r"|within|hurdles|relay)"
)
_FALLS = r"(?:fell|falls?|fallen|dropp?(?:s|ed)?|plunged)"
_LONG_BEFORE = re.compile(rf"\b(?:{_SIZE}|{_GOES})\b[^.;\d]{{0,40}}$|\b{_FALLS}\s(?:about\s|some\s)?$")
_SIDE_BEFORE = re.compile(r"\dm?\s?(?:x|×|by)\s?$")
_LENGTH = re.compile(r"\d\s?(?:km|cm|mm|ft|feet|metres?|meters?|miles?|yards?|kg)\b")
_MANY_AFTER = re.compile(
    r"(?:-strong\b|\s(?:were|was|are|have|had|did|do|of\s(?:them|whom|those|these|the|its|their)|in\s(?:cash|all|total)|an?\s(?:year|month|week|day)"
    r"|per\s(?:year|month|week|day)|more|fewer|who|signed|came|voted|watched|lived?|people)\b)"
)
_MANY_BEFORE = re.compile(
    r"\b(?:population|people|total|budget|users|voters|votes|jobs|viewers|followers|downloads|circulation|visas|cases|members|customers|households"
    r"|estimated|numbers?|figures?|toll)\b[^.;]{0,40}$"
)
_MILLIONS = re.compile(r"\dm\s(?:[a-z]{3,}s|people)\b|\d\s?(?:bn|million|billion)\b|[£$€]\d[\d.,]{0,6}m\b")


def m_is(text: str, at: int, end: int) -> str:
    """What the m at a place is, of which a number ends before it: million, metre, or empty for one that tells neither.

    Args:
        end: End of the m.
    """
    noun = next_word(text, end, len(text))
    many = names_several(noun) or noun.lower() in PLURALS
    is_long = noun.islower() and singular(noun) in IDIOMS["long thing"]
    if many:
        return "metre" if is_long else "million"
    before, after = text[max(0, at - _NEAR) : at], text[end : end + _NEAR]
    left = re.sub(r"[\d.,]{1,12}$", "", before)
    if _LONG_AFTER.match(after) or _SIDE_BEFORE.search(left) or is_long:
        return "metre"
    if _MANY_AFTER.match(after) or _MANY_BEFORE.search(left):
        return "million"
    measured = _LONG_BEFORE.search(left) or _LENGTH.search(before) or _LENGTH.search(after)
    if not measured and (_MILLIONS.search(left) or _MILLIONS.search(after)):
        return "million"
    return "metre" if measured or _FROM.match(after) else ""
