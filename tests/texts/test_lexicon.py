"""The lists of action nouns have one owner for each noun."""

from helpers.texts import action_nouns, word_list


def test_no_noun_of_action_stands_in_two_lists():
    roles = {row["noun"] for row in word_list("texts/role_nouns")}
    events = {row["noun"] for row in word_list("texts/event_nouns")}
    assert roles & events == set()


def test_nouns_of_both_lists_give_roles():
    assert [action_nouns().get(noun) for noun in ("seizures", "arrest", "probe", "theft")] == [
        "seize",
        "arrest",
        "investigate",
        None,
    ]
