"""What notebook 3 concludes: how many the articles say, how exactly, and whether their figures agree with
each other."""

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.findings.arithmetic import AGAIN, figure_in_words
from helpers.findings.words import amount, called, listed, number
from helpers.texts import Article, Corpus
from helpers.texts import sentences as split

__all__ = [
    "checks_of_units",
    "density",
    "in_sentences",
    "labelled",
    "marks",
    "quantities_of_units",
    "sentences",
    "units_in_order",
]

FAILURES_SAID = 3  # in the summary; the table has them all


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
    """Rows of evidence with the sentence each begins in: its text and its place.

    Args:
        rows: With article and start.
        corpus: The articles.

    Returns:
        The rows with sentence and sentence_start.
    """
    wanted = set(rows["article"])
    known = {article.slug: split(article) for article in corpus if article.slug in wanted}
    found = [
        next(one for one in known[row.article] if one.start <= row.start < one.end)
        for row in rows.itertuples()
    ]
    return rows.assign(sentence=[one.text for one in found], sentence_start=[one.start for one in found])


def marks(quantities: pd.DataFrame) -> pd.DataFrame:
    """What is drawn: the same figure in the same article is one mark, whatever it counts.

    Args:
        quantities: Rows of the table `quantities`.

    Returns:
        article, unit, value, low, high, approx, times, label (the longest quote and the first two things it
        counts), and start, end and sentence of the first of them.
    """
    rows = []
    keys = ["article", "unit", "value", "low", "high", "approx"]
    for key, same in quantities.groupby(keys, sort=False, dropna=False):
        counted = list(
            {
                " ".join(what.split()).casefold(): " ".join(what.split())
                for what in same["what"]
                if what.strip()
            }.values()
        )
        words = " / ".join(f"“{thing}”" for thing in counted[:2]) + (" / …" if len(counted) > 2 else "")
        quote = " ".join(max(same["quote"], key=len).split())
        label = f"{quote}{' ' if same['unit'].iloc[0] == 'count' else ': '}{words}" if words else quote
        first = same.iloc[0][["start", "end", "sentence"]].to_dict()
        rows.append({**dict(zip(keys, key, strict=True)), "times": len(same), "label": label, **first})
    return pd.DataFrame(rows, columns=[*keys, "times", "label", "start", "end", "sentence"])


def labelled(quantities: pd.DataFrame) -> pd.DataFrame:
    """The rows with a `label` (bounds and unit) and a `kind`: a count, a percentage, or another unit."""
    kinds = {"count": "count", "percent": "percentage"}
    return quantities.assign(
        label=[_bounds(row) for row in quantities.itertuples()],
        kind=[kinds.get(unit, "other unit") for unit in quantities["unit"]],
    )


def _bounds(row) -> str:
    unit = {"count": "", "percent": " %"}.get(row.unit, f" {row.unit}")
    if pd.isna(row.low) or pd.isna(row.high):
        sign, value = ("≤ ", row.high) if pd.isna(row.low) else ("≥ ", row.low)
        return sign + figure_in_words(row.value if pd.isna(value) else value) + unit
    both = figure_in_words(row.low) + ("" if row.low == row.high else f"–{figure_in_words(row.high)}")
    return ("≈ " if row.approx else "") + both + unit


def density(quantities: pd.DataFrame, corpus: Iterable[Article]) -> pd.DataFrame:
    """How many figures each article gives for its length, the densest first.

    Args:
        quantities: Rows of the table `quantities`.
        corpus: The articles.

    Returns:
        article, words, counts, shares, others (figures by kind), figures (all), per_100_words.
    """
    kinds = quantities["unit"].map({"count": "counts", "percent": "shares"}).fillna("others")
    counts = pd.crosstab(quantities["article"], kinds)
    rows = []
    for article in corpus:
        own = {
            kind: int(counts[kind].get(article.slug, 0)) if kind in counts else 0
            for kind in ("counts", "shares", "others")
        }
        figures = sum(own.values())
        rows.append(
            {
                "article": article.slug,
                "words": article.words,
                **own,
                "figures": figures,
                "per_100_words": round(100 * figures / max(1, article.words), 2),
            }
        )
    frame = pd.DataFrame(
        rows, columns=["article", "words", "counts", "shares", "others", "figures", "per_100_words"]
    )
    return frame.sort_values(
        ["per_100_words", "article"], ascending=[False, True], kind="stable", ignore_index=True
    )


# ---- sentences
# -----------------------------------------------------------------------------------------------------------


def sentences(
    quantities: pd.DataFrame, calculated: pd.DataFrame, names: Iterable[str], corpus: Corpus
) -> list[str]:
    """The findings of the notebook, computed.

    Args:
        quantities: The quantities of the units chosen.
        calculated: Rows from `helpers.findings.arithmetic.calculate`.
        names: Sentences on what people are called, from `helpers.findings.naming.sentences`.
        corpus: The articles.
    """
    sums = [*_about_checks(calculated), *_about_sums_and_shares(calculated)]
    if quantities.empty:
        return [
            *sums,
            "The article gives no figure of this kind."
            if len(corpus) == 1
            else f"None of the {amount(len(corpus), 'article')} gives a figure of this kind.",
        ]
    return [
        *sums,
        _about_silence(quantities, corpus),
        *_about_range(quantities),
        _about_bounds(quantities),
        *names,
        *_about_density(quantities, corpus),
    ]


