"""What the words beside a percentage say: what it is of, what it stands beside, whether it is a change.

In: figures of an article. Out: answers to single questions, used by all that compares percentages.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, between
from helpers.checks.kept import once
from helpers.texts import singular

__all__ = [
    "ABOUT",
    "LINK",
    "OF_NUMBER",
    "THEM",
    "beside",
    "is_change",
    "majorities",
    "named_by",
    "subjects",
]

ABOUT = r"(?:about|almost|around|barely|exactly|fully|just|nearly|only|over|roughly|some|under|well|a\sfull|more\sthan|less\sthan)"
# "or", "that is to say for": the percentage of what was just told follows
LINK = (
    r"(?:or|i\.e\.|namely|thus|in\sother\swords|(?:that|which)(?:\s(?:is|was|makes|means)|[’']s)(?:,?\sto\ssay)?|equal\sto|making\sup|representing)"
    r"(?:,?\s(?:for|on|in)\b)?"
)
_BESIDE = re.compile(rf"\s?[(,;–—]?\s?(?:{LINK}|{ABOUT})?(?:,?\s{ABOUT})?[(,;:]?\s?", re.I)
_BESIDE_NOUN = re.compile(
    r"(?:\sof\s(?:the|those|these))?(?:\s[^\W\d][\w’'-]{1,19}){1,2}\s?[(,–—]\s?"
    rf"(?:{LINK},?\s)?(?:{ABOUT}\s)?",
    re.I,
)
OF_WHOLE = re.compile(
    r"\s(?:[\w’'-]+\s)?of\s(?:all\s)?(?:the|these|those|its|their|all|his|her)?\s?(?:[\w’'-]+\s){0,2}", re.I
)
# "12 per cent of the reports but 38 of the 50": a figure behind such a word is not what the percentage is of
_ENDS_WHOLE = re.compile(
    r"\s(?:and|but|yet|or|while|whereas|in|at|from|on|by|across|within|for|to|with|was|were|are|is|had|ha[sv]e|only|just|aged)\s",
    re.I,
)
THEM = re.compile(r"\sof\s(?:them|these|those|it|whom|which|this|that)\b", re.I)
_OF_ALL = re.compile(
    r"\sof\s(?:the|those|these|them|all|its|their|every|each|th(?:at|is)|what|last|\d[\d,]*)\b", re.I
)  # a share, not a change
# "fell to 410, a quarter", "fell to 410, half the peak": so much is left
_FRACTION = re.compile(r"[^%\d]*(?<!cent)(?<!percent)")
_APPOSED = re.compile(rf"[,–—(]\s?(?:{ABOUT}\s){{0,2}}$", re.I)
_OF_LEVEL = re.compile(r"\s(?:what|the|its|their|that|last)\b", re.I)
_SIGN = re.compile(r"\b(?:plus|minus)\s$")
_LEVEL = re.compile(  # "fell to 65 percent", "below the 24 percent"
    r"\b(?:(?:from|to|at)\s(?:(?:just|only|about|around|nearly|some)\s)?|(?:below|above)\s(?:the|an?)\s)$",
    re.I,
)
_CHANGE_LABEL = re.compile(r"\bchange\b[^.;]{0,12}:\s?$", re.I)  # "Change: +12%", "Change on 2022: 12%"
_RATE = re.compile(r"\s(?:[\w-]+\s){0,3}(?:rate|average|share)\b(?!\sof\s(?:increase|growth|decline))")
_OF_SOME = re.compile(r"\sof\s")
_MOST = re.compile(
    r"\b(?:Most|most|[Tt]he\s(?:vast\s|great\s)?majority)(?=\sof\s(?:the|those|these)\s(?:\d|[a-z]+))"
)
_FRONTED = re.compile(
    r"(?:^|[.;:(“\"]\s?|,\s(?:and\s|but\s)?)(?:Of|of|Out\sof|Among)\s(?:(?:the|those|these|its|their|all\sthe)\s)?(?:(?!(?:which|whom|them)\b)[a-z’'-]+\s)?$"
)
_THESE = re.compile(r"\b(?:these|those)\s$", re.I)
_VERB_BEHIND = re.compile(r"\s(?:(?:was|were|is|are|had|has|have|did|will|would|could|can)\b|[a-z]{3,}ed\b)")
OF_NUMBER = re.compile(
    r"\s(?:(?!(?:and|or|but|plus|for|with|in|at|from|to|by|on|as)\s)[\w’'-]+\s){0,3}?(?:(?:out\s)?of|among)\s(?:the|those|these|its|their|all\sthe|his)?\s?(?:[a-z’'-]+\s)?",
    re.I,
)


@once
def is_change(percent: Frame) -> bool:
    """Whether the words around a percentage tell of a rise or a fall."""
    if (
        re.match(r"[+−–-]|(?:up|down)\b", percent.quote)
        or _CHANGE_LABEL.search(percent.before[-20:])
        or _SIGN.search(percent.before[-7:])
    ):
        return True
    level = _LEVEL.search(percent.before[-30:]) or _RATE.match(percent.after)
    if level or _OF_ALL.match(percent.after) or _is_level(percent):
        return False
    before = re.split(r"[;:]|(?<!i\.e)\.\s|,\s(?:and|but|while|which|that(?!\sis\b)|or)\s", percent.before)[
        -1
    ][-70:]
    after = re.split(r"[;:]|\.\s", percent.after)[0]
    if _OF_SOME.match(percent.after):  # "more than in the year when 36 per cent of thefts were solved"
        before = before[-25:]
    return has_cue("up", before, after[:25]) or has_cue("down", before, after[:25])


def _is_level(percent: Frame) -> bool:
    """Whether a fraction says what is left or reached, and not by how much it changed: "fell to 410, a quarter"; but "fell
    to 300, a quarter down"."""
    if not _FRACTION.fullmatch(percent.quote):
        return False
    apposed = _APPOSED.search(percent.before[-30:]) and not has_cue("up", percent.after[:25])
    return bool(_OF_LEVEL.match(percent.after) or apposed and not has_cue("down", percent.after[:25]))


