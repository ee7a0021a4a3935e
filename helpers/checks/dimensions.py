"""Units of measure by what they measure, so that figures in two of them can be compared.

In: `helpers/data/checks/dimensions.csv`. Out: `Measure` by the code of its unit.
"""

from dataclasses import dataclass
from functools import cache

from helpers.texts import word_list

__all__ = ["measures"]


@dataclass(frozen=True)
class Measure:
    """What a unit measures, how many of the first unit of that dimension it has, and how many the others have that go by
    its name: an imperial gallon, a long ton."""

    dimension: str
    factor: float
    also: tuple[float, ...]


@cache
def measures() -> dict[str, Measure]:
    """Code of a unit → its measure."""
    return {
        row["unit"]: Measure(row["dimension"], float(row["factor"]), tuple(map(float, row["also"].split())))
        for row in word_list("checks/dimensions")
    }
