"""Every format: the right text, or one clear line."""

import csv
import io
import os
import random
import sys

import pandas as pd
import pytest

from helpers.archive import Document, SetAside, documents
from helpers.archive.document import raised, warnings_about
from helpers.archive.layout import Piece, blocks
from helpers.archive.paper import _assembled
from helpers.archive.published import day_published
from helpers.archive.rows import rows_of_csv
from tests.archive import made
from tests.growth import assert_linear


def read(tmp_path, name, data, **columns):
    (tmp_path / name).write_bytes(data)
    said = []
    return list(documents([tmp_path / name], columns, said.append)), said


@pytest.mark.parametrize("name", made.GOOD)
def test_the_right_text(name, tmp_path):
    data, wanted = made.GOOD[name]
    found, _ = read(tmp_path, name, data)
    assert found and all(isinstance(item, Document) for item in found)
    text, at = "\n".join(item.text for item in found), 0
    for words in wanted:
        at = text.find(words, at)
        assert at >= 0, (words, text)
    for unwanted in ("Contact us", "Home", "999 people", "Annual Report", "The Daily News", "<p>", "title:"):
        assert unwanted not in text
    assert all(item.source.startswith(str(tmp_path / name)) and item.tool for item in found)


@pytest.mark.parametrize("name", made.BROKEN)
def test_one_clear_line(name, tmp_path):
    data, words = made.BROKEN[name]
    found, _ = read(tmp_path, name, data)
    assert [type(item) for item in found] == [SetAside]
    assert words in found[0].reason and "\n" not in found[0].reason and len(found[0].reason) < 250


def test_rows_before_a_quotation_mark_that_is_never_closed_are_read(tmp_path):
    found, _ = read(tmp_path, "a.csv", b'id,text\n1,Police held 3 men.\n2,"Police held 4 men.\n3,Others\n')
    assert [(type(item), item.row) for item in found] == [(Document, 1), (SetAside, 2)]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"text\n\x1e\nafter\n", [{"text": ""}, {"text": "\x1e"}, {"text": "after"}]),
        (b"text,title\nbar,hello\x1e\n", [{"text": "", "title": ""}, {"text": "bar", "title": "hello\x1e"}]),
        (b"text,title\x1e\nbar,hello", [{"text": "", "title": ""}, {"text": "bar", "title": "hello"}]),
        (
            b'text\n"',
            [{"text": ""}, "has a quotation mark that is never closed: nothing from here on was read"],
        ),
        (b"", [{}]),
        (b"\n\n", [{}]),
    ],
)
def test_a_table_ends_where_its_file_does(data, rows):
    assert [row for _, row in rows_of_csv(io.BytesIO(data))] == rows


@pytest.mark.parametrize(
    ("before", "words", "after", "added"),
    [
        ("they came in", "1", " and", ""),
        ("arrested 216", "1", " people", ""),
        ("arrested 216", "1", "/year", ""),
        ("on 5 in", "2", "", "²"),
        ("on 5m", "2", "", "²"),
        ("thousands of km", "2", "", "²"),
        ("five million m", "2", "", "²"),
        ("kg/m", "2", "", "²"),
        ("in 10", "6", " cells", "⁶"),
        ("in 10", "1", "/2 hours", " 1"),
        ("3", "1", "/2 tons", " 1"),
        ("3 ", "1", "⁄2 tons", "1"),
        ("($", "1", "/2 million", "1"),
        ("3", "1", "₂ tons", " 1/"),
        ("3 1/", "2", " tons", "2"),
        ("3", "1/2", " tons", " 1/2"),
    ],
)
def test_raised_words_are_powers_fractions_or_marks_of_notes(before, words, after, added):
    assert raised(before, words, after) == added


@pytest.mark.parametrize(
    ("name", "words"),
    [("changed.docx", "tracked changes"), ("note.docx", "1 note stands at the end"), ("framed.docx", "")],
)
def test_a_word_file_says_what_its_text_does_not_show(name, words, tmp_path):
    (document,), _ = read(tmp_path, name, made.GOOD[name][0])
    assert len(document.warnings) == bool(words) and words in "".join(document.warnings)


def test_what_a_page_says_of_itself(tmp_path):
    head = """<title>Raid | Site</title><meta property="og:site_name" content="The Site">
    <link rel="canonical" href="https://x.org/2024/03/06/raid">{}"""
    ways = {
        '<meta property="article:published_time" content="2024-03-05T23:00:00-05:00">': (
            "2024-03-05",
            "article:published_time",
        ),
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-05"}]}</script>': (
            "2024-03-05",
            "JSON-LD",
        ),
        '<script type="application/ld+json">{broken</script>': ("2024-03-06", "web address"),
        "": ("2024-03-06", "web address"),
    }
    for number, (tag, (day, basis)) in enumerate(ways.items()):
        (document,), _ = read(tmp_path, f"{number}.html", made.page(head.format(tag)))
        assert (document.title, document.publisher) == ("Raid in Houston", "The Site")
        assert document.published == day and basis in document.published_basis


