"""What notebook 5 computes, says and draws, over a small annotated text: the path of its cells, without a kernel."""

from dataclasses import replace

import nbformat
import pandas as pd
import pytest

from helpers import check, extract, load_corpus
from helpers.accuracy import compare_tools, in_words, judge, load_gold, mutations, scores
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


def test_how_many_wrong_numbers_are_noticed_leads(measured):
    corpus, sets, _, judged = measured
    changed = pd.DataFrame({"tried": [4], "noticed": [0.5], "other_alarms": [0]})
    first, second, *_ = accuracy.sentences(corpus, sets, judged, accuracy.measured(scores(judged)), changed)
    assert (
        first.startswith("**Of four numbers altered in one annotated article, 2 (50%)") and "**" not in second
    )


def test_it_is_said_of_which_texts_the_scores_are(measured):
    _, sets, _, judged = measured
    scored = accuracy.measured(scores(judged))
    assert accuracy._about_expected(sets, scored).startswith(
        "**In one annotated article**, the scores (F1; 1.00 would be nothing missed and nothing wrong) are: "
    )
    unseen = [replace(one, seen=False) for one in sets]
    words = "**In one article that no rule was made for**, the scores (F1; 1.00 would be nothing missed and nothing wrong) are: "
    assert accuracy._about_expected(unseen, scored).startswith(words)
    assert accuracy._about_expected(unseen, scored, leads=False).startswith("The scores there (F1;")


def _rows(table, kinds):
    """Rows as `judge` gives them: (kind, found, missed, false) → one row each."""
    words = {"roles": "A: {}, reported", "checks": "{}, holds: 1; 2"}[table]
    return [
        ("set", table, outcome, "" if outcome == "false" else words.format(kind), words.format(kind))
        for kind, *counts in kinds
        for outcome, count in zip(("found", "missed", "false"), counts, strict=True)
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("roles", "checks", "said"),
    [
        ([], [], ""),
        ([("arrest", 1, 0, 0)], [], "Kinds of role and of check in “set”."),
        (
            [("arrest", 8, 2, 1), ("lead", 5, 5, 0), ("seize", 0, 9, 9)],
            [],
            "Kinds of role and of check in “set”. Of the kinds of role with at least ten rows to be found, “lead” is read worst "
            "(F1 0.67): of 10 to be found, five were missed, and none that was found is wrong.",
        ),
        (
            [],
            [("order_of_events", 0, 11, 0), ("share_matches_counts", 9, 1, 3)],
            "Kinds of role and of check in “set”. Of the kinds of check with at least ten rows to be found, “order of events” is read "
            "worst (F1 0.00): all 11 were missed, and none was found.",
        ),
        (
            [("comment", 9, 1, 1)],
            [("weekday_matches_date", 0, 0, 12)],  # of what nobody annotated nothing is measured
            "Kinds of role and of check in “set”. One kind of role has at least ten rows to be found, “comment” (F1 0.90): of 10 "
            "to be found, one was missed, and one that was found is wrong.",
        ),
    ],
)
def test_each_kind_of_role_and_check_has_its_f1_and_the_weakest_is_named(measured, roles, checks, said):
    sets = [replace(measured[1][0], name="set", seen=False)]
    rows = [*_rows("roles", roles), *_rows("checks", checks)]
    judged = pd.DataFrame(rows, columns=["texts", "table", "outcome", "annotated", "read"])
    other = judged.assign(texts="seen")  # of another set nothing is counted
    found = accuracy.by_part(pd.concat([judged, other], ignore_index=True), sets)
    counts = [(*row[2:5], bool(row.f1)) for row in found.itertuples(index=False)]
    assert sorted(counts) == sorted((*one[1:], one[1] + one[2] > 0) for one in [*roles, *checks])
    assert accuracy.about_parts(found, sets) == said


def test_the_kinds_of_role_and_check_add_up_to_their_tables(measured):
    _, sets, _, judged = measured
    found = accuracy.by_part(judged, sets).groupby("part")[["found", "missed", "false"]].sum()
    every = scores(judged).set_index("table")
    for part, table in (("role", "roles"), ("check", "checks")):
        if part in found.index:
            assert found.loc[part].tolist() == every.loc[table, ["found", "missed", "false"]].tolist()


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


def test_no_line_leads_to_a_score_as_a_minus_would(measured, monkeypatch):
    _, sets, _, judged = measured
    drawn = []
    monkeypatch.setattr(draw, "figure", lambda figure, *_, **__: drawn.append(figure))
    draw.by_table(accuracy.measured(scores(judged)), [one.name for one in sets])
    [axes] = drawn[0].axes
    ends = sorted(lines.get_segments()[0][1][0] for lines in axes.collections)
    marks = sorted(line.get_xdata()[0] for line in axes.lines if len(line.get_xdata()))
    assert ends == marks and marks


