"""Tables in many layouts (`sheets.txt`): what each cell is worth, in which unit, and which cells are dates."""

import re
from pathlib import Path

import pytest

from helpers import extract
from helpers.texts import Article


def sheets():
    whole = (Path(__file__).parent / "sheets.txt").read_text(encoding="utf-8")
    for sheet in whole.split("=== ")[1:]:
        name, rest = sheet.split("\n", 1)
        text, expected = rest.split("---\n")
        figures, _, dates = expected.partition("@")
        yield pytest.param(text.strip("\n"), list(quantities(figures)), dates.split(), id=name)


def quantities(line):
    for part in line.split(" | "):
        words = part.split()
        values = [word for word in words if re.fullmatch(r"-?[\d.]+", word)]
        unit = " ".join(word for word in words if word not in values)
        yield from ((float(word), unit) for word in values)


@pytest.mark.parametrize(("text", "expected", "dates"), [*sheets()])
def test_a_sheet(text, expected, dates):
    read = extract([Article("t", "The office gave these figures.\n\n" + text, published="2025-06-10")])
    found = zip(read.quantities["value"], read.quantities["unit"], strict=True)
    assert list(found) == expected
    assert read.dates["value"].tolist() == dates
