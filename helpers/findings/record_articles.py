"""What notebook 4 sets beside the articles as a whole: whom pages have it from, who acts, and what else is on record."""

import re
from collections.abc import Container
from functools import cache

import pandas as pd

from helpers.findings.bodies import SPEECH, kin
from helpers.findings.hedges import hedges
from helpers.findings.record_events import events
from helpers.findings.words import amount, called, listed, number
from helpers.texts import word_list

__all__ = ["about_partners", "events", "left_out", "origins", "partners", "partners_by_article"]

SIDES = ("both", "article only", "named only", "record only")
MOST_NAMED = 4  # bodies in a sentence


def origins(reports: pd.DataFrame) -> pd.DataFrame:
    """How many pages stand behind an article's claims, and from whom they have what they say.

    Args:
        reports: `Record.reports`.

    Returns:
        One row for each article and origin, the most pages first within an article: article, origin, pages,
        own (pages that are the publisher's own and no copy), claims, and `of_pages`, all pages on the
        article.
    """
    pages = reports.drop_duplicates(["article", "url"])
    grouped = pages.assign(own=pages["original"] == "yes").groupby(["article", "origin"], sort=False)
    claims = reports.groupby(["article", "origin"])["claim_id"].nunique().rename("claims")
    found = grouped.agg(pages=("url", "size"), own=("own", "sum")).join(claims).reset_index()
    found["of_pages"] = found.groupby("article")["pages"].transform("sum")
    order = {slug: place for place, slug in enumerate(dict.fromkeys(reports["article"]))}
    return found.sort_values(
        ["article", "pages", "origin"],
        ascending=[True, False, True],
        ignore_index=True,
        key=lambda column: column.map(order) if column.name == "article" else column,
    )


