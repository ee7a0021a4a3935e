"""Fits the weights by which `helpers.agencies.weighed_roles` adds and drops roles.

    python -m helpers.accuracy.fit_roles [--writers] tests/gold/passages/bodies_read.jsonl tests/agencies/sentences.tsv tests/gold/more …

In: passages (JSON Lines with `id`, `text`, `roles` and, where they are marked, `bodies`), single sentences (a tab, then
"body|role|mode" with "; " between two), or folders of texts with their gold.
Each body of a sentence is one observation for each role. Out: the likeliest weights of a logistic model, drawn towards nought, in
`helpers/data/agencies/role_weights.csv`. With `--writers` nothing is written: the passages of each writer (the letters before the
number of an id) are judged by weights of all others, and how many roles are right, false and missed is printed, by the rules and by
the weights; modes and words that give a role are not judged there.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.accuracy.least import least
from helpers.agencies import (
    ROLES,
    Body,
    Parses,
    bodies_of,
    read_agencies,
    read_voices,
    ruled_roles,
    to_parse,
)
from helpers.names import with_short_names
from helpers.texts import DATA, READ_LANGUAGES, Article, parse, sentences

__all__ = ["Observed", "fit", "observations"]

PLAIN, BEARING = 2.0, 0.5  # how strongly weights are drawn to nought: of one role, of all
FEWEST = 3  # bodies of which a piece of evidence must be seen
LEAST, ADDED, KEPT = 0.1, 0.7, 0.1  # weight that is written; how likely an added and a kept role is


@dataclass
class Observed:
    """A body of a sentence: who wrote it, the evidence, and its roles.

    Attributes:
        writer: The letters before the number of the text's id, or the folder.
        body: The evidence.
        right: Its roles by the gold, where its name is taken from the gold too: what speaks for a role does not depend on
            whether we know the full name.
        hit: Those that count with the name that we give it.
    """

    writer: str
    body: Body
    right: set[str]
    hit: set[str]


def observations(path: Path) -> Iterator[Observed]:
    """The bodies of the sentences of a file of passages or of a folder."""
    for writer, article, roles, spans in _texts(path):
        gold = [(_place(article.text, row["sentence_has"], row.get("nth", 1)), row) for row in roles]
        for sentence, doc, named, ruled in _read(article):
            here = [row for at, row in gold if sentence.start <= at < sentence.end]
            given = [(row.agency, row.role, row.negated) for row in ruled]
            for body in bodies_of(sentence, doc, named, given):
                own = {body.agency, *(row.mention for row in ruled if row.agency == body.agency)}
                meant = {
                    name for a, b, name in spans if any(row.start < b and a < row.end for row in body.rows)
                }
                yield Observed(writer, body, _roles(here, meant or own), _roles(here, own))


def _texts(path: Path) -> Iterator[tuple[str, Article, list[dict], list[tuple[int, int, str]]]]:
    """Writer, article, roles, and the marked names of bodies with their places."""
    if path.suffix == ".jsonl":
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            article = Article(slug=case["id"], text=case["text"], published=case["published"])
            places = [_place(case["text"], one["quote"], one["nth"]) for one in case.get("bodies", ())]
            spans = [
                (at, at + len(one["quote"]), one["name"])
                for at, one in zip(places, case.get("bodies", ()), strict=True)
            ]
            yield case["id"].partition("-")[0], article, case["roles"], spans
        return
    if path.suffix == ".tsv":
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            text, _, told = line.partition("\t")
            rows = [one.split("|") for one in told.split("; ") if one]
            roles = [{"agency": row[0], "role": row[1], "sentence_has": text[:1]} for row in rows]
            yield path.stem, Article(slug=f"{number}", text=text, published="2025-06-02"), roles, []
        return
    for gold in sorted(path.glob("*.json")):
        case, text = json.loads(gold.read_text(encoding="utf-8")), gold.with_suffix(".txt")
        if "roles" in case and text.exists():
            yield path.name, Article(slug=gold.stem, text=text.read_text(encoding="utf-8")), case["roles"], []


def _place(text: str, quote: str, nth: int) -> int:
    """Where a quote stands for the nth time."""
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    return at


def _roles(rows: list[dict], names: set[str]) -> set[str]:
    """The roles of a body by any of its names."""
    plain = {_plain(name) for name in names}
    return {row["role"] for row in rows if _plain(row["agency"]) in plain}


def _plain(name: str) -> str:
    return name.lower().replace("’", "'").removeprefix("the ")


def _read(article: Article) -> Iterator[tuple]:
    """Each sentence with its parse, its bodies and the roles by rule."""
    split = with_short_names([one for one in sentences(article) if one.language in READ_LANGUAGES])
    english = [one for one in split if one.language == "en"]
    parses, wanted = Parses(), list(to_parse(article, english))
    for (sentence, _, forms), doc in zip(wanted, parse(text for _, text, _ in wanted), strict=True):
        parses.add(sentence, forms, doc)
    agencies = read_agencies(article, split, parses.plain)
    voices = read_voices(article, english, parses, agencies)
    yield from ruled_roles(article, english, parses.plain, agencies, voices.said, voices.bodies)


class _Table:
    """Evidence of bodies in numbers."""

    def __init__(self, bodies: list[Body], known: tuple[dict[str, int], dict[str, int]] | None = None):
        plain = [list(dict.fromkeys(body.plain)) for body in bodies]
        bearing = [list(dict.fromkeys(body.bearing[role])) for body in bodies for role in ROLES]
        self.known = known or (_numbered(plain), _numbered(bearing))
        self.plain, self.plain_of = _flat(plain, self.known[0])
        self.bearing, self.bearing_of = _flat(bearing, self.known[1])
        self.shape = len(bodies), len(ROLES)

    def scores(self, plain: np.ndarray, bearing: np.ndarray) -> np.ndarray:
        """The weights added up, for each body and role."""
        total = np.zeros(self.shape)
        for role in range(self.shape[1]):
            total[:, role] = np.bincount(self.plain_of, plain[self.plain, role], self.shape[0])
        total += np.bincount(self.bearing_of, bearing[self.bearing], total.size).reshape(self.shape)
        return total

    def slope(self, off: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How the loss grows with each weight, from what is off for each body and role."""
        plain = [
            np.bincount(self.plain, off[self.plain_of, role], len(self.known[0]))
            for role in range(self.shape[1])
        ]
        return np.array(plain).T, np.bincount(self.bearing, off.ravel()[self.bearing_of], len(self.known[1]))


