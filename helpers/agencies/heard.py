"""Bodies that speak in an article, themselves or through their people, as far as roles follow from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import statement_words
from helpers.agencies.sayings import Saying, speaks
from helpers.agencies.sources import Sourced
from helpers.clauses import Action
from helpers.names import by_name
from helpers.texts import verbs_of, word_set

__all__ = [
    "Heard",
    "Speech",
    "advises",
    "is_outside",
    "is_reported",
    "may_report",
    "mention_of",
    "role_of_speech",
    "speeches_of",
]

Speech = tuple[str, str, Action]  # agency, mention, words of speech

_OUTSIDE = re.compile(
    rf"\b(?:{'|'.join(sorted(word_set('outside')))}"
    r"|University|College|Association|Foundation|(?<!European )(?<!African )Union|Society|Alliance|Federation"
    r"|League|Project|Clinic|Charity|Network|Congress of|Chamber)\b"
)
_OFFICIAL = re.compile(rf"(?i)\b(?:{'|'.join(sorted(word_set('official')))})\b")
_OF_STATE = re.compile(
    r"\b(?:Police|Guard|Navy|Army|Ministry|Department|Directorate|Customs|Gendarmerie|Coastguard|Marines)\b"
)  # in the name of a body that is a government's, whatever else is said of it
_ACADEMIC = re.compile(r"\b(?:University|College|Institute)\b")
_COURT = re.compile(r"\bCourts?\b|\bTribunal\b")
_RULING = re.compile(rf"{_COURT.pattern}|\b[Jj]ur(?:y|ies|ors)\b|\bAppeals\b")


@dataclass
class Heard:
    """The bodies that have spoken, as far as the article has been read.

    Attributes:
        people: Last name of a person -> the body for which they act.
        uttered: Place of each quotation with the body whose words it holds.
        here: Those of the sentence, with the words of speech.
        last: The one that spoke last.
        at: Number of that sentence.
        age: Sentences since then.
    """

    people: dict[str, str] = field(default_factory=dict)
    uttered: list[tuple[int, int, str]] = field(default_factory=list)
    here: list[Speech] = field(default_factory=list)
    last: str = ""
    at: int = 0
    age: int = 0

    def hear(self, number: int, here: list[Speech]) -> None:
        """Goes on to a sentence, in which these bodies speak."""
        self.here, self.age = here, number - self.at
        spoken = next((body for body, *_ in here if body), "")
        if spoken:
            self.last, self.at = spoken, number

    def of_pronoun(self, word: str, place: int, action: Action) -> str:
        """The body of a person meant by a pronoun: "her officers", "“We seized it,” he said", and "he jailed" after
        the words of a judge.

        Args:
            word: The pronoun.
            place: Its offset in the article.
            action: What is done.
        """
        if word in ("his", "her"):
            return self.last
        if word in word_set("first_person"):
            return next((body for start, end, body in self.uttered if start <= place < end), "")
        judged = action.role == "prosecute" and self.age <= 1 and _COURT.search(self.last)
        return self.last if judged and word in ("he", "she") else ""


def is_outside(agency: str, outside: frozenset[str]) -> bool:
    """Whether an organisation is none of a government: such comment only through a named speaker.

    Args:
        agency: Canonical name.
        outside: The organisations that only the article's words show to be such.
    """
    named_so = agency in outside and not _OF_STATE.search(agency)
    return named_so or _OUTSIDE.search(agency) is not None


def may_report(agency: str) -> bool:
    """Whether an organisation outside government reports what it writes or is cited for: any that is no university's."""
    return agency in by_name() or not _ACADEMIC.search(agency)


def speeches_of(
    said: list[Sourced], by_sentence: dict[int, list[AgencyRow]], outside: frozenset[str]
) -> dict[int, list[Speech]]:
    """Start of a sentence -> the bodies that speak there, themselves or through a person, with the words of
    speech."""
    speeches: dict[int, list[Speech]] = {}
    for one in said:
        spoken = (speaks(one.saying) or _is_written(one.saying)) and not _answers(one.saying)
        spoken = spoken and not _rules(one) and not _in_court_paper(one)
        if one.agency and spoken and (one.personal or _may_speak(one, outside)):
            start = one.saying.sentence.start
            rows = by_sentence.get(start, ()) if not one.speaker else ()
            mention = next((mention_of(row) for row in _at_source(one, rows)), one.agency)
            action = _action(one)
            if not one.personal and is_outside(one.agency, outside) and _in_report(one.saying):
                action = replace(action, role="report")
            speeches.setdefault(start, []).append((one.agency, mention, action))
    return speeches


def _answers(saying: Saying) -> bool:
    """Whether something is asked or answered in an examination, behind "Q" or "A": a witness does not speak for a body."""
    start, end = saying.what.source or (0, 0)
    return saying.what.lemma == "" and end - start == 1


