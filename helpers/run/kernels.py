"""The kernels of a run, which can all be ended at once: whoever stops a run does not wait for what its notebooks would still
do, which over many texts takes minutes."""

import asyncio
import logging
from threading import Thread

import nbclient
import nbformat

__all__ = ["Kernels"]

_USUAL = nbclient.NotebookClient(nbformat.v4.new_notebook()).kernel_manager_class
_LOG = logging.getLogger("papermill")


class Kernels:
    """What has been started in one run: `with Kernels() as kernels`.

    Attributes:
        manager: The class of managers for nbclient, which remembers each kernel that it starts.
    """

    def __init__(self):
        self._ended = False
        self._started: list[_USUAL] = []

        class Remembered(_USUAL):
            """A manager whose kernel can be ended from outside, also one that starts too late for that."""

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
