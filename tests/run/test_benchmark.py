"""The benchmark's parts that need no stopwatch: what it prints, and what it refuses."""

from helpers.__main__ import main
from helpers.archive import made_articles
from helpers.run import benchmark


def test_a_missing_folder_is_refused_before_anything_is_measured(capsys):
    assert main(["benchmark", "no such folder"]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_readers_are_measured_beside_the_stock_pipeline(monkeypatch):
    monkeypatch.setattr(benchmark, "TURNS", 1)
    monkeypatch.setattr(benchmark, "COPIES", 1)
    frame = benchmark.reading().set_index("reader")
    assert frame.loc[benchmark.STOCK, "times_stock"] == 1
    assert (frame["words_per_second"] > 0).all() and len(frame) == 5


def test_an_archive_is_measured_by_the_command(monkeypatch):
    monkeypatch.setattr(benchmark, "WORKERS", (1,))
    (row,) = benchmark.archives(made_articles, count=5).to_dict("records")
    assert (row["workers"], row["times_one"]) == (1, 1)
    assert row["articles_an_hour"] > 0 and row["peak_megabytes"] > 50


def test_the_machine_is_named():
    assert "cores of" in benchmark.machine()
