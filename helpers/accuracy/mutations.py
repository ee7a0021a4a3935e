"""How often would a wrong number be noticed, and how often is something noticed that is none?

In: gold texts with their relations. The mutation bench changes each number of each relation that holds, by one, by a swap of
digits, by 5 % and by half, and counts how often a failing row names it (noticed) and how often another row fails (other
alarms), by template of the relation. The silence bench shuffles the numbers of an article among those of one unit: what
still "holds" there is chance.

    python -m helpers.accuracy.mutations tests/gold/dev tests/gold/more
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from helpers.checks import check
from helpers.extraction import Tables, extract
from helpers.texts import Article, load_corpus

__all__ = ["CHANGES", "mutations", "silence"]

CHANGES = ("plus one", "digit swap", "5 percent", "50 percent")
# hold among shuffled numbers without saying anything, or are of dates, which stay as they are
TRIVIAL = ("restated", "part within whole", "weekday", "duration", "order", "age", "names")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _changed(text: str, change: str) -> str | None:
    """A number as printed with the change made; None where it makes no other number."""
    plain = text.replace(",", "")
    value = float(plain)
    if change == "digit swap":
        pairs = [
            n
            for n in range(len(plain) - 1)
            if plain[n : n + 2].isdigit() and plain[n] != plain[n + 1] and plain[n + 1] != "0"
        ]
        if not pairs:
            return None
        at = pairs[0]
        new = float(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])
    else:
        new = {"plus one": value + 1, "5 percent": value * 1.05, "50 percent": value * 1.5}[change]
    decimals = len(plain.partition(".")[2])
    shown = f"{new:,.{decimals}f}" if "," in text or value < 1000 else f"{new:.{decimals}f}"
    return shown if float(shown.replace(",", "")) != value else None


def _relations(folder: Path) -> Iterator[tuple[Article, dict]]:
    """The gold relations of a folder that hold, with their articles."""
    for article in load_corpus(folder):
        note = folder / f"{article.slug}.json"
        if note.exists():
            for one in json.loads(note.read_text(encoding="utf-8")).get("checks", []):
                if one["holds"] and one["kind"] != "order_of_events":
                    yield article, one


def mutations(folders: list[Path]) -> pd.DataFrame:
    """Changes every number of every relation that is found and holds, and looks for what fails.

    Args:
        folders: Gold folders: texts, catalogue and a JSON file a text.

    Returns:
        One row a kind of relation and change: kind, change, tried, noticed (share), other_alarms (share).
    """
    cases, articles = [], []
    for folder in folders:
        for article, relation in _relations(folder):
            for quote in dict.fromkeys(relation["quotes"]):
                for change in CHANGES:
                    if mutant := _mutant(article, quote, change, len(cases)):
                        articles.append(mutant)
                        at = article.text.find(quote)
                        cases.append(
                            {"kind": relation["kind"], "change": change, "article": article.slug, "at": at}
                        )
    known = {
        slug: _failing(rows)
        for slug, rows in _rows([one for folder in folders for one in load_corpus(folder)])
    }
    found = {slug: _failing(rows) for slug, rows in _rows(articles)}
    for number, case in enumerate(cases):
        rows = found.get(f"m{number:05}", [])
        case["noticed"] = any(case["at"] in starts for starts, _ in rows)
        before = [quotes for _, quotes in known.get(case["article"], [])]
        case["other_alarms"] = any(
            case["at"] not in starts and quotes not in before for starts, quotes in rows
        )
    frame = pd.DataFrame(cases, columns=["kind", "change", "noticed", "other_alarms"])
    grouped = frame.groupby(["kind", "change"], sort=True)
    return grouped.agg(
        tried=("noticed", "size"), noticed=("noticed", "mean"), other_alarms=("other_alarms", "mean")
    ).reset_index()


def _rows(articles: list[Article]) -> Iterator[tuple[str, pd.DataFrame]]:
    """The checks of some articles, article by article."""
    return iter(check(extract(articles)).groupby("article")) if articles else iter(())


def _failing(rows: pd.DataFrame) -> list[tuple[list[int], list[str]]]:
    """Places and quotes of the rows that fail."""
    failing = rows[~rows["holds"].astype(bool)]
    return list(zip(failing["starts"], failing["quotes"], strict=True))


def _mutant(article: Article, quote: str, change: str, number: int) -> Article | None:
    """The article with the first place of a figure changed; None where the figure has no digits to change."""
    digits = _DIGITS.search(quote)
    at = article.text.find(quote)
    if not digits or at < 0 or re.search(r"[a-zA-Z]\s?\d|\d\s[A-Z]", quote):
        return None
    new = _changed(digits[0], change)
    if not new:
        return None
    start = at + digits.start()
    text = article.text[:start] + new + article.text[start + len(digits[0]) :]
    return Article(slug=f"m{number:05}", text=text, published=article.published)


def silence(tables: Tables, *, rounds: int = 5, seed: int = 0) -> pd.DataFrame:
    """Shuffles the numbers of each article among those of one unit, and counts what still holds.

    Args:
        tables: From `extract`.
        rounds: How often the numbers are shuffled.
        seed: Of the shuffling, so that a run can be repeated.

    Returns:
        One row a template that holds: template, articles (share of the shuffled articles), besides those that hold among
        any numbers (figures that are given again, parts within their whole, weekdays); a last row "any".
    """
    chance, total, holds = random.Random(seed), 0, []
    for number in range(rounds):
        shuffled = _shuffled(tables.quantities, chance)
        rows = check(replace(tables, quantities=shuffled))
        rows = rows[rows["holds"].astype(bool) & ~rows["template"].isin(TRIVIAL)]
        holds.append(rows.assign(round=number)[["article", "round", "template"]])
        total += shuffled["article"].nunique()
    found = pd.concat(holds).drop_duplicates()
    shares = found.groupby("template").size() / max(total, 1)
    shares["any"] = len(found[["article", "round"]].drop_duplicates()) / max(total, 1)
    return shares.rename("articles").rename_axis("template").reset_index()


def _shuffled(quantities: pd.DataFrame, chance: random.Random) -> pd.DataFrame:
    """The quantities with value, bounds and step dealt out anew among those of one article and unit."""
    columns = ["value", "low", "high", "approx", "step"]
    parts = []
    for _, group in quantities.groupby(["article", "unit"], sort=False):
        order = list(range(len(group)))
        chance.shuffle(order)
        dealt = group.copy()
        dealt[columns] = group[columns].iloc[order].to_numpy()
        parts.append(dealt.astype(group.dtypes.to_dict()))
    return pd.concat(parts).sort_index() if parts else quantities


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    print(mutations(folders).round(3).to_string(index=False))
    for folder in folders:
        print(folder, silence(extract(load_corpus(folder))).round(3).to_dict("records"))


if __name__ == "__main__":
    main()
