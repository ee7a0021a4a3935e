"""Whether two events are of one case: the words that lead back, name the same thing again, or bring in somebody else.

In: two dated events (`helpers.checks.times.events`) and the sentences between them. Out: what those words say, a question each.
"""

import re

from helpers.checks.cues import find_cue, has_cue
from helpers.checks.frames import Story
from helpers.checks.times.events import FARTHEST, Event, kind_of
from helpers.texts import PEOPLE_CLASSES, noun_class, singular, word_stems

__all__ = ["between_events", "new_people", "points_back", "same_case", "somebody_else"]

_ANOTHER = re.compile(
    r"(?:\b(?:another|other|second|third|fellow|one\sof\s(?:the|his|her)|his|her|their)|[,;.]\s(?:an?|two|three|four|five|several|some))"
    r"\s((?:[a-z][\w-]+\s){0,2}[a-z][\w-]+)(?=,|\s(?:who|was|were|had|has|have|is|are|also|[a-z]+ed)\b)",
    re.I,
)
# "the conviction of his supplier", but not "arrested her on"
_OF_ANOTHER = re.compile(
    r"\b(?:of|arrested|convicted|charged|sentenced|jailed|deported|extradited)\s(?:his|her|their|another)"
    r"\s(?!(?:on|in|at|for|with|to|from|by|as|after|before|and|when|over|under|again|twice|near|outside)\b)([a-z][\w-]+)",
    re.I,
)
_OBJECT = re.compile(r"\s[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+){0,2}")  # "arrested Lopez"
_SUBJECT = re.compile(r"\b([A-Z][a-z]{2,})\s(?:(?:was|were|is|had|has|been|also)\s){1,3}$")
_PLAIN = re.compile(r"\b([A-Z][a-z]{2,})\s(?:(?:was|were|is|had|has|been|also)\s){0,3}$")
_OWN_DEEDS = frozenset(
    ("plead", "flight", "escape", "death", "re-enter", "appeal", "serve", "filing")
)  # done by the person of the case
_OF_SEX = {
    "man": frozenset(("he", "him", "his", "man", "boy")),
    "woman": frozenset(("she", "her", "woman", "girl")),
}
_PRONOUNS = {"She", "They", "Both", "This", "That", "These", "Who"}
_BACK = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|their|its|the\ssame|that(?!\s(?:was|were|had)\b)|this|those|these)\b",
    re.I,
)
_EVENT_NOUN = re.compile(r"\b(?:the|this|that)\s([a-z]{4,})", re.I)
# "the pilot was sentenced in May; the foreman was not arrested until": the subjects of two clauses
_CLAUSES = re.compile(r";\s|,\s(?:while|whereas|but|and)\s(?=(?:the|an?)\s)")
_WHO = re.compile(
    r"(?:^|[:.]\s)(?:the|an?)\s(?:[\w-]+\s){0,2}?([a-z]{4,})(?=,|\s(?:who|whose|of|from|in|at|was|were|is|had|has)\b)",
    re.I,
)
_SOMEBODY = re.compile(
    r"\bthe\s(?:[\w-]+\s)?(?:m[ae]n|wom[ae]n|pair|couple|duo|trio|suspects?|accused|defendants?|fugitives?|prisoners?|inmates?|detainees?|convict|offenders?|applicant|claimant|\d\d-year-old)\b(?!\s(?:who|whose|convicted|from|with|in)\b)",
    re.I,
)
_ONCE = frozenset(("introduce", "filing", "issue"))  # done to a thing once
_IT_BEFORE = re.compile(r"\bit\s(?:was|had\sbeen)\s(?:[a-z]+\s)?$", re.I)
_IT_BEHIND = re.compile(r"\s(?:it|them)\b")
_THAT = re.compile(
    r"\b(?:th(?:at|is|ose|ese)(?!\s(?:was|were|is|are|had|has|have)\b)|the\s(?:very|same)|such)\s(?:very\s|same\s)?(?P<noun>[a-z]{3,})",
    re.I,
)


