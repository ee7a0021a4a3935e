"""Tests of `helpers.quantities.read`: sentences written for this purpose, generated numbers, odd input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dates.read import DateRow
from helpers.extraction import extract
from helpers.quantities import unit_factor
from helpers.quantities.local_money import LISTS as MONEYS
from helpers.quantities.read import read_quantities
from helpers.texts.corpus import Article
from helpers.texts.lists import word_list
from helpers.texts.sentence import sentences
from tests.growth import assert_linear


def read(text: str, *durations: str) -> list:
    """Quantities of a text in which the quotes given are dates or durations."""
    article = Article(slug="x", text=text)
    parts = sentences(article)
    dates = []
    for quote in durations:
        start = text.index(quote)
        unit = next(unit for unit in parts if unit.start <= start < unit.end)
        dates.append(
            DateRow(
                **article.evidence(start, start + len(quote), unit.block),
                type="DURATION",
                value="P1D",
                mod="",
                begin="",
                finish="",
                precision="",
                year_from="",
                vague=False,
                sentence=unit.text,
                sentence_start=unit.start,
            )
        )
    return read_quantities(article, parts, dates)


def short(text: str, *dates: str) -> list[tuple]:
    return [(row.quote, row.low, row.high, row.unit) for row in read(text, *dates)]


# text -> (quote, low, high, unit) of each quantity
GOLDEN = [
    ("She warned that one in five drivers is uninsured.", [("one in five", 20, 20, "percent")]),
    ("The oldest of the men is 63 and the youngest 19.", []),
    ("The 34 men, whose ages range from 24 to 71, left.", [("34", 34, 34, "count")]),
    (
        "There were twice as many finds. He asked twice. Take it twice a day. Think twice.",
        [("twice", 2, 2, "ratio"), ("twice", 2, 2, "count")],
    ),
    (
        "It rose 9.3-fold after a fivefold rise.",
        [("9.3-fold", 9.3, 9.3, "ratio"), ("fivefold", 5, 5, "ratio")],
    ),
    (
        "Sales fell by a fifth to 40 units; a third was charged.",
        [("a fifth", 20, 20, "percent"), ("40", 40, 40, "count")],
    ),
    ("Two jailed over 38kg of cocaine.", [("Two", 2, 2, "count"), ("38kg", 38, 38, "kg")]),
    ("Police arrested over 200 people.", [("over 200", 200, None, "count")]),
    ("Roe, 46, of Leeds, and the striker, 27, fled; a plumber, 38, from Bath, won.", []),
    ("Ana (not her real name), 19, from Leeds, fled.", []),
    ("It found 317 children, 73 of them under 16.", [("317", 317, 317, "count"), ("73", 73, 73, "count")]),
    ("Of the 58 arrested, 41, or most, fled.", [("58", 58, 58, "count"), ("41", 41, 41, "count")]),
    (
        "It weighed 412 grams, the second was 388 and the small one was 96.",
        [("412 grams", 412, 412, "g"), ("388", 388, 388, "g"), ("96", 96, 96, "g")],
    ),
    (
        "It holds 5,500 litres, the pond 900.",
        [("5,500 litres", 5500, 5500, "litre"), ("900", 900, 900, "litre")],
    ),
    ("It paid $1,200, 600 apiece.", [("$1,200", 1200, 1200, "USD"), ("600", 600, 600, "USD")]),
    (
        "It rose to 3.9 billion from $3.5 billion.",
        [("3.9 billion", 3.9e9, 3.9e9, "USD"), ("$3.5 billion", 3.5e9, 3.5e9, "USD")],
    ),
    ("The bag weighed 3 kg, the driver was 43.", [("3 kg", 3, 3, "kg")]),
    ("At one in Texas all 12 fled; he gave us one case.", [("12", 12, 12, "count"), ("one", 1, 1, "count")]),
    (
        "It carries 1900 to 2000 kg and has 2 1/2 baths.",
        [("1900 to 2000 kg", 1900, 2000, "kg"), ("2 1/2", 2.5, 2.5, "count")],
    ),
    ("He won 6-3, 4-6, 7-5 by a 2-to-1 margin in 43 Celsius.", [("43 Celsius", 43, 43, "°C")]),
    (
        "It has a 6.1-inch screen, 20-inch wheels and a 53-foot rig.",
        [("6.1-inch", 6.1, 6.1, "in"), ("20-inch", 20, 20, "in")],
    ),
    (
        "It will charge 18 of the 96 detainees under 18 Pa.C.S. § 5123.",
        [("18", 18, 18, "count"), ("96", 96, 96, "count")],
    ),
    ("Of this number 846 came by sea; see file number 846.", [("846", 846, 846, "count")]),
    ("Call +31 70 302 5000 about the Lexus RX 350.", []),
    ("Rooms 2-4 and rooms 7 and 8 were empty.", []),
    ("It filed 372 charges, about eight each.", [("372", 372, 372, "count"), ("about eight", 8, 8, "ratio")]),
    ("By a vote of 5 to 4 it raised fees from $35 to 40.", [("$35", 35, 35, "USD"), ("40", 40, 40, "USD")]),
    ("He owes $4,000, 1,500 of it in fines.", [("$4,000", 4000, 4000, "USD"), ("1,500", 1500, 1500, "USD")]),
    ("At 16, he joined; at 19 he led.", []),
    ("In Dallas, 34, in Houston, 51 were held.", [("34", 34, 34, "count"), ("51", 51, 51, "count")]),
    ("The reporter, 9 of his colleagues and a lawyer, 60, fled.", [("9", 9, 9, "count")]),
    ("It stood on the 400 block of Elm Street.", []),
    (
        "It topped the $2 trillion mark; its ratio is 52.",
        [("$2 trillion", 2e12, 2e12, "USD"), ("52", 52, 52, "count")],
    ),
    (
        "It holds about $1.6trn and uses 5.6 l/100km.",
        [("about $1.6trn", 1.6e12, 1.6e12, "USD"), ("5.6 l/100km", 5.6, 5.6, "l/100km")],
    ),
    ("Turnover rose to half a billion pounds.", [("half a billion pounds", 5e8, 5e8, "GBP")]),
    # plain counts, digits and words
    ("Officers detained 26 people.", [("26", 26, 26, "count")]),
    ("Deputies found 1,234,567 pills.", [("1,234,567", 1234567, 1234567, "count")]),
    (
        "Some 10 000 soldiers and 2\u202f500 police officers took part.",
        [("Some 10 000", 10000, 10000, "count"), ("2\u202f500", 2500, 2500, "count")],
    ),
    ("The raids netted 1.250.000 pills.", [("1.250.000", 1250000, 1250000, "count")]),
    (
        "Agents arrested twenty-three men and forty two women.",
        [("twenty-three", 23, 23, "count"), ("forty two", 42, 42, "count")],
    ),
    (
        "One hundred and fifty officers searched twelve homes.",
        [("One hundred and fifty", 150, 150, "count"), ("twelve", 12, 12, "count")],
    ),
    ("Two thousand three hundred migrants crossed.", [("Two thousand three hundred", 2300, 2300, "count")]),
    ("A dozen suspects fled.", [("A dozen", 12, 12, "count")]),
    (
        "They seized two dozen rifles and half a dozen pistols.",
        [("two dozen", 24, 24, "count"), ("half a dozen", 6, 6, "count")],
    ),
    ("Half a million pills were found.", [("Half a million", 500000, 500000, "count")]),
    ("A quarter of a million people live there.", [("A quarter of a million", 250000, 250000, "count")]),
    (
        "Two and a half million cigarettes were destroyed.",
        [("Two and a half million", 2500000, 2500000, "count")],
    ),
    ("A hundred agents were sent.", [("A hundred", 100, 100, "count")]),
    (
        "It stopped 1.7m pills and 300k cigarettes.",
        [("1.7m", 1700000, 1700000, "count"), ("300k", 300000, 300000, "count")],
    ),
    ("Zero arrests were made in 4 raids.", [("Zero", 0, 0, "count"), ("4", 4, 4, "count")]),
    ("FIVE MEN ARRESTED IN LEEDS", [("FIVE", 5, 5, "count")]),
    ("The 12-member team used a 30-foot ladder.", [("12", 12, 12, "count")]),
    ("A nine-count indictment names 14 defendants.", [("nine", 9, 9, "count"), ("14", 14, 14, "count")]),
    ("They came from 30 different countries.", [("30", 30, 30, "count")]),
    ("Nationals of the two countries met.", [("two", 2, 2, "count")]),
    # bounds
    ("It held over 200 people.", [("over 200", 200, None, "count")]),
    ("More than a dozen were hurt.", [("More than a dozen", 12, None, "count")]),
    (
        "It held at least 40 and no more than 60 people.",
        [("at least 40", 40, None, "count"), ("no more than 60", None, 60, "count")],
    ),
    ("Nearly 110,000 died.", [("Nearly 110,000", None, 110000, "count")]),
    (
        "Up to 15 boats and almost 300 men came.",
        [("Up to 15", None, 15, "count"), ("almost 300", None, 300, "count")],
    ),
    ("Fewer than 50 remain.", [("Fewer than 50", None, 50, "count")]),
    (
        "Just over 900 and just under 400 pills.",
        [("Just over 900", 900, None, "count"), ("just under 400", None, 400, "count")],
    ),
    (
        "Upwards of 5,000 troops, well over 200 trucks.",
        [("Upwards of 5,000", 5000, None, "count"), ("well over 200", 200, None, "count")],
    ),
    ("An estimated 11 million people.", [("An estimated 11 million", 11000000, 11000000, "count")]),
    ("As many as 70 inmates fled.", [("As many as 70", None, 70, "count")]),
    (
        "It arrested 500 or more people and seized 300+ phones.",
        [("500 or more", 500, None, "count"), ("300+", 300, None, "count")],
    ),
    ("In excess of 3 tonnes of cocaine.", [("In excess of 3 tonnes", 3, None, "tonne")]),
    (
        "Mexico handed over 26 prisoners and turned over 5 trucks.",
        [("26", 26, 26, "count"), ("5", 5, 5, "count")],
    ),
    (
        "They looked over 160 boats, clashed over 12 goats and seized over 30 cars.",
        [("160", 160, 160, "count"), ("12", 12, 12, "count"), ("over 30", 30, None, "count")],
    ),
    ("Not less than 8 boats.", [("Not less than 8", 8, None, "count")]),
    (
        "Arrests were up 73% from 352 and 12 percent more than 90.",
        [
            ("73%", 73, 73, "percent"),
            ("352", 352, 352, "count"),
            ("12 percent", 12, 12, "percent"),
            ("90", 90, 90, "count"),
        ],
    ),
    ("A total of 71 warrants were served, for a record 9 months.", [("71", 71, 71, "count")], "9 months"),
    # shares and fractions
    ("About 72% of visits ended in arrest.", [("About 72%", 72, 72, "percent")]),
    (
        "Sixty-five per cent were men; 12.5 pct were minors.",
        [("Sixty-five per cent", 65, 65, "percent"), ("12.5 pct", 12.5, 12.5, "percent")],
    ),
    (
        "Half of the detainees and more than half the guards fled.",
        [("Half", 50, 50, "percent"), ("more than half", 50, None, "percent")],
    ),
    (
        "Three-quarters of those held and a quarter of the guards.",
        [("Three-quarters", 75, 75, "percent"), ("a quarter", 25, 25, "percent")],
    ),
    ("Nearly two-thirds of them were released.", [("Nearly two-thirds", None, 66.666666667, "percent")]),
    ("In the second half of the year a third suspect was held.", []),
    ("Between 10 and 15 percent were children.", [("Between 10 and 15 percent", 10, 15, "percent")]),
    ("The rate rose by 3 percentage points.", [("3 percentage points", 3, 3, "percentage points")]),
    (
        "Some 39 of the men were charged, about a quarter.",
        [("Some 39", 39, 39, "count"), ("about a quarter", 25, 25, "percent")],
    ),
    # ratios
    ("That is an average of four per individual.", [("four", 4, 4, "ratio")]),
    ("One in five detainees was ill.", [("One in five", 20, 20, "percent")]),
    ("Nine out of ten parcels passed.", [("Nine out of ten", 90, 90, "percent")]),
    ("Officers averaged 12 arrests.", [("12", 12, 12, "ratio")]),
    # money
    (
        "It was worth $2.5 billion, or £1.9bn, or €2m.",
        [("$2.5 billion", 2.5e9, 2.5e9, "USD"), ("£1.9bn", 1.9e9, 1.9e9, "GBP"), ("€2m", 2e6, 2e6, "EUR")],
    ),
    (
        "A US$5 million reward and C$300,000 in cash.",
        [("US$5 million", 5e6, 5e6, "USD"), ("C$300,000", 3e5, 3e5, "CAD")],
    ),
    ("Nearly $1.2 million Canadian was found.", [("Nearly $1.2 million Canadian", None, 1.2e6, "CAD")]),
    ("Canadian police in Ontario seized $40,000.", [("$40,000", 40000, 40000, "CAD")]),
    ("Australian Border Force officers found $40,000 in Sydney.", [("$40,000", 40000, 40000, "AUD")]),
    (
        "A fine of 29 million pesos, 300 euros or 5,000 dollars.",
        [
            ("29 million pesos", 29e6, 29e6, "MXN"),
            ("300 euros", 300, 300, "EUR"),
            ("5,000 dollars", 5000, 5000, "USD"),
        ],
    ),
    ("USD 5 million and 40 EUR.", [("USD 5 million", 5e6, 5e6, "USD"), ("40 EUR", 40, 40, "EUR")]),
    ("Fines of up to £60,000 per worker.", [("up to £60,000", None, 60000, "GBP")]),
    ("The haul was worth 3 million pounds.", [("3 million pounds", 3e6, 3e6, "GBP")]),
    ("It cost between $5 and $10 million.", [("between $5 and $10 million", 5e6, 10e6, "USD")]),
    ("A $5-10 million hole.", [("$5-10 million", 5e6, 10e6, "USD")]),
    # weights and measures
    (
        "Over 6,500 pounds of cocaine, 386.9 kg of fentanyl and 1,425 litres of acid.",
        [
            ("Over 6,500 pounds", 6500, None, "lb"),
            ("386.9 kg", 386.9, 386.9, "kg"),
            ("1,425 litres", 1425, 1425, "litre"),
        ],
    ),
    (
        "More than 160 kilograms, 26.8 tonnes, two metric tons and 5kg.",
        [
            ("More than 160 kilograms", 160, None, "kg"),
            ("26.8 tonnes", 26.8, 26.8, "tonne"),
            ("two metric tons", 2, 2, "tonne"),
            ("5kg", 5, 5, "kg"),
        ],
    ),
    (
        "The tunnel is 1,744 feet long and six feet high, 40 miles away.",
        [("1,744 feet", 1744, 1744, "ft"), ("six feet", 6, 6, "ft"), ("40 miles", 40, 40, "mile")],
    ),
    ("Half a tonne of cannabis.", [("Half a tonne", 0.5, 0.5, "tonne")]),
    # ranges
    ("Between 10 and 20 people.", [("Between 10 and 20", 10, 20, "count")]),
    ("Some 10 to 20 officers and 5-7 dogs.", [("Some 10 to 20", 10, 20, "count"), ("5-7", 5, 7, "count")]),
    ("Three or four men ran.", [("Three or four", 3, 4, "count")]),
    ("Arrests rose from 352 to 609.", [("352", 352, 352, "count"), ("609", 609, 609, "count")]),
    ("Losses fell from 20% to 5%.", [("20%", 20, 20, "percent"), ("5%", 5, 5, "percent")]),
    ("Of 543 out of 646 people nothing is known.", [("543", 543, 543, "count"), ("646", 646, 646, "count")]),
    # numbers that are names, ages, telephones, sizes of things
    ("The CBP One app closed in January.", []),
    ("Operation Serengeti 2.0 ended and Web 3.0 wallets were drained in 419 scams.", []),
    (
        "The Navy led it from Cartagena and the Pacific base of Tumaco 2. Then 30 men left.",
        [("30", 30, 30, "count")],
    ),
    ("Parents can call 988 or text 911 if they fear harm, or make a 911 call.", []),
    ("The men, who range in age from 27 to 49, face 35 charges.", [("35", 35, 35, "count")]),
    ("Officers arrested a van driver (33) who had left 14 people at a lay-by.", [("14", 14, 14, "count")]),
    ("The 53-foot rig held 64 people.", [("64", 64, 64, "count")]),
    ("The man, known as Doce, Spanish for twelve, fled.", []),
    (
        "When the sirens went off, half the block woke up, but half the guards slept.",
        [("half", 50, 50, "percent")],
    ),
    ("One phone call would have been enough, she said.", []),
    ("She doubts that the departure of one broker will matter.", [("one", 1, 1, "count")]),
    ("The service plans to charge 30 more suspects.", [("30", 30, 30, "count")]),
    (
        "Over 31 days, the figure comes to about 232 apprehensions a day.",
        [("about 232", 232, 232, "ratio")],
        "31 days",
    ),
    ("The port handles up to 10,000 lorries a day.", [("up to 10,000", None, 10000, "count")]),
    # "one"
    ("One fugitive was caught and police hold one person.", [("One", 1, 1, "count"), ("one", 1, 1, "count")]),
    ("One of the agents said no one saw one another.", []),
    ("It is just one piece of a puzzle, and one thing is clear.", []),
    ("Two were charged and one was released.", [("Two", 2, 2, "count"), ("one", 1, 1, "count")]),
    ("The new one is better than the old one.", []),
    ("One day the one-way street closed one by one.", [], "One day"),
    # names, laws, addresses, ages, times
    ("MS-13, 18th Street and Barrio 18 spread COVID-19.", []),
    ("He faces charges under 8 U.S.C. 1326 and 21 U.S.C. § 841(a)(1).", []),
    ("Title 42, section 287(g) and Articles 3 and 5 apply.", []),
    ("Call 866-347-2423, (866) 347-2423 or 1-800-555-0199 24/7.", []),
    ("Call 0800 555 111 or 1800 333 000.", []),
    ("Its office is at 500 12th Street SW; take Interstate 10 or U.S. 395 to Exit 4.", []),
    ("Flight 370, a Boeing 737, left Terminal 5 from Gate 12.", []),
    ("The 37-year-old and a 6-month-old baby, aged 5, and John Roe, 41, of Leeds.", []),
    ("A man, 28, and a woman, 33, were held.", []),
    ("It struck at 5:30 p.m. and at 6 pm.", []),
    ("See www.example.org/2024/12 or write to team5@example.org, @unit99 #top10.", []),
    ("The Five Eyes met in Air Force One.", []),
    ("The National Strategy 2024-2030 and Agenda 2030 are law.", []),
    ("He had a 9mm pistol, an AK-47 and a .50-caliber rifle.", []),
    ("The court ruled 5-4 in Case No. 24-1234.", []),
    ("The second reading was the 3rd of its kind; twenty-first time.", []),
    ("Dozens of men, hundreds of guns, several hundred pills and a few thousand euros.", []),
    ("There is zero tolerance.", []),
    ("Both men and multiple guns; the majority and the rest.", []),
    ("Step 1: call. Phase 2 begins on page 7.", []),
    ("He was jailed for 12 years for 3 kilos of heroin.", [("3 kilos", 3, 3, "kg")], "12 years"),
    ("It took five days and over two weeks.", [], "five days", "over two weeks"),
]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case[0][:50])
def test_golden(case):
    text, expected, *dates = case
    assert short(text, *dates) == expected


def test_nothing_inside_dates_is_read():
    text = "Nearly three years after 8 June 2021 and 15 300 arrests."
    assert short(text, "three years", "8 June 2021") == [("15 300", 15300, 15300, "count")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents arrested 39 of the 154 detainees.", ["detainees", "detainees"]),
        ("It lists 990 members of the National Guard.", ["members of the National Guard"]),
        ("Some 6,310 travelled by road.", [""]),
        (
            "The haul included 1,384 stolen vehicles and two loaded handguns.",
            ["stolen vehicles", "loaded handguns"],
        ),
        ("- Culiacán: troops found five sites, a loss put at 29 million pesos.", ["sites", "loss"]),
        ("Police seized $310,000 in cash and $900 worth of tiles.", ["cash", "tiles"]),
        ("They seized more than 160 kilograms of cocaine shipped in May.", ["cocaine"]),
        (
            "Of those arrested, 163 are suspected of smuggling and 94 of trafficking.",
            ["those arrested", "those arrested"],
        ),
        ("The other 436 kilograms turned up later.", [""]),
        ("They expect to arrest two more suspects and five other men.", ["suspects", "men"]),
    ],
)
def test_what_is_a_noun_phrase(text, expected):
    assert [row.what for row in read(text)] == expected


def test_what_per_label_column_group():
    text = (
        "Police made 30 arrests:\n- Drugs: 1.5 kg of heroin\n- 12 people with a gun\n- 8 with a knife\n\n"
        "Place | Offenders | Weight (kg) | Share (%) | Value ($ million) |\n---|---|---|---|---|\nLeeds | 22 | 4.5 | 65 | 1.2 |\nYork | 9 | not given | 30 | 2 |"
    )
    rows = read(text)
    assert [(row.quote, row.what) for row in rows[:4]] == [
        ("30", "arrests"),
        ("1.5 kg", "heroin"),
        ("12", "people"),
        ("8", "people with a knife"),
    ]
    assert rows[1].label == "Drugs"
    assert [(row.quote, row.high, row.unit, row.label, row.column) for row in rows[4:8]] == [
        ("22", 22, "count", "Leeds", "Offenders"),
        ("4.5", 4.5, "kg", "Leeds", "Weight (kg)"),
        ("65", 65, "percent", "Leeds", "Share (%)"),
        ("1.2", 1.2e6, "USD", "Leeds", "Value ($ million)"),
    ]
    assert rows[0].group == -1
    assert {row.group for row in rows[1:4]} == {text.index("Drugs")}
    assert {row.group for row in rows[4:]} == {text.index("Place |")}
    assert rows[1].lead_in == "Police made 30 arrests:"
    assert rows[4].what == "Offenders"


@pytest.mark.parametrize(
    ("column", "unit"),
    [
        ("Pounds", "lb"),
        ("Kilograms seized", "kg"),
        ("Tonnes of rice", "tonne"),
        ("Degrees", "count"),
        ("Points", "count"),
    ],
)
def test_a_header_that_is_a_unit_gives_it_to_the_cells(column, unit):
    rows = read(f"Port | {column} |\n---|---|\nLeeds | 22 |\nYork | 9 |")
    assert [(row.value, row.unit) for row in rows] == [(22, unit), (9, unit)]


def test_numbers_that_name_table_rows_are_none():
    text = "Year | Arrests |\n---|---|\n2023 | 1,200 |\n2024 | 2024 |"
    assert short(text) == [("1,200", 1200, 1200, "count"), ("2024", 2024, 2024, "count")]


def test_per():
    (row,) = read("Charges came to an average of four per individual.")
    assert (row.unit, row.per, row.value) == ("ratio", "individual", 4)
    rows = read("Fines are up to £60,000 per worker, and 12 per 100,000 people are held.")
    assert [(row.quote, row.per) for row in rows] == [
        ("up to £60,000", "worker"),
        ("12 per 100,000 people", "100,000 people"),
    ]


# ---- properties
# ----------------------------------------------------------------------------------------------------------

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int, joint: str = " and ", hyphen: str = "-") -> str:
    """A number as it is spelt in English."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (hyphen + ONES[number % 10] if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = joint if rest < 100 else " "
            return f"{in_words(number // size, joint, hyphen)} {name}" + (
                link + in_words(rest, joint, hyphen) if rest else ""
            )
    raise AssertionError


