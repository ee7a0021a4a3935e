"""The calendar of notebook 4: the days that the articles claim above the events on record, with lines to those that
pages have on other days."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import matplotlib.dates as calendar_dates
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.findings.words import amount, range_in_words, titles
from helpers.show.figures import COARSE, NARROW, OFF_LINES, figure, legend_above, new_axes, wrapped
from helpers.show.page import say
from helpers.show.palette import COLOURS, INK, PAPER, PUBLICATION, QUIET
from helpers.show.record_panels import NEAR, WIDTH, Mark, Panel, make_room, panel_of
from helpers.texts import Article

__all__ = ["calendar"]

LABEL_SIZE = 9.5
LANE, HIGH_LANE = 0.33, 0.7  # inches of height for a mark with its label, in one line and in up to three
NARROW_LABEL, NARROW_TITLE, LINES = 22, 52, 3  # letters on a line where a phone is to show it
TICKS, NARROW_TICKS = (3, 9), (2, 4)  # days named on an axis, at least and at most
PANELS_DRAWN = 6  # articles on the calendar: each has a scale of its own and takes up an inch or two


def calendar(
    joined: pd.DataFrame,
    compared: pd.DataFrame,
    happened: pd.DataFrame,
    corpus: Sequence[Article],
    output_dir: Path | None = None,
    cases: Mapping[str, str] | None = None,
) -> None:
    """Draws, for each article that claims a day, these days above the events on record, with lines to those that a
    page which does not support the claim has on other days.

    Args:
        joined, compared: From `helpers.record.claims`.
        happened: `Record.events`; the spans of statistics are left out.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    claiming = set(joined.loc[joined["begin"] != "", "article"])
    panels = [panel_of(article, joined, compared, happened) for article in corpus if article.slug in claiming]
    if not panels:
        say("There is nothing to draw: no day read out of a claim can be set beside an event.")
        return
    shown, names = panels[:PANELS_DRAWN], titles(corpus)
    draw = partial(_calendar, shown, names, cases or {})
    drawn = draw()

    def narrow():
        for mark in (mark for panel in shown for mark in panel.marks):
            mark.label = wrapped(mark.label, NARROW_LABEL, LINES)
        return draw(above=True)

    links = dict(mark.link for panel in shown for mark in panel.marks if mark.link)
    told = _described(shown, len(panels))
    figure(
        drawn,
        told,
        "claimed_and_reported_days",
        output_dir,
        links,
        narrow=narrow,
        caption="The days claimed above the line, the events on record below it.",
    )
    if any(panel.lines for panel in shown):
        say("A line leads from a day in the article to the day that a page gives instead.")
    if any(not mark.published for panel in shown for mark in panel.far):
        say(f"Other events more than {NEAR} days away stand under “What else is on record?”.")


def _calendar(
    shown: Sequence[Panel], names: Mapping[str, str], cases: Mapping[str, str], *, above: bool = False
) -> Figure:
    """The drawing, with the notes on an article beside its name or below it."""
    width, lane = (NARROW, HIGH_LANE) if above else (WIDTH, LANE)
    ticks = NARROW_TICKS if above else TICKS
    placed = [make_room(panel.marks, width) for panel in shown]
    heights = [(1.0 if above else 0.8) + lane * (high + low) for *_, high, low in placed]
    drawn, grid = new_axes(
        width, sum(heights) + (0.9 if above else 0.5), len(shown), 1, height_ratios=heights, dpi=COARSE
    )
    for axes, panel, window in zip(grid.flat if len(shown) > 1 else [grid], shown, placed, strict=True):
        _draw_panel(axes, panel.marks, *window, ticks=ticks, room=0.6 if above else 0.4)
        for line in panel.lines:
            _draw_line(axes, *line)
        _head(axes, panel, names[panel.slug], panel.slug in cases, above)
    legend_above(drawn, _handles(shown), 2 if above else 5, gap=0.5)
    return drawn


