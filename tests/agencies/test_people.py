"""Who is a person, and which person a source means: things, owners, places and titles beside names."""

import pytest

from helpers import extract
from helpers.texts import Article

# text -> names of its speakers (empty for somebody without a name)
SPEAKERS = [
    ("The Mitchell Plan calls for an end to the violence.", []),
    ("A wing of the movement, the Al-Aqsa Brigades, said it fired.", []),
    ("The Federal Opposition says the minister must resign.", []),
    ("Fox News reported that two men were held.", []),
    ("The Reverend Jo Sample said the church was open.", ["Jo Sample"]),
    ("Federal Treasurer Jo Sample warned that growth was slow.", ["Jo Sample"]),
    ("Congressional Caucus Chairman Jo Sample called for an inquiry.", ["Jo Sample"]),
    ("Defense attorney Jo Sample asked for probation.", []),
    ("U.S. Attorney Mary Jo White said the case was closed.", ["Mary Jo White"]),
    ("President George W Bush said the case was closed.", ["George W Bush"]),
    ("Director of Boston's Logan International Airport Jo Sample says it was safe.", ["Jo Sample"]),
    ("The husband of crash victim, Ann Roe, says he is sad.", [""]),
    ("A spokesman for governor Jo Sample, Ann Roe, says the man was held.", ["Ann Roe"]),
    (
        "“It is over,” said Jo Sample, director for Enforcement and Removal Operations in St. Paul.",
        ["Jo Sample"],
    ),
    ("Jo Sample, 23, and Ann Roe, 33, deny conspiracy to supply drugs.", []),
    ("A former officer was convicted of disclosing that a raid was planned.", []),
    ("Sheriff Jo Sample of Kent County issued the following statement:\n\n“We are sad.”", ["Jo Sample"]),
    ("Mr Sample says he has confidence in the court.", ["Sample"]),
    ("Jo Sample, prosecuting, told the jury of it. The prosecutor said it was true.", ["Jo Sample"]),
]


@pytest.fixture(scope="module")
def speakers():
    articles = [
        Article(slug=f"{n}", text=text, published="2024-05-15") for n, (text, _) in enumerate(SPEAKERS)
    ]
    table = extract(articles).speakers
    return {article.text: list(table[table.article == article.slug].name) for article in articles}


@pytest.mark.parametrize(("text", "names"), SPEAKERS, ids=[text[:60] for text, _ in SPEAKERS])
def test_speakers(speakers, text, names):
    assert speakers[text] == names


def test_a_quotation_whose_closing_mark_is_lost_goes_on():
    text = 'Jo Sample said it was dry. "It was dry," she said. "In some places not at all. "In fact, it got worse."'
    table = extract([Article(slug="x", text=text, published="2024-05-15")]).statements
    assert [row.quote for row in table.itertuples()][1:] == [
        "It was dry,",
        "In some places not at all.",
        "In fact, it got worse.",
    ]
    assert set(table.speaker) == {"Jo Sample"}
