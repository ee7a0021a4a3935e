"""What the words say for and against a percentage being that of a part and a whole.

In: three figures. Out: kinds of evidence, as `helpers.checks.binding` weighs them.
"""

import re
from dataclasses import replace

from helpers.checks.binding import near_evidence
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.pairs import common_words
from helpers.checks.percents import (
    ABOUT,
    LINK,
    OF_NUMBER,
    OF_WHOLE,
    THEM,
    beside,
    happened_to,
    is_change,
    is_part_of_change,
    named_by,
    names_whole,
    of_noun,
)
from helpers.checks.within import is_some_of
from helpers.texts import PEOPLE_CLASSES, word_stems

__all__ = ["OTHER_WHOLE", "are_apart", "is_told", "share_evidence"]

OPENING = 30  # characters of a sentence that lead on from the one before
_BACK = re.compile(
    r"(?:\s[\w’'-]+){0,2}?\s(?:of|in)\s(?:them|those|these|the\s(?:total|sample|whole|group|number|haul|latter)|all|it|this|that|whom|which)\b(?!\s(?:years?|months?|weeks?|days?|period|time)\b)",
    re.I,
)
# "the agency thus turned away", "so that only"
_SO = re.compile(
    r"\b(?:so|thus|hence|therefore|consequently|accordingly|meaning)\b(?!\sfar\b)(?:,?\s(?!(?:and|but|or|while)\b)[a-z]+){0,4},?\s$"
)
_GIVEN = re.compile(
    r"(?:^|[.;]\s)(?:as|given(?:\sthat)?|since)\s[^.;:]{0,60}\d[^.;:]{0,80},\s[^,.;:]{0,60}$", re.I
)
# "that is a success rate of"
_THAT_IS = re.compile(
    r"\b(?:that[’']s|(?:that|this|which)\s(?:is|was|makes|equals|gives|means|amounts\sto|comes\sto|corresponds\sto))\s"
    rf"(?:an?\s(?:[\w-]+\s){{0,2}}(?:rate|share|proportion)\sof\s)?(?:{ABOUT}\s)?$",
    re.I,
)
_NARROWS = re.compile(r"\b(?:with|without|who|whose|that|which|lacking)\b")
_SHARE_OF = re.compile(
    r"\b(?:rate|share|proportion|percentage)\s(?:of|for|among)\s(?:the\s|all\s)?([a-z’'-]{3,}(?:\s(?!that|who|which|whose|of)[a-z-]+)?)\s[^.;]{0,40}$"
)
_EXPLAINED = re.compile(
    r"[^.;]{0,80}(?:[:–—]|,\swith|\bthat\sis)\s(?:to\ssay,?\s)?(?:only\s|some\s|about\s)?"
)
# "of the population", and not "of the prison population", "of the population behind bars"
OTHER_WHOLE = re.compile(
    r"\sof\s(?:the\s)?(?:(?!(?:prison(?:er)?|jail|inmate|detainee|detention|camp|custodial)\s)[\w’'-]+\s){0,2}?"
    r"(?:population(?!\s(?:behind|in\s(?:custody|detention|prison|jail)|of\sthe\s(?:prison|jail|camp)))"
    r"|country|territory|budget|decline|increase|rise|fall|market)|\sof\sthe\stime\b",
    re.I,
)
# from "162 of 1,080" to its percentage: "positions at the five sites (15 percent)"
_TO_PERCENT = re.compile(rf"[^.;:(]{{0,60}}?\s?(?:\(|[,–—]\s?{LINK},?\s)(?:{ABOUT}\s)?")
# "had been enforced, just", "were awaiting trial:"
_TO_END = re.compile(
    rf"(?:\s(?!(?:and|but|while|whereas|after|before|against|than)\b)[\w’'-]+){{1,8}}\s?[,:–—(]\s?(?:{LINK},?\s)?(?:{ABOUT}\s)?"
)
_ENDS = re.compile(r"[.;:,)]|$|\sof\s(?:the\s)?(?:total|whole|lot|number|sample|group|all)\b")
_FROM_PERCENT = re.compile(r"[^.;:(]{0,200}?\s?[:(–—]\s?")

