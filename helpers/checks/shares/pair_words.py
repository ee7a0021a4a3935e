"""What the words say of one figure, and of two beside each other, whichever claim they may belong to.

In: figures of an article. Out: named features, as `helpers.checks.shares.pairing` puts them together; no arithmetic.
"""

import re
from functools import lru_cache
from math import log10

from helpers.checks.alike import periods, same_event
from helpers.checks.cues import has_cue
from helpers.checks.frames import Frame, Moment, Story, agreement, between
from helpers.checks.kept import once
from helpers.checks.shares.earlier import earlier_of
from helpers.checks.shares.pairs import common_words, is_difference
from helpers.checks.shares.per import average_of
from helpers.checks.shares.percents import THEM, beside
from helpers.texts import MONTH_NAMES, word_stems

__all__ = ["CLAUSE", "Own", "clause_of", "is_plan", "meet", "own_words", "pair_words"]

CLAUSE = re.compile(r"[;:]\s|\.\s|\s[–—]\s|,\s(?:and|but|while|whereas|although|after|before|as|when)\s")
_PLAN = re.compile(
    r"\b(?:capacity|targets?|quotas?|ceiling|plan(?:s|ned)?|wants?|aims?|intends?|hopes?|proposes?|would|will|shall|should"
    r"|(?:is|are|was|were)\sto\s(?!date)|set\sto|due\sto\s(?:be|rise|fall|reach)|scheduled|projected|projects|expect(?:s|ed)"
    r"|forecasts?|pledged|promised)\b"
)
REACH = 110  # characters on each side of a figure in which its clause is looked for; 90 of them are read
_PLAN_BEHIND = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:(?:is|are)\splanned|planned|by\sthe\send\sof\s20\d\d|by\s20\d\d)\b"
)
_MONTHS = frozenset(MONTH_NAMES)
_PROPER = re.compile(r"(?<=[\w,;–—(] )[A-Z][a-z]{2,}")
# how a figure refers to others
_BACK = dict.fromkeys(("same", "all", "together"), "refers back") | {
    "part": "refers part",
    "more": "refers more",
}
_CUT = re.compile(r"[,;.]")
_TO = re.compile(r"\bto\s(?:[^\s\d]+\s){0,3}$", re.I)
_LISTED = re.compile(r"(?:\s[\w’'-]+){0,5}(?:,|\sand|,\sand)\s(?:[a-z]+\s){0,2}")


@once
def is_plan(one: Frame) -> bool:
    """Whether a figure is a plan, target or capacity."""
    return bool(_PLAN.search(_clause_before(one)[-90:].lower()) or _PLAN_BEHIND.match(one.after))


@once
def _clause_before(x) -> str:
    """The words of the clause of a figure that stand before it."""
    return CLAUSE.split(x.before[-REACH:])[-1]


@once
def clause_of(x) -> str:
    """The clause of a figure."""
    return f"{_clause_before(x)[-80:]} {CLAUSE.split(x.after[:REACH], maxsplit=1)[0][:80]}"


def beside_words(x) -> str:
    """The words right beside a figure."""
    return f"{x.before[-35:]} {x.after[:35]}".lower()


class Own:
    """What is known of a figure by the words around it, whichever the claim: the names of what it is with 1.0, its time, the stems of
    its sentence, its clause and the words right beside it, the proper names of its clause and its sentence, and the
    percentages that stand beside it."""

    def __init__(self, story: Story, x):
        self.told = dict.fromkeys(_names_of(x), 1.0)
        self.time = time_of(story, x)
        self.stems = _stems_of(x.sentence)
        self.near = word_stems(clause_of(x).lower()) - common_words()
        self.tight = word_stems(beside_words(x)) - common_words()
        self.proper = _proper(clause_of(x))
        self.proper_around = _proper(x.sentence)
        percents = (y for y in story.by_line.get(x.line, ()) if y.dimension == "percent")
        self.percents = {y.start for y in percents if (beside(x, y) if x.start <= y.start else beside(y, x))}


