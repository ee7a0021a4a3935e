"""Two figures of one thing at two times or places, and what is said of their difference: in percent, in numbers, as a
multiple.

In: percentages and counts told with a word of change, and words like "tripled". Out: ties of "change in percent" (new,
old, percentage), "difference" (difference, one, other) and "multiple" (one, other, multiple). Which figure is the later
one is read from the years and the words beside them ("the year before", "from … to"); where they do not say, either way
is allowed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from helpers.checks.arithmetic import FAILS, Verdict, average_verdict, change_verdict, difference_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Moment, Story, agreement, between
from helpers.checks.shares import is_change
from helpers.checks.sums import near_evidence
from helpers.texts import cardinal, noun_class, singular, word_list, word_stems

__all__ = ["find_changes"]

REACH = 400
MOST_TIMES = 30  # figures further apart than this are not told as one thing at two times
_EARLIER = re.compile(
    r"\b(?:(?:year|month|quarter|week|season|period|twelve|one)\s(?:before|earlier|ago|previously)|(?:previous|preceding|prior|earlier|last|matching|first)\s(?:[\w’'-]+\s){0,2}(?:year|month|quarter|week|period|season|twelve|one)|last\s(?:year|month|week)|predecessor|formerly|had\sbeen|having)\b",
    re.I,
)
_FROM = re.compile(r"\bfrom\s(?:[\w’'$£€-]+\s){0,4}$", re.I)
_TO = re.compile(r"\bto\s(?:[\w’'$£€-]+\s){0,3}$", re.I)
_CUT = re.compile(r"[;,.(—–]|\b(?:against|compared|from|than|having|whereas|while)\b")
_DOES = re.compile(
    r"\b(?:is\s(?:expected|planned)|want|wants|wanted|aims?|hopes?|plans?|target|goal|pledged?|should|must|will)\s(?:[\w’'-]+\s){0,6}$|\bto\s(?:cut|reduce|raise|increase|double|triple)\s(?:[\w’'-]+\s){0,6}$",
    re.I,
)
_SHARE_OF_CHANGE = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?of\s(?:the\s)?(?:[\w’'-]+\s)?(?:decline|increase|rise|fall|drop|growth|decrease)\b",
    re.I,
)
_OWN_PERIOD = re.compile(
    r"[^.;]{0,40}?\b(?:on\s(?:\w+\s)?(?:last\syear|\d{4})|year[\s-]on[\s-]year|(?:than|from|over|on|against|beside|compared\swith|compared\sto)\s(?:the\s)?(?:(?:same|previous|last|prior|corresponding)\s[\w\s]{0,20}(?:year|month|quarter|period)|a\syear\s(?:earlier|ago|before)|last\s(?:year|month)))",
    re.I,
)


def find_changes(story: Story, tolerance: float) -> Iterator[Tie]:
    """Every figure of a change with the two figures it may lie between."""
    counted = [one for one in story.frames if one.counts and not one.block.startswith("table")]
    for percent in story.frames:
        if percent.dimension == "percent" and not percent.block.startswith("table") and is_change(percent):
            yield from _percent_ties(story, percent, counted, tolerance)
    for gap in counted:
        if cue := _difference_cue(gap):
            yield from _difference_ties(story, gap, counted, cue)
    for multiple in _multiples(story):
        yield from _multiple_ties(story, multiple, counted)


def _pairs(story: Story, one: Frame, counted: list[Frame]) -> Iterator[tuple[int, Frame, Frame]]:
    """Pairs of figures near a change, nearest first, in the order of the text."""
    near = [
        other
        for other in counted
        if other.start != one.start
        and not _MORE_BEFORE.search(other.before[-70:])
        and -4 <= other.line - one.line <= 3
        and story.gap(one.line, other.line) <= REACH
    ]
    near.sort(key=lambda other: (story.gap(one.line, other.line), abs(other.start - one.start)))
    near = near[:8]
    pairs = [
        tuple(sorted((a, b), key=lambda x: x.start))
        for at, a in enumerate(near)
        for b in near[at + 1 :]
        if agreement(a, b)
        and (a.exact or a.approx)
        and (b.exact or b.approx)
        and a.size > 0
        and b.size > 0
        and max(a.size, b.size) < MOST_TIMES * min(a.size, b.size)
    ]
    pairs.sort(key=lambda pair: sum(story.gap(one.line, x.line) + abs(one.start - x.start) for x in pair))
    for rank, (a, b) in enumerate(pairs[:10]):
        yield rank, a, b


def _stems(text: str) -> frozenset[str]:
    return word_stems(text) - _EMPTY


_EMPTY = frozenset(
    singular(word)[:6]
    for word in [
        "year",
        "years",
        "last",
        "this",
        "that",
        "with",
        "from",
        "percent",
        "than",
        "were",
        "have",
        "been",
        "over",
        "more",
        "less",
        "fewer",
        "increase",
        "decrease",
        "rise",
        "fall",
        "drop",
        "change",
        "officials",
        "police",
        "reported",
        "says",
        "said",
        "according",
        "which",
        "their",
        "they",
        "also",
        "while",
        "after",
        "before",
        "between",
        "against",
        "compared",
        "month",
        "county",
        "country",
        "state",
        "city",
        "region",
        "district",
        "province",
    ]
) | frozenset(row["word"][:6] for row in word_list("quantities/en/stop_words"))


def _evidence(story: Story, one: Frame, a: Frame, b: Frame, rank: int) -> dict[str, float]:
    """What the words say for and against two figures as the ends of a change."""
    inside = {a.line, b.line}
    clause = re.split(r";|\.\s|,\s(?:and|but|while|whereas)\s", one.before)[-1]
    link = story.text_between(a, b)
    around = f"{a.before[-50:]} {link[:160]} {b.after[:60]}"
    back = find_cue("back", clause)
    own = one.line not in inside
    theme = _stems(one.sentence) & _stems(f"{a.sentence} {b.sentence}") if own else frozenset({"in its line"})
    levels = agreement(a, b)
    told = (
        one.noun
        and not one.noun.startswith(("increase", "rise"))
        and noun_class(one.noun)
        and one.dimension != "percent"
    )
    return {
        "cue": 1.0,
        "back": float(bool(back)),
        "pair": float(has_cue("pair", around)),
        "same noun": float(levels == "same noun"),
        "same class": float(levels == "same class"),
        "other noun": float(levels == "other noun")
        + float(bool(told and agreement(one, a) in ("", "other noun"))),
        "wrong way": float(
            bool(
                _DOES.search(clause)
                or re.match(r"\s(?:is|are|was)\s(?:expected|planned|forecast)\b", one.after)
            )
        )
        + float(own and not back and not theme) * (0.4 if has_cue("pair", around) else 1.0)
        + float(bool(_SHARE_OF_CHANGE.match(one.after))),
        "scope": float(not own and not _other_times(story, a, b) and bool(_OWN_PERIOD.match(one.after))) * 2
        + float(own and bool(_OWN_PERIOD.match(one.after) or _OWN_PERIOD.search(clause[-160:]))),
        "named": float(own and len(theme) > 1),
        "rival": 0.5 * min(rank, 2),
        "parallel": float(_other_times(story, a, b)),
        **near_evidence(story, inside, one.line),
    }


def _time_of(story: Story, figure: Frame, other: Frame) -> date | None:
    """The day on which the stretch of the calendar told beside a figure begins."""
    moment = _moment_of(story, figure)
    return moment.begin if moment else None


def _moment_of(story: Story, figure: Frame) -> Moment | None:
    """The date told beside a figure: behind it and before the next, or between it and the one before."""
    inside = [
        moment
        for moment in story.moments
        if moment.line == figure.line and moment.begin and not moment.length
    ]
    figures = story.by_line.get(figure.line, ())
    after = min(
        (one.start for one in figures if one.start > figure.start and one.counts), default=figure.end + 200
    )
    before = max(
        (one.end for one in figures if one.start < figure.start and one.counts), default=figure.start - 200
    )
    behind = [moment for moment in inside if figure.end <= moment.start < after]
    ahead = [moment for moment in inside if before <= moment.start < figure.start]
    return behind[0] if behind else ahead[-1] if ahead else None


def _other_times(story: Story, a: Frame, b: Frame) -> bool:
    first, second = _time_of(story, a, b), _time_of(story, b, a)
    return bool(first and second and first != second) or _older(story, a, b) is not None


def _older(story: Story, a: Frame, b: Frame) -> Frame | None:
    """Which of two figures is the earlier one, if the words say so."""
    if found := _told_earlier(a, b):
        return found
    for one, other in ((a, b), (b, a)):
        if _FROM.search(one.before[-30:]) and (_TO.search(other.before[-30:]) or other.start < one.start):
            return one
    first, second = _time_of(story, a, b), _time_of(story, b, a)
    if first and second and first != second:
        return a if first < second else b
    return None


def _dated(story: Story, a: Frame, b: Frame) -> bool:
    """Whether years printed beside both figures, or "from … to", say which is the later one."""
    if any(_FROM.search(one.before[-30:]) for one in (a, b)) and any(
        _TO.search(one.before[-30:]) for one in (a, b)
    ):
        return True
    years = [
        re.findall(r"\b(?:19|20)\d\d\b", moment.quote)
        for one, other in ((a, b), (b, a))
        if (moment := _moment_of(story, one))
    ]
    return len(years) == 2 and all(years) and years[0] != years[1]


def _told_earlier(a: Frame, b: Frame) -> Frame | None:
    """The figure beside which "the year before" or the like stands; a comes before b in the text."""
    link = between(a, b) if a.line == b.line else f"{a.after[:80]} {b.before[-80:]}"
    own, *_, ahead = (
        [*_CUT.split(link, maxsplit=1), ""] if not _CUT.search(link) else _CUT.split(link, maxsplit=1)
    )
    for figure, words in (
        (b, f"{ahead if _CUT.search(link) else ''} "),
        (a, own if _CUT.search(link) else ""),
        (b, _CUT.split(b.after[:60])[0]),
    ):
        if _EARLIER.search(words):
            return figure
    return b if not _CUT.search(link) and _EARLIER.search(link) else None


def _percent_ties(story: Story, percent: Frame, counted: list[Frame], tolerance: float) -> Iterator[Tie]:
    clause = re.split(r"[;:]|\.\s|,\s(?:and|but|while)\s", percent.before)[-1][-70:]
    falls = has_cue("down", clause, re.split(r"[;:]|[.,]\s", percent.after)[0][:25])
    rises = has_cue("up", clause, re.split(r"[;:]|[.,]\s", percent.after)[0][:25])
    for rank, a, b in _pairs(story, percent, counted):
        old = _older(story, a, b)
        known = old is not None and falls != rises and _dated(story, a, b)
        if old is None or falls == rises:
            high, low = (a, b) if a.size >= b.size else (b, a)
            old = (high if falls and not rises else low) if old is None else old
        new = b if old is a else a
        verdict = change_verdict(new, old, percent, tolerance)
        high, low = (a, b) if a.size >= b.size else (b, a)
        if not known and not verdict.holds and falls != rises:
            new, old = (low, high) if falls else (high, low)
            verdict = change_verdict(new, old, percent, tolerance)
        if known and (new.size < old.size) != falls and new.size != old.size:
            verdict = replace(verdict, verdict=FAILS)
        evidence = _evidence(story, percent, a, b, rank)
        natural = not evidence["scope"] and not _other_subject(percent, a, b)
        yield Tie(
            "change in percent",
            (new, old, percent),
            verdict,
            evidence,
            ("change", percent.start),
            _words(percent),
            natural,
        )


def _other_subject(one: Frame, a: Frame, b: Frame) -> bool:
    """Whether what rises or falls is of another class than the two figures: "arrests are up 40%" and two counts of guns."""
    clause = _CUT.split(re.split(r";|\.\s", one.before)[-1])[-1]
    words = list(re.findall(r"[^\W\d_]{3,}", clause))[:6]
    subject = next((noun_class(word) for word in words if noun_class(word)), "")
    classes = {figure.noun_class for figure in (a, b) if figure.noun_class}
    return bool(subject and classes and subject not in classes and "generic" not in (subject, *classes))


def _words(one: Frame) -> tuple[str, ...]:
    cue = (
        find_cue("up", one.before[-60:])
        or find_cue("down", one.before[-60:])
        or find_cue("back", one.before[-60:])
    )
    return (cue,) if cue else ()


_MORE_AFTER = re.compile(
    r"\s(?:[\w’'-]+\s)?(?:more|fewer|less|higher|lower|up|down|above|below)\b(?!\s(?:than\s)?(?:a|one|half)\s)",
    re.I,
)
_MORE_BEFORE = re.compile(
    r"\b(?:(?:shortfall|excess|surplus|increase|decrease|rise|drop|decline|fall|gain|loss|gap|difference|reduction|margin)\s(?:of|was|is)|(?:outdid|beat|exceeded|surpassed|topped|outnumbered|up|down|rose|fell|grew|climbed|dropped|declined|increased|decreased|jumped)\s(?:[\w’'-]+\s){0,6}?by)\s(?:[A-Z]?[$£€]?\s?)?$",
    re.I,
)


def _difference_cue(one: Frame) -> str:
    """The word that makes a figure a difference: "14 fewer than", "a shortfall of"."""
    found = _MORE_AFTER.match(one.after) or _MORE_BEFORE.search(one.before[-70:])
    return found[0].strip() if found else ""


def _difference_ties(story: Story, gap: Frame, counted: list[Frame], cue: str) -> Iterator[Tie]:
    for rank, a, b in _pairs(story, gap, counted):
        if not agreement(gap, a) or not agreement(gap, b) or max(a.size, b.size) <= gap.size and gap.noun:
            continue
        evidence = _evidence(story, gap, a, b, rank)
        compares = (
            bool(re.match(r"[^.;]{0,25}\bthan\b", gap.after))
            or bool(evidence["back"])
            or bool(evidence["pair"])
        )
        evidence["wrong way"] += float(not compares)
        evidence["adjacent"] = float(
            bool(re.match(r"\s(?:[\w’'-]+\s){0,3}than\s(?:the\s|in\s)", gap.after)) and gap.line == b.line
        )
        yield Tie(
            "difference",
            (gap, a, b),
            difference_verdict(a, b, gap),
            evidence,
            ("difference", gap.start),
            (cue,),
            _compares(gap, evidence),
        )


def _compares(gap: Frame, evidence: dict[str, float]) -> bool:
    """Whether the words set two figures side by side: "twelve more will join the 40" adds and does not compare."""
    if re.match(r"[^.;]{0,40}\bthan\b", gap.after) or evidence["back"]:
        return True
    return gap.refers != "more" and bool(evidence["same noun"] or evidence["same class"])


_MULTIPLE = re.compile(
    r"\b(?:(?:(?:nearly|almost|about|roughly|more\sthan|over)\s)?(?:doubled|tripled|trebled|quadrupled|halved))\b"
    r"|\b(?:(?P<number>\d{1,3}(?:\.\d{1,2})?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\stimes)(?=\s(?:as\s(?:many|much|high|large)|more|the|higher|larger|that|those))"
    r"|\b(?:twice|double|triple)(?=\s(?:as\s(?:many|much|high)|the\s(?:number|figure|total|amount|\d)|that\sof|those\sof))"
    r"|\b(?P<fold>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-?fold\b",
    re.I,
)
_MULTIPLES = {
    "doubled": 2,
    "twice": 2,
    "double": 2,
    "tripled": 3,
    "trebled": 3,
    "triple": 3,
    "quadrupled": 4,
    "halved": 0.5,
}


def _multiples(story: Story) -> Iterator[Frame]:
    """Words of multiples in the lines that hold figures, as figures: "tripled", "four times as many"."""
    lines = {one.line: one for one in (*story.moments, *story.frames)}
    for line, near in lines.items():
        if near.block.startswith("table"):
            continue
        for found in list(_MULTIPLE.finditer(near.sentence))[:4]:
            words = found[0]
            key = (found["number"] or found["fold"] or words.split()[-1]).lower()
            value = float(_MULTIPLES.get(key) or cardinal([key])[0] or key)
            if not value:
                continue
            start = near.sentence_start + found.start()
            low = None if re.match(r"nearly|almost", words, re.I) else value
            high = None if re.match(r"more|over", words, re.I) else value
            place = (near.block, near.sentence, near.sentence_start, line)
            yield Frame(
                start,
                start + len(words),
                words,
                value,
                low,
                high,
                "about" in words.lower(),
                "ratio",
                "ratio",
                1.0,
                *place,
            )


def _multiple_ties(story: Story, multiple: Frame, counted: list[Frame]) -> Iterator[Tie]:
    fewer = multiple.value < 1
    inside = [one for one in counted if not (multiple.start <= one.start < multiple.end)]
    for rank, a, b in _pairs(story, multiple, inside):
        high, low = (a, b) if a.size >= b.size else (b, a)
        factor = 1 / multiple.value if fewer else multiple.value
        span = (
            None if multiple.low is None else factor,
            None if multiple.high is None else factor,
            0.5 if factor >= 3 else 0.4,
        )
        verdict = average_verdict(high.size, low.size, span)
        evidence = _evidence(story, multiple, a, b, rank)
        words = {singular(word) for word in re.findall(r"[^\W\d_]+", multiple.after[:60])}
        evidence["named"] = (
            float(bool(a.noun and b.noun and a.noun != b.noun) and {a.noun, b.noun} <= words) * 2
            or evidence["named"]
        )
        clause = multiple.before[-80:]
        evidence["wrong way"] += float(
            bool(re.match(r"[^.;]{0,60}\b(?:needed|wanted|required)\b", multiple.after))
        )
        template = "multiple" if multiple.quote.lower().endswith("ed") else "times"
        items = (high, low, multiple) if not fewer else (low, high, multiple)
        own = Verdict(verdict.verdict, verdict.computed, multiple.quote, verdict.formula)
        natural = not _other_subject(multiple, a, b) and a.exact and b.exact
        yield Tie(
            template,
            items,
            own,
            evidence,
            ("multiple", multiple.start),
            _words(multiple) or (clause[-20:].strip(),),
            natural,
        )
