"""Parts and their total: which figures are the parts of a whole, by the words, and whether they add up.

In: the figures of running text, bullets and titles. Out: ties of the templates "sum" and "rest" (a sum whose last part
is named as the rest). Parts are a stretch of figures before or behind the whole, in its line or the lines beside it;
a stretch that breaks off by the words alone is a natural choice and may fail, any other is reported only if it holds.
Tables are in `helpers.checks.tables`.
"""

import re
from collections.abc import Iterator

from helpers.checks.arithmetic import span_of, sum_verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Frame, Story, agreement, between
from helpers.texts import PEOPLES, noun_class

__all__ = ["find_sums", "near_evidence"]

REACH = 900  # characters between a whole and its nearest part
MOST_PARTS = 10
CHANCE = 1.2  # a sum meets one of so many numbers about as large as the whole
TRIED = 8  # stretches that are tried where the words leave the choice open
CHARITY = 0.4  # relative: figures that miss the whole by more are not meant as all of it
_OF_THE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:out\s)?of\s(?:the|its|their|these|those|all|his)\s(?:[\w-]+\s){0,2}$", re.I
)
_OF_WHOLE = re.compile(r"(?:^|\b)of\s(?:the|its|their|these|those|all)\s(?:[\w-]+\s){0,2}$", re.I)
_COLON = re.compile(r"[:—–(]\s?(?:[\w,’'-]+\s){0,6}$")
_SINGLE = re.compile(
    r"(?:,|\band|\bor|\bplus|;)\s(?:an?|one|another|the)\s(?!further|additional|total|combined)(?:[a-z]+-)?([a-z]+)(?:\s([a-z]+))?",
    re.I,
)
_ANNOUNCED = re.compile(r"[:—–(]\s?(?:[\w’'-]+\s){0,3}$")
_UNTOLD = re.compile(r"\b(?:and|or|the)\s(?:other|others|several|dozens?|some|many|a\sfew|the\srest)\b", re.I)
_NUMBER = re.compile(
    r"(?<![\w:.§#-])(?<!§\s)(?:\d[\d,.]{0,12}(?![:\w-])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)
_ONE_OF_MANY = re.compile(
    r"\b(?:to|of|by|in|from|with|at|on|for|an?\ssecond|another|the\sother|this|that|which|each|every|no|any)\s$",
    re.I,
)
_STOP = re.compile(
    r"\b(?:after|while|whereas|when|since|before|during|until|against|compared|than|whose|per)\b", re.I
)
_FIRST = re.compile(r"\bfirst\b", re.I)
_LATER = re.compile(r"\b(?:second|third|other|last|final|next|then)\b", re.I)
_FINAL = re.compile(r"\b(?:last|final)\b", re.I)
_LAST = re.compile(r"\bthe\s(?:last|final)(?:,?\s(?:group|lot|batch|load|one))?,?\s$", re.I)
_COUNTERS = ("group", "time")  # "three groups", "two loads": they count the parts
_OPPOSED = (
    frozenset(["man", "woman", "child", "boy", "girl", "baby", "infant"]),
    frozenset(["male", "female"]),
    frozenset(["adult", "child", "minor", "juvenile", "teenager"]),
    frozenset(["civilian", "soldier", "policeman", "gunman", "officer"]),
    frozenset(["passenger", "crew", "crewman"]),
)


def find_sums(story: Story) -> Iterator[Tie]:
    """Every stretch of figures that may be the parts of a whole: those that are a natural choice by the words, and
    those that add up."""
    counted = [frame for frame in story.frames if frame.counts and not frame.block.startswith("table")]
    for at, whole in enumerate(counted):
        if whole.size <= 1 or whole.refers in ("rest", "more", "each"):
            continue
        above = _reachable(story, whole, reversed(counted[max(0, at - 14) : at]))[::-1]
        below = _reachable(story, whole, counted[at + 1 : at + 15])
        first = above[-1:] if above and _is_part_of(above[-1], whole) else []
        if first:
            yield from _ties(
                story,
                whole,
                [first + below[:end] for end in range(1, len(below) + 1)],
                _natural(story, below, whole, first),
            )
        for stretch, ahead in ((above, False), (below, True)):
            runs = [
                stretch[i:j]
                for i in range(len(stretch))
                for j in range(i + 2, min(len(stretch), i + MOST_PARTS) + 1)
            ]
            natural = _natural(story, stretch, whole) if ahead else _natural_above(story, stretch, whole)
            yield from _ties(story, whole, runs, natural)


def _reachable(story: Story, whole: Frame, others) -> list[Frame]:
    """The figures on one side, nearest first, that may count parts of the whole."""
    found: list[Frame] = []
    last = whole
    for other in others:
        if story.gap(last.line, other.line) > REACH or story.gap(whole.line, other.line) > 2 * REACH:
            break
        if _bullet_beside(whole, other):
            continue
        if agreement(whole, other) and (other.noun_class not in _COUNTERS or whole.noun_class in _COUNTERS):
            if other.size >= whole.size:
                break
            if (_ONE_OF_MANY.search(other.before[-8:]) and other.value == 1) or _announces(story, other):
                continue
            found.append(other)
        last = other
    return found


def _bullet_beside(whole: Frame, other: Frame) -> bool:
    """Whether both are items of one list, of which none is told as the sum of the others."""
    items = whole.group == other.group != -1 and whole.line != other.line
    return items and whole.refers not in ("all", "together")


def _announces(story: Story, one: Frame) -> bool:
    """Whether a figure says how many parts follow in its line: "two countries: 50 in Spain and 45 in Portugal"."""
    behind = [other for other in story.by_line[one.line] if other.start > one.end and other.counts]
    words = between(one, behind[0]) if behind else ""
    return 1 < one.value == len(behind) and bool(_ANNOUNCED.search(words))


def _is_part_of(part: Frame, whole: Frame) -> bool:
    """As in "seven of the 19"."""
    return part.line == whole.line and bool(_OF_THE.fullmatch(between(part, whole)))


def _linked(story: Story, a: Frame, b: Frame) -> bool:
    """Whether two figures go on with one list by the words alone."""
    if a.line == b.line:
        words = between(a, b)
        return b.refers == "rest" or (len(words) <= 130 and not _STOP.search(words))
    if a.group == b.group != -1:
        return True
    return story.gap(a.line, b.line) <= 3 or (
        b.refers in ("rest", "more") and story.gap(a.line, b.line) <= 250
    )


def _goes_on(story: Story, whole: Frame, frame: Frame) -> bool:
    """Whether the second part of "seven of the 19" and so on follows in its line, or is the rest."""
    return frame.line == whole.line or (frame.refers == "rest" and story.gap(whole.line, frame.line) <= 250)


def _natural(
    story: Story, stretch: list[Frame], whole: Frame, first: list[Frame] | None = None
) -> list[list[Frame]]:
    """The stretches behind a whole that a reader would take for its parts: on to the rest, or all of one line or list."""
    run: list[Frame] = []
    for frame in stretch:
        if (run and not _linked(story, run[-1], frame)) or (
            first and not run and not _goes_on(story, whole, frame)
        ):
            break
        run.append(frame)
        if frame.refers == "rest":
            return [(first or []) + run]
        if frame.refers in ("together", "all"):
            run.pop()
            break
    line = [frame for frame in run if frame.line == run[0].line] if run else []
    found = [run, line] if len(line) != len(run) and (first or len(line) > 1) else [run]
    if run and run[0].group != -1:
        found = [[frame for frame in run if frame.group == run[0].group]]
    found = [one[1:] if _counts_them(one[0], one[1:], whole) else one for one in found if one]
    return [(first or []) + one for one in found if len(one) + len(first or []) > 1]


def _counts_them(one: Frame, run: list[Frame], whole: Frame) -> bool:
    """Whether a figure says how many parts there are, and is none: "three flights", "five prisons"."""
    return (
        len(run) == one.value >= 2
        and bool(one.noun)
        and one.noun_class != whole.noun_class
        and one.unit == "count"
    )


def _natural_above(story: Story, stretch: list[Frame], whole: Frame) -> list[list[Frame]]:
    """The stretches before a whole that a reader would take for its parts."""
    if stretch and _is_part_of(stretch[-1], whole):
        return []
    run: list[Frame] = []
    for frame in reversed(stretch):
        if run and not _linked(story, frame, run[0]):
            break
        if frame.refers in ("together", "all") or (run and frame.group != run[0].group):
            break
        run.insert(0, frame)
    line = [frame for frame in run if frame.line == run[-1].line] if run else []
    return [one for one in ([run, line] if len(line) != len(run) else [run]) if len(one) > 1]


def _ties(story: Story, whole: Frame, runs: list[list[Frame]], natural: list[list[Frame]]) -> Iterator[Tie]:
    known = {tuple(part.start for part in run) for run in natural}
    for run in (*natural, *(run for run in runs if tuple(part.start for part in run) not in known)):
        may_fail = tuple(part.start for part in run) in known
        if any(part.low is None or part.high is None for part in run) and whole.exact:
            continue
        if (
            len(run) < 2
            or len({part.refers == "rest" for part in run[:-1]} & {True})
            or len(run) > MOST_PARTS
            or _opposed([whole, run[0]])
        ):
            continue
        verdict = sum_verdict([span_of(part) for part in run], span_of(whole))
        if not verdict.holds and not may_fail:
            continue
        off = abs(verdict.computed - whole.size) / whole.size
        evidence, words = _evidence(story, run, whole)
        if verdict.holds or (off <= CHARITY and not _untold(story, run, whole, verdict.computed)):
            template = "rest" if run[-1].refers == "rest" or run[0].refers == "rest" else "sum"
            claim = ("sum", tuple(part.start for part in run[-1:]))
            doubt = not (verdict.holds or _complete(story, run, whole, evidence))
            chance = _chance(run, whole, may_fail)
            yield Tie(
                template, (*run, whole), verdict, evidence, claim, words, may_fail and not doubt, chance
            )


def _complete(story: Story, run: list[Frame], whole: Frame, evidence: dict[str, float]) -> bool:
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
    return len(nouns) == len(run) and any(nouns <= group for group in _OPPOSED)


def _mixed(run: list[Frame]) -> bool:
    """Whether some parts are peoples and others men or women: one person may be in both."""
    peoples = [_is_people(part.noun) for part in run if part.noun]
    return any(peoples) and not all(peoples)


def _is_people(noun: str) -> bool:
    """Whether a noun is that of a people: "Cuban"."""
    return noun in PEOPLES or noun.removesuffix("s") in PEOPLES


def _item_of_list(run: list[Frame], whole: Frame) -> bool:
    """Whether the whole is told like the parts behind it: "20 in Leeds, 15 in York and 12 in Hull", "Haitian (38),
    Honduran (27)"."""
    if whole.line == run[0].line and whole.after[:1] == run[0].after[:1] == ")":
        return True
    ahead = whole.line == run[0].line and whole.start < run[0].start and whole.dimension == "count"
    return ahead and not whole.noun and not run[0].noun and not _COLON.search(between(whole, run[0]))


def _of_periods(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the parts are those of two periods and the whole, in another line, may be of more."""
    dates = {
        (one.begin, one.finish)
        for one in story.moments
        if one.begin and one.days > 27 and any(part.line == one.line for part in run)
    }
    return len(dates) > 1 and whole.line not in {part.line for part in run}


def _chance(run: list[Frame], whole: Frame, may_fail: bool) -> float:
    """How likely free numbers meet a whole of this size and step."""
    step = min(one.step * one.factor for one in (*run, whole))
    if whole.approx or not whole.exact:
        step = max(step, 0.15 * whole.size)
    return min(1.0, CHANCE * step / whole.size * (1 if may_fail else TRIED))


def _untold(story: Story, run: list[Frame], whole: Frame, computed: float) -> bool:
    """Whether the words name a part that is left out: "two men, three women and a child", "and others", or a figure
    beside the parts that makes the sum."""
    near = {one.start for one in (*run, whole)}
    for line in range(min(run[0].line, whole.line), max(run[-1].line, whole.line) + 2):
        for one in story.by_line.get(line, ()):
            if one.start not in near and abs(one.size - (whole.size - computed)) < 1e-6 * whole.size:
                return True
    if _unread(story, run) or _other_number(story, run, whole):
        return True
    text = "".join(_stretches(run))
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


def _stretches(run: list[Frame]) -> list[str]:
    """The words between the parts and behind the last, to the end of its line."""
    words = [between(a, b) if a.line == b.line else a.after for a, b in zip(run, run[1:], strict=False)]
    return [*words, run[-1].after]


def near_evidence(story: Story, lines: set[int], line: int) -> dict[str, float]:
    """How near some lines stand to another: same line, next line, far."""
    gap = min(story.gap(one, line) for one in lines)
    return {"same line": float(gap == 0), "next line": float(0 < gap <= 3), "far": float(gap > 3)}


def _evidence(story: Story, run: list[Frame], whole: Frame) -> tuple[dict[str, float], tuple[str, ...]]:
    """What the words say for and against a tie, and the words that say so."""
    ahead, same_line = whole.start < run[0].start, whole.line == run[0].line
    link = story.text_between(whole, run[0]) if ahead else story.text_between(run[-1], whole)
    lead = run[0].before if not ahead or run[0].line != whole.line else between(whole, run[0])
    lists = run[0].group != -1 and run[0].group == run[-1].group and whole.line != run[0].line
    levels = {agreement(whole, part) for part in run if part.noun or part.unit != "count"}
    forms = {bool(part.noun) for part in run}
    back = not ahead and has_cue("sums", f"{link[-60:]} {whole.before[-80:]} {whole.after[:60]}")
    around = (lead, link, run[-1].after[:120], whole.after[:120])
    last = "" if ahead and same_line else _last_of_them(run)
    exhaustive = (
        _numbered(story, run, whole)
        or next((cue for text in around if (cue := find_cue("exhaustive", text))), "")
        or last
    )
    colon = bool(_COLON.search(lead[-70:])) and ahead
    listed = run[0].lead_in[-60:] if lists and run[0].lead_in.rstrip().endswith(":") else ""
    opened = find_cue("open", f"{link[-90:] if ahead else ''} {lead[-70:]} {listed}") or any(
        has_cue("open", words) for words in _stretches(run)[:-1]
    )
    tails = [words[:70] for words in _stretches(run)]
    history = sum(has_cue("history", words) for words in tails) / len(run)
    evidence = {
        "exhaustive": float(bool(exhaustive) or colon),
        "all": float(whole.refers in ("all", "together")),
        "same": float(whole.refers == "same" and not ahead),
        "of them": float(
            run[0].refers == "part"
            or _is_part_of(run[0], whole)
            or bool(_OF_WHOLE.search(whole.before[-40:]) and same_line and ahead)
        ),
        "rest": float(run[-1].refers == "rest" and not _other_rest(run, whole)),
        "more": float(any(part.refers == "more" for part in run)),
        "same noun": float("same noun" in levels),
        "same class": float("same class" in levels and "same noun" not in levels),
        "other noun": float("other noun" in levels) + float(_other_rest(run, whole)),
        "back": float(back),
        "wrong way": float(
            any(part.line == whole.line for part in run)
            and not (back or ahead and (exhaustive or colon or opened))
            and not _told(run, whole)
        ),
        "parallel": float(
            len(forms) == 1
            or whole.dimension != "count"
            or forms == {True, False}
            and bool(run[0].noun)
            and not any(p.noun for p in run[1:])
        ),
        "opposed": float(_opposed(run)),
        "list": float(lists),
        "open": float(bool(opened)),
        "history": history,
        "scope": float(
            has_cue(
                "scope", *([] if same_line and ahead else [link]), *_stretches(run)[:-1], whole.after[:60]
            )
        ),
        **near_evidence(story, {run[0].line, run[-1].line}, whole.line),
    }
    words = [
        word for word in (exhaustive, whole.refers if whole.refers in ("all", "together") else "") if word
    ]
    return evidence, tuple(words)


def _told(run: list[Frame], whole: Frame) -> bool:
    """Whether a whole in the line of its parts is told as one, and is not one more item of the list."""
    return (
        whole.refers in ("all", "together")
        or run[-1].refers == "rest"
        or run[0].refers == "part"
        or _is_part_of(run[0], whole)
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
    near = [one for line in (whole.line, run[0].line, run[0].line - 1) for one in story.by_line.get(line, ())]
    told = next((one for one in near if len(run) > 2 and _counts_them(one, run, whole)), None)
    if told:
        return f"{told.quote} {told.noun}"
    text = " ".join((run[0].before[-60:], *_stretches(run)[:-1]))
    through = _FIRST.search(text) and _LATER.search(text)
    counted = any(one.value == len(run) and one.start != whole.start for one in near)
    return "first" if through and (counted or _FINAL.search(text)) else ""


def _other_rest(run: list[Frame], whole: Frame) -> bool:
    """Whether the rest is one of other things: "the other seven matters" of five men."""
    rest = run[-1]
    return (
        rest.refers == "rest"
        and bool(rest.noun)
        and agreement(whole, rest) not in ("same noun", "same class", "open")
    )


def _opposed(run: list[Frame]) -> bool:
    """Whether the parts share nobody: men and women, peoples."""
    nouns = [part.noun for part in run if part.noun]
    if len(nouns) < 2 or len(set(nouns)) < len(nouns):
        return False
    return all(map(_is_people, nouns)) or any(set(nouns) <= group for group in _OPPOSED)
