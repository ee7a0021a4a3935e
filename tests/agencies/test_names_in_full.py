"""By which name a body of a role is known: with its district, its country or its national body, and beside it the article's words.

`names_in_full.jsonl` has a kind, a text and every `agency|mention|role` of it.
"""

import pytest

from helpers.agencies.datelines import dated_country, dated_district
from helpers.agencies.districts import district_near
from helpers.names import countries
from helpers.texts import Article, word_list, word_set
from tests.agencies.cases import cases_of, roles_of

CASES = cases_of("names_in_full")


@pytest.fixture(scope="module")
def roles():
    return roles_of(CASES)


@pytest.mark.parametrize("place", range(len(CASES)), ids=lambda place: CASES[place]["kind"])
def test_names(roles, place):
    rows = roles[roles["article"] == f"{place:03}"]
    assert [f"{row.agency}|{row.mention}|{row.role}" for row in rows.itertuples()] == CASES[place]["roles"]


@pytest.mark.parametrize(
    ("front", "country", "district"),
    [
        ("QUITO, May 27, 2026 (Wire) -", "Ecuador", ""),
        ("Guayaquil, August 14, 2025. –", "Ecuador", ""),
        ("NOUAKCHOTT, Mauritania —", "Mauritania", ""),
        ("ATHENS, Ga. –", "", "Middle District of Georgia"),
        ("PANAMA CITY, Fla. –", "", "Northern District of Florida"),
        ("PANAMA CITY –", "Panama", "Northern District of Florida"),
        ("SPRINGFIELD –", "", ""),
        ("SPRINGFIELD, Ill. (AP) –", "", "Central District of Illinois"),
        ("NAMPA, Idaho –", "", "District of Idaho"),
        ("PETALUMA, Calif. –", "", ""),
        ("No dateline, Ohio", "", ""),
    ],
)
def test_a_dateline_tells_country_or_district(front, country, district):
    article = Article(slug="one", text=f"A headline - with a dash\n\n{front} Rain fell.")
    assert (dated_country(article), dated_district(article)) == (country, district)


def test_the_office_named_nearest_before_gives_its_district():
    text = (
        "U.S. Attorney's Office for the District of Utah. U.S. Attorney Jo Sample, Northern District of Iowa."
    )
    article = Article(slug="one", text=text)
    assert district_near(article, 5) == "District of Utah"
    assert district_near(article, len(text)) == "Northern District of Iowa"
    assert district_near(article, len(text), "Roe") == "District of Utah"


@pytest.mark.parametrize("front", ["We in the ", "\n\n  ", "Justice | ", "U.S. Attorney's Office, "])
def test_a_district_is_found_without_its_attorney(front):
    article = Article(slug="one", text=f"Jo Sample spoke. {front}Western District of Texas is large.")
    assert district_near(article, 5) == "Western District of Texas"


def test_lists_of_places_are_whole():
    districts, dated = word_list("agencies/districts"), word_list("agencies/datelines")
    states = {row["state"].replace(" ", "_") for row in districts}
    assert states - {"Puerto_Rico"} == {state.replace(" ", "_") for state in word_set("us_states")} - {
        "District_of_Columbia"
    }
    assert len(districts) == len({row["district"] for row in districts}) == 90
    assert {row["country"] for row in dated} <= countries()
    cities = [city for row in dated for city in row["cities"].split("|")]
    assert len(cities) == len(set(cities))
