"""The first figure of notebook 3: what the figures of an article give beside what it states, for every
relation that fails."""

import math
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

import matplotlib.dates as calendar_dates
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from helpers.findings.arithmetic import OPEN, REPEAT, UNTOLD, repeated
from helpers.findings.quoting import subjects
from helpers.findings.words import amount, called, figure_in_words, listed, titles, with_titles
from helpers.show.figures import NARROW, figure, new_axes, on_axis, wrapped
from helpers.show.page import say
from helpers.show.palette import COLOURS, HATCHED, INK, PAPER, WHOLE
from helpers.show.places import anchor
from helpers.texts import Article, moved

__all__ = ["disagreements", "linked"]

WIDTH = 9.6  # inches; a wider picture is scaled down on the page, and its letters with it
LABEL_SIZE = 9
LETTER = 0.076  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
BAR_INCHES = 2.4  # that the widest bar takes up, at least
PANELS_DRAWN = 10  # relations that fail; the table has them all
TITLE_LETTERS = 27  # on a line of a title, which begins above the bars
LABEL_LETTERS = 30  # on a line beside a bar
MOST_SAID = 4  # of them, in the figure's description
TWO_BARS = "Above what the figures of the article give, below (hatched) what it states"


def disagreements(
    calculated: pd.DataFrame, corpus: Iterable[Article], output_dir: Path | None = None
) -> None:
    """Draws what the figures give beside what the text says, a panel for each relation that fails.

    Args:
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
    """
    calculated = calculated.reset_index(drop=True)
    untold = calculated["verdict"] == UNTOLD
    failing = calculated[~calculated["holds"].astype(bool) & ~untold]
    drawable = failing[failing["bars"].map(len) > 1]
    if drawable.empty:
        say(
            "Nothing to draw: "
            + (
                "no two figures can be held against each other."
                if (calculated["verdict"] == OPEN).all()
                else "every relation that can be tested holds or stays open."
                if failing.empty and untold.any()
                else "every relation that can be tested holds."
                if failing.empty
                else "the relations that fail have no common scale; the table below has them."
            )
        )
        return
    shown, names = drawable.head(PANELS_DRAWN), titles(corpus)
    shown = shown.assign(subject=subjects(shown, corpus))
    columns = min(2, len(shown))
    left_out = _left_out(failing, shown)
    links = {
        _address(row, says): f"{row.gives}; the text says {row.says}"
        for row in shown.itertuples()
        for says in (False, True)
    }
    figure(
        _panels(shown, names, columns),
        with_titles(_described(shown) + left_out, names),
        "disagreements",
        output_dir,
        links,
        caption=f"{TWO_BARS}.{left_out}",
        narrow=partial(_panels, shown, names, 1) if columns > 1 else None,
    )


def linked(relations: pd.DataFrame) -> list[str]:
    """The words of each relation as HTML, each a link to its place in the article as `read_in_place` shows it.

    Args:
        relations: Rows with article, starts and quotes.
    """
    return [
        "; ".join(
            f"“<a href=#text-{anchor(row.article, start, start + len(quote))}>{escape(quote, quote=False)}</a>”"
            for start, quote in zip(row.starts, row.quotes, strict=True)
        )
        for row in relations.itertuples()
    ]


def _panels(shown: pd.DataFrame, names: Mapping[str, str], columns: int) -> Figure:
    """A panel a relation, so many side by side."""
    lines = math.ceil(len(shown) / columns)
    drawn, axes = new_axes(WIDTH if columns > 1 else NARROW, 2.5 * lines, lines, columns)
    drawn.get_layout_engine().set(h_pad=0.12, w_pad=0.12)
    panels = [axes] if len(shown) == 1 else list(axes.flat)
    for panel, row in zip(panels, shown.itertuples(), strict=False):
        (_dates if row.axis == "calendar" else _bars)(panel, row)
        _frame(panel, row, names[row.article])
    for panel in panels[len(shown) :]:
        panel.set_visible(False)
    return drawn


def _frame(panel, row, name: str) -> None:
    """The names of a panel and of its bars."""
    about = row.subject or row.relation
    panel.set_title(
        "\n".join([wrapped(name, TITLE_LETTERS), *textwrap.wrap(about, TITLE_LETTERS)]),
        loc="left",
        fontsize=10.5,
        fontweight="bold",
        parse_math=False,
    )
    panel.set_yticks(
        range(len(row.bars)),
        [wrapped(bar.label, LABEL_LETTERS) for bar in row.bars],
        parse_math=False,
    )
    panel.set_ylim(len(row.bars) - 0.4, -0.6)
    panel.tick_params(axis="y", length=0)
    panel.spines["left"].set_visible(False)


def _described(shown: pd.DataFrame) -> str:
    """What is drawn, in words."""
    said = "; ".join(
        f"{called(row.article)}, {row.gives}" + (f", but the text says {row.says}" if row.says else "")
        for row in shown.head(MOST_SAID).itertuples()
    )
    said += f"; and {amount(len(shown) - MOST_SAID, 'more', 'more')}" if len(shown) > MOST_SAID else ""
    return f"{TWO_BARS}: {said}."


