"""The calendar of notebook 4: the days that the articles claim above the events on record, joined where they
differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from pathlib import Path

import matplotlib.dates as calendar_dates
import pandas as pd
from matplotlib.lines import Line2D

from helpers.findings.record import is_apart
from helpers.findings.words import amount, called, listed, range_in_words, titles
from helpers.show.figures import figure, new_axes, shortened
from helpers.show.page import anchor, say
from helpers.show.palette import COLOURS, INK, PAPER, QUIET
from helpers.texts import Article

__all__ = ["calendar"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LABEL_SIZE = 9.5
LANE = 0.33  # inches of height for a mark with its label
LETTER = 0.08  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
PANELS_DRAWN = 6  # articles on the calendar: each has a scale of its own and takes up an inch or two
NEAR = (
    60  # days; what is further from the claimed days and those reported for them would press these together
)
LONGEST_LABEL = 52
PUBLISHED = ("published", "published (inferred)")


@dataclass
class _Mark:
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
        return self.label in PUBLISHED

    @property
    def inferred(self) -> bool:
        return self.label == PUBLISHED[1]

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2

    @property
    def height(self) -> float:
        return self.side * (self.lane + 0.6)


@dataclass
class _Panel:
    """One article: what is drawn, the lines between it, and what is too far away."""

    slug: str
    marks: list[_Mark]
    lines: list[tuple[_Mark, _Mark, str, bool]]  # claimed, reported, stance, whether no day is common to both
    far: list[_Mark]


def calendar(
    joined: pd.DataFrame,
    compared: pd.DataFrame,
    happened: pd.DataFrame,
    corpus: Sequence[Article],
    output_dir: Path | None = None,
    cases: Mapping[str, str] | None = None,
) -> None:
    """Draws, for each article that claims a day, these days above the events on record, and joins what
    belongs together but differs.

    Args:
        joined, compared: From `helpers.record.claims`.
        happened: `Record.events`; the spans of statistics are left out.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    claiming = set(joined.loc[joined["begin"] != "", "article"])
    panels = [_panel(article, joined, compared, happened) for article in corpus if article.slug in claiming]
    if not panels:
        say("There is nothing to draw: no day was read out of a claim.")
        return
    shown, names = panels[:PANELS_DRAWN], titles(corpus)
    placed = [_placed(panel.marks) for panel in shown]
    heights = [0.8 + LANE * (above + below) for *_, above, below in placed]
    drawn, grid = new_axes(WIDTH, sum(heights) + 0.5, len(shown), 1, height_ratios=heights)
    for axes, panel, window in zip(grid.flat if len(shown) > 1 else [grid], shown, placed, strict=True):
        _draw_panel(axes, panel.marks, *window)
        for line in panel.lines:
            _draw_line(axes, *line)
        _head(axes, panel, names[panel.slug], panel.slug in (cases or {}))
    drawn.legend(
        handles=_handles(shown),
        loc="outside upper left",
        ncols=5,
        frameon=False,
        fontsize=9.5,
        handletextpad=0.5,
    )
    links = dict(mark.link for panel in shown for mark in panel.marks if mark.link)
    figure(drawn, _described(shown, len(panels)), "claimed_and_reported_days", output_dir, links)
    far = [
        f"{called(panel.slug)}, {listed(_far_in_words(mark) for mark in panel.far)}"
        for panel in shown
        if panel.far
    ]
    if far:
        say(
            f"Not drawn, because more than {NEAR} days away from the claimed days and those reported for them: {'; '.join(far)}.",
            corpus,
        )


def _far_in_words(mark: _Mark) -> str:
    return f"{range_in_words(mark.first, mark.last)}{' (the article itself)' if mark.published else ''}"


def _described(shown: Sequence[_Panel], panels: int) -> str:
    days = sum(mark.side > 0 and not mark.published for panel in shown for mark in panel.marks)
    near = sum(mark.side < 0 for panel in shown for mark in panel.marks)
    lines = sum(len(panel.lines) for panel in shown)
    whose = (
        "For one article"
        if len(shown) == 1
        else f"For each of {amount(len(shown), 'article')}, on a scale of its own"
    )
    verb = "joins" if lines == 1 else "join"
    joined = (
        f"; {amount(lines, 'line')} {verb} claimed days with others that a page has for them" if lines else ""
    )
    over = panels - len(shown)
    more = (
        f" {amount(over, 'more article').capitalize()} {'is' if over == 1 else 'are'} not drawn."
        if over
        else ""
    )
    return (
        f"{whose}: above the line the days claimed ({days} in all), below it the events on record near them ({near} in all){joined}."
        f"{more}"
    )


