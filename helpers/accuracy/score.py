"""Holds what was read against gold annotation, row by row: what was found, what was missed, what is false.

What counts as found (as in `tests/gold/score.py`, which is written independently of this module; a test
compares the two):

- a date: the spans overlap, and first and last day, or the length, are equal;
- a quantity: the spans overlap, and both bounds and the unit are equal;
- a role: the sentence, the agency, the role and the mode are equal;
- a speaker: the names are equal;
- a statement: contents overlap, and so do the sources (as `linked` in `tests/gold/score_statements.py`); only of
  the articles whose statements are annotated;
- a check: the kind and the figures are equal; its verdict is compared after that.

Vague dates and denied roles are left out, as the annotation has none.
"""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from helpers.accuracy.annotation import ANNOTATED_KINDS
from helpers.accuracy.gold import TABLES, GoldSet
from helpers.accuracy.same import SAME, WORDS, overlapping, same_days, same_name
from helpers.extraction import Tables
from helpers.texts import sentences

__all__ = [
    "COLUMNS",
    "FALSE",
    "FOUND",
    "MISSED",
    "WRONG_VERDICT",
    "in_words",
    "judge",
    "match",
    "overlapping",
    "ratios",
    "same_days",
    "same_name",
    "scores",
]

# Of the bootstrap; fixed, so that the same rows give the same interval
DRAWS, SEED, INTERVAL = 1_000, 0, (2.5, 97.5)
FOUND, MISSED, FALSE, WRONG_VERDICT = "found", "missed", "false", "wrong verdict"
COLUMNS = [
    "texts",
    "article",
    "start",
    "end",
    "quote",
    "block",
    "table",
    "outcome",
    "annotated",
    "read",
    "sentence",
    "sentence_start",
]


def judge(gold: GoldSet, tables: Tables, checks: pd.DataFrame) -> pd.DataFrame:
    """Holds the reading of a set's articles against its annotation.

    Args:
        gold: From `load_gold`.
        tables: From `extract`, for the articles of the set.
        checks: From `check`, for these tables.

    Returns:
        One row for everything annotated and for everything else that was read: texts (name of the set), the
        evidence (article, start, end, quote, block), table, outcome (FOUND, MISSED, FALSE or, for checks,
        WRONG_VERDICT), annotated and read (what each holds, in words; empty if it has nothing), and the
        sentence with its place.
    """
    rows = []
    for table in TABLES:
        own_rows = _read(table, tables, checks)
        if table == "statements":
            own_rows = [row for row in own_rows if row["article"] in gold.with_statements]
        found, missed, false = match(gold.rows[table], own_rows, SAME[table])
        say = WORDS[table]
        for own, read in found:
            wrong = table == "checks" and bool(own["holds"]) != bool(read["holds"])
            rows.append((own, table, WRONG_VERDICT if wrong else FOUND, say(own), say(read)))
        rows += [(own, table, MISSED, say(own), "") for own in missed]
        rows += [(read, table, FALSE, "", say(read)) for read in false]
    return _with_sentences(rows, gold)


def match(
    gold: Iterable[dict], read: Iterable[dict], same: Callable[[dict, dict], bool]
) -> tuple[list[tuple[dict, dict]], list, list]:
    """Pairs each annotated row with the first row read that is the same and not taken yet.

    Returns:
        The pairs, what was annotated and not read, what was read and not annotated.
    """
    left, found, missed = list(read), [], []
    for own in gold:
        place = next((number for number, row in enumerate(left) if same(own, row)), None)
        if place is None:
            missed.append(own)
        else:
            found.append((own, left.pop(place)))
    return found, missed, left


def _read(table: str, tables: Tables, checks: pd.DataFrame) -> list[dict]:
    """The rows of a table that are measured; a check stands where its first figure does."""
    if table == "checks":
        # kinds that nobody annotated count only where they fail: then each is a false alarm
        checks = checks[checks["kind"].isin(ANNOTATED_KINDS) | ~checks["holds"].astype(bool)]
        quotes, starts = checks["quotes"].str[0], checks["starts"].str[0]
        return checks.assign(quote=quotes, start=starts, end=starts + quotes.str.len()).to_dict("records")
    frame = getattr(tables, table)
    left_out = {"dates": "vague", "roles": "negated"}.get(table)
    return (frame[~frame[left_out].astype(bool)] if left_out else frame).to_dict("records")