def _rules(one: Sourced) -> bool:
    """Whether a court decides something, and says nothing: "the court confirmed the indictment"."""
    court = _RULING.search(one.agency) is not None
    return court and one.saying.what.lemma in word_set("ruling") and not one.saying.quotations


def _in_court_paper(one: Sourced) -> bool:
    """Whether a paper of a trial says something, of which no body is told: "according to the indictment"."""
    words = _source_of(one.saying).lower().split()
    return not one.speaker and 0 < len(words) < 3 and words[-1] in word_set("court_papers")


def _at_source(one: Sourced, rows: Iterable[AgencyRow]) -> list[AgencyRow]:
    """The mentions in a sentence of the body that says something, those in the words of the source first."""
    first, last = one.saying.what.source or (0, 0)
    meant = (row for row in rows if row.agency == one.agency)
    return sorted(meant, key=lambda row: not first <= row.start < last)


def _is_written(saying: Saying) -> bool:
    """Whether a document says something in fact."""
    what = saying.what
    content = what.contents or saying.quotations or what.lemma in statement_words("contentless")
    told = bool(content) and what.mode == "reported" and not what.negated
    verbs = verbs_of().get(what.lemma, ())
    said = any(verb.speech and verb.body_role and verb.needs != "naming" for verb in verbs)
    tells = said or what.lemma in statement_words("telling")  # but no form calls for anything
    return told and tells and what.animacy == "document" and what.kind == "report"


def _may_speak(one: Sourced, outside: frozenset[str]) -> bool:
    """Whether what a body says itself is a comment or report of it: by a verb that the list gives to bodies, or in
    quotation marks; what its documents say is reported. Organisations outside government comment only through a
    named speaker."""
    lemma, saying = one.saying.what.lemma, one.saying
    if advises(lemma, _source_of(saying)):
        return False
    if is_outside(one.agency, outside):
        written = _is_written(saying) or lemma == "according to" or _in_report(saying)
        return written and may_report(one.agency)  # what they write or are cited for
    if _is_written(saying):
        return one.agency in by_name() or _OFFICIAL.search(one.agency) is not None
    said = any(verb.speech and verb.body_role and not verb.needs for verb in verbs_of().get(lemma, ()))
    return said or bool(saying.quotations) or lemma == "according to"


def _in_report(saying: Saying) -> bool:
    """Whether something is said in a report: "Amnesty International said in a report published on Monday"."""
    start = saying.sentence.start
    return _IN_REPORT.match(saying.sentence.text, saying.what.cue[1] - start) is not None


_IN_REPORT = re.compile(
    r"(?: [A-Z][a-z]+day)? in an? (?:[a-z-]{2,20} ){0,2}(?:report|study|survey|analysis|paper|briefing|dossier)\b"
)


def advises(lemma: str, source: str) -> bool:
    """Whether the text itself asks others to do something, and comments on nothing: "we recommend that the ministry
    publish"."""
    return lemma == "recommend" and source.lower() in word_set("first_person")


def _source_of(saying: Saying) -> str:
    """The words for the source of a saying; empty without one."""
    source, start = saying.what.source, saying.sentence.start
    return saying.sentence.text[source[0] - start : source[1] - start] if source else ""


def _action(one: Sourced) -> Action:
    """A saying as an action of its source; what a person writes is said like anything else."""
    what, start = one.saying.what, one.saying.sentence.start
    said = one.personal and any(
        verb.speech and verb.role == "comment" for verb in verbs_of().get(what.lemma, ())
    )
    return Action(
        "report" if what.kind == "report" and not said else "comment",
        what.lemma or "say",
        what.cue[0] - start,
        max(what.cue[1], what.cue[0] + 1) - start,
        ((what.source[0] - start, what.source[1] - start),) if what.source else (),
        what.mode,
        what.negated,
        speech=True,
    )


def mention_of(row: AgencyRow) -> str:
    """The words for a body: its name where it is unnamed, a pronoun or an official."""
    other = row.level == "unnamed" or row.linked_by in ("pronoun", "official")
    return row.agency if other else row.mention


def role_of_speech(action: Action) -> str:
    """ "report" for what is announced, published or found, whoever speaks; "comment" for all else that is said.

    The only place that tells the two apart: what a verb of speech means stands in `speech_words.csv`.
    """
    verbs = verbs_of().get(action.lemma, ())
    published = action.role == "report" or any(v.speech and v.role == "report" for v in verbs)
    return "report" if published else "comment"


def is_reported(agency: str, action: Action, here: list[Speech]) -> bool:
    """Whether a paper of the body says what the verb brings in, so that nobody comments."""
    same = (said for body, _, said in here if body == agency and said.lemma == action.lemma)
    return role_of_speech(action) == "comment" and any(role_of_speech(said) == "report" for said in same)
