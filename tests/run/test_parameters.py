"""Every parameter a reasonable person would try either works or says what to do."""

import sys
import warnings
from datetime import date

import pytest

from helpers.run.choices import ParameterError, check_choice
from helpers.run.given import parameters_from
from helpers.run.notes import as_plain_lines, opening
from helpers.run.parameters import check_parameters
from helpers.texts import Article, Corpus

WORKS = [
    ({"start": "2024-03-15"}, "start", date(2024, 3, 15)),
    ({"start": "2024-03"}, "start", date(2024, 3, 1)),
    ({"start": 2024}, "start", date(2024, 1, 1)),  # papermill -p start 2024 passes a number
    ({"end": "2024-02"}, "end", date(2024, 2, 29)),
    ({"end": date(2024, 2, 3)}, "end", date(2024, 2, 3)),  # YAML 2024-02-03 is a date
    ({"end": ""}, "end", None),
    ({"articles": []}, "articles", []),
    (
        {"articles": "drug-arrests, joint-crackdown"},
        "articles",
        ["drug-arrests", "joint-crackdown"],
    ),  # papermill -p passes no lists
    ({"articles": ["drug-arrests", "drug-arrests"]}, "articles", ["drug-arrests"]),
    ({"show_durations": False}, "show_durations", False),
    ({"output_dir": ""}, "output_dir", None),
    ({"modes": ["Planned"]}, "modes", ["planned"]),
    ({"min_mentions": 3}, "min_mentions", 3),
    ({"tolerance": 1}, "tolerance", 1.0),
]


@pytest.mark.parametrize(("given", "name", "expected"), WORKS)
def test_values_that_work(given, name, expected):
    assert getattr(check_parameters(**given), name) == expected


FAILS = [
    ({"corpus": "sedes"}, "there is no folder 'sedes'"),
    ({"corpus": 5}, "corpus must be text"),
    ({"corpus": "", "articles": ["drug-arests"]}, "did you mean 'drug-arrests'?"),
    ({"articles": 1}, "quotation marks keep 01 from turning into the number 1"),
    ({"articles": ["a", 2]}, "articles must be a list of texts"),
    ({"start": "March 2024"}, "2024-03-15, 2024-03 or 2024"),
    ({"start": "2024-13"}, "start must be a day, month or year"),
    ({"end": True}, "end must be a day, month or year"),
    ({"start": "2025", "end": "2024"}, "is after end"),
    ({"show_durations": "yes"}, "show_durations must be True or False"),
    ({"output_dir": __file__}, "is a file; give a folder"),
    ({"modes": ["planed"]}, "did you mean 'planned'?"),
    ({"min_mentions": 0}, "whole number from 1 up"),
    ({"min_mentions": True}, "whole number from 1 up"),
    ({"tolerance": -1}, "from 0 to 100"),
    ({"tolerance": "small"}, "from 0 to 100"),
]


@pytest.mark.parametrize(("given", "message"), FAILS)
def test_values_that_do_not_work_say_what_would(given, message):
    with pytest.raises(ParameterError) as caught:
        check_parameters(**given)
    assert message in str(caught.value)


def test_all_problems_are_reported_at_once():
    with pytest.raises(ParameterError) as caught:
        check_parameters(start="soon", show_durations=1, min_mentions="two")
    assert len(str(caught.value).splitlines()) == 3


def test_the_effective_parameters_are_printed_without_absolute_paths(capsys):
    check_parameters(corpus="", articles=[], start="2024", output_dir="")
    assert capsys.readouterr().out == (
        "corpus      seeds/, the project's own texts\narticles    all\nstart       2024\n"
        "output_dir  nothing is written\n"
    )


def test_a_parameter_without_a_check_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="no check is written"):
        check_parameters(colour="red")


def test_choices_keep_the_spelling_of_what_there_is():
    assert check_choice("agencies", ["police of ruritania"], ["Police of Ruritania"]) == [
        "Police of Ruritania"
    ]
    with pytest.raises(ParameterError, match="these texts have none"):
        check_choice("units", ["kg"], [])
    with pytest.raises(ParameterError, match="and 10 more"):
        check_choice("units", ["zzz"], [f"unit {n}" for n in range(30)])


def test_a_unit_that_no_figure_has_is_no_unknown_one():
    with pytest.raises(ParameterError) as told:
        check_choice("units", ["kg", "percnt", "KM"], ["count", "percent"])
    assert str(told.value).splitlines() == [
        "units: no figure of these texts is in 'kg'; there are: count, percent",
        "units: 'percnt' is not known; did you mean 'percent'? (there are: count, percent)",
        "units: no figure of these texts is in 'KM'; there are: count, percent",
    ]


