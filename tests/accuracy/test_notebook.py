"""What notebook 5 computes, says and draws, over a small annotated text: the path of its cells, without a kernel."""

from dataclasses import replace

import nbformat
import pandas as pd
import pytest

from helpers import check, extract, load_corpus
from helpers.accuracy import compare_tools, judge, load_gold, mutations, scores
from helpers.findings import accuracy
from helpers.run.collection import NOTEBOOKS
from helpers.show import accuracy as draw
from tests.accuracy.test_mutations import GOLD, TEXT, json


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """The sets, what was judged and the scores of a folder with one annotated text."""
    folder = tmp_path_factory.mktemp("gold")
    (folder / "patrol.txt").write_text(TEXT, encoding="utf-8")
    (folder / "patrol.json").write_text(json.dumps(GOLD), encoding="utf-8")
    corpus = load_corpus(folder)
    sets = load_gold(corpus)
    tables = [extract(one.corpus) for one in sets]
    judged = accuracy.together(judge(one, own, check(own)) for one, own in zip(sets, tables, strict=True))
    return corpus, sets, tables, judged


def test_its_sentences_name_the_text_and_its_scores(measured):
    corpus, sets, tables, judged = measured
    scored = accuracy.measured(scores(judged))
    found = accuracy.sentences(corpus, sets, judged, scored)
    assert found and all(sentence.strip() for sentence in found)
    assert accuracy.sets_in_words(sets)["articles"].tolist() == [1]
    assert accuracy.all_articles(sets).slugs == ["patrol"]
    assert len(accuracy.shown(scored)) == len(scored)


def test_how_the_texts_were_annotated_is_said_only_of_sets_known_here(measured):
    _, sets, _, judged = measured
    scored = accuracy.measured(scores(judged))
    assert accuracy._about_expected(sets, scored).startswith(
        "**In one annotated article**, the scores (F1; 1.00 would be nothing missed and nothing wrong) are: "
    )
    unseen = [replace(one, seen=False) for one in sets]
    words = "**In one article that no rule was made for**, the scores (F1; 1.00 would be nothing missed and nothing wrong) are: "
    assert accuracy._about_expected(unseen, scored).startswith(words)
    described = [replace(one, made="told by a child") for one in unseen]
    words = "**In one article that no rule was made for (told by a child)**, the scores (F1; 1.00 would be nothing missed and nothing wrong) are: "
    assert accuracy._about_expected(described, scored).startswith(words)


def test_errors_are_shown_of_sets_that_were_read_alone(measured):
    """No article of an unread set stands in the corpus that a sample is taken from: it would seem to be without an error."""
    sets = measured[1]
    unread = [replace(one, name="unread", seen=False) for one in sets]
    assert accuracy.open_sets([*unread, *sets]) == sets
    assert len(accuracy.all_articles(accuracy.open_sets(unread))) == 0
    notebook = nbformat.read(NOTEBOOKS / "5_accuracy.ipynb", as_version=4)
    shows = [
        cell.source
        for cell in notebook.cells
        if "show.evidence(" in cell.source or "show.read_in_place(" in cell.source
    ]
    assert len(shows) == 2 and not any("everything" in source for source in shows)
    [written] = [cell.source for cell in notebook.cells if "show.write_tables(" in cell.source]
    assert "judged=open_rows" in written


def test_what_is_missed_and_false_at_one_place_says_so():
    places = [
        ("dates", "missed", 0, 5, "3 May", ""),
        ("dates", "false", 0, 5, "", "4 May"),
        ("dates", "false", 9, 12, "", "5 May"),
        ("quantities", "missed", 0, 5, "3 count", ""),
        ("statements", "missed", 0, 9, "he: no", ""),
        ("statements", "false", 0, 9, "", "he: no"),
        ("statements", "false", 5, 12, "", "she: so"),
        ("roles", "missed", 2, 4, "ICE: arrest", ""),
        ("roles", "false", 0, 30, "", "CBP: arrest"),
    ]
    columns = ["table", "outcome", "start", "end", "annotated", "read"]
    rows = pd.DataFrame(places, columns=columns).assign(texts="x", article="a")
    assert accuracy.errors(rows)["counterpart"].tolist() == [
        "same words, read otherwise",
        "same words, read otherwise",
        "",
        "",
        "same words, source read elsewhere",
        "same words, source read elsewhere",
        "overlapping words",
        "same sentence",
        "same sentence",
    ]


def test_its_figures_are_drawn_and_written(measured, shown, tmp_path):
    _, sets, tables, judged = measured
    scored = accuracy.measured(scores(judged))
    draw.by_table(scored, [one.name for one in sets], tmp_path)
    draw.stock_tools(accuracy.measured(compare_tools(sets, tables)), tmp_path)
    assert accuracy.about_noticed(mutations(sets, tables, most=15))
    pictures = sum("image/png" in data for data in shown)
    assert pictures == len([*tmp_path.glob("*.png")]) == 1


def test_the_axis_of_scores_begins_at_nothing(measured, monkeypatch):
    _, sets, _, judged = measured
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda figure, *_, **__: drawn.append(figure))
    draw.by_table(accuracy.measured(scores(judged)), [one.name for one in sets])
    assert drawn[0].axes[0].get_xlim()[0] == 0


def test_with_nothing_to_draw_it_says_so(measured, shown):
    nothing = accuracy.measured(scores(measured[3].head(0)))
    draw.by_table(nothing, [])
    draw.stock_tools(accuracy.measured(compare_tools([], [])))
    assert len(shown) == 2 and all("text/markdown" in data or "text/plain" in data for data in shown)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ("", "The one contradiction between figures was missed, and there was no false alarm."),
        (
            "sum, fails: 3; 4",
            "The one contradiction between figures was found, and there was no false alarm.",
        ),
    ],
)
def test_contradictions_that_were_found_are_counted_in_words(measured, read, words):
    corpus, sets, tables, judged = measured
    checks = judged[judged["table"] == "checks"].head(1).assign(annotated="sum, fails: 3; 4", read=read)
    scored = accuracy.measured(scores(judged))
    said = accuracy.sentences(corpus, sets, pd.concat([checks, judged.head(0)]), scored)
    assert words in said


@pytest.mark.parametrize(
    ("caught", "missed", "false", "words"),
    [
        (2, 0, 1, "Both contradictions between figures were found, and there was one false alarm."),
        (0, 3, 2, "None of three contradictions between figures was found, and there were two false alarms."),
        (1, 2, 0, "Of three contradictions between figures, one was found, and there was no false alarm."),
        (
            0,
            0,
            0,
            "The annotation has no contradiction between figures in these texts, and there was no false alarm.",
        ),
    ],
)
def test_contradictions_and_alarms_are_counted(measured, caught, missed, false, words):
    _, sets, _, judged = measured
    fails, holds = "sum, fails: 3; 4", "sum, holds: 3; 4"
    pairs = [(fails, fails)] * caught + [(fails, "")] * missed + [("", fails)] * false + [(holds, holds)]
    own = pd.DataFrame(pairs, columns=["annotated", "read"]).assign(texts=sets[0].name, table="checks")
    assert accuracy._about_contradictions(sets, own) == words
