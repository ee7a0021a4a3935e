"""Notebook 1: its sentences are true and grammatical for none, one and many; its figures are drawn for any of
them."""

from datetime import date

import pandas as pd
import pytest

from helpers import check, extract
from helpers.checks.relations import COLUMNS
from helpers.findings import arithmetic, timeline
from helpers.findings.timeline_completed import (
    COMPLETED,
    about_completed,
    guessed_publications,
    why_completed,
)
from helpers.findings.words import with_titles
from helpers.run import check_parameters
from helpers.show import figures as draw_figures
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
    found = timeline.sentences(
        placed, tables.dates, arithmetic.calculate(check(tables), tables), texts, windowed=bool(start or end)
    )
    return [with_titles(sentence, {}) for sentence in found]


SAID = [
    ((DAY,), "**The one date is 3 May 2024 (“3 May 2024”).**"),
    (
        (DAY, MONTH, DAY),
        "**All three articles name at least one date**. The dates run from April 2023 (“April 2023”, a1) to 3 May 2024 (“3 May 2024”, a0).",
    ),
    ((DAY, MONTH), "Of two dated expressions, one is exact to the day; the other is wider: one month."),
    ((DAY, DAY), "Both dated expressions are exact to the day."),
    ((DAY, DAY, DAY), "All three dated expressions are exact to the day."),
    ((MONTH, MONTH), "Of two dated expressions, none is exact to the day: two months."),
    (
        (DAY, MONTH),
        "**Both articles name at least one date**. The dates run from April 2023 (“April 2023”, a1) to 3 May 2024 (“3 May 2024”, a0).",
    ),
    ((MONTH,), "**The one date is April 2023 (“April 2023”).**"),
    (
        (DAY, VAGUE),
        "**One of two articles names no date at all** (a1), and its date of publication is unknown.",
    ),
    (
        (DAY, "He fled on 3 March."),
        "**One of two articles names no date with its year** (a1): for the year readers have only the date of "
        "publication, and even that is unknown.",
    ),
    (
        (DAY, VAGUE, "He fled on 3 March."),
        "**Two of three articles name no date that can be put on a calendar** (a1 and a2), and their date of publication is unknown.",
    ),
    ((VAGUE,), "**The article names no date that can be put on a calendar.**"),
    ((VAGUE, VAGUE), "**Neither of the two articles names a date that can be put on a calendar.**"),
    ((VAGUE,), "One expression of time names no day, month or year: “Recently”."),
    (
        ("Police arrested 12 people on Tuesday.",),
        "One expression of time could be placed only if a year or the day of publication were known: “Tuesday”.",
    ),
    (
        (DAY, "He fled on 3 March. They left last month."),
        "Two expressions of time could be placed only if a year or the day of publication were known: “3 March” and “last month”.",
    ),
    (
        (VAGUE, VAGUE),
        "Two expressions of time name no day, month or year, always in the same words: “Recently”.",
    ),
    (
        (VAGUE, VAGUE, "Police will act soon."),
        "Three expressions of time name no day, month or year (two different wordings): “Recently” and “soon”.",
    ),
]


@pytest.mark.parametrize(("texts", "said"), SAID, ids=[said[:50] for _, said in SAID])
def test_sentences(texts, said):
    assert said in sentences(corpus(*texts))


@pytest.mark.parametrize("text", ["He fled on 3 March.", "He fled last month.", "Police met on Monday."])
def test_what_names_a_day_or_month_is_not_too_vague_for_a_calendar(text):
    said = sentences(corpus(text))
    assert not [sentence for sentence in said if "no day, month or year" in sentence]
    assert [sentence for sentence in said if "if a year or the day of publication were known" in sentence]


@pytest.mark.parametrize("text", ["They meet each Tuesday.", "They patrol every night."])
def test_what_recurs_is_not_vague(text):
    said = sentences(corpus(text))
    assert said[1].startswith("One expression of time stands for what happens again and again: “e")
    assert len(said) == 2


