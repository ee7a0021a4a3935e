"""Golden table, word lists, properties and running time of `helpers.dates` and the modules it is made of."""
import doctest
import importlib
import re
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.date_grammar import find_expressions
from helpers.dates import DateRow, read_dates
from helpers.language import units, word_list

MODULES = ("dates", "date_words", "date_points", "date_relative", "date_lengths", "date_grammar", "date_calendar", "date_context",
           "date_meaning")


def rows_of(text: str, published: str = "2025-03-10") -> list[DateRow]:
    article = Article(slug="x", text=text, published=published)
    return read_dates(article, units(article))


# Every text is read as published on Monday 10 March 2025. quote | begin | finish | value; nothing after the arrow: no row at all.
PLACED = """
Held on 15 March 2024. -> 15 March 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on March 15th, 2024. -> March 15th, 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on the 15th of March 2024. -> the 15th of March 2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on Fri., Mar. 7, 2025. -> Fri., Mar. 7, 2025 | 2025-03-07 | 2025-03-07 | 2025-03-07
Held on 2024-03-15 at sea. -> 2024-03-15 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on 15/03/2024. -> 15/03/2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on 03/15/2024. -> 03/15/2024 | 2024-03-15 | 2024-03-15 | 2024-03-15
Held on Sept. 30, 2024. -> Sept. 30, 2024 | 2024-09-30 | 2024-09-30 | 2024-09-30
Held in Sept. 2024. -> Sept. 2024 | 2024-09-01 | 2024-09-30 | 2024-09
Held in February of 2024. -> February of 2024 | 2024-02-01 | 2024-02-29 | 2024-02
It ran from March 11 to March 22, 2024. -> March 11 to March 22, 2024 | 2024-03-11 | 2024-03-22 | 2024-03-11/2024-03-22
It ran March 3-7. -> March 3-7 | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran 3–7 March. -> 3–7 March | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran from Dec. 28 to Jan. 5, 2025. -> Dec. 28 to Jan. 5, 2025 | 2024-12-28 | 2025-01-05 | 2024-12-28/2025-01-05
It ran between 5 February and 3 March 2025. -> between 5 February and 3 March 2025 | 2025-02-05 | 2025-03-03 | 2025-02-05/2025-03-03
It ran on the night of 2/3 March. -> night of 2/3 March | 2025-03-02 | 2025-03-03 | 2025-03-02/2025-03-03
From Monday 3 to Friday 7 March 2025 they met. -> Monday 3 to Friday 7 March 2025 | 2025-03-03 | 2025-03-07 | 2025-03-03/2025-03-07
It ran from January to March 2024. -> January to March 2024 | 2024-01-01 | 2024-03-31 | 2024-01/2024-03
It ran from 2019 to 2023. -> 2019 to 2023 | 2019-01-01 | 2023-12-31 | 2019/2023
In the 2019–2023 period it fell. -> 2019–2023 | 2019-01-01 | 2023-12-31 | 2019/2023
He was held on Friday. -> Friday | 2025-03-07 | 2025-03-07 | 2025-03-07
Police said Monday that it ended. -> Monday | 2025-03-10 | 2025-03-10 | 2025-03-10
He will appear in court on Friday. -> Friday | 2025-03-14 | 2025-03-14 | 2025-03-14
The talks will go on, aides said Friday. -> Friday | 2025-03-07 | 2025-03-07 | 2025-03-07
The match was postponed until Saturday. -> Saturday | 2025-03-15 | 2025-03-15 | 2025-03-15
He was held last Monday. -> last Monday | 2025-03-03 | 2025-03-03 | 2025-03-03
They meet next Monday. -> next Monday | 2025-03-17 | 2025-03-17 | 2025-03-17
He was held on Feb. 3. -> Feb. 3 | 2025-02-03 | 2025-02-03 | 2025-02-03
He was held on Dec. 3. -> Dec. 3 | 2024-12-03 | 2024-12-03 | 2024-12-03
Sentencing is scheduled for June 3. -> June 3 | 2025-06-03 | 2025-06-03 | 2025-06-03
The trial opens on 2 April. -> 2 April | 2025-04-02 | 2025-04-02 | 2025-04-02
They were remanded until 28 March. -> 28 March | 2025-03-28 | 2025-03-28 | 2025-03-28
A report is due to be published in May. -> May | 2025-05-01 | 2025-05-31 | 2025-05
He was held in May. -> May | 2024-05-01 | 2024-05-31 | 2024-05
In June last year they met. -> June last year | 2024-06-01 | 2024-06-30 | 2024-06
He was held last March. -> last March | 2024-03-01 | 2024-03-31 | 2024-03
It began in late October 2023. -> late October 2023 | 2023-10-21 | 2023-10-31 | 2023-10
It began in mid-February. -> mid-February | 2025-02-11 | 2025-02-20 | 2025-02
It began in early 2024. -> early 2024 | 2024-01-01 | 2024-04-30 | 2024
It began in the late 1980s. -> the late 1980s | 1987-01-01 | 1989-12-31 | 198
It spread in the nineties. -> the nineties | 1990-01-01 | 1999-12-31 | 199
It was founded in the 19th century. -> the 19th century | 1801-01-01 | 1900-12-31 | 18
He fled yesterday. -> yesterday | 2025-03-09 | 2025-03-09 | 2025-03-09
He fled last week. -> last week | 2025-03-03 | 2025-03-09 | 2025-W10
He fled over the weekend. -> the weekend | 2025-03-08 | 2025-03-09 | 2025-W10-WE
He fled last month. -> last month | 2025-02-01 | 2025-02-28 | 2025-02
He fled last summer. -> last summer | 2024-06-01 | 2024-08-31 | 2024-SU
He fled two weeks ago. -> two weeks ago | 2025-02-24 | 2025-03-02 | 2025-W09
He fled three years ago. -> three years ago | 2022-01-01 | 2022-12-31 | 2022
He fled earlier this month. -> earlier this month | 2025-03-01 | 2025-03-10 | 2025-03
So far this year 5 fled. -> So far this year | 2025-01-01 | 2025-03-10 | 2025
In Q3 2024 it fell. -> Q3 2024 | 2024-07-01 | 2024-09-30 | 2024-Q3
In the third quarter of 2024 it fell. -> the third quarter of 2024 | 2024-07-01 | 2024-09-30 | 2024-Q3
In the first half of 2025 it fell. -> the first half of 2025 | 2025-01-01 | 2025-06-30 | 2025-H1
In the first nine months of 2024 it fell. -> the first nine months of 2024 | 2024-01-01 | 2024-09-30 | 2024-01/2024-09
In the last week of February it fell. -> the last week of February | 2025-02-22 | 2025-02-28 | 2025-02-22/2025-02-28
In the year to March 2024 it fell. -> the year to March 2024 | 2023-04-01 | 2024-03-31 | 2023-04/2024-03
In the year ending 30 June 2024 it fell. -> the year ending 30 June 2024 | 2023-07-01 | 2024-06-30 | 2023-07/2024-06
In the 12 months to September 2024 it fell. -> the 12 months to September 2024 | 2023-10-01 | 2024-09-30 | 2023-10/2024-09
In the week of March 3 it fell. -> the week of March 3 | 2025-03-03 | 2025-03-09 | 2025-W10
In the week ending March 9 it fell. -> the week ending March 9 | 2025-03-03 | 2025-03-09 | 2025-03-03/2025-03-09
The group has been active since at least 2016. -> since at least 2016 | 2016-01-01 | 2025-03-10 | 2016
They stay in detention until at least May. -> May | 2025-05-01 | 2025-05-31 | 2025-05
The deadline is 5 p.m. ET on March 31. -> 5 p.m. ET on March 31 | 2025-03-31 | 2025-03-31 | 2025-03-31T17:00
The 2023 and 2024 totals fell. -> 2023 | 2023-01-01 | 2023-12-31 | 2023 || 2024 | 2024-01-01 | 2024-12-31 | 2024
The UK in Q1 of 2024/25. -> Q1 of 2024/25 | 2024-04-01 | 2024-06-30 | FY2024-25-Q1
It fell since Feb. 1 and two days earlier. -> since Feb. 1 | 2025-02-01 | 2025-03-10 | 2025-02-01 || two days earlier | 2025-01-30 | 2025-01-30 | 2025-01-30
Since July 2024 it fell. -> Since July 2024 | 2024-07-01 | 2025-03-10 | 2024-07
It fell since last year. -> since last year | 2024-01-01 | 2025-03-10 | 2024
In calendar year 2023 it fell. -> calendar year 2023 | 2023-01-01 | 2023-12-31 | 2023
In winter 2023-24 it fell. -> winter 2023-24 | 2023-12-01 | 2024-02-29 | 2023-WI
The 2024 election and a 2019 conviction. -> 2024 | 2024-01-01 | 2024-12-31 | 2024 || 2019 | 2019-01-01 | 2019-12-31 | 2019
In 2019, 2020 and 2021 it fell. -> 2019 | 2019-01-01 | 2019-12-31 | 2019 || 2020 | 2020-01-01 | 2020-12-31 | 2020 || 2021 | 2021-01-01 | 2021-12-31 | 2021
On March 3 and 5 it fell. -> March 3 | 2025-03-03 | 2025-03-03 | 2025-03-03 || 5 | 2025-03-05 | 2025-03-05 | 2025-03-05
It fell on June 2 and July 4, 2024. -> June 2 | 2024-06-02 | 2024-06-02 | 2024-06-02 || July 4, 2024 | 2024-07-04 | 2024-07-04 | 2024-07-04
On Christmas Day 2024 it fell. -> Christmas Day 2024 | 2024-12-25 | 2024-12-25 | 2024-12-25
On Easter Monday 2024 it fell. -> Easter Monday 2024 | 2024-04-01 | 2024-04-01 | 2024-04-01
Before Thanksgiving 2024 it fell. -> Thanksgiving 2024 | 2024-11-28 | 2024-11-28 | 2024-11-28
The raid at 6:30 p.m. on Tuesday failed. -> 6:30 p.m. on Tuesday | 2025-03-04 | 2025-03-04 | 2025-03-04T18:30
Early Sunday morning it fell. -> Early Sunday morning | 2025-03-09 | 2025-03-09 | 2025-03-09TMO
ICE removed 5 in fiscal year 2023. -> fiscal year 2023 | 2022-10-01 | 2023-09-30 | FY2023
CBP counted FY 2022 and FY24. -> FY 2022 | 2021-10-01 | 2022-09-30 | FY2022 || FY24 | 2023-10-01 | 2024-09-30 | FY2024
CBP in fiscal years 2022 and 2023. -> fiscal years 2022 | 2021-10-01 | 2022-09-30 | FY2022 || 2023 | 2022-10-01 | 2023-09-30 | FY2023
CBP in the first quarter of fiscal year 2024. -> the first quarter of fiscal year 2024 | 2023-10-01 | 2023-12-31 | FY2024-Q1
Australia in the 2022-23 financial year. -> the 2022-23 financial year | 2022-07-01 | 2023-06-30 | FY2022-23
The UK and the financial year 2023/24. -> the financial year 2023/24 | 2023-04-01 | 2024-03-31 | FY2023-24
Canada removed 5 in 2023-24. -> 2023-24 | 2023-04-01 | 2024-03-31 | FY2023-24
On March 3, 2021, he fled; on June 5 he fell. -> March 3, 2021 | 2021-03-03 | 2021-03-03 | 2021-03-03 || June 5 | 2021-06-05 | 2021-06-05 | 2021-06-05
In the year to March 2023 it was 5, against 4 the year before. -> the year to March 2023 | 2022-04-01 | 2023-03-31 | 2022-04/2023-03 || the year before | 2021-04-01 | 2022-03-31 | 2021-04/2022-03
It fell on March 3. The following day it rose. -> March 3 | 2025-03-03 | 2025-03-03 | 2025-03-03 || The following day | 2025-03-04 | 2025-03-04 | 2025-03-04
In January 2025 it fell from 9 a year earlier. -> January 2025 | 2025-01-01 | 2025-01-31 | 2025-01 || a year earlier | 2024-01-01 | 2024-01-31 | 2024-01
In January 2025 it fell from the same month last year. -> January 2025 | 2025-01-01 | 2025-01-31 | 2025-01 || the same month last year | 2024-01-01 | 2024-01-31 | 2024-01
"""

