"""Reads every table out of a corpus, chunk by chunk.

One article goes through sentences → dates → quantities → agencies → statements and speakers → roles → frames
of the figures. Only the sentences that name an agency, hold a verb of speech or one of several figures are
parsed. The model's memory is freed after every chunk, so that it stays flat however many articles there are.
An article that cannot be read is set aside and reported, and the others are read all the same.
"""

from helpers.extraction.events import figures_of_events, find_events, stored_events
from helpers.extraction.read import extract
from helpers.extraction.tables import ROWS, Tables, verify

__all__ = ["figures_of_events", "find_events", "stored_events", "ROWS", "Tables", "extract", "verify"]
