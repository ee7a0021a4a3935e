"""Numbers in tables: unit, scale, date and what is counted come from the header, the label, the corner or the caption."""

import pytest

from helpers import extract
from helpers.texts import Article

MONTHS = "Weight in pounds | Oct. 2023 | Sept. 2024\nCocaine | 5,100 | 6,020\nFentanyl | 1,740 | 1,325"
FLIGHTS = (
    "Flights, by Fiscal Year\n\nFiscal year    Flights    People removed    Cost (millions)\n"
    "2022           310        37,200            $62\n2023           400        47,600            $84"
)
UNDER_CAPTION = "{}\n\nKind | 2023 | 2024\nA | 120 | 140\nB | 30 | 25"


def read(text):
    return extract([Article("t", "The office gave these figures.\n\n" + text, published="2025-03-10")])


def rows(text, *columns):
    return [tuple(row) for row in read(text).quantities[list(columns)].itertuples(index=False)]


def test_a_first_line_of_times_is_the_header():
    assert rows(MONTHS, "quote", "unit", "what", "period") == [
        ("5,100", "lb", "Cocaine", "2023-10"),
        ("6,020", "lb", "Cocaine", "2024-09"),
        ("1,740", "lb", "Fentanyl", "2023-10"),
        ("1,325", "lb", "Fentanyl", "2024-09"),
    ]
    assert rows("Syria | 2019 | 310\nEritrea | 2020 | 450", "quote", "column")[0][1] == ""


def test_a_row_of_a_fiscal_year_is_of_that_year():
    assert rows(FLIGHTS, "quote", "value", "unit", "what", "period")[:4] == [
        ("310", 310, "count", "Flights", "FY2022"),
        ("37,200", 37200, "count", "People removed", "FY2022"),
        ("$62", 62e6, "USD", "Cost", "FY2022"),
        ("400", 400, "count", "Flights", "FY2023"),
    ]
    assert read(FLIGHTS).dates["begin"].tolist() == ["2021-10-01", "2022-10-01"]


@pytest.mark.parametrize(
    ("header", "cell", "values"),
    [
        ("Year", "2021", ["2021"]),
        ("Month", "March", ["2025-03"]),
        ("Month", "May", ["2024-05"]),
        ("Persons", "2019", []),
        ("Cases", "2024", []),
    ],
)
def test_the_header_says_whether_a_cell_is_a_date(header, cell, values):
    text = f"{header} | Town | Fines\n{cell} | Leeds | 310\n1,204 | York | 95"
    assert read(text).dates["value"].tolist() == values


@pytest.mark.parametrize(
    ("caption", "unit", "factor"),
    [
        ("Drugs seized (kg)", "kg", 1),
        ("Drugs seized, in kilograms", "kg", 1),
        ("Drugs seized, in metric tons", "tonne", 1),
        ("Budget, in million euros:", "EUR", 1e6),
        ("Budget (in millions of euros)", "EUR", 1e6),
        ("Budget, £ thousand", "GBP", 1e3),
        ("Budget (€m)", "EUR", 1e6),
        ("Apprehensions, thousands", "count", 1e3),
        ("Visits (figures in thousands)", "count", 1e3),
        ("Visitors ('000s)", "count", 1e3),
        ("Arrests by month (see note)", "count", 1),
        ("Depth of the wells (m)", "count", 1),  # or millions
        ("What was seized in Leeds", "count", 1),
        ("Arrests in 2023 and 2024, all offices", "count", 1),
    ],
)
def test_the_end_of_a_caption_gives_unit_and_scale(caption, unit, factor):
    found = rows(UNDER_CAPTION.format(caption), "value", "unit")
    assert found == [(120 * factor, unit), (140 * factor, unit), (30 * factor, unit), (25 * factor, unit)]


def test_a_caption_gives_no_unit_where_columns_or_rows_count_something_else():
    text = "Seizures, in kg\n\nPort | Cases | Weight\nLeeds | 12 | 140\nYork | 9 | 25"
    assert {unit for (unit,) in rows(text, "unit")} == {"count"}
    people = UNDER_CAPTION.format("Seizures, in kg").replace("\nB", "\nPeople")
    assert [unit for (unit,) in rows(people, "unit")] == ["kg", "kg", "count", "count"]
    change = "Seizures, in kg\n\nKind | 2023 | Change\nA | 120 | 4\nB | 30 | 5"
    assert {unit for (unit,) in rows(change, "unit")} == {
        "kg"
    }  # a change that is no percentage is one of kilograms


def test_a_label_gives_the_unit_of_its_row():
    text = "Item | 2023 | 2024\nCocaine (kg) | 310 | 420\nCigarettes (millions) | 2.1 | 3.4\nCash (USD) | 120,000 | 98,000\nArrests | 14 | 19"
    assert rows(text, "value", "unit", "what")[::2] == [
        (310, "kg", "Cocaine"),
        (2.1e6, "count", "Cigarettes"),
        (120000, "USD", "Cash"),
        (14, "count", "Arrests"),
    ]


