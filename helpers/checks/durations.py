"""A length of time and the dates it runs between.

In: lengths, dates and ranges of an article. Out: ties of "duration" (length, begin, end, or length, range). A length is
tied to a range or to two dates of which one is told as a beginning and one as an end, where the words make them one
thing: one phrase, the noun that lasted named again, a pronoun. Charity: either end may count, weeks may be working weeks,
months and years are rounded, and dates that are several times as far apart are of something else.
"""

import re
from collections.abc import Iterator

from helpers.checks.ahead import told_ahead
from helpers.checks.arithmetic import HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cases import somebody_else
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.events import Event
from helpers.checks.frames import Moment, Story, between
from helpers.checks.later import find_later
from helpers.checks.lengths import (
    HELD,
    UNITS,
    comparable,
    is_known,
    is_of_another_time,
    leads_in,
    length_verdict,
    names_both,
    names_what_lasted,
    of_one_event,
    says_little,
    without_prison,
    words_apart,
)
from helpers.checks.stretches import (
    STEP,
    Stretch,
    is_appended,
    is_told_of,
    paired,
    steps_to,
    stretches_of,
)

__all__ = ["find_durations"]

REACH = 300
_ENDS = re.compile(
    r",?\s(?:i\.e\.,?\s|that\sis,?\s)?(?:until|till|to|from|through|since|ending|beginning|starting)\s(?:on\s|in\s)?",
    re.I,
)
# "over nine days", "it was three weeks", "a total of 40 days", ": 19 days of sea patrols", "– five days in all"
_SPAN = re.compile(
    r"\b(?:these|those|for|over|in|within|during|throughout|after)\s(?:(?:the|these|those|all|its|his|her|their)\s)?$"
    r"|^(?:his|her|their|its|the|all)\s(?:(?:those|these)\s)?$"
    r"|\bit\s(?:was|would\sbe)\s$|,\san?\s[a-z]+\sof\s$|(?:[:–—]|\s-)\s(?:[a-z.]+,?\s){0,3}$",
    re.I,
)
# what a range is told of is not what took the length: "found that", "firms that had failed to register for"
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|that|which|whom|because|since|after|as)\s(?:[a-z]+\s){0,2}had\b|\b(?:found|show(?:ed|s)|said|says|learned|noted|reported|concluded)\sthat\b"
    r"|;\s(?!(?:it|they|he|she|that|this|which|the\swhole)\s)(?:[\w’'-]+,?\s){2,}"
)
_ANOTHER = re.compile(r"\b(?:followed|preceded|succeeded|replaced|interrupted|postponed)\s(?!by\b)")
_WITH_BREAKS = re.compile(
    r"\b(?:with|but\sfor|not\scounting)\s(?:[a-z]+\s){0,2}(?:breaks?|gaps?|pauses?|interruptions?)\b"
)
_FIRST_TIME = re.compile(r"\bfor\sthe\s(?:first|last)\stime\b|\bagain(?=\s(?:on|in)\s$)")
# "some waited two days", "after a third of his three years": of whom the dates do not tell
_OF_SOME = re.compile(
    r"(?:^|[,;.:]\s|\b(?:and|but|while|where|that)\s)(?:some|others|many|most|several|(?:a\s)?few|anyone|everyone|nobody|whoever)\s(?:[\w’'-]+\s){0,6}$"
    r"|\b(?:half|thirds?|quarters?)\sof\s(?:his|her|their|its|the)\s$",
    re.I,
)
# the clause in which somebody is meant who was told of: "so that he spent"
_OWN_CLAUSE = re.compile(
    r"(?:[,;:.]\s|\b(?:so\sthat|and|but|because)\s)(?:he|she|they|it|which)\s(?:[a-z]+\s){1,4}(?:for\s)?$",
    re.I,
)
_WILL = re.compile(r"\b(?:will|would|due)\b")  # what is planned from day to day lasts so long
_ORDINAL = re.compile(r"(?:the\s)?(?:past|last|next|coming|first|previous|another|every|each|same)\b", re.I)
# "for four years in Spain", "after four months in hospital" may be part of the time
_IN_PLACE = re.compile(
    rf"\s(?:of\s[a-z]+\s(?:near|off)|in|at|with)\s(?:[A-Z]|(?!all\b|large\b|the\s(?:head|helm)\b|sea\b|total\b|force\b|which\b|[^.;,]{{0,40}}\b{HELD}\b)[a-z])"
)