def _left_out(failing: pd.DataFrame, shown: pd.DataFrame) -> str:
    """What fails and is not drawn, in words; figures given again are counted apart from relations, and by figure, as in the
    headline."""
    rest = failing.drop(shown.index)
    differing = rest[rest["kind"] == REPEAT]
    differ = set(repeated(failing).reindex(differing.index)) - set(
        repeated(failing).reindex(shown.index).dropna()
    )
    kinds = [
        (len(rest) - len(differing), "relation that fails", "relations that fail"),
        (len(differ), "figure given more than once that differs", "figures given more than once that differ"),
    ]
    said = [amount(count, one, many) for count, one, many in kinds if count]
    return f" Not drawn: {listed(said)}; the table below has all." if said else ""


def _address(row, says: bool) -> str:
    """Where the figure of a bar stands: the last of its relation if the text states it, otherwise the first that gives it."""
    start, quote = (row.starts[-1], row.quotes[-1]) if says else (row.starts[0], row.quotes[0])
    return f"#row-{anchor(row.article, start, start + len(quote))}"


def _bars(panel, row) -> None:
    ends = [sum(bar.segments) for bar in row.bars]
    widest = max(max(ends), 100 if row.axis == "%" else 0) or 1
    for y, bar in enumerate(row.bars):
        if row.axis == "%":
            panel.barh(y, 100, height=0.5, color=WHOLE, zorder=1)
        left = _segments(panel, y, bar, row, widest)
        panel.annotate(
            bar.words,
            (left, y),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontweight="bold",
            fontsize=13,
            zorder=4,
            parse_math=False,
        ).set_url(_address(row, bar.says))
    _gap(panel, row.apart, min(ends), max(ends), len(ends), widest)
    panel.set_xlim(0, widest * (1.2 if row.axis == "%" else 1.4))
    panel.set_xlabel("share of the whole, in %" if row.axis == "%" else row.axis, parse_math=False)
    panel.spines["bottom"].set_bounds(0, widest)
    locator = MaxNLocator(nbins=4, integer=all(end == round(end) for end in ends))
    ticks = [tick for tick in locator.tick_values(0, widest) if 0 <= tick <= widest * 1.001]
    panel.set_xticks([0, 25, 50, 75, 100] if row.axis == "%" and widest == 100 else ticks)
    panel.xaxis.set_major_formatter(on_axis)


def _segments(panel, y: int, bar, row, widest: float) -> float:
    """The pieces of a bar, each with its number if there is room; returns where it ends."""
    left = 0.0
    for number, segment in enumerate(bar.segments):
        look = (
            {"facecolor": HATCHED, "edgecolor": COLOURS["orange"], "hatch": "////"}
            if bar.says
            else {"facecolor": COLOURS["blue" if number % 2 == 0 else "sky"], "edgecolor": PAPER}
        )
        panel.barh(y, segment, left=left, height=0.5, zorder=2, **look)[0].set_url(_address(row, bar.says))
        words = figure_in_words(segment)
        if len(bar.segments) > 1 and segment / widest * BAR_INCHES > len(words) * LETTER + 0.08:
            panel.text(
                left + segment / 2,
                y,
                words,
                ha="center",
                va="center",
                color=PAPER if number % 2 == 0 else INK,
                fontsize=LABEL_SIZE,
                zorder=3,
            )
        left += segment
    return left


def _gap(panel, words: str, low: float, high: float, bars: int, widest: float) -> None:
    """How far the ends of the bars are apart, as an arrow and in words."""
    panel.vlines([low, high], 0.27, bars - 1.27, color=COLOURS["vermillion"], linewidth=1, zorder=3)
    if low < high:
        panel.annotate(
            "",
            (low, 0.5),
            (high, 0.5),
            zorder=4,
            arrowprops={"arrowstyle": "<->", "color": COLOURS["vermillion"], "shrinkA": 0, "shrinkB": 0},
        )
    room = BAR_INCHES * low / widest
    to_left = high > 0.6 * widest and room > LETTER * len(words) + 0.15
    panel.annotate(
        words,
        (low if to_left else high, 0.5),
        xytext=(-7 if to_left else 7, 0),
        textcoords="offset points",
        va="center",
        ha="right" if to_left else "left",
        color=COLOURS["vermillion"],
        fontsize=9.5,
        parse_math=False,
    )


def _dates(panel, row) -> None:
    days = [date.fromordinal(int(bar.segments[0])) for bar in row.bars]
    for y, (day, bar) in enumerate(zip(days, row.bars, strict=True)):
        panel.plot(
            [day],
            [y],
            marker="D" if bar.says else "o",
            markersize=9,
            color=COLOURS["orange" if bar.says else "blue"],
            zorder=3,
        )
        panel.annotate(
            bar.words,
            (day, y),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            fontweight="bold",
            fontsize=11,
        )
    panel.annotate(
        "",
        (days[1], 1),
        (days[0], 0),
        zorder=2,
        arrowprops={"arrowstyle": "->", "color": COLOURS["vermillion"], "shrinkA": 7, "shrinkB": 7},
    )
    panel.annotate(
        row.apart.replace(" the ", "\nthe "),
        (max(days), 0.5),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        color=COLOURS["vermillion"],
        fontsize=9.5,
    )
    span = max((max(days) - min(days)).days, 4)
    panel.set_xlim(moved(min(days), -(span // 4)), moved(max(days), 5 * span // 2))
    locator = calendar_dates.AutoDateLocator(minticks=2, maxticks=5)
    panel.xaxis.set_major_locator(locator)
    panel.xaxis.set_major_formatter(calendar_dates.ConciseDateFormatter(locator, show_offset=False))
    panel.set_xlabel("calendar")
