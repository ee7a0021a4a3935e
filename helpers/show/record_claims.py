"""The tables of notebook 4: each claim with what others reported, and the events on record."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType

import pandas as pd

from helpers.findings.record_tables import RESTS, made_by_the_record, rests_on
from helpers.findings.words import range_in_words
from helpers.record import is_web_address, parts_of, passes_on
from helpers.show.page import MOST_ROWS, link, put, say, table
from helpers.show.palette import COLOURS, PAPER, QUIET
from helpers.show.places import anchor, first_rows
from helpers.show.sorting import ranks
from helpers.texts import Article, singular

__all__ = ["LOOKS", "claims", "events", "marked", "pages_of"]

# marker, face and edge for figures, sign for text
LOOKS = {
    "corroborated": ("o", COLOURS["green"], COLOURS["green"], "●"),
    "differs": ("D", COLOURS["orange"], COLOURS["orange"], "◆"),
    "contradicted": ("X", COLOURS["vermillion"], COLOURS["vermillion"], "✖"),
    "not found": ("o", PAPER, COLOURS["blue"], "○"),
    "not checkable": ("s", PAPER, QUIET, "□"),
}
# what one page does to a claim, and what several do
STANCES = {
    "supports": ("supports", "support"),
    "differs": ("differs", "differ"),
    "contradicts": ("contradicts", "contradict"),
    "same source": ("shares the article’s source", "share the article’s source"),
    "near": ("has something similar", "have something similar"),
}
DECIDING = ("contradicts", "differs", "supports")  # the first of these decides most
BARE = "yes"  # what a page has that only says the same as the claim; it is not said again
LONG_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{4,15}\b")  # and no year
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def marked(joined: pd.DataFrame, reports: pd.DataFrame | None = None) -> pd.DataFrame:
    """The claims as `helpers.show.read_in_place` wants them: the rows of `join`, each with a `label` (the
    sign of its verdict) and a `kind` (the verdict), whose looks are in `LOOKS`, and of given `reports` with a link
    to a page that decides the verdict as its `source`."""
    by_claim = {} if reports is None else dict(tuple(reports.groupby("claim_id", sort=False)))
    return joined.assign(
        label=[LOOKS[verdict][3] for verdict in joined["verdict"]],
        kind=joined["verdict"],
        source=[_source(by_claim.get(claim_id)) for claim_id in joined["claim_id"]],
    )


def _source(reports: pd.DataFrame | None) -> str:
    """A page that says of a claim the gravest of what pages say, one of the source's own if there is one; none where pages
    only share the article's source or come near."""
    for stance in DECIDING if reports is not None else ():
        own = reports[(reports["stance"] == stance) & reports["url"].map(is_web_address)]
        if len(own):
            page = own.iloc[int((own["original"] == "yes").to_numpy().argmax())]
            return link(page["url"], "↗", page["publisher"])
    return ""


