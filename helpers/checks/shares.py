"""A percentage, a fraction or "most" of something, and the counts it is of.

In: percentages of running text and bullets. Out: ties of "share" (part, whole, percentage), "possible percentage" (a
percentage that so few cannot give) and "part within whole" ("33 of those 28"). The whole of a percentage is what its
words name ("of the 94", "of them", "of the sample"); the part stands beside it or is told as a part of the whole.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict, number_in_words, share_verdict, within_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.sums import near_evidence
from helpers.texts import singular

__all__ = ["beside", "find_shares", "is_change", "named_by"]

REACH = 500  # characters between a percentage and its counts
FEW = 60  # of so many, a whole percentage may be one that nobody can have
_BESIDE = re.compile(
    r"\s?[(,;–—]?\s?(?:or|that\sis|that\sis\sto\ssay|i\.e\.|which\sis|equal\sto|making\sup|representing|about|nearly|around|just|roughly|fully|some|only|a\sfull|well)?"
    r"(?:\s(?:about|nearly|around|just|roughly|over|under|more\sthan|to\ssay))?[(,;:]?\s?",
    re.I,
)
_BESIDE_NOUN = re.compile(
    r"\s[\w’'-]{2,20}(?:\s[\w’'-]{2,20})?\s?[(,–—]\s?(?:or\s|about\s|that\sis\s)?", re.I
)
_OF_WHOLE = re.compile(
    r"\s(?:[\w’'-]+\s)?of\s(?:all\s)?(?:the|these|those|its|their|all|his|her)?\s?(?:[\w’'-]+\s){0,2}", re.I
)
_OF_AT_START = re.compile(
    r"\b(?:of|among)\s(?:all\s)?(?:the|these|those|its|their)?\s?(?:[\w’'-]+\s){0,2}$", re.I
)
_BACK = re.compile(
    r"(?:\s[\w’'-]+){0,2}?\s(?:of|in)\s(?:them|those|these|the\s(?:total|sample|whole|group|number|cases|haul|latter)|all|it|this|that|whom|which)\b",
    re.I,
)
_THEM = re.compile(r"\sof\s(?:them|these|those|it|whom|which|this|that)\b", re.I)
_AMONG = re.compile(r"(?:\s[\w’'-]+){0,3}\s(?:among|out\sof)\s(?:the\s)?")
_MOST = re.compile(
    r"\b(?:Most|most|[Tt]he\s(?:vast\s|great\s)?majority)(?=\sof\s(?:the|those|these)\s(?:\d|[a-z]+))"
)
_OF_THESE = re.compile(r"\bOf\s(?:(?:these|those|them)|the(?=\s[a-z]))(?:\s(?P<noun>[a-z]+))?,?\s$")
_THAT_IS = re.compile(
    r"\b(?:that|this|which)\s(?:is|was|makes|equals|means|amounts\sto|comes\sto|corresponds\sto)\s(?:about\s|nearly\s|some\s|only\s|just\s)?$",
    re.I,
)
_EXPLAINED = re.compile(
    r"[^.;]{0,80}(?:[:–—]|,\swith|\bthat\sis)\s(?:to\ssay,?\s)?(?:only\s|some\s|about\s)?"
)
_WHICH = re.compile(r"\sof\s(?:which|whom)\b", re.I)
_SUBSTANCE = re.compile(
    r"\b(?:pure|purity|off|discount|interest|alcohol|proof|capacity|tax|duty|rate)\b", re.I
)
_TO_BE_EXACT = re.compile(r"\s(?:[\w’'-]+\s){0,2}?to\sbe\s(?:exact|precise)\b", re.I)
_OF_ALL = re.compile(
    r"\sof\s(?:the|those|these|them|all|its|their|every|each)\b", re.I
)  # a share, not a change
_OTHER_WHOLE = re.compile(
    r"\sof\s(?:the\s)?(?:[\w’'-]+\s){0,2}?(?:population|country|territory|budget|decline|increase|rise|fall|market)|\sof\sthe\stime\b",
    re.I,
)


def find_shares(story: Story, tolerance: float) -> Iterator[Tie]:
    """The shares of running text with their counts, and what can be said of a share or a part without the other."""
    percents = [
        one for one in story.frames if one.dimension == "percent" and not one.block.startswith("table")
    ]
    for percent in (*percents, *_majorities(story)):
        yield from _shares_of(story, percent, tolerance)
    yield from _within(story)
    for percent in percents:
        yield from _possible(story, percent)


_LEVEL = re.compile(
    r"\b(?:from|to|at)\s(?:(?:just|only|about|around|nearly|some)\s)?$", re.I
)  # "fell to 65 percent"
_OF_SOME = re.compile(r"\sof\s")


def is_change(percent: Frame) -> bool:
    """Whether the words around a percentage tell of a rise or a fall."""
    if _OF_ALL.match(percent.after) or _LEVEL.search(percent.before[-30:]):
        return False
    before = re.split(r"[;:]|\.\s|,\s(?:and|but|while|which|that|or)\s", percent.before)[-1][-70:]
    after = re.split(r"[;:]|\.\s", percent.after)[0]
    if _OF_SOME.match(percent.after):  # "more than in the year when 36 per cent of thefts were solved"
        before = before[-25:]
    return has_cue("up", before, after[:25]) or has_cue("down", before, after[:25])


def beside(a: Frame, b: Frame) -> bool:
    """Whether two figures of a line stand side by side: "187 (20%)", "57, or more than half", "80 people, a quarter"."""
    if a.line != b.line:
        return False
    words = between(a, b)
    return len(words) < 50 and bool(_BESIDE.fullmatch(words) or _BESIDE_NOUN.fullmatch(words))


def named_by(percent: Frame, whole: Frame) -> bool:
    """Whether a percentage is one of a number: "a quarter of the 200 prisoners"."""
    if percent.line != whole.line or whole.start < percent.end:
        return False
    words = between(percent, whole)
    return len(words) < 60 and bool(_OF_WHOLE.fullmatch(words))


def _majorities(story: Story) -> Iterator[Frame]:
    """ "Most of the 94" as a figure: more than half."""
    for line, inside in story.by_line.items():
        first = inside[0]
        if not first.counts or len(inside) < 2 or first.block.startswith("table"):
            continue
        for found in list(_MOST.finditer(first.sentence))[:3]:
            start = first.sentence_start + found.start()
            yield replace(
                first,
                start=start,
                end=start + len(found[0]),
                quote=found[0],
                value=50.0,
                low=50.0,
                high=None,
                approx=False,
                unit="percent",
                dimension="percent",
                factor=1.0,
                line=line,
                noun="",
                noun_class="",
                refers="new",
                step=50.0,
                per="",
            )


def _near(story: Story, one: Frame) -> list[Frame]:
    """Counts and measures near a percentage, nearest first."""
    found = [
        other
        for line in range(one.line - 3, one.line + 3)
        for other in story.by_line.get(line, ())
        if other.counts
        and other is not one
        and not other.block.startswith("table")
        and other.start != one.start
        and story.gap(one.line, line) <= REACH
    ]
    heads = [
        other
        for other in story.frames[:12]
        if other.counts and (story.is_head(other) or other.line == story.lead)
    ]
    found += [other for other in heads if other not in found]
    return sorted(found, key=lambda other: (story.gap(one.line, other.line), abs(one.start - other.start)))[
        :12
    ]


def _shares_of(story: Story, percent: Frame, tolerance: float) -> Iterator[Tie]:
    near = _near(story, percent)
    parts = [one for one in near if abs(one.line - percent.line) <= 1 or one.line == percent.line + 2][:7]
    for part in parts:
        wholes = [
            one
            for one in near
            if one.size > part.size > 0
            and one.start != part.start
            and (
                agreement(part, one)
                or (percent.noun and percent.noun == one.noun)
                or _AMONG.fullmatch(between(part, one))
            )
        ]
        for rank, whole in enumerate(wholes[:6]):
            if (
                is_change(percent)
                and not named_by(percent, whole)
                and not (beside(part, percent) and part.refers == "part")
            ):
                continue
            verdict = share_verdict(part, whole, percent, tolerance)
            evidence = _evidence(story, part, whole, percent, near, rank)
            rivals = {
                one.size
                for one in wholes
                if one.line == whole.line == part.line and one.end < part.start and not evidence["named"]
            }
            natural = (
                _may_fail(percent, part, whole)
                and len(rivals) < 2
                and not _of_another(story, part, whole)
                and not _set_apart(part, percent)
                and not (evidence["cue"] and _of_others(percent, part, whole))
                and not _part_untold(percent, part, whole)
            )
            chance = 0.2 if percent.exact else 0.7
            yield Tie(
                "share",
                (part, whole, percent),
                verdict,
                evidence,
                ("share", percent.start),
                (),
                natural,
                chance,
            )


def _of_another(story: Story, part: Frame, whole: Frame) -> bool:
    """Whether a part names another whole than this: "90 of 200"."""
    behind = [one for one in story.by_line[part.line] if one.start > part.start and one.start != whole.start]
    return bool(behind) and behind[0].counts and bool(_OF_NUMBER.fullmatch(between(part, behind[0])))


_APART = re.compile(
    r"\b(?:after|before|while|whereas|against|compared|versus|than|when|elsewhere|unlike|previously)\b", re.I
)


def _set_apart(part: Frame, percent: Frame) -> bool:
    """Whether a percentage behind its part is one of another time or place: "30 of the 80, after 52 per cent in March"."""
    return part.start < percent.start and bool(_APART.search(between(part, percent)))


def _may_fail(percent: Frame, part: Frame, whole: Frame) -> bool:
    """A share fails only if its words leave no other whole."""
    if (
        _OTHER_WHOLE.match(percent.after)
        or _SUBSTANCE.search(percent.after[:25])
        or has_cue("up", percent.after[:20])
    ):
        return False
    if percent.step == 50.0 and percent.low == 50.0 and not percent.quote[0].isdigit():
        exact = bool(_TO_BE_EXACT.match(part.after))
        return named_by(percent, whole) and (exact or part.refers == "part" and not part.noun)
    return True


def _evidence(
    story: Story, part: Frame, whole: Frame, percent: Frame, near: list[Frame], rank: int
) -> dict[str, float]:
    """What the words say for and against part, whole and percentage."""
    direct = named_by(percent, whole)
    back = bool(_BACK.match(percent.after) or _THAT_IS.search(percent.before[-40:]))
    back = back or (
        part.line == percent.line
        and percent.end < part.start
        and bool(_EXPLAINED.fullmatch(between(percent, part)))
    )
    by_noun = (
        agreement(replace(percent, dimension=whole.dimension), whole)
        if percent.noun and whole.noun
        else "open"
    )
    told_of = by_noun
    if percent.noun and part.noun == percent.noun:
        by_noun = "same noun"
    close = beside(part, percent)
    rivals = [one for one in near if one is not part and one is not whole and agreement(one, whole)]
    nearer = [one for one in rivals if beside(one, percent)]
    told = whole.line == part.line and bool(
        _OF_AT_START.search(whole.before[-40:])
        and whole.start < part.start
        or _OF_WHOLE.fullmatch(between(part, whole))
    )
    link = agreement(part, whole)
    change = is_change(percent) and not direct
    explained = _explained(story, part, whole, percent)
    loose = percent.line != part.line and not (
        direct or back or explained or told_of in ("same noun", "same class")
    )
    theirs = (
        close and bool(_THEM.match(percent.after)) and part.refers != "part" and percent.start > part.start
    )
    between_them = bool(_THEM.match(percent.after)) and any(
        one.counts and one.start < percent.start and one not in (part, whole)
        for one in story.by_line[percent.line]
    )
    loose = (
        loose
        or theirs
        or (between_them and part.line != percent.line)
        or (bool(_WHICH.match(percent.after)) and whole.line != percent.line)
    )
    apart = (
        direct
        and part.refers == "part"
        and part.start > whole.end
        and not re.search(r"[–—(]\s?$", part.before)
    )
    first, last = sorted((part, whole), key=lambda one: one.start)
    return {
        "adjacent": float(close),
        "named": float(direct or _of_noun(percent, whole, part)),
        "back": float(back),
        "cue": float(explained),
        "of them": float(
            part.refers == "part"
            or told
            or bool(_THEM.search(part.after[:25]))
            or _of_noun(percent, whole, part)
        ),
        "same noun": float("same noun" in (by_noun, link)),
        "same class": float("same class" in (by_noun, link) and "same noun" not in (by_noun, link)),
        "other noun": float(by_noun in ("", "other noun")) + float(link == "other noun" and not told),
        "wrong way": float(change)
        + float(bool(_OTHER_WHOLE.match(percent.after)))
        + float(not close and bool(nearer))
        + float(loose)
        + float(apart),
        "rival": 0.5 * min(rank, 2),
        "scope": float(
            has_cue(
                "scope",
                story.text_between(last, percent) if percent.line != part.line else between(part, percent),
            )
        ),
        "list": float(whole.group == part.group == percent.group != -1),
        "all": float(whole.refers in ("all", "together", "same")),
        **near_evidence(story, {part.line}, percent.line),
        "far": float(story.gap(part.line, percent.line) > 3)
        + 0.5 * float(story.gap(whole.line, part.line) > 3),
    }


def _explained(story: Story, part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether the words say that a percentage is one of figures beside it: "which works out at", "in figures"."""
    first, last = sorted((part, whole), key=lambda one: one.start)
    if percent.start > last.end:
        link = story.text_between(last, percent)[-80:]
    elif percent.end < first.start:
        link = story.text_between(percent, first)
    else:
        link = story.text_between(percent, last)
    return has_cue("share", link)


