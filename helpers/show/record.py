"""The figures and tables of notebook 4: claims by verdict; `record_ratios` has the numbers, `record_calendar` the days.

A verdict looks the same everywhere: a shape first, a colour second. Links lead to pages of others; they are
escaped, and only http(s).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D

from helpers.findings.words import amount, called, titles, with_titles
from helpers.record import VERDICTS
from helpers.show.figures import NARROW, figure, legend_above, look_of, new_axes, wrapped
from helpers.show.page import say
from helpers.show.palette import INK, QUIET
from helpers.show.places import anchor
from helpers.show.record_claims import LOOKS, claims, events, marked, pages_of
from helpers.show.record_ratios import ratios
from helpers.texts import Article

__all__ = ["LOOKS", "claims", "events", "marked", "pages_of", "ratios", "verdicts"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LABEL_SIZE = 9.5
ROWS_DRAWN = 20  # articles in one figure; more and no label can be read
MARKS_IN_ROW = 60  # more marks than this are drawn one for several claims
LETTER = 0.65  # of a mark's place, in a narrow figure
MARKS_IN_NARROW = 24  # no more than these fit on a phone
TITLE_WIDTH = 28, 18  # letters of a title in a wide figure, and in a narrow one


def verdicts(
    claims: pd.DataFrame,
    corpus: Iterable[Article],
    output_dir: Path | None = None,
    *,
    cases: Mapping[str, str] | None = None,
) -> None:
    """Draws one mark a claim, article by article, ordered by verdict.

    Args:
        claims: The claims, from `helpers.findings.record.chosen` or cut further.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    if claims.empty:
        say("There is nothing to draw: there is no such claim on record.")
        return
    names = titles(corpus)
    slugs = list(names)[:ROWS_DRAWN]
    most = claims["article"].value_counts().max()
    each, narrow = ceil(most / MARKS_IN_ROW), bool(most <= MARKS_IN_NARROW)
    drawn, axes = new_axes(NARROW if narrow else WIDTH * 0.92, 1.1 + (0.6 if narrow else 0.46) * len(slugs))
    widest, told, links = 0.0, {}, {}
    for y, slug in enumerate(slugs):
        own = claims[claims["article"] == slug]
        x = _row_of_marks(axes, y, own, each, links, 6 if narrow else 9.5)
        note = "; the case meant is inferred" if len(own) and slug in (cases or {}) else ""
        label = f"{amount(len(own), 'claim')}{note}".replace("; ", ";\n" if narrow else "; ")
        axes.text(x - 0.1, y, label, va="center", fontsize=LABEL_SIZE, color=INK if len(own) else QUIET)
        told[slug] = f"{_counted(own)}{note}"
        widest = max(widest, x + LETTER * max(map(len, label.split("\n"))) if narrow else x)
    _frame(axes, [wrapped(names[slug], TITLE_WIDTH[narrow], 2 + narrow) for slug in slugs], widest, narrow)
    marks = "one mark is one claim" if each == 1 else f"one mark is up to {each} claims"
    left_out = f"; the first {ROWS_DRAWN} of {len(names)} articles" if len(names) > ROWS_DRAWN else ""
    axes.set_xlabel(f"{marks} (n = {len(claims)}){left_out}", loc="left", color=QUIET, fontsize=9)
    total = claims["verdict"].value_counts().reindex(list(VERDICTS), fill_value=0)
    occurring = [verdict for verdict in VERDICTS if total[verdict]]
    key = [_handle(LOOKS[verdict], f"{verdict} {total[verdict]}") for verdict in occurring]
    legend_above(drawn, key, 3 if narrow else 0)
    rows = ". ".join(f"{called(slug)}: {counts}" for slug, counts in told.items())
    description = f"Claims by article and verdict, one mark a claim. {rows}."
    figure(
        drawn,
        with_titles(description, names),
        "verdicts_by_article",
        output_dir,
        links,
        caption="The claims of each article by verdict.",
    )
    say(
        "“Corroborated” does not mean true, nor “not found” false. The claims were picked, so their shares measure nothing."
    )


def _frame(axes, labels: Sequence[str], widest: float, narrow: bool) -> None:
    """The names of the rows, and no axis: a row is as long as it has marks."""
    axes.set_yticks(range(len(labels)), labels, parse_math=False, fontsize=LABEL_SIZE)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xlim(
        -0.8, max(widest if narrow else widest * 1.3 + 5, 30)
    )  # marks stand close however few they are
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def _row_of_marks(axes, y: float, own: pd.DataFrame, each: int, links: dict[str, str], size: float) -> float:
    """Draws the claims of an article from left to right, each a link; returns where the next mark would
    stand."""
    x = 0.0
    for verdict in VERDICTS:
        of_verdict = own[own["verdict"] == verdict].iloc[::each]
        for row in of_verdict.itertuples():
            url = f"#row-{anchor(row.article, row.start, row.end)}"
            links[url] = f"{LOOKS[verdict][3]} {row.claim}"
            axes.plot([x], [y], **look_of(LOOKS[verdict], size), url=url)
            x += 1
        x += 0.5 if len(of_verdict) else 0
    return x


def _counted(own: pd.DataFrame) -> str:
    """How many claims have which verdict: they were picked, so no share of them is said."""
    counts = own["verdict"].value_counts()
    return (
        ", ".join(f"{verdict} {counts[verdict]}" for verdict in VERDICTS if verdict in counts) or "no claim"
    )


def _handle(look: tuple, label: str) -> Line2D:
    return Line2D([], [], **look_of(look, 9), label=label)
