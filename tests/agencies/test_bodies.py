"""Which body is meant: short forms, people of a body, first letters, first person.

`bodies.jsonl` has a kind, a text and every `agency|role` of it.
"""

import pytest

from helpers import extract
from helpers.names import unique_initials
from helpers.texts.corpus import Article
from helpers.texts.lists import word_list
from tests.agencies.cases import cases_of, roles_of

CASES = cases_of("bodies")


@pytest.fixture(scope="module")
def roles():
    return roles_of(CASES)


@pytest.mark.parametrize("place", range(len(CASES)), ids=lambda place: CASES[place]["kind"])
def test_body(roles, place):
    rows = roles[roles["article"] == f"{place:03}"]
    assert {f"{row.agency}|{row.role}" for row in rows.itertuples()} == set(CASES[place]["roles"])


def test_a_short_form_is_a_single_word_in_small_letters():
    words = [row["word"] for row in word_list("names/short_forms")]
    assert len(words) == len(set(words)) and all(word.isalpha() and word.islower() for word in words)


def test_first_letters_that_a_list_knows_for_a_nation_stay_what_they_are():
    assert unique_initials(["Fulton Bureau of Investigation", "Adams Police"]) == {}
    assert unique_initials(["Cincinnati Police Department"]) == {"CPD": "Cincinnati Police Department"}


def test_the_items_of_a_list_share_the_verb_before_it():
    text = "The following agencies took part in the raid:\nSpain: Civil Guard\nHungary: National Police"
    roles = extract([Article(slug="one", text=text)]).roles
    assert len(roles) == 2 and set(roles["object"]) == {""}
    assert {text[row.action_start : row.action_end] for row in roles.itertuples()} == {"took"}
