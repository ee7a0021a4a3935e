"""Readings that hang on one comparison or one number: what a run of mutants showed that no other test looked at."""

import pytest

from helpers import extract
from helpers.dates.find.plain import plain
from helpers.texts import Article

SAID = "La policía lo dijo en la ciudad."
CASES = [  # published, text, quote, begin, finish
    ("2025-06-02", "It fell in the last fortnight.", "the last fortnight", "2025-05-19", "2025-06-02"),
    ("2025-06-02", "It opens in the next fortnight.", "the next fortnight", "2025-06-02", "2025-06-16"),
    # no weekday leads to a year of which the text does not tell
    ("2025-06-02", "Police met on Monday, 3 May.", "Monday, 3 May", "2025-05-03", "2025-05-03"),
    (
        "2025-06-02",
        "He said the pool reopens on Sunday, 13 June.",
        "Sunday, 13 June",
        "2025-06-13",
        "2025-06-13",
    ),
    # a week that is named by its Sunday begins with it
    ("", "In the week of Sunday, 5 May 2024.", "the week of Sunday, 5 May 2024", "2024-05-05", "2024-05-11"),
    ("", "It ran in the week of May 4, 2024.", "the week of May 4, 2024", "2024-04-29", "2024-05-05"),
    ("", "It closed for the Labor Day weekend.", "Labor Day weekend", "", ""),
    ("2025-06-02", "Closed for the Labor Day weekend.", "Labor Day weekend", "2024-08-30", "2024-09-02"),
    ("", "It ran from November 2024 to February.", "November 2024 to February", "2024-11-01", "2025-02-28"),
    ("", "It ran from February 2024 to November.", "February 2024 to November", "2024-02-01", "2024-11-30"),
    # up to the end of a month of publication of which no day is known
    ("2025-03", "It has risen since January 2025.", "since January 2025", "2025-01-01", "2025-03-31"),
    ("2025-03-20", f"Fue detenido el pasado día 12. {SAID}", "el pasado día 12", "2025-03-12", "2025-03-12"),
    ("2025-03-10", f"Fue detenido el pasado día 12. {SAID}", "el pasado día 12", "2025-02-12", "2025-02-12"),
    ("2025-03-10", f"Será juzgado el próximo día 5. {SAID}", "el próximo día 5", "2025-04-05", "2025-04-05"),
    # a beginning that is told and lies after the publication is kept: one of the two is wrong, and no number is lost
    ("2024-01-01", "Since 3 April 2025 nine men have been held.", "Since 3 April 2025", "2025-04-03", ""),
    ("2024-01-01", "It ran from June 2025 to date.", "June 2025 to date", "2025-06-01", ""),
    # what counts from an edge of the calendar has no place, and was said all the same
    ("9999-12-31", "The trial opens tomorrow.", "tomorrow", "", ""),
    ("9999-12", "The trial opens tomorrow.", "tomorrow", "", ""),
    ("9999-12-31", "The trial opens next Monday.", "next Monday", "", ""),
    ("9999-12-31", "The trial opens next year.", "next year", "", ""),
    ("9999-12-31", "Police met three weeks ago.", "three weeks ago", "9999-12-06", "9999-12-12"),
    ("0001-01-01", "Police met yesterday.", "yesterday", "", ""),
    ("0001-01-01", "Police met two months and five days ago.", "two months and five days ago", "", ""),
    ("", "It reports every second.", "every second", "", ""),
    ("2025-06-15", "Earlier this month it closed.", "Earlier this month", "2025-06-01", "2025-06-15"),
    ("2025-06-15", "Later this month it closes.", "Later this month", "2025-06-15", "2025-06-30"),
    ("2024-05-04", "Two were shot over the weekend.", "the weekend", "2024-05-04", "2024-05-05"),
    (
        "2023-10-01",
        "In the first nine months arrests fell.",
        "the first nine months",
        "2023-01-01",
        "2023-09-30",
    ),
    ("2024-05-06", "May 3, a Friday, was hot.", "May 3", "2024-05-03", "2024-05-03"),
    ("2024-05-08", "He left early last week.", "early last week", "2024-04-29", "2024-04-30"),
    (
        "2024-05-08",
        "He left in the middle of last week.",
        "the middle of last week",
        "2024-05-01",
        "2024-05-02",
    ),
    ("", "Arrests in the UK rose in 1999/00.", "1999/00", "1999-04-01", "2000-03-31"),
    ("", "Arrests rose in 1999/00.", "1999/00", "1999-01-01", "2000-12-31"),
    (
        "2024-05-06",
        "It fell in the last third of the first quarter.",
        "the last third of the first quarter",
        "2024-03-01",
        "2024-03-31",
    ),
    # a day that the country does not have is no day
    ("2024-05-06", "Police in London, England, held ten on Thanksgiving.", "Thanksgiving", "", ""),
    (
        "2024-05-06",
        "Lunes negro en la ciudad: la policía detuvo a dos de los hombres.",
        "Lunes",
        "2024-05-06",
        "2024-05-06",
    ),
    ("2025-06-02", "Police will meet on June 2.", "June 2", "2025-06-02", "2025-06-02"),
    (
        "2025-06-02",
        "Police in Ottawa, Canada, held ten on Thanksgiving.",
        "Thanksgiving",
        "2024-10-14",
        "2024-10-14",
    ),
    ("2025-06-02", "Arrests fell last fiscal year.", "last fiscal year", "", ""),  # of no known country
    # said twice
    (
        "",
        "U.S. arrests rose in fiscal year 2021 (FY 2021) and fell.",
        "fiscal year 2021 (FY 2021)",
        "2020-10-01",
        "2021-09-30",
    ),
]


