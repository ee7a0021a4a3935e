"""Kinds of numbers that releases, law reports, hearings and local news write otherwise than reporters of one country
do: sums with a gap behind their letter, ages without a space, citations, single units, things weighed and valued."""

import pytest

from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.texts import Article, sentences


def numbers(text: str) -> tuple[list, list]:
    article = Article(slug="x", text=text, published="2024-05-06")
    parts = sentences(article)
    return read_numbers(article, parts, read_dates(article, parts))


# text -> (quote, low, high, unit) of each quantity
RIGHT = [
    # money as other countries write it
    ("The haul was worth P 2,450,000, officers said.", [("P 2,450,000", 2450000, 2450000, "PHP")]),
    (
        "It has a value of around P 900,000 and a price of N 1.2 million.",
        [("around P 900,000", 900000, 900000, "PHP"), ("N 1.2 million", 1200000, 1200000, "NGN")],
    ),
    ("Police seized ganja worth Rs. 50 Lakh in Dhule.", [("Rs. 50 Lakh", 5000000, 5000000, "INR")]),
    ("He paid Rs. 2,000 to a driver in Delhi.", [("Rs. 2,000", 2000, 2000, "INR")]),
    (
        "Police in Delhi seized plants worth Rs 10L and a car worth Rs 4.5L, and a house of Rs 2Cr.",
        [("Rs 10L", 1e6, 1e6, "INR"), ("Rs 4.5L", 450000, 450000, "INR"), ("Rs 2Cr", 2e7, 2e7, "INR")],
    ),
    (
        "It sold for NZD$7.17 million or SGD$6,100, not for PHP₱900.",
        [
            ("NZD$7.17 million", 7170000, 7170000, "NZD"),
            ("SGD$6,100", 6100, 6100, "SGD"),
            ("PHP₱900", 900, 900, "PHP"),
        ],
    ),
    (
        "Cash of R1 500-00 was taken, and drugs worth R46 300-00 and R950-00.",
        [
            ("R1 500-00", 1500, 1500, "ZAR"),
            ("R46 300-00", 46300, 46300, "ZAR"),
            ("R950-00", 950, 950, "ZAR"),
        ],
    ),
    (
        "Gold worth Taka 47.3 million and Tk 1.4cr was found before Euro 2024 began.",
        [("Taka 47.3 million", 47300000, 47300000, "BDT"), ("Tk 1.4cr", 1.4e7, 1.4e7, "BDT")],
    ),
    # one of a unit, with a bound
    ("Officers seized more than a tonne of cocaine.", [("more than a tonne", 1, None, "tonne")]),
    ("They found almost a ton of the drug in a container.", [("almost a ton", None, 1, "ton")]),
    ("He carried just over a kilo of meth.", [("just over a kilo", 1, None, "kg")]),
    ("The tunnel is about a mile long.", [("about a mile", 1, 1, "mile")]),
    ("Each dose holds less than a gram.", [("less than a gram", None, 1, "g")]),
    ("He was over a barrel, and a mile away she wept.", []),
    # a part behind a bound
    (
        "Arrivals fell by nearly a third (30%) to 94,000.",
        [
            ("nearly a third", None, 100 / 3, "percent"),
            ("30%", 30, 30, "percent"),
            ("94,000",) + (94000,) * 2 + ("count",),
        ],
    ),
    ("The backlog grew almost a quarter in 2023.", [("almost a quarter", None, 25, "percent")]),
    ("A third suspect fled, and in a third case nobody was charged.", []),
    # ages
    ("Odhiambo,37, will be arraigned; Ann Otieno,29, was freed.", []),
    ("The four, Mary Ali, 46, Joan Ali, 20, and Paul Omondi, 26 are in custody.", [("four", 4, 4, "count")]),
    (
        "Two brothers, both 21, were held with the three women, all 34.",
        [("Two", 2, 2, "count"), ("three", 3, 3, "count")],
    ),
    ("A man in his 50's was arrested with two women in their 30’s.", [("two", 2, 2, "count")]),
    ("Judge Ruiz sentenced Jose Luis Vera (38, Ecuador) to prison with Ann Lee Cole (41, of Tampa).", []),
    ("Six men, between 20 and 62, as well as a woman were held.", [("Six", 6, 6, "count")]),
    ("They gave between 20 and 62, as the guards saw.", [("between 20 and 62", 20, 62, "count")]),
    ("A Marion man, also 31, was held; Ann Cole, now 52, was not.", []),
    (
        "The house stands near Loop 410 and Business 83. A small business 30 men strong closed.",
        [("30", 30, 30, "count")],
    ),
    ("They arrive at an average rate of 950 a week.", [("950", 950, 950, "ratio")]),
    (
        "There were 13 people per small boat, and 1,300 officers per square mile.",
        [("13", 13, 13, "ratio"), ("1,300", 1300, 1300, "ratio")],
    ),
    ("The port has 900 lorries per day.", [("900", 900, 900, "count")]),
    (
        "The 106 jails held an average daily population of 25,000 men.",
        [("106", 106, 106, "count"), ("25,000", 25000, 25000, "ratio")],
    ),
    # a verb that is a heading elsewhere
    (
        "Police charge a man after finding 300kg of drugs; Finding 3 is about costs.",
        [("300kg", 300, 300, "kg")],
    ),
    ("They left after finding 12 guns.", [("12", 12, 12, "count")]),
    # law reports and court files
    ("Cite as: [2024] WLR(D) 257, [2007] 4 All ER 369, [2007] 2 Crim App R (S) 87.", []),
    ("See United States v. Ruiz, 321 F. Supp. 2d 722 (E.D. Va. 2004); 12 F. Supp. 3d 45.", []),
    ("It is at 2015 U.S. App. LEXIS 10654 and 2015 WL 3876057.", []),
    ("The range follows U.S.S.G. § 5G1.3(b)(1) and § 2D1.1(c)(4).", []),
    ("He was charged contrary to s 20 of the Offences Against the Person Act 1861.", []),
    ("It is an offence under s. 4(1) of the Misuse of Drugs Act and s 18 of that Act.", []),
    ("Case Nos: 202302249 A1 202303517 A3", []),
    ("DocketNumber: 14-2893\nNo. CR 285, before the court.", []),
    ("He filed an objection [Doc. Nos. 108, 125-130, 169] to it [Doc. No. 127 at 6].", []),
    ("LORD BURNETT: 1. This appeal is about bail. 2. On 13 May 2020, the judge refused it.", []),
    ("R v. Jordan 2016 SCC 27 capped the time (see chart 5 below). ISSN 1209-6393", []),
    ("857 F.Supp. 1466 (1994)\n\nThe map shows the 95354 ZIP code in Modesto.", []),
    # hearings and places
    ("[House Hearing, 114 Congress]\n\nIt was held in 2141 Rayburn House Office Building.", []),
    ("98-487 PDF                    WASHINGTON : 2016", []),
    ("He was arrested in Barangay 513, Sampaloc, and in Brgy. 12 of Cebu.", []),
    ("They arrived at 12 noon yesterday and left at 12 midnight.", []),
    # a count behind a month and its year is no page
    ("From January to September 2024, 166,000 attempts were seen.", [("166,000", 166000, 166000, "count")]),
    ("In June 2023, 45, among them two women, were held.", [("45", 45, 45, "count"), ("two", 2, 2, "count")]),
]


