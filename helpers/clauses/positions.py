"""Doers by their place alone: those that open a headline, stand behind "were", or right before or beside a verb whose
subject the parser missed."""

from dataclasses import dataclass
from functools import cached_property

from helpers.clauses.series import LONGEST_SERIES
from helpers.clauses.voice import Voice
from helpers.texts import Token, governor_forms, members, word_set

__all__ = ["Positions"]

_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True)
class Fronted:
    """A passive before its clause whose one agent stands in one row with the subject: "Led by the DEA, the FBI and Kent
    Police seized".

    Attributes:
        by: Number of its "by".
        agent: The body that leads.
        subjects: Those of the clause.
        verb: Number of the first word of the verb.
    """

    by: int
    agent: Token
    subjects: list[Token]
    verb: int


class Positions(Voice):
    """Doers of one sentence by their places."""

    @cached_property
    def fronted_agent(self) -> Fronted | None:
        """The passive before the clause of a sentence whose agent is listed like one more subject."""
        by = next((t.i for t in self.doc[1:30] if t.lower_ == "by" and self.doc[t.i - 1].tag_ == "VBN"), 0)
        if not by or any(t.tag_ in _FINITE for t in self.doc[:by]):
            return None
        named = self.listed(by + 1)
        if len(named) < 3 or self.doc[named[0].i + 1].text != ",":
            return None
        at = named[-1].i + 1
        at += at < len(self.doc) and self.doc[at].lower_ in members()
        acts = at < len(self.doc) and self.doc[at].tag_ in _FINITE
        return Fronted(by, named[0], named[1:], at) if acts else None

    def behind_fronted(self, token: Token) -> list[Token]:
        """The subjects of a verb or of the one that it goes on from, in a clause behind such a passive."""
        if self.fronted_agent is None:
            return []
        first = token.head if token.dep_ == "conj" and token.head.pos_ == "VERB" else token
        starts = (next(iter(self.verb_group(verb)), verb.i) for verb in (token, first))
        return self.fronted_agent.subjects if self.fronted_agent.verb in starts else []

    def first_in_headline(self, token: Token) -> list[Token]:
        """The bodies that open a headline, for a verb behind its comma: "HSI, DEA break ring, arrest nine"."""
        if self.doc[-1].is_punct or self.doc[token.i - 1].text != "," or token.tag_ == "VBG":
            return []
        first = []
        for word in self.doc[: token.i - 1]:
            if word.i in self.agencies:
                first.append(word)
            elif word.lower_ not in (",", "and", "&"):
                break
        return first

    def of_gerunds(self, token: Token) -> Token | None:
        """The verb above a series of gerunds of which the parser took some for nouns: "will go on locating, arresting
        and deporting offenders"."""
        series = self.series_of_gerunds(token)
        if len({t.pos_ == "VERB" for t in series}) == 1:
            return None
        verb = self.governor(series[0])
        return verb if 0 < series[0].i - verb.i < 4 and verb.lower_ in governor_forms() else None

    def series_of_gerunds(self, token: Token) -> list[Token]:
        """The words in "-ing" around a word, with nothing but commas and "and" between them."""
        if not token.lower_.endswith("ing"):
            return [token]
        found = [token]
        for step in (-1, 1):
            at = token.i + step
            while 0 <= at < len(self.doc) and abs(at - token.i) < LONGEST_SERIES:
                other = self.doc[at]
                if other.lower_.endswith("ing"):
                    found.append(other)
                elif other.lower_ not in (",", "and", "or"):
                    break
                at += step
        return sorted(found, key=lambda t: t.i)

    def people_before(self, token: Token) -> list[Token]:
        """Officers right before a verb that the parser hung on a preposition: "During the operation agents
        seized"."""
        first = token.head if token.dep_ == "conj" and token.head.pos_ == "VERB" else token
        at = next(iter(self.verb_group(first)), first.i) - 1
        people = at > 0 and self.doc[at].lower_ in word_set("field_people")
        return [self.doc[at]] if people and self.doc[at].dep_ == "pobj" else []

    def inverted(self, token: Token) -> list[Token]:
        """The bodies behind "were": "Also assisting were the FBI and the ATF"."""
        if token.tag_ != "VBG" or token.i > 2:
            return []
        for other in self.doc[token.i + 1 : token.i + 10]:
            if other.lower_ in ("were", "was", "are", "is"):
                return self.listed(other.i + 1)
            if other.pos_ == "VERB" or other.is_punct:
                return []
        return []

    def side_by_side(self, token: Token) -> list[Token]:
        """Bodies after the verb's own "alongside": "is investigating the shooting alongside the Texas
        Rangers"."""
        beside = [child for child in token.children if child.dep_ == "prep" and child.lower_ == "alongside"]
        objects = [obj for child in beside for obj in child.children if obj.dep_ == "pobj"]
        return [body for obj in objects for body in self.spread([obj]) if body.i in self.agencies]