def claims(
    joined: pd.DataFrame,
    reports: pd.DataFrame,
    corpus: Iterable[Article],
    *,
    empty: str,
    cases: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Shows every claim with its verdict, and, folded away, its pages and the reason of the verdict, verdict by verdict
    in the order in which a reader can sort them.

    A claim is a link to its words in the article as `helpers.show.read_in_place` shows them.

    Args:
        joined: The claims.
        reports: The reports on them.
        corpus: The articles.
        empty: The sentence to show if there are none.
        cases: Articles whose case is only inferred, from `Record.cases`; what pages say of it rests on that.
    """
    by_claim = dict(tuple(reports.groupby("claim_id", sort=False)))
    resting = pd.Series([rests_on(row, cases) for row in joined.itertuples()], joined.index, dtype=bool)
    joined = joined.assign(resting=resting).sort_values("resting", kind="stable")
    joined = joined.sort_values("verdict", key=_places, kind="stable")
    if len(joined):
        say(
            "A click on a claim shows its words in the article; one in the last column opens its pages and the reason for the verdict. "
            "“Copy” or “via” marks a page that is not the source’s own, “worked out” a number computed from the page’s figures."
            + (f" {RESTS}." if resting.any() else "")
        )
        _by_verdict(joined)
    places = [anchor(row.article, row.start, row.end) for row in joined.itertuples()]
    shown = joined.assign(
        sign=[
            f"{LOOKS[verdict][3]}\N{NO-BREAK SPACE}{verdict}{' (*)' if rests else ''}{' (a figure that was worked out or inferred)' if made else ''}"
            for verdict, rests, made in zip(
                joined["verdict"], joined["resting"], made_by_the_record(joined), strict=True
            )
        ],
        words=[
            f"{first}<a href=#text-{place}>{escape(claim, quote=False)}</a>"
            for first, place, claim in zip(
                first_rows("claims", joined["article"]), places, joined["claim"], strict=True
            )
        ],
        row_name=[f"row-{place}" for place in places],
        pages=[_pages(row, by_claim.get(row.claim_id)) for row in joined.itertuples()],
    )
    columns = {
        "article": "article",
        "sign": "verdict",
        "words": "claim",
        "pages": "pages, and why this verdict",
    }
    table(shown, empty=empty, columns=columns, html=["words", "pages"], corpus=corpus)


def _places(verdicts: pd.Series) -> pd.Series:
    """Where each verdict stands in the order in which a table sorts them."""
    return pd.Series(ranks(list(verdicts)) or 0, index=verdicts.index)


def _by_verdict(joined: pd.DataFrame) -> None:
    """Shows how many claims have which verdict, each a link to the first of them in the table, which the pages then filter."""
    first = joined.head(MOST_ROWS).drop_duplicates("verdict").itertuples()
    counts = joined["verdict"].value_counts()
    resting = joined.loc[joined["resting"], "verdict"].value_counts()
    starred = {verdict: f" ({count}*)" for verdict, count in resting.items()}
    told = {f"{LOOKS[row.verdict][3]} {row.verdict}": row for row in first}
    links = (
        f'<a href="#row-{anchor(row.article, row.start, row.end)}" data-filter="{words}">{words} {counts[row.verdict]}</a>{starred.get(row.verdict, "")}'
        for words, row in told.items()
    )
    plain = (f"{words} {counts[row.verdict]}{starred.get(row.verdict, '')}" for words, row in told.items())
    put(f"<p>{' · '.join(links)}</p>", " · ".join(plain))


def _pages(claim, reports: pd.DataFrame | None) -> str:
    """How many pages support a claim and how many do not; one click shows what they have in its place, each once
    with all the pages that have it, and the reason of the verdict."""
    reason = f"<i>{escape(claim.reason, quote=False)}</i>"
    if reports is None:
        return _folded("no page", reason)
    what = reports["reported_value"].where(reports["reported_value"] != "", reports["reports"])
    what = what.mask(reports["stance"].isin(["supports", "same source"]) & (what == claim.claim_value), BARE)
    counts = reports["stance"].value_counts()
    told = [
        f"{counts[stance]} {STANCES[stance][int(counts[stance] > 1)]}{_one_source(reports[reports['stance'] == stance])}"
        for stance in STANCES
        if stance in counts
    ]
    pages = []
    for stance in filter(counts.__contains__, STANCES):
        own = reports[reports["stance"] == stance]
        lines = [
            f"{escape(_value(value, claim.unit), quote=False)}: ".removeprefix(f"{BARE}: ")
            + "; ".join(map(_page, same.itertuples()))
            for value, same in own.groupby(what[own.index], sort=False)
        ]
        pages += [f"<b>{STANCES[stance][0]}</b>, {'<br>'.join(lines)}"] if len(counts) > 1 else lines
    return _folded(", ".join(told), "<br>".join([*pages, reason]))


def _one_source(reports: pd.DataFrame) -> str:
    """That several pages have what they say from one source, if they do: they are one report."""
    origins = reports["origin"].unique()
    return f" (one source: {escape(origins[0], quote=False)})" if len(reports) > 1 == len(origins) else ""


def _value(reported: str, unit: str) -> str:
    """What a page has: days in words, long numbers in groups, with the unit of the claim or what else they count, and with a
    word on those that the record worked out.

    >>> _value("[73354]", "people"), _value("2024-03-11/2024-03-26", "date"), _value("1713 held in 2024", ""), _value("[55.4]", "percent")
    ('73,354 people (worked out)', '11–26 March 2024', '1,713 held in 2024', '55.4% (worked out)')
    >>> _value("2475669 (encounters)", "people"), _value("1", "days"), _value("[55.4] (with charges)", "percent")
    ('2,475,669 encounters', '1 day', '55.4%, with charges (worked out)')
    """
    if found := parts_of(reported):
        number, made, what = found
        said = f"{_in_groups(number)}{_counted(number, unit, what)}"
        return f"{said} (worked out)" if made else said
    if not (days := DAYS.fullmatch(reported)):
        return _in_groups(reported)
    try:
        return range_in_words(days[1], days[2] or days[1])
    except ValueError:  # there is no such day
        return reported


def _in_groups(words: str) -> str:
    return LONG_NUMBER.sub(lambda digits: f"{int(digits[0]):,}", words)


def _counted(number: str, unit: str, what: str) -> str:
    """What stands behind a number: its unit, or what it counts instead."""
    if unit == "percent":
        return f"%, {what}" if what else "%"
    if what or unit in ("", "date") or number[0] in "<>":
        return f" {what}" if what else ""
    return f" {singular(unit) if float(number) == 1 and unit.isalpha() else unit}"


def _folded(words: str, more: str) -> str:
    return f"<details><summary>{words}</summary>{more}</details>"


def pages_of(rows: pd.DataFrame, keys: Sequence[str]) -> pd.Series:
    """For each row the pages of all rows that have the same in these columns, as links.

    Args:
        rows: Rows with url and publisher.
        keys: Columns.
    """
    found = [link(row.url, row.publisher) for row in rows.itertuples()]
    links = pd.Series(found, index=rows.index, dtype=object)
    together = links.groupby([rows[key] for key in keys], sort=False)
    return together.transform(lambda own: "; ".join(dict.fromkeys(own)))


def _page(report) -> str:
    own = report.original == "yes" or passes_on(
        report.publisher
    )  # the name says itself whose words these are
    notes = ", ".join(filter(None, ["" if own else "copy", report.published]))
    return link(report.url, report.publisher) + escape(f" ({notes})" if notes else "")


def events(found: pd.DataFrame, corpus: Iterable[Article], *, empty: str) -> None:
    """Shows the events on record, each with a link to a page on it, and what of it the article has.

    Args:
        found: From `helpers.findings.record_articles.events`.
        corpus: The articles.
        empty: The sentence to show if there are none.
    """
    if len(found):
        say("Each event links to a page about it; those later than the article are left out.")
    shown = found.assign(event=[link(row.source_url, row.label) for row in found.itertuples()])
    columns = {
        "article": "article",
        "when": "when",
        "event": "event",
        "named": "how many; in the article?",
    }
    table(shown, empty=empty, columns=columns, html=["event"], corpus=corpus)