@pytest.mark.parametrize(
    ("published", "text", "quote", "begin", "finish"), CASES, ids=[case[1] for case in CASES]
)
def test_edge(published, text, quote, begin, finish):
    dates = extract([Article(slug="a", text=text, published=published)]).dates
    assert [(row.quote, row.begin, row.finish) for row in dates.itertuples()] == [(quote, begin, finish)]


def test_days_and_nights_of_many_people_are_counted():
    text = "Families spent 31,100 nights in hotels, staff lost 25,000 working days, and he spent 1,000 days in jail."
    tables = extract([Article(slug="a", text=text, published="2025-06-02")])
    assert tables.dates.value.to_list() == ["P1000D"]
    assert tables.quantities.value.to_list() == [31_100, 25_000]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2021 police met. It was on Monday, 3 May.", 2021),
        ("Four years ago they met. It was on Monday, 3 May.", 2021),
        ("In the 1990s they met. It was on Monday, 3 May.", 1999),
        ("They met last year. It was on Friday, 3 May.", 2024),
        ("In 2019 he fled. On Saturday, 3 May he was held.", 2025),
        ("In 2019 he fled. On Monday, 3 May he was held.", 2025),
    ],
)
def test_a_weekday_leads_to_a_year_of_which_the_text_tells(text, year):
    dates = extract([Article(slug="a", text=text, published="2025-06-02")]).dates
    assert dates.begin.to_list()[-1] == f"{year}-05-03"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("They met on 3-7 March.", "XXXX-03-03/XXXX-03-07", "range"),
        ("They met on 3 March.", "XXXX-03-03", "day"),
        ("He comes every year in May.", "XXXX-05", "set"),
    ],
)
def test_days_of_no_known_year_are_told_by_their_value(text, value, precision):
    dates = extract([Article(slug="a", text=text)]).dates
    assert dates[["value", "precision"]].to_numpy().tolist() == [[value, precision]]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [("They had two night-soil waggons.", [])],
)
def test_a_compound_behind_a_number_is_its_noun(text, quotes):
    assert list(extract([Article(slug="a", text=text)]).dates["quote"]) == quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He saved a penalty before the end of the 2019 final.", "2019"),
        ("At the start of the 2024 campaign he won.", "2024"),
        ("The end of 2019 was wet.", "The end of 2019"),
        ("By the end of the 2019 season he was gone.", "the end of the 2019"),
        ("They left in the 2018 school year.", "2018"),
        ("In the 2018 calendar year it fell.", "2018"),
    ],
)
def test_a_year_that_dates_a_thing_is_no_length_and_has_no_end_of_its_own(text, quote):
    dates = extract([Article(slug="a", text=text)]).dates
    assert list(dates["quote"]) == [quote]
    assert set(dates["type"]) == {"DATE"}


@pytest.mark.parametrize(("text", "mod"), [("three or so weeks ago", "APPROX"), ("three weeks ago", "")])
def test_weeks_or_so_are_about_so_many(text, mod):
    dates = extract([Article(slug="a", text=f"He left {text}.", published="2024-05-06")]).dates
    assert dates[["quote", "mod"]].to_numpy().tolist() == [[text, mod]]