def _of_noun(percent: Frame, whole: Frame, part: Frame) -> bool:
    """Whether a percentage names part and whole by their nouns: "arrests came to about 72% of visits"."""
    found = _OF_A_NOUN.match(percent.after)
    return (
        bool(found)
        and bool(whole.noun)
        and singular(found[1].lower()) == whole.noun
        and part.noun in _subjects(percent)
    )


def _subjects(percent: Frame) -> set[str]:
    """The words before a percentage in its clause, in the singular: what it may be said of."""
    clause = re.split(r"[;,.]", percent.before)[-1]
    return {singular(word.lower()) for word in re.findall(r"[^\W\d_]{3,}", clause)}


def _part_untold(percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether a percentage names its whole and no figure as its part: "30 percent of the 150 members" after 90 pupils."""
    away = part.line != percent.line and not named_by(part, whole)
    told = part.refers in ("part", "same", "all") or part.noun in _subjects(percent)
    return named_by(percent, whole) and away and not told


def _of_others(percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether a percentage names a whole by another noun: "50 per cent of the suspects known to police" beside men."""
    found = _OF_A_NOUN.match(percent.after)
    return (
        bool(found)
        and found[1].lower() not in _PRONOUNS
        and singular(found[1].lower()) not in (whole.noun, part.noun)
    )


_PRONOUNS = frozenset(
    ["them", "those", "these", "all", "whom", "which", "this", "that", "its", "their", "what", "the", "every"]
)
_OF_A_NOUN = re.compile(r"\sof\s(?:all\s)?(?:the\s)?([^\W\d_]{3,})")


def _within(story: Story) -> Iterator[Tie]:
    """Parts that name their whole: "seven of the 19", "of those 28, 33", "1,655 of which"."""
    counted = [one for one in story.frames if one.counts and not one.block.startswith("table")]
    for at, part in enumerate(counted):
        for other in counted[max(0, at - 4) : at + 2]:
            if (
                other.start == part.start
                or part.refers in ("all", "together")
                or not agreement(part, other)
                or story.gap(part.line, other.line) > 80
            ):
                continue
            direct = (
                other.line == part.line
                and part.end < other.start
                and bool(_OF_NUMBER.fullmatch(between(part, other)))
            )
            fronted = (
                other.line == part.line
                and other.end < part.start
                and bool(_FRONTED.search(other.before))
                and part.refers in ("new", "part")
            )
            behind = (
                other.end < part.start
                and other is _last_whole(counted, at, part)
                and (bool(_PART_BEHIND.match(part.after)) or _of_these(part, other))
            )
            if not (direct or fronted or behind):
                continue
            evidence = {
                "named": float(direct or fronted),
                "back": float(behind),
                "adjacent": float(direct),
                "of them": 1.0,
                "same line": float(part.line == other.line),
                "other noun": float(agreement(part, other) == "other noun" and not direct),
                "wrong way": float(not other.exact and other.high is None)
                + float(
                    bool(part.noun) and fronted and agreement(part, other) not in ("same noun", "same class")
                ),
            }
            verdict = within_verdict(part.size, other.size)
            yield Tie("part within whole", (part, other), verdict, evidence, ("within", part.start))


_OF_NUMBER = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:out\s)?of\s(?:the|those|these|its|their|all\sthe|his)?\s?(?:[a-z’'-]+\s)?",
    re.I,
)
_FRONTED = re.compile(
    r"(?:^|[.;:(“\"]\s?|,\s(?:and\s|but\s)?)(?:Of|of|Out\sof|Among)\s(?:the|those|these|its|their|all\sthe)?\s?(?:(?!wh(?:ich|om)\b)[a-z’'-]+\s)?$"
)
_PART_BEHIND = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?of\s(?:which|whom|that\s(?!month|day|year|week|time|night|period|age|kind|sort)[a-z]+|those\s[a-z]+|these\s[a-z]+)\b",
    re.I,
)


