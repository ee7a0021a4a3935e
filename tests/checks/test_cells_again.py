"""An amount that is told in words and printed in a table: the same figure again, whether its row is named or not."""

import pytest

from helpers.checks import check
from helpers.extraction import extract
from helpers.texts import Article

TABLE = "\n\n| Port | {} |\n|---|---|\n| Aveira | {} |\n| Costela | 4,460 |\n| Dunmar | 12,100 |\n"


def again(text, header, cell):
    article = Article(slug="x", text=text + TABLE.format(header, cell), published="2024-06-01")
    rows = check(extract([article])).itertuples()
    return [tuple(row.quotes) for row in rows if row.kind == "restated_figure"]


@pytest.mark.parametrize(
    ("text", "header", "cell", "quotes"),
    [
        ("Officers seized 18,560 pounds of cocaine.", "Pounds", "18,560", ("18,560 pounds", "18,560")),
        ("Divers brought up 2,750 kg of bronze.", "Weight (kg)", "2,750", ("2,750 kg", "2,750")),
        ("The repairs cost €37,850, the council says.", "Cost", "€37,850", ("€37,850", "€37,850")),
        ("A lorry took 6,130 litres of oil away.", "Oil, litres", "6,130", ("6,130 litres", "6,130")),
    ],
)
def test_an_amount_of_three_digits_is_found_in_a_table(text, header, cell, quotes):
    assert again(text, header, cell) == [quotes]


@pytest.mark.parametrize(
    ("text", "header", "cell"),
    [
        ("Officers seized 18,000 pounds of cocaine.", "Seizures", "18,000"),  # two digits
        ("The fleet has 1,430 boats.", "Licences", "1,430"),  # counts of two things
        ("The share rose by 18.5 percent.", "Pounds", "18.5"),
        ("Officers seized about 18,560 pounds of cocaine.", "Seizures", "18,560"),
    ],
)
def test_few_digits_counts_and_shares_agree_by_chance(text, header, cell):
    assert again(text, header, cell) == []
