"""The lists of action nouns have one owner for each noun."""

import pytest

from helpers.texts import action_nouns, verbs_of, with_hard_hyphens, word_list


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


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("Europol co-ordinated 12 raids.", "Europol co‑ordinated 12 raids."),
        ("in co-operation with the cross-border unit", "in co‑operation with the cross-border unit"),
        ("Officers X-rayed a self-styled saint.", "Officers scanned a self-styled saint."),
        ("no hyphen at all", "no hyphen at all"),
    ],
)
def test_hyphens_of_words_for_actions_do_not_part_them(text, parsed):
    assert with_hard_hyphens(text) == parsed
    assert len(parsed) == len(text)
    assert "co‑ordinated" in verbs_of() and "co‑operation" in action_nouns()
