"""The marks of the calendar of notebook 1: what each stands for, and in which lane it has room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from helpers.findings.publication import is_known, published
from helpers.findings.timeline_completed import COMPLETED
from helpers.findings.words import listed, range_in_words
from helpers.show.figures import link_to, shortened
from helpers.texts import Article

__all__ = [
    "COMPLETED_SIGN",
    "DAYS",
    "EXACT",
    "INFERRED",
    "LONGEST_LABEL",
    "MONTHS",
    "PUBLISHED",
    "YEARS",
    "about_completed",
    "Mark",
    "unsure_publication",
    "is_known",
    "marks_of",
    "noted",
    "pack",
    "parted",
    "tops_of",
]

LETTER = 0.080  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
FAR, FEW = 3, 4  # times the span of all others; one of so many marks
LONGEST_LABEL = 44
FEWEST_LANES = 1.5  # a title of two lines needs them
EXACT, DAYS, MONTHS, YEARS = "a day", "days or weeks", "months", "a year or more"
PUBLISHED, INFERRED = "published", "publication inferred"
COMPLETED_SIGN = "*"  # after a date whose year, or more, is inferred; in figure and table


@dataclass
class Mark:
    """Something on the calendar: a dated expression or a publication, with its label and its lane inside the
    article's row."""

    article: str
    first: date
    last: date
    label: str
    kind: str
    link: tuple[str, str] | None = None  # address and words of its evidence
    after: str = ""  # how the label ends, whatever else of it is cut
    lane: int = 0
    label_left: bool = False


def marks_of(placed: pd.DataFrame, articles: Iterable[Article]) -> list[Mark]:
    """The marks of the articles: their dated expressions, one for each stretch of days, and their publication where it is
    known or inferred."""
    marks = []
    for article in articles:
        own = placed[placed["article"] == article.slug]
        for (first, last), same in own.groupby(["first", "last"], sort=True):
            quote = max(same["quote"], key=len)  # of several wordings the fullest, which names the year
            after = COMPLETED_SIGN if same["year_from"].isin(list(COMPLETED)).all() else ""
            after += f"  ×{len(same)}" if len(same) > 1 else ""
            label = shortened(quote, LONGEST_LABEL) + after
            marks.append(
                Mark(article.slug, first, last, label, _group(first, last), link_to(same), after=after)
            )
        if days := published(article):
            words, kind = (PUBLISHED, PUBLISHED) if is_known(article) else ("inferred:", INFERRED)
            marks.append(Mark(article.slug, *days, f"{words} {range_in_words(*days)}", kind))
    return marks


def about_completed(marks: Iterable[Mark]) -> str:
    """Which marks have a year, or more, that the text does not give."""
    labels = [mark.label for mark in marks if mark.after.startswith(COMPLETED_SIGN)]
    words = (f"“{label.partition(COMPLETED_SIGN)[0]}”" for label in labels)
    return (
        f" {COMPLETED_SIGN}: year (or more) inferred, not in the text ({listed(words, most=4)})."
        if labels
        else ""
    )


def unsure_publication(article: Article) -> str:
    """In words that it is unknown when an article was published, or when it may have been if that is only inferred;
    otherwise nothing."""
    if is_known(article):
        return ""
    if not published(article):
        return "publication unknown"
    return f"publication inferred: {range_in_words(*published(article))}"


def _group(first: date, last: date) -> str:
    days = (last - first).days + 1
    return EXACT if days == 1 else DAYS if days < 28 else MONTHS if days < 364 else YEARS


def parted(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The marks that share one axis, and the few that lie so far back that the others would be squeezed into a corner of it:
    the year of a birth, beside days of this year."""
    ordered = sorted(marks, key=lambda mark: mark.first)
    for size in range(len(ordered) // FEW, 0, -1):
        far, rest = ordered[:size], ordered[size:]
        gap = (rest[0].first - max(mark.last for mark in far)).days
        span = (max(mark.last for mark in rest) - rest[0].first).days
        if gap > FAR * max(span, 365):
            return [mark for mark in marks if mark not in far], far
    return marks, []


def noted(notes: Mapping[str, str], far: Iterable[Mark]) -> dict[str, str]:
    """The notes of the articles with the marks that lie too far back to be drawn."""
    found = dict(notes)
    for mark in far:
        told = f"further back: {mark.label}"
        found[mark.article] = f"{found[mark.article]}; {told}" if found.get(mark.article) else told
    return found


def pack(
    marks: list[Mark],
    order: list[str],
    heads: Mapping[str, int],
    left: date,
    right: date,
    days_per_inch: float,
) -> dict[str, int]:
    """Gives each mark the first lane of its article where neither it nor its label meets another; the first lanes of an
    article, as many as `heads` says, are left to its name or a note. Returns lanes by article."""
    whole = (float("-inf"), float("inf"))
    lanes: dict[str, list[list[tuple[float, float]]]] = {
        slug: [[whole] for _ in range(heads.get(slug, 0))] or [[]] for slug in order
    }
    for mark in sorted(
        marks, key=lambda mark: (mark.kind in (PUBLISHED, INFERRED), mark.last - mark.first, mark.first)
    ):
        first, last = max(mark.first, left).toordinal(), min(mark.last, right).toordinal()
        label = (len(mark.label) * LETTER + 0.25) * days_per_inch
        room = right.toordinal() - last
        mark.label_left = label > room and first - left.toordinal() > room  # never into the names on the left
        gap = 0.12 * days_per_inch
        taken = (first - label, last + gap) if mark.label_left else (first - gap, last + label)
        own = lanes[mark.article]
        free = next(
            (n for n, lane in enumerate(own) if all(taken[1] < a or taken[0] > b for a, b in lane)), len(own)
        )
        if free == len(own):
            own.append([])
        own[free].append(taken)
        mark.lane = free
    return {slug: len(own) for slug, own in lanes.items()}


def tops_of(lanes: Mapping[str, int]) -> tuple[dict[str, float], float]:
    """Article → top of its rows in lanes, and the height of all."""
    tops, height = {}, 0.0
    for slug, own in lanes.items():
        tops[slug] = height + 0.25
        height += max(own, FEWEST_LANES) + 0.5
    return tops, height
