"""The public record: claims of the articles and what others reported on them, joined with the tables.

Reads and checks a record that somebody wrote beforehand; it looks nothing up.
"""

from helpers.record.claims import MEASURED, compare, join
from helpers.record.read import Record, load_record, passes_on
from helpers.record.rules import KINDS, VERDICTS, is_web_address, parts_of

__all__ = [
    "KINDS",
    "MEASURED",
    "Record",
    "VERDICTS",
    "compare",
    "is_web_address",
    "join",
    "load_record",
    "parts_of",
    "passes_on",
]