def _panel(article: Article, joined: pd.DataFrame, compared: pd.DataFrame, happened: pd.DataFrame) -> _Panel:
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
        _mark(row.begin, row.end, f"{_day(row.begin, row.end)}  {shortened(row.label, LONGEST_LABEL)}", -1)
        for row in happened.itertuples()
    ]
    lines = list(_lines(said, on_record, compared[compared["article"] == article.slug]))
    around = [*said, *(mark for mark in on_record if mark.joined)]
    others = on_record + (
        [_Mark(*article.published_range, PUBLISHED[article.published_inferred], 1)]
        if article.published_range
        else []
    )
    near = [mark for mark in others if any(_days_between(mark, centre) <= NEAR for centre in around)]
    return _Panel(article.slug, [*said, *near], lines, [mark for mark in others if mark not in near])


def _mark(begin: str, end: str, label: str, side: int) -> _Mark:
    return _Mark(date.fromisoformat(begin), date.fromisoformat(end), label, side)


def _days_between(one: _Mark, other: _Mark) -> int:
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _day(begin: str, end: str) -> str:
    """The days of an event in words, without the year, which stands on the axis, if the rest still says
    when."""
    words = range_in_words(begin, end)
    return words.removesuffix(f" {end[:4]}") if begin[:4] == end[:4] else words


def _lines(
    said: Iterable[_Mark], on_record: Iterable[_Mark], compared: pd.DataFrame
) -> Iterable[tuple[_Mark, _Mark, str, bool]]:
    """What a page that does not support the claim has for it, if it has other days and they are an event on
    record."""
    at = {
        (mark.side, mark.first.isoformat(), mark.last.isoformat()): mark for mark in [*on_record, *said][::-1]
    }
    other = compared[compared["days"].notna() & (compared["days"] != 0) & (compared["stance"] != "supports")]
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
            yield claimed, reported, row.stance, is_apart(row)


def _placed(marks: list[_Mark]) -> tuple[date, date, int, int]:
    """Gives every mark a lane on its side, those that are joined the nearest to the line; returns window and
    number of lanes."""
    left, right = min(mark.first for mark in marks), max(mark.last for mark in marks)
    margin = timedelta(days=max(4, (right - left).days * 0.04))
    left, right = left - margin, right + margin
    for _ in range(2):  # twice, because room for a label makes every label longer in days
        days_per_inch = max((right - left).days, 1) / (WIDTH - 0.7)
        left = min([left, *(mark.last - _room(mark, days_per_inch) for mark in marks if mark.away < 0)])
        right = max([right, *(mark.first + _room(mark, days_per_inch) for mark in marks if mark.away > 0)])
    days_per_inch = max((right - left).days, 1) / (WIDTH - 0.7)
    lanes: dict[int, list[list[tuple[float, float]]]] = {1: [], -1: []}
    for mark in sorted(marks, key=lambda mark: (mark.published, not mark.joined, mark.first, mark.last)):
        label = _room(mark, days_per_inch).days
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


def _room(mark: _Mark, days_per_inch: float) -> timedelta:
    return timedelta(days=ceil((len(mark.label) * LETTER + 0.3) * days_per_inch))


def _head(axes, panel: _Panel, name: str, inferred: bool) -> None:
    notes = [] if any(mark.side < 0 for mark in panel.marks) else ["no event on record is near"]
    events = sum(not mark.published for mark in panel.far)
    if events:
        notes.append(f"{amount(events, 'event')} further away")
    notes += [f"{mark.label} {range_in_words(mark.first, mark.last)}" for mark in panel.far if mark.published]
    axes.set_title(
        name + (" (the case meant is inferred)" if inferred else ""),
        loc="left",
        fontsize=10.5,
        weight="bold",
        parse_math=False,
    )
    axes.set_title("; ".join(notes), loc="right", fontsize=LABEL_SIZE, style="italic", color=QUIET)


