"""What the words say for and against figures being the parts of a whole.

In: figures that may be parts and whole. Out: kinds of evidence, as `helpers.checks.binding` weighs them.
"""

import re

from helpers.checks.alike import COMPARED
from helpers.checks.binding import near_evidence
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.checks.sums.parts import counts_them
from helpers.texts import PEOPLE_CLASSES, PEOPLES

__all__ = ["COLON", "OPPOSED", "opposed", "stretches", "sum_evidence"]

_OF_WHOLE = re.compile(r"^\W{0,2}of\s$|\bof\s(?:the|its|their|these|those|all)\s(?:[\w-]+\s){0,2}$", re.I)
# in a bracket that opens behind another one, parts of something else stand
COLON = re.compile(r"(?:[:—–]|^[^)]{0,70}\()\s?(?:[^\W\d][\w,’'-]*\s){0,6}$")
_AMONG_WHOLE = re.compile(
    r"\b(?:among|amongst)\s(?:the|these|those|all)\s$", re.I
)  # "Among the 318 applicants were"
_LABEL = re.compile(r"[^.;:]{2,60}:\s")  # two entries of one list, each behind a label of its own
_TOTAL = re.compile(r"\W{0,3}(?:all|total)\s[^.;:]{2,30}:\s$", re.I)  # the label of a last entry
_FIRST = re.compile(r"\bfirst\b", re.I)
_LATER = re.compile(r"\b(?:second|third|other|last|final|next|then)\b", re.I)
LONG = 200  # characters behind a whole in which the words may say that nobody is left out
# "another 268, most of them hidden in trailers": told of one part alone
_ASIDE = re.compile(
    r",?\s(?:(?:most|some|many|several|all)\sof\s(?:them|whom|which)|mostly|mainly|chiefly)\b[^,;.]{0,90}(?=[,;.]|$)",
    re.I,
)
_NAMED = re.compile(r"\s(?:[a-z]+\s)?[A-ZÀ-Ý][\w’'-]*s\b")
_NOT_SO = re.compile(
    r"\s(?:was|were|are|is|did|do|had|have|could)(?:\snot|n[’']t)(?=[.,;])"
)  # "170 were loaded and 60 were not"
# what a whole was before, and when: "last year, down from 191,300 a year before"
_COMPARED = re.compile(
    rf"^\s(?:[\w-]+\s){{0,3}}(?:last|this)\s(?:year|month|week|season)\b|,?\s(?:{COMPARED}|against|(?:more|less|fewer)\sthan)\s[^;.]{{0,60}}?(?:\b(?:before|earlier|ago)\b|\bin\s(?:19|20)\d\d|\blast\s[a-z]+)",
    re.I,
)
_LAST = re.compile(r"\bthe\s(?:last|final)(?:,?\s(?:group|lot|batch|load|one))?,?\s$", re.I)
OPPOSED = (
    frozenset(["man", "woman", "child", "boy", "girl", "baby", "infant"]),
    frozenset(["male", "female"]),
    frozenset(["adult", "child", "minor", "juvenile", "teenager"]),
    frozenset(["civilian", "soldier", "policeman", "gunman", "officer"]),
    frozenset(["passenger", "crew", "crewman"]),
)


def sum_evidence(story: Story, run: list[Frame], whole: Frame) -> tuple[dict[str, float], tuple[str, ...]]:
    """What the words say for and against a tie, and the words that say so."""
    ahead, same_line = whole.start < run[0].start, whole.line == run[0].line
    link = story.text_between(whole, run[0]) if ahead else story.text_between(run[-1], whole)
    lead = run[0].before if not ahead or not same_line else between(whole, run[0])
    exhaustive = _exhaustive(story, run, whole, lead, link)
    labels = not same_line and _LABEL.fullmatch(whole.before) and _LABEL.fullmatch(run[0].before)
    closed = any(")" in words for words in stretches(run)[:-1])  # the parts do not stand in one bracket
    some = ahead and bool(_AMONG_WHOLE.search(whole.before[-20:]))
    colon = bool(COLON.search(lead[-70:])) and ahead and not (labels or some or closed and "(" in lead[-70:])
    opened = some or _opened(run, whole, lead, link if ahead else "")
    summed = has_cue("sums", f"{link[-60:]} {whole.before[-80:]} {whole.after[:25]}")
    back = not ahead and (summed or bool(_TOTAL.match(whole.before)))
    inside = any(part.line == whole.line for part in run)
    led = back or ahead and (exhaustive or colon or opened)
    rest = run[-1].refers == "rest"
    told = (
        stretches(run)[:-1] if rest else stretches(run)
    )  # the rest is whatever is left, whatever is told of it
    own = whole.after[:60] if same_line or not ahead else _COMPARED.sub(" ", whole.after[:100])[:60]
    own = "" if run[0].refers == "part" else own  # "312 had been logged since January … 148 of them"
    apart = [] if same_line and ahead else [_COMPARED.sub(" ", link)]
    scopes = (*apart, *([] if rest else told[:-1]), own)
    evidence = {
        "exhaustive": float(bool(exhaustive) or colon),
        "all": float(back or whole.refers in ("all", "together")),
        "wrong way": float(inside and not led and not _is_told_as_whole(run, whole)),
        "open": float(opened),
        "history": sum(has_cue("history", words[:70]) for words in told) / len(run),
        "scope": float(has_cue("scope", *scopes)),
        **_of_figures(run, whole),
        **near_evidence(story, {run[0].line, run[-1].line}, whole.line),
    }
    words = (exhaustive, whole.refers if whole.refers in ("all", "together") else "")
    return evidence, tuple(word for word in words if word)


