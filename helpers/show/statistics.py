"""The figures of notebook 3: every figure on its scale, names of people, figures per 100 words."""
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers.corpus import Article
from helpers.findings.naming import KINDS
from helpers.findings.words import amount, listed
from helpers.show.figures import COLOURS, INK, PAPER, QUIET, figure, new_axes, on_axis, shortened
from helpers.show.page import say

__all__ = ["density", "names", "scales"]

WIDTH = 11.0                # inches
LANE = 0.27                 # inches of height for a line of marks with labels
LABEL_SIZE = 8.5
LETTER = 0.072              # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
LONGEST_LABEL, LONGEST_SLUG = 48, 26
ARTICLES_DRAWN, NAMES_DRAWN, UNITS_DRAWN = 20, 30, 6        # more and no label can be read
LANES_DRAWN, LANES_OF_OTHERS = 48, 16       # of counts, and of each other unit: keeps the picture on one page
MARKS_DRAWN = 24            # of one article on one scale
KIND_COLOURS = dict(zip(KINDS, ("blue", "purple", "sky", "vermillion", "orange", "green"), strict=True))
UNIT_NAMES = {"count": "number counted", "percent": "percent", "ratio": "average or ratio"}


# ---- every figure on its scale -------------------------------------------------------------------------------------------

def scales(marks: pd.DataFrame, corpus: Sequence[Article], units: Sequence[str], output_dir: Path | None = None) -> None:
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
    panels, left_out = [], 0
    for unit in units[:UNITS_DRAWN]:
        panel = _panel(marks[marks["unit"] == unit], unit, corpus)
        panels.append(panel)
        left_out += panel["left_out"]
    left_out += int(marks["unit"].isin(units[UNITS_DRAWN:]).sum())
    heights = [LANE * (panel["height"] + 0.2) for panel in panels]
    drawn, axes = new_axes(WIDTH, sum(heights) + 0.68 * len(panels) + 0.4, len(panels), 1, gridspec_kw={"height_ratios": heights})
    for one, panel in zip([axes] if len(panels) == 1 else axes.flat, panels, strict=True):
        _draw_panel(one, panel)
    _key(drawn, marks)
    total = int(marks["times"].sum())
    missing = f" There is no room for {amount(left_out, 'more mark')}; the table has them." if left_out else ""
    parts = ", ".join(f"{UNIT_NAMES.get(panel['unit'], panel['unit'])}: {panel['n']}" for panel in panels)
    articles = amount(marks["article"].nunique(), "article")
    figure(drawn, f"{amount(total, 'figure').capitalize()} of {articles}, one row an article and one panel a unit ({parts}): dots for "
                  f"exact figures, arrows for “over” or “up to”, hollow dots for “about”.{missing}",
           "scales", output_dir)


def _panel(own: pd.DataFrame, unit: str, corpus: Sequence[Article]) -> dict:
    """What a panel holds: its scale, its marks with their lanes, its rows; `height` in lanes and `left_out` in marks."""
    low, high, log, ticks = _scale(own, unit)
    inches = WIDTH - 2.9

    def place(value: float) -> float:
        if log:
            return inches * math.log(max(value, low) / low) / math.log(high / low)
        return inches * (value - low) / (high - low)
    slugs = [article.slug for article in corpus]
    wanted = slugs if unit == "count" and len(slugs) <= ARTICLES_DRAWN else [slug for slug in slugs if (own["article"] == slug).any()]
    rows, drawn, height = [], [], 0.0
    for slug in wanted[:ARTICLES_DRAWN]:
        of_article = own[own["article"] == slug].sort_values("times", ascending=False, kind="stable").head(MARKS_DRAWN)
        lanes, placed = _pack(of_article, place, inches)
        if height + lanes > (LANES_DRAWN if unit == "count" else LANES_OF_OTHERS) and rows:
            break
        rows.append((slug, height, lanes))
        drawn += [(row, height + lane + 0.5, to_left) for row, lane, to_left in placed]
        height += lanes + 0.4
    return {"unit": unit, "low": low, "high": high, "log": log, "ticks": ticks, "rows": rows, "marks": drawn, "height": height,
            "n": int(own["times"].sum()), "left_out": len(own) - len(drawn)}


