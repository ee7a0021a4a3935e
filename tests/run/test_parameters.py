"""Every parameter a reasonable person would try either works or says what to do."""

from datetime import date

import pytest

from helpers.run.parameters import ParameterError, check_choice, check_parameters

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