def _exhaustive(story: Story, run: list[Frame], whole: Frame, lead: str, link: str) -> str:
    """The words that say that the parts are all, if any."""
    cues = (
        find_cue("exhaustive", text)
        for text in (lead, link, run[-1].before[-16:], run[-1].after[:120], whole.after[:LONG])
    )
    behind = whole.start < run[0].start and whole.line == run[0].line
    if not_so := _NOT_SO.match(run[-1].after):
        return not_so[0].strip()
    return (
        _numbered(story, run, whole) or next(filter(None, cues), "") or ("" if behind else _last_of_them(run))
    )


def _opened(run: list[Frame], whole: Frame, lead: str, link: str) -> bool:
    """Whether the words say that the parts are only some."""
    listed = _in_list(run, whole) and run[0].lead_in.rstrip().endswith(":")
    led = f"{link[-90:]} {lead[-70:]} {run[0].lead_in[-60:] if listed else ''}"
    return has_cue("open", led) or any(
        has_cue("open", _ASIDE.sub(" ", words)) for words in stretches(run)[:-1]
    )


def _in_list(run: list[Frame], whole: Frame) -> bool:
    """Whether the parts are bullets of one list, in which the whole is not."""
    return run[0].group != -1 and run[0].group == run[-1].group and whole.line != run[0].line


def _of_figures(run: list[Frame], whole: Frame) -> dict[str, float]:
    """What the figures are by themselves: what they count, how they refer, in what form they are told."""
    ahead, same_line = whole.start < run[0].start, whole.line == run[0].line
    levels = {agreement(whole, part) for part in run if part.noun or part.unit != "count"}
    named_whole = same_line and ahead and bool(_OF_WHOLE.search(whole.before[-40:]))
    named_whole = named_whole and (run[-1].line == whole.line or len(whole.before) > len("Of "))
    kinds = opposed(run)
    peoples = (_all_people(run) or kinds) and whole.noun_class in (
        "",
        *PEOPLE_CLASSES,
    )  # "46 workers: 19 Poles"
    return {
        "same": float(whole.refers == "same" and not ahead),
        "of them": float(run[0].refers == "part" or named_whole),
        "rest": float(run[-1].refers == "rest"),
        "more": float(any(part.refers == "more" for part in run)),
        "same noun": float("same noun" in levels),
        "same class": float("same class" in levels and "same noun" not in levels),
        "other noun": float("other noun" in levels and not peoples),
        "parallel": float(_parallel(run, whole)),
        "opposed": float(kinds),
        "list": float(_in_list(run, whole)),
    }


def _parallel(run: list[Frame], whole: Frame) -> bool:
    """Whether the parts are told in one form: all with a noun or none, or a noun with the first alone."""
    told = [bool(part.noun) for part in run]
    return len(set(told)) == 1 or whole.dimension != "count" or (told[0] and not any(told[1:]))


def _is_told_as_whole(run: list[Frame], whole: Frame) -> bool:
    """Whether a whole in the line of its parts is told as one, and is not one more item of the list."""
    return (
        whole.refers in ("all", "together")
        or run[0].refers == "part"
        or (bool(whole.noun) and not run[0].noun and whole.start < run[0].start)
        or bool(_OF_WHOLE.search(whole.before[-40:]))
    )


def _last_of_them(run: list[Frame]) -> str:
    """ "The last 26", "the final, 18 kg" behind others: with it the parts are all."""
    found = _LAST.search(run[-1].before[-40:])
    return found[0] if found else ""


def _numbered(story: Story, run: list[Frame], whole: Frame) -> str:
    """The words that number the parts through: "the first …, the second …, the last", or a count of them, "two boats" of
    two parts, "these three flights"."""
    first, last = sorted((run[0].line, whole.line))
    lines = range(run[0].line - 1, last + 1) if first == run[0].line else (first, last - 1, last)
    near = [one for line in dict.fromkeys(lines[:5]) for one in story.by_line.get(line, ())]
    told = next((one for one in near if counts_them(one, run, whole) and _all_of(one, run)), None)
    if told:
        return f"{told.quote} {told.noun}"
    text = " ".join((run[0].before[-60:], *stretches(run)[:-1]))
    through = _FIRST.search(text) and _LATER.search(text)
    counted = any(one.value == len(run) and one.start != whole.start for one in near)
    return "first" if through and counted else ""


def _all_of(one: Frame, run: list[Frame]) -> bool:
    """Whether a figure that counts the parts says that these are all: it announces them or leads back to them, and stands
    not among them; two of anything are soon at hand."""
    back = one.start > run[-1].end and one.refers in ("same", "all", "together")
    return back or (len(run) > 2 and one.end < run[0].start)


def opposed(run: list[Frame]) -> bool:
    """Whether the parts share nobody: men and women, peoples."""
    nouns = [part.noun for part in run if part.noun]
    if len(nouns) < 2 or len(set(nouns)) < len(nouns):
        return False
    return _all_people(run) or any(set(nouns) <= group for group in OPPOSED)


def _all_people(run: list[Frame]) -> bool:
    """Whether the parts are peoples: most are known, and the others are told by a name too."""
    named = [part for part in run if part.noun]
    known = [part for part in named if is_people(part.noun)]
    return len(known) * 2 > len(named) and all(part in known or _NAMED.match(part.after) for part in named)


def is_people(noun: str) -> bool:
    """Whether a noun is that of a people: "Cuban"."""
    return noun in PEOPLES or noun.removesuffix("s") in PEOPLES


def stretches(run: list[Frame]) -> list[str]:
    """The words between the parts and behind the last, to the end of its line."""
    words = [between(a, b) if a.line == b.line else a.after for a, b in zip(run, run[1:], strict=False)]
    return [*words, run[-1].after]
