"""Dates that pages print without a space beside them, and stretches between two times."""

import pytest

from helpers.dates import read_dates
from helpers.texts import Article, sentences

PERIODS = [
    ("WashingtonJune 12, 2019 - The office said so.", [("June 12, 2019", "2019-06-12", "2019-06-12")]),
    ("ReleaseMay 3, 2021The office said so.", [("May 3, 2021", "2021-05-03", "2021-05-03")]),
    (
        "It ran from 09/19/2019 9:12:47 AM to 12/20/2019 12:05:00 AM.",
        [("09/19/2019 9:12:47 AM to 12/20/2019 12:05:00 AM", "2019-09-19", "2019-12-20")],
    ),
    (
        "ICE, a U.S. agency, ran it in FY 2021, 2022 and 2023.",
        [
            ("FY 2021", "2020-10-01", "2021-09-30"),
            ("2022", "2021-10-01", "2022-09-30"),
            ("2023", "2022-10-01", "2023-09-30"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS, ids=[text for text, _ in PERIODS])
def test_period(text, periods):
    article = Article(slug="x", text=text, published="2024-05-15")
    rows = read_dates(article, sentences(article))
    assert [(row.quote, str(row.begin), str(row.finish)) for row in rows] == periods
    assert all(article.text[row.start : row.end] == row.quote for row in rows)


def test_three_quarters_of_people_are_no_length_of_time():
    article = Article(slug="x", text="Nearly three-quarters fled.", published="2024-05-15")
    assert read_dates(article, sentences(article)) == []
