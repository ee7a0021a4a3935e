"""Organisations that no list holds and whose names tell nothing, as the words of the article show them to be:
"researchers from Refugio Sin Muros", "Union Pacific said it was", "Acme Freight, a trucking company,", or by their letterhead.

>>> sorted(organisations_in("Union Pacific said it was cooperating. Union Pacific Day is in May."))
['Union Pacific']
"""

import re
from functools import cache, lru_cache

from helpers.names.letterheads import BEHIND
from helpers.names.lists import names, words_of
from helpers.texts import word_set

__all__ = ["organisations_in"]

LONGEST_TEXT = 400_000  # characters of an article that are looked at
TOP, TOP_LINES = 1500, 8  # where a letterhead stands
_PART = r"[A-ZÀ-Þ][\w&’'-]{1,30}"
_SMALL = r"(?:(?:of|for|the|and|&|de|del|la|los|sin|con|y|des|du|et|für|und) ){0,2}"
_NAME = rf"{_PART}(?: {_SMALL}{_PART}){{1,5}}"
_PAPERS = "reports?|briefing|survey|study|analysis|figures|statistics|data|bulletin|estimates"
_MADE = "published|released|issued|compiled|collected|gathered"
_LETTERHEAD = re.compile(rf"\s*({_NAME}){BEHIND}")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = "|".join(sorted(word_set("organisation_kinds")))
    staff = "|".join(sorted(word_set("organisation_staff")))
    return (
        re.compile(rf"\b(?:{kinds}),? ({_NAME})"),
        re.compile(rf"\b(?:{staff}) (?:from|with|at) (?:the )?({_NAME})"),
        re.compile(
            rf"\b({_NAME}) (?:said|says|confirmed|told [a-z ]{{3,25}}) (?:that )?"
            rf"(?:it (?:was|is|had|has|would|will) (?:not )?(?:[a-z]{{2,20}}ing|[a-z]{{2,20}}ed|be|been|aware)\b|its? (?:own|staff))"
        ),
        re.compile(
            rf"\b(?:{_PAPERS}) (?:[a-z]{{2,12}} ){{0,2}}(?:{_MADE}) (?:[\w.]{{2,12}} ){{0,3}}by (?:the )?({_NAME})"
        ),
        re.compile(rf"\b({_NAME}), (?:a|an|the) (?:[\w’'-]{{1,25}} ){{0,4}}(?:{kinds})\b"),
    )


@lru_cache(maxsize=64)
def organisations_in(text: str) -> frozenset[str]:
    """Names of two words or more that the text itself shows to be those of organisations.

    Args:
        text: An article.
    """
    top = text[:TOP].splitlines()[:TOP_LINES]
    text = " ".join(text[:LONGEST_TEXT].split())
    found = {match[1] for pattern in _patterns() for match in pattern.finditer(text)}
    headed = (match[1] for match in map(_LETTERHEAD.fullmatch, top) if match)
    found |= {name for name in headed if text.count(name) > 1}  # a reporter is named once
    return frozenset(name for name in found if not _is_else(name, text))


def _is_else(name: str, text: str) -> bool:
    """Whether a name is that of a listed body, of a place, or of a person by its first word."""
    words = name.split()
    listed = names().get(tuple(word.key for word in words_of(name)), ())
    if any(entry.kind == "agency" for entry in listed):
        return True  # what kind of body it is, the list says
    if words[-1] in word_set("place_heads") or name in word_set("us_states"):
        return True
    if words[0] in word_set("not_persons") | word_set("title_words") | {"The", "A", "An"}:
        return True
    return re.search(rf"\b(?:in|near|to|outside|around|of) {re.escape(name)}(?![\w’'-])", text) is not None