def test_a_window_cuts_and_says_so():
    texts = corpus(DAY, MONTH)
    assert "**One of two articles names no date in this window** (a1)." in sentences(texts, date(2024, 1, 1))
    assert sentences(texts, date(2030, 1, 1)) == [
        "**Neither of the two articles names a date in this window that can be put on a calendar.**"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Police arrested 9 people on 3 May 2024 at 6 a.m. and 4 on 5 May 2024.",
            "Both dated expressions are exact to the day.",
        ),
        (
            "Police arrested 9 people on 3 May 2024 at 6 a.m. They met in June 2024 and over Easter weekend.",
            "Of three dated expressions, one is exact to the day; the others are wider: one weekend and one month.",
        ),
        (
            "Police met in the spring of\n2023.",
            "**The one date is 1 March – 31 May 2023 (“the spring of 2023”).**",
        ),
    ],
)
def test_every_precision_is_counted_and_quotes_stand_on_one_line(text, said):
    assert said in sentences(corpus(text, published="2024-06-10"))


def test_of_two_years_both_are_inferred():
    found = sentences(corpus("Police arrested 9 on 3 May and 4 on 5 May.", published="2024-06-10"))
    assert any("the years were inferred, both from the date of publication" in said for said in found)


@pytest.mark.parametrize(
    ("basis", "how"),
    [
        ("inferred: retells a speech of 2 May 2024", "catalogue: retells a speech of 2 May 2024"),
        ("Inferred", "the catalogue does not say from what"),
    ],
)
def test_how_a_publication_was_inferred_is_said(basis, how):
    guessed = Article(slug="g", text=VAGUE, published="2024-05", published_basis=basis)
    texts = Corpus([guessed, Article(slug="k", text=DAY, published="2025-01-09")])
    assert any(f"even that is inferred ({how})." in said for said in sentences(texts))
    placed = timeline.dated(extract(texts).dates)
    assert timeline.by_article(placed, texts)["published"][0] == f"May 2024, inferred ({how})"


def test_an_inferred_year_says_from_where():
    found = sentences(corpus("Police arrested 12 people on 3 May.", published="2024-05-10"))
    assert (
        "One expression names no year (“3 May”); its year was inferred from the date of publication." in found
    )


def test_a_year_that_the_head_of_the_text_tells_is_not_said_to_follow_from_publication():
    for head in ("LONDON, March 4, 2025 – A court met.", "Updated March 4, 2025", "4 March 2025"):
        found = sentences(corpus(f"{head}\n\nPolice arrested 12 people last Monday."))
        assert not any("publication" in said and "year" in said for said in found), found
    found = sentences(corpus("Updated March 4, 2025\n\nPolice arrested 12 people on February 27."))
    words = "the date at the head of the text"
    assert f"One expression names no year (“February 27”); its year was inferred from {words}." in found


def test_a_year_inferred_from_an_inferred_publication_says_so():
    guessed = {"published": "2024-05", "published_basis": "inferred: from the event"}
    words = "a date of publication that is itself only inferred"
    one = sentences(corpus("Police arrested 12 people on 3 May.", **guessed))
    assert f"One expression names no year (“3 May”); its year was inferred from {words}." in one
    known = Article(slug="known", text="Police arrested 9 people on 2 May.", published="2024-05-10")
    both = Corpus([known, Article(slug="guessed", text="Police arrested 12 people on 3 May.", **guessed)])
    assert (
        f"Two expressions name no year (“2 May” and “3 May”); the years were inferred, one from the date of publication and one from {words}."
    ) in sentences(both)


def test_days_to_publication_are_given_only_where_they_are_known():
    def lag(text=DAY, **keywords):
        texts = corpus(text, **keywords)
        return timeline.by_article(timeline.dated(extract(texts).dates), texts)["lag"].iloc[0]

    assert lag(published="2024-05-10") == "seven days"
    assert lag(published="2024-05") == "0 to 28 days"
    assert lag(published="2024-05", published_basis="inferred: from the event") == "publication date inferred"
    assert lag() == "publication unknown"
    assert lag(published="2024-04-01") == "no date before it"
    assert lag("Police met.", published="2024-04-01") == "no date to count from"


def test_a_month_that_publication_lies_in_is_no_older_than_it():
    assert sentences(corpus("It ends in June 2024.", published="2024-06-11")) == [
        "**The one date is June 2024 (“June 2024”).**"
    ]
    texts = corpus("The operation began in April 2023 and ends in June 2024.", published="2024-06-11")
    assert timeline.by_article(timeline.dated(extract(texts).dates), texts)["lag"].iloc[0] == "the same day"


