"""Does the articles' arithmetic again, figure by figure: what the figures give, what the text says, what it
would take to hold.

`helpers.checks.relations` says which figures belong together and whether they agree; this module finds the
figures again in the tables and puts their arithmetic into words and into bars. It decides no verdict. A
relation whose figures cannot be found, or have units that cannot be put on one scale, keeps its words
(`about`) and gets no bars.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from helpers.dates import MEAN_DAYS, length_of
from helpers.extraction import Tables
from helpers.findings.words import amount, day_in_words, listed, range_in_words

__all__ = [
    "AGAIN",
    "COLUMNS",
    "RELATIONS",
    "Bar",
    "Relation",
    "behind",
    "calculate",
    "figure_in_words",
    "sure_in_words",
]

# Kind of check → what it is called on the page
RELATIONS = {
    "parts_sum_to_total": "parts and total",
    "share_matches_counts": "share and counts",
    "average_matches_ratio": "average and ratio",
    "duration_matches_range": "length and days",
    "order_of_events": "order of events",
    "restated_figure": "figure given again",
    "weekday_matches_date": "weekday and date",
    "part_within_whole": "part within its whole",
    "percentage_possible": "percentage of so few",
    "names_match_number": "names and number",
}
AGAIN = RELATIONS["restated_figure"]
COLUMNS = [
    "article",
    "relation",
    "holds",
    "subject",
    "gives",
    "says",
    "apart",
    "to_hold",
    "note",
    "quotes",
    "starts",
    "about",
    "verdict",
    "formula",
    "computed",
    "stated",
    "tied_by",
    "sure",
    "bars",
    "axis",
]
WHOLE = 101  # percent; rounded shares of one whole may add up to a little more than 100
BETWEEN_ITEMS = 4  # characters between one item of a list and the next
# How sure words tie figures at least, and how to say so; below a half only agreement brings a relation into the table
SURE = ((0.75, "very"), (0.5, "fairly"), (0.0, "not very; shown as the figures agree"))
UNITS_OF_TIME = ("years", "months", "weeks", "days", "hours")


class Bar(NamedTuple):
    """One bar of a drawing: its label (in lines), the lengths of its segments, and the words at its end."""

    label: str
    segments: tuple[float, ...]
    words: str
    says: bool  # whether the text states it, or the figures give it


@dataclass(frozen=True)
class Relation:
    """The arithmetic of one check.

    Attributes:
        subject: What is counted or compared, in the words of the text.
        gives: What the figures give, in words.
        says: What the text says instead, in words; empty where `gives` says it all.
        apart: How far these are apart, in words.
        to_hold: What it would take for the relation to hold: one change or the other.
        bars: The bars that draw it, on one scale; empty if it cannot be drawn.
        axis: What the scale measures; "%" for a whole of 100.
    """

    subject: str
    gives: str
    says: str
    apart: str
    to_hold: str
    bars: tuple[Bar, ...] = ()
    axis: str = ""


@dataclass(frozen=True)
class _Figure:
    """A figure that a check names, found again in the tables."""

    quote: str
    value: float | None  # as a number; None for a date
    low: float | None
    high: float | None
    unit: str
    what: str
    begin: date | None = None  # for a date
    finish: date | None = None

    @property
    def named(self) -> str:
        """The quote without line ends, in quotation marks."""
        return f"“{' '.join(self.quote.split())}”"


def calculate(checks: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Puts each check into words and bars.

    Args:
        checks: The table of `helpers.check`.
        tables: The tables it was made from.

    Returns:
        One row a check, those that fail first, over an archive the surest first: article, relation (in words), holds, subject, gives, says,
        apart, to_hold, note (what a reader should bear in mind), quotes, starts, about, verdict, formula, computed and
        stated (in words), tied_by (words), sure (in words), bars (tuple of `Bar`), axis. The words are empty and to_hold is "–" where the relation holds.
    """
    if getattr(tables, "checks", None) is not None:
        checks = checks.sort_values("sure", ascending=False, kind="stable")
    figures, overlaps = _figures(tables), _overlapping(tables.quantities)
    rows = []
    for check in checks.itertuples():
        own = [
            figures.get((check.article, start, quote))
            for start, quote in zip(check.starts, check.quotes, strict=False)
        ]
        found = _relation(check, own) if all(own) and len(own) > 1 else None
        if check.holds or not found:
            subject = _subject(check.kind, own)
            found = Relation(subject, "", "", "", "–" if check.holds else "the figures would have to agree")
        rows.append(
            {
                "article": check.article,
                "relation": RELATIONS.get(check.kind, check.kind.replace("_", " ")),
                "holds": bool(check.holds),
                **{name: getattr(found, name) for name in Relation.__dataclass_fields__},
                "note": ""
                if check.holds
                else next(
                    (
                        overlaps[check.article, start]
                        for start in check.starts
                        if (check.article, start) in overlaps
                    ),
                    "",
                ),
                "quotes": list(check.quotes),
                "starts": list(check.starts),
                "about": check.about,
                "verdict": getattr(check, "verdict", "holds" if check.holds else "fails"),
                "formula": getattr(check, "formula", ""),
                "computed": _value_in_words(getattr(check, "computed", "")),
                "stated": _value_in_words(getattr(check, "stated", "")),
                "tied_by": list(getattr(check, "tied_by", ())),
                "sure": sure_in_words(getattr(check, "sure", None)),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS).sort_values("holds", kind="stable", ignore_index=True)


def sure_in_words(sure: float | None) -> str:
    """How sure the words of the text make it that figures belong together, from 0 to 1, in words; empty for None.

    >>> sure_in_words(0.9), sure_in_words(0.6), sure_in_words(0.2)
    ('very', 'fairly', 'not very; shown as the figures agree')
    """
    if sure is None:
        return ""
    return next(words for least, words in SURE if sure >= least)


def _value_in_words(value: float | str) -> str:
    return value if isinstance(value, str) else figure_in_words(float(value))


def _subject(kind: str, figures: Sequence["_Figure | None"]) -> str:
    """What a relation is about: of parts and total what the total counts, otherwise what its first figure with
    words of its own counts."""
    if kind == "parts_sum_to_total":
        figures = figures[-1:]
    return next((figure.what for figure in figures if figure and figure.what), "")


def behind(calculated: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The figures of the relations that fail, with the sentences they stand in.

    Args:
        calculated: Rows from `calculate`.
        tables: The tables it was made from.

    Returns:
        One row a figure of a relation: article, start, end, quote, block, sentence, sentence_start, relation,
            arithmetic.
    """
    columns = ["article", "start", "end", "quote", "block", "sentence", "sentence_start"]
    rows = {
        (row["article"], row["start"], row["quote"]): row
        for frame in (tables.dates, tables.quantities)
        for row in frame.reindex(columns=columns).to_dict("records")
    }
    found = [
        rows[relation.article, start, quote] | {"relation": relation.relation, "arithmetic": relation.about}
        for relation in calculated[~calculated["holds"].astype(bool)].itertuples()
        for start, quote in zip(relation.starts, relation.quotes, strict=False)
        if (relation.article, start, quote) in rows
    ]
    return pd.DataFrame(found, columns=[*columns, "relation", "arithmetic"])


def figure_in_words(value: float) -> str:
    """A number as it is printed: whole ones whole, others with the decimals that matter.

    >>> figure_in_words(1700000.0), figure_in_words(29.7297), figure_in_words(3.9726)
    ('1,700,000', '29.7', '3.97')
    """
    if value == round(value) or abs(value) >= 10_000:
        return f"{value:,.0f}"
    return f"{value:,.{1 if abs(value) >= 10 else 2}f}".rstrip("0").rstrip(".")


# ---- finding the figures again
# -------------------------------------------------------------------------------------------


def _figures(tables: Tables) -> Mapping[tuple[str, int, str], _Figure]:
    """The figures by article, place and quote."""
    found: dict[tuple[str, int, str], _Figure] = {}
    for row in tables.dates.itertuples():
        value, unit = _length(row.value)
        begin, finish = (date.fromisoformat(day) if day else None for day in (row.begin, row.finish))
        found[row.article, row.start, row.quote] = _Figure(
            row.quote, value, value, value, unit, "", begin, finish
        )
    for row in tables.quantities.itertuples():
        low, high = (None if pd.isna(bound) else float(bound) for bound in (row.low, row.high))
        found[row.article, row.start, row.quote] = _Figure(
            row.quote, float(row.value), low, high, row.unit, " ".join(row.what.split())
        )
    return found


def _overlapping(quantities: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Article and place of every share of a list whose shares add up to more than the whole → what that
    means.

    A list is bullets or rows of a table that follow each other with one percentage each.
    """
    shares = quantities[(quantities["unit"] == "percent") & (quantities["block"] != "paragraph")]
    lists: list[list] = []
    for row in shares.itertuples():
        last = lists[-1][-1] if lists else None
        gap = (
            row.sentence_start - last.sentence_start - len(last.sentence)
            if last and last.article == row.article
            else -1
        )
        if 0 <= gap <= BETWEEN_ITEMS and row.block == last.block:
            lists[-1].append(row)
        else:
            lists.append([row])
    found = {}
    for items in lists:
        if len(items) > 1 and (total := sum(item.value for item in items)) > WHOLE:
            words = (
                f"the shares of this list add up to {_percent(total)}, so its groups overlap; that may explain a share larger than "
                "the counts give, but not a smaller one"
            )
            found |= {(item.article, item.start): words for item in items}
    return found


def _length(value: str) -> tuple[float | None, str]:
    """Number and unit (one of UNITS_OF_TIME) of a TIMEX3 duration; (None, "") for anything else."""
    length = length_of(value)
    return (length.number, length.unit) if length and length.unit in UNITS_OF_TIME else (None, "")


# ---- the relations
# -------------------------------------------------------------------------------------------------------


def _relation(check, figures: Sequence[_Figure]) -> Relation | None:
    if check.kind == "share_matches_counts":
        return _share(figures, check.about)
    read = {
        "parts_sum_to_total": _sum,
        "average_matches_ratio": _average,
        "duration_matches_range": _duration,
        "order_of_events": _order,
        "restated_figure": _again,
    }.get(check.kind)
    return read(figures) if read else None


def _share(figures: Sequence[_Figure], about: str) -> Relation | None:
    """Part, whole and percentage; or, where the first figure is the greater or the check says so ("from 352
    to 609"), a change."""
    if len(figures) != 3 or any(figure.value is None for figure in figures) or not figures[1].value:
        return None
    part, whole, stated = figures
    if part.value > whole.value or about.startswith("from "):
        return _change(part, whole, stated)
    given = 100 * part.value / whole.value
    needed_part, needed_whole = (
        whole.value * stated.value / 100,
        100 * part.value / stated.value if stated.value else None,
    )
    return Relation(
        subject=part.what or whole.what,
        gives=f"{_number(part)} of {_number(whole)} is {_percent(given)}",
        says=stated.named,
        apart=_points(given, stated.value),
        to_hold=_either(
            f"the part {_whole(needed_part, part)} instead of {_number(part)}",
            needed_whole and f"the whole {_whole(needed_whole, whole)} instead of {_number(whole)}",
            f"the share {_percent(given)} instead of {_percent(stated.value)}",
        ),
        bars=(
            Bar(f"counted\n{_number(part)} of {_number(whole)}", (given,), _percent(given), False),
            Bar(f"stated\n{stated.named}", (stated.value,), _percent(stated.value), True),
        ),
        axis="%",
    )


def _change(later: _Figure, earlier: _Figure, stated: _Figure) -> Relation:
    sign = 1 if later.value >= earlier.value else -1
    given = 100 * sign * (later.value - earlier.value) / earlier.value
    opposite = (
        abs(given - stated.value) <= 0.005 * given
    )  # so close, and yet it fails: the text has it the other way round
    return Relation(
        subject=later.what or earlier.what,
        gives=f"from {_number(earlier)} to {_number(later)} is a {'rise' if sign > 0 else 'fall'} of {_percent(given)}",
        says=stated.named,
        apart="opposite directions" if opposite else _points(given, stated.value),
        to_hold="the two figures exchanged"
        if opposite
        else _either(
            f"the later figure {_whole(earlier.value * (1 + sign * stated.value / 100), later)} instead of {_number(later)}",
            f"the change {_percent(given)} instead of {_percent(stated.value)}",
        ),
        bars=(
            Bar(f"counted\nfrom {_number(earlier)} to {_number(later)}", (given,), _percent(given), False),
            Bar(f"stated\n{stated.named}", (stated.value,), _percent(stated.value), True),
        ),
        axis="change in %",
    )


def _sum(figures: Sequence[_Figure]) -> Relation | None:
    *parts, total = figures
    if any(figure.value is None for figure in figures) or len({figure.unit for figure in figures}) > 1:
        return None
    given = sum(part.value for part in parts)
    unit = _unit(total)
    difference = figure_in_words(abs(total.value - given))
    return Relation(
        subject=total.what,  # a part says what it counts and not what all of them are
        gives=f"{_sum_in_words(parts)} = {figure_in_words(given)}{unit}",
        says=total.named,
        apart=_apart(abs(total.value - given), unit),
        to_hold=_either(
            f"the total {figure_in_words(given)}{unit} instead of {_number(total)}",
            f"one of the parts {difference} {'more' if total.value > given else 'less'}",
        ),
        bars=(
            Bar("the parts\ntogether", tuple(part.value for part in parts), figure_in_words(given), False),
            Bar(f"stated\n{total.named}", (total.value,), figure_in_words(total.value), True),
        ),
        axis=unit.strip() or "number",
    )


def _sum_in_words(parts: Sequence[_Figure]) -> str:
    shown = [figure_in_words(part.value) for part in parts]
    return " + ".join(shown if len(shown) <= 8 else [*shown[:7], f"{len(shown) - 7} more"])


def _average(figures: Sequence[_Figure]) -> Relation | None:
    if len(figures) != 3 or any(figure.value is None for figure in figures) or not figures[1].value:
        return None
    top, bottom, stated = figures
    given = top.value / bottom.value
    return Relation(
        subject=top.what or stated.what,
        gives=f"{_number(top)} over {_number(bottom)} is {figure_in_words(given)}",
        says=stated.named,
        apart=_apart(abs(given - stated.value)),
        to_hold=_either(
            f"the sum {_whole(stated.value * bottom.value, top)} instead of {_number(top)}",
            f"the average {figure_in_words(given)} instead of {figure_in_words(stated.value)}",
        ),
        bars=(
            Bar(f"counted\n{_number(top)} over {_number(bottom)}", (given,), figure_in_words(given), False),
            Bar(f"stated\n{stated.named}", (stated.value,), figure_in_words(stated.value), True),
        ),
        axis="average",
    )


def _duration(figures: Sequence[_Figure]) -> Relation | None:
    lengths = [figure for figure in figures if figure.unit in UNITS_OF_TIME and not figure.begin]
    spans = [figure for figure in figures if figure.begin and figure.finish]
    if len(lengths) != 1 or not spans:
        return None
    stated, name, days_in_unit = lengths[0], lengths[0].unit[:-1], MEAN_DAYS[lengths[0].unit]
    first, last = min(span.begin for span in spans), max(span.finish for span in spans)
    days = (last - first).days + 1
    given = days / days_in_unit
    in_days = f" ({amount(days, 'day')})" if name != "day" else ""
    wanted = f"{figure_in_words(stated.value)} {name if stated.value == 1 else name + 's'}"
    computed = f"{figure_in_words(round(given, 1))} {name if given == 1 else name + 's'}"
    return Relation(
        subject="",
        gives=f"from {day_in_words(first)} to {day_in_words(last)} is {computed}{in_days}, both ends counted",
        says=stated.named,
        apart=_apart(round(abs(given - stated.value), 1), f" {name}s"),
        to_hold=_either(
            f"the length {computed} instead of {wanted}", f"the days from first to last {wanted}"
        ),
        bars=(
            Bar(f"counted\n{range_in_words(first, last)}", (given,), computed, False),
            Bar(f"stated\n{stated.named}", (stated.value,), wanted, True),
        ),
        axis=name + "s",
    )


def _order(figures: Sequence[_Figure]) -> Relation | None:
    """Dates in the order they must have; the first two neighbours that are out of order are put into
    words."""
    if any(figure.begin is None or figure.finish is None for figure in figures):
        return None
    before, after = next(
        ((a, b) for a, b in zip(figures, figures[1:], strict=False) if a.begin > b.finish), (None, None)
    )
    if before is None:
        return None
    days = (before.begin - after.finish).days
    return Relation(
        subject="",
        gives=f"what is dated {after.named} must come after {before.named}, but lies before it",
        says="",
        apart=f"{amount(days, 'day')} the wrong way round",
        to_hold=_either(
            f"{after.named} {day_in_words(before.begin)} or later",
            f"{before.named} {day_in_words(after.finish)} or earlier",
        ),
        bars=(
            Bar(
                f"must come first\n{before.named}",
                (before.begin.toordinal(),),
                day_in_words(before.begin),
                False,
            ),
            Bar(
                f"must come after\n{after.named}",
                (after.finish.toordinal(),),
                day_in_words(after.finish),
                True,
            ),
        ),
        axis="calendar",
    )


def _again(figures: Sequence[_Figure]) -> Relation | None:
    if any(figure.value is None for figure in figures) or len({figure.unit for figure in figures}) > 1:
        return None
    different = list({(figure.low, figure.high): figure for figure in figures}.values())
    values = sorted(figure.value for figure in different)
    unit = _unit(figures[0])
    return Relation(
        subject=figures[0].what,
        gives=f"one and the same figure is given as {listed(figure.named for figure in different)}",
        says="",
        apart=_apart(values[-1] - values[0], unit),
        to_hold=_either(*(f"each of them {figure_in_words(value)}{unit}" for value in values[:3])),
        bars=tuple(
            Bar(figure.named, (figure.value,), figure_in_words(figure.value) + unit, bool(number))
            for number, figure in enumerate(different[:4])
        ),
        axis=unit.strip() or "number",
    )


# ---- words
# ---------------------------------------------------------------------------------------------------------------


def _unit(figure: _Figure) -> str:
    if figure.unit == "count":
        return ""
    return (
        f" {figure.unit}"
        if figure.unit in UNITS_OF_TIME
        else " %"
        if figure.unit == "percent"
        else f" {figure.unit}"
    )


def _number(figure: _Figure) -> str:
    return figure_in_words(figure.value) + _unit(figure)


def _percent(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0") + " %"


def _points(given: float, stated: float) -> str:
    return _apart(round(abs(given - stated), 1), " points")


def _apart(difference: float, unit: str = "") -> str:
    unit = (
        unit.removesuffix("s")
        if difference == 1 and unit.endswith(("points", "years", "months", "weeks", "days", "hours"))
        else unit
    )
    return f"{figure_in_words(difference)}{unit} apart"


def _whole(value: float, like: _Figure) -> str:
    """A needed value: whole if people or things are counted (halves up), otherwise with the decimals that
    matter."""
    return (f"{int(value + 0.5):,}" if like.unit == "count" else figure_in_words(value)) + _unit(like)


def _either(*ways: str | None) -> str:
    """What would have to be, one change or the other.

    >>> _either("the part 3 instead of 4", None, "the share 30 %")
    'the part 3 instead of 4, or the share 30 %'
    """
    return ", or ".join(way for way in ways if way)