def partners(roles: pd.DataFrame, agencies: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Who acts in the text, and who acts on record.

    Args:
        roles, agencies: Tables of the extraction. Only roles reported as done count, and none of mere speech; what a
            word such as "likely" leaves open is not reported as done.
        events: `Record.events`; the spans of statistics are left out.

    Returns:
        One row for each article and body: article, agency, `named` (False where the text names no body but
        describes one, whose words these are), `in_text` (its roles there), `on_record` (the events it acts in)
        `where` (both, article only, named only: the article names it but tells of nothing it did, record only) and
        `compared` (whether text and record can be held against each other on it: a body with a name that is no country or
        government and no court). A country and its government are one body, under the name that comes first.
    """
    mentioned = {
        (article, _side(agency))
        for article, agency in zip(agencies["article"], agencies["agency"], strict=True)
    }
    found: dict[tuple[str, str], dict] = {}
    for article, agency, named, side, what in [*_in_text(roles, agencies), *_on_record(events)]:
        row = found.setdefault(
            (article, _side(agency)),
            {"article": article, "agency": agency, "named": named, "in_text": {}, "on_record": {}},
        )
        row[side][what] = None  # a dict keeps each once and in order
    rows = [
        row
        | {
            "in_text": list(row["in_text"]),
            "on_record": list(row["on_record"]),
            "where": _where(row, key in mentioned),
            "compared": row["named"] and _is_partner(row["agency"]),
        }
        for key, row in found.items()
    ]
    frame = pd.DataFrame(
        rows, columns=["article", "agency", "named", "in_text", "on_record", "where", "compared"]
    )
    places = {
        "article": list(dict.fromkeys([*events["article"], *frame["article"]])).index,
        "where": SIDES.index,
    }
    return frame.sort_values(
        ["article", "where", "agency"],
        ignore_index=True,
        key=lambda column: column.map(places[column.name]) if column.name in places else column,
    )


def _in_text(roles: pd.DataFrame, agencies: pd.DataFrame) -> list[tuple[str, str, bool, str, str]]:
    """What bodies are reported to do in the articles: article, body, whether it is named, "in_text", role."""
    # who only speaks or publishes is no partner
    acting = roles[
        (roles["mode"] == "reported") & ~roles["negated"].astype(bool) & ~roles["role"].isin(SPEECH)
    ]
    acting = acting[[not hedge for hedge in hedges(acting)]]
    only_described = agencies[agencies["level"] == "unnamed"]
    unnamed = only_described.groupby(["article", "agency"])["quote"].first().to_dict()
    first: dict[tuple, str] = {}  # wordings that say the same of a body share those of its first act

    def words(article: str, agency: str) -> str:
        if (article, agency) not in unnamed:
            return agency
        return first.setdefault((article, kin(agency)), unnamed[article, agency])

    return [
        (
            row.article,
            words(row.article, row.agency),
            (row.article, row.agency) not in unnamed,
            "in_text",
            row.role,
        )
        for row in acting.itertuples()
    ]


def _on_record(events: pd.DataFrame) -> list[tuple[str, str, bool, str, str]]:
    """What bodies do in the events on record: article, body, True, "on_record", event."""
    return [
        (row.article, agency, True, "on_record", row.label)
        for row in events[~events["period"]].itertuples()
        for agency in row.agencies.split("; ")
        if agency
    ]


def _is_partner(agency: str) -> bool:
    """Whether a name is that of one body that acts together with others.

    >>> _is_partner("U.S. Marshals Service"), _is_partner("Supreme Court of Ohio"), _is_partner("Mexican government")
    (True, False, False)
    """
    words = re.findall(r"\w+", agency.casefold())
    return _side(agency) not in _countries().values() and _no_partners().isdisjoint(words)


@cache
def _no_partners() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("findings/no_partners"))


def _side(agency: str) -> str:
    """What stands for the same side: a country for "Mexican government" as for "Government of Mexico";
    otherwise the name itself.

    >>> _side("U.S. government"), _side("Government of the United Kingdom"), _side("Mexico"), _side("Mexican authorities")
    ('united states', 'united kingdom', 'mexico', 'mexican authorities')
    """
    name = agency.casefold()
    country = (
        name.removesuffix(" government")
        .removesuffix(" federal")
        .removeprefix("government of ")
        .removeprefix("the ")
    )
    return _countries().get(country, name)


@cache
def _countries() -> dict[str, str]:
    """Every name and adjective of a country, in lower case, and the country."""
    return {
        word.casefold(): row["country"].casefold()
        for row in word_list("names/nations")
        for word in [*row["adjectives"].split("|"), *row["names"].split("|"), row["country"]]
        if word
    }


def _where(row: dict, mentioned: bool) -> str:
    if row["in_text"]:
        return "both" if row["on_record"] else "article only"
    return "named only" if mentioned else "record only"


def partners_by_article(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of `partners` that can be compared, as lists: article, both, article_only, named_only, record_only."""
    rows = []
    for article, own in found[found["compared"].astype(bool)].groupby("article", sort=False):
        rows.append(
            {"article": article}
            | {
                side.replace(" ", "_"): list(own.loc[own["where"] == side, "agency"]) or ["–"]
                for side in SIDES
            }
        )
    return pd.DataFrame(rows, columns=["article", *(side.replace(" ", "_") for side in SIDES)])


def about_partners(found: pd.DataFrame, cases: Container[str] = ()) -> list[str]:
    """What the comparison of bodies shows: one sentence for each article in which some act that act on record only, or the
    other way round.

    Args:
        found: From `partners`.
        cases: Articles whose case is only inferred, from `Record.cases`.
    """
    said = []
    for article, own in found.groupby("article", sort=False):
        compared = own[own["compared"].astype(bool)]
        absent, alone = (
            list(compared.loc[compared["where"] == side, "agency"])
            for side in ("record only", "article only")
        )
        parts = []
        if absent:
            part = f"{_acting(absent)} on record that it does not name ({_some(absent)})"
            described = list(own.loc[~own["named"].astype(bool) & own["in_text"].map(bool), "agency"])
            if described:
                words = listed((f"“{body}”" for body in described), most=MOST_NAMED)
                part += f"; it also speaks of {words}, without a name"
            parts.append(part)
        if alone:
            parts.append(f"{_acting(alone)} there but in no event on record ({_some(alone)})")
        if parts:
            if_meant = ", if the inferred case is meant" if article in cases else ""
            said.append(f"{called(article)}: {'; '.join(parts)}{if_meant}.")
    return said


def left_out(found: pd.DataFrame) -> str:
    """Which bodies the comparison leaves out, if it compares any.

    Args:
        found: From `partners`.
    """
    if not found["compared"].any():
        return ""
    return (
        "Left out are countries and their governments, courts and bodies without a name, and what is only said, planned or "
        "“likely”."
    )


def _acting(bodies: list[str]) -> str:
    return amount(len(bodies), "body acts", "bodies act")


def _some(bodies: list[str]) -> str:
    """The first bodies of a list; their names can hold commas."""
    more = len(bodies) - MOST_NAMED
    return "; ".join([*bodies[:MOST_NAMED], *([f"{number(more)} more"] if more > 0 else [])])
