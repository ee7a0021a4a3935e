"""Every entry of every word list, written as people and programs write it, stands beside numbers in a text.

A pattern finds what ignoring case, a hyphen for a space or another letter makes equal; a look-up with the words as they
stand then finds nothing and raises. No entry, in no spelling, may keep an article from being read and checked.
"""

import csv
import re

from helpers import check, extract
from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.texts import Article, sentences
from helpers.texts.lists import DATA

SPELLINGS = (
    str,
    str.title,
    str.upper,
    lambda words: words.replace(" ", "-"),
    lambda words: words.replace("-", " "),
    lambda words: words.replace(" ", "\u00a0"),
    lambda words: words.replace("-", "\u2011").replace(" ", "  "),
    lambda words: words.replace("'", "’") + ".",
    lambda words: words.replace("s", "ſ"),
    lambda words: words.replace("i", "ı"),
    lambda words: words.replace("i", "İ"),
)
ROOMS = (
    "agencies",
    "checks",
    "dates",
    "findings",
    "names",
    "quantities",
    "texts",
)  # those with words of texts
NO_WORDS = ("why", "meaning", "content", "evidence", "feature")
IN_A_SENTENCE, IN_AN_ARTICLE = 10, 60
STEP = 3  # every so manieth word is read in full; with 1 the test takes half a minute
ENGLISH = "The police said that they had held the men after the raid, and that all of them would be tried in the town.\n\n"


def entries():
    """The words of all lists without the signs of their patterns, each once."""
    found = set()
    for path in (path for room in ROOMS for path in sorted((DATA / room).rglob("*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in row.keys() - set(NO_WORDS):
                    for part in re.split(r"[|;]", row[column] or ""):
                        words = re.sub(r"\\[sb]|[\\^$?*+()\[\]{}]", " ", part).split()
                        found |= {" ".join(words)} - {""}
    return sorted(found)


def runs_of(items, most):
    """The items in runs of at most so many."""
    return [items[place : place + most] for place in range(0, len(items), most)]


def articles(forms):
    """Articles in which each of the words stands between two numbers, and some behind a date."""
    for slug, some in enumerate(runs_of(list(forms), IN_AN_ARTICLE)):
        lines = (
            f"On 3 May 2024 police held 12 {' 12 '.join(ten)} 12." for ten in runs_of(some, IN_A_SENTENCE)
        )
        yield Article(slug=str(slug), text=ENGLISH + "\n\n".join(lines), published="2024-06-01")


def test_words_in_some_spelling_keep_no_article_from_being_read_and_checked():
    forms = [SPELLINGS[place % len(SPELLINGS)](words) for place, words in enumerate(entries())]
    tables = extract(list(articles(forms[::STEP])))
    assert tables.problems.empty, tables.problems.to_dict("records")
    check(tables)


def test_every_word_is_read_for_dates_and_numbers_in_three_spellings():
    for article in articles(
        {
            SPELLINGS[(place + turn) % len(SPELLINGS)](words): None
            for place, words in enumerate(entries())
            for turn in (1, 4, 8)
        }
    ):
        told = sentences(article)
        read_numbers(article, told, read_dates(article, told))


def test_words_that_once_ended_the_reading_are_read():
    texts = (
        "Police held 12 men, or 20 at-least, and 14 or-more.",
        "In May 2024 the police held 12 men, trıple the four of May 2023.",
        "de la semana 12 men were held in May 2024.",
        "van der 12 men were held in May 2024.",
    )
    tables = extract([Article(slug=str(place), text=text) for place, text in enumerate(texts)])
    assert tables.problems.empty, tables.problems.to_dict("records")
    assert 20 in set(tables.quantities["low"])
    assert "trıple" in {quote for quotes in check(tables)["quotes"] for quote in quotes}
