"""Relations between figures inside an article: does the text agree with itself?

A relation is looked for only where the text ties its figures together: parts in one table, list or sentence with their total; a
share beside its count ("543, or 84 percent"); an average beside what it averages; a duration beside the dates it runs between; events
that happen to the same person; the same thing counted twice. Where the tie is weaker (the parts may be a selection, groups may overlap), a
relation is reported if it holds and passed over if it does not: a false alarm costs more than a miss.

Kinds, and when they hold:

- parts_sum_to_total: the sum is the total.
- share_matches_counts: part / whole (or the change between two counts) is within `tolerance` percentage points of the percentage.
- average_matches_ratio: numerator / denominator is within 5 percent of the average, or rounds to it.
- duration_matches_range: the range has that many days, both ends counted; months and years may be rounded.
- order_of_events: each date ends no later than the next begins.
- restated_figure: the figures are equal or, with qualifiers, compatible ("over 200" and "216").

The tables alone are read (`dates` and `quantities`, with the sentences they carry), neither the texts nor the model.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from helpers.check_dates import find_dated, find_durations, find_orders
from helpers.check_figures import Figure, Found, content_of, date_of, figure_of, number_of, other_lengths, prison_terms, stem_of, stems_of
from helpers.check_shares import CHANGE, find_averages, find_shares
from helpers.check_sums import SMALL, find_sums

__all__ = ["COLUMNS", "check"]

COLUMNS = ["article", "kind", "holds", "quotes", "starts", "about"]
SHARE_TOLERANCE = 0.75  # percentage points: a share rounded to a whole number is off by 0.5 at most, and counts may be rounded too
MOST_FIGURES = 400  # of an article, and dates: news has fewer, and what compares all with all must end soon on any text


def check(tables, *, tolerance: float | None = None) -> pd.DataFrame:
    """Finds and verifies the relations between the figures of each article.

    Args:
        tables: What `extract` returns; `dates` and `quantities` are used.
        tolerance: Percentage points by which a share may differ from its counts; None for 0.75. Averages have 5 percent of their own.

    Returns:
        One row a relation, with the columns `article`, `kind`, `holds`, `quotes` (list of the figures as written), `starts` (list of their
        offsets into the article's text) and `about` (the arithmetic in one line), in the order of the articles and of their text.

    Raises:
        ValueError: if the tolerance is negative.
    """
    tolerance = SHARE_TOLERANCE if tolerance is None else float(tolerance)
    if tolerance < 0:
        raise ValueError(f"tolerance is {tolerance}; give percentage points, 0 or more")
    quantities = _by_article(tables.quantities)
    dates = _by_article(tables.dates)
    rows = []
    for article in dict.fromkeys([*quantities, *dates]):
        found = _check_article(quantities.get(article, []), dates.get(article, []), tolerance)
        rows += [
            {
                "article": article,
                "kind": one.kind,
                "holds": one.holds,
                "quotes": [item.quote for item in one.items],
                "starts": [item.start for item in one.items],
                "about": one.about,
            }
            for one in found
        ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in frame.to_dict("records"):
        rows[row["article"]].append(row)
    return rows


def _check_article(quantities: list[dict], dates: list[dict], tolerance: float) -> list[Found]:
    times = sorted((date_of(row) for row in dates if not row["vague"]), key=lambda one: one.start)[:MOST_FIGURES]
    counted = sorted((figure_of(row) for row in quantities[:MOST_FIGURES]), key=lambda one: one.start)
    figures = sorted([*counted, *prison_terms(times, counted)], key=lambda one: one.start)
    found = [
        *find_sums(figures),
        *find_shares(figures, tolerance),
        *find_averages(sorted([*figures, *other_lengths(times, figures)], key=lambda one: one.start)),
        *find_durations(times),
        *find_orders(times),
        *_restated(figures),
        *find_dated(times),
    ]
    unique: dict[tuple, Found] = {}
    for one in found:
        unique.setdefault((one.kind, frozenset(item.quote for item in one.items)), one)
    return sorted(unique.values(), key=lambda one: (min(item.start for item in one.items), one.kind))


def _restated(figures: list[Figure]) -> Iterator[Found]:
    usable = [figure for figure in figures if figure.unit not in ("ratio",) and not figure.per]
    first = _lead(figures)
    equal = defaultdict(list)
    for figure in usable:
        equal[(figure.unit, figure.low, figure.high)].append(figure)
    clusters: list[list[Figure]] = []
    for same in equal.values():
        mine: list[list[Figure]] = []
        for figure in same:
            home = next(
                (
                    cluster
                    for cluster in mine
                    if any(_restates(figure, other, first) for other in cluster) and not any(_apart(figure, other) for other in cluster)
                ),
                None,
            )
            if home:
                home.append(figure)
            else:
                mine.append([figure])
        clusters += mine
    for cluster in clusters:
        if len(cluster) > 1:
            about = f"{number_of(cluster[0].value)}{' %' if cluster[0].unit == 'percent' else ''} each of the {len(cluster)} times"
            yield Found("restated_figure", True, tuple(cluster), about)
    yield from _bounded(clusters, first)
    yield from _contradicted(clusters, first)


def _lead(figures: list[Figure]) -> int:
    """End of the lead: of the first sentence outside titles and headings that holds a figure."""
    return next((figure.sentence_start + len(figure.sentence) for figure in figures if figure.block == "paragraph"), 0)


def _apart(a: Figure, b: Figure) -> bool:
    """Figures of one sentence or one table or list stand for different things."""
    return a.sentence_start == b.sentence_start or (a.group >= 0 and a.group == b.group)


def _prominent(figure: Figure, lead: int) -> bool:
    return figure.block == "title" or figure.end <= lead


def _definite(figure: Figure) -> bool:
    return bool(re.search(r"\b(?:the|all|those|these|of)\s(?:the\s)?$", figure.before, re.IGNORECASE))


def _context(figure: Figure) -> frozenset[str]:
    near = figure.after[:60] if figure.block != "table row" else ""
    return figure.words | content_of(near) | content_of(figure.before[-60:] if figure.block != "table row" else "")


def _restates(a: Figure, b: Figure, lead: int) -> bool:
    if _apart(a, b):
        return False
    prominent = _prominent(a, lead) or _prominent(b, lead)
    if a.unit == "percent":
        table = a.block == "table row" or b.block == "table row"
        heads = {stem_of(a.kind), stem_of(b.kind)}
        shared = (
            len(_context(a) & _context(b)) >= (1 if table else 2)
            or (len(heads) == 1 and "" not in heads)
            or bool(
                ({a.kind} & stems_of(b.before[-60:] + b.after[:60]) | {b.kind} & stems_of(a.before[-60:] + a.after[:60])) - {"", "person"}
            )
        )
        return shared or bool(CHANGE.search(a.before[-12:] + a.after[:12]) and CHANGE.search(b.before[-12:] + b.after[:12]))
    if a.unit.startswith("time"):
        return a.value >= SMALL or prominent
    alike = (
        a.kind == b.kind
        and bool(a.kind)
        or (a.kind in ("", "total") or b.kind in ("", "total"))
        and (_significant(a.value) >= 3 or _definite(a) or _definite(b) or (_prominent(a, lead) and _prominent(b, lead)))
        or bool(a.words & b.words)
    )
    if not alike:
        return False
    if a.value < SMALL:
        return (
            a.unit == "count"
            and a.kind == b.kind
            and (_definite(b) or _definite(a) or ("title" in (a.block, b.block) and _prominent(a, lead) and _prominent(b, lead)))
            and bool(a.actions & b.actions or a.words & b.words)
            or (a.unit != "count" and prominent)
        )
    if a.value < 100:
        return prominent or _definite(a) or _definite(b)
    return True


def _significant(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _bounded(clusters: list[list[Figure]], lead: int) -> Iterator[Found]:
    """As in "over 200" and "216": a figure with one bound beside an exact one that keeps within it."""
    exact = [cluster for cluster in clusters if cluster[0].exact]
    for cluster in clusters:
        figure = cluster[0]
        if figure.exact and not figure.approx:
            continue
        for others in exact:
            other = next((one for one in others if not _apart(one, figure)), None)
            if other is None or other.unit != figure.unit or other is figure or (other.approx and figure.exact):
                continue
            size = figure.low if figure.low is not None else figure.high
            ratio = other.value / size if size else 0
            inside = (
                1 <= ratio <= 1.1
                if figure.high is None
                else 0.9 <= ratio <= 1
                if figure.low is None
                else 0.95 <= ratio <= 1.05 and ratio != 1
            )
            if figure.unit == "percent":
                tied = bool(_context(figure) & _context(other)) and abs(other.value - size) <= 3
            else:
                tied = (
                    figure.kind == other.kind
                    and bool(figure.kind)
                    and size >= SMALL
                    and bool(figure.actions & other.actions or figure.words & other.words)
                )
            if inside and tied:
                yield Found(
                    "restated_figure",
                    True,
                    (figure, other) if figure.start < other.start else (other, figure),
                    f"{other.quote} agrees with {figure.quote}",
                )


def _near(a: float, b: float) -> bool:
    """Whether one number looks like a slip for the other: close to it, or made of the same digits."""
    return abs(a - b) <= 0.15 * max(a, b) or sorted(f"{a:g}") == sorted(f"{b:g}")


def _contradicted(clusters: list[list[Figure]], lead: int) -> Iterator[Found]:
    """A title and a lead that count the same thing differently; "of the 646" where the text counted 664."""
    alone = [cluster[0] for cluster in clusters if len(cluster) == 1 and cluster[0].exact and not cluster[0].approx]
    everything = [figure for cluster in clusters for figure in cluster]
    for a, b in combinations(sorted(alone, key=lambda figure: figure.start), 2):
        if (
            a.unit != b.unit
            or a.unit in ("percent", "percentage points")
            or a.kind != b.kind
            or not a.kind
            or _apart(a, b)
            or a.value < SMALL
        ):
            continue
        if not (a.actions & b.actions) or not (_near(a.value, b.value)):
            continue
        title = (
            a.block == "title"
            and b.end <= lead
            and sum(
                figure.unit == b.unit and figure.kind in (b.kind, "") and figure.end <= lead and figure.block == "paragraph"
                for figure in everything
            )
            == 1
        )
        definite = (
            bool(re.search(r"\b(?:of the|all|all of the|the same)\s$", b.before, re.IGNORECASE))
            and _prominent(a, lead)
            and b.block != "title"
        )
        if title or definite:
            yield Found("restated_figure", False, (a, b), f"{a.quote} and then {b.quote} {b.what}".strip())