def points_back(story: Story, a: Event, b: Event) -> bool:
    """Whether the words of the later clause lead back to the earlier one: a pronoun, "the same", "that arrest", a
    thing that was named ("the yacht")."""
    begin = b.moment.sentence_start if a.moment.line != b.moment.line else max(a.end, a.moment.end)
    stop = max(b.moment.end, b.end + 10)  # "sentenced her"
    clause = b.moment.sentence[begin - b.moment.sentence_start : stop - b.moment.sentence_start]
    told = clause.replace(b.words, " ") if b.kind in _OWN_DEEDS else clause  # "began his sentence" is his own
    if _BACK.search(told[:FARTHEST]):
        return True
    earlier = " ".join(text for _, text in story.lines[max(0, b.moment.line - 3) : b.moment.line])
    told = word_stems(earlier[-1500:].lower())
    named = word_stems(" ".join(re.findall(r"\b[Tt]he\s(?:\d{2}-year-)?([a-z]{3,})", clause)))
    around = clause[max(0, b.start - begin - 40) : max(0, b.end - begin + 25)]
    names = set(re.findall(r"\b[A-Z][a-z]{2,}", around))
    events = re.findall(r"\b[Tt]he\s([a-z]{4,})", clause)
    if any(kind_of(word) for word in events):
        return True  # "the sentence", "the extradition"
    printed = all(re.search(r"\d", one.moment.quote) for one in (a, b))
    if printed and _SOMEBODY.search(clause):
        return True  # "the man", whatever he was called before
    if any(kind_of(word) == b.kind for word in _EVENT_NOUN.findall(a.moment.sentence)):
        return True  # "ruled that the search was lawful. Officers had searched the flat on"
    return bool(named & told) or bool(names & set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}", earlier)))


def somebody_else(text: str) -> bool:
    """Whether the words name somebody by another: "his clerk", "another driver", "the leader", "a pilot"."""
    named = [singular(word) for words in _ANOTHER.findall(text) for word in words.split()]
    people = [word for word in named if noun_class(word) in PEOPLE_CLASSES]
    # whoever is convicted or arrested is somebody, whether the lists know the word or not
    held = [singular(word) for word in _OF_ANOTHER.findall(text)]
    people += [word for word in held if noun_class(word) in (*PEOPLE_CLASSES, "")]
    return has_cue("other person", text) or any(not kind_of(word) for word in people)  # "his arrest"


def new_people(story: Story, a: Event, b: Event) -> bool:
    """Whether the words name somebody else: another man, a brother, two names that differ, other numbers of people."""
    if somebody_else(between_events(story, a, b)):
        return True
    if _other_subject(*sorted((a, b), key=lambda one: one.start)):
        return True
    sexes = [_sexes(one) for one in (a, b)]
    if all(len(found) == 1 for found in sexes) and sexes[0] != sexes[1]:
        return True  # "he was arrested on 9 June, and she was convicted on 3 May"
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


def _other_subject(first: Event, second: Event) -> bool:
    """Whether two clauses of one sentence begin with two people who are not called the same: "the pilot", "the foreman"."""
    if first.moment.line != second.moment.line:
        return False
    begin, end = (one.start - second.moment.sentence_start for one in (first, second))
    parts = _CLAUSES.split(second.moment.sentence[:end])
    if not _CLAUSES.search(second.moment.sentence[begin:end]) or _SOMEBODY.match(parts[-1]):
        return False
    nouns = [found and singular(found[1].lower()) for found in map(_WHO.search, (parts[-2], parts[-1]))]
    return all(noun and noun_class(noun) in (*PEOPLE_CLASSES, "") for noun in nouns) and nouns[0] != nouns[1]


def _sexes(one: Event) -> set[str]:
    """Whether the clause of an event tells of a man, of a woman, or of both."""
    at, end = one.start - one.moment.sentence_start, one.end - one.moment.sentence_start
    head = re.split(r"[;:]|,\s(?:and|but|while)\s|\sand\s(?=s?he\s)", one.moment.sentence[:at])[-1]
    words = re.findall(r"[a-z]+", f"{head} {one.words} {one.moment.sentence[end : end + 12]}".lower())
    return {name for name, own in _OF_SEX.items() if own & set(words)}


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


def same_case(story: Story, a: Event, b: Event, holds: bool) -> str:
    """The words that say of two events that they are of one case; where these fail, none if somebody else is named."""
    words = between_events(story, a, b)
    if not holds and somebody_else(words):
        return ""
    first, second = sorted((a, b), key=lambda one: one.start)
    if (
        not holds and a.moment.line != b.moment.line
    ):  # "invited bids for it on 8 January. The other contract": what leads back stands in the second
        words = words[first.moment.sentence_start + len(first.moment.sentence) - first.end :]
    return find_cue("same case", words) or _same_thing(a, b)


def _same_thing(a: Event, b: Event) -> str:
    """The words of the later of two sentences that name a thing of the earlier one as the same: "those tusks"."""
    if a.moment.line == b.moment.line:
        return ""
    at, end = b.start - b.moment.sentence_start, b.end - b.moment.sentence_start
    head, tail = b.moment.sentence[:at], b.moment.sentence[end:]
    if b.kind in _ONCE and (_IT_BEFORE.search(head[-30:]) or _IT_BEHIND.match(tail)):
        return "it"
    told = word_stems(a.moment.sentence.lower())
    clause = b.moment.sentence[: end + 60]
    named = (found for found in _THAT.finditer(clause) if noun_class(found["noun"]) != "time")
    return next((found[0] for found in named if word_stems(found["noun"].lower()) & told), "")
