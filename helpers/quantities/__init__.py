"""Numbers that count or measure: how many, how much, of what; and those that count nothing.

Reads numerals in digits and words, units, bounds and the thing counted. Numbers inside dates are left to
`helpers.dates`; whether the figures of a text agree with each other is asked in `helpers.checks`.
"""

from helpers.quantities.aside import SetAsideRow
from helpers.quantities.lists import unit_factor
from helpers.quantities.read import QuantityRow, read_numbers, read_quantities

__all__ = ["QuantityRow", "SetAsideRow", "read_numbers", "read_quantities", "unit_factor"]
