"""A percentage, a fraction or "most" of something, and the counts it is of.

In: percentages of running text and bullets. Out: ties of "share" (part, whole, percentage). The whole of a percentage is
what its words name ("of the 94", "of them", "of the sample"); the part stands beside it or is told as a part of it.
"""

import re
from collections.abc import Iterator

from helpers.checks.alike import other_period
from helpers.checks.arithmetic import Verdict, share_verdict
from helpers.checks.binding import Tie, near_counts
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.pairs import common_words, is_bounded
from helpers.checks.percents import (
    OF_NUMBER,
    beside,
    is_change,
    majorities,
    named_by,
    names_whole,
    of_others,
    subjects,
)
from helpers.checks.share_words import OTHER_WHOLE, are_apart, is_told, share_evidence
from helpers.checks.within import is_parted, is_some_of, names_whole_behind
from helpers.texts import word_stems

__all__ = ["find_shares"]

CHANCE, CHANCE_OF_FRACTION, CHANCE_OF_BOUND = 0.03, 0.08, 0.7
_APART = re.compile(
    r"\b(?:after|before|while|whereas|against|compared|versus|than|when|elsewhere|unlike|previously)\b", re.I
)
_DASH = re.compile(r"[–—(]\s?$")
# "In the capital, ", "Among women ", but not "In figures, "
_OPENING = re.compile(
    r"\W{0,3}(?:in|at|among(?:st)?|across|within|for|on|outside|over|during|under|throughout|nationally|statewide|elsewhere)\b"
    r"(?!\s(?:figures|numbers|percent|per\scent|relative|absolute|other\swords|total|all|short|sum|fact|effect|turn|practice|both|each|this|that|these|those)\b)"
    r"([^,;:\d]{0,60}),",
    re.I,
)
_OF_THEM = re.compile(r"\sof\s(?:them|whom)\b")


def find_shares(story: Story, tolerance: float) -> Iterator[Tie]:
    """The shares of running text with their counts, and what can be said of a share or a part without the other."""
    percents = [
        one for one in story.frames if one.dimension == "percent" and not one.block.startswith("table")
    ]
    for percent in (*percents, *majorities(story)):
        yield from _shares_of(story, percent, tolerance)


def _shares_of(story: Story, percent: Frame, tolerance: float) -> Iterator[Tie]:
    """A percentage with the part and the whole that the words name with it; else with all near it that it may be of. "Of
    the 250, 175 were filled, leaving 75 – 30%": of the 175 it may be, too, if that holds."""
    ties = list(_all_shares(story, percent, tolerance))
    told = [tie for tie in ties if is_told(story, *tie.items)]
    yield from told or ties
    if any(is_parted(story, *tie.items[:2]) for tie in told):
        yield from (tie for tie in ties if tie.verdict.holds and tie not in told)


def _all_shares(story: Story, percent: Frame, tolerance: float) -> Iterator[Tie]:
    """A percentage with every part and whole near it, whether or not one phrase names all three."""
    near = near_counts(story, percent)
    change = is_change(percent)
    own = [one for one in near if one.end < percent.start and beside(one, percent)]
    reach = (0, 0) if own else (-2, 2)  # "91,117 inmates (6.4%)" tells its part
    for part in [one for one in near if reach[0] <= one.line - percent.line <= reach[1]][:7]:
        wholes = [one for one in near if part.size > 0 and _comparable(part, one, percent)]
        # a part that is larger than its whole is one only where one phrase tells so
        wholes = [
            one
            for one in wholes
            if one.size > part.size or one is not part and is_told(story, part, one, percent)
        ]
        wholes = [one for one in wholes if is_some_of(story, part, one)] or wholes
        for rank, whole in enumerate(wholes[:6]):
            told = named_by(percent, whole) or (beside(part, percent) and part.refers == "part")
            if change and not told:
                continue
            evidence = share_evidence(story, part, whole, percent, near, rank)
            if percent.line - part.line > 1 and not (evidence["back"] or evidence["cue"]):
                continue  # figures of two sentences before are meant where the words lead back to them
            if is_told(story, part, whole, percent):
                evidence |= {"adjacent": 1.0, "rival": 0.0, "other noun": 0.0}
                natural = _bounded(part, whole) and _told_so(percent, part, whole, evidence)
            else:
                rivals = {one.size for one in wholes if _as_near(one, whole, part) and not evidence["named"]}
                natural = len(rivals) < 2 and _may_fail(story, percent, part, whole, evidence)
            verdict = share_verdict(part, whole, percent, tolerance)
            natural = natural and not (_is_complement(verdict) and not evidence["adjacent"])
            items, claim = (part, whole, percent), ("share", percent.start)
            yield Tie("share", items, verdict, evidence, claim, (), natural, _chance(percent, whole))


def _chance(percent: Frame, whole: Frame) -> float:
    """How likely two free counts give a percentage: it may be off by a point, a fraction by more, a bound by much."""
    digits = any(letter.isdigit() for letter in percent.quote)
    return (CHANCE if digits else CHANCE_OF_FRACTION) if percent.exact and whole.exact else CHANCE_OF_BOUND


def _is_complement(verdict: Verdict) -> bool:
    """Whether a percentage that fails is that of the others: "40 of 400 were fined, so 90 percent were sober"."""
    return not verdict.holds and abs(100 - verdict.computed - verdict.stated) < 1