def _draw_panel(axes, marks: list[_Mark], left: date, right: date, above: int, below: int) -> None:
    for mark in marks:
        colour = COLOURS["purple"] if mark.published else COLOURS["blue"] if mark.side > 0 else INK
        shape = "d" if mark.published else "o" if mark.side > 0 else "s"
        y = mark.height
        if mark.last > mark.first and not mark.published:
            axes.plot(
                [mark.first, mark.last],
                [y, y],
                color=colour,
                linewidth=6 if mark.side > 0 else 3.5,
                solid_capstyle="butt",
                zorder=3,
            )
        else:
            style = ":" if mark.inferred else "-"
            axes.plot([mark.first, mark.last], [y, y], color=colour, linewidth=1.4, linestyle=style, zorder=3)
            if mark.inferred:  # is not drawn as if it were known
                _write(axes, mark, colour)
                continue
            axes.plot(
                [mark.middle],
                [y],
                linestyle="",
                marker=shape,
                markersize=8 if mark.side > 0 else 6.5,
                zorder=4,
                color=colour if shape == "o" else PAPER,
                markeredgecolor=colour,
                markeredgewidth=1.4,
            )
        _write(axes, mark, colour)
    axes.axhline(0, color=QUIET, linewidth=1, zorder=1)
    axes.set_ylim(-below - 0.4, above + 0.4)  # the words of the outermost marks stand above and below them
    axes.set_xlim(left, right)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    locator = calendar_dates.AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(calendar_dates.ConciseDateFormatter(locator, show_offset=False))
    axes.tick_params(axis="x", labelsize=LABEL_SIZE)


def _write(axes, mark: _Mark, colour: str) -> None:
    raised = (
        not mark.published
    )  # above its mark or below it, so that no line to the mark runs through the words
    at = mark.first if mark.label_left is not raised else mark.last
    across, up = (-5, 5 * mark.side) if raised else (8, 0)
    axes.annotate(
        mark.label,
        (at, mark.height),
        xytext=(-across if mark.label_left else across, up),
        textcoords="offset points",
        ha="right" if mark.label_left else "left",
        va="center" if not raised else "bottom" if mark.side > 0 else "top",
        fontsize=LABEL_SIZE,
        color=colour,
        zorder=6,
        parse_math=False,
        url=mark.link and mark.link[0],
    )


def _draw_line(axes, claimed: _Mark, reported: _Mark, stance: str, apart: bool) -> None:
    """Joins the ends that face each other, or, of spans that share days, the ends that differ."""
    if apart:
        ends = (
            (claimed.last, reported.first)
            if reported.first > claimed.last
            else (claimed.first, reported.last)
        )
    else:
        ends = (
            (claimed.last, reported.last)
            if claimed.last != reported.last
            else (claimed.first, reported.first)
        )
    axes.plot(
        ends,
        [claimed.height, reported.height],
        linewidth=1.6,
        zorder=2,
        color=COLOURS["vermillion" if stance == "contradicts" else "orange"],
        linestyle="-" if stance == "contradicts" else "--",
    )


def _handles(shown: Sequence[_Panel]) -> list[Line2D]:
    """The key, only for what occurs."""
    marks = [mark for panel in shown for mark in panel.marks]
    stances = {line[2] for panel in shown for line in panel.lines}
    hollow = {"linestyle": "", "color": PAPER}
    found = [
        Line2D(
            [],
            [],
            linestyle="",
            marker="o",
            markersize=8,
            color=COLOURS["blue"],
            label="the article says (bar: a span)",
        )
    ]
    if any(mark.side < 0 for mark in marks):
        found.append(
            Line2D(
                [],
                [],
                **hollow,
                marker="s",
                markersize=7,
                markeredgecolor=INK,
                markeredgewidth=1.4,
                label="on record (bar: a span)",
            )
        )
    if any(mark.inferred for mark in marks):
        line = {"linestyle": ":", "linewidth": 1.4, "color": COLOURS["purple"]}
        found.append(Line2D([], [], **line, label="publication inferred"))
    if any(mark.published and not mark.inferred for mark in marks):
        found.append(
            Line2D(
                [],
                [],
                **hollow,
                marker="d",
                markersize=8,
                markeredgecolor=COLOURS["purple"],
                markeredgewidth=1.6,
                label="article published",
            )
        )
    if "contradicts" in stances:
        found.append(Line2D([], [], color=COLOURS["vermillion"], linewidth=1.6, label="a page contradicts"))
    if "differs" in stances:
        found.append(
            Line2D([], [], color=COLOURS["orange"], linewidth=1.6, linestyle="--", label="a page differs")
        )
    return found
