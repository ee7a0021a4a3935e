"""The figures and lists of notebook 4: claims by verdict, claimed days over reported ones, ratios of numbers, and where pages have it from.

A verdict looks the same everywhere: a shape first, a colour second. Links lead to pages of others; they are escaped, and only http(s).
"""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from math import ceil
from pathlib import Path

import matplotlib.dates as calendar_dates
import pandas as pd
from IPython.display import display
from matplotlib.lines import Line2D

from helpers.corpus import Article
from helpers.findings.words import amount, range_in_words
from helpers.record import VERDICTS, is_web_address
from helpers.show.figures import COLOURS, INK, PAPER, QUIET, figure, new_axes, shortened
from helpers.show.page import anchor, say

__all__ = ["LOOKS", "calendar", "claims", "events", "marked", "nowhere", "origins", "ratios", "verdicts"]

WIDTH = 11.0                # inches; JupyterLab, a page in landscape and GitHub all show it whole
LABEL_SIZE = 8.5
LANE = 0.27                 # inches of height for a line of marks with labels
LETTER = 0.072              # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
ROWS_DRAWN = 20             # articles in one figure; more and no label can be read
CLAIMS_DRAWN = 24           # claims in one figure
MARKS_IN_ROW = 60           # more marks than this are drawn one for several claims
PANELS_DRAWN = 6            # articles on the calendar: each has a scale of its own and takes up an inch or two
NEAR = 400                  # days; events further from what the article dates would press the rest of its panel together
CLAIMS_LISTED = 200         # a longer list would make the notebook too large to open; all are in the file that the notebook writes
LONGEST_LABEL, LONGEST_SLUG = 52, 30

# marker and face for figures, sign for text, background (light enough for dark letters) for words marked in an article
LOOKS = {"corroborated": ("o", COLOURS["green"], COLOURS["green"], "●", "#BDE5D8"),
         "differs": ("D", COLOURS["orange"], COLOURS["orange"], "◆", "#F8E3B4"),
         "contradicted": ("X", COLOURS["vermillion"], COLOURS["vermillion"], "✖", "#F6CDB4"),
         "not found": ("o", PAPER, COLOURS["blue"], "○", "#CFE3F1"),
         "not checkable": ("s", PAPER, QUIET, "□", "#E6E6E6")}
STANCE_LOOKS = {"supports": LOOKS["corroborated"], "differs": LOOKS["differs"], "contradicts": LOOKS["contradicted"]}


# ---- claims by verdict --------------------------------------------------------------------------------------------------------