def test_an_article_that_comes_late_is_named_with_its_days():
    late = "**a0 appeared 366 days after the last date it names** (“3 May 2024”)."
    assert late in sentences(corpus(DAY, published="2025-05-04"))
    least = "**a0 appeared at least 363 days after the last date it names** (“3 May 2024”)."
    assert least in sentences(corpus(DAY, published="2025-05"))  # it may have been any day of that month
    month = "**a0 appeared at least 764 days after the last date it names** (“April 2023”)."
    assert month in sentences(corpus(MONTH, published="2025-06-02"))  # and any day of that one
    assert not [said for said in sentences(corpus(DAY, published="2024-05-10")) if "appeared" in said]
    found = sentences(corpus(f"{DAY} The recent raid was the first.", published="2025-05-04"))
    assert late.removesuffix(".") + "; it uses the word “recent”." in found
    for last in (
        "It goes on in June 2025.",
        "It was the worst year since 2023.",
        "The trial opens on 3 May 2026.",
    ):
        assert not [
            said for said in sentences(corpus(f"{DAY} {last}", published="2025-06-11")) if "appeared" in said
        ]
    inferred = {"published": "2025-05", "published_basis": "inferred: retells something"}
    assert not [said for said in sentences(corpus(DAY, **inferred)) if "appeared" in said]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DAY, "3 May 2024"),
        (MONTH, "April 2023"),
        ("It took 12 days.", "12 days"),
        ("It took 90 minutes.", "90 minutes"),
        ("Police have arrested 12 people since Oct. 1, 2024.", "from 1 October 2024 on"),
        (VAGUE, "no day, month or year"),
        ("Police arrested 12 people on 3 May.", "which one is not known"),
        ("Police arrested 12 people on Tuesday.", "which one is not known"),
    ],
)
def test_a_time_is_put_into_words_and_never_into_a_code(text, words):
    row = next(extract(corpus(text)).dates.itertuples())
    assert timeline.in_words(row) == words


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
    draw.durations(timeline.lengths(tables.dates), texts, tmp_path)
    assert {"calendar.png", "calendar.svg"} <= {path.name for path in tmp_path.iterdir()}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_publication_that_is_only_inferred_is_drawn_as_inferred(monkeypatch):
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda one, words, *_, **__: drawn.append(one))
    looks = []
    for basis, label in (
        ("inferred: retells a notice", "inferred: May 2024"),
        ("masthead", "published May 2024"),
    ):
        texts = corpus(DAY, VAGUE, published="2024-05", published_basis=basis)
        draw.calendar(timeline.dated(extract(texts).dates), texts)
        [axes] = drawn.pop().axes
        said = {text.get_text() for text in axes.texts}
        diamonds = [line for line in axes.lines if line.get_marker() == "D"]
        looks.append({line.get_fillstyle() for line in diamonds})
        assert len(diamonds) == 2 and {label, "no date that can be placed"} <= said
        draw_figures.plt.close(axes.figure)
    assert looks == [{"left"}, {"full"}]


YEARLESS = "Police held two men from March 11 to March 22, it said."


@pytest.mark.parametrize(
    ("texts", "published", "starred"),
    [
        ((YEARLESS,), "2024-05-10", ["March 11 to March 22*"]),
        ((DAY,), "2024-05-10", []),
        ((YEARLESS, DAY, MONTH), "2024-05-10", ["March 11 to March 22*"]),
        (
            ("Police held two men on March 3. They were freed on March 3, 2024.",),
            "2024-05-10",
            [],
        ),  # it is given
        (("Police held two men on March 3. On March 3 they were freed.",), "2024-05-10", ["March 3*  ×2"]),
        (("Two men were held on Tuesday, police said.",), "2024-05-10", ["Tuesday*"]),
        ((YEARLESS,), "", []),  # and without a year it is not drawn
        ((VAGUE,), "2024-05-10", []),
        (
            ("On March 3, 2024, police searched a house. On March 7 they held two men.",),
            "",
            ["March 7*"],
        ),
        ((f"{YEARLESS} They had fled on April 2, 2023.",), "2024-05-10", ["March 11 to March 22*"]),
    ],
)
def test_a_date_whose_year_is_inferred_is_marked_as_such(texts, published, starred, monkeypatch):
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda one, words, *_, **more: drawn.append((one, words, more)))
    texts = corpus(*texts, published=published)
    draw.calendar(timeline.dated(extract(texts).dates), texts)
    if not drawn:
        assert not starred
        return
    one, words, more = drawn.pop()
    for picture in (one, more["narrow"]()):
        said = [text.get_text() for text in picture.axes[0].texts]
        assert [label for label in said if "*" in label] == starred
        key = [text.get_text() for legend in picture.legends for text in legend.get_texts()]
        assert ("inferred, not in the text" in key) == bool(starred)
        draw_figures.plt.close(picture)
    assert words.count("*: year (or more) inferred, not in the text (“") == bool(starred)


