"""The benchmark's parts that need no stopwatch: what it prints, and what it refuses."""

import pandas as pd

from helpers.__main__ import main
from helpers.archive import made_articles
from helpers.run import benchmark
from helpers.run.collection import NOTEBOOKS


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


def test_each_size_is_read_apart_and_its_time_is_told_by_the_article(monkeypatch, capsys):
    benchmark.one_size("", 2)
    seconds, megabytes = map(float, capsys.readouterr().out.split())
    assert seconds > 0 and megabytes > 50
    monkeypatch.setattr(benchmark, "SIZES", (10, 500))
    monkeypatch.setattr(benchmark, "_apart", lambda act, folder, size: (size * 0.0123, 99.6))
    assert benchmark.growth().to_dict("records") == [
        {"articles": size, "milliseconds_an_article": 12.3, "peak_megabytes": 100} for size in (10, 500)
    ]


def test_the_whole_job_is_measured_beside_as_many_minimal_notebooks(monkeypatch):
    done = []
    monkeypatch.setattr(
        benchmark.papermill, "execute_notebook", lambda source, *_, **__: done.append(source.name)
    )
    monkeypatch.setattr(benchmark.subprocess, "run", lambda command, **_: done.append(command[2]))
    number = len([*NOTEBOOKS.glob("*.ipynb")])
    frame = benchmark.notebooks()
    assert list(frame["job"]) == [f"{number} minimal notebooks", "python -m helpers"]
    assert frame["times_minimal"].iloc[0] == 1
    assert done == (["minimal.ipynb"] * number + ["helpers"]) * 4  # once to warm up, then three turns


def test_the_command_prints_each_part_as_it_is_measured(monkeypatch, capsys):
    table = pd.DataFrame({"reader": ["dates"], "times_stock": [12.5]})
    for part in ("reading", "notebooks", "growth", "archives"):
        monkeypatch.setattr(benchmark, part, lambda *_: table)
    assert main(["benchmark"]) == 0
    machine, *blocks = capsys.readouterr().out.strip().split("\n\n")
    assert machine == benchmark.machine()
    assert len(blocks) == 4 and all(block.endswith(table.to_string(index=False)) for block in blocks)


def test_the_machine_is_named():
    assert "cores of" in benchmark.machine()
