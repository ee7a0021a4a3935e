"""A list of names or items in running text: where each of them stands, and what only goes with the one before it.

In: the words of a list. Out: its items with their places; an age, a home or a trade behind a name ("Adeyemi, 24, Bako, 31",
"Pol, a judge, Ewa Lis") is none of them.
"""

import re
from dataclasses import dataclass

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.frames import Frame

__all__ = ["NAME", "Name", "items_of", "list_tie"]

NAME = r"(?:the\s)?[A-ZÀ-Ý][\w’'.-]*(?:\s(?:of|the|de|da|del|la|al|[A-ZÀ-Ý][\w’'.-]*)){0,3}"
_AGE = re.compile(r"(?:aged?\s)?\d{1,3}(?:\s(?:of|from)\s.{1,40})?$")
_HOME = re.compile(r"(?:both\s)?(?:of|from)\s(?:the\s)?[A-ZÀ-Ý]")
_TRADE = re.compile(r"(?:an?|the|his|her|their|who|which|aged)\s[a-z]")
_NAMED = re.compile(r"(?:the\s)?[A-ZÀ-Ý]")

Item = tuple[int, str]


@dataclass(frozen=True)
class Name:
    """A name in a list, as an item of a tie."""

    start: int
    end: int
    quote: str
    line: int
    block: str = ""


def items_of(text: str, whole: bool) -> tuple[list[Item], int]:
    """The items of a list with their places, and how many more there may be of those taken for an age or a trade of the
    one before; none where the words are no list. Only a list that is all a sentence says behind a colon (`whole`) may do
    without an "and"."""
    cuts = [joint.span() for joint in re.finditer(r",\s(?:(?:and|&)\s)?", text)]
    last = text[cuts[-1][0] :] if cuts else text
    if not re.match(r",\s(?:and|&)\s", last):  # "A, B and C"
        joint = re.search(r"\s(?:and|&)\s", last)
        if joint:
            cuts.append((len(text) - len(last) + joint.start(), len(text) - len(last) + joint.end()))
        elif not (whole and len(cuts) > 1):
            return [], 0
    starts, stops = [0, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), len(text)]
    return _without_tails([(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True)])


def _without_tails(found: list[Item]) -> tuple[list[Item], int]:
    """The items without those that only say something of the one before."""
    kept, unsure = [], 0
    for at, (start, words) in enumerate(found):
        after = found[at + 1][1] if at + 1 < len(found) else ""
        behind_name = bool(kept) and bool(_NAMED.match(found[at - 1][1]))
        aside = at and bool(_AGE.match(words) or behind_name and _HOME.match(words))
        trade = behind_name and _TRADE.match(words) and (not after or bool(_NAMED.match(after)))
        if aside or trade:
            unsure += bool(trade)
        else:
            kept.append((start, words))
    return kept, unsure if unsure == 1 else 0  # of several it is plain what they are


def list_tie(
    one: Frame, names: list[Name], most: int, what: str, evidence: dict[str, float], formula: str = ""
) -> Tie:
    """The tie of a number and the names of a list, of which there are `most` if some are two."""
    verdict = Verdict(
        HOLDS if len(names) <= one.value <= most else FAILS,
        float(len(names)),
        one.value,
        formula or f"{len(names)} {what} are listed",
    )
    return Tie("names", (one, *names), verdict, evidence, ("names", names[0].start), ())