# Words that look like dates and are none.
NOTHING = """
It may rise. May it fall. They march on. The Women's March drew many. Will fell.
The second man had a second phone; a fall in crime; a quarter of all people; a second line of two.
A 37-year-old man, aged 37, and a six-month-old baby; she is 18 years of age; 12 years old; children ages 6 months and older.
Under 8 U.S.C. 1326, section 2024, Title 18 and the Immigration Act 1971; the Act of 1990; Article 450-1; H.R. 2024.
National Public Security Strategy 2024-2030; Agenda 2030; Operation Ghost 2024; World Cup 2026; the 2026 World Cup.
Call 866-347-2423 or 1-800-555-2020; flight 1985; Room 2020; I-95; Highway 2020; 65% of 1,326; 2,024 people.
A total of 2000 pills in 1500 homes; $2024; £1999; 2000 people; MS-13; No. 2023; p. 1999; 10-12 officers; 4/5 of it.
It was a long-term plan with short-term gains, as soon as possible, no earlier than needed.
"""

# quote | type | value | mod; with a plus: measured or placed; with a minus: vague.
OTHERS = """
An eight-day sweep. -> + eight-day | DURATION | P8D |
It took 48 hours. -> + 48 hours | DURATION | PT48H |
It took a fortnight. -> + a fortnight | DURATION | P2W |
He got 307 years. -> + 307 years | DURATION | P307Y |
He got about five years. -> + about five years | DURATION | P5Y | APPROX
He got more than 20 years. -> + more than 20 years | DURATION | P20Y | MORE_THAN
He got up to 10 years. -> + up to 10 years | DURATION | P10Y | EQUAL_OR_LESS
He got at least 18 months. -> + at least 18 months | DURATION | P18M | EQUAL_OR_MORE
It took two and a half years. -> + two and a half years | DURATION | P2.5Y |
It took a year and a half. -> + a year and a half | DURATION | P1.5Y |
It took half an hour. -> + half an hour | DURATION | PT30M |
It took twenty-five years. -> + twenty-five years | DURATION | P25Y |
It took a couple of years. -> + a couple of years | DURATION | P2Y |
He got 15 years and eight months. -> + 15 years and eight months | DURATION | P188M |
He got five to 10 years. -> + five to 10 years | DURATION | P5Y/P10Y |
A year in prison and a week-long wait. -> + A year | DURATION | P1Y | || + week-long | DURATION | P1W |
Over the past three years it fell. -> + the past three years | DURATION | P3Y |
Two weeks later it fell. -> + Two weeks | DURATION | P2W |
Three years after the raid it fell. -> + Three years | DURATION | P3Y |
It fell recently. -> - recently | DATE | PAST_REF |
It is now closed. -> - now | DATE | PRESENT_REF |
It ends soon. -> - soon | DATE | FUTURE_REF |
It fell in recent years. -> - in recent years | DURATION | PXY |
It fell over the past few years. -> - the past few years | DURATION | PXY |
It took several weeks. -> - several weeks | DURATION | PXW |
It fell for decades. -> - decades | DURATION | PXDE |
It happens daily. -> - daily | SET | P1D |
It happens every Monday. -> - every Monday | SET | XXXX-WXX-1 |
They met twice a week. -> - a week | SET | P1W |
It opens 24 hours a day and 24/7. -> - 24 hours a day | SET | PT24H | || - 24/7 | SET | P1D |
It began at 6 a.m. sharp. -> - 6 a.m. | TIME | T06:00 |
"""