def verdicts(counts: pd.DataFrame, name: str, output_dir: Path | None = None) -> None:
    """Draws one mark a claim, row by row, ordered by verdict.

    Args:
        counts: From `helpers.findings.record.verdict_counts`.
        name: Name of the file, without ending.
        output_dir: Folder for the picture, or None.
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
            axes.plot([x + mark for mark in range(marks)], [y] * marks, linestyle="", marker=marker, markersize=9.5, color=face,
                      markeredgecolor=edge, markeredgewidth=1.5)
            x += marks + (0.5 if marks else 0)
        total = int(row.sum())
        share = f"{row['corroborated']} of {total} corroborated" if total else "no claim"
        axes.text(x - 0.1, y, share, va="center", fontsize=LABEL_SIZE + 0.5, color=INK if total else QUIET)
        widest = max(widest, x)
    axes.set_yticks(range(len(shown)), [shortened(label, LONGEST_SLUG) for label in shown.index], parse_math=False)
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(-0.8, max(widest * 1.3, widest + 6))
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    total = counts.sum()
    marks = "one mark is one claim" if each == 1 else f"one mark is up to {each} claims"
    left_out = f"; the first {ROWS_DRAWN} of {len(counts)} rows" if len(counts) > ROWS_DRAWN else ""
    axes.set_xlabel(f"{marks} (n = {int(total.sum())}){left_out}", loc="left", color=QUIET, fontsize=9)
    handles = [_handle(LOOKS[verdict], f"{verdict} {total[verdict]}") for verdict in VERDICTS]
    drawn.legend(handles=handles, loc="outside upper left", ncols=len(handles), frameon=False, fontsize=9.5, handletextpad=0.3)
    rows = "; ".join(f"{label}: {row['corroborated']} of {int(row.sum())} corroborated" for label, row in shown.iterrows())
    figure(drawn, f"Claims by {counts.index.name} and verdict, one mark a claim. In all: "
                  f"{', '.join(f'{verdict} {total[verdict]}' for verdict in VERDICTS)}. {rows}.", name, output_dir)


def _handle(look: tuple, label: str) -> Line2D:
    marker, face, edge, *_ = look
    return Line2D([], [], linestyle="", marker=marker, markersize=9, color=face, markeredgecolor=edge, markeredgewidth=1.5, label=label)


# ---- claimed days over reported ones ----------------------------------------------------------------------------------------------

@dataclass
class _Mark:
    """Something on a panel: what the article dates (side 1), or an event on record (side -1)."""
    first: date
    last: date
    label: str
    side: int
    lane: int = 0
    label_left: bool = False

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def calendar(joined: pd.DataFrame, compared: pd.DataFrame, happened: pd.DataFrame, corpus: Sequence[Article],
             output_dir: Path | None = None) -> None:
    """Draws, for each article that claims a day, these days above the events on record, and joins what belongs together but differs.

    Args:
        joined, compared: From `helpers.claims`.
        happened: `Record.events`; the spans of statistics are left out.
        corpus: The articles.
        output_dir: Folder for the picture, or None.
    """
    claiming = set(joined.loc[joined["begin"] != "", "article"])
    panels = [_panel(article, joined, happened) for article in corpus if article.slug in claiming]
    if not panels:
        say("There is nothing to draw: no day was read out of a claim.")
        return
    shown = panels[:PANELS_DRAWN]
    prepared = [(article, marks, far, *_placed(marks)) for marks, far, article in shown]
    heights = [0.75 + LANE * (above + below) for *_, above, below in prepared]
    drawn, grid = new_axes(WIDTH, sum(heights) + 0.5, len(shown), 1, height_ratios=heights)
    for axes, (article, marks, far, left, right, above, below) in zip(grid.flat if len(shown) > 1 else [grid], prepared, strict=True):
        _draw_panel(axes, marks, left, right, above, below)
        _join(axes, marks, compared[(compared["article"] == article.slug) & (compared["stance"] != "supports")])
        _head(axes, article.slug, marks, far)
    handles = [Line2D([], [], linestyle="", marker="o", markersize=8, color=COLOURS["blue"], label="the article says (bar: a span)"),
               Line2D([], [], linestyle="", marker="s", markersize=7, color=PAPER, markeredgecolor=INK, markeredgewidth=1.4,
                      label="on record (bar: a span)"),
               Line2D([], [], linestyle="", marker="d", markersize=8, color=PAPER, markeredgecolor=COLOURS["purple"], markeredgewidth=1.6,
                      label="article published"),
               Line2D([], [], color=COLOURS["vermillion"], linewidth=1.6, label="a page contradicts"),
               Line2D([], [], color=COLOURS["orange"], linewidth=1.6, linestyle="--", label="a page differs")]
    drawn.legend(handles=handles, loc="outside upper left", ncols=len(handles), frameon=False, fontsize=9, handletextpad=0.5)
    claimed = joined[joined["begin"] != ""]
    left_out = f" {len(panels) - len(shown)} more articles are not drawn." if len(panels) > len(shown) else ""
    near = sum(mark.side < 0 for _, marks, *_ in prepared for mark in marks)
    figure(drawn, f"For each of {amount(len(shown), 'article')}, on a scale of its own: above the line the days it claims ({len(claimed)} "
                  f"in all), below it the events on record near them ({near} in all); slanted lines join claimed days with "
                  f"others that a page has for them.{left_out}", "claimed_and_reported_days", output_dir)


def _panel(article: Article, joined: pd.DataFrame, happened: pd.DataFrame) -> tuple[list[_Mark], int, Article]:
    """The marks of an article, the number of events too far away to be drawn, and the article."""
    own = joined[(joined["article"] == article.slug) & (joined["begin"] != "")].drop_duplicates(["begin", "finish", "read"])
    marks = [_mark(row.begin, row.finish, f"“{shortened(row.read, LONGEST_LABEL)}”", 1) for row in own.itertuples()]
    happened = happened[(happened["article"] == article.slug) & ~happened["period"]]
    on_record = [_mark(row.begin, row.end, f"{_day(row.begin, row.end)}  {shortened(row.label, LONGEST_LABEL)}", -1)
                 for row in happened.itertuples()]
    near = [mark for mark in on_record if any(_apart(mark, claimed) <= NEAR for claimed in marks)]
    if article.published_range:
        marks.append(_Mark(*article.published_range, "published", 1))
    return [*marks, *near], len(on_record) - len(near), article


def _mark(begin: str, end: str, label: str, side: int) -> _Mark:
    return _Mark(date.fromisoformat(begin), date.fromisoformat(end), label, side)


def _apart(one: _Mark, other: _Mark) -> int:
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _day(begin: str, end: str) -> str:
    """The days of an event in words, without the year, which stands on the axis, if the rest still says when."""
    words = range_in_words(begin, end)
    return words.removesuffix(f" {end[:4]}") if begin[:4] == end[:4] else words


def _placed(marks: list[_Mark]) -> tuple[date, date, int, int]:
    """Gives every mark a lane on its side; returns the window and the number of lanes above and below."""
    left, right = min(mark.first for mark in marks), max(mark.last for mark in marks)
    margin = timedelta(days=max(4, (right - left).days * 0.04))
    left, right = left - margin, right + margin
    days_per_inch = max((right - left).days, 1) / (WIDTH - 0.7)
    lanes: dict[int, list[list[tuple[float, float]]]] = {1: [], -1: []}
    for mark in sorted(marks, key=lambda mark: (mark.label == "published", mark.first, mark.last)):
        label = (len(mark.label) * LETTER + 0.3) * days_per_inch
        mark.label_left = mark.last.toordinal() + label > right.toordinal()
        taken = (mark.first.toordinal() - label * mark.label_left, mark.last.toordinal() + label * (not mark.label_left))
        own = lanes[mark.side]
        mark.lane = next((n for n, lane in enumerate(own) if all(taken[1] < a or taken[0] > b for a, b in lane)), len(own))
        if mark.lane == len(own):
            own.append([])
        own[mark.lane].append(taken)
    return left, right, max(len(lanes[1]), 1), max(len(lanes[-1]), 1)


def _height(mark: _Mark) -> float:
    return mark.side * (mark.lane + 0.6)


def _head(axes, slug: str, marks: list[_Mark], far: int) -> None:
    notes = [] if any(mark.side < 0 for mark in marks) else ["no event on record is near"]
    if far:
        notes.append(f"{amount(far, 'event')} further away not drawn")
    axes.set_title(shortened(slug, LONGEST_LABEL), loc="left", fontsize=10, weight="bold", parse_math=False)
    axes.set_title("; ".join(notes), loc="right", fontsize=LABEL_SIZE, style="italic", color=QUIET)


def _draw_panel(axes, marks: list[_Mark], left: date, right: date, above: int, below: int) -> None:
    for mark in marks:
        colour = COLOURS["purple"] if mark.label == "published" else COLOURS["blue"] if mark.side > 0 else INK
        y = _height(mark)
        shape = "d" if mark.label == "published" else "o" if mark.side > 0 else "s"
        if mark.last > mark.first and mark.label != "published":
            axes.plot([mark.first, mark.last], [y, y], color=colour, linewidth=6 if mark.side > 0 else 3.5, solid_capstyle="butt", zorder=3)
        else:
            axes.plot([mark.first, mark.last], [y, y], color=colour, linewidth=1.2, zorder=3)
            axes.plot([mark.middle], [y], linestyle="", marker=shape, markersize=8 if mark.side > 0 else 6.5, zorder=4,
                      color=colour if shape == "o" else PAPER, markeredgecolor=colour, markeredgewidth=1.4)
        raised = mark.side > 0 and mark.label != "published"       # so that the line to the record does not run through the words
        at = mark.first if mark.label_left is not raised else mark.last
        offset = (5, 6) if raised else (-8, 0)
        axes.annotate(mark.label, (at, y), xytext=(offset[0] if mark.label_left else -offset[0], offset[1]), textcoords="offset points",
                      ha="right" if mark.label_left else "left", va="bottom" if raised else "center", fontsize=LABEL_SIZE, color=colour,
                      zorder=6, parse_math=False, bbox=None if raised else {"facecolor": PAPER, "edgecolor": "none", "pad": 0.6})
    axes.axhline(0, color=QUIET, linewidth=1, zorder=1)
    axes.set_ylim(-below - 0.15, above + 0.4)          # the words of the topmost claim stand above it
    axes.set_xlim(left, right)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_axisbelow(True)
    locator = calendar_dates.AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(calendar_dates.ConciseDateFormatter(locator, show_offset=False))
    axes.tick_params(axis="x", labelsize=8.5)


def _join(axes, marks: list[_Mark], compared: pd.DataFrame) -> None:
    at = {(mark.side, mark.first.isoformat(), mark.last.isoformat()): mark for mark in reversed(marks) if mark.label != "published"}
    other = compared[compared["days"].notna() & (compared["days"] != 0)]
    for row in other.drop_duplicates(["claimed_begin", "claimed_finish", "reported_begin", "reported_finish"]).itertuples():
        claimed, reported = at.get((1, row.claimed_begin, row.claimed_finish)), at.get((-1, row.reported_begin, row.reported_finish))
        if claimed and reported:
            contradicts = row.stance == "contradicts"
            axes.plot([claimed.middle, reported.middle], [_height(claimed), _height(reported)], linewidth=1.6, zorder=2,
                      color=COLOURS["vermillion" if contradicts else "orange"], linestyle="-" if contradicts else "--")


# ---- claimed over reported numbers ------------------------------------------------------------------------------------------------

def ratios(found: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws claimed over reported numbers on a logarithmic axis around 1, a row a claim, with the bounds of the claim as arrows.

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
        say(f"There is nothing to draw: {amount(equal, 'claim')} and every page on {'it' if equal == 1 else 'them'} have the same number.")
        return
    order = list(dict.fromkeys(unequal["claim_id"]))
    shown = order[:CLAIMS_DRAWN]
    drawn, axes = new_axes(WIDTH * 0.92, 1.3 + 0.31 * len(shown))
    span = max(1.25, found["ratio"].max() * 1.12, 1.12 / found["ratio"].min())
    axes.axvline(1, color=INK, linewidth=1.2, zorder=1)
    for y, claim in enumerate(shown):
        own = found[found["claim_id"] == claim]
        axes.axhline(y, color="#EDEDED", linewidth=0.8, zorder=0)
        for (ratio, stance), same in own.groupby(["ratio", "stance"], sort=False):
            marker, face, edge, *_ = STANCE_LOOKS[stance]
            bound = same["bound"].iloc[0]
            if bound:
                axes.annotate("", xytext=(ratio, y), xy=(ratio * span ** (0.16 if bound == "at least" else -0.16), y), zorder=2,
                              arrowprops={"arrowstyle": "->", "color": edge, "linewidth": 1.4})
            axes.plot([ratio], [y], linestyle="", marker=marker, markersize=8.5, color=face, markeredgecolor=PAPER, markeredgewidth=0.8,
                      zorder=4)
        axes.text(1.01, y, _both_figures(own), fontsize=LABEL_SIZE, va="center", color=QUIET, transform=axes.get_yaxis_transform(),
                  parse_math=False)
    first = unequal.drop_duplicates("claim_id").head(CLAIMS_DRAWN)
    labels = [shortened(f"“{row.read}”, {row.claim_id}", LONGEST_LABEL) for row in first.itertuples()]
    axes.set_yticks(range(len(shown)), labels, parse_math=False, fontsize=9)
    axes.set_ylim(len(shown) - 0.4, -0.9)
    axes.set_xscale("log")
    axes.set_xlim(1 / span, span)
    steps = (1.1, 1.2) if span < 1.4 else (1.25, 1.5, 2, 3) if span < 5 else (2, 5, 10) if span < 20 else (10, 100, 1000)
    ticks = sorted([1, *(step for step in steps if step < span), *(1 / step for step in steps if step < span)])
    axes.set_xticks(ticks, [f"{tick:.2g}×" if tick != 1 else "the same" for tick in ticks])
    axes.set_xticks([], minor=True)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(1.01, -0.75, "claimed / reported", fontsize=LABEL_SIZE, color=QUIET, transform=axes.get_yaxis_transform(), weight="bold")
    left_out = f"; the {len(shown)} furthest apart of {len(order)}" if len(order) > len(shown) else ""
    axes.set_xlabel(f"claimed number / reported number, logarithmic scale (n = {len(unequal)} reports on {len(order)} claims{left_out})\n"
                    f"arrow: only a bound; not drawn: {amount(equal, 'claim')} with the same number on every page", fontsize=9, color=QUIET)
    handles = [_handle(STANCE_LOOKS[stance], f"the page {stance}") for stance in STANCE_LOOKS if (unequal["stance"] == stance).any()]
    drawn.legend(handles=handles, loc="outside upper left", ncols=3, frameon=False, fontsize=9.5, handletextpad=0.3)
    first = found.iloc[0]
    figure(drawn, f"Claimed over reported numbers for {amount(len(order), 'claim')}, the furthest apart on top: “{first['read']}” in "
                  f"{first['article']} is {first['ratio']:.2f} times the {first['reported']:,.10g} that a page has. "
                  f"{equal} more share every number with their pages.", "claimed_over_reported", output_dir)


def _both_figures(own: pd.DataFrame) -> str:
    values = list(dict.fromkeys(_figure(value) for value in own["reported"]))
    more = f" and {len(values) - 2} more" if len(values) > 2 else ""
    return f"{own['bound'].iloc[0]} {_figure(own['claimed'].iloc[0])} / {'; '.join(values[:2])}{more}".strip()


def _figure(value: float) -> str:
    return f"{value / 1e6:,.3g} million" if value >= 1e6 else f"{value:,.10g}"


# ---- origins of the pages ----------------------------------------------------------------------------------------------------------

def origins(found: pd.DataFrame, output_dir: Path | None = None) -> None:
    """Draws every page as a square, grouped by the origin of what it says.

    Args:
        found: From `helpers.findings.record.origins`.
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
            colour = COLOURS["blue"] if rank == 0 and row.pages > 1 else "#7A7A7A" if row.pages > 1 else "#B5B5B5"
            marks, filled = ceil(row.pages / each), round(row.own / each)
            axes.plot([x + mark for mark in range(marks)], [y] * marks, linestyle="", marker="s", markersize=10, color=PAPER,
                      markeredgecolor=colour, markeredgewidth=1.6)
            axes.plot([x + mark for mark in range(filled)], [y] * filled, linestyle="", marker="s", markersize=10, color=colour,
                      markeredgecolor=colour, markeredgewidth=1.6)
            if rank == 0:
                words = f"{shortened(row.origin, LONGEST_LABEL)}: {row.pages} of {row.of_pages} {'page' if row.of_pages == 1 else 'pages'}"
                axes.text(x - 0.4, y - 0.42, words, fontsize=LABEL_SIZE + 0.5, color=COLOURS["blue"] if row.pages > 1 else QUIET,
                          va="center", parse_math=False)
            x += marks + 0.45
        axes.text(x, y, amount(len(own), "origin"), va="center", fontsize=LABEL_SIZE + 0.5, color=QUIET)
        widest = max(widest, x)
    axes.set_yticks(range(len(articles)), [shortened(slug, LONGEST_SLUG) for slug in articles], parse_math=False)
    axes.set_ylim(len(articles) - 0.4, -0.75)
    axes.set_xlim(-0.9, max(widest + 5, 36))         # squares touch however few they are
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    marks = "one square is one page" if each == 1 else f"one square is up to {each} pages"
    axes.set_xlabel(f"{marks}; squares side by side have it from the same origin; filled: the publisher's own page, hollow: a copy",
                    loc="left", color=QUIET, fontsize=9)
    first = found.drop_duplicates("article")
    words = "; ".join(f"{row.article}: {row.pages} of {row.of_pages} from {row.origin}" for row in first.head(ROWS_DRAWN).itertuples())
    figure(drawn, f"Pages by article, grouped by whom they have it from. The largest group: {words}.", "origins", output_dir)


