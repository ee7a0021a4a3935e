"""Which body a short mention stands for: "the agency", "it", bare "officers", "we".

An article's bodies lie around a short mention in circles: those that stand before it in its sentence, the one that
acted last, those named so far, the one whose text it is, and, for a headline, those named behind it. The nearest circle
that holds a body which fits the words decides; where two of one circle fit and nothing tells them apart, nobody is meant.
"""

import re

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.cues import source_class
from helpers.agencies.issuers import has_other_author
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.made import body_of_head, body_of_officers, has_people, of_one_kind
from helpers.agencies.recalled import Recalled, nearest
from helpers.agencies.short_mentions import Short, officers, shorts_in, subjects_in
from helpers.agencies.topics import NO_AGENCY, has_officers, may_open
from helpers.clauses import main_doers
from helpers.names import Found, countries, gazetteer, plain_name
from helpers.texts import Sentence, Token, members, objects_of, singular, word_list, word_set

__all__ = ["Antecedents"]

_ONE_BODY = re.compile(  # an unnamed body for which "it" can stand
    r"\b(?:navy|army|air force|marines|force|ministry|government|office|department|agency|service|guard|bureau|court|unit"
    r"|consulate|embassy|institute|authority|directorate)$"
)
_NAME_BEHIND = re.compile(r", (?:the )?[A-Z]")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?$")


