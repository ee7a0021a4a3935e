"""Relations between figures inside an article: does the text agree with itself?

Candidates are searched, and what they need to be reported differs. A relation that holds is evidence in
itself, as three free numbers
seldom agree by chance: figures of fitting kinds that stand near each other, or in title and lead, are enough,
the more so the larger the numbers. A relation that fails is reported only if no candidate holds and the words
leave no doubt of the tie ("378 people, 43 percent of the total", "the dead were 47 adults and eight
children", a list with its total): a false alarm costs more than a miss.

Kinds, and when they hold:

- parts_sum_to_total: the sum is the total.
- share_matches_counts: part / whole (or the change between two counts) is within `tolerance` percentage
points of the percentage.
- average_matches_ratio: numerator / denominator is within 5 percent of the average, or rounds to it.
- duration_matches_range: the range has that many days, both ends counted; months and years may be rounded.
- order_of_events: each date ends no later than the next begins.
- restated_figure: the figures are equal or, with qualifiers, compatible ("over 200" and "216").

The tables alone are read (`dates` and `quantities`, with the sentences they carry), neither the texts nor the
model.
"""

from collections import defaultdict

import pandas as pd

from helpers.checks.averages import find_averages
from helpers.checks.durations import find_dated, find_durations
from helpers.checks.figures import Found, date_of, figure_of, other_lengths, prison_terms, with_headline
from helpers.checks.multiples import find_multiples
from helpers.checks.orders import find_orders
from helpers.checks.repeats import find_repeats
from helpers.checks.rows import with_rows
from helpers.checks.sequences import find_sequences
from helpers.checks.shares import find_shares
from helpers.checks.spans import find_spans
from helpers.checks.sums import find_sums
from helpers.checks.table_sums import find_table_sums

__all__ = ["COLUMNS", "check"]

COLUMNS = ["article", "kind", "holds", "quotes", "starts", "about"]
# percentage points: a share rounded to a whole number is off by 0.5 at most, and counts may be rounded too
SHARE_TOLERANCE = 0.75
MOST_FIGURES = (
    400  # of an article, and dates: news has fewer, and what compares all with all must end soon on any text
)


def check(tables, *, tolerance: float | None = None) -> pd.DataFrame:
    """Finds and verifies the relations between the figures of each article.

    Args:
        tables: What `extract` returns; `dates` and `quantities` are used.
        tolerance: Percentage points by which a share may differ from its counts; None for 0.75. Averages have
            5 percent of their own.

    Returns:
        One row a relation, with the columns `article`, `kind`, `holds`, `quotes` (list of the figures as
        written), `starts` (list of their offsets into the article's text) and `about` (the arithmetic in one
        line), in the order of the articles and of their text.

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
    times = sorted((date_of(row) for row in dates if not row["vague"]), key=lambda one: one.start)[
        :MOST_FIGURES
    ]
    counted = sorted((figure_of(row) for row in quantities[:MOST_FIGURES]), key=lambda one: one.start)
    figures = with_rows(
        with_headline(sorted([*counted, *prison_terms(times, counted)], key=lambda one: one.start))
    )
    found = [
        *find_sums(figures),
        *find_table_sums(figures),
        *find_shares(figures, tolerance),
        *find_multiples(figures),
        *find_averages(sorted([*figures, *other_lengths(times, figures)], key=lambda one: one.start)),
        *find_durations(times),
        *find_spans(times),
        *find_orders(times),
        *find_sequences(times),
        *find_repeats(figures),
        *find_dated(times),
    ]
    unique: dict[tuple, Found] = {}
    for one in found:
        unique.setdefault((one.kind, frozenset(item.quote for item in one.items)), one)
    return sorted(unique.values(), key=lambda one: (min(item.start for item in one.items), one.kind))