def test_a_year_before_the_thousandth_has_four_digits():
    text = "It opens next week and closes next month or in the third quarter of 450."
    dates = extract([Article(slug="a", text=text, published="0450-01-04")]).dates
    assert list(dates["value"])[:2] == ["0450-W02", "0450-02"]


def test_a_decade_after_a_decade_is_one():
    dates = extract(
        [Article(slug="a", text="It grew in the 1980s. Police counted 40 of them two decades later.")]
    ).dates
    assert list(dates["begin"]) == ["1980-01-01", "2000-01-01"]
    assert list(dates["finish"]) == ["1989-12-31", "2009-12-31"]


def test_white_space_between_cells_is_kept():
    assert plain("3 May   2024").text == "3 May 2024"
    assert plain("3 May   2024", table=True).text == "3 May   2024"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Detuvieron a dos del 6 al 4 de mayo de 2024", [("2024-05-04", "2024-05-04")]),
        ("Detuvieron a dos del 4 al 6 de mayo de 2024", [("2024-05-04", "2024-05-06")]),
        ("Acciones del 6 y 4 de mayo de 2024", [("2024-05-06",) * 2, ("2024-05-04",) * 2]),
        ("Detuvieron a dos el 6 y 4 de mayo de 2024", [("2024-05-06",) * 2, ("2024-05-04",) * 2]),
        ("Del viernes 9 al lunes 5 de mayo de 2025 detuvieron a dos", [("2025-05-05",) * 2]),
    ],
)
def test_no_stretch_ends_before_it_begins(text, days):
    """Found by a fuzzer that follows the branches of the code."""
    dates = extract([Article(slug="a", text=f"{text}. {SAID}")]).dates
    assert [(row.begin, row.finish) for row in dates.itertuples() if row.begin] == days


@pytest.mark.parametrize(
    ("text", "lengths", "quantities"),
    [
        ("Three quarters of the men left.", [], [("Three quarters", 75, "percent")]),
        ("The fence runs for three quarters of a mile.", [], [("three quarters of a mile", 0.75, "mile")]),
        ("Three-quarters of respondents agreed.", [], [("Three-quarters", 75, "percent")]),
        ("He waited three quarters of an hour.", [("three quarters of an hour", "PT45M")], []),
        ("He waited a quarter of an hour.", [("quarter of an hour", "PT15M")], []),
        ("He was held for a quarter of a year.", [("quarter of a year", "P3M")], []),
        ("Profits fell for three quarters in a row.", [("three quarters", "P9M")], []),
        ("It fell in three quarters of the fiscal year.", [("three quarters", "P9M")], []),
        ("After three quarters of losses it closed.", [("three quarters", "P9M")], []),
    ],
)
def test_three_quarters_of_a_whole_are_no_length_of_time(text, lengths, quantities):
    tables = extract([Article(slug="a", text=text, published="2025-06-02")])
    assert [(row.quote, row.value) for row in tables.dates.itertuples()] == lengths
    assert [(row.quote, row.value, row.unit) for row in tables.quantities.itertuples()] == quantities


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("He spent a year there and a quarter of a century in exile.", ["P1Y", "P25Y"]),
        ("She waited two hours and half an hour of rest followed.", ["PT2H", "PT30M"]),
        ("He spent a decade in Rome and half a century in Oslo.", ["P10Y", "P50Y"]),
        ("It took a month and a half day to day.", ["P1.5M"]),
        ("It took an hour and a half hour queues.", ["PT1.5H"]),
    ],
)
def test_half_a_length_behind_and_is_one_of_its_own_unless_it_belongs_to_the_one_before(text, lengths):
    dates = extract([Article(slug="a", text=text)]).dates
    assert list(dates["value"]) == lengths


@pytest.mark.parametrize(
    "text",
    [
        "U.S. arrests rose from January 2020 to March 2020, more than in the same nine months of FY19.",
        "Arrests rose on 3 May 2020, more than in the same period of 2018.",
        "Sales fell, compared with the same quarter of 2018.",
        "Arrests rose from January 2020 to March 2020, from the same three months of FY19.",
    ],
)
def test_the_same_period_of_nothing_that_was_told_has_a_year_and_no_days(text):
    last = list(extract([Article(slug="a", text=text)]).dates.itertuples())[-1]
    assert last.quote.startswith("the same") and last.value in ("2018", "2019") and not last.begin
