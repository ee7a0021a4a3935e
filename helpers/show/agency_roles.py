"""The figures of notebook 2: bodies and roles with their modes, modes and naming by article, and who is
heard."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers.findings.agency_roles import NAMINGS, ROLES
from helpers.findings.bodies import SPEECH
from helpers.findings.words import amount, listed
from helpers.show.figures import COLOURS, INK, PAPER, QUIET, figure, new_axes, shortened
from helpers.show.page import say
from helpers.texts import MODES

__all__ = ["matrix", "modes", "voices"]

BODIES_DRAWN = 22  # rows; more make a figure that no screen shows whole
BODIES_HEARD = 24  # rows of the simpler figure
ARTICLES_DRAWN = 15
NARROWEST = 7.0  # inches; the line below the axis needs them
ROW = 0.275  # inches of height for a row of a matrix
CELL = 0.57  # inches of width for a cell that may hold three marks
VOICE_CELL = 1.05  # the same where the headings stand upright
LETTER = 0.078  # inches that a letter takes up at size 9.5, seen for DejaVu Sans
LONGEST_NAME = 44
GUIDE = "#DADADA"

# How a mode is drawn: by shape and filling first, by colour second; the same in every figure.
MARKS = {
    "reported": {"marker": "o", "color": COLOURS["blue"], "edgecolors": COLOURS["blue"]},
    "planned": {"marker": "o", "color": PAPER, "edgecolors": COLOURS["green"]},
    "recommended": {"marker": "s", "color": "#F6E3B5", "edgecolors": COLOURS["orange"]},
}
BARS = {
    "reported": {"facecolor": COLOURS["blue"], "edgecolor": COLOURS["blue"]},
    "planned": {"facecolor": PAPER, "edgecolor": COLOURS["green"], "linewidth": 1.6},
    "recommended": {"facecolor": "#F6E3B5", "edgecolor": COLOURS["orange"], "hatch": "////"},
}
# What a body does and how it is heard: the heading of the column and the look of its marks.
VOICES = {
    "acts": ("acts", {"marker": "o", "color": COLOURS["blue"], "edgecolors": COLOURS["blue"]}),
    "direct": (
        "is quoted\nword for word",
        {"marker": "D", "color": COLOURS["vermillion"], "edgecolors": COLOURS["vermillion"]},
    ),
    "indirect": ("is reported\nto say", {"marker": "s", "color": PAPER, "edgecolors": COLOURS["vermillion"]}),
    "cited": ("reports,\nis cited", {"marker": "s", "color": PAPER, "edgecolors": COLOURS["vermillion"]}),
}


def matrix(table: pd.DataFrame, roles: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws which body does what: a row a body, a column a role, a mark a mode with the number of sentences
    in it.

    Args:
        table: From `helpers.findings.agency_roles.matrix`.
        roles: The roles that the table counts.
        output_dir: Folder for the picture, or None.
    """
    if table.empty:
        say("There is nothing to draw: no body has a role.")
        return
    described = min(
        int((~table["named"]).sum()), max(BODIES_DRAWN // 2, BODIES_DRAWN - int(table["named"].sum()))
    )
    shown = pd.concat(
        [table[table["named"]].head(BODIES_DRAWN - described), table[~table["named"]].head(described)]
    )
    present = set(roles["role"])
    columns = [role for role in ROLES if role in present] + sorted(present - {*ROLES})
    counts = roles.groupby(["agency", "role", "mode"]).size().to_dict()
    heights, top = _rows(shown["named"].map({True: "named", False: "only described"}))
    drawn, axes = new_axes(
        max(NARROWEST, _label_inches(shown["agency"]) + CELL * (len(columns) + 1)), 1.7 + ROW * top
    )
    for row, y in zip(shown.itertuples(), heights, strict=True):
        axes.text(len(columns) - 0.15, y, str(row.roles), fontsize=9.5, color=QUIET, va="center", ha="right")
        for x, role in enumerate(columns):
            found = [
                (mode, counts[row.agency, role, mode]) for mode in MODES if (row.agency, role, mode) in counts
            ]
            for place, (mode, count) in enumerate(found):
                _mark(axes, x + (place - (len(found) - 1) / 2) * 0.36, y, count, MARKS[mode])
    axes.set_xlim(-0.6, len(columns) + 0.2)
    _frame(axes, shown, heights, top, len(columns))
    axes.set_xticks(
        [*range(len(columns)), len(columns) - 0.25],
        [*columns, "all"],
        rotation=35,
        ha="left",
        rotation_mode="anchor",
    )
    axes.set_xlabel(
        f"role (n = {len(roles):,}; marks hold numbers of sentences)" + _left_out(shown, table, "bodies"),
        fontsize=9.5,
    )
    speech = [x for x, role in enumerate(columns) if role in SPEECH]
    if speech and speech[0]:
        axes.axvline(speech[0] - 0.5, color="#C8C8C8", linewidth=1, zorder=1)
    _key(drawn, [mode for mode in MODES if mode in set(roles["mode"])])
    busiest = listed(f"{_name(row)} ({row.roles})" for row in shown.nlargest(3, "roles").itertuples())
    some = (
        f"{len(shown)} of {len(table)} bodies"
        if len(shown) < len(table)
        else amount(len(shown), "body", "bodies")
    )
    size = f"{some} by {amount(len(columns), 'role')}"
    figure(
        drawn,
        f"A matrix of {size}; filled circles are reported, hollow circles planned, squares recommended. Most roles: {busiest}.",
        "agency_roles",
        output_dir,
    )


def _rows(groups: pd.Series) -> tuple[list[float], float]:
    """A height for each row, with a free line above each group for its heading, and the height of all."""
    heights, y, before = [], -1.0, None
    for group in groups:
        y += 1.0 if group == before else 2.0
        before = group
        heights.append(y)
    return heights, y + 1.0


def _name(row) -> str:
    """A name, or the words of the article in quotation marks."""
    return row.agency if row.named else f"“{row.agency}”"


def _label_inches(labels: pd.Series) -> float:
    return LETTER * min(LONGEST_NAME, max(map(len, labels))) + 0.3


def _mark(axes, x: float, y: float, number: int, look: dict) -> None:
    """A mark with its number inside, larger and with smaller digits the more digits there are, but no higher
    than its row."""
    digits = len(str(number))
    axes.scatter([x], [y], s=(160, 220, 300)[min(digits, 3) - 1], linewidths=1.7, zorder=3, **look)
    axes.text(
        x,
        y,
        str(number),
        ha="center",
        va="center_baseline",
        fontsize=(8.5, 8.5, 7, 5.5)[min(digits, 4) - 1],
        zorder=4,
        color=INK if look["color"] != look["edgecolors"] else PAPER,
    )


def _frame(axes, shown: pd.DataFrame, heights: Sequence[float], top: float, columns: int) -> None:
    """Names at the left, a line under each group's heading, light lines to guide the eye, the roles on top,
    no box around it."""
    axes.set_yticks(
        heights,
        [
            shortened(row.agency, LONGEST_NAME)
            if row.named
            else f"“{shortened(row.agency, LONGEST_NAME - 2)}”"
            for row in shown.itertuples()
        ],
        fontsize=9.5,
        parse_math=False,
    )
    axes.set_ylim(top - 0.4, -0.5)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.hlines(heights, -0.45, columns - 0.55, color=GUIDE, linewidth=0.8, zorder=0)
    before = None
    headings = (
        shown["group"].str.capitalize()
        if "group" in shown
        else shown["named"].map({True: "Named", False: "Only described"})
    )
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


def _left_out(shown: Sequence, every: Sequence, what: str) -> str:
    return (
        f"\n{len(shown)} of {len(every)} {what} drawn, the others are in the tables"
        if len(shown) < len(every)
        else ""
    )


def _key(drawn, present: Sequence[str]) -> None:
    handles = [
        Line2D(
            [],
            [],
            linestyle="",
            markersize=10,
            marker=MARKS[mode]["marker"],
            markerfacecolor=MARKS[mode]["color"],
            markeredgecolor=MARKS[mode]["edgecolors"],
            markeredgewidth=1.7,
            label=mode,
        )
        for mode in present
    ]
    drawn.legend(
        handles=handles,
        loc="outside upper left",
        ncols=len(handles),
        frameon=False,
        fontsize=9.5,
        handletextpad=0.3,
    )


def modes(counts: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws how many roles of each article are reported, planned and recommended, named bodies above those
    that are only described.

    Args:
        counts: From `helpers.findings.agency_roles.modes_by_article`.
        output_dir: Folder for the picture, or None.
    """
    every = int(counts[list(MODES)].to_numpy().sum())
    if not every:
        say("There is nothing to draw: no body has a role.")
        return
    slugs = list(dict.fromkeys(counts["article"]))
    shown = counts[counts["article"].isin(slugs[:ARTICLES_DRAWN])].reset_index(drop=True)
    heights = [1.25 * (place // 2) + 0.5 * (place % 2) for place in shown.index]
    drawn, axes = new_axes(8.6, 1.2 + 0.46 * heights[-1])
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
                bbox=_behind(mode),
            )
            left += row[mode]
        axes.annotate(
            f"by {amount(row['bodies'], 'body', 'bodies')}" if left else "none",
            (left, y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=9.5,
            color=QUIET,
        )
    labels = [
        f"{shortened(row.article, 32)}    {row.naming}" if row.naming == NAMINGS[0] else row.naming
        for row in shown.itertuples()
    ]
    axes.set_yticks(heights, labels, fontsize=9.5, parse_math=False)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(heights[-1] + 0.4, -0.4)
    axes.spines["left"].set_visible(False)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.margins(x=0.12)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel(f"roles (n = {every:,})" + _left_out(slugs[:ARTICLES_DRAWN], slugs, "articles"))
    drawn.legend(
        handles=[Patch(**BARS[mode], label=mode) for mode in MODES if counts[mode].sum()],
        loc="outside upper left",
        ncols=3,
        frameon=False,
        fontsize=9.5,
    )
    parts = [
        f"{naming} {', '.join(f'{mode} {number}' for mode, number in own[list(MODES)].sum().items())}"
        for naming, own in counts.groupby("naming")
    ]
    figure(
        drawn,
        f"Roles by article, naming of the body and mode. In all articles together: {'; '.join(parts)}.",
        "modes_by_article",
        output_dir,
    )


def _behind(mode: str) -> dict | None:
    """A light patch that keeps a number readable on hatching."""
    return {"facecolor": "#F6E3B5", "edgecolor": "none", "pad": 1} if mode == "recommended" else None


def voices(table: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws who acts and who is heard: a row a body, marks where it acts, is quoted, is reported to say or is
    cited.

    Args:
        table: From `helpers.findings.voices.voices`.
        output_dir: Folder for the picture, or None.
    """
    if table.empty:
        say("There is nothing to draw: no body acts, and none is heard.")
        return
    shown = table.loc[
        table.groupby("group").cumcount().sort_values(kind="stable").index[:BODIES_HEARD].sort_values()
    ]
    heights, top = _rows(shown["group"])
    drawn, axes = new_axes(_label_inches(shown["agency"]) + VOICE_CELL * len(VOICES) + 0.2, 1.1 + ROW * top)
    for row, y in zip(shown.to_dict("records"), heights, strict=True):
        for x, column in enumerate(VOICES):
            if number := row[column]:
                _mark(axes, x, y, number, VOICES[column][1])
    axes.set_xlim(-0.6, len(VOICES) - 0.4)
    _frame(axes, shown, heights, top, len(VOICES))
    axes.set_xticks(range(len(VOICES)), [words for words, _ in VOICES.values()])
    axes.axvline(0.5, color="#C8C8C8", linewidth=1, zorder=1)
    axes.set_xlabel(
        "number of roles and of statements" + _left_out(shown, table, "bodies"), fontsize=9.5, color=QUIET
    )
    groups = "; ".join(f"{group} {count}" for group, count in table["group"].value_counts(sort=False).items())
    some = f", {len(shown)} of {len(table)} drawn" if len(shown) < len(table) else ""
    figure(
        drawn,
        f"The bodies that act, and those that are heard{some}. In numbers of bodies: {groups}.",
        "who_is_heard",
        output_dir,
    )
