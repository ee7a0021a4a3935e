"""Whether work grows in proportion to its input: asked of processor time, with room for a busy machine."""

import time
from collections.abc import Callable

TRIES = 3
SLACK = (
    3.0  # eight times the input may take three times eight: work that grows with the square takes sixty-four
)


def processor_seconds(act: Callable[[], object]) -> float:
    """The processor time of an act; what else runs on the machine does not count."""
    started = time.process_time()
    act()
    return time.process_time() - started


def assert_linear(work: Callable[[int], Callable[[], object]], size: int, factor: int = 8) -> None:
    """Fails if factor times the input takes more than SLACK times factor times as long.

    Args:
        work: Makes the act for an input of a size; making it is not timed.
        size: Large enough that the act takes some hundredths of a second.
    """
    act, longer = work(size), work(size * factor)
    small = min(processor_seconds(act) for _ in range(TRIES))
    allowed = SLACK * factor * max(small, 0.005)
    taken: list[float] = []  # the least of a few tries counts, so the first that is quick enough is the last
    while len(taken) < TRIES and min(taken, default=allowed + 1) > allowed:
        taken.append(processor_seconds(longer))
    assert min(taken) <= allowed, f"{size}: {small:.3f} s, {size * factor}: {min(taken):.3f} s"
