"""Nouns that bring in what somebody says: "made the claim that", "the board's warning that", "calls from unions for an inquiry"."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.agencies.contents import Span
from helpers.agencies.cues import Cue, statement_words
from helpers.agencies.hit import Hit
from helpers.agencies.named import Named
from helpers.texts import Token

__all__ = ["NounCues"]

_CLAUSES = ("acl", "advcl", "ccomp", "relcl", "appos")


class NounCues(Named):
    """The nouns among the cues of one parsed sentence."""

    def of_noun(self, noun: Token, cue: Cue) -> Iterator[Hit]:
        """ "made the claim that", "Smith's warning that"; a bare "the report that" has no source."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        verb = noun.head
        light = (
            noun.dep_ in ("dobj", "attr", "pobj")
            and verb.pos_ in ("VERB", "AUX")
            and verb.lemma_ in statement_words("light")
        )
        if owner is not None and owner.pos_ == "PRON" and light:
            owner = self.subject(verb) or owner  # "the mayor repeated his call for calm"
        teller = self.teller(noun)
        subject = owner if owner is not None else self.subject(verb) if light and teller is None else teller
        if (
            subject is None
            or subject.i == noun.i
            or noun.dep_ == "pobj"
            and not light
            and subject.pos_ == "PRON"
        ):
            return  # "confirmed in his remarks that"
        if not light and owner is not None and any(c.lower_ in ("a", "an") for c in owner.children):
            return  # "did not obey a judge's order to leave"
        told_by = teller if subject is teller else None  # who speaks behind the noun, with what is said
        clause = self.clause_behind(noun, teller is not None)
        if clause is None and told_by is not None:
            clause = next((c for c in told_by.children if c.dep_ == "acl" and c.left_edge.tag_ == "TO"), None)
        span = self.with_doers(noun, clause) if clause is not None else self.lost_complement(noun, cue)
        contents = [span] if span else self.objects_behind(noun, told_by, cue, light)
        if not span and contents and not light and told_by is None:  # "her criticism of the plan"
            cue = replace(cue, kind="belief")
        source = self.source_of(noun, subject, contents)
        yield Hit(noun, cue, subject, source, tuple(contents), verb if light else noun)

    def clause_behind(self, noun: Token, told: bool) -> Token | None:
        """The clause with "that" or "to" that tells what is said; `told`: whether who speaks stands behind the noun."""

        def brings_in(mark: Token) -> bool:
            that = mark.dep_ == "mark" or told and mark.dep_ == "dobj"
            return mark.lower_ == "that" and that or mark.lower_ == "to" and mark.dep_ == "aux"

        clauses = (c for c in noun.children if c.dep_ in _CLAUSES and c.i > noun.i)
        return next((c for c in clauses if any(map(brings_in, c.children))), None)

    def objects_behind(self, noun: Token, told_by: Token | None, cue: Cue, light: bool) -> list[Span]:
        """What is said, told with a preposition behind the noun or behind who speaks: "calls for an inquiry"."""
        behind = (*noun.children, *(told_by.children if told_by is not None else ()))
        known = (c for c in behind if c.dep_ == "prep" and c.lower_ in cue.frames)
        prepositions = [prep for prep in known if light or prep.lower_ != "to"]
        objects = (obj for prep in prepositions for obj in prep.children if obj.dep_ in ("pobj", "pcomp"))
        return [self.subtree(obj) for obj in objects if obj.pos_ != "PRON"]

    def source_of(self, noun: Token, subject: Token, contents: list[Span]) -> Span:
        """The words of who speaks, without the mark of the owner, the noun itself and what is said."""
        first, last = self.span(subject)
        if self.doc[last].dep_ == "case" and last > first:
            last -= 1
        if contents and first < contents[0][0] - 1 < last:  # "calls by unions for an inquiry"
            last = contents[0][0] - 2
        return first, last

    def teller(self, noun: Token) -> Token | None:
        """Who speaks behind a noun: "a warning from the bank that", "calls by unions for an inquiry"."""
        if noun.lower_ not in statement_words("told_by") and noun.lemma_ not in statement_words("told_by"):
            return None
        behind = (c for c in noun.children if c.lower_ in ("from", "by") and c.i == noun.i + 1)
        found = next((c for prep in behind for c in prep.children if c.dep_ == "pobj"), None)
        return found if found is not None and self.animacy(found) in ("person", "body") else None

    def lost_complement(self, noun: Token, cue: Cue) -> Span | None:
        """What stands right behind a noun with "to" or "that" where the parse hung it elsewhere."""
        if noun.i + 2 >= len(self.doc):
            return None
        beside = (c for c in noun.head.children if c.dep_ == "ccomp" and noun.i < c.left_edge.i < noun.i + 8)
        that = (c for c in beside if noun.dep_ == "dobj" and c.left_edge.lower_ == "that")
        clause = next(that, None)  # "made the case to reporters that the dam is safe"
        verb = noun.head
        if clause is None and noun.dep_ == "nsubj" and verb.lemma_ == "be":  # "her view is that it should go"
            clause = next(
                (c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1), None
            )
        return self.clause(clause) if clause is not None else None

    def with_doers(self, noun: Token, clause: Token) -> Span | None:
        """The clause behind a noun; "a call for the town to act" with those who are to do it."""
        span = self.clause(clause)
        wanted = (c for c in noun.children if c.lower_ == "for" and noun.i < c.i < clause.i)
        doer = next((c for prep in wanted for c in prep.children if c.dep_ == "pobj"), None)
        if span is None or doer is None or doer.right_edge.i + 1 != clause.left_edge.i:
            return span
        return self.stretch(doer.left_edge.i, span[1])
