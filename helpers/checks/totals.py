"""Totals and rests that words tie to what was told right before: "Between them, the planes took 107 people",
"and the rest, 35, remain".

In: the parts of one sentence and a next one that resumes them, by "between them" and "together" or by their
number ("across the three towns"); a total with the part and the rest that it has. Out: "in all" alone, as the
text may have told a selection; totals of another period ("so far this year").
"""

import re
from collections.abc import Iterator

from helpers.checks.figures import Figure, Found, out_of, same_kind, sentences_of, words_between
from helpers.checks.series import sum_of
from helpers.checks.words import GROUPS, stem_of

__all__ = ["find_totals"]

_MOST_PARTS = 12
_FARTHEST = 2.0  # parts that miss their total by more than this factor are not meant as all of it
_BETWEEN = re.compile(
    r"(?:(?:Between|Among)\sthem\b|(?:Taken\s)?[Tt]ogether\b(?!\swith)|Combined,|Put\stogether)"
)
_IN_ALL = re.compile(
    r"(?:In\s(?:all|total)|Altogether|All\stold|Overall|All\sin\sall|The\stotal|That\s(?:makes|made|is|was|gives|gave))\b"
)
_THE_GROUPS = re.compile(r"\b(?:the|these|those|all|both)\s(?:the\s)?$", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|the\stwo)\s(?:[a-z-]+\s)?([a-z]+)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:since|so far|to date|years?|months?|weeks?|now|nationwide|worldwide|also|others?|elsewhere|further|another|more)\b"
)
_REST = re.compile(r"\bthe\s(?:remaining|other|rest,|remainder,)\s$", re.IGNORECASE)
_MORE = re.compile(r"\s(?:others?|more|further|additional)\b")
_OVERLAP = re.compile(
    r"\b(?:includ\w{1,4}|among|of (?:them|whom|which|those|these)|at least|more than|such as|mostly|mainly|compared|against|"
    r"up from|down from|than|instead|rather|not)\b",
    re.IGNORECASE,
)


def find_totals(told: list[Figure]) -> Iterator[Found]:
    """Sums of one sentence that the next one states, whether they hold or not.

    Args:
        told: The exact figures outside tables, in the order of the text.
    """
    groups = list(sentences_of(told).values())
    for before, here in zip(groups, groups[1:], strict=False):
        if not 0 <= here[0].sentence_start - before[0].sentence_end <= 3 or before[0].block == "title":
            continue
        between = _BETWEEN.match(here[0].sentence)
        if (between or _IN_ALL.match(here[0].sentence)) and not _OVERLAP.search(before[0].sentence):
            yield from _summed_up(before, here, resumes=bool(between))
        yield from _rest_of_all(before, here)
    for inside in groups:
        yield from _rest_of_these(inside)


def _rest_of_all(before: list[Figure], here: list[Figure]) -> Iterator[Found]:
    """As in "Police detained 75 people. Fifty were released and the rest, 35 people, remain in custody."."""
    if (
        len(before) != 1
        or len(here) != 2
        or here[0].start - here[0].sentence_start > 3
        or _OVERLAP.search(before[0].sentence)
    ):
        return
    total, (part, rest) = before[0], here
    if _REST.search(rest.before[-20:]) and _one_kind(part, rest, total) and not _MORE.match(part.after):
        yield sum_of([part, rest], total)


def _rest_of_these(inside: list[Figure]) -> Iterator[Found]:
    """As in "Fifteen of the 48 men were deported; the other 38 await a decision", too many for the 48."""
    for part, total, rest in zip(inside, inside[1:], inside[2:], strict=False):
        if out_of(part, total) and _REST.search(rest.before[-20:]) and _one_kind(part, rest, total):
            found = sum_of([part, rest], total)
            if found.holds or part.value + rest.value > total.value:
                yield found


def _one_kind(part: Figure, rest: Figure, total: Figure) -> bool:
    alike = (
        same_kind(part, total)
        and same_kind(rest, total)
        and rest.noun in ("", total.noun, "people", "person")
    )
    return (
        alike
        and bool(total.kind)
        and part.value < total.value > 3
        and not any(one.approx for one in (part, rest, total))
    )


def _summed_up(before: list[Figure], here: list[Figure], *, resumes: bool) -> Iterator[Found]:
    """The sum of the sentence before, if the one total of this sentence is said of just these parts."""
    totals = [figure for figure in here if not _counts_groups(figure)]
    if len(totals) != 1 or totals[0].approx or _OTHER_TIME.search(_clause(totals[0])):
        return
    total = totals[0]
    parts = [
        figure
        for figure in before
        if figure.unit == total.unit and same_kind(figure, total) and not figure.approx
    ]
    others = [
        figure
        for figure in before
        if figure not in parts and figure.unit == total.unit and figure.value != len(parts)
    ]
    if not 1 < len(parts) <= _MOST_PARTS or others or not (total.kind or total.unit != "count"):
        return
    groups = [figure for figure in here if figure is not total]
    counted = any(figure.value == len(parts) for figure in groups) or (len(parts) == 2 and _names_two(total))
    value = sum(part.value for part in parts)
    if (
        (counted or (resumes and not groups))
        and total.value / _FARTHEST <= value <= _FARTHEST * total.value
        and _listed(parts)
    ):
        yield sum_of(parts, total)


def _counts_groups(figure: Figure) -> bool:
    """Whether a number counts what has been told: "the three towns", "the two planes"."""
    if figure.unit != "count" or figure.value > _MOST_PARTS or figure.kind in ("person", "force"):
        return False
    return bool(_THE_GROUPS.search(figure.before)) or stem_of(figure.noun) in GROUPS


def _names_two(total: Figure) -> bool:
    """Whether a sentence speaks of both of two groups, in words that are read as no number."""
    return any(stem_of(match[1].lower()) in GROUPS for match in _BOTH.finditer(total.sentence))


def _clause(total: Figure) -> str:
    """The words around a total, up to the next comma or stop."""
    return total.before[-120:] + re.split(r"[,;.]", total.after)[0]


def _listed(parts: list[Figure]) -> bool:
    """Whether parts follow each other in one clause."""
    gaps = [words_between(a, b) for a, b in zip(parts, parts[1:], strict=False)]
    return all(len(gap) < 90 and not re.search(r"[;()]", gap) for gap in gaps)
