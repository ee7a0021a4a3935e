"""What is most telling in a record: kinds of claims of which an article has several, and others have none.

A *group* is what an article quotes, the posts it gives to people, or the figures of its lists and tables. A group
is telling if at least FEWEST of its claims, and at least SHARE of them, were found nowhere or are contradicted.
What weighs how much is data (`helpers/data/findings/telling.csv`).
"""

from collections.abc import Iterator

import pandas as pd

from helpers.findings.words import called, number
from helpers.texts import word_list

__all__ = ["sentences", "telling"]

FEWEST, SHARE = 2, 2 / 3
LISTED = ("bullet", "table row")
COLUMNS = ["article", "group", "claims", "not_found", "contradicted", "score"]


def telling(joined: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The telling groups, the most telling article first.

    Args:
        joined: From `helpers.record.join`.
        speakers: The table `speakers`.

    Returns:
        article, group, claims, not_found, contradicted (numbers), score (weight times the claims that nobody
        bears out, less those that somebody does).
    """
    weights = {row["group"]: float(row["weight"]) for row in word_list("findings/telling")}
    quoted = set(
        zip(
            *(speakers.loc[speakers["direct"].astype(bool), name] for name in ("article", "name")),
            strict=True,
        )
    )
    rows = []
    for group, own in _groups(joined, quoted):
        for article, claims in own.groupby("article", sort=False):
            verdicts = claims["verdict"].value_counts()
            missing, against = int(verdicts.get("not found", 0)), int(verdicts.get("contradicted", 0))
            bad = missing + against
            if bad >= FEWEST and bad >= SHARE * len(claims):
                score = weights[group] * (bad - int(verdicts.get("corroborated", 0)))
                rows.append((article, group, len(claims), missing, against, score))
    found = pd.DataFrame(rows, columns=COLUMNS)
    total = found.groupby("article")["score"].transform("sum")
    return (
        found.assign(total=total)
        .sort_values(["total", "article", "score"], ascending=[False, True, False], kind="stable")
        .drop(columns="total")
        .reset_index(drop=True)
    )


def _groups(joined: pd.DataFrame, quoted: set[tuple[str, str]]) -> Iterator[tuple[str, pd.DataFrame]]:
    speaks = joined["speakers"].map(len) > 0
    aloud = pd.Series(
        [any((row.article, name) in quoted for name in row.speakers) for row in joined.itertuples()],
        index=joined.index,
        dtype=bool,
    )
    yield "quotations", joined[(joined["kind"] == "wording") & aloud]
    yield "posts", joined[(joined["kind"] == "person") & speaks]
    figures = joined["kind"].isin(["count", "percent", "money"]) & (joined["read"] != "")
    yield "figures in lists and tables", joined[figures & joined["block"].isin(LISTED)]


def sentences(found: pd.DataFrame) -> list[str]:
    """A sentence for each article of `telling`, the most telling first."""
    said = []
    for article, own in found.groupby("article", sort=False):
        parts = [part for row in own.itertuples() for part in _parts(row)]
        text = ", ".join(parts[:-1]) + (", and " if len(parts) > 1 else "") + parts[-1]
        said.append(f"**{called(article)}: {text}.**")
    return said


def _parts(row) -> Iterator[str]:
    what = {
        "quotations": ("its only quotation", "its {} quotations"),
        "posts": ("the one post it gives", "the {} posts it gives to the people it quotes or cites"),
        "figures in lists and tables": (
            "the one figure in its lists and tables",
            "the {} figures in its lists and tables",
        ),
    }[row.group]
    for count, singular, plural in (
        (row.not_found, "was found on no other page", "were found on no other page"),
        (row.contradicted, "is contradicted", "are contradicted"),
    ):
        if not count:
            continue
        if count == row.claims:
            if singular.startswith("was"):
                yield f"none of {what[1].format(number(row.claims))} was found on any other page"
            else:
                yield f"all {what[1].format(number(row.claims)).removeprefix('its ').removeprefix('the ')} {plural}"
        else:
            whole = what[1].format(number(row.claims))
            yield f"{number(count)} of {whole} {singular if count == 1 else plural}"
