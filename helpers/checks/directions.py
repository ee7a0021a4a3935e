"""A rise that is told of figures that fall, or a fall of figures that rise: "fell from 310 to 345", "51, up from 63", "have gone up:
there were 64 in 2021 and 59 in 2022".

In: figures of an article. Out: ties of "direction" (earlier figure, later figure) that fail; that figures go the way the words say
is no news. Charity: rates of exchange, ranks, ranges of heights and figures whose scale is told once ("from 3 to 2.5 million") go
either way.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.checks.arithmetic import FAILS, Verdict, number_in_words
from helpers.checks.binding import Tie
from helpers.checks.earlier import earlier_of
from helpers.checks.frames import Frame, Story, between

__all__ = ["find_directions"]

MOST_APART = 4  # times: figures that are further apart are not of one thing
YEARS = (1900, 2100)  # counts that may be years
_UP = r"r[io]se[sn]?|rising|increas(?:ed?|es|ing)|gr[eo]wn?|climb(?:s|ed)|jump(?:s|ed)|soar(?:s|ed)|surged?|swelled|(?:gone|went|go|goes)\sup|doubled|tripled"
_DOWN = r"f[ae]ll(?:s|en|ing)?|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|drop(?:s|ped)|shr[aiu]nk|sank|sunk|slumped|plunged|plummeted|dwindled|halved|reduced|lowered|(?:was|were|been)\scut|(?:gone|went|go|goes)\sdown"
_VERB = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
_LED = r"\s(?:from|to)\s(?:only\s|just\s|some\s|the\s)?"
# "rose sharply last year, from 1,450 to": in a phrase with a preposition a range may stand, "fell among men from 18 to 24"
_LEADS = re.compile(
    rf"{_VERB}(?:,?\s(?!(?:by|but|among|for|of|at|with|between|aged?|in(?!\s[A-Z\d]))\b)[^\W\d][\w’'-]*){{0,5}},?{_LED}$",
    re.I,
)
# "declined, with 4,120 inmates in 2019", "rose again: police recorded 812 in 2021"
_TELLS = re.compile(rf"{_VERB}[^.;,:|]{{0,40}}(?::|,\s(?:with|as|from))\s[^.;:|\d]{{0,40}}$", re.I)
_IN_YEAR = re.compile(r"(?:\s[a-z]+)?\s(?:in|for)\s(?:19|20)\d\d\b")
_ON = re.compile(rf"(?:\sin\s[\w\s]{{3,20}})?(?:\s[a-z]+){{0,3}},?{_LED}", re.I)
_UP_FROM = re.compile(
    r"[^.;:|]{0,60}[,(–—]\s?(?:(?P<up>up)|(?P<down>down))\sfrom\s(?:only\s|just\s|some\s|the\s)?"
)
_NEITHER = re.compile(
    r"\b(?:not|never|instead|should|would|expect\w*|target\w*|goal|rank\w*|places?|position|league|odds|exchange|dollar|error|wrongly|misprint\w*|correct\w*|respectively|although|though|despite|while|whereas|below\szero|minus)\b|n[’']t\b",
    re.I,
)
_SCALE = re.compile(r"(?:thousand|illion|bn|\d[mk])\b", re.I)


def find_directions(story: Story) -> Iterator[Tie]:
    """Every two figures of a sentence that go against the word for their rise or fall."""
    for inside in story.by_line.values():
        figures = [one for one in inside if not one.block.startswith("table")]
        for a, b in pairwise(figures):
            found, old = _told(story, a, b) if _comparable(a, b) else (None, None)
            if not found or not old or _NEITHER.search(a.sentence):
                continue
            new = b if old is a else a
            rises = bool(found["up"])
            meant = (
                [one for one in figures if one.start <= a.start and one.unit == a.unit] if old is b else [new]
            )
            if all((one.size > old.size) != rises for one in meant):
                yield _tie(found, old, new)


def _comparable(a: Frame, b: Frame) -> bool:
    """Whether two figures may be of one thing: of one unit and scale, not far apart, and neither years nor lengths."""
    kinds = [(one.unit, one.per, bool(_SCALE.search(one.quote))) for one in (a, b)]
    low, high = sorted((a.size, b.size))
    years = a.unit == "count" and all(YEARS[0] <= one.value <= YEARS[1] for one in (a, b))
    exact = a.exact and b.exact and a.dimension != "length"
    return kinds[0] == kinds[1] and exact and not years and 0 < low < high <= MOST_APART * low


def _told(story: Story, a: Frame, b: Frame) -> tuple[re.Match | None, Frame | None]:
    """The words that tell of a rise or a fall from one of two figures to the other, and which of them is the earlier one."""
    words = between(a, b)
    if found := _UP_FROM.fullmatch(words):
        return found, b
    if _ON.fullmatch(words) and (found := _LEADS.search(a.before[-100:])):
        ways = [
            text.split()[-1].lower()
            for text in (re.sub(r"\s(?:only|just|some|the)\s$", " ", x) for x in (a.before, words))
        ]
        return (found, a if ways[0] == "from" else b) if set(ways) == {"from", "to"} else (None, None)
    found = _TELLS.search(a.before[-120:])
    told = all(_IN_YEAR.match(one.after) for one in (a, b)) and (not b.noun or a.noun == b.noun)
    return (found, earlier_of(story, a, b)) if found and told else (None, None)


def _tie(found: re.Match, old: Frame, new: Frame) -> Tie:
    way = "rise" if found["up"] else "fall"
    formula = f"from {number_in_words(old.size)} to {number_in_words(new.size)} is no {way}"
    verb = (found["up"] or found["down"]).strip()
    return Tie(
        "direction",
        (old, new),
        Verdict(FAILS, "no " + way, verb, formula),
        {"cue": 1.0, "pair": 1.0, "adjacent": 1.0, "same line": 1.0},
        ("direction", old.start, new.start),
        (verb,),
    )