def test_a_row_whose_publication_is_unknown_says_so_beside_those_that_are_known(monkeypatch):
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda one, words, *_, **__: drawn.append(one))
    unknown = [Article(slug="dated", text=DAY), Article(slug="vague", text=VAGUE)]
    known = Article(slug="known", text=DAY, published="2024-05-10")
    notes = {"publication unknown", "no date that can be placed; publication unknown"}
    for texts, there in ((Corpus([*unknown, known]), notes), (Corpus(unknown), set())):
        draw.calendar(timeline.dated(extract(texts).dates), texts)
        said = {text.get_text() for text in drawn.pop().axes[0].texts}
        assert said & notes == there


def test_what_lies_outside_the_window_is_not_said_to_have_no_date(monkeypatch):
    told = []
    monkeypatch.setattr(draw, "figure", lambda one, words, *_, **__: told.append((one, words)))
    texts = corpus(DAY, MONTH)
    for start, why in (
        (date(2024, 1, 1), "Outside the window, or without a date that can be placed: a1."),
        (None, ""),
    ):
        draw.calendar(timeline.dated(extract(texts).dates, start), texts, start=start)
        one, words = told.pop()
        draw_figures.plt.close(one)
        assert words.endswith(why or "2024.") and ("ithout a date" in words) == bool(why)


def test_two_dates_of_what_may_be_one_event_are_said_to_be_two():
    said = sentences(corpus("What is known.\n\n- Date of operation: 3 March 2024\n- Removal: April 2024"))
    assert (
        "a0: if “Date of operation” (3 March 2024) and “Removal” (April 2024) are one event, the text gives it two dates."
        in said
    )


@pytest.mark.parametrize(
    "days", ["31 December 9999", "1 January 0001", "1 January 0001 and 31 December 9999"]
)
def test_the_first_and_last_day_there_are_can_be_drawn(days, tmp_path):
    texts = corpus(f"On {days} police arrested two men. It began on 30 December 9999.", DAY)
    draw.calendar(timeline.dated(extract(texts).dates), texts, output_dir=tmp_path)
    assert (tmp_path / "calendar.svg").exists()


@pytest.mark.parametrize(("start", "end"), [("", "9999-12-31"), ("0001-01-01", ""), ("0001", "9999")])
def test_a_window_may_reach_to_the_edges_of_the_calendar(start, end, tmp_path):
    texts, window = corpus(DAY), check_parameters(start=start, end=end)
    placed = timeline.dated(extract(texts).dates, window.start, window.end)
    draw.calendar(placed, texts, start=window.start, end=window.end, output_dir=tmp_path)
    assert (tmp_path / "calendar.svg").exists()


def test_a_calendar_is_no_higher_than_a_screen_or_two_and_counts_what_it_shows(monkeypatch):
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda one, words, *_, **__: drawn.append((one, words)))
    days = " ".join(f"On {day} May 2023 police arrested two men." for day in range(1, 20))
    texts = corpus(*(days,) * 12)
    draw.calendar(timeline.dated(extract(texts).dates), texts)
    [(one, words)] = drawn
    assert one.get_size_inches()[1] < 20
    assert words.startswith(
        "A calendar of the first nine of 12 articles, one row each: 171 dated expressions"
    )
    assert "171 dated expressions in nine articles" in one.axes[0].get_xlabel()
    draw_figures.plt.close(one)


@pytest.mark.parametrize(
    ("quote", "precision", "begin", "finish"),
    [
        ("a year earlier", "month", "2023-06-01", "2023-06-30"),
        ("Three months later", "month", "2023-06-01", "2023-06-30"),
        ("two years ago today", "day", "2023-06-10", "2023-06-10"),
        ("exactly a year before", "day", "2023-06-10", "2023-06-10"),
        ("a year and two days earlier", "day", "2023-06-10", "2023-06-10"),
        ("a week earlier", "day", "2023-06-10", "2023-06-10"),
        ("10 June last year", "day", "2023-06-10", "2023-06-10"),
    ],
)
def test_a_time_counted_in_years_or_months_is_as_wide_as_it_is_meant(quote, precision, begin, finish):
    row = {"quote": quote, "precision": "day", "begin": "2023-06-10", "finish": "2023-06-10"}
    found = timeline.as_meant(pd.DataFrame([row])).iloc[0]
    assert (found["precision"], found["begin"], found["finish"]) == (precision, begin, finish)


