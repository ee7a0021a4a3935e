"""Number words: one list a language, one reader of cardinals."""

import re

import pytest

from helpers.dates.words import count_of
from helpers.texts import cardinal, number_words, word_list

KINDS = {
    "article",
    "unit",
    "teen",
    "ten",
    "hundred",
    "scale",
    "short scale",
    "part",
    "ordinal",
    "amount",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_lists_are_sound(language):
    rows = word_list(f"texts/numbers/{language}")
    assert len(number_words(language)) == len(rows)  # no word twice
    assert all(re.fullmatch("[a-záéíóúõ]+", row["word"]) for row in rows)
    assert {row["kind"] for row in rows} <= KINDS
    assert all(value > 0 or kind == "unit" for kind, value in number_words(language).values())


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        ("twenty five men", 25, 2),
        ("two hundred and ten", 210, 4),
        ("five twenty", 5, 1),
        ("five lakh crore", 5 * 10**12, 3),
        ("two thousand five hundred", 2500, 4),
        ("two hundred and men", 200, 2),
        ("men", 0, 0),
        ("hundred", 0, 0),
        ("", 0, 0),
    ],
)
def test_words_are_read_as_far_as_they_make_one_number(text, value, read):
    assert cardinal(text.split()) == (value, read)


def test_an_article_stands_for_one_scale():
    assert cardinal(["hundred", "and", "five"], implied=True) == (105, 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("a", 1),
        ("a couple of", 2),
        ("a couple dozen", 24),
        ("a hundred", 100),
        ("hundred", 100),
        ("twenty-five", 25),
        ("two thousand five hundred", 2500),
    ],
)
def test_amounts_of_time_are_read_with_the_same_words(text, value):
    assert count_of(text) == value
