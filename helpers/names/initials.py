"""Abbreviations that an article uses without introducing them: "VZCSO" for the Van Zandt County Sheriff's Office.

>>> unique_initials(["Detroit Police Department", "Van Zandt County Sheriff's Office"])
{'DPD': 'Detroit Police Department', 'VZCSO': "Van Zandt County Sheriff's Office"}
"""

import re
from collections.abc import Iterable

from helpers.names.canonical import plain_name
from helpers.names.lists import gazetteer, head_words, names, words_of

__all__ = ["unique_initials"]

FEWEST = 3  # letters; two mean too much
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w.]{1,30}")


def unique_initials(bodies: Iterable[str]) -> dict[str, str]:
    """The first letters of names -> the one name that has them, unless a list knows them for another body.

    Args:
        bodies: Names of bodies as an article writes them.
    """
    found: dict[str, dict[str, str]] = {}
    for name in bodies:
        plain = plain_name(name)
        words = _CAPITALISED.findall(plain.replace("'s", ""))
        heads = [
            n for n, word in enumerate(words) if n and word in head_words()
        ]  # "Texas Department of Public Safety"
        for first in {0, *heads[:1]}:
            letters = "".join(word[0] for word in words[first:])
            if len(letters) >= FEWEST and not _is_listed(letters):
                found.setdefault(letters, {})[plain.casefold()] = plain
    return {letters: next(iter(same.values())) for letters, same in found.items() if len(same) == 1}


def _is_listed(letters: str) -> bool:
    """Whether a list knows the letters for a body that is not just one of many towns or states: "CPD" may be any."""
    key = tuple(word.key for word in words_of(letters))
    return any(
        entry.kind == "nation" or gazetteer()[entry.row]["level"] not in ("local", "state")
        for entry in names().get(key, ())
        if entry.kind in ("abbreviation", "agency", "nation")
    )
