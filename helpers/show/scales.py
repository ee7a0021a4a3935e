"""The great figure of notebook 3: every figure of the articles on the scale of its unit, with its bounds."""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D

from helpers.findings.archive import is_large, sample
from helpers.findings.words import amount, listed, titles
from helpers.show.figures import (
    OFF_LINES,
    figure,
    legend_above,
    link_to,
    new_axes,
    on_axis,
    shortened,
    wrapped,
)
from helpers.show.page import say
from helpers.show.palette import COLOURS, INK, PAPER, QUIET, WHOLE
from helpers.texts import Article

__all__ = ["scales"]

WIDTH = 9.2  # inches; a wider picture is scaled down on the page, and its letters with it
LANE = 0.29  # inches of height for a line of marks with labels
LABEL_SIZE = 9.5
LETTER = 0.081  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
LONGEST_LABEL, TITLE_WIDTH = 40, 24
FEWEST_LANES = 1.6  # a title of two lines needs them
ARTICLES_DRAWN, UNITS_DRAWN = 20, 6  # more and no label can be read
LANES_DRAWN, LANES_OF_OTHERS = 48, 16  # of counts, and of each other unit: keeps the picture on one page
MARKS_DRAWN = 24  # of one article on one scale
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
    alone = listed(
        (
            f"{_label(row)} ({names[row.article]}), {UNIT_NAMES.get(row.unit, row.unit)}"
            for row in marks[marks["unit"].isin(single)].itertuples()
        ),
        most=6,
    )
    units = [unit for unit in units if unit in sizes and unit not in single]
    if not units:
        say(f"There is nothing to compare, for no unit has more than one figure: {alone}.")
        return
    panels, left_out = [], every - len(marks)
    for unit in units[:UNITS_DRAWN]:
        panel = _panel(marks[marks["unit"] == unit], unit, corpus)
        panels.append(panel)
        left_out += panel["left_out"]
    left_out += int(marks["unit"].isin(units[UNITS_DRAWN:]).sum())
    heights = [LANE * (panel["height"] + 0.2) for panel in panels]
    drawn, axes = new_axes(
        WIDTH, sum(heights) + 0.68 * len(panels) + 0.4, len(panels), 1, gridspec_kw={"height_ratios": heights}
    )
    for one, panel in zip([axes] if len(panels) == 1 else axes.flat, panels, strict=True):
        _draw_panel(one, panel, names)
    _key(drawn, marks)
    total = int(marks.loc[~marks["unit"].isin(single), "times"].sum())
    missing = (
        f" There is no room for {amount(left_out, 'more mark')}; the table has them." if left_out else ""
    )
    missing += (
        f" Not drawn, being the only {'one of its unit' if len(single) == 1 else 'ones of their units'}: {alone}."
        if single
        else ""
    )
    parts = ", ".join(f"{UNIT_NAMES.get(panel['unit'], panel['unit'])}: {panel['n']}" for panel in panels)
    articles = amount(marks["article"].nunique(), "article")
    figure(
        drawn,
        f"{amount(total, 'figure').capitalize()} of {articles}, one row an article and one panel a unit ({parts}).{sampled}{missing}",
        "scales",
        output_dir,
        dict(link_to(row) for row in marks.itertuples()),
    )


def _panel(own: pd.DataFrame, unit: str, corpus: Sequence[Article]) -> dict:
    """What a panel holds: its scale, its marks with their lanes, its rows; `height` in lanes and `left_out`
    in marks."""
    low, high, log, ticks = _scale(own, unit)
    inches = WIDTH - 2.9

    def place(value: float) -> float:
        if log:
            return inches * math.log(max(value, low) / low) / math.log(high / low)
        return inches * (value - low) / (high - low)

    slugs = [article.slug for article in corpus]
    wanted = (
        slugs
        if unit == "count" and len(slugs) <= ARTICLES_DRAWN
        else [slug for slug in slugs if (own["article"] == slug).any()]
    )
    rows, drawn, height = [], [], 0.0
    for slug in wanted[:ARTICLES_DRAWN]:
        of_article = (
            own[own["article"] == slug].sort_values("times", ascending=False, kind="stable").head(MARKS_DRAWN)
        )
        lanes, placed = _pack(of_article, place, inches)
        if height + lanes > (LANES_DRAWN if unit == "count" else LANES_OF_OTHERS) and rows:
            break
        rows.append((slug, height, lanes))
        drawn += [(row, height + lane + 0.5, to_left) for row, lane, to_left in placed]
        height += max(lanes, FEWEST_LANES) + 0.4
    return {
        "unit": unit,
        "low": low,
        "high": high,
        "log": log,
        "ticks": ticks,
        "rows": rows,
        "marks": drawn,
        "height": height,
        "n": int(own["times"].sum()),
        "left_out": len(own) - len(drawn),
    }


