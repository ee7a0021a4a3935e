"""Whose "officers", "agents" or "deputies" are meant where nothing beside them says so: those of the body that the
sentence, or the article so far, shows acting, as far as its people can be called so (`ranks.csv`)."""

import re
from collections.abc import Iterator, Set
from functools import cache, cached_property

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.authors import Authors
from helpers.agencies.links import LAST_NAMED, Link
from helpers.agencies.made import body_of_officers, has_people, of_one_kind
from helpers.clauses import find_actions
from helpers.names import by_name, gazetteer, plain_name
from helpers.texts import Sentence, plural, word_set

__all__ = ["NO_FORCE", "FieldPeople", "officers"]

NO_FORCE = "|".join(
    [
        "Congress|Parliament|Senate|government|Court|Embassy|University|White House",
        *sorted(word_set("outside")),
    ]
)  # in the name of a body that is neither an agency nor has officers
_NO_OFFICERS = re.compile(
    rf"\b(?:{NO_FORCE}|Courts|Attorney|Ministry|Committee|Union"
    r"|Association|Foundation|Council|Project|Accountability|Auditor|Ombudsman|[Cc]onsulate|School)\b"
)  # bodies whose people arrest nobody
_SAILS = re.compile(r"\b(?:Guard|Navy|Naval|Marine|Marina|Air|navy|coast guard|coastguard)\b")
_HAS_OFFICERS = re.compile(r"\b(?:Police|Patrol|Sheriff|Border|Customs|Constabulary|Garda)")
_FORCE = re.compile(
    r"\b(?:[Pp]olice|officers|agents|[Pp]atrol|[Gg]uards?|gendarmes|inspectors)(?: in [A-Z]\w+)?$"
)
_BARE = re.compile(
    r"(?i)(?:^\W{0,3}|[,;:—–-]\s|\b(?:and|but|which|that|when|where|while|as|after|before|until|because|how|said|says|say|alleged)\s)(?:the\s|an?\s|one\s|another\s|other\s|(?:some|several|many|two|three|four|five|\d{1,3})\s){0,2}$"
)  # before "officers" without any word that says whose they are
_EVENT_BEFORE = re.compile(
    r"^\W{0,3}(?:During|In|Following|After|Throughout) [\w ]{0,40}\b(?:operation|investigation|search|raid|sweep|stop|surveillance)\s$"
)  # "During the operation agents seized"
_PARTNER_BEFORE = re.compile(r"\b(?:(?:teaming|working|together|partnering) with|alongside) (?:the )?$", re.I)
_DESCRIBED = re.compile(r"\s(?:of|from|with|for)\b")
_POSTED = re.compile(
    r"\s(?:at|in|on|assigned|attached|working|stationed|patrolling)\b"
)  # maybe at their body
NEAR = 60  # characters


