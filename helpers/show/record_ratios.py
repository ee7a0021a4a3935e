"""The figure of numbers of notebook 4: what pages have for a claimed number, in multiples of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from math import inf, log
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from helpers.findings.record_tables import REACH, about_equal
from helpers.findings.words import amount, figure_in_words, listed
from helpers.show.figures import (
    COARSE,
    NARROW,
    OFF_LINES,
    figure,
    legend_above,
    look_of,
    new_axes,
    shortened,
    wrapped,
)
from helpers.show.page import say
from helpers.show.palette import COLOURS, INK, LIGHT, LINE, PAPER, QUIET
from helpers.show.places import anchor
from helpers.show.record_claims import LOOKS

__all__ = ["ratios"]

WIDTH = 9.8  # inches; JupyterLab, a page in landscape and GitHub all show it whole
CLAIMS_DRAWN = 24  # claims in one figure
KEY_IN_LINE = 5  # entries of the key that stand side by side
MARK_WIDE = 0.032  # of the axis, a mark with room to the next
LANE = 0.28  # rows, from a mark to one beside which it has no room
VALUES_LISTED = 3  # of more, only the ends are written
MILLION = 1e6
LONGEST_FIGURE, CLAIM_WIDTH, ABOVE_WIDTH, ABOUT_WIDTH, LABEL_SIZE = 28, 32, 58, 88, 9.5
SPARE_EDGE = 0.25  # inches: so few dots measure letters narrower than the pages draw them
HEAD = 0.36  # rows that a line above the marks takes
TICKS = (
    (1.4, (1.1, 1.2)),
    (1.7, (1.25, 1.5)),
    (5, (1.5, 2, 3)),
    (20, (2, 5, 10)),
    (inf, (10, 100, 1000)),
)  # up to a span, these
# stance of a page → marker, face, edge, and what the legend calls it; hollow is what has no part in the verdict
STANCE_LOOKS = {
    "supports": (*LOOKS["corroborated"][:2], PAPER, "page supports"),
    "differs": (*LOOKS["differs"][:2], PAPER, "page differs"),
    "contradicts": (*LOOKS["contradicted"][:2], PAPER, "page contradicts"),
    "same source": ("p", PAPER, COLOURS["green"], "page shares the source"),
    "near": (*LOOKS["not found"][:3], "page has something similar"),
}
WORKED_OUT = "*"
BOUND_WORDS = {"at least": "“over”", "at most": "“nearly”"}


def ratios(found: pd.DataFrame, claims: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws the numbers of pages on a logarithmic axis around that of the claim, a row a claim; a band shows how far the
    arithmetic of notebook 3 takes words such as "over" and "nearly".

    Args:
        found: From `helpers.findings.record.ratios`: the furthest from 1 first.
        claims: The claims they are of, for the places to which the marks lead.
        output_dir: Folder for the picture, or None.
    """
    if found.empty:
        say("There is nothing to draw: no claimed number stands beside a reported one.")
        return
    unequal = found[found.groupby("claim_id")["distance"].transform("max") > 1]
    equal = about_equal(found)
    if unequal.empty:
        say(f"There is nothing to draw: {equal}.")
        return
    order = list(dict.fromkeys(unequal["claim_id"]))
    rows = [unequal[unequal["claim_id"] == claim] for claim in order[:CLAIMS_DRAWN]]
    shown = pd.concat(rows)
    span = max(1.25, shown["distance"].max() * 1.12)
    marks = [_marks(own, span) for own in rows]
    places = {row.claim_id: anchor(row.article, row.start, row.end) for row in claims.itertuples()}
    draw = partial(_ratios, rows, marks, span, places, _about(shown, len(order), sum(map(len, marks))))
    links = {f"#row-{places[row.claim_id]}": row.claim for row in shown.itertuples()}
    more = f"{f' Not drawn: {equal}.' if equal else ''}{_band(shown)}"
    told = _described(len(order)) + more
    figure(
        draw(),
        told,
        "reported_over_claimed",
        output_dir,
        links,
        narrow=lambda: draw(above=True),
        caption=f"The numbers of pages in multiples of the article’s; a page may count something else.{more}",
    )
    say(
        "To the right, a page gives a higher number than the article; to the left, a lower one. A mark stands for what one page "
        "says of the claim; the verdict rests on all pages."
    )


