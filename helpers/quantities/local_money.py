"""Which country's dollar, peso, franc or crown a text means: that of the country it names most often."""

import re
from functools import cache

from helpers.quantities.lists import pattern_of
from helpers.texts import word_list

__all__ = ["local_money"]

# a unit of several countries -> the list of their names, and whose it is where the text names none
LISTS = {
    "$": ("quantities/dollars", "USD"),
    "peso": ("quantities/pesos", "MXN"),
    "rupee": ("quantities/rupees", "INR"),
    "shilling": ("quantities/shillings", "KES"),
    "crown": ("quantities/crowns", "crown"),
    "krone": ("quantities/crowns", "NOK"),
    "dinar": ("quantities/moneys", "dinar"),
    "franc": ("quantities/moneys", "CHF"),
    "riyal": ("quantities/moneys", "SAR"),
    "kwacha": ("quantities/moneys", "ZMW"),
    "leu": ("quantities/moneys", "RON"),
    "dirham": ("quantities/moneys", "AED"),
    "P": ("quantities/moneys", "PHP"),
}


def _plain(cue: str) -> str:
    return re.sub(r"[\s-]", " ", cue.casefold())


@cache
def _cues(unit: str) -> tuple[dict[str, str], re.Pattern]:
    rows = word_list(LISTS[unit][0])
    units = {row["cue"]: row["unit"] for row in rows if row.get("of", unit) == unit}
    return {_plain(cue): named for cue, named in units.items()}, re.compile(
        rf"(?<!\w)(?:{pattern_of(units)})(?!\w)", re.IGNORECASE
    )


# "30 cents" are of the money that the text has; of several, dollars
_WHOLE = (
    ("$", re.compile(r"\$|\bdollars?\b", re.I)),
    ("EUR", re.compile(r"€|\b(?:euros?|EUR)\b", re.I)),
    ("ZAR", re.compile(r"\bR\s?\d|\brands?\b|\bZAR\b")),
)


def local_money(text: str, unit: str) -> str:
    """The currency that a bare "$", "peso", "franc" or "crown" stands for in a text; where it names no country, that of
    `LISTS`, for a dinar and a crown none; of a "cent", that of the money around it. Other units stay as they are."""
    if unit == "cent":
        unit = next((whole for whole, sign in _WHOLE if sign.search(text)), "$")
    if unit not in LISTS:
        return unit
    usual = LISTS[unit][1]
    cues, pattern = _cues(unit)
    counts: dict[str, int] = {}
    for match in pattern.finditer(text):
        named = cues.get(_plain(match[0]), usual)
        counts[named] = counts.get(named, 0) + 1
    return max(counts, key=lambda named: (counts[named], named == usual)) if counts else usual
