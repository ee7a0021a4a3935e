"""The dated steps of one case as one row, and events in an order that they cannot have: a sentence before its verdict.

In: how likely each date is a step of the case (`helpers.checks.times.steps`), dated events (`helpers.checks.times.events`), which event comes
first (`order.csv`), and the words that say it ("before the raids", "followed"). Out: ties of "order". Charity: an earlier case is history and no event of this one, another person
has a case of his own; a wrong order is reported only where the words lead back from one event to the other.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie, sure, templates
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Story
from helpers.checks.times.backward import stepped_back
from helpers.checks.times.cases import (
    between_events,
    new_people,
    points_back,
    same_case,
)
from helpers.checks.times.chains import likeliest, links_of, none_outside
from helpers.checks.times.date_quotes import day_of
from helpers.checks.times.events import Event, events_of, is_entry
from helpers.checks.times.steps import Step, steps_of
from helpers.checks.times.told_orders import guessed, told_in_turn, told_orders
from helpers.texts import word_list

__all__ = ["find_orders", "steps_told"]

REACH = 320
NEAR = 80  # characters before a step in which another case may be named
_WHICH = re.compile(r"\b(?:that|which)\s(?:was|were|is|are|had|has|have)\b", re.I)
_AHEAD_OF_IT = re.compile(r"\b(?:already|earlier|previously|beforehand|in\sadvance)\b", re.I)
LIKELY = 0.5  # how sure words must be that put two events in a wrong order, for no chain to hold both,
WHOLE = 0.16  # how likely a chain must be to be reported; one of two dates only where words tie them;
LEFT = 0.5  # how likely no date is a step beside those that words tie, for these to be reported instead
ONE_CASE = 366  # days between two events that are told as of one case
# what answers another event needs no word that leads back: "He lodged a claim on 3 May. The tribunal said no on 9 June"
_ANSWERS = frozenset(
    (("filing", "decision"), ("request", "approve"), ("appeal", "outcome"), ("trial", "convict"))
)
_BOUNDS = frozenset({"begin", "end"})
# steps that a court takes once for each person
_ONCE = frozenset(("indict", "charge", "plead", "convict", "sentence"))
_OF_ANOTHER = frozenset(("death", "offence"))  # who died in a case is seldom who is tried in it


@cache
def _order() -> dict[tuple[str, str], str]:
    """Pairs of events of which the first must come first → whether it may come later: empty if never, "y" if it may, "told" if
    it may where the text tells it later, of another time."""
    return {(row["first"], row["then"]): row["lenient"] for row in word_list("checks/order")}


@cache
def _of_one_thing() -> frozenset[tuple[str, str]]:
    """Pairs of events that are mostly those of one thing, who is named with them says nothing: a tender and its award."""
    return frozenset((row["first"], row["then"]) for row in word_list("checks/order") if row["thing"])


def _lenient(first: Event, then: Event) -> bool:
    lenient = _order()[first.kind, then.kind]
    return lenient == "y" or lenient == "told" and then.start < first.start


def find_orders(story: Story, events: list[Event]) -> Iterator[Tie]:
    """The case that an article tells of, as one row; where it tells of several, or it is not clear which dates are of it, those
    that words put in order. `events` are those of `events_of`."""
    pairs = list(_pairs(story, events))
    tied = _tied(pairs)
    steps = steps_of(story, events, tied)
    case, share = likeliest(steps)
    failing = [tie for tie in pairs if not tie.verdict.holds]
    yield from failing
    inside = {step.moment.start for step in case}
    wrong = any(_starts(tie) <= inside and sure("order", tie.evidence) >= LIKELY for tie in failing)
    wrong = wrong or sum(step.kind == "arrest" for step in case) > 1  # of two people, or of one twice
    turned = _turned([step.kind for step in case if step.kind not in _OF_ANOTHER], strict=True)
    if share >= WHOLE and _is_told(case, tied) and not (wrong or turned or _of_two(story, case, events)):
        never = {pair for pair, lenient in _order().items() if not lenient}
        yield stepped_back(case, never) or _case_tie(case, events)
        return
    chains = list(_chains(pairs, events))
    inside = {start for tie in (*chains, *failing) for start in _starts(tie)}
    if wrong or none_outside(steps, inside) >= LEFT:
        yield from chains


def steps_told(
    story: Story,
) -> tuple[list[frozenset[str]], list[Step], dict[tuple[int, int], frozenset[str]]]:
    """The stretches of the calendar that an article names, for the fit: all words of each, without hours; the steps; and what
    the words say of a step and each behind it."""
    events = events_of(story)
    steps = steps_of(story, events, _tied(list(_pairs(story, events))))
    named = []
    for step in steps:
        one = step.moment
        same = [x for x in story.moments if (x.begin, x.finish) == (one.begin, one.finish) and not x.length]
        named.append(frozenset(quote for x in same for quote in (x.quote, day_of(x).quote)))
    return named, steps, links_of(steps, range(len(steps)))


def _tied(pairs: list[Tie]) -> frozenset[int]:
    """Where the dates begin that words tie to one another, without a doubt that they are of one case."""
    return frozenset(
        start for tie in pairs if tie.verdict.holds and not _doubt(tie) for start in _starts(tie)
    )


def _is_told(case: list[Step], tied: frozenset[int]) -> bool:
    """Whether words name some step of a case, or tie two of them; of a case of two steps both."""
    linked = sum(step.moment.start in tied for step in case)
    named = any(step.kind not in ("", *_BOUNDS) for step in case)
    return named and linked > 1 if len(case) == 2 else named or linked > 1


def _of_two(story: Story, case: list[Step], events: list[Event]) -> bool:
    """Whether the steps are those of two cases: two pleas and two sentences are those of two people; or words bring in somebody
    else, or another case, from one step to the next."""
    told = [step.kind for step in case if step.kind in _ONCE]
    if len(told) > 1 + len(set(told)):
        return True
    of_step = {event.moment.start: event for event in events}
    in_text = sorted((step.moment for step in case), key=lambda one: one.start)
    for one, other in pairwise(in_text):
        a, b = of_step.get(one.start), of_step.get(other.start)
        if a and b and (new_people(story, a, b) or has_cue("other case", between_events(story, a, b))):
            return True
        if has_cue("other case", other.before[-NEAR:]):
            return True
    return False


def _case_tie(case: list[Step], events: list[Event]) -> Tie:
    items = tuple(day_of(step.moment) for step in case)
    days = [f"{step.kind or 'a step'} on {step.moment.begin}" for step in case]
    verdict = Verdict(HOLDS, str(items[0].begin), str(items[-1].begin), ", then ".join(days))
    inside = {step.moment.start for step in case}
    words = tuple(event.words for event in events if event.moment.start in inside)
    claim = ("order", *sorted(inside))
    return Tie("order", items, verdict, {"cue": 1.0, "back": 1.0}, claim, words)


def _pairs(story: Story, events: list[Event]) -> Iterator[Tie]:
    """Pairs of dates that words put in order, or whose events must come in one."""
    said = {
        tie.claim: tie for tie in told_orders(story, {event.moment.start: event.kind for event in events})
    }
    needed = templates()["order"].report_fail
    pairs = [(first, then) for at, first in enumerate(events) for then in events[at + 1 : at + 5]]
    ties = [tie for pair in pairs if _near(story, *pair) and (tie := _pair(story, *pair))]
    found = {tie.claim: said.pop(tie.claim, tie) for tie in ties} | said
    for tie in told_in_turn(story):
        if tie.claim not in found or sure("order", found[tie.claim].evidence) < needed:
            found[tie.claim] = tie
    yield from found.values()


def _near(story: Story, a: Event, b: Event) -> bool:
    if is_entry(a.moment) and is_entry(b.moment):
        return True
    return abs(a.moment.line - b.moment.line) <= 2 and story.gap(a.moment.line, b.moment.line) <= REACH


def _pair(story: Story, a: Event, b: Event) -> Tie | None:
    """A tie of two events that must come in one order."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if (x.kind, y.kind) in _order()]
    if not pairs:
        return None
    # who breaks out is caught again, and who is caught may break out: whichever holds
    first, then = max(pairs, key=lambda pair: pair[0].moment.begin <= pair[1].moment.finish)
    holds = first.moment.begin <= then.moment.finish
    same = same_case(story, a, b, holds)
    near = abs(first.moment.begin - then.moment.begin).days < ONE_CASE
    one_thing = near and (first.kind, then.kind) in _of_one_thing() and not any(map(_is_which, (a, b)))
    if not (holds or same or one_thing) and _another_time(first, then):
        return None
    if not holds and (_lenient(first, then) or guessed(first.moment, then.moment)):
        return None
    if holds and {a.kind, b.kind} <= _BOUNDS:
        return None  # that something ends after it began says nothing: years are read so
    years = {first.moment.precision, then.moment.precision}
    if "year" in years and (len(years) > 1 or a.moment.line != b.moment.line):
        return None  # a year beside days is mostly that of another case
    if holds and first.moment.begin == then.moment.begin and first.moment.finish == then.moment.finish:
        return None  # two events of one day have no order
    evidence = _evidence(story, a, b, holds, bool(same), one_thing)
    if not holds:
        evidence["wrong way"] += 2.0 * _doubtful(first, then, evidence)
    early, late = (first, then) if holds else (then, first)
    link = "then" if holds else "and only then"
    formula = f"{early.kind} on {early.moment.begin}, {link} {late.kind} on {late.moment.begin}"
    verdict = Verdict(HOLDS if holds else FAILS, str(first.moment.begin), str(then.moment.begin), formula)
    words = (first.words, then.words) + ((same,) if same else ())
    claim = ("order", *sorted((first.moment.start, then.moment.start)))
    return Tie("order", (first.moment, then.moment), verdict, evidence, claim, words)