@pytest.mark.parametrize(("text", "expected"), RIGHT)
def test_numbers_are_read_as_they_are_written_elsewhere(text, expected):
    found = [(one.quote, one.low, one.high, one.unit) for one in numbers(text)[0]]
    assert [(quote, unit) for quote, _, _, unit in found] == [(quote, unit) for quote, _, _, unit in expected]
    for (_, low, high, _), (_, right_low, right_high, _) in zip(found, expected, strict=True):
        assert low == (right_low if right_low is None else pytest.approx(right_low))
        assert high == (right_high if right_high is None else pytest.approx(right_high))


# text -> (number set aside, reason) of some
ASIDE = [
    ("1. Main points\n\nCrime fell. It fell in every county.", [("1", "list number")]),
    (
        "The law is Republic Act No. 9165, and Executive Order No. 12 of the mayor.",
        [("9165", "law"), ("12", "law")],
    ),
    ("In 1999 R v Smith was cited as [2007] 4 All ER 369.", [("2007] 4 All ER 369", "law")]),
]


@pytest.mark.parametrize(("text", "expected"), ASIDE)
def test_numbers_are_set_aside_for_what_they_are(text, expected):
    found = [(one.quote, one.reason) for one in numbers(text)[1]]
    assert [one for one in expected if one not in found] == []


# text -> the thing counted of each quantity
WHAT = [
    # what is weighed and valued stands before the participle
    (
        "Police seized 402 grams of shabu, valued at PHP2.73 million, and two bags of bhang weighing 73.6 kg.",
        ["shabu", "shabu", "bags of bhang", "bags of bhang"],
    ),
    ("They found 129 sachets of meth, weighing approximately 55 grams, in a car.", ["sachets of meth"] * 2),
    (
        "The 41 bales were worth Sh6.2 million and the officers seized cannabis weighing 962.7 kg.",
        ["bales", "bales", "cannabis"],
    ),
    ("A consignment of 300 pills with an estimated street value of $4,500 was found.", ["pills", "value"]),
    ("Police estimate the street value of the drugs to be $440 million.", ["street value"]),
    ("Figures obtained by the BBC show the overtime bill was $126 million last year.", ["overtime bill"]),
    ("The agency’s data show deaths actually fell to 81,083.", ["deaths"]),
    (
        "In total, 53 suspects were held in France (22), Italy (18), Greece (3) and Turkey (3).",
        ["suspects"] * 5,
    ),
    # nobody who acts is counted
    ("In court, TR and JA were awarded £20,000, and the Customs Service paid $5 million.", ["", ""]),
    ("Immigration and Customs Enforcement held 26,898 in May.", [""]),
    ("The monthly report of Tom Ruiz says “removals increased by 54 to 153.”", ["removals", "removals"]),
    ("Between April and July the number of smugglers increased by 20%.", ["smugglers"]),
    ("The Western Balkans had a decrease of 72%.", [""]),
    ("Fraud rose (8% year on year) in the county.", [""]),
    ("Drugs of £400,000-worth were shown; £2m-worth of pills were burnt.", ["Drugs", "pills"]),
]


@pytest.mark.parametrize(("text", "expected"), WHAT)
def test_the_thing_counted_is_a_thing(text, expected):
    assert [one.what for one in numbers(text)[0]] == expected


def test_what_a_number_is_per_keeps_its_adjective():
    rows = numbers("There are 1,300 officers per square mile and 13 people per small boat.")[0]
    assert [one.per for one in rows] == ["square mile", "small boat"]
