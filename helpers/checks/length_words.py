"""What the words say for and against a length of time being that of a stretch of the calendar: named features, no arithmetic.

In: a length and a `Stretch` (`helpers.checks.stretches`) of an article. Out: the names of what is so (`of_length` of the length alone,
`of_stretch` of the two together). The weights are fitted by `helpers.accuracy.fit_durations`.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache, lru_cache

from helpers.checks.cases import somebody_else
from helpers.checks.cues import has_cue
from helpers.checks.events import bounds, is_dateline
from helpers.checks.frames import Moment, Story, between
from helpers.checks.kept import once
from helpers.checks.pairs import common_words
from helpers.checks.stretches import Stretch, is_since, leads_on
from helpers.texts import MONTH_NAMES, noun_class, singular, word_list, word_stems

__all__ = ["Told", "of_length"]

CLAUSE = re.compile(r"[;:]\s|\.\s|\s[–—]\s|,\s(?:and|but|while|whereas|although|after|before|as|when|so)\s")
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d[\d.,]*|[,;:().–—-]", re.I)
_PROPER = re.compile(r"(?<=[\w,;–—(] )[A-Z][a-z]{2,}")
_MONTHS = frozenset(MONTH_NAMES)
_INTRODUCED = {
    "for": re.compile(r"\bfor\s(?:(?:about|some|nearly|almost|just|only|over|all|exactly|the|these|those)\s){0,2}$", re.I),
    "within": re.compile(r"\b(?:in|over|within|during|throughout|across)\s(?:(?:about|just|only|the|these|those|all|his|her|its|their)\s){0,2}$", re.I),
    "after": re.compile(r"\bafter\s(?:(?:about|some|nearly|almost|just|only|over|more\sthan|the|these|those|his|her|its|their)\s){0,2}$", re.I),
    "took": re.compile(r"\b(?:last(?:ed|s|ing)?|took|taken|takes?|ran|runs?|spent|spend|spending|served?|passed|waited|was|were)\s(?:(?:for|about|some|nearly|almost|just|only|over|a\stotal\sof|exactly)\s){0,2}$", re.I),
    "known": re.compile(r"\b(?:the|those|these|all|his|her|its|their)\s$", re.I),
    "of": re.compile(r"\b[a-z]{3,}\sof\s(?:(?:about|some|nearly|almost|just|only|over|more\sthan|at\sleast)\s)?$", re.I),
    "total": re.compile(r"\b(?:in\sall|that\sis|altogether|some)\s$|[:(–—]\s?$", re.I),
}  # fmt: skip
_DEFINITE = re.compile(r"\b(?:the|those|these|that|all|his|her|their|its)\s$", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|their|its|who|which)\b", re.I)
_BACK = re.compile(
    r"\b(?:these|those|this|that|all)\s(?:[a-z]+\s)?$|\b(?:it|this|that|which)\s(?:had\s)?(?:lasted|took|ran|went\son|dragged\son|was)\s(?:for\s|over\s)?$",
    re.I,
)
_THIS = re.compile(r"\bth(?:is|at|ese|ose)\s(?:very\s|same\s)?[a-z]{4,}", re.I)
_ORDINAL = re.compile(r"(?:the\s)?(?:past|last|next|coming|first|previous|another|every|each|same)\b", re.I)
# what may stand between a length and the dates that explain it, or the dates and what they add up to
_LED_IN = re.compile(r",?\s(?:[(–—-]\s?|i\.e\.,?\s|that\sis,?\s)?(?:from\s|between\s)?(?:the\s)?", re.I)
_UNTIL = re.compile(r",?\s(?:until|till|to|from|through|since|ending|beginning|starting)\s(?:on\s|in\s)?", re.I)
_BESIDE = re.compile(r"[\s,(–—:-]{1,3}(?:(?:on|in|only|just|exactly|that\sis|i\.e\.|some|or|a\stotal\sof)\s){0,2}", re.I)
_TO = re.compile(
    r",?\s(?:(?:up\s)?to|until|till|through|and|–|-)\s(?:the\s)?(?:(?:the|its|his|her|their|that)\s(?:[\w’'-]+\s){1,4}?(?:on|of|in)\s)?(?:[A-Z][a-z]+day\s)?"
)
_OF_TIME = re.compile(r"\s(?:in|of|during)\s(?:the\s)?", re.I)
_PREPOSED = re.compile(r"\b(on|in|from|since|between|until|till|to|by|before|after|of|and)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$", re.I)
_OF_SO_LONG = re.compile(r"\b([a-z]{3,})\sof\s(?:(?:about|some|nearly|almost|just|only|over|more\sthan|at\sleast)\s)?$", re.I)
_SO_LONG = re.compile(r"(?:[’']|\sof)?\s((?:[a-z][\w-]+\s?){1,3})(?=[,.;:]|\s|$)")
_ON = re.compile(r"\son(?=[.,;:]|$)")
_STEP = re.compile(r"\s(?:after|before|following|into|from)\s(?!that\b)[\w“\"]", re.I)  # "two months before the raid"
_NEAR, _WIDE = 60, 120  # characters beside a figure


def of_length(story: Story, length: Moment) -> set[str]:
    """What the words beside a length say of it, whatever the stretch."""
    before, after = length.before[-_NEAR:], length.after[:_NEAR]
    place = f"{before[-30:]}|{after[:25]}"
    around = f"{before[-45:]}{length.quote}{after[:45]}"
    told = {f"introduced {name}" for name in _introduced(length)}
    told |= {f"unit {length.length[1]}", f"mod {length.mod or 'none'}"}
    told |= {f"cue {cue}" for cue in ("length", "no length", "state") if has_cue(cue, around)}
    told |= {f"cue {cue}" for cue in ("other length", "length before") if has_cue(cue, place)}
    told |= {"cue other case"} if has_cue("other case", after) else set()
    told |= {"cue set for"} if has_cue("set for", after) else set()
    told |= {"ordinal"} if _ORDINAL.match(length.quote) else set()
    told |= {"one"} if length.length[0] <= 1 else set()
    told |= {"head"} if story.is_head(length) else set()
    told |= {"in brackets"} if before.endswith("(") else set()
    told |= {"table"} if length.block.startswith("table") else set()
    told |= {"definite"} if _DEFINITE.search(before[-12:]) else set()
    told |= {"pronoun"} if _PRONOUN.search(length.before) else set()
    same = sum(one.length == length.length for one in story.moments)
    told |= {"told again"} if same > 1 else set()
    told |= {"opens the sentence"} if length.start - length.sentence_start < 15 else set()
    told |= {f"what {noun_class(word) or 'other'}" for word in _what(length)} or {"what nothing"}
    for side, text in (("before", before), ("behind", after)):
        words = [word.lower() for word in _WORD.findall(text)]
        words = (words[::-1] if side == "before" else words)[:4]
        told |= {f"{side}: {'#' if word[0].isdigit() else word}" for word in words}
        told |= {f"next {side}: {'#' if word[0].isdigit() else word}" for word in words[:1]}
    return told


@once
def _what(length: Moment) -> tuple[str, ...]:
    """The noun for what lasted so long: "a strike of six weeks", "the six-week strike", "six weeks of rain"."""
    found = _OF_SO_LONG.search(length.before[-50:])
    if found:
        return (singular(found[1].lower()),)
    found = _SO_LONG.match(length.after[:60])
    words = [singular(word) for word in found[1].split()] if found else []
    known = [word for word in words if noun_class(word)]
    return tuple(known[-1:] or words[-1:])


def _introduced(length: Moment) -> Iterator[str]:
    """How the words lead to a length."""
    if leads_on(length) or _ON.match(length.after):
        yield "stepping" if _STEP.match(length.after) else "leading on"
    elif "-" in length.quote and re.match(r"\s[a-z]", length.after):
        yield "as adjective"
    else:
        yield next((name for name, words in _INTRODUCED.items() if words.search(length.before[-50:])), "bare")


@once
def _own(one: Moment) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The stems right beside a date or a length, those of its sentence, and the proper names of its sentence."""
    beside = f"{one.before[-_NEAR:]} {one.after[:_NEAR]}".lower()
    proper = frozenset(_PROPER.findall(one.sentence)) - _MONTHS
    return word_stems(beside) - common_words(), word_stems(one.sentence.lower()) - common_words(), proper


