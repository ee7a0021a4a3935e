"""Tests of `helpers.checks`: small articles written for this purpose, with the relations a careful reader finds in them."""

import time
from dataclasses import fields
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checks import COLUMNS, check
from helpers.corpus import Article
from helpers.dates import DateRow, read_dates
from helpers.language import units, word_list
from helpers.quantities import QuantityRow, read_quantities


def tables(*texts: str, published: str = "2025-06-30") -> SimpleNamespace:
    """The two tables that `check` uses, of texts that have nothing in common."""
    dates, quantities = [], []
    for number, text in enumerate(texts):
        article = Article(slug=f"a{number}", text=text, published=published)
        parts = units(article)
        times = read_dates(article, parts)
        dates += times
        quantities += read_quantities(article, parts, times)
    return SimpleNamespace(
        dates=pd.DataFrame(dates, columns=[f.name for f in fields(DateRow)]),
        quantities=pd.DataFrame(quantities, columns=[f.name for f in fields(QuantityRow)]),
    )


def found(text: str) -> list[tuple]:
    return [(row.kind, row.holds, row.quotes) for row in check(tables(text)).itertuples()]


SUM, SHARE, AVERAGE = "parts_sum_to_total", "share_matches_counts", "average_matches_ratio"
DURATION, ORDER, AGAIN = "duration_matches_range", "order_of_events", "restated_figure"