def _described(shown: Sequence[Panel], panels: int) -> str:
    days = sum(mark.side > 0 and not mark.published for panel in shown for mark in panel.marks)
    near = sum(mark.side < 0 for panel in shown for mark in panel.marks)
    lines = sum(len(panel.lines) for panel in shown)
    whose = (
        "For one article"
        if len(shown) == 1
        else f"For each of {amount(len(shown), 'article')}, on a scale of its own"
    )
    verb = "leads from" if lines == 1 else "lead from"
    joined = (
        f"; {amount(lines, 'line')} {verb} claimed days to events that a page has on other days"
        if lines
        else ""
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


def _head(axes, panel: Panel, name: str, inferred: bool, above: bool) -> None:
    notes = [] if any(mark.side < 0 for mark in panel.marks) else ["no event on record is near"]
    events = sum(not mark.published for mark in panel.far)
    if events:
        notes.append(f"{amount(events, 'event')} further away")
    notes += [f"{mark.label} {range_in_words(mark.first, mark.last)}" for mark in panel.far if mark.published]
    notes += filter(None, [panel.inferred])
    name += " (the case meant is inferred)" if inferred else ""
    heading, about = {"fontsize": 10.5, "weight": "bold", "parse_math": False}, "; ".join(notes)
    look = {"fontsize": LABEL_SIZE, "style": "italic", "weight": "normal", "color": QUIET}
    if above:
        axes.set_title(wrapped(about, NARROW_TITLE), loc="left", **look)
        up = 6 + 12 * len(wrapped(about, NARROW_TITLE).splitlines())
        axes.annotate(
            wrapped(name, NARROW_TITLE, 2), (0, 1), (0, up), "axes fraction", "offset points", **heading
        )
    else:
        axes.set_title(name, loc="left", **heading)
        axes.set_title(about, loc="right", **look)


def _draw_panel(
    axes,
    marks: list[Mark],
    left: date,
    right: date,
    above: int,
    below: int,
    *,
    ticks: tuple[int, int],
    room: float,
) -> None:
    for mark in marks:
        colour = PUBLICATION if mark.published else COLOURS["blue"] if mark.side > 0 else INK
        shape = "d" if mark.published else "o" if mark.side > 0 else "v"
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
            axes.plot([mark.first, mark.last], [y, y], color=colour, linewidth=1.4, zorder=3)
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
        _write(axes, mark, INK if mark.published else colour)
    axes.axhline(0, color=QUIET, linewidth=1, zorder=1)
    axes.set_ylim(-below - room, above + 0.4)  # the words of the outermost marks stand above and below them
    axes.set_xlim(left, right)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.xaxis.set_major_locator(calendar_dates.AutoDateLocator(minticks=ticks[0], maxticks=ticks[1]))
    days = [calendar_dates.num2date(tick).date() for tick in axes.get_xticks()]
    days = [day for day in days if left <= day <= right]
    axes.set_xticks(days, _days_in_words(days))
    axes.tick_params(axis="x", labelsize=LABEL_SIZE)


def _days_in_words(ticks: Sequence[date]) -> list[str]:
    """The labels of an axis: every panel names its year, at the first tick and wherever a new one begins.

    >>> _days_in_words([date(2023, 12, 18), date(2023, 12, 25), date(2024, 1, 1)])
    ['18 Dec 2023', '25 Dec', '1 Jan 2024']
    >>> _days_in_words([date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)])
    ['Dec 2023', 'Jan 2024', 'Feb']
    """
    if all((tick.month, tick.day) == (1, 1) for tick in ticks) and len(ticks) > 1:
        return [str(tick.year) for tick in ticks]
    days = any(tick.day != 1 for tick in ticks)
    years = [None, *(tick.year for tick in ticks)]
    return [
        f"{f'{tick.day} ' if days else ''}{tick:%b}{f' {tick.year}' if tick.year != before else ''}"
        for tick, before in zip(ticks, years, strict=False)
    ]


def _write(axes, mark: Mark, colour: str) -> None:
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
        bbox=OFF_LINES,
    )


def _draw_line(axes, claimed: Mark, reported: Mark, stance: str, apart: bool) -> None:
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


def _handles(shown: Sequence[Panel]) -> list[Line2D]:
    """The key, only for what occurs."""
    marks = [mark for panel in shown for mark in panel.marks]
    stances = {line[2] for panel in shown for line in panel.lines}
    hollow = {"linestyle": "", "color": PAPER}
    claimed = {"linestyle": "", "marker": "o", "markersize": 8, "color": COLOURS["blue"]}
    event = hollow | {"marker": "v", "markersize": 7.5, "markeredgecolor": INK, "markeredgewidth": 1.4}
    known = {"marker": "d", "markersize": 8, "markeredgecolor": PUBLICATION, "markeredgewidth": 1.6}
    against = {"color": COLOURS["vermillion"], "linewidth": 1.6}
    other = {"color": COLOURS["orange"], "linewidth": 1.6, "linestyle": "--"}
    looks = (
        ("the article says (bar: a span)", claimed, True),
        ("on record (bar: a span)", event, any(mark.side < 0 for mark in marks)),
        ("article published", hollow | known, any(mark.published for mark in marks)),
        ("a page contradicts", against, "contradicts" in stances),
        ("a page differs", other, "differs" in stances),
    )
    return [Line2D([], [], label=label, **look) for label, look, occurs in looks if occurs]
