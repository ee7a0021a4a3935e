"""People who speak in an article: name, title, organisation, and whether they are quoted.

A speaker is the subject of a verb of speech (`speech_verbs.csv`) with a person's name: "Acting ICE Director
P.J. Lechleitner said", "Eddy Montgomery, Director of Enforcement at Immigration Enforcement, said", "...,
said Home Secretary Yvette Cooper". Later the surname alone is enough. `find_speeches` finds every sentence in
which a person speaks, `read_speakers` keeps one row a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.agencies.mentions import AgencyRow
from helpers.agencies.titles import FUNCTION_WORD, attribution, function_of, office_of, title_words
from helpers.clauses import Action, find_actions
from helpers.names import candidates
from helpers.texts import LONGEST_SENTENCE, Article, Row, Sentence, word_set

__all__ = ["SpeakerRow", "Speech", "find_speeches", "read_speakers"]


@dataclass(frozen=True, kw_only=True)
class SpeakerRow(Row):
    """One person who speaks; the evidence span is the first sentence in which they do.

    Attributes:
        name: The name, without title.
        title: The title or function in the text's words; empty if there is none.
        organisation: Canonical name of the body spoken for, or the organisation's name; empty if unknown.
        direct: Whether the person is quoted in quotation marks at least once.
        sentence: The unit in which the person first speaks.
        sentence_start: Offset of the unit.
    """

    name: str
    title: str
    organisation: str
    direct: bool
    sentence: str
    sentence_start: int


@dataclass(frozen=True)
class Speech:
    """A person speaks in a unit: full name, the action, title and organisation as far as this unit tells."""

    name: str
    sentence: Sentence
    action: Action
    title: str
    organisation: str
    direct: bool


_PARTICLE = r"(?:de la|de los|del|de|da|dos|van der|van den|van|von|bin|al|el|la|ibn|ter|le|di|y)"
_PART = (
    r"(?:[A-Z]\.(?:-?[A-Z]\.){0,4}|(?:O['’]|D['’]|Mc|Mac|Al-|El-)?[A-ZÀ-ÖØ-ÞŁŚŽČĆŠĐ][a-zà-öø-ÿœšžčćđğıłńśźżőűřěňťďş]{1,30}"
    r"(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]{1,30}){0,2})"
)
_NAME = re.compile(
    rf"(?<![\w.]){_PART}(?: {_PARTICLE}(?= [A-Z])| {_PART}){{0,9}}(?![a-zA-Z])(?: (?:Jr|Sr)\.| I{{2,3}}\b)?"
)


def read_speakers(
    article: Article, sentences: list[Sentence], docs: dict[int, object], agencies: list[AgencyRow]
) -> list[SpeakerRow]:
    """One row for each person who speaks, in the order of their first words.

    Args:
        article: The article.
        units: Its units.
        docs: Parsed documents by `unit.start`.
        agencies: The agencies of the article.
    """
    people: dict[str, list[Speech]] = {}
    for speech in find_speeches(sentences, docs, agencies):
        people.setdefault(speech.name, []).append(speech)
    return [
        SpeakerRow(
            **article.evidence(first.sentence.start, first.sentence.end, first.sentence.block),
            name=name,
            title=next((s.title for s in speeches if s.title), ""),
            organisation=next((s.organisation for s in speeches if s.organisation), ""),
            direct=any(s.direct for s in speeches),
            sentence=first.sentence.text,
            sentence_start=first.sentence.start,
        )
        for name, speeches in people.items()
        for first in speeches[:1]
    ]


def find_speeches(
    sentences: list[Sentence], docs: dict[int, object], agencies: list[AgencyRow]
) -> list[Speech]:
    """Every sentence in which a named person speaks; surnames and "he" or "she" lead back to the full
    name."""
    speeches: list[Speech] = []
    known: dict[str, Speech] = {}  # surname -> first speech
    mentioned: dict[
        str, tuple[str, str, str]
    ] = {}  # surname -> name, title, organisation of people introduced without a verb of speech
    recent: tuple[str, str, str] | None = None  # the person whom "he" or "she" means
    by_unit: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        by_unit.setdefault(row.sentence_start, []).append(row)
    before = ""
    for sentence in sentences:
        doc, after_quotation = docs.get(sentence.start), before.rstrip().endswith(("”", '"', "’"))
        before = sentence.text
        if (
            doc is None
            and not after_quotation
            and not FUNCTION_WORD.search(sentence.text, 0, LONGEST_SENTENCE)
        ):
            continue
        rows = by_unit.get(sentence.start, [])
        people = _people(sentence, rows)
        for name, start, end in people:
            if " " in name:
                title, organisation = function_of(sentence, start, end, rows, people)
                if title and not organisation:
                    organisation = office_of(title, sentence, agencies)
                if (
                    after_quotation
                    and attribution(sentence, name, start, end)
                    and (name, start, end) == people[0]
                ):
                    action = Action(
                        "comment", "say", start, end, ((start, end),), "reported", False, speech=True
                    )
                    speeches.append(Speech(name, sentence, action, title, organisation, True))
                    known.setdefault(name.split()[-1], speeches[-1])
                if title:
                    mentioned.setdefault(name.split()[-1], (name, title, organisation))
                    recent = (name, title, organisation)
        done: set[str] = set()
        for action in find_actions(sentence, doc) if doc is not None else ():
            if not action.speech or action.negated and action.lemma == "say":
                continue
            for name, start, end in _subjects(sentence, action, people):
                speech = _speech(
                    sentence, action, name, start, end, rows, people, known, mentioned, recent, agencies
                )
                if speech and speech.name not in done:
                    done.add(speech.name)
                    speeches.append(speech)
                    known.setdefault(speech.name.split()[-1], speech)
                    recent = (speech.name, speech.title, speech.organisation)
    return speeches


def _speech(
    sentence: Sentence,
    action: Action,
    name: str,
    start: int,
    end: int,
    rows: list[AgencyRow],
    people: list[tuple[str, int, int]],
    known: dict[str, Speech],
    mentioned: dict[str, tuple[str, str, str]],
    recent: tuple[str, str, str] | None,
    agencies: list[AgencyRow],
) -> Speech | None:
    direct = _is_direct(sentence, action)
    if name.lower() in ("he", "she"):
        return Speech(recent[0], sentence, action, recent[1], recent[2], direct) if recent else None
    surname = name.split()[-1]
    title, organisation = function_of(sentence, start, end, rows, people)
    if title and not organisation:
        organisation = office_of(title, sentence, agencies)
    if surname in known and (
        known[surname].name == name or known[surname].name.lower().endswith(f" {name.lower()}")
    ):
        first = known[surname]
        return Speech(
            first.name, sentence, action, first.title or title, first.organisation or organisation, direct
        )
    if name == surname and surname in mentioned:
        full, title, organisation = mentioned[surname]
        return Speech(full, sentence, action, title, organisation, direct)
    if name == surname and title and sentence.text[:start].endswith(" of "):  # "the Port of Antwerp said"
        return None
    if name == surname and not title or sentence.block.kind in ("title", "heading") and not title:
        return None
    return Speech(name, sentence, action, title, organisation, direct)


def _is_direct(sentence: Sentence, action: Action) -> bool:
    """Whether the unit holds a quotation of at least two words, or one of a single word right beside the
    verb."""
    return any(" " in match[1] for match in re.finditer(r"[“\"‘]([^“”\"]{3,2000})[”\"’]?", sentence.text))


def _people(sentence: Sentence, rows: list[AgencyRow]) -> list[tuple[str, int, int]]:
    """Capitalised names in a unit that can be people: name, start and end in the unit, with titles cut off
    the front."""
    taken = [
        (row.start - sentence.start, row.end - sentence.start)
        for row in rows
        if row.linked_by in ("name", "abbreviation", "description", "official")
    ]
    taken += [
        (found.start, found.end) for found in candidates(sentence) if found.kind in ("nation", "adjective")
    ]
    people = []
    for match in _NAME.finditer(sentence.text, 0, LONGEST_SENTENCE):
        words = [
            (m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])
        ]
        while words and (
            words[0][0] in title_words()
            or words[0][0] in word_set("not_persons")
            or words[0][0].rstrip(".") in word_set("not_persons")
            or any(start <= words[0][1] < end for start, end in taken)
        ):
            words.pop(0)
        cut = next(
            (i for i, word in enumerate(words) if any(start <= word[1] < end for start, end in taken)),
            len(words),
        )
        words = words[:cut]
        while words and words[-1][0] in title_words() | word_set("not_persons"):
            words.pop()
        words = words[_behind_title([word for word, _, _ in words]) :]
        if words and words[-1][0] in word_set("place_heads"):
            continue  # "Knox County"
        if words and words[-1][0].endswith(("'s", "’s")):
            words[-1] = (words[-1][0][:-2], words[-1][1], words[-1][2] - 2)
        if words and not re.fullmatch(rf"{_PARTICLE}", words[0][0]):
            people.append((" ".join(word for word, _, _ in words), words[0][1], words[-1][2]))
    return people


def _behind_title(words: list[str]) -> int:
    """Number of words up to a title inside a stretch of capitalised words: 3 in "Knox County Sheriff Jo
    Sample"; 0 without one."""
    return max(
        (place + 1 for place, word in enumerate(words[:-1]) if place and word in title_words()), default=0
    )


