"""One folding of letters: afterwards, what a pattern finds equal without regard to case has one lower case."""

import re
import sys
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import extract
from helpers.quantities import read_quantities
from helpers.texts import DATA, Article, fold_letters, sentences, word_list

LETTERS = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


@pytest.fixture(scope="module")
def variants() -> dict[str, list[str]]:
    """Lower-case letter → all others that a pattern which ignores case finds equal to it."""
    found = defaultdict(list)
    cased = [letter for letter in LETTERS if {letter.lower(), letter.upper(), letter.casefold()} != {letter}]
    everything = "".join(cased)  # ignoring case changes nothing for the others
    for letter in {fold_letters(letter).lower() for letter in cased if letter.lower() != letter.upper()}:
        if len(letter) == 1:
            found[letter] = re.findall(re.escape(letter), everything, re.IGNORECASE)
    return found


def test_folding_keeps_the_length_and_leaves_one_lower_case(variants):
    for letter, equal in variants.items():
        assert {fold_letters(other).lower() for other in equal} == {letter}
    assert all(len(fold_letters(letter)) == len(fold_letters(letter).lower()) == 1 for letter in LETTERS)


@pytest.mark.parametrize("name", sorted(str(path.relative_to(DATA))[:-4] for path in DATA.rglob("*.csv")))
def test_every_list_entry_is_found_in_every_variant_of_its_letters(name, variants):
    if name == "texts/letters":
        return
    words = {value for row in word_list(name) for value in row.values() if value}
    for word in words:
        for place, letter in enumerate(word):
            for other in variants.get(fold_letters(letter).lower(), ()):
                changed = word[:place] + other + word[place + 1 :]
                assert fold_letters(changed).lower() == fold_letters(word).lower()


def rows(text: str) -> list[tuple]:
    article = Article(slug="x", text=text)
    return [
        (row.start, row.end, row.low, row.high, row.unit)
        for row in read_quantities(article, sentences(article), [])
    ]


@pytest.mark.parametrize("name", ["quantities/en/units", "texts/numbers/en", "quantities/en/qualifiers"])
def test_a_variant_of_a_listed_word_is_read_like_the_word(name, variants):
    odd = {
        letter: [other for other in equal if fold_letters(other) != other]
        for letter, equal in variants.items()
    }
    for row in word_list(name):
        word = row.get("written") or row.get("word") or row["words"]
        for place, letter in enumerate(word):
            for other in odd.get(fold_letters(letter).lower(), ()):
                changed = word[:place] + other + word[place + 1 :]
                for sentence in ("They hold 7 {} of it.", "They hold {} 7 things.", "They hold {} things."):
                    assert rows(sentence.format(changed)) == rows(sentence.format(fold_letters(changed)))


@given(st.lists(st.sampled_from(["5", " ", "μg", "µG", "KİLO", "mıllion", "thırd", "ſix", "K", "%"])))
def test_odd_letters_never_stop_the_reading(parts):
    text = "".join(parts)
    for start, end, *_ in rows(text):
        assert text[start:end].strip()


def test_the_quote_keeps_the_letters_of_the_text():
    quantities = extract(
        [Article(slug="x", text="They found 5 μg of lead and 30 poundſ of iron.")]
    ).quantities
    assert list(quantities["quote"]) == ["5 μg", "30 poundſ"]
    assert list(quantities["unit"]) == ["mcg", "lb"]
