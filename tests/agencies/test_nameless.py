"""People who speak without a name, in transcripts and as authors of a testimony."""

import pytest

from helpers import extract
from helpers.agencies.described import described
from helpers.texts import Article

CALL = """OPERATOR: Our first question comes from Dana Wolfe with the Sun.

QUESTION: How many were there?

SENIOR ICE OFFICIAL: About 300.

MODERATOR: Thanks.
"""
TESTIMONY = """STATEMENT OF ROBERTA K. LINFIELD
Acting Director
Office of Detention Oversight
U.S. Immigration and Customs Enforcement

Before the Committee on the Judiciary

Between 2020 and 2022 my office inspected 96 facilities. We found that 30 had no nurse at night.
"""


def people(text: str) -> list[tuple[str, str, str]]:
    table = extract([Article(slug="x", text=text)]).speakers
    return list(zip(table["name"], table["title"], table["organisation"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A nurse at the clinic told police she had not been paid.", [("", "nurse at the clinic", "")]),
        ("“They left in two cars,” a neighbour said.", [("", "neighbour", "")]),
        ("Nermin (not his real name), 19, from Kunduz, says he crossed in May.", [("Nermin", "", "")]),
        ("Officials said the men had fled.", []),
        ("An officer who warned a gang was jailed.", []),
        ("The Customs Department said the boat sank.", []),
        ("Nobody said a word.", []),
    ],
)
def test_who_is_only_described_speaks_without_a_name(text, expected):
    assert people(text) == expected


def test_the_sheriff_is_the_one_named_before():
    assert people("Sheriff Jo Sample spoke. “It is over,” the sheriff said.") == [
        ("Jo Sample", "Sheriff", "")
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A port official said the crane would be mended.", []),
        ("A port official said the crane was “older than the harbour”.", ["port official"]),
        ("A port official, who asked not to be named, said the crane would be mended.", ["port official"]),
    ],
)
def test_beside_speakers_with_names_one_without_is_quoted_or_has_the_name_withheld(words, expected):
    found = people(f"“It is over,” Mayor Jo Sample said. {words}")
    assert [title for name, title, _ in found if not name] == expected


def test_labels_of_a_transcript_and_whose_question_it_is():
    ice = "U.S. Immigration and Customs Enforcement"
    assert people(CALL) == [
        ("", "OPERATOR", ""),
        ("Dana Wolfe", "", ""),
        ("", "SENIOR ICE OFFICIAL", ice),
        ("", "MODERATOR", ""),
    ]


def test_a_testimony_is_its_authors():
    ice = "U.S. Immigration and Customs Enforcement"
    tables = extract([Article(slug="x", text=TESTIMONY)])
    assert list(tables.speakers["name"]) == ["Roberta K. Linfield"]
    assert set(zip(tables.roles["agency"], tables.roles["role"], strict=True)) == {
        (ice, "investigate"),
        (ice, "report"),
    }


@pytest.mark.parametrize("words", ["police", "no witness", "two nurses", "everyone", "the operation"])
def test_groups_and_things_are_nobody(words):
    assert described(words, words.rfind(" ") + 1) is None


def test_a_judge_speaks_also_where_no_court_has_a_name():
    text = "A regional court has ordered a cruise line to pay. The court in Kalmar said so on Wednesday. Judge Jo Sample wrote that it was late."
    assert [(name, title) for name, title, _ in people(text)] == [("Jo Sample", "Judge")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kattegat Line said that fares would rise.", []),
        ("Kattegat Line said that fares would rise. Line had sailed before.", ["Kattegat Line"]),
        ("The ferry operator, Kattegat Line, said it would raise fares.", []),
        ("Ferry operator Kattegat Line reported a rise in fares.", []),
        ("The ferry operator, Ida Holm, said that fares would rise.", ["Ida Holm"]),
        ("Ida Holm, 34, said that fares would rise.", ["Ida Holm"]),
        ("Ida Holm of the Ferry Forum said that fares would rise.", ["Ida Holm"]),
        ("Ida Holm said that fares would rise. “We pay,” she said.", ["Ida Holm"]),
    ],
)
def test_beside_speakers_with_titles_a_name_alone_needs_a_sign_of_a_person(words, expected):
    found = people(f"“It is over,” Mayor Jo Sample said.\n\n{words}")
    assert [name for name, _, _ in found if name != "Jo Sample"] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Commander (Sea Rescue), Mr Jo Sample, said the crew was safe.", ["Jo Sample"]),
        ("Captain Jo Sample agreed to sell the boat.", []),
        ("Captain Jo Sample agreed that the boat was old.", ["Jo Sample"]),
        ("Captain Jo Sample promised to sell “the old tub”.", ["Jo Sample"]),
    ],
)
def test_who_only_agrees_to_act_or_stands_in_brackets_is_no_speaker(words, expected):
    assert [name for name, _, _ in people(words)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget: tax cut shelved, says Finance Minister\n\nFinance Minister Jo Sample spoke.", "Jo Sample"),
        ("The finance minister said it would rain.\n\nFinance Minister Jo Sample left.", "Jo Sample"),
        ("The finance minister said it would rain.\n\nFinance ministers Jo Sample and Ann Roe left.", ""),
        ("Minister Jo Sample left.\n\nThe housing minister said it would rain.", "Jo Sample"),
        ("Minister Jo Sample left.\n\nThe minister of Lake State said it would rain.", ""),
        ("A finance minister said it would rain.\n\nFinance Minister Jo Sample left.", ""),
    ],
)
def test_a_title_alone_is_the_one_who_bears_it(text, expected):
    assert extract([Article(slug="x", text=text)]).statements["speaker"][0] == expected
