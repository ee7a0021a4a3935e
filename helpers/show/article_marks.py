"""The marks of an article on the page: what each passage is, and where its links lead."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from operator import attrgetter

import pandas as pd

from helpers.show.palette import tint
from helpers.show.places import anchor

__all__ = ["Mark", "marks_of", "within"]


@dataclass
class Mark:
    """A passage to mark: its place, what it is, the words behind it, and the marks before and after it."""

    start: int
    end: int
    place: str
    kind: str
    css: str  # its class, by which a page shows or hides a kind
    label: str
    has_row: bool = True  # whether a table of the page has it
    others: str = ""  # names of places that lie in it or overlap it
    ways: str = ""  # links back to the rows of these
    before: str = ""
    after: str = ""

    def opening(self, first: bool) -> str:
        name = f" id=text-{self.place}" if first else ""
        return (
            f"{self.others if first else ''}<mark{name} class={self.css} style=background:{tint(self.kind)}>"
        )

    def closing(self) -> str:
        if not self.label:
            return f"{self.ways}</mark>"
        words = f"<small>{escape(self.label)}</small>"
        ways = f" <a href=#row-{self.place}>{words}</a>" if self.has_row else f" {words}"
        ways += self.ways
        for sign, place in (("‹", self.before), ("›", self.after)):
            ways += f" <a href=#text-{place}>{sign}</a>" if place else ""
        return f"{ways}</mark>"


def within(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    """Those of the marks, which are in the order of the text and do not overlap, that stand at least in part between two
    offsets."""
    first = bisect_right(marks, start, key=attrgetter("end"))
    return marks[first : bisect_left(marks, end, lo=first, key=attrgetter("start"))]


def marks_of(frame: pd.DataFrame, classes: Mapping[str, str], smallest_first: bool = False) -> list[Mark]:
    """The marks of an article; of rows that overlap one is marked, and the others keep their names in front of it."""
    by = ["length", "start"] if smallest_first else ["start", "end"]
    rows = frame.assign(length=frame["end"] - frame["start"]).sort_values(
        by, ascending=[True, smallest_first], kind="stable"
    )
    marks: list[Mark] = []  # in the order of the text, none overlapping another
    for row in rows.to_dict("records"):
        place = anchor(row["article"], row["start"], row["end"])
        at = bisect_right(marks, row["start"], key=lambda mark: mark.end)
        over = marks[at] if at < len(marks) and marks[at].start < row["end"] else None
        if over is None:
            kind = row["kind"]
            known = str(row["label"]), bool(row.get("has_row", True))
            marks.insert(at, Mark(row["start"], row["end"], place, kind, classes[kind], *known))
        elif place != over.place:
            over.others += f'<a id="text-{place}"></a>'
            if row["label"] and row.get("has_row", True):
                over.ways += f" <a href=#row-{place}><small>{escape(str(row['label']))}</small></a>"
    labelled = [mark for mark in marks if mark.label]
    for mark, after in zip(labelled, labelled[1:], strict=False):
        mark.after, after.before = after.place, mark.place
    return marks