# text -> (kind, holds, quotes) of each relation
GOLDEN = [
    # parts and totals in a sentence
    ("Police arrested 36 people: 20 men and 16 women.", [(SUM, True, ["20", "16", "36"])]),
    ("Police arrested 36 people: 20 men and 19 women.", [(SUM, False, ["20", "19", "36"])]),
    ("The unit has 1,200 officers (700 in the north and 500 in the south).", [(SUM, True, ["700", "500", "1,200"])]),
    ("Agents held 120 people in Texas, 85 in Arizona and 40 in Utah, a total of 245.", [(SUM, True, ["120", "85", "40", "245"])]),
    ("Agents held 120 people in Texas, 85 in Arizona and 40 in Utah, a total of 275 people.", [(SUM, False, ["120", "85", "40", "275"])]),
    ("Of the 216 detainees, 36 were deported and the remaining 180 await a hearing.", [(SUM, True, ["36", "180", "216"])]),
    ("Of the 216 detainees, 36 were deported and the remaining 170 await a hearing.", [(SUM, False, ["36", "170", "216"])]),
    ("Officers seized 400 kg of drugs: 250 kg of cocaine and 150 kg of heroin.", [(SUM, True, ["250 kg", "150 kg", "400 kg"])]),
    # a selection or overlapping groups need not add up
    ("Police arrested 646 people, including 140 robbers and 34 burglars.", []),
    ("Of the 646 people arrested, 543 had convictions and 234 had been deported before.", []),
    ("They arrested 50 people. They included:\n- 20 with a violent felony\n- 41 with a drug offense", []),
    ("Officers arrested 40 men, seized 12 guns and found 3 cars.", []),
    ("Agents made 300 arrests: 120 were gang members and 190 had been deported before.", []),
    ("ICE arrested 498 people: 107 in Philadelphia, 101 in Los Angeles and 63 in Denver.", []),
    ("The 120 officers (some of them armed) arrested 65 men and 40 women.", []),
    ("The operation led to 85 arrests, 40 search warrants and the rescue of 45 victims.", []),
    ("Some 85 people were held, 40 of them in Texas and 55 in Arizona.", [(SUM, False, ["40", "55", "Some 85"])]),
    (
        "Ten officers from three countries, five from Spain, three from France and two from Italy, took part.",
        [(SUM, True, ["five", "three", "two", "Ten"])],
    ),
    ("Nine of the 12 men pleaded guilty and three await trial.", [(SUM, True, ["Nine", "three", "12"])]),
    (
        "Agents seized 1,200 pounds of meth and 300 pounds of cocaine, or 1,800 pounds in all.",
        [(SUM, False, ["1,200 pounds", "300 pounds", "1,800 pounds"])],
    ),
    (
        "A grand jury indicted 19 people. Thirteen of the defendants are in custody; six remain at large.",
        [(SUM, True, ["Thirteen", "six", "19"])],
    ),
    (
        "Officers seized a combined 246 kg. They found 82 kg on Monday. Later they found 119 kg. The last load weighed 45 kg.",
        [(SUM, True, ["82 kg", "119 kg", "45 kg", "246 kg"])],
    ),
    (
        "The court gave three men a total of 48 years in prison: 20 years, 15 years and 10 years.",
        [(SUM, False, ["20 years", "15 years", "10 years", "48 years"])],
    ),
    # tables
    ("Place | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nHull | 14 |\nTotal | 55 |", [(SUM, True, ["22", "19", "14", "55"])]),
    ("Place | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nHull | 14 |\nTotal | 65 |", [(SUM, False, ["22", "19", "14", "65"])]),
    (
        "Police made 55 arrests.\n\nPlace | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nElsewhere | 14 |",
        [(SUM, True, ["22", "19", "14", "55"])],
    ),
    (
        "Police made 58 arrests.\n\nPlace | Arrests |\n---|---|\nLeeds | 22 |\nYork | 19 |\nElsewhere | 14 |",
        [(SUM, False, ["22", "19", "14", "58"])],
    ),
    ("Police made 580 arrests.\n\nTop nationality | Arrests |\n---|---|\nMexico | 220 |\nCuba | 190 |\nPeru | 140 |", []),
    (
        "Place | Arrests | Share |\n---|---|---|\nLeeds | 30 | 30% |\nYork | 50 | 40% |\nHull | 20 | 30% |\nTotal | 100 | 100% |",
        [
            (SUM, True, ["30", "50", "20", "100"]),
            (SUM, True, ["30%", "40%", "30%", "100%"]),
            (SHARE, True, ["30", "100", "30%"]),
            (SHARE, False, ["50", "100", "40%"]),
            (SHARE, False, ["20", "100", "30%"]),
        ],
    ),
    # shares
    ("Of the 646 people arrested, 543, or 84 percent, had convictions.", [(SHARE, True, ["543", "646", "84 percent"])]),
    ("Of the 646 people arrested, 543, or 74 percent, had convictions.", [(SHARE, False, ["543", "646", "74 percent"])]),
    ("Police arrested 646 people. Of those arrested, 543 (84%) had convictions.", [(SHARE, True, ["543", "646", "84%"])]),
    ("Police said 34 of the 216 detainees (15.7 percent) were released.", [(SHARE, True, ["34", "216", "15.7 percent"])]),
    (
        "There were 5,424 visits and 3,930 arrests, so arrests came to about 72% of visits.",
        [(SHARE, True, ["3,930", "5,424", "about 72%"])],
    ),
    ("More than 80 percent of detainees were men.", []),
    ("Of the 200 held, 110, or more than half, were minors.", [(SHARE, True, ["110", "200", "more than half"])]),
    # change
    ("It made 609 arrests in May. That is 73% more than the 352 arrests of April.", [(SHARE, True, ["609", "352", "73%"])]),
    ("It made 609 arrests in May. That is 53% more than the 352 arrests of April.", [(SHARE, False, ["609", "352", "53%"])]),
    ("Arrests rose 73% from 352 to 609.", [(SHARE, True, ["609", "352", "73%"])]),
    ("Crossings fell from 2,000 to 500, a drop of 75%.", [(SHARE, True, ["500", "2,000", "75%"])]),
    ("Crossings fell from 2,000 to 500, a drop of 60%.", [(SHARE, False, ["500", "2,000", "60%"])]),
    ("Arrests rose to 609, up 73% from 352 a year earlier.", [(SHARE, True, ["609", "352", "73%"])]),
    (
        "Measure | 2023 | 2024 | Change |\n---|---|---|---|\nArrests | 200 | 300 | +50% |\nRaids | 40 | 30 | -25% |",
        [(SHARE, True, ["300", "200", "+50%"]), (SHARE, True, ["30", "40", "-25%"])],
    ),
    # averages
    (
        "The 63 people were sentenced to a combined 307 years in prison, an average of about five years each.",
        [(AVERAGE, True, ["307 years", "63", "about five years"])],
    ),
    (
        "The 63 people were sentenced to a combined 307 years in prison, an average of about nine years each.",
        [(AVERAGE, False, ["307 years", "63", "about nine years"])],
    ),
    (
        "ERO arrested over 73,000 people with over 290,000 charges, an average of four per individual.",
        [(AVERAGE, True, ["over 290,000", "over 73,000", "four"])],
    ),
    ("The 40 raids yielded $2 million, an average of $50,000 per raid.", [(AVERAGE, True, ["$2 million", "40", "$50,000"])]),
    # durations
    ("The eight-day operation opened on February 23 and closed on March 2.", [(DURATION, True, ["eight-day", "February 23", "March 2"])]),
    ("The eight-day operation opened on February 23 and closed on March 5.", [(DURATION, False, ["eight-day", "February 23", "March 5"])]),
    (
        "In a 12-day operation, agents arrested 50 men. This operation ran from March 11 to March 22.",
        [(DURATION, True, ["12-day", "March 11 to March 22"])],
    ),
    (
        "It ran from 5 February to 3 September 2024, a span of nine months.",
        [(DURATION, False, ["nine months", "5 February to 3 September 2024"])],
    ),
    (
        "It ran from 5 February to 3 September 2024, a span of seven months.",
        [(DURATION, True, ["seven months", "5 February to 3 September 2024"])],
    ),
    ("He was jailed for 12 days after a raid from 3 to 5 May 2024.", []),
    # order of events
    ("He was arrested on 10 September 2022 and extradited on 3 August 2023.", [(ORDER, True, ["10 September 2022", "3 August 2023"])]),
    (
        "Police arrested him on 10 September 2022, and Turkey deported him on 3 August 2022.",
        [(ORDER, False, ["10 September 2022", "3 August 2022"])],
    ),
    (
        "He was extradited on 3 August 2023 after he was arrested on 10 September 2022.",
        [(ORDER, True, ["10 September 2022", "3 August 2023"])],
    ),
    ("A man was arrested on 4 May 2024. Another was deported on 3 April 2024.", []),
    ("Garcia was deported in March 2019. He was arrested again in May 2023.", []),
    ("He was arrested on May 5, 2024; he had been deported on April 2, 2019.", []),
    ("Agents arrested Lopez on May 5, 2024, and deported Garcia on April 2, 2024.", []),
    ("The men were deported on June 3, 2024, after being arrested on June 10, 2024.", [(ORDER, False, ["June 10, 2024", "June 3, 2024"])]),
    ("The operation, launched on 1 March 2024, ended on 20 February 2024.", [(ORDER, False, ["1 March 2024", "20 February 2024"])]),
    ("- Date of Arrest: March 15, 2024\n- Removal Date: April 2024", [(ORDER, True, ["March 15, 2024", "April 2024"])]),
    ("- Arrest date: May 15, 2024\n- Removal date: April 2, 2024", [(ORDER, False, ["May 15, 2024", "April 2, 2024"])]),
    # the same figure again
    ("Sweep ends with 646 arrests\n\nPolice arrested 646 people. Most of the 646 were men.", [(AGAIN, True, ["646", "646", "646"])]),
    ("Sweep ends with 646 arrests\n\nPolice arrested 664 people in the sweep.", [(AGAIN, False, ["646", "664"])]),
    ("Police arrested over 200 people. The agency detained 216 individuals.", [(AGAIN, True, ["over 200", "216"])]),
    ("Joint raid nets 120 arrests\n\nPolice arrested 118 suspects, while two more were held at the border.", []),
    ("Police arrest 120 people in raid\n\nPolice arrested 102 people in the raid.", [(AGAIN, False, ["120", "102"])]),
    ("They arrested 45 people in Phoenix on Monday. The agency arrested 52 people in Tucson on Tuesday.", []),
    ("In Leeds police held five people. In York police held five people.", []),
    ("Police arrested 20 men in Leeds. In York 20 men were arrested.", [(AGAIN, True, ["20", "20"])]),
    ("They seized 500 rifles. The town has 500 inhabitants.", []),
    (
        "- 65% had felony convictions\n- 45% were repeat offenders\n\nProfile | Share |\n---|---|\nFelony Convictions | 65% |",
        [(AGAIN, True, ["65%", "65%"])],
    ),
]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case[0][:60])
def test_golden(case):
    text, expected = case
    assert sorted(found(text)) == sorted(expected)