_BETWEEN = re.compile(
    r"(?:\s(?:of|from|at|with|for) (?:[^,.;:“”\"]|(?<=[A-Z])\.){3,120})?"
    r"(?:,?\s|,[^,“”\"]{3,160},){1,3}(?:has |have |also |had |later |then )?"
)  # "Ana Ruiz of the Ministry of Justice, who leads the team, also "


def _subjects(
    sentence: Sentence, action: Action, people: list[tuple[str, int, int]]
) -> Iterator[tuple[str, int, int]]:
    """The people who are subject of a verb of speech: by the parse, or right beside the verb."""
    found = False
    for start, end in action.doers:
        word = sentence.text[start:end]
        if word.lower() in ("he", "she"):
            found = True
            yield word, start, end
        for person in people:
            if person[1] <= start < person[2]:
                found = True
                yield person
    if found:
        return
    for person in people:
        before, after = sentence.text[person[2] : action.start], sentence.text[action.end : person[1]]
        if person[2] <= action.start and _BETWEEN.fullmatch(before):
            yield person
            return
        if (
            action.end <= person[1]
            and len(after) < 90
            and re.fullmatch(
                r"\s(?:[A-Z][\w.’'&-]*[ ,]{1,2}|(?:of|the|and|for|in|at|a|an|as) |[a-z-]+ (?=[A-Z])){0,12}",
                after,
            )
            and action.lemma in word_set("inverting")
        ):
            yield person
            return
