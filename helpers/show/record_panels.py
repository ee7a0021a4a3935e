"""The panels of the calendar of notebook 4: the claims and events of one article, and where each has room."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

import pandas as pd

from helpers.findings.publication import is_known, published
from helpers.findings.record import is_apart
from helpers.findings.words import range_in_words
from helpers.show.figures import shortened
from helpers.show.places import anchor
from helpers.show.timeline_marks import PUBLISHED, unsure_publication
from helpers.texts import Article, moved

__all__ = ["Mark", "NEAR", "Panel", "WIDTH", "panel_of", "make_room"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LETTER = 0.08  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
NEAR = (
    60  # days; what is further from the claimed days and those reported for them would press these together
)
LONGEST_LABEL = 52


@dataclass
class Mark:
    """Something on a panel: what the article dates (side 1), or an event on record (side -1)."""

    first: date
    last: date
    label: str
    side: int
    joined: bool = False  # whether a line leads to it
    away: int = 0  # where its label stands clear of that line: 1 to the right, -1 to the left, 0 either
    line_to: date | None = None  # where that line ends on the other side, so that no words are put under it
    link: tuple[str, str] | None = None  # the claim to which it leads, and its words
    lane: int = 0
    label_left: bool = False

    @property
    def published(self) -> bool:
        return self.label == PUBLISHED

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2

    @property
    def height(self) -> float:
        return self.side * (self.lane + 0.6)


@dataclass
class Panel:
    """One article: what is drawn, the lines between it, what is too far away, and a publication that is only inferred, in
    words."""

    slug: str
    marks: list[Mark]
    lines: list[tuple[Mark, Mark, str, bool]]  # claimed, reported, stance, whether no day is common to both
    far: list[Mark]
    inferred: str = ""


def panel_of(article: Article, joined: pd.DataFrame, compared: pd.DataFrame, happened: pd.DataFrame) -> Panel:
    """What stands on the panel of an article: the days claimed above the events on record, each in its
    lane."""
    own = joined[(joined["article"] == article.slug) & (joined["begin"] != "")].drop_duplicates(
        ["begin", "finish", "read"]
    )
    said = [
        replace(
            _mark(row.begin, row.finish, f"“{shortened(row.read, LONGEST_LABEL)}”", 1),
            link=(f"#row-{anchor(row.article, row.start, row.end)}", row.claim),
        )
        for row in own.itertuples()
    ]
    happened = happened[(happened["article"] == article.slug) & ~happened["period"]]
    on_record = [
        _mark(row.begin, row.end, f"{_day(row.begin, row.end)}: {shortened(row.label, LONGEST_LABEL)}", -1)
        for row in happened.itertuples()
    ]
    lines = list(_lines(said, on_record, compared[compared["article"] == article.slug]))
    around = [*said, *(mark for mark in on_record if mark.joined)]
    days = published(article)
    last = days[1] if days else date.max
    on_record = [mark for mark in on_record if mark.joined or mark.first <= last]  # as in the table of events
    others = on_record + ([Mark(*days, PUBLISHED, 1)] if days and is_known(article) else [])
    near = [mark for mark in others if any(_days_between(mark, centre) <= NEAR for centre in around)]
    far = [mark for mark in others if mark not in near]
    return Panel(article.slug, [*said, *near], lines, far, unsure_publication(article))


def _mark(begin: str, end: str, label: str, side: int) -> Mark:
    return Mark(date.fromisoformat(begin), date.fromisoformat(end), label, side)


def _days_between(one: Mark, other: Mark) -> int:
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _day(begin: str, end: str) -> str:
    """The days of an event in words, without the year, which stands on the axis, if the rest still says
    when."""
    words = range_in_words(begin, end)
    return words.removesuffix(f" {end[:4]}") if begin[:4] == end[:4] else words


def _lines(
    said: Iterable[Mark], on_record: Iterable[Mark], compared: pd.DataFrame
) -> Iterable[tuple[Mark, Mark, str, bool]]:
    """What a page that does not support the claim has for it, if it has other days and they are an event on
    record."""
    at = {
        (mark.side, mark.first.isoformat(), mark.last.isoformat()): mark for mark in [*on_record, *said][::-1]
    }
    other = compared[
        compared["days"].notna()
        & (compared["days"] != 0)
        & compared["stance"].isin(["differs", "contradicts"])
    ]
    for row in other.drop_duplicates(
        ["claimed_begin", "claimed_finish", "reported_begin", "reported_finish"]
    ).itertuples():
        claimed, reported = (
            at.get((1, row.claimed_begin, row.claimed_finish)),
            at.get((-1, row.reported_begin, row.reported_finish)),
        )
        if claimed and reported:
            claimed.joined = reported.joined = True
            if is_apart(row):
                later = reported.first > claimed.last
                reported.away, reported.line_to = (1, claimed.last) if later else (-1, claimed.first)
                claimed.away = -reported.away  # no line of another claim runs there
            yield claimed, reported, row.stance, is_apart(row)


def make_room(marks: list[Mark], width: float = WIDTH) -> tuple[date, date, int, int]:
    """Gives every mark a lane on its side, those that are joined the nearest to the line, in a figure so many
    inches wide; returns window and number of lanes."""
    left, right = min(mark.first for mark in marks), max(mark.last for mark in marks)
    margin = timedelta(days=max(4, (right - left).days * 0.04))
    left, right = moved(left, -margin.days), moved(right, margin.days)
    for _ in range(2):  # twice, because room for a label makes every label longer in days
        days_per_inch = max((right - left).days, 1) / (width - 0.7)
        left = min(
            [left, *(moved(mark.last, -_room(mark, days_per_inch)) for mark in marks if mark.away < 0)]
        )
        right = max(
            [right, *(moved(mark.first, _room(mark, days_per_inch)) for mark in marks if mark.away > 0)]
        )
    days_per_inch = max((right - left).days, 1) / (width - 0.7)
    lanes: dict[int, list[list[tuple[float, float]]]] = {1: [], -1: []}
    for mark in sorted(marks, key=lambda mark: (mark.published, not mark.joined, mark.first, mark.last)):
        label = _room(mark, days_per_inch)
        start = mark.last if mark.published else mark.first
        mark.label_left = mark.away < 0 or not mark.away and start.toordinal() + label > right.toordinal()
        taken = (
            min(mark.first.toordinal(), mark.last.toordinal() - label)
            if mark.label_left
            else mark.first.toordinal(),
            mark.last.toordinal()
            if mark.label_left
            else max(mark.last.toordinal(), start.toordinal() + label),
        )
        if mark.line_to:
            taken = min(taken[0], mark.line_to.toordinal()), max(taken[1], mark.line_to.toordinal())
        own = lanes[mark.side]
        mark.lane = next(
            (n for n, lane in enumerate(own) if all(taken[1] < a or taken[0] > b for a, b in lane)), len(own)
        )
        if mark.lane == len(own):
            own.append([])
        own[mark.lane].append(taken)
    return left, right, max(len(lanes[1]), 1), max(len(lanes[-1]), 1)


def _room(mark: Mark, days_per_inch: float) -> int:
    return ceil((max(map(len, mark.label.split("\n"))) * LETTER + 0.3) * days_per_inch)
