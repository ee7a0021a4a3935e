"""The figure of notebook 0: what each article gives, whether it adds up, and whether the record agrees."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from helpers.findings.words import amount
from helpers.record import VERDICTS
from helpers.show.figures import COLOURS, INK, QUIET, figure, new_axes
from helpers.show.page import say
from helpers.show.record import LOOKS

__all__ = ["glance", "headlines"]

ROWS_DRAWN = 20  # articles; more and no label can be read
MARKS_IN_ROW = 24  # marks side by side before a new line begins inside the row
GIVES = {"dates": "dates", "figures": "figures", "named": "bodies\nnamed", "people": "people\nspeaking"}
RELATIONS = {"holds": LOOKS["corroborated"], "fails": LOOKS["contradicted"]}


def headlines(found: Mapping[str, str], questions: Mapping[str, str]) -> None:
    """Shows each notebook's question as a link with its headline under it."""
    say(
        "\n".join(
            f"- **[{questions[name]}]({name}.ipynb#In-short)** {sentence.replace('**', '')}"
            for name, sentence in found.items()
        )
    )


def glance(table: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws the articles side by side: numbers for what each gives, one mark for each relation tested and
    each claim compared.

    Args:
        table: From `helpers.findings.start.glance`.
        output_dir: Folder for the picture, or None.
    """
    shown = table.head(ROWS_DRAWN).set_index("article")
    drawn, ((left, middle, right),) = new_axes(
        11.0, 1.7 + 0.5 * len(shown), 1, 3, sharey=True, gridspec_kw={"width_ratios": [3.9, 2.7, 6.0]}
    )
    _numbers(left, shown)
    _marks(middle, shown, RELATIONS)
    _marks(right, shown, {verdict: LOOKS[verdict] for verdict in VERDICTS})
    left.set_yticks(range(len(shown)), shown.index, parse_math=False)
    left.set_ylim(len(shown) - 0.4, -0.6)
    for axes, title in (
        (left, "What does it give?"),
        (middle, "Does it add up?"),
        (right, "Does the record agree?"),
    ):
        axes.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=30)
        axes.tick_params(length=0)
        for y in range(len(shown) - 1):
            axes.axhline(y + 0.5, color="#E3E3E3", linewidth=0.8, zorder=0)
        for side in axes.spines.values():
            side.set_visible(False)
    _key(middle, {"holds": "holds", "fails": "fails"}, RELATIONS)
    _key(right, dict(zip(VERDICTS, VERDICTS, strict=True)), LOOKS)
    middle.set_xlabel("one mark: one relation\nbetween figures", loc="left", color=QUIET, fontsize=9)
    right.set_xlabel("one mark: one claim compared with other sources", loc="left", color=QUIET, fontsize=9)
    left_out = (
        f"the first {ROWS_DRAWN} of {len(table)} articles"
        if len(table) > ROWS_DRAWN
        else f"n = {amount(len(shown), 'article')}"
    )
    left.set_xlabel(f"number in each article\n({left_out})", loc="left", color=QUIET, fontsize=9)
    figure(drawn, _describe(shown), "glance", output_dir)


def _numbers(axes, shown: pd.DataFrame) -> None:
    for x, column in enumerate(GIVES):
        largest = max(1, shown[column].max())
        for y, value in enumerate(shown[column]):
            if value:
                axes.scatter(
                    [x],
                    [y],
                    s=120 + 520 * value / largest,
                    color="#CFE3F1",
                    edgecolors=COLOURS["blue"],
                    linewidths=1,
                    zorder=2,
                )
            axes.text(
                x,
                y,
                str(value) if value else "none",
                ha="center",
                va="center",
                fontsize=10 if value else 8.5,
                color=INK if value else COLOURS["vermillion"],
                zorder=3,
            )
    axes.set_xticks(range(len(GIVES)), list(GIVES.values()), fontsize=9)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.6, len(GIVES) - 0.4)


def _marks(axes, shown: pd.DataFrame, looks: Mapping[str, tuple]) -> None:
    widest = 1
    for y, (_, row) in enumerate(shown.iterrows()):
        kinds = [kind for kind in looks for _ in range(int(row[kind]))]
        columns = MARKS_IN_ROW if len(looks) > 2 else MARKS_IN_ROW // 2
        for place, kind in enumerate(kinds[: 3 * columns]):
            marker, face, edge, *_ = looks[kind]
            line = place // columns - (len(kinds[: 3 * columns]) - 1) // columns / 2
            axes.plot(
                [place % columns],
                [y + 0.24 * line],
                linestyle="",
                marker=marker,
                markersize=7.5,
                color=face,
                markeredgecolor=edge,
                markeredgewidth=1.4,
            )
        if not kinds:
            axes.text(
                0,
                y,
                "nothing to test" if len(looks) == 2 else "not on record",
                va="center",
                color=QUIET,
                fontsize=8.5,
                style="italic",
            )
        widest = max(widest, min(len(kinds), columns))
    axes.set_xticks([])
    axes.set_xlim(-0.7, max(widest, 8) - 0.3)


def _key(axes, words: Mapping[str, str], looks: Mapping[str, tuple]) -> None:
    for kind, label in words.items():
        marker, face, edge, *_ = looks[kind]
        axes.plot(
            [],
            [],
            linestyle="",
            marker=marker,
            markersize=7,
            color=face,
            markeredgecolor=edge,
            markeredgewidth=1.3,
            label=label,
        )
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        ncols=len(words),
        frameon=False,
        fontsize=8.5,
        handletextpad=0.1,
        columnspacing=0.8,
        borderaxespad=0.1,
    )


def _describe(shown: pd.DataFrame) -> str:
    rows = "; ".join(
        f"{slug}: {row['fails']} of {row['holds'] + row['fails']} fail, {row['corroborated']} of "
        f"{sum(row[verdict] for verdict in VERDICTS)} claims are corroborated"
        for slug, row in shown.iterrows()
    )
    return (
        "The articles at a glance, one row each: circles for the number of dates, figures, named bodies and people who speak; "
        f"marks for relations between figures and for claims. {rows}."
    )