def _scale(own: pd.DataFrame, unit: str) -> tuple[float, float, bool, list[float]]:
    """Lowest and highest place of a scale, whether it is logarithmic, and its ticks if so; the first of them may stand for 0."""
    ends = pd.concat([own["value"], own["low"].dropna(), own["high"].dropna()])
    positive = ends[ends > 0]
    if unit == "percent" or positive.empty:
        return min(0.0, float(ends.min())), max(100.0 if unit == "percent" else 1.0, float(ends.max())), False, []
    first, last = math.floor(math.log10(positive.min())), math.ceil(math.log10(positive.max() * 1.05))
    ticks = [10.0 ** power for power in range(first, last + 1, 1 + (last - first) // 10)]
    if (ends <= 0).any():
        zero = 10.0 ** first / 4
        return zero, 10.0 ** last, True, [zero, *ticks]
    return 10.0 ** first / (1.4 if positive.min() < 1.2 * 10.0 ** first else 1), 10.0 ** last, True, ticks


def _pack(own: pd.DataFrame, place: Callable[[float], float], inches: float) -> tuple[int, list[tuple]]:
    """Gives each mark the first lane where neither it nor its label meets another: number of lanes, and (row, lane, label to the left)."""
    lanes: list[list[tuple[float, float]]] = [[]]
    placed = []
    for row in own.sort_values("value", kind="stable").itertuples():
        first = place(row.low if pd.notna(row.low) else row.value) - (0.4 if pd.isna(row.low) else 0.1)
        last = place(row.high if pd.notna(row.high) else row.value) + (0.4 if pd.isna(row.high) else 0.1)
        width = len(_label(row)) * LETTER + 0.15
        to_left = last + width > inches + 0.5 and first - width > 0
        first, last = (first - width, last) if to_left else (first, last + width)
        free = next((number for number, lane in enumerate(lanes) if all(last < a or first > b for a, b in lane)), len(lanes))
        if free == len(lanes):
            lanes.append([])
        lanes[free].append((first, last))
        placed.append((row, free, to_left))
    return len(lanes), placed


def _label(row) -> str:
    return shortened(row.label, LONGEST_LABEL) + (f" ×{row.times}" if row.times > 1 else "")


def _draw_panel(axes, panel: dict) -> None:
    colour = COLOURS[{"count": "blue", "percent": "vermillion"}.get(panel["unit"], "green")]
    for number, (_, top, lanes) in enumerate(panel["rows"]):
        if number % 2:
            axes.axhspan(top - 0.2, top + lanes + 0.2, color="#F4F4F4", zorder=0, linewidth=0)
    drawn_slugs = {row.article for row, _, _ in panel["marks"]}
    for slug, top, lanes in panel["rows"]:
        if slug not in drawn_slugs:
            axes.text(0.006, top + lanes / 2, "no count in the text", color=QUIET, fontsize=LABEL_SIZE, style="italic", va="center",
                      transform=axes.get_yaxis_transform())
    if panel["log"]:
        axes.set_xscale("log")
        axes.set_xticks(panel["ticks"], [on_axis(tick) if math.log10(tick) % 1 == 0 else "0" for tick in panel["ticks"]])
        axes.xaxis.set_minor_formatter("")
    axes.set_xlim(panel["low"], panel["high"])
    axes.set_ylim(panel["height"] - 0.1, -0.3)
    for row, y, to_left in panel["marks"]:
        _draw_mark(axes, row, y, to_left, colour, panel["low"])
    axes.set_yticks([top + lanes / 2 for _, top, lanes in panel["rows"]], [shortened(slug, LONGEST_SLUG) for slug, _, _ in panel["rows"]],
                    parse_math=False)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    scale = ", logarithmic scale" if panel["log"] else ""
    axes.set_xlabel(f"{UNIT_NAMES.get(panel['unit'], panel['unit'])}{scale} (n = {panel['n']})", parse_math=False)


def _draw_mark(axes, row, y: float, to_left: bool, colour: str, floor: float) -> None:
    first, last = (max(row.value if pd.isna(bound) else bound, floor) for bound in (row.low, row.high))
    if first != last:
        axes.plot([first, last], [y, y], color=colour, linewidth=4, solid_capstyle="round", zorder=3)
    ends = (-26 if pd.isna(row.low) else 0, 26 if pd.isna(row.high) else 0)
    for end in filter(None, ends):
        axes.annotate("", (first, y), xytext=(end, 0), textcoords="offset points", zorder=3,
                      arrowprops={"arrowstyle": "<-", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0})
    axes.plot([first, last], [y, y], marker="o", linestyle="", markersize=7, color=PAPER if row.approx else colour, markeredgecolor=colour,
              markeredgewidth=1.6, zorder=4, clip_on=False)
    offset = min(ends[0], -2) - 6 if to_left else max(ends[1], 2) + 6
    axes.annotate(_label(row), (first if to_left else last, y), xytext=(offset, 0), textcoords="offset points",
                  ha="right" if to_left else "left", va="center", fontsize=LABEL_SIZE, color=INK, zorder=5, parse_math=False,
                  annotation_clip=False)


def _key(drawn, marks: pd.DataFrame) -> None:
    at_least, at_most = marks["high"].isna() & marks["low"].notna(), marks["low"].isna()
    looks = [("exact", r"$\bullet$", marks["low"].eq(marks["high"]) & ~marks["approx"].astype(bool)),
             ("at least (“over”)", r"$\bullet\!\!\rightarrow$", at_least),
             ("between", r"$\bullet\!\!-\!\!\bullet$", ~at_least & ~at_most & (marks["low"] != marks["high"])),
             ("at most (“nearly”, “up to”)", r"$\leftarrow\!\!\bullet$", at_most),
             ("about", r"$\circ$", marks["approx"].astype(bool))]
    handles = [Line2D([], [], marker=sign, linestyle="", markersize=9 if len(sign) < 12 else 20, color=INK, label=name)
               for name, sign, which in looks if which.any()]
    drawn.legend(handles=handles, loc="outside upper left", ncols=5, frameon=False, fontsize=9, handletextpad=0.8)


# ---- names of people -----------------------------------------------------------------------------------------------------

def names(namings: pd.DataFrame, corpus: Sequence[Article], output_dir: Path | None = None) -> None:
    """Draws what the people counted are called, by article; names grouped by what they name people by.

    Args:
        namings: From `helpers.findings.naming.namings`.
        corpus: The articles, in the order of the columns.
        output_dir: Folder for the picture, or None.
    """
    if namings.empty:
        say("There is nothing to draw: no article counts people here.")
        return
    keyed = namings.assign(key=namings["name"].str.casefold())
    totals = keyed.groupby("key").agg(times=("times", "sum"), kind=("kind", "first"), name=("name", "first")).reset_index()
    totals = totals.sort_values(["times", "key"], ascending=[False, True], kind="stable")
    shown = totals.head(NAMES_DRAWN).copy()
    shown["group"] = shown["kind"].map(KINDS.index)
    shown = shown.sort_values(["group", "times", "key"], ascending=[True, False, True], kind="stable")
    slugs = [article.slug for article in corpus if (namings["article"] == article.slug).any()]
    columns = slugs if len(slugs) <= 12 else ["all articles"]
    lines = _lines(shown)
    slant = len(columns) > 5
    drawn, axes = new_axes(min(WIDTH, 4.4 + 1.45 * len(columns)), 1.0 + 0.29 * len(lines) + (0.9 if slant else 0))
    for y, line in enumerate(lines):
        if line["key"] is None:
            continue
        axes.axhline(y, color="#EAEAEA", linewidth=0.8, zorder=0)
        own = keyed[keyed["key"] == line["key"]]
        counts = own.groupby("article")["times"].sum() if len(slugs) <= 12 else {"all articles": own["times"].sum()}
        for x, slug in enumerate(columns):
            if times := int(counts.get(slug, 0)):
                axes.scatter([x], [y], s=130 + 95 * len(str(times)), color=PAPER, linewidths=2, zorder=3,
                             edgecolors=COLOURS[KIND_COLOURS[line["kind"]]])
                axes.text(x, y, str(times), ha="center", va="center", fontsize=LABEL_SIZE, zorder=4)
    axes.set_yticks(range(len(lines)), [line["label"] for line in lines], parse_math=False)
    for line, label in zip(lines, axes.get_yticklabels(), strict=True):
        label.set(fontweight="bold" if line["key"] is None else "normal", fontsize=9.5,
                  color=QUIET if line["key"] is None else INK)
    axes.set_ylim(len(lines) - 0.4, -0.8)
    axes.set_xlim(-0.6, len(columns) - 0.4)
    axes.set_xticks(range(len(columns)), [shortened(slug, LONGEST_SLUG) for slug in columns], parse_math=False,
                    rotation=30 if slant else 0, ha="left" if slant else "center", rotation_mode="anchor")
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    more = f"; the {NAMES_DRAWN} most frequent of {len(totals)} names" if len(totals) > NAMES_DRAWN else ""
    axes.set_xlabel(f"times a figure goes with the name (n = {int(totals['times'].sum())}{more})", color=QUIET, fontsize=9)
    kinds = "; ".join(f"{kind} {listed((f'“{name}”' for name in same['name']), most=5)}"
                      for kind, same in shown.groupby("kind", sort=False))
    figure(drawn, f"What the people counted are called, names down and {amount(len(slugs), 'article')} across: {kinds}.", "names",
           output_dir)


def _lines(shown: pd.DataFrame) -> list[dict]:
    """The lines of the drawing: a heading for each kind, then its names."""
    lines: list[dict] = []
    for kind, same in shown.groupby("kind", sort=False):
        lines.append({"key": None, "label": f"named {kind}", "kind": kind})
        lines += [{"key": row.key, "label": f"“{shortened(row.name, 40)}”", "kind": kind} for row in same.itertuples(index=False)]
    return lines


# ---- figures per 100 words -----------------------------------------------------------------------------------------------

def density(dense: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws how many figures each article gives per 100 words, the densest on top.

    Args:
        dense: From `helpers.findings.statistics.density`.
        output_dir: Folder for the picture, or None.
    """
    if dense.empty or not dense["figures"].sum():
        say("There is nothing to draw: the articles give no figure of this kind.")
        return
    shown = dense.head(ARTICLES_DRAWN)
    drawn, axes = new_axes(WIDTH * 0.82, 1.3 + 0.38 * len(shown))
    looks = {"counts": {"facecolor": COLOURS["blue"]}, "shares": {"facecolor": "#FBE3B0", "edgecolor": COLOURS["orange"], "hatch": "////"},
             "others": {"facecolor": COLOURS["green"], "edgecolor": PAPER, "hatch": "..."}}
    left = pd.Series(0.0, index=shown.index)
    for kind, look in looks.items():
        width = 100 * shown[kind] / shown["words"].clip(lower=1)
        some = width > 0
        axes.barh([y for y, there in enumerate(some) if there], width[some], left=left[some], height=0.6, zorder=2, **look)
        left += width
    for y, row in enumerate(shown.itertuples()):
        figures = f"{row.figures} figure{'' if row.figures == 1 else 's'}"
        axes.annotate(f"{row.per_100_words:g}  ({figures} in {row.words:,} words)", (left.iloc[y], y), xytext=(5, 0),
                      textcoords="offset points", va="center", fontsize=LABEL_SIZE)
    axes.set_yticks(range(len(shown)), [shortened(slug, LONGEST_SLUG) for slug in shown["article"]], parse_math=False)
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(0, float(left.max()) * 1.38)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel(f"figures per 100 words (n = {int(dense['figures'].sum())} figures)")
    handles = [Patch(label={"counts": "counts", "shares": "percentages", "others": "other units"}[kind], **look)
               for kind, look in looks.items() if shown[kind].sum()]
    drawn.legend(handles=handles, loc="outside upper left", ncols=3, frameon=False, fontsize=9)
    some = "" if len(shown) == len(dense) else f" (the densest {len(shown)} of {len(dense)})"
    figure(drawn, f"Figures per 100 words by article{some}: " + _in_words(shown.itertuples()) + ".", "density", output_dir)


def _in_words(rows: Iterable) -> str:
    return listed(f"{row.article} {row.per_100_words:g}" for row in rows)