class Antecedents(Recalled):
    """Goes with one article and finds the short mentions of each sentence."""

    def short_rows(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> list[AgencyRow]:
        """The rows of a sentence with those of its short mentions."""
        found = sorted(rows, key=lambda row: row.start)
        for short in shorts_in(sentence, doc):
            first, last = sentence.start + short.start, sentence.start + short.end
            if any(row.start < last and first < row.end for row in found):
                continue
            before = [row for row in found if row.end <= first]
            link = _MEANT[short.kind](self, short, sentence, before)
            if link is not None:
                official = short.speaks or short.kind == "officials"
                kind = "official" if official else "pronoun"
                others = self.joined_with(link, short, sentence, before)
                found += [self.row(sentence, short.start, short.end, one, kind) for one in (link, *others)]
        return sorted(found, key=lambda row: row.start)

    def description(self, sentence: Sentence, found: Found) -> Link | None:
        """What a description stands for; people of one kind of body are those of the one that the article names:
        "Station Miami Beach crews" of the Coast Guard; "Commission investigators" are those of the one named before."""
        words = found.text.lower().split()
        counted = words[:-2] == [] or words[0] in word_set("numbers")
        if words[-2:] == ["police", "officers"] and counted and not self.one_police:
            return None  # people, not a body
        if found.kind == "description" and words[-1] in word_set("crews"):
            crew = Short(found.start, found.end, words[-1], "people")
            if link := self.of_people(crew, sentence, []):
                return link
        whose = words[0] if len(words) == 2 and words[-1] in word_set("field_people") else ""
        if whose in word_set("anaphor_nouns"):
            body = Short(found.start, found.start + len(whose), whose, "noun")
            if link := self.of_noun(body, sentence, []):
                return link
        link = super().description(sentence, found)
        if link is not None and link.agency == "court":
            return self.court or link
        bare = link is not None and plain_name(link.agency.lower()) == plain_name(" ".join(words))
        if not bare:
            return link
        kind = words[: words.index("in")] if "in" in words else words
        service = self.of_service(kind) if kind[-1] in word_set("field_people") else ""
        whole = None if service else self.only_one(sentence, found)
        return self.link_of(service) if service else whole or link

    def of_service(self, words: list[str]) -> str:
        """The one body of the article's country whose people are named by what they watch, "customs officers"; empty if
        nothing tells the country, or it has several."""
        row = next((row for row in word_list("agencies/services") if row["people"] == words[0]), None)
        if row is None or len(words) != 2:
            return ""
        if country := self.dominant():
            fitting = [one["agency"] for one in gazetteer() if one["country"] == country]
            fitting = [agency for agency in fitting if row["name"] in agency]
            return fitting[0] if len(fitting) == 1 else ""
        return row["united_states"] if self.in_one_state else ""

    def of_pronoun(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "It" or "they": the body that acts in the sentence, or in those before it; nobody where another subject stands
        before the pronoun."""
        single = short.word in ("it", "its")
        clause = sentence.start + sentence.text.rfind(";", 0, short.start)  # -1 of none is before all
        here = [row for row in before if row.linked_by != "official"]
        here = [row for row in here if row.start > clause] or here
        subjects = subjects_in(sentence, self.docs[sentence.start])
        if not single:
            others = [
                token.lower_ for _, last, token in subjects if last <= short.start and _may_be_they(token)
            ]
            if not here and not others and {"NNS", "NNPS"} & {*self.between}:
                return None
            if not here and others:
                people = Short(short.start, short.end, others[-1], "people")
                return self.of_people(people, sentence, before) if others[-1] in officers() else None
            circles = [
                here[-1:],
                [*filter(_is_several, self.subjects), *self.subjects],
                self.last[-1:] if short.word == "their" else [],
            ]
            row = next((circle[0] for circle in circles if circle), None)
            return self.as_link(row) if row else None
        told = [(first, _with_name(sentence, last), token) for first, last, token in subjects]
        acting = [
            row
            for row in here
            if any(first <= row.start - sentence.start < last for first, last, _ in told)
            or _ACCORDING.search(sentence.text, 0, row.start - sentence.start)
        ]
        other = any(last <= short.start and _may_be_it(token) for _, last, token in subjects)
        other = other or not here and bool({"NN", "NNP"} & {*self.between})
        if not acting and other:
            return None
        single_ones = [row for row in self.subjects if not _is_several(row)]
        circles = [acting, single_ones or self.subjects, here]
        row = next((circle[0] for circle in circles if circle), None)
        one = row is not None and (
            row.level != "unnamed" or short.word != "it" or _ONE_BODY.search(row.agency)
        )
        return self.as_link(row) if one else None

    def joined_with(
        self, link: Link, short: Short, sentence: Sentence, before: list[AgencyRow]
    ) -> list[Link]:
        """The other bodies for which "they" stands, where several did what was said last: "The FBI and Tampa police
        searched the house. They arrested two men." """
        if short.word != "they":
            return []
        starts = {start + sentence.start for start, _ in main_doers(sentence, self.docs[sentence.start])}
        joined = [row for row in before if row.noun_start in starts] if before else self.joined
        links = {row.agency: self.as_link(row) for row in joined}
        return [one for agency, one in links.items() if agency != link.agency] if link.agency in links else []

    def of_head(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "The sheriff of Kern County"."""
        body = body_of_head(short.word, short.place, self.article)
        return self.link_of(body) if body else None

    def of_officials(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "Officials" of an auditor's text: those of the body that it examines."""
        return self.link_of(self.examined) if self.examined else None

    def of_first_person(self, short: Short, sentence: Sentence, before: list[AgencyRow]) -> Link | None:
        """ "We" of a text without quotations: whose text it is, or the body named in it that examines others; "I" of a
        testimony: the body for which it is given."""
        if short.word == "I":
            return self.link_of(self.spoken_for) if self.spoken_for else None
        if not self.issuer and has_other_author(self.article):
            return None
        we = short.word.lower() == "we"
        own = we or _is_own_people(sentence.text, short.end)
        issuer = self.issuer or (self.own_auditor if own else "") or (self.writing_auditor if we else "")
        if not issuer and own and not we:
            return self.whose_own()
        return self.link_of(issuer) if issuer else None

    def whose_own(self) -> Link | None:
        """The body that a text without a letterhead names first, of whose people it tells as "our officers"; none that may
        only be spoken to."""
        return next((one for one in self.named if _is_force(one)), None)

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
            self.anywhere if of_one_kind(word) else [],
        ]

        def fits(link: Link) -> bool:
            armed = of_one_kind(word) or has_officers(link)
            body = armed and link.agency not in others and link.agency not in countries()
            return body and has_people(link.agency, word)

        if link := nearest(circles, fits):
            return link
        alone = [link for link in acted if link.agency not in others | countries()]
        if len(acted) == 1 == len(alone) and not of_one_kind(word) and not any(map(fits, named)):
            return alone[0]  # "agents" of the only force that the article has named
        if self.named or any(found.kind in ("name", "abbreviation") for found in self.scans[sentence.start]):
            return None
        ahead = [link for link in self.anywhere if may_open(link)]
        if not ahead:
            nobodys = short.several and word not in word_set("crews")
            return Link(word, "", "unnamed") if nobodys else None
        return next((link for link in ahead if has_people(link.agency, word)), None)


def _with_name(sentence: Sentence, last: int) -> int:
    """Where a subject ends with the name behind its comma: "The graft agency, the KPK, named a suspect"."""
    named = _NAME_BEHIND.match(sentence.text, last)
    return named.end() if named else last


def _is_force(link: Link) -> bool:
    """Whether a body may have a text written: no parliament or its committee, and no country."""
    addressed = NO_AGENCY.search(link.agency) or "ommittee" in link.agency or link.agency in countries()
    return link.level != "unnamed" and not addressed


def _is_own_people(text: str, at: int) -> bool:
    """Whether people or a body stand behind "our": "our officers", "our three field offices", but not "our review"."""
    words = (word.strip(".,;:'’") for word in text[at : at + 60].lower().split()[:3])
    return any(source_class(word, singular(word)) in ("person", "body") for word in words)


def _is_several(row: AgencyRow) -> bool:
    """Whether the words for an unnamed body are a plural: "federal forces", "police"."""
    word = row.mention.split()[-1].lower()
    return row.level == "unnamed" and (word == "police" or word.endswith("s") or word in members())


def _may_be_they(noun: Token) -> bool:
    """Whether "they" can stand for a noun: several."""
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in word_set("quantity_heads") | {
        "people",
        "rest",
        "family",
    }


def _may_be_it(noun: Token) -> bool:
    """Whether "it" can stand for a noun: one thing."""
    no_thing = (
        members() | word_set("quantity_heads") | objects_of("operation")
    )  # "The raid was led by its officers"
    return noun.tag_ in ("NN", "NNP") and noun.lower_ not in no_thing


def _is_partner(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a body is only the one with which something is done: "Teaming with HSI, agents found"."""
    words = sentence.text[: row.start - sentence.start].lower().removesuffix("the ").split()
    return bool(words) and words[-1] in word_set("partner_words")


_MEANT = {
    "noun": Antecedents.of_noun,
    "head": Antecedents.of_head,
    "pronoun": Antecedents.of_pronoun,
    "people": Antecedents.of_people,
    "officials": Antecedents.of_officials,
    "first person": Antecedents.of_first_person,
}
