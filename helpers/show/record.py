"""The figures and tables of notebook 4: claims by verdict and ratios of numbers; `record_calendar` has the days.

A verdict looks the same everywhere: a shape first, a colour second. Links lead to pages of others; they are
escaped, and only http(s).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, inf, log
from pathlib import Path

import pandas as pd
from matplotlib.lines import Line2D

from helpers.findings.words import amount, called, number, titles, with_titles
from helpers.record import VERDICTS
from helpers.show.figures import figure, legend_above, look_of, new_axes, shortened, wrapped
from helpers.show.page import anchor, say
from helpers.show.palette import INK, LINE, PAPER, QUIET
from helpers.show.record_claims import LOOKS, claims, events, marked
from helpers.texts import Article

__all__ = ["LOOKS", "claims", "events", "marked", "ratios", "verdicts"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LABEL_SIZE = 9.5
ROWS_DRAWN = 20  # articles in one figure; more and no label can be read
CLAIMS_DRAWN = 24  # claims in one figure
MARK_WIDE = 0.032  # of the axis of ratios, a mark with its arrow's head
MARKS_IN_ROW = 60  # more marks than this are drawn one for several claims
TICKS = (
    (1.4, (1.1, 1.2)),
    (1.7, (1.25, 1.5)),
    (5, (1.5, 2, 3)),
    (20, (2, 5, 10)),
    (inf, (10, 100, 1000)),
)  # up to a span, these
LONGEST_LABEL, TITLE_WIDTH, CLAIM_WIDTH = 52, 28, 46

STANCE_LOOKS = {
    "supports": LOOKS["corroborated"],
    "differs": LOOKS["differs"],
    "contradicts": LOOKS["contradicted"],
}


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
    each = ceil(claims["article"].value_counts().max() / MARKS_IN_ROW)
    drawn, axes = new_axes(WIDTH * 0.92, 1.1 + 0.46 * len(slugs))
    widest, told, links = 0.0, {}, {}
    for y, slug in enumerate(slugs):
        own = claims[claims["article"] == slug]
        x = _row_of_marks(axes, y, own, each, links)
        note = "; the case meant is inferred" if len(own) and slug in (cases or {}) else ""
        label = f"{amount(len(own), 'claim')}{note}"
        axes.text(x - 0.1, y, label, va="center", fontsize=LABEL_SIZE, color=INK if len(own) else QUIET)
        told[slug] = f"{_counted(own)}{note}"
        widest = max(widest, x)
    _frame(axes, [names[slug] for slug in slugs], widest)
    marks = "one mark is one claim" if each == 1 else f"one mark is up to {each} claims"
    left_out = f"; the first {ROWS_DRAWN} of {len(names)} articles" if len(names) > ROWS_DRAWN else ""
    axes.set_xlabel(f"{marks} (n = {len(claims)}){left_out}", loc="left", color=QUIET, fontsize=9)
    total = claims["verdict"].value_counts().reindex(list(VERDICTS), fill_value=0)
    occurring = [verdict for verdict in VERDICTS if total[verdict]]
    legend_above(drawn, [_handle(LOOKS[verdict], f"{verdict} {total[verdict]}") for verdict in occurring])
    rows = ". ".join(f"{called(slug)}: {counts}" for slug, counts in told.items())
    description = f"Claims by article and verdict, one mark a claim. {rows}."
    figure(drawn, with_titles(description, names), "verdicts_by_article", output_dir, links)


def _frame(axes, names: Sequence[str], widest: float) -> None:
    """The names of the rows, and no axis: a row is as long as it has marks."""
    labels = [wrapped(name, TITLE_WIDTH, 2) for name in names]
    axes.set_yticks(range(len(names)), labels, parse_math=False, fontsize=LABEL_SIZE)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(-0.8, max(widest * 1.3 + 5, 30))  # marks stand close however few they are
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def _row_of_marks(axes, y: float, own: pd.DataFrame, each: int, links: dict[str, str]) -> float:
    """Draws the claims of an article from left to right, each a link; returns where the next mark would
    stand."""
    x = 0.0
    for verdict in VERDICTS:
        of_verdict = own[own["verdict"] == verdict].iloc[::each]
        for row in of_verdict.itertuples():
            url = f"#row-{anchor(row.article, row.start, row.end)}"
            links[url] = f"{row.claim} ({verdict})"
            axes.plot([x], [y], **look_of(LOOKS[verdict], 9.5), url=url)
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


def ratios(found: pd.DataFrame, claims: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws claimed over reported numbers on a logarithmic axis around 1, a row a claim, with the bounds of
    the claim as arrows.

    Args:
        found: From `helpers.findings.record.ratios`: the furthest from 1 first.
        claims: The claims they are of, for the places to which the marks lead.
        output_dir: Folder for the picture, or None.
    """
    if found.empty:
        say("There is nothing to draw: no claimed number stands beside a reported one.")
        return
    unequal = found[found.groupby("claim_id")["distance"].transform("max") > 1]
    equal = found["claim_id"].nunique() - unequal["claim_id"].nunique()
    if unequal.empty:
        say(
            f"There is nothing to draw: {amount(equal, 'claim')} and every page on {'it' if equal == 1 else 'them'} have the same number."
        )
        return
    order = list(dict.fromkeys(unequal["claim_id"]))
    shown = order[:CLAIMS_DRAWN]
    drawn, axes = new_axes(WIDTH, 1.5 + 0.44 * len(shown))
    span = max(1.25, found["ratio"].max() * 1.12, 1.12 / found["ratio"].min())
    axes.axvline(1, color=INK, linewidth=1.2, zorder=1)
    places = {row.claim_id: anchor(row.article, row.start, row.end) for row in claims.itertuples()}
    for y, claim in enumerate(shown):
        own = found[found["claim_id"] == claim]
        axes.axhline(y, color=LINE, linewidth=0.8, zorder=0)
        _ratios_of(axes, y, own, span, f"#row-{places[claim]}")
        _beside(axes, y, _both_figures(own))
    first = unequal.drop_duplicates("claim_id").head(CLAIMS_DRAWN)
    labels = [wrapped(row.claim, CLAIM_WIDTH, 2) for row in first.itertuples()]
    axes.set_yticks(range(len(shown)), labels, parse_math=False, fontsize=9)
    axes.set_ylim(len(shown) - 0.4, -0.9)
    _around_one(axes, span)
    _beside(axes, -0.75, "the article / pages", "bold", "baseline")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_about_ratios(unequal, len(shown), len(order)), fontsize=9.5, color=QUIET)
    stances = [stance for stance in STANCE_LOOKS if (unequal["stance"] == stance).any()]
    legend_above(drawn, [_handle(STANCE_LOOKS[stance], f"the page {stance}") for stance in stances])
    links = {f"#row-{places[row.claim_id]}": row.claim for row in unequal.itertuples()}
    figure(drawn, _ratios_in_words(len(order), equal), "claimed_over_reported", output_dir, links)