@given(st.integers(2, 10**12), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]), st.booleans())
def test_spelt_numbers_are_read_back(number, joint, hyphen, capital):
    spelt = in_words(number, joint, hyphen)
    text = f"Here are {spelt.capitalize() if capital else spelt} crates in all."
    assert short(text) == [(text[9 : 9 + len(spelt)], number, number, "count")]


@given(
    st.integers(2, 10**12).filter(lambda n: not 1900 <= n < 2100),
    st.sampled_from(["{:,}", "{}"]),
    st.sampled_from([",", "\u202f", "\xa0", " ", "’"]),
)
def test_written_numbers_are_read_back(number, form, separator):
    written = form.format(number).replace(",", separator)
    assert short(f"They found {written} crates.") == [(written, number, number, "count")]


BOUNDS = {
    "over": "low",
    "more than": "low",
    "at least": "low",
    "nearly": "high",
    "almost": "high",
    "up to": "high",
    "fewer than": "high",
    "about": "",
    "": "",
}
MEASURES = {
    "{} kg": "kg",
    "{} tonnes": "tonne",
    "{} pounds": "lb",
    "{}%": "percent",
    "{} per cent": "percent",
    "${}": "USD",
    "£{}": "GBP",
    "€{}": "EUR",
    "{} pesos": "MXN",
    "{} litres": "litre",
    "{}": "count",
}