def _another_time(first: Event, then: Event) -> bool:
    """Whether the text itself tells of what should come first as of something later: "he had been expelled once" before
    his arrest, "released on 3 May and arrested on 8 June", as nobody is arrested only once."""
    if then.perfect != first.perfect:
        return then.perfect
    return then.start < first.start and first.kind in _recurring()


@cache
def _recurring() -> frozenset[str]:
    return frozenset(row["event"] for row in word_list("checks/events") if row["again"])


def _doubtful(first: Event, then: Event, evidence: dict[str, float]) -> float:
    """Whether a wrong order may be one of two cases."""
    far = (first.moment.begin - then.moment.finish).days > ONE_CASE and evidence["back"] < 2
    far = far and (first.kind in _recurring() or not evidence["same line"])
    return float(far or not evidence["back"] or evidence["scope"] > 0)


def _is_which(one: Event) -> bool:
    """Whether a clause says which one is meant, so that it need not be the one told of: "the contract that was signed"."""
    end = one.end - one.moment.sentence_start
    return bool(_WHICH.search(one.moment.sentence[max(0, end - len(one.words) - 20) : end]))


def _evidence(story: Story, a: Event, b: Event, holds: bool, same: bool, one_thing: bool) -> dict[str, float]:
    """What the words say for and against two events being of one case."""
    one_line = a.moment.line == b.moment.line
    gap = story.gap(a.moment.line, b.moment.line)
    listed = is_entry(a.moment) and is_entry(b.moment)
    link = between_events(story, a, b)
    linked = (one_line or listed or points_back(story, a, b)) + one_thing
    answered = holds and not one_line and gap <= 3 and (a.kind, b.kind) in _ANSWERS
    bounds = {a.kind, b.kind} <= _BOUNDS
    other = has_cue("other case", _AHEAD_OF_IT.sub("", link) if one_thing else link) and not bounds
    others = not one_thing and new_people(story, a, b)
    return {
        "cue": 1.0,
        "back": float(linked * (not holds)) + float(same),
        "scope": float(find_cue("scope", link)[:1].islower()) + float(other),  # "National Court" is none
        "other noun": 2.0 * float(others and not listed or has_cue("another matter", link))
        + float(not (linked or same or answered)),
        "wrong way": float("XXXX" in a.moment.value or "XXXX" in b.moment.value),
        "same line": float(one_line),
        "next line": float(not one_line and gap <= 3),
        "far": float(not listed and gap > 3),
        "list": float(listed),
    }


