"""Which body a short mention stands for: "the agency", "it", bare "officers", "we".

An article's bodies lie around a short mention in circles: those that stand before it in its sentence, the one that
acted last, those named so far, the one whose text it is, and, for a headline, those named behind it. The nearest circle
that holds a body which fits the words decides; where two of one circle fit and nothing tells them apart, nobody is meant.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from spacy.tokens import Token

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.issuers import AUDITOR, issuer_of, testifying_for
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.made import body_of_officers, has_people, of_one_kind
from helpers.agencies.offices import Offices
from helpers.agencies.short_mentions import Short, names_of_noun, officers, shorts_in, subjects_in
from helpers.clauses import find_actions, main_doers
from helpers.names import by_name, countries, gazetteer, plain_name
from helpers.texts import Article, Sentence, members, word_set

__all__ = ["Antecedents"]

SUBJECT_LASTS = 3  # sentences after which "it" no longer means the body that acted last
NAMED = ("name", "abbreviation", "description")

_NO_FORCE = "|".join(
    [
        "Congress|Parliament|Senate|government|Court|Embassy|University|White House",
        *sorted(word_set("outside")),
    ]
)  # in the name of a body that is neither an agency nor has officers
_NO_AGENCY = re.compile(rf"\b(?:{_NO_FORCE})\b")
_NO_OFFICERS = re.compile(
    rf"\b(?:{_NO_FORCE}|Courts|Attorney|Ministry|Committee|Union"
    r"|Association|Foundation|Council|Project|Accountability|Auditor|Ombudsman|[Cc]onsulate|School)\b"
)  # bodies whose people arrest nobody
_HAS_OFFICERS = re.compile(r"\b(?:Police|Patrol|Sheriff|Border|Customs|Constabulary|Garda)")
_FORCE = re.compile(
    r"\b(?:[Pp]olice|officers|agents|[Pp]atrol|[Gg]uards?|gendarmes|inspectors)(?: in [A-Z]\w+)?$"
)
_ONE_BODY = re.compile(  # an unnamed body for which "it" can stand
    r"\b(?:navy|army|air force|marines|force|ministry|government|office|department|agency|service|guard|bureau|court|unit)$"
)
_WORD = re.compile(r"[a-z]{4}")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?$")
_LABEL = re.compile(r"^[^.:;?!]{1,60}:")


class Antecedents(Offices):
    """Goes with one article and remembers what it has named and who acts."""

    def __init__(self, article: Article, sentences: list[Sentence], docs: dict[int, object]):
        super().__init__(article, sentences, docs)
        self.subject: AgencyRow | None = None  # what the last sentences were about
        self.subject_age = 0  # sentences since then
        self.topic: AgencyRow | None = None  # the subject of a main verb, of the last sentences
        self.topic_age = 0  # sentences since then
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
        before, subject = self.subject, self.subject_of(sentence, doc, rows)
        self.subject_age = 0 if subject is not None else self.subject_age + 1
        if subject is not None or self.subject_age > SUBJECT_LASTS:
            self.subject = subject
        starts = {row.start - sentence.start: row for row in rows if row.linked_by != "official"}
        doers = main_doers(sentence, doc) if doc is not None else ()
        main = [starts[start] for start, _ in doers if start in starts]
        self.acted = [row for row in main if _has_officers(row)] or self.acted
        goes_on = subject is not None and subject is before
        self.topic_age = 0 if main or goes_on else self.topic_age + 1
        if main or self.topic_age > SUBJECT_LASTS or named and not goes_on:
            self.topic = main[0] if main else None

    def subject_of(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> AgencyRow | None:
        """The body that does something in a sentence, or that opens it; what is done comes before what is said."""
        starts = {row.start - sentence.start: row for row in rows}
        main = main_doers(sentence, doc) if doc is not None else ()
        if any(sentence.text[start:end].lower() in ("it", "they") for start, end in main):
            return self.subject  # still the same, whatever it does
        actions = find_actions(sentence, doc) if doc is not None else ()
        deeds = [action for action in actions if action.role not in ("report", "comment")]
        spans = [(first, last) for first, last, _ in subjects_in(sentence, doc)] if doc is not None else []
        spans += [
            *main,
            *(span for action in actions if action.lemma == "according to" for span in action.doers),
        ]
        for done in (deeds, actions):
            doers = {start for action in done for start, _ in action.doers}
            doers = {start for start in doers if any(first <= start < last for first, last in spans)}
            if doers := sorted(doers & set(starts)):
                row = starts[doers[0]]
                return row if row.linked_by != "official" else None
        front = (_LABEL.sub("", sentence.text[: row.start - sentence.start]) for row in rows)
        lead = next((row for row, words in zip(rows, front, strict=True) if not _WORD.search(words)), None)
        opens = lead is not None and lead.linked_by in ("name", "abbreviation")
        return lead if opens and lead.agency not in countries() else None

    @property
    def issuer(self) -> str:
        """The body of the letterhead, or of a testimony's author, as far as the article has been read."""
        spoken_for = testifying_for(self.article, ((at, agency) for at, _, agency in self.written))
        return spoken_for or issuer_of(self.article, self.written)

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

    # ---- which body is meant

    def short_rows(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> list[AgencyRow]:
        """The rows of a sentence with those of its short mentions."""
        found = sorted(rows, key=lambda row: row.start)
        for short in shorts_in(sentence, doc):
            first, last = sentence.start + short.start, sentence.start + short.end
            if any(row.start < last and first < row.end for row in found):
                continue
            link = _MEANT[short.kind](self, short, sentence, [row for row in found if row.end <= first])
            if link is not None:
                official = short.speaks or short.kind == "officials"
                kind = "official" if official else "pronoun"
                found.append(self.row(sentence, short.start, short.end, link, kind))
        return sorted(found, key=lambda row: row.start)

    def of_noun(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "The agency": the last body whose name allows the noun; a part only if nothing else is there."""
        names = names_of_noun(short.word)
        if not names and self.examined:
            return self.link_of(self.examined)
        circles = [
            [self.as_link(row) for row in before if row.linked_by != "pronoun"],
            [self.as_link(self.topic)] if self.topic else [],
            self.named[-LAST_NAMED:],
            self.anywhere[::-1] if sentence.block.kind in ("title", "heading") else [],
        ]
        named = [[link for link in circle if _is_named(link)] for circle in circles]
        for name in filter(None, names.split("|")):
            pattern = re.compile(rf"\b{name}")
            if link := nearest(named, lambda link, name=pattern: name.search(link.agency), last=True):
                return link
        if names:
            return None
        any_body = short.word.lower() != "agency"
        agencies = [
            [one for one in circle if any_body or not _NO_AGENCY.search(one.agency)] for circle in named
        ]
        whole = nearest(agencies, lambda link: not link.part_of, last=True)
        return whole or nearest(agencies, lambda link: True, last=True)

    def of_pronoun(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "It" or "they": the body that acts in the sentence, or in those before it; nobody where another subject stands
        before the pronoun."""
        single = short.word in ("it", "its")
        here = [row for row in before if row.linked_by != "official"]
        subjects = subjects_in(sentence, self.docs[sentence.start])
        if not single:
            others = [
                token.lower_ for _, last, token in subjects if last <= short.start and _may_be_they(token)
            ]
            if not here and others:
                people = Short(short.start, short.end, others[-1], "people")
                return self.of_people(people, sentence, before) if others[-1] in officers() else None
            circles = [
                here[-1:],
                [self.subject] if self.subject else [],
                self.last[-1:] if short.word == "their" else [],
            ]
            row = next((circle[0] for circle in circles if circle), None)
            return self.as_link(row) if row else None
        acting = [
            row
            for row in here
            if any(first <= row.start - sentence.start < last for first, last, _ in subjects)
            or _ACCORDING.search(sentence.text, 0, row.start - sentence.start)
        ]
        other = any(last <= short.start and _may_be_it(token) for _, last, token in subjects)
        if not acting and other:
            return None
        circles = [acting, [self.subject] if self.subject else [], here]
        row = next((circle[0] for circle in circles if circle), None)
        one = row is not None and (
            row.level != "unnamed" or short.word != "it" or _ONE_BODY.search(row.agency)
        )
        return self.as_link(row) if one else None

    def of_officials(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "Officials" of an auditor's text: those of the body that it examines."""
        return self.link_of(self.examined) if self.examined else None

    def of_first_person(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        return self.link_of(issuer) if (issuer := self.issuer) else None

    def of_people(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """Officers without their body: by their rank, by the sentence, by who acted last, by whose text this is. Where the
        article names no body with officers, they stand for themselves."""
        word = short.word
        known = [link.agency for link in self.named if link.level != "unnamed"]
        if body := body_of_officers(word, known, self.article):
            return self.link_of(body)
        here = [row for row in before if not _is_partner(sentence, row)]
        wholes = {self.as_link(row).part_of for row in here}
        others = set()  # "deputies seized 12 guns and officers found 40 pills": two bodies
        if not of_one_kind(word):
            others = {row.agency for row in here if of_one_kind(row.mention.lower())}
        acted = [self.as_link(row) for row in self.acted]
        named = [link for link in self.named[-LAST_NAMED:] if link.level != "unnamed" or of_one_kind(word)]
        circles = [
            [self.as_link(row) for row in here if row.agency not in wholes],
            acted,
            named,
            [self.link_of(issuer)] if (issuer := self.issuer) else [],
        ]

        def fits(link: Link) -> bool:
            armed = of_one_kind(word) or _has_officers(link)
            return link.agency not in others and armed and has_people(link.agency, word)

        if link := nearest(circles, fits):
            return link
        if len(acted) == 1 and not of_one_kind(word) and not any(map(fits, named)):
            return acted[0]  # "agents" of the only force that the article has named
        if self.named or any(found.kind in ("name", "abbreviation") for found in self.scans[sentence.start]):
            return None
        ahead = [link for link in self.anywhere if _may_open(link)]
        if not ahead:
            alone = short.several and word not in word_set("crews")
            return Link(word, "", "unnamed") if alone else None
        return next((link for link in ahead if has_people(link.agency, word)), None)


def _may_be_they(noun: Token) -> bool:
    """Whether "they" can stand for a noun: several."""
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in word_set("quantity_heads") | {
        "people",
        "rest",
        "family",
    }


def _may_be_it(noun: Token) -> bool:
    """Whether "it" can stand for a noun: one thing."""
    return noun.tag_ in ("NN", "NNP") and noun.lower_ not in members() | word_set("quantity_heads")


def _is_named(link: Link) -> bool:
    return link.level != "unnamed" and link.agency not in countries()


def _has_officers(body: AgencyRow | Link) -> bool:
    """Whether a body can be the one of officers whom the text only calls so."""
    described = body.level == "unnamed" and not _FORCE.search(body.agency)
    helps = body.level == "international" and not _HAS_OFFICERS.search(body.agency)  # Europol arrests nobody
    return not described and not helps and not _NO_OFFICERS.search(body.agency)


def _may_open(link: Link) -> bool:
    """Whether a text can begin with the officers of a body that it names only later."""
    listed = link.agency in by_name() or _HAS_OFFICERS.search(link.agency) is not None
    return listed and not _NO_OFFICERS.search(link.agency)


def _is_partner(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a body is only the one with which something is done: "Teaming with HSI, agents found"."""
    words = sentence.text[: row.start - sentence.start].lower().removesuffix("the ").split()
    return bool(words) and words[-1] in word_set("partner_words")


def nearest(
    circles: Iterable[Iterable[Link]], fits: Callable[[Link], bool], *, last: bool = False
) -> Link | None:
    """The body that fits in the first circle that holds any.

    Args:
        circles: Bodies, the nearest circle first.
        fits: Whether a body can be meant.
        last: Whether the last of several is meant; otherwise none of them is.
    """
    for circle in circles:
        fitting = [link for link in circle if fits(link)]
        if fitting:
            return fitting[-1] if last or len({link.agency for link in fitting}) == 1 else None
    return None


_MEANT = {
    "noun": Antecedents.of_noun,
    "pronoun": Antecedents.of_pronoun,
    "people": Antecedents.of_people,
    "officials": Antecedents.of_officials,
    "first person": Antecedents.of_first_person,
}
