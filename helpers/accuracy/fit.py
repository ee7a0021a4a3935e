"""Fits the weights by which `helpers.checks` decides how sure the words tie some figures.

    python -m helpers.accuracy.fit tests/gold/triples/read.jsonl tests/checks/cases.jsonl

In: texts with the relations a careful reader finds in them (JSON Lines with `text`, `published` and either `role`, `kind`,
`quotes` or `expect`), and folders of gold texts. Every tie that is a natural choice by the words is one observation: it is
right if the annotation has its kind and quotes. Out: the weights of a logistic regression that is drawn towards the
judgement in `helpers/data/checks/judgement.csv`, written to `helpers/data/checks/weights.csv`.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from helpers.checks import Tie, sure, templates, ties
from helpers.extraction import extract
from helpers.texts import DATA, Article, load_corpus, word_list

__all__ = ["fit", "observations"]

# templates whose relations an annotation that claims to be whole tells of
ANNOTATED = frozenset(
    ["sum", "rest", "table sum", "share", "change in percent", "average", "duration", "order", "restated"]
)
ROUNDS = 4
DRAWN = 4.0  # how strongly a weight is drawn to its judgement: as much as so many observations against it
STEPS = 30


def _cases(path: Path) -> Iterator[tuple[str, str, list[tuple[str, tuple[str, ...]]], bool]]:
    """Text, day of publication, the relations (kind, sorted quotes) and whether these are all."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        of_one = "role" in case
        found = _relations([case] if of_one and case["quotes"] else case.get("expect", ()))
        yield case["text"], case["published"], found, not of_one or case["role"] == "lookalike"


def _relations(annotated: Iterable[dict]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one["kind"], tuple(sorted(one["quotes"]))) for one in annotated]


def _gold(folder: Path) -> Iterator[tuple[Article, list[tuple[str, tuple[str, ...]]], bool]]:
    """The gold texts of a folder, whose annotation is complete."""
    for article in load_corpus(folder):
        note = folder / f"{article.slug}.json"
        if note.exists():
            yield article, _relations(json.loads(note.read_text(encoding="utf-8")).get("checks", ())), True


def observations(paths: list[Path]) -> list[tuple[Tie, bool, str]]:
    """Every natural tie of the texts, whether it is right, and its article; ties of which the annotation does not tell are
    left out, and those chosen by other weights (`helpers.accuracy.fit_pairs`)."""
    texts: list[tuple[Article, list, bool]] = []
    for path in paths:
        if path.is_dir():
            texts += _gold(path)
        else:
            texts += [
                (Article(slug=f"{path.stem}-{number}", text=text, published=day), found, whole)
                for number, (text, day, found, whole) in enumerate(_cases(path))
            ]
    known = {article.slug: (found, whole) for article, found, whole in texts}
    kinds = {name: template.kind for name, template in templates().items()}
    seen = []
    for article, tie in ties(extract([article for article, _, _ in texts])):
        if tie.weighed:
            continue
        found, whole = known[article]
        right = (kinds[tie.template], tuple(sorted(item.quote for item in tie.items))) in found
        told = whole and (tie.template in ANNOTATED or kinds[tie.template] in {kind for kind, _ in found})
        if tie.may_fail and (right or told or not tie.verdict.holds):
            seen.append((tie, right, article))
    return seen


def _telling(seen: list[tuple[Tie, bool, str]], weights: dict[str, float]) -> list[tuple[Tie, bool]]:
    """Of the ties of one claim those that decide: the right one and what outranks it, or the surest wrong one."""
    claims = defaultdict(list)
    for tie, right, article in seen:
        claims[article, tie.claim].append((sure(tie.template, tie.evidence, weights), right, tie))
    chosen = []
    for rivals in claims.values():
        rivals.sort(key=lambda rival: -rival[0])
        best = max((rival for rival in rivals if rival[1]), key=lambda rival: rival[0], default=None)
        if best is None:
            chosen.append((rivals[0][2], False))
        else:
            chosen += [
                (best[2], True),
                *((tie, False) for value, right, tie in rivals if not right and value > best[0]),
            ]
    return chosen


def fit(seen: list[tuple[Tie, bool]], judgement: dict[str, float]) -> dict[str, float]:
    """The weights that explain the observations, drawn towards the judgement (penalised Newton steps)."""
    names = list(judgement)
    place = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(seen), len(names)))
    for row, (tie, _) in enumerate(seen):
        x[row, place[f"bias {tie.template}"]] = 1.0
        for name, amount in tie.evidence.items():
            x[row, place[name]] += amount
    y = np.array([float(right) for _, right in seen])
    prior = np.array([judgement[name] for name in names])
    weights = prior.copy()

    def loss(at: np.ndarray) -> float:
        z = x @ at
        return float(np.logaddexp(0, z).sum() - y @ z + DRAWN / 2 * ((at - prior) ** 2).sum())

    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + DRAWN * (weights - prior)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + DRAWN * np.eye(len(names))
        step = np.linalg.solve(curvature, gradient)
        length = 1.0
        while loss(weights - length * step) > loss(weights) and length > 1e-4:
            length /= 2
        weights = weights - length * step
    return {name: round(float(value), 2) for name, value in zip(names, weights, strict=True)}


def main() -> None:
    """The command line: fits the weights of `checks/judgement.csv` to annotated texts and writes them to
    `checks/weights.csv`; prints how many ties of each template are right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="JSON Lines or folders of gold texts")
    rows = word_list("checks/judgement")
    seen = observations(parser.parse_args().paths)
    judgement = {row["evidence"]: float(row["weight"]) for row in rows}
    found = judgement
    for _ in range(ROUNDS):
        found = fit(_telling(seen, found), judgement)
    with (DATA / "checks" / "weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "weight", "why"])
        writer.writerows([row["evidence"], found[row["evidence"]], row["why"]] for row in rows)
    count = Counter((tie.template, right) for tie, right in _telling(seen, found))
    for name in templates():
        print(f"{name:20} {count[name, True]:4} right  {count[name, False]:5} not")


if __name__ == "__main__":
    main()
