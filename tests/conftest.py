"""Settings for all tests, and the results of the main job, which several of them look at."""

import os
import time

import pytest
from hypothesis import settings

from tests import covered

# The same examples at every run, and no time limit for one of them: a slow machine is no failure of the code.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_configure(config):
    covered.begin(config)  # before anything is imported from `helpers`, here too
    config.pluginmanager.register(Pictures())


class Pictures:
    """What nbval compares: it leaves out the bytes of a picture that stands alone, which other processors pack otherwise, and
    would compare them inside HTML."""

    def pytest_collectstart(self, collector):
        if hasattr(collector, "sanitize_patterns"):
            collector.sanitize_patterns["data:image/webp;base64,[A-Za-z0-9+/=]+"] = "PICTURE"


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """The folder that `python -m helpers` fills from the project's own texts; the processes that run the tests share
    it."""
    from helpers.__main__ import main
    from helpers.texts.files import Busy, locked

    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, complete = shared / "outputs", shared / "outputs_are_complete"
    while not complete.exists():
        try:
            with locked(shared):
                if not complete.exists():
                    assert main(["-q", "-o", str(folder)]) == 0
                    complete.touch()
        except Busy:
            time.sleep(0.5)
    return folder


@pytest.fixture
def shown(monkeypatch):
    """What a notebook would show, as it is put on the page: a list of dictionaries by kind of data."""
    seen = []
    for module in ("helpers.show.page", "helpers.show.figures"):
        monkeypatch.setattr(f"{module}.display", lambda data, **_: seen.append(data))
    return seen
