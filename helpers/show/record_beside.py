"""Tables of notebook 4 that lead from people and quotations to the claims on them."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from helpers.findings.quotations import NOT_HERE
from helpers.findings.record_people import NOT_COMPARED
from helpers.findings.words import amount, titles
from helpers.show.in_sentences import evidence
from helpers.show.page import link, put, table
from helpers.show.places import anchor
from helpers.show.record_claims import LOOKS
from helpers.texts import Article, Corpus

__all__ = ["contradicted", "posts", "quotations"]

CLAIMS = "4_record.ipynb#cell-id=every-claim"  # where JupyterLab opens the table of claims


def posts(
    found: pd.DataFrame,
    joined: pd.DataFrame,
    reports: pd.DataFrame,
    corpus: Iterable[Article],
    *,
    empty: str,
) -> None:
    """Shows the people whose post or employer was compared, each verdict a link to its claim, and what pages have.

    Args:
        found: From `helpers.findings.record_people.posts`.
        joined: The claims that the page lists.
        reports: The reports on them.
        corpus: The articles.
        empty: The sentence to show if nobody's post was compared.
    """
    found = found[found["verdict"] != NOT_COMPARED]
    rows = _row_of(joined)
    shown = found.assign(
        sign=[_verdict(row, rows) for row in found.itertuples()],
        others=[_values(reports[reports["claim_id"] == claim_id]) for claim_id in found["claim_id"]],
    )
    columns = {
        "article": "article",
        "name": "name",
        "title": "job title in the article",
        "organisation": "at",
        "point": "compared",
        "sign": "verdict",
        "others": "other pages have",
    }
    table(shown, empty=empty, columns=columns, html=["sign"], corpus=corpus)


def contradicted(people: pd.DataFrame, found: pd.DataFrame, joined: pd.DataFrame) -> list[str]:
    """For each of the people, what of their post the record contradicts, as a link to the claim in notebook 4; nothing for
    all others, and where there is no record.

    Args:
        people: Rows with article and name.
        found: From `helpers.findings.record_people.posts`.
        joined: All claims, from `helpers.record.join`.
    """
    places = {
        row.claim_id: anchor(row.article, row.start, row.end, number=CLAIMS[0]) for row in joined.itertuples()
    }
    told: dict[tuple[str, str], list[str]] = {}
    for row in found[found["verdict"].str.startswith("contradicted")].itertuples():
        verdict, comma, condition = row.verdict.partition(", if ")
        sign = f"{LOOKS[verdict][3]}\N{NO-BREAK SPACE}{row.point}"
        link_ = f'<a class="to-row-{places[row.claim_id]}" href="{CLAIMS}">{sign}</a>'
        told.setdefault((row.article, row.name), []).append(link_ + escape(comma + condition, quote=False))
    return ["<br>".join(told.get((row.article, row.name), ())) for row in people.itertuples()]


def quotations(found: pd.DataFrame, joined: pd.DataFrame, reports: pd.DataFrame, corpus: Corpus) -> None:
    """Shows the direct quotations whole, each with the claims on it, and, folded away, the pages on record for the
    articles that have one found in none of the sources.

    Args:
        found: From `helpers.findings.quotations.quotations`.
        joined: The claims that the page lists.
        reports: `Record.reports`, whole.
        corpus: The articles.
    """
    rows = _row_of(joined)
    claims = dict(zip(joined["claim_id"], joined["claim"], strict=True))
    links = [
        "<br>".join(_link(rows, one, claims[one]) for one in own if one in claims) for own in found["claims"]
    ]
    evidence(
        found.assign(on_it=pd.Series(links, index=found.index, dtype=object)),
        corpus,
        empty="",
        named="quotations",
        columns={
            "speaker": "who",
            "found": "found elsewhere",
            "on_it": "claim on it",
            "pages": "pages on it",
        },
        html=["on_it"],
        around=1,
        in_place=False,
    )
    missing = list(dict.fromkeys(found.loc[found["found"] == NOT_HERE, "article"]))
    names = titles(corpus)
    for slug in missing:
        _pages_on(slug, names[slug], reports)


def _pages_on(slug: str, name: str, reports: pd.DataFrame) -> None:
    """The pages on record for an article, in the order of their publishers, to be opened with a click."""
    own = reports[reports["article"] == slug].drop_duplicates("url").sort_values("publisher", kind="stable")
    if len(own):
        summary = f"{amount(len(own), 'page').capitalize()} on record for “{name}”"
        pages = "".join(f"<li>{link(row.url, row.publisher)}</li>" for row in own.itertuples())
        html = f"<details><summary>{escape(summary, quote=False)}</summary><ul class=pages>{pages}</ul></details>"
        put(html, summary)


def _row_of(joined: pd.DataFrame) -> dict[str, str]:
    """Claim → the name of its row in the table of claims."""
    return {row.claim_id: f"row-{anchor(row.article, row.start, row.end)}" for row in joined.itertuples()}


def _link(rows: dict[str, str], claim_id: str, words: str) -> str:
    words = escape(words, quote=False)
    return f'<a href="#{rows[claim_id]}">{words}</a>' if claim_id in rows else words


def _verdict(row, rows: dict[str, str]) -> str:
    """The verdict as a link to its claim, and what it rests on."""
    verdict, comma, condition = row.verdict.partition(", if ")
    sign = _link(rows, row.claim_id, f"{LOOKS[verdict][3]}\N{NO-BREAK SPACE}{verdict}")
    return sign + escape(comma + condition, quote=False)


def _values(reports: pd.DataFrame) -> list[str]:
    """What pages have, each once, with the number of pages that have it."""
    own = reports[reports["reported_value"] != ""]
    counts = own["reported_value"].value_counts(sort=False)
    return [f"{value} ({amount(count, 'page')})" if count > 1 else value for value, count in counts.items()]
