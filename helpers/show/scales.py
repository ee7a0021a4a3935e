"""The great figure of notebook 3: every figure of the articles on the scale of its unit, with its bounds."""

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.findings.archive import is_large, sample
from helpers.findings.arithmetic_words import times_in_words
from helpers.findings.languages import NOT_READ
from helpers.findings.words import amount, called, listed, titles, with_titles
from helpers.show.figures import (
    NARROW,
    OFF_LINES,
    figure,
    legend_above,
    link_to,
    names_above,
    new_axes,
    on_axis,
    wrapped,
)
from helpers.show.page import say
from helpers.show.palette import COLOURS, INK, PAPER, QUIET, WHOLE
from helpers.show.scales_panels import WIDTH, panel_of
from helpers.texts import Article

__all__ = ["scales"]

LANE = 0.29  # inches of height for a line of marks with labels
LABEL_SIZE = 9.5
TITLE_WIDTH, NARROW_TITLE = 24, 52  # letters of an article's title beside its marks, and above them
UNITS_DRAWN = 6  # more and no label can be read
BARE = re.compile(r"[\d.,]+(?!\S)(?! [a-z])|[\d.,]+:")  # a figure that does not say its unit
FEWEST_MARKS = 2  # on a scale; one alone is said in words
UNIT_NAMES = {"count": "number counted", "percent": "percent", "ratio": "average or ratio"}


def scales(
    marks: pd.DataFrame, corpus: Sequence[Article], units: Sequence[str], output_dir: Path | None = None
) -> None:
    """Draws every figure on the scale of its unit, article by article, with its bounds.

    Counts and measures stand on logarithmic scales, percentages on a linear one.

    Args:
        marks: From `helpers.findings.statistics.marks`.
        corpus: The articles.
        units: The units in the order wanted.
        output_dir: Folder for the picture, or None.
    """
    if marks.empty:
        say("There is nothing to draw: the articles give no figure of this kind.")
        return
    every, sampled = len(marks), ""
    if is_large(corpus):
        sampled = f" The articles are taken at even distances from {len(corpus):,}."
        corpus = sample(corpus)
        marks = marks[marks["article"].isin([article.slug for article in corpus])]
    sizes, names = marks["unit"].value_counts(), titles(corpus)
    single = [unit for unit in units if sizes.get(unit, 0) < FEWEST_MARKS and unit in sizes]
    alone = _alone(marks[marks["unit"].isin(single)], names)
    units = [unit for unit in units if unit in sizes and unit not in single]
    if not units:
        say(f"There is nothing to compare, for no unit has more than one figure: {alone}.")
        return
    panels = [panel_of(marks[marks["unit"] == unit], unit, corpus) for unit in units[:UNITS_DRAWN]]
    left_out = every - len(marks) + sum(panel["left_out"] for panel in panels)
    left_out += int(marks["unit"].isin(units[UNITS_DRAWN:]).sum())

    def narrow():
        again = [
            panel_of(marks[marks["unit"] == unit], unit, corpus, narrow=True) for unit in units[:UNITS_DRAWN]
        ]
        return _scales(again, marks, names, above=True)

    figure(
        _scales(panels, marks, names),
        _described(marks[~marks["unit"].isin(single)], marks["article"].nunique(), panels)
        + sampled
        + _missing(left_out, len(single), alone),
        "scales",
        output_dir,
        dict(link_to(row) for row in marks.itertuples()),
        narrow=narrow,
    )


def _scales(
    panels: Sequence[dict], marks: pd.DataFrame, names: Mapping[str, str], *, above: bool = False
) -> Figure:
    """The drawing, with the names of the articles beside their marks or above them."""
    heights = [LANE * (panel["height"] + 0.2) for panel in panels]
    drawn, axes = new_axes(
        NARROW if above else WIDTH,
        sum(heights) + 0.68 * len(panels) + (0.7 if above else 0.4),
        len(panels),
        1,
        gridspec_kw={"height_ratios": heights},
    )
    for one, panel in zip([axes] if len(panels) == 1 else axes.flat, panels, strict=True):
        _draw_panel(one, panel, names, above)
    _key(drawn, marks, 2 if above else 5)
    return drawn


