"""Ties by weights grow with the article and no faster: many figures, one long list, a wide table, a figure that could be
stated of any of hundreds.
"""

import pytest

from helpers.checks import check
from helpers.extraction import extract
from helpers.texts import Article
from tests.growth import assert_linear

ARTICLES = {  # what an article of a size looks like
    "shares": lambda size: " ".join(
        f"Of {4 * n} boats that were stopped, {n} sank, or 25 percent." for n in range(11, size + 11)
    ),
    "changes": lambda size: " ".join(
        f"In town {n} raids rose {n % 90 + 5} percent, from {n} to {2 * n}." for n in range(11, size + 11)
    ),
    "averages": lambda size: " ".join(
        f"Crew {n} made {6 * n} arrests in 12 days, an average of {n} a day." for n in range(11, size + 11)
    ),
    "differences": lambda size: " ".join(
        f"They landed {3 * n} tonnes, {n} tonnes more than before." for n in range(11, size + 11)
    ),
    "one sentence": lambda size: "They saw " + ", ".join(f"{n} boats" for n in range(11, size + 11)) + ", or 25 percent.",
    "one list": lambda size: "Seized in all: 900 guns\n\n" + "\n".join(f"- {n} guns, or 5 percent" for n in range(11, size + 11)),
    "one row": lambda size: "| " + " | ".join(f"{n}" for n in range(11, size + 11)) + " |\n|" + "---|" * size + "\n| " + " | ".join(f"{n}%" for n in range(11, size + 11)) + " |",
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_time_grows_with_the_article(name):
    def work(size):
        tables = extract([Article(slug="x", text=ARTICLES[name](size), published="2024-06-01")])
        return lambda: check(tables)

    work(10)()  # the lists of words are read once
    assert_linear(work, 25)
