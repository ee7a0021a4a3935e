"""What the words say for and against two figures being those that a third is stated of: named features, no arithmetic.

In: a claim with its pairs (`helpers.checks.shares.claims`). Out: a matrix with a row for each pair; `PAIRED` names its columns. The weights
are fitted by `helpers.accuracy.fit_pairs`.
"""

import re
from math import log1p
from operator import itemgetter

import numpy as np

from helpers.checks.frames import Frame, Moment, between, maybe_same_kind
from helpers.checks.kept import once
from helpers.checks.shares.claim_words import OF_WHAT
from helpers.checks.shares.claims import OPERATIONS, Claim, Pair
from helpers.checks.shares.denominators import is_named, is_same
from helpers.checks.shares.pair_words import CLAUSE, Own, meet, own_words, pair_words
from helpers.checks.shares.pairs import subject_of
from helpers.checks.shares.percents import subjects
from helpers.texts import noun_class, singular

__all__ = ["PAIRED", "Paired", "Weights", "weights_of"]

_ROLE = (
    "same line", "line before", "two before", "far before", "line behind", "far behind", "lead", "figures between",
    "behind claim", "other clause", "last before", "apposed", "runs on", "after to", "refers part", "refers back",
    "refers more", "them", "named", "class named", "per named", "other named", "unnamed", "noun told again", "theme",
    "near theme", "tight theme", "led back", "is claim", "own claim", "plan", "rough", "one", "time same", "time other",
    "earlier", "is time", "is stretch", "rival", "bullet alike", "name new", "name left", "name told",
)  # fmt: skip
_PAIR = (
    "pair line", "pair next line", "pair far", "pair adjacent", "pair class", "pair other", "pair unlike", "pair event",
    "pair against", "pair listed", "pair clause", "pair earlier", "pair same time", "pair other time",
    "pair other place", "pair magnitudes", "pair theme", "pair bare", "second behind", "claim between", "claim behind",
    "nearest pair", "rank", "pair together behind", "pair together before", "pair together here", "pair only two",
    "pair opened", "pair theme of claim", "pair sole", "pair rivals",
)  # fmt: skip
_PARTS = (("first ", _ROLE), ("second ", _ROLE), ("", _PAIR))
PAIRED = tuple(f"{part}{name}" for part, names in _PARTS for name in names)
# where what is said of the first, of the second and of both stands in `PAIRED`
_AT = tuple({name: PAIRED.index(part + name) for name in names} for part, names in _PARTS)
# operation → what is known of the features of the first figure, of the second and of both
Weights = dict[str, tuple[dict[str, float], ...]]
_VIEW = {"share": "share", "average": "average"}  # the others are of two figures of one thing
_score = itemgetter(0)
_NEXT = re.compile(r"[^\W\d_]+")
_APPOSED = re.compile(r"(?:\s[\w’'-]+){0,6}\s?[,:–—(]\s?(?:[a-z’'.-]+,?\s){0,6}$")


def weights_of(rows: dict[str, dict[str, float]]) -> Weights:
    """The weights of `PAIRED` (feature → operation → weight) as `Paired` asks for them."""
    return {
        name: tuple({word: rows[part + word][name] for word in words} for part, words in _PARTS)
        for name in OPERATIONS
    }