def test_with_nothing_to_draw_it_says_so(measured, shown):
    nothing = accuracy.measured(scores(measured[3].head(0)))
    draw.by_table(nothing, [])
    draw.stock_tools(accuracy.measured(compare_tools([], [])))
    assert len(shown) == 2 and all("text/markdown" in data or "text/plain" in data for data in shown)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ("", "The one contradiction between figures was missed; no alarm was raised."),
        (
            "sum, fails: 3; 4",
            "The one contradiction between figures was found; the one alarm was right.",
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
        (2, 0, 1, "Both contradictions between figures were found; of three alarms, one was false."),
        (0, 3, 2, "None of three contradictions between figures was found; both alarms were false."),
        (1, 2, 0, "Of three contradictions between figures, one was found; the one alarm was right."),
        (
            0,
            0,
            0,
            "The annotation has no contradiction between figures in these texts; no alarm was raised.",
        ),
    ],
)
def test_contradictions_and_alarms_are_counted(measured, caught, missed, false, words):
    _, sets, _, judged = measured
    fails, holds = "sum, fails: 3; 4", "sum, holds: 3; 4"
    pairs = [(fails, fails)] * caught + [(fails, "")] * missed + [("", fails)] * false + [(holds, holds)]
    own = pd.DataFrame(pairs, columns=["annotated", "read"]).assign(texts=sets[0].name, table="checks")
    assert accuracy._about_contradictions(sets, own) == words


@pytest.mark.parametrize(
    ("every", "false", "words"),
    [
        (1, 1, "the one alarm was false"),
        (4, 0, "of four alarms, none was false"),
        (4, 1, "of four alarms, one was false"),
        (4, 2, "of four alarms, two were false"),
        (4, 4, "all four alarms were false"),
    ],
)
def test_false_alarms_are_told_as_so_many_of_all(every, false, words):
    assert accuracy._alarms(every, false) == words


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        (["missed", "missed", "found", "false"], "of 3 to be found, two were missed, and one that was found is wrong."),
        (["missed", "found"], "of 2 to be found, one was missed, and none that was found is wrong."),
        (["found", "false", "false"], "of 1 to be found, none was missed, and two that were found are wrong."),
    ],
)  # fmt: skip
def test_the_weakest_table_is_told_in_words(measured, outcomes, words):
    sets = measured[1]
    rows = pd.DataFrame({"outcome": outcomes}).assign(texts=sets[0].name, article="patrol", table="roles")
    scored = accuracy.measured(scores(rows))
    assert accuracy._about_weakest(sets, scored) == f"Roles are weakest: {words}"


def test_each_kind_of_text_is_scored_where_the_catalogue_names_it(measured):
    _, sets, _, judged = measured
    assert accuracy.by_kind(judged, sets).empty and accuracy.about_kinds(pd.DataFrame(), sets) == ""
    kinds = [replace(one, kinds={"patrol": "releases"}) for one in sets]
    found = accuracy.by_kind(judged, kinds)
    scored = accuracy.measured(scores(judged)).set_index("table")["f1"]
    assert found[["kind", "articles"]].to_numpy().tolist() == [["releases", 1]]
    assert found.iloc[0, 2:].to_dict() == {table: in_words(f1) for table, f1 in scored.items()}
    assert accuracy.about_kinds(found, kinds) == f"F1 by kind of text, in “{sets[0].name}”."
    unseen = [replace(one, seen=False) for one in kinds]
    assert accuracy.by_kind(judged, unseen).empty, "nobody learns of a text that is to stay unseen"
    assert "expect less" in accuracy.about_kinds(found, [*kinds, *unseen])


def test_the_kinds_of_the_texts_come_from_their_catalogue(tmp_path):
    (tmp_path / "patrol.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "patrol.json").write_text(json.dumps(GOLD), encoding="utf-8")
    catalogue = tmp_path / "catalogue.csv"
    for head, line, kinds in (
        ("slug,file", "patrol,patrol.txt", {}),
        ("slug,file,kind", "patrol,patrol.txt,", {}),
        ("slug,file,kind", "patrol,patrol.txt,releases", {"patrol": "releases"}),
    ):
        catalogue.write_text(f"{head}\n{line}\n", encoding="utf-8")
        assert load_gold(load_corpus(tmp_path))[0].kinds == kinds


def test_what_has_to_be_known_of_sets_and_errors_is_said_only_where_it_is_true(measured):
    sets = measured[1]
    assert accuracy.about_sets(sets) == []
    unseen = [replace(one, name="fresh", seen=False, made="written for this test") for one in sets]
    first, second = accuracy.about_sets([*unseen, *sets])
    assert first.startswith("**“fresh” says most") and "language model" in second
    errors = pd.DataFrame({"counterpart": ["", "same words"]})
    assert len(accuracy.about_errors(errors.head(1), errors.head(1), sets)) == 1
    assert len(accuracy.about_errors(errors, errors, sets)) == 2
    assert accuracy.about_errors(errors.head(0), errors.head(0), sets) == []
    said = accuracy.about_errors(errors.head(1), errors, [*unseen, *sets])
    assert said[1].startswith("The first errors of each table and kind, 1 of 2") and len(said) == 4
    assert "are fiction" in said[-1]


def test_how_numbers_are_to_be_read_is_said_only_where_there_are_any():
    assert accuracy.about_scores(pd.DataFrame(), "f1", "right") == ""
    assert accuracy.about_scores(pd.DataFrame({"f1": [1]}), "f1").startswith("**Precision**")


def test_an_interval_is_rounded_like_any_number():
    rows = pd.DataFrame({name: [0.9961] for name in ("precision", "recall", "f1", "f1_low", "f1_high")})
    rows = rows.assign(articles=30, missed=1, false=0)
    assert accuracy.shown(rows)[["f1", "interval"]].iloc[0].tolist() == ["0.996", "1.00–1.00"]
    for few in ({"articles": 4}, {"missed": 0}):  # such articles cannot tell how much is chance
        assert accuracy.shown(rows.assign(**few))["interval"].tolist() == [""]