def test_a_date_in_the_text_of_a_page_is_no_date_of_publication(tmp_path):
    (document,), _ = read(tmp_path, "a.html", made.page())
    assert document.published == document.published_basis == ""


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 10:00:00", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("03/25/2024", "2024-03-25"),
        ("25.03.2024", "2024-03-25"),
        ("05/05/2024", "2024-05-05"),
        ("March 2024", "2024-03"),
        ("2024", "2024"),
        (pd.Timestamp("2024-03-05 10:00"), "2024-03-05"),
        (2024.0, "2024"),
        (pd.NaT, ""),
        (pd.NA, ""),
        (None, ""),
        ("", ""),
    ],
)
def test_dates_of_publication(written, read_as):
    assert day_published(written) == (read_as, "")


@pytest.mark.parametrize(
    "written", ["03/04/2024", "soon", "Monday", "March 5", "13/13/2024", "1709632800", "2024-02-31"]
)
def test_a_date_that_is_not_certain_is_left_empty_and_said(written):
    day, warning = day_published(written)
    assert day == "" and written in warning


def test_columns_are_guessed_and_said_or_given(tmp_path):
    found, said = read(tmp_path, "a.csv", made.FRAME.to_csv(index=False).encode())
    assert [(item.slug, item.title, item.published, item.row) for item in found] == [
        ("7", "Raid", "2024-03-05", 1),
        ("8", "Seizure", "2024-03-06", 2),
    ]
    assert len(said) == 1 and "text from column “body”" in said[0]
    found, said = read(
        tmp_path, "a.csv", made.FRAME.to_csv(index=False).encode(), text="headline", title="body"
    )
    assert [item.text for item in found] == ["Raid", "Seizure"]
    found, _ = read(tmp_path, "a.csv", made.FRAME.to_csv(index=False).encode(), text="words")
    assert "no column 'words'" in found[0].reason and "headline" in found[0].reason


def test_one_bad_row_stops_nothing(tmp_path):
    lines = made.JSON_LINES.splitlines(keepends=True)
    found, _ = read(tmp_path, "a.jsonl", lines[0] + b"{broken\n" + b"\xff\xfe\n" + lines[1])
    assert [type(item) for item in found] == [Document, SetAside, SetAside, Document]
    assert [item.row for item in found] == [1, 2, 3, 4]


def test_what_looks_wrong_is_warned_about_and_kept(tmp_path):
    text = "The agencyâ€™s raid &amp; more \ufffd and \x07."
    (document,), _ = read(tmp_path, "a.txt", text.encode())
    assert document.text == text and len(warnings_about(text)) == 4


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(made.page())))
    (document,) = documents(["-"])
    assert made.LEAD in document.text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(made.STORY.encode())))
    (document,) = documents(["-"])
    assert document.text == made.STORY


def test_what_comes_through_a_pipe_is_read():
    reading, writing = os.pipe()
    os.write(writing, made.STORY.encode())
    os.close(writing)
    (document,) = documents([f"/dev/fd/{reading}"])
    os.close(reading)
    assert document.text == made.STORY


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "~nobody-has-this-name/a.txt", "nowhere.csv"])
def test_a_name_of_no_file_is_one_line(name):
    (aside,) = documents([name])
    assert aside.reason.startswith(("does not exist", "cannot be read (File name too long"))


def test_a_paragraph_may_be_a_whole_book():
    assert_linear(lambda lines: lambda: _assembled([[["and so on with-"] * lines]]), 2_000)


def test_a_page_may_be_full_of_pieces():
    def work(rows):
        pieces = [
            Piece(60 * column, 12 * row, 60 * column + 50, 12 * row + 10, "some words")
            for row in range(rows)
            for column in range(8)
        ]
        return lambda: blocks(pieces)

    assert_linear(work, 100)


def test_a_library_that_is_missing_is_named_with_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfminer.layout", None)
    found, _ = read(tmp_path, "a.pdf", made.pdf([made.TWO_COLUMNS]))
    assert "pip install" in found[0].reason


@pytest.mark.parametrize("name", made.GOOD)
def test_whatever_is_cut_or_spoilt_gives_texts_or_a_line(name, tmp_path):
    """No file may raise, however broken: cut somewhere, with bytes that were changed, or under a wrong name."""
    data, _ = made.GOOD[name]
    chance = random.Random(name)
    for number in range(6):
        broken = bytearray(data[: chance.randrange(1, len(data))] if number % 2 else data)
        for _ in range(chance.choice([0, 1, 20])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        ending = (
            name
            if number < 4
            else f"x{chance.choice(['.pdf', '.csv', '.docx', '.parquet', '.zip', '.html'])}"
        )
        for item in read(tmp_path, ending, bytes(broken))[0]:
            assert isinstance(item, (Document, SetAside))
            assert isinstance(item, Document) or (item.reason and "\n" not in item.reason)


def test_a_table_of_which_not_all_is_read_leaves_the_limit_of_cells_as_it_was():
    usual, before = (
        131_072,
        csv.field_size_limit(),
    )  # Python's own; a library may have widened it for the process
    csv.field_size_limit(usual)
    rows = rows_of_csv(io.BytesIO(b"text\n" + b"x" * 2 * usual + b"\nmore\n"))
    assert [next(rows)[0], len(next(rows)[1]["text"])] == [0, 2 * usual] and csv.field_size_limit() == usual
    csv.field_size_limit(before)