# "12 per cent of the judges but 5 of the 29", "10 or 20": figures side by side
_AND_THEN = re.compile(r"\sof\s[^.;:]{1,70}?(?:;|\s(?:and|but|yet|while|whereas|against))\s")
_JOINED = re.compile(r"(?:-|-?\s)(?:[a-z]+\s)?(?:and|or|&)\s(?:the\s)?")
_PLAIN_JOINED = re.compile(r"-?\s(?:and|or|&)\s(?:the\s)?")
_KIND = re.compile(r"(?:[-\s][\w’'-]+){0,1}\s(?:bank)?(?:notes?|bills?|coins?|denominations?|stamps?)\b")
_OF_TIME = re.compile(
    r"\sof\s(?:[\w’'-]+\s){0,3}?(?:sentence|term|time|period|stay|detention|imprisonment|year|month|week|day|hour|minute|career|life|total|maximum|minimum|\d+)s?\b",
    re.I,
)
_OF_NAMED = re.compile(r"\sof\s(?!the\s(?:total|sample|whole|number)\b)(?:the\s|all\s)?[a-z]{3,}")


def share_evidence(
    story: Story, part: Frame, whole: Frame, percent: Frame, near: list[Frame], rank: int
) -> dict[str, float]:
    """What the words say for and against part, whole and percentage; `near` are the counts near the percentage, `rank` the
    number of wholes nearer to the part."""
    direct, named = named_by(percent, whole), of_noun(percent, whole, part)
    told, back = is_some_of(story, part, whole), _leads_back(part, percent)
    link, levels = _levels(part, whole, percent)
    explained = _explained(story, part, whole, percent)
    sole = _only_two(story, part, whole, percent, near)
    plain = direct or back or explained or sole or levels[0] in ("same noun", "same class")
    last = max(part, whole, key=lambda one: one.start)
    apart = story.text_between(last, percent) if percent.line != part.line else between(part, percent)
    return {
        "adjacent": float(beside(part, percent) or _apposed(story, part, whole, percent)),
        "named": float(direct or named or happened_to(percent, whole) or _same_theme(part, whole, percent)),
        "back": float(back),
        "cue": float(explained),
        "of them": float(part.refers == "part" or told or bool(THEM.search(part.after[:25])) or named),
        "same noun": float("same noun" in (levels[1], link)),
        "same class": float("same class" in (levels[1], link) and "same noun" not in (levels[1], link)),
        "other noun": float(levels[1] in ("", "other noun")) + float(link == "other noun" and not told),
        "wrong way": _wrong_way(story, part, whole, percent, near, plain),
        "rival": 0.5 * min(rank, 2),
        "scope": float(has_cue("scope", apart, percent.after[:40])),
        "pair": float(sole),
        "list": float(whole.group == part.group == percent.group != -1),
        "all": float(whole.refers in ("all", "together", "same")),
        **near_evidence(story, {part.line}, percent.line),
        "far": float(story.gap(part.line, percent.line) > 3)
        + 0.5 * float(story.gap(whole.line, part.line) > 3),
    }


