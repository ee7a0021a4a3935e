"""Two figures of notebook 3: names of people, and figures per 100 words."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.patches import Patch

from helpers.findings.naming import KINDS
from helpers.findings.words import amount, listed
from helpers.show.figures import COLOURS, INK, PAPER, QUIET, figure, new_axes, shortened
from helpers.show.page import say
from helpers.texts import Article

__all__ = ["density", "names"]

WIDTH = 9.2  # inches; a wider picture is scaled down on the page, and its letters with it
LABEL_SIZE = 9.5
LONGEST_SLUG = 22
ARTICLES_DRAWN, NAMES_DRAWN = 20, 30  # more and no label can be read
KIND_COLOURS = dict(zip(KINDS, ("blue", "purple", "sky", "vermillion", "orange", "green"), strict=True))


# ---- names of people
# -----------------------------------------------------------------------------------------------------


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
    totals = (
        keyed.groupby("key")
        .agg(times=("times", "sum"), kind=("kind", "first"), name=("name", "first"))
        .reset_index()
    )
    totals = totals.sort_values(["times", "key"], ascending=[False, True], kind="stable")
    shown = totals.head(NAMES_DRAWN).copy()
    shown["group"] = shown["kind"].map(KINDS.index)
    shown = shown.sort_values(["group", "times", "key"], ascending=[True, False, True], kind="stable")
    slugs = [article.slug for article in corpus if (namings["article"] == article.slug).any()]
    columns = slugs if len(slugs) <= 12 else ["all articles"]
    lines = _lines(shown)
    slant = len(columns) > 5
    drawn, axes = new_axes(
        min(WIDTH, 4.4 + 1.45 * len(columns)), 1.0 + 0.29 * len(lines) + (0.9 if slant else 0)
    )
    for y, line in enumerate(lines):
        if line["key"] is None:
            continue
        axes.axhline(y, color="#EAEAEA", linewidth=0.8, zorder=0)
        own = keyed[keyed["key"] == line["key"]]
        counts = (
            own.groupby("article")["times"].sum()
            if len(slugs) <= 12
            else {"all articles": own["times"].sum()}
        )
        for x, slug in enumerate(columns):
            if times := int(counts.get(slug, 0)):
                axes.scatter(
                    [x],
                    [y],
                    s=130 + 95 * len(str(times)),
                    color=PAPER,
                    linewidths=2,
                    zorder=3,
                    edgecolors=COLOURS[KIND_COLOURS[line["kind"]]],
                )
                axes.text(x, y, str(times), ha="center", va="center", fontsize=LABEL_SIZE, zorder=4)
    axes.set_yticks(range(len(lines)), [line["label"] for line in lines], parse_math=False)
    for line, label in zip(lines, axes.get_yticklabels(), strict=True):
        label.set(
            fontweight="bold" if line["key"] is None else "normal",
            fontsize=LABEL_SIZE,
            color=QUIET if line["key"] is None else INK,
        )
    axes.set_ylim(len(lines) - 0.4, -0.8)
    axes.set_xlim(-0.6, len(columns) - 0.4)
    axes.set_xticks(
        range(len(columns)),
        [shortened(slug, LONGEST_SLUG) for slug in columns],
        parse_math=False,
        rotation=30 if slant else 0,
        ha="left" if slant else "center",
        rotation_mode="anchor",
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    more = f"; the {NAMES_DRAWN} most frequent of {len(totals)} names" if len(totals) > NAMES_DRAWN else ""
    axes.set_xlabel(
        f"times a figure goes with the name (n = {int(totals['times'].sum())}{more})",
        color=QUIET,
        fontsize=LABEL_SIZE,
    )
    kinds = "; ".join(
        f"{kind} {listed((f'“{name}”' for name in same['name']), most=5)}"
        for kind, same in shown.groupby("kind", sort=False)
    )
    figure(
        drawn,
        f"What the people counted are called, names down and {amount(len(slugs), 'article')} across: {kinds}.",
        "names",
        output_dir,
    )


def _lines(shown: pd.DataFrame) -> list[dict]:
    """The lines of the drawing: a heading for each kind, then its names."""
    lines: list[dict] = []
    for kind, same in shown.groupby("kind", sort=False):
        lines.append({"key": None, "label": f"named {kind}", "kind": kind})
        lines += [
            {"key": row.key, "label": f"“{shortened(row.name, 40)}”", "kind": kind}
            for row in same.itertuples(index=False)
        ]
    return lines


# ---- figures per 100 words
# -----------------------------------------------------------------------------------------------


def density(dense: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws how many figures each article gives per 100 words, the densest on top.

    Args:
        dense: From `helpers.findings.statistics.density`.
        output_dir: Folder for the picture, or None.
    """
    if dense.empty or not dense["figures"].sum():
        say("There is nothing to draw: the articles give no figure of this kind.")
        return
    if len(dense) == 1:
        say(
            f"There is nothing to compare: {_in_words(dense.itertuples())} figures per 100 words is all there is."
        )
        return
    shown = dense.head(ARTICLES_DRAWN)
    drawn, axes = new_axes(WIDTH, 1.3 + 0.38 * len(shown))
    looks = {
        "counts": {"facecolor": COLOURS["blue"]},
        "shares": {"facecolor": "#FBE3B0", "edgecolor": COLOURS["orange"], "hatch": "////"},
        "others": {"facecolor": COLOURS["green"], "edgecolor": PAPER, "hatch": "..."},
    }
    left = pd.Series(0.0, index=shown.index)
    for kind, look in looks.items():
        width = 100 * shown[kind] / shown["words"].clip(lower=1)
        some = width > 0
        axes.barh(
            [y for y, there in enumerate(some) if there],
            width[some],
            left=left[some],
            height=0.6,
            zorder=2,
            **look,
        )
        left += width
    for y, row in enumerate(shown.itertuples()):
        figures = f"{row.figures} figure{'' if row.figures == 1 else 's'}"
        axes.annotate(
            f"{row.per_100_words:g}  ({figures} in {row.words:,} words)",
            (left.iloc[y], y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=LABEL_SIZE,
        )
    axes.set_yticks(
        range(len(shown)), [shortened(slug, LONGEST_SLUG) for slug in shown["article"]], parse_math=False
    )
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(0, float(left.max()) * 1.38)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    axes.set_xlabel(f"figures per 100 words (n = {int(dense['figures'].sum())} figures)")
    handles = [
        Patch(label={"counts": "counts", "shares": "percentages", "others": "other units"}[kind], **look)
        for kind, look in looks.items()
        if shown[kind].sum()
    ]
    drawn.legend(handles=handles, loc="outside upper left", ncols=3, frameon=False, fontsize=LABEL_SIZE)
    some = "" if len(shown) == len(dense) else f" (the densest {len(shown)} of {len(dense)})"
    figure(
        drawn,
        f"Figures per 100 words by article{some}: " + _in_words(shown.itertuples()) + ".",
        "density",
        output_dir,
    )


def _in_words(rows: Iterable) -> str:
    return listed(f"{row.article} {row.per_100_words:g}" for row in rows)