def _ratios_in_words(drawn: int, equal: int) -> str:
    """The figure in words: how many claims are drawn, and how many have equal numbers everywhere."""
    verb = "shares" if equal == 1 else "share"
    same = f" {amount(equal, 'more claim').capitalize()} {verb} every number with the pages." if equal else ""
    return (
        f"Claimed over reported numbers for {amount(drawn, 'claim')}, the furthest apart on top; a page may count something "
        f"other than the claim does.{same}"
    )


def _ratios_of(axes, y: int, own: pd.DataFrame, span: float, url: str) -> None:
    """The marks of one claim, with an arrow where it gives only a bound; none lies on another."""
    marks = own.groupby(["ratio", "stance"], sort=True)
    lanes = _lanes([ratio for ratio, _ in marks.groups], span)
    for ((ratio, stance), same), lane in zip(marks, lanes, strict=True):
        at = y + lane
        marker, face, edge, *_ = STANCE_LOOKS[stance]
        bound = same["bound"].iloc[0]
        if bound:  # an arrow that points at the line crosses it: the claim can hold
            short = ratio * span ** (0.16 if bound == "at least" else -0.16)
            tip = max(short, span**0.08) if bound == "at least" else min(short, span**-0.08)
            axes.annotate(
                "",
                xytext=(ratio, at),
                xy=(tip, at),
                zorder=2,
                arrowprops={"arrowstyle": "->", "color": edge, "linewidth": 1.4},
            )
        axes.plot([ratio], [at], **look_of((marker, face, PAPER), 8.5, 0.8), zorder=4, url=url)


def _lanes(ratios: Sequence[float], span: float) -> list[float]:
    """How far above or below the line of its claim each mark stands, in rows; the ratios come in order.

    >>> _lanes([0.5, 1.0, 1.01, 1.02, 1.9], 2)
    [0.0, 0.0, -0.28, 0.28, 0.0]
    """
    wide = 2 * log(span) * MARK_WIDE
    last, lanes = dict.fromkeys((0.0, -0.28, 0.28), -inf), []
    for ratio in ratios:
        free = [lane for lane, taken in last.items() if log(ratio) - taken >= wide]
        lanes.append(free[0] if free else min(last, key=last.get))
        last[lanes[-1]] = log(ratio)
    return lanes


def _around_one(axes, span: float) -> None:
    """A logarithmic axis as far to the left of 1 as to the right."""
    axes.set_xscale("log")
    axes.set_xlim(1 / span, span)
    steps = next(marks for widest, marks in TICKS if span < widest)
    ticks = sorted(
        [1, *(step for step in steps if step < span), *(1 / step for step in steps if step < span)]
    )
    axes.set_xticks(ticks, [f"{tick:.2g}×" if tick != 1 else "the same" for tick in ticks])
    axes.set_xticks([], minor=True)


def _beside(axes, y: float, words: str, weight: str = "normal", va: str = "center") -> None:
    """Words behind the end of a row."""
    axes.text(
        1.01,
        y,
        words,
        fontsize=LABEL_SIZE,
        va=va,
        color=QUIET,
        transform=axes.get_yaxis_transform(),
        parse_math=False,
        weight=weight,
    )


def _about_ratios(unequal: pd.DataFrame, shown: int, every: int) -> str:
    """What is drawn, and of how many claims, for the axis."""
    left_out = f"; the {shown} furthest apart of {every}" if every > shown else ""
    arrow = "; arrow: only a bound" if (unequal["bound"] != "").any() else ""
    return (
        "claimed number / reported number, logarithmic scale\n"
        f"({amount(len(unequal), 'report')} on {amount(every, 'claim')}{left_out}{arrow})"
    )


def _both_figures(own: pd.DataFrame) -> str:
    values = list(dict.fromkeys(_figure(value) for value in own["reported"]))
    more = f" and {number(len(values) - 1)} more" if len(values) > 1 else ""
    return f"“{shortened(own['read'].iloc[0], TITLE_WIDTH)}” / {values[0]}{more}"


def _figure(value: float) -> str:
    return f"{value / 1e6:,.3g} million" if value >= 1e6 else f"{value:,.10g}"