def _scale(own: pd.DataFrame, unit: str) -> tuple[float, float, bool, list[float]]:
    """Lowest and highest place of a scale, whether it is logarithmic, and its ticks if so; the first of them
    may stand for 0."""
    ends = pd.concat([own["value"], own["low"].dropna(), own["high"].dropna()])
    positive = ends[ends > 0]
    if unit == "percent" or positive.empty:
        return (
            min(0.0, float(ends.min())),
            max(100.0 if unit == "percent" else 1.0, float(ends.max())),
            False,
            [],
        )
    first, last = math.floor(math.log10(positive.min())), math.ceil(math.log10(positive.max() * 1.05))
    ticks = [10.0**power for power in range(first, last + 1, 1 + (last - first) // 10)]
    if (ends <= 0).any():
        zero = 10.0**first / 4
        return zero, 10.0**last, True, [zero, *ticks]
    return 10.0**first / (1.4 if positive.min() < 1.2 * 10.0**first else 1), 10.0**last, True, ticks


def _pack(own: pd.DataFrame, place: Callable[[float], float], inches: float) -> tuple[int, list[tuple]]:
    """Gives each mark the first lane where neither it nor its label meets another: number of lanes, and (row,
    lane, label to the left)."""
    lanes: list[list[tuple[float, float]]] = [[]]
    placed = []
    for row in own.sort_values("value", kind="stable").itertuples():
        first = place(row.low if pd.notna(row.low) else row.value) - (0.4 if pd.isna(row.low) else 0.1)
        last = place(row.high if pd.notna(row.high) else row.value) + (0.4 if pd.isna(row.high) else 0.1)
        width = len(_label(row)) * LETTER + 0.15
        to_left = last + width > inches + 0.5 and first - width > 0
        first, last = (first - width, last) if to_left else (first, last + width)
        free = next(
            (number for number, lane in enumerate(lanes) if all(last < a or first > b for a, b in lane)),
            len(lanes),
        )
        if free == len(lanes):
            lanes.append([])
        lanes[free].append((first, last))
        placed.append((row, free, to_left))
    return len(lanes), placed


def _label(row) -> str:
    words = shortened(row.label, LONGEST_LABEL)
    words += "”" * (words.count("“") > words.count("”"))
    return words + (f" ×{row.times}" if row.times > 1 else "")


def _draw_panel(axes, panel: dict, names: Mapping[str, str]) -> None:
    colour = COLOURS[{"count": "blue", "percent": "vermillion"}.get(panel["unit"], "green")]
    for number, (_, top, lanes) in enumerate(panel["rows"]):
        if number % 2:
            axes.axhspan(top - 0.2, top + lanes + 0.2, color=WHOLE, zorder=0, linewidth=0)
    drawn_slugs = {row.article for row, _, _ in panel["marks"]}
    behind = {
        slug: OFF_LINES | {"facecolor": (PAPER, WHOLE)[number % 2]}
        for number, (slug, *_) in enumerate(panel["rows"])
    }
    for slug, top, lanes in panel["rows"]:
        if slug not in drawn_slugs:
            axes.text(
                0.006,
                top + lanes / 2,
                "no count in the text",
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
    for row, y, to_left in panel["marks"]:
        _draw_mark(axes, row, y, to_left, colour, panel["low"], behind[row.article])
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


def _draw_mark(axes, row, y: float, to_left: bool, colour: str, floor: float, behind: dict) -> None:
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
        _label(row),
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


def _key(drawn, marks: pd.DataFrame) -> None:
    at_least, at_most = marks["high"].isna() & marks["low"].notna(), marks["low"].isna()
    looks = [
        ("exact", r"$\bullet$", marks["low"].eq(marks["high"]) & ~marks["approx"].astype(bool)),
        ("at least (“over”)", r"$\bullet\!\!\rightarrow$", at_least),
        ("between", r"$\bullet\!\!-\!\!\bullet$", ~at_least & ~at_most & (marks["low"] != marks["high"])),
        ("at most (“nearly”, “up to”)", r"$\leftarrow\!\!\bullet$", at_most),
        ("about", r"$\circ$", marks["approx"].astype(bool)),
    ]
    handles = [
        Line2D(
            [], [], marker=sign, linestyle="", markersize=9 if len(sign) < 12 else 20, color=INK, label=name
        )
        for name, sign, which in looks
        if which.any()
    ]
    legend_above(drawn, handles, 5, size=LABEL_SIZE, gap=0.8)