def test_columns_offsets_and_arithmetic():
    text = "Sweep ends with 646 arrests\n\nOf the 646 people arrested, 110, or 45 percent, had convictions."
    frame = check(tables(text))
    assert list(frame.columns) == COLUMNS
    failing = frame[~frame.holds.astype(bool)].iloc[0]
    assert failing.about == "110 / 646 = 17.0 %, the text says 45 percent"
    for row in frame.itertuples():
        assert [text[start : start + len(quote)] for start, quote in zip(row.starts, row.quotes, strict=True)] == row.quotes


def test_articles_are_kept_apart():
    frame = check(
        tables(
            "Of the 646 people arrested, 543, or 84 percent, had convictions.",
            "Police arrested 36 people: 20 men and 16 women.",
            "Nothing.",
        )
    )
    assert list(frame.article) == ["a0", "a1"]


def test_tolerance():
    text = "Of the 200 people arrested, 100, or 52 percent, had convictions."
    assert [row.holds for row in check(tables(text)).itertuples()] == [False]
    assert [row.holds for row in check(tables(text), tolerance=2).itertuples()] == [True]
    with pytest.raises(ValueError, match="percentage points"):
        check(tables(text), tolerance=-1)


def test_empty_tables():
    frame = check(tables())
    assert list(frame.columns) == COLUMNS
    assert len(frame) == 0


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Police arrested",
                "of the",
                "646",
                "543",
                "84%",
                "or",
                "people",
                ",",
                ":",
                ".",
                "men",
                "and",
                "a total of",
                "over 200",
                "an average of",
                "each",
                "12-day operation",
                "from 3 May to 5 June 2024",
                "on 3 May 2024",
                "was arrested",
                "was deported",
                "0",
                "0%",
                "1.5 tonnes",
                "rose",
                "from",
                "to",
                "20 years in prison",
                "the remaining",
                "10 to 20",
                "\n",
                "\n- ",
                "\nA | B |\n---|---|\nx | 3 | 5% |\n",
                "\x00",
                "$5",
                "nearly",
                "half of",
                "per day",
                "three weeks",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_can_be_checked(text):
    for row in check(tables(text)).itertuples():
        assert [text[start : start + len(quote)] for start, quote in zip(row.starts, row.quotes, strict=True)] == row.quotes
        assert row.kind in (SUM, SHARE, AVERAGE, DURATION, ORDER, AGAIN) and row.holds in (True, False)


