"""How sure the words tie some figures: evidence of a few named kinds, weighed and added up.

In: the template and the evidence of a tie. Out: a number between 0 and 1. The weights are those of
`helpers/data/checks/weights.csv`, fitted by `python -m helpers.accuracy.fit` on training texts, and frozen; what a
template needs to be reported stands in `templates.csv`. No number of a text enters here.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from helpers.checks.arithmetic import Verdict
from helpers.checks.frames import Frame, Story
from helpers.texts import word_list

__all__ = [
    "REACH",
    "Template",
    "Tie",
    "logistic",
    "near_counts",
    "near_evidence",
    "stated_words",
    "sure",
    "templates",
    "weights",
]

REACH = 500  # characters between a percentage or an average and its counts
MOST_NEAR = 12
SHORT = 150  # characters of a sentence that may stand between two that belong together


@dataclass(frozen=True)
class Template:
    """A kind of relation: the kind it is reported under, its name in words, and which of its figures the text states of
    the others (first, last; empty where none is: the same figure again, two events in order); how sure a tie must be for
    a row that holds and for one that fails; `needs`: the sets of proof of which one must be there for a row that fails
    (all of them optional if there are none)."""

    name: str
    kind: str
    words: str
    stated: str
    report_hold: float
    report_fail: float
    needs: tuple[frozenset[str], ...]


@dataclass
class Tie:
    """Figures in the slots of a template, tied by words.

    Attributes:
        template: Name of the template.
        items: The figures or dates, in the order in which a row lists them.
        verdict: What the arithmetic says.
        evidence: Kind of evidence → how much of it (1 where it is there).
        claim: What the tie is about: two ties with the same claim exclude each other.
        tied_by: The words that tie.
        chance: How likely free numbers agree as well; 0 where that does not count.
        may_fail: Whether the figures are a natural choice by words alone, so that a failing row may be reported.
        slip: How much likelier the figures miss each other as they do if they belong together than if they are free
            (`helpers.checks.slips`).
        weighed: Whether the figures were chosen, and the tie made sure, by `helpers.checks.shares.weighed`.
    """

    template: str
    items: tuple
    verdict: Verdict
    evidence: dict[str, float]
    claim: tuple
    tied_by: tuple[str, ...] = ()
    may_fail: bool = True
    chance: float = 0.0
    sure: float = field(default=0.0)
    weighed: bool = False
    slip: float = 1.0

    @property
    def places(self) -> frozenset[tuple[int, int]]:
        return frozenset((item.start, item.end) for item in self.items)


@cache
def templates() -> dict[str, Template]:
    """Name → template."""
    return {
        row["template"]: Template(
            row["template"],
            row["kind"],
            row["words"],
            row["stated"],
            *(float(row[f"report_{way}"]) for way in ("hold", "fail")),
            tuple(frozenset(need.split(" + ")) for need in row["needs"].split(" | ") if need),
        )
        for row in word_list("checks/templates")
    }


def stated_words(template: str, quotes: Sequence[str], stated: float | str) -> str:
    """What the text states of the other figures of a relation, in its own words; empty where no figure is stated of the
    others.

    Args:
        template: The name of its template; of one that is not known nothing is stated.
        quotes: Its figures as written, in their order.
        stated: Their `Verdict.stated`; words of the text where these may stand beside the quote ("14 August, a Sunday").
    """
    place = templates()[template].stated if template in templates() else ""
    if not place or not len(quotes):
        return ""
    quote = quotes[0 if place == "first" else -1]
    return stated if isinstance(stated, str) and stated not in quote else quote


@cache
def weights() -> dict[str, float]:
    """Kind of evidence → its weight; "bias TEMPLATE" → what a template starts from."""
    return {row["evidence"]: float(row["weight"]) for row in word_list("checks/weights")}


def sure(template: str, evidence: dict[str, float], known: dict[str, float] | None = None) -> float:
    """How sure the words tie: the logistic function of the evidence, weighed by `known` or by the frozen weights.

    Raises:
        KeyError: if a kind of evidence has no weight.
    """
    known = known or weights()
    total = known[f"bias {template}"] + sum(
        known[name] * amount for name, amount in evidence.items() if amount
    )
    return logistic(total)


def logistic(score: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))


def near_evidence(story: Story, lines: set[int], line: int) -> dict[str, float]:
    """How near some lines stand to another: same line, next line (with a short sentence between at most), far."""
    gap = min(story.gap(one, line) for one in lines)
    return {"same line": float(gap == 0), "next line": float(0 < gap <= SHORT), "far": float(gap > SHORT)}


def near_counts(story: Story, one: Frame) -> list[Frame]:
    """Counts and measures near a percentage or an average that may be of them, those of the title and the lead too,
    nearest first."""
    found = [
        other
        for line in range(one.line - 3, one.line + 4)
        for other in story.by_line.get(line, ())
        if other.counts
        and other.start != one.start
        and other.refers != "each"
        and not other.block.startswith("table")
        and story.gap(one.line, line) <= REACH
    ]
    heads = [
        other
        for other in story.frames[:MOST_NEAR]
        if other.counts and other.start != one.start and (story.is_head(other) or other.line == story.lead)
    ]
    found.sort(key=lambda other: (story.gap(one.line, other.line), abs(one.start - other.start)))
    found = found[:MOST_NEAR]
    return found + [other for other in heads if other not in found]