def test_a_file_behind_y_is_sent_to_f(tmp_path):
    """papermill, too, has -f for a file and -y for YAML."""
    (tmp_path / "mine.yaml").write_text("start: 2024", encoding="utf-8")
    with pytest.raises(ParameterError, match="is a file.*with -f"):
        parameters_from(texts=[str(tmp_path / "mine.yaml")])
    assert parameters_from(files=[tmp_path / "mine.yaml"]) == {"start": 2024}
    with pytest.raises(ParameterError, match="must hold lines"):
        parameters_from(texts=["a" * 10_000])


NOT_YAML = [
    ("articles: [drug-arrests", "a list is not closed", "character 24", "write it as [one, two]"),
    ("articles: ['a' b]", "a comma is missing", "character 16", "write it as [one, two]"),
    ("articles: {a: 1", "a brace is not closed", "character 16", "without braces"),
    ("a: b: c", "a second colon", "character 5", "put quotation marks around a value with a colon"),
    ('corpus: "x', "a quotation mark is not closed", "character 11", "at the end of the value"),
    ("start: 2024\nstart: 2025", "'start' is given twice", "line 2, character 1", "give it once"),
    ("start: 2024\n end: 2025", "begins further right", "line 2, character 5", "at the left edge"),
    ("start: @x", "another meaning in YAML", "character 8", "quotation marks around the value"),
    ("start: %", "another meaning in YAML", "character 8", "quotation marks around the value"),
    ("start: !!python/x 1", "another meaning in YAML", "character 8", "quotation marks around the value"),
    ("start: *b", "another meaning in YAML", "character 8", "quotation marks around the value"),
    ("\tstart: 1", "a tab", "character 1", "write blanks"),
    ("start: \x07", "cannot be printed", "character 8", "leave it out"),
    ("5: x", "the name 5 is no text", "character 1", "quotation marks around the name"),
]


@pytest.mark.parametrize(("text", "what", "where", "then"), NOT_YAML)
def test_of_what_is_no_yaml_one_line_says_what_is_wrong_where_and_what_to_do(
    text, what, where, then, tmp_path
):
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    for given in ({"texts": [text]}, {"files": [tmp_path / "bad.yaml"]}):
        with pytest.raises(ParameterError) as caught:
            parameters_from(**given)
        said = str(caught.value)
        assert "\n" not in said and said.count("is not YAML") == 1
        assert f" ({where}); " in said and all(words in said for words in (what, then))
    with pytest.raises(ParameterError, match=r"^-p units '\[kg': is not YAML: a list is not closed"):
        parameters_from(pairs=[("units", "[kg")])


def test_a_warning_of_ours_is_one_plain_line(capsys):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        as_plain_lines(lambda: sys.stdout)
        warnings.warn("Not read: \x1b[1ma", stacklevel=1)
        warnings.warn("old", DeprecationWarning, stacklevel=1)
    seen = capsys.readouterr()
    assert seen.out == "note: Not read: \\x1b[1ma\n"  # what Python itself warns of goes where it always does


def test_a_run_tells_at_once_which_texts_are_in_a_language_that_is_not_read():
    french = "La douane a annoncé mercredi la saisie de deux tonnes de cocaïne dissimulées dans des caisses de bananes."
    corpus = Corpus(
        [
            Article(slug="a", text="Police arrested two men on Monday.", published="2025-03"),
            Article(slug="b", text=french, published="2025-03"),
        ]
    )
    assert list(opening(corpus, 2, 20)) == [
        "note: Not read, as it is not English or Spanish: French in b.",
        "running 2 notebooks over 2 texts: about 20 seconds …",
    ]
    assert list(opening(Corpus(corpus.articles[:1]), 1, 20)) == [
        "running 1 notebook over 1 text: about 20 seconds …"
    ]


def test_a_run_tells_at_once_how_many_texts_have_no_day_of_publication():
    told = "Police arrested two men on Monday."
    texts = [
        Article(slug="a", text=told),
        Article(slug="b", text=f"Posted: May 3, 2025\n\n{told}"),
        Article(slug="c", text=told, published="2025"),
        Article(slug="d", text=told, published_basis="unknown"),  # somebody looked
    ]
    first, running = opening(Corpus(texts), 2, 20)
    assert first.startswith("note: 1 of 4 texts (a) has no day of publication") and "catalogue.csv" in first
    assert running.startswith("running 2 notebooks")
    assert next(opening(Corpus(texts[:1]), 1, 20)).startswith("note: the text has no day of publication")
    assert len(list(opening(Corpus(texts[1:]), 1, 20))) == 1
