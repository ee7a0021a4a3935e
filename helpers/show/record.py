"""The figures and lists of notebook 4: claims by verdict, ratios of numbers, and where pages have it from;
`record_calendar` has the days.

A verdict looks the same everywhere: a shape first, a colour second. Links lead to pages of others; they are
escaped, and only http(s).
"""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, inf
from pathlib import Path

import pandas as pd
from IPython.display import display
from matplotlib.lines import Line2D

from helpers.findings.words import amount
from helpers.record import VERDICTS, is_web_address
from helpers.show.figures import COLOURS, INK, PAPER, QUIET, figure, new_axes, shortened
from helpers.show.page import anchor, say

__all__ = ["LOOKS", "claims", "events", "marked", "nowhere", "origins", "ratios", "verdicts"]

WIDTH = 11.0  # inches; JupyterLab, a page in landscape and GitHub all show it whole
LABEL_SIZE = 9.5
ROWS_DRAWN = 20  # articles in one figure; more and no label can be read
CLAIMS_DRAWN = 24  # claims in one figure
MARKS_IN_ROW = 60  # more marks than this are drawn one for several claims
TICKS = (
    (1.4, (1.1, 1.2)),
    (1.7, (1.25, 1.5)),
    (5, (1.5, 2, 3)),
    (20, (2, 5, 10)),
    (inf, (10, 100, 1000)),
)  # up to a span, these
# a longer list would make the notebook too large to open; all are in the file that the notebook writes
CLAIMS_LISTED = 200
LONGEST_LABEL, LONGEST_SLUG, LONGEST_CLAIM = 52, 30, 54

# marker and face for figures, sign for text, background (light enough for dark letters) for words marked in
# an article
LOOKS = {
    "corroborated": ("o", COLOURS["green"], COLOURS["green"], "●", "#BDE5D8"),
    "differs": ("D", COLOURS["orange"], COLOURS["orange"], "◆", "#F8E3B4"),
    "contradicted": ("X", COLOURS["vermillion"], COLOURS["vermillion"], "✖", "#F6CDB4"),
    "not found": ("o", PAPER, COLOURS["blue"], "○", "#CFE3F1"),
    "not checkable": ("s", PAPER, QUIET, "□", "#E6E6E6"),
}
STANCE_LOOKS = {
    "supports": LOOKS["corroborated"],
    "differs": LOOKS["differs"],
    "contradicts": LOOKS["contradicted"],
}


# ---- claims by verdict
# --------------------------------------------------------------------------------------------------------


