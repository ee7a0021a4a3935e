"""What each number counts, in whole sentences; a sentence of the table gives it as figure=words, separated by semicolons."""

import csv
from pathlib import Path

import pytest

from helpers.dates import read_dates
from helpers.quantities import read_quantities
from helpers.texts import Article, sentences

with (Path(__file__).parent / "counted.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_a_number_counts_what_the_words_say_or_nothing(row):
    article = Article(slug="x", text=row["text"].replace("\\n", "\n"), published="2025-06-10")
    split = sentences(article)
    found = read_quantities(article, split, read_dates(article, split))
    assert "; ".join(f"{one.quote}={one.what}" for one in found) == row["what"]
