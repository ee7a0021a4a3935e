"""Dates without a year beside words of a plan that is none of their clause: a move is no delay, "later than planned"
no plan. Look-alikes tell that a real delay and a real plan still lie ahead."""

import csv
from pathlib import Path

import pytest

from helpers.dates.read import read_dates
from helpers.texts import Article
from helpers.texts.sentence import sentences

# Published on Tuesday 10 June 2025. text | day of the last date
MOVES = """
She was admitted on May 28 and moved to intensive care on June 2. | 2025-06-02
The herd moved to the valley on May 5, rangers said. | 2025-05-05
The ferry left on May 20 and moved to Dover on June 1. | 2025-06-01
The boy went missing on May 30 and was moved to Dallas on June 5, police said. | 2025-06-05
The archive was moved to a cellar on 2 March. | 2025-03-02
The offer was extended to dairy farmers on May 5. | 2025-05-05
The ban was extended to two more ports on 12 May. | 2025-05-12
The prisoner was remanded to the county jail on May 9. | 2025-05-09
The ship was put back to port on May 7. | 2025-05-07
The troupe moved through the valley on May 5. | 2025-05-05
The game was suspended until he recovered on May 4. | 2025-05-04
The trial was moved to Dallas on June 5. | 2025-06-05
The trial was moved to Dallas on July 5. | 2025-07-05
They moved the summit to Geneva on June 3. | 2025-06-03
The trial was moved to May 3. | 2026-05-03
The trial was moved to early July. | 2025-07-01
The hearing was adjourned to a date in July. | 2025-07-01
The vote was postponed until May 3. | 2026-05-03
The inquest was adjourned to a hearing on May 3. | 2026-05-03
The wedding was put off to the week of July 7. | 2025-07-07
The ban was suspended through July 4. | 2025-07-04
He was remanded to May 3. | 2026-05-03
"""
# Published on Thursday 15 October 2026. text | day of the date
PLANS = """
On 3 July, ten weeks earlier than planned, a new one came. | 2026-07-03
On 12 December, two days before the planned opening, the roof fell in. | 2025-12-12
On 12 December, a month sooner than expected, the first train ran. | 2025-12-12
On 12 December, as planned, the ferry sailed. | 2025-12-12
On 9 December, before the scheduled vote, he resigned. | 2025-12-09
On 12 December, ahead of the planned vote, the mayor quit. | 2025-12-12
On 2 December, despite the planned cuts, the board bought a van. | 2025-12-02
Earlier than planned, on 3 July, a new pump came. | 2026-07-03
The first unit went on line on 3 July, later than had been planned. | 2026-07-03
Police broke up a planned march on 3 July. | 2026-07-03
Due to a storm on 12 December, the ferry was cancelled. | 2025-12-12
The race was cancelled due to heavy rain on 12 December. | 2025-12-12
Police banned a planned march on 3 December. | 2026-12-03
On 1 November, as planned, the ferry will sail. | 2026-11-01
On 1 November, earlier than planned, the new rule takes effect. | 2026-11-01
On 1 March, after the break, the court will hear the case. | 2027-03-01
On 1 November, the new law, passed by one vote, will take effect. | 2026-11-01
The school, which is planned to open on 3 July, is short of staff. | 2027-07-03
The vote is due to take place on 12 July. | 2027-07-12
The hearing is expected on 12 March. | 2027-03-12
"""


def rows_of(table):
    return [tuple(map(str.strip, line.split(" | "))) for line in table.strip().splitlines()]


def last_day(text, published):
    article = Article(slug="a", text=text, published=published)
    return [row.begin for row in read_dates(article, sentences(article)) if row.begin][-1]


@pytest.mark.parametrize(("text", "day"), rows_of(MOVES))
def test_a_move_to_a_place_is_no_delay(text, day):
    assert last_day(text, "2025-06-10") == day


@pytest.mark.parametrize(("text", "day"), rows_of(PLANS))
def test_what_was_planned_is_not_always_to_come(text, day):
    assert last_day(text, "2026-10-15") == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # 6 July was a Sunday in 2014, which the text names; but the fair is ahead
        ("It was last held in 2014. The fair will open on Sunday, 6 July, the town said.", 2024),
        ("It was last held in 2014. The fair opened on Sunday, 6 July, in the old port.", 2014),
    ],
)
def test_a_day_that_is_ahead_has_no_year_that_is_over(text, year):
    assert last_day(text, "2024-06-10").startswith(str(year))


with (Path(__file__).parent / "ahead.tsv").open(encoding="utf-8", newline="") as file:
    AHEAD = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


@pytest.mark.parametrize(("published", "text", "quote", "begin"), AHEAD)
def test_a_date_is_where_its_words_put_it(published, text, quote, begin):
    """The values were written down before the sentences were read; the look-alikes are of things that are over."""
    article = Article(slug="a", text=text, published=published)
    assert (quote, begin) in [(row.quote, row.begin) for row in read_dates(article, sentences(article))]
