"""What happened on a date: the event that the words beside it name, how it is told, and whose it is.

In: the dates of an article with their sentences; the words for events in `helpers/data/checks/events.csv`. Out: `Event`
rows, one a date at most. Whether two events are of one case is read from the words between them (`helpers.checks.times.cases`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from helpers.checks.cues import Opened
from helpers.checks.frames import Moment, Story
from helpers.texts import noun_class, word_list

__all__ = ["FARTHEST", "Event", "bounds", "events_of", "is_dateline", "is_entry", "kind_of"]

ENTRIES = 3  # an article has one dateline; where more lines start so, they are those of a chronology
FARTHEST = 150  # characters from a date to the word for what happened on it
CONTEXT = 2  # lines before a date in which what a word is about may be named,
LONGEST = 300  # and how many characters of each
MOST = 12  # words for events in a sentence that are looked at
_PREPOSED = re.compile(r"\b(?:on|in|from|between|since|until|by|of|after|before)\s", re.I)
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|who|which|where)\s|\bof\s(?:which|whom)\s")
_FACT = re.compile(r"[^:.;]{3,60}(?::|\s[–—-])\s")
_ENTRY = re.compile(r"^\s?[:–—-]\s")  # "9 September 2022: trial begins"
_NEGATED = re.compile(
    r"\b(?:not|never|no|yet\sto\sbe|due\sto|expected|will|would|could|may|might|faces?|almost|nearly|(?:tried|failed|attempted|sought)\sto|before\sbeing|to\sbe)\s(?:[a-z]+\s){0,2}$"
)
_NOT_UNTIL = re.compile(
    r"\b(?:not|never|no)\b[^|]*\|.*\b(?:until|till|before)\s$", re.I
)  # "had not reached its verdict until"
_PERFECT = re.compile(r"\bhad[\s,](?:(?!\sand\s(?:he|she|they|it)\s)[^;:.]){0,90}$", re.I)
# "after the raids, on 9 April", "for the purpose of this extradition": what stands behind such a word is named, and not what happened on the date
_NAMED_ONLY = re.compile(
    r"\b(?:before|after|following|prior\sto|ahead\sof|since|because\sof|despite)\s(?:[\w’'-]+\s){0,4}$", re.I
)
# "the conviction stemmed from an incident on 5 May", "charged with a burglary that occurred on 5 May": the day is that of
# the incident
_ORIGIN = re.compile(
    r"\b(?:stem(?:s|med|ming)|ar(?:ise|ises|ose|ising)|result(?:s|ed|ing)|dat(?:es|ed|ing))\s(?:from|out\sof|back\sto)\b"
    r"|\b(?:occurr(?:ed|ing)|happen(?:ed|ing)|took\splace|taking\splace|(?:incident|events?|crash|shooting|attack|stop|search|raid)s?\s(?:on|of|in)\b)",
    re.I,
)
_SUBJECT_NOUN = re.compile(r"(?:^|[.;,]\s)(?:the|his|her|their|its|this|that|an?)\s(?:[\w-]+\s){0,2}$", re.I)
# "The refusal of his claim is dated ", "the departure came on"
_OF_DATE = re.compile(
    r"(?:\s(?:of|from|in|at|to|by|for)\s(?:[\w’'-]+\s?){1,5}?)?\s(?:on|of|in|dated)\s(?:[A-Z][a-z]+day,?\s)?"
)
_HAPPENED = re.compile(
    r"(?:\s(?:of|from|in|at|to|by|for|against)\s[^,;:]{1,50})?,?\s(?:was|is|came|followed|took\splace|happened|dates?|had\scome|fell|occurred)\s(?:[a-z]+\s){0,3}?(?:on|from|of|in|back\sto)?\s?",
    re.I,
)
_UP_TO_NOUN = re.compile(
    r"\b(?:until|till|since|from|between|and|to)\s(?:the|his|her|their|its)\s(?:[\w-]+\s)?$", re.I
)
# "the arrest of the man took place in Rome on"; not "the arrest over a raid that took place on"
_TOOK_PLACE = re.compile(
    r"^(?:(?!\b(?:that|which)\s(?:had\s)?(?:occurred|happened|t[ao]k)).)*\s(?:occurred|happened|took\splace|dates?\s(?:from|back\sto)|dated\s(?:from|back\sto))\s(?:(?:in|at|near)\s[^,;]{1,40}\s)?(?:on\s)?$",
    re.I,
)
# "on 5 May the driver, convicted of a felony years before, was found with": the conviction is of no date
# "the conviction was referred to the court on 5 May": the conviction is older
_TREATED = re.compile(
    r"\s(?:(?:was|were|is|has|had|been)\s){0,2}(?:referred|upheld|confirmed|affirmed|reviewed|appealed|challenged|reinstated|reduced|suspended|overturned|quashed|substituted|set\saside|commuted|expunged)\b"
)
_COMPOUND = re.compile(
    r"\s(?:levels?|cent(?:er|re)s?|facilit(?:y|ies)|camps?|campus|warrants?|orders?|officers?|teams?|courts?|beds?|capacity|polic(?:y|ies)|budget|rates?|figures|numbers|statistics|data|records?|proceedings|hearing|powers?|quotas?)\b"
)
_CRIME = re.compile(r"\b(?:of|for|over|in)\sthe\s(?:[a-z]+\s)?([a-z]{4,})\s(?:of|in|at)\b")
_REFERS = re.compile(
    r"\b(?:(?:of|for|to|against|after|following|by|on|with|over|from)\s(?:this|that|these|those)\s(?:very\s|same\s)?|(?:for|with|over)\s(?:the\s|an?\s|his\s|her\s|their\s|its\s)?)$",
    re.I,
)
_DATELINE = re.compile(r"\)?(?:\s\([^)]{1,40}\))?\s?[–—-]\s")
_DONE_TO = frozenset(("quash", "serve", "request", "appeal", "outcome", "decision", "approve"))
_TO_IT = re.compile(
    r"\s(?:(?:his|her|their|the|its|that|this|an?|of|for|against)\s){0,2}(?:[A-Z][\w.’'-]+\s){0,3}(?:[a-z]+\s)?"
)


@dataclass(frozen=True)
class Event:
    """A dated event: its class, its words and their place, and whether it is told as earlier ("had been arrested")."""

    moment: Moment
    kind: str
    start: int
    end: int
    words: str
    perfect: bool


@dataclass(frozen=True)
class _Named:
    """Words for events: pattern, the words that must stand beside it (if any), kind; and which of them a text may have."""

    told: list[tuple[re.Pattern, re.Pattern | None, str]]
    opened: Opened

    def within(self, text: str, low: int, high: int) -> Iterator[tuple[re.Match, re.Pattern | None, str]]:
        """The words that stand in a part of a text, the first of each kind."""
        for number, places in self.opened.within(text, low, high).items():
            words, about, kind = self.told[number]
            end, found = low, 0
            for place in places:
                if found < MOST and place >= end and (match := words.match(text, place, high)):
                    end, found = match.end(), found + 1
                    yield match, about, kind


@cache
def _named(column: str, beside_others: bool | None) -> _Named:
    """The words of a column, of all rows, of those that mean an event only beside other words ("issued" a warrant), or of
    those that need none."""
    rows = [
        row
        for row in word_list("checks/events")
        if row[column] and beside_others in (None, bool(row["about"]))
    ]
    told = [
        (_whole_words(row[column]), _whole_words(row["about"]) if row["about"] else None, row["event"])
        for row in rows
    ]
    return _Named(told, Opened(row[column] for row in rows))


def _whole_words(words: str) -> re.Pattern:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)


@lru_cache(10_000)
def kind_of(word: str) -> str:
    """The kind of event that a word names; empty for any other word."""
    told = _named("words", False).told
    return next((kind for words, _, kind in told if words.fullmatch(word)), "")


def _named_in(story: Story, moment: Moment, low: int, high: int) -> list[tuple[re.Match, str]]:
    """The words for events in a part of a date's sentence, each with its kind: the longest, and what a word means beside
    another one that the sentence or those before it name before what it means alone."""
    sentence = moment.sentence
    earlier = " ".join(
        text[-LONGEST:] for _, text in story.lines[max(0, moment.line - CONTEXT) : moment.line]
    )
    named: list[tuple[re.Match, str]] = []
    for match, about, kind in _named("words", True).within(sentence, low, high):
        clause = re.split(r"[,;:(]", sentence[match.end() : match.end() + LONGEST])[0]
        if about.search(f"{earlier} {sentence[: match.end()][-2 * LONGEST :]}{clause}"):
            named.append((match, kind))
    named += [(match, kind) for match, _, kind in _named("words", False).within(sentence, low, high)]
    entry = is_entry(moment)
    for match, _, kind in () if named else _named("nouns", None).within(sentence, low, high):
        if entry or _is_dated(sentence, match, moment):
            named.append((match, kind))
    found: list[tuple[re.Match, str]] = []
    for match, kind in sorted(named, key=lambda one: -len(one[0][0])):
        if not any(one.start() < match.end() and match.start() < one.end() for one, _ in found):
            found.append((match, kind))
    ends = [match.end() for match, kind in found if kind in _DONE_TO]
    return [one for one in found if not any(_is_object(sentence[end : one[0].start()]) for end in ends)]


def _is_dated(sentence: str, match: re.Match, moment: Moment) -> bool:
    """Whether a noun itself has the date: "The refusal is dated 4 May", "until his departure from Brest on 4 May"."""
    at = moment.start - moment.sentence_start
    if match.end() > at:
        return False
    head, words = sentence[max(0, match.start() - 40) : match.start()], sentence[match.end() : at]
    if _SUBJECT_NOUN.search(head) and _HAPPENED.fullmatch(words):
        return True
    return bool(_UP_TO_NOUN.search(head) and _OF_DATE.fullmatch(words))


def _is_object(words: str) -> bool:
    """Whether an event is only what another one is done to: "quashed his conviction", "asked for the extradition"."""
    return bool(_TO_IT.fullmatch(words))


def is_dateline(moment: Moment) -> bool:
    """Whether a date is that of a dateline: "MOMBASA, Sept. 24, 2024 (Newswire) –"."""
    opens = moment.start - moment.sentence_start < 60 and not _PREPOSED.search(
        f"{moment.before[-9:]}{moment.quote[:8]}"
    )
    told = moment.block in (
        "bullet",
        "table row",
    )  # "• 4 May 2019 – arrested in Varna" is an entry of a chronology
    return opens and not told and "/" not in moment.value and bool(_DATELINE.match(moment.after))


def is_entry(moment: Moment) -> bool:
    """Whether a date stands alone behind its label: "Removal date: April 2024."."""
    if moment.block in ("bullet", "table row"):
        return len(moment.sentence) < 110
    return bool(_FACT.fullmatch(moment.before) and len(moment.after) <= 2)


@cache
def bounds(kind: str) -> frozenset[str]:
    """Whether a kind of event opens a stretch of time ("fled"), closes one ("released"), or both ("arrested")."""
    rows = [row for row in word_list("checks/events") if row["event"] == kind]
    return frozenset(bound for row in rows for bound in row["bounds"].split())


def events_of(story: Story) -> list[Event]:
    """Each day, month or year with the word for an event that it dates."""
    told: list[tuple[float, Event]] = []
    entries = sum(is_dateline(moment) for moment in story.moments) >= ENTRIES
    for moment in map(_from_day, story.moments):
        dated = moment.begin and moment.finish and not moment.length
        dated = dated and (moment.days <= 31 or moment.precision == "year")
        if dated and (entries or not is_dateline(moment)):
            entry = entries and is_dateline(moment)
            told += _events_on(story, replace(moment, block="bullet") if entry else moment)
    found: dict[int, Event] = {}
    taken: set[int] = set()
    for _, event in sorted(told, key=lambda one: (one[0], one[1].moment.start)):
        if (
            event.moment.start not in found and event.start not in taken
        ):  # what happened on one day did not on another
            found[event.moment.start] = event
            taken.add(event.start)
    return sorted(found.values(), key=lambda one: one.moment.start)


def _from_day(moment: Moment) -> Moment:
    """The first day of a time that is told from there on: "confined since 18 March"."""
    since = moment.mod == "ON_OR_AFTER" or moment.quote.lower().startswith("since")
    return replace(moment, finish=moment.begin) if since else moment


def _events_on(story: Story, moment: Moment) -> Iterator[tuple[float, Event]]:
    """The events that may have happened on a date, with no other date between them, and how far each stands from it."""
    at, end = moment.start - moment.sentence_start, moment.end - moment.sentence_start
    others = [
        (o.start - o.sentence_start, o.end - o.sentence_start)
        for o in story.told_times[moment.line]
        if o.start != moment.start and not o.length
    ]
    low = max([stop for _, stop in others if stop <= at] + [0, at - FARTHEST - 10])
    high = min([start for start, _ in others if start >= end] + [len(moment.sentence), end + FARTHEST])
    for match, kind in _named_in(story, moment, low, high):
        if match.start() < end and match.end() > at:
            continue  # "the end of September" ends nothing
        distance = _distance(moment, match, at, end)
        if distance is None or distance >= FARTHEST:
            continue
        crime = _CRIME.search(moment.sentence[match.end() : at]) if match.end() <= at else None
        if crime and noun_class(crime[1]) == "offence":
            continue  # "found guilty of the theft of a tractor on 9 June": the day of which of the two?
        start = moment.sentence_start + match.start()
        perfect = bool(_PERFECT.search(moment.sentence[max(0, match.start() - 100) : match.start()]))
        yield distance, Event(moment, kind, start, start + len(match[0]), match[0], perfect)


def _distance(moment: Moment, match: re.Match, at: int, end: int) -> float | None:
    """How far a word for an event stands from a date, clauses counted; None where it is not what happened then."""
    head = moment.sentence[max(0, match.start() - 40) : match.start()]
    before = match.end() <= at
    words = moment.sentence[match.end() : at] if before else moment.sentence[end : match.start()]
    words = words if before else _ENTRY.sub("", words)
    cut = len(_CLAUSE.findall(words))
    negated = _NEGATED.search(head) and not (before and _NOT_UNTIL.search(f"{head}|{words}"))
    if negated or (cut and not before):
        return None
    if before and _ORIGIN.search(words) and not _is_told(head, match, words):
        return None
    # "the detention centre", "an arrest warrant"
    if _TREATED.match(moment.sentence, match.end()) or _COMPOUND.match(moment.sentence, match.end()):
        return None
    if _REFERS.search(head) or _NAMED_ONLY.search(head) and (not before or "," in words):
        return None
    return len(words) + 60 * cut + (0 if before else 25)


def _is_told(head: str, match: re.Match, words: str) -> bool:
    """Whether a noun is the subject of "took place on": "his only arrest, on a warrant from Malmö, took place on"."""
    noun = _SUBJECT_NOUN.search(head) and not match[0].lower().endswith("ed")
    return bool(noun and _TOOK_PLACE.search(words))