def verdicts(
    counts: pd.DataFrame,
    name: str,
    output_dir: Path | None = None,
    *,
    chosen: Sequence[str] = (),
    cases: Mapping[str, str] | None = None,
) -> None:
    """Draws one mark a claim, row by row, ordered by verdict.

    Args:
        counts: From `helpers.findings.record.verdict_counts`.
        name: Name of the file, without ending.
        output_dir: Folder for the picture, or None.
        chosen: The verdicts that the claims were chosen by; empty for all.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    if not counts.to_numpy().sum():
        say("There is nothing to draw: there is no such claim on record.")
        return
    shown = counts.head(ROWS_DRAWN)
    each = ceil(shown.sum(axis=1).max() / MARKS_IN_ROW)
    drawn, axes = new_axes(WIDTH * 0.92, 1.0 + 0.42 * len(shown))
    widest = 0.0
    for y, (_, row) in enumerate(shown.iterrows()):
        x = 0.0
        for verdict in VERDICTS:
            marker, face, edge, *_ = LOOKS[verdict]
            marks = ceil(row[verdict] / each)
            axes.plot(
                [x + mark for mark in range(marks)],
                [y] * marks,
                linestyle="",
                marker=marker,
                markersize=9.5,
                color=face,
                markeredgecolor=edge,
                markeredgewidth=1.5,
            )
            x += marks + (0.5 if marks else 0)
        total = int(row.sum())
        axes.text(
            x - 0.1,
            y,
            _share(row, chosen, cases),
            va="center",
            fontsize=LABEL_SIZE,
            color=INK if total else QUIET,
        )
        widest = max(widest, x)
    axes.set_yticks(
        range(len(shown)), [shortened(label, LONGEST_SLUG) for label in shown.index], parse_math=False
    )
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(-0.8, max(widest * 1.3 + 5, 30))  # marks stand close however few they are
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    total = counts.sum()
    marks = "one mark is one claim" if each == 1 else f"one mark is up to {each} claims"
    left_out = f"; the first {ROWS_DRAWN} of {len(counts)} rows" if len(counts) > ROWS_DRAWN else ""
    axes.set_xlabel(f"{marks} (n = {int(total.sum())}){left_out}", loc="left", color=QUIET, fontsize=9)
    occurring = [verdict for verdict in VERDICTS if total[verdict] or not chosen]
    handles = [_handle(LOOKS[verdict], f"{verdict} {total[verdict]}") for verdict in occurring]
    drawn.legend(
        handles=handles,
        loc="outside upper left",
        ncols=len(handles),
        frameon=False,
        fontsize=9.5,
        handletextpad=0.3,
    )
    rows = "; ".join(f"{label}: {_share(row, chosen, cases)}" for label, row in shown.iterrows())
    figure(
        drawn,
        f"Claims by {counts.index.name} and verdict, one mark a claim. In all: "
        f"{', '.join(f'{verdict} {total[verdict]}' for verdict in occurring)}. {rows}.",
        name,
        output_dir,
    )


def _share(row: pd.Series, chosen: Sequence[str], cases: Mapping[str, str] | None) -> str:
    total = int(row.sum())
    words = (
        amount(total, "claim") if chosen or not total else f"{row['corroborated']} of {total} corroborated"
    )
    return words + (", if the inferred case is meant" if total and row.name in (cases or {}) else "")


def _handle(look: tuple, label: str) -> Line2D:
    marker, face, edge, *_ = look
    return Line2D(
        [],
        [],
        linestyle="",
        marker=marker,
        markersize=9,
        color=face,
        markeredgecolor=edge,
        markeredgewidth=1.5,
        label=label,
    )


# ---- claimed over reported numbers
# ------------------------------------------------------------------------------------------------


def ratios(found: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws claimed over reported numbers on a logarithmic axis around 1, a row a claim, with the bounds of
    the claim as arrows.

    Args:
        found: From `helpers.findings.record.ratios`: the furthest from 1 first.
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
    drawn, axes = new_axes(WIDTH, 1.5 + 0.34 * len(shown))
    span = max(1.25, found["ratio"].max() * 1.12, 1.12 / found["ratio"].min())
    axes.axvline(1, color=INK, linewidth=1.2, zorder=1)
    for y, claim in enumerate(shown):
        own = found[found["claim_id"] == claim]
        axes.axhline(y, color="#EDEDED", linewidth=0.8, zorder=0)
        for (ratio, stance), same in own.groupby(["ratio", "stance"], sort=False):
            marker, face, edge, *_ = STANCE_LOOKS[stance]
            bound = same["bound"].iloc[0]
            if bound:  # an arrow that points at the line crosses it: the claim can hold
                short = ratio * span ** (0.16 if bound == "at least" else -0.16)
                tip = max(short, span**0.08) if bound == "at least" else min(short, span**-0.08)
                axes.annotate(
                    "",
                    xytext=(ratio, y),
                    xy=(tip, y),
                    zorder=2,
                    arrowprops={"arrowstyle": "->", "color": edge, "linewidth": 1.4},
                )
            axes.plot(
                [ratio],
                [y],
                linestyle="",
                marker=marker,
                markersize=8.5,
                color=face,
                markeredgecolor=PAPER,
                markeredgewidth=0.8,
                zorder=4,
            )
        axes.text(
            1.01,
            y,
            _both_figures(own),
            fontsize=LABEL_SIZE,
            va="center",
            color=QUIET,
            transform=axes.get_yaxis_transform(),
            parse_math=False,
        )
    first = unequal.drop_duplicates("claim_id").head(CLAIMS_DRAWN)
    labels = [shortened(row.claim, LONGEST_CLAIM) for row in first.itertuples()]
    axes.set_yticks(range(len(shown)), labels, parse_math=False, fontsize=9)
    axes.set_ylim(len(shown) - 0.4, -0.9)
    axes.set_xscale("log")
    axes.set_xlim(1 / span, span)
    steps = next(marks for widest, marks in TICKS if span < widest)
    ticks = sorted(
        [1, *(step for step in steps if step < span), *(1 / step for step in steps if step < span)]
    )
    axes.set_xticks(ticks, [f"{tick:.2g}×" if tick != 1 else "the same" for tick in ticks])
    axes.set_xticks([], minor=True)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(
        1.01,
        -0.75,
        "the article / pages",
        fontsize=LABEL_SIZE,
        color=QUIET,
        transform=axes.get_yaxis_transform(),
        weight="bold",
    )
    left_out = f"; the {len(shown)} furthest apart of {len(order)}" if len(order) > len(shown) else ""
    arrow = "; arrow: only a bound" if (unequal["bound"] != "").any() else ""
    axes.set_xlabel(
        f"claimed number / reported number, logarithmic scale\n"
        f"({amount(len(unequal), 'report')} on {amount(len(order), 'claim')}{left_out}{arrow})",
        fontsize=9.5,
        color=QUIET,
    )
    handles = [
        _handle(STANCE_LOOKS[stance], f"the page {stance}")
        for stance in STANCE_LOOKS
        if (unequal["stance"] == stance).any()
    ]
    drawn.legend(
        handles=handles, loc="outside upper left", ncols=3, frameon=False, fontsize=9.5, handletextpad=0.3
    )
    first = found.iloc[0]
    verb = "shares" if equal == 1 else "share"
    same = f" {amount(equal, 'more claim').capitalize()} {verb} every number with the pages." if equal else ""
    figure(
        drawn,
        f"Claimed over reported numbers for {amount(len(order), 'claim')}, the furthest apart on top: “{first['claim']}” "
        f"({first['claim_id']}) has “{first['read']}”, {first['ratio']:.2f} times the {first['reported']:,.10g} of a page.{same}",
        "claimed_over_reported",
        output_dir,
    )


def _both_figures(own: pd.DataFrame) -> str:
    values = list(dict.fromkeys(_figure(value) for value in own["reported"]))
    more = f" and {len(values) - 1} more" if len(values) > 1 else ""
    return f"“{shortened(own['read'].iloc[0], LONGEST_SLUG)}” / {values[0]}{more}"


def _figure(value: float) -> str:
    return f"{value / 1e6:,.3g} million" if value >= 1e6 else f"{value:,.10g}"


# ---- origins of the pages
# ----------------------------------------------------------------------------------------------------------


def origins(found: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws every page as a square, grouped by the origin of what it says.

    Args:
        found: From `helpers.findings.record_articles.origins`.
        output_dir: Folder for the picture, or None.
    """
    if found.empty:
        say("There is nothing to draw: no page bears on these claims.")
        return
    articles = list(dict.fromkeys(found["article"]))[:ROWS_DRAWN]
    each = ceil(found.groupby("article")["pages"].sum().max() / MARKS_IN_ROW)
    drawn, axes = new_axes(WIDTH * 0.92, 1.0 + 0.55 * len(articles))
    widest = 0.0
    for y, slug in enumerate(articles):
        own, x = found[found["article"] == slug], 0.0
        for rank, row in enumerate(own.itertuples()):
            colour = (
                COLOURS["blue"] if rank == 0 and row.pages > 1 else "#7A7A7A" if row.pages > 1 else "#B5B5B5"
            )
            marks, filled = ceil(row.pages / each), round(row.own / each)
            axes.plot(
                [x + mark for mark in range(marks)],
                [y] * marks,
                linestyle="",
                marker="s",
                markersize=10,
                color=PAPER,
                markeredgecolor=colour,
                markeredgewidth=1.6,
            )
            axes.plot(
                [x + mark for mark in range(filled)],
                [y] * filled,
                linestyle="",
                marker="s",
                markersize=10,
                color=colour,
                markeredgecolor=colour,
                markeredgewidth=1.6,
            )
            if rank == 0:
                words = f"{shortened(row.origin, LONGEST_LABEL)}: {row.pages} of {row.of_pages} {'page' if row.of_pages == 1 else 'pages'}"
                axes.text(
                    x - 0.4,
                    y - 0.42,
                    words,
                    fontsize=LABEL_SIZE,
                    color=COLOURS["blue"] if row.pages > 1 else QUIET,
                    va="center",
                    parse_math=False,
                )
            x += marks + 0.45
        axes.text(x, y, amount(len(own), "origin"), va="center", fontsize=LABEL_SIZE, color=QUIET)
        widest = max(widest, x)
    axes.set_yticks(
        range(len(articles)), [shortened(slug, LONGEST_SLUG) for slug in articles], parse_math=False
    )
    axes.set_ylim(len(articles) - 0.4, -0.75)
    axes.set_xlim(-0.9, max(widest + 5, 36))  # squares touch however few they are
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    marks = "one square is one page" if each == 1 else f"one square is up to {each} pages"
    axes.set_xlabel(
        f"{marks}; squares side by side have it from the same origin; filled: the publisher's own page, hollow: a copy",
        loc="left",
        color=QUIET,
        fontsize=9.5,
    )
    first = found.drop_duplicates("article")
    words = "; ".join(
        f"{row.article}: {row.pages} of {row.of_pages} from {row.origin}"
        for row in first.head(ROWS_DRAWN).itertuples()
    )
    figure(
        drawn,
        f"Pages by article, grouped by whom they have it from. The largest group: {words}.",
        "origins",
        output_dir,
    )


