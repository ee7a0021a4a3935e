"""The words in which notebook 6 says what was read."""

import pandas as pd
from spacy.glossary import GLOSSARY

from helpers.findings.quoting import quoted
from helpers.findings.words import amount, at_start, day_in_words, range_in_words
from helpers.texts import date_range

__all__ = ["days_in_words", "explained", "number_read", "plain", "thrown_away", "with_verdict"]

EXACT = 1e15  # a larger number has digits that no text gave


def days_in_words(period: str) -> str:
    """The days of a calendar value in words; what is no day or range of days as it is.

    >>> days_in_words("2024-05-03/2024-05-09"), days_in_words("2024-05-03/.."), days_in_words("2024-05")
    ('3–9 May 2024', 'from 3 May 2024 on', 'May 2024')
    """
    if period.endswith("/.."):
        return f"from {day_in_words(period[:-3])} on"
    found = [date_range(part) for part in period.split("/")] if period else []
    return range_in_words(found[0][0], found[-1][1]) if found and all(found) else period


def with_verdict(words: str, verdict: str) -> str:
    """What is judged, with the verdict on it.

    >>> with_verdict("Five were held.", "differs")
    'Five were held (differs)'
    """
    return f"{words.rstrip('.')} ({verdict})"


def plain(value: float) -> str:
    """A number with all its digits in groups, however large.

    >>> plain(1.28e11), plain(0.25), plain(-4.0)
    ('128,000,000,000', '0.25', '-4')
    """
    whole = value == round(value) and abs(value) < EXACT
    return f"{value:,.0f}" if whole else f"{value:,.10g}"


def number_read(row, text: str) -> str:
    """A row of `quantities` of a text: its bound or number, its unit and what it counts; bounds in the words of the tables, whose ends
    are included."""
    low, high = row.low, row.high
    bound = "" if low == high else "at least " if pd.isna(high) else "at most " if pd.isna(low) else ""
    value = f"{plain(low)} to {plain(high)}" if not bound and low != high else plain(row.value)
    unit = "" if row.unit == "count" else f" {row.unit}"
    return f"{'about ' if row.approx and not bound else ''}{bound}{value}{unit}{f' {quoted(row.what, text)}' if row.what else ''}"


def explained(code: str) -> str:
    """What a code of the model means, with the code.

    >>> explained("pobj"), explained("no such code")
    ('object of preposition (pobj)', 'no such code')
    """
    return f"{GLOSSARY[code]} ({code})" if code in GLOSSARY else code


def thrown_away(count: int) -> str:
    """How many ties that the arithmetic proposed no words bear out; empty if there is none.

    >>> thrown_away(2)
    'Two more combinations of figures were tried and thrown away, as no words tie them.'
    """
    if not count:
        return ""
    what = amount(count, "more combination of figures was", "more combinations of figures were")
    return f"{at_start(what)} tried and thrown away, as no words tie {'it' if count == 1 else 'them'}."
