"""Fits the weights by which `helpers.checks.meant_sums` decides which sums that fail are meant.

    python -m helpers.accuracy.fit_sums [--judge] tests/gold/triples/read.jsonl tests/checks/cases.jsonl tests/gold/dev …

In: texts as for `helpers.accuracy.fit_pairs`. Each whole of a text is one observation: the stretch of figures that is annotated,
or none. Of texts that list all their relations, copies are made in which one figure of a sum is changed. Out: the weights of a
conditional logit over the words, and of a logistic regression that tells sums that fail from figures that are no sum, in
`helpers/data/checks/sum_weights.csv`. With `--judge` nothing is written: each file is judged by weights of the others.
"""

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from helpers.accuracy.fit_pairs import TOLERANCE, Told, least, same, texts_of
from helpers.checks import FAILING, SUMMED, Choice, choices, each_story, failing, find_weighed, scored
from helpers.extraction import extract
from helpers.texts import DATA, Article

__all__ = ["fit_failing", "fit_words"]

DENSE, WORDS, LAST = (
    1.0,
    2.0,
    1.0,
)  # how strongly weights are drawn to nought: of features, of words, of sums that fail
SEEN_IN = 8  # sums that a word must stand beside
MOST = 30  # stretches of a whole that are learnt from, besides those that are annotated or hold
CROWDED, PLANTED = (
    3.0,
    2.0,
)  # weights of texts crowded with figures, and of the planted copies of a text together
COPIES = 2  # of each sum
STEPS, FOLDS = 30, 6
THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass
class Seen:
    """A whole of a text: its choice, which stretches are annotated, and which of them (last: none) may be meant."""

    file: str
    told: Told
    choice: Choice
    right: np.ndarray
    allowed: np.ndarray


def planted(told: Told) -> Iterator[Told]:
    """Copies of a text, each with one figure of a sum changed by a digit, a tenth or a half."""
    text = told.article.text
    for number, (meant, quotes, _) in enumerate(told.relations):
        if "sum" not in meant:
            continue
        dice = random.Random(f"{told.article.slug} {number}")
        for place in dice.sample(range(len(quotes)), min(COPIES, len(quotes))):
            quote, changed = quotes[place], _changed(quotes[place], dice)
            if changed and text.count(quote) == 1:
                slug = f"{told.article.slug}-{number}-{place}"
                named = tuple(changed if at == place else one for at, one in enumerate(quotes))
                yield replace(
                    told,
                    article=Article(slug, text.replace(quote, changed), told.article.published),
                    role="planted",
                    relations=((meant, named, False),),
                )


def _changed(quote: str, dice: random.Random) -> str:
    """A quote with another number of the same form; empty if there is no number in it."""
    found = _NUMBER.search(quote)
    if not found:
        return ""
    number = found[0]
    places = len(number.partition(".")[2])
    value, way = float(number.replace(",", "")), dice.choice(("digit", "digit", 1.1, 0.9, 1.5, 0.5))
    if way == "digit":
        at = dice.choice([n for n, letter in enumerate(number) if letter.isdigit() and n] or [0])
        new = number[:at] + dice.choice("123456789".replace(number[at], "")) + number[at + 1 :]
    else:
        zeros = len(number) - len(number.rstrip("0")) if not places else -places
        step = 10.0**zeros
        amount = round(value * way / step) * step
        amount = value + step if amount <= 0 or abs(amount - value) < step / 2 else amount
        new = f"{amount:,.{places}f}" if "," in number else f"{amount:.{places}f}"
    return quote[: found.start()] + new + quote[found.end() :]


