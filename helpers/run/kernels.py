"""The kernels of a run, which can all be ended at once: whoever stops a run does not wait for what its notebooks would still
do, which over many texts takes minutes."""

import asyncio
import logging
import os
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import nbclient
import nbformat

__all__ = ["Kernels"]

_USUAL = nbclient.NotebookClient(nbformat.v4.new_notebook()).kernel_manager_class
_LOG = logging.getLogger("papermill")
# characters: the path of a socket has room for 104 on macOS and 108 on Linux, with a zero behind
LONGEST_SOCKET = 100


class Kernels:
    """What has been started in one run: `with Kernels() as kernels`.

    Its kernels are spoken to over sockets in a folder of their own, which is gone at the end: a free port that a
    manager has found may be taken by somebody else before its kernel opens it. Where the path of a socket would be
    too long, and on Windows, ports it is.

    Attributes:
        manager: The class of managers for nbclient, which remembers each kernel that it starts.
    """

    def __init__(self):
        self._ended = False
        self._started: list[_USUAL] = []
        self._sockets = TemporaryDirectory(prefix="kernels-", ignore_cleanup_errors=True)
        numbers = count(1)

        class Remembered(_USUAL):
            """A manager whose kernel can be ended from outside, also one that starts too late for that."""

            def __init__(manager, **options):
                super().__init__(**options)
                socket = str(Path(self._sockets.name) / str(next(numbers)))
                if os.name != "nt" and len(socket) < LONGEST_SOCKET:
                    manager.transport, manager.ip = "ipc", socket

            async def start_kernel(manager, **options):
                await super().start_kernel(**options)
                self._started.append(manager)
                if self._ended:
                    await manager.provisioner.kill()

        self.manager = Remembered

    def __enter__(self):
        _LOG.addFilter(self.filter)
        return self

    def __exit__(self, *_):
        _LOG.removeFilter(self.filter)
        self._sockets.cleanup()

    def filter(self, _) -> bool:
        """Whether to log something: not that kernels die which were ended here."""
        return not self._ended

    def end(self) -> None:
        """Ends every kernel, and those that are still to start."""
        self._ended = True
        # in a thread of its own: in that of a notebook a loop runs already
        ending = Thread(target=lambda: asyncio.run(self._end_started()))
        ending.start()
        ending.join()

    async def _end_started(self) -> None:
        for manager in [*self._started]:
            if manager.provisioner:
                await manager.provisioner.kill()