def find_durations(story: Story, events: list[Event]) -> Iterator[Tie]:
    """Every length of time with the dates near it; `events` from `events_of`."""
    kinds = {event.moment.start: event.kind for event in events}
    lengths = [one for one in story.moments if one.length and one.length[1] in UNITS and one.length[0] > 0]
    stretches = list(stretches_of(story)) if lengths else []
    told = {one.length for one in lengths if not story.is_head(one)}
    for length in lengths:
        if story.is_head(length) and length.length in told:
            continue  # the text says it again, with more words
        near = [one for one in stretches if all(_reach(story, length, end) for end in one.ends)]
        if not near:
            near = [
                one for one in stretches if len(one.ends) == 1 and of_one_event(story, length, one.ends[0])
            ]
        if length.length[1] != "Y":
            near = [one for one in near if all(end.precision != "year" for end in one.ends)]
        near = [one for one in near if any(_joined(length, end) for end in one.ends)] or near
        near.sort(key=lambda one: (not is_appended(length, one), not one.ranged, _distance(length, one)))
        near = [one for one in near if not says_little(length, one)]
        ties = [_tie(story, length, one, kinds, rank) for rank, one in enumerate(near[:8])]
        if _several_ranges(near):
            ties = [tie for tie in ties if tie.verdict.holds]
        yield from (tie for tie in ties if tie.evidence["pair"] or tie.evidence["same line"])
    yield from find_later(story)


def _several_ranges(near: list[Stretch]) -> bool:
    """Whether a sentence names two ranges: a length may be that of both, "a two-week course, 7-11 and 21-25 June"."""
    lines = [one.ends[0].line for one in near if len(one.ends) == 1]
    return len(lines) > len(set(lines))


def _reach(story: Story, a: Moment, b: Moment) -> bool:
    near = abs(a.line - b.line) <= 2 and story.gap(a.line, b.line) <= REACH
    return a.start != b.start and (near or (story.is_head(a) and b.line <= story.lead + 3))


def _joined(length: Moment, end: Moment) -> bool:
    """Whether a date is joined to a length as where it starts or ends: "three more months, until mid-September"."""
    return length.end < end.start and bool(_ENDS.fullmatch(between(length, end)))


def _distance(length: Moment, one: Stretch) -> int:
    parted = len({end.line for end in one.ends}) > 1
    return 1000 * parted + sum(abs(end.start - length.start) for end in one.ends)


def _tie(story: Story, length: Moment, one: Stretch, kinds: dict[int, str], rank: int) -> Tie:
    verdict = length_verdict(length, one)
    evidence = _evidence(story, length, one, kinds, rank)
    told = evidence["adjacent"] or evidence["back"] or evidence["named"] or evidence["same line"]
    natural = bool(
        evidence["cue"]
        and told
        and evidence["pair"] >= 1
        and (evidence["named"] or not evidence["scope"])
        and not evidence["other noun"]
        and not evidence["wrong way"]
        and not _IN_PLACE.match(length.after)
        and comparable(length, one, _nearness(length, one, evidence))
        and (verdict.holds or not (is_of_another_time(story, length, one) or _with_breaks(length)))
    )
    words = tuple(filter(None, [find_cue("length", f"{length.before[-50:]} {length.after[:50]}")]))
    return Tie(
        "duration",
        (length, *one.ends),
        verdict,
        evidence,
        ("duration", length.length),
        words,
        natural,
        _chance(verdict, length),
    )


def _with_breaks(length: Moment) -> bool:
    """Whether a length leaves out some of the time between two dates: "for 11 days, with breaks for talks"."""
    return bool(_WITH_BREAKS.search(length.after[:60].split(".")[0]))


