"""`python -m helpers check`: one article on one page."""

import io
import json
import re
import subprocess
import sys

import pandas as pd
import pytest

from helpers import check, extract, from_texts, load_corpus
from helpers.__main__ import main
from helpers.archive import check_command, report
from helpers.checks import UNTESTED
from helpers.texts import SEEDS, Article
from tests.archive import made
from tests.growth import assert_linear

SWEEP = str(next(SEEDS.glob("004_*.txt")))


def failing(tables):
    """A relation that fails, whatever the checks of today find: 12 of 40 people are no 60 percent."""
    text = tables.quantities.set_index("quote")["start"]
    quotes = ["12", "40", "60%"]
    starts = [int(text[quote]) for quote in quotes]
    about = "12 / 40 = 30 %, the text says 60%"
    row = {"article": "a", "holds": False, "quotes": quotes, "starts": starts, "about": about}
    return pd.DataFrame([row]), pd.DataFrame(columns=UNTESTED)


def test_contradictions_come_first_with_the_exact_words(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "check_all", failing)
    told = "Agents arrested 40 people. Of them, 12 had convictions.\nThat was 60% of all."
    (tmp_path / "a.txt").write_text(told)
    assert main(["check", str(tmp_path / "a.txt"), "--published", "2025-03"]) == 0
    shown = capsys.readouterr().out
    headings = re.findall(r"^[A-Z][A-Za-z ]+(?=$| \()", shown, re.MULTILINE)[-7:]
    wanted = "Contradictions, Dates, Quantities, Who did what, Who said what, What agrees, Not tested"
    assert ", ".join(headings) == wanted
    first = shown[shown.index("Contradictions") : shown.index("Dates")]
    sentences = ("“Agents arrested 40 people.”", "“That was 60% of all.”")
    assert all(words in first for words in ("Contradictions (1)", "12 / 40 = 30 %", *sentences))
    assert "no date of publication" not in shown