# ---- lists and links --------------------------------------------------------------------------------------------------------------

def _link(url: str, words: str) -> str:
    if not is_web_address(url):
        return escape(words)
    return f'<a href="{escape(url)}">{escape(words, quote=False)}</a>'


def marked(joined: pd.DataFrame) -> pd.DataFrame:
    """The claims with the `label` (the sign of the verdict) and `colour` that `helpers.show.read_in_place` wants."""
    looks = [LOOKS[verdict] for verdict in joined["verdict"]]
    return joined.assign(label=[look[3] for look in looks], colour=[look[4] for look in looks])


def claims(joined: pd.DataFrame, reports: pd.DataFrame, *, empty: str) -> None:
    """Shows every claim with its quote, place, verdict, reason and pages, each article folded away under its slug.

    A quote is a link to its place in the article as `helpers.show.read_in_place` shows it.

    Args:
        joined: The claims.
        reports: The reports on them.
        empty: The sentence to show if there are none.
    """
    if joined.empty:
        say(empty)
        return
    by_claim = dict(tuple(reports.groupby("claim_id", sort=False)))
    shown = joined.head(CLAIMS_LISTED)
    page, plain = "", []
    for slug, own in shown.groupby("article", sort=False):
        items = "\n".join(_claim(row, by_claim.get(row.claim_id)) for row in own.itertuples())
        page += f"<details><summary>{escape(slug)}: {amount(len(own), 'claim')}</summary>\n{items}</details>\n"
        plain += [f"{slug}: " + ", ".join(f"{row.claim_id.removeprefix(f'{slug}-')} {row.verdict}" for row in own.itertuples())]
    if len(joined) > len(shown):
        note = f"{len(joined) - len(shown)} more claims are in the file that this notebook writes."
        page, plain = f"{page}<p>{note}</p>", [*plain, note]
    display({"text/html": page, "text/plain": "\n".join(plain)}, raw=True)


