"""How often would a wrong number be noticed, and how often is something noticed that is none?

In: gold texts with their relations and the tables read from them. The mutation bench changes each number of each relation
that holds, by one, by a swap of digits, by some percent, and counts how often a failing row names it (noticed) and how
often another row fails (other alarms). A change is counted only where the relation can no longer hold by the rounding and
the qualifiers of its figures (`helpers.accuracy.rounding`): what the text allows nobody can notice. The silence bench draws the numbers of an article anew, with three digits or more:
what still "holds" there is chance. Both change the tables and not the texts, so that nothing is read again.

    python -m helpers.accuracy.mutations tests/gold/dev tests/gold/more
"""

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from helpers.accuracy.gold import GoldSet, load_gold
from helpers.accuracy.rounding import LENGTH, may_hold
from helpers.checks import check
from helpers.extraction import Tables, extract
from helpers.texts import load_corpus

__all__ = ["CHANGES", "mutations", "silence"]

# name → by how much the number is changed; None where that is not a share of it
CHANGES = {
    "by one": None,
    "digits swapped": None,
    "2%": 0.02,
    "5%": 0.05,
    "10%": 0.1,
    "20%": 0.2,
    "50%": 0.5,
}
# hold among drawn numbers without saying anything, or are of dates, which stay as they are
TRIVIAL = ("restated", "part within whole", "weekday", "order", "age", "names")
_OUTCOME = ["kind", "change", "noticed", "other_alarms"]


def mutations(
    sets: Iterable[GoldSet], tables: Iterable[Tables], *, most: int = 25, seed: int = 0
) -> pd.DataFrame:
    """Changes numbers of relations that hold, and looks for what fails.

    Args:
        sets: Annotated texts.
        tables: From `extract`, for each of the sets.
        most: How many changed numbers of a set are counted for each kind of relation and change.
        seed: Of the choice among them, so that a run can be repeated.

    Returns:
        One row a kind of relation and change, over all sets: kind, change, size (of the error, as a share; missing where
        it differs from number to number), tried (number), noticed and other_alarms (shares).
    """
    found = [_outcomes(own, read, most, seed) for own, read in zip(sets, tables, strict=True)]
    frame = pd.concat(found or [pd.DataFrame(columns=_OUTCOME)], ignore_index=True)
    frame["change"] = pd.Categorical(frame["change"], list(CHANGES))
    grouped = frame.groupby(["kind", "change"], observed=True)
    shares = grouped.agg(
        tried=("noticed", "size"), noticed=("noticed", "mean"), other_alarms=("other_alarms", "mean")
    ).reset_index()
    shares.insert(2, "size", shares["change"].astype(object).map(CHANGES).astype(float))
    return shares


def _outcomes(gold: GoldSet, tables: Tables, most: int, seed: int) -> pd.DataFrame:
    """Each changed number of a set with what came of it."""
    known = _failing(check(tables))
    rows = {name: _by_article(getattr(tables, name)) for name in ("quantities", "dates")}
    tries = list(_tries(gold, rows))
    random.Random(seed).shuffle(tries)
    taken: dict[tuple[str, str], list[tuple]] = defaultdict(list)
    for article, kind, places, start, change in tries:
        made = _changed(rows, article, start, change) if len(taken[kind, change]) < most else None
        if made and not may_hold(kind, _figures(rows, article, places, made)):
            taken[kind, change].append((article, start, made))
    cases = [(*key, *one) for key, ones in taken.items() for one in ones]
    found = _failing(check(_mutants(tables, rows, [(one[2], one[4]) for one in cases])))
    result = []
    for number, (kind, change, article, start, _) in enumerate(cases):
        failing = found.get(f"m{number:05}", set())
        noticed = any(start in starts for starts in failing)
        other = any(start not in starts for starts in failing - known.get(article, set()))
        result.append((kind, change, noticed, other))
    return pd.DataFrame(result, columns=_OUTCOME)


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in frame.to_dict("records"):
        rows[row["article"]].append(row)
    return rows


def _failing(checks: pd.DataFrame) -> dict[str, set[tuple[int, ...]]]:
    """The places of the figures of each row that fails, by article."""
    found: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for row in checks[~checks["holds"].astype(bool)].itertuples():
        found[row.article].add(tuple(row.starts))
    return found


def _tries(
    gold: GoldSet, rows: dict[str, dict[str, list[dict]]]
) -> Iterator[tuple[str, str, list[int], int, str]]:
    """Each number of each relation that holds, with each change: article, kind, places of all its figures, place of the
    number, change."""
    for relation in gold.rows["checks"]:
        article = relation["article"]
        if not relation["holds"] or relation["kind"] == "order_of_events":
            continue
        figures = [*rows["quantities"].get(article, ()), *rows["dates"].get(article, ())]
        places = _places(relation["quotes"], figures)
        for start in places:
            for change in CHANGES:
                yield article, relation["kind"], places, start, change


def _places(quotes: list[str], figures: list[dict]) -> list[int]:
    """Where the figures of a relation stand: of each quote the place nearest to the others, in the order of the quotes; a
    quote that is used twice has two."""
    starts = {quote: [row["start"] for row in figures if row["quote"] == quote] for quote in quotes}
    rare = [places[0] for places in starts.values() if len(places) == 1]
    middle = sum(rare) / len(rare) if rare else 0
    near = {quote: sorted(places, key=lambda place: abs(place - middle)) for quote, places in starts.items()}
    return [near[quote].pop(0) for quote in quotes if near[quote]]


