"""What counts from the day under which it stands, from the dates beside it, or from none."""

import pytest

from helpers.dates.read import read_dates
from helpers.texts import Article
from helpers.texts.sentence import sentences

LOG = """LOG
MONDAY, JUNE 9
1000 hrs – A caller said a saw was taken between Friday evening and Sunday noon.
A goat was lost. At 6 p.m. it was found.
TUESDAY, JUNE 10
About 0830 hrs deputies helped a driver. A hearing is set for Thursday. The van was stolen yesterday.
A clerk, who works until 5 p.m., was hurt.
FRIDAY, JUNE 13
Deputies kept watch at the fair from 9 p.m. Friday until 2 a.m. Saturday.
TOTALS
The office counted ten calls by Saturday."""


def found_in(text, published="2025-06-18"):
    article = Article(slug="a", text=text, published=published)
    return {row.quote: row for row in read_dates(article, sentences(article))}


def test_what_stands_under_a_day_counts_from_it():
    found = {quote: (row.value, row.year_from) for quote, row in found_in(LOG).items()}
    assert found == {
        "MONDAY, JUNE 9": ("2025-06-09", "publication"),
        "1000 hrs": ("2025-06-09T10:00", "context"),
        "between Friday evening and Sunday noon": ("2025-06-06TEV/2025-06-08TMI", "context"),
        "6 p.m.": ("2025-06-09T18:00", "context"),
        "TUESDAY, JUNE 10": ("2025-06-10", "publication"),
        "0830 hrs": ("2025-06-10T08:30", "context"),
        "Thursday": ("2025-06-12", "context"),
        "yesterday": ("2025-06-09", "context"),
        "5 p.m.": ("T17:00", "none"),  # of every day
        "FRIDAY, JUNE 13": ("2025-06-13", "publication"),
        "9 p.m. Friday until 2 a.m. Saturday": ("2025-06-13/2025-06-14", "context"),
        "Saturday": ("2025-06-14", "publication"),  # under another heading
    }


def test_a_diary_needs_no_day_of_publication():
    found = found_in("Diary\n3 May 2024\nWe met today.\n5 May 2024\nThe boat sailed this morning.", "")
    assert (found["today"].begin, found["this morning"].begin) == ("2024-05-03", "2024-05-05")


def test_one_line_with_a_day_has_no_entries():
    found = found_in("Fire\nJune 16, 2025\nAt 6 a.m. the mill burned. Two men were seen on Saturday.")
    assert (found["6 a.m."].value, found["Saturday"].year_from) == ("T06:00", "publication")


def test_the_time_behind_a_stroke_is_that_of_its_day():
    assert "Aug 12, 2024 / 05:41 PM EDT" in found_in("Posted: Aug 12, 2024 / 05:41 PM EDT")


# Published on Wednesday 18 June 2025. text | words | value | first day
SPOKEN = """
In March 2023 a boy was found. The gang was jailed on 19 May. "He had not eaten that night," said Ann Roe. | that night | XXXX-XX-XXTNI |
The roof fell in on 4 January. The owner was fined on 19 May. “We lost all that day,” she said. | that day | XXXX-XX-XX |
A boy was found in March 2023. The gang was jailed on 19 May. "It was cruel. He was cold that night," said Ann Roe. | that night | XXXX-XX-XXTNI |
The roof fell in on 4 January. "We came on 19 May. That night we slept," said Ann Roe. | That night | 2025-05-19TNI | 2025-05-19
The mill burned on 3 May. "I heard a bang that night," said Ann Roe. | that night | 2025-05-03TNI | 2025-05-03
The mill burned in March. A barn burned on 19 May. That night two men fled. | That night | 2025-05-19TNI | 2025-05-19
On 4 March she wrote: "The raid was on 19 May and that night we fled." | that night | 2025-05-19TNI | 2025-05-19
Report of June 8, 2025⏎Lima, June 9, 2025.- Police held two men. They were freed the same day. | the same day | 2025-06-08 | 2025-06-08
LIMA, June 9, 2025 – Police held two men. They were freed the same day. | the same day | 2025-06-09 | 2025-06-09
"""
# text | words | first day | last day
LENGTHS = """
Over the past 12 months jobs grew, from 40,000 in May 2024 to 42,000 in May 2025. | the past 12 months | 2024-06-01 | 2025-05-31
Over the past five years the herd doubled, from 40 in 2018 to 80 in 2023. | the past five years | 2019-01-01 | 2023-12-31
In the past three years it fell from 40 in May 2021 to 20 in May 2024. | the past three years | 2021-06-01 | 2024-05-31
Jobs grew over the past two years, from May 2023 to May 2025. | the past two years | 2023-06-01 | 2025-05-31
Over the past five years the herd doubled, from 40 in 2016 to 80 in 2023. | the past five years | 2020-06-18 | 2025-06-18
Over the past 12 months the herd grew. In May 2024 it was small. | the past 12 months | 2024-06-18 | 2025-06-18
Over the past 12 months the herd grew more than in May 2024. | the past 12 months | 2024-06-18 | 2025-06-18
Benefits came to $62.1 million in May. That compares with $54.8 million a year ago. | a year ago | 2024-05-01 | 2024-05-31
Sales rose in May. They compared with 54.8 tonnes a year ago. | a year ago | 2024-05-01 | 2024-05-31
Rents rose in May. A year ago a new law came. | A year ago | 2024-01-01 | 2024-12-31
"""


def rows_of(table):
    return [[part.strip() for part in line.split(" |")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "words", "value", "day"), rows_of(SPOKEN))
def test_that_night_is_of_a_day_that_nobody_can_mistake(text, words, value, day):
    row = found_in(text.replace("⏎", "\n"))[words]
    assert (row.value, row.begin) == (value, day)


@pytest.mark.parametrize(("text", "words", "begin", "finish"), rows_of(LENGTHS))
def test_a_length_is_that_between_the_dates_beside_it(text, words, begin, finish):
    row = found_in(text)[words]
    assert (row.begin, row.finish) == (begin, finish)
