"""Rerunning: the notebooks with other parameters, through papermill and through `python -m helpers`."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import pandas as pd
import papermill
import pytest
from nbclient.exceptions import CellExecutionError

from helpers import load_corpus
from helpers.__main__ import main
from helpers.run import collection, execute
from helpers.run.collection import NOTEBOOKS, find_notebooks
from helpers.run.kernels import Kernels
from helpers.run.outputs import Outputs, opened
from helpers.texts.files import locked, write_file
from tests.kernel import one_kernel
from tests.same_bytes import everything_in, odd_run

STEMS = [path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
FOREIGN = "Raid in port\nPolice in Ruritania arrested 12 people on 3 May 2023, two more than in 2022.\n"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    folder = tmp_path_factory.mktemp("foreign")
    (folder / "01.txt").write_text(FOREIGN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def kernel():
    with one_kernel() as kernel:
        yield kernel


def run(stem, folder, **parameters):
    """Executes a notebook with papermill and returns its outputs as one text."""
    target = folder / f"{stem}.ipynb"
    papermill.execute_notebook(
        NOTEBOOKS / f"{stem}.ipynb",
        target,
        parameters=parameters,
        progress_bar=False,
        kernel_name="python3",
        extra_arguments=execute.QUIET_KERNEL,
        cwd=folder,
    )
    return outputs_of(target)


def outputs_of(path):
    """The outputs of an executed notebook as one text; none of them is an error or a warning."""
    executed = nbformat.read(path, as_version=4)
    outputs = [output for cell in executed.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    return "\n".join(output.get("text") or output.data.get("text/plain", "") for output in outputs)


@pytest.mark.parametrize("slug", load_corpus().slugs)
def test_each_article_alone(slug, kernel, tmp_path):
    for stem in STEMS:
        executed = kernel.execute(
            NOTEBOOKS / f"{stem}.ipynb",
            tmp_path / f"{stem}.ipynb",
            articles=[slug],
            output_dir=str(tmp_path / stem),
        )
        shown = outputs_of(executed)
        assert "articles" in shown and slug in shown
        written = sorted(path.name for path in (tmp_path / stem).iterdir())
        assert any(name.endswith(".csv") for name in written)
        assert not any(".partial" in name for name in written)


NOTHING_BESIDE = {  # what notebooks say that need more than a text
    "4_record": "These texts have no record of what other sources reported",
    "5_accuracy": "None of these texts has been annotated",
}


def test_a_foreign_text_without_catalogue(foreign, kernel, tmp_path):
    for stem in STEMS:
        executed = kernel.execute(NOTEBOOKS / f"{stem}.ipynb", tmp_path / "out.ipynb", corpus=str(foreign))
        shown = outputs_of(executed)
        assert NOTHING_BESIDE.get(stem, "01") in shown


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (
            {"start": "2024-02-31"},
            "start must be a day, month or year such as 2024-03-15, 2024-03 or 2024, not '2024-02-31'",
        ),
        ({"corpus": "nowhere"}, "corpus: there is no folder 'nowhere'"),
        ({"output_dir": "/proc/x"}, "output_dir: cannot write to '/proc/x' (no"),
    ],
)
def test_a_notebook_says_what_is_wrong_in_its_last_line_and_runs_no_further(
    parameters, message, kernel, tmp_path
):
    with pytest.raises(CellExecutionError) as caught:
        kernel.execute(NOTEBOOKS / "1_timeline.ipynb", tmp_path / "out.ipynb", **parameters)
    last = re.sub(r"\x1b\[\d*m", "", str(caught.value)).strip().splitlines()[-1]
    assert last.startswith(f"ParameterError: {message}")
    assert caught.value.evalue.startswith(message) and "extract(" not in str(caught.value)


def test_an_empty_window_is_a_sentence(tmp_path):
    shown = run("1_timeline", tmp_path, start="1800", end="1801")
    assert "None of the five articles names a date in this window" in shown
    assert "There is nothing to draw" in shown


def test_a_window_cuts_the_calendar(kernel, tmp_path):
    executed = kernel.execute(
        NOTEBOOKS / "1_timeline.ipynb",
        tmp_path / "1_timeline.ipynb",
        start="2024-03-01",
        end="2024-03-31",
        show_durations=False,
        output_dir=str(tmp_path / "out"),
    )
    assert outputs_of(executed)
    tied = pd.read_csv(tmp_path / "out" / "tied_to_dates.csv")
    assert len(tied) and all(tied["begin"] <= "2024-03-31") and all(tied["finish"] >= "2024-03-01")


# ---- the command line
# -----------------------------------------------------------------------------------------------------


def test_the_main_job_works_from_any_folder_and_makes_the_same_bytes(tmp_path):
    """Under another time zone, locale, order of hashes and width, from a folder and into one with odd names, out of a
    checkout that cannot be written to; of every notebook by hand, with `python -m tests.same_bytes`."""
    done, results = odd_run(tmp_path, "1_timeline")
    assert done.returncode == 0, done.stderr
    # not empty: libzmq, below every kernel, now and then writes a line of its own when a kernel ends
    assert not any(word in done.stderr for word in ("FAILED", "Traceback", "Warning", "nothing was run"))
    assert "running 1 notebook over 5 texts: about" in done.stderr
    assert done.stdout.splitlines()[-1] == f"open    {Path(results.name) / '1_timeline.html'}"
    here = everything_in(results)
    assert {
        "1_timeline.ipynb",
        "1_timeline.html",
        "index.html",
        "1_timeline/dates.csv",
        "1_timeline/calendar.png",
        "1_timeline/calendar.svg",
    } <= set(here)
    first = here["index.html"].decode("utf-8")  # no empty page: question, link and answer
    assert '<h2><a href="1_timeline.html">When did it happen?</a></h2>' in first and 'class="answer"' in first
    assert main(["-q", "1_timeline", "-o", str(tmp_path / "other")]) == 0
    there = everything_in(tmp_path / "other")
    assert {name for name in here if here[name] != there.get(name)} == set()
    assert set(here) == set(there)
    for name, content in here.items():  # nothing tells on whose machine it was made
        if not name.endswith(".png"):
            assert not any(
                word in content for word in (b"/tmp/", b"/home/", b"/root", str(tmp_path).encode())
            ), name


def test_a_second_run_into_the_same_folder_is_told_to_wait(tmp_path, capsys):
    with locked(tmp_path):
        assert main(["1_timeline", "-o", str(tmp_path)]) == 2
    assert "another run writes into" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_a_failed_notebook_and_no_traceback(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "outputs"
    full = OSError(28, "No space left on device")
    with opened(folder) as outputs:
        write_file(folder / ".partial" / "1_timeline.ipynb", b"{}")
        monkeypatch.setattr(Outputs, "put", lambda *_: (_ for _ in ()).throw(full))
        ended = execute._settled(execute.Outcome("1_timeline", folder), outputs, [])
    assert ended.error == "its results cannot be written: No space left on device"
    monkeypatch.setattr(execute, "_run_all", lambda *_: (_ for _ in ()).throw(full))
    assert main(["1_timeline", "-o", str(tmp_path / "new")]) == 1
    said = capsys.readouterr().err
    assert (
        "stopped: No space left on device; make room, or choose another folder with -o; notebooks that"
        in said
    )
    assert not (tmp_path / "new").exists()


def test_a_failing_notebook_says_where_keeps_its_partial_copy_and_the_earlier_result(
    tmp_path, monkeypatch, capsys
):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    for name, source in (("1_good", "print(1)"), ("2_bad", "1 / 0")):
        notebook = nbformat.v4.new_notebook(
            cells=[
                nbformat.v4.new_code_cell(
                    'output_dir: str = ""  # folder', metadata={"tags": ["parameters"]}
                ),
                nbformat.v4.new_code_cell(source),
            ],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        nbformat.write(notebook, notebooks / f"{name}.ipynb")
    monkeypatch.setattr(collection, "NOTEBOOKS", notebooks)
    output = tmp_path / "outputs"
    output.mkdir()
    (output / "2_bad.ipynb").write_text("an earlier result")
    assert main(["-o", str(output)]) == 1
    shown = capsys.readouterr()
    assert "done" in shown.out and "1_good" in shown.out and "open" in shown.out
    assert "FAILED  2_bad, cell 3: ZeroDivisionError: division by zero" in shown.err
    assert sorted(path.name for path in output.iterdir()) == [
        ".written",
        "1_good.html",
        "1_good.ipynb",
        "2_bad.failed.ipynb",
        "2_bad.ipynb",
        "annotation_format.html",
        "columns.html",
        "index.html",
        "record_format.html",
    ]
    assert "2_bad</strong> did not run to its end" in (output / "index.html").read_text(encoding="utf-8")
    assert (output / "2_bad.ipynb").read_text() == "an earlier result"


# what a reasonable person gets wrong: arguments, and words of the one message that says what to do
MISTAKES = [
    (["timelin"], "did you mean '1_timeline'?"),
    (["9_nothing"], "there are: "),
    (["timelin", "rolls"], "there is no notebook 'rolls'"),
    (["checks", "x"], "did you mean the command 'check'?"),
    (["-q", "extract", "x"], "It comes first: python -m helpers extract"),
    (["-p", "starts", "2024"], "did you mean 'start'?"),
    (["-p", "colour", "red"], "there are: agencies, articles, building"),
    (["2_agency_roles", "-p", "start", "2024"], "no chosen notebook has a parameter 'start'"),
    (["-p", "start", "2024-13"], "2024-03-15, 2024-03 or 2024"),
    (["-p", "start", "[2024]"], "start must be a day, month or year"),
    (["-p", "start", "2025", "-p", "end", "2024"], "is after end"),
    (["-p", "articles", "[a, 2]"], "articles must be a list of texts"),
    (["-p", "articles", "{a: 1}"], "articles must be a list of texts"),
    (["-p", "corpus", "texts.txt"], "there is no folder 'texts.txt'"),
    (["-p", "corpus", "empty"], "no .txt file here"),
    (["-p", "corpus", "latin"], "not UTF-8 at byte 3"),
    (["-p", "corpus", "catalogued"], "there is no file 'b.txt'"),
    (["-p", "output_dir", "results"], "choose the folder with -o"),
    (["-p", "modes", "[reportd]"], "did you mean 'reported'?"),
    (["-p", "min_mentions", "0"], "whole number from 1 up"),
    (["-p", "min_mentions", "two"], "whole number from 1 up"),
    (["-p", "tolerance", "small"], "from 0 to 100"),
    (["-f", "list.yaml"], "must hold lines such as"),
    (["-f", "bad.yaml"], "not YAML"),
    (["-f", "empty"], "cannot be read"),
    (["-f", "unknown.yaml"], "did you mean 'start'?"),
    (["-o", "/proc/results"], "choose another folder with -o"),
    (["-p", "start"], "expected 2 arguments"),
    (["--parameters-file", "x"], "unrecognized arguments"),
    (["-p", "strat", "2024"], "did you mean 'start'?"),
    (["-p", "start", "soon"], "start must be a day, month or year"),
    (["-p", "articles", "[drug-arests]"], "did you mean 'drug-arrests'?"),
    (["-p", "articles", "1"], "quotation marks keep 01 from turning"),
    (["-p", "articles", "[a"], "is not YAML"),
    (["-p", "corpus", "nowhere"], "there is no folder 'nowhere'"),
    (["-p", "show_durations", "maybe"], "must be True or False"),
    (["-p", "start", "2024", "-p", "start", "2023"], "given more than once"),
    (["-f", "missing.yaml"], "cannot be read"),
    (["-o", __file__], "choose another folder"),
]


@pytest.mark.parametrize(
    ("arguments", "message"), MISTAKES, ids=[" ".join(arguments)[:30] for arguments, _ in MISTAKES]
)
def test_a_mistake_is_one_message_before_anything_runs(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "list.yaml": b"- 1\n",
        "bad.yaml": b"a: [1\n",
        "unknown.yaml": b"strat: 2024\n",
        "latin/a.txt": b"caf\xe9",
        "catalogued/a.txt": b"x",
        "catalogued/catalogue.csv": b"slug,file\na,b.txt\n",
        "empty/notes.md": b"",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    before = sorted(tmp_path.rglob("*"))
    try:
        status = main(arguments)
    except SystemExit as stopped:  # argparse ends by itself
        status = stopped.code
    assert status == 2
    shown = capsys.readouterr().err
    assert message in shown and "Traceback" not in shown
    assert sorted(tmp_path.rglob("*")) == before


def test_a_parameter_file_works_and_the_command_line_wins(tmp_path, capsys):
    (tmp_path / "window.yaml").write_text("start: 2024-03-15\nend: 2024-04\narticles: [sinaloa-removal]\n")
    assert (
        main(
            [
                "1_timeline",
                "-f",
                str(tmp_path / "window.yaml"),
                "-p",
                "end",
                "2024-03",
                "-o",
                str(tmp_path / "out"),
            ]
        )
        == 0
    )
    tied = pd.read_csv(tmp_path / "out" / "1_timeline" / "tied_to_dates.csv")
    assert list(tied["begin"]) == ["2024-03-15"]


def test_the_list_names_every_notebook_and_parameter(capsys):
    assert main(["--list"]) == 0
    shown = capsys.readouterr().out
    for path in find_notebooks():
        assert path.stem in shown
        for name in execute.signature(path):
            assert f"    {name}: " in shown


def test_notebooks_are_found_by_number_name_and_file():
    for name in ("1", "timeline", "1_timeline", "1_timeline.ipynb", "notebooks/1_timeline.ipynb"):
        assert [path.stem for path in find_notebooks([name])] == ["1_timeline"]


def test_kernels_end_together_also_one_that_starts_too_late():
    with Kernels() as kernels:
        early, late = (kernels.manager(kernel_name="python3") for _ in range(2))
        asyncio.run(early.start_kernel(extra_arguments=execute.QUIET_KERNEL))
        assert asyncio.run(early.is_alive())
        kernels.end()
        asyncio.run(late.start_kernel(extra_arguments=execute.QUIET_KERNEL))
        for manager in (early, late):
            manager.provisioner.process.wait()
            assert not asyncio.run(manager.is_alive())
            asyncio.run(manager.cleanup_resources())


@pytest.mark.skipif(os.name == "nt", reason="sockets are no files there")
@pytest.mark.parametrize(("room", "transport"), [(1000, "ipc"), (0, "tcp")])
def test_kernels_fight_for_no_ports_where_a_socket_has_room(tmp_path, monkeypatch, room, transport):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("helpers.run.kernels.LONGEST_SOCKET", room)
    with Kernels() as kernels:
        assert kernels.manager(kernel_name="python3").transport == transport
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_an_interrupted_run_leaves_nothing_half_written(tmp_path):
    running = subprocess.Popen(
        [sys.executable, "-m", "helpers", "-o", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # what a shell starts in its background ignores interruptions, and so would the command
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    partial = tmp_path / ".partial"
    while not partial.exists() and not list(tmp_path.glob("*.partial.ipynb")) and running.poll() is None:
        time.sleep(0.05)
    time.sleep(1)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "stopped" in said and "Traceback" not in said and "died" not in said
    assert not [
        path.name for path in tmp_path.rglob("*") if ".partial" in path.name or ".failed" in path.name
    ]