def _claim(row, reports: pd.DataFrame | None) -> str:
    sign, background = LOOKS[row.verdict][3:]
    place = anchor(row.article, row.start, row.end)
    return (f'<p id="row-{place}"><b>{escape(row.claim_id)}</b> <mark style="background:{background}">{sign} {row.verdict}</mark> '
            f'{escape(row.claim, quote=False)}<br>“<a href="#text-{place}">{escape(row.quote, quote=False)}</a>”<br>'
            f"<i>{escape(row.reason, quote=False)}</i></p><ul>{_pages(reports)}</ul>")


def _pages(reports: pd.DataFrame | None) -> str:
    """What the pages have in place of the claim, each once with all the pages that have it."""
    if reports is None:
        return "<li>no page"
    what = reports["reported_value"].where(reports["reported_value"] != "", reports["reports"])
    return "".join(f"<li>{stance}, {escape(value, quote=False)}: " + "; ".join(_page(row) for row in same.itertuples())
                   for (stance, value), same in reports.groupby([reports["stance"], what], sort=False))


def _page(report) -> str:
    return f"{_link(report.url, report.publisher)} ({'' if report.original == 'yes' else 'copy, '}{escape(report.published or 'undated')})"


def nowhere(joined: pd.DataFrame, *, empty: str) -> None:
    """Shows the claims that no page supports or contradicts, each with a link to its place in the text and the reason of the verdict.

    Args:
        joined: The claims, of any verdict.
        empty: The sentence to show if there are none.
    """
    missing = joined[joined["verdict"] == "not found"].head(CLAIMS_LISTED)
    if missing.empty:
        say(empty)
        return
    lines = (f'<li><a href="#text-{anchor(row.article, row.start, row.end)}">{escape(row.claim_id)}</a> ({row.kind}): '
             f"{escape(row.claim, quote=False)} <i>{escape(row.reason, quote=False)}</i>" for row in missing.itertuples())
    display({"text/html": f"<ul>{''.join(lines)}</ul>", "text/plain": ", ".join(missing["claim_id"])}, raw=True)


def events(found: pd.DataFrame, *, empty: str) -> None:
    """Shows the events on record, each with a link to a page on it, its note, and what of it the article names.

    Args:
        found: From `helpers.findings.record.left_out`.
        empty: The sentence to show if there are none.
    """
    if found.empty:
        say(empty)
        return
    page, plain = "", []
    for slug, own in found.head(CLAIMS_LISTED).groupby("article", sort=False):
        page += f"<p><b>{escape(slug)}</b></p><ul>"
        for row in own.itertuples():
            page += f"<li>{escape(row.when)}: {_link(row.source_url, row.label)} ({escape(row.named)}). {escape(row.note, quote=False)}"
            plain.append(f"{row.event_id}: {row.label} ({row.named})")
        page += "</ul>\n"
    display({"text/html": page, "text/plain": "\n".join(plain)}, raw=True)