def _of_these(part: Frame, whole: Frame) -> bool:
    """As in "of these inspectors, 340": the noun of the whole is named again."""
    found = _OF_THESE.search(part.before[-50:])
    return bool(found) and (not found["noun"] or singular(found["noun"]) == whole.noun)


def _last_whole(counted: list[Frame], at: int, part: Frame) -> Frame | None:
    """The figure before a part that counts the same kind of thing."""
    return next((one for one in reversed(counted[max(0, at - 4) : at]) if agreement(part, one)), None)


def _possible(story: Story, percent: Frame) -> Iterator[Tie]:
    """A percentage of a few that are named: 35 percent of seven people is no number of people."""
    shown = re.search(r"\d+(?:[.,](\d+))?", percent.quote)
    if (
        not shown
        or percent.approx
        or percent.low != percent.high
        or is_change(percent)
        or not 0 < percent.value < 100
    ):
        return
    step = 10.0 ** -len(shown[1] or "")
    back = bool(_THEM.match(percent.after))
    for whole in _near(story, percent):
        direct = named_by(percent, whole)
        fronted = (
            whole.line == percent.line and whole.end < percent.start and bool(_FRONTED.search(whole.before))
        )
        above = back and whole.end < percent.start and story.gap(whole.line, percent.line) <= 80
        count = (
            whole.dimension == "count"
            and whole.exact
            and whole.value == int(whole.value)
            and 1 < whole.value <= FEW / step
        )
        if not count or not (direct or fronted or above):
            continue
        size = int(whole.value)
        nearest = min(
            (round(percent.value * size / 100) + way for way in (-1, 0, 1)),
            key=lambda k: abs(100 * k / size - percent.value),
        )
        gap = percent.value - 100 * nearest / size
        fits = abs(gap) <= step / 2 + 1e-9 or any(
            0 <= 100 * (nearest + way) / size - percent.value < step for way in (-1, 0, 1)
        )
        formula = f"{nearest} / {size} = {100 * nearest / size:.1f} %"
        verdict = Verdict(
            HOLDS if fits else FAILS, number_in_words(100 * nearest / size), percent.quote, formula
        )
        evidence = {
            "named": float(direct),
            "back": float(above),
            "of them": float(direct or fronted or above),
            "same line": float(whole.line == percent.line),
            "adjacent": float(direct),
        }
        evidence["rival"] = float(above and whole.noun_class not in ("person", "officer") and not fronted)
        yield Tie("possible percentage", (whole, percent), verdict, evidence, ("possible", percent.start))
        return
