"""What the words must show before a relation is called wrong: more than that nothing speaks against it.

In: a tie that fails. Out: whether one of the sets of proof that its template asks for is there (`needs` in
`helpers/data/checks/templates.csv`): kinds of evidence that the search found, and marks that are read here from the
sentences in which the figures stand. A tie that holds needs none: that free figures agree is proof of its own.
"""

import re

from helpers.checks.binding import Tie, templates
from helpers.checks.cues import has_cue
from helpers.checks.slips import PLAIN
from helpers.texts import singular

__all__ = ["MARKS", "proven"]

_OTHERS = re.compile(r"\b(?:others?|too|also|more|further)\b")
# "come from the following countries: "
_THESE = re.compile(
    r"\b(?:following|these|those|two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:[a-z]+\s){0,2}?([a-z]+s|[a-z]+ren|people)\W*$"
)
_SAME_YEAR = re.compile(r"\b(?:same|that)\syear\b")


def proven(tie: Tie) -> bool:
    """Whether the words show what a template needs for a relation that fails."""
    needs = templates()[tie.template].needs
    return not needs or any(all(_shown(tie, name) for name in need) for need in needs)


def _shown(tie: Tie, name: str) -> bool:
    """Whether a kind of proof is there: evidence, a mark, or that some evidence is not there ("no rival")."""
    if name.startswith("no "):
        return not _shown(tie, name.removeprefix("no "))
    return MARKS[name](tie) if name in MARKS else tie.evidence.get(name, 0) > 0


def _claim_and_others(tie: Tie) -> tuple:
    """The figure that is told of two others, and these: a difference comes first, every other last."""
    return (tie.items[0], tie.items[1:]) if tie.template == "difference" else (tie.items[-1], tie.items[:-1])


def _one_line(tie: Tie) -> bool:
    return len({item.line for item in tie.items}) == 1


def _leads_back(tie: Tie) -> bool:
    """Whether the later sentence says that it goes on with what was told: "that is", "these three", "the increase"."""
    claim, others = _claim_and_others(tie)
    later = [item for item in tie.items if item.line > min(one.line for one in tie.items)]
    told = [claim] if claim in later and claim.line not in {one.line for one in others} else later
    return any(has_cue("leads back", item.sentence) for item in told)


def _years_told(tie: Tie) -> bool:
    """Whether the years of two dates are printed, or follow both from the day of publication and are the same, or one is told as
    that of the other; not if one of them only follows from a date beside it: "granted on 1 April 2019, was suspended on 22
    January"."""
    if any(_SAME_YEAR.search(one.quote) for one in tie.items):
        return True
    sources = {one.year_from for one in tie.items}
    # "was operated on two days later, on 16 May, and died on 15 May"
    if sources == {"context", "publication"}:
        return len({one.begin.year for one in tie.items}) == 1
    if sum(one.year_from == "context" for one in tie.items) == 1:
        return False
    return len({one.year_from == "publication" and one.begin.year for one in tie.items}) == 1


def _announced(tie: Tie) -> bool:
    """Whether a list is one of what a number counts, and not of others: "the two brothers named others too:
    Silva, …", "nine women represent these countries: Chad, …"."""
    told, first = tie.items[0], min(tie.items[1:], key=lambda one: one.start)
    at = told.sentence_start
    words = told.sentence[told.end - at : max(0, first.start - at)]
    other = _THESE.search(words)
    return not (_OTHERS.search(words) or other and singular(other[1]) != told.noun)


MARKS = {
    "behind": lambda tie: tie.items[-1].start > max(item.start for item in tie.items[:-1]),
    "years told": _years_told,
    "one line": _one_line,
    "announced": _announced,
    "leads back": _leads_back,
    "slip": lambda tie: tie.slip >= PLAIN,
}
