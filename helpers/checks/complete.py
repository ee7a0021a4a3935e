"""Whether the parts that are named are all of a whole, so that another sum is an error and no omission.

In: figures tied as parts and whole. Out: answers to two questions: do the words say that nothing is left out, and do they
name a part that no figure counts.
"""

import re

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, between
from helpers.checks.sum_words import COLON, OPPOSED, is_people, stretches
from helpers.texts import noun_class

__all__ = ["complete", "untold"]

_SINGLE = re.compile(
    r"(?:,|\band|\bor|\bplus|;)\s(?:an?|one|another|the)\s(?!further|additional|total|combined)(?:[a-z]+-)?([a-z]+)(?:\s([a-z]+))?",
    re.I,
)

_UNTOLD = re.compile(r"\b(?:and|or|the)\s(?:other|others|several|dozens?|some|many|a\sfew|the\srest)\b", re.I)

_NUMBER = re.compile(
    r"(?<![\w:.§#-])(?<!§\s)(?:\d[\d,.]{0,12}(?![:\w-])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)


def complete(story: Story, run: list[Frame], whole: Frame, evidence: dict[str, float]) -> bool:
    """Whether the words say that the parts are all of the whole, so that another sum is an error and no omission."""
    told = (
        evidence["exhaustive"] or evidence["all"] or evidence["rest"] or evidence["list"] or evidence["back"]
    )
    told = told or _sexes(run) or (evidence["same"] and evidence["parallel"])
    if _of_periods(story, run, whole) and not (evidence["exhaustive"] or evidence["back"]):
        return False
    charged = whole.line == run[0].line and has_cue("history", between(whole, run[0]))
    doubtful = charged or _item_of_list(run, whole) or _mixed(run)
    return bool(told) and not doubtful and not any(has_cue("no term", part.before[-60:]) for part in run)


def _sexes(run: list[Frame]) -> bool:
    """Whether the parts are men and women, adults and children: there is nobody else."""
    nouns = {part.noun for part in run}
    return len(nouns) == len(run) and any(nouns <= group for group in OPPOSED)


def _mixed(run: list[Frame]) -> bool:
    """Whether some parts are peoples and others men or women: one person may be in both."""
    peoples = [is_people(part.noun) for part in run if part.noun]
    return any(peoples) and not all(peoples)


def _item_of_list(run: list[Frame], whole: Frame) -> bool:
    """Whether the whole is told like the parts behind it: "20 in Leeds, 15 in York and 12 in Hull", "Haitian (38),
    Honduran (27)"."""
    if whole.line == run[0].line and whole.after[:1] == run[0].after[:1] == ")":
        return True
    ahead = whole.line == run[0].line and whole.start < run[0].start and whole.dimension == "count"
    return ahead and not whole.noun and not run[0].noun and not COLON.search(between(whole, run[0]))


def _of_periods(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the parts are those of two periods and the whole, in another line, may be of more."""
    dates = {
        (one.begin, one.finish)
        for one in story.moments
        if one.begin and one.days > 27 and any(part.line == one.line for part in run)
    }
    return len(dates) > 1 and whole.line not in {part.line for part in run}


def untold(story: Story, run: list[Frame], whole: Frame, computed: float) -> bool:
    """Whether the words name a part that is left out: "two men, three women and a child", "and others", or a figure
    beside the parts that makes the sum."""
    near = {one.start for one in (*run, whole)}
    for line in range(min(run[0].line, whole.line), max(run[-1].line, whole.line) + 2):
        for one in story.by_line.get(line, ()):
            if one.start not in near and abs(one.size - (whole.size - computed)) < 1e-6 * whole.size:
                return True
    if _unread(story, run) or _other_number(story, run, whole):
        return True
    text = "".join(stretches(run))
    singles = sum(_may_count(whole, run, words) for words in _SINGLE.findall(text))
    missing = whole.size - computed
    return (0 < missing <= singles) or (missing > 0 and bool(_UNTOLD.search(text)))


def _may_count(whole: Frame, run: list[Frame], words: tuple[str, str]) -> bool:
    """Whether "a child", "a stolen car" may be one more of what the parts count, as "a file" among men is not."""
    classes = {one.noun_class for one in (whole, *run) if one.noun_class} - {"generic"}
    return not classes or any(noun_class(word) in classes for word in words if word)


def _unread(story: Story, run: list[Frame]) -> bool:
    """Whether a number between the parts is in no table: taken for an age, or not understood."""
    known = [(one.start, one.end) for one in (*story.frames, *story.moments)]
    for a, b in zip(run, run[1:], strict=False):
        if a.line == b.line:
            for found in _NUMBER.finditer(a.sentence, a.end - a.sentence_start, b.start - a.sentence_start):
                at = a.sentence_start + found.start()
                if not any(start <= at < end for start, end in known):
                    return True
    return False


def _other_number(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the words announce more or fewer parts: "three groups: 171 … and 128 …"."""
    near = [
        one
        for line in {whole.line, run[0].line}
        for one in story.by_line.get(line, ())
        if one.start < run[0].start
    ]
    return any(one.noun_class == "group" and 1 < one.value < 10 and one.value != len(run) for one in near)
