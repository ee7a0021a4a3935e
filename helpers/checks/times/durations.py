"""A length of time and the dates it runs between, chosen by weights: every stretch of the calendar in reach and "none of these" compete.

In: lengths and dates of an article. Out: at most one tie of "duration" (length, begin, end, or length, range) for each length. The words
give each stretch a probability (a conditional logit over `helpers.checks.times.length_words` and `stretch_words`, weights in
`helpers/data/checks/duration_weights.csv`, fitted by `python -m helpers.accuracy.fit_durations`); then the calendar is weighed in:
a stretch that fits would do so by chance only now and then, and few relations fail.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from math import fsum

import numpy as np

from helpers.checks.binding import Tie
from helpers.checks.cues import find_cue
from helpers.checks.frames import Moment, Story
from helpers.checks.shares.weighed import SURE_FAIL, SURE_HOLD, Bars, chosen, shares_of
from helpers.checks.times.events import Event, events_of
from helpers.checks.times.length_words import of_length
from helpers.checks.times.lengths import chance_of, length_verdict, lengths_of, times_off
from helpers.checks.times.stretch_words import Told
from helpers.checks.times.stretches import stretches_of
from helpers.texts import word_list

__all__ = ["Lasted", "chosen_stretch", "find_durations", "lasted_of"]

BARS = Bars(hold=0.6, fail=0.57, least=0.03)
WRONG = 0.2  # how often a length that words tie to dates is expected to be wrong
# times that a length and a stretch are apart → how much likelier the one is meant and wrong than the other free
FARTHEST = 10.0
_OFF = np.array([1.25, 2.0, 2.5, 4.0, FARTHEST])
_OF_OFF = np.array([1.5, 4.0, 1.5, 1.0, 0.1, 0.02])


class Lasted:
    """A length with the stretches in reach: what the words say of it (`of_length`) and of each (`of_stretches`), and what the
    calendar says of them."""

    def __init__(self, story: Story, length: Moment, kinds: dict[int, str]):
        self.story, self.length, self.kinds = story, length, kinds
        self.stretches = stretches_of(story, length)
        self.verdicts = [length_verdict(length, one) for one in self.stretches]
        self.holds = np.array([one.holds for one in self.verdicts], bool)
        self.chance = np.array([chance_of(length, one) for one in self.stretches])
        self.off = np.array([times_off(length, one) for one in self.stretches])

    @cached_property
    def of_length(self) -> set[str]:
        return of_length(self.story, self.length)

    @cached_property
    def of_stretches(self) -> list[set[str]]:
        told = Told(self.story, self.length, self.stretches, self.kinds)
        return [told.of_stretch(place) for place in range(len(self.stretches))]

    @property
    def quotes(self) -> list[tuple[str, ...]]:
        return [(self.length.quote, *(end.quote for end in one.ends)) for one in self.stretches]

    @property
    def may_be_told(self) -> bool:
        """Whether there is a stretch that would be reported if words tied it to the length."""
        return bool((self.holds | (self.off < FARTHEST)).any())

    def shares(self, weights: dict[str, float]) -> np.ndarray:
        """Probabilities of the stretches by words, the last of none of them."""
        own = weights["any"] + _sum(weights, self.of_length)
        return shares_of(np.array([*(own + _sum(weights, told) for told in self.of_stretches), 0.0]))


def _sum(weights: dict[str, float], told: set[str]) -> float:
    return fsum(weights.get(name, 0.0) for name in told)  # a set has no order of its own


def lasted_of(story: Story, events: list[Event] | None = None) -> Iterator[Lasted]:
    """The lengths of an article that have stretches in reach; `events` from `events_of`."""
    lengths = list(lengths_of(story))
    if not lengths:
        return
    events = events_of(story) if events is None else events
    kinds = {event.moment.start: event.kind for event in events}
    for length in lengths:
        lasted = Lasted(story, length, kinds)
        if lasted.stretches:
            yield lasted


def find_durations(story: Story, events: list[Event]) -> Iterator[Tie]:
    """The stretch of each length that is likely enough to be reported, if any; of a length that is told again of the same days, the one in
    the text rather than in its title, and the one that the words tie most."""
    found: dict[tuple, list[tuple[tuple[bool, float], Tie]]] = defaultdict(list)
    for lasted in lasted_of(story, events):
        if not lasted.may_be_told:
            continue
        words, length = lasted.shares(_weights()), lasted.length
        place = chosen_stretch(lasted, words)
        best = int(words[:-1].argmax()) if place is None else place
        one = lasted.stretches[best]
        tie = Tie(
            "duration",
            (length, *one.ends),
            lasted.verdicts[best],
            {},
            ("duration", length.start),
            weighed=True,
        )
        if place is None:  # told of by `untested` alone
            tie.evidence, tie.may_fail = {"rival": float(words[best] < 1 - words[-1] - words[best])}, False
            yield tie
            continue
        tie.sure = SURE_HOLD if tie.verdict.holds else SURE_FAIL
        tie.tied_by = tuple(filter(None, [find_cue("length", f"{length.before[-50:]} {length.after[:50]}")]))
        found[length.length, one.first, one.last].append(((not story.is_head(length), words[best]), tie))
    yield from (max(same, key=lambda told: told[0])[1] for same in found.values())


def chosen_stretch(lasted: Lasted, words: np.ndarray) -> int | None:
    """The stretch that is reported, if any: the likeliest that holds, or, if those that hold are unlikely together, that fails."""
    near = _OF_OFF[np.searchsorted(_OFF, lasted.off, side="right")]
    times = np.where(lasted.holds, (1 - WRONG) / lasted.chance, WRONG * near)
    return chosen(times, lasted.holds, words, BARS, lambda failed: _of_same(lasted, failed))


def _of_same(lasted: Lasted, likely: np.ndarray) -> np.ndarray:
    """How likely each stretch is together with those of the same days: a date that is told twice."""
    total: dict[tuple, float] = defaultdict(float)
    days = [(one.first, one.last) for one in lasted.stretches]
    for key, amount in zip(days, likely, strict=True):
        total[key] += amount
    return np.array([total[key] for key in days])


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in word_list("checks/duration_weights")}
