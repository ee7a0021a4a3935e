"""What the slots of a phrase make of an expression, by its kind.

>>> item = Expression(0, 9, "duration")
>>> KINDS["duration"](item, {}, {"number": "dos", "unit": "años"}, "es").value
'P2Y'
"""

from dataclasses import replace

from helpers.dates.find.slots import value_of
from helpers.dates.words import Expression, period_value


def _day(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression | None:
    """ "del 6 al 4 de mayo" is no stretch of time; "el 6 y 4 de mayo" are two days in any order."""
    return item if not item.last_day or item.last_day > item.day or sets.get("apart") else None


def _duration(
    item: Expression, sets: dict[str, str], slots: dict[str, str], language: str
) -> Expression | None:
    number = float(value_of("number", slots["number"], language)) + (0.5 if sets.get("half") else 0)
    unit = value_of("unit", slots["unit"], language)
    item.value = period_value(number, unit)
    if "number2" not in slots:
        return item
    second = float(value_of("number2", slots["number2"], language))
    if "unit2" not in slots:  # "de dos a cuatro años"
        item.value += f"/{period_value(second, unit)}"
        return item if second > number else None
    smaller = value_of("unit2", slots["unit2"], language)
    if (unit, smaller) == ("Y", "M") and second < 12:
        item.value = period_value(number * 12 + second, "M")
    elif smaller == "D" and unit in ("Y", "M", "W"):
        item.value += f"{second:g}D"
    else:
        return None
    return item


def _ago(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    number, unit = (
        float(value_of("number", slots["number"], language)),
        value_of("unit", slots["unit"], language),
    )
    if unit[0] == "T" or number != int(number):
        return replace(item, kind="duration", value=period_value(number, unit))
    return replace(item, unit=unit, number=number * int(sets["number"]))


def _years(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression | None:
    last = item.last_day if item.last_day > 99 else item.year // 100 * 100 + item.last_day
    return replace(item, last_day=last) if item.year < last <= item.year + 60 else None


def _with_period(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    """ "a finales de año", "en lo que va del año": the period is the current one."""
    if sets.get("inner") == "shift":
        item.inner = Expression(item.start, item.end, "shift", unit=item.unit)
    return item


def _months(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    """ "enero-octubre de 2024"."""
    last = int(value_of("month2", slots["month2"], language))
    first = Expression(item.start, item.end, "month", month=item.month)
    until = Expression(item.start, item.end, "month", item.year, last)
    return Expression(item.start, item.end, "range", inner=first, until=until)


def _part_of_year(
    item: Expression, sets: dict[str, str], slots: dict[str, str], language: str
) -> Expression | None:
    """ "el último trimestre de 2024" is the fourth; a year has no fifth."""
    parts = 4 if item.kind == "quarter" else 2
    return replace(item, day=parts if item.day < 0 else item.day) if item.day <= parts else None


def _share(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression | None:
    if "period" in slots:
        number = -1 if sets["inner"] == "last" else 0
        item.inner = Expression(item.start, item.end, "shift", unit=item.unit, number=number)
    if not item.inner or item.inner.kind not in ("year", "shift", "month", "quarter", "half"):
        return None
    if "span" in slots:
        item.unit = value_of("span", slots["span"], language)
    if "number" in slots:
        item.day, item.number = int(sets["day"]), float(value_of("number", slots["number"], language))
        item.unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}.get(
            value_of("unit", slots["unit"], language), ""
        )
    return item if item.unit else None


def _decade(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    year = int(value_of("decade", slots["decade"], language))
    return replace(item, year=year if year > 99 else 1900 + year)


def _time(item: Expression, sets: dict[str, str], slots: dict[str, str], language: str) -> Expression:
    return replace(item, clock=f"{slots['clock']:0>5}")


KINDS = {
    "day": _day,
    "duration": _duration,
    "ago": _ago,
    "years": _years,
    "quarter": _part_of_year,
    "half": _part_of_year,
    "months": _months,
    "part": _with_period,
    "so far": _with_period,
    "share": _share,
    "decade": _decade,
    "time": _time,
}
