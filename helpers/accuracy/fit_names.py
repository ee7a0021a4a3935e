"""Fits the weights by which `helpers.names.weighed` sees the names of public bodies.

    python -m helpers.accuracy.fit_names [--writers] [--without VW] tests/gold/passages/bodies_read.jsonl tests/agencies/shapes.tsv

In: passages with every mention of a body by name (JSON Lines with `id`, `text`, `bodies`), and single sentences with the names in
them (a tab, and "; " between two). Every run of capitalised words is one
observation: the way of parting it into names and other words that is annotated competes with all others. Out: the likeliest weights,
drawn towards nought, in `helpers/data/names/name_weights.csv`. With `--writers` nothing is written: the passages of each writer
(the letters before the number of an id) are judged by weights of the others, and precision and recall of their spans are printed. The writers V and W are left out of the
weights that are committed, and what these see is judged by them.
"""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.accuracy.least import least
from helpers.names import NameRun, name_runs
from helpers.texts import DATA, Article, sentences

__all__ = ["Observed", "fit", "observations"]

DRAWN = 1.0  # how strongly each weight is drawn to nought
FEWEST = 2  # runs in which a piece of evidence must occur
LEAST = 0.5  # how likely a name must be
SMALLEST = 0.05  # weight that is written


@dataclass
class Observed:
    """A run of words: who wrote it, and which of its stretches are annotated as names."""

    writer: str
    run: NameRun
    named: list[bool]
    unreached: int  # names that are none of its stretches


def observations(path: Path) -> Iterator[Observed]:
    """The runs of the passages or sentences of a file."""
    if path.suffix == ".tsv":
        for line in path.read_text(encoding="utf-8").splitlines():
            text, _, names = line.partition("\t")
            here = {(text.index(name), text.index(name) + len(name)) for name in names.split("; ") if name}
            yield from (Observed(path.stem, run, *_named(run, here, text)) for run in name_runs(text))
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        article = Article(slug=case["id"], text=case["text"], published=case.get("published", ""))
        gold = set(_mentions(case))
        for sentence in sentences(article):
            here = {(a - sentence.start, b - sentence.start) for a, b in gold}
            for run in name_runs(sentence.text):
                named, unreached = _named(run, here, sentence.text)
                yield Observed(case["id"].partition("-")[0], run, named, unreached)


def _mentions(case: dict) -> Iterator[tuple[int, int]]:
    """The places of the annotated names, without abbreviations in brackets behind a name."""
    text = case["text"]
    for body in case["bodies"]:
        at = -1
        for _ in range(body["nth"]):
            at = text.index(body["quote"], at + 1)
        end = at + len(body["quote"])
        if not (text[:at].endswith("(") and text[end : end + 1] == ")"):
            yield at, end


_SEAT = re.compile(r" (?:in|at) ")


def _named(run: NameRun, gold: set[tuple[int, int]], text: str) -> tuple[list[bool], int]:
    """Which stretches are names, also without a seat ("Task Force in Salem"), and how many names are none of them."""
    named, unreached = [place in gold for place in run.places], 0
    for start, end in gold - set(run.places):
        seated = [n for n, (a, b) in enumerate(run.places) if a == start and b < end and _SEAT.match(text, b)]
        unreached += run.start <= start < run.end
        if seated:
            named[seated[-1]] = True
    return named, unreached


def fit(seen: list[Observed]) -> dict[str, float]:
    """Evidence -> weight."""
    counts = Counter(one for run in seen for one in {name for names in run.run.evidence for name in names})
    number = {
        name: n for n, name in enumerate(sorted(name for name, many in counts.items() if many >= FEWEST))
    }
    rows = [[number[name] for name in names if name in number] for run in seen for names in run.run.evidence]
    sizes = np.array([len(row) for row in rows])
    every = np.array([one for row in rows for one in row])
    starts = np.cumsum([0, *sizes[:-1]])
    ends = np.cumsum([len(run.named) for run in seen])
    named = np.array([one for run in seen for one in run.named], float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = np.add.reduceat(weights[every], starts)
        shares, total = np.empty(len(scores)), -float(scores @ named)
        for run, end in zip(seen, ends, strict=True):
            first = end - len(run.named)
            shares[first:end], ways = run.run.shares(scores[first:end].tolist())
            total += float(np.log(ways))
        slope = np.bincount(every, weights=np.repeat(shares - named, sizes), minlength=len(weights))
        return total + DRAWN / 2 * float(weights @ weights), slope + DRAWN * weights

    found = least(loss, np.zeros(len(number)))
    return {name: float(found[n]) for name, n in number.items()}


def judged(seen: list[Observed], weights: dict[str, float]) -> Counter:
    """How many spans are found, missed and false by some weights."""
    counts: Counter = Counter()
    for one in seen:
        scores = [sum(weights.get(name, 0.0) for name in names) for names in one.run.evidence]
        chosen = [share > LEAST for share in one.run.shares(scores)[0]]
        counts["found"] += sum(a and b for a, b in zip(chosen, one.named, strict=True))
        counts["false"] += sum(a and not b for a, b in zip(chosen, one.named, strict=True))
        counts["missed"] += sum(b and not a for a, b in zip(chosen, one.named, strict=True))
        counts["unreached"] += one.unreached
    return counts


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="passages and sentences with the names of bodies")
    parser.add_argument("--writers", action="store_true", help="judge each writer by weights of the others")
    parser.add_argument("--without", default="", help="leave the passages of some writers out")
    parser.add_argument(
        "--into", type=Path, default=DATA / "names" / "name_weights.csv", help="where the weights go"
    )
    given = parser.parse_args()
    seen = [one for path in given.paths for one in observations(path) if one.run.places]
    if given.writers:
        for writer in sorted({one.writer for one in seen}):
            own = [one for one in seen if one.writer == writer]
            print(writer, dict(judged(own, fit([one for one in seen if one.writer != writer]))))
        return
    weights = fit([one for one in seen if one.writer not in given.without])
    with given.into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "weight"])
        writer.writerows(
            (name, f"{value:.2f}") for name, value in sorted(weights.items()) if abs(value) >= SMALLEST
        )


if __name__ == "__main__":
    main()