def _ratios(
    rows: Sequence[pd.DataFrame],
    marks: Sequence[Sequence[tuple[float, str, float]]],
    span: float,
    places: Mapping[str, str],
    about: str,
    *,
    above: bool = False,
) -> Figure:
    """The drawing, with the claims and the figures beside their marks or above them."""
    claims = [wrapped(own["claim"].iloc[0], ABOVE_WIDTH if above else CLAIM_WIDTH, 3) for own in rows]
    heads = [HEAD * (2 + claim.count("\n")) if above else 0.0 for claim in claims]
    heights = _heights(marks, heads)
    drawn, axes = new_axes(NARROW if above else WIDTH, 1.5 + 0.5 * (heights[-1] + 1), dpi=COARSE)
    if not above:
        drawn.get_layout_engine().set(w_pad=SPARE_EDGE)
    for own, y, row, claim in zip(rows, heights, marks, claims, strict=True):
        _row(axes, y, own["bound"].iloc[0], row, span, f"#row-{places[own['claim_id'].iloc[0]]}")
        if above:
            top = y - 0.2 - max(-lane for *_, lane in row)
            look = _beside(axes, "bottom") | {"bbox": OFF_LINES}
            axes.text(0, top, _both_figures(own), **look)
            axes.text(0, top - HEAD, claim, **look | {"color": INK})
        else:
            axes.text(1.01, y, _both_figures(own), **_beside(axes))
    axes.axvline(1, color=INK, linewidth=1.2, zorder=1)
    axes.set_yticks([] if above else heights, [] if above else claims, parse_math=False, fontsize=9)
    axes.set_ylim(heights[-1] + 0.8, -0.9 - heads[0])
    _around_one(axes, span)
    key = "the article / pages"
    if not above:
        axes.text(1.01, -0.75, key, weight="bold", **_beside(axes, "baseline"))
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    lines = [*about.splitlines(), *[f"above each row: {key}"] * above]
    words = "\n".join(wrapped(line, ABOVE_WIDTH if above else ABOUT_WIDTH) for line in lines)
    axes.set_xlabel(words, fontsize=9.5, color=QUIET)
    entries = _key(rows)
    legend_above(drawn, entries, 1 if above else 0 if len(entries) <= KEY_IN_LINE else 3)
    return drawn


def _marks(own: pd.DataFrame, span: float) -> list[tuple[float, str, float]]:
    """Each mark of a row from left to right: how many times the claimed number the page has, its stance, and how far
    above or below the middle of the row it stands, in rows."""
    found = sorted(set(zip(own["reported_over_claimed"], own["stance"], strict=True)))
    lanes = _lanes([multiple for multiple, _ in found], span)
    return [(*mark, lane) for mark, lane in zip(found, lanes, strict=True)]


