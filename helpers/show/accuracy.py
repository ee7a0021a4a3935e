"""The figures of notebook 5: how accurate each table is in each set of texts, and how stock tools do beside
it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from helpers.accuracy import OWN, in_words
from helpers.findings.words import at_start, listed
from helpers.show.figures import NARROW, OFF_LINES, figure, new_axes, shortened
from helpers.show.page import say
from helpers.show.palette import COLOURS, GUIDE, HATCHED, INK, QUIET

__all__ = ["by_table", "stock_tools"]

LINE = 0.23  # inches for one set of texts inside the group of a table
SETS_DRAWN = 6
LABEL_SIZE = 9
NOTHING = "There is nothing to draw: nothing was annotated."
# Marker and colour of each set; those no rule was written for stand out, whatever their place
SEEN = (
    ("o", COLOURS["sky"]),
    ("s", COLOURS["green"]),
    ("^", COLOURS["purple"]),
    ("v", COLOURS["blue"]),
    ("P", COLOURS["black"]),
)
UNSEEN = ("D", COLOURS["vermillion"])
READERS = {OWN: {"facecolor": COLOURS["blue"]}}
STOCK = {"facecolor": HATCHED, "edgecolor": COLOURS["orange"], "hatch": "////"}


def by_table(scored: pd.DataFrame, unseen: list[str], output_dir: Path | None = None) -> None:
    """Draws the F1 of each table, one line for each set of texts.

    Args:
        scored: From `helpers.accuracy.score.scores`.
        unseen: Names of the sets that no rule was written for.
        output_dir: Folder for the picture, or None.
    """
    if scored.empty:
        say(NOTHING)
        return
    sets = list(dict.fromkeys(scored["texts"]))[:SETS_DRAWN]
    tables = list(dict.fromkeys(scored["table"]))
    seen = iter(SEEN)
    looks = {name: UNSEEN if name in unseen else next(seen) for name in sets}
    group = len(sets) + 0.8
    drawn, axes = new_axes(NARROW, 1.6 + LINE * group * len(tables))
    for y, (table, own) in enumerate(scored.groupby("table", sort=False)):
        top = y * group
        axes.text(
            -0.012,
            top + (len(sets) - 1) / 2,
            table,
            transform=axes.get_yaxis_transform(),
            ha="right",
            va="center",
            fontweight="bold",
            fontsize=10.5,
        )
        _lines(axes, top, own, looks, unseen)
    _key(axes, scored, looks)
    drawn.legend(loc="outside upper left", frameon=False, fontsize=LABEL_SIZE, handletextpad=0.2)
    axes.set_ylim(len(tables) * group - 0.9, -0.9)
    axes.set_xlim(0, 1.08)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel("F1 (1: no miss, no false row; n: articles)")
    words = listed(
        f"{row.table} {in_words(row.f1)}" for row in scored[scored["texts"] == sets[0]].itertuples()
    )
    more = "; the table of scores has the other sets" if len(sets) > 1 else ""
    figure(
        drawn,
        f"F1 of each table in each set of texts. {at_start(sets[0])}: {words}{more}.",
        "accuracy",
        output_dir,
        caption="F1 of each table in each set of texts.",
    )


def _lines(axes, top: float, own: pd.DataFrame, looks: Mapping[str, tuple], unseen: Sequence[str]) -> None:
    """The lines of one table, one for each set in which something of it is annotated."""
    for line, name in enumerate(looks):
        row = next(iter(own[own["texts"] == name].to_dict("records")), None)
        if row is None:  # nothing of this table is annotated in this set
            continue
        marker, colour = looks[name]
        # no further than the mark: beside a label a line looks like a minus
        axes.hlines(top + line, 0, row["f1"], color=GUIDE, linewidth=0.8, zorder=1)
        axes.plot(
            [row["f1"]], [top + line], marker=marker, color=colour, markersize=7, linestyle="", zorder=3
        )
        axes.annotate(
            in_words(row["f1"]),
            (row["f1"], top + line),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            fontsize=LABEL_SIZE,
            color=INK if name in unseen else QUIET,
            fontweight="bold" if name in unseen else "normal",
            bbox=OFF_LINES,
        )


def _key(axes, scored: pd.DataFrame, looks: Mapping[str, tuple]) -> None:
    """A sample of the mark of each set, for the legend."""
    for name, (marker, colour) in looks.items():
        number = int(scored.loc[scored["texts"] == name, "articles"].iloc[0])
        axes.plot(
            [],
            [],
            marker=marker,
            color=colour,
            markersize=7,
            linestyle="",
            label=f"{shortened(name, 40)} (n = {number})",
        )


def stock_tools(compared: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws the F1 of this collection and of stock tools, task by task.

    Args:
        compared: From `helpers.accuracy.baselines.compare_tools`.
        output_dir: Folder for the picture, or None.
    """
    if compared.empty:
        say(NOTHING)
        return
    drawn, axes = new_axes(NARROW, 1.0 + 0.29 * (2 * len(compared) + compared["task"].nunique()))
    y = 0.0
    for task, own in compared.groupby("task", sort=False):
        axes.text(0, y, task, va="center", fontweight="bold", fontsize=10.5)
        for row in own.itertuples():
            told = f"{row.reader}: {in_words(row.f1)} (found {row.found}, missed {row.missed}, false {row.false})"
            axes.text(0, y + 1, told, va="center", fontsize=LABEL_SIZE, bbox=OFF_LINES, zorder=1)
            axes.barh(y + 1.8, row.f1, height=0.7, zorder=2, **READERS.get(row.reader, STOCK))
            y += 1.9
        y += 1.2
    axes.set_yticks([])
    axes.set_ylim(y - 0.4, -0.7)
    axes.set_xlim(0, 1.02)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("F1", loc="left")
    words = "; ".join(
        f"{task}: " + listed(f"{row.reader} {in_words(row.f1)}" for row in own.itertuples())
        for task, own in compared.groupby("task", sort=False)
    )
    figure(
        drawn,
        f"F1 of this collection (plain bars) and of stock tools (hatched) on the same texts: {words}.",
        "stock_tools",
        output_dir,
        caption="F1 of this collection (plain bars) and of stock tools (hatched) on the same texts.",
    )
