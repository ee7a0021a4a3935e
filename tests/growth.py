"""Whether work grows in proportion to its input: asked of processor time, with room for a busy machine."""

import time
from collections.abc import Callable

TRIES = 3
SLACK = (
    3.0  # eight times the input may take three times eight: work that grows with the square takes sixty-four
)


def processor_seconds(act: Callable[[], object]) -> float:
    """The least processor time of a few tries; what else runs on the machine does not count."""
    taken = []
    for _ in range(TRIES):
        started = time.process_time()
        act()
        taken.append(time.process_time() - started)
    return min(taken)


def assert_linear(work: Callable[[int], Callable[[], object]], size: int, factor: int = 8) -> None:
    """Fails if factor times the input takes more than SLACK times factor times as long.

    Args:
        work: Makes the act for an input of a size; making it is not timed.
        size: Large enough that the act takes some hundredths of a second.
    """
    small, large = processor_seconds(work(size)), processor_seconds(work(size * factor))
    assert large <= SLACK * factor * max(small, 0.005), (
        f"{size}: {small:.3f} s, {size * factor}: {large:.3f} s"
    )
