"""What notebook 0 concludes: each article at a glance, and one headline from each of the other notebooks."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers.extraction import Tables
from helpers.findings import (
    accuracy,
    agency_roles,
    arithmetic,
    how_it_reads,
    naming,
    record,
    statistics,
    timeline,
)
from helpers.findings.bodies import of_bodies, of_country
from helpers.record import VERDICTS, Record
from helpers.texts import MODES, Article, Corpus

__all__ = ["answer", "glance", "headline", "headlines"]


def glance(
    corpus: Iterable[Article], tables: Tables, checks: pd.DataFrame, joined: pd.DataFrame
) -> pd.DataFrame:
    """One row an article with what the other notebooks count.

    Args:
        corpus: The articles.
        tables: From `extract`.
        checks: From `check`.
        joined: From `helpers.record.claims.join`.

    Returns:
        article, publisher, published, words, blocks; dates (dated expressions), figures, per_100_words
        (figures per 100 words), named (bodies with a name, a country and its government as one), people (who speak by name); one column a mode with the
        number of roles, "holds", "easy" (they hold, and could hardly fail), "untold" (groups that overlap may explain
        them) and "fails" for the relations between figures (without figures that are only given again and agree), and one column a verdict with the number of claims.
    """
    counted = _counted(tables, checks, joined)
    numbers = {name: frame["article"].value_counts().to_dict() for name, frame in counted.items()}
    rows = []
    for article in corpus:
        own = {name: int(counts.get(article.slug, 0)) for name, counts in numbers.items()}
        rows.append(
            {
                "article": article.slug,
                "publisher": article.publisher or "–",
                "published": article.published or "unknown",
                "words": article.words,
                "blocks": len(article.blocks),
                "dates": own.pop("dates"),
                "figures": own["figures"],
                "per_100_words": round(100 * own.pop("figures") / max(1, article.words), 1),
                **own,
            }
        )
    return pd.DataFrame(rows)


def _counted(tables: Tables, checks: pd.DataFrame, joined: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Column → the rows that it counts."""
    dated = tables.dates[tables.dates["begin"] != ""]
    named = tables.agencies[tables.agencies["level"] != "unnamed"]
    named = named.assign(agency=named["agency"].map(of_country(named["agency"])))
    named = named.drop_duplicates(["article", "agency"])
    roles = of_bodies(tables.roles, tables.speakers)
    roles = roles[~roles["negated"].astype(bool)]
    speakers = tables.speakers[tables.speakers["name"] != ""].drop_duplicates(["article", "name"])
    tested = arithmetic.tested(checks)
    holds, easy = tested["holds"].astype(bool), arithmetic.hardly_fails(tested)
    fails = arithmetic.failing(tested, tables.quantities)
    return {
        "dates": dated,
        "figures": tables.quantities,
        "named": named,
        "people": speakers,
        **{mode: roles[roles["mode"] == mode] for mode in MODES},
        "holds": tested[holds & ~easy],
        "easy": tested[easy],
        "untold": tested[~holds & ~fails],
        "fails": tested[fails],
        **{verdict: joined[joined["verdict"] == verdict] for verdict in VERDICTS},
    }


def headline(sentences: Sequence[str]) -> str:
    """The sentence that a reader should see first: the first with bold words, otherwise the first.

    >>> headline(["Some were held.", "**None** was charged.", "**All** left."])
    '**None** was charged.'
    """
    return next((sentence for sentence in sentences if "**" in sentence), sentences[0])


def headlines(
    corpus: Corpus,
    tables: Tables,
    checks: pd.DataFrame,
    known: Record,
    joined: pd.DataFrame,
) -> dict[str, str]:
    """One computed finding for each of the other notebooks: name of the notebook → sentence."""
    calculated = arithmetic.calculate(checks, tables)
    names = naming.sentences(naming.namings(tables.quantities), tables.quantities, checks)
    dated = timeline.dated(tables.dates)
    adds_up = headline(statistics.sentences(tables.quantities, calculated, names, corpus))
    accurate, alarms = accuracy.headlines(corpus)
    if alarms and arithmetic.failing(checks, tables.quantities).any():  # how far a failure can be relied on
        adds_up += f" In the accuracy test, on other texts, {alarms[0].lower()}{alarms[1:]}"
    return {
        "1_timeline": headline(timeline.sentences(dated, tables.dates, calculated, corpus)),
        "2_agency_roles": headline(agency_roles.sentences(agency_roles.keep(tables), corpus)),
        "3_statistics": adds_up,
        "4_record": headline(record.sentences(joined, known, known.reports, speakers=tables.speakers)),
        "5_accuracy": accurate,
        "6_how_it_reads": how_it_reads.headline(corpus, tables, checks, joined),
    }


def answer(found: Mapping[str, str], checks: pd.DataFrame, tables: Tables, known: Record) -> str:
    """The first sentence of all: what the record says if there is one, otherwise a contradiction inside a text
    if there is one, otherwise when it happened.

    Args:
        found: From `headlines`.
        checks: From `check`.
        tables: From `extract`.
        known: The record.
    """
    if known.folder is not None:
        return found["4_record"]
    return found["3_statistics" if arithmetic.failing(checks, tables.quantities).any() else "1_timeline"]
