"""Which dates of an article are the chain of its case: the likeliest of all chains, and what keeps one from being reported."""

import math
from itertools import combinations

import pytest

from helpers.checks import check, each_story, steps_told
from helpers.checks.times.chains import likeliest, none_outside
from helpers.checks.times.date_quotes import day_of
from helpers.extraction import extract
from helpers.texts import Article, word_list

CASE = (
    "Customs officers searched a van at Tornio on 12 October 2022 and found 40 kilos of snus. They searched nine flats in Kemi "
    "on 25 April 2023. The prosecutor charged the driver on 2 June 2023. The district court convicted him on {}. "
    "In 2021 customs had seized 300 kilos, and since January 120."
)


def tables(text):
    return extract([Article(slug="x", text=text, published="2024-03-01")])


def orders(text):
    """The quotes of each row of events in order."""
    rows = check(tables(text)).itertuples()
    return [list(row.quotes) for row in rows if row.kind == "order_of_events" and row.holds]


def steps(text):
    (_, story), *_ = each_story(tables(text))
    return steps_told(story)[1:]


def weight(chain, told, links, known):
    """The weight of one chain, added up feature by feature."""
    own = sum(known[name] for at in chain for name in told[at].features)
    pairs = zip(chain, chain[1:], strict=False)
    return math.exp(own + sum(known[name] for pair in pairs for name in links[pair]) + known["chain"])


def test_a_chain_is_as_likely_as_its_part_of_the_weight_of_all_chains_and_of_none():
    told, links = steps(CASE.format("4 March 2024"))
    known = {row["feature"]: float(row["weight"]) for row in word_list("checks/step_weights")}
    numbers = range(len(told))
    chains = [chain for size in numbers[1:] for chain in combinations(numbers, size + 1)]
    weights = {chain: weight(chain, told, links, known) for chain in chains}
    chain, share = likeliest(told)
    best = max(weights, key=weights.get)
    assert {step.moment.start for step in chain} == {told[at].moment.start for at in best}
    assert share == pytest.approx(weights[best] / (1 + sum(weights.values())))
    kept = {0, 1, 2}
    inside = 1 + sum(one for chain, one in weights.items() if {*chain} <= kept)
    found = none_outside(told, {told[at].moment.start for at in kept})
    assert found == pytest.approx(inside / (1 + sum(weights.values())))


def test_fewer_than_two_dates_are_no_chain():
    assert likeliest([]) == ([], 0.0)
    assert likeliest(steps("The driver was charged on 2 June 2023 over 40 kilos.")[0]) == ([], 0.0)
    assert none_outside([], set()) == 1.0


def test_of_very_many_dates_the_likeliest_are_weighed():
    text = " ".join(
        f"On {day} May 20{year} police found {day}0 kilos." for year in (20, 21) for day in range(1, 29)
    )
    chain, share = likeliest(steps(text)[0])
    assert len(chain) <= 30 and 0 <= share <= 1


def test_the_steps_of_a_case_are_one_row_without_history_and_totals():
    days = ["12 October 2022", "25 April 2023", "2 June 2023", "4 March 2024"]
    assert orders(CASE.format(days[-1])) == [days]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("between 4 May and 9 June 2023", "4 May and 9 June 2023"),
        ("late on 9 June 2023", "9 June 2023"),
        ("4 May to 9 June 2023", "4 May to 9 June 2023"),
        ("9 June 2023 at 4 p.m.", "9 June 2023"),
    ],
)
def test_a_date_of_a_chain_is_quoted_without_hour_and_opening_word(quote, shown):
    (one, *_), _ = steps(f"Police found 40 kilos {quote}.")
    short = day_of(one.moment)
    assert (short.quote, short.end - short.start) == (shown, len(shown))


@pytest.mark.parametrize(
    "text",
    [
        "Two customs scandals keep the court of San Juan busy. On 15 October 2023 a panel convicted a freight agent over perfume. In "
        "another case, a supervisor was sentenced on 7 November 2023. The judge ordered on 9 December 2023 that it be destroyed.",
        "The pilot was arrested on 3 May 2023 and charged on 8 May 2023. The foreman was sentenced on 9 June 2023. His brother was "
        "sentenced on 11 June 2023.",
    ],
)
def test_two_cases_are_no_chain(text):
    assert not [row for row in orders(text) if len(row) > 2]
