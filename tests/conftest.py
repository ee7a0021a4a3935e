"""Settings for all tests, and the results of the main job, which several of them look at."""

import pytest
from hypothesis import settings

from helpers.__main__ import main

# The same examples at every run, and no time limit for one of them: a slow machine is no failure of the code.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """The folder that `python -m helpers` fills from the project's own texts."""
    folder = tmp_path_factory.mktemp("outputs")
    assert main(["-q", "-o", str(folder)]) == 0
    return folder