def _chance(verdict: Verdict, length: Moment) -> float:
    """How likely two dates near a length are as far apart by chance."""
    if verdict.verdict == HOLDS:
        return 0.12 if length.length[1] in "DW" and length.length[0] > 3 else 0.2
    return 0.35 if length.length[0] > 1 else 0.6


def _nearness(length: Moment, one: Stretch, evidence: dict[str, float]) -> int:
    """How many times further than usual two dates may be apart: more where a range explains what was named."""
    explains = evidence["adjacent"] and length.start < one.ends[0].start
    if evidence["named"] or explains or is_known(length):
        return 3
    return 2 if evidence["adjacent"] else 1


def _evidence(
    story: Story, length: Moment, one: Stretch, kinds: dict[int, str], rank: int
) -> dict[str, float]:
    """What the words say for and against a length between two dates."""
    lines = {end.line for end in one.ends}
    gap = max(story.gap(line, length.line) for line in lines)
    parted = [story.text_between(*sorted((length, end), key=lambda x: x.start)) for end in one.ends]
    closest = min(parted, key=len)
    if same_line := lines == {length.line}:
        adjacent = one.ranged and words_apart(closest) < 40 or _joined(length, one.ends[-1])
        back = named = False
    else:
        adjacent, named = False, names_what_lasted(length, one)
        back = is_told_of(story, length, one)
        back = back or told_ahead(story, length, one)
    people = (x.before[-60:] for x in (length, *one.ends))
    others = any(somebody_else(words) for words in people if not _OWN_CLAUSE.search(words))
    told_pair = paired(length, one, kinds)
    spans = has_cue("length", _around(length)) or _is_adjective(length) or _SPAN.search(length.before[-30:])
    told = {
        "cue": spans,
        "adjacent": adjacent or is_appended(length, one),
        "back": back,
        "named": named,
        "scope": any(find_cue("scope", text)[:1].islower() for text in parted),
        "same line": same_line,
        "next line": not same_line and gap <= 3,
        "far": gap > 3,
    }
    return {name: float(bool(is_so)) for name, is_so in told.items()} | {
        "pair": 1.0 if told_pair and names_both(length, one) else told_pair,
        "wrong way": float(sum(map(bool, _against(length, one, closest if same_line else "")))),
        "rival": 0.5 * min(rank, 2) + 0.5 * sum(not re.search(r"\d", end.quote) for end in one.ends),
        "other noun": float(others) + float(same_line and bool(_ANOTHER.search(closest))),
    }


def _around(length: Moment) -> str:
    return f"{length.before[-45:]}{length.quote}{length.after[:45]}"


def _is_adjective(length: Moment) -> bool:
    """Whether a length stands before what lasted so long: "a two-week drive"."""
    return "-" in length.quote and bool(re.match(r"\s[a-z]", length.after))


def _against(length: Moment, one: Stretch, between_them: str) -> Iterator[object]:
    """What speaks against a length being that of a stretch, each if it is so; `between_them`: the words in one sentence."""
    place, adjective = f"{length.before[-30:]}|{length.after[:25]}", _is_adjective(length)
    words = without_prison(length, _around(length))
    if one.ranged and is_appended(length, one):
        words = _WILL.sub("", words)
    yield has_cue("no length", words) and not (is_known(length) or leads_in(length, one))
    yield has_cue("other length", place) or _ORDINAL.match(length.quote)
    yield (one.ranged or adjective) and has_cue("length before", place)
    yield has_cue("other case", length.after[:60])
    yield any(has_cue("other case", _FIRST_TIME.sub("", end.before[-40:])[-30:]) for end in one.ends)
    yield _OF_SOME.search(length.before[-60:])
    yield one.ranged and has_cue("left out", one.ends[0].before[-50:])
    yield _OTHER_CLAUSE.search(between_them)
    yield _steps_from(length, one)


def _steps_from(length: Moment, one: Stretch) -> bool:
    """Whether a length leads from or to something that the dates do not tell of: "17 months before the action day"."""
    if not STEP.match(length.after) or _joined(length, one.ends[0]):
        return False
    return one.ranged or not steps_to(length, one)