# ---- lists and links
# --------------------------------------------------------------------------------------------------------------


def _link(url: str, words: str, place: str = "") -> str:
    if not is_web_address(url):
        return escape(words)
    name = f' id="{place}"' if place else ""
    return f'<a href="{escape(url)}"{name}>{escape(words, quote=False)}</a>'


def marked(joined: pd.DataFrame) -> pd.DataFrame:
    """The claims with the `label` (the sign of the verdict) and `colour` that `helpers.show.read_in_place`
    wants."""
    looks = [LOOKS[verdict] for verdict in joined["verdict"]]
    return joined.assign(label=[look[3] for look in looks], colour=[look[4] for look in looks])


def claims(joined: pd.DataFrame, reports: pd.DataFrame, *, empty: str) -> None:
    """Shows every claim with its quote, place, verdict, reason and pages, each article folded away under its
    slug.

    A quote is a link to its place in the article as `helpers.show.read_in_place` shows it.

    Args:
        joined: The claims.
        reports: The reports on them.
        empty: The sentence to show if there are none.
    """
    if joined.empty:
        say(empty)
        return
    shown = joined.head(CLAIMS_LISTED)
    by_claim = dict(
        tuple(reports[reports["claim_id"].isin(shown["claim_id"])].groupby("claim_id", sort=False))
    )
    seen: dict[tuple[str, str], int] = {}
    page, plain = "", []
    for slug, own in shown.groupby("article", sort=False):
        items = "\n".join(_claim(row, by_claim.get(row.claim_id), seen) for row in own.itertuples())
        page += (
            f"<details><summary>{escape(slug)}: {amount(len(own), 'claim')}</summary>\n{items}</details>\n"
        )
        plain += [
            f"{slug}: "
            + ", ".join(f"{row.claim_id.removeprefix(f'{slug}-')} {row.verdict}" for row in own.itertuples())
        ]
    if len(joined) > len(shown):
        note = f"{len(joined) - len(shown)} more claims are in the file that this notebook writes."
        page, plain = f"{page}<p>{note}</p>", [*plain, note]
    display({"text/html": page, "text/plain": "\n".join(plain)}, raw=True)