def _alone(marks: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The figures that are the only ones of their units, in words: each with what it counts, and with its unit where it
    does not say it itself, in brackets."""
    said = []
    for row in marks.itertuples():
        figure_, _, what = row.label.partition(": ")
        unit = UNIT_NAMES.get(row.unit, row.unit) if BARE.match(row.label) or row.unit == "ratio" else ""
        often = f"given {times_in_words(row.times)}" if row.times > 1 else ""
        aside = ", ".join(filter(None, [what, unit, often]))
        where = f" in {with_titles(called(row.article), names)}" if len(names) > 1 else ""
        said.append(f"{figure_}{f' ({aside})' if aside else ''}{where}")
    return listed(said, most=6)


def _described(marks: pd.DataFrame, articles: int, panels: Sequence[dict]) -> str:
    """The figure in words."""
    parts = ", ".join(f"{UNIT_NAMES.get(panel['unit'], panel['unit'])}: {panel['n']}" for panel in panels)
    return (
        f"{amount(int(marks['times'].sum()), 'figure').capitalize()} of {amount(articles, 'article')}, one row an article and one "
        f"panel a unit ({parts})."
    )


def _missing(left_out: int, single: int, alone: str) -> str:
    """What is not drawn: marks without room, and units with one figure, which `alone` names."""
    missing = (
        f" There is no room for {amount(left_out, 'more mark')}; the table has them." if left_out else ""
    )
    if single:
        missing += f" Not drawn, as the only {'figure of its unit' if single == 1 else 'figures of their units'}: {alone}."
    return missing


def _draw_panel(axes, panel: dict, names: Mapping[str, str], above: bool) -> None:
    colour = COLOURS[{"count": "blue", "percent": "purple"}.get(panel["unit"], "green")]
    for number, (_, top, lanes) in enumerate(panel["rows"]):
        if number % 2:
            axes.axhspan(top - 0.2, top + lanes + 0.2, color=WHOLE, zorder=0, linewidth=0)
    drawn_slugs = {row.article for row, *_ in panel["marks"]}
    behind = {
        slug: OFF_LINES | {"facecolor": (PAPER, WHOLE)[number % 2]}
        for number, (slug, *_) in enumerate(panel["rows"])
    }
    for slug, top, lanes in panel["rows"]:
        if slug not in drawn_slugs:
            axes.text(
                0.006,
                top + (1.5 if above else lanes / 2),
                NOT_READ if slug in panel["unread"] else "no count in the text",
                color=QUIET,
                fontsize=LABEL_SIZE,
                style="italic",
                va="center",
                transform=axes.get_yaxis_transform(),
                bbox=behind[slug],
            )
    if panel["log"]:
        axes.set_xscale("log")
        axes.set_xticks(
            panel["ticks"], [on_axis(tick) if math.log10(tick) % 1 == 0 else "0" for tick in panel["ticks"]]
        )
        axes.xaxis.set_minor_formatter("")
    axes.set_xlim(panel["low"], panel["high"])
    axes.set_ylim(panel["height"] - 0.1, -0.3)
    for row, y, to_left, words in panel["marks"]:
        _draw_mark(axes, row, y, to_left, words, colour, panel["low"], behind[row.article])
    if above:
        for slug, top, _ in panel["rows"]:
            names_above(axes, {top + 0.5: wrapped(names[slug], NARROW_TITLE, 1)}, behind=behind[slug])
    else:
        axes.set_yticks(
            [top + lanes / 2 for _, top, lanes in panel["rows"]],
            [wrapped(names[slug], TITLE_WIDTH, 2) for slug, _, _ in panel["rows"]],
            parse_math=False,
            fontsize=LABEL_SIZE,
        )
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    scale = ", logarithmic scale" if panel["log"] else ""
    axes.set_xlabel(
        f"{UNIT_NAMES.get(panel['unit'], panel['unit'])}{scale} (n = {panel['n']})", parse_math=False
    )


def _draw_mark(
    axes, row, y: float, to_left: bool, words: str, colour: str, floor: float, behind: dict
) -> None:
    first, last = (max(row.value if pd.isna(bound) else bound, floor) for bound in (row.low, row.high))
    if first != last:
        axes.plot([first, last], [y, y], color=colour, linewidth=4, solid_capstyle="round", zorder=3)
    ends = (-26 if pd.isna(row.low) else 0, 26 if pd.isna(row.high) else 0)
    for end in filter(None, ends):
        axes.annotate(
            "",
            (first, y),
            xytext=(end, 0),
            textcoords="offset points",
            zorder=3,
            arrowprops={"arrowstyle": "<-", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0},
        )
    axes.plot(
        [first, last],
        [y, y],
        marker="o",
        linestyle="",
        markersize=7,
        color=PAPER if row.approx else colour,
        markeredgecolor=colour,
        markeredgewidth=1.6,
        zorder=4,
        clip_on=False,
        url=link_to(row)[0],
    )
    offset = min(ends[0], -2) - 6 if to_left else max(ends[1], 2) + 6
    axes.annotate(
        words,
        (first if to_left else last, y),
        xytext=(offset, 0),
        textcoords="offset points",
        ha="right" if to_left else "left",
        va="center",
        fontsize=LABEL_SIZE,
        color=INK,
        zorder=5,
        parse_math=False,
        annotation_clip=False,
        url=link_to(row)[0],
        bbox=behind,
    )


def _key(drawn, marks: pd.DataFrame, columns: int) -> None:
    at_least, at_most = marks["high"].isna() & marks["low"].notna(), marks["low"].isna()
    looks = [
        ("exact", r"$\bullet$", marks["low"].eq(marks["high"]) & ~marks["approx"].astype(bool)),
        ("at least (over)", r"$\bullet\!\!\rightarrow$", at_least),
        ("between", r"$\bullet\!\!-\!\!\bullet$", ~at_least & ~at_most & (marks["low"] != marks["high"])),
        ("at most (nearly, up to)", r"$\leftarrow\!\!\bullet$", at_most),
        ("about", r"$\circ$", marks["approx"].astype(bool)),
    ]
    handles = [
        Line2D(
            [], [], marker=sign, linestyle="", markersize=9 if len(sign) < 12 else 20, color=INK, label=name
        )
        for name, sign, which in looks
        if which.any()
    ]
    legend_above(drawn, handles, columns, size=LABEL_SIZE, gap=0.8)
