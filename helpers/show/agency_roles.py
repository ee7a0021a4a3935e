"""The figures of notebook 2: bodies and roles with their modes, and modes and naming by article."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers.findings.agency_roles import NAMINGS, ROLES
from helpers.findings.archive import is_large, sample
from helpers.findings.bodies import SPEECH
from helpers.findings.doers import with_units
from helpers.findings.words import amount, listed, titles
from helpers.show.figures import (
    NARROW,
    OFF_LINES,
    figure,
    legend_above,
    link_to,
    look_of,
    new_axes,
    wrapped,
)
from helpers.show.over_time import over_time
from helpers.show.page import say
from helpers.show.palette import COLOURS, GUIDE, HATCHED, INK, PAPER, QUIET, SPARE
from helpers.texts import MODES, Article

__all__ = ["matrix", "modes", "over_time"]

BODIES_DRAWN = 24  # rows; more make a figure that no screen shows whole
ARTICLES_DRAWN = 15
NARROWEST = 7.0  # inches; the line below the axis needs them
ROW = 0.34  # inches of height for a row of a matrix, whose name may have two lines
CELL = 0.57  # inches of width for a cell that may hold three marks
SPEECH_GAP = 0.4  # cells, so that the line before these roles meets no mark
LETTER = 0.078  # inches that a letter takes up at size 9.5, seen for DejaVu Sans
LONGEST_LINE = 26  # letters: a phone shows names and the first roles side by side

ON_HATCHING = {"facecolor": HATCHED, "edgecolor": "none", "pad": 1}  # under a number
UNIT = "↳ "  # before the name of a unit

# How a mode is drawn: by shape and filling first, by colour second; the same in every figure.
MARKS = {
    "reported": {"marker": "o", "color": COLOURS["blue"], "edgecolors": COLOURS["blue"]},
    "planned": {"marker": "o", "color": PAPER, "edgecolors": COLOURS["green"]},
    "recommended": {"marker": "s", "color": HATCHED, "edgecolors": COLOURS["orange"]},
}
BARS = {
    "reported": {"facecolor": COLOURS["blue"], "edgecolor": COLOURS["blue"]},
    "planned": {"facecolor": PAPER, "edgecolor": COLOURS["green"], "linewidth": 1.6},
    "recommended": {"facecolor": HATCHED, "edgecolor": COLOURS["orange"], "hatch": "////"},
}


def matrix(roles: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws which body does what: a row a body, a column a role, a mark a mode with the number of sentences
    in it.

    Args:
        roles: From `helpers.findings.agency_roles.with_bodies`, all of them or some.
        output_dir: Folder for the picture, or None.
    """
    if roles.empty:
        say("There is nothing to draw: no body has a role.")
        return
    every, shown = _bodies(roles)
    columns = [role for role in ROLES if role in set(roles["role"])] + sorted({*roles["role"]} - {*ROLES})
    heights, top = _rows(shown["named"])
    longest = min(LONGEST_LINE, shown["body"].str.len().max() + len(UNIT))
    width = max(NARROWEST, LETTER * longest + 0.3 + CELL * (len(columns) + 1.4))
    drawn, axes = new_axes(width, 1.7 + ROW * top)
    first = next((x for x, role in enumerate(columns) if role in SPEECH), 0)  # of the roles of speech
    places = [x + SPEECH_GAP * (0 < first <= x) for x in range(len(columns))]
    last = places[-1] + 1
    links = _marks(axes, roles, list(shown["body"]), heights, dict(zip(columns, places, strict=True)))
    right = last - 0.15 + 0.12 * max(0, len(f"{shown['roles'].max():,}") - 3)  # wide numbers clear the marks
    for number, y in zip(shown["roles"], heights, strict=True):
        axes.text(right, y, f"{number:,}", fontsize=9.5, color=QUIET, va="center", ha="right")
    axes.set_xlim(-0.6, right + 0.35)
    _frame(axes, shown, heights, top, last)
    axes.set_xticks(places, columns, rotation=35, ha="left", rotation_mode="anchor")
    axes.text(right, heights[0] - 1, "all", fontsize=9.5, color=QUIET, va="center", ha="right")
    axes.set_xlabel(_about_marks(roles, shown) + _left_out(shown, every, "bodies"), fontsize=9.5)
    if first:
        axes.axvline(first - (1 - SPEECH_GAP) / 2, color=SPARE, linewidth=1, zorder=1)
    present = [mode for mode in MODES if mode in set(roles["mode"])]
    looks = [look_of((*MARKS[mode].values(),), 10, 1.7) for mode in present]
    legend_above(
        drawn, [Line2D([], [], **look, label=mode) for mode, look in zip(present, looks, strict=True)]
    )
    deeds = roles.loc[~roles["role"].isin(SPEECH), "body"].value_counts().head(3)
    most = listed(f"{body} ({count:,})" for body, count in deeds.items())
    part = f"{len(shown)} of " if len(shown) < len(every) else ""
    size = f"{part}{amount(len(every), 'body', 'bodies')} by {amount(len(columns), 'role')}"
    told = f"A matrix of {size}." + (f" Most roles other than speech: {most}." if len(deeds) else "")
    figure(drawn, told, "agency_roles", output_dir, links, caption=f"{size}.".capitalize())


