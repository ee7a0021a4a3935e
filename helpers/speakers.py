"""People who speak in an article: name, title, organisation, and whether they are quoted.

A speaker is the subject of a verb of speech (`speech_verbs.csv`) with a person's name: "Acting ICE Director P.J. Lechleitner said",
"Eddy Montgomery, Director of Enforcement at Immigration Enforcement, said", "..., said Home Secretary Yvette Cooper". Later the surname
alone is enough. `find_speeches` finds every sentence in which a person speaks, `read_speakers` keeps one row a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers.actions import Action, find_actions
from helpers.agencies import AgencyRow
from helpers.corpus import Article, Row
from helpers.gazetteer import scan
from helpers.language import LONGEST_UNIT, Unit, word_list
from helpers.lexicon import speech_words, word_set

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
    unit: Unit
    action: Action
    title: str
    organisation: str
    direct: bool


_PARTICLE = r"(?:de la|de los|del|de|da|dos|van der|van den|van|von|bin|al|el|la|ibn|ter|le|di|y)"
_PART = (
    r"(?:[A-Z]\.(?:-?[A-Z]\.){0,4}|(?:O['’]|D['’]|Mc|Mac|Al-|El-)?[A-ZÀ-ÖØ-ÞŁŚŽČĆŠĐ][a-zà-öø-ÿœšžčćđğıłńśźżőűřěňťďş]{1,30}"
    r"(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]{1,30}){0,2})"
)
_NAME = re.compile(rf"(?<![\w.]){_PART}(?: {_PARTICLE}(?= [A-Z])| {_PART}){{0,9}}(?: (?:Jr|Sr)\.| I{{2,3}}\b)?")


@cache
def _title_words() -> frozenset[str]:
    words = {word for row in word_list("titles") for word in row["title"].split()} - {"of", "for", "in", "and", "the"}
    short = {row["abbreviation"] for row in word_list("abbreviations") if row["kind"] == "title" and row["abbreviation"][0].isupper()}
    return frozenset(words) | word_set("title_words") | short


def read_speakers(article: Article, units: list[Unit], docs: dict[int, object], agencies: list[AgencyRow]) -> list[SpeakerRow]:
    """One row for each person who speaks, in the order of their first words.

    Args:
        article: The article.
        units: Its units.
        docs: Parsed documents by `unit.start`.
        agencies: The agencies of the article.
    """
    people: dict[str, list[Speech]] = {}
    for speech in find_speeches(units, docs, agencies):
        people.setdefault(speech.name, []).append(speech)
    return [
        SpeakerRow(
            **article.evidence(first.unit.start, first.unit.end, first.unit.block),
            name=name,
            title=next((s.title for s in speeches if s.title), ""),
            organisation=next((s.organisation for s in speeches if s.organisation), ""),
            direct=any(s.direct for s in speeches),
            sentence=first.unit.text,
            sentence_start=first.unit.start,
        )
        for name, speeches in people.items()
        for first in speeches[:1]
    ]


def find_speeches(units: list[Unit], docs: dict[int, object], agencies: list[AgencyRow]) -> list[Speech]:
    """Every sentence in which a named person speaks; surnames and "he" or "she" lead back to the full name."""
    speeches: list[Speech] = []
    known: dict[str, Speech] = {}  # surname -> first speech
    mentioned: dict[str, tuple[str, str, str]] = {}  # surname -> name, title, organisation of people introduced without a verb of speech
    recent: tuple[str, str, str] | None = None  # the person whom "he" or "she" means
    by_unit: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        by_unit.setdefault(row.sentence_start, []).append(row)
    for unit in units:
        doc = docs.get(unit.start)
        if doc is None and not _FUNCTION_WORD.search(unit.text, 0, LONGEST_UNIT):
            continue
        rows = by_unit.get(unit.start, [])
        people = _people(unit, rows)
        for name, start, end in people:
            if " " in name:
                title, organisation = _function(unit, start, end, rows, people)
                if title:
                    mentioned.setdefault(name.split()[-1], (name, title, organisation))
                    recent = (name, title, organisation)
        done: set[str] = set()
        for action in find_actions(unit, doc) if doc is not None else ():
            if not action.speech or action.negated and action.lemma == "say":
                continue
            for name, start, end in _subjects(unit, action, people):
                speech = _speech(unit, action, name, start, end, rows, people, known, mentioned, recent)
                if speech and speech.name not in done:
                    done.add(speech.name)
                    speeches.append(speech)
                    known.setdefault(speech.name.split()[-1], speech)
                    recent = (speech.name, speech.title, speech.organisation)
    return speeches


def _speech(
    unit: Unit,
    action: Action,
    name: str,
    start: int,
    end: int,
    rows: list[AgencyRow],
    people: list[tuple[str, int, int]],
    known: dict[str, Speech],
    mentioned: dict[str, tuple[str, str, str]],
    recent: tuple[str, str, str] | None,
) -> Speech | None:
    direct = _is_direct(unit, action)
    if name.lower() in ("he", "she"):
        return Speech(recent[0], unit, action, recent[1], recent[2], direct) if recent else None
    surname = name.split()[-1]
    title, organisation = _function(unit, start, end, rows, people)
    if surname in known and (known[surname].name == name or known[surname].name.endswith(f" {name}")):
        first = known[surname]
        return Speech(first.name, unit, action, first.title or title, first.organisation or organisation, direct)
    if name == surname and surname in mentioned:
        full, title, organisation = mentioned[surname]
        return Speech(full, unit, action, title, organisation, direct)
    if name == surname and not title or unit.block.kind in ("title", "heading") and not title:
        return None
    return Speech(name, unit, action, title, organisation, direct)


def _is_direct(unit: Unit, action: Action) -> bool:
    """Whether the unit holds a quotation of at least two words, or one of a single word right beside the verb."""
    return any(" " in match[1] for match in re.finditer(r"[“\"‘]([^“”\"]{3,2000})[”\"’]?", unit.text))


def _people(unit: Unit, rows: list[AgencyRow]) -> list[tuple[str, int, int]]:
    """Capitalised names in a unit that can be people: name, start and end in the unit, with titles cut off the front."""
    taken = [
        (row.start - unit.start, row.end - unit.start)
        for row in rows
        if row.linked_by in ("name", "abbreviation", "description", "official")
    ]
    taken += [(found.start, found.end) for found in scan(unit.text[:LONGEST_UNIT]) if found.kind in ("nation", "adjective")]
    people = []
    for match in _NAME.finditer(unit.text, 0, LONGEST_UNIT):
        words = [(m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])]
        while words and (
            words[0][0] in _title_words()
            or words[0][0] in word_set("not_persons")
            or words[0][0].rstrip(".") in word_set("not_persons")
            or any(start <= words[0][1] < end for start, end in taken)
        ):
            words.pop(0)
        cut = next((i for i, word in enumerate(words) if any(start <= word[1] < end for start, end in taken)), len(words))
        words = words[:cut]
        while words and words[-1][0] in _title_words() | word_set("not_persons"):
            words.pop()
        if words and words[-1][0].endswith(("'s", "’s")):
            words[-1] = (words[-1][0][:-2], words[-1][1], words[-1][2] - 2)
        if words and not re.fullmatch(rf"{_PARTICLE}", words[0][0]):
            people.append((" ".join(word for word, _, _ in words), words[0][1], words[-1][2]))
    return people


def _subjects(unit: Unit, action: Action, people: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The people who are subject of a verb of speech: by the parse, or right beside the verb."""
    found = False
    for start, end in action.doers:
        word = unit.text[start:end]
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
        before, after = unit.text[person[2] : action.start], unit.text[action.end : person[1]]
        if person[2] <= action.start and re.fullmatch(r"(?:\s|,[^,“”\"]{3,160},){1,3}(?:has |have |also |had )?", before):
            yield person
            return
        if (
            action.end <= person[1]
            and len(after) < 90
            and re.fullmatch(r"\s(?:[A-Z][\w.’'&-]*[ ,]{1,2}|(?:of|the|and|for|in|at|a|an|as) |[a-z-]+ (?=[A-Z])){0,12}", after)
            and (action.lemma in ("say", "add", "according to", "state", "tell", "explain", "warn", "note", "comment", "write"))
        ):
            yield person
            return


