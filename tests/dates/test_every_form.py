"""Every form of date that English has, by product: each order of day, month and year with each separator, ranges, parts,
and what counts from the day of publication; what is expected is reckoned here, with the calendar of Python alone."""

from calendar import day_name, month_name, monthrange
from datetime import date, timedelta

import pytest

from helpers.dates import read_dates
from helpers.texts import Article, sentences

TODAY, DAY = date(2024, 6, 12), timedelta(days=1)  # a Wednesday
SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
DAYS = [
    date(2023, 1, 3),
    date(2021, 2, 14),
    date(2019, 4, 30),
    date(2020, 5, 1),
    date(1998, 6, 30),
    date(2015, 12, 12),
]
ON = ("Officers seized the boat on {}.", "On {}, two boats were found.", "The plant (opened {}) makes paper.")
FORMS = """{M} {d}, {y}|{d} {M} {y}|{d} {M}, {y}|{M} {th}, {y}|{th} {M} {y}|the {th} of {M} {y}|the {th} of {M}, {y}|{M} {d} {y}|{m} {d}, {y}
{d} {m} {y}|{d}-{mmm}-{y}|{y}-{nn}-{dd}|{y}/{nn}/{dd}|{dd}.{nn}.{y}|{W}, {M} {d}, {y}|{W} {d} {M} {y}|{W}, {d} {M} {y}|{W}, the {th} of {M} {y}
{dd} {M} {y}|{M} {dd}, {y}|{M} the {th}, {y}|{th} day of {M}, {y}|{d} of {M} {y}""".replace("\n", "|").split(
    "|"
)
STRETCHES = """{M} {d}-{e}, {y}|{M} {d}–{e}, {y}|{d}–{e} {M} {y}|{d} to {e} {M} {y}|{M} {d} to {e}, {y}|{M} {d} through {M} {e}, {y}|{d} {M} to {e} {M} {y}
{d} {M} – {e} {M} {y}|{M} {d}, {y} to {M} {e}, {y}|{th} to {eth} {M} {y}""".replace("\n", "|").split("|")
PAST = ("Officers seized the boat {}.", "The numbers fell sharply {}, the ministry said.")
FUTURE = ("Officers will open the office {}.", "The court is due to rule {}.")


