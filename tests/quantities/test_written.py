"""Numbers and dates in the many ways people write them, and what each is worth.

The expected values of `written.tsv` were written down before the sentences were read, save for some thirty that were
corrected by hand afterwards. A quantity is its value and unit ("12 kg", "5..10 percent", "20 or more", "up to 40"; a
bare number counts), a date a day, two days or the length of a duration; what is not listed must not be found.
"""

import csv
import math
from pathlib import Path

import pytest

from helpers.dates import DateRow, read_dates
from helpers.quantities import QuantityRow, read_numbers
from helpers.quantities.marks import mark_end, power_value
from helpers.texts import Article, sentences

with (Path(__file__).parent / "written.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def bounds(written: str) -> tuple[float | None, float | None]:
    """The bounds that the words of the table give."""
    if written.startswith("up to "):
        return None, float(written.removeprefix("up to "))
    if written.endswith(" or more"):
        return float(written.removesuffix(" or more")), None
    low, _, high = written.partition("..")
    return float(low), float(high or low)


def is_quantity(row: QuantityRow, expected: str) -> bool:
    number = expected
    if row.unit != "count":
        if not expected.endswith(f" {row.unit}"):
            return False
        number = expected.removesuffix(f" {row.unit}")
    try:
        wanted = bounds(number)
    except ValueError:  # another unit
        return False
    found = (row.low, row.high)
    return all(
        a is None and b is None or None not in (a, b) and math.isclose(a, b, rel_tol=2e-3, abs_tol=1e-12)
        for a, b in zip(found, wanted, strict=True)
    )


def as_written(row: DateRow) -> str:
    if row.type == "DURATION" or not row.begin:
        return row.value
    return row.begin if row.begin == row.finish else f"{row.begin}..{row.finish}"


def parts(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_numbers_and_dates_are_read_as_they_are_written(row):
    text = row["text"].replace("\\n", "\n")
    article = Article(slug="x", text=text, published=row["published"])
    split = sentences(article)
    dates = read_dates(article, split)
    quantities, _ = read_numbers(article, split, dates)
    for one in [*dates, *quantities]:
        assert text[one.start : one.end] == one.quote
    wanted = parts(row["quantities"])
    told = [(one.quote, one.low, one.high, one.unit) for one in quantities]
    assert len(quantities) == len(wanted), told
    assert all(map(is_quantity, quantities, wanted)), told
    assert [as_written(one) for one in dates if not one.vague] == parts(row["dates"])


def test_the_table_is_large_and_names_each_sentence_once():
    texts = [(row["text"], row["published"]) for row in ROWS]
    assert len(texts) == len(set(texts)) >= 500


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("216¹ men", 3, 4),
        ("216¹² men", 3, 5),
        ("216¹,² men", 3, 6),
        ("216 [1] men", 3, 7),
        ("216[note 3][4] men", 3, 14),
        ("216*** men", 3, 6),
        ("216(1) men", 3, 6),
        ("216*4 men", 3, 3),
        ("216[m]en", 3, 3),
        ("216 (1) men", 3, 3),
        ("216 men", 3, 3),
    ],
)
def test_the_mark_of_a_note_ends_where_its_signs_end(text, at, end):
    assert mark_end(text, at, len(text)) == end


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("10^6", 1e6),
        ("10^(-3)", 1e-3),
        ("10⁻³", 1e-3),
        ("2.5×10⁸", 2.5e8),
        ("3 x 10^4", 3e4),
        ("2 X 10^6", 2e6),
        ("2^10", 1024),
        ("1,000", None),
        ("10", None),
    ],
)
def test_a_power_has_its_value(digits, value):
    assert power_value(digits) == (pytest.approx(value) if value else None)


@pytest.mark.parametrize("digits", ["0^-99", "0^(-3)", "00⁻⁹", "9999^99"])
@pytest.mark.parametrize("told", ["Police held {} men in May.", "La policía detuvo a {} hombres en mayo."])
def test_what_has_no_value_is_no_power(told, digits):
    article = Article(slug="x", text=told.format(digits))
    rows, aside = read_numbers(article, sentences(article), [])
    assert rows or aside
    assert not [row for row in (*rows, *aside) if digits in row.quote]


def test_a_raised_six_is_a_note_where_the_text_has_a_fifth():
    def values(text: str) -> list[float]:
        article = Article(slug="x", text=text)
        return [one.value for one in read_numbers(article, sentences(article), [])[0]]

    assert values("The swab held 10⁶ spores.") == [1e6]
    assert values("The fifth⁵ swab held 10⁶ spores.") == [10]
    assert values("The police held 10⁶ people.") == [10]
    assert values("The police held 10¹ dogs.") == [10]
