"""How well it reads is measured as it says, and agrees with the scorer, which was written independently."""

import csv
import json

import pytest

from helpers import check, extract, load_corpus
from helpers.accuracy.baselines import OWN, compare_tools, speed
from helpers.accuracy.gold import ROOT, TABLES, GoldError, load_gold, unseen_sets
from helpers.accuracy.score import FALSE, FOUND, MISSED, WRONG_VERDICT, judge, match, scores
from helpers.findings import accuracy
from tests.scorers import extracted, said_by

TEXT = "Raid in the port\nOn 3 May 2023 the FBI arrested 12 people, and on 4 May 2023 it seized 40 kg of cocaine. “We are glad,” said Ann Doe.\n"
GOLD = {
    "dates": [
        {"quote": "3 May 2023", "nth": 1, "begin": "2023-05-03", "end": "2023-05-03"},
        {"quote": "4 May 2023", "nth": 1, "begin": "2023-05-05", "end": "2023-05-05"},
    ],  # not what the text says
    "quantities": [{"quote": "12", "nth": 1, "low": 12, "high": 12, "unit": "count"}],
    "roles": [
        {
            "agency": "Federal Bureau of Investigation",
            "role": "arrest",
            "mode": "reported",
            "sentence_has": "the FBI arrested",
        },
        {
            "agency": "Federal Bureau of Investigation",
            "role": "seize",
            "mode": "planned",
            "sentence_has": "it seized",
        },
    ],
    "speakers": [{"name": "Ann Doe"}],
    "checks": [],
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "raid.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "raid.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "unread.txt").write_text("Nobody annotated this text.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def everything():
    """Every set of the project with its tables and its judgement."""
    sets = load_gold(load_corpus(), building=True)
    tables = [extracted(one.corpus) for one in sets]
    return sets, tables, [judge(one, own, check(own)) for one, own in zip(sets, tables, strict=True)]


def said_of(row, script):
    """What a scorer of `tests/gold` says of a set."""
    paths = ["--corpus", ROOT / row["texts"], "--gold", ROOT / row["annotation"]]
    return json.loads(said_by(ROOT / "tests/gold" / script, *paths).splitlines()[-1])


def test_the_scorer_agrees_on_every_set(everything):
    _, _, judged = everything
    for row, one in zip(json_rows(), judged, strict=True):
        said, own = said_of(row, "score.py"), scores(one).set_index("table")["f1"]
        tables = [table for table in TABLES if table != "statements"]
        assert {table: round(own[table], 4) for table in tables} == {table: said[table] for table in tables}


def test_the_scorer_of_statements_agrees_where_they_are_annotated(everything):
    sets, _, judged = everything
    for row, one, own in zip(json_rows(), sets, judged, strict=True):
        if one.with_statements:
            said = said_of(row, "score_statements.py")
            assert round(scores(own).set_index("table")["f1"]["statements"], 3) == said["linked"]
        else:
            assert "statements" not in set(own["table"])
    assert sum(bool(one.with_statements) for one in sets) >= 2


def json_rows():
    with (ROOT / "tests/gold/sets.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_judgement_has_its_evidence(everything):
    sets, _, judged = everything
    for one, own in zip(sets, judged, strict=True):
        assert all(one.corpus[row.article].text[row.start : row.end] == row.quote for row in own.itertuples())
        assert all(
            one.corpus[row.article].text.startswith(row.sentence, row.sentence_start)
            for row in own.itertuples()
        )
        assert ((own["annotated"] == "") == (own["outcome"] == FALSE)).all()
        assert ((own["read"] == "") == (own["outcome"] == MISSED)).all()


def test_only_annotated_articles_are_measured(folder):
    (own,) = load_gold(load_corpus(folder))
    assert own.corpus.slugs == ["raid"] and own.name == folder.name and own.seen


def test_what_is_wrong_is_called_by_its_name(folder):
    (own,) = load_gold(load_corpus(folder))
    tables = extract(own.corpus)
    judged = judge(own, tables, check(tables))
    outcomes = {(row.table, row.quote): row.outcome for row in judged.itertuples()}
    right = [("dates", "3 May 2023"), ("quantities", "12"), ("speakers", "Ann Doe")]
    assert [outcomes[one] for one in right] == [FOUND] * 3
    assert set(judged.loc[judged["quote"] == "4 May 2023", "outcome"]) == {MISSED, FALSE}
    assert outcomes[("quantities", "40 kg")] == FALSE
    missed = judged[(judged["table"] == "roles") & (judged["outcome"] == MISSED)]
    assert list(missed["annotated"]) == ["Federal Bureau of Investigation: seize, planned"]


def test_a_check_that_is_found_may_have_the_wrong_verdict(folder):
    text = "Some 40 of the 100 people held, or 40 percent, were charged.\n"
    (folder / "raid.txt").write_text(text, encoding="utf-8")
    wrong = {"kind": "share_matches_counts", "holds": False, "quotes": ["Some 40", "100", "40 percent"]}
    (folder / "raid.json").write_text(json.dumps({"checks": [wrong]}), encoding="utf-8")
    (own,) = load_gold(load_corpus(folder))
    tables = extract(own.corpus)
    judged = judge(own, tables, check(tables))
    assert WRONG_VERDICT in set(judged["outcome"])
    assert scores(judged).set_index("table").loc["checks", ["found", "wrong_verdicts"]].tolist() == [1, 1]


def test_each_row_is_paired_once():
    assert match([1, 1, 2], [1, 3], lambda own, read: own == read) == ([(1, 1)], [1, 2], [3])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", "must be one JSON object"),
        ('{"dates": [{"quote": "x"}]}', "dates 1: nth missing"),
        ('{"dates": [{"quote": "5 June", "nth": 1}]}', "do not stand in raid"),
        ('{"dates": [{"quote": "May", "nth": 3}]}', "as often as said"),
    ],
)
def test_annotation_that_cannot_be_used_is_named(content, message, folder):
    (folder / "raid.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as caught:
        load_gold(load_corpus(folder))
    assert "raid.json" in str(caught.value)


def test_all_problems_are_listed_at_once(folder):
    (folder / "raid.json").write_text(
        '{"dates": [{"quote": "x"}], "speakers": [{"name": "Bob"}]}', encoding="utf-8"
    )
    with pytest.raises(GoldError) as caught:
        load_gold(load_corpus(folder))
    assert len(str(caught.value).splitlines()) == 3  # a headline, and one line each


def test_some_of_the_five_are_measured_alone(monkeypatch):
    monkeypatch.chdir(ROOT)
    for folder in (None, "seeds"):  # by whatever path they were found
        (own,) = load_gold(load_corpus(folder, articles=["drug-arrests"]))
        assert own.corpus.slugs == ["drug-arrests"]
    assert {row["article"] for rows in own.rows.values() for row in rows} == {"drug-arrests"}


def test_without_annotation_the_findings_say_what_to_do(tmp_path):
    (tmp_path / "raid.txt").write_text(TEXT, encoding="utf-8")
    corpus, judged = load_corpus(tmp_path), accuracy.together([])
    sets = load_gold(corpus)
    assert sets == []
    what, others, named = accuracy.sentences(corpus, sets, judged, scores(judged))
    assert "NAME.json" in what and others.startswith("On others:") and "raid" in named


def test_texts_without_annotation_are_named(folder):
    corpus = load_corpus(folder)
    assert accuracy.left_out(corpus, load_gold(corpus)) == ["Left out for want of an annotation: [[unread]]."]


def test_dateparser_may_find_words_with_other_spaces(tmp_path):
    (tmp_path / "a.txt").write_text("Police raided it on  March  5,  2024 and left.", encoding="utf-8")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    (own,) = load_gold(load_corpus(tmp_path))
    compared = compare_tools([own], [extract(own.corpus)]).set_index(["task", "reader"])
    assert compared.loc[("dates: only the words", "dateparser"), "false"] == 1


def test_stock_tools_are_measured_on_the_same_rows(folder):
    sets = load_gold(load_corpus(folder))
    compared = compare_tools(sets, [extract(one.corpus) for one in sets]).set_index(["task", "reader"])
    days = compared.loc["dates: the days or the length"]
    assert days.loc[OWN, ["found", "missed", "false"]].tolist() == [1, 1, 1]
    assert days.loc["dateparser", "found"] == 1
    assert ((compared["found"] + compared["missed"]).groupby("task").nunique() == 1).all()


def test_a_speaker_without_a_name_is_annotated_by_the_title(folder):
    (folder / "raid.json").write_text(json.dumps({"speakers": [{"name": None, "title": "the FBI"}]}), "utf-8")
    (own,) = load_gold(load_corpus(folder))
    judged = judge(own, extract(own.corpus), check(extract(own.corpus)))
    missed = judged[(judged["table"] == "speakers") & (judged["outcome"] == MISSED)]
    assert list(missed["annotated"]) == ["the FBI, without a name"] and list(missed["quote"]) == ["the FBI"]


def test_a_speaker_whose_name_stands_in_parts_is_where_the_last_part_is(folder):
    (folder / "raid.json").write_text(json.dumps({"speakers": [{"name": "Ann Mary DOE"}]}), "utf-8")
    (own,) = load_gold(load_corpus(folder))
    assert [row["quote"] for row in own.rows["speakers"]] == ["Doe"]


def test_the_interval_of_a_score_holds_it_and_is_the_same_each_time(everything):
    _, _, judged = everything
    for one in judged:
        scored = scores(one)
        assert (scored["f1_low"] <= scored["f1"] + 1e-9).all()
        assert (scored["f1"] <= scored["f1_high"] + 1e-9).all()
        assert scored.equals(scores(one))


def test_speed_is_measured_in_words_per_second(folder):
    times = speed(load_gold(load_corpus(folder)))
    assert list(times["reader"])[0] == OWN and (times["words_per_second"] > 0).all()


def test_the_headline_is_that_of_the_texts_no_rule_was_written_for():
    number = len(unseen_sets()[0].corpus)  # the first leads
    written = f" altered in {accuracy.amount(number, 'article')} that no rule was made for"
    assert written in accuracy.headline(load_corpus())
