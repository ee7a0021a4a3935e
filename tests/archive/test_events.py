"""Reports of the same event are found, and different events are never taken for one."""

import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.archive import figures_of_events, find_events
from helpers.texts import Article

SEEDS = list(load_corpus())
# Two reports of one operation in other words, an update of it, and others that look alike
REPORTS = {
    "release": "U.S. Border Patrol agents arrested 216 migrants and seized 41 vehicles in Tucson on March 3, 2024, the agency said.",
    "retold": "Tucson saw a raid on March 3, 2024. The Border Patrol arrested 216 migrants, and 40 vehicles were taken away.",
    "next_day": "U.S. Border Patrol agents arrested 216 migrants in Tucson on March 4, 2024, the agency said.",
    "others": "ICE arrested 216 migrants in Boston on March 3, 2024, the agency said.",
    "other_figure": "U.S. Border Patrol agents arrested 230 migrants in Yuma on March 3, 2024, the agency said.",
    "small": "U.S. Border Patrol agents arrested 3 migrants in Tucson on March 3, 2024, the agency said.",
    "years_later": "U.S. Border Patrol agents arrested 216 migrants in Tucson on March 3, 2024, as it recalled.",
}


def tables_of(articles):
    texts = pd.DataFrame(
        [{"article": one.slug, "published": one.published, "text": one.text} for one in articles]
    )
    return {"texts": texts, **dict(extract(articles))}


@pytest.fixture(scope="module")
def reports():
    return tables_of(
        [
            Article(slug=slug, text=text, published="2026-03" if slug == "years_later" else "2024-03")
            for slug, text in REPORTS.items()
        ]
    )


def test_two_reports_of_one_event_in_other_words_and_nothing_else(reports):
    assert find_events(reports).values.tolist() == [["release", "release"], ["release", "retold"]]


def test_the_range_of_its_figures_with_who_gives_which(reports):
    found = figures_of_events(find_events(reports), reports["quantities"]).set_index("noun")
    given = found[["low", "high", "given"]].T.to_dict("list")
    assert given["migrant"] == [216, 216, "216: release, retold"]
    assert given["vehicle"] == [40, 41, "40: retold; 41: release"]


def test_a_copy_tells_of_the_same_event(reports):
    known = pd.DataFrame([{"article": "small", "copy_of": "others", "similarity": 1.0}])
    assert ["others", "small"] in find_events(reports | {"copies": known}).values.tolist()


def test_of_the_seeds_and_of_other_articles_nothing_is_grouped():
    articles = [*SEEDS, *load_corpus(SEEDS[0].file.parents[1] / "tests/gold/dev")]
    assert find_events(tables_of(articles)).empty


def test_no_article_is_no_event(reports):
    assert find_events({name: frame[:0] for name, frame in reports.items()}).empty
    assert figures_of_events(find_events(reports)[:0], reports["quantities"]).empty
