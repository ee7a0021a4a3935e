"""More odd inputs, of every command: each gets one clear message that says what is wrong, where, and what to do; nothing
is left half written, and no file of somebody else is touched."""

import gzip
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.__main__ import main
from helpers.archive import documents
from helpers.run import execute
from helpers.texts.catalogue import date_range
from helpers.texts.sources import import_of
from tests.test_unbreakable import TEXT, assert_clear, tree, write

ROOT = Path(__file__).parents[1]
GOLD = '{"dates": [{"quote": "3 men", "nth": %s, "begin": "2024-05-03", "end": "2024-05-03"}]}'
CATALOGUES = {  # folder → the line of its catalogue
    "month0": "a,a.txt,2024-00",
    "day0": "a,a.txt,2024-05-00",
    "dotted": "a,./a.txt,2024",
    "rooted": "a,/etc/passwd,2024",
    "nul": "\0,a.txt,2024",
    "lines": '"a\nb",a.txt,2024',
}
FILES = {
    "a.txt": TEXT,
    "two/a.txt": TEXT,
    "two/b.txt": TEXT + TEXT,
    "nul.txt": b"\0" * 99,
    "empty.pdf": b"",
    "text.docx": TEXT,
    "rich.rtf": r"{\rtf1 Police held 3 men.}",
    "noname": TEXT,
    "page.html": "<html></html>",
    "open.html": "<!-- " * 1000,
    "none.csv": "id,n\n1,2\n",
    "heading.csv": "text\n",
    "numbers.jsonl": "1\n2\n",
    "null.jsonl": '{"text": null}\n{"text": 5}\n',
    "deep.jsonl": '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}\n",
    "bad.parquet": b"PAR1garbage",
    "sheet.xlsx": b"PK\3\4zz",
    "packed.csv.gz": gzip.compress(b"text\n" + TEXT.encode()),
    "cut.zip": b"PK\3\4" + b"x" * 40,
    "mine/own.txt": "mine",
    "tables/dates/own.parquet": b"mine",
    "beside/own.parquet": b"mine",
    "open.yaml": "start: [1",
    "notes.ipynb": '{"cells": [], "metadata": {}}',
    **{f"{name}/a.txt": TEXT for name in (*CATALOGUES, "nought", "yes", "hollow", "comma", "pipes")},
    **{f"{name}/catalogue.csv": f"slug,file,published\n{line}\n" for name, line in CATALOGUES.items()},
    "nought/a.json": GOLD % "0",
    "yes/a.json": GOLD % "true",
    "hollow/a.json": "",
    "comma/a.json": '{"dates": [],}',
}
COMMANDS = {  # a command and words of its message
    **{
        f"check {file}": part
        for file, part in {
            "two": "is a folder; use python -m helpers -p corpus two",
            "nul.txt": "broken at byte 98; save it as UTF-8",
            "text.docx": "is no Word file that can be read",
            "rich.rtf": "save it as .docx",
            "noname": "plain text needs the ending .txt",
            "page.html": "save the article as text",
            "loop.txt": "Too many levels of symbolic links",
            "none.csv": "name it with --text; there are: id, n",
            "both.zip": "reads them all",
            "'' ": "does not exist; give a file",
            "a.txt --published 2024-13-01": "write 2025-03-04",
            "a.txt --published 2024-00": "write 2025-03-04",
            "a.txt two/a.txt": "unrecognized arguments: two/a.txt",
            "a.txt --json --html": "not allowed with argument --json",
        }.items()
    },
    **{
        f"import {words}": part
        for words, part in {
            "nowhere -o x": "does not exist; give a file or a folder",
            "none.csv -o x": "name it with --text; there are: id, n",
            "heading.csv -o x": "holds no article",
            "numbers.jsonl -o x": "row 1: is no object with fields",
            "null.jsonl -o x": "row 2: has no text",
            "deep.jsonl -o x": "row 1: is no JSON",
            "bad.parquet -o x": "is no Parquet file that can be read",
            "sheet.xlsx -o x": "save the sheet as CSV",
            "packed.csv.gz -o x": "unpack it first",
            "cut.zip -o x": "is no ZIP that can be read",
            "within.zip -o x": "is a ZIP inside a ZIP; unpack it first",
            "locked.zip -o x": "has a password; unpack it first",
            "empty.pdf -o x": "is empty",
            "a.txt -o a.txt": "is a file; choose another folder with -o",
            "a.txt -o mine": "is not empty; choose another folder with -o",
            "a.txt -o dangling": "link that leads nowhere; choose another folder",
            "a.txt -o ~nobody-here/x": "nobody with this name has a home folder here; give another",
            "two/a.txt --text body -o mine": "is not empty; choose another folder",
        }.items()
    },
    **{
        f"extract {words} -q": part
        for words, part in {
            "nowhere -o x": "does not exist; give a file",
            "a.txt -o two": "holds other things (a.txt, b.txt); choose another folder",
            "a.txt -o tables": "holds other things (dates/own.parquet); choose another folder",
            "a.txt -o beside": "holds other things (own.parquet); choose another folder",
            "a.txt -o a.txt": "is a file; choose another folder",
            "a.txt -o ~nobody-here/x": "nobody with this name has a home folder here; give another",
            "a.txt -o x --workers 0": "must be from 1 to 1,000",
            "a.txt -o x --workers many": "invalid int value: 'many'",
            "a.txt -o x --scheduler nowhere": "no scheduler answers at nowhere",
            "bad.parquet -o x --workers 1": "is no Parquet file that can be read",
        }.items()
    },
    **{
        "1 -o ~nobody-here/x": "nobody with this name has a home folder here; give another",
        "1 -o pipe": "cannot write to pipe (device or pipe); choose another folder",
        "1 -o dangling": "link that leads nowhere); choose another folder",
        "1 -p articles [null]": "must be a list of texts, not [None]",
        "1 -p articles {a:1}": "must be a list of texts",
        "1 -p start 2024-00": "must be a day, month or year",
        "1 -p start 2024-05-00": "must be a day, month or year",
        "1 -p start 2024-1-1": "must be a day, month or year",
        "1 -p end null": "must be a day, month or year",
        "3 -p tolerance 1,5": "from 0 to 100, not '1,5'",
        "2 -p min_mentions 1e3": "whole number from 1 up, not 1000.0",
        "2 -p min_mentions 1_000": "whole number from 1 up, not '1_000'",
        "1 -f pipe": "cannot be read (device or pipe); name a YAML file",
        "1 -f notes.ipynb": "no chosen notebook has a parameter 'cells'",
        "1 -f open.yaml": "is not YAML",
        "0 9": "there is no notebook '9'; there are:",
        "Import a.txt -o x": "did you mean the command 'import'?",
        "--refresh -o x": "leave out -p, -f, -y and -o",
        "1 -p corpus month0": "line 2: published is '2024-00'; write",
        "1 -p corpus day0": "line 2: published is '2024-05-00'; write",
        "1 -p corpus dotted": "did you mean 'a.txt'?",
        "1 -p corpus rooted": "there is no file '/etc/passwd' in the folder; add the file",
        "1 -p corpus nul": "holds a character that cannot be shown; use letters",
        "1 -p corpus lines": "is a quotation mark not closed?",
        "5 -p corpus nought": "nth must be 1 for the first place",
        "5 -p corpus yes": "nth must be 1 for the first place",
        "5 -p corpus hollow": "cannot be read as JSON",
        "5 -p corpus comma": "correct it",
        "5 -p corpus pipes": "is no file (device or pipe); put the annotation there",
        "benchmark nonsense": "does not exist; give a folder",
    },
}
BARE = (  # messages that need no advice
    *(
        "is empty",
        "holds no article",
        "has no text",
        "unrecognized",
        "invalid int",
        "Too many",
        "not allowed",
    ),
    *("reads them all", "unpack it first", "needs the ending"),
)


