"""The marks of an article on the page: what each passage is, and where its links lead.

Passages may overlap. Where they do, each stretch between two of their ends is a mark of its own in the colour of one of them,
so that every passage stands inside marks from its first word to its last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from operator import attrgetter

import pandas as pd

from helpers.show.palette import tint
from helpers.show.places import anchor, raised

__all__ = ["Mark", "marks_of", "within"]

GRAVEST = (
    "contradicted",
    "differs",
    "not found",
    "not checkable",
)  # wins over all others, the first over the next
_SAME = re.compile(r"[^\w%]+")  # what does not count when a note is compared with the words before it


@dataclass(eq=False)
class Passage:
    """A passage: its place, what it is, the note behind it, and the passages with a note before and after it."""

    start: int
    end: int
    place: str
    kind: str
    css: str  # its class, by which a page shows or hides a kind
    label: str
    has_row: bool = True  # whether a table of the page has it
    source: str = ""  # a link to a page that bears on it, as HTML
    before: str = ""
    after: str = ""

    def note(self, words: str) -> str:
        """What stands behind the passage: what it means, if that adds to its words, as a link to its row, its source, and the
        ways on."""
        if not self.label:
            return ""
        same = _plain(self.label)
        adds = not (same and _plain(words).startswith(same))
        shown = f"<small>{escape(self.label)}</small>" if adds else "<small>↑</small>" if self.has_row else ""
        told = (
            f" <a href=#row-{self.place}{'' if adds else ' title=row'}>{shown}</a>"
            if self.has_row
            else f" {shown}"
        )
        told += f" {self.source}" if self.source else ""
        near = (("‹", self.before), ("›", self.after))
        ways = "".join(f" <a href=#text-{place}>{sign}</a>" for sign, place in near if place)
        return f"{told.rstrip()}<small class=ways>{ways}</small>" if ways else told.rstrip()


def _plain(words: str) -> str:
    return _SAME.sub("", words.casefold())


@dataclass
class Mark:
    """A stretch of the text on which the same passages lie, in the colour of the first of them."""

    start: int
    end: int
    over: list[Passage]
    begins: list[Passage] = field(default_factory=list)
    ends: list[Passage] = field(default_factory=list)

    def opening(self, first: bool) -> str:
        """The tag that begins it, with the names of the passages that begin here if it is the `first` part of it."""
        top, names = self.over[0], [one.place for one in self.begins] if first else []
        places = "".join(raised(f"text-{name}") for name in reversed(names))
        parts = " ".join(
            f"text-{one.place}" for one in self.over if (one.start, one.end) != (self.start, self.end)
        )
        of = f' data-of="{parts}"' if parts else ""
        return f"{places}<mark class={top.css}{of} style=background:{tint(top.kind)}>"

    def closing(self, text: str) -> str:
        """The notes of the passages that end here, and the tag that ends it."""
        return f"{''.join(one.note(text[one.start : one.end]) for one in self.ends)}</mark>"


def within(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    """Those of the marks, which are in the order of the text and do not overlap, that stand at least in part between two
    offsets."""
    first = bisect_right(marks, start, key=attrgetter("end"))
    return marks[first : bisect_left(marks, end, lo=first, key=attrgetter("start"))]


def marks_of(frame: pd.DataFrame, classes: Mapping[str, str], smallest_first: bool = False) -> list[Mark]:
    """The marks of an article, in the order of the text; of passages that overlap the gravest gives the colour, of those alike
    the first and longest, or the shortest."""
    passages = list(_passages(frame, classes))
    labelled = [one for one in passages if one.label]
    for one, after in zip(labelled, labelled[1:], strict=False):
        one.after, after.before = after.place, one.place
    rank = {kind: number for number, kind in enumerate(GRAVEST)}

    def first(one: Passage) -> tuple:
        length = one.end - one.start
        return rank.get(one.kind, len(rank)), *(
            (length, one.start) if smallest_first else (one.start, -length)
        )

    begins, ends = _by(passages, "start"), _by(passages, "end")
    bounds = sorted({*begins, *ends})
    open_now: list[Passage] = []
    marks: list[Mark] = []
    for start, end in zip(bounds, bounds[1:], strict=False):
        open_now = [one for one in open_now if one.end > start] + begins.get(start, [])
        if open_now:
            over = sorted(open_now, key=first)
            own = [one for one in over if one.start == start]
            marks.append(Mark(start, end, over, own, ends.get(end, [])[::-1]))
    return marks


def _by(passages: Sequence[Passage], bound: str) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = {}
    for one in passages:
        found.setdefault(getattr(one, bound), []).append(one)
    return found


def _passages(frame: pd.DataFrame, classes: Mapping[str, str]) -> Iterator[Passage]:
    """The passages in the order of the text; of rows at one place the gravest kind and every note, each once."""
    rank = {kind: number for number, kind in enumerate(GRAVEST)}
    for (start, end), rows in frame.groupby(["start", "end"]):
        same = sorted(rows.to_dict("records"), key=lambda row: rank.get(row["kind"], len(rank)))
        noted = [row for row in same if row["label"]]
        yield Passage(
            start,
            end,
            anchor(same[0]["article"], start, end),
            same[0]["kind"],
            classes[same[0]["kind"]],
            " ".join(dict.fromkeys(str(row["label"]) for row in noted)),
            any(bool(row.get("has_row", True)) for row in noted or same),
            " ".join(filter(None, dict.fromkeys(row.get("source", "") for row in noted))),
        )