def test_a_number_with_a_scale_of_its_own_is_not_multiplied():
    text = "Cost (millions)\n\nOffice | Cost (millions)\nLeeds | $1.2 billion\nYork | $84"
    assert [value for (value,) in rows(text, "value")] == [1.2e9, 84e6]


BOX = "+------+-----------------+--------+\n| Crop | Thousand tonnes | y/y, % |\n+------+-----------------+--------+\n| Rye  | 95.3            | +0.4   |\n| Oats | 12.0            | -8.6   |\n+------+-----------------+--------+"
LEADERS = "Outcome\nAdmitted ............. 1,449 (23%)\nSent home ............ 4,536 (72%)\nLeft ................. 315 (5%)"
SERIAL = "Sr. | Item | Qty | Value (Rs lakh)\n1 | Gutka (kg) | 12,400 | 310\n2 | Caps | 9,650 | 965"
BOLD = "| Place | Held |\n|---|---:|\n| Leeds | 5,870 |\n| **Total** | **8,214** |"
CORNER = "Cost ($ million)\tBudget\tActual\tVariance\nLakeview\t41\t47.2\t6.2\nHillside\t62\t58.5\t3.5"
NARROW = "Region   Jobless (thousands)   Rate, per cent\nNorth    41.2   7.9\nCoast    18.0   5.1\nCapital  52.5   4.6"
NO_CORNER = (
    "Amounts are in thousands of dollars; parentheses show decreases.\n\n"
    "              Adopted FY24   Proposed FY25   Change\nSalaries            12,480          13,105      625\n"
    "Utilities            1,930           2,015       85\nMowing               1,144             860       12"
)
MONTHS_LONG = (
    "Starts (thousands)    Feb-Apr 2023    Feb-Apr 2024    % change\nHigher                        17.7            18.4         4.0\n"
    "Advanced                      25.9            23.8        -8.1\nAll                           43.6            42.2        -3.2"
)
BY_NAME = "Passengers (millions)\n\nYear | Metro | Bus | Share of metro\n2022 | 79.4 | 48.0 | 60.9 %\n2023 | 92.7 | 57.5 | 60.4 %"
PER = "Item | Jun 2022 | Jun 2023\nFeed price (€ per tonne) | 412 | 389\nHerds | 1,612 | 1,588"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NO_CORNER, [(n * 1000, "USD") for n in (12480, 13105, 625, 1930, 2015, 85, 1144, 860, 12)]),
        (
            MONTHS_LONG,
            [
                pair
                for old, new, change in ((17.7, 18.4, 4.0), (25.9, 23.8, -8.1), (43.6, 42.2, -3.2))
                for pair in ((old * 1000, "count"), (new * 1000, "count"), (change, "percent"))
            ],
        ),
        (
            BY_NAME,
            [
                pair
                for metro, bus, share in ((79.4, 48.0, 60.9), (92.7, 57.5, 60.4))
                for pair in ((metro * 1e6, "count"), (bus * 1e6, "count"), (share, "percent"))
            ],
        ),
        (PER, [(412, "EUR"), (389, "EUR"), (1612, "count"), (1588, "count")]),
        (BOX, [(95300, "tonne"), (0.4, "percent"), (12000, "tonne"), (-8.6, "percent")]),
        (
            LEADERS,
            [
                (1449, "count"),
                (23, "percent"),
                (4536, "count"),
                (72, "percent"),
                (315, "count"),
                (5, "percent"),
            ],
        ),
        (SERIAL, [(12400, "kg"), (31e6, "INR"), (9650, "count"), (96.5e6, "INR")]),
        (BOLD, [(5870, "count"), (8214, "count")]),
        (
            CORNER,
            [(41e6, "USD"), (47.2e6, "USD"), (6.2e6, "USD"), (62e6, "USD"), (58.5e6, "USD"), (3.5e6, "USD")],
        ),
        (
            NARROW,
            [
                (41200, "count"),
                (7.9, "percent"),
                (18000, "count"),
                (5.1, "percent"),
                (52500, "count"),
                (4.6, "percent"),
            ],
        ),
    ],
)
def test_manners_of_tables(text, expected):
    found = rows(text, "value", "unit")
    assert [unit for _, unit in found] == [unit for _, unit in expected]
    assert [value for value, _ in found] == pytest.approx([value for value, _ in expected])


def test_a_page_in_a_table_of_contents_is_no_count():
    assert rows("Overview ...... 3\nFindings ...... 12\nAnnex ...... 40", "value") == []


def test_the_mark_of_a_bullet_is_no_part_of_a_label():
    text = "Cases by year:\n• 2021: 310\n• 2022: 405\n• 2023: 512\n"
    tables = extract([Article("list", text, published="2024-02-22")])
    assert tables.dates["quote"].tolist() == ["2021", "2022", "2023"]
    assert tables.quantities["quote"].tolist() == ["310", "405", "512"]
