"""Which of two figures is the earlier one, and whether they are of two times at all.

In: two figures and the dates and words beside them ("the year before", "from … to", "in 2022"). Out: the earlier figure,
or None where the words do not say.
"""

import re
from datetime import timedelta

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, between
from helpers.texts import MONTH_NAMES

__all__ = ["CUT", "dated", "earlier_of", "from_to", "other_base", "other_range", "other_times"]

_NAMED = re.compile(rf"(?:(?:{'|'.join(MONTH_NAMES)})\b|(?:(?:all|the\swhole)\sof\s)?(?:19|20)\d\d$)", re.I)
A_WEEK, MOST_UNLIKE = 7, 1.6  # days; times
A_YEAR = timedelta(days=366)
REACH = 200  # characters from a figure to a date that may be its own
OPENING = 12  # characters of a sentence in which a date is told of all of it
_REACHED = re.compile(r"\sto\s(?:[a-z]+\s){0,2}")  # "fell 42 per cent to around 2,500"
_FROM = re.compile(r"\bfrom\s(?:[\w’'$£€-]+\s){0,4}$", re.I)
_TO = re.compile(r"\bto\s(?:[\w’'$£€-]+\s){0,3}$", re.I)
_BASE = re.compile(
    r"(?:\sto\s(?:[a-z]+\s){0,2}[\d,.]{1,12})?[^.;,\d]{0,40}?\b(?:over|from|than|on|since|against|compared\s(?:to|with))\s(?:the\s|in\s|that\sof\s|those\sof\s){0,2}",
    re.I,
)
# "16,000 after 20,000", "300 against 250": the second is the earlier one
_AFTER = re.compile(r"\s(?:[a-z]+\s){0,2}(?:after|following|(?:up|down)\sfrom)\s(?:[a-z]+\s){0,2}", re.I)
# where the words that are told of one figure end
CUT = re.compile(r"[;,.(—–]|\b(?:against|compared|from|than|having|whereas|while)\b")


def other_times(story: Story, a: Frame, b: Frame, told: Frame | None = None) -> bool:
    """Whether two figures are told of two times; `told` is a figure that only says how they differ."""
    first, second = _moment_of(story, a, told), _moment_of(story, b, told)
    if first and second and _unlike(first, second):
        return False  # "1,200 in 2023. In May 2024 it was 1,500"
    return bool(first and second and first.begin != second.begin) or earlier_of(story, a, b) is not None


def _unlike(a: Moment, b: Moment) -> bool:
    """Whether two stretches of the calendar that are told by name are too unlike in length for what they count to be
    compared; "this summer" and "last year" may be two summers."""
    short, long = sorted((a.days, b.days))
    named = all(_NAMED.match(one.quote) for one in (a, b))
    return named and short >= A_WEEK and long > MOST_UNLIKE * short


def earlier_of(story: Story, a: Frame, b: Frame) -> Frame | None:
    """Which of two figures is the earlier one, if the words say so; a comes before b in the text."""
    for one, other in ((a, b), (b, a)):
        if from_to(one, other):
            return one
    if a.line == b.line and _AFTER.fullmatch(between(a, b)):
        return b
    if found := _told_earlier(a, b):
        return found
    for one, other in ((a, b), (b, a)):
        if _FROM.search(one.before[-30:]) and other.start < one.start:
            return one
    first, second = _moment_of(story, a), _moment_of(story, b)
    if first and second and first.begin != second.begin:
        return a if first.begin < second.begin else b
    return None


def from_to(one: Frame, other: Frame) -> bool:
    """Whether the words lead from one figure to another: "from 212 to 265"."""
    return bool(_FROM.search(one.before[-30:]) and _TO.search(other.before[-30:]))


