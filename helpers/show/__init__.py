"""Everything that goes onto a notebook's page. The only room that imports matplotlib or IPython, and the only
one that knows a colour.

`page` holds tables and text, `in_sentences` rows with their evidence, `article` whole articles with their marks, `palette` the colours, `figures` the
frame of every figure; the other modules draw the figures of one notebook each.
"""

from helpers.show.article import read_in_place
from helpers.show.in_sentences import evidence
from helpers.show.page import answer, checked, findings, say, table, texts, write_tables
from helpers.show.places import number_places

__all__ = [
    "answer",
    "checked",
    "evidence",
    "findings",
    "number_places",
    "read_in_place",
    "say",
    "table",
    "texts",
    "write_tables",
]
