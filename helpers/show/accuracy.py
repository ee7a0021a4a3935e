"""The figures of notebook 5: how accurate each table is in each set of texts, and how stock tools do beside
it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from helpers.accuracy import OWN, in_words
from helpers.findings.words import at_start, listed
from helpers.show.figures import OFF_LINES, figure, new_axes, shortened
from helpers.show.page import say
from helpers.show.palette import COLOURS, GUIDE, HATCHED, INK, QUIET

__all__ = ["by_table", "noticed", "stock_tools"]

WIDTH = 9.6  # inches
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
FEWEST = 5  # numbers tried for a mark
KINDS = (  # marker and colour of each kind of relation
    ("o", COLOURS["blue"]),
    ("s", COLOURS["vermillion"]),
    ("^", COLOURS["green"]),
    ("D", COLOURS["purple"]),
    ("v", COLOURS["black"]),
)
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
    drawn, axes = new_axes(WIDTH, 1.6 + LINE * group * len(tables))
    lowest = min(0.5, float(scored["f1"].min()) - 0.03)
    for y, (table, own) in enumerate(scored.groupby("table", sort=False)):
        top = y * group
        axes.text(
            lowest - 0.012,
            top + (len(sets) - 1) / 2,
            table,
            ha="right",
            va="center",
            fontweight="bold",
            fontsize=10.5,
        )
        _lines(axes, top, own, looks, unseen)
    _key(axes, scored, looks)
    drawn.legend(loc="outside upper left", ncols=2, frameon=False, fontsize=LABEL_SIZE, handletextpad=0.2)
    axes.set_ylim(len(tables) * group - 0.9, -0.9)
    axes.set_xlim(lowest, 1.04)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel("F1: 1 is without a miss or a false row (n = number of articles)")
    words = listed(
        f"{row.table} {in_words(row.f1)}" for row in scored[scored["texts"] == sets[0]].itertuples()
    )
    more = "; the table of scores has the other sets" if len(sets) > 1 else ""
    figure(
        drawn,
        f"F1 of each table in each set of texts. {at_start(sets[0])}: {words}{more}.",
        "accuracy",
        output_dir,
    )


def _lines(axes, top: float, own: pd.DataFrame, looks: Mapping[str, tuple], unseen: Sequence[str]) -> None:
    """The lines of one table, one for each set in which something of it is annotated."""
    for line, name in enumerate(looks):
        row = next(iter(own[own["texts"] == name].to_dict("records")), None)
        if row is None:  # nothing of this table is annotated in this set
            continue
        marker, colour = looks[name]
        axes.axhline(top + line, color=GUIDE, linewidth=0.8, zorder=1)
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


def noticed(changed: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws how often a wrong number was noticed, by the size of the error, one line a kind of relation.

    Args:
        changed: From `helpers.findings.accuracy.noticed`.
        output_dir: Folder for the picture, or None.
    """
    changed = changed[changed["tried"] >= FEWEST]
    if changed.empty:
        say("There is nothing to draw: too few relations that hold are annotated.")
        return
    changes = [name for name in changed["change"].cat.categories if name in set(changed["change"])]
    drawn, axes = new_axes(WIDTH, 4.2)
    ends = _curves(axes, changed, changes)
    _at_ends(axes, ends, len(changes))
    axes.set_xlim(-0.3, len(changes) + 1.1)
    axes.set_xticks(range(len(changes)), changes)
    axes.set_ylim(-0.03, 1.03)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    axes.grid(axis="y")
    axes.set_axisbelow(True)
    axes.spines["bottom"].set_bounds(0, len(changes) - 1)
    axes.set_xlabel("how far the number was changed (n = numbers tried)", loc="left")
    axes.set_ylabel("noticed")
    words = "; ".join(
        f"{relation}: " + listed(f"{row.change} {row.noticed:.0%}" for row in own.itertuples())
        for relation, own in _kinds(changed)
    )
    figure(drawn, f"How often a changed number was noticed: {words}.", "noticed", output_dir)


def _kinds(changed: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The kinds of relation that have a marker, each with its rows."""
    return list(changed.groupby("relation", sort=True, observed=True))[: len(KINDS)]


def _curves(axes, changed: pd.DataFrame, changes: Sequence[str]) -> list[tuple[float, str, str]]:
    """Draws one line a kind of relation; returns for each where it ends, its words and its colour."""
    ends = []
    for (relation, own), (marker, colour) in zip(_kinds(changed), KINDS, strict=False):
        for of_size, style in ((own["size"].isna(), ""), (own["size"].notna(), "-")):
            part = own[of_size]
            places = [changes.index(change) for change in part["change"]]
            axes.plot(
                places,
                part["noticed"],
                marker=marker,
                color=colour,
                markersize=6,
                linestyle=style,
                linewidth=1.6,
                zorder=3,
            )
        ends.append((float(own["noticed"].iloc[-1]), f"{relation} (n = {int(own['tried'].sum())})", colour))
    return ends


def _at_ends(axes, ends: Iterable[tuple[float, str, str]], place: int) -> None:
    """Writes behind each line what it is."""
    lowest = -1.0
    for height, label, colour in sorted(ends):  # labels keep clear of each other
        lowest = max(height, lowest + 0.065)
        axes.annotate(
            label,
            (place - 0.9, lowest),
            va="center",
            color=colour,
            fontsize=LABEL_SIZE,
            annotation_clip=False,
            bbox=OFF_LINES,
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
    drawn, axes = new_axes(WIDTH, 1.0 + 0.34 * (len(compared) + compared["task"].nunique()))
    y, ticks = 0.0, {}
    for task, own in compared.groupby("task", sort=False):
        axes.text(0, y, task, va="center", fontweight="bold", fontsize=10.5)
        for row in own.itertuples():
            y += 1
            axes.barh(y, row.f1, height=0.7, zorder=2, **READERS.get(row.reader, STOCK))
            axes.annotate(
                f"{in_words(row.f1)}  (found {row.found}, missed {row.missed}, false {row.false})",
                (row.f1, y),
                xytext=(5, 0),
                textcoords="offset points",
                va="center",
                fontsize=LABEL_SIZE,
            )
            ticks[y] = row.reader
        y += 1.3
    axes.set_yticks(list(ticks), list(ticks.values()))
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(y - 0.6, -0.7)
    axes.set_xlim(0, 1.42)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(0, 1)
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
    )
