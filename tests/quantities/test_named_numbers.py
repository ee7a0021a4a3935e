"""A number that belongs to a name is no quantity, wherever the name stands and whatever is counted beside it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.texts import Article, sentences

NAMES = (
    *("Operation", "Unit", "Flight", "Route", "Highway", "Camp", "Barrio", "Ward", "District", "Platform"),
    *("Sector", "Zone", "Precinct", "Battalion", "Terminal", "Project", "Phase", "Task Force", "SEAL Team"),
)
FRAMES = (
    "{name} was mentioned in the report.",
    "Police said {name} was mentioned.",
    "Officers of {name} arrested {count} men.",
    "The mayor spoke of {name}, and {count} men left.",
    "{count} men of {name} were held.",
    "They named it “{name}” and seized {count} guns.",
    "The raid on {name} led to {count} arrests.",
    "After {name} the court tried {count} men.",
    "{name} has {count} members.",
)


def read(text: str) -> tuple[list, list]:
    article = Article(slug="x", text=text, published="2024-05-06")
    parts = sentences(article)
    dates = read_dates(article, parts)
    quantities, aside = read_numbers(article, parts, dates)
    covered = {place for row in (*dates, *quantities, *aside) for place in range(row.start, row.end)}
    for row in (*quantities, *aside):
        assert text[row.start : row.end] == row.quote
    for number in re.finditer(r"\d+", text):
        assert set(range(*number.span())) <= covered
    return quantities, aside


@settings(max_examples=400)
@given(
    st.sampled_from(NAMES), st.integers(2, 999), st.sampled_from(FRAMES), st.integers(1001, 9999)
)  # the count has another number of digits
def test_a_number_in_a_name_is_no_quantity(name, own, frame, count):
    text = frame.format(name=f"{name} {own}", count=f"{count:,}")
    quantities, aside = read(text)
    counted = [f"{count:,}"] if "{count}" in frame else []
    assert [row.quote for row in quantities] == counted
    assert any(str(own) in row.quote for row in aside)
    assert all(str(own) not in row.what.replace(f"{name} {own}", "") for row in quantities)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gunmen of Boko 2 killed four villagers.", ["four"]),
        ("The Boko 2 gang fled.", []),
        ("In Operation Mangrove 7, a joint effort, 22 men were held.", ["22"]),
        ("Phoenix 9 was launched with 40 aboard.", ["40"]),
        ("Mir 2 was never built.", []),
        ("Sigma 6 is a rebel group of 200 fighters.", ["200"]),
        ("Grupo 8 arrested three men.", ["three"]),
        ("Frente 10 killed four soldiers.", ["four"]),
        ("Task Force 88 raided two houses.", ["two"]),
        ("Area 51 Police turned back two men.", ["two"]),
        ("Flight 370 vanished with 239 people aboard.", ["239"]),
        ("Patient 11, an 8-month-old boy, was given 40 mg.", ["40 mg"]),
        ("The nurse (RN 2) gave the drug.", []),
        ("Nurse 3 (RN 3) said that four alarms failed.", ["four"]),
        ("Surveyor 5 saw Resident 7 leave two rooms.", ["two"]),
        ("Student 14, who speaks Thai, lost three books.", ["three"]),
        ("Driver 6, aged 40, hit four cars.", ["four"]),
        ("WKLV 9 | Your Valley News Leader", []),
        ("KTVU 2 reported that three people died.", ["three"]),
        # and these count
        ("Patients 12, nurses 4", ["12", "4"]),
        ("Doctors saw 11 patients.", ["11"]),
        ("Of the patients 11 died.", ["11"]),
        ("The WHO 12 years ago sent nine doctors.", ["nine"]),
        ("About 40 killed the deal.", ["About 40"]),
        ("Nearly 500 is too many.", ["Nearly 500"]),
        ("Only 12 was given.", ["12"]),
        ("The Kenya 400 police arrived.", ["400"]),
        ("Police in Leeds arrested 22 in May.", ["22"]),
    ],
)
def test_what_stands_around_a_name_says_whether_its_number_counts(text, counted):
    assert [row.quote for row in read(text)[0]] == counted