def cases(table: str) -> list[tuple[str, list[list[str]]]]:
    lines = [line.split(" -> ") for line in table.strip().splitlines()]
    return [(text, [[part.strip() for part in row.split("|")] for row in expected.split(" || ")]) for text, expected in lines]


@pytest.mark.parametrize(("text", "expected"), cases(PLACED))
def test_placed_on_the_calendar(text, expected):
    assert [[row.quote, row.begin, row.finish, row.value] for row in rows_of(text)] == expected


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_words_that_are_no_dates(text):
    assert [row.quote for row in rows_of(text)] == []


@pytest.mark.parametrize(("text", "expected"), cases(OTHERS))
def test_lengths_sets_times_and_vague_words(text, expected):
    rows = [["- " if row.vague else "+ ", row.quote, row.type, row.value, row.mod] for row in rows_of(text)]
    assert [[vague + quote, *rest] for vague, quote, *rest in rows] == expected
    assert all(not row.begin and not row.finish and row.year_from == "none" for row in rows_of(text))


@pytest.mark.parametrize(("text", "published", "begin", "year_from"), [
    ("He was held on March 3, 2021.", "2025-03-10", "2021-03-03", "text"),
    ("He was held on March 3.", "2025-03-10", "2025-03-03", "publication"),
    ("He fled on March 1, 2021, and was held on March 3.", "2025-03-10", "2021-03-03", "context"),
    ("He was held on March 3.", "", "", "none"),
    ("He fled on March 1, 2021.\n\nHe was held on March 3.", "", "2021-03-03", "context"),
    ("He was held on March 3.", "2025-03", "2025-03-03", "publication"),
    ("He was held on March 3.", "2025", "2025-03-03", "publication"),
    ("He was held on Monday.", "2025-03", "", "none"),
    ("He was held last month.", "2025-03", "2025-02-01", "publication"),
    ("HOUSTON, March 10, 2025 — He was held on Friday.", "", "2025-03-07", "publication"),
    ("HOUSTON, March 10 (AP) — He was held on Friday.", "2025-03", "2025-03-07", "publication"),
    ("March 10, 2025\n\nHe was held on Friday.", "", "2025-03-07", "publication"),
])
def test_where_the_year_comes_from(text, published, begin, year_from):
    row = rows_of(text, published)[-1]
    assert (row.begin, row.year_from, row.vague) == (begin, year_from, not begin)


