"""Nothing goes unread in silence: every run of digits and every number word is in a row, or set aside with its
reason."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import extract
from helpers.dates import read_dates
from helpers.quantities import read_numbers
from helpers.quantities.aside import _free
from helpers.texts import Article, fold_letters, number_words, sentences, word_list

GOLD = Path(__file__).parent.parent / "gold"
SEEDS = Path(__file__).parent.parent.parent / "seeds"
REASONS = {row["reason"] for row in word_list("quantities/reasons")}
WORDS = sorted(
    word for word, (kind, _) in number_words("en").items() if kind not in ("article", "short scale")
)
NUMBER = re.compile(rf"\d+|(?<!\w)(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def numbers(text: str) -> tuple:
    article = Article(slug="x", text=text, published="2024-05-06")
    parts = sentences(article)
    dates = read_dates(article, parts)
    return dates, *read_numbers(article, parts, dates)


def unread(text: str) -> list[str]:
    """The numbers of a text that are in no row."""
    dates, quantities, aside = numbers(text)
    covered = set()
    for row in (*dates, *quantities, *aside):
        assert text[row.start : row.end] == row.quote != ""
        covered |= set(range(row.start, row.end))
    assert {row.reason for row in aside} <= REASONS
    read = {place for row in (*dates, *quantities) for place in range(row.start, row.end)}
    assert all(read.isdisjoint(range(row.start, row.end)) for row in aside)
    assert all(a.end <= b.start for a, b in zip(aside, aside[1:], strict=False))
    return [
        match[0] for match in NUMBER.finditer(fold_letters(text)) if not set(range(*match.span())) <= covered
    ]


PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 10**9).map(str),
    st.sampled_from(
        [
            *(
                "$",
                "%",
                "kg",
                "of",
                "and",
                "to",
                "Articles",
                "aged",
                "years",
                "old",
                "(",
                ")",
                ",",
                ".",
                "-",
                "/",
            ),
            *(
                "March",
                "2024",
                "5:30",
                "half a",
                "USD12m",
                "3/4",
                ".5",
                "12,5",
                "No.",
                "\n",
                "|",
                "---",
                "* ",
                "one of",
            ),
            *(
                "the",
                "men",
                "pills",
                "a day",
                "million",
                "MS-13",
                "A380",
                "°",
                "’",
                "½",
                "१२",
                "İ",
                "ſix",
                "th",
                "s",
            ),
        ]
    ),
    st.text(max_size=4),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "", " ", "\n"])), max_size=25))
def test_every_number_of_any_text_is_in_a_row_or_set_aside(pieces):
    assert unread("".join(part for piece in pieces for part in piece)) == []


@pytest.mark.parametrize(
    "path", sorted([*GOLD.rglob("*.txt"), *SEEDS.glob("*.txt")]), ids=lambda path: path.stem
)
def test_every_number_of_the_gold_texts_is_in_a_row_or_set_aside(path):
    count = len(unread(path.read_bytes().decode("utf-8")))  # only how many: some of the texts are read blind
    assert count == 0


# text -> quote, reason, age
REASON = [
    ("The 37-year-old was held.", [("37-year-old", "age", 37)]),
    ("Ana Ruiz, 14, from Honduras, was found.", [("14", "age", 14)]),
    ("The driver is 33. His wife is 41 and lives in Yuma.", [("33", "age", 33), ("41", "age", 41)]),
    ("At the hearing she was 52. By then he was 81.", [("52", "age", 52), ("81", "age", 81)]),
    ("Uptake among those over 70 reached its peak.", [("70", "age", 70)]),
    ("They found an 18-month-old baby.", [("18-month-old", "age", 1.5)]),
    ("He was charged under 8 U.S.C. § 1326.", [("8 U.S.C. § 1326.", "law", None)]),
    ("Call 866-347-2423 now.", [("866-347-2423", "telephone", None)]),
    ("Call the helpline at 1799.", [("1799", "telephone", None)]),
    (
        "THREE FORKS, Mont. – The new clerk of the small town of Three Forks was held.",
        [("THREE", "name", None), ("Three", "name", None)],
    ),
    ("A member of MS-13 fled.", [("13", "name", None)]),
    ("The Nikkei 225 fell.", [("225", "name", None)]),
    ("She was second in the race.", [("second", "ordinal", None)]),
    ("Dozens of men fled.", [("Dozens", "vague amount", None)]),
    ("One of them fled.", [("One", "one of several", None)]),
    ("Complaints have more than doubled.", [("doubled", "multiple", None)]),
    ("Escapes are double the average.", [("double", "multiple", None)]),
    ("It is only half as high now.", [("half", "multiple", None)]),
    ("A double murder shook the town.", []),
    ("They meet at 24 Elm Street.", [("24 Elm Street", "address or place", None)]),
    ("It is at 29° 48' N.", [("29° 48' N", "coordinate", None)]),
    ("The court issued a 5-4 ruling.", [("5", "score", None), ("4", "name", None)]),
    ("Rounds of .223 ammunition lay there.", [(".223", "calibre", None)]),
    ("A boy, five, fled.", [("five", "age", 5.0)]),
    ("At fourteen he fled.", [("fourteen", "age", 14.0)]),
    ("A one hundred and five-year-old man fled.", [("one hundred and five-year-old", "age", 105.0)]),
    ("The infant, aged six weeks, died.", [("six weeks", "age", 0.11)]),
    ("A 3½-year-old girl fled.", [("3½-year-old", "age", 3.5)]),
    ("Her sons, 5 and 7, fled.", [("5", "age", 5.0), ("7", "age", 7.0)]),
    # hours of work: from a late hour to an early one
    ("The office is open from 9 to 5.", [("9", "time", None), ("5", "time", None)]),
    ("The clinic runs 8 to 6 and closes early.", [("8", "time", None), ("6", "time", None)]),
    ("Nurses work 7 to 3 at the jail.", [("7", "time", None), ("3", "time", None)]),
    ("The court opens 10 to 4.", [("10", "time", None), ("4", "time", None)]),
    ("He left a 9 to 5 job.", [("9 to 5", "time", None)]),
    ("She hated the 9-to-5 routine.", [("9-to-5", "time", None)]),
    # school years, rows and columns by their numbers
    ("Pupils in years 7 to 9 must wear masks.", [("7", "name", None), ("9", "name", None)]),
    ("Years 10 and 11 will return.", [("10", "name", None), ("11", "name", None)]),
    ("The scheme covers grades 7 to 9.", [("7", "name", None), ("9", "list number", None)]),
    ("See pages 7 to 9 of the report.", [("7", "list number", None), ("9", "list number", None)]),
    ("Passengers in rows 3 to 5 were moved.", [("3", "name", None), ("5", "list number", None)]),
    ("Columns 2 and 3 show the arrests.", [("2", "name", None), ("3", "list number", None)]),
    # what a run of mutants showed that no other test looked at
    ("Workers over 60 retire early.", [("60", "age", 60)]),
    ("Police ended Operation Falcon-Plus 2.0 there.", [("2.0", "version or address", None)]),
    ("He died at the age of 30.", [("30", "age", 30)]),
    ("Boys at the ages of 9 to 12 fled.", [("9", "age", 9), ("12", "age", 12)]),
    (
        "Table of contents: Overview 3, Methods 12.",
        [("3", "list number", None), ("12", "list number", None)],
    ),
    (
        "They met at gate 12 and 13.",
        [("12", "address or place", None), ("13", "address or place", None)],
    ),
    ("(1) identify the suspects.", [("1", "list number", None)]),
    (
        "Officers of the FBI: (1) have lied, or (2) fled.",
        [("1", "list number", None), ("2", "list number", None)],
    ),
    ("The men were charged. -30-", [("30", "name", None)]),
    ("A 50:50 split was agreed.", [("50:50", "ratio or date", None)]),
    ("Every second household is armed.", [("second", "ordinal", None)]),
    # ages in brackets behind several names
    (
        "Smith (22), Jones (25) and Brown (31) were charged.",
        [("22", "age", 22), ("25", "age", 25), ("31", "age", 31)],
    ),
    ("John Smith (22), of Leeds, and Mary Jones (25) were jailed.", [("22", "age", 22), ("25", "age", 25)]),
    ("Police named the victims as Ali Khan (19) and Li Wei (34).", [("19", "age", 19), ("34", "age", 34)]),
    ("Among the dead were Ana Silva (7) and her brother Pedro (4).", [("7", "age", 7), ("4", "age", 4)]),
    ("Officers arrested Okafor (22) and Mensah (31).", [("22", "age", 22), ("31", "age", 31)]),
    ("The report has nineteen eighty-four pages.", [("nineteen eighty-four", "not understood", None)]),
    # more than can be reckoned with
    ("Police held 10^99 million men.", [("10^99 million", "not understood", None)]),
    (
        "Police seized 9 × 10^99 trillion trillion pills.",
        [("9 × 10^99 trillion trillion", "not understood", None)],
    ),
    ("La policía detuvo a 999 × 10^99 hombres.", [("999 × 10^99", "not understood", None)]),
]


@pytest.mark.parametrize(("text", "expected"), REASON)
def test_the_reason_is_said(text, expected):
    _, quantities, aside = numbers(text)
    assert quantities == []
    assert [(row.quote, row.reason, row.age) for row in aside] == expected


def test_a_number_set_aside_stands_in_its_sentence():
    _, _, aside = numbers("No. 5 left.\n\nShe, 41, stayed.")
    assert [(row.quote, row.sentence_start, row.block) for row in aside] == [
        ("5", 0, "paragraph"),
        ("41", 13, "paragraph"),
    ]


def test_an_age_in_spanish_words_is_their_sum():
    (row,) = numbers("Un hombre de treinta y siete años fue detenido en la ciudad.")[2]
    assert (row.quote, row.age) == ("treinta y siete", 37)


def test_the_table_is_extracted():
    tables = extract([Article(slug="x", text="A 37-year-old man and 12 others were held.")])
    assert tables.set_aside[["quote", "reason", "age"]].values.tolist() == [["37-year-old", "age", 37.0]]
    assert list(tables.quantities["quote"]) == ["12"]


class Counted(list):
    """A list that counts how many of its items are looked at."""

    looked_at = 0

    def __getitem__(self, place):
        found = super().__getitem__(place)
        self.looked_at += len(found) if isinstance(place, slice) else 1
        return found


def test_asking_what_is_free_looks_at_few_spans():
    def work(size: int) -> int:
        spans = Counted((10 * place, 10 * place + 5) for place in range(size))
        for place in range(size):
            assert list(_free(spans, 10 * place, 10 * place + 8)) == [(10 * place + 5, 10 * place + 8)]
        return spans.looked_at

    one, two, four = (work(size) for size in (250, 500, 1000))
    assert two < 2.4 * one and four < 2.4 * two


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial opened on April 31 in Ohio.", "April 31"),
        ("He was born on Feb. 29, 2025, they said.", "Feb. 29, 2025"),
        ("On 31 June 2024, police held 4 men.", "31 June 2024"),
        ("The shop is open from April 29 to 31, 2024.", "April 29 to 31, 2024"),
        ("He was held on 31/04/2024.", "31/04/2024"),
        ("It ended on 2025-02-30.", "2025-02-30"),
        ("The June 31 raids led to 12 arrests.", "June 31"),
        ("On Friday, Sept. 31, at 9 a.m., he left.", "Sept. 31"),
        ("Bills are due on the 31st of November.", "31st of November"),
        ("In April 31 people were held.", ""),
        ("By June 31 arrests had been made.", ""),
        ("He was held on Feb. 29, 2024, and on 12/31/2024.", ""),
    ],
)
def test_a_day_that_no_calendar_has_is_set_aside_whole(text, day):
    dates, _, aside = numbers(text)
    assert [row.quote for row in aside if row.reason == "no such day"] == [day] * bool(day)
    assert not day or all(
        row.end <= text.index(day) or row.start >= text.index(day) + len(day) for row in dates
    )


def test_a_day_that_no_calendar_has_is_set_aside_in_spanish():
    text = "La policía lo dijo en la ciudad. Nació el 31 de abril de 2024 en Sonora."
    assert [(row.quote, row.reason) for row in numbers(text)[2]] == [("31 de abril de 2024", "no such day")]
