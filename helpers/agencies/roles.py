"""Who did what, in which mode: one row for each unit, agency, role and mode.

`helpers.clauses.find` finds what is done and the words that do it, `helpers.agencies.mentions` says which
bodies these words stand for; here they meet. Roles and modes are those of the gold conventions: lead, arrest,
remove, receive, investigate, prosecute, cooperate, seize, report, comment; reported, planned, recommended.
What has no doer in the sentence has no role.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.announcers import announcers
from helpers.agencies.cues import source_class, statement_words
from helpers.agencies.documents import writes
from helpers.agencies.heard import (
    Heard,
    Speech,
    advises,
    is_outside,
    is_reported,
    may_report,
    mention_of,
    role_of_speech,
    speeches_of,
)
from helpers.agencies.lead_ins import Deed, LeadIn
from helpers.agencies.looking import only_looks, own_deeds
from helpers.agencies.performers import bodies_of_doers, body_of_person
from helpers.agencies.sources import Sourced
from helpers.agencies.urged import names_subject, recommends, urged
from helpers.agencies.worded import Worded
from helpers.clauses import Action, find_actions
from helpers.names import candidates, countries, organisations_in
from helpers.texts import Article, Row, Sentence, word_list

__all__ = ["RoleRow", "read_roles"]


@dataclass(frozen=True, kw_only=True)
class RoleRow(Row):
    """One role of one agency in one unit; the evidence span is the whole unit.

    Attributes:
        agency: Canonical name, with the district or country if it is known; of a field office or team mostly that of its
            national body; for an unnamed body the words of the text.
        mention: The fullest name the article gives it, without article or bracketed abbreviation, often without
            district or country; of a field office or team its own; for an unnamed body its words here.
        role: lead, arrest, remove, receive, investigate, prosecute, cooperate, seize, report or comment.
        mode: reported, planned or recommended.
        action: Lemma of the verb or noun.
        object: What was acted on, in the words of the text; may be empty.
        plover: Event type of the PLOVER ontology, with its mode after a colon; empty where it has none.
        negated: Whether the text says it did not happen.
        action_start, action_end: Offsets of the verb or noun in the article.
        sentence_start: Offset of the sentence, by which rows of all tables join:
            `roles.merge(agencies, on=["article", "sentence_start"])`.
    """

    agency: str
    mention: str
    role: str
    mode: str
    action: str
    object: str
    plover: str
    negated: bool
    action_start: int
    action_end: int
    sentence_start: int


def read_roles(
    article: Article,
    sentences: list[Sentence],
    docs: dict[int, object],
    agencies: list[AgencyRow],
    said: list[Sourced],
    people: dict[str, str],
) -> list[RoleRow]:
    """Roles in the order of the text.

    Args:
        article: The article.
        sentences: Its sentences.
        docs: Parsed documents by `sentence.start`.
        agencies: The agencies of the article.
        said: Who says what (`helpers.agencies.voices`): a body that is a source, or whose people are, comments or
            reports there.
        people: Last name of a person -> the body for which they act.
    """
    words, outside = Worded(agencies), organisations_in(article.text)
    countries = {row.agency: row.country for row in agencies}
    by_sentence: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        by_sentence.setdefault(row.sentence_start, []).append(row)
    speeches = speeches_of(said, by_sentence, outside)
    rows: list[RoleRow] = []
    heard = Heard(people, _uttered(said))
    lead_in = LeadIn(article)
    for number, sentence in enumerate(sentences):
        if names_subject(sentence):
            continue
        doc, here = docs.get(sentence.start), speeches.get(sentence.start, [])
        named = by_sentence.get(sentence.start, [])
        actions = find_actions(sentence, doc) if doc is not None else ()
        led = lead_in.read(sentence, named, actions)
        if doc is None and not here and not led:
            continue
        heard.hear(number, here)
        if sentence.text.rstrip().endswith("?"):  # a question says of nothing that it happened
            told = sentence.text.rfind(": ")  # "The sweep, led by the FBI, leaves one question: why?"
            actions = tuple(action for action in actions if action.speech or action.start < told)
        done = _done(sentence, actions, named, article, heard, outside)
        deeds = [*led, *_spoken(here, actions), *_handed_over(done, rows, countries, sentence)]
        together = announcers(sentence, named, actions)
        deeds += [(row.agency, mention_of(row), "report", action) for row, action in together]
        if recommends(article, sentence):
            deeds = [(*deed[:3], urged(deed[3], sentence)) for deed in deeds]
        rows += _rows(article, sentence, own_deeds(deeds), words.of_sentence(sentence, named))
    return rows


def _uttered(said: Iterable[Sourced]) -> list[tuple[int, int, str]]:
    """The place of each quotation that a body makes, itself or through its people, and the body."""
    spoken = (source for source in said if source.agency)
    return [(one.first, one.last, source.agency) for source in spoken for one in source.saying.quotations]


def _rows(
    article: Article, sentence: Sentence, deeds: Iterable[Deed], names: dict[str, str]
) -> list[RoleRow]:
    """One row for each agency, role and mode of a sentence, in the order of its words; a denial gives way."""
    found: dict[tuple[str, str, str], RoleRow] = {}
    for agency, mention, role, action in deeds:
        row = RoleRow(
            **article.evidence(sentence.start, sentence.end, sentence.block),
            agency=agency,
            mention=names.get(agency, mention),
            role=role,
            mode=action.mode,
            action=action.lemma,
            object=_object(sentence, action),
            plover=_events()[role],
            negated=action.negated,
            action_start=sentence.start + action.start,
            action_end=sentence.start + action.end,
            sentence_start=sentence.start,
        )
        kept = found.get((agency, role, action.mode))
        if kept is None or (kept.negated and not row.negated):
            found[agency, role, action.mode] = row
    return sorted(found.values(), key=lambda row: row.action_start)


def _spoken(speeches: list[Speech], actions: tuple[Action, ...]) -> Iterator[Deed]:
    """What is said by bodies and persons for them; a prosecutor who announces charges brings them."""
    brought = next((a for a in actions if a.lemma in _ANNOUNCING and a.role == "prosecute"), None)
    for agency, mention, action in speeches:
        yield agency, mention, role_of_speech(action), action
        if brought is not None and action.lemma == brought.lemma and _CHARGES.search(agency):
            yield agency, mention, "prosecute", brought


def _handed_over(
    done: Iterable[Deed], rows: list[RoleRow], countries: dict[str, str], sentence: Sentence
) -> Iterator[Deed]:
    """Turns "took him into custody" into receiving where another country has just removed somebody, and takes back
    the removal of those turned over to a body of the same country, or of one that the sentence does not name."""
    done = list(done)
    takers = {(action.start, countries.get(body, "")) for body, _, role, action in done if role == "receive"}
    for agency, mention, role, action in done:
        country = countries.get(agency, "")
        if role == "arrest" and action.lemma == "take" and country:
            removers = {
                countries.get(row.agency)
                for row in rows[-8:]
                if row.role == "remove" and row.mode == "reported"
            }
            removers |= {countries.get(one) for one, _, removes, _ in done if removes == "remove"}
            role = "receive" if removers - {country, "", None} else role
        abroad = any(found.kind == "nation" and found.text != country for found in candidates(sentence))
        near = {(action.start, country)} if abroad else {(action.start, country), (action.start, "")}
        at_home = not abroad and not country and any(start == action.start for start, _ in takers)
        if role == "remove" and (at_home or near & takers):
            continue
        yield agency, mention, role, action


def _done(
    sentence: Sentence,
    actions: tuple[Action, ...],
    rows: list[AgencyRow],
    article: Article,
    heard: Heard,
    outside: frozenset[str],
) -> Iterator[Deed]:
    """Agency, mention, role and action for every doer that is an agency, or people of the body that speaks
    ("her officers")."""
    for action in actions:
        for start, row in bodies_of_doers(rows, article, sentence, action):
            if (
                body := heard.of_pronoun(
                    _WORD.match(sentence.text, start)[0].lower(), sentence.start + start, action
                )
            ) and not action.speech:
                yield body, body, action.role, action
                continue
            titled = (
                ""
                if row is not None or action.speech and (heard.here or action.role != "report")
                else body_of_person(article, sentence, start, rows, heard.people)
            )
            if titled and _brings(titled, action):
                yield titled, titled, action.role, action
            if row is None or row.mention == "I" and not action.speech:
                continue
            if action.people_only and row.linked_by != "official":
                continue
            onward = sentence.text[action.end : action.end + 1] == " "  # "wrote 40 tickets"
            deed = onward and action.lemma in statement_words("penning") and not heard.here
            told = deed or is_reported(row.agency, action, heard.here)  # "the report of the auditor said"
            if action.speech and (told or not _speaks(sentence, row, action, outside)):
                continue
            if action.lemma == "according to" and _by_person(heard.here):
                continue  # "according to Sheriff Jo Sample" is said once
            if (action.role == "prosecute" or only_looks(action)) and is_outside(row.agency, outside):
                continue  # "Human Rights Watch files a complaint", "Our researchers visited five prisons"
            if action.role == "cooperate" and _LEGISLATURE.search(row.agency):
                continue  # "with the funds Congress provided"
            if not _brings(row.agency, action):
                continue
            role = role_of_speech(action) if action.speech else action.role
            yield row.agency, mention_of(row), role, action


def _speaks(sentence: Sentence, row: AgencyRow, action: Action, outside: frozenset[str]) -> bool:
    """Whether a body itself says something: not its report, which is read as a statement ("the agency's report says").
    Organisations outside government comment only through a named speaker; listed ones report. A country that only
    tells what somebody works on says nothing: "its Mexico and Central America advocate"."""
    post = _ON_COUNTRIES.match(sentence.text, row.end - sentence.start)
    if post and row.agency in countries() and source_class(post[1], post[1]) == "person":
        return False
    if advises(action.lemma, row.mention):
        return False
    short = row.linked_by == "official" or row.linked_by == "pronoun" and " " in row.mention
    if short and writes(sentence, row):  # "the agency's report says"
        return False
    reports = may_report(row.agency) and role_of_speech(action) == "report"
    return reports or not is_outside(row.agency, outside)


def _by_person(here: list[Speech]) -> bool:
    """Whether a sentence cites a person: what "according to" tells is then a comment."""
    return any(said.lemma == "according to" and role_of_speech(said) == "comment" for *_, said in here)


def _brings(agency: str, action: Action) -> bool:
    """Whether charges that are announced are those of the body that announces them, and those whom a body takes are
    arrested and not rescued."""
    if action.role == "arrest" and (_RESCUE.search(agency) or _SITE.search(agency)):
        return False  # "the rescue service picked up 31 people", "the detention center held 812"
    announced = action.lemma in _ANNOUNCING and action.role == "prosecute"
    return not announced or _CHARGES.search(agency) is not None


_LEGISLATURE = re.compile(
    r"\b(?:Congress|Parliament|Senate|House of|Assembly|Legislature|Knesset|Duma|Subcommittee)\b|^(?:sub)?committee$"
)
_RESCUE = re.compile(r"(?i)\b(?:rescue|lifeboat|ambulance|fire|civil protection)\b")
_SITE = re.compile(  # where people are held
    r"(?i)\b(?:(?:detention|processing|correctional|reception|holding|removal) (?:cent(?:er|re)|facility)|jail|prison|camp|penitentiary)$"
)
_ANNOUNCING = ("announce", "unseal")
_CHARGES = re.compile(r"\b(?:Attorney|Prosecut|Justice|grand jury)|^prosecutors\b")  # those who bring charges
_ON_COUNTRIES = re.compile(r"(?:,? (?:and |& )?(?:the )?[A-Z][\w.]{1,20}){1,6} ([a-z]{4,20})\b")
_WORD = re.compile(r"\w{0,40}")
_REST_OF_WORD = re.compile(r"(?:[-‑][^\W_]{1,40}){0,4}")


def _object(sentence: Sentence, action: Action) -> str:
    """The words of what was acted on; the parser parts "non-citizens" at its hyphens."""
    if not action.object:
        return ""
    start, end = action.object
    return " ".join(sentence.text[start : _REST_OF_WORD.match(sentence.text, end).end()].split())


@cache
def _events() -> dict[str, str]:
    return {
        row["role"]: ":".join(filter(None, (row["plover"], row["mode"])))
        for row in word_list("agencies/role_events")
    }