@pytest.mark.parametrize(("text", "value"), [
    ("Held on 05/03/2024.", "2024-XX-XX"),
    ("Held on 05/03/2024, released on 25/03/2024.", "2024-03-05"),
    ("Held on 05/03/2024 by police in the UK.", "2024-03-05"),
    ("Held on 05/03/2024 in the United States.", "2024-05-03"),
    ("Held on 05/06/2025.", "2025-XX-XX"),
    ("Held on 04/03/2025.", "2025-03-04"),                 # 3 April 2025 lies after the publication
])
def test_order_of_day_and_month_is_not_guessed(text, value):
    assert rows_of(text)[0].value == value


def test_fiscal_year_without_a_country_has_no_dates():
    row, = rows_of("Output rose in fiscal year 2023.")
    assert (row.value, row.begin, row.precision, row.vague) == ("FY2023", "", "fiscal year", True)


def test_sentence_and_offsets():
    article = Article(slug="x", text="One.\n\nIt fell on May 5, 2024. It rose.", published="2025-03-10")
    row, = read_dates(article, units(article))
    assert article.text[row.start:row.end] == row.quote == "May 5, 2024"
    assert (row.sentence, row.sentence_start, row.block) == ("It fell on May 5, 2024.", 6, "paragraph")


def test_table_cells():
    text = "Title\nState | 2023 | 2024 |\n---|---|---|\nOhio | 2021 pills | 1999 |\n"
    assert [row.quote for row in rows_of(text)] == ["2023", "2024", "1999"]