@given(
    st.integers(2, 999).map(lambda n: n / 10),
    st.sampled_from(sorted(BOUNDS)),
    st.sampled_from(sorted(MEASURES)),
    st.sampled_from(["", " million", " thousand", " billion"]),
)
def test_bounds_scales_and_units_are_read_back(number, qualifier, measure, scale):
    written = f"{qualifier} {measure.format(f'{number:g}{scale}')}".strip()
    (row,) = read(f"They found {written} of it.")
    size = number * {"": 1, " million": 10**6, " thousand": 1000, " billion": 10**9}[scale]
    low, high = (
        (None if BOUNDS[qualifier] == "high" else size),
        (None if BOUNDS[qualifier] == "low" else size),
    )
    assert (row.quote, row.unit, row.low, row.high) == (
        written,
        MEASURES[measure],
        low and pytest.approx(low),
        high and pytest.approx(high),
    )
    assert row.approx == (qualifier == "about")


@given(
    st.integers(2, 5000),
    st.integers(1, 5000),
    st.sampled_from(["between {} and {}", "{} to {}", "{}–{}", "{}-{}"]),
    st.sampled_from(["{}", "{} kg", "{} percent"]),
)
def test_ranges_are_read_back(low, more, form, measure):
    written = measure.format(form.format(f"{low:,}", f"{low + more:,}"))
    if 1900 <= low < 2100:
        return
    (row,) = read(f"They found {written} there.")
    assert (row.quote, row.low, row.high) == (written, low, low + more)