_FUNCTION_WORD = re.compile(rf"(?i)\b(?:{'|'.join(sorted(word_set('functions')))})\b")


_APPOSITION = re.compile(r",\s{1,3}((?:the |a |an |its |who is |who heads )?[^,“”\"();]{3,140}(?:,[^,“”\"();]{3,80}){0,2})")


def _function(unit: Unit, start: int, end: int, rows: list[AgencyRow], people: list[tuple[str, int, int]]) -> tuple[str, str]:
    """Title and organisation of a person: the words before the name, or the apposition after it."""
    after = _APPOSITION.match(unit.text, end, end + 400)
    title, organisation = "", ""
    apposition = _before_speech(after[1]) if after else ""
    if apposition and _FUNCTION_WORD.search(apposition):
        title, organisation = _split_title(apposition, unit, after.start(1), rows)
    elif after and re.match(r"who (?:is|was|teaches|studies|leads|heads|runs|works|chairs|oversees|directs|researches|serves)\b", after[1]):
        organisation = _split_title(after[1], unit, after.start(1), rows)[1]
    before_start = start
    words = list(re.finditer(r"\S+", unit.text[max(0, start - 160) : start]))
    offset = max(0, start - 160)
    others = [(a, b) for _, a, b in people if a != start]
    inside = [(row.start - unit.start, row.end - unit.start) for row in rows] + [
        (found.start, found.end) for found in scan(unit.text[:LONGEST_UNIT]) if found.kind == "adjective"
    ]
    for word in reversed(words):
        at = offset + word.start()
        body = any(a <= at < b for a, b in inside)
        if any(a <= at < b for a, b in others) and not body and word[0] not in _title_words():
            break
        if (
            word[0].rstrip(",").endswith(("”", '"'))
            or (word[0].endswith(",") and not body)
            or not (
                body
                or word[0] in _title_words()
                or word[0] in ("of", "for", "in", "and", "the", "'s", "’s")
                or word[0].endswith(("'s", "’s"))
                or _FUNCTION_WORD.fullmatch(word[0])
                or (word[0][0].isupper() and word[0] not in word_set("not_persons") and before_start < start)
            )
        ):
            break
        before_start = at
    front = unit.text[before_start:start].strip()
    if front.split()[-1:] == ["and"]:
        front = ""
    if not title and front and (_FUNCTION_WORD.search(front) or any(word in _title_words() for word in front.split())):
        title, organisation = _split_title(front, unit, before_start, rows)
    elif front and not organisation and _FUNCTION_WORD.search(front):
        organisation = _split_title(front, unit, before_start, rows)[1]
    if not organisation and "spokes" in title.lower():  # a spokesperson speaks for the body named in the sentence
        organisation = next((row.agency for row in rows if row.linked_by in ("name", "abbreviation") and row.level != "unnamed"), "")
    if not organisation:
        follow = re.match(r"\s(?:of|from|at|for|with) (?:the )?", unit.text[end : end + 12])
        if follow:
            organisation = next((row.agency for row in rows if row.start - unit.start == end + follow.end()), "")
    return title, organisation


