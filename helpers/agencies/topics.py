"""What an article has named so far, what its last sentences are about, and whose text it is."""

import re
from collections import Counter
from functools import cached_property

from helpers.agencies.agency_rows import NAMED, AgencyRow
from helpers.agencies.inspectors import Inspectors
from helpers.agencies.issuers import AUDITOR, issuer_of, testifying_for
from helpers.agencies.links import Link
from helpers.agencies.short_mentions import subjects_in
from helpers.clauses import find_actions, main_doers
from helpers.names import by_name, countries, gazetteer, plain_name
from helpers.texts import Article, Sentence, word_set

__all__ = ["NO_AGENCY", "Topics", "has_officers", "may_open"]

SUBJECT_LASTS = 3  # sentences after which "it" no longer means the body that acted last

_NO_FORCE = "|".join(
    [
        "Congress|Parliament|Senate|government|Court|Embassy|University|White House",
        *sorted(word_set("outside")),
    ]
)  # in the name of a body that is neither an agency nor has officers
NO_AGENCY = re.compile(rf"\b(?:{_NO_FORCE})\b")
_NO_OFFICERS = re.compile(
    rf"\b(?:{_NO_FORCE}|Courts|Attorney|Ministry|Committee|Union"
    r"|Association|Foundation|Council|Project|Accountability|Auditor|Ombudsman|[Cc]onsulate|School)\b"
)  # bodies whose people arrest nobody
_HAS_OFFICERS = re.compile(r"\b(?:Police|Patrol|Sheriff|Border|Customs|Constabulary|Garda)")
_FORCE = re.compile(
    r"\b(?:[Pp]olice|officers|agents|[Pp]atrol|[Gg]uards?|gendarmes|inspectors)(?: in [A-Z]\w+)?$"
)
_WORD = re.compile(r"[a-z]{4}")
_LABEL = re.compile(r"^[^.:;?!]{1,60}:")
_OPENING = re.compile(
    r"(?:The|An?|Th(?:is|at|ese|ose)|Some|Several|Many|Most|Both|His|Her|Their|One|Two|Three)\s"
    r"(?!(?:[a-z]+\s){0,2}(?:days?|weeks?|months?|years?|morning|afternoon|evening|night|time)\b)"
)