def _chains(ties: list[Tie], events: list[Event]) -> Iterator[Tie]:
    """Pairs that hold joined to chains, so that a case is one row: no event comes in it twice."""
    kinds = {event.moment.start: event.kind for event in events}
    chain: list[Tie] = []
    failing = [_starts(tie) for tie in ties if not tie.verdict.holds]
    holding = [tie for tie in ties if tie.verdict.holds]
    for tie in sorted(
        holding, key=lambda one: (one.evidence.get("far", 0), one.evidence.get("next line", 0))
    ):
        joins = next((one for one in chain if _starts(one) & _starts(tie)), None)
        if joins and any(bad <= _starts(joins) | _starts(tie) for bad in failing):
            continue
        if joins is None or _doubt(tie) or _doubt(joins):
            chain.append(tie)
            continue
        items = {item.start: item for item in (*joins.items, *tie.items)}
        told = [kinds[start] for start in items if start in kinds]
        in_time = sorted(items.values(), key=lambda item: (item.begin, item.finish))
        if len(set(told)) < len(told) or _turned([kinds.get(item.start, "") for item in in_time]):
            continue
        joins.items = tuple(in_time)
        joins.tied_by = tuple(dict.fromkeys((*joins.tied_by, *tie.tied_by)))
        joins.evidence = {
            name: max(joins.evidence.get(name, 0), tie.evidence.get(name, 0)) for name in joins.evidence
        }
    for tie in chain:
        tie.items = tuple(map(day_of, tie.items))
        tie.claim = ("order", *(item.start for item in tie.items))
        yield tie


def _turned(told: list[str], strict: bool = False) -> bool:
    """Whether some event comes after one that it must precede; if strictly, after one that it can never follow."""
    orders = (_order().get((later, earlier)) for earlier, later in combinations(told, 2))
    return any(order == "" if strict else order is not None for order in orders)


def _starts(tie: Tie) -> set[int]:
    return {item.start for item in tie.items}


def _doubt(tie: Tie) -> bool:
    return bool(tie.evidence["scope"] or tie.evidence["other noun"])