def _comparable(part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether a figure may be the whole of another by what they count."""
    named = bool(percent.noun) and percent.noun == whole.noun
    return bool(agreement(part, whole)) or named or bool(OF_NUMBER.fullmatch(between(part, whole)))


def _as_near(one: Frame, whole: Frame, part: Frame) -> bool:
    """Whether a figure stands before a part as the whole does, in one line."""
    return one.line == whole.line == part.line and one.end < part.start


def _of_another(story: Story, part: Frame, whole: Frame) -> bool:
    """Whether a part names another whole than this: "90 of 200"."""
    behind = [one for one in story.by_line[part.line] if one.start > part.start and one.start != whole.start]
    return bool(behind) and behind[0].counts and bool(OF_NUMBER.fullmatch(between(part, behind[0])))


def _beside_each_other(story: Story, percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether whole and part are two of a series, each with a percentage of its own: "5,453 cases (48 percent) in Delhi
    followed by 1,876 (17 percent)"."""
    own = [
        one for one in story.by_line[whole.line] if one.dimension == "percent" and one.start != percent.start
    ]
    return part.refers != "part" and any(one.start > whole.start and beside(whole, one) for one in own)


def _set_apart(part: Frame, percent: Frame) -> bool:
    """Whether a percentage behind its part is one of another time or place ("30 of the 80, after 52 per cent in March"), or
    a part behind it says by itself what it is ("a quarter of the 200, 80 of them women")."""
    if part.start < percent.start:
        return bool(_APART.search(between(part, percent)))
    return bool(_OF_THEM.match(part.after)) and not _DASH.search(part.before)


def _bounded(part: Frame, whole: Frame) -> bool:
    return is_bounded(part) and is_bounded(whole)


def _may_fail(story: Story, percent: Frame, part: Frame, whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether a share that no single phrase names may be reported as wrong: its words leave no other part and whole, and
    both have bounds."""
    return (
        _bounded(part, whole)
        and _told_so(percent, part, whole, evidence)
        and not evidence["wrong way"]
        and not (
            _OF_THEM.match(percent.after) and part.start < percent.start
        )  # "30 of the 90, a fifth of them": of the 30
        and not _of_another(story, part, whole)
        and not _set_apart(part, percent)
        and not are_apart(story, part, whole, percent, evidence)
        and not other_period(story, part, whole)
        and not _opens_elsewhere(percent, part, whole)
        and not _beside_each_other(story, percent, part, whole)
        and not named_by(percent, part)
        and not of_others(percent, whole, bool(evidence["cue"]))
        and not _part_untold(percent, part, whole, evidence)
        and whole.line <= max(part.line, percent.line)
        and (part.line == whole.line or not names_whole_behind(part) or is_some_of(story, part, whole))
        and (part.line == percent.line or _linked(percent, part, whole, evidence))
        and not (part.line < percent.line and _told_nearer(story, percent, part, whole))
        and not (part.line != percent.line and evidence["scope"])
        and not (
            percent.line < part.line and named_by(percent, whole) and not _goes_back(percent, part, evidence)
        )
    )


def _goes_back(percent: Frame, part: Frame, evidence: dict[str, float]) -> bool:
    """Whether a part behind a percentage is that of the percentage, as "half of the 120 were heard. Forty are minors" is not."""
    all_of_them = part.before.endswith("all ")  # "More than half are Indonesians. The embassy met all 68"
    exact = has_cue("exact", part.before[-25:], part.after[:25])
    return bool(evidence["cue"] or evidence["back"] or exact or all_of_them) or part.noun in subjects(percent)


def _told_nearer(story: Story, percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether a count that may be the part as well stands between a part and the line of its percentage."""
    between_them = [one for line in range(part.line, percent.line) for one in story.by_line.get(line, ())]
    return any(
        one.counts and one is not whole and one.start > part.start and agreement(one, whole)
        for one in between_them
    )


def _opens_elsewhere(percent: Frame, part: Frame, whole: Frame) -> bool:
    """Whether the sentence of a percentage opens with a place, a time or a group that those of part and whole do not name: "In
    the capital, 55 percent of those accused were"."""
    found = _OPENING.match(percent.sentence) if percent.line not in (part.line, whole.line) else None
    named = word_stems(found[1].lower()) - common_words() if found else frozenset()
    return bool(named) and not named & word_stems(f"{part.sentence} {whole.sentence}".lower())


def _linked(percent: Frame, part: Frame, whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether a percentage and a part of another line are linked by more than that they stand near each other."""
    linked = evidence["named"] or evidence["back"] or evidence["cue"]
    return bool(linked) or names_whole(percent, whole)


def _told_so(percent: Frame, part: Frame, whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether a percentage is one of what is counted, and "half of them" names its whole."""
    if OTHER_WHOLE.match(percent.after) or has_cue("up", re.split(r"[;:,.]", percent.after[:20])[0]):
        return False
    if percent.step == 50.0 and percent.low == 50.0 and not percent.quote[0].isdigit():
        told = evidence["cue"] or part.refers == "part" and not part.noun or has_cue("exact", part.after[:25])
        return named_by(percent, whole) and bool(told)
    return True


def _part_untold(percent: Frame, part: Frame, whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether a percentage names its whole and no figure as its part: "30 percent of the 150 members" after 90 pupils."""
    away = part.line != percent.line and not named_by(part, whole) and not evidence["cue"]
    told = part.refers in ("part", "same", "all") or part.noun in subjects(percent)
    return named_by(percent, whole) and away and not told