def _lanes(multiples: Sequence[float], span: float) -> list[float]:
    """How far above or below the line of its claim each mark stands, in rows, so that none lies on another; the numbers
    come in order.

    >>> _lanes([0.5, 1.0, 1.01, 1.02, 1.9], 2)
    [0.0, 0.0, -0.28, 0.28, 0.0]
    """
    wide = 2 * log(span) * MARK_WIDE
    last: list[float] = []  # where the last mark of each lane stands
    lanes = []
    for place in map(log, multiples):
        free = next((lane for lane, taken in enumerate(last) if place - taken >= wide), len(last))
        last[free : free + 1] = [place]
        lanes.append(LANE * ((free + 1) // 2) * (-1 if free % 2 else 1))
    return lanes


def _heights(marks: Sequence[Sequence[tuple[float, str, float]]], heads: Sequence[float]) -> list[float]:
    """Where the middle of each row is, so that rows of many lanes, with what stands above them, keep clear of their
    neighbours."""
    heights, y, before = [], 0.0, 0.0
    for row, head in zip(marks, heads, strict=True):
        out = max(0.0, max(abs(lane) for *_, lane in row) - LANE)
        y += before + head + out if heights else out
        heights.append(y)
        before = 1.0 + out
    return heights


def _row(axes, y: float, bound: str, marks: Sequence[tuple], span: float, url: str) -> None:
    axes.axhline(y, color=LINE, linewidth=0.8, zorder=0.5)
    if bound:
        first, last = (1, 1 + REACH) if bound == "at least" else (1 - REACH, 1)
        half = 0.16 + max(abs(lane) for *_, lane in marks)
        axes.add_patch(Rectangle((first, y - half), last - first, 2 * half, facecolor=LIGHT, zorder=0))
    for multiple, stance, lane in marks:
        look = look_of(STANCE_LOOKS[stance], 8.5, 0.8 if STANCE_LOOKS[stance][1] != PAPER else 1.4)
        axes.plot([multiple], [y + lane], **look, zorder=4, url=url)


def _around_one(axes, span: float) -> None:
    """A logarithmic axis as far to the left of 1 as to the right."""
    axes.set_xscale("log")
    axes.set_xlim(1 / span, span)
    steps = [step for step in next(marks for widest, marks in TICKS if span < widest) if step < span]
    ticks = sorted([1, *steps, *(1 / step for step in steps)])
    axes.set_xticks(ticks, [f"{tick:.2g}×" if tick != 1 else "the same" for tick in ticks])
    axes.set_xticks([], minor=True)


def _beside(axes, va: str = "center") -> dict[str, object]:
    """How words stand behind the end of a row."""
    look = {"fontsize": LABEL_SIZE, "color": QUIET, "parse_math": False}
    return look | {"va": va, "transform": axes.get_yaxis_transform()}


def _key(rows: Sequence[pd.DataFrame]) -> list:
    shown = pd.concat(rows)
    stances = [stance for stance in STANCE_LOOKS if (shown["stance"] == stance).any()]
    marks = [
        Line2D([], [], **look_of(STANCE_LOOKS[stance], 9), label=STANCE_LOOKS[stance][3])
        for stance in stances
    ]
    words = [BOUND_WORDS[bound] for bound in _bounds(shown)]
    return [*marks, *[Patch(facecolor=LIGHT, label=f"reach of {listed(words)}")] * bool(words)]


def _bounds(shown: pd.DataFrame) -> list[str]:
    return sorted(set(shown["bound"]) & set(BOUND_WORDS))


def _band(shown: pd.DataFrame) -> str:
    """What the bands are, as a sentence for the caption; empty where there is none.

    >>> _band(pd.DataFrame({"bound": ["", "at most"]}))
    ' A band reaches 20% below “nearly”, as in the arithmetic of notebook 3.'
    """
    ends = [
        f"{REACH:.0%} {'above' if bound == 'at least' else 'below'} {BOUND_WORDS[bound]}"
        for bound in _bounds(shown)
    ]
    return f" A band reaches {listed(ends)}, as in the arithmetic of notebook 3." if ends else ""


def _about(shown: pd.DataFrame, every: int, marks: int) -> str:
    """What is drawn, of how many claims, and what a mark is, for the axis."""
    claims = shown["claim_id"].nunique()
    left_out = f"; the {claims} furthest apart of {every}" if every > claims else ""
    made = f"; {WORKED_OUT} worked out from figures of the page" if _made(shown).any() else ""
    reports = f"{amount(len(shown), 'report')} on {amount(claims, 'claim')}"
    if marks < len(shown):  # reports of one claim with the same number and verdict share a mark
        reports = f"one mark is one number of pages on one claim ({reports})"
    return f"the page’s number, in multiples of the article’s (logarithmic scale)\n{reports}{left_out}{made}"


def _described(drawn: int) -> str:
    """The figure in words: how many claims are drawn."""
    return (
        f"The numbers of pages in multiples of the article’s, for {amount(drawn, 'claim')}, the furthest apart on top; a page "
        f"may count something other than the claim does."
    )


def _made(own: pd.DataFrame) -> pd.Series:
    return own["worked_out"].fillna(False).astype(bool)


def _both_figures(own: pd.DataFrame) -> str:
    """The figure of the article in its words, and what pages have: each number, or the least and the greatest."""
    made = dict(zip(own["reported"], _made(own), strict=True))
    values = sorted(made)
    words = [_figure(value) + WORKED_OUT * made[value] for value in values]
    listed = ", ".join(words) if len(values) <= VALUES_LISTED else _range(values[0], values[-1])
    return f"“{shortened(own['read'].iloc[0], LONGEST_FIGURE)}” / {listed}"


def _range(least: float, greatest: float) -> str:
    """
    >>> _range(1_700_000, 2_475_669), _range(107_543, 114_000)
    ('1.7–2.48 million', '107,543–114,000')
    """
    first = _figure(least).removesuffix(" million" if min(least, greatest) >= MILLION else "")
    return f"{first}–{_figure(greatest)}"


def _figure(value: float) -> str:
    return f"{value / MILLION:,.3g} million" if value >= MILLION else figure_in_words(value)
