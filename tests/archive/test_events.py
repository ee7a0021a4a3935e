"""Reports of the same event are found, and different events are never taken for one."""

import pandas as pd
import pytest

from helpers import extract, load_corpus
from helpers.archive import figures_of_events, find_events
from helpers.extraction import events
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

# Four events, three reports of each in different words: they agree in one figure and differ in another
EVENTS = {
    "a1": (
        "2025-02-12",
        "HOUSTON – U.S. Immigration and Customs Enforcement arrested 118 people during a weeklong operation in the Houston area that ended Feb. 9, the agency announced Tuesday. Of those taken into custody, 74 had prior criminal convictions. Officers also seized 12 firearms.",
    ),
    "a2": (
        "2025-02-12",
        "Federal immigration agents took more than a hundred people off the streets of Houston last week. In all, ICE officers arrested 118 individuals by February 9, 2025, a spokesman said, among them 71 with criminal records. Two families told this newspaper that they have not heard from their relatives since.",
    ),
    "a3": (
        "2025-02-14",
        'Lawyers in Houston say they are overwhelmed after the raids that ended on Feb. 9. ICE says it arrested 118 immigrants and seized 12 firearms. "Most of our clients have no record," said Rosa Duarte, an attorney.',
    ),
    "b1": (
        "2025-02-20",
        "SAN DIEGO – U.S. Customs and Border Protection officers at the Otay Mesa port of entry seized 1,230 pounds of methamphetamine on February 17, 2025. The drugs were hidden in 96 packages inside a shipment of tomatoes.",
    ),
    "b2": (
        "2025-02-21",
        "A truck full of tomatoes carried a lot more than vegetables. CBP officers at Otay Mesa on Monday, February 17, 2025, seized 1,230 pounds of meth worth $1.8 million; a canine had alerted them. The driver, 41, was turned over to Homeland Security Investigations.",
    ),
    "b3": (
        "2025-02-24",
        "Customs and Border Protection seized 1,230 pounds of methamphetamine in a load of tomatoes at Otay Mesa on February 17, 2025. Officers counted 98 packages, according to a court filing.",
    ),
    "c1": (
        "2025-03-07",
        "TUCSON, Ariz. – Border Patrol agents arrested 43 migrants found inside a refrigerated trailer near Nogales on March 4, 2025, the agency said. Agents gave them water; two were taken to a hospital.",
    ),
    "c2": (
        "2025-03-07",
        "Forty-three migrants, among them 11 children, were packed into a trailer cooled to near freezing. U.S. Border Patrol agents arrested the 43 migrants on March 4, 2025, at a checkpoint on Interstate 19.",
    ),
    "c3": (
        "2025-03-10",
        "The driver of a trailer with people inside appeared in court Monday. Border Patrol agents arrested 43 people and the driver on March 4, 2025; prosecutors said 12 of them were children.",
    ),
    "d1": (
        "2025-03-20",
        "ICE Enforcement and Removal Operations removed 135 citizens of Guatemala on a flight from Alexandria, Louisiana, on March 18, 2025. Of them, 61 had been convicted of crimes.",
    ),
    "d2": (
        "2025-03-20",
        "A charter flight with 135 Guatemalans left Louisiana on Tuesday. Enforcement and Removal Operations removed the 135 citizens on March 18, 2025, the agency said; 58 had convictions.",
    ),
    "d3": (
        "2025-03-22",
        "Relatives waited at the air base in Guatemala City. On March 18, 2025, ICE Enforcement and Removal Operations removed 135 Guatemalan nationals, a third of them women, in a single flight.",
    ),
}
# Other events of the same bodies, on the same days or with the same figures
ALIKE = {
    "n1": (
        "2025-03-04",
        "BOSTON – ICE arrested 14 people in Boston on March 3, 2025, the agency said. They face removal.",
    ),
    "n2": (
        "2025-03-04",
        "HOUSTON – ICE arrested 14 people in Houston on March 3, 2025, the agency said. They face removal.",
    ),
    "n3": ("2025-03-05", "Agents of ICE arrested 14 men near Denver on March 3, 2025."),
    "n4": ("2025-03-05", "CBP officers at the port of Laredo seized 96 pounds of cocaine on March 3, 2025."),
    "n5": (
        "2025-03-05",
        "CBP officers at the Pharr International Bridge seized 96 pounds of heroin on March 3, 2025.",
    ),
    "n6": (
        "2025-04-02",
        "CBP officers in Miami seized 30 pounds of cocaine on April 1, 2025. The agency employs 65,000 people.",
    ),
    "n7": (
        "2025-04-02",
        "CBP officers in Savannah seized 25 rifles on April 1, 2025. The agency employs 65,000 people.",
    ),
    "n8": (
        "2025-05-02",
        "Border Patrol agents arrested 20 migrants in Yuma on May 1, 2025. Fiscal year 2024 saw 1,200 arrests in the sector.",
    ),
    "n9": ("2025-05-03", "Border Patrol agents arrested 20 migrants in El Paso on May 1, 2025."),
    "n10": ("2025-06-02", "ICE removed 135 citizens of Honduras on May 28, 2025."),
    "n11": ("2025-06-02", "ICE removed 135 citizens of Peru on May 28, 2025."),
    "n12": ("2025-06-08", "ICE arrested 118 people in Houston on June 5, 2025, the agency said."),
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


def told(articles):
    return tables_of([Article(slug=slug, text=text, published=day) for slug, (day, text) in articles.items()])


def test_four_events_of_three_reports_each_are_found_and_no_more():
    tables = told(EVENTS | ALIKE)
    groups = find_events(tables).groupby("event")["article"].agg("".join).to_dict()
    assert groups == {f"{event}1": f"{event}1{event}2{event}3" for event in "abcd"}
    found = figures_of_events(find_events(tables), tables["quantities"])
    assert "96: b1; 98: b3" in set(found["given"])


def test_of_several_figures_of_the_same_thing_only_those_that_agree_are_compared():
    both = (
        "In Tucson the Border Patrol arrested 216 migrants on March 3, 2024, and released {} migrants later."
    )
    tables = told({"one": ("2024-03", both.format(20)), "two": ("2024-03", both.format(30))})
    found = figures_of_events(find_events(tables), tables["quantities"])
    assert found[["low", "high", "given"]].values.tolist() == [[216, 216, "216: one, two"]]


def test_a_figure_that_stands_in_many_articles_still_finds_the_reports_of_one_day(monkeypatch):
    monkeypatch.setattr(events, "MANY", 4)
    text = "In Tucson the Border Patrol arrested 216 migrants on May {}, 2024."
    days = {f"day-{day}": ("2024-05", text.format(day)) for day in range(1, 9)}
    tables = told(days | {"again": ("2024-05", f"It was said again: {text.format(3)}")})
    assert find_events(tables)["article"].tolist() == ["day-3", "again"]


def test_a_copy_tells_of_the_same_event(reports):
    known = pd.DataFrame([{"article": "small", "copy_of": "others", "similarity": 1.0}])
    assert ["others", "small"] in find_events(reports | {"copies": known}).values.tolist()


def test_of_the_seeds_and_of_other_articles_nothing_is_grouped():
    articles = [*SEEDS, *load_corpus(SEEDS[0].file.parents[1] / "tests/gold/dev")]
    assert find_events(tables_of(articles)).empty


def test_no_article_is_no_event(reports):
    assert find_events({name: frame[:0] for name, frame in reports.items()}).empty
    assert figures_of_events(find_events(reports)[:0], reports["quantities"]).empty