class Paired:
    """The features of the pairs of one claim."""

    def __init__(self, claim: Claim):
        self.claim = claim
        self.pairs: dict[str, list[Pair]] = {}  # all, by operation
        for pair in claim.pairs:
            self.pairs.setdefault(pair.operation, []).append(pair)
        shared: dict[int, tuple[Own, dict[str, float]]] = {}
        self.views = {
            view: _Words(claim, view, shared) for view in {_VIEW.get(x, "change") for x in claim.operations}
        }

    def matrix(self) -> np.ndarray:
        """A row for each pair, a column for each of `PAIRED`."""
        ranks, x = self._ranks(), np.zeros((len(self.claim.pairs), len(PAIRED)))
        for row, pair in zip(x, self.claim.pairs, strict=True):
            words = self._view(pair.operation)
            told = (words.slot(pair.a, 0), words.slot(pair.b, 1), self._of_both(pair, ranks))
            for at, found in zip(_AT, told, strict=True):
                for name, amount in found.items():
                    row[at[name]] = amount
        return x

    def scores(self, likely: dict[str, list[tuple[float, Pair]]], weights: Weights) -> list[float]:
        """Of the pairs that `sorted_pairs` gives, operation by operation: with what is said of their two figures together."""
        ranks = self._ranks()
        return [
            score + _weighed(weights[name][2], self._of_both(pair, ranks))
            for name, own in likely.items()
            for score, pair in own
        ]

    def _of_both(self, pair: Pair, ranks: dict[int, int]) -> dict[str, float]:
        rank = ranks[id(pair)]
        told = self._view(pair.operation).pair(pair.a, pair.b)
        return told | {"nearest pair": rank == 0, "rank": log1p(rank)}

    def _ranks(self) -> dict[int, int]:
        """By the identity of a pair, how many pairs of its operation stand nearer to the claim."""
        one, gap = self.claim.figure, self.claim.story.gap
        ends = {x.start: x for own in self.pairs.values() for _, a, b, _ in own for x in (a, b)}
        far = {start: gap(one.line, x.line) + abs(start - one.start) for start, x in ends.items()}
        ranks: dict[int, int] = {}
        for own in self.pairs.values():
            apart = [far[a.start] + far[b.start] for _, a, b, _ in own]
            nearest = sorted(range(len(own)), key=apart.__getitem__)
            ranks.update((id(own[at]), place) for place, at in enumerate(nearest))
        return ranks

    def sorted_pairs(self, weights: Weights) -> dict[str, list[tuple[float, Pair]]]:
        """Operation → its pairs, the likeliest first by what is known of their two figures singly, with that in the scale of the
        weights."""
        found: dict[str, list[tuple[float, Pair]]] = {}
        for name, pairs in self.pairs.items():
            words, (of_first, of_second, _) = self._view(name), weights[name]
            first, second = {}, {}
            for _, a, b, _ in pairs:
                if a.start not in first:
                    first[a.start] = _weighed(of_first, words.slot(a, 0))
                if b.start not in second:
                    second[b.start] = _weighed(of_second, words.slot(b, 1))
            told = [(first[pair[1].start] + second[pair[2].start], pair) for pair in pairs]
            found[name] = sorted(told, key=_score, reverse=True)
        return found

    def _view(self, operation: str) -> "_Words":
        return self.views[_VIEW.get(operation, "change")]


def _weighed(known: dict[str, float], found: dict[str, float]) -> float:
    """The sum of some features, weighed."""
    return sum([known[name] * amount for name, amount in found.items() if amount])


_of_pair = once(pair_words)


