"""Nouns that bring in what somebody says: "made the claim that", "the board's warning that", "calls from unions for an inquiry"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from helpers.agencies.contents import Span
from helpers.agencies.cues import Cue, statement_words
from helpers.agencies.hit import Hit
from helpers.agencies.named import Named

__all__ = ["NounCues"]


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
        clause = next(
            (
                c
                for c in noun.children
                if c.dep_ in ("acl", "advcl", "ccomp", "relcl", "appos")
                and any(
                    m.lower_ == "that"
                    and (m.dep_ == "mark" or teller is not None and m.dep_ == "dobj")
                    or m.lower_ == "to"
                    and m.dep_ == "aux"
                    for m in c.children
                )
                and c.i > noun.i
            ),
            None,
        )
        if clause is None and subject is teller and teller is not None:
            clause = next((c for c in teller.children if c.dep_ == "acl" and c.left_edge.tag_ == "TO"), None)
        span = self.with_doers(noun, clause) if clause is not None else self.lost_complement(noun, cue)
        contents = [span] if span else []
        if not contents:
            contents = [
                self.subtree(obj)
                for prep in (
                    *noun.children,
                    *(teller.children if subject is teller and teller is not None else ()),
                )
                if prep.dep_ == "prep" and prep.lower_ in cue.frames and (light or prep.lower_ != "to")
                for obj in prep.children
                if obj.dep_ in ("pobj", "pcomp") and obj.pos_ != "PRON"
            ]
            if contents and not light and subject is not teller:  # "her criticism of the plan"
                cue = replace(cue, kind="belief")
        source = self.span(subject)
        if self.doc[source[1]].dep_ == "case" and source[1] > source[0]:
            source = (source[0], source[1] - 1)
        if source[0] <= noun.i <= source[1]:
            source = (source[0], max(subject.i, source[0]))
        if contents and source[0] < contents[0][0] - 1 < source[1]:  # "calls by unions for an inquiry"
            source = (source[0], contents[0][0] - 2)
        yield Hit(noun, cue, subject, source, tuple(contents), verb if light else noun)

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
        after = self.doc[noun.i + 1]
        if after.lower_ == "to" and after.tag_ == "TO" and "to" in cue.frames:
            return self.stretch(after.i, self.without_main_verb(after))
        beside = (c for c in noun.head.children if c.dep_ == "ccomp" and noun.i < c.left_edge.i < noun.i + 8)
        that = (c for c in beside if noun.dep_ == "dobj" and c.left_edge.lower_ == "that")
        clause = next(that, None)  # "made the case to reporters that the dam is safe"
        verb = noun.head
        if clause is None and noun.dep_ == "nsubj" and verb.lemma_ == "be":  # "her view is that it should go"
            clause = next(
                (c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1), None
            )
        return self.clause(clause) if clause is not None else None

    def without_main_verb(self, to: Token) -> int:
        """The last word of an infinitive, should the parse have put the verb of the sentence behind it: "his promise to resign
        will be tested"."""
        last = to.head.right_edge.i
        for token in self.doc[to.i + 2 : last + 1]:
            verb = token.head if token.dep_ in ("aux", "auxpass") else token
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > to.i for c in verb.children)
            if token.tag_ in ("MD", "VBD", "VBZ", "VBP") and not own:
                return token.i - 1
        return last

    def with_doers(self, noun: Token, clause: Token) -> Span | None:
        """The clause behind a noun; "a call for the town to act" with those who are to do it."""
        span = self.clause(clause)
        wanted = (c for c in noun.children if c.lower_ == "for" and noun.i < c.i < clause.i)
        doer = next((c for prep in wanted for c in prep.children if c.dep_ == "pobj"), None)
        if span is None or doer is None or doer.right_edge.i + 1 != clause.left_edge.i:
            return span
        return self.stretch(doer.left_edge.i, span[1])
