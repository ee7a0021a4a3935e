"""Events of one case and the order in which they must come: arrest before conviction, conviction before sentence, a
beginning before its end.

In: dates beside words for events (`helpers/data/checks/events.csv`), and which event comes first
(`order.csv`). Out: ties of "order". Charity: an earlier case is history and no event of this one, so that a wrong order
is reported only within one sentence and one year, or where the words say that it is the same case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Moment, Story
from helpers.texts import word_list

__all__ = ["find_orders"]

REACH = 320
ONE_CASE = 366  # days between two events that are told as of one case
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas)\s")
_RELATIVE = re.compile(
    r"(?:today|yesterday|now|tonight|(?:this|last|next)\s(?:week|month|year|morning|weekend|night))", re.I
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|yet\sto\sbe|due\sto|expected|will|would|could|may|might|faces?|before\sbeing|to\sbe)\s(?:\w+\s){0,2}$",
    re.I,
)
_PERSON = re.compile(
    r"\b(?:another|other|second|his|her|their)\s(?:\w+\s)?(?:man|woman|brother|sister|partner|accomplice|co-accused|suspect|colleague|leader|wife|husband|son|member|supervisor)\b|\bthe\sleader\b",
    re.I,
)


@dataclass(frozen=True)
class Event:
    """A dated event: its class, and where its word stands in the sentence."""

    moment: Moment
    kind: str
    at: int
    words: str


@cache
def _phrases() -> re.Pattern:
    rows = sorted((row["words"] for row in word_list("checks/events")), key=len, reverse=True)
    parts = [
        re.escape(words).replace(r"\ …\ ", r"\s(?:[\w’'-]+\s){1,4}").replace(r"\ ", r"\s") for words in rows
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.I)


@cache
def _kinds() -> list[tuple[re.Pattern, str]]:
    rows = sorted(word_list("checks/events"), key=lambda row: -len(row["words"]))
    return [
        (
            re.compile(
                re.escape(row["words"]).replace(r"\ …\ ", r"\s(?:[\w’'-]+\s){1,4}").replace(r"\ ", r"\s"),
                re.I,
            ),
            row["event"],
        )
        for row in rows
    ]


@cache
def _lenient() -> frozenset[tuple[str, str]]:
    """Pairs that usually come in one order and may come in the other."""
    return frozenset((row["first"], row["then"]) for row in word_list("checks/order") if row["lenient"])


@cache
def _order() -> frozenset[tuple[str, str]]:
    """Pairs of events of which the first must come first, also through others."""
    known = {(row["first"], row["then"]) for row in word_list("checks/order")}
    return frozenset(
        known | {(a, d) for a, b in known for c, d in known if b == c and a != d and (d, a) not in known}
    )


def find_orders(story: Story) -> Iterator[Tie]:
    """Pairs and chains of dated events."""
    events = _events(story)
    ties = []
    for at, first in enumerate(events):
        for then in events[at + 1 : at + 5]:
            labelled = _labelled(first.moment) and _labelled(then.moment)
            if not labelled and (
                abs(first.moment.line - then.moment.line) > 2
                or story.gap(first.moment.line, then.moment.line) > REACH
            ):
                continue
            if tie := _pair(story, first, then):
                ties.append(tie)
    yield from _chains(ties)


def _labelled(moment: Moment) -> bool:
    """Whether a date stands alone behind its label: "Removal date: April 2024"."""
    return moment.block in ("bullet", "table row") and len(moment.sentence) < 70


def _events(story: Story) -> list[Event]:
    """Each date with the word for an event that it dates."""
    found = []
    for moment in story.moments:
        if (
            moment.length
            or not moment.begin
            or not moment.finish
            or moment.days > 31
            or _RELATIVE.fullmatch(moment.quote)
        ):
            continue
        if event := _event(story, moment):
            found.append(event)
    return found


def _event(story: Story, moment: Moment) -> Event | None:
    """The event nearest to a date, with no other date between them."""
    at = moment.start - moment.sentence_start
    end = moment.end - moment.sentence_start
    others = [
        (o.start - o.sentence_start, o.end - o.sentence_start)
        for o in story.moments
        if o.line == moment.line and o is not moment and not o.length
    ]
    low = max([stop for start, stop in others if stop <= at] + [0, at - 160])
    high = min([start for start, _ in others if start >= end] + [len(moment.sentence), end + 120])
    best: tuple[float, Event] | None = None
    for match in list(_phrases().finditer(moment.sentence, low, high))[:12]:
        before = match.end() <= at
        words = moment.sentence[match.end() : at] if before else moment.sentence[end : match.start()]
        cut = len(_CLAUSE.findall(words))
        distance = len(words) + 60 * cut + (25 if not before else 0)
        if _NEGATED.search(moment.sentence[max(0, match.start() - 40) : match.start()]) or (
            cut and not before
        ):
            continue
        kind = next(kind for pattern, kind in _kinds() if pattern.fullmatch(match[0]))
        if best is None or distance < best[0]:
            best = (distance, Event(moment, kind, moment.sentence_start + match.start(), match[0]))
    return best[1] if best and best[0] < 150 else None


def _pair(story: Story, a: Event, b: Event) -> Tie | None:
    """A tie of two events that must come in one order."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if (x.kind, y.kind) in _order()]
    if not pairs:
        return None
    first, then = pairs[0]
    holds = first.moment.begin <= then.moment.finish
    gap = (first.moment.begin - then.moment.finish).days
    listed = _labelled(a.moment) and _labelled(b.moment)
    one_line = a.moment.line == b.moment.line
    one_story = one_line or (listed and story.gap(a.moment.line, b.moment.line) <= 3)
    text = a.moment.sentence if one_line else f"{a.moment.sentence} {b.moment.sentence}"
    link = story.text_between(a.moment, b.moment) if one_line else f"{a.moment.after} {b.moment.sentence}"
    same = find_cue("same case", text)
    one_thing = bool(same) and one_line or {first.kind, then.kind} <= {"begin", "end"}
    evidence = {
        "cue": 1.0,
        "back": 2.0 * bool(same),
        "scope": float(has_cue("scope", link)) + float(has_cue("other case", link) and not one_thing),
        "other noun": float(bool(_PERSON.search(link))) + float(_other_names(a, b)),
        "wrong way": float(not holds and gap > ONE_CASE and not same) * 2
        + float("XXXX" in first.moment.value or "XXXX" in then.moment.value)
        + float(
            not holds and "publication" in (first.moment.year_from, then.moment.year_from) and not one_line
        )
        + float(not holds and not one_story and not same) * 2,
        "same line": float(one_line),
        "next line": float(not one_line and story.gap(a.moment.line, b.moment.line) <= 3),
        "far": float(not listed and story.gap(a.moment.line, b.moment.line) > 3),
        "list": float(listed),
    }
    if evidence["scope"] and not one_line and not same:
        return None
    formula = f"{first.kind} on {first.moment.begin}, {then.kind} on {then.moment.begin}"
    if not holds and ((first.kind, then.kind) in _lenient() or _guessed(first.moment, then.moment)):
        return None
    verdict = Verdict(HOLDS if holds else FAILS, str(first.moment.begin), str(then.moment.begin), formula)
    words = (first.words, then.words) + ((same,) if same else ())
    return Tie(
        "order",
        (first.moment, then.moment),
        verdict,
        evidence,
        ("order", first.moment.start, then.moment.start),
        words,
    )


def _guessed(first: Moment, then: Moment) -> bool:
    """Whether a wrong order may come of a guessed year: "arrested on June 4, and extradited on July 30"."""
    if "text" == first.year_from == then.year_from:
        return False
    return first.begin.year != then.begin.year or first.days > 7 or then.days > 7


def _other_names(a: Event, b: Event) -> bool:
    """Whether two persons are named: "arrested Lopez … and deported Garcia"."""
    if a.kind == b.kind:
        return False
    if _labelled(a.moment) and _labelled(b.moment):
        return False
    names = []
    for one in (a, b):
        at = one.at + len(one.words) - one.moment.sentence_start
        words = one.moment.sentence[at : max(at, min(at + 25, one.moment.start - one.moment.sentence_start))]
        names.append(set(re.findall(r"\b[A-Z][a-z]{2,}", words)))
    return bool(names[0] and names[1] and not names[0] & names[1])


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
