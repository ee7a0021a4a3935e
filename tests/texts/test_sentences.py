"""Sentences by rule, the word lists they use, and the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.texts import lists
from helpers.texts.corpus import Article
from helpers.texts.fold import fold_spaces
from helpers.texts.lists import word_list
from helpers.texts.model import load_model, parse
from helpers.texts.sentence import LONGEST, sentences


def words(text):
    return [one.text for one in sentences(Article(slug="x", text=text + "\nAn end."))][:-1]


SENTENCES = [
    ["Police held 3 men.", "Nobody was hurt."],
    ["Director P.J. Hill of Washington D.C. met Dr. Ana Ruiz.", "She agreed."],
    ["It works with the U.S. Marshals Service.", "It is old."],
    ["He lives in the U.S. and works there.", "He was not held."],
    ["The case began in the U.S.", "The agency closed it."],
    ["It was 3.5 kg at 6 a.m. on Monday.", "Then they left."],
    ["“We held them. They talked,” he said.", "It was late."],
    ["“We held them.”", "They talked."],
    ["Who did it?", "Nobody knows!", "Really…", "No."],
    ["On Jan. 5 and Sept. 7 they met Lt. Col. Ray at 5 St. James Ave. near Gov. Hill's home.", "It rained."],
    ["Acme Inc. and Co. Ltd. paid $5.20.", "They closed."],
    ["See www.example.org for more.", "Call 1-800-555-0100."],
]


@pytest.mark.parametrize("expected", SENTENCES, ids=[sentence[0][:40] for sentence in SENTENCES])
def test_sentences(expected):
    found = words(" ".join(expected))
    if expected[0].startswith("“We held them. They"):
        assert "".join(found).replace(" ", "") == "".join(expected).replace(
            " ", ""
        )  # a quotation of two sentences is split inside
    else:
        assert found == expected


def test_a_table_line_is_one_unit():
    article = Article(slug="x", text="Kind | Note |\n---|---|\nDrugs | One. Two. Three. |\n")
    assert [one.text for one in sentences(article)] == ["Kind | Note |", "Drugs | One. Two. Three. |"]


@given(st.text(alphabet=st.one_of(st.sampled_from('aA.!? \n“”’"U.S1'), st.characters(codec="utf-8"))))
def test_units_are_exact_in_order_and_lose_nothing(text):
    article = Article(slug="x", text=text)
    at, outside = 0, ""
    for unit in sentences(article):
        assert at <= unit.start < unit.end
        assert fold_spaces(text[unit.start : unit.end]) == unit.text
        assert unit.block.start <= unit.start and unit.end <= unit.block.end
        outside += text[at : unit.start]
        at = unit.end
    assert not any(character.isalnum() for character in outside + text[at:] if character.isalpha())


def test_word_lists_of_the_sentence_rules_are_sound():
    rows = word_list("texts/abbreviations")
    assert len({row["abbreviation"].lower() for row in rows}) == len(rows)
    assert all(
        row["abbreviation"].endswith(".") and row["kind"] in ("title", "person", "other") and row["why"]
        for row in rows
    )
    openers = [row["word"] for row in word_list("texts/sentence_openers")]
    assert openers == sorted(set(openers)) and all(word.islower() for word in openers)


def test_a_row_with_more_fields_than_the_heading_is_refused(tmp_path, monkeypatch):
    (tmp_path / "cut.csv").write_text("kind,words,why\nup,\\w{1,4},told\n", encoding="utf-8")
    (tmp_path / "whole.csv").write_text('kind,words,why\nup,"\\w{1,4}",told\n', encoding="utf-8")
    monkeypatch.setattr(lists, "DATA", tmp_path)
    assert word_list("whole")[0]["words"] == r"\w{1,4}"
    with pytest.raises(ValueError, match="more fields"):
        word_list("cut")


def test_an_unknown_word_list_is_an_error():
    with pytest.raises(FileNotFoundError):
        word_list("no_such_list")


def test_the_model_is_loaded_once_and_parses_in_order():
    assert load_model() is load_model()
    docs = list(parse(["Police held three men.", "They left."]))
    assert [doc.text for doc in docs] == ["Police held three men.", "They left."]
    assert [token.dep_ for token in docs[1]] == ["nsubj", "ROOT", "punct"]


@pytest.mark.parametrize(
    "text", ["Let's go, said police; there is hope: y'all got ta run.", "The men they held were let go.", ""]
)
def test_a_parse_says_of_each_token_what_the_whole_pipeline_says(text):
    (parsed,), whole = parse([text]), load_model()(text)
    names = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "idx", "is_alpha", "is_punct", "like_num")
    assert [[getattr(t, name) for name in names] for t in parsed] == [
        [getattr(t, name) for name in names] for t in whole
    ]
    assert [[c.i for c in (t.head, t.left_edge, t.right_edge, *t.subtree, *t.ancestors)] for t in parsed] == [
        [c.i for c in (t.head, t.left_edge, t.right_edge, *t.subtree, *t.ancestors)] for t in whole
    ]


@pytest.mark.parametrize("piece", ["number of men and women ", "1,000,", "\u00e9t\u00e9 "])
def test_a_book_without_full_stops_is_cut_at_blanks(piece):
    text = piece * 3000
    found = sentences(Article(slug="x", text=text))
    assert len(found) > 1 and all(0 < len(one.text) <= LONGEST for one in found)
    assert "".join(one.text for one in found).replace(" ", "") == text.replace(" ", "")
    if " " in piece.strip():
        assert all(one.text.strip().split()[0] in piece.split() for one in found)  # no word is cut