def test_the_last_month_of_the_calendar_has_an_end():
    row = {"quote": "a year later", "precision": "day", "begin": "9999-12-03", "finish": "9999-12-03"}
    assert timeline.as_meant(pd.DataFrame([row]))["finish"].tolist() == ["9999-12-31"]


def test_an_order_is_told_in_the_words_of_the_text():
    read = []
    for month in ("April", "February"):
        tables = extract(
            corpus(f"Police arrested the man on 3 March 2024. He was deported on 5 {month} 2024.")
        )
        read += arithmetic.calculate(check(tables), tables)["told"].tolist()
    assert read == [
        "“arrested” (3 March 2024), then “deported” (5 April 2024)",
        "“deported” (5 February 2024) must come after “arrested” (3 March 2024), but lies before it",
    ]


def completed(texts):
    known = timeline.as_meant(extract(texts).dates)
    lacking = known[known["year_from"].isin(list(COMPLETED)) | (known["alternatives"] != "")]
    told = {
        " ".join(row.quote.split()): why_completed(row, texts[row.article]) for row in lacking.itertuples()
    }
    return about_completed(lacking, guessed_publications(texts), texts), told


def test_dates_not_given_in_full_say_from_what_they_were_completed():
    text = "On 7 May 2024 police met. On June 9 they left."
    assert completed(corpus(text)) == (
        "One date leaves out its year, or more, and was completed.",
        {"June 9": "completed from another date of the text"},
    )
    said, told = completed(
        corpus("Police met on Monday.", published="2024-05-09", published_basis="inferred: x")
    )
    assert said == (
        "The date of publication is inferred. One date leaves out its year, or more, and was completed."
    )
    assert told["Monday"].startswith("completed from the date of publication, which is itself inferred")
    assert completed(corpus("Police met on 7 May 2024.", published="2024-05-09")) == ("", {})


def test_a_date_of_two_readings_names_the_other_and_what_decides():
    said, told = completed(corpus("Police met on 7/4/2023 and left."))
    assert said == "One date with its year can be read in more than one way."
    assert told == {"7/4/2023": "could be 4 July 2023 or 7 April 2023 (nothing decides)"}
    dates = extract(corpus("Police met on 7/4/2023 and left.")).dates
    assert timeline.labelled(dates)["label"].tolist() == ["which one is not known"]
    said, told = completed(corpus("Police met on 7/4/2023 and 7/19/2023."))
    assert told == {"7/4/2023": "could also be 7 April 2023 (chosen by the other dates of the text)"}


def test_publications_that_are_inferred_are_counted_among_the_articles():
    texts = Corpus(
        [
            Article(
                slug="a", text="Police met.", published="2024-03", published_basis="inferred: from the event"
            ),
            Article(slug="b", text="Police met.", published="2024-03-05"),
        ],
    )
    found = guessed_publications(texts)
    assert found.to_dict("records") == [
        {
            "article": "a",
            "words": "(date of publication)",
            "read": "March 2024",
            "why": "inferred (catalogue: from the event)",
        }
    ]
    assert completed(texts)[0] == "The date of publication is inferred for one of two articles."


def test_a_birth_long_ago_is_told_beside_the_calendar_and_does_not_squeeze_it(monkeypatch):
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda one, *_, **more: drawn.append((one, more)))
    days = "Police held a man on 3 May 2024. He was charged on 9 May 2024, and tried in June 2024 and on 4 July 2024."
    for text, far in ((f"{days} He was born in 1979.", True), (f"{days} He had moved in 2021.", False)):
        draw.calendar(timeline.dated(extract(corpus(text)).dates), corpus(text))
        one, more = drawn.pop()
        for picture in (one, more["narrow"]()):
            axes = picture.axes[0]
            said = " ".join(text.get_text() for text in axes.texts)
            assert ("further back: 1979" in said) == far
            left, right = axes.get_xlim()
            assert (right - left < 400) == far
            draw_figures.plt.close(picture)