@settings(max_examples=300)
@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "12",
                "1,200",
                "one",
                "two",
                "hundred",
                "million",
                "and",
                "of",
                "the",
                "between",
                "to",
                "-",
                "–",
                "%",
                "$",
                "£",
                "kg",
                "over",
                "up",
                "nearly",
                "(",
                ")",
                ",",
                ".",
                ":",
                "/",
                "+",
                "half",
                "third",
                "a",
                "an",
                "in",
                "per",
                "each",
                "|",
                "---",
                "•",
                "24/7",
                "no",
                "Title",
            ]
            + ["\n", "\x00", "\u202e", "½", "१२", "İ", "ß"]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_gives_exact_quotes(text):
    article = Article(slug="x", text=text)
    rows = read_quantities(article, sentences(article), [])
    for row in rows:
        assert text[row.start : row.end] == row.quote
        assert (row.low is None or row.high is None or row.low <= row.high) and row.unit
    assert all(a.end <= b.start for a, b in zip(rows, rows[1:], strict=False))


LONG = [
    "1",
    "1,",
    "1,234,",
    "12 345 ",
    " ",
    "twenty one hundred and ",
    "one ",
    "half a ",
    "a ",
    "1-",
    "(1",
    "$1 ",
    "5 to ",
    "between 1 and 2 ",
    "1.2.",
    "nearly ",
    "three-quarters ",
    "12 per ",
    "Name, 37, ",
    "1 Main ",
    "+1 ",
    "1/",
    "of the ",
    "men and ",
    "5 men: 2 and 3. ",
    "x" * 50 + "1",
    "1 percent of ",
    "12m was ",
    "5[1][2]¹² ",
    "20- to ",
    "two sons (4, 5, ",
]


