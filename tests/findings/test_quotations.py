"""Where the words that an article quotes were found: every answer, and the sentence on all of them."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.findings.quotations import FOUND, quotations, sentence
from helpers.record import join, load_record

WORDS = "We will not rest until the last of these gangs is gone."


def statements(*directness, article="x"):
    rows = [
        {
            "article": article,
            "start": 100 * n,
            "end": 100 * n + len(WORDS),
            "quote": WORDS,
            "speaker": "A",
            "direct": direct,
        }
        for n, direct in enumerate(directness)
    ]
    return pd.DataFrame(rows, columns=["article", "start", "end", "quote", "speaker", "direct"])


def claim(number, verdict, kind="wording", start=10):
    first = 100 * number + start
    return {
        "claim_id": f"x-{number}",
        "article": "x",
        "kind": kind,
        "verdict": verdict,
        "start": first,
        "end": first + 9,
    }


def report(number, stance, value, publisher="P"):
    return {"claim_id": f"x-{number}", "stance": stance, "reported_value": value, "publisher": publisher}


def found(said, claims=(), reports=()):
    columns = ["claim_id", "article", "kind", "verdict", "start", "end"]
    pages = ["claim_id", "stance", "reported_value", "publisher"]
    return quotations(
        said, pd.DataFrame(list(claims), columns=columns), pd.DataFrame(list(reports), columns=pages)
    )


PAGES = pd.DataFrame({"article": ["x", "x", "y"], "url": ["u1", "u2", "u3"]})
KNOWN, NONE = SimpleNamespace(folder=Path(), reports=PAGES, seen=""), SimpleNamespace(folder=None)


@pytest.mark.parametrize(
    ("claims", "reports", "where"),
    [
        ([], [], "not looked for"),
        ([claim(0, "corroborated", kind="count")], [report(0, "supports", "1")], "not looked for"),
        ([claim(0, "corroborated", start=80)], [report(0, "supports", WORDS)], "not looked for"),
        ([claim(0, "corroborated")], [report(0, "supports", WORDS)], "word for word"),
        (
            [claim(0, "corroborated")],
            [report(0, "supports", "“until the last of these gangs is gone,”")],
            "word for word",
        ),
        ([claim(0, "differs")], [report(0, "differs", f"As she put it: {WORDS}")], "word for word"),
        ([claim(0, "corroborated")], [report(0, "supports", "the gangs")], "in other words"),
        (
            [claim(0, "corroborated")],
            [report(0, "supports", "no rest for gangs until they are gone")],
            "in other words",
        ),
        ([claim(0, "differs")], [report(0, "differs", "gangs to be hunted")], "in other words"),
        ([claim(0, "contradicted")], [report(0, "contradicts", WORDS)], "contradicted"),
        ([claim(0, "not found")], [], "in none of the sources kept here"),
        ([claim(0, "not found"), claim(0, "corroborated", start=30)], [], "in other words"),
    ],
)
def test_where_a_quotation_was_found(claims, reports, where):
    table = found(statements("direct"), claims, reports)
    assert table["found"].tolist() == [where] and where in FOUND
    assert table["pages"][0] == [one["publisher"] for one in reports if where != "not looked for"]


def test_only_words_in_quotation_marks_count():
    assert len(found(statements("indirect", "mixed", "direct"))) == 2


@pytest.mark.parametrize(
    ("said", "claims", "record", "words"),
    [
        ((), [], KNOWN, "These texts quote nobody word for word."),
        (
            ("direct",),
            [],
            NONE,
            "These texts have one direct quotation, and there is no record in which to look for it.",
        ),
        (
            ("direct",) * 2,
            [],
            NONE,
            "These texts have two direct quotations, and there is no record in which to look for them.",
        ),
        (
            ("direct",) * 2,
            [],
            KNOWN,
            "These texts have two direct quotations, and no other page was searched for them.",
        ),
        (
            ("direct",),
            [claim(0, "not found")],
            KNOWN,
            "The one direct quotation looked for was not found on any page that the searches gave.",
        ),
        (
            ("direct",) * 3,
            [claim(n, "not found") for n in range(3)],
            KNOWN,
            "**None of the three direct quotations looked for was found** on any page that the searches gave.",
        ),
        (
            ("direct",) * 3,
            [claim(n, "not found") for n in range(3)],
            SimpleNamespace(folder=Path(), reports=PAGES.tail(1), seen="their headings"),
            "**None of the three direct quotations looked for was found** on any page that the searches gave (only their headings were read).",
        ),
        (
            ("direct",) * 2,
            [claim(n, "corroborated") for n in range(2)],
            KNOWN,
            "Both direct quotations looked for are told elsewhere in other words.",
        ),
        (
            ("direct",) * 4,
            [claim(0, "not found"), claim(1, "differs"), claim(2, "not found")],
            KNOWN,
            "Of three direct quotations looked for, one is told elsewhere in other words and two were not found on any page "
            "that the searches gave; no page was searched for the other one.",
        ),
    ],
)
def test_the_sentence_on_quotations(said, claims, record, words):
    assert sentence(found(statements(*said), claims), record) == words


def test_the_quotations_of_the_own_record():
    corpus = load_corpus()
    record, tables = load_record(corpus), extract(corpus)
    table = quotations(tables.statements, join(record, tables), record.reports)
    assert (
        set(table["found"]) <= set(FOUND) and len(table) == (tables.statements["direct"] != "indirect").sum()
    )
    assert all(corpus[row.article].text[row.start : row.end] == row.quote for row in table.itertuples())
