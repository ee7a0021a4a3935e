"""Where a smooth function of many weights is least (limited-memory BFGS), for the fits."""

from collections.abc import Callable

import numpy as np

__all__ = ["least"]

STEPS, MEMORY = 120, 10
SLOPE = 1e-4  # a step must gain this share of what the slope promises
SHORTEST = 1e-8
NEAR = 1e-5  # a step that gains less than this share is the last


def least(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], at: np.ndarray, most: int = STEPS
) -> np.ndarray:
    """Where a function is least.

    Args:
        loss: The function: its value and slope at a place.
        at: Where the search begins.
        most: After how many steps it ends at the latest.
    """
    value, slope = loss(at)
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(most):
        way, length = _downhill(slope, steps), 1.0
        new, turned = loss(at - way)
        while new > value - SLOPE * length * (slope @ way) and length > SHORTEST:
            length /= 2
            new, turned = loss(at - length * way)
        if (length * way) @ (slope - turned) > 1e-10:
            steps = [*steps, (-length * way, turned - slope)][-MEMORY:]
        done = abs(value - new) < NEAR * abs(value)
        at, value, slope = at - length * way, new, turned
        if done:
            break
    return at


def _downhill(slope: np.ndarray, steps: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The step that the last ones show to be worth trying."""
    way, kept = slope.copy(), []
    for s, y in reversed(steps):
        kept.append((s @ way) / (s @ y))
        way -= kept[-1] * y
    s, y = steps[-1] if steps else (slope, slope * max(1.0, float(np.linalg.norm(slope))))
    way *= (s @ y) / (y @ y)
    for (s, y), amount in zip(steps, reversed(kept), strict=True):
        way += s * (amount - (y @ way) / (s @ y))
    return way
