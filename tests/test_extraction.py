"""The whole reading: every row is evidence, any text can be read, and it takes no longer than it should."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import extract, load_corpus, verify
from helpers.extraction import ROWS, chunk
from helpers.quantities.read import read_numbers
from helpers.texts import sentences
from helpers.texts.corpus import Article, Row
from tests.growth import assert_linear

ICE = "U.S. Immigration and Customs Enforcement"
WORDS = st.sampled_from(
    [
        "ICE",
        "arrested",
        "over",
        "200",
        "people",
        "on",
        "March",
        "3,",
        "2024",
        "may",
        "said",
        "“We",
        "must”",
        "the",
        "agency",
        "12-day",
        "65%",
        "|",
        "\n",
        "- ",
        "* ",
        "---|---",
        "U.S.",
        "$5",
        "million",
        ".",
        "?",
        "by",
        "FBI",
        "will",
        "\ufeff",
        "\x00",
        "🚔",
        "é",
        "قال",
    ]
)


def text_of_words(words):
    return " ".join(words)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(WORDS, max_size=60).map(text_of_words), st.text()))
def test_every_row_of_any_text_is_its_own_evidence(text):
    article = Article(slug="x", text=text, published="2024-05-03")
    for name, frame in extract([article]):
        assert list(frame.columns) == [field.name for field in fields(ROWS[name])]
        for row in frame.itertuples():
            assert 0 <= row.start < row.end and text[row.start : row.end] == row.quote


def test_empty_tables_have_their_columns():
    for name, frame in extract([]):
        assert frame.empty and list(frame.columns) == [field.name for field in fields(ROWS[name])]


def test_every_row_begins_with_its_evidence():
    evidence = [field.name for field in fields(Row)]
    for kind in ROWS.values():
        assert [field.name for field in fields(kind)][:5] == evidence
        assert kind.__doc__ and all(f"{field.name}" in kind.__doc__ for field in fields(kind)[5:]), kind


def test_an_executor_gives_the_same_tables():
    corpus = load_corpus()
    with ThreadPoolExecutor(1) as executor:
        for (_, one), (_, other) in zip(extract(corpus), extract(corpus, executor=executor), strict=True):
            pd.testing.assert_frame_equal(one, other)


def test_articles_do_not_change_each_other():
    corpus = load_corpus()
    together = extract(corpus)
    for article in corpus:
        for (name, alone), (_, all_of_them) in zip(extract([article]), together, strict=True):
            own = all_of_them[all_of_them["article"] == article.slug].reset_index(drop=True)
            pd.testing.assert_frame_equal(alone, own, check_dtype=False, obj=f"{article.slug}: {name}")


def test_verify_finds_a_quote_that_is_not_there():
    article = Article(slug="x", text="Police held 3 men.")
    frame = pd.DataFrame(
        [
            {"article": "x", "start": 0, "end": 6, "quote": "Police"},
            {"article": "x", "start": 0, "end": 6, "quote": "police"},
        ]
    )
    assert verify([("t", frame)], [article]).to_dict("records") == [{"table": "t", "rows": 2, "failed": 1}]


def test_an_article_that_fails_is_set_aside_and_the_others_are_read(monkeypatch):
    def fail(article, *rest):
        if article.slug == "bad":
            raise KeyError("odd")
        return read_numbers(article, *rest)

    monkeypatch.setattr(chunk, "read_numbers", fail)
    articles = [Article(slug=slug, text="Police held 12 men.") for slug in ("a", "bad", "b")]
    with pytest.warns(UserWarning, match="bad was not read: KeyError: 'odd'"):
        tables = extract(articles)
    assert list(tables.quantities["article"]) == ["a", "b"]
    assert list(tables.problems["article"]) == ["bad"]
    assert tables.problems["place"][0].split(":")[0].endswith("test_extraction.py")


def test_a_sentence_stands_in_its_row_as_in_the_article():
    text = "“On\u00a03\u00a0May 2024 the FBI seized 12\u202fkg of cocaine,” said Sheriff Ann\u00a0Lee of the FBI."
    tables = extract([Article(slug="x", text=text)])
    for name in ("dates", "quantities", "agencies", "speakers", "statements"):
        rows = getattr(tables, name)
        assert len(rows) and all(sentence in text for sentence in rows["sentence"]), name


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("ICE arrested 40 people from 30 countries.", {"40": ICE, "30": ""}),
        ("ICE arrested 40 people with 90 convictions.", {"40": ICE, "90": ""}),
        ("Forty people were arrested by ICE in two towns.", {"Forty": ICE, "two": ""}),
        ("ICE said that 40 people had crossed.", {"40": ""}),
        (
            "ICE arrested 40 people and the FBI seized 12 guns.",
            {"40": ICE, "12": "Federal Bureau of Investigation"},
        ),
        ("ICE and the FBI arrested 40 people.", {"40": ""}),
        ("ICE did not arrest 40 people.", {"40": ""}),
        ("After ICE seized 12 guns, 40 people fled.", {"12": ICE, "40": ""}),
    ],
)
def test_a_number_is_by_whoever_did_it_to_what_is_counted(text, by):
    found = extract([Article(slug="a", text=text)]).quantities
    assert dict(zip(found["quote"], found["by"], strict=True)) == by


WIDE = {  # a table of as many columns: what stands in its header, in its row, and below it in a row of its own
    "numbers": (lambda n: f"c{n}", lambda n: n),
    "years": (lambda n: 1900 + n % 120, lambda n: 1950 + n % 90),
    "units": (lambda n: f"kg in {1950 + n % 70}", lambda n: f"{n} kg"),
}


@pytest.mark.parametrize("name", WIDE)
def test_one_wide_row_of_a_table_takes_linear_time_and_keeps_its_words_once(name):
    def work(size):
        header, row = (" | ".join(str(cell(n)) for n in range(size)) for cell in WIDE[name])
        text = f"| {header} |\n|{'---|' * size}\n| {row} |\n"
        return lambda: extract([Article(slug="x", text=text, published="2024-06-01")])

    work(10)()  # the lists of words are read once
    assert_linear(work, 250)
    for _, frame in work(50)():
        for _, of_one in frame.groupby("sentence_start"):
            assert len(set(map(id, of_one["sentence"]))) == 1


def test_rows_of_one_sentence_share_its_words():
    """Each row with a copy of its own, a long line of numbers would take its length times its numbers."""
    text = "Police\u00a0held 5 men, 6 women. Two fled."
    article = Article(slug="x", text=text)
    rows, _ = read_numbers(article, sentences(article), [])
    first, second, third = (row.sentence for row in chunk._as_it_stands(article, rows))
    assert first is second and first == text[: len(first)] and third == "Two fled."
