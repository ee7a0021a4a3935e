"""Cues of a sentence with their sources and contents: verbs, nouns with their owner, adjectives, "according to"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from helpers.agencies.contents import Span
from helpers.agencies.cues import Cue, cue_forms, cue_of, statement_words
from helpers.agencies.named import Named
from helpers.texts import word_set

__all__ = ["Hit", "Hits"]


@dataclass(frozen=True)
class Hit:
    """A cue with what was found for it, as numbers of tokens (last inclusive).

    Attributes:
        token: The cue.
        cue: Its entry.
        subject: Head word of the source; None if nobody is named.
        source: The words of the source.
        contents: What is said.
        verb: The verb whose clause holds the cue.
    """

    token: Token
    cue: Cue
    subject: Token | None
    source: Span | None
    contents: tuple[Span, ...]
    verb: Token


class Hits(Named):
    """The cues of one parsed sentence."""

    def hits_of(self, token: Token) -> Iterator[Hit]:
        if token.i in self.agencies or token.i in self.uttered:
            return
        word = token.lower_
        after = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        if word == "according" and after == "to":
            yield from self.according(token)
        elif word in statement_words("in_whose") and token.head.lower_ == "in":
            yield from self.in_words_of(token)
        elif token.pos_ in ("VERB", "AUX") or word in statement_words("sure") or self.verb_after_all(token):
            if (cue := self.verb_cue(token)) and not self.modifier(token):
                hit = self.of_verb(token, cue)
                yield from [hit] if hit.contents and hit.subject is not None else self.states(token) or [hit]
            elif cue is None and token.tag_ == "VBN" and (cue := cue_of(word, word, "adjective")):
                yield from self.of_experience(token, cue)
        elif token.pos_ == "NOUN" and (cue := cue_of(word, token.lemma_, "noun")):
            yield from self.of_noun(token, cue)
        elif (
            token.pos_ == "ADJ"
            and token.dep_ in ("acomp", "ROOT", "conj", "oprd", "ccomp")
            and (cue := cue_of(word, word, "adjective"))
        ):
            yield from self.of_adjective(token, cue)

    def states(self, token: Token) -> list[Hit]:
        """What somebody is, where a verb would have it done to him: "is opposed to the tax", "was determined to stay"."""
        cue = cue_of(token.lower_, token.lower_, "adjective") if token.tag_ == "VBN" else None
        asked = token.lemma_ in word_set("object_control") and any(c.dep_ == "xcomp" for c in token.children)
        if cue is None or asked or self.agent(token) is not None:
            return []  # "are encouraged to call"
        found = self.of_adjective(token, cue) if token.dep_ == "acomp" else self.of_experience(token, cue)
        return list(found)

    def verb_cue(self, token: Token) -> Cue | None:
        """The cue that a verb is, with its particle if the list has both: "ruled out"."""
        particles = (child.lower_ for child in token.children if child.dep_ == "prt")
        found = (cue_of("", f"{token.lemma_} {particle}", "verb") for particle in particles)
        return next(filter(None, found), None) or cue_of(token.lower_, token.lemma_, "verb")

    def of_experience(self, token: Token, cue: Cue) -> Iterator[Hit]:
        """ "The board was stunned by the news", "was angered that": what the parse takes for a passive is a feeling."""
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if subject is None:
            return
        clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > token.i]
        contents = [span for c in clauses[:1] if c.left_edge.i == token.i + 1 and (span := self.clause(c))]
        contents = contents or [
            self.subtree(obj)
            for prep in token.children
            if prep.dep_ in ("prep", "agent") and prep.lower_ in cue.frames
            for obj in prep.children
            if obj.dep_ in ("pobj", "pcomp")
        ]
        subject = self.antecedent(subject, token)
        if subject is not None and contents:
            yield Hit(token, cue, subject, self.span(subject), tuple(contents[:1]), token)

    def verb_after_all(self, token: Token) -> bool:
        """Whether what the parse takes for a noun is a verb: "Jo Sample, who runs it, doubts that", "a statement read"."""
        if self.uttered and self.behind_utterance(token):
            return token.lower_ in cue_forms()
        if token.dep_ == "ROOT" and token.pos_ == "NOUN" and any(c.dep_ == "nsubj" for c in token.children):
            return token.lower_ in cue_forms()
        if (
            token.tag_ != "NNS"
            or not token.i
            or token.i + 1 >= len(self.doc)
            or token.lower_ not in cue_forms()
        ):
            return False
        before, after = self.doc[token.i - 1], self.doc[token.i + 1]
        return before.text == "," and (after.pos_ == "PRON" or after.lower_ == "that")

    def modifier(self, token: Token) -> bool:
        """Whether a form of a verb only describes a noun ("the alleged leader", "a proposed law")."""
        if token.dep_ in ("amod", "compound", "prep", "case") and token.head.i > token.i:
            inverted = (
                token.lower_ in statement_words("sure") and token.i and self.doc[token.i - 1].text == ","
            )
            return not inverted and not self.behind_utterance(token)
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        if self.prompts(token) or token.lemma_ in statement_words("only_that") and after.lower_ != "that":
            return True
        if token.lower_ == "think" and after.lower_ in ("tank", "tanks"):
            return True
        return (
            token.lower_ == "alleged"
            and not self.passive(token)
            and after.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
        )

    def of_verb(self, token: Token, cue: Cue) -> Hit:
        subject = self.subject(token)
        source = self.source(subject, token)
        if subject is not None:
            subject, source = self.behind_opening(subject, source)
        if source and (charge := self.apposed(source, token)):
            source = charge[1] + 1, source[1]
            return Hit(token, cue, subject, source, (charge,), token)
        if cue.word == "find" and self.written(subject):  # "the study found 31 cases"
            cue = replace(cue, frames=cue.frames | {"object"})
        if cue.word == "hear":
            return self.of_hearing(token, cue, subject)
        if self.puts_it(token):
            kind = "belief" if cue.word == "see" else "speech"
            cue = replace(cue, kind=kind, frames=frozenset(("host",)))
            return Hit(token, cue, subject, source, tuple(self.host(token, source) if source else ()), token)
        if source and self.closes(token, subject):
            return Hit(token, cue, subject, source, tuple(self.host(token, source)), token)
        contents = [
            piece for span in self.complements(token, cue) for piece in self.beside_cue(span, token, source)
        ]
        contents = [span for span in contents if span[0] < span[1] or self.doc[span[0]].lower_ != "that"]
        contents = [span for span in contents if span != source]  # "Cuts will hurt, warns watchdog"
        contents = [self.with_thing(span, token, source) for span in contents]
        if not contents and source and "clause" in cue.frames and not self.passive(token):
            hosted = cue.kind != "belief" and "quote" in cue.frames and self.stands_alone(token)
            hosted = hosted or self.inserted(token)
            contents = self.host(token, source) if hosted else []
        return Hit(token, cue, subject, source, tuple(contents), token)

    def of_hearing(self, token: Token, cue: Cue, listener: Token | None) -> Hit:
        """ "The court heard that", "the court heard from Jo Sample that": who tells it is named behind "from", if at all."""
        of_court = listener is not None and self.sits(listener)
        teller = (
            c for prep in token.children if prep.lower_ == "from" for c in prep.children if c.dep_ == "pobj"
        )
        subject = next(teller, None) if of_court else None
        contents = self.complements(token, cue) if of_court else []
        if of_court and not contents:
            contents = self.host(token, self.span(listener))
        return Hit(token, cue, subject, self.source(subject, token), tuple(contents), token)

    def according(self, token: Token) -> Iterator[Hit]:
        preposition = self.doc[token.i + 1]
        objects = [child for child in preposition.children if child.dep_ == "pobj"] or [
            child for child in token.children if child.dep_ == "pobj"
        ]
        if not objects:
            return
        source = self.span(objects[0])
        source = (source[0], self.with_name(source[1]))
        kind = "report" if self.animacy(objects[0]) in ("document", "body", "") else "speech"
        if self.doc[source[0]].lower_ in ("plan", "law", "schedule", "age"):
            return
        pieces = self.around(token.i, max(source[1], preposition.i))
        yield Hit(
            token, Cue("according to", kind, frozenset(("host",))), objects[0], source, tuple(pieces), token
        )

    def in_words_of(self, token: Token) -> Iterator[Hit]:
        """ "In the words of Jo Sample, ...", "..., in the view of the board", "in Jo Sample's opinion"."""
        preposition = token.head
        if token.dep_ != "pobj" or self.doc[token.i - 1].lower_ not in ("the", "own", "'s", "’s"):
            return
        below = [c for c in token.children if c.dep_ == "poss"]
        below += [c for of in token.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
        if not below or self.animacy(below[0]) not in ("person", "body"):
            return
        source = self.span(below[0])
        source = (source[0], min(source[1], below[0].i)) if below[0].dep_ == "poss" else source
        pieces = self.around(preposition.i, max(source[1], token.i))
        kind = "speech" if token.lower_ in ("words", "telling") else "belief"
        cue = Cue(f"in the {token.lower_} of", kind, frozenset(("host", "quote")))
        yield Hit(token, cue, below[0], source, tuple(pieces), token)

    def of_noun(self, noun: Token, cue: Cue) -> Iterator[Hit]:
        """ "made the claim that", "Smith's warning that"; a bare "the report that" has no source."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        verb = noun.head
        light = (
            noun.dep_ in ("dobj", "attr", "pobj")
            and verb.pos_ in ("VERB", "AUX")
            and verb.lemma_ in statement_words("light")
        )
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
                    m.dep_ == "mark" and m.lower_ == "that" or m.lower_ == "to" and m.dep_ == "aux"
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
                for prep in (*noun.children, *(teller.children if subject is teller and teller is not None else ()))
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

    def of_adjective(self, token: Token, cue: Cue) -> Iterator[Hit]:
        verb = token.head if token.dep_ in ("acomp", "oprd") or token.head.lemma_ == "make" else token
        subject = self.subject(verb)
        if subject is None or verb.pos_ not in ("AUX", "VERB"):
            return
        below = [
            c for c in (*token.children, *verb.children) if c.dep_ in ("ccomp", "xcomp") and c.i > token.i
        ]
        contents = [span for c in below[:1] if (span := self.clause(c))]
        contents = contents or [
            self.subtree(obj)
            for prep in token.children
            if prep.dep_ == "prep" and prep.lower_ in cue.frames
            for obj in prep.children
            if obj.dep_ in ("pobj", "pcomp")
        ]
        behind = self.doc[token.i + 1 : token.i + 2]
        if not contents and behind.text == ":" and not self.uttered and cue.kind == "speech":
            contents = [span for span in [self.stretch(token.i + 2, self.sentence_end())] if span]
        yield Hit(token, cue, subject, self.span(subject), tuple(contents), verb)