def test_no_number_goes_unread_in_silence(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Agents held 40 people under Title 42 of the code, the agency said.")
    assert main(["check", str(tmp_path / "a.txt")]) == 0
    last = capsys.readouterr().out.partition("Not tested")[2]
    assert "“40” people" in last and "“42” (" in last


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "French",
            "La police a arrêté douze hommes lundi dernier dans le port du Havre, a indiqué le parquet.",
        ),
        ("German", "Die Polizei hat am 3. März 2024 im Hafen zwölf Männer festgenommen, sagte ein Sprecher."),
        (
            "Portuguese",
            "A polícia prendeu doze homens na segunda-feira e apreendeu 450 quilos de cocaína no porto. Os suspeitos não foram identificados e serão ouvidos amanhã.",
        ),
    ],
)
def test_of_a_text_that_is_not_read_two_lines_say_so(language, text, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 2 and f"Not read, as it is not English or Spanish: {language}" in shown[1]
    (tmp_path / "a.txt").write_text(f"{text}\n\nPolice held 3 men on 3 May 2024.", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt")]) == 0
    assert "“3” men" in capsys.readouterr().out


def test_json_holds_every_row(capsys):
    assert main(["check", SWEEP, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    tables = extract(load_corpus(articles=["massachusetts-sweep"]))
    for name, frame in tables:
        assert len(shown[name]) == len(frame)
        assert all(set(row) == set(frame.columns) for row in shown[name])
    assert len(shown["checks"]) == len(check(tables)) and shown["notes"]


def test_html_is_one_page_in_which_the_text_is_escaped(tmp_path, capsys):
    text = (
        "Police <script>alert(1)</script> held 20 men & 30 women, 60 people in all, on 3 May 2024, it said."
    )
    (tmp_path / "a.txt").write_text(text)
    assert main(["check", str(tmp_path / "a.txt"), "--html"]) == 0
    shown = capsys.readouterr().out
    assert "<script>" not in shown and "&lt;script&gt;" in shown and "<mark>3 May 2024</mark>" in shown
    assert "http" not in shown.replace("http-equiv", "")


@pytest.mark.parametrize("name", ["letter.docx", "paper.pdf", "page.html", "notes.md", "utf16.txt"])
def test_one_document_of_any_format(name, tmp_path, capsys):
    (tmp_path / name).write_bytes(made.GOOD[name][0])
    assert main(["check", str(tmp_path / name)]) == 0
    assert "216" in capsys.readouterr().out


def test_a_paste_on_standard_input():
    run = subprocess.run(
        [sys.executable, "-m", "helpers", "check"],
        input=made.STORY.encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert "“216” people" in run.stdout.decode() and not run.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], "does not exist"),
        (["a" * 300], "File name too long"),
        ([str(SEEDS)], "is a folder"),
        (["{}/two.csv"], "more than one article"),
        (["{}/scan.pdf"], "text recognition"),
        (["{}/blank.txt"], "is empty"),
        ([SWEEP, "--published", "soon"], "--published"),
    ],
)
def test_bad_input_is_one_line_and_2(arguments, words, tmp_path, capsys):
    (tmp_path / "two.csv").write_bytes(made.FRAME.to_csv(index=False).encode())
    (tmp_path / "scan.pdf").write_bytes(made.pdf([[]]))
    (tmp_path / "blank.txt").write_bytes(b" \n")
    assert check_command([argument.format(tmp_path) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err and said.err.count("\n") == 1 and not said.out


@pytest.mark.parametrize(
    "text", ["x", "🚔", "\u202eabc", "| a |\n|---|\n| 1 |", "5", "“", "1" * 5000, "Ä\x00\x07 3 men"]
)
def test_any_text_has_a_report(text, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    refused = "\x00" in text or not any(map(str.isalnum, text))
    assert check_command(["--html"]) == (2 if refused else 0)
    assert from_texts([text])


def test_it_is_utf8_for_any_system_and_no_text_steers_the_terminal(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("\x1b[31mRaid\n\nPolice held 3 men \x9b1m on 3 May 2024.")
    for options in ([], ["--json"], ["--html"]):
        out = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, "ascii"))
        assert check_command([str(tmp_path / "a.txt"), *options]) == 0
        sys.stdout.flush()
        shown = out.getvalue().decode("utf-8")
        assert "3 May 2024" in shown and (options or not re.search(r"[\x1b\x9b]", shown))


def test_many_places_find_their_sentences_in_linear_time():
    def work(count):
        within = report._Sentences(Article(slug="a", text="Police held 3 men.\n" * count))
        places = [(number * 19 + 12, number * 19 + 13) for number in range(count)]
        return lambda: [within.around(place) for place in places]

    assert work(5)()[4] == (("Police held 3 men.", ((12, 13),)),)
    assert_linear(work, 500)


def test_dates_say_what_is_known_of_them(tmp_path, capsys):
    told = "Police held 40 men on 3 May for two weeks. Another 12 men were arrested on 7 June 2024, officers said."
    (tmp_path / "a.txt").write_text(told)
    assert main(["check", str(tmp_path / "a.txt")]) == 0
    shown = capsys.readouterr().out
    assert "“two weeks”: a length of time (P2W)" in shown and "“7 June 2024”: 2024-06-07" in shown


def test_a_language_read_in_part_is_said(tmp_path, capsys):
    told = "La policía detuvo el martes 5 de marzo de 2024 a doce personas en Culiacán. Los detenidos fueron llevados a un juez."
    (tmp_path / "a.txt").write_text(told)
    assert main(["check", str(tmp_path / "a.txt")]) == 0
    assert "note: Spanish: dates, quantities and agencies by name are read" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men were held on Sunday.", "“Sunday”: 2025-06-08, counted from the day of publication"),
        ("Two men were held today.", "“today”: 2025-06-10, counted from the day of publication"),
        ("Two men were held last week.", "counted from the day of publication"),
        ("Two men were held on June 3.", "“June 3”: 2025-06-03, the year from the day of publication"),
        ("Two men were held last July.", "the year from the day of publication"),
        ("Two men were held on Labour Day.", "the year from the day of publication"),
        ("Two men were held in the second quarter.", "the year from the day of publication"),
        ("On 3 May 2025 it burned. Two men were held a day later.", "counted from another date of the text"),
        ("Two men were held on 3 May 2025.", "“3 May 2025”: 2025-05-03\n"),
    ],
)
def test_a_date_says_what_it_takes_from_another(text, told, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(text)
    main(["check", str(tmp_path / "a.txt"), "--published", "2025-06-10"])
    assert told in capsys.readouterr().out


def test_a_text_whose_head_tells_its_day_needs_no_other(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Posted: June 10, 2025\n\nTwo men were held on Sunday.")
    main(["check", str(tmp_path / "a.txt")])
    shown = capsys.readouterr().out
    assert "“Sunday”: 2025-06-08, counted from the date at the head of the text" in shown
    assert "no date of publication" not in shown


TWICE = (
    "Boston officers of U.S. Immigration and Customs Enforcement arrested 47 people from June 2 to June 9, 2025.\n\n"
    "U.S. Immigration and Customs Enforcement arrested 47 people in the operation, which lasted eight days. "
    "A spokesman, Pat Hale, denied that officers had entered homes."
)


def told(text, tmp_path, capsys):
    """What the command says of a text."""
    (tmp_path / "a.txt").write_text(text)
    assert main(["check", str(tmp_path / "a.txt"), "--published", "2025-06-12"]) == 0
    return capsys.readouterr().out


def test_nothing_is_told_twice_and_what_is_told_twice_is_counted(tmp_path, capsys):
    shown = told(TWICE, tmp_path, capsys)
    lines = [line for line in shown.splitlines() if line.strip()]
    assert len(lines) == len(set(lines)) and "“47” people (2×)" in shown
    arrests = [line for line in lines if "Customs Enforcement: arrest, " in line]
    assert len(arrests) == 1


def test_an_action_is_told_in_the_words_of_the_text(tmp_path, capsys):
    text = "Deputies turned over the driver, a man with a valid border crossing card, to U.S. Customs and Border Protection."
    shown = told(text, tmp_path, capsys)
    assert "receive, “turned over the driver, a man …”" in shown
    words = re.findall("“(.*?)(?: …)?”", " ".join(shown.partition("Who did what")[2].split()))
    assert words and all(one in text for one in words)


def test_a_statement_is_told_with_the_word_by_which_it_is_made(tmp_path, capsys):
    shown = told(TWICE, tmp_path, capsys)
    assert "Pat Hale (denied): that officers had entered homes" in shown


def test_what_is_ordered_or_voted_is_nothing_that_somebody_says(tmp_path, capsys):
    shown = told("The judge ordered ICE to release him. Mayor Jo Sample said it was late.", tmp_path, capsys)
    assert "Who said what (1)" in shown and "Jo Sample, mayor (said): it was late" in shown


def test_a_figure_of_a_table_is_told_with_its_column_and_unit(tmp_path, capsys):
    text = "Seized at ports, by kind.\n\nSeizures (kg) | 2023 | 2024\nCocaine | 120 | 140\nHeroin | 30 | 25"
    assert "“120” Cocaine (2023, kg)" in told(text, tmp_path, capsys)
    text = "Spent on ports.\n\nOffice | Cost ($ million)\nLeeds | 62\nYork | 84"
    assert "“62” Leeds (Cost ($ million), 62,000,000 USD)" in told(text, tmp_path, capsys)


def test_a_length_that_agrees_is_told_with_the_words_that_are_compared(tmp_path, capsys):
    agrees = told(TWICE, tmp_path, capsys).partition("What agrees")[2]
    assert "2025-06-02 to 2025-06-09 is 8 days" in agrees and "“eight days”" in agrees


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police held 12 men. The 12 men were freed on Monday.", report.ALL_TESTED),
        ("It rained all over the county, the mayor said.", report.NO_NUMBER),
    ],
)
def test_where_nothing_is_left_untested_that_is_said(text, words, tmp_path, capsys):
    last = told(text, tmp_path, capsys).partition("Not tested")[2]
    assert words in last and "none found" not in last


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Border Force director Jane Price spoke in Dover. “We will go on,” Price said.",
            "Jane Price, Border Force (said)",
        ),
        (
            "Sheriff Tom Ward of Lake County said it was over.",
            "Tom Ward, Lake County Sheriff's Office (said)",
        ),
        (
            "Border Force seized a boat. Its officers were led by Jane Price. “We were lucky,” Price said.",
            "Jane Price (said)",
        ),
        (
            "The Millbrook Police Department arrested nine people. Chief Dana Whitlock said they were armed.",
            "Dana Whitlock, Millbrook Police Department (said)",
        ),
    ],
)
def test_a_body_that_stands_nowhere_beside_its_speaker_is_said_to_be_inferred(text, who, tmp_path, capsys):
    assert f"{who}: " in " ".join(told(text, tmp_path, capsys).split())
