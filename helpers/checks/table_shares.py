"""Shares whose counts stand in a table or list: cells beside their percentages, and percentages that the text
states of a row.

In: a column of counts beside a column of shares; percentages elsewhere that name a part in the same words;
"Peru accounts for 60% of the removals". Out: changes between the columns of a row (`checks.changes`).
"""

import re
from collections.abc import Iterator

from helpers.checks.changes import share_found, tells_change
from helpers.checks.figures import Figure, Found
from helpers.checks.sums import TOTAL_LABEL, columns_of, sums_of_groups
from helpers.checks.words import COMMON, actions_of, content_of, stems_of

__all__ = ["find_table_shares"]

_OF_ALL = re.compile(r"\sof\s(?:all\s|the\s|those\s){0,2}((?:[\w’'-]+\s?){1,3})")
_ACCOUNTS = re.compile(
    r"\b(?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|constitutes?d?|comprised?s?)\s$"
)
_SHARE = re.compile(r"\bshare\b")
_ELSEWHERE = re.compile(
    r"\b(?:last|previous|prior|earlier|since|year|month|world\w*|global\w*|national\w*|usually|normally)\b|\b(?:19|20)\d\d\b"
)


def find_table_shares(figures: list[Figure], counts: list[Figure], tolerance: float) -> Iterator[Found]:
    """Every share of a row or a list item; `counts` are the exact figures that are no percentages."""
    yield from _table_shares(figures, counts, tolerance)
    yield from _shares_of_parts(figures, tolerance)
    yield from _shares_of_rows(figures, tolerance)


def _table_shares(figures: list[Figure], counts: list[Figure], tolerance: float) -> Iterator[Found]:
    """A column of counts beside a column of shares, with a total row or with the sum stated in the text."""
    columns = list(columns_of(figures))
    for shares in columns:
        if (
            shares[0].unit != "percent"
            or shares[0].block != "table row"
            or len(shares) < 2
            or re.search(r"change|growth|increase", shares[0].column, re.IGNORECASE)
        ):
            continue
        total_of_shares = sum(share.value for share in shares if not TOTAL_LABEL.match(share.label))
        for column in columns:
            if (
                column[0].unit == "percent"
                or column[0].group != shares[0].group
                or column[0].block != "table row"
            ):
                continue
            parts = [figure for figure in column if figure.exact and not TOTAL_LABEL.match(figure.label)]
            value = sum(part.value for part in parts)
            total = next((figure for figure in column if TOTAL_LABEL.match(figure.label)), None) or next(
                (
                    figure
                    for figure in counts
                    if figure.group != column[0].group
                    and abs(figure.value - value) < 1e-6
                    and figure.unit == column[0].unit
                ),
                None,
            )
            if total is None or len(parts) < 2:
                continue
            by_row = {figure.sentence_start: figure for figure in parts}
            rows = [
                (by_row[share.sentence_start], share) for share in shares if share.sentence_start in by_row
            ]
            found = [one for part, share in rows if (one := share_found(part, total, share, tolerance))]
            if 97 <= total_of_shares <= 103 or 2 * sum(one.holds for one in found) > len(
                found
            ):  # else they are shares of something else
                yield from found


def _shares_of_parts(figures: list[Figure], tolerance: float) -> Iterator[Found]:
    """Counts that add up to a stated total, against percentages elsewhere that name the same kind in the same
    words."""
    for found in sums_of_groups(figures):
        *parts, total = found.items
        if not found.holds or total.group == parts[0].group or total.unit != "count":
            continue
        for part in parts:
            wanted = content_of(part.label or part.what)
            if not wanted:
                continue
            for percent in figures:
                if (
                    percent.unit == "percent"
                    and percent.group not in (-1, part.group)
                    and percent.low == percent.high
                    and wanted
                    <= content_of(
                        f"{percent.what} {percent.label} {percent.after if percent.block != 'table row' else ''}"
                    )
                    and (share := share_found(part, total, percent, tolerance))
                ):
                    yield share


def _shares_of_rows(figures: list[Figure], tolerance: float) -> Iterator[Found]:
    """As in "Peru accounts for 60% of the removals": the row is named in the sentence, its column by the noun
    behind the percentage.

    It fails only where "accounts for", "made up" and the like leave no doubt and nothing names another time
    or place.
    """
    sums = [found for found in sums_of_groups(figures) if found.items[0].block == "table row"]
    proven = {found.items[-1].start for found in sums if found.holds}
    totals = [found.items for found in sums if found.holds or found.items[-1].group == found.items[0].group]
    for percent in figures:
        if percent.unit != "percent" or percent.block == "table row" or tells_change(percent):
            continue
        of = _OF_ALL.match(percent.after)
        thing = of[1] if of else f"{percent.what} {percent.before[-40:]} {percent.after[:60]}"
        alone = (len(totals) == 1 and _SHARE.search(percent.before[-40:])) or (
            of and of[1].split()[0] == "total"
        )
        fitting = [items for items in totals if alone or _same_thing(items[0].column, thing)]
        rows = [(part, total) for *parts, total in fitting for part in _rows_named(parts, percent)]
        found = [one for part, total in rows if (one := share_found(part, total, percent, tolerance))]
        held = [one for one in found if one.holds]
        exact = percent.low == percent.high and any(
            re.search(rf"\b{re.escape(part.label)}\b", percent.sentence)
            for part, total in rows
            if total.start in proven
        )
        sure = (
            exact
            and of
            and len(found) == 1
            and _ACCOUNTS.search(percent.before)
            and not _ELSEWHERE.search(percent.sentence)
        )
        if held or sure:
            yield (held or found)[0]


def _same_thing(column: str, thing: str) -> bool:
    """Whether a column counts what some words name: "People Removed" and "removals"."""
    return bool(stems_of(column) & stems_of(thing) or actions_of(column) & actions_of(thing))


def _rows_named(parts: list[Figure], percent: Figure) -> list[Figure]:
    """The one row whose label stands in the words before a percentage, or else behind it, back to the figure
    or stop next to it; a name may lack its common words ("the Toronto region" for "Greater Toronto Area"),
    and its capital."""
    behind = re.split(r"[;\d]", percent.after)[0]
    behind = re.split(r"\sand\s(?=[A-Z])", behind)[0] if re.search(r"\d", percent.after) else behind
    for words in (re.split(r"[;.\d]", percent.before)[-1], behind):
        exact = [part for part in parts if part.label and re.search(rf"\b{re.escape(part.label)}\b", words)]
        named = exact or [part for part in parts if _named_by(part, parts, words)]
        if named:
            return named if len(named) == 1 else []
    return []


def _named_by(part: Figure, parts: list[Figure], words: str) -> bool:
    """Whether words name a row by what its label alone has: a proper name, or all the common nouns of it."""
    others = {word for other in parts if other is not part for word in re.findall(r"\w+", other.label)}
    names = [
        word
        for word in re.findall(r"[A-Z][\w’'-]{2,}", part.label)
        if word not in others and word.lower() not in COMMON
    ]
    if any(re.search(rf"\b{re.escape(name)}\b", words) for name in names):
        return True
    content = content_of(part.label)
    return bool(content) and content <= content_of(words)
