"""How many days a unit of time has on average: one year as 365.25 days, a month as a twelfth of it.

In: the name of a unit in the plural. Out: days. What a TIMEX3 duration means is told by `helpers.dates`.
"""

__all__ = ["MEAN_DAYS"]

MEAN_DAYS = {
    "years": 365.25,
    "months": 365.25 / 12,
    "weeks": 7.0,
    "days": 1.0,
    "hours": 1 / 24,
    "minutes": 1 / 1440,
    "seconds": 1 / 86400,
}
