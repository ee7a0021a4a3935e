"""What stands on each scale of the great figure of notebook 3, and where: marks in lanes, rows of articles, ticks."""

import math
import textwrap
from collections.abc import Callable, Sequence

import pandas as pd

from helpers.findings.languages import is_read
from helpers.show.figures import NARROW
from helpers.texts import Article

__all__ = ["WIDTH", "label", "panel_of"]

WIDTH = 9.2  # inches; a wider picture is scaled down on the page, and its letters with it
LETTER = 0.081  # inches that a letter of a label takes up at LABEL_SIZE, seen for DejaVu Sans
SHORT_LABEL, LONGEST_LABEL = 40, 64  # letters of a line; the longer where there is room
NARROW_LABEL, TICKS_IN_NARROW = 24, 6
FEWEST_LANES = 1.6  # a title of two lines needs them
ARTICLES_DRAWN = 20  # more and no label can be read
LANES_DRAWN, LANES_OF_OTHERS = 48, 16  # of counts, and of each other unit: keeps the picture on one page
MARKS_DRAWN = 24  # of one article on one scale


def panel_of(own: pd.DataFrame, unit: str, corpus: Sequence[Article], *, narrow: bool = False) -> dict:
    """What a panel holds: its scale, its marks with their lanes, its rows; `height` in lanes and `left_out`
    in marks. In a narrow one the first lane of each row is left to the name of the article."""
    low, high, log, ticks = _scale(own, unit)
    inches = NARROW - 0.9 if narrow else WIDTH - 2.9

    def place(value: float) -> float:
        if log:
            return inches * math.log(max(value, low) / low) / math.log(high / low)
        return inches * (value - low) / (high - low)

    slugs = [article.slug for article in corpus]
    wanted = (
        slugs
        if unit == "count" and len(slugs) <= ARTICLES_DRAWN
        else [slug for slug in slugs if (own["article"] == slug).any()]
    )
    rows, drawn, height = [], [], 0.0
    used = set(own["article"])
    for slug in wanted[:ARTICLES_DRAWN]:
        of_article = (
            own[own["article"] == slug].sort_values("times", ascending=False, kind="stable").head(MARKS_DRAWN)
        )
        lanes, placed = _pack(of_article, place, inches, narrow)
        most = (LANES_DRAWN if unit == "count" else LANES_OF_OTHERS) * (1 + narrow)
        if height + lanes > most and rows:
            break
        rows.append((slug, height, lanes))
        drawn += [(row, height + lane + 0.5, to_left, words) for row, lane, to_left, words in placed]
        height += max(lanes, FEWEST_LANES) + 0.4
    return {
        "unit": unit,
        "low": low,
        "high": high,
        "log": log,
        "ticks": ticks[-1::-2][::-1] if narrow and len(ticks) > TICKS_IN_NARROW else ticks,
        "rows": rows,
        "marks": drawn,
        "height": height,
        "n": int(own["times"].sum()),
        "left_out": len(own) - len(drawn),
        "unread": {
            one.slug for one in corpus if one.slug in wanted and one.slug not in used and not is_read(one)
        },
    }


def _scale(own: pd.DataFrame, unit: str) -> tuple[float, float, bool, list[float]]:
    """Lowest and highest place of a scale, whether it is logarithmic, and its ticks if so; the first of them
    may stand for 0."""
    ends = pd.concat([own["value"], own["low"].dropna(), own["high"].dropna()])
    positive = ends[ends > 0]
    if unit == "percent" or positive.empty:
        return (
            min(0.0, float(ends.min())),
            max(100.0 if unit == "percent" else 1.0, float(ends.max())),
            False,
            [],
        )
    first, last = math.floor(math.log10(positive.min())), math.ceil(math.log10(positive.max() * 1.05))
    ticks = [10.0**power for power in range(first, last + 1, 1 + (last - first) // 10)]
    if (ends <= 0).any():
        zero = 10.0**first / 4
        return zero, 10.0**last, True, [zero, *ticks]
    return 10.0**first / (1.4 if positive.min() < 1.2 * 10.0**first else 1), 10.0**last, True, ticks


def _pack(
    own: pd.DataFrame, place: Callable[[float], float], inches: float, narrow: bool = False
) -> tuple[int, list[tuple]]:
    """Gives each mark the first lane where neither it nor its label meets another, and its label as many lanes as it has
    lines: number of lanes, and (row, the middle of its lanes, label to the left, label)."""
    shortest = NARROW_LABEL if narrow else SHORT_LABEL
    lanes: list[list[tuple[float, float]]] = [[(-math.inf, math.inf)], []] if narrow else [[]]
    placed = []
    for row in own.sort_values("value", kind="stable").itertuples():
        first = place(row.low if pd.notna(row.low) else row.value) - (0.4 if pd.isna(row.low) else 0.1)
        last = place(row.high if pd.notna(row.high) else row.value) + (0.4 if pd.isna(row.high) else 0.1)
        room = max(first, inches + 0.5 - last)
        longest = max(shortest, min(LONGEST_LABEL, int((room - 0.15) / LETTER)))
        lines = textwrap.wrap(label(row), longest, break_on_hyphens=False) or [""]
        width = max(map(len, lines)) * LETTER + 0.15
        to_left = last + width > inches + 0.5 and first - width > 0
        first, last = (first - width, last) if to_left else (first, last + width)
        free = _free_lane(lanes, len(lines), first, last)
        lanes += [[] for _ in range(free + len(lines) - len(lanes))]
        for lane in lanes[free : free + len(lines)]:
            lane.append((first, last))
        placed.append((row, free + (len(lines) - 1) / 2, to_left, "\n".join(lines)))
    return len(lanes), placed


def _free_lane(lanes: list[list[tuple[float, float]]], wanted: int, first: float, last: float) -> int:
    """The first of so many lanes on end where nothing stands between two places; they may lie below all others."""
    return next(
        number
        for number in range(len(lanes) + 1)
        if all(last < a or first > b for lane in lanes[number : number + wanted] for a, b in lane)
    )


def label(row) -> str:
    """The words beside a mark: figure, what it counts, and how often it is given."""
    return f"{row.label} ×{row.times}" if row.times > 1 else row.label
