"""When a row that was read is the same as an annotated one, table by table, and what each says in words."""

import re
from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd

from helpers.dates import length_of
from helpers.texts import word_list

__all__ = ["SAME", "WORDS", "overlapping", "same_days", "same_name", "unit_named", "units_known"]

UNITS_OF_TIME = ("years", "months", "days", "hours", "minutes")  # of the annotation; weeks are days there
_DETERMINER = re.compile(r"^(?:the|its|their) ")


def overlapping(own: dict, read: dict) -> bool:
    """Whether two spans of an article have a character in common."""
    return own["article"] == read["article"] and own["start"] < read["end"] and read["start"] < own["end"]


def same_days(own: dict, read: dict) -> bool:
    """Whether two expressions that overlap mean the same days, or the same length."""
    if not overlapping(own, read):
        return False
    if own.get("begin"):
        return (own["begin"], own["finish"]) == (read.get("begin"), read.get("finish"))
    return not read.get("begin") and _length(own) == _length(read)


def _length(row: Mapping) -> tuple[str, float] | None:
    """The unit and number of a length: of an annotation its own, of a row read that of its TIMEX3 value."""
    length = length_of(str(row.get("value") or ""))
    for unit in UNITS_OF_TIME:
        number = row[unit] if unit in row else length and length.in_unit(unit)
        if number is not None:
            return unit, float(number)
    return None


@cache
def _units() -> dict[str, str]:
    """What is written for a unit -> the unit of the tables."""
    rows = word_list("quantities/en/units")
    return {row["written"]: row["unit"] for row in rows if not row["scale"] and row["form"] != "attached"}


def units_known() -> tuple[str, ...]:
    """Every name that an annotation may give a unit, the commonest first."""
    units = (row["unit"] for row in word_list("quantities/units"))
    return tuple(dict.fromkeys(("count", "percent", "ratio", *units, *_units())))


def unit_named(name: str) -> str:
    """The unit of the tables that an annotation means, however it is spelt; a name that no list has stays as it is.

    >>> unit_named("square metre"), unit_named("foot"), unit_named("ft"), unit_named("ratio")
    ('m2', 'ft', 'ft', 'ratio')
    """
    return _units().get(name, name)


def _same_quantity(own: dict, read: dict) -> bool:
    return (
        overlapping(own, read)
        and unit_named(own["unit"]) == read["unit"]
        and all(_same_number(own[end], read[end]) for end in ("low", "high"))
    )


def _same_number(own: float | None, read: float | None) -> bool:
    """Whether two numbers are equal; an annotation may round a third ("66.67"), and then its digits count."""
    own, read = _number(own), _number(read)
    if own is None or read is None or own == read:
        return own == read
    digits = len(str(own).partition(".")[2])
    recurring = read != round(read, 4)
    return recurring and own != round(own) and own == round(read, digits)


def _number(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else round(float(value), 6)


def _same_role(own: dict, read: dict) -> bool:
    return (
        own["article"] == read["article"]
        and read["start"] <= own["start"] < read["end"]
        and own["role"] == read["role"]
        and own["mode"] == read["mode"]
        and _plain(own["agency"]) in (_plain(read["agency"]), _plain(read["mention"]))
    )


def same_name(own: dict, read: dict) -> bool:
    """Whether two people of an article have the same name; one without a name (null) is nobody that is read."""
    return own["article"] == read["article"] and _plain(own["name"] or "") == _plain(read["name"])


def _same_statement(own: dict, read: dict) -> bool:
    if not overlapping(own, read):
        return False
    if own["source_start"] is None or pd.isna(read["source_start"]):
        return own["source_start"] is None and bool(pd.isna(read["source_start"]))
    return own["source_start"] < read["source_end"] and read["source_start"] < own["source_end"]


def _same_check(own: dict, read: dict) -> bool:
    return (
        own["article"] == read["article"]
        and own["kind"] == read["kind"]
        and set(own["quotes"]) == set(read["quotes"])
    )


def _plain(name: str) -> str:
    return _DETERMINER.sub("", name.lower().replace("’", "'").strip())


SAME = {
    "dates": same_days,
    "quantities": _same_quantity,
    "roles": _same_role,
    "speakers": same_name,
    "statements": _same_statement,
    "checks": _same_check,
}


def _days_in_words(row: Mapping) -> str:
    if row.get("begin"):
        return row["begin"] if row["begin"] == row["finish"] else f"{row['begin']} to {row['finish']}"
    length = _length(row)
    return f"{length[1]:g} {length[0]}" if length else str(row.get("value") or "no day and no length")


def _quantity_in_words(row: Mapping) -> str:
    low, high = (
        None if (number := _number(row[end])) is None else f"{number:,.10g}" for end in ("low", "high")
    )
    if low is None or high is None:
        bounds = f"at least {low}" if low else f"at most {high}" if high else "no number"
    else:
        bounds = low if low == high else f"{low} to {high}"
    return f"{bounds} {row['unit']}"


def _check_in_words(row: Mapping) -> str:
    verdict = "holds" if row["holds"] else "fails"
    return f"{row['kind']}, {verdict}: {'; '.join(row['quotes'])}"


WORDS: dict[str, Callable[[Mapping], str]] = {
    "dates": _days_in_words,
    "quantities": _quantity_in_words,
    "roles": lambda row: f"{row['agency']}: {row['role']}, {row['mode']}",
    "speakers": lambda row: row["name"] or f"{row['title']}, without a name",
    "statements": lambda row: f"{row['source'] or 'nobody'}: {row['quote']}",
    "checks": _check_in_words,
}
