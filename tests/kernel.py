"""One kernel for many notebooks: what they import is loaded once, what they name is forgotten in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from helpers.run.execute import QUIET_KERNEL

__all__ = ["Kernel", "one_kernel"]

SECONDS = 600  # for a cell, on a machine that is busy


class Kernel:
    """A kernel that executes one notebook after the other, each as if it were the first."""

    def __init__(self, manager: KernelManager):
        self.manager = manager

    def execute(self, notebook: Path, target: Path, **parameters) -> Path:
        """Executes a notebook with parameters as papermill sets them; writes the executed copy and returns its path.

        Raises:
            nbclient.exceptions.CellExecutionError: if a cell fails.
        """
        given = parameterize_notebook(load_notebook_node(str(notebook)), parameters)
        given.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
        NotebookClient(given, km=self.manager, timeout=SECONDS).execute()
        del given.cells[0]
        nbformat.write(given, target)
        return target


@contextmanager
def one_kernel() -> Iterator[Kernel]:
    """A kernel for as long as the block runs."""
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(extra_arguments=QUIET_KERNEL)
    try:
        yield Kernel(manager)
    finally:
        manager.shutdown_kernel(now=True)
