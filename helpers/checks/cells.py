"""The tables of an article as rows and columns of figures.

In: the figures of an article. Out: `Table`, one a table, used by `tables` (sums) and `table_shares` (percentages).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.checks.frames import Frame, Story
from helpers.texts import noun_class, word_stems

__all__ = ["Table", "class_of_label", "is_total", "label_in", "tables_of"]

MOST_ROWS, MOST_COLUMNS = 60, 12
_TOTAL = re.compile(
    r"\W{0,3}(?:(?:grand\s|overall\s)?(?:totals?|overall|sum|both(?:\s[a-z]+)?|in\sall|altogether|combined|together)|all(?!\sothers?\b)(?:\s(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+)){0,2})(?:\s\([^)]{0,20}\))?\W{0,3}",
    re.I,
)

# "City as a whole", "Whole province", "Nationwide"
_WHOLE = re.compile(
    r"\W{0,3}(?:(?:the\s)?(?:whole|entire)\s[^\W\d]+|(?:the\s)?[^\W\d]+(?:\s[^\W\d]+)?\s(?:as\sa\swhole|overall|in\sall|altogether)|(?:country|nation|state|city|county|province|company|group|region|district)[-\s]?wide)\W{0,3}",
    re.I,
)
# what the rows above are parts of, if these show it: "Province", "Group"
_HOLDER = re.compile(
    r"(?:the\s)?(?:country|nation|kingdom|republic|state|province|county|district|region|municipality|city|town|island|archipelago|valley|delta|group|company|firm|fleet|network|club|union|school|university|hospital|basin|world)",
    re.I,
)
# "Total procedures": a total only where the cells above it show that
_TOTAL_OF = re.compile(
    r"(?:total|all)\s(?!others?\b|population|capacity|budget|staff|costs?|value|area|length|time|number)[a-z]+(?:\s[a-z]+)?",
    re.I,
)


@dataclass
class Table:
    """Cells of one table by row and column."""

    rows: list[list[Frame]]
    columns: list[str]
    lead_in: str

    def cell(self, row: int, column: str) -> Frame | None:
        return next((cell for cell in self.rows[row] if cell.column == column), None)

    @cached_property
    def parts(self) -> frozenset[tuple[str, str]]:
        """Pairs of columns of which the first is in no row greater than the second."""
        return frozenset(
            (part, whole)
            for part in self.columns
            for whole in self.columns
            if all(
                a.size <= b.size
                for row in range(len(self.rows))
                if (a := self.cell(row, part)) and (b := self.cell(row, whole))
            )
        )

    def total_row(self) -> int | None:
        """The number of the last row, if it is a bare total, or one of something: "Total procedures"."""
        labels = [row[0].label for row in self.rows]
        found = [n for n, label in enumerate(labels) if is_total(label)]
        found = found or [n for n, label in enumerate(labels) if _may_be_total(label)]
        return found[-1] if found and found[-1] == len(self.rows) - 1 and len(self.rows) > 2 else None

    def first_total(self) -> bool:
        """Whether the first row is a total, and no other one is."""
        first, *others = (row[0].label for row in self.rows)
        return is_total(first) and len(others) > 1 and not any(map(is_total, others))


def is_total(label: str) -> bool:
    """Whether a label or header is that of a total and of nothing else: "Total", "All five districts", "City as a whole"."""
    return bool(_TOTAL.fullmatch(label) or _WHOLE.fullmatch(label))


def _may_be_total(label: str) -> bool:
    """Whether a label may be that of a total, if the figures show it: "Total procedures", "Province"."""
    return bool(_TOTAL_OF.fullmatch(label) or _HOLDER.fullmatch(label))


def tables_of(story: Story) -> Iterator[Table]:
    """The tables and lists of cells of an article."""
    groups: dict[int, dict[int, list[Frame]]] = defaultdict(lambda: defaultdict(list))
    for frame in story.frames:
        if frame.block == "table row" and frame.label:
            groups[frame.group][frame.line].append(frame)
    for lines in groups.values():
        rows = [row[:MOST_COLUMNS] for row in list(lines.values())[:MOST_ROWS]]
        columns = list(dict.fromkeys(cell.column for row in rows for cell in row))
        if len(columns) == len({cell.start for cell in rows[0]}) or len(rows) > 1:
            yield Table(rows, columns, rows[0][0].lead_in)


def label_in(label: str, sentence: str) -> bool:
    """Whether a sentence names a row by the words of its label."""
    words = word_stems(label)
    return bool(words) and words <= word_stems(sentence)


def class_of_label(label: str) -> str:
    """Class of the noun at the end of a label or column header: "Drug arrests" counts persons."""
    words = re.findall(r"[^\W\d_]+", label)
    return noun_class(words[-1]) if words else ""
