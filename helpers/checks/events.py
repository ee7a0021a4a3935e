"""What happened on a date: the event that the words beside it name, how it is told, and whose it is.

In: the dates of an article with their sentences; the words for events in `helpers/data/checks/events.csv`. Out: `Event`
rows, one a date at most. Whether two events are of one case is read from the words between them (`one_case`).
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from helpers.checks.cues import has_cue
from helpers.checks.frames import Moment, Story
from helpers.texts import PEOPLE_CLASSES, noun_class, singular, word_list, word_stems

__all__ = [
    "Event",
    "between_events",
    "bounds",
    "events_of",
    "is_dateline",
    "kind_of",
    "new_people",
    "other_charges",
    "points_back",
    "somebody_else",
]

ENTRIES = 3  # an article has one dateline; where more lines start so, they are those of a chronology
FARTHEST = 150  # characters from a date to the word for what happened on it
_PREPOSED = re.compile(r"\b(?:on|in|from|between|since|until|by|of|after|before)\s", re.I)
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|who|which|where)\s|\bof\s(?:which|whom)\s")
_ENTRY = re.compile(r"^\s?[:–—-]\s")  # "9 September 2022: trial begins"
_NEGATED = re.compile(
    r"\b(?:not|never|no|yet\sto\sbe|due\sto|expected|will|would|could|may|might|faces?|almost|nearly|(?:tried|failed|attempted|sought)\sto|before\sbeing|to\sbe)\s(?:[a-z]+\s){0,2}$"
)
_PERFECT = re.compile(r"\bhad[\s,][^;:.]{0,90}$", re.I)
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
# "on 5 May the driver, convicted of a felony years before, was found with": the conviction is of no date
# "the conviction was referred to the court on 5 May": the conviction is older
_TREATED = re.compile(
    r"\s(?:(?:was|were|is|has|had|been)\s){0,2}(?:referred|upheld|confirmed|affirmed|reviewed|appealed|challenged|reinstated|reduced|suspended|overturned|quashed|substituted|set\saside|commuted|expunged)\b"
)
_COMPOUND = re.compile(
    r"\s(?:levels?|cent(?:er|re)s?|facilit(?:y|ies)|camps?|campus|warrants?|orders?|officers?|teams?|courts?|beds?|capacity|polic(?:y|ies)|budget|rates?|figures|numbers|statistics|data|records?|proceedings|hearing|powers?|quotas?)\b"
)
_OF_PAPERS = r"(?:figures|data|statistics|numbers|reports?|statements?|documents?|records|videos?|footage|images?|photo(?:graph)?s?|details|names?|files|findings|results|survey|study|audit|memo|transcripts?)"
_PAPERS_BEFORE = re.compile(rf"\b{_OF_PAPERS}\s(?:[a-z]+\s){{0,3}}$")
_PAPERS = re.compile(
    rf"\s(?:(?:an?|the|its|new|more|some|his|her|their|two|video)\s){{0,2}}(?:[a-z]+\s)?{_OF_PAPERS}\b"
)
_PRIOR = re.compile(r"\b(?:having|previously|formerly|already|once|twice|prior)\s(?:[a-z]+\s){0,2}$", re.I)
_CRIME = re.compile(r"\b(?:of|for|over|in)\sthe\s(?:[a-z]+\s)?([a-z]{4,})\s(?:of|in|at)\b")
_REFERS = re.compile(
    r"\b(?:(?:of|for|to|against|after|following|by|on|with|over|from)\s(?:this|that|these|those)\s(?:very\s|same\s)?|(?:for|with|over)\s(?:the\s|an?\s)?)$",
    re.I,
)
_DATELINE = re.compile(r"\)?(?:\s\([^)]{1,40}\))?\s?[–—-]\s")
_ANOTHER = re.compile(
    r"(?:\b(?:another|other|second|third|fellow|one\sof\s(?:the|his|her)|his|her|their)|[,;.]\s(?:an?|two|three|four|five|several|some))"
    r"\s((?:[a-z][\w-]+\s){0,2}[a-z][\w-]+)(?=,|\s(?:who|was|were|had|has|have|is|are|also|[a-z]+ed)\b)",
    re.I,
)
# "the conviction of his supplier"
_OF_ANOTHER = re.compile(
    r"\b(?:of|arrested|convicted|charged|sentenced|jailed|deported|extradited)\s(?:his|her|their|another)\s([a-z][\w-]+)",
    re.I,
)
_OBJECT = re.compile(r"\s[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+){0,2}")  # "arrested Lopez"
_SUBJECT = re.compile(r"\b([A-Z][a-z]{2,})\s(?:(?:was|were|is|had|has|been|also)\s){1,3}$")
_PLAIN = re.compile(r"\b([A-Z][a-z]{2,})\s(?:(?:was|were|is|had|has|been|also)\s){0,3}$")
_OWN_DEEDS = frozenset(
    ("plead", "flight", "escape", "death", "re-enter", "appeal")
)  # done by the person of the case
_PRONOUNS = {"She", "They", "Both", "This", "That", "These", "Who"}
_BACK = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its|the\ssame|that|this|those|these)\b", re.I)


@dataclass(frozen=True)
class Event:
    """A dated event: its class, its words and their place, and whether it is told as earlier ("had been arrested")."""

    moment: Moment
    kind: str
    start: int
    end: int
    words: str
    perfect: bool


@cache
def _kinds() -> re.Pattern:
    parts = [f"(?P<k{n}>{row['words']})" for n, row in enumerate(word_list("checks/events"))]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.I)


def kind_of(word: str) -> str:
    """The kind of event that a word names; empty for any other word."""
    found = _kinds().fullmatch(word)
    return word_list("checks/events")[int(found.lastgroup[1:])]["event"] if found else ""


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


@cache
def bounds(kind: str) -> frozenset[str]:
    """Whether a kind of event opens a stretch of time ("fled"), closes one ("released"), or both ("arrested")."""
    row = next(row for row in word_list("checks/events") if row["event"] == kind)
    return frozenset(row["bounds"].split())


def events_of(story: Story) -> list[Event]:
    """Each day, month or year with the word for an event that it dates."""
    found = []
    entries = sum(is_dateline(moment) for moment in story.moments) >= ENTRIES
    for moment in story.moments:
        dated = moment.begin and moment.finish and not moment.length
        dated = dated and (moment.days <= 31 or moment.precision == "year")
        if dated and (entries or not is_dateline(moment)) and (event := _event(story, moment)):
            entry = entries and is_dateline(moment)
            found.append(replace(event, moment=replace(moment, block="bullet")) if entry else event)
    nearest: dict[int, Event] = {}
    for event in sorted(found, key=lambda one: abs(one.moment.start - one.start)):
        nearest.setdefault(event.start, event)  # what happened on one day did not on another
    return sorted(nearest.values(), key=lambda one: one.moment.start)


def _event(story: Story, moment: Moment) -> Event | None:
    """The event nearest to a date, with no other date between them."""
    at, end = moment.start - moment.sentence_start, moment.end - moment.sentence_start
    others = [
        (o.start - o.sentence_start, o.end - o.sentence_start)
        for o in story.moments
        if o.line == moment.line and o is not moment and not o.length
    ]
    low = max([stop for _, stop in others if stop <= at] + [0, at - FARTHEST - 10])
    high = min([start for start, _ in others if start >= end] + [len(moment.sentence), end + FARTHEST])
    best: tuple[float, re.Match] | None = None
    for match in list(_kinds().finditer(moment.sentence, low, high))[:12]:
        distance = _distance(moment, match, at, end)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, match)
    if best is None or best[0] >= FARTHEST:
        return None
    match = best[1]
    crime = _CRIME.search(moment.sentence[match.end() : at]) if match.end() <= at else None
    if crime and noun_class(crime[1]) == "offence":
        return None  # "found guilty of the theft of a tractor on 9 June": the day of which of the two?
    kind = word_list("checks/events")[int(match.lastgroup[1:])]["event"]
    start = moment.sentence_start + match.start()
    perfect = bool(_PERFECT.search(moment.sentence[max(0, match.start() - 100) : match.start()]))
    return Event(moment, kind, start, start + len(match[0]), match[0], perfect)


def _distance(moment: Moment, match: re.Match, at: int, end: int) -> float | None:
    """How far a word for an event stands from a date, clauses counted; None where it is not what happened then."""
    head = moment.sentence[max(0, match.start() - 40) : match.start()]
    before = match.end() <= at
    words = moment.sentence[match.end() : at] if before else moment.sentence[end : match.start()]
    words = words if before else _ENTRY.sub("", words)
    cut = len(_CLAUSE.findall(words))
    if _NEGATED.search(head) or (cut and not before):
        return None
    if before and _ORIGIN.search(words) or not before and _PRIOR.search(head):
        return None
    if _TREATED.match(moment.sentence, match.end()) or _names_other(moment.sentence, match):
        return None
    if _REFERS.search(head) or _NAMED_ONLY.search(head) and (not before or "," in words):
        return None
    return len(words) + 60 * cut + (0 if before else 25)


def _names_other(sentence: str, match: re.Match) -> bool:
    """Whether a word for an event only names something by it ("the detention centre", "an arrest warrant"), or is told of
    papers ("figures released on Friday")."""
    if _COMPOUND.match(sentence, match.end()):
        return True
    if not match[0].lower().startswith("release"):
        return False
    return bool(
        _PAPERS_BEFORE.search(sentence[: match.start()][-60:]) or _PAPERS.match(sentence, match.end())
    )


def points_back(story: Story, a: Event, b: Event) -> bool:
    """Whether the words of the later clause lead back to the earlier one: a pronoun, "the same", "that arrest", a
    thing that was named ("the yacht")."""
    begin = b.moment.sentence_start if a.moment.line != b.moment.line else max(a.end, a.moment.end)
    stop = max(b.moment.end, b.end + 10)  # "sentenced her"
    clause = b.moment.sentence[begin - b.moment.sentence_start : stop - b.moment.sentence_start]
    if _BACK.search(clause[:FARTHEST]):
        return True
    earlier = " ".join(text for _, text in story.lines[max(0, b.moment.line - 3) : b.moment.line])
    told = word_stems(earlier[-1500:].lower())
    named = word_stems(" ".join(re.findall(r"\b[Tt]he\s(?:\d{2}-year-)?([a-z]{3,})", clause)))
    around = clause[max(0, b.start - begin - 40) : max(0, b.end - begin + 25)]
    names = set(re.findall(r"\b[A-Z][a-z]{2,}", around))
    events = re.findall(r"\b[Tt]he\s([a-z]{4,})", clause)
    if any(_kinds().fullmatch(word) for word in events):
        return True  # "the sentence", "the extradition"
    return bool(named & told) or bool(names & set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}", earlier)))


def somebody_else(text: str) -> bool:
    """Whether the words name somebody by another: "his clerk", "another driver", "the leader", "a pilot"."""
    named = [singular(word) for words in _ANOTHER.findall(text) for word in words.split()]
    people = [word for word in named if noun_class(word) in PEOPLE_CLASSES]
    # whoever is convicted or arrested is somebody, whether the lists know the word or not
    held = [singular(word) for word in _OF_ANOTHER.findall(text)]
    people += [word for word in held if noun_class(word) in (*PEOPLE_CLASSES, "")]
    return has_cue("other person", text) or any(
        not _kinds().fullmatch(word) for word in people
    )  # "his arrest"


def new_people(story: Story, a: Event, b: Event) -> bool:
    """Whether the words name somebody else: another man, a brother, two names that differ, other numbers of people."""
    if somebody_else(between_events(story, a, b)):
        return True
    names, counts = [], []
    for one in (a, b):
        found = _OBJECT.match(one.moment.sentence, one.end - one.moment.sentence_start)
        names.append(set(found[0].split()) if found else set())
        counts.append(
            {
                frame.size
                for frame in story.by_line.get(one.moment.line, ())
                if frame.dimension == "count" and -60 < frame.start - one.start < 60
                if frame.noun_class in (*PEOPLE_CLASSES, "generic", "")
            }
        )
    subjects = [
        set(
            (_PLAIN if one.kind in _OWN_DEEDS else _SUBJECT).findall(
                one.moment.sentence[: one.start - one.moment.sentence_start][-40:]
            )
        )
        - _PRONOUNS
        for one in (a, b)
    ]
    if subjects[0] and subjects[1] and not subjects[0] & subjects[1]:
        return True  # "Smith pleaded guilty; Jones was sentenced"
    other_names = a.kind != b.kind and bool(names[0] and names[1] and not names[0] & names[1])
    other_counts = bool(counts[0] and counts[1] and not counts[0] & counts[1])
    return other_names or other_counts


def other_charges(a: Event, b: Event) -> bool:
    """Whether what two events are for is named for both, and differs: "sentenced for a murder", "arrested for fraud"."""
    named = []
    for one in (a, b):
        at = one.end - one.moment.sentence_start
        words = re.findall(
            r"\b(?:for|of|to)\s(?:an?\s|the\s|his\s|her\s)?([a-z]{4,})", one.moment.sentence[at : at + 70]
        )
        kept = [word for word in words if noun_class(word) in ("offence", "crime", "substance", "")]
        named.append(word_stems(" ".join(kept)))
    return bool(named[0] and named[1] and not named[0] & named[1])


def between_events(story: Story, a: Event, b: Event) -> str:
    """The words from one event to the other, with the clause of the second."""
    first, second = sorted((a, b), key=lambda one: one.start)
    if a.moment.line == b.moment.line:
        start = min(first.start, first.moment.start) - first.moment.sentence_start
        stop = max(second.end, second.moment.end) - first.moment.sentence_start
        return first.moment.sentence[start:stop]
    rest = first.moment.sentence[first.end - first.moment.sentence_start :]
    inner = ""
    if second.moment.line - first.moment.line <= 3:
        inner = " ".join(text for _, text in story.lines[first.moment.line + 1 : second.moment.line])
    return f"{rest} {inner} {second.moment.sentence[: second.end - second.moment.sentence_start + 60]}"