@pytest.mark.parametrize(
    "piece",
    [
        "646 people, ",
        "Police held 646 people. ",
        "5% of 20, ",
        "- 5 kg\n",
        "from 3 May to 5 June 2024 and ",
        "20 arrests. 3 were men, a total of 4. ",
    ],
)
def test_time_grows_with_length_only(piece):
    def seconds(size: int) -> float:
        both = tables("Go " + piece * (size // len(piece)))
        start = time.perf_counter()
        check(both)
        return time.perf_counter() - start

    small, large = seconds(10_000), seconds(40_000)
    assert large < 12 * small + 0.5, f"{small:.3f} s for 10,000 characters, {large:.3f} s for 40,000"


def test_word_lists_are_sound():
    words = [(row["word"], row["kind"]) for row in word_list("check_words")]
    assert len(set(words)) == len(words)
    assert {kind for _, kind in words} == {"person", "force", "generic", "action"}
    assert all(row["value"] for row in word_list("check_words") if row["kind"] == "action")
    events = {row["event"] for row in word_list("check_events")}
    assert len({row["words"] for row in word_list("check_events")}) == len(word_list("check_events"))
    order = {(row["first"], row["then"]) for row in word_list("check_order")}
    assert {event for pair in order for event in pair} <= events
    assert not any((then, first) in order for first, then in order)
