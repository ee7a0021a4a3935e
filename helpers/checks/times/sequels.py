"""A sentence that begins by saying that it goes on from what the one before told: "Armed with this warrant", "Once it had been
signed", "As a result of that vote", "When the court resumed".

In: two days of two sentences that follow each other. Out: the words that put the second behind the first, if any.
"""

import re

from helpers.checks.frames import Moment
from helpers.texts import word_stems

__all__ = ["sequel"]

LEAD = 170  # characters of a sentence in which the words stand
_THIS = r"(?:this|that|these|those|(?:the|such)\s(?:said|same|very))\s(?P<noun>[a-z]{3,})"
_OPENERS = tuple(
    re.compile(words, re.I)
    for words in (
        r"^(?:only|just|soon|shortly)\s(?:after\s(?:that|this)|then)\b",
        rf"^(?:armed\swith|on\sthe\s(?:strength|basis)\sof|thanks\sto|because\sof|as\sa\s(?:result|consequence)\sof|following|after)\s{_THIS}",
        rf"\b(?:based|acting)\son\s{_THIS}",
        r"^(?:armed\swith|acting\son|on\sthe\s(?:strength|basis)\sof)\s(?:it|them|this|that)\b",
        r"^(?:only\s)?(?:once|after)\s(?:it|they|he|she|the\s[a-z]+)\s(?:had|was|were)\s(?:been\s)?[a-z]+",
        r"^[^,]{2,40},\s(?:its|their|his|her|the)\snext\s(?:stop|call|port)\b",
    )
)
_AGAIN = re.compile(
    r"^(?:when|as\ssoon\sas|after)\s(?:it|they|the\s[a-z]+(?:\s[a-z]+)?)\s(?:[a-z]+\s)?(?:resumed|reopened|reconvened|went\son|met\sagain"
    r"|continued|(?:took|was\staken)\sup\s(?:[a-z]+\s){0,3}again)",
    re.I,
)
_PAUSED = re.compile(
    r"\b(?:adjourned|suspended|interrupted|halted|paused|postponed|broken\soff|broke\soff)\s(?:on\s|since\s)?$",
    re.I,
)
_COMING = r"will|would|to\sbe|due|scheduled|expected|planned|until|by"
_AHEAD = re.compile(rf"\b(?:{_COMING})\b[^,;]*$")
# a day that is ahead of what is told, or lies behind it
_ELSEWHERE = re.compile(
    rf"\b(?:{_COMING}|set\sfor|since|had)\b[^,;]*$"
    r"|\b(?:issued|signed|dated|granted|received|made|taken|of|from)\s(?:on\s)?$|\b(?:another|different|unrelated|separate|earlier|previous)\b",
    re.I,
)


def sequel(before: list[Moment], told: Moment) -> tuple[Moment, re.Match] | None:
    """The day of a sentence from which the next one goes on, and the words that say so.

    Args:
        before: The days of the sentence before.
        told: The only day of the sentence.
    """
    words, place = told.sentence, told.start - told.sentence_start
    if _ELSEWHERE.search(words[:place]):
        return None
    if found := _AGAIN.match(words):
        paused = next((one for one in before if _PAUSED.search(one.before[-40:])), None)
        return (paused, found) if paused else None
    if len(before) != 1 or _AHEAD.search(before[0].before[-60:]):
        return None
    matches = (opener.search(words, 0, LEAD) for opener in _OPENERS)
    found = next((one for one in matches if one and one.end() <= place and _is_told(one, before[0])), None)
    return (before[0], found) if found else None


def _is_told(found: re.Match, earlier: Moment) -> bool:
    """Whether what the words name, if they do, is named in the sentence before."""
    noun = found.groupdict().get("noun")
    return not noun or bool(word_stems(noun.lower()) & word_stems(earlier.sentence.lower()))
