"""Streaming into Parquet: the same rows as in memory, the same bytes however it is run, and nothing lost."""

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import fields

import pandas as pd
import pyarrow.parquet as pq
import pytest

from helpers import check, extract, load_corpus, verify
from helpers.__main__ import main
from helpers.archive import (
    ArchiveError,
    Document,
    SetAside,
    documents,
    extract_archive,
    made_articles,
    read_tables,
    shards,
)
from helpers.archive.command import processes
from helpers.archive.schema import TABLES, description, schema_of
from helpers.checks import COLUMNS as CHECK_COLUMNS
from helpers.extraction import ROWS
from helpers.texts import SEEDS, Article
from tests.archive import made
from tests.same_bytes import odd_run

COUNT = 24
SMALL = 6  # articles of a shard, so that there are several
SHORT = [Article(slug=one.slug, text=one.text[:900]) for one in load_corpus()]  # the tests must not take long


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(shards, "ARTICLES", SMALL)


def articles(count=COUNT):
    return made_articles(SHORT, count)


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An archive that was read in one go, in this process."""
    folder = tmp_path_factory.mktemp("archive") / "whole"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "ARTICLES", SMALL)
        summary = extract_archive(articles(), folder)
    assert (summary.articles, summary.there, summary.errors) == (COUNT, 0, [])
    return folder


def test_the_same_rows_as_in_memory(whole):
    given = [Article(slug=one.slug, text=one.text, published=one.published) for one in articles()]
    tables, stored = extract(given), read_tables(whole)
    for name, frame in tables:
        pd.testing.assert_frame_equal(stored[name], frame, check_dtype=False, obj=name)
    assert sorted(stored["checks"]["about"]) == sorted(check(tables)["about"])
    assert stored["checks"]["article"].is_monotonic_increasing
    assert stored["texts"]["text"].tolist() == [one.text for one in given]
    assert verify([(name, stored[name]) for name in ROWS], given)["failed"].sum() == 0


def test_every_table_has_its_schema_in_the_metadata_of_each_file(whole):
    for table in TABLES:
        paths = list((whole / table).iterdir())
        assert len(paths) == COUNT // SMALL
        for path in paths:
            schema = pq.read_schema(path)
            assert schema.equals(schema_of(table), check_metadata=True)
            assert schema.metadata == {b"table": table.encode()}


def test_every_column_has_a_type_and_a_meaning():
    for table, kind in ROWS.items():
        assert schema_of(table).names == [field.name for field in fields(kind)]
    assert schema_of("checks").names == CHECK_COLUMNS
    for table in TABLES:
        assert [name for name in schema_of(table).names if not description(table, name)] == [], table


def test_pandas_reads_a_table_in_one_line(whole):
    assert len(pd.read_parquet(whole / "dates")) == len(read_tables(whole, {"dates": ["article"]})["dates"])


def test_a_second_run_has_nothing_to_do_and_changes_nothing(whole, monkeypatch):
    before = content(whole)
    summary = extract_archive(articles(), whole)
    assert (summary.articles, summary.there) == (0, COUNT)
    assert content(whole) == before


def test_two_processes_give_the_same_bytes(whole, tmp_path):
    extract_archive(articles(), tmp_path, start=processes(2))
    assert content(tmp_path) == content(whole)


def test_odd_surroundings_change_no_byte(tmp_path, monkeypatch):
    """Another time zone, locale, order of hashes and width, a folder with an odd name, a read-only checkout."""
    monkeypatch.setattr(shards, "ARTICLES", 128)  # as in the command
    for number, one in enumerate(SHORT):
        path = tmp_path / "texts" / f"Zoë's {number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(one.text, encoding="utf-8")
    command = ("extract", str(tmp_path / "texts"), "-q", "--workers", "1")
    done, tables = odd_run(tmp_path, *command)
    assert done.returncode == 0, done.stderr
    assert main([*command, "-o", str(tmp_path / "tables")]) == 0
    assert content(tables) == content(tmp_path / "tables")


@pytest.mark.parametrize("seed", range(3))
def test_a_run_that_ended_anywhere_is_continued_to_the_same_bytes(seed, whole, tmp_path):
    """Whatever was there when the run was killed: shards that are closed (their texts are written last),
    shards of which some files are there, half a file under a temporary name, a shard of another program. The
    real signal is sent in the test below."""
    chance = random.Random(seed)
    closed = {path.name for path in (whole / "texts").iterdir() if chance.random() < 0.5}
    for name, data in content(whole).items():
        table, _, shard = name.partition("/")
        if shard in closed or (shard and table != "texts" and chance.random() < 0.5):
            (tmp_path / table).mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(data)
    (tmp_path / "dates").mkdir(exist_ok=True)
    (tmp_path / "dates" / ".x.parquet.partial").write_bytes(b"half")
    (tmp_path / "dates" / f"{'f' * 32}.parquet").write_bytes(b"of another program")
    summary = extract_archive(articles(), tmp_path)
    assert summary.there == SMALL * len(closed) and summary.articles == COUNT - summary.there
    assert content(tmp_path) == content(whole)


def test_a_killed_command_continues(tmp_path, capsys, monkeypatch):
    """The real command, killed as soon as it has written something, with two workers; continued with one."""
    monkeypatch.setattr(shards, "ARTICLES", 128)  # as in the command
    source, tables, other = tmp_path / "texts.csv", tmp_path / "tables", tmp_path / "other"
    told = [f"Agents arrested {number} people in Houston on 3 May 2024." for number in range(2, 402)]
    pd.DataFrame({"text": told}).to_csv(source)
    command = [sys.executable, "-m", "helpers", "extract", str(source), "-q", "-o"]
    with subprocess.Popen(
        [*command, str(tables), "--workers", "2"], start_new_session=True, stderr=subprocess.DEVNULL
    ) as run:
        while run.poll() is None and not list(tables.glob("texts/*.parquet")):
            time.sleep(0.02)
        os.killpg(run.pid, signal.SIGKILL)
    there = len(list(tables.glob("texts/*.parquet")))
    for folder in (tables, other):
        assert main([*command[3:], str(folder), "--workers", "1"]) == 0
    assert there and f"{min(400, 128 * there)} there already" in capsys.readouterr().out
    assert content(tables) == content(other)


def test_a_second_run_into_the_same_folder_is_told_to_wait(whole, tmp_path, capsys):
    """While the first reads; the first loses nothing by it. An import would write there, too."""
    (tmp_path / "a.txt").write_text("Police held 3 men.")
    tables, told = tmp_path / "tables", []

    def second(*_):
        for command in ("extract", "import"):
            assert main([command, str(tmp_path / "a.txt"), "-o", str(tables)]) == 2
            told.append(capsys.readouterr())

    extract_archive(articles(), tables, progress=second)
    assert len(told) == 2 * COUNT // SMALL
    assert {one.out for one in told} == {""}
    assert all("another run writes into" in one.err and "wait until it has ended" in one.err for one in told)
    assert content(tables) == content(whole)


def test_what_a_killed_run_left_goes_and_what_the_reader_put_there_stays(tmp_path):
    for name in (".lock", ".01.partial", "dates/.02.partial", "dates/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine")
    extract_archive(articles(SMALL), tmp_path)
    assert {name for name in content(tmp_path) if not name.endswith(".parquet")} == {
        "datapackage.json",
        "dates/notes.txt",
    }


def test_tables_of_a_run_that_has_not_ended_are_not_read(tmp_path):
    (tmp_path / "texts").mkdir()
    with pytest.raises(ArchiveError, match="no finished tables"):
        read_tables(tmp_path)


# ---- what goes wrong


def breaks_on(word):
    """`extract` that cannot read articles with this word."""

    def read(given, **options):
        if any(word in one.text for one in given):
            raise ZeroDivisionError(f"{word} is too much")
        return extract(given, **options)

    return read


def test_one_bad_text_is_reported_and_stops_nothing(whole, tmp_path, monkeypatch):
    monkeypatch.setattr(shards, "extract", breaks_on("unreadable"))
    bad = [
        Document(text="This one is unreadable: 3 men.", slug="bad", source="bad.txt"),
        SetAside(source="x.pdf", reason="is a scan"),
    ]
    summary = extract_archive([*list(articles(10)), *bad, *list(articles(COUNT))[10:]], tmp_path)
    assert [error["reason"] for error in summary.errors] == [
        "is a scan",
        "ZeroDivisionError: unreadable is too much",
    ]
    assert pq.read_table(tmp_path / "errors.parquet").to_pylist() == summary.errors
    stored, right = read_tables(tmp_path), read_tables(whole)
    assert stored["texts"].query("article == 'bad'")["error"].tolist() == [summary.errors[1]["reason"]]
    for name in ROWS:
        pd.testing.assert_frame_equal(stored[name], right[name])


class Fragile(ThreadPoolExecutor):
    """Workers that die of one article, as a process would that runs out of memory: from then on the executor
    takes nothing more."""

    made = 0

    def __init__(self):
        super().__init__(1)
        self.dead = False
        Fragile.made += 1

    def submit(self, function, given, made_by):
        if self.dead:
            raise BrokenProcessPool("dead")
        return super().submit(self.read, function, given, made_by)

    def read(self, function, given, made_by):
        if self.dead or any("killer" in one.text for one in given):
            self.dead = True
            raise BrokenProcessPool("a process ended")
        return function(given, made_by)


def test_an_article_that_kills_its_worker_is_found_and_the_others_are_read(whole, tmp_path):
    killer = Document(text="A killer of processes.", slug="killer")
    given = [*list(articles())[:4], killer, *list(articles())[4:]]
    summary = extract_archive(given, tmp_path, start=Fragile, ahead=3)
    assert [(error["article"], "ended the process" in error["reason"]) for error in summary.errors] == [
        ("killer", True)
    ]
    stored, right = read_tables(tmp_path), read_tables(whole)
    assert stored["texts"]["article"].tolist() == [one.slug for one in given]
    pd.testing.assert_frame_equal(stored["dates"], right["dates"])
    assert Fragile.made <= 6


def test_threads_and_other_executors_will_do(whole, tmp_path):
    extract_archive(articles(), tmp_path, start=lambda: ThreadPoolExecutor(1))
    assert content(tmp_path) == content(whole)


def test_another_program_makes_other_shards(tmp_path, monkeypatch):
    from helpers.archive import stream

    monkeypatch.setattr(stream, "program", lambda: "another")
    with pytest.raises(ArchiveError, match="another version"):
        extract_archive(articles(), tmp_path)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, capsys):
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    assert main(["extract", str(SEEDS), "-o", str(tmp_path), "--workers", "1"]) == 2
    (line,) = capsys.readouterr().err.splitlines()  # and no bar before it
    assert "thesis.docx" in line and len(list(tmp_path.iterdir())) == 1


def test_a_file_name_that_is_no_text_stops_nothing(tmp_path, capsys):
    for name, held in ((b"a\xff.txt", 3), (b"b\x1b[2J.txt", 4)):
        (tmp_path / "in" / os.fsdecode(name)).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / os.fsdecode(name)).write_text(f"Police held {held} men.")
    assert main(["extract", str(tmp_path / "in"), "-q", "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    texts = read_tables(tmp_path / "out")["texts"]
    assert texts["source"].tolist() == [r"in/a\xff.txt", r"in/b\x1b[2J.txt"]
    assert main(["check", str(tmp_path / "in" / os.fsdecode(b"a\xff.txt")), "--html"]) == 0
    assert "“3” men" in capsys.readouterr().out


def test_nothing_to_read_is_said(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Police held 3 men.")
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    before = content(tmp_path / "out")
    assert main(["extract", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out"), "-q"]) == 2
    assert "does not exist" in capsys.readouterr().err
    assert content(tmp_path / "out") == before  # a typing error costs no tables


def test_a_table_that_cannot_be_read_stops_nothing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Police held 3 men.")
    (tmp_path / "b.parquet").write_bytes(made.BROKEN["broken.parquet"][0])
    sources = [str(tmp_path / name) for name in ("a.txt", "b.parquet", "nowhere.csv")]
    assert main(["extract", *sources, "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    shown = capsys.readouterr().out
    assert "1 read now" in shown and "no Parquet file" in shown and "nowhere.csv: does not exist" in shown


def test_the_command_on_a_corpus_folder(tmp_path, capsys):
    assert main(["extract", str(SEEDS), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    shown = capsys.readouterr()
    assert "5 articles" in shown.out and "README.md: explains the folder" in shown.out
    texts = read_tables(tmp_path / "out")["texts"]
    corpus = load_corpus()
    assert texts["article"].tolist() == corpus.slugs
    assert texts["published"].tolist() == [article.published for article in corpus]
    assert texts["text"].tolist() == [article.text for article in corpus]


def test_the_texts_of_an_archive_are_a_source(whole, tmp_path):
    extract_archive(documents([whole / "texts"]), tmp_path)
    again = read_tables(tmp_path)
    assert sorted(again["texts"]["article"]) == sorted(one.slug for one in articles())


def test_in_memory_extraction_takes_no_more_articles_than_keep_the_workers_busy():
    taken = []

    def given():
        for one in load_corpus():
            for number in range(100):
                taken.append(number)
                yield Article(slug=f"{one.slug}-{number}", text="Police held 3 men.")

    class Lazy(ThreadPoolExecutor):
        most = 0

        def submit(self, *arguments):
            Lazy.most = max(Lazy.most, len(taken) - len(done))
            future = super().submit(*arguments)
            future.add_done_callback(lambda _: done.extend(arguments[1]))
            return future

    done = []
    with Lazy(1) as executor:
        assert len(extract(given(), executor=executor).quantities) == 500
    assert Lazy.most <= 32 * (2 * (os.cpu_count() or 1) + 4)


# ---- a real cluster


def test_dask_loses_nothing_when_a_worker_is_killed(whole, tmp_path):
    """A scheduler and two worker processes; one is killed while it reads."""
    distributed = pytest.importorskip("dask.distributed")
    killed = []

    def kill_one(articles, there):
        if not killed:
            killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        tables = extract(list(load_corpus()), executor=client.get_executor(pure=False))
        assert len(tables.dates) == len(extract(load_corpus()).dates)
        summary = extract_archive(
            articles(), tmp_path, start=lambda: client.get_executor(pure=False, retries=3), progress=kill_one
        )
    assert killed and summary.errors == []
    assert content(tmp_path) == content(whole)
