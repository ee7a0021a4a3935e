"""What follows from a change of a whole article: its days a month on, its paragraphs in another order, its full stops gone,
a body called by the name of another. Also texts made of what the checks are tried on, with anything put between."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import check, extract
from helpers.quantities.local_money import LISTS, local_money
from helpers.texts import Article
from tests.test_properties import ARTICLES, ODD, assert_sound

MONTHS = [f"{date(2024, month, 1):%B}" for month in range(1, 13)]
MONTH = "|".join(MONTHS)
FULL_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>\d\d?), (?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d\d?) (?P<month2>{MONTH}) (?P<year2>(?:19|20)\d\d))\b"
)
BODIES = {
    "Federal Bureau of Investigation": "Drug Enforcement Administration",
    "FBI": "DEA",
    "Customs and Border Protection": "Immigration and Customs Enforcement",
    "CBP": "ICE",
}
BODIES |= {other: body for body, other in BODIES.items()}
NAMED = re.compile("|".join(rf"\b{body}\b" for body in sorted(BODIES, key=len, reverse=True)))
CASES = [
    json.loads(line)["text"]
    for line in (Path(__file__).parent / "checks" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
]
NUMBER = ("article", "quote", "low", "high", "unit")


def moved(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(28)).isoformat() if len(day) == len("2024-05-03") else day


def on_by_28_days(text: str) -> str:
    def later(match: re.Match) -> str:
        month, day, year = (match[name] or match[f"{name}2"] for name in ("month", "day", "year"))
        new = date(int(year), MONTHS.index(month) + 1, int(day)) + timedelta(28)
        return f"{new:%B} {new.day}, {new.year}" if match["month"] else f"{new.day} {new:%B} {new.year}"

    return FULL_DAY.sub(later, text)


def backwards(text: str) -> str:
    first, *others = re.split(r"\n\s*\n", text.strip("\n"))
    return "\n\n".join([first, *others[::-1]])


def without_full_stops(text: str) -> str:
    return "\n\n".join(re.sub(r"(?<=[a-z]{3})\.$", "", part) for part in text.split("\n\n"))


def renamed(text: str) -> str:
    return NAMED.sub(lambda body: BODIES[body[0]], text)


def changed(change, published=lambda day: day):
    return extract(
        Article(
            slug=one.slug, text=change(one.text), title=change(one.title), published=published(one.published)
        )
        for one in ARTICLES
    )


def rows(frame, *columns) -> Counter:
    return Counter(map(str, frame[list(columns)].to_numpy().tolist()))


@pytest.fixture(scope="module")
def read():
    return extract(ARTICLES)


@pytest.mark.parametrize("change", [backwards, without_full_stops])
def test_figures_stay_where_paragraphs_or_full_stops_move(change, read):
    assert rows(changed(change).quantities, *NUMBER) == rows(read.quantities, *NUMBER)


def test_days_28_days_on_move_their_rows_and_nothing_else(read):
    later = changed(on_by_28_days, moved)
    single = [
        Counter(
            (row.article, change(row.quote), day(row.begin), day(row.finish))
            for row in tables.dates.itertuples()
            if FULL_DAY.fullmatch(row.quote)
        )
        for tables, change, day in ((read, on_by_28_days, moved), (later, str, str))
    ]
    assert single[0] == single[1] and single[0].total() > 5
    assert rows(later.quantities, *NUMBER) == rows(read.quantities, *NUMBER)
    roles = ("article", "agency", "role", "mode", "negated")
    assert rows(later.roles, *roles) == rows(read.roles, *roles)


def test_bodies_renamed_change_the_names_and_nearly_nothing_else(read):
    """The parser sees other words, so that a few roles may differ."""
    other = changed(renamed)
    before, after = (
        Counter((row.article, change(row.agency), row.role) for row in tables.roles.itertuples())
        for tables, change in ((read, renamed), (other, str))
    )
    assert (before - after).total() <= before.total() // 20
    assert rows(other.quantities, "article", "low", "high", "unit") == rows(
        read.quantities, "article", "low", "high", "unit"
    )


@st.composite
def cases(draw):
    """Two texts that the checks are tried on, with anything put into them, and one of them cut."""
    first, second = draw(st.sampled_from(CASES)), draw(st.sampled_from(CASES))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(first)))
        first = first[:at] + draw(ODD) + first[at + draw(st.integers(0, 4)) :]
    return f"{first}{draw(st.sampled_from([' ', chr(10) * 2, '', chr(0x2028), ' | ']))}{second[: draw(st.integers(0, 400))]}"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.sampled_from(["", "2024", "2025-06-30"]))
def test_checks_of_any_text_are_sound_and_quote_it_exactly(text, published):
    assert_sound(text, published)
    found = check(extract([Article(slug="x", text=text, published=published)]))
    for row in found.itertuples():
        assert [
            text[at : at + len(quote)] for at, quote in zip(row.starts, row.quotes, strict=True)
        ] == row.quotes


@settings(max_examples=200)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from(["Canada", "Chile", "Kenya", "\x00", "É"])).map(" ".join)
)
def test_the_money_of_any_text_has_a_name(text):
    assert all(local_money(text, unit) for unit in (*LISTS, "USD", "count"))