def _claim(row, reports: pd.DataFrame | None, seen: dict[tuple[str, str], int]) -> str:
    sign = LOOKS[row.verdict][3]
    place = anchor(row.article, row.start, row.end)
    return (
        f'<p id="row-{place}"><b>{escape(row.claim_id)}</b> {sign} {row.verdict}: '
        f'{escape(row.claim, quote=False)}<br>“<a href="#text-{place}">{escape(row.quote, quote=False)}</a>”<br>'
        f"<i>{escape(row.reason, quote=False)}</i></p><ul>{_pages(reports, row.article, seen)}</ul>"
    )


def _pages(reports: pd.DataFrame | None, article: str, seen: dict[tuple[str, str], int]) -> str:
    """What the pages have in place of the claim, each once with all the pages that have it."""
    if reports is None:
        return "<li>no page"
    what = reports["reported_value"].where(reports["reported_value"] != "", reports["reports"])
    return "".join(
        f"<li>{stance}, {escape(value, quote=False)}: "
        + "; ".join(_page(row, article, seen) for row in same.itertuples())
        for (stance, value), same in reports.groupby([reports["stance"], what], sort=False)
    )


def _page(report, article: str, seen: dict[tuple[str, str], int]) -> str:
    """A page by its publisher: linked where an article's claims first have it, and after that a link to that
    place, which is shorter."""
    if (article, report.url) in seen:
        return f'<a href="#page-{seen[article, report.url]}">{escape(report.publisher, quote=False)}</a>'
    number = seen[article, report.url] = len(seen) + 1
    notes = ", ".join(filter(None, ["" if report.original == "yes" else "copy", report.published]))
    return _link(report.url, report.publisher, f"page-{number}") + escape(f" ({notes})" if notes else "")


