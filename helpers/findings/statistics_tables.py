"""The derived tables of notebook 3: figures by unit, checks by unit, marks of the figures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from helpers.findings.arithmetic import repeated
from helpers.findings.quoting import quoted
from helpers.findings.words import figure_in_words, number
from helpers.texts import Article, Corpus, fold_spaces, sentence_around

__all__ = [
    "checks_of_units",
    "in_sentences",
    "labelled",
    "marks",
    "of_relations",
    "quantities_of_units",
    "units_in_order",
]

NAMES_SHOWN = 2  # of one thing counted, beside its mark
_KNOWN = frozenset(
    ["the", "these", "those", "this", "that", "its", "his", "her", "their", "them"]
)  # "five of those held"


def units_in_order(quantities: pd.DataFrame) -> list[str]:
    """The units that occur: count, percent and ratio first, then the others, the most frequent first."""
    counts = quantities["unit"].value_counts()
    first = [unit for unit in ("count", "percent", "ratio") if unit in counts]
    return first + sorted(set(counts.index) - set(first), key=lambda unit: (-counts[unit], unit))


def quantities_of_units(quantities: pd.DataFrame, units: Sequence[str]) -> pd.DataFrame:
    """The quantities that have one of these units; all of them if no unit is given."""
    return quantities[quantities["unit"].isin(units)] if units else quantities


def checks_of_units(checks: pd.DataFrame, quantities: pd.DataFrame, units: Sequence[str]) -> pd.DataFrame:
    """The checks in which a quantity of one of these units takes part; all of them, also those of dates, if
    no unit is given."""
    if not units:
        return checks
    places = {(row.article, row.start) for row in quantities_of_units(quantities, units).itertuples()}
    return checks[
        [any((check.article, start) in places for start in check.starts) for check in checks.itertuples()]
    ]


def in_sentences(rows: pd.DataFrame, corpus: Iterable[Article]) -> pd.DataFrame:
    """Rows of evidence with the sentence each begins in: its text and its place. The number of a list item
    stands before every sentence; it is given with its line.

    Args:
        rows: With article and start.
        corpus: The articles.

    Returns:
        The rows with sentence and sentence_start.
    """
    slugs = set(rows["article"])
    # copies: their blocks are found for this alone, and of an archive nobody needs to keep them
    wanted = {article.slug: replace(article) for article in corpus if article.slug in slugs}
    found = [_sentence(wanted[row.article], row.start) for row in rows.itertuples()]
    return rows.assign(sentence=[text for text, _ in found], sentence_start=[start for _, start in found])


def _sentence(article: Article, start: int) -> tuple[str, int]:
    """The sentence that holds a place, or else its line, and where it begins."""
    span = sentence_around(article, start)
    return (fold_spaces(article.text[slice(*span)]), span[0]) if span else _line(article.text, start)


def _line(text: str, start: int) -> tuple[str, int]:
    """The line of a text that holds a place, without the spaces around it, and where it begins."""
    first = text.rfind("\n", 0, start) + 1
    line = text[first:].partition("\n")[0]
    return line.strip(), first + len(line) - len(line.lstrip())


def marks(quantities: pd.DataFrame, checks: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """What is drawn: a mark for each thing counted. A figure given again has one mark; another thing of which there are as
    many has its own.

    Args:
        quantities: Rows of the table `quantities`.
        checks: From `helpers.check`, which says what is given again.
        corpus: The articles.

    Returns:
        article, unit, value, low, high, approx, times, label (the longest quote and what it counts, under two names at
        most), start, end and sentence of the first of them, and `others`, the same three of the rest.
    """
    agree = checks[checks["holds"].astype(bool)]
    places = repeated(agree)
    again = {
        (agree.at[row, "article"], start): figure
        for row, figure in places.items()
        for start in agree.at[row, "starts"]
    }
    rows = []
    keys = ["article", "unit", "value", "low", "high", "approx"]
    groups: dict[tuple, list] = {}
    columns = [*keys, "what", "quote", "start", "end", "sentence"]
    for row in quantities[columns].itertuples(index=False):
        place = (row.article, row.start)
        key = tuple(None if value != value else value for value in row[: len(keys)])
        groups.setdefault((*key, again.get(place, place)), []).append(row)
    for same in groups.values():
        first, others = same[0], tuple((row.start, row.end, row.sentence) for row in same[1:])
        label = _label(same, corpus[first.article].text)
        rows.append((*first[: len(keys)], len(same), label, first.start, first.end, first.sentence, others))
    return pd.DataFrame(rows, columns=[*keys, "times", "label", "start", "end", "sentence", "others"])


def _label(same: Sequence, text: str) -> str:
    """The words beside a mark: the longest quote of its figures and what they count."""
    counted = {what.casefold(): what for what in (" ".join(row.what.split()) for row in same) if what}
    words = " / ".join(quoted(what, text) for what in [*counted.values()][:NAMES_SHOWN])
    words += f" and {number(len(counted) - NAMES_SHOWN)} more" if len(counted) > NAMES_SHOWN else ""
    quote = " ".join(max((row.quote for row in same), key=len).split())
    if not words or same[0].unit != "count":
        return f"{quote}: {words}" if words else quote
    whole = next(iter(counted)).partition(" ")[0] in _KNOWN
    return f"{quote} of {words}" if whole else f"{quote} {words}"


def labelled(quantities: pd.DataFrame) -> pd.DataFrame:
    """The rows with a `label` (bounds and unit) and a `kind`: a count, a percentage, or another unit."""
    kinds = {"count": "count", "percent": "percentage"}
    return quantities.assign(
        label=[_bounds(row) for row in quantities.itertuples()],
        kind=[kinds.get(unit, "other unit") for unit in quantities["unit"]],
    )


def of_relations(
    relations: pd.DataFrame, quantities: pd.DataFrame, dates: pd.DataFrame, corpus: Corpus
) -> pd.DataFrame:
    """What relations hold against each other besides the figures of a table, for `helpers.show.read_in_place`: dates, and
    the names that a number announces.

    Args:
        relations: Rows from `helpers.findings.arithmetic.calculate`.
        quantities: The figures that are marked anyway.
        dates: The table `dates`.
        corpus: The articles.

    Returns:
        article, start, end, quote, `label` (which relation), `kind` (date or name), has_row (False: no table has them).
    """
    known = set(zip(quantities["article"], quantities["start"], strict=True))
    dated = set(zip(dates["article"], dates["start"], strict=True))
    rows = {
        (row.article, start): (start + len(quote), quote, row.relation)
        for row in relations.itertuples()
        for start, quote in zip(row.starts, row.quotes, strict=True)
        if (row.article, start) not in known
    }
    order = {slug: place for place, slug in enumerate(corpus.slugs)}
    return pd.DataFrame(
        [
            (*place, *told, "date" if place in dated else "name", False)
            for place, told in sorted(rows.items(), key=lambda one: (order[one[0][0]], one[0][1]))
        ],
        columns=["article", "start", "end", "quote", "label", "kind", "has_row"],
    )


def _bounds(row) -> str:
    unit = {"count": "", "percent": "%"}.get(row.unit, f" {row.unit}")
    if pd.isna(row.low) or pd.isna(row.high):
        sign, value = ("≤ ", row.high) if pd.isna(row.low) else ("≥ ", row.low)
        return sign + figure_in_words(row.value if pd.isna(value) else value) + unit
    both = figure_in_words(row.low) + ("" if row.low == row.high else f"–{figure_in_words(row.high)}")
    return ("≈ " if row.approx else "") + both + unit