def is_told(story: Story, part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether the words name the whole of a part and the part of a percentage, so that no other figures can be meant: "Of
    the 214 cases, 92, or 43%", "92 of the 214 (43%)", "43% of those held: 92 of 214", "of these, 92 were charged, that is 43%"."""
    if part.line != percent.line:
        return False
    if percent.end < part.start:
        of = part.start < whole.start and OF_NUMBER.fullmatch(between(part, whole))
        alone = not any(percent.end < one.start < part.start for one in _rivals(story, part, whole))
        return bool(of and alone and _FROM_PERCENT.fullmatch(between(percent, part)))
    behind = whole.line == part.line and part.start < whole.start < percent.start
    last = whole if behind else part
    inner = any(last.end <= one.start < percent.start and one.counts for one in story.by_line[part.line])
    if inner and not behind or OF_WHOLE.match(percent.after) or not is_some_of(story, part, whole):
        return False  # "19 of the 29, or 66 per cent of those charged"
    return beside(last, percent) or bool(_TO_PERCENT.fullmatch(between(last, percent)))


def are_apart(story: Story, part: Frame, whole: Frame, percent: Frame, evidence: dict[str, float]) -> bool:
    """Whether the words tell that figures near a percentage, which no phrase names with it, are not its part and whole."""
    joined = between(part, whole)
    if _PLAIN_JOINED.fullmatch(joined) or part.unit != "count" and _JOINED.fullmatch(joined):
        return True  # "the €20 and €50 notes"
    if any(one.dimension != "count" and _KIND.match(one.after) for one in (part, whole)):
        return True
    if any(one.dimension.startswith("time") for one in (part, whole)) and not evidence["adjacent"]:
        return part.dimension != whole.dimension or not _OF_TIME.match(percent.after)
    if part.line == percent.line:
        behind = percent.end < part.start and not evidence["cue"]
        return behind and bool(_AND_THEN.match(between(percent, part)))
    return _of_another_part(story, part, whole, percent, evidence)


def _of_another_part(
    story: Story, part: Frame, whole: Frame, percent: Frame, evidence: dict[str, float]
) -> bool:
    """Whether a percentage of a later line tells by itself what it is a part of and which part, in no words of the sentence that
    told "27 of the 52" by name: "Nigeria was linked to 56% of seizures"."""
    told = part.line == whole.line and is_some_of(story, part, whole)
    named = _OF_NAMED.match(percent.after)
    if part.line > percent.line or not told or not named:
        return False
    own = word_stems(percent.before.lower()) - common_words()
    own = own or word_stems(percent.after[named.end() :].lower()) - common_words()
    known = word_stems(part.sentence.lower())
    return not (evidence["back"] or evidence["cue"]) and bool(own) and not own & known


def _same_theme(part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether a percentage of another line is said of what the whole counts, in words of the part: "310 had no pass. That one
    in four workers had no pass", but not "one in four workers without a pass was"."""
    if part.line == percent.line or not names_whole(percent, whole) or _NARROWS.search(percent.what):
        return False
    at = whole.end - whole.sentence_start if whole.line == part.line and whole.start < part.start else 0
    told = word_stems(part.sentence[at:].lower()) & word_stems(percent.after.lower())
    known = whole.sentence[:at] if at else "" if whole.line == part.line else whole.sentence
    return bool(told - word_stems(known.lower()) - common_words() - {whole.noun[:6]})


def _rivals(story: Story, part: Frame, whole: Frame) -> list[Frame]:
    """Other counts in the line of a part that may be part or whole as well."""
    return [
        one
        for one in story.by_line[part.line]
        if one not in (part, whole) and one.counts and agreement(one, whole)
    ]


def _apposed(story: Story, part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether a percentage that names nothing of its own ends the clause of its part: "125 had been enforced, just a quarter",
    "2,880 were awaiting trial: 55 percent of the total"."""
    after = part.line == percent.line and part.end < percent.start
    return (
        after
        and bool(_TO_END.fullmatch(between(part, percent)) and _ENDS.match(percent.after))
        and not any(part.end < one.start < percent.start for one in _rivals(story, part, whole))
    )


def _only_two(story: Story, part: Frame, whole: Frame, percent: Frame, near: list[Frame]) -> bool:
    """Whether no other figure near a percentage, up to the line where the three are told, may be its part or whole."""
    last = max(part.line, whole.line, percent.line)
    others = [one for one in near if one.line <= last and one is not part and one is not whole]
    change = is_change(percent) or is_part_of_change(part, percent)
    theirs = bool(THEM.match(percent.after)) and part.line == percent.line and part.start < percent.start
    return not change and not theirs and not any(_may_be_either(one, part, whole) for one in others)


def _may_be_either(one: Frame, part: Frame, whole: Frame) -> bool:
    """Whether another figure may be part or whole by what it counts, as "three floors" beside 240 people may not."""
    levels = {agreement(one, whole), agreement(one, part)}
    if one.noun and whole.noun and "generic" not in (one.noun_class, whole.noun_class):
        return (
            bool(levels & {"same noun", "same class"}) or {one.noun_class, whole.noun_class} <= PEOPLE_CLASSES
        )
    return bool(levels - {""})


def _of_something_else(part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether a rate or share is one of a thing that the sentences of part and whole do not name: "the share of foreigners"."""
    found = _SHARE_OF.search(percent.before[-80:])
    if not found:
        return False
    at = len(percent.before) - len(percent.before[-80:]) + found.start()
    told = [one.sentence for one in (part, whole) if one.line != percent.line]
    named = word_stems(found[1].lower()) - common_words()
    return bool(named) and not named & word_stems(" ".join([*told, percent.before[:at]]).lower())


def _of(part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether a part, its whole and a percentage of both follow each other: "162 of 1,080 positions at five sites (15%)"."""
    return part.start < whole.start < percent.start and bool(OF_NUMBER.fullmatch(between(part, whole)))


def _leads_back(part: Frame, percent: Frame) -> bool:
    """Whether a percentage leads back to its part: "20% of them", "that is 20%", "20%, with 57"."""
    explained = part.line == percent.line and percent.end < part.start
    return (
        bool(
            _BACK.match(percent.after)
            or _THAT_IS.search(percent.before[-60:])
            or _SO.search(percent.before[-60:])
            or _GIVEN.search(percent.before)
        )
        or explained
        and bool(_EXPLAINED.fullmatch(between(percent, part)))
    )


def _levels(part: Frame, whole: Frame, percent: Frame) -> tuple[str, tuple[str, str]]:
    """How part and whole agree in what they count; how the noun of the percentage agrees with that of the whole, and with
    that of either."""
    told = "open"
    if percent.noun and whole.noun:
        told = agreement(replace(percent, dimension=whole.dimension), whole)
    either = "same noun" if percent.noun and part.noun == percent.noun else told
    return agreement(part, whole), (told, either)


def _wrong_way(
    story: Story, part: Frame, whole: Frame, percent: Frame, near: list[Frame], plain: bool
) -> float:
    """How many words tell against the three: a change, another whole, a nearer part, a part or whole of another line."""
    direct, close = named_by(percent, whole), beside(part, percent)
    rivals = [one for one in near if one is not part and one is not whole and agreement(one, whole)]
    them, inside = bool(THEM.match(percent.after)), story.by_line[percent.line]
    theirs = close and them and part.refers != "part" and percent.start > part.start
    others = [one for one in inside if one.counts and one.start < percent.start and one not in (part, whole)]
    away = percent.line != part.line
    loose = away and not plain or theirs or (them and others and away)
    return (
        float((is_change(percent) and not direct) or is_part_of_change(part, percent))
        + float(_of_something_else(part, whole, percent))
        + float(bool(OTHER_WHOLE.match(percent.after)))
        + float(not close and not _of(part, whole, percent) and any(beside(one, percent) for one in rivals))
        + float(bool(loose))
    )


def _explained(story: Story, part: Frame, whole: Frame, percent: Frame) -> bool:
    """Whether the words say that a percentage is one of figures beside it: "which works out at", "in figures"."""
    three = sorted((part, whole, percent), key=lambda one: one.start)
    at = three.index(percent)
    links = [story.text_between(three[1], percent)[-80:]] if at == 2 else []
    if at < 2:
        links.append(between(percent, three[at + 1]))
        opening = [one.before for one in (part, three[at + 1]) if one.line != percent.line]
        links += [
            words for words in opening if len(words) < OPENING
        ]  # "That is 18 officers", "In figures: 644"
    return has_cue("share", *links) or bool(_SO.search(percent.before[-60:]))
