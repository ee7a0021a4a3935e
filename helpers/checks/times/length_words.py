"""What the words beside a length of time say of it, whichever the dates: named features, no arithmetic.

In: a length of time of an article. Out: the names of what is so, single words with their place among them ("next behind: later").
The weights are fitted by `helpers.accuracy.fit_durations`.
"""

import re
from collections.abc import Iterator

from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story
from helpers.checks.kept import once
from helpers.checks.times.stretches import leads_on
from helpers.texts import noun_class, singular

__all__ = ["NEAR", "has_pronoun", "introduced", "is_definite", "of_length", "what_lasted"]

_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d[\d.,]*|[,;:().–—-]", re.I)
# what may stand between the word that leads to a length and the length
_SOME = r"(?:(?:about|some|nearly|almost|just|only|over|exactly|more\sthan|at\sleast|a\stotal\sof|for|all|the|these|those|his|her|its|their)\s){0,2}$"
_INTRODUCED = {
    name: re.compile(rf"{words}\s{_SOME}", re.I)
    for name, words in (
        ("for", r"\bfor"),
        ("within", r"\b(?:in|over|within|during|throughout|across)"),
        ("after", r"\bafter"),
        (
            "took",
            r"\b(?:last(?:ed|s|ing)?|took|taken|takes?|ran|runs?|spent|spend|spending|served?|passed|waited|was|were)",
        ),
        ("known", r"\b(?:the|those|these|all|his|her|its|their)"),
        ("of", r"\b[a-z]{3,}\sof"),
        ("total", r"(?:\b(?:in\sall|that\sis|altogether|some)|[:–—])"),
    )
}
_DEFINITE = re.compile(r"\b(?:the|those|these|that|all|his|her|their|its)\s$", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|their|its|who|which)\b", re.I)
# "the past two weeks"
_ORDINAL = re.compile(r"(?:the\s)?(?:past|last|next|coming|first|previous|another|every|each|same)\b", re.I)
_OF_SO_LONG = re.compile(rf"\b([a-z]{{3,}})\sof\s{_SOME}", re.I)
_SO_LONG = re.compile(r"(?:[’']|\sof)?\s((?:[a-z][\w-]+\s?){1,3})(?=[,.;:]|\s|$)")
_ON = re.compile(r"\son(?=[.,;:]|$)")
_STEP = re.compile(
    r"\s(?:after|before|following|into|from)\s(?!that\b)[\w“\"]", re.I
)  # "two months before the raid"
NEAR, WORDS = 60, 4  # characters beside a length or a date, and words
OPENING = 15  # characters before a length that a sentence opens with


def of_length(story: Story, length: Moment) -> set[str]:
    """What the words beside a length say of it, whatever the stretch."""
    before, after = length.before[-NEAR:], length.after[:NEAR]
    around, place = f"{before[-45:]}{length.quote}{after[:45]}", f"{before[-30:]}|{after[:25]}"
    cues = {"length": around, "no length": around, "state": around, "other case": after, "set for": after}
    cues |= {"other length": place, "length before": place}
    told = {
        "ordinal": _ORDINAL.match(length.quote),
        "one": length.length[0] <= 1,
        "head": story.is_head(length),
        "in brackets": before.endswith("("),
        "table": length.block.startswith("table"),
        "definite": is_definite(length),
        "pronoun": has_pronoun(length),
        "told again": sum(one.length == length.length for one in story.moments) > 1,
        "opens the sentence": length.start - length.sentence_start < OPENING,
    }
    named = {f"introduced {introduced(length)}", f"unit {length.length[1]}", f"mod {length.mod or 'none'}"}
    named |= {f"cue {cue}" for cue, words in cues.items() if has_cue(cue, words)}
    return named | {name for name, is_so in told.items() if is_so} | {*_words(before, after)}


def _words(before: str, after: str) -> Iterator[str]:
    """The words beside a length, and the nearest ones."""
    for side, words in (("before", _WORD.findall(before)[::-1]), ("behind", _WORD.findall(after))):
        words = ["#" if word[0].isdigit() else word.lower() for word in words[:WORDS]]
        yield from (f"{side}: {word}" for word in words)
        yield from (f"next {side}: {word}" for word in words[:1])


def is_definite(length: Moment) -> bool:
    """Whether a length is told as known: "the nine days", "his 14 months"."""
    return bool(_DEFINITE.search(length.before[-12:]))


def has_pronoun(length: Moment) -> bool:
    """Whether somebody or something told of before is meant in the words before a length."""
    return bool(_PRONOUN.search(length.before))


@once
def what_lasted(length: Moment) -> tuple[str, ...]:
    """The noun for what lasted so long: "a strike of six weeks", "the six-week strike", "six weeks of rain"."""
    if found := _OF_SO_LONG.search(length.before[-50:]):
        return (singular(found[1].lower()),)
    found = _SO_LONG.match(length.after[:NEAR])
    words = [singular(word) for word in found[1].split()] if found else []
    known = [word for word in words if noun_class(word)]
    return tuple(known[-1:] or words[-1:])


@once
def introduced(length: Moment) -> str:
    """How the words lead to a length."""
    if leads_on(length) or _ON.match(length.after):
        return "stepping" if _STEP.match(length.after) else "leading on"
    if "-" in length.quote and re.match(r"\s[a-z]", length.after):
        return "as adjective"
    return next((name for name, words in _INTRODUCED.items() if words.search(length.before[-50:])), "bare")
