"""The second figure of notebook 1: how long things took, on a logarithmic scale."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from helpers.findings.archive import is_large
from helpers.findings.words import titles
from helpers.show.figures import NARROW, figure, link_to, names_above, new_axes, shortened
from helpers.show.page import say
from helpers.show.palette import COLOURS, GUIDE
from helpers.show.timeline_marks import LONGEST_LABEL
from helpers.texts import Article

__all__ = ["durations"]

WIDTH = 8.8  # inches
LETTERS_ABOVE, TICKS_IN_NARROW = 58, 5  # where a phone is to show it
ROWS_DRAWN = 40
FEWEST_TICKS = 2
FEWEST_DRAWN = 3  # with fewer points a scale says nothing that a table does not say better
SCALE = {
    "an hour": 1 / 24,
    "a day": 1,
    "a week": 7,
    "a month": 30.4,
    "a year": 365.25,
    "10 years": 3652.5,
    "100 years": 36525,
}


def durations(
    lengths: pd.DataFrame | None, corpus: Sequence[Article], output_dir: Path | None = None
) -> None:
    """Draws durations on a logarithmic scale; the many of an archive, counted by their length.

    Args:
        lengths: One row a duration with `article`, `quote` and `days` (a length in days); None if they are
            not wanted.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
    """
    if lengths is None or len(lengths) < FEWEST_DRAWN:
        say(
            "Durations are left out: `show_durations` is False."
            if lengths is None
            else "Too few lengths of time for a figure: see the table."
            if len(lengths)
            else "Nothing to draw: no length of time is given."
        )
        return
    if len(lengths) > ROWS_DRAWN and is_large(corpus):
        _counted(lengths, output_dir)
        return
    shown = lengths.sort_values(["days", "article", "start"]).head(ROWS_DRAWN)
    longest = shown.iloc[-1]
    draw = partial(_lengths, shown, titles(corpus), len(lengths))
    figure(
        draw(),
        f"{len(shown)} durations from the shortest to the longest on a logarithmic scale; the longest is “{longest['quote']}”.",
        "durations",
        output_dir,
        dict(link_to(row) for row in shown.itertuples()),
        narrow=partial(draw, above=True),
    )


def _lengths(shown: pd.DataFrame, names: Mapping[str, str], every: int, *, above: bool = False) -> Figure:
    """The drawing of some of all durations, with their words beside the marks or above them."""
    drawn, axes = new_axes(NARROW if above else WIDTH, 1.1 + (0.5 if above else 0.3) * len(shown))
    axes.hlines(range(len(shown)), shown["days"].min() / 2, shown["days"], color=GUIDE, linewidth=1, zorder=1)
    for y, row in enumerate(shown.itertuples()):
        url, _ = link_to(row)
        axes.plot([row.days], [y], marker="o", color=COLOURS["green"], markersize=8, zorder=3, url=url)
    labels = [f"“{shortened(row.quote, LONGEST_LABEL)}” ({names[row.article]})" for row in shown.itertuples()]
    if above:
        names_above(
            axes, {y - 0.42: shortened(one, LETTERS_ABOVE) for y, one in enumerate(labels)}, weight="normal"
        )
    else:
        axes.set_yticks(range(len(shown)), labels, parse_math=False)
    axes.set_ylim(len(shown) - 0.4, -0.8 if above else -0.6)
    _scale(axes, shown["days"].min() / 2, shown["days"].max() * 2, every_other=above)
    axes.grid(axis="x")
    axes.set_xlabel(f"length, logarithmic scale (n = {len(shown)} of {every} durations)")
    return drawn


def _counted(lengths: pd.DataFrame, output_dir: Path | None) -> None:
    """Draws how many durations of an archive lie between an hour, a day, a week and so on."""
    names, bounds = list(SCALE), list(SCALE.values())
    steps = [
        f"under {names[0]}",
        *(f"{one} to {other}" for one, other in pairwise(names)),
        f"{names[-1]} or more",
    ]
    places = pd.Series(bisect_right(bounds, days) for days in lengths["days"])
    counts = places.value_counts().reindex(range(places.min(), places.max() + 1), fill_value=0)
    most = counts.idxmax()
    description = (
        f"{len(lengths):,} durations, counted by their length; most ({counts[most]:,}) last {steps[most]}."
    )
    draw = partial(_bars, counts, steps)
    figure(draw(WIDTH), description, "durations", output_dir, narrow=partial(draw, NARROW))


def _bars(counts: pd.Series, steps: Sequence[str], width: float) -> Figure:
    """A bar for each step of length."""
    drawn, axes = new_axes(width, 1.1 + 0.4 * len(counts))
    bars = axes.barh(range(len(counts)), counts, color=COLOURS["green"], height=0.7, zorder=3)
    axes.bar_label(bars, [f"{count:,}" for count in counts], padding=4)
    axes.set_yticks(range(len(counts)), [steps[place] for place in counts.index])
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.set_xlim(0, 1.12 * counts.max())
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel(f"durations (n = {counts.sum():,})")
    return drawn


def _scale(axes, low: float, high: float, *, every_other: bool = False) -> None:
    """A logarithmic scale of days between these two, with the ticks that lie on it, or some of them."""
    axes.set_xscale("log")
    if sum(low <= days <= high for days in SCALE.values()) < FEWEST_TICKS:  # one tick makes no scale
        low = max((days for days in SCALE.values() if days <= low), default=low)
        high = min((days for days in SCALE.values() if days >= high), default=high)
    ticks = {name: days for name, days in SCALE.items() if low <= days <= high}
    if every_other and len(ticks) > TICKS_IN_NARROW:
        ticks = dict(list(ticks.items())[::2])
    axes.set_xlim(low, high)
    axes.set_xticks(list(ticks.values()), list(ticks))
    axes.set_xticks([], minor=True)