def _numbered(lists: list[list[str]]) -> dict[str, int]:
    """Evidence that is seen often enough -> its number."""
    counts = Counter(one for names in lists for one in names)
    return {one: at for at, one in enumerate(sorted(one for one, many in counts.items() if many >= FEWEST))}


def _flat(lists: list[list[str]], known: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of all evidence, and whose it is."""
    found = [(known[one], at) for at, names in enumerate(lists) for one in names if one in known]
    return tuple(np.array(found, int).reshape(-1, 2).T)


Weights = tuple[dict[str, np.ndarray], dict[str, float]]  # evidence -> for each role; for all roles


def fit(seen: list[Observed]) -> Weights:
    """The likeliest weights."""
    table = _Table([one.body for one in seen])
    right = np.array([[role in one.right for role in ROLES] for one in seen], float)
    size = len(table.known[0]) * len(ROLES)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        plain, bearing = flat[:size].reshape(-1, len(ROLES)), flat[size:]
        scores = table.scores(plain, bearing)
        own, all_roles = table.slope(1 / (1 + np.exp(-np.clip(scores, -30, 30))) - right)
        value = (np.logaddexp(0, scores) - right * scores).sum()
        value += (PLAIN * (plain**2).sum() + BEARING * (bearing**2).sum()) / 2
        slope = np.append((own + PLAIN * plain).ravel(), all_roles + BEARING * bearing)
        return float(value), slope

    found = least(loss, np.zeros(size + len(table.known[1])))
    plain, bearing = found[:size].reshape(-1, len(ROLES)), found[size:]
    of_all = {name: float(bearing[at]) for name, at in table.known[1].items()}
    return {name: plain[at] for name, at in table.known[0].items()}, of_all


def judged(seen: list[Observed], weights: Weights) -> Counter:
    """How many roles are right, false and missed by the rules and by weights."""
    known = tuple({name: at for at, name in enumerate(names)} for names in weights)
    scores = _Table([one.body for one in seen], known).scores(
        np.array(list(weights[0].values())), np.array(list(weights[1].values()))
    )
    counts: Counter = Counter()
    for one, shares in zip(seen, 1 / (1 + np.exp(-scores)), strict=True):
        ruled = {role for role, denied in one.body.given.items() if not denied}
        limits = [KEPT if role in ruled else 1.0 if role in one.body.given else ADDED for role in ROLES]
        chosen = {role for role, share, limit in zip(ROLES, shares, limits, strict=True) if share > limit}
        for name, found in (("rules", ruled), ("weights", chosen)):
            counts[name, "right"] += len(found & one.hit)
            counts[name, "false"] += len(found - one.hit)
            counts[name, "missed"] += len(one.hit - found)
    return counts


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="passages, sentences and folders of gold texts")
    parser.add_argument("--writers", action="store_true", help="judge each writer by weights of the others")
    given = parser.parse_args()
    seen = [one for path in given.paths for one in observations(path)]
    if given.writers:
        for writer in sorted({one.writer for one in seen}):
            own = [one for one in seen if one.writer == writer]
            counts = judged(own, fit([one for one in seen if one.writer != writer]))
            print(writer, *(f"{name} {what} {many}," for (name, what), many in counts.items()))
        return
    plain, bearing = fit(seen)
    with (DATA / "agencies" / "role_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "all", *ROLES])
        blank = [""] * len(ROLES)
        writer.writerows([name, f"{weight:.2f}", *blank] for name, weight in sorted(bearing.items()))
        for name, weights in sorted(plain.items()):
            if max(abs(weights)) >= LEAST:
                writer.writerow([name, "", *(f"{weight:.2f}" for weight in weights)])


if __name__ == "__main__":
    main()
