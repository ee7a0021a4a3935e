"""Everything that goes onto a notebook's page. The only room that imports matplotlib or IPython.

`page` holds tables and text, `figures` the frame of every figure; the other modules draw the figures of one
notebook each.
"""

from helpers.show.page import evidence, findings, read_in_place, say, table, texts, write_tables

__all__ = ["evidence", "findings", "read_in_place", "say", "table", "texts", "write_tables"]
