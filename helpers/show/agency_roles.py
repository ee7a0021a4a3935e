"""The figures of notebook 2: bodies and roles with their modes (in `agency_matrix`), and modes and naming by article."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.patches import Patch

from helpers.findings.archive import is_large, sample
from helpers.findings.words import amount, titles
from helpers.show.agency_matrix import left_out, matrix
from helpers.show.by_body import by_body, places
from helpers.show.figures import (
    NARROW,
    OFF_LINES,
    figure,
    legend_above,
    new_axes,
    wrapped,
)
from helpers.show.over_time import over_time
from helpers.show.page import say
from helpers.show.palette import COLOURS, HATCHED, INK, PAPER, QUIET
from helpers.texts import MODES, Article

__all__ = ["by_body", "matrix", "modes", "over_time", "places"]

ARTICLES_DRAWN = 15

ON_HATCHING = {"facecolor": HATCHED, "edgecolor": "none", "pad": 1}  # under a number

# How a mode is drawn: by shape and filling first, by colour second; the same in every figure.
BARS = {
    "reported": {"facecolor": COLOURS["blue"], "edgecolor": COLOURS["blue"]},
    "planned": {"facecolor": PAPER, "edgecolor": COLOURS["green"], "linewidth": 1.6},
    "recommended": {"facecolor": HATCHED, "edgecolor": COLOURS["orange"], "hatch": "////"},
}


def modes(counts: pd.DataFrame, corpus: Iterable[Article], output_dir: Path | None = None) -> None:
    """Draws how many roles of each article are reported, planned and recommended, named bodies above those
    that are only described.

    Args:
        counts: From `helpers.findings.agency_roles.modes_by_article`.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
    """
    every = int(counts[list(MODES)].to_numpy().sum())
    if not every:
        say("There is nothing to draw: no body has a role.")
        return
    slugs = list(dict.fromkeys(counts["article"]))
    drawn_slugs = sample(slugs, ARTICLES_DRAWN) if is_large(slugs) else slugs[:ARTICLES_DRAWN]
    shown = counts[counts["article"].isin(drawn_slugs)].reset_index(drop=True)
    heights = [1.4 * (place // 2) + 0.55 * (place % 2) for place in shown.index]
    drawn, axes = new_axes(NARROW, 1.2 + 0.46 * heights[-1])
    _stacks(axes, heights, shown)
    kinds = [naming.partition(" ")[0] for naming in shown["naming"]]  # the words behind the bars say "bodies"
    axes.set_yticks(heights, kinds, fontsize=9.5)
    _article_names(axes, heights, shown["article"], titles(corpus))
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(heights[-1] + 0.4, -0.4)
    axes.spines["left"].set_visible(False)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.margins(x=0.12)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel(f"roles (n = {every:,})" + left_out(drawn_slugs, slugs, "articles"))
    legend_above(drawn, [Patch(**BARS[mode], label=mode) for mode in MODES if counts[mode].sum()], 3, gap=0.8)
    parts = [
        f"{naming} {', '.join(f'{mode} {number}' for mode, number in own[list(MODES)].sum().items())}"
        for naming, own in counts.groupby("naming", sort=False)
    ]
    figure(
        drawn,
        f"Roles by article, naming of the body and mode. {'In all articles together' if len(slugs) > 1 else 'In all'}: {'; '.join(parts)}.",
        "modes_by_article",
        output_dir,
        caption="Roles by article, those of bodies with a name above those of bodies that are only described.",
    )


def _stacks(axes, heights: Sequence[float], shown: pd.DataFrame) -> None:
    """A bar for each row, a piece a mode, and behind it how many bodies do that."""
    for y, row in zip(heights, shown.to_dict("records"), strict=True):
        left = 0
        for mode in (mode for mode in MODES if row[mode]):
            axes.barh(y, row[mode], left=left, height=0.42, zorder=3, **BARS[mode])
            axes.text(
                left + row[mode] / 2,
                y,
                str(row[mode]),
                ha="center",
                va="center_baseline",
                fontsize=9,
                zorder=4,
                color=PAPER if mode == "reported" else INK,
                bbox=ON_HATCHING if mode == "recommended" else None,
            )
            left += row[mode]
        axes.annotate(
            amount(row["bodies"], "body", "bodies") if left else "none",
            (left, y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=9.5,
            color=QUIET,
            bbox=OFF_LINES,
        )


def _article_names(axes, heights: Sequence[float], articles: pd.Series, names: Mapping[str, str]) -> None:
    """The name of an article beside its two bars."""
    for y, slug in zip(heights[::2], articles[::2], strict=True):
        axes.annotate(
            wrapped(names[slug], 18, 3),
            (0, y + 0.27),
            xycoords=axes.get_yaxis_transform(),
            xytext=(-66, 0),  # left of "described"
            textcoords="offset points",
            ha="right",
            va="center",
            fontsize=9.5,
            weight="bold",
            parse_math=False,
        )