def beside(a: Frame, b: Frame) -> bool:
    """Whether two figures of a line stand side by side: "187 (20%)", "57, or more than half", "80 people, a quarter"."""
    if a.line != b.line:
        return False
    words = between(a, b)
    return (
        len(words) < 50
        and ";" not in words
        and bool(_BESIDE.fullmatch(words) or _BESIDE_NOUN.fullmatch(words))
    )


def named_by(percent: Frame, whole: Frame) -> bool:
    """Whether a percentage is one of a number: "a quarter of the 200 prisoners"."""
    if percent.line != whole.line or whole.start < percent.end:
        return False
    words = between(percent, whole)
    return len(words) < 60 and bool(OF_WHOLE.fullmatch(words)) and not _ENDS_WHOLE.search(words)


@once
def is_fronted(one: Frame) -> bool:
    """Whether a count opens its clause as that of which others are told: "Of the 50 people held, 20"; not "Of these 204 were"."""
    found = _FRONTED.search(one.before)
    return bool(found) and not (_THESE.search(found[0]) and _VERB_BEHIND.match(one.after))


@once
def whole_of(story: Story, part: Frame) -> Frame | None:
    """The count that a part is said to be of in its sentence: "Of the 50 people, 30", "30 of the 50"."""
    counted = [one for one in story.by_line[part.line] if one.counts and one.start != part.start]
    behind = next((one for one in counted if one.start > part.end), None)
    if behind and OF_NUMBER.fullmatch(between(part, behind)):
        return behind
    before = [one for one in counted if one.end < part.start and is_fronted(one)]
    return before[-1] if before and "," in between(before[-1], part) else None


@once
def subjects(percent: Frame) -> set[str]:
    """The words before a percentage in its clause, in the singular: what it may be said of."""
    clause = re.split(r"[;,.]", percent.before)[-1]
    return {singular(word.lower()) for word in re.findall(r"[^\W\d_]{3,}", clause)}


def majorities(story: Story) -> Iterator[Frame]:
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
                high=100.0,
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
