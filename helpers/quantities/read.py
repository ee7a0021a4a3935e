"""Numbers that count or measure: how many, how much, of what.

A quantity is a number in digits or words that counts or measures something, with its qualifier ("over",
"nearly", "up to"), scale word ("1.7 million") and unit ("6,500 pounds", "84 percent", "$2.5 billion").
Qualifiers are read as bounds. Fractions ("two-thirds of", "one in five") are percentages; "four per
individual" and "an average of four" are ratios. A range is one quantity with both bounds.

No quantities: parts of dates, durations and times (`dates` says where they are), ages, names ("MS-13"), laws
("8 U.S.C. 1326"), addresses, telephone and list numbers, ordinals, "one of" and figurative ones, words of
amount ("both", "dozens of", "several hundred").

The reading is a grammar of compiled patterns over the raw text; the words it knows are in
`helpers/data/quantities/`.

>>> from helpers.texts.corpus import Article
>>> from helpers.texts.sentence import sentences
>>> article = Article(slug="x", text="Police seized over 1.7 million pills and 12 guns.")
>>> [(row.quote, row.low, row.high, row.what) for row in read_quantities(article, sentences(article), [])]
[('over 1.7 million', 1700000.0, None, 'pills'), ('12', 12.0, 12.0, 'guns')]
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from helpers.dates import DateRow, impossible_days
from helpers.quantities import spanish
from helpers.quantities.aside import SetAsideRow, set_aside
from helpers.quantities.cells import unit_of_cell
from helpers.quantities.counted import is_topic, of_them, thing_counted, told_of
from helpers.quantities.elided import with_units_left_out
from helpers.quantities.grammar import find_quantities
from helpers.quantities.in_cells import cells_in, in_cell, with_cells_apart
from helpers.quantities.layout import Place, groups_of, place_of
from helpers.quantities.local_money import local_money
from helpers.quantities.numerals import GLANCE, is_plural, next_word
from helpers.quantities.periods import calendar_of, periods_in
from helpers.quantities.readings import Aside, Reading
from helpers.texts import Article, Row, Sentence, fold_letters

__all__ = ["QuantityRow", "read_numbers", "read_quantities"]

_LARGEST = 1e100  # the square of it is still a number

_SCALED = re.compile(r"\d.*[^\W\d_]", re.S)  # "$62 million", "$62m"

# language -> the readers of its numbers and of what they count
_READERS = {
    "en": (find_quantities, thing_counted),
    "es": (spanish.find_quantities, spanish.thing_counted),
}


@dataclass(frozen=True, kw_only=True)
class QuantityRow(Row):
    """One quantity.

    Attributes:
        value: The number itself; of a range its middle.
        low, high: Bounds, both included; None where there is none. "over N" has low N, "nearly N" and "up to
            N" have high N.
        approx: Whether the text says "about" or the like.
        unit: count, percent, percentage points, ratio, a currency code (USD), or a measure (kg, tonne, lb,
            litre, km, ...).
        what: The thing counted, in the words of the text; for a table cell the label of its row or column.
            May be empty.
        per: What it is counted by: "individual" in "four per individual"; otherwise empty.
        by: The agency that does to them what was done (`event`), if it is exactly one; empty here.
        period: TIMEX3 value of the date that the figure is of: the only one of its unit that tells of no other
            figure or clause, or the one right beside it; of a table cell the only one of its row, or that of its
            column; of an open stretch (since May 2024) its first and last day, two points where that is not known;
            otherwise empty.
        sentence, sentence_start: Words and offset of the unit it stands in.
        label: Label of the table row or of the bullet ("Fentanyl" in "Fentanyl: 386.9 kg"); otherwise empty.
        column: Header of the table column; otherwise empty.
        group: Offset of the first line of the table or list it belongs to; -1 outside of both.
        lead_in: The unit that stands right before that list or table, for a table with the first line below
            it; otherwise empty.
        noun: The noun counted, in the singular; empty where the number stands alone ("14 of Honduras").
        noun_class: Its class (person, officer, vehicle, weapon, substance, money, ...); empty where no list has it.
        event: The verb that governs the figure, as its lemma; empty where the sentence was not parsed.
        part_in_event: How the figure takes part in it: subject, passive subject, object, complement, or a
            preposition.
        refers: How the figure refers: new, same ("the 216"), part ("40 of them"), rest ("the other five"),
            more, all, each, or together.
        place: The place named right behind it; otherwise empty.
        restrictors: What narrows it, as "slot=value" separated by semicolons: "of=Honduras", "suspected of=smuggling".
        step: The step to which the number is printed: 0.1 for "2.4 tonnes".
    """

    value: float
    low: float | None
    high: float | None
    approx: bool
    unit: str
    what: str
    per: str
    by: str
    period: str
    sentence: str
    sentence_start: int
    label: str
    column: str
    group: int
    lead_in: str
    noun: str = ""
    noun_class: str = ""
    event: str = ""
    part_in_event: str = ""
    refers: str = ""
    place: str = ""
    restrictors: str = ""
    step: float = 1.0


def read_quantities(article: Article, sentences: list[Sentence], dates: list[DateRow]) -> list[QuantityRow]:
    """The quantities of an article alone, one row each, in the order of the text: see `read_numbers`."""
    return read_numbers(article, sentences, dates)[0]


def read_numbers(
    article: Article, sentences: list[Sentence], dates: list[DateRow]
) -> tuple[list[QuantityRow], list[SetAsideRow]]:
    """Reads the numbers of an article.

    Args:
        article: The article.
        sentences: Its sentences; each is read in its language.
        dates: Its temporal expressions, from `dates.read_dates`; numbers inside them are no quantities.

    Returns:
        One row a quantity, and one row for each number that is neither a quantity nor in a date, both in the
        order of the text.
    """
    text = with_cells_apart(
        fold_letters(article.text).replace("**", "  "), sentences
    )  # ** is bold in Markdown
    folded = sentences
    if text != article.text:
        folded = [replace(one, text=text[one.start : one.end]) for one in sentences]
    rows: list[QuantityRow] = []
    asides: list[Aside] = []
    local = cache(partial(local_money, text))
    groups = groups_of(sentences)
    columns: dict[int, str] = {}  # the date in the header of each column
    table = None
    for number, (sentence, inside) in enumerate(_with_dates(folded, dates)):
        if sentence.block.kind == "table header":
            columns = columns if sentence.block.table is table else {}
            columns |= {sentence.block.cell_at(start): value for start, _, value in calendar_of(inside)}
            table = sentence.block.table
        find, _ = _READERS.get(sentence.language, (None, None))
        if not find or sentence.block.kind == "furniture":
            continue
        if sentence.language == "en" and not GLANCE.search(text, sentence.start, sentence.end):
            continue
        read = [one for cell in cells_in(sentence, inside) for one in _read_in(text, *cell, find)]
        asides += [one for one in read if isinstance(one, Aside)]
        found = [one for one in read if isinstance(one, Reading)]
        if sentence.language == "en":
            found = with_units_left_out(text, found, _last_measured(rows))
        if found:
            rows.extend(
                _rows(
                    article, text, sentence, found, inside, columns, groups.get(number, (-1, "")), local, rows
                )
            )
    return rows, set_aside(article, sentences, asides, [*dates, *rows], _READERS)


def _read_in(text: str, sentence: Sentence, dates: list[tuple], find: Callable) -> Iterator[Reading | Aside]:
    """What is read in a sentence or a cell of a table."""
    read = _with_no_such_days(text, sentence, map(_conceivable, find(text, sentence, dates)))
    return in_cell(text, sentence, read) if sentence.block.table else read


def _conceivable(one: Reading | Aside) -> Reading | Aside:
    """What was read, but no number so large that it cannot be reckoned with: "10^99 trillion trillion"."""
    if isinstance(one, Aside) or abs(one.value) <= _LARGEST:
        return one
    return Aside(one.start, one.end, "not understood")


def _with_no_such_days(
    text: str, sentence: Sentence, read: Iterable[Reading | Aside]
) -> Iterator[Reading | Aside]:
    """What was read in a sentence, a day that no calendar has as one number set aside; "by June 31 arrests were made" has
    none."""
    days = [(sentence.start + start, sentence.start + end) for start, end in impossible_days(sentence.text)]
    days = [day for day in days if not _counts(text, *day, sentence)]
    yield from (Aside(*day, "no such day") for day in days)
    yield from (one for one in read if not any(one.start < end and start < one.end for start, end in days))


def _counts(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the number behind a month can count what follows: "by June 31 arrests were made", not "the June 31 raids"."""
    alone = (
        re.fullmatch(r"[A-Za-z]+\.?\s\d\d", text[start:end])
        and text[max(0, start - 4) : start].lower() != "the "
    )
    return bool(alone) and is_plural(next_word(text, end, sentence.end))