@lru_cache(maxsize=1_024)  # the figures of a sentence share it
def _stems_of(sentence: str) -> frozenset[str]:
    """The stems of a sentence that tell it from others."""
    return word_stems(sentence.lower()) - common_words()


@lru_cache(maxsize=4_096)
def _proper(text: str) -> frozenset[str]:
    """The capitalised words of a text but the first, and no months."""
    return frozenset(_PROPER.findall(text)) - _MONTHS


@once
def own_words(story: Story, x) -> Own:
    """What is known of a figure."""
    return Own(story, x)


def _names_of(x) -> tuple[str, ...]:
    """What a figure is by its own words."""
    found = ["after to"] if _TO.search(x.before[-40:]) else []
    if isinstance(x, Frame):
        claims = is_difference(x) or average_of(x) or x.after.startswith(" times")
        told = (("is claim", claims), ("plan", is_plan(x)), ("rough", not x.exact), ("one", x.value == 1))
        told += (("them", THEM.match(x.after)), ("is time", x.dimension.startswith("time ")))
        found += [name for name, is_so in told if is_so]
    else:
        found.append("is time" if x.length else "is stretch")
    if back := _BACK.get(getattr(x, "refers", "")):
        found.append(back)
    if has_cue("earlier", x.before[-50:]) or has_cue("earlier", _CUT.split(x.after[:60], maxsplit=1)[0]):
        found.append("earlier")
    return tuple(found)


def time_of(story: Story, x) -> tuple | None:
    """The month or year told with a figure: the nearest in its clause, else the only one of its sentence."""
    if isinstance(x, Moment):
        return (x.begin, x.finish) if x.begin and x.finish else None
    told = periods(story, x.line)
    if len(told) > 1:
        told = [y for y in told if not CLAUSE.search(between(x, y))] or told
        told = sorted(told, key=lambda y: len(between(x, y)))
    return (told[0].begin, told[0].finish) if told else None


def meet(a: tuple, b: tuple) -> bool:
    """Whether two stretches of the calendar share a day."""
    return a[0] <= b[1] and b[0] <= a[1]


def pair_words(story: Story, a, b) -> dict[str, float]:
    """What the words say of two figures, whichever the claim."""
    own = (own_words(story, a), own_words(story, b))
    low, high = (a, b) if a.start <= b.start else (b, a)
    lines = abs(high.line - low.line)
    found = {
        ("pair line", "pair next line")[lines] if lines < 2 else "pair far": 1.0,
        "second behind": float(b.start > a.start),
    }
    inner = (
        [y for y in story.by_line.get(a.line, ()) if low.end <= y.start < high.start] if not lines else [a]
    )
    found["pair adjacent"] = float(not inner)
    words = between(low, high) if not lines else ""
    if words:
        found["pair listed"] = float(bool(_LISTED.fullmatch(words)))
        found["pair clause"] = float(not CLAUSE.search(words))
        found["pair against"] = float(has_cue("pair", words, high.after[:40]))
    times = [one.time for one in own]
    found["pair theme"] = min(len(own[0].tight & own[1].tight), 2) / 2
    if all(times):
        found["pair same time" if times[0] == times[1] else "pair other time"] = 1.0
    if isinstance(b, Moment):
        return found
    level = agreement(a, b) if a.dimension == b.dimension else "open"
    names = {
        "same class": "pair class",
        "other noun": "pair other",
        "": "pair unlike",
    }
    if level in names:
        found[names[level]] = 1.0
    found["pair event"] = float(same_event(a, b))
    if a.dimension == b.dimension:
        found["pair earlier"] = float(earlier_of(story, low, high) is not None)
    found["pair other place"] = float(bool(a.place and b.place) and a.place != b.place)
    found["pair magnitudes"] = min(abs(log10(a.size / b.size)), 3.0) if a.dimension == b.dimension else 0.0
    found["pair bare"] = float(bool(a.noun) != bool(b.noun))
    return found