class Topics(Inspectors):
    """Goes with one article and remembers what it has named and who acts."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences, docs)
        self.subjects: list[AgencyRow] = []  # what the last sentences were about, the main one first
        self.subject_age = 0  # sentences since then
        self.joined: list[AgencyRow] = []  # those that did together what the main verb said then
        self.court: Link | None = None  # that of the judge named last
        self.between: list[str] = []  # tags of what was a subject since then: "it" and "they" may mean that
        self.named_age = 0  # sentences since any body was named
        self.acted: list[AgencyRow] = []  # the bodies with officers that acted last, however long ago
        self.last: list[AgencyRow] = []  # bodies of the last sentence that named any
        self.written: list[
            tuple[int, str, str]
        ] = []  # place, words and canonical name of the bodies named so far

    # ---- the article so far

    def go_on(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> None:
        """Remembers the bodies of a sentence, and which of them it is about."""
        named = [row for row in rows if row.linked_by in NAMED]
        self.named += map(self.as_link, named)
        self.written += [(row.start, row.mention, row.agency) for row in named if row.level != "unnamed"]
        self.last = named or self.last
        judges = (row for row in rows if row.linked_by == "official" and "Court" in row.agency)
        self.court = next(map(self.as_link, judges), self.court)
        subjects = self.subjects_of(sentence, doc, rows)
        self.subject_age = 0 if subjects else self.subject_age + 1
        if subjects or self.subject_age > SUBJECT_LASTS:
            self.subjects = subjects
        self.between = [] if subjects else _other_subjects(sentence, doc)
        starts = {row.noun_start - sentence.start: row for row in rows if row.linked_by != "official"}
        doers = main_doers(sentence, doc) if doc is not None else ()
        main = [starts[start] for start, _ in doers if start in starts]
        if subjects or not self.subjects:
            self.joined = main
        self.acted = [row for row in main if has_officers(row)] or self.acted
        self.named_age = 0 if named else self.named_age + 1

    def subjects_of(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> list[AgencyRow]:
        """The bodies that do what the main verb of a sentence says, then those that do something else in it, or the one
        that opens it."""
        starts = {row.noun_start - sentence.start: row for row in rows}
        main = main_doers(sentence, doc) if doc is not None else ()
        if any(sentence.text[start:end].lower() in ("it", "they") for start, end in main):
            return self.subjects  # still the same, whatever it does
        actions = find_actions(sentence, doc) if doc is not None else ()
        deeds = [action for action in actions if action.role not in ("report", "comment")]
        spans = [(first, last) for first, last, _ in subjects_in(sentence, doc)] if doc is not None else []
        spans += [span for action in actions if action.lemma == "according to" for span in action.doers]
        done = [{start for action in some for start, _ in action.doers} for some in (deeds, actions)]
        inside = [{at for at in some if any(first <= at < last for first, last in spans)} for some in done]
        acting = [
            starts[at]
            for doers in ({start for start, _ in main}, *inside)
            for at in sorted(doers & starts.keys())[:1]
        ]
        if acting:
            return [row for row in acting if row.linked_by != "official"]
        front = (_LABEL.sub("", sentence.text[: row.start - sentence.start]) for row in rows)
        lead = next((row for row, words in zip(rows, front, strict=True) if not _WORD.search(words)), None)
        opens = lead is not None and lead.linked_by in ("name", "abbreviation")
        return [lead] if opens and lead.agency not in countries() else []

    @property
    def spoken_for(self) -> str:
        """The body for which a testimony is given, as far as the article has been read; empty in other texts."""
        return testifying_for(self.article, ((at, agency) for at, _, agency in self.written))

    @property
    def issuer(self) -> str:
        """The body of the letterhead, or of a testimony's author, as far as the article has been read."""
        return self.spoken_for or issuer_of(self.article, self.written)

    @property
    def own_auditor(self) -> str:
        """The only body named so far that examines others, or anywhere if the article has named none; empty if there are
        more."""
        auditors = {link.agency for link in self.named or self.anywhere if AUDITOR.search(link.agency)}
        return auditors.pop() if len(auditors) == 1 else ""

    @cached_property
    def writing_auditor(self) -> str:
        """The only body that examines others and is named throughout the article; empty without one."""
        auditors = Counter(link.agency for link in self.anywhere if AUDITOR.search(link.agency))
        often = [agency for agency, count in auditors.items() if count > 2]
        return often[0] if len(auditors) == 1 == len(often) else ""

    @cached_property
    def examined(self) -> str:
        """The body that an auditor's text names most, beside the auditor; empty in other texts."""
        if not self.written or not AUDITOR.search(self.issuer):
            return ""
        named = Counter(
            gazetteer()[found.rows[0]]["agency"]
            for scanned in self.scans.values()
            for found in scanned
            if found.kind in ("name", "abbreviation") and found.rows
        )
        others = [agency for agency, _ in named.most_common(3) if not AUDITOR.search(agency)]
        return others[0] if others else ""

    @cached_property
    def anywhere(self) -> list[Link]:
        """The bodies that the article names anywhere, in their order."""
        found = [one for scanned in self.scans.values() for one in scanned]
        names = [
            gazetteer()[one.rows[0]]["agency"] if one.rows else plain_name(one.text)
            for one in found
            if one.kind in ("name", "abbreviation") and one.rows or one.kind == "pattern"
        ]
        return [self.link_of(name) for name in names]

    def as_link(self, row: AgencyRow) -> Link:
        listed = by_name().get(row.agency)
        return Link(row.agency, row.country, row.level, listed["part_of"] if listed else "")

    def row(self, sentence: Sentence, start: int, end: int, link: Link, linked_by: str) -> AgencyRow:
        evidence = self.article.evidence(sentence.start + start, sentence.start + end, sentence.block)
        return AgencyRow(
            **evidence,
            agency=link.agency,
            mention=evidence["quote"],
            country=link.country,
            level=link.level,
            linked_by=linked_by,
            sentence=sentence.text,
            sentence_start=sentence.start,
        )


def has_officers(body: AgencyRow | Link) -> bool:
    """Whether a body can be the one of officers whom the text only calls so."""
    described = body.level == "unnamed" and not _FORCE.search(body.agency)
    helps = body.level == "international" and not _HAS_OFFICERS.search(body.agency)  # Europol arrests nobody
    return not described and not helps and not _NO_OFFICERS.search(body.agency)


def _other_subjects(sentence: Sentence, doc) -> list[str]:
    """The tags of the nouns that are subjects of a sentence; of one without a parse, whatever may open it."""
    if doc is not None:
        return [noun.tag_ for *_, noun in subjects_in(sentence, doc)]
    return ["NN", "NNS"] if _OPENING.match(sentence.text) else []


def may_open(link: Link) -> bool:
    """Whether a text can begin with the officers of a body that it names only later."""
    listed = link.agency in by_name() or _HAS_OFFICERS.search(link.agency) is not None
    return listed and not _NO_OFFICERS.search(link.agency)