def nowhere(joined: pd.DataFrame, *, empty: str) -> None:
    """Shows the claims that no page supports or contradicts, each with a link to its place in the text.

    Args:
        joined: The claims, of any verdict.
        empty: The sentence to show if there are none.
    """
    missing = joined[joined["verdict"] == "not found"].head(CLAIMS_LISTED)
    if missing.empty:
        say(empty)
        return
    lines = (
        f'<li><a href="#text-{anchor(row.article, row.start, row.end)}">{escape(row.claim_id)}</a> ({row.kind}): '
        f"{escape(row.claim, quote=False)}"
        for row in missing.itertuples()
    )
    display(
        {"text/html": f"<ul>{''.join(lines)}</ul>", "text/plain": ", ".join(missing["claim_id"])}, raw=True
    )


def events(found: pd.DataFrame, *, empty: str) -> None:
    """Shows the events on record, each with a link to a page on it, its note, and what of it the article has.

    Args:
        found: From `helpers.findings.record_articles.events`.
        empty: The sentence to show if there are none.
    """
    if found.empty:
        say(empty)
        return
    page, plain = "", []
    for slug, own in found.head(CLAIMS_LISTED).groupby("article", sort=False):
        page += f"<p><b>{escape(slug)}</b></p><ul>"
        for row in own.itertuples():
            named = f" ({row.named})" if row.named else ""
            page += f"<li>{escape(row.when)}: {_link(row.source_url, row.label)}{escape(named)}. {escape(row.note, quote=False)}"
            plain.append(f"{row.event_id}{named}")
        page += "</ul>\n"
    display({"text/html": page, "text/plain": "\n".join(plain)}, raw=True)
