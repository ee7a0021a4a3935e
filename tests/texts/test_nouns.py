"""Nouns and their classes: one list a noun; inflection by rule."""

import pytest

from helpers.texts import noun_class, person_nouns, plural, singular, verb_forms, word_list


def test_a_noun_stands_in_one_list():
    others = {row["word"] for row in word_list("texts/noun_classes")}
    assert not others & (person_nouns() | {singular(word) for word in person_nouns()})


def test_every_noun_for_people_has_its_class_and_no_other_word_has_one():
    for row in word_list("texts/person_words"):
        assert row["class"] in (("person", "officer") if row["place"] == "noun" else ("",)), row


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("civilians", "person"),
        ("Troopers", "officer"),
        ("deportations", "person"),
        ("rifles", "weapon"),
        ("Hondurans", "person"),
        ("melancholy", ""),
    ],
)
def test_the_class_of_a_noun(word, expected):
    assert noun_class(word) == expected


@pytest.mark.parametrize("noun", ["inquiry", "search", "raid", "crash", "survey", "tax", "spy", "house"])
def test_a_plural_has_its_singular(noun):
    assert singular(plural(noun)) == noun


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("search", {"search", "searches", "searched", "searching"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
    ],
)
def test_the_forms_of_a_regular_verb(lemma, forms):
    assert verb_forms(lemma) == forms
    assert verb_forms(lemma, "odd forms") == forms | {"odd", "forms"}