# ---- word lists -----------------------------------------------------------------------------------------------------------

def test_word_lists_are_sound():
    words = word_list("date_words")
    assert len({(row["kind"], row["word"]) for row in words}) == len(words)
    valued = {"month": r"[1-9]|1[0-2]", "weekday": "[0-6]", "number": r"\d+", "ordinal": r"-?\d+", "unit": r"\d*[DWMY]|T[SMH]", "season": "SP|SU|FA|WI",
              "daypart": "MO|MI|AF|EV|NI|DT", "part": "START|MID|END", "year_cue": "(?:sure)?", "qualifier": "APPROX|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE"}
    plain = {"measure", "determiner", "year_verb", "name_number", "function", "duration_before", "rate_before", "reporting", "future", "present"}
    assert {row["kind"] for row in words} == set(valued) | plain
    for row in words:
        assert row["word"] == row["word"].strip().lower() != ""
        assert re.fullmatch(valued.get(row["kind"], ""), row["value"]), row
        assert row["why"] or row["kind"] in valued, row


def test_vague_expressions_are_sound():
    rows = word_list("date_vague")
    assert len({row["phrase"] for row in rows}) == len(rows)
    for row in rows:
        assert row["type"] in ("DATE", "TIME", "DURATION", "SET")
        assert re.fullmatch(r"(?:PAST|PRESENT|FUTURE)_REF|T(?:NI|MO)|P(?:X(?:[YMWD]|DE)?|T?\d+[YMWDH])", row["value"]), row
        assert any(found.kind in ("vague", "set") and found.value == row["value"] for found in find_expressions(f"It is {row['phrase']}.")), row


