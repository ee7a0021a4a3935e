"""Cues of a sentence with their sources and contents: verbs, nouns with their owner, adjectives, "according to"."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.agencies.contents import Span
from helpers.agencies.cues import Cue, cue_forms, cue_of, statement_words
from helpers.agencies.hit import Hit
from helpers.agencies.noun_cues import NounCues
from helpers.texts import Token, word_set

__all__ = ["Hits"]


class Hits(NounCues):
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
        elif question := self.question_put(token):
            yield Hit(token, Cue("ask", "speech", frozenset()), None, None, (question,), token)
        elif token.pos_ in ("VERB", "AUX") or word in statement_words("sure") or self.verb_after_all(token):
            if (cue := self.verb_cue(token)) and not self.modifier(token):
                hit = self.of_verb(token, cue)
                acts = hit.contents and hit.subject is not None and token.dep_ != "acomp"
                yield from [hit] if acts else self.states(token) or [hit]
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

    def question_put(self, token: Token) -> Span | None:
        """What somebody was asked by nobody in particular before they speak: "Asked whether she would run, she said"."""
        first = token.i == 0 or self.doc[token.i - 1].text == "," or self.doc[token.i - 1].lower_ == "when"
        if not first or token.lower_ not in statement_words("prompted") or self.agent(token) is not None:
            return None
        asked = (c for c in token.children if c.dep_ in ("ccomp", "advcl") and c.i > token.i)
        clause = next((c for c in asked if c.left_edge.lower_ in ("whether", "if")), None)
        behind = self.doc[clause.right_edge.i + 1 :] if clause is not None else ()
        answered = len(behind) > 2 and behind[0].text == "," and any(t.tag_ in ("VBD", "VBZ") for t in behind)
        return self.subtree(clause) if answered else None

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
        passive = any(c.dep_ == "auxpass" for c in token.children)
        kinds = ("nsubjpass", "nsubj") if passive else ("nsubjpass",)
        subject = next((c for c in token.children if c.dep_ in kinds and c.i < token.i), None)
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
        """Whether a form of a verb only describes a noun ("the alleged leader", "a proposed law") or stands for a preposition ("rose,
        compared with May")."""
        if token.dep_ == "prep" and token.tag_ == "VBN":
            return True
        if token.dep_ in ("amod", "compound", "prep", "case") and token.head.i > token.i:
            inverted = (
                token.lower_ in statement_words("sure") and token.i and self.doc[token.i - 1].text == ","
            )
            return not inverted and not self.behind_utterance(token)
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        bare = token.lemma_ in statement_words("only_that") and after.lower_ != "that"
        if self.prompts(token) or bare:
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
        if cue.word == "find" and self.written(subject):  # "the study found 31 cases"
            cue = replace(cue, frames=cue.frames | {"object"})
        if cue.word == "hear":
            return self.of_hearing(token, cue, subject)
        if self.puts_it(token):
            kind = "belief" if cue.word == "see" else "speech"
            cue = replace(cue, kind=kind, frames=frozenset(("host",)))
            return Hit(token, cue, subject, source, tuple(self.host(token, source) if source else ()), token)
        contents = [
            piece for span in self.complements(token, cue) for piece in self.beside_cue(span, token, source)
        ]
        contents = [span for span in contents if span[0] < span[1] or self.doc[span[0]].lower_ != "that"]
        contents = [span for span in contents if not self.are_tellers(span, source)]
        contents = [self.with_thing(span, token, source) for span in contents]
        if not contents and source and "clause" in cue.frames and not self.passive(token):
            hosted = cue.kind != "belief" and "quote" in cue.frames and self.stands_alone(token)
            hosted = hosted or self.inserted(token)
            contents = self.host(token, source) if hosted else []
        return Hit(token, cue, subject, source, tuple(contents), token)

    def are_tellers(self, span: Span, source: Span | None) -> bool:
        """Whether the parse took those who speak for what they say: "Cuts will hurt, warns watchdog", "Two were held, announced
        Sheriff Jo Sample, Chief Ann Roe and Agent Ana Ruiz"."""
        inside = self.doc[span[0] : span[1] + 1]
        names = all(t.pos_ in ("PROPN", "PUNCT", "CCONJ", "ADP") or t.i in self.agencies for t in inside)
        return span == source or source is not None and span[0] == source[0] and names

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

    def of_adjective(self, token: Token, cue: Cue) -> Iterator[Hit]:
        verb = token.head if token.dep_ in ("acomp", "oprd") or token.head.lemma_ == "make" else token
        subject = self.subject(verb)
        if subject is None or verb.pos_ not in ("AUX", "VERB"):
            return
        below = [
            c
            for c in (*token.children, *verb.children)
            if c.i > token.i
            and (c.dep_ in ("ccomp", "xcomp") or c.dep_ == "advcl" and c.left_edge.lower_ == "that")
        ]
        contents = [span for c in below[:1] if (span := self.clause(c))]
        contents = contents or [
            self.subtree(obj)
            for prep in token.children
            if prep.dep_ == "prep" and prep.lower_ in cue.frames
            for obj in prep.children
            if obj.dep_ in ("pobj", "pcomp")
        ]
        yield Hit(token, cue, subject, self.span(subject), tuple(contents), verb)
