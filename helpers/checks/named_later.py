"""A number and the names that a later sentence gives: "six swimmers. The federation named Sarpong, Dzokoto and Quaye".

In: counts, and the sentences of the article that the tables hold. Out: ties of "names". The names are told as those of the number
where a verb of naming or choosing stands before them, or where they open the next sentence and are of the kind that is counted. Charity:
fewer names than the number says are some of them unless the words close the list; more names cannot be.
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.checks.binding import Tie
from helpers.checks.cues import cue_words, has_cue
from helpers.checks.frames import Frame, Story
from helpers.checks.name_lists import NAME, Name, items_of, list_tie
from helpers.texts import NATIONS, PEOPLE_CLASSES

__all__ = ["find_named_later"]

MOST, FEWEST = 12, 2  # names that a number may announce
FURTHER = 2  # sentences behind a number
REACH = 250  # characters between the two
FEW, WIDE = 3, 2  # names of which one more may be left out; names more or less than the number says
_TAIL = r"(?:,?\s\(?(?:aged\s)?\d{1,3}\)?)?(?:,\s(?:of|from)\s(?:the\s)?[A-ZÀ-Ý][\w’'-]+)?"
_LIST = re.compile(rf"{NAME}{_TAIL}(?:,\s{NAME}{_TAIL}){{0,11}},?\sand\s{NAME}")
_OPENING = re.compile(r"\W{0,3}(?:(?:On|Last)\s[A-Z]\w+,?\s)?$")
_CLOSED = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:each|all|both|together|were\sthe|are\sthe|complete|make\sup|made\sup)\b"
)
_NOT_THEM = re.compile(
    r"\b(?:instead|in\s(?:their|his|her)\s(?:place|stead)|as\s(?:an?|the|its|their|[a-z]+s)\b|replac\w+|succeed\w*|next\sto|too(?=[.,;]|$)|also|others?|against)\b",
    re.I,
)
# "Three ministers resigned. The president appointed": whoever is named comes in their place
_GONE = re.compile(
    r"\b(?:resign|quit\b|step(?:s|ped)\sdown|dismiss|sack(?:s|ed)|dropped|oust|retir|(?:has|have|had)\sleft|left\sthe|walked\sout)",
    re.I,
)
_STATE = re.compile(r"(?:countr|nation|state|government|member|team|embass|delegation)")
_NO_NAMES = ("time", "money", "event", "weapon", "substance", "part")


def find_named_later(story: Story) -> Iterator[Tie]:
    """Every number of a few whose names a later sentence lists."""
    told = [one for one in story.frames if _may_have_names(one)]
    for start, text in story.sentences:
        found = [one for one in told if 0 <= start - _end(one) <= REACH]
        found = [one for one in found if _sentences_on(story, one, start) <= FURTHER]
        lists = list(_LIST.finditer(text[:600])) if found else []
        if len(lists) == 1:
            yield from _ties(found, start, text, lists[0])


def _may_have_names(one: Frame) -> bool:
    """Whether a figure counts a few of what may have names, and tells of them for the first time."""
    few = one.dimension == "count" and FEWEST <= one.value <= MOST and one.exact
    return (
        few
        and bool(one.noun)
        and one.noun_class not in _NO_NAMES
        and one.refers in ("new", "same", "all")
        and not one.block.startswith("table")
    )


def _end(one: Frame) -> int:
    return one.sentence_start + len(one.sentence)


def _sentences_on(story: Story, one: Frame, start: int) -> int:
    """How many sentences that the tables hold lie between, with the second one."""
    return sum(one.sentence_start < at <= start for at, _ in story.sentences)


def _ties(near: list[Frame], start: int, text: str, found: re.Match) -> Iterator[Tie]:
    """The tie of a list with the number that it is of, if the words leave one only, or one that it agrees with."""
    items, unsure = items_of(found[0].rstrip("."), False)
    if len(items) < 2:
        return
    before, behind = text[: found.start()], text[found.end() :]
    fitting = [one for one in near if _is_of(one, items)]
    named = bool(_naming().search(before[-60:]))
    opens = bool(_OPENING.fullmatch(before))
    agreeing = [one for one in fitting if len(items) <= one.value <= len(items) + unsure]
    last = [one for one in fitting if one.sentence_start == max(x.sentence_start for x in fitting)]
    one = (agreeing or last or [None])[-1]
    if not one or not (named or opens) or has_cue("open", before[-60:], one.after[:80]):
        return
    if _NOT_THEM.search(behind[:60]) or _GONE.search(one.sentence):
        return
    names = [
        Name(start + found.start() + at, start + found.start() + at + len(item), item, one.line)
        for at, item in items
    ]
    more = len(names) - one.value
    kinds = named or _kind(items) != "name" or one.noun_class in PEOPLE_CLASSES
    if _kind(items) == "person" and one.part_in_event == "subject":
        kinds = named  # "Two judges heard the case. Aydin, Kaya and Ok had": others may be told of
    closed = named or bool(_CLOSED.match(behind)) or more > 0
    near_enough = abs(more) <= WIDE and (more > -WIDE or bool(_CLOSED.match(behind)))
    evidence = {
        "list": 1.0,
        "adjacent": float(named or kinds),
    }
    tie = list_tie(one, names, len(names) + unsure, "names", evidence)
    tie.may_fail = (
        kinds and closed and near_enough and len(fitting) == 1 and max(len(names), one.value) >= FEW
    )
    yield tie


def _is_of(one: Frame, items: list[tuple[int, str]]) -> bool:
    """Whether names may be those of what a figure counts: countries of countries, people of people."""
    kind, people = _kind(items), one.noun_class in PEOPLE_CLASSES
    if kind == "country":
        return bool(_STATE.match(one.noun))
    return kind == "person" if people else not _STATE.match(one.noun) and (kind == "thing" or not people)


def _kind(items: list[tuple[int, str]]) -> str:
    """What a list of names is of, as far as their form tells."""
    words = [item.split() for _, item in items]
    if sum(item in NATIONS for _, item in items) * 2 > len(items):
        return "country"
    if all(item.lower().startswith("the ") for _, item in items):
        return "thing"
    full = all(1 < len(own) < 5 or own[-1][:1].isdigit() for own in words)
    return "person" if full else "name"


@cache
def _naming() -> re.Pattern:
    """A verb of naming or choosing right before a list."""
    verbs = cue_words("naming")
    return re.compile(
        rf"\b(?:{verbs})(?:\s(?:them|these|those|as|today|yesterday|(?:on|in|at)\s[A-Z]\w+))*(?:\s(?:are|were|was|as))?[:,]?\s$"
        r"|\b(?:[Tt]hey|[Tt]hese|[Tt]hose|[Tt]he\s[a-z]+s)(?:\s(?:[a-z]+|on\s[A-Z]\w+)){0,3}?\s(?:are|were)[:,]?\s$"
    )
