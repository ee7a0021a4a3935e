"""Notebook 1: its sentences are true and grammatical for none, one and many; its figures are drawn for any of
them."""

from datetime import date

import pandas as pd
import pytest

from helpers import check, extract
from helpers.checks.relations import COLUMNS
from helpers.findings import timeline
from helpers.show import timeline as draw
from helpers.texts.corpus import Article, Corpus

NO_CHECKS = pd.DataFrame(columns=COLUMNS)
DAY = "Police arrested 12 people on 3 May 2024."
MONTH = "The operation began in April 2023."
VAGUE = "Recently the police arrested many."


def corpus(*texts, **keywords):
    return Corpus([Article(slug=f"a{number}", text=text, **keywords) for number, text in enumerate(texts)])


def sentences(texts, start=None, end=None):
    tables = extract(texts)
    placed = timeline.dated(tables.dates, start, end)
    return timeline.sentences(placed, tables.dates, check(tables), texts, windowed=bool(start or end))


SAID = [
    ((DAY,), "The article names at least one date."),
    ((DAY,), "The one dated expression is exact to the day."),
    ((MONTH,), "The one dated expression is wider than a day: one month."),
    ((DAY, MONTH), "All two articles name at least one date."),
    ((DAY, MONTH), "Of two dated expressions, **one is exact to the day**; the others are wider: one month."),
    ((DAY, DAY), "Of two dated expressions, **all are exact to the day**."),
    ((MONTH, MONTH), "Of two dated expressions, **none is exact to the day**: two months."),
    (
        (DAY, MONTH),
        "The calendar runs from 1 April 2023 (“April 2023”, a1) to 3 May 2024 (“3 May 2024”, a0).",
    ),
    (
        (DAY, VAGUE),
        "**One of two articles names no date at all** (a1): only the date of publication places what it tells; for a1 even that is unknown.",
    ),
    ((VAGUE,), "The article names no date that can be put on a calendar."),
    ((VAGUE, VAGUE), "None of the two articles names a date that can be put on a calendar."),
    ((VAGUE,), "One expression of time is too vague for any calendar: “recently”."),
    ((VAGUE, VAGUE), "Two expressions of time are too vague for any calendar, all the same: “recently”."),
    (
        (VAGUE, VAGUE, "Police will act soon."),
        "Three expressions of time are too vague for any calendar, two of them different: “recently” and “soon”.",
    ),
]


@pytest.mark.parametrize(("texts", "said"), SAID, ids=[said[:50] for _, said in SAID])
def test_sentences(texts, said):
    assert said in sentences(corpus(*texts))


def test_a_window_cuts_and_says_so():
    texts = corpus(DAY, MONTH)
    assert "**One of two articles names no date in this window** (a1)." in sentences(texts, date(2024, 1, 1))
    assert sentences(texts, date(2030, 1, 1)) == [
        "None of the two articles names a date in this window that can be put on a calendar."
    ]


def test_an_inferred_year_says_from_where():
    found = sentences(corpus("Police arrested 12 people on 3 May.", published="2024-05-10"))
    assert "One expression names no year; its year was inferred from the date of publication." in found


def test_days_to_publication_are_given_only_where_they_are_known():
    def lag(**keywords):
        texts = corpus(DAY, **keywords)
        return timeline.by_article(timeline.dated(extract(texts).dates), texts)["lag"].iloc[0]

    assert lag(published="2024-05-10") == "seven days"
    assert lag(published="2024-05") == "0 to 28 days"
    assert lag(published="2024-05", published_basis="inferred: from the event") == "publication only inferred"
    assert lag() == "publication unknown"
    assert lag(published="2024-04-01") == "no date before it"


def test_what_is_tied_to_a_date_comes_from_its_sentence():
    texts = corpus("ICE arrested 12 people on 3 May 2024. The FBI seized 4 cars.")
    tables = extract(texts)
    tied = timeline.attached(timeline.dated(tables.dates), tables.roles, tables.quantities).iloc[0]
    assert tied["who"] == "U.S. Immigration and Customs Enforcement: arrest, reported"
    assert tied["how_many"] == "12 “people”" and tied["when"] == "3 May 2024"


def test_precision_is_counted_most_exact_first():
    dates = extract(corpus(DAY, MONTH + " " + VAGUE + " It took 12 days.")).dates
    counts = timeline.precision_counts(dates, ["a0", "a1", "none"])
    assert list(counts) == ["day", "month", "duration", "vague"]
    assert counts.loc["a1"].to_list() == [0, 1, 1, 1] and counts.loc["none"].sum() == 0


def test_lengths_are_in_days():
    dates = extract(corpus("It took 12 days, 48 hours, two weeks, 6 months and 90 minutes.")).dates
    assert [round(days, 2) for days in timeline.lengths(dates)["days"]] == [12, 2, 14, 182.62, 0.06]


@pytest.mark.parametrize(
    "texts", [(VAGUE,), (DAY,), (DAY, MONTH, VAGUE), (DAY,) * 30], ids=["none", "one", "some", "many"]
)
def test_figures_are_drawn_for_none_one_and_many(texts, tmp_path, capsys):
    texts = corpus(*texts, published="2024-06")
    tables = extract(texts)
    draw.calendar(timeline.dated(tables.dates), texts, output_dir=tmp_path)
    draw.precision(timeline.precision_counts(tables.dates, texts.slugs), tmp_path)
    draw.durations(timeline.lengths(tables.dates), tmp_path)
    assert {"calendar.png", "calendar.svg", "precision.png"} <= {path.name for path in tmp_path.iterdir()}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