@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_time_grows_with_length_only(piece):
    def work(size: int):
        article = Article(slug="x", text="Go " + piece * (size // len(piece)))
        parts = sentences(article)
        return lambda: read_quantities(article, parts, [])

    assert_linear(work, 1_000)


def test_time_grows_with_length_only_where_there_are_no_words():
    def work(size: int):
        article = Article(slug="x", text="1,000," * size)
        parts = sentences(article)
        return lambda: read_quantities(article, parts, [])

    assert_linear(work, 600)


# ---- word lists
# ----------------------------------------------------------------------------------------------------------

LISTS = {
    "units": ("written", None),
    "qualifiers": ("words", None),
    "names": ("word", {"law", "list", "place", "thing", "age", "phone", "capital", "index"}),
    "idioms": (
        "words",
        {
            "name",
            "idiom",
            "after one",
            "after one, elliptical",
            "before one",
            "hyphen",
            "phrasal verb",
            "change verb",
            "bare header",
            "generic header",
            "measured thing",
            "no number column",
            "number of row",
            "plural",
            "relative",
            "value verb",
            "verb of owners",
            "direction",
            "priced thing",
            "long thing",
            "part of a work",
            "no announcer",
            "sharp picture",
            "befalls a person",
            "punished",
            "told in decimals",
        },
    ),
    "stop_words": (
        "word",
        {"preposition", "conjunction", "pronoun", "article", "auxiliary", "adverb", "verb"},
    ),
    "dollars": ("cue", None),
}


UNITS = {row["unit"] for row in word_list("quantities/units")}


@pytest.mark.parametrize("name", LISTS)
def test_word_lists_are_sound(name):
    column, kinds = LISTS[name]
    rows = word_list(f"quantities/en/{name}" if name not in ("dollars",) else "quantities/dollars")
    keys = [
        (
            row[column],
            row.get("kind") if name == "idioms" else row.get("form") if name == "units" else row.get("place"),
        )
        for row in rows
    ]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert row[column] and row[column] == row[column].strip()
        assert kinds is None or row["kind"] in kinds
        if name == "qualifiers":
            assert row["place"] in ("before", "after") and row["bound"] in ("low", "high", "approx")
        if name == "units":
            assert row["unit"] in UNITS and row["form"] in ("", "exact", "attached", "signed", "of", "scaled")
            assert not row["scale"] or float(row["scale"]) > 0
        if name == "dollars":
            assert row["unit"] in UNITS


def test_units_convert_within_their_dimension():
    rows = word_list("quantities/units")
    assert len({row["unit"] for row in rows}) == len(rows)
    assert all(float(row["factor"]) > 0 and row["dimension"] for row in rows)
    assert {row["unit"] for row in word_list("quantities/signs")} <= UNITS | set(MONEYS)
    assert unit_factor("tonne") == ("mass", 1000) and unit_factor("kg") == ("mass", 1)
    assert unit_factor("USD") == ("USD", 1) and unit_factor("no unit") == ("no unit", 1)


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("Officers held 26 men suspected of smuggling.", "suspected of=smuggling"),
        ("They freed 14 citizens of Honduras with no record.", "of=Honduras; with=no record"),
        ("The court tried 5 former guards accused of theft in Lyon.", "accused of=theft; in=Lyon"),
        ("Agents found 30 rifles hidden in a lorry.", "hidden in=a lorry"),
        ("Some 12 people died.", ""),
    ],
)
def test_what_narrows_a_figure_keeps_the_word_that_qualifies_it(text, narrowed):
    assert extract([Article(slug="a", text=text)]).quantities["restrictors"].tolist() == [narrowed]