def _about_marks(roles: pd.DataFrame, shown: pd.DataFrame) -> str:
    """What the numbers in the marks and the signs before the names are, for the axis."""
    thousands = "; k: thousand" if roles.groupby(["body", "role", "mode"]).size().max() > 999 else ""
    units = f"; {UNIT}unit of the body above" if (shown["unit_of"] != "").any() else ""
    return f"role (n = {len(roles):,}; marks hold numbers of sentences{thousands}{units})"


def _bodies(roles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All bodies with their number of roles, the named first, and those of them that are drawn, each unit below the body
    that it is a unit of (`unit_of`)."""
    every = roles.groupby(["named", "body"]).size().rename("roles").reset_index()
    every = every.sort_values(["named", "roles", "body"], ascending=[False, False, True], kind="stable")
    named = every["named"].astype(bool)
    described = min(int((~named).sum()), max(BODIES_DRAWN // 2, BODIES_DRAWN - int(named.sum())))
    shown = pd.concat([every[named].head(BODIES_DRAWN - described), every[~named].head(described)])
    order = pd.DataFrame(with_units(shown["body"]), columns=["body", "unit_of"])
    return every, order.merge(shown)


def _marks(
    axes, roles: pd.DataFrame, bodies: list[str], heights: Sequence[float], columns: Mapping[str, float]
) -> dict[str, str]:
    """Draws the marks and returns where each leads."""
    links = {}
    groups = dict(tuple(roles.groupby(["body", "role", "mode"], sort=False)))
    for body, y in zip(bodies, heights, strict=True):
        for role, x in columns.items():
            found = [(mode, groups[body, role, mode]) for mode in MODES if (body, role, mode) in groups]
            for place, (mode, own) in enumerate(found):
                url, words = link_to(own)
                links[url] = words
                _mark(axes, x + (place - (len(found) - 1) / 2) * 0.36, y, len(own), MARKS[mode], url)
    return links


def _rows(groups: pd.Series) -> tuple[list[float], float]:
    """A height for each row, with a free line above each group for its heading, and the height of all."""
    heights, y, before = [], -1.0, None
    for group in groups:
        y += 1.0 if group == before else 2.0
        before = group
        heights.append(y)
    return heights, y + 1.0


def _mark(axes, x: float, y: float, number: int, look: dict, url: str) -> None:
    """A mark with its number inside, larger and with smaller digits the more digits there are, but no higher
    than its row."""
    told = str(number) if number < 1000 else f"{number / 1000:.{1 if number < 9950 else 0}f}k"
    size = (160, 220, 300)[min(len(told), 3) - 1]
    axes.scatter([x], [y], s=size, linewidths=1.7, zorder=3, urls=[url], **look)
    axes.text(
        x,
        y,
        told,
        url=url,
        ha="center",
        va="center_baseline",
        fontsize=(8.5, 8.5, 7)[min(len(told), 3) - 1],
        zorder=4,
        color=INK if look["color"] != look["edgecolors"] else PAPER,
    )


def _frame(axes, shown: pd.DataFrame, heights: Sequence[float], top: float, width: float) -> None:
    """Names at the left, a line under each group's heading, light lines to guide the eye, the roles on top,
    no box around it."""
    axes.set_yticks(
        heights,
        [_short_name(UNIT * bool(row.unit_of) + row.body) for row in shown.itertuples()],
        fontsize=9.5,
        parse_math=False,
    )
    axes.set_ylim(top - 0.4, -0.5)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.hlines(heights, -0.45, width - 0.55, color=GUIDE, linewidth=0.8, zorder=0)
    before = None
    headings = shown["named"].map({True: NAMINGS[0], False: NAMINGS[1]}).str.capitalize()
    for heading, y in zip(headings, heights, strict=True):
        if heading != before:
            axes.text(
                -0.01,
                y - 0.9,
                heading,
                transform=axes.get_yaxis_transform(),
                ha="right",
                va="center",
                fontsize=9.5,
                weight="bold",
                color=INK,
            )
            before = heading


def _short_name(name: str) -> str:
    short = wrapped(name, LONGEST_LINE, 2)
    return short + "”" * (short.count("“") > short.count("”"))


def _left_out(shown: Sequence, every: Sequence, what: str) -> str:
    return (
        f"\n{len(shown)} of {len(every)} {what} drawn, the others are in the tables"
        if len(shown) < len(every)
        else ""
    )


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
    axes.set_xlabel(f"roles (n = {every:,})" + _left_out(drawn_slugs, slugs, "articles"))
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