class FieldPeople(Authors):
    """Goes with one article and remembers which body with officers acted last."""

    acted: AgencyRow | None = None  # the body with officers that acted last, however long ago

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

    def as_link(self, row: AgencyRow) -> Link:
        listed = by_name().get(row.agency)
        return Link(row.agency, row.country, row.level, listed["part_of"] if listed else "")

    def field_people(self, sentence: Sentence, doc, rows: list[AgencyRow]) -> Iterator[AgencyRow]:
        """Officers named without their body who do or say something: those of the body that the sentence, or the
        article so far, shows acting ("a sweep during which officers arrested 12")."""
        actions = find_actions(sentence, doc) if doc is not None else ()
        actions = [
            one
            for one in actions
            if one.mode == "reported" and one.lemma not in ("believe", "think", "suspect")
        ]
        told = ("report", "comment")
        acting = {doer for action in actions if action.role not in told for doer in action.doers}
        for start, end in sorted({doer for action in actions for doer in action.doers}):
            *before, word = sentence.text[start:end].lower().split() or [""]
            if not word_set("officer_modifiers").issuperset(before):
                continue
            several = word in officers()
            if not several and (start, end) in acting:
                word = plural(
                    word
                )  # what one officer does is done by the body, what one says is not said by it
            if word not in officers() or not self.is_bare(sentence, start, end, rows):
                continue
            link = self.body_of_field_people(sentence, start, word, rows)
            if link and (several or link.level != "unnamed" or link.agency != word):
                yield self.row(sentence, start, end, link, "pronoun")

    def is_bare(self, sentence: Sentence, start: int, end: int, rows: list[AgencyRow]) -> bool:
        """Whether no words beside officers say whose they are."""
        before = sentence.text[:start]
        while (word := before.rpartition(" ")[0].rpartition(" ")[2]).lower() in word_set("officer_modifiers"):
            before = before.rstrip().removesuffix(word)
        here = sentence.start + start, sentence.start + end
        behind = here[1] + NEAR if _POSTED.match(sentence.text, end) else here[1]
        named = any(row.start < behind and here[0] < row.end for row in rows)
        free = _BARE.search(before) or _EVENT_BEFORE.search(before[:100])
        return not named and not _DESCRIBED.match(sentence.text, end) and free is not None

    def body_of_field_people(
        self, sentence: Sentence, start: int, word: str, rows: list[AgencyRow]
    ) -> Link | None:
        """The body of officers without one: by their rank, the only one named before them in the sentence, the one
        that acted last, the one whose text this is. Where the article has named none, they stand for themselves."""
        if word in word_set("crews"):  # of a ship or an aircraft, which may be the smugglers'
            sails = self.acted is not None and _SAILS.search(self.acted.agency)
            return self.as_link(self.acted) if sails else None
        known = [link.agency for link in self.named if link.level != "unnamed"]
        if body := body_of_officers(word, known, self.article):
            return self.link_of(body)
        earlier = {
            row.agency: row
            for row in rows
            if row.end <= sentence.start + start and not _is_partner(sentence, row)
        }
        wholes = {self.as_link(row).part_of for row in earlier.values()}
        others = set()  # "deputies seized 12 guns and officers found 40 pills": two bodies
        if not of_one_kind(word):
            others = {row.agency for row in earlier.values() if of_one_kind(row.mention.lower())}
        before = [row for agency, row in earlier.items() if agency not in wholes | others]
        fitting = [row for row in before if self.has_officers(row) and has_people(row.agency, word)]
        if fitting:
            return self.as_link(fitting[0]) if len(fitting) == 1 else None
        return self.body_that_acts(word, others, here=bool(before))

    def body_that_acts(self, word: str, others: Set[str], *, here: bool) -> Link | None:
        """The body of officers whose sentence names none that fits: of the article so far, of its letterhead, or of what
        follows a headline.

        Args:
            word: The officers.
            others: Bodies of other people of the sentence.
            here: Whether the sentence names a body before them.
        """
        acted = self.acted if self.acted is not None and self.acted.agency not in others else None
        if acted is not None and has_people(acted.agency, word):
            return self.as_link(acted)
        if others:
            return self.only_with(word, others)
        if acted is not None or here:
            return self.only_with(word) or (self.as_link(acted) if acted and self.may_have(word) else None)
        if _HAS_OFFICERS.search(issuer := self.issuer):
            return self.link_of(issuer)
        if (only := self.only_with(word)) and _HAS_OFFICERS.search(only.agency):
            return only
        if self.named:
            return None
        ahead = (link for link in self.named_anywhere if has_people(link.agency, word))
        return next(ahead, None if self.named_anywhere else Link(word, "", "unnamed"))

    def may_have(self, word: str) -> bool:
        """Whether people of such a name may still be those of the body that acted last: no other one that the article
        has named has them, and they are not of one kind of body."""
        return not self.every_with(word) and not of_one_kind(word)

    def only_with(self, word: str, others: Set[str] = frozenset()) -> Link | None:
        """The only body named so far, without some others, whose people are called so."""
        every = [link for agency, link in self.every_with(word).items() if agency not in others]
        return every[0] if len(every) == 1 else None

    def every_with(self, word: str) -> dict[str, Link]:
        """The bodies named so far whose people are called so."""
        return {
            link.agency: link
            for link in self.named[-LAST_NAMED:]
            if self.has_officers(link) and has_people(link.agency, word)
        }

    @cached_property
    def named_anywhere(self) -> list[Link]:
        """The bodies with officers that the article names, in their order."""
        found = [one for scanned in self.scans.values() for one in scanned]
        names = [
            gazetteer()[one.rows[0]]["agency"] if one.rows else plain_name(one.text)
            for one in found
            if one.kind in ("name", "abbreviation")
            and one.rows
            or one.kind == "pattern"
            and _HAS_OFFICERS.search(one.text)
        ]
        return [self.link_of(name) for name in names if not _NO_OFFICERS.search(name)]

    def has_officers(self, row: AgencyRow | Link) -> bool:
        """Whether a body can be the one of officers whom the text only calls so."""
        described = row.level == "unnamed" and not _FORCE.search(row.agency)
        return not described and not _NO_OFFICERS.search(row.agency)


@cache
def officers() -> frozenset[str]:
    """People, in the plural, who can be named without their body."""
    return word_set("field_people") | word_set("crews")


def _is_partner(sentence: Sentence, row: AgencyRow) -> bool:
    """Whether a body is only the one with which something is done: "Teaming with HSI, agents found"."""
    return _PARTNER_BEFORE.search(sentence.text[: row.start - sentence.start][-NEAR:]) is not None
