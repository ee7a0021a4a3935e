"""Figures that may be the parts of a whole, and what the words say of each choice: named features, no arithmetic but that a
sum comes near.

In: the figures of an article. Out: for each whole the stretches of figures that may be its parts, and a row of features for
each of these; the weights are fitted by `helpers.accuracy.fit_sums`.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from helpers.checks.arithmetic import Verdict, span_of, sum_verdict
from helpers.checks.claims import in_one_unit
from helpers.checks.frames import Frame, Story, agreement
from helpers.checks.parts import in_brackets, is_nested
from helpers.checks.sum_features import GROUPS, LEAD, LINK, PART, SHAPE, WHOLE, SumWords

__all__ = ["SUMMED", "Summing"]

NEAR, MOST_PARTS = 14, 9  # figures on each side of a whole; parts
REACH = 1800  # characters between a whole and a part
LEAST, MOST = 0.45, 2.2  # times the whole that a sum comes to
SUMMED = tuple(f"{group}: {name}" for group, names in GROUPS.items() for name in names)
_ENDS = np.cumsum([len(names) for names in GROUPS.values()])
_AT = {group: slice(end - len(names), end) for (group, names), end in zip(GROUPS.items(), _ENDS, strict=True)}
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d[\d.,]*|[,;:().–—-]", re.I)


class Summing:
    """The sums that an article may state: for a whole, the stretches that may be its parts, and the features of each."""

    def __init__(self, story: Story):
        self.story, self.counted, self.told = story, story.counted, SumWords(story)
        self.kept: dict = {}

    def wholes(self) -> Iterator[tuple[Frame, list[tuple[Frame, ...]]]]:
        """Each figure that may be a whole, with the stretches of figures that come near it in sum."""
        for at, whole in enumerate(self.counted):
            if whole.value > 1 and whole.refers != "each" and (runs := self._runs(at, whole)):
                yield whole, runs

    def _runs(self, at: int, whole: Frame) -> list[tuple[Frame, ...]]:
        near = [
            one
            for one in (*self.counted[max(0, at - NEAR) : at], *self.counted[at + 1 : at + 1 + NEAR])
            if in_one_unit(one, whole)
            and size_in(one, whole) < whole.size
            and self.story.gap(one.line, whole.line) < REACH
        ]
        kin = [
            one
            for one in near
            if one.noun == "other" or agreement(whole, one) in ("same noun", "same class", "open")
        ]
        plain = [one for one in kin if not in_brackets(one) and not is_nested(self.story, one, whole)]
        found: dict[tuple[int, ...], tuple[Frame, ...]] = {}
        for stretch in (near, kin, plain):
            for run in _stretches(stretch, whole):
                found.setdefault(tuple(one.start for one in run), run)
        return list(found.values())

    def verdict(self, run: tuple[Frame, ...], whole: Frame) -> Verdict:
        """Whether some figures add up to a whole."""
        scale = whole.factor
        spans = []
        for one in run:
            low, high, step = span_of(in_one_unit(one, whole)[0])
            spans.append(
                (None if low is None else low / scale, None if high is None else high / scale, step / scale)
            )
        low, high, step = span_of(whole)
        return sum_verdict(
            spans,
            (None if low is None else low / scale, None if high is None else high / scale, step / scale),
        )

    def likely(
        self, runs: list[tuple[Frame, ...]], whole: Frame, weights: np.ndarray, most: int
    ) -> list[tuple[Frame, ...]]:
        """The likeliest of some stretches by what is known of their figures singly, and those that come to the whole."""
        scores = np.array([self._roughly(run, whole, weights) for run in runs])
        kept = set(np.argsort(-scores, kind="stable")[:most])
        exact = 1e-6 * whole.size
        return [
            run for at, run in enumerate(runs)
            if at in kept or abs(sum(size_in(one, whole) for one in run) - whole.size) < exact
        ]  # fmt: skip

    def _roughly(self, run: tuple[Frame, ...], whole: Frame, weights: np.ndarray) -> float:
        """The part of the score that is made of figures and pairs of them."""
        key = ("weighed", whole.start)
        known = self.kept.setdefault(key, {})
        total = 0.0
        for at, one in enumerate(run):
            if one.start not in known:
                known[one.start] = [
                    float(self._asked(PART, self.told.part, one, whole) @ weights[_AT[name]]) for name in ("parts", "first", "last")
                ]  # fmt: skip
            own = known[one.start]
            total += own[0] / len(run) + own[1] * (at == 0) + own[2] * (at == len(run) - 1)
        for a, b in pairwise(run):
            pair = ("weighed link", a.start, b.start)
            if pair not in self.kept:
                self.kept[pair] = float(self._asked(LINK, self.told.link, a, b) @ weights[_AT["links"]])
            total += self.kept[pair] / (len(run) - 1)
        nearest = run[-1] if run[-1].start < whole.start else run[0]
        if ("lead", nearest.start) not in known:
            known["lead", nearest.start] = float(
                self._asked(LEAD, self.told.lead, whole, nearest) @ weights[_AT["lead"]]
            )
        return total + known["lead", nearest.start]

    def row(self, run: tuple[Frame, ...], whole: Frame) -> np.ndarray:
        """What the words say of some figures and their whole."""
        parts = np.array([self._asked(PART, self.told.part, one, whole) for one in run])
        links = np.array([self._asked(LINK, self.told.link, a, b) for a, b in pairwise(run)])
        return np.concatenate(
            [
                parts.mean(axis=0),
                parts[0],
                parts[-1],
                links.mean(axis=0),
                links.max(axis=0),
                self._asked(LEAD, self.told.lead, whole, run[-1] if run[-1].start < whole.start else run[0]),
                self._asked(WHOLE, self.told.whole, whole, whole),
                _row(SHAPE, self.told.shape(run, whole)),
            ]
        )

    def words(self, run: tuple[Frame, ...], whole: Frame) -> list[str]:
        """The words beside the whole, the first and the last part."""
        found = []
        for name, one in (("whole", whole), ("first", run[0]), ("last", run[-1])):
            key = (name, one.start)
            if key not in self.kept:
                self.kept[key] = _beside(name, one)
            found += self.kept[key]
        return found

    def _asked(self, names: tuple[str, ...], ask: Callable, a: Frame, b: Frame) -> np.ndarray:
        key = (ask.__name__, a.start, b.start)
        if key not in self.kept:
            self.kept[key] = _row(names, ask(a, b))
        return self.kept[key]


def size_in(one: Frame, whole: Frame) -> float:
    """The size of a figure on the scale of a whole, whose unit a bare number shares."""
    return in_one_unit(one, whole)[0].size


def _stretches(figures: list[Frame], whole: Frame) -> Iterator[tuple[Frame, ...]]:
    """Every stretch of figures that comes near the whole in sum, before or behind it, or around it in its line."""
    sizes = [size_in(one, whole) for one in figures]
    for start, one in enumerate(figures):
        total = sizes[start]
        for end in range(start + 1, min(len(figures), start + MOST_PARTS)):
            crosses = one.start < whole.start < figures[end].start
            if crosses and one.line != whole.line:
                break
            total += sizes[end]
            if total > MOST * whole.size:
                break
            if total >= LEAST * whole.size:
                yield tuple(figures[start : end + 1])


def _row(names: tuple[str, ...], found: dict[str, float]) -> np.ndarray:
    return np.array([float(found.get(name, 0)) for name in names])


def _beside(name: str, one: Frame) -> list[str]:
    """The words before and behind a figure, in its role."""
    before = [word.lower() for word in _WORD.findall(one.before[-60:])][::-1][:4]
    behind = [word.lower() for word in _WORD.findall(one.after[:60])][:3]
    found = [f"{name} before: {word}" for word in dict.fromkeys(before) if not word[0].isdigit()]
    found += [f"{name} behind: {word}" for word in dict.fromkeys(behind) if not word[0].isdigit()]
    return found + [f"{name} next: {word}" for word in before[:1]]
