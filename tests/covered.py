"""How much of `helpers` the tests run: a part of the whole test command, in each process that runs tests.

slipcover counts lines and branches and leaves off where it has counted, so that the tests take hardly longer; a tracing
counter takes half as long again. What kernels and started programs run is not counted.
"""

import json
import sys
from pathlib import Path

import pytest
import slipcover

HELPERS = Path(__file__).resolve().parents[1] / "helpers"
LEAST = 85  # percent, below which a module is named
ALL_OF_IT = pytest.Config.ArgsSource.TESTPATHS


class Covered:
    """Counts in this process from the first import of `helpers` on, and reports where everything comes together."""

    def __init__(self):
        self.found: list[dict] = []
        self.counter = slipcover.Slipcover(branch=True, source=[str(HELPERS)])
        slipcover.ImportManager(self.counter, slipcover.FileMatcher(sources=[HELPERS])).__enter__()

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node):
        """Tells a process that it is to count (only the first process knows what was asked for)."""
        node.workerinput["covered"] = True

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        """Takes what a process has counted."""
        if counted := getattr(node, "workeroutput", {}).get("covered"):
            self.found.append(json.loads(counted))

    def pytest_sessionfinish(self, session):
        """Hands over what this process has counted."""
        counted = self.counter.get_coverage()
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["covered"] = json.dumps(counted)
        else:
            self.found.append(counted)

    def pytest_terminal_summary(self, terminalreporter):
        """Says how much was run, and of which modules least."""
        whole, *others = self.found
        for other in others:
            slipcover.merge_coverage(whole, other)
        for line in told(whole):
            terminalreporter.write_line(line)


def told(counted: dict) -> list[str]:
    """What was counted, in a line for all modules and one for each that was run least."""
    every = counted["summary"]
    lines = every["covered_lines"] + every["missing_lines"]
    branches = every["covered_branches"] + every["missing_branches"]
    least = sorted(
        (one["summary"]["percent_covered"], Path(name).resolve().relative_to(HELPERS).as_posix())
        for name, one in counted["files"].items()
    )
    return [
        f"helpers: {every['percent_covered']:.1f} % of {lines:,} lines and {branches:,} branches were run by the tests",
        *(f"  {percent:.0f} % of {name}" for percent, name in least if percent < LEAST),
    ]


def begin(config: pytest.Config) -> None:
    """Begins to count if the whole test command runs."""
    asked = config.args_source == ALL_OF_IT or getattr(config, "workerinput", {}).get("covered")
    if asked and not any(name.split(".")[0] == "helpers" for name in sys.modules):
        config.pluginmanager.register(Covered(), "covered")