def zipped(path: Path, members: dict[str, bytes], *, locked: bool = False) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    if locked:  # the bit that says so stands in both headings of a member
        data = bytearray(path.read_bytes())
        for sign, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
            data[data.index(sign) + offset] |= 1
        path.write_bytes(data)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("odd"), FILES)
    zipped(folder / "both.zip", {"a.txt": TEXT.encode(), "b.txt": TEXT.encode() * 2})
    zipped(folder / "within.zip", {"both.zip": (folder / "both.zip").read_bytes()})
    zipped(folder / "locked.zip", {"a.txt": TEXT.encode()}, locked=True)
    zipped(folder / "out.zip", {"../a.txt": TEXT.encode(), "ok.txt": TEXT.encode()})
    for name in ("pipe", "pipes/a.json"):
        os.mkfifo(folder / name)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "dangling").symlink_to("nowhere")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_an_odd_command_is_refused_in_a_clear_line(command, place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    monkeypatch.setattr(execute, "_run_all", lambda *_: pytest.fail("notebooks were run"))
    before = tree(place)
    try:
        status = main([word.strip("'") for word in command.split()])
    except SystemExit as stopped:  # argparse ends by itself
        status = stopped.code
    said = capsys.readouterr().err
    assert status == 2, said
    assert_clear(said + (" give" if any(words in said for words in BARE) else ""), COMMANDS[command], most=30)
    assert tree(place) == before


def test_a_zip_hides_nothing_without_a_word(place):
    found = {
        one.source.rpartition("/")[2]: getattr(one, "reason", "") for one in documents([place / "out.zip"])
    }
    assert found == {"a.txt": "leads out of the ZIP; unpack it and name the file", "ok.txt": ""}


@pytest.mark.parametrize(
    "value", ["2024-00", "2024-05-00", "2024-13", "2024-02-30", "0000", "2024-1", "24", ""]
)
def test_what_is_no_day_month_or_year(value):
    assert date_range(value) is None


def test_the_command_that_brings_in_a_folder_names_another():
    assert import_of(Path("news")).endswith("import news -o news_texts")
    assert import_of(Path()).endswith("import . -o my_texts")
    assert import_of(Path("/")).endswith("import / -o my_texts")


def test_a_warning_is_told_without_the_line_of_code_it_comes_from(place):
    ended = subprocess.run(
        [sys.executable, "-m", "helpers", "1", "-p", "corpus", "two", "-p", "articles", "[x]"],
        cwd=write(place, {"two/c.md": TEXT}),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == 2
    assert "note: two: left aside" in ended.stderr and "UserWarning" not in ended.stderr
    assert str(ROOT) not in ended.stderr
