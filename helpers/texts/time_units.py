"""Units of time: the names of the months and weekdays, and how many days a unit has on average, one year as 365.25 days,
a month as a twelfth of it.

What a TIMEX3 duration means is told by `helpers.dates`.
"""

__all__ = ["MEAN_DAYS", "MONTH_NAMES", "WEEKDAY_NAMES"]

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MEAN_DAYS = {
    "years": 365.25,
    "months": 365.25 / 12,
    "weeks": 7.0,
    "days": 1.0,
    "hours": 1 / 24,
    "minutes": 1 / 1440,
    "seconds": 1 / 86400,
}
