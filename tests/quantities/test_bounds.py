"""Bounds, shares and averages as news English words them: each phrase with the value that the conventions give it."""

import pytest

from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.texts import Article, sentences

# text -> low, high, unit of its quantities
VALUES = [
    ("At the very least 12 people were hurt.", [(12, None, "count")]),
    ("As few as three guards watched the block.", [(3, None, "count")]),
    ("The boat carried at the most 30 people.", [(None, 30, "count")]),
    (
        "The monthly counts add up to 480 arrests, and up to 60 were minors.",
        [(480, 480, "count"), (None, 60, "count")],
    ),
    ("Arrests did not exceed 30.", [(None, 30, "count")]),
    ("The seizure exceeded 300 pounds.", [(300, None, "lb")]),
    ("The number is close on 400.", [(None, 400, "count")]),
    ("It grew more than threefold.", [(3, None, "ratio")]),
    ("Nearly three-quarters fled.", [(None, 75, "percent")]),
    ("Close to a third fled.", [(None, 33.333333, "percent")]),
    ("Of the detainees, a third were children.", [(33.333333, 33.333333, "percent")]),
    ("Agents carried out an average of 300 removals a year.", [(300, 300, "count")]),
    ("Agents carried out 127,000 of these annually on average.", [(127000, 127000, "count")]),
    ("They averaged four arrests a day.", [(4, 4, "ratio")]),
    ("The fund paid $5-10,000 per family.", [(5000, 10000, "USD")]),
    ("It costs EUR 3.200 per person.", [(3200, 3200, "EUR")]),
    ("Children as young as nine were inside.", []),
    ("The youngest is nine years old.", []),
    ("It was worth six figures, a five-figure sum each.", []),
]


@pytest.mark.parametrize(("text", "values"), VALUES, ids=[text for text, _ in VALUES])
def test_value(text, values):
    article = Article(slug="x", text=text, published="2024-05-15")
    parts = sentences(article)
    rows, _ = read_numbers(article, parts, read_dates(article, parts))
    assert [
        (row.low and round(row.low, 6), row.high and round(row.high, 6), row.unit) for row in rows
    ] == values
    assert all(article.text[row.start : row.end] == row.quote for row in rows)
