"""What the words say for and against a length of time being that of a stretch of the calendar: named features, no arithmetic.

In: a length and the stretches in its reach (`helpers.checks.times.stretches`). Out: the names of what is so of each. The weights are fitted by
`helpers.accuracy.fit_durations`.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache, lru_cache

from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story, between
from helpers.checks.shares.pair_words import CLAUSE, own_words
from helpers.checks.times.cases import somebody_else
from helpers.checks.times.events import bounds, is_dateline
from helpers.checks.times.length_words import NEAR, has_pronoun, introduced, is_definite, what_lasted
from helpers.checks.times.stretches import Stretch, is_since
from helpers.texts import noun_class, singular, word_list, word_stems

__all__ = ["Told"]

WIDE = 120  # characters beside a length in which what lasted is named
FEW = (1, 3, 10)  # stretches in reach
# characters of a sentence between a length and a date that are close, and not far
CLOSE, NOT_FAR = 15, 45
_BACK = re.compile(
    r"\b(?:these|those|this|that|all)\s(?:[a-z]+\s)?$|\b(?:it|this|that|which)\s(?:had\s)?(?:lasted|took|ran|went\son|dragged\son|was)\s(?:for\s|over\s)?$",
    re.I,
)
_THIS = re.compile(r"\bth(?:is|at|ese|ose)\s(?:very\s|same\s)?[a-z]{4,}", re.I)
# what may stand between a length and the dates that explain it, or the date that it adds to
_LED_IN = re.compile(r",?\s(?:[(–—-]\s?|i\.e\.,?\s|that\sis,?\s)?(?:from\s|between\s)?(?:the\s)?", re.I)
_BESIDE = re.compile(
    r"[\s,(–—:-]{1,3}(?:(?:on|in|only|just|exactly|that\sis|i\.e\.|some|or|a\stotal\sof)\s){0,2}", re.I
)
_UNTIL = re.compile(
    r",?\s(?:until|till|to|from|through|since|ending|beginning|starting)\s(?:on\s|in\s)?", re.I
)
# "from its opening on 3 May to the closing on 9 June"
_FROM = re.compile(r"\b(?:from|between|since)\s(?:[\w’'-]+\s){0,6}$", re.I)
_TO = re.compile(
    r",?\s(?:(?:up\s)?to|until|till|through|and|–|-)\s(?:the\s)?(?:(?:the|its|his|her|their|that)\s(?:[\w’'-]+\s){1,4}?(?:on|of|in)\s)?(?:[A-Z][a-z]+day\s)?"
)
_PREPOSED = re.compile(
    r"\b(on|in|from|since|between|until|till|to|by|before|after|of|and)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.I,
)


@lru_cache(1_000)
def _event_nouns(sentence: str) -> frozenset[str]:
    """The nouns of a sentence that name what may last."""
    words = map(singular, re.findall(r"[a-z]{4,}", sentence.lower()))
    return frozenset(word for word in words if noun_class(word) == "event")


@cache
def _states() -> list[tuple[re.Pattern, frozenset[str], frozenset[str]]]:
    """What may last: the words for it, the kinds of event that open it, and those that close it."""
    return [
        (
            re.compile(rf"(?<![\w-])(?:{row['words']})(?![\w-])", re.I),
            frozenset(row["opens"].split()),
            frozenset(row["closes"].split()),
        )
        for row in word_list("checks/states")
    ]


class Told:
    """What the words say of the stretches in reach of one length; `kinds`: start of a date → the kind of event on it."""

    def __init__(self, story: Story, length: Moment, stretches: list[Stretch], kinds: dict[int, str]):
        self.story, self.length, self.kinds, self.stretches = story, length, kinds, stretches
        self.lengths = [one for one in story.moments if one.length and one.start != length.start]
        self.points = [one for one in story.moments if one.begin and not one.length]
        gaps = [self._gap(one) for one in stretches]
        order = sorted(range(len(gaps)), key=gaps.__getitem__)
        self.rank = {place: number for number, place in enumerate(order)}
        around = f"{length.before[-WIDE:]} {length.after[:WIDE]}"
        self.states = [(opens, closes) for words, opens, closes in _states() if words.search(around)]
        self.own = own_words(story, length)
        self.lasted = word_stems(" ".join(what_lasted(length)))

    def _gap(self, one: Stretch) -> int:
        """How far a stretch is from the length, in characters."""
        gap, length = self.story.gap, self.length
        far = [gap(end.line, length.line) + abs(end.start - length.start) for end in one.ends]
        return 2 * sum(far) // len(far)

    def _is_beside(self, end: Moment) -> bool:
        return bool(_BESIDE.fullmatch(between(self.length, end)))

    def of_stretch(self, place: int) -> set[str]:
        """What speaks for and against the length being that of a stretch."""
        one = self.stretches[place]
        told = {f"rank {min(self.rank[place], 4)}", *self._of_place(one), *self._of_others(one)}
        told |= {*self._of_events(one), *self._of_both(one)}
        if len(one.ends) > 1:
            told |= {*self._of_end("first", one.ends[0]), *self._of_end("last", one.ends[-1])}
        elsewhere = [end for end in one.ends if end.line != self.length.line]
        return told | {*(self._from_elsewhere(elsewhere) if elsewhere else self._in_sentence(one))}

    def _of_place(self, one: Stretch) -> Iterator[str]:
        """Where the dates stand, how they are told, and how the words lead to the length."""
        shape, placed = self._shape(one), self._placed(one)
        yield from (shape, placed, f"{shape}, {placed}", f"{placed}, {introduced(self.length)}")
        if is_definite(self.length):
            yield f"definite, {placed}"
        if has_pronoun(self.length):
            yield f"pronoun, {placed}"

    def _shape(self, one: Stretch) -> str:
        """How the two ends are told."""
        if len(one.ends) == 1:
            return "since" if is_since(one.ends[0]) else "range"
        a, b = sorted(one.ends, key=lambda end: end.start)
        if a.line != b.line:
            return "in two sentences"
        if _TO.fullmatch(between(a, b)):
            return "from and to" if _FROM.search(a.before[-NEAR:]) else "one to the other"
        return "in a sentence" if CLAUSE.search(between(a, b)) else "in a clause"

    def _placed(self, one: Stretch) -> str:
        """Where the dates stand, seen from the length."""
        length, lines = self.length, [end.line - self.length.line for end in one.ends]
        far = max(map(abs, lines))
        if not far:
            return self._placed_here(one)
        if 0 in lines:
            own = next(end for end in one.ends if end.line == length.line)
            name = "beside one" if self._is_beside(own) else "with one"
            return f"{name}, {'back' if min(lines) < 0 else 'ahead'}{' far' * (far > 2)}"
        if min(lines) < 0 < max(lines):
            return "around"
        return f"{'back' if max(lines) < 0 else 'ahead'}{' next' if far == 1 else ' far' * (far > 2)}"

    def _placed_here(self, one: Stretch) -> str:
        """The same of dates in the sentence of the length."""
        length, ends = self.length, sorted(one.ends, key=lambda end: end.start)
        if length.end <= ends[0].start:
            return "led in" if _LED_IN.fullmatch(between(length, ends[0])) else "before them"
        if length.start >= ends[-1].end:
            return "appended" if self._is_beside(ends[-1]) else "behind them"
        return "between them"

    def _of_end(self, name: str, end: Moment) -> Iterator[str]:
        """What the words say of the first or the last date of a pair."""
        found = _PREPOSED.search(end.before[-25:])
        yield f"{name} preposed {found[1].lower() if found else 'none'}"
        told = {
            "dateline": is_dateline(end),
            "heading": end.block in ("title", "heading"),
            "as first": has_cue("ends first", end.before[-70:], end.after[:30]),
            "as last": has_cue("ends last", end.before[-70:], end.after[:30]),
            "ahead": has_cue("ahead", end.before[-NEAR:]),
            "of telling": has_cue("teller", end.event),
            "without number": not re.search(r"\d", end.quote),
        }
        yield from (f"{name} {what}" for what, is_so in told.items() if is_so)

    def _of_both(self, one: Stretch) -> Iterator[str]:
        """What is told of the dates together."""
        known = ("year", "month", "day", "since")
        told = {end.precision if end.precision in known else "other" for end in one.ends}
        yield f"unit {self.length.length[1]}, {' '.join(sorted(told))}"
        if any(has_cue("other case", end.before[-30:]) for end in one.ends):
            yield "end of other case"
        if any(somebody_else(x.before[-NEAR:]) for x in (self.length, *one.ends)):
            yield "somebody else"
        behind = (end for end in one.ends if end.line == self.length.line and self.length.end < end.start)
        if any(_UNTIL.fullmatch(between(self.length, end)) for end in behind):
            yield "joined"

    def _from_elsewhere(self, elsewhere: list[Moment]) -> Iterator[str]:
        """What ties a length to dates of other sentences."""
        length, owns = self.length, [own_words(self.story, end) for end in elsewhere]
        beside = frozenset().union(*(own.tight for own in owns))
        around = frozenset().union(*(own.stems for own in owns))
        yield f"near theme {min(len(self.own.tight & beside), 2)}"
        yield f"theme {min(len(self.own.stems & around), 3)}"
        if self.lasted:
            yield "what told" if self.lasted & around else "what not told"
        if any(_event_nouns(length.sentence) & _event_nouns(end.sentence) for end in elsewhere):
            yield "same event"
        if elsewhere[0].line < length.line:
            if _BACK.search(length.before[-45:]):
                yield "leads back"
            if _THIS.search(length.sentence):
                yield "this"
        parted = (self.story.text_between(*sorted((length, x), key=lambda y: y.start)) for x in elsewhere)
        if any(has_cue("scope", words) for words in parted):
            yield "scope between"

    def _in_sentence(self, one: Stretch) -> Iterator[str]:
        """What ties a length to dates of its sentence, or parts them."""
        words = sorted((between(self.length, end) for end in one.ends), key=len)
        yield "close" if len(words[0]) < CLOSE else "not far" if len(words[0]) < NOT_FAR else "apart"
        if CLAUSE.search(words[-1]):
            yield "other clause"
        if has_cue("scope", words[-1]):
            yield "scope inside"

    def _of_events(self, one: Stretch) -> Iterator[str]:
        """Whether what happened on the two dates opens and closes something."""
        if len(one.ends) < 2:
            return
        first, last = (self.kinds.get(end.start, "") for end in one.ends)
        opens, closes = "opens" in bounds(first), "closes" in bounds(last)
        begins = "open" if opens else "told" if first else "none"
        yield f"events {begins} {'close' if closes else 'told' if last else 'none'}"
        if "closes" in bounds(first) and "opens" in bounds(last) and not (opens and closes):
            yield "events reversed"
        meant = [(first in begin) + (last in end) for begin, end in self.states]
        if any(meant):
            yield "state between" if max(meant) > 1 else "state beside"

    def _of_others(self, one: Stretch) -> Iterator[str]:
        """Other dates and lengths near."""
        length, starts, lines = self.length, [x.start for x in one.ends], {x.line for x in one.ends}
        low, high = min(*starts, length.start), max(*starts, length.start)
        yield f"dates between {min(sum(low < x.start < high and x.start not in starts for x in self.points), 3)}"
        if len(starts) > 1:
            yield f"dates inside {min(sum(min(starts) < x.start < max(starts) for x in self.points), 2)}"
        own = length.line not in lines and any(x.line == length.line for x in self.points)
        told = {
            f"only dates of their sentences, {len(lines)}": sum(x.line in lines for x in self.points)
            == len(starts),
            "length between": any(low < x.start < high for x in self.lengths),
            "length beside the dates": any(x.line in lines for x in self.lengths),
            "own date in sentence": own,
            "only dates": len(self.points) == len(starts),
        }
        yield from (name for name, is_so in told.items() if is_so)
        yield f"stretches {bisect(FEW, len(self.stretches) - 1)}"
