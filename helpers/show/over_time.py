"""The figures over an archive: what is counted by month or year, where a mark for each article cannot be read."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from helpers.findings import archive
from helpers.findings.words import amount, listed
from helpers.show.figures import NARROW, figure, new_axes, wrapped
from helpers.show.page import say
from helpers.show.palette import COLOURS, LINE, QUIET
from helpers.texts import Corpus

__all__ = ["counts_by_period", "over_time"]

WIDTH = 9.6  # inches
TICKS = 12
LETTERS = 12  # of a line below an axis, to the inch
ROLES_DRAWN = 8  # panels
FEWEST = 20  # roles of a period, below which its shares are drawn light
EARLIEST = 2  # periods, below which nothing changes


def counts_by_period(
    placed: pd.DataFrame, corpus: Corpus, output_dir: Path | None = None, name: str = "calendar"
) -> None:
    """Draws how many dated expressions fall into each month or year.

    Args:
        placed: Rows from `helpers.findings.timeline.dated`; of reports of one event the first alone is counted.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
        name: Of its file.
    """
    exact = archive.once(placed, corpus)
    exact = exact[exact["begin"].str.slice(0, 7) == exact["finish"].str.slice(0, 7)]
    counts = archive.by_period(exact["begin"])
    if counts.empty:
        say("There is nothing to draw: no dated expression lies within one month.")
        return
    what = "month" if len(counts["period"].iloc[0]) > 4 else "year"
    shown = int(counts["number"].sum())
    about = f"{what} of the expression (n = {shown:,} of {len(placed):,}: those within one month, each event once)"
    most = counts.loc[counts["number"].idxmax()]
    description = (
        f"Dated expressions of {amount(len(corpus), 'article')}, counted by {what} from {counts['period'].iloc[0]} to "
        f"{counts['period'].iloc[-1]}; most fall into {most['period']} ({most['number']:,}). Left out are expressions "
        f"wider than a month{', years at the ends that hold few,' if shown < len(exact) else ''} and later reports of "
        "the same event."
    )
    draw = partial(_columns, counts, what, about)
    figure(draw(WIDTH), description, name, output_dir, narrow=partial(draw, NARROW))


def _columns(counts: pd.DataFrame, what: str, about: str, width: float) -> Figure:
    """A column a period."""
    drawn, axes = new_axes(width, 3.2)
    axes.bar(range(len(counts)), counts["number"], color=COLOURS["blue"], width=0.85, zorder=3)
    _periods(axes, counts["period"], width)
    axes.grid(axis="y")
    axes.set_axisbelow(True)
    axes.set_ylabel(f"expressions a {what}")
    axes.set_xlabel(wrapped(about, int(LETTERS * width)))
    return drawn


def over_time(roles: pd.DataFrame, corpus: Corpus, output_dir: Path | None = None) -> None:
    """Draws how the share of each role changes by month or year of publication, a panel a role; nothing for a few
    articles.

    Args:
        roles: Rows of the table `roles`.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
    """
    if not archive.is_large(corpus):
        return
    shares = archive.shares_of_roles(roles, corpus)
    if len(shares) < EARLIEST:
        say("The roles cannot be followed over time: the articles are not dated, or all in one period.")
        return
    names = [name for name in shares if name not in ("period", "roles")][:ROLES_DRAWN]
    what = "month" if len(shares["period"].iloc[0]) > 4 else "year"
    first, last = shares.iloc[0], shares.iloc[-1]
    told = listed(f"{name} {first[name]:g} to {last[name]:g}%" for name in names[:4])
    left_out = len(shares.columns) - 2 - len(names)
    rare = f"; {amount(left_out, 'rarer role is', 'rarer roles are')} not drawn" if left_out else ""
    description = (
        f"What part of all roles each role is, by {what} of publication, {first['period']} to {last['period']}: {told}. "
        f"A grey line is the median; grey dots are {what}s with fewer than {FEWEST} roles. Reports of one event are "
        f"counted once{rare}."
    )
    draw = partial(_panels, shares, names, what)
    figure(draw(2), description, "roles_over_time", output_dir, narrow=partial(draw, 1))


def _panels(shares: pd.DataFrame, names: Sequence[str], what: str, columns: int) -> Figure:
    """A panel a role, so many side by side."""
    lines = -(-len(names) // columns)
    width = WIDTH if columns > 1 else NARROW
    drawn, axes = new_axes(width, 1.0 + 1.35 * lines, lines, columns, sharex=True, sharey=True)
    panels = list(axes.flat) if lines * columns > 1 else [axes]
    thin = shares["roles"] < FEWEST
    for panel, name in zip(panels, names, strict=False):
        panel.plot(shares.index, shares[name], color=COLOURS["blue"], linewidth=1.4, zorder=3)
        panel.scatter(
            shares.index,
            shares[name],
            s=16,
            color=[QUIET if few else COLOURS["blue"] for few in thin],
            zorder=4,
        )
        panel.axhline(shares[name].median(), color=LINE, linewidth=1, zorder=1)
        panel.set_title(name, fontsize=10.5)
        panel.set_ylim(0, 1.08 * shares[names].max(axis=None))  # the highest mark is drawn whole
    for panel in panels[len(names) :]:
        panel.set_visible(False)
    for panel in panels[max(0, len(names) - columns) : len(names)]:
        _periods(panel, shares["period"], width / columns)
        panel.tick_params(labelbottom=True)
    drawn.supylabel(f"% of the roles of the {what}", fontsize=9.5)
    return drawn


def _periods(axes, names: pd.Series, width: float) -> None:
    """Some of the names of the periods under an axis, at even distances."""
    step = -(-len(names) // max(3, round(TICKS * width / WIDTH)))
    axes.set_xticks(list(range(0, len(names), step)), list(names[::step]), fontsize=9)