def annotated(quotes: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Whether some figures are those of an annotation."""
    left = list(quotes)
    for quote in sorted(named, key=len, reverse=True):
        hit = quote if quote in left else next((one for one in left if same(one, quote)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def seen_in(told: Told, choice: Choice, file: str) -> Seen:
    """A whole of a text with what is annotated of it."""
    quotes = [(*(one.quote for one in run), choice.whole.quote) for run in choice.runs]
    right, holds = np.zeros(len(quotes), bool), choice.holds
    for meant, named, held in told.relations:
        if "sum" in meant:
            right |= np.array([annotated(own, named) for own in quotes]) & (holds == held)
    free = holds & (told.role not in ("lookalike", "full", "gold"))
    if told.role == "planted":
        free |= np.array([any(same(a, b) for a in own for b in told.relations[0][1]) for own in quotes])
    allowed = np.append(right if right.any() else free, not right.any())
    return Seen(file, told, choice, right, allowed)


def fit_words(seen: list[Seen]) -> tuple[np.ndarray, dict[str, float]]:
    """The likeliest weights of the features of words, and of single words."""
    beside = Counter(
        word
        for one in seen
        if one.right.any()
        for word in {word for at in np.flatnonzero(one.right) for word in one.choice.words[at]}
    )
    words = sorted(word for word, times in beside.items() if times >= SEEN_IN)
    known = {word: len(SUMMED) + number for number, word in enumerate(words)}
    kept = [_kept(one) for one in seen]
    x = np.zeros((sum(map(len, kept)), len(SUMMED) + len(words)))
    x[:, : len(SUMMED)] = np.concatenate([one.choice.rows[at] for one, at in zip(seen, kept, strict=True)])
    own = [one.choice.words[at] for one, places in zip(seen, kept, strict=True) for at in places]
    for row, found in enumerate(own):
        x[row, [known[word] for word in found if word in known]] = 1.0
    claim = np.concatenate([np.full(len(at), number) for number, at in enumerate(kept)])
    allowed = np.concatenate([one.allowed[at] for one, at in zip(seen, kept, strict=True)]).astype(float)
    none = np.array([one.allowed[-1] for one in seen], float)
    drawn = np.append(np.full(len(SUMMED), DENSE), np.full(len(words), WORDS))

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        scores, most = x @ at, np.zeros(len(seen))
        np.maximum.at(most, claim, scores)
        raised, free = np.exp(scores - most[claim]), np.exp(-most)
        total = free + np.bincount(claim, raised, len(seen))
        p, q = raised / total[claim], free / total
        met = np.maximum(np.bincount(claim, p * allowed, len(seen)) + q * none, 1e-12)
        value = -np.log(met).sum() + (drawn * at * at).sum() / 2
        return float(value), x.T @ (p - p * allowed / met[claim]) + drawn * at

    found = least(loss, np.zeros(x.shape[1]))
    return found[: len(SUMMED)], dict(zip(words, found[len(SUMMED) :], strict=True))


def _kept(one: Seen) -> np.ndarray:
    """The stretches of a whole that are learnt from: all, or an even choice and those that are annotated or hold."""
    count = len(one.right)
    even = np.zeros(count, bool)
    even[np.linspace(0, count - 1, min(count, MOST)).astype(int)] = True
    return np.flatnonzero(even | one.right | one.choice.holds)


@dataclass
class Failing:
    """A sum that fails: its text, features, whether it is annotated, and whether it shares a figure with one that is."""

    file: str
    told: Told
    features: np.ndarray
    right: bool
    near: bool


def failing_sums(
    seen: list[Seen], others: dict[str, list], dense: np.ndarray, words: dict
) -> Iterator[Failing]:
    """What fails in texts, by weights of other texts."""
    texts: dict[str, list[Seen]] = {}
    for one in seen:
        scored(one.choice, dense, words)
        texts.setdefault(one.told.article.slug, []).append(one)
    for slug, own in texts.items():
        ties, figures = others[slug]
        known = {id(one.choice): one for one in own}
        for choice, at, features in failing([one.choice for one in own], ties, figures):
            one = known[id(choice)]
            quotes = [item.quote for item in (*choice.runs[at], choice.whole)]
            wrong = [named for _, named, held in one.told.relations if not held]
            near = any(same(a, b) for named in wrong for a in quotes for b in named)
            yield Failing(one.file, one.told, features, bool(one.right[at]), near)


def fit_failing(found: list[Failing]) -> np.ndarray:
    """The weights that tell sums that fail from figures that are no sum (penalised Newton steps); what only shares a figure
    with a sum that fails is left out."""
    found = [one for one in found if one.right or not one.near]
    copies = Counter(
        one.told.group for one in {one.told.article.slug: one for one in found if _is_copy(one)}.values()
    )
    weight = np.array([
        PLANTED / copies[one.told.group] if _is_copy(one) else CROWDED if one.told.crowded and one.told.role != "gold" else 1.0
        for one in found
    ])  # fmt: skip
    x, y = np.array([one.features for one in found]), np.array([one.right for one in found], float)
    scale = x.std(axis=0) + 1e-9
    scale[0] = 1.0
    x, at = x / scale, np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ at, -30, 30)))
        curvature = (x * (weight * p * (1 - p))[:, None]).T @ x + LAST * np.eye(len(at))
        at = at - np.linalg.solve(curvature, x.T @ (weight * (p - y)) + LAST * at)
    return at / scale


def _is_copy(one: Failing) -> bool:
    return one.told.role == "planted" and one.told.group != one.told.article.slug and not one.told.crowded


def observations(paths: list[Path]) -> tuple[list[Seen], dict[str, tuple[list, int]]]:
    """Every whole of the texts and of their planted copies; of each text the ties chosen by weights, and how many figures."""
    seen, others = [], {}
    for path in paths:
        texts = list(texts_of(path))
        texts += [copy for told in texts if told.role == "full" for copy in planted(told)]
        known = {told.article.slug: told for told in texts}
        for slug, story in each_story(extract([told.article for told in texts])):
            others[slug] = (list(find_weighed(story, TOLERANCE)), len(story.frames))
            seen += [seen_in(known[slug], choice, str(path)) for choice in choices(story)]
    return seen, others


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="JSON Lines or folders of gold texts")
    parser.add_argument("--judge", action="store_true", help="judge each file by weights of the others")
    given = parser.parse_args()
    seen, others = observations(given.paths)
    learnt = [
        one
        for one in seen
        if one.told.role != "planted" or one.told.group == one.told.article.slug or one.told.crowded
    ]
    found: list[Failing] = []
    files = list(dict.fromkeys(one.file for one in seen))
    for number in range(FOLDS):
        own = files[number::FOLDS]
        words = fit_words([one for one in learnt if one.file not in own])
        found += failing_sums([one for one in seen if one.file in own], others, *words)
    if given.judge:
        _print_judged(found)
        return
    dense, words = fit_words(learnt)
    rows = [*zip(SUMMED, dense, strict=True), *words.items()]
    rows += [(f"fails: {name}", value) for name, value in zip(FAILING, fit_failing(found), strict=True)]
    with (DATA / "checks" / "sum_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{value:.2f}"] for name, value in rows)


def _print_judged(found: list[Failing]) -> None:
    """Of each file what is caught, shares a figure with what is wrong, or is a false alarm, by threshold."""
    counts: Counter = Counter()
    for file in dict.fromkeys(one.file for one in found):
        last = fit_failing([one for one in found if one.file != file])
        for one in (one for one in found if one.file == file):
            likely = 1 / (1 + np.exp(-one.features @ last))
            what = (
                "caught"
                if one.right
                else "near"
                if one.near
                else "alarm in copy"
                if _is_copy(one)
                else "alarm"
            )
            counts.update((Path(file).stem, what, least) for least in THRESHOLDS if likely >= least)
    for name, what in sorted({key[:2] for key in counts}):
        print(f"{name:15} {what:14}", *(f"{counts[name, what, least]:5}" for least in THRESHOLDS))


if __name__ == "__main__":
    main()