def test_holidays_are_sound():
    rows = word_list("date_holidays")
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert bool(row["easter"]) + bool(row["day"]) + bool(row["nth"]) == 1, row
        assert row["easter"] or 1 <= int(row["month"]) <= 12
        name = row["name"][0].upper() + row["name"][1:]
        found, = rows_of(f"It fell on {name}{'' if row['year'] else ' 2024'}.")
        assert found.precision == "day" and found.begin[:4] == (row["year"] or "2024"), row


def test_countries_are_sound():
    rows = word_list("date_countries")
    cues = [cue for row in rows for cue in row["cues"].split(";")]
    assert len(set(cues)) == len(cues) and all(cue == cue.strip() != "" for cue in cues)
    for row in rows:
        assert 1 <= int(row["first_month"]) <= 12
        assert row["named_after"] in ("begin", "end") and row["day_order"] in ("MDY", "DMY", "") and row["hemisphere"] in ("N", "S") and row["why"]


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_the_documentation(module):
    result = doctest.testmod(importlib.import_module(f"helpers.{module}"))
    assert result.attempted and not result.failed


# ---- properties -----------------------------------------------------------------------------------------------------------

PIECES = ("March", "May", "Mon.", "Friday", "last", "the", "of", "to", "first half", "week", "year", "years", "2024", "31", "30th", "-", "–", "/", "and", "since",
          "between", "ago", "FY", "Q3", "6 p.m.", "'90s", "19th century", "two", "a", "half", "every", "Easter", "early", "29 February 2023", "99", "0", ",", ".",
          "until", "ending", "next", "several", "decades", "|", "(", "U.S.", "financial year", "9999", "0000", "12/12/9999", "century", "overnight", "\n\n", "\x00", "é", "١٢")


def check(text: str, published: str) -> None:
    article = Article(slug="x", text=text, published=published)
    end = 0
    for row in read_dates(article, units(article)):
        assert text[row.start:row.end] == row.quote and row.start >= end
        end = row.end
        assert row.type in ("DATE", "TIME", "DURATION", "SET") and row.value and row.precision
        assert row.year_from in ("text", "context", "publication", "none") and (row.year_from != "none") <= bool(row.begin)
        measured = row.type == "DURATION" and row.precision == "duration"
        assert row.vague == (not row.begin and not measured)
        assert text[row.sentence_start:row.sentence_start + len(row.sentence)] == row.sentence
        if row.finish:
            assert date.fromisoformat(row.begin) <= date.fromisoformat(row.finish)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(("", "2025-03-10", "2024-02", "2025", "0001-01-01", "9999-12-31")))
def test_any_order_of_date_words(pieces, published):
    check(" ".join(pieces), published)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.sampled_from(("", "2025-03-10")))
def test_any_text(text, published):
    check(text, published)


@pytest.mark.parametrize("piece", ["1", "12/", "two ", " ", "2024-", "March ", "the first half of ", "since ", "early ", "week of ", "March 3, ", "2019, 2020 and ",
                                   "a year and ", "one hundred and ", "the ", "between ", "1,000,", "6:30 ", "to ", "days ", "(", "Q1 ", "'9", "years ago "])
def test_time_is_linear(piece):
    assert growth(lambda size: find_expressions((piece * size)[:size]))


@pytest.mark.parametrize("piece", ["On May 5, 2024 it fell. It rose on May 6. ", "ICE in FY2023 and 2021-22. ", "Held on 05/03/2024; last spring.\n\n",
                                   "It fell since 2018, by Friday and in 2020,"])
@pytest.mark.parametrize("published", ["", "2025-03-10"])
def test_time_is_linear_for_articles(piece, published):
    assert growth(lambda size: rows_of((piece * size)[:size], published))


def growth(read: Callable[[int], object]) -> bool:
    """Whether four times the text takes well under ten times as long; linear would be 4 times, quadratic 16 times."""
    def seconds(size: int) -> float:
        start = time.perf_counter()
        read(size)
        return time.perf_counter() - start
    read(2000)
    short, long = (min(seconds(size) for _ in range(2)) for size in (8_000, 32_000))
    return long < 0.05 + 10 * short
