"""A run that is killed, at whatever moment: no half file, nothing lost that was there before, and after the next run no litter.

The process ends just before something is done to a file, each time at another place; nothing of it is cleaned up.
"""

import os
import sys
from itertools import count
from pathlib import Path

import pytest

from helpers.run.outputs import MAKING, opened
from tests.same_bytes import everything_in
from tests.test_unbreakable import write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are made by forking")
DONE = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "open"}  # what Python tells whoever listens
NAME = "1_timeline"
EARLIER = {"dates.csv": "earlier", "old.csv": "no longer made", "calendar.svg": "earlier"}
LATER = {"dates.csv": "later", "calendar.svg": "the same", "new.csv": "new"}
OWN = {"mine.txt": "mine", f"{NAME}/notes.txt": "mine too", "index.html": "a page of the reader"}


def run(folder, tables):
    """What a run does to its folder, without the notebook."""
    with opened(folder) as outputs:
        made = write(folder / MAKING / NAME, tables)
        outputs.put(f"{NAME}.ipynb", tables["dates.csv"].encode())
        outputs.take(made, NAME)
        outputs.put("index.html", tables["dates.csv"].encode())


def killed(moment, folder, tables):
    """Runs in a process of its own that ends before it does the n-th thing to a file; returns whether it came so far."""
    child = os.fork()
    if not child:
        moments = count()

        def listen(event, _):
            if event in DONE and next(moments) == moment:
                os._exit(9)

        sys.addaudithook(listen)
        run(folder, tables)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def results(folder):
    """What somebody sees who looks into the folder."""
    return {
        name: data.decode()
        for name, data in everything_in(folder).items()
        if not any(part.startswith(".") for part in Path(name).parts)
    }


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The folder after a run, and after two that nobody disturbed."""
    folder = write(tmp_path_factory.mktemp("expected"), OWN)
    found = []
    for tables in (EARLIER, LATER):
        run(folder, tables)
        found.append(results(folder))
    return found


def test_a_run_that_is_killed_anywhere_loses_nothing_and_leaves_no_litter(tmp_path, expected):
    first, second = expected
    for moment in count():
        folder = write(tmp_path / str(moment), OWN)
        run(folder, EARLIER)
        ended_early = killed(moment, folder, LATER)
        for name, text in results(folder).items():
            assert text in (first.get(name), second.get(name)), (moment, name)
        assert set(results(folder)) >= set(first) & set(second), moment
        run(folder, LATER)
        assert results(folder) == second, moment
        assert {path.name for path in folder.rglob(".*")} == {".written"}, moment
        if not ended_early:
            break
    assert moment > 20