def dated(story: Story, a: Frame, b: Frame) -> bool:
    """Whether years printed beside both figures, or "from … to", say which is the later one."""
    if all(any(way.search(one.before[-30:]) for one in (a, b)) for way in (_FROM, _TO)):
        return True
    moments = [moment for one in (a, b) if (moment := _moment_of(story, one))]
    years = [re.findall(r"\b(?:19|20)\d\d\b", moment.quote) for moment in moments]
    return len(years) == 2 and all(years) and years[0] != years[1]


def other_base(story: Story, one: Frame, a: Frame, b: Frame) -> bool:
    """Whether a change is told from a date that is none of two figures': "a 29 percent decline over May" beside those of
    June and January."""
    near = [x for x in story.moments if x.line == one.line and x.begin]
    base = next((x for x in near if 0 <= x.start - one.end < 60), None)
    if not base or not _BASE.fullmatch(between(one, base)):
        return False
    reached = [
        x for x in (a, b) if x.line == one.line and one.end < x.start and _REACHED.fullmatch(between(one, x))
    ]
    now = reached or [x for x in (a, b) if x.line == one.line and x.start < one.start]
    moments = [_moment_of(story, figure) for figure in (a, b) if figure not in now]
    if len(moments) == 2 and None in moments:
        return False
    return bool(moments) and not any(x is None or _overlap(x, base) for x in moments)


def other_range(story: Story, one: Frame, a: Frame, b: Frame) -> bool:
    """Whether a change is told over a range of years ("dropped by 25% from 2013 to 2015") that does not begin with the
    earlier and end with the later of two figures."""
    base = next((x for x in story.moments if x.line == one.line and 0 < x.start - one.end < 9), None)
    if not base or not base.begin or not re.fullmatch(r"\d{4}/\d{4}", base.value):
        return False
    years = sorted(x.begin.year for figure in (a, b) if (x := _moment_of(story, figure)))
    return len(years) == 2 and years != [base.begin.year, base.finish.year]


def _overlap(one: Moment, base: Moment) -> bool:
    """Whether two stretches share a day; the first is taken for a year at most, as "since 2021" begins then. What is open
    has no last day."""
    ended = one.finish is not None and one.finish < base.begin or base.begin - one.begin > A_YEAR
    return not ended and (base.finish is None or one.begin <= base.finish)


def _moment_of(story: Story, figure: Frame, told: Frame | None = None) -> Moment | None:
    """The date told beside a figure: behind it and before the next, or between it and the one before."""
    inside = [one for one in story.moments if one.line == figure.line and one.begin and not one.length]
    figures = [one for one in story.by_line.get(figure.line, ()) if one is not told]
    after = min((one.start for one in figures if one.start > figure.start), default=figure.end + REACH)
    before = max(
        (one.end for one in figures if one.start < figure.start and one.counts), default=figure.start - REACH
    )
    behind = [moment for moment in inside if figure.end <= moment.start < after]
    ahead = [moment for moment in inside if before <= moment.start < figure.start]
    if len(inside) == 1 and not behind and inside[0].start - figure.sentence_start < OPENING:
        return inside[0]  # "In 2023, in spite of two moves, it settled 3,480"
    told = sorted([*inside, *(one for one in figures if one.counts)], key=lambda one: one.start)
    fronted = (
        bool(ahead) and told[0] in inside and told[-1] not in inside
    )  # "In 2021 there were 58 and in 2022 83"
    return behind[0] if behind and not fronted else ahead[-1] if ahead else None


def _told_earlier(a: Frame, b: Frame) -> Frame | None:
    """The figure beside which "the year before" or the like stands; a comes before b in the text."""
    if has_cue("later", b.before[-60:]):
        return a
    link = between(a, b) if a.line == b.line else f"{a.after[:80]} {b.before[-80:]}"
    own, *rest = CUT.split(link, maxsplit=1)
    tail = CUT.split(b.after[:60])[0]
    if not rest:
        return b if has_cue("earlier", tail) or has_cue("earlier", link) else None
    places = ((b, rest[0]), (a, own), (b, tail))
    return next((figure for figure, words in places if has_cue("earlier", words)), None)
