"""The great figure of notebook 2: bodies and their roles, each with its modes and numbers of sentences."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.findings.agency_roles import NAMINGS, ROLES, SEVERAL
from helpers.findings.bodies import SPEECH
from helpers.findings.doers import with_units
from helpers.findings.words import amount, listed
from helpers.show.figures import (
    NARROW,
    SMALLEST,
    figure,
    legend_above,
    link_to,
    look_of,
    names_above,
    new_axes,
    shortened,
    wrapped,
)
from helpers.show.page import say
from helpers.show.palette import COLOURS, GUIDE, HATCHED, INK, PAPER, QUIET, SPARE
from helpers.show.places import of_body
from helpers.texts import MODES

__all__ = ["left_out", "matrix"]

BODIES_DRAWN = 24  # rows; more make a figure that no screen shows whole
NARROWEST = 7.0  # inches; the line below the axis needs them
ROW = 0.385  # inches of height for a row of a matrix, whose name may have two lines
CELL = 0.57  # inches of width for a cell that may hold three marks
SPEECH_GAP = 0.4  # cells, so that the line before these roles meets no mark
LETTER = 0.078  # inches that a letter takes up at size 9.5, seen for DejaVu Sans
LONGEST_LINE = 26  # letters of a name beside its marks
LOW_ROW = 0.26  # inches of height for a line where the name stands above the marks
LONGEST_ABOVE = 54  # letters of a name there
MARKS_APART = 0.205  # inches, from mark to mark of one body and role

STAR = "*"  # of a row that several wordings share
UNIT = "↳ "  # before the name of a unit

# How a mode is drawn: by shape and filling first, by colour second; the same in every figure.
MARKS = {
    "reported": {"marker": "o", "color": COLOURS["blue"], "edgecolors": COLOURS["blue"]},
    "planned": {"marker": "o", "color": PAPER, "edgecolors": COLOURS["green"]},
    "recommended": {"marker": "s", "color": HATCHED, "edgecolors": COLOURS["orange"]},
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
    drawn, links = _matrix(roles, shown, columns, every)
    deeds = roles.loc[~roles["role"].isin(SPEECH), "body"].value_counts().head(3)
    most = listed(f"{body} ({count:,})" for body, count in deeds.items())
    part = f"{len(shown)} of " if len(shown) < len(every) else ""
    size = f"{part}{amount(len(every), 'body', 'bodies')} by {amount(len(columns), 'role')}"
    told = f"A matrix of {size}." + (f" Most roles other than speech: {most}." if len(deeds) else "")
    figure(
        drawn,
        told,
        "agency_roles",
        output_dir,
        links,
        caption=f"{size}.".capitalize(),
        narrow=lambda: _matrix(roles, shown, columns, every, above=True)[0],
    )


def _matrix(
    roles: pd.DataFrame,
    shown: pd.DataFrame,
    columns: Sequence[str],
    every: pd.DataFrame,
    *,
    above: bool = False,
) -> tuple[Figure, dict[str, str]]:
    """The drawing, with the names of the bodies beside their marks or above them, and where its marks lead."""
    lines = 2 if above else 1
    heights, top = _rows(shown["named"], lines)
    longest = min(LONGEST_LINE, shown["body"].str.len().max() + len(UNIT))
    width = max(NARROWEST, LETTER * longest + 0.3 + CELL * (len(columns) + 1.4))
    drawn, axes = new_axes(NARROW if above else width, 1.7 + (LOW_ROW if above else ROW) * top)
    first = next((x for x, role in enumerate(columns) if role in SPEECH), 0)  # of the roles of speech
    places = [x + SPEECH_GAP * (0 < first <= x) for x in range(len(columns))]
    last = places[-1] + 1
    right = last - 0.15 + 0.12 * max(0, len(f"{shown['roles'].max():,}") - 3)  # wide numbers clear the marks
    apart = MARKS_APART / (NARROW / (right + 0.95) if above else CELL)
    links = _marks(axes, roles, list(shown["body"]), heights, dict(zip(columns, places, strict=True)), apart)
    for number, y in zip(shown["roles"], heights, strict=True):
        axes.text(right, y, f"{number:,}", fontsize=9.5, color=QUIET, va="center", ha="right")
    axes.set_xlim(-0.6, right + 0.35)
    urls = {f"#{of_body(body)}": f"every sentence about {body}" for body in shown["body"]}
    _frame(axes, shown, heights, top, last, above, list(urls))
    axes.set_xticks(places, columns, rotation=35, ha="left", rotation_mode="anchor")
    axes.text(right, heights[0] - 1, "all", fontsize=9.5, color=QUIET, va="center", ha="right")
    about = _about_marks(roles, shown) + left_out(shown, every, "bodies")
    axes.set_xlabel(wrapped(about, 60, 4), fontsize=9.5)
    if first:
        axes.axvline(first - (1 - SPEECH_GAP) / 2, color=SPARE, linewidth=1, zorder=1)
    present = [mode for mode in MODES if mode in set(roles["mode"])]
    looks = [look_of((*MARKS[mode].values(),), 10, 1.7) for mode in present]
    legend_above(
        drawn, [Line2D([], [], **look, label=mode) for mode, look in zip(present, looks, strict=True)]
    )
    return drawn, links | urls


def _about_marks(roles: pd.DataFrame, shown: pd.DataFrame) -> str:
    """What the numbers in the marks and the signs before the names are, for the axis."""
    thousands = "; k: thousand" if roles.groupby(["body", "role", "mode"]).size().max() > 999 else ""
    units = f"; {UNIT}unit of the body above" if (shown["unit_of"] != "").any() else ""
    units += f"; {STAR} {SEVERAL.strip('()')}" if shown["body"].str.endswith(SEVERAL).any() else ""
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
    axes,
    roles: pd.DataFrame,
    bodies: list[str],
    heights: Sequence[float],
    columns: Mapping[str, float],
    apart: float,
) -> dict[str, str]:
    """Draws the marks, those of one cell so far apart, and returns where each leads."""
    links = {}
    groups = dict(tuple(roles.groupby(["body", "role", "mode"], sort=False)))
    for body, y in zip(bodies, heights, strict=True):
        for role, x in columns.items():
            found = [(mode, groups[body, role, mode]) for mode in MODES if (body, role, mode) in groups]
            for place, (mode, own) in enumerate(found):
                url, words = link_to(own, place="text")  # the rows hold no sentences
                links[url] = words
                _mark(axes, x + (place - (len(found) - 1) / 2) * apart, y, len(own), MARKS[mode], url)
    return links


def _rows(groups: pd.Series, lines: int = 1) -> tuple[list[float], float]:
    """A height for each row of so many lines, with a free line above each group for its heading, and the height of all."""
    heights, y, before = [], -1.0, None
    for group in groups:
        y += lines if group == before else lines + 1.0
        before = group
        heights.append(y)
    return heights, y + 1.0


def _mark(axes, x: float, y: float, number: int, look: dict, url: str) -> None:
    """A mark with its number inside, larger and with smaller digits the more digits there are, but no higher
    than its row."""
    told = str(number) if number < 1000 else f"{number / 1000:.{1 if number < 9950 else 0}f}k"
    size = (12.6, 14.8, 17.3)[min(len(told), 3) - 1]
    axes.plot([x], [y], **look_of((*look.values(),), size, 1.7), zorder=3, url=url)
    axes.text(
        x,
        y,
        told,
        url=url,
        ha="center",
        va="center_baseline",
        fontsize=(SMALLEST, SMALLEST, 7)[min(len(told), 3) - 1],
        zorder=4,
        color=INK if look["color"] != look["edgecolors"] else PAPER,
    )


def _frame(
    axes,
    shown: pd.DataFrame,
    heights: Sequence[float],
    top: float,
    width: float,
    above: bool,
    urls: Sequence[str],
) -> None:
    """Names at the left or above, each a link, a line under each group's heading, light lines to guide the eye, the roles on top,
    no box around it."""
    names = [UNIT * bool(row.unit_of) + row.body.replace(f" {SEVERAL}", STAR) for row in shown.itertuples()]
    if above:
        short = [shortened(name, LONGEST_ABOVE) for name in names]
        short = [name + "”" * (name.count("“") > name.count("”")) for name in short]
        lines = [y - 0.95 for y in heights]
        leading = dict(zip(lines, urls, strict=True))
        names_above(axes, dict(zip(lines, short, strict=True)), weight="normal", urls=leading)
    else:
        axes.set_yticks(heights, [_short_name(name) for name in names], fontsize=9.5, parse_math=False)
        for label, url in zip(axes.get_yticklabels(), urls, strict=True):
            label.set_url(url)
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
                0.006 if above else -0.01,
                y - (1.95 if above else 0.9),
                heading,
                transform=axes.get_yaxis_transform(),
                ha="left" if above else "right",
                va="center",
                fontsize=9.5,
                weight="bold",
                color=INK,
            )
            before = heading


def _short_name(name: str) -> str:
    short = wrapped(name, LONGEST_LINE, 2)
    return short + "”" * (short.count("“") > short.count("”"))


def left_out(shown: Sequence, every: Sequence, what: str) -> str:
    """What is not drawn, for the axis; empty if all is."""
    return (
        f"\n{len(shown)} of {len(every)} {what} drawn, the others are in the tables"
        if len(shown) < len(every)
        else ""
    )
