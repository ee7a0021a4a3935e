"""How well each kind of role and of check is read, in the texts that say what to expect of others."""

from collections.abc import Sequence

import pandas as pd

from helpers.accuracy import FALSE, FOUND, MISSED, WRONG_VERDICT, GoldSet, in_words, ratios
from helpers.findings.accuracy_sets import expected
from helpers.findings.arithmetic import RELATIONS
from helpers.findings.doers import SAID_OF
from helpers.findings.words import amount, number

__all__ = ["about_parts", "by_part"]

FEWEST = 10  # rows of a kind annotated; a kind with fewer is not called the weakest
COLUMNS = ["part", "kind", "found", "missed", "false", "f1"]


def _kind(table: str, told: str) -> str:
    """The kind of a role or a check, in the words of the other notebooks, from what `judge` says of it.

    >>> _kind("roles", "U.S. Customs: investigate, reported"), _kind("checks", "duration_matches_range, holds: 3 days; 4–6 May")
    ('investigate: watched, identified, located or investigated', 'length and days')
    """
    if table == "checks":
        kind = told.partition(",")[0]
        return RELATIONS.get(kind, kind.replace("_", " "))
    role = told.rpartition(": ")[2].partition(",")[0]
    return f"{role}: {SAID_OF[role]}" if role in SAID_OF else role


def by_part(judged: pd.DataFrame, sets: Sequence[GoldSet]) -> pd.DataFrame:
    """How well each kind of role and of check is read, over the sets of `expected`.

    Args:
        judged: What `judge` returns, of all sets.
        sets: The sets.

    Returns:
        One row a kind, roles first and each part's most frequent first: part ("role" or "check"), kind (in words), found,
        missed, false (numbers), f1 (in words; empty where nothing is annotated). A check that is found counts as found
        whatever verdict it is given.
    """
    own = judged[judged["texts"].isin([one.name for one in expected(sets)])]
    rows = []
    for table, part in (("roles", "role"), ("checks", "check")):
        of_table = own[own["table"] == table]
        told = of_table["annotated"].where(of_table["annotated"] != "", of_table["read"])
        outcomes = of_table["outcome"].replace(WRONG_VERDICT, FOUND)
        kinds = pd.Series([_kind(table, words) for words in told], index=of_table.index, dtype=object)
        for kind, outcome in outcomes.groupby(kinds, sort=False):
            counts = [int((outcome == name).sum()) for name in (FOUND, MISSED, FALSE)]
            f1 = in_words(ratios(*counts)["f1"]) if counts[0] + counts[1] else ""
            rows.append((part, kind, *counts, f1))
    found = pd.DataFrame(rows, columns=COLUMNS)
    most = found[["found", "missed"]].sum(axis=1)
    found = found.assign(most=most, later=found["part"] != "role")
    order = ["later", "most", "kind"]
    return found.sort_values(order, ascending=[True, False, True], ignore_index=True)[COLUMNS]


def about_parts(found: pd.DataFrame, sets: Sequence[GoldSet]) -> str:
    """Of which texts the numbers of `by_part` are, and which kind is read worst; empty if there are none.

    Args:
        found: From `by_part`.
        sets: The sets.
    """
    if found.empty:
        return ""
    where = " and ".join(f"“{one.name}”" for one in expected(sets))
    enough = found[found[["found", "missed"]].sum(axis=1) >= FEWEST]
    counts = enough[["found", "missed", "false"]].itertuples(index=False)
    f1 = pd.Series([ratios(*own)["f1"] for own in counts], index=enough.index, dtype=float)
    weakest = [enough.loc[own.idxmin()] for _, own in f1.groupby(enough["part"], sort=False)]
    said = " ".join(_weakest(row, int((enough["part"] == row["part"]).sum())) for row in weakest)
    return f"Kinds of role and of check in {where}. {said}".rstrip()


def _weakest(row: pd.Series, kinds: int) -> str:
    """One sentence on the kind that is read worst of so many of which enough rows are annotated."""
    name, enough = f"“{row['kind'].partition(':')[0]}”", f"at least {number(FEWEST)} rows to be found"
    of = f"Of the kinds of {row['part']} with {enough}, {name} is read worst"
    if kinds == 1:
        of = f"One kind of {row['part']} has {enough}, {name}"
    annotated = row["found"] + row["missed"]
    missed = f"of {annotated:,} to be found, {amount(row['missed'], 'was', 'were').replace('no were', 'none was')} missed"
    if not row["found"]:
        missed = f"all {annotated:,} were missed"
    wrong = amount(row["false"], "that was found is wrong", "that were found are wrong")
    if not row["false"]:
        wrong = "none that was found is wrong" if row["found"] else "none was found"
    return f"{of} (F1 {row['f1']}): {missed}, and {wrong}."
