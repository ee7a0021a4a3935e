"""When a text without a catalogue was published: what stands at its head, and what only looks like it."""

import pytest

from helpers.dates.read import read_dates
from helpers.texts import Article
from helpers.texts.sentence import sentences

SAID = "\n\nTen farms were closed on Sunday, the office said."
HEADER = "MINUTES\nCITY OF ALDER\nPLANNING BOARD\nROOM 4\nCITY HALL\nPRESENT: A. Roe\nABSENT: B. Doe\n"
DATED = [  # head, the Sunday before
    ("News Release\nRelease Date\nWed, 09/03/2025", "2025-08-31"),
    ("Port reopens\nPosted: Aug 12, 2025 / 05:41 PM EDT\nUpdated: Aug 13, 2025 / 09:15 AM EDT", "2025-08-10"),
    (f"{HEADER}March 3, 2025", "2025-03-02"),
    (f"{HEADER}April 9, 2025, 10:00 a.m.\nWashington, DC", "2025-04-06"),
    ("EMBARGOED UNTIL 8:30 A.M. FRIDAY, SEPTEMBER 6, 2024", "2024-09-01"),
    ("Embargoed until 00:01 GMT Monday 3 March 2025", "2025-03-02"),
    ("NOT FOR PUBLICATION BEFORE 6 a.m. on 3 March 2025", "2025-03-02"),
    ("News\n14:22 25/06/2025", "2025-06-22"),
    ("Case: Roe v. Port, No. 24-1 (decided February 27, 2025)", "2025-02-23"),
    ("FINDINGS\nSurvey dates: 06/10/2024 to 06/13/2024\nReport date: July 8, 2024", "2024-07-07"),
    ("Survey date: June 10, 2024 Report date: July 8, 2024", "2024-07-07"),
    ("By Ann Roe | Published March 3, 2025 | 4 min", "2025-03-02"),
    ("Fire in a mill\nPublished\n3 March 2025", "2025-03-02"),
    ("Bulletin\nIssued on 3 March 2025 at 14:00 UTC", "2025-03-02"),
    ("Fire in a mill\nPosted: 3 March 2025 / 5 p.m.", "2025-03-02"),
    ("Last updated: 2025-03-03T10:00Z", "2025-03-02"),
    ("Fire in a mill\nJan. 9, 2025 / 5:04 PM EST / CBS News", "2025-01-05"),
    ("Fire in a mill\nBy Ann Roe | Jan 9, 2025 | 10:15 am", "2025-01-05"),
    ("Fire in a mill\nThursday, January 9, 2025 - 10:00", "2025-01-05"),
    ("Fire in a mill\nPublished 3:41 p.m. Jan. 9, 2025", "2025-01-05"),
    ("Fire in a mill\nUpdated: Jan. 11, 2025\nPublished: Jan. 9, 2025", "2025-01-05"),
    ("Fire in a mill\nUpdated 10:15 AM ET, Thu January 9, 2025", "2025-01-05"),
    ("Fire in a mill\nFirst published on Thu 9 Jan 2025 12.13 GMT", "2025-01-05"),
    ("Fire in a mill\nJan. 9, 2025, 5:04 PM EST / Updated Jan. 10, 2025, 6:00 PM EST", "2025-01-05"),
    ("Fire in a mill\n2025-01-09 10:04:22", "2025-01-05"),
    ("Fire in a mill\nJanuary 9, 2025 by Ann Roe", "2025-01-05"),
    ("Fire in a mill\nJan 9, 2025 5 min read", "2025-01-05"),
    ("Fire in a mill\nBy ANN ROE Associated Press January 9, 2025", "2025-01-05"),
    ("Fire in a mill\nLocal News · January 9, 2025 · 4 min read", "2025-01-05"),
    ("Fire in a mill\nModified: Jan. 11, 2025 / Posted: Jan. 9, 2025", "2025-01-05"),
    ("Fire in a mill\nHome > News > January 9, 2025", "2025-01-05"),
    ("Farms closed\nGeneva, 12 March 2024", "2024-03-10"),
    ("Salud\nCiudad de México, a 9 de julio de 2025", "2025-07-06"),
    ("Salud\nFecha de publicación: 2025-07-09", "2025-07-06"),
]
UNDATED = [
    "Fire in a mill\nDate of incident: 3 March 2025",
    "Fire in a mill\nDate of birth\n3 March 1985",
    "Hostages released March 3, 2025",
    "Port law of 2019\nEffective date: 3 March 2025",
    "Fire of May 3, 2019 still shapes the town",
    "Deadline\n3 March 2025",
    "Battle of Leeds, 3 March 1645",
    "Days of the strike\n3 March 2024\n5 March 2024\nWhat came of it",
    "Fire in a mill\nTown Hall - March 3, 2025 - 7 p.m.",
    "Fire in a mill\nHearing date | January 9, 2025",
    "Fire in a mill\nConcert | Saturday, January 11, 2025 | Main Hall",
    "Fire in a mill\nBattle of Leeds — 3 March 1645",
    "Fire in a mill\nObituary: Ann Roe | Born January 9, 1945",
    "Fire in a mill\nBy Order of January 9, 2020",
    "Fire in a mill\nWanted since January 9, 2025 | FBI",
    "Fire in a mill\nNews of January 9, 2015 revisited",
    "The mill burned on 3 March 2024.",
    "Officers released on March 3, 2025 two men.",
]


def rows_of(text):
    article = Article(slug="a", text=text)
    return {row.quote: row for row in read_dates(article, sentences(article))}


@pytest.mark.parametrize(("head", "sunday"), DATED)
def test_the_head_of_a_text_tells_when_it_was_published(head, sunday):
    row = rows_of(head + SAID)["Sunday"]
    assert (row.begin, row.year_from) == (sunday, "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "Leeds, 3 March 2025 –",
        "LEEDS, Maine (March 3, 2025) -",
        "LEEDS, Maine – March 3, 2025 –",
        "LEEDS, Maine, March 3, 2025 /ABCNewswire/ --",
    ],
)
def test_a_place_and_a_dash_are_a_dateline(line):
    assert rows_of(f"{line} {SAID.strip()}")["Sunday"].begin == "2025-03-02"


@pytest.mark.parametrize("head", UNDATED)
def test_a_day_at_the_head_of_a_text_is_not_always_that_of_its_publication(head):
    assert rows_of(head + SAID)["Sunday"].value == "XXXX-WXX-7"


def test_figures_that_leave_the_month_open_tell_the_year():
    rows = rows_of(
        "News\n14:22 02/06/2025\n\nFour men were jailed for a theft in 2024. Police said so on 19 May."
    )
    assert (rows["02/06/2025"].value, rows["19 May"].begin) == ("2025-XX-XX", "2025-05-19")


def test_the_last_july_before_an_unknown_day_has_no_year():
    rows = rows_of("The port was paid in April 2025. Last July it closed two docks.")
    assert rows["Last July"].value == "XXXX-07"


@pytest.mark.parametrize(
    ("text", "value", "settled_by"),
    [
        ("It closed on Wed, 09/03/2025.", "2025-09-03", "weekday"),
        ("It closed on Sunday 09/03/2025.", "2025-03-09", "weekday"),
        ("It closed on Friday 09/03/2025.", "2025-XX-XX", ""),  # neither is one
        ("It closed on Monday 2025-03-03.", "2025-03-03", ""),
    ],
)
def test_a_weekday_beside_figures_tells_which_is_the_month(text, value, settled_by):
    (row,) = rows_of(text).values()
    assert (row.value, row.settled_by) == (value, settled_by)
