"""The figures of notebook 1: one calendar for all articles; how long things took is drawn in `timeline_lengths`."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path

import matplotlib.dates as calendar_dates
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers.findings.archive import is_large
from helpers.findings.languages import NOT_READ, is_read, silent
from helpers.findings.publication import published
from helpers.findings.words import amount, called, listed, number, range_in_words, titles, with_titles
from helpers.show.figures import (
    NARROW,
    OFF_LINES,
    figure,
    legend_above,
    names_above,
    new_axes,
    shortened,
    wrapped,
)
from helpers.show.over_time import counts_by_period
from helpers.show.page import say
from helpers.show.palette import COLOURS, HATCHED, INK, LINE, PAPER, PUBLICATION, QUIET
from helpers.show.timeline_lengths import durations
from helpers.show.timeline_marks import (
    COMPLETED_SIGN,
    DAYS,
    EXACT,
    INFERRED,
    MONTHS,
    PUBLISHED,
    YEARS,
    Mark,
    about_completed,
    marks_of,
    noted,
    pack,
    parted,
    tops_of,
)
from helpers.texts import Article, moved

__all__ = ["calendar", "durations"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LANE = 0.32  # inches of height for a line of marks with labels
ARTICLES_DRAWN = 20  # more rows than this and no label can be read
LANES_DRAWN = 48
LABEL_SIZE = 9.5
TITLE_WIDTH = 26  # letters on a line of an article's title
NARROW_TITLE, NARROW_LABEL = 52, 28  # letters for which a phone has room

# How a precision is drawn: by shape first, by colour second.
LOOKS = {
    DAYS: {
        "facecolor": COLOURS["blue"],
        "edgecolor": COLOURS["blue"],
        "height": 0.42,
    },  # an edge is seen on a scale of years
    MONTHS: {"facecolor": COLOURS["sky"], "edgecolor": COLOURS["blue"], "height": 0.42},
    YEARS: {"facecolor": HATCHED, "edgecolor": COLOURS["orange"], "hatch": "////", "height": 0.42},
}

DIAMOND = {
    "marker": "D",
    "markersize": 7,
    "color": PUBLICATION,
    "markeredgecolor": PUBLICATION,
    "markeredgewidth": 1.5,
    "markerfacecoloralt": PAPER,
}
# Half of a diamond is filled where the publication is only inferred.
DIAMONDS = {PUBLISHED: {"markerfacecolor": PAPER}, INFERRED: {"fillstyle": "left"}}


def calendar(
    placed: pd.DataFrame,
    corpus: Sequence[Article],
    *,
    start: date | None = None,
    end: date | None = None,
    output_dir: Path | None = None,
) -> None:
    """Draws every dated expression of every article on one calendar, with the dates of publication; over an archive
    counts them by month or year.

    Args:
        placed: Rows from `helpers.findings.timeline.dated`.
        corpus: The articles; those without a date get a row too.
        start, end: The window, both days included; None for as far as the marks reach.
        output_dir: Folder for the picture, or None.
    """
    if is_large(corpus):
        counts_by_period(placed, corpus, output_dir)
        return
    order = [article.slug for article in corpus][:ARTICLES_DRAWN]
    names = titles(corpus)
    marks = marks_of(placed, [article for article in corpus if article.slug in order])
    marks = [mark for mark in marks if (not end or mark.first <= end) and (not start or mark.last >= start)]
    notes = _notes(placed, corpus, "no date in this window" if start or end else "no date that can be placed")
    if not marks:
        where = "lies in this window" if start or end else "is known"
        say(f"There is nothing to draw: no dated expression and no date of publication {where}.")
        return
    marks, far = (marks, []) if start else parted(marks)
    notes = noted(notes, far)
    days = [day for mark in marks for day in (mark.first, mark.last)]
    left, right = start or min(days), end or max(days)
    margin = max(2, (right - left).days * 0.03)
    left, right = moved(left, -int(margin)), moved(right, int(margin * 6))  # room for the last labels
    lanes = pack(marks, order, dict.fromkeys(notes, 1), left, right, (right - left).days / (WIDTH - 2.6))
    order = _that_fit(order, lanes)
    marks = [mark for mark in marks if mark.article in order]
    placed = placed[placed["article"].isin(order)]
    drawn = _calendar(marks, {slug: lanes[slug] for slug in order}, (left, right), names, notes, placed)

    def narrow():
        """The same with the name of an article and its notes above its marks, line by line."""
        said = {slug: notes.get(slug, "").replace("; ", "\n") for slug in order}
        heads = {slug: 1 + len(words.splitlines()) for slug, words in said.items()}
        for mark in marks:
            mark.label = shortened(mark.label.removesuffix(mark.after), NARROW_LABEL) + mark.after
        lanes = pack(marks, order, heads, left, right, (right - left).days / (NARROW - 0.2))
        return _calendar(marks, lanes, (left, right), names, said, placed, above=True)

    links = dict(mark.link for mark in marks if mark.link)
    told = _describe(placed, corpus, order, windowed=bool(start or end)) + about_completed(marks)
    figure(drawn, told, "calendar", output_dir, links, narrow=narrow)


def _calendar(
    marks: Sequence[Mark],
    lanes: Mapping[str, int],
    window: tuple[date, date],
    names: Mapping[str, str],
    notes: Mapping[str, str],
    placed: pd.DataFrame,
    *,
    above: bool = False,
) -> Figure:
    """The drawing, with the names of the articles beside their marks or above them."""
    tops, height = tops_of(lanes)
    drawn, axes = new_axes(NARROW if above else WIDTH, 1.3 + LANE * height)
    for mark in marks:
        _draw(axes, mark, tops[mark.article] + mark.lane + 0.5, *window)
    _rows(axes, tops, notes, above)
    if above:
        names_above(axes, {tops[slug] + 0.5: wrapped(names[slug], NARROW_TITLE, 1) for slug in lanes})
    else:
        axes.set_yticks(
            [tops[slug] + own / 2 for slug, own in lanes.items()],
            [wrapped(names[slug], TITLE_WIDTH, 2) for slug in lanes],
            parse_math=False,
            fontsize=LABEL_SIZE,
        )
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_ylim(height, 0)
    _axis(axes, placed, *window)
    _key(drawn, marks, 3 if above else 0)
    return drawn


def _notes(placed: pd.DataFrame, corpus: Sequence[Article], none: str) -> dict[str, str]:
    """Article → what is said and not drawn: that it has no date, and, unless nobody knows of any article when it was
    published, that its publication is unknown."""
    dated, some_known = set(placed["article"]), any(published(article) for article in corpus)
    said = {
        article.slug: [none if is_read(article) else NOT_READ] * (article.slug not in dated)
        + ["publication unknown"] * (some_known and not published(article))
        for article in corpus
    }
    return {slug: "; ".join(words) for slug, words in said.items() if words}


def _that_fit(order: Sequence[str], lanes: Mapping[str, int]) -> list[str]:
    """The first articles, as many as a screen or two can show."""
    heights = accumulate(lanes[slug] for slug in order)
    return [slug for slug, height in zip(order, heights, strict=True) if height <= LANES_DRAWN] or [order[0]]


def _axis(axes, placed: pd.DataFrame, left: date, right: date) -> None:
    """The days along the bottom, and how many expressions are drawn above them."""
    axes.set_xlim(left, right)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    locator = calendar_dates.AutoDateLocator(minticks=4, maxticks=10)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(calendar_dates.ConciseDateFormatter(locator, show_offset=False))
    year = f" of {left.year}" if left.year == right.year else ""
    found = (
        f"n = {amount(len(placed), 'dated expression')} in {amount(placed['article'].nunique(), 'article')}"
    )
    axes.set_xlabel(f"calendar{year} ({found if len(placed) else 'no dated expression'})")


def _rows(axes, tops: Mapping[str, float], notes: Mapping[str, str], above: bool) -> None:
    """A line between articles, and what is said and not drawn, in the first lane or below the name."""
    for place, (slug, top) in enumerate(tops.items()):
        if place:
            axes.axhline(top - 0.25, color=LINE, linewidth=0.8, zorder=0)
        for line, words in enumerate(notes.get(slug, "").splitlines(), start=int(above)):
            axes.text(
                0.006,
                top + 0.5 + line,
                words,
                color=QUIET,
                fontsize=LABEL_SIZE,
                style="italic",
                va="center",
                transform=axes.get_yaxis_transform(),
                bbox=OFF_LINES,
            )


def _draw(axes, mark: Mark, y: float, left: date, right: date) -> None:
    first, last = max(mark.first, left), min(mark.last, right)
    if mark.kind in DIAMONDS:
        _publication(axes, mark, y, first, last)
    elif mark.kind == EXACT:
        axes.plot(
            [first],
            [y],
            marker="o",
            markersize=8,
            color=COLOURS["blue"],
            zorder=4,
            url=mark.link and mark.link[0],
        )
    else:
        look = dict(LOOKS[mark.kind])
        bars = axes.barh(y, max((last - first).days + 1, 1), left=first, zorder=3, **look)
        bars[0].set_url(mark.link and mark.link[0])
    bar = mark.kind not in (EXACT, *DIAMONDS)
    gap = 5 if bar else 8
    end_of_mark = moved(last, 1) if bar else last
    axes.annotate(
        mark.label,
        (first if mark.label_left else end_of_mark, y),
        xytext=(-gap if mark.label_left else gap, 0),
        textcoords="offset points",
        ha="right" if mark.label_left else "left",
        va="center",
        fontsize=LABEL_SIZE,
        color=INK,
        zorder=5,
        parse_math=False,
        url=mark.link and mark.link[0],
        bbox=OFF_LINES,
    )


def _publication(axes, mark: Mark, y: float, first: date, last: date) -> None:
    """A diamond for a publication, with a line over the days it may have been."""
    axes.plot([first, last], [y, y], color=PUBLICATION, linewidth=1.4, zorder=3)
    axes.plot([first + (last - first) / 2], [y], zorder=4, **DIAMOND, **DIAMONDS[mark.kind])


def _key(drawn, marks: Sequence[Mark], columns: int) -> None:
    kinds, handles = {mark.kind for mark in marks}, []
    if EXACT in kinds:
        handles.append(
            Line2D([], [], marker="o", linestyle="", markersize=8, color=COLOURS["blue"], label=EXACT)
        )
    for kind in (DAYS, MONTHS, YEARS):
        if kind in kinds:
            handles.append(
                Patch(**{key: value for key, value in LOOKS[kind].items() if key != "height"}, label=kind)
            )
    for kind, words in ((PUBLISHED, "article published"), (INFERRED, INFERRED)):
        if kind in kinds:
            handles.append(Line2D([], [], linestyle="", label=words, **DIAMOND, **DIAMONDS[kind]))
    if any(mark.after.startswith(COMPLETED_SIGN) for mark in marks):
        sign = {"marker": f"${COMPLETED_SIGN}$", "linestyle": "", "markersize": 7, "color": INK}
        handles.append(Line2D([], [], label="inferred, not in the text", **sign))
    if handles:
        legend_above(drawn, handles, columns, size=9, gap=0.5)


def _describe(placed: pd.DataFrame, corpus: Sequence[Article], order: list[str], *, windowed: bool) -> str:
    mute = silent((article for article in corpus if article.slug in order), set(placed["article"]))
    part = f"the first {number(len(order))} of {len(corpus)} articles"
    drawn = amount(len(corpus), "article") if len(order) == len(corpus) else part
    found = (
        "no dated expression"
        if placed.empty
        else f"{amount(len(placed), 'dated expression')} within {range_in_words(placed['first'].min(), placed['last'].max())}"
    )
    why = f"{'Outside the window, or w' if windowed else 'W'}ithout a date that can be placed"
    none = f" {why}: {listed(map(called, mute))}." if mute else ""
    return with_titles(
        f"A calendar of {drawn}{', one row each' if len(order) > 1 else ''}: {found}.{none}", titles(corpus)
    )
