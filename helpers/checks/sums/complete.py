"""Whether the parts that are named are all of a whole, so that another sum is an error and no omission.

In: figures tied as parts and whole. Out: answers to two questions: do the words say that nothing is left out, and do they
name a part that no figure counts.
"""

import math
import re
from itertools import combinations

from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Story, agreement, between, maybe_same_kind, same_kind
from helpers.checks.shares.of_others import class_of, of_another_time, of_two_kinds
from helpers.checks.shares.pairs import only_differs
from helpers.checks.slips import PLAIN
from helpers.checks.sums.parts import OF_SEVERAL, bracketed, told_apart
from helpers.checks.sums.sum_words import COLON, OPPOSED, is_people, stretches
from helpers.texts import noun_class, word_stems

__all__ = ["complete", "untold"]

TINY = 1e-6
EARLIER = 20  # figures before the parts among which the one that is missing may be
LITTLE = 0.5  # of the smallest part: less is no part of its own
_PLACED = re.compile(
    r"\s(?:[a-z]+\s){1,2}?(?:in|at|on|near|aboard|of|under|outside|inside)\s((?:the|an?|its|their)\s[\w’'-]+(?:\s[a-z]+)?)"
)
_OF = re.compile(
    r"\sof\s((?:the|an?|its|their)\s[\w’'-]+(?:\s[a-z]+)?)"
)  # "the remaining eight of the first group"
_IN_ONE = re.compile(
    r"\b(?:(?:in|on|by|to|at)\s(?:only|just)\sone|only\s(?:in|on|by|to)\sone|(?:in|on)\sboth|neither)\b"
)
_CARRYING = re.compile(r"\b(?:carry(?:ing)?|carried|carries|crew\sof)\s(?:[a-z]+\s){0,4}$", re.I)
_ON_BOARD = re.compile(r"\s(?:[\w’'-]+\s){0,3}(?:aboard|on\sboard|inside)\b")
_HARM = ("die", "drown", "hurt", "injure", "kill", "perish", "wound")
# "others were folded together"
_UNCOUNTED = re.compile(
    r"(?<!\bthe\s)(?<!\d\s)\b(?:others|some|several|many|a\s(?:few|handful|number))\s(?:more\s|others\s|of\sthem\s)?(?:were|was|had|have|has|are|went|came|left|got|took|[a-z]{3,}ed)\b",
    re.I,
)
_SINGLE = re.compile(
    r"(?:,|\band|\bor|\bplus|;)\s(?:an?|one|another|the)\s(?!further|additional|total|combined)(?:[a-z]+-)?([a-z]+)(?:\s([a-z]+))?",
    re.I,
)
_OF_ONE = ("of", "who", "whose", "from", "with", "without", "in", "aged")  # "and one of unknown nationality"
_NUMBER = re.compile(
    r"(?<![\w:.§#-])(?<!§\s)(?:\d[\d,.]{0,12}(?![:\w-])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)


def complete(
    story: Story, run: list[Frame], whole: Frame, evidence: dict[str, float], slip: float = 1.0
) -> bool:
    """Whether the parts are all of the whole, so that another sum is an error and no omission: the words leave no room for
    another part; or they sum up, and what is missing is too little to be one; or the sum is too great, though nobody is
    in two of the parts; or they miss it by a slip that says so by itself."""
    missing = whole.size - sum(part.size for part in run)
    theirs = evidence["all"] or evidence["same"] or evidence["exhaustive"] and not evidence["scope"]
    if whole.line > run[-1].line and not theirs:
        return False
    some = evidence["scope"] or _without_children(run) or _aboard(run, whole)
    if missing > 0 and not evidence["exhaustive"] and some:
        return False
    if missing < 0 and _in_both(story, run, whole):
        return False
    least = min(part.size for part in run)
    told = whole.refers in ("all", "together") or evidence["list"] or evidence["all"] and evidence["more"]
    told = told or evidence["same"] and evidence["same noun"] and evidence["parallel"]  # "… The 87 orders"
    # "23 in Riga, 17 in Tartu and 12 in Kaunas, so that 52 were removed"
    named = evidence["all"] and evidence["opposed"] and len(run) > 2 and whole.line == run[0].line
    listed = evidence["list"] and evidence["all"]  # "- 83 … - 57 … Total: 185"
    little = (
        listed or missing <= least * (1 + TINY)
        if told
        else _summed_up(evidence) and missing < (1 if named else LITTLE) * least
    )
    if bracketed(run, whole) and missing >= least:
        return False  # "120 migrants (64 from Mali and 20 from Chad)" may leave some out
    rest = evidence["rest"] and not _rest_of_last(run)
    exact = evidence["exhaustive"] or rest or (evidence["opposed"] and missing < 0)
    exact = exact or slip >= PLAIN and not evidence["open"]
    item = not evidence["of them"] and _item_of_list(run, whole)
    return bool(exact or little) and not item and not _doubtful(story, run, whole)


def _without_children(run: list[Frame]) -> bool:
    """Whether men and women are counted: children may be left out."""
    return {part.noun for part in run} == {"man", "woman"}


def _in_both(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether some may be in two of the parts, as these are papers: "17 people in two indictments; the first names 11, the
    second seven"; not if the words say that each is in one."""
    near = [one for line in {whole.line, run[0].line} for one in story.by_line[line]]
    listed = any(one.value == len(run) and one.noun_class == "document" for one in near)
    return listed and not _IN_ONE.search(f"{whole.sentence} {run[0].sentence}")


def _aboard(run: list[Frame], whole: Frame) -> bool:
    """Whether a whole is what something carried, and the parts those whom it went ill: of others nothing needs to be told."""
    aboard = _CARRYING.search(whole.before[-40:]) or _ON_BOARD.match(whole.after)
    return bool(aboard) and any(part.event in _HARM for part in run)


def _summed_up(evidence: dict[str, float]) -> bool:
    """Whether the words make the whole the sum of the parts, though they may leave one out."""
    leads_back = evidence["same"] and evidence["parallel"]
    return bool(evidence["all"] or evidence["list"] or leads_back)


def _doubtful(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the figures may not be parts of this whole at all."""
    return (
        (whole.line == run[0].line and has_cue("history", between(whole, run[0])))
        or _mixed(run)
        or any(of_two_kinds(class_of(part), class_of(whole)) for part in run if part.refers == "part")
        or (whole.noun in OF_SEVERAL and any(part.noun not in ("", whole.noun) for part in run))
        or _given_before(story, run, whole)
        or _rest_elsewhere(run[-1], whole)
        or any(part.refers == "each" for part in run)
    )


def _rest_elsewhere(rest: Frame, whole: Frame) -> bool:
    """Whether a rest is named with a place or group of its own, so that it may be of more: "the other 70 tents in the park"."""
    if rest.refers != "rest":
        return False
    if of_another_time(rest) or has_cue("another", rest.sentence[: rest.start - rest.sentence_start]):
        return True
    found = _PLACED.match(rest.after) if rest.noun else None
    found = found or _OF.match(rest.after)
    return bool(found) and not word_stems(found[1].lower()) & word_stems(whole.sentence.lower())


def _rest_of_last(run: list[Frame]) -> bool:
    """Whether a rest may be that of its own sentence alone: "130 were registered. Volunteers are tired: a dozen have gone home,
    and the rest, 25, cook"."""
    beside = [part for part in run[:-1] if part.line == run[-1].line]
    return bool(beside) and len(beside) < len(run) - 1


def _mixed(run: list[Frame]) -> bool:
    """Whether some parts are peoples and others men or women: one person may be in both."""
    nouns = {part.noun for part in run if part.noun}
    return any(map(is_people, nouns)) and any(nouns & group for group in OPPOSED)


def _item_of_list(run: list[Frame], whole: Frame) -> bool:
    """Whether the whole is told like the parts behind it: "20 in Leeds, 15 in York and 12 in Hull"."""
    ahead = whole.line == run[0].line and whole.start < run[0].start
    ahead = ahead and whole.refers not in ("all", "together")
    bare = whole.dimension == "count" and not whole.noun and not run[0].noun
    lent = whole.unit != "count" and all(
        part.quote[-1:].isdigit() for part in run
    )  # "4,205 tonnes in May, 2,980 in June"
    words = between(whole, run[0])
    return ahead and (bare or lent) and not (COLON.search(words) or has_cue("exhaustive", words))


def _given_before(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the whole is a figure given again that stands beside the parts: the longest of three terms."""
    beside = (one for part in run for one in story.by_line[part.line])
    return any(one.size == whole.size and one.unit == whole.unit and one is not whole for one in beside)


def untold(story: Story, run: list[Frame], whole: Frame, computed: float) -> bool:
    """Whether the words name a part that is left out: "two men, three women and a child", "and others", or a figure
    beside the parts that makes the sum."""
    near = {one.start for one in (*run, whole)}
    for line in range(min(run[0].line, whole.line), max(run[-1].line, whole.line) + 2):
        for one in story.by_line.get(line, ()):
            if one.start not in near and math.isclose(one.size, computed) and agreement(one, whole):
                return True  # the sum is told elsewhere
            inside = one.refers == "part" and one.start > whole.end  # "two of them"
            if (
                one.start not in near
                and not inside
                and (not one.noun or same_kind(one, whole))
                and not told_apart(run, whole, one)
                and abs(one.size - (whole.size - computed)) < 1e-6 * whole.size
            ):
                return True
    if (
        _unread(story, run)
        or _other_number(story, run, whole)
        or _made_up_before(story, run, whole, computed)
    ):
        return True
    text = "".join(stretches(run))
    singles = sum(_may_count(whole, run, words) for words in _SINGLE.findall(text))
    missing = whole.size - computed
    if missing > 0 and _UNCOUNTED.search(story.text_between(run[0], run[-1])):
        return True
    return 0 < missing <= singles or _of_several(story, run, whole, (computed, computed + singles))


def _of_several(story: Story, run: list[Frame], whole: Frame, total: tuple[float, float]) -> bool:
    """Whether a list behind a whole may be of other counts too: "15 hid in the first, seven in the second. They are 12
    Bangladeshis, nine Pakistanis and an Eritrean"; `total`: the sum, without and with what is told as one."""
    if whole.start > run[0].start or whole.dimension != "count":
        return False
    earlier = [one for one in story.counted if one is not whole and one.start < run[0].start]
    earlier = [one for one in earlier if maybe_same_kind(one, whole)][-EARLIER:]
    beside = [one for one in earlier if abs(one.line - whole.line) <= 1 and one.refers != "part"]
    # "the two agencies announced": of another line only what counts the same
    beside = [one for one in beside if one.line == whole.line or same_kind(one, whole)]
    return any(
        total[0] <= whole.size + sum(one.size for one in some) <= total[1]
        for n in (1, 2, 3)
        for some in combinations(beside, n)
    ) or (
        run[0].line != whole.line
        and total[1] > whole.size
        and any(one.start > whole.end and _is_another_whole(one, whole) for one in beside)
    )


def _is_another_whole(one: Frame, whole: Frame) -> bool:
    """Whether a figure in the line of a whole is another whole: "15 in the first lorry, seven in the second"."""
    return one.line == whole.line and (not one.noun or agreement(one, whole) == "same noun")


def _made_up_before(story: Story, run: list[Frame], whole: Frame, computed: float) -> bool:
    """Whether a figure of an earlier line is what is missing: "14 in the first house … 31 and four … all 49"."""
    earlier = [one for one in story.counted if one.line < run[0].line and one.start < whole.start][-EARLIER:]
    missing = whole.size - computed
    return any(math.isclose(one.size, missing) and same_kind(one, whole) for one in earlier)


def _may_count(whole: Frame, run: list[Frame], words: tuple[str, str]) -> bool:
    """Whether "a child", "a stolen car" may be one more of what the parts count, as "a file" among men is not."""
    classes = {one.noun_class for one in (whole, *run) if one.noun_class} - {"generic"}
    return not classes or words[0] in _OF_ONE or any(noun_class(word) in classes for word in words if word)


def _unread(story: Story, run: list[Frame]) -> bool:
    """Whether a number between the parts is in no table: taken for an age, or not understood."""
    for a, b in zip(run, run[1:], strict=False):
        if a.line == b.line:
            for found in _NUMBER.finditer(a.sentence, a.end - a.sentence_start, b.start - a.sentence_start):
                at = a.sentence_start + found.start()
                if found[0].istitle():
                    continue  # "Pier Six" is a name
                if not any(one.start <= at < one.end for one in (*story.frames, *story.moments)):
                    return True
    return False


def _other_number(story: Story, run: list[Frame], whole: Frame) -> bool:
    """Whether the words announce more or fewer parts: "three groups: 171 … and 128 …", "the three flights"."""
    near = [one for line in {whole.line, run[0].line} for one in story.by_line.get(line, ())]
    return any(_announces(one, run, whole) and one.value != len(run) for one in near)


def _announces(one: Frame, run: list[Frame], whole: Frame) -> bool:
    """Whether a figure says how many parts there are: it counts groups, or leads back to things that no part counts."""
    if not 1 < one.value < 10 or one.unit != "count" or one in run or one is whole or only_differs(one):
        return False
    group = one.noun_class == "group" and one.start < run[0].start
    strange = bool(one.noun) and all(not same_kind(one, other) and other.noun for other in (run[0], whole))
    led = one.line == run[0].line and one.start < run[0].start and ":" in between(one, run[0])
    return group or led or (strange and one.refers in ("same", "all"))
