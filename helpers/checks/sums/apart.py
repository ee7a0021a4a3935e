"""Parts that share nobody by what is told of each: one was jailed and another freed, one came from Mali and another from Chad.

In: figures that may be parts of a whole. Out: yes or no.
"""

import re
from functools import cache, lru_cache
from itertools import takewhile

from helpers.checks.frames import Frame, between
from helpers.texts import word_list

__all__ = ["apart"]

SEXES, ENDS = (
    ("sex", "boys and girls", "age"),
    ("verdict", "decision", "vote", "by now"),
)  # families that tell two parts apart
FEWEST = 3  # two figures with a place each are soon at hand
LONG = 130  # characters behind a part that tell what became of it
_CLAUSE_END = re.compile(r"[.;]\s|,\s(?:according|said|says|officials|police|the\s\w+\s(?:said|says))\b")
_NAME = r"(?:the\s)?([A-ZÀ-Ý][\w’'-]+|(?<=the\s)[a-z]+)"
# "14 were bound for Germany, nine for Austria", "Five flew the flag of Panama, four that of Liberia"
_FIRST = re.compile(rf"(?:\s[\w’'-]+){{0,5}}?\s(in|from|at|near|off|via|through|for|of|to)\s{_NAME}")
_NEXT = re.compile(
    rf"(?:\s(?!and\b)[a-z-]+)?\s(?:that\s)?(in|from|at|near|off|via|through|for|of|to)\s{_NAME}"
)
_OVERLAP = re.compile(
    r"\b(?:ha[sv]e|had|lived|speaks?|spoken?|visited|travelled|traveled|wanted|links?|ties|contain\w{0,3}|carr(?:y|ied)|mention\w{0,3}|show\w{0,3})\b"
)


def apart(run: list[Frame], named: bool) -> bool:
    """Whether nobody is in two of the parts: each met another fate, or came from, is in or goes to another place; `named`:
    whether the first is told as one of the whole ("of them, 14")."""
    told = [_words_of_part(one, after) for one, after in zip(run, [*run[1:], None], strict=True)]
    ahead = [_told_before(one, before) for one, before in zip(run, [None, *run], strict=False)]
    one_line = len({one.line for one in run}) == 1
    families = None if len(run) >= FEWEST else SEXES + (ENDS if named else ())
    if _other_fates(told, families) or _other_fates(ahead, families):
        return True
    return len(run) >= FEWEST and one_line and _other_places(told)


def _told_before(one: Frame, before: Frame | None) -> str:
    """What is told of a part ahead of it: "It allowed 74 appeals and dismissed 121"."""
    words = between(before, one) if before and before.line == one.line else one.before
    return words[-LONG // 2 :]


def _words_of_part(one: Frame, after: Frame | None) -> str:
    """What is told of a part: its words up to the next part, or to the end of the clause."""
    words = between(one, after) if after and after.line == one.line else _CLAUSE_END.split(one.after)[0]
    return words[:LONG]


@cache
def _fates() -> dict[str, dict[str, re.Pattern]]:
    """Family → fate → the words that tell it."""
    families: dict[str, dict[str, re.Pattern]] = {}
    for row in word_list("checks/fates"):
        known = families.setdefault(row["family"], {})
        known[row["fate"]] = re.compile(rf"\b(?:{row['words']})\b", re.I)
    return families


@lru_cache(maxsize=4_096)  # a part is one of many stretches
def _met(family: str, text: str) -> list[str]:
    """The fates of a family that a text tells."""
    return [fate for fate, words in _fates()[family].items() if words.search(text)]


def _other_fates(told: list[str], families: tuple[str, ...] | None) -> bool:
    """Whether each part met one fate of a family, and no two the same; of these `families` only, or of any."""
    for family in _fates():
        if families is not None and family not in families:
            continue
        met = takewhile(lambda fates: len(fates) == 1, (_met(family, text) for text in told))
        if len({fate for (fate,) in met}) == len(told):
            return True
    return False


def _other_places(told: list[str]) -> bool:
    """Whether the first part is told with a place and each other one with another, in the same words."""
    first = _FIRST.match(told[0])
    others = [_NEXT.match(text) for text in told[1:]]
    if not first or not all(others) or _OVERLAP.search(told[0]):
        return False
    names = {first[2], *(found[2] for found in others)}
    return len(names) == len(told) and {found[1] for found in others} == {first[1]}