def _last_measured(rows: list[QuantityRow]) -> tuple[int, str]:
    """End and unit of the last quantity that is no mere number."""
    measured = (row for row in reversed(rows[-4:]) if row.unit not in ("count", "percent", "ratio"))
    return next(((row.end, row.unit) for row in measured), (0, ""))


def _with_dates(sentences: list[Sentence], dates: list[DateRow]) -> Iterator[tuple[Sentence, list[tuple]]]:
    """Each sentence with (start, end, row) of the dates in it."""
    spans = sorted(((date.start, date.end, date) for date in dates), key=lambda span: span[:2])
    at = 0
    for sentence in sentences:
        while at < len(spans) and spans[at][1] <= sentence.start:
            at += 1
        last = at
        while last < len(spans) and spans[last][0] < sentence.end:
            last += 1
        yield sentence, spans[at:last]


def _rows(
    article: Article,
    text: str,
    sentence: Sentence,
    found: list[Reading],
    dates: list,
    columns: dict[int, str],
    group: tuple[int, str],
    local: Callable[[str], str],
    earlier: list[QuantityRow],
) -> Iterator[QuantityRow]:
    periods = periods_in(text, sentence, found, dates, columns)
    goes_on = earlier and earlier[-1].group == group[0] != -1 and sentence.block.kind == "bullet"
    previous, last = (earlier[-1].what, earlier[-1].unit) if goes_on else ("", "")
    nearest = previous
    end, told = -1, ""  # of the quantity before, in this sentence
    written = article.text[sentence.start : sentence.end]
    starts = sorted([date[0] for date in dates] + [one.start for one in found] + [sentence.end])
    for one, period in zip(found, periods, strict=True):
        place = place_of(text, sentence, one)
        ceiling = starts[min(bisect_left(starts, one.end), len(starts) - 1)]
        meant = nearest if of_them(text, one) else previous
        of_before = told_of(text, end, told, one) or (meant if _alike(last, one.unit) else "")
        what = _READERS[sentence.language][1](
            text, sentence, one, ceiling, of_before, place.column, place.label
        )
        nearest = (what or previous) if what != "times" else ""
        previous, last = nearest if is_topic(text, one, previous) else previous, one.unit
        end, told = one.end, what
        yield QuantityRow(
            **article.evidence(one.start, one.end, sentence.block),
            **_value(one, text, place, local),
            approx=one.approx,
            what=_as_written(article.text, text, what, sentence),
            per=one.per,
            by="",
            period=period,
            sentence=written,
            sentence_start=sentence.start,
            label=place.label,
            column=place.column,
            group=group[0],
            lead_in=group[1],
        )


def _alike(last: str, unit: str) -> bool:
    """Whether a figure can count what the one before counts: "12 men, 40 percent", but not "a 212 percent increase
    when they seized 44,065 pounds"."""
    shares = ("count", "percent", "ratio")
    return unit == last or last in shares and unit in shares


def _value(one: Reading, text: str, place: Place, local: Callable[[str], str]) -> dict:
    """Value, bounds and unit, with what the place in a table adds to them."""
    scaled = bool(_SCALED.search(text, one.start, one.end))
    kind, factor = unit_of_cell(place, one.unit, scaled=scaled)
    low, high = (bound if bound is None else _plain(bound * factor) for bound in (one.low, one.high))
    return {"value": _plain(one.value * factor), "low": low, "high": high, "unit": local(kind)}


def _plain(number: float) -> float:
    """A number without the dust of binary fractions: 1.07 billion is 1,070,000,000."""
    return round(float(f"{number:.15g}"), 9)


def _as_written(original: str, folded: str, words: str, sentence: Sentence) -> str:
    """Words of the folded text with the letters that the article has."""
    at = folded.find(words, sentence.block.start, sentence.end) if folded is not original else -1
    return words if at < 0 else original[at : at + len(words)]