def _figures(
    rows: dict[str, dict[str, list[dict]]], article: str, places: list[int], made: tuple[str, int, dict]
) -> list[dict]:
    """The rows of the figures that stand at some places of an article, one of them changed."""
    table, at, new = made
    found = {}
    for name, of_table in rows.items():
        for number, row in enumerate(of_table.get(article, ())):
            if row["start"] in places:
                found[row["start"]] = row | new if (name, number) == (table, at) else row
    return [found[place] for place in places]


def _changed(
    rows: dict[str, dict[str, list[dict]]], article: str, start: int, change: str
) -> tuple[str, int, dict] | None:
    """Table, number of the row and new values of a figure; None where the change makes no other number."""
    for number, row in enumerate(rows["quantities"].get(article, ())):
        if row["start"] == start:
            new = _other(float(row["value"]), float(row["step"]), change)
            return ("quantities", number, _scaled(row, new)) if new else None
    for number, row in enumerate(rows["dates"].get(article, ())):
        length = LENGTH.fullmatch(str(row["value"])) if row["start"] == start else None
        if length and (new := _other(float(length[1]), 1.0, change)):
            return "dates", number, {"value": f"P{new:g}{length[2]}"}
    return None


def _other(value: float, step: float, change: str) -> float | None:
    """A number after a change, printed to the same step; None where that is the same number, or none above 0."""
    decimals = max(0, -math.floor(math.log10(step))) if step > 0 else 0
    if change == "digits swapped":
        digits = f"{value:.{decimals}f}"
        at = next(
            (n for n in range(len(digits) - 1) if digits[n : n + 2].isdigit() and digits[n] != digits[n + 1]),
            None,
        )
        if at is None or digits[at + 1] == "0":
            return None
        new = float(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    else:
        share = CHANGES[change]
        new = value + 1 if share is None else value * (1 + share)
        new = round(round(new / step) * step if step > 1 else new, decimals)
    return new if new != value and new > 0 else None


def _scaled(row: dict, new: float) -> dict:
    """The columns of a figure with another value; its bounds move along."""
    moved = {name: row[name] + new - row["value"] for name in ("low", "high") if not pd.isna(row[name])}
    return {"value": new} | moved


def _mutants(tables: Tables, rows: dict[str, dict[str, list[dict]]], cases: list[tuple]) -> Tables:
    """One copy of an article for each change, named by its number."""
    made: dict[str, list[dict]] = {"quantities": [], "dates": []}
    for number, (article, (table, at, new)) in enumerate(cases):
        for name, of_table in rows.items():
            for place, row in enumerate(of_table.get(article, ())):
                changed = new if (name, place) == (table, at) else {}
                made[name].append({**row, **changed, "article": f"m{number:05}"})
    frames = {name: pd.DataFrame(own, columns=getattr(tables, name).columns) for name, own in made.items()}
    return replace(tables, **frames)


def silence(tables: Tables, *, rounds: int = 5, seed: int = 0) -> pd.DataFrame:
    """Draws the numbers and lengths of each article anew, and counts what still holds.

    Numbers that are only dealt out anew among themselves would not do: two parts and their total still add up
    whenever the total happens to stay in its place.

    Args:
        tables: From `extract`.
        rounds: How often the numbers are drawn.
        seed: Of the drawing, so that a run can be repeated.

    Returns:
        One row a template that holds: template, articles (share of the articles with drawn numbers), besides those
        that hold among any numbers (figures that are given again, parts within their whole, weekdays); a last row
        "any".
    """
    chance, total, holds = random.Random(seed), 0, []
    figures, columns = tables.quantities.to_dict("records"), tables.quantities.columns
    lengths = tables.dates["value"].astype(str).str.fullmatch(LENGTH.pattern)
    told = tables.dates.loc[lengths, "value"].str.extract(LENGTH.pattern).to_numpy()
    told = [*zip(tables.dates.loc[lengths, "article"], told, strict=True)]
    for number in range(rounds):
        drawn: dict[tuple, float] = {}
        new = [
            row | _scaled(row, _drawn(drawn, row["article"], row["unit"], row["value"], row["step"], chance))
            for row in figures
        ]
        quantities = pd.DataFrame(new, index=tables.quantities.index, columns=columns)
        dates = tables.dates.copy()
        dates.loc[lengths, "value"] = [
            f"P{_drawn(drawn, article, unit, float(many), 1.0, chance):g}{unit}"
            for article, (many, unit) in told
        ]
        rows = check(replace(tables, quantities=quantities, dates=dates))
        rows = rows[rows["holds"].astype(bool) & ~rows["template"].isin(TRIVIAL)]
        holds.append(rows.assign(round=number)[["article", "round", "template"]])
        total += quantities["article"].nunique()
    found = pd.concat(holds).drop_duplicates()
    shares = found.groupby("template").size() / max(total, 1)
    shares["any"] = len(found[["article", "round"]].drop_duplicates()) / max(total, 1)
    return shares.rename("articles").rename_axis("template").reset_index()


def _drawn(
    drawn: dict[tuple, float], article: str, unit: str, value: float, step: float, chance: random.Random
) -> float:
    """Another number of as many digits, three at least, printed to the same step; equal ones of an article and unit stay
    equal."""
    key = (article, unit, value)
    if key not in drawn and step > 0:
        steps = max(1, round(abs(value) / step))
        least = 10 ** max(2, len(str(steps)) - 1)  # of one digit, every ninth would agree
        while (other := chance.randrange(least, least * 10)) == steps:
            pass
        drawn[key] = round(other * step, 10)
    return drawn.get(key, value)


def main() -> None:
    """The command line: prints the measure of every folder of gold texts that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        for gold in load_gold(load_corpus(folder)):
            tables = extract(gold.corpus)
            print(folder, mutations([gold], [tables]).round(3).to_string(index=False), sep="\n")
            print(silence(tables).round(3).to_dict("records"))


if __name__ == "__main__":
    main()
