"""Works out what the figures of a failing relation come to: the values its sentences are filled with, and its bars.

Units of one relation must be on one scale; where they are not, nothing is worked out. No verdict is decided here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from helpers.checks import whole_years
from helpers.findings.arithmetic_figures import UNITS_OF_TIME, Figure, with_unit
from helpers.findings.words import amount, day_in_words, figure_in_words, listed, percent, range_in_words
from helpers.texts import MEAN_DAYS

__all__ = ["Bar", "Worked", "events", "work"]

PARTS_SAID = 8  # more parts of a sum are counted
SAME = 0.005  # relative: a change so close to the stated one that still fails has the direction wrong


class Bar(NamedTuple):
    """One bar of a drawing: its label (in lines), the lengths of its segments, and the words at its end."""

    label: str
    segments: tuple[float, ...]
    words: str
    says: bool  # whether the text states it, or the figures give it


class Worked(NamedTuple):
    """What a relation comes to: the values for the sentences (None: the change that needs it is no way out), how far it
    is from the text, and its bars."""

    fields: Mapping[str, str | None]
    apart: str
    bars: tuple[Bar, ...]
    axis: str


def work(template: str, check, figures: Sequence[Figure | None]) -> Worked | None:
    """What a failing relation comes to; None if a figure is missing or there is no scale for all of them."""
    worked_out = _WORK.get(template)
    if not worked_out or len(figures) < 2 or not all(figures):
        return None
    measures = template not in ("age", "duration", "order")
    if measures and any(figure.value is None for figure in figures):
        return None
    return worked_out(figures, check)


def events(check, figures: Sequence[Figure | None]) -> list[str]:
    """For an order of events, each in the words that name it in the text, with its days."""
    words = getattr(check, "tied_by", ())
    dated = all(figure and figure.begin and figure.finish for figure in figures)
    if check.kind != "order_of_events" or not dated or len(words) != len(figures):
        return []
    return [
        f"“{event}” ({range_in_words(figure.begin, figure.finish)})"
        for event, figure in zip(words, figures, strict=True)
    ]


def _two_bars(counted: str, given: Sequence[float], words: str, stated: Figure, said: str) -> tuple[Bar, Bar]:
    """What the figures give above what the text says."""
    return (
        Bar(f"counted\n{counted}", tuple(given), words, False),
        Bar(f"stated\n{stated.named}", (stated.value,), said, True),
    )


def _share(figures: Sequence[Figure], check) -> Worked | None:
    """Part, whole and percentage."""
    part, whole, stated = figures
    if not whole.value:
        return None
    given = 100 * part.value / whole.value
    needed = 100 * part.value / stated.value if stated.value else None
    fields = {
        "part": part.printed,
        "whole": whole.printed,
        "computed": percent(given),
        "stated": stated.printed,
        "needed_part": _needed(whole.value * stated.value / 100, part),
        "needed_whole": None if needed is None else _needed(needed, whole),
    }
    counted, said = _two_bars(
        f"{part.printed} of {whole.printed}", [given], percent(given), stated, stated.printed
    )
    would_be = f"stated {stated.named}\nwould be {fields['needed_part']} of {whole.printed}"
    return Worked(fields, _points(given, stated.value), (counted, said._replace(label=would_be)), "%")


def _change(figures: Sequence[Figure], check) -> Worked | None:
    """A later figure, an earlier one and the percentage of the change."""
    later, earlier, stated = figures
    if not earlier.value:
        return None
    sign = 1 if later.value >= earlier.value else -1
    given = 100 * sign * (later.value - earlier.value) / earlier.value
    exchanged = abs(given - stated.value) <= SAME * given
    fields = {
        "later": later.printed,
        "earlier": earlier.printed,
        "direction": "rise" if sign > 0 else "fall",
        "computed": percent(given),
        "stated": stated.printed,
        "exchanged": "the two figures exchanged" if exchanged else None,
        "needed_later": None
        if exchanged
        else _needed(earlier.value * (1 + sign * stated.value / 100), later),
        "needed_change": None if exchanged else percent(given),
    }
    counted = f"from {earlier.printed} to {later.printed}"
    bars = _two_bars(counted, [given], percent(given), stated, stated.printed)
    apart = "opposite directions" if exchanged else _points(given, stated.value)
    return Worked(fields, apart, bars, "change in %")


def _sum(figures: Sequence[Figure], check) -> Worked | None:
    """Parts and their total."""
    *parts, total = figures
    if len({figure.unit for figure in figures}) > 1:
        return None
    given = sum(part.value for part in parts)
    shown = [figure_in_words(part.value) for part in parts]
    if len(shown) > PARTS_SAID:
        shown = [*shown[: PARTS_SAID - 1], f"{len(shown) - PARTS_SAID + 1} more"]
    gap = abs(total.value - given)
    fields = {
        "parts": " + ".join(shown),
        "computed": with_unit(given, total),
        "stated": total.printed,
        "gap": figure_in_words(gap),
        "other": "larger" if total.value > given else "smaller",
    }
    bars = _two_bars(
        "the parts together",
        [part.value for part in parts],
        figure_in_words(given),
        total,
        figure_in_words(total.value),
    )
    return Worked(fields, f"{with_unit(gap, total)} apart", bars, _scale(total))


def _average(figures: Sequence[Figure], check) -> Worked | None:
    """A sum, the number it is shared among, and the average."""
    whole, number, stated = figures
    if not number.value:
        return None
    given = whole.value / number.value
    timed = stated.unit in UNITS_OF_TIME
    if timed and whole.unit != stated.unit:
        return None
    words, said = (
        with_unit(value, stated) if timed else figure_in_words(value) for value in (given, stated.value)
    )
    fields = {
        "whole": whole.printed,
        "number": number.printed,
        "computed": words,
        "stated": said,
        "needed_whole": _needed(stated.value * number.value, whole),
    }
    bars = _two_bars(f"{whole.printed} over {number.printed}", [given], words, stated, said)
    return Worked(fields, f"{figure_in_words(abs(given - stated.value))} apart", bars, "average")


def _age(figures: Sequence[Figure], check) -> Worked | None:
    """An age, a birth and the day or days on which somebody had that age."""
    stated, birth, day = figures
    if stated.value is None or any(one.begin is None or one.finish is None for one in (birth, day)):
        return None
    least, most = whole_years(birth.finish, day.begin), whole_years(birth.begin, day.finish)
    ages = str(least) if least == most else f"{least} {'or' if most == least + 1 else 'to'} {most}"
    fields = {
        "born": _on(birth),
        "day": _on(day),
        "computed": ages,
        "stated": figure_in_words(stated.value),
    }
    nearest = min(max(stated.value, least), most)
    counted = f"born {_on(birth)}, age {_on(day)}"
    bars = _two_bars(counted, [nearest], ages, stated, stated.printed)
    return Worked(fields, f"{with_unit(abs(nearest - stated.value), stated)} apart", bars, "years")


def _on(figure: Figure) -> str:
    """When something was: "on 3 May 2024", "in May 2024"."""
    return f"{'on' if figure.begin == figure.finish else 'in'} {range_in_words(figure.begin, figure.finish)}"


def _duration(figures: Sequence[Figure], check) -> Worked | None:
    """A length of time, and the days it covers."""
    lengths = [figure for figure in figures if figure.unit in UNITS_OF_TIME and not figure.begin]
    spans = [figure for figure in figures if figure.begin and figure.finish]
    if len(lengths) != 1 or not spans:
        return None
    stated = lengths[0]
    first, last = min(span.begin for span in spans), max(span.finish for span in spans)
    days = (last - first).days + 1
    given = round(days / MEAN_DAYS[stated.unit], 1)
    words = with_unit(given, stated)
    fields = {
        "span": range_in_words(first, last),
        "computed": words,
        "in_days": "" if stated.unit == "days" else f" ({amount(days, 'day')})",
        "stated": stated.printed,
    }
    bars = _two_bars(range_in_words(first, last), [given], words, stated, stated.printed)
    apart = f"{with_unit(round(abs(given - stated.value), 1), stated)} apart"
    return Worked(fields, apart, bars, stated.unit)


def _order(figures: Sequence[Figure], check) -> Worked | None:
    """Dates in the order they must have; the first two neighbours that are out of order."""
    if any(figure.begin is None or figure.finish is None for figure in figures):
        return None
    pairs = zip(figures, figures[1:], strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one.begin > other.finish), None)
    if at is None:
        return None
    before, after = figures[at : at + 2]
    told = events(check, figures)[at : at + 2] or [before.named, f"what is dated {after.named}"]
    fields = {
        "earlier": told[0],
        "later": told[1],
        "earlier_quote": before.named,
        "later_quote": after.named,
        "from": day_in_words(before.begin),
        "until": day_in_words(after.finish),
    }
    bars = (
        Bar(f"must come first\n{before.named}", (before.begin.toordinal(),), fields["from"], False),
        Bar(f"must come after\n{after.named}", (after.finish.toordinal(),), fields["until"], True),
    )
    days = (before.begin - after.finish).days
    return Worked(fields, f"{amount(days, 'day')} the wrong way round", bars, "calendar")


def _again(figures: Sequence[Figure], check) -> Worked | None:
    """One figure that is given more than once."""
    if len({figure.unit for figure in figures}) > 1:
        return None
    different = list({(figure.low, figure.high): figure for figure in figures}.values())
    values = sorted(figure.value for figure in different)
    like = figures[0]
    fields = {
        "all": listed(figure.named for figure in different),
        "lowest": with_unit(values[0], like),
        "highest": with_unit(values[-1], like),
    }
    bars = tuple(
        Bar(figure.named, (figure.value,), figure.printed, at > 0) for at, figure in enumerate(different[:4])
    )
    return Worked(fields, f"{with_unit(values[-1] - values[0], like)} apart", bars, _scale(like))


# Template → what it comes to; one that is not here has words and no bars
_WORK: Mapping[str, Callable[[Sequence[Figure], object], Worked | None]] = {
    "sum": _sum,
    "rest": _sum,
    "table sum": _sum,
    "share": _share,
    "change in percent": _change,
    "average": _average,
    "age": _age,
    "duration": _duration,
    "order": _order,
    "restated": _again,
}


def _scale(figure: Figure) -> str:
    return {"count": "number", "percent": "%"}.get(figure.unit, figure.unit)


def _points(given: float, stated: float) -> str:
    gap = round(abs(given - stated), 1)
    return f"{figure_in_words(gap)} {'point' if gap == 1 else 'points'} apart"


def _needed(value: float, like: Figure) -> str:
    """A needed value: whole if people or things are counted (halves up), otherwise with the decimals that matter."""
    return with_unit(int(value + 0.5) if like.unit == "count" else value, like)