class _Words:
    """The features of one claim; what is asked twice is kept."""

    def __init__(self, claim: Claim, view: str, shared: dict[int, tuple[Own, dict[str, float]]]):
        self.view, self.shared = view, shared  # what is asked of a figure in any view
        self.claim, self.one, self.story = claim, claim.figure, claim.story
        one, what = self.one, OF_WHAT.match(self.one.after)
        of = [singular(word) for word in _NEXT.findall(what[1].lower())] if what else []
        if view == "share":
            self.nouns = ([*subjects(one), one.noun], [*of, one.noun])
        elif view == "average":
            own = [one.noun, *map(singular, one.what.lower().split()[:2]), *subjects(one)]
            self.nouns = (own, [claim.told.per] if claim.told and claim.told.per else subjects(one))
        else:
            own = [*map(singular, map(str.lower, subject_of(one))), one.noun if one.counts else "", *of]
            self.nouns = (own, own)
        self.nouns = tuple({word for word in words if len(word) > 2} for words in self.nouns)
        self.classes = tuple({noun_class(word) for word in words} - {"", "generic"} for words in self.nouns)
        self.own, self.sentence = self.own_of(one), one.sentence.lower()
        self.near: dict[tuple[int, str], list[Frame]] = {}
        for y in claim.near:
            self.near.setdefault((y.line, y.dimension), []).append(y)
        self.close: dict[str, list[Frame]] = {}
        for y in claim.near:
            if abs(y.line - one.line) <= 3:
                self.close.setdefault(y.dimension, []).append(y)
        self.alike: dict[int, set[int]] = {}
        self.slots: dict[tuple[int, int], dict[str, float]] = {}

    def own_of(self, x) -> Own:
        """What is known of a figure whichever the claim."""
        return own_words(self.story, x)

    def slot(self, x: Frame | Moment, role: int) -> dict[str, float]:
        """The features of a figure in a role."""
        key = (x.start, role if self.view != "change" else 0)  # the ends of a change are of one thing
        if key not in self.slots:
            if x.start not in self.shared:
                own = self.own_of(x)
                self.shared[x.start] = own, self._place(x) | self._told(x, own)
            own, told = self.shared[x.start]
            self.slots[key] = told | self._words(x, role, own)
        return self.slots[key]

    def _place(self, x) -> dict[str, float]:
        """Where a figure stands, seen from the claim, and the words between them in one sentence."""
        one, lines = self.one, x.line - self.one.line
        name = {0: "same line", -1: "line before", -2: "two before", 1: "line behind"}.get(lines)
        first, last = (one, x) if one.start <= x.start else (x, one)
        inner = self.story.inside(first.end, last.start)
        found = {
            name or ("far before" if lines < 0 else "far behind"): 1.0,
            "figures between": min(len(inner), 6) / 3,
            "behind claim": x.start > one.start,
            "lead": lines != 0 and x.line == self.story.lead,
            "led back": lines == -1 and self.claim.leads_back,
            "last before": x.start < one.start and not any(y.counts for y in inner),
            "bullet alike": x.block == one.block == "bullet" or x.block != "bullet" != one.block,
        }
        if not lines:
            words = between(one, x)
            found["other clause"] = bool(CLAUSE.search(words))
            if not inner:
                found["apposed" if _APPOSED.fullmatch(words) else "runs on"] = 1.0
        return found

    def _words(self, x, role: int, own: Own) -> dict[str, float]:
        """Whether the claim names what a figure counts."""
        noun, kind = getattr(x, "noun", ""), getattr(x, "noun_class", "")
        nouns, classes = self.nouns[role], self.classes[role]
        named = bool(noun) and noun in nouns
        divides = self.view == "average" and role and self.claim.told
        if divides:
            timed = isinstance(x, Moment) or self.claim.told.timed
            named = named or timed or is_named(x, self.claim.told) and is_same(x, self.claim.told)
        alike = not named and kind in classes and kind not in ("", "generic")
        other = not named and not alike and bool(nouns) and bool(noun)
        found = {
            "tight theme": min(len(self.own.tight & own.tight), 2) / 2,
            "named": named,
            "class named": alike,
            "other named": other and bool(classes) and kind not in ("", "generic"),
            "unnamed": not noun,
        }
        if divides and isinstance(x, Frame):
            found["per named"] = bool(is_named(x, self.claim.told))
        if x.line != self.one.line:
            found["noun told again"] = len(noun) > 3 and noun[:5] in self.sentence
            found["theme"] = min(len(self.own.stems & own.stems), 4) / 2
            found["near theme"] = min(len(self.own.near & own.near), 3) / 2
        return found

    def _told(self, x, own: Own) -> dict[str, float]:
        """How a figure refers, what else is told of it, and of which time."""
        found = own.told.copy()
        found["own claim"] = bool(own.percents - {self.one.start})
        if own.time and self.own.time:
            found["time same" if meet(own.time, self.own.time) else "time other"] = 1.0
        found["name new"] = not self.own.proper <= own.proper_around
        found["name left"] = not own.proper <= self.own.proper_around
        found["name told"] = x.line != self.one.line and not self.own.proper.isdisjoint(own.proper_around)
        alike = self.near.get((x.line, getattr(x, "dimension", "")), ())
        found["rival"] = min(len(alike) - (x in alike), 4) / 2
        return found

    def pair(self, a, b) -> dict[str, float]:
        """The features of two figures beside each other."""
        low, high = (a.start, b.start) if a.start <= b.start else (b.start, a.start)
        placed = {"claim between": low < self.one.start < high, "claim behind": self.one.start > high}
        return _of_pair(self.story, a, b) | placed | self._together(a, b)

    def _together(self, a, b) -> dict[str, float]:
        """Whether two figures stand alone where they stand, and whether others would do as well."""
        one, found = self.one, {}
        if a.line == b.line:
            name = {1: "pair together behind", -1: "pair together before", 0: "pair together here"}.get(
                a.line - one.line
            )
            places, inside = (a.start, b.start, one.start), self.story.by_line.get(a.line, ())
            found = {name: 1.0} if name else {}
            found["pair only two"] = all(y.start in places or not y.counts for y in inside)
            found["pair opened"] = name == "pair together behind" and one.start - one.sentence_start < 60
        if one.line not in (a.line, b.line):
            theme = self.own.stems & (self.own_of(a).stems | self.own_of(b).stems)
            found["pair theme of claim"] = min(len(theme), 5) / 2
        if isinstance(b, Moment):
            return found
        others = self._alike(a) & self._alike(b) if a.dimension == b.dimension else self._alike(b)
        rivals = len(others - {a.start, b.start})
        found["pair sole"], found["pair rivals"] = not rivals, min(rivals, 4) / 2
        return found

    def _alike(self, x) -> set[int]:
        """The figures near the claim that may count what a figure counts."""
        if x.start not in self.alike:
            close = self.close.get(x.dimension, ())
            self.alike[x.start] = {y.start for y in close if maybe_same_kind(x, y)}
        return self.alike[x.start]