def nth(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def written(form: str, day: date, last: date | None = None) -> str:
    short = SHORT[day.month - 1]
    fields = {"d": day.day, "dd": f"{day.day:02}", "y": day.year, "nn": f"{day.month:02}", "th": nth(day.day)}
    fields |= {
        "M": month_name[day.month],
        "m": short,
        "mmm": short.rstrip(".")[:3],
        "W": day_name[day.weekday()],
    }
    return form.format(**fields, e=last and last.day, eth=last and nth(last.day))


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def wrong(phrase: str, stretch: tuple[date, date], carriers: tuple[str, ...]) -> list:
    """What is read out of the sentences otherwise than as one expression with these days."""
    found = []
    for carrier in carriers:
        article = Article(slug="x", text=carrier.format(phrase), published=TODAY.isoformat())
        rows = [row for row in read_dates(article, sentences(article)) if not row.vague]
        told = [(row.begin, row.finish) for row in rows]
        if told != [tuple(day.isoformat() for day in stretch)]:
            found.append((article.text, told))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_full_dates(form):
    assert not [one for day in DAYS for one in wrong(written(form, day), (day, day), ON)]


@pytest.mark.parametrize("form", STRETCHES)
def test_ranges_of_days(form):
    carriers = ("Officers searched the boats on {}.", "The fair ({}) drew crowds.", "The fair ran from {}.")
    days = [day for day in DAYS if (day + 3 * DAY).month == day.month]
    assert not [
        one
        for day in days
        for one in wrong(written(form, day, day + 3 * DAY), (day, day + 3 * DAY), carriers)
    ]


@pytest.mark.parametrize("number", range(1, 13))
def test_months_and_their_parts(number):
    name, year = month_name[number], 2022
    first, last = month(year, number)
    told = {f"in {name} {year}": (first, last), f"in {SHORT[number - 1]} {year}": (first, last)}
    told |= {
        f"in early {name} {year}": (first, first + 9 * DAY),
        f"in late {name} {year}": (first + 20 * DAY, last),
    }
    told |= {
        f"in mid-{name} {year}": (first + 10 * DAY, first + 19 * DAY),
        f"by the end of {name} {year}": (last, last),
    }
    told[f"in the first half of {name} {year}"] = (first, first + 14 * DAY)
    gone = 2024 if number < TODAY.month else 2023
    if number != TODAY.month:
        told |= {f"in {name}": month(gone, number), f"last {name}": month(gone, number)}
        told |= {f"on {name} 9": (date(gone, number, 9),) * 2, f"in {name} last year": month(2023, number)}
        told[f"in {name} two years ago"] = month(2022, number)
    assert not [one for phrase, stretch in told.items() for one in wrong(phrase, stretch, PAST)]
    to_come = month(2025 if number < TODAY.month else 2024, number)
    coming = [f"in {name}", f"next {name}"] if number != TODAY.month else []
    assert not [one for phrase in coming for one in wrong(phrase, to_come, FUTURE)]


@pytest.mark.parametrize("number", range(7))
def test_weekdays(number):
    name, back = day_name[number], (TODAY.weekday() - number) % 7
    gone, before = TODAY - back * DAY, TODAY - (back or 7) * DAY
    told = {
        f"{how}{name}{part}": gone
        for how, part in (("on ", ""), ("late on ", ""), ("early ", ""), ("", " night"))
    }
    told |= {f"last {name}": before, f"this past {name}": before, f"three {name}s ago": before - 14 * DAY}
    assert not [one for phrase, day in told.items() for one in wrong(phrase, (day, day), PAST)]
    coming = TODAY + ((7 - back) % 7) * DAY
    assert not wrong(f"on {name}", (coming, coming), FUTURE)


def test_counted_from_the_publication():
    told = {
        "yesterday": 1,
        "today": 0,
        "the day before yesterday": 2,
        "last night": 1,
        "three days ago": 3,
        "40 days ago": 40,
    }
    stretches = {phrase: (TODAY - days * DAY,) * 2 for phrase, days in told.items()}
    monday = TODAY - TODAY.weekday() * DAY
    stretches |= {
        f"{weeks} weeks ago": (monday - 7 * weeks * DAY, monday - (7 * weeks - 6) * DAY)
        for weeks in (2, 3, 12)
    }
    stretches |= {
        f"{years} years ago": (date(2024 - years, 1, 1), date(2024 - years, 12, 31)) for years in (2, 5, 30)
    }
    stretches |= {
        "last week": (monday - 7 * DAY, monday - DAY),
        "last month": month(2024, 5),
        "this month": month(2024, 6),
    }
    stretches |= {
        "last year": (date(2023, 1, 1), date(2023, 12, 31)),
        "last quarter": (date(2024, 1, 1), date(2024, 3, 31)),
    }
    stretches |= {
        "last weekend": (monday - 2 * DAY, monday - DAY),
        "since March 2019": (date(2019, 3, 1), TODAY),
    }
    stretches |= {"in the autumn two years ago": (date(2022, 9, 1), date(2022, 11, 30))}
    assert not [one for phrase, stretch in stretches.items() for one in wrong(phrase, stretch, PAST)]


@pytest.mark.parametrize("number", range(1, 5))
def test_quarters_and_halves(number):
    word = ("first", "second", "third", "fourth")[number - 1]
    stretch = date(2022, 3 * number - 2, 1), month(2022, 3 * number)[1]
    forms = f"in the {word} quarter of 2022|in Q{number} 2022|in Q{number} of 2022|in 2022 Q{number}|in 2022Q{number}|in {number}Q 2022|in {number}Q22"
    assert not [one for phrase in forms.split("|") for one in wrong(phrase, stretch, PAST)]
    assert not wrong(f"by the end of the {word} quarter of 2022", (stretch[1],) * 2, PAST)


TOLD = [  # day of publication, text, and each stretch of days in it
    ("2024-06-11", "It shut in November 2021. On the 3rd of that November a crane fell.", "2021-11-01/2021-11-30 2021-11-03/2021-11-03"),
    ("2024-06-11", "He left in 2019 and crossed that July with his aunt.", "2019-01-01/2019-12-31 2019-07-01/2019-07-31"),
    ("2023-06-06", "The curfew of 2 November 2022 has been prolonged to 1 August.", "2022-11-02/2022-11-02 2023-08-01/2023-08-01"),
    ("2022-06-30", "In the current fiscal year the office in New England closed 212 cases.", "2021-10-01/2022-09-30"),
    ("2022-03-22", "In early March 12 women were freed.", "2022-03-01/2022-03-10"),
    ("2021-07-15", "Officers stopped a 2016 pickup and a 2014-model van.", ""),
    ("2020-07-02", "June accounted for 1,831 arrivals.", "2020-06-01/2020-06-30"),
    ("2023-12-14", "In the first eleven months it had opened 5,377 cases.", "2023-01-01/2023-11-30"),
    ("2024-05-30", "In the academic year 2022/23 there were 3,100.", "2022-09-01/2023-08-31"),
    ("2024-03-18", "In the 12 months to the end of January, 604 drones crossed.", "2023-02-01/2024-01-31"),
    ("2024-03-18", "She came in the autumn of 1993; her son was born the following March.", "1993-09-01/1993-11-30 1994-03-01/1994-03-31"),
    ("2024-03-18", "The herd was down to 31 by late 2008, from over 200 a decade earlier.", "2008-09-01/2008-12-31 1998-01-01/1998-12-31"),
    ("2024-03-18", "Deaths: 2019: 41; 2020: 38.", "2019-01-01/2019-12-31 2020-01-01/2020-12-31"),
    ("2023-09-11", "Forty died on Saturday. It lost six men in the 2010s. Three days earlier it rained.",
     "2023-09-09/2023-09-09 2010-01-01/2019-12-31 2023-09-06/2023-09-06"),
    ("2024-03-18", "The 18 months to December 2023 saw 118, the previous 18 months 74.", "2022-07-01/2023-12-31 2021-01-01/2022-06-30"),
    ("2024-06-01", "In July-Sept. it fell, in Jan.-Feb. 2024 it rose, in July-Sept it fell.",
     "2023-07-01/2023-09-30 2024-01-01/2024-02-29 2023-07-01/2023-09-30"),
    ("2024-06-01", "He was arrested in November 2022 and sentenced in May.", "2022-11-01/2022-11-30 2023-05-01/2023-05-31"),
    ("2024-06-01", "The contract was signed in October 2021 and the first stone laid in March.",
     "2021-10-01/2021-10-31 2022-03-01/2022-03-31"),
    ("2024-06-01", "The bridge closed in August 2022, reopened in February and fell in July.",
     "2022-08-01/2022-08-31 2023-02-01/2023-02-28 2023-07-01/2023-07-31"),
    ("2024-06-01", "Prices peaked in October 2021, up from March.", "2021-10-01/2021-10-31 2021-03-01/2021-03-31"),
    ("2024-06-01", "He was jailed in October 2021 after he fled in March.", "2021-10-01/2021-10-31 2021-03-01/2021-03-31"),
    ("2024-06-01", "The trial was set for February 2023, put off until November and put off again.",
     "2023-02-01/2023-02-28 2023-11-01/2023-11-30"),
    ("2024-06-01", "The hearing, first listed for May 2022, was adjourned to September.",
     "2022-05-01/2022-05-31 2022-09-01/2022-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "stretches"), TOLD)
def test_told_by_the_words_around(published, text, stretches):
    article = Article(slug="x", text=text, published=published)
    rows = [row for row in read_dates(article, sentences(article)) if row.begin]
    assert [f"{row.begin}/{row.finish}" for row in rows] == stretches.split()


LENGTHS = [
    ("The quarantine was cut from 14 days to 10, then to five.", "P14D P10D P5D"),
    ("Processing takes 31 months, up from 24.", "P31M P24M"),
    ("The ceasefire lasted 11 days, the talks nine.", "P11D P9D"),
    ("He served eight of his twelve years.", "P8Y P12Y"),
    ("He served four years, four of them in solitary.", "P4Y P4Y"),
    ("The law gives 30 business days, or 15 in urgent cases.", "P30D P15D"),
    ("It took 24hrs, the next half a minute.", "PT24H PT30S"),
    ("In one town it took 63 days on average; in the other it took 41.", "P63D P41D"),
    ("It took 63 days at Leeds and 41 at York.", "P63D P41D"),
    ("The judge gave him 15 years and suspended four of them.", "P15Y P4Y"),
    ("She spent 63 days in jail and 41 in hiding; 12 officers took 20 boxes.", "P63D P41D"),
]


@pytest.mark.parametrize(("text", "values"), LENGTHS)
def test_lengths_whose_unit_is_left_out(text, values):
    article = Article(slug="x", text=text, published="2024-03-18")
    assert [row.value for row in read_dates(article, sentences(article))] == values.split()
