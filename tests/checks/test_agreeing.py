"""Tests of `helpers.checks.agreeing`: figures that agree too well for chance, whatever the words say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checks import candidates, check, each_story
from helpers.checks.agreeing import LEAST, likely
from helpers.extraction import extract
from helpers.texts import Article, word_list

# no word ties these figures; the digits do
TOLD = (
    (
        "Nurses in Arda reached 187,400 people. The north was slower: 142,215 came to the tents of Belo. In Cador the rains kept many"
        " at home.\n\nDoctor Lima has little good to say of the roads. Still, 112,006 walked to the schools of Cador. The drive"
        " reached 441,621.",
        ("sum", ("187,400", "142,215", "112,006", "441,621")),
    ),
    (
        "The new wing has 96 beds. It opened late.\n\nThe builders sent their bill in May: 41.6 million euros. The council"
        " paid, and a member wondered aloud whether 433,000 euros for somebody's place to lie down was wise.",
        ("average", ("41.6 million euros", "96", "433,000 euros")),
    ),
)


def story_of(text: str):
    return next(iter(each_story(extract([Article("x", text, published="2024-05-01")]))))[1]


@pytest.mark.parametrize(("text", "relation"), TOLD)
def test_what_agrees_to_the_last_digit_is_found(text, relation):
    rows = check(extract([Article("x", text, published="2024-05-01")]))
    assert relation in {(row.template, tuple(row.quotes)) for row in rows.itertuples()}
    assert rows["holds"].all()


def test_one_other_digit_is_no_alarm():
    for text, _ in TOLD:
        rows = check(extract([Article("x", text.replace("1", "3"), published="2024-05-01")]))
        assert rows["holds"].all()


def test_parts_of_parts_and_other_periods_are_no_parts():
    text = "Agents held 42 people. They were 29 men, including two Poles, and 11 women."
    assert not [one for one in candidates(story_of(text)) if len(one.items) == 4]


@given(st.lists(st.integers(1, 9_999), min_size=2, max_size=12))
@settings(max_examples=25, deadline=None)
def test_every_candidate_adds_up(numbers):
    text = " ".join(
        f"Town {letter} has {n:,} horses." for letter, n in zip("ABCDEFGHIJKL", numbers, strict=False)
    )
    for one in candidates(story_of(text)):
        *others, last = (item.value for item in one.items)
        if one.template == "sum":
            assert sum(others) == last
        else:
            assert others[0] / others[1] == pytest.approx(last, rel=0.08)
        assert 0 <= likely(one) <= 1


def test_every_feature_has_a_weight():
    known = {(row["template"], row["feature"]) for row in word_list("checks/agreeing_weights")}
    for one in candidates(story_of("".join(text for text, _ in TOLD))):
        assert {(one.template, name) for name in one.features} <= known
    assert {template for template, _ in known} == set(LEAST)
