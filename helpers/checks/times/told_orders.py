"""Two dates whose order the words say: "before the raids, on 9 April", "after its owner had been convicted on 12 May".

In: dates of an article, and what kind of event happened on them. Out: ties of "order" of two days of one sentence, or of one
and of what it names of the sentences beside it; whether a wrong order may come of a guessed year.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from helpers.checks.arithmetic import FAILS, HOLDS, Verdict
from helpers.checks.binding import Tie
from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story, between
from helpers.checks.times.events import is_entry, kind_of
from helpers.checks.times.sequels import sequel
from helpers.checks.times.steps import is_reported
from helpers.texts import PEOPLE_CLASSES, noun_class, word_stems

__all__ = ["guessed", "told_in_turn", "told_orders"]

IN_WORDS = 3 * 366  # days between two events of which the words say which came first
NEAR = 80  # characters from such a word to the date of what it names
LISTED = 2  # words between two days of one list
LONGEST = 600  # characters of a sentence that are searched
# the words by which one event is told as before or after another; "the trial followed on 9 June" names none
_WORD = (
    r"after|(?:once|as\ssoon\sas)(?=\s[^,;.]{2,50}\bhad\b)|(?<!\bthe\s)following"
    r"|followed(?:\sby)?(?!\s(?:on|in|at|from|within|up|soon|shortly|later)\b)|before|prior\sto|ahead\sof|preceded(?:\sby)?"
)
_WHAT = (
    r"(?:(?:the|that|this|these|his|her|their|its|a|an|he|she|they|was|were|had|been)\s){0,3}"
    r"[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,2}"
)
_SEQUENCE = re.compile(rf"\b(?P<word>{_WORD})\s(?P<what>{_WHAT})", re.I)
# "after its owner had been convicted on": what a clause tells as earlier needs no name
_HAD = re.compile(
    r"(?:after|before|once|as\ssoon\sas)\s[^,;:.]{2,60}?\bhad\s(?:(?:already|been|first|also|again)\s){0,2}[a-z]+",
    re.I,
)
_DEFINITE = re.compile(
    r"(?:the|that|this|these|his|her|their|its|it|he|she|they|any(?:body|one)|some(?:body|one))\s", re.I
)  # one that was told of
BESIDE = 4  # characters between two sentences that follow each other
_AFTER_THAT = re.compile(
    r"\b(?P<what>(?P<word>(?:only\s|just\s|soon\s|shortly\s)?after(?:\sthat|wards)|only\sthen)),?\s(?:on\s)?$",
    re.I,
)
_HAVING = re.compile(
    r"\bhaving\s(?:[a-z]+ly\s)?[a-z]{3,}[^,;:]*", re.I
)  # "berthed on 11 May, having left on 9 May"
_NO_EVENT = (*PEOPLE_CLASSES, "place", "group", "time", "money")
_ONE_OF_MORE = re.compile(r"\b(?:first|second|third|last|next|latest)\b", re.I)  # "after his first escape"


def told_orders(story: Story, kinds: dict[int, str]) -> Iterator[Tie]:
    """Pairs whose order the words say: "before the raids, on 9 April", "after the crash of 3 May"."""
    by_line: dict[int, list[Moment]] = defaultdict(list)
    for one in story.moments:
        by_line[one.line].append(one)
    for line, inside in by_line.items():
        inside = [one for one in inside if _is_day(one)] or [one for one in inside if _is_year(one)]
        for match in list(_SEQUENCE.finditer(inside[0].sentence[:LONGEST]) if inside else ())[:6]:
            in_date = any(one.start <= match.start() + one.sentence_start < one.end for one in inside)
            words = [] if in_date else _named(match)
            told = not in_date and (words or _HAD.match(match.string, match.start()))
            if told and (pair := _ends(story, inside, match, words, kinds)):
                named, told = pair
                comes_after = has_cue("comes after", match["word"])
                ends = (named, told) if comes_after else (told, named)
                yield _said_tie(story, *ends, match[0], what=match["what"])
        if len(inside) == 2:
            yield from _having(story, inside)
        if inside:
            yield from _gone_on(story, [one for one in by_line.get(line - 1, ()) if _is_day(one)], inside)


def told_in_turn(story: Story) -> Iterator[Tie]:
    """A date that lies before the one whose verb comes first: "arrested on 8 May, charged on 3 May and tried in June"."""
    by_start = {one.start: one for one in story.moments}
    for then in story.moments:
        first = by_start.get(then.told_behind)
        if first and first.precision == then.precision and _is_dated(then) and first.begin > then.finish:
            what = re.split(r"[,;.]", then.after)[0]
            yield _said_tie(story, first, then, f"{first.event} … {then.event}", back=True, what=what)


def _gone_on(story: Story, before: list[Moment], inside: list[Moment]) -> Iterator[Tie]:
    """A day that is told as later than the one day of the sentence before: "only after that, on 5 May"."""
    if not before or story.gap(before[0].line, inside[0].line) > BESIDE:
        return
    later = [(one, found) for one in inside if (found := _AFTER_THAT.search(one.before[-NEAR:]))]
    if len(before) == len(later) == 1 and before[0].days == 1:
        yield _said_tie(story, before[0], later[0][0], later[0][1][0], what=later[0][1]["what"])
    elif len(inside) == 1 and not later and (gone_on := sequel(before, inside[0])):
        first, found = gone_on
        yield _said_tie(story, first, inside[0], found[0], back=True)


def _having(story: Story, inside: list[Moment]) -> Iterator[Tie]:
    """The day of a clause with "having" and the only other one of its sentence, which comes after it."""
    at = inside[0].sentence_start
    for found in _HAVING.finditer(inside[0].sentence[:LONGEST]):
        first = [one for one in inside if found.start() < one.start - at < found.end()]
        if len(first) == 1:
            then = next(one for one in inside if one is not first[0])
            yield _said_tie(story, first[0], then, found[0], back=True)


def _is_day(one: Moment) -> bool:
    return bool(one.begin and one.finish and not one.length and one.days <= 31)


def _is_dated(one: Moment) -> bool:
    return (_is_day(one) or _is_year(one)) and not one.mod


def _is_year(one: Moment) -> bool:
    return bool(one.begin and one.finish and not one.length and one.precision == "year")


def _named(match: re.Match) -> list[str]:
    """The nouns behind "after" or "before" that may name an event; none where they name a person, a court or an hour."""
    words = re.findall(r"[a-z]{4,}", _DEFINITE.sub("", match["what"]).lower())
    others = [word for word in words[:3] if noun_class(word) in _NO_EVENT and not kind_of(word)]
    return [] if others else words


def _ends(
    story: Story, inside: list[Moment], match: re.Match, words: list[str], kinds: dict[int, str]
) -> tuple[Moment, Moment] | None:
    """The date of what is named behind such a word, and that of what is told."""
    start = match.end("word") + inside[0].sentence_start
    named = [one for one in inside if 0 < one.start - start < NEAR and _joined(one, start)]
    if len(named) > 1 and len(between(named[0], named[1]).split()) > LISTED:
        named = named[:1]  # "after his conviction on 3 June he was put on trial on 9 May", no list of days
    # "it checked 185 before the fair, the office said on Thursday": that is the day of neither
    told = [one for one in inside if one not in named and not (one.start > start and is_reported(one))]
    if not named and _DEFINITE.match(match["what"]):
        stems = word_stems(" ".join(words).lower())
        told_of = {kind_of(word) for word in words} - {""}
        named = [
            one
            for one in story.moments
            if _is_day(one) and 0 < abs(one.line - inside[0].line) <= 2
            if stems & _stems(one) or kinds.get(one.start) in told_of
        ]
    if len(named) != 1 or not told:
        return None
    near = min(told, key=lambda one: abs(one.start - start))
    return named[0], near


def _joined(one: Moment, start: int) -> bool:
    """Whether a date stands in the phrase that starts there, and not behind a comma or another clause."""
    return not re.search(
        r"[,;:]|\bthere\s(?:ha[sd]|have|is|are|was|were)\b",
        one.sentence[start - one.sentence_start : one.start - one.sentence_start],
    )


def _stems(one: Moment) -> frozenset[str]:
    return word_stems(f"{one.before[-80:]} {one.after[:60]}".lower())


def _said_tie(
    story: Story, first: Moment, then: Moment, words: str, *, back: bool = False, what: str = ""
) -> Tie:
    """Two dates that `words` put in order; `back`: they lead from one to the other by themselves; `what`: what they name."""
    holds = first.begin <= then.finish
    gap = story.gap(first.line, then.line)
    doubt = not holds and (
        guessed(first, then)
        or (first.begin - then.finish).days > IN_WORDS
        or has_cue("other case", what)
        or bool(_ONE_OF_MORE.search(what))
    )
    evidence = {
        "cue": 1.0,
        "pair": 1.0,
        "back": float(back),
        "scope": 0.0,
        "other noun": 0.0,
        "wrong way": 2.0 * doubt,
        "same line": float(not gap),
        "next line": float(0 < gap <= 3),
    }
    verdict = Verdict(
        HOLDS if holds else FAILS,
        str(first.begin),
        str(then.begin),
        f"first {first.begin}, then {then.begin}" if holds else f"{then.begin} lies before {first.begin}",
    )
    a, b = sorted((first, then), key=lambda one: one.start)
    return Tie(
        "order", (first, then), verdict, evidence, ("order", a.start, b.start), (" ".join(words.split()),)
    )


def guessed(first: Moment, then: Moment) -> bool:
    """Whether a wrong order may come of a guessed year: "arrested on June 4, and extradited on July 30"."""
    if "text" == first.year_from == then.year_from:
        return False
    if is_entry(first) and is_entry(then):
        return True  # an entry of a chronology without its year has that of its neighbours
    if "publication" in (first.year_from, then.year_from) and first.line != then.line:
        return first.begin.month == 12 or then.begin.month == 12
    return first.begin.year != then.begin.year or first.days > 7 or then.days > 7
