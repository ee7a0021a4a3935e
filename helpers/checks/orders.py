"""Events of one case and the order in which they must come: arrest before conviction, conviction before sentence.

In: dated events (`helpers.checks.events`), which event comes first (`order.csv`), and the words that say it ("before the
raids", "followed"). Out: ties of "order". Charity: an earlier case is history and no event of this one, another person
has a case of his own; a wrong order is reported only where the words lead back from one event to the other.
"""

import re
from collections.abc import Iterator
from functools import cache

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.events import Event, between_events, events_of, new_people, other_charges, points_back
from helpers.checks.frames import Moment, Story
from helpers.texts import singular, word_list

__all__ = ["find_orders"]

REACH = 320
ONE_CASE = 366  # days between two events that are told as of one case
_BOUNDS = frozenset({"begin", "end"})


@cache
def _order() -> dict[tuple[str, str], bool]:
    """Pairs of events of which the first must come first → whether the words may say it the other way round; pairs
    through a third event may always."""
    known = {(row["first"], row["then"]): bool(row["lenient"]) for row in word_list("checks/order")}
    through = {(a, d) for a, b in known for c, d in known if b == c and a != d and (d, a) not in known}
    return {pair: True for pair in through} | known


def find_orders(story: Story) -> Iterator[Tie]:
    """Pairs and chains of dated events."""
    events = events_of(story)
    ties = []
    for at, first in enumerate(events):
        for then in events[at + 1 : at + 5]:
            if _near(story, first, then) and (tie := _pair(story, first, then)):
                ties.append(tie)
    yield from _chains(ties)


def _near(story: Story, a: Event, b: Event) -> bool:
    if _labelled(a.moment) and _labelled(b.moment):
        return True
    return abs(a.moment.line - b.moment.line) <= 2 and story.gap(a.moment.line, b.moment.line) <= REACH


def _labelled(moment: Moment) -> bool:
    """Whether a date stands alone behind its label: "Removal date: April 2024"."""
    return moment.block in ("bullet", "table row") and len(moment.sentence) < 70


def _pair(story: Story, a: Event, b: Event) -> Tie | None:
    """A tie of two events that must come in one order."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if (x.kind, y.kind) in _order()]
    if not pairs:
        return None
    first, then = pairs[0]
    holds = first.moment.begin <= then.moment.finish
    same = find_cue("same case", between_events(story, a, b))
    if not holds and not same and (_told_as_earlier(first, then) or other_charges(a, b)):
        return None
    if not holds and (_order()[first.kind, then.kind] or _guessed(first.moment, then.moment)):
        return None
    if holds and {a.kind, b.kind} <= _BOUNDS:
        return None  # that something ends after it began says nothing: years are read so
    evidence = _evidence(story, a, b, holds)
    evidence["back"] += float(bool(same))
    if not holds:
        evidence["wrong way"] += 2.0 * _doubtful(story, first, then, evidence)
    formula = f"{first.kind} on {first.moment.begin}, {then.kind} on {then.moment.begin}"
    verdict = Verdict(HOLDS if holds else FAILS, str(first.moment.begin), str(then.moment.begin), formula)
    words = (first.words, then.words) + ((same,) if same else ())
    claim = ("order", first.moment.start, then.moment.start)
    return Tie("order", (first.moment, then.moment), verdict, evidence, claim, words)


def _told_as_earlier(first: Event, then: Event) -> bool:
    """Whether the text itself says that the event which should come later came earlier ("he had been expelled once"):
    then it is of another case."""
    return then.perfect and not first.perfect


def _doubtful(story: Story, first: Event, then: Event, evidence: dict[str, float]) -> float:
    """Whether a wrong order may be one of two cases."""
    far = (first.moment.begin - then.moment.finish).days > ONE_CASE and evidence["back"] < 2
    return float(far or not evidence["back"] or evidence["scope"] > 0)


def _evidence(story: Story, a: Event, b: Event, holds: bool) -> dict[str, float]:
    """What the words say for and against two events being of one case."""
    one_line = a.moment.line == b.moment.line
    gap = story.gap(a.moment.line, b.moment.line)
    listed = _labelled(a.moment) and _labelled(b.moment)
    link = between_events(story, a, b)
    bounds = {a.kind, b.kind} <= _BOUNDS
    other = has_cue("other case", link) and not bounds
    return {
        "cue": 1.0,
        "back": float(one_line or listed or points_back(story, a, b)) * (0.0 if holds else 1.0),
        "scope": float(has_cue("scope", link)) + float(other),
        "other noun": 2.0 * float(new_people(story, a, b) and not listed),
        "wrong way": float("XXXX" in a.moment.value or "XXXX" in b.moment.value),
        "same line": float(one_line),
        "next line": float(not one_line and gap <= 3),
        "far": float(not listed and gap > 3),
        "list": float(listed),
    }


def _guessed(first: Moment, then: Moment) -> bool:
    """Whether a wrong order may come of a guessed year: "arrested on June 4, and extradited on July 30"."""
    if "text" == first.year_from == then.year_from:
        return False
    if "publication" in (first.year_from, then.year_from) and first.line != then.line:
        return first.begin.month == 12 or then.begin.month == 12
    return first.begin.year != then.begin.year or first.days > 7 or then.days > 7


def _chains(ties: list[Tie]) -> Iterator[Tie]:
    """Pairs that hold joined to chains, so that a case is one row; pairs that fail as they are."""
    chain: list[Tie] = []
    for tie in ties:
        if not tie.verdict.holds:
            yield tie
            continue
        joins = next(
            (one for one in chain if {i.start for i in one.items} & {i.start for i in tie.items}), None
        )
        if joins is None or _doubt(tie) or _doubt(joins):
            chain.append(tie)
            continue
        items = sorted(
            {item.start: item for item in (*joins.items, *tie.items)}.values(),
            key=lambda item: (item.begin, item.finish),
        )
        joins.items = tuple(items)
        joins.tied_by = tuple(dict.fromkeys((*joins.tied_by, *tie.tied_by)))
        joins.evidence = {
            name: max(joins.evidence.get(name, 0), tie.evidence.get(name, 0)) for name in joins.evidence
        }
    for tie in chain:
        tie.claim = ("order", *(item.start for item in tie.items))
        yield tie


def _doubt(tie: Tie) -> bool:
    return bool(tie.evidence["scope"] or tie.evidence["other noun"])
