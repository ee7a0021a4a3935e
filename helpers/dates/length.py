"""How long a TIMEX3 duration is: the one place where all rooms ask.

A month has 28 to 31 days and a year 365 or 366, so that a length is an interval of days; its mean counts a
year as 365.25 days and a month as a twelfth of it.

>>> length_of("P2M").days_low, length_of("P2M").days_high, length_of("P2W").in_unit("days")
(59.0, 62.0, 14.0)
>>> length_of("P2Y/P4Y") is None, length_of("P2M5D").days_low
(True, 64.0)
"""

import re
from dataclasses import dataclass

from helpers.texts import MEAN_DAYS

__all__ = ["Length", "length_of"]

_CODES = {
    "Y": "years",
    "M": "months",
    "W": "weeks",
    "D": "days",
    "TH": "hours",
    "TM": "minutes",
    "TS": "seconds",
}
_VALUE = re.compile(
    r"P(?=.)((?:\d{1,9}(?:\.\d{1,9})?[YMWD]){0,4})(?:T((?:\d{1,9}(?:\.\d{1,9})?[HMS]){1,3}))?"
)
_PART = re.compile(r"([\d.]+)([YMWDHS])")
# fewest and most days of so many months beyond whole years
_FEWEST = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_MOST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        number, unit: As written: 2 and "weeks"; of a sum ("two months and five days") its mean and "days".
        days_low, days_high: The fewest and the most days it can have.
        days: The mean.
    """

    number: float
    unit: str
    days_low: float
    days_high: float
    days: float

    def in_unit(self, unit: str) -> float | None:
        """The number in a unit (years, months, weeks, days, hours, minutes, seconds); None where days would have
        to be guessed: a month in weeks."""
        if unit == self.unit:
            return self.number
        if self.unit == "weeks" and unit == "days":
            return self.number * 7
        return None


def length_of(value: str) -> Length | None:
    """The length that a TIMEX3 value tells; None for a range of lengths, an unknown number and what is none."""
    match = _VALUE.fullmatch(value)
    if not match or not (match[1] or match[2]):
        return None
    parts = [(float(number), _CODES[code]) for number, code in _PART.findall(match[1] or "")]
    parts += [(float(number), _CODES[f"T{code}"]) for number, code in _PART.findall(match[2] or "")]
    spans = [_days(number, unit) for number, unit in parts]
    low, high = sum(low for low, _ in spans), sum(high for _, high in spans)
    mean = sum(number * MEAN_DAYS[unit] for number, unit in parts)
    number, unit = parts[0] if len(parts) == 1 else (mean, "days")
    return Length(number, unit, low, high, mean)


def _days(number: float, unit: str) -> tuple[float, float]:
    """The fewest and the most days of a number of units."""
    if unit not in ("years", "months"):
        return number * MEAN_DAYS[unit], number * MEAN_DAYS[unit]
    months = number * 12 if unit == "years" else number
    if months != int(months):
        mean = months * MEAN_DAYS["months"]
        return mean - 2, mean + 2
    years, rest = divmod(int(months), 12)
    leaps = max(0, years // 4 - (years >= 4) - years // 100)  # 1900 and 2100 are no leap years
    return float(365 * years + leaps + _FEWEST[rest]), float(365 * years + (years + 3) // 4 + _MOST[rest])