@lru_cache(1_000)
def _event_nouns(sentence: str) -> frozenset[str]:
    """The nouns of a sentence that name what may last."""
    return frozenset(
        word
        for word in map(singular, re.findall(r"[a-z]{4,}", sentence.lower()))
        if noun_class(word) == "event"
    )


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
        self.beside = next((x for x in self.points if x.line == length.line and self._is_beside(x)), None)
        around = f"{length.before[-_WIDE:]} {length.after[:_WIDE]}"
        self.states = [(opens, closes) for words, opens, closes in _states() if words.search(around)]
        self.definite = bool(_DEFINITE.search(length.before[-12:]))
        self.pronoun = bool(_PRONOUN.search(length.before))
        self.introduced = next(_introduced(length))

    def _gap(self, one: Stretch) -> int:
        far = [self.story.gap(end.line, self.length.line) + abs(end.start - self.length.start) for end in one.ends]
        return sum(far) * (3 - len(far))

    def _is_beside(self, end: Moment) -> bool:
        words = between(self.length, end)
        return bool(_BESIDE.fullmatch(words))

    def of_stretch(self, place: int) -> set[str]:
        """What speaks for and against the length being that of a stretch."""
        one = self.stretches[place]
        shape, placed = self._shape(one), self._placed(one)
        told = {shape, f"{shape}, {placed}", placed, f"{placed}, {self.introduced}"}
        if self.definite:
            told.add(f"definite, {placed}")
        if self.pronoun:
            told.add(f"pronoun, {placed}")
        lines = {end.line for end in one.ends}
        if sum(x.line in lines for x in self.points) == len(one.ends):
            told.add(f"only dates of their sentences, {len(lines)}")
        told.add(f"rank {min(self.rank[place], 4)}")
        told |= set(self._of_ends(one)) | set(self._of_words(one)) | set(self._of_events(one))
        return told | set(self._of_others(one))

    def _shape(self, one: Stretch) -> str:
        """How the two ends are told."""
        if len(one.ends) == 1:
            return "since" if is_since(one.ends[0]) else "range"
        a, b = sorted(one.ends, key=lambda end: end.start)
        if a.line != b.line:
            return "in two sentences"
        if _TO.fullmatch(between(a, b)):
            opened = re.search(r"\b(?:from|between|since)\s(?:[\w’'-]+\s){0,6}$", a.before[-_NEAR:], re.I)
            return "from and to" if opened else "one to the other"
        return "in a clause" if not CLAUSE.search(between(a, b)) else "in a sentence"

    def _placed(self, one: Stretch) -> str:
        """Where the dates stand, seen from the length."""
        length, lines = self.length, [end.line - self.length.line for end in one.ends]
        ends = sorted(one.ends, key=lambda end: end.start)
        if not any(lines):
            if length.end <= ends[0].start and _LED_IN.fullmatch(between(length, ends[0])):
                return "led in"
            if length.start >= ends[-1].end and _BESIDE.fullmatch(between(ends[-1], length)):
                return "appended"
            if ends[0].start < length.start < ends[-1].start:
                return "between them"
            return "before them" if length.start < ends[0].start else "behind them"
        far = max(map(abs, lines))
        if 0 in lines:
            own = next(end for end in one.ends if end.line == length.line)
            other = min(lines) or max(lines)
            name = "beside one" if self._is_beside(own) else "with one"
            return f"{name}, {'back' if other < 0 else 'ahead'}{' far' * (far > 2)}"
        if min(lines) < 0 < max(lines):
            return "around"
        return f"{'back' if max(lines) < 0 else 'ahead'}{' next' if far == 1 else ' far' * (far > 2)}"

    def _of_ends(self, one: Stretch) -> Iterator[str]:
        unit = self.length.length[1]
        told = {end.precision if end.precision in ("year", "month", "day", "since") else "other" for end in one.ends}
        yield f"unit {unit}, {' '.join(sorted(told))}"
        if len(one.ends) < 2:
            return
        for name, end in zip(("first", "last"), (one.ends[0], one.ends[-1]), strict=True):
            found = _PREPOSED.search(end.before[-25:])
            yield f"{name} preposed {found[1].lower() if found else 'none'}"
            if is_dateline(end):
                yield f"{name} dateline"
            if end.block in ("title", "heading"):
                yield f"{name} heading"
            if has_cue("ends first", end.before[-70:], end.after[:30]):
                yield f"{name} as first"
            if has_cue("ends last", end.before[-70:], end.after[:30]):
                yield f"{name} as last"
            if has_cue("ahead", end.before[-_NEAR:]):
                yield f"{name} ahead"
            if has_cue("teller", end.event):
                yield f"{name} of telling"
            if not re.search(r"\d", end.quote):
                yield f"{name} without number"
        yield "told in order" if one.ends[0].start < one.ends[-1].start else "told in reverse"
        if one.ends[0].year_from != one.ends[-1].year_from:
            yield "years told otherwise"

    def _of_words(self, one: Stretch) -> Iterator[str]:
        length = self.length
        near, theme, proper = _own(length)
        elsewhere = [end for end in one.ends if end.line != length.line]
        if elsewhere:
            beside = frozenset().union(*(_own(end)[0] for end in elsewhere))
            around = frozenset().union(*(_own(end)[1] for end in elsewhere))
            names = frozenset().union(*(_own(end)[2] for end in elsewhere))
            yield f"near theme {min(len(near & beside), 2)}"
            yield f"theme {min(len(theme & around), 3)}"
            if proper:
                yield "name told" if proper & names else "name new"
            what = word_stems(" ".join(_what(length)))
            if what:
                yield "what told" if what & around else "what not told"
            if any(_event_nouns(length.sentence) & _event_nouns(end.sentence) for end in elsewhere):
                yield "same event"
            back = min(end.line for end in one.ends) < length.line
            if back and _BACK.search(length.before[-45:]):
                yield "leads back"
            if back and _THIS.search(length.sentence):
                yield "this"
            if any(has_cue("scope", self.story.text_between(*sorted((length, end), key=lambda x: x.start))) for end in elsewhere):
                yield "scope between"
        else:
            words = max((between(length, end) for end in one.ends), key=len)
            if CLAUSE.search(words):
                yield "other clause"
            shortest = min((between(length, end) for end in one.ends), key=len)
            yield "close" if len(shortest) < 15 else "not far" if len(shortest) < 45 else "apart"
            if has_cue("scope", words):
                yield "scope inside"
        if any(has_cue("other case", end.before[-30:]) for end in one.ends):
            yield "end of other case"
        if sum(somebody_else(x.before[-_NEAR:]) for x in (length, *one.ends)):
            yield "somebody else"
        for end in one.ends:
            if end.line == length.line and _UNTIL.fullmatch(between(length, end)) and length.end < end.start:
                yield "joined"

    def _of_events(self, one: Stretch) -> Iterator[str]:
        if len(one.ends) < 2:
            return
        first, last = (self.kinds.get(end.start, "") for end in one.ends)
        opens, closes = bool(first) and "opens" in bounds(first), bool(last) and "closes" in bounds(last)
        wrong = bool(first and last) and "closes" in bounds(first) and "opens" in bounds(last)
        yield f"events {'open' if opens else 'told' if first else 'none'} {'close' if closes else 'told' if last else 'none'}"
        if wrong and not (opens and closes):
            yield "events reversed"
        if any(first in begin and last in end for begin, end in self.states):
            yield "state between"
        elif any(first in begin or last in end for begin, end in self.states):
            yield "state beside"

    def _of_others(self, one: Stretch) -> Iterator[str]:
        """Other dates and lengths near."""
        length = self.length
        starts = [end.start for end in one.ends]
        low, high = min(*starts, length.start), max(*starts, length.start)
        inner = sum(low < x.start < high and x.start not in starts for x in self.points)
        yield f"dates between {min(inner, 3)}"
        if len(starts) > 1:
            pair = sum(min(starts) < x.start < max(starts) for x in self.points)
            yield f"dates inside {min(pair, 2)}"
        if any(low < x.start < high for x in self.lengths):
            yield "length between"
        if any(x.line in {end.line for end in one.ends} for x in self.lengths):
            yield "length beside the dates"
        if self.beside:
            yield "of date beside" if self.beside.start in starts else "not of date beside"
        behind = next((x for x in self.points if 0 <= x.start - length.end < 25), None)
        if behind and _OF_TIME.fullmatch(between(length, behind)) and behind.start not in starts:
            yield "of another time"
        others = [x for x in self.points if x.line == length.line and x.start not in starts]
        if others and length.line not in {end.line for end in one.ends}:
            yield "own date in sentence"
        if len(self.points) == len(starts):
            yield "only dates"
        yield f"stretches {bisect((1, 3, 10), len(self.stretches) - 1)}"