def _about_checks(calculated: pd.DataFrame) -> list[str]:
    if calculated.empty:
        return ["**No two figures can be held against each other**: none depends on another."]
    failing = calculated[~calculated["holds"].astype(bool)]
    again = calculated["relation"] == AGAIN
    parts = [*_relations(calculated[~again]), *_repeats(calculated[again])]
    first = f"**{parts[0][0].upper()}{parts[0][1:]}**" + "".join(f"; {part}" for part in parts[1:]) + "."
    rest = len(failing) - FAILURES_SAID
    more = (
        [
            f"{number(rest).capitalize()} more {'fails' if rest == 1 else 'fail'}; the table below has them all."
        ]
        if rest > 0
        else []
    )
    notes = [
        f"{called(row.article)}: {row.note}."
        for row in failing.drop_duplicates(["article", "note"]).itertuples()
        if row.note
    ]
    said = [_failure(row) for row in failing.head(FAILURES_SAID).itertuples()]
    return [" ".join([first, *said[:1]]), *said[1:], *more, *notes]


def _relations(takes: pd.DataFrame) -> list[str]:
    """How many of the relations that take arithmetic hold or fail."""
    count, fail = len(takes), int((~takes["holds"].astype(bool)).sum())
    if not count:
        return []
    if count == 1:
        return [f"the one piece of arithmetic that can be done again {'fails' if fail else 'holds'}"]
    if fail in (0, count):
        every = "both" if count == 2 else f"all {number(count)}"
        return [f"{every} pieces of arithmetic that can be done again {'fail' if fail else 'hold'}"]
    return [
        f"of {amount(count, 'piece')} of arithmetic that can be done again, {amount(fail, 'fails', 'fail')}"
    ]


def _repeats(again: pd.DataFrame) -> list[str]:
    """How many figures are given more than once, and whether they agree."""
    holds = int(again["holds"].astype(bool).sum())
    fails = len(again) - holds
    said = [f"{amount(holds, 'agrees', 'agree')}"] * (holds > 0) + [
        f"{amount(fails, 'differs', 'differ')}"
    ] * (fails > 0)
    if len(said) == 2:
        return [f"of {amount(len(again), 'figure')} given more than once, {' and '.join(said)}"]
    return (
        [f"{amount(len(again), 'figure is', 'figures are')} given more than once and {said[0].split()[-1]}"]
        if said
        else []
    )


def _failure(row) -> str:
    about = f" (“{row.subject}”)" if row.subject else ""
    if not row.gives:
        return f"{called(row.article)}{about}: {row.about}."
    return f"{called(row.article)}{about}: {row.gives}{f'; the text says {row.says}' if row.says else ''}."


def _about_sums_and_shares(calculated: pd.DataFrame) -> list[str]:
    """Articles whose parts add up while their shares contradict the same counts: a contradiction that adding
    up does not show."""
    adding = calculated[(calculated["relation"] == "parts and total") & calculated["holds"].astype(bool)]
    shares = calculated[(calculated["relation"] == "share and counts") & ~calculated["holds"].astype(bool)]
    both = sorted(
        slug
        for slug in set(adding["article"]) & set(shares["article"])
        if {start for starts in adding.loc[adding["article"] == slug, "starts"] for start in starts}
        & {start for starts in shares.loc[shares["article"] == slug, "starts"] for start in starts}
    )
    if not both:
        return []
    return [
        f"In {listed(map(called, both))} the parts add up to the total and yet the percentages contradict the counts, "
        "which adding up alone does not show."
    ]


def _about_silence(quantities: pd.DataFrame, corpus: Corpus) -> str:
    silent = [slug for slug in corpus.slugs if slug not in set(quantities["article"])]
    given = amount(len(quantities), "figure").capitalize()
    if len(corpus) == 1:
        return f"{given} in all."
    verb = "gives" if len(silent) == 1 else "give"
    return f"{given} in {amount(len(corpus), 'article')}" + (
        f"; {listed(map(called, silent))} {verb} none." if silent else "."
    )


def _about_range(quantities: pd.DataFrame) -> list[str]:
    counts = quantities[quantities["unit"] == "count"]
    if len(counts) < 2 or counts["value"].min() == counts["value"].max():
        return []
    return [f"The largest number counted is {_quoted(counts.loc[counts['value'].idxmax()])}."]


def _quoted(row: pd.Series) -> str:
    what = f" “{' '.join(row['what'].split())}”" if row["what"].strip() else ""
    return f"{' '.join(row['quote'].split())}{what} ({called(row['article'])})"


def _about_bounds(quantities: pd.DataFrame) -> str:
    at_least, at_most = quantities["high"].isna() & quantities["low"].notna(), quantities["low"].isna()
    ranges = (quantities["low"] != quantities["high"]) & ~at_least & ~at_most
    about = quantities["approx"].astype(bool) & ~at_least & ~at_most & ~ranges
    kinds = [
        ("gives only a lower bound", "give only a lower bound", at_least),
        ("gives only an upper bound", "give only an upper bound", at_most),
        ("gives a range", "give a range", ranges),
        ("is approximate", "are approximate", about),
    ]
    said = listed(amount(int(which.sum()), one, many) for one, many, which in kinds if which.any())
    exact = len(quantities) - int((at_least | at_most | ranges | about).sum())
    if exact == len(quantities):
        return "Every figure is exact; none is a bound." if exact > 1 else "The figure is exact."
    return f"Of {amount(len(quantities), 'figure')}, {amount(exact, 'is', 'are')} exact; {said}."


def _about_density(quantities: pd.DataFrame, corpus: Corpus) -> list[str]:
    dense = density(quantities, corpus)
    if len(dense) < 2:
        return []
    first, last = dense.iloc[0], dense.iloc[-1]
    text = f"The densest article gives {first['per_100_words']:g} figures per 100 words ({called(first['article'])})"
    if silent := int((dense["figures"] == 0).sum()):
        return [f"{text}; {amount(silent, 'article gives', 'articles give')} none."]
    return [f"{text}, the sparsest {last['per_100_words']:g} ({called(last['article'])})."]