def _before_speech(apposition: str) -> str:
    """The parts of an apposition up to the verb: "head of the SSPC" of "head of the SSPC, reported on Monday"."""
    parts = apposition.split(",")
    for number, part in enumerate(parts[1:], 1):
        words = part.lower().split()
        if not words or words[0] in speech_words() | {"who", "which", "has", "have", "also"}:
            return ",".join(parts[:number])
    return apposition


def _split_title(text: str, unit: Unit, start: int, rows: list[AgencyRow]) -> tuple[str, str]:
    """Parts a function such as "Houston Field Office Director for Enforcement and Removal Operations" into title and organisation."""
    inside = [row for row in rows if start <= row.start - unit.start < start + len(text)]
    here = [row for row in inside if row.linked_by != "pronoun" or " " in row.mention]      # "for the agency", but not "its"
    bodies = [row for row in here if row.linked_by != "official"]
    chosen = bodies[-1] if bodies else here[0] if here else None
    title = text
    for row in sorted(here, key=lambda row: -row.start):
        if row.linked_by == "official":
            continue
        a, b = row.start - unit.start - start, row.end - unit.start - start
        title = title[:a].rstrip() + " " + re.sub(r"^(?:\s*\([^)]*\))?(?:['’]s?)?", "", title[b:])
    adjectives = [found for found in scan(text, False) if found.kind in ("adjective", "nation")]
    if chosen is not None and chosen.linked_by == "official" and adjectives and adjectives[0].start == 0:
        title = text[adjectives[0].end :]
    title = re.sub(r"\s+", " ", title).strip(" ,.")
    title = re.sub(r" (?:of|for|at|with|from)(?: the| its)?(?= (?:of|for|in|at|on)\b)", "", title)
    title = re.sub(r"(?: (?:of|for|at|with|from|in|and|the|on|by))+$", "", title)
    title = re.sub(r"^(?:the|a|an|its|who is|and|of|for|at|'s|’s)\s+(?=\w)", "", title, flags=re.IGNORECASE).strip(" ,")
    return title, chosen.agency if chosen else ""
