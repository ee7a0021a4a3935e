"""Which relations that fail may hold after all, as the groups of a list overlap: of these nothing can be told.

Shares of a list that add up to more than the whole are of groups that overlap, and a person who is counted once, under
the main charge, may stand in several of them. A share may then be larger than the counts give, but never smaller.
"""

from typing import NamedTuple

import pandas as pd

__all__ = ["Overlap", "may_overlap", "overlapping"]

WHOLE = 101  # percent; rounded shares of one whole may add up to a little more than 100
BETWEEN_ITEMS = 4  # characters between one item of a list and the next
SHARE = "share_matches_counts"  # kind of check
OF_SHARES = ("share", "")  # its templates that tell of no change


class Overlap(NamedTuple):
    """A list whose shares add up to more than the whole.

    Attributes:
        total: What they add up to, in percent.
        first: Its first item, as the text has it.
    """

    total: float
    first: str


def may_overlap(checks: pd.DataFrame, quantities: pd.DataFrame) -> pd.Series:
    """Whether each check fails, and yet an overlap of groups may explain it.

    Args:
        checks: The table of `check`.
        quantities: The quantities that it was made from.
    """
    totals = overlapping(quantities)
    shares = quantities[quantities["unit"] == "percent"]
    stated = dict(zip(zip(shares["article"], shares["start"], strict=True), shares["value"], strict=True))
    counts = quantities[quantities["unit"] != "percent"]
    counted = dict(zip(zip(counts["article"], counts["start"], strict=True), counts["value"], strict=True))
    found = []
    for check in checks.itertuples():
        places = [(check.article, start) for start in check.starts]
        share = [place for place in places if place in totals]
        values = sorted(counted[place] for place in places if place in counted)
        two = not check.holds and _is_share(check) and len(share) == 1 and len(values) == 2
        found.append(bool(two and values[1] > 0 and stated[share[0]] > 100 * values[0] / values[1]))
    return pd.Series(found, index=checks.index, dtype=bool)


def _is_share(check) -> bool:
    return getattr(check, "kind", "") == SHARE and getattr(check, "template", "") in OF_SHARES


def overlapping(quantities: pd.DataFrame) -> dict[tuple[str, int], Overlap]:
    """Article and place of every share of a list whose shares add up to more than the whole → that list.

    A list is bullets or rows of a table that follow each other with one percentage each.
    """
    found = {}
    for items in _lists(quantities[(quantities["unit"] == "percent") & (quantities["block"] != "paragraph")]):
        parts = [
            item for item in items if item.value != 100
        ]  # the row of the whole adds nothing to its parts
        if len(parts) > 1 and (total := sum(item.value for item in parts)) > WHOLE:
            found |= {(item.article, item.start): Overlap(total, items[0].sentence) for item in items}
    return found


def _lists(shares: pd.DataFrame) -> list[list]:
    lists: list[list] = []
    for row in shares.itertuples():
        last = lists[-1][-1] if lists else None
        follows = last and last.article == row.article and last.block == row.block
        if follows and 0 <= row.sentence_start - last.sentence_start - len(last.sentence) <= BETWEEN_ITEMS:
            lists[-1].append(row)
        else:
            lists.append([row])
    return lists
