"""What the words say for and against a figure being the average of two others.

In: an average and the figures that it may be the ratio of. Out: answers to single questions, used by `averages`.
"""

import re

from helpers.checks.again import leads_back
from helpers.checks.alike import periods
from helpers.checks.average_spans import belong_together
from helpers.checks.cues import has_cue
from helpers.checks.denominators import Below, is_same
from helpers.checks.frames import Frame, Story, between
from helpers.checks.per import NO_AVERAGE, Average, average_of
from helpers.texts import singular

__all__ = ["APPOSED", "CUT", "against", "is_apposed", "is_natural", "is_rate"]

BESIDE = 3  # characters between two sentences that follow each other
APPOSED = re.compile(
    r"(?:\s[\w’'-]+){0,4}\s?[,(;–—-]{1,2}\s?(?:(?:or|that\sis|which\sis|an\saverage\sof|on\saverage)\s?,?\s?){0,2}"
    r"(?:about|around|roughly|nearly|some|just\s(?:over|under))?\s?",
    re.I,
)
_MOST = re.compile(r"up\sto|as\s(?:much|many)\sas|at\smost", re.I)
_OTHER_SPAN = re.compile(r"\b(?:since|before\sthat|now|currently)\b")
CUT = re.compile(r"[.;:]\s|\s[–—]\s")
# what is so in general, or elsewhere, and no average of what was told
_GENERAL = re.compile(
    r"\b(?:normal(?:ly)?|usual(?:ly)?|typically|ordinar(?:y|ily)|as\sa\srule|standards?|(?:in|at)\s(?:winter|summer|spring|autumn|night|weekends|peak)|next\sdoor|elsewhere|another|the\s(?:other|next|second)|(?-i:may)|must|should|scheduled|allows?)\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:dearer|cheaper|costlier|better|worse|higher|lower|more\sexpensive|than\s(?:in|the|it|they|that))\b"
)
_THE_AVERAGE = r"that|this|which|it|they|these|those|he|she|each|every|on\saverage|an?\saverage|the\s(?:daily\s|weekly\s|monthly\s|hourly\s|nightly\s|annual\s|yearly\s)?(?:average|mean|unit|price|cost|rate|load)|taking|shared|divided|spread|per\s[a-z]+,?\s(?:this|that|it|the)"
_LEADS_BACK = re.compile(
    rf"^\W*(?:at|with)\s[$£€]?$|^\W*(?:(?:so|and|but|thus|hence)\s)?(?:{_THE_AVERAGE})\b"
    r"|\b(?:they|them|their|these|those|this|thus|therefore|averag(?:ed|ing)|works?\sout|each\sof)\b",
    re.I,
)


def is_natural(story: Story, told: Average, above: Frame, below: Below, named: list[Below]) -> bool:
    """Whether the words make these two figures the ones to compare, so that a wrong average may be reported: they come
    first, and nothing else is named that the average could be per."""
    same = [figure for figure in named if is_same(figure, told)]
    alone = told.timed or not named or below in same or len({one.size for one in named}) == 1
    free = not _adds_more(story, told.figure, above, below) and not _of_a_period(story, told, above, below)
    free = free and belong_together(story, told.figure, above, below)
    lines = {told.figure.line, above.line, below.line}
    beside = told.figure.line == max(lines) and story.gap(above.line, below.line) <= BESIDE
    free = free and (below in same or len(lines) < 3 or beside)
    return alone and free and _is_linked(told, above, below, bool(named))


def _is_linked(told: Average, above: Frame, below: Below, named: bool) -> bool:
    """Whether the words lead from an average to the figure it is said to be the average of: one clause tells both, the
    clause of the average leads back ("that is", "each of these", "the average haul"), or the figure that comes later sums
    up ("together they decided 2,600"). "The court next door lists nine a day" leads nowhere."""
    one = told.figure
    before, after = _clause_around(one)
    if _COMPARES.search(re.split(r"[.;]", after)[0]):
        return False  # "at 1,500 euros a passport, the dealer in Athens was dearer"
    if _GENERAL.search(f"{before[-60:]}{one.quote}{after[:40]}"):
        return False
    parted = above.line != one.line or bool(CUT.search(between(above, one)))
    if not parted or has_cue("derives", one.sentence):
        return True
    if above.start > one.start:
        clause = above.quote.join(_clause_around(above))
        beside = named and below.line == above.line and below.quote in clause
        return (
            beside
            or has_cue("sums", clause)
            or above.dimension != "count"
            and has_cue("takings", clause)
            or has_cue("derives", above.sentence)
        )
    nouns = {x.noun for x in (above, below) if isinstance(x, Frame) and x.noun and x.start < one.start}
    words = re.findall(r"\b(?:the|per|every|average)\s([a-z]{3,})", f"{before} {told.cue}".lower())
    same = (
        isinstance(below, Frame) and 0 < one.start - below.start <= len(before) and leads_back(below)
    )  # "the three men each hid"
    led = _LEADS_BACK.search(before) or nouns & {told.per, *map(singular, words)} or same
    return bool(led or len(before.split()) < 3)  # "252 files between them – 42 each"


def _adds_more(story: Story, one: Frame, above: Frame, below: Below) -> bool:
    """Whether something else stands between an average and the sum told behind it: "tablets at $25 each and 300 grams of
    powder, making $48,000"."""
    inside = story.by_line[one.line] if above.line == one.line else ()
    return any(one.end <= other.start < above.start and other.start != below.start for other in inside)


def _of_a_period(story: Story, told: Average, above: Frame, below: Below) -> bool:
    """Whether a count is that of a month or year, and the average told in another sentence of none: "each flight carries 24
    people. In May there were 300"."""
    lines = (told.figure.line, above.line)
    noun = getattr(below, "noun", "")
    same = noun and re.search(
        rf"\b(?:the|these|those)\s{re.escape(noun[:5])}", told.figure.before[-70:], re.I
    )
    back = same or has_cue("leads back", told.figure.sentence)
    plain = above.dimension == "count" and not told.timed and not back  # "The sacks held 40 letters each"
    return plain and [bool(periods(story, line)) for line in lines] == [
        False,
        True,
    ]


def _clause_around(one: Frame) -> tuple[str, str]:
    """The words before and after a figure in its clause."""
    return CUT.split(one.before)[-1], CUT.split(one.after)[0]


def against(told: Average, above: Frame, tail: str) -> float:
    """How much in the words says that a figure is no average of the figures told: a limit, a wish, another time."""
    one = told.figure
    at = one.start - one.sentence_start
    around = one.sentence[max(0, at - 40) : at + len(one.quote) + 40]
    return float(
        bool(NO_AVERAGE.search(one.before[-30:]))
        + bool(_MOST.match(one.quote))
        + has_cue("want", tail[-40:], re.split(r"[,;.]", one.after[:40])[0])
        + bool(told.timed and _OTHER_SPAN.search(around))
        + bool(not told.timed and is_rate(above))
    )


def is_apposed(one: Frame, above: Frame, below: Below, named: bool) -> bool:
    """Whether an average stands beside the last of its two figures: "1,440 citations, an average of 80 per officer"."""
    before = [x for x in (above, below) if x.line == one.line and x.end < one.start]
    last = max(before, key=lambda x: x.start, default=None)
    told = named or above.line == below.line
    return bool(last and told and APPOSED.fullmatch(between(last, one)))


def is_rate(other: Frame) -> bool:
    """Whether a figure is one of every month or year itself, and no sum: "127,000 of these annually"."""
    told = average_of(other)
    return bool(told and told.timed)