def _with_sentences(rows: Iterable[tuple[dict, str, str, str, str]], gold: GoldSet) -> pd.DataFrame:
    """The judgements (row, table, outcome, annotated, read) as a table, each cut to the sentence in which it begins."""
    split = {article.slug: sentences(article) for article in gold.corpus}
    found = []
    for row, *judgement in rows:
        slug, start = row["article"], row["start"]
        sentence = next(one for one in split[slug] if one.start <= start < one.end)
        end = min(row["end"], sentence.end)
        evidence = (slug, start, end, gold.corpus[slug].text[start:end], sentence.block.kind)
        found.append((gold.name, *evidence, *judgement, sentence.text, sentence.start))
    places = {"article": gold.corpus.slugs.index, "table": TABLES.index}
    return pd.DataFrame(found, columns=COLUMNS).sort_values(
        ["article", "table", "start"],
        kind="stable",
        ignore_index=True,
        key=lambda own: own.map(places[own.name]) if own.name in places else own,
    )


def scores(judged: pd.DataFrame) -> pd.DataFrame:
    """Precision, recall and F1 of each table in each set of texts.

    Returns:
        texts, table, articles (number), annotated, found, missed, false (numbers), precision, recall, f1 (0
        to 1; 1 where there was nothing to find and nothing was read), f1_low and f1_high (where F1 lies in 95 % of
        sets drawn from these articles), wrong_verdicts (of the checks found).
    """
    rows = []
    for texts, of_set in judged.groupby("texts", sort=False):
        for table in TABLES:
            if table == "statements" and table not in set(of_set["table"]):
                continue  # not annotated there
            outcomes = of_set.loc[of_set["table"] == table, "outcome"]
            counts = [
                int(outcomes.isin(kinds).sum())
                for kinds in ([FOUND, WRONG_VERDICT], [MISSED], [FALSE], [WRONG_VERDICT])
            ]
            rows.append(
                {
                    "texts": texts,
                    "table": table,
                    "articles": of_set["article"].nunique(),
                    "annotated": counts[0] + counts[1],
                    "found": counts[0],
                    "missed": counts[1],
                    "false": counts[2],
                    **ratios(*counts[:3]),
                    **_interval(of_set, table),
                    "wrong_verdicts": counts[3],
                }
            )
    return pd.DataFrame(rows)


def _interval(of_set: pd.DataFrame, table: str) -> dict[str, float]:
    """The interval of F1 by bootstrap: articles are drawn with replacement, as many as there are, since the rows of
    one article are not independent of each other."""
    own = of_set[of_set["table"] == table]
    articles = list(dict.fromkeys((own if table == "statements" else of_set)["article"]))
    counts = pd.crosstab(own["article"], own["outcome"].replace(WRONG_VERDICT, FOUND))
    counts = counts.reindex(index=articles, columns=[FOUND, MISSED, FALSE], fill_value=0).to_numpy()
    drawn = np.random.default_rng(SEED).integers(len(articles), size=(DRAWS, len(articles)))
    found, missed, false = counts[drawn].sum(axis=1).T
    every = 2 * found + missed + false
    f1 = np.where(every > 0, 2 * found / np.maximum(every, 1), 1.0)
    low, high = np.percentile(f1, INTERVAL)
    return {"f1_low": float(low), "f1_high": float(high)}


def ratios(found: int, missed: int, false: int) -> dict[str, float]:
    """Precision, recall and F1.

    >>> ratios(3, 1, 0)
    {'precision': 1.0, 'recall': 0.75, 'f1': 0.8571428571428571}
    """
    precision = found / (found + false) if found + false else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    f1 = 2 * found / (2 * found + missed + false) if found + missed + false else 1.0
    return {"precision": precision, "recall": recall, "f1": f1}


def in_words(score: float) -> str:
    """A score with two decimals, or three where two would hide that it is not perfect.

    >>> in_words(1.0), in_words(0.9984), in_words(0.914)
    ('1.00', '0.998', '0.91')
    """
    return f"{score:.2f}" if score == 1 or score < 0.995 else f"{score:.3f}"
