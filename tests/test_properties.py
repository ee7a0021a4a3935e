"""What must be so of any text: tried on texts that nobody would write, on articles with something changed in
them, and on pairs of texts of which one follows from the other.

A reading is compared by its rows, each as the cells that the change should leave alone.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import check, extract, load_corpus, verify
from helpers.texts import SEEDS, Article, Corpus, sentences

DEV = SEEDS.parent / "tests" / "gold" / "dev"
ARTICLES = (*load_corpus(), *load_corpus(DEV))
LONGEST_PIECE = 500
STRAIGHT = str.maketrans('’‘“”"', "'''''")
QUICK = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def read(*texts, published="2024-06-01"):
    return extract(
        [Article(slug=str(number), text=text, published=published) for number, text in enumerate(texts)]
    )


def rows(frame, *columns):
    """The rows as a sorted list of texts with straight quotation marks, so that readings can be compared."""
    return sorted(str(row).translate(STRAIGHT) for row in frame[list(columns)].to_numpy().tolist())


def assert_sound(text, published="2024-06-01"):
    """Everything that is so of the tables and checks of any text."""
    article = Article(slug="x", text=text, published=published)
    tables = extract([article])
    assert tables.problems.empty, tables.problems.to_dict("records")
    assert not verify(tables, [article])["failed"].any()
    for _, frame in tables:
        assert all(frame["start"] < frame["end"])
        if "sentence" in frame:
            assert all(len(row.sentence) <= len(text) - row.sentence_start for row in frame.itertuples())
    dated = tables.dates.dropna(subset=["begin", "finish"])
    dated = dated[(dated["begin"] != "") & (dated["finish"] != "")]
    assert all(dated["begin"] <= dated["finish"])
    assert all(date.fromisoformat(day) for day in [*dated["begin"], *dated["finish"]])
    bounded = tables.quantities.dropna(subset=["low", "high"])
    assert all(bounded["low"] <= bounded["high"])
    valued = tables.quantities.dropna(subset=["value"])
    assert not any(valued["value"] < valued["low"]) and not any(valued["value"] > valued["high"])
    found = check(tables)
    assert all(0 <= start < len(text) for starts in found["starts"] for start in starts)


# ---- any text
# --------------------------------------------------------------------------------------------------

PIECES = st.builds(
    lambda article, start, length: article.text[start % len(article.text) :][:length],
    st.sampled_from(ARTICLES),
    st.integers(0, 10_000),
    st.integers(1, LONGEST_PIECE),
)
ODD = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *(
                "\x00",
                "\ufeff",
                "\u202e",
                "\u2028",
                "\u00a0",
                "\u0301",
                "🚔",
                "ſ",
                "K",
                "µ",
                "½",
                "²",
                "Ⅷ",
                "٣",
                "३",
            ),
            *("\n", "\n\n", "| a | 5 |\n", "- ", "“", "”", "'", "(", "%", "$", "€", "°", "–", ". ", "No. "),
            *(
                "9" * 400,
                "31 February 2024",
                "year 12024",
                "0",
                "-1",
                "1e5",
                "00:00",
                "9999-12-31",
                "1 January 0001",
                "0^-9",
                "9999^99",
                "10^99 trillion",
            ),
        ]
    ),
)


@st.composite
def changed_articles(draw):
    """A piece of an article in which something is left out, doubled, put in or exchanged, a few times."""
    text = draw(PIECES)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = draw(
            st.sampled_from(
                [
                    text[:start] + text[end:],
                    text[:end] + text[start:],
                    text[:start] + draw(ODD) + text[end:],
                    text[:start] + text[start:end].upper() + text[end:],
                    text[:start] + text[start:end][::-1] + text[end:],
                    text[:start]
                    + re.sub(r"\d", lambda digit: str(9 - int(digit[0])), text[start:end])
                    + text[end:],
                ]
            )
        )
    return text[: 2 * LONGEST_PIECE]


@QUICK
@given(changed_articles(), st.sampled_from(["", "2024", "2024-06", "2024-06-01"]))
def test_a_changed_article_is_read_soundly(text, published):
    assert_sound(text, published)


@QUICK
@given(st.text(max_size=300), st.sampled_from(["", "2024-06-01"]))
def test_any_characters_are_read_soundly(text, published):
    assert_sound(text, published)


@QUICK
@given(
    st.lists(
        st.one_of(ODD, st.sampled_from(["police", "arrested", "12", "men", "on 3 May 2024"])), max_size=40
    )
)
def test_odd_pieces_in_a_row_are_read_soundly(pieces):
    assert_sound(" ".join(pieces))


# ---- the same words in another dress
# --------------------------------------------------------------------------------

PLACES = ("article", "start", "end")
SEEN = {
    "dates": (*PLACES, "type", "value", "begin", "finish"),
    "quantities": (*PLACES, "low", "high", "unit"),
    "agencies": (*PLACES, "agency"),
    "roles": (*PLACES, "role", "mode", "negated"),
    "speakers": PLACES,
    "statements": (*PLACES, "mode"),
}
VERDICTS = ("article", "kind", "holds", "starts")


@pytest.fixture(scope="module")
def as_they_are():
    return extract(ARTICLES)


def dressed(change):
    return [
        Article(
            slug=article.slug,
            text=change(article.text),
            title=change(article.title),
            published=article.published,
        )
        for article in ARTICLES
    ]


DRESSES = {
    "straight quotation marks": lambda text: text.translate(str.maketrans("’‘“”", "''\"\"")),
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "narrow spaces before units": lambda text: re.sub(r"(?<=\d) (?=[a-z])", "\u202f", text),
}


@pytest.mark.parametrize("name", DRESSES)
def test_another_dress_changes_nothing(name, as_they_are):
    other = extract(dressed(DRESSES[name]))
    for table, columns in SEEN.items():
        assert rows(getattr(other, table), *columns) == rows(getattr(as_they_are, table), *columns)
    assert rows(check(other), *VERDICTS) == rows(check(as_they_are), *VERDICTS)


def test_neither_order_nor_chunks_nor_workers_change_anything(as_they_are):
    backwards = extract(reversed(ARTICLES))
    alone = [extract([article]) for article in ARTICLES]
    with ThreadPoolExecutor(2) as pool:
        side_by_side = extract(ARTICLES, executor=pool)
    for name, frame in as_they_are:
        columns = [column for column in frame if column not in ("alternatives",)]
        expected = rows(frame, *columns)
        assert rows(getattr(backwards, name), *columns) == expected
        assert rows(pd.concat([getattr(one, name) for one in alone]), *columns) == expected
        assert getattr(side_by_side, name).equals(frame)
    expected = rows(check(as_they_are), *VERDICTS)
    assert rows(check(backwards), *VERDICTS) == expected
    assert rows(pd.concat(check(one) for one in alone), *VERDICTS) == expected


def test_line_ends_and_a_mark_at_the_front_move_places_and_nothing_else(as_they_are):
    marked = extract(dressed(lambda text: "\ufeff" + text.replace("\n", "\r\n")))
    for name, columns in SEEN.items():
        kept = [column for column in columns if column not in ("start", "end")]
        assert rows(getattr(marked, name), *kept) == rows(getattr(as_they_are, name), *kept)


# ---- one text that follows from another
# -----------------------------------------------------------------------------

DAYS = st.dates(date(1990, 1, 1), date(2089, 12, 1))
WAYS = {
    "day in words": lambda day: f"Police arrested 12 men on {day.day} {day:%B} {day.year}.",
    "American": lambda day: f"Police arrested 12 men on {day:%B} {day.day}, {day.year}.",
    "with its weekday": lambda day: f"Police arrested 12 men on {day:%A}, {day.day} {day:%B} {day.year}.",
    "ISO": lambda day: f"Police arrested 12 men on {day.isoformat()}.",
    "range": lambda day: (
        f"From {day.day} {day:%B} {day.year} to {day + timedelta(9):%d} {day + timedelta(9):%B} {(day + timedelta(9)).year} "
        "police arrested 12 men."
    ),
}


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=25)
@given(day=DAYS)
def test_dates_that_move_move_the_rows(way, day):
    later = day + timedelta(28)
    tables = read(WAYS[way](day), WAYS[way](later))
    first, second = (tables.dates[tables.dates["article"] == article] for article in "01")
    assert len(first) == len(second) == 1
    for column in ("begin", "finish"):
        before, after = date.fromisoformat(first[column].item()), date.fromisoformat(second[column].item())
        assert after - before == timedelta(28)
    assert first["begin"].item() == day.isoformat()
    assert list(tables.quantities["low"]) == [12, 12]


@pytest.mark.parametrize("ago", [1, 2, 7, 10])
@settings(max_examples=15)
@given(day=DAYS)
def test_relative_dates_move_with_the_publication(ago, day):
    tables = read(f"Police arrested 12 men {ago} days ago.", published=day.isoformat())
    assert list(tables.dates["begin"]) == [(day - timedelta(ago)).isoformat()]


BODIES = ("U.S. Drug Enforcement Administration", "Federal Bureau of Investigation", "U.S. Marshals Service")
TOLD = [
    "The {0} arrested 12 men in Ohio on Monday.",
    "The {0} seized 5 kg of cocaine, and the {1} arrested two men.",
    "The {0} will deport 40 people, officials said.",
    "Two men were arrested by the {0} after the {1} identified them.",
]


@pytest.mark.parametrize("sentence", TOLD)
@pytest.mark.parametrize("bodies", [BODIES[:2], BODIES[1:]])
def test_bodies_that_change_places_change_roles(sentence, bodies):
    tables = read(sentence.format(*bodies), sentence.format(*reversed(bodies)))
    swap = dict(zip(bodies, reversed(bodies), strict=True))
    first, second = (
        sorted(
            (row.agency, row.role, row.mode) for row in tables.roles.itertuples() if row.article == article
        )
        for article in "01"
    )
    assert first and sorted((swap[agency], role, mode) for agency, role, mode in first) == second


INDEPENDENT = [
    "Police in Ohio arrested 12 men on 3 May 2023.",
    "The Drug Enforcement Administration seized 5 kg of cocaine on 7 June 2022.",
    "A court in Texas sentenced two women to 18 months in prison in March 2021.",
    "Some 40% of 300 inspectors retired in 2019.",
]


@settings(max_examples=12)
@given(order=st.permutations(range(len(INDEPENDENT))))
def test_paragraphs_in_another_order_keep_their_rows(order):
    tables = read("\n\n".join(INDEPENDENT), "\n\n".join(INDEPENDENT[number] for number in order))
    for name, kept in {
        "dates": ("quote", "begin", "finish"),
        "quantities": ("quote", "low", "high", "unit"),
        "roles": ("quote", "agency", "role", "mode"),
    }.items():
        frame = getattr(tables, name)
        first, second = (rows(frame[frame["article"] == article], *kept) for article in "01")
        assert first and first == second


@pytest.mark.parametrize("paragraph", INDEPENDENT)
def test_a_full_stop_more_or_less_changes_nothing(paragraph):
    tables = read(paragraph, paragraph.rstrip("."), paragraph + "\n", "  " + paragraph)
    for name, kept in {
        "dates": ("quote", "begin", "finish"),
        "quantities": ("quote", "low", "high", "unit"),
    }.items():
        frame = getattr(tables, name)
        found = [rows(frame[frame["article"] == article], *kept) for article in "0123"]
        assert found[0] and found[1:] == found[:1] * 3


STATED = [  # figures that are stated of others, each in a paragraph that needs no other
    "Of 80 boats stopped by the coast guard in Porto, 20 sank, or 25 percent.",
    "Police in Leeds made 60 arrests in 12 raids, an average of five arrests per raid.",
    "Fines for speeding in Turin doubled from $40 to $90.",
    "The share of women among judges in Quito rose from 31 percent to 45 percent, an increase of 14 percentage points.",
]


def verdicts(*texts):
    """What is found in each text, wherever it stands there."""
    found = check(read(*texts))
    found["quotes"] = [[quote.replace("\u00a0", " ") for quote in quotes] for quotes in found["quotes"]]
    return [
        rows(found[found["article"] == str(number)], "kind", "holds", "quotes", "verdict")
        for number in range(len(texts))
    ]


@settings(max_examples=12)
@given(order=st.permutations(range(len(STATED))))
def test_paragraphs_in_another_order_keep_their_verdicts(order):
    first, second = verdicts("\n\n".join(STATED), "\n\n".join(STATED[number] for number in order))
    assert first == second and len(first) >= len(STATED)


@pytest.mark.parametrize("paragraph", STATED)
def test_verdicts_do_not_change_with_the_dress(paragraph):
    dresses = [
        paragraph.rstrip("."),
        paragraph + "\n",
        "  " + paragraph,
        paragraph.replace(" ", "\u00a0"),
        paragraph.replace("$", "\u200b$"),
    ]
    found = verdicts(paragraph, *dresses)
    assert found[0] and found[1:] == found[:1] * len(dresses)


DATED = "Police arrested 40 men between {0:%Y-%m-%d} and {1:%Y-%m-%d}, 60 percent more than 25 women, or four men a day in ten days."


@settings(max_examples=25)
@given(day=DAYS)
def test_dates_that_move_leave_the_verdicts(day):
    later = day + timedelta(28)
    found = check(read(*(DATED.format(one, one + timedelta(9)) for one in (day, later))))
    first, second = (rows(found[found["article"] == article], "kind", "holds", "verdict") for article in "01")
    assert first and first == second


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_sentences_of_any_text_are_exact_and_in_order(text):
    at = 0
    for sentence in sentences(Article(slug="x", text=text)):
        assert at <= sentence.start < sentence.end <= len(text)
        assert len(sentence.text) == sentence.end - sentence.start
        at = sentence.end


def test_a_corpus_of_nothing_has_empty_tables():
    tables = extract(Corpus([]))
    assert all(frame.empty for _, frame in tables) and check(tables).empty
